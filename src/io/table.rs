//! A table within a grid: its names, its rows, and what its columns are. Every row keeps the line
//! it begins on.
//!
//! It knows cells as text and asks only whether they look like dates or numbers.

mod told;

use super::dates;
use super::grid::{Form, Grid, Row};
use super::header::{self, Role};
use super::numbers::{self, Survey};
use super::region::{Class, Region, is_lone_name};
use super::report::{Report, short};
use crate::model::{Kind, Message, WarningKind};

/// Cells of a column that are looked at to tell what it holds.
const SAMPLE_CELLS: usize = 1000;

/// Names of a column of years.
pub(super) const YEAR_NAMES: &[&str] =
    &["year", "yyyy", "ano", "año", "année", "jahr", "anno", "yıl", "год", "年"];

/// Rows under column names.
#[derive(Clone, Debug)]
pub(super) struct Table<'a> {
    grid: &'a Grid,
    /// Whether the file divides its cells by semicolons, as where the comma is the decimal mark.
    pub has_semicolons: bool,
    /// Line of the names, if there are any; the one with most known names of several.
    pub header_line: Option<u64>,
    /// Column names; of several rows of names all that stand over the column.
    pub names: Vec<String>,
    /// Of each column the cells of every row of names, top to bottom.
    pub heads: Vec<Vec<String>>,
    /// Positions of the rows that have a cell for every name.
    rows: Vec<usize>,
    /// Rows that were left out for their number of cells.
    pub ragged: usize,
    /// Line and first cell of the first of them.
    pub first_ragged: Option<(u64, String)>,
    /// Cells of the widest of them.
    pub widest_ragged: usize,
    /// Lines of words above the names.
    pub title: Vec<String>,
}

/// The column of dates, and whether a name calls it so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DateColumn {
    pub column: usize,
    pub is_named: bool,
}

