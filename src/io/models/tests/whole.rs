//! Published headers in their whole length, and tables of models in workbooks and data frames.

use super::*;
use crate::io::containers::testing::{parquet_of, xlsx_of};

/// A table of that header; each row gives the cells it has by the names of their columns.
fn wide(header: &str, rows: &[&[(&str, &str)]]) -> String {
    let names: Vec<&str> = header.split(',').collect();
    let mut text = format!("{header}\n");
    for row in rows {
        for (name, _) in *row {
            assert!(names.contains(name), "{name} is no column");
        }
        let cell = |name: &&str| row.iter().find(|(of, _)| of == name).map_or("", |(_, cell)| *cell);
        text.push_str(&names.iter().map(cell).collect::<Vec<_>>().join(","));
        text.push('\n');
    }
    text
}

const NOTABLE: &str = "Model,Organization,Publication date,Domain,Task,Parameters,Parameters notes,\
    Training compute (FLOP),Training compute notes,Training dataset,Training dataset size (total),\
    Dataset size notes,Confidence,Link,Reference,Citations,Authors,Abstract,Organization categorization,\
    Country (of organization),Notability criteria,Notability criteria notes,Epochs,Training time (hours),\
    Training time notes,Training hardware,Hardware quantity,Hardware utilization (MFU),\
    Training compute cost (2023 USD),Compute cost notes,Training power draw (W),Base model,\
    Finetune compute (FLOP),Finetune compute notes,Batch size,Batch size notes,Model accessibility,\
    Training code accessibility,Inference code accessibility,Accessibility notes,Numerical format,\
    Frontier model,Hardware acquisition cost,Hardware utilization (HFU),Training compute cost (cloud),\
    Training compute cost (upfront),Open model weights?";

/// Two models, with every kind of cell that such a table has.
const TWO: [&[(&str, &str)]; 2] = [
    &[
        ("Model", "DeepSeek-R1"),
        ("Organization", "DeepSeek"),
        ("Publication date", "2025-01-20"),
        ("Domain", "Language"),
        ("Task", "\"Language modeling,Code generation\""),
        ("Parameters", "671000000000.0"),
        ("Training compute (FLOP)", "3.5e+24"),
        ("Training dataset size (total)", "14800000000000.0"),
        ("Confidence", "Confident"),
        ("Link", "https://x.y/1"),
        ("Reference", "\"Incentivizing\nreasoning\""),
        ("Citations", "7123.0"),
        ("Authors", "\"A B, C D\""),
        ("Abstract", "\"Long words,\nin two lines\""),
        ("Organization categorization", "Industry"),
        ("Country (of organization)", "China"),
        ("Notability criteria", "Highly cited"),
        ("Epochs", "1.0"),
        ("Training time (hours)", "1400.0"),
        ("Training hardware", "NVIDIA H800 SXM5"),
        ("Hardware quantity", "2048.0"),
        ("Hardware utilization (MFU)", "0.21"),
        ("Training compute cost (2023 USD)", "6770000.0"),
        ("Training power draw (W)", "2500000.0"),
        ("Base model", "DeepSeek-V3"),
        ("Finetune compute (FLOP)", "6e+23"),
        ("Batch size", "15360.0"),
        ("Model accessibility", "Open weights (unrestricted)"),
        ("Training code accessibility", "Unreleased"),
        ("Inference code accessibility", "Open source"),
        ("Numerical format", "FP8"),
        ("Frontier model", "True"),
        ("Hardware acquisition cost", "60000000.0"),
        ("Hardware utilization (HFU)", "0.3"),
        ("Training compute cost (cloud)", "5870000.0"),
        ("Training compute cost (upfront)", "70000000.0"),
    ],
    &[
        ("Model", "o1"),
        ("Organization", "OpenAI"),
        ("Publication date", "2024-12-05"),
        ("Domain", "Language"),
        ("Confidence", "Unknown"),
        ("Citations", "311.0"),
        ("Country (of organization)", "United States of America"),
        ("Model accessibility", "API access"),
        ("Frontier model", "True"),
    ],
];

