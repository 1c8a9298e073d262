//! Checks a figure against its recipe: are the files that it was made from still the same, and
//! do they still give the numbers that it shows?

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::chart::figure::Figure;
use crate::chart::{self, Drawn, Medium, Scene, View, drawn};
use crate::export;
use crate::io;
use crate::model::{Fingerprint, Loaded, Message};
use crate::study;

use super::super::jobs::Progress;
use super::super::open;
use super::find::{Found, FoundIngredient, Shelf};
use super::recipe::{Inscribed, Recipe};
use super::resources::{AtHand, Ingredient, Resources};
use super::{ExportOptions, dressed, export_message};

/// Largest difference of two numbers that are the same, as a share of the larger.
const SAME: f64 = 1e-9;

/// Something that is no longer as the recipe has it.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// A source was not found.
    Missing {
        /// Its file name.
        name: String,
    },
    /// A source was found, with other bytes.
    Changed {
        /// Its file name.
        name: String,
        /// As the recipe has it.
        was: Fingerprint,
        /// As it is.
        is: Fingerprint,
    },
    /// A source was found and gives nothing.
    Unreadable {
        /// Why.
        why: Message,
    },
    /// A number is another.
    Differs {
        /// As the recipe has it.
        was: Box<Drawn>,
        /// As it is.
        is: Box<Drawn>,
    },
    /// A number is not drawn any more.
    Gone {
        /// As the recipe has it.
        was: Box<Drawn>,
    },
    /// A number is drawn that the recipe does not have.
    New {
        /// As it is.
        is: Box<Drawn>,
    },
    /// Words in the file are others than those that the files give.
    Words {
        /// In the file; empty where it has none in that place.
        is: String,
        /// As they are drawn now; empty where there are none.
        was: String,
    },
    /// The picture is another than the one that the files give.
    Picture,
    /// A logo or a font was not found, so what depends on it is not checked.
    NotAtHand {
        /// Its file name.
        name: String,
    },
    /// Another version drew the figure, and may have drawn it otherwise.
    OtherProgram {
        /// Its name and version.
        program: String,
    },
}

impl Finding {
    /// Whether it speaks against the figure, rather than saying what was not checked.
    #[must_use]
    pub fn is_wrong(&self) -> bool {
        !matches!(self, Self::NotAtHand { .. } | Self::OtherProgram { .. })
    }

    /// What to tell.
    #[must_use]
    pub fn message(&self) -> Message {
        let about = |key: &'static str, drawn: &Drawn| {
            let date = if drawn.date.is_empty() { "\u{2013}" } else { drawn.date.as_str() };
            Message::new(key)
                .with("chart", drawn.chart.as_str())
                .with("name", drawn.name.as_str())
                .with("date", date)
                .with("unit", drawn.unit.as_str())
        };
        match self {
            Self::Missing { name } => Message::new("app-verify-missing").with("file", name.as_str()),
            Self::Changed { name, was, is } => Message::new("app-verify-changed")
                .with("file", name.as_str())
                .with("was", was.bytes)
                .with("is", is.bytes)
                .with("hash", is.blake3.get(..12).unwrap_or_default())
                .with("old-hash", was.blake3.get(..12).unwrap_or_default()),
            Self::Unreadable { why } => why.clone(),
            Self::Differs { was, is } => {
                let cost =
                    |drawn: &Drawn| drawn.cost_usd.map_or("\u{2013}".to_owned(), |cost| cost.to_string());
                let [was_text, is_text] = if is_same(was.value, is.value) {
                    [was, is].map(|drawn| cost(drawn))
                } else {
                    [was, is].map(|drawn| drawn.value.to_string())
                };
                about("app-verify-differs", was).with("was", was_text).with("is", is_text)
            }
            Self::Gone { was } => about("app-verify-gone", was).with("was", was.value.to_string()),
            Self::New { is } => about("app-verify-new", is).with("is", is.value.to_string()),
            Self::Words { is, was } if is.is_empty() => {
                Message::new("app-verify-words-gone").with("was", was.as_str())
            }
            Self::Words { is, was } if was.is_empty() => {
                Message::new("app-verify-words-new").with("is", is.as_str())
            }
            Self::Words { is, was } => {
                Message::new("app-verify-words").with("is", is.as_str()).with("was", was.as_str())
            }
            Self::Picture => Message::new("app-verify-picture"),
            Self::NotAtHand { name } => Message::new("app-verify-not-at-hand").with("file", name.as_str()),
            Self::OtherProgram { program } => {
                Message::new("app-verify-other-program").with("program", program.as_str())
            }
        }
    }
}

