//! What the event study says, in sentences: a verdict for a series, why one has no study, and the
//! conditions that every number stands under.
//!
//! Every number in them is the study's; nothing is computed here but how it is rounded.

use super::looks::label_of;
use super::undated::bar_text;
use super::{Scene, day_text};
use crate::model::{FEW_RETURNS, Message, NormalModel, OptionsError, Returns, Series, SeriesId, splits};
use crate::study::exchange::exchange_of;
use crate::study::normal::NoFit;
use crate::study::pairs::NoPairs;
use crate::study::prices::Suspect;
use crate::study::session::{Found, NoSession};
use crate::study::{SeriesStudy, Verdict, Withheld};
use crate::text::{Arg, DateStyle, Words};

/// A p value as people read it: three decimals below a tenth, two above, and no claim of zero.
#[must_use]
pub fn p_text(words: &Words, p: f64) -> String {
    if p < 0.000_5 {
        words.say("chart-p-below", &[("p", Arg::Text(&words.number(0.001, 3)))])
    } else {
        words.number(p, if p < 0.0995 { 3 } else { 2 })
    }
}

/// The ratio of a split as people write it: `10:1`, `1:10`, `3:2`.
#[must_use]
pub fn ratio_text(words: &Words, ratio: f64) -> String {
    let whole = |part: f64| part.fract() == 0.0;
    let [new, old] = splits::parts(ratio).map(|part| words.number(part, if whole(part) { 0 } else { 2 }));
    words.say("chart-study-ratio", &[("new", Arg::Text(&new)), ("old", Arg::Text(&old))])
}

/// The verdict on one series as a sentence; `None` where it has no study.
#[must_use]
pub fn verdict(scene: &Scene<'_>, id: &SeriesId) -> Option<String> {
    let series = scene.data.series(id)?;
    let study = scene.analysis.study_of(id)?.as_ref().ok()?;
    let words = scene.words;
    let name = label_of(scene.data, series);
    let points = |share: f64| words.number(share.abs() * 100.0, 1);
    let moved = moved(scene, series, study);
    if scene.analysis.study.index.as_ref() == Some(id) && study.fit.model != NormalModel::Mean {
        return Some(words.say("chart-verdict-index", &[("moved", Arg::Text(&moved))]));
    }
    let Some(verdict) = study.verdict(scene.document.study.level) else {
        return Some(words.say("chart-verdict-no-scatter", &[("moved", Arg::Text(&moved))]));
    };
    let expected = study.event.own - study.event.ar;
    let expected = expected_text(words, study, expected);
    let abnormal = words.change(study.event.ar, 1);
    let rank = rank_text(words, study);
    let p_rank = p_text(words, study.p_rank?);
    let p = p_text(words, study.p_event?);
    let facts = [
        ("name", Arg::Text(name)),
        ("moved", Arg::Text(&moved)),
        ("move", Arg::Text(&points(study.event.own))),
        ("expected", Arg::Text(&expected)),
        ("abnormal", Arg::Text(&abnormal)),
        ("rank", Arg::Text(&rank)),
        ("prank", Arg::Text(&p_rank)),
        ("p", Arg::Text(&p)),
    ];
    let key = match verdict {
        Verdict::Abnormal => "chart-verdict-abnormal",
        Verdict::Within if study.fit.model == NormalModel::Mean => "chart-verdict-usual",
        Verdict::Within => "chart-verdict-within",
        Verdict::Unclear => "chart-verdict-unclear",
    };
    let sentence = words.say(key, &facts);
    match window_text(scene, study, verdict) {
        Some(window) => Some(words.say(
            "chart-verdict-window",
            &[("verdict", Arg::Text(&sentence)), ("window", Arg::Text(&window))],
        )),
        None => Some(sentence),
    }
}

/// "NVDA fell 17.0%", of the closes as traded.
fn moved(scene: &Scene<'_>, series: &Series, study: &SeriesStudy) -> String {
    let words = scene.words;
    let simple = scene.analysis.move_of(&series.id).and_then(|found| found.change);
    let share = simple.unwrap_or(study.event.own);
    let percent = words.percent(share.abs(), 1);
    let key = match share {
        share if share.abs() < 0.000_5 => "chart-moved-flat",
        share if share < 0.0 => "chart-moved-fell",
        _ => "chart-moved-rose",
    };
    words.say(key, &[("name", Arg::Text(label_of(scene.data, series))), ("percent", Arg::Text(&percent))])
}

