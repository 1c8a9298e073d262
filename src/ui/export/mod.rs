//! The export form: which figure, how large, in which colours, language and format, with which
//! words, beside the picture that it becomes.
//!
//! Nothing is drawn in a frame: the preview is made in a job and shown when it is there.

mod notes;
mod picture;
mod size;
mod words;

use std::path::{Path, PathBuf};

use eframe::egui::{
    self, Align, Align2, Button, Frame, Key, Layout, Margin, Popup, RichText, ScrollArea, TextEdit, Ui,
    WidgetInfo, Window, vec2,
};

use super::Asks;
use super::dialogs::{Dialogs, Picked};
use super::style::{color32, font};
use crate::app::export::{Text, ThemeRef};
use crate::app::{App, Command, ExportOptions, FigureCommand, Format};
use crate::chart::{Background, FigureKind, Theme, ThemeName};
use crate::text::{Arg, Digits, Language, Weight};
use notes::NotesForm;
use picture::Picture;
use words::WordsForm;

/// From this width on choices and picture stand beside each other.
const TWO_COLUMNS: f32 = 760.0;
/// Width of the choices beside the picture.
const CHOICES: f32 = 384.0;
/// Between the form's edge and what it holds.
const EDGE: i8 = 12;
/// Width of the names before the choices.
const INDENT: f32 = 92.0;

/// What is being chosen.
#[derive(Default)]
pub struct ExportForm {
    open: bool,
    options: ExportOptions,
    words: WordsForm,
    notes: NotesForm,
    path: String,
    picture: Picture,
}

