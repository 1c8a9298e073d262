//! Training costs that stand in files of their own, added to the models that they are of.

use super::basis::{basis, is_sum};
use super::identity::{agrees, identity, may_be_same};
use crate::model::{ColumnRole as Role, CostBasis, ModelColumn, ModelRow, ModelTable, TrainingCost, Unit};

/// What adding training costs found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::io) struct AddedCosts {
    /// Names of models that the table lacks.
    pub missing: Vec<String>,
    /// Each cost that went to a model of another full name, with that model's label.
    pub alike: Vec<(String, String)>,
}

/// Adds training costs that stand in a file of their own: a column for each basis, its first value
/// that was reported, else derived, else estimated.
pub(in crate::io) fn add_training_costs(table: &mut ModelTable, costs: &[TrainingCost]) -> AddedCosts {
    let mut added = AddedCosts::default();
    // Basis, name of its column, and for each row the rank of the value that stands there.
    let mut columns: Vec<(CostBasis, ModelColumn, Vec<usize>)> = Vec::new();
    for cost in costs {
        let (basis, rows) = (basis_of(cost, costs), rows_of(table, &cost.model));
        if rows.is_empty() {
            let name = whole(&cost.model).to_owned();
            if !added.missing.contains(&name) {
                added.missing.push(name);
            }
            continue;
        }
        for row in rows.iter().filter_map(|row| table.rows.get(*row)) {
            let name = whole(&cost.model);
            let alike = (name.to_owned(), row.label.clone());
            if !has_name(row, &cost.model) && !has_name(row, name) && !added.alike.contains(&alike) {
                added.alike.push(alike);
            }
        }
        let place = columns.iter().position(|(known, ..)| *known == basis).unwrap_or_else(|| {
            let count = table.rows.len();
            let column = ModelColumn {
                name: cost.method.clone(),
                role: Role::CostTraining,
                unit: Unit::Usd,
                values: vec![f64::NAN; count],
                basis: vec![basis; count],
                ..ModelColumn::default()
            };
            columns.push((basis, column, vec![usize::MAX; count]));
            columns.len() - 1
        });
        let Some((_, column, ranks)) = columns.get_mut(place) else { continue };
        let rank = rank(&cost.basis);
        for row in rows {
            if let (Some(value), Some(held)) = (column.values.get_mut(row), ranks.get_mut(row))
                && rank < *held
            {
                (*value, *held) = (cost.cost_usd, rank);
            }
        }
    }
    table.columns.extend(columns.into_iter().map(|(_, column, _)| column));
    added
}

/// How near to the source a figure is.
fn rank(basis: &str) -> usize {
    let basis = basis.to_lowercase();
    ["reported", "derived", "estimated"].iter().position(|word| basis.contains(word)).unwrap_or(3)
}

fn basis_of(cost: &TrainingCost, all: &[TrainingCost]) -> CostBasis {
    let remark = cost.model.rsplit_once(" (").map_or("", |(_, remark)| remark);
    if basis(remark) == CostBasis::Part {
        return CostBasis::Part;
    }
    match basis(&cost.method) {
        CostBasis::Unstated | CostBasis::Estimated | CostBasis::Reported => {
            basis_of_sum(cost, all).unwrap_or_else(|| basis(&cost.basis))
        }
        found => found,
    }
}

/// The basis of a cost that is said to be a sum: that of two others of the file whose sum it is, where
/// both were counted in one way.
fn basis_of_sum(cost: &TrainingCost, all: &[TrainingCost]) -> Option<CostBasis> {
    if !is_sum(&cost.method.to_lowercase()) {
        return None;
    }
    let pairs = all
        .iter()
        .enumerate()
        .flat_map(|(place, one)| all.iter().skip(place + 1).map(move |other| (one, other)));
    let mut found = pairs
        .filter(|(one, other)| (one.cost_usd + other.cost_usd - cost.cost_usd).abs() < 0.5)
        .map(|(one, other)| (basis(&one.method), basis(&other.method)))
        .filter(|(one, other)| one == other && *one != CostBasis::Unstated)
        .map(|(one, _)| one);
    let first = found.next()?;
    found.all(|other| other == first).then_some(first)
}