fn expected_text(words: &Words, study: &SeriesStudy, expected: f64) -> String {
    let points = words.number(expected * 100.0, 1);
    let size = words.number((expected * 100.0).abs(), 1);
    let beta = words.number(study.fit.beta, 2);
    let same_way = expected * study.event.own >= 0.0;
    let facts = [("points", Arg::Text(if same_way { &size } else { &points })), ("beta", Arg::Text(&beta))];
    match (study.fit.model, same_way) {
        (NormalModel::Market, true) => words.say("chart-expected-market", &facts),
        (NormalModel::Market, false) => words.say("chart-expected-market-against", &facts),
        (NormalModel::Adjusted, _) => words.say("chart-expected-adjusted", &[("points", Arg::Text(&points))]),
        (NormalModel::Mean, _) => words.say("chart-expected-mean", &[("points", Arg::Text(&points))]),
    }
}

/// How large the event's abnormal return is among those compared.
pub(super) fn rank_text(words: &Words, study: &SeriesStudy) -> String {
    let facts = [("rank", Arg::Count(study.rank as u64)), ("compared", Arg::Count(study.compared() as u64))];
    words.say(if study.rank == 1 { "chart-rank-first" } else { "chart-rank-later" }, &facts)
}

/// What the abnormal returns of a window of several sessions add up to, with what that says where it
/// is something else than the event's session says.
fn window_text(scene: &Scene<'_>, study: &SeriesStudy, day: Verdict) -> Option<String> {
    let [from, to] = scene.document.study.window;
    let [low, high] = study.car_interval.filter(|_| [from, to] != [0, 0])?;
    let words = scene.words;
    let place = |tau: i32| words.number(f64::from(tau), 0);
    let [car, low, high] = [study.car, low, high].map(|share| words.change(share, 1));
    let key = match study.window_verdict(scene.document.study.level) {
        Some(Verdict::Abnormal) if day != Verdict::Abnormal => "chart-verdict-car-abnormal",
        Some(Verdict::Within) if day != Verdict::Within => "chart-verdict-car-within",
        _ => "chart-verdict-car",
    };
    let p = study.p.map_or_else(String::new, |p| p_text(words, p));
    Some(words.say(
        key,
        &[
            ("p", Arg::Text(&p)),
            ("from", Arg::Text(&place(from))),
            ("to", Arg::Text(&place(to))),
            ("car", Arg::Text(&car)),
            ("low", Arg::Text(&low)),
            ("high", Arg::Text(&high)),
        ],
    ))
}

/// Why a series has no study, as a sentence without its name.
#[must_use]
pub fn withheld_text(scene: &Scene<'_>, why: &Withheld) -> String {
    let words = scene.words;
    let date = |date| day_text(words, date, DateStyle::Short);
    let dated = |key: &str, on| words.say(key, &[("date", Arg::Text(&date(on)))]);
    match why {
        Withheld::NoSession(why) => no_session_text(scene, why),
        Withheld::NoIndex => words.text("chart-withheld-no-index"),
        Withheld::Fit(NoFit::FlatIndex) => words.text("chart-withheld-flat-index"),
        Withheld::Fit(NoFit::TooFew) => words.text("chart-withheld-no-returns"),
        Withheld::Returns(why) => match why {
            NoPairs::Coarser => words.text("chart-withheld-coarser"),
            NoPairs::IndexGap { date } => dated("chart-withheld-index-gap", *date),
            NoPairs::Short { last } => dated("chart-withheld-short", *last),
            NoPairs::TooFew { found } => {
                let asked = scene.document.study.estimation as u64;
                let facts = [("found", Arg::Count(*found as u64)), ("asked", Arg::Count(asked))];
                words.say("chart-withheld-too-few", &facts)
            }
            NoPairs::NotPositive { date, of_index: false } => dated("chart-withheld-not-positive", *date),
            NoPairs::NotPositive { date, of_index: true } => {
                dated("chart-withheld-index-not-positive", *date)
            }
            NoPairs::Suspect { suspect, of_index } => suspect_text(scene, suspect, *of_index),
        },
    }
}

