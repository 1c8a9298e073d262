//! The lines under the bars of the moves panel: what the rings mean, how much market value was
//! gained or lost, and how many series are shown.
//!
//! They give way to the bars: where the panel is low, the key goes first and the rest takes one
//! line. Nothing here places a bar.

use super::columns::gain_text;
use super::draft::Draft;
use super::figure::{Marker, Panel, Rect, Shape};
use super::looks::label_of;
use super::moves::{arrow, tail};
use crate::model::{Bound, Quantity, Reported, SeriesId};
use crate::text::{Arg, DateStyle};

/// How much stands under the bars.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Amount {
    /// The key of the rings, and the total in up to two lines.
    All,
    /// The total in up to two lines.
    Total,
    /// As much of the total as one line holds.
    Line,
}

/// A line under the bars, with the sign it explains before it.
pub(super) struct Note {
    ring: Option<bool>,
    text: String,
}

/// The key of the rings, the market value and how many of all series are shown, as far as there
/// are any.
pub(super) fn notes(
    draft: &Draft<'_>,
    reported: &[&Reported],
    shown: Option<[usize; 2]>,
    width: f64,
    amount: Amount,
) -> Vec<Note> {
    let mut notes = Vec::new();
    // In the window the heading says it.
    if draft.print && !reported.is_empty() {
        notes.push(Note { ring: Some(false), text: draft.text("chart-moves-ring") });
        if reported.iter().any(|figure| tail(figure).is_some()) {
            notes.push(Note { ring: Some(true), text: draft.text("chart-moves-bound") });
        }
    }
    let count = shown_text(draft, shown);
    let hand = draft.small();
    let mut parts = total_parts(draft);
    parts.extend(count.clone());
    let lines = if amount == Amount::Line {
        let fits = |text: &String| hand.width(text) <= width;
        let shorter =
            || joined(draft, &value_text(draft).into_iter().chain(count.clone()).collect::<Vec<_>>());
        let line = Some(joined(draft, &parts)).filter(fits).or_else(|| Some(shorter()).filter(fits));
        hand.lines(&line.unwrap_or_else(|| count.clone().unwrap_or_default()), width, 1)
    } else {
        in_lines(draft, &parts, width)
    };
    notes.extend(lines.into_iter().map(|text| Note { ring: None, text }));
    notes
}

/// Lines under the table: the market value gained or lost, and how many series are shown.
pub(super) fn table_notes(draft: &Draft<'_>, shown: Option<[usize; 2]>, width: f64) -> Vec<String> {
    let mut parts = if draft.event().is_some() { total_parts(draft) } else { Vec::new() };
    parts.extend(shown_text(draft, shown));
    in_lines(draft, &parts, width)
}

fn shown_text(draft: &Draft<'_>, shown: Option<[usize; 2]>) -> Option<String> {
    shown.map(|[shown, all]| {
        let facts = [("shown", Arg::Count(shown as u64)), ("all", Arg::Count(all as u64))];
        draft.say("chart-moves-shown", &facts)
    })
}

/// Parts side by side as far as a line holds them; no line breaks inside a part that fits alone.
fn in_lines(draft: &Draft<'_>, parts: &[String], width: f64) -> Vec<String> {
    let hand = draft.small();
    let mut lines: Vec<Vec<String>> = Vec::new();
    for part in parts {
        let beside = lines.last().map(|line| [line.as_slice(), std::slice::from_ref(part)].concat());
        match beside.filter(|beside| hand.width(&joined(draft, beside)) <= width) {
            Some(beside) => {
                if let Some(line) = lines.last_mut() {
                    *line = beside;
                }
            }
            None => lines.push(vec![part.clone()]),
        }
    }
    lines.iter().flat_map(|line| hand.paragraph(&joined(draft, line), width, 2)).collect()
}

/// Height of everything under the bars: tick texts and notes.
pub(super) fn feet_height(draft: &Draft<'_>, notes: &[Note], rect: Rect, axis: bool) -> f64 {
    let lines = flow(draft, notes, rect).last().map_or(0, |(_, line)| line + 1);
    axis_height(draft, axis) + draft.sizes.small * leading(axis) * lines as f64
}

/// Height of a line of notes in type sizes: close where there is no room for an axis either.
fn leading(axis: bool) -> f64 {
    if axis { 1.5 } else { 1.2 }
}

/// Height of the values along the axis, or of the gap that stands in their place.
fn axis_height(draft: &Draft<'_>, axis: bool) -> f64 {
    draft.sizes.label * if axis { 1.9 } else { 0.3 }
}

/// Room that a note's sign takes before its words.
fn sign_width(draft: &Draft<'_>, note: &Note) -> f64 {
    match note.ring {
        Some(true) => draft.px(36.0),
        Some(false) => draft.px(21.0),
        None => 0.0,
    }
}

