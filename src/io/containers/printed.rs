//! Rows that a program printed, each value behind its name: "Date=2025-01-27 Close=118.42",
//! "date: 2025-01-27, close: 118.42", and the records of Python, `{'date': '2025-01-27', …}` and
//! `Bar(date=datetime.date(2025, 1, 27), close=118.42)`. They become rows under those names.

use super::Found;
use crate::io::grid::Grid;

/// Rows that tell whether a text is of this kind.
const TELLING: usize = 20;
/// Values of a row at the least, and rows at the least.
const LEAST: usize = 2;
/// Characters of a name at the most.
const LONGEST_NAME: usize = 40;

/// A row: its line, and its values behind their names.
struct Record<'t> {
    line: u64,
    pairs: Vec<(&'t str, &'t str)>,
}

/// Bytes that tell whether a text is of this kind.
const HEAD: usize = 1 << 14;

/// The rows of a text, `None` where it is not of this kind: its first rows must all have the same
/// names, and all others too.
pub(super) fn read<'a>(bytes: &[u8], outer: Option<&str>) -> Option<Vec<Found<'a>>> {
    let head = String::from_utf8_lossy(bytes.get(..HEAD).unwrap_or(bytes));
    // The second row tells most other texts apart.
    if records(&head).take(LEAST).any(|record| record.pairs.len() < LEAST) {
        return None;
    }
    let text = &*String::from_utf8_lossy(bytes);
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let first: Vec<Record> = records(text).take(TELLING).collect();
    let names: Vec<&str> = first.first()?.pairs.iter().map(|(name, _)| *name).collect();
    let has_names = |record: &Record| {
        record.pairs.len() == names.len()
            && record.pairs.iter().zip(&names).all(|((name, _), known)| name == known)
    };
    let is_unique =
        names.iter().enumerate().all(|(at, name)| !names.iter().take(at).any(|known| known == name));
    let named = names.iter().filter(|name| !name.is_empty()).count();
    if named < LEAST || first.len() < LEAST || !is_unique || !first.iter().all(has_names) {
        return None;
    }
    let mut grid = Grid::default();
    let line = first.first().map_or(1, |record| record.line);
    for name in &names {
        grid.push(name);
    }
    grid.end_row(line);
    for record in records(text) {
        if !has_names(&record) {
            // A row of another kind would be lost without a word.
            return None;
        }
        for (_, value) in &record.pairs {
            grid.push(&unwrapped(value));
        }
        grid.end_row(record.line);
    }
    Some(vec![Found::grid(outer.map(str::to_owned), grid, Vec::new())])
}

/// The rows of a text: its lines, or what stands between braces, of which several may share a line.
fn records(text: &str) -> impl Iterator<Item = Record<'_>> {
    let is_braced = text.trim_start().starts_with(['{', '[']);
    let mut line = 1_u64;
    text.split_inclusive(move |c: char| if is_braced { c == '}' } else { c == '\n' }).filter_map(
        move |piece| {
            let blank = piece.len() - piece.trim_start().len();
            let begins = line + piece.get(..blank).unwrap_or_default().matches('\n').count() as u64;
            line += piece.matches('\n').count() as u64;
            let piece = piece.trim();
            let inner = if is_braced { piece.rsplit_once('{').map_or("", |(_, inner)| inner) } else { piece };
            let inner = inner.trim_end_matches(['}', ',']);
            (!inner.trim_matches([']', '[', ' ', '\n', '\r']).is_empty())
                .then(|| Record { line: begins, pairs: pairs(inner) })
        },
    )
}

/// Names with their values: a name stands directly before "=", or before ":" with a blank or a
/// quotation mark behind it, outside of brackets and quotation marks.
fn pairs(row: &str) -> Vec<(&str, &str)> {
    let row = called(row);
    // Where each name begins, and where its sign stands.
    let mut names: Vec<(usize, usize)> = Vec::new();
    let (mut depth, mut quote, mut before) = (0_usize, None::<char>, ' ');
    for (at, c) in row.char_indices() {
        let after = row.get(at + c.len_utf8()..).and_then(|rest| rest.chars().next());
        let is_apostrophe = std::mem::replace(&mut before, c).is_alphanumeric();
        let is_sign = c == '=' || c == ':' && after.is_none_or(|c| c.is_whitespace() || "'\"".contains(c));
        if quote.is_some() {
            quote = quote.filter(|open| *open != c);
            continue;
        }
        match c {
            '\'' | '"' if !is_apostrophe => quote = Some(c),
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 && is_sign => names.extend(name_before(row, at).map(|start| (start, at))),
            _ => {}
        }
    }
    // What stands before the first name is a value without one: the time of a line in a log.
    let before = names.first().and_then(|(start, _)| row.get(..*start)).unwrap_or_default();
    let before = before.trim().trim_end_matches([',', ';', '|', ':', ' ', '\t']);
    let unnamed = (!before.is_empty()).then_some(("", before));
    let ends = names.iter().skip(1).map(|(start, _)| *start).chain([row.len()]);
    let named = names.iter().zip(ends).filter_map(|((start, sign), end)| {
        let name = row.get(*start..*sign)?.trim().trim_matches(['\'', '"']);
        let value = row.get(sign + 1..end)?.trim().trim_end_matches([',', ';', '|', ' ', '\t']);
        Some((name, value))
    });
    unnamed.into_iter().chain(named).collect()
}

