//! What the names of all columns together mean: which of them are tickers after all, and what kind
//! of table has them.
//!
//! It knows names only; whether the cells bear a name out is decided where they are read.

use super::listings::is_listings;
use crate::model::Kind;

pub(super) use super::vocabulary::{Role, currency, is_index_name, plain, role, split_ticker, unit};

/// Rank up to which a close needs no further word.
pub(super) const SURE_CLOSE: u8 = 1;

/// A column whose name means a price elsewhere and a series here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reread {
    pub column: usize,
    /// Whether the name is a whole word, and not one letter that is a usual ticker too.
    pub is_word: bool,
}

/// Takes back the roles of names that are as likely tickers of a file with one series a column:
/// single letters, unless open, high, low and close all stand there, and a lone "open" or "low"
/// beside columns of numbers with no known name, where nothing is a close.
pub(super) fn take_back(roles: &mut [Role], names: &[String], numeric: &[bool]) -> Vec<Reread> {
    let names: Vec<String> = names.iter().map(|name| plain(name)).collect();
    let mut reread = Vec::new();
    let has_all = ["o", "h", "l", "c"].iter().all(|letter| names.iter().any(|name| name == letter));
    for (column, (role, name)) in roles.iter_mut().zip(&names).enumerate() {
        if !has_all && ["o", "h", "l", "c", "v"].contains(&name.as_str()) {
            *role = Role::Other;
            reread.push(Reread { column, is_word: false });
        }
    }
    let numbers = || roles.iter().zip(&names).zip(numeric).filter(|(_, numeric)| **numeric);
    let has = |wanted: fn(&Role) -> bool| numbers().any(|((role, _), _)| wanted(role));
    let has_close = has(|role| matches!(role, Role::Close(_) | Role::AdjClose));
    let is_unknown = |name: &String| !name.is_empty();
    let has_unknown = numbers().any(|((role, name), _)| *role == Role::Other && is_unknown(name));
    // "Max" and "min" are usual for a day's prices and usual tickers, "high" is no ticker.
    let has_high = numbers().any(|((role, name), _)| *role == Role::High && name != "max");
    let is_day = has_high && has(|role| matches!(role, Role::Open | Role::Low));
    if has_close || is_day || !has_unknown {
        return reread;
    }
    for (column, (role, _)) in roles.iter_mut().zip(numeric).enumerate().filter(|(_, (_, n))| **n) {
        if matches!(role, Role::Open | Role::High | Role::Low) {
            *role = Role::Other;
            reread.push(Reread { column, is_word: true });
        }
    }
    reread
}

/// What a file with these column names is, `None` when the names alone do not say. Names are
/// [`plain`]; `numeric` tells for each column whether its cells are mostly numbers.
pub(super) fn kind(names: &[String], numeric: &[bool]) -> Option<Kind> {
    let has = |wanted: &[&str]| names.iter().any(|name| wanted.contains(&name.as_str()));
    let ticker = has(&["series", "ticker", "symbol"]);
    let dated = names.iter().any(|name| matches!(role(name), Role::Date));
    let priced = names.iter().any(|name| matches!(role(name), Role::Close(_) | Role::Open | Role::AdjClose));
    if dated && has(&["subject"]) && has(&["quantity"]) && has(&["value"]) {
        return Some(Kind::Reported);
    }
    if ticker && has(&["as of", "as of date"]) && names.iter().any(|name| name.starts_with("shares")) {
        return Some(Kind::Shares);
    }
    if is_listings(names) {
        return Some(Kind::MarketValues);
    }
    if ticker && !priced && (has(&["role"]) || has(&["issuer", "exchange"]) && has(&["name"])) {
        return Some(Kind::Series);
    }
    let model = names.iter().any(|name| is_model_name(name));
    if model && has(&["method"]) && names.iter().any(|name| name.contains("cost") && name.contains("usd")) {
        return Some(Kind::Values);
    }
    if are_events(names, numeric) && !priced {
        return Some(Kind::Events);
    }
    if dated && priced {
        return Some(Kind::Prices);
    }
    let labelled = model || has(&["name", "display name", "system", "entity"]);
    if labelled && names.iter().any(|name| is_model_word(name)) && numeric.contains(&true) {
        return Some(Kind::Models);
    }
    // A list of prices by maker has neither a word for models nor a score.
    let priced_by_side = has(&["input"]) && has(&["output"]);
    if labelled && priced_by_side && has(&["vendor", "provider", "organization", "company"]) {
        return Some(Kind::Models);
    }
    // A list of releases has no number at all.
    let described = names.iter().any(|name| is_about_models(name));
    if model && (described || numeric.contains(&true)) {
        return Some(Kind::Models);
    }
    dated.then_some(Kind::Prices)
}

