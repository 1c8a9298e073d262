//! One cell taken apart: the numbers and words of its day, and its time. What the cell leaves open,
//! the order of its numbers above all, stays open here.

use jiff::civil::{Date, ISOWeekDate, Time, Weekday};

use super::Order;
use super::clock::{self, Zone};
use super::names::{self, Word};
use crate::io::cell::{trim, western};

/// A cell's day before the order is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Day {
    /// Allows one reading.
    Plain(Date, Order),
    /// Three numbers, their order open; `has_year` when the last has four digits.
    Open { parts: [i16; 3], has_year: bool, has_dots: bool },
    /// The first day of a month.
    Month(Date),
    /// The first day of a quarter.
    Quarter(Date),
    /// The Monday of a week.
    Week(Date),
    /// A year of the Republic of China, which counts from 1912.
    Roc(Date),
}

/// The time of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Clock {
    None,
    At(Time, Option<Zone>),
    /// Bare digits, whose form the column decides.
    Digits {
        value: u32,
        count: u8,
        zone: Option<Zone>,
    },
}

/// One cell of a date column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub day: Day,
    pub clock: Clock,
    /// Whether the year has two digits.
    pub is_short: bool,
}

/// Years that a price can be from.
pub(super) const YEARS: std::ops::Range<i16> = 1700..2200;

/// Bytes of the longest cell that is looked at.
const LONGEST: usize = 80;

/// Takes a cell apart, `None` when it holds no date.
pub(super) fn token(cell: &str) -> Option<Token> {
    let cell = trim(cell);
    let bytes = cell.as_bytes();
    if let Some(token) = usual(cell, bytes) {
        return Some(token);
    }
    if !(4..=LONGEST).contains(&bytes.len()) || is_plain_number(bytes) {
        return whole_number(bytes);
    }
    let text = western(cell);
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    // The day of the week in brackets says nothing new: 2025年1月27日(月).
    let text = text.strip_suffix(')').and_then(|text| text.rsplit_once('(')).map_or(&*text, |(text, _)| text);
    match text.find(':') {
        None => dated(text).or_else(|| token(&clock::with_colons(text)?)),
        Some(colon) => {
            let hour = text.get(..colon)?.trim_end_matches(|c: char| c.is_ascii_digit()).len();
            let (day, time) = text.split_at_checked(hour)?;
            let day = day.trim_end_matches(|c: char| c.is_whitespace() || c == ',');
            let parts = Parts::of(day.strip_suffix(['T', 't']).unwrap_or(day))?;
            let (time, zone) = clock::read(time, parts.half)?;
            let (day, is_short) = parts.day(parts.count)?;
            Some(Token { day, clock: Clock::At(time, zone), is_short })
        }
    }
}

/// ISO dates and three numbers of fixed width, with a time or without: most cells of most files.
fn usual(cell: &str, bytes: &[u8]) -> Option<Token> {
    let (head, rest) = bytes.split_first_chunk::<10>()?;
    let two = |a: u8, b: u8| Some(digit(a)? * 10 + digit(b)?);
    let day = match *head {
        [a, b, c, d, first @ (b'-' | b'/' | b'.'), e, f, second, g, h] if first == second => {
            let date = date(two(a, b)? * 100 + two(c, d)?, two(e, f)?, two(g, h)?)?;
            Day::Plain(date, Order::YearMonthDay)
        }
        [a, b, first @ (b'-' | b'/' | b'.'), c, d, second, e, f, g, h] if first == second => {
            let parts = [two(a, b)?, two(c, d)?, two(e, f)? * 100 + two(g, h)?];
            open(parts, true, first == b'.')?
        }
        _ => return None,
    };
    let clock = match rest {
        [] => Clock::None,
        [b'T' | b' ', b'0'..=b'9', ..] => {
            let (time, zone) = clock::read(cell.get(11..)?, None)?;
            Clock::At(time, zone)
        }
        _ => return None,
    };
    Some(Token { day, clock, is_short: false })
}

