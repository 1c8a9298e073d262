//! Whole numbers that count time from the start of 1970: in seconds or in milliseconds, told apart
//! by their size alone, because the two spans do not touch.
//!
//! A number says little by itself, so this is asked of columns only that a name calls dates.

use jiff::Timestamp;

use crate::io::numbers;
use crate::io::table::trim;

/// What the numbers of a column count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::io) enum Unit {
    Seconds,
    Milliseconds,
}

/// Start of 1990 and start of 2100.
const SPAN_S: std::ops::Range<i64> = 631_152_000..4_102_444_800;

/// Cells beyond those that count time before a column is given up.
const FEW: usize = 20;

/// Unit and instant of a cell that can be such a number.
pub(super) fn instant(cell: &str) -> Option<(Unit, Timestamp)> {
    let cell = trim(cell);
    if !(9..=13).contains(&cell.len()) || !cell.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let count: i64 = cell.parse().ok()?;
    if SPAN_S.contains(&count) {
        return Some((Unit::Seconds, Timestamp::from_second(count).ok()?));
    }
    let is_millis = SPAN_S.contains(&(count / 1000));
    if is_millis { Some((Unit::Milliseconds, Timestamp::from_millisecond(count).ok()?)) } else { None }
}

/// The unit of a column: that of all its numbers, which are most of its cells.
pub(super) fn unit<'a>(cells: impl Iterator<Item = &'a str>) -> Option<Unit> {
    let (mut found, mut fitting, mut others) = (None, 0_usize, 0_usize);
    for cell in cells.filter(|cell| !numbers::is_missing(cell)) {
        match instant(cell) {
            Some((unit, _)) if *found.get_or_insert(unit) == unit => fitting += 1,
            // Dates in words end the search before it has walked a long column.
            None if others <= FEW + fitting && !numbers::looks_numeric(cell) => others += 1,
            _ => return None,
        }
    }
    found.filter(|_| others * 3 <= fitting * 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_counts_in_one_unit_or_is_none() {
        let cases: &[(&[&str], Option<Unit>)] = &[
            (&["1737705600", "1737964800"], Some(Unit::Seconds)),
            (&["1737705600000", "", "n/a"], Some(Unit::Milliseconds)),
            (&["631152000", "4102444799"], Some(Unit::Seconds)),
            (&["1737705600", "1737964800", "soon"], Some(Unit::Seconds)),
            (&["1737705600", "soon"], None),
            (&["1737705600", "1737964800000"], None),
            (&["1737705600", "142.62"], None),
            (&["1737705600", "4102444800"], None),
            (&["631151999"], None),
            (&["20250127"], None),
            (&["17377056000"], None),
            (&[""], None),
        ];
        for (cells, expected) in cases {
            assert_eq!(unit(cells.iter().copied()), *expected, "{cells:?}");
        }
    }
}
