//! The table at the bottom: a row a series, with the columns that the user chose, sorted by any and
//! put together by role or sector.

use std::rc::Rc;

use eframe::egui::{
    self, Align, Button, Layout, RadioButton, RichText, Role, ScrollArea, Sense, Ui, WidgetInfo,
};
use egui_extras::{Column as Width, TableBuilder, TableRow};

use super::Asks;
use super::bar::keys_of;
use super::rows::{link, move_color, swatch, words};
use super::style::{GROUP, color32, font};
use super::tables;
use super::verdict;
use crate::app::{Action, App, Columns, Command, SeriesCommand, SettingCommand, Sort, TableGroup};
use crate::chart::figure::Subject;
use crate::chart::value_notes::difference_notes;
use crate::chart::{Grouping, Span, StudyColumn, Theme};
use crate::model::SeriesId;
use crate::text::{Arg, Weight, measure};

/// How many sentences about other sums of a loss a hint holds.
const MOST_NOTES: usize = 7;
/// Height of a row.
const ROW: f32 = 22.5;
/// The least width of the names.
const NAMES: f32 = 176.0;
/// Room for the scroll bar, which stands over the cells.
const BAR: f32 = 10.0;

/// One line of the table.
enum Line {
    Group(String),
    Series(SeriesId),
}

/// What the order of the table depends on.
#[derive(PartialEq)]
struct Key {
    revision: u64,
    span: Span,
    sessions: Option<[f64; 2]>,
    sort: Sort,
    group: Option<Grouping>,
}

/// The order of the table, found again only when it may have changed.
#[derive(Default)]
pub struct TableState {
    kept: Option<(Key, Rc<Vec<Line>>)>,
}

impl TableState {
    /// Shows the table; the verdict stands above it where `judges`.
    pub fn show(&mut self, ui: &mut Ui, app: &App, theme: &Theme, judges: bool, asks: &mut Asks) {
        top(ui, app, theme, asks);
        if judges {
            verdict::show(ui, app, theme, 2);
        }
        let lines = self.lines(app);
        ui.spacing_mut().item_spacing.y = 0.0;
        if app.is_studying() {
            // The numbers of what was decided before.
            ui.multiply_opacity(0.5);
        }
        let columns = app.settings().columns.shown();
        let widths = widths(app, columns, ui.available_width());
        let total: f32 = widths.iter().map(|width| width + ui.spacing().item_spacing.x).sum();
        ScrollArea::horizontal().id_salt("table across").auto_shrink(false).show(ui, |ui| {
            ui.set_width(total);
            grid(ui, app, theme, &lines, &widths, asks);
        });
    }

    fn lines(&mut self, app: &App) -> Rc<Vec<Line>> {
        let (view, settings) = (app.view(), app.settings());
        let key = Key {
            revision: app.revision(),
            span: view.span,
            sessions: view.sessions,
            sort: settings.sort,
            group: settings.group,
        };
        if let Some((kept, lines)) = &self.kept
            && *kept == key
        {
            return Rc::clone(lines);
        }
        let of = |TableGroup { title, series }| {
            title.map(Line::Group).into_iter().chain(series.into_iter().map(Line::Series))
        };
        let lines = Rc::new(app.table_groups().into_iter().flat_map(of).collect());
        self.kept = Some((key, Rc::clone(&lines)));
        lines
    }
}

/// The heading with what can be done with the table.
fn top(ui: &mut Ui, app: &App, theme: &Theme, asks: &mut Asks) {
    let texts = app.words();
    ui.horizontal(|ui| {
        tables::tabs(ui, app, asks);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            for action in [Action::SaveStudy, Action::CopyTable] {
                ui.add_enabled_ui(app.can(action), |ui| {
                    let response = link(ui, theme, &texts.text(action.label()));
                    if response.on_hover_text(keys_of(action)).clicked() {
                        asks.action(action);
                    }
                });
            }
            let columns = RichText::new(texts.text("ui-table-columns"))
                .font(font(12.0, Weight::Semibold))
                .color(color32(theme.action));
            egui::containers::menu::MenuButton::from_button(Button::new(columns).frame(false))
                .config(
                    egui::containers::menu::MenuConfig::new()
                        .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside),
                )
                .ui(ui, |ui| choose(ui, app, asks));
        });
    });
}

