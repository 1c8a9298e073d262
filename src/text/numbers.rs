//! Numbers as people write them: a real minus sign, grouped thousands, no digits that claim more
//! than is known.
//!
//! This is the one place where a number becomes text. It rounds for reading and computes nothing
//! else. What is no number (NaN, infinite) is said in words.
//!
//! Signs keep their side in a right-to-left sentence as the Unicode Common Locale Data Repository
//! has it for Arabic (`ar.xml`, symbols of `latn` and `arab`): Western digits read from the left,
//! sign first and `%` last; with Arabic-Indic digits the sign stands right of the number and `٪`
//! left of it. A number with signs is isolated for that; the marks of the repository alone would
//! turn what stands between two such numbers.

use super::language::{Digits, Language};
use super::words::{Arg, Words};

/// The digits of a language's numbers and the signs around them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marks {
    digits: Digits,
    /// What stands before and after a number with its signs.
    around: [&'static str; 2],
}

impl Marks {
    /// The marks of a language with those digits.
    pub(super) fn of(language: Language, digits: Digits) -> Self {
        let around = match (language, digits) {
            (Language::English, _) => ["", ""],
            (Language::Arabic, Digits::Western) => ["\u{2066}", "\u{2069}"],
            (Language::Arabic, Digits::Arabic) => ["\u{2067}", "\u{2069}"],
        };
        Self { digits, around }
    }

    fn isolated(self, number: &str) -> String {
        let [before, after] = self.around;
        format!("{before}{number}{after}")
    }

    /// The digits that are written.
    pub(super) fn digits(&self) -> Digits {
        self.digits
    }
}

/// The minus sign, as wide as a plus, unlike the hyphen of the keyboard.
const MINUS: &str = "\u{2212}";

impl Words {
    /// A plain number with that many decimals: `21,774.01`, `−3.5`.
    #[must_use]
    pub fn number(&self, value: f64, decimals: usize) -> String {
        self.finite(value, || {
            let rounded = Rounded::new(value, decimals);
            let written = self.signed(&rounded);
            if rounded.negative { self.marks.isolated(&written) } else { written }
        })
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
        self.money(usd, Some("USD"))
    }

    /// A sum of money in the form of [`Words::dollars`]: US dollars with their sign, another
    /// currency with its ISO 4217 code (`EUR 12.3bn`), one that is not known without any.
    #[must_use]
    pub fn money(&self, sum: f64, currency: Option<&str>) -> String {
        self.finite(sum, || {
            let (scale, amount) = short_sum(sum.abs());
            let number = grouped(&amount.digits, self.marks.digits);
            let [before, after] = self.marks.around;
            let (sign, number) = if sum >= 0.0 || amount.is_zero() {
                (String::new(), number)
            } else if scale == 0 {
                // The table keeps the sign of the currency and the number together.
                (MINUS.to_owned(), number)
            } else {
                (format!("{before}{MINUS}"), format!("{number}{after}"))
            };
            let key = money_key(scale, currency);
            let code = currency.unwrap_or_default();
            let facts =
                [("sign", Arg::Text(&sign)), ("number", Arg::Text(&number)), ("currency", Arg::Text(code))];
            self.say(key, &facts)
        })
    }

    fn finite(&self, value: f64, write: impl FnOnce() -> String) -> String {
        if value.is_finite() { write() } else { self.text("text-not-available") }
    }

    fn signed(&self, rounded: &Rounded) -> String {
        let digits = grouped(&rounded.digits, self.marks.digits);
        if rounded.negative { format!("{MINUS}{digits}") } else { digits }
    }

    fn with_percent(&self, number: &str) -> String {
        let sign = match self.marks.digits {
            Digits::Western => "%",
            Digits::Arabic => "٪",
        };
        let said = self.say("text-percent", &[("number", Arg::Text(number)), ("sign", Arg::Text(sign))]);
        self.marks.isolated(&said)
    }

    /// A number whose digits are not grouped because it is a name: a year, the day of a month.
    pub(super) fn plain(&self, number: i16) -> String {
        let digits = number.to_string();
        digits.chars().map(|digit| written(digit, self.marks.digits)).collect()
    }
}

/// A count with grouped thousands, for sentences.
pub(super) fn grouped_count(count: f64, digits: Digits) -> String {
    grouped(&format!("{count}"), digits)
}

/// A Western digit in those digits.
fn written(digit: char, digits: Digits) -> char {
    match (digits, digit.to_digit(10)) {
        (Digits::Arabic, Some(value)) => char::from_u32(0x0660 + value).unwrap_or(digit),
        _ => digit,
    }
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

/// Words of a sum in ones, millions, billions and trillions of a currency.
fn money_key(scale: usize, currency: Option<&str>) -> &'static str {
    match (currency, scale) {
        (Some("USD"), 0) => "text-dollars",
        (Some("USD"), 1) => "text-dollars-million",
        (Some("USD"), 2) => "text-dollars-billion",
        (Some("USD"), _) => "text-dollars-trillion",
        (Some(_), 0) => "text-money",
        (Some(_), 1) => "text-money-million",
        (Some(_), 2) => "text-money-billion",
        (Some(_), _) => "text-money-trillion",
        (None, 0) => "text-amount",
        (None, 1) => "text-amount-million",
        (None, 2) => "text-amount-billion",
        (None, _) => "text-amount-trillion",
    }
}

