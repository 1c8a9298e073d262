//! One face of a font: which characters it has, its outlines, its shaper.
//!
//! Lengths inside a face are in its own units, of which an em has [`Face::units_per_em`]; what
//! leaves the layer is in thousandths of an em, so that no renderer has to know.

use std::collections::HashMap;
use std::sync::{Mutex, OnceLock, PoisonError};

use harfrust::{Direction, Script, ShapePlan, Shaper, ShaperData, Tag};
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::string::StringId;
use skrifa::{FontRef, GlyphId, MetadataProvider};
use unicode_script::UnicodeScript;

/// Units of the em in outlines and placed glyphs, the same for every face.
pub const UNITS_PER_EM: f64 = 1000.0;

/// Scripts whose plans are at hand without a lock: those that the bundled faces draw, and the one
/// that stands for digits, spaces and punctuation.
const SCRIPTS: [Script; 6] = [
    harfrust::script::COMMON,
    harfrust::script::LATIN,
    harfrust::script::GREEK,
    harfrust::script::CYRILLIC,
    harfrust::script::ARABIC,
    harfrust::script::HEBREW,
];

/// One parsed face with the shaping plans made so far.
pub(super) struct Face {
    /// The whole file.
    pub(super) bytes: &'static [u8],
    font: FontRef<'static>,
    charmap: Charmap<'static>,
    shaper: ShaperData,
    units_per_em: i32,
    /// One a script and direction, left to right first: making a plan costs more than using it.
    plans: [OnceLock<ShapePlan>; 2 * SCRIPTS.len()],
    /// The same for all other scripts.
    other_plans: Mutex<Vec<(Script, bool, &'static ShapePlan)>>,
    /// Of an unknown font: whether a character has not just a glyph but one that shows something.
    drawn: Option<Mutex<HashMap<char, bool>>>,
}

impl Face {
    /// A face of the bundle, all of whose glyphs are known to draw.
    pub(super) fn bundled(bytes: &'static [u8]) -> Option<Self> {
        Self::parse(bytes, None)
    }

    /// A face of which nothing is known: the first of the file.
    pub(super) fn unknown(bytes: &'static [u8]) -> Option<Self> {
        Self::parse(bytes, Some(Mutex::default()))
    }

    fn parse(bytes: &'static [u8], drawn: Option<Mutex<HashMap<char, bool>>>) -> Option<Self> {
        let font = FontRef::from_index(bytes, 0).ok()?;
        let shaper = ShaperData::new(&font);
        let units_per_em = shaper.shaper(&font).build().units_per_em();
        Some(Self {
            bytes,
            charmap: font.charmap(),
            shaper,
            units_per_em,
            plans: [const { OnceLock::new() }; 2 * SCRIPTS.len()],
            other_plans: Mutex::default(),
            drawn,
            font,
        })
    }

    /// Its full name, as the font gives it; empty where it gives none.
    pub(super) fn name(&self) -> String {
        let named = |id| self.font.localized_strings(id).english_or_first().map(|name| name.to_string());
        named(StringId::FULL_NAME).or_else(|| named(StringId::FAMILY_NAME)).unwrap_or_default()
    }

    /// Units of its em.
    pub(super) fn units_per_em(&self) -> i32 {
        self.units_per_em
    }

    /// Whether it has outlines, and characters that lead to them.
    pub(super) fn has_outlines(&self) -> bool {
        self.font.outline_glyphs().format().is_some() && self.charmap.has_map()
    }

    /// Whether the face can draw a character.
    pub(super) fn has(&self, c: char) -> bool {
        let Some(id) = self.charmap.map(c).filter(|id| *id != GlyphId::NOTDEF) else { return false };
        // The glyphs of a font of bitmaps or coloured layers are empty as outlines.
        let Some(drawn) = self.drawn.as_ref().filter(|_| !c.is_whitespace() && !is_invisible(c)) else {
            return true;
        };
        let mut drawn = drawn.lock().unwrap_or_else(PoisonError::into_inner);
        *drawn.entry(c).or_insert_with(|| !self.path(id).is_empty())
    }

