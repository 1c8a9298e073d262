//! Which rows above the data name the columns, and which only stand there.

use std::ops::Range;

use super::{
    Class, KNOWN_NAMES, agreement, class, counts_years, has_value, is_digits, is_same, starts_with_role,
};
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

/// Rows of names above the first row of data: directly above it, or above what stands between.
pub(super) fn headers(
    grid: &Grid,
    block: &Range<usize>,
    first: usize,
    width: usize,
    classes: &[Class],
) -> Range<usize> {
    let lowest = first.saturating_sub(MOST_HEADERS).max(block.start);
    let (lower, bottom) = ends(grid, lowest, first, width, classes);
    let mut top = lower;
    while top > lowest && is_header(grid, top - 1, width, classes) {
        // A gap stands between words and names, or between names and data, never among names.
        if top < lower && grid.is_after_gap(top) {
            break;
        }
        top -= 1;
    }
    let candidates: Vec<usize> = (top..bottom).collect();
    let score = |at: usize| role_score(grid.row(at), classes);
    let best = candidates.iter().copied().max_by_key(|at| (score(*at), *at));
    let Some(best) = best else { return first..first };
    if let Some(naming) = of_labels(grid, top..bottom, classes) {
        return naming..bottom;
    }
    // Words that stand in steps above names that need none are not theirs.
    let last = lower.saturating_sub(1).max(top);
    let has_date = grid.row(last).cells().any(|cell| header::role(cell) == Role::Date);
    let needs_none = has_date && names_all(grid.row(last), classes);
    if needs_none && (top..last).any(|at| is_part(grid.row(at), width, classes)) {
        return last..bottom;
    }
    if score(best) == 0 {
        // Rows about each series, the first of which names them.
        let about = block.clone().find(|at| names_series(grid.row(*at), width, classes));
        if let Some(about) = about.filter(|at| (*at..bottom).all(|at| grid.row(at).width() == width)) {
            return about..bottom;
        }
        // No known word: the first row that names every column by a name of its own.
        let naming = candidates.iter().copied().find(|at| names_all(grid.row(*at), classes));
        return naming.unwrap_or(bottom - 1)..bottom;
    }
    let mut start = best;
    while start > top && belongs_above(grid, start - 1, start, width, classes) {
        start -= 1;
    }
    start..bottom
}

/// Where the rows of names end that are as wide as the table, and where those below them do that are
/// not. Usually both is the first row of data; blank rows and captions may stand between, which then
/// belong to the data, and a second row that names some of the columns.
fn ends(grid: &Grid, lowest: usize, first: usize, width: usize, classes: &[Class]) -> (usize, usize) {
    let names_columns = |at: usize| is_header(grid, at, width, classes);
    let none = (first, first);
    if first <= lowest || names_columns(first - 1) {
        return none;
    }
    let between = (lowest..first).rev().take_while(|at| !names_columns(*at) && is_aside(grid.row(*at)));
    let lower = first - between.count();
    let Some(names) = lower.checked_sub(1).filter(|at| *at >= lowest && names_columns(*at)) else {
        return none;
    };
    let row = grid.row(names);
    let are_blank = (lower..first).all(|at| grid.row(at).filled() == 0);
    let are_words = || row.cells().all(|cell| matches!(class(cell), Class::Words | Class::Empty));
    let is_sure = || row.width() == width && are_words() && names_all(row, classes);
    if !(are_blank || role_score(row, classes) >= KNOWN_NAMES || is_sure()) {
        return none;
    }
    let names_some = |at: &usize| {
        let row = grid.row(*at);
        row.cells().skip(1).any(|cell| !cell.is_empty()) && !has_value(row)
    };
    (lower, lower + (lower..first).take_while(names_some).count())
}

/// Whether a row may stand between names and data: it is blank, holds words alone, or counts the
/// columns from one.
fn is_aside(row: Row) -> bool {
    let counts = || row.filled() > 1 && row.cells().zip(1_usize..).all(|(cell, at)| cell == at.to_string());
    !has_value(row) || counts()
}

