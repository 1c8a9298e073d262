//! One file on its way through the stages: unpacked, divided, its table found, its content read.
//!
//! Where a file holds several texts, sheets or tables, the one that the user chose is read, else
//! the largest that gives something; the others are named.

use std::path::Path;
use std::sync::Arc;

use super::containers::{self, Body, Part};
use super::control::Control;
use super::dates::Notation;
use super::dialect;
use super::divide::divided;
use super::error::{ContentProblem, ReadError, Stop};
use super::files;
use super::grid::Grid;
use super::listings;
use super::models;
use super::numbers::Mark;
use super::outline::{self, Glimpse};
use super::prices;
use super::raw as written;
use super::region::{Region, region_under, region_unnamed, regions};
use super::report::{Report, short};
use super::sides;
use super::table::Table;
use super::vocabulary;
use crate::model::{
    ColumnRole, Content, Decision, Fingerprint, Kind, Loaded, Message, Outline, Overrides, WarningKind,
};

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
    let found = whole(path, bytes, overrides, &mut report, control).map_err(|stop| stop.at(path))?;
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

/// What a text, sheet or table gave.
struct Found {
    rows: usize,
    content: Content,
    outline: Outline,
}

fn whole(
    path: &Path,
    bytes: &[u8],
    overrides: &Overrides,
    report: &mut Report,
    control: &Control,
) -> Result<Found, Stop> {
    control.check()?;
    check_choices(overrides)?;
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

/// Whether a column of a model table can have the role of that name.
#[must_use]
pub fn is_column_role(code: &str) -> bool {
    ColumnRole::of_code(code).is_some()
}

/// Whether a column of a model table can have the unit of that name.
#[must_use]
pub fn is_column_unit(code: &str) -> bool {
    ColumnRole::ALL.iter().any(|role| models::unit_choices(*role).contains(&code))
}

/// The content that can be decided on where names do not tell it.
const MODELS: &str = "models";

/// Refuses values that no choice has.
fn check_choices(overrides: &Overrides) -> Result<(), ContentProblem> {
    let known = |decision: Decision, given: &str| match decision {
        Decision::Delimiter => dialect::named(given).is_some(),
        Decision::Decimal => Mark::parse(given).is_some(),
        Decision::DateOrder => Notation::parse(given).is_some(),
        Decision::Content => given == MODELS,
        Decision::Blend => models::ratio(given).is_some(),
        _ => true,
    };
    for decision in [Decision::ColumnRole, Decision::ColumnUnit] {
        let is_role = decision == Decision::ColumnRole;
        let fits = |code: &str| if is_role { is_column_role(code) } else { is_column_unit(code) };
        if let Some((_, given)) = overrides.columns(decision).find(|(_, given)| !fits(given)) {
            return Err(ContentProblem::NoSuchValue { choice: decision.key(), given: short(given) });
        }
    }
    match overrides.iter().find(|(decision, given)| !known(*decision, given)) {
        Some((decision, given)) => {
            Err(ContentProblem::NoSuchValue { choice: decision.key(), given: short(given) })
        }
        None => Ok(()),
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
/// the one with most rows is taken.
fn several(
    parts: Vec<Part>,
    stem_of_file: &str,
    overrides: &Overrides,
    report: &mut Report,
    control: &Control,
) -> Result<Found, Stop> {
    let names = containers::names(&parts);
    let are_texts = parts.iter().all(|part| matches!(part.body, Body::Text(_)));
    let mut read: Vec<(String, Found, Report)> = Vec::new();
    let mut failed: Vec<(String, ContentProblem)> = Vec::new();
    for (part, name) in parts.into_iter().zip(&names) {
        let mut own = Report::default();
        let series = if are_texts { stem(name) } else { stem_of_file.to_owned() };
        match read_part(part.body, &series, overrides, &mut own, control) {
            Ok(found) => read.push((name.clone(), found, own)),
            Err(Stop::Cancelled) => return Err(Stop::Cancelled),
            Err(Stop::Problem(problem)) => failed.push((name.clone(), problem)),
        }
    }
    if read.is_empty() {
        let problem = failed.into_iter().next().map_or(ContentProblem::Empty, |(_, problem)| problem);
        return Err(problem.into());
    }
    let are_prices = read.iter().all(|(_, found, _)| found.content.kind() == Kind::Prices);
    let found = if are_texts && are_prices { joined(read, report) } else { largest(read, &names, report) };
    if are_texts {
        for (name, _) in &failed {
            let message = Message::new("io-member-unreadable").with("name", short(name));
            report.warn(None, WarningKind::Skipped, message);
        }
    }
    found.ok_or_else(|| ContentProblem::Empty.into())
}

/// The prices of every member as one content. What was decided is that of the first.
fn joined(read: Vec<(String, Found, Report)>, report: &mut Report) -> Option<Found> {
    let count = read.len();
    let mut all: Option<Found> = None;
    for (name, found, own) in read {
        match &mut all {
            None => {
                report.take(own);
                all = Some(found);
            }
            Some(all) => {
                let warned = own.lines().count();
                if warned > 0 {
                    let message =
                        Message::new("io-member-warnings").with("name", short(&name)).with("count", warned);
                    report.warn(None, WarningKind::Skipped, message);
                }
                all.rows += found.rows;
                if let (Content::Prices(series), Content::Prices(more)) = (&mut all.content, found.content) {
                    series.extend(more);
                }
            }
        }
    }
    report.assume("members", count.to_string(), Message::new("io-evidence-members"), true);
    all
}

/// The part with most rows; the others are named as a choice.
fn largest(read: Vec<(String, Found, Report)>, names: &[String], report: &mut Report) -> Option<Found> {
    let count = read.len();
    // Of equals the first.
    let (name, found, own) = read.into_iter().rev().max_by_key(|(_, found, _)| found.rows)?;
    report.take(own);
    let evidence = Message::new("io-evidence-largest").with("count", count);
    report.assume("sheet", name, evidence, count < 2);
    report.offer(names.iter().cloned());
    Some(found)
}

fn read_part(
    body: Body,
    stem: &str,
    overrides: &Overrides,
    report: &mut Report,
    control: &Control,
) -> Result<Found, Stop> {
    let (grid, has_semicolons) = divided(body, overrides, report, control)?;
    control.check()?;
    let grid = Source { grid: &grid, has_semicolons, stem };
    if let Some(region) = chosen_region(grid.grid, overrides)? {
        return grid.region(&region, overrides, report, control);
    }
    let mut found = regions(grid.grid);
    let count = found.len();
    if let Some(number) = overrides.get(Decision::Sheet).and_then(table_number).filter(|_| count > 1) {
        let region =
            number.checked_sub(1).and_then(|at| found.get(at)).ok_or(ContentProblem::NoSuchPart {
                choice: number.to_string(),
                names: table_names(count).join(", "),
            })?;
        tell_tables(grid.grid, &found, number - 1, report);
        return grid.region(region, overrides, report, control);
    }
    // The largest first; of equals the first.
    let order = |region: &Region| std::cmp::Reverse(region.body.len());
    let all = found.clone();
    found.sort_by_key(order);
    let mut first_problem = None;
    for region in &found {
        let mut own = report.clone();
        match grid.region(region, overrides, &mut own, control) {
            Ok(read) => {
                *report = own;
                if count > 1 {
                    let at = all.iter().position(|known| known == region).unwrap_or(0);
                    tell_tables(grid.grid, &all, at, report);
                }
                return Ok(read);
            }
            Err(Stop::Cancelled) => return Err(Stop::Cancelled),
            Err(problem) => first_problem = first_problem.or(Some(problem)),
        }
    }
    Err(first_problem.unwrap_or(ContentProblem::NoColumns.into()))
}

fn table_names(count: usize) -> Vec<String> {
    (1..=count).map(|number| format!("table {number}")).collect()
}

/// The number in "table 2" or "2".
fn table_number(name: &str) -> Option<usize> {
    let name = name.trim().to_lowercase();
    name.strip_prefix("table").unwrap_or(&name).trim().parse().ok()
}

/// Says which of several tables is read, and where the others begin.
fn tell_tables(grid: &Grid, all: &[Region], at: usize, report: &mut Report) {
    let line = |region: &Region| grid.row(region.header.start).line;
    let begins = all.get(at).map_or(1, line);
    let evidence =
        Message::new("io-evidence-tables").with("count", all.len()).with("line", begins.to_string());
    report.assume("sheet", format!("table {}", at + 1), evidence, false);
    report.offer(table_names(all.len()));
    for (number, region) in all.iter().enumerate().filter(|(number, _)| *number != at) {
        let message = Message::new("io-other-table")
            .with("number", (number + 1).to_string())
            .with("rows", region.body.len());
        report.warn(Some(line(region)), WarningKind::Skipped, message);
    }
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
    stem: &'a str,
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
        tell_source(&table, report);
        let rows = table.len() + table.ragged;
        let kind = if is_chosen { Some(Kind::Models) } else { table.kind() };
        if is_chosen {
            report.assume("content", MODELS, Message::new("io-evidence-chosen"), true);
        }
        if let Some(Kind::Prices | Kind::Unreadable) | None = kind
            && let Some(grid) = prices::straightened(&table, self.stem, report)?
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
            Some(Kind::Events) => Content::Events(sides::events(&table, report)?),
            Some(Kind::Shares) => Content::Shares(sides::shares(&table, report)),
            Some(Kind::Reported) => Content::Reported(sides::reported(&table, report)),
            Some(Kind::Series) => Content::Series(sides::series(&table, report)),
            Some(Kind::Values) => Content::Values(sides::training_costs(&table, report)),
            Some(Kind::MarketValues) => {
                Content::MarketValues(Arc::new(listings::listings(&table, self.stem, report)))
            }
            Some(Kind::Prices | Kind::Unreadable) | None => {
                return self.prices(region, &table, overrides, report, control);
            }
        };
        refuse_empty(&content, &table)?;
        let date = table.date_column().map(|date| date.column);
        let outline = outline::outline(self.grid, region, &table, (date, None), &[], report);
        Ok(Found { rows, content, outline })
    }

    fn prices(
        &self,
        region: &Region,
        table: &Table,
        overrides: &Overrides,
        report: &mut Report,
        control: &Control,
    ) -> Result<Found, Stop> {
        let read = prices::read(table, self.stem, overrides, report, control)?;
        let content = Content::Prices(read.series);
        refuse_empty(&content, table)?;
        let glimpses: &[Glimpse] = &read.glimpses;
        let outline = outline::outline(self.grid, region, table, (read.date, read.close), glimpses, report);
        Ok(Found { rows: table.len() + table.ragged, content, outline })
    }
}

/// Says which vendor writes such names and in which language they are.
fn tell_source(table: &Table, report: &mut Report) {
    let Some(line) = table.header_line else { return };
    let names: Vec<&str> = table.names.iter().map(String::as_str).collect();
    let evidence = || {
        let first = names.iter().copied().find(|name| !name.is_empty()).unwrap_or_default();
        Message::new("io-evidence-header").with("line", line.to_string()).with("cell", short(first))
    };
    if let Some(vendor) = vocabulary::vendor(&names) {
        report.assume("vendor", vendor, evidence(), true);
    }
    if let Some(language) = vocabulary::language(&names).filter(|language| *language != "en") {
        report.assume("language", language, evidence(), true);
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
