//! Shapes of JSON as sites and libraries write them, and what becomes of each.

use super::*;
use crate::io::containers::tests::{Tables, grids, lines_of};

fn tables(text: &str) -> Tables {
    grids(read(text, None, &Control::unwatched()).unwrap().unwrap())
}

#[test]
fn one_table_comes_out_of_every_shape() {
    let date_close = ["Date|Close", "2025-01-27|118.420", "2025-01-28|128.990"].as_slice();
    let cases: &[(&str, &[&str])] = &[
        (r#"[{"Date":"2025-01-27","Close":118.420},{"Date":"2025-01-28","Close":128.990}]"#, date_close),
        (
            r#"{"count":2,"results":[{"Date":"2025-01-27","Close":118.420},{"Date":"2025-01-28","Close":128.990}]}"#,
            date_close,
        ),
        (
            "{\"Date\":\"2025-01-27\",\"Close\":118.420}\n{\"Date\":\"2025-01-28\",\"Close\":128.990}\n",
            date_close,
        ),
        (r#"{"Date":["2025-01-27","2025-01-28"],"Close":[118.420,128.990],"s":"ok"}"#, date_close),
        (r#"{"Date":{"0":"2025-01-27","1":"2025-01-28"},"Close":{"0":118.420,"1":128.990}}"#, date_close),
        (r#"{"Close":{"2025-01-27":118.420,"2025-01-28":128.990}}"#, date_close),
        (
            r#"{"columns":["Close"],"index":["2025-01-27","2025-01-28"],"data":[[118.420],[128.990]]}"#,
            date_close,
        ),
        (
            r#"{"columns":["Date","Close"],"index":[0,1],"data":[["2025-01-27",118.420],["2025-01-28",128.990]]}"#,
            date_close,
        ),
        (r#"[["Date","Close"],["2025-01-27",118.420],["2025-01-28",128.990]]"#, date_close),
        (
            r#"{"Meta Data":{"1. Information":"Daily","2. Symbol":"AAPL"},"Time Series (Daily)":
                {"2025-01-27":{"Close":"118.420"},"2025-01-28":{"Close":"128.990"}}}"#,
            date_close,
        ),
        (
            r#"{"bpi":{"2025-01-27":1.0,"2025-01-28":2.0},"disclaimer":"…"}"#,
            &["Date|bpi", "2025-01-27|1.0", "2025-01-28|2.0"],
        ),
        (r#"{"2025-01-27":1e2,"2025-01-28":null}"#, &["Date|value", "2025-01-27|1e2", "2025-01-28|"]),
        (
            r#"{"rates":{"2025-01-27":{"USD":1.05},"2025-01-28":{"USD":1.04,"GBP":0.8}}}"#,
            &["Date|USD|GBP", "2025-01-27|1.05|", "2025-01-28|1.04|0.8"],
        ),
        (
            r#"{"schema":{"fields":[{"name":"a","type":"integer"},{"name":"b","type":"integer"}]},
                "data":[{"a":1,"b":2},{"a":3,"b":4}]}"#,
            &["a|b", "1|2", "3|4"],
        ),
        (
            r#"{"gpt-4":{"mmlu":86.4,"cost":30},"r1":{"mmlu":90.8}}"#,
            &["name|mmlu|cost", "gpt-4|86.4|30", "r1|90.8|"],
        ),
        (
            r#"[{"row":{"model":"r1"},"score":{"mmlu":90.8}},{"row":{"model":"\u006f1"},"score":{"mmlu":91.8}}]"#,
            &["model|score.mmlu", "r1|90.8", "o1|91.8"],
        ),
        (
            r#"[{"a":1.10,"b":true,"a":2},{"b":NaN,"c":"NaN \" Infinity"}]"#,
            &["a|b|c", "2|true|", "||NaN \" Infinity"],
        ),
        (r"[[1737936000000,118.42],[1738022400000,-Infinity]]", &["1737936000000|118.42", "1738022400000|"]),
    ];
    for (text, expected) in cases {
        let found = tables(text);
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!(found[0].0, None, "{text}");
        assert_eq!(lines_of(&found[0].1), *expected, "{text}");
    }
}

#[test]
fn a_chart_answer_has_the_days_of_its_exchange() {
    let text = r#"{"chart":{"result":[{"meta":{"symbol":"7203.T","exchangeTimezoneName":"Asia/Tokyo","dataGranularity":"1d"},
        "timestamp":[1737936000,1738022400],
        "indicators":{"quote":[{"open":[1,2],"close":[3.50,null]}],"adjclose":[{"adjclose":[3.4,4.4]}]}}],"error":null}}"#;
    let found = tables(text);
    assert_eq!(found[0].0.as_deref(), Some("7203.T"));
    let expected = ["Date|open|close|adjclose", "2025-01-27|1|3.50|3.4", "2025-01-28|2||4.4"];
    assert_eq!(lines_of(&found[0].1), expected);
    let hourly = tables(&text.replace("1d", "1h"));
    assert_eq!(lines_of(&hourly[0].1)[1], "2025-01-27T09:00:00+09:00|1|3.50|3.4");
}

