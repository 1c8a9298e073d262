//! What the program has to say: toasts in the corner, the status line, the hint while a file is
//! held over the window.

use eframe::egui::{
    self, Align, Align2, Area, Button, Id, Label, Layout, Order, ProgressBar, RichText, Ui, vec2,
};

use super::style::{color32, font};
use super::{Asks, level_color};
use crate::app::{App, Command, Level, Notice, NoticeCommand, SourceCommand};
use crate::chart::Theme;
use crate::text::{Arg, Weight};

/// How many toasts stand at once.
const AT_ONCE: usize = 4;

/// Shows the newest warnings and errors until they are closed. Good news stands in the status
/// line, where it covers nothing.
pub fn toasts(ctx: &egui::Context, app: &App, theme: &Theme, asks: &mut Asks) {
    let mut bottom = -38.0;
    let grave: Vec<&Notice> =
        app.notices().iter().rev().filter(|notice| notice.level != Level::Info).collect();
    if let Some(more) = grave.len().checked_sub(AT_ONCE + 1) {
        let shown = Area::new(Id::unique("more notices"))
            .order(Order::Foreground)
            .anchor(Align2::RIGHT_BOTTOM, vec2(-14.0, bottom))
            .show(ctx, |ui| {
                let text = app.words().say("ui-notices-more", &[("count", Arg::Count(more as u64 + 1))]);
                if ui.button(text).clicked() {
                    asks.open_log();
                }
            });
        bottom -= shown.response.rect.height() + 8.0;
    }
    for notice in grave.into_iter().take(AT_ONCE) {
        let shown = Area::new(Id::unique(("notice", notice.id)))
            .order(Order::Foreground)
            .anchor(Align2::RIGHT_BOTTOM, vec2(-14.0, bottom))
            .show(ctx, |ui| toast(ui, app, theme, notice, asks));
        bottom -= shown.response.rect.height() + 8.0;
    }
}

fn toast(ui: &mut Ui, app: &App, theme: &Theme, notice: &Notice, asks: &mut Asks) {
    let width = 420.0_f32.min(ui.ctx().content_rect().width() - 40.0);
    egui::Frame::popup(ui.style()).inner_margin(egui::Margin::symmetric(12, 9)).show(ui, |ui| {
        ui.set_width(width);
        ui.horizontal_top(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(8.0, 18.0), egui::Sense::hover());
            ui.painter().circle_filled(rect.center(), 3.5, level_color(theme, notice.level));
            ui.vertical(|ui| {
                ui.set_width(width - 46.0);
                ui.add(Label::new(&notice.text).wrap());
            });
            let name = app.words().text("ui-notice-close");
            let close = ui.add(Button::new("×").frame(false)).on_hover_text(&name);
            close.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name.clone()));
            if close.clicked() {
                asks.command(Command::Notice(NoticeCommand::Dismiss(notice.id)));
            }
        });
    });
}

/// The line at the bottom: what is open, the job in progress, the last notice.
pub fn status(ui: &mut Ui, app: &App, asks: &mut Asks) {
    let words = app.words();
    let small = |text: String| RichText::new(text).font(font(12.0, Weight::Regular)).weak();
    ui.horizontal_centered(|ui| {
        // A button is no higher than the words beside it, or the line would grow out of its panel.
        ui.spacing_mut().interact_size.y = 16.0;
        ui.spacing_mut().button_padding.y = 0.0;
        let is_rows = app.analysis().sessions.are_rows();
        let counts = words.say(
            if is_rows { "ui-status-rows" } else { "ui-status" },
            &[
                ("series", Arg::Count(app.data().series.len() as u64)),
                ("sessions", Arg::Count(app.analysis().sessions.len() as u64)),
            ],
        );
        ui.label(small(counts));
        if let Some(job) = app.job() {
            ui.add_space(12.0);
            ui.label(small(job.label));
            if let Some(share) = job.progress {
                ui.add(ProgressBar::new(share as f32).desired_width(140.0).desired_height(6.0));
            } else {
                ui.add(egui::Spinner::new().size(12.0));
            }
            if ui.add(Button::new(small(words.text("ui-cancel"))).frame(false)).clicked() {
                asks.command(Command::Source(SourceCommand::CancelJob));
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if let Some(last) = app.notices().last() {
                let label = Label::new(small(last.text.clone())).truncate().sense(egui::Sense::click());
                if ui.add(label).on_hover_text(words.text("ui-log-hint")).clicked() {
                    asks.open_log();
                }
            }
        });
    });
}

/// Every message since the start, the newest first.
pub fn log(ctx: &egui::Context, app: &App, theme: &Theme, open: &mut bool) {
    egui::Window::new(app.words().text("ui-log")).open(open).default_size(vec2(520.0, 320.0)).show(
        ctx,
        |ui| {
            egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                for notice in app.notices().iter().rev() {
                    ui.horizontal_top(|ui| {
                        let (rect, _) = ui.allocate_exact_size(vec2(8.0, 18.0), egui::Sense::hover());
                        ui.painter().circle_filled(rect.center(), 3.0, level_color(theme, notice.level));
                        ui.add(Label::new(&notice.text).wrap().selectable(true));
                    });
                }
            });
        },
    );
}

/// Says that letting go of the file will open it.
pub fn drop_hint(ctx: &egui::Context, app: &App) {
    let painter = ctx.layer_painter(egui::LayerId::new(Order::Foreground, Id::unique("drop")));
    let rect = ctx.content_rect();
    let theme = app.theme();
    painter.rect_filled(rect, 0.0, color32(theme.background).gamma_multiply(0.85));
    painter.text(
        rect.center(),
        Align2::CENTER_CENTER,
        app.words().text("ui-drop"),
        font(20.0, Weight::Semibold),
        color32(theme.action),
    );
}
