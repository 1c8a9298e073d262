//! Commands about opened files, and what becomes of the files a job has read.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use crate::chart::figure::Subject;
use crate::chart::session_axis::{carried, shown_dates, shown_sessions};
use crate::chart::{View, picks};
use crate::io;
use crate::model::{Content, Data, Document, Fact, Loaded, Message, Scale, SourceId};
use crate::study::{self, Analysis, Sessions};

use super::export::bare_name;
use super::history::Gesture;
use super::jobs::Progress;
use super::notices::Level;
use super::open::{self, Decided, Figured, Opened, Reading, first_document};
use super::scatter::known_cost;
use super::speech::say;
use super::{App, Outcome, Picks, SourceCommand};

/// Files that a job has read.
pub(super) struct FilesRead {
    reading: Reading,
    /// The figure that waited for its sources, with what of them came.
    wanted: Option<Box<Figured>>,
    /// Whether they are the built-in sample, which stands alone.
    sample: bool,
}

#[cfg(test)]
impl FilesRead {
    /// Files that no job has read.
    pub(super) fn of(reading: Reading) -> Self {
        Self { reading, wanted: None, sample: false }
    }
}

impl App {
    pub(super) fn apply_source(&mut self, command: SourceCommand) {
        match command {
            SourceCommand::Open(paths) => self.open(paths),
            SourceCommand::OpenSample => self.open_sample(),
            SourceCommand::Decide(id, decision, value) => self.decide(id, decision, value),
            SourceCommand::DecideColumn(id, decision, column, value) => {
                self.decide_column(id, decision, &column, value.as_deref());
            }
            SourceCommand::Close(id) => self.close(|source| source == id),
            SourceCommand::CloseAll => {
                self.wanted = None;
                self.close(|_| true);
            }
            SourceCommand::CancelJob => self.cancel_job(),
        }
    }

    fn open(&mut self, paths: Vec<PathBuf>) {
        if paths.is_empty() {
            return;
        }
        let label = say(&self.words, &Message::new("app-job-open").with("files", paths.len()));
        let settings = self.settings.clone();
        let open: Vec<Arc<Loaded>> = self.sources.iter().map(|(_, file)| Arc::clone(file)).collect();
        let wanted = self.wanted.clone();
        self.jobs.start("richter-open", label, move |progress: &Progress| {
            let mut reading = open::read_paths(&paths, Decided::Earlier(&settings), progress);
            let at_hand: Vec<Arc<Loaded>> = reading.loaded.iter().cloned().chain(open).collect();
            let with = |figure: Figured| figure.with(&at_hand, progress);
            reading.figures = std::mem::take(&mut reading.figures).into_iter().map(with).collect();
            let wanted = wanted.map(|figure| Box::new(figure.with(&at_hand, progress)));
            Outcome::Read(FilesRead { reading, wanted, sample: false })
        });
    }

    fn open_sample(&mut self) {
        let label = self.words.text("app-job-sample");
        self.jobs.start("richter-sample", label, |progress: &Progress| {
            Outcome::Read(FilesRead { reading: open::read_sample(progress), wanted: None, sample: true })
        });
    }

    fn cancel_job(&mut self) {
        self.pending.clear();
        if self.jobs.cancel() {
            self.tell(Level::Info, &Message::new("app-job-cancelled"));
        }
    }

    /// Opens what was read, as one undo step, and tells of it and of each failure.
    pub(super) fn take_files(&mut self, files: FilesRead) {
        let FilesRead { mut reading, wanted, sample } = files;
        if sample {
            self.wanted = None;
        }
        self.tell_failures(&reading.failures);
        let figures = std::mem::take(&mut reading.figures);
        let open = self.sources.iter().map(|(_, file)| Arc::clone(file));
        let at_hand: Vec<Arc<Loaded>> = reading.loaded.iter().cloned().chain(open).collect();
        let restored = self.take_figures(figures, wanted, &at_hand);
        if restored {
            // What else was opened with it comes beside it.
            reading.loaded.retain(|file| !self.sources.iter().any(|(_, own)| own.path == file.path));
        }
        if reading.loaded.is_empty() {
            return;
        }
        let alone = sample || (!restored && self.only_sample());
        let kept = if alone { Vec::new() } else { self.sources.clone() };
        let (sources, added) = self.joined(kept, reading.loaded);
        let first = self.sources.is_empty() && !self.history.can_undo();
        if !first {
            self.history.record(self.snapshot(), Gesture::Single);
        }
        if alone {
            self.view = self.fitted();
            self.begin(sources);
        } else {
            self.add(sources, &added);
        }
        self.tell_opened(&added, sample);
    }

