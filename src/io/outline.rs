//! The first, last and odd lines of a table as they stand, beside what was read in them: what a
//! preview shows.

use super::grid::{Grid, Row};
use super::region::Region;
use super::report::Report;
use super::table::Table;
use crate::model::{LineKind, Outline, OutlineLine};

/// Lines above the names, rows at the start and at the end, and odd lines that are shown.
const ABOVE: usize = 6;
const FIRST: usize = 6;
const LAST: usize = 4;
const ODD: usize = 12;
/// Characters of a cell and cells of a row that are shown.
const CELL_CHARS: usize = 60;
const MOST_CELLS: usize = 40;

/// What was read on a line: its date and its close.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Glimpse {
    pub line: u64,
    pub date: String,
    pub close: Option<f64>,
}

/// Which lines of the data are shown, ascending.
pub(super) fn shown_lines(table: &Table, report: &Report) -> Vec<u64> {
    let first = table.records().take(FIRST).map(|row| row.line);
    let last = table.records().rev().take(LAST).map(|row| row.line);
    let mut lines: Vec<u64> = first.chain(last).chain(report.lines().take(ODD)).collect();
    lines.sort_unstable();
    lines.dedup();
    lines
}

/// The outline of a region under the columns that were read.
pub(super) fn outline(
    grid: &Grid,
    region: &Region,
    table: &Table,
    (date_column, close_column): (Option<usize>, Option<usize>),
    glimpses: &[Glimpse],
    report: &Report,
) -> Outline {
    let odd: Vec<u64> = report.lines().collect();
    let shown = shown_lines(table, report);
    let above = region.block.start..region.header.start;
    let above = above.start..above.end.min(above.start + ABOVE);
    let mut places: Vec<usize> = above.chain(region.header.clone()).collect();
    let after = region.header.end;
    places.extend((after..region.block.end).filter(|at| shown.binary_search(&grid.row(*at).line).is_ok()));
    let line = |at: usize| {
        let row = grid.row(at);
        let glimpse = glimpses.iter().find(|glimpse| glimpse.line == row.line);
        let kind = if region.header.contains(&at) {
            LineKind::Header
        } else if at < region.header.start || at >= region.body.end {
            LineKind::Left
        } else if odd.contains(&row.line) {
            LineKind::Odd
        } else {
            LineKind::Row
        };
        OutlineLine {
            line: row.line,
            kind,
            cells: cells(row),
            date: glimpse.map(|glimpse| glimpse.date.clone()),
            close: glimpse.and_then(|glimpse| glimpse.close),
        }
    };
    let header = table.header_line.map(|_| table.names.join("\u{1f}").to_lowercase());
    Outline { lines: places.into_iter().map(line).collect(), date_column, close_column, header }
}

fn cells(row: Row) -> Vec<String> {
    let short = |cell: &str| {
        let mut kept: String =
            cell.chars().map(|c| if c.is_control() { ' ' } else { c }).take(CELL_CHARS).collect();
        if cell.chars().nth(CELL_CHARS).is_some() {
            kept.push('…');
        }
        kept
    };
    (0..row.width().min(MOST_CELLS)).map(|column| short(row.raw(column))).collect()
}
