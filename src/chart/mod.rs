//! Data to figure: axes, ticks, lines, bars, points, places of labels, and the words around them.
//!
//! [`build`] is a pure function from loaded columns and the user's decisions to a [`Figure`];
//! the window and the file writers draw what it says. Nothing here reads a file or knows a
//! toolkit, and colours come from the theme.

pub mod bands;
pub mod captions;
pub mod card;
pub mod columns;
pub mod drawn;
pub mod figure;
pub mod groups;
pub mod looks;
pub mod misfit;
pub mod models;
pub mod picks;
pub mod readout;
pub mod scatter;
pub mod session_axis;
pub mod sheet;
pub mod theme;
pub mod typography;
pub mod value_notes;
pub mod verdict;
pub mod wording;

mod abnormal;
mod alt;
mod annotate;
mod axis_scale;
mod build;
mod column_cells;
mod draft;
mod end_key;
mod ends;
mod frame;
mod key;
mod legend;
mod legend_signs;
mod lines;
mod marker;
mod market;
mod model_looks;
mod model_notes;
mod model_points;
mod moves;
mod moves_notes;
mod note_places;
mod place;
mod point_names;
mod rail;
mod scatter_axes;
mod scores;
mod spread;
mod study_words;
mod table;
mod table_cells;
mod ticks;
mod undated;

pub use bands::study_view;
pub use build::build;
pub use columns::StudyColumn;
pub use drawn::{Drawn, drawn};
pub use figure::{Figure, FigureKind};
pub use groups::Grouping;
pub use misfit::Misfit;
pub use sheet::{MM_PER_INCH, PX_PER_INCH, Preset, Sheet, SheetSize};
pub use theme::{Background, Theme, ThemeName};
pub use undated::day_text;

use serde::{Deserialize, Serialize};

use crate::model::{Data, Document, Event, SeriesId};
use crate::study::Analysis;
use crate::text::Words;

/// What a figure is made from.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// The user's decisions.
    pub document: &'a Document,
    /// Loaded columns.
    pub data: &'a Data,
    /// The study, computed for this document and data.
    pub analysis: &'a Analysis,
    /// Colours.
    pub theme: &'a Theme,
    /// Language.
    pub words: &'a Words,
}

impl<'a> Scene<'a> {
    /// The event that prices are measured by; none where they have rows instead of dates.
    #[must_use]
    pub fn event(&self) -> Option<&'a Event> {
        self.document.event.as_ref().filter(|_| !self.analysis.sessions.are_rows())
    }
}

/// A stretch of sessions to start from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Span {
    /// Twenty sessions before the event to twenty after; everything when there is no event.
    #[default]
    Around,
    /// The month that ends with the last session, or one month around the event.
    Month,
    /// Three months, likewise.
    Quarter,
    /// The year of the event, or of the last session.
    Year,
    /// Everything.
    All,
}

/// What part of the data is in view; `None` is the span or the automatic range.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct View {
    /// Starting stretch.
    pub span: Span,
    /// First and last shown position on the session axis, fractional while panning.
    pub sessions: Option<[f64; 2]>,
    /// Lowest and highest shown value of the market chart, in its scale's unit.
    pub market_y: Option<[f64; 2]>,
    /// Shown ranges of the model chart: plot space: of its cost and its score.
    pub models: Option<[[f64; 2]; 2]>,
    /// A date of the frontier that is looked at in place of the document's.
    pub as_of: Option<jiff::civil::Date>,
    /// Height of the model chart's plot while its ranges move under the pointer: no name is placed then,
    /// and the plot stays where it is.
    pub moving: Option<f64>,
    /// What is pointed at: drawn full, with its name.
    pub highlight: Option<figure::Subject>,
    /// Whether the windows of the event study are shaded in the market chart.
    pub study: bool,
    /// The series that a study figure is of; where `None` the one pointed at, else as
    /// [`bands::studied`] chooses.
    pub studied: Option<SeriesId>,
    /// Columns of a printed table behind the names; those of every table where there are none.
    pub columns: Vec<StudyColumn>,
    /// What the rows of a printed table are grouped by.
    pub group: Option<Grouping>,
}

/// Where a figure will stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Medium {
    /// A file: with title, subtitle, source and note; type scaled with the size.
    Print(Sheet),
    /// A part of the window: only the plot with ticks and labels, type at 12 to 13 px.
    Window {
        /// Width and height in points.
        size: [f64; 2],
    },
}

impl Medium {
    /// Width and height.
    #[must_use]
    pub fn size(&self) -> [f64; 2] {
        match self {
            Self::Print(sheet) => sheet.size,
            Self::Window { size } => *size,
        }
    }
}

#[cfg(test)]
mod tests;
