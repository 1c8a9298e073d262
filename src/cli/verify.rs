//! `richter verify`: is a figure still what its sources say?
//!
//! What is not as the recipe has it goes to stdout, one line each; any of it is exit code 1.

use std::path::Path;

use crate::app::export::{Resources, recipe_of, verify};
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
    let recipe = recipe_of(&task.figure)?;
    if let Some(path) = task.files.iter().find(|path| !io::files::exists(path)) {
        return Err(Message::new("cli-verify-no-file").with("path", path.display().to_string()));
    }
    let resources = Resources::of_recipe(&recipe)?;
    let folder = task.figure.parent().unwrap_or(Path::new(""));
    let verdict = verify(&recipe, &task.files, folder, &resources, &Progress::unwatched());
    let words = printer.words();
    let mut lines: Vec<String> =
        verdict.findings.iter().map(|finding| speech::say(words, &finding.message())).collect();
    let summary = Message::new("cli-verify-summary")
        .with("sources", verdict.sources)
        .with("all", recipe.sources.len())
        .with("numbers", verdict.numbers)
        .with("unchecked", verdict.unchecked)
        .with("program", recipe.program.clone());
    lines.push(speech::say(words, &summary));
    printer.print(&format!("{}\n", lines.join("\n")));
    Ok(if verdict.findings.is_empty() { Ending::Done } else { Ending::Failed })
}
