//! Several files of models as one table: rows that are one model become one row, columns stand side
//! by side, and nothing is dropped.
//!
//! A row may serve several of the other file: one price, three efforts. Its scores and costs to run
//! are then of none of these efforts, and stay with it.

use std::collections::BTreeSet;

use super::pairs::{Pair, pairs};
use super::units::rounded;
use crate::io::report::short;
use crate::model::{ColumnRole as Role, ModelColumn, ModelRow, ModelTable, Unit};

/// What joining two tables found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::io) struct Joined {
    /// Labels of the earlier table that no row of the later one is, long ones cut as all here.
    pub earlier: Vec<String>,
    /// Labels of the later table that no row of the earlier one is.
    pub later: Vec<String>,
    /// How many rows of the earlier table found theirs.
    pub matched: usize,
    /// `A = B` for each two rows that are one model by more than their full names.
    pub alike: Vec<String>,
    /// Models of one name whose releases are weeks apart.
    pub dated_apart: Vec<String>,
    /// Columns in which the tables contradict each other, with the labels of those models.
    pub contradicted: Vec<(String, Vec<String>)>,
}

/// Joins a later table to an earlier one; `name` tells its columns apart where both have one of a
/// name and they disagree.
pub(in crate::io) fn join(earlier: &ModelTable, later: &ModelTable, name: &str) -> (ModelTable, Joined) {
    let pairs = pairs(&earlier.rows, &later.rows);
    let places = places(&pairs, earlier, later);
    let row = |place: &Place| {
        let of = |table: &ModelTable, at: Option<usize>| at.and_then(|at| table.rows.get(at)).cloned();
        let (one, two) = (of(earlier, place.earlier.row), of(later, place.later.row));
        let (base, other) = if place.is_later_first { (two, one) } else { (one, two) };
        match (base, other) {
            (Some(mut base), Some(other)) => {
                fill(&mut base, &other);
                Some(base)
            }
            (one, two) => one.or(two),
        }
    };
    let rows: Vec<ModelRow> = places.iter().filter_map(row).collect();
    let mut joined = ModelTable { rows, ..earlier.clone() };
    for column in &mut joined.columns {
        arrange(column, places.iter().map(|place| place.earlier), earlier.rows.len());
    }
    let is_one_test = shares_test(earlier, later);
    let mut contradicted = Vec::new();
    for column in &later.columns {
        let mut column = column.clone();
        arrange(&mut column, places.iter().map(|place| place.later), later.rows.len());
        let (told, role) = (column.name.clone(), column.role);
        let rows = take(&mut joined.columns, column, name, is_one_test);
        if !rows.is_empty() && role != Role::Error {
            contradicted.push((told, labels(&joined.rows, &rows)));
        }
    }
    joined.header.extend(later.header.iter().cloned());
    let found = Joined { contradicted, ..told(&pairs, earlier, later) };
    (joined, found)
}

/// Where a row of the joined table has its values from, in one of the tables.
#[derive(Clone, Copy, Debug, Default)]
struct Origin {
    row: Option<usize>,
    /// Whether results are not among them, being of another effort.
    is_partial: bool,
}

/// A row of the joined table.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    earlier: Origin,
    later: Origin,
    /// Whether it is called as in the later table.
    is_later_first: bool,
}

