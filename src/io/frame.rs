//! The typed stage: rows of all series of a file as one data frame, sorted by series and time,
//! of each time the last row with a close kept, and taken apart into the columns of each series.
//!
//! Types of polars stay in here and in `write`; only its eager interface is used.

use std::collections::BTreeMap;

use polars::prelude::{
    Column, DataFrame, PolarsError, PolarsResult, SortMultipleOptions, UniqueKeepStrategy,
};

use super::error::ContentProblem;
use crate::model::{Columns, Stamp};

/// Which of the price columns a file has, and how many there are.
pub(super) const PRICE_COLUMNS: [&str; 6] = ["open", "high", "low", "close", "adj_close", "volume"];

/// Rows as they come, one entry a row in every vector; NaN where a cell is empty.
#[derive(Debug, Default)]
pub(super) struct Rows {
    /// Which series, counted from zero in order of first appearance.
    pub series: Vec<u32>,
    /// When.
    pub stamps: Vec<Stamp>,
    /// Line in the file.
    pub lines: Vec<u64>,
    /// Values in the order of [`PRICE_COLUMNS`].
    pub values: [Vec<f64>; 6],
}

/// A time that stands more than once in a series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Duplicate {
    pub series: u32,
    pub stamp: String,
    /// Line of the row that was left out.
    pub line: u64,
    /// Line of the row that was kept.
    pub kept: u64,
}

/// Columns of each series, ascending in time, with the file's line of each row.
#[derive(Debug, Default)]
pub(super) struct Arranged {
    pub series: BTreeMap<u32, (Columns, Vec<u64>)>,
    pub duplicates: Vec<Duplicate>,
}

/// Sorts rows, keeps of each time the last that has a close, and divides them by series.
///
/// `present` tells which of [`PRICE_COLUMNS`] a series has; the others stay empty.
pub(super) fn arrange(rows: &Rows, present: impl Fn(u32) -> [bool; 6]) -> Result<Arranged, ContentProblem> {
    let mut arranged = Arranged::default();
    let order = if let Some(order) = in_order(rows) {
        order
    } else {
        let failed = |error: PolarsError| ContentProblem::Arrange { reason: error.to_string() };
        let frame = sorted(rows).map_err(failed)?;
        let kept = kept(&frame).map_err(failed)?;
        arranged.duplicates = duplicates(rows, &frame, &kept);
        positions(&kept)
    };
    for row in order {
        let (Some(series), Some(stamp), Some(line)) =
            (rows.series.get(row), rows.stamps.get(row), rows.lines.get(row))
        else {
            continue;
        };
        let (columns, lines) = arranged.series.entry(*series).or_default();
        columns.stamps.push(*stamp);
        lines.push(*line);
        let targets = [
            &mut columns.open,
            &mut columns.high,
            &mut columns.low,
            &mut columns.close,
            &mut columns.adj_close,
            &mut columns.volume,
        ];
        for ((target, source), present) in targets.into_iter().zip(&rows.values).zip(present(*series)) {
            if present {
                target.push(source.get(row).copied().unwrap_or(f64::NAN));
            }
        }
    }
    Ok(arranged)
}

/// Rows of one series that stand in order already, oldest or newest first, without a time twice:
/// the usual file, which needs no sorting.
fn in_order(rows: &Rows) -> Option<Vec<usize>> {
    let first = rows.series.first()?;
    if rows.series.iter().any(|series| series != first) {
        return None;
    }
    let ascends = |pair: &[Stamp]| matches!(pair, [a, b] if a.civil() < b.civil());
    let descends = |pair: &[Stamp]| matches!(pair, [a, b] if a.civil() > b.civil());
    if rows.stamps.windows(2).all(ascends) {
        Some((0..rows.stamps.len()).collect())
    } else if rows.stamps.windows(2).all(descends) {
        Some((0..rows.stamps.len()).rev().collect())
    } else {
        None
    }
}

const SERIES: &str = "series";
const TIME: &str = "time_us";
const HAS_CLOSE: &str = "has_close";
const ROW: &str = "row";

/// Series, time, whether there is a close, and row of the file, sorted by all four: the row to be
/// kept is the last of its time.
fn sorted(rows: &Rows) -> PolarsResult<DataFrame> {
    let epoch = jiff::civil::date(1970, 1, 1).at(0, 0, 0, 0);
    let micros =
        |stamp: &Stamp| i64::try_from(stamp.civil().duration_since(epoch).as_micros()).unwrap_or(i64::MAX);
    let times: Vec<i64> = rows.stamps.iter().map(micros).collect();
    let positions: Vec<u64> = (0..rows.series.len() as u64).collect();
    let [_, _, _, closes, ..] = &rows.values;
    let has_close: Vec<u32> = closes.iter().map(|close| u32::from(close.is_finite())).collect();
    let frame = DataFrame::new_infer_height(vec![
        Column::new(SERIES.into(), rows.series.as_slice()),
        Column::new(TIME.into(), times),
        Column::new(HAS_CLOSE.into(), has_close),
        Column::new(ROW.into(), positions),
    ])?;
    frame.sort([SERIES, TIME, HAS_CLOSE, ROW], SortMultipleOptions::default())
}

