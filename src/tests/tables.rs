//! Where the tables of a file stand: whatever stands above, between and below them, each is read
//! under its own names, and none is lost or taken for another without a word.

use std::fmt::Write as _;
use std::path::Path;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};
use proptest::prelude::*;

use crate::io::{ContentProblem, Control, ReadError, read_bytes};
use crate::model::{Content, Loaded, Overrides};

fn read(text: &str) -> Result<Loaded, ReadError> {
    read_bytes(Path::new("file.csv"), text.as_bytes(), &Overrides::default(), &Control::unwatched())
}

/// Name, rows, first day and last close of every series.
fn found(text: &str) -> Vec<String> {
    let loaded = read(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let Content::Prices(series) = &loaded.content else { panic!("no prices\n{text}") };
    let line = |(info, bars): &(crate::model::SeriesInfo, std::sync::Arc<crate::model::Bars>)| {
        let columns = bars.columns();
        let (first, last) = (columns.stamps.first().unwrap(), columns.close.last().unwrap());
        format!("{} {} {first} {last}", info.series, bars.len())
    };
    series.iter().map(line).collect()
}

fn keys(text: &str) -> Vec<&'static str> {
    read(text).unwrap().warnings.iter().map(|warning| warning.message.key).collect()
}

fn sheet(text: &str) -> Option<(String, bool)> {
    let assumptions = read(text).unwrap().assumptions;
    assumptions.iter().find(|it| it.key == "sheet").map(|it| (it.value.clone(), it.certain))
}

/// Days from Monday to Friday.
fn days(count: usize) -> Vec<Date> {
    let is_session = |day: &Date| !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    (0..).map(|step: i64| date(2025, 1, 2) + step.days()).filter(is_session).take(count).collect()
}

/// Rows of a date and a price that rises by one a day.
fn rows(count: usize, first: u32) -> String {
    (first..).zip(days(count)).fold(String::new(), |mut text, (price, day)| {
        let _ = writeln!(text, "{day},{price}.5");
        text
    })
}

#[test]
fn names_are_found_above_what_stands_between_them_and_the_data() {
    let (two, data) =
        (rows(6, 50), "2025-01-02,5.5,6.5,1,A\n2025-01-03,5.6,6.6,2,B\n2025-01-06,5.7,6.7,3,C\n");
    let cases = [
        // A row of empty cells, a caption and both.
        (format!("Date,Close\n,\n{two}"), vec!["file 6 2025-01-02 55.5"]),
        (format!("Date,Close\nShares of the main market\n{two}"), vec!["file 6 2025-01-02 55.5"]),
        (
            "Date,Open,Close\n\nFunds\n\nFirst house\n\n2025-01-02,5.5,6.5\n2025-01-03,5.6,6.6\n".to_owned(),
            vec!["file 2 2025-01-02 6.6"],
        ),
        // Names from the second column on, with a blank one above the dates.
        (format!(",dollar,euro\n{data}"), vec!["dollar 3 2025-01-02 5.7", "euro 3 2025-01-02 6.7"]),
        (format!(",dollar,euro,\n{data}"), vec!["dollar 3 2025-01-02 5.7", "euro 3 2025-01-02 6.7"]),
        // A second row of names that names some of the columns.
        (
            "Date,AAA,BBB,Note,\n,first,second\n2025-01-02,5.5,6.5,x,\n2025-01-03,5.6,6.6,y,\n".to_owned(),
            vec!["AAA 2 2025-01-02 5.6", "BBB 2 2025-01-02 6.6"],
        ),
        // Words in steps above names that need none.
        (
            ",,Ratio,\nPrices of a year,,to,\n,Share,ten,Rate\n,Index,years,of\nDate,P,R,I\n\
             2020-01,30.5,1.5,2.5\n2020-02,31.5,1.6,2.4\n2020-03,32.5,1.7,2.3\n"
                .to_owned(),
            vec!["P 3 2020-01-01 32.5", "R 3 2020-01-01 1.7", "I 3 2020-01-01 2.3"],
        ),
        // Labels and what they stand for.
        (
            "Title,Prices of bread\nUnit,GBP\nRelease date,16-10-2024\n2020-01,30.5\n2020-02,31.5\n"
                .to_owned(),
            vec!["Prices of bread 2 2020-01-01 31.5"],
        ),
        // Dates across with a mark for missing values first.
        (
            "geo\t2024-01\t2024-02\t2024-03\nDE\t11.5\t12.5\t13.5\nFR\t-\t22.5\t23.5\n".to_owned(),
            vec!["DE 3 2024-01-01 13.5", "FR 2 2024-02-01 23.5"],
        ),
        // A column of years.
        (",year,value\n0,2010,12.5\n1,2011,13.5\n2,2012,14.5\n".to_owned(), vec!["file 3 2010-01-01 14.5"]),
    ];
    for (text, expected) in cases {
        assert_eq!(found(&text), expected, "{text}");
    }
}

