//! The locale tables: every word that a person reads, by key.
//!
//! A table is one file a layer under `assets/locales/<language>`, built into the program, so that
//! no installation can lack one. A key begins with the name of the layer that says it and stands
//! in the code as a literal; the tests here hold the two to each other. This file finds and fills
//! sentences; it must not hold any, nor ask the system for its language.

use std::borrow::Cow;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::bidi::{directed, isolated, isolated_in_right_to_left};
use super::language::{Digits, Language};
use super::numbers::{Marks, grouped_count};

/// A fact inside a sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg<'a> {
    /// Words as they are.
    Text(&'a str),
    /// A count that decides the plural, written with grouped thousands.
    Count(u64),
}

type Bundle = FluentBundle<FluentResource>;

/// The words of one language.
pub struct Words {
    language: Language,
    digits: Digits,
    /// Tables in the order in which they are asked: the language's own, then English.
    bundles: Vec<Bundle>,
    /// Digits and what stands between and around them.
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

/// The Arabic tables: what a figure says. Other layers speak English until they have theirs.
const ARABIC: [(&str, &str); 2] = [
    ("text", include_str!("../../assets/locales/ar/text.ftl")),
    ("chart", include_str!("../../assets/locales/ar/chart.ftl")),
];

impl Words {
    /// English with Western digits.
    #[must_use]
    pub fn english() -> Self {
        Self::of(Language::English, Digits::Western)
    }

    /// A language with those digits. What its tables lack is said in English.
    #[must_use]
    pub fn of(language: Language, digits: Digits) -> Self {
        let marks = Marks::of(language, digits);
        let english = || bundle(Language::English, &ENGLISH, marks);
        let bundles = match language {
            Language::English => vec![english()],
            Language::Arabic => vec![bundle(language, &ARABIC, marks), english()],
        };
        Self { language, digits, bundles, marks }
    }

    /// Whose words they are.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// In which digits numbers are written.
    #[must_use]
    pub fn digits(&self) -> Digits {
        self.digits
    }

    /// Whether lines begin on the right.
    #[must_use]
    pub fn is_right_to_left(&self) -> bool {
        self.language.is_right_to_left()
    }

    /// A name for a place inside a sentence of this language: between isolating marks where its
    /// letters run against the sentence.
    #[must_use]
    pub fn isolated<'n>(&self, name: &'n str) -> Cow<'n, str> {
        if self.is_right_to_left() { isolated_in_right_to_left(name) } else { isolated(name) }
    }

    /// Words put together of several: with the language's own direction, also where they begin
    /// with a name of the other.
    #[must_use]
    pub fn directed(&self, words: String) -> String {
        if self.is_right_to_left() { directed(words) } else { words }
    }

    /// The text of a key. A key that no table knows gives itself.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        self.say(key, &[])
    }

    /// The sentence of a key with its facts. A key that no table knows gives itself.
    #[must_use]
    pub fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let mut found = self.bundles.iter().enumerate();
        let found =
            found.find_map(|(place, bundle)| Some((place, bundle, bundle.get_message(key)?.value()?)));
        let Some((place, bundle, pattern)) = found else { return key.to_owned() };
        let mut facts = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            facts.set(*name, self.fact(arg));
        }
        // A fact that is missing shows as its name in braces: visible, and no reason to fail.
        let mut missing = Vec::new();
        let said = bundle.format_pattern(pattern, Some(&facts), &mut missing).into_owned();
        // What is said in English for want of other words keeps its own direction.
        if place == 0 { self.directed(said) } else { said }
    }

    fn fact<'a>(&self, arg: &Arg<'a>) -> FluentValue<'a> {
        match *arg {
            Arg::Text(words) => FluentValue::String(self.isolated(words)),
            Arg::Count(count) => FluentValue::from(count),
        }
    }
}

