//! Cells to numbers, form by form, and what a column and a file decide about their marks.

use super::*;
use crate::io::report::Report;
use Cell::{Bad, Missing, Number};

/// Cell, its value with a decimal point, its value with a decimal comma.
const FORMS: &[(&str, Cell, Cell)] = &[
    ("142.62", Number(142.62), Bad),
    ("142,62", Bad, Number(142.62)),
    ("1,234.56", Number(1234.56), Bad),
    ("1.234,56", Bad, Number(1234.56)),
    ("1 234,56", Bad, Number(1234.56)),
    ("1\u{202f}234.5", Number(1234.5), Bad),
    ("1’234.5", Number(1234.5), Bad),
    ("1,234,567", Number(1_234_567.0), Bad),
    ("1,234", Number(1234.0), Number(1.234)),
    ("1.234", Number(1.234), Number(1234.0)),
    ("0,123", Bad, Number(0.123)),
    ("12,34,567", Number(1_234_567.0), Bad),
    ("12,34,567.89", Number(1_234_567.89), Bad),
    ("1,23,45,678", Number(12_345_678.0), Bad),
    ("123,45,678", Bad, Bad),
    ("1,23,45", Bad, Bad),
    ("12.34.567", Bad, Bad),
    ("0,123,456", Bad, Bad),
    ("1'234'567.5", Number(1_234_567.5), Bad),
    ("1 234 567", Number(1_234_567.0), Number(1_234_567.0)),
    ("1\u{a0}234,5", Bad, Number(1234.5)),
    ("1\u{2009}234,5", Bad, Number(1234.5)),
    ("110-16", Bad, Bad),
    ("51.4 p", Bad, Bad),
    (":", Missing, Missing),
    (": c", Missing, Missing),
    // The Arabic marks mean the same under either.
    ("٦١٫٨٠", Number(61.8), Number(61.8)),
    ("١٬٢٣٤", Number(1234.0), Number(1234.0)),
    ("١٬٢٣٤٫٥", Number(1234.5), Number(1234.5)),
    ("1٬234.5", Number(1234.5), Bad),
    ("٪٥", Bad, Bad),
    ("٥٪", Number(5.0), Number(5.0)),
    ("۱۲۳.۴۵", Number(123.45), Bad),
    ("\u{200f}-\u{200f}118.42", Number(-118.42), Bad),
    ("１２３．４５", Number(123.45), Bad),
    ("€ 1.234,56", Bad, Number(1234.56)),
    ("£5", Number(5.0), Number(5.0)),
    ("¥177,200", Number(177_200.0), Number(177.2)),
    ("₹12,34,567.89", Number(1_234_567.89), Bad),
    ("₩5", Number(5.0), Number(5.0)),
    ("5 ﷼", Number(5.0), Number(5.0)),
    ("USD 12.5", Number(12.5), Bad),
    ("12.5 SAR", Number(12.5), Bad),
    ("12.5SAR", Number(12.5), Bad),
    ("12.5 ر.س", Number(12.5), Bad),
    ("ر.س. 12.5", Number(12.5), Bad),
    ("12.5 XYZ", Bad, Bad),
    ("USD12.5", Number(12.5), Bad),
    ("USD 3M", Number(3e6), Number(3e6)),
    ("EUR3M", Bad, Bad),
    ("R$ 12,5", Bad, Number(12.5)),
    ("($12.5)", Number(-12.5), Bad),
    ("$(12.5)", Number(-12.5), Bad),
    ("123.45-", Number(-123.45), Bad),
    ("-123.45", Number(-123.45), Bad),
    ("-37.63", Number(-37.63), Bad),
    ("+1.00", Number(1.0), Bad),
    ("--5", Bad, Bad),
    ("-99.99", Number(-99.99), Bad),
    ("1,58 Mrd.", Bad, Number(1.58e9)),
    ("1.58bn", Number(1.58e9), Bad),
    ("11,09M", Bad, Number(11.09e6)),
    ("3.2 Mio", Number(3.2e6), Bad),
    ("2.5k", Number(2500.0), Bad),
    ("1.23亿", Number(1.23e8), Bad),
    ("1,5 млн", Bad, Number(1.5e6)),
    ("5 apples", Bad, Bad),
    ("3M", Number(3e6), Number(3e6)),
    ("9007199254740993", Number(9_007_199_254_740_993.0), Number(9_007_199_254_740_993.0)),
    ("123.4567890123456789", Number(123.456_789_012_345_68), Bad),
    ("0.1", Number(0.1), Bad),
    ("nan", Missing, Missing),
    ("#N/A", Missing, Missing),
    ("None", Missing, Missing),
    (".", Missing, Missing),
    ("-", Missing, Missing),
    ("—", Missing, Missing),
    ("NULL", Missing, Missing),
    ("#DIV/0!", Missing, Missing),
    ("$165.63", Number(165.63), Bad),
    (" $ 273.36 ", Number(273.36), Bad),
    ("-$3", Number(-3.0), Number(-3.0)),
    ("(12.5)", Number(-12.5), Bad),
    ("−0.98%", Number(-0.98), Bad),
    ("325.40K", Number(325_400.0), Bad),
    ("1.58B", Number(1.58e9), Bad),
    ("3.5e+24", Number(3.5e24), Bad),
    ("-1.40E-05", Number(-1.4e-5), Bad),
    (".5", Number(0.5), Bad),
    ("5.", Number(5.0), Bad),
    ("007", Number(7.0), Number(7.0)),
    ("100", Number(100.0), Number(100.0)),
    ("118.42abc", Bad, Bad),
    ("1.2.3", Bad, Bad),
    ("2025-01-27", Bad, Bad),
    ("e5", Bad, Bad),
    ("inf", Bad, Bad),
    ("1e999", Bad, Bad),
    ("", Missing, Missing),
    (" N/A ", Missing, Missing),
    ("null", Missing, Missing),
    ("--", Missing, Missing),
];

