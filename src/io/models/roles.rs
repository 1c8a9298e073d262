//! What each column of a model table means: decided by the user, else by its name, else by its
//! cells. Every decision is noted, with what decided it.

use std::collections::BTreeSet;

use super::bounds;
use super::columns::shortened;
use super::names::{self, Guess, own};
use super::prices;
use crate::io::dates;
use crate::io::header;
use crate::io::numbers;
use crate::io::report::{Report, cell_evidence, short};
use crate::io::table::Table;
use crate::model::{ColumnRole as Role, Decision, Message, Overrides, WarningKind};

/// Share of the filled cells that must fit before a column is taken for what they are.
const MOST: f64 = 0.6;
/// Characters beyond which a cell is a text and no name.
const LONGEST_NAME: usize = 80;

/// What decided a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reason {
    User,
    Name,
    Cells,
}

/// How the cells of a column are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cells {
    Words,
    Numbers,
    /// Prices in words.
    Prices,
    /// Distances such as `+5/-4`.
    Distances,
}

/// What the columns of a table mean.
pub(super) struct Roles {
    /// Plain names, one a column.
    pub plain: Vec<String>,
    /// Headers as written, each unlike the others.
    pub names: Vec<String>,
    /// One a column.
    pub kinds: Vec<Role>,
    /// One a column.
    pub cells: Vec<Cells>,
    /// The column of full names, if there is any column of words.
    pub name: Option<usize>,
    /// The column of short names to draw.
    pub short: Option<usize>,
}

impl Roles {
    /// The first column of that role.
    pub fn of(&self, role: Role) -> Option<usize> {
        self.kinds.iter().position(|known| *known == role)
    }

    /// The first column with one of those plain names, in their order.
    pub fn named(&self, wanted: &[&str]) -> Option<usize> {
        wanted.iter().find_map(|wanted| self.plain.iter().position(|name| name == wanted))
    }
}

/// Decides the role of every column and notes each decision.
pub(super) fn find(table: &Table, overrides: &Overrides, report: &mut Report) -> Roles {
    let plain: Vec<String> = table.names.iter().map(|name| header::plain(name)).collect();
    let names = distinct(&table.names);
    let cells: Vec<Cells> = (0..names.len()).map(|column| cells(table, column)).collect();
    let chosen: Vec<Option<Role>> = names
        .iter()
        .map(|name| overrides.get_for(Decision::ColumnRole, name).and_then(Role::of_code))
        .collect();
    let is_free = |column: usize| chosen.get(column).copied().flatten().is_none();
    let short = names::SHORT_LABELS.iter().find_map(|wanted| plain.iter().position(|name| name == wanted));
    let short = short.filter(|column| is_free(*column));
    let by_user = chosen.iter().position(|role| *role == Some(Role::Label));
    let known = by_user.or_else(|| named_label(&plain, &cells, &is_free));
    let name = known.or(short).or_else(|| most_distinct(table, &plain, &cells, &is_free));
    let release = release(table, &plain, &is_free);
    let mut roles = Roles { plain, names, kinds: Vec::new(), cells, name, short };
    for column in 0..roles.names.len() {
        let (guess, reason) = match chosen.get(column).copied().flatten() {
            Some(role) => (Guess { role, is_sure: true }, Reason::User),
            None if Some(column) == name => {
                let is_sure = known.is_some() || short.is_some();
                (Guess { role: Role::Label, is_sure }, if is_sure { Reason::Name } else { Reason::Cells })
            }
            None if Some(column) == short => (Guess { role: Role::Label, is_sure: true }, Reason::Name),
            None if release.is_some_and(|(at, _)| at == column) => {
                let is_named = release.is_some_and(|(_, is_named)| is_named);
                let reason = if is_named { Reason::Name } else { Reason::Cells };
                (Guess { role: Role::Date, is_sure: is_named }, reason)
            }
            None => guess(table, column, roles.plain.get(column).map_or("", String::as_str), &roles.cells),
        };
        tell(table, column, roles.names.get(column).map_or("", String::as_str), guess, reason, report);
        roles.kinds.push(guess.role);
    }
    warn_unknown(table, &roles.names, overrides, report);
    roles
}

/// The column that is called as columns of model names are, the best name first.
fn named_label(plain: &[String], cells: &[Cells], is_free: &dyn Fn(usize) -> bool) -> Option<usize> {
    let fits = |column: &usize| is_free(*column) && cells.get(*column) == Some(&Cells::Words);
    let of = |wanted: &str| {
        (0..plain.len()).filter(fits).find(|at| plain.get(*at).is_some_and(|name| name == wanted))
    };
    names::LABELS.iter().find_map(|wanted| of(wanted))
}

