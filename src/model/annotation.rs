//! Notes that the user draws into a chart, each at a place of the data.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A place of the data.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(into = "SpotKeys", try_from = "SpotKeys")]
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

impl Spot {
    /// The chart that it lies in.
    #[must_use]
    pub fn chart(self) -> AnnotatedChart {
        match self {
            Self::Market { .. } => AnnotatedChart::Market,
            Self::Models { .. } => AnnotatedChart::Models,
        }
    }
}

/// A place as it is written down: one of two pairs of keys.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct SpotKeys {
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cost: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<f64>,
}

impl From<Spot> for SpotKeys {
    fn from(spot: Spot) -> Self {
        match spot {
            Spot::Market { date, value } => Self { date: Some(date), value: Some(value), ..Self::default() },
            Spot::Models { cost, score } => Self { cost: Some(cost), score: Some(score), ..Self::default() },
        }
    }
}

/// Keys that make no place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a place needs date and value, or cost and score")]
pub struct SpotError;

impl TryFrom<SpotKeys> for Spot {
    type Error = SpotError;

    fn try_from(keys: SpotKeys) -> Result<Self, SpotError> {
        match (keys.date, keys.value, keys.cost, keys.score) {
            (Some(date), Some(value), None, None) => Ok(Self::Market { date, value }),
            (None, None, Some(cost), Some(score)) => Ok(Self::Models { cost, score }),
            _ => Err(SpotError),
        }
    }
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

impl AnnotatedChart {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Market, Self::Models];

    /// Its name in a spec file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Market => "market",
            Self::Models => "models",
        }
    }
}

/// What a note is drawn as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Words, perhaps with an arrow.
    Text,
    /// A vertical line.
    Date,
    /// A horizontal line.
    Value,
    /// Shaded dates.
    Dates,
    /// Shaded values.
    Values,
}

impl Mark {
    /// Every kind, in menu order.
    pub const ALL: [Self; 5] = [Self::Date, Self::Value, Self::Text, Self::Dates, Self::Values];

    /// Its name in a spec file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Date => "date",
            Self::Value => "value",
            Self::Dates => "dates",
            Self::Values => "values",
        }
    }
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

    /// What it is drawn as.
    #[must_use]
    pub fn mark(&self) -> Mark {
        match self {
            Self::Text { .. } => Mark::Text,
            Self::Date { .. } => Mark::Date,
            Self::Value { .. } => Mark::Value,
            Self::Dates { .. } => Mark::Dates,
            Self::Values { .. } => Mark::Values,
        }
    }

    /// The chart that it is drawn in.
    #[must_use]
    pub fn chart(&self) -> AnnotatedChart {
        match self {
            Self::Text { at, .. } => at.chart(),
            Self::Date { .. } | Self::Dates { .. } => AnnotatedChart::Market,
            Self::Value { chart, .. } | Self::Values { chart, .. } => *chart,
        }
    }
}

/// How a note is named where something is told of it: its number, from 1 on, and the beginning of
/// its words, if it has any.
#[must_use]
pub fn annotation_name(number: usize, text: &str) -> String {
    const MOST: usize = 40;
    let text = text.trim();
    if text.is_empty() {
        return number.to_string();
    }
    let mut rest = text.chars();
    let begin: String = rest.by_ref().take(MOST).collect();
    let dots = if rest.next().is_some() { "…" } else { "" };
    format!("{number} “{}{dots}”", begin.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_one_of_two_pairs() {
        let date = jiff::civil::date(2025, 1, 27);
        for spot in [Spot::Market { date, value: 1.5 }, Spot::Models { cost: 0.3, score: 50.0 }] {
            let text = serde_json::to_string(&spot).unwrap();
            assert_eq!(serde_json::from_str::<Spot>(&text).unwrap(), spot, "{text}");
        }
        for text in [r#"{"date":"2025-01-27"}"#, r#"{"date":"2025-01-27","score":1}"#, "{}"] {
            let told = serde_json::from_str::<Spot>(text).unwrap_err().to_string();
            assert!(told.contains("date and value"), "{told}");
        }
    }

    #[test]
    fn a_note_is_named_by_number_and_words() {
        assert_eq!(annotation_name(3, "  "), "3");
        assert_eq!(annotation_name(1, "Rumours"), "1 “Rumours”");
        assert!(annotation_name(1, &"long ".repeat(20)).ends_with("long…”"));
    }
}
