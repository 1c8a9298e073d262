//! JSON: records, columns, rows, and what sites wrap around them, as cells.
//!
//! Keys keep their order and numbers the text in which they are written. `values` reads the
//! language, `shapes` finds the tables, `cells` makes rows of them.

mod cells;
mod shapes;
mod values;

use serde_json::value::RawValue;

use super::{Found, Note, inside};
use crate::io::control::Control;
use crate::io::error::{ContentProblem, Stop};
use crate::model::{Message, WarningKind};
use shapes::Finder;

/// Every table in a text, `None` where the text is not JSON after all.
pub(super) fn read<'a>(
    text: &str,
    outer: Option<&str>,
    control: &Control,
) -> Result<Option<Vec<Found<'a>>>, Stop> {
    let (parsed, error) = values::parse(text);
    let Some(error) = error else { return tables(text, &parsed, Vec::new(), outer, control).map(Some) };
    if let Some(patched) = values::without_bare_words(text)
        && let (parsed, None) = values::parse(&patched)
    {
        return tables(&patched, &parsed, Vec::new(), outer, control).map(Some);
    }
    let line = error.line() as u64;
    if parsed.len() > 1 {
        // Records that follow one another are whole up to the mistake.
        let note = Note::new(Some(line), WarningKind::Unreadable, Message::new("io-json-cut"));
        return tables(text, &parsed, vec![note], outer, control).map(Some);
    }
    if values::opens_as_list_of_numbers(text) {
        return Ok(None);
    }
    Err(ContentProblem::BrokenJson { line }.into())
}

fn tables<'a>(
    text: &str,
    parsed: &[&RawValue],
    notes: Vec<Note>,
    outer: Option<&str>,
    control: &Control,
) -> Result<Vec<Found<'a>>, Stop> {
    let mut finder = Finder::new(text, control);
    match parsed {
        [value] => finder.find(value, None, 0)?,
        values => finder.list(values, None, 0)?,
    }
    let mut tables = finder.tables;
    let Some(first) = tables.first_mut() else { return Err(ContentProblem::NoTableInJson.into()) };
    first.notes.splice(0..0, notes);
    // A key is the name of a table only where there are several to tell apart.
    let is_alone = tables.len() == 1;
    let named = tables.into_iter().map(|table| {
        let key = table.key.filter(|_| !is_alone);
        Found::grid(inside(outer, table.symbol.or(key).as_deref()), table.grid, table.notes)
    });
    Ok(named.collect())
}

#[cfg(test)]
mod tests;
