//! The table of moves at the bottom: sortable, one row a series.

use eframe::egui::{self, Align, Layout, RichText, Role, Sense, Ui, WidgetInfo};
use egui_extras::{Column as Width, TableBuilder, TableRow};

use super::Asks;
use super::bar::keys_of;
use super::rows::{link, move_color, swatch};
use super::style::{color32, font};
use crate::app::{Action, App, Column, Command, SeriesCommand, SettingCommand, TableRow as Row};
use crate::chart::Theme;
use crate::chart::figure::Subject;
use crate::text::Weight;

/// Height of a row.
const ROW: f32 = 22.5;

/// Shows the table.
pub fn show(ui: &mut Ui, app: &App, theme: &Theme, asks: &mut Asks) {
    let words = app.words();
    ui.horizontal(|ui| {
        ui.label(RichText::new(words.text("ui-table")).text_style(egui::TextStyle::Heading));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let copy = link(ui, theme, &words.text(Action::CopyTable.label()));
            if copy.on_hover_text(keys_of(Action::CopyTable)).clicked() {
                asks.action(Action::CopyTable);
            }
        });
    });
    let rows = app.table();
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut builder = TableBuilder::new(ui)
        .id_salt("moves table")
        .sense(Sense::click())
        .auto_shrink(false)
        .cell_layout(Layout::left_to_right(Align::Center))
        .column(Width::remainder().at_least(160.0).clip(true));
    for _ in Column::ALL.iter().skip(1) {
        builder = builder.column(Width::initial(118.0).at_least(70.0).resizable(false));
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
        ui.with_layout(Layout::right_to_left(Align::Center), add).inner
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
                ui.label(RichText::new(row.id.as_str()).font(font(13.0, Weight::Semibold)).color(ink));
                if row.name != row.id.as_str() {
                    let name = RichText::new(&row.name).font(font(12.0, Weight::Regular)).weak();
                    ui.add(egui::Label::new(name).truncate());
                }
                return;
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
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
