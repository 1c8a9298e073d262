//! Which character divides the cells of a text, and which marks stand around and inside them:
//! every usual answer is tried on the first rows, and the one under which most rows are alike and
//! most cells are dates and numbers is taken.

use super::cell;
use super::control::Control;
use super::dates;
use super::error::ContentProblem;
use super::grid::{Grid, Row};
use super::header::{self, Role};
use super::numbers;
use super::report::Report;
use super::split::{Delimiter, Dialect, split};
use crate::model::Message;

/// Bytes at the start that decide.
const SAMPLE_BYTES: usize = 1 << 16;
/// Bytes among which a sample that would end inside a cell finds its end.
const MOST_BYTES: usize = 1 << 18;
/// Rows at the start that decide.
const SAMPLE_ROWS: usize = 400;
/// Characters that divide cells, the likeliest first.
const DELIMITERS: [u8; 6] = [b',', b';', b'\t', b'|', b'^', b'~'];
/// How much less blanks count: they also stand inside dates and names.
const BLANKS: f64 = 0.55;
/// Share of dates and numbers among cells between blanks from which they are no prose.
const TYPED: f64 = 0.8;
/// The same of a rival whose names divide as its rows do.
const HALF: f64 = 0.5;
/// Share of rows alike from which a delimiter divides nearly all.
const NEARLY_ALL: f64 = 0.8;
/// Best score of a rival, in shares of the best, under which a decision is certain.
const RIVAL: f64 = 0.7;

/// How well a dialect fits.
struct Fit {
    score: f64,
    /// Rows of the usual width, of all.
    share: f64,
    /// Share of the cells of such rows that are dates and numbers, about.
    typed: f64,
    /// Whether the first row names the columns and nearly every other has a cell for each.
    is_named: bool,
    /// Whether a name of those is a known one.
    is_known: bool,
    /// Whether some row names as many columns as the others have cells.
    has_names: bool,
    /// Width of the first row.
    first_width: usize,
    dialect: Dialect,
    /// Line and width of the first row of the usual width.
    line: u64,
    width: usize,
}

/// Decides how a text is divided and reports `delimiter` and, where it is not the usual one,
/// `quote`. Without any character that divides, the text is one column.
pub(super) fn find(
    text: &str,
    forced: Option<Delimiter>,
    report: &mut Report,
) -> Result<Dialect, ContentProblem> {
    let head = sample(text);
    let (quote, escape) = marks(head);
    let fit = |delimiter: Delimiter| fit(head, Dialect { delimiter, quote: Some(quote), escape });
    if let Some(delimiter) = forced {
        let dialect = padded(head, Dialect { delimiter, quote: Some(quote), escape });
        tell(dialect, (1, 0), true, report);
        return Ok(dialect);
    }
    let mut fits: Vec<Fit> = DELIMITERS
        .iter()
        .map(|byte| Delimiter::Byte(*byte))
        .chain([Delimiter::Blanks])
        .filter_map(fit)
        .collect();
    // Prose within cells is divided by blanks too, and by more of them than the table has columns.
    let is_named = |fit: &Fit| fit.is_named && fit.dialect.delimiter != Delimiter::Blanks;
    if fits.iter().any(is_named) {
        fits.retain(|fit| fit.dialect.delimiter != Delimiter::Blanks || fit.typed >= TYPED);
    }
    fits.sort_by(|a, b| b.score.total_cmp(&a.score));
    // Names that do not divide as the rows do are divided by another character, and so are the rows.
    let is_undivided = |fit: &Fit| fit.first_width == 1 && !fit.has_names;
    if fits.first().is_some_and(is_undivided)
        && let Some(at) = fits.iter().position(|fit| fit.is_known && is_named(fit) && fit.typed >= HALF)
    {
        let named = fits.remove(at);
        fits.insert(0, named);
    }
    let Some(best) = fits.first() else {
        let dialect = Dialect { delimiter: Delimiter::Byte(b','), quote: Some(quote), escape };
        return if head.trim().is_empty() { Err(ContentProblem::Empty) } else { Ok(dialect) };
    };
    let certain = fits.iter().skip(1).all(|other| other.score < RIVAL * best.score);
    tell(best.dialect, (best.line, best.width), certain, report);
    Ok(padded(head, best.dialect))
}

