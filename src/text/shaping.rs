//! From a line of text to placed glyphs: bidirectional order, faces, scripts, joining, kerning.
//!
//! A line is cut into items of one direction, one face and one script; each item is shaped by
//! itself with its neighbours as context, and the items are set side by side in visual order
//! (UAX 9). The first strong character decides the direction of the whole line. It gives numbers
//! only: it must neither draw nor break lines.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;

use harfrust::{Direction, Script, ShapeOptions, UnicodeBuffer};
use unicode_bidi::{BidiClass, ParagraphBidiInfo, bidi_class};

use super::faces::{is_invisible, script_of};
use super::fonts::{Fonts, Weight};

/// Size of one line of text in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Extent {
    /// Advance width.
    pub width: f64,
    /// Height of ascenders over the baseline.
    pub ascent: f64,
    /// Depth of descenders under the baseline.
    pub descent: f64,
}

/// One placed glyph; lengths in em, from the line's left end, y upwards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glyph {
    /// Which face of the fonts in use: a bundled one, or a font of the user's after those.
    pub face: u8,
    /// Glyph number in that face.
    pub id: u16,
    /// Byte of the line at which the characters begin that it draws.
    pub start: u32,
    /// Left of its origin.
    pub x: f64,
    /// Height of its origin.
    pub y: f64,
}

/// Typographic ascent and descent in em, the same in every bundled face.
const ASCENT_EM: f64 = 0.78;
const DESCENT_EM: f64 = 0.22;

/// Glyphs of a line in visual order, and its advance width in em, with the fonts of the scope.
///
/// Line breaks and tabs count as spaces. A character that no face knows shows as the empty box
/// of the first face; [`missing`](super::missing) finds it beforehand.
#[must_use]
pub fn shape(text: &str, weight: Weight) -> (Vec<Glyph>, f64) {
    let (text, fonts) = (in_one_line(text), Fonts::current());
    let mut glyphs = Vec::with_capacity(text.len());
    let mut pen = Pen::default();
    for item in items(&text, fonts, weight) {
        shape_item(&text, &item, fonts, &mut pen, &mut glyphs);
    }
    (glyphs, pen.em(0))
}

/// How far a line has come: whole ems of faces before, and units of the face that is drawing, so
/// that a line of one face adds up without rounding.
struct Pen {
    before_em: f64,
    units: i32,
    units_per_em: i32,
}

impl Default for Pen {
    fn default() -> Self {
        Self { before_em: 0.0, units: 0, units_per_em: 1000 }
    }
}

impl Pen {
    /// Goes on in units of which an em has so many.
    fn take(&mut self, units_per_em: i32) {
        if self.units_per_em != units_per_em {
            *self = Self { before_em: self.em(0), units: 0, units_per_em };
        }
    }

    /// The place in em, and so many units beside it.
    fn em(&self, offset: i32) -> f64 {
        self.before_em + f64::from(self.units + offset) / f64::from(self.units_per_em)
    }
}

/// Size of a line of text.
#[must_use]
pub fn measure(text: &str, size_px: f64, weight: Weight) -> Extent {
    let width_em = width_em(text, weight);
    Extent { width: width_em * size_px, ascent: ASCENT_EM * size_px, descent: DESCENT_EM * size_px }
}

/// How many widths a thread remembers before it starts anew.
const REMEMBERED: usize = 8192;

/// How many choices of fonts a thread remembers widths of.
const REMEMBERED_FONTS: usize = 4;

/// Widths in em of the texts of one choice of fonts and one weight.
type Widths = ((Fonts, Weight), HashMap<Box<str>, f64>);

thread_local! {
    /// Widths of texts that were measured: a layout asks for the same words many times.
    static WIDTHS: RefCell<Vec<Widths>> = const { RefCell::new(Vec::new()) };
}

fn width_em(text: &str, weight: Weight) -> f64 {
    let key = (Fonts::current(), weight);
    WIDTHS.with_borrow_mut(|widths| {
        let place = widths.iter().position(|(known, _)| *known == key).unwrap_or_else(|| {
            if widths.len() >= 2 * REMEMBERED_FONTS {
                widths.remove(0);
            }
            widths.push((key, HashMap::new()));
            widths.len() - 1
        });
        let Some((_, known)) = widths.get_mut(place) else { return shape(text, weight).1 };
        if let Some(width) = known.get(text) {
            return *width;
        }
        if known.len() >= REMEMBERED {
            known.clear();
        }
        let width = shape(text, weight).1;
        known.insert(text.into(), width);
        width
    })
}

