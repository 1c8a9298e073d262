//! Choices that outlive the session: theme, table order, measures of both charts, last export.
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

/// What is remembered from one session to the next.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Theme.
    pub theme: ThemeChoice,
    /// Order of the table.
    pub sort: Sort,
    /// Values of the market chart.
    pub scale: Scale,
    /// Cost of the model chart.
    pub cost: Cost,
    /// Score of the model chart by its header, once one was chosen; it counts for tables that
    /// have it.
    pub score: Option<String>,
    /// Stretch of sessions to start from.
    pub span: Span,
    /// How the last figure was exported.
    pub export: ExportOptions,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::export::Format;

    #[test]
    fn settings_survive_storage_and_older_versions() {
        let settings = Settings {
            theme: ThemeChoice::Dark,
            sort: Sort { column: Column::ToEnd, ascending: false },
            scale: Scale::Hundred,
            span: Span::Quarter,
            score: Some("MMLU".to_owned()),
            export: ExportOptions { format: Format::Svg, ..ExportOptions::default() },
            ..Settings::default()
        };
        let stored = serde_json::to_string(&settings).unwrap();
        assert_eq!(serde_json::from_str::<Settings>(&stored).unwrap(), settings);
        assert_eq!(serde_json::from_str::<Settings>("{}").unwrap(), Settings::default());
        let older = r#"{"theme":"dark","panels":{"side_width":300.0},"export":{"scale":3.0}}"#;
        let older: Settings = serde_json::from_str(older).unwrap();
        assert_eq!((older.theme, older.export.scale), (ThemeChoice::Dark, 3.0));
        assert_eq!((older.score, older.export.format), (None, Format::Png));
    }
}