/// Which columns are shown, and what rows stand together by.
fn choose(ui: &mut Ui, app: &App, asks: &mut Asks) {
    let texts = app.words();
    let settings = app.settings();
    let by = [
        (None, "ui-group-none"),
        (Some(Grouping::Role), "ui-group-role"),
        (Some(Grouping::Sector), "ui-group-sector"),
    ];
    for (group, key) in by {
        let tells = group.is_none_or(|group| group.tells(app.data().series.iter()));
        let button = RadioButton::new(settings.group == group, texts.text(key));
        if ui.add_enabled(tells, button).clicked() {
            asks.command(Command::Setting(SettingCommand::Group(group)));
        }
    }
    ui.separator();
    let height = (ui.ctx().content_rect().height() - 200.0).max(120.0);
    ScrollArea::vertical().max_height(height).show(ui, |ui| {
        for column in Columns::choices().skip(1) {
            let mut shown = settings.columns.shown().contains(&column);
            let response = ui.checkbox(&mut shown, texts.text(column.header()));
            if response.on_hover_text(texts.text(column.explain())).clicked() {
                asks.command(Command::Setting(SettingCommand::ShowColumn(column, shown)));
            }
        }
    });
    ui.separator();
    if ui.button(texts.text("ui-table-usual")).clicked() {
        asks.command(Command::Setting(SettingCommand::UsualColumns));
    }
}

/// Widths of the columns; the names take what is left.
fn widths(app: &App, columns: &[StudyColumn], room: f32) -> Vec<f32> {
    let width = |column: &StudyColumn| {
        let header = measure(&app.words().text(column.header()), 12.0, Weight::Regular).width as f32;
        (header + 22.0).clamp(70.0, 170.0)
    };
    let mut widths: Vec<f32> = columns.iter().map(width).collect();
    let rest: f32 = widths.iter().skip(1).map(|width| width + 8.0).sum();
    // Wide windows give each column a little more air before the names take all.
    let air = ((room - rest - 300.0) / widths.len().max(2) as f32).clamp(0.0, 28.0);
    for (place, width) in widths.iter_mut().enumerate() {
        *width = if place == 0 { 0.0 } else { *width + air };
    }
    let rest: f32 = widths.iter().skip(1).map(|width| width + 8.0).sum();
    if let Some(names) = widths.first_mut() {
        *names = (room - rest - 8.0).max(NAMES);
    }
    widths
}

fn grid(ui: &mut Ui, app: &App, theme: &Theme, lines: &[Line], widths: &[f32], asks: &mut Asks) {
    let columns = app.settings().columns.shown();
    let mut builder = TableBuilder::new(ui)
        .id_salt("moves table")
        .sense(Sense::click())
        .auto_shrink(false)
        .min_scrolled_height(0.0)
        .cell_layout(Layout::left_to_right(Align::Center));
    for width in widths {
        builder = builder.column(Width::exact(*width).clip(true));
    }
    builder
        .header(ROW, |mut header| {
            for (place, column) in columns.iter().enumerate() {
                let is_last = place + 1 == columns.len();
                header.col(|ui| head(ui, app, theme, (*column, is_last), asks));
            }
        })
        .body(|body| {
            body.rows(ROW, lines.len(), |mut line| match lines.get(line.index()) {
                Some(Line::Series(id)) => show_row(&mut line, app, theme, id, asks),
                Some(Line::Group(title)) => show_group(&mut line, theme, title, widths.len()),
                None => {}
            });
        });
}

