//! Workbooks: xlsx, xlsb, xls and ods, each sheet a table of cells.
//!
//! Cells are taken for what they hold rather than for how they are shown: a date is a date however
//! it is formatted. Rows keep their number in the sheet.

use std::borrow::Cow;
use std::io::Cursor;

use calamine::{
    Data, DataRef, Error, ExcelDateTime, OdsError, Reader as _, Sheet, SheetType, SheetVisible, Sheets, Xls,
    XlsError, XlsOptions, XlsbError, XlsxError, open_workbook_auto_from_rs,
};
use zip::ZipArchive;

use super::packed::Gauge;
use super::sparse::Sparse;
use super::{Found, NEVER_CALCULATED, Note, guarded, inside, kind};
use crate::io::control::Control;
use crate::io::error::{ContentProblem, Stop};
use crate::model::{Message, WarningKind};

type Book<'a> = Sheets<Cursor<&'a [u8]>>;

/// The code page of Unicode.
const UTF16: u16 = 1200;
/// Formulas that all give 0 before they are taken for ones that were never calculated.
const ZEROS: usize = 3;
/// Cells between two looks at the caller's wish to stop.
const BLOCK: usize = 1 << 16;

/// Every sheet that holds something, hidden ones last.
pub(super) fn read<'a>(
    bytes: &[u8],
    outer: Option<&str>,
    gauge: &Gauge,
    control: &Control,
) -> Result<Vec<Found<'a>>, Stop> {
    measure(bytes, gauge)?;
    let mut book = open(bytes)?;
    let mut sheets: Vec<Sheet> = book.sheets_metadata().to_vec();
    sheets.retain(|sheet| sheet.typ == SheetType::WorkSheet);
    sheets.sort_by_key(|sheet| sheet.visible != SheetVisible::Visible);
    let (mut found, mut is_calculated) = (Vec::new(), true);
    for Sheet { name, .. } in sheets {
        control.check()?;
        let mut taken = Taken {
            sheet: &name,
            cells: Sparse::default(),
            notes: Vec::new(),
            formulas: Formulas::default(),
        };
        fill(&mut book, &mut taken, control)?;
        taken.end_formulas();
        let Taken { cells, notes, .. } = taken;
        is_calculated &= notes.iter().all(|note| note.message.key != NEVER_CALCULATED);
        if let Some(grid) = cells.into_grid() {
            found.push(Found::grid(inside(outer, Some(&name)), grid, notes));
        }
    }
    match (found.is_empty(), is_calculated) {
        (false, _) => Ok(found),
        (true, true) => Err(ContentProblem::EmptyWorkbook.into()),
        (true, false) => Err(ContentProblem::NeverCalculated.into()),
    }
}

/// A workbook of today is a zip archive, and can grow as one.
fn measure(bytes: &[u8], gauge: &Gauge) -> Result<(), ContentProblem> {
    let Ok(archive) = ZipArchive::new(Cursor::new(bytes)) else { return Ok(()) };
    let sizes = (0..archive.len()).filter_map(|at| archive.by_index_data(at).ok()).map(|file| file.size());
    let unpacked = sizes.fold(0, u64::saturating_add);
    gauge.total(unpacked)?;
    gauge.ratio(unpacked, bytes.len() as u64)
}

fn open(bytes: &[u8]) -> Result<Book<'_>, ContentProblem> {
    if bytes.starts_with(b"PK") {
        return guarded(|| open_workbook_auto_from_rs(Cursor::new(bytes)))
            .map_err(|problem| if is_locked(bytes) { ContentProblem::LockedFile } else { problem });
    }
    let mut options = XlsOptions::default();
    if kind::holds_stream(bytes, "Workbook") {
        // Workbooks since 1997 hold their text in Unicode, whatever code page they name.
        options.force_codepage = Some(UTF16);
    }
    match guarded(|| Ok::<_, Error>(Xls::new_with_options(Cursor::new(bytes), options)))? {
        Ok(book) => Ok(Sheets::Xls(book)),
        Err(XlsError::Password) => Err(ContentProblem::LockedFile),
        Err(error) => Err(damaged(&Error::Xls(error))),
    }
}