    /// Tells why files were not opened: of one the reason, of several their number, their names and
    /// the first reason.
    fn tell_failures(&mut self, failures: &[Message]) {
        let (Some(first), count) = (failures.first(), failures.len()) else { return };
        if count == 1 {
            self.tell(Level::Error, first);
            return;
        }
        let path = |failure: &Message| {
            failure.facts.iter().find_map(|(name, fact)| match fact {
                Fact::Text(path) if *name == "path" => Some(bare_name(Path::new(path))),
                Fact::Text(_) | Fact::Count(_) | Fact::Names(_) => None,
            })
        };
        let names: Vec<String> = failures.iter().filter_map(path).collect();
        let why = say(&self.words, first);
        let message = Message::new("app-open-failures").with("count", count);
        self.tell(Level::Error, &message.with("names", names).with("why", why));
    }

    fn only_sample(&self) -> bool {
        self.sources.iter().all(|(_, loaded)| loaded.sample)
    }

    /// Old files and new ones; a file that is open already is replaced where it stands.
    pub(super) fn joined(
        &mut self,
        mut sources: Vec<Opened>,
        loaded: Vec<Arc<Loaded>>,
    ) -> (Vec<Opened>, Vec<SourceId>) {
        let mut added = Vec::new();
        for (id, file) in open::number(loaded, self.next_source) {
            self.next_source = id.0.saturating_add(1);
            added.push(id);
            // The id is new all the same: it stands for this reading of the file.
            match sources.iter_mut().find(|(_, open)| open.path == file.path) {
                Some(open) => *open = (id, file),
                None => sources.push((id, file)),
            }
        }
        (sources, added)
    }

    /// Starts afresh with these files: their event, their picks, nothing hidden.
    fn begin(&mut self, sources: Vec<Opened>) {
        let data = io::compose(&sources);
        let choices = Document {
            scale: self.document.scale,
            cost: known_cost(&data, self.document.cost),
            score: self.document.score.clone(),
            ..Document::default()
        };
        let (document, analysis) = first_document(&data, choices);
        self.picks = Picks::Proposed;
        self.hold(sources, data, document, analysis);
    }

    /// Goes on with more files: an event file sets the event, and picks that the user never
    /// touched are proposed anew.
    pub(super) fn add(&mut self, sources: Vec<Opened>, added: &[SourceId]) {
        let data = io::compose(&sources);
        let mut document = self.document.clone();
        let named = sources.iter().filter(|(id, _)| added.contains(id)).find_map(|(_, loaded)| match &loaded
            .content
        {
            Content::Events(events) => events.first().cloned(),
            _ => None,
        });
        if named.is_some() {
            document.event = named;
        }
        if self.data.models.is_none() {
            document.cost = known_cost(&data, document.cost);
        }
        // A file that was read in another way may have other series.
        document.picks.retain(|id| data.series(id).is_some());
        let analysis = study::analyse(&data, &document);
        if self.picks == Picks::Proposed {
            document.picks = picks::default_picks(&data, &analysis);
        }
        self.hold(sources, data, document, analysis);
    }

    fn close(&mut self, closes: impl Fn(SourceId) -> bool) {
        let kept: Vec<Opened> = self.sources.iter().filter(|(id, _)| !closes(*id)).cloned().collect();
        if kept.len() == self.sources.len() {
            return;
        }
        self.history.record(self.snapshot(), Gesture::Single);
        let document = self.document.clone();
        self.set_sources(kept, document);
    }

