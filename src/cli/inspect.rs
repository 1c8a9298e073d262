//! `richter inspect`: what each file was taken to be, in words or as JSON.
//!
//! The JSON is a contract with other programs: its keys change only by addition.

use std::fmt::Write as _;
use std::path::Path;

use serde::{Serialize, Serializer};

use crate::app::jobs::Progress;
use crate::app::{open, speech, strip};
use crate::io::ReadError;
use crate::model::{
    Assumption, Bars, ColumnRole, Content, Kind, Loaded, Overrides, Role, SeriesInfo, Source, SourceId,
    Stamp, Unit, Warning, WarningKind,
};
use crate::text::{Arg, Words};

use super::Ending;
use super::arguments::InspectTask;
use super::printer::{self, Printer};

/// What is said of one file.
#[derive(Serialize)]
struct Report {
    file: String,
    kind: Kind,
    rows: usize,
    /// What the flags decided, by the key of the assumption.
    overrides: Overrides,
    /// How it was read, in one line; the other program has the assumptions.
    #[serde(skip)]
    line: String,
    assumptions: Assumptions,
    #[serde(skip_serializing_if = "Option::is_none")]
    series: Option<Vec<SeriesLine>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    columns: Option<Vec<ColumnLine>>,
    warnings: Vec<WarningLine>,
}

/// Assumptions by their keys, in the order they were made.
struct Assumptions(Vec<(String, AssumptionLine)>);

impl Serialize for Assumptions {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, line)| (key, line)))
    }
}

#[derive(Serialize)]
struct AssumptionLine {
    value: String,
    evidence: String,
    certain: bool,
    /// What can be chosen instead, this one among it.
    choices: Vec<String>,
    /// All of it as a sentence; the other program has the codes.
    #[serde(skip)]
    words: String,
    /// Whether it only says again what the list of columns says.
    #[serde(skip)]
    is_listed: bool,
}

#[derive(Serialize)]
struct SeriesLine {
    name: String,
    rows: usize,
    first: Option<String>,
    last: Option<String>,
    last_close: Option<f64>,
    role: Role,
    currency: Option<String>,
}

#[derive(Serialize)]
struct ColumnLine {
    name: String,
    role: ColumnRole,
    unit: Unit,
}

#[derive(Serialize)]
struct WarningLine {
    line: Option<u64>,
    kind: WarningKind,
    text: String,
    /// Of how many lines it is said, and the first of them.
    count: u64,
    lines: Vec<u64>,
    /// The whole sentence; the other program has the line.
    #[serde(skip)]
    words: String,
}

/// Looks at each file by itself.
pub(super) fn run(task: &InspectTask, printer: &mut Printer<'_>) -> Ending {
    let progress = Progress::unwatched();
    let words = printer.words();
    let mut series = Vec::new();
    let mut reports = Vec::with_capacity(task.files.len());
    for path in &task.files {
        reports.push(match open::read_one(path, &task.overrides, &progress) {
            Ok(loaded) => {
                series.extend(super::series_of(&loaded).map(str::to_owned));
                report(path, &loaded, words)
            }
            Err(error) => unreadable(path, &error, &task.overrides, words),
        });
    }
    if let Err(message) = super::check_series(&task.overrides, &series) {
        printer.fail(&message);
    }
    if task.json {
        match serde_json::to_string_pretty(&reports) {
            Ok(json) => printer.print(&(json + "\n")),
            Err(error) => {
                printer::complain(&error.to_string());
                return Ending::Failed;
            }
        }
    } else {
        let told: Vec<String> = reports.iter().map(|report| sentences(report, words)).collect();
        printer.print(&told.join("\n"));
    }
    let unreadable = reports.iter().filter(|report| report.kind == Kind::Unreadable);
    let failures: Vec<&str> =
        unreadable.flat_map(|report| &report.warnings).map(|warning| warning.text.as_str()).collect();
    if reports.len() > 1 {
        // Among many reports a failure is easily passed over.
        for failure in &failures {
            printer::complain(failure);
        }
    }
    if failures.is_empty() { Ending::Done } else { Ending::Failed }
}

fn report(path: &Path, loaded: &Loaded, words: &Words) -> Report {
    let series = match &loaded.content {
        Content::Prices(series) => Some(series.iter().map(|(info, bars)| series_line(info, bars)).collect()),
        _ => None,
    };
    let columns = match &loaded.content {
        Content::Models(table) => {
            let columns = table.header.iter();
            Some(
                columns
                    .map(|column| ColumnLine {
                        name: column.name.clone(),
                        role: column.role,
                        unit: column.unit,
                    })
                    .collect(),
            )
        }
        _ => None,
    };
    Report {
        file: path.display().to_string(),
        kind: loaded.content.kind(),
        rows: loaded.rows,
        overrides: loaded.overrides.clone(),
        line: strip::line(words, &Source::new(SourceId::default(), loaded)),
        assumptions: assumptions(&loaded.assumptions, words),
        series,
        columns,
        warnings: loaded.warnings.iter().map(|warning| warning_line(warning, words)).collect(),
    }
}

fn series_line(info: &SeriesInfo, bars: &Bars) -> SeriesLine {
    let columns = bars.columns();
    SeriesLine {
        name: info.series.clone(),
        rows: bars.len(),
        first: dated(columns.stamps.first()),
        last: dated(columns.stamps.last()),
        last_close: columns.given().iter().rev().copied().find(|close| close.is_finite()),
        role: info.role,
        currency: info.currency.clone(),
    }
}

