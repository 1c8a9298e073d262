//! Columns of dates, form by form and language by language.

use super::*;

mod calendars;
mod columns;

fn texts(cells: &[&str], is_month_first: bool) -> (Vec<String>, &'static str, bool) {
    let dates = read(cells, &Hints { is_month_first, ..Hints::default() });
    let texts = dates.stamps.iter().map(|s| s.map_or_else(|| "none".to_owned(), |s| s.to_string()));
    (texts.collect(), dates.notation.name(), dates.is_certain)
}

/// Cell, stamp, notation.
const FORMS: &[(&str, &str, &str)] = &[
    ("2025-01-27", "2025-01-27", "YMD"),
    ("2025/1/27", "2025-01-27", "YMD"),
    ("20250127", "2025-01-27", "YMD"),
    ("01/27/2025", "2025-01-27", "MDY"),
    ("27/01/2025", "2025-01-27", "DMY"),
    ("27.01.2025", "2025-01-27", "DMY"),
    ("31.1.2025", "2025-01-31", "DMY"),
    ("27-01-2025", "2025-01-27", "DMY"),
    ("01/27/25", "2025-01-27", "MDY"),
    ("27 Jan 2025", "2025-01-27", "DMY"),
    ("27-Jan-25", "2025-01-27", "DMY"),
    ("31-Dec-99", "1999-12-31", "DMY"),
    ("Jan 27, 2025", "2025-01-27", "MDY"),
    ("Sept 2, 2024", "2024-09-02", "MDY"),
    ("Monday, January 27th, 2025", "2025-01-27", "MDY"),
    ("Mon, 27 Jan 2025", "2025-01-27", "DMY"),
    ("2025-Jan-27", "2025-01-27", "YMD"),
    ("2025-01-27T09:30:00", "2025-01-27T09:30:00", "YMD"),
    ("2025-01-27 09:30", "2025-01-27T09:30:00", "YMD"),
    ("01/27/2025 4:00 PM", "2025-01-27T16:00:00", "MDY"),
    ("01/27/2025 12:05:00 AM", "2025-01-27T00:05:00", "MDY"),
    ("2025-01-27T14:30:00Z", "2025-01-27T14:30:00Z", "YMD"),
    ("2025-01-27 09:30:00-05:00", "2025-01-27T14:30:00Z", "YMD"),
    ("2025-01-27T09:30:00.25-0500", "2025-01-27T14:30:00.25Z", "YMD"),
    ("2025-01-27 00:00:00-05:00", "2025-01-27", "YMD"),
    ("2025-01-27T00:00:00Z", "2025-01-27", "YMD"),
    ("2025-01-27 00:00:00", "2025-01-27", "YMD"),
    ("20250127.0", "2025-01-27", "YMD"),
    ("2024- 11- 01", "2024-11-01", "YMD"),
    ("2025. 1. 27.", "2025-01-27", "YMD"),
    ("2025 01 27", "2025-01-27", "YMD"),
    ("2016.03.21 00:00:00", "2016-03-21", "YMD"),
    ("1990-10-01T00:00:00.000Z", "1990-10-01", "YMD"),
    ("2025-04-30T00:00:00.000000000Z", "2025-04-30", "YMD"),
    ("2025-04-30T12:00:00.123456789Z", "2025-04-30T12:00:00.123456789Z", "YMD"),
    ("2013-04-28 00:00:00 UTC", "2013-04-28", "YMD"),
    ("2018-04-28T23:59:59.999Z", "2018-04-28", "YMD"),
    ("23.02.2026 00:00:00.000 UTC", "2026-02-23", "DMY"),
    ("23.02.2026 01:00:00.000 GMT+0100", "2026-02-23T00:00:00Z", "DMY"),
    ("2025-01-27 09:30 EST", "2025-01-27T14:30:00Z", "YMD"),
    ("2025-01-27 09:30 CST", "2025-01-27T09:30:00", "YMD"),
    ("2025-01-27T09:30:00-05:00[America/New_York]", "2025-01-27T14:30:00Z", "YMD"),
    ("2025-01-27 09:30 Europe/Berlin", "2025-01-27T09:30:00", "YMD"),
    ("2025-01-27 UTC", "2025-01-27", "YMD"),
    ("20110301 090100", "2011-03-01T09:01:00", "YMD"),
    ("20110301 90100", "2011-03-01T09:01:00", "YMD"),
    ("20110301 0930", "2011-03-01T09:30:00", "YMD"),
    ("20110301 0", "2011-03-01", "YMD"),
    ("20110301 000000", "2011-03-01", "YMD"),
    ("20200101 170000065", "2020-01-01T17:00:00.065", "YMD"),
    ("20250127T093000Z", "2025-01-27T09:30:00Z", "YMD"),
    ("2025.01.27 09:30", "2025-01-27T09:30:00", "YMD"),
    ("27/01/2025 0930", "2025-01-27T09:30:00", "DMY"),
    ("3/22/2015 16:00:00", "2015-03-22T16:00:00", "MDY"),
    ("02/19/2021", "2021-02-19", "MDY"),
    ("02/29/2020 ", "2020-02-29", "MDY"),
    ("Dec 31, 2019", "2019-12-31", "MDY"),
    ("31-Dec-10", "2010-12-31", "DMY"),
    ("Thu, 27 Feb 2025", "2025-02-27", "DMY"),
    ("27th of January 2025", "2025-01-27", "DMY"),
    ("01 Sep 20", "2020-09-01", "DMY"),
    ("2012년 01월 27일", "2012-01-27", "YMD"),
    ("2012년 1월 27일 금요일", "2012-01-27", "YMD"),
    ("2011年5月19日", "2011-05-19", "YMD"),
    ("2025年1月27日(月)", "2025-01-27", "YMD"),
    ("2025年1月27日 星期一", "2025-01-27", "YMD"),
    ("２０２５／０１／２７", "2025-01-27", "YMD"),
    ("2025. 1. 27. 오후 4:00:00", "2025-01-27T16:00:00", "YMD"),
    ("\u{200f}٢٧\u{200f}/\u{200f}٠١\u{200f}/\u{200f}٢٠٢٥\u{200f}", "2025-01-27", "DMY"),
    ("۲۰۲۵/۰۱/۲۷", "2025-01-27", "YMD"),
    ("27 يناير، 2025", "2025-01-27", "DMY"),
    ("الاثنين، 27 كانون الثاني 2025", "2025-01-27", "DMY"),
    ("27/01/2025 04:00 م", "2025-01-27T16:00:00", "DMY"),
    ("27 de enero de 2025", "2025-01-27", "DMY"),
    ("1er février 2025", "2025-02-01", "DMY"),
    ("mar. 28 janv. 2025", "2025-01-28", "DMY"),
    ("27. Jan. 2025", "2025-01-27", "DMY"),
    ("Montag, 27. Januar 2025", "2025-01-27", "DMY"),
    ("27 января 2025 г.", "2025-01-27", "DMY"),
    ("27 Ocak 2025 Pazartesi", "2025-01-27", "DMY"),
    ("27 stycznia 2025 r.", "2025-01-27", "DMY"),
    ("27 בינואר 2025", "2025-01-27", "DMY"),
    ("segunda-feira, 27/01/2025", "2025-01-27", "DMY"),
    ("105/11/01", "2016-11-01", "roc"),
    ("民國105年11月1日", "2016-11-01", "roc"),
    ("Jul-93", "1993-07-01", "ym"),
    ("Nov 2021", "2021-11-01", "ym"),
    ("Feb 2026", "2026-02-01", "ym"),
    ("2025-01", "2025-01-01", "ym"),
    ("01/2025", "2025-01-01", "ym"),
    ("2025M01", "2025-01-01", "ym"),
    ("Août 1987", "1987-08-01", "ym"),
    ("2024年11月", "2024-11-01", "ym"),
    ("2024-Q1", "2024-01-01", "quarter"),
    ("2024Q4", "2024-10-01", "quarter"),
    ("Q2 2024", "2024-04-01", "quarter"),
    ("3Q24", "2024-07-01", "quarter"),
    ("2024-W03", "2024-01-15", "week"),
    ("2024W03", "2024-01-15", "week"),
    ("W03 2024", "2024-01-15", "week"),
    ("2024-W03-5", "2024-01-19", "YMD"),
    ("27/01/2025 16.00.00", "2025-01-27T16:00:00", "DMY"),
    ("27.01.2025 16.00", "2025-01-27T16:00:00", "DMY"),
    ("2025-01-27 16h00", "2025-01-27T16:00:00", "YMD"),
    ("27/01/2025 16h", "2025-01-27T16:00:00", "DMY"),
    ("01/27/2025 4.30 pm", "2025-01-27T16:30:00", "MDY"),
    ("Jan 27, 2025 4 pm", "2025-01-27T16:00:00", "MDY"),
    ("2025-01-27-16.00.00", "2025-01-27T16:00:00", "YMD"),
    ("2025-01-27T16.00.00", "2025-01-27T16:00:00", "YMD"),
];

