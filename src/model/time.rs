//! A point in time as a file gives it: a day, a wall-clock time, or an instant.
//!
//! The three never mix by guess: a day stays that day on every machine, whatever its zone.

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
    Utc(Timestamp),
}

impl Stamp {
    /// The calendar day: as written for days and wall-clock times, in UTC for instants.
    #[must_use]
    pub fn date(self) -> Date {
        self.civil().date()
    }

    /// The date and time as written, in UTC for instants; a day is its midnight.
    #[must_use]
    pub fn civil(self) -> DateTime {
        match self {
            Self::Day(date) => date.to_datetime(jiff::civil::Time::midnight()),
            Self::Local(at) => at,
            Self::Utc(at) => at.to_zoned_datetime(TimeZone::UTC).datetime(),
        }
    }
}

impl std::fmt::Display for Stamp {
    /// ISO 8601: `2025-01-27`, `2025-01-27T09:30:00`, `2025-01-27T14:30:00Z`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Day(date) => write!(f, "{date}"),
            Self::Local(at) => write!(f, "{at}"),
            Self::Utc(at) => write!(f, "{at}"),
        }
    }
}
