//! Rows of cells out of records, rows and columns of JSON.

use std::borrow::Cow;
use std::collections::HashMap;

use serde_json::value::RawValue;

use super::super::Note;
use super::super::markup::Lines;
use super::values::{self, Member, Sort};
use crate::io::control::Control;
use crate::io::error::Stop;
use crate::io::grid::{Form, Grid};
use crate::model::{Message, WarningKind};

/// Records between two looks at the caller's wish to stop.
const BLOCK: usize = 4096;

/// Keys that only wrap a record, as data hubs and table services do.
const WRAPPERS: &[&str] = &["row", "fields", "attributes"];

/// A record: a key of its own, where it has one, and its members.
pub(super) struct Record<'t> {
    pub label: Option<Cow<'t, str>>,
    pub value: &'t RawValue,
}

/// Columns by name, in the order in which they first came.
#[derive(Default)]
struct Columns<'t> {
    names: Vec<Cow<'t, str>>,
    places: HashMap<Cow<'t, str>, usize>,
}

impl<'t> Columns<'t> {
    /// The place of a column, which most likely is `guess`.
    fn place(&mut self, name: Cow<'t, str>, guess: usize) -> usize {
        if self.names.get(guess) == Some(&name) {
            return guess;
        }
        if let Some(place) = self.places.get(&name) {
            return *place;
        }
        let place = self.names.len();
        self.names.push(name.clone());
        self.places.insert(name, place);
        place
    }
}

/// Rows out of records; `label` names the column of their own keys.
pub(super) fn records(
    text: &str,
    records: &[Record<'_>],
    label: Option<&str>,
    notes: &mut Vec<Note>,
    control: &Control,
) -> Result<Grid, Stop> {
    let mut columns = Columns::default();
    let mut left = Columns::default();
    for (at, record) in records.iter().enumerate() {
        if at % BLOCK == 0 {
            control.check()?;
        }
        let members = values::members(record.value);
        for (at, (name, _)) in flat(&members, &mut left).into_iter().enumerate() {
            columns.place(name, at);
        }
    }
    for name in &left.names {
        let message = Message::new("io-nested-column").with("column", name.as_ref());
        notes.push(Note::new(None, WarningKind::Skipped, message));
    }
    let lines = lines(text, records.iter().map(|record| record.value));
    let mut grid = Grid::of(Form::Records);
    if let Some(label) = label {
        grid.push(label);
    }
    for name in &columns.names {
        grid.push(name);
    }
    grid.end_row(lines.first().copied().unwrap_or(1));
    for (at, (record, line)) in records.iter().zip(lines).enumerate() {
        if at % BLOCK == 0 {
            control.check()?;
        }
        let members = values::members(record.value);
        let mut cells = vec![Cow::Borrowed(""); columns.names.len()];
        for (at, (name, cell)) in flat(&members, &mut left).into_iter().enumerate() {
            if let Some(place) = cells.get_mut(columns.place(name, at)) {
                *place = cell;
            }
        }
        if label.is_some() {
            grid.push(record.label.as_deref().unwrap_or_default());
        }
        for cell in &cells {
            grid.push(cell);
        }
        grid.end_row(line);
    }
    Ok(grid)
}

/// The cells of a record by name, those of one level further down as `a.b`. What lies deeper is
/// named in `left`.
fn flat<'t>(members: &[Member<'t>], left: &mut Columns<'t>) -> Vec<(Cow<'t, str>, Cow<'t, str>)> {
    let mut cells = Vec::with_capacity(members.len());
    for (name, value) in members {
        if let Some(cell) = values::cell(value) {
            cells.push((name.clone(), cell));
            continue;
        }
        if values::sort(value) == Sort::List {
            left.place(name.clone(), 0);
            continue;
        }
        let is_wrapper = WRAPPERS.contains(&name.as_ref());
        for (inner, value) in values::members(value) {
            let name = if is_wrapper { inner } else { Cow::Owned(format!("{name}.{inner}")) };
            match values::cell(value) {
                Some(cell) => cells.push((name, cell)),
                None => drop(left.place(name, 0)),
            }
        }
    }
    cells
}

/// Rows out of lists of cells, under those names where there are some.
pub(super) fn rows(
    text: &str,
    rows: &[&RawValue],
    names: Option<&[Cow<'_, str>]>,
    control: &Control,
) -> Result<Grid, Stop> {
    let lines = lines(text, rows.iter().copied());
    let mut grid = Grid::of(if names.is_some() { Form::Records } else { Form::Divided });
    if let Some(names) = names {
        for name in names {
            grid.push(name);
        }
        grid.end_row(lines.first().copied().unwrap_or(1));
    }
    for (at, (row, line)) in rows.iter().zip(lines).enumerate() {
        if at % BLOCK == 0 {
            control.check()?;
        }
        for item in values::items(row) {
            grid.push(&values::cell(item).unwrap_or_default());
        }
        grid.end_row(line);
    }
    Ok(grid)
}

/// Rows out of columns of cells; a shorter column ends in empty cells.
pub(super) fn columns(columns: &[(Cow<'_, str>, Vec<Cow<'_, str>>)]) -> Grid {
    let mut grid = Grid::of(Form::Records);
    for (name, _) in columns {
        grid.push(name);
    }
    grid.end_row(1);
    let height = columns.iter().map(|(_, cells)| cells.len()).max().unwrap_or(0);
    for row in 0..height {
        for (_, cells) in columns {
            grid.push(cells.get(row).map_or("", AsRef::as_ref));
        }
        grid.end_row(row as u64 + 1);
    }
    grid
}

/// The lines on which values begin; their number among each other where several share a line.
fn lines<'t>(text: &str, values: impl Iterator<Item = &'t RawValue>) -> Vec<u64> {
    let mut counted = Lines::new(text);
    let lines: Vec<u64> = values.map(|value| counted.at(values::offset(text, value))).collect();
    if lines.is_sorted_by(|before, after| before < after) && lines.len() > 1 {
        return lines;
    }
    (1..=lines.len() as u64).collect()
}
