//! The table of series: which rows, in which order and groups, and the form for the clipboard.
//!
//! All numbers come from the study and all cells from `chart::columns`; here they are put in rows.
//! Nothing here computes a move.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::chart::columns::{Cell, Measure};
use crate::chart::{Grouping, Scene, StudyColumn, View};
use crate::model::{Series, SeriesId, row_of};
use crate::text::{Arg, Words};

use super::settings::Sort;

/// Decimals of a return in per cent.
const DECIMALS: usize = 2;

/// One line of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct TableRow {
    /// Which series.
    pub id: SeriesId,
    /// Its name.
    pub name: String,
    /// The columns that are shown, each with its cell.
    pub cells: Vec<(StudyColumn, Cell)>,
}

impl TableRow {
    /// The cell of a column; an empty one where that is not shown.
    #[must_use]
    pub fn cell(&self, column: StudyColumn) -> Cell {
        let found = self.cells.iter().find(|(of, _)| *of == column);
        found.map(|(_, cell)| cell.clone()).unwrap_or_default()
    }
}

/// Rows that stand together.
#[derive(Clone, Debug, PartialEq)]
pub struct TableGroup {
    /// What they have in common, in words; `None` where the table is one group.
    pub title: Option<String>,
    /// Their series, in the order of the table.
    pub series: Vec<SeriesId>,
}

/// What is shown of a table.
#[derive(Clone, Copy)]
pub(super) struct Shown<'a> {
    pub scene: Scene<'a>,
    pub view: &'a View,
    pub columns: &'a [StudyColumn],
    pub sort: Sort,
    pub group: Option<Grouping>,
}

/// What a row is sorted by.
#[derive(Clone, Debug, PartialEq, PartialOrd)]
enum SortKey {
    Number(f64),
    Date(Date),
    Words(String),
}

/// A series with what its row is sorted by.
type Keyed<'a> = (&'a Series, Option<SortKey>);

impl Shown<'_> {
    /// All series, hidden ones too: what is not drawn still moved.
    pub(super) fn groups(&self) -> Vec<TableGroup> {
        let mut groups: BTreeMap<(u8, String), Vec<Keyed<'_>>> = BTreeMap::new();
        for series in &self.scene.data.series {
            groups.entry(self.group_of(series)).or_default().push((series, self.key(series)));
        }
        let is_one = groups.len() < 2;
        let sorted = |mut rows: Vec<Keyed<'_>>| {
            rows.sort_by(|(a, x), (b, y)| {
                let order = directed(x.as_ref(), y.as_ref(), self.sort.ascending);
                order.then_with(|| a.name().cmp(b.name())).then_with(|| a.id.cmp(&b.id))
            });
            rows.into_iter().map(|(series, _)| series.id.clone()).collect()
        };
        let titled = |title: String| (!is_one).then_some(title);
        let group = |((_, title), rows)| TableGroup { title: titled(title), series: sorted(rows) };
        groups.into_iter().map(group).collect()
    }

    /// The place of a series' group among the groups, and its title.
    fn group_of(&self, series: &Series) -> (u8, String) {
        self.group.map_or_else(Default::default, |group| group.of(self.scene.words, series))
    }

    fn key(&self, series: &Series) -> Option<SortKey> {
        if self.sort.column == StudyColumn::Name {
            return Some(SortKey::Words(series.name().to_lowercase()));
        }
        let cell = self.cell(series, self.sort.column);
        let number = cell.number.filter(|number| !number.is_nan()).map(SortKey::Number);
        number.or_else(|| cell.date.map(SortKey::Date))
    }

    fn cell(&self, series: &Series, column: StudyColumn) -> Cell {
        column.cell(&self.scene, self.view, series, DECIMALS)
    }

    /// The row of a series.
    pub(super) fn row(&self, series: &Series) -> TableRow {
        TableRow {
            id: series.id.clone(),
            name: series.name().to_owned(),
            cells: self.columns.iter().map(|column| (*column, self.cell(series, *column))).collect(),
        }
    }

    /// Every row, group by group.
    pub(super) fn rows(&self) -> Vec<TableRow> {
        let ids = self.groups().into_iter().flat_map(|group| group.series);
        ids.filter_map(|id| Some(self.row(self.scene.data.series(&id)?))).collect()
    }
}

/// Rows without a value stand last in either direction.
fn directed(a: Option<&SortKey>, b: Option<&SortKey>, ascending: bool) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => {
            let order = a.partial_cmp(b).unwrap_or(Ordering::Equal);
            if ascending { order } else { order.reverse() }
        }
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}

/// The table as lines of cells between tabs: dates in ISO form and plain numbers, so that a
/// spreadsheet in any language takes them; shares in per cent.
pub(super) fn tab_separated(columns: &[StudyColumn], rows: &[TableRow], words: &Words) -> String {
    let head = |column: &StudyColumn| {
        let name = words.text(column.header());
        match share_decimals(*column) {
            Some(_) => words.say("app-column-percent", &[("column", Arg::Text(&name))]),
            None => name,
        }
    };
    let mut text = columns.iter().map(head).collect::<Vec<_>>().join("\t");
    text.push('\n');
    for row in rows {
        let cells: Vec<String> = row.cells.iter().map(|(column, cell)| plain(*column, cell)).collect();
        text.push_str(&cells.join("\t"));
        text.push('\n');
    }
    text
}

