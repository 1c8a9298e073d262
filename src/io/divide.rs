//! A body of text to a grid of cells: decoded, divided, and mended where rows are divided unlike the
//! others.

mod thousands;

use std::borrow::Cow;

use super::containers::Body;
use super::control::Control;
use super::dates;
use super::dialect;
use super::encoding;
use super::error::{ContentProblem, Stop};
use super::grid::{Grid, Row};
use super::header::{self, Role};
use super::numbers;
use super::report::Report;
use super::split::{self, Repair, Repaired};
use crate::model::{Decision, Message, Overrides, WarningKind};

/// A body as a grid, and whether semicolons divide its cells.
pub(super) fn divided(
    body: Body,
    overrides: &Overrides,
    report: &mut Report,
    control: &Control,
) -> Result<(Grid, bool), Stop> {
    let bytes = match body {
        Body::Grid(grid) => return Ok((grid, false)),
        Body::Text(bytes) => bytes,
    };
    let text: Cow<str> = encoding::text(&bytes, overrides.get(Decision::Encoding), report)?;
    if text.trim().is_empty() {
        return Err(ContentProblem::Empty.into());
    }
    let forced = overrides.get(Decision::Delimiter).and_then(dialect::named);
    let dialect = dialect::find(&text, forced, report)?;
    let (grid, repairs) = split::split(&text, dialect, control)?;
    let grid = if dialect.delimiter.byte() == b',' { thousands::whole(grid, report)? } else { grid };
    let grid = mended(grid, dialect, &repairs, report);
    Ok((grid, dialect.delimiter.byte() == b';'))
}

/// Divides rows that are divided by another character than the rest, and tells every repair.
fn mended(grid: Grid, dialect: split::Dialect, repairs: &[Repaired], report: &mut Report) -> Grid {
    for (line, repair) in repairs {
        let key = match repair {
            Repair::OpenQuote => "io-open-quote",
            Repair::StrayQuote => "io-stray-quote",
        };
        report.warn(Some(*line), WarningKind::Ragged, Message::new(key));
    }
    let grid = whole_dates(grid, report);
    let width = dialect::usual_width(&grid);
    if width < 3 || !grid.rows().any(|row| row.width() != width || row.raw(0).starts_with('\'')) {
        return grid;
    }
    let mut mended = Grid::default();
    let mut is_mended = false;
    for (at, row) in grid.rows().enumerate() {
        // Words that no data stand below are no names.
        let is_caption = || !grid.row(at + 1).cells().any(is_value);
        if let Some((cells, message)) = other_cells(&row, dialect, width)
            && !(row.width() == 1 && row.raw(0).contains(' ') && is_caption())
        {
            is_mended = true;
            report.warn(Some(row.line), WarningKind::Ragged, message);
            for cell in &cells {
                mended.push(cell);
            }
        } else {
            (0..row.width()).for_each(|column| mended.push(row.raw(column)));
        }
        mended.end_row_after(row.line, grid.is_after_gap(at));
    }
    if is_mended { mended } else { grid }
}

fn is_value(cell: &str) -> bool {
    dates::looks_like_date(cell) || numbers::looks_numeric(cell)
}

/// The cells of a row that is divided or quoted by another character than the rest, and what there
/// is to say about it.
fn other_cells(row: &Row, dialect: split::Dialect, width: usize) -> Option<(Vec<String>, Message)> {
    if row.width() == 1 {
        let found = dialect::other_delimiter(row.raw(0), dialect, width);
        let (byte, grid) = found.or_else(|| names_between_blanks(row.raw(0), dialect, width))?;
        let first = grid.row(0);
        let cells = (0..first.width()).map(|column| first.raw(column).to_owned()).collect();
        let delimiter = char::from(byte).to_string();
        return Some((cells, Message::new("io-other-delimiter").with("delimiter", delimiter)));
    }
    if dialect.quote != Some(b'"') {
        return None;
    }
    let cells = between_apostrophes(row, dialect.delimiter, width)?;
    Some((cells, Message::new("io-other-quote").with("mark", "'")))
}

