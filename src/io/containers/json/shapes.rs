//! The shapes in which JSON holds tables, and what sites wrap around them.

use std::borrow::Cow;
use std::collections::HashMap;

use serde_json::value::RawValue;

use super::super::instants::{Clock, write_instant, zone_named};
use super::super::{Note, inside};
use super::cells::{self, Record};
use super::values::{self, Member, Sort};
use crate::io::control::Control;
use crate::io::error::Stop;
use crate::io::grid::Grid;

/// Levels into which a table may be wrapped.
const DEPTH: usize = 5;
/// Keys by which an object says what it is about.
const LABELS: &[&str] = &["symbol", "ticker", "name", "id"];

/// Keys of what only describes the columns of a table beside it.
const ASIDE: &[&str] = &["schema", "features"];

/// A table with the key that leads to it.
pub(super) struct Table {
    pub key: Option<String>,
    /// The instrument that it names itself.
    pub symbol: Option<String>,
    pub grid: Grid,
    pub notes: Vec<Note>,
}

/// Looks for tables from the outside to the inside.
pub(super) struct Finder<'t> {
    text: &'t str,
    control: &'t Control<'t>,
    pub tables: Vec<Table>,
}

impl<'t> Finder<'t> {
    pub(super) fn new(text: &'t str, control: &'t Control) -> Self {
        Self { text, control, tables: Vec::new() }
    }

    fn keep(&mut self, key: Option<&str>, grid: Grid, notes: Vec<Note>) {
        self.tables.push(Table { key: key.map(str::to_owned), symbol: None, grid, notes });
    }

    /// Takes the tables of a value to which that key leads.
    pub(super) fn find(&mut self, value: &'t RawValue, key: Option<&str>, depth: usize) -> Result<(), Stop> {
        self.control.check()?;
        match values::sort(value) {
            Sort::Scalar => Ok(()),
            Sort::List => self.list(&values::items(value), key, depth),
            Sort::Object => self.object(&values::members(value), key, depth),
        }
    }

