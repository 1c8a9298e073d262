//! Order of the words of a line for a renderer that shapes single words but does not order them.
//!
//! Source of the rules: Unicode Standard Annex 9, levels by `unicode-bidi`.

use std::borrow::Cow;

use unicode_bidi::{BidiInfo, Level};

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
        return Cow::Borrowed(text);
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
    for (at, letter) in text.char_indices() {
        let level = info.levels.get(at).copied().unwrap_or_else(Level::ltr);
        let alone =
            letter.is_whitespace() || (level.is_rtl() && !letter.is_alphanumeric() && !is_mark(letter));
        let end = at + letter.len_utf8();
        match pieces.last_mut() {
            Some((last, range, joins)) if *last == level && *joins && !alone => range.end = end,
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
}
