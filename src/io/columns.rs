//! A column of a table read as dates, with what is said about it: the one place where a doubt about
//! the order of day, month and year is put into words.
//!
//! Which column holds dates is decided by those who ask.

use super::dates::{self, Dates, Notation};
use super::report::{Report, cell_evidence, short};
use super::table::{Record, Table};
use crate::model::{Message, WarningKind};

/// Dates of a column, one entry a record, joined with the times of another where they stand apart.
/// Reports `date_order`.
pub(super) fn dates(table: &Table, date: usize, time: Option<usize>, report: &mut Report) -> Dates {
    let joined: Vec<String>;
    let cells: Vec<&str> = match time {
        None => table.records.iter().map(|record| record.cell(date)).collect(),
        Some(time) => {
            let join = |record: &Record| format!("{} {}", record.cell(date), record.cell(time));
            joined = table.records.iter().map(join).collect();
            joined.iter().map(String::as_str).collect()
        }
    };
    let is_month_first = table.delimiter != ';';
    let dates = dates::read(&cells, is_month_first);
    let line = table.records.get(dates.deciding).map_or(0, |record| record.line);
    let cell = cells.get(dates.deciding).copied().unwrap_or_default();
    report.assume("date_order", dates.notation.name(), cell_evidence(line, cell), dates.is_certain);
    if let Some(other) = dates.other.filter(|_| !dates.is_certain) {
        let message = Message::new("io-open-date-order")
            .with("cell", short(cell))
            .with("order", dates.notation.name())
            .with("other", Notation::Calendar(other).name());
        report.warn(Some(line), WarningKind::Ambiguous, message);
    }
    dates
}
