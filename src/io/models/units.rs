//! The units of columns of numbers: by the values, and by the name where values cannot tell.
//!
//! A score is never rescaled. Prices of a token or of a thousand become prices of a million, costs
//! in millions become dollars; each is said.

use super::names::own;
use crate::model::{ColumnRole as Role, Unit};

/// What the cells of a column hold, for the decision about its unit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Values<'a> {
    /// Plain name.
    pub name: &'a str,
    /// Numbers as they stand, NaN where there is none.
    pub numbers: &'a [f64],
    /// Whether most cells end in a per cent sign.
    pub has_percent_signs: bool,
}

/// A unit, what its values are multiplied by to get there, and the code of the unit in the file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Measure {
    pub unit: Unit,
    pub factor: f64,
    pub code: &'static str,
    pub is_sure: bool,
}

/// Units of a score that can be chosen.
pub(super) const OF_SCORES: [&str; 6] = ["fraction", "percent", "elo", "minutes", "hours", "none"];
/// Units of a price of tokens.
pub(super) const OF_PRICES: [&str; 4] =
    ["usd_per_mtok", "usd_per_ktok", "usd_per_token", "usd_cents_per_mtok"];
/// Units of other costs.
pub(super) const OF_COSTS: [&str; 5] = ["usd", "usd_per_case", "usd_cents", "usd_millions", "usd_billions"];

/// The units that can be chosen for a role; none where there is no choice.
pub(in crate::io) fn choices(role: Role) -> &'static [&'static str] {
    match role {
        Role::Score => &OF_SCORES,
        role if role.is_price() => &OF_PRICES,
        role if role.is_cost() => &OF_COSTS,
        _ => &[],
    }
}

/// The measure of that code for a role, `None` where the role has no such unit.
pub(super) fn of_code(role: Role, code: &str) -> Option<Measure> {
    let known = choices(role).iter().find(|known| **known == code)?;
    let (unit, factor) = match *known {
        "fraction" => (Unit::Fraction, 1.0),
        "percent" => (Unit::Percent, 1.0),
        "elo" => (Unit::Elo, 1.0),
        "minutes" => (Unit::Minutes, 1.0),
        "hours" => (Unit::Minutes, 60.0),
        "usd_per_mtok" => (Unit::UsdPerMtok, 1.0),
        "usd_per_ktok" => (Unit::UsdPerMtok, 1e3),
        "usd_per_token" => (Unit::UsdPerMtok, 1e6),
        "usd_cents_per_mtok" => (Unit::UsdPerMtok, 0.01),
        "usd" => (Unit::Usd, 1.0),
        "usd_cents" => (Unit::Usd, 0.01),
        "usd_per_case" => (Unit::UsdPerCase, 1.0),
        "usd_millions" => (Unit::Usd, 1e6),
        "usd_billions" => (Unit::Usd, 1e9),
        _ => (Unit::None, 1.0),
    };
    Some(Measure { unit, factor, code: known, is_sure: true })
}

/// The measure of a column of that role.
pub(super) fn measure(role: Role, values: Values<'_>) -> Measure {
    let (code, is_sure) = match role {
        Role::Score => score(values),
        role if role.is_price() => price(values),
        Role::CostTraining => (whole_cost(values), true),
        Role::CostRun => run(values),
        _ => return Measure { unit: Unit::None, factor: 1.0, code: "none", is_sure: true },
    };
    let measure = of_code(role, code).unwrap_or(Measure { unit: Unit::None, factor: 1.0, code, is_sure });
    Measure { is_sure, ..measure }
}

fn range(numbers: &[f64]) -> [f64; 2] {
    let finite = numbers.iter().copied().filter(|value| value.is_finite());
    finite.fold([f64::INFINITY, f64::NEG_INFINITY], |[low, high], value| [low.min(value), high.max(value)])
}

/// Units in which benchmarks of known names are reported where the values leave it open.
const PERCENT_NAMES: &[&str] = &[
    "gpqa",
    "mmlu",
    "aime",
    "math",
    "hle",
    "livecodebench",
    "livebench",
    "swe",
    "percent",
    "pct",
    "%",
    "pass rate",
    "accuracy",
    "simpleqa",
    "frontiermath",
    "win rate",
];

fn score(values: Values<'_>) -> (&'static str, bool) {
    let name = own(values.name);
    let has = |wanted: &[&str]| wanted.iter().any(|word| name.contains(word));
    if has(&["time horizon", "minutes"]) {
        return (if has(&["hour", "(h)"]) { "hours" } else { "minutes" }, true);
    }
    let [low, high] = range(values.numbers);
    let is_percent = has(PERCENT_NAMES) && !has(&["mt-bench (score", "mt bench score"]);
    if low > high || low < 0.0 {
        return ("none", low > high);
    }
    if values.has_percent_signs {
        return ("percent", true);
    }
    if high <= 1.0 {
        return ("fraction", true);
    }
    if has(&["elo", "rating"]) && high > 100.0 || low > 400.0 && high < 5000.0 {
        return ("elo", true);
    }
    // A scale that ends at ten looks like per cent of a very hard test.
    if high <= 10.0 && !is_percent {
        return ("none", false);
    }
    if high <= 100.0 && !has(&["eci"]) {
        return ("percent", high > 10.0);
    }
    ("none", true)
}