/// Why an event has no session on a series.
#[must_use]
pub fn no_session_text(scene: &Scene<'_>, why: &NoSession) -> String {
    let words = scene.words;
    let dated = |key: &str, on| {
        let date = day_text(words, on, DateStyle::Short);
        words.say(key, &[("date", Arg::Text(&date))])
    };
    match why {
        NoSession::NoEvent => words.text("chart-withheld-no-event"),
        NoSession::Undated => words.text("chart-withheld-undated"),
        NoSession::BeforeAll { first } => dated("chart-withheld-before-all", *first),
        NoSession::AfterAll { last } => dated("chart-withheld-after-all", *last),
        NoSession::Far { nearest } => dated("chart-withheld-far", *nearest),
    }
}

/// A jump that looks like a split, and what can be done about it.
#[must_use]
pub fn suspect_text(scene: &Scene<'_>, suspect: &Suspect, of_index: bool) -> String {
    let words = scene.words;
    let date = day_text(words, suspect.date, DateStyle::Short);
    let ratio = ratio_text(words, suspect.ratio);
    let key = if of_index { "chart-withheld-index-split" } else { "chart-withheld-split" };
    words.say(key, &[("date", Arg::Text(&date)), ("ratio", Arg::Text(&ratio))])
}

/// Why nothing can be studied as it is set, for any layer to say.
#[must_use]
pub fn refusal(why: OptionsError) -> Message {
    match why {
        OptionsError::Window => Message::new("chart-refused-window"),
        OptionsError::Gap => Message::new("chart-refused-gap"),
        OptionsError::Long => Message::new("chart-refused-long"),
        OptionsError::Level => Message::new("chart-refused-level"),
        OptionsError::Estimation { least } => Message::new("chart-refused-estimation").with("least", least),
    }
}

/// Why nothing can be studied as it is set, as a sentence.
#[must_use]
pub fn refused_text(words: &Words, why: OptionsError) -> String {
    match why {
        OptionsError::Estimation { least } => {
            words.say(refusal(why).key, &[("least", Arg::Count(least as u64))])
        }
        OptionsError::Window | OptionsError::Gap | OptionsError::Long | OptionsError::Level => {
            words.text(refusal(why).key)
        }
    }
}

/// The conditions of the study, a sentence each, most general first; one sentence where it is
/// refused, none without an event.
#[must_use]
pub fn study_notes(scene: &Scene<'_>) -> Vec<String> {
    let study = &scene.analysis.study;
    if let Some(why) = study.refused {
        return vec![refused_text(scene.words, why)];
    }
    if study.series.is_empty() {
        return Vec::new();
    }
    let mut notes = Vec::new();
    notes.extend(model_note(scene));
    if scene.document.study.estimation < FEW_RETURNS {
        let facts = [("count", Arg::Count(scene.document.study.estimation as u64))];
        notes.push(scene.words.say("chart-study-few", &facts));
    }
    notes.extend(session_notes(scene));
    notes.extend(withheld_notes(scene));
    notes.extend(split_notes(scene));
    notes.extend(adjusted_notes(scene));
    notes.extend(across_notes(scene));
    notes
}

fn model_note(scene: &Scene<'_>) -> Option<String> {
    let words = scene.words;
    let options = &scene.document.study;
    let studied = scene.analysis.study.series.iter().filter_map(|found| found.as_ref().ok());
    let first = studied.clone().map(|study| study.estimation[0]).min()?;
    let last = studied.map(|study| study.estimation[1]).max()?;
    let index = scene.analysis.study.index.as_ref().and_then(|id| scene.data.series(id));
    let index = index.map_or_else(String::new, |index| words.isolated(index.name()).into_owned());
    let model = match (options.model, index.is_empty()) {
        (NormalModel::Market, _) => "chart-study-market",
        (NormalModel::Adjusted, _) => "chart-study-adjusted",
        (NormalModel::Mean, false) => "chart-study-mean",
        (NormalModel::Mean, true) => "chart-study-mean-alone",
    };
    let model = words.say(model, &[("index", Arg::Text(&index))]);
    let returns = words.text(match options.returns {
        Returns::Simple => "chart-study-simple",
        Returns::Log => "chart-study-log",
    });
    let [first, last] = [first, last].map(|date| day_text(words, date, DateStyle::Short));
    let [from, to] = options.window.map(|tau| words.number(f64::from(tau), 0));
    Some(words.say(
        "chart-study-model",
        &[
            ("model", Arg::Text(&model)),
            ("returns", Arg::Text(&returns)),
            ("count", Arg::Count(options.estimation as u64)),
            ("first", Arg::Text(&first)),
            ("last", Arg::Text(&last)),
            ("gap", Arg::Count(options.gap as u64)),
            ("from", Arg::Text(&from)),
            ("to", Arg::Text(&to)),
        ],
    ))
}

