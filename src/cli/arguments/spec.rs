//! A spec file: many figures in one run.
//!
//! TOML. Keys before the first `[[figures]]` hold for every figure; `size`, `lang`, `digits`,
//! `theme` and `format` may be lists, and a figure is then written once for each of their
//! combinations. `files` are the sources, `name` begins the file names.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml::de::{DeTable, DeValue};
use toml::{Table, Value};

use super::figure::{self, FigureFlags};
use super::notes;
use crate::app::export::{Format, Item};
use crate::app::speech;
use crate::model::{Fact, Message};
use crate::text::Words;

/// Keys that may be lists, in the order in which their values stand in a file name.
const LISTS: [&str; 5] = ["size", "lang", "digits", "theme", "format"];
/// Keys of a figure that are no flags.
const OWN: [&str; 3] = ["name", "format", NOTES];
/// The notes of a figure.
const NOTES: &str = "annotation";
/// Keys that stand above the figures alone.
const TOP: [&str; 2] = ["files", "figures"];

/// What a spec file asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Spec {
    /// The sources; of the sample when there are none.
    pub files: Vec<PathBuf>,
    /// The figures, each with its path below the folder that they go to.
    pub items: Vec<Item>,
}

/// What is wrong with a spec file, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct SpecError {
    /// What is wrong.
    pub what: Message,
    /// Its line, from 1, where it has one.
    pub line: Option<usize>,
    /// The figure that it is about, from 1, unless it stands above them all.
    pub figure: Option<usize>,
}

impl SpecError {
    /// What to tell of the spec file at that path.
    #[must_use]
    pub fn message(&self, path: &Path, words: &Words) -> Message {
        let key = match (self.line, self.figure) {
            (Some(_), Some(_)) => "cli-spec-in-figure",
            (Some(_), None) => "cli-spec-in-line",
            _ => "cli-spec-in",
        };
        Message::new(key)
            .with("path", path.display().to_string())
            .with("line", self.line.unwrap_or_default())
            .with("figure", self.figure.unwrap_or_default())
            .with("reason", speech::say(words, &self.what))
    }
}

/// Where the keys of a spec file stand, as lines.
#[derive(Default)]
struct Lines {
    /// Keys above the figures.
    top: BTreeMap<String, usize>,
    figures: Vec<FigureLines>,
}

/// Where a figure and its keys stand.
struct FigureLines {
    line: usize,
    keys: BTreeMap<String, usize>,
    notes: Vec<usize>,
}

