//! The columns of one price series, one row a session or an intraday bar.

use jiff::civil::Date;

use super::step::Cadence;
use super::time::{Stamp, row_of};

/// Why columns cannot become [`Bars`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BarsError {
    /// A column is shorter or longer than the stamps.
    #[error("the {column} column has {found} rows, the dates have {expected}")]
    Length {
        /// Which column.
        column: &'static str,
        /// Rows of that column.
        found: usize,
        /// Rows of the stamps.
        expected: usize,
    },
    /// Stamps do not ascend strictly.
    #[error("row {row} ({stamp}) is not after the row before it")]
    Order {
        /// Zero-based row.
        row: usize,
        /// Its stamp in ISO form.
        stamp: String,
    },
}

/// Price columns as they come from a file, before their order and lengths are checked.
///
/// All columns have one value a stamp, in price units of the series; a missing value is NaN.
/// A column that the file does not have at all is empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Columns {
    /// Row times.
    pub stamps: Vec<Stamp>,
    /// First price of the row's time span.
    pub open: Vec<f64>,
    /// Highest price.
    pub high: Vec<f64>,
    /// Lowest price.
    pub low: Vec<f64>,
    /// Last price. Always present.
    pub close: Vec<f64>,
    /// Close adjusted for splits and dividends.
    pub adj_close: Vec<f64>,
    /// Units traded.
    pub volume: Vec<f64>,
    /// Returns as the file gives them, of which the closes are compounded; empty where it gives prices.
    pub returns: Vec<f64>,
}

impl Columns {
    /// The values that the file itself gives for the closes.
    #[must_use]
    pub fn given(&self) -> &[f64] {
        if self.returns.is_empty() { &self.close } else { &self.returns }
    }
}

/// Checked price columns: equal lengths, strictly ascending stamps.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bars {
    columns: Columns,
    days: Vec<(Date, usize)>,
    cadence: Cadence,
}

impl Bars {
    /// Checks the columns.
    ///
    /// # Errors
    /// [`BarsError::Length`] when a column that is present differs in length from the stamps,
    /// [`BarsError::Order`] when stamps do not ascend strictly.
    pub fn new(columns: Columns) -> Result<Self, BarsError> {
        let expected = columns.stamps.len();
        let optional = [
            ("open", &columns.open),
            ("high", &columns.high),
            ("low", &columns.low),
            ("adjusted close", &columns.adj_close),
            ("volume", &columns.volume),
            ("returns", &columns.returns),
        ];
        for (column, values) in optional {
            if !values.is_empty() && values.len() != expected {
                return Err(BarsError::Length { column, found: values.len(), expected });
            }
        }
        if columns.close.len() != expected {
            return Err(BarsError::Length { column: "close", found: columns.close.len(), expected });
        }
        for (row, pair) in columns.stamps.windows(2).enumerate() {
            if let [before, after] = pair
                && before.civil() >= after.civil()
            {
                return Err(BarsError::Order { row: row + 1, stamp: after.to_string() });
            }
        }
        let mut days: Vec<(Date, usize)> = Vec::new();
        for (row, stamp) in columns.stamps.iter().enumerate() {
            if columns.close.get(row).is_none_or(|close| !close.is_finite()) {
                continue;
            }
            match days.last_mut() {
                // Bars of several offsets may write an earlier day later; sessions never go back.
                Some((date, last)) if *date >= stamp.date() => *last = row,
                _ => days.push((stamp.date(), row)),
            }
        }
        let cadence = Cadence::of(days.iter().map(|(date, _)| *date));
        Ok(Self { columns, days, cadence })
    }

    /// The raw columns.
    #[must_use]
    pub fn columns(&self) -> &Columns {
        &self.columns
    }

