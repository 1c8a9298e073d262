//! The user's notes in a chart: words with an arrow, marked dates and values, shaded stretches.
//!
//! Each stands at a place of the data; what lies outside the view is left out. Words wrap, stay
//! inside the plot and give way to the names that the chart itself sets there.

use jiff::civil::Date;

use super::draft::Draft;
use super::figure::{Mark, Panel, Rect, Shape};
use super::place::crosses;
use super::typography::{Hand, bounds};
use super::wording::worded;
use crate::model::{AnnotatedChart, Annotation, Spot};

/// Widest words in label sizes, and as a share of the plot.
const WIDEST: [f64; 2] = [17.0, 0.46];
/// Most lines of one note.
const MOST_LINES: usize = 8;
/// Pieces of lines that words try to keep off.
const MOST_PIECES: usize = 6000;
/// Opacity of what stands behind words, and of a shaded stretch.
const VEILS: [f64; 2] = [0.82, 0.16];

/// Draws the notes of the market chart into its finished panel.
pub(super) fn market(draft: &Draft<'_>, panel: &mut Panel) {
    draw(draft, panel, AnnotatedChart::Market);
}

/// Draws the notes of the model chart into its finished panel.
pub(super) fn models(draft: &Draft<'_>, panel: &mut Panel) {
    draw(draft, panel, AnnotatedChart::Models);
}

fn draw(draft: &Draft<'_>, panel: &mut Panel, which: AnnotatedChart) {
    let annotations = &draft.scene.document.annotations;
    if annotations.is_empty() || panel.marks.is_empty() {
        return;
    }
    let taken = panel.labels.iter().map(bounds).collect();
    let mut sheet = Sheet { draft, pieces: pieces(panel), panel, taken };
    for annotation in annotations {
        sheet.annotation(annotation, which);
    }
}

/// Pieces of the panel's lines in pixels.
fn pieces(panel: &Panel) -> Vec<[[f64; 2]; 2]> {
    let runs = panel.marks.iter().filter_map(|mark| match mark {
        Mark::Line { runs, .. } => Some(runs),
        _ => None,
    });
    let pairs = runs.flatten().flat_map(|run| run.windows(2));
    let placed = pairs.filter_map(|pair| Some([panel.place(*pair.first()?), panel.place(*pair.last()?)]));
    placed.take(MOST_PIECES).collect()
}

/// A panel that is drawn into.
struct Sheet<'d, 'a> {
    draft: &'d Draft<'a>,
    panel: &'d mut Panel,
    pieces: Vec<[[f64; 2]; 2]>,
    /// Boxes of all words so far.
    taken: Vec<Rect>,
}

/// Lines of words with the size of their box.
struct Words {
    lines: Vec<String>,
    hand: Hand,
    size: [f64; 2],
}

impl Words {
    const LEADING: f64 = 1.25;

    fn at(&self, [x, y]: [f64; 2]) -> Rect {
        Rect { x, y, width: self.size[0], height: self.size[1] }
    }
}

impl Sheet<'_, '_> {
    fn annotation(&mut self, annotation: &Annotation, which: AnnotatedChart) {
        let market = which == AnnotatedChart::Market;
        match annotation {
            Annotation::Text { text, at, to } => {
                if let Some(at) = self.spot(*at, which) {
                    let to = to.and_then(|to| self.spot(to, which));
                    self.text(text, at, to);
                }
            }
            Annotation::Date { date, text } if market => self.date(*date, text),
            Annotation::Value { value, text, chart } if *chart == which => self.value(*value, text),
            Annotation::Dates { from, to, text } if market => self.dates([*from, *to], text),
            Annotation::Values { from, to, text, chart } if *chart == which => {
                self.values([from.min(*to), from.max(*to)], text);
            }
            _ => {}
        }
    }

    /// A place in pixels, where it is in view.
    fn spot(&self, spot: Spot, which: AnnotatedChart) -> Option<[f64; 2]> {
        let at = match (spot, which) {
            (Spot::Market { date, value }, AnnotatedChart::Market) => [self.session(date)?, value],
            (Spot::Models { cost, score }, AnnotatedChart::Models) if cost > 0.0 => [cost.log10(), score],
            _ => return None,
        };
        let place = self.panel.place(at);
        self.panel.shows(place).then_some(place)
    }

    /// Place on the axis of the first session on or after a date.
    fn session(&self, date: Date) -> Option<f64> {
        let sessions = &self.draft.scene.analysis.sessions;
        let place = sessions.at_or_after(date);
        (!sessions.are_rows() && place < sessions.len()).then_some(place as f64)
    }

