//! Tau 0: the session of an event on a series' own exchange, and the base before it.
//!
//! With a time the session is the first that closes at or after it; without one, or where nothing
//! tells when the exchange closes, it is that of the date. A bar of a week or a month is the session
//! of each of its days. No session is borrowed from far away; a base is as far back as trading is.

use jiff::Timestamp;
use jiff::civil::Date;

use super::exchange::{Exchange, exchange_of};
use crate::model::{Bars, Event, OffSession, Series, Stamp};

/// How the session of an event was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// It is the session of the event's date, or the bar of a week or month with that date in it.
    OnDate,
    /// The event's date has no session: the next one.
    After,
    /// The event's date has no session: the one before.
    Before,
    /// The session of the event's date had closed at its time: the next one.
    AfterClose,
    /// The index has no such session: the nearest that both have.
    Common,
}

/// The session of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventSession {
    /// Its place in [`Bars::days`].
    pub position: usize,
    /// Place of the last session wholly before the event, which is the base's.
    pub before: Option<usize>,
    /// Its date, of a bar of a week or a month the date that its file gives it.
    pub date: Date,
    /// How it was found.
    pub found: Found,
    /// Whether the event's time was left aside, because nothing tells when the exchange closes.
    pub date_only: bool,
}

/// Why an event has no session on a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoSession {
    /// There is no event.
    NoEvent,
    /// The series has no dates, or no session at all.
    Undated,
    /// Its first session is later than the event may reach.
    BeforeAll {
        /// The first session.
        first: Date,
    },
    /// Its last session is before the event.
    AfterAll {
        /// The last session.
        last: Date,
    },
    /// Its nearest session in the asked direction is too far away.
    Far {
        /// That session.
        nearest: Date,
    },
}

/// The session of an event on a series.
///
/// # Errors
/// [`NoSession`] says why there is none near.
pub fn event_session(
    series: &Series,
    event: Option<&Event>,
    off: OffSession,
) -> Result<EventSession, NoSession> {
    let event = event.ok_or(NoSession::NoEvent)?;
    let bars = &series.bars;
    let days = bars.days();
    let (Some((first, _)), Some((last, _))) = (days.first(), days.last()) else {
        return Err(NoSession::Undated);
    };
    if !bars.has_dates() {
        return Err(NoSession::Undated);
    }
    let closes = Closes::of(series);
    let at = event.moment.as_ref().map(|moment| moment.at).filter(|_| closes.are_known());
    let date = at.map_or(event.date, |at| closes.date_at(at).unwrap_or(event.date));
    let date_only = event.moment.is_some() && at.is_none();
    let cadence = bars.cadence();
    let span = |position: usize| days.get(position).map(|(day, _)| cadence.span(*day));
    let next = bars.day_ending_at_or_after(date);
    let on_date = span(next).is_some_and(|[first, _]| first <= date);
    let closed = on_date && at.is_some_and(|at| closes.on(next).is_some_and(|close| close < at));
    let (position, found) = match off {
        _ if closed => (Some(next + 1), Found::AfterClose),
        _ if on_date => (Some(next), Found::OnDate),
        OffSession::After => (Some(next), Found::After),
        OffSession::Before => (next.checked_sub(1), Found::Before),
    };
    let near = |position: usize| {
        let [first, last] = span(position)?;
        let away = days_between(date, first).max(days_between(last, date));
        (away <= cadence.event_reach_days()).then_some(position)
    };
    let day = position.and_then(|position| days.get(position)).map(|(day, _)| *day);
    match (day, position) {
        (Some(day), Some(position)) if near(position).is_some() => {
            Ok(EventSession { position, before: position.checked_sub(1), date: day, found, date_only })
        }
        (Some(day), _) if position == Some(0) && date < *first => Err(NoSession::BeforeAll { first: day }),
        (Some(day), _) if day == *last && date > *last => Err(NoSession::AfterAll { last: day }),
        (Some(nearest), _) => Err(NoSession::Far { nearest }),
        (None, None) => Err(NoSession::BeforeAll { first: *first }),
        (None, Some(_)) => Err(NoSession::AfterAll { last: *last }),
    }
}

/// The last price before an event on the series: the close of the last session wholly before it, or
/// the last intraday price before the event's instant where that is later.
#[must_use]
pub fn base_before(series: &Series, event: &Event, session: &EventSession) -> Option<(Date, f64)> {
    let bars = &series.bars;
    let close = session.before.and_then(|before| bars.day(before));
    let within = event.moment.as_ref().and_then(|moment| last_within(series, session, moment.at));
    within.or(close)
}