#[test]
fn several_tables_have_the_names_of_their_keys() {
    let text = r#"{"prices":[[1,2],[3,4]],"stocks":[{"symbol":"A","history":[{"d":1},{"d":2}]},{"symbol":"B","history":[{"d":3},{"d":4}]}]}"#;
    let found = tables(text);
    let names: Vec<_> = found.iter().map(|(name, _)| name.clone().unwrap()).collect();
    assert_eq!(names, ["prices", "A", "B"]);
    assert_eq!(lines_of(&found[2].1), ["d", "3", "4"]);
}

#[test]
fn records_have_their_lines_or_else_their_number() {
    let spread = "[\n {\"a\":\n 1},\n\n {\"a\":2}\n]";
    assert_eq!(tables(spread)[0].1, [(2, "a".to_owned()), (2, "1".to_owned()), (5, "2".to_owned())]);
    let dense = "\n\n[{\"a\":1},{\"a\":2}]";
    assert_eq!(tables(dense)[0].1, [(1, "a".to_owned()), (1, "1".to_owned()), (2, "2".to_owned())]);
}

#[test]
fn what_lies_too_deep_is_named_once() {
    let text = r#"[{"a":1,"tags":["x"],"b":{"c":{"d":1}}},{"a":2,"tags":["y"]}]"#;
    let found = read(text, None, &Control::unwatched()).unwrap().unwrap();
    let said: Vec<_> = found[0].notes.iter().map(|note| note.message.clone()).collect();
    let nested = |column: &str| Message::new("io-nested-column").with("column", column);
    assert_eq!(said, [nested("tags"), nested("b.c")]);
}

#[test]
fn mistakes_are_told_with_their_line() {
    let problem = |text: &str| read(text, None, &Control::unwatched()).map(|found| found.is_some());
    let broken = |line| Err(Stop::Problem(ContentProblem::BrokenJson { line }));
    let none = Err(Stop::Problem(ContentProblem::NoTableInJson));
    assert_eq!(problem("[{\"a\":1},\n{\"a\":2},\n{\"a\""), broken(3));
    assert_eq!(problem("{\"a\": [1,\n 2,, 3]}"), broken(2));
    assert_eq!(problem(r#"{"Error Message":"Invalid API call."}"#), none);
    assert_eq!(problem("[]"), none);
    assert_eq!(problem("[1, 2, 3]"), none);
    assert_eq!(problem("[2025-01-27 10:00] log\n"), Ok(false));
}

#[test]
fn records_before_a_cut_are_kept() {
    let text = "{\"a\":1}\n{\"a\":2}\n{\"a\":";
    let found = read(text, None, &Control::unwatched()).unwrap().unwrap();
    let said: Vec<_> = found[0].notes.iter().map(|note| (note.line, note.message.key)).collect();
    assert_eq!(said, [(Some(3), "io-json-cut")]);
    assert_eq!(lines_of(&grids(found)[0].1), ["a", "1", "2"]);
}
