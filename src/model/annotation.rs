//! Notes that the user draws into a chart, each at a place of the data.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A place of the data.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Spot {
    /// Of the market chart: a date and a value in the unit of its scale (5 is +5 %).
    Market {
        /// Date.
        date: Date,
        /// Value.
        value: f64,
    },
    /// Of the model chart: a cost in US dollars and a score.
    Models {
        /// Cost.
        cost: f64,
        /// Score.
        score: f64,
    },
}

/// A chart that values can be marked in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AnnotatedChart {
    /// Index and stocks.
    #[default]
    Market,
    /// Models.
    Models,
}

/// One note.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "mark", rename_all = "lowercase", deny_unknown_fields)]
pub enum Annotation {
    /// Words at a place, with an arrow from them to another.
    Text {
        /// The words.
        text: String,
        /// Middle of the words.
        at: Spot,
        /// Where the arrow points.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<Spot>,
    },
    /// A vertical line at a date of the market chart.
    Date {
        /// The date; the first session on or after it is marked.
        date: Date,
        /// The words beside it.
        #[serde(default)]
        text: String,
    },
    /// A horizontal line at a value: in the unit of the market chart's scale, or a score.
    Value {
        /// The value.
        value: f64,
        /// The words on it.
        #[serde(default)]
        text: String,
        /// Which chart.
        #[serde(default)]
        chart: AnnotatedChart,
    },
    /// A shaded stretch of dates of the market chart, both ends included.
    Dates {
        /// First date.
        from: Date,
        /// Last date.
        to: Date,
        /// The words in it.
        #[serde(default)]
        text: String,
    },
    /// A shaded stretch of values: in the unit of the market chart's scale, or scores.
    Values {
        /// Lower end.
        from: f64,
        /// Upper end.
        to: f64,
        /// The words in it.
        #[serde(default)]
        text: String,
        /// Which chart.
        #[serde(default)]
        chart: AnnotatedChart,
    },
}

impl Annotation {
    /// Its words; names in braces stand for facts.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Text { text, .. }
            | Self::Date { text, .. }
            | Self::Value { text, .. }
            | Self::Dates { text, .. }
            | Self::Values { text, .. } => text,
        }
    }
}
