//! Cells to dates: the order of day, month and year is decided once for a column, by its cells
//! that allow one order only, then by how its dates follow each other (`order`). Counts of time are
//! read in `epoch`.
//!
//! A day stays a day: midnight in the file's own offset is a date, not an instant.

mod epoch;
mod order;

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::Offset;

use super::numbers;
use super::table::trim;
use crate::model::Stamp;

/// In which order a date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    YearMonthDay,
    MonthDayYear,
    DayMonthYear,
}

impl Order {
    /// The value of the assumption `date_order`.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::YearMonthDay => "YMD",
            Self::MonthDayYear => "MDY",
            Self::DayMonthYear => "DMY",
        }
    }
}

/// A cell's day before the order is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Day {
    /// Allows one reading.
    Plain(Date, Order),
    /// Three numbers, their order open; `has_year` when the last has four digits.
    Open { parts: [i16; 3], has_year: bool, has_dots: bool },
}

/// How the dates of a column are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Notation {
    /// Year, month and day in some order.
    Calendar(Order),
    /// Counted from the start of 1970, in UTC.
    Epoch(epoch::Unit),
}

impl Notation {
    /// The value of the assumption `date_order`.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Calendar(order) => order.name(),
            Self::Epoch(epoch::Unit::Seconds) => "epoch_s",
            Self::Epoch(epoch::Unit::Milliseconds) => "epoch_ms",
        }
    }
}

/// One cell of a date column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Token {
    day: Day,
    time: Option<Time>,
    offset: Option<Offset>,
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
    /// Whether the column allows no other order.
    pub is_certain: bool,
    /// The order that would fit as well, when it is not certain.
    pub other: Option<Order>,
}

/// Whether a cell reads as a date in some order.
pub(super) fn looks_like_date(cell: &str) -> bool {
    token(cell).is_some_and(|token| ORDERS.iter().any(|order| day_in(token.day, *order).is_some()))
}

/// Whether most cells are counts of time, and all in one unit.
pub(super) fn is_epoch<'a>(cells: impl Iterator<Item = &'a str>) -> bool {
    epoch::unit(cells).is_some()
}

/// Whether a cell, once its column is known to hold dates, was meant to be one: it is a date, a
/// count of time, or nothing but digits and marks that miss being one.
pub(super) fn is_meant_as_date(cell: &str) -> bool {
    let is_part = |c: char| c.is_ascii_digit() || c.is_whitespace() || "-/.:".contains(c);
    let is_bare = cell.chars().all(is_part) && cell.chars().any(|c| c.is_ascii_digit());
    is_bare || looks_like_date(cell)
}

const ORDERS: [Order; 3] = [Order::DayMonthYear, Order::MonthDayYear, Order::YearMonthDay];

/// Reads a whole column. `is_month_first` is the guess where nothing in the column decides.
pub(super) fn read(cells: &[&str], is_month_first: bool) -> Dates {
    if let Some(unit) = epoch::unit(cells.iter().copied()) {
        return counted(cells, unit);
    }
    let tokens: Vec<Option<Token>> = cells.iter().map(|cell| token(cell)).collect();
    let (order, deciding, is_certain, other) = order::decide(&tokens, is_month_first);
    let stamps = stamps(&tokens, order);
    Dates { stamps, notation: Notation::Calendar(order), deciding, is_certain, other }
}

/// A column of counts from the start of 1970: days when every row is midnight in UTC.
fn counted(cells: &[&str], unit: epoch::Unit) -> Dates {
    let instants: Vec<Option<DateTime>> =
        cells.iter().map(|cell| epoch::instant(cell).map(|(_, at)| Offset::UTC.to_datetime(at))).collect();
    let are_days = instants.iter().flatten().all(|at| at.time() == Time::midnight());
    let stamp = |at: &DateTime| {
        if are_days {
            return Some(Stamp::Day(at.date()));
        }
        Some(Stamp::Utc { at: Offset::UTC.to_timestamp(*at).ok()?, day: at.date() })
    };
    Dates {
        stamps: instants.iter().map(|at| at.as_ref().and_then(stamp)).collect(),
        notation: Notation::Epoch(unit),
        deciding: instants.iter().position(Option::is_some).unwrap_or(0),
        is_certain: true,
        other: None,
    }
}

