//! Tables of prices to series: which column is which, which rows hold, and what is doubtful.
//!
//! A row is read whole or left out and named; nothing is filled in.

mod layout;

use std::collections::HashMap;
use std::sync::Arc;

use super::columns;
use super::control::Control;
use super::dates::Dates;
use super::error::{ContentProblem, Stop};
use super::frame::{self, Rows};
use super::numbers::{self, Cell, Mark};
use super::report::{Report, cell_evidence, short};
use super::table::{Record, Table};
use crate::model::{Bars, Columns, Message, SeriesInfo, Stamp, WarningKind};
use layout::{Layout, Shape};

/// Series of a table of prices, in the order in which the file names them. `stem` names a series
/// that the file does not.
pub(super) fn read(
    table: &Table,
    stem: &str,
    report: &mut Report,
    control: &Control,
) -> Result<Vec<(SeriesInfo, Arc<Bars>)>, Stop> {
    refuse_mostly_broken(table, &Reading::of(table))?;
    let layout = layout::find(table, stem, report)?;
    let dates = columns::dates(table, layout.date, layout.time, report);
    let marks = decide_marks(table, &layout, report);
    control.check()?;
    let reading = rows(table, &layout, &dates, &marks, report, control)?;
    refuse_mostly_broken(table, &reading)?;
    tell_order(table, layout.date, &dates, report);
    let arranged = frame::arrange(&reading.rows, layout.present())?;
    for duplicate in &arranged.duplicates {
        let message = Message::new("io-duplicate-date")
            .with("date", duplicate.stamp.as_str())
            .with("series", reading.name(duplicate.series))
            .with("kept", duplicate.kept.to_string());
        report.warn(Some(duplicate.line), WarningKind::Duplicate, message);
    }
    control.check()?;
    let mut series = Vec::with_capacity(arranged.series.len());
    for (index, (columns, lines)) in arranged.series {
        let name = reading.name(index);
        warn_inconsistent(name, &columns, &lines, report);
        let bars =
            Bars::new(columns).map_err(|error| ContentProblem::Arrange { reason: error.to_string() })?;
        let full_name = reading.full_names.get(index as usize).cloned().flatten();
        let info = SeriesInfo { series: name.to_owned(), name: full_name, ..SeriesInfo::default() };
        series.push((info, Arc::new(bars)));
    }
    if series.is_empty() { Err(ContentProblem::NoNumbers.into()) } else { Ok(series) }
}

/// Rows that hold, the names of their series, and how many rows fail.
#[derive(Default)]
struct Reading {
    rows: Rows,
    names: Vec<String>,
    full_names: Vec<Option<String>>,
    /// Index of each name; looked up only, never walked.
    places: HashMap<String, u32>,
    bad: usize,
    /// Line and cell of the failing row that stands first.
    first_bad: Option<(u64, String)>,
}

impl Reading {
    /// No row read yet; those of the wrong length have failed already.
    fn of(table: &Table) -> Self {
        Self { bad: table.ragged, first_bad: table.first_ragged.clone(), ..Self::default() }
    }

    fn name(&self, series: u32) -> &str {
        self.names.get(series as usize).map_or("", String::as_str)
    }

    /// Index of the series of that name, a new one if it is not known yet.
    fn series(&mut self, name: &str, full_name: Option<&str>) -> u32 {
        if let Some(place) = self.places.get(name) {
            return *place;
        }
        let place = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        self.places.insert(name.to_owned(), place);
        self.names.push(name.to_owned());
        self.full_names.push(full_name.filter(|full| !full.is_empty()).map(str::to_owned));
        place
    }

    fn fail(&mut self, line: u64, cell: &str) {
        self.bad += 1;
        if self.first_bad.as_ref().is_none_or(|(first, _)| line < *first) {
            self.first_bad = Some((line, short(cell)));
        }
    }