/// A dialect with the finer form of its delimiter: one blank behind each character, or each blank
/// by itself, where empty cells stand between blanks.
fn padded(head: &str, dialect: Dialect) -> Dialect {
    let with = |delimiter: Delimiter| Dialect { delimiter, ..dialect };
    if is_padded(head, dialect.delimiter) {
        return with(Delimiter::Padded(dialect.delimiter.byte()));
    }
    let single = with(Delimiter::Byte(b' '));
    let share = |dialect: Dialect| fit(head, dialect).map_or(0.0, |fit| fit.share);
    if dialect.delimiter == Delimiter::Blanks && share(single) > share(dialect) { single } else { dialect }
}

/// Tells a dialect, and the line and width of the first row of the usual width; none where it was
/// chosen.
fn tell(dialect: Dialect, (line, width): (u64, usize), certain: bool, report: &mut Report) {
    let evidence = if width == 0 {
        Message::new("io-evidence-chosen")
    } else {
        Message::new("io-evidence-delimiter").with("line", line.to_string()).with("cells", width)
    };
    let delimiter = name(dialect.delimiter);
    report.assume("delimiter", delimiter.clone(), evidence.clone(), certain);
    let others = DELIMITERS.iter().map(|byte| name(Delimiter::Byte(*byte))).chain([name(Delimiter::Blanks)]);
    report.offer(others);
    if let Some(quote) = dialect.quote.filter(|quote| *quote != b'"') {
        report.assume("quote", char::from(quote).to_string(), evidence, true);
    }
}

/// The value of the assumption `delimiter`.
fn name(delimiter: Delimiter) -> String {
    match delimiter {
        Delimiter::Byte(b'\t') | Delimiter::Padded(b'\t') => "tab".to_owned(),
        Delimiter::Byte(b' ') | Delimiter::Blanks => "space".to_owned(),
        Delimiter::Byte(byte) | Delimiter::Padded(byte) => char::from(byte).to_string(),
    }
}

/// The delimiter of that name, as [`name`] writes it or as a person does.
pub(super) fn named(text: &str) -> Option<Delimiter> {
    Some(match text.trim().to_lowercase().as_str() {
        "comma" => Delimiter::Byte(b','),
        "semicolon" => Delimiter::Byte(b';'),
        "tab" | "\\t" => Delimiter::Byte(b'\t'),
        "pipe" | "bar" => Delimiter::Byte(b'|'),
        "space" | "blank" | "blanks" | "spaces" => Delimiter::Blanks,
        _ => match text.as_bytes() {
            [b' '] => Delimiter::Blanks,
            [byte] if byte.is_ascii_punctuation() || *byte == b'\t' => Delimiter::Byte(*byte),
            _ => return None,
        },
    })
}

/// The first rows, cut at a line break: one outside quotation marks where there is one near.
fn sample(text: &str) -> &str {
    let bytes = text.as_bytes();
    let mut is_open = false;
    let mut rows = 0_usize;
    for at in memchr::memchr3_iter(b'\n', b'\r', b'"', bytes.get(..MOST_BYTES).unwrap_or(bytes)) {
        match bytes.get(at) {
            Some(b'"') => is_open = !is_open,
            Some(b'\r') if bytes.get(at + 1) == Some(&b'\n') => {}
            _ if is_open => {}
            _ => {
                rows += 1;
                if rows > SAMPLE_ROWS || at >= SAMPLE_BYTES {
                    return text.get(..=at).unwrap_or(text);
                }
            }
        }
    }
    if bytes.len() <= MOST_BYTES && (!is_open || bytes.len() <= SAMPLE_BYTES) {
        return text;
    }
    // No mark closes the last cell: the rows before may be as damaged.
    let head = bytes.get(..SAMPLE_BYTES).unwrap_or_default();
    let end = SAMPLE_BYTES;
    let cut = memchr::memrchr2(b'\n', b'\r', head).map_or(end, |at| at + 1);
    let cut = (0..=cut).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    text.get(..cut).unwrap_or(text)
}

