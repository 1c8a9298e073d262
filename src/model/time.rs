//! A point in time as a file gives it: a day, a wall-clock time, or an instant.
//!
//! The three never mix by guess: a day stays that day on every machine, whatever its zone, and an
//! instant keeps the day that its file wrote, which is the day of the session.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

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
}

impl Stamp {
    /// The calendar day as the file writes it, that of the session.
    #[must_use]
    pub fn date(self) -> Date {
        match self {
            Self::Day(date) => date,
            Self::Local(at) => at.date(),
            Self::Utc { day, .. } => day,
        }
    }

    /// The date and time as written, in UTC for instants; a day is its midnight.
    #[must_use]
    pub fn civil(self) -> DateTime {
        match self {
            Self::Day(date) => date.to_datetime(jiff::civil::Time::midnight()),
            Self::Local(at) => at,
            Self::Utc { at, .. } => at.to_zoned_datetime(TimeZone::UTC).datetime(),
        }
    }
}

impl std::fmt::Display for Stamp {
    /// ISO 8601: `2025-01-27`, `2025-01-27T09:30:00`, `2025-01-27T14:30:00Z`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Day(date) => write!(f, "{date}"),
            Self::Local(at) => write!(f, "{at}"),
            Self::Utc { at, .. } => write!(f, "{at}"),
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
}