/// A point in time as text; a counted row is none.
fn dated(stamp: Option<&Stamp>) -> Option<String> {
    stamp.filter(|stamp| !matches!(stamp, Stamp::Row(_))).map(ToString::to_string)
}

fn assumptions(made: &[Assumption], words: &Words) -> Assumptions {
    let line = |assumption: &Assumption| AssumptionLine {
        value: assumption.value.clone(),
        evidence: speech::say(words, &assumption.evidence),
        certain: assumption.certain,
        choices: assumption.choices.clone(),
        words: speech::assumption_line(words, assumption),
        is_listed: matches!(assumption.key, "column_role" | "column_unit") && assumption.certain,
    };
    // Of a decision about each column the key has the column behind it.
    let key = |assumption: &Assumption| match &assumption.column {
        Some(column) => format!("{}: {column}", assumption.key),
        None => assumption.key.to_owned(),
    };
    Assumptions(made.iter().map(|assumption| (key(assumption), line(assumption))).collect())
}

fn warning_line(warning: &Warning, words: &Words) -> WarningLine {
    WarningLine {
        line: warning.line,
        kind: warning.kind,
        text: speech::warning_text(words, warning),
        count: warning.count(),
        lines: warning.lines(),
        words: speech::warning_line(words, warning),
    }
}

fn unreadable(path: &Path, error: &ReadError, overrides: &Overrides, words: &Words) -> Report {
    let warning = Warning::new(None, WarningKind::Unreadable, error.message());
    Report {
        file: path.display().to_string(),
        kind: Kind::Unreadable,
        rows: 0,
        overrides: overrides.clone(),
        line: String::new(),
        assumptions: Assumptions(Vec::new()),
        series: None,
        columns: None,
        warnings: vec![warning_line(&warning, words)],
    }
}

/// The report for people: a line for the file, then indented what it holds, how it was read in one
/// line and decision by decision, and what to know.
fn sentences(report: &Report, words: &Words) -> String {
    let rows = u64::try_from(report.rows).unwrap_or(u64::MAX);
    let kind = words.text(kind_name(report.kind));
    let facts = [("kind", Arg::Text(&kind)), ("rows", Arg::Count(rows)), ("file", Arg::Text(&report.file))];
    let key = if report.kind == Kind::Unreadable { "cli-report-unreadable" } else { "cli-report-file" };
    let mut text = words.say(key, &facts) + "\n";
    for series in report.series.iter().flatten() {
        let line = series_words(series, words);
        // Writing to a string cannot fail.
        let _ = writeln!(text, "  {line}");
    }
    for column in report.columns.iter().flatten() {
        let role = plain(&column.role);
        let _ = match column.unit {
            Unit::None => writeln!(text, "  {}: {role}", column.name),
            unit => writeln!(text, "  {}: {role}, {}", column.name, plain(&unit)),
        };
    }
    if !report.line.is_empty() {
        let _ = writeln!(text, "  {}", report.line);
    }
    for (_, assumption) in report.assumptions.0.iter().filter(|(_, line)| !line.is_listed) {
        let _ = writeln!(text, "  {}", assumption.words);
    }
    for warning in &report.warnings {
        let _ = writeln!(text, "  ! {}", warning.words);
    }
    text
}

fn series_words(series: &SeriesLine, words: &Words) -> String {
    let close =
        series.last_close.map_or_else(|| words.text("cli-report-no-close"), |close| words.price(close));
    let facts = [
        ("name", Arg::Text(series.name.as_str())),
        ("rows", Arg::Count(u64::try_from(series.rows).unwrap_or(u64::MAX))),
        ("first", Arg::Text(series.first.as_deref().unwrap_or_default())),
        ("last", Arg::Text(series.last.as_deref().unwrap_or_default())),
        ("close", Arg::Text(&close)),
    ];
    let key = if series.first.is_some() { "cli-report-series" } else { "cli-report-undated" };
    words.say(key, &facts)
}

/// Key of what a kind is called.
pub(super) fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Prices => "cli-kind-prices",
        Kind::Models => "cli-kind-models",
        Kind::Events => "cli-kind-events",
        Kind::Shares => "cli-kind-shares",
        Kind::Reported => "cli-kind-reported",
        Kind::Series => "cli-kind-series",
        Kind::Values => "cli-kind-values",
        Kind::MarketValues => "cli-kind-market-values",
        Kind::Unreadable => "cli-kind-unreadable",
    }
}

/// The name that the JSON has for a role or a unit.
fn plain(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        Ok(_) | Err(_) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Columns;

    #[test]
    fn a_counted_row_is_no_date() {
        let days = [jiff::civil::date(2025, 1, 24), jiff::civil::date(2025, 1, 27)].map(Stamp::Day);
        let cases =
            [([Stamp::Row(1), Stamp::Row(2)], None, None), (days, Some("2025-01-24"), Some("2025-01-27"))];
        for (stamps, first, last) in cases {
            let columns = Columns { stamps: stamps.to_vec(), close: vec![1.0, 2.0], ..Columns::default() };
            let line = series_line(&SeriesInfo::default(), &Bars::new(columns).unwrap());
            assert_eq!((line.first.as_deref(), line.last.as_deref()), (first, last));
        }
    }
}
