//! Columns of numbers: cells to values, values to units, errors to intervals.

use std::borrow::Cow;

use super::basis::{basis, is_how, of_sum};
use super::bounds;
use super::names::own;
use super::prices;
use super::roles::{Cells, Roles};
use super::units::{self, Measure, Values, rounded};
use crate::io::numbers::{self, Cell, Format, Mark};
use crate::io::report::{Report, cell_evidence, short};
use crate::io::table::Table;
use crate::model::{
    ColumnRole as Role, CostBasis, Decision, Message, ModelColumn, Overrides, Unit, WarningKind,
};

/// How many lines a sentence names.
const MOST_LINES: usize = 12;

/// Every column of numbers, one value a record, with the units of the file's columns.
pub(super) struct Read {
    pub columns: Vec<ModelColumn>,
    /// Column of the file and its unit.
    pub units: Vec<(usize, Unit)>,
}

/// Reads the columns of numbers in file order; what they assume is noted.
pub(super) fn read(table: &Table, roles: &Roles, overrides: &Overrides, report: &mut Report) -> Read {
    let is_word = |role: Role| {
        matches!(
            role,
            Role::Label
                | Role::Organization
                | Role::Country
                | Role::Date
                | Role::Accessibility
                | Role::Certainty
        )
    };
    let all = || roles.kinds.iter().copied().zip(&roles.cells).enumerate();
    let chosen: Vec<(usize, Role)> = all()
        .filter(|(column, (role, cells))| {
            let holds =
                **cells == Cells::Numbers || role.is_cost() || matches!(role, Role::Score | Role::Size);
            !is_word(*role) && holds && **cells != Cells::Prices && !is_dates(table, roles, *column)
        })
        .map(|(column, (role, _))| (column, role))
        .collect();
    let surveys: Vec<_> =
        chosen.iter().map(|(column, _)| (table.name(*column), table.survey(*column))).collect();
    let forced = overrides.get(Decision::Decimal).and_then(Mark::parse);
    let marks = numbers::decide(&surveys, table.has_semicolons, forced, report);
    let mut undisclosed = Undisclosed::default();
    let mut scales: Vec<(usize, f64)> = Vec::new();
    let mut found: Vec<(String, ModelColumn)> = Vec::new();
    let mut in_file = Vec::new();
    let mut distances = Vec::new();
    let mut marks =
        chosen.iter().map(|(column, _)| *column).zip(marks).collect::<Vec<_>>().into_iter().peekable();
    for (column, (role, cells)) in all() {
        let plain = roles.plain.get(column).cloned().unwrap_or_default();
        let name = roles.names.get(column).cloned().unwrap_or_default();
        if let Some((_, mark)) = marks.next_if(|(next, _)| *next == column) {
            let reader = Reader { table, column, role, plain: &plain, name: &name, overrides };
            let (read, scale) = reader.read(mark, &mut undisclosed, report);
            in_file.push((column, read.unit));
            scales.push((found.len(), scale));
            found.push((plain, read));
        } else if *cells == Cells::Prices && role.is_cost() {
            in_file.push((column, Unit::UsdPerMtok));
            let read = priced(table, column, (role, &name), &mut undisclosed, report);
            found.extend(read.into_iter().map(|read| (plain.clone(), read)));
        } else if *cells == Cells::Distances && role == Role::Error {
            distances.push((found.len(), column));
            found.push((plain, ModelColumn { name, role, ..ModelColumn::default() }));
        }
    }
    undisclosed.tell(report);
    tie(table, &mut found, &distances);
    // Errors stand in the unit of their score, so that both are scaled together.
    for (at, scale) in scales {
        if let Some((_, column)) = found.get_mut(at).filter(|_| (scale - 1.0).abs() > f64::EPSILON) {
            for values in [&mut column.values, &mut column.low, &mut column.high] {
                for value in values.iter_mut() {
                    *value = rounded(*value * scale);
                }
            }
        }
    }
    last_try_first(&mut found);
    set_basis(table, roles, &mut found);
    Read {
        columns: found
            .into_iter()
            .map(|(_, column)| column)
            .filter(|column| !column.values.is_empty() || table.len() == 0)
            .collect(),
        units: in_file,
    }
}

