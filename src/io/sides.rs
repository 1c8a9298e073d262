//! The small tables beside the prices: who the series are, shares outstanding, what was reported,
//! named dates, training costs. A row that does not hold is left out and named.

use jiff::civil::Date;

use super::columns;
use super::dates;
use super::error::ContentProblem;
use super::grid::Row;
use super::header::{self, EVENT_FIRMS, EVENT_NAMES};
use super::numbers::{self, Cell};
use super::report::{Report, short};
use super::table::{DateColumn, Table};
use crate::model::{
    Bound, Event, Message, Moment, Overrides, Quantity, Reported, Role, SeriesInfo, ShareCount, Stamp,
    TrainingCost, WarningKind, WhenError,
};

const TICKER: &[&str] = &["series", "ticker", "symbol"];
const DATE: &[&str] = &["date", "day", "event date"];

/// Who the series are: `series,name,role,exchange,currency,issuer,sector`.
pub(super) fn series(table: &Table, report: &mut Report) -> Vec<SeriesInfo> {
    let ticker = table.column(TICKER);
    let [name, role, exchange, currency, issuer, sector] =
        ["name", "role", "exchange", "currency", "issuer", "sector"].map(|name| table.column(&[name]));
    let mut found = Vec::new();
    for record in table.records() {
        let Some(series) = text(record, ticker) else {
            skip(record, Message::new("io-row-without-series"), report);
            continue;
        };
        let role = match text(record, role).as_deref().map(str::to_lowercase).as_deref() {
            None | Some("stock" | "share" | "equity" | "fund" | "etf") => Role::Stock,
            Some("index" | "benchmark") => Role::Index,
            Some("future" | "futures") => Role::Future,
            Some(other) => {
                let message = Message::new("io-unknown-role")
                    .with("cell", short(other))
                    .with("series", series.as_str());
                report.warn(Some(record.line), WarningKind::Ambiguous, message);
                Role::Stock
            }
        };
        found.push(SeriesInfo {
            series,
            name: text(record, name),
            role,
            exchange: text(record, exchange),
            currency: text(record, currency),
            issuer: text(record, issuer),
            sector: text(record, sector),
        });
    }
    found
}

/// Shares outstanding: `series,shares,as_of,filing`.
pub(super) fn shares(table: &Table, report: &mut Report) -> Vec<ShareCount> {
    let ticker = table.column(TICKER);
    let named = |name: &String| header::plain(name).starts_with("shares");
    let count = table.names.iter().position(named);
    let filing = table.column(&["filing", "source"]);
    let dated = table.column(&["as of", "as of date", "date"]);
    let as_of = days(table, dated, report);
    let numbers = numbers_of(table, count, report);
    let rows = table.records().zip(as_of).zip(numbers);
    let mut found = Vec::new();
    for ((record, as_of), shares) in rows {
        match (text(record, ticker), as_of, shares) {
            (Some(series), Some(as_of), Some(shares)) if shares > 0.0 => {
                found.push(ShareCount { series, shares, as_of, filing: text(record, filing) });
            }
            (None, ..) => skip(record, Message::new("io-row-without-series"), report),
            (_, None, _) => {
                skip(record, bad_date(record, dated), report);
            }
            _ => skip(record, bad_number(record, table, count), report),
        }
    }
    found
}

/// Reported figures: `date,subject,quantity,value,unit,bound,note`.
pub(super) fn reported(table: &Table, report: &mut Report) -> Vec<Reported> {
    let date = table.column(DATE);
    let [subject, quantity, value, unit, bound, note] =
        ["subject", "quantity", "value", "unit", "bound", "note"].map(|name| table.column(&[name]));
    let dates = days(table, date, report);
    let values = numbers_of(table, value, report);
    let mut found = Vec::new();
    for ((record, day), number) in table.records().zip(dates).zip(values) {
        let Some(day) = day else {
            skip(record, bad_date(record, date), report);
            continue;
        };
        let Some(value) = number else {
            skip(record, bad_number(record, table, value), report);
            continue;
        };
        let word = |column| text(record, column).unwrap_or_default().to_lowercase().replace([' ', '-'], "_");
        let Some(measured) = quantity_of(&word(quantity)) else {
            let message = Message::new("io-unknown-quantity").with("cell", short(&word(quantity)));
            skip(record, message, report);
            continue;
        };
        let Some(bound) = bound_of(&word(bound)) else {
            skip(record, Message::new("io-unknown-bound").with("cell", short(&word(bound))), report);
            continue;
        };
        found.push(Reported {
            date: day,
            subject: text(record, subject).unwrap_or_default(),
            quantity: measured,
            value,
            unit: text(record, unit).unwrap_or_default(),
            bound,
            note: text(record, note),
        });
    }
    found
}

