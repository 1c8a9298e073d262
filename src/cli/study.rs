//! `richter study`: what of a move was abnormal and how rare that is, in words, as JSON or CSV.

use std::path::Path;

use jiff::civil::Date;

use crate::app::jobs::Progress;
use crate::app::open::{self, Decided};
use crate::app::report::StudyReport;
use crate::chart::columns::{StudyColumn, cells};
use crate::chart::looks::label_of;
use crate::chart::value_notes::difference_notes;
use crate::chart::verdict::no_session_text;
use crate::chart::{Scene, Theme, ThemeName, View};
use crate::io;
use crate::model::{Content, Data, Document, Kind, Message, Overrides, Series};
use crate::study::Across;
use crate::study::audit::{Rule, others};
use crate::study::exchange::exchange_of;
use crate::text::{Arg, Words};

use super::Ending;
use super::arguments::{StudyForm, StudyTask};
use super::printer::Printer;

/// Columns of the table for people, where the window is the event's session alone.
const COLUMNS: [StudyColumn; 8] = [
    StudyColumn::Name,
    StudyColumn::Move,
    StudyColumn::Beta,
    StudyColumn::Ar,
    StudyColumn::Car,
    StudyColumn::PRank,
    StudyColumn::P,
    StudyColumn::ValueLost,
];

/// Reads the files or the sample, studies and prints.
pub(super) fn run(task: &StudyTask, printer: &mut Printer<'_>) -> Ending {
    match study(task, printer) {
        Ok(()) => Ending::Done,
        Err(message) => {
            printer.tell(&message);
            Ending::Failed
        }
    }
}

fn study(task: &StudyTask, printer: &mut Printer<'_>) -> Result<(), Message> {
    let data = read(task, printer)?;
    if data.series.is_empty() {
        return Err(Message::new("cli-study-no-prices"));
    }
    let members = task.members.as_deref().map(read_members).transpose()?;
    let (document, analysis) = task.order.decide(&data)?;
    if document.event.is_none() {
        return Err(Message::new("cli-study-no-event"));
    }
    super::tell_events(&task.order, &data, printer);
    let words = printer.words();
    let theme = Theme::built_in(ThemeName::Light);
    let scene = Scene { document: &document, data: &data, analysis: &analysis, theme: &theme, words };
    let report = StudyReport::of(&scene, members.as_deref());
    match task.form {
        StudyForm::Json => {
            let json = report
                .json()
                .map_err(|error| Message::new("cli-output").with("reason", error.to_string()))?;
            printer.print(&json);
        }
        StudyForm::Csv => printer.print(&String::from_utf8_lossy(&report.csv())),
        StudyForm::Words => printer.print(&told(&scene, &report, task)),
    }
    Ok(())
}

/// The files with those of shares and market values, or the sample when there are none.
fn read(task: &StudyTask, printer: &mut Printer<'_>) -> Result<Data, Message> {
    let progress = Progress::unwatched();
    let reading = if task.files.is_empty() {
        open::read_sample(&progress)
    } else {
        open::read_paths(&task.files, Decided::Now(&task.overrides), &progress)
    };
    let mut loaded = super::usable(reading, &task.overrides, printer)?;
    for (path, wanted) in [(&task.shares, Kind::Shares), (&task.values, Kind::MarketValues)] {
        let Some(path) = path else { continue };
        let own = open::read_one(path, &Overrides::default(), &progress).map_err(|error| error.message())?;
        if own.content.kind() != wanted {
            let wanted = printer.words().text(super::inspect::kind_name(wanted));
            let message = Message::new("cli-study-not-kind").with("wanted", wanted);
            return Err(message.with("path", path.display().to_string()));
        }
        // The count that is named is the one that is meant.
        if wanted == Kind::Shares {
            loaded.retain(|file| !matches!(file.content, Content::Shares(_)));
        }
        loaded.push(std::sync::Arc::new(own));
    }
    let sources = open::number(loaded, 0);
    let data = io::compose(&sources);
    super::tell_remarks(&sources, &data, printer);
    Ok(data)
}

