//! Cells to dates. A column is written in one notation, decided over all of its cells: by those that
//! allow one order only, then by how its dates follow each other (`order`). Single cells are taken
//! apart in `token`, with the words of `names` and the times of `clock`; counts of time are read in
//! `epoch`, counts of days in `counts`, other mere numbers in `bare`, other calendars in `eras`;
//! `pattern` asks every reading whether its days can be those of prices, `stamps` turns what was
//! read into points in time.
//!
//! A day stays a day: midnight in the file's own offset is a date, not an instant.

mod bare;
mod clock;
mod counts;
mod digits;
mod epoch;
mod eras;
mod grain;
mod hijri;
mod names;
mod notation;
mod order;
mod pattern;
mod single;
mod stamps;
mod token;
mod week;

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use jiff::civil::{Date, DateTime};
use rayon::prelude::*;

use super::cell::{trim, western};
use super::numbers;
use crate::model::Stamp;
use clock::Zone;
use order::Decision;
use pattern::{Fit, Pattern};
use token::{Day, Token};

pub(super) use counts::Start;
pub(super) use eras::Era;
pub(super) use grain::{Grain, grain};
pub(super) use hijri::looks_hijri;
pub(super) use notation::{Notation, Order};
pub(super) use single::{alone, is_coarse, share_alone};
pub(super) use week::{Week, week};

/// What those who ask know about a column before its cells are read.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Hints<'a> {
    /// The guess where nothing in the column decides.
    pub is_month_first: bool,
    /// The notation that the user decided on.
    pub forced: Option<Notation>,
    /// Whether the header says that this is a date: years, months and days in bare digits, and
    /// serials of a spreadsheet are dates only then.
    pub is_named: bool,
    /// That name.
    pub name: &'a str,
    /// Zone that the header names: "EET", "UTC", "GMT+1".
    pub zone: Option<&'a str>,
}

/// Why a column is read in one order and no other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reason {
    /// A cell allows this order only, or the user decided.
    Cell,
    /// Rows follow each other only so.
    Order,
    /// Rows are closer to each other so.
    Gaps,
    /// Only so are the days those on which markets trade.
    Weekdays,
    /// Nothing in the column decides.
    Guess,
}

/// What a column of dates was read as.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Dates {
    /// One stamp a cell, `None` where the cell holds no date.
    pub stamps: Vec<Option<Stamp>>,
    /// How the dates are written.
    pub notation: Notation,
    /// Cell that decided it, counted within the column.
    pub deciding: usize,
    /// Whether the column allows no other notation.
    pub is_certain: bool,
    /// The notation that would fit as well, when it is not certain.
    pub other: Option<Notation>,
    /// Zone of the times, as it is shown: "UTC", "+09:00", "−05:00/−04:00" where it changes.
    pub zone: Option<String>,
    /// What decided the notation.
    pub reason: Reason,
    /// Whether the days rest on two days of the week on which no market does.
    pub is_odd: bool,
}

impl Dates {
    /// Rows of a table without dates, counted from one.
    pub(super) fn numbered(rows: usize) -> Self {
        let stamps = (1..).take(rows).map(|row| Some(Stamp::Row(row))).collect();
        certain(stamps, Notation::Calendar(Order::YearMonthDay))
    }
}

/// The month from 1 to 12 that a word names in one of the languages, alone.
pub(super) fn month_number(word: &str) -> Option<i8> {
    match names::word(trim(word))? {
        names::Word::Month(month) => Some(month),
        names::Word::MarchOrTuesday => Some(3),
        _ => None,
    }
}

/// Whether a cell is a date by itself, in some order. Numbers are none, but for eight digits of
/// year, month and day.
pub(super) fn looks_like_date(cell: &str) -> bool {
    token::token(cell).is_some() || eras::looks_foreign(cell)
}

/// Whether most cells are counts of time, and all in one unit.
pub(super) fn is_epoch<'a>(cells: impl Iterator<Item = &'a str>) -> bool {
    epoch::unit(cells).is_some()
}