/// Whether a cost is of the model that [`add_training_costs`] gave that name.
pub(in crate::io) fn is_named(model: &str, name: &str) -> bool {
    whole(model) == name
}

/// A name without the remark in brackets behind it, unless the brackets hold a date or an effort.
fn whole(name: &str) -> &str {
    name.rsplit_once(" (").map_or(name, |(before, _)| before)
}

fn has_name(row: &ModelRow, name: &str) -> bool {
    [&row.name, &row.label].into_iter().any(|own| own.to_lowercase() == name.to_lowercase())
}

/// Rows of the model of that name: by its full name, else by its name without maker, date and
/// effort. A cost of a name without a date is that of the rows without one, else of the first
/// release of that name; where the first is not known, of none.
fn rows_of(table: &ModelTable, name: &str) -> Vec<usize> {
    let find = |name: &str| -> Vec<usize> {
        let rows = || table.rows.iter().enumerate();
        let named: Vec<usize> = rows().filter(|(_, row)| has_name(row, name)).map(|(at, _)| at).collect();
        if !named.is_empty() {
            return named;
        }
        let wanted = identity(name);
        let keyed: Vec<(usize, &ModelRow)> = rows()
            .filter(|(_, row)| {
                [without_tuning(&row.identity.key), row.identity.key.as_str()].contains(&wanted.key.as_str())
            })
            .collect();
        match wanted.version.as_deref() {
            Some(version) => {
                keyed.into_iter().filter(|(_, row)| is_of(row, version)).map(|(at, _)| at).collect()
            }
            None => undated(keyed),
        }
    };
    let found = find(name);
    if found.is_empty() { find(whole(name)) } else { found }
}

/// Whether a row is the release of that date.
fn is_of(row: &ModelRow, version: &str) -> bool {
    match (row.identity.version.as_deref(), row.released) {
        (Some(own), _) => may_be_same(own, version),
        (None, Some(released)) => agrees(version, None, released),
        (None, None) => false,
    }
}

/// Of rows of one name those without a date, else those of the first release.
fn undated(rows: Vec<(usize, &ModelRow)>) -> Vec<usize> {
    if rows.iter().any(|(_, row)| row.identity.version.is_none()) {
        return rows
            .into_iter()
            .filter(|(_, row)| row.identity.version.is_none())
            .map(|(at, _)| at)
            .collect();
    }
    let version = |row: &ModelRow| row.identity.version.clone().unwrap_or_default();
    let earliest = rows.iter().min_by_key(|(_, row)| row.released).map(|(_, row)| version(row));
    let Some(earliest) = earliest else { return Vec::new() };
    let is_known = rows.iter().all(|(_, row)| row.released.is_some());
    let is_one = |row: &ModelRow| may_be_same(&version(row), &earliest);
    if !is_known && !rows.iter().all(|(_, row)| is_one(row)) {
        return Vec::new();
    }
    rows.into_iter().filter(|(_, row)| is_one(row)).map(|(at, _)| at).collect()
}

