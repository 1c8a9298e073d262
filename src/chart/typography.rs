//! Type sizes of a medium, and words set at a place.
//!
//! Every length of a figure hangs on one unit, the pixel of a figure 1920 by 1080, so that a
//! small figure is the large one made smaller until its labels reach the smallest readable
//! size. Nothing here chooses words.

use super::Medium;
use super::figure::{Anchor, Color, Label, Rect, Subject};
use super::theme::TypeFactors;
use crate::text::{Weight, measure};

/// Label size of a figure of [`FULL_AREA`].
const FULL_LABEL: f64 = 17.0;
/// Label size in the window, in points.
const WINDOW_LABEL: f64 = 12.0;
const FULL_AREA: f64 = 1920.0 * 1080.0;
/// Smallest label, heading and title as multiples of the smallest type of a sheet: what stands
/// above another size stays larger than it where all of them are small.
const STEPS: [f64; 2] = [1.1, 1.27];
/// The same for the title, on narrow sheets and on others.
const TITLE_STEPS: [f64; 2] = [1.7, 2.1];

/// Type sizes and the unit of every other length.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Sizes {
    /// Length of one pixel of the full-sized figure.
    pub unit: f64,
    /// Title.
    pub title: f64,
    /// Subtitle and headings of panels.
    pub section: f64,
    /// Ticks, names, values.
    pub label: f64,
    /// Source, note, keys.
    pub small: f64,
    /// What no words of a file may be smaller than.
    pub least: f64,
}

impl Sizes {
    /// Sizes for a medium: by area, so that a tall figure has the type of a wide one, and never
    /// under what can be read on the sheet.
    pub fn of(medium: &Medium) -> Self {
        match medium {
            Medium::Print(sheet) => {
                let [width, height] = sheet.size.map(|side| side.max(1.0));
                let drawn = ((width * height).min(1e12) / FULL_AREA).sqrt();
                let least = sheet.least_type();
                let label = (FULL_LABEL * drawn).max(least * STEPS[0]);
                // Lines of a narrow sheet are short: its title stays near its text.
                let step = (width / least / 23.3).clamp(TITLE_STEPS[0], TITLE_STEPS[1]);
                Self {
                    unit: label / FULL_LABEL,
                    title: (42.0 * drawn).max(least * step),
                    section: (22.0 * drawn).max(least * STEPS[1]),
                    label,
                    small: (15.0 * drawn).max(least),
                    least,
                }
            }
            Medium::Window { .. } => {
                let unit = WINDOW_LABEL / FULL_LABEL;
                Self { unit, title: 15.0, section: 13.0, label: WINDOW_LABEL, small: 11.5, least: 10.0 }
            }
        }
    }
}

impl Sizes {
    /// The same times a theme's factors, and no smaller than can be read.
    pub fn scaled(self, factors: &TypeFactors) -> Self {
        let times = |size: f64, factor: f64| (size * factor).max(self.least.min(size));
        Self {
            title: times(self.title, factors.title),
            section: times(self.section, factors.section),
            label: times(self.label, factors.label),
            small: times(self.small, factors.small),
            ..self
        }
    }
}

/// How often the width of balanced lines is halved towards the smallest that will do.
const BALANCING: usize = 9;

/// How words are set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Hand {
    /// Size in pixels.
    pub size: f64,
    /// Weight.
    pub weight: Weight,
    /// Colour.
    pub color: Color,
}

impl Hand {
    /// Regular weight.
    pub fn regular(size: f64, color: Color) -> Self {
        Self { size, weight: Weight::Regular, color }
    }

    /// Semibold weight.
    pub fn semibold(size: f64, color: Color) -> Self {
        Self { size, weight: Weight::Semibold, color }
    }

    /// Words with their anchor at a point of the baseline.
    pub fn set(self, text: &str, at: [f64; 2], anchor: Anchor) -> Label {
        Label {
            text: text.to_owned(),
            at,
            anchor,
            size: self.size,
            weight: self.weight,
            color: self.color,
            subject: None,
        }
    }

    /// The same, saying what the words name.
    pub fn name(self, text: &str, at: [f64; 2], anchor: Anchor, subject: Subject) -> Label {
        Label { subject: Some(subject), ..self.set(text, at, anchor) }
    }

    /// Width of words set so.
    pub fn width(self, text: &str) -> f64 {
        measure(text, self.size, self.weight).width
    }

