//! What stands under the scatter: organisations with their colours, what hollow marks and lines
//! mean, and the names of points that found no room beside them.
//!
//! Laid out as lines of words from top to bottom, so that the scatter can ask for their height
//! before it knows its own.

use super::draft::Draft;
use super::figure::{Anchor, Color, Label, Marker, Rect, Shape};
use super::model_points::{Field, ModelPoint};
use super::typography::Hand;
use crate::model::Cost;
use crate::text::{Arg, DateStyle};

/// Height of a line in type sizes.
const LINE: f64 = 1.55;

/// A coloured sign and its word.
struct Entry {
    shape: Marker,
    color: Color,
    hollow: bool,
    text: String,
}

/// How much the line under the scatter says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sentence {
    Whole,
    Short,
    None,
}

/// Ways to set a legend, from the fullest to the shortest: what the lines mean, the size of the
/// type, and how many rows the organisations may take.
const LEVELS: [(Sentence, f64, usize); 5] = [
    (Sentence::Whole, 1.0, usize::MAX),
    (Sentence::Short, 1.0, usize::MAX),
    (Sentence::Short, 0.9, usize::MAX),
    (Sentence::None, 0.9, usize::MAX),
    (Sentence::None, 0.9, 1),
];

/// Smallest type of a legend, in pixels.
const LEAST: f64 = 10.0;

/// Everything under the scatter, in lines.
pub(super) struct Legend {
    rows: Vec<Vec<(f64, Entry)>>,
    lines: Vec<String>,
    hand: Hand,
}

impl Legend {
    /// The legend for the points in view, with the names of points that are only numbered: the
    /// fullest that is no higher than `room`, else the shortest with a key up to the height
    /// `most`. Names that this has no line for are counted.
    pub fn of(
        draft: &Draft<'_>,
        field: &Field<'_>,
        shown: &[&ModelPoint],
        key: &[String],
        [width, room, most]: [f64; 3],
    ) -> Self {
        let mut shortest = None;
        for (sentence, size, rows) in LEVELS {
            let small = draft.sizes.small;
            let hand = draft.small().sized((small * size).max(LEAST).min(small));
            let mut legend = Self {
                rows: in_rows(draft, hand, entries(draft, field, shown), width),
                lines: hand.lines(&said(draft, field, sentence), width, 3),
                hand,
            };
            legend.rows.truncate(rows);
            let wrapped = hand.lines(&key.join(SEPARATOR), width, usize::MAX);
            let lines = legend.lines.len() + wrapped.len();
            if legend.height_with(lines) <= room {
                legend.lines.extend(wrapped);
                return legend;
            }
            shortest = Some(legend);
        }
        let Some(mut legend) = shortest else {
            return Self { rows: Vec::new(), lines: Vec::new(), hand: draft.small() };
        };
        let free = ((most - legend.height_with(0)) / (legend.hand.size * LINE)).max(0.0) as usize;
        legend.lines.extend(counted(draft, legend.hand, key, width, free.max(1)));
        legend
    }

    fn height_with(&self, lines: usize) -> f64 {
        (self.rows.len() + lines) as f64 * self.hand.size * LINE
    }

    /// Height of all lines.
    pub fn height(&self) -> f64 {
        self.height_with(self.lines.len())
    }

    /// The lines in that rectangle, from its top.
    pub fn set(self, draft: &Draft<'_>, rect: Rect) -> (Vec<Shape>, Vec<Label>) {
        let hand = self.hand;
        let (mut shapes, mut labels) = (Vec::new(), Vec::new());
        let mut y = rect.y + hand.size * 1.1;
        for row in self.rows {
            for (x, entry) in row {
                let radius = draft.px(5.5);
                shapes.push(Shape::Dot {
                    at: [rect.x + x + radius, y - hand.centre()],
                    shape: entry.shape,
                    radius,
                    fill: Some(if entry.hollow { draft.scene.theme.background } else { entry.color }),
                    stroke: entry.hollow.then(|| draft.stroke(entry.color, 2.0)),
                });
                let at = [rect.x + x + sign_width(draft), y];
                let text = hand.fit(&entry.text, rect.right() - at[0]);
                labels.push(hand.set(&text, at, Anchor::Left));
            }
            y += hand.size * LINE;
        }
        for line in self.lines {
            labels.push(hand.set(&line, [rect.x, y], Anchor::Left));
            y += hand.size * LINE;
        }
        (shapes, labels)
    }
}