/// Names what was decided about columns that are not there.
fn warn_unknown(table: &Table, names: &[String], overrides: &Overrides, report: &mut Report) {
    let decided = [Decision::ColumnRole, Decision::ColumnUnit].map(|decision| overrides.columns(decision));
    for (column, _) in decided.into_iter().flatten() {
        if !names.iter().any(|name| bare(name) == bare(column)) {
            let message = Message::new("io-models-no-column").with("column", short(column));
            report.warn(table.header_line, WarningKind::Ambiguous, message);
        }
    }
}

fn bare(name: &str) -> String {
    name.split_whitespace().collect::<String>().to_lowercase()
}

/// Headers with a number behind those that stand twice.
fn distinct(names: &[String]) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::with_capacity(names.len());
    for name in names {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut free = name.clone();
        let mut number = 2_u32;
        while !free.is_empty() && !seen.insert(free.clone()) {
            free = format!("{name} ({number})");
            number += 1;
        }
        found.push(free);
    }
    found
}

fn cells(table: &Table, column: usize) -> Cells {
    let sample: Vec<&str> =
        table.sample(column).into_iter().filter(|cell| !numbers::is_missing(cell)).collect();
    let share = |fits: fn(&str) -> bool| {
        sample.iter().filter(|cell| fits(cell)).count() as f64 / sample.len().max(1) as f64
    };
    if share(|cell| numbers::looks_numeric(&shortened(cell))) >= MOST {
        Cells::Numbers
    } else if share(prices::looks_priced) >= MOST {
        Cells::Prices
    } else if share(|cell| bounds::distances(cell).is_some()) >= MOST {
        Cells::Distances
    } else {
        Cells::Words
    }
}

fn is_blank(table: &Table, column: usize) -> bool {
    table.cells(column).all(numbers::is_missing)
}

/// The role of a column that is neither label nor release date.
fn guess(table: &Table, column: usize, plain: &str, cells: &[Cells]) -> (Guess, Reason) {
    let words = names::of_words(own(plain));
    let words = if words.role == Role::Other { names::of_words(plain) } else { words };
    match cells.get(column) {
        Some(Cells::Prices) => {
            let named = names::of_numbers(plain);
            let is_of_one = table.sample(column).into_iter().filter_map(prices::read).all(|p| !p.has_side());
            if is_of_one && named.role.is_price() {
                (named, Reason::Name)
            } else {
                (Guess { role: Role::CostBlended, is_sure: true }, Reason::Cells)
            }
        }
        Some(Cells::Distances) => (Guess { role: Role::Error, is_sure: true }, Reason::Cells),
        // Whether weights are open stands as 1 and 0 too.
        Some(Cells::Numbers) if words.role != Role::Other => (words, Reason::Name),
        Some(Cells::Numbers) if table.is_dated(column) => {
            (Guess { role: Role::Other, is_sure: true }, Reason::Cells)
        }
        Some(Cells::Numbers) => (names::of_numbers(plain), Reason::Name),
        _ if names::is_remark(plain) => (words, Reason::Name),
        _ if words.role == Role::Other && is_measure(table, column, plain) => {
            (names::of_numbers(plain), Reason::Name)
        }
        _ if words.role != Role::Other => (words, Reason::Name),
        _ => match by_words(table, column)
            .filter(|role| *role != Role::Certainty || !plain.contains("cutoff"))
        {
            Some(role) => (Guess { role, is_sure: false }, Reason::Cells),
            None => (words, Reason::Name),
        },
    }
}

/// Share of the filled cells that must be numbers under a name that means a measure.
const SOME: f64 = 0.2;

/// Whether a column that is not mostly numbers holds a measure all the same: its name means one and
/// nothing else, and it is blank or some of its cells are numbers.
fn is_measure(table: &Table, column: usize, plain: &str) -> bool {
    let guess = names::of_numbers(plain);
    let is_number = guess.role.is_cost() || matches!(guess.role, Role::Score | Role::Size | Role::Error);
    let sample = table.sample(column);
    let filled: Vec<&&str> = sample.iter().filter(|cell| !numbers::is_missing(cell)).collect();
    let count = filled.iter().filter(|cell| numbers::looks_numeric(cell)).count();
    guess.is_sure && is_number && count as f64 >= SOME * filled.len() as f64
}

