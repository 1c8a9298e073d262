//! Several instruments side by side in one table, under names that hold a ticker and a role.

use std::collections::HashSet;

use super::layout::{Columns, Instrument, tell_close, tell_ignored};
use crate::io::header::{self, Role};
use crate::io::report::{Report, short};
use crate::model::Message;

/// Columns grouped by the tickers in their names: `AAPL.Open`, or a ticker in a row of its own.
/// `None` where the names hold no tickers.
pub(super) fn by_ticker(columns: &Columns, report: &mut Report) -> Option<Vec<Instrument>> {
    let tickers = Tickers::of(columns)?;
    let mut instruments: Vec<Instrument> = Vec::new();
    let mut ranks: Vec<u8> = Vec::new();
    for (column, (role, ticker)) in tickers.found {
        let at = if let Some(at) = instruments.iter().position(|known| known.name == ticker) {
            at
        } else {
            instruments.push(Instrument { name: ticker, columns: [None; 6] });
            ranks.push(u8::MAX);
            instruments.len() - 1
        };
        let (Some(instrument), Some(known)) = (instruments.get_mut(at), ranks.get_mut(at)) else { continue };
        let (slot, rank) = match role {
            Role::Open => (0, 0),
            Role::High => (1, 0),
            Role::Low => (2, 0),
            Role::Close(rank) => (3, rank),
            Role::AdjClose => (4, 0),
            Role::Volume => (5, 0),
            _ => continue,
        };
        let Some(place) = instrument.columns.get_mut(slot) else { continue };
        let is_better = slot == 3 && rank < *known;
        if place.is_none() || is_better {
            *place = Some(column);
            if slot == 3 {
                *known = rank;
            }
        }
    }
    for instrument in &mut instruments {
        // Only the adjusted close: it stands for the close, which is said with the column.
        if let [_, _, _, close @ None, adjusted @ Some(_), _] = &mut instrument.columns {
            *close = adjusted.take();
        }
    }
    instruments.retain(|instrument| matches!(instrument.columns, [_, _, _, Some(_), _, _]));
    let first = instruments.first()?;
    let close = first.columns.get(3).copied().flatten()?;
    tell_close(columns, close, true, report);
    if instruments.len() > 1 {
        let evidence = Message::new("io-evidence-tickers")
            .with("line", columns.line.to_string())
            .with("cell", short(&columns.name(close)))
            .with("count", instruments.len());
        report.assume("shape", "panel", evidence, true);
    }
    let used: Vec<usize> = instruments.iter().flat_map(|one| one.columns.iter().flatten().copied()).collect();
    tell_ignored(columns, &used, report);
    Some(instruments)
}

/// What the names of columns say of role and ticker.
struct Tickers {
    found: Vec<(usize, (Role, String))>,
}

impl Tickers {
    /// Role and ticker of each column of numbers, if at least one column of closes has both and no
    /// close stands without one.
    fn of(columns: &Columns) -> Option<Self> {
        let groups = filled_groups(columns);
        let mut found = Vec::new();
        for column in (0..columns.roles.len()).filter(|column| columns.is_numeric(*column)) {
            if let Some(split) = split(columns, column, &groups) {
                found.push((column, split));
            }
        }
        let is_price = |role: &Role| {
            matches!(role, Role::Open | Role::High | Role::Low | Role::Close(_) | Role::AdjClose)
        };
        let prices = found.iter().filter(|(_, (role, _))| is_price(role)).count();
        let closes =
            found.iter().filter(|(_, (role, _))| matches!(role, Role::Close(_) | Role::AdjClose)).count();
        let plain = (0..columns.roles.len()).any(|column| {
            columns.is_numeric(column)
                && matches!(columns.roles.get(column), Some(Role::Close(0..=1)))
                && !found.iter().any(|(known, _)| *known == column)
        });
        (closes >= 1 && prices >= 2 && !plain).then_some(Self { found })
    }
}

/// Of every row of names the cells with empty ones filled from the left, as titles that are merged
/// over several columns need.
fn filled_groups(columns: &Columns) -> Vec<Vec<String>> {
    let heads = &columns.table.heads;
    let rows = heads.first().map_or(0, Vec::len);
    (0..rows)
        .map(|row| {
            let mut last = String::new();
            let cell = |head: &Vec<String>| head.get(row).cloned().unwrap_or_default();
            let fill = |head: &Vec<String>| {
                let own = cell(head);
                if !own.is_empty() {
                    last = own;
                }
                last.clone()
            };
            heads.iter().map(fill).collect()
        })
        .collect()
}

/// Role and ticker of one column.
fn split(columns: &Columns, column: usize, groups: &[Vec<String>]) -> Option<(Role, String)> {
    let heads = columns.table.heads.get(column)?;
    if heads.len() > 1 {
        let cells = || groups.iter().filter_map(|row| row.get(column));
        let role = heads.iter().map(|cell| header::role(cell)).find(|role| is_price_role(*role))?;
        let is_ticker = |cell: &&String| {
            !cell.is_empty()
                && header::role(cell) == Role::Other
                && header::currency(cell).is_none()
                && header::unit(cell).is_none()
                && cell.chars().count() <= 40
        };
        if let Some(ticker) = cells().find(is_ticker) {
            return Some((role, ticker.clone()));
        }
    }
    header::split_ticker(columns.table.name(column))
}

fn is_price_role(role: Role) -> bool {
    matches!(role, Role::Open | Role::High | Role::Low | Role::Close(_) | Role::AdjClose | Role::Volume)
}

/// Which of several rows of names names series: the first in which no two columns are alike.
pub(super) fn naming_row(columns: &Columns, found: &[usize]) -> Option<usize> {
    let heads = &columns.table.heads;
    let rows = heads.first().map_or(0, Vec::len);
    (0..rows).filter(|_| rows > 1).find(|row| {
        let cells = found.iter().filter_map(|column| heads.get(*column).and_then(|cells| cells.get(*row)));
        let mut seen = HashSet::new();
        cells.fold(true, |fits, cell| fits && !cell.is_empty() && seen.insert(cell.as_str()))
    })
}

/// Name of a column in that row of names, all of them where none is chosen.
pub(super) fn name_in(columns: &Columns, column: usize, row: Option<usize>) -> String {
    let cell = row.and_then(|row| columns.table.heads.get(column).and_then(|cells| cells.get(row)));
    cell.cloned().unwrap_or_else(|| columns.name(column))
}
