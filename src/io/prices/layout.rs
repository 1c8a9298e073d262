//! Which column of a price table is which: by its names where there are any, by its values where
//! they bear it out (`unnamed`), and not at all where they do not.

use super::companions;
use super::hearing::{bar_by_values, benchmarks, hear_values, tell_companions};
use super::keys::{self, Symbol};
use super::names::Naming;
use super::panel;
use super::unnamed;
use crate::io::error::ContentProblem;
use crate::io::header::{self, Reread, Role, SURE_CLOSE};
use crate::io::report::{Report, short};
use crate::io::table::{DateColumn, Table};
use crate::model::{Decision, Message, Overrides, WarningKind};

/// Columns in the order of [`crate::io::frame::PRICE_COLUMNS`].
pub(super) type Slots = [Option<usize>; 6];

/// Position of the close among [`Slots`].
pub(super) const CLOSE: usize = 3;

/// Columns of a table by what they hold.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Layout {
    /// The dates; none where the rows are only counted.
    pub date: Option<DateColumn>,
    /// Times of day in a column of their own.
    pub time: Option<usize>,
    pub shape: Shape,
}

/// Whether a row is one instrument that a column names, or one time of those beside each other.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Rows of several instruments.
    Long { symbol: Symbol, columns: Slots },
    /// One instrument, or several side by side.
    Panel(Vec<Instrument>),
}

/// An instrument of a panel.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Instrument {
    pub name: String,
    pub columns: Slots,
}

impl Layout {
    /// Columns of each series, one for all of a long table.
    pub(super) fn slots(&self) -> Vec<&Slots> {
        match &self.shape {
            Shape::Long { columns, .. } => vec![columns],
            Shape::Panel(instruments) => instruments.iter().map(|instrument| &instrument.columns).collect(),
        }
    }

    /// The columns of units traded.
    pub(super) fn volumes(&self) -> Vec<usize> {
        self.slots().iter().filter_map(|[.., volume]| *volume).collect()
    }

    /// Columns of numbers, the closes first.
    pub(super) fn values(&self) -> Vec<usize> {
        let slots = self.slots();
        let closes = slots.iter().filter_map(|columns| columns.get(CLOSE).copied().flatten());
        let others = slots.iter().flat_map(|columns| {
            columns.iter().enumerate().filter(|(slot, _)| *slot != CLOSE).filter_map(|(_, column)| *column)
        });
        let mut found: Vec<usize> = Vec::new();
        for column in closes.chain(others) {
            if !found.contains(&column) {
                found.push(column);
            }
        }
        found
    }

    /// The first column of closes.
    pub(super) fn close(&self) -> Option<usize> {
        self.slots().first().and_then(|columns| columns.get(CLOSE).copied().flatten())
    }
}

/// What is known of a table while its columns are told apart.
pub(super) struct Columns<'t> {
    pub table: &'t Table<'t>,
    pub overrides: &'t Overrides,
    /// Line of the names.
    pub line: u64,
    pub date: Option<DateColumn>,
    /// Times in a column of their own.
    pub time: Option<usize>,
    pub roles: Vec<Role>,
    /// Which columns are numbers other than dates and times.
    pub numeric: Vec<bool>,
}

impl Columns<'_> {
    pub(super) fn is_numeric(&self, column: usize) -> bool {
        self.numeric.get(column).copied().unwrap_or(false)
    }

    /// The first column of that role with numbers in it.
    fn named(&self, wanted: Role) -> Option<usize> {
        let mut found = self.roles.iter().enumerate().filter(|(_, role)| **role == wanted).map(|(at, _)| at);
        found.find(|column| self.is_numeric(*column))
    }

    /// Name of a column as written, its number where it has none.
    pub(super) fn name(&self, column: usize) -> String {
        let written = self.table.name(column);
        if written.is_empty() { (column + 1).to_string() } else { written.to_owned() }
    }

    /// Columns of numbers of which one could be the close.
    fn offers(&self) -> Vec<String> {
        (0..self.roles.len()).filter(|column| self.is_numeric(*column)).map(|at| self.name(at)).collect()
    }

    /// The column that the user takes for the close.
    pub(super) fn chosen(&self) -> Result<Option<usize>, ContentProblem> {
        let Some(wanted) = self.overrides.get(Decision::CloseColumn) else { return Ok(None) };
        let plain = header::plain(wanted);
        let by_name = (0..self.roles.len()).find(|column| header::plain(self.table.name(*column)) == plain);
        let by_number = || wanted.trim().parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let found = by_name.or_else(by_number).filter(|column| self.is_numeric(*column));
        found.map(Some).ok_or_else(|| ContentProblem::NoSuchClose {
            name: short(wanted),
            columns: short(&self.offers().join(", ")),
        })
    }
}

