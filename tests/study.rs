//! `richter study`, by running the program.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Output;

use common::{code, err, out, richter};
use serde_json::Value;

fn study(args: &[&str]) -> Output {
    richter(&[&["study"], args].concat())
}

fn json(args: &[&str]) -> Value {
    let output = study(&[args, &["--json"]].concat());
    assert_eq!(code(&output), 0, "{}", err(&output));
    serde_json::from_str(out(&output)).unwrap()
}

fn series<'a>(report: &'a Value, name: &str) -> &'a Value {
    report["series"].as_array().unwrap().iter().find(|line| line["name"] == name).unwrap()
}

fn near(found: &Value, expected: f64, within: f64) {
    let found = found.as_f64().unwrap();
    assert!((found - expected).abs() < within, "{found} {expected}");
}

/// Daily closes that go to and fro, one file a series.
fn write_prices(folder: &Path, name: &str, change: impl Fn(u32) -> f64) -> String {
    let mut text = "Date,Close\n".to_owned();
    let mut close = 100.0;
    for place in 0..200_u32 {
        close *= 1.0 + change(place);
        let day = jiff::civil::date(2025, 1, 1).saturating_add(jiff::Span::new().days(place));
        writeln!(text, "{day},{close:.6}").unwrap();
    }
    let path = folder.join(format!("{name}.csv"));
    fs::write(&path, text).unwrap();
    path.display().to_string()
}

fn wave(place: u32, step: u32) -> f64 {
    f64::from(place * step % 17) / 1000.0 - 0.008
}

#[test]
fn the_sample_is_studied_as_the_facts_have_it() {
    let report = json(&[]);
    assert_eq!((&report["index"], &report["model"]), (&"NDX".into(), &"market".into()));
    assert_eq!(report["event"]["date"], "2025-01-27");
    let window = &report["window"];
    assert_eq!((window[0].as_i64(), window[1].as_i64()), (Some(0), Some(0)));
    assert_eq!(report["estimation"]["sessions"], 120);
    let nvda = series(&report, "NVDA");
    assert_eq!((&nvda["base_date"], nvda["base_close"].as_f64()), (&"2025-01-24".into(), Some(142.62)));
    near(&nvda["move"], -0.169_682, 1e-6);
    near(&nvda["beta"], 2.01, 5e-3);
    near(&nvda["ar"][0], -0.110, 5e-4);
    near(&nvda["p_rank"], 1.0 / 121.0, 1e-12);
    near(&nvda["value_lost"], 592.658e9, 1e6);
    near(&series(&report, "NDX")["move"], -0.029_702, 1e-6);
    near(&series(&report, "AMD")["p_rank"], 0.40, 5e-3);
    let across = &report["across"];
    for part in ["event", "window"] {
        let names: Vec<&String> = across[part].as_object().unwrap().keys().collect();
        let expected = ["bmp", "bmp_adj", "corrado", "crude", "cs_t", "gsign", "patell", "patell_adj"];
        assert_eq!(names, expected);
    }
    assert_eq!(across["value_lost_over"], 8);
    assert!(report["notes"].as_array().unwrap().len() > 3);
}

#[test]
fn words_and_csv_say_the_same_numbers() {
    let words = study(&[]);
    assert_eq!(code(&words), 0);
    let sentence = "NVDA fell 17.0%; with a beta of 2.01 the market accounts for 5.9 points; abnormal \
                    −11.0%, the largest of the 121 sessions compared, rank p 0.008.";
    assert!(out(&words).contains(sentence), "{}", out(&words));
    assert!(out(&words).contains("patell_adj") && out(&words).contains("share one date"));
    let csv = study(&["--csv", "--window", "-1..1"]);
    let mut reader = csv::Reader::from_reader(out(&csv).as_bytes());
    let header: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    assert!(header.contains(&"ar(-1)".to_owned()) && header.contains(&"sar(1)".to_owned()));
    assert_eq!(reader.records().filter(|row| row.as_ref().unwrap().len() == header.len()).count(), 16);
    let explained = study(&["--explain"]);
    assert!(out(&explained).contains("Published sums") && out(&explained).contains("(L1 + 1)"));
}

#[test]
fn a_split_is_withheld_until_it_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let index = write_prices(folder.path(), "M", |place| wave(place, 5));
    let stock = write_prices(folder.path(), "S", |place| if place == 160 { -0.9 } else { wave(place, 7) });
    let args = [&index[..], &stock, "--index", "M", "--event", "2025-06-20"];
    let report = json(&args);
    let line = series(&report, "S");
    assert!(line["withheld"].as_str().unwrap().contains("10:1"), "{line}");
    assert!(line["ar"].as_array().unwrap().is_empty() && line["t"].is_null());
    for (split, largest) in [("S:2025-06-10:10", false), ("S:2025-06-10:1", true)] {
        let report = json(&[&args[..], &["--split", split, "--gap", "0"]].concat());
        let line = series(&report, "S");
        assert!(line["withheld"].is_null(), "{split}");
        assert_eq!(line["sigma"].as_f64().unwrap() > 0.05, largest, "{split}");
    }
    let unknown = study(&[&args[..], &["--split", "X:2025-06-10:10"]].concat());
    assert_eq!(code(&unknown), 1);
    assert!(err(&unknown).contains('X'));
}