impl Lines {
    fn of(text: &str) -> Result<Self, SpecError> {
        let line = |at: usize| text.get(..at).unwrap_or(text).matches('\n').count() + 1;
        let root = DeTable::parse(text).map_err(|error| SpecError {
            what: Message::new("cli-spec-syntax").with("reason", error.message().trim_end()),
            line: Some(line(error.span().map_or(text.len(), |span| span.start))),
            figure: None,
        })?;
        let keys = |table: &DeTable<'_>| -> BTreeMap<String, usize> {
            table.keys().map(|key| (key.get_ref().to_string(), line(key.span().start))).collect()
        };
        let mut lines = Self { top: keys(root.get_ref()), figures: Vec::new() };
        let figures = root.get_ref().get("figures").and_then(|figures| figures.get_ref().as_array());
        for figure in figures.into_iter().flat_map(|figures| figures.iter()) {
            let DeValue::Table(table) = figure.get_ref() else { continue };
            let notes = table.get(NOTES).and_then(|notes| notes.get_ref().as_array());
            let notes = notes.into_iter().flat_map(|notes| notes.iter().map(|note| line(note.span().start)));
            lines.figures.push(FigureLines {
                line: line(figure.span().start),
                keys: keys(table),
                notes: notes.collect(),
            });
        }
        Ok(lines)
    }

    /// What is wrong with a key that counts for the figure at that place.
    fn key(&self, place: usize, key: &str, what: Message) -> SpecError {
        match self.figures.get(place).and_then(|figure| figure.keys.get(key)) {
            Some(line) => SpecError { what, line: Some(*line), figure: Some(place + 1) },
            None if self.top.contains_key(key) => self.top(key, what),
            None => self.figure(place, what),
        }
    }

    /// What is wrong with one of the notes of the figure at that place.
    fn note(&self, place: usize, note: usize, what: Message) -> SpecError {
        let own = self.figures.get(place).and_then(|figure| figure.notes.get(note)).copied();
        let error = self.key(place, NOTES, what);
        SpecError { line: own.or(error.line), ..error }
    }

    fn top(&self, key: &str, what: Message) -> SpecError {
        SpecError { what, line: self.top.get(key).copied(), figure: None }
    }

    /// What is wrong with the figure at that place.
    fn figure(&self, place: usize, what: Message) -> SpecError {
        SpecError { what, line: self.figures.get(place).map(|figure| figure.line), figure: Some(place + 1) }
    }

    /// The first key that nothing is called.
    fn unknown(&self) -> Option<SpecError> {
        let known: Vec<String> = figure::keys().chain(OWN.map(str::to_owned)).collect();
        let what = |key: &str, more: &[&str]| {
            let names: Vec<&str> = more.iter().copied().chain(known.iter().map(String::as_str)).collect();
            Message::new("cli-spec-unknown").with("key", key).with("known", names.join(", "))
        };
        let is_known = |key: &String| known.contains(key);
        let above = self.top.keys().filter(|key| !is_known(key) && !TOP.contains(&key.as_str()));
        let above = above.map(|key| self.top(key, what(key, &TOP)));
        let below = self.figures.iter().enumerate().flat_map(|(place, figure)| {
            let keys = figure.keys.keys().filter(|key| !is_known(key));
            keys.map(move |key| (place, key))
        });
        above
            .chain(below.map(|(place, key)| self.key(place, key, what(key, &[]))))
            .min_by_key(|error| error.line)
    }
}

impl Spec {
    /// Reads a spec file that lies in `folder`.
    ///
    /// # Errors
    /// The line that is no TOML, the figure and key that cannot be meant, two figures of one name.
    pub fn parse(text: &str, folder: &Path) -> Result<Self, SpecError> {
        // Editors of some desktops write a mark of byte order, which TOML does not know.
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let lines = Lines::of(text)?;
        let whole = |key| SpecError { what: Message::new(key), line: None, figure: None };
        let mut common: Table = text.parse().map_err(|_| whole("cli-spec-empty"))?;
        if let Some(error) = lines.unknown() {
            return Err(error);
        }
        let files = match common.remove("files") {
            None => Vec::new(),
            Some(files) => texts(&files).ok_or_else(|| lines.top("files", Message::new("cli-spec-files")))?,
        };
        let figures = match common.remove("figures") {
            Some(Value::Array(figures)) if !figures.is_empty() => figures,
            _ => return Err(whole("cli-spec-empty")),
        };
        let mut items: Vec<Item> = Vec::new();
        for (place, figure) in figures.into_iter().enumerate() {
            let Value::Table(own) = figure else { return Err(whole("cli-spec-empty")) };
            let mut keys = common.clone();
            keys.extend(own);
            for item in variants(keys, place, folder, &lines)? {
                if items.iter().any(|other| other.path == item.path) {
                    let path = item.path.display().to_string();
                    return Err(lines.figure(place, Message::new("cli-spec-twice").with("file", path)));
                }
                items.push(item);
            }
        }
        let files = files.iter().map(|file| folder.join(file)).collect();
        Ok(Self { files, items })
    }
}

/// The figures of one entry: one for each combination of its lists.
fn variants(mut keys: Table, place: usize, folder: &Path, lines: &Lines) -> Result<Vec<Item>, SpecError> {
    let name = match keys.remove("name") {
        None => keys.get("figure").and_then(Value::as_str).unwrap_or("pair").to_owned(),
        Some(Value::String(name)) if is_file_name(&name) => name,
        Some(other) => {
            let what = Message::new("cli-spec-name").with("name", given(&other));
            return Err(lines.key(place, "name", what));
        }
    };
    let mut all = vec![(name, keys)];
    for key in LISTS {
        let mut next = Vec::new();
        for (name, keys) in all {
            match keys.get(key).cloned() {
                Some(Value::Array(values)) if values.is_empty() => {
                    let what = Message::new("cli-spec-list").with("key", key);
                    return Err(lines.key(place, key, what));
                }
                Some(Value::Array(values)) => next.extend(values.into_iter().map(|value| {
                    let mut keys = keys.clone();
                    let name = if key == "format" { name.clone() } else { format!("{name}-{}", tag(&value)) };
                    keys.insert(key.to_owned(), value);
                    (name, keys)
                })),
                _ => next.push((name, keys)),
            }
        }
        all = next;
    }
    all.into_iter().map(|(name, keys)| item(&name, keys, place, folder, lines)).collect()
}

