//! The words that files have for dates, prices and everything else, in the languages in which
//! analysts receive them.
//!
//! It knows names only; whether the cells bear a name out is decided where they are read. Each
//! language is a table of its own; a word that two of them share means the same in both.

mod currency;
mod eastern;
mod english;
mod instrument;
mod latin;
mod plain;
mod scripts;
mod ticker;
mod vendor;

use std::collections::HashMap;
use std::sync::LazyLock;

pub(super) use currency::currency;
pub(super) use instrument::is_index_name;
pub(super) use plain::plain;
pub(super) use ticker::split_ticker;
pub(super) use vendor::vendor;

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
    /// Known, and no series of its own: changes, dividends, open interest.
    Ignored,
    Other,
}

/// The names of one language.
struct Edition {
    /// ISO 639 code.
    language: &'static str,
    /// Names after [`plain`] and [`undotted`].
    names: &'static [(Role, &'static [&'static str])],
}

static EDITIONS: [Edition; 14] = [
    english::ENGLISH,
    latin::GERMAN,
    latin::FRENCH,
    latin::SPANISH,
    latin::PORTUGUESE,
    latin::ITALIAN,
    latin::TURKISH,
    latin::POLISH,
    scripts::RUSSIAN,
    scripts::ARABIC,
    scripts::HEBREW,
    eastern::CHINESE,
    eastern::JAPANESE,
    eastern::KOREAN,
];

/// What a name means, and which of [`EDITIONS`] have it, one bit each.
#[derive(Clone, Copy)]
struct Entry {
    role: Role,
    editions: u16,
}

/// Every name as it is written, and every name without its accents.
struct Words {
    exact: HashMap<&'static str, Entry>,
    bare: HashMap<String, Entry>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut words = Words { exact: HashMap::new(), bare: HashMap::new() };
    for (at, edition) in EDITIONS.iter().enumerate() {
        for (role, names) in edition.names {
            for name in *names {
                let entry = Entry { role: *role, editions: 0 };
                words.exact.entry(name).or_insert(entry).editions |= 1 << at;
                words.bare.entry(unaccented(name)).or_insert(entry).editions |= 1 << at;
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
    let found: Vec<Entry> = names.iter().filter_map(|name| entry(name)).collect();
    let count = |at: usize| found.iter().filter(|entry| entry.editions & (1 << at) != 0).count();
    let mut counts: Vec<(usize, &'static str)> =
        EDITIONS.iter().enumerate().map(|(at, edition)| (count(at), edition.language)).collect();
    counts.sort_by_key(|(count, ..)| std::cmp::Reverse(*count));
    match counts.as_slice() {
        [(most, language), (next, _), ..] if most > next => Some(language),
        _ => None,
    }
}

fn entry(name: &str) -> Option<Entry> {
    let whole = undotted(&plain(name));
    let apart = undotted(&plain(&uncamelled(name)));
    let spellings = || [whole.as_str(), apart.as_str()].into_iter();
    spellings().find_map(known).or_else(|| spellings().find_map(without_unit))
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
