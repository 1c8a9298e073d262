//! The table of models: its columns, its rows in order, its cells as they are shown and as plain
//! values.
//!
//! A row stands for a model that the chart's filters take; a cell is blank where the file has nothing.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::chart::models::{cost_key, score_column, score_name};
use crate::chart::scatter::basis_key;
use crate::model::{ColumnRole, Cost, Document, ModelColumn, ModelRow, ModelTable, Unit};
use crate::study::cost_on;
use crate::study::models::rows_taken;
use crate::text::{Arg, DateStyle, Words};

use super::App;

/// What is remembered of the table of models.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ModelsTable {
    /// Whether it stands in place of the table of moves.
    pub is_shown: bool,
    /// The column it is sorted by, and whether the smallest stands first.
    pub sort: (String, bool),
    /// Columns that were shown or hidden by choice, by their ids.
    pub columns: BTreeMap<String, bool>,
}

impl Default for ModelsTable {
    fn default() -> Self {
        Self { is_shown: false, sort: ("score".to_owned(), false), columns: BTreeMap::new() }
    }
}

/// A column of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableColumn {
    /// What it is remembered by.
    pub id: String,
    /// Its header.
    pub title: String,
    /// Whether its cells are set right-aligned.
    pub is_numeric: bool,
    /// Whether it is shown.
    pub is_shown: bool,
    holds: Holds,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Holds {
    Label,
    Organization,
    Country,
    Date,
    Cost,
    Basis,
    Score,
    Accessibility,
    Certainty,
    /// Numbers of the table's column at that place.
    Numbers(usize),
}

/// What a cell holds, for sorting and for other programs.
#[derive(Clone, Debug, PartialEq)]
enum Cell<'a> {
    Text(&'a str),
    Date(Date),
    Number(f64),
}

/// The open models as rows of a table.
pub struct ListedModels<'a> {
    table: &'a ModelTable,
    document: &'a Document,
    words: &'a Words,
    settings: &'a ModelsTable,
    cost: Option<Cow<'a, ModelColumn>>,
    score: Option<&'a ModelColumn>,
}

impl App {
    /// The open models as a table; `None` without any.
    #[must_use]
    pub fn listed_models(&self) -> Option<ListedModels<'_>> {
        let table = self.data.models.as_deref()?;
        let choices = &self.document.scatter;
        Some(ListedModels {
            table,
            document: &self.document,
            words: &self.words,
            settings: &self.settings.models_table,
            cost: cost_on(table, self.document.cost, choices.basis, choices.blend),
            score: score_column(table, &self.document),
        })
    }
}