fn quantity_of(word: &str) -> Option<Quantity> {
    match word {
        "move" => Some(Quantity::Move),
        "market_value" => Some(Quantity::MarketValue),
        "training_cost" => Some(Quantity::TrainingCost),
        "chips" => Some(Quantity::Chips),
        _ => None,
    }
}

fn bound_of(word: &str) -> Option<Bound> {
    match word {
        "" | "about" => Some(Bound::About),
        "at_least" => Some(Bound::AtLeast),
        "at_most" => Some(Bound::AtMost),
        _ => None,
    }
}

/// Named dates, or dates of firms: `date,name`, `firm,date`, in any order, and where they are known `time`
/// and `zone`.
pub(super) fn events(
    table: &Table,
    overrides: &Overrides,
    report: &mut Report,
) -> Result<Vec<Event>, ContentProblem> {
    let dated = |column: &usize| table.is_dated(*column);
    let date = table.column(DATE).filter(dated).or_else(|| (0..table.names.len()).find(dated));
    let name = table.column(EVENT_NAMES).filter(|column| Some(*column) != date);
    let firm = table.column(EVENT_FIRMS).filter(|column| Some(*column) != date && Some(*column) != name);
    let [time, zone] =
        [&["time"][..], &["zone", "time zone", "timezone", "tz"]].map(|names| table.column(names));
    let mut found = Vec::new();
    for (record, stamp) in table.records().zip(stamps(table, date, overrides, report)) {
        let Some(stamp) = stamp else {
            skip(record, bad_date(record, date), report);
            continue;
        };
        let moment = moment(stamp, text(record, time), text(record, zone)).unwrap_or_else(|_| {
            let written = text(record, time).unwrap_or_else(|| stamp.to_string());
            let message = Message::new("io-event-time").with("cell", short(&written));
            report.warn(Some(record.line), WarningKind::Ambiguous, message);
            None
        });
        let firm = text(record, firm);
        // Dates of firms are called by them.
        let name = text(record, name).or_else(|| firm.clone()).unwrap_or_default();
        found.push(Event { name, date: stamp.date(), moment, firm });
    }
    if found.is_empty() { Err(ContentProblem::NoDates) } else { Ok(found) }
}

/// The instant of an event, `None` where only its day is written.
fn moment(stamp: Stamp, time: Option<String>, zone: Option<String>) -> Result<Option<Moment>, WhenError> {
    let written = match (stamp, time) {
        (Stamp::Utc { at, .. }, _) => return Ok(Some(Moment { at, zone: "UTC".to_owned() })),
        (Stamp::Local(local), _) => local.to_string(),
        (Stamp::Day(_) | Stamp::Row(_), None) => return Ok(None),
        (Stamp::Day(day), Some(time)) => format!("{day}T{time}"),
        (Stamp::Row(_), Some(_)) => return Err(WhenError::Date),
    };
    let zone = zone.ok_or(WhenError::Zone)?;
    let with_offset = Event::when(&format!("{written}{zone}"));
    with_offset.or_else(|_| Event::when(&format!("{written} {zone}"))).map(|(_, moment)| moment)
}

/// Training costs: `model,cost_usd,dollar_year,method,basis`.
pub(super) fn training_costs(table: &Table, report: &mut Report) -> Vec<TrainingCost> {
    let model = table.column(&["model", "model name"]);
    let is_cost = |name: &String| {
        let name = header::plain(name);
        name.contains("cost") && name.contains("usd")
    };
    let cost = table.names.iter().position(is_cost);
    let [dollar_year, method, basis] = ["dollar year", "method", "basis"].map(|name| table.column(&[name]));
    let costs = numbers_of(table, cost, report);
    let mut found = Vec::new();
    for (record, cost_usd) in table.records().zip(costs) {
        match (text(record, model), cost_usd.filter(|cost| *cost > 0.0)) {
            (Some(model), Some(cost_usd)) => found.push(TrainingCost {
                model,
                cost_usd,
                dollar_year: text(record, dollar_year),
                method: text(record, method).unwrap_or_default(),
                basis: text(record, basis).unwrap_or_default(),
            }),
            (None, _) => skip(record, Message::new("io-row-without-model"), report),
            (_, None) => skip(record, bad_number(record, table, cost), report),
        }
    }
    found
}

/// Text of a cell, `None` when it is empty or there is no such column.
pub(super) fn text(record: Row, column: Option<usize>) -> Option<String> {
    column.map(|column| record.cell(column)).filter(|cell| !cell.is_empty()).map(str::to_owned)
}