fn item(name: &str, mut keys: Table, place: usize, folder: &Path, lines: &Lines) -> Result<Item, SpecError> {
    let ending = match keys.remove("format") {
        None => Format::default().ending().to_owned(),
        Some(Value::String(format)) => format.to_lowercase(),
        Some(other) => given(&other),
    };
    let path = PathBuf::from(format!("{name}.{ending}"));
    if !Format::ALL.iter().any(|format| format.ending() == ending) {
        let what = Message::new("cli-spec-format").with("format", ending);
        return Err(lines.key(place, "format", what));
    }
    let flags = FigureFlags::deserialize(keys.clone()).map_err(|_| wrong_type(&keys, place, lines))?;
    let order = flags.order(folder).map_err(|what| match (flag(&what), notes::place_of(&what)) {
        (Some(key), _) => lines.key(place, &key, what),
        (None, Some(note)) => lines.note(place, note, what),
        (None, None) => lines.figure(place, what),
    })?;
    Ok(Item { order, path })
}

/// The first key whose value is of a type that it cannot have.
fn wrong_type(keys: &Table, place: usize, lines: &Lines) -> SpecError {
    let is_wrong = |key: &str, value: &Value| {
        let table = Table::from_iter([(key.to_owned(), value.clone())]);
        FigureFlags::deserialize(table).is_err()
    };
    let Some((key, value)) = keys.iter().find(|(key, value)| is_wrong(key, value)) else {
        return lines.figure(place, Message::new("cli-spec-empty"));
    };
    let what = if key == "no-recipe" { "cli-spec-switch" } else { "cli-spec-value" };
    lines.key(place, key, Message::new(what).with("key", key.as_str()).with("given", given(value)))
}

/// The key that a sentence about a flag is about.
fn flag(what: &Message) -> Option<String> {
    what.facts.iter().find_map(|(name, fact)| match fact {
        Fact::Text(flag) if *name == "flag" => Some(flag.clone()),
        _ => None,
    })
}

