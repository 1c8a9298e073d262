//! The bar at the top: menus, the event, the scale, the stretch of time, export.

use eframe::egui::{self, Align, Button, ComboBox, Layout, RichText, Role, Ui, WidgetInfo, vec2};

use super::Asks;
use super::event::EventForm;
use super::rows::choice;
use super::style::{color32, font};
use crate::app::{Action, App, Command, ViewCommand};
use crate::chart::{Span, Theme};
use crate::model::Scale;
use crate::text::{Weight, measure};

/// Space between switches, and between scale and stretch of time.
const SPACE: f32 = 4.0;
const GROUPS: f32 = 8.0;
/// Width of a list that shows what is chosen of it.
const CHOSEN: f32 = 84.0;

/// Shows the bar.
///
/// Event and switches stand in it only with `event`; else they have their place in the page.
pub fn show(ui: &mut Ui, app: &App, event: Option<&mut EventForm>, theme: &Theme, asks: &mut Asks) {
    ui.horizontal_centered(|ui| {
        menus(ui, app, asks);
        if let Some(event) = event {
            let gap = if ui.ctx().content_rect().width() < 1100.0 { 4.0 } else { 12.0 };
            let room = ui.available_width() - export_width(ui, app) - 2.0 * gap;
            ui.add_space(gap);
            // The longest name of an event leaves room for the narrowest switches.
            let left = ui.cursor().left();
            event.chip(ui, app, theme, room - 2.0 * CHOSEN - 2.0 * SPACE, asks);
            ui.add_space(gap);
            let room = room - (ui.cursor().left() - left);
            switches(ui, app, theme, room, asks);
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

/// Room for the button at the end of the bar, with a gap before it.
fn export_width(ui: &Ui, app: &App) -> f32 {
    let text = app.words().text(Action::Export.label());
    let width = measure(&text, 13.0, Weight::Semibold).width as f32;
    (width + 2.0 * ui.spacing().button_padding.x).max(76.0) + 14.0
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

/// What can be chosen: what it is, the key of its short name, the action with its hint.
type Choices<T, const N: usize> = [(T, &'static str, Action); N];

const SCALES: Choices<Scale, 3> = [
    (Scale::Percent, "ui-scale-percent", Action::ScalePercent),
    (Scale::Hundred, "ui-scale-hundred", Action::ScaleHundred),
    (Scale::Price, "ui-scale-price", Action::ScalePrice),
];
const SPANS: Choices<Span, 5> = [
    (Span::Month, "ui-span-month", Action::SpanMonth),
    (Span::Quarter, "ui-span-quarter", Action::SpanQuarter),
    (Span::Year, "ui-span-year", Action::SpanYear),
    (Span::All, "ui-span-all", Action::SpanAll),
    (Span::Around, "ui-span-around", Action::SpanAround),
];

/// Scale and stretch of time: side by side in that room, or as lists where it is too small.
pub fn switches(ui: &mut Ui, app: &App, theme: &Theme, room: f32, asks: &mut Asks) {
    ui.spacing_mut().item_spacing.x = SPACE;
    // Rows have no months.
    let has_spans = !app.analysis().sessions.are_rows();
    let [scales, mut spans] = [width_of(ui, app, &SCALES), width_of(ui, app, &SPANS)];
    if !has_spans {
        spans = -GROUPS;
    }
    let spans_listed = scales + GROUPS + spans > room;
    let scales_listed = spans_listed && scales + GROUPS + CHOSEN > room;
    choices(ui, (app, theme), "ui-scales", &SCALES, Some(app.document().scale), scales_listed, |scale| {
        asks.command(Command::View(ViewCommand::Scale(scale)));
    });
    if !has_spans {
        return;
    }
    ui.add_space(GROUPS);
    // Without an event there is nothing to stand around.
    let lit = match app.view().span {
        Span::Around if app.document().event.is_none() => Span::All,
        span => span,
    };
    let lit = app.view().sessions.is_none().then_some(lit);
    choices(ui, (app, theme), "ui-spans", &SPANS, lit, spans_listed, |span| {
        asks.command(Command::View(ViewCommand::Span(span)));
    });
}

/// How wide choices are beside each other.
fn width_of<T, const N: usize>(ui: &Ui, app: &App, choices: &Choices<T, N>) -> f32 {
    let padding = 2.0 * ui.spacing().button_padding.x;
    let width = |key: &str| measure(&app.words().text(key), 13.0, Weight::Semibold).width as f32 + padding;
    choices.iter().map(|(_, key, _)| width(key).max(30.0) + SPACE).sum()
}

/// Choices beside each other, or as a list that shows the chosen one.
fn choices<T: Copy + PartialEq, const N: usize>(
    ui: &mut Ui,
    (app, theme): (&App, &Theme),
    name: &'static str,
    of: &Choices<T, N>,
    chosen: Option<T>,
    listed: bool,
    mut choose: impl FnMut(T),
) {
    let words = app.words();
    if !listed {
        for (value, key, action) in *of {
            if choice(ui, theme, chosen == Some(value), &words.text(key), &hint(app, action)) {
                choose(value);
            }
        }
        return;
    }
    let shown = of.iter().find(|(value, ..)| chosen == Some(*value));
    let text = shown.map_or_else(|| "…".to_owned(), |(_, key, _)| words.text(key));
    let combo = ComboBox::from_id_salt(name).width(CHOSEN).selected_text(text).show_ui(ui, |ui| {
        for (value, _, action) in *of {
            if ui.selectable_label(chosen == Some(value), words.text(action.label())).clicked() {
                choose(value);
            }
        }
    });
    let name = words.text(name);
    combo.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, name.clone()));
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
