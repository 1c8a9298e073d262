//! Tables of prices to series: which column is which, which rows hold, and what is doubtful.
//!
//! A row is read whole or left out and named; nothing is filled in. `layout` tells the columns
//! apart, with `panel` for several instruments and `unnamed` for tables without names; `matrix`
//! turns tables with dates across into rows; `names` finds what a series is called; `doubts` looks
//! at the prices once they are in order.

mod doubts;
mod layout;
mod matrix;
mod names;
mod panel;
mod rows;
mod unnamed;

use std::sync::Arc;

use rayon::prelude::*;

use super::columns;
use super::control::Control;
use super::dates::{self, Dates, Week};
use super::error::{ContentProblem, Stop};
use super::frame;
use super::grid::Grid;
use super::header;
use super::numbers::{self, Mark};
use super::outline::{self, Glimpse};
use super::report::{Report, cell_evidence};
use super::table::Table;
use crate::model::{Bars, Decision, Message, Overrides, Role, SeriesInfo, Stamp, WarningKind};
use layout::Layout;
use rows::Reading;

pub(super) use matrix::straightened;

/// What a table of prices gave, and where.
#[derive(Debug)]
pub(super) struct Read {
    pub series: Vec<(SeriesInfo, Arc<Bars>)>,
    /// Column of the dates.
    pub date: Option<usize>,
    /// Column of the first close.
    pub close: Option<usize>,
    /// What was read on the lines that are shown.
    pub glimpses: Vec<Glimpse>,
}

/// Series of a table of prices, in the order in which the file names them. `stem` names a series
/// that the file does not.
pub(super) fn read(
    table: &Table,
    stem: &str,
    overrides: &Overrides,
    report: &mut Report,
    control: &Control,
) -> Result<Read, Stop> {
    Reading::of(table).refuse_mostly_broken(table)?;
    let layout = layout::find(table, stem, overrides, report)?;
    let dates = match layout.date {
        Some(date) => columns::dates(table, date, layout.time, overrides, report),
        None => numbered(table, report),
    };
    let marks = decide_marks(table, &layout, overrides, report);
    control.check()?;
    let reading = rows::read(table, &layout, &dates, &marks, report, control)?;
    reading.refuse_mostly_broken(table)?;
    tell_order(table, &layout, &reading, report);
    let series = arranged(table, &layout, &reading, overrides, report, control)?;
    if series.is_empty() {
        return Err(ContentProblem::NoNumbers.into());
    }
    let shown = outline::shown_lines(table, report);
    Ok(Read {
        series,
        date: layout.date.map(|date| date.column),
        close: layout.close(),
        glimpses: reading.glimpses(&shown),
    })
}

/// The rows counted from one, as dates that none is.
fn numbered(table: &Table, report: &mut Report) -> Dates {
    let line = table.record(0).line;
    let evidence = Message::new("io-evidence-no-dates");
    report.assume("date_order", "index", evidence, true);
    report.warn(Some(line), WarningKind::Ambiguous, Message::new("io-rows-numbered"));
    Dates::numbered(table.len())
}

/// Decides the decimal mark of each column of values, the closes first. Columns that become no
/// series still tell how the file writes its numbers.
fn decide_marks(table: &Table, layout: &Layout, overrides: &Overrides, report: &mut Report) -> Vec<Mark> {
    let columns = layout.values();
    let volumes = layout.volumes();
    let is_other = |column: &usize| {
        !columns.contains(column)
            && layout.date.is_none_or(|date| date.column != *column)
            && layout.time != Some(*column)
            && table.is_numeric(*column)
    };
    let others: Vec<usize> = (0..table.names.len()).filter(is_other).collect();
    let all: Vec<usize> = columns.iter().chain(&others).copied().collect();
    let surveys: Vec<_> = all
        .par_iter()
        .map(|column| {
            let survey = table.survey(*column);
            (table.name(*column), if volumes.contains(column) { survey.of_counts() } else { survey })
        })
        .collect();
    let forced = overrides.get(Decision::Decimal).and_then(Mark::parse);
    let marks = numbers::decide(&surveys, table.has_semicolons, forced, report);
    let mut by_column = vec![Mark::default(); table.names.len()];
    for (column, mark) in columns.into_iter().zip(marks) {
        if let Some(place) = by_column.get_mut(column) {
            *place = mark;
        }
    }
    by_column
}

