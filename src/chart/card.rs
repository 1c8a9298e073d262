//! What is known of one model, for the card beside the pointer: costs with their basis, scores,
//! chips, and what had been reported of it before the event's open.

use super::Scene;
use super::models::{cost_column, cost_key, score_column, score_name};
use crate::model::{Bound, ColumnRole, Cost, ModelRow, ModelTable, Quantity, Reported, Unit};
use crate::text::{Arg, DateStyle};

/// How many scores a card names.
const MOST_SCORES: usize = 6;

/// Title, rows of name and value, and sentences under them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Card {
    /// The model's full name.
    pub title: String,
    /// Organisation and release date.
    pub subtitle: String,
    /// Known figures.
    pub rows: Vec<(String, String)>,
    /// Basis of the cost, what was reported, remarks.
    pub notes: Vec<String>,
}

/// The card of the model in that row of the table.
#[must_use]
pub fn model(scene: &Scene<'_>, row: usize) -> Option<Card> {
    let table = scene.data.models.as_deref()?;
    let model = table.rows.get(row)?;
    let mut card = Card { title: model.name.clone(), subtitle: subtitle(scene, model), ..Card::default() };
    training(scene, table, row, &mut card);
    chips(scene, table, row, &mut card);
    costs(scene, table, row, &mut card);
    scores(scene, table, row, &mut card);
    Some(card)
}

/// The score of the axis first, then the others as the file has them; the first of each that is
/// there.
fn scores(scene: &Scene<'_>, table: &ModelTable, row: usize, card: &mut Card) {
    let shown = score_column(table, scene.document);
    let others = table.scores().filter(|column| shown.is_none_or(|shown| shown.name != column.name));
    let known = shown.into_iter().chain(others).filter_map(|column| {
        let value = table.value(&column.name, row)?;
        Some((score_name(&column.name), score_text(scene, column.unit, value)))
    });
    card.rows.extend(known.take(MOST_SCORES));
}

fn subtitle(scene: &Scene<'_>, model: &ModelRow) -> String {
    let words = scene.words;
    let mut parts: Vec<String> = model.organization.iter().cloned().collect();
    parts.extend(model.released.map(|date| words.date(date, DateStyle::Short)));
    parts.extend(
        model.open_weights.map(|open| {
            words.text(if open { "chart-card-open-weights" } else { "chart-card-closed-weights" })
        }),
    );
    parts.join(" · ")
}

fn costs(scene: &Scene<'_>, table: &ModelTable, row: usize, card: &mut Card) {
    let words = scene.words;
    for cost in [Cost::Api, Cost::Run] {
        let Some(column) = cost_column(table, cost) else { continue };
        let value = table.value(&column.name, row);
        let text = value.map_or_else(|| words.text("chart-card-not-disclosed"), |usd| words.dollars(usd));
        card.rows.push((words.text(cost_key(cost)), text));
    }
    let price = |role| {
        let column = table.first_of(role)?;
        table.value(&column.name, row).map(|usd| words.dollars(usd))
    };
    if let (Some(input), Some(output)) = (price(ColumnRole::CostApiInput), price(ColumnRole::CostApiOutput)) {
        let value = format!("{input} / {output}");
        card.rows.push((words.text("chart-card-input-output"), value));
    }
    if let Some(date) = table.rows.get(row).and_then(|model| model.price_date) {
        card.rows.push((words.text("chart-card-price-date"), words.date(date, DateStyle::Short)));
    }
}

/// The training cost with its basis, the other published counts of it, and what was reported.
fn training(scene: &Scene<'_>, table: &ModelTable, row: usize, card: &mut Card) {
    let words = scene.words;
    let Some(model) = table.rows.get(row) else { return };
    let value = cost_column(table, Cost::Training).and_then(|column| table.value(&column.name, row));
    let text = value.map_or_else(|| words.text("chart-card-not-disclosed"), |usd| words.dollars(usd));
    card.rows.push((words.text(cost_key(Cost::Training)), text));
    for count in &scene.data.training_costs {
        if let Some(remark) = remark_on(table, &model.name, &count.model) {
            let facts = [
                ("remark", Arg::Text(remark)),
                ("method", Arg::Text(&count.method)),
                ("basis", Arg::Text(&count.basis)),
            ];
            let key = if remark.is_empty() { "chart-card-count" } else { "chart-card-count-of" };
            card.rows.push((words.say(key, &facts), words.dollars(count.cost_usd)));
        }
    }
    card.rows.extend(reported(scene, &model.name, Quantity::TrainingCost));
    card.notes.extend(model.cost_basis.clone());
}

/// What a training cost says of a model beside its name: the remark in brackets behind it, nothing
/// where the name stands alone. `None` where the cost is another model's, also when the table has a
/// model of the whole name.
fn remark_on<'a>(table: &ModelTable, model: &str, named: &'a str) -> Option<&'a str> {
    if named == model {
        return Some("");
    }
    let (name, remark) = named.strip_suffix(')')?.split_once(" (")?;
    (name == model && table.rows.iter().all(|row| row.name != named)).then_some(remark)
}