    /// The same words, cut with an ellipsis where they are wider than allowed.
    pub fn fit(self, text: &str, width: f64) -> String {
        // Half a pixel for sums that do not come out even.
        crate::text::elide(text, width.max(0.0) + 0.5, self.size, self.weight)
    }

    /// The same words, cut in the middle, so that names of one family stay apart.
    pub fn fit_middle(self, text: &str, width: f64) -> String {
        crate::text::elide_middle(text, width.max(0.0) + 0.5, self.size, self.weight)
    }

    /// The same hand in another size.
    pub fn sized(self, size: f64) -> Self {
        Self { size, ..self }
    }

    /// The words in lines of that width, at most so many; the last one is cut when there are more.
    pub fn lines(self, text: &str, width: f64, at_most: usize) -> Vec<String> {
        if text.is_empty() || at_most == 0 {
            return Vec::new();
        }
        let mut lines = self.broken(text, width);
        if lines.len() > at_most {
            let rest = lines.split_off(at_most - 1).join(" ");
            lines.push(rest);
        }
        lines.into_iter().map(|line| self.fit(&line, width)).collect()
    }

    /// The words in as few lines of that width as they need, all of about one length, at most so
    /// many.
    pub fn balanced(self, text: &str, width: f64, at_most: usize) -> Vec<String> {
        let whole = self.with_dates(text, width);
        let count = self.wrapped(&whole, width).len();
        if count < 2 || count > at_most {
            return self.lines(text, width, at_most);
        }
        let fits = |width: f64| {
            let lines = self.wrapped(&whole, width);
            lines.len() <= count && lines.iter().all(|line| self.width(line) <= width)
        };
        let (mut narrow, mut wide) = (width / 2.0, width);
        for _ in 0..BALANCING {
            let middle = f64::midpoint(narrow, wide);
            if fits(middle) { wide = middle } else { narrow = middle }
        }
        self.lines(text, wide, at_most)
    }

    /// The words in lines of that width, at most so many, the last of which is no single word
    /// where the one before can spare another.
    pub fn paragraph(self, text: &str, width: f64, at_most: usize) -> Vec<String> {
        let mut lines = self.lines(text, width, at_most);
        let whole = !text.contains('\n') && self.broken(text, width).len() <= at_most;
        if let ([.., before, last], true) = (lines.as_slice(), whole)
            && !last.contains(' ')
            && let Some((kept, moved)) = before.rsplit_once(' ')
            && !moved.starts_with(|c: char| c.is_ascii_digit())
        {
            let end = [kept.to_owned(), format!("{moved} {last}")];
            if self.width(&end[1]) <= width {
                lines.truncate(lines.len() - 2);
                lines.extend(end);
            }
        }
        lines
    }

    /// The words in lines of that width; a date that fits into one stays on one.
    fn broken(self, text: &str, width: f64) -> Vec<String> {
        let lines = self.wrapped(&self.with_dates(text, width), width);
        if text.contains(NO_BREAK) {
            return lines;
        }
        lines.into_iter().map(|line| line.replace(NO_BREAK, " ")).collect()
    }

    fn wrapped(self, text: &str, width: f64) -> Vec<String> {
        crate::text::wrap(text, width.max(1.0), self.size, self.weight)
    }

    /// The text with dates that no line breaks; as it is where it says itself where none may end.
    fn with_dates(self, text: &str, width: f64) -> String {
        if text.contains(NO_BREAK) {
            return text.to_owned();
        }
        with_whole_dates(text, |date| self.width(date) <= width)
    }

    /// Baseline shift that centres lower-case letters and figures on a height.
    pub fn centre(self) -> f64 {
        self.size * 0.35
    }
}

/// A space at which no line ends.
const NO_BREAK: char = '\u{A0}';