/// Days of a column, one entry a record; reports the order in which they are written.
fn days(table: &Table, column: Option<usize>, report: &mut Report) -> Vec<Option<Date>> {
    let stamps = stamps(table, column, &Overrides::default(), report);
    stamps.into_iter().map(|stamp| stamp.map(Stamp::date)).collect()
}

/// Release days of models, one entry a record, each cell by its own exactness: beside full dates stand
/// months and years, which count as their first day. What is no date is named.
pub(super) fn releases(
    table: &Table,
    column: usize,
    overrides: &Overrides,
    report: &mut Report,
) -> Vec<Option<Date>> {
    tell_dates(table, column, report);
    let date = DateColumn { column, is_named: true };
    let read = columns::dates(table, date, None, overrides, report);
    let mut coarse: Option<(u64, usize)> = None;
    let mut days = Vec::with_capacity(table.len());
    for (record, stamp) in table.records().zip(&read.stamps) {
        let cell = record.cell(column);
        let day = stamp.map(Stamp::date).or_else(|| dates::alone(cell, read.notation));
        if day.is_some() && dates::is_coarse(cell, read.notation) {
            coarse.get_or_insert((record.line, 0)).1 += 1;
        } else if day.is_none() && !numbers::is_missing(cell) {
            let message = Message::new("io-release-unread").with("cell", short(cell));
            report.warn(Some(record.line), WarningKind::Date, message);
        }
        days.push(day);
    }
    if let Some((line, count)) = coarse {
        let message = Message::new("io-coarse-dates").with("count", count);
        report.warn(Some(line), WarningKind::Ambiguous, message);
    }
    days
}

/// Says which column holds dates.
fn tell_dates(table: &Table, column: usize, report: &mut Report) {
    let evidence = Message::new("io-evidence-header")
        .with("line", table.header_line.unwrap_or(1).to_string())
        .with("cell", table.name(column));
    report.assume("date_column", table.name(column), evidence, true);
}

/// Points in time of a column, one entry a record; reports the order in which they are written.
fn stamps(
    table: &Table,
    column: Option<usize>,
    overrides: &Overrides,
    report: &mut Report,
) -> Vec<Option<Stamp>> {
    let Some(column) = column else { return vec![None; table.len()] };
    tell_dates(table, column, report);
    let date = DateColumn { column, is_named: true };
    columns::dates(table, date, None, overrides, report).stamps
}

/// Numbers of a column, one entry a record; reports the decimal mark.
fn numbers_of(table: &Table, column: Option<usize>, report: &mut Report) -> Vec<Option<f64>> {
    let Some(column) = column else { return vec![None; table.len()] };
    let survey = (table.name(column), table.survey(column));
    let marks = numbers::decide(&[survey], table.has_semicolons, None, report);
    let mark = marks.first().copied().unwrap_or_default();
    let value = |record: Row| match numbers::parse(record.cell(column), mark) {
        Cell::Number(number) => Some(number),
        _ => None,
    };
    table.records().map(value).collect()
}

fn skip(record: Row, message: Message, report: &mut Report) {
    report.warn(Some(record.line), WarningKind::Skipped, message);
}

fn bad_date(record: Row, column: Option<usize>) -> Message {
    Message::new("io-bad-date").with("cell", short(column.map_or("", |column| record.cell(column))))
}

