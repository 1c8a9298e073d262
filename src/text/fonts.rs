//! The fonts of a figure: IBM Plex Sans with its Arabic and Hebrew companions, which travel inside
//! the program so that a figure looks the same on every machine, and fonts of the user's.
//!
//! [`Fonts`] says which faces draw a text and in which order they are asked. It is a handle that is
//! copied freely; equal choices are equal handles. A figure carries its own, and whoever lays out
//! or writes that figure does so inside [`Fonts::scope`]: the functions of this layer that take a
//! text and a weight draw with the fonts of the scope that the thread is in, the bundled ones
//! outside of any. So figures with different fonts can be made at once, on as many threads as one
//! likes; only a loop over threads inside of a scope would leave it behind.
//!
//! A font that was loaded stays in memory as long as the program runs, once for each content.
//! This file must not order or place text (`shaping` does), nor look for fonts of the system.

use std::cell::Cell;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::{LazyLock, Mutex, PoisonError};

pub use super::faces::UNITS_PER_EM;
use super::faces::{Face, is_invisible};

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

/// The most bytes of a font file.
pub const MAX_FONT_BYTES: usize = 40 << 20;

/// The most fonts of the user's in one figure.
const MOST_OWN: usize = 100;

static BUNDLED: LazyLock<Vec<Face>> =
    LazyLock::new(|| FACES.iter().filter_map(|(_, bytes)| Face::bundled(bytes)).collect());

/// Every font of the user's that was loaded, by content.
static LOADED: Mutex<Vec<&'static Loaded>> = Mutex::new(Vec::new());

/// Every choice of fonts that was made.
static CHOICES: Mutex<Vec<&'static Choice>> = Mutex::new(Vec::new());

/// The bundled fonts alone.
static PLAIN: LazyLock<&'static Choice> = LazyLock::new(|| Choice::of(None, Vec::new()));

thread_local! {
    static CURRENT: Cell<Option<Fonts>> = const { Cell::new(None) };
}

/// Why a file is not taken as a font.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FontError {
    /// More bytes than [`MAX_FONT_BYTES`].
    #[error("the font has {bytes} bytes, more than {MAX_FONT_BYTES}")]
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// No TrueType or OpenType font, nor a collection of them.
    #[error("the file is no TrueType or OpenType font")]
    NotAFont,
    /// It has bitmaps or nothing where outlines are needed.
    #[error("the font has no outlines")]
    NoOutlines,
    /// More fonts than a figure may have.
    #[error("a figure has at most {MOST_OWN} fonts of its own")]
    TooMany,
}

/// A font of the user's. Copies and equal contents are one font.
#[derive(Clone, Copy)]
pub struct Font(&'static Loaded);

struct Loaded {
    hash: String,
    name: String,
    face: Face,
}

/// Takes a TrueType or OpenType file, or the first font of a collection; a variable font is drawn
/// as its default instance.
///
/// # Errors
/// [`FontError`] for what is too large, no font, or has no outlines.
pub fn load_font(bytes: Vec<u8>) -> Result<Font, FontError> {
    if bytes.len() > MAX_FONT_BYTES {
        return Err(FontError::TooLarge { bytes: bytes.len() });
    }
    let hash = blake3::hash(&bytes).to_hex().to_string();
    let mut loaded = LOADED.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = loaded.iter().find(|known| known.hash == hash) {
        return Ok(Font(known));
    }
    // Parsed once in vain before it is kept for good.
    if !is_font(&bytes) {
        return Err(FontError::NotAFont);
    }
    let face = Face::unknown(Vec::leak(bytes)).ok_or(FontError::NotAFont)?;
    if !face.has_outlines() {
        return Err(FontError::NoOutlines);
    }
    let font: &'static Loaded = Box::leak(Box::new(Loaded { hash, name: face.name(), face }));
    loaded.push(font);
    Ok(Font(font))
}

/// Whether the bytes are a font with a readable size of its em.
fn is_font(bytes: &[u8]) -> bool {
    use skrifa::raw::TableProvider;
    let units = skrifa::FontRef::from_index(bytes, 0).and_then(|font| Ok(font.head()?.units_per_em()));
    units.is_ok_and(|units| (16..=16_384).contains(&units))
}

impl Font {
    /// Its full name; empty where it has none.
    #[must_use]
    pub fn name(self) -> &'static str {
        &self.0.name
    }

    /// BLAKE3 hash of the file in hexadecimal digits.
    #[must_use]
    pub fn hash(self) -> &'static str {
        &self.0.hash
    }
}

