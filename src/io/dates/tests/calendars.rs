//! Columns of other calendars and of counted days, columns that a spreadsheet changed in part, and
//! days that no market trades on.

use jiff::ToSpan;
use jiff::civil::date;

use super::*;

/// Working days from a day on.
fn working_days(first: Date, count: usize) -> Vec<Date> {
    let is_working = |day: &Date| day.weekday().to_monday_zero_offset() < 5;
    first.series(1.day()).filter(is_working).take(count).collect()
}

/// The number of a day, counted from the day that is numbered 0.
fn number(day: Date, zero: Date) -> String {
    (day - zero).get_days().to_string()
}

fn of(cells: &[String], name: &str) -> Dates {
    let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
    read(&cells, &Hints { is_named: true, name, ..Hints::default() })
}

fn stamps(days: &[Date]) -> Vec<Option<Stamp>> {
    days.iter().map(|day| Some(Stamp::Day(*day))).collect()
}

/// Names of counts with the day that each numbers 0.
fn zeros() -> [(&'static str, Date); 6] {
    [
        ("excel", date(1899, 12, 30)),
        ("excel_1904", date(1904, 1, 1)),
        ("stata", date(1960, 1, 1)),
        ("unix_days", date(1970, 1, 1)),
        ("ordinal", date(0, 12, 31)),
        ("matlab", date(-1, 12, 31)),
    ]
}

#[test]
fn counts_of_days_are_told_apart() {
    let known = [
        ("excel", "45659"),
        ("excel_1904", "44197"),
        ("stata", "23743"),
        ("unix_days", "20090"),
        ("ordinal", "739253"),
        ("matlab", "739619"),
        ("julian", "2460678"),
        ("julian", "2460677.5"),
    ];
    for (name, cell) in known {
        let forced = Notation::parse(name);
        let dates = read(&[cell], &Hints { forced, ..Hints::default() });
        assert_eq!(shown(&dates), ["2025-01-02"], "{name} {cell}");
    }
    let days = working_days(date(2025, 1, 2), 14);
    for (name, zero) in zeros() {
        let cells: Vec<String> = days.iter().map(|day| number(*day, zero)).collect();
        let dates = of(&cells, "date");
        assert_eq!((dates.notation.name(), dates.stamps.clone()), (name, stamps(&days)), "{name}");
        assert_eq!(dates.is_certain, name == "excel", "{name}");
        assert_eq!(dates.other.is_some(), name != "excel", "{name}");
    }
}

#[test]
fn counts_that_nothing_settles_are_doubtful() {
    // Weeks: the same day of the week under any count.
    for (name, zero) in [("stata", date(1960, 1, 1)), ("unix_days", date(1970, 1, 1))] {
        let weeks: Vec<Date> = date(2019, 1, 4).series(7.days()).take(30).collect();
        let cells: Vec<String> = weeks.iter().map(|day| number(*day, zero)).collect();
        let dates = of(&cells, "date");
        assert!(!dates.is_certain && dates.other.is_some(), "{name}");
    }
    // The first days of months tell; counted from 1904 they are the last ones of four years before.
    let months: Vec<Date> = date(2019, 1, 1).series(1.month()).take(30).collect();
    for (name, zero) in zeros().into_iter().filter(|(name, _)| *name != "excel_1904") {
        let cells: Vec<String> = months.iter().map(|day| number(*day, zero)).collect();
        let dates = of(&cells, "date");
        assert_eq!((dates.notation.name(), dates.stamps), (name, stamps(&months)), "{name}");
    }
    // Old serials of a spreadsheet are what they were, where their days are those of a market.
    let days = working_days(date(1965, 1, 4), 60);
    let cells: Vec<String> = days.iter().map(|day| number(*day, date(1899, 12, 30))).collect();
    let dates = of(&cells, "date");
    assert_eq!((dates.notation.name(), dates.is_certain), ("excel", true));
}

#[test]
fn months_and_quarters_are_counted_where_a_name_says_so() {
    let cells = ["780", "781", "782"].map(str::to_owned);
    assert_eq!(shown(&of(&cells, "tm")), ["2025-01-01", "2025-02-01", "2025-03-01"]);
    assert_eq!(shown(&of(&cells, "date")), ["", "", ""]);
    let cells = ["260", "261"].map(str::to_owned);
    assert_eq!(shown(&of(&cells, "tq")), ["2025-01-01", "2025-04-01"]);
    let forced = Notation::parse("stata_q");
    let dates = read(&["260"], &Hints { forced, ..Hints::default() });
    assert_eq!(shown(&dates), ["2025-01-01"]);
}

#[test]
fn other_calendars_are_read_and_never_certain() {
    let cases: &[(&[&str], &[&str], &str)] = &[
        (&["02/01/2568", "03/01/2568"], &["2025-01-02", "2025-01-03"], "buddhist"),
        (&["2568-01-02", "2568-01-03"], &["2025-01-02", "2025-01-03"], "buddhist"),
        (&["2 ม.ค. 2568", "31 มี.ค. 2568"], &["2025-01-02", "2025-03-31"], "buddhist"),
        (&["25680102", "25680103"], &["2025-01-02", "2025-01-03"], "buddhist"),
        (&["1403/10/12", "1403/10/13"], &["2025-01-01", "2025-01-02"], "persian"),
        (&["14031012", "14031230"], &["2025-01-01", "2025-03-20"], "persian"),
        (&["12 دی 1403", "1 بهمن 1403"], &["2025-01-01", "2025-01-20"], "persian"),
        (
            &["1403/10/12 09:00:00", "1403/10/12 12:30:00"],
            &["2025-01-01T09:00:00", "2025-01-01T12:30:00"],
            "persian",
        ),
        // Gregorian cells beside them stay what they are.
        (&["1403/10/12", "1403/10/13", "2025-01-03"], &["2025-01-01", "2025-01-02", "2025-01-03"], "persian"),
    ];
    for (cells, expected, name) in cases {
        let dates = named(cells);
        assert_eq!(shown(&dates), *expected, "{cells:?}");
        assert_eq!((dates.notation.name(), dates.is_certain), (*name, false), "{cells:?}");
        let forced = Notation::parse(name);
        let chosen = read(cells, &Hints { forced, ..Hints::default() });
        assert_eq!((shown(&chosen), chosen.is_certain), (shown(&dates), true), "{cells:?}");
    }
    for cells in [["1446/07/27", "1446/07/28"], ["142.62", "1403.50"], ["2568.25", "2570.50"]] {
        assert_eq!(shown(&named(&cells)), ["", ""], "{cells:?}");
    }
}

/// The days as a spreadsheet of another country leaves them: those up to the 12th with day and month
/// changed, the others as they were written.
fn half_changed(days: &[Date], pattern: &str) -> Vec<String> {
    let cell = |day: &Date| match Date::new(day.year(), day.day(), day.month()) {
        Ok(changed) => changed.to_string(),
        Err(_) => day.strftime(pattern).to_string(),
    };
    days.iter().map(cell).collect()
}

#[test]
fn days_that_a_spreadsheet_changed_are_changed_back_and_told() {
    let days = working_days(date(2024, 3, 1), 30);
    for pattern in ["%-m/%-d/%Y", "%d/%m/%Y", "%d.%m.%Y"] {
        for is_newest_first in [false, true] {
            let mut days = days.clone();
            if is_newest_first {
                days.reverse();
            }
            let cells = half_changed(&days, pattern);
            let dates = of(&cells, "Date");
            assert_eq!(dates.notation, Notation::Swapped, "{cells:?}");
            assert_eq!(dates.stamps, stamps(&days), "{cells:?}");
            assert!(!dates.is_certain && dates.other.is_some());
        }
    }
    // Nothing but days up to the 12th: the rows tell.
    let days: Vec<Date> = days.iter().copied().chain(working_days(date(2024, 5, 1), 30)).collect();
    let days: Vec<Date> = days.into_iter().filter(|day| day.day() <= 12).collect();
    let dates = of(&half_changed(&days, ""), "Date");
    assert_eq!((dates.notation, dates.is_certain), (Notation::Swapped, false));
    assert_eq!(dates.stamps, stamps(&days));
}

#[test]
fn dates_of_two_forms_that_nobody_changed_stay() {
    // Real days beside text days in one run; the first reading rises.
    let cells = ["2024-01-10", "2024-01-11", "2024-01-12", "01/15/2024", "01/16/2024"];
    let dates = named(&cells);
    assert_eq!(shown(&dates), ["2024-01-10", "2024-01-11", "2024-01-12", "2024-01-15", "2024-01-16"]);
    assert_eq!((dates.is_certain, dates.other), (false, Some(Notation::Swapped)));
    // A day behind the 12th that stands year first was not changed.
    let cells = ["2024-01-10", "2024-01-31", "02/15/2024"];
    assert_eq!((shown(&named(&cells)).len(), named(&cells).is_certain), (3, true));
    // Unordered days year first say nothing of that.
    let cells = ["2024-05-03", "2024-01-02", "2024-03-04"];
    assert_eq!((named(&cells).notation.name(), named(&cells).is_certain), ("YMD", true));
}

#[test]
fn days_on_which_no_market_trades_are_doubtful() {
    let days = working_days(date(2024, 3, 1), 60);
    for shift in 0..7_i32 {
        let cells: Vec<String> = days.iter().map(|day| (*day + shift.days()).to_string()).collect();
        let dates = of(&cells, "Date");
        // From Saturday to Wednesday is traded in Tehran, from Sunday to Thursday in Riyadh.
        let is_market = [0, 5, 6].contains(&shift);
        assert_eq!((dates.is_certain, dates.is_odd), (is_market, !is_market), "{shift}");
    }
}

proptest::proptest! {
    #[test]
    fn a_count_of_working_days_is_read_or_doubted(
        days in 0..17_000_i32, count in 12..60_usize, which in 0..6_usize, is_newest_first: bool,
    ) {
        let (name, zero) = zeros()[which];
        let mut days = working_days(date(1988, 1, 4) + days.days(), count);
        if is_newest_first {
            days.reverse();
        }
        let cells: Vec<String> = days.iter().map(|day| number(*day, zero)).collect();
        let dates = of(&cells, "Date");
        proptest::prop_assert_eq!(dates.notation.name(), name);
        proptest::prop_assert_eq!(dates.stamps, stamps(&days));
        proptest::prop_assert_eq!(dates.is_certain, name == "excel");
    }

    #[test]
    fn changed_days_are_changed_back(days in 0..20_000_i32, count in 25..80_usize, is_month_first: bool) {
        let days = working_days(date(1980, 1, 1) + days.days(), count);
        let cells = half_changed(&days, if is_month_first { "%-m/%-d/%Y" } else { "%d/%m/%Y" });
        let dates = of(&cells, "Date");
        proptest::prop_assert!(!dates.is_certain);
        proptest::prop_assert_eq!(dates.stamps, stamps(&days));
    }

    #[test]
    fn buddhist_years_are_read(days in 0..40_000_i32, count in 1..40_usize, style in 0..3_usize) {
        let days: Vec<Date> = (date(1925, 1, 1) + days.days()).series(1.day()).take(count).collect();
        let cell = |day: &Date| match style {
            0 => format!("{:02}/{:02}/{}", day.day(), day.month(), day.year() + 543),
            1 => format!("{}-{:02}-{:02}", day.year() + 543, day.month(), day.day()),
            _ => format!("{}{:02}{:02}", day.year() + 543, day.month(), day.day()),
        };
        let cells: Vec<String> = days.iter().map(cell).collect();
        let dates = of(&cells, "Date");
        proptest::prop_assert!(!dates.is_certain);
        proptest::prop_assert_eq!(dates.notation.name(), "buddhist");
        // The order of day and month is guessed where no day is above the 12th.
        proptest::prop_assert!(dates.stamps == stamps(&days) || dates.other.is_some());
    }
}
