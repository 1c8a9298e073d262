//! The verdict of the study in a sentence: of the selected series, else of the first that was picked.

use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{self, Label, TextFormat, Ui};

use super::style::{color32, font};
use crate::app::App;
use crate::chart::Theme;
use crate::text::Weight;

/// Shows the sentence in at most so many lines; the whole of it while the pointer is on it.
pub fn show(ui: &mut Ui, app: &App, theme: &Theme, lines: usize) {
    let Some(text) = app.judged().and_then(|id| app.verdict_of(id)) else { return };
    let stale = app.is_studying();
    let text = if stale { app.words().text("ui-study-waits") } else { text };
    let color = color32(if stale { theme.muted } else { theme.ink });
    let mut job = LayoutJob::default();
    job.append(&text, 0.0, TextFormat::simple(font(13.0, Weight::Regular), color));
    job.wrap = TextWrapping {
        max_width: ui.available_width() - 4.0,
        max_rows: lines,
        break_anywhere: lines == 1,
        overflow_character: Some('…'),
    };
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let elided = galley.elided;
    let response = ui.add(Label::new(galley).show_tooltip_when_elided(false));
    let told = text.clone();
    response.widget_info(move || egui::WidgetInfo::labeled(egui::Role::Label, true, told.clone()));
    if elided {
        response.on_hover_text(text);
    }
}