impl PartialEq for Font {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl Eq for Font {}

impl Hash for Font {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash.hash(state);
    }
}

impl fmt::Debug for Font {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Font").field("name", &self.0.name).field("hash", &self.0.hash).finish()
    }
}

/// The faces of a figure in the order in which they are asked for a character: the family of its
/// theme if it names one, the bundled faces, then the fonts to fall back on.
#[derive(Clone, Copy)]
pub struct Fonts(&'static Choice);

struct Choice {
    family: Option<[Font; 2]>,
    fallbacks: Vec<Font>,
    /// Fonts with a number of their own, from that after the bundled faces on.
    own: Vec<Font>,
    /// Numbers and faces a weight, regular first.
    chains: [Vec<(u8, &'static Face)>; 2],
}

impl Choice {
    fn of(family: Option<[Font; 2]>, fallbacks: Vec<Font>) -> &'static Self {
        let mut own: Vec<Font> = Vec::new();
        for font in family.iter().flatten().chain(&fallbacks) {
            if !own.contains(font) {
                own.push(*font);
            }
        }
        let mut choices = CHOICES.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) =
            choices.iter().find(|known| known.family == family && known.fallbacks == fallbacks)
        {
            return known;
        }
        let bundled = || (0_u8..).zip(BUNDLED.iter());
        let numbered = |font: &Font| {
            let place = own.iter().position(|other| other == font)?;
            Some((u8::try_from(FACES.len() + place).ok()?, &font.0.face))
        };
        let chain = |weight: usize| {
            let first = family.as_ref().and_then(|fonts| fonts.get(weight)).and_then(numbered);
            let bundled = bundled().skip(3 * weight).take(3);
            first.into_iter().chain(bundled).chain(fallbacks.iter().filter_map(numbered)).collect()
        };
        let chains = [chain(0), chain(1)];
        let choice: &'static Self = Box::leak(Box::new(Self { family, fallbacks, own, chains }));
        choices.push(choice);
        choice
    }
}

/// A face's file, for a writer that puts it into a document or a window that draws with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FaceFile {
    /// Its full name.
    pub name: &'static str,
    /// The whole file; of a collection the first font is meant.
    pub bytes: &'static [u8],
    /// Units of its em.
    pub units_per_em: u16,
}

impl Fonts {
    /// The bundled fonts alone.
    #[must_use]
    pub fn bundled() -> Self {
        Self(*PLAIN)
    }

    /// With a family before the bundled fonts, in place of one that there was.
    ///
    /// # Errors
    /// [`FontError::TooMany`].
    pub fn with_family(self, regular: Font, semibold: Font) -> Result<Self, FontError> {
        Self::checked(Some([regular, semibold]), self.0.fallbacks.clone())
    }

    /// With one more font for characters that none before it has, in both weights.
    ///
    /// # Errors
    /// [`FontError::TooMany`].
    pub fn with_fallback(self, font: Font) -> Result<Self, FontError> {
        let mut fallbacks = self.0.fallbacks.clone();
        if !fallbacks.contains(&font) {
            fallbacks.push(font);
        }
        Self::checked(self.0.family, fallbacks)
    }

    fn checked(family: Option<[Font; 2]>, fallbacks: Vec<Font>) -> Result<Self, FontError> {
        if fallbacks.len() + 2 > MOST_OWN {
            return Err(FontError::TooMany);
        }
        Ok(Self(Choice::of(family, fallbacks)))
    }

