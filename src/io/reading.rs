//! One file on its way through the stages: unpacked, divided, its table found, its content read.
//!
//! Where a file holds several texts, sheets or tables, the one that the user chose is read, else
//! the largest that gives something; the others are named.

mod tables;

use std::path::Path;
use std::sync::Arc;

use super::candidates::{self, Candidate, Found};
use super::choices::{self, MODELS};
use super::containers::{self, Body, Part};
use super::control::Control;
use super::divide::divided;
use super::error::{ContentProblem, ReadError, Stop};
use super::files;
use super::grid::Grid;
use super::listings;
use super::models;
use super::outline::{self, Glimpse};
use super::prices::{self, Beside, Naming};
use super::raw as written;
use super::region::{Region, region_under, region_unnamed, regions};
use super::report::{Report, short};
use super::sides;
use super::source;
use super::table::Table;
use crate::model::{Content, Decision, Fingerprint, Kind, Loaded, Message, Overrides, WarningKind};
use tables::{table_names, table_number, tell_others, tell_table};

/// Reads and takes apart one file; what `overrides` decides is not decided by the file.
///
/// # Errors
/// [`ReadError`]: the bytes cannot be had, hold nothing usable, or the caller cancelled.
pub fn read_file(path: &Path, overrides: &Overrides, control: &Control) -> Result<Loaded, ReadError> {
    let bytes = files::read(path, control)?;
    read_bytes(path, &bytes, overrides, control)
}

/// Takes a file's bytes apart; `path` names the file and, where nothing else does, its series.
///
/// # Errors
/// [`ReadError::Content`] when the bytes hold nothing usable, [`ReadError::Cancelled`].
pub fn read_bytes(
    path: &Path,
    bytes: &[u8],
    overrides: &Overrides,
    control: &Control,
) -> Result<Loaded, ReadError> {
    let mut report = Report::default();
    let found = whole(path, bytes, overrides, &mut report, control)
        .map_err(|stop| explained(stop, &report).at(path))?;
    let (assumptions, warnings) = report.finish();
    Ok(Loaded {
        path: path.to_owned(),
        sample: false,
        fingerprint: fingerprint(bytes),
        rows: found.rows,
        assumptions,
        warnings,
        content: found.content,
        overrides: overrides.clone(),
        outline: Arc::new(found.outline),
    })
}

/// A workbook that gives nothing because its formulas have no results says so.
fn explained(stop: Stop, report: &Report) -> Stop {
    match stop {
        Stop::Problem(_) if report.warns(containers::NEVER_CALCULATED) => {
            ContentProblem::NeverCalculated.into()
        }
        stop => stop,
    }
}

/// What tells these bytes from any others.
#[must_use]
pub fn fingerprint(bytes: &[u8]) -> Fingerprint {
    Fingerprint { bytes: bytes.len() as u64, blake3: blake3::hash(bytes).to_hex().to_string() }
}

/// The table of a file as it stands, in the form of RFC 4180; no bytes for an empty file.
///
/// # Errors
/// As [`read_file`]; a file that holds no rows of cells is [`ReadError::Content`].
pub fn raw(path: &Path, overrides: &Overrides, control: &Control) -> Result<Vec<u8>, ReadError> {
    let bytes = files::read(path, control)?;
    if bytes.is_empty() {
        return Ok(Vec::new());
    }
    let mut report = Report::default();
    let written = || {
        let parts = unpacked(&bytes, overrides, &mut report, control)?;
        let Some(part) = parts.into_iter().next() else { return Err(ContentProblem::Empty.into()) };
        let (grid, _) = match divided(part.body, overrides, &mut report, control) {
            Err(Stop::Problem(ContentProblem::Empty)) => return Ok(Vec::new()),
            divided => divided?,
        };
        let region = chosen_region(&grid, overrides)?;
        written::write(&grid, region)
            .map_err(|error| Stop::Problem(ContentProblem::Arrange { reason: error.to_string() }))
    };
    let mut written = written;
    written().map_err(|stop: Stop| stop.at(path))
}

