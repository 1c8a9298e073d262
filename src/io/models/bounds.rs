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
/// intervals.
///
/// Two ends belong to the score whose name theirs begin with, else to the one whose values lie
/// between them; ends on both sides of zero far from every score are distances from it. A standard
/// error belongs to the score of its name, else to a mean, else to the score before it, else to the
/// first one. A score of the same values has the same intervals.
pub(super) fn tie(columns: &mut [(String, ModelColumn)]) {
    let errors: Vec<(usize, End)> = columns
        .iter()
        .enumerate()
        .filter(|(_, (_, column))| column.role == Role::Error)
        .map(|(at, (name, _))| (at, end(name)))
        .collect();
    let stem_of = |at: usize| columns.get(at).map(|(name, _)| stem(name));
    let mut ends: Vec<[usize; 2]> = Vec::new();
    let mut highs: Vec<usize> =
        errors.iter().filter(|(_, end)| *end == End::High).map(|(at, _)| *at).collect();
    for (low, _) in errors.iter().filter(|(_, end)| *end == End::Low) {
        let place = highs.iter().position(|high| stem_of(*high) == stem_of(*low));
        if let Some(place) = place.or_else(|| (highs.len() == 1).then_some(0)) {
            ends.push([*low, highs.remove(place)]);
        }
    }
    for pair in ends {
        tie_ends(columns, pair);
    }
    for (at, _) in errors.into_iter().filter(|(_, end)| *end == End::Error) {
        let Some(score) = error_owner(columns, at) else { continue };
        let Some(errors) = columns.get(at).map(|(_, column)| column.values.clone()) else { continue };
        let Some((_, column)) = columns.get_mut(score) else { continue };
        if !(column.low.is_empty() && column.high.is_empty()) {
            continue;
        }
        let of = |sign: f64| -> Vec<f64> {
            let pairs = column.values.iter().zip(&errors);
            pairs.map(|(value, error)| value + sign * NORMAL_95 * error.abs()).collect()
        };
        (column.low, column.high) = (of(-1.0), of(1.0));
        share(columns, score);
    }
}