    /// The fonts of the user's, family first.
    #[must_use]
    pub fn own(self) -> &'static [Font] {
        &self.0.own
    }

    /// Does something with these fonts: whatever is measured, shaped or outlined meanwhile on this
    /// thread is so with them.
    pub fn scope<T>(self, act: impl FnOnce() -> T) -> T {
        /// Goes back to the fonts before, also out of a panic.
        struct Back(Option<Fonts>);
        impl Drop for Back {
            fn drop(&mut self) {
                CURRENT.set(self.0);
            }
        }
        let _back = Back(CURRENT.replace(Some(self)));
        act()
    }

    /// The fonts of the scope that the thread is in.
    #[must_use]
    pub fn current() -> Self {
        CURRENT.get().unwrap_or_default()
    }

    /// The file of a face; numbers are those in [`Glyph::face`](super::Glyph) and mean nothing
    /// beside these fonts.
    #[must_use]
    pub fn face_file(self, number: u8) -> Option<FaceFile> {
        let face = self.face(number)?;
        let name = match FACES.get(usize::from(number)) {
            Some((name, _)) => name,
            None => self.0.own.get(usize::from(number).checked_sub(FACES.len())?)?.name(),
        };
        let units_per_em = u16::try_from(face.units_per_em()).ok()?;
        Some(FaceFile { name, bytes: face.bytes, units_per_em })
    }

    /// The first character that no face of that weight can draw, if there is one.
    #[must_use]
    pub fn missing(self, text: &str, weight: Weight) -> Option<char> {
        let drawn = |c: char| self.chain(weight).iter().any(|(_, face)| face.has(c));
        text.chars().find(|&c| !c.is_control() && !is_invisible(c) && !drawn(c))
    }

    /// Numbers and faces of a weight, in the order in which they are asked; none is never empty.
    pub(super) fn chain(self, weight: Weight) -> &'static [(u8, &'static Face)] {
        let [regular, semibold] = &self.0.chains;
        match weight {
            Weight::Regular => regular,
            Weight::Semibold => semibold,
        }
    }

    /// The face of that number.
    pub(super) fn face(self, number: u8) -> Option<&'static Face> {
        let place = usize::from(number);
        match place.checked_sub(FACES.len()) {
            None => BUNDLED.get(place),
            Some(place) => self.0.own.get(place).map(|font| &font.0.face),
        }
    }
}

impl Default for Fonts {
    fn default() -> Self {
        Self::bundled()
    }
}

impl PartialEq for Fonts {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl Eq for Fonts {}

impl Hash for Fonts {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.own.hash(state);
    }
}

impl fmt::Debug for Fonts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Fonts").field("family", &self.0.family).field("fallbacks", &self.0.fallbacks).finish()
    }
}

/// Name and bytes of every bundled face, for a window that rasterises text itself. The place of
/// a face here is its number in [`Glyph::face`](super::Glyph).
#[must_use]
pub fn face_bytes() -> [(&'static str, &'static [u8]); 6] {
    FACES
}

/// Outline of a glyph as SVG path data: absolute commands in units of which an em has
/// [`UNITS_PER_EM`], y downwards from the baseline. Empty for a space and for what no face knows.
/// The face is one of the fonts of the scope.
#[must_use]
pub fn outline(face: u8, id: u16) -> String {
    Fonts::current().face(face).map(|face| face.outline(id)).unwrap_or_default()
}