/// Puts the last of several tries, which is the result, before the others: `pass_rate_2` before
/// `pass_rate_1`.
fn last_try_first(found: &mut [(String, ModelColumn)]) {
    let number = |name: &str| own(name).strip_prefix("pass rate ").and_then(|rest| rest.parse::<u32>().ok());
    let places: Vec<usize> = found
        .iter()
        .enumerate()
        .filter(|(_, (name, column))| column.role == Role::Score && number(name).is_some())
        .map(|(at, _)| at)
        .collect();
    let mut tries: Vec<(String, ModelColumn)> =
        places.iter().filter_map(|at| found.get(*at)).cloned().collect();
    tries.sort_by_key(|(name, _)| std::cmp::Reverse(number(name)));
    for (at, column) in places.into_iter().zip(tries) {
        if let Some(place) = found.get_mut(at) {
            *place = column;
        }
    }
}

/// Whether a column of digits holds dates under a name that is no measure.
fn is_dates(table: &Table, roles: &Roles, column: usize) -> bool {
    roles.kinds.get(column) == Some(&Role::Other) && table.is_dated(column)
}

/// Ties errors to their scores, those written as distances first.
fn tie(table: &Table, found: &mut [(String, ModelColumn)], distances: &[(usize, usize)]) {
    for (at, column) in distances {
        let cells: Vec<Option<[f64; 2]>> = table.cells(*column).map(bounds::distances).collect();
        let before = found.get_mut(..*at).unwrap_or_default();
        if let Some((_, score)) = before.iter_mut().rev().find(|(_, column)| column.role == Role::Score) {
            bounds::tie_text(score, &cells);
        }
    }
    bounds::tie(found);
}

/// One column that is read.
struct Reader<'a> {
    table: &'a Table<'a>,
    column: usize,
    role: Role,
    plain: &'a str,
    name: &'a str,
    overrides: &'a Overrides,
}

