//! How the event is studied, and when: at once where that takes less than a frame, else in a job
//! while the study before it stays, marked as being recomputed.
//!
//! Each study that is asked for has a number; the result of one that is no longer wanted is dropped.
//! Nothing here computes a return.

use std::sync::Arc;

use jiff::civil::Date;

use crate::chart::figure::Subject;
use crate::chart::looks::label_of;
use crate::chart::verdict::{refused_text, verdict, withheld_text};
use crate::chart::{View, picks};
use crate::model::{Data, Document, Message, Moment, SeriesId, Split, StudyOptions};
use crate::study::pairs::NoPairs;
use crate::study::prices::Suspect;
use crate::study::{self, Analysis, Withheld};
use crate::text::Arg;

use super::history::Gesture;
use super::jobs::{Ended, Jobs, Progress, Wake};
use super::notices::Level;
use super::{App, Picks, StudyCommand};

/// Closes of all series from which on a study is made in a job: on two cores that many take about a
/// frame, 16 ms.
const MANY_CLOSES: usize = 150_000;

/// What a study depends on beside the open files.
#[derive(Clone, Debug, Default, PartialEq)]
struct Key {
    event: Option<(Date, Option<Moment>)>,
    options: StudyOptions,
    index: Option<SeriesId>,
}

impl Key {
    fn of(document: &Document, data: &Data) -> Self {
        Self {
            event: document.event.as_ref().map(|event| (event.date, event.moment.clone())),
            options: document.study.clone(),
            index: study::main_index(document, data).map(|index| index.id.clone()),
        }
    }
}

/// A study that a job has made.
struct Made {
    number: u64,
    analysis: Analysis,
}

/// The studies asked for.
pub(super) struct Studies {
    jobs: Jobs<Made>,
    /// Number of the newest one.
    number: u64,
    /// What the newest one is of.
    of: Key,
    /// Whether the newest one is still to come.
    waits: bool,
    /// So many closes are studied at once at the most.
    most_at_once: usize,
}

impl Studies {
    /// No study yet; `wake` is called at the end of each job.
    pub(super) fn new(wake: Wake) -> Self {
        let most_at_once = MANY_CLOSES;
        Self { jobs: Jobs::new(wake), number: 0, of: Key::default(), waits: false, most_at_once }
    }

    fn start(&mut self, label: String, data: &Arc<Data>, document: &Document) {
        let (number, data, document) = (self.number, Arc::clone(data), document.clone());
        self.jobs.start("richter-study", label, move |_: &Progress| Made {
            number,
            analysis: study::analyse(&data, &document),
        });
    }
}

impl App {
    pub(super) fn apply_study(&mut self, command: StudyCommand) {
        match command {
            StudyCommand::Set(options) => self.set_study(options, Gesture::Single),
            StudyCommand::Begin(options) | StudyCommand::Continue(options) => {
                self.set_study(options, Gesture::Typing);
            }
            StudyCommand::Decide(split) => self.decide_split(split),
            StudyCommand::Undecide(series, date) => self.edit(Gesture::Single, |document| {
                document.study.splits.retain(|known| known.series != series || known.date != date);
            }),
            StudyCommand::Save(path) => self.save_study(path),
            StudyCommand::Index(index) => self.edit(Gesture::Single, |document| document.index = index),
        }
    }

    /// Whether the study of what is decided now is still to come: the one at hand is of what was
    /// decided before.
    #[must_use]
    pub fn is_studying(&self) -> bool {
        self.studies.waits
    }

    /// What the study says of a series in a sentence, or why it says nothing; `None` without an event.
    #[must_use]
    pub fn verdict_of(&self, id: &SeriesId) -> Option<String> {
        let scene = self.scene();
        let series = self.data.series(id)?;
        scene.event()?;
        let study = &self.analysis.study;
        if let Some(why) = study.refused {
            return Some(refused_text(&self.words, why));
        }
        match self.analysis.study_of(id)? {
            Ok(_) => verdict(&scene, id),
            Err(why) => {
                let why = withheld_text(&scene, why);
                let facts = [("name", Arg::Text(label_of(&self.data, series))), ("why", Arg::Text(&why))];
                Some(self.words.say("app-verdict-none", &facts))
            }
        }
    }

    /// The series whose verdict stands in the window: the selected one, else the first that was picked.
    #[must_use]
    pub fn judged(&self) -> Option<&SeriesId> {
        match &self.selection {
            Some(Subject::Series(id) | Subject::Reported(id)) => Some(id),
            _ => self.document.picks.first(),
        }
    }

