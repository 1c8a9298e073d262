//! Cells as dates by themselves, for columns whose cells are not all as exact: release dates of
//! which some are days, some months and some years.

use jiff::civil::{Date, DateTime};

use super::token::{self, Day};
use super::{Notation, ORDERS, bare, day_in};
use crate::io::numbers;

/// The day of a cell by itself, in a column that is written in `notation` for the most part; months,
/// quarters and years are their first day. `None` where it is no date, or one of several.
pub(in crate::io) fn alone(cell: &str, notation: Notation) -> Option<Date> {
    let Some(token) = token::token(cell) else {
        let of = |form: Notation| bare::read(cell, form, false).map(DateTime::date);
        return of(Notation::Year).or_else(|| of(Notation::YearMonth));
    };
    match (token.day, notation) {
        // "Dec 31" is a month of a year or a day of none.
        (Day::Month(_), _) if token.is_short => None,
        (
            Day::Plain(date, _) | Day::Month(date) | Day::Quarter(date) | Day::Week(date) | Day::Roc(date),
            _,
        ) => Some(date),
        (day, Notation::Calendar(order)) => day_in(day, order),
        (day, _) => {
            let mut days = ORDERS.iter().filter_map(|order| day_in(day, *order));
            let first = days.next()?;
            days.all(|other| other == first).then_some(first)
        }
    }
}

/// Whether a cell that was read as a date gives no day of its own.
pub(in crate::io) fn is_coarse(cell: &str, notation: Notation) -> bool {
    if let Some(token) = token::token(cell) {
        return matches!(token.day, Day::Month(_) | Day::Quarter(_) | Day::Week(_));
    }
    let is_month =
        matches!(notation, Notation::Year | Notation::YearMonth | Notation::Quarter | Notation::Week);
    is_month || bare::read(cell, Notation::Year, false).is_some()
}

/// Share of the filled cells that are dates by themselves, from 0 to 1.
pub(in crate::io) fn share_alone(cells: &[&str]) -> f64 {
    let filled = || cells.iter().filter(|cell| !numbers::is_missing(cell));
    let is_date =
        |cell: &&&str| token::token(cell).is_some() || bare::read(cell, Notation::Year, false).is_some();
    filled().filter(is_date).count() as f64 / filled().count().max(1) as f64
}