impl ExportForm {
    /// Whether the form stands open.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.open
    }

    /// Whether what is shown is not yet what was chosen.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.open && self.picture.is_waiting()
    }

    /// Opens the form with the last choices.
    pub fn show(&mut self, app: &App) {
        self.options = app.settings().export.clone();
        self.words = WordsForm::of(&app.document().wording);
        self.notes = NotesForm::default();
        self.picture = Picture::default();
        self.open = true;
    }

    /// Takes a file that was picked for the form.
    pub fn take(&mut self, picked: Picked, path: PathBuf) {
        match picked {
            Picked::Theme => self.options.theme = ThemeRef::File(path),
            Picked::Logo => self.options.logo = Some(path),
            Picked::Font if self.options.fonts.contains(&path) => {}
            Picked::Font => self.options.fonts.push(path),
        }
    }

    /// Shows the form while it is open.
    pub fn window(&mut self, ctx: &egui::Context, app: &App, dialogs: &mut Dialogs, asks: &mut Asks) {
        if !self.open {
            return;
        }
        // A list that stands open takes the key for itself.
        let closes = !Popup::is_any_open(ctx) && ctx.input(|input| input.key_pressed(Key::Escape));
        let mut open = true;
        let screen = ctx.content_rect();
        let most = screen.size() - vec2(24.0, 48.0);
        Window::new(app.words().text("ui-export-title"))
            .open(&mut open)
            .collapsible(false)
            .resizable(false)
            .frame(Frame::window(&ctx.global_style()).inner_margin(Margin::same(EDGE)))
            .fixed_size(vec2(1240.0, 800.0).min(most) - vec2(2.0 * f32::from(EDGE), 56.0))
            .anchor(Align2::CENTER_CENTER, vec2(0.0, 0.0))
            .show(ctx, |ui| {
                if ui.available_width() >= TWO_COLUMNS {
                    self.side_by_side(ui, app, dialogs, asks);
                } else {
                    self.stacked(ui, app, dialogs, asks);
                }
            });
        self.open &= open && !closes;
        if !self.open {
            asks.command(Command::Figure(FigureCommand::EndPreview));
        }
    }

    fn side_by_side(&mut self, ui: &mut Ui, app: &App, dialogs: &mut Dialogs, asks: &mut Asks) {
        let size = ui.available_size();
        ui.horizontal_top(|ui| {
            ui.allocate_ui(vec2(CHOICES, size.y), |ui| {
                ui.vertical(|ui| {
                    ui.set_width(CHOICES);
                    let height = size.y - 44.0;
                    ScrollArea::vertical().max_height(height).auto_shrink([false, false]).show(ui, |ui| {
                        self.choices(ui, app, dialogs, asks);
                    });
                    ui.add_space(8.0);
                    self.buttons(ui, app, dialogs, asks);
                });
            });
            ui.add_space(12.0);
            let room = vec2(size.x - CHOICES - 28.0, size.y);
            ui.allocate_ui(room, |ui| self.preview(ui, app, room, asks));
        });
    }

    fn stacked(&mut self, ui: &mut Ui, app: &App, dialogs: &mut Dialogs, asks: &mut Asks) {
        let size = ui.available_size();
        let room = vec2(size.x, (size.y * 0.34).min(size.x * 0.7));
        self.preview(ui, app, room, asks);
        ui.add_space(8.0);
        let height = (ui.available_height() - 44.0).max(60.0);
        ScrollArea::vertical().max_height(height).auto_shrink([false, false]).show(ui, |ui| {
            self.choices(ui, app, dialogs, asks);
        });
        ui.add_space(8.0);
        self.buttons(ui, app, dialogs, asks);
    }

    fn preview(&mut self, ui: &mut Ui, app: &App, room: egui::Vec2, asks: &mut Asks) {
        let wording = self.words.wording();
        self.picture.show(ui, app, &self.options, &wording, room, asks);
    }

    fn choices(&mut self, ui: &mut Ui, app: &App, dialogs: &mut Dialogs, asks: &mut Asks) {
        ui.spacing_mut().item_spacing.y = 9.0;
        let words = app.words();
        row(ui, app, "ui-export-figure", |ui| {
            for kind in FigureKind::ALL {
                ui.selectable_value(&mut self.options.kind, kind, words.text(kind_key(kind)));
            }
        });
        row(ui, app, "ui-export-size", |ui| size::presets(ui, words, &mut self.options));
        row(ui, app, "", |ui| size::sides(ui, words, &mut self.options));
        row(ui, app, "ui-export-format", |ui| {
            for format in Format::ALL {
                ui.selectable_value(&mut self.options.format, format, format.ending().to_uppercase());
            }
        });
        match self.options.format {
            Format::Png => row(ui, app, "", |ui| size::resolution(ui, words, &mut self.options)),
            Format::Svg => row(ui, app, "", |ui| {
                for text in [Text::Outlines, Text::Live] {
                    ui.selectable_value(&mut self.options.text, text, words.text(text_key(text)));
                }
            }),
            Format::Pdf | Format::Csv => {}
        }
        row(ui, app, "ui-export-theme", |ui| self.theme(ui, app, dialogs));
        row(ui, app, "ui-export-background", |ui| {
            for background in Background::ALL {
                let text = words.text(background_key(background));
                ui.selectable_value(&mut self.options.background, background, text);
            }
        });
        row(ui, app, "ui-export-language", |ui| self.language(ui, app));
        row(ui, app, "ui-export-logo", |ui| self.logo(ui, app, dialogs));
        row(ui, app, "ui-export-fonts", |ui| self.fonts(ui, app, dialogs));
        if self.options.format != Format::Csv {
            row(ui, app, "", |ui| {
                ui.checkbox(&mut self.options.recipe, words.text("ui-export-recipe"))
                    .on_hover_text(words.text("ui-export-recipe-why"));
            });
        }
        ui.separator();
        let automatic = app.preview().and_then(|preview| preview.automatic.as_ref());
        self.words.show(ui, words, automatic, INDENT);
        ui.separator();
        self.notes.show(ui, app, INDENT, asks);
        ui.separator();
        row(ui, app, "ui-export-path", |ui| {
            let hint = words.text("ui-export-path-hint");
            let field =
                TextEdit::singleline(&mut self.path).hint_text(hint).desired_width(ui.available_width());
            let response = ui.add(field);
            let name = words.text("ui-export-path");
            response.widget_info(|| WidgetInfo::labeled(egui::Role::TextInput, true, name.clone()));
        });
    }

    fn theme(&mut self, ui: &mut Ui, app: &App, dialogs: &mut Dialogs) {
        let words = app.words();
        for name in ThemeName::ALL {
            let theme = ThemeRef::BuiltIn(name);
            let chosen = self.options.theme == theme;
            if ui.selectable_label(chosen, words.text(theme_key(name))).clicked() {
                self.options.theme = theme;
            }
        }
        let (chosen, text) = match &self.options.theme {
            ThemeRef::File(path) => (true, file_name(path)),
            ThemeRef::BuiltIn(_) => (false, words.text("ui-export-theme-file")),
        };
        if ui.selectable_label(chosen, text).clicked() {
            dialogs.pick(ui.ctx(), words, Picked::Theme);
        }
    }

    fn language(&mut self, ui: &mut Ui, app: &App) {
        for language in Language::ALL {
            let text = app.words().text(language_key(language));
            ui.selectable_value(&mut self.options.language, language, text);
        }
        ui.add_space(8.0);
        for digits in Digits::ALL {
            let text = app.words().text(digits_key(digits));
            ui.selectable_value(&mut self.options.digits, digits, text);
        }
    }

    fn logo(&mut self, ui: &mut Ui, app: &App, dialogs: &mut Dialogs) {
        let words = app.words();
        let text = self.options.logo.as_deref().map_or_else(|| words.text("ui-export-logo-file"), file_name);
        if ui.button(text).clicked() {
            dialogs.pick(ui.ctx(), words, Picked::Logo);
        }
        if self.options.logo.is_some() && ui.button(words.text("ui-export-logo-none")).clicked() {
            self.options.logo = None;
        }
    }

    /// The fonts in the order in which they are asked for a character, each with a button that takes it
    /// out again.
    fn fonts(&mut self, ui: &mut Ui, app: &App, dialogs: &mut Dialogs) {
        let words = app.words();
        let mut dropped = None;
        for (place, path) in self.options.fonts.iter().enumerate() {
            let name = file_name(path);
            let response = ui.button(format!("{name}  ×")).on_hover_text(words.text("ui-export-font-drop"));
            let label = words.say("ui-export-font-drop-named", &[("file", Arg::Text(&name))]);
            response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, label.clone()));
            if response.clicked() {
                dropped = Some(place);
            }
        }
        if let Some(place) = dropped {
            self.options.fonts.remove(place);
        }
        let why = words.text("ui-export-font-why");
        if ui.button(words.text("ui-export-font-file")).on_hover_text(why).clicked() {
            dialogs.pick(ui.ctx(), words, Picked::Font);
        }
    }

    fn buttons(&mut self, ui: &mut Ui, app: &App, dialogs: &mut Dialogs, asks: &mut Asks) {
        let (words, theme) = (app.words(), app.theme());
        ui.horizontal(|ui| {
            let key = if self.path.trim().is_empty() { "ui-export-save-as" } else { "ui-export-save" };
            if ui.add(primary(words.text(key), theme)).clicked() {
                self.save(ui.ctx(), app, dialogs, asks);
            }
            if ui.button(words.text("ui-export-copy")).clicked() {
                self.keep_words(app, asks);
                asks.command(Command::Figure(FigureCommand::PictureOf(self.options.clone())));
            }
            if ui.button(words.text("ui-cancel")).clicked() {
                self.open = false;
            }
        });
    }

    /// Writes to the typed path, or asks for one.
    fn save(&mut self, ctx: &egui::Context, app: &App, dialogs: &mut Dialogs, asks: &mut Asks) {
        self.keep_words(app, asks);
        let ending = self.options.format.ending();
        let path = self.path.trim();
        if path.is_empty() {
            let name = format!("{}.{ending}", self.options.kind.name());
            dialogs.save(ctx, app.words(), name, self.options.clone());
        } else {
            let mut path = PathBuf::from(path);
            if path.extension().is_none() {
                path.set_extension(ending);
            }
            asks.command(Command::Figure(FigureCommand::ExportTo(path, self.options.clone())));
        }
        self.open = false;
    }

    /// The words become the document's, as one step that can be undone.
    fn keep_words(&self, app: &App, asks: &mut Asks) {
        let wording = self.words.wording();
        if wording != app.document().wording {
            asks.command(Command::Figure(FigureCommand::Words(wording)));
        }
    }
}

