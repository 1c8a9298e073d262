//! The command line, by running the program: what it prints where, what it writes, how it exits.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod common;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use common::{code, err, out, richter};
use serde_json::Value;

/// The first bytes of any PNG picture.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

fn sample(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data").join(name).display().to_string()
}

fn text(path: &Path) -> String {
    path.display().to_string()
}

fn write(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, bytes).unwrap();
    path
}

fn inspect(files: &[&str]) -> (Vec<Value>, i32) {
    let mut args = vec!["inspect", "--json"];
    args.extend(files);
    let output = richter(&args);
    let Value::Array(reports) = serde_json::from_str(out(&output)).unwrap() else { panic!("no array") };
    (reports, code(&output))
}

#[test]
fn every_command_has_help_with_an_example() {
    for task in [&["--help"][..], &["inspect", "--help"], &["convert", "--help"], &["export", "--help"]] {
        let output = richter(task);
        assert_eq!(code(&output), 0, "{task:?}");
        assert!(out(&output).contains("Example"), "{task:?}: {}", out(&output));
        assert!(out(&output).contains("richter "));
        assert_eq!(err(&output), "");
    }
    let version = richter(&["--version"]);
    assert_eq!(out(&version).trim(), concat!("richter ", env!("CARGO_PKG_VERSION")));
}

#[test]
fn wrong_arguments_exit_with_2_and_leave_stdout_empty() {
    for args in [
        &["inspect"][..],
        &["convert", "a.csv"],
        &["export"],
        &["export", "-o", "a.svg", "--size", "1600"],
        &["--nothing-of-the-kind"],
        &["inspect", "a.csv", "--encoding", "klingon"],
        &["inspect", "a.csv", "--delimiter", ";;"],
        &["inspect", "a.csv", "--decimal", "both"],
        &["inspect", "a.csv", "--date-format", "soon"],
        &["inspect", "a.csv", "--header-line", "0"],
        &["inspect", "a.csv", "--close", ""],
        &["inspect", "a.csv", "--sheet", " "],
        &["inspect", "a.csv", "--name", ""],
        &["convert", "a.csv", "b.csv", "--raw", "-o", "c.csv"],
        &["export", "--date-format", "DMY", "-o", "a.svg"],
    ] {
        let output = richter(args);
        assert_eq!((code(&output), out(&output)), (2, ""), "{args:?}");
        assert!(!err(&output).is_empty());
    }
}

#[test]
fn without_a_display_the_window_says_what_works() {
    let output = richter(&[]);
    assert_eq!((code(&output), out(&output)), (1, ""));
    assert!(err(&output).contains("richter export"), "{}", err(&output));
}

#[test]
fn inspect_tells_a_price_file_in_full() {
    let file = sample("prices/NVDA.csv");
    let (reports, code) = inspect(&[&file]);
    assert_eq!((reports.len(), code), (1, 0));
    let report = &reports[0];
    assert_eq!(report["file"], file.as_str());
    assert_eq!(report["kind"], "prices");
    assert_eq!(report["rows"], 209);
    let series = &report["series"][0];
    assert_eq!(series["name"], "NVDA");
    assert_eq!((&series["rows"], &series["first"]), (&Value::from(209), &Value::from("2024-07-01")));
    assert_eq!(series["last"], "2025-04-30");
    assert!(series["last_close"].as_f64().unwrap() > 0.0);
    assert!(series["role"].is_string() && series.get("currency").is_some());
    assert_eq!(report["overrides"], Value::Object(serde_json::Map::new()), "nothing was overruled");
    assert!(report.get("columns").is_none());
    for key in ["encoding", "delimiter", "header_line", "decimal", "thousands", "date_order"] {
        let made = &report["assumptions"][key];
        assert!(made["value"].is_string() && made["evidence"].is_string(), "{key}: {made}");
        assert!(made["certain"].is_boolean() && made["choices"].is_array());
    }
    assert_eq!(report["assumptions"]["date_order"]["value"], "YMD");
    assert_eq!(report["assumptions"]["delimiter"]["value"], ",");
    assert!(report["warnings"].is_array());
}

