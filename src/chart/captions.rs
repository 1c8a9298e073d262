//! The sentences around and about a figure: title, subtitle, source, note, alternative text, and
//! the headings of panels.
//!
//! A title states what moved, by how much and when. None of them names a cause.

mod sources;

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
use super::verdict::bar_notes;
use super::wording::worded;
use super::{Medium, Scene, View};
use crate::model::{Prices, Role, Scale, Series};
use crate::study::main_index;
use crate::study::moves::change_to;
use crate::text::{Arg, DateStyle, without_isolates};
use jiff::civil::Date;
use sources::source;

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
    let series = moves_series(draft);
    let session = moves_session(draft).unwrap_or(event.date);
    let (date, is_coarse) = draft.bar(series, session, DateStyle::Long);
    let holds = |series: &Series| {
        let [first, last] = series.bars.cadence().span(session);
        (first..=last).contains(&event.date)
    };
    if session == event.date || series.is_some_and(holds) {
        let key = if is_coarse { "chart-moves-heading-in" } else { "chart-moves-heading" };
        return draft.say(key, &[("date", Arg::Text(&date))]);
    }
    let day = draft.date(event.date, DateStyle::LongDay);
    let key = if is_coarse { "chart-moves-heading-in-after" } else { "chart-moves-heading-after" };
    draft.say(key, &[("date", Arg::Text(&date)), ("event", Arg::Text(&day))])
}

/// The date of the moves: the session of the index, else of the first series with a move.
pub(super) fn moves_session(draft: &Draft<'_>) -> Option<Date> {
    session_of(draft, moves_series(draft)?)
}

/// The series whose session that is.
pub(super) fn moves_series<'a>(draft: &Draft<'a>) -> Option<&'a Series> {
    let index = main_index(draft.scene.document, draft.scene.data);
    index.into_iter().chain(draft.visible()).find(|series| session_of(draft, series).is_some())
}

fn session_of(draft: &Draft<'_>, series: &Series) -> Option<Date> {
    let found = draft.scene.analysis.move_of(&series.id)?;
    found.change.and(found.event).map(|(date, _)| date)
}

/// The move told with its session: "on 27 January 2025", "in the week of 27 January 2025".
pub(super) fn dated(draft: &Draft<'_>, moved: &str, series: Option<&Series>, session: Date) -> String {
    let (date, is_coarse) = draft.bar(series, session, DateStyle::Long);
    let event = draft.event().map(|event| event.name.clone()).unwrap_or_default();
    let key = match (event.is_empty(), is_coarse) {
        (true, false) => "chart-title-on",
        (true, true) => "chart-title-in",
        (false, false) => "chart-title-event",
        (false, true) => "chart-title-event-in",
    };
    draft.say(key, &[("moved", Arg::Text(moved)), ("date", Arg::Text(&date)), ("event", Arg::Text(&event))])
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
/// moved most, up or down.
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
    let stocks: Vec<_> = stocks.filter_map(|series| Some((series, change(series)?))).collect();
    [index, stocks.into_iter().rev().max_by(|(_, a), (_, b)| a.abs().total_cmp(&b.abs()))]
}

/// What fell or rose, and when.
fn title(draft: &Draft<'_>) -> String {
    if draft.scene.data.series.is_empty() {
        return draft.text("chart-title-empty");
    }
    let Some(event) = draft.event() else { return title_without_event(draft) };
    let [index, stock] =
        titled(draft).map(|found| found.map(|(series, share)| moved(draft, series.name(), share)));
    let session = moves_session(draft).unwrap_or(event.date);
    let (first, second) = match (index, stock) {
        (Some(index), stock) => (index, stock),
        (None, Some(stock)) => (stock, None),
        (None, None) => {
            let date = draft.date(session, DateStyle::Long);
            return draft.say("chart-title-no-move", &[("date", Arg::Text(&date))]);
        }
    };
    let first = dated(draft, &first, moves_series(draft), session);
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
        return match common_currency(draft) {
            Some(currency) => draft.say("chart-sentence-price-in", &[("currency", Arg::Text(currency))]),
            None => draft.text("chart-sentence-price"),
        };
    }
    let base = base_date(draft).map(|date| draft.bar(base_series(draft), date, DateStyle::Full).0);
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

