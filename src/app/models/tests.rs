//! Questions about the sample, answered by hand, and about odd tables.

use super::*;
use crate::app::testing::sample_app;
use crate::io::{self, Control, read_bytes};
use crate::model::{Overrides, SourceId};
use jiff::civil::date;
use std::path::Path;
use std::sync::Arc;

fn of_sample(question: &Question) -> Answer {
    let app = sample_app();
    answer(app.data(), question, app.words()).unwrap()
}

/// Every model is named where the answer goes to another program.
#[test]
fn long_lists_of_names_are_whole_where_they_are_asked_for() {
    let models = |letter: &str| {
        let rows: Vec<String> = (0..20).map(|at| format!("{letter}{at},{at}")).collect();
        format!("model,gpqa\nshared,50\n{}\n", rows.join("\n"))
    };
    let texts = [models("a"), models("b")];
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let told =
        |is_whole| of_text(&texts, &Question { is_whole, ..Question::default() }).unwrap().notes.join("\n");
    let (whole, short) = (told(true), told(false));
    assert!(whole.contains("b19") && whole.contains("a19") && !whole.contains('…'), "{whole}");
    assert!(!short.contains("b19") && short.contains('…'), "{short}");
}

fn of_text(texts: &[&str], question: &Question) -> Result<Answer, Message> {
    let read = |(text, id): (&&str, u32)| {
        let name = format!("{id}.csv");
        let file =
            read_bytes(Path::new(&name), text.as_bytes(), &Overrides::default(), &Control::unwatched());
        (SourceId(id), Arc::new(file.unwrap()))
    };
    let data = io::compose(&texts.iter().zip(0..).map(read).collect::<Vec<_>>());
    answer(&data, question, &Words::english())
}

/// By API price, blended 3 to 1, in dollars per million tokens, against AIME 2024 in per cent.
///
/// Models with both, by price: DeepSeek-V3 0.175/39.2 · R1 0.96/79.8 (released 20 January) · Llama
/// 3.1 405B 3.5/23.3 · o1-mini 5.25/63.6 · Claude 3.5 Sonnet 6/16 · GPT-4o of May 7.5/9.3 · o1-1217
/// 26.25/79.2 · o1-preview 26.25/44.6. On 19 January each next better one is V3, o1-mini (63.6), o1
/// (79.2). On 20 January R1 is cheaper than o1-mini and o1 and better than both: V3, R1.
#[test]
fn what_20_january_2025_changed_in_aime() {
    let on = |day| {
        of_sample(&Question {
            cost: CostChoice::Kind(Cost::Api),
            score: Some("aime_2024_pass1".to_owned()),
            as_of: Some(day),
            ..Question::default()
        })
    };
    let before = on(date(2025, 1, 19));
    assert_eq!(before.frontier, ["DeepSeek-V3", "o1-mini", "o1-1217"]);
    let after = on(date(2025, 1, 20));
    assert_eq!(after.frontier, ["DeepSeek-V3", "DeepSeek-R1"]);
    assert_eq!((after.cost.unit, after.score.unit), (Unit::UsdPerMtok, Unit::Percent));
    assert_eq!(after.cost.column.as_deref(), Some("api_blended_usd_per_mtok"));
    assert_eq!(after.points.len(), 41, "nothing is dropped");
    let r1 = after.points.iter().find(|point| point.label == "DeepSeek-R1").unwrap();
    assert_eq!((r1.cost, r1.score, r1.frontier, r1.undisclosed), (Some(0.96), Some(79.8), true, false));
}