/// Whether a cell, once its column is known to hold dates, was meant to be one: it is a date, a
/// count of time, or nothing but digits and marks that miss being one.
pub(super) fn is_meant_as_date(cell: &str) -> bool {
    let text = western(trim(cell));
    let is_part = |c: char| c.is_ascii_digit() || c.is_whitespace() || "-/.:".contains(c);
    let is_bare = text.chars().all(is_part) && text.bytes().any(|byte| byte.is_ascii_digit());
    is_bare || looks_like_date(cell)
}

/// Share of the filled cells that are dates under the one notation that suits them best, from 0 to
/// 1. Without a name that says so, mere numbers are none, counts of time included.
pub(super) fn share(cells: &[&str], is_named: bool) -> f64 {
    let filled = cells.iter().filter(|cell| !numbers::is_missing(cell)).count();
    let hints = Hints { is_named, ..Hints::default() };
    let dates = if is_named { read(cells, &hints) } else { written(cells, &hints) };
    dates.stamps.iter().flatten().count() as f64 / filled.max(1) as f64
}

/// Cells of a column that one thread reads at the least.
const CELLS_AT_ONCE: usize = 4096;

const ORDERS: [Order; 3] = [Order::DayMonthYear, Order::MonthDayYear, Order::YearMonthDay];

/// Reads a whole column.
pub(super) fn read(cells: &[&str], hints: &Hints) -> Dates {
    let mut dates = under(cells, hints);
    let days = dates.stamps.iter().flatten().map(|stamp| stamp.date());
    dates.is_odd = hints.forced.is_none() && Pattern::of(days).fit() == Fit::Odd;
    dates.is_certain &= !dates.is_odd;
    dates
}

fn under(cells: &[&str], hints: &Hints) -> Dates {
    let era = match hints.forced {
        Some(Notation::Era(era)) => Some(era),
        None | Some(Notation::Calendar(_)) => eras::of_column(cells),
        Some(_) => None,
    };
    if let Some(era) = era {
        return in_era(cells, era, hints);
    }
    let unit = match hints.forced {
        Some(Notation::Epoch(unit)) => Some(unit),
        Some(_) => None,
        None => epoch::unit(cells.iter().copied()),
    };
    match unit {
        Some(unit) => counted(cells, unit),
        None => written(cells, hints),
    }
}

/// A column of another calendar, which is never certain. Cells that are Gregorian stay so.
fn in_era(cells: &[&str], era: Era, hints: &Hints) -> Dates {
    let anew: Vec<Cow<str>> =
        cells.iter().map(|cell| eras::anew(cell, era).map_or(Cow::Borrowed(*cell), Cow::Owned)).collect();
    let anew: Vec<&str> = anew.iter().map(AsRef::as_ref).collect();
    let forced = hints.forced.filter(|forced| matches!(forced, Notation::Calendar(_)));
    let dates = written(&anew, &Hints { forced, is_month_first: false, ..*hints });
    let is_chosen = hints.forced == Some(Notation::Era(era));
    Dates { notation: Notation::Era(era), is_certain: is_chosen, ..dates }
}

/// A column of counts from the start of 1970.
fn counted(cells: &[&str], unit: epoch::Unit) -> Dates {
    let at: Vec<Option<DateTime>> = cells.iter().map(|cell| epoch::at(cell, unit)).collect();
    let dates = certain(stamps::of_wall_clocks(&at, Some(Zone::Utc)), Notation::Epoch(unit));
    Dates { zone: Some("UTC".to_owned()), ..dates }
}

