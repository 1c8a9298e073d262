//! Dates that are mere numbers: serials of a spreadsheet, years, "192607", "1871.01", "250127" and
//! the seven digits of the Republic of China. They are read only where the header says that dates
//! stand in the column, and where nearly all of it is of one such form.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time, date};

use super::Notation;
use super::token::{self, YEARS, full_year};
use crate::io::cell::{trim, western};
use crate::io::numbers::is_missing;

/// A form of bare numbers.
const FORMS: [Notation; 5] =
    [Notation::YearMonth, Notation::ShortYear, Notation::Year, Notation::Roc, Notation::Serial];

/// Serials of a spreadsheet from 1954 to 2119.
const SERIALS: std::ops::Range<i64> = 20_000..80_000;
/// Greatest usual step between serials, in days: quarters.
const STEP_DAYS: f64 = 93.0;

/// The form that most filled cells of a column are of, how many they are, and the form that fits as
/// many.
pub(super) fn form(cells: &[&str]) -> Option<(Notation, usize, Option<Notation>)> {
    let has_leading_zeros = has_months_of_two_digits(cells);
    let count = |form: Notation| match form {
        Notation::Serial if !are_serials(cells) => 0,
        form => cells.iter().filter(|cell| read(cell, form, has_leading_zeros).is_some()).count(),
    };
    let counts = FORMS.map(|form| (form, count(form)));
    let most = counts.iter().map(|(_, count)| *count).max().filter(|most| *most > 0)?;
    let mut best = counts.iter().filter(|(_, count)| *count == most).map(|(form, _)| *form);
    Some((best.next()?, most, best.next()))
}

/// Whether months of a decimal year have both their digits: "1871.01", so that "1871.1" is October.
pub(super) fn has_months_of_two_digits(cells: &[&str]) -> bool {
    cells.iter().any(|cell| trim(cell).split_once('.').is_some_and(|(_, month)| month.starts_with('0')))
}

/// A cell under a form.
pub(super) fn read(cell: &str, form: Notation, has_leading_zeros: bool) -> Option<DateTime> {
    let text = western(trim(cell));
    if form == Notation::Serial {
        return serial(&text);
    }
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

/// Days since the start of 1900, with the leap day that spreadsheets give that year; the fraction
/// is the time of day.
fn serial(text: &str) -> Option<DateTime> {
    let (days, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let days = number(days).filter(|days| SERIALS.contains(days))?;
    number(fraction.get(..fraction.len().min(15))?)?;
    let of_day: f64 = format!("0.{fraction}").parse().ok()?;
    let milliseconds = (of_day * 86_400_000.0).round() as i64;
    let day = date(1899, 12, 30).checked_add(days.days()).ok()?;
    let at = day.to_datetime(Time::midnight()).checked_add(milliseconds.milliseconds()).ok()?;
    YEARS.contains(&at.year()).then_some(at)
}

/// Whether a column only rises or only falls, a few rows aside, in steps of days to quarters.
fn are_serials(cells: &[&str]) -> bool {
    let filled = || cells.iter().filter(|cell| !is_missing(cell));
    let value = |cell: &&str| {
        let text = western(trim(cell));
        serial(&text).and_then(|_| text.parse::<f64>().ok())
    };
    let values: Vec<f64> = filled().filter_map(value).collect();
    let steps = || values.iter().zip(values.iter().skip(1)).map(|(before, after)| after - before);
    let rises = steps().filter(|step| *step > 0.0).count();
    let falls = steps().filter(|step| *step < 0.0).count();
    let mut sizes: Vec<f64> = steps().map(f64::abs).collect();
    sizes.sort_by(f64::total_cmp);
    let usual = sizes.get(sizes.len() / 2).copied().unwrap_or(0.0);
    values.len() * 20 >= filled().count() * 19 && rises.min(falls) * 20 <= sizes.len() && usual <= STEP_DAYS
}
