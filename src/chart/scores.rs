//! Which columns of a model table stand on the axes, and what they are called.

use super::draft::Draft;
use super::figure::AxisScale;
use super::model_looks::basis_key;
use super::model_points::{Field, ModelPoint};
use crate::model::{ColumnRole, Cost, Document, ModelColumn, ModelTable, ScoreScale, Unit};
use crate::study::models::ratio_of;
use crate::text::Arg;

/// The column of a cost, for training costs the first of any basis: for API prices the blend if
/// there is one, else output, else input.
#[must_use]
pub fn cost_column(table: &ModelTable, cost: Cost) -> Option<&ModelColumn> {
    let roles: &[ColumnRole] = match cost {
        Cost::Api => &[ColumnRole::CostBlended, ColumnRole::CostApiOutput, ColumnRole::CostApiInput],
        Cost::Training => &[ColumnRole::CostTraining],
        Cost::Run => &[ColumnRole::CostRun],
    };
    roles.iter().find_map(|role| table.first_of(*role))
}

/// The score column that the document names, else the best filled one, the first of equals.
#[must_use]
pub fn score_column<'a>(table: &'a ModelTable, document: &Document) -> Option<&'a ModelColumn> {
    let named = document.score.as_deref().and_then(|name| table.scores().find(|column| column.name == name));
    named.or_else(|| {
        table.scores().max_by_key(|column| (column.filled(), std::cmp::Reverse(place(table, column))))
    })
}

fn place(table: &ModelTable, column: &ModelColumn) -> usize {
    table.columns.iter().position(|other| other.name == column.name).unwrap_or(usize::MAX)
}

/// What people call a score column: the benchmark's own name where it is known, else the header
/// with spaces. Names of benchmarks are the same in every language.
#[must_use]
pub fn score_name(header: &str) -> String {
    let name = match header.trim().to_ascii_lowercase().as_str() {
        "aime_2024_pass1" | "aime_2024" => "AIME 2024",
        "math_500" => "MATH-500",
        "gpqa_diamond" => "GPQA Diamond",
        "gpqa_diamond_epoch" => "GPQA Diamond (Epoch AI)",
        "mmlu" => "MMLU",
        "livecodebench" => "LiveCodeBench",
        "codeforces_percentile" => "Codeforces percentile",
        "codeforces_rating" => "Codeforces rating",
        "swe_bench_verified" => "SWE-bench Verified",
        "aider_polyglot_pct" => "Aider polyglot",
        "aider_polyglot_pct_vendor" => "Aider polyglot (DeepSeek's table)",
        "livebench_2024_11_25" => "LiveBench",
        _ => return header.replace('_', " ").trim().to_owned(),
    };
    name.to_owned()
}

/// Key of what a cost is called where the name stands alone.
#[must_use]
pub fn cost_key(cost: Cost) -> &'static str {
    match cost {
        Cost::Api => "chart-cost-api",
        Cost::Training => "chart-cost-training",
        Cost::Run => "chart-cost-run",
    }
}

/// Key of what a cost is called inside a sentence.
pub(super) fn cost_in_sentence(cost: Cost) -> &'static str {
    match cost {
        Cost::Api => "chart-cost-api",
        Cost::Training => "chart-cost-training-inside",
        Cost::Run => "chart-cost-run-inside",
    }
}

/// What a cost is called inside a sentence; that of a run with the name of what was run.
pub(super) fn cost_name(draft: &Draft<'_>, field: &Field<'_>) -> String {
    let cost = draft.scene.document.cost;
    match run_of(draft, field) {
        Some(name) => draft.say("chart-cost-run-of-inside", &[("name", Arg::Text(&name))]),
        None => draft.text(cost_in_sentence(cost)),
    }
}

/// What was run for the cost of a run, as its column names it.
fn run_of(draft: &Draft<'_>, field: &Field<'_>) -> Option<String> {
    const ASIDE: [&str; 19] = [
        "cost", "costs", "total", "usd", "us$", "$", "per", "run", "runs", "case", "task", "avg", "average",
        "mean", "to", "of", "the", "price", "dollars",
    ];
    let column = field.cost.as_deref().filter(|_| draft.scene.document.cost == Cost::Run)?;
    let name = column.name.replace(['_', '(', ')', '.'], " ");
    let words = name.split_whitespace().filter(|word| !ASIDE.contains(&word.to_lowercase().as_str()));
    let name = words.collect::<Vec<_>>().join(" ");
    let mut letters = name.chars();
    let first = letters.next()?;
    Some(first.to_uppercase().chain(letters).collect())
}

