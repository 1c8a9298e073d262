//! What the printed table says: its columns, the words in their cells, and the order of its rows.
//!
//! The index stands first, then the largest fall; series without a move stand last. Widths and
//! places are not its concern.

use jiff::civil::Date;

use super::columns::{Cell, StudyColumn as Column};
use super::draft::Draft;
use super::groups::Grouping;
use super::lines::base_of;
use super::looks::Standing;
use super::moves::{Row, rows, value_text};
use super::session_axis::{shown_dates, shown_sessions};
use crate::study::Base;
use crate::study::moves::{change_to, last_on_or_before};
use crate::text::{Arg, DateStyle};

/// Columns of a table for which none are asked.
const STANDARD: [Column; 9] = [
    Column::Name,
    Column::Ticker,
    Column::BaseDate,
    Column::BaseClose,
    Column::EventClose,
    Column::Move,
    Column::ToEnd,
    Column::ValueLost,
    Column::Reported,
];

/// Those that go where there is no room, the first to go first. Name and move always stay, and so
/// does what was asked for.
pub(super) const DROPPED: [Column; 7] = [
    Column::BaseDate,
    Column::Ticker,
    Column::EventClose,
    Column::BaseClose,
    Column::ToEnd,
    Column::ValueLost,
    Column::Reported,
];

/// Decimals of a return in per cent.
const DECIMALS: usize = 1;

/// A column with its words.
pub(super) struct Filled {
    /// Which column.
    pub column: Column,
    /// Its header.
    pub header: String,
    /// One cell a row.
    pub cells: Vec<Cell>,
}

/// All that the table can say.
pub(super) struct Contents<'a> {
    /// Rows from the top down.
    pub rows: Vec<Row<'a>>,
    /// Columns that have something to say, in reading order.
    pub columns: Vec<Filled>,
    /// Whether the columns were asked for.
    pub asked: bool,
}

/// A line under the headers.
pub(super) enum Entry {
    /// The heading of a group.
    Heading(String),
    /// A row, by its place.
    Row(usize),
}

/// The dates of a row.
struct Facts {
    base: Option<Base>,
    /// The event's session, without an event the last one shown.
    close: Option<(Date, f64)>,
}

impl<'a> Contents<'a> {
    /// The table of a draft's scene and view.
    pub fn of(draft: &Draft<'a>) -> Self {
        let shown = shown_dates(
            &draft.scene.analysis.sessions,
            shown_sessions(&draft.scene.analysis.sessions, draft.view),
        );
        let mut rows = rows(draft);
        if draft.event().is_none() {
            for row in &mut rows {
                let change = since(draft, row, shown);
                row.change_pct = change.map(|share| share * 100.0);
            }
        }
        let rank = |row: &Row<'_>| row.change_pct.unwrap_or(f64::INFINITY);
        let is_index = |row: &Row<'_>| row.look.standing == Standing::Index;
        rows.sort_by(|a, b| is_index(b).cmp(&is_index(a)).then(rank(a).total_cmp(&rank(b))));
        if let Some(group) = grouping(draft, &rows) {
            rows.sort_by_cached_key(|row| group.of(draft.scene.words, row.series));
        }
        let mut contents = Self { rows, columns: Vec::new(), asked: !draft.view.columns.is_empty() };
        contents.fill(draft, shown);
        contents
    }

    /// The same with those rows alone.
    pub fn cut(&mut self, draft: &Draft<'a>, keep: impl FnOnce(Vec<Row<'a>>) -> Vec<Row<'a>>) {
        self.rows = keep(std::mem::take(&mut self.rows));
        let sessions = &draft.scene.analysis.sessions;
        let shown = shown_dates(sessions, shown_sessions(sessions, draft.view));
        self.fill(draft, shown);
    }

    /// Rows from the top down, with the headings of their groups.
    pub fn entries(&self, draft: &Draft<'_>) -> Vec<Entry> {
        let group = grouping(draft, &self.rows);
        let mut entries = Vec::new();
        let mut last = None;
        for (place, row) in self.rows.iter().enumerate() {
            let own = group.map(|group| group.of(draft.scene.words, row.series));
            if let Some((_, heading)) = own.clone().filter(|_| own != last) {
                entries.push(Entry::Heading(heading));
            }
            last = own;
            entries.push(Entry::Row(place));
        }
        entries
    }

    fn fill(&mut self, draft: &Draft<'_>, shown: Option<(Date, Date)>) {
        let facts: Vec<Facts> = self.rows.iter().map(|row| facts(draft, row, shown)).collect();
        let one = |dates: Vec<Date>| {
            let first = dates.first().copied();
            first.filter(|first| dates.iter().all(|date| date == first))
        };
        let base_date = one(facts.iter().filter_map(|facts| Some(facts.base?.date)).collect());
        let close_date = one(facts.iter().filter_map(|facts| Some(facts.close?.0)).collect());
        let columns = wanted(draft).into_iter().map(|column| Filled {
            column,
            header: header(draft, column, [base_date, close_date], shown),
            cells: self.rows.iter().zip(&facts).map(|(row, facts)| cell(draft, column, row, facts)).collect(),
        });
        let asked = self.asked;
        let tells = |filled: &Filled| match filled.column {
            _ if asked => true,
            // One date for all stands in the header of its close.
            Column::BaseDate => base_date.is_none() && filled.cells.iter().any(|cell| !cell.text.is_empty()),
            _ => filled.cells.iter().any(|cell| !cell.text.is_empty()),
        };
        self.columns = columns.filter(tells).collect();
    }
}

