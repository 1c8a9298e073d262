//! Words of the figure of an event study: its title, what its bars are, and what they say.
//!
//! Sentences about the study as a whole are those of [`super::verdict`].

use super::abnormal::LEADING;
use super::bands::studied;
use super::captions::{dated, moved};
use super::draft::Draft;
use super::verdict::{rank_text, refused_text, study_notes, verdict, withheld_text};
use crate::model::{NormalModel, Series};
use crate::study::single::COVERAGE;
use crate::study::{SeriesStudy, Verdict};
use crate::text::{Arg, DateStyle};

/// What stands beside the event's bar and the sum.
pub(super) struct Facts {
    /// The event's abnormal return.
    pub ar: String,
    /// How rare it is; empty without scatter.
    pub rank: String,
    /// The sum over the window, where that has several sessions.
    pub sum: String,
    /// Its interval; empty without scatter.
    pub interval: String,
    /// Whether sum and return are two values.
    pub apart: bool,
}

impl Facts {
    fn parts(&self) -> impl Iterator<Item = &String> {
        [&self.ar, &self.rank, &self.sum, &self.interval].into_iter().filter(|text| !text.is_empty())
    }

    /// Whether they find room under each other in that width and height.
    pub fn fits(&self, draft: &Draft<'_>, [width, height]: [f64; 2]) -> bool {
        let (strong, small) = (draft.strong(draft.scene.theme.ink), draft.small());
        let widest = [(&self.ar, strong), (&self.sum, strong), (&self.rank, small), (&self.interval, small)];
        widest.iter().all(|(text, hand)| hand.width(text) <= width)
            && self.parts().count() as f64 * small.size * LEADING <= height
    }

    /// All of them in lines of that width.
    pub fn lines(&self, draft: &Draft<'_>, width: f64) -> Vec<String> {
        let both = |first: String, second: &String| {
            draft.say("chart-moves-both", &[("first", Arg::Text(&first)), ("second", Arg::Text(second))])
        };
        let joined = self.parts().cloned().reduce(|first, second| both(first, &second));
        draft.small().paragraph(&joined.unwrap_or_default(), width, 3)
    }
}

/// What stands beside the event's bar and the sum of a study.
pub(super) fn facts(draft: &Draft<'_>, study: &SeriesStudy) -> Facts {
    let words = draft.scene.words;
    let change = |share: f64| words.change(share, 1);
    let said = |key: &str, share: f64| draft.say(key, &[("value", Arg::Text(&change(share)))]);
    let apart = study.window.len() > 1 || study.window.iter().all(|day| day.tau != 0);
    let rank = study.p_rank.map(|_| {
        let facts =
            [("rank", Arg::Count(study.rank as u64)), ("compared", Arg::Count(study.compared() as u64))];
        draft.say(if study.rank == 1 { "chart-panel-rank-first" } else { "chart-panel-rank-later" }, &facts)
    });
    let interval = study.car_interval.map(|[low, high]| {
        let [low, high] = [low, high].map(change);
        let share = words.percent(COVERAGE, 0);
        let facts = [("share", Arg::Text(&share)), ("low", Arg::Text(&low)), ("high", Arg::Text(&high))];
        draft.say("chart-panel-interval", &facts)
    });
    Facts {
        ar: said("chart-panel-ar", study.event.ar),
        rank: rank.unwrap_or_default(),
        sum: if apart { said("chart-panel-car", study.car) } else { String::new() },
        interval: interval.unwrap_or_default(),
        apart,
    }
}

/// What the bars are, the longest form first.
pub(super) fn headings(draft: &Draft<'_>) -> [String; 3] {
    let scene = draft.scene;
    let index = scene.analysis.study.index.as_ref().and_then(|id| scene.data.series(id));
    let index = index.map_or_else(String::new, |index| index.name().to_owned());
    let key = match scene.document.study.model {
        NormalModel::Market => "chart-panel-heading-market",
        NormalModel::Adjusted => "chart-panel-heading-adjusted",
        NormalModel::Mean => "chart-panel-heading-mean",
    };
    [
        draft.say(key, &[("index", Arg::Text(&index))]),
        draft.text("chart-panel-heading"),
        draft.text("chart-panel-heading-short"),
    ]
}