    /// Outline of a glyph as SVG path data: absolute commands in thousandths of an em, y downwards
    /// from the baseline. Empty for what shows nothing.
    pub(super) fn outline(&self, id: u16) -> String {
        self.path(GlyphId::from(id))
    }

    fn path(&self, id: GlyphId) -> String {
        let mut pen = PathPen::of(self.units_per_em);
        if let Some(glyph) = self.font.outline_glyphs().get(id) {
            let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
            if glyph.draw(settings, &mut pen).is_err() {
                // Half an outline would be a wrong letter; a test lets none of the bundle through.
                pen.data.clear();
            }
        }
        pen.data
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
        let make = || ShapePlan::new(shaper, direction, Some(script), None, &[]);
        let right = direction == Direction::RightToLeft;
        if let Some(place) = SCRIPTS.iter().position(|known| *known == script) {
            let slot = self.plans.get(if right { SCRIPTS.len() + place } else { place })?;
            return Some(slot.get_or_init(make));
        }
        let mut plans = self.other_plans.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, _, plan)) = plans.iter().find(|(known, side, _)| (*known, *side) == (script, right)) {
            return Some(plan);
        }
        // A face lives as long as the program, and there are some 160 scripts.
        let plan: &'static ShapePlan = Box::leak(Box::new(make()));
        plans.push((script, right, plan));
        Some(plan)
    }
}

/// Script of a letter, none for what all scripts share.
pub(super) fn script_of(c: char) -> Option<Script> {
    match u32::from(c) {
        0x0000..=0x0040 => None,
        // The comma, semicolon, question mark and both rows of digits are shared with other scripts,
        // but no bundled face other than the Arabic one draws them.
        0x0600..=0x06FF => Some(harfrust::script::ARABIC),
        _ => match c.script() {
            unicode_script::Script::Common
            | unicode_script::Script::Inherited
            | unicode_script::Script::Unknown => None,
            script => Script::from_iso15924_tag(Tag::from_u32(script.as_iso15924_tag())),
        },
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
struct PathPen {
    data: String,
    /// Thousandths of an em in a unit of the font.
    scale: f64,
    /// Steps a thousandth: whole numbers where the font has a thousand units, else tenths.
    steps: f64,
}

impl PathPen {
    fn of(units_per_em: i32) -> Self {
        let units = f64::from(units_per_em.max(1));
        let whole = (units - UNITS_PER_EM).abs() < 0.5;
        Self { data: String::new(), scale: UNITS_PER_EM / units, steps: if whole { 1.0 } else { 10.0 } }
    }

    fn command(&mut self, letter: char, points: &[(f32, f32)]) {
        self.data.push(letter);
        let numbers = points.iter().flat_map(|&(x, y)| [x, -y]);
        for (place, number) in numbers.enumerate() {
            let number = (f64::from(number) * self.scale * self.steps).round() / self.steps;
            // No negative zero.
            let number = if number == 0.0 { 0.0 } else { number };
            if place > 0 && number >= 0.0 {
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
    use super::super::fonts::Fonts;
    use super::*;

    #[test]
    fn every_glyph_draws_whole() {
        for number in 0..6 {
            let face = Fonts::bundled().face(number).unwrap();
            for (id, glyph) in face.font.outline_glyphs().iter() {
                let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
                assert!(glyph.draw(settings, &mut PathPen::of(1000)).is_ok(), "face {number} glyph {id}");
            }
        }
    }

    #[test]
    fn letters_know_their_script() {
        use harfrust::script;
        for (c, expected) in [
            ('a', Some(script::LATIN)),
            ('é', Some(script::LATIN)),
            ('7', None),
            ('−', None),
            ('۵', Some(script::ARABIC)),
            ('،', Some(script::ARABIC)),
            ('א', Some(script::HEBREW)),
            ('Я', Some(script::CYRILLIC)),
            ('深', Some(script::HAN)),
            ('ก', Some(script::THAI)),
            ('한', Some(script::HANGUL)),
            ('\u{301}', None),
        ] {
            assert_eq!(script_of(c), expected, "{c}");
        }
    }
}
