//! Commands about figures: what they are made from is frozen and goes to a job, and a notice, a
//! preview or a picture for the clipboard comes back.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::chart::figure::{Caption, Color};
use crate::chart::{Scene, Theme, View};
use crate::io;
use crate::model::{Annotation, Data, Document, Message, Wording};
use crate::study::{self, Analysis};
use crate::text::Words;

use super::export::{self, ExportOptions, Format, Pixels, RenderError, Resources, Still};
use super::history::Gesture;
use super::jobs::Progress;
use super::notices::Level;
use super::report::StudyReport;
use super::{AnnotationEdit, App, Columns, Ended, FigureCommand, Outcome, Settings};

/// How an export ended: what to tell, with the notes that the figure leaves out.
pub(super) struct Exported(Result<(Message, Vec<Message>), Message>);

/// A picture for the clipboard, or why there is none.
pub(super) struct Pictured(Result<Pixels, Message>);

/// The picture of a figure as it would be written.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// Counts previews, so that a window knows a new one.
    pub number: u64,
    /// The picture, or the sentence that says why there is none.
    pub outcome: Result<Pixels, String>,
    /// The words that are written from the data where the user writes none, where a figure of
    /// that kind can be drawn.
    pub automatic: Option<Caption>,
    /// The colour of the page that the figure is made for, also where it has no background.
    pub page: Option<Color>,
    /// The user's notes that are not drawn, in sentences.
    pub left_out: Vec<String>,
}

/// What a preview's job gives back.
pub(super) struct Previewed {
    outcome: Result<Pixels, Message>,
    automatic: Option<Caption>,
    page: Option<Color>,
    left_out: Vec<Message>,
}

/// Everything a figure is made from, held for as long as its job runs.
struct Frozen {
    document: Document,
    data: Arc<Data>,
    /// `None` while the study is still to come: the job makes it then.
    analysis: Option<Arc<Analysis>>,
    view: View,
    options: ExportOptions,
}

impl App {
    pub(super) fn apply_figure(&mut self, command: FigureCommand) {
        match command {
            FigureCommand::ExportTo(path, options) => self.export_to(path, options),
            FigureCommand::ExportAgain => {
                if let Some((path, options)) = self.last_export.clone() {
                    self.export_to(path, options);
                }
            }
            FigureCommand::Words(wording) => self.set_words(wording),
            FigureCommand::Annotate(annotations, edit) => self.annotate(annotations, edit),
            FigureCommand::Preview(options, wording, most_px) => {
                self.start_preview(options, wording, most_px);
            }
            FigureCommand::LayOut(view, size) => self.lay_out(view, size),
            FigureCommand::EndPreview => {
                self.previews.cancel();
                self.preview = None;
            }
            FigureCommand::Picture(kind) => {
                let theme = export::ThemeRef::BuiltIn(self.theme.name);
                self.picture(ExportOptions { kind, theme, ..self.settings.export.clone() });
            }
            FigureCommand::PictureOf(options) => self.picture(options),
        }
    }

    /// The last preview that came; it stays while a new one is made.
    #[must_use]
    pub fn preview(&self) -> Option<&Preview> {
        self.preview.as_ref()
    }

    /// Where the last export of this session went, and how.
    #[must_use]
    pub fn last_export(&self) -> Option<&(PathBuf, ExportOptions)> {
        self.last_export.as_ref()
    }

    /// A picture that is ready for the clipboard; it is handed out once.
    pub fn take_picture(&mut self) -> Option<Pixels> {
        self.picture.take()
    }

    fn export_to(&mut self, path: PathBuf, options: ExportOptions) {
        let format = Format::of(&path).unwrap_or(options.format);
        self.settings.export = ExportOptions { format, ..options.clone() };
        self.last_export = Some((path.clone(), options.clone()));
        let frozen = self.freeze(options);
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let label = super::speech::say(&self.words, &Message::new("app-job-export").with("file", name));
        self.jobs.start("richter-export", label, move |progress: &Progress| {
            Outcome::Exported(Exported(frozen.write(&path, progress)))
        });
    }

