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

use crate::app::open::Opened;
use crate::model::{Data, Message};
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
