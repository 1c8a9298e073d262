//! Parquet and Arrow files: typed columns become cells of text, exactly.
//!
//! The bytes are read from our own buffer, never from a mapped file or a path. A date stays the
//! date that the file means: an instant is written with the clock of the zone that its column names.

use std::fmt::Write as _;
use std::io::Cursor;

use jiff::SignedDuration;
use jiff::tz::TimeZone;
use polars::prelude::{
    AnyValue, ArrowDataType, ArrowSchema, DataFrame, DataType, IpcReader, IpcStreamReader, ParquetReader,
    PolarsResult, SerReader, Series, TimeUnit,
};

use super::instants::{Clock, NANOSECONDS_PER_DAY, write_clock, write_day, write_instant, zone_named};
use super::packed::Gauge;
use super::{Note, guarded};
use crate::io::control::Control;
use crate::io::error::{ContentProblem, Stop};
use crate::io::grid::{Form, Grid};
use crate::model::{Message, WarningKind};

/// Rows between two looks at the caller's wish to stop.
const BLOCK: usize = 4096;
/// The name that pandas gives to an index without one.
const PANDAS_INDEX: &str = "__index_level_0__";

/// The cells of a Parquet file, its column names first.
pub(super) fn parquet(
    bytes: &[u8],
    gauge: &Gauge,
    notes: &mut Vec<Note>,
    control: &Control,
) -> Result<Grid, Stop> {
    let (rows, schema) = guarded(|| {
        let mut reader = ParquetReader::new(Cursor::new(bytes));
        PolarsResult::Ok((reader.num_rows()?, reader.schema()?))
    })?;
    let columns = readable(&schema, notes)?;
    gauge.total((rows as u64).saturating_mul(columns.len() as u64).saturating_mul(8))?;
    control.check()?;
    let frame = guarded(|| {
        let reader = ParquetReader::new(Cursor::new(bytes)).set_rechunk(true);
        reader.with_projection(Some(columns)).finish()
    })?;
    grid(&frame, &schema, notes, control)
}

/// The cells of an Arrow file with a footer, which Feather is too.
pub(super) fn arrow_file(bytes: &[u8], notes: &mut Vec<Note>, control: &Control) -> Result<Grid, Stop> {
    let schema = guarded(|| IpcReader::new(Cursor::new(bytes)).schema())?;
    let columns = readable(&schema, notes)?;
    let frame = guarded(|| IpcReader::new(Cursor::new(bytes)).with_projection(Some(columns)).finish())?;
    grid(&frame, &schema, notes, control)
}

/// The cells of an Arrow stream.
pub(super) fn arrow_stream(bytes: &[u8], notes: &mut Vec<Note>, control: &Control) -> Result<Grid, Stop> {
    let schema = guarded(|| IpcStreamReader::new(Cursor::new(bytes)).arrow_schema())?;
    let columns = readable(&schema, notes)?;
    let frame = guarded(|| IpcStreamReader::new(Cursor::new(bytes)).with_projection(Some(columns)).finish())?;
    grid(&frame, &schema, notes, control)
}

/// Places of the columns whose values are cells; the others are named in a note.
fn readable(schema: &ArrowSchema, notes: &mut Vec<Note>) -> Result<Vec<usize>, ContentProblem> {
    let mut columns = Vec::new();
    for (at, (name, field)) in schema.iter().enumerate() {
        if is_cell(&field.dtype) {
            columns.push(at);
        } else {
            let message = Message::new("io-nested-column").with("column", name.as_str());
            notes.push(Note::new(None, WarningKind::Skipped, message));
        }
    }
    if columns.is_empty() { Err(ContentProblem::NoColumns) } else { Ok(columns) }
}

