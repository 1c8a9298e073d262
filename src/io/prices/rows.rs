//! Rows of a price table under a known layout: each becomes prices of one moment, or is left out
//! and named.

use std::collections::HashMap;

use super::layout::{self, Layout, Shape, Slots};
use crate::io::control::Control;
use crate::io::dates::Dates;
use crate::io::error::{ContentProblem, Stop};
use crate::io::frame::Rows;
use crate::io::grid::Row;
use crate::io::header;
use crate::io::numbers::{self, Cell, Format};
use crate::io::outline::Glimpse;
use crate::io::report::{Report, short};
use crate::io::table::Table;
use crate::model::{Message, Stamp, WarningKind};

/// Rows that hold, the names of their series, and how many rows fail.
#[derive(Default)]
pub(super) struct Reading {
    pub rows: Rows,
    pub names: Vec<String>,
    pub full_names: Vec<Option<String>>,
    /// Whether the file itself names its series.
    pub is_named: bool,
    /// What tells those of one name apart: boards, classes.
    variants: Vec<String>,
    /// Index of each name and variant; looked up only, never walked.
    places: HashMap<String, u32>,
    /// The name and variant that is looked up.
    wanted: String,
    bad: usize,
    /// Line and cell of the failing row that stands first.
    first_bad: Option<(u64, String)>,
}

impl Reading {
    /// No row read yet; those of the wrong length have failed already.
    pub(super) fn of(table: &Table) -> Self {
        Self { bad: table.ragged, first_bad: table.first_ragged.clone(), ..Self::default() }
    }

    pub(super) fn name(&self, series: u32) -> &str {
        self.names.get(series as usize).map_or("", String::as_str)
    }

    /// Which of the price columns a series has.
    pub(super) fn present(layout: &Layout, series: u32) -> [bool; 6] {
        let slots = match &layout.shape {
            Shape::Long { columns, .. } => Some(columns),
            Shape::Panel(instruments) => instruments.get(series as usize).map(|one| &one.columns),
        };
        slots.map_or([false; 6], |columns| columns.map(|column| column.is_some()))
    }

    pub(super) fn refuse_mostly_broken(&self, table: &Table) -> Result<(), ContentProblem> {
        let rows = table.len() + table.ragged;
        if self.bad * 2 <= rows {
            return Ok(());
        }
        let (line, cell) = self.first_bad.clone().unwrap_or_default();
        let names = table.names.len();
        if table.ragged * 2 > rows && table.widest_ragged > names {
            let line = table.first_ragged.as_ref().map_or(line, |(line, _)| *line);
            return Err(ContentProblem::TornRows { bad: table.ragged, rows, names, line });
        }
        Err(ContentProblem::MostlyBroken { bad: self.bad, rows, line, cell })
    }

    /// What was read on those lines, of several series the first.
    pub(super) fn glimpses(&self, lines: &[u64]) -> Vec<Glimpse> {
        let [_, _, _, closes, ..] = &self.rows.values;
        let glimpse = |line: &u64| {
            // Rows stand in file order here.
            let at = self.rows.lines.partition_point(|known| known < line);
            let stamp =
                self.rows.lines.get(at).filter(|known| *known == line).and(self.rows.stamps.get(at))?;
            let close = closes.get(at).copied().filter(|close| close.is_finite());
            Some(Glimpse { line: *line, date: stamp.to_string(), close })
        };
        lines.iter().filter_map(glimpse).collect()
    }

    /// Index of the series of that name and variant, a new one if it is not known yet.
    fn series(&mut self, name: &str, variant: &str, full_name: Option<&str>) -> u32 {
        self.wanted.clear();
        for part in [name, "\u{1f}", variant] {
            self.wanted.push_str(part);
        }
        if let Some(place) = self.places.get(&self.wanted) {
            return *place;
        }
        let place = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        self.places.insert(self.wanted.clone(), place);
        self.names.push(name.to_owned());
        self.variants.push(variant.to_owned());
        self.full_names.push(full_name.filter(|full| !full.is_empty()).map(str::to_owned));
        place
    }