/// Names of the column that names an event, in the order in which they do.
pub(super) const EVENT_NAMES: &[&str] =
    &["name", "event", "event name", "label", "title", "headline", "description", "announcement"];

/// Names of the column of the firms that events are of.
pub(super) const EVENT_FIRMS: &[&str] = &[
    "firm",
    "company",
    "company name",
    "series",
    "ticker",
    "symbol",
    "stock",
    "security",
    "issuer",
    "isin",
    "firm id",
    "firmid",
    "permno",
    "gvkey",
];

/// Columns of the largest table of events.
const MOST_OF_EVENT: usize = 10;

/// Whether a table holds dates with names or firms and no measure beside them. Numbers that only count
/// or call the rows or firms are none.
fn are_events(names: &[String], numeric: &[bool]) -> bool {
    let has = |wanted: &[&str]| names.iter().any(|name| wanted.contains(&name.as_str()));
    let is_dated = |name: &String| {
        matches!(role(name), Role::Date)
            || name.split([' ', '_']).any(|word| word == "date")
            || name == "eventdate"
    };
    let is_id = |name: &str| {
        matches!(name, "" | "id" | "no" | "nr" | "number" | "row" | "#" | "unnamed: 0" | "group" | "type")
            || name.ends_with(" id")
            || name.ends_with("_id")
            || EVENT_FIRMS.contains(&name)
    };
    let is_measure = |(name, numeric): (&String, &bool)| *numeric && !is_id(name) && !is_dated(name);
    let is_of_model = names.iter().any(|name| is_model_name(name));
    names.iter().any(is_dated)
        && (has(EVENT_NAMES) || has(EVENT_FIRMS))
        && !names.iter().zip(numeric).any(is_measure)
        && names.len() <= MOST_OF_EVENT
        && !is_of_model
}

/// Whether a [`plain`] name is that of a column of model names.
pub(super) fn is_model_name(name: &str) -> bool {
    ["model", "model name", "model version", "display name", "model/adapter"].contains(&name)
}

/// Whether a [`plain`] name beside that of models says who made them and when.
fn is_about_models(name: &str) -> bool {
    ["organization", "organisation", "developer", "license", "licence", "provider"].contains(&name)
        || name.contains("release date")
}

