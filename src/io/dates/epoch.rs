//! Numbers that count time from the start of 1970: in seconds, milliseconds, microseconds or
//! nanoseconds, told apart by their size alone, because the spans do not touch.
//!
//! A number says little by itself, so this is asked of columns only that a name calls dates.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::Offset;

use super::token::YEARS;
use crate::io::cell::{trim, western};
use crate::io::numbers;

/// What the numbers of a column count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::io) enum Unit {
    Seconds,
    Milliseconds,
    Microseconds,
    Nanoseconds,
}

impl Unit {
    /// Every unit, the longest first.
    pub(super) const ALL: [Self; 4] =
        [Self::Seconds, Self::Milliseconds, Self::Microseconds, Self::Nanoseconds];

    fn nanoseconds(self) -> i128 {
        match self {
            Self::Seconds => 1_000_000_000,
            Self::Milliseconds => 1_000_000,
            Self::Microseconds => 1000,
            Self::Nanoseconds => 1,
        }
    }
}

/// Start of 1990 and start of 2100: at least half of a column lies between.
const CORE_S: std::ops::Range<i128> = 631_152_000..4_102_444_800;
/// Start of 2040: what jumps to and fro and reaches beyond is turnover rather than time.
const UNSTEADY_S: i128 = 2_208_988_800;
/// Distance from 1970 within which a size is that of one unit alone: three years, and 230 years.
const SIZE_S: std::ops::Range<i128> = 100_000_000..7_258_118_400;

/// Cells beyond those that count time before a column is given up.
const FEW: usize = 20;

const SECOND: i128 = 1_000_000_000;
const DAY: i128 = 86_400 * SECOND;

/// A number that may count time.
#[derive(Clone, Copy, Debug)]
struct Count {
    whole: i128,
    /// What follows the decimal point, in parts of 10⁹.
    billionths: i128,
    /// The worth of its last digit: 10⁷ in 1.64395E+12.
    step: i128,
}

impl Count {
    fn of(cell: &str) -> Option<Self> {
        let cell = trim(cell);
        if (1..=18).contains(&cell.len()) && cell.bytes().all(|byte| byte.is_ascii_digit()) {
            // The usual cell.
            let whole = cell.bytes().fold(0_i64, |sum, byte| sum * 10 + i64::from(byte - b'0'));
            return Some(Self { whole: whole.into(), billionths: 0, step: 1 });
        }
        Self::of_ascii(&western(cell))
    }

    fn of_ascii(cell: &str) -> Option<Self> {
        let (negative, digits) = cell.strip_prefix('-').map_or((false, cell), |digits| (true, digits));
        if digits.len() > 40 || !digits.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let (digits, power) = digits.split_once(['e', 'E']).map_or((digits, "0"), |split| split);
        let power: u32 = power.parse().ok().filter(|power| *power < 20)?;
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number(whole) || !is_number(fraction) || whole.len() > 19 {
            return None;
        }
        let mut mantissa: i128 = whole.parse().ok()?;
        let (mut step, mut billionths) = (1, 0);
        let mut fraction = fraction.bytes().map(|byte| i128::from(byte - b'0'));
        for _ in 0..power {
            let digit = fraction.next();
            mantissa = mantissa * 10 + digit.unwrap_or(0);
            step *= if digit.is_some() { 1 } else { 10 };
        }
        for place in 0..9 {
            billionths += fraction.next().unwrap_or(0) * 10_i128.pow(8 - place);
        }
        let sign = if negative { -1 } else { 1 };
        Some(Self { whole: sign * mantissa, billionths: sign * billionths, step })
    }

    /// The unit that its size is of, `None` near 1970 and between the spans.
    fn unit(self) -> Option<Unit> {
        let is_of = |unit: &Unit| self.in_seconds(*unit).is_some_and(|size| SIZE_S.contains(&size));
        Unit::ALL.into_iter().find(is_of)
    }

    /// Its size in whole seconds, none where it is beyond all time.
    fn in_seconds(self, unit: Unit) -> Option<i128> {
        Some(self.whole.checked_abs()?.checked_mul(unit.nanoseconds())? / SECOND)
    }

    fn nanoseconds(self, unit: Unit) -> Option<i128> {
        let rest = self.billionths * unit.nanoseconds() / SECOND;
        self.whole.checked_mul(unit.nanoseconds())?.checked_add(rest)
    }