/// Names of series under the same remark, each remark once, in the order of the first of each.
fn grouped(scene: &Scene<'_>, remark: impl Fn(usize, &Series) -> Option<String>) -> Vec<(String, String)> {
    let mut groups: Vec<(String, Vec<String>)> = Vec::new();
    for (place, series) in scene.data.series.iter().enumerate() {
        let Some(remark) = remark(place, series) else { continue };
        let name = label_of(scene.data, series).to_owned();
        match groups.iter_mut().find(|(known, _)| *known == remark) {
            Some((_, names)) => names.push(name),
            None => groups.push((remark, vec![name])),
        }
    }
    let list = |names: Vec<String>| names_text(scene.words, &names);
    groups.into_iter().map(|(remark, names)| (list(names), remark)).collect()
}

/// Names in a row; of many the first and how many more.
fn names_text(words: &Words, names: &[String]) -> String {
    const LISTED: usize = 8;
    let shown: Vec<_> = names.iter().take(LISTED).map(|name| words.isolated(name)).collect();
    let listed = words.directed(shown.join(&words.text("chart-list-separator")));
    match names.len().checked_sub(LISTED) {
        None | Some(0) => listed,
        Some(more) => {
            words.say("chart-study-more", &[("names", Arg::Text(&listed)), ("more", Arg::Count(more as u64))])
        }
    }
}

fn told(scene: &Scene<'_>, groups: Vec<(String, String)>) -> impl Iterator<Item = String> {
    let words = scene.words;
    groups.into_iter().map(move |(names, remark)| {
        words.say("chart-study-of", &[("names", Arg::Text(&names)), ("remark", Arg::Text(&remark))])
    })
}

/// Bars of more than a day, sessions that are not the series' own, and bases from before a pause of
/// trading: what stands beside every move.
#[must_use]
pub fn bar_notes(scene: &Scene<'_>) -> Vec<String> {
    let words = scene.words;
    let found = |place: usize| scene.analysis.moves.get(place);
    let session = |place: usize| found(place).and_then(|found| found.session.ok());
    let coarse = grouped(scene, |place, series| {
        let cadence = series.bars.cadence();
        let session = session(place).filter(|_| cadence.step.is_coarse())?;
        let days = bar_text(words, cadence, session.date, DateStyle::Short);
        Some(words.say("chart-study-bar", &[("days", Arg::Text(&days))]))
    });
    let common = grouped(scene, |place, _| {
        let session = session(place).filter(|session| session.found == Found::Common)?;
        let date = day_text(words, session.date, DateStyle::Short);
        Some(words.say("chart-study-session-common", &[("date", Arg::Text(&date))]))
    });
    let far = grouped(scene, |place, _| {
        let found = found(place)?;
        let date = day_text(words, found.base?.date, DateStyle::Short);
        let days = u64::try_from(found.base_far_days?).unwrap_or(0);
        Some(words.say("chart-study-base-far", &[("date", Arg::Text(&date)), ("days", Arg::Count(days))]))
    });
    [coarse, common, far].into_iter().flat_map(|groups| told(scene, groups)).collect()
}