/// Finds the columns and reports what it decided.
pub(super) fn find(
    table: &Table,
    naming: Naming,
    overrides: &Overrides,
    report: &mut Report,
) -> Result<Layout, ContentProblem> {
    let date = table.date_column();
    let roles: Vec<Role> = (0..table.names.len()).map(|column| table.role(column)).collect();
    let time = date.and_then(|date| time_column(table, &roles, date.column));
    let numeric: Vec<bool> = (0..roles.len())
        .map(|column| date.is_none_or(|date| date.column != column) && Some(column) != time)
        .enumerate()
        .map(|(column, may)| may && table.is_numeric(column))
        .collect();
    let line = table.header_line.unwrap_or_else(|| table.record(0).line);
    let columns = Columns { table, overrides, line, date, time, roles, numeric };
    if columns.date.is_none() && !are_all_numbers(&columns) {
        // Rows are counted only where nothing but numbers stands in them.
        return Err(no_dates(table));
    }
    if !columns.numeric.contains(&true) {
        return Err(if date.is_some() { ContentProblem::NoNumbers } else { no_dates(table) });
    }
    if let Some(date) = date {
        tell_column("date_column", &columns, date.column, date.is_named, report);
    }
    let shape = match table.header_line {
        Some(_) => by_name(columns, naming, report)?,
        None => unnamed::find(&columns, &naming.name(table), report)?,
    };
    Ok(Layout { date, time, shape })
}

/// Why a table has no dates: years of another calendar are named as such.
pub(super) fn no_dates(table: &Table) -> ContentProblem {
    let hijri = (0..table.names.len()).find_map(|column| {
        let cells = table.sample(column);
        let found = cells.iter().filter(|cell| crate::io::dates::looks_hijri(cell)).count();
        (found * 2 > cells.len()).then(|| short(cells.first().copied().unwrap_or_default()))
    });
    hijri.map_or(ContentProblem::NoDates, |cell| ContentProblem::Hijri { cell })
}

fn by_name(mut columns: Columns, naming: Naming, report: &mut Report) -> Result<Shape, ContentProblem> {
    hear_values(&mut columns);
    let reread = header::take_back(&mut columns.roles, &columns.table.names, &columns.numeric);
    let name = naming.name(columns.table);
    let chosen = columns.chosen()?;
    if chosen.is_none()
        && let Some(instruments) = panel::by_ticker(&columns, report)
    {
        return Ok(Shape::Panel(instruments));
    }
    let symbol = keys::symbol(&columns);
    let is_key = |column: &usize| symbol.iter().any(|symbol| symbol.columns().any(|key| key == *column));
    let unknown: Vec<usize> = others(&columns).into_iter().filter(|column| !is_key(column)).collect();
    let (others, companions) = companions::divided(&columns, unknown);
    tell_companions(&columns, &companions, report);
    let [open, high, low, adjusted, volume] =
        [Role::Open, Role::High, Role::Low, Role::AdjClose, Role::Volume].map(|role| columns.named(role));
    let closes = closes(&columns);
    let bar = if chosen.is_none() && closes.is_empty() && adjusted.is_none() {
        bar_by_values(&columns, &others, !companions.is_empty() || volume.is_some(), report)
    } else {
        None
    };
    if let Some([open, high, low, close]) = bar {
        // The bar is the series; none of its columns names it.
        if let Some(role) = close.and_then(|close| columns.roles.get_mut(close)) {
            *role = Role::Close(0);
        }
        return Ok(shaped(&columns, [open, high, low, close, None, volume], symbol, name, report));
    }
    let has_bar = [open, high, low].iter().any(Option::is_some);
    let told = Told { chosen, closes, adjusted, others, has_bar, has_symbol: symbol.is_some() };
    let close = match closing(&columns, &told, report)? {
        Closing::Column(close) => close,
        Closing::Each(found) => {
            let reread = if found == told.others { reread.as_slice() } else { &[] };
            return Ok(wide(&columns, &found, reread, report));
        }
    };
    let adjusted = adjusted.filter(|column| *column != close);
    Ok(shaped(&columns, [open, high, low, Some(close), adjusted, volume], symbol, name, report))
}