/// The tables of a language, with its plural rules and its digits.
fn bundle(language: Language, tables: &[(&str, &str)], marks: Marks) -> Bundle {
    let locale: LanguageIdentifier = language.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    // Names that run against the sentence are isolated by `fact`, and nothing else.
    bundle.set_use_isolating(false);
    // Fluent takes a function without surroundings, so each kind of digits has its own.
    bundle.set_formatter(Some(match marks.digits() {
        Digits::Western => |value, _| counted(value, Digits::Western),
        Digits::Arabic => |value, _| counted(value, Digits::Arabic),
    }));
    // A name that is taken already is the one reason to fail.
    let _ = bundle.add_function("PLURAL", |counts, _| match counts.first() {
        Some(FluentValue::Number(number)) => FluentValue::from(arabic_plural(number.value)),
        _ => FluentValue::Error,
    });
    for (_, table) in tables {
        // A faulty line costs its own key only; the tests below let no such line through.
        bundle.add_resource_overriding(read(table));
    }
    bundle
}

/// Plural form of a whole number in Arabic, by the rules of the Unicode Common Locale Data
/// Repository. The rules that Fluent brings along leave out the remainder by a hundred, so that
/// 103 would be counted like 100.
fn arabic_plural(count: f64) -> &'static str {
    match (count as u64, count as u64 % 100) {
        (0, _) => "zero",
        (1, _) => "one",
        (2, _) => "two",
        (_, 3..=10) => "few",
        (_, 11..) => "many",
        _ => "other",
    }
}

