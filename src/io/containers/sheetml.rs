//! `SpreadsheetML`: the XML that Excel 2003 wrote, and that many sites still hand out as a workbook.

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use super::sparse::Sparse;
use super::workbook::{faulty, without_midnight};
use super::{Found, Note, inside};
use crate::io::control::Control;
use crate::io::error::{ContentProblem, Stop};

/// Tokens between two looks at the caller's wish to stop.
const BLOCK: usize = 1 << 14;

/// Every sheet that holds something.
pub(super) fn read<'a>(text: &str, outer: Option<&str>, control: &Control) -> Result<Vec<Found<'a>>, Stop> {
    let mut sheets: Vec<Sheet> = Vec::new();
    let emitter = DefaultEmitter::<()>::new_with_span();
    for (at, token) in Tokenizer::new_with_emitter(text, emitter).enumerate() {
        if at % BLOCK == 0 {
            control.check()?;
        }
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) if local(&tag.name) == b"worksheet" => {
                let name = attribute(&tag, b"name").unwrap_or_else(|| (sheets.len() + 1).to_string());
                sheets.push(Sheet { name, ..Sheet::default() });
            }
            Token::StartTag(tag) => {
                if let Some(sheet) = sheets.last_mut() {
                    sheet.start(&tag);
                }
            }
            Token::EndTag(tag) if local(&tag.name) == b"data" => {
                if let Some(sheet) = sheets.last_mut() {
                    sheet.end_data();
                }
            }
            Token::String(words) => {
                if let Some(Sheet { data: Some((_, text)), .. }) = sheets.last_mut() {
                    text.push_str(&String::from_utf8_lossy(&words));
                }
            }
            _ => {}
        }
    }
    let found: Vec<Found<'a>> = sheets
        .into_iter()
        .filter_map(|Sheet { name, cells, notes, .. }| {
            Some(Found::grid(inside(outer, Some(&name)), cells.into_grid()?, notes))
        })
        .collect();
    if found.is_empty() { Err(ContentProblem::EmptyWorkbook.into()) } else { Ok(found) }
}

/// A sheet while it is read; places are zero-based.
#[derive(Default)]
struct Sheet {
    name: String,
    cells: Sparse,
    notes: Vec<Note>,
    row: u32,
    next_row: u32,
    column: u32,
    next_column: u32,
    /// Type and text of the value in progress.
    data: Option<(String, String)>,
}

impl Sheet {
    fn start(&mut self, tag: &StartTag<()>) {
        // Places that are left out are those after the one before; given ones are one-based.
        let given = || attribute(tag, b"index").and_then(|index| index.parse::<u32>().ok()?.checked_sub(1));
        let more = |key| attribute(tag, key).and_then(|count| count.parse().ok()).unwrap_or(0);
        match local(&tag.name) {
            b"row" => {
                self.row = given().unwrap_or(self.next_row);
                self.next_row = self.row.saturating_add(1).saturating_add(more(b"span"));
                self.next_column = 0;
            }
            b"cell" => {
                self.column = given().unwrap_or(self.next_column);
                self.next_column = self.column.saturating_add(1).saturating_add(more(b"mergeacross"));
            }
            b"data" if !tag.self_closing => {
                self.data = Some((attribute(tag, b"type").unwrap_or_default(), String::new()));
            }
            _ => {}
        }
    }

    fn end_data(&mut self) {
        let Some((kind, text)) = self.data.take() else { return };
        let text = match (kind.as_str(), text.trim()) {
            ("DateTime", moment) => without_midnight(moment),
            ("Boolean", "1") => "true",
            ("Boolean", "0") => "false",
            ("Error", error) => {
                self.notes.push(faulty(&self.name, self.row, self.column, error));
                return;
            }
            _ => text.as_str(),
        };
        self.cells.add(self.row, self.column, text);
    }
}

/// A name without the prefix of its namespace.
fn local(name: &[u8]) -> &[u8] {
    name.rsplit(|byte| *byte == b':').next().unwrap_or_default()
}

fn attribute(tag: &StartTag<()>, name: &[u8]) -> Option<String> {
    let (_, value) = tag.attributes.iter().find(|(key, _)| local(key) == name)?;
    Some(String::from_utf8_lossy(value).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::io::containers::tests::grids;

    #[test]
    fn sheets_keep_their_names_and_row_numbers() {
        let text = r#"<?xml version="1.0"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Styles><Style ss:ID="Default"/></Styles>
<Worksheet ss:Name="Prices &amp; more"><Table>
<Row><Cell ss:MergeAcross="1"><Data ss:Type="String">AAPL</Data></Cell></Row>
<Row ss:Index="3"><Cell><Data ss:Type="String">Date</Data></Cell><Cell ss:Index="3"><Data ss:Type="String">Close</Data></Cell></Row>
<Row><Cell><Data ss:Type="DateTime">2025-01-27T00:00:00.000</Data></Cell><Cell/><Cell><Data ss:Type="Number">118.42</Data></Cell></Row>
<Row><Cell><Data ss:Type="DateTime">2025-01-28T16:30:00.000</Data></Cell><Cell/><Cell><Data ss:Type="Error">#N/A</Data></Cell></Row>
</Table></Worksheet>
<Worksheet ss:Name="Empty"><Table/></Worksheet>
</Workbook>"#;
        let found = read(text, None, &Control::unwatched()).unwrap();
        let said: Vec<_> = found[0].notes.iter().map(|note| (note.line, note.message.key)).collect();
        assert_eq!(said, [(Some(5), "io-faulty-cell")]);
        let rows = [
            (1, "AAPL".to_owned()),
            (3, "Date|Close".to_owned()),
            (4, "2025-01-27|118.42".to_owned()),
            (5, "2025-01-28T16:30:00.000".to_owned()),
        ];
        assert_eq!(grids(found), [(Some("Prices & more".to_owned()), rows.to_vec())]);
    }
}
