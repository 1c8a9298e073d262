//! Sessions that a series and the index have in common.
//!
//! Bars of one date are common; where one side has bars of a week or a month, the last session of the
//! other within the same days is. An index of a coarser step than the series has nothing in common
//! with it: what it did on the day is not known.

use jiff::civil::Date;

use super::session::{EventSession, Found, days_between};
use crate::model::{Bars, Cadence, OffSession, Series, Step};

/// What makes sessions of a series and of an index the same.
#[derive(Clone, Copy, Debug)]
pub struct Keys {
    own: Cadence,
    index: Cadence,
}

impl Keys {
    /// The keys of both; `None` where the index has a coarser step.
    #[must_use]
    pub fn of(own: &Bars, index: &Bars) -> Option<Self> {
        let rank = |cadence: &Cadence| if cadence.step.is_coarse() { cadence.step } else { Step::Daily };
        let (own, index) = (*own.cadence(), *index.cadence());
        match rank(&own).cmp(&rank(&index)) {
            std::cmp::Ordering::Less => None,
            std::cmp::Ordering::Equal => Some(Self { own, index }),
            std::cmp::Ordering::Greater => Some(Self { own, index: own }),
        }
    }

    /// The key of a session of the series.
    #[must_use]
    pub fn own(&self, date: Date) -> Date {
        self.own.key(date)
    }

    /// The key of a session of the index.
    #[must_use]
    pub fn index(&self, date: Date) -> Date {
        self.index.key(date)
    }

    /// Place of the index's last session of that key, if it has one.
    #[must_use]
    pub fn place(&self, index: &Bars, key: Date) -> Option<usize> {
        let days = index.days();
        let last = days.partition_point(|(day, _)| self.index(*day) <= key).checked_sub(1)?;
        days.get(last).filter(|(day, _)| self.index(*day) == key).map(|_| last)
    }
}

/// The session of an event on a series beside an index: its own where the index has it too, else the
/// nearest that both have, in the direction asked for. The base is then the last session before the
/// series' own that both have, so that both move over the same days.
#[must_use]
pub fn beside(series: &Series, session: EventSession, index: &Series, off: OffSession) -> EventSession {
    let (bars, other) = (&series.bars, &index.bars);
    let Some(keys) = Keys::of(bars, other).filter(|_| other.has_dates()) else { return session };
    let days = bars.days();
    let shared = |position: &usize| {
        days.get(*position).is_some_and(|(day, _)| keys.place(other, keys.own(*day)).is_some())
    };
    let reach = bars.cadence().event_reach_days();
    let near = |position: &usize| {
        days.get(*position).is_some_and(|(day, _)| days_between(session.date, *day).abs() <= reach)
    };
    if shared(&session.position) {
        return session;
    }
    let found = match off {
        OffSession::After => (session.position..days.len()).take_while(near).find(shared),
        OffSession::Before => (0..session.position).rev().take_while(near).find(shared),
    };
    let Some((position, date)) = found.and_then(|at| Some((at, days.get(at)?.0))) else { return session };
    let before = (0..position.min(session.position)).rev().find(shared);
    EventSession { position, before, date, found: Found::Common, ..session }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Event;
    use crate::study::samples::series;
    use crate::study::session::event_session;
    use jiff::civil::{Weekday, date};

    /// A close on each day of July 2024 but on days of rest.
    fn month(name: &str, rest: &[Weekday]) -> Series {
        let days = (1..=31).map(|day| date(2024, 7, day)).filter(|day| !rest.contains(&day.weekday()));
        series(name, &days.map(|day| (day, f64::from(day.day()))).collect::<Vec<_>>())
    }

    #[test]
    fn the_session_is_the_first_that_both_have() {
        use Weekday::{Friday, Saturday, Sunday};
        let (every, western, eastern) = (&[][..], &[Saturday, Sunday][..], &[Friday, Saturday][..]);
        // Days of rest of both, event, direction, session, base, how.
        let cases = [
            (every, western, 13, OffSession::After, 15, 12, Found::Common),
            (every, western, 13, OffSession::Before, 12, 11, Found::Common),
            (every, western, 12, OffSession::After, 12, 11, Found::OnDate),
            (western, eastern, 12, OffSession::After, 15, 11, Found::Common),
            (eastern, western, 14, OffSession::After, 15, 11, Found::Common),
            (western, western, 13, OffSession::After, 15, 12, Found::After),
        ];
        for (own, index, event, off, day, base, found) in cases {
            let (own, index) = (month("A", own), month("M", index));
            let event = Event::new("", date(2024, 7, event));
            let session = beside(&own, event_session(&own, Some(&event), off).unwrap(), &index, off);
            let before = session.before.and_then(|before| own.bars.day(before)).map(|(day, _)| day.day());
            assert_eq!((session.date.day(), before, session.found), (day, Some(base), found), "{event:?}");
        }
    }

    #[test]
    fn without_a_common_session_near_it_stays() {
        let own = month("A", &[]);
        let index = series("M", &[(date(2024, 7, 1), 1.0), (date(2024, 7, 31), 1.0)]);
        let event = Event::new("", date(2024, 7, 13));
        let session = event_session(&own, Some(&event), OffSession::After).unwrap();
        assert_eq!(beside(&own, session, &index, OffSession::After), session);
    }

    #[test]
    fn a_week_has_the_last_session_of_its_days_and_a_month_of_the_index_no_day() {
        let weeks: Vec<(Date, f64)> = [1, 8, 15, 22].map(|day| (date(2024, 7, day), 1.0)).to_vec();
        let (weeks, days) = (series("W", &weeks), month("D", &[Weekday::Saturday, Weekday::Sunday]));
        let keys = Keys::of(&weeks.bars, &days.bars).unwrap();
        let place = keys.place(&days.bars, keys.own(date(2024, 7, 8))).unwrap();
        assert_eq!(days.bars.days()[place].0, date(2024, 7, 12));
        assert!(Keys::of(&days.bars, &weeks.bars).is_none());
    }
}
