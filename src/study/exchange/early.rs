//! Half days: the sessions that an exchange closes early each year, as rules.
//!
//! The rules are those of the exchanges' own calendars for 2000 to 2030. Sessions cut short for once
//! (a funeral, a storm, a fault) are not in them, nor are half days that a committee sets from year to
//! year; [`Early::Unknown`] stands where there are half days of which the rule is not known here.

use jiff::ToSpan;
use jiff::civil::{Date, Time, Weekday, date, time};

/// The rule by which an exchange closes early.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Early {
    /// It has no half days.
    None,
    /// It may have half days; their rule is not known here.
    Unknown,
    /// New York at 13:00: the day after Thanksgiving; 24 December; 3 July where the 4th is a session's
    /// day from Tuesday on (NYSE Rule 7.2 and its holiday calendars).
    NewYork,
    /// Toronto at 13:00 on 24 December (TMX trading calendar).
    Toronto,
    /// London and Dublin at 12:30 on the last weekdays before Christmas and before New Year (LSE and
    /// Euronext Dublin business days).
    London,
    /// Paris, Amsterdam, Brussels and, an hour earlier on its clock, Lisbon at 14:05 on 24 and 31
    /// December (Euronext calendar of business days).
    Euronext,
    /// Madrid at 14:00 on 24 and 31 December (BME calendar).
    Madrid,
    /// Xetra and Frankfurt at 14:00 on the last session of the year, 30 December at the latest
    /// (Deutsche Börse trading calendar).
    Frankfurt,
    /// Oslo at 13:05 on the Wednesday before Easter (Euronext Oslo calendar).
    Oslo,
    /// Stockholm at 13:00 on the eves of Epiphany, Good Friday, 1 May, Ascension and All Saints (Nasdaq
    /// Nordic trading calendar).
    Stockholm,
    /// Johannesburg at 12:00 on 24 and 31 December (JSE market notices).
    Johannesburg,
    /// Hong Kong at 12:00, until 2011 at 12:30, on the eves of Christmas, New Year and Lunar New Year
    /// (HKEX trading calendar).
    HongKong,
    /// Singapore at 12:00, until 2011 at 12:30, on the same eves (SGX calendar).
    Singapore,
    /// Sydney at 14:10 on the last weekdays before Christmas and before New Year (ASX trading calendar).
    Sydney,
    /// Wellington at 12:45 on the same days (NZX calendar).
    Wellington,
}

/// Lunar New Year's Day from 2000 on, month and day.
const LUNAR: [(i8, i8); 31] = [
    (2, 5),
    (1, 24),
    (2, 12),
    (2, 1),
    (1, 22),
    (2, 9),
    (1, 29),
    (2, 18),
    (2, 7),
    (1, 26),
    (2, 14),
    (2, 3),
    (1, 23),
    (2, 10),
    (1, 31),
    (2, 19),
    (2, 8),
    (1, 28),
    (2, 16),
    (2, 5),
    (1, 25),
    (2, 12),
    (2, 1),
    (1, 22),
    (2, 10),
    (1, 29),
    (2, 17),
    (2, 6),
    (1, 26),
    (2, 13),
    (2, 3),
];
/// Sessions of New York that its rule does not say: the Friday after 4 July 2002 in place of the day
/// before, and the Friday after Christmas 2003.
const NEW_YORK_ONCE: [Date; 2] = [date(2002, 7, 5), date(2003, 12, 26)];
/// Since that day the morning in Hong Kong and Singapore ends half an hour earlier.
const NOON: Date = date(2011, 3, 7);

impl Early {
    /// The time at which the session of a date ends, where that is early.
    pub(super) fn close_on(self, day: Date) -> Option<Time> {
        let at = |hour: i8, minute: i8| time(hour, minute, 0, 0);
        let is_eve = matches!((day.month(), day.day()), (12, 24 | 31));
        let (is_early, close) = match self {
            Self::None | Self::Unknown => return None,
            Self::NewYork => (is_early_in_new_york(day), at(13, 0)),
            Self::Toronto => (day.month() == 12 && day.day() == 24, at(13, 0)),
            Self::London => (is_last_weekday_before_feast(day), at(12, 30)),
            Self::Euronext => (is_eve, at(14, 5)),
            Self::Madrid => (is_eve, at(14, 0)),
            Self::Frankfurt => (is_last_of_year(day, 30), at(14, 0)),
            Self::Oslo => (is_before_easter(day, 4), at(13, 5)),
            Self::Stockholm => (is_early_in_stockholm(day), at(13, 0)),
            Self::Johannesburg => (is_eve, at(12, 0)),
            Self::HongKong | Self::Singapore => {
                (is_eve || is_lunar_eve(day), if day < NOON { at(12, 30) } else { at(12, 0) })
            }
            Self::Sydney => (is_last_weekday_before_feast(day), at(14, 10)),
            Self::Wellington => (is_last_weekday_before_feast(day), at(12, 45)),
        };
        is_early.then_some(close)
    }
}

