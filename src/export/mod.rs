//! Figures as files: the SVG text of a figure, and its picture as PNG.
//!
//! This layer writes down what `chart` has decided, mark for mark and label for label, and gives
//! bytes. It must not lay out, format a number, choose a colour, do arithmetic on prices (positions
//! come from `Panel::place` alone) or touch a file: the same figure gives the same bytes anywhere.

mod png;
mod svg;
mod xml;

pub use png::{MAX_PIXELS, MAX_SIDE_PX, png};
pub use svg::svg;

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
}
