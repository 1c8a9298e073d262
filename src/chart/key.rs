//! Which points of a scatter are named under it instead of beside them, and which are only counted
//! there.
//!
//! Grows while the scatter is laid out. Where names stand is not its concern, nor how a key is set.

use std::collections::BTreeSet;

use super::draft::Draft;
use super::model_points::Field;
use super::place::Placed;
use crate::text::Arg;

/// Points whose name stands in the key instead of beside them, by their places in the field.
#[derive(Default)]
pub(super) struct Keyed {
    /// Whether the key lists few names and counts the rest.
    short: bool,
    /// Those with a number beside them, in the order of their numbers.
    pub numbered: Vec<usize>,
    /// Those that have no room even for a number.
    pub bare: Vec<usize>,
    /// Names that found no room on the rail.
    rail: Vec<String>,
    /// Of a crowd those whose names are not tried or find no room: they are only counted.
    silent: Option<BTreeSet<usize>>,
    /// How many models of a crowd have no name on the rail.
    silent_on_rail: usize,
}

/// The names of a key, and how many more there are that it does not list.
pub(super) struct Key {
    /// Names, with their numbers.
    pub names: Vec<String>,
    /// Further ones that are only counted.
    pub more: usize,
}

impl Keyed {
    /// Whether the key lists few names and counts the rest.
    pub fn is_short(&self) -> bool {
        self.short
    }

    /// Nothing in the key yet.
    pub fn new(short: bool, silent: Option<BTreeSet<usize>>) -> Self {
        Self { short, silent, ..Self::default() }
    }

    /// Whether a point has a name or a number beside it, if there is room.
    pub fn has_words(&self, place: usize) -> bool {
        !self.bare.contains(&place) && self.silent.as_ref().is_none_or(|silent| !silent.contains(&place))
    }

    /// Counts the names of a crowd that found no room.
    pub fn count(&mut self, names: &[(usize, bool)], places: &[Option<Placed>], on_rail: usize) {
        self.silent_on_rail = on_rail;
        let without = names.iter().zip(places).filter(|(_, found)| found.is_none());
        self.silent.get_or_insert_default().extend(without.map(|((place, _), _)| *place));
    }

    /// Takes the number from the names for which a short key has no room, those that matter least
    /// first; whether there were any.
    pub fn thin(&mut self, field: &Field<'_>, listed: usize) -> bool {
        let surplus = self.numbered.len().saturating_sub(listed);
        let mut order = self.numbered.clone();
        order.sort_by_key(|place| field.distance(*place));
        let dropped = order.split_off(order.len() - surplus);
        self.numbered.retain(|place| !dropped.contains(place));
        self.bare.extend(dropped);
        self.bare.sort_unstable();
        surplus > 0
    }

    /// Takes in what found no place; whether there was anything new.
    pub fn grow(&mut self, names: &[(usize, bool)], places: &[Option<Placed>], rail: Vec<String>) -> bool {
        // Names only ever come, so that the key and the room for it settle.
        let new: Vec<String> = rail.into_iter().filter(|name| !self.rail.contains(name)).collect();
        let mut grown = !new.is_empty();
        self.rail.extend(new);
        for ((place, has_number), found) in names.iter().zip(places) {
            if found.is_some() {
                continue;
            }
            grown = true;
            if *has_number {
                self.numbered.retain(|other| other != place);
                self.bare.push(*place);
            } else {
                self.numbered.push(*place);
            }
        }
        self.numbered.sort_unstable();
        self.bare.sort_unstable();
        grown
    }

    /// The numbered names, then those without a number, and the names that found no room on the rail;
    /// a short key only counts the latter.
    pub fn key(&self, draft: &Draft<'_>, field: &Field<'_>) -> Key {
        if let Some(silent) = &self.silent {
            return Key { names: Vec::new(), more: silent.len() + self.silent_on_rail };
        }
        let mut names: Vec<String> = field
            .labels(&self.numbered)
            .iter()
            .enumerate()
            .map(|(place, name)| {
                let facts = [("number", Arg::Count(place as u64 + 1)), ("name", Arg::Text(name))];
                draft.say("chart-key-number", &facts)
            })
            .collect();
        if self.short {
            return Key { names, more: self.bare.len() + self.rail.len() };
        }
        let mut list = |key: &str, listed: &[String]| {
            if let Some((first, rest)) = listed.split_first() {
                names.push(draft.say(key, &[("names", Arg::Text(first))]));
                names.extend(rest.iter().map(|name| draft.scene.words.isolated(name).into_owned()));
            }
        };
        list("chart-key-bare", &field.labels(&self.bare));
        list("chart-key-rail", &self.rail);
        Key { names, more: 0 }
    }
}
