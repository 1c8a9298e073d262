//! Everything that is loaded: sources, what import decided about them, and their contents.

use std::path::PathBuf;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::bars::Bars;
use super::event::Event;
use super::listings::MarketValues;
use super::message::Message;
use super::models::ModelTable;
use super::reading::{Outline, Overrides};
use super::sides::{Reported, Role, SeriesInfo, ShareCount, TrainingCost};

/// Identity of a price series: unique among those that are open.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SeriesId(pub Arc<str>);

impl SeriesId {
    /// Makes an id from a name.
    #[must_use]
    pub fn new(name: &str) -> Self {
        Self(Arc::from(name))
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Identity of an opened file for as long as it is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub u32);

/// What a file was taken to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Price series.
    Prices,
    /// A table of AI models.
    Models,
    /// Named dates.
    Events,
    /// Shares outstanding.
    Shares,
    /// Figures reported about an event.
    Reported,
    /// Who the series are.
    Series,
    /// Training costs by method.
    Values,
    /// Market values of many listings.
    #[serde(rename = "market_values")]
    MarketValues,
    /// Nothing usable.
    Unreadable,
}

/// What import decided by itself, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Assumption {
    /// What was decided: `encoding`, `delimiter`, `date_order`, `close_column`, …
    pub key: &'static str,
    /// The column that it is about, where it is about one alone.
    pub column: Option<String>,
    /// The decision.
    pub value: String,
    /// The line and cell that decided it.
    pub evidence: Message,
    /// Whether the file allows no other reading.
    pub certain: bool,
    /// Values that the user can choose instead, this one among them; none where nothing can be chosen.
    pub choices: Vec<String>,
}

/// What a warning is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WarningKind {
    /// A cell that should hold a date does not.
    Date,
    /// A cell that should hold a number does not.
    Number,
    /// A row with too few or too many cells.
    Ragged,
    /// A date stands twice; the last one was kept.
    Duplicate,
    /// High below low, or open or close outside them.
    Inconsistent,
    /// Bytes that are no text in the file's encoding.
    Encoding,
    /// Something ambiguous, decided by assumption.
    Ambiguous,
    /// A row that was left out.
    Skipped,
    /// The whole file could not be read.
    Unreadable,
    /// Two files say different things about one series.
    Conflict,
}

/// Something a reader should know about a line of a file, or about several alike.
#[derive(Clone, Debug, PartialEq)]
pub struct Warning {
    /// One-based line in the file, if it concerns one; the first of several.
    pub line: Option<u64>,
    /// What it is about.
    pub kind: WarningKind,
    /// What, where, what to do; of several lines what the first says.
    pub message: Message,
    /// The other lines of which the same is to be said.
    pub others: Others,
}

/// Lines of which the same is to be said as of one that is told in full.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Others {
    /// How many there are.
    pub count: u64,
    /// The first of them.
    pub lines: Vec<u64>,
}

impl Warning {
    /// How many lines of a file are named of those of which the same is to be said.
    pub const NAMED: usize = 3;

    /// Something about one line, or about the whole file.
    #[must_use]
    pub fn new(line: Option<u64>, kind: WarningKind, message: Message) -> Self {
        Self { line, kind, message, others: Others::default() }
    }

    /// Says the same of one more line.
    pub fn add(&mut self, line: u64) {
        self.others.count += 1;
        if self.others.lines.len() + 1 < Self::NAMED {
            self.others.lines.push(line);
        }
    }

    /// Of how many lines it is said.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.others.count.saturating_add(1)
    }

    /// The first lines of which it is said; none where it is about the whole file.
    #[must_use]
    pub fn lines(&self) -> Vec<u64> {
        self.line.into_iter().chain(self.others.lines.iter().copied()).collect()
    }
}

/// What one file holds, by kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Price series: who each is as far as the file tells, and its columns.
    Prices(Vec<(SeriesInfo, Arc<Bars>)>),
    /// A model table.
    Models(Arc<ModelTable>),
    /// Named dates.
    Events(Vec<Event>),
    /// Shares outstanding.
    Shares(Vec<ShareCount>),
    /// Reported figures.
    Reported(Vec<Reported>),
    /// Who the series are.
    Series(Vec<SeriesInfo>),
    /// Training costs.
    Values(Vec<TrainingCost>),
    /// Market values of many listings.
    MarketValues(Arc<MarketValues>),
}

