//! Instants as text: the day and the time that a clock shows, by the zone that a file names.

use std::fmt::Write as _;

use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Timestamp};

use super::Note;
use crate::model::{Message, WarningKind};

/// Length of a day without a change of clocks.
pub(super) const NANOSECONDS_PER_DAY: i64 = 86_400_000_000_000;

/// What an instant is written as.
#[derive(Clone, Debug)]
pub(super) enum Clock {
    /// The day alone, by the clock of that zone.
    Day(TimeZone),
    /// Date and time as they stand.
    Wall,
    /// Date and time of a zone, with their distance from UTC.
    Zone(TimeZone),
}

/// A zone by its name or by its distance from UTC; an unknown one is said and taken for UTC.
pub(super) fn zone_named(name: &str, column: &str, notes: &mut Vec<Note>) -> TimeZone {
    if ["UTC", "utc", "Etc/UTC", "Z", "GMT"].contains(&name) {
        return TimeZone::UTC;
    }
    let zone = offset(name).map(TimeZone::fixed).or_else(|| TimeZone::get(name).ok());
    zone.unwrap_or_else(|| {
        let message = Message::new("io-unknown-zone").with("zone", name).with("column", column);
        notes.push(Note::new(None, WarningKind::Ambiguous, message));
        TimeZone::UTC
    })
}

/// A distance from UTC such as `+05:30` or `-0500`.
fn offset(name: &str) -> Option<Offset> {
    let (sign, digits) = match name.split_at_checked(1)? {
        ("+", digits) => (1, digits),
        ("-", digits) => (-1, digits),
        _ => return None,
    };
    let digits = digits.replace(':', "");
    let hours: i32 = digits.get(..2)?.parse().ok()?;
    let minutes: i32 = digits.get(2..).filter(|rest| !rest.is_empty()).map_or(Ok(0), str::parse).ok()?;
    Offset::from_seconds(sign * (hours * 3600 + minutes * 60)).ok()
}

/// Writes a day that many days after 1970 began.
pub(super) fn write_day(cell: &mut String, days: i64) -> std::fmt::Result {
    match days.checked_mul(86_400).and_then(|seconds| Timestamp::from_second(seconds).ok()) {
        Some(midnight) => write!(cell, "{}", Offset::UTC.to_datetime(midnight).date()),
        None => Ok(()),
    }
}

/// Writes an instant that many nanoseconds after 1970 began; nothing beyond the year 9999.
pub(super) fn write_instant(cell: &mut String, nanoseconds: i128, clock: &Clock) -> std::fmt::Result {
    let Ok(instant) = Timestamp::from_nanosecond(nanoseconds) else { return Ok(()) };
    let zone = match clock {
        Clock::Day(zone) => return write!(cell, "{}", zone.to_datetime(instant).date()),
        Clock::Wall => return write!(cell, "{}", Offset::UTC.to_datetime(instant)),
        Clock::Zone(zone) => zone,
    };
    let offset = zone.to_offset(instant);
    write!(cell, "{}", offset.to_datetime(instant))?;
    if *zone == TimeZone::UTC {
        return cell.write_char('Z');
    }
    let seconds = offset.seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.abs() / 60;
    write!(cell, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

/// A time of day or a duration as hours, minutes and seconds.
pub(super) fn write_clock(cell: &mut String, time: SignedDuration) -> std::fmt::Result {
    let sign = if time.is_negative() { "-" } else { "" };
    let seconds = time.as_secs().unsigned_abs();
    write!(cell, "{sign}{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)?;
    match time.subsec_nanos().unsigned_abs() {
        0 => Ok(()),
        nanoseconds => write!(cell, ".{}", format!("{nanoseconds:09}").trim_end_matches('0')),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_from_utc_are_read_as_they_are_written() {
        for (name, seconds) in [("+05:30", 19_800), ("-0500", -18_000), ("+09", 32_400)] {
            assert_eq!(offset(name).map(Offset::seconds), Some(seconds), "{name}");
        }
        assert_eq!(offset("Asia/Tokyo"), None);
    }
}
