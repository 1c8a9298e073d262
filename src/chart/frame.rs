//! The words around the panels: title and subtitle on top, note, source and byline at the foot,
//! and the place of a logo beside the title.
//!
//! Words wrap and never leave the figure. Where they would take too much of it the note loses
//! sentences first, then the title is set smaller; what is in a panel is not its concern.

use std::sync::Arc;

use super::build::TWO_COLUMNS;
use super::draft::Draft;
use super::figure::{Anchor, Caption, Figure, Label, Rect, Shape};
use super::misfit::Part;
use super::typography::Hand;
use crate::model::Message;
use crate::text::{Weight, is_right_to_left};

/// Share of the height that words above and below may take together.
const MOST_WORDS: f64 = 0.36;
/// The same where several panels share a sheet, and where that has short lines: standing, and
/// about as wide as high, where headings and axes have to say what the subtitle would.
const MOST_BESIDE_PANELS: [f64; 3] = [0.285, 0.27, 0.17];
/// Height over width under which a sheet of short lines is not standing.
const STANDING: f64 = 1.5;
/// The program's name, at the foot of a figure.
const BRAND: &str = "Richter";
/// Height of a logo in sizes of the title, and the share of the width that it may take.
const LOGO: [f64; 2] = [1.5, 0.24];

/// Where a logo of that proportion stands: level with the title's first line, at the side where
/// lines end. `inner` is the figure without its margins.
pub(super) fn logo_rect(draft: &Draft<'_>, inner: Rect, aspect: f64) -> Rect {
    let aspect = if aspect.is_finite() { aspect.clamp(0.05, 20.0) } else { 1.0 };
    let most = inner.width * LOGO[1];
    let height = (draft.sizes.title * LOGO[0]).min(most / aspect);
    let width = height * aspect;
    let x = if draft.mirrored { inner.x } else { inner.right() - width };
    Rect { x, y: inner.y, width, height }
}

/// How much the words say: the title's size as a share of its own, and the lines of title,
/// subtitle, note, source with byline.
struct Amount {
    title: f64,
    lines: [usize; 4],
}

const fn amount(title: f64, lines: [usize; 4]) -> Amount {
    Amount { title, lines }
}

/// From everything to the title alone.
const AMOUNTS: [Amount; 11] = [
    amount(1.0, [3, 3, 6, 3]),
    amount(1.0, [3, 3, 5, 3]),
    amount(1.0, [3, 2, 4, 2]),
    amount(1.0, [3, 2, 3, 2]),
    amount(0.85, [3, 2, 2, 2]),
    amount(0.85, [3, 2, 1, 1]),
    amount(0.72, [4, 2, 1, 1]),
    amount(0.72, [5, 1, 1, 1]),
    amount(0.72, [5, 1, 0, 1]),
    amount(0.6, [6, 0, 0, 1]),
    amount(0.6, [usize::MAX, 0, 0, 0]),
];

/// How many words of what is left out are told.
const REST: usize = 12;

/// Lines of words with the distance between their baselines.
struct Block {
    lines: Vec<String>,
    hand: Hand,
    leading: f64,
    /// Whether no words were left out.
    whole: bool,
    /// Width of the longest line that there could be.
    width: f64,
    /// Whether the words are of a right-to-left script: they begin on the right in any figure.
    right: bool,
}

impl Block {
    fn height(&self) -> f64 {
        self.lines.len() as f64 * self.hand.size * self.leading
    }

    /// Labels from that top edge down, beginning at the edge where reading begins.
    fn set(&self, draft: &Draft<'_>, rect: Rect, top: f64) -> Vec<Label> {
        let step = self.hand.size * self.leading;
        let (x, anchor) = if self.right && !draft.mirrored {
            (rect.x + self.width, Anchor::Right)
        } else {
            (draft.along(rect, 0.0), draft.start())
        };
        let labels = self.lines.iter().enumerate().map(|(line, text)| {
            let baseline = top + line as f64 * step + self.hand.size * 0.95;
            self.hand.set(text, [x, baseline], anchor)
        });
        labels.collect()
    }
}

