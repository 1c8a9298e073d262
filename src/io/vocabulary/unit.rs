//! In what a column is measured, where a line of a table or of its caption says only that: "Index,
//! base year = 100", "per cent", "EUR mn", "元".
//!
//! A text that names anything beside the unit is a name and none of these.

use super::currency::currency;
use super::plain::plain;

/// In what numbers are measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::io) enum Unit {
    /// Relative to a base: "2015=100".
    Index,
    Percent,
    Points,
    /// Money, with its ISO code where the text says which.
    Currency(Option<&'static str>),
    /// Pieces, weights, energy, or a bare factor.
    Quantity,
}

const PERCENT: &[&str] = &[
    "%",
    "percent",
    "percentage",
    "per cent",
    "pct",
    "percents",
    "percentages",
    "prozent",
    "procent",
    "prosent",
    "процент",
    "проценты",
    "pourcentage",
    "por ciento",
    "percentuale",
    "yüzde",
    "نسبة مئوية",
    "درصد",
    "प्रतिशत",
    "persen",
    "peratus",
    "phần trăm",
    "ร้อยละ",
    "百分比",
    "パーセント",
    "basis points",
    "bps",
];
const POINTS: &[&str] = &[
    "point",
    "points",
    "pts",
    "index points",
    "punkte",
    "indexpunkte",
    "puntos",
    "pontos",
    "punti",
    "punkty",
    "пункты",
    "пункт",
    "نقطة",
    "نقاط",
    "نقطه",
    "点",
    "點",
    "ポイント",
    "포인트",
    "poin",
    "mata",
    "điểm",
    "จุด",
    "puan",
    "poäng",
    "point(s)",
];
/// Money whose country the word leaves open, and units of it that no sign of the currency holds.
const MONEY: &[&str] = &[
    "元",
    "圓",
    "圆",
    "kr",
    "krone",
    "kroner",
    "kronor",
    "dollar",
    "dollars",
    "peso",
    "pesos",
    "franc",
    "francs",
    "rupee",
    "rupees",
    "dinar",
    "dinars",
    "riyal",
    "riyals",
    "dirham",
    "dirhams",
    "pound",
    "pounds",
    "pence",
    "cents",
    "cent",
    "local currency",
    "lcu",
    "currency",
    "national currency",
];
const QUANTITY: &[&str] = &[
    "share",
    "shares",
    "unit",
    "units",
    "number",
    "contract",
    "contracts",
    "lots",
    "lot",
    "pieces",
    "tonne",
    "tonnes",
    "ton",
    "tons",
    "kilogram",
    "kilograms",
    "gram",
    "grams",
    "troy ounce",
    "troy ounces",
    "ounce",
    "ounces",
    "barrel",
    "barrels",
    "bushel",
    "bushels",
    "litre",
    "litres",
    "liter",
    "liters",
    "gallon",
    "gallons",
    "persons",
    "people",
    "persons employed",
    "ratio",
    "股",
    "手",
    "张",
    "張",
    "株",
    "주",
    "stück",
    "stücke",
    "титулы",
    "шт",
    "سهم",
    "أسهم",
    "titres",
    "títulos",
    "titoli",
    "acciones",
    "ações",
    "hisse",
    "adet",
    "szt",
    "kpl",
];
/// Weights and energies that are a unit only behind a stroke: alone they are also tickers.
const MEASURES: &[&str] =
    &["t", "mt", "g", "kg", "oz", "lb", "bbl", "bu", "mwh", "kwh", "gwh", "mmbtu", "l", "m3"];
/// Factors before or behind a unit, which are one by themselves.
const FACTORS: &[&str] = &[
    "thousand",
    "thousands",
    "million",
    "millions",
    "billion",
    "billions",
    "trillion",
    "trillions",
    "mn",
    "mln",
    "mio",
    "bn",
    "mrd",
    "mld",
    "tsd",
    "'000",
    "000s",
    "000",
    "hundred",
    "hundreds",
    "tys",
    "тыс",
    "млн",
    "млрд",
    "ألف",
    "مليون",
    "مليار",
    "千",
    "万",
    "萬",
    "億",
    "亿",
    "百万",
    "百萬",
    "천",
    "만",
    "억",
];

