//! A line of text as runs for a document whose words can be found and copied.
//!
//! A reader of the document puts words together from where glyphs stand and which characters each
//! of them draws. So a line is cut into runs of one face and one direction, in the order in which
//! they are read, each with its own text and the characters of every glyph in it. It must not know
//! the format of the document.

use std::ops::Range;

use unicode_bidi::{BidiClass, ParagraphBidiInfo, bidi_class};

use crate::text::Glyph;

use super::drawing::Line;

/// Glyphs of one face and direction, from left to right.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Run {
    /// Number of the face.
    pub(super) face: u8,
    /// The characters that the run draws, in logical order; those of a ligature that is read from
    /// the right are turned, because readers turn every such run and know no ligatures.
    pub(super) text: String,
    /// The glyphs.
    pub(super) glyphs: Vec<Placed>,
}

/// A glyph of a run.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Placed {
    /// Its number in the face.
    pub(super) id: u16,
    /// Bytes of the run's text that it draws; neighbours that draw the same ones belong together.
    pub(super) bytes: Range<usize>,
    /// Left of its origin in em from the left end of the line.
    pub(super) x: f64,
    /// Height of its origin over the baseline in em.
    pub(super) y: f64,
}

/// The runs of a line in reading order. What draws nothing and is not written has none.
pub(super) fn runs(line: &Line) -> Vec<Run> {
    let text = line.text.as_str();
    let levels = ParagraphBidiInfo::new(text, None).levels;
    let right = |start: u32| levels.get(start as usize).is_some_and(unicode_bidi::Level::is_rtl);
    let mut starts: Vec<usize> = line.glyphs.iter().map(|glyph| glyph.start as usize).collect();
    starts.push(text.len());
    starts.sort_unstable();
    starts.dedup();
    let mut cuts: Vec<(usize, Run)> = Vec::new();
    let mut rest = line.glyphs.as_slice();
    while let Some(first) = rest.first() {
        let same = |glyph: &&Glyph| glyph.face == first.face && right(glyph.start) == right(first.start);
        let length = rest.iter().take_while(same).count();
        let (own, after) = rest.split_at(length);
        rest = after;
        let begin = own.iter().map(|glyph| glyph.start as usize).min().unwrap_or_default();
        cuts.push((begin, run(text, own, &starts, right(first.start))));
    }
    cuts.sort_by_key(|(begin, _)| *begin);
    cuts.into_iter().map(|(_, run)| run).filter(|run| !run.glyphs.is_empty()).collect()
}

/// The run of glyphs that stand together.
fn run(text: &str, own: &[Glyph], starts: &[usize], right: bool) -> Run {
    let mut clusters: Vec<usize> = own.iter().map(|glyph| glyph.start as usize).collect();
    clusters.sort_unstable();
    clusters.dedup();
    let mut written = String::new();
    let mut ranges: Vec<(usize, Range<usize>)> = Vec::with_capacity(clusters.len());
    for start in clusters {
        let end = starts.iter().find(|next| **next > start).copied().unwrap_or(text.len());
        let from = written.len();
        let letters = text.get(start..end).unwrap_or_default().chars().filter(|c| !steers(*c)).map(plain);
        if right {
            let turned: Vec<char> = letters.collect();
            written.extend(turned.into_iter().rev());
        } else {
            written.extend(letters);
        }
        ranges.push((start, from..written.len()));
    }
    let glyphs = own.iter().filter_map(|glyph| {
        let place = ranges.binary_search_by_key(&(glyph.start as usize), |(start, _)| *start).ok()?;
        let (_, bytes) = ranges.get(place)?;
        let bytes = bytes.clone();
        (!bytes.is_empty()).then_some(Placed { id: glyph.id, bytes, x: glyph.x, y: glyph.y })
    });
    Run { face: own.first().map_or(0, |glyph| glyph.face), glyphs: glyphs.collect(), text: written }
}

/// Whether a character only steers the order of those around it.
fn steers(c: char) -> bool {
    use BidiClass::{BN, FSI, LRE, LRI, LRO, PDF, PDI, RLE, RLI, RLO};
    let class = bidi_class(c);
    matches!(class, BN | FSI | LRE | LRI | LRO | PDF | PDI | RLE | RLI | RLO)
        || matches!(c, '\u{200E}' | '\u{200F}' | '\u{061C}')
}

/// Every kind of space is one that a search finds.
fn plain(c: char) -> char {
    if c.is_whitespace() { ' ' } else { c }
}

#[cfg(test)]
mod tests {
    use super::super::drawing::{Primitive, drawing};
    use super::super::tests::sample as testing;
    use super::*;
    use crate::chart::figure::Anchor;
    use crate::text::Weight;

    fn runs_of(text: &str) -> Vec<Run> {
        let mut figure = testing::figure();
        figure.panels.clear();
        figure.labels = vec![testing::label(text, [0.0, 0.0], Anchor::Left, 10.0, Weight::Regular)];
        match drawing(&figure).as_slice() {
            [_, Primitive::Line(line)] => runs(line),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn runs_come_as_they_are_read() {
        for (text, expected) in [
            ("Nvidia −17.0%", vec!["Nvidia −17.0%"]),
            ("a\u{A0}b\tc", vec!["a b c"]),
            // Sheen and reh are one glyph, and turned.
            ("مؤشر (NVDA) 17%", vec!["مؤرش", " (", "NVDA", ") ", "17%"]),
            ("A \u{2068}سهم\u{2069} 3%", vec!["A ", "سهم", " 3%"]),
            // Lam and alef are one glyph.
            ("لا", vec!["ال"]),
            ("שלום 4", vec!["שלום", " ", "4"]),
        ] {
            let runs = runs_of(text);
            let texts: Vec<&str> = runs.iter().map(|run| run.text.as_str()).collect();
            assert_eq!(texts, expected, "{text}");
            for run in runs {
                let mut drawn: Vec<Range<usize>> =
                    run.glyphs.iter().map(|glyph| glyph.bytes.clone()).collect();
                drawn.sort_by_key(|bytes| bytes.start);
                drawn.dedup();
                assert_eq!(drawn.first().map(|bytes| bytes.start), Some(0), "{text}");
                assert_eq!(drawn.last().map(|bytes| bytes.end), Some(run.text.len()), "{text}");
                assert!(drawn.windows(2).all(|pair| pair[0].end == pair[1].start), "{text}: {drawn:?}");
            }
        }
    }

    #[test]
    fn glyphs_of_a_run_read_from_the_right_descend() {
        let run = runs_of("مؤشر").remove(0);
        assert!(run.glyphs.windows(2).all(|pair| pair[0].bytes.start > pair[1].bytes.start));
        assert!(run.glyphs.windows(2).all(|pair| pair[0].x < pair[1].x));
        assert!(runs_of("").is_empty());
    }
}
