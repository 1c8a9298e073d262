//! Which rows above the data name the columns, and which only stand there.

use std::ops::Range;

use super::{Class, agreement, class, counts_years, is_digits, is_same, starts_with_role};
use crate::io::grid::{Grid, Row};
use crate::io::header::{self, Role};

/// Rows of names above a table, at the most.
const MOST_HEADERS: usize = 14;

/// Whether a row that is not quite one of data was one: its cells still agree with their columns,
/// or would if it had not gained or lost some.
pub(super) fn is_damaged(row: Row, classes: &[Class]) -> bool {
    let is_value = |class: &Class| matches!(class, Class::Date | Class::Number);
    let (like, unlike) = agreement(row, classes);
    if row.width() == classes.len() {
        let date = classes.iter().position(|class| *class == Class::Date);
        let has_date = date.is_some_and(|date| row.cell(date).contains(|c: char| c.is_ascii_digit()));
        return has_date && like > 0 && like >= unlike;
    }
    if row.first_filled().starts_with(|c: char| c.is_ascii_digit()) && classes.first() == Some(&Class::Date) {
        return true;
    }
    let expected = classes.iter().filter(|class| is_value(class)).count();
    let found = row.cells().filter(|cell| is_value(&class(cell))).count();
    found > 0 && found * 2 >= expected
}

/// Rows of names directly above the first row of data.
pub(super) fn headers(
    grid: &Grid,
    block: &Range<usize>,
    first: usize,
    width: usize,
    classes: &[Class],
) -> Range<usize> {
    let lowest = first.saturating_sub(MOST_HEADERS).max(block.start);
    let mut top = first;
    while top > lowest && is_header(grid, top - 1, width, classes) {
        // A gap stands between words and names, or between names and data, never among names.
        if top < first && grid.is_after_gap(top) {
            break;
        }
        top -= 1;
    }
    let candidates: Vec<usize> = (top..first).collect();
    let score = |at: usize| role_score(grid.row(at), classes);
    let best = candidates.iter().copied().max_by_key(|at| (score(*at), *at));
    let Some(best) = best else { return first..first };
    if score(best) == 0 {
        // Rows about each series, the first of which names them.
        let about = block.clone().find(|at| names_series(grid.row(*at), width, classes));
        if let Some(about) = about.filter(|at| (*at..first).all(|at| grid.row(at).width() == width)) {
            return about..first;
        }
        // No known word: the first row that names every column by a name of its own.
        let naming = candidates.iter().copied().find(|at| names_all(grid.row(*at), classes));
        return naming.unwrap_or(first - 1)..first;
    }
    let mut start = best;
    while start > top && belongs_above(grid, start - 1, start, width, classes) {
        start -= 1;
    }
    start..first
}

/// Whether a row may be one of names: nearly as wide as the table and no row of data.
fn is_header(grid: &Grid, at: usize, width: usize, classes: &[Class]) -> bool {
    let row = grid.row(at);
    let filled = row.filled();
    let is_wide = row.width() + 1 >= width && (filled >= 2 || width == 1 || row.width() == width);
    let is_full = filled >= 2 && filled + 2 > width;
    // Names of a price table over more cells than there are names: what tore them says `table`.
    if filled == 0 || !(is_wide || is_full || starts_with_role(row)) {
        return false;
    }
    let date = classes.iter().position(|class| *class == Class::Date);
    let names_date = date.is_some_and(|date| {
        let near = [Some(date), date.checked_sub(1)];
        near.into_iter()
            .flatten()
            .any(|column| matches!(header::role(row.cell(column)), Role::Date | Role::Time))
    });
    let (like, unlike) = agreement(row, classes);
    let is_typed = classes.iter().any(|class| matches!(class, Class::Date | Class::Number));
    names_date || !is_typed || unlike > like || like == 0 || counts_years(row)
}

/// How much the cells of a row are known names, the one over the dates counting more.
pub(super) fn role_score(row: Row, classes: &[Class]) -> usize {
    let known = row.cells().filter(|cell| !cell.is_empty() && header::role(cell) != Role::Other).count();
    let split = row.cells().filter(|cell| header::split_ticker(cell).is_some()).count();
    let date = classes.iter().position(|class| *class == Class::Date);
    let names_date = date.is_some_and(|date| matches!(header::role(row.cell(date)), Role::Date | Role::Time));
    if tells_when(row, classes) { 0 } else { known + split + 2 * usize::from(names_date) }
}

/// Whether a date stands over numbers: it tells when something was made, not what they are.
fn tells_when(row: Row, classes: &[Class]) -> bool {
    row.cells().enumerate().any(|(column, cell)| {
        // "27.01.2025 16:25:40 Uhr" begins with one.
        let day = cell.split_whitespace().next().unwrap_or_default();
        let is_date = class(cell) == Class::Date || cell != day && class(day) == Class::Date;
        classes.get(column) == Some(&Class::Number) && is_date && !is_digits(day)
    })
}

/// Whether a row names each column of numbers in words and leaves that of the dates without.
fn names_series(row: Row, width: usize, classes: &[Class]) -> bool {
    let date = classes.iter().position(|class| *class == Class::Date);
    let numeric = || (0..classes.len()).filter(|column| classes.get(*column) == Some(&Class::Number));
    row.width() == width
        && date.is_some_and(|date| row.cell(date).is_empty())
        && names_all(row, classes)
        && numeric().all(|column| class(row.cell(column)) == Class::Words)
}

/// Whether each column of numbers has a name, no two the same.
fn names_all(row: Row, classes: &[Class]) -> bool {
    let numeric =
        || classes.iter().enumerate().filter(|(_, class)| **class == Class::Number).map(|(at, _)| at);
    let mut names: Vec<&str> = numeric().map(|column| row.cell(column)).collect();
    names.sort_unstable();
    let count = names.len();
    names.dedup();
    names.len() == count && count > 0 && !names.contains(&"")
}

/// Whether the row above the names groups them, or is a first line of longer names.
fn belongs_above(grid: &Grid, above: usize, below: usize, width: usize, classes: &[Class]) -> bool {
    let (above, below) = (grid.row(above), grid.row(below));
    let numeric: Vec<usize> =
        (0..classes.len()).filter(|column| classes.get(*column) == Some(&Class::Number)).collect();
    let mut names: Vec<&str> = numeric.iter().map(|column| below.cell(*column)).collect();
    names.sort_unstable();
    let repeats = names.windows(2).any(|pair| matches!(pair, [a, b] if a == b));
    let over_numbers = numeric.iter().filter(|column| !above.cell(**column).is_empty()).count();
    let is_full = width >= 3 && above.width() == width && above.filled() * 10 >= width * 8;
    if is_same(above, below) || tells_when(above, classes) {
        return false;
    }
    repeats && over_numbers > 0 || is_full
}
