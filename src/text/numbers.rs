//! Numbers as people write them: a real minus sign, grouped thousands, no digits that claim more
//! than is known.
//!
//! This is the one place where a number becomes text. It rounds for reading and computes nothing
//! else. What is no number (NaN, infinite) is said in words.

use super::words::{Arg, Words};

/// What stands between and before the digits of a language's numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marks {
    /// Between whole part and fraction.
    decimal: char,
    /// Between groups of three digits.
    group: char,
}

impl Marks {
    /// As in `21,774.01`.
    pub(super) const ENGLISH: Self = Self { decimal: '.', group: ',' };
}

/// The minus sign, as wide as a plus, unlike the hyphen of the keyboard.
const MINUS: &str = "\u{2212}";

impl Words {
    /// A plain number with that many decimals: `21,774.01`, `−3.5`.
    #[must_use]
    pub fn number(&self, value: f64, decimals: usize) -> String {
        self.finite(value, || self.signed(&Rounded::new(value, decimals)))
    }

    /// A price: two decimals, four below one, grouped thousands: `142.62`, `21,774.01`, `0.5120`.
    #[must_use]
    pub fn price(&self, value: f64) -> String {
        // A price that rounds to one is written as one, and nothing costs 0.0000.
        let fine = Rounded::new(value, 4);
        let decimals = if fine.is_zero() || !fine.digits.starts_with("0.") { 2 } else { 4 };
        self.number(value, decimals)
    }

    /// A share as per cent without a plus sign: `0.17` is `17%`.
    #[must_use]
    pub fn percent(&self, share: f64, decimals: usize) -> String {
        self.finite(share, || self.with_percent(&self.signed(&Rounded::new(share * 100.0, decimals))))
    }

    /// A share as per cent with its sign: `−17.0%`, `+3.2%`; what rounds to zero has none.
    #[must_use]
    pub fn change(&self, share: f64, decimals: usize) -> String {
        self.finite(share, || {
            let rounded = Rounded::new(share * 100.0, decimals);
            let plus = if rounded.negative || rounded.is_zero() { "" } else { "+" };
            self.with_percent(&format!("{plus}{}", self.signed(&rounded)))
        })
    }

    /// US dollars, as short as they stay true to the third digit: `$0.96`, `$26.25`, `$48,300`,
    /// `$5.87M`, `$593bn`, `$1.24tn`. Cents are written below $1,000 and left out of whole dollars;
    /// amounts under ten cents keep three digits, such as `$0.0375`.
    #[must_use]
    pub fn dollars(&self, usd: f64) -> String {
        self.finite(usd, || {
            let (key, amount) = short_dollars(usd.abs());
            let sign = if usd < 0.0 && !amount.is_zero() { MINUS } else { "" };
            let number = grouped(&amount.digits, self.marks);
            self.say(key, &[("sign", Arg::Text(sign)), ("number", Arg::Text(&number))])
        })
    }

    fn finite(&self, value: f64, write: impl FnOnce() -> String) -> String {
        if value.is_finite() { write() } else { self.text("text-not-available") }
    }

    fn signed(&self, rounded: &Rounded) -> String {
        let digits = grouped(&rounded.digits, self.marks);
        if rounded.negative { format!("{MINUS}{digits}") } else { digits }
    }

    fn with_percent(&self, number: &str) -> String {
        self.say("text-percent", &[("number", Arg::Text(number))])
    }
}

/// A count with grouped thousands, for sentences.
pub(super) fn grouped_count(count: f64, marks: Marks) -> String {
    grouped(&format!("{count}"), marks)
}

/// Digits after rounding, and whether a minus belongs before them: never before a zero.
struct Rounded {
    negative: bool,
    digits: String,
}

impl Rounded {
    fn new(value: f64, decimals: usize) -> Self {
        let digits = format!("{:.decimals$}", value.abs());
        let mut rounded = Self { negative: value < 0.0, digits };
        rounded.negative &= !rounded.is_zero();
        rounded
    }

    fn is_zero(&self) -> bool {
        self.digits.chars().all(|digit| matches!(digit, '0' | '.'))
    }

    /// Leaves out zeros at the end of a fraction while more than `keep` decimals stand.
    fn without_idle_zeros(mut self, keep: usize) -> Self {
        let Some((_, fraction)) = self.digits.split_once('.') else { return self };
        let idle = fraction.len() - fraction.trim_end_matches('0').len();
        let dropped = idle.min(fraction.len().saturating_sub(keep));
        self.digits.truncate(self.digits.len() - dropped);
        if self.digits.ends_with('.') {
            self.digits.pop();
        }
        self
    }
}

