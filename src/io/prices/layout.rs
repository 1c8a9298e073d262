//! Which column of a price table is which: by name where there is a header, by position where the
//! values bear it out, and not at all where they do not.

use crate::io::error::ContentProblem;
use crate::io::header::{self, Reread, Role, SURE_CLOSE};
use crate::io::numbers::{self, Cell, Mark};
use crate::io::report::{Report, short};
use crate::io::table::Table;
use crate::model::{Message, WarningKind};

/// Position of the close among [`crate::io::frame::PRICE_COLUMNS`].
pub(super) const CLOSE: usize = 3;

/// Columns of a table by what they hold.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Layout {
    pub date: usize,
    /// Times of day in a column of their own.
    pub time: Option<usize>,
    pub shape: Shape,
}

/// Whether a row is one instrument or one date of many.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Rows of one instrument, or of several with the ticker in a column.
    Instrument {
        symbol: Option<usize>,
        full_name: Option<usize>,
        /// In the order of [`crate::io::frame::PRICE_COLUMNS`].
        columns: [Option<usize>; 6],
        /// Name of the series when no column names it.
        name: String,
    },
    /// One series a column.
    Wide { columns: Vec<usize> },
}

impl Layout {
    /// Which price columns there are.
    pub(super) fn present(&self) -> [bool; 6] {
        match &self.shape {
            Shape::Instrument { columns, .. } => columns.map(|column| column.is_some()),
            Shape::Wide { .. } => [false, false, false, true, false, false],
        }
    }

    /// The column of units traded.
    pub(super) fn volume(&self) -> Option<usize> {
        match &self.shape {
            Shape::Wide { .. } => None,
            Shape::Instrument { columns: [.., volume], .. } => *volume,
        }
    }

    /// Columns of numbers, the close first.
    pub(super) fn values(&self) -> Vec<usize> {
        match &self.shape {
            Shape::Wide { columns } => columns.clone(),
            Shape::Instrument { columns, .. } => {
                let close = columns.get(CLOSE).copied().flatten();
                let others = columns.iter().enumerate().filter(|(slot, _)| *slot != CLOSE);
                close.into_iter().chain(others.filter_map(|(_, column)| *column)).collect()
            }
        }
    }
}

/// Finds the columns and reports what it decided.
pub(super) fn find(table: &Table, stem: &str, report: &mut Report) -> Result<Layout, ContentProblem> {
    match table.header_line {
        Some(line) => by_name(table, line, stem, report),
        None => by_position(table, stem, report),
    }
}

fn by_name(table: &Table, line: u64, stem: &str, report: &mut Report) -> Result<Layout, ContentProblem> {
    let mut roles: Vec<Role> = table.names.iter().map(|name| header::role(name)).collect();
    let date = table.date_column().ok_or(ContentProblem::NoDates)?;
    let time = time_column(table, &roles, date);
    tell_column("date_column", table, date, line, true, report);
    let numeric: Vec<bool> = (0..roles.len())
        .map(|column| column != date && Some(column) != time && table.is_numeric(column))
        .collect();
    let reread = header::take_back(&mut roles, &table.names, &numeric);
    let is_numeric = |column: &usize| numeric.get(*column).copied().unwrap_or(false);
    let named = |wanted: Role| roles.iter().position(|role| *role == wanted);
    let mut closes: Vec<(u8, usize)> = roles
        .iter()
        .enumerate()
        .filter_map(|(column, role)| match role {
            Role::Close(rank) if is_numeric(&column) => Some((*rank, column)),
            _ => None,
        })
        .collect();
    closes.sort_unstable();
    let symbol = symbol(table, &roles, &numeric);
    let others: Vec<usize> = roles
        .iter()
        .enumerate()
        .filter(|(column, role)| **role == Role::Other && is_numeric(column))
        .map(|(column, _)| column)
        .filter(|column| table.names.get(*column).is_some_and(|name| !name.is_empty()))
        .collect();
    let [open, high, low] = [Role::Open, Role::High, Role::Low].map(|role| named(role).filter(is_numeric));
    let adjusted = named(Role::AdjClose).filter(is_numeric);
    let close = match (closes.first(), adjusted, symbol, others.as_slice()) {
        (Some((rank, close)), ..) => {
            let certain = *rank <= SURE_CLOSE || closes.len() == 1;
            tell_column("close_column", table, *close, line, certain, report);
            *close
        }
        (None, Some(adjusted), ..) => {
            tell_column("close_column", table, adjusted, line, false, report);
            let message = Message::new("io-adjusted-as-close").with("column", name(table, adjusted));
            report.warn(Some(line), WarningKind::Ambiguous, message);
            adjusted
        }
        (None, None, Some(_), [only]) => {
            tell_column("close_column", table, *only, line, false, report);
            *only
        }
        _ if open.is_some() || high.is_some() || low.is_some() => return Err(ContentProblem::NoClose),
        (None, None, None, columns) if !columns.is_empty() => {
            tell_wide(table, columns, &reread, line, report);
            tell_ignored(table, &numeric, columns, line, report);
            return Ok(Layout { date, time, shape: Shape::Wide { columns: columns.to_vec() } });
        }
        (None, None, Some(_), several @ [_, _, ..]) => {
            let names: Vec<String> = several.iter().map(|column| name(table, *column)).collect();
            return Err(ContentProblem::UnnamedClose { columns: short(&names.join(", ")) });
        }
        _ => return Err(ContentProblem::NoNumbers),
    };
    let volume = named(Role::Volume).filter(is_numeric);
    let columns = [open, high, low, Some(close), adjusted, volume];
    let used: Vec<usize> = columns.iter().flatten().copied().chain(symbol).collect();
    tell_ignored(table, &numeric, &used, line, report);
    let full_name =
        roles.iter().position(|role| *role == Role::Symbol(3)).filter(|name| Some(*name) != symbol);
    if let Some(symbol) = symbol {
        let evidence = Message::new("io-evidence-header")
            .with("line", line.to_string())
            .with("cell", name(table, symbol));
        report.assume("shape", "long", evidence, true);
    }
    Ok(Layout { date, time, shape: Shape::Instrument { symbol, full_name, columns, name: stem.to_owned() } })
}