    /// Whether digits were rounded away that would have told the second.
    fn is_rounded(self, unit: Unit) -> bool {
        self.step.saturating_mul(unit.nanoseconds()) > SECOND
    }
}

/// The wall clock in UTC that a cell counts to.
pub(super) fn at(cell: &str, unit: Unit) -> Option<DateTime> {
    let instant = Timestamp::from_nanosecond(Count::of(cell)?.nanoseconds(unit)?).ok()?;
    let at = Offset::UTC.to_datetime(instant);
    YEARS.contains(&at.year()).then_some(at)
}

/// What the cells of a column that count time have in common.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    /// Cells by the unit of their size.
    sizes: [usize; 4],
    /// Cells between 1990 and 2100.
    core: usize,
    /// Numbers near 1970, which are of no size.
    small: usize,
    /// Cells that are no whole day of their unit although digits were rounded away.
    torn: usize,
    /// Cells from 2040 on.
    far: usize,
    /// Cells before 1970: no price and no volume is that far below zero.
    negative: usize,
    rises: usize,
    falls: usize,
}

impl Tally {
    fn counted(&self) -> usize {
        self.sizes.iter().sum::<usize>() + self.small
    }

    fn take(&mut self, count: Count, before: Option<Count>) {
        if let Some(before) = before {
            self.rises += usize::from(count.whole > before.whole);
            self.falls += usize::from(count.whole < before.whole);
        }
        let timed = count.unit().and_then(|unit| Some((unit, count.nanoseconds(unit)?)));
        let Some((unit, at)) = timed else {
            self.small += 1;
            return;
        };
        for (known, size) in Unit::ALL.iter().zip(&mut self.sizes) {
            *size += usize::from(*known == unit);
        }
        self.core += usize::from(CORE_S.contains(&(at / SECOND)) && at > 0);
        self.negative += usize::from(at < 0);
        self.far += usize::from(at / SECOND >= UNSTEADY_S);
        self.torn += usize::from(count.is_rounded(unit) && at % DAY != 0);
    }

    /// The unit of nearly all cells, where they are dates that a price can be from.
    fn unit(&self) -> Option<Unit> {
        let sized: usize = self.sizes.iter().sum();
        let (unit, size) = Unit::ALL.into_iter().zip(self.sizes).max_by_key(|(_, size)| *size)?;
        let is_one = size * 20 >= sized * 19 && self.small * 2 <= size;
        let is_early = self.negative * 2 > sized && sized >= 3;
        let is_steady = self.rises.min(self.falls) == 0 && (sized >= 10 || is_early);
        let is_recent = self.core * 2 > self.counted();
        let is_jumping = self.rises.min(self.falls) * 4 > self.rises + self.falls;
        let is_turnover = is_jumping && self.rises + self.falls >= FEW && self.far > 0;
        (sized > 0 && !is_turnover && is_one && self.torn == 0 && (is_recent || is_steady)).then_some(unit)
    }
}

