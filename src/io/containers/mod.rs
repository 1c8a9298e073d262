//! What lies inside a file: one text, one table of cells, or several of them.
//!
//! A file is judged by its content, never by its name: a workbook under the name of a text, or a
//! web page under the name of a workbook, is opened for what it is. Every way in gives the text of
//! a table as bytes, or its cells as a [`Grid`]; neither is understood here. What is packed is
//! unpacked in blocks and within limits, so that a small file cannot fill the memory.

mod archive;
mod frames;
mod html;
mod instants;
mod json;
mod kind;
mod markup;
mod mhtml;
mod packed;
mod printed;
mod sheetml;
mod sparse;
mod traces;
mod workbook;
mod yaml;

use std::borrow::Cow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};

use super::control::Control;
use super::error::{Binary, ContentProblem, Stop};
use super::grid::Grid;
use super::report::Report;
use crate::model::{Decision, Message, Overrides, WarningKind};
use kind::Kind;
use markup::Language;
use packed::Gauge;

/// The note on formulas without results.
pub(super) const NEVER_CALCULATED: &str = "io-formulas-without-results";

/// Archives that may lie in one another.
const DEPTH: usize = 2;

/// A table or text inside a file.
#[derive(Debug)]
pub(super) struct Part<'a> {
    /// Its name inside the file: an archive member or a sheet, if it has one of its own.
    pub name: Option<String>,
    /// What it holds.
    pub body: Body<'a>,
}

/// What a part holds.
#[derive(Debug)]
pub(super) enum Body<'a> {
    /// Text, its encoding and its columns yet to be found.
    Text(Cow<'a, [u8]>),
    /// Cells.
    Grid(Grid),
}

/// Every part of a file, in its order; judged by content, never by the file's name. Only the one
/// that was decided on, where one was.
///
/// # Errors
/// A [`ContentProblem`] when nothing in the file can be a table, or [`Stop::Cancelled`].
pub(super) fn unpack<'a>(
    bytes: &'a [u8],
    overrides: &Overrides,
    report: &mut Report,
    control: &Control,
) -> Result<Vec<Part<'a>>, Stop> {
    let mut opener = Opener { control, gauge: Gauge::default() };
    let found = opener.open(Cow::Borrowed(bytes), None, 0)?;
    let found = chosen(found, overrides.get(Decision::Sheet))?;
    let mut parts = Vec::with_capacity(found.len());
    for Found { part, notes } in found {
        for Note { line, kind, message } in notes {
            report.warn(line, kind, message);
        }
        parts.push(part);
    }
    Ok(parts)
}

/// The names by which parts can be chosen: their own, or else their one-based number.
pub(super) fn names(parts: &[Part<'_>]) -> Vec<String> {
    parts.iter().enumerate().map(|(at, part)| name(part, at)).collect()
}

fn name(part: &Part<'_>, at: usize) -> String {
    part.name.clone().unwrap_or_else(|| (at + 1).to_string())
}

/// The part of that name, or else of that one-based number; all of them without a choice.
fn chosen<'a>(mut found: Vec<Found<'a>>, choice: Option<&str>) -> Result<Vec<Found<'a>>, Stop> {
    let Some(choice) = choice else { return Ok(found) };
    let names: Vec<String> = found.iter().enumerate().map(|(at, found)| name(&found.part, at)).collect();
    let named = names.iter().position(|name| name == choice);
    let numbered = || choice.trim().parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    match named.or_else(numbered).filter(|at| *at < found.len()) {
        Some(at) => Ok(vec![found.swap_remove(at)]),
        None => Err(ContentProblem::NoSuchPart { choice: choice.to_owned(), names: names.join(", ") }.into()),
    }
}

/// A part with what a reader should know about it.
struct Found<'a> {
    part: Part<'a>,
    notes: Vec<Note>,
}

/// A warning of a part that may not be chosen in the end.
struct Note {
    line: Option<u64>,
    kind: WarningKind,
    message: Message,
}

impl Note {
    fn new(line: Option<u64>, kind: WarningKind, message: Message) -> Self {
        Self { line, kind, message }
    }
}

impl Found<'_> {
    fn grid(name: Option<String>, grid: Grid, notes: Vec<Note>) -> Self {
        Self { part: Part { name, body: Body::Grid(grid) }, notes }
    }
}

/// Opens what lies in one another, and keeps count of what was unpacked.
struct Opener<'c> {
    control: &'c Control<'c>,
    gauge: Gauge,
}

