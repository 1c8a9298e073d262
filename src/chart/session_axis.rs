//! The axis of sessions: which stretch is shown, and the dates that stand under it.
//!
//! Plot space counts sessions, so a tick's place is a session and its text that session's real
//! date; no date is ever put where no series traded.

use jiff::ToSpan;
use jiff::civil::Date;

use super::draft::Draft;
use super::figure::Tick;
use super::ticks::checked;
use super::{Span, View};
use crate::model::{Series, Step};
use crate::study::Sessions;
use crate::text::DateStyle;

/// Sessions on each side of the event in [`Span::Around`].
const AROUND: usize = 20;

/// First and last shown place on the session axis, as the view asks or by its span; two equal
/// places where there is one session, zeros where there is none.
#[must_use]
pub fn shown_sessions(sessions: &Sessions, view: &View) -> [f64; 2] {
    if let Some(range) = view.sessions.and_then(checked) {
        return range;
    }
    let last = sessions.len().saturating_sub(1);
    if sessions.are_rows() {
        // Rows have no months.
        return [0.0, last as f64];
    }
    let event = sessions.event();
    let (from, to) = match (view.span, event) {
        (Span::All, _) | (Span::Around, None) => (0, last),
        (Span::Around, Some(event)) => (event.saturating_sub(AROUND), (event + AROUND).min(last)),
        (Span::Month, _) => days_about(sessions, event, 30),
        (Span::Quarter, _) => days_about(sessions, event, 91),
        (Span::Year, _) => year_of(sessions, event.unwrap_or(last)),
    };
    [from as f64, to.max(from) as f64]
}

/// Dates of the first and the last session inside a shown stretch; those at the ends of the axis
/// where the stretch reaches over them, `None` where the axis is empty.
#[must_use]
pub fn shown_dates(sessions: &Sessions, shown: [f64; 2]) -> Option<(Date, Date)> {
    let end = sessions.len().checked_sub(1)?;
    let date_at = |place: f64| sessions.date((place.max(0.0) as usize).min(end));
    Some((date_at(shown[0].ceil())?, date_at(shown[1].floor())?))
}

/// A shown stretch of one axis on another: the same dates, and the same distance from them in
/// sessions. `None` where the other axis has no session between them.
#[must_use]
pub fn carried(shown: [f64; 2], from: &Sessions, to: &Sessions) -> Option<[f64; 2]> {
    let (first, last) = shown_dates(from, shown)?;
    let new_first = to.at_or_after(first);
    let new_last = to.dates().partition_point(|date| *date <= last).checked_sub(1)?;
    if new_first > new_last {
        return None;
    }
    let start = new_first as f64 + (shown[0] - from.position(first)? as f64);
    let end = new_last as f64 + (shown[1] - from.position(last)? as f64);
    checked([start, end])
}

/// That many calendar days, half before and half after the event, or up to the last session.
fn days_about(sessions: &Sessions, event: Option<usize>, days: i32) -> (usize, usize) {
    let last = sessions.len().saturating_sub(1);
    let centre = event.unwrap_or(last);
    let Some(date) = sessions.date(centre) else { return (0, last) };
    let before = if event.is_some() { days / 2 } else { days };
    let from = date.saturating_sub(before.days());
    let to = date.saturating_add((days / 2).days());
    let end = sessions.dates().partition_point(|session| *session <= to).saturating_sub(1);
    (sessions.at_or_after(from), if event.is_some() { end.max(centre) } else { last })
}

/// First and last session of the year in which that session lies.
fn year_of(sessions: &Sessions, position: usize) -> (usize, usize) {
    let Some(date) = sessions.date(position) else { return (0, position) };
    let after = sessions.dates().partition_point(|day| *day <= date.last_of_year());
    (sessions.at_or_after(date.first_of_year()), after.saturating_sub(1))
}

/// How far apart ticks stand.
#[derive(Clone, Copy, PartialEq)]
enum Every {
    Session,
    Week,
    Fortnight,
    Month(i32),
    Year(i32),
}

impl Every {
    const COARSER: [Self; 10] = [
        Self::Session,
        Self::Week,
        Self::Fortnight,
        Self::Month(1),
        Self::Month(3),
        Self::Month(6),
        Self::Year(1),
        Self::Year(2),
        Self::Year(5),
        Self::Year(20),
    ];

    /// Number of the stretch that a date falls into; a tick stands where it changes.
    fn stretch(self, date: Date) -> i32 {
        // Days since a Monday, so that weeks begin on Mondays.
        let monday = Date::constant(1899, 12, 25);
        let days = monday.until(date).map_or(0, |span| span.get_days());
        let year = i32::from(date.year());
        match self {
            Self::Session => days,
            Self::Week => days.div_euclid(7),
            Self::Fortnight => days.div_euclid(14),
            Self::Month(months) => (year * 12 + i32::from(date.month()) - 1).div_euclid(months),
            Self::Year(years) => year.div_euclid(years),
        }
    }

    fn text(self, draft: &Draft<'_>, date: Date, first: bool) -> String {
        let style = match self {
            Self::Session | Self::Week | Self::Fortnight => DateStyle::Day,
            Self::Month(_) if first || date.month() == 1 => DateStyle::Month,
            Self::Month(_) => DateStyle::MonthOnly,
            Self::Year(_) => DateStyle::Year,
        };
        draft.date(date, style)
    }
}