/// No price of a million tokens is below this: what is, is a price of one.
const LEAST_PRICE: f64 = 1e-3;
/// Where all prices are below this they are of a thousand tokens.
const LEAST_DEAR: f64 = 0.1;

fn price(values: Values<'_>) -> (&'static str, bool) {
    let name = values.name;
    let has = |wanted: &[&str]| wanted.iter().any(|word| name.contains(word));
    if in_cents(name) {
        return ("usd_cents_per_mtok", has(&["1m", "mtok", "million", "/m"]));
    }
    if has(&["1m", "mtok", "million", "/m", "per m "]) {
        return ("usd_per_mtok", true);
    }
    if has(&["1k", "ktok", "thousand", "1,000", "1000"]) {
        return ("usd_per_ktok", true);
    }
    let [_, high] = range(values.numbers.iter().map(|value| value.abs()).collect::<Vec<_>>().as_slice());
    if has(&["per token", "/token"]) && high < LEAST_DEAR {
        return ("usd_per_token", true);
    }
    if high > 0.0 && high < LEAST_PRICE {
        ("usd_per_token", false)
    } else if high > 0.0 && high < LEAST_DEAR {
        ("usd_per_ktok", false)
    } else {
        ("usd_per_mtok", true)
    }
}

fn whole_cost(values: Values<'_>) -> &'static str {
    let has = |wanted: &[&str]| wanted.iter().any(|word| values.name.contains(word));
    if in_cents(values.name) {
        "usd_cents"
    } else if has(&["billion"]) {
        "usd_billions"
    } else if has(&["million", "($m)", "(m usd)", "usd m"]) {
        "usd_millions"
    } else {
        "usd"
    }
}

/// Whether a name says that amounts are in hundredths of a dollar.
fn in_cents(name: &str) -> bool {
    name.contains('¢') || words(name).any(|word| matches!(word, "cent" | "cents" | "¢"))
}

fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Signs and words of currencies other than the dollar.
const OTHER_SIGNS: [&str; 7] = ["€", "£", "¥", "₹", "₩", "₽", "元"];
const OTHER_WORDS: [&str; 21] = [
    "eur", "euro", "euros", "gbp", "pound", "pounds", "sterling", "jpy", "yen", "cny", "rmb", "yuan", "chf",
    "inr", "rupee", "rupees", "krw", "cad", "aud", "sek", "hkd",
];

/// The currency other than the dollar that a name or a cell is in.
pub(super) fn other_currency(text: &str) -> Option<&'static str> {
    let lower = text.to_lowercase();
    let sign = OTHER_SIGNS.into_iter().find(|sign| lower.contains(sign));
    sign.or_else(|| OTHER_WORDS.into_iter().find(|known| words(&lower).any(|word| word == *known)))
}

/// The value without what multiplying by a power of ten left behind its last true digit.
pub(super) fn rounded(value: f64) -> f64 {
    if value.is_finite() { format!("{value:.12e}").parse().unwrap_or(value) } else { value }
}

fn run(values: Values<'_>) -> (&'static str, bool) {
    let name = values.name;
    if in_cents(name) {
        return ("usd_cents", true);
    }
    let has = |wanted: &[&str]| wanted.iter().any(|word| name.contains(word));
    if has(&["per case", "per task", "per question", "per problem", "per instance", "avg", "average", "mean"])
    {
        return ("usd_per_case", true);
    }
    let [_, high] = range(values.numbers);
    // A whole run of a benchmark for less than two dollars is rare, a case for more is too.
    if name == "cost" && high > 0.0 && high < 2.0 {
        ("usd_per_case", false)
    } else {
        (whole_cost(values), true)
    }
}