fn whole(
    path: &Path,
    bytes: &[u8],
    overrides: &Overrides,
    report: &mut Report,
    control: &Control,
) -> Result<Found, Stop> {
    control.check()?;
    choices::check(overrides)?;
    let parts = unpacked(bytes, overrides, report, control)?;
    let file_stem = stem(&path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default());
    let mut parts = parts.into_iter();
    match (parts.next(), parts.next()) {
        (None, _) => Err(ContentProblem::Empty.into()),
        (Some(only), None) => {
            let inner = only.name.as_deref().filter(|_| matches!(only.body, Body::Text(_))).map(stem);
            read_part(only.body, &inner.unwrap_or(file_stem), overrides, report, control)
        }
        (Some(first), Some(second)) => {
            let all: Vec<Part> = [first, second].into_iter().chain(parts).collect();
            several(all, &file_stem, overrides, report, control)
        }
    }
}

/// The parts of a file. A choice that is no part of it may be a table within the only one.
fn unpacked<'a>(
    bytes: &'a [u8],
    overrides: &Overrides,
    report: &mut Report,
    control: &Control,
) -> Result<Vec<Part<'a>>, Stop> {
    match containers::unpack(bytes, overrides, report, control) {
        Err(Stop::Problem(ContentProblem::NoSuchPart { .. }))
            if overrides.get(Decision::Sheet).is_some_and(|name| table_number(name).is_some()) =>
        {
            let mut others = overrides.clone();
            others.set(Decision::Sheet, None);
            containers::unpack(bytes, &others, report, control)
        }
        parts => parts,
    }
}

/// A name without the endings that tell a format.
fn stem(name: &str) -> String {
    const ENDINGS: [&str; 21] = [
        "csv", "tsv", "txt", "tab", "dat", "prn", "gz", "zst", "zip", "xlsx", "xls", "xlsm", "xlsb", "ods",
        "parquet", "json", "html", "htm", "feather", "yml", "yaml",
    ];
    let mut bare = name.rsplit(['/', '\\']).next().unwrap_or(name);
    while let Some((before, ending)) = bare.rsplit_once('.') {
        let ending = ending.to_lowercase();
        let is_known = ENDINGS.contains(&ending.as_str())
            || ["arrow", "ipc", "jsonl", "ndjson"].contains(&ending.as_str());
        if !is_known || before.is_empty() {
            break;
        }
        bare = before;
    }
    bare.to_owned()
}

