//! A price table without names: which column is which by what its values do. The highest price is
//! above all others of its row and the lowest below, the open is near the close of the row before,
//! and units traded are whole or far above prices.

use super::layout::{CLOSE, Columns, Instrument, Shape, Slots, Symbol, tell_close};
use crate::io::error::ContentProblem;
use crate::io::numbers::{self, Cell, Mark};
use crate::io::report::Report;
use crate::model::{Message, WarningKind};

/// Rows that tell.
const SAMPLE_ROWS: usize = 2000;
/// Share of rows in which the high is highest and the low is lowest.
const ENCLOSED: f64 = 0.95;

/// Values of a column, one entry a sampled row; NaN where there is none.
struct Values {
    column: usize,
    values: Vec<f64>,
}

impl Values {
    fn of(columns: &Columns, column: usize) -> Self {
        let step = (columns.table.len() / SAMPLE_ROWS).max(1);
        let cells: Vec<&str> = columns.table.records().step_by(step).map(|row| row.cell(column)).collect();
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

    fn median(&self) -> f64 {
        let mut sorted: Vec<f64> = self.values.iter().copied().filter(|value| value.is_finite()).collect();
        sorted.sort_by(f64::total_cmp);
        sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
    }

    /// Whether every value is whole and not negative, as units are.
    fn is_whole(&self) -> bool {
        self.values
            .iter()
            .filter(|value| value.is_finite())
            .all(|value| value.fract() == 0.0 && *value >= 0.0)
    }

    /// Whether the values go up by one from row to row: numbers of rows.
    fn is_count(&self) -> bool {
        self.values.len() > 1
            && self.values.windows(2).all(|pair| matches!(pair, [a, b] if (b - a - 1.0).abs() < 1e-9))
    }
}

/// Finds the columns of a table without names, `name` being that of its series.
pub(super) fn find(columns: &Columns, name: &str, report: &mut Report) -> Result<Shape, ContentProblem> {
    let table = columns.table;
    let after_date = |column: &usize| columns.date.is_none_or(|date| *column != date.column);
    let numeric: Vec<Values> = (0..columns.roles.len())
        .filter(|column| after_date(column) && columns.is_numeric(*column))
        .map(|column| Values::of(columns, column))
        .filter(|values| !values.is_count())
        .collect();
    let slots = match columns.chosen()? {
        Some(close) => slots_around(&numeric, close),
        None => slots(&numeric)?,
    };
    report.warn(Some(columns.line), WarningKind::Ambiguous, Message::new("io-no-header-assumed"));
    let symbol = (0..columns.roles.len()).find(|column| {
        after_date(column)
            && !columns.is_numeric(*column)
            && !table.is_dated(*column)
            && !table.sample(*column).iter().any(|cell| cell.contains(':') || cell.is_empty())
    });
    let instrument = |name: String, columns: Slots| Instrument { name, columns };
    match slots {
        Found::One(columns_found) => {
            if let Some(close) = columns_found.get(CLOSE).copied().flatten() {
                tell_close(columns, close, false, report);
            }
            Ok(match symbol {
                Some(column) => {
                    let symbol = Symbol { column, full_name: None, variant: None };
                    Shape::Long { symbol, columns: columns_found }
                }
                None => Shape::Panel(vec![instrument(name.to_owned(), columns_found)]),
            })
        }
        Found::Quotes(bid, ask) => {
            let one = |word: &str, column: usize| {
                instrument(format!("{name} {word}"), [None, None, None, Some(column), None, None])
            };
            Ok(Shape::Panel(vec![one("bid", bid), one("ask", ask)]))
        }
    }
}

/// What the values tell.
enum Found {
    One(Slots),
    /// Two prices so close that they are what is bid and asked.
    Quotes(usize, usize),
}

/// The columns around a close that is known.
fn slots_around(numeric: &[Values], close: usize) -> Found {
    Found::One(match slots(numeric) {
        Ok(Found::One(mut slots)) => {
            for slot in slots.iter_mut().filter(|slot| **slot == Some(close)) {
                *slot = None;
            }
            if let Some(slot) = slots.get_mut(CLOSE) {
                *slot = Some(close);
            }
            slots
        }
        _ => [None, None, None, Some(close), None, None],
    })
}

fn slots(numeric: &[Values]) -> Result<Found, ContentProblem> {
    match numeric {
        [] => Err(ContentProblem::NoNumbers),
        [close] => Ok(Found::One([None, None, None, Some(close.column), None, None])),
        _ => {
            if let Some((four, rest)) = first_four(numeric) {
                let [open, high, low, close] = four;
                let (adjusted, volume) = beside(close, rest);
                let at = |values: &Values| Some(values.column);
                return Ok(Found::One([at(open), at(high), at(low), at(close), adjusted, volume]));
            }
            few(numeric)
        }
    }
}

/// The first four neighbouring columns that are the prices of a bar, as open, high, low and close,
/// and the columns after them.
fn first_four(numeric: &[Values]) -> Option<([&Values; 4], &[Values])> {
    for start in 0..numeric.len().saturating_sub(3) {
        let (four, rest) = numeric.get(start..)?.split_at_checked(4)?;
        let [a, b, c, d] = four else { continue };
        let all = [a, b, c, d];
        let highest = all
            .into_iter()
            .position(|values| share(all, |row| at(values, row) >= row_max(all, row)) >= ENCLOSED);
        let lowest = all
            .into_iter()
            .position(|values| share(all, |row| at(values, row) <= row_min(all, row)) >= ENCLOSED);
        let (Some(highest), Some(lowest)) = (highest, lowest) else { continue };
        if highest == lowest {
            continue;
        }
        let others: Vec<&Values> = all
            .into_iter()
            .enumerate()
            .filter(|(place, _)| *place != highest && *place != lowest)
            .map(|(_, v)| v)
            .collect();
        let [first, last] = others.as_slice() else { continue };
        let (Some(high), Some(low)) = (all.get(highest), all.get(lowest)) else { continue };
        // The usual orders: open, high, low, close; and the close before the other three.
        let usual = match (highest, lowest) {
            (1, 2) => Some(true),
            (2, 3) => Some(false),
            _ => None,
        };
        let (open, close) = if opens(first, last).or(usual)? { (first, last) } else { (last, first) };
        return Some(([open, high, low, close], rest));
    }
    None
}

/// Whether the first of two columns is the open: opens are nearer to the close of the row before
/// than closes are to the open of the row before. `None` where that does not tell.
fn opens(first: &Values, last: &Values) -> Option<bool> {
    let gap = |open: &Values, close: &Values| {
        let ahead: f64 =
            sum(open.values.iter().skip(1).zip(&close.values).map(|(open, close)| (open - close).abs()));
        // Newest first: the row after is the session before.
        let behind: f64 = sum(open
            .values
            .iter()
            .zip(close.values.iter().skip(1))
            .map(|(open, close)| (open - close).abs()));
        ahead.min(behind)
    };
    let (as_first, as_last) = (gap(first, last), gap(last, first));
    let spread = as_first.max(as_last);
    (spread > 0.0 && (as_first - as_last).abs() > 0.1 * spread).then_some(as_first < as_last)
}

fn sum(values: impl Iterator<Item = f64>) -> f64 {
    values.filter(|value| value.is_finite()).sum()
}

fn at(values: &Values, row: usize) -> f64 {
    values.values.get(row).copied().unwrap_or(f64::NAN)
}

fn row_max(all: [&Values; 4], row: usize) -> f64 {
    all.into_iter().map(|values| at(values, row)).fold(f64::MIN, f64::max)
}

fn row_min(all: [&Values; 4], row: usize) -> f64 {
    all.into_iter().map(|values| at(values, row)).fold(f64::MAX, f64::min)
}

/// Share of the rows with all four values that fit.
fn share(all: [&Values; 4], fits: impl Fn(usize) -> bool) -> f64 {
    let rows = all.first().map_or(0, |values| values.values.len());
    let full = (0..rows).filter(|row| all.iter().all(|values| at(values, *row).is_finite()));
    let (mut count, mut fitting) = (0_usize, 0_usize);
    for row in full {
        count += 1;
        fitting += usize::from(fits(row));
    }
    if count == 0 { 0.0 } else { fitting as f64 / count as f64 }
}

/// The adjusted close and the units traded among the columns behind a bar.
fn beside(close: &Values, rest: &[Values]) -> (Option<usize>, Option<usize>) {
    let middle = close.median();
    let is_price = |values: &Values| {
        let ratio = values.median() / middle;
        !values.is_whole() && (0.2..=1.5).contains(&ratio)
    };
    let near = rest.get(..2).unwrap_or(rest);
    let volume = near.iter().find(|values| !is_price(values)).filter(|values| values.median() >= 0.0);
    let adjusted = near.iter().find(|values| is_price(values) && follows(values, close));
    (adjusted.map(|values| values.column), volume.map(|values| values.column))
}

/// Whether a column goes with the closes: their ratio hardly changes from row to row.
fn follows(values: &Values, close: &Values) -> bool {
    let ratios: Vec<f64> = values.values.iter().zip(&close.values).map(|(a, b)| a / b).collect();
    let steady =
        ratios.windows(2).filter(|pair| matches!(pair, [a, b] if (a / b - 1.0).abs() < 0.02)).count();
    steady * 10 >= ratios.len().saturating_sub(1) * 9
}

/// Fewer columns than a bar has, or columns that make none.
fn few(numeric: &[Values]) -> Result<Found, ContentProblem> {
    let [first, second, rest @ ..] = numeric else { return Err(ContentProblem::NoHeader) };
    let one = |volume: Option<usize>| Ok(Found::One([None, None, None, Some(first.column), None, volume]));
    let (price, other) = (first.median(), second.median());
    let both = || first.values.iter().zip(&second.values).filter(|(a, b)| a.is_finite() && b.is_finite());
    let quoted = both().filter(|(a, b)| **a > 0.0 && a <= b && (*b - *a) / **a < 0.02).count();
    if both().count() > 0 && quoted * 20 >= both().count() * 19 {
        return Ok(Found::Quotes(first.column, second.column));
    }
    if !rest.is_empty() && rest.iter().any(|values| !values.is_whole()) {
        return Err(ContentProblem::NoHeader);
    }
    let is_units = second.is_whole() && other >= 10.0 * price;
    // Trades: a price and what was traded at it, which is of another size from row to row.
    let varies = |values: &Values| {
        let jumps =
            values.values.windows(2).filter(|pair| matches!(pair, [a, b] if (a / b - 1.0).abs() > 0.2));
        jumps.count() * 3 > values.values.len()
    };
    if is_units || varies(second) && !varies(first) {
        one(Some(second.column))
    } else {
        Err(ContentProblem::NoHeader)
    }
}
