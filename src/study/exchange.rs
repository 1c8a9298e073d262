//! When exchanges close: what decides which session was the first that could know of an instant.
//!
//! Regular closing times as the exchanges publish them; half days close earlier, which changes the
//! session of an event only between the early close and the regular one.

use jiff::Timestamp;
use jiff::civil::{Date, Time, date, time};
use jiff::tz::TimeZone;

/// Names of an exchange, its zone in the tz database, and the local time of its regular close.
type Known = (&'static [&'static str], &'static str, Time);

const fn at(hour: i8, minute: i8) -> Time {
    time(hour, minute, 0, 0)
}

const EXCHANGES: &[Known] = &[
    (
        &[
            "nasdaq",
            "nyse",
            "amex",
            "nyse american",
            "nyse arca",
            "nyseamerican",
            "nysearca",
            "cboe",
            "bats",
            "xnas",
            "xnys",
            "xase",
            "arcx",
            "bats",
            "nms",
            "ngs",
            "new york",
        ],
        "America/New_York",
        at(16, 0),
    ),
    (&["cme", "cbot", "globex", "xcme", "xcbt"], "America/Chicago", at(16, 0)),
    (&["comex", "nymex", "xnym", "xcec"], "America/New_York", at(17, 0)),
    (&["tsx", "toronto", "xtse", "tsxv"], "America/Toronto", at(16, 0)),
    (&["b3", "bovespa", "bvmf", "sao paulo"], "America/Sao_Paulo", at(17, 0)),
    (&["bmv", "xmex", "mexico"], "America/Mexico_City", at(15, 0)),
    (&["lse", "london", "london stock exchange", "xlon"], "Europe/London", at(16, 30)),
    (&["euronext amsterdam", "xams", "amsterdam"], "Europe/Amsterdam", at(17, 30)),
    (&["euronext paris", "xpar", "paris"], "Europe/Paris", at(17, 30)),
    (&["euronext brussels", "xbru", "brussels"], "Europe/Brussels", at(17, 30)),
    (&["euronext lisbon", "xlis", "lisbon"], "Europe/Lisbon", at(16, 30)),
    (&["euronext milan", "borsa italiana", "xmil", "milan"], "Europe/Rome", at(17, 30)),
    (&["oslo", "oslo bors", "xosl", "euronext oslo"], "Europe/Oslo", at(16, 20)),
    (&["xetra", "frankfurt", "xetr", "xfra", "deutsche borse"], "Europe/Berlin", at(17, 30)),
    (&["six", "swiss", "xswx", "zurich"], "Europe/Zurich", at(17, 30)),
    (&["bme", "madrid", "xmad"], "Europe/Madrid", at(17, 30)),
    (&["vienna", "xwbo"], "Europe/Vienna", at(17, 30)),
    (&["stockholm", "nasdaq stockholm", "xsto"], "Europe/Stockholm", at(17, 30)),
    (&["copenhagen", "nasdaq copenhagen", "xcse"], "Europe/Copenhagen", at(17, 0)),
    (&["helsinki", "nasdaq helsinki", "xhel"], "Europe/Helsinki", at(18, 30)),
    (&["warsaw", "gpw", "xwar"], "Europe/Warsaw", at(17, 0)),
    (&["istanbul", "bist", "borsa istanbul", "xist"], "Europe/Istanbul", at(18, 0)),
    (&["tadawul", "saudi exchange", "xsau", "riyadh"], "Asia/Riyadh", at(15, 0)),
    (&["adx", "abu dhabi", "xads"], "Asia/Dubai", at(14, 45)),
    (&["dfm", "dubai", "xdfm"], "Asia/Dubai", at(14, 45)),
    (&["qse", "qatar", "qatar stock exchange", "dsmd"], "Asia/Qatar", at(13, 10)),
    (&["egx", "cairo", "xcai"], "Africa/Cairo", at(14, 30)),
    (&["jse", "johannesburg", "xjse"], "Africa/Johannesburg", at(17, 0)),
    (&["nse", "bse", "xnse", "xbom", "mumbai"], "Asia/Kolkata", at(15, 30)),
    (&["sgx", "singapore", "xses"], "Asia/Singapore", at(17, 0)),
    (&["hkex", "hong kong", "xhkg", "sehk"], "Asia/Hong_Kong", at(16, 0)),
    (&["sse", "shanghai", "xshg"], "Asia/Shanghai", at(15, 0)),
    (&["szse", "shenzhen", "xshe"], "Asia/Shanghai", at(15, 0)),
    (&["twse", "taiwan", "xtai", "taipei"], "Asia/Taipei", at(13, 30)),
    (&["krx", "korea", "xkrx", "kospi", "kosdaq", "seoul"], "Asia/Seoul", at(15, 30)),
    (&["asx", "sydney", "xasx", "australia"], "Australia/Sydney", at(16, 0)),
    (&["nzx", "xnze"], "Pacific/Auckland", at(16, 45)),
];

const TOKYO: &[&str] = &["tse", "jpx", "tokyo", "tokyo stock exchange", "xtks"];
/// Since that day Tokyo closes half an hour later.
const TOKYO_LATER: Date = date(2024, 11, 5);

/// An exchange whose closing time is known.
#[derive(Clone, Debug, PartialEq)]
pub struct Exchange {
    zone: TimeZone,
    close: Time,
    /// The close up to a day, where it was moved.
    before: Option<(Date, Time)>,
}

impl Exchange {
    /// The exchange of that name, written as people, data vendors or ISO 10383 write it; of several
    /// joined by "and", a comma or a slash, the first. `None` where its closing time is not known.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        let first = name.split([',', '/', ';']).next().unwrap_or_default().to_lowercase();
        let first = first.split(" and ").next().unwrap_or_default().trim().replace('ö', "o");
        let zone = |zone: &str| TimeZone::get(zone).ok();
        if TOKYO.contains(&first.as_str()) {
            return Some(Self {
                zone: zone("Asia/Tokyo")?,
                close: at(15, 30),
                before: Some((TOKYO_LATER, at(15, 0))),
            });
        }
        let known = EXCHANGES.iter().find(|(names, ..)| names.contains(&first.as_str()));
        known.and_then(|(_, name, close)| Some(Self { zone: zone(name)?, close: *close, before: None }))
    }

    /// The instant at which the session of a date ends.
    #[must_use]
    pub fn close_on(&self, date: Date) -> Option<Timestamp> {
        let close = self.before.filter(|(later, _)| date < *later).map_or(self.close, |(_, close)| close);
        self.zone.to_timestamp(date.to_datetime(close)).ok()
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

#[cfg(test)]
mod tests {
    use super::*;

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
        ];
        for (name, day, close) in cases {
            let found = Exchange::of(name).and_then(|exchange| exchange.close_on(day));
            assert_eq!(found.map(|at| at.to_string()).as_deref(), Some(close), "{name}");
        }
        assert_eq!(Exchange::of("Market of the Moon"), None);
        assert_eq!(Exchange::of(""), None);
    }

    #[test]
    fn every_zone_of_the_list_is_in_the_database() {
        for (names, zone, _) in EXCHANGES {
            for name in *names {
                assert!(Exchange::of(name).is_some(), "{name} in {zone}");
            }
        }
    }
}