#[test]
fn cells_under_each_mark() {
    for &(cell, point, comma) in FORMS {
        assert_eq!(parse(cell, Mark::Point), point, "{cell} with a point");
        assert_eq!(parse(cell, Mark::Comma), comma, "{cell} with a comma");
    }
}

fn survey(cells: &[&str]) -> Survey {
    let mut survey = Survey::default();
    for (row, cell) in cells.iter().enumerate() {
        survey.look(row as u64 + 2, cell);
    }
    survey
}

#[test]
fn a_column_decides_and_what_it_leaves_open_the_file_decides() {
    type Case<'a> = (&'a [&'a str], &'a [&'a str], bool, [Mark; 2], bool, &'a str);
    // Cells of two columns, likely comma; marks, certain, thousands.
    let cases: &[Case] = &[
        (&["1.5"], &["2"], false, [Mark::Point, Mark::Point], true, "none"),
        (&["1,5"], &["2"], false, [Mark::Comma, Mark::Comma], true, "none"),
        (&["1,234", "1,5"], &["1.234"], false, [Mark::Comma, Mark::Comma], true, "."),
        (&["1.234"], &["1,234,567"], true, [Mark::Point, Mark::Point], true, ","),
        (&["1,234"], &["7"], false, [Mark::Point, Mark::Point], false, ","),
        (&["1,234"], &["7"], true, [Mark::Comma, Mark::Comma], false, "none"),
        (&["1.234", "1234.567"], &["7"], true, [Mark::Point, Mark::Point], true, "none"),
        // Values in the thousands stand beside, so three digits are taken to be a group.
        (&["1000", "1,234"], &["7"], false, [Mark::Point, Mark::Point], false, ","),
        (&["1000", "1,234"], &["7"], true, [Mark::Point, Mark::Point], false, ","),
        (&["1000", "1.234"], &["7"], true, [Mark::Comma, Mark::Comma], false, "."),
        (&["1000", "1.234"], &["7"], false, [Mark::Comma, Mark::Comma], false, "."),
        // What another column decides holds for the file.
        (&["118.42"], &["1000", "1,234"], false, [Mark::Point, Mark::Point], true, ","),
        (&["118,42"], &["1000", "1.234"], true, [Mark::Comma, Mark::Comma], true, "."),
        (&["118,42"], &["1000", "1.234"], false, [Mark::Comma, Mark::Comma], true, "."),
        (&["1000", "1,234"], &["118.42"], true, [Mark::Point, Mark::Point], true, ","),
        (&["0.123"], &["7"], true, [Mark::Point, Mark::Point], true, "none"),
        (&["1.5", "2,5", "2.5"], &["7"], false, [Mark::Point, Mark::Point], false, "none"),
        (&["1 234,5"], &["7"], false, [Mark::Comma, Mark::Comma], true, " "),
        // Of the size of what stands beside, whatever the file looks like.
        (&["998", "1.001", "1.003"], &["7"], false, [Mark::Comma, Mark::Comma], false, "."),
        (&["998", "1,001", "1,003"], &["7"], true, [Mark::Point, Mark::Point], false, ","),
        (&["1", "2", "1.503"], &["7"], true, [Mark::Point, Mark::Point], false, "none"),
        (&["1", "1.503", "900.250"], &["7"], true, [Mark::Point, Mark::Point], false, "none"),
        // Cents printed to three places, and tens of thousands that are not.
        (&["118.420", "119.050", "117.980"], &["7"], true, [Mark::Point, Mark::Point], false, "none"),
        (&["118.894", "119.297", "117.980"], &["7"], true, [Mark::Comma, Mark::Comma], false, "."),
        (&["118.894", "119.297", "117.980"], &["-0,98%"], false, [Mark::Comma, Mark::Comma], true, "."),
        (&["5043.010", "4964.560"], &["998.500"], true, [Mark::Point, Mark::Point], true, "none"),
        // One column's suggestion holds for the next.
        (&["1.234"], &["998", "1.001"], false, [Mark::Comma, Mark::Comma], false, "."),
        (&["12,34,567.89"], &["7"], true, [Mark::Point, Mark::Point], true, ","),
        (&["1٬234.5"], &["7"], true, [Mark::Point, Mark::Point], true, "٬"),
    ];
    for (first, second, likely, marks, certain, thousands) in cases {
        let mut report = Report::default();
        let columns = [("a", survey(first)), ("b", survey(second))];
        let decided: Vec<Mark> =
            decide(&columns, *likely, None, &mut report).iter().map(|format| format.mark).collect();
        let (assumptions, warnings) = report.finish();
        let [decimal, grouping] = assumptions.as_slice() else { panic!("{assumptions:?}") };
        if columns[1].1.is_silent() {
            assert_eq!(decided[0], marks[0], "{first:?}");
        } else {
            assert_eq!(decided, marks, "{first:?} {second:?}");
        }
        assert_eq!(decimal.certain, *certain, "{first:?}");
        assert_eq!(warnings.is_empty(), *certain, "{first:?}");
        assert_eq!(grouping.value, *thousands, "{first:?}");
    }
}

#[test]
fn a_count_is_a_whole_number_where_nothing_else_decides() {
    for (cell, decimal, thousands) in [("1.234", ",", "."), ("1,234", ".", ",")] {
        for is_comma_likely in [false, true] {
            let mut report = Report::default();
            let columns = [("Close", survey(&["7"])), ("Volume", survey(&[cell]).of_counts())];
            let marks = decide(&columns, is_comma_likely, None, &mut report);
            assert_eq!(parse(cell, marks[1]), Number(1234.0), "{cell}");
            let (assumptions, warnings) = report.finish();
            let found: Vec<_> = assumptions.iter().map(|a| (a.value.as_str(), a.certain)).collect();
            assert_eq!(found, [(decimal, false), (thousands, false)], "{cell}");
            assert_eq!(warnings.len(), 1, "{cell}");
        }
    }
}

#[test]
fn a_forced_mark_is_certain_and_warns_of_nothing() {
    for (forced, value) in [(Mark::Point, 1.234), (Mark::Comma, 1234.0)] {
        let mut report = Report::default();
        let marks = decide(&[("a", survey(&["1.234"]))], true, Some(forced), &mut report);
        assert_eq!(parse("1.234", marks[0]), Number(value));
        let (assumptions, warnings) = report.finish();
        assert!(assumptions.iter().all(|a| a.certain) && warnings.is_empty());
        assert_eq!(Mark::parse(&assumptions[0].value), Some(forced));
    }
}

#[test]
fn the_arabic_marks_are_told_and_decide_nothing_else() {
    let mut report = Report::default();
    let columns = [("a", survey(&["١٬٢٣٤٫٥"])), ("b", survey(&["118,42"]))];
    let marks = decide(&columns, false, None, &mut report);
    assert_eq!(marks[1].mark, Mark::Comma);
    let mut report = Report::default();
    decide(&columns[..1], false, None, &mut report);
    let (assumptions, warnings) = report.finish();
    let values: Vec<_> = assumptions.iter().map(|a| (a.value.as_str(), a.certain)).collect();
    assert_eq!(values, [("٫", true), ("٬", true)]);
    assert!(warnings.is_empty());
}

/// The cells of a column as readers read them, and what is told about it.
fn column(cells: &[&str], is_count: bool) -> (Vec<Cell>, Vec<&'static str>) {
    let survey = survey(cells);
    let mut report = Report::default();
    let columns = [("a", if is_count { survey.of_counts() } else { survey })];
    let formats = decide(&columns, false, None, &mut report);
    let told = report.finish().1.iter().map(|warning| warning.message.key).collect();
    (cells.iter().map(|cell| parse(cell, formats[0])).collect(), told)
}

#[test]
fn letters_are_flags_or_factors_by_their_column() {
    type Case<'a> = (&'a [&'a str], bool, &'a [Cell], &'a [&'a str]);
    let cases: &[Case] = &[
        (&["50.1", "51.4 b", "50.9"], false, &[Number(50.1), Number(51.4), Number(50.9)], &["io-flags"]),
        (
            &["50.1", "51.4b", "50.9", "51.2"],
            false,
            &[Number(50.1), Number(51.4), Number(50.9), Number(51.2)],
            &["io-flags"],
        ),
        (&["50,1", "51,4 b", "50,9"], false, &[Number(50.1), Number(51.4), Number(50.9)], &["io-flags"]),
        (&[": ", "115.2 p", "115.5 bp"], false, &[Missing, Number(115.2), Number(115.5)], &["io-flags"]),
        (
            &["12.3*", "1.5 (e)", "12.3r", "e12.3", "12.1 [1]"],
            false,
            &[Number(12.3), Number(1.5), Number(12.3), Number(12.3), Number(12.1)],
            &["io-flags"],
        ),
        (
            &["12.3", "c", ": z", "x", "..", "-"],
            false,
            &[Number(12.3), Missing, Missing, Missing, Missing, Missing],
            &[],
        ),
        (&["1,234.5 p", "1,250.0"], false, &[Number(1234.5), Number(1250.0)], &["io-flags"]),
        // Usual in the column.
        (&["1.2 M", "3.4 M", "2 B"], false, &[Number(1.2e6), Number(3.4e6), Number(2e9)], &[]),
        (&["1.2M", "3.4B", "900K"], true, &[Number(1.2e6), Number(3.4e9), Number(9e5)], &[]),
        // With the letter it is of the size of the others.
        (&["950000", "1.2 M", "980000"], false, &[Number(950_000.0), Number(1.2e6), Number(980_000.0)], &[]),
        // What counts something may be small in one row and large in another.
        (
            &["450", "600k", "500", "480"],
            true,
            &[Number(450.0), Number(6e5), Number(500.0), Number(480.0)],
            &[],
        ),
        // Neither of the size of the others: read with its letter, and doubted.
        (
            &["50.1", "1.2 M", "50.9", "51.2"],
            false,
            &[Number(50.1), Number(1.2e6), Number(50.9), Number(51.2)],
            &["io-odd-factor"],
        ),
        (&["12.5", "3 Mio", "12.5 XYZ"], false, &[Number(12.5), Number(3e6), Bad], &[]),
    ];
    for (cells, is_count, expected, told) in cases {
        assert_eq!(column(cells, *is_count), (expected.to_vec(), told.to_vec()), "{cells:?}");
    }
}