impl Content {
    /// The kind that this content makes a file.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Prices(_) => Kind::Prices,
            Self::Models(_) => Kind::Models,
            Self::Events(_) => Kind::Events,
            Self::Shares(_) => Kind::Shares,
            Self::Reported(_) => Kind::Reported,
            Self::Series(_) => Kind::Series,
            Self::Values(_) => Kind::Values,
            Self::MarketValues(_) => Kind::MarketValues,
        }
    }
}

/// What tells one content of a file from any other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fingerprint {
    /// Length in bytes.
    pub bytes: u64,
    /// BLAKE3 hash of the bytes, 64 hexadecimal digits in lower case.
    pub blake3: String,
}

/// What reading one file gave: its content and everything that was decided on the way.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    /// Where it is; a bare name for the built-in sample.
    pub path: PathBuf,
    /// Whether it is part of the built-in sample.
    pub sample: bool,
    /// What tells its bytes from any others.
    pub fingerprint: Fingerprint,
    /// Data records, without header, preamble, footer and blank lines.
    pub rows: usize,
    /// What import decided.
    pub assumptions: Vec<Assumption>,
    /// What a reader should know.
    pub warnings: Vec<Warning>,
    /// What it holds.
    pub content: Content,
    /// What the user decided about reading it.
    pub overrides: Overrides,
    /// Some of its lines, and what was read in them.
    pub outline: Arc<Outline>,
}

/// One opened file.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// Where it is; a bare name for the built-in sample.
    pub path: PathBuf,
    /// Whether it is part of the built-in sample.
    pub sample: bool,
    /// What it was taken to be.
    pub kind: Kind,
    /// What tells its bytes from any others.
    pub fingerprint: Fingerprint,
    /// Data records, without header, preamble, footer and blank lines.
    pub rows: usize,
    /// What import decided.
    pub assumptions: Vec<Assumption>,
    /// What a reader should know.
    pub warnings: Vec<Warning>,
    /// What the user decided about reading it.
    pub overrides: Overrides,
    /// Some of its lines, and what was read in them.
    pub outline: Arc<Outline>,
}

impl Source {
    /// A file that was read, as it is open under that id.
    #[must_use]
    pub fn new(id: SourceId, file: &Loaded) -> Self {
        Self {
            id,
            path: file.path.clone(),
            sample: file.sample,
            fingerprint: file.fingerprint.clone(),
            kind: file.content.kind(),
            rows: file.rows,
            assumptions: file.assumptions.clone(),
            warnings: file.warnings.clone(),
            overrides: file.overrides.clone(),
            outline: Arc::clone(&file.outline),
        }
    }

    /// What import decided under that key, if it did.
    #[must_use]
    pub fn assumption(&self, key: &str) -> Option<&Assumption> {
        self.assumptions.iter().find(|assumption| assumption.key == key)
    }

    /// File name without its folder.
    #[must_use]
    pub fn file_name(&self) -> String {
        self.path.file_name().unwrap_or(self.path.as_os_str()).to_string_lossy().into_owned()
    }
}

/// One price series with what is known about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Its id: the ticker, or the file's name for it.
    pub id: SeriesId,
    /// The file it comes from.
    pub source: SourceId,
    /// Who it is; `info.series` is the name before ids were made unique.
    pub info: SeriesInfo,
    /// Its prices.
    pub bars: Arc<Bars>,
}

impl Series {
    /// Name a reader knows, the ticker when there is none.
    #[must_use]
    pub fn name(&self) -> &str {
        self.info.name.as_deref().unwrap_or_else(|| self.id.as_str())
    }

    /// Whether it is drawn as a market measure rather than a single stock.
    #[must_use]
    pub fn is_index(&self) -> bool {
        self.info.role == Role::Index
    }
}

/// Every loaded column, shared by snapshot.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Data {
    /// Opened files, in opening order.
    pub sources: Vec<Source>,
    /// Price series, in file order.
    pub series: Vec<Series>,
    /// The model table with its source, if one is open.
    pub models: Option<Arc<ModelTable>>,
    /// Shares outstanding.
    pub shares: Vec<ShareCount>,
    /// Named dates from event files.
    pub events: Vec<Event>,
    /// What was reported.
    pub reported: Vec<Reported>,
    /// Training costs by method.
    pub training_costs: Vec<TrainingCost>,
    /// Market values of many listings, of the file opened last.
    pub market_values: Option<Arc<MarketValues>>,
}

impl Data {
    /// The series of that id.
    #[must_use]
    pub fn series(&self, id: &SeriesId) -> Option<&Series> {
        self.series.iter().find(|series| series.id == *id)
    }

    /// The source of that id.
    #[must_use]
    pub fn source(&self, id: SourceId) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }
}
