//! A theme as a file that a newsroom writes: TOML, a base and what differs from it.
//!
//! Reads text, touches no file. Unknown keys, wrong values and colours that cannot be read on
//! their background are refused, each with its line.

use std::collections::BTreeMap;

use toml::de::{DeTable, DeValue};

use super::contrast::{self, ratio};
use super::keys::{KEYS, known};
use super::reader::{Reader, ThemeError, ThemeFault, path};
use super::{Background, Color, Theme, ThemeName};

/// What a theme file says.
#[derive(Clone, Debug, PartialEq)]
pub struct ThemeFile {
    /// What the newsroom calls it.
    pub name: Option<String>,
    /// The theme.
    pub theme: Theme,
    /// Fonts in place of the bundled ones. They are not loaded here.
    pub fonts: Option<FontFiles>,
    /// Name of a logo's file, relative to the folder of the theme file. It is not loaded here.
    pub logo: Option<String>,
}

/// Names of font files, relative to the folder of the theme file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FontFiles {
    /// Regular weight.
    pub regular: String,
    /// Semibold weight; the regular file where the theme names no other.
    pub semibold: String,
}

/// Where the keys of a file stand, as bytes of its text.
type Places = BTreeMap<String, usize>;

/// Reads the text of a theme file.
///
/// # Errors
/// The first thing that is wrong with it, by its place in the text.
pub fn parse(text: &str) -> Result<ThemeFile, ThemeError> {
    // Editors of some desktops write a mark of byte order, which TOML does not know.
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mut reader = Reader::new(text);
    let root = match DeTable::parse(text) {
        Ok(root) => root,
        Err(error) => {
            let at = error.span().map_or(text.len(), |span| span.start);
            reader.fault(at, "", ThemeFault::Syntax(error.message().to_owned()));
            return Err(wrong(reader));
        }
    };
    let root = root.get_ref();
    let name = root.get("name").and_then(|value| reader.text("name", value));
    let bases = ThemeName::ALL.map(|name| (name.tag(), name));
    let base = root.get("base").and_then(|value| reader.named("base", value, &bases));
    let mut file =
        ThemeFile { name, theme: Theme::built_in(base.unwrap_or_default()), fonts: None, logo: None };
    let mut places = Places::new();
    section(&mut reader, &mut file, &mut places, "", root);
    settle(&mut file, &places);
    check(&mut reader, &file.theme, &places);
    match reader.first_error() {
        Some(error) => Err(error),
        None => Ok(file),
    }
}

/// The error of a reader that has one.
fn wrong(reader: Reader<'_>) -> ThemeError {
    reader.first_error().unwrap_or(ThemeError {
        line: 1,
        column: 1,
        key: String::new(),
        fault: ThemeFault::Syntax(String::new()),
    })
}

/// Reads the keys of one section, and at the top the sections in it.
fn section(
    reader: &mut Reader<'_>,
    file: &mut ThemeFile,
    places: &mut Places,
    name: &'static str,
    table: &DeTable<'_>,
) {
    for (key, value) in table {
        let (full, at) = (path(name, key), key.span().start);
        let plain = key.get_ref().as_ref();
        if let Some(known) = KEYS.iter().find(|known| known.section == name && known.name == plain) {
            if reader.fill(file, &full, &known.slot, value).is_some() {
                places.insert(full, at);
            }
            continue;
        }
        let inner = KEYS.iter().map(|known| known.section).find(|inner| *inner == plain);
        match (name.is_empty(), inner, value.get_ref()) {
            (true, Some(inner), DeValue::Table(table)) => section(reader, file, places, inner, table),
            (true, Some(_), _) => reader.fault(at, &full, ThemeFault::NoSection),
            (true, None, _) if super::keys::TOP.contains(&plain) => {}
            _ => reader.fault(at, &full, ThemeFault::Unknown(known(name))),
        }
    }
}

/// Places of the series whose colours organisations take, after those of frontier and ink.
const FOLLOWED: [usize; 4] = [4, 0, 3, 2];

/// Whether the colours of organisations follow from others that the file gives.
fn follow(theme: &Theme, places: &Places) -> bool {
    let given = |key: &str| places.contains_key(key);
    let changed = ["colours.series", "colours.ink", "colours.frontier"].into_iter().any(given);
    changed && !given("colours.groups") && !theme.marks_groups()
}

/// The key that gives the colour of the organisation at that place, where it follows from others: as
/// it is written, and as it stands among the places.
fn followed(place: usize) -> (String, &'static str) {
    match place {
        0 => ("colours.frontier".to_owned(), "colours.frontier"),
        1 => ("colours.ink".to_owned(), "colours.ink"),
        _ => {
            let series = FOLLOWED.get(place - 2).copied().unwrap_or_default();
            (format!("colours.series[{}]", series + 1), "colours.series")
        }
    }
}

/// What follows from the colours that the file gives, where it does not say it itself.
fn settle(file: &mut ThemeFile, places: &Places) {
    if let Some(FontFiles { regular, semibold }) = &mut file.fonts {
        // One weight alone serves for both.
        let (from, to) = if regular.is_empty() { (&*semibold, regular) } else { (&*regular, semibold) };
        if to.is_empty() {
            to.clone_from(from);
        }
    }
    let theme = &mut file.theme;
    if follow(theme, places) {
        // Frontier and ink first, then the series in the order of the built-in themes.
        let series = FOLLOWED.into_iter().filter_map(|place| theme.series.get(place).copied());
        theme.groups = [theme.action, theme.ink].into_iter().chain(series).collect();
    }
    *theme = theme.clone().with_background(Background::Theme);
}

/// Whether every text and mark stands out from what is behind it.
fn check(reader: &mut Reader<'_>, theme: &Theme, places: &Places) {
    let one = |key: &'static str, color: Color| (key.to_owned(), key, color);
    let each = |key: &'static str, colors: &[Color]| -> Vec<(String, &'static str, Color)> {
        colors
            .iter()
            .enumerate()
            .map(|(place, color)| (format!("{key}[{}]", place + 1), key, *color))
            .collect()
    };
    let mut groups = each("colours.groups", &theme.groups);
    if follow(theme, places) {
        for (place, (name, key, _)) in groups.iter_mut().enumerate() {
            (*name, *key) = followed(place);
        }
    }
    let on_both = [one("colours.ink", theme.ink), one("colours.muted", theme.muted)];
    let on_page =
        [one("colours.event", theme.event), one("colours.fall", theme.fall), one("colours.rise", theme.rise)];
    let background = ("colours.background", theme.background);
    let panel = ("colours.panel", theme.panel);
    let series = each("colours.series", &theme.series);
    let marks = [one("colours.faint", theme.faint), one("colours.frontier", theme.action)];
    let text = on_both.iter().chain(&groups).flat_map(|item| [(item, background), (item, panel)]);
    let text = text.chain(on_page.iter().chain(&series).map(|item| (item, background)));
    let text = text.map(|pair| (pair, contrast::TEXT));
    let marks = marks.iter().map(|item| ((item, background), contrast::MARK));
    for (((key, listed, color), (ground_key, ground)), least) in text.chain(marks) {
        let ratio = ratio(*color, ground);
        if ratio >= least {
            continue;
        }
        // What follows from other colours has no place of its own.
        let at = places.get(*listed).or_else(|| places.get(ground_key)).copied().unwrap_or(0);
        let fault = ThemeFault::Contrast { color: *color, ground_key, ground, ratio, least };
        reader.fault(at, key, fault);
    }
}