fn is_early_in_new_york(day: Date) -> bool {
    let weekday = day.weekday();
    match (day.month(), day.day()) {
        // The fourth Thursday of November is from the 22nd to the 28th.
        (11, 23..=29) => weekday == Weekday::Friday,
        // Christmas on a Saturday makes the Friday a holiday.
        (12, 24) => !matches!(weekday, Weekday::Friday | Weekday::Saturday | Weekday::Sunday),
        // The 4th from Tuesday to Friday.
        (7, 3) => {
            matches!(weekday, Weekday::Monday | Weekday::Tuesday | Weekday::Wednesday | Weekday::Thursday)
                && day.year() != 2002
        }
        _ => NEW_YORK_ONCE.contains(&day),
    }
}

fn is_weekday(day: Date) -> bool {
    !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// Whether a day is the last weekday up to a day of December.
fn is_last_up_to(day: Date, last: i8) -> bool {
    let days_left = last - day.day();
    let is_near = day.month() == 12 && (0..=2).contains(&days_left) && is_weekday(day);
    is_near && (1..=days_left).all(|on| !is_weekday(day.saturating_add(i64::from(on).days())))
}

fn is_last_weekday_before_feast(day: Date) -> bool {
    is_last_up_to(day, 24) || is_last_up_to(day, 31)
}

fn is_last_of_year(day: Date, last: i8) -> bool {
    is_last_up_to(day, last)
}

/// Whether a day is that many days before Easter Sunday.
fn is_before_easter(day: Date, days: i64) -> bool {
    easter(day.year()).is_some_and(|easter| day.saturating_add(days.days()) == easter)
}

/// Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher).
fn easter(year: i16) -> Option<Date> {
    let whole = i32::from(year);
    let (golden, century, rest) = (whole % 19, whole / 100, whole % 100);
    let epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let place = epact + weekday - 7 * late + 114;
    Date::new(year, i8::try_from(place / 31).ok()?, i8::try_from(place % 31 + 1).ok()?).ok()
}

fn is_early_in_stockholm(day: Date) -> bool {
    let all_saints_eve = matches!((day.month(), day.day()), (10, 30 | 31) | (11, 1..=5));
    matches!((day.month(), day.day()), (1, 5) | (4, 30))
        || is_before_easter(day, 3)
        // The Wednesday before the fortieth day of Easter.
        || is_before_easter(day, -38)
        || all_saints_eve && day.weekday() == Weekday::Friday
}

fn is_lunar_eve(day: Date) -> bool {
    let Ok(tomorrow) = day.tomorrow() else { return false };
    let place = usize::try_from(i32::from(tomorrow.year()) - 2000).ok();
    place.and_then(|place| LUNAR.get(place)) == Some(&(tomorrow.month(), tomorrow.day()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_days_are_those_of_the_calendars() {
        // Exchange, day, hour and minute of its early close.
        let cases = [
            (Early::NewYork, date(2024, 11, 29), Some((13, 0))),
            (Early::NewYork, date(2024, 11, 28), None),
            (Early::NewYork, date(2024, 12, 24), Some((13, 0))),
            (Early::NewYork, date(2021, 12, 24), None),
            (Early::NewYork, date(2024, 7, 3), Some((13, 0))),
            (Early::NewYork, date(2023, 7, 3), Some((13, 0))),
            (Early::NewYork, date(2020, 7, 3), None),
            (Early::NewYork, date(2002, 7, 3), None),
            (Early::NewYork, date(2002, 7, 5), Some((13, 0))),
            (Early::NewYork, date(2025, 1, 27), None),
            (Early::Toronto, date(2021, 12, 24), Some((13, 0))),
            (Early::London, date(2022, 12, 23), Some((12, 30))),
            (Early::London, date(2024, 12, 24), Some((12, 30))),
            (Early::London, date(2024, 12, 23), None),
            (Early::London, date(2022, 12, 30), Some((12, 30))),
            (Early::Euronext, date(2024, 12, 31), Some((14, 5))),
            (Early::Frankfurt, date(2024, 12, 30), Some((14, 0))),
            (Early::Frankfurt, date(2023, 12, 29), Some((14, 0))),
            (Early::Frankfurt, date(2022, 12, 30), Some((14, 0))),
            (Early::Oslo, date(2024, 3, 27), Some((13, 5))),
            (Early::Stockholm, date(2024, 3, 28), Some((13, 0))),
            (Early::Stockholm, date(2024, 5, 8), Some((13, 0))),
            (Early::Stockholm, date(2024, 11, 1), Some((13, 0))),
            (Early::HongKong, date(2025, 1, 28), Some((12, 0))),
            (Early::HongKong, date(2008, 2, 6), Some((12, 30))),
            (Early::HongKong, date(2024, 12, 24), Some((12, 0))),
            (Early::Sydney, date(2023, 12, 22), Some((14, 10))),
            (Early::Unknown, date(2024, 12, 24), None),
        ];
        for (early, day, close) in cases {
            let found = early.close_on(day).map(|close| (close.hour(), close.minute()));
            assert_eq!(found, close, "{early:?} {day}");
        }
        assert_eq!(easter(2025), Some(date(2025, 4, 20)));
    }
}