#[test]
fn what_has_a_flag_looks_like_a_number_and_names_do_not() {
    for cell in [
        "115.2 p", "12.3*", "12.3ᵖ", "12.3¹", "115 p", "12.3r", "1.5 (e)", "110-16", "450'6", "22 3/8",
        "108-005", "22½",
    ] {
        assert!(looks_numeric(cell), "{cell}");
    }
    for cell in
        ["e12.3", "A12", "B 12", "12-31", "10-12", "2024-01", "09:30", "1/2", "12 A", "v1.2", "3-2", "p"]
    {
        assert!(!looks_numeric(cell), "{cell}");
    }
}

#[test]
fn fractions_are_read_where_the_whole_column_is_written_so() {
    type Case<'a> = (&'a [&'a str], &'a [Cell], &'a [&'a str]);
    let half = 0.5 / 32.0;
    let cases: &[Case] = &[
        (
            &["108-005", "109-275", "109-312"],
            &[Number(108.0 + half), Number(109.0 + 27.5 / 32.0), Number(109.0 + 31.25 / 32.0)],
            &["io-thirty-seconds"],
        ),
        (
            &["110-16", "110-16+", "110-00"],
            &[Number(110.5), Number(110.5 + half), Number(110.0)],
            &["io-thirty-seconds"],
        ),
        (
            &["110'16", "110'31", "109"],
            &[Number(110.5), Number(110.968_75), Number(109.0)],
            &["io-thirty-seconds"],
        ),
        (&["110:16", "110:20"], &[Number(110.5), Number(110.625)], &["io-thirty-seconds"]),
        (
            &["99-164", "99-162"],
            &[Number(99.0 + 16.5 / 32.0), Number(99.0 + 16.25 / 32.0)],
            &["io-thirty-seconds"],
        ),
        (&["450'6", "451'0"], &[Number(450.75), Number(451.0)], &["io-eighths"]),
        (&["450-6", "1051-3", "n/a"], &[Number(450.75), Number(1051.375), Missing], &["io-eighths"]),
        (
            &["22 3/8", "22", "22-1/2", "1/2", "23½"],
            &[Number(22.375), Number(22.0), Number(22.5), Number(0.5), Number(23.5)],
            &["io-common-fractions"],
        ),
        // Months and days, scores, and a tick that no 32nd has.
        (&["10-12", "11-30"], &[Bad, Bad], &[]),
        (&["110-16", "110-45"], &[Bad, Bad], &[]),
        // Groups of thousands stay groups.
        (&["110'165", "120'225"], &[Number(110_165.0), Number(120_225.0)], &[]),
        (
            &["110'165", "110'170", "110'082", "110'307", "110'000", "110'315", "110'220", "110'195"],
            &[
                Number(110.0 + 16.5 / 32.0),
                Number(110.0 + 17.0 / 32.0),
                Number(110.0 + 8.25 / 32.0),
                Number(110.0 + 30.75 / 32.0),
                Number(110.0),
                Number(110.0 + 31.5 / 32.0),
                Number(110.0 + 22.0 / 32.0),
                Number(110.0 + 19.5 / 32.0),
            ],
            &["io-thirty-seconds"],
        ),
    ];
    for (cells, expected, told) in cases {
        assert_eq!(column(cells, false), (expected.to_vec(), told.to_vec()), "{cells:?}");
    }
}

