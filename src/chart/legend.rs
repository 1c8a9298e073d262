//! What stands under the scatter: organisations with their colours, what hollow marks and lines
//! mean, and the names of points that found no room beside them.
//!
//! Laid out as lines of words from top to bottom, so that the scatter can ask for their height
//! before it knows its own.

use super::draft::Draft;
use super::figure::{Color, Label, Marker, Rect, Shape, Stroke};
use super::key::Key;
use super::model_points::{DOT, Field, ModelPoint};
use super::typography::Hand;
use crate::model::Cost;
use crate::text::{Arg, DateStyle};

/// Height of a line in type sizes.
const LINE: f64 = 1.55;

/// What stands before the words of an entry.
enum Sign {
    /// A point, hollow or filled.
    Dot {
        shape: Marker,
        color: Color,
        hollow: bool,
        /// Whether it has the dot of open weights.
        dotted: bool,
    },
    /// A piece of a line.
    Line(Stroke),
}

/// A sign and its words.
struct Entry {
    sign: Sign,
    text: String,
}

/// How much is said of the lines.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sentence {
    Whole,
    Short,
    None,
}

/// Ways to set a legend, from the fullest to the shortest: what is said of the lines, the size of
/// the type, and how many rows the entries may take. A file always says what its lines are.
const LEVELS: [(Sentence, f64, usize); 5] = [
    (Sentence::Whole, 1.0, usize::MAX),
    (Sentence::Short, 1.0, usize::MAX),
    (Sentence::Short, 0.9, usize::MAX),
    (Sentence::None, 0.9, usize::MAX),
    (Sentence::None, 0.9, 1),
];

/// Everything under the scatter, in lines.
pub(super) struct Legend {
    rows: Vec<Vec<(f64, Entry)>>,
    /// Lines of the key.
    lines: Vec<String>,
    /// How many names of the key they list.
    pub listed: usize,
    hand: Hand,
}

impl Legend {
    /// The legend for the points in view, with the names of points that are only numbered: the
    /// fullest that is no higher than `room`, else the shortest with a key up to the height
    /// `most`, and in any case no more than so many lines of key. Names that this has no line for
    /// are counted.
    pub fn of(
        draft: &Draft<'_>,
        field: &Field<'_>,
        shown: &[&ModelPoint],
        (key, key_lines): (&Key, usize),
        [width, room, most]: [f64; 3],
    ) -> Self {
        let mut shortest = None;
        let levels = LEVELS.into_iter().filter(|(said, ..)| !draft.print || *said != Sentence::None);
        for (sentence, size, rows) in levels {
            let small = draft.sizes.small;
            let hand = draft.small().sized((small * size).max(draft.sizes.least).min(small));
            let mut all = entries(draft, field, shown);
            all.extend(line_entries(draft, field, sentence));
            let too_wide =
                all.iter().any(|entry| sign_width(draft, &entry.sign) + hand.width(&entry.text) > width);
            if too_wide && sentence == Sentence::Whole {
                continue;
            }
            let mut legend =
                Self { rows: in_rows(draft, hand, all, width), lines: Vec::new(), listed: 0, hand };
            legend.rows.truncate(rows);
            let whole = hand.lines(&listing(draft, key, key.names.len()), width, usize::MAX);
            if whole.len() <= key_lines && legend.height_with(whole.len()) <= room {
                return Self { lines: whole, listed: key.names.len(), ..legend };
            }
            shortest = Some(legend);
        }
        let Some(mut legend) = shortest else {
            return Self { rows: Vec::new(), lines: Vec::new(), listed: 0, hand: draft.small() };
        };
        let free = ((most - legend.height_with(0)) / (legend.hand.size * LINE)).max(0.0) as usize;
        let free = free.max(1).min(key_lines);
        (legend.lines, legend.listed) = counted(draft, legend.hand, key, width, free);
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
                shapes.extend(sign(draft, &entry.sign, rect, [x, y - hand.centre()]));
                let before = x + sign_width(draft, &entry.sign);
                let text = hand.fit(&entry.text, rect.width - before);
                labels.push(hand.set(&text, [draft.along(rect, before), y], draft.start()));
            }
            y += hand.size * LINE;
        }
        for line in self.lines {
            labels.push(hand.set(&line, [draft.along(rect, 0.0), y], draft.start()));
            y += hand.size * LINE;
        }
        (shapes, labels)
    }
}

/// Between the names of a key: a line ends with the dot rather than beginning with it.
const SEPARATOR: &str = "\u{A0}· ";

/// The first so many names, and how many more there are.
fn listing(draft: &Draft<'_>, key: &Key, kept: usize) -> String {
    let names = key.names.get(..kept).unwrap_or_default().join(SEPARATOR);
    let more = key.names.len() - kept.min(key.names.len()) + key.more;
    if more == 0 {
        return names;
    }
    let more = Arg::Count(more as u64);
    if names.is_empty() {
        return draft.say("chart-key-unnamed", &[("count", more)]);
    }
    let facts = [("names", Arg::Text(&names)), ("more", more)];
    draft.say(if draft.print { "chart-key-more-print" } else { "chart-key-more" }, &facts)
}

/// As many names as that many lines hold, and how many these are.
fn counted(draft: &Draft<'_>, hand: Hand, key: &Key, width: f64, lines: usize) -> (Vec<String>, usize) {
    let wrapped = |kept: usize| hand.lines(&listing(draft, key, kept), width, usize::MAX);
    let mut fewer = (1..=key.names.len()).rev().map(|kept| (wrapped(kept), kept));
    let found = fewer.find(|(found, _)| found.len() <= lines);
    found.unwrap_or_else(|| (hand.lines(&listing(draft, key, 0), width, lines), 0))
}