/// The last row of each series and time, in the frame's order.
fn kept(frame: &DataFrame) -> PolarsResult<DataFrame> {
    let key = [SERIES.to_owned(), TIME.to_owned()];
    frame.unique_stable(Some(&key), UniqueKeepStrategy::Last, None)
}

/// Rows of the file in the frame's order.
fn positions(frame: &DataFrame) -> Vec<usize> {
    let column = frame
        .column(ROW)
        .and_then(|column| column.u64())
        .map(|rows| rows.iter().flatten().filter_map(|row| usize::try_from(row).ok()).collect::<Vec<_>>());
    column.unwrap_or_default()
}

fn duplicates(rows: &Rows, all: &DataFrame, kept: &DataFrame) -> Vec<Duplicate> {
    if all.height() == kept.height() {
        return Vec::new();
    }
    let mut left = positions(kept).into_iter().peekable();
    let mut found = Vec::new();
    for row in positions(all) {
        let keeper = left.peek().copied();
        if keeper == Some(row) {
            left.next();
        } else if let (Some(series), Some(stamp), Some(line), Some(kept)) = (
            rows.series.get(row),
            rows.stamps.get(row),
            rows.lines.get(row),
            keeper.and_then(|keeper| rows.lines.get(keeper)),
        ) {
            found.push(Duplicate { series: *series, stamp: stamp.to_string(), line: *line, kept: *kept });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn rows_are_sorted_divided_and_the_last_of_each_time_is_kept() {
        let day = |day| Stamp::Day(date(2025, 1, day));
        let empty = || vec![f64::NAN; 5];
        let rows = Rows {
            series: vec![1, 0, 0, 1, 0],
            stamps: vec![day(27), day(28), day(27), day(24), day(27)],
            lines: vec![2, 3, 4, 5, 6],
            values: [empty(), empty(), empty(), vec![1.0, 2.0, 3.0, 4.0, 5.0], empty(), empty()],
        };
        let arranged = arrange(&rows, |_| [false, false, false, true, false, false]).unwrap();
        let closes: Vec<_> =
            arranged.series.iter().map(|(id, (c, lines))| (*id, c.close.clone(), lines.clone())).collect();
        assert_eq!(closes, [(0, vec![5.0, 2.0], vec![6, 3]), (1, vec![4.0, 1.0], vec![5, 2])]);
        assert!(arranged.series[&0].0.open.is_empty());
        let expected = Duplicate { series: 0, stamp: "2025-01-27".to_owned(), line: 4, kept: 6 };
        assert_eq!(arranged.duplicates, [expected]);
    }

    #[test]
    fn of_one_time_the_last_row_with_a_close_is_kept() {
        // Closes of the rows that stand on lines 2 and up; line kept, lines left out.
        let nan = f64::NAN;
        let cases: &[(&[f64], u64, &[u64])] = &[
            (&[1.0, nan], 2, &[3]),
            (&[nan, 1.0], 3, &[2]),
            (&[nan, 1.0, nan, 2.0, nan], 5, &[2, 4, 6, 3]),
            (&[nan, nan], 3, &[2]),
        ];
        for (closes, kept, left) in cases {
            let count = closes.len();
            let opens = || vec![9.0; count];
            let rows = Rows {
                series: vec![0; count],
                stamps: vec![Stamp::Day(date(2025, 1, 27)); count],
                lines: (2..).take(count).collect(),
                values: [opens(), opens(), opens(), closes.to_vec(), opens(), opens()],
            };
            let arranged = arrange(&rows, |_| [true; 6]).unwrap();
            assert_eq!(arranged.series[&0].1, [*kept], "{closes:?}");
            let lines: Vec<u64> = arranged.duplicates.iter().map(|duplicate| duplicate.line).collect();
            assert_eq!(lines, *left, "{closes:?}");
            assert!(arranged.duplicates.iter().all(|duplicate| duplicate.kept == *kept));
        }
    }

    #[test]
    fn rows_in_order_come_out_as_from_sorting() {
        let day = |day| Stamp::Day(date(2025, 1, day));
        for days in [[24, 27, 28], [28, 27, 24], [27, 24, 28]] {
            let rows = Rows {
                series: vec![0; 3],
                stamps: days.map(day).to_vec(),
                lines: vec![2, 3, 4],
                values: std::array::from_fn(|_| days.map(f64::from).to_vec()),
            };
            let arranged = arrange(&rows, |_| [true; 6]).unwrap();
            assert_eq!(arranged.series[&0].0.close, [24.0, 27.0, 28.0], "{days:?}");
            assert_eq!(in_order(&rows).is_some(), days[0] != 27, "{days:?}");
        }
    }

    #[test]
    fn no_rows_make_no_series() {
        assert!(arrange(&Rows::default(), |_| [true; 6]).unwrap().series.is_empty());
    }
}
