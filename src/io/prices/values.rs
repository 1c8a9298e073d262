//! Columns of numbers before they are read for good: the values of a sample of their rows, each
//! under the mark that suits most of its cells, and what such values show whatever names say.

use std::cmp::Ordering;

use crate::io::dates::{self, Hints};
use crate::io::grid::Row;
use crate::io::numbers::{self, Cell, Mark};
use crate::io::table::{DateColumn, Table};

/// Rows that tell.
const SAMPLE_ROWS: usize = 2000;

/// The rows that tell: they follow each other, because bars do, and stand in the middle of the table.
pub(super) fn rows<'a>(table: &'a Table) -> impl Iterator<Item = Row<'a>> {
    let skipped = table.len().saturating_sub(SAMPLE_ROWS) / 2;
    table.records().skip(skipped).take(SAMPLE_ROWS)
}

/// Values of a column, one entry a sampled row; NaN where there is none.
pub(super) struct Values {
    pub column: usize,
    pub values: Vec<f64>,
}

impl Values {
    pub(super) fn of(table: &Table, column: usize) -> Self {
        let cells: Vec<&str> = rows(table).map(|row| row.cell(column)).collect();
        let mark = [Mark::Point, Mark::Comma].into_iter().max_by_key(|mark| {
            // Of two readings alike the point: it is tried last.
            let fits = |cell: &&&str| matches!(numbers::parse(cell, *mark), Cell::Number(_));
            (cells.iter().filter(fits).count(), *mark == Mark::Point)
        });
        let read = |cell: &&str| match numbers::parse(cell, mark.unwrap_or_default()) {
            Cell::Number(value) => value,
            Cell::Missing | Cell::Bad => f64::NAN,
        };
        Self { column, values: cells.iter().map(read).collect() }
    }

    pub(super) fn median(&self) -> f64 {
        median(self.finite().collect())
    }

    fn finite(&self) -> impl Iterator<Item = f64> {
        self.values.iter().copied().filter(|value| value.is_finite())
    }

    /// Whether every value is whole and not negative, as units are.
    pub(super) fn is_whole(&self) -> bool {
        self.finite().all(|value| value.fract() == 0.0 && value >= 0.0)
    }

    /// Whether the values go up by one from row to row: numbers of rows.
    pub(super) fn is_count(&self) -> bool {
        self.values.len() > 1
            && self.is_whole()
            && self.values.windows(2).all(|pair| matches!(pair, [a, b] if (b - a - 1.0).abs() < 1e-9))
    }

    /// Whether the values number rows that were picked from more: whole, and each above the last.
    pub(super) fn is_numbering(&self) -> bool {
        self.is_whole() && self.values.windows(2).all(|pair| matches!(pair, [a, b] if b > a))
    }

    /// Whether the values are codes rather than amounts: whole, and the same over many rows.
    pub(super) fn is_code(&self) -> bool {
        let mut seen: Vec<f64> = self.finite().collect();
        let count = seen.len();
        seen.sort_by(f64::total_cmp);
        seen.dedup();
        count > 0 && self.is_whole() && seen.len() * 2 <= count.max(2)
    }

    /// Whether the values differ from row to row by more than prices do: units traded, turnover.
    pub(super) fn is_jumping(&self) -> bool {
        let jumps = self.values.windows(2).filter(|pair| matches!(pair, [a, b] if (a / b - 1.0).abs() > 0.2));
        jumps.count() * 3 > self.values.len()
    }

    /// Whether a column goes with another: their ratio hardly changes from row to row.
    pub(super) fn follows(&self, other: &Self) -> bool {
        let ratios: Vec<f64> = self.values.iter().zip(&other.values).map(|(a, b)| a / b).collect();
        let steady =
            ratios.windows(2).filter(|pair| matches!(pair, [a, b] if (a / b - 1.0).abs() < 0.02)).count();
        steady * 10 >= ratios.len().saturating_sub(1) * 9
    }
}

/// The middle one of some values, the upper of two; NaN of none.
pub(super) fn median(mut values: Vec<f64>) -> f64 {
    let middle = values.len() / 2;
    if values.is_empty() { f64::NAN } else { *values.select_nth_unstable_by(middle, f64::total_cmp).1 }
}

/// In which direction the dates of a table run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    OldestFirst,
    NewestFirst,
}

/// The direction in which nearly all of the rows that tell run; `None` where they go to and fro or
/// have no dates.
pub(super) fn direction(table: &Table, date: Option<DateColumn>, time: Option<usize>) -> Option<Direction> {
    let date = date?;
    let cell = |row: Row| match time {
        Some(time) => format!("{} {}", row.cell(date.column), row.cell(time)),
        None => row.cell(date.column).to_owned(),
    };
    let cells: Vec<String> = rows(table).map(cell).collect();
    let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
    let read = dates::read(&cells, &Hints { is_named: date.is_named, ..Hints::default() });
    let stamps: Vec<_> = read.stamps.iter().flatten().map(|stamp| stamp.civil()).collect();
    let count = |fits: fn(Ordering) -> bool| {
        stamps.windows(2).filter(|pair| matches!(pair, [a, b] if fits(a.cmp(b)))).count()
    };
    let (rises, falls) = (count(Ordering::is_lt), count(Ordering::is_gt));
    match (rises, falls) {
        (0, 0) => None,
        _ if falls * 20 <= rises => Some(Direction::OldestFirst),
        _ if rises * 20 <= falls => Some(Direction::NewestFirst),
        _ => None,
    }
}
