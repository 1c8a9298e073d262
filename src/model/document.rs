//! What the user decided, and only that: it is what undo keeps and a saved workspace holds.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::annotation::Annotation;
use super::data::SeriesId;
use super::event::Event;
use super::scatter::ScatterChoices;
use super::study::StudyOptions;
use super::wording::Wording;

/// What the market chart's values are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scale {
    /// Per cent from the base.
    #[default]
    Percent,
    /// Rebased so that the base is 100.
    Hundred,
    /// Prices as they are.
    Price,
}

impl Scale {
    /// Every scale, in the order of the switch.
    pub const ALL: [Self; 3] = [Self::Percent, Self::Hundred, Self::Price];
}

/// Which cost stands on the model chart's x axis.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Cost {
    /// Price of tokens, blended.
    #[default]
    Api,
    /// Cost of training.
    Training,
    /// Cost to run a benchmark.
    Run,
}

impl Cost {
    /// Every choice, in menu order.
    pub const ALL: [Self; 3] = [Self::Api, Self::Training, Self::Run];
}

/// The user's decisions.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// The event, if one is set.
    pub event: Option<Event>,
    /// Events that are kept beside it, to come back to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Event>,
    /// How the event is studied.
    #[serde(default)]
    pub study: StudyOptions,
    /// Picked series in the order of their colours.
    pub picks: Vec<SeriesId>,
    /// Series that are not drawn.
    pub hidden: BTreeSet<SeriesId>,
    /// The index that the others are compared with; the first drawn one when `None`.
    #[serde(default)]
    pub index: Option<SeriesId>,
    /// Values of the market chart.
    pub scale: Scale,
    /// Cost of the model chart.
    pub cost: Cost,
    /// Header of the score column; the best filled one when `None`.
    pub score: Option<String>,
    /// Everything else about the chart of models.
    #[serde(default, skip_serializing_if = "ScatterChoices::is_usual")]
    pub scatter: ScatterChoices,
    /// Words around figures.
    #[serde(default)]
    pub wording: Wording,
    /// Notes drawn into the charts.
    #[serde(default)]
    pub annotations: Vec<Annotation>,
}