fn bad_number(record: Row, table: &Table, column: Option<usize>) -> Message {
    let name = column.and_then(|column| table.names.get(column)).map_or("", String::as_str);
    let cell = column.map_or("", |column| record.cell(column));
    Message::new("io-bad-number").with("cell", short(cell)).with("column", name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn table_of(text: &str) -> Table<'static> {
        crate::io::table::of_text(text)
    }

    #[test]
    fn series_files_tell_names_and_roles() {
        let text = "ticker,name,role,currency\nNDX,Nasdaq 100,index,USD\nNQ=F,,Futures,\nX,x,bond,\n,y,,\n";
        let mut report = Report::default();
        let found = series(&table_of(text), &mut report);
        let roles: Vec<_> = found.iter().map(|info| (info.series.as_str(), info.role)).collect();
        assert_eq!(roles, [("NDX", Role::Index), ("NQ=F", Role::Future), ("X", Role::Stock)]);
        assert_eq!((found[0].name.as_deref(), found[1].name.as_deref()), (Some("Nasdaq 100"), None));
        let keys: Vec<_> = report.finish().1.iter().map(|w| (w.line, w.message.key)).collect();
        assert_eq!(keys, [(Some(4), "io-unknown-role"), (Some(5), "io-row-without-series")]);
    }

    #[test]
    fn shares_need_a_ticker_a_date_and_a_count() {
        let text = "ticker,shares_outstanding,as_of,filing\nNVDA,\"24,490,000,000\",2024-11-15,10-Q\nMU,none,2024-12-12,\nAMD,5,soon,\n";
        let mut report = Report::default();
        let found = shares(&table_of(text), &mut report);
        let expected = ShareCount {
            series: "NVDA".to_owned(),
            shares: 24_490_000_000.0,
            as_of: date(2024, 11, 15),
            filing: Some("10-Q".to_owned()),
        };
        assert_eq!(found, [expected]);
        let keys: Vec<_> = report.finish().1.iter().map(|w| (w.line, w.message.key)).collect();
        assert_eq!(keys, [(Some(3), "io-bad-number"), (Some(4), "io-bad-date")]);
    }

    #[test]
    fn events_have_their_name_and_their_firm() {
        let of = |text: &str| {
            let mut report = Report::default();
            let found = events(&table_of(text), &Overrides::default(), &mut report).unwrap();
            let event = found.into_iter().next().unwrap();
            (event.name, event.date, event.firm)
        };
        let day = date(2024, 7, 15);
        let cases = [
            ("firm,date\nACME,2024-07-15\nOTHER,2024-06-20\n", "ACME", Some("ACME")),
            ("COMPANY;DATE;MARKET\nAcme;15/07/2024;M\nOther;20/06/2024;M\n", "Acme", Some("Acme")),
            ("date,series,name\n2024-07-15,ACME,Second\n", "Second", Some("ACME")),
            ("event_id,date,label,title,type\n1,2024-07-15,Rules,A regulator speaks,R\n", "Rules", None),
            ("title,event_date\nA hearing,2024-07-15\n", "A hearing", None),
        ];
        for (text, name, firm) in cases {
            assert_eq!(of(text), (name.to_owned(), day, firm.map(str::to_owned)), "{text}");
        }
    }

    #[test]
    fn reported_figures_are_read_or_named() {
        let text = "date,subject,quantity,value,unit,bound,note\n\
                    2025-01-27,NQ=F,move,-4,percent,about,\n\
                    2025-01-27,MU,move,-8,percent,at_least,before the open\n\
                    2025-01-27,MU,smell,-8,percent,,\n\
                    2025-01-27,MU,move,-8,percent,perhaps,\n";
        let mut report = Report::default();
        let found = reported(&table_of(text), &mut report);
        let seen: Vec<_> = found.iter().map(|r| (r.subject.as_str(), r.value, r.bound)).collect();
        assert_eq!(seen, [("NQ=F", -4.0, Bound::About), ("MU", -8.0, Bound::AtLeast)]);
        assert_eq!(found[1].note.as_deref(), Some("before the open"));
        let keys: Vec<_> = report.finish().1.iter().map(|w| w.message.key).collect();
        assert_eq!(keys, ["io-unknown-quantity", "io-unknown-bound"]);
    }

    #[test]
    fn events_and_training_costs() {
        let found = events(
            &table_of("date,name\n2025-01-27,DeepSeek-R1\n"),
            &Overrides::default(),
            &mut Report::default(),
        )
        .unwrap();
        assert_eq!(found, [Event::new("DeepSeek-R1", date(2025, 1, 27))]);
        let timed = "date,name,time,zone\n2025-01-27,A,08:00,America/New_York\n2025-01-27,B,08:00,\n\
                     2025-01-27,C,,\n2025-01-27,D,08:00,-05:00\n";
        let mut report = Report::default();
        let found = events(&table_of(timed), &Overrides::default(), &mut report).unwrap();
        let at = |event: &Event| event.moment.as_ref().map(|moment| moment.at.to_string());
        let instant = Some("2025-01-27T13:00:00Z".to_owned());
        assert_eq!(found.iter().map(at).collect::<Vec<_>>(), [instant.clone(), None, None, instant.clone()]);
        let keys: Vec<_> = report.finish().1.iter().map(|w| (w.line, w.message.key)).collect();
        assert_eq!(keys, [(Some(3), "io-event-time")]);
        let written = "date,event\n2025-01-27T13:00:00Z,A\n";
        let found = events(&table_of(written), &Overrides::default(), &mut Report::default()).unwrap();
        assert_eq!(at(&found[0]), instant);
        let text = "model,cost_usd,dollar_year,method,basis\nV3,5576000,2024,rental,reported\nX,,,rental,\n";
        let found = training_costs(&table_of(text), &mut Report::default());
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].cost_usd, found[0].dollar_year.as_deref()), (5_576_000.0, Some("2024")));
    }
}