/// The currency of everything that is drawn, where that is one and known. An index has points.
fn common_currency<'a>(draft: &Draft<'a>) -> Option<&'a str> {
    let mut all =
        draft.visible().map(|series| series.info.currency.as_deref().filter(|_| !series.is_index()));
    let first = all.next()??;
    all.all(|currency| currency == Some(first)).then_some(first)
}

/// The base of the index, else of the first series that has one; without an event the first
/// shown session.
pub(super) fn base_date(draft: &Draft<'_>) -> Option<Date> {
    if draft.event().is_none() {
        return dates_in_view(draft).map(|(from, _)| from);
    }
    base_of(draft, base_series(draft)?)
}

/// The series whose base that is; none without an event.
fn base_series<'a>(draft: &Draft<'a>) -> Option<&'a Series> {
    draft.event()?;
    let index = main_index(draft.scene.document, draft.scene.data);
    let all = || index.into_iter().chain(draft.visible()).filter(|series| base_of(draft, series).is_some());
    // The base of most is not that of a series whose trading had stopped.
    let is_near = |series: &&Series| {
        draft.scene.analysis.move_of(&series.id).is_some_and(|found| found.base_far_days.is_none())
    };
    all().find(is_near).or_else(|| all().next())
}

fn base_of(draft: &Draft<'_>, series: &Series) -> Option<Date> {
    draft.scene.analysis.move_of(&series.id).and_then(|found| found.base).map(|base| base.date)
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
    let (date, _) = draft.bar(base_series(draft), date, DateStyle::Full);
    Some(draft.say("chart-sentence-moves", &[("date", Arg::Text(&date))]))
}

