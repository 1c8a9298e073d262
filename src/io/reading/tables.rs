//! What is told of several tables in one text: which is read, and where the others begin.

use crate::io::grid::Grid;
use crate::io::region::Region;
use crate::io::report::Report;
use crate::model::{Message, WarningKind};

/// Names by which tables of one text are chosen.
pub(super) fn table_names(count: usize) -> Vec<String> {
    (1..=count).map(|number| format!("table {number}")).collect()
}

/// The number in "table 2" or "2".
pub(super) fn table_number(name: &str) -> Option<usize> {
    let name = name.trim().to_lowercase();
    name.strip_prefix("table").unwrap_or(&name).trim().parse().ok()
}

/// Says which of several tables is read.
pub(super) fn tell_table(grid: &Grid, all: &[Region], at: usize, report: &mut Report) {
    let begins = all.get(at).map_or(1, |region| first_line(grid, region));
    let evidence =
        Message::new("io-evidence-tables").with("count", all.len()).with("line", begins.to_string());
    report.assume("sheet", format!("table {}", at + 1), evidence, false);
    report.offer(table_names(all.len()));
}

/// Says where the tables begin that are not read.
pub(super) fn tell_others(grid: &Grid, all: &[Region], read: &[usize], report: &mut Report) {
    for (number, region) in all.iter().enumerate().filter(|(number, _)| !read.contains(number)) {
        let message = Message::new("io-other-table")
            .with("number", (number + 1).to_string())
            .with("rows", region.body.len());
        report.warn(Some(first_line(grid, region)), WarningKind::Skipped, message);
    }
}

/// Where a table begins: with its names, or below them where others share them.
fn first_line(grid: &Grid, region: &Region) -> u64 {
    let is_below = region.header.end == region.body.start;
    grid.row(if is_below { region.header.start } else { region.body.start }).line
}