/// A title: lines of about one length.
fn title(draft: &Draft<'_>, text: &str, width: f64, share: f64, at_most: usize) -> Block {
    // Smaller than a heading it would not be the title.
    let size = (draft.sizes.title * share).max(draft.sizes.section.min(draft.sizes.title));
    let hand = Hand { size, weight: Weight::Semibold, color: draft.scene.theme.ink };
    let text = one_paragraph(text, at_most);
    let whole = hand.lines(&text, width, usize::MAX).len() <= at_most;
    Block {
        lines: hand.balanced(&text, width, at_most),
        hand,
        leading: 1.2,
        whole,
        width,
        right: is_right_to_left(&text),
    }
}

fn paragraph(hand: Hand, leading: f64, text: &str, width: f64, at_most: usize) -> Block {
    let text = one_paragraph(text, at_most);
    let whole = hand.lines(&text, width, usize::MAX).len() <= at_most;
    Block {
        lines: hand.paragraph(&text, width, at_most),
        hand,
        leading,
        whole,
        width,
        right: is_right_to_left(&text),
    }
}

/// The words without their line breaks where these would take more lines than there are.
fn one_paragraph(text: &str, at_most: usize) -> String {
    if text.lines().count() <= at_most.min(4) {
        return text.trim().to_owned();
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// As many whole sentences from the first on as those lines hold; where not one fits it is cut.
fn sentences(hand: Hand, text: &str, width: f64, at_most: usize) -> Block {
    let full = paragraph(hand, 1.42, text, width, at_most);
    if full.whole || at_most == 0 {
        return full;
    }
    let text = one_paragraph(text, 1);
    let ends = text.match_indices(". ").map(|(place, _)| place + 1);
    let whole = ends
        .filter_map(|end| text.get(..end))
        .map(|begun| paragraph(hand, 1.42, begun, width, at_most))
        .take_while(|block| block.whole)
        .last();
    whole.map_or(full, |begun| Block { whole: false, ..begun })
}

/// All blocks in one amount.
struct Frame {
    title: Block,
    subtitle: Block,
    note: Block,
    source: Block,
    byline: Block,
    /// Whether the byline stands behind the last line of the source.
    beside: bool,
}

impl Frame {
    fn of(draft: &Draft<'_>, caption: &Caption, [width, beside_logo]: [f64; 2], amount: &Amount) -> Self {
        let theme = draft.scene.theme;
        let small = draft.small();
        let strong = Hand { weight: Weight::Semibold, ..small };
        let foot = width - small.width(BRAND) - draft.px(24.0);
        let [title_lines, subtitle_lines, note_lines, source_lines] = amount.lines;
        let section = Hand::regular(draft.sizes.section, theme.muted);
        let source = sentences(small, &caption.source, foot, source_lines);
        let byline = paragraph(strong, 1.42, &caption.byline, foot, source_lines.min(2));
        let last = source.lines.last().map_or(0.0, |line| small.width(line));
        let beside = match byline.lines.as_slice() {
            [only] => {
                !source.lines.is_empty()
                    && (draft.mirrored || !source.right)
                    && last + byline_gap(draft) + strong.width(only) <= foot
            }
            _ => false,
        };
        Self {
            title: title(draft, &caption.title, beside_logo, amount.title, title_lines),
            subtitle: paragraph(section, 1.35, &caption.subtitle, width, subtitle_lines),
            note: sentences(small, &caption.note, width, note_lines),
            source,
            byline,
            beside,
        }
    }

    fn foot_height(&self) -> f64 {
        let byline = if self.beside { 0.0 } else { self.byline.height() };
        self.note.height() + self.source.height() + byline
    }

    fn height(&self) -> f64 {
        self.title.height() + self.subtitle.height() + self.foot_height()
    }

    /// What of the words found no place: which, and the first of them.
    fn cut(&self, draft: &Draft<'_>, caption: &Caption) -> Vec<Message> {
        let own_subtitle = draft.scene.document.wording.subtitle.is_some();
        [
            ("chart-cut-subtitle", &caption.subtitle, &self.subtitle, own_subtitle),
            ("chart-cut-note", &caption.note, &self.note, true),
            ("chart-cut-source", &caption.source, &self.source, true),
            ("chart-cut-byline", &caption.byline, &self.byline, true),
        ]
        .into_iter()
        .filter(|(_, text, block, told)| *told && !text.trim().is_empty() && !block.whole)
        .map(|(key, text, block, _)| Message::new(key).with("rest", rest(text, &block.lines)))
        .collect()
    }

    /// The labels at the foot from that top edge down.
    fn set_foot(&self, draft: &Draft<'_>, inner: Rect, top: f64) -> Vec<Label> {
        let mut labels = self.note.set(draft, inner, top);
        let below_note = top + self.note.height();
        let source = self.source.set(draft, inner, below_note);
        let last = source.last().map(|label| (self.source.hand.width(&label.text), label.at[1]));
        labels.extend(source);
        match last.filter(|_| self.beside) {
            Some((width, baseline)) => {
                let at = [draft.along(inner, width + byline_gap(draft)), baseline];
                let set = self.byline.lines.iter().map(|line| self.byline.hand.set(line, at, draft.start()));
                labels.extend(set);
            }
            None => labels.extend(self.byline.set(draft, inner, below_note + self.source.height())),
        }
        labels
    }
}

/// The beginning of what a text says beyond those lines.
fn rest(text: &str, lines: &[String]) -> String {
    let shown = lines.iter().flat_map(|line| line.trim_end_matches('…').split_whitespace()).count();
    let left: Vec<&str> = text.split_whitespace().skip(shown).collect();
    let begun: Vec<&str> = left.iter().copied().take(REST).collect();
    let more = if left.len() > begun.len() { " …" } else { "" };
    format!("{}{more}", begun.join(" "))
}

fn byline_gap(draft: &Draft<'_>) -> f64 {
    draft.sizes.small * 1.4
}

/// Distance of everything from the figure's edge.
fn margin(draft: &Draft<'_>, [width, height]: [f64; 2]) -> f64 {
    let full = draft.px(64.0).min(width * 0.034).min(height * 0.06);
    let own = full.max(draft.sizes.small * 0.8) * draft.scene.theme.margin;
    own.min(width / 8.0).min(height / 8.0)
}

/// Sets the words around the panels and gives the room between them.
pub(super) fn frame(draft: &Draft<'_>, figure: &mut Figure) -> Rect {
    let [width, height] = figure.size;
    let margin = margin(draft, figure.size);
    let top = margin * 0.8;
    let inner = Rect {
        x: margin,
        y: top,
        width: (width - 2.0 * margin).max(1.0),
        height: (height - top - margin * 0.6).max(1.0),
    };
    let logo = draft.logo.map(|aspect| logo_rect(draft, inner, aspect));
    if let (Some(rect), Some(picture)) = (logo, &draft.scene.theme.logo) {
        figure.shapes.push(Shape::Image { rect, picture: Arc::clone(picture) });
    }
    let beside = logo.map_or(inner.width, |logo| (inner.width - logo.width - draft.px(24.0)).max(1.0));
    let [wide, standing, square] = MOST_BESIDE_PANELS;
    let short_lines = inner.width < draft.sizes.label * TWO_COLUMNS;
    let (share, with_subtitle) = match (draft.headed, short_lines) {
        (false, _) => (MOST_WORDS, true),
        (true, false) => (wide, true),
        (true, true) if height >= width * STANDING => (standing, true),
        (true, true) => (square, false),
    };
    let most = height * share;
    let mut words = figure.caption.clone();
    if !with_subtitle {
        words.subtitle.clear();
    }
    let frame = chosen(draft, &words, [inner.width, beside], most);
    figure.left_out.extend(frame.cut(draft, &figure.caption));
    let title_rect =
        if draft.mirrored { Rect { x: inner.right() - beside, width: beside, ..inner } } else { inner };
    let mut labels = frame.title.set(draft, title_rect, top);
    let mut below = top + frame.title.height();
    if !frame.subtitle.lines.is_empty() {
        // The dots under Arabic letters reach lower than any Latin descender.
        let gap = if frame.title.right { 0.28 * frame.title.hand.size } else { draft.px(4.0) };
        let subtitle_top = below + gap;
        labels.extend(frame.subtitle.set(draft, inner, subtitle_top));
        below = subtitle_top + frame.subtitle.height();
    }
    let below = logo.map_or(below, |logo| below.max(logo.bottom()));
    let mut bottom = inner.bottom();
    if frame.foot_height() > 0.0 {
        let foot = bottom - frame.foot_height();
        let rule = foot - draft.px(12.0);
        figure.shapes.push(Shape::Path {
            points: vec![[inner.x, rule], [inner.right(), rule]],
            stroke: draft.stroke(draft.scene.theme.rule, draft.scene.theme.lines.grid),
        });
        let set = frame.set_foot(draft, inner, foot);
        let hand = Hand::semibold(draft.sizes.small, draft.scene.theme.muted);
        let last = set.iter().map(|label| label.at[1]).fold(foot, f64::max);
        labels.extend(set);
        labels.push(hand.set(BRAND, [draft.along(inner, inner.width), last], draft.end()));
        bottom = rule - draft.px(18.0);
    }
    figure.labels.extend(labels);
    let body_top = below + draft.px(26.0).min(height * 0.04);
    Rect { y: body_top, height: (bottom - body_top).max(1.0), ..inner }
}

/// The fullest words that leave enough room and cut neither the title nor the subtitle; where
/// there are none the shortest.
fn chosen(draft: &Draft<'_>, caption: &Caption, widths: [f64; 2], most: f64) -> Frame {
    let mut frames = AMOUNTS.iter().map(|amount| Frame::of(draft, caption, widths, amount));
    let whole = |frame: &Frame| {
        let subtitle = frame.subtitle.whole || frame.subtitle.lines.is_empty();
        frame.title.whole && subtitle && frame.height() <= most
    };
    if let Some(frame) = frames.find(whole) {
        return frame;
    }
    let least = Frame::of(draft, caption, widths, &amount(0.6, [2, 0, 0, 0]));
    draft.need(Part::Words, least.height(), most);
    if !least.title.whole {
        let whole = Frame::of(draft, caption, widths, &amount(0.6, [usize::MAX, 0, 0, 0]));
        draft.need(Part::Title, whole.title.height(), most);
    }
    least
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{Medium, Scene, Sheet, Theme, ThemeName, View};
    use crate::model::{Data, Document};
    use crate::study::Analysis;
    use crate::text::Words;

    fn with_draft(size: [f64; 2], ask: impl FnOnce(Draft<'_>)) {
        let (document, data, analysis) = (Document::default(), Data::default(), Analysis::default());
        let (words, theme) = (Words::english(), Theme::built_in(ThemeName::Light));
        let scene =
            Scene { document: &document, data: &data, analysis: &analysis, theme: &theme, words: &words };
        let view = View::default();
        ask(Draft::new(&scene, &view, &Medium::Print(Sheet::pixels(size))));
    }

    #[test]
    fn a_logo_stands_where_lines_end_and_the_title_beside_it() {
        let inner = Rect { x: 20.0, y: 10.0, width: 1160.0, height: 600.0 };
        with_draft([1200.0, 675.0], |draft| {
            for aspect in [0.2, 1.0, 3.0, 40.0, f64::NAN] {
                let left = logo_rect(&draft, inner, aspect);
                assert!(left.x >= inner.x && (left.right() - inner.right()).abs() < 1e-9, "{left:?}");
                assert!(left.width <= inner.width * 0.25 && left.height <= draft.sizes.title * 1.6);
                let right = logo_rect(&Draft { mirrored: true, ..draft }, inner, aspect);
                assert_eq!((right.x, right.width), (inner.x, left.width));
            }
            let title = "word ".repeat(40);
            let caption = Caption { title: title.trim().to_owned(), ..Caption::default() };
            let frame = chosen(&draft, &caption, [1160.0, 900.0], 240.0);
            let widest =
                frame.title.lines.iter().map(|line| frame.title.hand.width(line)).fold(0.0, f64::max);
            assert!(widest <= 900.0 && frame.title.lines.join(" ") == caption.title);
        });
    }

    #[test]
    fn a_note_loses_whole_sentences_first() {
        with_draft([1200.0, 675.0], |draft| {
            let text = "One two three four. Five six seven eight nine. Ten eleven twelve thirteen.";
            let width = draft.small().width(text) * 0.7;
            let lines = sentences(draft.small(), text, width, 1).lines;
            assert_eq!(lines, ["One two three four. Five six seven eight nine."]);
            assert_eq!(sentences(draft.small(), text, width, 2).lines.join(" "), text);
            let long = "Nothing but one very long sentence that has no end within its line";
            let lines = sentences(draft.small(), long, 100.0, 2).lines;
            assert!(lines.len() == 2 && lines[1].ends_with('…'), "{lines:?}");
        });
    }

    #[test]
    fn words_that_find_no_room_are_told_with_their_first() {
        with_draft([600.0, 400.0], |draft| {
            let note: Vec<String> =
                (1..=40).map(|place| format!("Sentence number {place} stands here.")).collect();
            let caption = Caption {
                title: "A title".to_owned(),
                note: note.join(" "),
                source: "Prices: a.csv.".to_owned(),
                ..Caption::default()
            };
            let frame = chosen(&draft, &caption, [560.0; 2], 200.0);
            let told = frame.cut(&draft, &caption);
            assert_eq!(told.iter().map(|message| message.key).collect::<Vec<_>>(), ["chart-cut-note"]);
            // The sentence after the last that stands in the figure.
            let shown = frame.note.lines.join(" ").matches("Sentence").count();
            let next = format!("Sentence number {} stands here.", shown + 1);
            assert!((1..40).contains(&shown) && format!("{told:?}").contains(&next), "{shown} {told:?}");
            let short = Caption { note: "One sentence.".to_owned(), ..caption };
            assert_eq!(chosen(&draft, &short, [560.0; 2], 200.0).cut(&draft, &short), []);
        });
    }

    #[test]
    fn a_byline_stands_behind_the_source_or_under_it() {
        with_draft([1200.0, 675.0], |draft| {
            let inner = Rect { x: 20.0, y: 10.0, width: 1160.0, height: 600.0 };
            let mut long = String::from("Prices:");
            while draft.small().width(&long) < 960.0 {
                long.push_str(" a.csv");
            }
            for (source, beside) in [("Prices: a.csv.".to_owned(), true), (long, false)] {
                let byline = "Chart: Jane Doe and John Roe, Economics Desk".to_owned();
                let caption = Caption { source, byline: byline.clone(), ..Caption::default() };
                let frame = Frame::of(&draft, &caption, [1160.0; 2], &AMOUNTS[0]);
                assert_eq!(frame.beside, beside);
                let labels = frame.set_foot(&draft, inner, 500.0);
                let last = labels.last().unwrap();
                assert_eq!(last.text, byline);
                let before = &labels[labels.len() - 2];
                assert_eq!((last.at[1] - before.at[1]).abs() < 1e-9, beside);
            }
        });
    }
}
