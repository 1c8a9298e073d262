//! Odd tables: what is missing, doubled, mixed or impossible is told, and nothing is dropped.

use super::*;

#[test]
fn a_cost_of_zero_is_one_that_was_not_disclosed() {
    let read = read(
        "model,organization,release_date,open_weights,api_blended,gpqa\n\
         A,Lab,2025-01-20,yes,0.96,71.5\nB,Lab,2024-12-17,no,0,75.7\nC,,,,,abc\n,x,,,1,1.5\nA,,,,2,50\n,x,,,,\n",
    );
    let models = table(&read);
    let names: Vec<&str> = models.rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["A", "B", "C", "#5", "A"], "a row of numbers stays without a name");
    assert_eq!((models.value("api_blended", 0), models.value("api_blended", 1)), (Some(0.96), None));
    assert_eq!((models.value("gpqa", 2), models.value("gpqa", 4)), (None, Some(50.0)));
    assert_eq!((models.rows[0].open_weights, models.rows[1].open_weights), (Some(true), Some(false)));
    assert_eq!(models.rows[0].released, Some(jiff::civil::date(2025, 1, 20)));
    let undisclosed = read.assumptions.iter().find(|a| a.key == "undisclosed_cost").unwrap();
    assert_eq!((undisclosed.value.as_str(), undisclosed.certain), ("zero_and_empty", false));
    let units = read.assumptions.iter().find(|a| a.key == "score_units").unwrap();
    assert_eq!(units.value, "gpqa=percent");
    let expected = [
        (Some(4), "io-bad-number"),
        (Some(5), "io-row-without-name"),
        (Some(6), "io-duplicate-model"),
        (Some(7), "io-row-without-model"),
    ];
    assert_eq!(keys(&read), expected);
}

#[test]
fn without_a_known_name_the_most_distinct_words_are_the_label() {
    let read = forced(
        "kind,who,link,my test\nchat,R1,https://a,0.7\nchat,o1,https://b,0.8\nbase,V3,https://c,0.4\n",
    );
    assert_eq!(told(&read), "who=label; my test=score/fraction");
    let label = read.assumptions.iter().find(|a| a.key == "label_column").unwrap();
    assert_eq!((label.value.as_str(), label.certain), ("who", false));
    let numbers = forced("a test,b test\n0.7,0.1\n0.8,0.2\n");
    assert_eq!(table(&numbers).rows[0].name, "#2");
    assert!(keys(&numbers).contains(&(Some(1), "io-models-without-names")));
}

#[test]
fn a_table_without_numbers_says_so() {
    let read = read("Model,Organization,License\nR1,DeepSeek,MIT\no1,OpenAI,Proprietary\n");
    assert_eq!(told(&read), "Model=label; Organization=organization; License=accessibility");
    assert_eq!(keys(&read), [(Some(1), "io-models-without-scores")]);
    assert_eq!(table(&read).rows.len(), 2);
}

#[test]
fn impossible_costs_are_told_and_not_drawn() {
    let read = read("model,total_cost,gpqa\nA,-5,70\nB,inf,71\nC,1e999,72\nD,$1.50,73\n");
    let costs: Vec<_> = (0..4).map(|row| table(&read).value("total_cost", row)).collect();
    assert_eq!(costs, [None, None, None, Some(1.5)]);
    let told: Vec<_> = keys(&read);
    assert!(told.contains(&(Some(2), "io-negative-cost")), "{told:?}");
    let bad = read.warnings.iter().find(|warning| warning.message.key == "io-bad-number").unwrap();
    assert_eq!(bad.lines(), [3, 4]);
}

#[test]
fn a_column_of_two_units_names_its_lines() {
    let read = read(
        "model,gpqa,input price,output price\nA,86.4,2.5,10\nB,0.908,2.5,10\nC,75,0.0000025,10\nD,0.7,2.5,10\nE,60,1,4\n",
    );
    let mixed: Vec<_> = read.warnings.iter().filter(|w| w.message.key == "io-mixed-column").collect();
    assert_eq!(mixed.iter().map(|w| w.line).collect::<Vec<_>>(), [Some(3), Some(4)]);
    let lines = mixed[0].message.facts.iter().find(|(name, _)| *name == "lines").unwrap();
    assert_eq!(lines.1, crate::model::Fact::Text("3, 5".to_owned()));
    assert_eq!(table(&read).value("gpqa", 1), Some(0.908), "a score is never rescaled");
}