/// The first character that no face of the scope can draw in every weight, if there is one.
#[must_use]
pub fn missing(text: &str) -> Option<char> {
    let fonts = Fonts::current();
    let found = [Weight::Regular, Weight::Semibold].map(|weight| fonts.missing(text, weight));
    text.chars().find(|c| found.contains(&Some(*c)))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{SQUARE, font_file};
    use super::*;
    use crate::text::{measure, shape};

    #[test]
    fn every_face_parses_and_has_the_same_em() {
        for (number, (name, _)) in (0u8..).zip(face_bytes()) {
            let file = Fonts::bundled().face_file(number).unwrap();
            assert_eq!((file.name, file.units_per_em), (name, 1000));
        }
        assert_eq!(Fonts::bundled().face_file(6), None);
    }

    #[test]
    fn an_outline_stands_on_the_baseline_in_font_units() {
        let id = |text| shape(text, Weight::Regular).0[0].id;
        let data = outline(0, id("I"));
        assert!(data.starts_with('M') && data.ends_with('Z'), "{data}");
        assert!(data.contains("-698"), "the height of a capital is 698 units: {data}");
        assert!(!data.contains('.'), "{data}");
        assert_eq!(outline(0, id(" ")), "");
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

    #[test]
    fn a_font_of_the_users_draws_what_the_others_lack_and_nothing_else() {
        let han = load_font(font_file(2048, &[('深', SQUARE), ('A', SQUARE)])).unwrap();
        let fonts = Fonts::bundled().with_fallback(han).unwrap();
        let before = measure("深A", 10.0, Weight::Regular);
        fonts.scope(|| {
            assert_eq!(missing("深A"), None);
            assert_eq!(missing("度"), Some('度'));
            for weight in [Weight::Regular, Weight::Semibold] {
                let (glyphs, width_em) = shape("A深A", weight);
                let latin = if weight == Weight::Regular { 0 } else { 3 };
                assert_eq!(glyphs.iter().map(|glyph| glyph.face).collect::<Vec<_>>(), [latin, 6, latin]);
                // The glyph is as wide as the em, whatever its units.
                let one = shape("A", weight).1;
                assert!((width_em - 2.0 * one - 1.0).abs() < 1e-9, "{width_em}");
                assert!((glyphs[2].x - one - 1.0).abs() < 1e-9);
            }
            let id = shape("深", Weight::Regular).0[0].id;
            // A square of half an em on the baseline, in thousandths.
            assert_eq!(outline(6, id), "M0 0L0-500L500-500L500 0Z");
            let file = Fonts::current().face_file(6).unwrap();
            assert_eq!(
                (file.units_per_em, file.bytes.len()),
                (2048, fonts.face_file(6).unwrap().bytes.len())
            );
        });
        assert_eq!(measure("深A", 10.0, Weight::Regular), before, "the scope is left");
        assert_eq!(missing("深"), Some('深'));
        assert_eq!(outline(6, 1), "");
    }

    #[test]
    fn a_family_stands_before_the_bundled_fonts_which_draw_what_it_lacks() {
        let regular = load_font(font_file(1000, &[('A', SQUARE), ('B', SQUARE)])).unwrap();
        let semibold = load_font(font_file(1024, &[('A', SQUARE)])).unwrap();
        let fonts = Fonts::bundled().with_family(regular, semibold).unwrap();
        let faces = |text, weight| {
            fonts.scope(|| shape(text, weight).0.iter().map(|glyph| glyph.face).collect::<Vec<_>>())
        };
        assert_eq!(faces("ABسC", Weight::Regular), [6, 6, 1, 0]);
        assert_eq!(faces("AB", Weight::Semibold), [7, 3]);
        assert_eq!(fonts.own(), [regular, semibold]);
        assert_eq!(Fonts::bundled().with_family(regular, regular).unwrap().own(), [regular]);
    }

    #[test]
    fn equal_choices_are_equal_handles() {
        let file = || font_file(1000, &[('深', SQUARE)]);
        let (font, again) = (load_font(file()).unwrap(), load_font(file()).unwrap());
        assert_eq!((font, font.hash()), (again, blake3::hash(&file()).to_hex().as_str()));
        let with = |font| Fonts::bundled().with_fallback(font).unwrap();
        assert_eq!(with(font), with(again));
        assert_eq!(with(font), with(font).with_fallback(again).unwrap());
        assert_ne!(with(font), Fonts::default());
        assert_eq!(Fonts::default(), Fonts::current());
    }

    #[test]
    fn what_is_no_font_is_refused_with_the_reason() {
        let refused = |bytes: Vec<u8>| load_font(bytes).map(Font::name);
        assert_eq!(refused(Vec::new()), Err(FontError::NotAFont));
        assert_eq!(refused(b"wOF2 and more".to_vec()), Err(FontError::NotAFont));
        assert_eq!(
            refused(vec![0; MAX_FONT_BYTES + 1]),
            Err(FontError::TooLarge { bytes: MAX_FONT_BYTES + 1 })
        );
        assert_eq!(refused(font_file(1000, &[])), Err(FontError::NoOutlines));
        for cut in [1, 12, 60, 200] {
            let mut file = font_file(1000, &[('A', SQUARE)]);
            file.truncate(file.len() - cut.min(file.len()));
            let _ = load_font(file);
        }
    }

    #[test]
    fn an_empty_glyph_draws_no_letter() {
        let font = load_font(font_file(1000, &[('深', &[]), ('\u{3000}', &[])])).unwrap();
        Fonts::bundled().with_fallback(font).unwrap().scope(|| {
            assert_eq!(missing("深"), Some('深'));
            assert_eq!(missing("\u{3000}"), None, "a space shows nothing and is there");
        });
    }

    #[test]
    fn threads_keep_to_their_own_fonts() {
        let wide = load_font(font_file(500, &[('度', SQUARE)])).unwrap();
        let fonts = [Fonts::bundled(), Fonts::bundled().with_fallback(wide).unwrap()];
        let told = |fonts: Fonts| fonts.scope(|| (missing("度"), shape("度", Weight::Regular)));
        let expected = fonts.map(told);
        let found: Vec<_> = std::thread::scope(|threads| {
            let started: Vec<_> = (0..8).map(|place| threads.spawn(move || told(fonts[place % 2]))).collect();
            started.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        for (place, found) in found.iter().enumerate() {
            assert_eq!(*found, expected[place % 2]);
        }
        assert_ne!(expected[0], expected[1]);
    }
}
