//! Years and days of other calendars that convert exactly: the Buddhist years of Thailand, and the
//! Persian days of Iran. A cell is written anew with the Gregorian year or day and then read as any
//! other; that a calendar was changed is always told.
//!
//! The lunar calendar of Islam is not converted, see `hijri`.

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::names::fold;
use super::token;
use crate::io::cell::{trim, western};
use crate::io::numbers::is_missing;

/// A calendar that is not Gregorian.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::io) enum Era {
    Buddhist,
    Persian,
}

/// Years that prices are from.
const BUDDHIST: std::ops::RangeInclusive<i16> = 2440..=2640;
const PERSIAN: std::ops::Range<i16> = 1300..1420;
/// Years between the Buddhist count and the Gregorian one.
const BUDDHIST_AHEAD: i16 = 543;

/// Cells that tell whether a column is of another calendar.
const SAMPLE: usize = 64;

/// Months in Thai, in full and short, and their English beginnings.
const THAI: [(&str, &str, &str); 12] = [
    ("มกราคม", "ม.ค.", "Jan"),
    ("กุมภาพันธ์", "ก.พ.", "Feb"),
    ("มีนาคม", "มี.ค.", "Mar"),
    ("เมษายน", "เม.ย.", "Apr"),
    ("พฤษภาคม", "พ.ค.", "May"),
    ("มิถุนายน", "มิ.ย.", "Jun"),
    ("กรกฎาคม", "ก.ค.", "Jul"),
    ("สิงหาคม", "ส.ค.", "Aug"),
    ("กันยายน", "ก.ย.", "Sep"),
    ("ตุลาคม", "ต.ค.", "Oct"),
    ("พฤศจิกายน", "พ.ย.", "Nov"),
    ("ธันวาคม", "ธ.ค.", "Dec"),
];

/// Months of the Persian year from March on, in Persian and as they are written in Latin letters.
const PERSIAN_MONTHS: [&str; 2] = [
    "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند",
    "farvardin ordibehesht khordad tir mordad shahrivar mehr aban azar dey bahman esfand",
];

/// The calendar of most cells of a column, where it is another one.
pub(super) fn of_column(cells: &[&str]) -> Option<Era> {
    let filled = || cells.iter().filter(|cell| !is_missing(cell));
    let step = (cells.len() / SAMPLE).max(1);
    let sample = || filled().step_by(step).take(SAMPLE);
    let count = |era: Era| sample().filter(|cell| anew(cell, era).is_some()).count();
    [Era::Buddhist, Era::Persian].into_iter().find(|era| {
        let found = count(*era);
        found > 0 && found * 2 > sample().count()
    })
}

/// Whether a cell by itself is a date of one of these calendars.
pub(super) fn looks_foreign(cell: &str) -> bool {
    [Era::Buddhist, Era::Persian].into_iter().any(|era| anew(cell, era).is_some())
}

/// A cell of that calendar with the Gregorian year or day in it; `None` where it is none.
pub(super) fn anew(cell: &str, era: Era) -> Option<String> {
    let cell = trim(cell);
    if !(6..=80).contains(&cell.len()) {
        return None;
    }
    let text = western(cell);
    // Years that begin so; Thai dates may have short ones.
    let is_likely = |(_, digits): (usize, &str)| {
        matches!(digits.len(), 4 | 8) && matches!(digits.get(..2), Some("13" | "14" | "24" | "25" | "26"))
    };
    if text.is_ascii() && !runs(&text).any(is_likely) {
        return None;
    }
    match era {
        Era::Buddhist => buddhist(&text),
        Era::Persian => persian(&text),
    }
}

/// Runs of digits with the place at which each begins.
fn runs(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + text.get(rest..)?.find(|c: char| c.is_ascii_digit())?;
        let tail = text.get(start..)?;
        let end = start + tail.find(|c: char| !c.is_ascii_digit()).unwrap_or(tail.len());
        rest = end;
        Some((start, text.get(start..end)?))
    })
}