impl<'a> Table<'a> {
    /// A region of a grid as a table, of models where that is decided; what is left out is told.
    pub(super) fn of(
        grid: &'a Grid,
        region: &Region,
        has_semicolons: bool,
        is_of_models: bool,
        report: &mut Report,
    ) -> Self {
        let mut heads = heads(grid, region);
        let models = models_row(&heads, region);
        let is_of_models = is_of_models || models.is_some();
        let width = width(grid, region, &heads, is_of_models);
        heads.resize(width, Vec::new());
        let names = names(&heads, region, models);
        let header_line = header_line(grid, region);
        let title = (region.block.start..region.header.start)
            .map(|at| grid.row(at).cells().filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" "))
            .filter(|line| !line.is_empty())
            .collect();
        let mut table = Self {
            grid,
            has_semicolons,
            header_line,
            names,
            heads,
            rows: Vec::new(),
            ragged: 0,
            first_ragged: None,
            widest_ragged: 0,
            title,
        };
        told::header(grid, region, header_line, report);
        told::outside(grid, region, report);
        table.keep_rows(region, is_of_models, report);
        table
    }

    /// Rows of data.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// The row of data at that position.
    pub(super) fn record(&self, at: usize) -> Row<'a> {
        self.rows.get(at).map_or_else(|| self.grid.row(usize::MAX), |row| self.grid.row(*row))
    }

    /// The row of data that begins on that line; an empty one where none does.
    pub(super) fn record_on(&self, line: u64) -> Row<'a> {
        let at = self.rows.partition_point(|row| self.grid.row(*row).line < line);
        let row = self.record(at);
        if row.line == line { row } else { self.grid.row(usize::MAX) }
    }

    /// Every row of data, in file order.
    pub(super) fn records(&self) -> impl DoubleEndedIterator<Item = Row<'a>> + ExactSizeIterator {
        self.rows.iter().map(|row| self.grid.row(*row))
    }

    /// Every cell of a column.
    pub(super) fn cells(&self, column: usize) -> impl Iterator<Item = &'a str> {
        self.records().map(move |record| record.cell(column))
    }

    /// What the table is by its names, `None` when they do not say.
    pub(super) fn kind(&self) -> Option<Kind> {
        let names: Vec<String> = self.names.iter().map(|name| header::plain(name)).collect();
        let numeric: Vec<bool> = (0..names.len()).map(|column| self.is_numeric(column)).collect();
        header::kind(&names, &numeric)
    }

    /// Name of a column as written, empty where it has none.
    pub(super) fn name(&self, column: usize) -> &str {
        self.names.get(column).map_or("", String::as_str)
    }

    /// What a column's names say it holds: of several rows of names the first that says anything.
    pub(super) fn role(&self, column: usize) -> Role {
        let heads = self.heads.get(column).map(Vec::as_slice).unwrap_or_default();
        let known = heads.iter().map(|cell| header::role(cell)).find(|role| *role != Role::Other);
        known.unwrap_or_else(|| header::role(self.name(column)))
    }

    /// The column of dates: one that a name calls so, or one that holds them. Readable dates count
    /// before counts of time, and a column of one date says nothing beside one of several.
    pub(super) fn date_column(&self) -> Option<DateColumn> {
        let all = || 0..self.names.len();
        let of = |column: usize, is_named: bool| DateColumn { column, is_named };
        let readable = |column: &usize| self.share(*column, dates::looks_like_date) >= 0.6;
        let in_some_way =
            |column: &usize, is_named: bool| dates::share(&self.sample(*column), is_named) >= 0.6;
        let by_name = || {
            let named = |wanted: Role| all().filter(move |column| self.role(*column) == wanted);
            let by_pattern = all().filter(|column| is_pattern(self.name(*column)));
            named(Role::Date).chain(named(Role::Time)).chain(by_pattern)
        };
        let several = |column: &usize| self.different(*column) > 1;
        by_name()
            .filter(several)
            .find(readable)
            .or_else(|| by_name().find(readable).filter(|_| !all().any(|c| readable(&c) && several(&c))))
            .or_else(|| {
                by_name().find(|column| in_some_way(column, true)).filter(|_| !all().any(|c| readable(&c)))
            })
            .map(|column| of(column, true))
            .or_else(|| {
                let found = all().rev().filter(readable);
                found.max_by_key(|column| self.different(*column)).map(|column| of(column, false))
            })
            .or_else(|| all().find(|column| self.is_epoch(*column)).map(|column| of(column, false)))
            .or_else(|| all().find(|column| self.counts_years(*column)).map(|column| of(column, true)))
            .or_else(|| {
                let is_first = |column: &usize| *column == 0 && self.name(0).is_empty();
                all()
                    .find(|column| is_first(column) && in_some_way(column, true))
                    .map(|column| of(column, true))
            })
    }

    /// How many different cells of a column there are among those from all over it.
    fn different(&self, column: usize) -> usize {
        let mut cells = self.sample(column);
        cells.retain(|cell| !numbers::is_missing(cell));
        cells.sort_unstable();
        cells.dedup();
        cells.len()
    }

    /// Whether a column counts time.
    fn is_epoch(&self, column: usize) -> bool {
        dates::is_epoch(self.sample(column).into_iter())
    }

    /// Whether a column is one of years by its name and by every cell.
    fn counts_years(&self, column: usize) -> bool {
        let is_year = |cell: &&str| matches!(dates::grain(cell), Some((dates::Grain::Year, _)));
        YEAR_NAMES.contains(&header::plain(self.name(column)).as_str())
            && self.sample(column).iter().all(is_year)
    }

    /// What the cells of a column say about the marks in its numbers.
    pub(super) fn survey(&self, column: usize) -> Survey {
        let mut survey = Survey::default();
        for record in self.records() {
            survey.look(record.line, record.cell(column));
        }
        survey
    }

    /// Position of the first column with one of these [`header::plain`] names, in their order.
    pub(super) fn column(&self, wanted: &[&str]) -> Option<usize> {
        let names: Vec<String> = self.names.iter().map(|name| header::plain(name)).collect();
        wanted.iter().find_map(|wanted| names.iter().position(|name| name == wanted))
    }

    /// Whether most cells of a column that hold something are numbers.
    pub(super) fn is_numeric(&self, column: usize) -> bool {
        self.share(column, numbers::looks_numeric) >= 0.6
    }

    /// Whether most cells of a column that hold something are dates.
    pub(super) fn is_dated(&self, column: usize) -> bool {
        self.share(column, dates::looks_like_date) >= 0.6
    }

    /// Cells of a column from all over it.
    pub(super) fn sample(&self, column: usize) -> Vec<&'a str> {
        let step = (self.len() / SAMPLE_CELLS).max(1);
        self.records().step_by(step).map(|record| record.cell(column)).collect()
    }

    /// How many of the cells that hold something fit, from all over the column.
    fn share(&self, column: usize, fits: impl Fn(&str) -> bool) -> f64 {
        let (mut filled, mut fitting) = (0_usize, 0_usize);
        let step = (self.len() / SAMPLE_CELLS).max(1);
        let cells = self.records().step_by(step).map(|record| record.cell(column));
        for cell in cells.filter(|cell| !numbers::is_missing(cell)) {
            filled += 1;
            fitting += usize::from(fits(cell));
        }
        if filled == 0 && step > 1 {
            // A column that begins late: look at all of it.
            for cell in self.cells(column).filter(|cell| !numbers::is_missing(cell)) {
                filled += 1;
                fitting += usize::from(fits(cell));
            }
        }
        if filled == 0 { 0.0 } else { fitting as f64 / filled as f64 }
    }

    /// How a row stands to the names.
    fn fit(&self, at: usize, width: usize, is_of_models: bool) -> Fit {
        let row = self.grid.row(at);
        if row.width() == width || is_padded(row, width) {
            return Fit::Whole;
        }
        let is_date = dates::looks_like_date(row.first_filled());
        let is_caption = row.filled() == 1 && width > 2 && !is_date;
        let is_name = is_of_models && is_lone_name(self.grid, at);
        match self.grid.form() {
            _ if row.filled() == 0 || is_caption && !is_name => Fit::None,
            Form::Sheet if row.width() < width => Fit::Whole,
            Form::Sheet => Fit::Beyond,
            _ if is_of_models && row.width() < width => Fit::Short,
            _ => Fit::None,
        }
    }

    /// Names a row that is kept with fewer cells than names, or with more.
    fn tell_fit(&self, row: Row, fit: Fit, report: &mut Report) {
        let width = self.names.len();
        let message = match fit {
            Fit::Whole | Fit::None => return,
            Fit::Short => Message::new("io-short-row")
                .with("cells", row.width())
                .with("expected", width.to_string())
                .with("cell", short(row.first_filled())),
            Fit::Beyond => {
                let beyond =
                    (width..row.width()).map(|column| row.cell(column)).find(|cell| !cell.is_empty());
                Message::new("io-cell-beyond").with("cell", short(beyond.unwrap_or_default()))
            }
        };
        report.warn(Some(row.line), WarningKind::Ragged, message);
    }

    /// Keeps the rows that fit the names, and names the others.
    fn keep_rows(&mut self, region: &Region, is_of_models: bool, report: &mut Report) {
        let width = self.names.len();
        let names: Option<Row> = region.header.clone().last().map(|at| self.grid.row(at));
        let mut rows = Vec::with_capacity(region.body.len());
        for at in region.body.clone() {
            let row = self.grid.row(at);
            let fit = self.fit(at, width, is_of_models);
            self.tell_fit(row, fit, report);
            if fit != Fit::None {
                let is_repeat = names.is_some_and(|names| repeats(row, names));
                if is_repeat {
                    report.warn(Some(row.line), WarningKind::Skipped, Message::new("io-skipped-repeat"));
                } else if row.cells().any(|cell| !cell.is_empty()) {
                    rows.push(at);
                }
                continue;
            }
            if row.filled() == 0 {
                continue;
            }
            let first = short(row.first_filled());
            if row.filled() == 1 && width > 2 && !dates::looks_like_date(row.first_filled()) {
                let message = Message::new("io-skipped-caption").with("cell", first);
                report.warn(Some(row.line), WarningKind::Skipped, message);
                continue;
            }
            let message = Message::new("io-ragged")
                .with("cells", row.width())
                .with("expected", width.to_string())
                .with("cell", first.clone());
            report.warn(Some(row.line), WarningKind::Ragged, message);
            self.ragged += 1;
            self.widest_ragged = self.widest_ragged.max(row.width());
            self.first_ragged.get_or_insert((row.line, first));
        }
        self.rows = rows;
    }
}

