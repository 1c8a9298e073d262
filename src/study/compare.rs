//! Two models beside each other: how many times one costs the other, and by how much it scores
//! higher. Numbers only; the words are found elsewhere.

use crate::model::{ColumnRole, ModelColumn, ModelTable};

/// What sets one model of a table apart from another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// Cost of the first over that of the second, where both are known, on one basis, and the
    /// second is above zero.
    pub cost_ratio: Option<f64>,
    /// Every score that both have, in file order.
    pub scores: Vec<ScoreDifference>,
}

/// How two models do in one score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScoreDifference {
    /// Place of the score among the columns of the table.
    pub column: usize,
    /// Score of the first minus that of the second, in the column's unit.
    pub difference: f64,
    /// Whether their intervals have a value in common, where both are known.
    pub overlap: Option<bool>,
}

/// Compares the models in two rows of a table; `cost` is the column on the cost axis.
#[must_use]
pub fn compare(table: &ModelTable, first: usize, second: usize, cost: Option<&ModelColumn>) -> Comparison {
    let cost_ratio = cost.filter(|cost| cost.basis_of(first) == cost.basis_of(second)).and_then(|cost| {
        let other = cost.value(second).filter(|value| *value > 0.0)?;
        Some(cost.value(first)? / other).filter(|ratio| ratio.is_finite())
    });
    let of = |(column, score): (usize, &ModelColumn)| {
        let difference = score.value(first)? - score.value(second)?;
        let overlap = score
            .interval(first)
            .zip(score.interval(second))
            .map(|([low, high], [other_low, other_high])| low <= other_high && other_low <= high);
        Some(ScoreDifference { column, difference, overlap })
    };
    let scores = table.columns.iter().enumerate().filter(|(_, column)| column.role == ColumnRole::Score);
    Comparison { cost_ratio, scores: scores.filter_map(of).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::CostBasis;

    const NONE: f64 = f64::NAN;

    fn score(values: &[f64], low: &[f64], high: &[f64]) -> ModelColumn {
        let [values, low, high] = [values, low, high].map(<[f64]>::to_vec);
        ModelColumn { role: ColumnRole::Score, values, low, high, ..ModelColumn::default() }
    }

    #[test]
    fn a_ratio_and_differences_where_both_are_known() {
        // R1 and o1: 2.19 / 60 dollars, AIME 79.8 / 79.2, GPQA 71.5 / 75.7.
        let table = ModelTable {
            columns: vec![
                score(&[79.8, 79.2], &[], &[]),
                score(&[71.5, 75.7], &[69.0, 73.0], &[74.0, 78.0]),
                score(&[50.0, 60.0], &[48.0, 58.0], &[52.0, 62.0]),
                score(&[50.0, NONE], &[], &[]),
                score(&[50.0, 60.0], &[48.0, NONE], &[52.0, 62.0]),
            ],
            ..ModelTable::default()
        };
        let cost = ModelColumn { values: vec![2.19, 60.0], ..ModelColumn::default() };
        let found = compare(&table, 0, 1, Some(&cost));
        assert!((found.cost_ratio.unwrap() - 0.0365).abs() < 1e-12, "one 27th");
        let told: Vec<(usize, i64, Option<bool>)> = found
            .scores
            .iter()
            .map(|s| (s.column, (s.difference * 10.0).round() as i64, s.overlap))
            .collect();
        let expected = [(0, 6, None), (1, -42, Some(true)), (2, -100, Some(false)), (4, -100, None)];
        assert_eq!(told, expected);
        let back = compare(&table, 1, 0, Some(&cost));
        assert_eq!(back.scores.len(), found.scores.len());
        assert!(
            back.scores.iter().zip(&found.scores).all(|(b, f)| (b.difference + f.difference).abs() < 1e-12)
        );
    }

    #[test]
    fn costs_that_cannot_be_compared_have_no_ratio() {
        let table = ModelTable::default();
        let cost = |values: &[f64], basis: &[CostBasis]| ModelColumn {
            values: values.to_vec(),
            basis: basis.to_vec(),
            ..ModelColumn::default()
        };
        let ratio = |cost: &ModelColumn| compare(&table, 0, 1, Some(cost)).cost_ratio;
        let two = [CostBasis::CloudRental, CostBasis::LowerBound];
        assert_eq!(ratio(&cost(&[1.0, 2.0], &two)), None, "of two bases");
        assert_eq!(ratio(&cost(&[1.0, 2.0], &[CostBasis::CloudRental; 2])), Some(0.5));
        assert_eq!(ratio(&cost(&[1.0, NONE], &[])), None);
        assert_eq!(ratio(&cost(&[1.0, 0.0], &[])), None);
        assert_eq!(compare(&table, 0, 1, None), Comparison::default());
    }
}
