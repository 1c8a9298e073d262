//! The text for readers who do not see a figure: what it shows, from when to when, extremes and
//! moves.

use super::Scene;
use super::captions::{dates_in_view, moves_series, moves_session};
use super::draft::Draft;
use super::figure::FigureKind;
use super::lines::count_drawn;
use super::model_points::Field;
use super::moves_notes::total_text;
use super::scores::{score_name, score_phrase};
use super::session_axis::shown_sessions;
use super::study_words;
use crate::text::{Arg, DateStyle};

/// What a reader who does not see the figure needs: what, range, extremes, moves.
pub(super) fn alt(draft: &Draft<'_>, kind: FigureKind, field: Option<&Field<'_>>) -> String {
    let mut sentences = Vec::new();
    if kind != FigureKind::Models {
        sentences.extend(market_alt(draft, kind));
    }
    if let (FigureKind::Models | FigureKind::Pair, Some(field)) = (kind, field) {
        sentences.extend(models_alt(draft, field));
    }
    if sentences.is_empty() {
        let unscored = kind == FigureKind::Models && draft.scene.data.models.is_some();
        let key = if unscored { "chart-models-no-score" } else { "chart-market-empty" };
        sentences.push(draft.text(key));
    }
    sentences.join(" ")
}

fn market_alt(draft: &Draft<'_>, kind: FigureKind) -> Vec<String> {
    let scene = draft.scene;
    let mut sentences = Vec::new();
    if let (Some((from, to)), true) = (dates_in_view(draft), kind != FigureKind::Moves) {
        let (from, to) = (draft.date(from, DateStyle::Long), draft.date(to, DateStyle::Long));
        let count = Arg::Count(shown_count(draft, kind) as u64);
        let facts = [("count", count), ("from", Arg::Text(&from)), ("to", Arg::Text(&to))];
        let key = if kind == FigureKind::Table { "chart-alt-table" } else { "chart-alt-market" };
        sentences.push(draft.say(key, &facts));
    }
    if kind == FigureKind::Study {
        sentences.extend(study_words::alt(draft));
    }
    let mut moves: Vec<(&str, f64)> = draft
        .visible()
        .filter_map(|series| Some((series.name(), scene.analysis.move_of(&series.id)?.change?)))
        .collect();
    moves.sort_by(|(_, a), (_, b)| a.total_cmp(b));
    let said: Vec<String> = moves
        .into_iter()
        .map(|(name, share)| {
            let change = scene.words.change(share, 1);
            draft.say("chart-alt-move", &[("name", Arg::Text(name)), ("change", Arg::Text(&change))])
        })
        .collect();
    if let (Some(event), false) = (draft.event(), said.is_empty()) {
        let session = moves_session(draft).unwrap_or(event.date);
        let (date, is_coarse) = draft.bar(moves_series(draft), session, DateStyle::Long);
        let moves = draft.list(&said);
        let key = if is_coarse { "chart-alt-moves-in" } else { "chart-alt-moves" };
        sentences.push(draft.say(key, &[("date", Arg::Text(&date)), ("moves", Arg::Text(&moves))]));
        let total = total_text(draft);
        if !total.is_empty() {
            sentences.push(draft.say("chart-alt-total", &[("total", Arg::Text(&total))]));
        }
    }
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
}

/// How many series a figure shows: of a table its rows, of lines those that run through the view.
fn shown_count(draft: &Draft<'_>, kind: FigureKind) -> usize {
    if kind == FigureKind::Table {
        return draft.visible().count();
    }
    let Scene { analysis, .. } = draft.scene;
    let shown = shown_sessions(&analysis.sessions, draft.view);
    count_drawn(draft, shown)
}

fn models_alt(draft: &Draft<'_>, field: &Field<'_>) -> Vec<String> {
    let scores = field.points.iter().map(|point| point.value);
    let (low, high) = scores
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), score| (low.min(score), high.max(score)));
    if !low.is_finite() {
        return Vec::new();
    }
    let priced = field.points.iter().filter(|point| point.cost.is_some()).count();
    let words = draft.scene.words;
    let scored = score_phrase(draft, &score_name(field.score));
    let (score, low, high) = (score_name(field.score), words.number(low, 1), words.number(high, 1));
    let facts = [
        ("count", Arg::Count(field.points.len() as u64)),
        ("priced", Arg::Count(priced as u64)),
        ("score", Arg::Text(&score)),
        ("scored", Arg::Text(&scored)),
        ("low", Arg::Text(&low)),
        ("high", Arg::Text(&high)),
    ];
    let mut sentences = vec![draft.say("chart-alt-models", &facts)];
    if !field.frontier.is_empty() {
        let names = draft.list(&field.labels(&field.frontier));
        sentences.push(draft.say("chart-alt-frontier", &[("names", Arg::Text(&names))]));
    }
    sentences
}
