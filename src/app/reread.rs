//! Reading an open file again as the user decides: one undo step. How it is read is remembered for
//! files of the same layout, what its series are for that file alone.
//!
//! The decision travels with the file that was read by it. Nothing here knows what a decision does
//! to a reading.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::chart::picks;
use crate::io::ReadError;
use crate::model::{Content, Decision, Loaded, Message, Overrides, SourceId};

use super::history::Gesture;
use super::jobs::Progress;
use super::notices::Level;
use super::open::{self, Opened, first_event};
use super::speech::{self, say};
use super::{App, Outcome, Picks};

/// What is decided about files that a job is still reading, so that the next decision about one
/// builds on it.
pub(super) type Pending = BTreeMap<PathBuf, Overrides>;

/// A file that a job has read again.
pub(super) struct Reread {
    path: PathBuf,
    /// Header by which files of its layout are known.
    header: Option<String>,
    overrides: Overrides,
    /// What was decided last, for the sentence about it.
    decision: Decision,
    result: Result<Loaded, ReadError>,
}

impl App {
    /// Starts to read a file again; nothing where nothing changes. The sample is as it is.
    pub(super) fn decide(&mut self, id: SourceId, decision: Decision, value: Option<String>) {
        let Some((_, file)) = self.sources.iter().find(|(open, _)| *open == id) else { return };
        if file.sample {
            return;
        }
        let (path, header) = (file.path.clone(), file.outline.header.clone());
        let mut overrides = self.pending.get(&path).unwrap_or(&file.overrides).clone();
        if overrides.get(decision) == value.as_deref() {
            return;
        }
        if let (Decision::Name, Some(names)) = (decision, names(file)) {
            let [own, shown] = names;
            let old = overrides.get(Decision::Name).unwrap_or(shown).to_owned();
            overrides.rename_series(&old, value.as_deref().unwrap_or(own));
        }
        overrides.set(decision, value);
        self.pending.insert(path.clone(), overrides.clone());
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        let label = say(&self.words, &Message::new("app-job-again").with("file", name));
        self.jobs.start("richter-again", label, move |progress: &Progress| {
            let result = open::read_again(&path, &overrides, progress);
            Outcome::Reread(Reread { path, header, overrides, decision, result })
        });
    }

    /// As [`Self::decide`], about one column alone; what was decided about the others stays.
    pub(super) fn decide_column(
        &mut self,
        id: SourceId,
        decision: Decision,
        column: &str,
        value: Option<&str>,
    ) {
        let Some((_, file)) = self.sources.iter().find(|(open, _)| *open == id) else { return };
        let overrides = self.pending.get(&file.path).unwrap_or(&file.overrides);
        let value = overrides.with_column(decision, column, value);
        self.decide(id, decision, value);
    }

    /// Takes over a file that was read again where it stands, as one undo step; tells it, or why
    /// all stays as it was.
    pub(super) fn take_reread(&mut self, reread: Reread) {
        let Reread { path, header, overrides, decision, result } = reread;
        if self.pending.get(&path) == Some(&overrides) {
            self.pending.remove(&path);
        }
        let mut file = match result {
            Ok(file) => file,
            Err(ReadError::Cancelled) => return,
            Err(error) => {
                let why = say(&self.words, &error.message());
                self.tell(Level::Error, &Message::new("app-again-failed").with("why", why));
                return;
            }
        };
        let Some((_, open)) = self.sources.iter().find(|(_, open)| open.path == path) else {
            // It was closed in the meantime.
            return;
        };
        let before = open.overrides.clone();
        if let Some(header) = header {
            // Another reading may find another header; the layout is known by the first.
            Arc::make_mut(&mut file.outline).header = Some(header);
        }
        self.remember(&before, &file);
        let told = self.reread_message(&file, decision);
        self.replace(file);
        self.tell(Level::Info, &told);
    }

    fn replace(&mut self, file: Loaded) {
        self.history.record(self.snapshot(), Gesture::Single);
        let had_event = first_event(&self.data).is_some();
        let (sources, added) = self.joined(self.sources.clone(), vec![Arc::new(file)]);
        self.add(sources, &added);
        // Dates that were read wrongly may have hidden the event that these files start with.
        if !had_event && self.document.event.is_none() {
            let mut document = self.document.clone();
            document.event = first_event(&self.data);
            let analysis = self.studied(&document);
            if self.picks == Picks::Proposed {
                document.picks = picks::default_picks(&self.data, &analysis);
            }
            self.show(document, analysis);
        }
    }

    fn reread_message(&self, file: &Loaded, decision: Decision) -> Message {
        let path = file.path.display().to_string();
        let name = self.words.text(speech::decision_name(decision));
        match file.overrides.get(decision) {
            Some(value) => Message::new("app-again-decided")
                .with("name", name)
                .with("value", speech::value(&self.words, decision.key(), value))
                .with("path", path),
            None => Message::new("app-again-left").with("name", name).with("path", path),
        }
    }

    /// Remembers how the files of a step taken back or repeated were read, where that differs from
    /// how they are read now: a decision that was taken back does not return with the next file.
    pub(super) fn remember_readings(&mut self, sources: &[Opened]) {
        for (id, file) in sources {
            let now = self.sources.iter().find(|(now, open)| now != id && open.path == file.path);
            if let Some(before) = now.map(|(_, open)| open.overrides.clone()) {
                self.remember(&before, file);
            }
        }
    }

    /// Remembers what is decided about a file where that is not what was decided before.
    fn remember(&mut self, before: &Overrides, file: &Loaded) {
        let after = &file.overrides;
        if before.of_the_series() != after.of_the_series() {
            self.settings.identities.remember(&file.fingerprint, after);
        }
        if let Some(header) = &file.outline.header
            && before.of_the_layout() != after.of_the_layout()
        {
            self.settings.readings.remember(header, after);
        }
    }
}

/// What the file calls its lone series, and what that is called now.
fn names(file: &Loaded) -> Option<[&str; 2]> {
    let Content::Prices(series) = &file.content else { return None };
    let [(info, _)] = series.as_slice() else { return None };
    let shown = info.series.as_str();
    let own = file.assumptions.iter().find(|made| made.key == Decision::Name.key());
    let own = own.and_then(|made| made.choices.first()).map_or(shown, String::as_str);
    Some([own, shown])
}