impl Opener<'_> {
    /// The parts of those bytes, which lie `depth` archives deep and bear that name there.
    fn open<'a>(
        &mut self,
        bytes: Cow<'a, [u8]>,
        name: Option<String>,
        depth: usize,
    ) -> Result<Vec<Found<'a>>, Stop> {
        self.control.check()?;
        let one = |grid: Grid, notes| vec![Found::grid(name.clone(), grid, notes)];
        let mut notes = Vec::new();
        match kind::of(&bytes) {
            Kind::Text => self.text(bytes, name),
            Kind::Refused(binary) => Err(ContentProblem::Binary(binary).into()),
            Kind::Locked => Err(ContentProblem::LockedFile.into()),
            Kind::Packed(_) | Kind::Zip if depth >= DEPTH => Err(ContentProblem::TooNested.into()),
            Kind::Packed(method) => self.packed(method, &bytes, name, depth),
            Kind::Zip => archive::read(self, &bytes, name.as_deref(), depth),
            Kind::Workbook => workbook::read(&bytes, name.as_deref(), &self.gauge, self.control),
            Kind::Parquet => {
                let grid = frames::parquet(&bytes, &self.gauge, &mut notes, self.control)?;
                Ok(one(grid, notes))
            }
            Kind::ArrowFile => Ok(one(frames::arrow_file(&bytes, &mut notes, self.control)?, notes)),
            Kind::ArrowStream => Ok(one(frames::arrow_stream(&bytes, &mut notes, self.control)?, notes)),
        }
    }

    fn packed<'a>(
        &mut self,
        method: packed::Method,
        bytes: &[u8],
        outer: Option<String>,
        depth: usize,
    ) -> Result<Vec<Found<'a>>, Stop> {
        let (name, unpacked) = packed::unpack(method, bytes, &mut self.gauge, self.control)?;
        let mut notes = Vec::new();
        let inner = unpacked.whole(&mut notes)?;
        let mut found = self.open(Cow::Owned(inner), name.or(outer), depth + 1)?;
        if let Some(first) = found.first_mut() {
            first.notes.splice(0..0, notes);
        }
        Ok(found)
    }

    /// Text is a web page, a sheet in XML, JSON, a list in YAML, or else what its bytes say.
    fn text<'a>(&mut self, bytes: Cow<'a, [u8]>, name: Option<String>) -> Result<Vec<Found<'a>>, Stop> {
        traces::refuse(&bytes)?;
        let outer = name.as_deref();
        if mhtml::is_page(&bytes) {
            return mhtml::read(&bytes, outer, self.control);
        }
        let Some(language) = markup::language(&bytes) else {
            let found = printed::read(&bytes, outer);
            return Ok(found.unwrap_or_else(|| plain(bytes, name)));
        };
        let text = markup::decoded(&bytes, language);
        match language {
            Language::Html => html::read(&text, outer, self.control),
            Language::Sheets => sheetml::read(&text, outer, self.control),
            Language::Yaml => {
                let found = yaml::read(&text, outer, self.control)?;
                drop(text);
                Ok(found.unwrap_or_else(|| plain(bytes, name)))
            }
            Language::Xml => Err(ContentProblem::Binary(Binary::Xml).into()),
            Language::Json => {
                let found = match json::read(&text, outer, self.control) {
                    Err(Stop::Problem(problem)) => {
                        Some(printed::read(text.as_bytes(), outer).ok_or(problem)?)
                    }
                    found => found?,
                };
                drop(text);
                Ok(found.unwrap_or_else(|| plain(bytes, name)))
            }
        }
    }
}

/// A text whose columns are yet to be found.
fn plain(bytes: Cow<'_, [u8]>, name: Option<String>) -> Vec<Found<'_>> {
    vec![Found { part: Part { name, body: Body::Text(bytes) }, notes: Vec::new() }]
}

/// The name of something inside something that may have a name itself.
fn inside(outer: Option<&str>, inner: Option<&str>) -> Option<String> {
    match (outer, inner) {
        (Some(outer), Some(inner)) => Some(format!("{outer} / {inner}")),
        (one, other) => one.or(other).map(str::to_owned),
    }
}

/// How many libraries are at work whose panics are caught.
static GUARDED: AtomicUsize = AtomicUsize::new(0);

/// Whether a panic may be that of a library at work on a damaged file: it is caught and told as the
/// file's fault, and needs no words of its own. A library's helper threads are not known here, so
/// this holds for every thread meanwhile.
#[must_use]
pub fn is_guarded() -> bool {
    GUARDED.load(Ordering::Relaxed) > 0
}

/// Runs a library on bytes from outside. Some of them panic on damaged files, which must not take
/// more down than that file.
fn guarded<T, E: std::fmt::Display>(work: impl FnOnce() -> Result<T, E>) -> Result<T, ContentProblem> {
    let damaged = |reason: String| ContentProblem::Damaged { reason: super::report::short(&reason) };
    GUARDED.fetch_add(1, Ordering::Relaxed);
    let outcome = catch_unwind(AssertUnwindSafe(work));
    GUARDED.fetch_sub(1, Ordering::Relaxed);
    match outcome {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(error)) => Err(damaged(error.to_string())),
        Err(_) => Err(damaged("the file contradicts itself".to_owned())),
    }
}

#[cfg(test)]
mod tests;

/// Files for tests of what lies in containers.
#[cfg(test)]
pub(in crate::io) mod testing {
    pub(in crate::io) use super::frames::tests::parquet_of;
    pub(in crate::io) use super::tests::xlsx_of;
}
