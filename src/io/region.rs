//! Where the tables of a grid stand: rows that are alike in what their cells are, the rows of names
//! above them, and what is above and below that is no table.
//!
//! It asks of a cell only whether it is a date, a number or words.

mod blocks;

mod models;
mod names;
mod parts;

use std::ops::Range;

use super::dates;
use super::grid::{Form, Grid, Row};
use super::header::{self, Role};
use super::numbers;
use crate::model::Kind;
use blocks::{blocks, starts_with_role};
pub(super) use models::is_lone_name;
use models::{is_of_models, is_remark, model_names};
use names::{headers, is_damaged, role_score};

/// Rows at each end of a block, and between them, that tell what its columns hold.
const SAMPLE_ROWS: usize = 200;
/// Rows after the first of a table that must mostly be like it.
const NEXT_ROWS: usize = 8;
/// Rows without a date at the end that are taken for words below the data. More of them, or more
/// than there are rows with a date, are broken rows; a few stand under any table.
const FOOTER_WITHIN: usize = 60;
const FOOTER_ANYWAY: usize = 5;

/// Rows of dates across the top of a table, at the most.
const MOST_ACROSS: usize = 2;
/// Lines of labels above a table, at the most.
const MOST_LABELS: usize = 20;
/// Damaged rows between the names and the first whole row of data, at the most.
const MOST_DAMAGED: usize = 3;
/// Least [`role_score`] of a row of names that damaged rows may stand under.
const KNOWN_NAMES: usize = 2;

/// What a cell is by its looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Nothing, or a word for nothing.
    Empty,
    Date,
    Number,
    Words,
}

/// What a cell is by its looks.
pub(super) fn class(cell: &str) -> Class {
    if numbers::is_missing(cell) {
        Class::Empty
    } else if dates::looks_like_date(cell) {
        Class::Date
    } else if numbers::looks_numeric(cell) {
        Class::Number
    } else {
        Class::Words
    }
}

/// One table within a grid; positions are those of rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Region {
    /// Everything that belongs to it, words above and below too.
    pub block: Range<usize>,
    /// Rows of names.
    pub header: Range<usize>,
    /// Rows from the first to the last of data.
    pub body: Range<usize>,
    /// Cells of a usual row.
    pub width: usize,
    /// What most cells of each column are.
    pub classes: Vec<Class>,
}

impl Region {
    /// Whether a column of it holds dates or numbers.
    pub(super) fn has_values(&self) -> bool {
        self.classes.iter().any(|class| matches!(class, Class::Date | Class::Number))
    }

    fn is_dated(&self) -> bool {
        self.classes.contains(&Class::Date)
    }

    /// Whether it is a few lines of a label and what it stands for, as exports have above their
    /// table: "Security", "Start date".
    fn is_labels(&self, grid: &Grid) -> bool {
        let mut rows = (self.header.start..self.body.end).map(|at| grid.row(at));
        self.width == 2
            && self.classes.first() == Some(&Class::Words)
            && self.body.len() <= MOST_LABELS
            && rows.all(|row| class(row.cell(0)) == Class::Words)
    }
}

/// Every table of a grid, in order.
pub(super) fn regions(grid: &Grid) -> Vec<Region> {
    if let Some(region) = of_records(grid) {
        return vec![region];
    }
    let blocks = blocks(grid);
    let mut found: Vec<Region> = blocks.iter().filter_map(|block| region(grid, block.clone())).collect();
    let has_dates = found.iter().any(|region| region.is_dated() && !region.is_labels(grid));
    found.retain(|region| !has_dates || !region.is_labels(grid));
    if found.iter().any(Region::has_values) {
        found.retain(Region::has_values);
    }
    // Blocks of words alone belong to the table after them.
    let mut start = 0;
    let mut regions = Vec::with_capacity(found.len());
    for mut region in found {
        region.block.start = start;
        start = region.block.end;
        regions.push(region);
    }
    if let Some(last) = regions.last_mut() {
        last.block.end = grid.len();
    }
    regions.into_iter().flat_map(|region| parts::divided(grid, region)).collect()
}

