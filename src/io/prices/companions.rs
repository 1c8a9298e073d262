//! Columns of numbers that stand beside prices and are none, by their values where their names say
//! nothing: per cent, changes, the close of the row before, units traded, numbers of rows.

use super::layout::Columns;
use super::values::{self, Direction, Values};
use crate::io::numbers;

/// Columns among which companions are sought; more of them are series beside each other.
const MOST_COLUMNS: usize = 40;
/// Rows in which a column must be what it is taken for, as a share.
const NEARLY_ALL: f64 = 0.9;
/// Rows from which on the values of two columns tell how one follows from the other.
const LEAST_ROWS: usize = 6;
/// How far a printed change may be from the one that the prices give, as a share of it.
const PRINTED: f64 = 0.02;

/// Divides columns of numbers into those that can be series and those that go with one of them.
/// Where nothing would be left, all of them are series.
pub(super) fn divided(columns: &Columns, found: Vec<usize>) -> (Vec<usize>, Vec<usize>) {
    if found.len() < 2 || found.len() > MOST_COLUMNS {
        return (found, Vec::new());
    }
    let values: Vec<Values> = found.iter().map(|column| Values::of(columns.table, *column)).collect();
    let direction = values::direction(columns.table, columns.date, columns.time);
    let is_companion = |at: usize| {
        let own = values.get(at)?;
        let others = || values.iter().enumerate().filter(move |(other, _)| *other != at).map(|(_, v)| v);
        let is_units = own.values.len() >= LEAST_ROWS
            && own.is_whole()
            && own.is_jumping()
            && others().any(|other| !other.is_jumping());
        let follows = || others().any(|price| is_shifted(own, price, direction) || is_change(own, price));
        Some(is_per_cent(columns, own.column) || own.is_count() || is_units || follows())
    };
    let companions: Vec<usize> = (0..found.len()).filter(|at| is_companion(*at) == Some(true)).collect();
    let at = |is_wanted: bool| {
        let places = found.iter().enumerate().filter(|(at, _)| companions.contains(at) == is_wanted);
        places.map(|(_, column)| *column).collect::<Vec<usize>>()
    };
    if companions.len() == found.len() { (found, Vec::new()) } else { (at(false), at(true)) }
}

/// Whether most cells of a column end in a per cent sign.
fn is_per_cent(columns: &Columns, column: usize) -> bool {
    let cells = columns.table.sample(column);
    let filled = || cells.iter().filter(|cell| !numbers::is_missing(cell));
    let count = filled().filter(|cell| cell.ends_with(['%', '٪', '％'])).count();
    count > 0 && count * 5 >= filled().count() * 3
}

/// Whether a column holds the values that another has one row before in time, and not its own.
fn is_shifted(own: &Values, price: &Values, direction: Option<Direction>) -> bool {
    let is_newest_first = direction == Some(Direction::NewestFirst);
    let rows = own.values.iter().skip(usize::from(!is_newest_first)).zip(price.values.windows(2));
    fits_moved(rows.filter_map(|(own, pair)| {
        let [above, below] = pair else { return None };
        let (moved, unmoved) = if is_newest_first { (below, above) } else { (above, below) };
        own.is_finite().then(|| (is_same(*own, *moved), is_same(*own, *unmoved)))
    }))
}

/// Whether nearly all rows fit and the values differ from what they would be without a shift.
fn fits_moved(rows: impl Iterator<Item = (bool, bool)>) -> bool {
    let (mut count, mut fits, mut unmoved) = (0_usize, 0_usize, 0_usize);
    for (is_fit, is_unmoved) in rows {
        count += 1;
        fits += usize::from(is_fit);
        unmoved += usize::from(is_unmoved);
    }
    count >= LEAST_ROWS && fits as f64 >= NEARLY_ALL * count as f64 && unmoved * 2 < count
}

fn is_same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs())
}

/// Whether a column holds the change of another from row to row: in its own unit, as a share, or in
/// per cent.
fn is_change(own: &Values, price: &Values) -> bool {
    let rows = |from_above: bool| {
        let skipped = usize::from(from_above);
        own.values.iter().skip(skipped).zip(price.values.windows(2)).filter_map(move |(own, pair)| {
            let [above, below] = pair else { return None };
            let (before, at) = if from_above { (*above, *below) } else { (*below, *above) };
            (own.is_finite() && before.is_finite() && at.is_finite() && before != 0.0).then_some((
                *own,
                at - before,
                at / before - 1.0,
            ))
        })
    };
    let near =
        |own: f64, change: f64, digits: f64| (own - change).abs() <= (PRINTED * change.abs()).max(digits);
    let fits = |from_above: bool, of: &dyn Fn(f64, f64, f64) -> bool| {
        let told: Vec<bool> = rows(from_above)
            .filter(|(_, difference, _)| *difference != 0.0)
            .map(|(own, difference, share)| of(own, difference, share))
            .collect();
        let count = told.iter().filter(|fits| **fits).count();
        told.len() >= LEAST_ROWS && count as f64 >= NEARLY_ALL * told.len() as f64
    };
    [true, false].into_iter().any(|from_above| {
        fits(from_above, &|own, difference, _| near(own, difference, 0.0))
            || fits(from_above, &|own, _, share| near(own, share, 5e-5))
            || fits(from_above, &|own, _, share| near(own, 100.0 * share, 5e-3))
    })
}
