//! Whole columns of dates: mere numbers, zones, shares, what decides, and properties over random days.

use super::*;

#[test]
fn mere_numbers_are_dates_where_a_name_says_so() {
    // Cells, stamps, notation, certain.
    let cases: &[(&[&str], &[&str], &str, bool)] = &[
        (&["192607", "192608", "192612"], &["1926-07-01", "1926-08-01", "1926-12-01"], "ym", true),
        (&["200101", "200102"], &["2001-01-01", "2001-02-01"], "ym", false),
        (&["250127", "250128"], &["2025-01-27", "2025-01-28"], "yymmdd", true),
        (&["1974", "1975", "1976"], &["1974-01-01", "1975-01-01", "1976-01-01"], "year", true),
        (&["1871.01", "1871.02", "1871.1"], &["1871-01-01", "1871-02-01", "1871-10-01"], "ym", true),
        (&["1051101", "1051102"], &["2016-11-01", "2016-11-02"], "roc", true),
        (&["45684", "45685"], &["2025-01-27", "2025-01-28"], "excel", true),
        (&["45684.5", "45684.75"], &["2025-01-27T12:00:00", "2025-01-27T18:00:00"], "excel", true),
        (&["27012025", "28012025"], &["2025-01-27", "2025-01-28"], "DMY", true),
        (&["20250127093000"], &["2025-01-27T09:30:00"], "YMD", true),
        (&["202501270930"], &["2025-01-27T09:30:00"], "YMD", true),
        (
            &["1974", "1974-Q1", "1974-02", "1974-03"],
            &["1974-01-01", "1974-01-01", "1974-02-01", "1974-03-01"],
            "ym",
            true,
        ),
    ];
    for (cells, expected, notation, certain) in cases {
        let dates = named(cells);
        assert_eq!(shown(&dates), *expected, "{cells:?}");
        assert_eq!((dates.notation.name(), dates.is_certain), (*notation, *certain), "{cells:?}");
        assert!(share(cells, true) > 0.99, "{cells:?}");
        assert!(share(cells, false) < 0.8, "{cells:?}");
    }
    // Numbers that jump are no serials.
    assert!(share(&["45684", "30000", "61000", "25000"], true) < 0.1);
}

#[test]
fn the_share_is_that_of_one_notation() {
    assert_eq!(share(&["2025-01-27", "x", "", "n/a", "2025-01-28", "1.5"], false), 0.5);
    assert_eq!(share(&["13/01/2025", "14/01/2025", "01/15/2025", "01/02/2025"], false), 0.75);
    assert_eq!(share(&["2025-01-27", "2025-01-28", "2025-01", "Q1 2024"], false), 0.5);
    assert_eq!(share(&["1737705600", "1737964800"], false), 0.0);
    assert_eq!(share(&["1737705600", "1737964800"], true), 1.0);
    assert_eq!(share(&[], true), 0.0);
}

#[test]
fn zones_are_kept_and_days_do_not_move() {
    // Cells, zone of the header, stamps, zone that is shown.
    type Case<'a> = (&'a [&'a str], Option<&'a str>, &'a [&'a str], Option<&'a str>);
    let cases: &[Case] = &[
        (
            &["2023-11-03 00:00:00-04:00", "2023-11-06 00:00:00-05:00"],
            None,
            &["2023-11-03", "2023-11-06"],
            Some("−05:00/−04:00"),
        ),
        (&["2024-01-21T23:00:00+09:00"], None, &["2024-01-21T14:00:00Z"], Some("+09:00")),
        (&["2013-04-28 00:00:00 UTC"], None, &["2013-04-28"], Some("UTC")),
        (&["2025.10.01 01:00:00"], Some("EET"), &["2025-10-01T01:00:00"], Some("EET")),
        (&["2025.10.01 00:00:00"], Some("EET"), &["2025-10-01"], Some("EET")),
        (&["2025.10.01 01:00:00"], Some("UTC"), &["2025-10-01T01:00:00Z"], Some("UTC")),
        (&["2025.10.01 01:00:00"], Some("GMT+1"), &["2025-10-01T00:00:00Z"], Some("GMT+1")),
        (
            &["2025-01-27 09:30 EST", "2025-07-01 09:30 EDT"],
            None,
            &["2025-01-27T14:30:00Z", "2025-07-01T13:30:00Z"],
            Some("EST/EDT"),
        ),
        (&["1737988200"], None, &["2025-01-27T14:30:00Z"], Some("UTC")),
        (&["1737676800000000"], None, &["2025-01-24"], Some("UTC")),
        (&["1737763199.999"], None, &["2025-01-24"], Some("UTC")),
        (&["2025-01-27"], None, &["2025-01-27"], None),
    ];
    for (cells, header, expected, zone) in cases {
        let dates = read(cells, &Hints { zone: *header, ..Hints::default() });
        assert_eq!(shown(&dates), *expected, "{cells:?}");
        assert_eq!(dates.zone.as_deref(), *zone, "{cells:?}");
    }
}