/// In what a text says that numbers are measured; `None` where it says anything else.
pub(in crate::io) fn unit(text: &str) -> Option<Unit> {
    let text = text.trim();
    let bare = text.trim_matches(|c: char| "()[]（）【】:".contains(c)).trim();
    let bare = [
        "Unit:",
        "Units:",
        "unit:",
        "单位:",
        "單位:",
        "单位：",
        "單位：",
        "Einheit:",
        "単位:",
        "単位：",
        "단위:",
    ]
    .iter()
    .find_map(|label| bare.strip_prefix(label))
    .unwrap_or(bare)
    .trim();
    if bare.is_empty() || bare.chars().count() > 60 {
        return None;
    }
    let words = plain(bare);
    if is_base(&words) {
        return Some(Unit::Index);
    }
    let main = main_part(&words);
    let of = |main: &str| {
        if PERCENT.contains(&main) {
            Some(Unit::Percent)
        } else if POINTS.contains(&main) {
            Some(Unit::Points)
        } else if QUANTITY.contains(&main) {
            Some(Unit::Quantity)
        } else {
            None
        }
    };
    of(&main).or_else(|| money(bare, &main)).or_else(|| {
        let rest = without_factors(&main);
        match rest.as_str() {
            "" => Some(Unit::Quantity),
            rest if rest != main => of(rest).or_else(|| money(rest, rest)),
            _ => None,
        }
    })
}

/// What is measured, without what it is measured for: "USD per barrel", "% p.a.", "EUR/MWh".
fn main_part(words: &str) -> String {
    const PER_TIME: [&str; 8] =
        [" per annum", " p.a", " pa", " per year", " a year", " yoy", " y/y", " per month"];
    let words = words.strip_prefix("in ").unwrap_or(words);
    let words = PER_TIME.iter().find_map(|ending| words.strip_suffix(ending)).unwrap_or(words);
    let part = words.split_once(" per ").map_or(words, |(main, _)| main);
    if part == "per cent" || words.starts_with("per cent") {
        return words.trim_end_matches(',').to_owned();
    }
    let part = part.split_once('/').filter(|(_, of)| is_measure(of.trim())).map_or(part, |(main, _)| main);
    part.trim().trim_end_matches(',').to_owned()
}

/// Whether money can be counted for each of these: "USD/oz", "EUR/MWh".
fn is_measure(word: &str) -> bool {
    QUANTITY.contains(&word) || MEASURES.contains(&word)
}

/// Words without the factors before and behind them: "mn tonnes", "EUR bn", "千元".
fn without_factors(words: &str) -> String {
    let mut rest = words.trim();
    loop {
        let glued =
            |factor: &&str| !factor.is_ascii() && !factor.starts_with(|c: char| ('а'..='я').contains(&c));
        let cut = FACTORS.iter().find_map(|factor| {
            let before = rest
                .strip_prefix(factor)
                .filter(|rest| rest.is_empty() || rest.starts_with([' ', '.', ',']) || glued(factor));
            let behind = || {
                rest.strip_suffix(factor).filter(|rest| rest.is_empty() || rest.ends_with([' ', '.', ',']))
            };
            before.or_else(behind)
        });
        let Some(cut) = cut else { break };
        rest = cut.trim_matches(|c: char| c.is_whitespace() || ".,".contains(c));
        rest = rest.strip_prefix("of ").unwrap_or(rest);
    }
    rest.to_owned()
}

/// Money and nothing beside it: no amount, no pair of currencies.
fn money(written: &str, main: &str) -> Option<Unit> {
    if MONEY.contains(&main) {
        return Some(Unit::Currency(currency(written)));
    }
    let is_bare =
        main.chars().count() <= 16 && !main.contains(|c: char| c == ' ' || c == '/' || c.is_numeric());
    // Signs of letters are known as they are written: "US$", "Kč".
    let of_written = || currency(written).filter(|_| main == plain(written));
    let code = || currency(main).or_else(|| currency(&main.to_uppercase())).or_else(of_written);
    is_bare.then(code).flatten().map(|code| Unit::Currency(Some(code)))
}

/// "2015=100", "Index, base year = 100", "Jan 2000 = 100", "index 2010 100".
fn is_base(words: &str) -> bool {
    if ["index", "indices", "indeks", "indice", "índice", "指数", "指數", "مؤشر"].contains(&words) {
        return true;
    }
    let tight: String = words.chars().filter(|c| !c.is_whitespace()).collect();
    let Some((before, behind)) = tight.split_once('=') else { return false };
    let is_hundred = behind.trim_end_matches(')').trim_end_matches(".0").trim_end_matches('%');
    let is_round = ["1", "10", "100", "1000", "1,000", "10000"].contains(&is_hundred);
    let letters = before.trim_start_matches(|c: char| !c.is_alphanumeric());
    is_round && BaseWords(letters).is_all()
}

