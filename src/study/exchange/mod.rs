//! When exchanges close: what decides which session was the first that could know of an instant.
//!
//! `table` holds the exchanges with their regular closes, `early` the rules of their half days. Which
//! exchange a series is of is told by a file of series, else by the ending of its ticker.

mod early;
mod entry;
mod table;

use jiff::Timestamp;
use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;

use crate::model::Series;
use early::Early;
use entry::{Close, Entry, Rest};
use table::EXCHANGES;

/// An exchange whose closing time is known.
#[derive(Clone, Debug, PartialEq)]
pub struct Exchange {
    entry: &'static Entry,
    zone: TimeZone,
    /// The zone on whose clock it closes.
    clock: TimeZone,
}

/// The exchange of a series.
#[derive(Clone, Debug, PartialEq)]
pub struct OfSeries {
    /// The exchange.
    pub exchange: Exchange,
    /// The ending of the ticker that tells it, where no file does.
    pub ending: Option<String>,
}

/// The exchange of a series: that which a file names, else that of its ticker's ending. `None` where
/// neither is known.
#[must_use]
pub fn exchange_of(series: &Series) -> Option<OfSeries> {
    if let Some(name) = series.info.exchange.as_deref() {
        return Exchange::of(name).map(|exchange| OfSeries { exchange, ending: None });
    }
    let (stem, ending) = series.info.series.trim().rsplit_once('.')?;
    let ending = ending.to_uppercase();
    let entry = EXCHANGES.iter().find(|entry| entry.endings.contains(&ending.as_str()))?;
    let exchange = Exchange::at(entry).filter(|_| !stem.is_empty())?;
    Some(OfSeries { exchange, ending: Some(ending) })
}

impl Exchange {
    /// The exchange of that name, written as people, data vendors or ISO 10383 write it; of several
    /// joined by "and", a comma or a slash, the first. `None` where its closing time is not known.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        let first = name.split([',', '/', ';']).next().unwrap_or_default().to_lowercase();
        let first = first.split(" and ").next().unwrap_or_default().trim().replace('ö', "o");
        let known = EXCHANGES.iter().find(|entry| entry.names.contains(&first.as_str()));
        known.and_then(Self::at)
    }

    fn at(entry: &'static Entry) -> Option<Self> {
        let clock = match entry.close {
            Close::In(clock, _) => clock,
            Close::At(_) | Close::ByNewYork(..) | Close::ByWeekday(..) => entry.zone,
        };
        let zone = |name: &str| TimeZone::get(name).ok();
        Some(Self { entry, zone: zone(entry.zone)?, clock: zone(clock)? })
    }

    /// The name by which it is told.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.entry.names.first().copied().unwrap_or_default()
    }

    /// Its zone in the tz database.
    #[must_use]
    pub fn zone(&self) -> &'static str {
        self.entry.zone
    }

    /// Whether the rule of its half days is known.
    #[must_use]
    pub fn knows_half_days(&self) -> bool {
        self.entry.early != Early::Unknown
    }

    /// Whether a date is one of its days of rest in every week.
    #[must_use]
    pub fn rests_on(&self, date: Date) -> bool {
        let is_eastern = match self.entry.rest {
            Rest::Western => false,
            Rest::Eastern => true,
            Rest::EasternUntil(change) => date < change,
        };
        match date.weekday() {
            Weekday::Saturday => true,
            Weekday::Sunday => !is_eastern,
            Weekday::Friday => is_eastern,
            _ => false,
        }
    }

    /// The instant at which the session of a date ends.
    #[must_use]
    pub fn close_on(&self, date: Date) -> Option<Timestamp> {
        if let Some(early) = self.entry.early.close_on(date) {
            // Where the clock is that of another place, so is the early close.
            return self.clock.to_timestamp(date.to_datetime(early)).ok();
        }
        let before = self.entry.before.iter().find(|(until, _)| date < *until);
        let close = before.map_or_else(|| self.regular(date), |(_, close)| *close);
        self.clock.to_timestamp(date.to_datetime(close)).ok()
    }

    fn regular(&self, date: Date) -> Time {
        match self.entry.close {
            Close::At(close) | Close::In(_, close) => close,
            Close::ByNewYork(summer, winter) => {
                if has_daylight_saving_in_new_york(date) {
                    summer
                } else {
                    winter
                }
            }
            Close::ByWeekday(usual, sunday, friday) => match date.weekday() {
                Weekday::Sunday => sunday,
                Weekday::Friday => friday,
                _ => usual,
            },
        }
    }

    /// The calendar date at the exchange at an instant.
    #[must_use]
    pub fn date_at(&self, at: Timestamp) -> Date {
        at.to_zoned_datetime(self.zone.clone()).date()
    }

    /// The instant of a wall-clock time at the exchange.
    #[must_use]
    pub fn instant(&self, local: jiff::civil::DateTime) -> Option<Timestamp> {
        self.zone.to_timestamp(local).ok()
    }
}

