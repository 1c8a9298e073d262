//! Where a table comes from: the vendor that its names, the lines around it or the name of its file
//! tell, and the language of its names.

use super::grid::{Grid, Row};
use super::region::Region;
use super::report::{Report, cell_evidence, short};
use super::table::Table;
use super::vocabulary;
use crate::model::Message;

/// Lines above and below a table in which its vendor is looked for.
const MOST_LINES: usize = 40;

/// Says which vendor a table is from and in which language its names are.
pub(super) fn tell(table: &Table, grid: &Grid, region: &Region, stem: &str, report: &mut Report) {
    let names: Vec<&str> = table.names.iter().map(String::as_str).collect();
    let line = table.header_line;
    let evidence = |line: u64| {
        let first = names.iter().copied().find(|name| !name.is_empty()).unwrap_or_default();
        Message::new("io-evidence-header").with("line", line.to_string()).with("cell", short(first))
    };
    let by_names = line.and_then(|line| vocabulary::vendor(&names).map(|vendor| (vendor, evidence(line))));
    let by_file = || {
        let vendor = vocabulary::vendor_in(stem)?;
        Some((vendor, Message::new("io-evidence-vendor-file").with("name", short(stem))))
    };
    if let Some((vendor, evidence)) = by_names.or_else(|| in_lines(grid, region)).or_else(by_file) {
        report.assume("vendor", vendor, evidence, true);
    }
    if let Some(line) = line
        && let Some(language) = vocabulary::language(&names).filter(|language| *language != "en")
    {
        report.assume("language", language, evidence(line), true);
    }
}

/// The vendor that a line above or below a table tells.
fn in_lines(grid: &Grid, region: &Region) -> Option<(&'static str, Message)> {
    let above = (region.block.start..region.header.start).take(MOST_LINES);
    let below = (region.body.end..region.block.end).take(MOST_LINES);
    above.chain(below).find_map(|at| {
        let row: Row = grid.row(at);
        // A label and its value may stand in two cells.
        let text = row.cells().filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(": ");
        let vendor = vocabulary::vendor_in(&text)?;
        Some((vendor, cell_evidence(row.line, &text)))
    })
}
