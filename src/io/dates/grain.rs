//! How exact a date is by its looks: what tells the years of a series from its months.

use super::token::{self, Clock, Day, YEARS};

/// How exact a date is, the coarsest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::io) enum Grain {
    Year,
    Quarter,
    Month,
    Week,
    Day,
}

/// How exact a cell is as a date, and its year where it has one of four digits. Digits alone are a
/// year, or a year and its month.
pub(in crate::io) fn grain(cell: &str) -> Option<(Grain, Option<i16>)> {
    let Some(token) = token::token(cell) else {
        let year = |digits: &str| digits.parse().ok().filter(|year| YEARS.contains(year));
        if !cell.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        return match cell.split_at_checked(4)? {
            (years, "") => Some((Grain::Year, Some(year(years)?))),
            (years, month) if month.len() == 2 && matches!(month.parse(), Ok(1..=12)) => {
                Some((Grain::Month, Some(year(years)?)))
            }
            _ => None,
        };
    };
    let full = |year: i16| Some(year).filter(|_| !token.is_short);
    Some(match token.day {
        _ if token.clock != Clock::None => (Grain::Day, None),
        Day::Month(date) => (Grain::Month, full(date.year())),
        Day::Week(date) => (Grain::Week, full(date.year())),
        Day::Quarter(date) => (Grain::Quarter, full(date.year())),
        Day::Plain(date, _) | Day::Roc(date) => (Grain::Day, full(date.year())),
        Day::Open { parts: [_, _, year], has_year: true, .. } => (Grain::Day, Some(year)),
        Day::Open { .. } => (Grain::Day, None),
    })
}