#[test]
fn one_cell_of_each_form() {
    for &(cell, expected, order) in FORMS {
        assert_eq!(texts(&[cell], true), (vec![expected.to_owned()], order, true), "{cell}");
        assert!(looks_like_date(cell), "{cell}");
    }
}

#[test]
fn what_is_no_date_is_none() {
    let cases = [
        "",
        "n/a",
        "NVDA",
        "142.62",
        "1,234.56",
        "2025-02-30",
        "32/01/2025",
        "13/13/2025",
        "2025",
        "192607",
        "2025.01",
        "09:30",
        "2025-13",
        "2024-Q5",
        "27/01-2025",
        "8-Oct",
        "Jan 5",
        "1737705600",
        "45000",
        "1446/07/27",
        "2567",
        "1403",
        "10-12",
        "110-16",
        "2024-W54",
        "27/01/2025 25.00",
        "1.234 16.00",
        "1600-01-27",
        "1,2,3",
        "1 234 567",
        "-2025-01-27",
        "2025-01-27-",
        "1234567890123456789012345678901234567890",
        "10.0.0.1",
        "105.11.1",
        "27 Foo 2025",
        "كانون 2025",
        "12345678",
        "1.234.567",
        "2025-01-27 25:00",
        "2025-01-27 09:30 XYZ",
        "Total, 27 Jan 2025 x",
        "1.58B",
    ];
    for cell in cases {
        assert!(!looks_like_date(cell), "{cell}");
    }
}

