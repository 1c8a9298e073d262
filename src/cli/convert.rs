//! `richter convert`: any price files to one clean long table, or one file's table as it stands.

use crate::app::export::saved;
use crate::app::jobs::Progress;
use crate::app::open::{self, Decided};
use crate::io;
use crate::model::{Bars, Message};

use super::Ending;
use super::arguments::{Conversion, ConvertTask};
use super::printer::Printer;

/// Reads every file, then writes. A file that cannot be read is told and is not in the table.
pub(super) fn run(task: &ConvertTask, printer: &mut Printer<'_>) -> Ending {
    let files = io::files::expand(&task.files).unwrap_or_else(|_| task.files.clone());
    if files.iter().any(|path| io::files::is_same(path, &task.output)) {
        let path = task.output.display().to_string();
        printer.tell(&Message::new("cli-convert-source").with("path", path));
        return Ending::Failed;
    }
    match task.table {
        Conversion::Prices => prices(task, printer),
        Conversion::Raw => raw(task, printer),
    }
}

/// Writes the table of each file as it stands; there is one file.
fn raw(task: &ConvertTask, printer: &Printer<'_>) -> Ending {
    for path in &task.files {
        let told = open::read_raw(path, &task.overrides, &Progress::unwatched())
            .map_err(|error| error.message())
            .and_then(|bytes| io::files::write_atomic(&task.output, &bytes).map_err(|error| error.message()));
        if let Err(message) = told {
            printer.tell(&message);
            return Ending::Failed;
        }
        printer.tell(&saved(&task.output));
    }
    Ending::Done
}

fn prices(task: &ConvertTask, printer: &mut Printer<'_>) -> Ending {
    let reading = open::read_paths(&task.files, Decided::Now(&task.overrides), &Progress::unwatched());
    let loaded = match super::usable(reading, &task.overrides, printer) {
        Ok(loaded) => loaded,
        Err(message) => {
            printer.tell(&message);
            return Ending::Failed;
        }
    };
    let sources = open::number(loaded, 0);
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
