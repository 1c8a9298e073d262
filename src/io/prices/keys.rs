//! Which columns tell the instrument of a row: one that a name calls tickers, and with it, or where
//! there is none, the fewest further columns with which no time stands twice.

use std::collections::HashSet;

use super::layout::Columns;
use super::values::Values;
use crate::io::header::{self, Role};

/// Rows that tell whether dates repeat.
const SAMPLE_ROWS: usize = 5000;
/// Different words in a column that divides a table, as a share of its rows at the most.
const MOST_WORDS: f64 = 0.6;
/// Rank of names in full, which numbers are not.
const NAME: u8 = 3;
/// Columns of which the fewest are sought, and how many may be needed.
const MOST_CANDIDATES: usize = 8;
const MOST_KEYS: usize = 4;

/// The columns that name the instrument of a row.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Symbol {
    /// Tickers, or the first of the columns that tell instruments apart.
    pub column: usize,
    /// The others of them, where no name says that tickers stand in one.
    pub others: Vec<usize>,
    pub full_name: Option<usize>,
    /// Columns without which one instrument would have a time twice: the board, the class.
    pub variants: Vec<usize>,
    /// Whether a name says that tickers stand in the first column.
    pub is_named: bool,
}

impl Symbol {
    /// Every column of it.
    pub(super) fn columns(&self) -> impl Iterator<Item = usize> {
        std::iter::once(self.column).chain(self.others.iter().chain(&self.variants).copied())
    }
}

/// The columns that name the instrument of a row; none where every time stands once.
pub(super) fn symbol(columns: &Columns) -> Option<Symbol> {
    if let Some(column) = named(columns) {
        let name = columns.roles.iter().position(|role| *role == Role::Symbol(NAME));
        let variants = variants(columns, column);
        return Some(Symbol {
            column,
            others: Vec::new(),
            full_name: name.filter(|name| *name != column && !variants.contains(name)),
            variants,
            is_named: true,
        });
    }
    let rows = columns.table.len().min(SAMPLE_ROWS);
    let repeated = repeats(columns, &[]);
    if repeated * 5 < rows || rows < 4 {
        return frequency(columns).map(unnamed);
    }
    let candidates = candidates(columns, &[]);
    let mut keys = fewest(columns, &candidates, &[], rows / 20)?;
    let frequency = frequency(columns).filter(|column| keys.len() == 1 && !keys.contains(column));
    let others = keys.split_off(1.min(keys.len()));
    let variants = frequency.into_iter().collect();
    keys.pop().map(|first| Symbol { others, variants, ..unnamed(first) })
}

pub(super) fn unnamed(column: usize) -> Symbol {
    Symbol { column, others: Vec::new(), full_name: None, variants: Vec::new(), is_named: false }
}

/// The column that a name calls tickers: words, or numbers that are codes.
fn named(columns: &Columns) -> Option<usize> {
    let table = columns.table;
    let tickers = columns.roles.iter().enumerate().filter_map(|(column, role)| match role {
        Role::Symbol(rank) => Some((*rank, column)),
        _ => None,
    });
    tickers
        .filter(|(_, column)| columns.date.is_none_or(|date| date.column != *column))
        .filter(|(_, column)| table.records().any(|record| !record.cell(*column).is_empty()))
        .filter(|(rank, column)| *rank < NAME || !columns.is_numeric(*column))
        .filter(|(_, column)| !is_board(columns, *column) && !table.is_dated(*column))
        .min_by_key(|(rank, column)| (*rank, columns.is_numeric(*column), *column))
        .map(|(_, column)| column)
}

/// Whether a column called "series" names the board on which a share is traded, as exchanges of
/// India do, rather than the share.
fn is_board(columns: &Columns, column: usize) -> bool {
    let is_code = |cell: &&str| cell.len() == 2 && cell.bytes().all(|byte| byte.is_ascii_uppercase());
    let table = columns.table;
    header::plain(table.name(column)) == "series" && table.sample(column).iter().all(is_code)
}

/// The fewest columns without which an instrument has a time twice.
fn variants(columns: &Columns, symbol: usize) -> Vec<usize> {
    let frequency = || frequency(columns).filter(|frequency| *frequency != symbol).into_iter().collect();
    let repeated = repeats(columns, &[symbol]);
    if repeated == 0 {
        return frequency();
    }
    let candidates = candidates(columns, &[symbol]);
    // Rows that stand twice whatever names them are no reason to seek further.
    let all: Vec<usize> = candidates.iter().chain([&symbol]).copied().collect();
    let left = repeats(columns, &all);
    if left * 5 > repeated {
        return frequency();
    }
    fewest(columns, &candidates, &[symbol], left).unwrap_or_else(frequency)
}