    /// Writes bytes to a file in a job.
    pub(super) fn save_bytes(&mut self, path: PathBuf, bytes: Vec<u8>) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let label = super::speech::say(&self.words, &Message::new("app-job-export").with("file", name));
        let data = Arc::clone(&self.data);
        self.jobs.start("richter-save", label, move |_: &Progress| {
            let written = export::check_target(&path, &data)
                .and_then(|()| io::files::write_atomic(&path, &bytes).map_err(|error| error.message()));
            Outcome::Exported(Exported(written.map(|()| (export::saved(&path), Vec::new()))))
        });
    }

    /// Writes the study as the ending of the path says.
    pub(super) fn save_study(&mut self, path: PathBuf) {
        let frozen = self.freeze(self.settings.export.clone());
        let (words, theme) = (Arc::clone(&self.words), self.theme.clone());
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let label = super::speech::say(&self.words, &Message::new("app-job-export").with("file", name));
        self.jobs.start("richter-study-file", label, move |progress: &Progress| {
            let written = frozen.write_study(&path, (&words, &theme), progress);
            Outcome::Exported(Exported(written.map(|message| (message, Vec::new()))))
        });
    }

    fn set_words(&mut self, wording: Wording) {
        self.edit(Gesture::Single, |document| document.wording = wording);
    }

    fn annotate(&mut self, annotations: Vec<Annotation>, edit: AnnotationEdit) {
        let gesture = match edit {
            AnnotationEdit::Step => Gesture::Single,
            AnnotationEdit::Begin | AnnotationEdit::Continue => Gesture::Typing,
        };
        self.edit(gesture, |document| document.annotations = annotations);
    }

    /// Draws the figure as large as it fits into that many pixels; a preview still in the making
    /// is given up.
    fn start_preview(&mut self, options: ExportOptions, wording: Wording, most_px: [u32; 2]) {
        self.previews.cancel();
        let mut frozen = self.freeze(options);
        frozen.document.wording = wording;
        let label = self.words.text("app-job-preview");
        self.previews.start("richter-preview", label, move |_: &Progress| frozen.previewed(most_px));
    }

    fn picture(&mut self, options: ExportOptions) {
        let frozen = self.freeze(options);
        let label = self.words.text("app-job-picture");
        self.jobs.start("richter-picture", label, move |_: &Progress| {
            Outcome::Pictured(Pictured(frozen.pixels(None)))
        });
    }

    pub(super) fn poll_previews(&mut self) {
        while let Some(ended) = self.previews.poll() {
            let Previewed { outcome, automatic, page, left_out } = match ended {
                Ended::Done(previewed) => previewed,
                Ended::Broken(job) => {
                    let outcome = Err(Message::new("app-job-broken").with("job", job));
                    Previewed { outcome, automatic: None, page: None, left_out: Vec::new() }
                }
            };
            let said = |message: &Message| super::speech::say(&self.words, message);
            let outcome = outcome.map_err(|message| said(&message));
            let left_out = left_out.iter().map(said).collect();
            let number = self.preview.as_ref().map_or(0, |preview| preview.number) + 1;
            self.preview = Some(Preview { number, outcome, automatic, page, left_out });
        }
    }

    fn freeze(&self, options: ExportOptions) -> Frozen {
        let mut document = self.document.clone();
        // A date that is looked at is chosen for the file, whose recipe holds decisions alone.
        document.scatter.as_of = self.view.as_of.or(document.scatter.as_of);
        Frozen {
            document,
            data: Arc::clone(&self.data),
            analysis: (!self.is_studying()).then(|| Arc::clone(&self.analysis)),
            view: View { as_of: None, ..self.printed_view() },
            options,
        }
    }

    /// The view of a figure for a file: a table has the columns and groups of the window's, once its
    /// columns were chosen.
    fn printed_view(&self) -> View {
        let Settings { columns, group, .. } = &self.settings;
        let shown = columns.shown().iter().skip(1).copied();
        let columns = if *columns == Columns::default() { Vec::new() } else { shown.collect() };
        View { columns, group: *group, ..self.view.clone() }
    }

    pub(super) fn take_exported(&mut self, exported: Exported) {
        match exported.0 {
            Ok((message, left_out)) => {
                self.tell(Level::Info, &message);
                for message in &left_out {
                    self.tell(Level::Warning, message);
                }
            }
            Err(message) => self.tell(Level::Error, &message),
        }
    }

    pub(super) fn take_pictured(&mut self, pictured: Pictured) {
        match pictured.0 {
            Ok(pixels) => self.picture = Some(pixels),
            Err(message) => self.tell(Level::Error, &message),
        }
    }
}