#[test]
fn tables_of_the_same_columns_are_read_as_series_of_their_own() {
    let (one, two) = (rows(6, 50), rows(5, 350));
    let both = ["AAAX 6 2025-01-02 55.5", "BBBX 5 2025-01-02 354.5"];
    let cases = [
        format!("Symbol,AAAX\nDate,Close\n{one}\nSymbol,BBBX\nDate,Close\n{two}"),
        format!(
            "Symbol,AAAX\nCurrency,EUR\nDate,Close\n{one},\nSymbol,BBBX\nCurrency,USD\nDate,Close\n{two}"
        ),
        format!("AAAX\nDate,Close\n{one}\nBBBX\nDate,Close\n{two}"),
        format!("Date,AAAX\n{one}Date,BBBX\n{two}"),
        format!("Date,AAAX\n{one}\nDate,BBBX\n{two}"),
        format!("Date,Close\nAAAX\n{one}BBBX\n{two}"),
    ];
    for text in cases {
        assert_eq!(found(&text), both, "{text}");
        assert_eq!(sheet(&text), Some(("table 1, table 2".to_owned(), true)), "{text}");
        assert!(!keys(&text).contains(&"io-duplicate-date"), "{text}");
    }
    // Captions that dates go on behind are remarks.
    let text =
        "Date,Close\nJanuary\n2025-01-02,5.5\n2025-01-03,5.6\nFebruary\n2025-02-03,5.7\n2025-02-04,5.8\n";
    assert_eq!(found(text), ["file 4 2025-01-02 5.8"]);
    // Another step, or the same series once more, is told and not mixed in.
    let text = format!("Date,Close\n{one}\nAnnual\nDate,Close\n2023,5.5\n2024,6.5\n");
    assert_eq!(found(&text), ["file 6 2025-01-02 55.5"]);
    assert!(keys(&text).contains(&"io-other-table"));
}

#[test]
fn of_years_quarters_and_months_the_months_are_read() {
    let mut text = "Title,Bread in shops\nUnit,Index 2020 = 100\nRelease date,16-10-2024\n".to_owned();
    for year in 2020..2024 {
        let _ = writeln!(text, "{year},{}.5", year - 1900);
    }
    for (year, part) in (2020..2024).flat_map(|year| (1..=4).map(move |part| (year, part))) {
        let _ = writeln!(text, "{year} Q{part},{part}.25");
    }
    let months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    for (year, month) in (2020..2024).flat_map(|year| months.map(|month| (year, month))) {
        let _ = writeln!(text, "{year} {month},{}.75", year - 2000);
    }
    assert_eq!(found(&text), ["Bread in shops 48 2020-01-01 23.75"]);
    assert_eq!(sheet(&text), Some(("table 3".to_owned(), false)));
    assert_eq!(keys(&text).iter().filter(|key| **key == "io-other-table").count(), 2);
    // Years that months go on behind are one series.
    let text = "Date,Gold\n1968,3.5\n1969,3.6\n1970-01,4.5\n1970-02,4.6\n1970-03,4.7\n";
    assert_eq!(found(text), ["Gold 5 1968-01-01 4.7"]);
}

/// A workbook in XML with those sheets, each of cells divided by commas.
fn workbook(sheets: &[(&str, &str)]) -> String {
    let mut text = "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>\
        <Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" \
        xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">"
        .to_owned();
    for (name, cells) in sheets {
        let _ = write!(text, "<Worksheet ss:Name=\"{name}\"><Table>");
        for row in cells.lines() {
            text.push_str("<Row>");
            for cell in row.split(',') {
                let form = if cell.parse::<f64>().is_ok() { "Number" } else { "String" };
                let _ = write!(text, "<Cell><Data ss:Type=\"{form}\">{cell}</Data></Cell>");
            }
            text.push_str("</Row>");
        }
        text.push_str("</Table></Worksheet>");
    }
    text + "</Workbook>"
}