/// Reads every part: texts of an archive are joined where they are all prices, of sheets and tables
/// those that hold prices are taken first.
fn several(
    parts: Vec<Part>,
    stem_of_file: &str,
    overrides: &Overrides,
    report: &mut Report,
    control: &Control,
) -> Result<Found, Stop> {
    let names = containers::names(&parts);
    let are_texts = parts.iter().all(|part| matches!(part.body, Body::Text(_)));
    let mut read: Vec<Candidate> = Vec::new();
    let mut grids: Vec<(Grid, bool)> = Vec::new();
    let mut failed: Vec<(String, ContentProblem)> = Vec::new();
    for (part, name) in parts.into_iter().zip(&names) {
        let mut own = Report::default();
        let series = if are_texts { stem(name) } else { stem_of_file.to_owned() };
        let named = part.name.as_deref().and_then(|name| candidates::own_name(&stem(name)));
        let found = divided(part.body, overrides, &mut own, control).and_then(|(grid, has_semicolons)| {
            let source = Source { grid: &grid, has_semicolons, naming: Naming::File(&series) };
            let found = read_grid(&source, overrides, &mut own, control)?;
            if !are_texts {
                grids.push((grid, has_semicolons));
            }
            Ok(found)
        });
        match found {
            Ok(found) => read.push(Candidate { name: name.clone(), own: named, found, report: own }),
            Err(Stop::Cancelled) => return Err(Stop::Cancelled),
            Err(Stop::Problem(problem)) => failed.push((name.clone(), problem)),
        }
    }
    if read.is_empty() {
        let problem = failed.into_iter().next().map_or(ContentProblem::Empty, |(_, problem)| problem);
        return Err(problem.into());
    }
    let are_prices = read.iter().all(|it| it.found.content.kind() == Kind::Prices);
    if !are_texts {
        let again = |at: usize, name: &str, report: &mut Report| {
            let (grid, has_semicolons) = grids.get(at).ok_or(ContentProblem::Empty)?;
            let source = Source { grid, has_semicolons: *has_semicolons, naming: Naming::Given(name) };
            read_grid(&source, overrides, report, control)
        };
        let best = candidates::best(&read, |_, _| false).ok_or(ContentProblem::Empty)?;
        return match candidates::taken(read, best, &again, (&names, false), report) {
            Ok((found, _)) => Ok(found),
            Err(all) => candidates::chosen(all, best, &names, report),
        };
    }
    let found = if are_prices {
        candidates::joined(read, report).ok_or(ContentProblem::Empty.into())
    } else {
        let best = candidates::best(&read, |_, _| false).ok_or(ContentProblem::Empty)?;
        candidates::chosen(read, best, &names, report)
    };
    for (name, _) in &failed {
        let message = Message::new("io-member-unreadable").with("name", short(name));
        report.warn(None, WarningKind::Skipped, message);
    }
    found
}

fn read_part(
    body: Body,
    stem: &str,
    overrides: &Overrides,
    report: &mut Report,
    control: &Control,
) -> Result<Found, Stop> {
    let (grid, has_semicolons) = divided(body, overrides, report, control)?;
    read_grid(&Source { grid: &grid, has_semicolons, naming: Naming::File(stem) }, overrides, report, control)
}

/// Reads the table of a grid; of several those that are chosen by what they hold.
fn read_grid(
    source: &Source,
    overrides: &Overrides,
    report: &mut Report,
    control: &Control,
) -> Result<Found, Stop> {
    control.check()?;
    let grid = source.grid;
    if let Some(region) = chosen_region(grid, overrides)? {
        return source.region(&region, overrides, report, control);
    }
    let all = regions(grid);
    if let [only] = all.as_slice() {
        return source.region(only, overrides, report, control);
    }
    let names = table_names(all.len());
    if let Some(number) = overrides.get(Decision::Sheet).and_then(table_number).filter(|_| all.len() > 1) {
        let Some((at, region)) = number.checked_sub(1).and_then(|at| Some((at, all.get(at)?))) else {
            let choice = number.to_string();
            return Err(ContentProblem::NoSuchPart { choice, names: names.join(", ") }.into());
        };
        tell_table(grid, &all, at, report);
        tell_others(grid, &all, &[at], report);
        return source.region(region, overrides, report, control);
    }
    let mut read: Vec<Candidate> = Vec::new();
    let mut places: Vec<usize> = Vec::new();
    // The problem of the largest table, of equals of the first.
    let mut problem: Option<(usize, Stop)> = None;
    for ((at, region), name) in all.iter().enumerate().zip(&names) {
        let mut own = Report::default();
        match source.region(region, overrides, &mut own, control) {
            Ok(found) => {
                read.push(Candidate { name: name.clone(), own: caption(grid, region), found, report: own });
                places.push(at);
            }
            Err(Stop::Cancelled) => return Err(Stop::Cancelled),
            Err(stop) if problem.as_ref().is_none_or(|(rows, _)| region.body.len() > *rows) => {
                problem = Some((region.body.len(), stop));
            }
            Err(_) => {}
        }
    }
    let region = |at: usize| places.get(at).and_then(|place| all.get(*place));
    let are_parts = |one: usize, two: usize| match (region(one), region(two)) {
        (Some(one), Some(two)) => !one.header.is_empty() && one.header == two.header,
        _ => false,
    };
    let Some(best) = candidates::best(&read, are_parts) else {
        return Err(problem.map_or(ContentProblem::NoColumns.into(), |(_, stop)| stop));
    };
    let again = |at: usize, name: &str, report: &mut Report| {
        let region = region(at).ok_or(ContentProblem::Empty)?;
        Source { naming: Naming::Given(name), ..*source }.region(region, overrides, report, control)
    };
    let (found, read) = match candidates::taken(read, best, &again, (&names, true), report) {
        Ok((found, group)) => (found, group.iter().filter_map(|at| places.get(*at).copied()).collect()),
        Err(mut tables) => {
            let table = tables.swap_remove(best);
            report.take(table.report);
            let at = places.get(best).copied().unwrap_or(0);
            tell_table(grid, &all, at, report);
            (table.found, vec![at])
        }
    };
    tell_others(grid, &all, &read, report);
    Ok(found)
}

