//! Lists of records in YAML: each entry becomes a row on the line where it begins, its keys become
//! columns in the order in which they first come.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser, Span};

use super::{Found, Note, guarded};
use crate::io::control::Control;
use crate::io::error::{ContentProblem, Stop};
use crate::io::grid::Grid;
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

/// The list of records in a text; `None` where it is none after all.
pub(super) fn read<'a>(
    text: &str,
    outer: Option<&str>,
    control: &Control,
) -> Result<Option<Vec<Found<'a>>>, Stop> {
    let mut reader = Reader::default();
    let mut parser = Parser::new_from_str(text);
    let cut = loop {
        control.check()?;
        // The parser is foreign: whatever a damaged text does to it stays here.
        let ended = guarded(|| {
            for _ in 0..BLOCK {
                match parser.next() {
                    None => return Ok::<_, ContentProblem>(Some(None)),
                    Some(Ok((event, span))) => reader.take(&event, span),
                    Some(Err(error)) => return Ok(Some(Some(error.marker().line() as u64))),
                }
            }
            Ok(None)
        })?;
        if let Some(cut) = ended {
            break cut;
        }
    };
    if reader.names.len() < 2 || reader.records.is_empty() {
        return Ok(None);
    }
    let mut notes: Vec<Note> = reader
        .nested
        .iter()
        .map(|name| {
            let message = Message::new("io-nested-column").with("column", name.as_str());
            Note::new(None, WarningKind::Skipped, message)
        })
        .collect();
    if let Some(line) = cut {
        // The record in which it breaks off may lack its end.
        reader.records.pop();
        notes.push(Note::new(Some(line), WarningKind::Unreadable, Message::new("io-yaml-cut")));
    }
    Ok(Some(vec![Found::grid(outer.map(str::to_owned), reader.grid(), notes)]))
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
        let mut grid = Grid::default();
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
    fn entries_before_a_mistake_are_kept() {
        let (rows, notes) = lines("- a: 1\n  b: 2\n- a: 3\n  b: 4\n- a: \"5\n  b: 6\n");
        assert_eq!(rows.len(), 3);
        assert_eq!(notes, ["io-yaml-cut"]);
        assert!(read("- a\n- b\n", None, &Control::unwatched()).unwrap().is_none());
    }
}
