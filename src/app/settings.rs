//! Choices that outlive the session: theme, table order, measures of both charts, last export, and
//! what was decided about reading files.
//!
//! Plain data with defaults for whatever an older version did not store. Where and how it is
//! stored is the window's business.

use serde::{Deserialize, Serialize};

use crate::chart::Span;
use crate::model::{Cost, Overrides, Scale};

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

/// How many layouts are remembered; the one that was decided about longest ago goes first.
const LAYOUTS: usize = 200;

/// What was decided about reading files, by the header that files of one layout share.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Readings(Vec<(String, Overrides)>);

impl Readings {
    /// What was decided about files with that header.
    #[must_use]
    pub fn recall(&self, header: &str) -> Option<&Overrides> {
        self.0.iter().find(|(known, _)| known == header).map(|(_, overrides)| overrides)
    }

    /// Keeps what is decided, as the newest; forgets the header where nothing is.
    pub fn remember(&mut self, header: &str, overrides: &Overrides) {
        self.0.retain(|(known, _)| known != header);
        if overrides.is_empty() {
            return;
        }
        if self.0.len() >= LAYOUTS {
            self.0.remove(0);
        }
        self.0.push((header.to_owned(), overrides.clone()));
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
    /// What was decided about reading files.
    pub readings: Readings,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::export::Format;
    use crate::model::Decision;

    fn decided(value: &str) -> Overrides {
        let mut overrides = Overrides::default();
        overrides.set(Decision::DateOrder, Some(value.to_owned()));
        overrides
    }

    #[test]
    fn the_newest_layouts_are_remembered() {
        let mut readings = Readings::default();
        for number in 0..=LAYOUTS {
            readings.remember(&format!("header {number}"), &decided("DMY"));
            // Deciding again about the first keeps it young.
            readings.remember("header 0", &decided("MDY"));
        }
        assert_eq!(readings.0.len(), LAYOUTS);
        assert_eq!(readings.recall("header 0"), Some(&decided("MDY")));
        assert_eq!(readings.recall("header 1"), None);
        assert_eq!(readings.recall("header 2"), Some(&decided("DMY")));
        readings.remember("header 2", &Overrides::default());
        assert_eq!(readings.recall("header 2"), None, "nothing decided is nothing to remember");
    }

    #[test]
    fn settings_survive_storage_and_older_versions() {
        let mut readings = Readings::default();
        readings.remember("Date|Close", &decided("DMY"));
        let settings = Settings {
            readings,
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
