//! Tables of web pages: a saved page, or the page that many sites hand out as a workbook.

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use super::markup::Lines;
use super::{Found, inside};
use crate::io::control::Control;
use crate::io::error::{ContentProblem, Stop};
use crate::io::grid::Grid;
use crate::io::report::short;

/// Columns to which a cell is spread at the most.
const WIDEST: usize = 1000;
/// Tokens between two looks at the caller's wish to stop.
const BLOCK: usize = 1 << 14;

/// Every table of at least two rows and two columns, in the order in which they open.
pub(super) fn read<'a>(text: &str, outer: Option<&str>, control: &Control) -> Result<Vec<Found<'a>>, Stop> {
    let page = Page::read(text, control)?;
    let mut tables = page.done;
    tables.retain(|table| table.grid.len() > 1 && table.widest > 1);
    tables.sort_by_key(|table| table.order);
    if tables.is_empty() {
        let title = [page.title, page.heading, page.words].into_iter().find(|text| !text.trim().is_empty());
        let title = short(&folded(&title.unwrap_or_default()));
        return Err(ContentProblem::HtmlPage { title }.into());
    }
    let is_alone = tables.len() == 1;
    let named = tables.into_iter().enumerate().map(|(at, table)| {
        let caption = folded(&table.caption);
        let number = (!is_alone).then(|| format!("table {}", at + 1));
        let name = Some(caption).filter(|caption| !caption.is_empty()).or(number);
        Found::grid(inside(outer, name.as_deref()), table.grid, Vec::new())
    });
    Ok(named.collect())
}

/// A page while it is read.
#[derive(Default)]
struct Page {
    /// Tables in one another, the innermost last.
    open: Vec<Table>,
    done: Vec<Table>,
    opened: usize,
    title: String,
    heading: String,
    /// The first words outside of everything else.
    words: String,
    /// The element whose text is no text of the page.
    silent: Option<Vec<u8>>,
    in_title: bool,
    in_heading: bool,
}

#[derive(Default)]
struct Table {
    order: usize,
    caption: String,
    in_caption: bool,
    grid: Grid,
    widest: usize,
    row: Option<Row>,
    /// What cells of earlier rows still cover, by column.
    covered: Vec<Covered>,
}

/// Rows that a cell still covers, and what it says.
#[derive(Clone, Default)]
struct Covered {
    rows: usize,
    text: String,
}

struct Row {
    line: u64,
    cells: Vec<Cell>,
    /// Whether text goes to the last of them.
    is_open: bool,
}

struct Cell {
    text: String,
    columns: usize,
    rows: usize,
}

impl Page {
    fn read(text: &str, control: &Control) -> Result<Self, Stop> {
        let mut page = Self::default();
        let mut lines = Lines::new(text);
        let mut emitter = DefaultEmitter::<usize>::new_with_span();
        emitter.naively_switch_states(true);
        for (at, token) in Tokenizer::new_with_emitter(text, emitter).enumerate() {
            if at % BLOCK == 0 {
                control.check()?;
            }
            let Ok(token) = token;
            match token {
                Token::StartTag(tag) => {
                    let line = lines.at(tag.span.start);
                    page.start(&tag, line);
                }
                Token::EndTag(tag) => page.end(&tag.name),
                Token::String(words) => page.say(&String::from_utf8_lossy(&words)),
                _ => {}
            }
        }
        while !page.open.is_empty() {
            page.end(b"table");
        }
        Ok(page)
    }