/// The same against GPQA Diamond as the makers report it.
///
/// By price: Gemini 2.0 Flash 0.175/62.1 · V3 0.175/59.1 · GPT-4o mini 0.2625/40.2 · R1 0.96/71.5 ·
/// Claude 3.5 Haiku 1.6/41.6 · Gemini 1.5 Pro 2.1875/59.1 · Llama 3.1 405B 3.5/51.1 · GPT-4o of
/// November 4.375/46 · o1-mini 5.25/60 · Claude 3.5 Sonnet 6/65 · GPT-4o of May 7.5/49.9 · GPT-4 Turbo
/// 15/49.3 · o1-1217 26.25/75.7 · o1-preview 26.25/73.3 · Claude 3 Opus 30/50.4. On 19 January: Gemini
/// 2.0 Flash, Claude 3.5 Sonnet (65), o1 (75.7). On 20 January R1 is cheaper and better than Sonnet.
///
/// The price of Gemini 2.0 Flash is of 25 February: without it V3 opens the frontier of 27 January.
#[test]
fn what_20_january_2025_changed_in_gpqa() {
    let on = |day| {
        of_sample(&Question {
            cost: CostChoice::Kind(Cost::Api),
            score: Some("GPQA_Diamond".to_owned()),
            as_of: day,
            ..Question::default()
        })
    };
    assert_eq!(on(Some(date(2025, 1, 19))).frontier, ["Gemini 2.0 Flash", "Claude 3.5 Sonnet", "o1-1217"]);
    assert_eq!(on(Some(date(2025, 1, 20))).frontier, ["Gemini 2.0 Flash", "DeepSeek-R1", "o1-1217"]);
    let at_event = on(None);
    assert_eq!(at_event.as_of.as_deref(), Some("2025-01-27"));
    let without = "The frontier without prices dated after 2025-01-27: DeepSeek-V3, DeepSeek-R1, o1-1217";
    assert!(at_event.notes.iter().any(|note| note == without), "{:?}", at_event.notes);
    assert!(at_event.notes.iter().any(|note| note.starts_with("Prices dated after 2025-01-27: ")));
}

/// Rent of the machines, in dollars: V3 5,576,000 · R1 5,870,000 · R1-Zero 5,778,752 · GPT-4 78,562,017
/// · Gemini 1.0 Ultra 198,893,275 · Llama 3.1 405B 61,680,000 (30.84 million hours at two dollars,
/// before an estimate of 169,828,008).
#[test]
fn training_costs_open_on_rent_and_the_others_are_named() {
    let rent = of_sample(&Question { cost: CostChoice::Kind(Cost::Training), ..Question::default() });
    assert_eq!(rent.cost.basis.as_deref(), Some("cloud_rental"));
    let mut costs: Vec<(String, f64)> =
        rent.points.iter().filter_map(|point| Some((point.label.clone(), point.cost?))).collect();
    costs.sort_by(|a, b| a.1.total_cmp(&b.1));
    let expected = [
        ("DeepSeek-V3", 5_576_000.0),
        ("R1-Zero", 5_778_752.0),
        ("DeepSeek-R1", 5_870_000.0),
        ("Llama 3.1 405B", 61_680_000.0),
        ("GPT-4 (2023)", 78_562_017.0),
        ("Gemini 1.0 Ultra", 198_893_275.0),
    ];
    assert_eq!(costs, expected.map(|(label, cost)| (label.to_owned(), cost)));
    assert!(rent.notes.iter().any(|note| note.contains("another basis") && note.contains("Grok-2")));
    let all = of_sample(&Question {
        cost: CostChoice::Kind(Cost::Training),
        basis: BasisChoice::All,
        ..Question::default()
    });
    assert_eq!(all.cost.basis.as_deref(), Some("mixed"));
    let gpt4 = all.points.iter().find(|point| point.label == "GPT-4 (2023)").unwrap();
    assert_eq!((gpt4.cost, gpt4.basis), (Some(1e8), Some(CostBasis::LowerBound)));
    let part = Question {
        cost: CostChoice::Kind(Cost::Training),
        basis: BasisChoice::Only(CostBasis::Part),
        ..Question::default()
    };
    let part = of_sample(&part);
    assert!(
        part.points
            .iter()
            .filter(|point| point.cost.is_some())
            .all(|point| point.basis == Some(CostBasis::Part))
    );
}

#[test]
fn the_default_score_is_the_one_most_models_share_and_filters_narrow_the_models() {
    let all = of_sample(&Question::default());
    assert_eq!(all.score.column.as_deref(), Some("gpqa_diamond"));
    let own = of_sample(&Question {
        filters: vec![Filter::parse("organization=DeepSeek").unwrap()],
        ..Question::default()
    });
    assert_eq!(own.points.len(), 11);
    assert!(own.points.iter().all(|point| point.organization.as_deref() == Some("DeepSeek")));
    assert_eq!(own.frontier, ["DeepSeek-V3", "DeepSeek-R1"]);
}

