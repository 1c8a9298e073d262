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

impl Weekdays {
    pub(super) fn of(dates: impl Iterator<Item = Date>) -> Self {
        let mut counts = [0_usize; 7];
        for date in dates {
            let at = usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or(0);
            if let Some(count) = counts.get_mut(at) {
                *count += 1;
            }
        }
        Self(counts)
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
    let total = counts.total();
    if total < ENOUGH {
        return Week::Other;
    }
    let [monday, tuesday, wednesday, thursday, friday, saturday, sunday] = counts.0;
    // A day of the week that is nearly always a holiday is no day of trading.
    let is_usual = |count: usize| count > 0 && count * 14 >= total;
    let is_rest = |count: usize| count * ONE_IN <= total;
    let are_usual = |days: &[usize]| days.iter().all(|count| is_usual(*count));
    if !are_usual(&[monday, tuesday, wednesday, thursday]) {
        return Week::Other;
    }
    let (western, eastern) = counts.rests();
    if is_usual(friday) && is_rest(western) {
        Week::MondayToFriday
    } else if is_usual(sunday) && is_rest(eastern) {
        Week::SundayToThursday
    } else if are_usual(&[friday, saturday, sunday]) {
        Week::EveryDay
    } else {
        Week::Other
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
