//! `richter convert`: any price files to one clean long table.

use crate::app::export::saved;
use crate::app::jobs::Progress;
use crate::app::open;
use crate::io;
use crate::model::{Bars, Message};

use super::Ending;
use super::arguments::ConvertTask;
use super::printer::Printer;

/// Reads every file, then writes. Nothing is written when one of them cannot be read: a table
/// that lacks a file without saying so would be a wrong one.
pub(super) fn run(task: &ConvertTask, printer: &mut Printer<'_>) -> Ending {
    let reading = open::read_paths(&task.files, &Progress::unwatched());
    for failure in &reading.failures {
        printer.tell(failure);
    }
    if !reading.failures.is_empty() {
        return Ending::Failed;
    }
    let sources = open::number(reading.loaded, 0);
    let data = io::compose(&sources);
    super::tell_remarks(&sources, &data, printer);
    if data.series.is_empty() {
        printer.tell(&Message::new("cli-convert-no-prices"));
        return Ending::Failed;
    }
    let series: Vec<(String, &Bars)> =
        data.series.iter().map(|series| (series.id.as_str().to_owned(), series.bars.as_ref())).collect();
    let written = io::write_long(&series).and_then(|bytes| io::files::write_atomic(&task.output, &bytes));
    match written {
        Ok(()) => {
            printer.tell(&saved(&task.output));
            Ending::Done
        }
        Err(error) => {
            printer.tell(&error.message());
            Ending::Failed
        }
    }
}