impl Frozen {
    /// The study: the one at hand, else it is made now.
    fn studied(&self) -> Arc<Analysis> {
        let made = || Arc::new(study::analyse(&self.data, &self.document));
        self.analysis.as_ref().map_or_else(made, Arc::clone)
    }

    /// Writes the study as CSV or JSON.
    fn write_study(
        &self,
        path: &Path,
        (words, theme): (&Words, &Theme),
        progress: &Progress,
    ) -> Result<Message, Message> {
        let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        let shown = || path.display().to_string();
        if !["csv", "json"].contains(&ending.as_str()) {
            return Err(Message::new("app-study-format").with("path", shown()));
        }
        export::check_target(path, &self.data)?;
        let (document, data, analysis) = (&self.document, &*self.data, &*self.studied());
        let report = StudyReport::of(&Scene { document, data, analysis, theme, words }, None);
        let bytes = if ending == "csv" {
            report.csv()
        } else {
            let json = report.json();
            json.map_err(|_| Message::new("app-study-format").with("path", shown()))?.into_bytes()
        };
        if progress.is_cancelled() {
            return Err(Message::new("app-job-cancelled"));
        }
        io::files::write_atomic(path, &bytes).map_err(|error| error.message())?;
        Ok(export::saved(path))
    }

    fn with_still<T>(&self, work: impl FnOnce(&Still<'_>) -> Result<T, RenderError>) -> Result<T, Message> {
        let resources = Resources::load(&self.options)?;
        let analysis = &*self.studied();
        let still = Still {
            document: &self.document,
            data: &self.data,
            analysis,
            view: &self.view,
            options: &self.options,
            resources: &resources,
        };
        work(&still).map_err(|error| error.message())
    }

    fn pixels(&self, most_px: Option<[u32; 2]>) -> Result<Pixels, Message> {
        self.with_still(|still| still.pixels(most_px))
    }

    fn previewed(mut self, most_px: [u32; 2]) -> Previewed {
        let outcome = self.pixels(Some(most_px));
        self.document.wording = Wording::default();
        let plain = self.with_still(|still| {
            let figure = still.figure()?;
            Ok((figure.caption, still.resources.theme.background, figure.left_out))
        });
        let Ok((automatic, page, left_out)) = plain else {
            return Previewed { outcome, automatic: None, page: None, left_out: Vec::new() };
        };
        Previewed { outcome, automatic: Some(automatic), page: Some(page), left_out }
    }

    /// Draws, encodes and writes. A cancelled export leaves no file.
    fn write(&self, path: &Path, progress: &Progress) -> Result<(Message, Vec<Message>), Message> {
        let format = Format::of(path).map_err(|error| error.message())?;
        export::check_target(path, &self.data)?;
        let (bytes, left_out) = self.with_still(|still| {
            let figure = still.figure()?;
            Ok((still.encode(&figure, format)?, figure.left_out))
        })?;
        if progress.is_cancelled() {
            return Err(Message::new("app-job-cancelled"));
        }
        io::files::write_atomic(path, &bytes).map_err(|error| error.message())?;
        Ok((export::saved(path), left_out))
    }
}