    fn text(&mut self, text: &str, at: [f64; 2], to: Option<[f64; 2]>) {
        let words = self.words(text, f64::INFINITY);
        let middle = [at[0] - words.size[0] / 2.0, at[1] - words.size[1] / 2.0];
        let step = self.draft.sizes.label * 0.6;
        let around = (1..=14).flat_map(|ring| {
            (0..12).map(move |turn| {
                let (down, right) = (f64::from(turn) / 12.0 * std::f64::consts::TAU).sin_cos();
                [right * f64::from(ring) * step * 1.4, down * f64::from(ring) * step]
            })
        });
        let places: Vec<[f64; 2]> =
            std::iter::once([0.0; 2]).chain(around).map(|[x, y]| [middle[0] + x, middle[1] + y]).collect();
        // Where the user put the words counts more than what lines run under them.
        let rect = self.set(&words, &places, 0.0);
        if let (Some(rect), Some(to)) = (rect, to) {
            self.arrow(rect, to);
        }
    }

    fn date(&mut self, date: Date, text: &str) {
        let Some(place) = self.session(date) else { return };
        let Rect { y: top, .. } = self.panel.plot;
        let bottom = self.panel.plot.bottom();
        let [x, _] = self.panel.place([place, 0.0]);
        if !self.panel.shows([x, top]) {
            return;
        }
        let stroke = self.draft.stroke(self.draft.scene.theme.muted, 1.4);
        self.panel.over.push(Shape::Path { points: vec![[x, top], [x, bottom]], stroke });
        let words = self.words(text, f64::INFINITY);
        let gap = self.gap();
        let sides = [x + gap, x - gap - words.size[0]];
        let heights = self.levels(words.size[1]);
        let places: Vec<[f64; 2]> = heights.into_iter().flat_map(|y| sides.map(|x| [x, y])).collect();
        self.set(&words, &places, 3.0);
    }

    fn value(&mut self, value: f64, text: &str) {
        let plot = self.panel.plot;
        let y = plot.bottom() - self.panel.y.share(value) * plot.height;
        if !self.panel.shows([plot.x, y]) {
            return;
        }
        let stroke = self.draft.stroke(self.draft.scene.theme.muted, 1.4);
        self.panel.over.push(Shape::Path { points: vec![[plot.x, y], [plot.right(), y]], stroke });
        let words = self.words(text, f64::INFINITY);
        let gap = self.gap() * 0.5;
        let [width, height] = words.size;
        let columns = self.columns(plot, width);
        let places: Vec<[f64; 2]> =
            [y - gap - height, y + gap].into_iter().flat_map(|y| columns.map(|x| [x, y])).collect();
        self.set(&words, &places, 3.0);
    }

    fn dates(&mut self, [from, to]: [Date; 2], text: &str) {
        let sessions = &self.draft.scene.analysis.sessions;
        let first = sessions.at_or_after(from.min(to));
        let Some(last) = sessions.dates().partition_point(|date| *date <= from.max(to)).checked_sub(1) else {
            return;
        };
        if sessions.are_rows() || first > last {
            return;
        }
        let plot = self.panel.plot;
        let [left, right] = [first as f64 - 0.5, last as f64 + 0.5]
            .map(|place| self.panel.place([place, 0.0])[0].clamp(plot.x, plot.right()));
        let band = Rect { x: left, width: right - left, ..plot };
        if band.width <= 0.0 {
            return;
        }
        self.shade(band);
        let words = self.words(text, (band.width - 2.0 * self.gap()).max(self.draft.sizes.label * 6.0));
        let middle = band.x + (band.width - words.size[0]) / 2.0;
        let columns = [middle, band.x + self.gap(), band.right() - self.gap() - words.size[0]];
        let heights = self.levels(words.size[1]);
        let places: Vec<[f64; 2]> = heights.into_iter().flat_map(|y| columns.map(|x| [x, y])).collect();
        self.set(&words, &places, 3.0);
    }

    fn values(&mut self, range: [f64; 2], text: &str) {
        let plot = self.panel.plot;
        let [low, high] = range.map(|value| {
            (plot.bottom() - self.panel.y.share(value) * plot.height).clamp(plot.y, plot.bottom())
        });
        let band = Rect { y: high, height: low - high, ..plot };
        if band.height <= 0.0 {
            return;
        }
        self.shade(band);
        let words = self.words(text, f64::INFINITY);
        let [width, height] = words.size;
        let columns = self.columns(plot, width);
        let gap = self.gap() * 0.5;
        let heights =
            [band.y + gap, band.bottom() - gap - height, band.y - gap - height, band.bottom() + gap];
        let places: Vec<[f64; 2]> = heights.into_iter().flat_map(|y| columns.map(|x| [x, y])).collect();
        self.set(&words, &places, 3.0);
    }

