//! The bundled fonts: IBM Plex Sans with its Arabic and Hebrew companions in two weights.
//!
//! They travel inside the program so that a figure looks the same on every machine. This file
//! finds the face of a character and the outline of a glyph; it must not order or place text
//! (`shaping` does), nor look for fonts of the system.

use std::sync::{LazyLock, OnceLock};

use harfrust::{Direction, Script, ShapePlan, Shaper, ShaperData};
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};

/// Weight of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Weight {
    /// 400
    #[default]
    Regular,
    /// 600
    Semibold,
}

/// Name and bytes of each face. A weight's faces stand in the order in which they are asked for a
/// character: regular Latin, Arabic, Hebrew, then the same in semibold.
const FACES: [(&str, &[u8]); 6] = [
    ("IBM Plex Sans", include_bytes!("../../assets/fonts/IBMPlexSans-Regular.ttf")),
    ("IBM Plex Sans Arabic", include_bytes!("../../assets/fonts/IBMPlexSansArabic-Regular.ttf")),
    ("IBM Plex Sans Hebrew", include_bytes!("../../assets/fonts/IBMPlexSansHebrew-Regular.ttf")),
    ("IBM Plex Sans SemiBold", include_bytes!("../../assets/fonts/IBMPlexSans-SemiBold.ttf")),
    ("IBM Plex Sans Arabic SemiBold", include_bytes!("../../assets/fonts/IBMPlexSansArabic-SemiBold.ttf")),
    ("IBM Plex Sans Hebrew SemiBold", include_bytes!("../../assets/fonts/IBMPlexSansHebrew-SemiBold.ttf")),
];

/// Length of an em in font units, the same in every bundled face.
pub const UNITS_PER_EM: f64 = 1000.0;

/// Scripts whose letters the faces draw; neutral for digits, spaces and punctuation.
const SCRIPTS: [Script; 6] = [
    harfrust::script::COMMON,
    harfrust::script::LATIN,
    harfrust::script::GREEK,
    harfrust::script::CYRILLIC,
    harfrust::script::ARABIC,
    harfrust::script::HEBREW,
];

/// Name and bytes of every bundled face, for a window that rasterises text itself. The place of
/// a face here is its number in [`Glyph::face`](super::Glyph).
#[must_use]
pub fn face_bytes() -> [(&'static str, &'static [u8]); 6] {
    FACES
}

/// Outline of a glyph as SVG path data: absolute commands in whole font units, of which an em
/// has [`UNITS_PER_EM`], y downwards from the baseline. Empty for a space and for what no face
/// knows.
#[must_use]
pub fn outline(face: u8, id: u16) -> String {
    let mut pen = PathPen::default();
    if let Some(glyph) = Face::numbered(face).and_then(|face| face.font.outline_glyphs().get(id.into())) {
        let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
        if glyph.draw(settings, &mut pen).is_err() {
            // Half an outline would be a wrong letter; the faces' own test lets none through.
            pen.data.clear();
        }
    }
    pen.data
}

/// The first character that no bundled face can draw, if there is one.
#[must_use]
pub fn missing(text: &str) -> Option<char> {
    let drawn = |c: char| Face::of_weight(Weight::Regular).any(|(_, face)| face.has(c));
    text.chars().find(|&c| !c.is_control() && !is_invisible(c) && !drawn(c))
}

/// One parsed face with the shaping plans made so far.
pub(super) struct Face {
    font: FontRef<'static>,
    charmap: Charmap<'static>,
    shaper: ShaperData,
    /// One a script and direction, left to right first: making a plan costs more than using it.
    plans: [OnceLock<ShapePlan>; 2 * SCRIPTS.len()],
}

static PARSED: LazyLock<[Option<Face>; 6]> = LazyLock::new(|| FACES.map(|(_, bytes)| Face::parse(bytes)));

impl Face {
    fn parse(bytes: &'static [u8]) -> Option<Self> {
        let font = FontRef::new(bytes).ok()?;
        Some(Self {
            charmap: font.charmap(),
            shaper: ShaperData::new(&font),
            plans: [const { OnceLock::new() }; 2 * SCRIPTS.len()],
            font,
        })
    }

    /// The face of that number.
    pub(super) fn numbered(number: u8) -> Option<&'static Self> {
        PARSED.get(usize::from(number)).and_then(Option::as_ref)
    }

    /// Faces of a weight with their numbers, in the order in which they are asked.
    pub(super) fn of_weight(weight: Weight) -> impl Iterator<Item = (u8, &'static Self)> {
        let first = match weight {
            Weight::Regular => 0,
            Weight::Semibold => 3,
        };
        (first..first + 3).filter_map(|number| Self::numbered(number).map(|face| (number, face)))
    }

    /// Whether the face has a glyph for a character.
    pub(super) fn has(&self, c: char) -> bool {
        self.charmap.map(c).is_some_and(|id| id != GlyphId::NOTDEF)
    }

    /// A shaper for one item of text.
    pub(super) fn shaper(&self) -> Shaper<'_> {
        self.shaper.shaper(&self.font).build()
    }

    /// The plan for a script and direction.
    pub(super) fn plan(
        &self,
        shaper: &Shaper<'_>,
        script: Script,
        direction: Direction,
    ) -> Option<&ShapePlan> {
        let place = SCRIPTS.iter().position(|known| *known == script)?;
        let side = if direction == Direction::RightToLeft { SCRIPTS.len() } else { 0 };
        let slot = self.plans.get(side + place)?;
        Some(slot.get_or_init(|| ShapePlan::new(shaper, direction, Some(script), None, &[])))
    }
}