/// Whether a name is the pattern of dates: "yyyymm".
fn is_pattern(name: &str) -> bool {
    let is_part = |c: char| matches!(c.to_ascii_lowercase(), 'y' | 'm' | 'd' | '-' | '_' | '/' | '.');
    name.len() >= 6 && name.chars().all(is_part) && dates::Notation::parse(name).is_some()
}

/// How a row stands to the names above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fit {
    /// A cell for each, or blank ones at its end.
    Whole,
    Short,
    Beyond,
    /// No row of the table, or nothing tells which cells are which.
    None,
}

/// The row of names that tells that a table is one of models.
fn models_row(heads: &[Vec<String>], region: &Region) -> Option<usize> {
    let numeric: Vec<bool> = (0..heads.len()).map(|column| is_numeric(region, column)).collect();
    let cell =
        |cells: &Vec<String>, row: usize| cells.get(row).map_or(String::new(), |cell| header::plain(cell));
    (0..region.header.len()).find(|row| {
        let names: Vec<String> = heads.iter().map(|cells| cell(cells, *row)).collect();
        header::kind(&names, &numeric) == Some(Kind::Models)
    })
}

fn is_numeric(region: &Region, column: usize) -> bool {
    region.classes.get(column) == Some(&Class::Number)
}

/// All names over each column; of models only numbers have more than one, such as a unit.
fn names(heads: &[Vec<String>], region: &Region, models: Option<usize>) -> Vec<String> {
    let own = |column: usize, cells: &[String]| {
        let cell = models.and_then(|row| cells.get(row)).filter(|cell| !cell.is_empty());
        cell.filter(|_| !is_numeric(region, column)).cloned()
    };
    let name = |(column, cells): (usize, &Vec<String>)| own(column, cells).unwrap_or_else(|| joined(cells));
    heads.iter().enumerate().map(name).collect()
}

