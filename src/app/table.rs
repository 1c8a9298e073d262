//! The table of moves: numbers, finished texts, order, and the form for the clipboard.
//!
//! All numbers come from the study; here they are put in rows. Nothing here computes a move.

use std::cmp::Ordering;

use jiff::civil::Date;

use crate::chart::session_axis::{shown_dates, shown_sessions};
use crate::chart::{Scene, View, day_text};
use crate::model::{Series, SeriesId, row_of};
use crate::study::{Base, moves};
use crate::text::{DateStyle, Words};

use super::settings::{Column, Sort};

/// One line of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct TableRow {
    /// Which series.
    pub id: SeriesId,
    /// Its name.
    pub name: String,
    /// Whether it is a market measure rather than a single stock.
    pub is_index: bool,
    /// Last close before the event, or the first shown session when there is no event.
    pub base: Option<Base>,
    /// Date and close of the event's session.
    pub event: Option<(Date, f64)>,
    /// Event close over base minus one, as a share.
    pub change: Option<f64>,
    /// Last shown close over base minus one, as a share.
    pub to_end: Option<f64>,
    /// The cells as they are shown, in the order of [`Column::ALL`]; a dash where there is none.
    pub cells: [String; 6],
}

impl TableRow {
    /// The shown text of a column.
    #[must_use]
    pub fn cell(&self, column: Column) -> &str {
        let [name, base_date, base_close, event_close, change, to_end] = &self.cells;
        match column {
            Column::Name => name,
            Column::BaseDate => base_date,
            Column::BaseClose => base_close,
            Column::EventClose => event_close,
            Column::Change => change,
            Column::ToEnd => to_end,
        }
    }
}

/// A line for each series, hidden ones too: what is not drawn still moved.
pub(super) fn rows(scene: &Scene<'_>, view: &View, sort: Sort) -> Vec<TableRow> {
    let sessions = &scene.analysis.sessions;
    let shown = shown_dates(sessions, shown_sessions(scene.document, sessions, view));
    let mut rows: Vec<TableRow> = scene.data.series.iter().map(|series| row(scene, series, shown)).collect();
    rows.sort_by(|a, b| compare(a, b, sort));
    rows
}

fn row(scene: &Scene<'_>, series: &Series, shown: Option<(Date, Date)>) -> TableRow {
    let found = scene.analysis.move_of(&series.id);
    let (base, event, change) = match (found, shown) {
        (Some(found), _) if scene.event().is_some() => (found.base, found.event, found.change),
        (_, Some((first, _))) => (moves::base_without_event(series, first), None, None),
        _ => (None, None, None),
    };
    let to_end = base.as_ref().zip(shown).and_then(|(base, (_, last))| moves::change_to(series, base, last));
    let to_end = to_end.map(|(_, change)| change);
    let words = scene.words;
    let price = |close: f64| words.price(close);
    let cells = [
        Some(series.name().to_owned()),
        base.map(|base| day_text(words, base.date, DateStyle::Short)),
        base.map(|base| price(base.close)),
        event.map(|(_, close)| price(close)),
        change.map(|change| words.change(change, 2)),
        to_end.map(|change| words.change(change, 2)),
    ]
    .map(|cell| cell.unwrap_or_else(|| words.text("app-cell-empty")));
    TableRow {
        id: series.id.clone(),
        name: series.name().to_owned(),
        is_index: series.is_index(),
        base,
        event,
        change,
        to_end,
        cells,
    }
}

/// Rows without a value stand last in either direction; equal ones keep the order of their names.
fn compare(a: &TableRow, b: &TableRow, sort: Sort) -> Ordering {
    let order = match sort.column {
        Column::Name => directed(Some(a.name.to_lowercase()), Some(b.name.to_lowercase()), sort, Ord::cmp),
        Column::BaseDate => {
            directed(a.base.map(|base| base.date), b.base.map(|base| base.date), sort, Ord::cmp)
        }
        Column::BaseClose => {
            directed(a.base.map(|base| base.close), b.base.map(|base| base.close), sort, f64::total_cmp)
        }
        Column::EventClose => {
            directed(a.event.map(|(_, close)| close), b.event.map(|(_, close)| close), sort, f64::total_cmp)
        }
        Column::Change => directed(a.change, b.change, sort, f64::total_cmp),
        Column::ToEnd => directed(a.to_end, b.to_end, sort, f64::total_cmp),
    };
    order.then_with(|| a.name.cmp(&b.name)).then_with(|| a.id.cmp(&b.id))
}