/// What names tell of the columns among which the close is sought.
struct Told {
    chosen: Option<usize>,
    /// Columns that could be the close, the likeliest first.
    closes: Vec<(u8, usize)>,
    adjusted: Option<usize>,
    /// Columns of numbers with a name that says no role.
    others: Vec<usize>,
    /// Whether there are other prices of a bar.
    has_bar: bool,
    has_symbol: bool,
}

/// The column of the close, or several that are a series each.
enum Closing {
    Column(usize),
    Each(Vec<usize>),
}

/// Finds the close and says which it is.
fn closing(columns: &Columns, told: &Told, report: &mut Report) -> Result<Closing, ContentProblem> {
    let quotes: Vec<usize> =
        [Role::Bid, Role::Ask].into_iter().filter_map(|role| columns.named(role)).collect();
    let is_lone = !told.has_symbol && !told.has_bar;
    let benchmarks = if is_lone { benchmarks(columns, &told.closes) } else { Vec::new() };
    let doubt = |key, column: usize, report: &mut Report| {
        let message = Message::new(key).with("column", columns.name(column));
        report.warn(Some(columns.line), WarningKind::Ambiguous, message);
        tell_close(columns, column, false, report)
    };
    let close =
        match (told.chosen, told.closes.first(), told.adjusted, told.has_symbol, told.others.as_slice()) {
            (Some(chosen), ..) => tell_close(columns, chosen, true, report),
            (None, Some((_, close)), ..) if !benchmarks.is_empty() => {
                return Ok(Closing::Each(std::iter::once(*close).chain(benchmarks).collect()));
            }
            (None, Some((rank, close)), ..) => {
                tell_close(columns, *close, *rank <= SURE_CLOSE || told.closes.len() == 1, report)
            }
            (None, None, Some(adjusted), ..) => doubt("io-adjusted-as-close", adjusted, report),
            (None, None, None, false, _) if quotes.len() == 2 => return Ok(Closing::Each(quotes)),
            // Quotes of instruments that a column names: the bid comes first.
            (None, None, None, true, _) if quotes.len() == 2 => {
                doubt("io-bid-as-close", quotes.first().copied().unwrap_or_default(), report)
            }
            (None, None, None, true, [only]) => tell_close(columns, *only, false, report),
            _ if told.has_bar => return Err(ContentProblem::NoClose),
            (None, None, None, false, found) if !found.is_empty() => {
                return Ok(Closing::Each(found.to_vec()));
            }
            (None, None, None, true, several @ [_, _, ..]) => {
                let names: Vec<String> = several.iter().map(|column| columns.name(*column)).collect();
                return Err(ContentProblem::UnnamedClose { columns: short(&names.join(", ")) });
            }
            _ if columns.date.is_none() => return Err(no_dates(columns.table)),
            _ => return Err(ContentProblem::NoNumbers),
        };
    Ok(Closing::Column(close))
}

/// The shape of a table of bars: rows of several instruments, or one.
fn shaped(
    columns: &Columns,
    slots: Slots,
    symbol: Option<Symbol>,
    name: String,
    report: &mut Report,
) -> Shape {
    let keys = symbol.iter().flat_map(Symbol::columns);
    let used: Vec<usize> = slots.iter().flatten().copied().chain(keys).collect();
    tell_ignored(columns, &used, report);
    if let Some(symbol) = symbol {
        let evidence = Message::new("io-evidence-header")
            .with("line", columns.line.to_string())
            .with("cell", columns.name(symbol.column));
        report.assume("shape", "long", evidence, symbol.is_named);
        return Shape::Long { symbol, columns: slots };
    }
    let close = slots.get(CLOSE).copied().flatten();
    let name = close.map_or(name.clone(), |close| closing_name(columns, close, name));
    Shape::Panel(vec![Instrument { name, columns: slots }])
}

/// A close whose column is named after the series names it: `SP500`, where the file's name is no
/// better.
fn closing_name(columns: &Columns, close: usize, name: String) -> String {
    let is_named = columns.roles.get(close).is_some_and(|role| *role == Role::Other);
    if is_named { columns.name(close) } else { name }
}

/// Columns that could be the close, the likeliest first.
fn closes(columns: &Columns) -> Vec<(u8, usize)> {
    let mut closes: Vec<(u8, usize)> = columns
        .roles
        .iter()
        .enumerate()
        .filter_map(|(column, role)| match role {
            Role::Close(rank) if columns.is_numeric(column) => Some((*rank, column)),
            _ => None,
        })
        .collect();
    closes.sort_unstable();
    closes
}