impl ListedModels<'_> {
    /// Every column: what models are, the axes, then all numbers in file order.
    #[must_use]
    pub fn columns(&self) -> Vec<TableColumn> {
        let fixed = [
            (Holds::Label, "label", "app-models-column-label", true),
            (Holds::Organization, "organization", "app-models-column-organization", true),
            (Holds::Country, "country", "app-models-column-country", false),
            (Holds::Date, "date", "app-models-column-date", true),
            (Holds::Cost, "cost", "app-models-column-cost", true),
            (Holds::Basis, "basis", "app-models-column-basis", false),
            (Holds::Score, "score", "app-models-column-score", true),
            (Holds::Accessibility, "accessibility", "app-models-column-accessibility", false),
            (Holds::Certainty, "certainty", "app-models-column-certainty", false),
        ];
        let mut columns: Vec<TableColumn> = fixed
            .into_iter()
            .filter(|(holds, ..)| self.is_there(*holds))
            .map(|(holds, id, title, is_usual)| TableColumn {
                id: id.to_owned(),
                title: self.title(holds, title),
                is_numeric: matches!(holds, Holds::Date | Holds::Cost | Holds::Score),
                is_shown: holds == Holds::Label || self.shows(id, is_usual),
                holds,
            })
            .collect();
        columns.extend(self.table.columns.iter().enumerate().map(|(place, column)| {
            let id = format!("column {}", column.name);
            TableColumn {
                title: self.title_of(column),
                is_numeric: true,
                is_shown: self.shows(&id, false),
                id,
                holds: Holds::Numbers(place),
            }
        }));
        columns
    }

    fn shows(&self, id: &str, is_usual: bool) -> bool {
        self.settings.columns.get(id).copied().unwrap_or(is_usual)
    }

    /// Whether any model has it; name and axes always stand.
    fn is_there(&self, holds: Holds) -> bool {
        let any = |has: &dyn Fn(&ModelRow) -> bool| self.table.rows.iter().any(has);
        match holds {
            Holds::Organization => any(&|row| row.organization.is_some()),
            Holds::Country => any(&|row| row.country.is_some()),
            Holds::Date => any(&|row| row.released.is_some()),
            Holds::Accessibility => any(&|row| row.accessibility.is_some() || row.open_weights.is_some()),
            Holds::Certainty => any(&|row| row.certainty.is_some()),
            Holds::Basis => self.document.cost == Cost::Training,
            Holds::Label | Holds::Cost | Holds::Score | Holds::Numbers(_) => true,
        }
    }

    fn title(&self, holds: Holds, key: &str) -> String {
        match (holds, self.score) {
            (Holds::Cost, _) => self.words.text(cost_key(self.document.cost)),
            (Holds::Score, Some(column)) => self.title_of(column),
            _ => self.words.text(key),
        }
    }

    fn title_of(&self, column: &ModelColumn) -> String {
        let name =
            if column.role == ColumnRole::Score { score_name(&column.name) } else { column.name.clone() };
        let unit = match column.unit {
            Unit::Percent | Unit::Fraction => "%",
            Unit::Usd => "US$",
            _ => return name,
        };
        let facts = [("name", Arg::Text(&name)), ("unit", Arg::Text(unit))];
        self.words.say("app-models-column-named", &facts)
    }

    /// Rows of the models that the filters take, in the order that the settings say; those without a
    /// value stand last in either direction.
    #[must_use]
    pub fn rows(&self) -> Vec<usize> {
        let mut rows = rows_taken(self.table, self.cost.as_deref(), self.score, &self.document.scatter);
        let (id, ascending) = &self.settings.sort;
        let Some(column) = self.columns().into_iter().find(|column| column.id == *id) else { return rows };
        rows.sort_by(|a, b| {
            let directed = |order: Ordering| if *ascending { order } else { order.reverse() };
            match (self.value(&column, *a), self.value(&column, *b)) {
                (Some(a), Some(b)) => directed(a.compare(&b)),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (None, None) => Ordering::Equal,
            }
        });
        rows
    }

    fn value(&self, column: &TableColumn, row: usize) -> Option<Cell<'_>> {
        let model = self.table.rows.get(row)?;
        let cost = || self.cost.as_deref();
        Some(match column.holds {
            Holds::Label => Cell::Text(if model.label.is_empty() { &model.name } else { &model.label }),
            Holds::Organization => Cell::Text(model.organization.as_deref()?),
            Holds::Country => Cell::Text(model.country.as_deref()?),
            Holds::Certainty => Cell::Text(model.certainty.as_deref()?),
            Holds::Accessibility => {
                let open = || model.open_weights.map(|open| if open { "open" } else { "closed" });
                Cell::Text(model.accessibility.as_deref().or_else(open)?)
            }
            Holds::Date => Cell::Date(model.released?),
            Holds::Cost => Cell::Number(cost()?.value(row).filter(|cost| *cost > 0.0)?),
            Holds::Basis => {
                cost()?.value(row)?;
                Cell::Text(cost()?.basis_of(row).code())
            }
            Holds::Score => Cell::Number(self.score?.value(row)?),
            Holds::Numbers(place) => Cell::Number(self.table.columns.get(place)?.value(row)?),
        })
    }

    /// A cell as it is shown: in the language of the program, blank where there is nothing.
    #[must_use]
    pub fn cell(&self, column: &TableColumn, row: usize) -> String {
        let words = self.words;
        let source = match column.holds {
            Holds::Cost => self.cost.as_deref(),
            Holds::Score => self.score,
            Holds::Numbers(place) => self.table.columns.get(place),
            _ => None,
        };
        match (self.value(column, row), column.holds) {
            (None, _) => String::new(),
            (Some(_), Holds::Basis) => {
                let basis = self.cost.as_deref().map(|cost| cost.basis_of(row)).unwrap_or_default();
                words.text(basis_key(basis))
            }
            (Some(Cell::Text(text)), _) => text.split_whitespace().collect::<Vec<_>>().join(" "),
            (Some(Cell::Date(date)), _) => words.date(date, DateStyle::Short),
            (Some(Cell::Number(value)), _) => number(words, source, value),
        }
    }

    /// The shown columns as lines of cells between tabs, numbers and dates as any program reads them.
    #[must_use]
    pub fn tab_separated(&self) -> String {
        let records = self.records();
        let line = |cells: &Vec<String>| {
            let plain: Vec<String> = cells.iter().map(|cell| cell.replace(['\t', '\n', '\r'], " ")).collect();
            plain.join("\t") + "\n"
        };
        records.iter().map(line).collect()
    }

    /// The same as a table of RFC 4180.
    #[must_use]
    pub fn csv(&self) -> Vec<u8> {
        let terminator = csv::Terminator::CRLF;
        let mut writer = csv::WriterBuilder::new().terminator(terminator).from_writer(Vec::new());
        for record in self.records() {
            // Writing into memory has nothing to fail on.
            let _ = writer.write_record(record);
        }
        writer.into_inner().unwrap_or_default()
    }

    fn records(&self) -> Vec<Vec<String>> {
        let columns: Vec<TableColumn> = self.columns().into_iter().filter(|column| column.is_shown).collect();
        let head = columns.iter().map(|column| column.title.clone()).collect();
        let plain = |column: &TableColumn, row: usize| match self.value(column, row) {
            None => String::new(),
            Some(Cell::Text(text)) => text.to_owned(),
            Some(Cell::Date(date)) => date.to_string(),
            Some(Cell::Number(value)) => value.to_string(),
        };
        let of = |row: usize| columns.iter().map(|column| plain(column, row)).collect();
        std::iter::once(head).chain(self.rows().into_iter().map(of)).collect()
    }
}

