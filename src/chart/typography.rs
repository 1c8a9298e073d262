//! Type sizes of a medium, and words set at a place.
//!
//! Every length of a figure hangs on one unit, the pixel of a figure 1920 by 1080, so that a
//! small figure is the large one made smaller until its labels reach the smallest readable
//! size. Nothing here chooses words.

use super::Medium;
use super::figure::{Anchor, Color, Label, Rect, Subject};
use crate::text::{Weight, measure};

/// Label size of a figure of [`FULL_AREA`].
const FULL_LABEL: f64 = 17.0;
/// The smallest label of a file, in pixels.
const LEAST_LABEL: f64 = 11.0;
/// Label size in the window, in points.
const WINDOW_LABEL: f64 = 12.0;
const FULL_AREA: f64 = 1920.0 * 1080.0;

/// Type sizes and the unit of every other length.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Sizes {
    /// Length of one pixel of the full-sized figure.
    pub unit: f64,
    /// Title.
    pub title: f64,
    /// Subtitle and headings of panels.
    pub section: f64,
    /// Ticks, names, values.
    pub label: f64,
    /// Source, note, keys.
    pub small: f64,
}

impl Sizes {
    /// Sizes for a medium: by area, so that a tall figure has the type of a wide one.
    pub fn of(medium: &Medium) -> Self {
        match medium {
            Medium::Print { size: [width, height] } => {
                let area = (width.max(1.0) * height.max(1.0)).min(1e12);
                let drawn = (area / FULL_AREA).sqrt();
                let unit = drawn.max(LEAST_LABEL / FULL_LABEL);
                Self {
                    unit,
                    title: (42.0 * drawn).max(18.0),
                    section: (22.0 * unit).max(13.0),
                    label: FULL_LABEL * unit,
                    small: (15.0 * unit).max(10.0),
                }
            }
            Medium::Window { .. } => {
                let unit = WINDOW_LABEL / FULL_LABEL;
                Self { unit, title: 15.0, section: 13.0, label: WINDOW_LABEL, small: 11.5 }
            }
        }
    }
}

/// How words are set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Hand {
    /// Size in pixels.
    pub size: f64,
    /// Weight.
    pub weight: Weight,
    /// Colour.
    pub color: Color,
}

impl Hand {
    /// Regular weight.
    pub fn regular(size: f64, color: Color) -> Self {
        Self { size, weight: Weight::Regular, color }
    }

    /// Semibold weight.
    pub fn semibold(size: f64, color: Color) -> Self {
        Self { size, weight: Weight::Semibold, color }
    }

    /// Words with their anchor at a point of the baseline.
    pub fn set(self, text: &str, at: [f64; 2], anchor: Anchor) -> Label {
        Label {
            text: text.to_owned(),
            at,
            anchor,
            size: self.size,
            weight: self.weight,
            color: self.color,
            subject: None,
        }
    }

    /// The same, saying what the words name.
    pub fn name(self, text: &str, at: [f64; 2], anchor: Anchor, subject: Subject) -> Label {
        Label { subject: Some(subject), ..self.set(text, at, anchor) }
    }

    /// Width of words set so.
    pub fn width(self, text: &str) -> f64 {
        measure(text, self.size, self.weight).width
    }

    /// The same words, cut with an ellipsis where they are wider than allowed.
    pub fn fit(self, text: &str, width: f64) -> String {
        // Half a pixel for sums that do not come out even.
        crate::text::elide(text, width.max(0.0) + 0.5, self.size, self.weight)
    }

    /// The same words, cut in the middle, so that names of one family stay apart.
    pub fn fit_middle(self, text: &str, width: f64) -> String {
        crate::text::elide_middle(text, width.max(0.0) + 0.5, self.size, self.weight)
    }

    /// The same hand in another size.
    pub fn sized(self, size: f64) -> Self {
        Self { size, ..self }
    }

    /// The words in lines of that width, at most so many; the last one is cut when there are more.
    pub fn lines(self, text: &str, width: f64, at_most: usize) -> Vec<String> {
        if text.is_empty() || at_most == 0 {
            return Vec::new();
        }
        let mut lines = crate::text::wrap(text, width.max(1.0), self.size, self.weight);
        if lines.len() > at_most {
            let rest = lines.split_off(at_most - 1).join(" ");
            lines.push(rest);
        }
        lines.into_iter().map(|line| self.fit(&line, width)).collect()
    }

    /// Baseline shift that centres lower-case letters and figures on a height.
    pub fn centre(self) -> f64 {
        self.size * 0.35
    }
}

/// The box that a label's ink and line height fill.
#[must_use]
pub fn bounds(label: &Label) -> Rect {
    let extent = measure(&label.text, label.size, label.weight);
    let x = match label.anchor {
        Anchor::Left => label.at[0],
        Anchor::Middle => label.at[0] - extent.width / 2.0,
        Anchor::Right => label.at[0] - extent.width,
    };
    Rect { x, y: label.at[1] - extent.ascent, width: extent.width, height: extent.ascent + extent.descent }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn type_follows_the_area_and_stays_readable() {
        let print = |width, height| Sizes::of(&Medium::Print { size: [width, height] });
        let full = print(1920.0, 1080.0);
        assert_eq!((full.title, full.section, full.label, full.small), (42.0, 22.0, 17.0, 15.0));
        assert_eq!(print(1080.0, 1920.0), full);
        for [width, height] in [[200.0, 150.0], [0.0, 0.0], [1200.0, 675.0], [f64::NAN, 10.0]] {
            let sizes = print(width, height);
            assert!(sizes.label >= LEAST_LABEL - 1e-9 && sizes.small >= 10.0);
        }
    }
}