/// The column of times, when they stand apart from the dates.
fn time_column(table: &Table, roles: &[Role], date: usize) -> Option<usize> {
    let first = table.records.first()?;
    let is_apart = |column: &usize| first.cell(*column).contains(':') && !first.cell(date).contains(':');
    roles.iter().position(|role| *role == Role::Time).filter(is_apart)
}

/// The column of tickers: text, or numbers that a name calls a ticker.
fn symbol(table: &Table, roles: &[Role], numeric: &[bool]) -> Option<usize> {
    let rank = |role: &Role| match role {
        Role::Symbol(rank) => Some(*rank),
        _ => None,
    };
    let mut found: Vec<(u8, usize)> = roles
        .iter()
        .enumerate()
        .filter_map(|(column, role)| rank(role).map(|rank| (rank, column)))
        .filter(|(rank, column)| *rank == 0 || !numeric.get(*column).copied().unwrap_or(false))
        .filter(|(_, column)| table.records.iter().any(|record| !record.cell(*column).is_empty()))
        .collect();
    found.sort_unstable();
    found.first().map(|(_, column)| *column)
}

fn name(table: &Table, column: usize) -> String {
    let written = table.names.get(column).filter(|name| !name.is_empty()).cloned();
    written.unwrap_or_else(|| (column + 1).to_string())
}

fn tell_column(
    key: &'static str,
    table: &Table,
    column: usize,
    line: u64,
    certain: bool,
    report: &mut Report,
) {
    let evidence =
        Message::new("io-evidence-header").with("line", line.to_string()).with("cell", name(table, column));
    report.assume(key, name(table, column), evidence, certain);
}

/// Says that every column is a series; names that mean a price elsewhere leave a doubt, single
/// letters only where no longer name stands beside them.
fn tell_wide(table: &Table, columns: &[usize], reread: &[Reread], line: u64, report: &mut Report) {
    let first = columns.first().map(|column| name(table, *column)).unwrap_or_default();
    let evidence = Message::new("io-evidence-wide")
        .with("line", line.to_string())
        .with("cell", first)
        .with("count", columns.len());
    let all_letters = columns.iter().all(|column| reread.iter().any(|reread| reread.column == *column));
    let mut doubtful = reread.iter().filter(|reread| reread.is_word || all_letters).peekable();
    report.assume("shape", "wide", evidence, doubtful.peek().is_none());
    for reread in doubtful {
        let message = Message::new("io-word-as-series").with("column", name(table, reread.column));
        report.warn(Some(line), WarningKind::Ambiguous, message);
    }
}

