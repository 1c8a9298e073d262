//! Amounts in words, in other units, in other currencies and of several times.

use super::*;

/// What is told of a file by that key: how often, and the count in the sentence.
fn told_of(loaded: &Loaded, key: &str) -> Vec<Vec<crate::model::Fact>> {
    let warnings = loaded.warnings.iter().filter(|warning| warning.message.key == key);
    warnings.map(|warning| warning.message.facts.iter().map(|(_, fact)| fact.clone()).collect()).collect()
}

#[test]
fn prices_in_words_are_of_the_side_that_their_column_names() {
    let read = read(
        "Model,Release date,Input price,Output price,MMLU\n\
         R1,2025-01-20,$0.55 / 1M tokens,$2.19 / 1M tokens,90.8\n\
         o1,2024-12-17,$15.00 / 1M tokens,on request,91.8\n\
         V3,2024-12-26,$0.14 / 1M tokens,$0.28 / 1M tokens,88\n",
    );
    let models = table(&read);
    let of = |row| (models.value("Input price", row), models.value("Output price", row));
    assert_eq!((of(0), of(1)), ((Some(0.55), Some(2.19)), (Some(15.0), None)));
    let roles: Vec<ColumnRole> = models.header.iter().map(|column| column.role).collect();
    assert_eq!(roles[2..4], [ColumnRole::CostApiInput, ColumnRole::CostApiOutput]);
    assert_eq!(told_of(&read, "io-unread-prices").len(), 1);
}

#[test]
fn millions_in_words_are_millions() {
    let read = read("Model,Training cost,MMLU\nGPT-4,$100M,86\nV3,$5.576 million,88\nGrok-3,$1.16bn,90\n");
    let costs = &table(&read).column("Training cost").unwrap().values;
    assert_eq!(costs.as_slice(), [1e8, 5.576e6, 1.16e9]);
    assert!(read.warnings.is_empty());
}

#[test]
fn costs_in_another_currency_are_withheld_and_told() {
    for text in [
        "Model,Cost,Score\nR1,€0.9,71.5\no1,€25,75.7\n",
        "Model,Cost (GBP),Score\nR1,0.9,71.5\no1,25,75.7\n",
        "Model,Blended price (EUR/1M),Score\nR1,0.9,71.5\no1,25,75.7\n",
    ] {
        let read = read(text);
        let told = told_of(&read, "io-other-currency");
        assert!(told.len() == 1 && told[0].contains(&crate::model::Fact::Count(2)), "{text} {told:?}");
        let costs = table(&read).columns.iter().find(|column| column.role.is_cost()).unwrap();
        assert_eq!((costs.filled(), costs.values.len()), (0, 2), "{text}");
    }
}

#[test]
fn cents_become_dollars_and_hours_minutes_with_their_intervals() {
    let cents = read("Model,Cost (cents),Score\nA,50,2\nB,230,3\n");
    assert_eq!(table(&cents).column("Cost (cents)").unwrap().values, [0.5, 2.3]);
    let hours = read("Model,Time horizon (hours),CI low,CI high\nA,0.5,0.25,1\nB,2.5,2,3\n");
    let column = table(&hours).column("Time horizon (hours)").unwrap();
    assert_eq!((column.unit, column.values.as_slice()), (Unit::Minutes, [30.0, 150.0].as_slice()));
    assert_eq!(column.interval(0), Some([15.0, 60.0]));
}

#[test]
fn what_is_cheap_or_low_is_of_no_other_unit() {
    let dear = "Model,Input price per 1K tokens,Output price per 1K tokens,MMLU\n";
    let read_prices = read(&format!("{dear}R1,0.00055,0.00219,90.8\no1,0.015,0.06,91.8\n"));
    assert_eq!(table(&read_prices).value("Input price per 1K tokens", 0), Some(0.55));
    assert!(told_of(&read_prices, "io-mixed-column").is_empty());
    let low = read("model,pass_rate_1,pass_rate_2\nA,0.9,3.6\nB,26.7,56.9\nC,57.0,61\n");
    assert!(told_of(&low, "io-mixed-column").is_empty());
    let names: Vec<&str> = table(&low).columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!(names, ["pass_rate_2", "pass_rate_1"], "the last try is the result");
}

#[test]
fn of_prices_of_several_times_the_one_in_force_last_is_read() {
    let read = forced(
        "name,input,output,from_date,to_date\n\
         DeepSeek-V3,0.14,0.28,,2025-02-08\n\
         DeepSeek-V3,0.27,1.10,2025-02-08,\n\
         o1-mini,1.10,4.40,2025-01-31,\n\
         o1-mini,3,12,2024-09-12,2025-01-31\n\
         o1,15,60,2024-12-17,\n",
    );
    let models = table(&read);
    let rows: Vec<(&str, Option<f64>, Option<String>)> = models
        .rows
        .iter()
        .enumerate()
        .map(|(at, row)| {
            (row.name.as_str(), models.value("output", at), row.price_date.map(|date| date.to_string()))
        })
        .collect();
    let expected = [
        ("DeepSeek-V3", Some(1.1), Some("2025-02-08".to_owned())),
        ("o1-mini", Some(4.4), Some("2025-01-31".to_owned())),
        ("o1", Some(60.0), Some("2024-12-17".to_owned())),
    ];
    assert_eq!(rows, expected);
    assert_eq!(told_of(&read, "io-prices-of-times").len(), 1);
    assert!(told_of(&read, "io-duplicate-model").is_empty());
}

#[test]
fn a_sum_is_counted_as_its_known_part() {
    let read = read(
        "model,training_cost_usd,training_cost_basis,mmlu\n\
         R1,5870000,\"reported, summed: V3 base $5.576M + post-training $0.294M\",90.8\n\
         V3,5576000,reported: 2.788M GPU-hours x $2/h rental,88.5\n",
    );
    let column = table(&read).column("training_cost_usd").unwrap();
    assert_eq!(column.basis, [crate::model::CostBasis::CloudRental; 2]);
}

#[test]
fn a_cutoff_of_knowledge_is_no_certainty() {
    let read = read("Model,Knowledge Cutoff,GPQA\nA,Unknown,50\nB,unknown,60\nC,Unknown,70\n");
    assert_eq!(table(&read).header[1].role, ColumnRole::Other);
}
