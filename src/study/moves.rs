//! Base, event close and the move between them, each on the series' own calendar.
//!
//! A move is the simple return `close / base - 1` on unadjusted closes, as press and exchanges
//! state it (`MacKinlay`, "Event Studies in Economics and Finance", Journal of Economic Literature
//! 35, 1997, measures the same window [tau 0, tau 0]). Nothing here knows what is drawn.

use jiff::civil::Date;

use super::common::beside;
use super::prices::{Basis, Prices, Suspect};
use super::session::{EventSession, NoSession, base_before, days_between, event_session};
use crate::model::{Bars, Event, Series, SeriesId, StudyOptions};

/// Last price before the event's session.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Base {
    /// Its date.
    pub date: Date,
    /// Its close, unadjusted for dividends, on the split basis of the event's session.
    pub close: f64,
}

/// How far and how long a series stood below its base.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drawdown {
    /// Lowest close over base minus one, as a share: zero or less.
    pub depth: f64,
    /// The session of that close.
    pub trough: Date,
    /// Sessions from the base to the trough.
    pub sessions: usize,
}

/// A series' move on the event.
#[derive(Clone, Debug, PartialEq)]
pub struct Move {
    /// Which series.
    pub id: SeriesId,
    /// Last price before the event's session; `None` without an event or a session near it.
    pub base: Option<Base>,
    /// Calendar days from the base to the event's session, where they are more than the series' own
    /// step accounts for: trading had stopped.
    pub base_far_days: Option<i32>,
    /// Date and close of the event's session.
    pub event: Option<(Date, f64)>,
    /// Event close over base minus one, as a share; `None` for a base that is not positive, and
    /// while a jump between the two may be a split.
    pub change: Option<f64>,
    /// The same as a logarithmic return, `ln(close / base)`.
    pub log: Option<f64>,
    /// Open of the event's session over base minus one, as a share.
    pub to_open: Option<f64>,
    /// Low of the event's session over base minus one, as a share.
    pub to_low: Option<f64>,
    /// Close of the session after the event's over the event's close minus one, as a share.
    pub rebound: Option<f64>,
    /// How far it fell below its base before it came back, if it did fall.
    pub drawdown: Option<Drawdown>,
    /// Sessions from the base to the first close at or above it, the event's counted as one; `None`
    /// where there is none yet.
    pub recovered_after: Option<usize>,
    /// How the session was found, or why there is none.
    pub session: Result<EventSession, NoSession>,
    /// A jump between base and event close that looks like a split and is not decided.
    pub suspect: Option<Suspect>,
}

impl Move {
    /// The move of a series on an event: the close of its session, found as [`event_session`] says and
    /// [`beside`] the index if there is one, against the last price before it. Without an event
    /// everything is `None`.
    #[must_use]
    pub fn of(
        series: &Series,
        event: Option<&Event>,
        index: Option<&Series>,
        options: &StudyOptions,
    ) -> Self {
        let session = event_session(series, event, options.off_session);
        let index = index.filter(|index| index.id != series.id);
        let session = session.map(|session| match index {
            Some(index) => beside(series, session, index, options.off_session),
            None => session,
        });
        Self::on(series, event, session, options)
    }

    /// The move of a series on that session.
    #[must_use]
    pub fn on(
        series: &Series,
        event: Option<&Event>,
        session: Result<EventSession, NoSession>,
        options: &StudyOptions,
    ) -> Self {
        let mut found = Self {
            id: series.id.clone(),
            base: None,
            base_far_days: None,
            event: None,
            change: None,
            log: None,
            to_open: None,
            to_low: None,
            rebound: None,
            drawdown: None,
            recovered_after: None,
            session,
            suspect: None,
        };
        let (Ok(session), Some(event)) = (session, event) else { return found };
        let prices = Prices::of(series, options, Basis::Raw);
        found.event = series.bars.day(session.position);
        let Some((date, close)) = base_before(series, event, &session) else { return found };
        let close = close / prices.split_between(date, session.date);
        let base = Base { date, close };
        found.base = Some(base);
        let away = days_between(date, session.date);
        found.base_far_days = (away > series.bars.cadence().base_reach_days()).then_some(away);
        found.suspect = prices.suspect_between(date, session.date);
        if found.suspect.is_none() {
            found.measure(&prices, &base, &session);
        }
        found
    }