/// Sessions that are not of the event's date, and times that were left aside.
fn session_notes(scene: &Scene<'_>) -> Vec<String> {
    let words = scene.words;
    let session = |place: usize| scene.analysis.moves.get(place).and_then(|found| found.session.ok());
    let shifted = grouped(scene, |place, _| {
        let session = session(place)?;
        let key = match session.found {
            Found::OnDate | Found::Common => return None,
            Found::After => "chart-study-session-after",
            Found::Before => "chart-study-session-before",
            Found::AfterClose => "chart-study-session-closed",
        };
        let date = day_text(words, session.date, DateStyle::Short);
        Some(words.say(key, &[("date", Arg::Text(&date))]))
    });
    let timeless =
        grouped(scene, |place, _| session(place)?.date_only.then(|| words.text("chart-study-date-only")));
    let by_ending = grouped(scene, |place, series| {
        scene.event()?.moment.as_ref()?;
        session(place)?;
        let known = exchange_of(series)?;
        let ending = known.ending.as_deref()?;
        let facts = [("ending", Arg::Text(ending)), ("zone", Arg::Text(known.exchange.zone()))];
        Some(words.say("chart-study-exchange-ending", &facts))
    });
    let mut notes = bar_notes(scene);
    notes.extend(told(scene, shifted).chain(told(scene, timeless)).chain(told(scene, by_ending)));
    notes
}

fn withheld_notes(scene: &Scene<'_>) -> Vec<String> {
    let withheld = grouped(scene, |place, _| {
        let why = scene.analysis.study.series.get(place)?.as_ref().err()?;
        Some(withheld_text(scene, why))
    });
    let still = grouped(scene, |place, series| {
        let study = scene.analysis.study.series.get(place)?.as_ref().ok()?;
        let is_index = scene.analysis.study.index.as_ref() == Some(&series.id);
        (study.p_rank.is_none() && !is_index).then(|| scene.words.text("chart-study-no-scatter"))
    });
    told(scene, withheld).chain(told(scene, still)).collect()
}

/// What was decided about splits.
fn split_notes(scene: &Scene<'_>) -> Vec<String> {
    let words = scene.words;
    let splits = scene.document.study.splits.iter();
    let open = splits.filter_map(|split| Some((split, scene.data.series(&split.series)?)));
    open.map(|(split, series)| {
        let date = day_text(words, split.date, DateStyle::Short);
        let ratio = ratio_text(words, split.ratio);
        let key = if (split.ratio - 1.0).abs() < f64::EPSILON {
            "chart-study-no-split"
        } else {
            "chart-study-split"
        };
        let name = label_of(scene.data, series);
        words.say(key, &[("name", Arg::Text(name)), ("date", Arg::Text(&date)), ("ratio", Arg::Text(&ratio))])
    })
    .collect()
}

/// Sessions whose return depends on the adjustment for dividends.
fn adjusted_notes(scene: &Scene<'_>) -> Vec<String> {
    let words = scene.words;
    let mut notes = Vec::new();
    for (series, found) in scene.data.series.iter().zip(&scene.analysis.study.series) {
        let Ok(study) = found else { continue };
        for day in &study.unadjusted {
            let date = day_text(words, day.date, DateStyle::Short);
            let [raw, adjusted] = [day.raw, day.adjusted].map(|share| words.change(share, 2));
            let facts = [
                ("name", Arg::Text(label_of(scene.data, series))),
                ("date", Arg::Text(&date)),
                ("raw", Arg::Text(&raw)),
                ("adjusted", Arg::Text(&adjusted)),
            ];
            notes.push(words.say("chart-study-adjusted-close", &facts));
        }
    }
    notes
}

/// How many would pass by chance, and that one date is one draw.
fn across_notes(scene: &Scene<'_>) -> Vec<String> {
    let words = scene.words;
    let level = scene.document.study.level;
    let index = scene.analysis.study.index.as_ref();
    let studies = scene.analysis.study.series.iter().filter_map(|found| found.as_ref().ok());
    let judged = studies.filter(|study| index != Some(&study.id) && study.p_rank.is_some()).count();
    let mut notes = Vec::new();
    if judged > 1 {
        let by_chance = words.number(judged as f64 * level, 1);
        let level = words.percent(level, usize::from(level * 100.0 % 1.0 != 0.0));
        let facts = [
            ("count", Arg::Count(judged as u64)),
            ("level", Arg::Text(&level)),
            ("chance", Arg::Text(&by_chance)),
        ];
        notes.push(words.say("chart-study-chance", &facts));
    }
    if let Some(across) = &scene.analysis.study.across {
        let rbar = across.rbar.map_or_else(|| words.text("text-not-available"), |r| words.number(r, 2));
        let facts = [("count", Arg::Count(across.count as u64)), ("rbar", Arg::Text(&rbar))];
        notes.push(words.say("chart-study-clustered", &facts));
    }
    notes
}
