//! Choices that outlive the session: theme, table order, panel sizes, last export.
//!
//! Plain data with defaults for whatever an older version did not store. Where and how it is
//! stored is the window's business.

use serde::{Deserialize, Serialize};

use crate::chart::Span;
use crate::model::{Cost, Scale};

use super::export::ExportOptions;

/// Which theme the window takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ThemeChoice {
    /// Dark on white.
    Light,
    /// Light on near black.
    Dark,
    /// What the desktop prefers.
    #[default]
    System,
}

impl ThemeChoice {
    /// Every choice, in menu order.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::System];

    /// Key of its name.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Light => "app-theme-light",
            Self::Dark => "app-theme-dark",
            Self::System => "app-theme-system",
        }
    }
}

/// A column of the table of moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// Name of the series.
    Name,
    /// Date of the base.
    BaseDate,
    /// Close at the base.
    BaseClose,
    /// Close of the event's session.
    EventClose,
    /// Event close over base minus one.
    Change,
    /// Last shown close over base minus one.
    ToEnd,
}

impl Column {
    /// Every column, left to right.
    pub const ALL: [Self; 6] =
        [Self::Name, Self::BaseDate, Self::BaseClose, Self::EventClose, Self::Change, Self::ToEnd];

    /// Key of its header.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Name => "app-column-name",
            Self::BaseDate => "app-column-base-date",
            Self::BaseClose => "app-column-base-close",
            Self::EventClose => "app-column-event-close",
            Self::Change => "app-column-change",
            Self::ToEnd => "app-column-to-end",
        }
    }

    /// Whether its cells are set right-aligned.
    #[must_use]
    pub fn is_numeric(self) -> bool {
        match self {
            Self::Name => false,
            Self::BaseDate | Self::BaseClose | Self::EventClose | Self::Change | Self::ToEnd => true,
        }
    }
}

/// Order of the table of moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Sort {
    /// By which column.
    pub column: Column,
    /// Smallest first.
    pub ascending: bool,
}

impl Default for Sort {
    fn default() -> Self {
        Self { column: Column::Change, ascending: true }
    }
}

/// How the window is divided, in points where a name does not say otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Panels {
    /// Width of the list of series.
    pub side_width: f64,
    /// Height of the table of moves.
    pub table_height: f64,
    /// Share of the centre that the market chart takes beside the models.
    pub market_share: f64,
    /// Share of the market side's height that the lines take above the bars.
    pub lines_share: f64,
}

impl Default for Panels {
    fn default() -> Self {
        Self { side_width: 268.0, table_height: 214.0, market_share: 0.58, lines_share: 0.6 }
    }
}

/// What is remembered from one session to the next.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Theme.
    pub theme: ThemeChoice,
    /// Order of the table.
    pub sort: Sort,
    /// Panel sizes.
    pub panels: Panels,
    /// Values of the market chart.
    pub scale: Scale,
    /// Cost of the model chart.
    pub cost: Cost,
    /// Stretch of sessions to start from.
    pub span: Span,
    /// How the last figure was exported.
    pub export: ExportOptions,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_survive_storage_and_older_versions() {
        let settings = Settings {
            theme: ThemeChoice::Dark,
            sort: Sort { column: Column::ToEnd, ascending: false },
            scale: Scale::Hundred,
            span: Span::Quarter,
            ..Settings::default()
        };
        let stored = serde_json::to_string(&settings).unwrap();
        assert_eq!(serde_json::from_str::<Settings>(&stored).unwrap(), settings);
        assert_eq!(serde_json::from_str::<Settings>("{}").unwrap(), Settings::default());
        let older: Settings = serde_json::from_str(r#"{"panels":{"side_width":300.0}}"#).unwrap();
        assert_eq!(older.panels, Panels { side_width: 300.0, ..Panels::default() });
    }
}