/// The region of records under names: its first row names the columns, and every other is data.
/// `None` where the grid is none, or where a table with rows of names of its own was put into one.
fn of_records(grid: &Grid) -> Option<Region> {
    let names = grid.row(0);
    let is_placeholder =
        |name: &str| name.starts_with("Unnamed: ") || name.bytes().all(|byte| byte.is_ascii_digit());
    let has_own = matches!(header::role(grid.row(1).cell(0)), Role::Date | Role::Time | Role::Symbol(_));
    let is_record = grid.form() == Form::Records && grid.len() > 1 && names.width() > 1;
    if !is_record || has_own || names.cells().any(is_placeholder) {
        return None;
    }
    let body = 1..grid.len();
    let (width, classes) = signature(grid, &body);
    let end = foot(grid, &(0..1), &body, width, &classes);
    Some(Region { block: 0..grid.len(), header: 0..1, body: 1..end, width, classes })
}

/// The region that begins its names on that line; all rows above it are words.
pub(super) fn region_under(grid: &Grid, line: u64) -> Option<Region> {
    let header = grid.rows().position(|row| row.line >= line)?;
    let body = header + 1..grid.len();
    let (width, classes) = signature(grid, &body);
    let header = header..header + 1;
    let (width, classes) = widened(grid, &header, &body, width, classes);
    let end = foot(grid, &header, &body, width, &classes);
    Some(Region { block: 0..grid.len(), header, body: body.start..end, width, classes })
}

/// The region of a grid that is said to have no names.
pub(super) fn region_unnamed(grid: &Grid) -> Region {
    let all = 0..grid.len();
    let (width, classes) = signature(grid, &all);
    let first = first_row(grid, &all, width, &classes).unwrap_or(0);
    let end = foot(grid, &(first..first), &(first..grid.len()), width, &classes);
    Region { block: all, header: first..first, body: first..end, width, classes }
}

fn has_value(row: Row) -> bool {
    row.cells().any(|cell| matches!(class(cell), Class::Date | Class::Number))
}

fn is_same(one: Row, other: Row) -> bool {
    one.width() == other.width() && one.cells().eq(other.cells())
}

/// Rows of a block that stand for all of it.
fn sample(block: &Range<usize>) -> impl Iterator<Item = usize> + use<> {
    let (start, end) = (block.start, block.end);
    let len = end.saturating_sub(start);
    let step = (len / SAMPLE_ROWS).max(1);
    let is_near = move |at: &usize| *at < start + SAMPLE_ROWS || at + SAMPLE_ROWS >= end;
    (start..end).filter(move |at| is_near(at) || (at - start).is_multiple_of(step))
}

/// The usual width of a block's rows and what most cells of each column are.
fn signature(grid: &Grid, block: &Range<usize>) -> (usize, Vec<Class>) {
    let mut weights: Vec<(usize, usize)> = Vec::new();
    // A row of names that are dates says nothing about the columns below them.
    let mut across: Vec<u64> =
        sample(block).map(|at| grid.row(at)).filter(|row| counts_dates(*row)).map(|row| row.line).collect();
    if across.len() > MOST_ACROSS || across.len() == block.len() {
        across.clear();
    }
    for row in sample(block).map(|at| grid.row(at)).filter(|row| !across.contains(&row.line)) {
        let weight = weight(row);
        match weights.iter_mut().find(|(width, _)| *width == row.width()) {
            Some((_, sum)) => *sum += weight,
            None => weights.push((row.width(), weight)),
        }
    }
    let width = weights.iter().max_by_key(|(_, weight)| *weight).map_or(0, |(width, _)| *width);
    (width, classes_of(grid, block, width, |row| row.width() == width && !across.contains(&row.line)))
}

/// The weight of a row: rows of words above a short table must not outvote it.
fn weight(row: Row) -> usize {
    let typed = row.cells().filter(|cell| matches!(class(cell), Class::Date | Class::Number)).count();
    1 + 2 * typed
}

/// What most cells of each column are in the rows that count.
fn classes_of(grid: &Grid, block: &Range<usize>, width: usize, counts: impl Fn(Row) -> bool) -> Vec<Class> {
    let mut columns = vec![[0_usize; 4]; width];
    for row in sample(block).map(|at| grid.row(at)).filter(|row| counts(*row)) {
        let weight = weight(row);
        for (count, cell) in columns.iter_mut().zip(row.cells()) {
            let slot = match class(cell) {
                Class::Empty => 0,
                Class::Date => 1,
                Class::Number => 2,
                Class::Words => 3,
            };
            if let Some(count) = count.get_mut(slot) {
                *count += weight;
            }
        }
    }
    columns.into_iter().map(majority).collect()
}