/// Where a column holds values of two scales: the places of the fewer ones.
pub(super) fn mixed(role: Role, unit: Unit, numbers: &[f64]) -> Vec<usize> {
    let border = match (role, unit) {
        // Fractions among per cent.
        (Role::Score, Unit::Percent) => 1.0,
        // Prices of one token among those of a million.
        (role, Unit::UsdPerMtok) if role.is_price() => LEAST_PRICE,
        _ => return Vec::new(),
    };
    let is_of = |wanted: fn(f64, f64) -> bool| {
        move |(_, value): &(usize, &f64)| value.is_finite() && **value > 0.0 && wanted(**value, border)
    };
    let all = || numbers.iter().enumerate();
    let small: Vec<(usize, f64)> =
        all().filter(is_of(|value, border| value <= border)).map(|(at, value)| (at, *value)).collect();
    let large: Vec<(usize, f64)> =
        all().filter(is_of(|value, border| value > border)).map(|(at, value)| (at, *value)).collect();
    let highest = small.iter().map(|(_, value)| *value).fold(0.0, f64::max);
    let lowest = large.iter().map(|(_, value)| *value).fold(f64::INFINITY, f64::min);
    // One scale leaves no such gap between its values.
    if small.is_empty() || large.is_empty() || lowest < highest * 5.0 {
        return Vec::new();
    }
    // Low per cent are as likely as fractions, unless they are like the others as fractions.
    let greatest = large.iter().map(|(_, value)| *value).fold(0.0, f64::max);
    let is_alike = |(_, value): &(usize, f64)| (lowest * 0.5..=greatest * 1.5).contains(&(value * 100.0));
    if role == Role::Score && !small.iter().all(is_alike) {
        return Vec::new();
    }
    let fewer = if small.len() <= large.len() { small } else { large };
    fewer.into_iter().map(|(at, _)| at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(role: Role, name: &str, numbers: &[f64]) -> &'static str {
        measure(role, Values { name, numbers, has_percent_signs: false }).code
    }

    #[test]
    fn units_of_scores_come_from_values() {
        let cases: &[(&str, &[f64], &str)] = &[
            ("x", &[0.1, 0.9], "fraction"),
            ("% resolved", &[0.768, 0.5], "fraction"),
            ("x", &[16.0, f64::NAN, 97.3], "percent"),
            ("x", &[717.0, 2061.0], "elo"),
            ("rating", &[310.0, 1400.0], "elo"),
            ("x", &[-3.0, 5.0], "none"),
            ("eci score", &[95.0, 99.0], "none"),
            ("x", &[120.0, 143.0], "none"),
            ("mt-bench (score)", &[7.1, 8.99], "none"),
            ("frontiermath", &[2.0, 8.7], "percent"),
            ("time horizon", &[0.1, 120.0], "minutes"),
            ("x", &[], "none"),
        ];
        for (name, numbers, expected) in cases {
            assert_eq!(code(Role::Score, name, numbers), *expected, "{name} {numbers:?}");
        }
        let signs = Values { name: "x", numbers: &[0.5, 0.9], has_percent_signs: true };
        assert_eq!(measure(Role::Score, signs).unit, Unit::Percent);
    }

    #[test]
    fn units_of_costs_come_from_names_and_values() {
        let cases: &[(Role, &str, &[f64], &str, f64)] = &[
            (Role::CostApiInput, "input", &[0.55, 15.0], "usd_per_mtok", 1.0),
            (Role::CostApiInput, "input cost per token", &[5.5e-7, 1.5e-5], "usd_per_token", 1e6),
            (Role::CostApiInput, "prompt", &[5.5e-7, 1.5e-5], "usd_per_token", 1e6),
            (Role::CostApiOutput, "price per 1k output tokens", &[0.03, 0.6], "usd_per_ktok", 1e3),
            (Role::CostApiOutput, "output price", &[0.0006, 0.06], "usd_per_ktok", 1e3),
            (Role::CostApiOutput, "price 1m output tokens", &[0.0006, 0.06], "usd_per_mtok", 1.0),
            (Role::CostRun, "avg. cost ($)", &[0.5], "usd_per_case", 1.0),
            (Role::CostRun, "cost", &[0.02, 0.83], "usd_per_case", 1.0),
            (Role::CostRun, "total cost", &[0.02, 186.5], "usd", 1.0),
            (Role::CostRun, "cost per run", &[0.5], "usd", 1.0),
            (Role::CostRun, "cost (cents)", &[50.0, 230.0], "usd_cents", 0.01),
            (Role::CostApiInput, "input price (¢ per 1m)", &[55.0], "usd_cents_per_mtok", 0.01),
            (Role::CostTraining, "training cost (usd millions)", &[5.6], "usd_millions", 1e6),
        ];
        for (role, name, numbers, expected, factor) in cases {
            let found = measure(*role, Values { name, numbers, has_percent_signs: false });
            assert_eq!((found.code, found.factor), (*expected, *factor), "{name}");
        }
    }

    #[test]
    fn currencies_are_told_by_sign_and_word() {
        let cases = [
            ("Blended price (EUR/1M)", Some("eur")),
            ("€0.9", Some("€")),
            ("Cost (pounds)", Some("pounds")),
            ("¥12", Some("¥")),
            ("Cost ($)", None),
            ("neuro score", None),
        ];
        for (text, expected) in cases {
            assert_eq!(other_currency(text), expected, "{text}");
        }
        assert_eq!(code(Role::Score, "time horizon (hours)", &[0.5, 2.3]), "hours");
    }

    #[test]
    fn two_scales_in_one_column_are_found() {
        let cases: &[(&[f64], &[usize])] = &[
            (&[86.4, 0.908, 75.0], &[1]),
            (&[0.5, 90.0, 0.6], &[1]),
            (&[0.3, 1.2, 2.0, 14.0], &[]),
            (&[86.4, f64::NAN, 75.0], &[]),
            (&[0.0, 75.0], &[]),
            (&[0.9, 26.7, 57.0], &[]),
        ];
        for (numbers, expected) in cases {
            assert_eq!(mixed(Role::Score, Unit::Percent, numbers), *expected, "{numbers:?}");
        }
        assert_eq!(mixed(Role::CostApiInput, Unit::UsdPerMtok, &[2.5, 5.5e-7]), [1]);
    }
}