impl Cell<'_> {
    fn compare(&self, other: &Cell<'_>) -> Ordering {
        match (self, other) {
            (Self::Text(a), Cell::Text(b)) => a.to_lowercase().cmp(&b.to_lowercase()),
            (Self::Date(a), Cell::Date(b)) => a.cmp(b),
            (Self::Number(a), Cell::Number(b)) => a.total_cmp(b),
            // A column holds values of one kind.
            _ => Ordering::Equal,
        }
    }
}

fn number(words: &Words, column: Option<&ModelColumn>, value: f64) -> String {
    let decimals = |value: f64| {
        let short = (0..4).find(|places| {
            let shifted = value * 10_f64.powi(*places);
            (shifted - shifted.round()).abs() < 1e-6 * shifted.abs().max(1.0)
        });
        usize::try_from(short.unwrap_or(4)).unwrap_or(4)
    };
    match column.map(|column| (column.unit, column.role.is_cost())) {
        Some((Unit::Usd | Unit::UsdPerMtok | Unit::UsdPerCase, _) | (_, true)) => words.dollars(value),
        Some((Unit::Fraction, _)) => words.percent(value, 1),
        Some((Unit::Percent, _)) => words.number(value, 1),
        _ => words.number(value, decimals(value)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::sample_app;
    use crate::app::{Command, ScatterCommand};

    fn give(app: &mut App, command: ScatterCommand) {
        app.apply(Command::Scatter(command));
    }

    #[test]
    fn models_without_a_value_stand_last_either_way_and_are_blank() {
        let mut app = sample_app();
        for ascending in [true, false] {
            give(&mut app, ScatterCommand::Sort("cost".to_owned(), ascending));
            let listed = app.listed_models().unwrap();
            let columns = listed.columns();
            let cost = columns.iter().find(|column| column.id == "cost").unwrap();
            let values: Vec<Option<f64>> = listed
                .rows()
                .into_iter()
                .map(|row| match listed.value(cost, row) {
                    Some(Cell::Number(value)) => Some(value),
                    _ => None,
                })
                .collect();
            let known: Vec<f64> = values.iter().copied().flatten().collect();
            assert!(values[..known.len()].iter().all(Option::is_some) && known.len() < values.len());
            assert!(known.windows(2).all(|pair| if ascending {
                pair[0] <= pair[1]
            } else {
                pair[0] >= pair[1]
            }));
            let last = *listed.rows().last().unwrap();
            assert_eq!(listed.cell(cost, last), "", "missing is blank");
        }
    }

    #[test]
    fn columns_are_chosen_and_the_choice_outlives_the_session() {
        let mut app = sample_app();
        let shown = |app: &App| -> Vec<String> {
            let columns = app.listed_models().unwrap().columns();
            columns.into_iter().filter(|column| column.is_shown).map(|column| column.id).collect()
        };
        assert_eq!(shown(&app), ["label", "organization", "date", "cost", "score"]);
        let id = app.listed_models().unwrap().columns().last().unwrap().id.clone();
        give(&mut app, ScatterCommand::ShowColumn(id.clone(), true));
        give(&mut app, ScatterCommand::ShowColumn("date".to_owned(), false));
        assert_eq!(shown(&app), ["label", "organization", "cost", "score", &id]);
        let stored = serde_json::to_string(app.settings()).unwrap();
        let read: crate::app::Settings = serde_json::from_str(&stored).unwrap();
        assert_eq!(read.models_table, app.settings().models_table);
        assert_eq!(read.models_table.columns.get("date"), Some(&false));
    }

    #[test]
    fn the_clipboard_and_the_file_hold_what_is_shown_as_plain_values() {
        let app = sample_app();
        let listed = app.listed_models().unwrap();
        let text = listed.tab_separated();
        assert_eq!(text.lines().count(), listed.rows().len() + 1);
        assert!(text.lines().all(|line| line.split('\t').count() == 5), "{text}");
        assert!(text.lines().any(|line| line.contains("DeepSeek") && line.contains("2025-01-20")), "{text}");
        let csv = String::from_utf8(listed.csv()).unwrap();
        assert!(csv.starts_with("Model,Organisation,Released,") && csv.contains("\r\n"));
    }
}
