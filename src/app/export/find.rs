//! The files of a recipe among those at hand: by their bytes first, then by their names.
//!
//! A file that was renamed is still itself. Of several with the right name and other bytes, the one
//! that is nearest to what the recipe has is meant; no order of arguments decides.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::io;
use crate::model::{Fingerprint, Loaded, Message};

use super::super::jobs::Progress;
use super::super::open;
use super::recipe::{Recipe, RecipeSource, bare_name};
use super::resources::Ingredient;

/// What became of a source of a recipe. What was read was read as the recipe says and under the name
/// that it has there; its path is where it lies.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// The same bytes.
    Same(Arc<Loaded>),
    /// A file of that name with other bytes.
    Changed(Arc<Loaded>),
    /// A file with these bytes or of that name that gives nothing, and why.
    Unreadable(Message),
    /// No such file.
    Missing,
}

/// What became of a file beside the data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FoundIngredient {
    /// Its bytes.
    Same(Vec<u8>),
    /// A file of that name with other bytes.
    Changed(Fingerprint),
    /// No such file.
    Missing,
}

/// A source beside a file of its name: which source, how unlike they are, the file, what it gives.
type Pair = (usize, [u64; 2], PathBuf, Found);

/// Files among which those of a recipe may be.
pub struct Shelf {
    /// Files that were named, and all in folders that were named.
    given: Vec<PathBuf>,
    /// Files beside the figure.
    beside: Vec<PathBuf>,
    /// What was read already; nothing where a file cannot be had.
    seen: BTreeMap<PathBuf, Option<Fingerprint>>,
}

impl Shelf {
    /// The files and those in folders of `given`, and those in the folder of the figure.
    #[must_use]
    pub fn of(given: &[PathBuf], folder: &Path) -> Self {
        let files = |path: &PathBuf| {
            if io::files::is_folder(path) { io::files::files_in(path) } else { vec![path.clone()] }
        };
        let given = given.iter().flat_map(files).collect();
        Self { given, beside: io::files::files_in(folder), seen: BTreeMap::new() }
    }

    /// What became of each source of a recipe, in its order.
    pub fn sources(&mut self, recipe: &Recipe, progress: &Progress) -> Vec<Found> {
        let needs_sample = recipe.sources.iter().any(|source| source.sample);
        let sample = if needs_sample { open::read_sample(progress).loaded } else { Vec::new() };
        let mut used: Vec<PathBuf> = Vec::new();
        let mut found: Vec<Found> = Vec::with_capacity(recipe.sources.len());
        for source in &recipe.sources {
            if source.sample {
                found.push(in_sample(source, &sample));
                continue;
            }
            let same = self.same(&source.name, &source.fingerprint, &used);
            let Some((path, bytes)) = same else {
                found.push(Found::Missing);
                continue;
            };
            found.push(match open::read_as(source, &path, &bytes, progress) {
                Ok(file) => Found::Same(Arc::new(file)),
                Err(error) => Found::Unreadable(error.message()),
            });
            used.push(path);
        }
        let mut pairs = Vec::new();
        for (place, source) in recipe.sources.iter().enumerate() {
            if !source.sample && found.get(place) == Some(&Found::Missing) {
                pairs.extend(self.changed(place, source, &used, progress));
            }
        }
        // The likest pair first.
        pairs.sort_by(|a, b| (a.1, a.0, &a.2).cmp(&(b.1, b.0, &b.2)));
        for (place, _, path, file) in pairs {
            if let Some(slot) = found.get_mut(place)
                && *slot == Found::Missing
                && !used.contains(&path)
            {
                *slot = file;
                used.push(path);
            }
        }
        found
    }

    /// What became of a file that a figure was made with.
    pub fn ingredient(&mut self, wanted: &Ingredient) -> FoundIngredient {
        if let Some((_, bytes)) = self.same(&wanted.name, &wanted.fingerprint, &[]) {
            return FoundIngredient::Same(bytes);
        }
        let named = self.named(&wanted.name, &[]);
        let found = named
            .iter()
            .filter_map(|path| self.fingerprint(path))
            .min_by_key(|found| (found.bytes.abs_diff(wanted.fingerprint.bytes), found.blake3.clone()));
        found.map_or(FoundIngredient::Missing, FoundIngredient::Changed)
    }

    /// A file with those bytes: one that serves no other source before one that does, one of that name
    /// before any other.
    fn same(&mut self, name: &str, wanted: &Fingerprint, used: &[PathBuf]) -> Option<(PathBuf, Vec<u8>)> {
        let mut paths: Vec<PathBuf> = self.given.iter().chain(&self.beside).cloned().collect();
        paths.retain(|path| io::files::size_bytes(path) == wanted.bytes);
        paths.sort_by_key(|path| (used.contains(path), !is_named(path, name)));
        let path = paths.into_iter().find(|path| self.fingerprint(path).as_ref() == Some(wanted))?;
        let bytes = io::files::read(&path, &io::Control::unwatched()).ok()?;
        (io::fingerprint(&bytes) == *wanted).then_some((path, bytes))
    }

    fn fingerprint(&mut self, path: &Path) -> Option<Fingerprint> {
        if let Some(seen) = self.seen.get(path) {
            return seen.clone();
        }
        let bytes = io::files::read(path, &io::Control::unwatched()).ok();
        let found = bytes.map(|bytes| io::fingerprint(&bytes));
        self.seen.insert(path.to_owned(), found.clone());
        found
    }

    /// Files of that name that serve no other source: those that were named, else the one beside the
    /// figure.
    fn named(&self, name: &str, used: &[PathBuf]) -> Vec<PathBuf> {
        let of = |files: &[PathBuf]| -> Vec<PathBuf> {
            files.iter().filter(|path| is_named(path, name) && !used.contains(path)).cloned().collect()
        };
        let given = of(&self.given);
        if given.is_empty() { of(&self.beside) } else { given }
    }

    /// Files with a source's name and other bytes.
    fn changed(
        &self,
        place: usize,
        source: &RecipeSource,
        used: &[PathBuf],
        progress: &Progress,
    ) -> Vec<Pair> {
        let pair = |path: PathBuf| {
            let read = io::files::read(&path, &io::Control::unwatched())
                .and_then(|bytes| open::read_as(source, &path, &bytes, progress));
            match read {
                Ok(file) => (place, unlike(source, &file), path, Found::Changed(Arc::new(file))),
                Err(error) => (place, [u64::MAX; 2], path, Found::Unreadable(error.message())),
            }
        };
        self.named(&source.name, used).into_iter().map(pair).collect()
    }
}

fn is_named(path: &Path, name: &str) -> bool {
    path.file_name().is_some_and(|own| own.to_string_lossy() == name)
}

fn in_sample(source: &RecipeSource, sample: &[Arc<Loaded>]) -> Found {
    match sample.iter().find(|file| bare_name(&file.path) == source.name) {
        Some(file) if file.fingerprint == source.fingerprint => Found::Same(Arc::clone(file)),
        Some(file) => Found::Changed(Arc::clone(file)),
        None => Found::Missing,
    }
}

/// How unlike a file is to a source: of what import decided, how much is other; then by how many
/// bytes it is longer or shorter.
fn unlike(source: &RecipeSource, file: &Loaded) -> [u64; 2] {
    let has = |[key, value]: &&[String; 2]| {
        file.assumptions.iter().any(|found| found.key == key && found.value == *value)
    };
    let other = source.assumptions.iter().filter(|assumption| !has(assumption)).count();
    [other as u64, file.fingerprint.bytes.abs_diff(source.fingerprint.bytes)]
}