    fn gap(&self) -> f64 {
        self.draft.sizes.label * 0.5
    }

    /// Top edges of words of that height: at the top of the plot, at its foot, and between.
    fn levels(&self, height: f64) -> [f64; 5] {
        let plot = self.panel.plot;
        let gap = self.gap() * 0.6;
        let room = (plot.height - 2.0 * gap - height).max(0.0);
        [0.0, 1.0, 0.25, 0.75, 0.5].map(|share| plot.y + gap + room * share)
    }

    /// Left edges of words of that width: at both ends of a rectangle and between.
    fn columns(&self, rect: Rect, width: f64) -> [f64; 5] {
        let gap = self.gap();
        let room = (rect.width - 2.0 * gap - width).max(0.0);
        [0.0, 1.0, 0.5, 0.25, 0.75].map(|share| rect.x + gap + room * share)
    }

    fn words(&self, text: &str, most: f64) -> Words {
        let [sizes, share] = WIDEST;
        let hand = Hand::regular(self.draft.sizes.label, self.draft.scene.theme.ink);
        let most = most.min(hand.size * sizes).min(self.panel.plot.width * share);
        let text = worded(self.draft, Some(&text.to_owned()), String::new);
        let lines = hand.balanced(text.trim(), most, MOST_LINES);
        let width = lines.iter().map(|line| hand.width(line)).fold(0.0, f64::max);
        let height = lines.len() as f64 * hand.size * Words::LEADING;
        Words { lines, hand, size: [width, height] }
    }

    /// Sets words at the place among these that covers no other words and, by that weight, as few
    /// lines as it can; the first of equals. Gives their box.
    fn set(&mut self, words: &Words, places: &[[f64; 2]], line_weight: f64) -> Option<Rect> {
        if words.lines.is_empty() {
            return None;
        }
        let plot = self.panel.plot;
        let inside = |[x, y]: [f64; 2]| {
            let [width, height] = words.size;
            words.at([x.min(plot.right() - width).max(plot.x), y.min(plot.bottom() - height).max(plot.y)])
        };
        let cost = |rect: &Rect, order: usize| {
            let covered = self.taken.iter().filter(|taken| taken.meets(rect)).count() as f64;
            let crossed = if line_weight > 0.0 {
                self.pieces.iter().filter(|piece| crosses(**piece, rect)).count() as f64
            } else {
                0.0
            };
            covered * 1e6 + crossed * line_weight + order as f64
        };
        let boxes = places.iter().map(|at| inside(*at)).enumerate();
        let scored = boxes.map(|(order, rect)| (cost(&rect, order), rect));
        let (_, rect) = scored.min_by(|(a, _), (b, _)| a.total_cmp(b))?;
        self.panel.over.push(Shape::Fill { rect, color: self.draft.scene.theme.background.faded(VEILS[0]) });
        for (line, text) in words.lines.iter().enumerate() {
            let step = words.hand.size * Words::LEADING;
            let baseline = rect.y + line as f64 * step + words.hand.size * 0.97;
            let at = [self.draft.along(rect, 0.0), baseline];
            self.panel.labels.push(words.hand.set(text, at, self.draft.start()));
        }
        self.taken.push(rect);
        Some(rect)
    }

    /// Under everything else of the panel.
    fn shade(&mut self, rect: Rect) {
        let color = self.draft.scene.theme.faint.faded(VEILS[1]);
        self.panel.under.insert(0, Shape::Fill { rect, color });
    }

    /// From the edge of the words to a place.
    fn arrow(&mut self, rect: Rect, to: [f64; 2]) {
        let pad = self.draft.px(5.0);
        let near = |at: f64, low: f64, high: f64| at.clamp(low - pad, high + pad);
        let from = [near(to[0], rect.x, rect.right()), near(to[1], rect.y, rect.bottom())];
        let (dx, dy) = (to[0] - from[0], to[1] - from[1]);
        let length = dx.hypot(dy);
        let head = self.draft.px(9.0);
        if length < head {
            return;
        }
        let (right, down) = (dx / length, dy / length);
        let barb = |side: f64| {
            [to[0] - right * head - side * down * head * 0.5, to[1] - down * head + side * right * head * 0.5]
        };
        let points = vec![from, to, barb(1.0), to, barb(-1.0)];
        let stroke = self.draft.stroke(self.draft.scene.theme.ink, 1.6);
        self.panel.over.push(Shape::Path { points, stroke });
    }
}
