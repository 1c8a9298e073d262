//! Tables of models: where their names stand, and which rows are models and which are remarks. A
//! model may be known by its name alone, so that its row looks like one of names or like a caption.

use std::ops::Range;

use super::{Class, Grid, Row, class, kind_of};
use crate::io::grid::Form;
use crate::io::header::{is_model_name, plain};
use crate::io::numbers;
use crate::model::Kind;

/// Characters beyond which a lone cell is a sentence.
const LONGEST_NAME: usize = 60;

/// What stands under names to say in what their columns are counted or written.
const UNITS: &[&str] = &[
    "usd",
    "eur",
    "gbp",
    "cny",
    "jpy",
    "percent",
    "points",
    "score",
    "elo",
    "tokens",
    "flop",
    "flops",
    "minutes",
    "hours",
    "seconds",
    "date",
    "yyyy-mm-dd",
    "yyyy",
    "year",
    "fraction",
    "number",
    "float",
    "double",
    "int",
    "integer",
    "int64",
    "float64",
    "string",
    "text",
    "count",
    "millions",
    "billions",
];

/// Whether a row names the columns of a table of models; without `classes` it needs a name that
/// tells so beside that of the models.
pub(super) fn is_of_models(row: Row, classes: &[Class]) -> bool {
    row.filled() >= 2
        && row.cells().any(|cell| is_model_name(&plain(cell)))
        && row.cells().all(|cell| matches!(class(cell), Class::Words | Class::Empty))
        && kind_of(row, classes) == Some(Kind::Models)
}

/// Whether something stands between a row and the one above it: a blank line, or rows of a sheet
/// that hold nothing.
pub(super) fn is_apart(grid: &Grid, at: usize) -> bool {
    let line = |at: usize| grid.row(at).line;
    let is_below_empty = || at > 0 && line(at) > line(at - 1) + 1;
    grid.is_after_gap(at) || grid.form() == Form::Sheet && is_below_empty()
}

/// The rows of names of a table of models, given those that stand above its first row of numbers:
/// models without a number between are rows of data. `None` where no names of models stand there.
pub(super) fn model_names(
    grid: &Grid,
    block: &Range<usize>,
    header: &Range<usize>,
    width: usize,
    classes: &[Class],
) -> Option<Range<usize>> {
    let is_wide = |row: &Row| row.width() + 1 >= width || row.filled() + 2 > width;
    let names = (block.start..header.end).find(|at| {
        let row = grid.row(*at);
        is_wide(&row) && is_of_models(row, classes)
    })?;
    let start = if header.contains(&names) { header.start } else { names };
    let more = (names + 1..header.end).take_while(|at| goes_on(grid.row(*at), grid.row(names), classes));
    Some(start..names + 1 + more.count())
}

/// Whether a row goes on with the names above it: it repeats them, names their units, or names
/// columns and no model. What could be a model is one.
fn goes_on(row: Row, names: Row, classes: &[Class]) -> bool {
    let label = names.cells().position(|name| is_model_name(&plain(name))).unwrap_or(0);
    let is_value = |column: &usize| matches!(classes.get(*column), Some(Class::Date | Class::Number));
    let over: Vec<&str> = (0..row.width())
        .filter(is_value)
        .map(|column| row.cell(column))
        .filter(|cell| !numbers::is_missing(cell))
        .collect();
    let cell = row.cell(label);
    !over.is_empty()
        && (cell.is_empty()
            || is_bracketed(cell)
            || cell == names.cell(label)
            || over.iter().all(|cell| is_unit(cell)))
}

fn is_bracketed(cell: &str) -> bool {
    [('(', ')'), ('[', ']')].iter().any(|(open, close)| cell.starts_with(*open) && cell.ends_with(*close))
}

fn is_unit(cell: &str) -> bool {
    let word = cell.to_lowercase();
    let has_sign = cell.contains(['%', '$', '€', '£', '¥']) && !cell.bytes().any(|b| b.is_ascii_digit());
    is_bracketed(cell) || has_sign || UNITS.contains(&word.as_str()) || word.starts_with("usd")
}

/// Whether a row without a number below the models of a table so wide is words about them rather
/// than one more of them.
pub(super) fn is_remark(grid: &Grid, at: usize, width: usize) -> bool {
    let row = grid.row(at);
    // A comma of a sentence has a blank behind it.
    let is_torn = || {
        let is_cut = |column: usize| row.raw(column).starts_with(' ') && !row.cell(column).is_empty();
        (1..row.width()).any(is_cut)
    };
    let is_words = || is_sentence(row.first_filled()) || grid.form() == Form::Divided && is_torn();
    match grid.form() {
        Form::Records => false,
        Form::Divided if row.width() == width => false,
        _ if row.filled() <= 1 => !is_lone_name(grid, at),
        _ => is_words(),
    }
}

/// Whether the only filled cell of a row is the name of a model: it stands first, right under the
/// others, and is no sentence. In divided text its row must have further cells.
pub(in crate::io) fn is_lone_name(grid: &Grid, at: usize) -> bool {
    let row = grid.row(at);
    let cell = row.cell(0);
    let is_row = grid.form() != Form::Divided || row.width() > 1;
    is_row && !cell.is_empty() && !is_sentence(cell) && !is_apart(grid, at)
}

fn is_sentence(cell: &str) -> bool {
    cell.contains(": ") || cell.ends_with(['.', ':']) || cell.chars().count() > LONGEST_NAME
}