/// The last price of the event's own session before an instant, with its date: of intraday bars
/// that say when they are.
fn last_within(series: &Series, session: &EventSession, at: Timestamp) -> Option<(Date, f64)> {
    let columns = series.bars.columns();
    let days = series.bars.days();
    let (date, last) = *days.get(session.position)?;
    let first =
        session.position.checked_sub(1).and_then(|before| days.get(before)).map_or(0, |day| day.1 + 1);
    let exchange = exchange_of(series).map(|known| known.exchange);
    let instant = |stamp: &Stamp| match stamp {
        Stamp::Utc { at, .. } => Some(*at),
        Stamp::Local(local) => exchange.as_ref()?.instant(*local),
        Stamp::Day(_) | Stamp::Row(_) => None,
    };
    let rows = first..=last;
    let before = rows.rev().find(|row| {
        let known = columns.stamps.get(*row).and_then(instant).is_some_and(|stamp| stamp < at);
        known && columns.close.get(*row).is_some_and(|close| close.is_finite())
    })?;
    Some((date, *columns.close.get(before)?))
}

/// When the sessions of a series close.
enum Closes<'a> {
    /// By the rules of its exchange.
    Exchange(Exchange, &'a Bars),
    /// By its own last intraday bars.
    Bars(&'a Bars),
    /// Nothing tells.
    Unknown,
}

impl<'a> Closes<'a> {
    fn of(series: &'a Series) -> Self {
        let bars = &series.bars;
        if let Some(known) = exchange_of(series) {
            return Self::Exchange(known.exchange, bars);
        }
        let intraday = matches!(bars.columns().stamps.first(), Some(Stamp::Utc { .. }));
        if intraday && bars.len() > bars.days().len() { Self::Bars(bars) } else { Self::Unknown }
    }

    fn are_known(&self) -> bool {
        !matches!(self, Self::Unknown)
    }

    /// The close of the session at a place of the series: of a bar of several days that of the last.
    fn on(&self, position: usize) -> Option<Timestamp> {
        match self {
            Self::Exchange(exchange, bars) => {
                let [first, mut last] = bars.cadence().span(bars.days().get(position)?.0);
                while last > first && exchange.rests_on(last) {
                    last = last.yesterday().ok()?;
                }
                exchange.close_on(last)
            }
            Self::Bars(bars) => {
                let (_, row) = bars.days().get(position)?;
                match bars.columns().stamps.get(*row)? {
                    Stamp::Utc { at, .. } => Some(*at),
                    _ => None,
                }
            }
            Self::Unknown => None,
        }
    }

    /// The date at the exchange at an instant; of bars the day of the first that is not before it.
    fn date_at(&self, at: Timestamp) -> Option<Date> {
        match self {
            Self::Exchange(exchange, _) => Some(exchange.date_at(at)),
            Self::Bars(bars) => {
                let stamps = &bars.columns().stamps;
                let next = stamps.partition_point(|s| matches!(s, Stamp::Utc { at: own, .. } if *own < at));
                stamps.get(next).map(|stamp| stamp.date())
            }
            Self::Unknown => None,
        }
    }
}

/// Calendar days from one date to another, negative backwards.
#[must_use]
pub fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(i32::MAX, |span| span.get_days())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Columns;
    use crate::study::samples::series;
    use jiff::civil::date;
    use std::sync::Arc;

    fn at(text: &str) -> Event {
        let (date, moment) = Event::when(text).unwrap();
        Event { moment, ..Event::new("", date) }
    }

    fn on(exchange: Option<&str>) -> Series {
        let days = [23, 24, 27, 28].map(|day| (date(2025, 1, day), f64::from(day)));
        let mut series = series("A", &days);
        series.info.exchange = exchange.map(str::to_owned);
        series
    }

    #[test]
    fn a_time_finds_the_first_session_that_closes_at_or_after_it() {
        // Event, exchange, session, how.
        let cases = [
            ("2025-01-27", None, 27, Found::OnDate),
            ("2025-01-27T20:59Z", Some("Nasdaq"), 27, Found::OnDate),
            ("2025-01-27T21:00Z", Some("Nasdaq"), 27, Found::OnDate),
            ("2025-01-27T21:01Z", Some("Nasdaq"), 28, Found::AfterClose),
            ("2025-01-27T16:31Z", Some("Euronext Amsterdam"), 28, Found::AfterClose),
            ("2025-01-25T12:00Z", Some("Nasdaq"), 27, Found::After),
            // After Friday's close in New York, Saturday in Tokyo.
            ("2025-01-24T22:00Z", Some("Nasdaq"), 27, Found::AfterClose),
            ("2025-01-24T22:00Z", Some("Tokyo"), 27, Found::After),
            // The evening of the 26th in New York is the morning of the 27th in Tokyo.
            ("2025-01-27T01:00Z", Some("Tokyo"), 27, Found::OnDate),
            // Nothing tells when this one closes: the date decides.
            ("2025-01-27T23:59Z", None, 27, Found::OnDate),
            ("2025-01-27T23:59Z", Some("Moon"), 27, Found::OnDate),
        ];
        for (event, exchange, day, found) in cases {
            let session = event_session(&on(exchange), Some(&at(event)), OffSession::After).unwrap();
            assert_eq!((session.date.day(), session.found), (day, found), "{event} {exchange:?}");
            let unknown = matches!(exchange, None | Some("Moon")) && event.contains('T');
            assert_eq!(session.date_only, unknown, "{event} {exchange:?}");
        }
    }

    #[test]
    fn a_day_without_a_session_has_the_next_or_the_one_before() {
        let weekend = Event::new("", date(2025, 1, 25));
        let session = |off| event_session(&on(None), Some(&weekend), off).unwrap();
        assert_eq!(session(OffSession::After).date, date(2025, 1, 27));
        assert_eq!(session(OffSession::Before).date, date(2025, 1, 24));
        assert_eq!(session(OffSession::Before).found, Found::Before);
    }

    #[test]
    fn no_session_is_borrowed_from_far_away() {
        let none = |day, off| event_session(&on(None), Some(&Event::new("", day)), off).unwrap_err();
        let (first, last) = (date(2025, 1, 23), date(2025, 1, 28));
        assert_eq!(none(date(2025, 1, 2), OffSession::After), NoSession::BeforeAll { first });
        assert_eq!(none(date(2025, 1, 22), OffSession::Before), NoSession::BeforeAll { first });
        assert_eq!(none(date(2025, 1, 29), OffSession::After), NoSession::AfterAll { last });
        assert_eq!(none(date(2025, 2, 28), OffSession::Before), NoSession::AfterAll { last });
        assert_eq!(event_session(&on(None), None, OffSession::After), Err(NoSession::NoEvent));
        let gap = series("B", &[(date(2025, 1, 2), 1.0), (date(2025, 1, 30), 1.0)]);
        let nearest = date(2025, 1, 30);
        let event = Event::new("", date(2025, 1, 10));
        assert_eq!(event_session(&gap, Some(&event), OffSession::After), Err(NoSession::Far { nearest }));
        assert_eq!(
            event_session(&series("C", &[]), Some(&event), OffSession::After),
            Err(NoSession::Undated)
        );
    }

    #[test]
    fn intraday_series_start_from_the_last_price_before_the_instant() {
        let stamp = |text: &str| {
            let at: Timestamp = text.parse().unwrap();
            Stamp::Utc { at, day: at.to_zoned_datetime(jiff::tz::TimeZone::UTC).date() }
        };
        let times = [
            "2025-01-24T15:00Z",
            "2025-01-24T20:55Z",
            "2025-01-27T14:30Z",
            "2025-01-27T15:00Z",
            "2025-01-27T20:55Z",
        ];
        let columns = Columns {
            stamps: times.map(stamp).to_vec(),
            close: vec![141.0, 142.0, 125.0, 124.0, 118.0],
            ..Columns::default()
        };
        let mut bars = on(None);
        bars.bars = Arc::new(Bars::new(columns).unwrap());
        let base = |text: &str| {
            let event = at(text);
            let session = event_session(&bars, Some(&event), OffSession::After).unwrap();
            (session.date.day(), base_before(&bars, &event, &session).unwrap().1)
        };
        assert_eq!(base("2025-01-27T14:45Z"), (27, 125.0));
        assert_eq!(base("2025-01-27T15:00Z"), (27, 125.0));
        assert_eq!(base("2025-01-27T08:00Z"), (27, 142.0));
        assert_eq!(base("2025-01-27"), (27, 142.0));
        assert_eq!(base("2025-01-26T12:00Z"), (27, 142.0));
    }

    /// Ascending dates of a step from a first one.
    fn every(first: Date, span: jiff::Span, count: i64) -> Vec<(Date, f64)> {
        (0..count).map(|place| (first.saturating_add(span.checked_mul(place).unwrap()), 1.0)).collect()
    }

    #[test]
    fn the_bar_that_holds_the_event_is_its_session_and_no_base() {
        use jiff::ToSpan;
        // First date, step, event, session, base.
        let cases = [
            (date(2024, 12, 29), 1.week(), (2025, 1, 27), (2025, 1, 26), (2025, 1, 19)),
            (date(2024, 12, 30), 1.week(), (2025, 1, 31), (2025, 1, 27), (2025, 1, 20)),
            (date(2025, 1, 3), 1.week(), (2025, 1, 27), (2025, 1, 31), (2025, 1, 24)),
            (date(2024, 6, 1), 1.month(), (2024, 10, 15), (2024, 10, 1), (2024, 9, 1)),
            (date(2024, 5, 31), 1.month(), (2024, 10, 1), (2024, 10, 31), (2024, 9, 30)),
            (date(2023, 1, 1), 3.months(), (2024, 5, 15), (2024, 4, 1), (2024, 1, 1)),
            (date(2015, 12, 31), 1.year(), (2020, 3, 16), (2020, 12, 31), (2019, 12, 31)),
        ];
        for (first, span, event, session, base) in cases {
            let [event, session, base] =
                [event, session, base].map(|(year, month, day)| date(year, month, day));
            let bars = series("A", &every(first, span, 12));
            let event = Event::new("", event);
            let found = event_session(&bars, Some(&event), OffSession::After).unwrap();
            assert_eq!((found.date, found.found), (session, Found::OnDate), "{first} {span}");
            assert_eq!(
                base_before(&bars, &event, &found).map(|(date, _)| date),
                Some(base),
                "{first} {span}"
            );
        }
    }

    proptest::proptest! {
        #![proptest_config(proptest::test_runner::Config::with_cases(400))]
        #[test]
        fn a_session_holds_its_event_or_is_the_next_and_the_base_is_wholly_before(
            step in 0..6_usize, by_end: bool, dropped in 0..10_usize, event in 0..6000_i64, after: bool,
        ) {
            use jiff::ToSpan;
            // The days of each bar begin on a Monday, of weeks dated by their end on a Saturday.
            let (first, span) = match step {
                0 => (date(2010, 1, 4), 1.day()),
                1 if by_end => (date(2010, 1, 2), 1.week()),
                1 => (date(2010, 1, 4), 1.week()),
                2 => (date(2010, 1, 1), 1.month()),
                3 => (date(2010, 1, 1), 3.months()),
                4 => (date(2010, 1, 1), 6.months()),
                _ => (date(2010, 1, 1), 1.year()),
            };
            let starts: Vec<Date> = every(first, span, 61).into_iter().map(|(date, _)| date).collect();
            let days = |pair: &[Date]| [pair[0], pair[1].yesterday().unwrap()];
            let bars: Vec<[Date; 2]> = starts.windows(2).map(days).collect();
            // One bar in ten is missing.
            let kept: Vec<[Date; 2]> =
                bars.iter().enumerate().filter(|(place, _)| place % 10 != dropped).map(|(_, bar)| *bar).collect();
            let closes: Vec<(Date, f64)> =
                kept.iter().map(|[from, to]| (if by_end { *to } else { *from }, 1.0)).collect();
            let line = series("A", &closes);
            let event = Event::new("", first.saturating_add(event.days()));
            let off = if after { OffSession::After } else { OffSession::Before };
            let holds = kept.iter().position(|[from, to]| *from <= event.date && event.date <= *to);
            let next = kept.iter().position(|[from, _]| *from > event.date);
            match event_session(&line, Some(&event), off) {
                Ok(found) => {
                    let expected = match (holds, after) {
                        (Some(place), _) => Some((place, Found::OnDate)),
                        (None, true) => next.map(|place| (place, Found::After)),
                        (None, false) => Some((next.unwrap_or(kept.len()) - 1, Found::Before)),
                    };
                    proptest::prop_assert_eq!(Some((found.position, found.found)), expected);
                    let base = base_before(&line, &event, &found);
                    proptest::prop_assert_eq!(base.map(|(day, _)| day), found.position.checked_sub(1).map(|place| closes[place].0));
                    if let Some(before) = found.before.filter(|_| after) {
                        proptest::prop_assert!(kept[before][1] < event.date);
                    }
                }
                Err(_) => proptest::prop_assert!(holds.is_none()),
            }
        }
    }
}
