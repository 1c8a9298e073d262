//! Dates that are mere numbers: counts of days, years, "192607", "1871.01", "250127" and the seven
//! digits of the Republic of China. They are read only where the header says that dates stand in the
//! column, and where nearly all of it is of one such form.

use jiff::civil::{Date, DateTime, Time};

use super::counts::{self, Counted};
use super::token::{self, full_year};
use super::{Notation, Reason};
use crate::io::cell::{trim, western};

/// A form of bare numbers but for counts.
const FORMS: [Notation; 4] = [Notation::YearMonth, Notation::ShortYear, Notation::Year, Notation::Roc];

/// The form that most filled cells of a column are of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Form {
    pub notation: Notation,
    /// Cells that are of it.
    pub cells: usize,
    /// The form that would suit as well, where that is open.
    pub other: Option<Notation>,
    pub reason: Reason,
}

/// The form of a column of that name.
pub(super) fn form(cells: &[&str], name: &str) -> Option<Form> {
    if let Some(form) = periods(cells, name) {
        return Some(form);
    }
    let has_leading_zeros = has_months_of_two_digits(cells);
    let count =
        |form: Notation| cells.iter().filter(|cell| read(cell, form, has_leading_zeros).is_some()).count();
    let mut counts = FORMS.map(|form| (form, count(form))).to_vec();
    let counted = counts::start(cells);
    if let Some(Counted { start, cells, .. }) = counted {
        counts.push((Notation::Days(start), cells));
    }
    let most = counts.iter().map(|(_, count)| *count).max().filter(|most| *most > 0)?;
    let mut best = counts.iter().filter(|(_, count)| *count == most).map(|(form, _)| *form);
    let notation = best.next()?;
    let guess = |other: Option<Notation>| (other, if other.is_some() { Reason::Guess } else { Reason::Cell });
    let (other, reason) = match (best.next(), counted) {
        (None, Some(Counted { start, other: Some(other), is_borne_out, .. }))
            if notation == Notation::Days(start) =>
        {
            (Some(Notation::Days(other)), if is_borne_out { Reason::Weekdays } else { Reason::Guess })
        }
        (other, _) => guess(other),
    };
    Some(Form { notation, cells: most, other, reason })
}

/// Months and quarters counted from 1960, which only a name tells.
fn periods(cells: &[&str], name: &str) -> Option<Form> {
    let notation = match trim(name).to_lowercase().as_str() {
        "tm" | "mdate" => Notation::StataMonths,
        "tq" | "qdate" => Notation::StataQuarters,
        _ => return None,
    };
    // A year, or a month in six digits, is no such count.
    let is_short = |cell: &&&str| trim(cell).len() <= 3 && read(cell, notation, false).is_some();
    let found = cells.iter().filter(is_short).count();
    (found > 0).then_some(Form { notation, cells: found, other: None, reason: Reason::Cell })
}

/// Whether months of a decimal year have both their digits: "1871.01", so that "1871.1" is October.
pub(super) fn has_months_of_two_digits(cells: &[&str]) -> bool {
    cells.iter().any(|cell| trim(cell).split_once('.').is_some_and(|(_, month)| month.starts_with('0')))
}

/// A cell under a form.
pub(super) fn read(cell: &str, form: Notation, has_leading_zeros: bool) -> Option<DateTime> {
    match form {
        Notation::Days(start) => return counts::at(cell, start),
        Notation::StataMonths | Notation::StataQuarters => return counts::period(cell, form),
        _ => {}
    }
    let text = western(trim(cell));
    let digits = text.strip_suffix(".0").unwrap_or(&text);
    let day = match form {
        Notation::YearMonth => year_month(&text, has_leading_zeros),
        Notation::ShortYear if digits.len() == 6 => {
            let value = number(digits)?;
            token::date(full_year(part(value / 10_000)?), part(value / 100 % 100)?, part(value % 100)?)
        }
        Notation::Year if digits.len() == 4 => token::date(part(number(digits)?)?, 1, 1),
        Notation::Roc if digits.len() == 7 => {
            let value = number(digits)?;
            let year = part(value / 10_000)?;
            let is_likely = (50..200).contains(&year);
            is_likely
                .then(|| token::date(year + 1911, part(value / 100 % 100)?, part(value % 100)?))
                .flatten()
        }
        _ => None,
    };
    Some(day?.to_datetime(Time::midnight()))
}

fn year_month(text: &str, has_leading_zeros: bool) -> Option<Date> {
    let (year, month) = match text.split_once('.') {
        Some((year, "0")) if year.len() == 6 => year.split_at_checked(4)?,
        Some((year, month)) if year.len() == 4 && (1..=2).contains(&month.len()) => (year, month),
        None if text.len() == 6 => text.split_at_checked(4)?,
        _ => return None,
    };
    let is_october = month == "1" && has_leading_zeros;
    token::date(part(number(year)?)?, if is_october { 10 } else { part(number(month)?)? }, 1)
}

fn number(digits: &str) -> Option<i64> {
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { digits.parse().ok() } else { None }
}

fn part(value: i64) -> Option<i16> {
    i16::try_from(value).ok()
}
