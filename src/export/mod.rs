//! Figures as files: SVG, PNG rasterised from it, and PDF.
//!
//! This layer writes down what `chart` has decided, mark for mark and label for label, and gives
//! bytes. A figure becomes one list of primitives (`drawing`), which every writer draws. It must
//! not lay out, format a number, choose a colour, do arithmetic on prices (positions come from
//! `Panel::place` alone) or touch a file: the same figure gives the same bytes anywhere.

mod compare;
mod drawing;
mod pdf;
mod picture;
mod png;
mod recipe;
mod runs;
mod svg;
mod xml;

pub use compare::{Differences, differences, pictures_in};
pub use pdf::pdf;
pub use picture::{MAX_PICTURE_BYTES, PictureError, picture};
pub use png::{MAX_PIXELS, MAX_SIDE_PX, Pixels, pixels, png};
pub use recipe::{is_whole, recipe_in};
pub use svg::svg;

#[cfg(test)]
mod tests;

/// How the words of an SVG are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextMode {
    /// As outlines of the fonts: looks the same everywhere.
    #[default]
    Outlines,
    /// As text in a named font: can be edited, and looks the same where the font is installed.
    Live,
}

/// What a file holds beside its figure.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Dress<'a> {
    /// What the figure was made from, as JSON, for SVG and PNG.
    pub recipe: Option<&'a str>,
    /// How an SVG writes its words.
    pub text: TextMode,
    /// Width and height on paper in millimetres; without them a figure pixel is 1/96 inch.
    pub physical_mm: Option<[f64; 2]>,
    /// Dots an inch that a PNG says of itself.
    pub dpi: Option<f64>,
    /// Language of the words (BCP 47), empty for unknown.
    pub language: &'a str,
    /// Whether that language begins its lines on the right.
    pub right_to_left: bool,
}

/// Why a figure could not become a file.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ExportError {
    /// The scale is not a positive number.
    #[error("a scale of {scale} is not a positive number")]
    Scale {
        /// What was asked for.
        scale: f64,
    },
    /// The picture would be larger than [`MAX_SIDE_PX`] or [`MAX_PIXELS`] allow.
    #[error("a picture of {width_px} by {height_px} pixels is too large")]
    TooLarge {
        /// Width that was asked for.
        width_px: u64,
        /// Height that was asked for.
        height_px: u64,
    },
    /// The SVG text could not be read as a drawing.
    #[error("the drawing could not be read: {reason}")]
    Drawing {
        /// What its reader said.
        reason: String,
    },
    /// The picture could not be packed as PNG.
    #[error("the picture could not be packed: {reason}")]
    Packing {
        /// What the encoder said.
        reason: String,
    },
    /// The PDF could not be put together.
    #[error("the document could not be made: {reason}")]
    Document {
        /// What went wrong.
        reason: String,
    },
}
