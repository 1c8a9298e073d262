//! Words and numbers: locale tables, numbers and dates by locale, shaping and measuring with the
//! bundled fonts. This layer knows no other.

pub mod dates;
pub mod fonts;
pub mod numbers;
pub mod words;

pub use dates::DateStyle;
pub use fonts::{Extent, Glyph, Weight, measure, outline, shape};
pub use words::{Arg, Words};
