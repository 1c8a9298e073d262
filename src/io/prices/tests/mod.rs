//! Price tables of every shape, from text to series, with what import says about each.

use std::fmt::Write as _;
use std::path::Path;

use crate::io::{ContentProblem, Control, ReadError, read_bytes};
use crate::model::{Content, Loaded, Overrides, WarningKind};

mod abroad;
mod agencies;
mod charts;
mod columns;
mod damage;
mod doubts;
mod exchanges;
mod forms;
mod languages;
mod shapes;
mod vendors;

/// A text and all that must be read in it.
struct Case {
    /// Name of the file.
    file: &'static str,
    text: &'static str,
    /// Each series with its closes: `NVDA 2025-01-24 142.62 2025-01-27 118.42`.
    series: &'static [&'static str],
    /// Assumptions as `key=value`, `key~value` where it is not certain.
    assumed: &'static [&'static str],
    /// Every warning there is, once each, in alphabetical order.
    warned: &'static [&'static str],
}

/// Reads every case and tells all that differ.
fn check(cases: &[Case]) {
    let mut wrong = String::new();
    for case in cases {
        let read = read_bytes(
            Path::new(case.file),
            case.text.as_bytes(),
            &Overrides::default(),
            &Control::unwatched(),
        );
        let loaded = match read {
            Ok(loaded) if matches!(loaded.content, Content::Prices(_)) => loaded,
            Ok(loaded) => {
                let _ = write!(wrong, "{}: {:?}\n{}\n", case.file, loaded.content, case.text);
                continue;
            }
            Err(error) => {
                let _ = write!(wrong, "{}: {error:?}\n{}\n", case.file, case.text);
                continue;
            }
        };
        let series: Vec<String> = closes(&loaded).into_iter().map(written).collect();
        let assumed: Vec<String> = loaded
            .assumptions
            .iter()
            .map(|a| format!("{}{}{}", a.key, if a.certain { '=' } else { '~' }, a.value))
            .collect();
        let mut warned: Vec<&str> = loaded.warnings.iter().map(|w| w.message.key).collect();
        warned.sort_unstable();
        warned.dedup();
        let missing: Vec<&&str> =
            case.assumed.iter().filter(|wanted| !assumed.iter().any(|found| found == **wanted)).collect();
        if series != case.series || !missing.is_empty() || warned != case.warned {
            let _ = write!(
                wrong,
                "{}\n{}  read: {series:?}\n  meant: {:?}\n  warned {warned:?} meant {:?}\n  lacks {missing:?} in {assumed:?}\n\n",
                case.file, case.text, case.series, case.warned
            );
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// A series as cases write it.
fn written((name, rows): (String, Vec<(String, f64)>)) -> String {
    rows.iter().fold(name, |text, (stamp, close)| format!("{text} {stamp} {close}"))
}

fn load(text: &str) -> Loaded {
    read_bytes(Path::new("NVDA.csv"), text.as_bytes(), &Overrides::default(), &Control::unwatched()).unwrap()
}

fn problem(text: &str) -> ContentProblem {
    match read_bytes(Path::new("NVDA.csv"), text.as_bytes(), &Overrides::default(), &Control::unwatched()) {
        Err(ReadError::Content { problem, .. }) => problem,
        other => panic!("{other:?}"),
    }
}

/// Name and (date, close) of every series.
fn closes(loaded: &Loaded) -> Vec<(String, Vec<(String, f64)>)> {
    let Content::Prices(series) = &loaded.content else { panic!("{:?}", loaded.content) };
    series
        .iter()
        .map(|(info, bars)| {
            let columns = bars.columns();
            let rows = columns.stamps.iter().map(ToString::to_string).zip(columns.close.iter().copied());
            (info.series.clone(), rows.collect())
        })
        .collect()
}

fn one(text: &str) -> Vec<(String, f64)> {
    let series = closes(&load(text));
    assert_eq!(series.len(), 1, "{series:?}");
    series[0].1.clone()
}

fn value(loaded: &Loaded, key: &str) -> Option<(String, bool)> {
    loaded.assumptions.iter().find(|a| a.key == key).map(|a| (a.value.clone(), a.certain))
}

fn keys(loaded: &Loaded) -> Vec<(Option<u64>, WarningKind, &'static str)> {
    loaded.warnings.iter().map(|w| (w.line, w.kind, w.message.key)).collect()
}

#[test]
fn the_same_two_days_in_the_ways_of_many_sources() {
    let texts = [
        "Date,Open,High,Low,Close,Volume\n2025-01-24,148.37,148.97,141.88,142.62,1\n2025-01-27,124.8,128.4,116.7,118.42,2\n",
        "Date,Close/Last,Volume,Open,High,Low\n01/27/2025,$118.42,2,$124.80,$128.40,$116.70\n01/24/2025,$142.62,1,$148.37,$148.97,$141.88\n",
        "Date, Close/Last, Volume, Open\n01/27/2025, $118.42, 2, $124.80\n01/24/2025, $142.62, 1, $148.37\n",
        "\u{feff}\"Date\",\"Price\",\"Open\",\"Vol.\",\"Change %\"\n\"27/01/2025\",\"118.42\",\"124.80\",\"818.83M\",\"-16.97%\"\n\"24/01/2025\",\"142.62\",\"148.37\",\"234.66M\",\"-3.12%\"\n",
        "Datum;Open;Close\n24.01.2025;148,37;142,62\n27.01.2025;124,80;118,42\n",
        "timestamp\topen\tclose\n2025-01-27T00:00:00-05:00\t124.8\t118.42\n2025-01-24T00:00:00-05:00\t148.37\t142.62\n",
        "date,1. open,4. close\n20250127,124.8,118.42\n20250124,148.37,142.62\n",
        "Date,Adj Close,Close\nJan 24, 2025,1,2\n",
        "2025-01-24,148.37,148.97,141.88,142.62,234657000\n2025-01-27,124.8,128.4,116.7,118.42,818830900\n",
        "date,close\n24-Jan-25,142.62\n27-Jan-25,118.42\n",
    ];
    let expected = [("2025-01-24".to_owned(), 142.62), ("2025-01-27".to_owned(), 118.42)];
    for text in texts.iter().filter(|text| !text.contains("Jan 24, 2025,")) {
        assert_eq!(one(text), expected, "{text}");
    }
    // A date whose comma stands outside quotation marks is put together again.
    assert_eq!(one(texts[7]), [("2025-01-24".to_owned(), 2.0)]);
}

#[test]
fn several_series_in_one_file() {
    let long = "date,ticker,close\n2025-01-24,NVDA,142.62\n2025-01-24,MU,103.19\n2025-01-27,NVDA,118.42\n2025-01-27,MU,91.11\n";
    let wide = "date,NVDA,MU\n2025-01-24,142.62,103.19\n2025-01-27,118.42,91.11\n";
    let pandas = ",NVDA,MU\n2025-01-24,142.62,103.19\n2025-01-27,118.42,91.11\n";
    for (text, shape) in [(long, "long"), (wide, "wide"), (pandas, "wide")] {
        let loaded = load(text);
        let expected = [("NVDA", [142.62, 118.42]), ("MU", [103.19, 91.11])];
        let found: Vec<_> = closes(&loaded).into_iter().map(|(n, r)| (n, [r[0].1, r[1].1])).collect();
        assert_eq!(found, expected.map(|(name, closes)| (name.to_owned(), closes)), "{text}");
        assert_eq!(value(&loaded, "shape"), Some((shape.to_owned(), true)));
    }
}

#[test]
fn assumptions_say_what_was_decided() {
    let loaded = load("Vendor file\nDate;Close;Volume\n28.01.2025;1.128,99;10\n27.01.2025;1.118,42;20\n");
    let expected = [
        ("encoding", "UTF-8", true),
        ("delimiter", ";", true),
        ("header_line", "2", true),
        ("preamble_lines", "1", true),
        ("date_column", "Date", true),
        ("close_column", "Close", true),
        ("date_order", "DMY", true),
        ("decimal", ",", true),
        ("thousands", ".", true),
        ("order", "descending", true),
        ("name", "NVDA", true),
    ];
    let found: Vec<_> = loaded.assumptions.iter().map(|a| (a.key, a.value.as_str(), a.certain)).collect();
    assert_eq!(found, expected);
    assert_eq!(keys(&loaded), [(Some(1), WarningKind::Skipped, "io-skipped-preamble")]);
}

#[test]
fn what_is_open_is_said() {
    let cases = [
        ("date,close\n03/04/2025,1.5\n", "date_order", "MDY", "io-open-date-order"),
        ("date;close\n03/04/2025;1,5\n", "date_order", "DMY", "io-open-date-order"),
        ("date;close\n2025-04-03;1.234\n", "decimal", ",", "io-open-decimal"),
        ("date\tclose\n2025-04-03\t1,234\n", "decimal", ".", "io-open-decimal"),
        ("2025-04-03,1.5\n", "close_column", "2", "io-no-header-assumed"),
        ("date,adj close\n2025-04-03,1.5\n", "close_column", "adj close", "io-adjusted-as-close"),
    ];
    for (text, key, decided, warning) in cases {
        let loaded = load(text);
        assert_eq!(value(&loaded, key), Some((decided.to_owned(), false)), "{text}");
        assert!(
            keys(&loaded).iter().any(|(_, kind, key)| *kind == WarningKind::Ambiguous && *key == warning),
            "{text}"
        );
    }
}

#[test]
fn three_digits_behind_a_mark_are_never_a_silent_factor_of_a_thousand() {
    // Closes and volumes by row; whether the decimal mark is certain.
    type Case<'a> = (&'a str, &'a [f64], &'a [f64], bool);
    let cases: &[Case] = &[
        ("Date,Close\n2025-01-24,1000\n2025-01-27,\"1,234\"\n", &[1000.0, 1234.0], &[], false),
        ("Datum;Close\n24.01.2025;1000\n27.01.2025;1.234\n", &[1000.0, 1234.0], &[], false),
        (
            "Date,Close,Volume\n2025-01-24,142.62,1000\n2025-01-27,118.42,\"1,234\"\n",
            &[142.62, 118.42],
            &[1000.0, 1234.0],
            true,
        ),
        (
            "Datum;Close;Volume\n24.01.2025;142,62;1000\n27.01.2025;118,42;1.234\n",
            &[142.62, 118.42],
            &[1000.0, 1234.0],
            true,
        ),
        (
            "Date,Close,Volume\n2025-01-24,142,\"1,234\"\n2025-01-27,118,\"1,235\"\n",
            &[142.0, 118.0],
            &[1234.0, 1235.0],
            false,
        ),
        (
            "Datum;Close;Volume\n24.01.2025;142;1,234\n27.01.2025;118;1,235\n",
            &[142.0, 118.0],
            &[1234.0, 1235.0],
            false,
        ),
    ];
    for (text, closes, volumes, is_certain) in cases {
        let loaded = load(text);
        let Content::Prices(series) = &loaded.content else { panic!("{text}") };
        let columns = series[0].1.columns();
        assert_eq!((columns.close.as_slice(), columns.volume.as_slice()), (*closes, *volumes), "{text}");
        assert_eq!(value(&loaded, "decimal").map(|(_, certain)| certain), Some(*is_certain), "{text}");
        let is_said = keys(&loaded).iter().any(|(_, _, key)| *key == "io-open-decimal");
        assert_eq!(is_said, !is_certain, "{text}");
    }
}

#[test]
fn tickers_that_mean_a_price_elsewhere_are_series() {
    // Header, series, whether the shape is certain.
    let cases: &[(&str, &[&str], bool)] = &[
        ("Date,AAPL,V,MSFT,C", &["AAPL", "V", "MSFT", "C"], true),
        ("Date,HD,LOW", &["HD", "LOW"], false),
        ("Date,HD,OPEN,ZG", &["HD", "OPEN", "ZG"], false),
        ("Date,O,C", &["O", "C"], false),
        ("Date,3M,Apple", &["3M", "Apple"], true),
        ("Date,7203,6758", &["7203", "6758"], true),
    ];
    for (header, expected, is_certain) in cases {
        let text = format!("{header}\n2025-01-24{0}\n2025-01-27{0}\n", ",1.5".repeat(expected.len()));
        let loaded = load(&text);
        let names: Vec<String> = closes(&loaded).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, *expected, "{text}");
        assert_eq!(value(&loaded, "shape"), Some(("wide".to_owned(), *is_certain)), "{text}");
        let doubts = keys(&loaded).iter().filter(|(_, _, key)| *key == "io-word-as-series").count();
        assert_eq!(doubts == 0, *is_certain, "{text}");
    }
    let letters = load("t,o,h,l,c,v\n2025-01-24,1,3,1,2,10\n2025-01-27,1,3,1,2,20\n");
    assert_eq!((closes(&letters).len(), value(&letters, "shape")), (1, None));
}

#[test]
fn sessions_are_days_of_the_file() {
    let cases = [
        ("2025-01-24 10:00:00+11:00,1\n2025-01-24 16:00:00+11:00,2\n2025-01-28 10:00:00+11:00,3\n", [24, 28]),
        ("2025-01-27 09:30:00-05:00,1\n2025-01-27 19:59:00-05:00,2\n2025-01-28 09:30:00-05:00,3\n", [27, 28]),
        ("1737986400,1\n1738004399,2\n1738072800,3\n", [27, 28]),
    ];
    for (rows, expected) in cases {
        let loaded = load(&format!("Datetime,Close\n{rows}"));
        let Content::Prices(series) = &loaded.content else { panic!("{rows}") };
        let days: Vec<i8> = series[0].1.days().iter().map(|(day, _)| day.day()).collect();
        assert_eq!(days, expected, "{rows}");
        assert!(closes(&loaded)[0].1.iter().all(|(stamp, _)| stamp.ends_with('Z')), "{rows}");
    }
    let daily = load("time,close\n1737676800,142.62\n1737936000,118.42\n");
    let expected = [("2025-01-24".to_owned(), 142.62), ("2025-01-27".to_owned(), 118.42)];
    assert_eq!(closes(&daily)[0].1, expected);
    assert_eq!(value(&daily, "date_order"), Some(("epoch_s".to_owned(), true)));
}

#[test]
fn a_row_without_a_close_gives_way_to_one_that_has_it() {
    let loaded = load("date,open,close\n2025-01-24,1,142.62\n2025-01-27,1,118.42\n2025-01-27,2,\n");
    let expected = [("2025-01-24".to_owned(), 142.62), ("2025-01-27".to_owned(), 118.42)];
    assert_eq!(closes(&loaded)[0].1, expected);
    assert_eq!(keys(&loaded), [(Some(4), WarningKind::Duplicate, "io-duplicate-date")]);
}

#[test]
fn rows_that_do_not_hold_are_left_out_and_named() {
    let text = "date,open,high,low,close\n\
                2025-01-22,1,2,1,1.5\n\
                2025-01-23,1,2,1,abc\n\
                2025-02-30,1,2,1,1.5\n\
                2025-01-24,x,2,1,1.5\n\
                2025-01-27,null,null,null,null\n\
                2025-01-28,1,2,1\n\
                2025-01-29,1,2,3,1.5\n\
                2025-01-30,1,2,1,1.5\n\
                2025-01-30,1,2,1,1.75\n\
                2025-01-31,1,2,1,1.5\n";
    let loaded = load(text);
    let found: Vec<(String, f64)> = closes(&loaded)[0].1.clone();
    let days: Vec<&str> = found.iter().map(|(day, _)| day.as_str()).collect();
    assert_eq!(days, ["2025-01-22", "2025-01-24", "2025-01-27", "2025-01-29", "2025-01-30", "2025-01-31"]);
    assert!(found[2].1.is_nan(), "a day without a price stays one");
    assert_eq!(found[4], ("2025-01-30".to_owned(), 1.75));
    assert_eq!(loaded.rows, 10);
    let expected = [
        (Some(7), WarningKind::Ragged, "io-ragged"),
        (Some(3), WarningKind::Number, "io-bad-number"),
        (Some(4), WarningKind::Date, "io-bad-date"),
        (Some(5), WarningKind::Number, "io-bad-number"),
        (Some(6), WarningKind::Skipped, "io-rows-without-value"),
        (Some(9), WarningKind::Duplicate, "io-duplicate-date"),
        (Some(8), WarningKind::Inconsistent, "io-inconsistent"),
    ];
    assert_eq!(keys(&loaded), expected);
}

#[test]
fn extra_columns_are_named_and_make_no_series() {
    let loaded =
        load("time,open,close,RSI,Dividends,note\n2025-01-24,1,2,55.5,0,a\n2025-01-27,1,2,40.1,0,b\n");
    assert_eq!(closes(&loaded).len(), 1);
    assert_eq!(value(&loaded, "ignored_columns"), Some(("RSI, Dividends".to_owned(), true)));
}

#[test]
fn dates_and_times_in_two_columns_are_one_stamp() {
    let text =
        "<TICKER>,<DATE>,<TIME>,<CLOSE>\nNVDA.US,20250127,09:30:00,124.8\nNVDA.US,20250127,16:00:00,118.42\n";
    let loaded = load(text);
    let expected = [("2025-01-27T09:30:00".to_owned(), 124.8), ("2025-01-27T16:00:00".to_owned(), 118.42)];
    assert_eq!(closes(&loaded), [("NVDA.US".to_owned(), expected.to_vec())]);
}

#[test]
fn files_without_anything_usable_say_why() {
    let cases = [
        ("", ContentProblem::Empty),
        ("just a line of prose", ContentProblem::NoColumns),
        ("date,open,high,low\n2025-01-24,1,2,1\n", ContentProblem::NoClose),
        ("date,comment\n2025-01-24,calm\n", ContentProblem::NoNumbers),
        ("day of week,open,close\nMonday,1,2\nTuesday,1,2\n", ContentProblem::NoDates),
        ("2025-01-24,9.5,1.5,2.5,3.5\n2025-01-27,3.5,9.5,1.5,2.5\n", ContentProblem::NoHeader),
        (
            "date,ticker,foo,bar\n2025-01-24,NVDA,1,2\n",
            ContentProblem::UnnamedClose { columns: "foo, bar".to_owned() },
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(problem(text), expected, "{text}");
    }
    let broken = "date,close\n2025-01-24,1\n2025-01-27,1,5\n2025-01-28,1,5\n2025-01-29,1,5\n";
    let expected = ContentProblem::TornRows { bad: 3, rows: 4, names: 2, line: 3 };
    assert_eq!(problem(broken), expected);
    // A bad date above the first row of the wrong length, and such rows alone.
    let good = "2025-01-27,1\n".repeat(3);
    let mixed = format!("date,close\n2025-02-30,1\n{good}{}", "2025-01-28,1,5\n".repeat(4));
    let expected = ContentProblem::MostlyBroken { bad: 5, rows: 8, line: 2, cell: "2025-02-30".to_owned() };
    assert_eq!(problem(&mixed), expected);
    let ragged = "date,close\n2025-01-24,1,5\n2025-01-27,1,5\n";
    let expected = ContentProblem::TornRows { bad: 2, rows: 2, names: 2, line: 2 };
    assert_eq!(problem(ragged), expected);
}

#[test]
fn a_name_over_merged_cells_is_that_of_the_rows_below_it() {
    let text = "ticker,date,close\nNVDA,2025-01-24,142.62\n,2025-01-27,118.42\n,2025-01-28,128.99\n\
                MU,2025-01-24,103.19\n,2025-01-27,91.11\n,2025-01-28,91.25\n";
    let loaded = load(text);
    let found: Vec<(String, usize)> =
        closes(&loaded).into_iter().map(|(name, rows)| (name, rows.len())).collect();
    assert_eq!(found, [("NVDA".to_owned(), 3), ("MU".to_owned(), 3)]);
    assert_eq!(keys(&loaded), [(Some(2), WarningKind::Ambiguous, "io-names-of-groups")]);
}

#[test]
fn where_nothing_decides_the_language_guesses_the_order_of_dates() {
    for (names, order) in [("Date,Close", "MDY"), ("Datum,Schluss", "DMY"), ("Data,Último", "DMY")] {
        let loaded = load(&format!("{names}\n03/04/2025,1.5\n"));
        assert_eq!(value(&loaded, "date_order"), Some((order.to_owned(), false)), "{names}");
    }
}

#[test]
fn no_bytes_bring_a_read_down() {
    // A fixed sequence of pieces that mean something to a reader, in every order that it gives.
    let pieces = [
        "date",
        "close",
        "2025-01-27",
        "27/01/25",
        "1,234.5",
        "\"",
        "\n",
        "\r\n",
        ",",
        ";",
        "\t",
        "-",
        "é",
        "Jan",
        "09:30",
        "+05:00",
        "NVDA",
        "",
        " ",
        "%",
        "(",
        "1e400",
        "\u{feff}",
        "model",
        "gpqa",
        "series,name,role",
        "𝟙",
    ];
    let mut state = 1_u64;
    for _ in 0..3000 {
        let mut text = String::new();
        for _ in 0..40 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text.push_str(pieces[(state >> 33) as usize % pieces.len()]);
        }
        let read =
            read_bytes(Path::new("x.csv"), text.as_bytes(), &Overrides::default(), &Control::unwatched());
        if let Err(error) = read {
            assert!(!error.message().key.is_empty());
        }
    }
}