/// The columns that are asked for, behind the names; else those of every table.
fn wanted(draft: &Draft<'_>) -> Vec<Column> {
    let asked = &draft.view.columns;
    if asked.is_empty() {
        return STANDARD.to_vec();
    }
    let mut columns = vec![Column::Name];
    for column in asked {
        if !columns.contains(column) {
            columns.push(*column);
        }
    }
    columns
}

/// What the rows are grouped by, where that tells them apart.
fn grouping(draft: &Draft<'_>, rows: &[Row<'_>]) -> Option<Grouping> {
    draft.view.group.filter(|group| group.tells(rows.iter().map(|row| row.series)))
}

fn since(draft: &Draft<'_>, row: &Row<'_>, shown: Option<(Date, Date)>) -> Option<f64> {
    let (_, last) = shown?;
    let base = base(draft, row)?;
    change_to(row.series, &base, last).map(|(_, share)| share)
}

fn base(draft: &Draft<'_>, row: &Row<'_>) -> Option<Base> {
    let sessions = &draft.scene.analysis.sessions;
    base_of(&draft.scene, row.series, shown_sessions(sessions, draft.view))
}

fn facts(draft: &Draft<'_>, row: &Row<'_>, shown: Option<(Date, Date)>) -> Facts {
    let close = match draft.event() {
        Some(_) => draft.scene.analysis.move_of(&row.series.id).and_then(|found| found.event),
        None => shown.and_then(|(_, last)| last_on_or_before(&row.series.bars, last)),
    };
    Facts { base: base(draft, row), close }
}

fn header(
    draft: &Draft<'_>,
    column: Column,
    [base, close]: [Option<Date>; 2],
    shown: Option<(Date, Date)>,
) -> String {
    let event = draft.event().is_some();
    let dated = |key: &str, date: Date| {
        let date = draft.date(date, DateStyle::Day);
        draft.say(key, &[("date", Arg::Text(&date))])
    };
    match column {
        Column::BaseDate if !event => draft.text("chart-table-first-date"),
        Column::BaseClose => match base {
            Some(date) => dated("chart-table-close", date),
            None if event => draft.text(column.header()),
            None => draft.text("chart-table-first-close"),
        },
        Column::EventClose => match close {
            Some(date) => dated("chart-table-close", date),
            None if event => draft.text(column.header()),
            None => draft.text("chart-table-last-close"),
        },
        Column::Move if !event => draft.text("chart-table-change"),
        Column::ToEnd => {
            shown.map_or_else(|| draft.text(column.header()), |(_, last)| dated("chart-table-since", last))
        }
        _ => draft.text(column.header()),
    }
}

fn cell(draft: &Draft<'_>, column: Column, row: &Row<'_>, facts: &Facts) -> Cell {
    let words = draft.scene.words;
    let event = draft.event().is_some();
    match column {
        // The last close shown, and the change up to it, are what a table without an event is of.
        Column::EventClose if !event => facts.close.map_or_else(Cell::default, |(_, close)| Cell {
            text: words.price(close),
            unit: row.series.info.currency.clone().filter(|_| !row.series.is_index()).unwrap_or_default(),
            ..Cell::default()
        }),
        Column::ToEnd if !event => Cell::default(),
        Column::Move => Cell { text: value_text(draft, row), ..Cell::default() },
        _ => {
            let cell = column.cell(&draft.scene, draft.view, row.series, DECIMALS);
            // A mark stands behind the numbers, which end on one vertical.
            match cell.text.strip_suffix('*') {
                Some(text) => Cell { text: text.to_owned(), unit: "*".to_owned(), ..cell },
                None => cell,
            }
        }
    }
}