/// The unit and the amount in that unit of a positive sum: 0 for ones, 1 for millions, 2 for
/// billions, 3 for trillions.
fn short_sum(usd: f64) -> (usize, Rounded) {
    /// Unit, size, and where the unit begins: at the smallest sum that the unit before would round
    /// up to its thousand, or to its million for whole ones.
    const UNITS: [(usize, f64, f64); 3] = [(3, 1e12, 999.5e9), (2, 1e9, 999.5e6), (1, 1e6, 999_999.5)];
    for (scale, unit, from) in UNITS {
        if usd >= from {
            let amount = usd / unit;
            return (scale, Rounded::new(amount, decimals_for_three_digits(amount)).without_idle_zeros(0));
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
    (0, plain)
}

/// Decimals that show three digits of a positive amount, twelve at the most.
fn decimals_for_three_digits(amount: f64) -> usize {
    let whole_digits = amount.log10().floor() + 1.0;
    (3.0 - whole_digits).clamp(0.0, 12.0) as usize
}

/// A number in those digits, with their decimal and group marks.
fn grouped(number: &str, digits: Digits) -> String {
    let [decimal, group] = match digits {
        Digits::Western => ['.', ','],
        Digits::Arabic => ['٫', '٬'],
    };
    let (whole, fraction) = number.split_once('.').map_or((number, None), |(w, f)| (w, Some(f)));
    let mut text = String::with_capacity(2 * number.len());
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            text.push(group);
        }
        text.push(written(digit, digits));
    }
    if let Some(fraction) = fraction {
        text.push(decimal);
        text.extend(fraction.chars().map(|digit| written(digit, digits)));
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
    fn sums_of_other_currencies_never_take_the_dollar_sign() {
        let words = Words::english();
        for (sum, currency, expected) in [
            (-593.4e9, Some("USD"), "−$593bn"),
            (-12.34e9, Some("EUR"), "−EUR\u{a0}12.3bn"),
            (7_500.0, Some("TWD"), "TWD\u{a0}7,500"),
            (5.87e6, Some("EUR"), "EUR\u{a0}5.87M"),
            (1.24e12, Some("JPY"), "JPY\u{a0}1.24tn"),
            (-1.24e12, None, "−1.24tn"),
            (-3e9, None, "−3bn"),
            (2.5e6, None, "2.5M"),
            (40.0, None, "40"),
        ] {
            assert_eq!(words.money(sum, currency), expected);
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

    #[test]
    fn arabic_numbers_keep_their_signs_in_both_kinds_of_digits() {
        let of = |digits| Words::of(Language::Arabic, digits);
        let (western, arabic) = (of(Digits::Western), of(Digits::Arabic));
        let told = |words: &Words| {
            [
                words.number(21_774.01, 2),
                words.number(-1_234.5, 1),
                words.price(0.512),
                words.percent(0.17, 0),
                words.change(-0.029_7, 1),
                words.change(0.0317, 1),
                words.change(0.0, 1),
                words.dollars(0.1),
                words.dollars(-854e9),
                words.dollars(1.24e12),
                words.dollars(5.87e6),
                words.number(f64::NAN, 1),
            ]
        };
        assert_eq!(
            told(&western),
            [
                "21,774.01",
                "\u{2066}−1,234.5\u{2069}",
                "0.5120",
                "\u{2066}17%\u{2069}",
                "\u{2066}−3.0%\u{2069}",
                "\u{2066}+3.2%\u{2069}",
                "\u{2066}0.0%\u{2069}",
                "\u{2066}$0.10\u{2069}",
                "\u{2066}−854\u{2069}\u{A0}مليار دولار",
                "1.24\u{A0}تريليون دولار",
                "5.87\u{A0}مليون دولار",
                "غير متاح",
            ]
        );
        assert_eq!(
            told(&arabic),
            [
                "٢١٬٧٧٤٫٠١",
                "\u{2067}−١٬٢٣٤٫٥\u{2069}",
                "٠٫٥١٢٠",
                "\u{2067}١٧٪\u{2069}",
                "\u{2067}−٣٫٠٪\u{2069}",
                "\u{2067}+٣٫٢٪\u{2069}",
                "\u{2067}٠٫٠٪\u{2069}",
                "\u{2066}$٠٫١٠\u{2069}",
                "\u{2067}−٨٥٤\u{2069}\u{A0}مليار دولار",
                "١٫٢٤\u{A0}تريليون دولار",
                "٥٫٨٧\u{A0}مليون دولار",
                "غير متاح",
            ]
        );
        assert_eq!(Words::of(Language::English, Digits::Arabic).change(-0.5, 1), "−٥٠٫٠٪");
    }
}