/// Why a series has no study.
pub(super) fn why_none(draft: &Draft<'_>, series: &Series) -> String {
    let scene = &draft.scene;
    if let Some(why) = scene.analysis.study.refused {
        return refused_text(scene.words, why);
    }
    let why = match scene.analysis.study_of(&series.id) {
        Some(Err(why)) => withheld_text(scene, why),
        _ if scene.analysis.sessions.are_rows() => draft.text("chart-withheld-undated"),
        _ => draft.text("chart-withheld-no-event"),
    };
    draft.say("chart-panel-none", &[("name", Arg::Text(series.name())), ("why", Arg::Text(&why))])
}

/// Series and study of the figure.
fn shown<'a>(draft: &Draft<'a>) -> Option<(&'a Series, &'a SeriesStudy)> {
    draft.event()?;
    let series = studied(&draft.scene, draft.view)?;
    Some((series, draft.scene.analysis.study_of(&series.id)?.as_ref().ok()?))
}

/// How far it moved and what of that was abnormal; `None` without a study.
pub(super) fn title(draft: &Draft<'_>) -> Option<String> {
    let (series, study) = shown(draft)?;
    let share = draft.scene.analysis.move_of(&series.id)?.change?;
    let moved = moved(draft, series.name(), share);
    let first = dated(draft, &moved, Some(series), study.tau0);
    match finding(draft, study) {
        Some(finding) => {
            let facts = [("first", Arg::Text(&first)), ("finding", Arg::Text(&finding))];
            Some(draft.say("chart-title-study", &facts))
        }
        None => Some(first),
    }
}

/// The verdict in few words.
fn finding(draft: &Draft<'_>, study: &SeriesStudy) -> Option<String> {
    let scene = &draft.scene;
    if scene.analysis.study.index.as_ref() == Some(&study.id) {
        return None;
    }
    let abnormal = scene.words.change(study.event.ar, 1);
    let rank = rank_text(scene.words, study);
    let facts = [("abnormal", Arg::Text(&abnormal)), ("rank", Arg::Text(&rank))];
    let key = match (study.verdict(scene.document.study.level)?, study.fit.model) {
        (Verdict::Abnormal, _) => "chart-finding-abnormal",
        (Verdict::Within, NormalModel::Mean) => "chart-finding-usual",
        (Verdict::Within, _) => "chart-finding-within",
        (Verdict::Unclear, _) => "chart-finding-unclear",
    };
    Some(draft.say(key, &facts))
}

/// What both panels show.
pub(super) fn subtitle(draft: &Draft<'_>, market: &str) -> String {
    let Some((series, _)) = shown(draft) else { return market.to_owned() };
    let share = draft.scene.words.percent(COVERAGE, 0);
    let facts =
        [("market", Arg::Text(market)), ("name", Arg::Text(series.name())), ("share", Arg::Text(&share))];
    draft.say("chart-sentence-study", &facts)
}

/// The conditions of the study, most general first.
pub(super) fn notes(draft: &Draft<'_>) -> Vec<String> {
    study_notes(&draft.scene)
}

/// What the lower panel shows, and the verdict.
pub(super) fn alt(draft: &Draft<'_>) -> Vec<String> {
    let Some((series, study)) = shown(draft) else {
        let series = studied(&draft.scene, draft.view);
        return series.map(|series| why_none(draft, series)).into_iter().collect();
    };
    let [from, to] = [study.estimation[0], study.window.last().map_or(study.tau0, |day| day.date)]
        .map(|date| draft.date(date, DateStyle::Long));
    let facts = [
        ("name", Arg::Text(series.name())),
        ("count", Arg::Count(study.days.len() as u64)),
        ("from", Arg::Text(&from)),
        ("to", Arg::Text(&to)),
    ];
    let mut sentences = vec![draft.say("chart-alt-study", &facts)];
    sentences.extend(verdict(&draft.scene, &series.id));
    sentences
}
