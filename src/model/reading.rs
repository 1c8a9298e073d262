//! How a file was read, for those who look at it: what the user decided instead of import, and the
//! lines of the file beside what was made of them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A decision of import that the user can take instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// Which sheet, archive member or table of the file is read.
    Sheet,
    /// The encoding of a text.
    Encoding,
    /// The character that divides cells.
    Delimiter,
    /// The line on which the column names stand, `none` where there are none.
    HeaderLine,
    /// The decimal mark.
    Decimal,
    /// The order of day, month and year, or the unit of a count of time.
    DateOrder,
    /// The column of closing prices, by its name or its one-based number.
    CloseColumn,
    /// What the numbers are: prices, or returns of one sort.
    Measure,
    /// The name of a series that the file itself does not name.
    Name,
    /// What parts series play, a line each: `NDX=index`.
    SeriesRole,
    /// Currencies of series, a line each: `ASML=EUR`.
    SeriesCurrency,
    /// What the file holds: `models` where its names do not tell.
    Content,
    /// What columns of a model table mean, a line each: `GPQA=score`.
    ColumnRole,
    /// Units of columns of a model table, a line each: `GPQA=percent`.
    ColumnUnit,
    /// Input tokens for one output token in a blended price.
    Blend,
}

impl Decision {
    /// Every decision, in the order in which import takes them.
    pub const ALL: [Self; 15] = [
        Self::Sheet,
        Self::Encoding,
        Self::Delimiter,
        Self::HeaderLine,
        Self::Decimal,
        Self::DateOrder,
        Self::CloseColumn,
        Self::Measure,
        Self::Name,
        Self::SeriesRole,
        Self::SeriesCurrency,
        Self::Content,
        Self::ColumnRole,
        Self::ColumnUnit,
        Self::Blend,
    ];

    /// Key of the assumption that it overrules.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Sheet => "sheet",
            Self::Encoding => "encoding",
            Self::Delimiter => "delimiter",
            Self::HeaderLine => "header_line",
            Self::Decimal => "decimal",
            Self::DateOrder => "date_order",
            Self::CloseColumn => "close_column",
            Self::Measure => "measure",
            Self::Name => "name",
            Self::SeriesRole => "role",
            Self::SeriesCurrency => "currency",
            Self::Content => "content",
            Self::ColumnRole => "column_role",
            Self::ColumnUnit => "column_unit",
            Self::Blend => "blend",
        }
    }

    /// Whether it is taken for each column or series by itself, so that its value has a line for each.
    #[must_use]
    pub fn is_by_column(self) -> bool {
        matches!(self, Self::ColumnRole | Self::ColumnUnit | Self::SeriesRole | Self::SeriesCurrency)
    }

    /// Whether it says what the series of one file are. All else says how files are read, and holds
    /// for those of the same layout.
    #[must_use]
    pub fn is_of_the_series(self) -> bool {
        matches!(self, Self::Name | Self::SeriesRole | Self::SeriesCurrency)
    }

    /// The decision behind an assumption, `None` for one that cannot be overruled.
    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|decision| decision.key() == key)
    }
}

/// What the user decided about reading one file; everything else stays with import.
///
/// Values are those that the assumption of the same key has.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Overrides {
    decided: BTreeMap<Decision, String>,
    /// Whether all of it was decided earlier, about this file or others of the same layout.
    #[serde(skip)]
    recalled: bool,
}

impl Overrides {
    /// The value decided on, if there is one.
    #[must_use]
    pub fn get(&self, decision: Decision) -> Option<&str> {
        self.decided.get(&decision).map(String::as_str)
    }

    /// What was decided for one column, its name compared without regard to case and blanks.
    #[must_use]
    pub fn get_for(&self, decision: Decision, column: &str) -> Option<&str> {
        self.columns(decision).find(|(name, _)| is_same_name(name, column)).map(|(_, value)| value)
    }

    /// Every column that was decided on, with its value.
    pub fn columns(&self, decision: Decision) -> impl Iterator<Item = (&str, &str)> {
        self.get(decision).unwrap_or_default().lines().filter_map(|line| line.rsplit_once('='))
    }

    /// The value of a decision by column once that column has this value, or none any more; `None`
    /// where no column is left.
    #[must_use]
    pub fn with_column(&self, decision: Decision, column: &str, value: Option<&str>) -> Option<String> {
        let others = self.columns(decision).filter(|(name, _)| !is_same_name(name, column));
        let name = column.split_whitespace().collect::<Vec<_>>().join(" ");
        let line = |(name, value): (&str, &str)| format!("{name}={value}");
        let lines: Vec<String> = others.map(line).chain(value.map(|value| line((&name, value)))).collect();
        (!lines.is_empty()).then(|| lines.join("\n"))
    }

    /// Lets what is said of one series go with it to another name.
    pub fn rename_series(&mut self, old: &str, new: &str) {
        for decision in Decision::ALL.into_iter().filter(|decision| decision.is_of_the_series()) {
            let Some(value) = self.get_for(decision, old).map(str::to_owned) else { continue };
            self.set(decision, self.with_column(decision, old, None));
            self.set(decision, self.with_column(decision, new, Some(&value)));
        }
    }

    /// Decides, or leaves it to import again. What is decided so is decided about this file.
    pub fn set(&mut self, decision: Decision, value: Option<String>) {
        self.recalled = false;
        match value {
            Some(value) => drop(self.decided.insert(decision, value)),
            None => drop(self.decided.remove(&decision)),
        }
    }

