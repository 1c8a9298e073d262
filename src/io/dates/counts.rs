//! Numbers that count days: from the start of 1900 as in spreadsheets, of 1904, of 1960 as in Stata
//! and SAS, of 1970, or from further back as in MATLAB, Python and astronomy; and months and
//! quarters from 1960. The spans touch, so that the days of the week decide, and what does not
//! settle is no certainty.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time, date};

use super::Notation;
use super::pattern::{Fit, Pattern};
use super::token::YEARS;
use crate::io::cell::{trim, western};
use crate::io::numbers::is_missing;

/// The day from which days are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::io) enum Start {
    /// Spreadsheets, with the leap day that they give 1900.
    Spreadsheet,
    /// R, and the days of Unix.
    Unix,
    /// Stata and SAS.
    Stata,
    /// MATLAB's datenum.
    Matlab,
    /// Python's ordinals: the first day of the year 1 is 1.
    Ordinal,
    /// The Julian day number of astronomers.
    Julian,
    /// Spreadsheets of old Macs: 1904.
    Mac,
}

impl Start {
    /// Every start, the likelier ones first.
    pub(super) const ALL: [Self; 7] =
        [Self::Spreadsheet, Self::Unix, Self::Stata, Self::Matlab, Self::Ordinal, Self::Julian, Self::Mac];

    /// The number of 1 January 1970.
    fn number_of_1970(self) -> i64 {
        match self {
            Self::Spreadsheet => 25_569,
            Self::Unix => 0,
            Self::Stata => 3_653,
            Self::Matlab => 719_529,
            Self::Ordinal => 719_163,
            Self::Julian => 2_440_588,
            Self::Mac => 24_107,
        }
    }

    fn day(self, count: i64) -> Option<Date> {
        let days = count.checked_sub(self.number_of_1970())?;
        let day = date(1970, 1, 1).checked_add(i32::try_from(days).ok()?.days()).ok()?;
        YEARS.contains(&day.year()).then_some(day)
    }

    /// Whether a count can be meant so where nobody says it: serials of a spreadsheet from 1954 to
    /// 2119, other counts in the years that most files are of.
    fn may_be(self, count: i64) -> bool {
        match self {
            Self::Spreadsheet => SERIALS.contains(&count),
            _ => self.is_in(LIKELY, count),
        }
    }

    fn is_in(self, years: std::ops::Range<i16>, count: i64) -> bool {
        self.day(count).is_some_and(|day| years.contains(&day.year()))
    }
}

/// Serials of a spreadsheet from 1954 to 2119.
const SERIALS: std::ops::Range<i64> = 20_000..80_000;
/// Years in which counts other than those of a spreadsheet are looked for, and those that most files
/// are of: they only rank readings that suit equally, which is told.
const LIKELY: std::ops::Range<i16> = 1985..2036;
const RECENT: std::ops::Range<i16> = 1985..2028;
/// Greatest usual step between days, in days: quarters.
const STEP_DAYS: f64 = 93.0;

/// Whole days, and the part of a day behind them.
fn count(text: &str) -> Option<(i64, f64)> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let (sign, digits) = whole.strip_prefix('-').map_or((1, whole), |digits| (-1, digits));
    let is_number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    if !(1..=7).contains(&digits.len()) || !is_number(digits) || !is_number(fraction) {
        return None;
    }
    let whole: i64 = digits.parse().ok()?;
    Some((sign * whole, format!("0.{fraction}0").parse().ok()?))
}

/// The moment that a cell counts to.
pub(super) fn at(cell: &str, start: Start) -> Option<DateTime> {
    let (mut days, mut of_day) = count(&western(trim(cell)))?;
    if start == Start::Julian && of_day > 0.0 {
        // The days of astronomers begin at noon.
        (days, of_day) = if of_day < 0.5 { (days, of_day + 0.5) } else { (days + 1, of_day - 0.5) };
    }
    let milliseconds = (of_day * 86_400_000.0).round() as i64;
    start.day(days)?.to_datetime(Time::midnight()).checked_add(milliseconds.milliseconds()).ok()
}

/// The first day of the month or quarter that a cell counts to from the start of 1960.
pub(super) fn period(cell: &str, notation: Notation) -> Option<DateTime> {
    let months = if notation == Notation::StataQuarters { 3 } else { 1 };
    let (count, _) = count(&western(trim(cell))).filter(|(_, fraction)| *fraction == 0.0)?;
    let day = date(1960, 1, 1).checked_add(i32::try_from(count * months).ok()?.months()).ok()?;
    YEARS.contains(&day.year()).then(|| day.to_datetime(Time::midnight()))
}

/// What a column counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Counted {
    pub start: Start,
    /// Cells that are such counts.
    pub cells: usize,
    /// The start that would suit as well or nearly so, where there is a doubt.
    pub other: Option<Start>,
    /// Whether the days of the week or month spoke for it.
    pub is_borne_out: bool,
}

/// The start from which a column counts its days: one under which the days are those of a market,
/// and of years that files are of. `None` where the numbers are no days.
pub(super) fn start(cells: &[&str]) -> Option<Counted> {
    let filled = cells.iter().filter(|cell| !is_missing(cell)).count();
    let values: Vec<(i64, f64)> = cells.iter().filter_map(|cell| count(&western(trim(cell)))).collect();
    if values.len() * 20 < filled * 19 || !are_steps_of_days(&values) {
        return None;
    }
    let days = || values.iter().map(|(days, _)| *days);
    let mut found: Vec<(Fit, bool, Start)> = Start::ALL
        .into_iter()
        .filter(|start| days().all(|count| start.may_be(count)))
        .map(|start| {
            let fit = Pattern::of(days().filter_map(|count| start.day(count))).fit();
            (fit, !days().all(|count| start.is_in(RECENT, count)), start)
        })
        .collect();
    // A stable sort: of equals the likelier one.
    found.sort_by_key(|(fit, is_remote, _)| (*fit, *is_remote));
    let (fit, is_remote, start) = *found.first()?;
    let second = found.iter().find(|(.., other)| *other != start);
    let rival = second.filter(|(other, other_remote, other_start)| {
        // 1904 counts against 1900 only where it suits better.
        *other_start != Start::Mac && (*other, *other_remote) <= (fit, is_remote)
    });
    let is_certain = start == Start::Spreadsheet && fit < Fit::Odd && rival.is_none();
    let other = second.map_or(Start::Spreadsheet, |(.., other)| *other);
    Some(Counted {
        start,
        cells: values.len(),
        other: (!is_certain).then_some(other),
        is_borne_out: fit == Fit::Usual,
    })
}

/// Whether a column only rises or only falls, a few rows aside, in steps of days to quarters.
fn are_steps_of_days(values: &[(i64, f64)]) -> bool {
    let values = || values.iter().map(|(days, of_day)| *days as f64 + of_day);
    let steps = || values().zip(values().skip(1)).map(|(before, after)| after - before);
    let rises = steps().filter(|step| *step > 0.0).count();
    let falls = steps().filter(|step| *step < 0.0).count();
    let mut sizes: Vec<f64> = steps().map(f64::abs).collect();
    sizes.sort_by(f64::total_cmp);
    let usual = sizes.get(sizes.len() / 2).copied().unwrap_or(0.0);
    rises.min(falls) * 20 <= sizes.len() && usual <= STEP_DAYS
}
