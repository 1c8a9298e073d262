//! The step of a series: how far apart its bars stand, and which days each bar is of.
//!
//! Vendors date a bar of a week or a month by its first day, by its last, or by the last on which
//! there was trade. The dates of a whole series tell which: how far apart they are, on which day of
//! the week or of the month they fall. Nothing here knows a price.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// How far apart the bars of a series stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// A bar each day or session.
    #[default]
    Daily,
    /// A bar each week.
    Weekly,
    /// A bar each month.
    Monthly,
    /// A bar each quarter.
    Quarterly,
    /// A bar each half-year.
    HalfYearly,
    /// A bar each year.
    Yearly,
    /// None of these: each bar is of its own date alone.
    Other,
}

impl Step {
    /// Its name in a file of results: `weekly`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Daily => "daily",
            Self::Weekly => "weekly",
            Self::Monthly => "monthly",
            Self::Quarterly => "quarterly",
            Self::HalfYearly => "half-yearly",
            Self::Yearly => "yearly",
            Self::Other => "other",
        }
    }

    /// Whether a bar is of more days than its own.
    #[must_use]
    pub fn is_coarse(self) -> bool {
        !matches!(self, Self::Daily | Self::Other)
    }

    /// Months of a bar; 0 for a shorter one.
    fn months(self) -> i32 {
        match self {
            Self::Monthly => 1,
            Self::Quarterly => 3,
            Self::HalfYearly => 6,
            Self::Yearly => 12,
            Self::Daily | Self::Weekly | Self::Other => 0,
        }
    }

    /// Whether two of its bars may stand that many days apart.
    fn spaces(self, days: i32) -> bool {
        match self {
            Self::Daily => days <= 4,
            Self::Weekly => (5..=9).contains(&days),
            Self::Monthly => (26..=36).contains(&days),
            Self::Quarterly => (84..=98).contains(&days),
            Self::HalfYearly => (174..=191).contains(&days),
            Self::Yearly => (355..=376).contains(&days),
            Self::Other => true,
        }
    }
}

/// Bars from which on a step other than a day is seen in them.
const ENOUGH: usize = 4;
/// Of four steps so many are of the usual length: a missing bar makes a longer one.
const OF_FOUR: usize = 3;
/// Days at the beginning and at the end of a month on which its first and its last session fall.
const EDGE_DAYS: i8 = 7;

/// The step of a series with the days of its bars.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cadence {
    /// How far apart the bars stand.
    pub step: Step,
    /// Whether a bar is dated by the end of its days rather than by their beginning.
    pub by_end: bool,
    /// The day of the week on which most bars are dated.
    weekday: i8,
    /// The month within a quarter, half-year or year in which a bar's days begin, from 0.
    begins: i32,
    /// Days between most bars.
    usual_days: i32,
}

impl Cadence {
    /// The cadence of ascending dates; daily where they are too few to tell.
    #[must_use]
    pub fn of(dates: impl ExactSizeIterator<Item = Date> + Clone) -> Self {
        let gap = |(from, to): (Date, Date)| from.until(to).map_or(0, |span| span.get_days());
        let pairs = || dates.clone().zip(dates.clone().skip(1)).map(gap);
        let mut gaps: Vec<i32> = pairs().collect();
        let middle = gaps.len() / 2;
        if gaps.is_empty() {
            return Self { usual_days: 1, ..Self::default() };
        }
        let usual_days = *gaps.select_nth_unstable(middle).1;
        let daily = Self { usual_days, ..Self::default() };
        if dates.len() < ENOUGH || Step::Daily.spaces(usual_days) {
            return daily;
        }
        let steps = [Step::Weekly, Step::Monthly, Step::Quarterly, Step::HalfYearly, Step::Yearly];
        let fits = |step: &Step| {
            let within = gaps.iter().filter(|gap| step.spaces(**gap)).count();
            step.spaces(usual_days) && within * 4 >= gaps.len() * OF_FOUR
        };
        match steps.into_iter().find(fits) {
            None => Self { step: Step::Other, ..daily },
            Some(Step::Weekly) => daily.weekly(dates),
            Some(step) => Self { step, ..daily }.of_months(dates),
        }
    }

