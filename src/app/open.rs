//! From paths to a first document: the road that the window and the command line share.
//!
//! Reading runs in a job; composing and the first document are pure. Nothing here knows the state
//! of the program.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::{Date, date};

use crate::chart::picks;
use crate::io::{self, Control, ReadError};
use crate::model::{Content, Data, Decision, Document, Event, Kind, Loaded, Message, Overrides, SourceId};
use crate::study::{self, Analysis};

use super::export::{Found, Recipe, RecipeSource, Shelf, bare_name, recipe_of};
use super::jobs::Progress;
use super::settings::Settings;

pub use crate::io::files::TABLE_ENDINGS;

/// Endings of figures that may say what they were made from.
pub const FIGURE_ENDINGS: [&str; 2] = ["png", "svg"];

/// The day of the event that a user's own files start with, if they reach over it.
const DEEPSEEK_DAY: Date = date(2025, 1, 27);

/// A file that was read, under the id it has while it is open.
pub type Opened = (SourceId, Arc<Loaded>);

/// What came of reading several files: the good ones, and why the others failed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// Files that could be read, in the order asked for.
    pub loaded: Vec<Arc<Loaded>>,
    /// One sentence for each file that could not.
    pub failures: Vec<Message>,
    /// Figures among the files that say what they were made from.
    pub figures: Vec<Figured>,
}

/// A figure that was opened: its recipe, and its sources as far as they were found.
#[derive(Clone, Debug, PartialEq)]
pub struct Figured {
    /// File name of the figure.
    pub name: String,
    /// What it was made from.
    pub recipe: Recipe,
    /// What became of each of its sources, in the recipe's order.
    pub places: Vec<Place>,
}

/// What became of a source of a figure that was opened.
#[derive(Clone, Debug, PartialEq)]
pub enum Place {
    /// The same bytes, read as the recipe says.
    Here(Arc<Loaded>),
    /// A file of that name with other bytes.
    Changed,
    /// No such file.
    Missing,
}

impl Figured {
    /// The figure with whatever of its sources is in its own folder.
    fn of(path: &Path, recipe: Recipe, progress: &Progress) -> Self {
        let folder = path.parent().unwrap_or(Path::new(""));
        let place = |found| match found {
            Found::Same(file) => Place::Here(file),
            Found::Changed(_) | Found::Unreadable(_) => Place::Changed,
            Found::Missing => Place::Missing,
        };
        let places = Shelf::of(&[], folder).sources(&recipe, progress).into_iter().map(place).collect();
        Self { name: bare_name(path), recipe, places }
    }

    /// The figure with files that are at hand; the same bytes are the same file. One that was read in
    /// another way or under another name has other dates, numbers or series: it is read as the recipe
    /// says.
    #[must_use]
    pub fn with(self, files: &[Arc<Loaded>], progress: &Progress) -> Self {
        self.taking(files, |source, path| {
            let bytes = io::files::read(path, &control(progress)).ok()?;
            let file = read_as(source, path, &bytes, progress).ok()?;
            (file.fingerprint == source.fingerprint).then(|| Arc::new(file))
        })
    }

    /// The same, as far as it needs no reading.
    #[must_use]
    pub fn with_read(self, files: &[Arc<Loaded>]) -> Self {
        self.taking(files, |_, _| None)
    }

    fn taking(
        mut self,
        files: &[Arc<Loaded>],
        read: impl Fn(&RecipeSource, &Path) -> Option<Arc<Loaded>>,
    ) -> Self {
        let mut left: Vec<&Arc<Loaded>> = files.iter().collect();
        for (place, source) in self.places.iter_mut().zip(&self.recipe.sources) {
            if matches!(place, Place::Here(_)) {
                continue;
            }
            let same =
                |file: &&Arc<Loaded>| file.fingerprint == source.fingerprint && file.sample == source.sample;
            let named = |file: &&Arc<Loaded>| bare_name(&file.path) == source.name;
            let as_it_was =
                |file: &&Arc<Loaded>| same(file) && named(file) && file.overrides == source.overrides;
            if let Some(found) = left.iter().position(as_it_was) {
                *place = Place::Here(Arc::clone(left.remove(found)));
            } else if let Some(found) = left.iter().position(same) {
                if let Some(file) = left.get(found).and_then(|file| read(source, &file.path)) {
                    left.remove(found);
                    *place = Place::Here(file);
                }
            } else if left.iter().any(named) {
                *place = Place::Changed;
            }
        }
        self
    }

    /// Its sources in the recipe's order, none while one of them is not there.
    #[must_use]
    pub fn loaded(&self) -> Option<Vec<Arc<Loaded>>> {
        let here = |place: &Place| match place {
            Place::Here(file) => Some(Arc::clone(file)),
            Place::Changed | Place::Missing => None,
        };
        self.places.iter().map(here).collect()
    }

