//! Tables with blanks: rows that end early, models without a number, dates that are not all as exact,
//! and cells of many lines.

use super::*;
use crate::io::containers::testing::{parquet_of, xlsx_of};

fn read_bytes_of(bytes: &[u8]) -> Loaded {
    read_bytes(Path::new("models"), bytes, &Overrides::default(), &Control::unwatched())
        .unwrap_or_else(|error| panic!("{error:?}"))
}

fn names(loaded: &Loaded) -> Vec<&str> {
    table(loaded).rows.iter().map(|row| row.name.as_str()).collect()
}

#[test]
fn rows_of_a_sheet_end_in_blank_cells() {
    let short = xlsx_of(
        "Models",
        &[
            &["Model", "Organization", "Release date", "GPQA", "Cost per run"],
            &["R1", "DeepSeek", "2025-01-20", "71.5", "5.42"],
            &["o1", "OpenAI", "2024-12-17", "75.7", ""],
            &["o3", "OpenAI", "", "", ""],
            &["Grok 5", "", "", "", ""],
            &["V3", "DeepSeek", "2024-12-26", "59.1", "0.34"],
            &["GPT-5", "OpenAI", "", "", ""],
            &["GPT-6", "", "", "", ""],
            &["Source: the makers", "", "", "", ""],
        ],
    );
    let read = read_bytes_of(&short);
    assert_eq!(names(&read), ["R1", "o1", "o3", "Grok 5", "V3", "GPT-5", "GPT-6"]);
    assert_eq!((table(&read).value("GPQA", 1), table(&read).value("Cost per run", 1)), (Some(75.7), None));
    assert_eq!(keys(&read), [(Some(9), "io-skipped-footer")]);
    let notes = xlsx_of(
        "Models",
        &[
            &["Model", "Organization", "Release date", "Cost per run", "GPQA", "Notes"],
            &["R1", "DeepSeek", "2025-01-20", "5.42", "71.5", "open"],
            &["o1", "OpenAI", "2024-12-17", "186.5", "75.7", ""],
            &["V3", "DeepSeek", "2024-12-26", "0.34", "59.1", ""],
            &["4o", "OpenAI", "2024-11-20", "6.7", "46", "", "a stray remark"],
        ],
    );
    let read = read_bytes_of(&notes);
    assert_eq!(names(&read), ["R1", "o1", "V3", "4o"]);
    assert_eq!(table(&read).rows[0].notes.as_deref(), Some("open"));
    assert_eq!(keys(&read), [(Some(5), "io-cell-beyond")]);
}

#[test]
fn rows_of_a_text_that_end_early_are_filled_and_told() {
    let read = read(
        "Model,Organization,Release date,GPQA,Cost per run\nR1,DeepSeek,2025-01-20,71.5,5.42\n\
         o1,OpenAI,2024-12-17,75.7\no3,OpenAI\nV3,DeepSeek,2024-12-26,59.1,0.34\n\
         V2,DeepSeek,2024-05-06,41,3,0.28\nGPT-5,OpenAI\n",
    );
    assert_eq!(names(&read), ["R1", "o1", "o3", "V3", "GPT-5"]);
    assert_eq!(keys(&read), [(Some(3), "io-short-row"), (Some(6), "io-ragged")]);
    assert_eq!(read.warnings[0].lines(), [3, 4, 7]);
    let most = super::read("Model,GPQA,Cost per run,Notes\nR1,71.5,5.42\no1,75.7,186\nV3,59.1,0.34,cheap\n");
    assert_eq!(table(&most).rows[2].notes.as_deref(), Some("cheap"));
    assert_eq!(names(&most), ["R1", "o1", "V3"]);
}

/// Models of which nothing is measured, above two that are.
const UNMEASURED: [&str; 6] = [
    "Model A,\"B, C\",,-,-\n",
    "Model A,B,,,\n",
    "Model A,B,,N/A,N/A\n",
    "Model A,B,,unknown,TBD\n",
    "Model A,B,,Free,soon\n",
    "Model A,,,,\nModel C,B,,,\n",
];

#[test]
fn a_model_without_a_number_is_no_second_row_of_names() {
    let header = "Model,Organization,Release date,Cost per run,Accuracy\n";
    let rest = "R1,DeepSeek,2025-01-20,3,86.4\no1,OpenAI,2024-12-17,6,88\n";
    for first in UNMEASURED {
        let read = read(&format!("{header}{first}{rest}"));
        assert_eq!(names(&read).len(), 2 + first.lines().count(), "{first}");
        assert_eq!(names(&read)[0], "Model A", "{first}");
        let roles = "Model=label; Organization=organization; Release date=date; \
            Cost per run=cost_run/usd; Accuracy=score/percent";
        assert_eq!(told(&read), roles, "{first}");
    }
    let many = (1..30).map(|at| format!("Model {at},B,,,\n")).collect::<Vec<_>>().concat();
    assert_eq!(names(&read(&format!("{header}{many}{rest}"))).len(), 31);
    let between = format!("{header}{rest}Model A,,,,\nModel B,X,,,\no3,OpenAI,2025-04-16,9,90\n");
    assert_eq!(names(&read(&between)), ["R1", "o1", "Model A", "Model B", "o3"]);
}

