//! What a series is beside its prices: an index or a stock, its name, and the currency of its prices.

use std::sync::Arc;

use super::layout::{CLOSE, Layout, Shape};
use super::rows::Reading;
use crate::io::header;
use crate::io::report::Report;
use crate::io::table::Table;
use crate::model::{Bars, Decision, Message, Overrides, Role, SeriesInfo};

/// Index, future or stock, by what a series is called.
pub(super) fn role(series: &str, name: Option<&str>) -> Role {
    let all = || std::iter::once(series).chain(name);
    let is_future = |name: &str| {
        let name = name.to_lowercase();
        name.ends_with("=f") || name.split_whitespace().any(|word| word == "futures" || word == "future")
    };
    if all().any(is_future) {
        Role::Future
    } else if all().any(header::is_index_name) {
        Role::Index
    } else {
        Role::Stock
    }
}

/// Whether the lines above a table say that it is about an index: a label of an index, or a title that
/// names one where the table has one series.
pub(super) fn is_above_index(title: &[String], is_alone: bool) -> bool {
    let is_short = |line: &&String| line.chars().count() < LONGEST_LINE;
    title.iter().filter(is_short).any(|line| match line.split_once([':', '：']) {
        Some((label, value)) => {
            let is_label = header::plain(label).split(' ').any(|word| word == "index");
            is_label || is_alone && header::is_index_name(value)
        }
        None => is_alone && header::is_index_name(line),
    })
}

/// Says what a series was called and whether it was taken for an index.
pub(super) fn tell_identity(
    table: &Table,
    reading: &Reading,
    overrides: &Overrides,
    series: &[(SeriesInfo, Arc<Bars>)],
    report: &mut Report,
) {
    let evidence = |key| Message::new(key);
    if let [(info, _)] = series {
        let key = match overrides.get(Decision::Name) {
            Some(_) => "io-evidence-chosen",
            None if reading.is_named => "io-evidence-named-inside",
            None => "io-evidence-file-name",
        };
        report.assume("name", info.series.clone(), evidence(key), true);
        report.offer(overrides.get(Decision::Name).map(|_| reading.name(0).to_owned()));
    }
    let is_index = |(info, _): &&(SeriesInfo, Arc<Bars>)| info.role == Role::Index;
    let indexes: Vec<&str> = series.iter().filter(is_index).map(|(info, _)| info.series.as_str()).collect();
    if let Some(first) = indexes.first() {
        let message = Message::new("io-evidence-index-name").with("name", *first);
        let each = || indexes.iter().map(|name| format!("{name}=index")).collect::<Vec<_>>().join("; ");
        let value = if series.len() == 1 { "index".to_owned() } else { each() };
        report.assume("role", value, message, true);
    }
    tell_currencies(table, series, report);
}

/// Says which currency the prices are in, each where they differ.
fn tell_currencies(table: &Table, series: &[(SeriesInfo, Arc<Bars>)], report: &mut Report) {
    let known = || series.iter().filter_map(|(info, _)| Some((&info.series, info.currency.as_deref()?)));
    let Some((_, first)) = known().next() else { return };
    let is_one = known().count() == series.len() && known().all(|(_, currency)| currency == first);
    let each = || known().map(|(name, currency)| format!("{name}={currency}")).collect::<Vec<_>>().join("; ");
    let value = if is_one { first.to_owned() } else { each() };
    let line = table.header_line.unwrap_or(1);
    let message = Message::new("io-evidence-currency").with("line", line.to_string());
    report.assume("currency", value, message, true);
}

/// Letters of a line above a table that is no prose.
const LONGEST_LINE: usize = 60;
/// Rows of a series that tell its currency.
const CURRENCY_ROWS: usize = 50;

/// The currency of each series: what the name of its own close tells, else a column of currencies in
/// its own rows, else the lines above the table.
pub(super) fn currencies(table: &Table, layout: &Layout, reading: &Reading) -> Vec<Option<String>> {
    let above = table
        .title
        .iter()
        .filter(|line| line.chars().count() < LONGEST_LINE)
        .find_map(|line| header::currency(line));
    let by_rows = by_rows(table, reading);
    let slots = |series: usize| match &layout.shape {
        Shape::Long { columns, .. } => Some(columns),
        Shape::Panel(instruments) => instruments.get(series).map(|one| &one.columns),
    };
    let of = |series: usize| {
        let close = slots(series).and_then(|slots| slots.get(CLOSE).copied().flatten());
        let by_name = || close.and_then(|close| header::currency(table.name(close)));
        let by_heads = || {
            let heads = close.and_then(|close| table.heads.get(close))?;
            heads.iter().filter(|_| heads.len() > 1).find_map(|cell| header::currency(cell))
        };
        let own = by_name().or_else(by_heads).or_else(|| by_rows.get(series).copied().flatten());
        own.or(above).map(str::to_owned)
    };
    (0..reading.names.len()).map(of).collect()
}

/// The one currency that a column of them states in the rows of each series.
fn by_rows(table: &Table, reading: &Reading) -> Vec<Option<&'static str>> {
    const NAMES: [&str; 8] =
        ["currency", "devise", "waehrung", "währung", "moneda", "valuta", "ccy", "currency code"];
    let named = |column: &usize| NAMES.contains(&header::plain(table.name(*column)).as_str());
    let Some(column) = (0..table.names.len()).find(named) else { return Vec::new() };
    let mut seen: Vec<(usize, Option<&str>)> = vec![(0, None); reading.names.len()];
    let rows = &reading.rows;
    for (series, line) in rows.series.iter().zip(&rows.lines) {
        let Some((count, cell)) = seen.get_mut(*series as usize).filter(|(count, _)| *count < CURRENCY_ROWS)
        else {
            continue;
        };
        let own = table.record_on(*line).cell(column);
        // Two currencies in one series say that neither is that of all.
        *cell = if *count == 0 || *cell == Some(own) { Some(own) } else { Some("") };
        *count += 1;
    }
    seen.into_iter().map(|(_, cell)| cell.and_then(header::currency)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_above_a_table_tell_an_index() {
        let cases = [
            ("Index Level : Price", false, true),
            ("Index name: Demo", true, true),
            ("S&P 500", true, true),
            ("S&P 500", false, false),
            ("Security: NVDA", true, false),
            (
                "Source: a site about every index and fund that was ever listed on any exchange of the world",
                true,
                false,
            ),
        ];
        for (line, is_alone, expected) in cases {
            assert_eq!(is_above_index(&[line.to_owned()], is_alone), expected, "{line}");
        }
    }
}