#[test]
fn the_order_is_decided_over_the_whole_column() {
    // Cells, month first as a guess, order, certain.
    let cases: &[(&[&str], bool, &str, bool)] = &[
        (&["01/02/2025", "13/02/2025"], true, "DMY", true),
        (&["01/02/2025", "02/13/2025"], false, "MDY", true),
        // Only one order lets the dates rise, in too few rows to be sure.
        (&["01/10/2024", "02/10/2024", "03/10/2024", "01/11/2024"], true, "DMY", false),
        (&["10/01/2024", "10/02/2024", "10/03/2024", "11/01/2024"], false, "MDY", false),
        // Newest first.
        (&["11/01/2024", "10/03/2024", "10/02/2024", "10/01/2024"], false, "MDY", false),
        // Dots speak for the day, and prove nothing.
        (&["03.04.2025"], true, "DMY", false),
        (&["13.04.2025"], true, "DMY", true),
        (&["04.13.2025"], true, "MDY", true),
        (&["10.01.2024", "10.02.2024", "10.03.2024", "11.01.2024"], true, "DMY", false),
        // Days in a row, or the first of each month: the steps decide, and it is said.
        (&["01/07/2024", "02/07/2024", "03/07/2024"], false, "DMY", false),
        // One row says nothing.
        (&["03/04/2025"], true, "MDY", false),
        (&["03/04/2025"], false, "DMY", false),
        // The same day in either order.
        (&["03/03/2025"], true, "MDY", true),
        // Both orders within one file: the larger part is read, and it is said.
        (&["13/01/2025", "14/01/2025", "01/15/2025"], true, "DMY", false),
    ];
    for (cells, month_first, order, certain) in cases {
        let (_, found, is_certain) = texts(cells, *month_first);
        assert_eq!((found, is_certain), (*order, *certain), "{cells:?}");
    }
}

#[test]
fn weekdays_decide_where_the_sequence_does_not() {
    // Ten weekdays of January to October, unordered; the other reading has weekends.
    let cells = [
        "02/09/2024",
        "03/09/2024",
        "02/10/2024",
        "01/10/2024",
        "04/11/2024",
        "05/11/2024",
        "03/12/2024",
        "02/12/2024",
        "05/09/2024",
        "04/09/2024",
    ];
    let dates = read(&cells, &Hints { is_month_first: true, ..Hints::default() });
    assert_eq!((dates.notation.name(), dates.is_certain), ("DMY", false));
    assert_eq!(dates.other, Some(Notation::Calendar(Order::MonthDayYear)));
    assert_eq!(dates.reason, Reason::Weekdays);
}

