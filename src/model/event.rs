//! The event: a name and a date, and the instant where one is known.
//!
//! The date is what every series can be held against; the instant, with its zone, decides which
//! session of an exchange was the first that could know of it.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};
use serde::{Deserialize, Serialize};

/// A named date, with the instant if it is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Its name; may be empty.
    pub name: String,
    /// Its calendar date, as written: where there is an instant, the date in its zone.
    pub date: Date,
    /// When it happened on that date, if that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moment: Option<Moment>,
    /// The firm or series that it is an event of, where its file tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub firm: Option<String>,
}

/// An instant and the zone in which it is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// The instant.
    pub at: Timestamp,
    /// Name of the zone in which it was written: `America/New_York`, `UTC`, `+03:00`.
    pub zone: String,
}

/// Why a text says no date of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhenError {
    /// It is no date, or none that exists.
    Date,
    /// It has a time without a zone: one time is many instants.
    Zone,
    /// Its zone is not in the tz database.
    UnknownZone,
}

impl Event {
    /// An event of which the date is known and no time.
    #[must_use]
    pub fn new(name: impl Into<String>, date: Date) -> Self {
        Self { name: name.into(), date, moment: None, firm: None }
    }

    /// Reads a date with or without a time: `2025-01-27`, `2025-01-27T13:00Z`,
    /// `2025-01-27T08:00-05:00`, `2025-01-27 08:00 America/New_York`, and the bracketed form of
    /// RFC 9557, `2025-01-27T08:00[America/New_York]`.
    ///
    /// # Errors
    /// [`WhenError`] says what is missing or unknown.
    pub fn when(text: &str) -> Result<(Date, Option<Moment>), WhenError> {
        let text = text.trim();
        // The parser of dates takes a time too, and would drop it.
        if !text.contains([':', 'T', ' ']) {
            return text.parse::<Date>().map(|date| (date, None)).map_err(|_| WhenError::Date);
        }
        if let Ok(zoned) = text.parse::<ZonedDateTime>() {
            let zone = zoned.time_zone().iana_name().unwrap_or("UTC").to_owned();
            return Ok((zoned.date(), Some(Moment { at: zoned.timestamp(), zone })));
        }
        if let Ok(at) = text.parse::<Timestamp>() {
            return Ok(with_offset(text, at));
        }
        if let Some((written, zone)) = text.rsplit_once(' ')
            && zone.starts_with(|first: char| first.is_alphabetic())
        {
            let written = written.trim().parse::<DateTime>().map_err(|_| WhenError::Date)?;
            let known = TimeZone::get(zone).map_err(|_| WhenError::UnknownZone)?;
            let zoned = known.to_zoned_datetime(written).map_err(|_| WhenError::Date)?;
            return Ok((zoned.date(), Some(Moment { at: zoned.timestamp(), zone: zone.to_owned() })));
        }
        let bracketed = text.ends_with(']') && text.contains('[');
        match text.split('[').next().unwrap_or_default().parse::<DateTime>() {
            Ok(_) if bracketed => Err(WhenError::UnknownZone),
            Ok(_) => Err(WhenError::Zone),
            Err(_) => Err(WhenError::Date),
        }
    }
}

/// The date and the zone of an instant as they are written before its offset.
fn with_offset(text: &str, at: Timestamp) -> (Date, Option<Moment>) {
    let utc = at.to_zoned_datetime(TimeZone::UTC).datetime();
    let written = text.parse::<DateTime>().unwrap_or(utc);
    let minutes = (written.duration_since(utc).as_secs() / 60).clamp(-1440, 1440);
    let zone = if minutes == 0 {
        "UTC".to_owned()
    } else {
        let sign = if minutes < 0 { '-' } else { '+' };
        format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
    };
    (written.date(), Some(Moment { at, zone }))
}

impl Moment {
    /// The date and time in its own zone; in UTC where the zone is no longer known.
    #[must_use]
    pub fn civil(&self) -> DateTime {
        let zone = TimeZone::get(&self.zone).ok().or_else(|| fixed(&self.zone)).unwrap_or(TimeZone::UTC);
        self.at.to_zoned_datetime(zone).datetime()
    }
}

/// The zone of an offset such as `+03:00`.
fn fixed(zone: &str) -> Option<TimeZone> {
    let (sign, digits) = match zone.split_at_checked(1)? {
        ("+", digits) => (1, digits),
        ("-", digits) => (-1, digits),
        _ => return None,
    };
    let (hours, minutes) = digits.split_once(':')?;
    let seconds = hours.parse::<i32>().ok()? * 3600 + minutes.parse::<i32>().ok()? * 60;
    Some(TimeZone::fixed(jiff::tz::Offset::from_seconds(sign * seconds).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn an_event_is_written_as_a_date_or_an_instant() {
        // Written, date, instant, zone, time in that zone.
        let cases = [
            ("2025-01-27T13:00Z", date(2025, 1, 27), "2025-01-27T13:00:00Z", "UTC", "13:00:00"),
            ("2025-01-27T08:00-05:00", date(2025, 1, 27), "2025-01-27T13:00:00Z", "-05:00", "08:00:00"),
            ("2025-01-28T01:30+05:30", date(2025, 1, 28), "2025-01-27T20:00:00Z", "+05:30", "01:30:00"),
            (
                "2025-01-27 08:00 America/New_York",
                date(2025, 1, 27),
                "2025-01-27T13:00:00Z",
                "America/New_York",
                "08:00:00",
            ),
            (
                "2025-07-01T23:30[America/New_York]",
                date(2025, 7, 1),
                "2025-07-02T03:30:00Z",
                "America/New_York",
                "23:30:00",
            ),
        ];
        for (text, day, at, zone, time) in cases {
            let (found, moment) = Event::when(text).unwrap();
            let moment = moment.unwrap();
            assert_eq!(
                (found, moment.at.to_string().as_str(), moment.zone.as_str()),
                (day, at, zone),
                "{text}"
            );
            assert_eq!(moment.civil().date(), day, "{text}");
            assert_eq!(moment.civil().time().to_string(), time, "{text}");
        }
        assert_eq!(Event::when(" 2025-01-27 "), Ok((date(2025, 1, 27), None)));
    }

    #[test]
    fn what_is_no_instant_is_told_apart() {
        let cases = [
            ("2025-02-30", WhenError::Date),
            ("27.1.2025", WhenError::Date),
            ("soon", WhenError::Date),
            ("", WhenError::Date),
            ("2025-01-27T08:00", WhenError::Zone),
            ("2025-01-27 08:00", WhenError::Zone),
            ("2025-01-27 08:00 Mars/Olympus", WhenError::UnknownZone),
            ("2025-01-27T08:00[Mars/Olympus]", WhenError::UnknownZone),
        ];
        for (text, error) in cases {
            assert_eq!(Event::when(text), Err(error), "{text}");
        }
    }

    #[test]
    fn events_of_older_documents_have_no_moment() {
        let older = r#"{"name":"R1","date":"2025-01-27"}"#;
        let event: Event = serde_json::from_str(older).unwrap();
        assert_eq!(event, Event::new("R1", date(2025, 1, 27)));
        assert_eq!(serde_json::to_string(&event).unwrap(), older);
    }
}
