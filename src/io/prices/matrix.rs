//! Tables in which dates do not run down one column: days by months, years by months, and dates
//! across the top. Each is turned into rows of a date and values, which are then read like any
//! other.

use super::long_grid;
use crate::io::dates::{self, month_number};
use crate::io::error::ContentProblem;
use crate::io::grid::Grid;
use crate::io::header::{self, Role};
use crate::io::numbers;
use crate::io::report::{Report, short};
use crate::io::table::{Table, YEAR_NAMES};
use crate::model::{Message, WarningKind};

/// Months over the columns of a matrix, at the least.
const LEAST_MONTHS: usize = 6;
/// Dates across the top, at the least.
const LEAST_DATES: usize = 3;

/// The table as rows of dates, `None` where its dates run down a column as they stand.
pub(in crate::io) fn straightened(
    table: &Table,
    stem: &str,
    report: &mut Report,
) -> Result<Option<Grid>, ContentProblem> {
    if let Some(grid) = transposed(table, report).or_else(|| of_parts(table)) {
        return Ok(Some(grid));
    }
    by_months(table, stem, report)
}

/// Days by months or years by months.
fn by_months(table: &Table, stem: &str, report: &mut Report) -> Result<Option<Grid>, ContentProblem> {
    let months: Vec<(usize, i8)> = (0..table.names.len())
        .filter_map(|column| Some((column, month_number(table.name(column))?)))
        .collect();
    let Some((first, _)) = months.first().copied().filter(|_| months.len() >= LEAST_MONTHS) else {
        return Ok(None);
    };
    let Some(key) = first.checked_sub(1) else { return Ok(None) };
    let counts: Vec<(u64, i16)> =
        table.records().filter_map(|row| Some((row.line, row.cell(key).parse().ok()?))).collect();
    if counts.is_empty() || counts.len() * 10 < table.len() * 6 {
        return Ok(None);
    }
    let are_years = counts.iter().all(|(_, count)| (1700..2200).contains(count));
    let are_days = counts.iter().all(|(_, count)| (1..=31).contains(count));
    let year = match (are_years, are_days) {
        (true, _) => None,
        (false, true) => {
            let lines = table.title.iter().map(String::as_str).chain([table.name(key), stem]);
            Some(lines.into_iter().find_map(year_in).ok_or(ContentProblem::MatrixWithoutYear)?)
        }
        (false, false) => return Ok(None),
    };
    let mut rows = Vec::new();
    for (line, count) in counts {
        let record = table.record_on(line);
        for (column, month) in &months {
            let cell = record.cell(*column);
            let date = match year {
                None => jiff::civil::Date::new(count, *month, 1),
                Some(year) => jiff::civil::Date::new(year, *month, i8::try_from(count).unwrap_or(0)),
            };
            match date {
                Ok(date) if !numbers::is_missing(cell) => {
                    rows.push((line, date.to_string(), cell.to_owned()));
                }
                Err(_) if !numbers::is_missing(cell) => {
                    let message = Message::new("io-bad-date")
                        .with("cell", short(&format!("{count} {}", table.name(*column))));
                    report.warn(Some(line), WarningKind::Date, message);
                }
                _ => {}
            }
        }
    }
    for row in table.records().filter(|row| row.cell(key).parse::<i16>().is_err()) {
        let message = Message::new("io-skipped-footer").with("cell", short(row.first_filled()));
        report.warn(Some(row.line), WarningKind::Skipped, message);
    }
    let line = table.header_line.unwrap_or(1);
    let cell = table.name(first);
    let evidence =
        Message::new("io-evidence-matrix").with("line", line.to_string()).with("cell", short(cell));
    report.assume("shape", "matrix", evidence, true);
    Ok(Some(long_grid(&rows, "Close")))
}

/// The one year of this age that a text names.
fn year_in(text: &str) -> Option<i16> {
    let digits = text.split(|c: char| !c.is_ascii_digit());
    let mut years = digits.filter(|part| part.len() == 4).filter_map(|part| part.parse::<i16>().ok());
    let mut plausible = years.by_ref().filter(|year| (1700..2200).contains(year));
    let year = plausible.next()?;
    plausible.all(|other| other == year).then_some(year)
}

