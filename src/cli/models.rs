//! `richter models`: cost, score and frontier of any table of models, as a table, JSON or CSV.

use crate::app::jobs::Progress;
use crate::app::models::{Answer, PointLine, Question, answer, today};
use crate::app::open;
use crate::io;
use crate::model::{Data, Decision, Message, Overrides, Unit};
use crate::study::models::{is_alike, near};
use crate::text::{Arg, Words};

use super::Ending;
use super::arguments::{ModelsForm, ModelsTask};
use super::printer::{Printer, complain};

/// Reads the files or the sample and answers.
pub(super) fn run(task: &ModelsTask, printer: &mut Printer<'_>) -> Ending {
    match answered(task, printer) {
        Ok(text) => {
            printer.print(&text);
            Ending::Done
        }
        Err(message) => {
            printer.tell(&message);
            Ending::Failed
        }
    }
}

fn answered(task: &ModelsTask, printer: &mut Printer<'_>) -> Result<String, Message> {
    let progress = Progress::unwatched();
    let reading = if task.files.is_empty() {
        open::read_sample(&progress)
    } else {
        open::read_models(&task.files, &task.overrides, &progress)
    };
    let data = io::compose(&open::number(super::usable(reading, &task.overrides, printer)?, 0));
    check_columns(&task.overrides, &data)?;
    let question = Question { today: Some(today()), ..task.question.clone() };
    let words = printer.words();
    let answer = answer(&data, &question, words)?;
    let failed = |reason: String| Message::new("cli-output").with("reason", reason);
    Ok(match task.form {
        ModelsForm::Json => {
            serde_json::to_string_pretty(&answer).map_err(|error| failed(error.to_string()))? + "\n"
        }
        ModelsForm::Csv => {
            answer.notes.iter().for_each(|note| complain(note));
            csv(&answer).map_err(|error| failed(error.to_string()))?
        }
        ModelsForm::Text => text(&answer, words),
    })
}

/// Whether some file has each column that was decided on.
fn check_columns(overrides: &Overrides, data: &Data) -> Result<(), Message> {
    let Some(table) = &data.models else { return Ok(()) };
    let names = || table.header.iter().map(|column| column.name.as_str());
    let decided = [Decision::ColumnRole, Decision::ColumnUnit].map(|decision| overrides.columns(decision));
    for (column, _) in decided.into_iter().flatten() {
        if !names().any(|name| is_alike(name, column)) {
            let mut found = near(names(), column);
            if found.is_empty() {
                found = names().collect();
            }
            let found: Vec<String> = found.into_iter().map(str::to_owned).collect();
            return Err(Message::new("cli-models-no-column").with("column", column).with("near", found));
        }
    }
    Ok(())
}

/// A line a model, in file order.
fn csv(answer: &Answer) -> Result<String, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record([
        "label",
        "organization",
        "date",
        "cost",
        "score",
        "low",
        "high",
        "frontier",
        "undisclosed",
        "basis",
    ])?;
    let number = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
    for point in &answer.points {
        writer.write_record([
            point.label.clone(),
            point.organization.clone().unwrap_or_default(),
            point.date.clone().unwrap_or_default(),
            number(point.cost),
            number(point.score),
            number(point.low),
            number(point.high),
            point.frontier.to_string(),
            point.undisclosed.to_string(),
            point.basis.map(|basis| basis.code().to_owned()).unwrap_or_default(),
        ])?;
    }
    let bytes = writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// A table for people: what stands on the axes, the models from cheap to dear with those of
/// undisclosed cost behind them, and the notes.
fn text(answer: &Answer, words: &Words) -> String {
    let none = words.text("cli-models-none");
    let or_none = |text: &Option<String>| text.clone().unwrap_or_else(|| none.clone());
    let axis = |name: &Option<String>, unit: Unit, basis: Option<&str>| {
        let facts = [unit_code(unit), basis.map(str::to_owned)];
        let facts: Vec<String> = facts.into_iter().flatten().collect();
        if facts.is_empty() { or_none(name) } else { format!("{} ({})", or_none(name), facts.join(", ")) }
    };
    let cost = axis(&answer.cost.column, answer.cost.unit, answer.cost.basis.as_deref());
    let score = axis(&answer.score.column, answer.score.unit, None);
    let as_of = or_none(&answer.as_of);
    let facts = [("cost", Arg::Text(&cost)), ("score", Arg::Text(&score)), ("date", Arg::Text(&as_of))];
    let mut lines = vec![words.say("cli-models-axes", &facts), String::new()];
    let mut points: Vec<&PointLine> = answer.points.iter().collect();
    points.sort_by(|a, b| {
        let cost = |point: &PointLine| point.cost.unwrap_or(f64::INFINITY);
        let score = |point: &PointLine| point.score.unwrap_or(f64::NEG_INFINITY);
        cost(a).total_cmp(&cost(b)).then(score(b).total_cmp(&score(a)))
    });
    let heads = [
        "cli-models-column-label",
        "cli-models-column-organization",
        "cli-models-column-date",
        "cli-models-column-cost",
        "cli-models-column-score",
        "cli-models-column-interval",
        "cli-models-column-frontier",
    ]
    .map(|key| words.text(key));
    let mut rows = vec![heads.to_vec()];
    rows.extend(points.into_iter().map(|point| row(point, words)));
    lines.extend(aligned(&rows));
    if !answer.frontier.is_empty() {
        let names = answer.frontier.join(", ");
        lines.extend([String::new(), words.say("cli-models-frontier", &[("names", Arg::Text(&names))])]);
    }
    if !answer.notes.is_empty() {
        lines.push(String::new());
        lines.extend(answer.notes.iter().map(|note| format!("! {note}")));
    }
    lines.join("\n") + "\n"
}