#[test]
fn sheets_are_chosen_by_what_they_hold() {
    let (one, two) = (format!("Date,Close\n{}", rows(6, 50)), format!("Date,Close\n{}", rows(5, 350)));
    let text = workbook(&[("AAAX", &one), ("BBBX", &two)]);
    assert_eq!(found(&text), ["AAAX 6 2025-01-02 55.5", "BBBX 5 2025-01-02 354.5"]);
    assert_eq!(sheet(&text), Some(("AAAX, BBBX".to_owned(), true)));
    // Names that programs give, and years, name no series: one sheet is read and the other offered.
    for names in [["Sheet1", "Sheet2"], ["2024", "2025"]] {
        let text = workbook(&[(names[0], &one), (names[1], &two)]);
        assert_eq!(found(&text), ["file 6 2025-01-02 55.5"]);
        assert_eq!(sheet(&text), Some((names[0].to_owned(), false)));
    }
    // Prices before a longer sheet of something else.
    let moods = days(30).iter().fold("when,mood\n".to_owned(), |mut text, day| {
        let _ = writeln!(text, "{day},-0.{}", day.day());
        text
    });
    for sheets in [[("moods", &moods), ("oil", &two)], [("oil", &two), ("moods", &moods)]] {
        let text = workbook(&sheets.map(|(name, cells)| (name, cells.as_str())));
        assert_eq!(found(&text), ["file 5 2025-01-02 354.5"]);
        assert_eq!(sheet(&text), Some(("oil".to_owned(), false)));
    }
}

#[test]
fn commas_inside_numbers_and_dates_divide_no_cells() {
    let torn = "Date,Open,High,Low,Close\n2025-01-02,1,500.00,1,520.00,990.00,1,510.00\n\
                2025-01-03,1,510.00,1,530.00,1,500.00,1,520.50\n";
    assert_eq!(found(torn), ["file 2 2025-01-02 1520.5"]);
    assert!(keys(torn).contains(&"io-torn-thousands"));
    assert_eq!(found("Date;Close\n2025,01,02;50.1\n2025,01,03;50.6\n"), ["file 2 2025-01-02 50.6"]);
    assert_eq!(found("Datum;AAA\n2,1,2025;50.1\n30,1,2025;50.6\n"), ["AAA 2 2025-01-02 50.6"]);
    let open = "Date,Price,Vol\n2025-01-24,1,750,120\n2025-01-27,1,760,130\n";
    let Err(ReadError::Content { problem: ContentProblem::TornRows { .. }, .. }) = read(open) else {
        panic!("read although it could be put together in two ways")
    };
}

/// What stands around one table.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
struct Around {
    captions: Vec<&'static str>,
    blank_below_names: bool,
    caption_below_names: bool,
    second_names: bool,
    gap_above: bool,
}

fn around() -> impl Strategy<Value = Around> {
    let lines = prop_oneof![Just("Currency,EUR"), Just("Market,main"), Just("Prices by day"), Just(",,")];
    (proptest::collection::vec(lines, 0..3), any::<[bool; 4]>()).prop_map(|(captions, flags)| Around {
        captions,
        blank_below_names: flags[0],
        caption_below_names: flags[1],
        second_names: flags[2],
        gap_above: flags[3],
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Blocks below each other, each under its own caption, whatever else stands around them.
    #[test]
    fn blocks_below_each_other_come_back_each_under_its_name(
        blocks in proptest::collection::vec((around(), 5..12_usize, 10..900_u32), 1..4),
    ) {
        let mut text = String::new();
        let mut expected = Vec::new();
        for (number, (around, count, first)) in blocks.iter().enumerate() {
            let name = format!("NAME{number}");
            if number > 0 {
                text.push_str(if around.gap_above { "\n" } else { ",,\n" });
            }
            let _ = writeln!(text, "Symbol,{name}");
            around.captions.iter().for_each(|line| { let _ = writeln!(text, "{line}"); });
            text.push_str("Date,Close,Volume\n");
            text.push_str(if around.second_names { ",(EUR)\n" } else { "" });
            text.push_str(if around.blank_below_names { ",,\n" } else { "" });
            text.push_str(if around.caption_below_names { "First house\n" } else { "" });
            for (price, day) in (*first..).zip(days(*count)) {
                let _ = writeln!(text, "{day},{price}.25,100");
            }
            let last = first + u32::try_from(*count).unwrap() - 1;
            expected.push(format!("{name} {count} 2025-01-02 {last}.25"));
        }
        prop_assert_eq!(found(&text), expected, "{}", text);
    }
}
