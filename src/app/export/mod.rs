//! A figure to bytes: the road that the window and the command line share.
//!
//! `chart::build` at the file's own size, then a writer by the file's ending. [`Order`] is a figure
//! as it is asked for without a window, [`Recipe`] what it says of itself inside the file, and
//! [`verify`](fn@verify) holds the one against the other. Knows nothing of dialogs and of the state of the program; only `write_all` writes files.

mod batch;
mod find;
mod options;
mod order;
mod recipe;
mod resources;
mod verify;

pub use crate::chart::Background;
pub use crate::export::Pixels;
pub use batch::{Item, Written, write_all};
pub use find::{Found, Shelf};
pub use options::{DPI, ExportOptions, Format, PRINT_DPI, SCALES, Text, ThemeRef, ThemeRefError};
pub use order::{NamedSplit, Order, Prepared};
pub(super) use recipe::bare_name;
pub use recipe::{Inscribed, Recipe, RecipeError, RecipeSource, inscribed, recipe_of};
pub use resources::{AtHand, Ingredient, Resources};
pub use verify::{Finding, Held, Verdict, verify};

use std::path::Path;

use crate::chart::figure::{Figure, Subject};
use crate::chart::{self, Drawn, FigureKind, Medium, Misfit, PX_PER_INCH, Scene, View, drawn};
use crate::export::{self, Dress, ExportError, MAX_PIXELS, MAX_SIDE_PX, TextMode};
use crate::io;
use crate::model::{Data, Document, Message};
use crate::study::Analysis;

/// Why a figure could not be made.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// The file's ending names no format.
    #[error("no figure format ends like {0}")]
    Format(String),
    /// There is nothing that this figure could show.
    #[error("nothing to draw")]
    Nothing(FigureKind),
    /// Nothing of what is open lies in what the figure shows.
    #[error("nothing in view")]
    Empty,
    /// The size leaves no room for the figure's words.
    #[error("a part of the figure finds no room: {0:?}")]
    TooSmall(Misfit),
    /// The user's words cannot be filled from the data.
    #[error("the words of the figure cannot be filled")]
    Words(Message),
    /// No font has a character of the figure.
    #[error("no font has the character {character}")]
    Unwritable {
        /// The character.
        character: char,
        /// The words that it stands in.
        words: String,
    },
    /// The writer failed.
    #[error(transparent)]
    Export(#[from] ExportError),
}

impl RenderError {
    /// What to tell the user.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Format(path) => Message::new("app-export-format").with("path", path.as_str()),
            Self::Nothing(FigureKind::Models) => Message::new("app-export-no-models"),
            Self::Nothing(FigureKind::Market | FigureKind::Moves | FigureKind::Table | FigureKind::Study) => {
                Message::new("app-export-no-prices")
            }
            Self::Empty => Message::new("app-export-empty"),
            Self::Nothing(FigureKind::Pair) => Message::new("app-export-nothing"),
            Self::TooSmall(misfit) => misfit.message(),
            Self::Words(message) => message.clone(),
            Self::Unwritable { character, words } => Message::new("app-export-character")
                .with("character", character.to_string())
                .with("code", format!("U+{:04X}", u32::from(*character)))
                .with("words", words.as_str()),
            Self::Export(error) => export_message(error),
        }
    }
}

fn export_message(error: &ExportError) -> Message {
    match error {
        ExportError::Scale { scale } => Message::new("app-export-scale").with("scale", scale.to_string()),
        ExportError::TooLarge { width_px, height_px } => Message::new("app-export-too-large")
            .with("width", *width_px)
            .with("height", *height_px)
            .with("most", u64::from(MAX_SIDE_PX))
            .with("megapixels", MAX_PIXELS / 1_000_000),
        ExportError::Drawing { reason } => Message::new("app-export-drawing").with("reason", reason.as_str()),
        ExportError::Packing { reason } => Message::new("app-export-packing").with("reason", reason.as_str()),
        ExportError::Document { reason } => {
            Message::new("app-export-document").with("reason", reason.as_str())
        }
    }
}

/// Everything that one figure is made from.
#[derive(Clone, Copy)]
pub struct Still<'a> {
    /// The decisions.
    pub document: &'a Document,
    /// Loaded columns.
    pub data: &'a Data,
    /// The study of these data for that document.
    pub analysis: &'a Analysis,
    /// What is in view.
    pub view: &'a View,
    /// How it is written.
    pub options: &'a ExportOptions,
    /// Theme, words, logo, fonts.
    pub resources: &'a Resources,
}