#[test]
fn inspect_tells_every_kind_of_the_sample() {
    let cases = [
        ("prices/NDX.csv", "prices"),
        ("models.csv", "models"),
        ("training_costs.csv", "values"),
        ("shares.csv", "shares"),
        ("reported.csv", "reported"),
        ("series.csv", "series"),
        ("events.csv", "events"),
    ];
    let files: Vec<String> = cases.iter().map(|(file, _)| sample(file)).collect();
    let (reports, code) = inspect(&files.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!((reports.len(), code), (cases.len(), 0));
    for (report, (file, kind)) in reports.iter().zip(cases) {
        assert_eq!(report["kind"], kind, "{file}");
        assert!(report["rows"].as_u64().unwrap() > 0, "{file}");
    }
    let columns = reports[1]["columns"].as_array().unwrap();
    assert!(columns.iter().any(|column| column["role"] == "label"));
    assert!(columns.iter().any(|column| column["role"] == "score"));
    assert!(columns.iter().all(|column| column["name"].is_string() && column["unit"].is_string()));
}

#[test]
fn what_cannot_be_read_is_an_object_with_the_reason() {
    let folder = tempfile::tempdir().unwrap();
    let picture = write(folder.path(), "picture.csv", PNG);
    let empty = write(folder.path(), "empty.csv", b"");
    let header = write(folder.path(), "header.csv", b"Date,Close\n");
    let prose = write(folder.path(), "prose.csv", b"Dear reader,\nthere is no table here.\n");
    let missing = folder.path().join("missing.csv");
    let good = sample("prices/NVDA.csv");
    let bad: Vec<String> = [&picture, &empty, &header, &prose, &missing, &folder.path().to_owned()]
        .map(|path| text(path))
        .into();
    let mut files: Vec<&str> = bad.iter().map(String::as_str).collect();
    files.push(&good);
    let (reports, code) = inspect(&files);
    assert_eq!((reports.len(), code), (files.len(), 1));
    for (report, file) in reports.iter().zip(&bad) {
        assert_eq!(
            (&report["file"], &report["kind"]),
            (&Value::from(file.as_str()), &Value::from("unreadable"))
        );
        assert_eq!(report["rows"], 0);
        let reason = report["warnings"][0]["text"].as_str().unwrap();
        assert!(reason.len() > 20 && reason.contains(file.as_str()), "{reason}");
        assert_eq!(report["warnings"][0]["kind"], "unreadable");
    }
    assert_eq!(reports.last().unwrap()["kind"], "prices", "good files are told all the same");
}

#[test]
fn inspect_in_words_names_the_same() {
    let file = sample("prices/NVDA.csv");
    let output = richter(&["inspect", &file]);
    assert_eq!((code(&output), err(&output)), (0, ""));
    for part in [
        file.as_str(),
        "NVDA",
        "209",
        "2024-07-01",
        "2025-04-30",
        "date order Y-M-D (year first): ",
        "dates Y-M-D · 209 rows",
    ] {
        assert!(out(&output).contains(part), "{part} in {}", out(&output));
    }
    let output = richter(&["inspect", "no-such-file.csv"]);
    assert_eq!(code(&output), 1);
}

#[test]
fn flags_of_reading_are_told_as_they_were_taken() {
    let folder = tempfile::tempdir().unwrap();
    let file = text(&write(folder.path(), "A.csv", b"Date,Close\n2025-01-24,1\n2025-01-27,2\n"));
    let cases = [
        (["--encoding", "utf8"], ("encoding", "UTF-8")),
        (["--delimiter", "comma"], ("delimiter", ",")),
        (["--decimal", "point"], ("decimal", ".")),
        (["--date-format", "ymd"], ("date_order", "YMD")),
        (["--header-line", "1"], ("header_line", "1")),
        (["--close", "Close"], ("close_column", "Close")),
        (["--name", "ACME"], ("name", "ACME")),
    ];
    for (flag, (key, value)) in cases {
        let (reports, ended) = inspect(&[&file, flag[0], flag[1]]);
        assert_eq!(ended, 0, "{flag:?}");
        assert_eq!(reports[0]["overrides"], serde_json::json!({ key: value }), "{flag:?}");
        let target = text(&folder.path().join("out.csv"));
        let output = richter(&["convert", &file, flag[0], flag[1], "-o", &target]);
        assert_eq!(code(&output), 0, "{flag:?}: {}", err(&output));
    }
    let (reports, _) = inspect(&["no-such-file.csv", "--sheet", "Prices"]);
    assert_eq!(reports[0]["overrides"], serde_json::json!({ "sheet": "Prices" }));
    let figure = text(&folder.path().join("a.svg"));
    let output =
        richter(&["export", &file, "--name", "ACME", "--figure", "market", "--span", "all", "-o", &figure]);
    assert_eq!(code(&output), 0, "{}", err(&output));
}

#[test]
fn the_last_close_is_the_last_that_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let rows = b"Date,Open,Close\n2025-01-24,1,1.5\n2025-01-27,2,2.5\n2025-01-28,3,\n";
    let file = text(&write(folder.path(), "A.csv", rows));
    let (reports, _) = inspect(&[&file]);
    assert_eq!(reports[0]["series"][0]["last_close"], 2.5);
}