/// Stamps of one kind for the whole column.
fn stamps(tokens: &[Option<Token>], order: Order) -> Vec<Option<Stamp>> {
    let timed: Vec<&Token> = tokens.iter().flatten().filter(|token| token.time.is_some()).collect();
    let all_midnight = timed.iter().all(|token| token.time == Some(Time::midnight()));
    let offsets = timed.iter().filter(|token| token.offset.is_some()).count();
    let has_instants = offsets * 2 > timed.len();
    let stamp = |token: &Token| {
        let date = day_in(token.day, order)?;
        if all_midnight {
            return Some(Stamp::Day(date));
        }
        let at = DateTime::from_parts(date, token.time.unwrap_or(Time::midnight()));
        match (has_instants, token.offset) {
            (true, Some(offset)) => Some(Stamp::Utc { at: offset.to_timestamp(at).ok()?, day: date }),
            (false, None) => Some(Stamp::Local(at)),
            // A wall-clock time among instants, or the reverse: no guess brings them together.
            _ => None,
        }
    };
    tokens.iter().map(|token| token.as_ref().and_then(stamp)).collect()
}

fn day_in(day: Day, order: Order) -> Option<Date> {
    let (parts, has_year) = match day {
        Day::Plain(date, _) => return Some(date),
        Day::Open { has_year: true, .. } if order == Order::YearMonthDay => return None,
        Day::Open { parts, has_year, .. } => (parts, has_year),
    };
    let (year, month, day) = match (order, parts) {
        (Order::DayMonthYear, [day, month, year])
        | (Order::MonthDayYear, [month, day, year])
        | (Order::YearMonthDay, [year, month, day]) => (year, month, day),
    };
    let year = full_year(year, has_year);
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Two digits mean a year from 1970 to 2069.
fn full_year(year: i16, is_full: bool) -> i16 {
    match year {
        year if is_full => year,
        year if year < 70 => 2000 + year,
        year => 1900 + year,
    }
}

fn token(cell: &str) -> Option<Token> {
    let cell = trim(cell);
    if !(6..=48).contains(&cell.len()) || numbers::is_missing(cell) {
        return None;
    }
    let (day, clock) = match cell.find(':') {
        None => (cell, None),
        Some(colon) => {
            let hour = cell.get(..colon)?.trim_end_matches(|c: char| c.is_ascii_digit()).len();
            (cell.get(..hour)?, Some(cell.get(hour..)?))
        }
    };
    let (time, offset) = match clock {
        None => (None, None),
        Some(clock) => {
            let (time, offset) = time_and_offset(clock)?;
            (Some(time), offset)
        }
    };
    let day = day.trim_end_matches(|c: char| c.is_whitespace() || c == ',');
    let day = match clock {
        Some(_) => day.strip_suffix('T').unwrap_or(day),
        None => day,
    };
    Some(Token { day: read_day(day)?, time, offset })
}

fn read_day(text: &str) -> Option<Day> {
    let is_mark = |c: char| c.is_whitespace() || matches!(c, '-' | '/' | '.' | ',');
    let mut parts: Vec<&str> = text.split(is_mark).filter(|part| !part.is_empty()).collect();
    if parts.len() == 4 && parts.first().is_some_and(|word| is_weekday(word)) {
        parts.remove(0);
    }
    if let [digits] = parts.as_slice()
        && digits.len() == 8
    {
        let part = |from: usize, to: usize| number(digits.get(from..to)?);
        let date = date(part(0, 4)?, part(4, 6)?, part(6, 8)?)?;
        return (1700..2200).contains(&date.year()).then_some(Day::Plain(date, Order::YearMonthDay));
    }
    let [a, b, c] = parts.as_slice() else { return None };
    if let Some(day) = named_day(a, b, c) {
        return Some(day);
    }
    let marks = text.chars().filter(|c| !c.is_ascii_digit() && !c.is_whitespace());
    let mark = text.chars().find(|c| matches!(c, '-' | '/' | '.'))?;
    if marks.clone().any(|c| c != mark) || marks.count() > 3 {
        return None;
    }
    let [first, second, third] = [number(a)?, number(b)?, number(c)?];
    match (a.len(), b.len(), c.len()) {
        (4, 1..=2, 1..=2) => Some(Day::Plain(date(first, second, third)?, Order::YearMonthDay)),
        (1..=2, 1..=2, 4 | 2) => {
            Some(Day::Open { parts: [first, second, third], has_year: c.len() == 4, has_dots: mark == '.' })
        }
        _ => None,
    }
}

/// Dates whose month is a word.
fn named_day(a: &str, b: &str, c: &str) -> Option<Day> {
    let ordinal = |text: &str| {
        let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let ending = text.get(digits.len()..).unwrap_or_default().to_lowercase();
        let fits = digits.len() <= 2 && ["", "st", "nd", "rd", "th"].contains(&ending.as_str());
        if fits { number(digits) } else { None }
    };
    let year = |text: &str| {
        let fits = matches!(text.len(), 2 | 4);
        if fits { number(text).map(|year| full_year(year, text.len() == 4)) } else { None }
    };
    if let Some(month) = month(b) {
        if a.len() == 4 {
            return Some(Day::Plain(date(number(a)?, month, ordinal(c)?)?, Order::YearMonthDay));
        }
        return Some(Day::Plain(date(year(c)?, month, ordinal(a)?)?, Order::DayMonthYear));
    }
    let month = month(a)?;
    Some(Day::Plain(date(year(c)?, month, ordinal(b)?)?, Order::MonthDayYear))
}

fn month(word: &str) -> Option<i16> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = word.to_lowercase();
    let fits = |month: &&str| {
        word.len() >= 3 && (month.starts_with(&word) || (**month == *"september" && word == "sept"))
    };
    let at = MONTHS.iter().position(fits)?;
    i16::try_from(at + 1).ok()
}