impl<'a> Still<'a> {
    /// What the figure is drawn from.
    #[must_use]
    pub fn scene(&self) -> Scene<'a> {
        Scene {
            document: self.document,
            data: self.data,
            analysis: self.analysis,
            theme: &self.resources.theme,
            words: &self.resources.words,
        }
    }

    /// The figure at its own size.
    ///
    /// # Errors
    /// [`RenderError::Nothing`] when nothing is open that the figure could show,
    /// [`RenderError::Words`] when the user's words cannot be filled, [`RenderError::TooSmall`]
    /// when it would not be readable.
    pub fn figure(&self) -> Result<Figure, RenderError> {
        let kind = self.options.kind;
        let (prices, models) = (!self.data.series.is_empty(), self.data.models.is_some());
        let drawable = match kind {
            FigureKind::Market | FigureKind::Moves | FigureKind::Table | FigureKind::Study => prices,
            FigureKind::Models => models,
            FigureKind::Pair => prices || models,
        };
        if !drawable {
            return Err(RenderError::Nothing(kind));
        }
        let scene = self.scene();
        let view = still_view(self.view);
        chart::wording::check(&scene, &view).map_err(RenderError::Words)?;
        let sheet = self.options.size.sheet(kind);
        let figure = chart::build(kind, &scene, &view, &Medium::Print(sheet));
        let shows = |panel: &chart::figure::Panel| {
            !panel.marks.is_empty() || panel.labels.iter().any(|label| label.subject.is_some())
        };
        if !figure.panels.iter().any(shows) {
            return Err(RenderError::Empty);
        }
        if let Some(misfit) = &figure.misfit {
            return Err(RenderError::TooSmall(misfit.clone()));
        }
        match figure.unwritable() {
            Some((character, words)) => Err(RenderError::Unwritable { character, words }),
            None => Ok(figure),
        }
    }

    /// The numbers that a figure of this draws.
    #[must_use]
    pub fn numbers(&self, figure: &Figure) -> Vec<Drawn> {
        drawn(figure, &self.scene(), &still_view(self.view))
    }

    /// The figure as pixels: as large as it fits into that many, else as its options say.
    ///
    /// # Errors
    /// As [`Still::render`].
    pub fn pixels(&self, most_px: Option<[u32; 2]>) -> Result<Pixels, RenderError> {
        let figure = self.figure()?;
        let [width, height] = figure.size;
        let fitting = |[across, down]: [u32; 2]| (f64::from(across) / width).min(f64::from(down) / height);
        let scale = most_px.map_or_else(|| resolution(self.options).0, fitting);
        Ok(export::pixels(&figure, scale)?)
    }

    /// The figure in the format of the file that it goes to.
    ///
    /// # Errors
    /// As [`Still::figure`]; [`RenderError::Export`] when the writer fails.
    pub fn render(&self, format: Format) -> Result<Vec<u8>, RenderError> {
        self.encode(&self.figure()?, format)
    }

    /// A figure of this in the format of the file that it goes to.
    ///
    /// # Errors
    /// [`RenderError::Export`] when the writer fails.
    pub fn encode(&self, figure: &Figure, format: Format) -> Result<Vec<u8>, RenderError> {
        let numbers = self.numbers(figure);
        if format == Format::Csv {
            return Ok(csv(&numbers));
        }
        let options = self.options;
        let recipe = options.recipe.then(|| {
            Recipe::of(self.data, self.document, self.view, options, self.resources, &numbers).to_json()
        });
        let (scale, dress) = dressed(options, recipe.as_deref());
        match format {
            Format::Svg => Ok(export::svg(figure, &dress).into_bytes()),
            Format::Png => Ok(export::png(figure, scale, &dress)?),
            Format::Pdf => Ok(export::pdf(figure, &dress)?),
            Format::Csv => Ok(csv(&numbers)),
        }
    }
}

/// Image pixels a figure pixel, and what a file holds beside its figure.
fn dressed<'a>(options: &'a ExportOptions, recipe: Option<&'a str>) -> (f64, Dress<'a>) {
    let (scale, dpi) = resolution(options);
    let dress = Dress {
        recipe,
        text: match options.text {
            Text::Outlines => TextMode::Outlines,
            Text::Live => TextMode::Live,
        },
        physical_mm: options.size.sheet(options.kind).physical_mm,
        dpi: Some(dpi),
        language: options.language.tag(),
        right_to_left: options.language.is_right_to_left(),
    };
    (scale, dress)
}

/// A view for a file: nothing is pointed at in it, but a study stays that of what was.
#[must_use]
pub fn still_view(view: &View) -> View {
    let pointed = match &view.highlight {
        Some(Subject::Series(id) | Subject::Reported(id)) => Some(id),
        _ => None,
    };
    View { highlight: None, studied: view.studied.as_ref().or(pointed).cloned(), ..view.clone() }
}

/// Image pixels a figure pixel, and the dots an inch that a picture says of itself.
fn resolution(options: &ExportOptions) -> (f64, f64) {
    let is_paper = options.size.sheet(options.kind).physical_mm.is_some();
    if is_paper {
        let dpi = options.dpi.unwrap_or(PRINT_DPI);
        return (dpi / PX_PER_INCH, dpi);
    }
    (options.scale, options.dpi.unwrap_or(options.scale * PX_PER_INCH))
}

/// Refuses to write over a file that the figure is made from.
///
/// # Errors
/// What to tell.
pub fn check_target(path: &Path, data: &Data) -> Result<(), Message> {
    let is_source =
        data.sources.iter().any(|source| !source.sample && io::files::is_same(&source.path, path));
    if is_source {
        Err(Message::new("app-export-source").with("path", path.display().to_string()))
    } else {
        Ok(())
    }
}

/// Drawn numbers as a table of RFC 4180, its columns named.
fn csv(numbers: &[Drawn]) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    // Writing into memory has nothing to fail on.
    let _ = writer.write_record(Drawn::COLUMNS);
    for drawn in numbers {
        let _ = writer.write_record(drawn.cells());
    }
    writer.into_inner().unwrap_or_default()
}

/// The sentence for a file that was written.
#[must_use]
pub fn saved(path: &Path) -> Message {
    Message::new("app-saved").with("path", path.display().to_string())
}