impl Reader<'_> {
    /// The column as it stands in the file, and what its values are yet to be multiplied by.
    fn read(&self, mark: Format, undisclosed: &mut Undisclosed, report: &mut Report) -> (ModelColumn, f64) {
        let mut values = self.values(mark, undisclosed, report);
        let filled = |cell: &&str| !numbers::is_missing(cell);
        let signs =
            self.table.cells(self.column).filter(filled).filter(|cell| cell.ends_with(['%', '٪'])).count();
        let has_percent_signs = signs * 2 > self.table.cells(self.column).filter(filled).count();
        let seen = Values { name: self.plain, numbers: &values, has_percent_signs };
        let chosen = self.overrides.get_for(Decision::ColumnUnit, self.name);
        let chosen = chosen.and_then(|code| units::of_code(self.role, code));
        let measure = chosen.unwrap_or_else(|| units::measure(self.role, seen));
        self.tell_unit(measure, chosen.is_some(), &values, report);
        let scaled: Vec<f64> = values.iter().map(|value| rounded(value * measure.factor)).collect();
        self.warn_mixed(measure, &scaled, report);
        self.withhold(&mut values, report);
        let column = ModelColumn {
            name: self.name.to_owned(),
            role: self.role,
            unit: measure.unit,
            values,
            ..ModelColumn::default()
        };
        (column, measure.factor)
    }

    /// Withholds costs in another currency than the dollar, which the axis does not have.
    fn withhold(&self, values: &mut [f64], report: &mut Report) {
        if !self.role.is_cost() {
            return;
        }
        let of_all = units::other_currency(self.plain);
        let mut first: Option<(u64, &'static str)> = None;
        let mut count = 0_usize;
        for (record, value) in self.table.records().zip(values).filter(|(_, value)| value.is_finite()) {
            let Some(currency) = of_all.or_else(|| units::other_currency(record.cell(self.column))) else {
                continue;
            };
            *value = f64::NAN;
            count += 1;
            first.get_or_insert((record.line, currency));
        }
        if let Some((line, currency)) = first {
            let message = Message::new("io-other-currency")
                .with("column", self.name)
                .with("currency", currency.to_uppercase())
                .with("count", count);
            report.warn(Some(line), WarningKind::Ambiguous, message);
        }
    }

    fn values(&self, mark: Format, undisclosed: &mut Undisclosed, report: &mut Report) -> Vec<f64> {
        let mut values = Vec::with_capacity(self.table.len());
        for record in self.table.records() {
            let cell = record.cell(self.column);
            let value = match numbers::parse(&shortened(cell), mark) {
                Cell::Number(number) if self.role.is_cost() && number < 0.0 => {
                    let message =
                        Message::new("io-negative-cost").with("cell", short(cell)).with("column", self.name);
                    report.warn(Some(record.line), WarningKind::Number, message);
                    f64::NAN
                }
                Cell::Number(0.0) if self.role.is_cost() => {
                    undisclosed.zero.get_or_insert_with(|| (record.line, self.name.to_owned()));
                    f64::NAN
                }
                Cell::Number(number) => number,
                Cell::Missing => {
                    if self.role.is_cost() {
                        undisclosed.empty.get_or_insert_with(|| (record.line, self.name.to_owned()));
                    }
                    f64::NAN
                }
                Cell::Bad => {
                    let message =
                        Message::new("io-bad-number").with("cell", short(cell)).with("column", self.name);
                    report.warn(Some(record.line), WarningKind::Number, message);
                    f64::NAN
                }
            };
            values.push(value);
        }
        values
    }

    fn tell_unit(&self, measure: Measure, is_chosen: bool, values: &[f64], report: &mut Report) {
        let offered = units::choices(self.role);
        if offered.is_empty() {
            return;
        }
        let finite = values.iter().enumerate().filter(|(_, value)| value.is_finite());
        let highest = finite.max_by(|a, b| a.1.total_cmp(b.1)).map(|(at, _)| self.table.record(at));
        let evidence = match highest {
            _ if is_chosen => Message::new("io-evidence-chosen"),
            Some(record) => cell_evidence(record.line, record.cell(self.column)),
            None => Message::new("io-evidence-column-blank"),
        };
        report.assume("column_unit", measure.code, evidence, measure.is_sure);
        report.of_column(self.name);
        let others = offered.iter().filter(|code| **code != measure.code);
        report.offer(std::iter::once(&measure.code).chain(others).map(|code| (*code).to_owned()));
    }

    /// Names the lines of values that stand in another unit than the rest.
    fn warn_mixed(&self, measure: Measure, values: &[f64], report: &mut Report) {
        let places = units::mixed(self.role, measure.unit, values);
        let Some(first) = places.first().map(|at| self.table.record(*at)) else { return };
        let lines: Vec<String> =
            places.iter().take(MOST_LINES).map(|at| self.table.record(*at).line.to_string()).collect();
        let more = if places.len() > MOST_LINES { ", …" } else { "" };
        let message = Message::new("io-mixed-column")
            .with("column", self.name)
            .with("cell", short(first.cell(self.column)))
            .with("lines", lines.join(", ") + more)
            .with("count", places.len());
        report.warn(Some(first.line), WarningKind::Ambiguous, message);
    }
}

/// A number with its unit in words as one with a letter: `$5.576 million` is $5.576M.
pub(super) fn shortened(cell: &str) -> Cow<'_, str> {
    const WORDS: [(&str, &str); 5] =
        [("million", "M"), ("billion", "B"), ("trillion", "T"), ("thousand", "K"), ("mn", "M")];
    let cell = cell.trim();
    for (word, letter) in WORDS {
        let from = cell.len().saturating_sub(word.len());
        if let (Some(number), Some(end)) = (cell.get(..from), cell.get(from..))
            && end.eq_ignore_ascii_case(word)
            && number.trim_end().ends_with(|c: char| c.is_ascii_digit())
        {
            return Cow::Owned(format!("{}{letter}", number.trim_end()));
        }
    }
    Cow::Borrowed(cell)
}