fn is_cell(dtype: &ArrowDataType) -> bool {
    use ArrowDataType as Arrow;
    match dtype {
        Arrow::Dictionary(_, values, _) => is_cell(values),
        Arrow::Null
        | Arrow::Boolean
        | Arrow::Int8
        | Arrow::Int16
        | Arrow::Int32
        | Arrow::Int64
        | Arrow::UInt8
        | Arrow::UInt16
        | Arrow::UInt32
        | Arrow::UInt64
        | Arrow::Float32
        | Arrow::Float64
        | Arrow::Timestamp(..)
        | Arrow::Date32
        | Arrow::Date64
        | Arrow::Time32(_)
        | Arrow::Time64(_)
        | Arrow::Duration(_)
        | Arrow::Utf8
        | Arrow::LargeUtf8
        | Arrow::Utf8View
        | Arrow::Binary
        | Arrow::LargeBinary
        | Arrow::BinaryView
        | Arrow::Decimal(..)
        | Arrow::Decimal32(..)
        | Arrow::Decimal64(..) => true,
        _ => false,
    }
}

/// A column with what its values need to become text.
struct Column<'a> {
    series: &'a Series,
    name: String,
    /// How instants of it are written.
    clock: Clock,
}

fn grid(
    frame: &DataFrame,
    schema: &ArrowSchema,
    notes: &mut Vec<Note>,
    control: &Control,
) -> Result<Grid, Stop> {
    let mut columns: Vec<Column<'_>> = frame
        .columns()
        .iter()
        .map(|column| described(column.as_materialized_series(), schema, notes))
        .collect();
    // pandas keeps the index behind the columns and shows it before them.
    columns.sort_by_key(|column| column.series.name() != PANDAS_INDEX);
    let mut grid = Grid::of(Form::Records);
    for column in &columns {
        grid.push(&column.name);
    }
    grid.end_row(1);
    let mut cell = String::new();
    for row in 0..frame.height() {
        if row % BLOCK == 0 {
            control.check()?;
        }
        for column in &columns {
            cell.clear();
            let value = column.series.get(row).unwrap_or(AnyValue::Null);
            write_value(&mut cell, &value, &column.clock);
            grid.push(&cell);
        }
        grid.end_row(row as u64 + 2);
    }
    Ok(grid)
}

fn described<'a>(series: &'a Series, schema: &ArrowSchema, notes: &mut Vec<Note>) -> Column<'a> {
    let name = match series.name().as_str() {
        PANDAS_INDEX if holds_dates(series) => "Date",
        PANDAS_INDEX => "index",
        name => name,
    };
    // The zone stands in the schema; not every way into a frame keeps it.
    let zone = match schema.get(series.name()).map(|field| &field.dtype) {
        Some(ArrowDataType::Timestamp(_, Some(zone))) if !zone.is_empty() => Some(zone),
        _ => None,
    };
    let clock = match (series.dtype(), zone) {
        (DataType::Datetime(..), Some(zone)) => Clock::Zone(zone_named(zone, name, notes)),
        (DataType::Datetime(unit, _), None) if is_midnight(series, *unit) => Clock::Day(TimeZone::UTC),
        _ => Clock::Wall,
    };
    Column { series, name: name.to_owned(), clock }
}

fn holds_dates(series: &Series) -> bool {
    let is_year = |text: &str| {
        text.get(..4).is_some_and(|year| year.bytes().all(|byte| byte.is_ascii_digit()))
            && text.get(4..5).is_some_and(|mark| ["-", "/", "."].contains(&mark))
    };
    match series.dtype() {
        DataType::Date | DataType::Datetime(..) => true,
        DataType::String => {
            series.str().is_ok_and(|texts| texts.iter().flatten().next().is_some_and(is_year))
        }
        _ => false,
    }
}

/// Nanoseconds of one count.
fn length(unit: TimeUnit) -> i64 {
    match unit {
        TimeUnit::Milliseconds => 1_000_000,
        TimeUnit::Microseconds => 1_000,
        TimeUnit::Nanoseconds => 1,
    }
}

