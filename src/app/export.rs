//! A figure to bytes: the road that the window and the command line share.
//!
//! `chart::build` at the file's own size, then a writer by the file's ending. Knows nothing of
//! dialogs or jobs and writes no file.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::chart::{self, FigureKind, Medium, Scene, ThemeName, View};
use crate::export::{self, ExportError, MAX_PIXELS, MAX_SIDE_PX};
use crate::model::Message;

/// Shortest and longest side of a figure in pixels, before its scale.
pub const SIDE_PX: [f64; 2] = [160.0, 10_000.0];

/// Smallest and largest factor from figure pixels to image pixels.
pub const SCALES: [f64; 2] = [0.1, 10.0];

/// How a figure is written.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ExportOptions {
    /// What it shows.
    pub kind: FigureKind,
    /// Width and height in figure pixels.
    pub size: [f64; 2],
    /// Image pixels a figure pixel; an SVG has none.
    pub scale: f64,
    /// Colours.
    pub theme: ThemeName,
    /// Format to propose for the file; the ending that its name gets in the end decides.
    pub format: Format,
}

impl Default for ExportOptions {
    fn default() -> Self {
        Self {
            kind: FigureKind::Pair,
            size: [1600.0, 900.0],
            scale: 2.0,
            theme: ThemeName::Light,
            format: Format::default(),
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
}

impl Format {
    /// Every format, in menu order.
    pub const ALL: [Self; 2] = [Self::Svg, Self::Png];

    /// Ending of its files, without the dot.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
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

/// Why a figure could not be made.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// The file's ending names no format.
    #[error("no figure format ends like {0}")]
    Format(String),
    /// There is nothing that this figure could show.
    #[error("nothing to draw")]
    Nothing(FigureKind),
    /// The size leaves no room for the figure's words.
    #[error("a figure has to be at least {width} by {height} pixels")]
    TooSmall {
        /// Smallest width in figure pixels.
        width: u64,
        /// Smallest height in figure pixels.
        height: u64,
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
            Self::Nothing(FigureKind::Market | FigureKind::Moves) => Message::new("app-export-no-prices"),
            Self::Nothing(FigureKind::Pair) => Message::new("app-export-nothing"),
            Self::TooSmall { width, height } => {
                Message::new("app-export-too-small").with("width", *width).with("height", *height)
            }
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
    }
}

/// Draws the scene and encodes it in the format of the file that it goes to.
///
/// # Errors
/// [`RenderError::Nothing`] when nothing is open that the figure could show,
/// [`RenderError::TooSmall`] when its words would not be readable, [`RenderError::Export`] when
/// the writer fails.
pub fn render(
    scene: &Scene<'_>,
    view: &View,
    options: &ExportOptions,
    format: Format,
) -> Result<Vec<u8>, RenderError> {
    let (prices, models) = (!scene.data.series.is_empty(), scene.data.models.is_some());
    let drawable = match options.kind {
        FigureKind::Market | FigureKind::Moves => prices,
        FigureKind::Models => models,
        FigureKind::Pair => prices || models,
    };
    if !drawable {
        return Err(RenderError::Nothing(options.kind));
    }
    if let Err([width, height]) = chart::readable(options.kind, options.size) {
        return Err(RenderError::TooSmall { width: width as u64, height: height as u64 });
    }
    let view = View { highlight: None, ..view.clone() };
    let figure = chart::build(options.kind, scene, &view, &Medium::Print { size: options.size });
    let svg = export::svg(&figure);
    match format {
        Format::Svg => Ok(svg.into_bytes()),
        Format::Png => Ok(export::png(&svg, options.scale)?),
    }
}

/// The sentence for a file that was written.
#[must_use]
pub fn saved(path: &Path) -> Message {
    Message::new("app-saved").with("path", path.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_decides_the_format() {
        let cases =
            [("a.svg", Some(Format::Svg)), ("b/a.PNG", Some(Format::Png)), ("a.pdf", None), ("png", None)];
        for (path, expected) in cases {
            assert_eq!(Format::of(Path::new(path)).ok(), expected, "{path}");
        }
    }
}
