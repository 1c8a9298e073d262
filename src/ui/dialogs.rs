//! Choosing files: the system's dialogs on a thread of their own, and a field to type a path
//! where the system has no dialog. The one file that knows `rfd`.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::egui::{self, Align2, TextEdit, Window, vec2};

use super::Asks;
use crate::app::jobs::{Ended, Jobs};
use crate::app::{
    App, Command, ExportOptions, FigureCommand, ScatterCommand, SourceCommand, StudyCommand, open,
};
use crate::text::Words;

/// An answer that comes sooner than this was given by no human.
const TOO_SOON: Duration = Duration::from_millis(200);

/// Asks the user for files. Called on a thread of its own.
pub trait Chooser: Send + Sync {
    /// Files to open; `None` when the user gave up or the system has no dialog.
    fn open(&self, title: &str, filter: &str) -> Option<Vec<PathBuf>>;
    /// One file with one of those endings; `None` when the user gave up or there is no dialog.
    fn file(&self, title: &str, filter: &str, endings: &[&str]) -> Option<PathBuf>;
    /// Where to save, with a name to start from.
    fn save(&self, title: &str, name: &str) -> Option<PathBuf>;
}

/// The system's own dialogs.
pub struct NativeChooser;

/// Endings of what can be opened, tables and figures, in both cases: some dialogs tell them apart.
fn endings() -> Vec<String> {
    let all = || open::TABLE_ENDINGS.iter().chain(&open::FIGURE_ENDINGS);
    let upper = all().map(|ending| ending.to_uppercase());
    all().map(|ending| (*ending).to_owned()).chain(upper).collect()
}

impl Chooser for NativeChooser {
    fn open(&self, title: &str, filter: &str) -> Option<Vec<PathBuf>> {
        rfd::FileDialog::new()
            .set_title(title)
            .add_filter(filter, &endings())
            .add_filter("*", &["*"])
            .pick_files()
    }

    fn file(&self, title: &str, filter: &str, endings: &[&str]) -> Option<PathBuf> {
        rfd::FileDialog::new()
            .set_title(title)
            .add_filter(filter, endings)
            .add_filter("*", &["*"])
            .pick_file()
    }

    fn save(&self, title: &str, name: &str) -> Option<PathBuf> {
        let ending =
            Path::new(name).extension().and_then(|ending| ending.to_str()).unwrap_or("png").to_owned();
        rfd::FileDialog::new()
            .set_title(title)
            .set_file_name(name)
            .add_filter(&ending, &[&ending])
            .save_file()
    }
}

/// What a path is for.
#[derive(Clone, Debug, PartialEq)]
enum Purpose {
    Open,
    Pick(Picked),
    Save(ExportOptions),
    SaveModels,
    SaveStudy,
}

/// A file that the export form asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picked {
    /// A theme.
    Theme,
    /// A logo.
    Logo,
    /// A font for characters that the bundled ones lack.
    Font,
}

struct Answer {
    paths: Option<Vec<PathBuf>>,
    took: Duration,
}

/// The dialogs of the window.
pub struct Dialogs {
    chooser: Arc<dyn Chooser>,
    jobs: Option<Jobs<Answer>>,
    asked: Option<Purpose>,
    typing: Option<(Purpose, String)>,
}

impl Dialogs {
    /// Dialogs that ask through `chooser`.
    #[must_use]
    pub fn new(chooser: Arc<dyn Chooser>) -> Self {
        Self { chooser, jobs: None, asked: None, typing: None }
    }

