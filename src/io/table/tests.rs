//! Names, rows and columns of tables.

use super::*;

#[test]
fn names_and_rows_are_kept() {
    // Names, rows kept, rows left out for their cells.
    type Case<'a> = (&'a str, &'a [&'a str], usize, usize);
    let cases: &[Case] = &[
        ("date,close\n2025-01-24,1.5\n2025-01-27,1.6\n", &["date", "close"], 2, 0),
        // Trailing marks, in the names too or not.
        ("date,close,\n2025-01-24,1.5,\n2025-01-27,1.6,\n", &["date", "close"], 2, 0),
        ("date,close\n2025-01-24,1.5,\n2025-01-27,1.6,\n", &["date", "close"], 2, 0),
        // A cell without a name behind the others, and one before them.
        ("date,close\n2025-01-24,1.5,2.5\n2025-01-27,1.6,2.6\n", &["date", "close", ""], 2, 0),
        ("open,close\n2025-01-24,1.5,2.5\n2025-01-27,1.6,2.6\n", &["", "open", "close"], 2, 0),
        // More names than cells.
        ("date,close,open,low\n2025-01-24,1.5\n2025-01-27,1.6\n", &["date", "close"], 2, 0),
        // What a decimal comma tore apart has no names.
        ("date,close\n2025-01-24,1,5\n2025-01-27,1,6\n", &["date", "close"], 0, 2),
        // Two rows of names are one name a column, no word twice.
        (
            "Date,Close,Open\n,A,A\n2025-01-24,1.5,1.6\n2025-01-27,1.5,1.6\n",
            &["Date", "Close A", "Open A"],
            2,
            0,
        ),
        // A short row, a repeated header and an empty row.
        (
            "date,open,close\n2025-01-24,1.5,1.6\n2025-01-27\n2025-01-28,1.5,1.6\ndate,open,close\n,,\n2025-01-29,1.5,1.6\n",
            &["date", "open", "close"],
            3,
            1,
        ),
    ];
    for (text, names, rows, ragged) in cases {
        let table = of_text(text);
        assert_eq!(table.names, *names, "{text}");
        assert_eq!((table.len(), table.ragged), (*rows, *ragged), "{text}");
    }
}

#[test]
fn the_column_of_dates_is_found_by_name_and_by_cells() {
    let cases = [
        ("close,date\n1.5,2025-01-24\n1.6,2025-01-27\n", Some((1, true))),
        ("close,x\n1.5,2025-01-24\n1.6,2025-01-27\n", Some((1, false))),
        // A readable date before a count of time, whichever is called so.
        ("unix,date,close\n1737676800,2025-01-24,1.5\n1737936000,2025-01-27,1.6\n", Some((1, true))),
        ("time,x,close\n1737676800,2025-01-24,1.5\n1737936000,2025-01-27,1.6\n", Some((1, false))),
        ("index,close\n20250124,1.5\n20250127,1.6\n", Some((0, false))),
        ("open,close\n1.5,1.6\n1.6,1.7\n", None),
    ];
    for (text, expected) in cases {
        let found = of_text(text).date_column().map(|date| (date.column, date.is_named));
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn rows_are_found_by_their_line() {
    let table = of_text("date,close\n2025-01-24,1.5\n\n2025-01-27,1.6\n");
    assert_eq!(table.record_on(4).cell(1), "1.6");
    assert_eq!((table.record_on(3).width(), table.record(9).width()), (0, 0));
    assert_eq!(table.cells(1).collect::<Vec<_>>(), ["1.5", "1.6"]);
}
