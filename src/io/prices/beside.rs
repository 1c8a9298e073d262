//! Tables that stand beside each other, each with dates of its own: every column of values goes with
//! the nearest column of dates on its left. Each becomes a grid that is read like any other, so that
//! a number never stands on a date of another table.

use crate::io::dates;
use crate::io::grid::Grid;
use crate::io::header::{self, Role};
use crate::io::numbers;
use crate::io::table::Table;

/// One of several tables beside each other.
pub(in crate::io) struct Beside {
    /// Its cells under one row of names.
    pub grid: Grid,
    /// What stands over its columns for all of them, none where each has a name of its own.
    pub name: Option<String>,
}

/// The tables that stand beside each other in one; none where its dates are one column.
pub(in crate::io) fn beside(table: &Table) -> Vec<Beside> {
    let parts = parts(table);
    if parts.len() < 2 {
        return Vec::new();
    }
    parts.iter().map(|columns| part(table, columns)).collect()
}

/// Columns of each table, those of the dates first; fewer than two where there is one table.
fn parts(table: &Table) -> Vec<Vec<usize>> {
    let columns = table.names.len();
    let is_dated = |column: &usize| table.is_dated(*column) || is_counted(table, *column);
    let mut dated: Vec<usize> = (0..columns).filter(is_dated).collect();
    if dated.len() < 2 || table.header_line.is_none() {
        return Vec::new();
    }
    dated.retain(|column| is_axis(table, *column));
    let ends = dated.iter().skip(1).copied().chain([columns]);
    let mut parts: Vec<Vec<usize>> = Vec::new();
    for (start, end) in dated.iter().copied().zip(ends) {
        let values: Vec<usize> = (start + 1..end).filter(|column| table.is_numeric(*column)).collect();
        if !values.is_empty() {
            parts.push([vec![start], values].concat());
        }
    }
    let has_words = (0..columns).any(|column| is_words(table, column));
    if !has_words && (differ(table, &parts) || are_apart(table, &parts) || are_named_by_dates(table, &parts))
    {
        parts
    } else {
        Vec::new()
    }
}

/// Whether the tables have other dates on a row: the same dates once more divide nothing.
fn differ(table: &Table, parts: &[Vec<usize>]) -> bool {
    let mut dates = parts.iter().filter_map(|part| part.first().copied());
    let Some(first) = dates.next() else { return false };
    let differs = |column: usize| table.records().any(|row| row.cell(first) != row.cell(column));
    dates.any(differs)
}

/// Whether the name of each table stands over its dates, and none over its values.
fn are_named_by_dates(table: &Table, parts: &[Vec<usize>]) -> bool {
    let is_named = |column: &usize| !table.name(*column).is_empty();
    parts.len() > 1
        && parts.iter().all(|part| part.first().is_some_and(is_named) && !part.iter().skip(1).any(is_named))
}

/// Whether one table has closes and another nothing but names of its own: neither is the other's bar.
fn are_apart(table: &Table, parts: &[Vec<usize>]) -> bool {
    let roles = |part: &[usize]| part.iter().skip(1).map(|column| table.role(*column)).collect::<Vec<_>>();
    let is_close = |role: &Role| matches!(role, Role::Close(_) | Role::AdjClose);
    let has_close = |part: &Vec<usize>| roles(part).iter().any(is_close);
    let is_unknown =
        |part: &Vec<usize>| roles(part).iter().all(|role| matches!(role, Role::Other | Role::Ignored));
    parts.iter().any(has_close) && parts.iter().any(is_unknown)
}

/// Whether a column of dates can be the axis of a table: nearly every row has another date, and its
/// name is none of a date beside the day of a price.
fn is_axis(table: &Table, column: usize) -> bool {
    let mut cells: Vec<&str> = table.cells(column).filter(|cell| !numbers::is_missing(cell)).collect();
    let count = cells.len();
    cells.sort_unstable();
    cells.dedup();
    cells.len() * 20 >= count * 19 && count > 1 && !is_attribute(table, column)
}

/// Whether a name calls a column dates and its cells are counts of time.
fn is_counted(table: &Table, column: usize) -> bool {
    table.role(column) == Role::Date && dates::share(&table.sample(column), true) >= 0.6
}

/// Whether the name of a column is that of another date than the day of a price: a date with a word
/// that says which. The first such name may be any.
fn is_attribute(table: &Table, column: usize) -> bool {
    let heads = table.heads.get(column).map(Vec::as_slice).unwrap_or_default();
    let is_first = |name: &str| (0..column).any(|other| header::plain(table.name(other)) == name);
    heads.iter().any(|cell| {
        let name = header::plain(cell);
        let is_worded =
            name.split(' ').count() > 1 && name.split(' ').any(|word| word == "date" || word == "time");
        header::role(cell) == Role::EndDate
            || is_worded && header::role(cell) != Role::Date && !is_first(&name)
    })
}

/// Whether a column holds words in most rows, by which rows are of several instruments.
fn is_words(table: &Table, column: usize) -> bool {
    let cells = table.sample(column);
    let filled = cells.iter().filter(|cell| !numbers::is_missing(cell)).count();
    filled * 2 > cells.len() && !table.is_numeric(column) && !table.is_dated(column)
}

/// Those columns as a grid of their own, with the rows in which one of them holds something.
fn part(table: &Table, columns: &[usize]) -> Beside {
    let (names, name) = named(table, columns);
    let mut grid = Grid::default();
    for name in &names {
        grid.push(name);
    }
    grid.end_row(table.header_line.unwrap_or(1));
    for row in table.records() {
        if columns.iter().any(|column| !row.cell(*column).is_empty()) {
            for column in columns {
                grid.push(row.raw(*column));
            }
            grid.end_row(row.line);
        }
    }
    Beside { grid, name }
}

/// The names of the columns of one table, and the name that it has as a whole: a word over its dates
/// or over all of it that is neither that of a price nor that of the dates.
fn named(table: &Table, columns: &[usize]) -> (Vec<String>, Option<String>) {
    let heads = |column: usize| table.heads.get(column).map(Vec::as_slice).unwrap_or_default();
    let is_own = |cell: &&String| {
        !cell.is_empty() && header::role(cell) == Role::Other && header::currency(cell).is_none()
    };
    let date = columns.first().copied().unwrap_or_default();
    // A name over the dates is that of the table; over several values it stands at the first of them.
    let over_dates = heads(date).iter().find(is_own).cloned();
    let own = |column: usize| heads(column).iter().rfind(is_own).cloned();
    let values = columns.get(1..).unwrap_or_default();
    let is_price = |column: &usize| heads(*column).iter().any(|cell| header::role(cell) != Role::Other);
    let shared = || {
        let rows = values.first().map_or(0, |first| heads(*first).len());
        let mut over = (0..rows).filter_map(|row| heads(*values.first()?).get(row));
        values.iter().all(is_price).then(|| over.rfind(is_own).cloned()).flatten()
    };
    let name = over_dates.or_else(shared);
    let column_name = |column: &usize| {
        let known = heads(*column).iter().find(|cell| header::role(cell) != Role::Other);
        match (&name, known, own(*column)) {
            (Some(_), Some(known), _) => known.clone(),
            (_, _, Some(own)) => own,
            (Some(_), None, None) if values.len() == 1 => "Close".to_owned(),
            _ => table.name(*column).to_owned(),
        }
    };
    let names = std::iter::once("Date".to_owned()).chain(values.iter().map(column_name)).collect();
    (names, name)
}
