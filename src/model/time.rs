//! A point in time as a file gives it: a day, a wall-clock time, or an instant.
//!
//! The three never mix by guess: a day stays that day on every machine, whatever its zone, and an
//! instant keeps the day that its file wrote, which is the day of the session.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, Unit};

/// When a row of a file happened, with no more certainty than the file offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stamp {
    /// A calendar day: daily prices.
    Day(Date),
    /// A wall-clock time without an offset.
    Local(DateTime),
    /// An instant, from a time with an offset or from an epoch.
    Utc {
        /// The instant.
        at: Timestamp,
        /// The calendar day in the file's own offset: 10:00 in Sydney is the day before in UTC.
        day: Date,
    },
    /// A row of a file without dates, counted from one.
    Row(u32),
}

/// The last year of the calendar days that stand for counted rows: no price is of that age.
const LAST_ROW_YEAR: i16 = -1;

/// The row for which a calendar day stands, `None` for a day that is one.
#[must_use]
pub fn row_of(date: Date) -> Option<u32> {
    if date.year() > LAST_ROW_YEAR {
        return None;
    }
    let days = date.since((Unit::Day, Date::MIN)).ok()?.get_days();
    u32::try_from(days).ok()?.checked_add(1)
}

impl Stamp {
    /// The calendar day as the file writes it, that of the session; of a counted row a day before
    /// all history, which [`row_of`] turns back.
    #[must_use]
    pub fn date(self) -> Date {
        match self {
            Self::Day(date) => date,
            Self::Local(at) => at.date(),
            Self::Utc { day, .. } => day,
            Self::Row(row) => {
                let days = i64::from(row.saturating_sub(1));
                Date::MIN.saturating_add(days.days())
            }
        }
    }

    /// The date and time as written, in UTC for instants; a day is its midnight.
    #[must_use]
    pub fn civil(self) -> DateTime {
        match self {
            Self::Day(_) | Self::Row(_) => self.date().to_datetime(jiff::civil::Time::midnight()),
            Self::Local(at) => at,
            Self::Utc { at, .. } => at.to_zoned_datetime(TimeZone::UTC).datetime(),
        }
    }
}

impl std::fmt::Display for Stamp {
    /// ISO 8601: `2025-01-27`, `2025-01-27T09:30:00`, `2025-01-27T14:30:00Z`; of a row its number.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Day(date) => write!(f, "{date}"),
            Self::Local(at) => write!(f, "{at}"),
            Self::Utc { at, .. } => write!(f, "{at}"),
            Self::Row(row) => write!(f, "{row}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn an_instant_is_written_in_utc_and_belongs_to_the_day_of_its_file() {
        // Instant, day of the file, text.
        let cases = [
            ("2025-01-24T10:00+11:00", date(2025, 1, 24), "2025-01-23T23:00:00Z"),
            ("2025-01-27T19:59-05:00", date(2025, 1, 27), "2025-01-28T00:59:00Z"),
            ("2025-01-27T14:30Z", date(2025, 1, 27), "2025-01-27T14:30:00Z"),
        ];
        for (written, day, text) in cases {
            let stamp = Stamp::Utc { at: written.parse().unwrap(), day };
            assert_eq!((stamp.date(), stamp.to_string()), (day, text.to_owned()));
            assert_eq!(format!("{}Z", stamp.civil()), text);
        }
    }

    #[test]
    fn a_counted_row_is_no_day_and_comes_back() {
        for row in [1, 2, 400, 100_000] {
            let stamp = Stamp::Row(row);
            assert_eq!((row_of(stamp.date()), stamp.to_string()), (Some(row), row.to_string()));
        }
        assert!(Stamp::Row(1).civil() < Stamp::Row(2).civil());
        assert_eq!(row_of(date(1789, 5, 1)), None);
    }
}