#[test]
fn prices_of_a_token_become_prices_of_a_million() {
    let read = read(
        "model,organization,input_cost_per_token,output_cost_per_token\nR1,DeepSeek,5.5e-07,2.19e-06\no1,OpenAI,1.5e-05,6e-05\n",
    );
    let models = table(&read);
    assert_eq!(
        (models.value("input_cost_per_token", 0), models.value("output_cost_per_token", 0)),
        (Some(0.55), Some(2.19))
    );
    let unit = read
        .assumptions
        .iter()
        .find(|a| a.key == "column_unit" && a.column.as_deref() == Some("input_cost_per_token"));
    assert_eq!(unit.unwrap().value, "usd_per_token");
}

#[test]
fn roles_and_units_can_be_decided_otherwise_and_are_remembered_by_header() {
    let text = "model,foo,bar\nA,60,0.5\nB,70,0.6\n";
    let mut overrides = Overrides::default();
    for (decision, column, value) in [
        (Decision::ColumnRole, "FOO", "cost_run"),
        (Decision::ColumnUnit, "foo", "usd_per_case"),
        (Decision::ColumnRole, "gone", "score"),
    ] {
        overrides.set(decision, overrides.with_column(decision, column, Some(value)));
    }
    let plain = read(text);
    assert_eq!(told(&plain), "model=label; foo=score/percent; bar=score/fraction");
    let open = |loaded: &Loaded, key: &str| {
        let found = loaded.assumptions.iter().find(|a| a.key == key && a.column.as_deref() == Some("foo"));
        found.map(|a| (a.value.clone(), a.certain, a.choices.len())).unwrap()
    };
    assert_eq!(open(&plain, "column_role"), ("score".to_owned(), false, 15));
    let decided = read_as(text, &overrides);
    assert_eq!(told(&decided), "model=label; foo=cost_run/usd_per_case; bar=score/fraction");
    assert_eq!(open(&decided, "column_role"), ("cost_run".to_owned(), true, 15));
    assert_eq!(keys(&decided), [(Some(1), "io-models-no-column")]);
    assert_eq!(plain.outline.header, decided.outline.header, "files of one header are known by it");
}

#[test]
fn decisions_that_cannot_be_meant_are_refused() {
    for (decision, value) in [
        (Decision::ColumnRole, "foo=wisdom"),
        (Decision::ColumnUnit, "foo=parsec"),
        (Decision::Blend, "-1"),
        (Decision::Content, "songs"),
    ] {
        let mut overrides = Overrides::default();
        overrides.set(decision, Some(value.to_owned()));
        let found = read_bytes(Path::new("x"), b"model,foo\nA,1\n", &overrides, &Control::unwatched());
        let message = found.unwrap_err().message();
        assert!(message.key.starts_with("io-no-such-"), "{message:?}");
    }
}

#[test]
fn long_cells_and_line_breaks_stay_whole() {
    let long = "x".repeat(8000);
    let read = read(&format!("Model,Notes,GPQA\n\"A\nB\",\"{long}\nend\",50\nC,,60\n"));
    let models = table(&read);
    assert_eq!(models.rows[0].name, "A B");
    assert_eq!(models.rows[0].notes.as_deref().map(str::len), Some(8004));
    assert_eq!(models.rows[1].line, 5);
}

#[test]
fn tabs_and_semicolons_divide_too() {
    for text in [
        "Model\tGPQA\tTotal cost\nA\t50,5\t1,25\nB\t60,1\t2,5\n",
        "Model;GPQA;Total cost\nA;50,5;1,25\nB;60,1;2,5\n",
    ] {
        let read = read(text);
        assert_eq!(told(&read), "Model=label; GPQA=score/percent; Total cost=cost_run/usd");
        assert_eq!(table(&read).value("GPQA", 0), Some(50.5));
    }
}