    /// Jumps that look like splits and stand in the way of a number, each once, with their series.
    #[must_use]
    pub fn suspects(&self) -> Vec<(SeriesId, Suspect)> {
        let mut found: Vec<(SeriesId, Suspect)> = Vec::new();
        let mut add = |id: &SeriesId, suspect: Suspect| {
            let known = |(of, other): &(SeriesId, Suspect)| of == id && other.date == suspect.date;
            if !found.iter().any(known) {
                found.push((id.clone(), suspect));
            }
        };
        let study = &self.analysis.study;
        for (series, result) in self.data.series.iter().zip(&study.series) {
            if let Err(Withheld::Returns(NoPairs::Suspect { suspect, of_index })) = result {
                let id = study.index.as_ref().filter(|_| *of_index).unwrap_or(&series.id);
                add(id, *suspect);
            }
        }
        for found in &self.analysis.moves {
            if let Some(suspect) = found.suspect {
                add(&found.id, suspect);
            }
        }
        for withheld in self.analysis.value.iter().flat_map(|value| &value.withheld) {
            add(&withheld.id, withheld.suspect);
        }
        found
    }

    /// Options that cannot be studied change nothing.
    fn set_study(&mut self, options: StudyOptions, gesture: Gesture) {
        match options.check() {
            Ok(()) => self.edit(gesture, |document| document.study = options),
            Err(why) => {
                let why = refused_text(&self.words, why);
                self.tell(Level::Warning, &Message::new("app-study-refused").with("why", why));
            }
        }
    }

    /// What is said later about a jump takes the place of what was said before.
    fn decide_split(&mut self, split: Split) {
        if !(split.ratio.is_finite() && split.ratio > 0.0) {
            return;
        }
        self.edit(Gesture::Single, |document| {
            let other = |known: &Split| known.series != split.series || known.date != split.date;
            document.study.splits.retain(other);
            document.study.splits.push(split);
        });
    }

    /// The study of a document about the open files: the one at hand while nothing that it depends
    /// on changes, and where it takes a job, until that ends.
    pub(super) fn studied(&mut self, document: &Document) -> Arc<Analysis> {
        let of = Key::of(document, &self.data);
        if of == self.studies.of {
            return Arc::clone(&self.analysis);
        }
        self.studies.of = of;
        self.studies.number += 1;
        if closes(&self.data) <= self.studies.most_at_once {
            self.studies.waits = false;
            return Arc::new(study::analyse(&self.data, document));
        }
        self.studies.waits = true;
        // One study at a time: the newest starts when the one in the making ends.
        if self.studies.jobs.state().is_none() {
            let label = self.words.text("app-job-study");
            self.studies.start(label, &self.data, document);
        }
        Arc::clone(&self.analysis)
    }

    /// Says that the study at hand is of that document about those files.
    pub(super) fn has_studied(&mut self, document: &Document, data: &Data) {
        self.studies.of = Key::of(document, data);
        self.studies.number += 1;
        self.studies.waits = false;
    }

    /// Takes a study that a job has made; a stale one is dropped and the newest is made.
    pub(super) fn poll_studies(&mut self) {
        while let Some(ended) = self.studies.jobs.poll() {
            match ended {
                Ended::Done(made) if made.number == self.studies.number && self.studies.waits => {
                    self.take_study(made.analysis);
                }
                Ended::Done(_) if self.studies.waits => {
                    let label = self.words.text("app-job-study");
                    self.studies.start(label, &self.data, &self.document);
                }
                Ended::Done(_) => {}
                Ended::Broken(job) => {
                    // Nothing is shown rather than the numbers of another event.
                    let mut empty = Analysis::default();
                    empty.sessions = self.analysis.sessions.clone();
                    self.take_study(empty);
                    self.tell(Level::Error, &Message::new("app-job-broken").with("job", job));
                }
            }
        }
    }

    fn take_study(&mut self, analysis: Analysis) {
        self.studies.waits = false;
        self.analysis = Arc::new(analysis);
        // Colours that nobody chose go with the event, as they do where it is studied at once.
        if self.picks == Picks::Proposed && self.data.events.is_empty() && !self.history.is_dragging() {
            self.document.picks = picks::default_picks(&self.data, &self.analysis);
        }
        self.revision += 1;
        self.forget_lost_subjects();
    }

    /// A view with nothing moved or zoomed; the stretch of sessions and what is shown stay.
    pub(super) fn fitted(&self) -> View {
        View { span: self.view.span, study: self.view.study, ..View::default() }
    }

    /// Studies of more closes than that are made in a job.
    #[cfg(test)]
    pub(crate) fn study_at_once(&mut self, closes: usize) {
        self.studies.most_at_once = closes;
    }
}

/// How many closes are open.
fn closes(data: &Data) -> usize {
    data.series.iter().map(|series| series.bars.days().len()).sum()
}