/// A stretch of text that one face can shape at once.
struct Item {
    bytes: Range<usize>,
    face: u8,
    script: Script,
    direction: Direction,
}

fn in_one_line(text: &str) -> Cow<'_, str> {
    if text.contains(breaks_line) { Cow::Owned(text.replace(breaks_line, " ")) } else { Cow::Borrowed(text) }
}

fn breaks_line(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

/// Items of a line in visual order.
fn items(text: &str, fonts: Fonts, weight: Weight) -> Vec<Item> {
    let mut items = Vec::new();
    if text.is_empty() {
        return items;
    }
    let paragraph = ParagraphBidiInfo::new(text, None);
    let (levels, runs) = paragraph.visual_runs(0..text.len());
    for run in runs {
        let right_to_left = levels.get(run.start).is_some_and(unicode_bidi::Level::is_rtl);
        let direction = if right_to_left { Direction::RightToLeft } else { Direction::LeftToRight };
        let first = items.len();
        cut_run(text, run, direction, (fonts, weight), &mut items);
        if right_to_left && let Some(cut) = items.get_mut(first..) {
            cut.reverse();
        }
    }
    items
}

/// Cuts a run of one direction where face or script changes; items come in logical order.
fn cut_run(
    text: &str,
    run: Range<usize>,
    direction: Direction,
    fonts: (Fonts, Weight),
    items: &mut Vec<Item>,
) {
    let mut open: Option<(Item, Option<Script>)> = None;
    for (place, c) in text.get(run.clone()).unwrap_or_default().char_indices() {
        let start = run.start + place;
        let end = start + c.len_utf8();
        let script = script_of(c);
        let before = open.as_ref().map(|(item, _)| item.face);
        let face = face_for(c, fonts, before);
        match &mut open {
            Some((item, known))
                if item.face == face && (script.is_none() || known.is_none() || *known == script) =>
            {
                item.bytes.end = end;
                *known = known.or(script);
                item.script = known.unwrap_or(item.script);
            }
            _ => {
                items.extend(open.take().map(|(item, _)| item));
                let plain = script.unwrap_or(harfrust::script::COMMON);
                open = Some((Item { bytes: start..end, face, script: plain, direction }, script));
            }
        }
    }
    items.extend(open.map(|(item, _)| item));
}

/// Number of the face that draws a character. What clings to the character before it, a vowel sign
/// or an accent, keeps that one's face, or the two could not be joined.
fn face_for(c: char, (fonts, weight): (Fonts, Weight), before: Option<u8>) -> u8 {
    let clings = bidi_class(c) == BidiClass::NSM || is_invisible(c);
    let has = |number: u8| fonts.face(number).is_some_and(|face| face.has(c));
    if let Some(before) = before.filter(|&number| clings && (is_invisible(c) || has(number))) {
        return before;
    }
    let chain = fonts.chain(weight);
    let found = chain.iter().find(|(_, face)| face.has(c)).or(chain.first());
    found.map_or(0, |(number, _)| *number)
}

/// Adds an item's glyphs from the pen on, and leaves the pen where the next one begins.
fn shape_item(text: &str, item: &Item, fonts: Fonts, pen: &mut Pen, glyphs: &mut Vec<Glyph>) {
    let Some(face) = fonts.face(item.face) else { return };
    let own = text.get(item.bytes.clone()).unwrap_or_default();
    let mut buffer = UnicodeBuffer::new();
    // All properties are set here: what is guessed could depend on the machine's language.
    buffer.set_direction(item.direction);
    buffer.set_script(item.script);
    buffer.set_pre_context(text.get(..item.bytes.start).unwrap_or_default());
    buffer.push_str(own);
    buffer.set_post_context(text.get(item.bytes.end..).unwrap_or_default());
    let shaper = face.shaper();
    let plan = face.plan(&shaper, item.script, item.direction);
    let run = shaper.shape(buffer, ShapeOptions::new().plan(plan));
    let units_per_em = face.units_per_em();
    pen.take(units_per_em);
    for (info, position) in run.glyph_infos().iter().zip(run.glyph_positions()) {
        glyphs.push(Glyph {
            face: item.face,
            id: u16::try_from(info.glyph_id).unwrap_or_default(),
            start: item.bytes.start as u32 + info.cluster,
            x: pen.em(position.x_offset),
            y: f64::from(position.y_offset) / f64::from(units_per_em),
        });
        let is_box = info.glyph_id == 0 && own.get(info.cluster as usize..).is_some_and(begins_wide);
        pen.units += if is_box { units_per_em } else { position.x_advance };
    }
}

/// Whether a text begins with a sign that every font draws as wide as high. Where no face has it,
/// the window draws it with a font of the system and needs its room.
fn begins_wide(text: &str) -> bool {
    text.starts_with(|c: char| {
        matches!(u32::from(c), 0x2E80..=0x9FFF | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF | 0xFF00..=0xFF60 | 0x2_0000..=0x3_FFFF)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Characters of the first face that make up the line, in visual order; a dot for each glyph
    /// of another face.
    fn seen(text: &str) -> String {
        let known: Vec<(u16, char)> = (' '..='\u{7E}')
            .map(|c| (shape(c.encode_utf8(&mut [0; 4]), Weight::Regular).0[0].id, c))
            .collect();
        let (glyphs, _) = shape(text, Weight::Regular);
        assert!(glyphs.windows(2).all(|pair| pair[0].x <= pair[1].x + 0.5), "out of order: {glyphs:?}");
        glyphs
            .iter()
            .map(|glyph| match known.iter().find(|(id, _)| *id == glyph.id) {
                Some((_, c)) if glyph.face == 0 => *c,
                _ => '.',
            })
            .collect()
    }

    #[test]
    fn latin_runs_stay_in_order_inside_an_arabic_line() {
        let line = "العقود الآجلة لمؤشر \"ناسداك 100\" تراجعت نحو 4% بعد إطلاق DeepSeek-R1";
        let seen: String = seen(line).chars().filter(|c| *c != '.').collect();
        // After Arabic letters a per cent sign stands left of its number (UAX 9, W2 and W5).
        assert_eq!(seen, "DeepSeek-R1   %4   \"100 \"   ");
    }

    #[test]
    fn the_first_strong_character_decides_the_direction() {
        assert_eq!(seen("NVDA سهم"), "NVDA ...");
        assert_eq!(seen("سهم NVDA"), "NVDA ...");
        assert_eq!(seen("(سهم) NVDA"), "NVDA (...)");
        assert_eq!(seen("17.0% - שלום"), ".... - 17.0%");
    }

    #[test]
    fn arabic_letters_join() {
        let width = |text| shape(text, Weight::Regular).1;
        // A meem between two others is narrower than one by itself.
        assert!(width("ممم") < 3.0 * width("م"));
        // Lam and alef become one shape, whose advance is that of one letter.
        assert!(width("لا") < 0.8 * (width("ل") + width("ا")));
        // Letters of one word join across a vowel sign.
        assert!((width("ممم") - width("مِمم")).abs() < 1e-9);
    }

    #[test]
    fn signs_keep_the_face_of_their_letter() {
        for word in ["بِسْمِ", "שָׁלוֹם", "e\u{301}te"] {
            let (glyphs, _) = shape(word, Weight::Semibold);
            assert!(glyphs.iter().all(|glyph| glyph.face == glyphs[0].face), "{word}: {glyphs:?}");
            assert!(glyphs.iter().all(|glyph| glyph.id != 0), "{word}: {glyphs:?}");
            assert!(glyphs[0].face >= 3);
        }
    }

    #[test]
    fn figures_have_one_width() {
        for weight in [Weight::Regular, Weight::Semibold] {
            for figure in '0'..='9' {
                let extent = measure(&figure.to_string(), 20.0, weight);
                assert_eq!(extent, measure("0", 20.0, weight), "{figure} in {weight:?}");
            }
        }
    }

    #[test]
    fn widths_grow_with_size_and_weight() {
        let regular = |text, size_px| measure(text, size_px, Weight::Regular);
        assert_eq!(shape("", Weight::Regular), (vec![], 0.0));
        assert!((regular("Nasdaq", 20.0).width - 2.0 * regular("Nasdaq", 10.0).width).abs() < 1e-9);
        assert!(measure("Nasdaq", 20.0, Weight::Semibold).width > regular("Nasdaq", 20.0).width);
        assert_eq!(regular("a\nb", 10.0), regular("a b", 10.0));
        // Invisible marks have no width and no box.
        assert_eq!(regular("a\u{200F}\u{2068}b", 10.0), regular("ab", 10.0));
    }

    #[test]
    fn what_no_face_knows_is_an_empty_box_of_the_first_face() {
        let (glyphs, width_em) = shape("深", Weight::Semibold);
        assert_eq!((glyphs.len(), glyphs[0].face, glyphs[0].id), (1, 3, 0));
        assert!(width_em > 0.0);
    }
}
