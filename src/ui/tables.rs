//! The tables at the bottom behind their tabs: moves, and models.

use std::rc::Rc;

use eframe::egui::{self, Align, Button, Layout, RichText, Role, ScrollArea, Sense, Ui, WidgetInfo};
use egui_extras::{Column as Width, TableBuilder};

use super::Asks;
use super::bar::keys_of;
use super::rows::{link, words};
use super::style::{color32, font};
use crate::app::{Action, App, Command, ListedModels, ScatterCommand, SeriesCommand, TableColumn};
use crate::chart::Theme;
use crate::chart::figure::Subject;
use crate::text::{Weight, measure};

/// Height of a row.
const ROW: f32 = 22.5;
/// Least and greatest width of a column of names, of one of other words, and of one of numbers.
const NAMES: [f32; 2] = [190.0; 2];
const WORDS: [f32; 2] = [140.0, 180.0];
const NUMBERS: [f32; 2] = [92.0, 180.0];

/// Whether the table of models stands in place of that of moves.
#[must_use]
pub fn are_models(app: &App) -> bool {
    app.data().models.is_some() && (app.settings().models_table.is_shown || app.data().series.is_empty())
}

/// The heading of the tables: a tab for each that there is.
pub fn tabs(ui: &mut Ui, app: &App, asks: &mut Asks) {
    let texts = app.words();
    let models = are_models(app);
    for (key, of_models, is_there) in [
        ("ui-table", false, !app.data().series.is_empty() || app.data().models.is_none()),
        ("ui-table-models", true, app.data().models.is_some()),
    ] {
        if !is_there {
            continue;
        }
        let chosen = models == of_models;
        let text = RichText::new(texts.text(key)).text_style(egui::TextStyle::Heading);
        let text = if chosen { text } else { text.weak() };
        let response = ui.add(Button::new(text).frame(false));
        let name = texts.text(key);
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, name.clone()));
        if response.clicked() {
            asks.command(Command::Scatter(ScatterCommand::ShowTable(of_models)));
        }
    }
}

/// What the order of the models depends on.
#[derive(PartialEq)]
struct Key {
    revision: u64,
    sort: (String, bool),
}

/// The order of the models, found again only when it may have changed.
#[derive(Default)]
pub struct ModelsTableState {
    kept: Option<(Key, Rc<Vec<usize>>)>,
    /// The selected model that was last scrolled to.
    seen: Option<usize>,
}

impl ModelsTableState {
    /// Shows the table of models.
    pub fn show(&mut self, ui: &mut Ui, app: &App, theme: &Theme, asks: &mut Asks) {
        let texts = app.words();
        let Some(listed) = app.listed_models() else { return };
        let columns = listed.columns();
        ui.horizontal(|ui| {
            tabs(ui, app, asks);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let copy = link(ui, theme, &texts.text("ui-table-copy"));
                if copy.on_hover_text(keys_of(Action::CopyTable)).clicked() {
                    asks.action(Action::CopyTable);
                }
                if link(ui, theme, &texts.text("ui-table-save")).clicked() {
                    asks.action(Action::SaveModels);
                }
                choose_columns(ui, theme, app, &columns, asks);
            });
        });
        let rows = self.rows(app, &listed);
        let shown: Vec<&TableColumn> = columns.iter().filter(|column| column.is_shown).collect();
        let total: f32 = shown.iter().map(|column| width(column) + ui.spacing().item_spacing.x).sum();
        let total = total.max(ui.available_width());
        // A model that was selected in the chart comes into view.
        let selected = app.selected_model();
        let reveal = selected.filter(|_| selected != self.seen);
        self.seen = selected;
        let reveal = reveal.and_then(|model| rows.iter().position(|row| *row == model));
        ui.spacing_mut().item_spacing.y = 0.0;
        ScrollArea::horizontal().id_salt("models across").auto_shrink(false).show(ui, |ui| {
            ui.set_width(total);
            grid(ui, (app, theme), &listed, (&shown, &rows), reveal, asks);
        });
    }

    fn rows(&mut self, app: &App, listed: &ListedModels<'_>) -> Rc<Vec<usize>> {
        let key = Key { revision: app.revision(), sort: app.settings().models_table.sort.clone() };
        if let Some((kept, rows)) = &self.kept
            && *kept == key
        {
            return Rc::clone(rows);
        }
        let rows = Rc::new(listed.rows());
        self.kept = Some((key, Rc::clone(&rows)));
        rows
    }
}