/// The rows of the joined table: those of the earlier one in its order, each as often as it serves,
/// then those that the later one has alone.
fn places(pairs: &[Pair], earlier: &ModelTable, later: &ModelTable) -> Vec<Place> {
    let effort =
        |table: &ModelTable, at: usize| table.rows.get(at).is_some_and(|row| row.identity.effort.is_some());
    let all = |at: usize| Origin { row: Some(at), is_partial: false };
    let serves = |at: usize| pairs.iter().filter(|pair| pair.earlier == at).count() > 1;
    let is_served = |at: usize| pairs.iter().filter(|pair| pair.later == at).count() > 1;
    let joined = |pair: &Pair| {
        let has_efforts = [effort(earlier, pair.earlier), effort(later, pair.later)];
        let is_partial = has_efforts == [false, true] && serves(pair.earlier);
        Place {
            earlier: Origin { row: Some(pair.earlier), is_partial },
            later: Origin {
                row: Some(pair.later),
                is_partial: has_efforts == [true, false] && is_served(pair.later),
            },
            is_later_first: is_partial || serves(pair.earlier) && !pair.is_named,
        }
    };
    let mut places = Vec::new();
    let mut pairs_left = pairs.iter().peekable();
    for at in 0..earlier.rows.len() {
        let from = places.len();
        while let Some(pair) = pairs_left.next_if(|pair| pair.earlier == at) {
            places.push(joined(pair));
        }
        let own = places.get(from..).unwrap_or_default();
        let is_whole = own.iter().any(|place: &Place| !place.earlier.is_partial);
        if own.is_empty() || !is_whole && has_results(earlier, at) {
            places.insert(from, Place { earlier: all(at), ..Place::default() });
        }
    }
    let is_whole = |origin: &Origin| match origin.row {
        Some(row) => !origin.is_partial || !has_results(later, row),
        None => false,
    };
    let used: BTreeSet<usize> =
        places.iter().map(|place| place.later).filter(is_whole).filter_map(|origin| origin.row).collect();
    let alone = (0..later.rows.len()).filter(|at| !used.contains(at));
    places.extend(alone.map(|at| Place { later: all(at), ..Place::default() }));
    places
}

/// Whether the numbers of a column are those of one effort.
fn is_result(role: Role) -> bool {
    matches!(role, Role::Score | Role::Error | Role::CostRun)
}

fn has_results(table: &ModelTable, row: usize) -> bool {
    table.columns.iter().any(|column| is_result(column.role) && column.value(row).is_some())
}

/// Puts the values of a column of `count` rows where its rows went.
fn arrange(column: &mut ModelColumn, origins: impl Iterator<Item = Origin>, count: usize) {
    let is_result = is_result(column.role);
    // Beyond the end is nowhere.
    let order: Vec<usize> = origins
        .map(|origin| origin.row.filter(|_| !(origin.is_partial && is_result)).unwrap_or(count))
        .collect();
    column.keep(&order);
}

fn labels(rows: &[ModelRow], places: &[usize]) -> Vec<String> {
    places.iter().filter_map(|at| rows.get(*at)).map(|row| short(&row.label)).collect()
}

fn told(pairs: &[Pair], earlier: &ModelTable, later: &ModelTable) -> Joined {
    let used: [BTreeSet<usize>; 2] =
        [pairs.iter().map(|pair| pair.earlier).collect(), pairs.iter().map(|pair| pair.later).collect()];
    let [earlier_used, later_used] = &used;
    let apart = |table: &ModelTable, used: &BTreeSet<usize>| {
        let rows: Vec<usize> = (0..table.rows.len()).filter(|row| !used.contains(row)).collect();
        labels(&table.rows, &rows)
    };
    let both = |pair: &Pair| Some((earlier.rows.get(pair.earlier)?, later.rows.get(pair.later)?));
    let alike = pairs.iter().filter(|pair| !pair.is_named).filter_map(both);
    let named = pairs.iter().filter(|pair| pair.is_named).filter_map(both);
    let is_apart = |(one, two): &(&ModelRow, &ModelRow)| {
        one.identity.version.is_none() && !super::identity::are_near(one.released, two.released)
    };
    Joined {
        earlier: apart(earlier, earlier_used),
        later: apart(later, later_used),
        matched: earlier_used.len(),
        alike: alike.map(|(one, two)| format!("{} = {}", short(&one.label), short(&two.label))).collect(),
        dated_apart: named.filter(is_apart).map(|(one, _)| short(&one.label)).collect(),
        contradicted: Vec::new(),
    }
}

/// Names under which files of any test have their scores.
const GENERIC: &[&str] = &[
    "score",
    "mean_score",
    "mean score",
    "best score",
    "best score (across scorers)",
    "accuracy",
    "accuracy mean",
    "overall accuracy",
    "average",
    "average (%)",
    "global average",
    "em",
    "% score",
    "percent correct",
    "correct",
    "rating",
    "performance",
    "win rate (%)",
    "average score",
    "average progress",
    "pass@1 score",
];