#[test]
fn a_forced_notation_decides() {
    let forced = |cells: &[&str], name: &str| {
        let forced = Notation::parse(name);
        assert!(forced.is_some(), "{name}");
        read(cells, &Hints { forced, ..Hints::default() })
    };
    let cases: &[(&[&str], &str, &[&str])] = &[
        (&["03/04/2025", "2025-01-27"], "DMY", &["2025-04-03", "2025-01-27"]),
        (&["03/04/2025", "13/04/2025"], "MDY", &["2025-03-04", ""]),
        (&["03/04/05"], "yy/mm/dd", &["2003-04-05"]),
        (&["1737988200000"], "epoch_s", &[""]),
        (&["100", "1737988200"], "epoch_s", &["1970-01-01T00:01:40Z", "2025-01-27T14:30:00Z"]),
        (&["45684", "30000"], "excel", &["2025-01-27", "1982-02-18"]),
        (&["200101", "200102"], "yymmdd", &["2020-01-01", "2020-01-02"]),
        (&["1974"], "year", &["1974-01-01"]),
        (&["192607"], "ym", &["1926-07-01"]),
        (&["Jul-93"], "ym", &["1993-07-01"]),
        (&["99/12/31"], "roc", &["2010-12-31"]),
        (&["Q1 2024", "2024-02"], "quarter", &["2024-01-01", "2024-02-01"]),
    ];
    for (cells, name, expected) in cases {
        let dates = forced(cells, name);
        assert_eq!(shown(&dates), *expected, "{cells:?} {name}");
        assert!(dates.is_certain && dates.other.is_none(), "{cells:?}");
    }
}

#[test]
fn two_digit_years_follow_their_column() {
    let cases: &[(&[&str], &[&str])] = &[
        (&["30/12/68", "31/12/69", "02/01/70"], &["1968-12-30", "1969-12-31", "1970-01-02"]),
        (&["31/12/99", "03/01/00"], &["1999-12-31", "2000-01-03"]),
        (&["99/12/30", "100/01/03"], &["2010-12-30", "2011-01-03"]),
        (&["Dec 19", "Nov 19", "Oct 19"], &["2019-12-01", "2019-11-01", "2019-10-01"]),
        // Days without a year are no months.
        (&["Dec 31", "Dec 30", "Dec 27", "Nov 29"], &["", "", "", ""]),
    ];
    for (cells, expected) in cases {
        assert_eq!(shown(&read(cells, &Hints::default())), *expected, "{cells:?}");
    }
    assert!(!read(&["Dec 19", "Dec 18"], &Hints::default()).is_certain);
}

#[test]
fn what_decided_is_told() {
    let month = |count: usize| (1..=count).map(|day| format!("{day:02}/07/2024")).collect::<Vec<_>>();
    let cases: &[(Vec<String>, &str, Reason)] = &[
        (vec!["13/01/2025".into()], "DMY", Reason::Cell),
        (vec!["03/04/2025".into()], "DMY", Reason::Guess),
        (
            ["01/10/2024", "02/10/2024", "03/10/2024", "01/11/2024"].map(String::from).to_vec(),
            "DMY",
            Reason::Order,
        ),
        // Every day of a market that never rests: only the gaps tell.
        (month(12), "DMY", Reason::Gaps),
        (
            ["08/01/2024", "08/02/2024", "08/03/2024", "08/04/2024", "08/05/2024"].map(String::from).to_vec(),
            "MDY",
            Reason::Gaps,
        ),
        (["07/01/2024", "07/02/2024", "07/03/2024"].map(String::from).to_vec(), "MDY", Reason::Weekdays),
    ];
    for (cells, order, reason) in cases {
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        let dates = read(&cells, &Hints::default());
        assert_eq!((dates.notation.name(), dates.reason), (*order, *reason), "{cells:?}");
    }
}