/// Whether a zip is a workbook that asks for a password.
fn is_locked(bytes: &[u8]) -> bool {
    guarded(|| Ok::<_, Error>(matches!(calamine::Ods::new(Cursor::new(bytes)), Err(OdsError::Password))))
        .unwrap_or(false)
}

fn damaged(error: &Error) -> ContentProblem {
    ContentProblem::Damaged { reason: crate::io::report::short(&error.to_string()) }
}

/// What was taken from a sheet so far.
struct Taken<'a> {
    sheet: &'a str,
    cells: Sparse,
    notes: Vec<Note>,
    formulas: Formulas,
}

/// The formulas of a sheet.
#[derive(Default)]
struct Formulas {
    count: usize,
    /// Those without a result, how many and the first.
    empty: usize,
    first: Option<(u32, u32)>,
    /// Those whose result is 0, which some programs write in the place of one.
    zeros: Vec<(u32, u32)>,
}

impl Formulas {
    /// Counts a formula; whether its result is held back until all of them are known.
    fn hold(&mut self, row: u32, column: u32, value: &DataRef<'_>) -> bool {
        self.count += 1;
        let is_empty = matches!(value, DataRef::Empty);
        let is_zero =
            matches!(value, DataRef::Int(0)) || matches!(value, DataRef::Float(value) if *value == 0.0);
        if is_empty {
            self.empty += 1;
            self.first.get_or_insert((row, column));
        } else if is_zero {
            self.zeros.push((row, column));
        }
        is_empty || is_zero
    }
}

/// Takes every cell of a sheet.
fn fill(book: &mut Book<'_>, taken: &mut Taken<'_>, control: &Control) -> Result<(), Stop> {
    let name = taken.sheet.to_owned();
    // New formats give their cells one by one, so that a stray cell far below costs nothing.
    match book {
        Sheets::Xlsx(book) => {
            let mut cells = match guarded(|| Ok::<_, Error>(book.worksheet_cells_reader(&name)))? {
                Ok(cells) => cells,
                Err(XlsxError::NotAWorksheet(_)) => return Ok(()),
                Err(error) => return Err(damaged(&Error::Xlsx(error)).into()),
            };
            stream(taken, control, || {
                let record = cells.next_cell_with_formula_metadata()?;
                Ok::<_, XlsxError>(record.map(|record| (record.pos, record.value, record.formula.is_some())))
            })
        }
        Sheets::Xlsb(book) => {
            let mut cells = guarded(|| book.worksheet_cells_reader(&name))?;
            // This format cannot hold a formula without its result.
            stream(taken, control, || {
                let cell = cells.next_cell()?;
                Ok::<_, XlsbError>(cell.map(|cell| (cell.get_position(), cell.get_value().clone(), false)))
            })
        }
        Sheets::Xls(_) | Sheets::Ods(_) => {
            let range = guarded(|| book.worksheet_range(&name))?;
            let (top, left) = range.start().unwrap_or_default();
            for (at, (row, column, value)) in range.used_cells().enumerate() {
                if at % BLOCK == 0 {
                    control.check()?;
                }
                taken.take(top + row as u32, left + column as u32, &reference(value));
            }
            Ok(())
        }
    }
}

fn stream<'b, E: std::fmt::Display>(
    taken: &mut Taken<'_>,
    control: &Control,
    mut next: impl FnMut() -> Result<Option<((u32, u32), DataRef<'b>, bool)>, E>,
) -> Result<(), Stop> {
    loop {
        control.check()?;
        let more = guarded(|| {
            for _ in 0..BLOCK {
                let Some(((row, column), value, is_formula)) = next()? else { return Ok(false) };
                if !is_formula || !taken.formulas.hold(row, column, &value) {
                    taken.take(row, column, &value);
                }
            }
            Ok::<_, E>(true)
        })?;
        if !more {
            return Ok(());
        }
    }
}

