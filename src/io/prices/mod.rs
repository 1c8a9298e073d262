//! Tables of prices to series: which column is which, which rows hold, and what is doubtful.
//!
//! A row is read whole or left out and named; nothing is filled in. `layout` tells the columns
//! apart, with `panel` for several instruments and `unnamed` for tables without names; `matrix`
//! turns tables with dates across into rows; `names` finds what a series is called, `chosen` takes
//! over what the user says that it is; `doubts` looks at the prices once they are in order.

mod bar;
mod beside;
mod chosen;
mod companions;
mod doubts;
mod hearing;
mod identity;
mod keys;
mod layout;
mod matrix;
mod measure;
mod names;
mod panel;
mod rows;
mod signs;
mod unnamed;
mod values;

use std::sync::Arc;

use rayon::prelude::*;

use super::columns;
use super::control::Control;
use super::dates::{self, Dates, Week};
use super::error::{ContentProblem, Stop};
use super::frame;
use super::grid::Grid;
use super::numbers::{self, Format, Mark};
use super::outline::{self, Glimpse};
use super::report::{Report, cell_evidence};
use super::table::Table;
use crate::model::{Bars, Columns, Decision, Message, Overrides, Role, SeriesInfo, Stamp, Step, WarningKind};
use layout::Layout;
use rows::Reading;

pub(super) use beside::{Beside, beside};
pub(super) use matrix::straightened;
pub(super) use measure::Measure;
pub(super) use names::Naming;

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

/// Series of a table of prices, in the order in which the file names them. `naming` names a series
/// that the table does not.
pub(super) fn read(
    table: &Table,
    naming: Naming,
    overrides: &Overrides,
    report: &mut Report,
    control: &Control,
) -> Result<Read, Stop> {
    Reading::of(table).refuse_mostly_broken(table)?;
    let layout = layout::find(table, naming, overrides, report)?;
    let dates = match layout.date {
        Some(date) => columns::dates(table, date, layout.time, overrides, report),
        None => numbered(table, report),
    };
    let marks = decide_marks(table, &layout, overrides, report);
    control.check()?;
    let reading = rows::read(table, &layout, &dates, &marks, report, control)?;
    reading.refuse_mostly_broken(table)?;
    tell_order(table, &layout, &reading, report);
    let series = arranged(table, naming, &layout, &reading, overrides, report, control)?;
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

/// Decides how the numbers of each column of values are written, the closes first. Columns that become no
/// series still tell how the file writes its numbers.
fn decide_marks(table: &Table, layout: &Layout, overrides: &Overrides, report: &mut Report) -> Vec<Format> {
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
            let survey = if volumes.contains(column) { survey.of_counts() } else { survey };
            (table.name(*column), if columns.contains(column) { survey } else { survey.aside() })
        })
        .collect();
    let forced = overrides.get(Decision::Decimal).and_then(Mark::parse);
    let marks = numbers::decide(&surveys, table.has_semicolons, forced, report);
    let mut by_column = vec![Format::default(); table.names.len()];
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
    naming: Naming,
    layout: &Layout,
    reading: &Reading,
    overrides: &Overrides,
    report: &mut Report,
    control: &Control,
) -> Result<Vec<(SeriesInfo, Arc<Bars>)>, Stop> {
    let mut arranged = frame::arrange(&reading.rows, |series| Reading::present(layout, series))?;
    for duplicate in &arranged.duplicates {
        let message = Message::new("io-duplicate-date")
            .with("date", duplicate.stamp.as_str())
            .with("series", reading.name(duplicate.series))
            .with("kept", duplicate.kept.to_string());
        report.warn(Some(duplicate.line), WarningKind::Duplicate, message);
    }
    control.check()?;
    let returns = measured(table, layout, reading, &mut arranged, overrides, report);
    let currencies = identity::currencies(table, layout, reading);
    let is_alone = reading.names.len() == 1;
    let said = naming.role().filter(|_| is_alone && !reading.is_named);
    let is_above_index = identity::is_above_index(&table.title, is_alone);
    let mut series = Vec::with_capacity(arranged.series.len());
    for (index, (mut columns, lines)) in arranged.series {
        let own = reading.name(index);
        let name = reading.full_names.get(index as usize).cloned().flatten();
        let chosen = overrides.get(Decision::Name).filter(|_| is_alone);
        let role = said.unwrap_or_else(|| identity::role(chosen.unwrap_or(own), name.as_deref()));
        let role = if role == Role::Stock && is_above_index { Role::Index } else { role };
        let is_level = returns.contains(&index);
        if !is_level {
            signs::settle(own, &mut columns, &lines, report);
            doubts::look(own, &columns, role == Role::Index, &lines, report);
        }
        if index == 0 {
            tell_week(&columns.stamps, report);
        }
        let bars =
            Bars::new(columns).map_err(|error| ContentProblem::Arrange { reason: error.to_string() })?;
        if index == 0 {
            tell_step(&bars, report);
        }
        let info = SeriesInfo {
            series: chosen.unwrap_or(own).to_owned(),
            name,
            role,
            currency: currencies.get(index as usize).cloned().flatten().filter(|_| !is_level),
            ..SeriesInfo::default()
        };
        series.push((info, Arc::new(bars)));
    }
    identity::tell_identity(table, reading, overrides, &series, report);
    chosen::apply(&mut series, reading.name(0), overrides, report);
    Ok(series)
}