/// A value as it may be told, on one short line.
fn given(value: &Value) -> String {
    const MOST: usize = 40;
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let line = text.lines().next().unwrap_or_default();
    let mut short: String = line.chars().take(MOST).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

fn texts(value: &Value) -> Option<Vec<String>> {
    match value {
        Value::String(text) => Some(vec![text.clone()]),
        Value::Array(values) => values.iter().map(|value| value.as_str().map(str::to_owned)).collect(),
        _ => None,
    }
}

/// What a value adds to a file name.
fn tag(value: &Value) -> String {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let stem = Path::new(&text).file_stem().map(|stem| stem.to_string_lossy().into_owned());
    stem.filter(|_| text.to_lowercase().ends_with(".toml")).unwrap_or(text)
}

fn is_file_name(name: &str) -> bool {
    !name.is_empty() && Path::new(name).file_name().is_some_and(|own| own == name) && !name.contains('\\')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::FigureKind;
    use crate::text::Language;

    fn spec(text: &str) -> Result<Spec, &'static str> {
        Spec::parse(text, Path::new("/desk")).map_err(|error| error.what.key)
    }

    #[test]
    fn lists_give_one_figure_for_each_combination() {
        let text = "files = ['prices']\ntheme = 'dark'\nlang = ['en', 'ar']\n\
                    [[figures]]\nfigure = 'market'\nsize = ['square', '85mm']\nformat = ['svg', 'pdf']\n\
                    [[figures]]\nname = 'front'\nlang = 'ar'\ntitle = '{index.moved}'\n";
        let Spec { files, items } = spec(text).unwrap();
        assert_eq!(files, [PathBuf::from("/desk/prices")]);
        let paths: Vec<_> = items.iter().map(|item| item.path.display().to_string()).collect();
        assert_eq!(
            paths,
            [
                "market-square-en.svg",
                "market-square-en.pdf",
                "market-square-ar.svg",
                "market-square-ar.pdf",
                "market-85mm-en.svg",
                "market-85mm-en.pdf",
                "market-85mm-ar.svg",
                "market-85mm-ar.pdf",
                "front.png"
            ]
        );
        let last = &items.last().unwrap().order;
        assert_eq!((last.options.kind, last.options.language), (FigureKind::Pair, Language::Arabic));
        assert_eq!(last.wording.title.as_deref(), Some("{index.moved}"));
        assert_eq!(items[0].order.options.theme.to_string(), "dark");
    }

    #[test]
    fn what_cannot_be_meant_is_told_with_its_figure() {
        for (text, key) in [
            ("", "cli-spec-empty"),
            ("figures = 'pair'", "cli-spec-empty"),
            ("figures = []", "cli-spec-empty"),
            ("[[figures]]\nformat = '/../x.png'", "cli-spec-format"),
            ("[[figures]\n", "cli-spec-syntax"),
            ("[[figures]]\ncolour = 'red'", "cli-spec-unknown"),
            ("[[figures]]\nsize = { width = 3 }", "cli-spec-value"),
            ("[[figures]]\nno-recipe = 'yes'", "cli-spec-switch"),
            ("[[figures]]\nannotation = 3", "cli-annotation-syntax"),
            ("[[figures]]\nsize = []", "cli-spec-list"),
            ("[[figures]]\nformat = 'jpg'", "cli-spec-format"),
            ("[[figures]]\nname = '../out'", "cli-spec-name"),
            ("[[figures]]\nscale = 0", "cli-wrong-number"),
            ("[[figures]]\n[[figures]]", "cli-spec-twice"),
            ("files = 3\n[[figures]]", "cli-spec-files"),
        ] {
            assert_eq!(spec(text).map(|_| ()), Err(key), "{text}");
        }
    }

    #[test]
    fn what_is_wrong_has_its_line_and_its_figure() {
        let two = "lang = 'en'\n[[figures]]\n\n[[figures]]\nname = 'b'\n";
        for (text, line, figure) in [
            ("colour = 'red'\n[[figures]]".to_owned(), Some(1), None),
            ("\u{FEFF}\n= 3".to_owned(), Some(2), None),
            ("\nsize = 'wide'\n[[figures]]".to_owned(), Some(2), None),
            ("\nsize = ['post', 'wide']\n[[figures]]".to_owned(), Some(2), None),
            ("\nfiles = 3\n[[figures]]".to_owned(), Some(2), None),
            ("figures = []".to_owned(), None, None),
            (format!("{two}from = 'x'\n"), Some(6), Some(2)),
            (format!("{two}event = 27\n"), Some(6), Some(2)),
            (format!("{two}size = '1600'\n"), Some(6), Some(2)),
            (format!("{two}colour = 'red'\n"), Some(6), Some(2)),
            (format!("{two}format = 'jpg'\n"), Some(6), Some(2)),
            (format!("{two}theme = []\n"), Some(6), Some(2)),
            (format!("{two}figure = true\n"), Some(6), Some(2)),
            (format!("{two}[[figures]]\nname = 'b'\n"), Some(6), Some(3)),
            (
                format!(
                    "{two}[[figures.annotation]]\nmark = 'value'\nvalue = 1.0\ntext = 'a'\n\
                     [[figures.annotation]]\nmark = 'star'\n"
                ),
                Some(10),
                Some(2),
            ),
        ] {
            let error = Spec::parse(&text, Path::new("")).unwrap_err();
            assert_eq!((error.line, error.figure), (line, figure), "{text}: {error:?}");
            let told = speech::say(&Words::english(), &error.message(Path::new("f.toml"), &Words::english()));
            assert!(told.starts_with("f.toml") && told.matches("f.toml").count() == 1, "{told}");
            assert_eq!(told.contains("figure 2"), figure == Some(2), "{told}");
        }
    }
}
