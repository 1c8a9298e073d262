//! `richter export`: figures to files, on the same road as the window's export.

use std::io::IsTerminal;
use std::path::Path;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::app::export::{Format, Order, RenderError, Written, check_target, saved, write_all};
use crate::app::jobs::Progress;
use crate::app::open::{self, Decided};
use crate::io;
use crate::model::{Data, Message};

use super::Ending;
use super::arguments::{ExportTask, ExportWork, Spec, SpecError};
use super::printer::Printer;

/// Reads the files or the sample, draws and writes.
pub(super) fn run(task: &ExportTask, printer: &mut Printer<'_>) -> Ending {
    let done = match &task.work {
        ExportWork::One { order, output, alt } => one(task, order, output.as_deref(), *alt, printer),
        ExportWork::Spec { spec, folder } => many(task, spec, folder, printer),
    };
    match done {
        Ok(ending) => ending,
        Err(message) => {
            printer.tell(&message);
            Ending::Failed
        }
    }
}

fn one(
    task: &ExportTask,
    order: &Order,
    output: Option<&Path>,
    alt: bool,
    printer: &mut Printer<'_>,
) -> Result<Ending, Message> {
    let wrong = |error: RenderError| error.message();
    let data = read(&task.files, task, printer)?;
    super::tell_events(order, &data, printer);
    if let Some(path) = output {
        check_target(path, &data)?;
    }
    let (figure, bytes) = order.with_still(&data, |still| {
        let figure = still.figure().map_err(wrong)?;
        let bytes = output.map(|path| still.encode(&figure, Format::of(path)?));
        let bytes = bytes.transpose().map_err(wrong)?;
        Ok((figure, bytes))
    })?;
    for left_out in &figure.left_out {
        printer.tell(left_out);
    }
    if let (Some(path), Some(bytes)) = (output, bytes) {
        io::files::write_atomic(path, &bytes).map_err(|error| error.message())?;
        printer.tell(&saved(path));
    }
    if alt {
        printer.print(&format!("{}\n", figure.caption.alt));
    }
    Ok(Ending::Done)
}

/// Writes every figure of a spec file; those that fail are listed at the end.
fn many(task: &ExportTask, spec: &Path, folder: &Path, printer: &mut Printer<'_>) -> Result<Ending, Message> {
    let text = io::files::read(spec, &io::Control::unwatched()).map_err(|error| error.message())?;
    let text = String::from_utf8(text)
        .map_err(|_| Message::new("cli-spec-utf8").with("path", spec.display().to_string()))?;
    let home = spec.parent().unwrap_or(Path::new(""));
    let in_file = |error: SpecError| error.message(spec, printer.words());
    let Spec { files, items } = Spec::parse(&text, home).map_err(in_file)?;
    let files = if task.files.is_empty() { &files } else { &task.files };
    let data = read(files, task, printer)?;
    io::files::make_folder(folder).map_err(|error| error.message())?;
    let bar = bar(items.len() as u64);
    let results = write_all(&items, &data, folder, &|| bar.inc(1));
    bar.finish_and_clear();
    let (written, failed): (Vec<_>, Vec<_>) = results.into_iter().partition(Result::is_ok);
    let summary = Message::new("cli-export-written").with("written", written.len());
    printer.tell(&summary.with("figures", items.len()).with("path", folder.display().to_string()));
    for Written { path, left_out } in written.iter().flatten() {
        for message in left_out {
            let reason = crate::app::speech::say(printer.words(), message);
            let message = Message::new("cli-export-left-out").with("reason", reason);
            printer.tell(&message.with("path", path.display().to_string()));
        }
    }
    for (path, why) in failed.iter().filter_map(|result| result.as_ref().err()) {
        let reason = crate::app::speech::say(printer.words(), why);
        let path = path.display().to_string();
        // Some reasons name the file themselves.
        let key = if reason.contains(&path) { "cli-export-failed-there" } else { "cli-export-failed" };
        printer.tell(&Message::new(key).with("reason", reason).with("path", path));
    }
    Ok(if failed.is_empty() { Ending::Done } else { Ending::Failed })
}

/// A bar on a terminal, nothing elsewhere.
fn bar(figures: u64) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::with_draw_target(Some(figures), ProgressDrawTarget::stderr());
    bar.set_style(ProgressStyle::default_bar());
    bar.enable_steady_tick(Duration::from_millis(100));
    bar
}

/// The files that can be read, or the sample when there are none.
fn read(files: &[std::path::PathBuf], task: &ExportTask, printer: &mut Printer<'_>) -> Result<Data, Message> {
    let progress = Progress::unwatched();
    let reading = if files.is_empty() {
        open::read_sample(&progress)
    } else {
        open::read_paths(files, Decided::Now(&task.overrides), &progress)
    };
    let sources = open::number(super::usable(reading, &task.overrides, printer)?, 0);
    let data = io::compose(&sources);
    super::tell_remarks(&sources, &data, printer);
    Ok(data)
}
