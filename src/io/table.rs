//! Text to a table: which character divides cells, where the header stands, which lines are no
//! rows. Every row keeps the line it begins on.
//!
//! It knows cells as text and asks only whether they look like dates or numbers.

use csv::{ReaderBuilder, StringRecord};

use super::control::Control;
use super::dates;
use super::error::{ContentProblem, Stop};
use super::header::{self, Role};
use super::numbers::{self, Survey};
use super::report::{Report, short};
use crate::model::{Kind, Message, WarningKind};

/// Bytes at the start that decide the delimiter.
const SAMPLE_BYTES: usize = 1 << 16;
/// Records at the start among which a header is looked for.
const HEADER_WITHIN: usize = 60;
/// Rows without a date at the end that are taken for words below the data. More of them, or more
/// than there are rows with a date, are broken rows; a few stand under any table.
const FOOTER_WITHIN: usize = 60;
const FOOTER_ANYWAY: usize = 5;
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// One row of cells.
#[derive(Clone, Debug)]
pub(super) struct Record {
    /// One-based line on which it begins.
    pub line: u64,
    cells: StringRecord,
}

impl Record {
    /// The cell in that column without blanks around it; nothing beyond the row's end.
    pub(super) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", trim)
    }

    /// Cells of the row, empty ones too.
    pub(super) fn width(&self) -> usize {
        self.cells.len()
    }

    /// The first cell that holds something.
    fn first_filled(&self) -> &str {
        self.cells.iter().map(trim).find(|cell| !cell.is_empty()).unwrap_or_default()
    }

    fn filled(&self) -> usize {
        self.cells.iter().filter(|cell| !trim(cell).is_empty()).count()
    }

    fn is_data(&self) -> bool {
        self.has_date()
            && self.cells.iter().any(|cell| numbers::looks_numeric(cell) && !dates::looks_like_date(cell))
    }

    fn has_date(&self) -> bool {
        self.cells.iter().any(dates::looks_like_date)
    }

    fn has_value(&self) -> bool {
        self.has_date() || self.cells.iter().any(numbers::looks_numeric)
    }
}

/// A file as rows under column names.
#[derive(Clone, Debug)]
pub(super) struct Table {
    /// Character that divides cells.
    pub delimiter: char,
    /// Line of the header, if there is one.
    pub header_line: Option<u64>,
    /// Column names as written; empty names when there is no header.
    pub names: Vec<String>,
    /// Rows under the header that have as many cells as it.
    pub records: Vec<Record>,
    /// Rows that were left out for their number of cells.
    pub ragged: usize,
    /// Line and first cell of the first of them.
    pub first_ragged: Option<(u64, String)>,
}

impl Table {
    /// What the table is by its names, `None` when they do not say.
    pub(super) fn kind(&self) -> Option<Kind> {
        let names: Vec<String> = self.names.iter().map(|name| header::plain(name)).collect();
        let numeric: Vec<bool> = (0..names.len()).map(|column| self.is_numeric(column)).collect();
        header::kind(&names, &numeric)
    }

    /// Name of a column as written, empty where it has none.
    pub(super) fn name(&self, column: usize) -> &str {
        self.names.get(column).map_or("", String::as_str)
    }

    /// The column of dates: one that a name calls so, or the first that holds them. Counts of time
    /// are dates under such a name only.
    pub(super) fn date_column(&self) -> Option<usize> {
        let named = |wanted: Role| {
            let columns = || (0..self.names.len()).filter(move |at| header::role(self.name(*at)) == wanted);
            let epoch = |column: &usize| dates::is_epoch(self.cells_above_footer(*column));
            let dated =
                |column: &usize| share(self.cells_above_footer(*column), dates::looks_like_date) >= 0.6;
            columns().find(dated).or_else(|| columns().find(epoch))
        };
        let unnamed = || (0..self.names.len()).find(|column| self.is_dated(*column));
        named(Role::Date).or_else(|| named(Role::Time)).or_else(unnamed)
    }

