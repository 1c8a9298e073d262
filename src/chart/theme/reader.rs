//! Values of a theme file one by one: their types, limits and places in the text.
//!
//! Collects what is wrong, each with its line and column; what a whole theme has to fulfil is
//! judged in the file beside this one.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeString, DeValue};

use super::keys::Slot;
use super::{Color, Dash, Marker, ThemeFile};
use crate::model::Message;

/// What is wrong with a theme file, and where.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("line {line}, column {column}: {key}")]
pub struct ThemeError {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// The key with its section, such as `colours.ink`; empty where the file is no TOML.
    pub key: String,
    /// What is wrong.
    pub fault: ThemeFault,
}

/// What can be wrong with a theme file.
#[derive(Clone, Debug, PartialEq)]
pub enum ThemeFault {
    /// The text is no TOML; what its reader says.
    Syntax(String),
    /// No such key; those that there are.
    Unknown(Vec<&'static str>),
    /// A section was written as a value.
    NoSection,
    /// No text in quotes.
    NoText(String),
    /// No colour such as `#14181D`.
    NoColor(String),
    /// No list.
    NoList(String),
    /// No number within these limits.
    NoNumber {
        /// What stands there.
        found: String,
        /// Lowest and highest that is allowed.
        limits: [f64; 2],
    },
    /// None of these names.
    NoName {
        /// What stands there.
        found: String,
        /// What may stand there.
        names: Vec<&'static str>,
    },
    /// No name of a file beside the theme.
    NoFile(String),
    /// A list is too short.
    TooFew {
        /// How many it has.
        count: usize,
        /// How many it needs.
        least: usize,
    },
    /// A colour does not stand out from what is behind it.
    Contrast {
        /// The colour.
        color: Color,
        /// The key of what is behind it.
        ground_key: &'static str,
        /// What is behind it.
        ground: Color,
        /// Their contrast.
        ratio: f64,
        /// The contrast that is needed.
        least: f64,
    },
}

impl ThemeError {
    /// What to tell the user of the file at that path.
    #[must_use]
    pub fn message(&self, path: &str) -> Message {
        let of = |key| {
            Message::new(key)
                .with("path", path)
                .with("line", self.line)
                .with("column", self.column)
                .with("key", self.key.as_str())
        };
        match &self.fault {
            ThemeFault::Syntax(reason) => of("chart-theme-syntax").with("reason", reason.as_str()),
            ThemeFault::Unknown(names) => of("chart-theme-unknown").with("names", names.join(", ")),
            ThemeFault::NoSection => of("chart-theme-no-section"),
            ThemeFault::NoText(found) => of("chart-theme-no-text").with("found", found.as_str()),
            ThemeFault::NoColor(found) => of("chart-theme-no-colour").with("found", found.as_str()),
            ThemeFault::NoList(found) => of("chart-theme-no-list").with("found", found.as_str()),
            ThemeFault::NoNumber { found, limits: [least, most] } => of("chart-theme-no-number")
                .with("found", found.as_str())
                .with("least", least.to_string())
                .with("most", most.to_string()),
            ThemeFault::NoName { found, names } => {
                of("chart-theme-no-name").with("found", found.as_str()).with("names", names.join(", "))
            }
            ThemeFault::NoFile(found) => of("chart-theme-no-file").with("found", found.as_str()),
            ThemeFault::TooFew { count, least } => {
                of("chart-theme-too-few").with("count", *count).with("least", *least)
            }
            ThemeFault::Contrast { color, ground_key, ground, ratio, least } => of("chart-theme-contrast")
                .with("color", hex(*color))
                .with("ground-key", *ground_key)
                .with("ground", hex(*ground))
                .with("ratio", format!("{:.2}", (ratio * 100.0).floor() / 100.0))
                .with("least", least.to_string()),
        }
    }
}

/// A colour as it is written in a theme file.
pub(super) fn hex(color: Color) -> String {
    let Color([red, green, blue, _]) = color;
    format!("#{red:02X}{green:02X}{blue:02X}")
}

/// A colour written as `#RGB` or `#RRGGBB`.
fn color(text: &str) -> Option<Color> {
    let digits = text.strip_prefix('#')?;
    if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let value = u32::from_str_radix(digits, 16).ok()?;
    let [_, red, green, blue] = value.to_be_bytes();
    match digits.len() {
        6 => Some(Color([red, green, blue, u8::MAX])),
        3 => {
            // Each digit stands for itself twice.
            let digit = |shift: u32| u8::try_from((value >> shift) & 15).ok().map(|digit| digit * 17);
            Some(Color([digit(8)?, digit(4)?, digit(0)?, u8::MAX]))
        }
        _ => None,
    }
}

/// No marker, in a list of markers.
const NO_MARKER: &str = "none";

/// Reads values and keeps what is wrong with them.
pub(super) struct Reader<'t> {
    text: &'t str,
    errors: Vec<(usize, ThemeError)>,
}

impl<'t> Reader<'t> {
    pub fn new(text: &'t str) -> Self {
        Self { text, errors: Vec::new() }
    }

    /// Notes that something is wrong at that byte.
    pub fn fault(&mut self, at: usize, key: &str, fault: ThemeFault) {
        let before = self.text.get(..at).unwrap_or(self.text);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        self.errors.push((at, ThemeError { line, column, key: key.to_owned(), fault }));
    }

