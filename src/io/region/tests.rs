//! Texts with everything that stands around a table, and where the table is found in them.

use super::*;
use crate::io::control::Control;
use crate::io::report::Report;
use crate::io::{dialect, split};

/// Every region of a text by the lines of its block, its names and its rows.
fn found(text: &str) -> Vec<String> {
    let dialect = dialect::find(text, None, &mut Report::default()).unwrap();
    let (grid, _) = split::split(text, dialect, &Control::unwatched()).unwrap();
    let lines = |rows: &Range<usize>| match rows.clone().last() {
        Some(last) => format!("{}-{}", grid.row(rows.start).line, grid.row(last).line),
        None => "none".to_owned(),
    };
    let written = |region: &Region| {
        format!("block {} names {} rows {}", lines(&region.block), lines(&region.header), lines(&region.body))
    };
    regions(&grid).iter().map(written).collect()
}

/// A text and the regions that it has.
type Case = (&'static str, &'static [&'static str]);

const CASES: &[Case] = &[
    ("date,close\n2025-01-24,1.5\n2025-01-27,1.6\n", &["block 1-3 names 1-1 rows 2-3"]),
    // No names.
    ("2025-01-24,1.5\n2025-01-27,1.6\n", &["block 1-2 names none rows 1-2"]),
    ("1.5\n1.6\n1.7\n", &["block 1-3 names none rows 1-3"]),
    // Words above, with and without a gap.
    (
        "Prices of a share\nas they were\ndate,close\n2025-01-24,1.5\n2025-01-27,1.6\n",
        &["block 1-5 names 3-3 rows 4-5"],
    ),
    (
        "Prices of a share\n\n\ndate,close\n2025-01-24,1.5\n2025-01-27,1.6\n",
        &["block 1-6 names 4-4 rows 5-6"],
    ),
    // Labels and what they stand for.
    (
        "Security,NVDA\nStart,2025-01-24\n\ndate,open,close\n2025-01-24,1.5,1.5\n2025-01-27,1.6,1.5\n",
        &["block 1-6 names 4-4 rows 5-6"],
    ),
    // Several rows of names.
    (
        ",A,A,B,B\nDate,Open,Close,Open,Close\n2025-01-24,1.5,1.6,2.5,2.6\n2025-01-27,1.5,1.6,2.5,2.6\n",
        &["block 1-4 names 1-2 rows 3-4"],
    ),
    (
        "Price,Close,Open\nTicker,A,A\nDate,,\n2025-01-24,1.5,1.6\n2025-01-27,1.5,1.6\n",
        &["block 1-5 names 1-3 rows 4-5"],
    ),
    ("date,close\n(day),(USD)\n2025-01-24,1.5\n2025-01-27,1.6\n", &["block 1-4 names 1-2 rows 3-4"]),
    // The same names twice are one row of names.
    ("date,close\ndate,close\n2025-01-24,1.5\n2025-01-27,1.6\n", &["block 1-4 names 2-2 rows 3-4"]),
    // Words, sums and empty rows below.
    ("date,close\n2025-01-24,1.5\n2025-01-27,1.6\nSource: us\n", &["block 1-4 names 1-1 rows 2-3"]),
    ("date,close\n2025-01-24,1.5\n2025-01-27,1.6\n\nMean,1.55\n", &["block 1-5 names 1-1 rows 2-3"]),
    ("date,close\n2025-01-24,1.5\n2025-01-27,1.6\n,\n,\n,\n,\n,\n,\n", &["block 1-9 names 1-1 rows 2-3"]),
    // Two tables, by a gap and other names, or by a caption and the same ones.
    (
        "date,close\n2025-01-24,1.5\n2025-01-27,1.6\n\nmonth,return\n2025-01,1.5\n2025-02,1.6\n",
        &["block 1-3 names 1-1 rows 2-3", "block 5-7 names 5-5 rows 6-7"],
    ),
    (
        "date,close\n2025-01-24,1.5\n2025-01-27,1.6\n\nAnnual\ndate,close\n2024,1.5\n2025,1.6\n",
        &["block 1-3 names 1-1 rows 2-3", "block 5-8 names 6-6 rows 7-8"],
    ),
    // The same names behind a gap go on with the table.
    (
        "date,close\n2025-01-24,1.5\n2025-01-27,1.6\n\ndate,close\n2025-01-28,1.5\n2025-01-29,1.6\n",
        &["block 1-7 names 1-1 rows 2-7"],
    ),
    // Years and days across.
    ("name,code,2020,2021,2022\nA,a,1.5,1.6,1.7\nB,b,1.5,1.6,1.7\n", &["block 1-3 names 1-1 rows 2-3"]),
    ("name,2024.11.12,2024.11.13\nA,1.5,1.6\nB,1.5,1.6\n", &["block 1-3 names 1-1 rows 2-3"]),
    // Words alone.
    ("a,b\nc,d\n", &["block 1-2 names 1-1 rows 2-2"]),
    ("a line of prose\n", &[]),
];

#[test]
fn tables_are_found_among_what_stands_around_them() {
    let wrong: Vec<String> = CASES
        .iter()
        .map(|(text, expected)| (text, found(text), expected))
        .filter(|(_, found, expected)| found != *expected)
        .map(|(text, found, expected)| format!("{text}found {found:?}\nmeant {expected:?}\n\n"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.concat());
}

#[test]
fn a_chosen_line_names_the_columns_whatever_stands_above() {
    let text = "a,b\ndate,close\n2025-01-24,1.5\n2025-01-27,1.6\nSource: us\n";
    let dialect = dialect::find(text, None, &mut Report::default()).unwrap();
    let (grid, _) = split::split(text, dialect, &Control::unwatched()).unwrap();
    let region = region_under(&grid, 2).unwrap();
    assert_eq!((region.header, region.body), (1..2, 2..4));
    assert_eq!(region_under(&grid, 9), None);
    let unnamed = region_unnamed(&grid);
    assert_eq!((unnamed.header, unnamed.body), (2..2, 2..4));
}