#[test]
fn a_week_from_sunday_to_thursday_decides_as_well() {
    // Sundays to Thursdays of three months, unordered; the other reading falls on days of rest.
    let cells = [
        "02/09/2024",
        "05/11/2024",
        "03/09/2024",
        "06/10/2024",
        "01/10/2024",
        "03/11/2024",
        "04/11/2024",
        "01/09/2024",
        "07/10/2024",
        "05/09/2024",
        "02/12/2024",
        "10/11/2024",
    ];
    let hints = Hints { is_month_first: true, ..Hints::default() };
    let dates = read(&cells, &hints);
    assert_eq!((dates.notation.name(), dates.reason, dates.is_certain), ("DMY", Reason::Weekdays, false));
}

#[test]
fn a_rounded_count_of_time_is_no_date() {
    let cells = ["1.64395E+12", "1.64386E+12", "1.64378E+12"];
    assert!(!is_epoch(cells.iter().copied()));
    assert_eq!(share(&cells, true), 0.0);
}

#[test]
fn times_in_a_column_of_their_own_join_by_their_longest() {
    let cases: &[(&[&str], &[&str])] = &[
        (
            &["20250127 0", "20250127 100", "20250127 93000"],
            &["2025-01-27T00:00:00", "2025-01-27T00:01:00", "2025-01-27T09:30:00"],
        ),
        (
            &["20250127 0", "20250127 930", "20250127 1600"],
            &["2025-01-27T00:00:00", "2025-01-27T09:30:00", "2025-01-27T16:00:00"],
        ),
        (&["20250127 0", "20250128 0"], &["2025-01-27", "2025-01-28"]),
        (&["20250127 9", "20250127 10"], &["2025-01-27T09:00:00", "2025-01-27T10:00:00"]),
        (&["27/01/2025 09:30", "27/01/2025 "], &["2025-01-27T09:30:00", "2025-01-27T00:00:00"]),
    ];
    for (cells, expected) in cases {
        assert_eq!(shown(&read(cells, &Hints::default())), *expected, "{cells:?}");
    }
}

proptest::proptest! {
    #[test]
    fn a_day_reads_back_from_every_style(days in -70_000..60_000_i32, count in 31..60_usize, style in 0..12_usize) {
        use jiff::ToSpan;
        let first = jiff::civil::date(1970, 1, 1) + days.days();
        let days: Vec<Date> = first.series(1.day()).take(count).collect();
        let pattern = [
            "%Y-%m-%d", "%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y", "%Y%m%d", "%d-%b-%Y", "%B %d, %Y", "%Y/%m/%d",
            "%Y-%m-%dT00:00:00Z", "%A, %d %B %Y", "%Y年%m月%d日", "%Y.%m.%d 23:59:59",
        ][style];
        let cells: Vec<String> = days.iter().map(|day| day.strftime(pattern).to_string()).collect();
        let refs: Vec<&str> = cells.iter().map(String::as_str).collect();
        let expected: Vec<Option<Stamp>> = days.iter().map(|day| Some(Stamp::Day(*day))).collect();
        let dates = read(&refs, &Hints::default());
        proptest::prop_assert!(dates.is_certain);
        proptest::prop_assert_eq!(dates.stamps, expected);
    }

    #[test]
    fn an_instant_reads_back_from_every_unit(seconds in 700_000_000_i64..4_000_000_000, unit in 0..4_usize) {
        let unit = epoch::Unit::ALL[unit];
        let scale = [1, 1000, 1_000_000, 1_000_000_000][epoch::Unit::ALL.iter().position(|u| *u == unit).unwrap()];
        for cell in [(seconds * scale).to_string(), format!("{}.0", seconds * scale)] {
            let dates = read(&[&cell], &Hints::default());
            let at = jiff::Timestamp::from_second(seconds).unwrap();
            proptest::prop_assert_eq!(dates.notation, Notation::Epoch(unit));
            let civil = dates.stamps[0].unwrap().civil();
            let is_day = matches!(dates.stamps[0], Some(Stamp::Day(_)));
            proptest::prop_assert!(is_day || civil == jiff::tz::Offset::UTC.to_datetime(at));
        }
    }

    #[test]
    fn no_text_makes_a_reader_fall(cells in proptest::collection::vec("\\PC{0,24}|[0-9/.: -]{0,20}", 0..6)) {
        let refs: Vec<&str> = cells.iter().map(String::as_str).collect();
        let dates = named(&refs);
        proptest::prop_assert_eq!(dates.stamps.len(), refs.len());
        let share = share(&refs, true);
        proptest::prop_assert!((0.0..=1.0).contains(&share) || refs.iter().any(|c| numbers::is_missing(c)));
        for cell in &refs {
            let _ = (is_meant_as_date(cell), looks_hijri(cell), numbers::looks_numeric(cell));
        }
    }
}
