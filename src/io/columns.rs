//! A column of a table read as dates, with what is said about it: the one place where a doubt about
//! the order of day, month and year is put into words.
//!
//! Which column holds dates is decided by those who ask.

use super::dates::{self, Dates, Era, Hints, Notation, Reason, Start};
use super::report::{Report, cell_evidence, short};
use super::table::{DateColumn, Table};
use super::vocabulary;
use crate::model::{Decision, Message, Overrides, WarningKind};

/// Notations that the user can choose from, those of dates and those of counts.
const OFFERED: [&str; 3] = ["YMD", "DMY", "MDY"];
const COUNTS: [Start; 7] =
    [Start::Spreadsheet, Start::Mac, Start::Stata, Start::Unix, Start::Matlab, Start::Ordinal, Start::Julian];

/// Dates of a column, one entry a record, joined with the times of another where they stand apart.
/// Reports `date_order` and, where times have one, `zone`.
pub(super) fn dates(
    table: &Table,
    date: DateColumn,
    time: Option<usize>,
    overrides: &Overrides,
    report: &mut Report,
) -> Dates {
    let joined: Vec<String>;
    let cells: Vec<&str> = match time {
        None => table.cells(date.column).collect(),
        Some(time) => {
            let join =
                |record: super::grid::Row| format!("{} {}", record.cell(date.column), record.cell(time));
            joined = table.records().map(join).collect();
            joined.iter().map(String::as_str).collect()
        }
    };
    let name = table.name(time.unwrap_or(date.column));
    let forced = overrides.get(Decision::DateOrder).and_then(Notation::parse);
    let hints = Hints {
        is_month_first: is_month_first(table),
        forced,
        is_named: date.is_named,
        name: table.name(date.column),
        zone: zone_in(name),
    };
    let dates = match time {
        Some(time) => beside_times(table, (date.column, time), &cells, &hints),
        None => dates::read(&cells, &hints),
    };
    let line = table.record(dates.deciding).line;
    let cell = cells.get(dates.deciding).copied().unwrap_or_default();
    let order = dates.notation.name();
    let evidence = match (forced, dates.reason) {
        (Some(_), _) => Message::new("io-evidence-chosen"),
        (None, Reason::Cell) => cell_evidence(line, cell),
        (None, Reason::Order) => Message::new("io-evidence-order").with("order", order),
        (None, Reason::Gaps) => Message::new("io-evidence-gaps").with("order", order),
        (None, Reason::Weekdays) => Message::new("io-evidence-weekdays").with("order", order),
        (None, Reason::Guess) => Message::new("io-evidence-guess").with("cell", short(cell)),
    };
    report.assume("date_order", order, evidence, dates.is_certain);
    let others: Vec<&str> = match dates.notation {
        Notation::Days(_) => COUNTS.map(|start| Notation::Days(start).name()).to_vec(),
        _ => dates.other.map(Notation::name).into_iter().chain(OFFERED).collect(),
    };
    let mut offered: Vec<&str> = vec![order];
    for other in others {
        if !offered.contains(&other) {
            offered.push(other);
        }
    }
    report.offer(offered.into_iter().map(str::to_owned));
    if !dates.is_certain {
        tell_doubt(&dates, line, cell, report);
    }
    if let Some(zone) = &dates.zone {
        report.assume("zone", zone.clone(), cell_evidence(line, cell), true);
    }
    dates
}

/// Says what is open about dates, or that they are of another calendar.
fn tell_doubt(dates: &Dates, line: u64, cell: &str, report: &mut Report) {
    let (order, day) = (dates.notation.name(), dates.stamps.get(dates.deciding).copied().flatten());
    let day = day.map_or_else(String::new, |stamp| stamp.to_string());
    let said = |key: &'static str| Message::new(key).with("cell", short(cell)).with("date", day.as_str());
    let message = match (dates.notation, dates.other) {
        (Notation::Swapped, _) => Some(said("io-swapped-dates")),
        (Notation::Days(_), Some(other)) => {
            Some(said("io-counted-days").with("order", order).with("other", other.name()))
        }
        (Notation::Era(Era::Buddhist), _) => Some(said("io-buddhist-years")),
        (Notation::Era(Era::Persian), _) => Some(said("io-persian-days")),
        (_, Some(other)) => Some(
            Message::new("io-open-date-order")
                .with("cell", short(cell))
                .with("order", order)
                .with("other", other.name()),
        ),
        (_, None) => None,
    };
    if let Some(message) = message {
        report.warn(Some(line), WarningKind::Ambiguous, message);
    }
    if dates.is_odd {
        let message = Message::new("io-odd-days").with("order", order);
        report.warn(Some(line), WarningKind::Ambiguous, message);
    }
}

/// Dates that have their times in another column. Those of digits alone ("250127") are read by
/// themselves first: with a time behind it such a cell is no date.
fn beside_times(table: &Table, (date, time): (usize, usize), joined: &[&str], hints: &Hints) -> Dates {
    let dates = dates::read(joined, hints);
    if dates.stamps.iter().flatten().count() * 2 > dates.stamps.len() {
        return dates;
    }
    let cells: Vec<&str> = table.cells(date).collect();
    let alone = dates::read(&cells, hints);
    let written: Vec<String> = alone
        .stamps
        .iter()
        .zip(table.cells(time))
        .map(|(day, time)| day.map_or_else(String::new, |day| format!("{day} {time}")))
        .collect();
    let written: Vec<&str> = written.iter().map(String::as_str).collect();
    let whole = dates::read(&written, &Hints { forced: None, ..*hints });
    Dates { stamps: whole.stamps, zone: whole.zone, ..alone }
}

/// The guess where nothing in a column decides: months come first in the English of the United
/// States, where no vendor of another country and no other language stands against it.
fn is_month_first(table: &Table) -> bool {
    const DAY_FIRST: [&str; 3] = ["BSE", "NSE", "Euronext"];
    let names: Vec<&str> = table.names.iter().map(String::as_str).collect();
    let is_english = vocabulary::may_be_english(&names);
    let is_abroad = vocabulary::vendor(&names).is_some_and(|vendor| DAY_FIRST.contains(&vendor));
    !table.has_semicolons && is_english && !is_abroad
}

/// The zone that a name of times tells: "Time (EET)", "UTC", "Gmt time".
fn zone_in(name: &str) -> Option<&str> {
    if let Some((_, rest)) = name.split_once('(')
        && let Some((zone, _)) = rest.split_once(')')
    {
        let is_zone = zone.chars().all(|c| c.is_ascii_alphanumeric() || "+-:/_".contains(c));
        return (is_zone && (2..=20).contains(&zone.len())).then_some(zone);
    }
    let first = name.split_whitespace().next()?;
    (first.eq_ignore_ascii_case("utc") || first.eq_ignore_ascii_case("gmt")).then_some("UTC")
}
