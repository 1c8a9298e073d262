//! Market value lost between base and event close.
//!
//! Shares outstanding times the fall of the close, on one split basis and not adjusted for
//! dividends. Each issuer counts once, because two lines of one company share its value; amounts
//! of different currencies are never added.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::moves::Move;
use super::prices::{Basis, Prices, Suspect};
use crate::model::{Data, Role, Series, SeriesId, ShareCount, StudyOptions};

/// Market value change of one series.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueLine {
    /// Which series.
    pub id: SeriesId,
    /// Shares, on the split basis of the event's session.
    pub shares: f64,
    /// The date the count is of.
    pub as_of: Date,
    /// Whether that date is after the base, because no earlier count is known.
    pub is_later: bool,
    /// Where the count was published.
    pub filing: Option<String>,
    /// What other counts of the series that are known would make of the change: their dates and the
    /// change, ascending by date.
    pub others: Vec<(Date, f64)>,
    /// Change of market value from base to event close, below zero for a loss.
    pub change: f64,
    /// The part of it that the model does not expect: CAR times shares times base close.
    pub abnormal: Option<f64>,
    /// Currency of the prices, ISO 4217, where it is known.
    pub currency: Option<String>,
    /// Whether it counts towards the total: not a second line of an issuer, not another currency.
    pub is_counted: bool,
}

/// Why a series with shares has no value.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueWithheld {
    /// Which series.
    pub id: SeriesId,
    /// A jump between the date of the count and the event that looks like a split.
    pub suspect: Suspect,
    /// The date the count is of.
    pub as_of: Date,
}

/// Market value change of the series whose shares are known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ValueChange {
    /// One entry a series with shares and a move, in the order of the data.
    pub lines: Vec<ValueLine>,
    /// Series with shares whose count and price may stand on different split bases.
    pub withheld: Vec<ValueWithheld>,
    /// Sum over the counted lines, in `currency`.
    pub total: f64,
    /// Sum of their abnormal parts, where every one has it.
    pub abnormal: Option<f64>,
    /// Currency of the total, where it is known: the one of most lines.
    pub currency: Option<String>,
    /// How many issuers are counted.
    pub counted: usize,
    /// How many stocks there are, each issuer once.
    pub of: usize,
}

impl ValueChange {
    /// The line of a series.
    #[must_use]
    pub fn line(&self, id: &SeriesId) -> Option<&ValueLine> {
        self.lines.iter().find(|line| line.id == *id)
    }

    /// The same over those of its series that `counts` takes in; `None` where none is left.
    #[must_use]
    pub fn among(&self, data: &Data, counts: impl Fn(&SeriesId) -> bool) -> Option<Self> {
        let mut found = self.clone();
        found.lines.retain(|line| counts(&line.id));
        found.withheld.retain(|line| counts(&line.id));
        let stocks =
            data.series.iter().filter(|series| series.info.role == Role::Stock && counts(&series.id));
        found.of = stocks.map(issuer_of).collect::<BTreeSet<_>>().len();
        found.count(data);
        (!found.lines.is_empty() || !found.withheld.is_empty()).then_some(found)
    }

    /// Whether the total is in US dollars.
    #[must_use]
    pub fn is_usd(&self) -> bool {
        self.counted > 0 && self.currency.as_deref() == Some("USD")
    }

    /// The change of a series in US dollars, where its prices are.
    #[must_use]
    pub fn usd(&self, id: &SeriesId) -> Option<f64> {
        self.line(id).filter(|line| line.currency.as_deref() == Some("USD")).map(|line| line.change)
    }
}

