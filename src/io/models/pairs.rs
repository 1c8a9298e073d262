//! Which rows of two tables are one model.
//!
//! Two rows are one model when their full names are the same, else when their names without maker,
//! date and effort are, as far as dates and efforts do not speak against it and no other row would
//! do as well. A name with a date is another model than one without, unless the date is that of the
//! other's release, or nothing is known of that release and the name has one date in both tables.
//! It does not matter which table is the earlier one.

use std::collections::BTreeMap;

use super::identity::{agrees, are_near, may_be_same};
use crate::model::ModelRow;

/// Two rows that are one model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    /// Row of the earlier table.
    pub earlier: usize,
    /// Row of the later table.
    pub later: usize,
    /// Whether their names are the same, but for case.
    pub is_named: bool,
}

/// Every two rows that are one model, by the earlier row, then by the later. A row may stand in
/// several pairs: one price, three efforts.
pub(super) fn pairs(earlier: &[ModelRow], later: &[ModelRow]) -> Vec<Pair> {
    let families = families([earlier, later]);
    let forth = Side { rows: earlier, others: later, families: &families, is_later: false }.partners();
    let back = Side { rows: later, others: earlier, families: &families, is_later: true }.partners();
    let pair = |(earlier, later, is_named)| Pair { earlier, later, is_named };
    let mut found: Vec<Pair> = forth.into_iter().map(pair).collect();
    found.extend(back.into_iter().map(|(later, earlier, is_named)| pair((earlier, later, is_named))));
    found.sort_by_key(|pair| (pair.earlier, pair.later, !pair.is_named));
    found.dedup_by_key(|pair| (pair.earlier, pair.later));
    found
}

/// What two tables hold under one name.
#[derive(Default)]
struct Family<'a> {
    /// Dates behind the name, of those that may be one the first.
    versions: Vec<&'a str>,
    /// Whether each of the tables has the name without a date.
    has_bare: [bool; 2],
}

fn families(tables: [&[ModelRow]; 2]) -> BTreeMap<&str, Family<'_>> {
    let mut families: BTreeMap<&str, Family> = BTreeMap::new();
    for (rows, is_later) in tables.into_iter().zip([false, true]) {
        for row in rows {
            let family = families.entry(&row.identity.key).or_default();
            match row.identity.version.as_deref() {
                Some(version) if !family.versions.iter().any(|known| may_be_same(known, version)) => {
                    family.versions.push(version);
                }
                Some(_) => {}
                None => {
                    let [earlier, later] = &mut family.has_bare;
                    *(if is_later { later } else { earlier }) = true;
                }
            }
        }
    }
    families
}

/// Rows that look for theirs in the other table.
struct Side<'a> {
    rows: &'a [ModelRow],
    others: &'a [ModelRow],
    families: &'a BTreeMap<&'a str, Family<'a>>,
    /// Whether `rows` are those of the later table.
    is_later: bool,
}

impl Side<'_> {
    /// Row, row of the other table, and whether their names are the same.
    fn partners(&self) -> Vec<(usize, usize, bool)> {
        let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let mut by_key: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, other) in self.others.iter().enumerate() {
            by_name.entry(other.name.to_lowercase()).or_default().push(at);
            by_key.entry(&other.identity.key).or_default().push(at);
        }
        // What is drawn counts as a name where no full name says the same.
        for (at, other) in self.others.iter().enumerate() {
            by_name.entry(other.label.to_lowercase()).or_insert_with(|| vec![at]);
        }
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        let mut found = Vec::new();
        for (at, row) in self.rows.iter().enumerate() {
            let name = row.name.to_lowercase();
            let rank = seen.entry(name.clone()).or_default();
            let place = *rank;
            *rank += 1;
            // Of several rows of one name in both tables the first is the first.
            let named = [name, row.label.to_lowercase()].into_iter().find_map(|name| {
                let places = by_name.get(&name)?;
                let at = places.get(place).or_else(|| places.last())?;
                let is_one = self.others.get(*at).is_some_and(|other| is_same_name(row, other));
                is_one.then_some(*at)
            });
            if let Some(other) = named {
                found.push((at, other, true));
            } else if let Some(other) =
                by_key.get(row.identity.key.as_str()).and_then(|places| self.nearest(row, places))
            {
                found.push((at, other, false));
            }
        }
        found
    }

    /// The one of several rows of one name that suits date and effort best; `None` where two suit
    /// as well or none does.
    fn nearest(&self, row: &ModelRow, places: &[usize]) -> Option<usize> {
        let closeness = |other: &ModelRow| {
            let (own, other) = (&row.identity, &other.identity);
            (own.effort == other.effort, own.version == other.version)
        };
        let mut fitting: Vec<(usize, (bool, bool))> = places
            .iter()
            .filter_map(|at| self.others.get(*at).map(|other| (*at, other)))
            .filter(|(_, other)| self.may_be_one(row, other))
            .map(|(at, other)| (at, closeness(other)))
            .collect();
        fitting.sort_by_key(|(_, closeness)| std::cmp::Reverse(*closeness));
        match fitting.as_slice() {
            [(only, _)] => Some(*only),
            [(first, near), (_, next), ..] if near > next => Some(*first),
            _ => None,
        }
    }

    /// Whether effort, date and release leave it open that two rows of one name are one model.
    fn may_be_one(&self, row: &ModelRow, other: &ModelRow) -> bool {
        let (own, others) = (&row.identity, &other.identity);
        if own.effort.is_some() && others.effort.is_some() && own.effort != others.effort {
            return false;
        }
        match (own.version.as_deref(), others.version.as_deref()) {
            (None, None) => are_near(row.released, other.released),
            (Some(one), Some(two)) => {
                // A month and a day, or a year, may be those of another release.
                let is_full = one.len().min(two.len()) > 4 || one.len().max(two.len()) == 8;
                may_be_same(one, two) && (is_full || are_near(row.released, other.released))
            }
            (Some(version), None) => self.may_be_bare(row, version, other, self.is_later),
            (None, Some(version)) => self.may_be_bare(other, version, row, !self.is_later),
        }
    }

    /// Whether a row of a name with a date may be one of the name without; `is_later` tells in
    /// which table the name with the date stands.
    fn may_be_bare(&self, dated: &ModelRow, version: &str, bare: &ModelRow, is_later: bool) -> bool {
        if let Some(released) = bare.released {
            return agrees(version, dated.released, released);
        }
        self.families.get(bare.identity.key.as_str()).is_some_and(|family| {
            let [earlier, later] = family.has_bare;
            family.versions.len() == 1 && !(if is_later { later } else { earlier })
        })
    }
}

