//! What is known: price series, model tables, small side tables, the event and the document.
//!
//! Plain data with its invariants. Nothing here reads a file, draws, or starts a thread, and
//! nothing here knows another layer.

pub mod annotation;
pub mod bars;
pub mod data;
pub mod document;
pub mod event;
pub mod listings;
pub mod message;
pub mod models;
pub mod reading;
pub mod scatter;
pub mod sides;
pub mod splits;
pub mod step;
pub mod study;
pub mod time;
pub mod wording;

pub use annotation::{AnnotatedChart, Annotation, Mark, Spot, annotation_name};
pub use bars::{Bars, BarsError, Columns};
pub use data::{
    Assumption, Content, Data, Fingerprint, Kind, Loaded, Others, Series, SeriesId, Source, SourceId,
    Warning, WarningKind,
};
pub use document::{Cost, Document, Scale};
pub use event::{Event, Moment, WhenError};
pub use listings::{MarketValue, MarketValues};
pub use message::{Fact, Message};
pub use models::{
    ColumnInfo, CostBasis, ModelColumn, ModelName, ModelRow, ModelTable, Role as ColumnRole, Unit,
};
pub use reading::{Decision, LineKind, Outline, OutlineLine, Overrides};
pub use scatter::{BasisChoice, ColorBy, Prices, ScatterChoices, ScoreScale, SizeBy};
pub use sides::{Bound, Quantity, Reported, Role, SeriesInfo, ShareCount, TrainingCost};
pub use step::{Cadence, Step};
pub use study::{FEW_RETURNS, NormalModel, OffSession, OptionsError, Returns, Split, StudyOptions};
pub use time::{Stamp, row_of};
pub use wording::Wording;