/// Room for the header, within the limits of what the column holds.
fn width(column: &TableColumn) -> f32 {
    let head = measure(&column.title, 12.0, Weight::Regular).width as f32 + 26.0;
    let [least, most] = match (column.id.as_str(), column.is_numeric) {
        ("label", _) => NAMES,
        (_, true) => NUMBERS,
        (_, false) => WORDS,
    };
    head.clamp(least, most)
}

fn choose_columns(ui: &mut Ui, theme: &Theme, app: &App, columns: &[TableColumn], asks: &mut Asks) {
    let rich = RichText::new(app.words().text("ui-table-columns"))
        .font(font(12.0, Weight::Semibold))
        .color(color32(theme.action));
    let config = egui::containers::menu::MenuConfig::new()
        .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside);
    let button = egui::containers::menu::MenuButton::from_button(Button::new(rich).frame(false));
    button.config(config).ui(ui, |ui| {
        ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
            for column in columns {
                let mut shown = column.is_shown;
                let choice = egui::Checkbox::new(&mut shown, &column.title);
                if ui.add_enabled(column.id != "label", choice).clicked() {
                    asks.command(Command::Scatter(ScatterCommand::ShowColumn(column.id.clone(), shown)));
                }
            }
        });
    });
}

fn grid(
    ui: &mut Ui,
    (app, theme): (&App, &Theme),
    listed: &ListedModels<'_>,
    (columns, rows): (&[&TableColumn], &[usize]),
    reveal: Option<usize>,
    asks: &mut Asks,
) {
    let mut builder = TableBuilder::new(ui)
        .id_salt("models table")
        .sense(Sense::click())
        .auto_shrink(false)
        .min_scrolled_height(0.0)
        .cell_layout(Layout::left_to_right(Align::Center));
    if let Some(row) = reveal {
        builder = builder.scroll_to_row(row, None);
    }
    for column in columns {
        builder = builder.column(Width::exact(width(column)).clip(true));
    }
    builder
        .header(ROW, |mut header| {
            for column in columns {
                header.col(|ui| head(ui, app, theme, column, asks));
            }
        })
        .body(|body| {
            body.rows(ROW, rows.len(), |mut line| {
                let Some(row) = rows.get(line.index()).copied() else { return };
                let selected = app.selected_model() == Some(row);
                line.set_selected(selected);
                let mut told = String::new();
                for column in columns {
                    let text = listed.cell(column, row);
                    if column.id == "label" {
                        told.clone_from(&text);
                    }
                    line.col(|ui| cell(ui, theme, column, &text));
                }
                let response = line.response();
                response.widget_info(|| WidgetInfo::selected(Role::Button, true, selected, told.clone()));
                let subject = Subject::Model(row);
                if response.hovered() {
                    asks.point(Some(subject.clone()));
                }
                let pairs = response.ctx.input(|input| input.modifiers.shift);
                if response.secondary_clicked() || (response.clicked() && pairs) {
                    asks.command(Command::Scatter(ScatterCommand::Compare(row)));
                } else if response.clicked() {
                    asks.command(Command::Series(SeriesCommand::Select((!selected).then_some(subject))));
                }
            });
        });
}

fn head(ui: &mut Ui, app: &App, theme: &Theme, column: &TableColumn, asks: &mut Asks) {
    let (sorted, ascending) = &app.settings().models_table.sort;
    let sign = match (*sorted == column.id, ascending) {
        (false, _) => "",
        (true, true) => " ↑",
        (true, false) => " ↓",
    };
    let rich = RichText::new(format!("{}{sign}", column.title))
        .font(font(12.0, Weight::Regular))
        .color(color32(theme.muted));
    let add = |ui: &mut Ui| ui.add(Button::new(rich).frame(false).truncate());
    let response = if column.is_numeric {
        ui.with_layout(Layout::right_to_left(Align::Center), add).inner
    } else {
        add(ui)
    };
    if response.on_hover_text(&column.title).clicked() {
        let ascending = if *sorted == column.id { !ascending } else { !column.is_numeric };
        asks.command(Command::Scatter(ScatterCommand::Sort(column.id.clone(), ascending)));
    }
}

fn cell(ui: &mut Ui, theme: &Theme, column: &TableColumn, text: &str) {
    let ink = color32(theme.ink);
    if column.is_numeric {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.label(RichText::new(text).font(font(13.0, Weight::Regular)).color(ink));
        });
        return;
    }
    let weight = if column.id == "label" { Weight::Semibold } else { Weight::Regular };
    words(ui, text, ui.available_width(), 13.0, weight, ink);
}