fn nanoseconds(count: i64, unit: TimeUnit) -> i128 {
    i128::from(count) * i128::from(length(unit))
}

fn is_midnight(series: &Series, unit: TimeUnit) -> bool {
    let day = NANOSECONDS_PER_DAY / length(unit);
    let counts = series.to_physical_repr();
    counts.i64().is_ok_and(|counts| counts.iter().flatten().all(|count| count % day == 0))
}

/// Writes a value as text; nothing where there is none.
fn write_value(cell: &mut String, value: &AnyValue<'_>, clock: &Clock) {
    // Writing to a text cannot fail.
    let _ = match value {
        AnyValue::Boolean(value) => write!(cell, "{value}"),
        AnyValue::String(value) => write!(cell, "{value}"),
        AnyValue::StringOwned(value) => write!(cell, "{value}"),
        AnyValue::UInt8(value) => write!(cell, "{value}"),
        AnyValue::UInt16(value) => write!(cell, "{value}"),
        AnyValue::UInt32(value) => write!(cell, "{value}"),
        AnyValue::UInt64(value) => write!(cell, "{value}"),
        AnyValue::Int8(value) => write!(cell, "{value}"),
        AnyValue::Int16(value) => write!(cell, "{value}"),
        AnyValue::Int32(value) => write!(cell, "{value}"),
        AnyValue::Int64(value) => write!(cell, "{value}"),
        AnyValue::Int128(value) => write!(cell, "{value}"),
        AnyValue::Float32(value) => write!(cell, "{value}"),
        AnyValue::Float64(value) => write!(cell, "{value}"),
        AnyValue::Decimal(value, _, scale) => write_decimal(cell, *value, *scale),
        AnyValue::Date(days) => write_day(cell, i64::from(*days)),
        AnyValue::Datetime(count, unit, _) | AnyValue::DatetimeOwned(count, unit, _) => {
            write_instant(cell, nanoseconds(*count, *unit), clock)
        }
        AnyValue::Time(nanoseconds) => write_clock(cell, SignedDuration::from_nanos(*nanoseconds)),
        AnyValue::Duration(count, unit) => {
            write_clock(cell, SignedDuration::from_nanos_i128(nanoseconds(*count, *unit)))
        }
        AnyValue::Categorical(place, names) | AnyValue::Enum(place, names) => {
            write!(cell, "{}", names.cat_to_str(*place).unwrap_or_default())
        }
        AnyValue::CategoricalOwned(place, names) | AnyValue::EnumOwned(place, names) => {
            write!(cell, "{}", names.cat_to_str(*place).unwrap_or_default())
        }
        AnyValue::Binary(bytes) => write!(cell, "{}", String::from_utf8_lossy(bytes)),
        AnyValue::BinaryOwned(bytes) => write!(cell, "{}", String::from_utf8_lossy(bytes)),
        _ => Ok(()),
    };
}

fn write_decimal(cell: &mut String, value: i128, scale: usize) -> std::fmt::Result {
    let digits = format!("{:0>width$}", value.unsigned_abs(), width = scale + 1);
    let (whole, fraction) = digits.split_at(digits.len() - scale);
    let sign = if value < 0 { "-" } else { "" };
    let mark = if scale == 0 { "" } else { "." };
    write!(cell, "{sign}{whole}{mark}{fraction}")
}

#[cfg(test)]
pub(super) mod tests {
    use polars::prelude::{
        Categories, Column, Int64Chunked, IntoSeries, IpcStreamWriter, IpcWriter, NamedFrom, ParquetWriter,
        SerWriter, TimeZone,
    };

    use super::*;

    fn frame(columns: Vec<Series>) -> DataFrame {
        DataFrame::new_infer_height(columns.into_iter().map(Column::from).collect()).unwrap()
    }

