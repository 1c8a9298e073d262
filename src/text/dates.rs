//! Dates as people write them: order, names and what is left out come from the locale tables.
//!
//! It turns a calendar date into words and knows nothing of time zones, sessions or today.

use jiff::civil::{Date, Weekday};

use super::words::{Arg, Words};

/// How much of a date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateStyle {
    /// `27 Jan`
    Day,
    /// `27 January`
    LongDay,
    /// `27 Jan 2025`
    Short,
    /// `27 January 2025`
    Long,
    /// `Monday 27 January 2025`
    Full,
    /// `Mon 27 Jan 2025`
    Weekday,
    /// `Jan 2025`
    Month,
    /// `Jan`
    MonthOnly,
    /// `2025`
    Year,
}

/// Whether a name of a month or weekday is written out.
#[derive(Clone, Copy)]
enum NameLength {
    Short,
    Whole,
}

impl Words {
    /// The date in the locale's order and names.
    #[must_use]
    pub fn date(&self, date: Date, style: DateStyle) -> String {
        let (key, length) = match style {
            DateStyle::Year => return self.plain(date.year()),
            DateStyle::MonthOnly => return self.text(month_key(date.month(), NameLength::Short)),
            DateStyle::Day => ("text-date-day", NameLength::Short),
            DateStyle::LongDay => ("text-date-day", NameLength::Whole),
            DateStyle::Short => ("text-date-short", NameLength::Short),
            DateStyle::Long => ("text-date-long", NameLength::Whole),
            DateStyle::Full => ("text-date-full", NameLength::Whole),
            DateStyle::Weekday => ("text-date-weekday", NameLength::Short),
            DateStyle::Month => ("text-date-month", NameLength::Short),
        };
        let weekday = self.text(weekday_key(date.weekday(), length));
        let month = self.text(month_key(date.month(), length));
        self.say(
            key,
            &[
                ("weekday", Arg::Text(&weekday)),
                ("day", Arg::Text(&self.plain(date.day().into()))),
                ("month", Arg::Text(&month)),
                // A year is a name, not a count: its digits are not grouped.
                ("year", Arg::Text(&self.plain(date.year()))),
            ],
        )
    }
}

/// Key of a month's name; months count from 1.
fn month_key(month: i8, length: NameLength) -> &'static str {
    let (short, whole) = match month {
        1 => ("text-january-short", "text-january"),
        2 => ("text-february-short", "text-february"),
        3 => ("text-march-short", "text-march"),
        4 => ("text-april-short", "text-april"),
        5 => ("text-may-short", "text-may"),
        6 => ("text-june-short", "text-june"),
        7 => ("text-july-short", "text-july"),
        8 => ("text-august-short", "text-august"),
        9 => ("text-september-short", "text-september"),
        10 => ("text-october-short", "text-october"),
        11 => ("text-november-short", "text-november"),
        _ => ("text-december-short", "text-december"),
    };
    match length {
        NameLength::Short => short,
        NameLength::Whole => whole,
    }
}

fn weekday_key(weekday: Weekday, length: NameLength) -> &'static str {
    let (short, whole) = match weekday {
        Weekday::Monday => ("text-monday-short", "text-monday"),
        Weekday::Tuesday => ("text-tuesday-short", "text-tuesday"),
        Weekday::Wednesday => ("text-wednesday-short", "text-wednesday"),
        Weekday::Thursday => ("text-thursday-short", "text-thursday"),
        Weekday::Friday => ("text-friday-short", "text-friday"),
        Weekday::Saturday => ("text-saturday-short", "text-saturday"),
        Weekday::Sunday => ("text-sunday-short", "text-sunday"),
    };
    match length {
        NameLength::Short => short,
        NameLength::Whole => whole,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn each_style_writes_its_part() {
        let words = Words::english();
        for (style, expected) in [
            (DateStyle::Day, "27 Jan"),
            (DateStyle::Short, "27 Jan 2025"),
            (DateStyle::Long, "27 January 2025"),
            (DateStyle::Full, "Monday 27 January 2025"),
            (DateStyle::Weekday, "Mon 27 Jan 2025"),
            (DateStyle::Month, "Jan 2025"),
            (DateStyle::MonthOnly, "Jan"),
            (DateStyle::Year, "2025"),
        ] {
            assert_eq!(words.date(date(2025, 1, 27), style), expected, "{style:?}");
        }
    }

    #[test]
    fn months_and_weekdays_have_their_names() {
        let words = Words::english();
        let long = |month: i8, day: i8| words.date(date(2024, month, day), DateStyle::Full);
        for (month, day, expected) in [
            (1, 2, "Tuesday 2 January 2024"),
            (2, 29, "Thursday 29 February 2024"),
            (3, 1, "Friday 1 March 2024"),
            (4, 6, "Saturday 6 April 2024"),
            (5, 5, "Sunday 5 May 2024"),
            (6, 3, "Monday 3 June 2024"),
            (7, 31, "Wednesday 31 July 2024"),
            (8, 5, "Monday 5 August 2024"),
            (9, 18, "Wednesday 18 September 2024"),
            (10, 10, "Thursday 10 October 2024"),
            (11, 6, "Wednesday 6 November 2024"),
            (12, 24, "Tuesday 24 December 2024"),
        ] {
            assert_eq!(long(month, day), expected);
        }
        let short: Vec<String> =
            (1..=12).map(|month| words.date(date(2024, month, 1), DateStyle::MonthOnly)).collect();
        assert_eq!(short.join(" "), "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec");
        let days: Vec<String> =
            (1..=7).map(|day| words.date(date(2024, 7, day), DateStyle::Weekday)).collect();
        assert!(
            days.iter().zip(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]).all(|(a, b)| a.starts_with(b))
        );
    }

    #[test]
    fn arabic_dates_have_their_months_in_both_kinds_of_digits() {
        use super::super::language::{Digits, Language};
        let day = date(2025, 1, 27);
        for (digits, expected) in [
            (
                Digits::Western,
                ["27 يناير", "27 يناير 2025", "الاثنين 27 يناير 2025", "يناير 2025", "يناير", "2025"],
            ),
            (
                Digits::Arabic,
                ["٢٧ يناير", "٢٧ يناير ٢٠٢٥", "الاثنين ٢٧ يناير ٢٠٢٥", "يناير ٢٠٢٥", "يناير", "٢٠٢٥"],
            ),
        ] {
            let words = Words::of(Language::Arabic, digits);
            let styles = [
                DateStyle::Day,
                DateStyle::Long,
                DateStyle::Full,
                DateStyle::Month,
                DateStyle::MonthOnly,
                DateStyle::Year,
            ];
            assert_eq!(styles.map(|style| words.date(day, style)), expected);
        }
        let words = Words::of(Language::Arabic, Digits::Western);
        let months: Vec<String> =
            (1..=12).map(|month| words.date(date(2024, month, 1), DateStyle::LongDay)).collect();
        assert_eq!(
            months.join(" "),
            "1 يناير 1 فبراير 1 مارس 1 أبريل 1 مايو 1 يونيو 1 يوليو 1 أغسطس 1 سبتمبر 1 أكتوبر 1 نوفمبر 1 ديسمبر"
        );
    }
}