/// The width of a sheet's table with the columns that only its names and a few of its rows have.
fn widened(
    grid: &Grid,
    header: &Range<usize>,
    body: &Range<usize>,
    width: usize,
    mut classes: Vec<Class>,
) -> (usize, Vec<Class>) {
    let named = header.clone().map(|at| grid.row(at).width()).max().unwrap_or(0);
    if grid.form() == Form::Sheet && named > width {
        let all = classes_of(grid, body, named, |_| true);
        classes.extend(all.into_iter().skip(width));
    }
    (classes.len(), classes)
}

/// What most cells of a column are that hold something.
fn majority([_, dates, numbers, words]: [usize; 4]) -> Class {
    let filled = dates + numbers + words;
    if filled == 0 {
        Class::Empty
    } else if dates * 2 >= filled {
        Class::Date
    } else if numbers * 10 >= filled * 6 {
        Class::Number
    } else {
        Class::Words
    }
}

/// How a row stands to what its columns hold: cells that are of the column's class, and cells
/// that are not.
fn agreement(row: Row, classes: &[Class]) -> (usize, usize) {
    let (mut like, mut unlike) = (0, 0);
    for (column, expected) in classes.iter().enumerate() {
        if !matches!(expected, Class::Date | Class::Number) {
            continue;
        }
        match class(row.cell(column)) {
            Class::Empty => {}
            found if found == *expected => like += 1,
            // A number that could be a day as 20250127 is a number still.
            Class::Date if *expected == Class::Number && is_digits(row.cell(column)) => like += 1,
            _ => unlike += 1,
        }
    }
    (like, unlike)
}

/// Whether a cell is digits with one point at the most: "2024.11.12" is a day and no number.
fn is_digits(cell: &str) -> bool {
    cell.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        && cell.bytes().filter(|byte| *byte == b'.').count() < 2
}

/// Whether years follow each other over the cells of a row, as they do above a table with a column
/// a year.
fn counts_years(row: Row) -> bool {
    const LEAST: usize = 3;
    let year =
        |cell: &str| cell.parse::<i16>().ok().filter(|year| cell.len() == 4 && (1700..2200).contains(year));
    let cells: Vec<Option<i16>> = row.cells().filter(|cell| !cell.is_empty()).map(year).collect();
    let years: Vec<i16> = cells.iter().skip_while(|year| year.is_none()).map_while(|year| *year).collect();
    let step = |pair: &[i16]| matches!(pair, [a, b] if (b - a).abs() == 1);
    years.len() >= LEAST && years.windows(2).all(step)
}

/// Whether dates stand beside each other over the cells of a row, as they do above a table with a
/// column a date.
fn counts_dates(row: Row) -> bool {
    const LEAST: usize = 3;
    let (mut dates, mut others) = (0_usize, 0_usize);
    for cell in row.cells() {
        match class(cell) {
            Class::Date => dates += 1,
            Class::Words => others += 1,
            Class::Number => return false,
            Class::Empty => {}
        }
    }
    dates >= LEAST && dates > others
}

/// Whether a row is one of data.
fn fits(row: Row, width: usize, classes: &[Class]) -> bool {
    let is_typed = classes.iter().any(|class| matches!(class, Class::Date | Class::Number));
    if !is_typed {
        return row.width() == width;
    }
    if let Some(date) = classes.iter().position(|class| *class == Class::Date) {
        let cell = row.cell(date);
        if !cell.is_empty() && !dates::is_meant_as_date(cell) && !numbers::is_missing(cell) {
            return false;
        }
    }
    let (like, unlike) = agreement(row, classes);
    like > 0 && like >= unlike && !counts_years(row)
}

fn first_row(grid: &Grid, block: &Range<usize>, width: usize, classes: &[Class]) -> Option<usize> {
    let is_row = |at: usize| fits(grid.row(at), width, classes);
    block.clone().find(|at| {
        // Empty rows and lines of words say nothing about where a table begins.
        let tells = |next: &usize| {
            let row = grid.row(*next);
            row.filled() > 1 && agreement(row, classes) != (0, 0)
        };
        let next = (at + 1..block.end.min(at + 1 + NEXT_ROWS)).filter(tells);
        let (count, like) =
            next.fold((0, 0), |(count, like), next| (count + 1, like + usize::from(is_row(next))));
        is_row(*at) && (like * 2 >= count || count == 1)
    })
}