#[test]
fn a_sequence_makes_certain_only_where_it_is_overwhelming() {
    // Days 1 to 12 of months from January on, written month first: the other order steps back
    // once a month.
    let cells = |months: usize, days: usize, mark: char| {
        let day = |month| (1..=days).map(move |day| format!("{month:02}{mark}{day:02}{mark}2024"));
        (1..=months).flat_map(day).collect::<Vec<String>>()
    };
    let cases = [
        (4, 3, '/', true),
        (4, 12, '/', true),
        // Steps back once, steps back twice, nine rows.
        (2, 12, '/', false),
        (3, 12, '/', false),
        (3, 3, '/', false),
        (4, 12, '.', true),
    ];
    for (months, days, mark, is_certain) in cases {
        let cells = cells(months, days, mark);
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        let (_, order, found) = texts(&cells, false);
        assert_eq!((order, found), ("MDY", is_certain), "{months} months of {days} days, {mark}");
    }
}

#[test]
fn counts_of_time_are_instants_or_days() {
    let cases: &[(&[&str], &[&str], &str)] = &[
        (&["1737676800", "1737936000"], &["2025-01-24", "2025-01-27"], "epoch_s"),
        (&["1737676800000", "1737936000000"], &["2025-01-24", "2025-01-27"], "epoch_ms"),
        (
            &["1737676800", "1737988200", "x"],
            &["2025-01-24T00:00:00Z", "2025-01-27T14:30:00Z", "none"],
            "epoch_s",
        ),
    ];
    for (cells, expected, notation) in cases {
        let (found, name, is_certain) = texts(cells, true);
        assert_eq!(found, *expected, "{cells:?}");
        assert_eq!((name, is_certain), (*notation, true), "{cells:?}");
    }
}

#[test]
fn an_instant_keeps_the_day_of_its_file() {
    let cases = [
        ("2025-01-24 10:00+11:00", "2025-01-23T23:00:00Z", 24),
        ("2025-01-27T19:59:00-05:00", "2025-01-28T00:59:00Z", 27),
        ("2025-01-27T14:30:00Z", "2025-01-27T14:30:00Z", 27),
    ];
    for (cell, text, day) in cases {
        let stamp = read(&[cell], &Hints::default()).stamps[0].unwrap();
        assert_eq!((stamp.to_string(), stamp.date().day()), (text.to_owned(), day), "{cell}");
    }
}

#[test]
fn a_column_has_stamps_of_one_kind() {
    let cases: &[(&[&str], &[&str])] = &[
        (&["2025-01-27", "2025-01-27 10:00"], &["2025-01-27T00:00:00", "2025-01-27T10:00:00"]),
        (
            &["2025-01-27T10:00:00Z", "2025-01-27T11:00:00Z", "2025-01-27 12:00"],
            &["2025-01-27T10:00:00Z", "2025-01-27T11:00:00Z", "none"],
        ),
        // Offsets turn with the season, and every row is midnight of its own.
        (&["2024-07-01 00:00:00-04:00", "2024-12-02 00:00:00-05:00"], &["2024-07-01", "2024-12-02"]),
    ];
    for (cells, expected) in cases {
        assert_eq!(texts(cells, true).0, *expected, "{cells:?}");
    }
}

fn named(cells: &[&str]) -> Dates {
    read(cells, &Hints { is_named: true, ..Hints::default() })
}

fn shown(dates: &Dates) -> Vec<String> {
    dates.stamps.iter().map(|stamp| stamp.map_or_else(String::new, |stamp| stamp.to_string())).collect()
}

#[test]
fn months_are_read_in_every_language() {
    for (language, months) in names::languages() {
        for (month, name) in months {
            let upper = name.to_uppercase();
            for name in [name, upper.as_str()] {
                let expected = format!("2025-{month:02}-27");
                for cell in [format!("27 {name} 2025"), format!("27-{name}-2025"), format!("{name} 27, 2025")]
                {
                    let dates = read(&[&cell], &Hints::default());
                    assert_eq!(shown(&dates), [expected.as_str()], "{language}: {cell}");
                }
                let dates = read(&[&format!("{name} 2025")], &Hints::default());
                assert_eq!(shown(&dates), [format!("2025-{month:02}-01")], "{language}: {name}");
                assert_eq!(dates.notation, Notation::YearMonth);
            }
        }
    }
}