    /// Takes over a list of files with the document about them; picks of what is not open go.
    pub(super) fn set_sources(&mut self, sources: Vec<Opened>, mut document: Document) {
        let data = io::compose(&sources);
        document.picks.retain(|id| data.series(id).is_some());
        let analysis = study::analyse(&data, &document);
        self.hold(sources, data, document, analysis);
    }

    pub(super) fn hold(&mut self, sources: Vec<Opened>, data: Data, document: Document, analysis: Analysis) {
        if self.data.models.as_ref().map(Arc::as_ptr) != data.models.as_ref().map(Arc::as_ptr) {
            self.leave_models();
        }
        self.carry_view(&document, &analysis.sessions);
        self.has_studied(&document, &data);
        self.sources = sources;
        self.data = Arc::new(data);
        self.show(document, Arc::new(analysis));
    }

    /// Lets go of all that is about the rows and columns of a table that goes.
    fn leave_models(&mut self) {
        self.view.models = None;
        let stays = |subject: &Subject| !matches!(subject, Subject::Model(_));
        self.selection = self.selection.take().filter(stays);
        self.pointed = self.pointed.take().filter(stays);
    }

    /// Keeps the dates in view on the axis of other files, and lets go of a range of values that
    /// would mean something else there.
    fn carry_view(&mut self, document: &Document, sessions: &Sessions) {
        self.end_drag();
        let measured = measure(&self.document, &self.analysis.sessions, &self.view);
        let zoomed = self.view.sessions.take();
        self.view.sessions = zoomed.and_then(|shown| carried(shown, &self.analysis.sessions, sessions));
        let lost = zoomed.is_some() && self.view.sessions.is_none();
        if lost || measured != measure(document, sessions, &self.view) {
            self.view.market_y = None;
        }
    }

    /// Ids of the open files, in opening order.
    pub(super) fn source_ids(&self) -> impl Iterator<Item = SourceId> + '_ {
        self.sources.iter().map(|(id, _)| *id)
    }

    fn tell_opened(&mut self, added: &[SourceId], sample: bool) {
        let of = |id: &SourceId| added.contains(id);
        let series = self.data.series.iter().filter(|series| of(&series.source)).count();
        let models = self
            .sources
            .iter()
            .filter(|(id, _)| of(id))
            .map(|(_, loaded)| model_count(loaded))
            .sum::<usize>();
        let warnings: usize = self
            .data
            .sources
            .iter()
            .filter(|source| of(&source.id))
            .map(|source| source.warnings.len())
            .sum();
        let key = match (sample, series, models) {
            (true, ..) => "app-opened-sample",
            (false, 0, 0) => "app-opened-files",
            (false, 0, _) => "app-opened-models",
            (false, ..) if self.analysis.sessions.are_rows() => "app-opened-rows",
            (false, ..) => "app-opened-series",
        };
        let message = Message::new(key)
            .with("files", added.len())
            .with("series", series)
            .with("models", models)
            .with("sessions", self.analysis.sessions.len());
        if warnings == 0 || sample {
            self.tell(Level::Info, &message);
        } else {
            let opened = say(&self.words, &message);
            let message =
                Message::new("app-opened-with-warnings").with("opened", opened).with("warnings", warnings);
            self.tell(Level::Warning, &message);
        }
    }
}

/// What a value of the market chart means: its scale and, where that has one, the date that the
/// base depends on.
fn measure(document: &Document, sessions: &Sessions, view: &View) -> (Scale, Option<Date>) {
    let first_shown = || {
        let shown = shown_sessions(sessions, view);
        shown_dates(sessions, shown).map(|(first, _)| first)
    };
    let base = match document.scale {
        Scale::Percent | Scale::Hundred => {
            document.event.as_ref().map(|event| event.date).or_else(first_shown)
        }
        Scale::Price => None,
    };
    (document.scale, base)
}

fn model_count(loaded: &Loaded) -> usize {
    match &loaded.content {
        Content::Models(table) => table.rows.len(),
        _ => 0,
    }
}
