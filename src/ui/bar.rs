//! The bar at the top: menus, the event, the scale, the stretch of time, export.

use eframe::egui::{self, Align, Button, Layout, RichText, Ui, vec2};

use super::Asks;
use super::event::EventForm;
use super::rows::choice;
use super::style::{color32, font};
use crate::app::{Action, App, Command, ViewCommand};
use crate::chart::{Span, Theme};
use crate::model::Scale;
use crate::text::Weight;

/// Shows the bar.
///
/// Event and switches stand in it only with `event`; else they have their place in the page.
pub fn show(ui: &mut Ui, app: &App, event: Option<&mut EventForm>, theme: &Theme, asks: &mut Asks) {
    ui.horizontal_centered(|ui| {
        menus(ui, app, asks);
        if let Some(event) = event {
            // The longest name of an event still leaves a gap before the last button.
            let gap = if ui.ctx().content_rect().width() < 1100.0 { 4.0 } else { 12.0 };
            ui.add_space(gap);
            event.chip(ui, app, theme, asks);
            ui.add_space(gap);
            switches(ui, app, theme, asks);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let text = RichText::new(app.words().text(Action::Export.label()))
                .font(font(13.0, Weight::Semibold))
                .color(color32(theme.on_action));
            let button = Button::new(text).fill(color32(theme.action)).min_size(vec2(76.0, 28.0));
            if ui
                .add_enabled(app.can(Action::Export), button)
                .on_hover_text(hint(app, Action::Export))
                .clicked()
            {
                asks.action(Action::Export);
            }
        });
    });
}

fn menus(ui: &mut Ui, app: &App, asks: &mut Asks) {
    let words = app.words();
    let parts: [(&str, &[Action]); 5] = [
        (
            "ui-menu-file",
            &[
                Action::Open,
                Action::OpenSample,
                Action::CloseAll,
                Action::Export,
                Action::ExportAgain,
                Action::SaveModels,
                Action::SaveStudy,
                Action::Quit,
            ],
        ),
        (
            "ui-menu-edit",
            &[
                Action::Undo,
                Action::Redo,
                Action::CopyPicture,
                Action::CopyTable,
                Action::TogglePick,
                Action::ToggleVisible,
            ],
        ),
        (
            "ui-menu-view",
            &[
                Action::ScalePercent,
                Action::ScaleHundred,
                Action::ScalePrice,
                Action::SpanAround,
                Action::SpanMonth,
                Action::SpanQuarter,
                Action::SpanYear,
                Action::SpanAll,
                Action::Fit,
                Action::ReverseCosts,
                Action::ModelsTable,
                Action::Study,
                Action::ThemeLight,
                Action::ThemeDark,
                Action::ThemeSystem,
            ],
        ),
        (
            "ui-menu-event",
            &[
                Action::EventPrevious,
                Action::EventNext,
                Action::EventKeep,
                Action::EventClear,
                Action::StudyOptions,
                Action::AsOfPrevious,
                Action::AsOfNext,
                Action::FollowCursor,
            ],
        ),
        ("ui-menu-help", &[Action::Shortcuts, Action::About]),
    ];
    ui.scope(|ui| {
        let widgets = &mut ui.visuals_mut().widgets;
        widgets.inactive.bg_stroke = egui::Stroke::NONE;
        widgets.hovered.bg_stroke = egui::Stroke::NONE;
        widgets.inactive.weak_bg_fill = egui::Color32::TRANSPARENT;
        ui.spacing_mut().button_padding.x = 8.0;
        ui.spacing_mut().item_spacing.x = 2.0;
        for (title, actions) in parts {
            ui.menu_button(words.text(title), |ui| {
                for action in actions {
                    item(ui, app, *action, asks);
                }
            });
        }
    });
}

fn item(ui: &mut Ui, app: &App, action: Action, asks: &mut Asks) {
    let mut button = Button::new(app.words().text(action.label()));
    if let Some(shortcut) = action.shortcut() {
        button = button.shortcut_text(shortcut.to_string());
    }
    if ui.add_enabled(app.can(action), button).clicked() {
        asks.action(action);
        ui.close();
    }
}

/// Scale and stretch of time.
pub fn switches(ui: &mut Ui, app: &App, theme: &Theme, asks: &mut Asks) {
    ui.spacing_mut().item_spacing.x = 4.0;
    for (scale, short, action) in [
        (Scale::Percent, "ui-scale-percent", Action::ScalePercent),
        (Scale::Hundred, "ui-scale-hundred", Action::ScaleHundred),
        (Scale::Price, "ui-scale-price", Action::ScalePrice),
    ] {
        let chosen = app.document().scale == scale;
        if choice(ui, theme, chosen, &app.words().text(short), &hint(app, action)) {
            asks.command(Command::View(ViewCommand::Scale(scale)));
        }
    }
    if app.analysis().sessions.are_rows() {
        // Rows have no months.
        return;
    }
    ui.add_space(8.0);
    // Without an event there is nothing to stand around.
    let lit = match app.view().span {
        Span::Around if app.document().event.is_none() => Span::All,
        span => span,
    };
    for (span, short, action) in [
        (Span::Month, "ui-span-month", Action::SpanMonth),
        (Span::Quarter, "ui-span-quarter", Action::SpanQuarter),
        (Span::Year, "ui-span-year", Action::SpanYear),
        (Span::All, "ui-span-all", Action::SpanAll),
        (Span::Around, "ui-span-around", Action::SpanAround),
    ] {
        let chosen = lit == span && app.view().sessions.is_none();
        if choice(ui, theme, chosen, &app.words().text(short), &hint(app, action)) {
            asks.command(Command::View(ViewCommand::Span(span)));
        }
    }
}

/// What an action does and with which keys.
#[must_use]
pub fn hint(app: &App, action: Action) -> String {
    let label = app.words().text(action.label());
    match action.shortcut() {
        Some(shortcut) => format!("{label} ({shortcut})"),
        None => label,
    }
}

/// The keys of an action beside its name, for lists.
#[must_use]
pub fn keys_of(action: Action) -> String {
    action.shortcut().map(|shortcut| shortcut.to_string()).unwrap_or_default()
}

/// A muted note in the bar's type size.
pub fn note(ui: &mut Ui, text: &str) {
    ui.label(RichText::new(text).text_style(egui::TextStyle::Small).weak());
}
