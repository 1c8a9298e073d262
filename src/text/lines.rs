//! Lines of a given width: breaking a paragraph into lines, and shortening a line that is too long.
//!
//! Both measure with the bundled fonts and keep the words in logical order; the renderers order
//! each line for display. They know nothing of where a line stands.

use unicode_bidi::{BidiClass, bidi_class};

use super::bidi::{Direction, END_OF_ISOLATE, direction, follow_isolates, with_direction};
use super::faces::is_invisible;
use super::fonts::Weight;
use super::shaping::measure;

/// What stands for the rest of a shortened line.
const ELLIPSIS: char = '…';

/// Breaks words into lines no wider than `width_px`. A word that is wider by itself has a line of
/// its own; Chinese and Japanese break between their signs; a line break in the text is kept;
/// nothing gives no line. Every line keeps the direction of its paragraph.
#[must_use]
pub fn wrap(text: &str, width_px: f64, size_px: f64, weight: Weight) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut broken = Vec::new();
        let mut line = String::new();
        for (spaced, piece) in pieces(paragraph) {
            let space = if spaced && !line.is_empty() { " " } else { "" };
            let longer = format!("{line}{space}{piece}");
            if line.is_empty() || measure(&longer, size_px, weight).width <= width_px {
                line = longer;
            } else {
                broken.push(std::mem::replace(&mut line, piece.to_owned()));
            }
        }
        broken.push(line);
        lines.extend(by_themselves(broken, direction(paragraph)));
    }
    lines
}

/// The lines of a paragraph so that each can be ordered by itself: isolates that a line leaves
/// open are closed at its end and opened again on the next, and a line that begins with a word of
/// the other direction says its own.
fn by_themselves(lines: Vec<String>, own: Direction) -> Vec<String> {
    if let [line] = lines.as_slice()
        && direction(line) == own
    {
        return lines;
    }
    let mut open: Vec<char> = Vec::new();
    let whole = lines.iter().enumerate().map(|(place, line)| {
        let before: String = open.iter().collect();
        let rest = lines.get(place + 1..).unwrap_or_default().concat();
        follow_isolates(&mut open, line, &rest);
        with_direction([&before, &**line, &closing(open.len())].concat(), own)
    });
    whole.collect()
}

fn closing(count: usize) -> String {
    std::iter::repeat_n(END_OF_ISOLATE, count).collect()
}

/// What may not be broken, each with whether a space stands before it.
fn pieces(paragraph: &str) -> impl Iterator<Item = (bool, &str)> {
    paragraph.split(is_break).filter(|word| !word.is_empty()).flat_map(|word| {
        let mut pieces = Vec::new();
        let (mut from, mut before) = (0, None);
        for (place, c) in word.char_indices() {
            if before.is_some_and(|before| parts(before, c)) {
                pieces.push((from == 0, word.get(from..place).unwrap_or_default()));
                from = place;
            }
            before = Some(c);
        }
        pieces.push((from == 0, word.get(from..).unwrap_or_default()));
        pieces
    })
}

/// Whether a line may end between two signs without a space: at an ideograph or a kana, but not
/// before a closing mark or a small kana nor after an opening bracket (UAX 14, classes ID, CL, NS
/// and OP; Japanese Industrial Standard X 4051).
fn parts(before: char, after: char) -> bool {
    const NOT_FIRST: &str = "、。，．：；？！）］｝〕〉》」』】〗’”…‥ー々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ・%‰％";
    const NOT_LAST: &str = "（［｛〔〈《「『【〖‘“";
    let is_whole = |c: char| matches!(u32::from(c), 0x2E80..=0x9FFF | 0xF900..=0xFAFF | 0xFF00..=0xFF60 | 0x2_0000..=0x3_FFFF);
    (is_whole(before) || is_whole(after))
        && !NOT_FIRST.contains(after)
        && !NOT_LAST.contains(before)
        && bidi_class(after) != BidiClass::NSM
        && !is_invisible(after)
        && !is_invisible(before)
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
        let mut open = Vec::new();
        follow_isolates(&mut open, &line, "");
        line.push(ELLIPSIS);
        line.push_str(&closing(open.len()));
        with_direction(line, direction(text))
    };
    let fitting = cuts.partition_point(|&cut| measure(&shortened(cut), size_px, weight).width <= width_px);
    shortened(fitting.checked_sub(1).and_then(|last| cuts.get(last)).copied().unwrap_or(0))
}