/// Key of the words for open weights.
const OPEN: &str = "chart-key-open";

/// The sign whose left end, or right end where words begin on the right, is so far from the
/// rectangle's edge, at that height.
fn sign(draft: &Draft<'_>, sign: &Sign, rect: Rect, [x, y]: [f64; 2]) -> Vec<Shape> {
    let ground = draft.scene.theme.background;
    match sign {
        Sign::Dot { shape, color, hollow, dotted } => {
            let radius = draft.px(5.5);
            let at = [draft.along(rect, x + radius), y];
            let fill = Some(if *hollow { ground } else { *color });
            let stroke = hollow.then(|| draft.stroke(*color, 2.0));
            let point = Shape::Dot { at, shape: *shape, radius, fill, stroke };
            let dot = dotted.then(|| Shape::Dot {
                at,
                shape: Marker::Circle,
                radius: draft.px(DOT),
                fill: Some(ground),
                stroke: None,
            });
            std::iter::once(point).chain(dot).collect()
        }
        Sign::Line(stroke) => {
            let ends = [x, x + draft.px(LINE_SIGN)].map(|x| [draft.along(rect, x), y]);
            vec![Shape::Path { points: ends.to_vec(), stroke: stroke.clone() }]
        }
    }
}

/// Length of a line's sign in the full-sized figure.
const LINE_SIGN: f64 = 24.0;

fn sign_width(draft: &Draft<'_>, sign: &Sign) -> f64 {
    match sign {
        Sign::Dot { .. } => draft.px(17.0),
        Sign::Line(_) => draft.px(LINE_SIGN + 7.0),
    }
}

/// Organisations with a point in view, the rest, and the meaning of hollow signs.
fn entries(draft: &Draft<'_>, field: &Field<'_>, shown: &[&ModelPoint]) -> Vec<Entry> {
    let mut entries: Vec<Entry> = field
        .organisations
        .iter()
        .enumerate()
        .filter(|(place, _)| shown.iter().any(|point| point.organisation == Some(*place)))
        .map(|(place, (name, color))| Entry {
            sign: Sign::Dot {
                shape: draft.scene.theme.group_marker(Some(place)).unwrap_or(Marker::Square),
                color: *color,
                hollow: false,
                dotted: false,
            },
            text: name.clone(),
        })
        .collect();
    let theme = draft.scene.theme;
    let shapes = theme.marks_groups();
    let mut say = |present: bool, key: &str, hollow: bool, shape: Marker, color: Color| {
        if present {
            let sign = Sign::Dot { shape, color, hollow, dotted: shapes && key == OPEN };
            entries.push(Entry { sign, text: draft.text(key) });
        }
    };
    let any = |wanted: &dyn Fn(&ModelPoint) -> bool| shown.iter().any(|point| wanted(point));
    let others = any(&|point| point.organisation.is_none());
    let shape = theme.group_marker(None).unwrap_or(Marker::Square);
    say(others, "chart-key-others", false, shape, theme.faint);
    say(any(&|point| point.open), OPEN, false, Marker::Circle, theme.muted);
    let hollow = any(&|point| point.hollow && point.cost.is_some());
    let meaning = match draft.scene.document.cost {
        Cost::Training => "chart-key-estimate",
        Cost::Api | Cost::Run => "chart-key-later-price",
    };
    say(hollow, meaning, true, Marker::Square, theme.muted);
    entries
}

/// Entries in rows of that width, each with its distance from where the row begins.
fn in_rows(draft: &Draft<'_>, hand: Hand, entries: Vec<Entry>, width: f64) -> Vec<Vec<(f64, Entry)>> {
    let gap = if hand.size < draft.sizes.small { draft.px(16.0) } else { draft.px(24.0) };
    let mut rows: Vec<Vec<(f64, Entry)>> = Vec::new();
    let mut x = 0.0;
    for entry in entries {
        let own = sign_width(draft, &entry.sign) + hand.width(&entry.text);
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

/// What the lines mean, each beside a piece of it.
fn line_entries(draft: &Draft<'_>, field: &Field<'_>, sentence: Sentence) -> Vec<Entry> {
    let Some(as_of) = field.as_of.filter(|_| !field.frontier.is_empty()) else { return Vec::new() };
    let [now, before] = match sentence {
        Sentence::Whole => ["chart-key-frontier", "chart-key-frontier-before"],
        Sentence::Short => ["chart-key-frontier-short", "chart-key-frontier-before-short"],
        Sentence::None => return Vec::new(),
    };
    let said = |key: &str, date| {
        let date = draft.date(date, DateStyle::Short);
        draft.say(key, &[("date", Arg::Text(&date))])
    };
    let [solid, dashed] = frontier_strokes(draft);
    let mut entries = vec![Entry { sign: Sign::Line(solid), text: said(now, as_of) }];
    if let Some((day, _)) = &field.before {
        entries.push(Entry { sign: Sign::Line(dashed), text: said(before, *day) });
    }
    entries
}

/// How the frontier is drawn, and the one before its newest member.
pub(super) fn frontier_strokes(draft: &Draft<'_>) -> [Stroke; 2] {
    let theme = draft.scene.theme;
    [draft.stroke(theme.action, 2.2), draft.dashed(theme.faint, 1.6, &[5.0, 4.0])]
}