/// A column of dates that are written out, or of digits that a name calls dates.
fn written(cells: &[&str], hints: &Hints) -> Dates {
    let is_named = hints.is_named || hints.forced.is_some();
    let tokens: Vec<Option<Token>> = cells
        .par_iter()
        .with_min_len(CELLS_AT_ONCE)
        .map(|cell| token::token(cell).or_else(|| is_named.then(|| digits::named(cell)).flatten()))
        .collect();
    let held = tokens.iter().flatten().count();
    if let Some(dates) = bare_dates(cells, held, hints) {
        return dates;
    }
    let Decision { mut order, deciding, mut is_certain, mut other, reason, is_swapped } =
        order::decide(&tokens, hints.is_month_first);
    if let Some(Notation::Calendar(forced)) = hints.forced {
        (order, is_certain, other) = (forced, true, None);
    }
    let notation = match (hints.forced, family(&tokens, order)) {
        (Some(forced), _) => forced,
        (None, Notation::Calendar(_)) if is_swapped => Notation::Swapped,
        (None, family) => family,
    };
    let day = |token: &Token| match notation {
        Notation::Swapped => order::changed(token.day, order),
        notation => day_under(token, notation),
    };
    let mut dates: Vec<Option<Date>> = tokens.iter().map(|token| token.as_ref().and_then(day)).collect();
    if matches!(notation, Notation::YearMonth | Notation::Quarter) {
        (is_certain, other) = (settle_months(&tokens, &mut dates), None);
        add_years(cells, &mut dates, is_named);
    }
    settle_centuries(&tokens, &mut dates);
    let is_forced = hints.forced.is_some();
    Dates {
        stamps: stamps::of_tokens(&tokens, &dates, hints.zone.and_then(Zone::parse)),
        notation,
        deciding,
        is_certain: is_certain || is_forced,
        other: other.filter(|_| !is_forced),
        zone: stamps::zone(cells, &tokens).or_else(|| hints.zone.map(str::to_owned)),
        reason: match notation {
            Notation::Calendar(_) | Notation::Swapped if !is_forced => reason,
            _ => Reason::Cell,
        },
        is_odd: false,
    }
}

/// The column as bare numbers, where that is forced or suits more cells than written dates do.
fn bare_dates(cells: &[&str], held: usize, hints: &Hints) -> Option<Dates> {
    let (notation, other, reason) = match hints.forced {
        Some(
            form @ (Notation::Days(_)
            | Notation::ShortYear
            | Notation::Year
            | Notation::StataMonths
            | Notation::StataQuarters),
        ) => (form, None, Reason::Cell),
        Some(form @ (Notation::YearMonth | Notation::Roc)) if held == 0 => (form, None, Reason::Cell),
        None if hints.is_named => {
            let form = bare::form(cells, hints.name).filter(|form| form.cells > held)?;
            (form.notation, form.other, form.reason)
        }
        _ => return None,
    };
    let has_zeros = bare::has_months_of_two_digits(cells);
    let at: Vec<Option<DateTime>> = cells.iter().map(|cell| bare::read(cell, notation, has_zeros)).collect();
    let dates = certain(stamps::of_wall_clocks(&at, None), notation);
    Some(Dates { is_certain: other.is_none(), other, reason, zone: hints.zone.map(str::to_owned), ..dates })
}

fn certain(stamps: Vec<Option<Stamp>>, notation: Notation) -> Dates {
    let deciding = stamps.iter().position(Option::is_some).unwrap_or(0);
    Dates {
        stamps,
        notation,
        deciding,
        is_certain: true,
        other: None,
        zone: None,
        reason: Reason::Cell,
        is_odd: false,
    }
}

/// The family that most cells of a column are of; days in that order where it is days.
fn family(tokens: &[Option<Token>], order: Order) -> Notation {
    let count = |fits: fn(&Day) -> bool| tokens.iter().flatten().filter(|token| fits(&token.day)).count();
    let roc = count(|day| matches!(day, Day::Roc(_)));
    let short = count(|day| matches!(day, Day::Open { has_year: false, .. }));
    let full = count(|day| matches!(day, Day::Plain(..) | Day::Open { has_year: true, .. }));
    let months = count(|day| matches!(day, Day::Month(_)));
    let quarters = count(|day| matches!(day, Day::Quarter(_)));
    let weeks = count(|day| matches!(day, Day::Week(_)));
    let days = full + if roc > 0 { 0 } else { short };
    if roc > 0 && roc + short > days.max(months + quarters) {
        Notation::Roc
    } else if weeks > days.max(months + quarters) {
        Notation::Week
    } else if months + quarters <= days {
        Notation::Calendar(order)
    } else if months >= quarters {
        Notation::YearMonth
    } else {
        Notation::Quarter
    }
}

