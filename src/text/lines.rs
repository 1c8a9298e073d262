//! Lines of a given width: breaking a paragraph into lines, and shortening a line that is too long.
//!
//! Both measure with the bundled fonts and keep the words in logical order; the renderers order
//! each line for display. They know nothing of where a line stands.

use unicode_bidi::{BidiClass, bidi_class};

use super::fonts::{Weight, is_invisible};
use super::shaping::measure;

/// What stands for the rest of a shortened line.
const ELLIPSIS: char = '…';

/// Breaks words into lines no wider than `width_px`. A word that is wider by itself has a line of
/// its own; a line break in the text is kept; nothing gives no line.
#[must_use]
pub fn wrap(text: &str, width_px: f64, size_px: f64, weight: Weight) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in paragraph.split(is_break).filter(|word| !word.is_empty()) {
            let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
            if line.is_empty() || measure(&longer, size_px, weight).width <= width_px {
                line = longer;
            } else {
                lines.push(std::mem::replace(&mut line, word.to_owned()));
            }
        }
        lines.push(line);
    }
    lines
}

/// The line itself where it fits into `width_px`, else its beginning with an ellipsis. At the least
/// the ellipsis stays, so that one sees that something is left out.
#[must_use]
pub fn elide(text: &str, width_px: f64, size_px: f64, weight: Weight) -> String {
    if measure(text, size_px, weight).width <= width_px {
        return text.to_owned();
    }
    // A sign stays with its letter: the line is cut before letters only.
    let cuts: Vec<usize> = text
        .char_indices()
        .filter(|&(_, c)| bidi_class(c) != BidiClass::NSM && !is_invisible(c))
        .map(|(place, _)| place)
        .collect();
    let shortened = |cut: usize| {
        let mut line = text.get(..cut).unwrap_or_default().trim_end().to_owned();
        line.push(ELLIPSIS);
        line
    };
    let fitting = cuts.partition_point(|&cut| measure(&shortened(cut), size_px, weight).width <= width_px);
    shortened(fitting.checked_sub(1).and_then(|last| cuts.get(last)).copied().unwrap_or(0))
}

/// Whether a line may break at a character: at white space, but for the spaces that hold a number
/// and its unit together.
fn is_break(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{A0}' | '\u{202F}' | '\u{2007}')
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE_PX: f64 = 10.0;

    fn width(text: &str) -> f64 {
        measure(text, SIZE_PX, Weight::Regular).width
    }

    #[test]
    fn lines_are_as_full_as_they_can_be() {
        let text = "Moves of Nasdaq-100 stocks on 27\u{A0}January 2025, in per cent of the close before";
        for width_px in [1.0, 60.0, 90.0, 150.0, 300.0, 1_000.0] {
            let lines = wrap(text, width_px, SIZE_PX, Weight::Regular);
            assert_eq!(lines.join(" "), text, "no word is lost");
            for (place, line) in lines.iter().enumerate() {
                assert!(width(line) <= width_px || !line.contains(' '), "{line}");
                let next = lines.get(place + 1).and_then(|next| next.split(' ').next());
                assert!(next.is_none_or(|word| width(&format!("{line} {word}")) > width_px), "{line}");
            }
        }
    }

    #[test]
    fn breaks_of_the_text_are_kept_and_spaces_are_not() {
        let lines = |text| wrap(text, 500.0, SIZE_PX, Weight::Regular);
        assert_eq!(lines(""), Vec::<String>::new());
        assert_eq!(lines("  one   two "), ["one two"]);
        assert_eq!(lines("one\n\ntwo"), ["one", "", "two"]);
    }

    #[test]
    fn a_line_that_fits_stays_and_another_keeps_its_beginning() {
        let elided = |text, width_px| elide(text, width_px, SIZE_PX, Weight::Regular);
        assert_eq!(elided("NVDA", 100.0), "NVDA");
        assert_eq!(elided("", 0.0), "");
        assert_eq!(elided("NVDA", 0.0), "…");
        for width_px in [10.0, 30.0, 55.0, 80.0] {
            let line = elided("Taiwan Semiconductor Manufacturing", width_px);
            assert!(line.ends_with('…') && !line.ends_with(" …"), "{line}");
            assert!(width(&line) <= width_px, "{line}");
        }
        assert!(!elided("e\u{301}e\u{301}e\u{301}e\u{301}", 14.0).ends_with("e…"), "an accent was lost");
    }
}