    /// File names of the sources of which that became.
    #[must_use]
    pub fn names(&self, wanted: &Place) -> Vec<&str> {
        let both = self.places.iter().zip(&self.recipe.sources);
        both.filter(|(place, _)| *place == wanted).map(|(_, source)| source.name.as_str()).collect()
    }
}

/// What decides how files are read, beside the files themselves.
#[derive(Clone, Copy, Debug)]
pub enum Decided<'a> {
    /// The same for every file.
    Now(&'a Overrides),
    /// For each file what was decided earlier about it and about others of its layout.
    Earlier(&'a Settings),
}

/// Reads files, and the price files of folders. A failure stops no other file.
///
/// When the progress is cancelled, what was read so far is returned; nobody waits for it.
#[must_use]
pub fn read_paths(paths: &[PathBuf], decided: Decided<'_>, progress: &Progress) -> Reading {
    let mut reading = Reading::default();
    let mut files = Vec::new();
    for path in paths {
        if matches!(decided, Decided::Earlier(_)) && is_figure(path) {
            // A picture without a recipe is told by the reader below, as any file that is no table.
            match recipe_of(path) {
                Ok(recipe) => {
                    reading.figures.push(Figured::of(path, recipe, progress));
                    continue;
                }
                Err(message) if message.key == "app-verify-none" => {}
                Err(message) => {
                    reading.failures.push(message);
                    continue;
                }
            }
        }
        files.extend(expanded(path, &mut reading));
    }
    let sizes: Vec<u64> = files.iter().map(|path| io::files::size_bytes(path)).collect();
    progress.expect_bytes(sizes.iter().sum());
    let control = control(progress);
    let mut passed = 0;
    for (path, bytes) in files.iter().zip(sizes) {
        match read(path, decided, &control) {
            Ok(loaded) => reading.loaded.push(Arc::new(loaded)),
            Err(ReadError::Cancelled) => return reading,
            Err(error) => reading.failures.push(error.message()),
        }
        // A file that fails half-way is done with all the same.
        passed += bytes;
        progress.set_bytes_done(passed);
    }
    reading
}

/// Reads files of models: as they are, and where nothing in their names says what they hold, as
/// tables of models all the same. Folders and the order of files as with [`read_paths`].
#[must_use]
pub fn read_models(paths: &[PathBuf], overrides: &Overrides, progress: &Progress) -> Reading {
    let mut reading = Reading::default();
    let files: Vec<PathBuf> = paths.iter().flat_map(|path| expanded(path, &mut reading)).collect();
    for path in &files {
        let plain = read_one(path, overrides, progress);
        let is_other = match &plain {
            // A close that is called so is a price, whatever else the file may be.
            Ok(loaded) if loaded.content.kind() == Kind::Prices => {
                !loaded.assumptions.iter().any(|made| made.key == "close_column" && made.certain)
            }
            Ok(loaded) => loaded.content.kind() == Kind::Events,
            Err(error) => matches!(error, ReadError::Content { .. }),
        };
        let mut forced = overrides.clone();
        forced.set(Decision::Content, Some("models".to_owned()));
        let again = is_other.then(|| read_one(path, &forced, progress).ok()).flatten();
        // A table without a column of names is no table of models either, nor one without a number
        // whose names are only guessed.
        let holds = |loaded: &Loaded| {
            let label = loaded.assumptions.iter().find(|made| made.key == "label_column");
            let Content::Models(table) = &loaded.content else { return false };
            label.is_some_and(|made| made.certain || !table.columns.is_empty())
        };
        match (again.filter(holds), plain) {
            (Some(loaded), _) | (None, Ok(loaded)) => reading.loaded.push(Arc::new(loaded)),
            (None, Err(ReadError::Cancelled)) => return reading,
            (None, Err(error)) => reading.failures.push(error.message()),
        }
    }
    reading
}

/// The files that a path stands for, none where that fails, which is told with the reading.
fn expanded(path: &PathBuf, reading: &mut Reading) -> Vec<PathBuf> {
    io::files::expand(std::slice::from_ref(path)).unwrap_or_else(|error| {
        reading.failures.push(error.message());
        Vec::new()
    })
}

/// Whether a file may be a figure that holds its recipe, by its name.
fn is_figure(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    FIGURE_ENDINGS.contains(&ending.as_str())
}

fn read(path: &Path, decided: Decided<'_>, control: &Control) -> Result<Loaded, ReadError> {
    match decided {
        Decided::Now(overrides) => io::read_file(path, overrides, control),
        Decided::Earlier(settings) => io::read_file_recalling(path, &|file| settings.recall(file), control),
    }
}

/// Reads the built-in sample.
#[must_use]
pub fn read_sample(progress: &Progress) -> Reading {
    progress.expect_bytes(io::sample().iter().map(|(_, bytes)| bytes.len() as u64).sum());
    match io::load_sample(&control(progress)) {
        Ok(files) => Reading { loaded: files.into_iter().map(Arc::new).collect(), ..Reading::default() },
        Err(error) => Reading { failures: vec![error.message()], ..Reading::default() },
    }
}

/// Reads one file as the user decided; a folder is an error.
///
/// # Errors
/// Why the file gives nothing.
pub fn read_one(path: &Path, overrides: &Overrides, progress: &Progress) -> Result<Loaded, ReadError> {
    io::read_file(path, overrides, &control(progress))
}

/// Reads the bytes of a recipe's source as the recipe says and under the name that it has there;
/// `path` is where it lies.
///
/// # Errors
/// Why the file gives nothing.
pub fn read_as(
    source: &RecipeSource,
    path: &Path,
    bytes: &[u8],
    progress: &Progress,
) -> Result<Loaded, ReadError> {
    let file = io::read_bytes(Path::new(&source.name), bytes, &source.overrides, &control(progress))?;
    Ok(Loaded { path: path.to_owned(), ..file })
}

fn control(progress: &Progress) -> Control<'_> {
    Control { cancel: progress.cancel(), bytes_done: progress.bytes_done() }
}