/// The first row that names a series among labels and what they stand for: "Title" and "Unit", each
/// over the dates, above data whose columns nothing else names.
fn of_labels(grid: &Grid, rows: Range<usize>, classes: &[Class]) -> Option<usize> {
    const LEAST: usize = 3;
    const NAMING: [&str; 6] = ["title", "name", "series", "series name", "description", "security"];
    let date = classes.iter().position(|class| *class == Class::Date)?;
    let label = |at: usize| grid.row(at).cell(date);
    let is_label = |at: usize| class(label(at)) == Class::Words;
    let names_dates = |at: usize| role_score(grid.row(at), classes) > 0 && names_date(grid.row(at), classes);
    if rows.len() < LEAST || !rows.clone().all(is_label) || rows.clone().any(names_dates) {
        return None;
    }
    let is_naming = |at: &usize| NAMING.contains(&header::plain(label(*at)).trim_end_matches(':').trim());
    rows.clone().find(|at| is_naming(at) && names_all(grid.row(*at), classes))
}

/// Whether a row calls the column of dates so.
fn names_date(row: Row, classes: &[Class]) -> bool {
    let date = classes.iter().position(|class| *class == Class::Date);
    date.is_some_and(|date| matches!(header::role(row.cell(date)), Role::Date | Role::Time))
}

/// Whether a row has words over some of the columns of numbers and leaves more than a few blank.
fn is_part(row: Row, width: usize, classes: &[Class]) -> bool {
    let is_over = |column: usize| classes.get(column) == Some(&Class::Number) && !row.cell(column).is_empty();
    row.filled() * 10 < width * 8 && (0..row.width()).any(is_over)
}

/// Whether a row may be one of names: nearly as wide as the table and no row of data.
fn is_header(grid: &Grid, at: usize, width: usize, classes: &[Class]) -> bool {
    let row = grid.row(at);
    let filled = row.filled();
    let is_wide = row.width() + 1 >= width && (filled >= 2 || width == 1 || row.width() == width);
    let is_full = filled >= 2 && filled + 2 > width;
    // Names of a price table over more cells than there are names: what tore them says `table`.
    if filled == 0 || !(is_wide || is_full || starts_with_role(row) || names_numbers(row, classes)) {
        return false;
    }
    let date = classes.iter().position(|class| *class == Class::Date);
    // A known name over the dates names the row, such as that of codes, which are numbers.
    let names_date = date.is_some_and(|date| {
        let is_date = |column: usize| matches!(header::role(row.cell(column)), Role::Date | Role::Time);
        header::role(row.cell(date)) != Role::Other || date.checked_sub(1).is_some_and(is_date)
    });
    let (like, unlike) = agreement(row, classes);
    let is_typed = classes.iter().any(|class| matches!(class, Class::Date | Class::Number));
    names_date || !is_typed || unlike > like || like == 0 || counts_years(row)
}

/// Whether a row has no cell over the dates and words over numbers alone, however few.
fn names_numbers(row: Row, classes: &[Class]) -> bool {
    let filled = || (0..row.width()).filter(|column| !row.cell(*column).is_empty());
    let is_over = |column: usize| {
        classes.get(column) == Some(&Class::Number) && class(row.cell(column)) == Class::Words
    };
    classes.first() == Some(&Class::Date) && filled().count() >= 2 && filled().all(is_over)
}

/// How much the cells of a row are known names, the one over the dates counting more.
pub(super) fn role_score(row: Row, classes: &[Class]) -> usize {
    let known = row.cells().filter(|cell| !cell.is_empty() && header::role(cell) != Role::Other).count();
    let split = row.cells().filter(|cell| header::split_ticker(cell).is_some()).count();
    if tells_when(row, classes) { 0 } else { known + split + 2 * usize::from(names_date(row, classes)) }
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
    // Over a table beside others its name may stand over the dates.
    let is_value = |column: &usize| matches!(classes.get(*column), Some(Class::Number | Class::Date));
    let over_values = (0..classes.len()).filter(is_value).filter(|at| !above.cell(*at).is_empty()).count();
    let is_full = width >= 3 && above.width() == width && above.filled() * 10 >= width * 8;
    if is_same(above, below) || tells_when(above, classes) {
        return false;
    }
    repeats && over_values > 0 || is_full
}
