//! Words of both directions in one sentence: isolating a name from the sentence around it, and the
//! order of a line's words for a renderer that shapes single words but does not order them.
//!
//! A name in right-to-left letters stands in its sentence between invisible marks, so that it
//! decides neither the sentence's direction nor that of its neighbours. They are for painting
//! alone: what a machine reads goes through [`without_isolates`]. Source of the rules: Unicode
//! Standard Annex 9, levels by `unicode-bidi`.

use std::borrow::Cow;

use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};

/// First strong isolate: opens a stretch whose own first strong letter gives its direction.
pub(super) const ISOLATE: char = '\u{2068}';
/// Pop directional isolate: closes it.
pub(super) const END_OF_ISOLATE: char = '\u{2069}';

/// The words between isolating marks where they hold right-to-left letters, else as they are.
#[must_use]
pub fn isolated(words: &str) -> Cow<'_, str> {
    let turns = |c| matches!(bidi_class(c), BidiClass::R | BidiClass::AL);
    if words.is_ascii() || !words.contains(turns) {
        return Cow::Borrowed(words);
    }
    Cow::Owned(format!("{ISOLATE}{words}{END_OF_ISOLATE}"))
}

/// The text without isolating marks: for accessible names, descriptions and files of text.
#[must_use]
pub fn without_isolates(text: &str) -> Cow<'_, str> {
    let marks = [ISOLATE, END_OF_ISOLATE];
    if text.contains(marks) { Cow::Owned(text.replace(marks, "")) } else { Cow::Borrowed(text) }
}

/// How many isolates a line leaves open, after as many as `open` were open before it.
pub(super) fn left_open(open: usize, line: &str) -> usize {
    line.chars().fold(open, |open, c| match c {
        ISOLATE => open + 1,
        END_OF_ISOLATE => open.saturating_sub(1),
        _ => open,
    })
}

/// The line with its pieces (words, and neutrals inside right-to-left text one by one) in visual
/// order from the left. Letters inside a piece keep their logical order. Text without
/// right-to-left letters comes back as it is.
#[must_use]
pub fn visual_order(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let info = BidiInfo::new(text, None);
    if !info.has_rtl() {
        return without_isolates(text);
    }
    let pieces = pieces(text, &info);
    let levels: Vec<Level> = pieces.iter().map(|(level, _)| *level).collect();
    let mut out = String::with_capacity(text.len() + pieces.len() * 3);
    for place in BidiInfo::reorder_visual(&levels) {
        let Some((level, piece)) = pieces.get(place) else { continue };
        // Touching pieces must not be shaped as one word again.
        if !out.is_empty() && !out.ends_with(' ') && !piece.starts_with(' ') {
            out.push('\u{200B}');
        }
        if level.is_rtl() {
            out.extend(piece.chars().map(mirrored));
        } else {
            out.push_str(piece);
        }
    }
    Cow::Owned(out)
}

/// Runs of one level, cut at white space and, in right-to-left text, around every neutral.
fn pieces<'a>(text: &'a str, info: &BidiInfo<'_>) -> Vec<(Level, &'a str)> {
    let mut pieces: Vec<(Level, std::ops::Range<usize>, bool)> = Vec::new();
    let seen = |(_, letter): &(usize, char)| ![ISOLATE, END_OF_ISOLATE].contains(letter);
    for (at, letter) in text.char_indices().filter(seen) {
        let level = info.levels.get(at).copied().unwrap_or_else(Level::ltr);
        let alone =
            letter.is_whitespace() || (level.is_rtl() && !letter.is_alphanumeric() && !is_mark(letter));
        let end = at + letter.len_utf8();
        match pieces.last_mut() {
            Some((last, range, joins)) if *last == level && *joins && !alone && range.end == at => {
                range.end = end;
            }
            _ => pieces.push((level, at..end, !alone)),
        }
    }
    pieces.into_iter().filter_map(|(level, range, _)| Some((level, text.get(range)?))).collect()
}

/// Marks that sit on the letter before them.
fn is_mark(letter: char) -> bool {
    matches!(u32::from(letter), 0x0300..=0x036F | 0x0591..=0x05C7 | 0x0610..=0x061A | 0x064B..=0x065F | 0x0670)
}

/// The mirror image of a bracket that stands in right-to-left text.
fn mirrored(letter: char) -> char {
    match letter {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        ']' => '[',
        '{' => '}',
        '}' => '{',
        '<' => '>',
        '>' => '<',
        '«' => '»',
        '»' => '«',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_in_visual_order_and_letters_stay() {
        let cases = [
            ("Nvidia −17%", "Nvidia −17%"),
            ("مؤشر ناسداك", "ناسداك مؤشر"),
            ("مؤشر 100", "100 مؤشر"),
            ("A (مؤشر)", "A (مؤشر)"),
            ("تراجع DeepSeek R1 اليوم", "اليوم DeepSeek R1 تراجع"),
        ];
        for (logical, visual) in cases {
            assert_eq!(visual_order(logical).replace('\u{200B}', ""), visual, "{logical}");
        }
    }

    #[test]
    fn brackets_of_right_to_left_text_face_their_words() {
        assert_eq!(visual_order("مؤشر (ناسداك)").replace('\u{200B}', ""), "(ناسداك) مؤشر");
    }
    #[test]
    fn an_isolated_name_leaves_the_sentence_its_direction() {
        let name = isolated("سهم أرامكو");
        let sentence = format!("{name} fell 3.0%; {name} (A) rose");
        let seen = visual_order(&sentence).replace('\u{200B}', "");
        assert_eq!(seen, "أرامكو سهم fell 3.0%; أرامكو سهم (A) rose");
        assert!(!visual_order("سهم أرامكو fell 3.0%").replace('\u{200B}', "").starts_with("أ"));
        assert_eq!(without_isolates(&name), "سهم أرامكو");
        assert!(matches!(isolated("Société 3"), Cow::Borrowed(_)));
    }
}