/// Dates across the top: a row a series.
fn transposed(table: &Table, report: &mut Report) -> Option<Grid> {
    let line = table.header_line?;
    let names: Vec<&str> = table.names.iter().map(String::as_str).collect();
    let dated: Vec<usize> =
        (0..names.len()).filter(|at| names.get(*at).is_some_and(|n| is_date(n))).collect();
    let filled = names.iter().filter(|name| !name.is_empty()).count();
    if dated.len() < LEAST_DATES || dated.len() * 2 < filled || table.len() == 0 {
        return None;
    }
    let labels: Vec<usize> = (0..names.len()).filter(|at| !dated.contains(at)).collect();
    // The column of words whose cells name every row by another name, else the first.
    let distinct = |column: &usize| {
        let mut cells: Vec<&str> = table.cells(*column).collect();
        cells.sort_unstable();
        let count = cells.len();
        cells.dedup();
        cells.len() == count && !cells.contains(&"")
    };
    let label = labels.iter().copied().find(distinct).or_else(|| labels.first().copied());
    let mut grid = Grid::default();
    grid.push("Date");
    for (at, record) in table.records().enumerate() {
        let name = label.map_or("", |label| record.cell(label));
        let name = if name.is_empty() { (at + 1).to_string() } else { name.to_owned() };
        // A row of closes stays one; any other name names its series.
        grid.push(&name);
    }
    grid.end_row(line);
    for column in dated {
        grid.push(names.get(column).copied().unwrap_or_default());
        for record in table.records() {
            grid.push(record.cell(column));
        }
        grid.end_row(line);
    }
    let first = names.iter().find(|name| is_date(name)).copied().unwrap_or_default();
    let evidence =
        Message::new("io-evidence-transposed").with("line", line.to_string()).with("cell", short(first));
    report.assume("shape", "transposed", evidence, true);
    Some(grid)
}

/// Years, months and days in columns of their own, as rows with one date.
fn of_parts(table: &Table) -> Option<Grid> {
    let line = table.header_line?;
    let part = |wanted: &[&str], range: std::ops::RangeInclusive<i16>| {
        let fits = |cell: &str| cell.parse().is_ok_and(|number: i16| range.contains(&number));
        table.column(wanted).filter(|column| table.sample(*column).iter().all(|cell| fits(cell)))
    };
    let year = part(YEAR_NAMES, 1700..=2199)?;
    let month =
        part(&["month", "mm", "mo", "mês", "mes", "mois", "monat", "mese", "ay", "месяц", "月"], 1..=12)?;
    let day = part(&["day", "dd", "dia", "día", "jour", "tag", "giorno", "gün", "день", "日"], 1..=31)?;
    if table.date_column().is_some_and(|date| ![year, month, day].contains(&date.column)) {
        return None;
    }
    let others: Vec<usize> = (0..table.names.len()).filter(|at| ![year, month, day].contains(at)).collect();
    let mut grid = Grid::default();
    grid.push("Date");
    for column in &others {
        grid.push(table.name(*column));
    }
    grid.end_row(line);
    for row in table.records() {
        let number = |column: usize| row.cell(column).parse::<u16>().unwrap_or(0);
        grid.push(&format!("{:04}-{:02}-{:02}", number(year), number(month), number(day)));
        for column in &others {
            grid.push(row.cell(*column));
        }
        grid.end_row(row.line);
    }
    Some(grid)
}

fn is_date(name: &str) -> bool {
    let is_year = || name.len() == 4 && name.parse().is_ok_and(|year: i16| (1700..2200).contains(&year));
    !name.is_empty() && header::role(name) == Role::Other && (dates::looks_like_date(name) || is_year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_of_a_title_is_found_where_it_is_the_only_one() {
        let cases = [
            ("Evolução diária - 2019", Some(2019)),
            ("From 2019 to 2020", None),
            ("2019 (as of 2019)", Some(2019)),
            ("Ibovespa", None),
            ("12345 and 99", None),
        ];
        for (text, expected) in cases {
            assert_eq!(year_in(text), expected, "{text}");
        }
    }
}