/// A row of names with blanks between them over rows that are divided by another character. Words
/// between blanks are as likely a sentence: two of them must be known names.
fn names_between_blanks(row: &str, dialect: split::Dialect, width: usize) -> Option<(u8, Grid)> {
    let spaced = split::Dialect { delimiter: split::Delimiter::Blanks, ..dialect };
    let (grid, _) = split::split(row, spaced, &Control::unwatched()).ok()?;
    let known = grid.row(0).cells().filter(|cell| header::role(cell) != Role::Other).count();
    (grid.len() == 1 && grid.row(0).width() == width && known >= 2).then_some((b' ', grid))
}

/// The cells of a row with apostrophes around them in place of quotation marks: all that hold
/// something have them, or the row has its usual width only when what they hold is put together.
fn between_apostrophes(row: &Row, delimiter: split::Delimiter, width: usize) -> Option<Vec<String>> {
    const MARK: char = '\'';
    let between = match delimiter {
        split::Delimiter::Padded(byte) => format!("{} ", char::from(byte)),
        other => char::from(other.byte()).to_string(),
    };
    let bare = |cell: &str| {
        let inner = cell.strip_prefix(MARK)?.strip_suffix(MARK)?;
        Some(inner.replace("''", "'"))
    };
    let mut cells: Vec<String> = Vec::with_capacity(width);
    let mut is_open = false;
    for column in 0..row.width() {
        let cell = row.raw(column);
        match cells.last_mut().filter(|_| is_open) {
            Some(last) => {
                last.push_str(&between);
                last.push_str(cell);
            }
            None => cells.push(cell.to_owned()),
        }
        is_open = cells.last().is_some_and(|cell| cell.starts_with(MARK) && bare(cell).is_none());
    }
    let filled = || cells.iter().filter(|cell| !cell.is_empty());
    let are_all = filled().count() > 1 && filled().all(|cell| bare(cell).is_some());
    let is_mended = cells.len() == width && (are_all || row.width() > width);
    is_mended.then(|| cells.iter().map(|cell| bare(cell).unwrap_or_else(|| cell.clone())).collect())
}

/// Puts dates together that a comma inside them divides: "Jan 24, 2025" without quotation marks.
fn whole_dates(grid: Grid, report: &mut Report) -> Grid {
    const TELLING: usize = 50;
    let width = dialect::usual_width(&grid);
    let rows = || grid.rows().filter(|row| row.width() == width).take(TELLING);
    let is_torn = |row: &Row, column: usize| {
        let (day, year) = (row.cell(column), row.cell(column + 1));
        let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
        let is_day = day.starts_with(char::is_alphabetic) && day.contains(' ');
        is_year && is_day && dates::looks_like_date(&format!("{day}, {year}"))
    };
    let torn = |column: &usize| rows().filter(|row| is_torn(row, *column)).count() * 10 >= rows().count() * 9;
    let is_named = grid.rows().take(TELLING).any(|row| row.width() + 1 == width);
    let Some(at) = (0..width.saturating_sub(1)).find(torn).filter(|_| is_named && width > 2) else {
        return grid;
    };
    let mut whole = Grid::default();
    let mut first = None;
    for (position, row) in grid.rows().enumerate() {
        let is_joined = row.width() == width && is_torn(&row, at);
        for column in (0..row.width()).filter(|column| !is_joined || *column != at + 1) {
            if is_joined && column == at {
                first = first.or(Some(row.line));
                whole.push(&format!("{}, {}", row.cell(at), row.cell(at + 1)));
            } else {
                whole.push(row.raw(column));
            }
        }
        whole.end_row_after(row.line, grid.is_after_gap(position));
    }
    report.warn(first, WarningKind::Ragged, Message::new("io-torn-dates"));
    whole
}
