//! Tables of AI models: names and cells to roles, cells to numbers, values to units.
//!
//! A cost of zero is no cost but one that was not disclosed; a score is never rescaled; every row
//! with a name or a number stays. `roles` tells the columns apart (`names` knows what they are
//! called), `columns` reads the numbers with `units`, `prices` (prices in words), `bounds`
//! (intervals), `basis` (how a training cost was counted) and `blend`; `rows` reads the rest, and
//! `identity` takes their names apart. `join` puts several files together with `pairs`, and `costs`
//! adds training costs that stand in files of their own.

mod basis;
mod blend;
mod bounds;
mod columns;
mod costs;
mod identity;
mod join;
mod names;
mod pairs;
mod prices;
mod roles;
mod rows;
mod units;

use super::control::Control;
use super::error::Stop;
use super::report::{Report, cell_evidence};
use super::table::Table;
use crate::model::{ColumnInfo, ColumnRole as Role, Message, ModelTable, Overrides, Unit, WarningKind};
use roles::Roles;

pub use blend::ratio;
pub(super) use costs::{AddedCosts, add_training_costs, is_named};
pub(super) use join::{Joined, join};
pub(super) use units::choices as unit_choices;

/// Reads a table of models.
pub(super) fn read(
    table: &Table,
    overrides: &Overrides,
    report: &mut Report,
    control: &Control,
) -> Result<ModelTable, Stop> {
    let roles = roles::find(table, overrides, report);
    tell_label(table, &roles, report);
    control.check()?;
    let mut read = columns::read(table, &roles, overrides, report);
    control.check()?;
    let (rows, kept) = rows::read(table, &roles, overrides, &read, report);
    if !read.columns.iter().any(|column| column.role == Role::Score || column.role.is_cost()) {
        let line = table.header_line.unwrap_or(1);
        report.warn(Some(line), WarningKind::Ambiguous, Message::new("io-models-without-scores"));
    }
    tell_score_units(table, &roles, &read, report);
    if kept.len() < table.len() {
        for column in &mut read.columns {
            column.keep(&kept);
        }
    }
    let unit_of =
        |at: usize| read.units.iter().find(|(column, _)| *column == at).map_or(Unit::None, |(_, unit)| *unit);
    let header = roles
        .names
        .iter()
        .zip(&roles.kinds)
        .enumerate()
        .map(|(at, (name, role))| ColumnInfo { name: name.clone(), role: *role, unit: unit_of(at) })
        .collect();
    let mut columns = read.columns;
    blend::add(&mut columns, &rows, overrides, report);
    Ok(ModelTable { rows, columns, header })
}

/// Computes the blended prices that joined tables lack in the first column of such prices, and gives
/// the sentence about it; `None` where nothing was to compute.
pub(super) fn fill_blend(table: &mut ModelTable) -> Option<Message> {
    let (ratio, filled) = blend::fill(&mut table.columns)?;
    Some(blend::told(ratio, &filled, &table.rows))
}

/// Says where the names of the models stand.
fn tell_label(table: &Table, roles: &Roles, report: &mut Report) {
    let Some(label) = roles.name else {
        let line = table.header_line.unwrap_or(1);
        report.warn(Some(line), WarningKind::Ambiguous, Message::new("io-models-without-names"));
        return;
    };
    let name = roles.names.get(label).map_or("", String::as_str);
    let line = table.header_line.unwrap_or(1);
    let is_known = roles.plain.get(label).is_some_and(|plain| {
        names::LABELS.contains(&plain.as_str()) || names::SHORT_LABELS.contains(&plain.as_str())
    });
    let evidence = if is_known {
        Message::new("io-evidence-header").with("line", line.to_string()).with("cell", name)
    } else {
        let first = table.record(0);
        cell_evidence(first.line, first.cell(label))
    };
    report.assume("label_column", name, evidence, is_known);
}

/// States the units that the values of the scores tell, all in one.
fn tell_score_units(table: &Table, roles: &Roles, read: &columns::Read, report: &mut Report) {
    let scores: Vec<_> = read.columns.iter().filter(|column| column.role == Role::Score).collect();
    let Some(first) = scores.first() else { return };
    let code = |unit: Unit| match unit {
        Unit::Fraction => "fraction",
        Unit::Percent => "percent",
        Unit::Elo => "elo",
        Unit::Minutes => "minutes",
        _ => "unknown",
    };
    let units: Vec<String> =
        scores.iter().map(|column| format!("{}={}", column.name, code(column.unit))).collect();
    let values = first.values.iter().enumerate().filter(|(_, value)| value.is_finite());
    let highest = values.max_by(|a, b| a.1.total_cmp(b.1)).map_or(0, |(row, _)| row);
    let record = table.record(highest);
    let column = roles.names.iter().position(|name| *name == first.name).unwrap_or(0);
    let is_known = scores.iter().all(|column| column.unit != Unit::None);
    report.assume("score_units", units.join("; "), cell_evidence(record.line, record.cell(column)), is_known);
}

#[cfg(test)]
mod tests;