fn buddhist(text: &str) -> Option<String> {
    let mut text = text.to_owned();
    let month = THAI.iter().find(|(full, short, _)| text.contains(full) || text.contains(short));
    if let Some((full, short, english)) = month {
        text = text.replace(full, english).replace(short, english);
    }
    for mark in ["พ.ศ.", "B.E.", "BE "] {
        text = text.replace(mark, " ");
    }
    let is_year = |digits: &str| digits.parse().is_ok_and(|year: i16| BUDDHIST.contains(&year));
    let is_full = |(_, digits): &(usize, &str)| match digits.len() {
        4 => is_year(digits),
        8 => text.trim().len() == 8 && digits.get(..4).is_some_and(is_year),
        _ => false,
    };
    let full = runs(&text).find(is_full).map(|(at, _)| (at, 4));
    // "2 ม.ค. 68": years of two digits stand in Thai dates too, and count from 2500.
    let short = || runs(&text).last().filter(|(_, digits)| month.is_some() && digits.len() == 2);
    let (at, length) = full.or_else(|| short().map(|(at, _)| (at, 2)))?;
    let year: i16 = text.get(at..at + length)?.parse().ok()?;
    let year = if length == 2 { year + 2500 } else { year } - BUDDHIST_AHEAD;
    let anew = format!("{}{year}{}", text.get(..at)?, text.get(at + length..)?);
    let anew = anew.split_whitespace().collect::<Vec<_>>().join(" ");
    token::token(&anew).is_some().then_some(anew)
}

fn persian(text: &str) -> Option<String> {
    // A time stands behind the first blank.
    let time = text.find(':').and_then(|colon| text.get(..colon)?.rfind([' ', 'T']));
    let (day, time) = text.split_at_checked(time.unwrap_or(text.len()))?;
    let mut numbers = runs(day).map(|(_, digits)| digits.parse::<i32>().ok());
    let (first, second, third) = (numbers.next()??, numbers.next().flatten(), numbers.next().flatten());
    if numbers.next().is_some() {
        return None;
    }
    let is_plain = day.chars().all(|c| c.is_ascii_digit() || matches!(c, '/' | '-' | '.'));
    let is_year = |year: i32| i16::try_from(year).is_ok_and(|year| PERSIAN.contains(&year));
    let (year, month, day) = match (second, third) {
        (None, None) if day.len() == 8 && is_plain => (first / 10_000, first / 100 % 100, first % 100),
        (Some(month), Some(day)) if is_plain && is_year(first) => (first, month, day),
        (Some(month), Some(year)) if is_plain => (year, month, first),
        (Some(second), None) if is_year(first) => (first, month_named(day)?, second),
        (Some(year), None) => (year, month_named(day)?, first),
        _ => return None,
    };
    let day = from_persian(i16::try_from(year).ok()?, month, day)?;
    Some(format!("{day}{}", time.trim_end()))
}

/// The month from 1 to 12 that stands as a word in a cell.
fn month_named(text: &str) -> Option<i32> {
    let mut words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).map(fold);
    words.find_map(|word| {
        PERSIAN_MONTHS.iter().find_map(|names| {
            (1..).zip(names.split(' ')).find(|(_, name)| fold(name) == word).map(|(month, _)| month)
        })
    })
}

/// Whether a Persian year has a day more. The years of 366 days stand at these places of cycles of
/// 33 years, which give the astronomical calendar for all years from 1244 to 1472 (K. Borkowski,
/// "The Persian calendar for 3000 years", Earth, Moon and Planets 74, 1996).
fn is_leap(year: i16) -> bool {
    matches!(year % 33, 1 | 5 | 9 | 13 | 17 | 22 | 26 | 30)
}

