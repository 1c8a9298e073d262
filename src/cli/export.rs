//! `richter export`: a figure to a file, on the same road as the window's export.

use crate::app::export::{Format, RenderError, render, saved};
use crate::app::jobs::Progress;
use crate::app::open::{self, Decided, Reading};
use crate::chart::{FigureKind, Scene, Theme, View};
use crate::io;
use crate::model::{Document, Message};

use super::Ending;
use super::arguments::ExportTask;
use super::printer::Printer;

/// Reads the files or the sample, draws and writes.
pub(super) fn run(task: &ExportTask, printer: &mut Printer<'_>) -> Ending {
    let told = draw(task, printer)
        .and_then(|bytes| io::files::write_atomic(&task.output, &bytes).map_err(|error| error.message()));
    match told {
        Ok(()) => {
            printer.tell(&saved(&task.output));
            Ending::Done
        }
        Err(message) => {
            printer.tell(&message);
            Ending::Failed
        }
    }
}

/// The figure's bytes, or the last message to tell. A figure that lacks a file it was asked for
/// is not drawn.
fn draw(task: &ExportTask, printer: &Printer<'_>) -> Result<Vec<u8>, Message> {
    let wrong = |error: RenderError| error.message();
    let format = Format::of(&task.output).map_err(wrong)?;
    let progress = Progress::unwatched();
    let Reading { loaded, mut failures } = if task.files.is_empty() {
        open::read_sample(&progress)
    } else {
        open::read_paths(&task.files, Decided::Now(&task.overrides), &progress)
    };
    if let Some(last) = failures.pop() {
        for failure in &failures {
            printer.tell(failure);
        }
        return Err(last);
    }
    let sources = open::number(loaded, 0);
    let data = io::compose(&sources);
    super::tell_remarks(&sources, &data, printer);
    let event = task.event.map(|date| open::event_on(&data, date));
    let (document, analysis) = open::first_document(&data, Document { event, ..Document::default() });
    if let Some(date) = task.event
        && analysis.moves.iter().all(|found| found.event.is_none())
        && task.options.kind != FigureKind::Models
    {
        return Err(Message::new("cli-export-no-session").with("date", date.to_string()));
    }
    let theme = Theme::built_in(task.options.theme);
    let scene = Scene {
        document: &document,
        data: &data,
        analysis: &analysis,
        theme: &theme,
        words: printer.words(),
    };
    let view = View { span: task.span, ..View::default() };
    render(&scene, &view, &task.options, format).map_err(wrong)
}