/// The marks around cells and before a mark inside them, by how often they stand there.
fn marks(head: &str) -> (u8, Option<u8>) {
    let is_edge = |byte: Option<&u8>| {
        byte.is_none_or(|byte| matches!(byte, b'\n' | b'\r' | b' ') || DELIMITERS.contains(byte))
    };
    let bytes = head.as_bytes();
    let count = |mark: u8| {
        let at_edge = |at: usize| {
            let before = at.checked_sub(1).and_then(|before| bytes.get(before));
            (is_edge(before), is_edge(bytes.get(at + 1)))
        };
        let (mut opened, mut closed) = (0_usize, 0_usize);
        for at in memchr::memchr_iter(mark, bytes) {
            let (opens, closes) = at_edge(at);
            opened += usize::from(opens);
            closed += usize::from(closes);
        }
        opened.min(closed)
    };
    let (double, single) = (count(b'"'), count(b'\''));
    let quote = if single > 2 * double { b'\'' } else { b'"' };
    let (with_escape, twice) = ([b'\\', quote], [quote, quote]);
    let escaped = memchr::memmem::find_iter(bytes, &with_escape).filter(|at| !is_edge(bytes.get(at + 2)));
    let doubled = memchr::memmem::find_iter(bytes, &twice).filter(|at| !is_edge(bytes.get(at + 2)));
    let escape = (escaped.count() > doubled.count()).then_some(b'\\');
    (quote, escape)
}

/// Whether nearly every such delimiter has one blank behind it.
fn is_padded(head: &str, delimiter: Delimiter) -> bool {
    let Delimiter::Byte(byte) = delimiter else { return false };
    let bytes = head.as_bytes();
    let (mut all, mut padded) = (0_usize, 0_usize);
    for at in memchr::memchr_iter(byte, bytes) {
        match bytes.get(at + 1) {
            Some(b' ') => padded += 1,
            // A cell that ends the row has nothing to pad.
            None | Some(b'\n' | b'\r') => continue,
            Some(_) => {}
        }
        all += 1;
    }
    byte != b'\t' && padded > 0 && padded * 10 >= all * 9
}

fn fit(head: &str, dialect: Dialect) -> Option<Fit> {
    if dialect.delimiter != Delimiter::Blanks && !head.as_bytes().contains(&dialect.delimiter.byte()) {
        return None;
    }
    let (grid, _) = split(head, dialect, &Control::unwatched()).ok()?;
    let width = usual_width(&grid);
    if width < 2 {
        return None;
    }
    let alike = || grid.rows().filter(|row| row.width() == width);
    let (count, typed) = alike().fold((0_usize, 0.0), |(count, sum), row| (count + 1, sum + typed(row)));
    let line = alike().next()?.line;
    let share = count as f64 / grid.len() as f64;
    let typed_cells = typed / count as f64;
    // A character that tears cells apart leaves parts that are neither dates nor numbers.
    let mut score = share * share * typed_cells * (typed_cells / width as f64).sqrt();
    if dialect.delimiter == Delimiter::Blanks {
        // Words between blanks are prose.
        if typed < count as f64 {
            return None;
        }
        score *= BLANKS;
    }
    let first = grid.row(0);
    let is_word = |cell: &str| !dates::looks_like_date(cell) && !numbers::looks_numeric(cell);
    let names_columns = |row: &Row| row.width() == width && row.cells().all(is_word);
    let is_named = share >= NEARLY_ALL && names_columns(&first);
    let has_names = grid.rows().any(|row| names_columns(&row));
    let is_known = is_named && first.cells().any(|cell| header::role(cell) != Role::Other);
    let (typed, first_width) = (typed_cells / width as f64, first.width());
    Some(Fit { score, share, typed, is_named, is_known, has_names, first_width, dialect, line, width })
}

/// The width of most rows; lines of one cell are words around a table where there are wider ones.
pub(super) fn usual_width(grid: &Grid) -> usize {
    let mut widths: Vec<usize> = grid.rows().map(|row| row.width()).filter(|width| *width > 1).collect();
    if widths.len() < 2 {
        return grid.rows().map(|row| row.width()).min().unwrap_or(0);
    }
    widths.sort_unstable();
    let runs = widths.chunk_by(|a, b| a == b);
    runs.max_by_key(|run| run.len()).and_then(|run| run.first().copied()).unwrap_or(0)
}

/// Cells of a row that are dates and numbers, others counting little.
fn typed(row: Row) -> f64 {
    let weigh = |(raw, cell): (&str, &str)| match cell {
        "" => 0.02,
        // A mark left over at one side is that of a cell that was torn apart.
        _ if raw.starts_with('"') != raw.ends_with('"') => 0.0,
        cell if dates::looks_like_date(cell) || numbers::looks_numeric(cell) => 1.1,
        cell if numbers::is_missing(cell) => 0.3,
        _ => 0.1,
    };
    (0..row.width()).map(|column| (row.raw(column).trim(), row.cell(column))).map(weigh).sum()
}

