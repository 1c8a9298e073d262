//! Market values of a whole market before and after the event, from a file of them.
//!
//! Sums over all listings, by exchange, by sector and over the members of a list. A second line of
//! an issuer is not counted twice where the file says which those are.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::Serialize;

use crate::model::MarketValues;

/// Change of market value of one group of listings.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Group {
    /// What the group is of: `all`, `exchange`, `sector`, `members`.
    pub by: &'static str,
    /// Its name; empty of all.
    pub name: String,
    /// How many listings are in the sum.
    pub listings: usize,
    /// Market value before, in the file's currency.
    pub before: f64,
    /// Change of market value, below zero for a loss.
    pub change: f64,
}

/// Sums of a file of market values.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Universe {
    /// Dates of the values before and after, where the file's columns say them.
    pub dates: [Option<Date>; 2],
    /// Currency of the values, where the file says it.
    pub currency: Option<String>,
    /// Listings with both values.
    pub listings: usize,
    /// Listings that the file marks as a second line of an issuer, which are not counted.
    pub duplicates: usize,
    /// Listings without one of the values.
    pub without_value: usize,
    /// Members that the file does not list.
    pub members_missing: Vec<String>,
    /// The sums: all, then by exchange and sector in the order of their size, then members.
    pub groups: Vec<Group>,
}

impl Universe {
    /// The sums over a file, and over those of its listings that `members` name, if any do.
    #[must_use]
    pub fn of(values: &MarketValues, members: Option<&[String]>) -> Self {
        let known = |row: &&crate::model::MarketValue| row.before.is_finite() && row.after.is_finite();
        let counted: Vec<_> = values.rows.iter().filter(known).filter(|row| !row.is_duplicate).collect();
        let mut found = Self {
            dates: values.dates,
            currency: values.currency.clone(),
            listings: counted.len(),
            duplicates: values.rows.iter().filter(|row| row.is_duplicate).count(),
            without_value: values.rows.iter().filter(|row| !known(row)).count(),
            members_missing: Vec::new(),
            groups: vec![sum("all", String::new(), counted.iter().copied())],
        };
        for (by, read) in [
            ("exchange", (|row| &row.exchange) as fn(&crate::model::MarketValue) -> &Option<String>),
            ("sector", |row| &row.sector),
        ] {
            let mut names: BTreeMap<&str, Vec<&crate::model::MarketValue>> = BTreeMap::new();
            for row in &counted {
                if let Some(name) = read(row) {
                    names.entry(name).or_default().push(row);
                }
            }
            let mut groups: Vec<Group> =
                names.into_iter().map(|(name, rows)| sum(by, name.to_owned(), rows.into_iter())).collect();
            groups.sort_by(|a, b| b.change.abs().total_cmp(&a.change.abs()));
            found.groups.extend(groups);
        }
        if let Some(members) = members {
            let wanted: BTreeSet<String> = members.iter().map(|name| name.to_uppercase()).collect();
            let is_member = |row: &&&crate::model::MarketValue| wanted.contains(&row.symbol.to_uppercase());
            found.groups.push(sum("members", String::new(), counted.iter().filter(is_member).copied()));
            let listed: BTreeSet<String> = values.rows.iter().map(|row| row.symbol.to_uppercase()).collect();
            found.members_missing = wanted.difference(&listed).cloned().collect();
        }
        found
    }

    /// The sum of that kind and name.
    #[must_use]
    pub fn group(&self, by: &str, name: &str) -> Option<&Group> {
        self.groups.iter().find(|group| group.by == by && group.name.eq_ignore_ascii_case(name))
    }
}

fn sum<'a>(
    by: &'static str,
    name: String,
    rows: impl Iterator<Item = &'a crate::model::MarketValue>,
) -> Group {
    let mut group = Group { by, name, listings: 0, before: 0.0, change: 0.0 };
    for row in rows {
        group.listings += 1;
        group.before += row.before;
        group.change += row.after - row.before;
    }
    group
}
