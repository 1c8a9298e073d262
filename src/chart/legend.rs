//! What stands under the scatter: organisations with their colours, what hollow marks and lines
//! mean, and the names of points that found no room beside them.
//!
//! Laid out as lines of words from top to bottom, so that the scatter can ask for their height
//! before it knows its own.

use super::draft::Draft;
use super::figure::{Anchor, Color, Label, Marker, Rect, Shape};
use super::model_points::{Field, ModelPoint};
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

/// Everything under the scatter, in lines.
pub(super) struct Legend {
    rows: Vec<Vec<(f64, Entry)>>,
    lines: Vec<String>,
}

impl Legend {
    /// The legend for the points in view, with the names of points that are only numbered.
    pub fn of(draft: &Draft<'_>, field: &Field<'_>, shown: &[&ModelPoint], key: &str, width: f64) -> Self {
        let hand = draft.small();
        let mut lines = hand.lines(&sentence(draft, field), width, 3);
        lines.extend(hand.lines(key, width, 4));
        Self { rows: rows(draft, entries(draft, field, shown), width), lines }
    }

    /// Height of all lines.
    pub fn height(&self, draft: &Draft<'_>) -> f64 {
        (self.rows.len() + self.lines.len()) as f64 * draft.sizes.small * LINE
    }

    /// The lines in that rectangle, from its top.
    pub fn set(self, draft: &Draft<'_>, rect: Rect) -> (Vec<Shape>, Vec<Label>) {
        let hand = draft.small();
        let (mut shapes, mut labels) = (Vec::new(), Vec::new());
        let mut y = rect.y + draft.sizes.small * 1.1;
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
            y += draft.sizes.small * LINE;
        }
        for line in self.lines {
            labels.push(hand.set(&line, [rect.x, y], Anchor::Left));
            y += draft.sizes.small * LINE;
        }
        (shapes, labels)
    }
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
fn rows(draft: &Draft<'_>, entries: Vec<Entry>, width: f64) -> Vec<Vec<(f64, Entry)>> {
    let gap = draft.px(24.0);
    let mut rows: Vec<Vec<(f64, Entry)>> = Vec::new();
    let mut x = 0.0;
    for entry in entries {
        let own = sign_width(draft) + draft.small().width(&entry.text);
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
fn sentence(draft: &Draft<'_>, field: &Field<'_>) -> String {
    let Some(as_of) = field.as_of.filter(|_| !field.frontier.is_empty()) else { return String::new() };
    let as_of = draft.date(as_of, DateStyle::Short);
    match &field.before {
        Some((day, _)) => {
            let before = draft.date(*day, DateStyle::Short);
            draft.say("chart-key-two-lines", &[("date", Arg::Text(&as_of)), ("before", Arg::Text(&before))])
        }
        None => draft.say("chart-key-line", &[("date", Arg::Text(&as_of))]),
    }
}