    /// What the cells of a column say about the marks in its numbers.
    pub(super) fn survey(&self, column: usize) -> Survey {
        let mut survey = Survey::default();
        for record in &self.records {
            survey.look(record.line, record.cell(column));
        }
        survey
    }

    /// Position of the first column with one of these [`header::plain`] names, in their order.
    pub(super) fn column(&self, wanted: &[&str]) -> Option<usize> {
        let names: Vec<String> = self.names.iter().map(|name| header::plain(name)).collect();
        wanted.iter().find_map(|wanted| names.iter().position(|name| name == wanted))
    }

    /// Whether most cells of a column that hold something are numbers.
    pub(super) fn is_numeric(&self, column: usize) -> bool {
        share(self.records.iter().map(|record| record.cell(column)), numbers::looks_numeric) >= 0.6
    }

    /// Whether most cells of a column that hold something are dates.
    pub(super) fn is_dated(&self, column: usize) -> bool {
        share(self.records.iter().map(|record| record.cell(column)), dates::looks_like_date) >= 0.6
    }

    /// Cells of a column down to the last that can be a date: a few lines of words below a short
    /// table hide no dates.
    fn cells_above_footer(&self, column: usize) -> impl Iterator<Item = &str> {
        let is_words = |record: &&Record| !dates::is_meant_as_date(record.cell(column));
        let below = self.records.iter().rev().take(FOOTER_WITHIN).take_while(is_words).count();
        let rows = self.records.get(..self.records.len() - below).unwrap_or_default();
        rows.iter().map(move |record| record.cell(column))
    }

    /// Whether a record has a cell for every name and nothing beyond.
    fn fits(&self, record: &Record) -> bool {
        let width = self.names.len();
        record.width() >= width && (width..record.width()).all(|at| record.cell(at).is_empty())
    }

    /// Whether a record is the header once more.
    fn repeats_header(&self, record: &Record) -> bool {
        self.header_line.is_some()
            && record.width() >= self.names.len()
            && self.names.iter().enumerate().all(|(at, name)| record.cell(at) == name)
    }
}

/// How many of the first cells that hold something fit.
fn share<'a>(cells: impl Iterator<Item = &'a str>, fits: impl Fn(&str) -> bool) -> f64 {
    let (mut filled, mut fitting) = (0_usize, 0_usize);
    for cell in cells.filter(|cell| !numbers::is_missing(cell)).take(2000) {
        filled += 1;
        fitting += usize::from(fits(cell));
    }
    if filled == 0 { 0.0 } else { fitting as f64 / filled as f64 }
}