/// Dates under an axis of that width in pixels: as many weeks, months or years as fit beside
/// each other, and the event's own session always.
pub(super) fn ticks(draft: &Draft<'_>, shown: [f64; 2], event: Option<usize>, width: f64) -> Vec<Tick> {
    let inside = |position: usize| (shown[0]..=shown[1]).contains(&(position as f64));
    let event = event.filter(|position| inside(*position)).and_then(|position| {
        let date = draft.scene.analysis.sessions.date(position)?;
        Some(Tick { at: position as f64, text: draft.date(date, event_style(draft, date)) })
    });
    let span = (shown[1] - shown[0]).max(1e-9);
    let room = Room { width, shown, span, gap: draft.sizes.label * 0.55 };
    for every in Every::COARSER {
        if span / stretch_sessions(every) * draft.sizes.label > width {
            continue;
        }
        let mut ticks = candidates(draft, every, shown);
        if let Some(event) = &event {
            ticks.retain(|tick| !room.meets(draft, tick, event));
        }
        let crowded = ticks.windows(2).any(|pair| match pair {
            [left, right] => room.meets(draft, left, right),
            _ => false,
        });
        if crowded {
            continue;
        }
        ticks.extend(event);
        ticks.sort_by(|a, b| a.at.total_cmp(&b.at));
        return ticks;
    }
    event.into_iter().collect()
}

/// How the date of the event's session is written: that of a bar of a month has no day.
fn event_style(draft: &Draft<'_>, date: Date) -> DateStyle {
    let session = |series: &&Series| {
        let found = draft.scene.analysis.move_of(&series.id).and_then(|found| found.session.ok());
        found.is_some_and(|session| session.date == date)
    };
    let step = draft.visible().find(session).map_or(Step::Daily, |series| series.bars.cadence().step);
    match step {
        Step::Daily | Step::Weekly | Step::Other => DateStyle::Day,
        Step::Monthly | Step::Quarterly | Step::HalfYearly => DateStyle::Month,
        Step::Yearly => DateStyle::Year,
    }
}

/// About how many sessions a stretch has, to pass over steps that cannot fit.
fn stretch_sessions(every: Every) -> f64 {
    match every {
        Every::Session => 1.0,
        Every::Week => 3.0,
        Every::Fortnight => 6.0,
        Every::Month(months) => 15.0 * f64::from(months),
        Every::Year(years) => 180.0 * f64::from(years),
    }
}

fn candidates(draft: &Draft<'_>, every: Every, shown: [f64; 2]) -> Vec<Tick> {
    let sessions = &draft.scene.analysis.sessions;
    let first = shown[0].ceil().max(0.0) as usize;
    let last = shown[1].floor().max(0.0) as usize;
    let mut ticks: Vec<Tick> = Vec::new();
    for position in first..=last.min(sessions.len().saturating_sub(1)) {
        let Some(date) = sessions.date(position) else { break };
        let before = position.checked_sub(1).and_then(|before| sessions.date(before));
        let begins = before.is_none_or(|before| every.stretch(before) != every.stretch(date));
        if begins {
            ticks.push(Tick { at: position as f64, text: every.text(draft, date, ticks.is_empty()) });
        }
    }
    ticks
}

/// Where tick texts would stand in pixels.
struct Room {
    width: f64,
    shown: [f64; 2],
    span: f64,
    gap: f64,
}

impl Room {
    fn meets(&self, draft: &Draft<'_>, left: &Tick, right: &Tick) -> bool {
        let at = |tick: &Tick| (tick.at - self.shown[0]) / self.span * self.width;
        let half = |tick: &Tick| draft.quiet().width(&tick.text) / 2.0;
        (at(right) - at(left)).abs() < half(left) + half(right) + self.gap
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::samples::{data_of, series};
    use jiff::civil::date;

    /// An axis of those days of January 2025.
    fn axis(days: &[i8]) -> Sessions {
        let closes: Vec<(Date, f64)> = days.iter().map(|day| (date(2025, 1, *day), 1.0)).collect();
        Sessions::of(&data_of(vec![series("A", &closes)]))
    }

    #[test]
    fn a_stretch_shows_the_sessions_inside_it_and_never_less_than_the_ends() {
        let sessions = axis(&[6, 7, 8, 9]);
        let day = |day| date(2025, 1, day);
        let cases = [
            ([0.0, 3.0], (6, 9)),
            ([0.2, 2.9], (7, 8)),
            ([-4.0, 99.0], (6, 9)),
            ([50.0, 60.0], (9, 9)),
            ([1.0, 1.0], (7, 7)),
        ];
        for (shown, (first, last)) in cases {
            assert_eq!(shown_dates(&sessions, shown), Some((day(first), day(last))), "{shown:?}");
        }
        assert_eq!(shown_dates(&axis(&[]), [0.0, 0.0]), None);
    }

    #[test]
    fn a_stretch_keeps_its_dates_on_another_axis() {
        let (short, long) = (axis(&[13, 14, 15, 16]), axis(&[6, 7, 8, 9, 10, 13, 14, 15, 16, 17]));
        let cases = [
            ([0.0, 3.0], Some([5.0, 8.0])),
            ([1.0, 2.0], Some([6.0, 7.0])),
            ([0.25, 2.75], Some([5.25, 7.75])),
            ([-0.5, 3.5], Some([4.5, 8.5])),
        ];
        for (shown, expected) in cases {
            assert_eq!(carried(shown, &short, &long), expected, "{shown:?}");
            assert_eq!(expected.and_then(|shown| carried(shown, &long, &short)), Some(shown));
        }
        assert_eq!(carried([2.0, 6.0], &long, &short), Some([0.0, 1.0]), "what is left of it");
        for (from, to) in [(&long, &axis(&[20, 21])), (&long, &axis(&[])), (&axis(&[]), &long)] {
            assert_eq!(carried([0.0, 3.0], from, to), None);
        }
        assert_eq!(carried([0.0, 3.0], &long, &short), None, "nothing of it is left");
    }
}