/// What the columns of such a table are, in the order of the whole header.
const ROLES: [(&str, &str); 22] = [
    ("Model", "label"),
    ("Organization", "organization"),
    ("Publication date", "date"),
    ("Parameters", "size"),
    ("Training compute (FLOP)", "size"),
    ("Training dataset size (total)", "size"),
    ("Training dataset size (gradients)", "size"),
    ("Base model compute", "size"),
    ("Confidence", "certainty"),
    ("Country (of organization)", "country"),
    ("Training time (hours)", "size"),
    ("Hardware quantity", "size"),
    ("Training compute cost (2023 USD)", "cost_training/usd"),
    ("Finetune compute (FLOP)", "size"),
    ("Model accessibility", "accessibility"),
    ("Hardware acquisition cost", "cost_training/usd"),
    ("Training compute cost (cloud)", "cost_training/usd"),
    ("Training compute cost (upfront)", "cost_training/usd"),
    ("Open model weights?", "accessibility"),
    ("Training chip-hours", "size"),
    ("API prices", "cost_blended/usd_per_mtok"),
    ("Post-training compute (FLOP)", "size"),
];

/// The roles that a header should have, in its own order.
fn expected(header: &str) -> String {
    let role = |name: &str| ROLES.iter().find(|(known, _)| *known == name).map(|(_, role)| *role);
    let told = header.split(',').filter_map(|name| Some(format!("{name}={}", role(name)?)));
    told.collect::<Vec<_>>().join("; ")
}

#[test]
fn a_table_of_forty_seven_columns() {
    assert_eq!(NOTABLE.split(',').count(), 47);
    let mut rows: Vec<Vec<(&str, &str)>> = TWO.map(<[_]>::to_vec).to_vec();
    for (row, open) in rows.iter_mut().zip(["True", "False"]) {
        row.push(("Open model weights?", open));
    }
    let read = read(&wide(NOTABLE, &rows.iter().map(Vec::as_slice).collect::<Vec<_>>()));
    assert_eq!(told(&read), expected(NOTABLE));
    let models = table(&read);
    assert_eq!(models.value("Training compute cost (cloud)", 0), Some(5.87e6));
    assert_eq!((models.value("Training compute cost (cloud)", 1), models.rows.len()), (None, 2));
    assert_eq!(models.rows[1].open_weights, Some(false));
}

#[test]
fn an_older_table_has_other_columns() {
    let header = NOTABLE
        .replace("Training dataset size (total)", "Training dataset size (gradients)")
        .replace(",Open model weights?", "");
    let known = |row: &[(&'static str, &'static str)]| -> Vec<(&'static str, &'static str)> {
        row.iter().copied().filter(|(name, _)| header.split(',').any(|of| of == *name)).collect()
    };
    let rows = TWO.map(known);
    let read = read(&wide(&header, &rows.iter().map(Vec::as_slice).collect::<Vec<_>>()));
    assert_eq!(told(&read), expected(&header));
    assert_eq!(table(&read).rows[0].open_weights, Some(true), "as the accessibility tells");
}

#[test]
fn a_table_of_sixty_columns_in_another_order() {
    // The same columns from the last to the first, and those that this table has beside them.
    let mut names: Vec<&str> = NOTABLE.split(',').filter(|name| *name != "Open model weights?").collect();
    names.reverse();
    names.extend([
        "Training data center",
        "Training chip-hours",
        "Utilization notes",
        "Estimated over 1e25 FLOP",
        "Maybe over 1e25 FLOP",
        "Power per GPU",
        "Base model compute",
        "API prices",
        "FLOP/$",
        "Hardware release date",
        "Training compute estimation method",
        "Post-training compute (FLOP)",
        "Model versions (benchmarks)",
    ]);
    let header = names.join(",");
    let more: &[(&str, &str)] = &[
        ("Training chip-hours", "2788000.0"),
        ("Estimated over 1e25 FLOP", "False"),
        ("Power per GPU", "700.0"),
        ("API prices", "\"$0.55 / 1M input tokens,$2.19 / 1M output tokens\""),
        ("FLOP/$", "6e17"),
        ("Hardware release date", "2023-03-21"),
        ("Training compute estimation method", "\"Hardware,Operation counting\""),
        ("Post-training compute (FLOP)", "1.8e23"),
        ("Model versions (benchmarks)", "DeepSeek-R1"),
    ];
    let first: Vec<(&str, &str)> = TWO[0].iter().chain(more).copied().collect();
    let read = read(&wide(&header, &[&first, TWO[1]]));
    assert_eq!(told(&read), expected(&header));
    // (3 × 0.55 + 2.19) / 4
    let blended = table(&read).first_of(ColumnRole::CostBlended).unwrap();
    assert!((blended.values[0] - 0.96).abs() < 1e-12);
    assert_eq!(table(&read).rows[0].released, Some(jiff::civil::date(2025, 1, 20)), "not that of its chips");
}