/// Whether a cell is of digits with one mark of a number at the most.
fn is_plain_number(bytes: &[u8]) -> bool {
    let mut others = bytes.iter().filter(|byte| !byte.is_ascii_digit());
    match (others.next(), others.next()) {
        (None, _) => true,
        (Some(mark), None) => matches!(mark, b'.' | b',') || bytes.first() == Some(mark),
        _ => false,
    }
}

/// "20250127", and the same after it went through a column of floats: "20250127.0".
fn whole_number(bytes: &[u8]) -> Option<Token> {
    let (head, rest) = bytes.split_first_chunk::<8>()?;
    let is_whole =
        rest.is_empty() || rest.strip_prefix(b".").is_some_and(|zeros| zeros.iter().all(|b| *b == b'0'));
    if !is_whole {
        return None;
    }
    let day = Day::Plain(compact(*head)?, Order::YearMonthDay);
    Some(Token { day, clock: Clock::None, is_short: false })
}

/// A day in eight digits.
pub(super) fn compact(digits: [u8; 8]) -> Option<Date> {
    let [a, b, c, d, e, f, g, h] = digits.map(digit);
    date(a? * 1000 + b? * 100 + c? * 10 + d?, e? * 10 + f?, g? * 10 + h?)
}

/// A cell without a colon: a day, with a time in bare digits or without.
fn dated(text: &str) -> Option<Token> {
    let parts = Parts::of(text)?;
    if let Some((day, is_short)) = parts.day(parts.count) {
        let clock = parts.zone.map_or(Clock::None, |zone| Clock::At(Time::midnight(), Some(zone)));
        return Some(Token { day, clock, is_short });
    }
    let last = parts.count.checked_sub(1)?;
    let time = parts.number(last)?;
    if time.before != ' ' || !matches!(time.count, 1..=6 | 8 | 9) {
        return None;
    }
    let (day, is_short) = parts.day(last)?;
    if matches!(day, Day::Month(_) | Day::Quarter(_) | Day::Week(_)) {
        return None;
    }
    Some(Token {
        day,
        clock: Clock::Digits { value: time.value, count: time.count, zone: parts.zone },
        is_short,
    })
}

/// A number of a cell, and the mark between it and the number before.
#[derive(Clone, Copy, Debug, Default)]
struct Number {
    value: u32,
    count: u8,
    before: char,
}

/// Numbers that a cell has at the most: day, month, year, time.
const NUMBERS: usize = 4;
/// Between two numbers that a word or several marks divide.
const DIVIDED: char = 'x';

/// The month that a word names.
#[derive(Clone, Copy, Debug)]
struct Month {
    number: i8,
    /// How many numbers stand before it.
    place: usize,
    /// Whether it may be a day of the week.
    is_doubtful: bool,
}

/// The numbers and words of a cell; places of words are how many numbers stand before them.
#[derive(Clone, Copy, Debug, Default)]
struct Parts {
    numbers: [Number; NUMBERS],
    count: usize,
    month: Option<Month>,
    quarter: Option<usize>,
    week: Option<usize>,
    has_month_mark: bool,
    /// Units that followed the numbers so far: 年, then 月, then 日.
    units: usize,
    is_roc: bool,
    half: Option<Word>,
    zone: Option<Zone>,
}

