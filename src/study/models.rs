//! The models of a table as points of cost and score as of a date: what is drawn, listed and put
//! into an answer.

use std::borrow::Cow;

use jiff::civil::Date;

use super::filter::Filter;
use super::frontier::{Candidate, Prices, frontier_with};
use crate::model::{
    BasisChoice, ColumnRole, Cost, CostBasis, ModelColumn, ModelRow, ModelTable, ScatterChoices, Unit,
};

/// One model.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScatterPoint {
    /// Its row in the table.
    pub row: usize,
    /// Its cost in the unit of the column; `None` where it was not disclosed.
    pub cost: Option<f64>,
    /// Its score in the unit of the column.
    pub score: Option<f64>,
    /// The interval around its score.
    pub interval: Option<[f64; 2]>,
    /// Of a training cost how it was counted.
    pub basis: Option<CostBasis>,
    /// Whether no other model of the frontier's date dominates it.
    pub on_frontier: bool,
    /// Whether it was released after the date.
    pub is_later: bool,
    /// Whether its price is of a day after the date.
    pub is_priced_later: bool,
}

/// The models of a table for one cost and one score.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scatter {
    /// Points, in the order of the rows asked for.
    pub points: Vec<ScatterPoint>,
    /// Places in `points` on the frontier, ascending by cost.
    pub frontier: Vec<usize>,
}

impl Scatter {
    /// The models in those rows; the frontier is that of these models alone. Without a date there
    /// is none.
    #[must_use]
    pub fn of(
        table: &ModelTable,
        rows: &[usize],
        cost: Option<&ModelColumn>,
        score: Option<&ModelColumn>,
        as_of: Option<Date>,
        prices: Prices,
    ) -> Self {
        let is_training = cost.is_some_and(|cost| cost.role == ColumnRole::CostTraining);
        let is_price = cost.is_some_and(|cost| cost.role.is_price());
        let point = |row: &usize| {
            let model = table.rows.get(*row);
            let released = model.and_then(|model| model.released);
            let priced = model.and_then(|model| model.price_date).filter(|_| is_price);
            let after = |day: Option<Date>| day.zip(as_of).is_some_and(|(day, as_of)| day > as_of);
            let value = cost.and_then(|cost| cost.value(*row)).filter(|cost| *cost > 0.0);
            let point = ScatterPoint {
                row: *row,
                cost: value,
                score: score.and_then(|score| score.value(*row)),
                interval: score.and_then(|score| score.interval(*row)),
                basis: cost.filter(|_| is_training && value.is_some()).map(|cost| cost.basis_of(*row)),
                on_frontier: false,
                is_later: after(released),
                is_priced_later: value.is_some() && after(priced),
            };
            let candidate = Candidate {
                cost: point.cost.unwrap_or(f64::NAN),
                score: point.score.unwrap_or(f64::NAN),
                released,
                priced,
            };
            (point, candidate)
        };
        let (mut points, candidates): (Vec<ScatterPoint>, Vec<Candidate>) = rows.iter().map(point).unzip();
        let frontier = as_of.map(|as_of| frontier_with(&candidates, as_of, prices)).unwrap_or_default();
        for place in &frontier {
            if let Some(point) = points.get_mut(*place) {
                point.on_frontier = true;
            }
        }
        Self { points, frontier }
    }
}

/// The column of a cost. API prices: the blend if there is one, else output, else input. Training
/// costs: those of one basis, the usual one where none is named. A column that holds no value counts
/// only where no other does.
#[must_use]
pub fn cost_of(table: &ModelTable, cost: Cost, basis: Option<CostBasis>) -> Option<Cow<'_, ModelColumn>> {
    let roles: &[ColumnRole] = match cost {
        Cost::Api => &[ColumnRole::CostBlended, ColumnRole::CostApiOutput, ColumnRole::CostApiInput],
        Cost::Run => &[ColumnRole::CostRun],
        Cost::Training => {
            return table.training_costs(basis.or_else(|| table.usual_basis())?).map(Cow::Owned);
        }
    };
    let filled = roles.iter().find_map(|role| table.first_of(*role));
    let empty = || roles.iter().find_map(|role| table.columns.iter().find(|column| column.role == *role));
    filled.or_else(empty).map(Cow::Borrowed)
}

