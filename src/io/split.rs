//! Divided text to a grid of cells under a known dialect, with every repair told.
//!
//! It is a reader for damaged files: a quotation mark that never closes ends at its line instead of
//! swallowing the file, text behind a closing mark stays, and a row that is divided by another
//! character than the rest is divided by that.

use super::control::Control;
use super::error::Stop;
use super::grid::Grid;

/// Lines over which a quoted cell may run that is longer than [`LONG_CELL`].
const QUOTED_LINES: usize = 400;
/// Bytes of a quoted cell up to which its line breaks are not counted.
const LONG_CELL: usize = 1 << 16;
/// Bytes over which a quoted cell may run.
const QUOTED_BYTES: usize = 1 << 17;

/// How the rows of a text are divided into cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Dialect {
    pub delimiter: Delimiter,
    /// Mark around cells.
    pub quote: Option<u8>,
    /// Mark before a quotation mark inside a cell, where it is not doubled.
    pub escape: Option<u8>,
}

/// What stands between two cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Delimiter {
    /// One ASCII character.
    Byte(u8),
    /// One ASCII character and a blank.
    Padded(u8),
    /// Any number of blanks.
    Blanks,
}

impl Delimiter {
    /// The character, a blank for blanks.
    pub(super) fn byte(self) -> u8 {
        match self {
            Self::Byte(byte) | Self::Padded(byte) => byte,
            Self::Blanks => b' ',
        }
    }
}

/// What was mended while a row was divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Repair {
    /// A quotation mark opens a cell and never closes.
    OpenQuote,
    /// A quotation mark stands inside a quoted cell without being doubled.
    StrayQuote,
}

/// A repair and the one-based line on which its row begins.
pub(super) type Repaired = (u64, Repair);

/// Divides a text into rows, blank ones left out.
pub(super) fn split(text: &str, dialect: Dialect, control: &Control) -> Result<(Grid, Vec<Repaired>), Stop> {
    let mut splitter = Splitter { text, dialect, at: 0, line: 1, cell: String::new(), repairs: Vec::new() };
    let mut grid = Grid::with_room(text.len());
    let (mut is_gap, mut told) = (false, 0);
    while splitter.at < text.len() {
        let line = splitter.line;
        if splitter.skip_blank_line() {
            is_gap = true;
            continue;
        }
        splitter.row(&mut grid);
        grid.end_row_after(line, is_gap);
        is_gap = false;
        if grid.len().is_multiple_of(4096) {
            control.check()?;
            control.advance((splitter.at - told) as u64);
            told = splitter.at;
        }
    }
    control.advance((text.len() - told) as u64);
    Ok((grid, splitter.repairs))
}

/// A place in a text.
struct Splitter<'a> {
    text: &'a str,
    dialect: Dialect,
    at: usize,
    line: u64,
    /// A quoted cell that had to be put together.
    cell: String,
    repairs: Vec<Repaired>,
}

