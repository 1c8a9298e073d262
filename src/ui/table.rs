//! The table of moves at the bottom: sortable, one row a series.

use eframe::egui::{self, Align, Layout, RichText, Role, Sense, Ui, WidgetInfo};
use egui_extras::{Column as Width, TableBuilder, TableRow};

use super::Asks;
use super::bar::keys_of;
use super::rows::{link, move_color, swatch, words};
use super::style::{color32, font};
use crate::app::{Action, App, Column, Command, SeriesCommand, SettingCommand, TableRow as Row};
use crate::chart::Theme;
use crate::chart::figure::Subject;
use crate::text::Weight;

/// Height of a row.
const ROW: f32 = 22.5;

/// Shows the table.
pub fn show(ui: &mut Ui, app: &App, theme: &Theme, asks: &mut Asks) {
    let texts = app.words();
    ui.horizontal(|ui| {
        ui.label(RichText::new(texts.text("ui-table")).text_style(egui::TextStyle::Heading));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let copy = link(ui, theme, &texts.text(Action::CopyTable.label()));
            if copy.on_hover_text(keys_of(Action::CopyTable)).clicked() {
                asks.action(Action::CopyTable);
            }
        });
    });
    let rows = app.table();
    ui.spacing_mut().item_spacing.y = 0.0;
    let width = ((ui.available_width() - 210.0) / 5.0).clamp(66.0, 118.0);
    let mut builder = TableBuilder::new(ui)
        .id_salt("moves table")
        .sense(Sense::click())
        .auto_shrink(false)
        .cell_layout(Layout::left_to_right(Align::Center))
        .column(Width::remainder().at_least(100.0).clip(true));
    for _ in Column::ALL.iter().skip(1) {
        builder = builder.column(Width::exact(width));
    }
    builder
        .header(ROW, |mut header| {
            for column in Column::ALL {
                header.col(|ui| head(ui, app, theme, column, asks));
            }
        })
        .body(|body| {
            body.rows(ROW, rows.len(), |mut line| {
                if let Some(row) = rows.get(line.index()) {
                    show_row(&mut line, app, theme, row, asks);
                }
            });
        });
}

fn head(ui: &mut Ui, app: &App, theme: &Theme, column: Column, asks: &mut Asks) {
    let sort = app.settings().sort;
    let sign = match (sort.column == column, sort.ascending) {
        (false, _) => "",
        (true, true) => " ↑",
        (true, false) => " ↓",
    };
    let text = format!("{}{sign}", app.words().text(column.label()));
    let rich = RichText::new(text).font(font(12.0, Weight::Regular)).color(color32(theme.muted));
    let add = |ui: &mut Ui| ui.add(egui::Button::new(rich).frame(false));
    let response = if column.is_numeric() {
        let room = if column == Column::ToEnd { 10.0 } else { 0.0 };
        let shift = |ui: &mut Ui| {
            ui.add_space(room);
            add(ui)
        };
        ui.with_layout(Layout::right_to_left(Align::Center), shift).inner
    } else {
        add(ui)
    };
    if response.clicked() {
        let ascending = if sort.column == column { !sort.ascending } else { true };
        asks.command(Command::Setting(SettingCommand::Sort(column, ascending)));
    }
}

fn show_row(line: &mut TableRow<'_, '_>, app: &App, theme: &Theme, row: &Row, asks: &mut Asks) {
    let subject = Subject::Series(row.id.clone());
    let selected = app.selection() == Some(&subject);
    line.set_selected(selected);
    let hidden = app.document().hidden.contains(&row.id);
    let ink = color32(if hidden { theme.muted } else { theme.ink });
    for column in Column::ALL {
        line.col(|ui| {
            if column == Column::Name {
                if swatch(ui, app, &row.id).clicked() {
                    asks.command(Command::Series(SeriesCommand::TogglePick(row.id.clone())));
                }
                words(ui, row.id.as_str(), ui.available_width(), 13.0, Weight::Semibold, ink);
                if row.name != row.id.as_str() {
                    let muted = color32(theme.muted);
                    words(ui, &row.name, ui.available_width(), 12.0, Weight::Regular, muted);
                }
                return;
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if column == Column::ToEnd {
                    // Room for the scroll bar, which stands over the cells.
                    ui.add_space(10.0);
                }
                let color = if column == Column::Change && !hidden {
                    color32(move_color(theme, row.change))
                } else {
                    ink
                };
                ui.label(RichText::new(row.cell(column)).font(font(13.0, Weight::Regular)).color(color));
            });
        });
    }
    let response = line.response();
    let told = format!("{} {}", row.id.as_str(), row.cell(Column::Change));
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, selected, told.clone()));
    if response.clicked() {
        asks.command(Command::Series(SeriesCommand::Select((!selected).then_some(subject))));
    }
}
