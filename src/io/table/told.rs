//! What is said about the names of a table and about what stands around it.

use super::repeats;
use crate::io::grid::{Grid, Row};
use crate::io::region::Region;
use crate::io::report::{Report, short};
use crate::model::{Message, WarningKind};

/// Names the line of the names, or the first of the data where there are none.
pub(super) fn header(grid: &Grid, region: &Region, header_line: Option<u64>, report: &mut Report) {
    let near = region.block.clone().take(8).map(|at| grid.row(at).line.to_string());
    let offers: Vec<String> = near.chain(["none".to_owned()]).collect();
    let Some(line) = header_line else {
        let first = grid.row(region.body.start);
        let evidence = Message::new("io-evidence-no-header")
            .with("line", first.line.to_string())
            .with("cell", short(first.cell(0)));
        report.assume("header_line", "none", evidence, false);
        report.offer(offers);
        return;
    };
    let row = region.header.clone().map(|at| grid.row(at)).find(|row| row.line == line);
    let cell = row.map(|row| row.first_filled()).unwrap_or_default();
    let evidence =
        Message::new("io-evidence-header").with("line", line.to_string()).with("cell", short(cell));
    report.assume("header_line", line.to_string(), evidence.clone(), true);
    report.offer(offers);
    if region.header.len() > 1 {
        report.assume("header_rows", region.header.len().to_string(), evidence, true);
    }
}

/// Names the lines above and below the table.
pub(super) fn outside(grid: &Grid, region: &Region, report: &mut Report) {
    let above: Vec<Row> = (region.block.start..region.header.start).map(|at| grid.row(at)).collect();
    if let Some(first) = above.first() {
        let evidence = Message::new("io-evidence-preamble")
            .with("line", first.line.to_string())
            .with("cell", short(first.first_filled()));
        let is_row = |row: &Row| row.width() >= region.width && row.filled() > 1;
        let is_certain = !above.iter().any(is_row);
        report.assume("preamble_lines", above.len().to_string(), evidence, is_certain);
    }
    let names = region.header.clone().last().map(|at| grid.row(at));
    for row in above.iter().filter(|row| row.filled() > 0) {
        let is_repeat = names.is_some_and(|names| repeats(*row, names));
        let message = if is_repeat {
            Message::new("io-skipped-repeat")
        } else {
            Message::new("io-skipped-preamble").with("cell", short(row.first_filled()))
        };
        report.warn(Some(row.line), WarningKind::Skipped, message);
    }
    for row in (region.body.end..region.block.end).map(|at| grid.row(at)).filter(|row| row.filled() > 0) {
        let message = Message::new("io-skipped-footer").with("cell", short(row.first_filled()));
        report.warn(Some(row.line), WarningKind::Skipped, message);
    }
}
