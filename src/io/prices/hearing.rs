//! What the values of columns say against their names, or where these say nothing: numbers that are
//! no codes name no instrument, four columns may be a bar, and an index beside a stock is a series.

use super::bar::Bar;
use super::layout::{Columns, others, tell_close};
use super::unnamed;
use super::values::{self, Values};
use crate::io::header::{self, Role};
use crate::io::report::Report;
use crate::model::{Message, WarningKind};

/// Takes back the roles of names that their columns do not bear out: numbers that are no codes name
/// no instrument, and an index that is no count of rows is one.
pub(super) fn hear_values(columns: &mut Columns) {
    for column in 0..columns.roles.len() {
        let (Some(role), true) = (columns.roles.get(column).copied(), columns.is_numeric(column)) else {
            continue;
        };
        let values = || Values::of(columns.table, column);
        let is_other = match role {
            Role::Symbol(0) => false,
            Role::Symbol(_) => !values().is_code(),
            Role::Ignored => {
                let is_index = header::plain(columns.table.name(column)) == "index";
                is_index && !values().is_numbering()
            }
            _ => false,
        };
        if let Some(role) = columns.roles.get_mut(column).filter(|_| is_other) {
            *role = Role::Other;
        }
    }
    // A change, a spread or a return that stands alone is what the file is about.
    let numeric = |column: &usize| columns.is_numeric(*column);
    let role = |column: usize| columns.roles.get(column).copied().unwrap_or(Role::Other);
    let is_aside = |column: usize| matches!(role(column), Role::Ignored | Role::Symbol(_) | Role::Board);
    if (0..columns.roles.len()).filter(numeric).all(is_aside) {
        for column in 0..columns.roles.len() {
            let is_ignored = columns.is_numeric(column) && columns.roles.get(column) == Some(&Role::Ignored);
            if let Some(role) = columns.roles.get_mut(column).filter(|_| is_ignored) {
                *role = Role::Other;
            }
        }
    }
}

/// Columns beside a lone close whose names say that they are what it is held against.
pub(super) fn benchmarks(columns: &Columns, closes: &[(u8, usize)]) -> Vec<usize> {
    const NAMES: [&str; 4] = ["market", "mkt", "benchmark", "index"];
    let is_benchmark = |column: &usize| {
        let name = columns.table.name(*column);
        NAMES.contains(&header::plain(name).as_str()) || header::is_index_name(name)
    };
    let is_close = |column: &usize| closes.iter().any(|(_, close)| close == column);
    let found = others(columns).into_iter().filter(|column| !is_close(column));
    found.filter(is_benchmark).collect()
}

/// The columns of a bar among those of which no close is known by name, as open, high, low and close;
/// names that are known must agree. `has_companions` tells whether something beside them says that
/// the table is about one instrument.
pub(super) fn bar_by_values(
    columns: &Columns,
    others: &[usize],
    has_companions: bool,
    report: &mut Report,
) -> Option<[Option<usize>; 4]> {
    const KNOWN: [Role; 3] = [Role::Open, Role::High, Role::Low];
    let role = |column: usize| columns.roles.get(column).copied().unwrap_or(Role::Other);
    let may = |column: &usize| others.contains(column) || KNOWN.contains(&role(*column));
    let found: Vec<Values> = (0..columns.roles.len())
        .filter(|column| columns.is_numeric(*column) && may(column))
        .map(|column| Values::of(columns.table, column))
        .collect();
    let has_companions = has_companions || columns.roles.contains(&Role::Volume);
    let direction = values::direction(columns.table, columns.date, columns.time);
    let bar = found.windows(4).find_map(|four| {
        let [a, b, c, d] = four else { return None };
        let bar = Bar::of([a, b, c, d], direction)?;
        let agrees = |place: &Values, wanted: Role| {
            matches!(role(place.column), Role::Other) || role(place.column) == wanted
        };
        let fits = agrees(bar.open, Role::Open) && agrees(bar.high, Role::High) && agrees(bar.low, Role::Low);
        (fits && bar.is_narrow() && (has_companions || bar.is_shown())).then_some(bar)
    })?;
    let slots = [bar.open, bar.high, bar.low, bar.close].map(|values| Some(values.column));
    let name = |values: &Values| columns.name(values.column);
    let message = Message::new("io-bar-by-values")
        .with("open", name(bar.open))
        .with("high", name(bar.high))
        .with("low", name(bar.low))
        .with("close", name(bar.close));
    report.warn(Some(columns.line), WarningKind::Ambiguous, message);
    if !bar.is_settled {
        unnamed::tell_open_or_close(columns, [Some(bar.open.column), Some(bar.close.column)], report);
    }
    tell_close(columns, bar.close.column, false, report);
    Some(slots)
}

/// Says which columns go with the others although no name says so.
pub(super) fn tell_companions(columns: &Columns, companions: &[usize], report: &mut Report) {
    if companions.is_empty() {
        return;
    }
    let names: Vec<String> = companions.iter().map(|column| columns.name(*column)).collect();
    let message = Message::new("io-companions").with("count", names.len()).with("names", names);
    report.warn(Some(columns.line), WarningKind::Ambiguous, message);
}
