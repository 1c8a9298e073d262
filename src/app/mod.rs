//! What happens: commands, jobs, undo, notices, and the state they change.
//!
//! [`App::apply`] is the one door through which anything happens, with a window or without;
//! [`App::poll`] takes what jobs have finished. Toolkit and dialogs are not known here, and no
//! file is touched but through `io`, in a job. Reading, drawing a file and encoding are jobs;
//! the study of an event runs at once while that takes less than a frame, else in a job too, and
//! the one before it is marked until then.

pub mod action;
mod choices;
pub mod command;
mod events;
pub mod export;
mod figures;
pub mod history;
pub mod jobs;
mod languages;
mod layouts;
pub mod model_table;
pub mod models;
pub mod notices;
pub mod open;
mod remarks;
pub mod report;
mod reread;
mod restore;
pub mod scatter;
pub mod settings;
mod sources;
pub mod speech;
pub mod strip;
mod studies;
pub mod table;

pub use action::{Action, Keyboard, Modifier, Shortcut};
pub use command::{
    AnnotationEdit, Command, EditCommand, EventCommand, FigureCommand, NoticeCommand, SeriesCommand,
    SettingCommand, SourceCommand, StudyCommand, ViewCommand,
};
pub use events::KnownEvent;
pub use export::{ExportOptions, Format};
pub use jobs::{JobState, Wake};
pub use layouts::LaidOut;
pub use model_table::{ListedModels, ModelsTable, TableColumn};
pub use notices::{Level, Notice};
pub use scatter::{AsOfLink, ScatterCommand};
pub use settings::{Columns, Identities, Readings, Settings, Sort, ThemeChoice};
pub use table::{TableGroup, TableRow};

use std::sync::Arc;

use crate::chart::figure::Subject;
use crate::chart::{Scene, Theme, ThemeName, View};
use crate::model::{Data, Document, Message, SeriesId};
use crate::study::Analysis;
use crate::text::Words;

pub use figures::Preview;
use figures::{Exported, Pictured, Previewed};
use history::{Gesture, History};
use jobs::{Ended, Jobs};
use notices::Notices;
use open::Opened;
use reread::{Pending, Reread};
use sources::FilesRead;
use studies::Studies;

/// What undo brings back: the user's decisions and the files they were about. Columns are shared,
/// not copied.
#[derive(Clone)]
struct Snapshot {
    document: Document,
    picks: Picks,
    sources: Vec<Opened>,
}

/// Who chose the series that have colours.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Picks {
    /// Nobody yet: they may follow the event and the files.
    Proposed,
    /// The user: they stay.
    Chosen,
}

/// What a job gives back.
enum Outcome {
    /// Files were read.
    Read(FilesRead),
    /// A file was read again as the user decided, or not.
    Reread(Reread),
    /// A figure was written, or not.
    Exported(Exported),
    /// A picture for the clipboard was drawn, or not.
    Pictured(Pictured),
}

/// The state of the program, without its window.
pub struct App {
    document: Document,
    picks: Picks,
    sources: Vec<Opened>,
    next_source: u32,
    data: Arc<Data>,
    analysis: Arc<Analysis>,
    view: View,
    /// The stretch of sessions that stays in view while the event is dragged through it.
    held: Option<[f64; 2]>,
    pointed: Option<Subject>,
    selection: Option<Subject>,
    /// Whether the date of the frontier goes with the pointer over the market chart.
    follows_cursor: bool,
    revision: u64,
    history: History<Snapshot>,
    settings: Settings,
    system_theme: ThemeName,
    theme: Theme,
    words: Arc<Words>,
    notices: Notices,
    /// What is decided about files that a job is still reading.
    pending: Pending,
    jobs: Jobs<Outcome>,
    /// Previews have a runner of their own: a newer one takes the place of one in the making.
    previews: Jobs<Previewed>,
    preview: Option<Preview>,
    /// So have figures of the window.
    layouts: Jobs<LaidOut>,
    laid_out: Option<LaidOut>,
    /// Studies have a runner of their own: they must not wait for files.
    studies: Studies,
    picture: Option<export::Pixels>,
    last_export: Option<(std::path::PathBuf, ExportOptions)>,
    /// A figure that is restored once its sources are open.
    wanted: Option<Box<open::Figured>>,
}

impl App {
    /// A program with nothing open. `wake` is called from a job's thread whenever [`App::poll`]
    /// has something to take.
    pub fn new(settings: Settings, wake: Wake, words: Arc<Words>) -> Self {
        let mut app = Self {
            document: Document {
                scale: settings.scale,
                cost: settings.cost,
                score: settings.score.clone(),
                ..Document::default()
            },
            picks: Picks::Proposed,
            sources: Vec::new(),
            next_source: 0,
            data: Arc::default(),
            analysis: Arc::default(),
            view: View { span: settings.span, study: settings.study, ..View::default() },
            held: None,
            pointed: None,
            selection: None,
            follows_cursor: false,
            revision: 0,
            history: History::default(),
            settings,
            system_theme: ThemeName::Light,
            theme: Theme::built_in(ThemeName::Light),
            words,
            notices: Notices::default(),
            pending: Pending::default(),
            jobs: Jobs::new(Arc::clone(&wake)),
            previews: Jobs::new(Arc::clone(&wake)),
            studies: Studies::new(Arc::clone(&wake)),
            preview: None,
            layouts: Jobs::new(wake),
            laid_out: None,
            picture: None,
            last_export: None,
            wanted: None,
        };
        app.choose_theme();
        app
    }