/// Whether a row has more cells than names and all the others are empty.
fn is_padded(row: Row, width: usize) -> bool {
    row.width() > width && (width..row.width()).all(|column| row.cell(column).is_empty())
}

/// Whether a row is that of the names once more.
fn repeats(row: Row, names: Row) -> bool {
    let first = names.first_filled();
    !first.is_empty()
        && row.cells().any(|cell| cell == first)
        && names.cells().enumerate().all(|(column, name)| row.cell(column) == name)
}

/// Cells of every row of names by column, moved by one where the names lack that of the first
/// column, as in tables that R writes.
fn heads(grid: &Grid, region: &Region) -> Vec<Vec<String>> {
    let widest = region.header.clone().map(|at| grid.row(at).width()).max().unwrap_or(0);
    let is_short = widest + 1 == region.width && grid.form() != Form::Sheet && is_moved(grid, region);
    let mut heads: Vec<Vec<String>> = vec![Vec::new(); widest.max(region.width)];
    for at in region.header.clone() {
        let row = grid.row(at);
        for (column, cells) in heads.iter_mut().enumerate() {
            let cell = match (is_short, column) {
                (true, 0) => "",
                (true, column) => row.cell(column - 1),
                (false, column) => row.cell(column),
            };
            cells.push(cell.to_owned());
        }
    }
    heads
}

/// Whether the names of a table that lack one are those from the second column on: the name of the
/// dates then stands over dates, or nothing names them and they come first. A blank first name stands
/// where it stands.
fn is_moved(grid: &Grid, region: &Region) -> bool {
    let Some(names) = region.header.clone().last().map(|at| grid.row(at)) else { return false };
    if names.cell(0).is_empty() {
        return false;
    }
    let dated = |column: usize| region.classes.get(column) == Some(&Class::Date);
    let named = names.cells().position(|name| matches!(header::role(name), Role::Date | Role::Time));
    let last_is_filled = || {
        let rows = region.body.clone().take(20).map(|at| grid.row(at));
        rows.filter(|row| !row.cell(region.width - 1).is_empty()).count() * 2 > region.body.len().min(20)
    };
    match named {
        Some(column) => !dated(column) && dated(column + 1),
        None => last_is_filled(),
    }
}

