//! The languages: tables that are built in, and those in `assets/vocabulary`, one file each.
//!
//! A file is TOML: `language` holds an ISO 639 code, and each other key the words of one role or of
//! one of the rules. Words stand as people write them; case, dots and marks that [`plain`] drops do
//! not matter. It must not know what a word is used for.

use std::sync::LazyLock;

use toml::{Table, Value};

use super::plain::{plain, undotted};
use super::{Role, eastern, english, latin, scripts};

/// The names of one language that stands in the program.
pub(super) struct BuiltIn {
    /// ISO 639 code.
    pub language: &'static str,
    /// Names after [`plain`] and [`undotted`].
    pub names: &'static [(Role, &'static [&'static str])],
}

/// The names of one language.
#[derive(Debug, Default)]
pub(super) struct Edition {
    /// ISO 639 code.
    pub language: String,
    /// Names after [`plain`] and [`undotted`].
    pub names: Vec<(Role, String)>,
    /// Words that say that a column holds changes.
    pub change: Vec<String>,
    /// Words that make a price that of an earlier day.
    pub previous: Vec<String>,
    /// Words for per cent.
    pub percent: Vec<String>,
}

const BUILT_IN: [BuiltIn; 14] = [
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

/// Where languages share as many names, none comes first.
pub(super) const FILES: [&str; 18] = [
    include_str!("../../../assets/vocabulary/sv.toml"),
    include_str!("../../../assets/vocabulary/da.toml"),
    include_str!("../../../assets/vocabulary/nb.toml"),
    include_str!("../../../assets/vocabulary/fi.toml"),
    include_str!("../../../assets/vocabulary/nl.toml"),
    include_str!("../../../assets/vocabulary/el.toml"),
    include_str!("../../../assets/vocabulary/uk.toml"),
    include_str!("../../../assets/vocabulary/cs.toml"),
    include_str!("../../../assets/vocabulary/hu.toml"),
    include_str!("../../../assets/vocabulary/ro.toml"),
    include_str!("../../../assets/vocabulary/hr.toml"),
    include_str!("../../../assets/vocabulary/fa.toml"),
    include_str!("../../../assets/vocabulary/hi.toml"),
    include_str!("../../../assets/vocabulary/id.toml"),
    include_str!("../../../assets/vocabulary/ms.toml"),
    include_str!("../../../assets/vocabulary/vi.toml"),
    include_str!("../../../assets/vocabulary/th.toml"),
    include_str!("../../../assets/vocabulary/bn.toml"),
];

/// Keys of a file, and the role of their words.
const ROLES: [(&str, Role); 20] = [
    ("date", Role::Date),
    ("time", Role::Time),
    ("open", Role::Open),
    ("high", Role::High),
    ("low", Role::Low),
    ("close", Role::Close(0)),
    ("settlement", Role::Close(2)),
    ("last", Role::Close(3)),
    ("price", Role::Close(4)),
    ("adjusted", Role::AdjClose),
    ("volume", Role::Volume),
    ("bid", Role::Bid),
    ("ask", Role::Ask),
    ("ticker", Role::Symbol(0)),
    ("instrument", Role::Symbol(1)),
    ("code", Role::Symbol(2)),
    ("name", Role::Symbol(3)),
    ("board", Role::Board),
    (CHANGE, Role::Ignored),
    ("ignored", Role::Ignored),
];
/// Keys of words that the rules know as well.
const CHANGE: &str = "change";
const PREVIOUS: &str = "previous";
const PERCENT: &str = "percent";

/// Every language, in an order that never changes.
pub(super) static EDITIONS: LazyLock<Vec<Edition>> = LazyLock::new(|| {
    let files = FILES.iter().filter_map(|text| read(text).ok());
    BUILT_IN.iter().map(Edition::from).chain(files).collect()
});

impl From<&BuiltIn> for Edition {
    fn from(table: &BuiltIn) -> Self {
        let names = table.names.iter().flat_map(|(role, names)| names.iter().map(|name| (*role, *name)));
        Self {
            language: table.language.to_owned(),
            names: names.map(|(role, name)| (role, name.to_owned())).collect(),
            ..Self::default()
        }
    }
}

/// The language of a file.
///
/// # Errors
/// What of the file is no TOML, a key that says nothing, or a value of another form.
pub(super) fn read(text: &str) -> Result<Edition, String> {
    let file: Table = toml::from_str(text).map_err(|error| error.to_string())?;
    let others = ["language", PREVIOUS, PERCENT];
    let is_known = |key: &str| others.contains(&key) || ROLES.iter().any(|(role, _)| *role == key);
    if let Some(key) = file.keys().find(|key| !is_known(key)) {
        return Err(format!("nothing is called {key}"));
    }
    let language = file.get("language").and_then(Value::as_str).ok_or("no language")?.to_owned();
    let mut names = Vec::new();
    for (key, role) in ROLES {
        names.extend(words(&file, key)?.into_iter().map(|word| (role, word)));
    }
    Ok(Edition {
        language,
        names,
        change: words(&file, CHANGE)?,
        previous: words(&file, PREVIOUS)?,
        percent: words(&file, PERCENT)?,
    })
}

/// The words of a key as names are compared, none where the file lacks it.
fn words(file: &Table, key: &str) -> Result<Vec<String>, String> {
    let Some(value) = file.get(key) else { return Ok(Vec::new()) };
    let word = |word: &Value| word.as_str().map(|word| undotted(&plain(word)));
    let words = value.as_array().and_then(|words| words.iter().map(word).collect());
    words.ok_or_else(|| format!("{key} is no list of words"))
}