#[test]
fn runs_with_every_key() {
    let run = |model: &str, rate: f64, cost: f64, effort: &str| {
        format!(
            "- dirname: 2025-01-20-19-11-38--{model}\n  test_cases: 225\n  model: {model}\n  edit_format: diff\n  \
             commit_hash: 5650697-dirty\n  reasoning_effort: {effort}\n  pass_rate_1: 26.7\n  pass_rate_2: {rate}\n  \
             pass_num_1: 60\n  pass_num_2: 128\n  percent_cases_well_formed: 96.9\n  error_outputs: 8\n  \
             num_malformed_responses: 7\n  num_with_malformed_responses: 7\n  user_asks: 15\n  lazy_comments: 0\n  \
             syntax_errors: 0\n  indentation_errors: 0\n  exhausted_context_windows: 1\n  prompt_tokens: 2700100\n  \
             completion_tokens: 800200\n  thinking_tokens: 0\n  test_timeouts: 5\n  total_tests: 225\n  \
             command: aider --model {model}\n  date: 2025-01-20\n  versions: 0.71.2.dev\n  \
             seconds_per_case: 113.7\n  total_cost: {cost}\n"
        )
    };
    let read = read(&(run("DeepSeek R1", 56.9, 5.4193, "''") + "\n" + &run("o1", 61.7, 186.4958, "high")));
    assert_eq!(
        told(&read),
        "model=label; pass_rate_1=score/percent; pass_rate_2=score/percent; date=date; total_cost=cost_run/usd"
    );
}

#[test]
fn a_workbook_and_a_data_frame_hold_the_same_table() {
    let cells: [&[&str]; 4] = [
        &["Model", "Organization", "Release date", "Input price", "Output price", "GPQA Diamond"],
        &["DeepSeek-R1", "DeepSeek", "2025-01-20", "0.55", "2.19", "71.5"],
        &["o1", "OpenAI", "2024-12-17", "15", "60", "75.7"],
        &["Kimi k1.5", "Moonshot", "2025-01-22", "", "", "52.4"],
    ];
    let text: String = cells.iter().map(|row| row.join(",") + "\n").collect();
    let plain = read(&text);
    let expected = "Model=label; Organization=organization; Release date=date; \
        Input price=cost_api_input/usd_per_mtok; Output price=cost_api_output/usd_per_mtok; \
        GPQA Diamond=score/percent";
    assert_eq!(told(&plain), expected);
    for (name, bytes) in [("models.xlsx", xlsx_of("Models", &cells)), ("models.parquet", parquet_of(&cells))]
    {
        let read = read_bytes(Path::new(name), &bytes, &Overrides::default(), &Control::unwatched()).unwrap();
        assert_eq!(told(&read), expected, "{name}");
        let (one, other) = (table(&read), table(&plain));
        assert_eq!(one.columns.len(), other.columns.len(), "{name}");
        for (column, expected) in one.columns.iter().zip(&other.columns) {
            let bits = |values: &[f64]| values.iter().map(|value| value.to_bits()).collect::<Vec<_>>();
            assert_eq!(bits(&column.values), bits(&expected.values), "{name}: {}", column.name);
        }
        let known = |table: &ModelTable| -> Vec<_> {
            table.rows.iter().map(|row| (row.label.clone(), row.organization.clone(), row.released)).collect()
        };
        assert_eq!(known(one), known(other), "{name}");
    }
}