/// Whether the full names of two rows are the same, or what is drawn of them is and their releases
/// are not apart.
fn is_same_name(row: &ModelRow, other: &ModelRow) -> bool {
    row.name.to_lowercase() == other.name.to_lowercase() || are_near(row.released, other.released)
}

#[cfg(test)]
mod tests {
    use super::super::identity::identity;
    use super::*;

    fn rows(rows: &[(&str, Option<&str>)]) -> Vec<ModelRow> {
        let row = |(name, released): &(&str, Option<&str>)| ModelRow {
            name: (*name).to_owned(),
            label: (*name).to_owned(),
            identity: identity(name),
            released: released.map(|day| day.parse().unwrap()),
            ..ModelRow::default()
        };
        rows.iter().map(row).collect()
    }

    /// Pairs of two tables, which must be the same whichever is the earlier one.
    fn places(one: &[(&str, Option<&str>)], other: &[(&str, Option<&str>)]) -> Vec<(usize, usize)> {
        let (one, other) = (rows(one), rows(other));
        let forth: Vec<(usize, usize)> =
            pairs(&one, &other).iter().map(|pair| (pair.earlier, pair.later)).collect();
        let mut back: Vec<(usize, usize)> =
            pairs(&other, &one).iter().map(|pair| (pair.later, pair.earlier)).collect();
        back.sort_unstable();
        assert_eq!(forth, back);
        forth
    }

    #[test]
    fn a_later_release_is_another_model() {
        let january = [("DeepSeek-V3", Some("2024-12-26")), ("DeepSeek-R1", Some("2025-01-20"))];
        let later = [
            ("DeepSeek V3 (0324)", Some("2025-03-24")),
            ("DeepSeek R1 (0528)", Some("2025-06-06")),
            ("DeepSeek R1", Some("2025-01-20")),
        ];
        assert_eq!(places(&january, &later), [(1, 2)]);
        let undated = [("DeepSeek-V3-0324", None), ("DeepSeek-R1-0528", None)];
        assert_eq!(places(&january, &undated), []);
        let same = [("DeepSeek-V3", None)];
        assert_eq!(places(&same, &undated), [(0, 0)], "no release and one date alone");
        let months = [("DeepSeek V3 Mar 2025", None)];
        assert_eq!(places(&january, &months), []);
    }

    #[test]
    fn a_date_behind_a_name_is_that_of_a_release() {
        let bare = [("o1", Some("2024-12-17")), ("Claude 3.5 Sonnet", Some("2024-06-20"))];
        let dated = [
            ("o1-1217", None),
            ("claude-3-5-sonnet-20241022", Some("2024-10-22")),
            ("claude-3-5-sonnet-20240620", None),
        ];
        assert_eq!(places(&bare, &dated), [(0, 0), (1, 2)]);
        let run = [("claude-3-5-sonnet-20241022", Some("2025-01-17"))];
        assert_eq!(places(&run, &[("Claude-3.5-Sonnet-1022", Some("2024-10-22"))]), [(0, 0)]);
        let year = [("DeepSeek-V3-0324", Some("2025-03-24"))];
        assert_eq!(places(&year, &[("DeepSeek V3", Some("2024-03-24"))]), [], "another March");
    }

    #[test]
    fn releases_that_are_apart_are_two_models() {
        let one = [("Model X", Some("2024-12-26"))];
        assert_eq!(places(&one, &[("Model-X", Some("2025-01-06"))]), [(0, 0)]);
        assert_eq!(places(&one, &[("Model-X", Some("2025-03-24"))]), []);
    }

    #[test]
    fn one_row_serves_every_effort_of_one_version() {
        let scores = [
            ("o1-2024-12-17_high", Some("2024-12-17")),
            ("o1-2024-12-17_low", Some("2024-12-17")),
            ("claude-3-5-sonnet-20241022", Some("2024-10-22")),
            ("claude-3-5-sonnet-20240620", Some("2024-06-20")),
        ];
        assert_eq!(places(&scores, &[("o1", None), ("Claude 3.5 Sonnet", None)]), [(0, 0), (1, 0)]);
        let twice = [("A", None), ("A", None)];
        assert_eq!(places(&twice, &twice), [(0, 0), (1, 1)], "the first is the first");
    }
}