#[test]
fn days_of_the_week_say_nothing_new_in_any_language() {
    let cells = [
        "måndag den 27 januari 2025",
        "mandag 27. januar 2025",
        "maanantai 27. tammikuuta 2025",
        "maandag 27 januari 2025",
        "Δευτέρα, 27 Ιανουαρίου 2025",
        "понеділок, 27 січня 2025 р.",
        "pondělí 27. ledna 2025",
        "luni, 27 ianuarie 2025",
        "Senin, 27 Januari 2025",
        "Isnin, 27 Januari 2025",
        "सोमवार, २७ जनवरी २०२५",
        "সোমবার, ২৭ জানুয়ারি ২০২৫",
        "วันจันทร์ 27 มกราคม 2025",
    ];
    for cell in cells {
        assert_eq!(shown(&read(&[cell], &Hints::default())), ["2025-01-27"], "{cell}");
    }
    for (cell, day) in [("marți, 28 ianuarie 2025", "2025-01-28"), ("marți 4 martie 2025", "2025-03-04")] {
        assert_eq!(shown(&read(&[cell], &Hints::default())), [day], "{cell}");
    }
}

#[test]
fn the_usual_abbreviations_are_months() {
    let lists = [
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
        "JAN FEB MAR APR MAY JUN JUL AUG SEPT OCT NOV DEC",
        "Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez",
        "Jän. Feb. Mrz. Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.",
        "Jan Févr Mar Avr Mai Juin Juill Août Sept Oct Nov Déc",
        "janv. fév. mars avr. mai juin juil. août sept. oct. nov. déc.",
        "ene. feb. mar. abr. may. jun. jul. ago. sep. oct. nov. dic.",
        "jan fev mar abr mai jun jul ago set out nov dez",
        "gen. feb. mar. apr. mag. giu. lug. ago. set. ott. nov. dic.",
        "Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara",
        "янв. февр. мар. апр. мая июн. июл. авг. сент. окт. нояб. дек.",
        "янв фев мар апр май июн июл авг сен окт ноя дек",
        "sty lut mar kwi maj cze lip sie wrz paź lis gru",
        "jan feb mrt apr mei jun jul aug sep okt nov dec",
        "jan. feb. mars apr. maj juni juli aug. sep. okt. nov. dec.",
        "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu",
        "jan. febr. márc. ápr. máj. jún. júl. aug. szept. okt. nov. dec.",
        "ian. feb. mar. apr. mai iun. iul. aug. sept. oct. nov. dec.",
        "Ιαν Φεβ Μαρ Απρ Μαΐ Ιουν Ιουλ Αυγ Σεπ Οκτ Νοε Δεκ",
        "ΙΑΝ ΦΕΒ ΜΑΡ ΑΠΡ ΜΑΪ ΙΟΥΝ ΙΟΥΛ ΑΥΓ ΣΕΠ ΟΚΤ ΝΟΕ ΔΕΚ",
        "січ лют бер кві тра чер лип сер вер жов лис гру",
        "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des",
        "Jan Feb Mac Apr Mei Jun Jul Ogos Sep Okt Nov Dis",
        "ינו׳ פבר׳ מרץ אפר׳ מאי יונ׳ יול׳ אוג׳ ספט׳ אוק׳ נוב׳ דצמ׳",
    ];
    for list in lists {
        for (month, name) in (1..).zip(list.split(' ')) {
            let dates = read(&[&format!("5 {name} 2025")], &Hints::default());
            assert_eq!(shown(&dates), [format!("2025-{month:02}-05")], "{name}");
        }
    }
    let levant = [("كانون الثاني", 1), ("تشرين الأول", 10), ("تشرين الثاني", 11), ("كانون الأول", 12)];
    for (name, month) in levant {
        for cell in [format!("5 {name} 2025"), format!("{name} 5, 2025"), format!("5-{name}-2025")] {
            assert_eq!(shown(&read(&[&cell], &Hints::default())), [format!("2025-{month:02}-05")], "{cell}");
        }
    }
}