/// What stands before the equals sign of a base, without blanks: a time and words for an index.
struct BaseWords<'t>(&'t str);

impl BaseWords<'_> {
    const WORDS: [&'static str; 30] = [
        "index",
        "numbers",
        "number",
        "indices",
        "base",
        "year",
        "period",
        "reference",
        "average",
        "avg",
        "of",
        "chained",
        "volume",
        "sa",
        "nsa",
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "basis",
        "basisjahr",
        "année",
        "indeks",
    ];
    const SHORT: [&'static str; 13] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "q"];

    /// Whether nothing else stands there.
    fn is_all(&self) -> bool {
        let mut rest = self.0;
        while !rest.is_empty() {
            let bare = rest.trim_start_matches(|c: char| !c.is_alphabetic());
            let word = Self::WORDS.iter().chain(&Self::SHORT).find(|word| bare.starts_with(*word));
            match word {
                Some(word) => rest = bare.get(word.len()..).unwrap_or_default(),
                None if bare.is_empty() => break,
                None => return false,
            }
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_told_from_a_name() {
        let cases = [
            ("Index, base year = 100", Some(Unit::Index)),
            ("2015=100", Some(Unit::Index)),
            ("2015 = 100", Some(Unit::Index)),
            ("Index 2010=100", Some(Unit::Index)),
            ("Jan 2000=100", Some(Unit::Index)),
            ("(Average 2005 = 100)", Some(Unit::Index)),
            ("Index: 31.12.1987=1000", Some(Unit::Index)),
            ("Q1 2019=100", Some(Unit::Index)),
            ("Index", Some(Unit::Index)),
            ("%", Some(Unit::Percent)),
            ("per cent", Some(Unit::Percent)),
            ("Percent", Some(Unit::Percent)),
            ("Percent per annum", Some(Unit::Percent)),
            ("per cent per annum", Some(Unit::Percent)),
            ("% p.a.", Some(Unit::Percent)),
            ("(%)", Some(Unit::Percent)),
            ("Prozent", Some(Unit::Percent)),
            ("basis points", Some(Unit::Percent)),
            ("points", Some(Unit::Points)),
            ("Points", Some(Unit::Points)),
            ("pts.", Some(Unit::Points)),
            ("Index points", Some(Unit::Points)),
            ("点", Some(Unit::Points)),
            ("元", Some(Unit::Currency(None))),
            ("单位：元", Some(Unit::Currency(None))),
            ("千元", Some(Unit::Currency(None))),
            ("USD", Some(Unit::Currency(Some("USD")))),
            ("in EUR", Some(Unit::Currency(Some("EUR")))),
            ("(€)", Some(Unit::Currency(Some("EUR")))),
            ("EUR bn", Some(Unit::Currency(Some("EUR")))),
            ("USD per barrel", Some(Unit::Currency(Some("USD")))),
            ("EUR/MWh", Some(Unit::Currency(Some("EUR")))),
            ("USD/oz", Some(Unit::Currency(Some("USD")))),
            ("US$ mn", Some(Unit::Currency(Some("USD")))),
            ("Kč", Some(Unit::Currency(Some("CZK")))),
            ("kr", Some(Unit::Currency(None))),
            ("Dollars per Barrel", Some(Unit::Currency(None))),
            ("million USD", Some(Unit::Currency(Some("USD")))),
            ("mn tonnes", Some(Unit::Quantity)),
            ("Thousands of Persons", Some(Unit::Quantity)),
            ("thousand", Some(Unit::Quantity)),
            ("Shares", Some(Unit::Quantity)),
            ("contracts", Some(Unit::Quantity)),
            ("万股", Some(Unit::Quantity)),
            ("млн шт", Some(Unit::Quantity)),
            ("", None),
            ("DEMO INDEX 2015=100", None),
            ("CPI INDEX 00: ALL ITEMS 2015=100", None),
            ("AAPL", None),
            ("T", None),
            ("M", None),
            ("BP", None),
            ("DB", None),
            ("Close", None),
            ("Close (USD)", None),
            ("NVDA US Equity", None),
            ("MSCI World USD", None),
            ("S&P 500", None),
            ("Point Capital", None),
            ("Shares of Acme", None),
            ("Million Group", None),
            ("贵州茅台", None),
            ("2025-01-27", None),
            ("100", None),
            ("$165.63", None),
            ("GBP/USD", None),
            ("x=y", None),
        ];
        for (text, expected) in cases {
            assert_eq!(unit(text), expected, "{text}");
        }
    }
}
