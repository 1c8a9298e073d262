//! What `convert --raw` makes of one small table, spoiled in one way at a time: the kinds of
//! faults are those of Pollock (Vitagliano et al., PVLDB 16(8), 2023).

use std::fs;

use crate::io::{Control, raw};
use crate::model::Overrides;

const NAMES: &str = "Date,Time,Units,Price,Remark,Note\r\n";
const FIRST: &str = "13/01/2025,09:30,4,$10.50,\"thin, early\",\r\n";
const SECOND: &str = "14/01/2025,09:45,7,$11.25,\"a \"\"gap\"\" up\",\r\n";
const THIRD: &str = "15/01/2025,10:00,1,$9.80,\"two\r\nlines\",late\r\n";
const FOURTH: &str = "16/01/2025,10:15,3,$9.95,\"none, again\",\r\n";

/// The clean table, which is also what most spoiled ones give.
fn clean() -> String {
    [NAMES, FIRST, SECOND, THIRD, FOURTH].concat()
}

/// The clean table with one row in place of another.
fn with(row: &str, other: &str) -> String {
    assert!(clean().contains(row), "{row:?} is no row of the table");
    clean().replace(row, other)
}

fn written(text: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("table.csv");
    fs::write(&path, text).unwrap();
    let bytes = raw(&path, &Overrides::default(), &Control::unwatched()).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn check(cases: &[(&str, String, String)]) {
    for (fault, text, expected) in cases {
        assert_eq!(written(text), *expected, "{fault}");
    }
}

#[test]
fn faults_of_the_file() {
    let data = [FIRST, SECOND, THIRD, FOURTH].concat();
    let doubled = "Date Date,Time Time,Units Units,Price Price,Remark Remark,Note Note\r\n";
    let tripled = "Date Date Date,Time Time Time,Units Units Units,Price Price Price,Remark Remark Remark,\
                   Note Note Note\r\n";
    let narrow = "Date,Time,Units\r\n13/01/2025,09:30,4\r\n14/01/2025,09:45,7\r\n";
    let wide = "Date,Time,Units,Price,Remark,Note,More\r\n13/01/2025,09:30,4,$10.50,thin,,x\r\n";
    check(&[
        ("nothing", String::new(), String::new()),
        ("blank lines alone", "\r\n\r\n".to_owned(), String::new()),
        ("none", clean(), clean()),
        ("no final line break", clean().trim_end().to_owned(), clean()),
        ("two final line breaks", format!("{}\r\n", clean()), clean()),
        ("no names", data.clone(), data.clone()),
        ("two rows of names", format!("{NAMES}{}", clean()), format!("{doubled}{data}")),
        ("three rows of names", format!("{NAMES}{NAMES}{}", clean()), format!("{tripled}{data}")),
        ("words above", format!("Sales\r\nby hand\r\n{}", clean()), clean()),
        ("words and a gap above", format!("Sales, by hand\r\n\r\n{}", clean()), clean()),
        ("a copy of the table below", format!("{0}{0}", clean()), clean()),
        ("a copy behind empty cells", format!("{0},,,,,\r\n{0}", clean()), clean()),
        ("a narrower table below", format!("{}{narrow}", clean()), clean()),
        ("a wider table below", format!("{}{wide}", clean()), clean()),
        ("a table behind a gap", format!("{}\r\n{narrow}", clean()), clean()),
        ("names alone", NAMES.to_owned(), NAMES.to_owned()),
        ("one row", format!("{NAMES}{FIRST}"), format!("{NAMES}{FIRST}")),
    ]);
}

#[test]
fn other_characters_divide_and_quote_everything() {
    let spaced = "Date Time Units Price Remark Note\r\n\
                  13/01/2025 09:30 4 $10.50 \"thin, early\" \r\n\
                  14/01/2025 09:45 7 $11.25 \"a \"\"gap\"\" up\" \r\n\
                  15/01/2025 10:00 1 $9.80 \"two\r\nlines\" late\r\n\
                  16/01/2025 10:15 3 $9.95 \"none, again\" \r\n";
    let single = clean().replace("\"\"", "¤").replace('"', "'").replace('¤', "\"");
    let escaped = clean().replace("\"\"", "\\\"");
    let lines = |end: &str| clean().replace("\r\n", end);
    let kept = |end: &str| clean().replace("two\r\nlines", &format!("two{end}lines"));
    check(&[
        (
            "semicolons",
            clean().replace(',', ";").replace("thin;", "thin,").replace("none;", "none,"),
            clean(),
        ),
        ("tabs", clean().replace(',', "\t").replace("thin\t", "thin,").replace("none\t", "none,"), clean()),
        ("bars", clean().replace(',', "|").replace("thin|", "thin,").replace("none|", "none,"), clean()),
        ("comma and blank", clean().replace(',', ", ").replace(",  ", ", "), clean()),
        ("blanks", spaced.to_owned(), clean()),
        ("apostrophes", single, clean()),
        ("backslashes", escaped, clean()),
        ("line feeds", lines("\n"), kept("\n")),
        ("carriage returns", lines("\r"), kept("\r")),
    ]);
}

#[test]
fn rows_with_a_delimiter_too_few_or_too_many() {
    let cases = [
        ("names, too few", NAMES, "DateTime,Units,Price,Remark,Note\r\n"),
        ("names, too many", NAMES, "Date,,Time,Units,Price,Remark,Note\r\n"),
        ("first, too few", FIRST, "13/01/202509:30,4,$10.50,\"thin, early\",\r\n"),
        ("first, too many at its start", FIRST, ",13/01/2025,09:30,4,$10.50,\"thin, early\",\r\n"),
        ("first, too many inside", FIRST, "13/01/2025,09:30,,4,$10.50,\"thin, early\",\r\n"),
        ("third, too few", THIRD, "15/01/2025,10:00,1$9.80,\"two\r\nlines\",late\r\n"),
        ("last, too many", FOURTH, "16/01/2025,10:15,3,$9.95,\"none, again\",,\r\n"),
    ];
    // Such a row stays as it is: nobody knows which of its cells is wrong.
    check(&cases.map(|(fault, row, other)| (fault, with(row, other), with(row, other))));
}

#[test]
fn marks_too_many_cost_their_own_cell() {
    check(&[
        (
            "at the start of a name",
            with(NAMES, "\"Date,Time,Units,Price,Remark,Note\r\n"),
            with(NAMES, "\"\"\"Date\",Time,Units,Price,Remark,Note\r\n"),
        ),
        (
            "at the start of the first date",
            with(FIRST, "\"13/01/2025,09:30,4,$10.50,\"thin, early\",\r\n"),
            with(FIRST, "\"\"\"13/01/2025\",09:30,4,$10.50,\"thin, early\",\r\n"),
        ),
        (
            "at the start of a quoted cell",
            with(FIRST, "13/01/2025,09:30,4,$10.50,\"\"thin, early\",\r\n"),
            with(FIRST, "13/01/2025,09:30,4,$10.50,\"\"\"thin, early\",\r\n"),
        ),
        (
            "in an empty cell",
            with(FIRST, "13/01/2025,09:30,4,$10.50,\"thin, early\",\"\r\n"),
            with(FIRST, "13/01/2025,09:30,4,$10.50,\"thin, early\",\"\"\"\"\r\n"),
        ),
        (
            "inside a cell",
            with(SECOND, "14/01/2025,09:45,7,$11\".25,\"a \"\"gap\"\" up\",\r\n"),
            with(SECOND, "14/01/2025,09:45,7,\"$11\"\".25\",\"a \"\"gap\"\" up\",\r\n"),
        ),
        (
            "inside a quoted cell",
            with(FIRST, "13/01/2025,09:30,4,$10.50,\"thin, \"early\",\r\n"),
            with(FIRST, "13/01/2025,09:30,4,$10.50,\"thin, \"\"early\",\r\n"),
        ),
        (
            "at the end of a cell",
            with(SECOND, "14/01/2025,09:45,7\",$11.25,\"a \"\"gap\"\" up\",\r\n"),
            with(SECOND, "14/01/2025,09:45,\"7\"\"\",$11.25,\"a \"\"gap\"\" up\",\r\n"),
        ),
    ]);
}

#[test]
fn a_row_unlike_the_others_is_read_by_its_own_characters() {
    check(&[
        ("semicolons", with(SECOND, &SECOND.replace(',', ";")), clean()),
        ("tabs", with(SECOND, &SECOND.replace(',', "\t")), clean()),
        ("names between blanks", with(NAMES, "Date Time Units Price Remark Note\r\n"), clean()),
        ("apostrophes in one cell", with(FIRST, "13/01/2025,09:30,4,$10.50,'thin, early',\r\n"), clean()),
        (
            "apostrophes in all names",
            with(NAMES, "'Date','Time','Units','Price','Remark','Note'\r\n"),
            clean(),
        ),
        ("backslashes", with(SECOND, "14/01/2025,09:45,7,$11.25,\"a \\\"gap\\\" up\",\r\n"), clean()),
        ("a line feed", with(SECOND, &SECOND.replace("\r\n", "\n")), clean()),
    ]);
}

#[test]
fn a_sentence_above_is_not_torn_into_names() {
    let title = "All prices are of the morning\r\n";
    let data = [FIRST, SECOND, THIRD, FOURTH].concat();
    assert_eq!(title.split_whitespace().count(), 6, "as many words as the table has columns");
    assert_eq!(written(&format!("{title}{data}")), data);
}

#[test]
fn a_file_that_cannot_be_read_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("picture.csv");
    fs::write(&path, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01").unwrap();
    assert!(raw(&path, &Overrides::default(), &Control::unwatched()).is_err());
}