/// Reads one open file again, with its progress.
///
/// # Errors
/// Why the file gives nothing.
pub fn read_again(path: &Path, overrides: &Overrides, progress: &Progress) -> Result<Loaded, ReadError> {
    progress.expect_bytes(io::files::size_bytes(path));
    read_one(path, overrides, progress)
}

/// One table of a file as it stands, as CSV; a folder is an error.
///
/// # Errors
/// Why the file gives nothing.
pub fn read_raw(path: &Path, overrides: &Overrides, progress: &Progress) -> Result<Vec<u8>, ReadError> {
    io::raw(path, overrides, &control(progress))
}

/// Gives files their ids, counted from `first`.
#[must_use]
pub fn number(files: Vec<Arc<Loaded>>, first: u32) -> Vec<Opened> {
    (first..).map(SourceId).zip(files).collect()
}

/// The document that freshly opened files start with: the event that `choices` has, else their
/// own, and once it is analysed the picks. Everything else is as `choices` has it.
#[must_use]
pub fn first_document(data: &Data, choices: Document) -> (Document, Analysis) {
    let event = choices.event.clone().or_else(|| first_event(data));
    let mut document = Document { event, ..choices };
    let analysis = study::analyse(data, &document);
    document.picks = picks::default_picks(data, &analysis);
    (document, analysis)
}

/// The event that freshly opened files start with.
///
/// An event file names it; the sample brings its own; any other prices start with the DeepSeek-R1
/// day if that lies inside their range, and else with none.
#[must_use]
pub fn first_event(data: &Data) -> Option<Event> {
    if let Some(event) = data.events.first() {
        return Some(event.clone());
    }
    let sample = io::sample_event();
    if data.sources.iter().any(|source| source.sample) {
        return Some(sample);
    }
    let dated = || data.series.iter().filter(|series| series.bars.has_dates());
    let days = || dated().map(|series| series.bars.days());
    let first = days().filter_map(|days| days.first()).map(|(day, _)| *day).min()?;
    let last = days().filter_map(|days| days.last()).map(|(day, _)| *day).max()?;
    (first..=last).contains(&DEEPSEEK_DAY).then_some(Event::new(sample.name, DEEPSEEK_DAY))
}

