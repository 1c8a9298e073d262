//! A spec file: many figures in one run.
//!
//! TOML. Keys before the first `[[figures]]` hold for every figure; `size`, `lang`, `digits`,
//! `theme` and `format` may be lists, and a figure is then written once for each of their
//! combinations. `files` are the sources, `name` begins the file names.

use std::path::{Path, PathBuf};

use toml::{Table, Value};

use super::figure::FigureFlags;
use crate::app::export::{Format, Item};
use crate::model::Message;

/// Keys that may be lists, in the order in which their values stand in a file name.
const LISTS: [&str; 5] = ["size", "lang", "digits", "theme", "format"];

/// What a spec file asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Spec {
    /// The sources; of the sample when there are none.
    pub files: Vec<PathBuf>,
    /// The figures, each with its path below the folder that they go to.
    pub items: Vec<Item>,
}

impl Spec {
    /// Reads a spec file that lies in `folder`.
    ///
    /// # Errors
    /// What to tell: the line that is no TOML, the figure and key that cannot be meant, two
    /// figures of one name.
    pub fn parse(text: &str, folder: &Path) -> Result<Self, Message> {
        let mut common: Table = text.parse().map_err(|error: toml::de::Error| {
            Message::new("cli-spec-syntax").with("reason", error.to_string().trim_end().to_owned())
        })?;
        let files = match common.remove("files") {
            None => Vec::new(),
            Some(files) => texts(&files).ok_or_else(|| Message::new("cli-spec-files"))?,
        };
        let Some(Value::Array(figures)) = common.remove("figures") else {
            return Err(Message::new("cli-spec-empty"));
        };
        if figures.is_empty() {
            return Err(Message::new("cli-spec-empty"));
        }
        let mut items: Vec<Item> = Vec::new();
        for (place, figure) in figures.into_iter().enumerate() {
            let Value::Table(own) = figure else { return Err(Message::new("cli-spec-empty")) };
            let mut keys = common.clone();
            keys.extend(own);
            let at = |message: Message| message.with("figure", place + 1);
            for item in variants(keys, place, folder).map_err(at)? {
                if items.iter().any(|other| other.path == item.path) {
                    let path = item.path.display().to_string();
                    return Err(at(Message::new("cli-spec-twice").with("file", path)));
                }
                items.push(item);
            }
        }
        let files = files.iter().map(|file| folder.join(file)).collect();
        Ok(Self { files, items })
    }
}

/// The figures of one entry: one for each combination of its lists.
fn variants(mut keys: Table, place: usize, folder: &Path) -> Result<Vec<Item>, Message> {
    let name = match keys.remove("name") {
        None => keys.get("figure").and_then(Value::as_str).unwrap_or("pair").to_owned(),
        Some(Value::String(name)) if is_file_name(&name) => name,
        Some(other) => return Err(Message::new("cli-spec-name").with("name", other.to_string())),
    };
    let mut all = vec![(name, keys)];
    for key in LISTS {
        let mut next = Vec::new();
        for (name, keys) in all {
            match keys.get(key).cloned() {
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
    if all.is_empty() {
        return Err(Message::new("cli-spec-list"));
    }
    all.into_iter().map(|(name, keys)| item(&name, keys, place, folder)).collect()
}

fn item(name: &str, mut keys: Table, place: usize, folder: &Path) -> Result<Item, Message> {
    let ending = match keys.remove("format") {
        None => Format::default().ending().to_owned(),
        Some(Value::String(format)) => format.to_lowercase(),
        Some(other) => other.to_string(),
    };
    let path = PathBuf::from(format!("{name}.{ending}"));
    if !Format::ALL.iter().any(|format| format.ending() == ending) {
        return Err(Message::new("cli-spec-format").with("format", ending));
    }
    let flags: FigureFlags = Value::Table(keys).try_into().map_err(|error: toml::de::Error| {
        Message::new("cli-spec-key").with("figure", place + 1).with("reason", error.message().to_owned())
    })?;
    Ok(Item { order: flags.order(folder)?, path })
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
        Spec::parse(text, Path::new("/desk")).map_err(|message| message.key)
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
            ("[[figures]]\ncolour = 'red'", "cli-spec-key"),
            ("[[figures]]\nsize = []", "cli-spec-list"),
            ("[[figures]]\nformat = 'jpg'", "cli-spec-format"),
            ("[[figures]]\nname = '../out'", "cli-spec-name"),
            ("[[figures]]\nscale = 0", "cli-wrong-number"),
            ("[[figures]]\n[[figures]]", "cli-spec-twice"),
            ("files = 3\n[[figures]]", "cli-spec-files"),
        ] {
            assert_eq!(spec(text).map(|_| ()), Err(key), "{text}");
        }
        let told =
            Spec::parse("[[figures]]\n[[figures]]\nname = 'b'\nfrom = 'x'", Path::new("")).unwrap_err();
        assert!(told.facts.contains(&("figure", crate::model::Fact::Count(2))), "{told:?}");
    }
}