/// Series with their rows in order, and what is doubtful about them.
fn arranged(
    table: &Table,
    layout: &Layout,
    reading: &Reading,
    overrides: &Overrides,
    report: &mut Report,
    control: &Control,
) -> Result<Vec<(SeriesInfo, Arc<Bars>)>, Stop> {
    let arranged = frame::arrange(&reading.rows, |series| Reading::present(layout, series))?;
    for duplicate in &arranged.duplicates {
        let message = Message::new("io-duplicate-date")
            .with("date", duplicate.stamp.as_str())
            .with("series", reading.name(duplicate.series))
            .with("kept", duplicate.kept.to_string());
        report.warn(Some(duplicate.line), WarningKind::Duplicate, message);
    }
    control.check()?;
    let currency = currency(table, layout);
    let is_alone = reading.names.len() == 1;
    let mut series = Vec::with_capacity(arranged.series.len());
    for (index, (columns, lines)) in arranged.series {
        let own = reading.name(index);
        doubts::look(own, &columns, &lines, report);
        if index == 0 {
            tell_week(&columns.stamps, report);
        }
        let bars =
            Bars::new(columns).map_err(|error| ContentProblem::Arrange { reason: error.to_string() })?;
        let name = reading.full_names.get(index as usize).cloned().flatten();
        let chosen = overrides.get(Decision::Name).filter(|_| is_alone);
        let role = role(chosen.unwrap_or(own), name.as_deref());
        let info = SeriesInfo {
            series: chosen.unwrap_or(own).to_owned(),
            name,
            role,
            currency: currency.clone(),
            ..SeriesInfo::default()
        };
        series.push((info, Arc::new(bars)));
    }
    tell_identity(table, reading, overrides, &series, report);
    Ok(series)
}

/// Index, future or stock, by what a series is called.
fn role(series: &str, name: Option<&str>) -> Role {
    let all = || std::iter::once(series).chain(name);
    let is_future = |name: &str| {
        let name = name.to_lowercase();
        name.ends_with("=f") || name.split_whitespace().any(|word| word == "futures" || word == "future")
    };
    if all().any(is_future) {
        Role::Future
    } else if all().any(header::is_index_name) {
        Role::Index
    } else {
        Role::Stock
    }
}

/// Says what a series was called and whether it was taken for an index.
fn tell_identity(
    table: &Table,
    reading: &Reading,
    overrides: &Overrides,
    series: &[(SeriesInfo, Arc<Bars>)],
    report: &mut Report,
) {
    let evidence = |key| Message::new(key);
    if let [(info, _)] = series {
        let key = match overrides.get(Decision::Name) {
            Some(_) => "io-evidence-chosen",
            None if reading.is_named => "io-evidence-named-inside",
            None => "io-evidence-file-name",
        };
        report.assume("name", info.series.clone(), evidence(key), true);
    }
    let is_index = |(info, _): &&(SeriesInfo, Arc<Bars>)| info.role == Role::Index;
    let indexes: Vec<&str> = series.iter().filter(is_index).map(|(info, _)| info.series.as_str()).collect();
    if let Some(first) = indexes.first() {
        let message = Message::new("io-evidence-index-name").with("name", *first);
        let each = || indexes.iter().map(|name| format!("{name}=index")).collect::<Vec<_>>().join("; ");
        let value = if series.len() == 1 { "index".to_owned() } else { each() };
        report.assume("role", value, message, true);
    }
    if let Some(currency) = series.first().and_then(|(info, _)| info.currency.as_deref()) {
        let line = table.header_line.unwrap_or(1);
        let message = Message::new("io-evidence-currency").with("line", line.to_string());
        report.assume("currency", currency, message, true);
    }
}