/// Between the names of a key: a line ends with the dot rather than beginning with it.
const SEPARATOR: &str = "\u{A0}· ";

/// As many names as that many lines hold, and how many more there are.
fn counted(draft: &Draft<'_>, hand: Hand, key: &[String], width: f64, lines: usize) -> Vec<String> {
    let text = |kept: usize| {
        let names = key.get(..kept).unwrap_or_default().join(SEPARATOR);
        if kept == key.len() {
            return names;
        }
        let more = Arg::Count((key.len() - kept) as u64);
        let facts = [("names", Arg::Text(&names)), ("more", more)];
        draft.say(if draft.print { "chart-key-more-print" } else { "chart-key-more" }, &facts)
    };
    let wrapped = |kept: usize| hand.lines(&text(kept), width, usize::MAX);
    let fitting = (1..=key.len()).rev().map(wrapped).find(|found| found.len() <= lines);
    fitting.unwrap_or_else(|| hand.lines(&text(0), width, lines))
}

fn sign_width(draft: &Draft<'_>) -> f64 {
    draft.px(17.0)
}

/// Organisations with a point in view, the rest, and the meaning of hollow signs.
fn entries(draft: &Draft<'_>, field: &Field<'_>, shown: &[&ModelPoint]) -> Vec<Entry> {
    let mut entries: Vec<Entry> = field
        .organisations
        .iter()
        .enumerate()
        .filter(|(place, _)| shown.iter().any(|point| point.organisation == Some(*place)))
        .map(|(_, (name, color))| Entry {
            shape: Marker::Square,
            color: *color,
            hollow: false,
            text: name.clone(),
        })
        .collect();
    let mut say = |present: bool, key: &str, hollow: bool, shape: Marker, color: Color| {
        if present {
            entries.push(Entry { shape, color, hollow, text: draft.text(key) });
        }
    };
    let theme = draft.scene.theme;
    let any = |wanted: &dyn Fn(&ModelPoint) -> bool| shown.iter().any(|point| wanted(point));
    let others = any(&|point| point.organisation.is_none());
    say(others, "chart-key-others", false, Marker::Square, theme.faint);
    say(any(&|point| point.shape == Marker::Circle), "chart-key-open", false, Marker::Circle, theme.muted);
    let hollow = any(&|point| point.hollow && point.cost.is_some());
    let meaning = match draft.scene.document.cost {
        Cost::Training => "chart-key-estimate",
        Cost::Api | Cost::Run => "chart-key-later-price",
    };
    say(hollow, meaning, true, Marker::Square, theme.muted);
    entries
}

/// Entries in rows of that width, each with its distance from the left.
fn in_rows(draft: &Draft<'_>, hand: Hand, entries: Vec<Entry>, width: f64) -> Vec<Vec<(f64, Entry)>> {
    let gap = if hand.size < draft.sizes.small { draft.px(16.0) } else { draft.px(24.0) };
    let mut rows: Vec<Vec<(f64, Entry)>> = Vec::new();
    let mut x = 0.0;
    for entry in entries {
        let own = sign_width(draft) + hand.width(&entry.text);
        if rows.is_empty() || x + own > width {
            rows.push(Vec::new());
            x = 0.0;
        }
        if let Some(row) = rows.last_mut() {
            row.push((x, entry));
        }
        x += own + gap;
    }
    rows
}

/// What the lines mean, with their dates.
fn said(draft: &Draft<'_>, field: &Field<'_>, sentence: Sentence) -> String {
    let Some(as_of) = field.as_of.filter(|_| !field.frontier.is_empty()) else { return String::new() };
    let as_of = draft.date(as_of, DateStyle::Short);
    match sentence {
        Sentence::Whole => {}
        Sentence::Short => return draft.say("chart-key-line-short", &[("date", Arg::Text(&as_of))]),
        Sentence::None => return String::new(),
    }
    match &field.before {
        Some((day, _)) => {
            let before = draft.date(*day, DateStyle::Short);
            draft.say("chart-key-two-lines", &[("date", Arg::Text(&as_of)), ("before", Arg::Text(&before))])
        }
        None => draft.say("chart-key-line", &[("date", Arg::Text(&as_of))]),
    }
}
