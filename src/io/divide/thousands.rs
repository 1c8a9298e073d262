//! Numbers that their own thousands commas divide, in a file whose cells commas divide too:
//! `15,750.00` without quotation marks. They are put together where a row has the width of the names
//! again in one plausible way, and in no other.

use std::collections::HashSet;

use crate::io::dates;
use crate::io::error::ContentProblem;
use crate::io::grid::{Grid, Row};
use crate::io::header::{self, Role};
use crate::io::numbers;
use crate::io::report::Report;
use crate::model::{Message, WarningKind};

/// Rows among which the names stand.
const FIRST_ROWS: usize = 50;
/// Ways to put a row together that are looked at.
const MOST_WAYS: usize = 256;
/// A high over the low of its row, at the most.
const MOST_SPREAD: f64 = 2.0;
/// Rows with more cells than names, at the least; in a short file half of its rows.
const LEAST_TORN: usize = 3;

/// How many cells each column takes of a row.
type Way = Vec<usize>;

/// The names of a table: how many, and which are the dates and the parts of a bar.
struct Names {
    at: usize,
    width: usize,
    date: Option<usize>,
    /// Open, high, low and close.
    bar: [Option<usize>; 4],
}

/// Puts numbers together; refuses a file where most rows have several ways to do so.
pub(super) fn whole(grid: Grid, report: &mut Report) -> Result<Grid, ContentProblem> {
    let Some(names) = names(&grid) else { return Ok(grid) };
    let rows = || grid.rows().skip(names.at + 1);
    let torn = rows().filter(|row| row.width() > names.width).count();
    let all = rows().filter(|row| row.filled() > 1).count();
    if torn < LEAST_TORN && torn * 2 < all || torn == 0 {
        return Ok(grid);
    }
    let (mut joined, mut open) = (0_usize, 0_usize);
    let mut first = None;
    let mut whole = Grid::default();
    for (at, row) in grid.rows().enumerate() {
        let is_torn = at > names.at && row.width() > names.width;
        let mut ways = if is_torn { names.ways(&row) } else { Vec::new() };
        match (ways.pop(), ways.is_empty()) {
            (Some(way), true) => {
                joined += 1;
                first = first.or(Some(row.line));
                for cell in put_together(&row, &way) {
                    whole.push(&cell);
                }
            }
            (other, _) => {
                open += usize::from(other.is_some());
                first = first.or(other.and(Some(row.line)));
                (0..row.width()).for_each(|column| whole.push(row.raw(column)));
            }
        }
        whole.end_row_after(row.line, grid.is_after_gap(at));
    }
    if (joined + open) * 2 <= torn {
        return Ok(grid);
    }
    let line = first.unwrap_or(1);
    if open > joined {
        return Err(ContentProblem::TornRows { bad: torn, rows: all, names: names.width, line });
    }
    let message = Message::new("io-torn-thousands").with("count", joined);
    report.warn(Some(line), WarningKind::Ragged, message);
    Ok(whole)
}

/// The first row of words with a known name, where the row below it has more cells.
fn names(grid: &Grid) -> Option<Names> {
    let is_words = |cell: &str| !dates::looks_like_date(cell) && !numbers::looks_numeric(cell);
    let names_columns = |row: &Row| {
        let roles = || row.cells().map(header::role);
        let is_likely = |below: &Row| {
            let more = below.width().saturating_sub(row.width());
            // Names that lack that of the first column are one too few.
            more > 1 || more == 1 && roles().any(|role| role == Role::Date)
        };
        let places = |row: &Row| {
            grid.rows().take(FIRST_ROWS).skip_while(|next| next.line <= row.line).any(|next| is_likely(&next))
        };
        row.filled() > 1
            && row.cells().all(is_words)
            && roles().any(|role| role != Role::Other)
            && places(row)
    };
    let at = grid.rows().take(FIRST_ROWS).position(|row| names_columns(&row))?;
    let row = grid.row(at);
    let roles: Vec<Role> = row.cells().map(header::role).collect();
    let place = |wanted: fn(&Role) -> bool| roles.iter().position(wanted);
    let bar = [
        place(|role| *role == Role::Open),
        place(|role| *role == Role::High),
        place(|role| *role == Role::Low),
        place(|role| matches!(role, Role::Close(_))),
    ];
    Some(Names { at, width: row.width(), date: place(|role| *role == Role::Date), bar })
}

impl Names {
    /// The ways to put a row together that are as good as each other.
    fn ways(&self, row: &Row) -> Vec<Way> {
        let mut search = Search { row, way: Vec::new(), ways: Vec::new(), dead: HashSet::new() };
        search.divide(0, self.width);
        let mut ways = search.ways;
        if ways.len() >= MOST_WAYS {
            return ways;
        }
        ways.retain(|way| {
            let cells = put_together(row, way);
            self.date.and_then(|date| cells.get(date)).is_none_or(|cell| dates::is_meant_as_date(cell))
        });
        let is_bar = |way: &Way| self.is_bar(&put_together(row, way));
        if ways.len() > 1 && ways.iter().any(is_bar) {
            ways.retain(is_bar);
        }
        ways
    }