    fn start(&mut self, tag: &StartTag<usize>, line: u64) {
        let name: &[u8] = &tag.name;
        match name {
            b"script" | b"style" | b"noscript" | b"template" if !tag.self_closing => {
                self.silent.get_or_insert_with(|| name.to_vec());
            }
            // Drawings in the page have titles too.
            b"title" if self.title.is_empty() => self.in_title = true,
            b"title" => self.silent = Some(name.to_vec()),
            b"h1" => self.in_heading = true,
            b"br" | b"p" | b"div" | b"li" => self.say(" "),
            b"table" => {
                self.open.push(Table { order: self.opened, ..Table::default() });
                self.opened += 1;
            }
            _ => {}
        }
        let Some(table) = self.open.last_mut() else { return };
        match name {
            b"caption" => table.in_caption = true,
            b"tr" => {
                table.end_row();
                table.row = Some(Row { line, cells: Vec::new(), is_open: false });
            }
            b"td" | b"th" => {
                let span = |key: &[u8]| {
                    let value = tag.attributes.get(key).map(|value| String::from_utf8_lossy(value));
                    value.and_then(|value| value.trim().parse().ok()).filter(|span| *span > 0).unwrap_or(1)
                };
                let row = table.row.get_or_insert_with(|| Row { line, cells: Vec::new(), is_open: false });
                row.is_open = true;
                row.cells.push(Cell {
                    text: String::new(),
                    columns: span(b"colspan"),
                    rows: span(b"rowspan"),
                });
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &[u8]) {
        if self.silent.as_deref() == Some(name) {
            self.silent = None;
        }
        match name {
            b"title" => self.in_title = false,
            b"h1" => self.in_heading = false,
            b"p" | b"div" | b"li" => self.say(" "),
            b"table" => {
                let Some(mut table) = self.open.pop() else { return };
                table.end_row();
                self.done.push(table);
            }
            _ => {}
        }
        let Some(table) = self.open.last_mut() else { return };
        match name {
            b"caption" => table.in_caption = false,
            b"tr" | b"thead" | b"tbody" | b"tfoot" => table.end_row(),
            b"td" | b"th" => {
                if let Some(row) = &mut table.row {
                    row.is_open = false;
                }
            }
            _ => {}
        }
    }

    /// Text goes to the innermost place that is open for it.
    fn say(&mut self, words: &str) {
        if self.silent.is_some() {
            return;
        }
        if self.in_title {
            self.title.push_str(words);
            return;
        }
        if self.in_heading {
            self.heading.push_str(words);
        }
        match self.open.last_mut() {
            Some(table) if table.in_caption => table.caption.push_str(words),
            Some(Table { row: Some(Row { cells, is_open: true, .. }), .. }) => {
                if let Some(cell) = cells.last_mut() {
                    cell.text.push_str(words);
                }
            }
            None if self.words.len() < 200 => self.words.push_str(words),
            Some(_) | None => {}
        }
    }
}

impl Table {
    /// Spreads the cells of the row over the columns and rows that they cover.
    fn end_row(&mut self) {
        let Some(row) = self.row.take() else { return };
        // A title over the whole table is one cell, not one in each column.
        let is_alone = row.cells.len() == 1;
        let mut spread = row.cells.into_iter().flat_map(|cell| {
            let columns = if is_alone { 1 } else { cell.columns.min(WIDEST) };
            let covered = Covered { rows: cell.rows, text: folded(&cell.text) };
            std::iter::repeat_n(covered, columns)
        });
        let mut texts = Vec::new();
        loop {
            let column = texts.len();
            let before = self.covered.get(column).filter(|before| before.rows > 0).cloned();
            let Some(mut cell) = before.or_else(|| spread.next()) else {
                let more =
                    self.covered.get(column..).is_some_and(|rest| rest.iter().any(|cell| cell.rows > 0));
                if !more || column >= WIDEST {
                    break;
                }
                texts.push(String::new());
                continue;
            };
            if self.covered.len() <= column {
                self.covered.resize(column + 1, Covered::default());
            }
            texts.push(cell.text.clone());
            cell.rows -= 1;
            if let Some(place) = self.covered.get_mut(column) {
                *place = cell;
            }
        }
        if texts.iter().all(String::is_empty) {
            return;
        }
        self.widest = self.widest.max(texts.len());
        for text in &texts {
            self.grid.push(text);
        }
        self.grid.end_row(row.line);
    }
}

/// A text with one blank for each run of blanks.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::io::containers::tests::{Tables, grids, lines_of};

    fn tables(page: &str) -> Tables {
        grids(read(page, None, &Control::unwatched()).unwrap())
    }

    #[test]
    fn tables_are_found_with_their_lines() {
        let page = "<html><head><title>Prices</title><style>td { color: red }</style></head><body>\n\
            <table><caption>AAPL &amp; others</caption>\n\
            <thead><tr><th>Date<th>Close<br>USD</tr></thead>\n\
            <tr><td>2025-01-27</td><td> 1&nbsp;234.5 <script>x = '<td>no'</script></td></tr>\n\
            <tr><td>2025-01-28</td><td></td></tr></table>\n\
            <table><tr><td>menu</td></tr></table>";
        let expected = [
            (3, "Date|Close USD".to_owned()),
            (4, "2025-01-27|1 234.5".to_owned()),
            (5, "2025-01-28|".to_owned()),
        ];
        assert_eq!(tables(page), [(Some("AAPL & others".to_owned()), expected.to_vec())]);
    }

    #[test]
    fn cells_cover_the_columns_and_rows_they_say() {
        let page = "<table><tr><td colspan=3>Prices</td></tr>
            <tr><th rowspan=2>Date</th><th colspan=2>AAPL</th></tr>
            <tr><th>Open</th><th>Close</th></tr>
            <tr><td>27</td><td>1</td><td>2</td></tr></table>";
        let rows: Vec<String> = lines_of(&tables(page)[0].1);
        assert_eq!(rows, ["Prices", "Date|AAPL|AAPL", "Date|Open|Close", "27|1|2"]);
    }

    #[test]
    fn tables_in_tables_are_tables_of_their_own() {
        let page = "<table><tr><td>a<td>b<tr><td>c<td><table><tr><td>1<td>2<tr><td>3<td>4</table>d</table>";
        let found = tables(page);
        let names: Vec<_> = found.iter().map(|(name, _)| name.clone().unwrap()).collect();
        assert_eq!(names, ["table 1", "table 2"]);
        assert_eq!(lines_of(&found[0].1), ["a|b", "c|d"]);
        assert_eq!(lines_of(&found[1].1), ["1|2", "3|4"]);
    }

    #[test]
    fn a_page_without_a_table_says_what_it_is() {
        let cases = [
            ("<html><title> 404 Not\nFound </title><h1>Oops</h1>", "404 Not Found"),
            ("<body><h1>Too many requests</h1><p>Later</p>", "Too many requests"),
            ("<html><script>var a;</script><p>Please enable cookies", "Please enable cookies"),
            ("<table><tr><td>one</td></tr></table>", ""),
        ];
        for (page, title) in cases {
            let problem = read(page, None, &Control::unwatched()).map(|_| ()).unwrap_err();
            assert_eq!(
                problem,
                Stop::Problem(ContentProblem::HtmlPage { title: title.to_owned() }),
                "{page}"
            );
        }
    }
}