/// What stands in the brackets of a call, where the row is one: "Bar(date=…)".
fn called(row: &str) -> &str {
    let inner = row.trim().strip_suffix(')').and_then(|row| row.split_once('('));
    match inner {
        Some((name, inner)) if name.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '.') => inner,
        _ => row,
    }
}

/// Where the name that ends before a sign begins; `None` where no name does.
fn name_before(row: &str, sign: usize) -> Option<usize> {
    let before = row.get(..sign)?.trim_end();
    let quote = before.chars().next_back().filter(|c| matches!(c, '\'' | '"'));
    let start = if let Some(quote) = quote {
        before.strip_suffix(quote)?.rfind(quote)?
    } else {
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '%');
        before.rfind(|c: char| !is_part(c)).map_or(0, |at| at + before.get(at..).map_or(1, first_length))
    };
    let name = before.get(start..)?.trim_matches(['\'', '"']);
    let fits =
        name.starts_with(|c: char| c.is_alphabetic() || c == '_') && name.chars().count() <= LONGEST_NAME;
    fits.then_some(start)
}

fn first_length(text: &str) -> usize {
    text.chars().next().map_or(1, char::len_utf8)
}

/// A value without quotation marks, and without the call that made it: `datetime.date(2025, 1, 27)`,
/// `Decimal('118.42')`, `np.float64(118.42)`.
fn unwrapped(value: &str) -> String {
    let plain = |text: &str| text.trim().trim_matches(['\'', '"']).to_owned();
    let call = value.strip_suffix(')').and_then(|value| value.split_once('('));
    let Some((name, inner)) = call.filter(|(name, _)| !name.is_empty()) else { return plain(value) };
    let parts: Vec<&str> = inner.split(',').map(str::trim).collect();
    let number = |at: usize| parts.get(at).and_then(|part| part.parse::<u16>().ok()).unwrap_or(0);
    let is_day = name.ends_with("date") || name.ends_with("datetime");
    if is_day && parts.len() >= 3 && parts.iter().take(6).all(|part| part.parse::<u16>().is_ok()) {
        let day = format!("{:04}-{:02}-{:02}", number(0), number(1), number(2));
        let time = format!(" {:02}:{:02}:{:02}", number(3), number(4), number(5));
        return if parts.len() > 3 { day + &time } else { day };
    }
    plain(parts.first().copied().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::io::containers::tests::{grids, lines_of};

    #[test]
    fn printed_rows_become_rows_under_their_names() {
        let cases: &[(&str, &[&str])] = &[
            (
                "Date=2025-01-27 Open=124.8 Close=118.42\nDate=2025-01-28 Open=121.8 Close=128.99\n",
                &["Date|Open|Close", "2025-01-27|124.8|118.42", "2025-01-28|121.8|128.99"],
            ),
            (
                "Date=2025-01-27 16:00:00, Close=118.42\n\nDate=2025-01-28 16:00:00, Close=128.99",
                &["Date|Close", "2025-01-27 16:00:00|118.42", "2025-01-28 16:00:00|128.99"],
            ),
            (
                "date: 2025-01-27, close: 118.42\ndate: 2025-01-28, close: 128.99\n",
                &["date|close", "2025-01-27|118.42", "2025-01-28|128.99"],
            ),
            (
                "2025-01-27 16:00:00 Open=124.8 Close=118.42\n2025-01-28 16:00:00 Open=121.8 Close=128.99\n",
                &["|Open|Close", "2025-01-27 16:00:00|124.8|118.42", "2025-01-28 16:00:00|121.8|128.99"],
            ),
            (
                "{'date': '2025-01-27', 'close': 118.42}\n{'date': '2025-01-28', 'close': 128.99}\n",
                &["date|close", "2025-01-27|118.42", "2025-01-28|128.99"],
            ),
            (
                "[{'date': datetime.date(2025, 1, 27), 'close': Decimal('118.42')},\n \
                 {'date': datetime.date(2025, 1, 28), 'close': Decimal('128.99')}]\n",
                &["date|close", "2025-01-27|118.42", "2025-01-28|128.99"],
            ),
            (
                "Bar(date=datetime.datetime(2025, 1, 27, 16, 0), close=118.42)\n\
                 Bar(date=datetime.datetime(2025, 1, 28, 16, 0), close=128.99)\n",
                &["date|close", "2025-01-27 16:00:00|118.42", "2025-01-28 16:00:00|128.99"],
            ),
        ];
        for (text, expected) in cases {
            let found = read(text.as_bytes(), None).map_or_else(|| panic!("{text}"), grids);
            assert_eq!(lines_of(&found[0].1), *expected, "{text}");
        }
    }

    #[test]
    fn other_texts_are_left_alone() {
        let cases = [
            "Date,Close\n2025-01-27,118.42\n2025-01-28,128.99\n",
            "Symbol: NVDA\nCurrency: USD\nDate,Close\n2025-01-27,1\n",
            "Date=2025-01-27 Close=118.42\n",
            "a=1 b=2\na=1 c=2\n",
            "a=1 a=2\na=1 a=2\n",
            "2025-01-27 09:30,1\n2025-01-27 09:31,2\n",
            "https://x.example/?a=1&b=2\n",
            "",
        ];
        for text in cases {
            assert!(read(text.as_bytes(), None).is_none(), "{text}");
        }
    }
}