    /// Whether a dialog is open.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.jobs.as_ref().is_some_and(|jobs| jobs.state().is_some())
    }

    /// Whether the field for a path is shown.
    #[must_use]
    pub fn is_typing(&self) -> bool {
        self.typing.is_some()
    }

    /// Asks for files to open.
    pub fn open(&mut self, ctx: &egui::Context, words: &Words) {
        let (title, filter) = (words.text("ui-dialog-open"), words.text("ui-dialog-filter"));
        self.ask(ctx, Purpose::Open, title.clone(), move |chooser| chooser.open(&title, &filter));
    }

    /// Asks for a file for the export form.
    pub fn pick(&mut self, ctx: &egui::Context, words: &Words, picked: Picked) {
        let (title, filter, endings): (_, _, &'static [&'static str]) = match picked {
            Picked::Theme => ("ui-dialog-theme", "ui-dialog-theme-filter", &["toml"]),
            Picked::Logo => ("ui-dialog-logo", "ui-dialog-logo-filter", &["png", "svg", "PNG", "SVG"]),
            Picked::Font => (
                "ui-dialog-font",
                "ui-dialog-font-filter",
                &["ttf", "otf", "ttc", "otc", "TTF", "OTF", "TTC", "OTC"],
            ),
        };
        let (title, filter) = (words.text(title), words.text(filter));
        self.ask(ctx, Purpose::Pick(picked), title.clone(), move |chooser| {
            chooser.file(&title, &filter, endings).map(|path| vec![path])
        });
    }

    /// Asks where to save a figure.
    pub fn save(&mut self, ctx: &egui::Context, words: &Words, name: String, options: ExportOptions) {
        let title = words.text("ui-dialog-save");
        self.ask(ctx, Purpose::Save(options), title.clone(), move |chooser| {
            chooser.save(&title, &name).map(|path| vec![path])
        });
    }

    /// Asks where to save the table of models.
    pub fn save_models(&mut self, ctx: &egui::Context, words: &Words) {
        let title = words.text("ui-dialog-save-models");
        self.ask(ctx, Purpose::SaveModels, title.clone(), move |chooser| {
            chooser.save(&title, "models.csv").map(|path| vec![path])
        });
    }

    /// Asks where to save the study.
    pub fn save_study(&mut self, ctx: &egui::Context, words: &Words) {
        let (title, name) = (words.text("ui-dialog-save-study"), words.text("ui-study-file"));
        self.ask(ctx, Purpose::SaveStudy, title.clone(), move |chooser| {
            chooser.save(&title, &name).map(|path| vec![path])
        });
    }

    fn ask(
        &mut self,
        ctx: &egui::Context,
        purpose: Purpose,
        label: String,
        ask: impl FnOnce(&dyn Chooser) -> Option<Vec<PathBuf>> + Send + 'static,
    ) {
        let waker = ctx.clone();
        let jobs = self.jobs.get_or_insert_with(|| Jobs::new(Arc::new(move || waker.request_repaint())));
        if jobs.state().is_some() {
            return;
        }
        self.asked = Some(purpose);
        let chooser = Arc::clone(&self.chooser);
        jobs.start("dialog", label, move |_progress| {
            let since = Instant::now();
            let paths = ask(chooser.as_ref());
            Answer { paths, took: since.elapsed() }
        });
    }

    /// Takes an answer that has come.
    pub fn poll(&mut self, asks: &mut Asks) {
        let Some(jobs) = &mut self.jobs else { return };
        while let Some(ended) = jobs.poll() {
            match ended {
                Ended::Done(Answer { paths: Some(paths), .. }) => {
                    if let Some(purpose) = self.asked.take() {
                        submit(&purpose, paths, asks);
                    }
                }
                Ended::Done(answer) if answer.took >= TOO_SOON => self.asked = None,
                // No dialog came, or it broke off.
                Ended::Done(_) | Ended::Broken(_) => {
                    self.typing = self.asked.take().map(|purpose| (purpose, String::new()));
                }
            }
        }
    }

    /// The field for a path, where no dialog came.
    pub fn path_field(&mut self, ctx: &egui::Context, app: &App, asks: &mut Asks) {
        let Some((purpose, mut text)) = self.typing.take() else { return };
        let words = app.words();
        let mut open = true;
        let mut done = false;
        Window::new(words.text("ui-path-title"))
            .open(&mut open)
            .collapsible(false)
            .resizable(false)
            .anchor(Align2::CENTER_CENTER, vec2(0.0, 0.0))
            .show(ctx, |ui| {
                ui.set_width(420.0_f32.min(ctx.content_rect().width() - 60.0));
                let label = ui.label(words.text("ui-path-why"));
                let field = TextEdit::singleline(&mut text).desired_width(f32::INFINITY);
                let response = ui.add(field).labelled_by(label.id);
                let entered = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
                let key = match purpose {
                    Purpose::Open | Purpose::Pick(_) => "ui-path-open",
                    Purpose::Save(_) | Purpose::SaveModels | Purpose::SaveStudy => "ui-path-save",
                };
                if ui.button(words.text(key)).clicked() || entered {
                    done = !text.trim().is_empty();
                }
            });
        if done {
            submit(&purpose, vec![PathBuf::from(text.trim())], asks);
        } else if open {
            self.typing = Some((purpose, text));
        }
    }
}

fn submit(purpose: &Purpose, paths: Vec<PathBuf>, asks: &mut Asks) {
    match purpose {
        Purpose::Open => asks.command(Command::Source(SourceCommand::Open(paths))),
        Purpose::Pick(picked) => {
            if let Some(path) = paths.into_iter().next() {
                asks.pick(*picked, path);
            }
        }
        Purpose::SaveModels => {
            if let Some(path) = paths.into_iter().next() {
                asks.command(Command::Scatter(ScatterCommand::SaveTable(path)));
            }
        }
        Purpose::Save(options) => {
            if let Some(path) = paths.into_iter().next() {
                asks.command(Command::Figure(FigureCommand::ExportTo(path, options.clone())));
            }
        }
        Purpose::SaveStudy => {
            if let Some(path) = paths.into_iter().next() {
                asks.command(Command::Study(StudyCommand::Save(path)));
            }
        }
    }
}
