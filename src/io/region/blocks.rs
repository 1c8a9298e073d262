//! Where one table of a grid ends and the next begins: at a row of names that stands behind a gap or
//! a caption, or that names other columns under the same dates.

use std::ops::Range;

use super::models::{is_apart, is_of_models};
use super::{Class, class, has_value, is_same};
use crate::io::grid::{Grid, Row};
use crate::io::header::{self, Role};

/// Lines of captions above a table, at the most.
const MOST_CAPTIONS: usize = 20;
/// Rows below known names among which the first of data stands.
const BELOW_NAMES: usize = 4;

/// Divides a grid where a new row of names stands behind a gap or a caption.
pub(super) fn blocks(grid: &Grid) -> Vec<Range<usize>> {
    let mut starts = vec![0];
    let mut has_data = false;
    let mut header: Option<usize> = None;
    for at in 0..grid.len() {
        let row = grid.row(at);
        let known = header.map(|known| grid.row(known));
        let is_after = is_after_blank(grid, at) || at > 0 && is_caption(grid.row(at - 1));
        // A model of which only its name is known looks like a caption.
        let is_model = || {
            let are_models = known.is_some_and(|known| is_of_models(known, &[]));
            are_models && !is_apart(grid, at) && !is_of_models(row, &[])
        };
        let is_renamed = || known.is_some_and(|known| names_other_columns(known, row));
        let may_name = is_after && !is_model() || known.is_none() || starts_with_role(row) || is_renamed();
        if may_name && is_names(grid, at) && (!has_data || is_as_wide(grid, at)) {
            let is_repeat = known.is_some_and(|known| is_same(known, row));
            // The same names behind a gap go on with the table; behind a caption begin another.
            let above = captions(grid, at);
            if has_data && (above > 0 || !is_repeat) {
                starts.push(at - above);
                has_data = false;
            }
            header = Some(at);
        } else if !has_data && row.width() > 1 {
            // Above any names a label with one value is none of data.
            has_data = if header.is_some() { has_value(row) } else { holds_values(row) };
        }
    }
    let ends = starts.iter().skip(1).copied().chain([grid.len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

/// A line with one cell that holds something.
pub(super) fn is_caption(row: Row) -> bool {
    row.width() == 1 || row.cells().filter(|cell| !cell.is_empty()).take(2).count() == 1
}

/// A line with a label and what it stands for: "Symbol,AAAX".
fn is_label(row: Row) -> bool {
    let mut filled = row.cells().filter(|cell| !cell.is_empty());
    let (Some(label), Some(value), None) = (filled.next(), filled.next(), filled.next()) else {
        return false;
    };
    class(row.cell(0)) == Class::Words && class(label) == Class::Words && class(value) != Class::Date
}

/// How many rows directly above a row of names are captions of its table; rows of empty cells may
/// stand between them. Under names of dates a label with its value is a caption too: a row of data
/// has a date.
fn captions(grid: &Grid, at: usize) -> usize {
    let names_date = grid.row(at).cells().any(|name| header::role(name) == Role::Date);
    let lowest = at.saturating_sub(MOST_CAPTIONS);
    let is_above = |above: &usize| {
        let row = grid.row(*above);
        let is_line = is_caption(row) && (row.width() == 1 || !has_value(row));
        row.filled() == 0 || is_line || names_date && is_label(row)
    };
    let above: Vec<usize> = (lowest..at).rev().take_while(is_above).collect();
    above.iter().rposition(|above| grid.row(*above).filled() > 0).map_or(0, |last| last + 1)
}

/// Whether a blank line or a row of empty cells stands above a row.
fn is_after_blank(grid: &Grid, at: usize) -> bool {
    grid.is_after_gap(at) || at > 0 && grid.row(at - 1).filled() == 0
}

/// Whether a row calls its dates as the names above do, and its other columns otherwise.
fn names_other_columns(known: Row, row: Row) -> bool {
    known.cell(0) == row.cell(0) && header::role(known.cell(0)) == Role::Date && !is_same(known, row)
}

pub(super) fn starts_with_role(row: Row) -> bool {
    let first = row.first_filled();
    first.starts_with(|c: char| c.is_alphabetic() || c == '<')
        && matches!(header::role(first), Role::Date | Role::Time)
        && row.cells().filter(|cell| header::role(cell) != Role::Other).count() >= 2
}

/// Whether a row is one of names: words alone, and values in the row after it. Below known names a
/// second row of names and captions may stand between.
fn is_names(grid: &Grid, at: usize) -> bool {
    let row = grid.row(at);
    let are_words = || row.cells().all(|cell| matches!(class(cell), Class::Words | Class::Empty));
    if row.filled() < 2 || !are_words() {
        return false;
    }
    let below = (at + 1..grid.len()).map(|at| grid.row(at)).filter(|row| row.filled() > 0);
    let rows = if starts_with_role(row) { BELOW_NAMES } else { 1 };
    below.take(rows).any(|next| next.width() >= 2 && has_value(next))
}

/// Whether a row names as many columns as the row after it has: a part of a damaged row of data
/// has fewer. Behind a blank line, or with a name that is known, a row needs no such proof.
fn is_as_wide(grid: &Grid, at: usize) -> bool {
    let row = grid.row(at);
    is_after_blank(grid, at) || starts_with_role(row) || row.width() + 1 >= grid.row(at + 1).width()
}

/// Whether a row holds more than a label and one value.
fn holds_values(row: Row) -> bool {
    let values = row.cells().filter(|cell| matches!(class(cell), Class::Date | Class::Number)).count();
    values >= 2 || values == 1 && class(row.first_filled()) != Class::Words
}
