//! The words around a figure where the user wrote their own.

use serde::{Deserialize, Serialize};

/// The user's words. `None` leaves the words that are written from the data, an empty text leaves
/// them out. Names in braces stand for facts: `{index.move}`, `{event.date}`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Wording {
    /// What was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What is shown, in which unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,
    /// Where the data come from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// How it was computed and what was assumed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Who made the figure; none unless given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub byline: Option<String>,
}