/// Whether a [`plain`] name speaks of what models cost or how well they do.
fn is_model_word(name: &str) -> bool {
    const WORDS: &[&str] = &[
        "gpqa",
        "mmlu",
        "aime",
        "math",
        "arena",
        "elo",
        "benchmark",
        "tokens",
        "mtok",
        "flop",
        "pass rate",
        "eci",
        "livebench",
        "livecodebench",
        "swe bench",
        "swe-bench",
        "artificial analysis",
        "humaneval",
        "mean score",
        "training cost",
        "training compute",
        "training computation",
        "parameters",
        "codeforces",
        "hle",
        "mean win rate",
        "token price",
        "rating q",
    ];
    WORDS.iter().any(|word| name.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_names_have_their_role() {
        let cases = [
            ("Date", Role::Date),
            ("\"datetime\"", Role::Date),
            ("<DATE>", Role::Date),
            ("Time", Role::Time),
            ("1. open", Role::Open),
            ("High ", Role::High),
            ("Low Price", Role::Low),
            ("Close/Last", Role::Close(1)),
            ("close*", Role::Close(0)),
            ("Adj Close**", Role::AdjClose),
            ("adjusted_close", Role::AdjClose),
            ("Closing Price (USD)", Role::Close(0)),
            ("Price", Role::Close(4)),
            ("Vol.", Role::Volume),
            ("Change %", Role::Ignored),
            ("Ticker", Role::Symbol(0)),
            ("Name", Role::Symbol(3)),
            ("NVDA", Role::Other),
            ("", Role::Other),
        ];
        for (name, expected) in cases {
            assert_eq!(role(name), expected, "{name}");
        }
    }

    #[test]
    fn a_price_word_among_tickers_is_a_ticker() {
        // Names of columns that are all numbers but the first; which of them become series.
        let cases = [
            ("date,aapl,v,msft,c", "v c"),
            ("date,hd,low", "low"),
            ("date,hd,open,zg", "open"),
            ("date,open,low,hd", "open low"),
            ("date,max,min,hd", "max min"),
            ("date,o,c,v", "o c v"),
            ("date,o,h,l,c,v", ""),
            ("date,o,h,l,c,rsi", ""),
            ("date,open,high,low,rsi", ""),
            ("date,open,high,low", ""),
            ("date,open,rsi,close", ""),
            ("date,open,rsi,adj close", ""),
            ("date,low", ""),
            ("date,first,max,min,last", ""),
        ];
        for (names, expected) in cases {
            let names: Vec<String> = names.split(',').map(str::to_owned).collect();
            let numeric: Vec<bool> = (0..names.len()).map(|column| column > 0).collect();
            let mut roles: Vec<Role> = names.iter().map(|name| role(name)).collect();
            let reread = take_back(&mut roles, &names, &numeric);
            let found: Vec<&str> = reread.iter().map(|reread| names[reread.column].as_str()).collect();
            assert_eq!(found.join(" "), expected, "{names:?}");
            assert!(reread.iter().all(|reread| roles[reread.column] == Role::Other));
        }
    }

    #[test]
    fn kinds_are_told_by_their_names() {
        let cases: &[(&str, &[usize], Option<Kind>)] = &[
            ("date,open,high,low,close,volume", &[1, 2, 3, 4, 5], Some(Kind::Prices)),
            ("date,name,close", &[2], Some(Kind::Prices)),
            ("date,nvda,mu", &[1, 2], Some(Kind::Prices)),
            ("date,name", &[], Some(Kind::Events)),
            ("firm,date", &[], Some(Kind::Events)),
            ("company,date,market", &[], Some(Kind::Events)),
            ("market,event date,firm id", &[2], Some(Kind::Events)),
            ("event id,date,label,title,type", &[0], Some(Kind::Events)),
            ("date,series,name", &[], Some(Kind::Events)),
            ("ticker,date,close", &[2], Some(Kind::Prices)),
            ("ticker,date,level", &[2], Some(Kind::Prices)),
            ("model,release date", &[], Some(Kind::Models)),
            ("date,name,value", &[2], Some(Kind::Prices)),
            ("series,name,role,exchange,currency,issuer,sector", &[], Some(Kind::Series)),
            ("series,shares,as of,filing", &[1], Some(Kind::Shares)),
            ("ticker,shares outstanding,as of,filing", &[1], Some(Kind::Shares)),
            ("date,subject,quantity,value,unit,bound,note", &[3], Some(Kind::Reported)),
            ("model,cost usd,dollar year,method,basis", &[1], Some(Kind::Values)),
            ("model,organization,release date,gpqa diamond", &[3], Some(Kind::Models)),
            ("name,slug,release date,price 1m blended 3 to 1,gpqa", &[3, 4], Some(Kind::Models)),
            ("foo,bar", &[0, 1], None),
        ];
        for (names, numeric, expected) in cases {
            let names: Vec<String> = names.split(',').map(plain).collect();
            let numeric: Vec<bool> = (0..names.len()).map(|i| numeric.contains(&i)).collect();
            assert_eq!(kind(&names, &numeric), *expected, "{names:?}");
        }
    }
}