fn is_generic(name: &str) -> bool {
    GENERIC.contains(&name.trim().to_lowercase().as_str())
}

fn is_same_name(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

/// Whether both tables have a score of one telling name: what it costs to run is of one test then.
fn shares_test(earlier: &ModelTable, later: &ModelTable) -> bool {
    let known = |score: &ModelColumn| earlier.scores().any(|own| is_same_name(&own.name, &score.name));
    later.scores().any(|score| !is_generic(&score.name) && known(score))
}

/// The column in the unit of another, where both count the same; `None` where they do not.
fn in_unit(column: &ModelColumn, unit: Unit) -> Option<ModelColumn> {
    let scale = |value: f64| match (column.unit, unit) {
        (Unit::Fraction, Unit::Percent) => rounded(value * 100.0),
        (Unit::Percent, Unit::Fraction) => rounded(value / 100.0),
        _ => value,
    };
    let is_share = |unit: Unit| matches!(unit, Unit::Fraction | Unit::Percent);
    if column.unit != unit && !(is_share(column.unit) && is_share(unit)) {
        return None;
    }
    let mut column = column.clone();
    for values in [&mut column.values, &mut column.low, &mut column.high] {
        for value in values.iter_mut() {
            *value = scale(*value);
        }
    }
    column.unit = unit;
    Some(column)
}

/// Adds a column, or fills up the one of its name, role and unit. Gives the rows in which the two
/// contradict each other: the whole column then stands beside the first, too. Two columns that
/// contradict each other and are called as those of any test fill up nothing.
fn take(columns: &mut Vec<ModelColumn>, column: ModelColumn, file: &str, is_one_test: bool) -> Vec<usize> {
    let mut contradicted = Vec::new();
    let known = columns.iter_mut().find_map(|known| {
        let is_alike = is_same_name(&known.name, &column.name) && known.role == column.role;
        let other = in_unit(&column, known.unit).filter(|_| is_alike)?;
        Some((known, other))
    });
    if let Some((known, other)) = known {
        let differs = |row: &usize| match (known.value(*row), other.value(*row)) {
            (Some(a), Some(b)) => (a - b).abs() > 1e-9 * a.abs().max(b.abs()),
            _ => false,
        };
        contradicted = (0..known.values.len()).filter(differs).collect();
        let is_any = match column.role {
            Role::CostRun => !is_one_test,
            Role::Error => true,
            _ => is_generic(&column.name),
        };
        if contradicted.is_empty() || !is_any {
            fill_up(known, &other);
        }
        if contradicted.is_empty() {
            return contradicted;
        }
    }
    let is_taken = |name: &str| columns.iter().any(|known| known.name == name);
    let mut name = column.name.clone();
    let mut number = 2_u32;
    while is_taken(&name) {
        name = if number == 2 {
            format!("{} ({file})", column.name)
        } else {
            format!("{} ({file} {number})", column.name)
        };
        number += 1;
    }
    columns.push(ModelColumn { name, ..column });
    contradicted
}

/// Takes over the values that a column does not have itself, with their intervals and bases.
fn fill_up(known: &mut ModelColumn, other: &ModelColumn) {
    let count = known.values.len();
    let rows: Vec<usize> =
        (0..count).filter(|row| known.value(*row).is_none() && other.value(*row).is_some()).collect();
    if !(other.low.is_empty() && other.high.is_empty()) {
        known.low.resize(count, f64::NAN);
        known.high.resize(count, f64::NAN);
    }
    for row in &rows {
        let pairs = [
            (&mut known.values, &other.values),
            (&mut known.low, &other.low),
            (&mut known.high, &other.high),
        ];
        for (own, others) in pairs {
            if let (Some(own), Some(value)) = (own.get_mut(*row), others.get(*row)) {
                *own = *value;
            }
        }
        if let (Some(own), Some(basis)) = (known.basis.get_mut(*row), other.basis.get(*row)) {
            *own = *basis;
        }
    }
}

/// Takes over what a row does not say itself.
fn fill(row: &mut ModelRow, other: &ModelRow) {
    let text = |own: &mut Option<String>, others: &Option<String>| {
        if own.is_none() {
            own.clone_from(others);
        }
    };
    text(&mut row.organization, &other.organization);
    text(&mut row.country, &other.country);
    text(&mut row.accessibility, &other.accessibility);
    text(&mut row.certainty, &other.certainty);
    text(&mut row.cost_basis, &other.cost_basis);
    text(&mut row.notes, &other.notes);
    text(&mut row.source, &other.source);
    row.released = row.released.or(other.released);
    row.open_weights = row.open_weights.or(other.open_weights);
    row.price_date = row.price_date.or(other.price_date);
}

#[cfg(test)]
mod tests {
    use super::super::identity::identity;
    use super::*;

    fn table(column: &str, rows: &[(&str, f64)]) -> ModelTable {
        let row = |name: &&str| ModelRow {
            name: (*name).to_owned(),
            label: (*name).to_owned(),
            identity: identity(name),
            ..ModelRow::default()
        };
        let (names, values): (Vec<&str>, Vec<f64>) = rows.iter().copied().unzip();
        let role = if column == "out" { Role::CostApiOutput } else { Role::Score };
        let column = ModelColumn { name: column.to_owned(), role, values, ..ModelColumn::default() };
        ModelTable { rows: names.iter().map(row).collect(), columns: vec![column], header: Vec::new() }
    }

    #[test]
    fn one_price_serves_three_efforts_and_what_is_apart_is_named() {
        let scores = table(
            "gpqa",
            &[
                ("o1-2024-12-17_high", 75.7),
                ("o1-2024-12-17_low", 70.0),
                ("DeepSeek-R1", 71.5),
                ("Grok-2", 56.0),
            ],
        );
        let prices = table("out", &[("openai/o1", 60.0), ("deepseek/deepseek-r1", 2.19), ("nova-pro", 3.2)]);
        let (joined, apart) = join(&scores, &prices, "prices.csv");
        let out: Vec<Option<f64>> = (0..5).map(|row| joined.value("out", row)).collect();
        assert_eq!(out, [Some(60.0), Some(60.0), Some(2.19), None, Some(3.2)]);
        assert_eq!(joined.value("gpqa", 4), None);
        assert_eq!(
            (apart.earlier, apart.later, apart.matched),
            (vec!["Grok-2".to_owned()], vec!["nova-pro".to_owned()], 3)
        );
    }

    #[test]
    fn two_versions_of_one_name_are_two_models() {
        let one = table("a", &[("gpt-4o-2024-05-13", 1.0), ("gpt-4o-2024-08-06", 2.0), ("gpt-4o", 3.0)]);
        let other = table("b", &[("GPT-4o-0513", 10.0), ("GPT-4o (Aug 2024)", 20.0)]);
        let (joined, apart) = join(&one, &other, "b.csv");
        let b: Vec<Option<f64>> = (0..3).map(|row| joined.value("b", row)).collect();
        assert_eq!(b, [Some(10.0), Some(20.0), None], "a name without date may be either");
        assert_eq!((joined.rows.len(), apart.later.len()), (3, 0));
    }

    #[test]
    fn columns_of_one_name_are_one_where_they_agree() {
        let one = table("mean_score", &[("A", 1.0), ("B", 2.0)]);
        let agrees = table("mean_score", &[("B", 2.0), ("C", 3.0)]);
        let (joined, _) = join(&one, &agrees, "b.csv");
        assert_eq!((joined.columns.len(), joined.value("mean_score", 2)), (1, Some(3.0)));
        let differs = table("mean_score", &[("B", 2.5), ("C", 3.0)]);
        let (joined, _) = join(&one, &differs, "b.csv");
        assert_eq!(joined.columns[1].name, "mean_score (b.csv)");
        assert_eq!(
            (joined.value("mean_score", 1), joined.value("mean_score (b.csv)", 1)),
            (Some(2.0), Some(2.5))
        );
    }

    #[test]
    fn prices_that_come_first_serve_three_efforts_too() {
        let scores = [("o1-2024-12-17_high", 75.7), ("o1-2024-12-17_low", 70.0), ("DeepSeek-R1", 71.5)];
        let prices = [("o1", 60.0), ("DeepSeek R1", 2.19), ("GPT-4o", 10.0)];
        let (joined, found) = join(&table("out", &prices), &table("gpqa", &scores), "b.csv");
        let told: Vec<_> = joined
            .rows
            .iter()
            .enumerate()
            .map(|(at, row)| (row.label.as_str(), joined.value("out", at), joined.value("gpqa", at)))
            .collect();
        let expected = [
            ("o1-2024-12-17_high", Some(60.0), Some(75.7)),
            ("o1-2024-12-17_low", Some(60.0), Some(70.0)),
            ("DeepSeek R1", Some(2.19), Some(71.5)),
            ("GPT-4o", Some(10.0), None),
        ];
        assert_eq!(told, expected);
        assert_eq!(found.alike[0], "o1 = o1-2024-12-17_high");
        assert_eq!((found.alike.len(), found.earlier.as_slice()), (3, ["GPT-4o".to_owned()].as_slice()));
    }

    #[test]
    fn a_score_without_effort_is_of_none_of_several_efforts() {
        let efforts = [("o1_high", 75.7), ("o1_low", 70.0)];
        for is_first in [true, false] {
            let (one, other) = (table("aime", &[("o1", 79.2)]), table("gpqa", &efforts));
            let (joined, _) = if is_first { join(&one, &other, "b") } else { join(&other, &one, "b") };
            let aime: Vec<_> = (0..3).filter_map(|row| joined.value("aime", row)).collect();
            assert_eq!((joined.rows.len(), aime), (3, vec![79.2]));
        }
        let (alone, _) = join(&table("aime", &[("o1", 79.2)]), &table("gpqa", &efforts[..1]), "b");
        assert_eq!((alone.rows.len(), alone.value("gpqa", 0)), (1, Some(75.7)), "one effort is it");
    }

    #[test]
    fn values_of_models_that_one_file_has_go_into_one_column() {
        let one = table("GPQA", &[("R1", 71.0), ("o1", 75.0)]);
        let (joined, found) = join(&one, &table("GPQA", &[("R1", 60.0), ("V3", 59.0)]), "e2.csv");
        let of = |name: &str| (0..3).map(|row| joined.value(name, row)).collect::<Vec<_>>();
        assert_eq!(of("GPQA"), [Some(71.0), Some(75.0), Some(59.0)]);
        assert_eq!(of("GPQA (e2.csv)"), [Some(60.0), None, Some(59.0)]);
        assert_eq!(found.contradicted, [("GPQA".to_owned(), vec!["R1".to_owned()])]);
        let (apart, found) = join(&one, &table("gpqa", &[("V3", 59.0)]), "e2.csv");
        assert_eq!((apart.columns.len(), apart.value("GPQA", 2)), (1, Some(59.0)));
        assert!(found.contradicted.is_empty());
        let one = table("Score", &[("R1", 71.0)]);
        let (joined, _) = join(&one, &table("Score", &[("R1", 8.6), ("V3", 5.0)]), "hle.csv");
        assert_eq!(joined.value("Score", 1), None, "scores of two tests are not mixed");
    }

    #[test]
    fn fractions_become_per_cent_where_the_column_has_those() {
        let of = |values: &[(&str, f64)], unit: Unit| {
            let mut table = table("GPQA", values);
            table.columns[0].unit = unit;
            table
        };
        let (percent, fraction) = (of(&[("R1", 71.5)], Unit::Percent), of(&[("V3", 0.591)], Unit::Fraction));
        let (joined, _) = join(&percent, &fraction, "b.csv");
        assert_eq!((joined.columns.len(), joined.value("GPQA", 1)), (1, Some(59.1)));
        let (joined, _) = join(&fraction, &percent, "b.csv");
        assert_eq!((joined.columns.len(), joined.value("GPQA", 1)), (1, Some(0.715)));
    }
}