/// Columns that may divide a table: words, then numbers that are codes, of each those with the fewest
/// different cells first.
fn candidates(columns: &Columns, known: &[usize]) -> Vec<usize> {
    let rows = columns.table.len().min(SAMPLE_ROWS);
    let different =
        |column: usize| columns.table.cells(column).take(SAMPLE_ROWS).collect::<HashSet<_>>().len();
    let is_code = |column: &usize| {
        let may = matches!(columns.roles.get(*column), Some(Role::Other | Role::Ignored));
        may && columns.is_numeric(*column) && Values::of(columns.table, *column).is_code()
    };
    let codes = (0..columns.roles.len()).filter(is_code);
    // A board names no instrument, but tells apart those of one name.
    let is_board = |column: &usize| columns.roles.get(*column) == Some(&Role::Board);
    let found = words(columns).chain(codes).filter(|column| !known.contains(column));
    let found = found.filter(|column| !known.is_empty() || !is_board(column));
    let mut counted: Vec<(bool, usize, usize)> =
        found.map(|column| (columns.is_numeric(column), different(column), column)).collect();
    // What tells rows of one instrument apart may differ in each of few rows.
    let most = if known.is_empty() { MOST_WORDS } else { 1.0 };
    counted.retain(|(_, count, _)| *count > 1 && (*count as f64) < most * rows as f64);
    counted.sort_unstable();
    counted.into_iter().map(|(.., column)| column).take(MOST_CANDIDATES).collect()
}

/// The smallest set of the candidates with which, beside the known columns, at most so many rows
/// repeat a time; in the order in which they stand in the file.
fn fewest(columns: &Columns, candidates: &[usize], known: &[usize], at_most: usize) -> Option<Vec<usize>> {
    let fits = |set: &[usize]| {
        let keys: Vec<usize> = known.iter().chain(set).copied().collect();
        repeats(columns, &keys) <= at_most
    };
    // All together must do, or no few of them do.
    if !fits(candidates) {
        return None;
    }
    let mut sets: Vec<Vec<usize>> = vec![Vec::new()];
    for _ in 0..MOST_KEYS {
        let larger = |set: &Vec<usize>| {
            let after = set.last().and_then(|last| candidates.iter().position(|known| known == last));
            let rest = candidates.get(after.map_or(0, |at| at + 1)..).unwrap_or_default();
            rest.iter().map(|column| [set.as_slice(), &[*column]].concat()).collect::<Vec<_>>()
        };
        sets = sets.iter().flat_map(larger).collect();
        if let Some(found) = sets.iter().find(|set| fits(set)) {
            let mut found = found.clone();
            found.sort_unstable();
            return Some(found);
        }
    }
    None
}

/// Rows as far as they tell whether a date repeats: the date with what else names the row.
fn repeats(columns: &Columns, keys: &[usize]) -> usize {
    let Some(date) = columns.date else { return 0 };
    let mut seen: HashSet<Vec<&str>> = HashSet::new();
    let rows = columns.table.records().take(SAMPLE_ROWS);
    rows.filter(|row| {
        let key = std::iter::once(date.column)
            .chain(columns.time)
            .chain(keys.iter().copied())
            .map(|column| row.cell(column));
        !seen.insert(key.collect())
    })
    .count()
}

/// Columns of words that are filled in every row.
fn words(columns: &Columns) -> impl Iterator<Item = usize> {
    let is_words = |column: &usize| {
        columns.date.is_none_or(|date| date.column != *column)
            && columns.time != Some(*column)
            && !columns.is_numeric(*column)
            && !columns.table.is_dated(*column)
            && columns.table.sample(*column).iter().all(|cell| !cell.is_empty())
    };
    (0..columns.roles.len()).filter(is_words)
}

/// A column that says how often each of several series in one table is counted: years, quarters
/// and months of the same thing are series of their own.
fn frequency(columns: &Columns) -> Option<usize> {
    let is_named = |column: &usize| header::plain(columns.table.name(*column)).starts_with("freq");
    let is_several = |column: &usize| columns.table.cells(*column).collect::<HashSet<_>>().len() > 1;
    words(columns).filter(is_named).find(is_several)
}