fn has_daylight_saving_in_new_york(date: Date) -> bool {
    let noon = date.at(12, 0, 0, 0);
    let zone = TimeZone::get("America/New_York").ok();
    let at = zone.as_ref().and_then(|zone| Some((zone, zone.to_timestamp(noon).ok()?)));
    at.is_some_and(|(zone, at)| zone.to_offset_info(at).dst().is_dst())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn closes_stand_in_the_zone_of_the_exchange() {
        // Name, day, close in UTC.
        let cases = [
            ("Nasdaq", date(2025, 1, 27), "2025-01-27T21:00:00Z"),
            ("NYSE and Nasdaq", date(2025, 7, 1), "2025-07-01T20:00:00Z"),
            ("XNAS", date(2025, 1, 27), "2025-01-27T21:00:00Z"),
            ("Euronext Amsterdam", date(2025, 1, 27), "2025-01-27T16:30:00Z"),
            ("Tokyo", date(2024, 11, 1), "2024-11-01T06:00:00Z"),
            ("Tokyo", date(2025, 1, 27), "2025-01-27T06:30:00Z"),
            ("Tadawul", date(2025, 1, 26), "2025-01-26T12:00:00Z"),
            ("CME", date(2025, 1, 27), "2025-01-27T22:00:00Z"),
            // B3, Mexico, Bogota and Lima move with New York; Santiago stays.
            ("B3", date(2025, 1, 27), "2025-01-27T21:00:00Z"),
            ("B3", date(2025, 7, 1), "2025-07-01T20:00:00Z"),
            ("BMV", date(2025, 1, 27), "2025-01-27T21:00:00Z"),
            ("BMV", date(2025, 7, 1), "2025-07-01T20:00:00Z"),
            ("Lima", date(2025, 7, 1), "2025-07-01T20:00:00Z"),
            ("Santiago", date(2025, 1, 27), "2025-01-27T20:00:00Z"),
            ("Santiago", date(2025, 7, 1), "2025-07-01T20:00:00Z"),
            ("Boursa Kuwait", date(2025, 1, 27), "2025-01-27T09:40:00Z"),
            ("Tel Aviv", date(2025, 1, 26), "2025-01-26T13:50:00Z"),
            ("Tel Aviv", date(2025, 1, 27), "2025-01-27T15:25:00Z"),
            ("Korea", date(2016, 7, 29), "2016-07-29T06:00:00Z"),
            ("Korea", date(2016, 8, 1), "2016-08-01T06:30:00Z"),
            // Half days.
            ("NYSE", date(2024, 11, 29), "2024-11-29T18:00:00Z"),
            ("Lisbon", date(2024, 12, 24), "2024-12-24T13:05:00Z"),
            ("Euronext Paris", date(2024, 12, 24), "2024-12-24T13:05:00Z"),
        ];
        for (name, day, close) in cases {
            let found = Exchange::of(name).and_then(|exchange| exchange.close_on(day));
            assert_eq!(found.map(|at| at.to_string()).as_deref(), Some(close), "{name}");
        }
        assert_eq!(Exchange::of("Market of the Moon"), None);
        assert_eq!(Exchange::of(""), None);
    }

    #[test]
    fn every_exchange_of_the_list_is_found_and_no_name_or_ending_is_of_two() {
        let mut names = std::collections::BTreeSet::new();
        let mut endings = std::collections::BTreeSet::new();
        for entry in EXCHANGES {
            assert!(Exchange::at(entry).is_some(), "{}", entry.zone);
            for name in entry.names {
                assert!(names.insert(*name) && Exchange::of(name).is_some(), "{name}");
            }
            for ending in entry.endings {
                assert!(endings.insert(*ending), "{ending}");
            }
        }
    }

    #[test]
    fn a_ticker_tells_its_exchange_where_no_file_does() {
        let named = |series: &str, exchange: Option<&str>| {
            let mut line = crate::study::samples::series(series, &[]);
            line.info.exchange = exchange.map(str::to_owned);
            exchange_of(&line).map(|known| (known.exchange.name(), known.ending.is_some()))
        };
        let cases = [
            ("PETR4.SA", None, Some(("b3", true))),
            ("2222.SR", None, Some(("saudi exchange", true))),
            ("7203.t", None, Some(("tokyo", true))),
            ("ASML.AS", None, Some(("euronext amsterdam", true))),
            ("ASML.AS", Some("Nasdaq"), Some(("new york", false))),
            ("ASML.AS", Some("Moon"), None),
            ("NVDA", None, None),
            ("BRK.B", None, None),
            (".SA", None, None),
        ];
        for (series, exchange, expected) in cases {
            assert_eq!(named(series, exchange), expected, "{series}");
        }
    }

    #[test]
    fn days_of_rest_change_where_a_country_changed_them() {
        let rests = |name: &str, day: Date| Exchange::of(name).unwrap().rests_on(day);
        assert!(rests("Tadawul", date(2025, 1, 24)) && !rests("Tadawul", date(2025, 1, 26)));
        assert!(rests("DFM", date(2021, 12, 31)) && !rests("DFM", date(2022, 1, 7)));
        assert!(rests("NYSE", date(2025, 1, 26)) && !rests("NYSE", date(2025, 1, 24)));
    }
}
