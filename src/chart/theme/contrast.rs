//! How far two colours stand apart: the contrast of WCAG 2.2.
//!
//! Relative luminance and contrast ratio as defined there
//! (<https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>, `#dfn-contrast-ratio`).

use super::Color;

/// Least contrast of text with what is behind it (WCAG 2.2, criterion 1.4.3).
pub const TEXT: f64 = 4.5;
/// Least contrast of a mark with what is behind it (WCAG 2.2, criterion 1.4.11).
pub const MARK: f64 = 3.0;

/// Red, green and blue as shares of linear light, 0 to 1; opacity is left out.
#[must_use]
pub fn linear(color: Color) -> [f64; 3] {
    let Color([red, green, blue, _]) = color;
    [red, green, blue].map(|channel| {
        let value = f64::from(channel) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    })
}

/// Relative luminance, 0 for black to 1 for white.
#[must_use]
pub fn luminance(color: Color) -> f64 {
    let [red, green, blue] = linear(color);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// Contrast ratio of two opaque colours, 1 to 21.
#[must_use]
pub fn ratio(one: Color, other: Color) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}
