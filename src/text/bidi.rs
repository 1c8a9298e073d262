//! Words of both directions in one sentence: isolating a name from the sentence around it, and the
//! order of a line's words for a renderer that shapes single words but does not order them.
//!
//! A name in right-to-left letters stands in its sentence between invisible marks, so that it
//! decides neither the sentence's direction nor that of its neighbours. They are for painting
//! alone: what a machine reads goes through [`without_isolates`]. Source of the rules: Unicode
//! Standard Annex 9, levels by `unicode-bidi`.

use std::borrow::Cow;

use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};

use super::faces::is_invisible;

/// First strong isolate: opens a stretch whose own first strong letter gives its direction.
pub(super) const ISOLATE: char = '\u{2068}';
/// Pop directional isolate: closes it.
pub(super) const END_OF_ISOLATE: char = '\u{2069}';
/// Open a stretch of that direction.
const LEFT_ISOLATE: char = '\u{2066}';
const RIGHT_ISOLATE: char = '\u{2067}';
/// A letter of that direction that is not seen.
const LEFT_MARK: char = '\u{200E}';
const RIGHT_MARK: char = '\u{200F}';

/// What opens and closes a stretch.
const ISOLATING: [char; 4] = [ISOLATE, LEFT_ISOLATE, RIGHT_ISOLATE, END_OF_ISOLATE];

/// Direction of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    LeftToRight,
    RightToLeft,
}

/// Direction of a strong letter.
fn strong(c: char) -> Option<Direction> {
    match bidi_class(c) {
        BidiClass::L => Some(Direction::LeftToRight),
        BidiClass::R | BidiClass::AL => Some(Direction::RightToLeft),
        _ => None,
    }
}

/// Whether a line begins on the right: its first strong letter outside of isolates is of a
/// right-to-left script, or a mark that stands for one.
#[must_use]
pub fn is_right_to_left(text: &str) -> bool {
    !text.is_ascii() && direction(text) == Direction::RightToLeft
}

/// Direction of a line by rules P2 and P3.
pub(super) fn direction(text: &str) -> Direction {
    first_strong(text.chars()).unwrap_or(Direction::LeftToRight)
}

/// The first strong letter outside of isolates, up to the end of the isolate that the letters
/// stand in (rule P2).
fn first_strong(letters: impl Iterator<Item = char>) -> Option<Direction> {
    let mut depth = 0_usize;
    for c in letters {
        match c {
            ISOLATE | LEFT_ISOLATE | RIGHT_ISOLATE => depth += 1,
            END_OF_ISOLATE if depth == 0 => return None,
            END_OF_ISOLATE => depth -= 1,
            _ if depth == 0 => {
                if let Some(found) = strong(c) {
                    return Some(found);
                }
            }
            _ => {}
        }
    }
    None
}

/// The line with an invisible mark before it where it would else have another direction.
pub(super) fn with_direction(mut line: String, wanted: Direction) -> String {
    if direction(&line) != wanted {
        line.insert(0, if wanted == Direction::RightToLeft { RIGHT_MARK } else { LEFT_MARK });
    }
    line
}

/// The words between isolating marks where they hold right-to-left letters, else as they are.
#[must_use]
pub fn isolated(words: &str) -> Cow<'_, str> {
    if words.is_ascii() {
        return Cow::Borrowed(words);
    }
    isolated_from(words, Direction::LeftToRight)
}

/// The words between isolating marks where they hold left-to-right letters, else as they are: for
/// a sentence that begins on the right.
#[must_use]
pub(super) fn isolated_in_right_to_left(words: &str) -> Cow<'_, str> {
    isolated_from(words, Direction::RightToLeft)
}

fn isolated_from(words: &str, sentence: Direction) -> Cow<'_, str> {
    let turns = |c: char| c != LEFT_MARK && strong(c).is_some_and(|own| own != sentence);
    if words.contains(turns) {
        Cow::Owned(format!("{ISOLATE}{words}{END_OF_ISOLATE}"))
    } else {
        Cow::Borrowed(words)
    }
}

/// A sentence of a right-to-left language, which may begin with a name of another: with a mark
/// before it where its first letter would turn it. Numbers alone stay as they are.
pub(super) fn directed(sentence: String) -> String {
    if sentence.contains(char::is_alphabetic) {
        with_direction(sentence, Direction::RightToLeft)
    } else {
        sentence
    }
}

/// The text without isolating marks: for accessible names, descriptions and files of text.
#[must_use]
pub fn without_isolates(text: &str) -> Cow<'_, str> {
    if text.contains(ISOLATING) { Cow::Owned(text.replace(ISOLATING, "")) } else { Cow::Borrowed(text) }
}

/// Adds to `open` the isolates that a line opens and takes those away that it closes; each with
/// the direction that it has in the whole text, of which `rest` follows on the line.
pub(super) fn follow_isolates(open: &mut Vec<char>, line: &str, rest: &str) {
    for (place, c) in line.char_indices() {
        match c {
            ISOLATE => {
                let after = line.get(place + c.len_utf8()..).unwrap_or_default();
                let own = first_strong(after.chars().chain(rest.chars()));
                let right = own == Some(Direction::RightToLeft);
                open.push(if right { RIGHT_ISOLATE } else { LEFT_ISOLATE });
            }
            LEFT_ISOLATE | RIGHT_ISOLATE => open.push(c),
            END_OF_ISOLATE => {
                open.pop();
            }
            _ => {}
        }
    }
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
        return if text.contains(is_invisible) {
            Cow::Owned(text.replace(is_invisible, ""))
        } else {
            Cow::Borrowed(text)
        };
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
    let seen = |(_, letter): &(usize, char)| !is_invisible(*letter);
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

    #[test]
    fn a_sentence_begins_on_its_own_side() {
        for (text, right) in [
            ("", false),
            ("17%", false),
            ("Nvidia هبطت", false),
            ("هبطت Nvidia", true),
            ("17% هبوط", true),
            ("\u{2068}Nvidia\u{2069} هبطت", true),
            ("\u{2068}إنفيديا\u{2069} fell", false),
            ("\u{200F}Nvidia", true),
        ] {
            assert_eq!(is_right_to_left(text), right, "{text}");
        }
        assert_eq!(directed("Nvidia هبطت".to_owned()), "\u{200F}Nvidia هبطت");
        assert_eq!(directed("هبطت Nvidia".to_owned()), "هبطت Nvidia");
        assert_eq!(directed("\u{200E}−3".to_owned()), "\u{200E}−3");
    }

    #[test]
    fn isolates_are_followed_over_a_break() {
        let mut open = Vec::new();
        follow_isolates(&mut open, "a \u{2068}b \u{2068}", "ناسداك\u{2069} c");
        assert_eq!(open, [LEFT_ISOLATE, RIGHT_ISOLATE]);
        follow_isolates(&mut open, "ناسداك\u{2069} c", "");
        assert_eq!(open, [LEFT_ISOLATE]);
    }
}