    /// Adds to each name that several series have what tells them apart; of those the one of which most
    /// is traded keeps the name alone, of equals the first.
    fn add_variants(&mut self) {
        let mut traded = vec![0.0_f64; self.names.len()];
        let [.., volumes] = &self.rows.values;
        for (series, volume) in self.rows.series.iter().zip(volumes).filter(|(_, volume)| volume.is_finite())
        {
            if let Some(sum) = traded.get_mut(*series as usize) {
                *sum += volume;
            }
        }
        let mut main: HashMap<&str, usize> = HashMap::new();
        for (at, name) in self.names.iter().enumerate() {
            let known = main.entry(name).or_insert(at);
            if traded.get(at) > traded.get(*known) {
                *known = at;
            }
        }
        let named = self.names.iter().zip(&self.variants).enumerate().map(|(at, (name, variant))| {
            if main.get(name.as_str()) == Some(&at) { name.clone() } else { format!("{name} {variant}") }
        });
        self.names = named.collect();
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

/// What came of the cells of one instrument in one row.
enum Values {
    Some([f64; 6]),
    /// No value at all.
    None,
    /// The close is no number.
    Bad(usize),
}

/// Reads every row of a table.
pub(super) fn read(
    table: &Table,
    layout: &Layout,
    dates: &Dates,
    marks: &[Format],
    report: &mut Report,
    control: &Control,
) -> Result<Reading, Stop> {
    let mut reading = Reading::of(table);
    let mut reader = Reader { table, marks, report, empty: None, zeros: None };
    let (mut name, mut variant) = (String::new(), String::new());
    match &layout.shape {
        Shape::Panel(instruments) => {
            reading.is_named = instruments.len() > 1 || names_itself(table, instruments);
            for instrument in instruments {
                // Two of one name stay two: the second is told by its number.
                let mut name = instrument.name.clone();
                while reading.places.contains_key(&format!("{name}\u{1f}")) {
                    name.push('\'');
                }
                reading.series(&name, "", None);
            }
        }
        Shape::Long { .. } => reading.is_named = true,
    }
    let is_grouped = is_grouped(table, layout, reader.report);
    let mut last = "";
    for (at, (record, stamp)) in table.records().zip(&dates.stamps).enumerate() {
        if at % 4096 == 0 {
            control.check()?;
        }
        let Some(stamp) = *stamp else {
            let cell = layout.date.map_or("", |date| record.cell(date.column));
            let message = Message::new("io-bad-date").with("cell", short(cell));
            reader.report.warn(Some(record.line), WarningKind::Date, message);
            reading.fail(record.line, cell);
            continue;
        };
        match &layout.shape {
            Shape::Panel(instruments) => {
                let slots = instruments.iter().map(|instrument| &instrument.columns);
                reader.panel_row(record, stamp, slots, &mut reading);
            }
            Shape::Long { symbol, columns } => {
                let own = record.cell(symbol.column).trim_start_matches('\'');
                // A name that stands on the first of its rows only, as merged cells leave it.
                let ticker = if own.is_empty() && is_grouped { last } else { own };
                last = ticker;
                if ticker.is_empty() {
                    let message = Message::new("io-row-without-series");
                    reader.report.warn(Some(record.line), WarningKind::Skipped, message);
                    reading.fail(record.line, ticker);
                    continue;
                }
                variant.clear();
                for column in &symbol.variants {
                    variant.push_str(if variant.is_empty() { "" } else { " " });
                    variant.push_str(record.cell(*column));
                }
                let full_name = symbol.full_name.map(|column| record.cell(column));
                name.clear();
                name.push_str(ticker);
                for column in &symbol.others {
                    name.push(' ');
                    name.push_str(record.cell(*column));
                }
                let series = reading.series(&name, &variant, full_name);
                reader.one_row(record, stamp, series, columns, &mut reading);
            }
        }
    }
    reader.finish();
    reading.add_variants();
    Ok(reading)
}

/// Whether the column of names names the first row of each group only; that is told.
fn is_grouped(table: &Table, layout: &Layout, report: &mut Report) -> bool {
    let Shape::Long { symbol, .. } = &layout.shape else { return false };
    let empty = table.cells(symbol.column).filter(|cell| cell.is_empty()).count();
    let first = table.record(0);
    let is_grouped = !first.cell(symbol.column).is_empty() && empty * 2 > table.len();
    if is_grouped {
        let message = Message::new("io-names-of-groups").with("count", empty);
        report.warn(Some(first.line), WarningKind::Ambiguous, message);
    }
    is_grouped
}

/// Whether the one instrument of a panel has its name from the table.
fn names_itself(table: &Table, instruments: &[layout::Instrument]) -> bool {
    instruments.first().is_some_and(|one| {
        let is_it = |cell: &String| {
            *cell == one.name || header::split_ticker(cell).is_some_and(|(_, ticker)| ticker == one.name)
        };
        let of_words = |line: &String| {
            line.split_whitespace().any(|word| word == one.name)
                || line.contains(&one.name) && one.name.contains(' ')
        };
        table.heads.iter().flatten().any(is_it) || table.title.iter().any(of_words)
    })
}

struct Reader<'t, 'r> {
    table: &'t Table<'t>,
    /// Of each column.
    marks: &'t [Format],
    report: &'r mut Report,
    /// Line of the first row without a value, and how many there are.
    empty: Option<(u64, usize)>,
    /// Line of the first row with a zero that stands for nothing, and how many there are.
    zeros: Option<(u64, usize)>,
}

impl Reader<'_, '_> {
    fn one_row(&mut self, record: Row, stamp: Stamp, series: u32, columns: &Slots, reading: &mut Reading) {
        match self.values(record, columns) {
            Values::Some(values) => reading.push(series, stamp, record.line, values),
            // The day stays, without a price: it is not the file that lacks it.
            Values::None => {
                self.note_empty(record.line);
                reading.push(series, stamp, record.line, [f64::NAN; 6]);
            }
            Values::Bad(column) => reading.fail(record.line, record.cell(column)),
        }
    }

    /// Reads a row of several instruments side by side; one that holds no number of any, and one
    /// that is none, fails.
    fn panel_row<'s>(
        &mut self,
        record: Row,
        stamp: Stamp,
        slots: impl Iterator<Item = &'s Slots>,
        reading: &mut Reading,
    ) {
        let (mut numbers, mut bad) = (0_usize, None);
        let mut slots = slots.peekable();
        if let Some(only) = slots.next_if(|_| reading.names.len() == 1) {
            self.one_row(record, stamp, 0, only, reading);
            return;
        }
        for (index, columns) in slots.enumerate() {
            match self.values(record, columns) {
                Values::Some(values) => {
                    numbers += 1;
                    reading.push(u32::try_from(index).unwrap_or(u32::MAX), stamp, record.line, values);
                }
                Values::None => {}
                Values::Bad(column) => bad = bad.or(Some(column)),
            }
        }
        match (numbers, bad) {
            (0, Some(column)) => reading.fail(record.line, record.cell(column)),
            (0, None) => self.note_empty(record.line),
            _ => {}
        }
    }

    fn note_empty(&mut self, line: u64) {
        self.empty.get_or_insert((line, 0)).1 += 1;
    }

    fn values(&mut self, record: Row, columns: &Slots) -> Values {
        let mut values = [f64::NAN; 6];
        for (slot, column) in columns.iter().enumerate() {
            let Some(column) = *column else { continue };
            match numbers::parse(record.cell(column), self.mark(column)) {
                Cell::Missing => {}
                Cell::Number(number) => {
                    if let Some(value) = values.get_mut(slot) {
                        *value = number;
                    }
                }
                Cell::Bad => {
                    self.bad_number(record, column);
                    if slot == layout::CLOSE {
                        return Values::Bad(column);
                    }
                }
            }
        }
        self.clear_zeros(record.line, &mut values);
        if values.iter().any(|value| value.is_finite()) { Values::Some(values) } else { Values::None }
    }

    /// A zero among prices that are not stands for a price that is not known: no open, a day
    /// without trading. A price of zero alone stays.
    fn clear_zeros(&mut self, line: u64, values: &mut [f64; 6]) {
        let [open, high, low, close, adjusted, volume] = values;
        let is_zero = |value: &f64| *value == 0.0;
        let prices = [*open, *high, *low, *close];
        let zeros = prices.iter().filter(|value| is_zero(value)).count();
        if zeros == 0 || prices.iter().filter(|value| value.is_finite()).count() < 2 {
            return;
        }
        if is_zero(close) && zeros >= 3 {
            for value in [open, high, low, close, adjusted, volume] {
                *value = f64::NAN;
            }
        } else if *close > 0.0 {
            for value in [open, high, low].into_iter().filter(|value| **value == 0.0) {
                *value = f64::NAN;
            }
        } else {
            return;
        }
        self.zeros.get_or_insert((line, 0)).1 += 1;
    }

    fn mark(&self, column: usize) -> Format {
        self.marks.get(column).copied().unwrap_or_default()
    }

    fn bad_number(&mut self, record: Row, column: usize) {
        let name = self.table.name(column);
        let message = Message::new("io-bad-number")
            .with("cell", short(record.cell(column)))
            .with("column", if name.is_empty() { (column + 1).to_string() } else { name.to_owned() });
        self.report.warn(Some(record.line), WarningKind::Number, message);
    }

    fn finish(self) {
        if let Some((line, count)) = self.empty {
            let message = Message::new("io-rows-without-value").with("count", count);
            self.report.warn(Some(line), WarningKind::Skipped, message);
        }
        if let Some((line, count)) = self.zeros {
            let message = Message::new("io-zeros-missing").with("count", count);
            self.report.warn(Some(line), WarningKind::Ambiguous, message);
        }
    }
}
