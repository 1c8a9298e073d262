//! Whether days can be those of a price file: how they follow each other, and on which days of the
//! week and of the month they fall. Every reading of a column is asked, so that a wrong order, a
//! wrong calendar or a wrong start of a count is not taken for sure.

use jiff::civil::{Date, Weekday};

use super::week::{Rest, Weekdays};

/// Days from which on their days of the week tell something.
const ENOUGH: usize = 10;
/// Days from which on their places in the month do.
const MONTHS: usize = 4;

/// How days suit prices, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// Day upon day but for Saturdays and Sundays, or all of them first or last days of months.
    Usual,
    /// Nothing speaks for or against them.
    Open,
    /// Day upon day, but for two days of the week that no market rests on.
    Odd,
}

/// What days have in common; the same day in several rows counts once.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Pattern {
    rises: usize,
    falls: usize,
    /// Steps from one day to the next.
    ones: usize,
    total_days: i64,
    pub weekdays: Weekdays,
    /// First and last days of months, days of rest left aside.
    firsts: usize,
    lasts: usize,
}

impl Pattern {
    pub(super) fn of(days: impl Iterator<Item = Date>) -> Self {
        let mut pattern = Self::default();
        let mut before: Option<Date> = None;
        for day in days {
            let step = before.replace(day).map(|before| i64::from((day - before).get_days()));
            if step == Some(0) {
                continue;
            }
            pattern.weekdays.take(day);
            pattern.firsts += usize::from(is_edge(day, -1));
            pattern.lasts += usize::from(is_edge(day, 1));
            let Some(step) = step else { continue };
            pattern.rises += usize::from(step > 0);
            pattern.falls += usize::from(step < 0);
            pattern.ones += usize::from(step.abs() == 1);
            pattern.total_days += step.abs();
        }
        pattern
    }

    /// Steps against the direction of most.
    pub(super) fn breaks(&self) -> usize {
        self.rises.min(self.falls)
    }

    /// Steps from a day to another.
    pub(super) fn steps(&self) -> usize {
        self.rises + self.falls
    }

    /// Mean distance of days that follow each other.
    pub(super) fn mean_step_days(&self) -> f64 {
        self.total_days as f64 / self.steps().max(1) as f64
    }

    /// How the days suit prices.
    pub(super) fn fit(&self) -> Fit {
        let days = self.weekdays.total();
        let is_daily = self.ones * 2 > self.steps();
        if !is_daily && days >= MONTHS && (self.firsts == days || self.lasts == days) {
            return Fit::Usual;
        }
        if !is_daily || days < ENOUGH {
            return Fit::Open;
        }
        match self.weekdays.rest() {
            Some(Rest::SaturdaySunday) => Fit::Usual,
            Some(Rest::Other) => Fit::Odd,
            Some(Rest::FridaySaturday | Rest::ThursdayFriday) | None => Fit::Open,
        }
    }
}

/// Whether no working day of the month lies on that side of a day.
fn is_edge(day: Date, side: i8) -> bool {
    let mut next = day;
    for _ in 0..3 {
        let Ok(further) = (if side > 0 { next.tomorrow() } else { next.yesterday() }) else { return false };
        next = further;
        if next.month() != day.month() {
            return true;
        }
        if !matches!(next.weekday(), Weekday::Saturday | Weekday::Sunday) {
            return false;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::ToSpan;
    use jiff::civil::date;

    fn fit(days: &[Date]) -> Fit {
        Pattern::of(days.iter().copied()).fit()
    }

    #[test]
    fn days_are_told_by_their_rest() {
        let rests: [(i8, Fit); 7] = [
            // First of the two days of rest, Monday is 0.
            (0, Fit::Odd),
            (1, Fit::Odd),
            (2, Fit::Odd),
            (3, Fit::Open),
            (4, Fit::Open),
            (5, Fit::Usual),
            (6, Fit::Odd),
        ];
        for (first, expected) in rests {
            let rest = [first, (first + 1) % 7];
            for count in [12_usize, 60, 500] {
                let days: Vec<Date> = date(2024, 1, 1)
                    .series(1.day())
                    .filter(|day| !rest.contains(&day.weekday().to_monday_zero_offset()))
                    .take(count)
                    .collect();
                assert_eq!(fit(&days), expected, "{first} {count}");
                let newest_first: Vec<Date> = days.iter().rev().copied().collect();
                assert_eq!(fit(&newest_first), expected, "{first} {count}");
            }
        }
    }

    #[test]
    fn weeks_and_every_day_say_nothing_and_months_do() {
        let every = |step: jiff::Span| date(2024, 1, 6).series(step).take(40).collect::<Vec<_>>();
        assert_eq!(fit(&every(1.day())), Fit::Open);
        assert_eq!(fit(&every(7.days())), Fit::Open);
        assert_eq!(fit(&every(30.days())), Fit::Open);
        let months = |day: Date| day.series(1.month()).take(12).collect::<Vec<_>>();
        assert_eq!(fit(&months(date(2024, 1, 1))), Fit::Usual);
        assert_eq!(fit(&months(date(2024, 1, 15))), Fit::Open);
        let ends: Vec<Date> = months(date(2024, 1, 1)).iter().map(|day| day.last_of_month()).collect();
        assert_eq!(fit(&ends), Fit::Usual);
        // The last working days of months.
        assert_eq!(
            fit(&[date(2024, 5, 31), date(2024, 6, 28), date(2024, 7, 31), date(2024, 8, 30)]),
            Fit::Usual
        );
    }

    #[test]
    fn a_day_in_several_rows_counts_once() {
        let days = [date(2024, 1, 1), date(2024, 1, 1), date(2024, 1, 2), date(2024, 1, 1)];
        let pattern = Pattern::of(days.into_iter());
        assert_eq!((pattern.weekdays.total(), pattern.breaks(), pattern.steps()), (3, 1, 2));
    }
}