/// A cell without white space, quotation marks left over by a blank before them, and marks of
/// writing direction.
pub(super) fn trim(cell: &str) -> &str {
    let is_mark = |c: char| matches!(c, '\u{feff}' | '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let bare = cell.trim_matches(|c: char| c.is_whitespace() || is_mark(c));
    bare.strip_prefix('"').and_then(|inner| inner.strip_suffix('"')).unwrap_or(bare)
}

/// Takes a text apart.
pub(super) fn read(text: &str, report: &mut Report, control: &Control) -> Result<Table, Stop> {
    let delimiter = delimiter(text, report)?;
    let records = records(text, delimiter, control)?;
    warn_open_quote(text, &records, report);
    let header = find_header(&records);
    let header_line = header.and_then(|at| records.get(at)).map(|record| record.line);
    let width = match header.and_then(|at| records.get(at)) {
        Some(record) => 1 + (0..record.width()).rfind(|column| !record.cell(*column).is_empty()).unwrap_or(0),
        None => modal_width(&records),
    };
    let names = match header.and_then(|at| records.get(at)) {
        Some(record) => (0..width).map(|column| record.cell(column).to_owned()).collect(),
        None => vec![String::new(); width],
    };
    tell_header(&records, header, report);
    let mut table = Table {
        delimiter: char::from(delimiter),
        header_line,
        names,
        records: records.into_iter().skip(header.map_or(0, |at| at + 1)).collect(),
        ragged: 0,
        first_ragged: None,
    };
    cut_footer(&mut table, report);
    keep_rows(&mut table, report);
    match (table.records.is_empty() && table.ragged == 0, header_line) {
        (true, Some(line)) => Err(ContentProblem::HeaderOnly { line }.into()),
        (true, None) => Err(ContentProblem::NoColumns.into()),
        _ => Ok(table),
    }
}

/// Chooses the delimiter that gives most rows alike with most dates and numbers in them.
fn delimiter(text: &str, report: &mut Report) -> Result<u8, ContentProblem> {
    let end = text.char_indices().map(|(at, _)| at).find(|at| *at >= SAMPLE_BYTES);
    let head = end.and_then(|end| text.get(..end)).unwrap_or(text);
    let head = match (end, head.rfind('\n')) {
        (Some(_), Some(last_line)) => head.get(..last_line).unwrap_or(head),
        _ => head,
    };
    let mut scored: Vec<(f64, u8, u64, usize)> = Vec::new();
    for delimiter in DELIMITERS {
        let Ok(records) = records(head, delimiter, &Control::unwatched()) else { continue };
        let width = modal_width(&records);
        let alike: Vec<&Record> = records.iter().filter(|record| record.width() == width).collect();
        let Some(first) = alike.first() else { continue };
        if width < 2 {
            continue;
        }
        let typed: usize = alike.iter().map(|record| typed_cells(record)).sum();
        let share = alike.len() as f64 / records.len() as f64;
        let score = share * share * (typed as f64 + 0.1 * (width * alike.len()) as f64) / alike.len() as f64;
        scored.push((score, delimiter, first.line, width));
    }
    scored.sort_by(|a, b| b.0.total_cmp(&a.0));
    let Some((best, delimiter, line, width)) = scored.first().copied() else {
        return Err(ContentProblem::NoColumns);
    };
    let certain = scored.get(1).is_none_or(|(second, ..)| *second < 0.7 * best);
    let name = if delimiter == b'\t' { "tab".to_owned() } else { char::from(delimiter).to_string() };
    let evidence = Message::new("io-evidence-delimiter").with("line", line.to_string()).with("cells", width);
    report.assume("delimiter", name, evidence, certain);
    Ok(delimiter)
}

fn typed_cells(record: &Record) -> usize {
    let cells = record.cells.iter().filter(|cell| !trim(cell).is_empty());
    cells.filter(|cell| dates::looks_like_date(cell) || numbers::looks_numeric(cell)).count()
}

/// Splits a text into rows, blank ones left out.
fn records(text: &str, delimiter: u8, control: &Control) -> Result<Vec<Record>, Stop> {
    let bytes = text.as_bytes();
    let mut reader =
        ReaderBuilder::new().delimiter(delimiter).flexible(true).has_headers(false).from_reader(bytes);
    let mut records = Vec::new();
    let mut cells = StringRecord::new();
    let (mut line, mut counted, mut told) = (1_u64, 0_usize, 0_usize);
    while reader.read_record(&mut cells).unwrap_or(false) {
        let position = cells.position().map_or(counted, |at| usize::try_from(at.byte()).unwrap_or(counted));
        // The position lies before the blank lines that precede the row.
        let skipped = bytes.get(position..).unwrap_or_default();
        let blank = skipped.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let passed = bytes.get(counted..position + blank).unwrap_or_default();
        line += line_breaks(passed);
        counted = position + blank;
        if cells.iter().any(|cell| !trim(cell).is_empty()) {
            records.push(Record { line, cells: cells.clone() });
        }
        if records.len() % 4096 == 0 {
            control.check()?;
            control.advance((counted - told) as u64);
            told = counted;
        }
    }
    control.advance((bytes.len() - told) as u64);
    Ok(records)
}

/// Line feeds, and carriage returns that no line feed follows.
fn line_breaks(bytes: &[u8]) -> u64 {
    let feeds = bytes.split(|byte| *byte == b'\n').count() - 1;
    let lone = bytes.windows(2).filter(|pair| matches!(pair, [b'\r', next] if *next != b'\n')).count();
    (feeds + lone) as u64 + u64::from(bytes.last() == Some(&b'\r'))
}

fn modal_width(records: &[Record]) -> usize {
    let mut widths: Vec<usize> = records.iter().map(Record::width).collect();
    widths.sort_unstable();
    let runs = widths.chunk_by(|a, b| a == b);
    runs.max_by_key(|run| run.len()).and_then(|run| run.first().copied()).unwrap_or(0)
}

/// A quotation mark that never closes swallows every line after it; that is said.
fn warn_open_quote(text: &str, records: &[Record], report: &mut Report) {
    let is_odd = text.bytes().filter(|byte| *byte == b'"').count() % 2 == 1;
    if let Some(last) = records.last()
        && is_odd
        && last.cells.iter().any(|cell| cell.contains('\n'))
    {
        report.warn(Some(last.line), WarningKind::Ragged, Message::new("io-open-quote"));
    }
}

/// Position of the header among the records; `None` when the first row is data.
fn find_header(records: &[Record]) -> Option<usize> {
    let width = modal_width(records);
    date_header(records, width).or_else(|| other_header(records, width))
}

/// The first record that names a column in which dates follow, unless more of them stand
/// above it than follow. Names beside that of the dates may look like numbers: "3M", "7203".
fn date_header(records: &[Record], width: usize) -> Option<usize> {
    let is_date = |name: &str| matches!(header::role(name), Role::Date | Role::Time);
    let named = |record: &Record| -> Vec<usize> {
        (0..record.width()).filter(|column| is_date(record.cell(*column))).collect()
    };
    let candidates: Vec<(usize, Vec<usize>)> = records
        .iter()
        .take(HEADER_WITHIN)
        .enumerate()
        .filter(|(_, record)| record.filled() >= 2 && record.filled() + 2 > width && !record.has_date())
        .map(|(at, record)| (at, named(record)))
        .filter(|(_, columns)| !columns.is_empty())
        .collect();
    let dated = |rows: Option<&[Record]>, columns: &[usize]| {
        let holds = |record: &&Record| {
            let mut cells = columns.iter().map(|column| record.cell(*column));
            cells.any(|cell| dates::looks_like_date(cell) || dates::is_epoch(std::iter::once(cell)))
        };
        rows.unwrap_or_default().iter().take(2 * HEADER_WITHIN).filter(holds).count()
    };
    let ends = candidates.iter().skip(1).map(|(next, _)| *next).chain([records.len()]);
    let mut followed = candidates.iter().zip(ends);
    let ((at, columns), _) =
        followed.find(|((at, columns), end)| dated(records.get(*at..*end), columns) > 0)?;
    let (above, below) = (dated(records.get(..*at), columns), dated(records.get(*at..), columns));
    (above <= below).then_some(*at)
}

/// The column in which most of the first records have a date.
fn dated_column(records: &[Record], width: usize) -> Option<usize> {
    let head = records.get(..2 * HEADER_WITHIN).unwrap_or(records);
    let dates =
        |column: usize| head.iter().filter(|record| dates::looks_like_date(record.cell(column))).count();
    (0..width).rev().max_by_key(|column| dates(*column)).filter(|column| dates(*column) > 0)
}

/// The header of a table whose columns of dates, if any, have no usual name.
fn other_header(records: &[Record], width: usize) -> Option<usize> {
    let dated = dated_column(records, width);
    let is_row = |record: &Record| {
        record.is_data() && dated.is_none_or(|column| dates::looks_like_date(record.cell(column)))
    };
    let data = records.iter().take(HEADER_WITHIN).position(is_row);
    let above = records.get(..data.unwrap_or(records.len()).min(HEADER_WITHIN))?;
    let names_role = |record: &Record, fits: fn(&str) -> bool| {
        let filled = record.filled();
        filled >= 2
            && filled + 2 > width
            && !record.has_value()
            && (0..record.width()).any(|at| fits(record.cell(at)))
    };
    let is_date = |name: &str| matches!(header::role(name), Role::Date | Role::Time);
    let is_label = |name: &str| {
        matches!(header::role(name), Role::Symbol(_)) || header::is_model_name(&header::plain(name))
    };
    let first = |fits: fn(&str) -> bool| above.iter().rposition(|record| names_role(record, fits));
    if data.is_some() {
        return first(is_date)
            .or_else(|| first(is_label))
            .or_else(|| above.iter().rposition(|record| !record.has_value() && record.width() == width));
    }
    // No row has a date and a number: a table of names, where the first fitting row is the header.
    let first = |fits: fn(&str) -> bool| above.iter().position(|record| names_role(record, fits));
    first(is_date).or_else(|| first(is_label)).or_else(|| {
        above.iter().position(|record| record.width() == width && !record.has_value() && record.filled() > 0)
    })
}

fn tell_header(records: &[Record], header: Option<usize>, report: &mut Report) {
    let Some(record) = header.and_then(|at| records.get(at)) else {
        let line = records.first().map_or(1, |record| record.line);
        let first = records.first().map_or("", |record| record.cell(0));
        let evidence =
            Message::new("io-evidence-no-header").with("line", line.to_string()).with("cell", short(first));
        report.assume("header_line", "none", evidence, false);
        return;
    };
    let evidence = Message::new("io-evidence-header")
        .with("line", record.line.to_string())
        .with("cell", short(record.cell(0)));
    report.assume("header_line", record.line.to_string(), evidence, true);
    let preamble = header.unwrap_or(0);
    if let Some(first) = records.first().filter(|_| preamble > 0) {
        let evidence = Message::new("io-evidence-preamble")
            .with("line", first.line.to_string())
            .with("cell", short(first.cell(0)));
        let above = records.get(..preamble).unwrap_or_default();
        let is_certain = !above.iter().any(Record::is_data);
        report.assume("preamble_lines", preamble.to_string(), evidence, is_certain);
        for skipped in above {
            let message = Message::new("io-skipped-preamble").with("cell", short(skipped.first_filled()));
            report.warn(Some(skipped.line), WarningKind::Skipped, message);
        }
    }
}

/// Takes the lines below the data off the records and says so: lines of words, and in a table whose
/// rows are dates, sums and remarks that have none.
fn cut_footer(table: &mut Table, report: &mut Report) {
    let has_dated_rows = matches!(table.kind(), None | Some(Kind::Prices | Kind::Events | Kind::Reported));
    let date = if has_dated_rows { table.date_column() } else { None };
    let is_words = |record: &&Record| !table.fits(record) && !record.has_value();
    let is_undated = |record: &&Record| {
        let cell = date.map(|column| record.cell(column));
        cell.is_some_and(|cell| !dates::is_meant_as_date(cell)) && !table.repeats_header(record)
    };
    let from_end = || table.records.iter().rev();
    let below = || from_end().take_while(|record| is_words(record) || is_undated(record));
    let (all, undated) = (below().count(), below().filter(|record| !is_words(record)).count());
    let limit = FOOTER_WITHIN.min(FOOTER_ANYWAY.max(table.records.len() - all));
    let count = if undated <= limit { all } else { from_end().take_while(is_words).count() };
    for record in table.records.split_off(table.records.len() - count) {
        let message = Message::new("io-skipped-footer").with("cell", short(record.first_filled()));
        report.warn(Some(record.line), WarningKind::Skipped, message);
    }
}

/// Keeps the rows that have a cell for every name and nothing beyond; says what it leaves out.
fn keep_rows(table: &mut Table, report: &mut Report) {
    let width = table.names.len();
    for record in std::mem::take(&mut table.records) {
        if table.repeats_header(&record) {
            let message = Message::new("io-skipped-repeat");
            report.warn(Some(record.line), WarningKind::Skipped, message);
        } else if table.fits(&record) {
            table.records.push(record);
        } else {
            table.ragged += 1;
            table.first_ragged.get_or_insert_with(|| (record.line, short(record.cell(0))));
            let message = Message::new("io-ragged")
                .with("cells", record.width())
                .with("expected", width)
                .with("cell", short(record.cell(0)));
            report.warn(Some(record.line), WarningKind::Ragged, message);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Table {
        read(text, &mut Report::default(), &Control::unwatched()).unwrap()
    }

    #[test]
    fn the_delimiter_is_the_one_that_gives_typed_rows_alike() {
        let cases = [
            ("date,close\n2025-01-24,142.62\n", ','),
            ("Datum;Open;Close\n27.01.2025;142,62;143,1\n28.01.2025;142,62;143,1\n", ';'),
            ("date\tclose\n2025-01-24\t1,234.5\n", '\t'),
            ("date|close\n2025-01-24|142.62\n", '|'),
            ("\"date\",\"close\"\n\"Jan 24, 2025\",\"1,234.5\"\n", ','),
            ("model;notes\nA;one, two, three\nB;one, two, three\n", ';'),
        ];
        for (text, expected) in cases {
            let mut report = Report::default();
            assert_eq!(char::from(delimiter(text, &mut report).unwrap()), expected, "{text}");
        }
        assert_eq!(delimiter("just words", &mut Report::default()), Err(ContentProblem::NoColumns));
    }

    #[test]
    fn the_header_is_found_below_prose_and_missed_where_there_is_none() {
        let cases = [
            ("date,close\n2025-01-24,1\n", Some(1)),
            ("Prices, daily\n\nsource: x\ndate,open,close\n2025-01-24,1,2\n", Some(4)),
            ("2025-01-24,1,2\n2025-01-27,1,2\n", None),
            (",NVDA,MU\n2025-01-24,1,2\n", Some(1)),
            ("Symbol,NVDA\nDate,Open,Close\n2025-01-24,1,2\n2025-01-27,1,2\n", Some(2)),
            ("date,name\n2025-01-27,DeepSeek-R1\n", Some(1)),
            ("series,name,role\nNVDA,Nvidia,stock\n", Some(1)),
            // A line above the header that has a date and a number of its own.
            ("Generated,2025-01-28,12\nDate,Open,Close\n2025-01-24,1,2\n", Some(2)),
            ("2025-01-28,12\nDate,Close\n2025-01-24,1\n", Some(2)),
            ("Generated,2025-01-28,12\n,NVDA,MU\n2025-01-24,1,2\n2025-01-27,1,2\n", Some(2)),
            // Names that read as numbers, beside one that is a date's.
            ("Date,3M,Apple\n2025-01-24,1,2\n", Some(1)),
            ("Date,7203,6758\n2025-01-24,1,2\n2025-01-27,1,2\n", Some(1)),
            ("timestamp,close\n1737676800,1\n1737936000,2\n", Some(1)),
            // The header once more, further down.
            ("Date,Close\n2025-01-24,1\nDate,Close\n2025-01-27,1\n2025-01-28,1\n", Some(1)),
        ];
        for (text, expected) in cases {
            assert_eq!(table(text).header_line, expected, "{text}");
        }
    }

    #[test]
    fn a_line_of_data_above_the_header_is_named_and_leaves_a_doubt() {
        let mut report = Report::default();
        let text = "Generated,2025-01-28,12\nDate,Open,Close\n2025-01-24,1,2\n";
        read(text, &mut report, &Control::unwatched()).unwrap();
        let (assumptions, warnings) = report.finish();
        let preamble = assumptions.iter().find(|a| a.key == "preamble_lines").unwrap();
        assert_eq!((preamble.value.as_str(), preamble.certain), ("1", false));
        assert_eq!((warnings[0].line, warnings[0].message.key), (Some(1), "io-skipped-preamble"));
    }

    #[test]
    fn what_stands_below_the_dates_is_a_footer() {
        let broken = format!("date,close\n2025-01-24,1\n{}", "soon,1\n".repeat(6));
        let models = "model,date,gpqa\nA,2025-01-20,71\nB,2024-12-17,75\nC,,50\n";
        // Text; rows, ragged rows, lines of the footer.
        let cases: &[(&str, usize, usize, &[u64])] = &[
            ("Date,A,B\n2025-01-24,1,2\n2025-01-27,1,2\nTotal,,3\n", 2, 0, &[4]),
            ("Date,A,B\n2025-01-24,1,2\nTotal,,3\nDownloaded,2025-01-28,\n", 1, 0, &[3, 4]),
            ("Date,A,B\n2025-01-24,1,2\n,,3\nDownloaded,2025-01-28\nWords\n", 1, 0, &[3, 4, 5]),
            ("time,A\n1737676800,1\n1737936000,2\nMean,1.5\n", 2, 0, &[4]),
            // A date that misses being one is a broken row, not a footer.
            ("Date,A\n2025-01-24,1\n2025-01-27,1\n2025-02-30,1\n", 3, 0, &[]),
            ("Date,A\n2025-01-24,1\nTotal,1\n2025-01-27,1\n", 3, 0, &[]),
            (&broken, 7, 0, &[]),
            (models, 3, 0, &[]),
        ];
        for (text, rows, ragged, footer) in cases {
            let mut report = Report::default();
            let table = read(text, &mut report, &Control::unwatched()).unwrap();
            assert_eq!((table.records.len(), table.ragged), (*rows, *ragged), "{text}");
            let warnings = report.finish().1;
            let found = warnings.iter().filter(|w| w.message.key == "io-skipped-footer");
            assert_eq!(found.filter_map(|w| w.line).collect::<Vec<_>>(), *footer, "{text}");
        }
    }

    #[test]
    fn rows_keep_the_line_they_begin_on() {
        let text = "date,close,note\r\n\r\n2025-01-24,1,\"two\r\nlines\"\r\n\r\n2025-01-27,2,x\r\n";
        let lines: Vec<u64> = table(text).records.iter().map(|record| record.line).collect();
        assert_eq!(lines, [3, 6]);
        let old_mac = "date,close\r2025-01-24,1\r2025-01-27,2\r";
        let lines: Vec<u64> = table(old_mac).records.iter().map(|record| record.line).collect();
        assert_eq!(lines, [2, 3]);
    }

    #[test]
    fn what_is_no_row_is_left_out_and_named() {
        let text =
            "date,close\n2025-01-24,1,\n2025-01-27,2,3\n2025-01-28\ndate,close\n2025-01-29,4\nFrom a site\n";
        let mut report = Report::default();
        let table = read(text, &mut report, &Control::unwatched()).unwrap();
        assert_eq!((table.records.len(), table.ragged), (2, 2));
        let found: Vec<_> = report.finish().1.iter().map(|w| (w.line, w.kind, w.message.key)).collect();
        let expected = [
            (Some(7), WarningKind::Skipped, "io-skipped-footer"),
            (Some(3), WarningKind::Ragged, "io-ragged"),
            (Some(4), WarningKind::Ragged, "io-ragged"),
            (Some(5), WarningKind::Skipped, "io-skipped-repeat"),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_quotation_mark_that_stays_open_is_said() {
        let text = "date,close\n2025-01-24,1\n2025-01-27,\"2\n2025-01-28,3\n";
        let mut report = Report::default();
        read(text, &mut report, &Control::unwatched()).unwrap();
        assert!(report.finish().1.iter().any(|w| w.message.key == "io-open-quote" && w.line == Some(3)));
    }

    #[test]
    fn a_header_alone_is_an_error() {
        let stop = read("date,close\n", &mut Report::default(), &Control::unwatched()).unwrap_err();
        assert_eq!(stop, Stop::Problem(ContentProblem::HeaderOnly { line: 1 }));
    }
}