fn head(ui: &mut Ui, app: &App, theme: &Theme, (column, is_last): (StudyColumn, bool), asks: &mut Asks) {
    let sort = app.settings().sort;
    let sign = match (sort.column == column, sort.ascending) {
        (false, _) => "",
        (true, true) => " ↑",
        (true, false) => " ↓",
    };
    let text = format!("{}{sign}", app.words().text(column.header()));
    let rich = RichText::new(text).font(font(12.0, Weight::Regular)).color(color32(theme.muted));
    let add = |ui: &mut Ui| ui.add(Button::new(rich).frame(false));
    let response = if column.is_number() {
        let room = if is_last { BAR } else { 0.0 };
        let shift = |ui: &mut Ui| {
            ui.add_space(room);
            add(ui)
        };
        ui.with_layout(Layout::right_to_left(Align::Center), shift).inner
    } else {
        add(ui)
    };
    let response = response.on_hover_ui(|ui| {
        ui.set_max_width(460.0);
        ui.label(app.words().text(column.explain()));
        if matches!(column, StudyColumn::ValueLost | StudyColumn::AbnormalValue) {
            let notes = difference_notes(&app.scene());
            let more = notes.len().saturating_sub(MOST_NOTES);
            for note in notes.iter().take(MOST_NOTES) {
                ui.label(note);
            }
            if more > 0 {
                ui.label(app.words().say("ui-table-more-notes", &[("count", Arg::Count(more as u64))]));
            }
        }
    });
    if response.clicked() {
        let ascending = if sort.column == column { !sort.ascending } else { true };
        asks.command(Command::Setting(SettingCommand::Sort(column, ascending)));
    }
    egui::Popup::context_menu(&response)
        .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| choose(ui, app, asks));
}

fn show_group(line: &mut TableRow<'_, '_>, theme: &Theme, title: &str, columns: usize) {
    for place in 0..columns {
        line.col(|ui| {
            if place == 0 {
                let text = RichText::new(title.to_uppercase());
                let text = text.font(font(GROUP, Weight::Semibold)).color(color32(theme.muted));
                ui.label(text);
            }
        });
    }
}

fn show_row(line: &mut TableRow<'_, '_>, app: &App, theme: &Theme, id: &SeriesId, asks: &mut Asks) {
    let Some(row) = app.table_row(id) else { return };
    let subject = Subject::Series(id.clone());
    let selected = app.selection() == Some(&subject);
    line.set_selected(selected);
    let hidden = app.document().hidden.contains(id);
    let ink = color32(if hidden { theme.muted } else { theme.ink });
    let last = row.cells.len().saturating_sub(1);
    for (place, (column, cell)) in row.cells.iter().enumerate() {
        line.col(|ui| {
            if *column == StudyColumn::Name {
                if swatch(ui, app, id).clicked() {
                    asks.command(Command::Series(SeriesCommand::TogglePick(id.clone())));
                }
                words(ui, id.as_str(), ui.available_width(), 13.0, Weight::Semibold, ink);
                if row.name != id.as_str() {
                    let muted = color32(theme.muted);
                    words(ui, &row.name, ui.available_width(), 12.0, Weight::Regular, muted);
                }
                return;
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add_space(if place == last { BAR } else { 0.0 });
                let is_change = matches!(column, StudyColumn::Move | StudyColumn::Ar);
                let color = if is_change && !hidden { color32(move_color(theme, cell.number)) } else { ink };
                let text =
                    if cell.text.is_empty() { app.words().text("app-cell-empty") } else { cell.text.clone() };
                ui.label(RichText::new(text).font(font(13.0, Weight::Regular)).color(color));
            });
        });
    }
    let response = line.response();
    let told = format!("{} {}", id.as_str(), row.cell(StudyColumn::Move).text);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, selected, told.clone()));
    if response.clicked() {
        asks.command(Command::Series(SeriesCommand::Select((!selected).then_some(subject))));
    }
    response.on_hover_ui(|ui| {
        ui.set_max_width(420.0);
        if let Some(verdict) = app.verdict_of(id) {
            ui.label(verdict);
        }
    });
}