fn is_weekday(word: &str) -> bool {
    const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let word = word.to_lowercase();
    word.len() >= 3 && DAYS.iter().any(|day| day.starts_with(&word))
}

fn date(year: i16, month: i16, day: i16) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn number(digits: &str) -> Option<i16> {
    let fits = !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit());
    if fits { digits.parse().ok() } else { None }
}

/// "9:30", "09:30:00.5", "4:00 PM", "14:30:00Z", "09:30:00-0500".
fn time_and_offset(text: &str) -> Option<(Time, Option<Offset>)> {
    let end = text.find(|c: char| !(c.is_ascii_digit() || c == ':' || c == '.')).unwrap_or(text.len());
    let (clock, rest) = (text.get(..end)?, text.get(end..)?.trim_start());
    let upper = rest.to_ascii_uppercase();
    let (half, rest) = match upper.get(..2) {
        Some("AM") => (Some(0), upper.get(2..)?.trim_start()),
        Some("PM") => (Some(12), upper.get(2..)?.trim_start()),
        _ => (None, upper.as_str()),
    };
    let mut parts = clock.split(':');
    let hour: i8 = parts.next()?.parse().ok()?;
    let minute: i8 = parts.next()?.parse().ok()?;
    let (second, fraction) = match parts.next() {
        None => (0, ""),
        Some(seconds) => {
            let (whole, fraction) = seconds.split_once('.').unwrap_or((seconds, ""));
            (whole.parse().ok()?, fraction)
        }
    };
    if parts.next().is_some() || fraction.len() > 9 {
        return None;
    }
    let nanosecond: i32 = format!("{fraction:0<9}").parse().ok()?;
    let hour = match half {
        None => hour,
        Some(half) if (1..=12).contains(&hour) => hour % 12 + half,
        Some(_) => return None,
    };
    let time = Time::new(hour, minute, second, nanosecond).ok()?;
    Some((time, if rest.is_empty() { None } else { Some(offset(rest)?) }))
}

