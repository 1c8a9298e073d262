//! Base, event close and the move between them, each on the series' own calendar.
//!
//! A move is the simple return `close / base - 1` on unadjusted closes, as press and exchanges
//! state it (`MacKinlay`, "Event Studies in Economics and Finance", Journal of Economic Literature
//! 35, 1997, measures the same window [tau 0, tau 0]). Nothing here knows what is drawn.

use jiff::civil::Date;

use crate::model::{Bars, Series, SeriesId};

/// Calendar days after the event within which its session must fall.
pub const EVENT_REACH_DAYS: i32 = 7;

/// Calendar days before the event's session within which the base must fall.
pub const BASE_REACH_DAYS: i32 = 14;

/// Last close before the event's session.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Base {
    /// Its date.
    pub date: Date,
    /// Its close, unadjusted.
    pub close: f64,
}

/// A series' move on the event.
#[derive(Clone, Debug, PartialEq)]
pub struct Move {
    /// Which series.
    pub id: SeriesId,
    /// Last close before the event's session; `None` without an event or a session near it.
    pub base: Option<Base>,
    /// Date and close of the event's session.
    pub event: Option<(Date, f64)>,
    /// Event close over base minus one, as a share; `None` for a base that is not positive.
    pub change: Option<f64>,
}

impl Move {
    /// The move of a series on an event: its session on that date, else its next one within
    /// [`EVENT_REACH_DAYS`], against the last close strictly before that session, at most
    /// [`BASE_REACH_DAYS`] old. Without an event everything is `None`.
    #[must_use]
    pub fn of(series: &Series, event: Option<Date>) -> Self {
        let mut found = Self { id: series.id.clone(), base: None, event: None, change: None };
        let Some(event) = event else { return found };
        let position = series.bars.day_at_or_after(event);
        let Some((day, close)) = series.bars.day(position) else { return found };
        if days_between(event, day) > EVENT_REACH_DAYS {
            return found;
        }
        found.event = Some((day, close));
        found.base = position
            .checked_sub(1)
            .and_then(|before| series.bars.day(before))
            .filter(|(date, _)| days_between(*date, day) <= BASE_REACH_DAYS)
            .map(|(date, close)| Base { date, close });
        found.change = found.base.and_then(|base| change(base.close, close));
        found
    }
}

/// `close` over `base` minus one, as a share; `None` for a base that is zero, negative or not a
/// number, because a share of such a base says nothing, and where the share is beyond all numbers.
#[must_use]
pub fn change(base: f64, close: f64) -> Option<f64> {
    let share = (base.is_finite() && base > 0.0).then(|| close / base - 1.0)?;
    share.is_finite().then_some(share)
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

fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(i32::MAX, |span| span.get_days())
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
            (&[(day(12), 100.0), (day(27), 90.0)], None, Some(day(27)), None),
            (&[(day(27), 90.0)], None, Some(day(27)), None),
            (&[(day(24), 0.0), (day(27), 90.0)], Some(day(24)), Some(day(27)), None),
            (&[(day(24), -37.6), (day(27), 10.0)], Some(day(24)), Some(day(27)), None),
            (&[(day(24), 100.0)], None, None, None),
            (&[], None, None, None),
        ];
        for (closes, base, event, change) in cases {
            let found = Move::of(&series("A", closes), Some(EVENT));
            assert_eq!(found.base.map(|base| base.date), *base, "{closes:?}");
            assert_eq!(found.event.map(|(date, _)| date), *event, "{closes:?}");
            match (found.change, change) {
                (Some(found), Some(wanted)) => assert!((found - wanted).abs() < 1e-6, "{closes:?}"),
                (found, wanted) => assert_eq!(found.is_some(), wanted.is_some(), "{closes:?}"),
            }
        }
    }

    #[test]
    fn without_an_event_nothing_is_known() {
        let found = Move::of(&series("A", &[(EVENT, 1.0)]), None);
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
