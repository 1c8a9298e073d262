//! Several files of models as one table: rows that are one model become one row, columns stand side
//! by side, and nothing is dropped.
//!
//! Two rows are one model when their full names are the same, else when their names without maker,
//! date and effort are, as far as date and effort do not speak against it and no other row would
//! do as well. A row may serve several of the other file: one price, three efforts.

use std::collections::{BTreeMap, BTreeSet};

use super::basis::basis;
use super::identity::{identity, may_be_same};
use crate::model::{
    ColumnRole as Role, CostBasis, ModelColumn, ModelName, ModelRow, ModelTable, TrainingCost, Unit,
};

/// What joining two tables left apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::io) struct Apart {
    /// Labels of the earlier table that no row of the later one is.
    pub earlier: Vec<String>,
    /// Labels of the later table that no row of the earlier one is.
    pub later: Vec<String>,
    /// How many rows of the earlier table found theirs.
    pub matched: usize,
}

/// Joins a later table to an earlier one; `name` tells its columns apart where both have one of a
/// name and they disagree.
pub(in crate::io) fn join(earlier: &ModelTable, later: &ModelTable, name: &str) -> (ModelTable, Apart) {
    let partners = partners(&earlier.rows, &later.rows);
    let used: BTreeSet<usize> = partners.iter().flatten().copied().collect();
    let left: Vec<usize> = (0..later.rows.len()).filter(|row| !used.contains(row)).collect();
    let mut joined = earlier.clone();
    for (row, partner) in joined.rows.iter_mut().zip(&partners) {
        if let Some(other) = partner.and_then(|at| later.rows.get(at)) {
            fill(row, other);
        }
    }
    joined.rows.extend(left.iter().filter_map(|at| later.rows.get(*at)).cloned());
    let places: Vec<usize> = (0..joined.rows.len()).collect();
    for column in &mut joined.columns {
        column.keep(&places);
    }
    // Where each row of the joined table stands in the later one; nowhere is beyond its end.
    let nowhere = later.rows.len();
    let order: Vec<usize> =
        partners.iter().map(|partner| partner.unwrap_or(nowhere)).chain(left.iter().copied()).collect();
    for column in &later.columns {
        let mut column = column.clone();
        column.keep(&order);
        take(&mut joined.columns, column, name);
    }
    joined.header.extend(later.header.iter().cloned());
    let labels = |rows: Vec<&ModelRow>| rows.into_iter().map(|row| row.label.clone()).collect();
    let apart = Apart {
        earlier: labels(
            earlier.rows.iter().zip(&partners).filter(|(_, p)| p.is_none()).map(|(r, _)| r).collect(),
        ),
        later: labels(left.iter().filter_map(|at| later.rows.get(*at)).collect()),
        matched: partners.iter().flatten().count(),
    };
    (joined, apart)
}

