//! What stands under the scatter: organisations with their colours, what hollow marks and lines
//! mean, and the names of points that found no room beside them.
//!
//! Laid out as lines of words from top to bottom, so that the scatter can ask for their height
//! before it knows its own.

use super::draft::Draft;
use super::figure::{Label, Rect, Shape};
use super::key::Key;
use super::legend_signs::{Entry, entries, line_entries, sign, sign_width};
use super::model_points::{Field, ModelPoint};
use super::typography::Hand;
use crate::text::Arg;

/// Height of a line in type sizes.
const LINE: f64 = 1.55;

/// How much is said of the lines.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sentence {
    /// What they are, in a sentence.
    Whole,
    /// In a few words.
    Short,
    /// Nothing.
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
    /// A line that says how many entries found no place.
    unshown: Vec<String>,
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
            let mut legend = Self {
                rows: in_rows(draft, hand, all, width),
                unshown: Vec::new(),
                lines: Vec::new(),
                listed: 0,
                hand,
            };
            let cut: usize = legend.rows.iter().skip(rows).map(Vec::len).sum();
            legend.rows.truncate(rows);
            if cut > 0 {
                let text = draft.say("chart-legend-more", &[("count", Arg::Count(cut as u64))]);
                legend.unshown = hand.lines(&text, width, 1);
            }
            let whole = hand.lines(&listing(draft, key, key.names.len()), width, usize::MAX);
            if whole.len() <= key_lines && legend.height_with(whole.len()) <= room {
                return Self { lines: whole, listed: key.names.len(), ..legend };
            }
            shortest = Some(legend);
        }
        let Some(mut legend) = shortest else {
            return Self {
                rows: Vec::new(),
                unshown: Vec::new(),
                lines: Vec::new(),
                listed: 0,
                hand: draft.small(),
            };
        };
        let free = ((most - legend.height_with(0)) / (legend.hand.size * LINE)).max(0.0) as usize;
        let free = free.max(1).min(key_lines);
        (legend.lines, legend.listed) = counted(draft, legend.hand, key, width, free);
        legend
    }

    fn height_with(&self, lines: usize) -> f64 {
        (self.rows.len() + self.unshown.len() + lines) as f64 * self.hand.size * LINE
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
        for line in self.unshown.into_iter().chain(self.lines) {
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
