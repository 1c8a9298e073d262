//! Bytes in and out: a file's bytes become typed columns with everything that was decided on the
//! way, and series become a clean table again.
//!
//! Reading is pure: bytes in, [`Loaded`] out. The file system is touched in `files` alone, and no
//! type of a data frame leaves this layer. A file either gives what holds in it, with a warning
//! for each line that does not, or one [`ReadError`] that says why there is nothing.
//!
//! The stages, each a file: `encoding` (bytes to text), `table` (text to rows), `header` (names to
//! roles), `columns`, `dates` and `numbers` (a column's cells to values), `prices`, `models` and
//! `sides` (roles and values to content), `frame` (rows sorted and divided by series), `compose`
//! (all open files to what is known).

mod columns;
mod compose;
mod control;
mod dates;
mod encoding;
mod error;
pub mod files;
mod frame;
mod header;
mod models;
mod numbers;
mod prices;
mod report;
mod sample;
mod sides;
mod table;
mod write;

use std::path::Path;
use std::sync::Arc;

use crate::model::{Content, Kind, Loaded};

pub use compose::compose;
pub use control::Control;
pub use error::{Binary, ContentProblem, FileProblem, ReadError, WriteError, WriteProblem};
pub use sample::{load_sample, sample, sample_event};
pub use write::write_long;

use error::Stop;
use report::Report;
use table::Table;

/// Reads and takes apart one file.
///
/// # Errors
/// [`ReadError`]: the bytes cannot be had, hold nothing usable, or the caller cancelled.
pub fn read_file(path: &Path, control: &Control) -> Result<Loaded, ReadError> {
    let bytes = files::read(path, control)?;
    read_bytes(path, &bytes, control)
}

/// Takes a file's bytes apart; `path` names the file and, where nothing else does, its series.
///
/// # Errors
/// [`ReadError::Content`] when the bytes hold nothing usable, [`ReadError::Cancelled`].
pub fn read_bytes(path: &Path, bytes: &[u8], control: &Control) -> Result<Loaded, ReadError> {
    let mut report = Report::default();
    let (rows, content) = take_apart(path, bytes, &mut report, control).map_err(|stop| stop.at(path))?;
    let (assumptions, warnings) = report.finish();
    Ok(Loaded { path: path.to_owned(), sample: false, rows, assumptions, warnings, content })
}

fn take_apart(
    path: &Path,
    bytes: &[u8],
    report: &mut Report,
    control: &Control,
) -> Result<(usize, Content), Stop> {
    control.check()?;
    let text = encoding::text(bytes, report)?;
    let table = table::read(text, report, control)?;
    control.check()?;
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let content = content(&table, &stem, report, control)?;
    Ok((table.records.len() + table.ragged, content))
}

fn content(table: &Table, stem: &str, report: &mut Report, control: &Control) -> Result<Content, Stop> {
    let content = match table.kind() {
        Some(Kind::Models) => Content::Models(Arc::new(models::read(table, report, control)?)),
        Some(Kind::Events) => Content::Events(sides::events(table, report)?),
        Some(Kind::Shares) => Content::Shares(sides::shares(table, report)),
        Some(Kind::Reported) => Content::Reported(sides::reported(table, report)),
        Some(Kind::Series) => Content::Series(sides::series(table, report)),
        Some(Kind::Values) => Content::Values(sides::training_costs(table, report)),
        Some(Kind::Prices | Kind::Unreadable) | None => {
            Content::Prices(prices::read(table, stem, report, control)?)
        }
    };
    refuse_empty(&content, table)?;
    Ok(content)
}

/// A table none of whose rows holds is an error, not an empty success.
fn refuse_empty(content: &Content, table: &Table) -> Result<(), Stop> {
    let is_empty = match content {
        Content::Prices(series) => series.is_empty(),
        Content::Models(models) => models.rows.is_empty(),
        Content::Events(events) => events.is_empty(),
        Content::Shares(shares) => shares.is_empty(),
        Content::Reported(reported) => reported.is_empty(),
        Content::Series(series) => series.is_empty(),
        Content::Values(costs) => costs.is_empty(),
    };
    if !is_empty {
        return Ok(());
    }
    let first = table.records.first().map(|record| (record.line, report::short(record.cell(0))));
    let rows = table.records.len() + table.ragged;
    let earliest = first.into_iter().chain(table.first_ragged.clone()).min();
    let (line, cell) = earliest.unwrap_or_default();
    Err(Stop::Problem(ContentProblem::MostlyBroken { bad: rows, rows, line, cell }))
}
