//! What a figure needs beside the data: its theme, words, logo and fonts, read before it is drawn.

use std::path::Path;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::chart::figure::Picture;
use crate::chart::{self, Theme};
use crate::export;
use crate::io::{self, Control};
use crate::model::{Fingerprint, Message};
use crate::text::{Font, FontError, Words, load_font};

use super::recipe::{Recipe, bare_name};
use super::{ExportOptions, ThemeRef};

/// A file beside the data that a figure was made with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ingredient {
    /// File name.
    pub name: String,
    /// Length and hash.
    #[serde(flatten)]
    pub fingerprint: Fingerprint,
}

/// Theme and words of a figure; the theme holds its fonts and its logo.
pub struct Resources {
    /// Colours, weights, type.
    pub theme: Theme,
    /// Words of the figure's language.
    pub words: Words,
    /// The file that the theme comes from.
    pub theme_file: Option<Ingredient>,
    /// The text of that file.
    pub theme_text: Option<String>,
    /// The file that the logo comes from.
    pub logo_file: Option<Ingredient>,
    /// The files that fonts come from.
    pub font_files: Vec<Ingredient>,
}

impl Resources {
    /// Reads what the options name.
    ///
    /// # Errors
    /// What to tell: a file that cannot be had, or is no theme, picture or font.
    pub fn load(options: &ExportOptions) -> Result<Self, Message> {
        let mut font_files = Vec::new();
        let (mut theme, theme_file, theme_text, theme_logo) = match &options.theme {
            ThemeRef::BuiltIn(name) => (Theme::built_in(*name), None, None, None),
            ThemeRef::File(path) => {
                let (theme, ingredient, text, logo) = theme_of(path, &mut font_files)?;
                (theme, Some(ingredient), Some(text), logo)
            }
        };
        theme = theme.with_background(options.background);
        for path in &options.fonts {
            let (font, ingredient) = font_of(path)?;
            theme.fonts = theme.fonts.with_fallback(font).map_err(|error| font_error(&error, path))?;
            font_files.push(ingredient);
        }
        let mut logo_file = None;
        if let Some(path) = options.logo.as_ref().or(theme_logo.as_ref()) {
            let (logo, ingredient) = logo_of(path)?;
            theme.logo = Some(logo);
            logo_file = Some(ingredient);
        }
        let words = Words::of(options.language, options.digits);
        Ok(Self { theme, words, theme_file, theme_text, logo_file, font_files })
    }

    /// What a figure of that recipe is drawn with: the theme and language that it holds, the logo and
    /// the fonts that it names as far as they are at hand; without all the fonts, none of them.
    ///
    /// # Errors
    /// What to tell of a theme that cannot be read any more, or of a file that is no picture or font.
    pub fn of_recipe(recipe: &Recipe, at_hand: &AtHand) -> Result<Self, Message> {
        let mut resources = Self::load(&recipe.export_options())?;
        let mut names_family = false;
        if let (Some(text), Some(file)) = (&recipe.options.theme_text, &recipe.options.theme_file) {
            let file = chart::theme::parse(text).map_err(|error| error.message(&file.name))?;
            names_family = file.fonts.is_some();
            resources.theme = file.theme.with_background(recipe.options.background);
        }
        let mut fonts = Vec::with_capacity(at_hand.fonts.len());
        for (bytes, named) in at_hand.fonts.iter().zip(&recipe.options.fonts) {
            let font =
                load_font(bytes.clone()).map_err(|error| font_error(&error, Path::new(&named.name)))?;
            fonts.push(font);
        }
        let mut fonts = fonts.into_iter();
        let wrong = |error: FontError| font_error(&error, Path::new(""));
        if names_family && let (Some(regular), Some(semibold)) = (fonts.next(), fonts.next()) {
            resources.theme.fonts = resources.theme.fonts.with_family(regular, semibold).map_err(wrong)?;
        }
        for font in fonts {
            resources.theme.fonts = resources.theme.fonts.with_fallback(font).map_err(wrong)?;
        }
        if let (Some(bytes), Some(named)) = (&at_hand.logo, &recipe.options.logo) {
            resources.theme.logo = Some(picture_of(bytes, Path::new(&named.name))?);
        }
        Ok(resources)
    }
}

/// The bytes of files beside the data that a recipe names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AtHand {
    /// The logo.
    pub logo: Option<Vec<u8>>,
    /// All fonts in the recipe's order, or none.
    pub fonts: Vec<Vec<u8>>,
}

fn read(path: &Path) -> Result<(Vec<u8>, Ingredient), Message> {
    let bytes = io::files::read(path, &Control::unwatched()).map_err(|error| error.message())?;
    let ingredient = Ingredient { name: bare_name(path), fingerprint: io::fingerprint(&bytes) };
    Ok((bytes, ingredient))
}

fn font_of(path: &Path) -> Result<(Font, Ingredient), Message> {
    let (bytes, ingredient) = read(path)?;
    let font = load_font(bytes).map_err(|error| font_error(&error, path))?;
    Ok((font, ingredient))
}

fn font_error(error: &FontError, path: &Path) -> Message {
    let key = match error {
        FontError::TooLarge { .. } => "app-font-too-large",
        FontError::NotAFont => "app-font-none",
        FontError::NoOutlines => "app-font-no-outlines",
        FontError::TooMany => "app-font-too-many",
    };
    Message::new(key).with("path", path.display().to_string())
}

fn logo_of(path: &Path) -> Result<(Arc<Picture>, Ingredient), Message> {
    let (bytes, ingredient) = read(path)?;
    Ok((picture_of(&bytes, path)?, ingredient))
}

fn picture_of(bytes: &[u8], path: &Path) -> Result<Arc<Picture>, Message> {
    let picture = export::picture(bytes).map_err(|error| {
        Message::new("app-logo").with("reason", error.to_string()).with("path", path.display().to_string())
    })?;
    Ok(Arc::new(picture))
}

/// The theme of a file with the fonts that it names, and the path of its logo.
fn theme_of(
    path: &Path,
    font_files: &mut Vec<Ingredient>,
) -> Result<(Theme, Ingredient, String, Option<std::path::PathBuf>), Message> {
    let (bytes, ingredient) = read(path)?;
    let shown = path.display().to_string();
    let text =
        String::from_utf8(bytes).map_err(|_| Message::new("app-theme-utf8").with("path", shown.clone()))?;
    let file = chart::theme::parse(&text).map_err(|error| error.message(&shown))?;
    let folder = path.parent().unwrap_or(Path::new(""));
    let mut theme = file.theme;
    if let Some(names) = &file.fonts {
        let (regular, first) = font_of(&folder.join(&names.regular))?;
        let (semibold, second) = font_of(&folder.join(&names.semibold))?;
        theme.fonts = theme.fonts.with_family(regular, semibold).map_err(|error| font_error(&error, path))?;
        font_files.extend([first, second]);
    }
    Ok((theme, ingredient, text, file.logo.map(|logo| folder.join(logo))))
}