/// Since when changes are measured where there is no event.
fn change_sentence(draft: &Draft<'_>) -> Option<String> {
    let date = draft.date(base_date(draft)?, DateStyle::Full);
    let key = by_axis(draft, "chart-sentence-percent-first", "chart-sentence-percent-row");
    Some(draft.say(key, &[("date", Arg::Text(&date))]))
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
    if event && kind != FigureKind::Study {
        notes.extend(bar_notes(&draft.scene));
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

/// Whether the shown closes are as traded: a file that holds adjusted ones alone has no others, and
/// what is compounded of returns is no close.
fn closes_note(draft: &Draft<'_>) -> Option<String> {
    let is_adjusted = |series: &&Series| {
        let source = draft.scene.data.source(series.source);
        source.is_some_and(|source| {
            source.warnings.iter().any(|warning| warning.message.key == "io-adjusted-as-close")
        })
    };
    let is_level = |series: &&Series| !series.bars.columns().returns.is_empty();
    let (levels, closes): (Vec<_>, Vec<_>) = draft.visible().partition(is_level);
    let (adjusted, traded): (Vec<&Series>, Vec<&Series>) = closes.into_iter().partition(is_adjusted);
    let names = |found: &[&Series]| {
        let names: Vec<String> = found.iter().map(|series| series.name().to_owned()).collect();
        some_of(draft, &names, LISTED_NAMES)
    };
    let of_closes = match (adjusted.as_slice(), traded.as_slice()) {
        ([], []) => None,
        _ if draft.scene.analysis.sessions.are_rows() => Some(draft.text("chart-note-closes-rows")),
        ([], _) => Some(draft.text("chart-note-closes")),
        (_, []) => Some(draft.text("chart-note-closes-adjusted")),
        (adjusted, _) => {
            Some(draft.say("chart-note-closes-mixed", &[("names", Arg::Text(&names(adjusted)))]))
        }
    };
    let of_levels = (!levels.is_empty())
        .then(|| draft.say("chart-note-returns", &[("names", Arg::Text(&names(&levels)))]));
    let both: Vec<String> = of_closes.into_iter().chain(of_levels).collect();
    (!both.is_empty()).then(|| both.join(" "))
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

    /// Name and text of a file.
    type File<'a> = (&'a str, &'a str);

    /// What `said` says of a market figure of these files, without the series that are hidden.
    fn of<T>(files: &[File], document: &Document, said: impl Fn(&Draft<'_>) -> T) -> T {
        let loaded: Vec<_> = (0..)
            .map(SourceId)
            .zip(files)
            .map(|(id, (name, text))| {
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
        let analysis = crate::study::analyse(&data, document);
        let (words, theme) = (Words::english(), Theme::built_in(ThemeName::Light));
        let scene = Scene { document, data: &data, analysis: &analysis, theme: &theme, words: &words };
        said(&window(&scene, &View::default()))
    }

    /// The note on closes of a market figure of files with these names and headers.
    fn closes_of(files: &[(&str, &str)], hidden: &[&str]) -> Option<String> {
        let text = |close: &str| format!("Date,{close}\n2025-01-24,10\n2025-01-27,9\n");
        let texts: Vec<(&str, String)> = files.iter().map(|(name, close)| (*name, text(close))).collect();
        let files: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (*name, text.as_str())).collect();
        let hidden = hidden.iter().map(|name| SeriesId::new(name)).collect();
        of(&files, &Document { hidden, ..Document::default() }, closes_note)
    }

    #[test]
    fn the_vendor_is_named_where_it_is_known() {
        let yahoo =
            "Date,Open,High,Low,Close,Adj Close,Volume\n2025-01-24,9,10,8,10,10,5\n2025-01-27,9,10,8,9,9,5\n";
        let nasdaq = "Date,Close/Last,Volume,Open,High,Low\n01/27/2025,9,5,9,10,8\n01/24/2025,10,5,9,10,8\n";
        let plain = "Date,Close\n2025-01-24,10\n2025-01-27,9\n";
        let cases: [(&[File], &str); 4] = [
            (&[("A.csv", plain)], "Prices: A.csv."),
            (&[("A.csv", yahoo)], "Prices: Yahoo Finance, A.csv."),
            (&[("A.csv", yahoo), ("B.csv", yahoo)], "Prices: Yahoo Finance, A.csv, B.csv."),
            (
                &[("A.csv", yahoo), ("B.csv", plain), ("C.csv", nasdaq)],
                "Prices: A.csv (Yahoo Finance), B.csv, C.csv (Nasdaq.com).",
            ),
        ];
        for (files, told) in cases {
            assert_eq!(of(files, &Document::default(), |draft| source(draft, FigureKind::Market)), told);
        }
    }

    #[test]
    fn a_currency_is_named_only_where_all_that_is_drawn_has_it() {
        let text = |close: &str| format!("Date,{close}\n2025-01-24,10\n2025-01-27,9\n");
        let [eur, usd, open] = ["Close (EUR)", "Close (USD)", "Close"].map(text);
        let own = "Closing prices, each in its own currency";
        let cases: [(&[File], &[&str], &str); 5] = [
            (&[("A.csv", &eur), ("B.csv", &eur)], &[], "Closing prices in EUR"),
            (&[("A.csv", &eur), ("B.csv", &usd)], &[], own),
            (&[("A.csv", &eur), ("B.csv", &usd)], &["B"], "Closing prices in EUR"),
            (&[("A.csv", &eur), ("B.csv", &open)], &[], own),
            (&[("A.csv", &eur), ("GSPC.csv", &eur)], &[], own),
        ];
        for (files, hidden, told) in cases {
            let hidden = hidden.iter().map(|name| SeriesId::new(name)).collect();
            let document = Document { scale: Scale::Price, hidden, ..Document::default() };
            assert_eq!(of(files, &document, market_sentence), told, "{files:?}");
        }
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
