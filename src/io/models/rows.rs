//! The rows of a model table: names, makers, dates and whatever else stands in words.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::columns::Read;
use super::identity::identity;
use super::names;
use super::roles::Roles;
use crate::io::grid::Row;
use crate::io::numbers;
use crate::io::report::{Report, short};
use crate::io::sides::{self, text};
use crate::io::table::Table;
use crate::model::{ColumnRole as Role, Fact, Message, ModelRow, Overrides, WarningKind};

/// The rows that name a model or hold a number, and their positions among the records.
pub(super) fn read(
    table: &Table,
    roles: &Roles,
    overrides: &Overrides,
    read: &Read,
    report: &mut Report,
) -> (Vec<ModelRow>, Vec<usize>) {
    let released = match roles.of(Role::Date) {
        None => vec![None; table.len()],
        Some(released) => sides::releases(table, released, overrides, report),
    };
    let priced = match roles.named(names::PRICE_DATES) {
        None => vec![None; table.len()],
        Some(priced) => sides::releases(table, priced, &Overrides::default(), &mut Report::default()),
    };
    let places = Places::of(roles);
    let ended = ended(table, roles, &places, report);
    let mut lines: BTreeMap<String, u64> = BTreeMap::new();
    let (mut rows, mut kept) = (Vec::new(), Vec::new());
    for (at, ((record, released), price_date)) in table.records().zip(released).zip(priced).enumerate() {
        if ended.contains(&at) {
            continue;
        }
        let known = places.names.iter().find_map(|column| words(record, Some(*column)));
        let holds = || read.columns.iter().any(|column| column.value(at).is_some());
        let name = match known {
            Some(name) => name,
            None if holds() => {
                let name = format!("#{}", record.line);
                let message = Message::new("io-row-without-name").with("name", name.clone());
                report.warn(Some(record.line), WarningKind::Ambiguous, message);
                name
            }
            None => {
                report.warn(Some(record.line), WarningKind::Skipped, Message::new("io-row-without-model"));
                continue;
            }
        };
        if let Some(first) = lines.get(&name) {
            let message =
                Message::new("io-duplicate-model").with("name", short(&name)).with("line", first.to_string());
            report.warn(Some(record.line), WarningKind::Ambiguous, message);
        }
        lines.entry(name.clone()).or_insert(record.line);
        kept.push(at);
        rows.push(places.row(record, name, released, price_date));
    }
    (rows, kept)
}

/// A record with the days from and until which its prices are in force.
type Priced = (usize, Option<Date>, Option<Date>);

/// Records of prices that were in force until a day, of models that have later ones: these are left
/// out, and named.
fn ended(table: &Table, roles: &Roles, places: &Places, report: &mut Report) -> BTreeSet<usize> {
    let (from, until) =
        (roles.named(&["from date", "valid from"]), roles.named(&["to date", "valid to", "valid until"]));
    if from.is_none() && until.is_none() {
        return BTreeSet::new();
    }
    let days = |column: Option<usize>| match column {
        None => vec![None; table.len()],
        Some(column) => sides::releases(table, column, &Overrides::default(), &mut Report::default()),
    };
    let mut prices: BTreeMap<String, Vec<Priced>> = BTreeMap::new();
    for ((at, record), (from, until)) in
        table.records().enumerate().zip(days(from).into_iter().zip(days(until)))
    {
        if let Some(name) = places.names.iter().find_map(|column| words(record, Some(*column))) {
            prices.entry(name).or_default().push((at, from, until));
        }
    }
    let (mut left, mut names) = (BTreeSet::new(), Vec::new());
    for (name, prices) in prices.into_iter().filter(|(_, prices)| prices.len() > 1) {
        // A price without an end is in force; of several the one that began last.
        let latest = prices.iter().max_by_key(|(_, from, until)| (until.is_none(), *until, *from));
        let Some((kept, begins, ends)) = latest.copied() else { continue };
        let is_earlier = |(_, from, until): &&Priced| {
            (*from, *until) != (begins, ends) && (until.is_some() || from.is_some() || begins.is_some())
        };
        let earlier: Vec<usize> =
            prices.iter().filter(is_earlier).map(|(at, ..)| *at).filter(|at| *at != kept).collect();
        if !earlier.is_empty() {
            names.push(short(&name));
        }
        left.extend(earlier);
    }
    if !names.is_empty() {
        let message =
            Message::new("io-prices-of-times").with("count", names.len()).with("names", Fact::Names(names));
        report.warn(None, WarningKind::Ambiguous, message);
    }
    left
}