impl Parts {
    fn of(text: &str) -> Option<Self> {
        let mut parts = Self::default();
        let mut rest = text;
        let (mut before, mut pair) = (None, None);
        while let Some(c) = rest.chars().next() {
            if c.is_ascii_digit() {
                let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
                let (digits, after) = rest.split_at_checked(end)?;
                parts.push(digits, before.unwrap_or(DIVIDED))?;
                (rest, before) = (after, None);
                // "20250127T093000": the letter is nothing but a blank.
                if let Some(after) = rest.strip_prefix('T').filter(|after| starts_with_digit(after)) {
                    (rest, before) = (after, Some(' '));
                } else if let Some(unit) = rest.chars().next().filter(|c| names::is_unit(*c)) {
                    let end = unit.len_utf8();
                    parts.say(names::word(rest.get(..end)?)?, &mut pair)?;
                    (rest, before) = (rest.get(end..)?, Some(DIVIDED));
                }
            } else if is_letter(c) {
                let end = rest.find(|c: char| !is_letter(c)).unwrap_or(rest.len());
                let (word, after) = rest.split_at_checked(end)?;
                let Some(word) = names::word(word) else {
                    // What is no word of dates may be a zone, and nothing follows it.
                    parts.zone = Some(Zone::parse(rest)?);
                    return Some(parts);
                };
                parts.say(word, &mut pair)?;
                (rest, before) = (after, Some(DIVIDED));
            } else {
                if rest.len() == text.len() && !c.is_whitespace() {
                    return None;
                }
                before = Some(join(before, c)?);
                rest = rest.get(c.len_utf8()..)?;
            }
        }
        let is_closed = matches!(before, None | Some(' ' | '.' | ',' | DIVIDED));
        (is_closed && pair.is_none()).then_some(parts)
    }

    fn push(&mut self, digits: &str, before: char) -> Option<()> {
        let value = digits.parse().ok().filter(|_| digits.len() <= 9)?;
        let slot = self.numbers.get_mut(self.count)?;
        *slot = Number { value, count: u8::try_from(digits.len()).ok()?, before };
        self.count += 1;
        Some(())
    }

    /// Takes a word into account; `pair` is the first word of a month of two.
    fn say(&mut self, word: Word, pair: &mut Option<Word>) -> Option<()> {
        let number = match (word, pair.take()) {
            (Word::First, Some(Word::Kanun)) => 12,
            (Word::Second, Some(Word::Kanun)) => 1,
            (Word::First, Some(Word::Tishrin)) => 10,
            (Word::Second, Some(Word::Tishrin)) => 11,
            (_, Some(_)) | (Word::First | Word::Second, None) => return None,
            (Word::Month(month), None) => month,
            (Word::MarchOrTuesday, None) => 3,
            (word, None) => {
                match word {
                    Word::Kanun | Word::Tishrin => *pair = Some(word),
                    Word::Quarter => self.quarter = Some(self.count),
                    Word::MonthMark => self.has_month_mark = true,
                    Word::Week => self.week = Some(self.count),
                    Word::YearUnit | Word::MonthUnit | Word::DayUnit => self.unit(word)?,
                    Word::Roc => self.is_roc = true,
                    Word::Morning | Word::Afternoon => self.half = Some(word),
                    _ => {}
                }
                return Some(());
            }
        };
        let is_doubtful = word == Word::MarchOrTuesday;
        match self.month {
            // The second of the two is the day of the week.
            Some(known) if !known.is_doubtful => is_doubtful.then_some(()),
            _ => {
                self.month = Some(Month { number, place: self.count, is_doubtful });
                Some(())
            }
        }
    }

    /// A unit follows its own number, and they stand in one order.
    fn unit(&mut self, word: Word) -> Option<()> {
        let place = match word {
            Word::YearUnit => 1,
            Word::MonthUnit => 2,
            _ => 3,
        };
        self.units = place;
        (self.count == place).then_some(())
    }

    fn number(&self, at: usize) -> Option<Number> {
        self.numbers.get(at).copied()
    }