/// The caption that a table stands under, where it can be the name of its series: among the rows
/// above it, or above its names.
fn caption(grid: &Grid, region: &Region) -> Option<String> {
    let above = |rows: std::ops::Range<usize>| {
        let rows = rows.rev().map(|at| grid.row(at)).filter(|row| row.filled() > 0);
        let mut captions = rows.take_while(|row| row.filled() == 1);
        captions.find_map(|row| candidates::own_name(row.first_filled()))
    };
    let inner = above(region.header.end..region.body.start);
    inner.or_else(|| above(region.block.start..region.header.start))
}

/// The region under the header line that the user chose.
fn chosen_region(grid: &Grid, overrides: &Overrides) -> Result<Option<Region>, ContentProblem> {
    let Some(wanted) = overrides.get(Decision::HeaderLine) else { return Ok(None) };
    let found = if wanted.trim().eq_ignore_ascii_case("none") {
        Some(region_unnamed(grid))
    } else {
        wanted.trim().parse().ok().and_then(|line| region_under(grid, line))
    };
    found.map(Some).ok_or_else(|| ContentProblem::NoSuchLine { line: short(wanted) })
}

/// A grid with what is known of where it comes from.
struct Source<'a> {
    grid: &'a Grid,
    has_semicolons: bool,
    naming: Naming<'a>,
}