/// The unit of a column: that of nearly all its numbers, which are most of its cells.
///
/// Numbers rounded to fewer digits than a second needs, as a spreadsheet leaves them, count only
/// where every one is a whole day.
pub(super) fn unit<'a>(cells: impl Iterator<Item = &'a str>) -> Option<Unit> {
    let (mut tally, mut before, mut others) = (Tally::default(), None, 0_usize);
    for cell in cells.filter(|cell| !numbers::is_missing(cell)) {
        match Count::of(cell) {
            Some(count) => {
                tally.take(count, before);
                before = Some(count);
                // Prices end the search before it has walked a long column.
                if tally.small > FEW && tally.small * 2 > tally.counted() {
                    return None;
                }
            }
            // And so do dates in words.
            None if others <= FEW + tally.counted() && !numbers::looks_numeric(cell) => others += 1,
            None => return None,
        }
    }
    tally.unit().filter(|_| others * 3 <= tally.counted() * 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_beyond_all_time_is_none() {
        for cell in ["17379360000011E18", "9999999999999999999E19", "-9999999999999999999E19"] {
            for unit in Unit::ALL {
                assert_eq!(at(cell, unit), None, "{cell}");
            }
            let count = Count::of(cell).unwrap();
            assert_eq!(count.unit(), None, "{cell}");
            assert_eq!(count.nanoseconds(Unit::Nanoseconds), Some(count.whole), "{cell}");
        }
        assert_eq!(Count::of("9999999999999999999E19").unwrap().nanoseconds(Unit::Seconds), None);
    }

    #[test]
    fn a_column_counts_in_one_unit_or_is_none() {
        let cases: &[(&[&str], Option<Unit>)] = &[
            (&["1737705600", "1737964800"], Some(Unit::Seconds)),
            (&["1737705600000", "", "n/a"], Some(Unit::Milliseconds)),
            (&["1737705600000000"], Some(Unit::Microseconds)),
            (&["1737705600000000000"], Some(Unit::Nanoseconds)),
            (&["631152000", "4102444799"], Some(Unit::Seconds)),
            (&["1737705600", "1737964800", "soon"], Some(Unit::Seconds)),
            (&["1412640000.0", "1412726400.0"], Some(Unit::Seconds)),
            (&["1325412060.125"], Some(Unit::Seconds)),
            (&["1.4126400000E9"], Some(Unit::Seconds)),
            (&["١٧٣٧٧٠٥٦٠٠"], Some(Unit::Seconds)),
            // Rounded to ten thousand seconds, and whole days that lost nothing.
            (&["1.64395E+12", "1.64386E+12"], None),
            (&["1.41264e+09", "1.4127264e+09"], Some(Unit::Seconds)),
            // Before 1970, most of it after 1990.
            (
                &["-630927000", "-86400", "86400", "1737705600", "1737964800", "1737964801", "1737964802"],
                Some(Unit::Seconds),
            ),
            (&["1737705600", "soon"], None),
            (&["1737705600", "1737964800000"], None),
            (&["1737705600", "142.62"], None),
            (&["1737705600", "4102444800"], None),
            (&["631151999"], None),
            (&["20250127"], None),
            (&["17377056000"], None),
            (&["142.62", "143.10"], None),
            (&["1,737,705,600"], None),
            (&[""], None),
        ];
        for (cells, expected) in cases {
            assert_eq!(unit(cells.iter().copied()), *expected, "{cells:?}");
        }
    }

    #[test]
    fn a_column_from_before_1990_counts_where_it_only_rises() {
        let cells: Vec<String> = (0..12).map(|day| (-630_927_000 + day * 86_400).to_string()).collect();
        assert_eq!(unit(cells.iter().map(String::as_str)), Some(Unit::Seconds));
        let mixed = cells.iter().rev().chain(&cells).map(String::as_str);
        assert_eq!(unit(mixed), None);
    }

    #[test]
    fn turnover_is_no_time() {
        let cells = |top: i64| -> Vec<String> {
            (0..30_i64).map(|row| (1_000_000_000 + row * 7919 % 31 * (top / 31)).to_string()).collect()
        };
        for (top, expected) in [(900_000_000, Some(Unit::Seconds)), (2_900_000_000, None)] {
            assert_eq!(unit(cells(top).iter().map(String::as_str)), expected, "{top}");
        }
    }

    #[test]
    fn every_unit_and_form_gives_the_same_instant() {
        let cases = [
            ("1737988200", Unit::Seconds, "2025-01-27T14:30:00"),
            ("1737988200.5", Unit::Seconds, "2025-01-27T14:30:00.5"),
            ("1737988200000", Unit::Milliseconds, "2025-01-27T14:30:00"),
            ("1737988200000000", Unit::Microseconds, "2025-01-27T14:30:00"),
            ("1737988200000000001", Unit::Nanoseconds, "2025-01-27T14:30:00.000000001"),
            ("1.7379882e9", Unit::Seconds, "2025-01-27T14:30:00"),
            ("-630927000", Unit::Seconds, "1950-01-03T14:30:00"),
            ("-0.5", Unit::Seconds, "1969-12-31T23:59:59.5"),
        ];
        for (cell, unit, expected) in cases {
            assert_eq!(at(cell, unit).unwrap().to_string(), expected, "{cell}");
        }
        assert_eq!(at("99999999999", Unit::Seconds), None);
        assert_eq!(at("x", Unit::Seconds), None);
    }
}