/// The currency that the name of the close, a line above the table or a column of its own tells.
fn currency(table: &Table, layout: &Layout) -> Option<String> {
    let by_name = layout.close().and_then(|close| header::currency(table.name(close)));
    let heads = || {
        let close = layout.close().and_then(|close| table.heads.get(close))?;
        close.iter().filter(|_| close.len() > 1).find_map(|cell| header::currency(cell))
    };
    let by_column = || {
        let named = |column: &usize| {
            ["currency", "devise", "waehrung", "währung", "moneda", "valuta", "ccy"]
                .contains(&header::plain(table.name(*column)).as_str())
        };
        let column = (0..table.names.len()).find(named)?;
        let cells = table.sample(column);
        let first = cells.first()?;
        cells.iter().all(|cell| cell == first).then(|| header::currency(first)).flatten()
    };
    let above = || {
        table.title.iter().filter(|line| line.chars().count() < 60).find_map(|line| header::currency(line))
    };
    by_name.or_else(heads).or_else(by_column).or_else(above).map(str::to_owned)
}

/// Says on which days of the week a daily series has rows.
fn tell_week(stamps: &[Stamp], report: &mut Report) {
    let days: Vec<_> = stamps
        .iter()
        .filter_map(|stamp| match stamp {
            Stamp::Day(day) => Some(*day),
            _ => None,
        })
        .collect();
    if days.len() < 10 || days.len() < stamps.len() {
        return;
    }
    let span = match (days.first(), days.last()) {
        (Some(first), Some(last)) => (*last - *first).get_days(),
        _ => return,
    };
    // Weeks, months and quarters have no days of rest.
    if f64::from(span) > 2.5 * days.len() as f64 {
        return;
    }
    let value = match dates::week(days.iter().copied()) {
        Week::MondayToFriday => "mon-fri",
        Week::SundayToThursday => "sun-thu",
        Week::EveryDay => "daily",
        Week::Other => return,
    };
    let evidence = Message::new("io-evidence-week").with("count", days.len());
    report.assume("week", value, evidence, true);
}

/// Says in which order the rows of each series stand.
fn tell_order(table: &Table, layout: &Layout, reading: &Reading, report: &mut Report) {
    let Some(date) = layout.date else { return };
    let mut last: Vec<Option<Stamp>> = vec![None; reading.names.len()];
    let (mut rises, mut falls) = (0_usize, 0_usize);
    let (mut first, mut first_fall) = (None, None);
    let rows = &reading.rows;
    for ((series, stamp), line) in rows.series.iter().zip(&rows.stamps).zip(&rows.lines) {
        first = first.or(Some(*line));
        let Some(before) = last.get_mut(*series as usize) else { continue };
        match before.map(|before| before.civil().cmp(&stamp.civil())) {
            Some(std::cmp::Ordering::Less) => rises += 1,
            Some(std::cmp::Ordering::Greater) => {
                falls += 1;
                first_fall = first_fall.or(Some(*line));
            }
            _ => {}
        }
        *before = Some(*stamp);
    }
    let value = match (rises, falls) {
        (_, 0) => "ascending",
        (0, _) => "descending",
        _ => "mixed",
    };
    if let Some(line) = first_fall.or(first) {
        let cell = table.record_on(line).cell(date.column);
        report.assume("order", value, cell_evidence(line, cell), true);
    }
}

/// A grid of one close a date: what a table with dates across, or of days by months, is turned
/// into.
pub(super) fn long_grid(rows: &[(u64, String, String)], name: &str) -> Grid {
    let mut grid = Grid::default();
    for cell in ["Date", name] {
        grid.push(cell);
    }
    grid.end_row(rows.first().map_or(1, |(line, ..)| line.saturating_sub(1).max(1)));
    for (line, date, value) in rows {
        grid.push(date);
        grid.push(value);
        grid.end_row(*line);
    }
    grid
}

#[cfg(test)]
mod tests;