/// The column of a cost as [`cost_of`] finds it, with that choice of basis for training costs, and
/// prices of tokens blended in that ratio where the table has both and a ratio is given.
#[must_use]
pub fn cost_on(
    table: &ModelTable,
    cost: Cost,
    basis: BasisChoice,
    blend: Option<f64>,
) -> Option<Cow<'_, ModelColumn>> {
    match (cost, basis, blend) {
        (Cost::Training, BasisChoice::All, _) => table.every_training_cost().map(Cow::Owned),
        (Cost::Training, BasisChoice::Only(basis), _) => cost_of(table, cost, Some(basis)),
        (Cost::Api, _, Some(ratio)) => {
            blended(table, ratio).map(Cow::Owned).or_else(|| cost_of(table, cost, None))
        }
        _ => cost_of(table, cost, None),
    }
}

/// The price of tokens where `ratio` input tokens come to one output token:
/// (ratio × input + output) / (ratio + 1). `None` where the table has not both, or no such ratio
/// exists.
#[must_use]
pub fn blended(table: &ModelTable, ratio: f64) -> Option<ModelColumn> {
    let ratio = Some(ratio).filter(|ratio| ratio.is_finite() && *ratio >= 0.0)?;
    let input = table.first_of(ColumnRole::CostApiInput)?;
    let output = table.first_of(ColumnRole::CostApiOutput)?;
    let values = input.values.iter().zip(&output.values);
    Some(ModelColumn {
        name: format!("({ratio} × {} + {}) / {}", input.name, output.name, ratio + 1.0),
        role: ColumnRole::CostBlended,
        unit: Unit::UsdPerMtok,
        values: values.map(|(input, output)| (ratio * input + output) / (ratio + 1.0)).collect(),
        blend: Some(ratio),
        ..ModelColumn::default()
    })
}

/// Input tokens for one output token in a column of blended prices: as it is known of the column,
/// else the usual ratio that gives all of its prices out of the table's others, to their last digit.
#[must_use]
pub fn ratio_of(table: &ModelTable, column: &ModelColumn) -> Option<f64> {
    if column.role != ColumnRole::CostBlended {
        return None;
    }
    let fits = |ratio: &f64| {
        let Some(own) = blended(table, *ratio) else { return false };
        let pairs = || (0..table.rows.len()).filter_map(|row| Some((column.value(row)?, own.value(row)?)));
        // Written prices are rounded to a cent, or to less where a cent would be much.
        let near = |(told, found): (f64, f64)| (told - found).abs() <= found.mul_add(0.01, 1e-9).min(0.0051);
        pairs().next().is_some() && pairs().all(near)
    };
    column.blend.or_else(|| [3.0, 1.0, 2.0, 4.0, 9.0].into_iter().find(fits))
}

/// Rows of the models that the filters take and that hold the searched words in their names or
/// organisations. A filter that cannot be read takes everything.
#[must_use]
pub fn rows_taken(
    table: &ModelTable,
    cost: Option<&ModelColumn>,
    score: Option<&ModelColumn>,
    choices: &ScatterChoices,
) -> Vec<usize> {
    let all: Vec<usize> = (0..table.rows.len()).collect();
    let filters: Vec<Filter> = choices.filters.iter().filter_map(|filter| Filter::parse(filter)).collect();
    let search = choices.search.trim().to_lowercase();
    if filters.is_empty() && search.is_empty() {
        return all;
    }
    let is_found = |point: &ScatterPoint| {
        let Some(row) = table.rows.get(point.row) else { return false };
        let texts = [Some(&row.name), Some(&row.label), row.organization.as_ref()];
        search.is_empty() || texts.into_iter().flatten().any(|text| text.to_lowercase().contains(&search))
    };
    let points = Scatter::of(table, &all, cost, score, None, Prices::All).points;
    let taken = |point: &&ScatterPoint| is_found(point) && filters.iter().all(|f| f.takes(table, point));
    points.iter().filter(taken).map(|point| point.row).collect()
}

/// The row of the model of that name: its full name, else the one that is drawn, else the one name
/// that ends in these words but for its date and effort: "R1" is DeepSeek-R1, not DeepSeek-R1-Zero.
#[must_use]
pub fn row_named(table: &ModelTable, name: &str) -> Option<usize> {
    let full = table.rows.iter().position(|row| is_alike(&row.name, name));
    full.or_else(|| table.rows.iter().position(|row| is_alike(&row.label, name))).or_else(|| {
        let wanted = words(name);
        let key = wanted.concat();
        let ends =
            |row: &&(usize, &ModelRow)| row.1.identity.key.ends_with(&key) && holds(&row.1.name, &wanted);
        let rows: Vec<(usize, &ModelRow)> = table.rows.iter().enumerate().collect();
        let mut found = rows.iter().filter(|_| !key.is_empty()).filter(ends).map(|(at, _)| *at);
        found.next().filter(|_| found.next().is_none())
    })
}