/// A character that divides a row alone where the rest of the table is divided by another: the row
/// then has as many cells as the others.
pub(super) fn other_delimiter(row: &str, dialect: Dialect, width: usize) -> Option<(u8, Grid)> {
    let others = DELIMITERS.iter().copied().filter(|byte| *byte != dialect.delimiter.byte());
    others
        .map(|byte| (byte, Dialect { delimiter: Delimiter::Byte(byte), ..dialect }))
        .filter_map(|(byte, dialect)| {
            let (grid, _) = split(row, dialect, &Control::unwatched()).ok()?;
            (grid.len() == 1 && grid.row(0).width() == width).then_some((byte, grid))
        })
        .find(|(_, grid)| grid.row(0).cells().any(|cell| !cell::trim(cell).is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Dialect {
        find(text, None, &mut Report::default()).unwrap()
    }

    #[test]
    fn the_character_that_divides_is_found() {
        let cases: &[(&str, Delimiter)] = &[
            ("date,close\n2025-01-24,142.62\n2025-01-27,118.42\n", Delimiter::Byte(b',')),
            ("Datum;Schluss\n24.01.2025;142,62\n27.01.2025;118,42\n", Delimiter::Byte(b';')),
            ("date\tclose\n2025-01-24\t1,042.62\n2025-01-27\t1,118.42\n", Delimiter::Byte(b'\t')),
            ("2025-01-24|142.62\n2025-01-27|118.42\n", Delimiter::Byte(b'|')),
            ("20250124 1 2 3\n20250127 4 5 6\n", Delimiter::Blanks),
            ("20250124  1  3\n20250127  55 6\n20250128  1  2\n", Delimiter::Blanks),
            ("date, close, x\n2025-01-24, 142.62, a\n2025-01-27, 118.42, b\n", Delimiter::Padded(b',')),
            ("23.02.2026 00:00:00 UTC,1.18,1.19\n23.02.2026 00:01:00 UTC,1.18,1.19\n", Delimiter::Byte(b',')),
            ("2019-06-22 00:00\t1.5\t1.6\n2019-06-22 01:00\t1.5\t1.7\n", Delimiter::Byte(b'\t')),
            ("20110301 090100;1;2;3;4;5\n20110301 090200;1;2;3;4;5\n", Delimiter::Byte(b';')),
            // The names divide by one character alone.
            ("Date;Close\n2025,01,02;50.1\n2025,01,03;50.6\n", Delimiter::Byte(b';')),
            (
                "A long preamble, with commas\nand more, of them, here\nd;c\n1.1.2025;1,5\n2.1.2025;1,6\n3.1.2025;1,7\n",
                Delimiter::Byte(b';'),
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(found(text).delimiter, *expected, "{text:?}");
        }
    }

    #[test]
    fn marks_are_found_by_where_they_stand() {
        assert_eq!(found("'a,b','1'\n'c,d','2'\n").quote, Some(b'\''));
        assert_eq!(found("code,close\n'600460,1\n'600461,2\n").quote, Some(b'"'));
        let escaped = found("\"a \\\"b\\\" c\",1\n\"d \\\"e\\\" f\",2\n");
        assert_eq!((escaped.quote, escaped.escape), (Some(b'"'), Some(b'\\')));
        assert_eq!(found("\"a \"\"b\"\" c\",1\n\"d\",2\n").escape, None);
    }

    #[test]
    fn one_column_and_nothing_are_told_apart() {
        assert_eq!(found("a\nb\n").delimiter, Delimiter::Byte(b','));
        assert_eq!(find(" \n\n", None, &mut Report::default()), Err(ContentProblem::Empty));
    }

    #[test]
    fn delimiters_have_names_that_read_back() {
        for delimiter in DELIMITERS.map(Delimiter::Byte).into_iter().chain([Delimiter::Blanks]) {
            assert_eq!(named(&name(delimiter)), Some(delimiter));
        }
        assert_eq!((named("semicolon"), named("ab"), named("x")), (Some(Delimiter::Byte(b';')), None, None));
    }

    #[test]
    fn a_row_divided_by_another_character_is_divided_by_it() {
        let dialect = found("a,b,c\n1,2,3\n4,5,6\n");
        let (byte, grid) = other_delimiter("7;8;9", dialect, 3).unwrap();
        assert_eq!((byte, grid.row(0).cells().collect::<Vec<_>>()), (b';', vec!["7", "8", "9"]));
        assert!(other_delimiter("7;8", dialect, 3).is_none());
    }
}