#[test]
fn units_under_names_are_names_still() {
    for second in ["(name),(date),(USD),(%)\n", "string,date,USD,percent\n", ",,per run,accuracy\n"] {
        let read = read(&format!(
            "Model,Release date,Cost,Score\n{second}R1,2025-01-20,3,86.4\no1,2024-12-17,6,88\n"
        ));
        assert_eq!(names(&read), ["R1", "o1"], "{second}");
        assert!(table(&read).rows[0].released.is_some(), "{second}");
    }
}

#[test]
fn records_have_one_row_of_names() {
    let json = "[{\"model\":\"GPT-9\",\"release_date\":null,\"mmlu\":null,\"cost_per_run\":null},\n\
        {\"model\":\"R1\",\"release_date\":\"2025-01-20\",\"mmlu\":90.8,\"cost_per_run\":5.4},\n\
        {\"model\":\"o1\",\"release_date\":\"2024-12-17\",\"mmlu\":91.8,\"cost_per_run\":186}]";
    let yaml = "models:\n  - model: GPT-9\n    release_date: null\n    mmlu: null\n    cost_per_run: null\n  \
        - model: R1\n    release_date: 2025-01-20\n    mmlu: 90.8\n    cost_per_run: 5.4\n  \
        - model: o1\n    release_date: 2024-12-17\n    mmlu: 91.8\n    cost_per_run: 186\n";
    let frame = parquet_of(&[
        &["model", "release_date", "mmlu", "cost_per_run"],
        &["GPT-9", "", "", ""],
        &["R1", "2025-01-20", "90.8", "5.4"],
        &["o1", "2024-12-17", "91.8", "186"],
    ]);
    for bytes in [json.as_bytes(), yaml.as_bytes(), &frame] {
        let read = read_bytes_of(bytes);
        assert_eq!(names(&read), ["GPT-9", "R1", "o1"]);
        assert_eq!(
            told(&read),
            "model=label; release_date=date; mmlu=score/percent; cost_per_run=cost_run/usd"
        );
        assert_eq!(table(&read).value("mmlu", 1), Some(90.8));
    }
}

#[test]
fn release_dates_are_read_each_by_its_own_exactness() {
    let dates = |cells: &[&str]| {
        let rows: String = cells
            .iter()
            .enumerate()
            .map(|(at, cell)| format!("M{at},{cell},{at}.5,6{at}\n"))
            .collect::<Vec<_>>()
            .concat();
        let read = read(&format!("Model,Release date,Cost per run,Accuracy\n{rows}"));
        assert!(told(&read).contains("Release date=date"), "{}", told(&read));
        let days: Vec<String> = table(&read)
            .rows
            .iter()
            .map(|row| row.released.map_or_else(String::new, |day| day.to_string()))
            .collect();
        let told = keys(&read);
        let coarse = read.warnings.iter().find(|warning| warning.message.key == "io-coarse-dates");
        let count = coarse.map(|warning| warning.message.facts[0].1.clone());
        (days.join(" "), count, told)
    };
    let count = |count: usize| Some(crate::model::Fact::from(count));
    let (days, coarse, _) = dates(&["2025-01-20", "2024-12", "Dec 2024", "2024"]);
    assert_eq!((days.as_str(), coarse), ("2025-01-20 2024-12-01 2024-12-01 2024-01-01", count(3)));
    let (days, coarse, _) = dates(&["2023", "2025-01-20", "2024-12-17", "2023-07"]);
    assert_eq!((days.as_str(), coarse), ("2023-01-01 2025-01-20 2024-12-17 2023-07-01", count(2)));
    let (days, coarse, _) = dates(&["2025-01-20T13:00:00Z", "2024-12-17 00:00:00"]);
    assert_eq!((days.as_str(), coarse), ("2025-01-20 2024-12-17", None));
    let (days, coarse, told) = dates(&["2025-01-20", "soon", "", "2024-12-17"]);
    assert_eq!((days.as_str(), coarse), ("2025-01-20   2024-12-17", None));
    assert_eq!(told, [(Some(3), "io-release-unread")]);
}

#[test]
fn a_long_cell_of_any_number_of_lines_stays_a_cell() {
    const SENTENCE: &str = "We present a model, trained on 14.8T tokens; it costs 5,576,000 USD. ";
    for lines in [1, 2, 21, 101, 481, 2000] {
        for place in 0..2 {
            let line: String = SENTENCE.chars().cycle().take(8000 / lines - 1).collect();
            let long = format!("\"{}\"", vec![line; lines].join("\n"));
            let cell = |at: usize| if at == place { long.as_str() } else { "\"x, y\"" };
            let read = read(&format!(
                "Model,Organization,Publication date,Abstract,Training compute cost (2023 USD),Model accessibility\n\
                 R1,DeepSeek,2025-01-20,{},6770000.0,Open weights (unrestricted)\n\
                 o1,OpenAI,2024-12-05,{},,API access\nMT,\"A,B\",2021-10-11,z,3800000.0,Unreleased\n",
                cell(0),
                cell(1),
            ));
            assert_eq!(names(&read), ["R1", "o1", "MT"], "{lines} lines in row {place}");
            assert_eq!(keys(&read), [], "{lines} lines in row {place}");
        }
    }
}