/// Key of the unit and the amount in that unit of a positive sum.
fn short_dollars(usd: f64) -> (&'static str, Rounded) {
    /// Key, size, and where the unit begins: at the smallest sum that the unit before would round
    /// up to its thousand, or to its million for whole dollars.
    const UNITS: [(&str, f64, f64); 3] = [
        ("text-dollars-trillion", 1e12, 999.5e9),
        ("text-dollars-billion", 1e9, 999.5e6),
        ("text-dollars-million", 1e6, 999_999.5),
    ];
    for (key, unit, from) in UNITS {
        if usd >= from {
            let amount = usd / unit;
            return (key, Rounded::new(amount, decimals_for_three_digits(amount)).without_idle_zeros(0));
        }
    }
    // Each bound lies where rounding to the decimals of the next branch would cross it.
    let plain = if usd >= 999.995 {
        Rounded::new(usd, 0)
    } else if usd >= 0.995 {
        let cents = Rounded::new(usd, 2);
        if cents.digits.ends_with(".00") { cents.without_idle_zeros(0) } else { cents }
    } else if usd > 0.0 {
        let small = Rounded::new(usd, decimals_for_three_digits(usd)).without_idle_zeros(2);
        if small.is_zero() { small.without_idle_zeros(0) } else { small }
    } else {
        Rounded::new(0.0, 0)
    };
    ("text-dollars", plain)
}

/// Decimals that show three digits of a positive amount, twelve at the most.
fn decimals_for_three_digits(amount: f64) -> usize {
    let whole_digits = amount.log10().floor() + 1.0;
    (3.0 - whole_digits).clamp(0.0, 12.0) as usize
}

/// The digits of a number with the locale's decimal and group marks.
fn grouped(digits: &str, marks: Marks) -> String {
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(w, f)| (w, Some(f)));
    let mut text = String::with_capacity(digits.len() + whole.len() / 3);
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            text.push(marks.group);
        }
        text.push(digit);
    }
    if let Some(fraction) = fraction {
        text.push(marks.decimal);
        text.push_str(fraction);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_and_have_a_real_minus() {
        let words = Words::english();
        for (value, decimals, expected) in [
            (21_774.01, 2, "21,774.01"),
            (-3.5, 1, "−3.5"),
            (0.0, 0, "0"),
            (-0.04, 1, "0.0"),
            (-0.0, 2, "0.00"),
            (999.0, 0, "999"),
            (1_000.0, 0, "1,000"),
            (999_999.5, 0, "1,000,000"),
            (-1_234_567.891, 3, "−1,234,567.891"),
            (f64::NAN, 2, "n/a"),
            (f64::INFINITY, 2, "n/a"),
        ] {
            assert_eq!(words.number(value, decimals), expected);
        }
    }

    #[test]
    fn prices_have_two_decimals_and_four_below_one() {
        let words = Words::english();
        for (value, expected) in [
            (142.62, "142.62"),
            (21_774.01, "21,774.01"),
            (0.512, "0.5120"),
            (0.999_96, "1.00"),
            (1.0, "1.00"),
            (0.0, "0.00"),
            (0.000_01, "0.00"),
            (-37.63, "−37.63"),
            (-0.25, "−0.2500"),
            (f64::NEG_INFINITY, "n/a"),
        ] {
            assert_eq!(words.price(value), expected);
        }
    }

    #[test]
    fn shares_are_per_cent() {
        let words = Words::english();
        for (share, decimals, percent, change) in [
            (0.17, 0, "17%", "+17%"),
            (-0.169_682, 1, "−17.0%", "−17.0%"),
            (-0.169_682, 2, "−16.97%", "−16.97%"),
            (0.0317, 1, "3.2%", "+3.2%"),
            (0.000_4, 1, "0.0%", "0.0%"),
            (-0.000_4, 1, "0.0%", "0.0%"),
            (0.0, 1, "0.0%", "0.0%"),
            (12.5, 0, "1,250%", "+1,250%"),
            (f64::NAN, 1, "n/a", "n/a"),
        ] {
            assert_eq!(words.percent(share, decimals), percent);
            assert_eq!(words.change(share, decimals), change);
        }
    }

    #[test]
    fn dollars_are_short_and_claim_no_precision() {
        let words = Words::english();
        for (usd, expected) in [
            (0.0, "$0"),
            (1e-20, "$0"),
            (0.000_4, "$0.0004"),
            (0.035, "$0.035"),
            (0.1, "$0.10"),
            (0.125, "$0.125"),
            (0.2, "$0.20"),
            (0.5, "$0.50"),
            (0.96, "$0.96"),
            (0.9996, "$1"),
            (1.0, "$1"),
            (2.0, "$2"),
            (1.8349, "$1.83"),
            (26.25, "$26.25"),
            (50.0, "$50"),
            (186.5, "$186.50"),
            (999.994, "$999.99"),
            (999.996, "$1,000"),
            (1_000.0, "$1,000"),
            (48_316.4, "$48,316"),
            (294_000.0, "$294,000"),
            (999_999.6, "$1M"),
            (1_000_000.0, "$1M"),
            (5_576_000.0, "$5.58M"),
            (5_600_000.0, "$5.6M"),
            (5_870_000.0, "$5.87M"),
            (10_000_000.0, "$10M"),
            (78_400_000.0, "$78.4M"),
            (100_000_000.0, "$100M"),
            (999_700_000.0, "$1bn"),
            (592_658e6, "$593bn"),
            (999.6e9, "$1tn"),
            (1.24e12, "$1.24tn"),
            (3_497.6e9, "$3.5tn"),
            (1_234e12, "$1,234tn"),
            (-593e9, "−$593bn"),
            (-0.5, "−$0.50"),
            (-1e-20, "$0"),
            (f64::NAN, "n/a"),
        ] {
            assert_eq!(words.dollars(usd), expected, "{usd}");
        }
    }
}