    fn rows(grid: &Grid) -> Vec<(u64, String)> {
        let text = |row: crate::io::grid::Row<'_>| {
            (0..row.width()).map(|at| row.raw(at).to_owned()).collect::<Vec<_>>().join("|")
        };
        grid.rows().map(|row| (row.line, text(row))).collect()
    }

    /// A table as Parquet: dates and numbers as such with blanks as nulls, the rest as words.
    pub(in crate::io) fn parquet_of(cells: &[&[&str]]) -> Vec<u8> {
        let (names, rows) = cells.split_first().unwrap();
        let column = |(at, name): (usize, &&str)| {
            let own: Vec<&str> = rows.iter().map(|row| row[at]).collect();
            let numbers: Vec<Option<f64>> = own.iter().map(|cell| cell.parse().ok()).collect();
            let is_number =
                own.iter().zip(&numbers).all(|(cell, number)| cell.is_empty() || number.is_some());
            let days = own.iter().map(|cell| {
                let date: jiff::civil::Date = cell.parse().ok()?;
                Some(date.since(jiff::civil::date(1970, 1, 1)).ok()?.get_days())
            });
            let days: Vec<Option<i32>> = days.collect();
            if is_number {
                Series::new((*name).into(), numbers)
            } else if days.iter().all(Option::is_some) {
                Series::new((*name).into(), days).cast(&DataType::Date).unwrap()
            } else {
                Series::new((*name).into(), own)
            }
        };
        written(&mut frame(names.iter().enumerate().map(column).collect()), "parquet")
    }

    fn written(frame: &mut DataFrame, container: &str) -> Vec<u8> {
        let mut buffer = Cursor::new(Vec::new());
        match container {
            "parquet" => drop(ParquetWriter::new(&mut buffer).finish(frame).unwrap()),
            "file" => IpcWriter::new(&mut buffer).finish(frame).unwrap(),
            _ => IpcStreamWriter::new(&mut buffer).finish(frame).unwrap(),
        }
        buffer.into_inner()
    }

    fn read(bytes: &[u8], container: &str) -> (Grid, Vec<Note>) {
        let (mut notes, control) = (Vec::new(), Control::unwatched());
        let grid = match container {
            "parquet" => parquet(bytes, &Gauge::default(), &mut notes, &control),
            "file" => arrow_file(bytes, &mut notes, &control),
            _ => arrow_stream(bytes, &mut notes, &control),
        };
        (grid.unwrap(), notes)
    }

    fn zone(name: &'static str) -> Option<TimeZone> {
        TimeZone::opt_try_new(Some(name)).unwrap()
    }

    /// 27 January 2025, midnight UTC, in seconds.
    const DAY: i64 = 1_737_936_000;

    fn every_type() -> DataFrame {
        let stamp = |name: &str, counts: [Option<i64>; 2], unit, zone| {
            let counts: Int64Chunked = counts.into_iter().collect();
            counts.into_datetime(unit, zone).into_series().with_name(name.into())
        };
        let midnight_east = (DAY - 9 * 3600) * 1000;
        let noon_west = (DAY + 12 * 3600 + 5 * 3600) * 1_000_000;
        frame(vec![
            Series::new("day".into(), [Some(20_115_i32), Some(-1)]).cast(&DataType::Date).unwrap(),
            stamp("midnight", [Some(DAY * 1_000_000_000), None], TimeUnit::Nanoseconds, None),
            stamp("wall", [Some(DAY * 1000 + 1500), Some(0)], TimeUnit::Milliseconds, None),
            stamp("utc", [Some(DAY * 1_000_000), None], TimeUnit::Microseconds, zone("UTC")),
            stamp("tokyo", [Some(midnight_east), None], TimeUnit::Milliseconds, zone("Asia/Tokyo")),
            stamp(
                "york",
                [Some(noon_west), Some(1_753_000_000_000_000)],
                TimeUnit::Microseconds,
                zone("America/New_York"),
            ),
            Series::new("float".into(), [Some(0.1_f64), Some(118.42)]),
            Series::new("single".into(), [Some(0.1_f32), None]),
            Series::new("count".into(), [Some(i64::MAX), Some(-3)]),
            Series::new("flag".into(), [Some(true), None]),
            Series::new("name".into(), [Some("a\"b,c"), Some("")]),
            Series::new("kind".into(), [Some("tech"), None])
                .cast(&DataType::from_categories(Categories::global()))
                .unwrap(),
            Series::new("cost".into(), ["-0.05", "1234.50"]).cast(&DataType::Decimal(12, 2)).unwrap(),
            Series::new("time".into(), [Some(34_200_500_000_000_i64), None]).cast(&DataType::Time).unwrap(),
        ])
    }

    #[test]
    fn every_type_becomes_exact_text_in_every_container() {
        let names = "day|midnight|wall|utc|tokyo|york|float|single|count|flag|name|kind|cost|time";
        let first = "2025-01-27|2025-01-27|2025-01-27T00:00:01.5|2025-01-27T00:00:00Z\
            |2025-01-27T00:00:00+09:00|2025-01-27T12:00:00-05:00|0.1|0.1|9223372036854775807|true|a\"b,c|tech\
            |-0.05|09:30:00.5";
        let second = "1969-12-31||1970-01-01T00:00:00|||2025-07-20T04:26:40-04:00|118.42||-3||||1234.50|";
        let expected = [(1, names.to_owned()), (2, first.to_owned()), (3, second.to_owned())];
        for container in ["parquet", "file", "stream"] {
            let (grid, notes) = read(&written(&mut every_type(), container), container);
            assert_eq!(rows(&grid), expected, "{container}");
            assert!(notes.is_empty(), "{container}");
        }
    }

    #[test]
    fn nested_columns_are_named_and_left_out() {
        let list = Series::new("list".into(), [Series::new("".into(), [1.0, 2.0])]);
        let mut frame = frame(vec![list, Series::new("Close".into(), [1.5])]);
        for container in ["parquet", "file", "stream"] {
            let (grid, notes) = read(&written(&mut frame, container), container);
            assert_eq!(rows(&grid), [(1, "Close".to_owned()), (2, "1.5".to_owned())], "{container}");
            let said: Vec<_> = notes.iter().map(|note| note.message.clone()).collect();
            assert_eq!(said, [Message::new("io-nested-column").with("column", "list")], "{container}");
        }
    }

    #[test]
    fn an_index_of_pandas_comes_first_and_gets_a_name() {
        let close = Series::new("('Close', 'AAPL')".into(), [1.5]);
        let cases = [
            (Series::new(PANDAS_INDEX.into(), ["2025-01-27"]), "Date|('Close', 'AAPL')"),
            (
                Series::new(PANDAS_INDEX.into(), [20_115_i32]).cast(&DataType::Date).unwrap(),
                "Date|('Close', 'AAPL')",
            ),
            (Series::new(PANDAS_INDEX.into(), ["AAPL"]), "index|('Close', 'AAPL')"),
            (Series::new(PANDAS_INDEX.into(), [7_i64]), "index|('Close', 'AAPL')"),
        ];
        for (index, header) in cases {
            let (grid, _) = read(&written(&mut frame(vec![close.clone(), index]), "parquet"), "parquet");
            assert_eq!(rows(&grid)[0].1, header);
        }
    }

    #[test]
    fn damaged_files_are_a_problem_and_no_panic() {
        for container in ["parquet", "file"] {
            let bytes = written(&mut every_type(), container);
            let (mut notes, control) = (Vec::new(), Control::unwatched());
            let half = &bytes[..bytes.len() / 2];
            let stop = match container {
                "parquet" => parquet(half, &Gauge::default(), &mut notes, &control),
                _ => arrow_file(half, &mut notes, &control),
            };
            assert!(
                matches!(stop, Err(Stop::Problem(ContentProblem::Damaged { .. }))),
                "{container}: {stop:?}"
            );
        }
    }
}