/// The symbols of a list: of a table its column of symbols, else its first one; of plain text a
/// symbol a line.
fn read_members(path: &Path) -> Result<Vec<String>, Message> {
    let bytes = io::files::read(path, &io::Control::unwatched()).map_err(|error| error.message())?;
    let text = String::from_utf8_lossy(&bytes);
    let text = text.trim_start_matches('\u{FEFF}');
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().filter_map(Result::ok).collect();
    let is_symbol =
        |name: &str| ["symbol", "ticker", "series"].contains(&name.trim().to_lowercase().as_str());
    let named = rows.first().and_then(|header| header.iter().position(is_symbol));
    let column = named.unwrap_or(0);
    let cell = |row: &csv::StringRecord| row.get(column).map(|cell| cell.trim().to_owned());
    let symbols: Vec<String> = rows
        .iter()
        .skip(usize::from(named.is_some()))
        .filter_map(cell)
        .filter(|symbol| !symbol.is_empty() && !symbol.starts_with('#'))
        .collect();
    if symbols.is_empty() {
        return Err(Message::new("cli-study-not-members").with("path", path.display().to_string()));
    }
    Ok(symbols)
}

/// The study for people: the event, a table, what it means for each series, the tests, the
/// conditions.
fn told(scene: &Scene<'_>, report: &StudyReport, task: &StudyTask) -> String {
    let words = scene.words;
    let mut parts = vec![event_text(scene.document, words), table(scene)];
    let sentences: Vec<String> = report.series.iter().filter_map(|line| line.sentence.clone()).collect();
    parts.push(sentences.join("\n"));
    if let Some(across) = &scene.analysis.study.across {
        parts.push(across_text(across, words));
    }
    if task.audit {
        parts.push(audit_text(scene));
    }
    parts.push(report.notes.join("\n"));
    if task.explain {
        let explained = StudyColumn::ALL
            .iter()
            .map(|column| format!("{}: {}", words.text(column.header()), words.text(column.explain())));
        parts.push(explained.collect::<Vec<_>>().join("\n"));
        parts.push(difference_notes(scene).join("\n"));
    }
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n") + "\n"
}

/// For each series the session that was taken and why, and the move under each other rule.
fn audit_text(scene: &Scene<'_>) -> String {
    let words = scene.words;
    let Some(event) = scene.event() else { return String::new() };
    let share = |change: Option<f64>| {
        change.map_or_else(|| words.text("text-not-available"), |change| words.change(change, 1))
    };
    let dated = |date: Option<Date>| date.map_or_else(|| "–".to_owned(), |date| date.to_string());
    let mut lines = vec![words.text("cli-audit-heading")];
    for (series, moved) in scene.data.series.iter().zip(&scene.analysis.moves) {
        let name = label_of(scene.data, series);
        let why = match moved.session {
            Ok(session) => words.text(rule_why(Rule::of(session.found))),
            Err(why) => no_session_text(scene, &why),
        };
        let session = dated(moved.session.ok().map(|session| session.date));
        let facts = [
            ("name", Arg::Text(name)),
            ("session", Arg::Text(&session)),
            ("move", Arg::Text(&share(moved.change))),
            ("why", Arg::Text(&why)),
        ];
        lines.push(words.say("cli-audit-taken", &facts));
        lines.push(format!("  {}", hours_text(scene, series)));
        for other in others(series, event, moved, &scene.document.study) {
            let rule = words.text(rule_name(other.rule));
            lines.push(format!("  {rule:<10} {:>10}  {:>8}", dated(other.date), share(other.change)));
        }
    }
    lines.join("\n")
}