/// Names numeric columns that are no part of a series.
fn tell_ignored(table: &Table, numeric: &[bool], used: &[usize], line: u64, report: &mut Report) {
    let ignored: Vec<String> = numeric
        .iter()
        .enumerate()
        .filter(|(column, numeric)| **numeric && !used.contains(column))
        .map(|(column, _)| name(table, column))
        .collect();
    if let Some(first) = ignored.first() {
        let evidence =
            Message::new("io-evidence-header").with("line", line.to_string()).with("cell", first.as_str());
        report.assume("ignored_columns", ignored.join(", "), evidence, true);
    }
}

/// Without a header: a date, then the prices in one of the usual orders, if the values fit it.
fn by_position(table: &Table, stem: &str, report: &mut Report) -> Result<Layout, ContentProblem> {
    let width = table.names.len();
    let date = table.date_column().ok_or(ContentProblem::NoDates)?;
    let numeric: Vec<usize> =
        (0..width).filter(|column| *column != date && table.is_numeric(*column)).collect();
    let is_text = |column: &usize| *column != date && !numeric.contains(column);
    let time = (0..width).find(|column| {
        is_text(column) && table.records.iter().all(|record| record.cell(*column).contains(':'))
    });
    let symbol = (0..width).find(|column| {
        is_text(column) && Some(*column) != time && table.records.iter().all(|r| !r.cell(*column).is_empty())
    });
    let columns = order_of(table, &numeric)?;
    let line = table.records.first().map_or(1, |record| record.line);
    tell_column("date_column", table, date, line, false, report);
    if let Some(close) = columns.get(CLOSE).copied().flatten() {
        tell_column("close_column", table, close, line, false, report);
    }
    report.warn(Some(line), WarningKind::Ambiguous, Message::new("io-no-header-assumed"));
    let shape = Shape::Instrument { symbol, full_name: None, columns, name: stem.to_owned() };
    Ok(Layout { date, time, shape })
}

fn order_of(table: &Table, numeric: &[usize]) -> Result<[Option<usize>; 6], ContentProblem> {
    match *numeric {
        [] => Err(ContentProblem::NoNumbers),
        [close] => Ok([None, None, None, Some(close), None, None]),
        [close, volume] if exceeds(table, volume, close) => {
            Ok([None, None, None, Some(close), None, Some(volume)])
        }
        [open, high, low, close, ref rest @ ..] if encloses(table, [open, high, low, close]) => {
            let [adjusted, volume] = match *rest {
                [] => [None, None],
                [volume] if exceeds(table, volume, close) => [None, Some(volume)],
                [adjusted] => [Some(adjusted), None],
                [adjusted, volume] if exceeds(table, volume, close) => [Some(adjusted), Some(volume)],
                [volume, adjusted] if exceeds(table, volume, close) => [Some(adjusted), Some(volume)],
                _ => return Err(ContentProblem::NoHeader),
            };
            Ok([Some(open), Some(high), Some(low), Some(close), adjusted, volume])
        }
        _ => Err(ContentProblem::NoHeader),
    }
}

fn value(table: &Table, row: usize, column: usize) -> Option<f64> {
    let cell = table.records.get(row)?.cell(column);
    [Mark::Point, Mark::Comma].into_iter().find_map(|mark| match numbers::parse(cell, mark) {
        Cell::Number(number) => Some(number),
        _ => None,
    })
}

/// Whether nearly every row has its high above and its low below the others.
fn encloses(table: &Table, [open, high, low, close]: [usize; 4]) -> bool {
    let fits = |row: usize| {
        let read = |column| value(table, row, column);
        let (Some(open), Some(high), Some(low), Some(close)) =
            (read(open), read(high), read(low), read(close))
        else {
            return false;
        };
        low <= open.min(close) && open.max(close) <= high
    };
    let fitting = (0..table.records.len()).filter(|row| fits(*row)).count();
    fitting * 20 >= table.records.len() * 19
}

/// Whether one column is far above another in most rows, as volumes are above prices.
fn exceeds(table: &Table, volume: usize, price: usize) -> bool {
    let far = |row: usize| match (value(table, row, volume), value(table, row, price)) {
        (Some(volume), Some(price)) => volume >= 10.0 * price && volume.fract() == 0.0,
        _ => false,
    };
    let above = (0..table.records.len()).filter(|row| far(*row)).count();
    above * 10 >= table.records.len() * 9
}