/// Script of a letter, none for what all scripts share.
pub(super) fn script_of(c: char) -> Option<Script> {
    match u32::from(c) {
        0x0041..=0x005A
        | 0x0061..=0x007A
        | 0x00AA
        | 0x00BA
        | 0x00C0..=0x00D6
        | 0x00D8..=0x00F6
        | 0x00F8..=0x02B8
        | 0x1E00..=0x1EFF
        | 0xFB00..=0xFB06 => Some(harfrust::script::LATIN),
        0x0370..=0x03FF | 0x1F00..=0x1FFF => Some(harfrust::script::GREEK),
        0x0400..=0x052F | 0x1C80..=0x1C8F | 0x2DE0..=0x2DFF | 0xA640..=0xA69F => {
            Some(harfrust::script::CYRILLIC)
        }
        0x0591..=0x05F4 | 0xFB1D..=0xFB4F => Some(harfrust::script::HEBREW),
        // The comma, semicolon, question mark and both rows of digits are shared with other scripts,
        // but no bundled face other than the Arabic one draws them.
        0x0600..=0x06FF | 0x0750..=0x077F | 0x0870..=0x08FF | 0xFB50..=0xFDFF | 0xFE70..=0xFEFC => {
            Some(harfrust::script::ARABIC)
        }
        _ => None,
    }
}

/// Whether a character steers the text around it and is never drawn itself.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(
        u32::from(c),
        0x00AD | 0x034F | 0x061C | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F | 0xFE00..=0xFE0F | 0xFEFF
    )
}

/// Writes an outline as path data, each number with no more than it needs.
#[derive(Default)]
struct PathPen {
    data: String,
}

impl PathPen {
    fn command(&mut self, letter: char, points: &[(f32, f32)]) {
        self.data.push(letter);
        let numbers = points.iter().flat_map(|&(x, y)| [x, -y]);
        for (place, number) in numbers.enumerate() {
            let number = number.round() as i32;
            if place > 0 && number >= 0 {
                self.data.push(' ');
            }
            self.data.push_str(&number.to_string());
        }
    }
}

impl OutlinePen for PathPen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.command('M', &[(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.command('L', &[(x, y)]);
    }

    fn quad_to(&mut self, control_x: f32, control_y: f32, x: f32, y: f32) {
        self.command('Q', &[(control_x, control_y), (x, y)]);
    }

    fn curve_to(&mut self, first_x: f32, first_y: f32, second_x: f32, second_y: f32, x: f32, y: f32) {
        self.command('C', &[(first_x, first_y), (second_x, second_y), (x, y)]);
    }

    fn close(&mut self) {
        self.data.push('Z');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_face_parses_and_has_the_same_em() {
        for (number, (name, _)) in (0u8..).zip(face_bytes()) {
            let face = Face::numbered(number).unwrap_or_else(|| panic!("{name} does not parse"));
            assert_eq!(face.shaper().units_per_em(), UNITS_PER_EM as i32, "{name}");
        }
    }

    #[test]
    fn every_glyph_draws_whole() {
        for number in 0..6 {
            let face = Face::numbered(number).unwrap();
            for (id, glyph) in face.font.outline_glyphs().iter() {
                let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
                assert!(glyph.draw(settings, &mut PathPen::default()).is_ok(), "face {number} glyph {id}");
            }
        }
    }

    #[test]
    fn an_outline_stands_on_the_baseline_in_font_units() {
        let id = Face::numbered(0).unwrap().charmap.map('I').unwrap();
        let data = outline(0, id.to_u32() as u16);
        assert!(data.starts_with('M') && data.ends_with('Z'), "{data}");
        assert!(data.contains("-698"), "the height of a capital is 698 units: {data}");
        assert!(!data.contains('.'), "{data}");
        let space = Face::numbered(0).unwrap().charmap.map(' ').unwrap();
        assert_eq!(outline(0, space.to_u32() as u16), "");
        assert_eq!(outline(9, 1), "");
        assert_eq!(outline(0, u16::MAX), "");
    }

    #[test]
    fn what_no_face_draws_is_named() {
        for (text, expected) in [
            ("", None),
            ("Nasdaq-100, −3.0 % … “quoted” €5", None),
            ("العقود الآجلة، ٤٪", None),
            ("שָׁלוֹם", None),
            ("Ελλάδα, Москва", None),
            ("left\u{200E}\u{2068}right\u{2069}\tand\nnext", None),
            ("深度", Some('深')),
            ("ok 🙂 深", Some('🙂')),
        ] {
            assert_eq!(missing(text), expected, "{text}");
        }
    }
}