/// By which hours the session of a series was found.
fn hours_text(scene: &Scene<'_>, series: &Series) -> String {
    let words = scene.words;
    let timed = scene.event().is_some_and(|event| event.moment.is_some());
    let Some(known) = exchange_of(series) else {
        return words.text(if timed { "cli-audit-by-date-unknown" } else { "cli-audit-by-date" });
    };
    if !timed {
        return words.text("cli-audit-by-date");
    }
    let facts = [
        ("zone", Arg::Text(known.exchange.zone())),
        ("ending", Arg::Text(known.ending.as_deref().unwrap_or_default())),
    ];
    let told = if known.ending.is_some() { "cli-audit-by-ending" } else { "cli-audit-by-exchange" };
    let mut text = words.say(told, &facts);
    if !known.exchange.knows_half_days() {
        text.push_str("; ");
        text.push_str(&words.text("cli-audit-no-half-days"));
    }
    text
}

fn rule_name(rule: Rule) -> &'static str {
    match rule {
        Rule::SameDay => "cli-audit-same-day",
        Rule::NextDay => "cli-audit-next-day",
        Rule::After => "cli-audit-after",
        Rule::Before => "cli-audit-before",
        Rule::Common => "cli-audit-common",
    }
}

fn rule_why(rule: Rule) -> &'static str {
    match rule {
        Rule::SameDay => "cli-audit-why-same-day",
        Rule::NextDay => "cli-audit-why-next-day",
        Rule::After => "cli-audit-why-after",
        Rule::Before => "cli-audit-why-before",
        Rule::Common => "cli-audit-why-common",
    }
}

fn event_text(document: &Document, words: &Words) -> String {
    let Some(event) = &document.event else { return String::new() };
    let when = event
        .moment
        .as_ref()
        .map_or_else(|| event.date.to_string(), |moment| format!("{} {}", moment.civil(), moment.zone));
    let own = event.firm.as_deref().filter(|firm| *firm != event.name);
    let name = own.map_or_else(|| event.name.clone(), |firm| format!("{} ({firm})", event.name));
    let event = if name.is_empty() { when } else { format!("{name}, {when}") };
    words.say("cli-study-heading", &[("event", Arg::Text(&event))])
}

/// The table with its columns aligned: words on the left, numbers on the right.
fn table(scene: &Scene<'_>) -> String {
    let view = View::default();
    let single = scene.document.study.window == [0, 0];
    let columns: Vec<StudyColumn> =
        COLUMNS.into_iter().filter(|column| !(single && *column == StudyColumn::Car)).collect();
    let mut rows = vec![columns.iter().map(|column| scene.words.text(column.header())).collect::<Vec<_>>()];
    for series in &scene.data.series {
        let row = cells(&columns, scene, &view, series, 1);
        rows.push(row.into_iter().map(|cell| cell.text).collect());
    }
    let width =
        |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max();
    let widths: Vec<usize> = (0..columns.len()).map(|column| width(column).unwrap_or(0)).collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).enumerate().map(|(column, (cell, width))| {
            let gap = " ".repeat(width.saturating_sub(cell.chars().count()));
            if column == 0 { format!("{cell}{gap}") } else { format!("{gap}{cell}") }
        });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn across_text(across: &Across, words: &Words) -> String {
    let [aar, caar] = [across.aar_event, across.caar].map(|share| words.change(share, 1));
    let facts =
        [("count", Arg::Count(across.count as u64)), ("aar", Arg::Text(&aar)), ("caar", Arg::Text(&caar))];
    let mut lines = vec![words.say("cli-study-across", &facts)];
    let test = |test: Option<crate::study::Test>| {
        test.map_or_else(
            || words.text("text-not-available"),
            |test| {
                let p = crate::chart::verdict::p_text(words, test.p);
                format!("{} (p {p})", words.number(test.statistic, 2))
            },
        )
    };
    for ((name, event), (_, window)) in across.event.named().into_iter().zip(across.window.named()) {
        lines.push(format!("  {name:<11} {:>22}  {:>22}", test(event), test(window)));
    }
    lines.join("\n")
}
