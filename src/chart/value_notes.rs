//! Market value in sentences: over whom the sum runs, with which counts, and what stands beside it.
//!
//! A sum never stands without its universe.

use super::columns::gain_text;
use super::looks::label_of;
use super::{Scene, day_text};
use crate::model::{Bound, Quantity, SeriesId};
use crate::study::universe::{Group, Universe};
use crate::text::{Arg, DateStyle};

/// Sectors and exchanges that are named by themselves.
const NAMED_GROUPS: usize = 3;

/// The conditions of the market values, a sentence each; none where no shares are known.
#[must_use]
pub fn value_notes(scene: &Scene<'_>) -> Vec<String> {
    let Some(value) = &scene.analysis.value else { return Vec::new() };
    let words = scene.words;
    let name = |id: &SeriesId| {
        let series = scene.data.series(id);
        series.map_or_else(|| id.as_str().to_owned(), |series| label_of(scene.data, series).to_owned())
    };
    let date = |date| day_text(words, date, DateStyle::Short);
    let mut notes = Vec::new();
    if value.counted > 0 {
        let currency = value.currency.as_deref();
        let total = gain_text(words, value.total, currency);
        let facts = [
            ("total", Arg::Text(&total)),
            ("counted", Arg::Count(value.counted as u64)),
            ("of", Arg::Count(value.of as u64)),
        ];
        let key = if currency.is_some() { "chart-worth-total" } else { "chart-worth-total-unknown" };
        notes.push(words.say(key, &facts));
        if let Some(abnormal) = value.abnormal {
            let abnormal = gain_text(words, abnormal, currency);
            notes.push(words.say("chart-worth-abnormal", &[("abnormal", Arg::Text(&abnormal))]));
        }
    }
    for line in value.lines.iter().filter(|line| line.is_later) {
        let facts = [("name", name(&line.id)), ("date", date(line.as_of))];
        let facts = facts.each_ref().map(|(key, text)| (*key, Arg::Text(text.as_str())));
        notes.push(words.say("chart-worth-later", &facts));
    }
    for line in &value.withheld {
        let facts =
            [("name", name(&line.id)), ("count", date(line.as_of)), ("date", date(line.suspect.date))];
        let facts = facts.each_ref().map(|(key, text)| (*key, Arg::Text(text.as_str())));
        notes.push(words.say("chart-worth-withheld", &facts));
    }
    let other = value.lines.iter().filter(|line| line.currency != value.currency);
    let other: Vec<String> = other.map(|line| words.isolated(&name(&line.id)).into_owned()).collect();
    if !other.is_empty() {
        let names = words.directed(other.join(&words.text("chart-list-separator")));
        notes.push(words.say("chart-worth-other-currency", &[("names", Arg::Text(&names))]));
    }
    notes
}

/// Why published sums of one loss differ: what other counts of shares would make of it, the largest
/// loss first.
#[must_use]
pub fn difference_notes(scene: &Scene<'_>) -> Vec<String> {
    let words = scene.words;
    let Some(value) = &scene.analysis.value else { return Vec::new() };
    let mut notes = vec![words.text("chart-worth-differs")];
    for line in value.lines.iter().filter(|line| !line.others.is_empty()) {
        let Some(series) = scene.data.series(&line.id) else { continue };
        let currency = line.currency.as_deref();
        for (as_of, change) in &line.others {
            let facts = [
                ("name", label_of(scene.data, series).to_owned()),
                ("taken", day_text(words, line.as_of, DateStyle::Short)),
                ("sum", gain_text(words, line.change, currency)),
                ("date", day_text(words, *as_of, DateStyle::Short)),
                ("other", gain_text(words, *change, currency)),
            ];
            let facts = facts.each_ref().map(|(key, text)| (*key, Arg::Text(text.as_str())));
            notes.push(words.say("chart-worth-other-count", &facts));
        }
    }
    notes
}

/// Sums of market values of a whole market, each with its universe, and what was reported beside
/// them.
#[must_use]
pub fn universe_notes(scene: &Scene<'_>, file: &str, sums: &Universe) -> Vec<String> {
    let words = scene.words;
    let sum_text = |group: &Group, key: &str| {
        let change = gain_text(words, group.change, sums.currency.as_deref());
        let share = words.change(group.change / group.before, 1);
        let facts = [
            ("name", Arg::Text(group.name.as_str())),
            ("change", Arg::Text(&change)),
            ("share", Arg::Text(&share)),
            ("listings", Arg::Count(group.listings as u64)),
            ("file", Arg::Text(file)),
        ];
        words.say(key, &facts)
    };
    let mut notes: Vec<String> = Vec::new();
    for (by, key) in [
        ("all", "chart-universe-all"),
        ("exchange", "chart-universe-exchange"),
        ("sector", "chart-universe-sector"),
        ("members", "chart-universe-members"),
    ] {
        let groups = sums.groups.iter().filter(|group| group.by == by && group.listings > 0);
        notes.extend(groups.take(NAMED_GROUPS).map(|group| sum_text(group, key)));
    }
    if sums.duplicates + sums.without_value > 0 {
        let facts = [
            ("duplicates", Arg::Count(sums.duplicates as u64)),
            ("without", Arg::Count(sums.without_value as u64)),
        ];
        notes.push(words.say("chart-universe-left-out", &facts));
    }
    if !sums.members_missing.is_empty() {
        let names = sums.members_missing.join(&words.text("chart-list-separator"));
        notes.push(words.say("chart-universe-missing", &[("names", Arg::Text(&names))]));
    }
    notes.extend(reported_notes(scene));
    notes
}

/// Market values that were reported about the event before its outcome was known.
fn reported_notes(scene: &Scene<'_>) -> Vec<String> {
    let Some(event) = &scene.document.event else { return Vec::new() };
    let words = scene.words;
    let reported = scene.data.reported.iter().filter(|figure| {
        figure.date == event.date && figure.quantity == Quantity::MarketValue && figure.value.is_finite()
    });
    let text = |figure: &crate::model::Reported| {
        let currency = Some(figure.unit.as_str()).filter(|unit| !unit.is_empty());
        let sum = words.money(figure.value.abs(), currency);
        let key = match figure.bound {
            Bound::About => "chart-bound-about",
            Bound::AtLeast => "chart-bound-at-least",
            Bound::AtMost => "chart-bound-at-most",
        };
        let sum = words.say(key, &[("value", Arg::Text(&sum))]);
        let facts = [("sum", Arg::Text(&sum)), ("subject", Arg::Text(figure.subject.as_str()))];
        words.say("chart-universe-reported", &facts)
    };
    reported.map(text).collect()
}
