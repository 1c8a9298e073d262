//! A price table without names: which column is which by what its values do. Four columns may be a
//! `bar`, and units traded are whole or far above prices.

use super::bar::Bar;
use super::keys;
use super::layout::{CLOSE, Columns, Instrument, Shape, Slots, tell_close};
use super::values::{self, Direction, Values};
use crate::io::error::ContentProblem;
use crate::io::report::Report;
use crate::model::{Message, WarningKind};

/// Finds the columns of a table without names, `name` being that of its series.
pub(super) fn find(columns: &Columns, name: &str, report: &mut Report) -> Result<Shape, ContentProblem> {
    let table = columns.table;
    let after_date = |column: &usize| columns.date.is_none_or(|date| *column != date.column);
    let numeric: Vec<Values> = (0..columns.roles.len())
        .filter(|column| after_date(column) && columns.is_numeric(*column))
        .map(|column| Values::of(table, column))
        .filter(|values| !values.is_count())
        .collect();
    let direction = values::direction(table, columns.date, columns.time);
    let slots = match columns.chosen()? {
        Some(close) => slots_around(&numeric, close, direction),
        None => slots(&numeric, direction)?,
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
        Found::One(columns_found, is_settled) => {
            if let ([open, _, _, close, ..], false) = (columns_found, is_settled) {
                tell_open_or_close(columns, [open, close], report);
            }
            if let Some(close) = columns_found.get(CLOSE).copied().flatten() {
                tell_close(columns, close, false, report);
            }
            Ok(match symbol {
                Some(column) => Shape::Long { symbol: keys::unnamed(column), columns: columns_found },
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

/// Says that two columns could be the open and the close as well as the other way round.
pub(super) fn tell_open_or_close(columns: &Columns, both: [Option<usize>; 2], report: &mut Report) {
    let [Some(open), Some(close)] = both else { return };
    let message =
        Message::new("io-open-or-close").with("open", columns.name(open)).with("close", columns.name(close));
    report.warn(Some(columns.line), WarningKind::Ambiguous, message);
}

/// What the values tell.
enum Found {
    /// Columns of one series, and whether the rows tell its open from its close.
    One(Slots, bool),
    /// Two prices so close that they are what is bid and asked.
    Quotes(usize, usize),
}

/// The columns around a close that is known.
fn slots_around(numeric: &[Values], close: usize, direction: Option<Direction>) -> Found {
    let around = match slots(numeric, direction) {
        Ok(Found::One(mut slots, _)) => {
            for slot in slots.iter_mut().filter(|slot| **slot == Some(close)) {
                *slot = None;
            }
            if let Some(slot) = slots.get_mut(CLOSE) {
                *slot = Some(close);
            }
            slots
        }
        _ => [None, None, None, Some(close), None, None],
    };
    Found::One(around, true)
}

fn slots(numeric: &[Values], direction: Option<Direction>) -> Result<Found, ContentProblem> {
    match numeric {
        [] => Err(ContentProblem::NoNumbers),
        [close] => Ok(Found::One([None, None, None, Some(close.column), None, None], true)),
        _ => {
            if let Some((bar, rest)) = first_four(numeric, direction) {
                let (adjusted, volume) = beside(bar.close, rest);
                let [open, high, low, close] =
                    [bar.open, bar.high, bar.low, bar.close].map(|values| Some(values.column));
                return Ok(Found::One([open, high, low, close, adjusted, volume], bar.is_settled));
            }
            few(numeric)
        }
    }
}

/// The first four neighbouring columns that are the prices of a bar, and the columns after them.
fn first_four(numeric: &[Values], direction: Option<Direction>) -> Option<(Bar<'_>, &[Values])> {
    (0..numeric.len().saturating_sub(3)).find_map(|start| {
        let (four, rest) = numeric.get(start..)?.split_at_checked(4)?;
        let [a, b, c, d] = four else { return None };
        Some((Bar::of([a, b, c, d], direction)?, rest))
    })
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
    let adjusted = near.iter().find(|values| is_price(values) && values.follows(close));
    (adjusted.map(|values| values.column), volume.map(|values| values.column))
}

/// Fewer columns than a bar has, or columns that make none.
fn few(numeric: &[Values]) -> Result<Found, ContentProblem> {
    let [first, second, rest @ ..] = numeric else { return Err(ContentProblem::NoHeader) };
    let one =
        |volume: Option<usize>| Ok(Found::One([None, None, None, Some(first.column), None, volume], true));
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
    if is_units || second.is_jumping() && !first.is_jumping() {
        one(Some(second.column))
    } else {
        Err(ContentProblem::NoHeader)
    }
}
