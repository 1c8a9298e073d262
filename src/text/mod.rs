//! Words and numbers: locale tables, numbers and dates by locale, shaping and measuring with the
//! bundled fonts. This layer knows no other.

pub mod bidi;
pub mod dates;
pub mod fonts;
pub mod lines;
pub mod numbers;
pub mod shaping;
pub mod words;

pub use bidi::without_isolates;
pub use dates::DateStyle;
pub use fonts::{UNITS_PER_EM, Weight, face_bytes, missing, outline};
pub use lines::{elide, elide_middle, wrap};
pub use shaping::{Extent, Glyph, measure, shape};
pub use words::{Arg, Words};
