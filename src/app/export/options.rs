//! How a figure is written: size, format, colours, language. What it shows is the document's.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::chart::{Background, FigureKind, SheetSize, ThemeName};
use crate::text::{Digits, Language};

use super::RenderError;

/// Smallest and largest factor from figure pixels to image pixels.
pub const SCALES: [f64; 2] = [0.1, 10.0];

/// Smallest and largest number of dots an inch.
pub const DPI: [f64; 2] = [36.0, 2400.0];

/// Dots an inch of a picture for paper, unless given: what printers ask for.
pub const PRINT_DPI: f64 = 300.0;

/// How a figure is written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ExportOptions {
    /// What it shows.
    pub kind: FigureKind,
    /// Width and height.
    pub size: SheetSize,
    /// Image pixels a figure pixel, for a size in pixels.
    pub scale: f64,
    /// Dots an inch: how many pixels a size on paper gets, and what a picture says of itself.
    pub dpi: Option<f64>,
    /// Colours, weights and type.
    pub theme: ThemeRef,
    /// What lies behind everything.
    pub background: Background,
    /// Format to propose for the file; the ending that its name gets in the end decides.
    pub format: Format,
    /// How an SVG holds its words.
    pub text: Text,
    /// Language of what Richter writes.
    pub language: Language,
    /// Digits of its numbers.
    pub digits: Digits,
    /// A picture for the corner.
    pub logo: Option<PathBuf>,
    /// Fonts for characters that the bundled ones lack.
    pub fonts: Vec<PathBuf>,
    /// Whether the file says what it was made from.
    pub recipe: bool,
}

impl Default for ExportOptions {
    fn default() -> Self {
        Self {
            kind: FigureKind::Pair,
            size: SheetSize::pixels(1600.0, 900.0),
            scale: 2.0,
            dpi: None,
            theme: ThemeRef::default(),
            background: Background::default(),
            format: Format::default(),
            text: Text::default(),
            language: Language::default(),
            digits: Digits::default(),
            logo: None,
            fonts: Vec::new(),
            recipe: true,
        }
    }
}

/// A file format of figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Scalable vector graphics.
    Svg,
    /// Portable network graphics.
    #[default]
    Png,
    /// Portable document format.
    Pdf,
    /// The drawn numbers as comma-separated values.
    Csv,
}

impl Format {
    /// Every format, in menu order.
    pub const ALL: [Self; 4] = [Self::Svg, Self::Png, Self::Pdf, Self::Csv];

    /// Ending of its files, without the dot.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Pdf => "pdf",
            Self::Csv => "csv",
        }
    }

    /// The format that a path's ending asks for.
    ///
    /// # Errors
    /// [`RenderError::Format`] for any other ending and for none.
    pub fn of(path: &Path) -> Result<Self, RenderError> {
        let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        let found = Self::ALL.into_iter().find(|format| format.ending() == ending);
        found.ok_or_else(|| RenderError::Format(path.display().to_string()))
    }
}

/// How an SVG holds its words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Text {
    /// As outlines: it looks the same everywhere.
    #[default]
    Outlines,
    /// As words in a named font: they can be edited.
    Live,
}

/// A theme by its name, or a file that holds one. Written as the name or the path.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum ThemeRef {
    /// One of the built-in themes.
    BuiltIn(ThemeName),
    /// A theme file.
    File(PathBuf),
}

impl Default for ThemeRef {
    fn default() -> Self {
        Self::BuiltIn(ThemeName::default())
    }
}

/// A text that names neither a theme nor a theme file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} is no theme")]
pub struct ThemeRefError(pub String);

impl FromStr for ThemeRef {
    type Err = ThemeRefError;

    fn from_str(text: &str) -> Result<Self, ThemeRefError> {
        if let Some(name) = ThemeName::ALL.into_iter().find(|name| name.tag() == text.trim()) {
            return Ok(Self::BuiltIn(name));
        }
        let path = Path::new(text);
        let is_file = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"));
        if is_file { Ok(Self::File(path.to_owned())) } else { Err(ThemeRefError(text.to_owned())) }
    }
}

impl fmt::Display for ThemeRef {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BuiltIn(name) => out.write_str(name.tag()),
            Self::File(path) => path.display().fmt(out),
        }
    }
}

impl TryFrom<String> for ThemeRef {
    type Error = ThemeRefError;

    fn try_from(text: String) -> Result<Self, ThemeRefError> {
        text.parse()
    }
}

impl From<ThemeRef> for String {
    fn from(theme: ThemeRef) -> Self {
        theme.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_decides_the_format() {
        let cases = [
            ("a.svg", Some(Format::Svg)),
            ("b/a.PNG", Some(Format::Png)),
            ("a.pdf", Some(Format::Pdf)),
            ("a.b.csv", Some(Format::Csv)),
            ("a.jpg", None),
            ("png", None),
        ];
        for (path, expected) in cases {
            assert_eq!(Format::of(Path::new(path)).ok(), expected, "{path}");
        }
    }

    #[test]
    fn a_theme_is_a_name_or_a_file() {
        for name in ThemeName::ALL {
            assert_eq!(name.tag().parse(), Ok(ThemeRef::BuiltIn(name)));
        }
        assert_eq!("house.toml".parse(), Ok(ThemeRef::File("house.toml".into())));
        assert_eq!("sepia".parse::<ThemeRef>(), Err(ThemeRefError("sepia".to_owned())));
    }

    #[test]
    fn options_come_back_as_they_were_kept() {
        let options = ExportOptions {
            size: "85mm".parse().unwrap(),
            theme: "house.toml".parse().unwrap(),
            dpi: Some(600.0),
            ..ExportOptions::default()
        };
        let kept = serde_json::to_string(&options).unwrap();
        assert_eq!(serde_json::from_str::<ExportOptions>(&kept).unwrap(), options);
    }
}