/// What came of holding the words and the picture of a file against those drawn anew.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Held {
    /// Nothing: a file is missing or changed, or another version drew it.
    #[default]
    Unchecked,
    /// They are the same.
    Same,
    /// They are not.
    Changed,
}

/// What came of a check.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Verdict {
    /// What is not as the recipe has it, sources first.
    pub findings: Vec<Finding>,
    /// Sources with the same bytes.
    pub sources: usize,
    /// Numbers that are the same.
    pub numbers: usize,
    /// Numbers that could not be checked, because a source, the logo or a font is missing.
    pub unchecked: usize,
    /// Words and picture.
    pub drawing: Held,
}

impl Verdict {
    /// Whether nothing speaks against the figure.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        !self.findings.iter().any(Finding::is_wrong)
    }
}

/// Looks for the files of a figure among `files`, then in `folder`, reads the sources as its recipe
/// says, compares the numbers that come of them, and then the words and the picture of the file.
///
/// # Errors
/// What to tell of a theme, logo or font that cannot be used any more.
pub fn verify(
    figure: &Inscribed,
    files: &[PathBuf],
    folder: &Path,
    progress: &Progress,
) -> Result<Verdict, Message> {
    let recipe = &figure.recipe;
    let mut verdict = Verdict::default();
    let mut shelf = Shelf::of(files, folder);
    let loaded = sources(recipe, &mut shelf, &mut verdict, progress);
    let (at_hand, is_complete) = at_hand(figure, &mut shelf, &mut verdict);
    let resources = Resources::of_recipe(recipe, &at_hand)?;
    let is_whole = loaded.len() == recipe.sources.len() && is_complete;
    let data = io::compose(&open::number(loaded, 0));
    let analysis = study::analyse(&data, &recipe.document);
    let scene = Scene {
        document: &recipe.document,
        data: &data,
        analysis: &analysis,
        theme: &resources.theme,
        words: &resources.words,
    };
    let options = recipe.export_options();
    let view = View::from(&recipe.view);
    let redrawn = chart::build(options.kind, &scene, &view, &Medium::Print(options.size.sheet(options.kind)));
    compare(recipe, &drawn(&redrawn, &scene, &view), is_whole, &mut verdict);
    if is_whole && verdict.sources == recipe.sources.len() {
        if recipe.is_of_this_program() {
            hold(&figure.bytes, &redrawn, &options, &mut verdict)?;
        } else {
            verdict.findings.push(Finding::OtherProgram { program: recipe.program.clone() });
        }
    }
    Ok(verdict)
}

/// The sources that were found, under the names that the recipe has.
fn sources(
    recipe: &Recipe,
    shelf: &mut Shelf,
    verdict: &mut Verdict,
    progress: &Progress,
) -> Vec<Arc<Loaded>> {
    let mut loaded = Vec::new();
    for (source, found) in recipe.sources.iter().zip(shelf.sources(recipe, progress)) {
        let name = source.name.clone();
        let mut file = match found {
            Found::Same(file) => {
                verdict.sources += 1;
                file
            }
            Found::Changed(file) => {
                let (was, is) = (source.fingerprint.clone(), file.fingerprint.clone());
                verdict.findings.push(Finding::Changed { name, was, is });
                file
            }
            Found::Unreadable(why) => {
                verdict.findings.push(Finding::Unreadable { why });
                continue;
            }
            Found::Missing => {
                verdict.findings.push(Finding::Missing { name });
                continue;
            }
        };
        Arc::make_mut(&mut file).path = PathBuf::from(&source.name);
        loaded.push(file);
    }
    loaded
}