/// The text with spaces at which no line ends inside dates such as "27 Jan" and "27 January 2025",
/// as far as `keep` wants a date whole.
fn with_whole_dates(text: &str, keep: impl Fn(&str) -> bool) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let digits = |word: &str, count: std::ops::RangeInclusive<usize>| {
        count.contains(&word.len()) && word.chars().all(|c| c.is_ascii_digit())
    };
    let mut glued = String::with_capacity(text.len());
    let mut place = 0;
    while let Some(word) = words.get(place) {
        let month = words.get(place + 1).filter(|month| month.starts_with(char::is_alphabetic));
        let year = words
            .get(place + 2)
            .filter(|year| digits(year.trim_end_matches(|c: char| !c.is_alphanumeric()), 4..=4));
        let date = match (month, year) {
            (Some(month), Some(year)) => Some(format!("{word}{NO_BREAK}{month}{NO_BREAK}{year}")),
            (Some(month), None) if month.starts_with(char::is_uppercase) => {
                Some(format!("{word}{NO_BREAK}{month}"))
            }
            _ => None,
        };
        let date = date.filter(|date| digits(word, 1..=2) && keep(date));
        place += date.as_ref().map_or(1, |date| date.matches(NO_BREAK).count() + 1);
        glued.push_str(date.as_deref().unwrap_or(word));
        if place < words.len() {
            glued.push(' ');
        }
    }
    glued
}

/// The box that a label's ink and line height fill.
#[must_use]
pub fn bounds(label: &Label) -> Rect {
    let extent = measure(&label.text, label.size, label.weight);
    let x = match label.anchor {
        Anchor::Left => label.at[0],
        Anchor::Middle => label.at[0] - extent.width / 2.0,
        Anchor::Right => label.at[0] - extent.width,
    };
    Rect { x, y: label.at[1] - extent.ascent, width: extent.width, height: extent.ascent + extent.descent }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Sheet;

    #[test]
    fn type_follows_the_sheet_and_stays_readable() {
        let print = |width, height| Sizes::of(&Medium::Print(Sheet::pixels([width, height])));
        let full = print(1920.0, 1080.0);
        assert_eq!((full.title, full.section, full.label, full.small), (42.0, 22.0, 17.0, 15.0));
        let square = print(1080.0, 1080.0);
        assert_eq!((square.title.round(), square.section.round()), (46.0, 28.0));
        assert_eq!((square.label.round(), square.small), (24.0, 22.0));
        let column = Sizes::of(&Medium::Print(Sheet::paper([85.0, 100.0])));
        let points = |px: f64| (px * 0.75 * 10.0).round() / 10.0;
        assert!((10.9..11.2).contains(&points(column.title)));
        assert_eq!((points(column.label), points(column.small)), (7.2, 6.5));
        for [width, height] in [[200.0, 150.0], [0.0, 0.0], [1200.0, 675.0], [f64::NAN, 10.0]] {
            let Sizes { title, section, label, small, least, .. } = print(width, height);
            assert!(title > section && section > label && label > small && small >= least && least >= 10.0);
        }
    }

    #[test]
    fn titles_are_balanced_and_paragraphs_have_no_lone_last_word() {
        let theme = super::super::Theme::built_in(super::super::ThemeName::Light);
        let hand = Hand::regular(10.0, theme.ink);
        let text = "Nasdaq 100 fell 3.0% on 27 January 2025 (DeepSeek-R1); Vertiv fell 29.9%";
        for width in [90.0, 140.0, 200.0, 260.0, 330.0, 900.0] {
            let plain = hand.lines(text, width, 9);
            let balanced = hand.balanced(text, width, 9);
            assert_eq!(balanced.len(), plain.len());
            assert_eq!(balanced.join(" "), text);
            let shortest = balanced.iter().map(|line| hand.width(line)).fold(f64::INFINITY, f64::min);
            let before = plain.iter().map(|line| hand.width(line)).fold(f64::INFINITY, f64::min);
            assert!(shortest >= before - 0.01, "{balanced:?}");
            let set = hand.paragraph(text, width, 9);
            assert_eq!((set.len(), set.join(" ")), (plain.len(), text.to_owned()));
            let lone = set.len() > 1 && !set.last().is_some_and(|last| last.contains(' '));
            assert!(!lone, "{set:?}");
            assert!(balanced.iter().all(|line| !line.ends_with("27") && !line.starts_with("2025")));
        }
        let dates = with_whole_dates("on 27 January 2025; 24 Jan, 9 other stocks", |_| true);
        assert_eq!(dates, "on 27\u{A0}January\u{A0}2025; 24\u{A0}Jan, 9 other stocks");
        assert_eq!(hand.balanced("", 90.0, 2), Vec::<String>::new());
        assert!(hand.balanced(text, 90.0, 2).last().is_some_and(|last| last.ends_with('…')));
    }
}