    /// The first thing that is wrong, by its place in the text.
    pub fn first_error(self) -> Option<ThemeError> {
        self.errors.into_iter().min_by_key(|(at, _)| *at).map(|(_, error)| error)
    }

    /// What stands in the text there, on one short line.
    fn found(&self, span: Range<usize>) -> String {
        const MOST: usize = 40;
        let text = self.text.get(span).unwrap_or_default();
        let line = text.lines().next().unwrap_or_default();
        let mut short: String = line.chars().take(MOST).collect();
        if short.len() < text.len() {
            short.push('…');
        }
        short
    }

    fn wrong<T>(
        &mut self,
        key: &str,
        value: &Spanned<DeValue<'_>>,
        fault: impl FnOnce(String) -> ThemeFault,
    ) -> Option<T> {
        let found = self.found(value.span());
        self.fault(value.span().start, key, fault(found));
        None
    }

    /// A text in quotes.
    pub fn text(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<String> {
        match value.get_ref() {
            DeValue::String(text) => Some(text.to_string()),
            _ => self.wrong(key, value, ThemeFault::NoText),
        }
    }

    /// One of those names.
    pub fn named<T>(
        &mut self,
        key: &str,
        value: &Spanned<DeValue<'_>>,
        named: &[(&'static str, T)],
    ) -> Option<T>
    where
        T: Copy,
    {
        let text = value.get_ref().as_str().unwrap_or_default();
        let found = named.iter().find(|(name, _)| *name == text).map(|(_, named)| *named);
        let names = || named.iter().map(|(name, _)| *name).collect();
        found.or_else(|| self.wrong(key, value, |found| ThemeFault::NoName { found, names: names() }))
    }

    fn color(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<Color> {
        let found = value.get_ref().as_str().and_then(color);
        found.or_else(|| self.wrong(key, value, ThemeFault::NoColor))
    }

    fn number(&mut self, key: &str, value: &Spanned<DeValue<'_>>, limits: [f64; 2]) -> Option<f64> {
        let number: Option<f64> = match value.get_ref() {
            DeValue::Integer(number) if number.radix() == 10 => number.as_str().parse().ok(),
            DeValue::Float(number) => number.as_str().parse().ok(),
            _ => None,
        };
        let within = number.filter(|number| (limits[0]..=limits[1]).contains(number));
        within.or_else(|| self.wrong(key, value, |found| ThemeFault::NoNumber { found, limits }))
    }

    /// The name of a file in the theme's folder or under it.
    fn file(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<String> {
        let name = self.text(key, value)?;
        let inside = name.split('/').all(|part| !part.trim_matches('.').trim().is_empty());
        if inside && !name.contains(['\\', ':', '\0']) {
            return Some(name);
        }
        self.wrong(key, value, ThemeFault::NoFile)
    }

    /// A list of at least so many, each read by the same rule.
    fn list<T>(
        &mut self,
        key: &str,
        value: &Spanned<DeValue<'_>>,
        least: usize,
        mut item: impl FnMut(&mut Self, &str, &Spanned<DeValue<'_>>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let Some(list) = value.get_ref().as_array() else {
            return self.wrong(key, value, ThemeFault::NoList);
        };
        let mut read = Vec::with_capacity(list.len());
        for (place, value) in list.iter().enumerate() {
            read.push(item(self, &format!("{key}[{}]", place + 1), value)?);
        }
        if read.len() >= least {
            return Some(read);
        }
        self.wrong(key, value, |_| ThemeFault::TooFew { count: list.len(), least })
    }

    /// Reads a value into its part of the file. `None` where it is wrong.
    pub fn fill(
        &mut self,
        file: &mut ThemeFile,
        key: &str,
        slot: &Slot,
        value: &Spanned<DeValue<'_>>,
    ) -> Option<()> {
        let shapes = Marker::ALL.map(|marker| (marker.name(), marker));
        let dashes = Dash::ALL.map(|dash| (dash.tag(), dash));
        let theme = &mut file.theme;
        match slot {
            Slot::Color(part) => *part(theme) = self.color(key, value)?,
            Slot::Colors(part, least) => *part(theme) = self.list(key, value, *least, Self::color)?,
            Slot::Number(part, limits) => *part(theme) = self.number(key, value, *limits)?,
            Slot::Dash(part) => *part(theme) = self.named(key, value, &dashes)?,
            Slot::Dashes(part) => {
                *part(theme) =
                    self.list(key, value, 1, |reader, key, value| reader.named(key, value, &dashes))?;
            }
            Slot::Markers(part) => {
                let mut markers = vec![(NO_MARKER, None)];
                markers.extend(shapes.map(|(name, marker)| (name, Some(marker))));
                *part(theme) =
                    self.list(key, value, 0, |reader, key, value| reader.named(key, value, &markers))?;
            }
            Slot::Shapes(part) => {
                *part(theme) =
                    self.list(key, value, 0, |reader, key, value| reader.named(key, value, &shapes))?;
            }
            Slot::File(part) => *part(file) = self.file(key, value)?,
        }
        Some(())
    }
}

/// A key with its section.
pub(super) fn path(section: &str, key: &Spanned<DeString<'_>>) -> String {
    if section.is_empty() { key.get_ref().to_string() } else { format!("{section}.{}", key.get_ref()) }
}