/// A day of the Persian calendar: six months of 31 days, five of 30, and one of 29, or of 30 in a
/// leap year; the year 1300 began on 21 March 1921.
fn from_persian(year: i16, month: i32, day: i32) -> Option<Date> {
    let length = match month {
        1..=6 => 31,
        7..=11 => 30,
        12 => 29 + i32::from(is_leap(year)),
        _ => return None,
    };
    if !PERSIAN.contains(&year) || !(1..=length).contains(&day) {
        return None;
    }
    let years: i32 = (PERSIAN.start..year).map(|year| 365 + i32::from(is_leap(year))).sum();
    let months = (month - 1) * 30 + (month - 1).min(6);
    date(1921, 3, 21).checked_add((years + months + day - 1).days()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn persian_days_are_those_of_the_tables() {
        // New years and last days around leap years, and days of known events.
        let cases = [
            ((1300, 1, 1), (1921, 3, 21)),
            ((1332, 5, 28), (1953, 8, 19)),
            ((1357, 11, 22), (1979, 2, 11)),
            ((1370, 12, 30), (1992, 3, 20)),
            ((1371, 1, 1), (1992, 3, 21)),
            ((1375, 12, 30), (1997, 3, 20)),
            ((1378, 10, 11), (2000, 1, 1)),
            ((1379, 1, 1), (2000, 3, 20)),
            ((1379, 12, 30), (2001, 3, 20)),
            ((1380, 1, 1), (2001, 3, 21)),
            ((1387, 12, 30), (2009, 3, 20)),
            ((1392, 1, 1), (2013, 3, 21)),
            ((1399, 12, 30), (2021, 3, 20)),
            ((1400, 1, 1), (2021, 3, 21)),
            ((1402, 12, 29), (2024, 3, 19)),
            ((1403, 1, 1), (2024, 3, 20)),
            ((1403, 6, 31), (2024, 9, 21)),
            ((1403, 10, 12), (2025, 1, 1)),
            ((1403, 12, 30), (2025, 3, 20)),
            ((1404, 1, 1), (2025, 3, 21)),
            ((1408, 12, 30), (2030, 3, 20)),
        ];
        for ((year, month, day), (y, m, d)) in cases {
            assert_eq!(from_persian(year, month, day), Some(date(y, m, d)), "{year}/{month}/{day}");
        }
        for (year, month, day) in [(1402, 12, 30), (1403, 7, 31), (1403, 13, 1), (1403, 1, 0), (1446, 1, 1)] {
            assert_eq!(from_persian(year, month, day), None, "{year}/{month}/{day}");
        }
    }

    #[test]
    fn every_persian_day_follows_the_one_before() {
        let mut next = date(1921, 3, 21);
        for year in PERSIAN {
            for month in 1..=12 {
                for day in 1..=31 {
                    if let Some(found) = from_persian(year, month, day) {
                        assert_eq!(found, next, "{year}/{month}/{day}");
                        next = next.tomorrow().unwrap();
                    }
                }
            }
        }
    }

    #[test]
    fn cells_are_written_anew() {
        let cases = [
            (Era::Buddhist, "02/01/2568", Some("02/01/2025")),
            (Era::Buddhist, "2568-01-02", Some("2025-01-02")),
            (Era::Buddhist, "29/02/2567 16:30", Some("29/02/2024 16:30")),
            (Era::Buddhist, "2 ม.ค. 2568", Some("2 Jan 2025")),
            (Era::Buddhist, "2 มกราคม พ.ศ. 2568", Some("2 Jan 2025")),
            (Era::Buddhist, "2 ม.ค. 68", Some("2 Jan 2025")),
            (Era::Buddhist, "๐๒/๐๑/๒๕๖๘", Some("02/01/2025")),
            (Era::Buddhist, "29/02/2568", None),
            (Era::Buddhist, "02/01/2025", None),
            (Era::Buddhist, "2568", None),
            (Era::Buddhist, "2568.25", None),
            (Era::Persian, "1403/10/12", Some("2025-01-01")),
            (Era::Persian, "12-10-1403", Some("2025-01-01")),
            (Era::Persian, "۱۴۰۳/۱۰/۱۲", Some("2025-01-01")),
            (Era::Persian, "1403/10/12 12:30:00", Some("2025-01-01 12:30:00")),
            (Era::Persian, "12 دی 1403", Some("2025-01-01")),
            (Era::Persian, "چهارشنبه 12 دی 1403", Some("2025-01-01")),
            (Era::Persian, "12 Dey 1403", Some("2025-01-01")),
            (Era::Buddhist, "25680102", Some("20250102")),
            (Era::Buddhist, "25681302", None),
            (Era::Persian, "14031012", Some("2025-01-01")),
            (Era::Persian, "14031312", None),
            (Era::Persian, "1446/07/27", None),
            (Era::Persian, "1403/12/31", None),
            (Era::Persian, "1403.50", None),
            (Era::Persian, "12 January 1403", None),
            (Era::Persian, "2025/01/27", None),
        ];
        for (era, cell, expected) in cases {
            assert_eq!(anew(cell, era).as_deref(), expected, "{cell}");
        }
    }
}