    fn push(&mut self, series: u32, stamp: Stamp, line: u64, values: [f64; 6]) {
        self.rows.series.push(series);
        self.rows.stamps.push(stamp);
        self.rows.lines.push(line);
        for (column, value) in self.rows.values.iter_mut().zip(values) {
            column.push(value);
        }
    }
}

/// Decides the decimal mark of each value column, the close first.
fn decide_marks(table: &Table, layout: &Layout, report: &mut Report) -> Vec<(usize, Mark)> {
    let columns = layout.values();
    let surveys: Vec<_> = columns
        .iter()
        .map(|column| {
            let survey = table.survey(*column);
            let is_volume = layout.volume() == Some(*column);
            (table.name(*column), if is_volume { survey.of_counts() } else { survey })
        })
        .collect();
    let marks = numbers::decide(&surveys, table.delimiter == ';', report);
    columns.into_iter().zip(marks).collect()
}

fn rows(
    table: &Table,
    layout: &Layout,
    dates: &Dates,
    marks: &[(usize, Mark)],
    report: &mut Report,
    control: &Control,
) -> Result<Reading, Stop> {
    let mut reading = Reading::of(table);
    let mut empty: Option<(u64, usize)> = None;
    for (at, (record, stamp)) in table.records.iter().zip(&dates.stamps).enumerate() {
        if at % 4096 == 0 {
            control.check()?;
        }
        let Some(stamp) = *stamp else {
            let cell = record.cell(layout.date);
            let message = Message::new("io-bad-date").with("cell", short(cell));
            report.warn(Some(record.line), WarningKind::Date, message);
            reading.fail(record.line, cell);
            continue;
        };
        let kept = match &layout.shape {
            Shape::Wide { columns } => {
                wide_row(table, record, stamp, (columns.as_slice(), marks), &mut reading, report)
            }
            Shape::Instrument { .. } => one_row(table, layout, record, stamp, marks, &mut reading, report),
        };
        if !kept {
            let (_, count) = empty.get_or_insert((record.line, 0));
            *count += 1;
        }
    }
    if let Some((line, count)) = empty {
        let message = Message::new("io-rows-without-value").with("count", count);
        report.warn(Some(line), WarningKind::Skipped, message);
    }
    Ok(reading)
}

/// Reads a row of one instrument; `false` when it holds no value at all.
fn one_row(
    table: &Table,
    layout: &Layout,
    record: &Record,
    stamp: Stamp,
    marks: &[(usize, Mark)],
    reading: &mut Reading,
    report: &mut Report,
) -> bool {
    let Shape::Instrument { symbol, full_name, columns, name } = &layout.shape else { return false };
    let series = match symbol {
        None => reading.series(name, None),
        Some(symbol) => {
            let ticker = record.cell(*symbol);
            if ticker.is_empty() {
                report.warn(Some(record.line), WarningKind::Skipped, Message::new("io-row-without-series"));
                reading.fail(record.line, ticker);
                return true;
            }
            reading.series(ticker, full_name.map(|column| record.cell(column)))
        }
    };
    let mut values = [f64::NAN; 6];
    for (slot, column) in columns.iter().enumerate() {
        let Some(column) = *column else { continue };
        let cell = record.cell(column);
        match numbers::parse(cell, mark(marks, column)) {
            Cell::Missing => {}
            Cell::Number(number) => {
                if let Some(value) = values.get_mut(slot) {
                    *value = number;
                }
            }
            Cell::Bad => {
                bad_number(table, record, column, report);
                if slot == layout::CLOSE {
                    reading.fail(record.line, cell);
                    return true;
                }
            }
        }
    }
    let has_value = values.iter().any(|value| value.is_finite());
    if has_value {
        reading.push(series, stamp, record.line, values);
    }
    has_value
}