/// A button for what the form is for.
fn primary(text: String, theme: &Theme) -> Button<'static> {
    let text = RichText::new(text).font(font(13.0, Weight::Semibold)).color(color32(theme.on_action));
    Button::new(text).fill(color32(theme.action))
}

/// A line of the form: its name, then the choices, which wrap beside it.
fn row(ui: &mut Ui, app: &App, key: &str, add: impl FnOnce(&mut Ui)) {
    ui.horizontal_top(|ui| {
        let size = vec2(INDENT, ui.spacing().interact_size.y);
        ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_width(INDENT);
            if !key.is_empty() {
                ui.label(app.words().text(key));
            }
        });
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            add(ui);
        });
    });
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn kind_key(kind: FigureKind) -> &'static str {
    match kind {
        FigureKind::Market => "ui-kind-market",
        FigureKind::Moves => "ui-kind-moves",
        FigureKind::Models => "ui-kind-models",
        FigureKind::Pair => "ui-kind-pair",
        FigureKind::Table => "ui-kind-table",
        FigureKind::Study => "ui-kind-study",
    }
}

fn theme_key(theme: ThemeName) -> &'static str {
    match theme {
        ThemeName::Light => "ui-theme-light",
        ThemeName::Dark => "ui-theme-dark",
        ThemeName::Print => "ui-theme-print",
    }
}

fn text_key(text: Text) -> &'static str {
    match text {
        Text::Outlines => "ui-text-outlines",
        Text::Live => "ui-text-live",
    }
}

fn background_key(background: Background) -> &'static str {
    match background {
        Background::Theme => "ui-background-theme",
        Background::Transparent => "ui-background-transparent",
    }
}

fn language_key(language: Language) -> &'static str {
    match language {
        Language::English => "ui-language-english",
        Language::Arabic => "ui-language-arabic",
    }
}

fn digits_key(digits: Digits) -> &'static str {
    match digits {
        Digits::Western => "ui-digits-western",
        Digits::Arabic => "ui-digits-arabic",
    }
}