/// Names of models that hold a word of that name, those that hold all of them first.
#[must_use]
pub fn names_near<'a>(table: &'a ModelTable, name: &str) -> Vec<&'a str> {
    near(table.rows.iter().map(|row| row.name.as_str()), name)
}

/// Of several names those that hold a word of another, those that hold all of them first.
#[must_use]
pub fn near<'a>(names: impl Iterator<Item = &'a str>, wanted: &str) -> Vec<&'a str> {
    let wanted = words(wanted);
    let shared = |name: &str| {
        let own = words(name);
        wanted.iter().filter(|word| own.iter().any(|other| is_near_word(word, other))).count()
    };
    let mut found: Vec<(usize, &str)> =
        names.map(|name| (shared(name), name)).filter(|(count, _)| *count > 0).collect();
    found.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    found.into_iter().map(|(_, name)| name).collect()
}

/// Whether one word is the other, or its longer form.
fn is_near_word(one: &str, other: &str) -> bool {
    const LEAST: usize = 4;
    one == other || one.len().min(other.len()) >= LEAST && (one.starts_with(other) || other.starts_with(one))
}

fn words(text: &str) -> Vec<String> {
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Whether a name holds those words one after another.
fn holds(name: &str, wanted: &[String]) -> bool {
    !wanted.is_empty() && words(name).windows(wanted.len()).any(|part| part == wanted)
}

/// Whether two texts are the same but for case and blanks.
#[must_use]
pub fn is_alike(one: &str, other: &str) -> bool {
    let bare = |text: &str| text.split_whitespace().collect::<String>().to_lowercase();
    bare(one) == bare(other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::CostBasis::{Amortised, CloudRental, LowerBound};
    use crate::model::ModelName;
    use jiff::civil::date;

    fn table() -> ModelTable {
        let row = |name: &str, released, price_date| ModelRow {
            name: name.to_owned(),
            released,
            price_date,
            ..ModelRow::default()
        };
        let rows = vec![
            row("old", Some(date(2024, 1, 1)), Some(date(2024, 1, 1))),
            row("cheap", Some(date(2025, 1, 20)), Some(date(2025, 2, 8))),
            row("secret", Some(date(2024, 1, 1)), None),
            row("undated", None, None),
            row("late", Some(date(2026, 1, 1)), None),
        ];
        let column = |role, values: &[f64], basis: &[CostBasis]| ModelColumn {
            name: format!("{role:?}"),
            role,
            values: values.to_vec(),
            basis: basis.to_vec(),
            ..ModelColumn::default()
        };
        let nan = f64::NAN;
        let columns = vec![
            column(ColumnRole::CostApiOutput, &[10.0, 1.0, nan, 0.1, 0.1], &[]),
            column(
                ColumnRole::CostTraining,
                &[1e8, 5e6, 1e7, nan, nan],
                &[LowerBound, CloudRental, Amortised, CloudRental, CloudRental],
            ),
            column(ColumnRole::CostTraining, &[8e7, 9e6, nan, nan, nan], &[CloudRental; 5]),
            column(ColumnRole::Score, &[50.0, 60.0, 70.0, 80.0, 90.0], &[]),
        ];
        ModelTable { rows, columns, header: Vec::new() }
    }

    #[test]
    fn undisclosed_undated_and_later_models_are_points_off_the_frontier() {
        let table = table();
        let cost = cost_of(&table, Cost::Api, None).unwrap();
        let all = [0, 1, 2, 3, 4];
        let of =
            |day, prices| Scatter::of(&table, &all, Some(&cost), table.scores().next(), Some(day), prices);
        let after = of(date(2025, 1, 27), Prices::All);
        assert_eq!((after.points.len(), after.frontier.as_slice()), (5, [1].as_slice()));
        assert_eq!(after.points[2].cost, None);
        assert!(
            after.points[4].is_later && after.points[1].is_priced_later && !after.points[0].is_priced_later
        );
        assert_eq!(
            of(date(2025, 1, 27), Prices::InForce).frontier,
            [0],
            "the cheap one's price is of February"
        );
        assert_eq!(of(date(2025, 1, 19), Prices::All).frontier, [0]);
        let undated = Scatter::of(&table, &all, Some(&cost), None, None, Prices::All);
        assert!(undated.frontier.is_empty() && undated.points.iter().all(|point| point.score.is_none()));
    }

    #[test]
    fn a_model_is_found_by_the_end_of_its_name() {
        let row = |(name, key): (&str, &str)| ModelRow {
            name: name.to_owned(),
            label: name.to_owned(),
            identity: ModelName { key: key.to_owned(), ..ModelName::default() },
            ..ModelRow::default()
        };
        let names = [
            ("DeepSeek-R1-Zero", "deepseekr1zero"),
            ("DeepSeek-R1", "deepseekr1"),
            ("DeepSeek-R1-Distill-Qwen-32B", "deepseekr1distillqwen32b"),
            ("OpenAI o1-1217", "o1"),
            ("OpenAI o1-mini", "o1mini"),
            ("GPT-4o-0513", "gpt4o"),
            ("GPT-4o-2024-11-20", "gpt4o"),
        ];
        let table = ModelTable { rows: names.into_iter().map(row).collect(), ..ModelTable::default() };
        let of = |name| row_named(&table, name);
        assert_eq!((of("R1"), of("o1"), of("r1-zero")), (Some(1), Some(3), Some(0)));
        assert_eq!((of("GPT-4o"), of("1"), of("-")), (None, None, None), "two, none, nothing");
        assert_eq!(names_near(&table, "gpt-4o"), ["GPT-4o-0513", "GPT-4o-2024-11-20"]);
        assert!(names_near(&table, "HAL").is_empty());
        assert_eq!(near(["GPQA Diamond", "Cost"].into_iter(), "gpqa_diamnd"), ["GPQA Diamond"]);
    }

    #[test]
    fn training_costs_open_on_one_basis() {
        let table = table();
        let rental = cost_of(&table, Cost::Training, None).unwrap();
        assert_eq!(
            rental.values[..2],
            [8e7, 5e6],
            "a lower bound gives way to rent, rent of the file stands first"
        );
        assert!(rental.values[2].is_nan());
        let amortised = cost_of(&table, Cost::Training, Some(Amortised)).unwrap();
        assert_eq!((amortised.filled(), amortised.values[2]), (1, 1e7));
        assert_eq!(cost_of(&table, Cost::Training, Some(CostBasis::Part)), None);
        assert_eq!(cost_of(&table, Cost::Run, None), None);
    }

    #[test]
    fn prices_are_blended_in_any_ratio_and_a_ratio_is_known_again() {
        let column =
            |role, values: &[f64]| ModelColumn { role, values: values.to_vec(), ..ModelColumn::default() };
        let row = |label: &str, organization: &str| ModelRow {
            label: label.to_owned(),
            organization: Some(organization.to_owned()),
            ..ModelRow::default()
        };
        let table = |own: &[f64]| ModelTable {
            rows: vec![row("R1", "DeepSeek"), row("o1", "OpenAI")],
            columns: vec![
                column(ColumnRole::CostApiInput, &[0.55, 15.0]),
                column(ColumnRole::CostApiOutput, &[2.19, 60.0]),
                column(ColumnRole::CostBlended, own),
            ],
            header: Vec::new(),
        };
        let given = table(&[0.96, 26.25]);
        let half = cost_on(&given, Cost::Api, BasisChoice::Usual, Some(1.0)).unwrap();
        assert_eq!((half.values[1], half.blend), (37.5, Some(1.0)));
        let own = cost_on(&given, Cost::Api, BasisChoice::Usual, None).unwrap();
        assert_eq!((own.values[0], ratio_of(&given, &own)), (0.96, Some(3.0)));
        let odd = table(&[0.96, 20.0]);
        assert_eq!(ratio_of(&odd, odd.first_of(ColumnRole::CostBlended).unwrap()), None);
        assert_eq!(ratio_of(&given, &given.columns[0]), None, "no blend");
        assert_eq!(blended(&given, f64::NAN), None);
        assert_eq!((row_named(&given, " r1"), row_named(&given, "HAL")), (Some(0), None));
        let taken = |filter: &str, search: &str| {
            let filters = Some(filter.to_owned()).filter(|filter| !filter.is_empty()).into_iter().collect();
            let choices = ScatterChoices { filters, search: search.to_owned(), ..ScatterChoices::default() };
            rows_taken(&given, Some(&own), None, &choices)
        };
        assert_eq!(taken("", ""), [0, 1]);
        assert_eq!(taken("organization=DeepSeek", ""), [0]);
        assert_eq!(taken("cost>1", ""), [1]);
        assert_eq!(taken("", "openai"), [1]);
        assert!(taken("cost>1", "R1").is_empty());
    }
}
