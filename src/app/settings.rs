//! Choices that outlive the session: theme, table order, measures of both charts, last export, and
//! what was decided about reading files.
//!
//! Plain data with defaults for whatever an older version did not store. Where and how it is
//! stored is the window's business.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::chart::{Grouping, Span, StudyColumn};
use crate::model::{Cost, Fingerprint, Loaded, Overrides, Scale};

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

/// How many layouts and how many files are remembered; what was decided longest ago goes first.
const REMEMBERED: usize = 200;

/// How files are read, by the header that those of one layout share. What a series of one of them
/// is, such as its name, is nothing that the next one shares.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "Vec<(String, Overrides)>", into = "Vec<(String, Overrides)>")]
pub struct Readings(Vec<(String, Overrides)>);

impl Readings {
    /// What was decided about files with that header.
    #[must_use]
    pub fn recall(&self, header: &str) -> Option<&Overrides> {
        recall(&self.0, header)
    }

    /// Keeps what is decided, as the newest; forgets the header where nothing is.
    pub fn remember(&mut self, header: &str, overrides: &Overrides) {
        remember(&mut self.0, header, overrides.of_the_layout());
    }
}

impl From<Vec<(String, Overrides)>> for Readings {
    /// Older versions kept names of series here.
    fn from(stored: Vec<(String, Overrides)>) -> Self {
        let layouts = stored.into_iter().map(|(header, decided)| (header, decided.of_the_layout()));
        Self(layouts.filter(|(_, decided)| !decided.is_empty()).collect())
    }
}

impl From<Readings> for Vec<(String, Overrides)> {
    fn from(readings: Readings) -> Self {
        readings.0
    }
}

/// What the series of single files are: their names, roles and currencies, by the files' content.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Identities(Vec<(String, Overrides)>);

impl Identities {
    /// What was decided about the series of the file with that content.
    #[must_use]
    pub fn recall(&self, file: &Fingerprint) -> Option<&Overrides> {
        recall(&self.0, &file.blake3)
    }

    /// Keeps what is decided, as the newest; forgets the file where nothing is.
    pub fn remember(&mut self, file: &Fingerprint, overrides: &Overrides) {
        remember(&mut self.0, &file.blake3, overrides.of_the_series());
    }
}

fn recall<'a>(kept: &'a [(String, Overrides)], key: &str) -> Option<&'a Overrides> {
    kept.iter().find(|(known, _)| known == key).map(|(_, overrides)| overrides)
}

fn remember(kept: &mut Vec<(String, Overrides)>, key: &str, decided: Overrides) {
    kept.retain(|(known, _)| known != key);
    if decided.is_empty() {
        return;
    }
    if kept.len() >= REMEMBERED {
        kept.remove(0);
    }
    kept.push((key.to_owned(), decided));
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
    /// What was decided about the series of files.
    pub identities: Identities,
}

impl Settings {
    /// What was decided earlier about a file, by its layout and by its content.
    #[must_use]
    pub fn recall(&self, file: &Loaded) -> Overrides {
        let layout = file.outline.header.as_deref().and_then(|header| self.readings.recall(header));
        let series = self.identities.recall(&file.fingerprint);
        layout.cloned().unwrap_or_default().and(series.cloned().unwrap_or_default())
    }
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
        for number in 0..=REMEMBERED {
            readings.remember(&format!("header {number}"), &decided("DMY"));
            // Deciding again about the first keeps it young.
            readings.remember("header 0", &decided("MDY"));
        }
        assert_eq!(readings.0.len(), REMEMBERED);
        assert_eq!(readings.recall("header 0"), Some(&decided("MDY")));
        assert_eq!(readings.recall("header 1"), None);
        assert_eq!(readings.recall("header 2"), Some(&decided("DMY")));
        readings.remember("header 2", &Overrides::default());
        assert_eq!(readings.recall("header 2"), None, "nothing decided is nothing to remember");
    }

    #[test]
    fn a_name_is_kept_with_its_file_and_not_with_its_layout() {
        let mut named = decided("DMY");
        named.set(Decision::Name, Some("ACME".to_owned()));
        let of = |blake3: &str| Fingerprint { bytes: 9, blake3: blake3.to_owned() };
        let mut settings = Settings::default();
        settings.readings.remember("Date|Close", &named);
        settings.identities.remember(&of("a"), &named);
        assert_eq!(settings.readings.recall("Date|Close"), Some(&decided("DMY")));
        assert_eq!(settings.identities.recall(&of("a")), Some(&named.of_the_series()));
        assert_eq!(settings.identities.recall(&of("b")), None);
        let older = r#"{"readings":[["A",{"name":"ACME","date_order":"DMY"}],["B",{"name":"ACME"}]]}"#;
        let older: Settings = serde_json::from_str(older).unwrap();
        assert_eq!(older.readings.recall("A"), Some(&decided("DMY")));
        assert_eq!((older.readings.recall("B"), older.readings.0.len()), (None, 1));
    }

    #[test]
    fn settings_survive_storage_and_older_versions() {
        let mut readings = Readings::default();
        readings.remember("Date|Close", &decided("DMY"));
        let mut identities = Identities::default();
        let mut named = Overrides::default();
        named.set(Decision::Name, Some("ACME".to_owned()));
        identities.remember(&Fingerprint { bytes: 1, blake3: "a".to_owned() }, &named);
        let settings = Settings {
            readings,
            identities,
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