    /// Bars of a week: one dated on Sunday or Monday is of the days that follow, any other of those
    /// before.
    fn weekly(self, dates: impl Iterator<Item = Date>) -> Self {
        let mut counts = [0_usize; 7];
        for date in dates {
            let at = usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or(0);
            if let Some(count) = counts.get_mut(at) {
                *count += 1;
            }
        }
        let most = counts.iter().enumerate().max_by_key(|(_, count)| **count).map_or(0, |(day, _)| day);
        let weekday = i8::try_from(most).unwrap_or(0);
        let by_start = [Weekday::Monday, Weekday::Sunday].map(Weekday::to_monday_zero_offset);
        Self { step: Step::Weekly, by_end: !by_start.contains(&weekday), weekday, ..self }
    }

    /// Bars of whole months: where the calendar's own quarter or year begins or ends with the month
    /// of the dates, they are of it; else they begin or end with that month, as their day says.
    fn of_months(self, dates: impl Iterator<Item = Date> + Clone) -> Self {
        let half = dates.clone().count() / 2;
        let at_end = |date: &Date| date.day() > date.days_in_month() - EDGE_DAYS;
        let by_end = dates.clone().filter(at_end).count() > half;
        let by_start = dates.clone().filter(|date| date.day() <= EDGE_DAYS).count() > half;
        let months = self.step.months();
        let mut counts = vec![0_usize; usize::try_from(months).unwrap_or(1)];
        for date in dates {
            let at = usize::try_from((i32::from(date.month()) - 1) % months).unwrap_or(0);
            if let Some(count) = counts.get_mut(at) {
                *count += 1;
            }
        }
        let most = counts.iter().enumerate().max_by_key(|(_, count)| **count).map_or(0, |(month, _)| month);
        let month = i32::try_from(most).unwrap_or(0);
        let is_first = month == 0 && !by_end;
        let is_last = month == months - 1;
        let begins = match (by_start, by_end) {
            _ if is_first || is_last => 0,
            (true, _) => month,
            (_, true) => (month + 1) % months,
            _ => 0,
        };
        Self { by_end: by_end || is_last && months > 1, begins, ..self }
    }

    /// First and last day that a bar of that date is of.
    #[must_use]
    pub fn span(&self, date: Date) -> [Date; 2] {
        match self.step {
            Step::Daily | Step::Other => [date, date],
            Step::Weekly => {
                let start = self.weekday + i8::from(self.by_end);
                let into = (date.weekday().to_monday_zero_offset() - start).rem_euclid(7);
                let first = date.saturating_sub(i64::from(into).days());
                [first, first.saturating_add(6.days())]
            }
            Step::Monthly | Step::Quarterly | Step::HalfYearly | Step::Yearly => {
                let months = self.step.months();
                let into = (i32::from(date.month()) - 1 - self.begins).rem_euclid(months);
                let first = date.first_of_month().saturating_sub(i64::from(into).months());
                let next = first.saturating_add(i64::from(months).months());
                [first, next.saturating_sub(1.day())]
            }
        }
    }

    /// The same day for all bars of the same week, month or longer stretch, however a vendor dates
    /// them; of a daily bar its date.
    #[must_use]
    pub fn key(&self, date: Date) -> Date {
        let [first, _] = self.span(date);
        if self.step != Step::Weekly {
            return first;
        }
        // The Monday of the week in which the middle of the bar lies.
        let middle = first.saturating_add(3.days());
        middle.saturating_sub(i64::from(middle.weekday().to_monday_zero_offset()).days())
    }

    /// Calendar days from an event within which its session must fall.
    #[must_use]
    pub fn event_reach_days(&self) -> i32 {
        if self.step == Step::Daily { 7 } else { self.usual_days.saturating_mul(2) }
    }