impl Splitter<'_> {
    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    /// Passes a line without anything in it.
    fn skip_blank_line(&mut self) -> bool {
        let mut end = self.at;
        while let Some(byte) = self.byte(end) {
            match byte {
                b'\n' | b'\r' => break,
                b' ' | b'\t' | b'\x0b' | b'\x0c' | b'\x1a' => end += 1,
                _ => return false,
            }
        }
        // A line of tabs alone is a row of empty cells, which says as little.
        self.at = end;
        self.pass_line_break();
        true
    }

    /// Passes the end of a line: a line feed, a carriage return, or both.
    fn pass_line_break(&mut self) {
        match (self.byte(self.at), self.byte(self.at + 1)) {
            (Some(b'\r'), Some(b'\n')) => self.at += 2,
            (Some(_), _) => self.at += 1,
            (None, _) => {}
        }
        self.line += 1;
    }

    /// Divides the row that begins here and passes its end.
    fn row(&mut self, grid: &mut Grid) {
        if self.dialect.delimiter == Delimiter::Blanks {
            self.skip_blanks();
        }
        let begins = self.line;
        loop {
            let quote = self.dialect.quote;
            let mark = self.quote_ahead();
            match (mark, quote) {
                (Some(start), Some(quote)) => self.quoted(start, quote, begins, grid),
                _ => self.plain(grid),
            }
            match self.byte(self.at) {
                None => {
                    self.line += 1;
                    return;
                }
                Some(b'\n' | b'\r') => {
                    self.pass_line_break();
                    return;
                }
                Some(_) => {
                    self.pass_delimiter();
                    // Blanks at the end of a row divide nothing.
                    let is_end = matches!(self.byte(self.at), None | Some(b'\n' | b'\r'));
                    if is_end && self.dialect.delimiter == Delimiter::Blanks {
                        continue_to_end(self);
                        return;
                    }
                }
            }
        }
    }

    /// Where a quotation mark opens a cell here, blanks before it passed over.
    fn quote_ahead(&self) -> Option<usize> {
        let quote = self.dialect.quote?;
        let delimiter = Some(self.dialect.delimiter.byte()).filter(|_| !self.is_divided_by_blanks());
        let mut at = self.at;
        while let Some(b' ' | b'\t') = self.byte(at) {
            // An empty cell ends here.
            if self.byte(at) == delimiter {
                return None;
            }
            at += 1;
        }
        (self.byte(at) == Some(quote)).then_some(at)
    }

    fn pass_delimiter(&mut self) {
        match self.dialect.delimiter {
            Delimiter::Byte(_) => self.at += 1,
            Delimiter::Padded(_) => {
                self.at += 1 + usize::from(self.byte(self.at + 1) == Some(b' '));
            }
            Delimiter::Blanks => self.skip_blanks(),
        }
    }

    fn is_divided_by_blanks(&self) -> bool {
        self.dialect.delimiter == Delimiter::Blanks
    }

    fn skip_blanks(&mut self) {
        while matches!(self.byte(self.at), Some(b' ' | b'\t')) {
            self.at += 1;
        }
    }

    fn is_delimiter(&self, byte: u8) -> bool {
        match self.dialect.delimiter {
            Delimiter::Byte(delimiter) | Delimiter::Padded(delimiter) => byte == delimiter,
            Delimiter::Blanks => matches!(byte, b' ' | b'\t'),
        }
    }

    /// Where the cell without quotation marks that holds this place ends.
    fn plain_end(&self, from: usize) -> usize {
        let rest = self.text.as_bytes().get(from..).unwrap_or_default();
        let found = match self.dialect.delimiter {
            Delimiter::Byte(byte) | Delimiter::Padded(byte) => memchr::memchr3(byte, b'\n', b'\r', rest),
            Delimiter::Blanks => rest.iter().position(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r')),
        };
        found.map_or(self.text.len(), |found| from + found)
    }

    fn plain(&mut self, grid: &mut Grid) {
        let end = self.plain_end(self.at);
        grid.push(self.text.get(self.at..end).unwrap_or_default());
        self.at = end;
    }

    /// Reads a cell whose quotation mark opens at `start`.
    fn quoted(&mut self, start: usize, quote: u8, begins: u64, grid: &mut Grid) {
        self.cell.clear();
        let Some(closed) = self.closing(start + 1, quote) else {
            self.repairs.push((begins, Repair::OpenQuote));
            self.plain(grid);
            return;
        };
        if closed.has_stray {
            self.repairs.push((begins, Repair::StrayQuote));
        }
        self.line += closed.line_breaks;
        let end = self.plain_end(closed.after);
        let behind = self.text.get(closed.after..end).unwrap_or_default();
        // Words behind the closing mark belong to the cell, blanks do not.
        if !behind.trim().is_empty() {
            self.cell.push_str(behind);
        }
        grid.push(&self.cell);
        self.at = end;
    }

    /// Finds the mark that closes a cell, its text put together in `cell`; `None` where there is
    /// none or the cell would swallow rows.
    fn closing(&mut self, start: usize, quote: u8) -> Option<Closed> {
        let mut cell = std::mem::take(&mut self.cell);
        let mut found = Closed { after: 0, line_breaks: 0, has_stray: false };
        let (mut at, mut copied) = (start, start);
        // Marks that stand in pairs inside a cell, as in JSON, and words between blanks are its text.
        let may_be_open = |has_stray: bool| !has_stray && self.dialect.delimiter.byte() != b' ';
        let closed = loop {
            let Some(byte) = self.byte(at).filter(|_| at - start < QUOTED_BYTES) else { break false };
            if Some(byte) == self.dialect.escape && self.byte(at + 1) == Some(quote) {
                cell.push_str(self.text.get(copied..at).unwrap_or_default());
                (copied, at) = (at + 1, at + 2);
            } else if byte == quote {
                if self.ends_cell(at + 1) {
                    cell.push_str(self.text.get(copied..at).unwrap_or_default());
                    found.after = at + 1;
                    break true;
                }
                if self.byte(at + 1) == Some(quote) {
                    cell.push_str(self.text.get(copied..=at).unwrap_or_default());
                    (copied, at) = (at + 2, at + 2);
                } else if self.begins_cell(at) && (found.line_breaks > 0 || may_be_open(found.has_stray)) {
                    // The next cell opens: this one was never closed.
                    break false;
                } else {
                    found.has_stray = true;
                    at += 1;
                }
            } else if matches!(byte, b'\n' | b'\r') {
                found.line_breaks += 1;
                if found.line_breaks as usize > QUOTED_LINES && at - start > LONG_CELL {
                    break false;
                }
                at += if byte == b'\r' && self.byte(at + 1) == Some(b'\n') { 2 } else { 1 };
            } else {
                at += 1;
            }
        };
        self.cell = cell;
        closed.then_some(found)
    }

    /// Whether a cell ends here: blanks at most before a delimiter or the end of the row.
    fn ends_cell(&self, mut at: usize) -> bool {
        loop {
            match self.byte(at) {
                None | Some(b'\n' | b'\r') => return true,
                Some(byte) if self.is_delimiter(byte) => return true,
                Some(b' ' | b'\t') => at += 1,
                Some(_) => return false,
            }
        }
    }

    /// Whether a cell begins here: a delimiter or a line break stands before it.
    fn begins_cell(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.byte(before));
        before.is_none_or(|byte| matches!(byte, b'\n' | b'\r') || self.is_delimiter(byte))
    }
}

