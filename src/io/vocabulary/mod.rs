//! The words that files have for dates, prices and everything else, in the languages in which
//! analysts receive them.
//!
//! It knows names only; whether the cells bear a name out is decided where they are read. Each
//! language is a table of its own, in `assets/vocabulary` or here; a word that two of them share
//! means the same in both.

mod currency;
mod eastern;
mod editions;
mod english;
mod family;
mod fields;
mod instrument;
mod latin;
mod plain;
mod rules;
mod scripts;
mod ticker;
mod unit;
mod vendor;

use std::collections::HashMap;
use std::sync::LazyLock;

pub(super) use currency::currency;
pub(super) use instrument::is_index_name;
pub(super) use plain::plain;
pub(super) use ticker::split_ticker;
pub(super) use unit::unit;
pub(super) use vendor::{vendor, vendor_in};

use editions::EDITIONS;
use plain::{unaccented, uncamelled, undotted};

/// What a column of a price file holds, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Date,
    /// When a bar ends, beside the date on which it begins.
    EndDate,
    Time,
    Open,
    High,
    Low,
    /// The lower the rank, the more the name means the closing price and nothing else.
    Close(u8),
    AdjClose,
    Volume,
    Bid,
    Ask,
    /// The lower the rank, the more the name means a ticker.
    Symbol(u8),
    /// Where an instrument is traded: it tells two rows apart and names no instrument.
    Board,
    /// Known, and no series of its own: changes, dividends, open interest.
    Ignored,
    Other,
}

/// What a name means, and which of [`EDITIONS`] have it, one bit each.
#[derive(Clone, Copy)]
struct Entry {
    role: Role,
    editions: u64,
}

/// Every name as it is written, and every name without its accents.
struct Words {
    exact: HashMap<&'static str, Entry>,
    bare: HashMap<String, Entry>,
}

/// Letters of the longest word that is as likely a ticker once its accents are gone: "köp" is
/// none, "KOP" is.
const LONGEST_TICKER: usize = 3;

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut words = Words { exact: HashMap::new(), bare: HashMap::new() };
    for (at, edition) in EDITIONS.iter().enumerate() {
        for (role, name) in &edition.names {
            let entry = Entry { role: *role, editions: 0 };
            words.exact.entry(name).or_insert(entry).editions |= 1 << at;
            let bare = unaccented(name);
            if bare == *name || !bare.is_ascii() || bare.len() > LONGEST_TICKER {
                words.bare.entry(bare).or_insert(entry).editions |= 1 << at;
            }
        }
    }
    words
});

/// The role of a column of prices. A unit behind the name ("Close (USD)", "Close USD", "Volume
/// BTC") does not change it, nor does the way in which its words are joined ("closePrice").
pub(super) fn role(name: &str) -> Role {
    entry(name).map_or(Role::Other, |entry| entry.role)
}

/// Whether a text is a known column name.
pub(super) fn knows(word: &str) -> bool {
    entry(word).is_some()
}

/// Whether a text is a known column name with every accent as it should be.
pub(super) fn spells(word: &str) -> bool {
    let name = undotted(&plain(word));
    let bare = name.split_once(['(', '[']).map_or(name.as_str(), |(before, _)| before.trim());
    WORDS.exact.contains_key(name.as_str()) || WORDS.exact.contains_key(bare)
}

/// ISO 639 code of the language to which most of the names belong; `None` where none is known or
/// two languages have as many.
pub(super) fn language(names: &[&str]) -> Option<&'static str> {
    let mut counts = counts(names);
    counts.sort_by_key(|(count, ..)| std::cmp::Reverse(*count));
    match counts.as_slice() {
        [(most, language), (next, _), ..] if most > next => Some(language),
        _ => None,
    }
}

/// Whether no language has more of these names than English has.
pub(super) fn may_be_english(names: &[&str]) -> bool {
    let counts = counts(names);
    let most = counts.iter().map(|(count, _)| *count).max();
    counts.iter().any(|(count, language)| *language == "en" && Some(*count) == most)
}

/// How many of the names each language has.
fn counts(names: &[&str]) -> Vec<(usize, &'static str)> {
    let found: Vec<Entry> = names.iter().filter_map(|name| entry(name)).collect();
    let count = |at: usize| found.iter().filter(|entry| entry.editions & (1 << at) != 0).count();
    EDITIONS.iter().enumerate().map(|(at, edition)| (count(at), edition.language.as_str())).collect()
}

fn entry(name: &str) -> Option<Entry> {
    let whole = undotted(&plain(name));
    let apart = undotted(&plain(&uncamelled(name)));
    let spellings = || [whole.as_str(), apart.as_str()].into_iter();
    let ruled = || rules::is_ruled_out(&apart).then_some(Entry { role: Role::Ignored, editions: 0 });
    spellings().find_map(known).or_else(ruled).or_else(|| spellings().find_map(without_unit))
}

fn known(name: &str) -> Option<Entry> {
    WORDS.exact.get(name).or_else(|| WORDS.bare.get(&unaccented(name))).copied()
}

/// The entry of a name whose end is a unit: in parentheses, after "in", or the code of a currency.
/// Codes of coins are units of a volume alone; beside a price they are more often its ticker.
fn without_unit(name: &str) -> Option<Entry> {
    if let Some((before, _)) = name.split_once(['(', '[']) {
        return known(before.trim());
    }
    let (before, unit) = name.rsplit_once(' ')?;
    let before = before.strip_suffix(" in").unwrap_or(before);
    let entry = known(before)?;
    let is_unit = currency::is_code(unit) || entry.role == Role::Volume && currency::is_coin(unit);
    is_unit.then_some(entry)
}

#[cfg(test)]
mod tests;