fn offset(text: &str) -> Option<Offset> {
    if matches!(text, "Z" | "UTC" | "GMT") {
        return Some(Offset::UTC);
    }
    let negative = match text.chars().next()? {
        '+' => false,
        '-' | '−' => true,
        _ => return None,
    };
    let digits: String = text.chars().skip(1).filter(|c| *c != ':').collect();
    let is_number = digits.chars().all(|c| c.is_ascii_digit());
    let (hours, minutes) = match digits.len() {
        2 if is_number => (digits.parse::<i32>().ok()?, 0),
        4 if is_number => (digits.get(..2)?.parse::<i32>().ok()?, digits.get(2..)?.parse::<i32>().ok()?),
        _ => return None,
    };
    let seconds = hours * 3600 + minutes * 60;
    Offset::from_seconds(if negative { -seconds } else { seconds }).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(cells: &[&str], is_month_first: bool) -> (Vec<String>, &'static str, bool) {
        let dates = read(cells, is_month_first);
        let texts = dates.stamps.iter().map(|s| s.map_or_else(|| "none".to_owned(), |s| s.to_string()));
        (texts.collect(), dates.notation.name(), dates.is_certain)
    }

    #[test]
    fn one_cell_of_each_form() {
        let cases = [
            ("2025-01-27", "2025-01-27", "YMD"),
            ("2025/1/27", "2025-01-27", "YMD"),
            ("20250127", "2025-01-27", "YMD"),
            ("01/27/2025", "2025-01-27", "MDY"),
            ("27/01/2025", "2025-01-27", "DMY"),
            ("27.01.2025", "2025-01-27", "DMY"),
            ("31.1.2025", "2025-01-31", "DMY"),
            ("27-01-2025", "2025-01-27", "DMY"),
            ("01/27/25", "2025-01-27", "MDY"),
            ("27 Jan 2025", "2025-01-27", "DMY"),
            ("27-Jan-25", "2025-01-27", "DMY"),
            ("31-Dec-99", "1999-12-31", "DMY"),
            ("Jan 27, 2025", "2025-01-27", "MDY"),
            ("Sept 2, 2024", "2024-09-02", "MDY"),
            ("Monday, January 27th, 2025", "2025-01-27", "MDY"),
            ("Mon, 27 Jan 2025", "2025-01-27", "DMY"),
            ("2025-Jan-27", "2025-01-27", "YMD"),
            ("2025-01-27T09:30:00", "2025-01-27T09:30:00", "YMD"),
            ("2025-01-27 09:30", "2025-01-27T09:30:00", "YMD"),
            ("01/27/2025 4:00 PM", "2025-01-27T16:00:00", "MDY"),
            ("01/27/2025 12:05:00 AM", "2025-01-27T00:05:00", "MDY"),
            ("2025-01-27T14:30:00Z", "2025-01-27T14:30:00Z", "YMD"),
            ("2025-01-27 09:30:00-05:00", "2025-01-27T14:30:00Z", "YMD"),
            ("2025-01-27T09:30:00.25-0500", "2025-01-27T14:30:00.25Z", "YMD"),
            ("2025-01-27 00:00:00-05:00", "2025-01-27", "YMD"),
            ("2025-01-27T00:00:00Z", "2025-01-27", "YMD"),
            ("2025-01-27 00:00:00", "2025-01-27", "YMD"),
        ];
        for (cell, expected, order) in cases {
            assert_eq!(texts(&[cell], true), (vec![expected.to_owned()], order, true), "{cell}");
            assert!(looks_like_date(cell), "{cell}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        let cases = [
            "",
            "n/a",
            "NVDA",
            "142.62",
            "1,234.56",
            "2025-02-30",
            "32/01/2025",
            "13/13/2025",
            "2025",
            "09:30",
            "2025-01",
            "27/01-2025",
            "Jan 2025",
            "12345678",
            "1.234.567",
            "2025-01-27 25:00",
            "2025-01-27 09:30 XYZ",
            "Total, 27 Jan 2025 x",
            "1.58B",
        ];
        for cell in cases {
            assert!(!looks_like_date(cell), "{cell}");
        }
    }

    #[test]
    fn the_order_is_decided_over_the_whole_column() {
        // Cells, month first as a guess, order, certain.
        let cases: &[(&[&str], bool, &str, bool)] = &[
            (&["01/02/2025", "13/02/2025"], true, "DMY", true),
            (&["01/02/2025", "02/13/2025"], false, "MDY", true),
            // Only one order lets the dates rise, in too few rows to be sure.
            (&["01/10/2024", "02/10/2024", "03/10/2024", "01/11/2024"], true, "DMY", false),
            (&["10/01/2024", "10/02/2024", "10/03/2024", "11/01/2024"], false, "MDY", false),
            // Newest first.
            (&["11/01/2024", "10/03/2024", "10/02/2024", "10/01/2024"], false, "MDY", false),
            // Dots speak for the day, and prove nothing.
            (&["03.04.2025"], true, "DMY", false),
            (&["13.04.2025"], true, "DMY", true),
            (&["04.13.2025"], true, "MDY", true),
            (&["10.01.2024", "10.02.2024", "10.03.2024", "11.01.2024"], true, "DMY", false),
            // Days in a row, or the first of each month: the steps decide, and it is said.
            (&["01/07/2024", "02/07/2024", "03/07/2024"], false, "DMY", false),
            // One row says nothing.
            (&["03/04/2025"], true, "MDY", false),
            (&["03/04/2025"], false, "DMY", false),
            // The same day in either order.
            (&["03/03/2025"], true, "MDY", true),
            // Both orders within one file: the larger part is read, and it is said.
            (&["13/01/2025", "14/01/2025", "01/15/2025"], true, "DMY", false),
        ];
        for (cells, month_first, order, certain) in cases {
            let (_, found, is_certain) = texts(cells, *month_first);
            assert_eq!((found, is_certain), (*order, *certain), "{cells:?}");
        }
    }

    #[test]
    fn weekdays_decide_where_the_sequence_does_not() {
        // Ten weekdays of January to October, unordered; the other reading has weekends.
        let cells = [
            "02/09/2024",
            "03/09/2024",
            "02/10/2024",
            "01/10/2024",
            "04/11/2024",
            "05/11/2024",
            "03/12/2024",
            "02/12/2024",
            "05/09/2024",
            "04/09/2024",
        ];
        let dates = read(&cells, true);
        assert_eq!((dates.notation.name(), dates.is_certain), ("DMY", false));
        assert_eq!(dates.other, Some(Order::MonthDayYear));
    }

    #[test]
    fn a_sequence_makes_certain_only_where_it_is_overwhelming() {
        // Days 1 to 12 of months from January on, written month first: the other order steps back
        // once a month.
        let cells = |months: usize, days: usize, mark: char| {
            let day = |month| (1..=days).map(move |day| format!("{month:02}{mark}{day:02}{mark}2024"));
            (1..=months).flat_map(day).collect::<Vec<String>>()
        };
        let cases = [
            (4, 3, '/', true),
            (4, 12, '/', true),
            // Steps back once, steps back twice, nine rows.
            (2, 12, '/', false),
            (3, 12, '/', false),
            (3, 3, '/', false),
            (4, 12, '.', true),
        ];
        for (months, days, mark, is_certain) in cases {
            let cells = cells(months, days, mark);
            let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
            let (_, order, found) = texts(&cells, false);
            assert_eq!((order, found), ("MDY", is_certain), "{months} months of {days} days, {mark}");
        }
    }

    #[test]
    fn counts_of_time_are_instants_or_days() {
        let cases: &[(&[&str], &[&str], &str)] = &[
            (&["1737676800", "1737936000"], &["2025-01-24", "2025-01-27"], "epoch_s"),
            (&["1737676800000", "1737936000000"], &["2025-01-24", "2025-01-27"], "epoch_ms"),
            (
                &["1737676800", "1737988200", "x"],
                &["2025-01-24T00:00:00Z", "2025-01-27T14:30:00Z", "none"],
                "epoch_s",
            ),
        ];
        for (cells, expected, notation) in cases {
            let (found, name, is_certain) = texts(cells, true);
            assert_eq!(found, *expected, "{cells:?}");
            assert_eq!((name, is_certain), (*notation, true), "{cells:?}");
        }
    }

    #[test]
    fn an_instant_keeps_the_day_of_its_file() {
        let cases = [
            ("2025-01-24 10:00+11:00", "2025-01-23T23:00:00Z", 24),
            ("2025-01-27T19:59:00-05:00", "2025-01-28T00:59:00Z", 27),
            ("2025-01-27T14:30:00Z", "2025-01-27T14:30:00Z", 27),
        ];
        for (cell, text, day) in cases {
            let stamp = read(&[cell], true).stamps[0].unwrap();
            assert_eq!((stamp.to_string(), stamp.date().day()), (text.to_owned(), day), "{cell}");
        }
    }

    #[test]
    fn a_column_has_stamps_of_one_kind() {
        let cases: &[(&[&str], &[&str])] = &[
            (&["2025-01-27", "2025-01-27 10:00"], &["2025-01-27T00:00:00", "2025-01-27T10:00:00"]),
            (
                &["2025-01-27T10:00:00Z", "2025-01-27T11:00:00Z", "2025-01-27 12:00"],
                &["2025-01-27T10:00:00Z", "2025-01-27T11:00:00Z", "none"],
            ),
            // Offsets turn with the season, and every row is midnight of its own.
            (&["2024-07-01 00:00:00-04:00", "2024-12-02 00:00:00-05:00"], &["2024-07-01", "2024-12-02"]),
        ];
        for (cells, expected) in cases {
            assert_eq!(texts(cells, true).0, *expected, "{cells:?}");
        }
    }
}