impl Source<'_> {
    fn region(
        &self,
        region: &Region,
        overrides: &Overrides,
        report: &mut Report,
        control: &Control,
    ) -> Result<Found, Stop> {
        let is_chosen = overrides.get(Decision::Content).is_some();
        let table = Table::of(self.grid, region, self.has_semicolons, is_chosen, report);
        if table.len() == 0 && table.ragged == 0 {
            let line = table.header_line.unwrap_or(1);
            return Err(ContentProblem::HeaderOnly { line }.into());
        }
        source::tell(&table, self.grid, region, self.naming.text(), report);
        let rows = table.len() + table.ragged;
        let kind = if is_chosen { Some(Kind::Models) } else { table.kind() };
        if is_chosen {
            report.assume("content", MODELS, Message::new("io-evidence-chosen"), true);
        }
        if let Some(Kind::Prices | Kind::Unreadable) | None = kind
            && let Some(grid) = prices::straightened(&table, self.naming.text(), report)?
        {
            let straight = Source { grid: &grid, ..*self };
            let region = region_under(&grid, grid.row(0).line).ok_or(ContentProblem::NoColumns)?;
            let mut aside = Report::default();
            let table = Table::of(&grid, &region, self.has_semicolons, false, &mut aside);
            let found = straight.prices(&region, &table, overrides, report, control)?;
            return Ok(Found { rows, ..found });
        }
        let content = match kind {
            Some(Kind::Models) => {
                Content::Models(Arc::new(models::read(&table, overrides, report, control)?))
            }
            Some(Kind::Events) => Content::Events(sides::events(&table, overrides, report)?),
            Some(Kind::Shares) => Content::Shares(sides::shares(&table, report)),
            Some(Kind::Reported) => Content::Reported(sides::reported(&table, report)),
            Some(Kind::Series) => Content::Series(sides::series(&table, report)),
            Some(Kind::Values) => Content::Values(sides::training_costs(&table, report)),
            Some(Kind::MarketValues) => {
                Content::MarketValues(Arc::new(listings::listings(&table, self.naming.text(), report)))
            }
            Some(Kind::Prices | Kind::Unreadable) | None => {
                let parts = prices::beside(&table);
                if !parts.is_empty() {
                    return self.beside(region, &table, &parts, overrides, report, control);
                }
                return self.prices(region, &table, overrides, report, control);
            }
        };
        refuse_empty(&content, &table)?;
        let date = table.date_column().map(|date| date.column);
        let outline = outline::outline(self.grid, region, &table, (date, None), &[], report);
        Ok(Found { rows, content, outline })
    }

    /// Reads tables that stand beside each other, each by itself. What is decided is told once, as far
    /// as all decide alike.
    fn beside(
        &self,
        region: &Region,
        table: &Table,
        parts: &[Beside],
        overrides: &Overrides,
        report: &mut Report,
        control: &Control,
    ) -> Result<Found, Stop> {
        let line = table.header_line.unwrap_or(1);
        let evidence =
            Message::new("io-evidence-beside").with("line", line.to_string()).with("count", parts.len());
        report.assume("shape", "beside", evidence, true);
        let mut overrides = overrides.clone();
        for decision in [Decision::CloseColumn, Decision::Name] {
            overrides.set(decision, None);
        }
        let (mut all, mut seen) = (Vec::new(), None);
        let unnamed = parts.iter().filter(|part| part.name.is_none()).count();
        for (number, part) in (1..).zip(parts) {
            let numbered = || format!("{} {number}", self.naming.name(table));
            let given = part.name.clone().or_else(|| (unnamed > 1).then(numbered));
            let naming = given.as_deref().map_or(self.naming, Naming::Given);
            let region = region_under(&part.grid, line).ok_or(ContentProblem::NoColumns)?;
            let own = Table::of(&part.grid, &region, self.has_semicolons, false, &mut Report::default());
            let mut told = Report::default();
            let read = prices::read(&own, naming, &overrides, &mut told, control)?;
            report.join(told, &["date_order", "decimal", "thousands", "zone", "order"]);
            all.extend(read.series);
            seen.get_or_insert(read.glimpses);
        }
        let content = Content::Prices(all);
        refuse_empty(&content, table)?;
        let date = table.date_column().map(|date| date.column);
        let close = date.map(|date| date + 1);
        let glimpses = seen.unwrap_or_default();
        let outline = outline::outline(self.grid, region, table, (date, close), &glimpses, report);
        Ok(Found { rows: table.len() + table.ragged, content, outline })
    }

    fn prices(
        &self,
        region: &Region,
        table: &Table,
        overrides: &Overrides,
        report: &mut Report,
        control: &Control,
    ) -> Result<Found, Stop> {
        let read = prices::read(table, self.naming, overrides, report, control)?;
        let content = Content::Prices(read.series);
        refuse_empty(&content, table)?;
        let glimpses: &[Glimpse] = &read.glimpses;
        let outline = outline::outline(self.grid, region, table, (read.date, read.close), glimpses, report);
        Ok(Found { rows: table.len() + table.ragged, content, outline })
    }
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
        Content::MarketValues(values) => values.rows.is_empty(),
    };
    if !is_empty {
        return Ok(());
    }
    let first = table.records().next().map(|record| (record.line, short(record.cell(0))));
    let rows = table.len() + table.ragged;
    let earliest = first.into_iter().chain(table.first_ragged.clone()).min();
    let (line, cell) = earliest.unwrap_or_default();
    Err(Stop::Problem(ContentProblem::MostlyBroken { bad: rows, rows, line, cell }))
}