    /// Makes something happen.
    pub fn apply(&mut self, command: Command) {
        if !matches!(
            command,
            Command::Event(EventCommand::Drag(_) | EventCommand::SetDate(_))
                | Command::Study(StudyCommand::Continue(_))
                | Command::View(_)
                | Command::Figure(
                    FigureCommand::Preview(..) | FigureCommand::Annotate(_, AnnotationEdit::Continue)
                )
        ) && !scatter::goes_on(&command)
        {
            self.end_drag();
        }
        match command {
            Command::Source(command) => self.apply_source(command),
            Command::Event(command) => self.apply_event(command),
            Command::Study(command) => self.apply_study(command),
            Command::Series(command) => self.apply_series(command),
            Command::View(command) => self.apply_view(command),
            Command::Scatter(command) => self.apply_scatter(command),
            Command::Figure(command) => self.apply_figure(command),
            Command::Edit(EditCommand::Undo) => self.undo(),
            Command::Edit(EditCommand::Redo) => self.redo(),
            Command::Setting(command) => self.apply_setting(command),
            Command::Notice(NoticeCommand::Dismiss(id)) => self.notices.dismiss(id),
            Command::Notice(NoticeCommand::PictureCopied) => {
                self.tell(Level::Info, &Message::new("app-picture-copied"));
            }
            Command::Notice(NoticeCommand::TableCopied) => {
                self.tell(Level::Info, &Message::new("app-table-copied").with("rows", self.table().len()));
            }
        }
    }

    /// Takes the results of jobs that have ended. Cheap when there is none: call it every frame.
    pub fn poll(&mut self) {
        self.poll_previews();
        self.poll_layouts();
        self.poll_studies();
        while let Some(ended) = self.jobs.poll() {
            match ended {
                Ended::Done(Outcome::Read(files)) => self.take_files(files),
                Ended::Done(Outcome::Reread(reread)) => self.take_reread(reread),
                Ended::Done(Outcome::Exported(exported)) => self.take_exported(exported),
                Ended::Done(Outcome::Pictured(pictured)) => self.take_pictured(pictured),
                Ended::Broken(label) => {
                    self.pending.clear();
                    self.tell(Level::Error, &Message::new("app-job-broken").with("job", label));
                }
            }
        }
    }

    /// The user's decisions.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Everything that is loaded.
    #[must_use]
    pub fn data(&self) -> &Arc<Data> {
        &self.data
    }

    /// The study of document and data.
    #[must_use]
    pub fn analysis(&self) -> &Arc<Analysis> {
        &self.analysis
    }

    /// What is in view; its highlight is what is pointed at, else what is selected.
    #[must_use]
    pub fn view(&self) -> &View {
        &self.view
    }

    /// What is to be remembered.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The language.
    #[must_use]
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// The colours of the window.
    #[must_use]
    pub fn theme(&self) -> &Theme {
        &self.theme
    }