/// Finds the series that are returns rather than prices, compounds them, and tells it; their indices.
fn measured(
    table: &Table,
    layout: &Layout,
    reading: &Reading,
    arranged: &mut frame::Arranged,
    overrides: &Overrides,
    report: &mut Report,
) -> Vec<u32> {
    let forced = overrides.get(Decision::Measure).and_then(Measure::parse);
    if forced == Some(Measure::Prices) {
        return Vec::new();
    }
    let is_of_returns =
        |(_, (columns, _)): &(&u32, &(Columns, Vec<u64>))| forced.is_some() || measure::are_returns(columns);
    let found: Vec<u32> = arranged.series.iter().filter(is_of_returns).map(|(index, _)| *index).collect();
    if found.is_empty() {
        return found;
    }
    let close = layout.close().unwrap_or_default();
    let has_sign = table.sample(close).iter().any(|cell| cell.ends_with('%'));
    let series = found.iter().filter_map(|index| arranged.series.get(index).map(|(columns, _)| columns));
    let named: Vec<String> = found.iter().map(|index| reading.name(*index).to_owned()).collect();
    let words = || {
        named
            .iter()
            .map(String::as_str)
            .chain(table.title.iter().map(String::as_str))
            .chain([table.name(close)])
    };
    let measure = forced.unwrap_or_else(|| measure::of_returns(series, words(), has_sign));
    let is_certain = forced.is_some() || words().any(measure::is_name_of_returns);
    measure::tell(measure, &named, is_certain, table.record(0).line, report);
    for index in &found {
        if let Some((columns, _)) = arranged.series.get_mut(index) {
            measure::compound(measure, columns);
        }
    }
    found
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

/// Says how far apart the rows of a series stand where they are no days, and which days each is of.
fn tell_step(bars: &Bars, report: &mut Report) {
    let cadence = bars.cadence();
    let is_intraday = bars.len() > bars.days().len()
        && matches!(bars.columns().stamps.first(), Some(Stamp::Local(_) | Stamp::Utc { .. }))
        && bars.has_dates();
    let value = match cadence.step {
        Step::Daily | Step::Other if is_intraday => "intraday",
        Step::Daily | Step::Other => return,
        step => step.name(),
    };
    let Some((last, _)) = bars.days().last() else { return };
    let evidence = if is_intraday && !cadence.step.is_coarse() {
        Message::new("io-evidence-intraday").with("count", bars.len()).with("days", bars.days().len())
    } else {
        let [from, to] = cadence.span(*last);
        Message::new("io-evidence-step")
            .with("count", bars.days().len())
            .with("date", last.to_string())
            .with("from", from.to_string())
            .with("to", to.to_string())
    };
    // Whether a week is dated by its first day or its last is a custom; a month has one reading.
    report.assume("step", value, evidence, cadence.step != Step::Weekly);
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
        report.assume("order", value, cell_evidence(line, cell), value != "mixed");
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
