//! Letters and signs that stand beside a value without being part of it: "115.5 b" (a break in the
//! series), "117.3 p" (provisional), "12.3*", "1.5 (e)". Some of the letters are factors elsewhere
//! ("1.5 b" is a billion and a half), so the column decides which they are.

use super::seen::{Seen, Span};
use super::{Mark, plain, signs};

/// What letters and signs beside the digits of a column are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::io) enum Flags {
    /// There are none.
    #[default]
    None,
    /// Those that are no factors are flags.
    Signs,
    /// All are flags, also those that are factors elsewhere.
    Letters,
}

/// Where a flag stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Glued,
    Apart,
    Before,
}

/// A cell divided into value and flag.
#[derive(Clone, Copy, Debug)]
struct Flagged<'a> {
    value: &'a str,
    flag: &'a str,
    place: Place,
}

/// Letters of flags that come in pairs: "bp", "de".
const LETTERS: &str = "bcdefinprsuz";
/// Signs that point to a note.
const NOTES: &str = "*†‡#^¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᵖʳˢ";

impl<'a> Flagged<'a> {
    fn of(text: &'a str) -> Option<Self> {
        let flagged = |value: &'a str, flag: &'a str| {
            let bare = value.trim_end();
            let place = if bare.len() < value.len() { Place::Apart } else { Place::Glued };
            let is_value = bare.ends_with(|c: char| c.is_ascii_digit());
            is_value.then_some(Self { value: bare, flag, place })
        };
        for (open, close) in [('(', ')'), ('[', ']')] {
            let Some(inside) = text.strip_suffix(close) else { continue };
            let (value, flag) = inside.rsplit_once(open)?;
            let is_flag = (1..=2).contains(&flag.len()) && flag.bytes().all(|b| b.is_ascii_alphanumeric());
            return if is_flag { flagged(value, flag) } else { None };
        }
        let end = text.rfind(|c: char| c.is_ascii_digit())? + 1;
        let flag = text.get(end..)?.trim();
        if flag.is_empty() {
            return Self::before(text);
        }
        let are_notes = flag.chars().all(|c| NOTES.contains(c)) && flag.chars().count() <= 3;
        let is_letter = flag.len() == 1 && flag.bytes().all(|byte| byte.is_ascii_alphabetic());
        let is_pair = flag.len() == 2 && flag.chars().all(|c| LETTERS.contains(c));
        let value = text.get(..text.len() - flag.len())?;
        if are_notes || is_letter || is_pair { flagged(value, flag) } else { None }
    }

    /// "e12.3": a number with a decimal mark, so that no code is taken for one.
    fn before(text: &'a str) -> Option<Self> {
        let flag = text.get(..1).filter(|letter| LETTERS.contains(letter))?;
        let value = text.get(1..)?.trim_start();
        let is_decimal = value.starts_with(|c: char| c.is_ascii_digit()) && value.contains(['.', ',']);
        is_decimal.then_some(Self { value, flag, place: Place::Before })
    }
}

/// The value of a cell without the flag beside it, nothing for a flag alone; `None` where there is
/// no flag.
pub(super) fn bare(text: &str, flags: Flags) -> Option<&str> {
    if flags == Flags::None {
        return None;
    }
    if text.len() == 1 && text.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return Some("");
    }
    let flagged = Flagged::of(text)?;
    let is_factor = flagged.place != Place::Before && signs::suffix(flagged.flag).is_some();
    let is_flag = !is_factor || (flags == Flags::Letters && flagged.flag.len() == 1);
    is_flag.then_some(flagged.value)
}

/// Whether a cell by itself is a number with a flag.
pub(super) fn looks(text: &str) -> bool {
    let Some(Flagged { value, flag, place }) = Flagged::of(text) else { return false };
    let is_number = [Mark::Point, Mark::Comma].iter().any(|mark| plain(value.as_bytes(), *mark).is_some());
    let is_small = !flag.bytes().any(|byte| byte.is_ascii_uppercase());
    let has_mark = value.contains(['.', ',']);
    is_number && is_small && (has_mark || place == Place::Apart && value.len() >= 3) && place != Place::Before
}

/// Lines that are told of each sort.
const LINES: usize = 3;
/// Values that tell the size of a column.
const SIZES: usize = 64;
/// How far beyond the others a value may be that is still of their size.
const NEAR: f64 = 3.0;
const FAR: f64 = 10.0;

/// Cells of one sort: how many, and the first ones.
#[derive(Clone, Debug, Default)]
pub(super) struct Noted {
    pub count: usize,
    pub first: Vec<Seen>,
}

impl Noted {
    fn take(&mut self, seen: &dyn Fn() -> Option<Seen>) {
        self.count += 1;
        if self.first.len() < LINES {
            self.first.extend(seen());
        }
    }
}

/// What the cells of a column say about letters beside their digits.
#[derive(Clone, Debug, Default)]
pub(super) struct Letters {
    /// Numbers without any, as many as tell their size.
    sizes: usize,
    plain: Span,
    /// Numbers with a letter or sign that is no factor.
    pub flagged: Noted,
    /// Numbers with one letter that may be a factor; their digits, and their values with it.
    pub factors: Noted,
    digits: Span,
    scaled: Span,
    /// Letters alone.
    lone: usize,
    /// Colons, by which statistics offices say that there is no value.
    colons: usize,
}

/// Letters alone that say that there is no value, where nothing else in the column has flags: one
/// may be a slip.
const LONE: usize = 2;

impl Letters {
    /// Whether more values are needed to tell the size of the column.
    pub(super) fn wants_sizes(&self) -> bool {
        self.sizes < SIZES
    }

    pub(super) fn take_plain(&mut self, value: f64) {
        self.sizes += 1;
        self.plain.take(value);
    }

    pub(super) fn take_factor(&mut self, digits: f64, power: i32, seen: &dyn Fn() -> Option<Seen>) {
        self.factors.take(seen);
        self.digits.take(digits);
        self.scaled.take(digits * 10_f64.powi(power));
    }

    /// Takes a cell that says that there is no value.
    pub(super) fn take_missing(&mut self, cell: &str) {
        self.colons += usize::from(cell.starts_with(':'));
    }

    /// Takes a cell that is no number as it stands; its value, where it has a flag.
    pub(super) fn take_flagged<'t>(
        &mut self,
        text: &'t str,
        seen: &dyn Fn() -> Option<Seen>,
    ) -> Option<&'t str> {
        let value = bare(text, Flags::Signs)?;
        if value.is_empty() {
            self.lone += 1;
            return None;
        }
        self.flagged.take(seen);
        Some(value)
    }

    /// What letters are in a column of so many cells that hold something. A letter is a factor
    /// where most cells have one, where the column counts something, and where the value with it
    /// is of the size of the others, or the digits without it are not.
    pub(super) fn flags(&self, cells: usize, is_count: bool) -> Flags {
        if self.leaves_size(cells, is_count) && self.digits.is_within(self.plain, NEAR) {
            Flags::Letters
        } else if self.flagged.count + self.colons > 0 || self.lone >= LONE {
            Flags::Signs
        } else {
            Flags::None
        }
    }

    /// Whether the few values with a factor are far greater than all others.
    pub(super) fn leaves_size(&self, cells: usize, is_count: bool) -> bool {
        let is_usual = self.factors.count * 2 > cells;
        let is_few = self.factors.count > 0 && !is_usual && !is_count;
        is_few && !self.plain.is_empty() && self.scaled.is_above(self.plain, FAR)
    }
}