/// Adds a column, or fills up one of its name that says the same wherever both say something.
fn take(columns: &mut Vec<ModelColumn>, column: ModelColumn, file: &str) {
    let same = |known: &&mut ModelColumn| {
        let is_alike = known.name == column.name && known.role == column.role && known.unit == column.unit;
        let pairs =
            || known.values.iter().zip(&column.values).filter(|(a, b)| a.is_finite() && b.is_finite());
        is_alike
            && pairs().next().is_some()
            && pairs().all(|(a, b)| (a - b).abs() <= 1e-9 * a.abs().max(b.abs()))
    };
    if let Some(known) = columns.iter_mut().find(same) {
        for (value, other) in known.values.iter_mut().zip(&column.values) {
            *value = if value.is_finite() { *value } else { *other };
        }
        return;
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

/// For each row the row of the other table that is the same model.
fn partners(rows: &[ModelRow], others: &[ModelRow]) -> Vec<Option<usize>> {
    let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut by_key: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, other) in others.iter().enumerate() {
        for name in BTreeSet::from([other.name.to_lowercase(), other.label.to_lowercase()]) {
            by_name.entry(name).or_default().push(at);
        }
        by_key.entry(&other.identity.key).or_default().push(at);
    }
    let of = |row: &ModelRow| {
        let named =
            [&row.name, &row.label].into_iter().find_map(|name| by_name.get(&name.to_lowercase())?.first());
        named.copied().or_else(|| nearest(&row.identity, by_key.get(row.identity.key.as_str())?, others))
    };
    rows.iter().map(of).collect()
}

/// The one of several rows of one name that suits date and effort best; `None` where two suit as
/// well or none does.
fn nearest(wanted: &ModelName, places: &[usize], others: &[ModelRow]) -> Option<usize> {
    let suits = |at: &&usize| {
        others.get(**at).is_some_and(|other| {
            let other = &other.identity;
            let efforts = wanted.effort == other.effort || wanted.effort.is_none() || other.effort.is_none();
            efforts && may_be_same(wanted.version.as_deref(), other.version.as_deref())
        })
    };
    let closeness = |at: &usize| {
        others.get(*at).map_or((false, false), |other| {
            (other.identity.effort == wanted.effort, other.identity.version == wanted.version)
        })
    };
    let mut fitting: Vec<usize> = places.iter().filter(suits).copied().collect();
    fitting.sort_by_key(|at| std::cmp::Reverse(closeness(at)));
    match fitting.as_slice() {
        [only] => Some(*only),
        [first, second, ..] if closeness(first) > closeness(second) => Some(*first),
        _ => None,
    }
}

/// Adds training costs that stand in a file of their own: a column for each basis, its first value
/// that was reported, else derived, else estimated. Gives the names of models that the table lacks.
pub(in crate::io) fn add_training_costs(table: &mut ModelTable, costs: &[TrainingCost]) -> Vec<String> {
    let mut missing: Vec<String> = Vec::new();
    // Basis, name of its column, and for each row the rank of the value that stands there.
    let mut columns: Vec<(CostBasis, ModelColumn, Vec<usize>)> = Vec::new();
    for cost in costs {
        let (basis, rows) = (basis_of(cost, costs), rows_of(table, &cost.model));
        if rows.is_empty() {
            let name = whole(&cost.model).to_owned();
            if !missing.contains(&name) {
                missing.push(name);
            }
            continue;
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
    missing
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
    let words = cost.method.to_lowercase();
    if !words.split(|c: char| !c.is_alphanumeric()).any(|word| word == "sum" || word == "summed") {
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

/// Rows of the model of that name: by its full name, else by its name without date; a later
/// version of the same name is another model.
fn rows_of(table: &ModelTable, name: &str) -> Vec<usize> {
    let find = |name: &str| -> Vec<usize> {
        let rows = table.rows.iter().enumerate();
        let named: Vec<usize> =
            rows.filter(|(_, row)| row.name == name || row.label == name).map(|(at, _)| at).collect();
        if !named.is_empty() {
            return named;
        }
        let wanted = identity(name);
        let rows = table.rows.iter().enumerate();
        let keyed = rows.filter(|(_, row)| {
            [without_tuning(&row.identity.key), row.identity.key.as_str()].contains(&wanted.key.as_str())
        });
        keyed
            .filter(|(_, row)| may_be_same(wanted.version.as_deref(), row.identity.version.as_deref()))
            .map(|(at, _)| at)
            .collect()
    };
    let found = find(name);
    if found.is_empty() { find(whole(name)) } else { found }
}

/// A key without the word for a model that was taught to answer: its training cost is that of the
/// model below it.
fn without_tuning(key: &str) -> &str {
    ["instruct", "chat", "it"].iter().find_map(|word| key.strip_suffix(word)).unwrap_or(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(column: &str, rows: &[(&str, f64)]) -> ModelTable {
        let row = |name: &&str| ModelRow {
            name: (*name).to_owned(),
            label: (*name).to_owned(),
            identity: identity(name),
            ..ModelRow::default()
        };
        let (names, values): (Vec<&str>, Vec<f64>) = rows.iter().copied().unzip();
        let column =
            ModelColumn { name: column.to_owned(), role: Role::Score, values, ..ModelColumn::default() };
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
        let mut models = table(
            "x",
            &[("DeepSeek-R1", 1.0), ("GPT-4 (March 2023)", 1.0), ("Llama 3.1 405B Instruct", 1.0)],
        );
        let missing = add_training_costs(
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
        assert_eq!(missing, ["PaLM"]);
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