/// The day of a cell in a column of that notation.
fn day_under(token: &Token, notation: Notation) -> Option<Date> {
    match (notation, token.day) {
        (Notation::Calendar(order), day) => day_in(day, order),
        (Notation::Roc, Day::Open { parts: [year, month, day], has_year: false, .. }) => {
            token::date(year + 1911, month, day)
        }
        (Notation::Roc, Day::Roc(date))
        | (Notation::Week, Day::Week(date))
        | (Notation::YearMonth | Notation::Quarter, Day::Month(date) | Day::Quarter(date)) => Some(date),
        _ => None,
    }
}

fn day_in(day: Day, order: Order) -> Option<Date> {
    let (parts, has_year) = match day {
        Day::Plain(date, _) => return Some(date),
        Day::Open { has_year: true, .. } if order == Order::YearMonthDay => return None,
        Day::Open { parts, has_year, .. } => (parts, has_year),
        Day::Month(_) | Day::Quarter(_) | Day::Week(_) | Day::Roc(_) => return None,
    };
    let (year, month, day) = match (order, parts) {
        (Order::DayMonthYear, [day, month, year])
        | (Order::MonthDayYear, [month, day, year])
        | (Order::YearMonthDay, [year, month, day]) => (year, month, day),
    };
    token::date(if has_year { year } else { token::full_year(year) }, month, day)
}

/// Tells months with a year of two digits from days without a year: "Dec 31" above "Dec 30" is no
/// month of 2031. `false` where one month alone leaves it open.
fn settle_months(tokens: &[Option<Token>], dates: &mut [Option<Date>]) -> bool {
    let short = || tokens.iter().zip(dates.iter()).filter(|(token, _)| token.is_some_and(|t| t.is_short));
    let months: Vec<(i8, i16)> =
        short().filter_map(|(_, date)| date.map(|d| (d.month(), d.year()))).collect();
    if months.len() < 2 {
        return true;
    }
    let pairs = || months.iter().zip(months.iter().skip(1));
    let changes = pairs().filter(|(before, after)| before.0 != after.0).count();
    let stays = pairs().filter(|(before, after)| before.0 == after.0 && before.1 != after.1).count();
    if changes > 0 && stays > changes {
        dates.fill(None);
    }
    changes > 0
}

/// Years beside months and quarters, in a column that is named.
fn add_years(cells: &[&str], dates: &mut [Option<Date>], is_named: bool) {
    for (cell, date) in cells.iter().zip(dates).filter(|(_, date)| is_named && date.is_none()) {
        *date = bare::read(cell, Notation::Year, false).map(DateTime::date);
    }
}

/// Years that no two rows that follow each other have between them.
const JUMP_YEARS: i16 = 60;
/// First year of two digits that a second look takes for one of the last century.
const LAST_CENTURY: i16 = 2030;

/// Two digits mean 1970 to 2069, unless the column then jumps from 2069 to 1970 and would not
/// without: prices from 1950 on.
fn settle_centuries(tokens: &[Option<Token>], dates: &mut [Option<Date>]) {
    let is_short: Vec<bool> = tokens.iter().map(|token| token.is_some_and(|token| token.is_short)).collect();
    let years = || dates.iter().zip(&is_short).filter(|(_, short)| **short).filter_map(|(date, _)| *date);
    let earlier = |year: i16| if year >= LAST_CENTURY { year - 100 } else { year };
    let jumps = |year_of: &dyn Fn(i16) -> i16| {
        let pairs = years().zip(years().skip(1));
        pairs.filter(|(a, b)| (year_of(a.year()) - year_of(b.year())).abs() > JUMP_YEARS).count()
    };
    let now = jumps(&|year| year);
    if now == 0 || jumps(&earlier) >= now {
        return;
    }
    for (date, _) in dates.iter_mut().zip(&is_short).filter(|(_, short)| **short) {
        *date = date.and_then(|date| Date::new(earlier(date.year()), date.month(), date.day()).ok());
    }
}