    /// What of it says what the series of one file are.
    #[must_use]
    pub fn of_the_series(&self) -> Self {
        self.only(Decision::is_of_the_series)
    }

    /// What of it says how files of one layout are read.
    #[must_use]
    pub fn of_the_layout(&self) -> Self {
        self.only(|decision| !decision.is_of_the_series())
    }

    fn only(&self, keeps: impl Fn(Decision) -> bool) -> Self {
        let kept = self.decided.iter().filter(|(decision, _)| keeps(**decision));
        Self { decided: kept.map(|(decision, value)| (*decision, value.clone())).collect(), ..*self }
    }

    /// These decisions and others, which count where both decide.
    #[must_use]
    pub fn and(mut self, others: Self) -> Self {
        self.decided.extend(others.decided);
        self
    }

    /// The same decisions, taken over from earlier.
    #[must_use]
    pub fn recalled(self) -> Self {
        Self { recalled: true, ..self }
    }

    /// Whether it was taken over from earlier.
    #[must_use]
    pub fn is_recalled(&self) -> bool {
        self.recalled
    }

    /// Whether everything is left to import.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.decided.is_empty()
    }

    /// Every decision with its value, in the order in which import takes them.
    pub fn iter(&self) -> impl Iterator<Item = (Decision, &str)> {
        self.decided.iter().map(|(decision, value)| (*decision, value.as_str()))
    }
}

fn is_same_name(one: &str, other: &str) -> bool {
    let bare = |name: &str| name.split_whitespace().collect::<String>().to_lowercase();
    bare(one) == bare(other)
}

/// What became of a line of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// Above the table, below it, or a line that was left out.
    Left,
    /// Names of columns.
    Header,
    /// A row that was read.
    Row,
    /// A row about which there is a warning.
    Odd,
}

/// A line of a file as text, and what was read in it.
#[derive(Clone, Debug, PartialEq)]
pub struct OutlineLine {
    /// One-based line, or row of a sheet.
    pub line: u64,
    /// What became of it.
    pub kind: LineKind,
    /// Its cells as they stand, cut where they are long.
    pub cells: Vec<String>,
    /// Date in ISO form, where one was read.
    pub date: Option<String>,
    /// Closing price, where one was read.
    pub close: Option<f64>,
}

/// The first, last and odd lines of a file, and which column is which.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline {
    /// Lines in file order, with gaps.
    pub lines: Vec<OutlineLine>,
    /// Zero-based column of dates.
    pub date_column: Option<usize>,
    /// Zero-based column of the close.
    pub close_column: Option<usize>,
    /// What files of the same layout share: the names of their columns as import finds them by
    /// itself. `None` without a header.
    pub header: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_decision_has_a_key_of_its_own() {
        for decision in Decision::ALL {
            assert_eq!(Decision::of_key(decision.key()), Some(decision));
        }
        assert_eq!(Decision::of_key("order"), None);
    }

    #[test]
    fn what_is_decided_can_be_left_to_import_again() {
        let mut overrides = Overrides::default();
        overrides.set(Decision::DateOrder, Some("DMY".to_owned()));
        overrides.set(Decision::Encoding, Some("windows-1256".to_owned()));
        let stored = serde_json::to_string(&overrides).unwrap();
        assert_eq!(stored, r#"{"encoding":"windows-1256","date_order":"DMY"}"#);
        assert_eq!(serde_json::from_str::<Overrides>(&stored).unwrap(), overrides);
        let recalled = overrides.clone().recalled();
        assert!(recalled.is_recalled() && !overrides.is_recalled());
        assert_eq!(serde_json::to_string(&recalled).unwrap(), stored, "how it came is not stored");
        let mut changed = recalled;
        changed.set(Decision::DateOrder, Some("MDY".to_owned()));
        assert!(!changed.is_recalled(), "it is decided about this file now");
        overrides.set(Decision::DateOrder, None);
        overrides.set(Decision::Encoding, None);
        assert!(overrides.is_empty());
    }

    #[test]
    fn what_a_series_is_and_how_a_file_is_read_part_without_rest() {
        let mut all = Overrides::default();
        for decision in Decision::ALL {
            all.set(decision, Some(decision.key().to_owned()));
        }
        let (series, layout) = (all.of_the_series(), all.of_the_layout());
        let names: Vec<Decision> = series.iter().map(|(decision, _)| decision).collect();
        assert_eq!(names, [Decision::Name, Decision::SeriesRole, Decision::SeriesCurrency]);
        assert!(layout.iter().all(|(decision, _)| !names.contains(&decision)));
        assert_eq!(layout.and(series), all);
    }

    #[test]
    fn columns_are_decided_one_by_one() {
        let mut overrides = Overrides::default();
        let role = Decision::ColumnRole;
        overrides.set(role, overrides.with_column(role, "GPQA  Diamond", Some("score")));
        overrides.set(role, overrides.with_column(role, "a=b", Some("other")));
        assert_eq!(overrides.get(role), Some("GPQA Diamond=score\na=b=other"));
        assert_eq!(overrides.get_for(role, "gpqa diamond"), Some("score"));
        overrides.set(role, overrides.with_column(role, "gpqa diamond", Some("size")));
        assert_eq!(overrides.get_for(role, "GPQA Diamond"), Some("size"));
        assert_eq!(overrides.columns(role).count(), 2);
        for name in ["A=B", "GPQA Diamond"] {
            overrides.set(role, overrides.with_column(role, name, None));
        }
        assert!(overrides.is_empty());
    }
}