#[test]
fn times_find_the_session_and_what_is_wrong_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let index = write_prices(folder.path(), "M", |place| wave(place, 5));
    let stock = write_prices(folder.path(), "S", |place| wave(place, 7));
    let files = [&index[..], &stock, "--index", "M"];
    let report = json(&[&files[..], &["--event", "2025-06-20T23:00Z"]].concat());
    assert_eq!(series(&report, "S")["event_date"], "2025-06-20", "no exchange is known");
    let notes = report["notes"].to_string();
    assert!(notes.contains("closing time is not known"), "{notes}");
    let before = json(&[&files[..], &["--event", "2024-06-20"]].concat());
    assert!(series(&before, "S")["withheld"].as_str().unwrap().contains("after the event"));
    for (args, told) in [
        (&["--event", "2025-06-20T23:00"][..], "zone"),
        (&["--window", "3..1"], "ends before"),
        (&["--estimation", "2"], "3 returns"),
        (&["--window", "1..3", "--gap", "0"], "gap"),
        (&["--split", "nothing"], "NAME:DATE:RATIO"),
    ] {
        let output = study(&[&files[..], args].concat());
        assert_eq!(code(&output), 2, "{args:?}");
        assert!(err(&output).contains(told), "{args:?}: {}", err(&output));
    }
}

#[test]
fn sums_of_a_market_stand_with_their_universe() {
    let folder = tempfile::tempdir().unwrap();
    let caps = folder.path().join("caps.csv");
    let rows = "symbol,exchange,sector,mcap_usd_2025_01_24,mcap_usd_2025_01_27,duplicate_issuer_line\n\
                NVDA,NASDAQ,Technology,3000000000000,2500000000000,0\n\
                GOOG,NASDAQ,Technology,2000000000000,1900000000000,1\n\
                XOM,NYSE,Energy,400000000000,410000000000,0\nNEW,NYSE,Energy,,5,0\n";
    fs::write(&caps, rows).unwrap();
    let members = folder.path().join("members.txt");
    fs::write(&members, "nvda\nABSENT\n").unwrap();
    let (caps, members) = (caps.display().to_string(), members.display().to_string());
    let report = json(&["--values", &caps, "--members", &members]);
    let values = &report["values"];
    let group = |by: &str, name: &str| {
        let groups = values["groups"].as_array().unwrap();
        groups.iter().find(|group| group["by"] == by && group["name"] == name).unwrap().clone()
    };
    near(&group("all", "")["change"], -490e9, 1.0);
    near(&group("exchange", "NASDAQ")["change"], -500e9, 1.0);
    near(&group("sector", "Energy")["change"], 10e9, 1.0);
    assert_eq!(group("members", "")["listings"], 1);
    assert_eq!((&values["duplicates"], &values["without_value"]), (&1.into(), &1.into()));
    assert_eq!(values["members_missing"][0], "ABSENT");
    let notes = report["notes"].to_string();
    assert!(notes.contains("All 2 listings") && notes.contains("$1.24tn"), "{notes}");
    let wrong = study(&["--shares", &caps]);
    assert_eq!(code(&wrong), 1);
    assert!(err(&wrong).contains("shares outstanding") || err(&wrong).contains("shares"), "{}", err(&wrong));
}

#[test]
fn a_week_is_the_session_of_its_days_and_the_audit_tells_the_other_rules() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("W.csv");
    let mut text = "Date,Close\n".to_owned();
    for place in 0..30_i64 {
        let day = jiff::civil::date(2024, 9, 1).saturating_add(jiff::Span::new().weeks(place));
        let close = if place < 21 { 100.0 + f64::from(u32::try_from(place % 5).unwrap()) } else { 80.0 };
        writeln!(text, "{day},{close}").unwrap();
    }
    fs::write(&path, text).unwrap();
    let path = path.display().to_string();
    let args = [path.as_str(), "--event", "2025-01-29", "--model", "mean", "--estimation", "10"];
    let report = json(&args);
    let line = series(&report, "W");
    assert_eq!((&line["base_date"], &line["event_date"]), (&"2025-01-19".into(), &"2025-01-26".into()));
    assert_eq!((&line["step"], &line["audit"]["rule"]), (&"weekly".into(), &"same_day".into()));
    let others = line["audit"]["others"].as_array().unwrap();
    let dates: Vec<&str> = others.iter().map(|other| other["date"].as_str().unwrap()).collect();
    assert_eq!(dates, ["2025-02-02", "2025-01-26", "2025-01-26"]);
    let words = study(&[&args[..], &["--audit"]].concat());
    for told in ["the week of 26 Jan 2025", "2025-01-26", "next day", "2025-02-02"] {
        assert!(out(&words).contains(told), "{told}: {}", out(&words));
    }
}

#[test]
fn of_several_events_the_chosen_one_is_named_and_a_window_is_judged_by_itself() {
    let folder = tempfile::tempdir().unwrap();
    let index = write_prices(folder.path(), "M", |place| wave(place, 5));
    // A fall that comes back within two sessions.
    let stock = write_prices(folder.path(), "S", |place| match place {
        170 => -0.2,
        171 => 0.2,
        _ => wave(place, 7),
    });
    let events = folder.path().join("events.csv");
    fs::write(&events, "firm,date\nS,2025-06-20\nM,2025-06-10\n").unwrap();
    let events = events.display().to_string();
    let args = [&index[..], &stock, &events, "--index", "M", "--window", "0..1"];
    let output = study(&args);
    assert_eq!(code(&output), 0, "{}", err(&output));
    assert!(
        err(&output).contains("2025-06-20 (S)") && err(&output).contains("2025-06-10 (M)"),
        "{}",
        err(&output)
    );
    assert!(
        out(&output).contains("the window as a whole is within what the model expects"),
        "{}",
        out(&output)
    );
    let report = json(&args);
    let line = series(&report, "S");
    assert_eq!((&line["verdict"], &line["window_verdict"]), (&"abnormal".into(), &"within".into()));
    assert!(line["p_event"].as_f64().unwrap() < 0.001 && line["p"].as_f64().unwrap() > 0.05);
}
