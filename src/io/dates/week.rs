//! On which days of the week a market trades, found from the days of its file.

use jiff::civil::Date;

/// The days of the week on which there are prices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::io) enum Week {
    MondayToFriday,
    /// Riyadh, Cairo, Tel Aviv.
    SundayToThursday,
    /// Crypto currencies.
    EveryDay,
    /// None of these, or too few days to tell.
    Other,
}

/// Days from which on a pattern is seen in them.
const ENOUGH: usize = 10;
/// Of so many days one may be an exception: a Saturday's session to make up for a holiday.
const ONE_IN: usize = 25;

/// How many days fall on each day of the week, Monday first.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Weekdays([usize; 7]);

/// The two days of the week that follow each other and on which nothing is traded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rest {
    SaturdaySunday,
    /// Riyadh since 2013, Cairo, Tel Aviv.
    FridaySaturday,
    /// Tehran, Riyadh until 2013.
    ThursdayFriday,
    /// Days on which no market rests.
    Other,
}

impl Weekdays {
    fn of(dates: impl Iterator<Item = Date>) -> Self {
        let mut weekdays = Self::default();
        for date in dates {
            weekdays.take(date);
        }
        weekdays
    }

    pub(super) fn take(&mut self, date: Date) {
        let at = usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or(0);
        if let Some(count) = self.0.get_mut(at) {
            *count += 1;
        }
    }

    /// A day of the week that is nearly always a holiday is no day of trading.
    fn is_usual(self, count: usize) -> bool {
        count > 0 && count * 14 >= self.total()
    }

    /// The days of rest, where there are two of them between five days of trading.
    pub(super) fn rest(self) -> Option<Rest> {
        let total = self.total();
        let count = |at: usize| self.0.get(at % 7).copied().unwrap_or(0);
        let rests = |at: &usize| {
            (count(*at) + count(at + 1)) * ONE_IN <= total
                && (2..7).all(|after| self.is_usual(count(at + after)))
        };
        Some(match (0..7).find(rests)? {
            5 => Rest::SaturdaySunday,
            4 => Rest::FridaySaturday,
            3 => Rest::ThursdayFriday,
            _ => Rest::Other,
        })
    }

    pub(super) fn total(self) -> usize {
        self.0.iter().sum()
    }

    /// Days on Saturday and Sunday, and on Friday and Saturday.
    pub(super) fn rests(self) -> (usize, usize) {
        let [_, _, _, _, friday, saturday, sunday] = self.0;
        (saturday + sunday, friday + saturday)
    }
}

/// The pattern of daily data; [`Week::Other`] below ten days.
pub(in crate::io) fn week(dates: impl Iterator<Item = Date>) -> Week {
    let counts = Weekdays::of(dates);
    if counts.total() < ENOUGH {
        return Week::Other;
    }
    match counts.rest() {
        Some(Rest::SaturdaySunday) => Week::MondayToFriday,
        Some(Rest::FridaySaturday) => Week::SundayToThursday,
        None if counts.0.iter().all(|count| counts.is_usual(*count)) => Week::EveryDay,
        _ => Week::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::ToSpan;
    use jiff::civil::{Weekday, date};

    fn days(count: usize, skip: &[Weekday]) -> Vec<Date> {
        let all = date(2025, 1, 1).series(1.day()).filter(|day| !skip.contains(&day.weekday()));
        all.take(count).collect()
    }

    #[test]
    fn the_week_is_found_from_the_days() {
        use Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
        let cases: &[(&[Weekday], Week)] = &[
            (&[Saturday, Sunday], Week::MondayToFriday),
            (&[Friday, Saturday], Week::SundayToThursday),
            (&[], Week::EveryDay),
            (&[Thursday, Friday], Week::Other),
            (&[Sunday], Week::Other),
            (&[Monday, Tuesday, Wednesday, Thursday, Friday, Saturday], Week::Other),
        ];
        for (rest, expected) in cases {
            for count in [10, 14, 50, 1000] {
                assert_eq!(week(days(count, rest).into_iter()), *expected, "{rest:?} {count}");
            }
            assert_eq!(week(days(9, rest).into_iter()), Week::Other);
        }
    }

    #[test]
    fn a_rare_session_on_a_day_of_rest_changes_nothing() {
        let mut all = days(250, &[Weekday::Saturday, Weekday::Sunday]);
        all.extend([date(2025, 2, 1), date(2025, 10, 18)]);
        assert_eq!(week(all.into_iter()), Week::MondayToFriday);
    }
}