    /// The day that the first `count` numbers make with the words, and whether its year is short.
    fn day(&self, count: usize) -> Option<(Day, bool)> {
        let numbers = self.numbers.get(..count)?;
        if self.units > 0 {
            return self.day_of_units(numbers);
        }
        if let Some(month) = self.month {
            return named(month, numbers);
        }
        if let Some(place) = self.quarter {
            return quarter(place, numbers);
        }
        if let Some(place) = self.week {
            return week(place, numbers);
        }
        match numbers {
            [a] if a.count == 8 => {
                let part = |value: u32| i16::try_from(value).ok();
                let date = date(part(a.value / 10_000)?, part(a.value / 100 % 100)?, part(a.value % 100)?)?;
                Some((Day::Plain(date, Order::YearMonthDay), false))
            }
            [a, b] => {
                let is_divided = matches!(b.before, '-' | '/') || self.has_month_mark;
                let (year, month) = match (a.count, b.count) {
                    (4, 1 | 2) => (a, b),
                    (1 | 2, 4) if !self.has_month_mark => (b, a),
                    _ => return None,
                };
                is_divided.then_some((Day::Month(date(year.part()?, month.part()?, 1)?), false))
            }
            [a, b, c] if b.before == c.before => self.day_of_three(a, b, c),
            _ => None,
        }
    }

    fn day_of_three(&self, a: &Number, b: &Number, c: &Number) -> Option<(Day, bool)> {
        let parts = [a.part()?, b.part()?, c.part()?];
        let [first, second, third] = parts;
        let counts = (a.count, b.count, c.count);
        match (b.before, counts) {
            // Commas divide numbers into groups of three digits.
            (' ', (4, 2, 2) | (2, 2, 4))
            | (',', (4, 1..=2, 1..=2) | (1..=2, 1..=2, 4))
            | ('-' | '/' | '.', _) => {}
            _ => return None,
        }
        match counts {
            (2 | 3, 1..=2, 1..=2) if self.is_roc => Some((Day::Roc(roc(first, second, third)?), false)),
            (3, 1..=2, 1..=2) if b.before != '.' => Some((Day::Roc(roc(first, second, third)?), false)),
            (4, 1..=2, 1..=2) => Some((Day::Plain(date(first, second, third)?, Order::YearMonthDay), false)),
            (1..=2, 1..=2, 4 | 2) => {
                let is_full = c.count == 4;
                Some((open(parts, is_full, b.before == '.')?, !is_full))
            }
            _ => None,
        }
    }

    /// "2012年1月27日", "2012年1月", "105年11月1日".
    fn day_of_units(&self, numbers: &[Number]) -> Option<(Day, bool)> {
        let (year, month, day) = match numbers {
            [year, month, day] => (year, month.part()?, Some(day.part()?)),
            [year, month] if self.units == 2 => (year, month.part()?, None),
            _ => return None,
        };
        match (year.count, day) {
            (4, Some(day)) if !self.is_roc => {
                Some((Day::Plain(date(year.part()?, month, day)?, Order::YearMonthDay), false))
            }
            (4, None) if !self.is_roc => Some((Day::Month(date(year.part()?, month, 1)?), false)),
            (2 | 3, Some(day)) if self.is_roc || year.count == 3 => {
                Some((Day::Roc(roc(year.part()?, month, day)?), false))
            }
            _ => None,
        }
    }
}

impl Number {
    fn part(&self) -> Option<i16> {
        i16::try_from(self.value).ok()
    }

    /// The year of two or four digits, and whether it has two.
    fn year(&self) -> Option<(i16, bool)> {
        match self.count {
            4 => Some((self.part()?, false)),
            2 => Some((full_year(self.part()?), true)),
            _ => None,
        }
    }
}

/// Dates whose month is a word.
fn named(name: Month, numbers: &[Number]) -> Option<(Day, bool)> {
    let month = i16::from(name.number);
    match (name.place, numbers) {
        (1, [year, day]) if year.count == 4 && day.count <= 2 => {
            Some((Day::Plain(date(year.part()?, month, day.part()?)?, Order::YearMonthDay), false))
        }
        (0 | 1, [day, year]) if day.count <= 2 => {
            let order = if name.place == 0 { Order::MonthDayYear } else { Order::DayMonthYear };
            let (year, is_short) = year.year()?;
            Some((Day::Plain(date(year, month, day.part()?)?, order), is_short))
        }
        (0, [year]) => {
            let (year, is_short) = year.year()?;
            Some((Day::Month(date(year, month, 1)?), is_short))
        }
        (1, [year]) if year.count == 4 => Some((Day::Month(date(year.part()?, month, 1)?), false)),
        _ => None,
    }
}

