//! The sentences around and about a figure: title, subtitle, source, note, alternative text, and
//! the headings of panels.
//!
//! A title states what moved, by how much and when. None of them names a cause.

use super::alt::alt;
use super::draft::Draft;
use super::figure::{Caption, FigureKind};
use super::legend_signs::begun;
use super::looks::{Standing, look};
use super::model_notes::{compared, model_notes};
use super::model_points::Field;
use super::moves_notes::value_notes;
use super::scores::{cost_name, scale_key, score_name, score_phrase, unit_key};
use super::session_axis::{shown_dates, shown_sessions};
use super::study_words;
use super::undated::left_out;
use super::wording::worded;
use super::{Medium, Scene, View};
use crate::model::{Cost, Kind, Prices, Role, Scale, Series};
use crate::study::main_index;
use crate::study::moves::change_to;
use crate::text::{Arg, DateStyle, without_isolates};
use jiff::civil::Date;

/// File names that a source line lists before it counts the rest.
const LISTED_FILES: usize = 8;
/// Names that a note lists before it counts the rest.
pub(super) const LISTED_NAMES: usize = 8;

/// All sentences of a figure.
pub(super) fn caption(draft: &Draft<'_>, kind: FigureKind) -> Caption {
    let field = Field::of(draft);
    let field = field.as_ref();
    let own = &draft.scene.document.wording;
    // A pair without prices is the models alone.
    let models_only = kind == FigureKind::Pair && draft.scene.data.series.is_empty() && field.is_some();
    Caption {
        title: worded(draft, own.title.as_ref(), || {
            if kind == FigureKind::Models || models_only {
                return models_title(draft, field);
            }
            let of_study = (kind == FigureKind::Study).then(|| study_words::title(draft)).flatten();
            of_study.unwrap_or_else(|| title(draft))
        }),
        subtitle: worded(draft, own.subtitle.as_ref(), || subtitle(draft, kind, field)),
        source: worded(draft, own.source.as_ref(), || source(draft, kind)),
        note: worded(draft, own.note.as_ref(), || note(draft, kind, field)),
        byline: worded(draft, own.byline.as_ref(), String::new),
        alt: without_isolates(&alt(draft, kind, field)).into_owned(),
    }
}

/// What the market chart's values are, for a heading in the window.
#[must_use]
pub fn market_subtitle(scene: &Scene<'_>, view: &View) -> String {
    let draft = window(scene, view);
    let sentence = market_sentence(&draft);
    match left_out_note(&draft) {
        Some(note) => draft
            .say("chart-sentence-note", &[("sentence", Arg::Text(&sentence)), ("note", Arg::Text(&note))]),
        None => sentence,
    }
}

/// Heading of the moves in the window.
#[must_use]
pub fn moves_title(scene: &Scene<'_>) -> String {
    moves_heading(&window(scene, &View::default()))
}

/// What bars and rings are, for the line beside that heading.
#[must_use]
pub fn moves_key(scene: &Scene<'_>) -> String {
    let Some(event) = scene.event() else { return String::new() };
    let reported = scene.data.reported.iter().any(|figure| figure.date == event.date);
    scene.words.text(if reported { "chart-moves-key-ring" } else { "chart-moves-key" })
}

pub(super) fn window<'a>(scene: &Scene<'a>, view: &'a View) -> Draft<'a> {
    Draft::new(scene, view, &Medium::Window { size: [0.0, 0.0] })
}

/// Heading of the market panel.
pub(super) fn market_heading(draft: &Draft<'_>) -> String {
    draft.text("chart-market-heading")
}

/// Heading of the moves panel: the date of the session that the moves are of.
pub(super) fn moves_heading(draft: &Draft<'_>) -> String {
    let Some(event) = draft.event() else {
        return draft.text(by_axis(draft, "chart-moves-heading-no-event", "chart-moves-heading-rows"));
    };
    let session = moves_session(draft).unwrap_or(event.date);
    let date = draft.date(session, DateStyle::Long);
    if session == event.date {
        return draft.say("chart-moves-heading", &[("date", Arg::Text(&date))]);
    }
    let day = draft.date(event.date, DateStyle::LongDay);
    draft.say("chart-moves-heading-after", &[("date", Arg::Text(&date)), ("event", Arg::Text(&day))])
}

/// The date of the moves: the session of the index, else of the first series with a move.
pub(super) fn moves_session(draft: &Draft<'_>) -> Option<Date> {
    let session = |series: &Series| {
        let found = draft.scene.analysis.move_of(&series.id)?;
        found.change.and(found.event).map(|(date, _)| date)
    };
    main_index(draft.scene.document, draft.scene.data)
        .and_then(session)
        .or_else(|| draft.visible().find_map(session))
}