/// Where the words of a row stand.
struct Places {
    /// Columns of full names, the first that holds one counts.
    names: Vec<usize>,
    short: Option<usize>,
    organization: Option<usize>,
    country: Option<usize>,
    access: Vec<(usize, bool)>,
    certainty: Option<usize>,
    basis: Option<usize>,
    notes: Option<usize>,
    source: Option<usize>,
}

impl Places {
    fn of(roles: &Roles) -> Self {
        let others =
            names::LABELS.iter().filter_map(|wanted| roles.plain.iter().position(|name| name == wanted));
        let others = others.filter(|column| roles.kinds.get(*column) == Some(&Role::Other));
        let is = |column: usize, role: Role| roles.kinds.get(column) == Some(&role);
        let is_licence =
            |column: usize| roles.plain.get(column).is_some_and(|name| name.starts_with("licen"));
        let access: Vec<usize> = (0..roles.kinds.len()).filter(|at| is(*at, Role::Accessibility)).collect();
        let certainty = roles.named(names::CERTAINTY).filter(|column| is(*column, Role::Certainty));
        let is_basis = |column: &usize| roles.named(names::BASES) == Some(*column);
        Self {
            names: roles.name.into_iter().chain(others).collect(),
            short: roles.short,
            organization: roles.of(Role::Organization),
            country: roles.of(Role::Country),
            access: access.into_iter().map(|column| (column, is_licence(column))).collect(),
            certainty: certainty.or_else(|| roles.of(Role::Certainty).filter(|column| !is_basis(column))),
            basis: roles.named(names::BASES),
            notes: roles.named(names::NOTES),
            source: roles.named(names::SOURCES),
        }
    }

    fn row(
        &self,
        record: Row<'_>,
        name: String,
        released: Option<Date>,
        price_date: Option<Date>,
    ) -> ModelRow {
        let open =
            |(column, is_licence): &(usize, bool)| is_open(&words(record, Some(*column))?, *is_licence);
        ModelRow {
            label: words(record, self.short).unwrap_or_else(|| name.clone()),
            identity: identity(&name),
            name,
            organization: words(record, self.organization),
            country: words(record, self.country),
            released,
            open_weights: self.access.iter().find_map(open),
            accessibility: self.access.iter().find_map(|(column, _)| words(record, Some(*column))),
            certainty: words(record, self.certainty),
            cost_basis: words(record, self.basis),
            price_date,
            notes: text(record, self.notes),
            source: words(record, self.source),
            line: record.line,
        }
    }
}

/// Words of a cell on one line; a mark such as "-" that nothing is known is nothing.
fn words(record: Row<'_>, column: Option<usize>) -> Option<String> {
    let cell = text(record, column).filter(|cell| !numbers::is_missing(cell))?;
    Some(if cell.contains(['\n', '\r']) {
        cell.split_whitespace().collect::<Vec<_>>().join(" ")
    } else {
        cell
    })
}

/// Whether weights are open; a licence that is not proprietary is one of open weights.
fn is_open(word: &str, is_licence: bool) -> Option<bool> {
    let word = word.to_lowercase();
    match word.as_str() {
        "yes" | "true" | "open" | "1" | "open source" | "open weights" => Some(true),
        "no" | "false" | "closed" | "proprietary" | "0" | "unreleased" | "commercial" => Some(false),
        _ if word.starts_with("open weights") => Some(true),
        _ if word.starts_with("api access") || word.starts_with("hosted access") => Some(false),
        _ if word.contains("propri") => Some(false),
        _ if is_licence => Some(true),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn open_weights_are_told_by_their_words() {
        let cases = [
            ("yes", false, Some(true)),
            ("Open weights (restricted use)", false, Some(true)),
            ("API access", false, Some(false)),
            ("Hosted access (no API)", false, Some(false)),
            ("MIT", true, Some(true)),
            ("Proprietary", true, Some(false)),
            ("MIT", false, None),
        ];
        for (word, is_licence, expected) in cases {
            assert_eq!(is_open(word, is_licence), expected, "{word}");
        }
    }
}
