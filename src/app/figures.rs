//! Commands about figures: a snapshot goes to a job, a notice comes back.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::chart::{Scene, Theme, View};
use crate::io;
use crate::model::{Data, Document, Message};
use crate::study::Analysis;
use crate::text::Words;

use super::export::{self, ExportOptions, Format};
use super::jobs::Progress;
use super::notices::Level;
use super::{App, FigureCommand, Outcome};

/// How an export ended: what to tell.
pub(super) struct Exported(Result<Message, Message>);

/// Everything a figure is made from, held for as long as its job runs.
struct Still {
    document: Document,
    data: Arc<Data>,
    analysis: Arc<Analysis>,
    words: Arc<Words>,
    view: View,
    options: ExportOptions,
}

impl App {
    pub(super) fn apply_figure(&mut self, command: FigureCommand) {
        match command {
            FigureCommand::ExportTo(path, options) => self.export_to(path, options),
        }
    }

    fn export_to(&mut self, path: PathBuf, options: ExportOptions) {
        let format = Format::of(&path).unwrap_or(options.format);
        self.settings.export = ExportOptions { format, ..options };
        let still = Still {
            document: self.document.clone(),
            data: Arc::clone(&self.data),
            analysis: Arc::clone(&self.analysis),
            words: Arc::clone(&self.words),
            view: self.view.clone(),
            options,
        };
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let label = super::speech::say(&self.words, &Message::new("app-job-export").with("file", name));
        self.jobs.start("richter-export", label, move |progress: &Progress| {
            Outcome::Exported(Exported(still.write(&path, progress)))
        });
    }

    pub(super) fn take_exported(&mut self, exported: Exported) {
        match exported.0 {
            Ok(message) => self.tell(Level::Info, &message),
            Err(message) => self.tell(Level::Error, &message),
        }
    }
}

impl Still {
    /// Draws, encodes and writes. A cancelled export leaves no file.
    fn write(&self, path: &Path, progress: &Progress) -> Result<Message, Message> {
        let theme = Theme::built_in(self.options.theme);
        let scene = Scene {
            document: &self.document,
            data: &self.data,
            analysis: &self.analysis,
            theme: &theme,
            words: &self.words,
        };
        let bytes = Format::of(path)
            .and_then(|format| export::render(&scene, &self.view, &self.options, format))
            .map_err(|error| error.message())?;
        if progress.is_cancelled() {
            return Err(Message::new("app-job-cancelled"));
        }
        io::files::write_atomic(path, &bytes).map_err(|error| error.message())?;
        Ok(export::saved(path))
    }
}