/// The change in market value over all stocks with a move; `moves` stand in the order of the data,
/// `car` gives the cumulated abnormal return of a series. `None` when not one stock can be counted.
#[must_use]
pub fn value_change(
    data: &Data,
    moves: &[Move],
    options: &StudyOptions,
    car: impl Fn(&SeriesId) -> Option<f64>,
) -> Option<ValueChange> {
    let mut found = ValueChange::default();
    let mut issuers = BTreeSet::new();
    for (series, moved) in data.series.iter().zip(moves) {
        if series.info.role != Role::Stock {
            continue;
        }
        issuers.insert(issuer_of(series));
        match line(data, series, moved, options) {
            Some(Ok(mut line)) => {
                let base = moved.base.map_or(0.0, |base| base.close);
                line.abnormal = car(&series.id).map(|car| car * line.shares * base);
                found.lines.push(line);
            }
            Some(Err(withheld)) => found.withheld.push(withheld),
            None => {}
        }
    }
    found.of = issuers.len();
    found.count(data);
    (!found.lines.is_empty() || !found.withheld.is_empty()).then_some(found)
}

impl ValueChange {
    /// Adds up the lines of the currency that most of them are in, each issuer once.
    fn count(&mut self, data: &Data) {
        let in_currency =
            |currency: &Option<String>| self.lines.iter().filter(|line| line.currency == *currency).count();
        let most =
            self.lines.iter().rev().map(|line| &line.currency).max_by_key(|currency| in_currency(currency));
        self.currency = most.cloned().flatten();
        let mut counted = BTreeSet::new();
        for line in &mut self.lines {
            let issuer = data.series(&line.id).map(issuer_of);
            line.is_counted = line.currency == self.currency && counted.insert(issuer);
        }
        let lines = || self.lines.iter().filter(|line| line.is_counted);
        self.total = lines().map(|line| line.change).sum();
        self.abnormal =
            lines().map(|line| line.abnormal).sum::<Option<f64>>().filter(|_| !counted.is_empty());
        self.counted = counted.len();
    }
}

fn issuer_of(series: &Series) -> &str {
    series.info.issuer.as_deref().unwrap_or_else(|| series.id.as_str())
}

fn line(
    data: &Data,
    series: &Series,
    moved: &Move,
    options: &StudyOptions,
) -> Option<Result<ValueLine, ValueWithheld>> {
    let base = moved.base?;
    let (event, close) = moved.event?;
    moved.change?;
    let count = shares_at(&data.shares, series, base.date)?;
    let prices = Prices::of(series, options, Basis::Raw);
    let (first, last) = (count.as_of.min(base.date), count.as_of.max(event));
    if let Some(suspect) = prices.suspect_between(first, last) {
        return Some(Err(ValueWithheld { id: series.id.clone(), suspect, as_of: count.as_of }));
    }
    // A count of before a split is multiplied by it, one of after a later split divided.
    let shares =
        count.shares * prices.split_between(count.as_of, event) / prices.split_between(event, count.as_of);
    Some(Ok(ValueLine {
        id: series.id.clone(),
        shares,
        as_of: count.as_of,
        is_later: count.as_of > base.date,
        filing: count.filing.clone(),
        others: others(data, series, count, shares * (close - base.close) / count.shares),
        change: shares * (close - base.close),
        abnormal: None,
        currency: series.info.currency.clone(),
        is_counted: false,
    }))
}

/// What the other counts of a series make of a change a share.
fn others(data: &Data, series: &Series, taken: &ShareCount, change_a_share: f64) -> Vec<(Date, f64)> {
    let mut found: Vec<(Date, f64)> = own(&data.shares, series)
        .filter(|count| count.as_of != taken.as_of)
        .map(|count| (count.as_of, count.shares * change_a_share))
        .collect();
    found.sort_by_key(|(date, _)| *date);
    found
}

/// The counts of a series.
fn own<'a>(counts: &'a [ShareCount], series: &Series) -> impl Iterator<Item = &'a ShareCount> {
    counts.iter().filter(|count| {
        (count.series == series.id.as_str() || count.series == series.info.series)
            && count.shares.is_finite()
            && count.shares > 0.0
    })
}