    /// Takes the tables of a list of values.
    pub(super) fn list(
        &mut self,
        items: &[&'t RawValue],
        key: Option<&str>,
        depth: usize,
    ) -> Result<(), Stop> {
        let is = |wanted: Sort| !items.is_empty() && items.iter().all(|item| values::sort(item) == wanted);
        if is(Sort::List) {
            let grid = cells::rows(self.text, items, None, self.control)?;
            self.keep(key, grid, Vec::new());
        } else if is(Sort::Object) {
            if depth < DEPTH && items.first().is_some_and(|item| wraps_tables(item)) {
                for item in items {
                    let before = self.tables.len();
                    self.find(item, key, depth + 1)?;
                    self.label(before, &values::members(item));
                }
                return Ok(());
            }
            let records: Vec<Record<'_>> = items.iter().map(|value| Record { label: None, value }).collect();
            self.records(&records, None, key)?;
        }
        Ok(())
    }

    /// Names the tables from there on by what the object around them is about.
    fn label(&mut self, from: usize, members: &[Member<'_>]) {
        let named = LABELS.iter().find_map(|name| values::cell(values::member(members, name)?));
        let Some(label) = named.filter(|label| !label.is_empty()) else { return };
        let tables = self.tables.get_mut(from..).unwrap_or_default();
        let is_alone = tables.len() == 1;
        for table in tables.iter_mut().filter(|table| table.symbol.is_none()) {
            let key = table.key.as_deref().filter(|_| !is_alone);
            table.symbol = inside(Some(&label), key);
        }
    }

    fn records(
        &mut self,
        records: &[Record<'t>],
        label: Option<&str>,
        key: Option<&str>,
    ) -> Result<(), Stop> {
        let mut notes = Vec::new();
        let grid = cells::records(self.text, records, label, &mut notes, self.control)?;
        self.keep(key, grid, notes);
        Ok(())
    }

    fn object(&mut self, members: &[Member<'t>], key: Option<&str>, depth: usize) -> Result<(), Stop> {
        if let Some(table) = chart(members) {
            self.tables.push(table);
            return Ok(());
        }
        if self.split(members, key)?
            || self.headed(members, key)?
            || self.columns(members, key)
            || self.keyed(members, key)?
        {
            return Ok(());
        }
        if depth < DEPTH {
            let is_aside = |key: &str| members.len() > 1 && ASIDE.contains(&key);
            for (key, value) in members.iter().filter(|(key, _)| !is_aside(key)) {
                self.find(value, Some(key), depth + 1)?;
            }
        }
        Ok(())
    }

    /// `{"columns": […], "index": […], "data": [[…], …]}`.
    fn split(&mut self, members: &[Member<'t>], key: Option<&str>) -> Result<bool, Stop> {
        let list = |name| values::member(members, name).filter(|value| values::sort(value) == Sort::List);
        let (Some(names), Some(data)) = (list("columns"), list("data")) else { return Ok(false) };
        let names: Option<Vec<Cow<'_, str>>> = values::items(names).into_iter().map(heading).collect();
        let rows = values::items(data);
        let Some(names) = names.filter(|_| rows.iter().all(|row| values::sort(row) == Sort::List)) else {
            return Ok(false);
        };
        let index: Vec<Cow<'_, str>> = list("index")
            .map(values::items)
            .unwrap_or_default()
            .into_iter()
            .filter_map(values::cell)
            .collect();
        if index.len() != rows.len() || is_count(&index) {
            let grid = cells::rows(self.text, &rows, Some(&names), self.control)?;
            self.keep(key, grid, Vec::new());
            return Ok(true);
        }
        let mut columns = vec![(Cow::Borrowed(index_name(&index)), index)];
        columns.extend(names.into_iter().map(|name| (name, Vec::new())));
        for row in rows {
            let mut cells = values::items(row).into_iter().map(|item| values::cell(item).unwrap_or_default());
            columns.iter_mut().skip(1).for_each(|(_, column)| column.push(cells.next().unwrap_or_default()));
        }
        self.keep(key, cells::columns(&columns), Vec::new());
        Ok(true)
    }

    /// `{"header": [{"value": …}, …], "rows": [[{"value": …}, …], …]}`, as the tables of HELM.
    fn headed(&mut self, members: &[Member<'t>], key: Option<&str>) -> Result<bool, Stop> {
        let list = |name| values::member(members, name).filter(|value| values::sort(value) == Sort::List);
        let (Some(names), Some(data)) = (list("header"), list("rows")) else { return Ok(false) };
        let names: Option<Vec<Cow<'_, str>>> = values::items(names).into_iter().map(shown).collect();
        let rows = values::items(data);
        let Some(names) = names.filter(|_| rows.iter().all(|row| values::sort(row) == Sort::List)) else {
            return Ok(false);
        };
        let mut columns: Vec<(Cow<'_, str>, Vec<Cow<'_, str>>)> =
            names.into_iter().map(|name| (name, Vec::with_capacity(rows.len()))).collect();
        for row in &rows {
            self.control.check()?;
            let mut cells = values::items(row).into_iter().map(|item| shown(item).unwrap_or_default());
            for (_, column) in &mut columns {
                column.push(cells.next().unwrap_or_default());
            }
        }
        let title = values::member(members, "title").and_then(values::cell);
        self.keep(title.as_deref().or(key), cells::columns(&columns), Vec::new());
        Ok(true)
    }

    /// `{"Date": […], "Close": […]}`: lists of cells, all of one length; scalars beside them say
    /// something about the whole.
    fn columns(&mut self, members: &[Member<'t>], key: Option<&str>) -> bool {
        let lists = members.iter().filter(|(_, value)| values::sort(value) == Sort::List);
        let columns: Option<Vec<_>> =
            lists.map(|(name, value)| Some((name.clone(), column(value)?))).collect();
        let Some(columns) = columns.filter(|columns| columns.len() > 1) else { return false };
        let mut heights = columns.iter().map(|(_, cells)| cells.len());
        let height = heights.next().unwrap_or(0);
        if height == 0 || heights.any(|other| other != height) {
            return false;
        }
        self.keep(key, cells::columns(&columns), Vec::new());
        true
    }

    /// Objects of scalars by key: rows by date or name, or columns by index; and values by date.
    fn keyed(&mut self, members: &[Member<'t>], key: Option<&str>) -> Result<bool, Stop> {
        let keys: Vec<Cow<'_, str>> = members.iter().map(|(key, _)| key.clone()).collect();
        if members.len() > 1
            && keys.iter().all(|key| is_index(key))
            && members.iter().all(|(_, value)| values::sort(value) == Sort::Scalar)
        {
            let cells = members.iter().filter_map(|(_, value)| values::cell(value)).collect();
            let name = Cow::Owned(key.unwrap_or("value").to_owned());
            let columns = [(Cow::Borrowed(index_name(&keys)), keys), (name, cells)];
            self.keep(key, cells::columns(&columns), Vec::new());
            return Ok(true);
        }
        let objects = members.iter().filter(|(_, value)| values::sort(value) == Sort::Object);
        let flat: Option<Vec<(Cow<'t, str>, Vec<Member<'t>>)>> =
            objects.map(|(name, value)| Some((name.clone(), scalars(value)?))).collect();
        let Some(flat) = flat.filter(|flat| !flat.is_empty()) else { return Ok(false) };
        let by_index = flat.iter().all(|(name, _)| is_index(name));
        let of_index = flat.iter().all(|(_, inner)| inner.iter().all(|(name, _)| is_index(name)));
        if of_index && !by_index {
            self.keep(key, cells::columns(&turned(&flat)), Vec::new());
            return Ok(true);
        }
        if !by_index && !share_a_key(&flat) {
            return Ok(false);
        }
        let keys: Vec<Cow<'_, str>> = flat.iter().map(|(name, _)| name.clone()).collect();
        let label = if by_index { index_name(&keys) } else { "name" };
        let records: Vec<Record<'_>> = members
            .iter()
            .filter(|(_, value)| values::sort(value) == Sort::Object)
            .map(|(name, value)| Record { label: Some(name.clone()), value })
            .collect();
        self.records(&records, Some(label).filter(|_| !is_count(&keys)), key)?;
        Ok(true)
    }
}

/// The answer of a chart service: counts of seconds, and columns beside them.
fn chart(members: &[Member<'_>]) -> Option<Table> {
    let stamps = values::items(values::member(members, "timestamp")?);
    let indicators = values::members(values::member(members, "indicators")?);
    let meta = values::member(members, "meta").map(values::members).unwrap_or_default();
    let about = |name| values::member(&meta, name).and_then(values::cell).unwrap_or_default();
    let mut notes = Vec::new();
    let zone_name = about("exchangeTimezoneName");
    let zone = zone_named(if zone_name.is_empty() { "UTC" } else { &zone_name }, "timestamp", &mut notes);
    // What is known of whole days only has a time of day by accident.
    let is_daily = about("dataGranularity").ends_with(['d', 'k', 'o']);
    let clock = if is_daily { Clock::Day(zone) } else { Clock::Zone(zone) };
    let dates = stamps.into_iter().map(|stamp| {
        let cell = values::cell(stamp).unwrap_or_default();
        let Ok(seconds) = cell.parse::<i64>() else { return cell };
        let mut text = String::new();
        // Writing to a text cannot fail.
        let _ = write_instant(&mut text, i128::from(seconds) * 1_000_000_000, &clock);
        Cow::Owned(text)
    });
    let mut columns: Vec<(Cow<'_, str>, Vec<Cow<'_, str>>)> = vec![(Cow::Borrowed("Date"), dates.collect())];
    for (_, groups) in &indicators {
        for group in values::items(groups) {
            let named = values::members(group).into_iter();
            columns.extend(named.filter_map(|(name, value)| Some((name, column(value)?))));
        }
    }
    let symbol = Some(about("symbol").into_owned()).filter(|symbol| !symbol.is_empty());
    (columns.len() > 1).then(|| Table { key: None, symbol, grid: cells::columns(&columns), notes })
}

/// Columns of an object of objects, each of which leads from the index to a cell.
fn turned<'t>(flat: &[(Cow<'t, str>, Vec<Member<'t>>)]) -> Vec<(Cow<'t, str>, Vec<Cow<'t, str>>)> {
    let mut index: Vec<Cow<'t, str>> = Vec::new();
    let mut places: HashMap<Cow<'t, str>, usize> = HashMap::new();
    let mut columns = Vec::new();
    for (name, members) in flat {
        let mut cells = vec![Cow::Borrowed(""); index.len()];
        for (key, value) in members {
            let place = *places.entry(key.clone()).or_insert_with(|| {
                index.push(key.clone());
                index.len() - 1
            });
            if cells.len() <= place {
                cells.resize(place + 1, Cow::Borrowed(""));
            }
            if let Some(cell) = cells.get_mut(place) {
                *cell = values::cell(value).unwrap_or_default();
            }
        }
        columns.push((name.clone(), cells));
    }
    if !is_count(&index) {
        columns.insert(0, (Cow::Borrowed(index_name(&index)), index));
    }
    columns
}

/// The cells of a list that holds nothing else.
fn column(value: &RawValue) -> Option<Vec<Cow<'_, str>>> {
    if values::sort(value) != Sort::List {
        return None;
    }
    values::items(value).into_iter().map(values::cell).collect()
}

/// The members of an object that holds scalars only, and some.
fn scalars(value: &RawValue) -> Option<Vec<Member<'_>>> {
    let members = values::members(value);
    let flat = members.iter().all(|(_, value)| values::sort(value) == Sort::Scalar);
    (flat && !members.is_empty()).then_some(members)
}

/// Whether each of several objects shares a key with the first.
fn share_a_key(flat: &[(Cow<'_, str>, Vec<Member<'_>>)]) -> bool {
    let Some(((_, first), rest)) = flat.split_first() else { return false };
    let shares = |members: &[Member<'_>]| members.iter().any(|(key, _)| values::member(first, key).is_some());
    !rest.is_empty() && rest.iter().all(|(_, members)| shares(members))
}

/// Whether an object holds tables itself rather than being a row of one.
fn wraps_tables(value: &RawValue) -> bool {
    let members = values::members(value);
    let holds = |name| values::member(&members, name).is_some();
    let is_table = |value: &RawValue| {
        let items = values::items(value);
        items.len() > 1 && items.iter().all(|item| values::sort(item) != Sort::Scalar)
    };
    holds("timestamp") && holds("indicators") || members.iter().any(|(_, value)| is_table(value))
}

/// The name of a column: a scalar, or the parts of one joined.
fn heading(value: &RawValue) -> Option<Cow<'_, str>> {
    values::cell(value).or_else(|| Some(Cow::Owned(column(value)?.join(" "))))
}

/// A scalar, or the one under the key `value` of an object; nothing for an object without.
fn shown(value: &RawValue) -> Option<Cow<'_, str>> {
    match values::sort(value) {
        Sort::Object => {
            Some(values::member(&values::members(value), "value").and_then(values::cell).unwrap_or_default())
        }
        _ => values::cell(value),
    }
}

/// Whether a key is a date or a count: digits, and marks between them.
fn is_index(key: &str) -> bool {
    let marks = |c: char| c.is_ascii_digit() || "-/:. TZ+".contains(c);
    key.starts_with(|c: char| c.is_ascii_digit() || c == '-') && key.chars().all(marks)
}

/// Whether keys only count 0, 1, 2, …
fn is_count(keys: &[Cow<'_, str>]) -> bool {
    keys.iter().enumerate().all(|(at, key)| key.parse() == Ok(at))
}

/// What a column of keys is: days, or counts of time since some moment, or anything else.
fn index_name(keys: &[Cow<'_, str>]) -> &'static str {
    let is_date = |key: &Cow<'_, str>| is_index(key) && (key.len() >= 8);
    if !keys.is_empty() && keys.iter().all(is_date) { "Date" } else { "index" }
}