/// The key for an axis of dates or the one for an axis of rows.
fn by_axis<'k>(draft: &Draft<'_>, dates: &'k str, rows: &'k str) -> &'k str {
    if draft.scene.analysis.sessions.are_rows() { rows } else { dates }
}

/// Heading of the scatter: score by cost.
pub(super) fn models_heading(draft: &Draft<'_>) -> String {
    match Field::of(draft) {
        Some(field) => score_by_cost(draft, &field, "chart-models-heading"),
        None => draft.text("chart-models-heading-empty"),
    }
}

fn score_by_cost(draft: &Draft<'_>, field: &Field<'_>, key: &str) -> String {
    let (score, cost) = (score_name(field.score), cost_name(draft, field));
    let scored = score_phrase(draft, &score);
    let facts = [("score", Arg::Text(&score)), ("scored", Arg::Text(&scored)), ("cost", Arg::Text(&cost))];
    begun(&draft.say(key, &facts))
}

/// What the scatter shows, with the scale of the scores where it does not go without saying.
fn models_sentence(draft: &Draft<'_>, field: &Field<'_>) -> String {
    let unit = field.table.column(field.score).and_then(|column| unit_key(column.unit));
    let keys: Vec<String> =
        unit.into_iter().chain(scale_key(field.score_scale)).map(|key| draft.text(key)).collect();
    if keys.is_empty() {
        return score_by_cost(draft, field, "chart-sentence-models");
    }
    let (score, cost) = (score_name(field.score), cost_name(draft, field));
    let (scored, scale) = (score_phrase(draft, &score), keys.join(&draft.text("chart-list-separator")));
    let facts = [
        ("score", Arg::Text(&score)),
        ("scored", Arg::Text(&scored)),
        ("scale", Arg::Text(&scale)),
        ("cost", Arg::Text(&cost)),
    ];
    begun(&draft.say("chart-sentence-models-scaled", &facts))
}

/// "Nvidia fell 17.0%".
pub(super) fn moved(draft: &Draft<'_>, name: &str, share: f64) -> String {
    let percent = draft.scene.words.percent(share.abs(), 1);
    let key = match share {
        share if share.abs() < 0.000_5 => "chart-moved-flat",
        share if share < 0.0 => "chart-moved-fell",
        _ => "chart-moved-rose",
    };
    draft.say(key, &[("name", Arg::Text(name)), ("percent", Arg::Text(&percent))])
}

/// Beyond this share a move is a slip in the data rather than news.
const MOST_TOLD: f64 = 1e6;

/// The move of a series as a title can tell it.
pub(super) fn told(share: f64) -> Option<f64> {
    (share.abs() < MOST_TOLD).then_some(share)
}

