//! The command line: arguments to a task, and the tasks that need no window.
//!
//! Data go to stdout, messages to stderr; exit codes are 0, 1 for a task that failed, 2 for wrong
//! arguments. This is the only layer that prints. It does nothing itself that a window does too:
//! opening and drawing are taken from `app`.

mod arguments;
mod convert;
mod export;
mod inspect;
mod models;
mod printer;
mod reading;
mod study;
mod verify;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use crate::app::export::Order;
use crate::app::open::{self, Opened, Reading};
use crate::model::{Content, Data, Decision, Event, Loaded, Message, Overrides, Source, SourceId};
use crate::study::models::{is_alike, near};
use crate::text::Words;

pub use arguments::Task;
use printer::Printer;

/// What the arguments ask for.
#[derive(Debug, PartialEq)]
pub enum Invocation {
    /// The window, with these files or with the sample.
    Window(Vec<PathBuf>),
    /// Something that needs no window.
    Task(Task),
}

/// How a task ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ending {
    Done,
    Failed,
}

/// Reads the arguments, the program's name first.
///
/// # Errors
/// The exit code, when help or the version was asked for (0) or the arguments are wrong (2); both
/// have been answered then.
pub fn parse(args: impl IntoIterator<Item = OsString>, words: &Words) -> Result<Invocation, ExitCode> {
    arguments::parse(args, words).map_err(|error| {
        // Where nobody reads the answer any more, there is nobody left to tell.
        let _ = error.print();
        ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
    })
}

/// Carries a task out.
#[must_use]
pub fn run(task: &Task, words: &Words) -> ExitCode {
    let mut printer = Printer::new(words);
    let ending = match task {
        Task::Inspect(task) => inspect::run(task, &mut printer),
        Task::Convert(task) => convert::run(task, &mut printer),
        Task::Models(task) => models::run(task, &mut printer),
        Task::Export(task) => export::run(task, &mut printer),
        Task::Verify(task) => verify::run(task, &mut printer),
        Task::Study(task) => study::run(task, &mut printer),
    };
    match ending {
        Ending::Done if !printer.has_failed() => ExitCode::SUCCESS,
        Ending::Done | Ending::Failed => ExitCode::FAILURE,
    }
}

/// The files that could be read. Each of the others is told in a line; the task goes on without it
/// and has failed all the same.
///
/// # Errors
/// The last failure where nothing could be read; why what is said of series fits none of them.
fn usable(
    reading: Reading,
    overrides: &Overrides,
    printer: &mut Printer<'_>,
) -> Result<Vec<Arc<Loaded>>, Message> {
    let Reading { loaded, mut failures, .. } = reading;
    let last = if loaded.is_empty() { failures.pop() } else { None };
    for failure in &failures {
        printer.fail(failure);
    }
    last.map_or(Ok(()), Err)?;
    check_name(overrides, &loaded)?;
    let series: Vec<String> = loaded.iter().flat_map(|file| series_of(file)).map(str::to_owned).collect();
    check_series(overrides, &series)?;
    Ok(loaded)
}

/// A name is that of one series: what one file is called is no other one's name.
fn check_name(overrides: &Overrides, loaded: &[Arc<Loaded>]) -> Result<(), Message> {
    let Some(name) = overrides.get(Decision::Name) else { return Ok(()) };
    let named: Vec<String> = loaded
        .iter()
        .filter(|file| series_of(file).count() == 1)
        .map(|file| Source::new(SourceId::default(), file).file_name())
        .collect();
    if named.len() < 2 {
        return Ok(());
    }
    let message = Message::new("cli-name-of-several").with("name", name).with("count", named.len());
    Err(message.with("files", named))
}

/// Whether some file has each series that something is said of.
fn check_series(overrides: &Overrides, series: &[String]) -> Result<(), Message> {
    let names = || series.iter().map(String::as_str);
    let decided = [Decision::SeriesRole, Decision::SeriesCurrency];
    for (name, _) in decided.into_iter().flat_map(|decision| overrides.columns(decision)) {
        // A series that is given a name is known by its own too, which is not to be seen any more.
        if overrides.get(Decision::Name).is_none() && !names().any(|known| is_alike(known, name)) {
            let found = near(names(), name);
            let found: Vec<String> = if found.is_empty() {
                series.to_vec()
            } else {
                found.into_iter().map(str::to_owned).collect()
            };
            return Err(Message::new("cli-no-series").with("name", name).with("names", found));
        }
    }
    Ok(())
}

/// Names of the price series of a file.
fn series_of(file: &Loaded) -> impl Iterator<Item = &str> {
    let series = match &file.content {
        Content::Prices(series) => series.as_slice(),
        _ => &[],
    };
    series.iter().map(|(info, _)| info.series.as_str())
}

/// Says how many remarks each file of the user's has, and in full those that came up only when
/// the files were put together: `inspect` looks at each file by itself and cannot tell them.
fn tell_remarks(sources: &[Opened], data: &Data, printer: &Printer<'_>) {
    for ((_, loaded), source) in sources.iter().zip(&data.sources).filter(|(_, source)| !source.sample) {
        if !loaded.warnings.is_empty() {
            let message = Message::new("cli-warnings")
                .with("warnings", loaded.warnings.len())
                .with("path", source.path.display().to_string());
            printer.tell(&message);
        }
        for warning in source.warnings.iter().skip(loaded.warnings.len()) {
            printer.tell(&warning.message);
        }
    }
}

/// Names the event that was taken from a file of several, and offers the others.
fn tell_events(order: &Order, data: &Data, printer: &Printer<'_>) {
    let is_told = order.event.is_none() && data.events.len() > 1 && !data.series.is_empty();
    let is_own = data.sources.iter().any(|source| !source.sample);
    let Some(event) = open::first_event(data).filter(|_| is_told && is_own) else { return };
    let told = |event: &Event| {
        let name = if event.name.is_empty() { String::new() } else { format!(" ({})", event.name) };
        format!("{}{name}", event.date)
    };
    let others: Vec<String> = data.events.iter().filter(|other| **other != event).map(told).collect();
    if let Some(first) = data.events.iter().find(|other| **other != event) {
        let message = Message::new("cli-events-others")
            .with("event", told(&event))
            .with("names", others)
            .with("date", first.date.to_string());
        printer.tell(&message);
    }
}

/// Says on stderr that there is no display to open a window on, and what works without one.
#[must_use]
pub fn refuse_window(words: &Words) -> ExitCode {
    printer::complain(&words.text("cli-no-display"));
    ExitCode::FAILURE
}

/// Says on stderr that the window could not be opened, and what works without one.
#[must_use]
pub fn report_window(reason: &str, words: &Words) -> ExitCode {
    let text = words.say("cli-no-window", &[("reason", crate::text::Arg::Text(reason))]);
    printer::complain(&text);
    ExitCode::FAILURE
}