const CERTAINTIES: &[&str] = &["confident", "likely", "speculative", "unverified", "unknown"];
const COUNTRIES: &[&str] = &[
    "united states of america",
    "united states",
    "usa",
    "us",
    "china",
    "france",
    "united kingdom",
    "uk",
    "canada",
    "israel",
    "germany",
    "south korea",
    "korea (republic of)",
    "japan",
    "united arab emirates",
    "multinational",
    "india",
    "singapore",
    "russia",
    "switzerland",
    "netherlands",
    "saudi arabia",
];

/// What the words of a column say where its name does not.
fn by_words(table: &Table, column: usize) -> Option<Role> {
    let filled: Vec<String> = table
        .sample(column)
        .into_iter()
        .filter(|cell| !numbers::is_missing(cell))
        .map(str::to_lowercase)
        .collect();
    let share = |fits: &dyn Fn(&str) -> bool| {
        !filled.is_empty()
            && filled.iter().filter(|cell| fits(cell)).count() as f64 >= MOST * filled.len() as f64
    };
    let first = |cell: &str| cell.split(',').next().unwrap_or_default().trim().to_owned();
    if share(&|cell| CERTAINTIES.contains(&cell)) {
        Some(Role::Certainty)
    } else if share(&|cell| COUNTRIES.contains(&first(cell).as_str())) {
        Some(Role::Country)
    } else if share(&|cell| {
        ["open weights", "api access", "hosted access", "unreleased"]
            .iter()
            .any(|start| cell.starts_with(start))
    }) {
        Some(Role::Accessibility)
    } else {
        None
    }
}

/// The column of names where none is called so: of the columns of words the one with most unlike
/// cells.
fn most_distinct(
    table: &Table,
    plain: &[String],
    cells: &[Cells],
    is_free: &dyn Fn(usize) -> bool,
) -> Option<usize> {
    let is_name = |cell: &&str| {
        let is_link = cell.starts_with("http://") || cell.starts_with("https://");
        !numbers::is_missing(cell) && !is_link && cell.chars().count() <= LONGEST_NAME
    };
    let fits = |column: &usize| {
        let is_known = plain.get(*column).is_some_and(|name| names::of_words(name).role != Role::Other);
        is_free(*column) && cells.get(*column) == Some(&Cells::Words) && !is_known && !table.is_dated(*column)
    };
    let count = |column: usize| table.cells(column).filter(is_name).collect::<BTreeSet<_>>().len();
    let counted = (0..plain.len()).filter(fits).map(|column| (column, count(column)));
    // Of equals the first.
    counted.filter(|(_, count)| *count > 0).rev().max_by_key(|(_, count)| *count).map(|(column, _)| column)
}

/// The column of release dates, and whether a name calls it so.
fn release(table: &Table, plain: &[String], is_free: &dyn Fn(usize) -> bool) -> Option<(usize, bool)> {
    const OTHERS: &[&str] = &[
        "cutoff",
        "modified",
        "started",
        "retrieved",
        "hardware",
        "price",
        "to date",
        "from date",
        "until",
        "updated",
        "access",
        "benchmark",
    ];
    let holds = |column: usize| {
        let sample = table.sample(column);
        let is_dated = || dates::share(&sample, true) >= MOST || dates::share_alone(&sample) >= MOST;
        is_blank(table, column) || is_dated()
    };
    let named = names::RELEASES.iter().find_map(|wanted| {
        (0..plain.len())
            .find(|at| is_free(*at) && plain.get(*at).is_some_and(|name| name == wanted) && holds(*at))
    });
    if let Some(column) = named {
        return Some((column, true));
    }
    let is_other =
        |column: usize| plain.get(column).is_none_or(|name| OTHERS.iter().any(|word| name.contains(word)));
    let found = (0..plain.len()).find(|at| is_free(*at) && !is_other(*at) && table.is_dated(*at))?;
    Some((found, false))
}

/// Notes what a column is taken to be.
fn tell(table: &Table, column: usize, name: &str, guess: Guess, reason: Reason, report: &mut Report) {
    let line = table.header_line.unwrap_or(1);
    let evidence = match reason {
        Reason::User => Message::new("io-evidence-chosen"),
        Reason::Cells => {
            let filled = table.records().find(|record| !numbers::is_missing(record.cell(column)));
            filled.map_or_else(
                || Message::new("io-evidence-column-blank"),
                |record| cell_evidence(record.line, record.cell(column)),
            )
        }
        Reason::Name => {
            Message::new("io-evidence-header").with("line", line.to_string()).with("cell", short(name))
        }
    };
    report.assume("column_role", guess.role.code(), evidence, guess.is_sure);
    report.of_column(name);
    let others = Role::ALL.into_iter().filter(|role| *role != guess.role);
    report.offer(std::iter::once(guess.role).chain(others).map(|role| role.code().to_owned()));
}