    /// Calendar days before a session beyond which a base is told to be far back.
    #[must_use]
    pub fn base_reach_days(&self) -> i32 {
        if self.step == Step::Daily { 14 } else { self.usual_days.saturating_mul(2) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    /// Ascending dates from a first one, each so long after the one before.
    fn every(first: Date, span: jiff::Span, count: usize) -> Vec<Date> {
        let step = |place: usize| span.checked_mul(i64::try_from(place).unwrap()).unwrap();
        (0..count).map(|place| first.saturating_add(step(place))).collect()
    }

    fn of(dates: &[Date]) -> Cadence {
        Cadence::of(dates.iter().copied())
    }

    #[test]
    fn the_step_and_the_days_of_a_bar_are_found_from_the_dates() {
        // First date, step, what it is, a date of it, first and last day of that bar.
        let cases = [
            (date(2025, 1, 5), 1.week(), Step::Weekly, date(2025, 1, 26), [(1, 26), (2, 1)]),
            (date(2025, 1, 6), 1.week(), Step::Weekly, date(2025, 1, 27), [(1, 27), (2, 2)]),
            (date(2025, 1, 3), 1.week(), Step::Weekly, date(2025, 1, 24), [(1, 18), (1, 24)]),
            (date(2025, 1, 4), 1.week(), Step::Weekly, date(2025, 1, 25), [(1, 19), (1, 25)]),
            (date(2025, 1, 1), 1.month(), Step::Monthly, date(2025, 2, 1), [(2, 1), (2, 28)]),
            (date(2025, 1, 31), 1.month(), Step::Monthly, date(2025, 4, 30), [(4, 1), (4, 30)]),
            (date(2025, 1, 1), 3.months(), Step::Quarterly, date(2025, 4, 1), [(4, 1), (6, 30)]),
            (date(2024, 12, 31), 3.months(), Step::Quarterly, date(2025, 3, 31), [(1, 1), (3, 31)]),
            // Quarters that are called by their last month, and those of a year from February on.
            (date(2024, 12, 1), 3.months(), Step::Quarterly, date(2025, 6, 1), [(4, 1), (6, 30)]),
            (date(2024, 4, 30), 3.months(), Step::Quarterly, date(2025, 4, 30), [(2, 1), (4, 30)]),
            (date(2024, 1, 1), 6.months(), Step::HalfYearly, date(2025, 7, 1), [(7, 1), (12, 31)]),
            (date(2020, 1, 1), 1.year(), Step::Yearly, date(2025, 1, 1), [(1, 1), (12, 31)]),
            (date(2020, 12, 31), 1.year(), Step::Yearly, date(2025, 12, 31), [(1, 1), (12, 31)]),
            (date(2020, 1, 6), 1.day(), Step::Daily, date(2025, 1, 6), [(1, 6), (1, 6)]),
            (date(2020, 1, 6), 45.days(), Step::Other, date(2025, 1, 6), [(1, 6), (1, 6)]),
        ];
        for (first, span, step, day, days) in cases {
            let cadence = of(&every(first, span, 12));
            assert_eq!(cadence.step, step, "{first} {span}");
            let expected = days.map(|(month, day)| date(2025, month, day));
            assert_eq!(cadence.span(day), expected, "{first} {span}");
        }
    }

    #[test]
    fn sessions_that_lie_off_the_first_or_last_day_belong_to_the_same_bar() {
        // A Monday and a Friday that are holidays, the first and the last session of a month.
        let mut weeks = every(date(2025, 1, 6), 1.week(), 12);
        weeks[2] = date(2025, 1, 21);
        assert_eq!(of(&weeks).span(weeks[2])[0], date(2025, 1, 20));
        let mut fridays = every(date(2025, 3, 7), 1.week(), 12);
        fridays[6] = date(2025, 4, 17);
        assert_eq!(of(&fridays).span(fridays[6])[1], date(2025, 4, 18));
        let lasts = [(1, 31), (2, 28), (3, 31), (4, 30), (5, 30), (6, 30)];
        let lasts = lasts.map(|(month, day)| date(2025, month, day));
        assert_eq!(of(&lasts).span(lasts[4]), [date(2025, 5, 1), date(2025, 5, 31)]);
        // Weeks of three vendors are one week, and months of two one month.
        let week = [date(2025, 1, 5), date(2025, 1, 6), date(2025, 1, 10)];
        let keys = week.map(|first| of(&every(first, 1.week(), 9)).key(first));
        assert_eq!(keys, [date(2025, 1, 6); 3]);
    }

    #[test]
    fn thin_trade_and_few_rows_are_no_step() {
        let thin = [1, 9, 12, 13, 30, 31, 45, 46].map(|day| date(2025, 1, 1).saturating_add(day.days()));
        assert!(!of(&thin).step.is_coarse());
        for count in 0..ENOUGH {
            assert_eq!(of(&every(date(2025, 1, 1), 1.month(), count)).step, Step::Daily, "{count}");
        }
    }
}