#[test]
fn convert_raw_writes_the_cells_of_one_file_as_they_stand() {
    let folder = tempfile::tempdir().unwrap();
    let rows = "Datum;Date;Close\n\"a, b\";28.01.2025;1.012,50\n;27.01.2025;1.000,25\n";
    let file = text(&write(folder.path(), "A.csv", rows.as_bytes()));
    let target = folder.path().join("raw.csv");
    let output = richter(&["convert", &file, "--raw", "-o", &text(&target)]);
    assert_eq!((code(&output), out(&output)), (0, ""), "{}", err(&output));
    let raw = fs::read_to_string(&target).unwrap();
    let lines: Vec<&str> = raw.lines().collect();
    assert_eq!(lines, ["Datum,Date,Close", "\"a, b\",28.01.2025,\"1.012,50\"", ",27.01.2025,\"1.000,25\""]);
    let output = richter(&["convert", "no-such-file.csv", "--raw", "-o", &text(&target)]);
    assert_eq!(code(&output), 1);
    assert_eq!(fs::read_to_string(&target).unwrap(), raw, "nothing was written");
}

#[test]
fn convert_writes_one_clean_table() {
    let folder = tempfile::tempdir().unwrap();
    let european = write(
        folder.path(),
        "EURO.csv",
        "Datum;Close\n28.01.2025;1.012,50\n27.01.2025;1.000,25\n".replace("Datum", "Date").as_bytes(),
    );
    let target = folder.path().join("clean.csv");
    let output = richter(&["convert", &sample("prices/NVDA.csv"), &text(&european), "-o", &text(&target)]);
    assert_eq!((code(&output), out(&output)), (0, ""), "{}", err(&output));
    assert!(err(&output).contains("clean.csv"));
    let table = fs::read_to_string(&target).unwrap();
    let lines: Vec<&str> = table.lines().collect();
    assert_eq!(lines[0], "date,series,open,high,low,close,adj_close,volume");
    assert_eq!(lines.len(), 1 + 209 + 2);
    assert_eq!(lines[1], "2025-01-27,EURO,,,,1000.25,,");
    assert_eq!(lines[2], "2025-01-28,EURO,,,,1012.5,,");
    assert!(lines[3].starts_with("2024-07-01,NVDA,"));
    let again = folder.path().join("again.csv");
    let output = richter(&["convert", &text(&target), "-o", &text(&again)]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    assert_eq!(fs::read_to_string(&again).unwrap(), table, "what was written is read as the same");
}

#[test]
fn convert_never_writes_over_its_own_file() {
    let folder = tempfile::tempdir().unwrap();
    let rows = b"Date,Close\n2025-01-24,1\n2025-01-27,2\n";
    let path = write(folder.path(), "A.csv", rows);
    for (source, raw) in [(&path, false), (&path, true), (&folder.path().to_owned(), false)] {
        let (source, goal) = (text(source), text(&path));
        let mut args = vec!["convert", &source, "-o", &goal];
        args.extend(raw.then_some("--raw"));
        let output = richter(&args);
        assert_eq!((code(&output), out(&output)), (1, ""), "{}", err(&output));
        assert_eq!(fs::read(&path).unwrap(), rows, "the prices are still there");
    }
}

#[test]
fn convert_writes_nothing_when_a_file_fails() {
    let folder = tempfile::tempdir().unwrap();
    let target = write(folder.path(), "old.csv", b"old");
    for bad in ["no-such-file.csv", &sample("models.csv")] {
        let output = richter(&["convert", bad, "-o", &text(&target)]);
        assert_eq!((code(&output), out(&output)), (1, ""), "{bad}");
        assert!(!err(&output).is_empty());
        assert_eq!(fs::read(&target).unwrap(), b"old");
    }
    let nowhere = text(&folder.path().join("no/folder/out.csv"));
    let output = richter(&["convert", &sample("prices/NVDA.csv"), "-o", &nowhere]);
    assert_eq!(code(&output), 1);
    assert!(err(&output).contains(&nowhere));
}

#[test]
fn a_file_that_cannot_be_read_stops_no_other_one() {
    let folder = tempfile::tempdir().unwrap();
    let prices = folder.path().join("prices");
    fs::create_dir(&prices).unwrap();
    let rows = |at: u32| {
        let row = |day: u32| format!("2025-01-{:02},{}\n", day + 1, at * 100 + day * day % 7);
        format!("Date,Close\n{}", (0..28).map(row).collect::<String>()).into_bytes()
    };
    for (at, name) in (1..).zip(["AAA.csv", "BBB.csv"]) {
        write(&prices, name, &rows(at));
    }
    let empty = text(&write(&prices, "empty.csv", b""));
    let (prices, missing) = (text(&prices), text(&folder.path().join("missing.csv")));
    let target = |name: &str| text(&folder.path().join(name));
    let (table, figure) = (target("out.csv"), target("out.svg"));
    let mean = ["--model", "mean", "--estimation", "10", "--gap", "0"];
    let cases: [(&[&str], &[&str], &str); 3] = [
        (&["convert", &prices, &missing, "-o", &table], &[], &table),
        (&["export", &prices, &missing, "--figure", "market", "-o", &figure], &[], &figure),
        (&["study", &prices, &missing, "--event", "2025-01-20", "--csv"], &mean, ""),
    ];
    for (args, more, written) in cases {
        let output = richter(&[args, more].concat());
        assert_eq!(code(&output), 1, "{args:?}");
        let lines: Vec<&str> = err(&output).lines().collect();
        for failed in [&empty, &missing] {
            assert_eq!(lines.iter().filter(|line| line.ends_with(failed.as_str())).count(), 1, "{lines:?}");
        }
        let said =
            if written.is_empty() { out(&output).to_owned() } else { fs::read_to_string(written).unwrap() };
        assert!(said.contains("AAA") && said.contains("BBB"), "{args:?}: {said}");
    }
    let models = text(&write(folder.path(), "models.csv", b"model,cost_usd,score\nA,1,50\nB,2,60\n"));
    let output = richter(&["models", &models, &missing, &empty, "--csv"]);
    assert_eq!((code(&output), out(&output).lines().count()), (1, 3), "{}", err(&output));
    let output = richter(&["inspect", &models, &missing, "--json"]);
    assert_eq!((code(&output), err(&output).lines().count()), (1, 1), "{}", err(&output));
}

#[test]
fn what_is_said_of_a_series_is_said_of_that_one_alone() {
    let folder = tempfile::tempdir().unwrap();
    let rows = b"Date,Close\n2025-01-24,1\n2025-01-27,2\n";
    let [one, two] = ["A.csv", "B.csv"].map(|name| text(&write(folder.path(), name, rows)));
    let wide = text(&write(folder.path(), "W.csv", b"Date,X,Y\n2025-01-24,1,5\n2025-01-27,2,6\n"));
    let target = text(&folder.path().join("out.csv"));
    let output = richter(&["convert", &one, &two, "--name", "ACME", "-o", &target]);
    assert_eq!(code(&output), 1, "two files would have one name");
    assert!(err(&output).contains("A.csv, B.csv") && !Path::new(&target).exists(), "{}", err(&output));
    let output = richter(&["convert", &one, &wide, "--name", "ACME", "-o", &target]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    let said = fs::read_to_string(&target).unwrap();
    assert!(["ACME,", ",X,", ",Y,"].iter().all(|name| said.contains(name)), "{said}");

    let (reports, ended) = inspect(&[&wide, "--series-role", "Y=index", "--series-currency", "x=EUR"]);
    let told = |at: usize| (&reports[0]["series"][at]["role"], &reports[0]["series"][at]["currency"]);
    assert_eq!(ended, 0);
    assert_eq!(told(0), (&Value::from("stock"), &Value::from("EUR")));
    assert_eq!(told(1), (&Value::from("index"), &Value::Null));
    let output = richter(&["convert", &wide, "--series-role", "Z=index", "-o", &target]);
    assert_eq!(code(&output), 1);
    assert!(err(&output).contains("“Z”") && err(&output).contains("X, Y"), "{}", err(&output));
}

#[test]
fn a_warning_about_many_lines_is_told_once() {
    let folder = tempfile::tempdir().unwrap();
    let row = |day: u32| format!("2025-01-{day:02},{}\n", if day.is_multiple_of(5) { "lost" } else { "7" });
    let rows: Vec<String> = (1..=25).map(row).collect();
    let file = text(&write(folder.path(), "A.csv", format!("Date,Close\n{}", rows.concat()).as_bytes()));
    let (reports, _) = inspect(&[&file]);
    let warnings = reports[0]["warnings"].as_array().unwrap();
    let told: Vec<&Value> = warnings.iter().filter(|warning| warning["kind"] == "number").collect();
    let [told] = told.as_slice() else { panic!("{warnings:?}") };
    assert_eq!((&told["line"], &told["count"]), (&Value::from(6), &Value::from(5)));
    assert_eq!(told["lines"], serde_json::json!([6, 11, 16]));
    let sentence = "“lost” is no number, in column “Close”. (5 of this sort, on lines 6, 11, 16, …)";
    assert_eq!(told["text"], sentence);
    let output = richter(&["inspect", &file]);
    assert!(out(&output).contains(&format!("! Line 6: {sentence}")), "{}", out(&output));
}

#[test]
fn models_are_listed_with_their_frontier() {
    let args = ["models", "--cost", "api", "--score", "aime_2024_pass1", "--as-of", "2025-01-20", "--json"];
    let output = richter(&args);
    assert_eq!(code(&output), 0, "{}", err(&output));
    let answer: Value = serde_json::from_str(out(&output)).unwrap();
    assert_eq!(answer["frontier"], serde_json::json!(["DeepSeek-V3", "DeepSeek-R1"]));
    assert_eq!(answer["cost"]["unit"], "usd_per_mtok");
    assert_eq!(answer["points"].as_array().map(Vec::len), Some(41));
    let folder = tempfile::tempdir().unwrap();
    let bare = write(folder.path(), "bare.csv", b"who,kind,my test\nR1,chat,0.7\no1,chat,0.8\n");
    let output = richter(&["models", &text(&bare), "--json"]);
    let answer: Value = serde_json::from_str(out(&output)).unwrap();
    assert_eq!((code(&output), &answer["points"][0]["label"]), (0, &serde_json::json!("R1")));
    assert_eq!(answer["points"][1]["undisclosed"], true);
    let wordy = write(folder.path(), "wordy.csv", b"model,org\nA,x\nB,y\n");
    let output = richter(&["models", &text(&wordy), "--json"]);
    let report: Value = serde_json::from_str(out(&output)).unwrap();
    assert_eq!((code(&output), report["points"].as_array().unwrap().len()), (0, 2), "{}", err(&output));
    assert!(report["cost"]["column"].is_null() && report["points"][0]["undisclosed"] == true, "{report}");
    let output = richter(&["models", &sample("models.csv"), "--csv", "--filter", "organization=DeepSeek"]);
    assert_eq!((code(&output), out(&output).lines().count()), (0, 12));
    let output = richter(&["models", &sample("models.csv"), "--cost", "training"]);
    assert!(code(&output) == 0 && out(&output).contains("DeepSeek-V3"), "{}", out(&output));
    let prices = sample("prices/NVDA.csv");
    for args in [
        vec!["models", &prices],
        vec!["models", "no-such-file.csv"],
        vec!["models", "--score", "smell"],
        vec!["models", "--filter", "smell=good"],
    ] {
        let output = richter(&args);
        assert_eq!((code(&output), out(&output)), (1, ""), "{args:?}");
        assert!(!err(&output).is_empty());
    }
}

#[test]
fn every_figure_is_written_twice_alike() {
    let folder = tempfile::tempdir().unwrap();
    for figure in ["market", "moves", "models", "pair", "table"] {
        for (ending, magic) in
            [("svg", b"<".as_slice()), ("png", &PNG[..8]), ("pdf", b"%PDF-"), ("csv", b"chart,")]
        {
            let write = |name: &str| {
                let path = folder.path().join(format!("{name}.{ending}"));
                let output = richter(&[
                    "export",
                    "--figure",
                    figure,
                    "--size",
                    "800x600",
                    "--scale",
                    "1",
                    "-o",
                    &text(&path),
                ]);
                assert_eq!((code(&output), out(&output)), (0, ""), "{}", err(&output));
                assert!(err(&output).trim().ends_with(&text(&path)), "the path comes last: {}", err(&output));
                fs::read(path).unwrap()
            };
            let (first, second) = (write("first"), write("second"));
            assert!(first.starts_with(magic), "{figure}.{ending}");
            assert!(first == second, "{figure}.{ending} differs between two runs");
        }
    }
}

#[test]
fn a_picture_has_the_size_that_was_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.png");
    let output =
        richter(&["export", "--size", "800x600", "--scale", "2", "--theme", "dark", "-o", &text(&path)]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    let bytes = fs::read(path).unwrap();
    let side = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    assert_eq!((side(16), side(20)), (1600, 1200));
}

#[test]
fn the_event_of_the_arguments_counts() {
    let folder = tempfile::tempdir().unwrap();
    let draw = |name: &str, more: &[&str]| {
        let path = folder.path().join(name);
        let target = text(&path);
        let mut args = vec!["export", "--figure", "moves", "-o", &target];
        args.extend(more);
        let output = richter(&args);
        assert_eq!(code(&output), 0, "{}", err(&output));
        fs::read_to_string(path).unwrap()
    };
    assert_eq!(draw("a.svg", &[]), draw("b.svg", &["--event", "2025-01-27"]), "the sample brings its own");
    let april = draw("c.svg", &["--event", "2025-04-03"]);
    assert!(april.contains("3 April 2025") && !april.contains("27 January 2025"));
}

#[test]
fn the_picks_are_the_largest_falls_of_the_event_of_the_arguments() {
    let folder = tempfile::tempdir().unwrap();
    let table = "Date,AA,BB,CC,DD,EE,FF,GG,HH\n2024-03-04,100,100,100,100,100,100,100,100\n\
                 2024-03-05,80,82,84,86,88,90,92,94\n2024-03-06,79,80,81,82,81,80,79,78\n";
    let prices = text(&write(folder.path(), "eight.csv", table.as_bytes()));
    let draw = |day: &str| {
        let path = text(&folder.path().join(format!("{day}.svg")));
        let args = ["export", &prices, "--figure", "market", "--event", day, "-o", &path];
        let output = richter(&args);
        assert_eq!(code(&output), 0, "{}", err(&output));
        fs::read_to_string(path).unwrap()
    };
    // A pick's name stands at the end of its line, and others have none.
    let names = |svg: &str, name: &str| svg.contains(&format!("aria-label=\"{name}\""));
    let (fifth, sixth) = (draw("2024-03-05"), draw("2024-03-06"));
    assert!(names(&fifth, "AA") && !names(&fifth, "HH"), "AA fell most on the 5th");
    assert!(names(&sixth, "HH") && !names(&sixth, "AA"), "HH fell most on the 6th");
}

#[test]
fn an_export_that_cannot_be_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| text(&folder.path().join(name));
    let cases = [
        vec![
            "export".to_owned(),
            "--event".to_owned(),
            "2030-02-01".to_owned(),
            "-o".to_owned(),
            file("a.svg"),
        ],
        vec!["export".to_owned(), "no-such-file.csv".to_owned(), "-o".to_owned(), file("a.svg")],
        vec!["export".to_owned(), "-o".to_owned(), file("no/folder/a.svg")],
        vec!["export".to_owned(), "--size".to_owned(), "300x200".to_owned(), "-o".to_owned(), file("a.svg")],
        vec![
            "export".to_owned(),
            sample("prices/NVDA.csv"),
            "--figure".to_owned(),
            "models".to_owned(),
            "-o".to_owned(),
            file("a.svg"),
        ],
    ];
    for case in cases {
        let args: Vec<&str> = case.iter().map(String::as_str).collect();
        let output = richter(&args);
        assert_eq!((code(&output), out(&output)), (1, ""), "{args:?}");
        assert!(err(&output).len() > 20, "{args:?}");
    }
    let wrong = richter(&["export", "-o", &file("a.jpg")]);
    assert_eq!((code(&wrong), out(&wrong)), (2, ""), "the ending is a wrong argument");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "nothing was left behind");
}

#[test]
fn what_import_assumed_is_told_when_a_figure_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| text(&folder.path().join(name));
    for (name, close) in [("a.csv", "10"), ("b.csv", "99")] {
        let table = format!("Date,Symbol,Close\n2024-03-01,ACME,8\n2024-03-04,ACME,{close}\n");
        fs::write(folder.path().join(name), table).unwrap();
    }
    let (a, b, figure) = (path("a.csv"), path("b.csv"), path("f.svg"));
    let output = richter(&["export", &a, &b, "--figure", "market", "-o", &figure]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    assert!(err(&output).contains("ACME") && err(&output).contains("99"), "{}", err(&output));
}

#[test]
fn a_reader_that_stops_listening_is_no_accident() {
    let file = sample("prices/NVDA.csv");
    let mut child = Command::new(env!("CARGO_BIN_EXE_richter"))
        .args(["inspect", &file, "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((code(&output), err(&output)), (0, ""));
}