    fn measure(&mut self, prices: &Prices<'_>, base: &Base, session: &EventSession) {
        let bars = prices.bars();
        let Some((_, close)) = self.event else { return };
        self.change = change(base.close, close);
        self.log = self.change.and_then(|change| (change > -1.0).then(|| change.ln_1p()));
        let columns = bars.columns();
        let rows = rows_of(bars, session.position);
        let first =
            |column: &[f64]| rows.clone().find_map(|row| column.get(row).copied().filter(|v| v.is_finite()));
        let least = |column: &[f64]| {
            rows.clone().filter_map(|row| column.get(row)).copied().filter(|v| v.is_finite()).reduce(f64::min)
        };
        self.to_open = first(&columns.open).and_then(|open| change(base.close, open));
        self.to_low = least(&columns.low).and_then(|low| change(base.close, low));
        if self.change.is_none() {
            return;
        }
        let next = bars.day(session.position + 1);
        let later = |date: Date, close: f64| close * prices.split_between(session.date, date);
        let sure = |date: Date| prices.suspect_between(session.date, date).is_none();
        self.rebound =
            next.filter(|(date, _)| sure(*date)).and_then(|(date, after)| change(close, later(date, after)));
        let mut drawdown: Option<Drawdown> = None;
        for (sessions, position) in (1..).zip(session.position..bars.days().len()) {
            let Some((date, close)) = bars.day(position).filter(|(date, _)| sure(*date)) else { break };
            let Some(depth) = change(base.close, later(date, close)) else { break };
            if depth >= 0.0 {
                self.recovered_after = Some(sessions);
                break;
            }
            if drawdown.is_none_or(|so_far| depth < so_far.depth) {
                drawdown = Some(Drawdown { depth, trough: date, sessions });
            }
        }
        self.drawdown = drawdown;
    }
}

/// The rows of a session's bars.
fn rows_of(bars: &Bars, position: usize) -> std::ops::RangeInclusive<usize> {
    let last = bars.days().get(position).map_or(0, |(_, row)| *row);
    let first =
        position.checked_sub(1).and_then(|before| bars.days().get(before)).map_or(0, |(_, row)| row + 1);
    // A row without a close before the session's own is another day's.
    let own = bars.days().get(position).map(|(date, _)| *date);
    let is_own = |row: &usize| bars.columns().stamps.get(*row).map(|stamp| stamp.date()) == own;
    (first..=last).find(is_own).unwrap_or(last)..=last
}

/// `close` over `base` minus one, as a share; `None` for a base that is zero, negative or not a
/// number, because a share of such a base says nothing, for a close below zero, because no price
/// loses more than all of itself, and where the share is beyond all numbers.
#[must_use]
pub fn change(base: f64, close: f64) -> Option<f64> {
    let share = (base.is_finite() && base > 0.0).then(|| close / base - 1.0)?;
    (share.is_finite() && share >= -1.0).then_some(share)
}

/// Change from the base to the series' last close on or before `date` and on or after the base,
/// with the date of that close.
#[must_use]
pub fn change_to(series: &Series, base: &Base, date: Date) -> Option<(Date, f64)> {
    let (day, close) = last_on_or_before(&series.bars, date)?;
    if day < base.date {
        return None;
    }
    Some((day, change(base.close, close)?))
}

/// The last session on or before `date`: its date and close.
#[must_use]
pub fn last_on_or_before(bars: &Bars, date: Date) -> Option<(Date, f64)> {
    let after = bars.days().partition_point(|(day, _)| *day <= date);
    bars.day(after.checked_sub(1)?)
}

