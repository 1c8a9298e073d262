//! What a reader has to know of the scatter, in sentences: what hollow points are, what the frontier
//! took in, how costs were counted, what a fitted line says, how two models compare.

use super::captions::{LISTED_NAMES, some_of};
use super::draft::Draft;
use super::figure::AxisScale;
use super::model_looks::basis_key;
use super::model_points::{Field, ModelPoint};
use super::scores::score_name;
use crate::model::{ColumnRole, Cost, ModelColumn, Prices, ScoreScale, Unit};
use crate::study::{ScoreDifference, compare, cost_of};
use crate::text::{Arg, DateStyle};

/// Scores that a comparison lists.
const LISTED_SCORES: usize = 5;

/// Every sentence that holds.
pub(super) fn model_notes(draft: &Draft<'_>, field: &Field<'_>) -> Vec<String> {
    let teller = Teller { draft, field };
    // A small sheet has room for the first ones only.
    let mut notes = teller.dates();
    if draft.headed {
        // Beside prices the first words are those of what changed.
        notes.extend(teller.frontier());
        notes.extend(teller.costs());
    } else {
        notes.extend(teller.costs());
        notes.extend(teller.frontier());
    }
    notes.extend(teller.scores());
    notes.extend(teller.fit());
    notes
}

struct Teller<'t, 'a> {
    draft: &'t Draft<'a>,
    field: &'t Field<'a>,
}

impl Teller<'_, '_> {
    fn of_names(&self, key: &str, names: &[String]) -> Option<String> {
        let listed = || some_of(self.draft, names, LISTED_NAMES);
        (!names.is_empty()).then(|| self.draft.say(key, &[("names", Arg::Text(&listed()))]))
    }

    /// A sentence with the names of the points that it is true of.
    fn about(&self, key: &str, wanted: impl Fn(&ModelPoint) -> bool) -> Option<String> {
        let points = self.field.points.iter().filter(|point| wanted(point));
        let names: Vec<String> = points.map(|point| self.field.label(point).to_owned()).collect();
        self.of_names(key, &names)
    }

    /// What the newest members made of the frontier.
    fn frontier(&self) -> Vec<String> {
        let (draft, field) = (self.draft, self.field);
        let mut notes = Vec::new();
        if let Some((day, before)) = &field.before {
            let lacking = |these: &[usize], those: &[usize]| -> Vec<String> {
                let gone: Vec<usize> = these.iter().copied().filter(|place| !those.contains(place)).collect();
                field.labels(&gone)
            };
            let date = draft.date(*day, DateStyle::Short);
            let say = |key: &str, names: &[String]| {
                let listed = || some_of(draft, names, LISTED_NAMES);
                (!names.is_empty())
                    .then(|| draft.say(key, &[("date", Arg::Text(&date)), ("names", Arg::Text(&listed()))]))
            };
            notes.extend(say("chart-note-joined", &lacking(&field.frontier, before)));
            notes.extend(say("chart-note-left", &lacking(before, &field.frontier)));
        }
        notes
    }

    fn costs(&self) -> Vec<String> {
        let (draft, field) = (self.draft, self.field);
        let mut notes = Vec::new();
        let Some(cost) = field.cost.as_deref() else { return notes };
        if cost.role.is_price() {
            let has_runs = cost_of(field.table, Cost::Run, None).is_some();
            let key = if has_runs { "chart-note-tokens-run" } else { "chart-note-tokens" };
            notes.push(draft.text(key));
        }
        if cost.role == ColumnRole::CostTraining {
            match field.bases.as_slice() {
                [] => {}
                [only] => {
                    let basis = draft.text(basis_key(*only));
                    notes.push(draft.say("chart-note-basis", &[("basis", Arg::Text(&basis))]));
                }
                several => {
                    let names: Vec<String> =
                        several.iter().map(|basis| draft.text(basis_key(*basis))).collect();
                    notes.extend(self.of_names("chart-note-bases", &names));
                    notes.push(draft.text("chart-note-bases-first"));
                }
            }
            notes.extend(self.about("chart-note-other-basis", |point| {
                point.cost.is_none() && field.has_training_cost(point.row)
            }));
        }
        notes
    }

    /// Prices and releases after the date, and models without one.
    fn dates(&self) -> Vec<String> {
        let (draft, field) = (self.draft, self.field);
        let mut notes = Vec::new();
        let as_of = field.as_of.map(|date| draft.date(date, DateStyle::Short)).unwrap_or_default();
        let dated = |key: &str, names: Vec<String>| {
            let listed = || some_of(draft, &names, LISTED_NAMES);
            (!names.is_empty())
                .then(|| draft.say(key, &[("date", Arg::Text(&as_of)), ("names", Arg::Text(&listed()))]))
        };
        let names = |wanted: &dyn Fn(&ModelPoint) -> bool| -> Vec<String> {
            let points = field.points.iter().filter(|point| wanted(point));
            points.map(|point| field.label(point).to_owned()).collect()
        };
        notes.extend(dated(
            "chart-note-later-prices",
            names(&|point| point.hollow && !point.later && point.cost.is_some()),
        ));
        if draft.scene.document.scatter.prices == Prices::InForce && field.as_of.is_some() {
            notes.push(draft.say("chart-note-in-force-only", &[("date", Arg::Text(&as_of))]));
        }
        if let Some(members) = field.in_force.as_ref().filter(|_| !draft.headed) {
            let key = if members.is_empty() { "chart-note-in-force-none" } else { "chart-note-in-force" };
            let listed = some_of(draft, &field.labels(members), LISTED_NAMES);
            notes.push(draft.say(key, &[("names", Arg::Text(&listed))]));
        }
        notes.extend(dated("chart-note-later-models", names(&|point| point.later)));
        let undated = |point: &ModelPoint| field.row(point).is_none_or(|row| row.released.is_none());
        if field.points.iter().all(undated) {
            if !field.points.is_empty() {
                notes.push(draft.text("chart-note-no-dates"));
            }
        } else {
            notes.extend(self.about("chart-note-undated-models", undated));
        }
        notes
    }