#[test]
fn an_answer_has_the_keys_that_other_programs_read() {
    let value = serde_json::to_value(of_sample(&Question::default())).unwrap();
    let keys =
        |value: &serde_json::Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>().join(" ");
    let mut top: Vec<String> = value.as_object().unwrap().keys().cloned().collect();
    top.sort();
    assert_eq!(top, ["as_of", "columns", "cost", "frontier", "notes", "points", "score"]);
    let sorted = |text: String| {
        let mut words: Vec<String> = text.split(' ').map(str::to_owned).collect();
        words.sort();
        words.join(" ")
    };
    assert_eq!(sorted(keys(&value["cost"])), "basis column unit");
    assert_eq!(sorted(keys(&value["score"])), "column unit");
    assert_eq!(sorted(keys(&value["columns"][0])), "name role unit");
    let point = sorted(keys(&value["points"][0]));
    assert_eq!(point, "basis cost date frontier high label low organization score undisclosed");
}

#[test]
fn odd_tables_have_clear_statements() {
    let has = |answer: &Answer, text: &str| {
        assert!(answer.notes.iter().any(|note| note.contains(text)), "{text}: {:?}", answer.notes);
    };
    let question = Question { today: Some(date(2025, 3, 1)), ..Question::default() };
    let no_cost = of_text(&["model,date,gpqa\nA,2024-01-01,50\nB,2024-02-01,60\n"], &question).unwrap();
    assert!(no_cost.points.iter().all(|point| point.cost.is_none() && point.undisclosed));
    assert_eq!((no_cost.cost.column.clone(), no_cost.frontier.len()), (None, 0));
    has(&no_cost, "No column holds such a cost");
    let one = of_text(&["model,date,gpqa,total_cost\nA,2024-01-01,50,5\n"], &question).unwrap();
    assert_eq!(one.frontier, ["A"]);
    has(&one, "One model alone");
    let hidden =
        of_text(&["model,date,gpqa,total_cost\nA,2024-01-01,50,0\nB,2024-01-01,60,\n"], &question).unwrap();
    has(&hidden, "No model has a disclosed cost");
    assert_eq!(hidden.cost.column.as_deref(), Some("total_cost"));
    let negative =
        of_text(&["model,date,gpqa,total_cost\nA,2024-01-01,50,-3\nB,2024-01-01,60,2\n"], &question).unwrap();
    has(&negative, "below zero");
    let future =
        of_text(&["model,date,gpqa,total_cost\nA,2024-01-01,50,3\nB,2099-01-01,60,2\nC,,70,1\n"], &question)
            .unwrap();
    assert_eq!(
        (future.as_of.as_deref(), future.frontier.as_slice()),
        (Some("2024-01-01"), ["A".to_owned()].as_slice())
    );
    has(&future, "Dated in the future: B");
    has(&future, "never on a frontier: C");
    let words = of_text(&["model,organization,license\nA,X,MIT\nB,Y,MIT\n"], &question).unwrap();
    has(&words, "No column holds a score");
    let apart = of_text(&["model,gpqa\nA,50\n", "model,total_cost\nB,3\n"], &question).unwrap();
    assert_eq!(apart.points.len(), 2);
    has(&apart, "shares no model");
    assert_eq!(
        of_text(&["date,close\n2025-01-24,1\n2025-01-27,2\n"], &question).unwrap_err().key,
        "app-models-none"
    );
    let unknown = Question { score: Some("smell".to_owned()), ..Question::default() };
    assert_eq!(of_text(&["model,gpqa\nA,50\n"], &unknown).unwrap_err().key, "app-models-no-column");
}

#[test]
fn a_join_puts_prices_to_scores() {
    let joined = of_text(
        &[
            "Model version,mean_score,Release date\no1-2024-12-17_high,0.77,2024-12-17\nDeepSeek-R1,0.69,2025-01-20\n",
            "vendor,name,input,output\nopenai,o1,15,60\ndeepseek,DeepSeek-R1,0.55,2.19\n",
        ],
        &Question { cost: CostChoice::Column("output".to_owned()), ..Question::default() },
    )
    .unwrap();
    let costs: Vec<_> = joined.points.iter().map(|point| point.cost).collect();
    assert_eq!(costs, [Some(60.0), Some(2.19)]);
    assert_eq!(joined.frontier, ["DeepSeek-R1", "o1-2024-12-17_high"]);
}