/// Prices of a column of sentences: of input and of output tokens, and where a cell does not say of
/// which, those that the column's name says.
fn priced(
    table: &Table,
    column: usize,
    (role, name): (Role, &str),
    undisclosed: &mut Undisclosed,
    report: &mut Report,
) -> Vec<ModelColumn> {
    let read: Vec<Option<prices::TextPrice>> = table.cells(column).map(prices::read).collect();
    let (mut unread, mut first) = (Vec::new(), None);
    for (record, found) in table.records().zip(&read) {
        let cell = record.cell(column);
        if numbers::is_missing(cell) {
            undisclosed.empty.get_or_insert_with(|| (record.line, name.to_owned()));
        } else if found.is_none() {
            first.get_or_insert((record.line, cell));
            unread.push(record.line.to_string());
        }
    }
    if let Some((line, cell)) = first {
        let more = if unread.len() > MOST_LINES { ", …" } else { "" };
        let count = unread.len();
        unread.truncate(MOST_LINES);
        let message = Message::new("io-unread-prices")
            .with("column", name)
            .with("cell", short(cell))
            .with("lines", unread.join(", ") + more)
            .with("count", count);
        report.warn(Some(line), WarningKind::Number, message);
    }
    let of = |name: String, role: Role, price: &dyn Fn(&prices::TextPrice) -> Option<f64>| ModelColumn {
        name,
        role,
        unit: Unit::UsdPerMtok,
        values: read
            .iter()
            .map(|found| found.as_ref().and_then(price).filter(|price| *price > 0.0).unwrap_or(f64::NAN))
            .collect(),
        ..ModelColumn::default()
    };
    let has_sides = read.iter().flatten().any(|found| found.has_side());
    match role {
        Role::CostApiInput => vec![of(name.to_owned(), role, &|found| found.input.or(found.either))],
        Role::CostApiOutput => vec![of(name.to_owned(), role, &|found| found.output.or(found.either))],
        _ => {
            let mut columns = Vec::new();
            if has_sides {
                columns.push(of(format!("{name} (input)"), Role::CostApiInput, &|found| found.input));
                columns.push(of(format!("{name} (output)"), Role::CostApiOutput, &|found| found.output));
            }
            if !has_sides || read.iter().flatten().any(|found| found.either.is_some()) {
                columns.push(of(name.to_owned(), role, &|found| found.either));
            }
            columns
        }
    }
}

/// Says of every training cost on what basis it stands: by the words beside it, else by its name.
fn set_basis(table: &Table, roles: &Roles, found: &mut [(String, ModelColumn)]) {
    let beside = roles.named(super::names::BASES);
    let words: Option<Vec<CostBasis>> = beside.map(|column| table.cells(column).map(basis).collect());
    for (plain, column) in found.iter_mut().filter(|(_, column)| column.role == Role::CostTraining) {
        let own = basis(plain);
        column.basis = match (&words, own, beside) {
            (Some(words), CostBasis::Unstated, Some(beside)) => {
                let known: Vec<(f64, CostBasis)> =
                    column.values.iter().copied().zip(words.iter().copied()).collect();
                let of = |(cell, basis): (&str, &CostBasis)| {
                    let sum = if is_how(*basis) { None } else { of_sum(cell, &known) };
                    sum.unwrap_or(*basis)
                };
                table.cells(beside).zip(words).map(of).collect()
            }
            _ => vec![own; table.len()],
        };
    }
}

/// Costs that the file leaves empty or gives as zero.
#[derive(Default)]
struct Undisclosed {
    zero: Option<(u64, String)>,
    empty: Option<(u64, String)>,
}

impl Undisclosed {
    fn tell(self, report: &mut Report) {
        let (value, seen) = match (self.zero, self.empty) {
            (None, None) => return,
            (Some(zero), None) => ("zero", zero),
            (None, Some(empty)) => ("empty", empty),
            (Some(zero), Some(_)) => ("zero_and_empty", zero),
        };
        let (line, column) = seen;
        let evidence =
            Message::new("io-evidence-undisclosed").with("line", line.to_string()).with("column", column);
        report.assume("undisclosed_cost", value, evidence, value == "empty");
    }
}
