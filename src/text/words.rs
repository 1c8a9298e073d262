//! The locale tables: every word that a person reads, by key.
//!
//! A table is one file a layer under `assets/locales/<language>`, built into the program, so that
//! no installation can lack one. A key begins with the name of the layer that says it and stands
//! in the code as a literal; the tests here hold the two to each other. This file finds and fills
//! sentences; it must not hold any, nor ask the system for its language.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::bidi::isolated;
use super::numbers::{Marks, grouped_count};

/// A fact inside a sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg<'a> {
    /// Words as they are.
    Text(&'a str),
    /// A count that decides the plural, written with grouped thousands.
    Count(u64),
}

/// The words of one language.
pub struct Words {
    language: &'static str,
    bundle: FluentBundle<FluentResource>,
    /// What stands between the digits of a number.
    pub(super) marks: Marks,
}

/// The English tables: layer, and the text of its table.
const ENGLISH: [(&str, &str); 7] = [
    ("text", include_str!("../../assets/locales/en/text.ftl")),
    ("io", include_str!("../../assets/locales/en/io.ftl")),
    ("study", include_str!("../../assets/locales/en/study.ftl")),
    ("chart", include_str!("../../assets/locales/en/chart.ftl")),
    ("app", include_str!("../../assets/locales/en/app.ftl")),
    ("cli", include_str!("../../assets/locales/en/cli.ftl")),
    ("ui", include_str!("../../assets/locales/en/ui.ftl")),
];

impl Words {
    /// English.
    #[must_use]
    pub fn english() -> Self {
        let language = "en";
        let locale: LanguageIdentifier = language.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // Only names that turn the direction are isolated: other words hold no invisible characters.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(|value, _| match value {
            FluentValue::Number(number) => Some(grouped_count(number.value, Marks::ENGLISH)),
            _ => None,
        }));
        for (_, table) in ENGLISH {
            // A faulty line costs its own key only; the tests below let no such line through.
            bundle.add_resource_overriding(read(table));
        }
        Self { language, bundle, marks: Marks::ENGLISH }
    }

    /// Language tag of the tables, such as `en`.
    #[must_use]
    pub fn language(&self) -> &str {
        self.language
    }

    /// The text of a key. A key that no table knows gives itself.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        self.say(key, &[])
    }

    /// The sentence of a key with its facts. A key that no table knows gives itself.
    #[must_use]
    pub fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        let mut facts = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            facts.set(*name, fact(arg));
        }
        // A fact that is missing shows as its name in braces: visible, and no reason to fail.
        let mut missing = Vec::new();
        self.bundle.format_pattern(pattern, Some(&facts), &mut missing).into_owned()
    }
}

fn fact<'a>(arg: &Arg<'a>) -> FluentValue<'a> {
    match *arg {
        Arg::Text(words) => FluentValue::String(isolated(words)),
        Arg::Count(count) => FluentValue::from(count),
    }
}

fn read(table: &str) -> FluentResource {
    match FluentResource::try_new(table.to_owned()) {
        Ok(resource) | Err((resource, _)) => resource,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;

    /// Keys that a table defines, in its order.
    fn defined(table: &str) -> Vec<&str> {
        table
            .lines()
            .filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()))
            .filter_map(|line| line.split_once('=').map(|(key, _)| key.trim()))
            .collect()
    }

    /// Whether a literal of the code is a key: the name of a layer, a hyphen, and words in kebab case.
    fn is_key(literal: &str) -> bool {
        let Some((layer, rest)) = literal.split_once('-') else { return false };
        ENGLISH.iter().any(|(name, _)| *name == layer)
            && rest.split('-').all(|word| {
                !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
            })
    }

    /// Keys that stand as string literals in a source file.
    fn said(source: &str) -> impl Iterator<Item = &str> {
        source.split('"').skip(1).filter(|literal| is_key(literal))
    }

    /// Keys in all sources, and keys that sentences of the tables take from one another.
    fn all_said() -> BTreeSet<String> {
        let mut keys = BTreeSet::new();
        let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|ending| ending == "rs") {
                    let source = std::fs::read_to_string(path).unwrap();
                    keys.extend(said(&source).map(str::to_owned));
                }
            }
        }
        for (_, table) in ENGLISH {
            let inner = table.split('{').skip(1).filter_map(|part| part.split_once('}'));
            keys.extend(inner.map(|(name, _)| name.trim()).filter(|name| is_key(name)).map(str::to_owned));
        }
        keys
    }

    #[test]
    fn tables_are_well_formed_and_hold_their_own_layer() {
        let mut seen = BTreeSet::new();
        for (layer, table) in ENGLISH {
            if let Err((_, errors)) = FluentResource::try_new(table.to_owned()) {
                panic!("{layer}.ftl: {errors:?}");
            }
            for key in defined(table) {
                assert!(key.starts_with(&format!("{layer}-")), "{key} stands in {layer}.ftl");
                assert!(is_key(key), "{key} is no key");
                assert!(seen.insert(key), "{key} is defined twice");
            }
        }
    }

    #[test]
    fn every_key_of_the_code_is_in_a_table() {
        let defined: BTreeSet<&str> = ENGLISH.iter().flat_map(|(_, table)| defined(table)).collect();
        let missing: Vec<String> =
            all_said().into_iter().filter(|key| !defined.contains(key.as_str())).collect();
        assert!(missing.is_empty(), "no words for {missing:?}");
    }

    #[test]
    fn every_key_of_a_table_is_said() {
        let said = all_said();
        let unused: Vec<&str> =
            ENGLISH.iter().flat_map(|(_, table)| defined(table)).filter(|key| !said.contains(*key)).collect();
        assert!(unused.is_empty(), "never said: {unused:?}");
    }

    #[test]
    fn words_travel_between_threads() {
        fn travels<T: Send + Sync>() {}
        travels::<Words>();
    }

    #[test]
    fn what_no_table_knows_gives_itself() {
        let words = Words::english();
        assert_eq!(words.text("no-such-key"), "no-such-key");
        assert_eq!(words.language(), "en");
    }

    #[test]
    fn facts_are_filled_in_without_invisible_characters() {
        let words = Words::english();
        assert_eq!(words.say("text-percent", &[("number", Arg::Text("17"))]), "17%");
        assert_eq!(words.say("text-percent", &[("number", Arg::Count(12_345))]), "12,345%");
    }

    #[test]
    fn a_name_in_arabic_letters_is_isolated() {
        let words = Words::english();
        let said = words.say("text-percent", &[("number", Arg::Text("سهم"))]);
        assert_eq!(said, "\u{2068}سهم\u{2069}%");
    }

    #[test]
    fn sources_are_searched_for_literals() {
        let source =
            "a('ui-open-file'); id('plot'); b('io-lines-2', &[('n', 1)]); 'text-Big'".replace('\'', "\"");
        let keys: Vec<&str> = said(&source).collect();
        assert_eq!(keys.join(" "), "ui-open-file io-lines-2");
    }
}