/// The event on that date as far as it is known: named if the open files or the sample name it.
#[must_use]
pub fn event_on(data: &Data, date: Date) -> Event {
    let sample = io::sample_event();
    let known = data.events.iter().chain(std::iter::once(&sample)).find(|event| event.date == date);
    known.cloned().unwrap_or(Event::new("", date))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Bars, Columns, Series, SeriesId, SeriesInfo, Source, Stamp};

    fn prices(dates: &[Date]) -> Data {
        let bars = Bars::new(Columns {
            stamps: dates.iter().copied().map(Stamp::Day).collect(),
            close: vec![1.0; dates.len()],
            ..Columns::default()
        })
        .unwrap();
        let id = SeriesId::new("X");
        let info = SeriesInfo { series: "X".to_owned(), ..SeriesInfo::default() };
        let source = Source {
            id: SourceId(0),
            path: PathBuf::from("X.csv"),
            sample: false,
            kind: Kind::Prices,
            fingerprint: crate::model::Fingerprint::default(),
            rows: dates.len(),
            assumptions: Vec::new(),
            warnings: Vec::new(),
            overrides: Overrides::default(),
            outline: Arc::default(),
        };
        let series = vec![Series { id, source: source.id, info, bars: Arc::new(bars) }];
        Data { sources: vec![source], series, ..Data::default() }
    }

    #[test]
    fn own_prices_start_with_an_event_only_if_they_reach_over_it() {
        let cases = [
            ([date(2025, 1, 2), date(2025, 3, 3)], Some(DEEPSEEK_DAY)),
            ([date(2025, 1, 27), date(2025, 1, 28)], Some(DEEPSEEK_DAY)),
            ([date(2025, 1, 28), date(2025, 1, 29)], None),
            ([date(2024, 1, 2), date(2025, 1, 24)], None),
        ];
        for (dates, expected) in cases {
            let event = first_event(&prices(&dates));
            assert_eq!(event.map(|event| event.date), expected, "{dates:?}");
        }
        assert_eq!(first_event(&Data::default()), None);
    }

    #[test]
    fn an_event_file_decides() {
        let event = Event::new("Split", date(2024, 6, 10));
        let mut data = prices(&[date(2025, 1, 2), date(2025, 3, 3)]);
        data.events.push(event.clone());
        assert_eq!(first_event(&data), Some(event.clone()));
        assert_eq!(event_on(&data, event.date), event);
        assert_eq!(event_on(&data, date(2024, 6, 11)).name, "");
        assert_ne!(event_on(&data, DEEPSEEK_DAY).name, "");
    }

    #[test]
    fn the_first_picks_are_those_of_the_event_that_was_asked_for() {
        let sources = number(read_sample(&Progress::unwatched()).loaded, 0);
        let data = Data { reported: Vec::new(), ..io::compose(&sources) };
        let picks_on = |date| {
            let choices = Document { event: Some(event_on(&data, date)), ..Document::default() };
            let (document, analysis) = first_document(&data, choices);
            assert_eq!(document.event.map(|event| event.date), Some(date));
            let change = |id: &SeriesId| analysis.move_of(id).and_then(|found| found.change);
            let least = document.picks.iter().filter_map(change).fold(f64::MIN, f64::max);
            let stocks = data.series.iter().filter(|series| series.info.role == crate::model::Role::Stock);
            let deeper = stocks.filter_map(|series| change(&series.id)).filter(|share| *share <= least);
            assert_eq!(deeper.count(), document.picks.len(), "the largest falls of {date}");
            document.picks
        };
        assert_ne!(picks_on(date(2025, 4, 3)), picks_on(DEEPSEEK_DAY));
    }

    #[test]
    fn progress_counts_bytes_of_good_and_bad_files_alike() {
        let folder = tempfile::tempdir().unwrap();
        let (good, bad) = (folder.path().join("A.csv"), folder.path().join("B.csv"));
        io::files::write_atomic(&good, b"Date,Close\n2025-01-24,1\n2025-01-27,2\n").unwrap();
        io::files::write_atomic(&bad, &[0; 1000]).unwrap();
        let progress = Progress::unwatched();
        let reading = read_paths(&[bad, good], Decided::Earlier(&Settings::default()), &progress);
        assert_eq!((reading.loaded.len(), reading.failures.len()), (1, 1));
        assert_eq!(progress.share(), Some(1.0));
        assert_eq!(progress.bytes_done().load(std::sync::atomic::Ordering::Relaxed), 1037);
        let progress = Progress::unwatched();
        assert!(!read_sample(&progress).loaded.is_empty());
        assert_eq!(progress.share(), Some(1.0));
    }

    #[test]
    fn files_are_numbered_in_order() {
        let loaded = read_sample(&Progress::unwatched()).loaded;
        let count = u32::try_from(loaded.len()).unwrap();
        let ids: Vec<u32> = number(loaded, 4).iter().map(|(id, _)| id.0).collect();
        assert_eq!(ids, (4..4 + count).collect::<Vec<_>>());
    }

    #[test]
    fn a_bad_file_stops_no_good_one() {
        let folder = tempfile::tempdir().unwrap();
        let good = folder.path().join("A.csv");
        let rows = b"Date,Close\n2025-01-24,1\n2025-01-27,2\n";
        io::files::write_atomic(&good, rows).unwrap();
        let missing = folder.path().join("missing.csv");
        let decided = Overrides::default();
        let reading = read_paths(&[missing, good.clone()], Decided::Now(&decided), &Progress::unwatched());
        assert_eq!(reading.failures.len(), 1);
        assert_eq!(reading.loaded.iter().map(|loaded| &loaded.path).collect::<Vec<_>>(), [&good]);
    }
}