fn chips(scene: &Scene<'_>, table: &ModelTable, row: usize, card: &mut Card) {
    let words = scene.words;
    let Some(model) = table.rows.get(row) else { return };
    let count = table.columns.iter().find(|column| {
        let name = column.name.to_lowercase();
        name.contains("accelerator_count") || name.contains("hardware quantity")
    });
    if let Some(count) = count.and_then(|column| table.value(&column.name, row)) {
        card.rows.push((words.text("chart-card-chips"), words.number(count, 0)));
    }
    card.rows.extend(reported(scene, &model.name, Quantity::Chips));
}

/// What had been reported of the model before the event's open, and what of others in the same
/// measure.
fn reported(scene: &Scene<'_>, name: &str, quantity: Quantity) -> Vec<(String, String)> {
    let words = scene.words;
    let Some(event) = &scene.document.event else { return Vec::new() };
    let of_event = |figure: &&Reported| figure.date == event.date && figure.quantity == quantity;
    let figures: Vec<&Reported> = scene.data.reported.iter().filter(of_event).collect();
    if !figures.iter().any(|figure| figure.subject == name) {
        return Vec::new();
    }
    figures
        .into_iter()
        .map(|figure| {
            let of = [("subject", Arg::Text(&figure.subject))];
            let key = match (quantity, figure.subject == name) {
                (Quantity::Chips, true) => "chart-card-reported-chips",
                (Quantity::Chips, false) => "chart-card-reported-chips-of",
                (_, true) => "chart-card-reported-cost",
                (_, false) => "chart-card-reported-cost-of",
            };
            (words.say(key, &of), bounded(scene, figure))
        })
        .collect()
}

/// The reported value with how sure it was.
fn bounded(scene: &Scene<'_>, figure: &Reported) -> String {
    let words = scene.words;
    let value = match figure.quantity {
        Quantity::TrainingCost | Quantity::MarketValue => words.dollars(figure.value),
        Quantity::Chips | Quantity::Move => words.number(figure.value, 0),
    };
    if let (Quantity::Chips, Some(note)) = (figure.quantity, &figure.note) {
        return note.clone();
    }
    let key = match figure.bound {
        Bound::About => "chart-bound-about",
        Bound::AtLeast => "chart-bound-at-least",
        Bound::AtMost => "chart-bound-at-most",
    };
    words.say(key, &[("value", Arg::Text(&value))])
}

fn score_text(scene: &Scene<'_>, unit: Unit, value: f64) -> String {
    let words = scene.words;
    match unit {
        Unit::Fraction => words.percent(value, 1),
        Unit::Percent => words.percent(value / 100.0, 1),
        Unit::Elo => words.number(value, 0),
        _ => words.number(value, 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{Theme, ThemeName};
    use crate::model::{Data, Document, TrainingCost};
    use crate::study::Analysis;
    use crate::text::Words;
    use std::sync::Arc;

    fn cost(model: &str, cost_usd: f64) -> TrainingCost {
        let (method, basis) = ("rental".to_owned(), "reported".to_owned());
        TrainingCost { model: model.to_owned(), cost_usd, dollar_year: None, method, basis }
    }

    /// Rows of the card of a model among these, that tell what its training cost by other counts.
    fn counts(models: &[&str], costs: &[TrainingCost], row: usize) -> Vec<(String, String)> {
        let rows = models.iter().map(|name| ModelRow { name: (*name).to_owned(), ..ModelRow::default() });
        let table = ModelTable { rows: rows.collect(), ..ModelTable::default() };
        let training_costs = costs.to_vec();
        let data = Data { models: Some(Arc::new(table)), training_costs, ..Data::default() };
        let (words, theme) = (Words::english(), Theme::built_in(ThemeName::Light));
        let (document, analysis) = (Document::default(), Analysis::default());
        let scene =
            Scene { document: &document, data: &data, analysis: &analysis, theme: &theme, words: &words };
        let card = model(&scene, row).unwrap();
        card.rows.into_iter().filter(|(name, _)| name.starts_with('–')).collect()
    }

    #[test]
    fn counts_of_a_part_stand_on_the_card_with_what_they_are_of() {
        let costs =
            [cost("R1", 3e6), cost("R1 (post-training only)", 294e3), cost("R1 Zero", 1e6), cost("R", 2e6)];
        let found = counts(&["R1", "R1 Zero"], &costs, 0);
        let names: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["– rental (reported)", "– post-training only: rental (reported)"]);
        assert_eq!(counts(&["R1", "R1 Zero"], &costs, 1).len(), 1);
    }

    #[test]
    fn a_model_that_has_brackets_in_its_name_keeps_its_own_count() {
        let costs = [cost("GPT-4 (2023)", 1e8), cost("o3 (high", 1.0)];
        assert_eq!(counts(&["GPT-4", "GPT-4 (2023)", "o3"], &costs, 0), []);
        assert_eq!(counts(&["GPT-4", "GPT-4 (2023)", "o3"], &costs, 1).len(), 1);
        assert_eq!(counts(&["GPT-4", "GPT-4 (2023)", "o3"], &costs, 2), []);
    }
}
