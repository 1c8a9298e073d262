//! What a figure was made from, as it travels inside the file: the program, the options, the
//! document, each source's name and fingerprint, and the drawn numbers.
//!
//! JSON of version [`FORMAT`]; the document in it has the form of a saved workspace. File names
//! go in, paths never do.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::chart::{Drawn, FigureKind, Grouping, SheetSize, Span, StudyColumn, ThemeName, View};
use crate::export;
use crate::io::{self, Control};
use crate::model::{Data, Document, Fingerprint, Message, Overrides, SeriesId};
use crate::text::{Digits, Language};

use super::resources::{Ingredient, Resources};
use super::{Background, ExportOptions, Format, Text, ThemeRef};

/// Version of the form that is written.
pub const FORMAT: u32 = 1;

/// What a figure was made from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recipe {
    /// Version of this form.
    pub format: u32,
    /// Name and version of the program that drew it.
    pub program: String,
    /// How it was written.
    pub options: RecipeOptions,
    /// What was decided about the data.
    pub document: Document,
    /// What was in view.
    pub view: Shown,
    /// The open files, in their order.
    pub sources: Vec<RecipeSource>,
    /// Every drawn number.
    pub numbers: Vec<NumberRun>,
}

/// [`ExportOptions`] without paths.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RecipeOptions {
    /// What it shows.
    pub kind: FigureKind,
    /// Width and height.
    pub size: SheetSize,
    /// Image pixels a figure pixel.
    pub scale: f64,
    /// Dots an inch, where they were given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dpi: Option<f64>,
    /// Name of the built-in theme.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<ThemeName>,
    /// The theme file, where one was used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme_file: Option<Ingredient>,
    /// The whole text of that file: how many rows have room depends on its type.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme_text: Option<String>,
    /// What lies behind it.
    pub background: Background,
    /// How its words are held.
    pub text: Text,
    /// Language of Richter's words.
    pub language: Language,
    /// Digits.
    pub digits: Digits,
    /// The logo.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logo: Option<Ingredient>,
    /// Fonts beside the bundled ones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fonts: Vec<Ingredient>,
}

/// [`View`] without what is pointed at.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Shown {
    /// Stretch of sessions.
    pub span: Span,
    /// First and last place on the axis of sessions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sessions: Option<[f64; 2]>,
    /// Range of the market chart's values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub market_y: Option<[f64; 2]>,
    /// Ranges of cost and score in plot space.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub models: Option<[[f64; 2]; 2]>,
    /// Whether the windows of the study are shaded.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub study: bool,
    /// The series that a study is of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub studied: Option<SeriesId>,
    /// Columns of a table.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<StudyColumn>,
    /// What its rows are grouped by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<Grouping>,
}

impl From<&View> for Shown {
    fn from(view: &View) -> Self {
        let View { span, sessions, market_y, models, study, studied, columns, group, .. } =
            super::still_view(view);
        Self { span, sessions, market_y, models, study, studied, columns, group }
    }
}

impl From<&Shown> for View {
    fn from(shown: &Shown) -> Self {
        let Shown { span, sessions, market_y, models, study, studied, columns, group } = shown.clone();
        Self { span, sessions, market_y, models, study, studied, columns, group, ..Self::default() }
    }
}

/// One file that the figure was made from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RecipeSource {
    /// File name.
    pub name: String,
    /// Whether it is part of the built-in sample.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sample: bool,
    /// Length and hash.
    #[serde(flatten)]
    pub fingerprint: Fingerprint,
    /// What the user decided about reading it.
    pub overrides: Overrides,
    /// What import decided: key and value.
    pub assumptions: Vec<[String; 2]>,
}

/// Drawn numbers that share all but date and value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NumberRun {
    /// [`Drawn::chart`].
    pub chart: String,
    /// [`Drawn::what`].
    pub what: String,
    /// [`Drawn::name`].
    pub name: String,
    /// [`Drawn::id`].
    pub id: String,
    /// [`Drawn::unit`].
    pub unit: String,
    /// Cost in US dollars.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost_usd: Option<f64>,
    /// One entry a value.
    pub dates: Vec<String>,
    /// The values.
    pub values: Vec<f64>,
}

impl NumberRun {
    fn of(numbers: &[Drawn]) -> Vec<Self> {
        let same = |a: &Drawn, b: &Drawn| {
            let key = |drawn: &Drawn| {
                (drawn.place().map(str::to_owned)[..4].to_vec(), drawn.unit.clone(), drawn.cost_usd)
            };
            key(a) == key(b)
        };
        let runs = numbers.chunk_by(same).filter_map(|run| {
            let Drawn { chart, what, name, id, unit, cost_usd, .. } = run.first()?.clone();
            let dates = run.iter().map(|drawn| drawn.date.clone()).collect();
            let values = run.iter().map(|drawn| drawn.value).collect();
            Some(Self { chart, what, name, id, unit, cost_usd, dates, values })
        });
        runs.collect()
    }

