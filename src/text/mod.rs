//! Words and numbers: locale tables, numbers and dates by locale, shaping and measuring with the
//! bundled fonts and those of the user. This layer knows no other.

pub mod bidi;
pub mod dates;
pub mod fonts;
pub mod language;
pub mod lines;
pub mod numbers;
pub mod shaping;
pub mod words;

mod faces;
pub use bidi::{is_right_to_left, without_isolates};
pub use dates::DateStyle;
pub use fonts::{
    FaceFile, Font, FontError, Fonts, UNITS_PER_EM, Weight, face_bytes, load_font, missing, outline,
};
pub use language::{Digits, Language};
pub use lines::{elide, elide_middle, wrap};
pub use shaping::{Extent, Glyph, measure, shape};
pub use words::{Arg, Words};

#[cfg(test)]
pub mod testing;
#[cfg(test)]
mod tests;
