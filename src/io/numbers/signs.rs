//! What stands around the digits of a number: currencies before and after them, the sign, accounting
//! parentheses, the per cent sign, powers of ten and the suffixes of thousands and millions.

use super::{ARABIC_DECIMAL, ARABIC_THOUSANDS, Body, is_blank_group};

/// Signs of currencies that stand on either side.
const CURRENCY_SIGNS: &str = "$€£¥₹₩﷼₺₽₪฿₫₴₱₦元円원圆";

/// Names of currencies that stand on either side, the longer before those that they begin with.
const CURRENCY_WORDS: &[&str] = &[
    "ر.س.",
    "ر.س",
    "ر.ق.",
    "ر.ق",
    "ر.ع.",
    "د.إ.",
    "د.إ",
    "د.ك.",
    "د.ك",
    "د.ب.",
    "ج.م.",
    "ج.م",
    "د.م.",
    "ريال",
    "درهم",
    "جنيه",
    "دينار",
    "US$",
    "HK$",
    "NT$",
    "CA$",
    "AU$",
    "A$",
    "C$",
    "S$",
    "R$",
    "Rs.",
    "Rs",
    "руб.",
    "руб",
    "zł",
    "Kč",
    "kr.",
    "kr",
    "Fr.",
    "TL",
    "SR",
    "Ft",
];

/// Codes of currencies (ISO 4217), three letters each.
const CURRENCY_CODES: &str = "AED ARS AUD BHD BRL BTC CAD CHF CLP CNH CNY COP CZK DKK DZD EGP ETH EUR GBP \
    GBX GBp HKD HUF IDR ILS INR IQD IRR ISK JOD JPY KRW KWD LBP LYD MAD MXN MYR NGN NOK NZD OMR PEN PHP PKR \
    PLN QAR RON RUB SAR SEK SGD SYP THB TND TRY TWD UAH USD VND XAU XAG YER ZAR";

/// What multiplies the digits before it, and the power of ten.
const SUFFIXES: &[(&str, i32)] = &[
    ("k", 3),
    ("m", 6),
    ("b", 9),
    ("t", 12),
    ("mn", 6),
    ("mio", 6),
    ("mln", 6),
    ("bn", 9),
    ("bln", 9),
    ("mrd", 9),
    ("mld", 9),
    ("mlrd", 9),
    ("tn", 12),
    ("trn", 12),
    ("tsd", 3),
    ("тыс", 3),
    ("млн", 6),
    ("млрд", 9),
    ("трлн", 12),
    ("万", 4),
    ("萬", 4),
    ("만", 4),
    ("亿", 8),
    ("億", 8),
    ("억", 8),
    ("兆", 12),
    ("조", 12),
];

/// Takes apart a cell that [`crate::io::cell::western`] wrote; `None` where it is no number.
pub(super) fn body(text: &str) -> Option<Body<'_>> {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (mut rest, mut negative) = (before(text), false);
    let currency = text.strip_suffix(rest).unwrap_or_default();
    let is_glued = currency.ends_with(|c: char| c.is_ascii_alphabetic());
    if let Some(inner) = rest.strip_prefix('(').and_then(|inner| inner.trim_end().strip_suffix(')')) {
        (rest, negative) = (before(inner), true);
    }
    if let Some(inner) = rest.strip_prefix('-') {
        (rest, negative) = (inner, !negative);
    } else if let Some(inner) = rest.strip_prefix('+') {
        rest = inner;
    }
    rest = after(before(rest));
    if let Some(inner) = rest.strip_suffix('-') {
        (rest, negative) = (after(inner), !negative);
    }
    let (mut digits, mut power, mut has_letter) = (rest, 0, false);
    let end = rest.rfind(|c: char| c.is_ascii_digit())? + 1;
    let tail = rest.get(end..)?;
    if !matches!(tail, "" | "." | ",") {
        // "EUR3M" names a rate.
        power = if is_glued { None } else { suffix(tail) }?;
        has_letter = tail.trim().len() == 1;
        digits = rest.get(..end)?;
    } else if let Some((before, exponent)) = rest.split_once(['e', 'E']) {
        (digits, power) = (before, exponent.parse().ok()?);
    }
    let is_mark = |c: char| matches!(c, '.' | ',' | ARABIC_DECIMAL);
    let is_part = |c: char| c.is_ascii_digit() || is_mark(c) || c == ARABIC_THOUSANDS || is_blank_group(c);
    let starts = digits.starts_with(|c: char| c.is_ascii_digit() || is_mark(c));
    let fits = starts && digits.chars().all(is_part) && digits.bytes().any(|byte| byte.is_ascii_digit());
    fits.then_some(Body { digits, power, negative, has_letter })
}

/// The power of ten of a suffix.
pub(super) fn suffix(tail: &str) -> Option<i32> {
    let tail = tail.trim();
    let word = tail.strip_suffix('.').unwrap_or(tail);
    let is_word = |known: &str| word.eq_ignore_ascii_case(known);
    SUFFIXES.iter().find(|(known, _)| is_word(known)).map(|(_, power)| *power)
}

/// A text without currencies and blanks before it.
fn before(text: &str) -> &str {
    let text = text.trim_start();
    if text.starts_with(|c: char| c.is_ascii_digit() || c == '-') {
        return text;
    }
    let sign = text.strip_prefix(|c: char| CURRENCY_SIGNS.contains(c));
    let word = || CURRENCY_WORDS.iter().find_map(|word| text.strip_prefix(word));
    let code = || text.get(..3).filter(|code| is_code(code)).and_then(|code| text.strip_prefix(code));
    let rest = sign.or_else(word).or_else(code);
    rest.filter(|rest| !rest.starts_with(|c: char| c.is_alphabetic())).map_or(text, str::trim_start)
}

/// A text without currencies, the per cent sign and blanks after it.
fn after(text: &str) -> &str {
    let text = text.trim_end();
    if text.ends_with(|c: char| c.is_ascii_digit()) {
        return text;
    }
    let sign = text.strip_suffix(|c: char| c == '%' || CURRENCY_SIGNS.contains(c));
    let word = || CURRENCY_WORDS.iter().find_map(|word| text.strip_suffix(word));
    let tail = || text.len().checked_sub(3).and_then(|at| text.get(at..)).filter(|code| is_code(code));
    let code = || tail().and_then(|code| text.strip_suffix(code));
    sign.or_else(word).or_else(code).map_or(text, str::trim_end)
}

fn is_code(code: &str) -> bool {
    code.len() == 3 && CURRENCY_CODES.split(' ').any(|known| known == code)
}