/// Logo and fonts as far as they are there, and whether all that the figure was drawn with is. An SVG
/// holds its logo itself.
fn at_hand(figure: &Inscribed, shelf: &mut Shelf, verdict: &mut Verdict) -> (AtHand, bool) {
    let inside = |wanted: &Ingredient| {
        let mut pictures = export::pictures_in(&figure.bytes).into_iter();
        pictures.find(|bytes| io::fingerprint(bytes) == wanted.fingerprint)
    };
    let mut one = |wanted: &Ingredient| match shelf.ingredient(wanted) {
        FoundIngredient::Same(bytes) => Some(bytes),
        FoundIngredient::Changed(is) => {
            let (name, was) = (wanted.name.clone(), wanted.fingerprint.clone());
            verdict.findings.push(Finding::Changed { name, was, is });
            None
        }
        FoundIngredient::Missing => {
            let held = inside(wanted);
            if held.is_none() {
                verdict.findings.push(Finding::NotAtHand { name: wanted.name.clone() });
            }
            held
        }
    };
    let options = &figure.recipe.options;
    let logo = options.logo.as_ref().and_then(&mut one);
    let fonts: Vec<Option<Vec<u8>>> = options.fonts.iter().map(&mut one).collect();
    let fonts: Option<Vec<Vec<u8>>> = fonts.into_iter().collect();
    let has_theme = options.theme_file.is_none() || options.theme_text.is_some();
    let is_complete = has_theme && logo.is_some() == options.logo.is_some() && fonts.is_some();
    (AtHand { logo, fonts: fonts.unwrap_or_default() }, is_complete)
}

/// Holds the file's words and picture against the figure as it is drawn now.
fn hold(
    bytes: &[u8],
    redrawn: &Figure,
    options: &ExportOptions,
    verdict: &mut Verdict,
) -> Result<(), Message> {
    let (scale, dress) = dressed(options, None);
    let found = export::differences(bytes, redrawn, scale, &dress).map_err(|error| export_message(&error))?;
    let is_same = found.words.is_empty() && !found.picture;
    verdict.drawing = if is_same { Held::Same } else { Held::Changed };
    for [is, was] in found.words {
        verdict.findings.push(Finding::Words { is, was });
    }
    if found.picture {
        verdict.findings.push(Finding::Picture);
    }
    Ok(())
}

fn is_same(a: f64, b: f64) -> bool {
    (a - b).abs() <= SAME * a.abs().max(b.abs())
}

fn compare(recipe: &Recipe, now: &[Drawn], is_whole: bool, verdict: &mut Verdict) {
    // One place may be drawn twice, where a model's name stands twice in a table.
    let mut places: BTreeMap<[String; 5], Vec<&Drawn>> = BTreeMap::new();
    for drawn in now {
        places.entry(drawn.place().map(str::to_owned)).or_default().push(drawn);
    }
    for was in recipe.numbers.iter().flat_map(super::recipe::NumberRun::numbers) {
        let found = places.get_mut(&was.place().map(str::to_owned)).filter(|found| !found.is_empty());
        let Some(found) = found else {
            if is_whole {
                verdict.findings.push(Finding::Gone { was: Box::new(was) });
            } else {
                verdict.unchecked += 1;
            }
            continue;
        };
        let is = found.remove(0);
        let same_cost = match (was.cost_usd, is.cost_usd) {
            (Some(was), Some(is)) => is_same(was, is),
            (was, is) => was == is,
        };
        if is_same(was.value, is.value) && same_cost {
            verdict.numbers += 1;
        } else {
            verdict.findings.push(Finding::Differs { was: Box::new(was), is: Box::new(is.clone()) });
        }
    }
    if is_whole {
        let new = places.into_values().flatten();
        verdict.findings.extend(new.map(|is| Finding::New { is: Box::new(is.clone()) }));
    }
}