    /// Number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.columns.stamps.len()
    }

    /// Whether there is no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.columns.stamps.is_empty()
    }

    /// Sessions with a known close, ascending: date and row of the day's last such bar.
    #[must_use]
    pub fn days(&self) -> &[(Date, usize)] {
        &self.days
    }

    /// The session's date and last close, `position` counted within [`Bars::days`].
    #[must_use]
    pub fn day(&self, position: usize) -> Option<(Date, f64)> {
        let (date, row) = self.days.get(position)?;
        Some((*date, *self.columns.close.get(*row)?))
    }

    /// Whether its sessions are days; those of a file without dates are counted rows.
    #[must_use]
    pub fn has_dates(&self) -> bool {
        self.days.first().is_none_or(|(date, _)| row_of(*date).is_none())
    }

    /// How far apart its sessions stand, and which days each is of.
    #[must_use]
    pub fn cadence(&self) -> &Cadence {
        &self.cadence
    }

    /// Position in [`Bars::days`] of the first session that ends on or after `date`.
    #[must_use]
    pub fn day_ending_at_or_after(&self, date: Date) -> usize {
        self.days.partition_point(|(day, _)| self.cadence.span(*day)[1] < date)
    }

    /// Position in [`Bars::days`] of the first session on or after `date`.
    #[must_use]
    pub fn day_at_or_after(&self, date: Date) -> usize {
        self.days.partition_point(|(day, _)| *day < date)
    }

    /// Last close of the session on exactly `date`, if the series has one.
    #[must_use]
    pub fn close_on(&self, date: Date) -> Option<f64> {
        let position = self.days.binary_search_by_key(&date, |(day, _)| *day).ok()?;
        self.day(position).map(|(_, close)| close)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn days(dates: &[Date], close: &[f64]) -> Result<Bars, BarsError> {
        Bars::new(Columns {
            stamps: dates.iter().copied().map(Stamp::Day).collect(),
            close: close.to_vec(),
            ..Columns::default()
        })
    }

    #[test]
    fn refuses_what_breaks_the_invariants() {
        let (a, b) = (date(2025, 1, 24), date(2025, 1, 27));
        assert_eq!(
            days(&[a, b], &[1.0]).unwrap_err(),
            BarsError::Length { column: "close", found: 1, expected: 2 }
        );
        assert!(matches!(days(&[b, a], &[1.0, 2.0]), Err(BarsError::Order { row: 1, .. })));
        assert!(matches!(days(&[a, a], &[1.0, 2.0]), Err(BarsError::Order { row: 1, .. })));
    }

    #[test]
    fn a_session_without_a_close_is_no_session() {
        let dates = [date(2025, 1, 23), date(2025, 1, 24), date(2025, 1, 27)];
        let bars = days(&dates, &[1.0, f64::NAN, 3.0]).unwrap();
        assert_eq!(bars.days(), &[(dates[0], 0), (dates[2], 2)]);
        assert_eq!(bars.close_on(dates[1]), None);
        assert_eq!(bars.day_at_or_after(dates[1]), 1);
    }

    #[test]
    fn intraday_rows_make_one_session_a_day_with_its_last_price() {
        let at = |hour| Stamp::Local(date(2025, 1, 27).at(hour, 0, 0, 0));
        let bars = Bars::new(Columns {
            stamps: vec![at(10), at(12), at(16)],
            close: vec![1.0, 2.0, 3.0],
            ..Columns::default()
        })
        .unwrap();
        assert_eq!(bars.day(0), Some((date(2025, 1, 27), 3.0)));
        assert_eq!(bars.days().len(), 1);
    }

    #[test]
    fn sessions_are_days_of_the_file_and_ascend() {
        let (monday, tuesday) = (date(2025, 1, 27), date(2025, 1, 28));
        let at = |written: &str, day| Stamp::Utc { at: written.parse().unwrap(), day };
        let bars = Bars::new(Columns {
            stamps: vec![
                at("2025-01-27T10:00+11:00", monday),
                at("2025-01-27T16:00+11:00", monday),
                at("2025-01-28T10:00+11:00", tuesday),
                at("2025-01-27T19:59-05:00", monday),
            ],
            close: vec![1.0, 2.0, 3.0, 4.0],
            ..Columns::default()
        })
        .unwrap();
        assert_eq!(bars.days(), &[(monday, 1), (tuesday, 3)]);
    }
}
