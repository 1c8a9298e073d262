//! What is known of one model, for the card beside the pointer: costs with their basis, scores,
//! chips, and what had been reported of it before the event's open.

use super::Scene;
use super::legend_signs::{begun, size_text};
use super::model_looks::basis_key;
use super::models::{cost_column, cost_key, score_column, score_name};
use crate::model::{Bound, ColumnRole, Cost, ModelColumn, ModelRow, ModelTable, Quantity, Reported, Unit};
use crate::text::{Arg, DateStyle};

/// How many scores a card names.
const MOST_SCORES: usize = 6;
/// How many sizes.
const MOST_SIZES: usize = 4;
/// How many letters of a remark.
const MOST_LETTERS: usize = 220;

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
    costs(scene, table, row, &mut card);
    scores(scene, table, row, &mut card);
    training(scene, table, row, &mut card);
    chips(scene, table, row, &mut card);
    sizes(scene, table, row, &mut card);
    if let Some(basis) = basis(scene, table, row) {
        card.notes.insert(0, basis);
    }
    remarks(scene, model, &mut card);
    Some(card)
}

/// The score of the axis first, then the others as the file has them; the first of each that is
/// there.
fn scores(scene: &Scene<'_>, table: &ModelTable, row: usize, card: &mut Card) {
    let shown = score_column(table, scene.document);
    let others = table.scores().filter(|column| shown.is_none_or(|shown| shown.name != column.name));
    let known = shown.into_iter().chain(others).filter_map(|column| {
        let value = table.value(&column.name, row)?;
        let text = |value: f64| score_text(scene, column.unit, value);
        let ends = column.interval(row).map(|ends| ends.map(text));
        let shown = match ends {
            Some([low, high]) => {
                let value = text(value);
                let facts = [("value", &value), ("low", &low), ("high", &high)];
                scene.words.say("chart-card-interval", &facts.map(|(name, text)| (name, Arg::Text(text))))
            }
            None => text(value),
        };
        Some((score_name(&column.name), shown))
    });
    card.rows.extend(known.take(MOST_SCORES));
}

/// Numbers that are neither cost nor score, as the file names them.
fn sizes(scene: &Scene<'_>, table: &ModelTable, row: usize, card: &mut Card) {
    let wanted = |column: &&ModelColumn| matches!(column.role, ColumnRole::Size | ColumnRole::Other);
    let known = table.columns.iter().filter(wanted).filter(|column| !counts_chips(&column.name));
    let known = known.filter_map(|column| Some((column, column.value(row)?)));
    card.rows.extend(known.take(MOST_SIZES).map(|(column, value)| {
        let decimals = usize::from(value.fract() != 0.0 && value < 100.0);
        let text =
            if value >= 1e15 { size_text(scene.words, value) } else { scene.words.number(value, decimals) };
        (size_name(&column.name), text)
    }));
}

/// A size as people name it; other headers with spaces and a capital letter.
fn size_name(header: &str) -> String {
    let name = match header.trim().to_ascii_lowercase().as_str() {
        "params_total_b" => "Parameters, billions",
        "params_active_b" => "Active parameters, billions",
        "training_compute_flop" => "Training compute, FLOP",
        "gpu_hours" => "GPU hours",
        _ => return begun(header.replace('_', " ").trim()),
    };
    name.to_owned()
}

/// How the training cost on the axis was counted, where the file's own words do not say it.
fn basis(scene: &Scene<'_>, table: &ModelTable, row: usize) -> Option<String> {
    if table.rows.get(row)?.cost_basis.is_some() {
        return None;
    }
    let column = cost_column(table, Cost::Training)?;
    column.value(row)?;
    let basis = scene.words.text(basis_key(column.basis_of(row)));
    Some(scene.words.say("chart-note-basis", &[("basis", Arg::Text(&basis))]))
}

/// How the model can be used, how sure its figures are, what the file remarks and names as source.
fn remarks(scene: &Scene<'_>, model: &ModelRow, card: &mut Card) {
    let row = |key: &str, text: &Option<String>| {
        let text = text.as_deref()?.split_whitespace().collect::<Vec<_>>().join(" ");
        (!text.is_empty()).then(|| (scene.words.text(key), shortened(text)))
    };
    // A plain yes or no says what the line under the name says already.
    let is_plain = model.accessibility.as_deref().is_some_and(|text| {
        ["yes", "no", "true", "false", "1", "0"].contains(&text.trim().to_lowercase().as_str())
    });
    if !(is_plain && model.open_weights.is_some()) {
        card.rows.extend(row("chart-card-accessibility", &model.accessibility));
    }
    card.rows.extend(row("chart-card-certainty", &model.certainty));
    card.notes.extend(row("chart-card-source", &model.notes).map(|(_, text)| text));
    card.notes.extend(row("chart-card-source", &model.source).map(|(name, text)| format!("{name}: {text}")));
}

/// The beginning of a long text: a card is no page.
fn shortened(text: String) -> String {
    match text.char_indices().nth(MOST_LETTERS) {
        Some((end, _)) => text.get(..end).unwrap_or_default().trim_end().to_owned() + "…",
        None => text,
    }
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

/// Whether a header is that of a number of chips.
fn counts_chips(header: &str) -> bool {
    let name = header.to_lowercase();
    name.contains("accelerator_count") || name.contains("hardware quantity")
}

fn chips(scene: &Scene<'_>, table: &ModelTable, row: usize, card: &mut Card) {
    let words = scene.words;
    let Some(model) = table.rows.get(row) else { return };
    let count = table.columns.iter().find(|column| counts_chips(&column.name));
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