/// A score as it is spoken of: "GPQA Diamond score", "Codeforces rating".
pub(super) fn score_phrase(draft: &Draft<'_>, name: &str) -> String {
    const SPEAKS: [&str; 14] = [
        "score",
        "scores",
        "rating",
        "elo",
        "index",
        "accuracy",
        "rate",
        "percentile",
        "horizon",
        "average",
        "mean",
        "points",
        "resolved",
        "correct",
    ];
    // "pass rate 2" ends in a number of its own.
    let mut words = name.rsplit(|letter: char| !letter.is_alphanumeric());
    let last = words.find(|word| word.chars().any(char::is_alphabetic));
    if last.is_some_and(|word| SPEAKS.contains(&word.to_lowercase().as_str())) {
        return name.to_owned();
    }
    draft.say("chart-score-of", &[("name", Arg::Text(name))])
}

/// The scale of a score axis: logarithms of what is above zero, log-odds of shares, else linear.
pub(super) fn score_scale(score: &ModelColumn, wanted: ScoreScale) -> AxisScale {
    match (wanted, score.unit) {
        (ScoreScale::Log, _) => AxisScale::Log10,
        (ScoreScale::Logit, Unit::Percent) => AxisScale::Logit { ceiling: 100 },
        (ScoreScale::Logit, Unit::Fraction) => AxisScale::Logit { ceiling: 1 },
        _ => AxisScale::Linear,
    }
}

/// Key of what a scale is called; `None` where it goes without saying.
pub(super) fn scale_key(scale: AxisScale) -> Option<&'static str> {
    match scale {
        AxisScale::Log10 | AxisScale::Log10Down => Some("chart-scale-log"),
        AxisScale::Logit { .. } => Some("chart-scale-logit"),
        AxisScale::Linear | AxisScale::Sessions | AxisScale::Categories => None,
    }
}

/// What stands under the cost axis: the cost with its unit, and how it was counted or blended.
pub(super) fn cost_axis_text(draft: &Draft<'_>, field: &Field<'_>) -> String {
    let column = field.cost.as_deref();
    let role = column.map(|column| column.role);
    match (draft.scene.document.cost, role) {
        (Cost::Api, Some(ColumnRole::CostApiOutput)) => draft.text("chart-axis-api-output"),
        (Cost::Api, Some(ColumnRole::CostApiInput)) => draft.text("chart-axis-api-input"),
        (Cost::Api, _) => match column.and_then(|column| ratio_of(field.table, column)) {
            Some(ratio) => {
                let ratio = ratio_text(draft, ratio);
                draft.say("chart-axis-api-ratio", &[("ratio", Arg::Text(&ratio))])
            }
            None => draft.text("chart-axis-api-blended"),
        },
        (Cost::Training, _) => match field.bases.as_slice() {
            [only] => {
                let basis = draft.text(basis_key(*only));
                draft.say("chart-axis-training-basis", &[("basis", Arg::Text(&basis))])
            }
            _ => draft.text("chart-axis-training"),
        },
        (Cost::Run, _) => match run_of(draft, field) {
            Some(name) => draft.say("chart-axis-run-of", &[("name", Arg::Text(&name))]),
            None => draft.text("chart-axis-run"),
        },
    }
}

/// A ratio to one, without digits that say nothing.
fn ratio_text(draft: &Draft<'_>, ratio: f64) -> String {
    let decimals = (0..3).find(|places| {
        let shifted = ratio * 10_f64.powi(*places);
        (shifted - shifted.round()).abs() < 1e-6
    });
    draft.scene.words.number(ratio, usize::try_from(decimals.unwrap_or(2)).unwrap_or(2))
}