fn reference(value: &Data) -> DataRef<'_> {
    match value {
        Data::Int(value) => DataRef::Int(*value),
        Data::Float(value) => DataRef::Float(*value),
        Data::String(value) => DataRef::SharedString(value),
        Data::Bool(value) => DataRef::Bool(*value),
        Data::DateTime(value) => DataRef::DateTime(*value),
        Data::DateTimeIso(value) => DataRef::DateTimeIso(value.clone()),
        Data::DurationIso(value) => DataRef::DurationIso(value.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}

impl Taken<'_> {
    /// Takes the zeros that formulas gave, unless every formula gave one: then none was calculated.
    fn end_formulas(&mut self) {
        let Formulas { count, empty, first, zeros } = std::mem::take(&mut self.formulas);
        let are_zeros = count >= ZEROS && empty + zeros.len() == count;
        let first = first.or_else(|| zeros.first().copied().filter(|_| are_zeros));
        if !are_zeros {
            for (row, column) in zeros {
                self.take(row, column, &DataRef::Int(0));
            }
        }
        let Some((row, column)) = first else { return };
        let message = Message::new(NEVER_CALCULATED)
            .with("count", if are_zeros { count } else { empty })
            .with("sheet", self.sheet)
            .with("cell", format!("{}{}", letters(column), u64::from(row) + 1));
        self.notes.push(Note::new(Some(u64::from(row) + 1), WarningKind::Number, message));
    }

    /// Takes the cell at that zero-based place.
    fn take(&mut self, row: u32, column: u32, value: &DataRef<'_>) {
        let text = match value {
            DataRef::Int(value) => Cow::Owned(value.to_string()),
            DataRef::Float(value) => Cow::Owned(value.to_string()),
            DataRef::String(value) => Cow::Borrowed(value.as_str()),
            DataRef::SharedString(value) => Cow::Borrowed(*value),
            DataRef::Bool(value) => Cow::Owned(value.to_string()),
            DataRef::DateTime(value) => Cow::Owned(moment(value)),
            DataRef::DateTimeIso(value) => Cow::Borrowed(without_midnight(value)),
            DataRef::DurationIso(value) => clock(value).map_or(Cow::Borrowed(value.as_str()), Cow::Owned),
            DataRef::Error(error) => {
                self.notes.push(faulty(self.sheet, row, column, &error.to_string()));
                return;
            }
            DataRef::Empty => return,
        };
        self.cells.add(row, column, &text);
    }
}

/// The note on a cell that holds an error instead of a value.
pub(super) fn faulty(sheet: &str, row: u32, column: u32, error: &str) -> Note {
    let message = Message::new("io-faulty-cell")
        .with("sheet", sheet)
        .with("column", letters(column))
        .with("cell", error);
    Note::new(Some(u64::from(row) + 1), WarningKind::Number, message)
}

