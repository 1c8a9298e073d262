//! A table as it stands in its file, every column as text: the names if it has some, then its rows,
//! with nothing typed, trimmed or left out.

use std::ops::Range;

use csv::{Terminator, WriterBuilder};

use super::error::WriteError;
use super::grid::{Grid, Row};
use super::region::{Region, regions};

/// The table of a grid as RFC 4180 writes it: comma, double quotes, lines that end in CRLF. Several
/// rows of names are joined by a blank. A grid without any row gives no bytes.
pub(super) fn write(grid: &Grid, chosen: Option<Region>) -> Result<Vec<u8>, WriteError> {
    let largest = || regions(grid).into_iter().rev().max_by_key(|region| region.body.len());
    let region = chosen.or_else(largest);
    let mut writer = WriterBuilder::new().flexible(true).terminator(Terminator::CRLF).from_writer(Vec::new());
    let failed = |error: csv::Error| WriteError::Table { reason: error.to_string() };
    let rows = match &region {
        Some(region) => {
            if !region.header.is_empty() {
                writer.write_record(names(grid, region)).map_err(failed)?;
            }
            without_copy(grid, region)
        }
        None => 0..grid.len(),
    };
    for at in rows {
        let row = grid.row(at);
        writer.write_record((0..row.width()).map(|column| row.raw(column))).map_err(failed)?;
    }
    writer.into_inner().map_err(|error| WriteError::Table { reason: error.to_string() })
}

/// The rows of a table up to where it begins anew: its names and its first row stand there a second
/// time, as where a file was appended to itself.
fn without_copy(grid: &Grid, region: &Region) -> Range<usize> {
    let (start, body) = (region.header.start, region.body.clone());
    if region.header.is_empty() {
        return body;
    }
    let lead = (body.start + 1).saturating_sub(start);
    let is_same = |one: Row, other: Row| {
        one.width() == other.width() && (0..one.width()).all(|column| one.raw(column) == other.raw(column))
    };
    let is_copy = |at: &usize| (0..lead).all(|step| is_same(grid.row(start + step), grid.row(at + step)));
    let Some(copy) = body.clone().skip(1).find(is_copy) else { return body };
    let blank = (body.start..copy).rev().take_while(|at| grid.row(*at).filled() == 0).count();
    body.start..copy - blank
}

fn names(grid: &Grid, region: &Region) -> Vec<String> {
    // Names that stand twice are two rows of names, as they stand.
    let first = grid.row(region.header.start);
    let is_double = |at: &usize| grid.row(*at).cells().eq(first.cells());
    let doubles = (region.block.start..region.header.start).rev().take_while(is_double).count();
    let rows: Vec<Row> = (region.header.start - doubles..region.header.end).map(|at| grid.row(at)).collect();
    let width = rows.iter().map(Row::width).max().unwrap_or(0);
    let name = |column: usize| {
        let cells = rows.iter().map(|row| row.raw(column)).filter(|cell| !cell.is_empty());
        cells.collect::<Vec<_>>().join(" ")
    };
    (0..width).map(name).collect()
}