fn region(grid: &Grid, block: Range<usize>) -> Option<Region> {
    let (width, classes) = signature(grid, &block);
    let is_typed = classes.iter().any(|class| matches!(class, Class::Date | Class::Number));
    if width == 0 || width == 1 && !is_typed {
        return None;
    }
    let first = if is_typed {
        first_row(grid, &block, width, &classes)?
    } else {
        // Nothing but words: the first full row names the columns.
        block.clone().find(|at| grid.row(*at).width() == width)? + 1
    };
    let first = if is_typed { after_names(grid, &block, first, &classes) } else { first };
    let header = headers(grid, &block, first, width, &classes);
    let header = model_names(grid, &block, &header, width, &classes).unwrap_or(header);
    let first = header.end;
    let (width, classes) = widened(grid, &header, &(first..block.end), width, classes);
    let end = foot(grid, &header, &(first..block.end), width, &classes);
    Some(Region { block, header, body: first..end, width, classes })
}

/// The first row of data with the damaged rows directly above it, where known names stand above
/// those: a row that lost its date or a delimiter is no name.
fn after_names(grid: &Grid, block: &Range<usize>, first: usize, classes: &[Class]) -> usize {
    let lowest = first.saturating_sub(MOST_DAMAGED + 1).max(block.start);
    let names = (lowest..first).rev().find(|at| role_score(grid.row(*at), classes) >= KNOWN_NAMES);
    let Some(names) = names else { return first };
    let is_torn = |at: usize| is_damaged(grid.row(at), classes) && !grid.is_after_gap(at + 1);
    if (names + 1..first).all(is_torn) { names + 1 } else { first }
}

/// The end of the data: the lines of words below them, and in a table whose rows are dates the sums
/// and remarks that have none, are cut off.
fn foot(grid: &Grid, header: &Range<usize>, body: &Range<usize>, width: usize, classes: &[Class]) -> usize {
    let kind = kind(grid, header, classes);
    let is_dated = matches!(kind, None | Some(Kind::Prices | Kind::Events | Kind::Reported));
    // Of tables beside each other one may end before the others.
    let dated: Vec<usize> =
        (0..classes.len()).filter(|at| is_dated && classes.get(*at) == Some(&Class::Date)).collect();
    let is_below = |at: &usize| {
        let row = grid.row(*at);
        let undated =
            |date: &usize| !dates::is_meant_as_date(row.cell(*date)) && class(row.cell(*date)) != Class::Date;
        let is_aside = || match kind {
            Some(Kind::Models) => !has_value(row) && is_remark(grid, *at, width),
            _ => row.width() != width && !has_value(row),
        };
        row.filled() == 0 || is_aside() || !dated.is_empty() && dated.iter().all(undated)
    };
    let below = body.clone().rev().take_while(is_below).count();
    let empty = body.clone().rev().take(below).filter(|at| grid.row(*at).filled() == 0).count();
    let limit = FOOTER_WITHIN.min(FOOTER_ANYWAY.max(body.len() - below));
    if below - empty > limit {
        // Too much for a foot: rows that are broken, which are told one by one.
        let trailing = body.clone().rev().take_while(|at| grid.row(*at).filled() == 0).count();
        return body.end - trailing;
    }
    body.end - below
}

/// What a table is by its names. The rows of one that they do not tell are taken for dates; those of
/// models and shares have dates too, and stand without one where it is not known.
fn kind(grid: &Grid, header: &Range<usize>, classes: &[Class]) -> Option<Kind> {
    let rows = || header.clone().map(|at| grid.row(at));
    if rows().any(|row| is_of_models(row, classes)) {
        return Some(Kind::Models);
    }
    let names = rows().max_by_key(|row| role_score(*row, classes))?;
    kind_of(names, classes)
}

/// What a table of those names is, `None` where they do not tell.
fn kind_of(names: Row, classes: &[Class]) -> Option<Kind> {
    let names: Vec<String> = names.cells().map(header::plain).collect();
    let numeric: Vec<bool> =
        (0..names.len()).map(|column| classes.get(column) == Some(&Class::Number)).collect();
    header::kind(&names, &numeric)
}

#[cfg(test)]
mod tests;