/// Columns of a table: those of its names, without empty ones at the end.
fn width(grid: &Grid, region: &Region, heads: &[Vec<String>], is_of_models: bool) -> usize {
    if region.header.is_empty() {
        return region.width;
    }
    let named =
        heads.iter().rposition(|cells| cells.iter().any(|cell| !cell.is_empty())).map_or(0, |at| at + 1);
    let holds = |column: usize| {
        let rows = region.body.clone().take(50).map(|at| grid.row(at));
        rows.filter(|row| row.width() > column && !row.cell(column).is_empty()).count() * 2
            > region.body.len().min(50)
    };
    // Values beside dates of their own have no name where it stands over the dates, and may end early.
    let class = |column: usize| region.classes.get(column);
    let is_beside_dates = |column: usize| {
        class(column) == Some(&Class::Number)
            && column.checked_sub(1).is_some_and(|left| left > 0 && class(left) == Some(&Class::Date))
    };
    let filled =
        (0..region.width).rfind(|column| holds(*column) || is_beside_dates(*column)).map_or(0, |at| at + 1);
    if filled > named && is_torn(grid, region, named) {
        return named;
    }
    if is_of_models {
        return named.max(filled);
    }
    // More names than cells: those beyond stand over nothing.
    named.max(filled).min(region.width)
}

/// Whether the cells beyond the names are what a comma left of decimals: digits alone, in a table
/// where no number has a mark other than one that groups. Nothing tells which two cells were one.
fn is_torn(grid: &Grid, region: &Region, named: usize) -> bool {
    let is_digits = |cell: &str| cell.bytes().all(|byte| byte.is_ascii_digit());
    let rows = || region.body.clone().take(50).map(|at| grid.row(at)).filter(|row| row.width() > named);
    let numeric = |column: &usize| region.classes.get(*column) == Some(&Class::Number);
    let beyond = |row: &Row| (named..row.width()).any(|column| !row.cell(column).is_empty());
    let is_whole = |cell: &str| {
        let mut groups = cell.split('.').skip(1);
        is_digits(&cell.replace('.', "")) && groups.all(|group| group.len() == 3)
    };
    let fits = |row: Row| {
        (0..region.width).filter(numeric).all(|column| is_whole(row.cell(column)))
            && (named..row.width()).all(|column| is_digits(row.cell(column)) && row.cell(column).len() <= 6)
    };
    rows().any(|row| beyond(&row)) && rows().all(fits)
}

/// Names over one column as one text, no word twice.
fn joined(cells: &[String]) -> String {
    let mut kept: Vec<&str> = Vec::with_capacity(cells.len());
    for cell in cells.iter().map(String::as_str).filter(|cell| !cell.is_empty()) {
        if !kept.contains(&cell) {
            kept.push(cell);
        }
    }
    kept.join(" ")
}

/// The line of the row with most known names.
fn header_line(grid: &Grid, region: &Region) -> Option<u64> {
    let known = |at: &usize| {
        let cells = grid.row(*at).cells();
        cells.filter(|cell| !cell.is_empty() && header::role(cell) != Role::Other).count()
    };
    let best = region.header.clone().rev().max_by_key(known)?;
    Some(grid.row(best).line)
}

/// The first table of a text, for tests of what becomes of tables.
#[cfg(test)]
pub(super) fn of_text(text: &str) -> Table<'static> {
    use super::control::Control;
    use super::{dialect, region, split};
    let dialect = dialect::find(text, None, &mut Report::default()).unwrap();
    let (grid, _) = split::split(text, dialect, &Control::unwatched()).unwrap();
    let grid: &'static Grid = Box::leak(Box::new(grid));
    let regions = region::regions(grid);
    Table::of(grid, regions.first().unwrap(), dialect.delimiter.byte() == b';', false, &mut Report::default())
}

#[cfg(test)]
mod tests;