proptest::proptest! {
    #[test]
    fn a_flagged_column_is_read_and_told(
        cents in proptest::collection::vec(5_000_u32..15_000, 6..40), every in 3..8_usize, flag in 0..8_usize,
    ) {
        let flag = [" b", " p", "b", "r", "*", " (e)", " bp", " t"][flag];
        let value = |cents: &u32| format!("{}.{:02}", cents / 100, cents % 100);
        let cell = |(row, cents): (usize, &u32)| {
            if row % every == 1 { format!("{}{flag}", value(cents)) } else { value(cents) }
        };
        let cells: Vec<String> = cents.iter().enumerate().map(cell).collect();
        let refs: Vec<&str> = cells.iter().map(String::as_str).collect();
        let expected: Vec<Cell> = cents.iter().map(|cents| Number(f64::from(*cents) / 100.0)).collect();
        let (read, told) = column(&refs, false);
        proptest::prop_assert_eq!(read, expected);
        proptest::prop_assert_eq!(told, vec!["io-flags"]);
    }

    #[test]
    fn prices_in_parts_are_read_and_told(
        parts in proptest::collection::vec(100 * 128_u32..140 * 128, 12..40), style in 0..4_usize,
    ) {
        let cell = |part: &u32| {
            let (whole, quarters) = (part / 128, part % 128);
            let third = ["0", "2", "5", "7"][(quarters % 4) as usize];
            match style {
                0 => format!("{whole}-{:02}{third}", quarters / 4),
                1 => format!("{whole}'{:02}{third}", quarters / 4),
                2 => format!("{whole}'{}", quarters / 16),
                _ => format!("{whole} {quarters}/128"),
            }
        };
        let value = |part: &u32| if style == 2 { f64::from(part / 16) / 8.0 } else { f64::from(*part) / 128.0 };
        let cells: Vec<String> = parts.iter().map(cell).collect();
        let refs: Vec<&str> = cells.iter().map(String::as_str).collect();
        let expected: Vec<Cell> = parts.iter().map(|part| Number(value(part))).collect();
        let (read, told) = column(&refs, false);
        proptest::prop_assert_eq!(read, expected, "{:?}", cells);
        proptest::prop_assert_eq!(told.len(), 1);
    }
}