/// The letters over a zero-based column: A, B, …, Z, AA, …
fn letters(column: u32) -> String {
    let mut name = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        name.push(char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    name.into_iter().rev().collect()
}

/// A date, a time or both; a duration as hours, minutes and seconds.
fn moment(value: &ExcelDateTime) -> String {
    if value.is_duration() {
        let milliseconds = (value.as_f64() * 86_400_000.0).round() as i64;
        let sign = if milliseconds < 0 { "-" } else { "" };
        let milliseconds = milliseconds.unsigned_abs();
        let seconds = milliseconds / 1000;
        let clock = format!("{sign}{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
        return clock + &fraction(milliseconds % 1000);
    }
    let (year, month, day, hour, minute, second, millisecond) = value.to_ymd_hms_milli();
    let clock = format!("{hour:02}:{minute:02}:{second:02}{}", fraction(u64::from(millisecond)));
    let date = format!("{year:04}-{month:02}-{day:02}");
    match (value.as_f64(), clock.as_str()) {
        (days, _) if (0.0..1.0).contains(&days) => clock,
        (_, "00:00:00") => date,
        _ => format!("{date}T{clock}"),
    }
}

fn fraction(milliseconds: u64) -> String {
    if milliseconds == 0 {
        return String::new();
    }
    format!(".{milliseconds:03}").trim_end_matches('0').to_owned()
}

/// A moment in ISO form without its time where that is midnight.
pub(super) fn without_midnight(moment: &str) -> &str {
    let (date, time) = moment.split_once('T').unwrap_or((moment, "0"));
    let is_midnight = time.chars().all(|c| matches!(c, '0' | ':' | '.'));
    if is_midnight { date } else { moment }
}

/// A duration such as `PT16H30M00S` as `16:30:00`.
fn clock(duration: &str) -> Option<String> {
    let mut rest = duration.strip_prefix("PT")?;
    let mut units = ["00".to_owned(), "00".to_owned(), "00".to_owned()];
    for (unit, mark) in units.iter_mut().zip(['H', 'M', 'S']) {
        if let Some((count, after)) = rest.split_once(mark) {
            *unit = format!("{count:0>2}");
            rest = after;
        }
    }
    rest.is_empty().then(|| units.join(":"))
}

#[cfg(test)]
mod tests {
    use calamine::ExcelDateTimeType;

    use super::*;

    #[test]
    fn moments_are_written_by_what_they_hold() {
        let shown = |value: f64, duration: bool| {
            let kind = if duration { ExcelDateTimeType::TimeDelta } else { ExcelDateTimeType::DateTime };
            moment(&ExcelDateTime::new(value, kind, false))
        };
        assert_eq!(shown(45684.0, false), "2025-01-27");
        assert_eq!(shown(45684.6875, false), "2025-01-27T16:30:00");
        assert_eq!(shown(0.6875, false), "16:30:00");
        assert_eq!(shown(1.5, true), "36:00:00");
        assert_eq!(without_midnight("2025-01-27T00:00:00.000"), "2025-01-27");
        assert_eq!(without_midnight("2025-01-27T16:30:00"), "2025-01-27T16:30:00");
        assert_eq!(clock("PT16H30M00S").as_deref(), Some("16:30:00"));
        assert_eq!(clock("P1D"), None);
    }

    #[test]
    fn formulas_without_results_are_told_apart_from_those_that_give_0() {
        let result = |value: f64| DataRef::Float(value);
        // Results of the formulas; how many are said to have none, and how many zeros are kept.
        let cases = [
            (vec![DataRef::Empty, DataRef::Empty], 2_usize, 0),
            (vec![DataRef::Empty, result(1.5), result(0.0)], 1, 1),
            (vec![result(0.0), result(0.0), result(0.0)], 3, 0),
            (vec![result(0.0), result(0.0)], 0, 2),
            (vec![result(1.5), result(0.0)], 0, 1),
        ];
        for (results, missing, kept) in cases {
            let mut taken = Taken {
                sheet: "S",
                cells: Sparse::default(),
                notes: Vec::new(),
                formulas: Formulas::default(),
            };
            for (row, value) in (1..).zip(&results) {
                taken.formulas.hold(row, 1, value);
            }
            taken.end_formulas();
            let told: Vec<_> = taken.notes.iter().map(|note| note.message.facts[0].1.clone()).collect();
            let expected: Vec<_> = (missing > 0).then(|| missing.into()).into_iter().collect();
            assert_eq!(told, expected, "{results:?}");
            let rows = taken.cells.into_grid().map_or(0, |grid| grid.len());
            assert_eq!(rows, kept, "{results:?}");
        }
    }

    #[test]
    fn columns_have_letters() {
        for (column, name) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(letters(column), name);
        }
    }
}
