//! Files of market values: a symbol, and a value before and after, in two columns.
//!
//! The columns are told by their names: those that speak of market value and of a date, or of
//! "before" and "after". A row without one of the values stays; it is in no sum.

use jiff::civil::Date;

use super::header::plain;
use super::numbers::{self, Cell, Format};
use super::report::Report;
use super::sides::text;
use super::table::Table;
use crate::model::{MarketValue, MarketValues, Message, WarningKind};

const SYMBOL: &[&str] = &["symbol", "ticker", "series"];

/// Columns of market value among names in [`plain`] form: before, after.
pub(super) fn value_columns(names: &[String]) -> Option<[usize; 2]> {
    let mut found: Vec<(usize, Option<Date>)> = names
        .iter()
        .enumerate()
        .filter(|(_, name)| is_value(name))
        .map(|(place, name)| (place, date_in(name)))
        .collect();
    let named =
        |word: &str| names.iter().position(|name| is_value(name) && name.split(' ').any(|part| part == word));
    if let (Some(before), Some(after)) = (named("before"), named("after")) {
        return Some([before, after]);
    }
    found.retain(|(_, date)| date.is_some());
    found.sort_by_key(|(_, date)| *date);
    match found.as_slice() {
        [(before, first), .., (after, last)] if first < last => Some([*before, *after]),
        _ => None,
    }
}

/// Whether these names are those of a file of market values.
pub(super) fn is_listings(names: &[String]) -> bool {
    names.iter().any(|name| SYMBOL.contains(&name.as_str())) && value_columns(names).is_some()
}

/// Whether a [`plain`] name says that its column holds market values, not their change.
fn is_value(name: &str) -> bool {
    let about = ["mcap", "market cap", "market value", "marketcap", "capitalisation", "capitalization"];
    let change = ["change", "pct", "percent", "diff", "delta"];
    about.iter().any(|word| name.contains(word)) && !change.iter().any(|word| name.contains(word))
}

/// The date that ends a name: `mcap usd 2025 01 24`, `market cap 20250124`.
fn date_in(name: &str) -> Option<Date> {
    let digits: String = name.chars().filter(char::is_ascii_digit).collect();
    let at = digits.len().checked_sub(8)?;
    let date = digits.get(at..)?;
    format!("{}-{}-{}", date.get(..4)?, date.get(4..6)?, date.get(6..8)?).parse().ok()
}

/// Reads the listings of a table whose names are those of one.
pub(super) fn listings(table: &Table, file: &str, report: &mut Report) -> MarketValues {
    let names: Vec<String> = table.names.iter().map(|name| plain(name)).collect();
    let Some([before, after]) = value_columns(&names) else { return MarketValues::default() };
    let symbol = table.column(SYMBOL);
    let [exchange, sector] = ["exchange", "sector"].map(|name| table.column(&[name]));
    let duplicate = names.iter().position(|name| name.starts_with("duplicate"));
    let mark = |column: usize, report: &mut Report| {
        let survey = (table.name(column), table.survey(column));
        let marks = numbers::decide(&[survey], table.has_semicolons, None, report);
        marks.first().copied().unwrap_or_default()
    };
    let marks = [mark(before, report), mark(after, report)];
    let mut found = MarketValues {
        file: file.to_owned(),
        dates: [before, after].map(|column| names.get(column).and_then(|name| date_in(name))),
        currency: names.get(before).and_then(|name| currency_in(name)),
        rows: Vec::new(),
    };
    for record in table.records() {
        let Some(symbol) = text(record, symbol) else {
            report.warn(Some(record.line), WarningKind::Skipped, Message::new("io-row-without-series"));
            continue;
        };
        let value = |column: usize, mark: Format| match numbers::parse(record.cell(column), mark) {
            Cell::Number(value) if value > 0.0 => value,
            _ => f64::NAN,
        };
        let flag = duplicate.map_or("", |column| record.cell(column)).to_lowercase();
        found.rows.push(MarketValue {
            symbol,
            exchange: text(record, exchange),
            sector: text(record, sector),
            before: value(before, marks[0]),
            after: value(after, marks[1]),
            is_duplicate: ["1", "true", "yes", "y"].contains(&flag.as_str()),
        });
    }
    found
}

/// The currency that a name speaks of.
fn currency_in(name: &str) -> Option<String> {
    let known = ["usd", "eur", "gbp", "jpy", "chf", "cny", "hkd", "sar", "aed", "inr", "krw"];
    name.split(' ').find(|part| known.contains(part)).map(str::to_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::io::table::of_text;
    use jiff::civil::date;

    #[test]
    fn values_before_and_after_are_told_by_their_dates() {
        let text = "symbol,exchange,sector,close_2025_01_24,mcap_usd_2025_01_27,mcap_usd_2025_01_24,\
                    mcap_change_usd,duplicate_issuer_line\n\
                    NVDA,NASDAQ,Technology,142.62,2900,3492,-592,0\nGOOG,NASDAQ,Technology,200,95,100,-5,1\n\
                    X,NYSE,,1,,7,0,0\n,NYSE,,1,5,7,0,0\n";
        let mut report = Report::default();
        let found = listings(&of_text(text), "caps.csv", &mut report);
        assert_eq!(found.dates, [Some(date(2025, 1, 24)), Some(date(2025, 1, 27))]);
        assert_eq!((found.currency.as_deref(), found.rows.len()), (Some("USD"), 3));
        assert_eq!((found.rows[0].before, found.rows[0].after), (3492.0, 2900.0));
        assert!(found.rows[1].is_duplicate && !found.rows[0].is_duplicate);
        assert!(found.rows[2].after.is_nan() && found.rows[2].sector.is_none());
        assert_eq!(report.finish().1.len(), 1);
    }

    #[test]
    fn only_two_values_of_one_measure_make_such_a_file() {
        let is = |names: &[&str]| is_listings(&names.iter().map(|name| plain(name)).collect::<Vec<_>>());
        assert!(is(&["Symbol", "Market Cap before", "Market Cap after"]));
        assert!(is(&["ticker", "market_value_20250124", "market_value_20250127"]));
        assert!(!is(&["ticker", "market cap"]));
        assert!(!is(&["ticker", "market_cap_2025_01_24", "market_cap_change_2025_01_27"]));
        assert!(!is(&["name", "market cap before", "market cap after"]));
    }
}