/// The line itself where it fits into `width_px`, else its beginning and its end with an ellipsis
/// between them: what tells names of one family apart often stands last.
#[must_use]
pub fn elide_middle(text: &str, width_px: f64, size_px: f64, weight: Weight) -> String {
    if measure(text, size_px, weight).width <= width_px {
        return text.to_owned();
    }
    let letters: Vec<char> = text.chars().collect();
    let shortened = |kept: usize| -> Option<String> {
        // One letter more at the end, where versions and sizes stand.
        let (first, last) = (kept / 2, kept - kept / 2);
        let from = letters.len().checked_sub(last)?;
        let clings = |place: usize| {
            letters.get(place).is_some_and(|c| bidi_class(*c) == BidiClass::NSM || is_invisible(*c))
        };
        if kept < 2 || first > from || clings(first) || clings(from) {
            return None;
        }
        let head: String = letters.get(..first)?.iter().collect();
        let tail: String = letters.get(from..)?.iter().collect();
        let line = format!("{}{ELLIPSIS}{}", head.trim_end(), tail.trim_start());
        Some(with_direction(line, direction(text)))
    };
    let fits = |line: &String| measure(line, size_px, weight).width <= width_px;
    let found = (2..letters.len()).rev().filter_map(shortened).find(fits);
    found.unwrap_or_else(|| elide(text, width_px, size_px, weight))
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
    #[test]
    fn isolates_are_whole_on_every_line() {
        let text = format!("\u{2068}سهم أرامكو السعودية{END_OF_ISOLATE} fell 3.0% on Monday");
        let mut lines = wrap(&text, 60.0, SIZE_PX, Weight::Regular);
        assert!(lines.len() > 2, "{lines:?}");
        lines.push(elide(&text, 60.0, SIZE_PX, Weight::Regular));
        for line in lines {
            let opened = line.chars().filter(|c| ('\u{2066}'..='\u{2068}').contains(c)).count();
            let closed = line.chars().filter(|c| *c == END_OF_ISOLATE).count();
            assert_eq!(opened, closed, "{line:?}");
        }
    }

    #[test]
    fn every_line_keeps_the_direction_of_its_paragraph() {
        let text = "تراجعت أسهم الشركة بعد إطلاق DeepSeek-R1 Distill Llama 70B في السوق";
        let lines = wrap(text, 110.0, SIZE_PX, Weight::Regular);
        assert!(lines.len() > 2);
        let latin = |line: &&String| line.trim_start_matches('\u{200F}').starts_with(|c: char| c.is_ascii());
        assert!(lines.iter().any(|line| latin(&line)), "{lines:?}");
        for line in &lines {
            assert_eq!(direction(line), Direction::RightToLeft, "{line:?}");
        }
        assert_eq!(elide("12.5% من القيمة", 40.0, SIZE_PX, Weight::Regular).chars().next(), Some('\u{200F}'));
    }

    #[test]
    fn chinese_and_japanese_break_between_their_signs() {
        let broken = |text: &str| {
            let pieces: Vec<String> = pieces(text).map(|(_, piece)| piece.to_owned()).collect();
            pieces.join("|")
        };
        assert_eq!(broken("深度求索。"), "深|度|求|索。");
        assert_eq!(broken("（DeepSeek R1）が"), "（DeepSeek|R1）|が");
        assert_eq!(broken("ショック DeepSeek-R1"), "ショッ|ク|DeepSeek-R1");
        assert_eq!(broken("삼성전자 주가"), "삼성전자|주가");
        let lines = wrap("深度求索発表後に大幅安", 40.0, SIZE_PX, Weight::Regular);
        assert!(lines.len() > 1 && lines.concat() == "深度求索発表後に大幅安", "{lines:?}");
    }

    #[test]
    fn names_of_one_family_stay_apart_when_cut() {
        let cut = |text| elide_middle(text, 55.0, SIZE_PX, Weight::Regular);
        let names = ["R1 Distill Llama 70B", "R1 Distill Qwen 32B", "R1 Distill Qwen 14B"].map(cut);
        for name in &names {
            assert!(name.starts_with("R1") && name.ends_with('B') && width(name) <= 55.0, "{name}");
        }
        assert!(names[0] != names[1] && names[1] != names[2], "{names:?}");
        assert_eq!(elide_middle("NVDA", 100.0, SIZE_PX, Weight::Regular), "NVDA");
        assert_eq!(elide_middle("NVDA", 0.0, SIZE_PX, Weight::Regular), "…");
    }
}
