//! Columns of uncertainty: each is tied to its score, and becomes the ends of an interval.
//!
//! A standard error gives the interval of 95 %: 1.96 of it on either side, as for a mean of many
//! independent questions (the normal approximation). Ends that a file gives are taken as they are.

use super::names::own;
use crate::model::{ColumnRole as Role, ModelColumn};

/// Standard errors on either side of a mean in an interval of 95 %.
const NORMAL_95: f64 = 1.959_964;

/// What a column of uncertainty holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Low,
    High,
    Error,
}

fn end(name: &str) -> End {
    let name = own(name);
    let has = |wanted: &[&str]| wanted.iter().any(|word| name.contains(word));
    if has(&["low", "q025", "2.5%"]) {
        End::Low
    } else if has(&["high", "upper", "q975", "97.5%"]) {
        End::High
    } else {
        End::Error
    }
}

/// Ties every column of errors among `columns` (with their plain names) to a score and fills in its
/// intervals. A column whose name begins with that of a score belongs to it, else the score before
/// it does, else the first one.
pub(super) fn tie(columns: &mut [(String, ModelColumn)]) {
    let owners: Vec<(usize, End, usize)> = columns
        .iter()
        .enumerate()
        .filter(|(_, (_, column))| column.role == Role::Error)
        .filter_map(|(at, (name, _))| Some((at, end(name), owner(columns, at)?)))
        .collect();
    for (at, end, score) in owners {
        let Some(errors) = columns.get(at).map(|(_, column)| column.values.clone()) else { continue };
        let Some((_, column)) = columns.get_mut(score) else { continue };
        let of = |sign: f64| -> Vec<f64> {
            column
                .values
                .iter()
                .zip(&errors)
                .map(|(value, error)| value + sign * NORMAL_95 * error.abs())
                .collect()
        };
        match end {
            End::Low => column.low = errors,
            End::High => column.high = errors,
            End::Error if column.low.is_empty() && column.high.is_empty() => {
                (column.low, column.high) = (of(-1.0), of(1.0));
            }
            End::Error => {}
        }
    }
}

/// Fills in the intervals of the score before a column of texts such as `+5/-4`.
pub(super) fn tie_text(column: &mut ModelColumn, cells: &[Option<[f64; 2]>]) {
    let end = |sign: f64, at: usize| {
        move |(value, cell): (&f64, &Option<[f64; 2]>)| {
            cell.and_then(|ends| ends.get(at).copied()).map_or(f64::NAN, |distance| value + sign * distance)
        }
    };
    column.low = column.values.iter().zip(cells).map(end(-1.0, 1)).collect();
    column.high = column.values.iter().zip(cells).map(end(1.0, 0)).collect();
}

/// Distances up and down of a cell such as `+5/-4`, `+5.1 / -4`, `±3`.
pub(super) fn distances(cell: &str) -> Option<[f64; 2]> {
    let number =
        |text: &str| text.trim().parse::<f64>().ok().filter(|value| value.is_finite() && *value >= 0.0);
    if let Some(both) = cell.trim().strip_prefix('±').or_else(|| cell.trim().strip_prefix("+/-")) {
        return number(both).map(|both| [both, both]);
    }
    let (up, down) = cell.trim().strip_prefix('+')?.split_once('/')?;
    Some([number(up)?, number(down.trim().strip_prefix(['-', '−', '–'])?)?])
}

/// The score of a column of errors.
fn owner(columns: &[(String, ModelColumn)], at: usize) -> Option<usize> {
    let (name, _) = columns.get(at)?;
    let scores = || columns.iter().enumerate().filter(|(_, (_, column))| column.role == Role::Score);
    let named = scores()
        .filter(|(_, (score, _))| name.starts_with(score.as_str()))
        .max_by_key(|(_, (score, _))| score.len());
    let before = || scores().rev().find(|(place, _)| *place < at);
    named.or_else(before).or_else(|| scores().next()).map(|(place, _)| place)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(name: &str, role: Role, values: &[f64]) -> (String, ModelColumn) {
        let values = values.to_vec();
        (name.to_owned(), ModelColumn { name: name.to_owned(), role, values, ..ModelColumn::default() })
    }

    #[test]
    fn errors_belong_to_the_score_they_name_or_stand_behind() {
        let mut columns = vec![
            column("time horizon", Role::Score, &[60.0, 90.0]),
            column("accuracy", Role::Score, &[0.5, 0.6]),
            column("ci high", Role::Error, &[0.7, f64::NAN]),
            column("ci low", Role::Error, &[0.4, 0.5]),
            column("time horizon stderr", Role::Error, &[10.0, 5.0]),
        ];
        tie(&mut columns);
        assert_eq!(columns[1].1.interval(0), Some([0.4, 0.7]));
        assert_eq!(columns[1].1.interval(1), None, "one end is no interval");
        let [low, high] = columns[0].1.interval(0).unwrap();
        assert!((low - 40.40036).abs() < 1e-9 && (high - 79.59964).abs() < 1e-9, "60 ± 1.959964 × 10");
    }

    #[test]
    fn distances_in_words_are_read() {
        let cases = [
            ("+5/-4", Some([5.0, 4.0])),
            (" +5.5 / -4", Some([5.5, 4.0])),
            ("±3", Some([3.0, 3.0])),
            ("5", None),
            ("-", None),
            ("+x/-4", None),
        ];
        for (cell, expected) in cases {
            assert_eq!(distances(cell), expected, "{cell}");
        }
        let (_, mut score) = column("x", Role::Score, &[1470.0, 1400.0]);
        tie_text(&mut score, &[Some([5.0, 4.0]), None]);
        assert_eq!((score.interval(0), score.interval(1)), (Some([1466.0, 1475.0]), None));
    }
}
