//! The export form: which figure, how large, in which colours and format.

use eframe::egui::{self, Align2, Button, ComboBox, DragValue, RichText, TextEdit, Ui, Window, vec2};

use super::Asks;
use super::dialogs::Dialogs;
use super::style::{color32, font};
use crate::app::export::{SCALES, SIDE_PX};
use crate::app::{App, Command, ExportOptions, FigureCommand, Format};
use crate::chart::{FigureKind, ThemeName};
use crate::text::Weight;

/// Sizes to choose from, with the key of each one's name.
const PRESETS: [(&str, [u32; 2]); 5] = [
    ("ui-size-wide", [1600, 900]),
    ("ui-size-slide", [1920, 1080]),
    ("ui-size-post", [1200, 675]),
    ("ui-size-square", [1080, 1080]),
    ("ui-size-story", [1080, 1920]),
];

/// What is being chosen.
#[derive(Default)]
pub struct ExportForm {
    open: bool,
    options: ExportOptions,
    path: String,
}

impl ExportForm {
    /// Whether the form stands open.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.open
    }

    /// Opens the form with the last choices.
    pub fn show(&mut self, app: &App) {
        self.options = app.settings().export;
        self.open = true;
    }

    /// Shows the form while it is open.
    pub fn window(&mut self, ctx: &egui::Context, app: &App, dialogs: &mut Dialogs, asks: &mut Asks) {
        if !self.open {
            return;
        }
        let mut open = true;
        Window::new(app.words().text("ui-export-title"))
            .open(&mut open)
            .collapsible(false)
            .resizable(false)
            .anchor(Align2::CENTER_CENTER, vec2(0.0, 0.0))
            .show(ctx, |ui| {
                ui.spacing_mut().item_spacing.y = 10.0;
                let entered = self.fields(ui, app);
                self.buttons(ui, app, dialogs, entered, asks);
            });
        self.open &= open && !ctx.input(|input| input.key_pressed(egui::Key::Escape));
    }

    /// The choices; whether Enter was pressed in the last of them.
    fn fields(&mut self, ui: &mut Ui, app: &App) -> bool {
        let words = app.words();
        let label = |ui: &mut Ui, key: &str| {
            let rect = ui.available_rect_before_wrap();
            let response = ui.label(words.text(key));
            ui.add_space((96.0 - (ui.cursor().left() - rect.left())).max(0.0));
            response
        };
        ui.horizontal(|ui| {
            label(ui, "ui-export-figure");
            for kind in FigureKind::ALL {
                let text = words.text(kind_key(kind));
                ui.selectable_value(&mut self.options.kind, kind, text);
            }
        });
        ui.horizontal(|ui| {
            let title = label(ui, "ui-export-size");
            let [width, height] = &mut self.options.size;
            ui.add(DragValue::new(width).range(SIDE_PX[0]..=SIDE_PX[1]).max_decimals(0))
                .labelled_by(title.id);
            ui.label("×");
            ui.add(DragValue::new(height).range(SIDE_PX[0]..=SIDE_PX[1]).max_decimals(0))
                .labelled_by(title.id);
            let preset = ComboBox::from_id_salt("preset").selected_text(words.text("ui-export-preset"));
            let shown = preset.show_ui(ui, |ui| {
                let chosen = self.options.size.map(|side| side.round() as u32);
                for (key, size) in PRESETS {
                    let text = format!("{} {} × {}", words.text(key), size[0], size[1]);
                    if ui.selectable_label(chosen == size, text).clicked() {
                        self.options.size = size.map(f64::from);
                    }
                }
            });
            let name = words.text("ui-export-preset");
            shown
                .response
                .widget_info(|| egui::WidgetInfo::labeled(egui::Role::ComboBox, true, name.clone()));
        });
        ui.horizontal(|ui| {
            label(ui, "ui-export-theme");
            for theme in ThemeName::ALL {
                let text = words.text(theme_key(theme));
                ui.selectable_value(&mut self.options.theme, theme, text);
            }
        });
        ui.horizontal(|ui| {
            label(ui, "ui-export-format");
            for format in Format::ALL {
                ui.selectable_value(&mut self.options.format, format, format.ending().to_uppercase());
            }
            if self.options.format == Format::Png {
                let title = ui.label(words.text("ui-export-scale"));
                let scale = DragValue::new(&mut self.options.scale)
                    .range(SCALES[0]..=SCALES[1])
                    .speed(0.1)
                    .max_decimals(1);
                ui.add(scale).labelled_by(title.id);
            }
        });
        ui.horizontal(|ui| {
            let title = label(ui, "ui-export-path");
            let hint = words.text("ui-export-path-hint");
            let field = TextEdit::singleline(&mut self.path).hint_text(hint).desired_width(320.0);
            let response = ui.add(field).labelled_by(title.id);
            response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter))
        })
        .inner
    }

    fn buttons(&mut self, ui: &mut Ui, app: &App, dialogs: &mut Dialogs, entered: bool, asks: &mut Asks) {
        let words = app.words();
        let theme = app.theme();
        ui.horizontal(|ui| {
            let key = if self.path.trim().is_empty() { "ui-export-save-as" } else { "ui-export-save" };
            let text = RichText::new(words.text(key))
                .font(font(13.0, Weight::Semibold))
                .color(color32(theme.on_action));
            if ui.add(Button::new(text).fill(color32(theme.action))).clicked() || entered {
                let path = self.path.trim();
                if path.is_empty() {
                    let name = format!("{}.{}", self.options.kind.name(), self.options.format.ending());
                    dialogs.save(ui.ctx(), words, name, self.options);
                } else {
                    let mut path = std::path::PathBuf::from(path);
                    if path.extension().is_none() {
                        path.set_extension(self.options.format.ending());
                    }
                    asks.command(Command::Figure(FigureCommand::ExportTo(path, self.options)));
                }
                self.open = false;
            }
            if ui.button(words.text("ui-cancel")).clicked() {
                self.open = false;
            }
        });
    }
}

fn kind_key(kind: FigureKind) -> &'static str {
    match kind {
        FigureKind::Market => "ui-kind-market",
        FigureKind::Moves => "ui-kind-moves",
        FigureKind::Models => "ui-kind-models",
        FigureKind::Pair => "ui-kind-pair",
    }
}

fn theme_key(theme: ThemeName) -> &'static str {
    match theme {
        ThemeName::Light => "ui-theme-light",
        ThemeName::Dark => "ui-theme-dark",
    }
}