/// Where a quoted cell ends.
struct Closed {
    /// Behind its closing mark.
    after: usize,
    /// Line breaks inside it.
    line_breaks: u64,
    /// Whether a mark inside it is not doubled.
    has_stray: bool,
}

/// Passes the end of a row whose last blanks were passed already.
fn continue_to_end(splitter: &mut Splitter) {
    if splitter.at < splitter.text.len() {
        splitter.pass_line_break();
    } else {
        splitter.line += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, dialect: Dialect) -> (Vec<(u64, Vec<String>)>, Vec<Repaired>) {
        let (grid, repairs) = split(text, dialect, &Control::unwatched()).unwrap();
        let cells = |at: usize| (0..grid.row(at).width()).map(|c| grid.row(at).raw(c).to_owned()).collect();
        ((0..grid.len()).map(|at| (grid.row(at).line, cells(at))).collect(), repairs)
    }

    fn by(delimiter: Delimiter) -> Dialect {
        Dialect { delimiter, quote: Some(b'"'), escape: None }
    }

    const COMMA: Delimiter = Delimiter::Byte(b',');

    #[test]
    fn cells_are_divided_and_unquoted() {
        type Case<'a> = (&'a str, Delimiter, &'a [&'a [&'a str]]);
        let cases: &[Case] = &[
            ("a,b\n1,2\n", COMMA, &[&["a", "b"], &["1", "2"]]),
            ("a,b\r\n1,2", COMMA, &[&["a", "b"], &["1", "2"]]),
            ("a,b\r1,\r", COMMA, &[&["a", "b"], &["1", ""]]),
            ("\"a,b\",\"c \"\"d\"\"\"\n", COMMA, &[&["a,b", "c \"d\""]]),
            ("1, \"2,5\" ,3", COMMA, &[&["1", "2,5", "3"]]),
            ("1, \"2,5\", 3", Delimiter::Padded(b','), &[&["1", "2,5", "3"]]),
            ("1,  2", Delimiter::Padded(b','), &[&["1", " 2"]]),
            ("\"two\nlines\",x\ny,z", COMMA, &[&["two\nlines", "x"], &["y", "z"]]),
            ("a  b\tc \n d e\n", Delimiter::Blanks, &[&["a", "b", "c"], &["d", "e"]]),
            ("\n \na,b\n\n", COMMA, &[&["a", "b"]]),
            ("5\" disk,x", COMMA, &[&["5\" disk", "x"]]),
            ("\"a\"b,c", COMMA, &[&["\"a\"b", "c"]]),
            ("\"a,b,\"c,d\",e", COMMA, &[&["\"a", "b", "c,d", "e"]]),
            ("1,\"a,\"\"b\"\"\",2", COMMA, &[&["1", "a,\"b\"", "2"]]),
            ("a  \"b c\" d ", Delimiter::Byte(b' '), &[&["a", "", "b c", "d", ""]]),
        ];
        for (text, delimiter, expected) in cases {
            let (found, _) = rows(text, by(*delimiter));
            let found: Vec<Vec<&str>> =
                found.iter().map(|(_, cells)| cells.iter().map(String::as_str).collect()).collect();
            assert_eq!(found, *expected, "{text:?}");
        }
    }

    #[test]
    fn other_marks_quote_and_escape() {
        let single = Dialect { quote: Some(b'\''), ..by(COMMA) };
        assert_eq!(rows("'a,b','it''s'", single).0[0].1, ["a,b", "it's"]);
        let escaped = Dialect { escape: Some(b'\\'), ..by(COMMA) };
        assert_eq!(rows("\"a \\\"b\\\", c\",d", escaped).0[0].1, ["a \"b\", c", "d"]);
    }

    #[test]
    fn a_mark_that_never_closes_costs_its_own_cell_only() {
        let (found, repairs) = rows("d,c\n1,\"2\n2,\"3\"\n3,4\n", by(COMMA));
        let cells: Vec<&str> = found.iter().map(|(_, cells)| cells[1].as_str()).collect();
        assert_eq!(cells, ["c", "\"2", "3", "4"]);
        assert_eq!(repairs, [(2, Repair::OpenQuote)]);
        let (found, repairs) = rows("\"a\"b\",c\n", by(COMMA));
        assert_eq!((found[0].1[0].as_str(), repairs.as_slice()), ("a\"b", &[(1, Repair::StrayQuote)][..]));
    }

    #[test]
    fn rows_keep_the_line_they_begin_on_and_know_a_gap_before_them() {
        let text = "date,close\r\n\r\n1,\"two\r\nlines\"\r\n2,x\r\n\r\n3,y";
        let (grid, _) = split(text, by(COMMA), &Control::unwatched()).unwrap();
        let found: Vec<(u64, bool)> = (0..4).map(|at| (grid.row(at).line, grid.is_after_gap(at))).collect();
        assert_eq!(found, [(1, false), (3, true), (5, false), (7, true)]);
    }

    #[test]
    fn thousands_of_open_marks_take_no_time_of_their_own() {
        let text = "1,\"2\n".repeat(20_000);
        let (found, repairs) = rows(&text, by(COMMA));
        assert_eq!((found.len(), repairs.len()), (20_000, 20_000));
    }
}