/// What both axes measure, in one short line; the cost alone in a file, whose sentences name the
/// score, and where both find no room.
pub(super) fn axes_text(draft: &Draft<'_>, field: &Field<'_>, fits: impl Fn(&str) -> bool) -> String {
    let role = field.cost.as_deref().map(|column| column.role);
    let blended = || {
        let ratio =
            ratio_text(draft, field.cost.as_deref().and_then(|column| ratio_of(field.table, column))?);
        Some(draft.say("chart-axis-short-ratio", &[("ratio", Arg::Text(&ratio))]))
    };
    let short = |key: &str| draft.text(key);
    let mut cost = match (draft.scene.document.cost, role) {
        (Cost::Api, Some(ColumnRole::CostApiOutput)) => short("chart-axis-short-output"),
        (Cost::Api, Some(ColumnRole::CostApiInput)) => short("chart-axis-short-input"),
        (Cost::Api, _) => blended().unwrap_or_else(|| short("chart-axis-short-blended")),
        (Cost::Training | Cost::Run, _) => short("chart-axis-short-dollars"),
    };
    if !fits(&cost) && draft.scene.document.cost == Cost::Api {
        cost = short("chart-axis-short-blended");
    }
    let mut name = score_name(field.score);
    let unit = field.table.column(field.score).and_then(|column| unit_key(column.unit));
    for key in unit.into_iter().chain(scale_key(field.score_scale)) {
        let unit = draft.text(key);
        name = draft.say("chart-axis-unit", &[("name", Arg::Text(&name)), ("unit", Arg::Text(&unit))]);
    }
    let both = draft.say("chart-axis-both", &[("score", Arg::Text(&name)), ("cost", Arg::Text(&cost))]);
    if !draft.print && fits(&both) { both } else { cost }
}

/// Key of a score's unit; `None` where its tick texts say it or nobody knows it.
pub(super) fn unit_key(unit: Unit) -> Option<&'static str> {
    match unit {
        Unit::Percent => Some("chart-unit-percent"),
        Unit::Elo => Some("chart-unit-elo"),
        Unit::Minutes => Some("chart-unit-minutes"),
        Unit::Usd | Unit::UsdPerMtok | Unit::UsdPerCase => Some("chart-unit-dollars"),
        Unit::Fraction | Unit::None => None,
    }
}

/// The word under the rail of models without that cost.
pub(super) fn rail_text(draft: &Draft<'_>, field: &Field<'_>) -> String {
    let has_other = |point: &ModelPoint| point.cost.is_none() && field.has_training_cost(point.row);
    draft.text(match draft.scene.document.cost {
        Cost::Training if field.points.iter().any(has_other) => "chart-rail-other-basis",
        Cost::Api => "chart-rail-api",
        Cost::Training => "chart-rail-training",
        Cost::Run => "chart-rail-run",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(name: &str, role: ColumnRole, values: &[f64]) -> ModelColumn {
        ModelColumn { name: name.to_owned(), role, values: values.to_vec(), ..ModelColumn::default() }
    }

    #[test]
    fn a_score_is_said_once() {
        let app = crate::app::testing::sample_app();
        let (scene, view) = (app.scene(), crate::chart::View::default());
        let draft = Draft::new(&scene, &view, &crate::chart::Medium::Window { size: [100.0; 2] });
        for (name, phrase) in [
            ("GPQA Diamond", "GPQA Diamond score"),
            ("ECI Score", "ECI Score"),
            ("score", "score"),
            ("Codeforces rating", "Codeforces rating"),
            ("pass rate 2", "pass rate 2"),
            ("% Resolved", "% Resolved"),
            ("AIME 2024", "AIME 2024 score"),
            ("2024", "2024 score"),
        ] {
            assert_eq!(score_phrase(&draft, name), phrase);
        }
    }

    #[test]
    fn the_best_filled_score_stands_first_of_equals() {
        let table = ModelTable {
            columns: vec![
                column("out", ColumnRole::CostApiOutput, &[1.0, f64::NAN]),
                column("few", ColumnRole::Score, &[1.0, f64::NAN]),
                column("a", ColumnRole::Score, &[1.0, 2.0]),
                column("b", ColumnRole::Score, &[1.0, 2.0]),
                column("mix", ColumnRole::CostBlended, &[1.0, f64::NAN]),
            ],
            ..ModelTable::default()
        };
        let name = |score: Option<&str>| {
            let document = Document { score: score.map(str::to_owned), ..Document::default() };
            score_column(&table, &document).map(|column| column.name.clone())
        };
        assert_eq!(name(None).as_deref(), Some("a"));
        assert_eq!(name(Some("few")).as_deref(), Some("few"));
        assert_eq!(name(Some("gone")).as_deref(), Some("a"));
        assert_eq!(cost_column(&table, Cost::Api).map(|column| column.name.as_str()), Some("mix"));
        assert_eq!(cost_column(&table, Cost::Run), None);
        assert_eq!(score_column(&ModelTable::default(), &Document::default()), None);
    }

    #[test]
    fn known_benchmarks_have_their_own_names() {
        assert_eq!(score_name("gpqa_diamond"), "GPQA Diamond");
        assert_eq!(score_name("My_Score"), "My Score");
    }
}