/// The latest count dated on or before that date, else the earliest after it.
fn shares_at<'a>(counts: &'a [ShareCount], series: &Series, date: Date) -> Option<&'a ShareCount> {
    own(counts, series)
        .filter(|count| count.as_of <= date)
        .max_by_key(|count| count.as_of)
        .or_else(|| own(counts, series).min_by_key(|count| count.as_of))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Event, Split};
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

    fn value_of(data: &Data, options: &StudyOptions) -> Option<ValueChange> {
        let event = Event::new("", date(2025, 1, 27));
        let moves: Vec<Move> =
            data.series.iter().map(|series| Move::of(series, Some(&event), None, options)).collect();
        value_change(data, &moves, options, |_| Some(-0.01))
    }

    #[test]
    fn counts_each_issuer_once_in_one_currency_with_the_count_of_the_day() {
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
        ];
        let value = value_of(&data, &StudyOptions::default()).unwrap();
        let lines: Vec<_> = value
            .lines
            .iter()
            .map(|line| (line.id.as_str(), line.change, line.is_counted, line.is_later))
            .collect();
        assert_eq!(
            lines,
            [
                ("NVDA", -100.0, true, false),
                ("GOOGL", -8.0, true, true),
                ("GOOG", -10.0, false, true),
                ("ASML.AS", -14.0, false, false)
            ]
        );
        assert_eq!((value.total, value.counted, value.of), (-108.0, 2, 4));
        assert_eq!((value.currency.as_deref(), value.abnormal), (Some("USD"), Some(-12.0)));
    }

    #[test]
    fn a_currency_that_no_file_tells_is_one_of_its_own() {
        let mut data = data_of(vec![stock("A", "A", None, 10.0), stock("B", "B", None, 5.0)]);
        data.shares = vec![shares("A", 2.0, date(2025, 1, 2)), shares("B", 2.0, date(2025, 1, 2))];
        let value = value_of(&data, &StudyOptions::default()).unwrap();
        assert_eq!((value.total, value.currency, value.counted), (-30.0, None, 2));
        data.shares.clear();
        assert_eq!(value_of(&data, &StudyOptions::default()), None);
    }

    #[test]
    fn another_line_of_an_issuer_takes_the_place_of_a_hidden_one() {
        let mut data = data_of(vec![
            stock("NVDA", "Nvidia", Some("USD"), 10.0),
            stock("GOOGL", "Alphabet", Some("USD"), 4.0),
            stock("GOOG", "Alphabet", Some("USD"), 5.0),
        ]);
        data.shares = ["NVDA", "GOOGL", "GOOG"].map(|name| shares(name, 2.0, date(2025, 1, 2))).to_vec();
        let value = value_of(&data, &StudyOptions::default()).unwrap();
        let total = |hidden: &[&str]| {
            let among = value.among(&data, |id| !hidden.contains(&id.as_str()));
            among.map(|value| (value.total, value.counted, value.of))
        };
        assert_eq!(total(&[]), Some((-28.0, 2, 2)));
        assert_eq!(total(&["GOOGL"]), Some((-30.0, 2, 2)));
        assert_eq!(total(&["GOOGL", "GOOG"]), Some((-20.0, 1, 1)));
        assert_eq!(total(&["NVDA", "GOOGL", "GOOG"]), None);
    }

    #[test]
    fn a_count_of_before_a_split_is_withheld_until_the_split_is_known() {
        let closes: Vec<(Date, f64)> = (1..=27)
            .filter(|day| !matches!(day % 7, 4 | 5))
            .map(|day| {
                (date(2025, 1, day), if day < 13 { 1000.0 } else { 100.0 } * (1.0 - f64::from(day) / 1000.0))
            })
            .collect();
        let mut data = data_of(vec![series("A", &closes)]);
        data.shares = vec![shares("A", 3.0, date(2025, 1, 2))];
        let mut options = StudyOptions::default();
        let value = value_of(&data, &options).unwrap();
        assert_eq!((value.lines.len(), value.withheld.len(), value.counted), (0, 1, 0));
        assert_eq!(value.withheld[0].suspect.date, date(2025, 1, 13));
        let split = Split { series: SeriesId::new("A"), date: date(2025, 1, 13), ratio: 10.0 };
        options.splits.push(split);
        let value = value_of(&data, &options).unwrap();
        assert_eq!(value.lines[0].shares, 30.0);
        assert!((value.total + 9.0).abs() < 1e-9, "{}", value.total);
    }
}