/// Columns of numbers with a name that says no role.
pub(super) fn others(columns: &Columns) -> Vec<usize> {
    const PARTS_OF_DATES: [&str; 8] =
        ["year", "month", "day", "week", "quarter", "hour", "weekday", "day of week"];
    let found = columns.roles.iter().enumerate().filter(|(_, role)| **role == Role::Other).map(|(at, _)| at);
    let is_series = |column: &usize| {
        let name = header::plain(columns.table.name(*column));
        columns.is_numeric(*column) && !name.is_empty() && !PARTS_OF_DATES.contains(&name.as_str())
    };
    found.filter(is_series).collect()
}

/// Whether a table without dates holds nothing but numbers, beside a column without a name.
fn are_all_numbers(columns: &Columns) -> bool {
    (0..columns.roles.len()).all(|column| columns.is_numeric(column) || columns.table.name(column).is_empty())
}

/// The column of times, when they stand apart from the dates.
fn time_column(table: &Table, roles: &[Role], date: usize) -> Option<usize> {
    let first = table.record(0);
    let is_apart = |column: &usize| {
        let cell = first.cell(*column);
        let is_clock =
            cell.contains(':') || cell.len() <= 9 && cell.bytes().all(|byte| byte.is_ascii_digit());
        *column != date && is_clock && !cell.is_empty() && !first.cell(date).contains(':')
    };
    let named = roles.iter().position(|role| *role == Role::Time).filter(is_apart);
    let beside = || {
        let column = date + 1;
        let is_clock = |cell: &&str| cell.contains(':') && cell.len() <= 15;
        let cells = table.sample(column);
        let is_time = !cells.is_empty() && cells.iter().all(is_clock);
        (is_time && table.header_line.is_none() && is_apart(&column)).then_some(column)
    };
    named.or_else(beside)
}

pub(super) fn tell_column(
    key: &'static str,
    columns: &Columns,
    column: usize,
    certain: bool,
    report: &mut Report,
) {
    let evidence = Message::new("io-evidence-header")
        .with("line", columns.line.to_string())
        .with("cell", columns.name(column));
    report.assume(key, columns.name(column), evidence, certain);
}

/// Tells which column is the close and which others could be.
pub(super) fn tell_close(columns: &Columns, close: usize, certain: bool, report: &mut Report) -> usize {
    tell_column("close_column", columns, close, certain, report);
    report.offer(columns.offers());
    close
}

/// Says that every column is a series; names that mean a price elsewhere leave a doubt, single
/// letters only where no longer name stands beside them.
fn wide(columns: &Columns, found: &[usize], reread: &[Reread], report: &mut Report) -> Shape {
    let first = found.first().map(|column| columns.name(*column)).unwrap_or_default();
    let evidence = Message::new("io-evidence-wide")
        .with("line", columns.line.to_string())
        .with("cell", first)
        .with("count", found.len());
    let all_letters = found.iter().all(|column| reread.iter().any(|reread| reread.column == *column));
    let mut doubtful = reread.iter().filter(|reread| reread.is_word || all_letters).peekable();
    report.assume("shape", "wide", evidence, doubtful.peek().is_none());
    for reread in doubtful {
        let message = Message::new("io-word-as-series").with("column", columns.name(reread.column));
        report.warn(Some(columns.line), WarningKind::Ambiguous, message);
    }
    tell_ignored(columns, found, report);
    let naming = panel::naming_row(columns, found);
    let instrument = |column: &usize| Instrument {
        name: panel::name_in(columns, *column, naming),
        columns: [None, None, None, Some(*column), None, None],
    };
    Shape::Panel(found.iter().map(instrument).collect())
}

/// Names columns of numbers that are no part of a series.
pub(super) fn tell_ignored(columns: &Columns, used: &[usize], report: &mut Report) {
    let ignored: Vec<String> = (0..columns.roles.len())
        .filter(|column| columns.is_numeric(*column) && !used.contains(column))
        .filter(|column| !columns.table.name(*column).is_empty())
        .map(|column| columns.name(column))
        .collect();
    if let Some(first) = ignored.first() {
        let evidence = Message::new("io-evidence-header")
            .with("line", columns.line.to_string())
            .with("cell", first.as_str());
        report.assume("ignored_columns", ignored.join(", "), evidence, true);
    }
}