/// The base where there is no event: the series' first session on or after the first shown date.
#[must_use]
pub fn base_without_event(series: &Series, first_shown: Date) -> Option<Base> {
    let (date, close) = series.bars.day(series.bars.day_at_or_after(first_shown))?;
    Some(Base { date, close })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::samples::series;
    use jiff::civil::date;

    const EVENT: Date = date(2025, 1, 27);

    type Case<'a> = (&'a [(Date, f64)], Option<Date>, Option<Date>, Option<f64>);

    #[test]
    fn finds_session_base_and_change_by_the_series_own_calendar() {
        let day = |d| date(2025, 1, d);
        // (closes, base date, event date, change)
        let cases: &[Case<'_>] = &[
            (&[(day(24), 142.62), (day(27), 118.42)], Some(day(24)), Some(day(27)), Some(-0.169_681_7)),
            (&[(day(24), 100.0), (day(28), 110.0)], Some(day(24)), Some(day(28)), Some(0.1)),
            (
                &[(day(24), 100.0), (date(2025, 2, 3), 90.0)],
                Some(day(24)),
                Some(date(2025, 2, 3)),
                Some(-0.1),
            ),
            (&[(day(24), 100.0), (date(2025, 2, 4), 90.0)], None, None, None),
            (&[(day(13), 100.0), (day(27), 90.0)], Some(day(13)), Some(day(27)), Some(-0.1)),
            (&[(day(12), 100.0), (day(27), 90.0)], Some(day(12)), Some(day(27)), Some(-0.1)),
            (&[(day(27), 90.0)], None, Some(day(27)), None),
            (&[(day(24), 0.0), (day(27), 90.0)], Some(day(24)), Some(day(27)), None),
            (&[(day(24), -37.6), (day(27), 10.0)], Some(day(24)), Some(day(27)), None),
            (&[(day(24), 100.0)], None, None, None),
            (&[], None, None, None),
        ];
        for (closes, base, event, change) in cases {
            let found =
                Move::of(&series("A", closes), Some(&Event::new("", EVENT)), None, &StudyOptions::default());
            assert_eq!(found.base.map(|base| base.date), *base, "{closes:?}");
            assert_eq!(found.event.map(|(date, _)| date), *event, "{closes:?}");
            match (found.change, change) {
                (Some(found), Some(wanted)) => assert!((found - wanted).abs() < 1e-6, "{closes:?}"),
                (found, wanted) => assert_eq!(found.is_some(), wanted.is_some(), "{closes:?}"),
            }
        }
    }

    #[test]
    fn a_base_is_as_far_back_as_trading_and_its_distance_is_told() {
        let closes = |first: Date| [(first, 100.0), (first.tomorrow().unwrap(), 100.0), (EVENT, 29.0)];
        // The day before trading stopped, days from the base.
        let cases =
            [(date(2025, 1, 12), None), (date(2025, 1, 11), Some(15)), (date(2024, 11, 26), Some(61))];
        for (first, days) in cases {
            let (event, options) = (Event::new("", EVENT), StudyOptions::default());
            let found = Move::of(&series("A", &closes(first)), Some(&event), None, &options);
            assert_eq!(
                (found.change.map(|share| (share * 100.0).round()), found.base_far_days),
                (Some(-71.0), days)
            );
        }
    }

    #[test]
    fn without_an_event_nothing_is_known() {
        let found = Move::of(&series("A", &[(EVENT, 1.0)]), None, None, &StudyOptions::default());
        assert_eq!((found.base, found.event, found.change), (None, None, None));
    }

    #[test]
    fn changes_to_a_date_use_the_last_close_up_to_it() {
        let line =
            series("A", &[(date(2025, 1, 24), 100.0), (date(2025, 1, 27), 80.0), (date(2025, 1, 29), 90.0)]);
        let base = Base { date: date(2025, 1, 24), close: 100.0 };
        let at = |to| change_to(&line, &base, to).map(|(date, share)| (date, (share * 100.0).round()));
        assert_eq!(at(date(2025, 1, 28)), Some((date(2025, 1, 27), -20.0)));
        assert_eq!(at(date(2025, 2, 28)), Some((date(2025, 1, 29), -10.0)));
        assert_eq!(at(date(2025, 1, 23)), None);
        assert_eq!(base_without_event(&line, date(2025, 1, 25)).map(|base| base.close), Some(80.0));
        assert_eq!(base_without_event(&line, date(2025, 3, 1)), None);
    }
}