/// A key without the word for a model that was taught to answer: its training cost is that of the
/// model below it.
fn without_tuning(key: &str) -> &str {
    ["instruct", "chat", "it"].iter().find_map(|word| key.strip_suffix(word)).unwrap_or(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[&str]) -> ModelTable {
        let row = |name: &&str| ModelRow {
            name: (*name).to_owned(),
            label: (*name).to_owned(),
            identity: identity(name),
            ..ModelRow::default()
        };
        ModelTable { rows: rows.iter().map(row).collect(), ..ModelTable::default() }
    }

    #[test]
    fn a_cost_without_a_date_is_of_the_first_release() {
        let released = |table: &mut ModelTable, days: &[&str]| {
            for (row, day) in table.rows.iter_mut().zip(days) {
                row.released = Some(day.parse().unwrap());
            }
        };
        let mut two = table(&["GPT-4o-2024-11-20", "GPT-4o-0513"]);
        assert_eq!(rows_of(&two, "GPT-4o"), [0_usize; 0], "either may be meant");
        released(&mut two, &["2024-11-20", "2024-05-13"]);
        assert_eq!(rows_of(&two, "GPT-4o"), [1]);
        let mut bare = table(&["GPT-4o-2024-11-20", "GPT-4o (high)", "GPT-4o_low"]);
        released(&mut bare, &["2024-11-20", "2025-05-13", "2025-05-13"]);
        assert_eq!(rows_of(&bare, "GPT-4o"), [1, 2]);
        assert_eq!(rows_of(&bare, "GPT-4o-1120"), [0]);
        assert_eq!(rows_of(&bare, "GPT-4o-0806"), [0_usize; 0]);
    }

    #[test]
    fn a_sum_is_of_the_basis_of_what_it_is_summed_from() {
        let cost = |model: &str, cost_usd, method: &str| TrainingCost {
            model: model.to_owned(),
            cost_usd,
            dollar_year: None,
            method: method.to_owned(),
            basis: "derived".to_owned(),
        };
        let all = [
            cost("V3", 5_576_000.0, "cloud rental at $2/GPU-h"),
            cost("R1 (post-training only)", 294_000.0, "cloud rental at $2/GPU-h"),
            cost("R1 (V3 base + post-training)", 5_870_000.0, "sum of the two"),
            cost("X", 5_870_000.0, "V3 and a guess"),
            cost("Y", 6_000_000.0, "sum of the two"),
            cost("Z", 130_000.0, "amortised hardware"),
            cost("W", 424_000.0, "summed"),
        ];
        let of = |place: usize| basis_of(&all[place], &all);
        assert_eq!(of(2), CostBasis::CloudRental);
        assert_eq!(of(3), CostBasis::Reported, "nothing says that it is a sum");
        assert_eq!(of(4), CostBasis::Reported, "no two costs make it");
        assert_eq!(of(6), CostBasis::Reported, "294,000 of rent and 130,000 of another kind");
    }

    #[test]
    fn training_costs_of_each_basis_have_their_column() {
        let cost = |model: &str, cost_usd, method: &str, basis: &str| TrainingCost {
            model: model.to_owned(),
            cost_usd,
            dollar_year: None,
            method: method.to_owned(),
            basis: basis.to_owned(),
        };
        let mut models = table(&["DeepSeek-R1", "GPT-4 (March 2023)", "Llama 3.1 405B Instruct"]);
        let added = add_training_costs(
            &mut models,
            &[
                cost("DeepSeek-R1 (post-training only)", 294e3, "cloud rental at $2/GPU-h", "reported"),
                cost("DeepSeek-R1 (V3 base + post-training)", 5.87e6, "cloud rental, sum of both", "derived"),
                cost("GPT-4", 1e8, "unspecified, lower bound (\"more than\")", "reported"),
                cost("Llama 3.1-405B", 170e6, "cloud rental", "estimated"),
                cost("Llama 3.1-405B", 61.68e6, "30.84M H100 GPU-h x $2", "derived"),
                cost("GPT-4", 78.6e6, "cloud rental", "estimated"),
                cost("PaLM", 1e6, "cloud rental", "estimated"),
            ],
        );
        assert_eq!(added.missing, ["PaLM"]);
        assert_eq!(added.alike[0], ("GPT-4".to_owned(), "GPT-4 (March 2023)".to_owned()));
        assert_eq!(added.alike.len(), 2, "each once");
        let of = |basis| models.training_costs(basis).map(|column| column.values).unwrap_or_default();
        assert_eq!(
            of(CostBasis::CloudRental),
            [5.87e6, 78.6e6, 61.68e6],
            "a derived cost before an estimate"
        );
        assert_eq!(of(CostBasis::Part)[0], 294e3);
        assert_eq!(of(CostBasis::LowerBound)[1], 1e8);
        assert_eq!(models.usual_basis(), Some(CostBasis::CloudRental));
    }
}
