//! Choices that outlive the session: theme, table order, measures of both charts, last export, and
//! what was decided about reading files.
//!
//! Plain data with defaults for whatever an older version did not store. Where and how it is
//! stored is the window's business.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::chart::{Grouping, Span, StudyColumn};
use crate::model::{Cost, Overrides, Scale};

use super::export::ExportOptions;
use super::model_table::ModelsTable;

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

/// Order of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Sort {
    /// By which column.
    pub column: StudyColumn,
    /// Smallest first.
    pub ascending: bool,
}

impl Default for Sort {
    fn default() -> Self {
        Self { column: StudyColumn::Move, ascending: true }
    }
}

/// Columns of the table, in the order of [`StudyColumn::ALL`]; the first is always there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns(Vec<StudyColumn>);

impl Columns {
    /// Every column that can be shown; the ticker stands with the name.
    pub fn choices() -> impl Iterator<Item = StudyColumn> {
        StudyColumn::ALL.into_iter().filter(|column| *column != StudyColumn::Ticker)
    }

    /// Those that are shown, the series' name first.
    #[must_use]
    pub fn shown(&self) -> &[StudyColumn] {
        &self.0
    }

    /// Shows a column or not; the name stays.
    pub fn set(&mut self, column: StudyColumn, shown: bool) {
        *self = Self::of(|other| if other == column { shown } else { self.0.contains(&other) });
    }

    /// Those columns, and the name.
    #[must_use]
    pub fn listed(columns: &[StudyColumn]) -> Self {
        Self::of(|column| columns.contains(&column))
    }

    fn of(shown: impl Fn(StudyColumn) -> bool) -> Self {
        Self(Self::choices().filter(|column| *column == StudyColumn::Name || shown(*column)).collect())
    }
}

impl Default for Columns {
    fn default() -> Self {
        Self::of(|column| {
            matches!(
                column,
                StudyColumn::BaseDate
                    | StudyColumn::BaseClose
                    | StudyColumn::EventClose
                    | StudyColumn::Move
                    | StudyColumn::ToEnd
                    | StudyColumn::Beta
                    | StudyColumn::Ar
                    | StudyColumn::PRank
                    | StudyColumn::ValueLost
            )
        })
    }
}

impl Serialize for Columns {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(|column| column.id()))
    }
}

impl<'de> Deserialize<'de> for Columns {
    /// Columns that are not known are left out.
    fn deserialize<D: Deserializer<'de>>(stored: D) -> Result<Self, D::Error> {
        let known: Vec<StudyColumn> =
            Vec::<String>::deserialize(stored)?.iter().filter_map(|id| id.parse().ok()).collect();
        Ok(Self::of(|column| known.contains(&column)))
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
    /// Columns of the table.
    pub columns: Columns,
    /// What its rows stand together by, if by anything.
    pub group: Option<Grouping>,
    /// Values of the market chart.
    pub scale: Scale,
    /// Cost of the model chart.
    pub cost: Cost,
    /// Score of the model chart by its header, once one was chosen; it counts for tables that
    /// have it.
    pub score: Option<String>,
    /// Stretch of sessions to start from.
    pub span: Span,
    /// The table of models.
    pub models_table: ModelsTable,
    /// Whether the study is shown on the chart.
    pub study: bool,
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
            sort: Sort { column: StudyColumn::ToEnd, ascending: false },
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
        let older = r#"{"sort":{"column":"change","ascending":false}}"#;
        let older: Settings = serde_json::from_str(older).unwrap();
        assert_eq!(older.sort, Sort { column: StudyColumn::Move, ascending: false });
        assert_eq!(older.columns, Columns::default());
    }

    #[test]
    fn columns_that_were_chosen_survive_storage_and_a_column_that_is_gone() {
        let mut columns = Columns::default();
        columns.set(StudyColumn::Name, false);
        columns.set(StudyColumn::Bhar, true);
        columns.set(StudyColumn::ToEnd, false);
        assert_eq!(columns.shown().first(), Some(&StudyColumn::Name), "the name stays");
        let settings =
            Settings { columns: columns.clone(), group: Some(Grouping::Sector), ..Settings::default() };
        let stored = serde_json::to_string(&settings).unwrap();
        assert_eq!(serde_json::from_str::<Settings>(&stored).unwrap(), settings);
        let newer = stored.replace("\"bhar\"", "\"bhar\",\"garch\"");
        assert_ne!(newer, stored);
        assert_eq!(serde_json::from_str::<Settings>(&newer).unwrap().columns, columns);
    }
}