/// The series that a title with an event speaks of, with their moves: the index and the stock that
/// fell most.
pub(super) fn titled<'a>(draft: &Draft<'a>) -> [Option<(&'a Series, f64)>; 2] {
    let session = moves_session(draft);
    // A title has one date: only moves of that day stand under it.
    let change = |series: &Series| {
        let found = draft.scene.analysis.move_of(&series.id)?;
        found.change.filter(|_| found.event.map(|(date, _)| date) == session).and_then(told)
    };
    let index =
        main_index(draft.scene.document, draft.scene.data).and_then(|index| Some((index, change(index)?)));
    let stocks = draft.visible().filter(|series| series.info.role == Role::Stock);
    let stocks = stocks.filter_map(|series| Some((series, change(series)?)));
    [index, stocks.min_by(|(_, a), (_, b)| a.total_cmp(b))]
}

/// What fell or rose, and when.
fn title(draft: &Draft<'_>) -> String {
    if draft.scene.data.series.is_empty() {
        return draft.text("chart-title-empty");
    }
    let Some(event) = draft.event() else { return title_without_event(draft) };
    let [index, stock] =
        titled(draft).map(|found| found.map(|(series, share)| moved(draft, series.name(), share)));
    let session = moves_session(draft);
    let date = draft.date(session.unwrap_or(event.date), DateStyle::Long);
    let (first, second) = match (index, stock) {
        (Some(index), stock) => (index, stock),
        (None, Some(stock)) => (stock, None),
        (None, None) => return draft.say("chart-title-no-move", &[("date", Arg::Text(&date))]),
    };
    let first = if event.name.is_empty() {
        draft.say("chart-title-on", &[("moved", Arg::Text(&first)), ("date", Arg::Text(&date))])
    } else {
        let name = Arg::Text(&event.name);
        draft.say(
            "chart-title-event",
            &[("moved", Arg::Text(&first)), ("date", Arg::Text(&date)), ("event", name)],
        )
    };
    match second {
        Some(second) => {
            draft.say("chart-title-two", &[("first", Arg::Text(&first)), ("second", Arg::Text(&second))])
        }
        None => first,
    }
}

/// First and last date in view, if any session is.
pub(super) fn dates_in_view(draft: &Draft<'_>) -> Option<(Date, Date)> {
    let sessions = &draft.scene.analysis.sessions;
    shown_dates(sessions, shown_sessions(sessions, draft.view))
}

fn title_without_event(draft: &Draft<'_>) -> String {
    let Some((from, to)) = dates_in_view(draft) else { return draft.text("chart-title-empty") };
    let series = main_index(draft.scene.document, draft.scene.data).or_else(|| draft.visible().next());
    let change = series.and_then(|series| {
        let base = crate::study::moves::base_without_event(series, from)?;
        Some(moved(draft, series.name(), told(change_to(series, &base, to)?.1)?))
    });
    let (from, to) = (draft.date(from, DateStyle::Long), draft.date(to, DateStyle::Long));
    let dates = [("from", Arg::Text(&from)), ("to", Arg::Text(&to))];
    match change {
        Some(moved) => {
            let [from, to] = dates;
            draft.say("chart-title-between", &[("moved", Arg::Text(&moved)), from, to])
        }
        None => draft.say("chart-title-range", &dates),
    }
}

/// Which models gave most for their price.
fn models_title(draft: &Draft<'_>, field: Option<&Field<'_>>) -> String {
    let Some(field) = field.filter(|field| !field.frontier.is_empty()) else {
        return models_heading(draft);
    };
    let Some(as_of) = field.as_of else { return models_heading(draft) };
    let names = field.labels(&field.frontier);
    let date = draft.date(as_of, DateStyle::Long);
    let (score, cost) = (score_name(field.score), cost_name(draft, field));
    let scored = score_phrase(draft, &score);
    let listed = draft.list(&names);
    let facts = [
        ("score", Arg::Text(&score)),
        ("scored", Arg::Text(&scored)),
        ("cost", Arg::Text(&cost)),
        ("date", Arg::Text(&date)),
        ("names", Arg::Text(&listed)),
        ("count", Arg::Count(names.len() as u64)),
    ];
    draft.say(
        match (names.len() > 4, draft.scene.document.scatter.prices) {
            (true, _) => "chart-title-models-count",
            (false, Prices::InForce) => "chart-title-models-in-force",
            (false, Prices::All) => "chart-title-models",
        },
        &facts,
    )
}

/// "Change since the close of Friday 24 January 2025".
fn market_sentence(draft: &Draft<'_>) -> String {
    let scale = draft.scene.document.scale;
    if scale == Scale::Price {
        return draft.text("chart-sentence-price");
    }
    let base = base_date(draft).map(|date| draft.date(date, DateStyle::Full));
    let key = match (scale, draft.event().is_some()) {
        (Scale::Hundred, true) => "chart-sentence-hundred",
        (Scale::Hundred, false) => {
            by_axis(draft, "chart-sentence-hundred-first", "chart-sentence-hundred-row")
        }
        (_, true) => "chart-sentence-percent",
        (_, false) => by_axis(draft, "chart-sentence-percent-first", "chart-sentence-percent-row"),
    };
    base.map_or_else(String::new, |base| draft.say(key, &[("date", Arg::Text(&base))]))
}

/// The base of the index, else of the first series that has one; without an event the first
/// shown session.
pub(super) fn base_date(draft: &Draft<'_>) -> Option<Date> {
    if draft.event().is_none() {
        return dates_in_view(draft).map(|(from, _)| from);
    }
    let base = |series: &Series| draft.scene.analysis.move_of(&series.id).and_then(|found| found.base);
    main_index(draft.scene.document, draft.scene.data)
        .and_then(base)
        .or_else(|| draft.visible().find_map(base))
        .map(|base| base.date)
}

fn subtitle(draft: &Draft<'_>, kind: FigureKind, field: Option<&Field<'_>>) -> String {
    let models = || field.map(|field| models_sentence(draft, field));
    match kind {
        FigureKind::Market => market_sentence(draft),
        FigureKind::Study => study_words::subtitle(draft, &market_sentence(draft)),
        FigureKind::Moves => moves_sentence(draft).unwrap_or_default(),
        FigureKind::Table => moves_sentence(draft).or_else(|| change_sentence(draft)).unwrap_or_default(),
        FigureKind::Models => match (models(), field.and_then(|field| compared(draft, field))) {
            (Some(models), Some(pair)) => {
                let facts = [("sentence", Arg::Text(models.as_str())), ("note", Arg::Text(pair.as_str()))];
                draft.say("chart-sentence-note", &facts)
            }
            (models, _) => models.unwrap_or_default(),
        },
        FigureKind::Pair => match (market_sentence(draft), models()) {
            (market, Some(models)) if !market.is_empty() => draft.say(
                "chart-sentence-pair",
                &[("market", Arg::Text(&market)), ("models", Arg::Text(&models))],
            ),
            (market, models) => models.filter(|_| market.is_empty()).unwrap_or(market),
        },
    }
}

/// What the moves are measured between.
fn moves_sentence(draft: &Draft<'_>) -> Option<String> {
    let date = base_date(draft).filter(|_| draft.event().is_some())?;
    let date = draft.date(date, DateStyle::Full);
    Some(draft.say("chart-sentence-moves", &[("date", Arg::Text(&date))]))
}

/// Since when changes are measured where there is no event.
fn change_sentence(draft: &Draft<'_>) -> Option<String> {
    let date = draft.date(base_date(draft)?, DateStyle::Full);
    let key = by_axis(draft, "chart-sentence-percent-first", "chart-sentence-percent-row");
    Some(draft.say(key, &[("date", Arg::Text(&date))]))
}

/// The files that a figure shows, by name.
fn source(draft: &Draft<'_>, kind: FigureKind) -> String {
    let files = |wanted: &[Kind]| -> Vec<String> {
        let sources = draft.scene.data.sources.iter().filter(|source| wanted.contains(&source.kind));
        sources.map(crate::model::Source::file_name).collect()
    };
    let mut parts = Vec::new();
    let mut add = |key: &str, names: Vec<String>| {
        if !names.is_empty() {
            parts.push(draft.say(key, &[("files", Arg::Text(&some_of(draft, &names, LISTED_FILES)))]));
        }
    };
    if kind != FigureKind::Models {
        add("chart-source-prices", files(&[Kind::Prices]));
        add("chart-source-sides", files(&[Kind::Reported, Kind::Shares]));
    }
    if matches!(kind, FigureKind::Models | FigureKind::Pair) {
        let of_training = draft.scene.document.cost == Cost::Training;
        let kinds: &[Kind] = if of_training { &[Kind::Models, Kind::Values] } else { &[Kind::Models] };
        add("chart-source-models", files(kinds));
    }
    if draft.scene.data.sources.iter().any(|source| source.sample) {
        parts.push(draft.text("chart-source-sample"));
    }
    parts.join(" ")
}

/// The first names, and how many more there are.
pub(super) fn some_of(draft: &Draft<'_>, names: &[String], listed: usize) -> String {
    if names.len() <= listed {
        return draft.list(names);
    }
    let first: Vec<String> = names.iter().take(listed).cloned().collect();
    let names_text = draft.list(&first);
    let facts = [("names", Arg::Text(&names_text)), ("more", Arg::Count((names.len() - listed) as u64))];
    draft.say("chart-list-more", &facts)
}

/// How it was computed and what was assumed.
fn note(draft: &Draft<'_>, kind: FigureKind, field: Option<&Field<'_>>) -> String {
    let mut sentences = Vec::new();
    if kind == FigureKind::Study {
        sentences.extend(study_words::notes(draft));
    }
    if kind != FigureKind::Models {
        sentences.extend(market_notes(draft, kind));
    }
    if let (FigureKind::Models | FigureKind::Pair, Some(field)) = (kind, field) {
        let pair = compared(draft, field).filter(|_| kind == FigureKind::Pair);
        sentences.extend(pair.map(|sentence| format!("{sentence}.")));
        sentences.extend(model_notes(draft, field));
    }
    sentences.join(" ")
}

fn market_notes(draft: &Draft<'_>, kind: FigureKind) -> Vec<String> {
    let scene = draft.scene;
    let event = draft.event().is_some();
    let mut notes = Vec::new();
    if kind != FigureKind::Market || scene.document.scale != Scale::Price {
        let first = by_axis(draft, "chart-note-base-first", "chart-note-base-row");
        notes.push(draft.text(if event { "chart-note-base" } else { first }));
    }
    notes.extend(left_out_note(draft));
    notes.extend(closes_note(draft));
    let grey = draft.visible().filter(|series| {
        look(scene.document, scene.data, scene.theme, &series.id).standing == Standing::Other
    });
    let grey = grey.count();
    if matches!(kind, FigureKind::Market | FigureKind::Pair | FigureKind::Study) && grey > 0 {
        notes.push(draft.say("chart-note-grey", &[("count", Arg::Count(grey as u64))]));
    }
    let without: Vec<String> = draft
        .visible()
        .filter(|series| {
            event && scene.analysis.move_of(&series.id).is_none_or(|found| found.change.is_none())
        })
        .map(|series| series.name().to_owned())
        .collect();
    if !without.is_empty() {
        let names = some_of(draft, &without, LISTED_NAMES);
        notes.push(draft.say("chart-note-without-base", &[("names", Arg::Text(&names))]));
    }
    if event && matches!(kind, FigureKind::Moves | FigureKind::Table | FigureKind::Pair) {
        notes.extend(value_notes(draft));
    }
    notes
}

/// Which series have no place on an axis of dates.
fn left_out_note(draft: &Draft<'_>) -> Option<String> {
    let names = left_out(draft);
    let listed = || some_of(draft, &names, LISTED_NAMES);
    (!names.is_empty()).then(|| draft.say("chart-note-undated", &[("names", Arg::Text(&listed()))]))
}

/// Whether the shown closes are as traded; a file that holds adjusted ones alone has no others.
fn closes_note(draft: &Draft<'_>) -> Option<String> {
    let is_adjusted = |series: &&Series| {
        let source = draft.scene.data.source(series.source);
        source.is_some_and(|source| {
            source.warnings.iter().any(|warning| warning.message.key == "io-adjusted-as-close")
        })
    };
    let (adjusted, traded): (Vec<_>, Vec<_>) = draft.visible().partition(is_adjusted);
    match (adjusted.as_slice(), traded.as_slice()) {
        ([], []) => None,
        _ if draft.scene.analysis.sessions.are_rows() => Some(draft.text("chart-note-closes-rows")),
        ([], _) => Some(draft.text("chart-note-closes")),
        (_, []) => Some(draft.text("chart-note-closes-adjusted")),
        (adjusted, _) => {
            let names: Vec<String> = adjusted.iter().map(|series| series.name().to_owned()).collect();
            let names = some_of(draft, &names, LISTED_NAMES);
            Some(draft.say("chart-note-closes-mixed", &[("names", Arg::Text(&names))]))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{Theme, ThemeName};
    use crate::io::{self, Control};
    use crate::model::{Document, Overrides, SeriesId, SourceId};
    use crate::text::Words;
    use std::path::Path;
    use std::sync::Arc;

    /// The note on closes of a market figure of files with these names and headers.
    fn closes_of(files: &[(&str, &str)], hidden: &[&str]) -> Option<String> {
        let loaded: Vec<_> = (0..)
            .map(SourceId)
            .zip(files)
            .map(|(id, (name, close))| {
                let text = format!("Date,{close}\n2025-01-24,10\n2025-01-27,9\n");
                let read = io::read_bytes(
                    Path::new(name),
                    text.as_bytes(),
                    &Overrides::default(),
                    &Control::unwatched(),
                );
                (id, Arc::new(read.unwrap()))
            })
            .collect();
        let data = io::compose(&loaded);
        let hidden = hidden.iter().map(|name| SeriesId::new(name)).collect();
        let document = Document { hidden, ..Document::default() };
        let analysis = crate::study::analyse(&data, &document);
        let (words, theme) = (Words::english(), Theme::built_in(ThemeName::Light));
        let scene =
            Scene { document: &document, data: &data, analysis: &analysis, theme: &theme, words: &words };
        closes_note(&window(&scene, &View::default()))
    }

    #[test]
    fn closes_are_called_as_traded_only_where_they_are() {
        let (traded, adjusted) = (("A.csv", "Close"), ("B.csv", "Adj Close"));
        let note = |files: &[(&str, &str)], hidden: &[&str]| closes_of(files, hidden).unwrap();
        assert!(note(&[traded], &[]).starts_with("Closes as traded, not adjusted for dividends;"));
        assert!(!note(&[adjusted], &[]).contains("not adjusted"));
        assert!(note(&[traded, adjusted], &[]).contains("ones alone (B)"));
        assert_eq!(note(&[traded, adjusted], &["B"]), note(&[traded], &[]));
        assert_eq!(note(&[traded, adjusted], &["A"]), note(&[adjusted], &[]));
        assert_eq!(closes_of(&[traded], &["A"]), None, "nothing is shown, nothing is said");
    }
}