/// A cell without marks of a language; a counted row in words, because its number alone would be
/// taken for a date.
fn plain(column: StudyColumn, cell: &Cell) -> String {
    if let Some(date) = cell.date.filter(|date| row_of(*date).is_none()) {
        return date.to_string();
    }
    match (cell.number, share_decimals(column)) {
        (Some(share), Some(decimals)) => format!("{:.decimals$}", share * 100.0),
        (Some(number), None) => number.to_string(),
        (None, _) => cell.text.replace(['\t', '\n', '\r'], " "),
    }
}

/// Decimals in per cent of a column of shares, `None` of any other.
fn share_decimals(column: StudyColumn) -> Option<usize> {
    match column {
        StudyColumn::Alpha | StudyColumn::Sigma => Some(4),
        _ => (column.measure() == Measure::Share).then_some(DECIMALS),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::settings::Columns;
    use crate::app::testing::sample_app;
    use crate::app::{App, Command, EventCommand, SettingCommand};

    /// The numbers of a column, without empty cells.
    fn numbers(rows: &[TableRow], column: StudyColumn) -> Vec<f64> {
        rows.iter().filter_map(|row| row.cell(column).number).collect()
    }

    fn show_every_column(app: &mut App) {
        for column in Columns::choices() {
            app.apply(Command::Setting(SettingCommand::ShowColumn(column, true)));
        }
    }

    fn ids(rows: &[TableRow]) -> Vec<&str> {
        rows.iter().map(|row| row.id.as_str()).collect()
    }

    #[test]
    fn the_largest_fall_stands_first() {
        let app = sample_app();
        let rows = app.table();
        assert_eq!(rows.len(), app.data().series.len());
        assert_eq!(ids(&rows).first(), Some(&"VRT"));
        assert!(numbers(&rows, StudyColumn::Move).is_sorted());
    }

    #[test]
    fn rows_without_a_value_stand_last_either_way() {
        let mut app = sample_app();
        // Amsterdam's series ends in January: it has no session near an event in March.
        let event = jiff::civil::date(2025, 3, 3);
        app.apply(Command::Event(EventCommand::SetDate(event)));
        for ascending in [true, false] {
            for column in
                [StudyColumn::Move, StudyColumn::BaseClose, StudyColumn::EventClose, StudyColumn::BaseDate]
            {
                app.apply(Command::Setting(SettingCommand::Sort(column, ascending)));
                assert_eq!(ids(&app.table()).last(), Some(&"ASML.AS"), "{column:?} {ascending}");
            }
        }
    }

    #[test]
    fn sorting_by_a_column_orders_its_values() {
        let mut app = sample_app();
        show_every_column(&mut app);
        for column in Columns::choices() {
            app.apply(Command::Setting(SettingCommand::Sort(column, true)));
            let up = app.table();
            app.apply(Command::Setting(SettingCommand::Sort(column, false)));
            let down = app.table();
            assert_eq!(up.len(), down.len());
            if column == StudyColumn::Name {
                let names: Vec<String> = up.iter().map(|row| row.name.to_lowercase()).collect();
                assert!(names.is_sorted());
                assert_eq!(ids(&up), ids(&down).into_iter().rev().collect::<Vec<_>>());
            } else {
                assert!(numbers(&up, column).is_sorted(), "{column:?}");
                assert!(numbers(&down, column).into_iter().rev().is_sorted(), "{column:?}");
            }
            // The columns of the study have something to sort.
            let is_empty = numbers(&up, column).is_empty();
            assert_eq!(is_empty, matches!(column, StudyColumn::Name | StudyColumn::BaseDate), "{column:?}");
        }
    }

    #[test]
    fn groups_stand_in_order_and_hold_every_series_once() {
        let mut app = sample_app();
        for (group, least) in [(None, 1), (Some(Grouping::Role), 2), (Some(Grouping::Sector), 2)] {
            app.apply(Command::Setting(SettingCommand::Group(group)));
            let groups = app.table_groups();
            assert!(groups.len() >= least, "{group:?}");
            assert_eq!(groups.iter().all(|of| of.title.is_some()), group.is_some(), "{group:?}");
            let mut all: Vec<SeriesId> = groups.iter().flat_map(|of| of.series.clone()).collect();
            all.sort();
            let mut open: Vec<SeriesId> = app.data().series.iter().map(|series| series.id.clone()).collect();
            open.sort();
            assert_eq!(all, open);
            for of in groups {
                let moved = |id: &SeriesId| app.analysis().move_of(id).and_then(|found| found.change);
                let moves: Vec<f64> = of.series.iter().filter_map(moved).collect();
                assert!(moves.is_sorted(), "{group:?}");
            }
        }
    }

    #[test]
    fn without_an_event_the_base_is_the_first_shown_session() {
        let mut app = sample_app();
        app.apply(Command::Event(EventCommand::Clear));
        let rows = app.table();
        let first = app.analysis().sessions.date(0);
        let nvda = rows.iter().find(|row| row.id.as_str() == "NVDA").unwrap();
        assert_eq!(nvda.cell(StudyColumn::BaseDate).date, first);
        for column in [StudyColumn::EventClose, StudyColumn::Move, StudyColumn::Ar] {
            assert_eq!(nvda.cell(column).number, None, "{column:?}");
        }
        assert!(nvda.cell(StudyColumn::ToEnd).number.is_some());
    }

    #[test]
    fn the_clipboard_form_is_plain() {
        let app = sample_app();
        let text = app.table_text();
        assert_eq!(text.lines().count(), app.table().len() + 1);
        let nvda = text.lines().find(|line| line.contains("142.62")).unwrap();
        let cells: Vec<&str> = nvda.split('\t').collect();
        assert_eq!(cells[1..5], ["2025-01-24", "142.62", "118.42", "-16.97"]);
    }
}