fn counted(value: &FluentValue<'_>, digits: Digits) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(grouped_count(number.value, digits)),
        _ => None,
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
        // An attribute of SVG that looks like one.
        source.split('"').skip(1).filter(|literal| is_key(literal) && *literal != "text-anchor")
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
        assert_eq!(words.language(), Language::English);
    }

    #[test]
    fn facts_are_filled_in_without_invisible_characters() {
        let words = Words::english();
        let percent = |number| words.say("text-percent", &[("number", number), ("sign", Arg::Text("%"))]);
        assert_eq!(percent(Arg::Text("17")), "17%");
        assert_eq!(percent(Arg::Count(12_345)), "12,345%");
    }

    #[test]
    fn a_name_in_arabic_letters_is_isolated() {
        let words = Words::english();
        let said = words.say("chart-source-prices", &[("files", Arg::Text("سهم"))]);
        assert_eq!(said, "Prices: \u{2068}سهم\u{2069}.");
    }

    #[test]
    fn sources_are_searched_for_literals() {
        let source =
            "a('ui-open-file'); id('plot'); b('io-lines-2', &[('n', 1)]); 'text-Big'".replace('\'', "\"");
        let keys: Vec<&str> = said(&source).collect();
        assert_eq!(keys.join(" "), "ui-open-file io-lines-2");
    }

    /// A table's messages: each key with its whole text.
    fn messages(table: &str) -> Vec<(&str, &str)> {
        let mut found: Vec<(&str, usize, usize)> = Vec::new();
        let mut at = 0;
        for line in table.split_inclusive('\n') {
            let begins = line.starts_with(|first: char| first.is_ascii_lowercase());
            match (begins, line.split_once('='), found.last_mut()) {
                (true, Some((key, _)), _) => found.push((key.trim(), at, at + line.len())),
                (false, _, Some((_, _, end))) if line.starts_with(' ') => *end = at + line.len(),
                _ => {}
            }
            at += line.len();
        }
        found.into_iter().map(|(key, from, to)| (key, &table[from..to])).collect()
    }

    /// Names of the facts that a message takes.
    fn facts(message: &str) -> BTreeSet<&str> {
        let taken = message.split('$').skip(1).map(|rest| rest.split([' ', '}', ')']).next().unwrap());
        // Elsewhere a dollar sign is money.
        taken.filter(|name| name.starts_with(|c: char| c.is_ascii_lowercase())).collect()
    }

    #[test]
    fn arabic_says_all_that_a_figure_says_with_the_same_facts() {
        for (layer, table) in ARABIC {
            if let Err((_, errors)) = FluentResource::try_new(table.to_owned()) {
                panic!("{layer}.ftl: {errors:?}");
            }
            let english = ENGLISH.iter().find(|(name, _)| *name == layer).map(|(_, table)| *table).unwrap();
            let (own, other) = (messages(table), messages(english));
            let keys = |messages: &[(&str, &str)]| -> BTreeSet<String> {
                messages.iter().map(|(key, _)| (*key).to_owned()).collect()
            };
            let (own_keys, other_keys) = (keys(&own), keys(&other));
            let apart: Vec<_> = own_keys.symmetric_difference(&other_keys).collect();
            assert!(apart.is_empty(), "in one {layer}.ftl alone: {apart:?}");
            for (key, own) in own {
                let (_, other) = other.iter().find(|(other, _)| *other == key).unwrap();
                assert_eq!(facts(own), facts(other), "{key}");
                let forms = ["zero", "one", "two", "few", "many", "other"];
                let count = forms.iter().filter(|form| own.contains(&format!("[{form}]"))).count();
                assert!(count == 0 || count == 6, "{key} has {count} of six forms");
                assert!(!other.contains("[one]") || count == 6, "{key} counts in English alone");
            }
        }
    }

    #[test]
    fn arabic_counts_in_six_forms() {
        let counts = [0, 1, 2, 3, 10, 11, 99, 100, 101, 103, 1_234];
        let forms = ["zero", "one", "two", "few", "few", "many", "many", "other", "other", "few", "many"];
        assert_eq!(counts.map(|count| arabic_plural(f64::from(count))), forms);
        for (digits, expected) in [
            (
                Digits::Western,
                ["أي نموذج.", "واحد", "نموذجان", "3 نماذج", "11 نموذجًا", "100 نموذج ", "1,234 نموذجًا"],
            ),
            (
                Digits::Arabic,
                ["أي نموذج.", "واحد", "نموذجان", "٣ نماذج", "١١ نموذجًا", "١٠٠ نموذج ", "١٬٢٣٤ نموذجًا"],
            ),
        ] {
            let words = Words::of(Language::Arabic, digits);
            for (count, part) in [0, 1, 2, 3, 11, 100, 1234].into_iter().zip(expected) {
                let said = words.say("chart-note-no-score", &[("count", Arg::Count(count))]);
                assert!(said.contains(part), "{count}: {said}");
            }
        }
    }

    #[test]
    fn a_number_inside_a_table_has_the_digits_in_use() {
        let date = [("date", Arg::Text("يناير"))];
        let said = |digits| Words::of(Language::Arabic, digits).say("chart-sentence-hundred", &date);
        assert_eq!(said(Digits::Western), "إغلاق يناير = 100");
        assert_eq!(said(Digits::Arabic), "إغلاق يناير = ١٠٠");
    }

    #[test]
    fn names_of_other_scripts_leave_an_arabic_sentence_its_direction() {
        let words = Words::of(Language::Arabic, Digits::Western);
        let moved = words.say(
            "chart-moved-fell",
            &[("name", Arg::Text("Nasdaq 100")), ("percent", Arg::Text(&words.percent(0.03, 1)))],
        );
        assert_eq!(moved, "تراجع \u{2068}Nasdaq 100\u{2069} بنسبة \u{2066}3.0%\u{2069}");
        let change = words.change(-0.03, 1);
        let alone =
            words.say("chart-alt-move", &[("name", Arg::Text("NVDA")), ("change", Arg::Text(&change))]);
        assert!(alone.starts_with('\u{200F}') && super::super::is_right_to_left(&alone), "{alone:?}");
        assert_eq!(words.isolated("سهم أرامكو"), "سهم أرامكو");
        // What no Arabic table holds is said in English.
        assert!(words.text("cli-export").is_ascii());
    }
}
