//! Lists of records in YAML, each by itself or under a key: each entry becomes a row on the line where
//! it begins, its keys become columns in the order in which they first come.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser, Span};

use super::{Found, Note, guarded, inside};
use crate::io::control::Control;
use crate::io::error::{ContentProblem, Stop};
use crate::io::grid::{Form, Grid};
use crate::model::{Message, WarningKind};

/// Events between two looks at the caller's wish to stop.
const BLOCK: usize = 1 << 16;

/// A record: its line, and its scalars by column.
struct Record {
    line: u64,
    cells: Vec<(usize, String)>,
}

/// What was read of a list so far.
#[derive(Default)]
struct Reader {
    names: Vec<String>,
    places: HashMap<String, usize>,
    records: Vec<Record>,
    /// Columns whose values are no scalars.
    nested: Vec<String>,
    /// Lists and records around the event.
    depth: usize,
    key: Option<String>,
}

/// The lists of a text: it is one itself, or a record whose values are lists.
#[derive(Default)]
struct Lists {
    /// Each with its key, if it has one.
    found: Vec<(Option<String>, Reader)>,
    /// Lists and records around the event.
    depth: usize,
    /// Depth on which the entries of a list stand: 1, or 2 under keys; 0 before anything was seen.
    base: usize,
    key: Option<String>,
    is_in_list: bool,
}

/// The lists of records in a text; `None` where it has none after all.
pub(super) fn read<'a>(
    text: &str,
    outer: Option<&str>,
    control: &Control,
) -> Result<Option<Vec<Found<'a>>>, Stop> {
    let mut lists = Lists::default();
    let mut parser = Parser::new_from_str(text);
    let cut = loop {
        control.check()?;
        // The parser is foreign: whatever a damaged text does to it stays here.
        let ended = guarded(|| {
            for _ in 0..BLOCK {
                match parser.next() {
                    None => return Ok::<_, ContentProblem>(Some(None)),
                    Some(Ok((event, span))) => lists.take(&event, span),
                    Some(Err(error)) => return Ok(Some(Some(error.marker().line() as u64))),
                }
            }
            Ok(None)
        })?;
        if let Some(cut) = ended {
            break cut;
        }
    };
    let mut cut = cut;
    let mut found = lists.found;
    if let Some((_, last)) = found.last_mut().filter(|_| cut.is_some()) {
        // The record in which it breaks off may lack its end.
        last.records.pop();
    }
    found.retain(|(_, list)| list.names.len() >= 2 && !list.records.is_empty());
    // A key is the name of a list only where there are several to tell apart.
    let is_alone = found.len() == 1;
    let mut parts = Vec::with_capacity(found.len());
    for (key, list) in found {
        let mut notes = list.notes();
        if let Some(line) = cut.take() {
            notes.push(Note::new(Some(line), WarningKind::Unreadable, Message::new("io-yaml-cut")));
        }
        let name = inside(outer, key.as_deref().filter(|_| !is_alone));
        parts.push(Found::grid(name, list.grid(), notes));
    }
    Ok(Some(parts).filter(|parts| !parts.is_empty()))
}

impl Lists {
    fn take(&mut self, event: &Event<'_>, span: Span) {
        let is_list = matches!(event, Event::SequenceStart(..));
        match event {
            Event::SequenceStart(..) | Event::MappingStart(..) => {
                if self.depth == 0 {
                    self.base = if is_list { 1 } else { 2 };
                }
                self.depth += 1;
                if self.depth == self.base && is_list {
                    self.is_in_list = true;
                    self.found.push((self.key.take(), Reader::default()));
                }
                if self.depth == self.base {
                    self.key = None;
                }
            }
            Event::Scalar(value, ..) if self.depth == 1 && self.base == 2 => {
                self.key = if self.key.is_none() { Some(value.to_string()) } else { None };
            }
            Event::Alias(_) if self.depth == 1 => self.key = None,
            _ => {}
        }
        if self.is_in_list
            && let Some((_, list)) = self.found.last_mut()
        {
            list.take(event, span);
        }
        if matches!(event, Event::SequenceEnd | Event::MappingEnd) {
            self.is_in_list &= self.depth != self.base;
            self.depth = self.depth.saturating_sub(1);
        }
    }
}