/// Reads a row with one series a column; `false` when it holds no value at all.
fn wide_row(
    table: &Table,
    record: &Record,
    stamp: Stamp,
    (columns, marks): (&[usize], &[(usize, Mark)]),
    reading: &mut Reading,
    report: &mut Report,
) -> bool {
    let (mut numbers, mut bad) = (0_usize, 0_usize);
    for (index, column) in columns.iter().enumerate() {
        if reading.names.len() <= index {
            reading.names.push(table.names.get(*column).cloned().unwrap_or_default());
        }
        match numbers::parse(record.cell(*column), mark(marks, *column)) {
            Cell::Missing => {}
            Cell::Number(number) => {
                numbers += 1;
                let close = [f64::NAN, f64::NAN, f64::NAN, number, f64::NAN, f64::NAN];
                reading.push(u32::try_from(index).unwrap_or(u32::MAX), stamp, record.line, close);
            }
            Cell::Bad => {
                bad += 1;
                bad_number(table, record, *column, report);
            }
        }
    }
    if numbers == 0 && bad > 0 {
        reading.fail(record.line, columns.first().map_or("", |column| record.cell(*column)));
    }
    numbers + bad > 0
}

fn mark(marks: &[(usize, Mark)], column: usize) -> Mark {
    marks.iter().find(|(known, _)| *known == column).map(|(_, mark)| *mark).unwrap_or_default()
}

fn bad_number(table: &Table, record: &Record, column: usize, report: &mut Report) {
    let name = table.names.get(column).filter(|name| !name.is_empty()).cloned();
    let message = Message::new("io-bad-number")
        .with("cell", short(record.cell(column)))
        .with("column", name.unwrap_or_else(|| (column + 1).to_string()));
    report.warn(Some(record.line), WarningKind::Number, message);
}

fn refuse_mostly_broken(table: &Table, reading: &Reading) -> Result<(), ContentProblem> {
    let rows = table.records.len() + table.ragged;
    if reading.bad * 2 <= rows {
        return Ok(());
    }
    let (line, cell) = reading.first_bad.clone().unwrap_or_default();
    Err(ContentProblem::MostlyBroken { bad: reading.bad, rows, line, cell })
}

/// Says in which order the rows stand.
fn tell_order(table: &Table, date: usize, dates: &Dates, report: &mut Report) {
    let stamps: Vec<(&Record, Stamp)> = table
        .records
        .iter()
        .zip(&dates.stamps)
        .filter_map(|(record, stamp)| stamp.map(|stamp| (record, stamp)))
        .collect();
    let (mut rises, mut falls) = (0_usize, 0_usize);
    let mut first_fall = None;
    for pair in stamps.windows(2) {
        if let [(_, before), (record, after)] = pair {
            rises += usize::from(before.civil() < after.civil());
            if before.civil() > after.civil() {
                falls += 1;
                first_fall = first_fall.or(Some(*record));
            }
        }
    }
    let value = match (rises, falls) {
        (_, 0) => "ascending",
        (0, _) => "descending",
        _ => "mixed",
    };
    if let Some(shown) = first_fall.or_else(|| stamps.first().map(|(record, _)| *record)) {
        report.assume("order", value, cell_evidence(shown.line, shown.cell(date)), true);
    }
}

/// One warning a series for rows whose high is below the low, or whose open or close lies outside.
fn warn_inconsistent(name: &str, columns: &Columns, lines: &[u64], report: &mut Report) {
    let at = |values: &[f64], row: usize| values.get(row).copied().unwrap_or(f64::NAN);
    let mut wrong = lines.iter().enumerate().filter(|(row, _)| {
        let (high, low) = (at(&columns.high, *row), at(&columns.low, *row));
        let outside = |value: f64| value > high || value < low;
        low > high || outside(at(&columns.open, *row)) || outside(at(&columns.close, *row))
    });
    let Some((row, line)) = wrong.next() else { return };
    let date = columns.stamps.get(row).map(ToString::to_string).unwrap_or_default();
    let message = Message::new("io-inconsistent")
        .with("series", name)
        .with("date", date)
        .with("count", 1 + wrong.count());
    report.warn(Some(*line), WarningKind::Inconsistent, message);
}

#[cfg(test)]
mod tests;