    /// Whether the high and the low of a row enclose its other prices, and are not far apart.
    fn is_bar(&self, cells: &[String]) -> bool {
        let [open, high, low, close] = self.bar.map(|column| {
            let cell = cells.get(column?)?;
            cell.replace([',', '$'], "").trim().parse::<f64>().ok()
        });
        let (Some(high), Some(low)) = (high, low) else { return false };
        low <= high
            && high <= MOST_SPREAD * low
            && [open, close].into_iter().flatten().all(|price| low <= price && price <= high)
    }
}

/// The search for every way to put a row together.
struct Search<'a> {
    row: &'a Row<'a>,
    way: Way,
    ways: Vec<Way>,
    /// Cells and columns that were left where no way was found.
    dead: HashSet<(usize, usize)>,
}

impl Search<'_> {
    /// Every way to make that many columns of the cells from there on; says whether there is one.
    fn divide(&mut self, at: usize, columns: usize) -> bool {
        let left = self.row.width() - at;
        if columns == 0 && left == 0 {
            self.ways.push(self.way.clone());
            return true;
        }
        if self.ways.len() >= MOST_WAYS
            || columns == 0
            || left < columns
            || self.dead.contains(&(left, columns))
        {
            return false;
        }
        let mut is_found = false;
        for cells in 1..=left {
            let last = at + cells - 1;
            if cells > 1 && !goes_on(self.row, at, last) {
                break;
            }
            self.way.push(cells);
            is_found |= self.divide(last + 1, columns - 1);
            self.way.pop();
        }
        if !is_found {
            self.dead.insert((left, columns));
        }
        is_found
    }
}

/// Whether the cell at `next` can go on with the number that begins at `first`: every cell before
/// it is of digits alone, no more than three in the first and three in the others.
fn goes_on(row: &Row, first: usize, next: usize) -> bool {
    let lead = row.cell(first).trim_start_matches(['-', '+', '$', '€', '£']);
    let is_lead = (1..=3).contains(&lead.len()) && is_digits(lead) && !lead.starts_with('0');
    let is_group = |column: usize| row.raw(column).len() == 3 && is_digits(row.raw(column));
    is_lead && (first + 1..next).all(is_group) && ends_number(row.raw(next))
}

/// Whether a cell can be the last part of a number: three digits, and decimals or a unit behind.
fn ends_number(cell: &str) -> bool {
    cell.split_at_checked(3).is_some_and(|(group, rest)| {
        is_digits(group)
            && !rest.starts_with(|c: char| c.is_ascii_digit() || c == '-' || c == '/' || c == ':')
    })
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn put_together(row: &Row, way: &[usize]) -> Vec<String> {
    let mut at = 0;
    let cells = way.iter().map(|count| {
        let parts: Vec<&str> = (at..at + count).map(|column| row.raw(column)).collect();
        at += count;
        parts.join(",")
    });
    cells.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::io::control::Control;
    use crate::io::split::{Delimiter, Dialect, split};

    fn put(text: &str) -> Result<Vec<String>, ContentProblem> {
        let dialect = Dialect { delimiter: Delimiter::Byte(b','), quote: Some(b'"'), escape: None };
        let (grid, _) = split(text, dialect, &Control::unwatched()).unwrap();
        let grid = whole(grid, &mut Report::default())?;
        Ok(grid.rows().map(|row| row.cells().collect::<Vec<_>>().join("|")).collect())
    }

    #[test]
    fn numbers_are_put_together_where_there_is_one_way() {
        let cases: &[(&str, &str)] = &[
            ("Date,Close\n2025-01-24,1,750.00\n2025-01-27,1,812.50\n", "2025-01-27|1,812.50"),
            // Only what has passed a thousand is torn.
            ("Date,Close\n2025-01-24,998.50\n2025-01-27,1,002.50\n", "2025-01-27|1,002.50"),
            ("Date,Close,Vol\n2025-01-24,1,750.00,1,234,567\n", "2025-01-24|1,750.00|1,234,567"),
            ("Date, Close, Vol\n2025-01-24, 1,750, 120\n2025-01-27, 1,760, 130\n", "2025-01-27|1,760|130"),
            // The bar decides where digits alone do not.
            (
                "Date,Open,High,Low,Close\n2025-01-24,150,151,150,152,150,149,150,150\n",
                "2025-01-24|150,151|150,152|150,149|150,150",
            ),
            // Two columns without a name, decimals and a moved row of names.
            ("Date,Close\n2025-01-24,1.5,2.5\n2025-01-27,1.5,2.5\n", "2025-01-27|1.5|2.5"),
            ("Date,Close\n2025-01-24,1,5\n2025-01-27,1,6\n", "2025-01-27|1|6"),
            ("Date,Close\n2025-01-24,0,500\n2025-01-27,0,600\n", "2025-01-27|0|600"),
            ("open,close,low\n2025-01-24,105,112,100\n2025-01-27,105,112,100\n", "2025-01-27|105|112|100"),
        ];
        for (text, expected) in cases {
            assert_eq!(put(text).unwrap().last().unwrap(), expected, "{text}");
        }
    }

    #[test]
    fn several_ways_are_a_reason_to_refuse() {
        let text = "Date,Price,Vol\n2025-01-24,1,750,120\n2025-01-27,1,760,130\n";
        let expected = ContentProblem::TornRows { bad: 2, rows: 2, names: 3, line: 2 };
        assert_eq!(put(text), Err(expected));
    }
}
