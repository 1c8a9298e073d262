//! The order in which the eye meets the characters of a line, against what headless Chromium shows.
//!
//! `order.txt` holds the lines and what was found there; `.ci/bidi` writes it anew.

use unicode_bidi::{BidiClass, bidi_class};

use crate::text::{Weight, shape};

const FOUND: &str = include_str!("order.txt");

/// A line of the list as text: `\u2068` becomes that character.
fn plain(line: &str) -> String {
    let mut parts = line.split("\\u");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        let (code, rest) = part.split_at(4);
        let letter = char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap();
        format!("{text}{letter}{rest}")
    })
}

/// The characters of a line that can be seen, from left to right. A glyph that draws several, such
/// as lam and alef, stands for them in the order of their letters.
fn seen(line: &str, weight: Weight) -> String {
    let (glyphs, _) = shape(line, weight);
    let mut starts: Vec<usize> = glyphs.iter().map(|glyph| glyph.start as usize).collect();
    let mut order = starts.clone();
    starts.sort_unstable();
    starts.push(line.len());
    order.dedup();
    let mut seen = String::new();
    for start in order {
        let end = starts.iter().copied().find(|next| *next > start).unwrap();
        let drawn: Vec<char> = line[start..end].chars().filter(|c| is_seen(*c)).collect();
        let right_to_left = drawn.iter().any(|c| matches!(bidi_class(*c), BidiClass::R | BidiClass::AL));
        if right_to_left { seen.extend(drawn.iter().rev()) } else { seen.extend(drawn) }
    }
    seen
}

fn is_seen(c: char) -> bool {
    bidi_class(c) != BidiClass::NSM
        && !matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}')
}

#[test]
fn lines_are_ordered_as_in_a_browser() {
    let mut lines = 0;
    for line in FOUND.lines().filter(|line| !line.starts_with('#')) {
        let (logical, visual) = line.split_once('\t').unwrap();
        for weight in [Weight::Regular, Weight::Semibold] {
            assert_eq!(seen(&plain(logical), weight), visual, "{logical} in {weight:?}");
        }
        lines += 1;
    }
    assert!(lines >= 25, "the list was not read");
}

#[test]
fn brackets_of_right_to_left_words_face_them() {
    // Which glyph stands for a bracket is known from a line of Latin letters.
    let glyph = |bracket: char| {
        let (glyphs, _) = shape(&format!("a{bracket}a"), Weight::Regular);
        (glyphs[1].face, glyphs[1].id)
    };
    for (line, bracket, shown) in [
        ("هبوط (إنفيديا)", '(', ')'),
        ("هبوط (إنفيديا)", ')', '('),
        ("مؤشر [SPX] هبط", '[', ']'),
        ("قال: «هبط»", '«', '»'),
        ("Nvidia (إنفيديا)", '(', '('),
        ("תשואה (ריבית)", '(', ')'),
    ] {
        let (glyphs, _) = shape(line, Weight::Regular);
        let at = line.find(bracket).unwrap();
        let found = glyphs.iter().find(|glyph| glyph.start as usize == at).unwrap();
        assert_eq!((found.face, found.id), glyph(shown), "{bracket} in {line}");
    }
}
