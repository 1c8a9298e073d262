//! Cells to numbers. Which decimal mark holds is decided for a whole column, and where the column
//! leaves it open, for the whole file (`survey`); what stays open is said.
//!
//! Currency and per cent signs (`signs`), grouping by threes and the Indian way, accounting
//! parentheses and the suffixes of thousands and millions are read, and where a column has them,
//! flags beside its values (`flags`) and prices in 32nds and eighths (`fractions`). A cell that does
//! not fit is no number: it is never read in part.

mod flags;
mod fractions;
mod seen;
mod signs;
mod survey;

#[cfg(test)]
mod tests;

use super::cell::{trim, western};
use flags::Flags;
use fractions::Fraction;

pub(super) use survey::{Survey, decide};

/// The decimal mark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Mark {
    #[default]
    Point,
    Comma,
}

impl Mark {
    fn sign(self) -> char {
        match self {
            Self::Point => '.',
            Self::Comma => ',',
        }
    }

    fn byte(self) -> u8 {
        match self {
            Self::Point => b'.',
            Self::Comma => b',',
        }
    }

    fn other(self) -> Self {
        match self {
            Self::Point => Self::Comma,
            Self::Comma => Self::Point,
        }
    }

    /// The mark that a person or an assumption names: "." or ",".
    pub(super) fn parse(text: &str) -> Option<Self> {
        match text.trim() {
            "." => Some(Self::Point),
            "," => Some(Self::Comma),
            _ => None,
        }
    }
}

/// How the numbers of a column are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Format {
    mark: Mark,
    flags: Flags,
    fraction: Option<Fraction>,
}

impl From<Mark> for Format {
    fn from(mark: Mark) -> Self {
        Self { mark, ..Self::default() }
    }
}

/// The Arabic marks: unlike point and comma, each has one meaning.
const ARABIC_DECIMAL: char = '\u{66b}';
const ARABIC_THOUSANDS: char = '\u{66c}';

/// What a cell of numbers holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Cell {
    Missing,
    Number(f64),
    Bad,
}

/// Whether a cell says that there is no value.
pub(super) fn is_missing(cell: &str) -> bool {
    const WORDS: &[&str] = &[
        "", "-", "--", "---", "–", "—", ".", "..", "...", "…", "n/a", "na", "n.a.", "n.a", "n/d", "n.d.",
        "null", "(null)", "nan", "nat", "nil", "#n/a", "#n/a n/a", "#na", "#n/d", "#nv", "none", "<na>",
        "#value!", "#ref!", "#div/0!", "#null!", "#num!", "#name?", ":",
    ];
    let cell = trim(cell);
    // The first byte tells nearly every other cell from all of these; 0xe2 begins the dashes.
    let begins = |first: &u8| matches!(first, b'-' | b'.' | b'n' | b'N' | b'(' | b'#' | b'<' | b':' | 0xe2);
    let is_likely = cell.len() <= 8 && cell.as_bytes().first().is_none_or(begins);
    // Statistics offices put the reason behind: ": c" is confidential.
    let is_reason = |rest: &str| rest.len() <= 2 && rest.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_told = || cell.strip_prefix(':').is_some_and(|rest| is_reason(rest.trim_start()));
    is_likely && (WORDS.iter().any(|word| word.eq_ignore_ascii_case(cell)) || is_told())
}

/// Whether a cell is a number under either decimal mark, a flag beside it or not.
pub(super) fn looks_numeric(cell: &str) -> bool {
    let is_number = |mark: &Mark| matches!(parse(cell, *mark), Cell::Number(_));
    if [Mark::Point, Mark::Comma].iter().any(is_number) {
        return true;
    }
    let text = western(trim(cell));
    // Only what holds digits can be either, and little else follows them.
    let is_likely = text.len() <= 20 && text.bytes().any(|byte| byte.is_ascii_digit());
    is_likely && (flags::looks(&text) || fractions::looks(&text))
}

/// Reads a cell of a column that is written so.
pub(super) fn parse(cell: &str, format: impl Into<Format>) -> Cell {
    let Format { mark: decimal, flags, fraction } = format.into();
    if let Some(number) = plain(unsigned(cell), decimal) {
        return Cell::Number(number);
    }
    if decimal == Mark::Point
        && let Some(number) = long(cell)
    {
        return Cell::Number(number);
    }
    if is_missing(cell) {
        return Cell::Missing;
    }
    let text = western(trim(cell));
    let text = match flags::bare(&text, flags) {
        Some("") => return Cell::Missing,
        Some(value) => value,
        None => &text,
    };
    // What has a mark of fractions is one or nothing.
    let is_marked = || fraction.is_some_and(|form| form != Fraction::Common) && fractions::is_marked(text);
    let in_parts = fraction.and_then(|form| fractions::read(text, form));
    let number = in_parts.or_else(|| if is_marked() { None } else { signed(text, decimal) });
    number.map_or(Cell::Bad, Cell::Number)
}

/// The number in a cell that [`western`] wrote, with what stands around its digits.
fn signed(text: &str, decimal: Mark) -> Option<f64> {
    signs::body(text).and_then(|body| value(&body, decimal))
}

/// The bytes of a cell without the dollar before it and the per cent sign after it, the two signs
/// that whole columns of large files have; `signs` knows the others.
fn unsigned(cell: &str) -> &[u8] {
    let cell = cell.as_bytes();
    let cell = cell.strip_prefix(b"$").unwrap_or(cell);
    cell.strip_suffix(b"%").unwrap_or(cell)
}