    fn scores(&self) -> Vec<String> {
        let (draft, field) = (self.draft, self.field);
        let mut notes = Vec::new();
        let wanted = draft.scene.document.scatter.score_scale;
        if wanted == ScoreScale::Logit && !matches!(field.score_scale, AxisScale::Logit { .. }) {
            notes.push(draft.text("chart-note-no-logit"));
        }
        notes.extend(self.about("chart-note-off-scale", |point| !point.score.is_finite()));
        if field.without_score > 0 {
            let count = Arg::Count(field.without_score as u64);
            notes.push(draft.say("chart-note-no-score", &[("count", count)]));
        }
        notes
    }

    fn fit(&self) -> Option<String> {
        if !self.draft.scene.document.scatter.fit {
            return None;
        }
        let Some(fit) = self.field.fit(self.draft) else {
            return Some(self.draft.text("chart-note-no-fit"));
        };
        let share = self.draft.scene.words.number(fit.r_squared, 2);
        let facts = [("count", Arg::Count(fit.count as u64)), ("share", Arg::Text(&share))];
        let key = match self.field.score_scale {
            AxisScale::Logit { .. } => "chart-note-fit-logit",
            AxisScale::Log10 | AxisScale::Log10Down => "chart-note-fit-logarithm",
            _ => "chart-note-fit",
        };
        Some(self.draft.say(key, &facts))
    }
}

/// The two models that are compared, in one sentence; `None` where none are chosen or nothing of
/// them can be compared.
pub(super) fn compared(draft: &Draft<'_>, field: &Field<'_>) -> Option<String> {
    let [first, second] = field.compared(draft)?;
    let table = field.table;
    let cost = field.cost.as_deref();
    let found = compare(table, first, second, cost);
    let mut parts: Vec<String> =
        found.cost_ratio.zip(cost).map(|(ratio, cost)| ratio_part(draft, ratio, cost)).into_iter().collect();
    let mut scores = found.scores;
    // The score of the axis first.
    scores
        .sort_by_key(|score| table.columns.get(score.column).is_none_or(|column| column.name != field.score));
    let known = scores.iter().filter_map(|score| Some((score, table.columns.get(score.column)?)));
    parts.extend(known.take(LISTED_SCORES).map(|(score, column)| score_part(draft, score, column)));
    if parts.is_empty() {
        return None;
    }
    let name = |row: usize| {
        let row = table.rows.get(row)?;
        Some(if row.label.is_empty() { row.name.as_str() } else { row.label.as_str() })
    };
    let facts = parts.join(&draft.text("chart-list-separator"));
    let names = [("first", Arg::Text(name(first)?)), ("second", Arg::Text(name(second)?))];
    let [one, other] = names;
    Some(draft.say("chart-compare", &[one, other, ("facts", Arg::Text(&facts))]))
}

/// "1/27 of the output price", "2.4 times the cost of the benchmark run".
fn ratio_part(draft: &Draft<'_>, ratio: f64, cost: &ModelColumn) -> String {
    let name = draft.text(match cost.role {
        ColumnRole::CostApiOutput => "chart-compare-output",
        ColumnRole::CostApiInput => "chart-compare-input",
        ColumnRole::CostTraining => "chart-compare-training",
        ColumnRole::CostRun => "chart-compare-run",
        _ => "chart-compare-blended",
    });
    let words = draft.scene.words;
    let times = |ratio: f64| words.number(ratio, usize::from(ratio < 9.95));
    let (key, number) = if ratio < 0.67 {
        ("chart-compare-part", times(1.0 / ratio))
    } else {
        ("chart-compare-times", times(ratio))
    };
    draft.say(key, &[("number", Arg::Text(&number)), ("cost", Arg::Text(&name))])
}

/// "+0.6 on AIME 2024", with what is known of the intervals.
fn score_part(draft: &Draft<'_>, score: &ScoreDifference, column: &ModelColumn) -> String {
    let words = draft.scene.words;
    let (value, decimals) = match column.unit {
        Unit::Fraction => (score.difference * 100.0, 1),
        Unit::Elo => (score.difference, 0),
        _ => (score.difference, 1),
    };
    let number = words.number(value, decimals);
    let is_up = value > 0.0 && words.number(0.0, decimals) != number;
    let difference =
        if is_up { draft.say("chart-compare-up", &[("number", Arg::Text(&number))]) } else { number };
    let key = match score.overlap {
        None => "chart-compare-score",
        Some(true) => "chart-compare-score-overlap",
        Some(false) => "chart-compare-score-apart",
    };
    let name = score_name(&column.name);
    draft.say(key, &[("difference", Arg::Text(&difference)), ("score", Arg::Text(&name))])
}
