//! The sheet of shortcuts and the words about the program.

use eframe::egui::{self, Align2, Grid, RichText, Window, vec2};

use super::bar::{keys_of, note};
use crate::app::{Action, App};
use crate::text::Arg;

/// Which sheet is open.
#[derive(Default)]
pub struct HelpState {
    open: Option<Action>,
}

impl HelpState {
    /// Opens the sheet of that action, or closes it.
    pub fn toggle(&mut self, action: Action) {
        self.open = if self.open == Some(action) { None } else { Some(action) };
    }

    /// Shows the open sheet.
    pub fn window(&mut self, ctx: &egui::Context, app: &App) {
        let Some(action) = self.open else { return };
        let words = app.words();
        let mut open = true;
        Window::new(words.text(action.label()))
            .open(&mut open)
            .collapsible(false)
            .resizable(false)
            .anchor(Align2::CENTER_CENTER, vec2(0.0, 0.0))
            .show(ctx, |ui| {
                if action == Action::Shortcuts {
                    Grid::new("shortcuts").num_columns(2).spacing(vec2(32.0, 6.0)).show(ui, |ui| {
                        for action in Action::ALL {
                            let keys = keys_of(action);
                            if !keys.is_empty() {
                                ui.label(words.text(action.label()));
                                ui.label(RichText::new(keys).strong());
                                ui.end_row();
                            }
                        }
                    });
                    ui.add_space(8.0);
                    for key in ["ui-help-wheel", "ui-help-drag", "ui-help-box", "ui-help-fit", "ui-help-axis"]
                    {
                        note(ui, &words.text(key));
                    }
                } else {
                    ui.set_max_width(420.0);
                    ui.label(words.say("ui-about", &[("version", Arg::Text(env!("CARGO_PKG_VERSION")))]));
                    ui.add_space(6.0);
                    note(ui, &words.text("ui-about-local"));
                }
            });
        if !open || ctx.input(|input| input.key_pressed(egui::Key::Escape)) {
            self.open = None;
        }
    }
}