    /// What figures are made from.
    #[must_use]
    pub fn scene(&self) -> Scene<'_> {
        Scene {
            document: &self.document,
            data: &self.data,
            analysis: &self.analysis,
            theme: &self.theme,
            words: &self.words,
        }
    }

    /// Grows whenever document, data or analysis change.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The job in progress.
    #[must_use]
    pub fn job(&self) -> Option<JobState> {
        self.jobs.state()
    }

    /// Whether a preview is in the making.
    #[must_use]
    pub fn previewing(&self) -> bool {
        self.previews.state().is_some()
    }

    /// What was told, newest last.
    #[must_use]
    pub fn notices(&self) -> &[Notice] {
        self.notices.list()
    }

    /// The selected row, line or point.
    #[must_use]
    pub fn selection(&self) -> Option<&Subject> {
        self.selection.as_ref()
    }

    /// Whether an action can be taken now.
    #[must_use]
    pub fn can(&self, action: Action) -> bool {
        action.is_possible(self)
    }

    /// Whether there is a step to take back.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    /// Whether there is a step to repeat.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    /// The table of series, sorted and grouped as the settings say.
    #[must_use]
    pub fn table(&self) -> Vec<TableRow> {
        self.shown_table().rows()
    }

    /// The order of the table without its cells.
    #[must_use]
    pub fn table_groups(&self) -> Vec<TableGroup> {
        self.shown_table().groups()
    }

    /// The row of one series.
    #[must_use]
    pub fn table_row(&self, id: &SeriesId) -> Option<TableRow> {
        Some(self.shown_table().row(self.data.series(id)?))
    }

    fn shown_table(&self) -> table::Shown<'_> {
        table::Shown {
            scene: self.scene(),
            view: &self.view,
            columns: self.settings.columns.shown(),
            sort: self.settings.sort,
            group: self.settings.group,
        }
    }

    /// The table of moves for the clipboard: a header and a line a series, cells between tabs.
    #[must_use]
    pub fn table_text(&self) -> String {
        table::tab_separated(self.settings.columns.shown(), &self.table(), &self.words)
    }

    fn tell(&mut self, level: Level, message: &Message) {
        let text = speech::say(&self.words, message);
        self.notices.tell(level, text);
    }

    /// Changes the document as one undo step, or as part of one; nothing when nothing changes.
    fn edit(&mut self, gesture: Gesture, change: impl FnOnce(&mut Document)) {
        let mut document = self.document.clone();
        change(&mut document);
        let analysis = self.studied(&document);
        self.step(gesture, document, analysis);
    }

    /// Takes over a document with its study as one undo step, or as part of one; nothing when
    /// nothing changes.
    fn step(&mut self, gesture: Gesture, document: Document, analysis: Arc<Analysis>) {
        if document != self.document {
            self.history.record(self.snapshot(), gesture);
            self.show(document, analysis);
        }
    }

    /// Takes over a document about the open files, with its study.
    fn show(&mut self, document: Document, analysis: Arc<Analysis>) {
        self.document = document;
        self.analysis = analysis;
        self.settings.scale = self.document.scale;
        self.settings.cost = self.document.cost;
        self.settings.score.clone_from(&self.document.score);
        self.revision += 1;
        self.forget_lost_subjects();
    }

    fn snapshot(&self) -> Snapshot {
        Snapshot { document: self.document.clone(), picks: self.picks, sources: self.sources.clone() }
    }

    fn undo(&mut self) {
        let now = self.snapshot();
        if let Some(before) = self.history.undo(|| now) {
            self.restore(before);
        }
    }

    fn redo(&mut self) {
        let now = self.snapshot();
        if let Some(after) = self.history.redo(|| now) {
            self.restore(after);
        }
    }

    fn restore(&mut self, snapshot: Snapshot) {
        let (scale, models) = (self.document.scale, (self.document.cost, self.document.score.clone()));
        self.picks = snapshot.picks;
        if self.source_ids().eq(snapshot.sources.iter().map(|(id, _)| *id)) {
            let analysis = self.studied(&snapshot.document);
            self.show(snapshot.document, analysis);
        } else {
            self.remember_readings(&snapshot.sources);
            self.set_sources(snapshot.sources, snapshot.document);
        }
        if scale != self.document.scale {
            self.view.market_y = None;
        }
        if models != (self.document.cost, self.document.score.clone()) {
            self.view.models = None;
        }
    }

    /// Shows what is pointed at, else what is selected.
    fn highlight(&mut self) {
        self.view.highlight = self.pointed.clone().or_else(|| self.selection.clone());
    }

    /// Lets go of what is no longer there to be pointed at or selected.
    fn forget_lost_subjects(&mut self) {
        let held = |subject: Option<Subject>| subject.filter(|subject| self.holds(subject));
        let (pointed, selection) = (held(self.pointed.clone()), held(self.selection.clone()));
        self.pointed = pointed;
        self.selection = selection;
        self.highlight();
    }

    /// Whether a subject is among what is open.
    fn holds(&self, subject: &Subject) -> bool {
        match subject {
            Subject::Series(id) | Subject::Reported(id) => self.data.series(id).is_some(),
            Subject::Model(row) => self.data.models.as_ref().is_some_and(|table| *row < table.rows.len()),
            Subject::Event => self.document.event.is_some(),
        }
    }
}

#[cfg(test)]
pub(crate) mod testing {
    //! An app without a window, and waiting for its jobs.

    use super::*;
    use std::time::{Duration, Instant};

    /// An app with nothing open.
    pub fn app() -> App {
        app_with(Settings::default())
    }

    /// An app with nothing open that remembers something.
    pub fn app_with(settings: Settings) -> App {
        App::new(settings, Arc::new(|| {}), Arc::new(Words::english()))
    }

    /// An app with the sample open.
    pub fn sample_app() -> App {
        let mut app = app();
        app.apply(Command::Source(SourceCommand::OpenSample));
        settle(&mut app);
        app
    }

    /// Opens files as a job would give them.
    pub fn give(app: &mut App, files: Vec<crate::model::Loaded>) {
        let loaded = files.into_iter().map(Arc::new).collect();
        app.take_files(FilesRead::of(open::Reading { loaded, ..open::Reading::default() }));
    }

    /// Polls until no job runs or waits; at most half a minute.
    pub fn settle(app: &mut App) {
        let start = Instant::now();
        loop {
            app.poll();
            if app.job().is_none() && !app.is_studying() {
                return;
            }
            assert!(start.elapsed() < Duration::from_secs(30), "a job does not end");
            std::thread::sleep(Duration::from_millis(1));
        }
    }
}