impl Reader {
    fn take(&mut self, event: &Event<'_>, span: Span) {
        match event {
            Event::SequenceStart(..) | Event::MappingStart(..) => {
                if self.depth == 2
                    && let Some(key) = self.key.take()
                    && !self.nested.contains(&key)
                {
                    self.nested.push(key);
                }
                self.depth += 1;
                if self.depth == 2 {
                    self.records.push(Record { line: span.start.line() as u64, cells: Vec::new() });
                    self.key = None;
                }
            }
            Event::SequenceEnd | Event::MappingEnd => self.depth = self.depth.saturating_sub(1),
            Event::Scalar(value, ..) if self.depth == 2 => match self.key.take() {
                None => self.key = Some(value.to_string()),
                Some(key) => self.cell(key, value),
            },
            Event::Alias(_) if self.depth == 2 => self.key = None,
            _ => {}
        }
    }

    /// What is said of columns that are no scalars.
    fn notes(&self) -> Vec<Note> {
        let note = |name: &String| {
            let message = Message::new("io-nested-column").with("column", name.as_str());
            Note::new(None, WarningKind::Skipped, message)
        };
        self.nested.iter().map(note).collect()
    }

    fn cell(&mut self, key: String, value: &str) {
        let place = *self.places.entry(key).or_insert_with_key(|key| {
            self.names.push(key.clone());
            self.names.len() - 1
        });
        let value = if matches!(value, "~" | "null") { "" } else { value };
        if let Some(record) = self.records.last_mut() {
            record.cells.push((place, value.to_owned()));
        }
    }

    fn grid(&self) -> Grid {
        let mut grid = Grid::of(Form::Records);
        self.names.iter().for_each(|name| grid.push(name));
        grid.end_row(self.records.first().map_or(1, |record| record.line));
        for record in &self.records {
            let mut cells = vec![""; self.names.len()];
            for (place, value) in &record.cells {
                if let Some(cell) = cells.get_mut(*place) {
                    *cell = value;
                }
            }
            for cell in cells {
                grid.push(cell);
            }
            grid.end_row(record.line);
        }
        grid
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::io::containers::Body;

    fn lines(text: &str) -> (Vec<(u64, String)>, Vec<&'static str>) {
        let found = read(text, None, &Control::unwatched()).unwrap().unwrap();
        let found = found.into_iter().next().unwrap();
        let Body::Grid(grid) = found.part.body else { panic!("no cells") };
        let rows = grid.rows().map(|row| (row.line, row.cells().collect::<Vec<_>>().join("|"))).collect();
        (rows, found.notes.iter().map(|note| note.message.key).collect())
    }

    #[test]
    fn entries_are_rows_on_their_lines() {
        let text = "- dirname: a\n  model: \"o1: high\"\n  total_cost: 186.4958\n  tags: [x, y]\n\n\
                    - dirname: b\n  model: 'R1'\n  command: |\n    aider\n    --x\n  total_cost: null\n";
        let (rows, notes) = lines(text);
        let expected = [
            (1, "dirname|model|total_cost|command".to_owned()),
            (1, "a|o1: high|186.4958|".to_owned()),
            (6, "b|R1||aider\n--x".to_owned()),
        ];
        assert_eq!(rows, expected);
        assert_eq!(notes, ["io-nested-column"]);
    }

    #[test]
    fn lists_under_keys_are_read_as_lists_are() {
        let entries = "  - model: o1\n    cost: 186\n  - model: R1\n    cost: 5.4\n";
        let (rows, _) = lines(&format!("version: 2\nmodels:\n{entries}sources:\n  - a\n"));
        let expected = [(3, "model|cost".to_owned()), (3, "o1|186".to_owned()), (5, "R1|5.4".to_owned())];
        assert_eq!(rows, expected);
        let two = format!("models:\n{entries}makers:\n- name: A\n  country: B\n");
        let found = read(&two, None, &Control::unwatched()).unwrap().unwrap();
        let names: Vec<_> = found.iter().map(|found| found.part.name.as_deref()).collect();
        assert_eq!(names, [Some("models"), Some("makers")]);
    }

    #[test]
    fn entries_before_a_mistake_are_kept() {
        let (rows, notes) = lines("- a: 1\n  b: 2\n- a: 3\n  b: 4\n- a: \"5\n  b: 6\n");
        assert_eq!(rows.len(), 3);
        assert_eq!(notes, ["io-yaml-cut"]);
        assert!(read("- a\n- b\n", None, &Control::unwatched()).unwrap().is_none());
    }
}