    /// The numbers one by one.
    pub fn numbers(&self) -> impl Iterator<Item = Drawn> + '_ {
        self.dates.iter().zip(&self.values).map(|(date, value)| Drawn {
            chart: self.chart.clone(),
            what: self.what.clone(),
            name: self.name.clone(),
            id: self.id.clone(),
            date: date.clone(),
            cost_usd: self.cost_usd,
            value: *value,
            unit: self.unit.clone(),
        })
    }
}

/// Why a text is no recipe.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecipeError {
    /// It is not the JSON of a recipe.
    #[error("the recipe cannot be read: {0}")]
    Broken(String),
    /// A newer program wrote it.
    #[error("the recipe has form {0}")]
    Newer(u32),
}

impl Recipe {
    /// The recipe of a figure.
    #[must_use]
    pub fn of(
        data: &Data,
        document: &Document,
        view: &View,
        options: &ExportOptions,
        resources: &Resources,
        numbers: &[Drawn],
    ) -> Self {
        let sources = data.sources.iter().map(|source| RecipeSource {
            name: source.file_name(),
            sample: source.sample,
            fingerprint: source.fingerprint.clone(),
            overrides: source.overrides.clone(),
            assumptions: source
                .assumptions
                .iter()
                .map(|assumption| [assumption.key.to_owned(), assumption.value.clone()])
                .collect(),
        });
        Self {
            format: FORMAT,
            program: program(),
            options: RecipeOptions {
                kind: options.kind,
                size: options.size,
                scale: options.scale,
                dpi: options.dpi,
                theme: match &options.theme {
                    ThemeRef::BuiltIn(name) => Some(*name),
                    ThemeRef::File(_) => None,
                },
                theme_file: resources.theme_file.clone(),
                theme_text: resources.theme_text.clone(),
                background: options.background,
                text: options.text,
                language: options.language,
                digits: options.digits,
                logo: resources.logo_file.clone(),
                fonts: resources.font_files.clone(),
            },
            document: document.clone(),
            view: Shown::from(view),
            sources: sources.collect(),
            numbers: NumberRun::of(numbers),
        }
    }

    /// As JSON in one line.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Names and numbers alone: there is nothing in it that JSON could not hold.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads a recipe.
    ///
    /// # Errors
    /// [`RecipeError`]: it is none, or one of a newer form.
    pub fn parse(json: &str) -> Result<Self, RecipeError> {
        #[derive(Deserialize)]
        struct Form {
            format: u32,
        }
        let broken = |error: serde_json::Error| RecipeError::Broken(error.to_string());
        let form: Form = serde_json::from_str(json).map_err(broken)?;
        if form.format > FORMAT {
            return Err(RecipeError::Newer(form.format));
        }
        serde_json::from_str(json).map_err(broken)
    }

    /// Whether this very version of the program drew the figure, so that it would draw it again so.
    #[must_use]
    pub fn is_of_this_program(&self) -> bool {
        self.program == program()
    }

    /// The options, as far as they can be had without the files that they named.
    #[must_use]
    pub fn export_options(&self) -> ExportOptions {
        let RecipeOptions { kind, size, scale, dpi, theme, background, text, language, digits, .. } =
            self.options.clone();
        ExportOptions {
            kind,
            size,
            scale,
            dpi,
            theme: ThemeRef::BuiltIn(theme.unwrap_or_default()),
            background,
            text,
            language,
            digits,
            format: Format::default(),
            logo: None,
            fonts: Vec::new(),
            recipe: true,
        }
    }
}

/// Name and version of this program.
fn program() -> String {
    format!("Richter {}", env!("CARGO_PKG_VERSION"))
}

/// A figure's file with its recipe.
#[derive(Clone, Debug, PartialEq)]
pub struct Inscribed {
    /// The whole file.
    pub bytes: Vec<u8>,
    /// What it says it was made from.
    pub recipe: Recipe,
}

/// The recipe inside a figure.
///
/// # Errors
/// As [`inscribed`].
pub fn recipe_of(path: &Path) -> Result<Recipe, Message> {
    inscribed(path).map(|figure| figure.recipe)
}

/// A figure's file with the recipe in it.
///
/// # Errors
/// What to tell: the file cannot be had, holds no recipe, or one that cannot be read.
pub fn inscribed(path: &Path) -> Result<Inscribed, Message> {
    let bytes = io::files::read(path, &Control::unwatched()).map_err(|error| error.message())?;
    let shown = path.display().to_string();
    if !export::is_whole(&bytes) {
        return Err(Message::new("app-verify-damaged").with("path", shown));
    }
    let json = export::recipe_in(&bytes)
        .ok_or_else(|| Message::new("app-verify-none").with("path", shown.clone()))?;
    let recipe = Recipe::parse(&json).map_err(|error| match error {
        RecipeError::Broken(reason) => {
            Message::new("app-verify-broken").with("reason", reason).with("path", shown)
        }
        RecipeError::Newer(form) => {
            Message::new("app-verify-newer").with("form", form.to_string()).with("path", shown)
        }
    })?;
    Ok(Inscribed { bytes, recipe })
}

/// The name of a file without its folder.
pub(in crate::app) fn bare_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