/// A name without the word that tells one end from the other.
fn stem(name: &str) -> String {
    let mut stem = own(name).to_owned();
    for word in ["lower", "upper", "low", "high", "q025", "q975", "97.5%", "2.5%"] {
        stem = stem.replace(word, "");
    }
    stem.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Share of the rows that must speak for a score.
const MOST: f64 = 0.6;

/// Share of the rows with a value and both ends in which these fit.
fn fit(values: &[f64], ends: [&[f64]; 2], fits: fn(f64, f64, f64) -> bool) -> f64 {
    let [lows, highs] = ends;
    let rows: Vec<bool> = values
        .iter()
        .zip(lows.iter().zip(highs))
        .filter(|(value, (low, high))| value.is_finite() && low.is_finite() && high.is_finite())
        .map(|(value, (low, high))| fits(*value, *low, *high))
        .collect();
    rows.iter().filter(|fits| **fits).count() as f64 / rows.len().max(1) as f64
}

fn tie_ends(columns: &mut [(String, ModelColumn)], [low_at, high_at]: [usize; 2]) {
    let values = |at: usize| columns.get(at).map(|(_, column)| column.values.clone()).unwrap_or_default();
    let (lows, highs) = (values(low_at), values(high_at));
    let first = low_at.min(high_at);
    let name = columns.get(first).map(|(name, _)| name.as_str()).unwrap_or_default();
    let encloses = |value: f64, low: f64, high: f64| low <= value && value <= high;
    let is_around_zero =
        |value: f64, low: f64, high: f64| low < 0.0 && 0.0 < high && value.abs() > low.abs().max(high.abs());
    let candidates = candidates(columns, name, first);
    let share = |at: &usize, fits: fn(f64, f64, f64) -> bool| fit(&values(*at), [&lows, &highs], fits);
    let enclosed = candidates.iter().find(|at| share(at, encloses) >= MOST).map(|at| (*at, false));
    let around = || candidates.iter().find(|at| share(at, is_around_zero) >= MOST).map(|at| (*at, true));
    let Some((score, is_distance)) = enclosed.or_else(around) else { return };
    let Some((_, column)) = columns.get_mut(score) else { return };
    let from = |ends: Vec<f64>| -> Vec<f64> {
        if is_distance {
            column.values.iter().zip(ends).map(|(value, distance)| value + distance).collect()
        } else {
            ends
        }
    };
    (column.low, column.high) = (from(lows), from(highs));
}

/// Scores that a column of errors may belong to, the likeliest first: those of its name alone, else
/// those before it from the nearest, then those behind it.
fn candidates(columns: &[(String, ModelColumn)], name: &str, at: usize) -> Vec<usize> {
    let scores = || columns.iter().enumerate().filter(|(_, (_, column))| column.role == Role::Score);
    let named = scores()
        .filter(|(_, (score, _))| name.starts_with(score.as_str()))
        .max_by_key(|(_, (score, _))| score.len());
    if let Some((named, _)) = named {
        return vec![named];
    }
    let places: Vec<usize> = scores().map(|(place, _)| place).collect();
    let before = places.iter().rev().filter(|place| **place < at);
    before.chain(places.iter().filter(|place| **place > at)).copied().collect()
}

/// The score of a column of standard errors.
fn error_owner(columns: &[(String, ModelColumn)], at: usize) -> Option<usize> {
    let (name, _) = columns.get(at)?;
    let candidates = candidates(columns, name, at);
    let is_mean = |place: &&usize| {
        columns.get(**place).is_some_and(|(name, _)| own(name).starts_with("mean ") && **place < at)
    };
    candidates.iter().find(is_mean).or(candidates.first()).copied()
}

/// Gives the intervals of a score to those that are the same number in most rows, where they are.
fn share(columns: &mut [(String, ModelColumn)], score: usize) {
    let Some((_, owner)) = columns.get(score).cloned() else { return };
    for (_, column) in columns.iter_mut().filter(|(_, column)| column.role == Role::Score) {
        let is_same = |row: usize| column.value(row).is_some() && column.value(row) == owner.value(row);
        let rows = 0..owner.values.len();
        let both = rows.clone().filter(|row| column.value(*row).is_some() && owner.value(*row).is_some());
        let same = rows.clone().filter(|row| is_same(*row)).count();
        if !(column.low.is_empty() && column.high.is_empty()) || same == 0 || same * 2 < both.count() {
            continue;
        }
        let of = |ends: &[f64]| -> Vec<f64> {
            let end = |row: usize| ends.get(row).copied().filter(|_| is_same(row)).unwrap_or(f64::NAN);
            rows.clone().map(end).collect()
        };
        (column.low, column.high) = (of(&owner.low), of(&owner.high));
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
    fn ends_belong_to_the_score_that_lies_between_them() {
        let mut columns = vec![
            column("time horizon", Role::Score, &[0.05, 39.2, 137.3]),
            column("average score", Role::Score, &[0.1, 0.5, 0.7]),
            column("ci high", Role::Error, &[0.11, 75.1, 330.0]),
            column("ci low", Role::Error, &[0.01, 20.3, 60.2]),
        ];
        tie(&mut columns);
        assert_eq!((columns[0].1.interval(1), columns[1].1.interval(1)), (Some([20.3, 75.1]), None));
        let mut far = vec![
            column("x", Role::Score, &[5.0, 6.0]),
            column("ci low", Role::Error, &[10.0, 20.0]),
            column("ci high", Role::Error, &[30.0, 40.0]),
        ];
        tie(&mut far);
        assert_eq!(far[0].1.interval(0), None);
    }

    #[test]
    fn ends_around_zero_are_distances() {
        let mut columns = vec![
            column("arena score", Role::Score, &[1048.5, 1198.25]),
            column("95% ci high", Role::Error, &[12.0, 9.25]),
            column("95% ci low", Role::Error, &[-11.5, -8.25]),
        ];
        tie(&mut columns);
        assert_eq!(columns[0].1.interval(0), Some([1037.0, 1060.5]));
        assert_eq!(columns[0].1.interval(1), Some([1190.0, 1207.5]));
    }

    #[test]
    fn a_standard_error_is_of_the_mean_and_of_its_equals() {
        let mut columns = vec![
            column("mean score", Role::Score, &[0.75, 0.5]),
            column("best score (across scorers)", Role::Score, &[0.75, 0.6]),
            column("stderr", Role::Error, &[0.02, 0.03]),
        ];
        tie(&mut columns);
        let [mean, best] = [0, 1].map(|at| columns[at].1.clone());
        assert!(mean.interval(0).is_some() && mean.interval(1).is_some());
        assert_eq!((best.interval(0), best.interval(1)), (mean.interval(0), None));
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
