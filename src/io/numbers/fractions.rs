//! Prices in parts of a whole: 32nds of bonds ("110-16", "110-165", "110'16+"), eighths of grain
//! ("450'6"), and common fractions ("22 3/8"). The marks mean other things elsewhere, in dates,
//! ranges and groups of three, so a column is read so only where all of its cells allow it.

use super::seen::Seen;

/// How a column writes what follows its whole numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::io) enum Fraction {
    /// Two digits are 32nds, a third is a part of one.
    ThirtySeconds(Third),
    /// One digit, eighths.
    Eighths,
    /// A fraction with a stroke.
    Common,
}

/// What the third digit of 32nds says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::io) enum Third {
    /// The first decimal of the part: 2 is 0.25, 5 is 0.5, 7 is 0.75.
    Decimal,
    /// Eighths: 4 is 0.5.
    Eighths,
}

/// Least whole number before a hyphen or colon: days, months and hours end before it.
const LEAST_WHOLE: u32 = 32;
/// Cells from which on three digits behind an apostrophe are no group of thousands, where every one
/// of them could be 32nds.
const ENOUGH: usize = 8;
/// Different endings that they must have.
const VARIED: usize = 3;

/// Signs that are a fraction by themselves.
const SIGNS: [(char, f64); 7] =
    [('½', 0.5), ('¼', 0.25), ('¾', 0.75), ('⅛', 0.125), ('⅜', 0.375), ('⅝', 0.625), ('⅞', 0.875)];

/// A cell as whole number, mark and the digits behind it: "110-16+".
#[derive(Clone, Copy, Debug)]
struct Tick<'a> {
    whole: u32,
    mark: char,
    digits: &'a str,
    /// "+" stands for half of a 32nd.
    has_plus: bool,
}

impl<'a> Tick<'a> {
    fn of(text: &'a str) -> Option<Self> {
        let at = text.find(|c: char| !c.is_ascii_digit())?;
        let (whole, rest) = text.split_at_checked(at)?;
        let mark = rest.chars().next().filter(|mark| matches!(mark, '-' | '\'' | ':'))?;
        let rest = rest.get(1..)?;
        let digits = rest.strip_suffix('+').unwrap_or(rest);
        let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let fits = (1..=4).contains(&whole.len()) && (1..=3).contains(&digits.len()) && is_number(digits);
        if !fits {
            return None;
        }
        Some(Self { whole: whole.parse().ok()?, mark, digits, has_plus: digits.len() < rest.len() })
    }

    /// Whether what follows the mark can be 32nds or eighths.
    fn fits(&self) -> bool {
        match *self.digits.as_bytes() {
            [digit] => !self.has_plus && digit < b'8',
            [tens, ones] => (tens, ones) < (b'3', b'2'),
            [tens, ones, third] => !self.has_plus && (tens, ones) < (b'3', b'2') && third < b'9',
            _ => false,
        }
    }

    /// Its value, in 32nds or eighths.
    fn value(&self, fraction: Fraction) -> Option<f64> {
        const DECIMALS: [Option<f64>; 10] = [
            Some(0.0),
            Some(0.125),
            Some(0.25),
            Some(0.375),
            None,
            Some(0.5),
            Some(0.625),
            Some(0.75),
            Some(0.875),
            None,
        ];
        let whole = f64::from(self.whole);
        let (digits, third) = match (fraction, self.digits.len()) {
            (Fraction::Eighths, 1) if self.fits() => return Some(whole + number(self.digits)? / 8.0),
            (Fraction::ThirtySeconds(_), 1) => (self.digits, 0.0),
            (Fraction::ThirtySeconds(_), 2) if self.fits() => {
                (self.digits, if self.has_plus { 0.5 } else { 0.0 })
            }
            (Fraction::ThirtySeconds(third), 3) if self.fits() => {
                let (digits, last) = self.digits.split_at_checked(2)?;
                let last = number(last)?;
                let part = match third {
                    Third::Decimal => DECIMALS.get(last as usize).copied().flatten()?,
                    Third::Eighths => last / 8.0,
                };
                (digits, part)
            }
            _ => return None,
        };
        Some(whole + (number(digits)? + third) / 32.0)
    }
}

fn number(digits: &str) -> Option<f64> {
    digits.parse::<u8>().ok().map(f64::from)
}

