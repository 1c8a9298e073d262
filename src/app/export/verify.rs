//! Checks a figure against its recipe: are the files that it was made from still the same, and
//! do they still give the numbers that it shows?

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::chart::{self, Drawn, Medium, Scene, View, drawn};
use crate::io;
use crate::model::{Fingerprint, Loaded, Message};
use crate::study;

use super::super::jobs::Progress;
use super::super::open;
use super::recipe::{Recipe, RecipeSource};
use super::resources::Resources;

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
}

impl Finding {
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
                .with("hash", is.blake3.get(..12).unwrap_or_default()),
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
        }
    }
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
}

/// Looks for the sources of a recipe among `files`, then in `folder`, reads them as it says,
/// and compares the numbers that come of them.
#[must_use]
pub fn verify(
    recipe: &Recipe,
    files: &[PathBuf],
    folder: &Path,
    resources: &Resources,
    progress: &Progress,
) -> Verdict {
    let mut verdict = Verdict::default();
    let mut loaded = Vec::new();
    for found in find(recipe, files, folder, progress) {
        match found {
            Ok((source, file)) if file.fingerprint == source.fingerprint => {
                verdict.sources += 1;
                loaded.push(file);
            }
            Ok((source, file)) => {
                verdict.findings.push(Finding::Changed {
                    name: source.name.clone(),
                    was: source.fingerprint.clone(),
                    is: file.fingerprint.clone(),
                });
                loaded.push(file);
            }
            Err(finding) => verdict.findings.push(finding),
        }
    }
    let is_whole = loaded.len() == recipe.sources.len() && recipe.is_exact();
    compare(recipe, &numbers(recipe, loaded, resources), is_whole, &mut verdict);
    verdict
}

/// The files of a recipe in its order, each read as the recipe says, or what is wrong with it.
pub fn find<'r>(
    recipe: &'r Recipe,
    all: &[PathBuf],
    folder: &Path,
    progress: &Progress,
) -> Vec<Result<(&'r RecipeSource, Arc<Loaded>), Finding>> {
    let needs_sample = recipe.sources.iter().any(|source| source.sample);
    let sample = if needs_sample { open::read_sample(progress).loaded } else { Vec::new() };
    let files: Vec<PathBuf> = all
        .iter()
        .flat_map(|path| io::files::expand(std::slice::from_ref(path)).unwrap_or_default())
        .collect();
    let folders: Vec<PathBuf> = given_folders(all);
    let named = |name: &str| {
        // A name is a file's, never a way to another folder.
        if Path::new(name).file_name().is_none_or(|own| own != name) {
            return Vec::new();
        }
        let with_name = |path: &&PathBuf| path.file_name().is_some_and(|own| own.to_string_lossy() == name);
        let given: Vec<PathBuf> = files.iter().filter(with_name).cloned().collect();
        if !given.is_empty() {
            return given;
        }
        // In a folder that is named, whatever the file's ending, else beside the figure.
        let folders = folders.iter().map(PathBuf::as_path).chain([folder]);
        let places: Vec<PathBuf> = folders.map(|place| place.join(name)).collect();
        places.into_iter().find(|path| io::files::exists(path)).into_iter().collect()
    };
    let mut used: Vec<PathBuf> = Vec::new();
    let one = |source: &'r RecipeSource| {
        let missing = || Finding::Missing { name: source.name.clone() };
        if source.sample {
            let file = sample.iter().find(|file| super::recipe::bare_name(&file.path) == source.name);
            return file.map(|file| (source, Arc::clone(file))).ok_or_else(missing);
        }
        let mut best = (None, Err(missing()));
        for path in named(&source.name).into_iter().filter(|path| !used.contains(path)).collect::<Vec<_>>() {
            match open::read_one(&path, &source.overrides, progress) {
                // Of two files with one name the one with the same bytes is meant.
                Ok(file) if file.fingerprint == source.fingerprint => {
                    best = (Some(path), Ok((source, Arc::new(file))));
                    break;
                }
                Ok(file) if best.1.is_err() => best = (Some(path), Ok((source, Arc::new(file)))),
                Err(error) if best.1.is_err() => best.1 = Err(Finding::Unreadable { why: error.message() }),
                Ok(_) | Err(_) => {}
            }
        }
        used.extend(best.0);
        best.1
    };
    recipe.sources.iter().map(one).collect()
}

/// Those of the paths that are folders.
fn given_folders(paths: &[PathBuf]) -> Vec<PathBuf> {
    paths.iter().filter(|path| io::files::is_folder(path)).cloned().collect()
}

/// The numbers that a figure of that recipe draws from these files.
fn numbers(recipe: &Recipe, loaded: Vec<Arc<Loaded>>, resources: &Resources) -> Vec<Drawn> {
    let data = io::compose(&open::number(loaded, 0));
    let analysis = study::analyse(&data, &recipe.document);
    let scene = Scene {
        document: &recipe.document,
        data: &data,
        analysis: &analysis,
        theme: &resources.theme,
        words: &resources.words,
    };
    let kind = recipe.options.kind;
    let sheet = recipe.options.size.sheet(kind);
    let view = View::from(&recipe.view);
    let figure = chart::build(kind, &scene, &view, &Medium::Print(sheet));
    drawn(&figure, &scene, &view)
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
