//! `richter verify`: is a figure still what its sources say?
//!
//! What is not as the recipe has it goes to stdout, one line each; any of it is exit code 1.

use std::path::Path;

use crate::app::export::{Held, inscribed, verify};
use crate::app::jobs::Progress;
use crate::app::speech;
use crate::io;
use crate::model::Message;

use super::Ending;
use super::arguments::VerifyTask;
use super::printer::Printer;

/// Reads the recipe and the files, and says what differs.
pub(super) fn run(task: &VerifyTask, printer: &mut Printer<'_>) -> Ending {
    match check(task, printer) {
        Ok(ending) => ending,
        Err(message) => {
            printer.tell(&message);
            Ending::Failed
        }
    }
}

fn check(task: &VerifyTask, printer: &mut Printer<'_>) -> Result<Ending, Message> {
    let figure = inscribed(&task.figure)?;
    if let Some(path) = task.files.iter().find(|path| !io::files::exists(path)) {
        return Err(Message::new("cli-verify-no-file").with("path", path.display().to_string()));
    }
    let folder = task.figure.parent().unwrap_or(Path::new(""));
    let verdict = verify(&figure, &task.files, folder, &Progress::unwatched())?;
    let words = printer.words();
    let mut lines: Vec<String> =
        verdict.findings.iter().map(|finding| speech::say(words, &finding.message())).collect();
    let summary = Message::new("cli-verify-summary")
        .with("sources", verdict.sources)
        .with("all", figure.recipe.sources.len())
        .with("numbers", verdict.numbers)
        .with("unchecked", verdict.unchecked)
        .with("drawing", held(verdict.drawing))
        .with("program", figure.recipe.program);
    lines.push(speech::say(words, &summary));
    printer.print(&format!("{}\n", lines.join("\n")));
    Ok(if verdict.is_sound() { Ending::Done } else { Ending::Failed })
}

/// Name of an outcome in the locale table.
fn held(drawing: Held) -> &'static str {
    match drawing {
        Held::Unchecked => "unchecked",
        Held::Same => "same",
        Held::Changed => "changed",
    }
}
