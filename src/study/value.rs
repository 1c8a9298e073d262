//! Market value gained or lost between base and event close.
//!
//! Shares outstanding times the change of the close, in US dollars, for the stocks whose shares
//! are known. Only series quoted in US dollars count, because nothing here converts a currency;
//! each issuer counts once, because two lines of one company share its value.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::moves::Move;
use crate::model::{Data, Role, Series, SeriesId, ShareCount};

/// Market value change of the series whose shares are known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ValueChange {
    /// Change of each counted series in US dollars.
    pub lines: Vec<(SeriesId, f64)>,
    /// Sum over the lines in US dollars, each issuer once.
    pub total_usd: f64,
    /// How many stocks are counted.
    pub counted: usize,
    /// How many stocks there are, each issuer once.
    pub of: usize,
}

/// The change in market value over all stocks with a move; `moves` stand in the order of the
/// data. `None` when not one stock can be counted.
#[must_use]
pub fn value_change(data: &Data, moves: &[Move]) -> Option<ValueChange> {
    value_change_of(data, moves, |_| true)
}

/// The same over the series that `counts` takes in.
#[must_use]
pub fn value_change_of(
    data: &Data,
    moves: &[Move],
    counts: impl Fn(&SeriesId) -> bool,
) -> Option<ValueChange> {
    let mut issuers = BTreeSet::new();
    let mut counted = BTreeSet::new();
    let mut lines = Vec::new();
    for (series, found) in data.series.iter().zip(moves) {
        if series.info.role != Role::Stock || !counts(&series.id) {
            continue;
        }
        let issuer = issuer_of(series);
        issuers.insert(issuer);
        if series.info.currency.as_deref() != Some("USD") || counted.contains(issuer) {
            continue;
        }
        if let Some(change_usd) = change_usd(data, series, found) {
            counted.insert(issuer);
            lines.push((series.id.clone(), change_usd));
        }
    }
    if lines.is_empty() {
        return None;
    }
    let total_usd = lines.iter().map(|(_, change_usd)| change_usd).sum();
    Some(ValueChange { total_usd, counted: lines.len(), of: issuers.len(), lines })
}

fn issuer_of(series: &Series) -> &str {
    series.info.issuer.as_deref().unwrap_or_else(|| series.id.as_str())
}

fn change_usd(data: &Data, series: &Series, found: &Move) -> Option<f64> {
    let base = found.base?;
    let (_, close) = found.event?;
    let shares = shares_at(&data.shares, series, base.date)?;
    Some(shares * (close - base.close))
}

/// The latest count of or before that date, else the earliest after it.
fn shares_at(counts: &[ShareCount], series: &Series, date: Date) -> Option<f64> {
    let own = || {
        counts.iter().filter(|count| {
            (count.series == series.id.as_str() || count.series == series.info.series)
                && count.shares.is_finite()
                && count.shares > 0.0
        })
    };
    own()
        .filter(|count| count.as_of <= date)
        .max_by_key(|count| count.as_of)
        .or_else(|| own().min_by_key(|count| count.as_of))
        .map(|count| count.shares)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::samples::{data_of, series};
    use jiff::civil::date;

    fn stock(name: &str, issuer: &str, currency: Option<&str>, fall: f64) -> Series {
        let mut stock = series(name, &[(date(2025, 1, 24), 100.0), (date(2025, 1, 27), 100.0 - fall)]);
        stock.info.issuer = Some(issuer.to_owned());
        stock.info.currency = currency.map(str::to_owned);
        stock
    }

    fn shares(series: &str, shares: f64, as_of: Date) -> ShareCount {
        ShareCount { series: series.to_owned(), shares, as_of, filing: None }
    }

    #[test]
    fn counts_each_issuer_once_in_dollars_with_the_count_of_the_day() {
        let mut index = stock("NDX", "NDX", Some("USD"), 3.0);
        index.info.role = Role::Index;
        let mut data = data_of(vec![
            index,
            stock("NVDA", "Nvidia", Some("USD"), 10.0),
            stock("GOOGL", "Alphabet", Some("USD"), 4.0),
            stock("GOOG", "Alphabet", Some("USD"), 5.0),
            stock("ASML.AS", "ASML", Some("EUR"), 7.0),
            stock("X", "X", None, 7.0),
        ]);
        data.shares = vec![
            shares("NVDA", 10.0, date(2024, 11, 15)),
            shares("NVDA", 99.0, date(2025, 1, 26)),
            shares("NVDA", 5.0, date(2024, 8, 15)),
            shares("GOOGL", 2.0, date(2025, 1, 28)),
            shares("GOOG", 2.0, date(2025, 1, 28)),
            shares("ASML.AS", 2.0, date(2025, 1, 2)),
            shares("X", 2.0, date(2025, 1, 2)),
        ];
        let moves: Vec<Move> =
            data.series.iter().map(|series| Move::of(series, Some(date(2025, 1, 27)))).collect();
        let value = value_change(&data, &moves).unwrap();
        assert_eq!(value.lines, vec![(SeriesId::new("NVDA"), -100.0), (SeriesId::new("GOOGL"), -8.0)]);
        assert_eq!((value.total_usd, value.counted, value.of), (-108.0, 2, 4));
    }

    #[test]
    fn only_what_counts_is_summed_and_another_line_of_an_issuer_takes_the_place_of_a_hidden_one() {
        let mut data = data_of(vec![
            stock("NVDA", "Nvidia", Some("USD"), 10.0),
            stock("GOOGL", "Alphabet", Some("USD"), 4.0),
            stock("GOOG", "Alphabet", Some("USD"), 5.0),
        ]);
        data.shares = ["NVDA", "GOOGL", "GOOG"].map(|name| shares(name, 2.0, date(2025, 1, 2))).to_vec();
        let moves: Vec<Move> =
            data.series.iter().map(|series| Move::of(series, Some(date(2025, 1, 27)))).collect();
        let total = |hidden: &[&str]| {
            let value = value_change_of(&data, &moves, |id| !hidden.contains(&id.as_str()));
            value.map(|value| (value.total_usd, value.counted))
        };
        assert_eq!(total(&[]), Some((-28.0, 2)));
        assert_eq!(total(&["GOOGL"]), Some((-30.0, 2)));
        assert_eq!(total(&["GOOGL", "GOOG"]), Some((-20.0, 1)));
        assert_eq!(total(&["NVDA", "GOOGL", "GOOG"]), None);
    }

    #[test]
    fn nothing_to_count_is_no_total() {
        let data = data_of(vec![stock("NVDA", "Nvidia", Some("USD"), 10.0)]);
        let moves = vec![Move::of(&data.series[0], Some(date(2025, 1, 27)))];
        assert_eq!(value_change(&data, &moves), None);
    }
}
