//! Where the charts stand: side by side, or under each other in a narrow window.

use eframe::egui::{self, Frame, Margin, Panel, RichText, ScrollArea, Ui, UiBuilder, vec2};

use super::event::EventForm;
use super::figures::Figures;
use super::plot::Wheel;
use super::side::SideState;
use super::table::TableState;
use super::tables::{self, ModelsTableState};
use super::{Asks, bar, market, models, style, verdict};
use crate::app::{Action, App};
use crate::chart::Theme;

/// Height that prices with abnormal returns under them need.
const STUDY_HEIGHT: f32 = 330.0;
/// Height from which bars of moves are worth their place.
const MOVES_HEIGHT: f32 = 110.0;

/// What every chart of the window is given.
#[derive(Clone, Copy)]
pub struct Stage<'a> {
    /// The application.
    pub app: &'a App,
    /// Its colours.
    pub theme: &'a Theme,
    /// What the wheel does.
    pub wheel: Wheel,
}

/// What the parts of a narrow window remember on screen only.
pub struct Parts<'a> {
    /// Figures that are kept.
    pub figures: &'a mut Figures,
    /// The list of series and sources.
    pub side: &'a mut SideState,
    /// The form of the event.
    pub event: &'a mut EventForm,
    /// The table.
    pub table: &'a mut TableState,
    /// The table of models.
    pub listed: &'a mut ModelsTableState,
}

/// Market and moves on the left, models on the right; both dividers can be dragged.
pub fn side_by_side(ui: &mut Ui, stage: Stage<'_>, figures: &mut Figures, asks: &mut Asks) {
    let Stage { app, theme, .. } = stage;
    let frame = Frame::new().fill(style::color32(theme.background));
    let width = ui.available_width();
    let has_models = app.data().models.is_some();
    let has_series = !app.data().series.is_empty();
    if has_models && has_series {
        Panel::right("models")
            .resizable(true)
            .default_size(width * 0.4)
            .size_range(260.0..=(width - 320.0).max(280.0))
            .frame(frame.inner_margin(Margin { left: 16, right: 14, top: 12, bottom: 6 }))
            .show(ui, |ui| models::show(ui, stage, figures, asks));
    }
    let margin = Margin { left: 20, right: 10, top: 12, bottom: 6 };
    if !has_series {
        frame.inner_margin(margin).show(ui, |ui| models::show(ui, stage, figures, asks));
        return;
    }
    let height = ui.available_height();
    let studied = market::is_studied(app);
    // Two panels of sessions need the room; in a low window the bars give way to them.
    let (name, most) =
        if studied { ("moves under a study", height - STUDY_HEIGHT) } else { ("moves", height - 160.0) };
    if !studied || most >= MOVES_HEIGHT {
        Panel::bottom(name)
            .resizable(true)
            .default_size((height * 0.36).min(most.max(MOVES_HEIGHT)))
            .size_range(80.0..=most.max(100.0))
            .show_separator_line(false)
            .frame(frame.inner_margin(margin))
            .show(ui, |ui| market::moves(ui, stage, figures, asks));
    }
    frame.inner_margin(margin).show(ui, |ui| market::show(ui, stage, figures, asks));
}

/// Everything in one column that scrolls: the charts, then the list and the table.
pub fn stacked(ui: &mut Ui, stage: Stage<'_>, parts: Parts<'_>, asks: &mut Asks) {
    let Stage { app, theme, .. } = stage;
    let Parts { figures, side, event, table, listed } = parts;
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let mut block = |ui: &mut Ui, name: &str, height: f32, add: &mut dyn FnMut(&mut Ui, &mut Asks)| {
            let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), egui::Sense::hover());
            let inner = rect.shrink2(vec2(12.0, 8.0));
            let mut child = ui.new_child(UiBuilder::new().max_rect(inner).id_salt(name));
            child.set_clip_rect(rect.intersect(ui.clip_rect()));
            add(&mut child, asks);
        };
        block(ui, "choices", 84.0, &mut |ui, asks| {
            ui.horizontal_wrapped(|ui| {
                let room = ui.available_width();
                event.chip(ui, app, theme, room, asks);
                bar::switches(ui, app, theme, f32::INFINITY, asks);
            });
        });
        if !app.data().series.is_empty() {
            let height = if market::is_studied(app) { 500.0 } else { 380.0 };
            block(ui, "market", height, &mut |ui, asks| market::show(ui, stage, figures, asks));
            if app.judged().and_then(|id| app.verdict_of(id)).is_some() {
                block(ui, "verdict", 78.0, &mut |ui, _| verdict::show(ui, app, theme, 4));
            }
            block(ui, "moves", 300.0, &mut |ui, asks| market::moves(ui, stage, figures, asks));
        }
        if app.data().models.is_some() {
            block(ui, "models", 540.0, &mut |ui, asks| models::show(ui, stage, figures, asks));
        }
        block(ui, "list", 560.0, &mut |ui, asks| side.show(ui, app, theme, asks));
        block(ui, "table", 320.0, &mut |ui, asks| {
            if tables::are_models(app) {
                listed.show(ui, app, theme, asks);
            } else {
                table.show(ui, app, theme, false, asks);
            }
        });
    });
}

/// What stands there before anything is open.
pub fn empty(ui: &mut Ui, app: &App, asks: &mut Asks) {
    let words = app.words();
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.35);
        let title = app.job().map_or_else(|| words.text("ui-empty-title"), |job| job.label);
        ui.label(RichText::new(title).text_style(egui::TextStyle::Heading));
        ui.add_space(4.0);
        ui.label(RichText::new(words.text("ui-empty-hint")).weak());
        ui.add_space(12.0);
        if app.job().is_none() {
            for action in [Action::Open, Action::OpenSample] {
                if ui.button(words.text(action.label())).clicked() {
                    asks.action(action);
                }
            }
        }
    });
}

/// A section's heading with what it shows in muted words beside it.
pub fn heading(ui: &mut Ui, title: &str, detail: &str) {
    ui.horizontal(|ui| {
        ui.label(RichText::new(title).text_style(egui::TextStyle::Heading));
        ui.add(egui::Label::new(RichText::new(detail).text_style(egui::TextStyle::Small).weak()).truncate());
    });
}
