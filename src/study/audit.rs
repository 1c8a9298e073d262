//! What the choice of a session does to a move: the session that was taken, and the move under each
//! other rule by which one could be.

use jiff::civil::Date;

use super::moves::Move;
use super::session::{EventSession, Found};
use crate::model::{Event, Series, StudyOptions};

/// A rule by which an event gets its session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The session of the event's date, or the bar with that date in it.
    SameDay,
    /// The first session after the event's date.
    NextDay,
    /// The first on or after the event's date.
    After,
    /// The last on or before the event's date.
    Before,
    /// The nearest that the index has too.
    Common,
}

impl Rule {
    /// Those that need no index, in the order in which they are told.
    const OTHERS: [Self; 4] = [Self::SameDay, Self::NextDay, Self::After, Self::Before];

    /// Its name in a file of results.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::SameDay => "same_day",
            Self::NextDay => "next_day",
            Self::After => "after",
            Self::Before => "before",
            Self::Common => "common",
        }
    }

    /// The rule by which a session was found.
    #[must_use]
    pub fn of(found: Found) -> Self {
        match found {
            Found::OnDate => Self::SameDay,
            Found::AfterClose => Self::NextDay,
            Found::After => Self::After,
            Found::Before => Self::Before,
            Found::Common => Self::Common,
        }
    }

    /// The place of its session among those of a series.
    fn position(self, series: &Series, date: Date) -> Option<usize> {
        let bars = &series.bars;
        let next = bars.day_ending_at_or_after(date);
        let first = bars.days().get(next).map(|(day, _)| bars.cadence().span(*day)[0]);
        let holds = first.is_some_and(|first| first <= date);
        match self {
            Self::SameDay => holds.then_some(next),
            Self::NextDay => Some(next + usize::from(holds)),
            Self::After => Some(next),
            Self::Before if holds => Some(next),
            Self::Before => next.checked_sub(1),
            Self::Common => None,
        }
    }
}

/// The move of a series under one rule.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Alternative {
    /// The rule.
    pub rule: Rule,
    /// Its session, if there is one.
    pub date: Option<Date>,
    /// Close of that session over the last close before it minus one, as a share.
    pub change: Option<f64>,
}

/// The move of a series under each rule but the one by which its session was found. The time of the
/// event and the index count for nothing in them.
#[must_use]
pub fn others(series: &Series, event: &Event, taken: &Move, options: &StudyOptions) -> Vec<Alternative> {
    let rule = taken.session.ok().map(|session| Rule::of(session.found));
    let dated = series.bars.has_dates();
    let event = Event { moment: None, ..event.clone() };
    let alternative = |rule: Rule| {
        let position = rule.position(series, event.date).filter(|_| dated);
        let day = position.and_then(|position| Some((position, series.bars.day(position)?.0)));
        let Some((position, date)) = day else { return Alternative { rule, date: None, change: None } };
        let before = position.checked_sub(1);
        let session = EventSession { position, before, date, found: Found::OnDate, date_only: false };
        let moved = Move::on(series, Some(&event), Ok(session), options);
        Alternative { rule, date: Some(date), change: moved.change }
    };
    Rule::OTHERS.into_iter().filter(|other| Some(*other) != rule).map(alternative).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::samples::series;
    use jiff::civil::date;

    #[test]
    fn each_other_rule_has_its_session_and_its_move() {
        let closes = [(23, 80.0), (24, 100.0), (27, 90.0), (28, 99.0)];
        let line = series("A", &closes.map(|(day, close)| (date(2025, 1, day), close)));
        let options = StudyOptions::default();
        let told = |day| {
            let event = Event::new("", date(2025, 1, day));
            let taken = Move::of(&line, Some(&event), None, &options);
            let found = others(&line, &event, &taken, &options).into_iter();
            let change = |share: f64| (share * 100.0).round() as i32;
            found
                .map(|other| (other.rule.name(), other.date.map(Date::day), other.change.map(change)))
                .collect::<Vec<_>>()
        };
        let on = |day, share| (Some(day), Some(share));
        let of = |name, (day, share): (Option<i8>, Option<i32>)| (name, day, share);
        assert_eq!(
            told(27),
            [of("next_day", on(28, 10)), of("after", on(27, -10)), of("before", on(27, -10))]
        );
        assert_eq!(
            told(25),
            [of("same_day", (None, None)), of("next_day", on(27, -10)), of("before", on(24, 25))]
        );
        assert_eq!(told(28)[0], of("next_day", (None, None)));
    }
}