/// "2024-Q1", "Q1 2024", "1Q24"; the letter stands after `place` numbers.
fn quarter(place: usize, numbers: &[Number]) -> Option<(Day, bool)> {
    let (year, quarter) = match (place, numbers) {
        (1, [year, quarter]) if year.count == 4 => (year, quarter),
        (0 | 1, [quarter, year]) => (year, quarter),
        _ => return None,
    };
    if quarter.count != 1 || !(1..=4).contains(&quarter.value) {
        return None;
    }
    let (year, is_short) = year.year()?;
    Some((Day::Quarter(date(year, quarter.part()? * 3 - 2, 1)?), is_short))
}

/// "2024-W03", "W03 2024", and a day of that week: "2024-W03-5".
fn week(place: usize, numbers: &[Number]) -> Option<(Day, bool)> {
    let (year, week, day) = match (place, numbers) {
        (1, [year, week]) | (0, [week, year]) => (year, week, None),
        (1, [year, week, day]) if day.count == 1 => (year, week, Some(i8::try_from(day.value).ok()?)),
        _ => return None,
    };
    if year.count != 4 || week.count > 2 {
        return None;
    }
    let weekday = Weekday::from_monday_one_offset(day.unwrap_or(1)).ok()?;
    let found = ISOWeekDate::new(year.part()?, i8::try_from(week.value).ok()?, weekday).ok()?.date();
    let date = date(found.year(), found.month().into(), found.day().into())?;
    Some((if day.is_some() { Day::Plain(date, Order::YearMonthDay) } else { Day::Week(date) }, false))
}

fn roc(year: i16, month: i16, day: i16) -> Option<Date> {
    // From 1961, when the exchange in Taipei opened, on.
    (50..200).contains(&year).then(|| date(year + 1911, month, day)).flatten()
}

/// Three numbers, where any order makes a date of them.
pub(super) fn open(parts: [i16; 3], has_year: bool, has_dots: bool) -> Option<Day> {
    let day = Day::Open { parts, has_year, has_dots };
    super::ORDERS.iter().any(|order| super::day_in(day, *order).is_some()).then_some(day)
}

/// Two digits mean a year from 1970 to 2069.
pub(super) fn full_year(year: i16) -> i16 {
    if year < 70 { 2000 + year } else { 1900 + year }
}

/// A day of a year that a price can be from.
pub(super) fn date(year: i16, month: i16, day: i16) -> Option<Date> {
    let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    YEARS.contains(&year).then_some(date)
}

fn digit(byte: u8) -> Option<i16> {
    byte.is_ascii_digit().then(|| i16::from(byte - b'0'))
}

fn starts_with_digit(text: &str) -> bool {
    text.bytes().next().is_some_and(|byte| byte.is_ascii_digit())
}

/// Whether a character is part of a word. Every mark that counts is ASCII by now, and whatever else
/// is no letter makes a word that nothing knows.
fn is_letter(c: char) -> bool {
    !c.is_ascii() || c.is_ascii_alphabetic()
}

/// The mark between two numbers after one more character: a blank beside a mark says nothing.
fn join(before: Option<char>, c: char) -> Option<char> {
    let c = if c.is_whitespace() { ' ' } else { c };
    if !matches!(c, ' ' | '-' | '/' | '.' | ',' | '\'') {
        return None;
    }
    match before {
        None | Some(' ') => Some(c),
        Some(before) if c == ' ' => Some(before),
        Some(_) => Some(DIVIDED),
    }
}