/// A cell without its signs: digits with their marks, a power of ten, and whether it is negative.
#[derive(Clone, Copy, Debug)]
struct Body<'a> {
    digits: &'a str,
    power: i32,
    negative: bool,
    /// Whether the power is that of one letter, which may be a flag instead.
    has_letter: bool,
}

/// Powers of ten that a double holds exactly.
const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19, 1e20, 1e21, 1e22,
];

/// Whole numbers below this are held exactly.
const EXACT: u64 = 1 << 53;

/// The usual cell: digits with one decimal mark and groups of three at the most. Its digits are few
/// enough for a product or quotient of two exact doubles, which is rounded once and so is the
/// nearest double; longer ones go to the parser of the standard library.
fn plain(cell: &[u8], decimal: Mark) -> Option<f64> {
    let (negative, digits) = match cell {
        [b'-', digits @ ..] => (true, digits),
        digits => (false, digits),
    };
    let (point, group) = (decimal.byte(), decimal.other().byte());
    let (mut mantissa, mut places, mut after) = (0_u64, 0_usize, 0_usize);
    let (mut count, mut in_group, mut is_grouped) = (0_usize, 0_usize, false);
    for byte in digits {
        let digit = byte.wrapping_sub(b'0');
        if digit < 10 {
            mantissa = mantissa.checked_mul(10)?.checked_add(u64::from(digit))?;
            places += after;
            count += 1;
            in_group += 1;
        } else if *byte == point && after == 0 && (!is_grouped || in_group == 3) {
            after = 1;
        } else if *byte == group && after == 0 && ends_group(is_grouped, in_group, mantissa, digits) {
            (in_group, is_grouped) = (0, true);
        } else {
            return None;
        }
    }
    if count == 0 || mantissa >= EXACT || (is_grouped && after == 0 && in_group != 3) {
        return None;
    }
    let number = mantissa as f64 / POWERS.get(places)?;
    Some(if negative { -number } else { number })
}

/// Whether a mark may divide groups where it stands: after three digits, or at first after one to
/// three that begin with no zero.
fn ends_group(is_grouped: bool, in_group: usize, mantissa: u64, digits: &[u8]) -> bool {
    if is_grouped { in_group == 3 } else { in_group <= 3 && mantissa > 0 && !digits.starts_with(b"0") }
}

/// Digits with one point, as many as there are: the full precision of a double written out.
fn long(cell: &str) -> Option<f64> {
    let digits = cell.strip_prefix('-').unwrap_or(cell);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_number = digits.len() < 300 && is_digits(whole) && is_digits(fraction);
    if is_number { cell.parse().ok() } else { None }
}

fn value(body: &Body, decimal: Mark) -> Option<f64> {
    if body.power == 0
        && let Some(number) = plain(body.digits.as_bytes(), decimal)
    {
        return Some(if body.negative { -number } else { number });
    }
    let sign = if body.digits.contains(ARABIC_DECIMAL) { ARABIC_DECIMAL } else { decimal.sign() };
    let (whole, fraction) = body.digits.split_once(sign).unwrap_or((body.digits, ""));
    if !fraction.bytes().all(|byte| byte.is_ascii_digit()) || !is_whole(whole, sign) {
        return None;
    }
    let digits = || whole.bytes().filter(u8::is_ascii_digit).chain(fraction.bytes());
    let power = body.power.checked_sub(i32::try_from(fraction.len()).ok()?)?;
    let number = match exact(digits(), power) {
        Some(number) => number,
        None => format!("{}e{power}", digits().map(char::from).collect::<String>()).parse().ok()?,
    };
    number.is_finite().then_some(if body.negative { -number } else { number })
}

/// Digits times a power of ten, where one rounding is enough.
fn exact(digits: impl Iterator<Item = u8>, power: i32) -> Option<f64> {
    let mut mantissa = 0_u64;
    for digit in digits {
        mantissa = mantissa.checked_mul(10)?.checked_add(u64::from(digit - b'0'))?;
    }
    let scale = POWERS.get(usize::try_from(power.unsigned_abs()).ok()?)?;
    if mantissa >= EXACT {
        return None;
    }
    let mantissa = mantissa as f64;
    Some(if power < 0 { mantissa / scale } else { mantissa * scale })
}

/// Blanks and apostrophes that group digits.
fn is_blank_group(c: char) -> bool {
    c.is_whitespace() || c == '\''
}

/// Whether a whole number is written without grouping, in groups of three, or as in India: three at
/// the end and twos before. The first group begins with no zero.
fn is_whole(whole: &str, decimal: char) -> bool {
    let Some(group) = whole.chars().find(|c| !c.is_ascii_digit()) else { return true };
    if group == decimal || group == ARABIC_DECIMAL {
        return false;
    }
    let mut parts = whole.split(group);
    let first = parts.next().unwrap_or_default();
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !(1..=3).contains(&first.len()) || first.starts_with('0') || !is_digits(first) {
        return false;
    }
    let count = parts.clone().count();
    let is_group = |width: usize| move |part: &str| part.len() == width && is_digits(part);
    if parts.clone().all(is_group(3)) {
        return true;
    }
    let is_indian = count >= 2 && first.len() <= 2 && matches!(group, ',' | ARABIC_THOUSANDS);
    let mut twos = parts.clone().take(count.saturating_sub(1));
    is_indian && twos.all(is_group(2)) && parts.next_back().is_some_and(is_group(3))
}