/// Distance from where the line begins and line number of each note: the keys of the rings share
/// a line if they fit side by side, every other note has its own.
fn flow(draft: &Draft<'_>, notes: &[Note], rect: Rect) -> Vec<(f64, usize)> {
    let hand = draft.small();
    let (mut x, mut line, mut open) = (0.0, 0, true);
    let mut places = Vec::new();
    for note in notes {
        let width = sign_width(draft, note) + hand.width(&note.text);
        let beside = open && note.ring.is_some() && x + width <= rect.width;
        if !places.is_empty() && !beside {
            x = 0.0;
            line += 1;
        }
        places.push((x, line));
        x += width + draft.px(26.0);
        open = note.ring.is_some();
    }
    places
}

/// Sets the notes under the panel's plot.
pub(super) fn set_notes(draft: &Draft<'_>, panel: &mut Panel, notes: &[Note], rect: Rect, axis: bool) {
    let hand = draft.small();
    let first = panel.plot.bottom() + axis_height(draft, axis) + draft.sizes.small;
    for (note, (x, line)) in notes.iter().zip(flow(draft, notes, rect)) {
        let y = first + line as f64 * draft.sizes.small * leading(axis);
        if let Some(arrowed) = note.ring {
            let centre = [draft.along(rect, x + draft.px(7.0)), y - hand.centre()];
            panel.over.push(Shape::Dot {
                at: centre,
                shape: Marker::Circle,
                radius: draft.px(5.5),
                fill: Some(draft.scene.theme.background),
                stroke: Some(draft.stroke(draft.scene.theme.ink, 2.0)),
            });
            if arrowed {
                let forward = draft.forward();
                panel.over.push(arrow(draft, [centre[0] + forward * draft.px(5.5), centre[1]], forward));
            }
        }
        let before = x + sign_width(draft, note);
        let text = hand.fit(&note.text, rect.width - before);
        panel.labels.push(hand.set(&text, [draft.along(rect, before), y], draft.start()));
    }
}

/// Parts in one line, with a dot between them.
fn joined(draft: &Draft<'_>, parts: &[String]) -> String {
    let both = |first: String, second: &String| {
        draft.say("chart-moves-both", &[("first", Arg::Text(&first)), ("second", Arg::Text(second))])
    };
    parts.iter().cloned().reduce(|first, second| both(first, &second)).unwrap_or_default()
}

/// The market value gained or lost, and what was reported to be at stake.
pub(super) fn total_text(draft: &Draft<'_>) -> String {
    joined(draft, &total_parts(draft))
}

fn total_parts(draft: &Draft<'_>) -> Vec<String> {
    let date = draft.event().map(|event| event.date);
    let stake = draft
        .scene
        .data
        .reported
        .iter()
        .find(|figure| Some(figure.date) == date && figure.quantity == Quantity::MarketValue)
        .map(|figure| {
            let sum = draft.scene.words.dollars(figure.value.abs());
            let key = match figure.bound {
                Bound::About => "chart-moves-stake-about",
                Bound::AtLeast => "chart-moves-stake-at-least",
                Bound::AtMost => "chart-moves-stake-at-most",
            };
            draft.say(key, &[("sum", Arg::Text(&sum))])
        });
    value_text(draft).into_iter().chain(stake).collect()
}

/// The market value gained or lost, with its sign, and of how many stocks.
fn value_text(draft: &Draft<'_>) -> Option<String> {
    let value = draft.value().filter(|value| value.counted > 0)?;
    let sum = gain_text(draft.scene.words, value.total, value.currency.as_deref());
    let facts = [("stocks", Arg::Count(value.counted as u64)), ("sum", Arg::Text(&sum))];
    Some(draft.say("chart-moves-value", &facts))
}

/// What the market value stands on: counts of a date after the base, amounts of other currencies
/// that are not added, and series that are withheld.
pub(super) fn value_notes(draft: &Draft<'_>) -> Vec<String> {
    let scene = draft.scene;
    let Some(value) = draft.value() else { return Vec::new() };
    let name = |id: &SeriesId| scene.data.series(id).map(|series| label_of(scene.data, series).to_owned());
    let dated = |id: &SeriesId, date| {
        let (name, date) = (name(id)?, draft.date(date, DateStyle::Day));
        Some(draft.say("chart-end-dated", &[("name", Arg::Text(&name)), ("date", Arg::Text(&date))]))
    };
    let mut notes = Vec::new();
    let mut add = |key: &str, names: Vec<String>| {
        if !names.is_empty() {
            let currency = value.currency.clone().unwrap_or_default();
            let facts = [("names", draft.list(&names)), ("currency", currency)];
            notes.push(draft.say(key, &facts.each_ref().map(|(key, text)| (*key, Arg::Text(text)))));
        }
    };
    let later = value.lines.iter().filter(|line| line.is_later);
    add("chart-value-later", later.filter_map(|line| dated(&line.id, line.as_of)).collect());
    let other = value.lines.iter().filter(|line| line.currency != value.currency);
    let key = if value.currency.is_some() { "chart-value-currency" } else { "chart-value-no-currency" };
    add(key, other.filter_map(|line| name(&line.id)).collect());
    let withheld = value.withheld.iter().filter_map(|withheld| dated(&withheld.id, withheld.suspect.date));
    add("chart-value-withheld", withheld.collect());
    notes
}