/// The name that the JSON has for a unit; nothing for none.
fn unit_code(unit: Unit) -> Option<String> {
    match serde_json::to_value(unit) {
        Ok(serde_json::Value::String(code)) if unit != Unit::None => Some(code),
        Ok(_) | Err(_) => None,
    }
}

fn row(point: &PointLine, words: &Words) -> Vec<String> {
    let number = |value: f64| words.number(value, decimals(value));
    let cost = match point.cost {
        Some(cost) => words.dollars(cost),
        None => words.text("cli-models-undisclosed"),
    };
    let interval = match (point.low, point.high) {
        (Some(low), Some(high)) => format!("{}–{}", number(low), number(high)),
        _ => String::new(),
    };
    let mark = if point.frontier { words.text("cli-models-on-frontier") } else { String::new() };
    vec![
        cut(&point.label, 44),
        cut(point.organization.as_deref().unwrap_or_default(), 32),
        point.date.clone().unwrap_or_default(),
        cost,
        point.score.map(number).unwrap_or_default(),
        interval,
        mark,
    ]
}

/// The beginning of a long text, so that one cell does not widen the whole column.
fn cut(text: &str, most: usize) -> String {
    let mut kept: String = text.chars().take(most).collect();
    if text.chars().nth(most).is_some() {
        kept.push('…');
    }
    kept
}

/// Decimals that show a score: three of a fraction, else as many as its first digits need.
fn decimals(value: f64) -> usize {
    match value.abs() {
        size if size <= 1.0 => 3,
        size if size < 400.0 => 1,
        _ => 0,
    }
}

/// Columns that stand under each other, numbers at their right end.
fn aligned(rows: &[Vec<String>]) -> Vec<String> {
    const RIGHT: [usize; 3] = [3, 4, 5];
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let length = |text: &str| text.chars().count();
    let widths: Vec<usize> = (0..count)
        .map(|column| {
            rows.iter().filter_map(|row| row.get(column)).map(|cell| length(cell)).max().unwrap_or(0)
        })
        .collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).enumerate().map(|(column, (cell, width))| {
            let room = " ".repeat(width.saturating_sub(length(cell)));
            if RIGHT.contains(&column) { format!("{room}{cell}") } else { format!("{cell}{room}") }
        });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::models::{CostLine, ScoreLine};
    use crate::model::{ColumnInfo, ColumnRole, Fact, ModelTable};

    fn answer() -> Answer {
        let point = |label: &str, cost, frontier| PointLine {
            label: label.to_owned(),
            organization: Some("A, B".to_owned()),
            date: Some("2025-01-20".to_owned()),
            cost,
            score: Some(71.5),
            low: None,
            high: None,
            frontier,
            undisclosed: cost.is_none(),
            basis: None,
        };
        Answer {
            cost: CostLine { column: Some("out".to_owned()), unit: Unit::UsdPerMtok, basis: None },
            score: ScoreLine { column: None, unit: Unit::None },
            as_of: None,
            points: vec![point("secret", None, false), point("R1", Some(2.19), true)],
            frontier: vec!["R1".to_owned()],
            columns: Vec::new(),
            notes: vec!["Take care.".to_owned()],
        }
    }

    #[test]
    fn the_table_goes_from_cheap_to_undisclosed() {
        let told = text(&answer(), &Words::english());
        let (r1, secret) = (told.find("R1 ").unwrap(), told.find("secret").unwrap());
        assert!(r1 < secret && told.contains("$2.19") && told.contains("71.5"), "{told}");
        assert!(told.ends_with("! Take care.\n") && told.contains("out (usd_per_mtok)"), "{told}");
    }

    #[test]
    fn a_column_that_no_file_has_is_told_with_those_near() {
        let column =
            |name: &str| ColumnInfo { name: name.to_owned(), role: ColumnRole::Score, unit: Unit::None };
        let header = vec![column("GPQA Diamond"), column("Cost")];
        let table = ModelTable { header, ..ModelTable::default() };
        let data = Data { models: Some(table.into()), ..Data::default() };
        let of = |name: &str| {
            let mut overrides = Overrides::default();
            overrides.set(Decision::ColumnUnit, Some(format!("{name}=percent")));
            check_columns(&overrides, &data)
        };
        let near = |name: &str| match &of(name).unwrap_err().facts[1].1 {
            Fact::Names(names) => names.join("; "),
            other => panic!("{other:?}"),
        };
        assert_eq!(of("gpqa diamond"), Ok(()));
        assert_eq!((near("gpqa").as_str(), near("x").as_str()), ("GPQA Diamond", "GPQA Diamond; Cost"));
    }

    #[test]
    fn csv_has_a_line_a_model_in_file_order() {
        let told = csv(&answer()).unwrap();
        let lines: Vec<&str> = told.lines().collect();
        assert_eq!(lines[1], "secret,\"A, B\",2025-01-20,,71.5,,,false,true,");
        assert_eq!(lines[2], "R1,\"A, B\",2025-01-20,2.19,71.5,,,true,false,");
    }
}