proptest::proptest! {
    #[test]
    fn a_number_reads_back_from_every_style(cents in -99_999_999_999_i64..99_999_999_999, style in 0..8_usize) {
        let plain = format!("{}.{:02}", cents.abs() / 100, cents.abs() % 100);
        let (whole, fraction) = plain.split_once('.').unwrap();
        let grouped = |mark: &str| {
            let start = whole.len() % 3;
            let head = (start > 0).then(|| whole[..start].to_owned());
            let tail = whole.as_bytes()[start..].chunks(3).map(|c| String::from_utf8(c.to_vec()).unwrap());
            head.into_iter().chain(tail).collect::<Vec<_>>().join(mark)
        };
        let arabic = |text: &str| -> String {
            let digit = |c: char| c.to_digit(10).and_then(|d| char::from_u32(0x660 + d)).unwrap_or(c);
            text.chars().map(digit).collect()
        };
        let (text, mark) = match style {
            0 => (plain.clone(), Mark::Point),
            1 => (format!("{whole},{fraction}"), Mark::Comma),
            2 => (format!("{},{fraction}", grouped(".")), Mark::Comma),
            3 => (format!("{}.{fraction}", grouped(",")), Mark::Point),
            4 => (format!("{},{fraction}", grouped("\u{202f}")), Mark::Comma),
            5 => (format!("{}.{fraction}", grouped("’")), Mark::Point),
            6 => (arabic(&format!("{}٫{fraction}", grouped("٬"))), Mark::Comma),
            _ => (format!("${}.{fraction}", grouped(",")), Mark::Point),
        };
        let value: f64 = plain.parse().unwrap();
        proptest::prop_assert_eq!(parse(&text, mark), Number(value), "{}", text);
        for minus in [format!("-{text}"), format!("−{text}"), format!("({text})"), format!("{text}-")] {
            proptest::prop_assert_eq!(parse(&minus, mark), Number(-value), "{}", minus);
        }
    }

    #[test]
    fn a_usual_number_is_the_nearest_double(mantissa in 0_u64..100_000_000_000_000, places in 0..9_usize) {
        let digits = format!("{mantissa:0>10}");
        let (whole, fraction) = digits.split_at(digits.len() - places);
        let text = format!("{whole}.{fraction}");
        proptest::prop_assert_eq!(parse(&text, Mark::Point), Number(text.parse().unwrap()));
    }
}