fn directed<T>(a: Option<T>, b: Option<T>, sort: Sort, order: impl Fn(&T, &T) -> Ordering) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) if sort.ascending => order(&a, &b),
        (Some(a), Some(b)) => order(&b, &a),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}

/// The table as lines of cells between tabs: dates in ISO form and plain numbers, so that a
/// spreadsheet in any language takes them; moves in per cent with two decimals.
pub(super) fn tab_separated(rows: &[TableRow], words: &Words) -> String {
    let mut text = Column::ALL.map(|column| words.text(heading(column))).join("\t");
    text.push('\n');
    for row in rows {
        let number = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
        let percent =
            |share: Option<f64>| share.map(|share| format!("{:.2}", share * 100.0)).unwrap_or_default();
        let cells = [
            row.name.replace(['\t', '\n', '\r'], " "),
            row.base.map(|base| plain_day(words, base.date)).unwrap_or_default(),
            number(row.base.map(|base| base.close)),
            number(row.event.map(|(_, close)| close)),
            percent(row.change),
            percent(row.to_end),
        ];
        text.push_str(&cells.join("\t"));
        text.push('\n');
    }
    text
}

/// A date in ISO form; a counted row in words, because its number alone would be taken for one.
fn plain_day(words: &Words, date: Date) -> String {
    if row_of(date).is_some() { day_text(words, date, DateStyle::Short) } else { date.to_string() }
}

/// Key of a column's header where the cells are plain numbers and the header says the unit.
fn heading(column: Column) -> &'static str {
    match column {
        Column::Change => "app-column-change-percent",
        Column::ToEnd => "app-column-to-end-percent",
        Column::Name | Column::BaseDate | Column::BaseClose | Column::EventClose => column.label(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::sample_app;
    use crate::app::{Command, EventCommand, SettingCommand};

    fn ids(rows: &[TableRow]) -> Vec<&str> {
        rows.iter().map(|row| row.id.as_str()).collect()
    }

    #[test]
    fn the_largest_fall_stands_first() {
        let app = sample_app();
        let rows = app.table();
        assert_eq!(rows.len(), app.data().series.len());
        assert_eq!(ids(&rows).first(), Some(&"VRT"));
        assert!(rows.windows(2).all(|pair| pair[0].change <= pair[1].change));
    }

    #[test]
    fn rows_without_a_value_stand_last_either_way() {
        let mut app = sample_app();
        // Amsterdam's series ends in January: it has no session near an event in March.
        let event = jiff::civil::date(2025, 3, 3);
        app.apply(Command::Event(EventCommand::SetDate(event)));
        for ascending in [true, false] {
            for column in [Column::Change, Column::BaseClose, Column::EventClose, Column::BaseDate] {
                app.apply(Command::Setting(SettingCommand::Sort(column, ascending)));
                assert_eq!(ids(&app.table()).last(), Some(&"ASML.AS"), "{column:?} {ascending}");
            }
        }
    }

    #[test]
    fn sorting_by_a_column_orders_its_values() {
        let mut app = sample_app();
        for column in Column::ALL {
            app.apply(Command::Setting(SettingCommand::Sort(column, true)));
            let up = app.table();
            app.apply(Command::Setting(SettingCommand::Sort(column, false)));
            let down = app.table();
            assert_eq!(up.len(), down.len());
            if column == Column::Name {
                let names: Vec<String> = up.iter().map(|row| row.name.to_lowercase()).collect();
                assert!(names.is_sorted());
                assert_eq!(ids(&up), ids(&down).into_iter().rev().collect::<Vec<_>>());
            }
            if column == Column::ToEnd {
                assert!(
                    up.windows(2).all(|pair| pair[1].to_end.is_none() || pair[0].to_end <= pair[1].to_end)
                );
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
        assert_eq!(nvda.base.map(|base| base.date), first);
        assert_eq!((nvda.event, nvda.change), (None, None));
        assert_eq!(nvda.cell(Column::Change), app.words().text("app-cell-empty"));
        assert!(nvda.to_end.is_some());
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