/// "22 3/8", "22-3/8", "3/8", "22½": a whole number, if there is one, and a true fraction.
fn common(text: &str) -> Option<f64> {
    if let Some((sign, part)) = SIGNS.iter().find(|(sign, _)| text.ends_with(*sign)) {
        let whole = text.strip_suffix(*sign)?.trim_end();
        let is_number = whole.bytes().all(|byte| byte.is_ascii_digit()) && whole.len() <= 7;
        return is_number.then(|| whole.parse().unwrap_or(0.0) + part);
    }
    let (before, below) = text.split_once('/')?;
    let split = before.rfind(|c: char| !c.is_ascii_digit());
    let (whole, above) = match split {
        Some(at) => (before.get(..at)?, before.get(at + 1..)?),
        None => ("", before),
    };
    let is_mark = split.is_none_or(|at| before.get(at..=at).is_some_and(|mark| matches!(mark, " " | "-")));
    let is_number = |part: &str, most: usize| {
        (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_whole = split.is_none() || is_number(whole, 7);
    if !is_mark || !is_whole || !is_number(above, 3) || !is_number(below, 3) {
        return None;
    }
    let (above, below) = (above.parse::<u16>().ok()?, below.parse::<u16>().ok()?);
    let is_true = [2, 4, 8, 16, 32, 64, 128].contains(&below) && above < below;
    is_true.then(|| whole.parse().unwrap_or(0.0) + f64::from(above) / f64::from(below))
}

/// A cell without its minus, and whether it had one.
fn unsigned(text: &str) -> (&str, bool) {
    text.strip_prefix('-').map_or((text, false), |rest| (rest.trim_start(), true))
}

/// The value of a cell in a column of fractions, `None` where it is none of them.
pub(super) fn read(text: &str, fraction: Fraction) -> Option<f64> {
    let (text, negative) = unsigned(text);
    let value = match fraction {
        Fraction::Common => common(text)?,
        _ => Tick::of(text)?.value(fraction)?,
    };
    Some(if negative { -value } else { value })
}

/// Whether a cell has a mark of fractions, so that it is one or nothing.
pub(super) fn is_marked(text: &str) -> bool {
    Tick::of(unsigned(text).0).is_some()
}

/// Whether a cell by itself is more likely a fraction than anything else.
pub(super) fn looks(text: &str) -> bool {
    let (text, _) = unsigned(text);
    let Some(tick) = Tick::of(text) else {
        // "1/2" alone may be a day of a month.
        return (text.contains([' ', '-']) || !text.is_ascii()) && common(text).is_some();
    };
    let is_group = tick.mark == '\'' && tick.digits.len() == 3;
    let is_price = tick.mark == '\'' || (LEAST_WHOLE..1000).contains(&tick.whole);
    tick.fits() && is_price && !is_group
}

/// What the cells of a column say about fractions.
#[derive(Clone, Debug, Default)]
pub(super) struct Ticks {
    /// Cells that fit, by the number of digits behind the mark.
    fitting: [usize; 3],
    /// Cells with such a mark that do not.
    misfits: usize,
    /// Cells whose whole number is that of a day, month or hour, behind which no apostrophe stands.
    low: usize,
    /// Cells with three digits behind an apostrophe.
    groups: usize,
    /// Third digits that were seen, and the different endings, few of them.
    thirds: [bool; 10],
    endings: Vec<String>,
    common: usize,
    first: Option<Seen>,
}

impl Ticks {
    /// Takes a cell into account; whether it can be nothing else.
    pub(super) fn look(&mut self, text: &str, seen: &dyn Fn() -> Option<Seen>) -> bool {
        let (text, _) = unsigned(text);
        let Some(tick) = Tick::of(text) else {
            let is_common = common(text).is_some();
            self.common += usize::from(is_common);
            if is_common && self.first.is_none() {
                self.first = seen();
            }
            return is_common;
        };
        if !tick.fits() {
            self.misfits += 1;
            return false;
        }
        if self.first.is_none() {
            self.first = seen();
        }
        if let Some(count) = self.fitting.get_mut(tick.digits.len() - 1) {
            *count += 1;
        }
        self.low += usize::from(tick.mark != '\'' && tick.whole < LEAST_WHOLE);
        let is_group = tick.mark == '\'' && tick.digits.len() == 3;
        self.groups += usize::from(is_group);
        let third = tick.digits.get(2..3).and_then(|digit| digit.parse::<usize>().ok());
        if let Some(slot) = third.and_then(|third| self.thirds.get_mut(third)) {
            *slot = true;
        }
        if self.endings.len() < VARIED && !self.endings.iter().any(|ending| ending == tick.digits) {
            self.endings.push(tick.digits.to_owned());
        }
        !is_group
    }

    /// The form of the column, and the first cell that has it; `cells` are those that hold something.
    pub(super) fn fraction(&self, cells: usize) -> Option<(Fraction, &Seen)> {
        let first = self.first.as_ref()?;
        let [one, two, three] = self.fitting;
        let all = one + two + three;
        if all == 0 {
            return Some((Fraction::Common, first));
        }
        let [.., fourths, _, _, _, eighths, _] = self.thirds;
        let is_varied = self.endings.len() >= VARIED && self.thirds.iter().skip(1).any(|seen| *seen);
        let are_groups = self.groups == all && (all < ENOUGH || !is_varied);
        let is_torn = fourths && eighths;
        if self.misfits > 0 || self.low * 2 > all || all * 2 < cells || are_groups || is_torn {
            return None;
        }
        let third = if fourths { Third::Eighths } else { Third::Decimal };
        let form = if two + three == 0 { Fraction::Eighths } else { Fraction::ThirtySeconds(third) };
        Some((form, first))
    }
}
