//! Lays a figure out: title and subtitle on top, source and note at the bottom, panels between.
//!
//! The one entrance of this layer. A pure function: the same scene, view and medium give the
//! same figure.

use super::captions::{self, caption};
use super::draft::Draft;
use super::figure::{Anchor, Caption, Figure, FigureKind, Label, Panel, Rect, Shape};
use super::typography::Hand;
use super::{Medium, Scene, View, market, models, moves};
use crate::text::Weight;

/// Smallest and largest side of a figure in pixels; what lies outside is drawn at the limit.
const SIDES: [f64; 2] = [1.0, 20_000.0];
/// Share of the height that words above and below may take together.
const MOST_WORDS: f64 = 0.34;

/// Builds a figure of that kind.
#[must_use]
pub fn build(kind: FigureKind, scene: &Scene<'_>, view: &View, medium: &Medium) -> Figure {
    let side = |length: f64| if length.is_finite() { length.clamp(SIDES[0], SIDES[1]) } else { SIDES[0] };
    let [width, height] = medium.size();
    let size = [side(width), side(height)];
    let medium = match medium {
        Medium::Print { .. } => Medium::Print { size },
        Medium::Window { .. } => Medium::Window { size },
    };
    let draft = Draft::new(scene, view, &medium);
    let draft = Draft { headed: draft.print && kind == FigureKind::Pair, ..draft };
    let mut figure = Figure {
        kind,
        size,
        background: scene.theme.background,
        panels: Vec::new(),
        shapes: Vec::new(),
        labels: Vec::new(),
        caption: caption(&draft, kind),
    };
    let body = if draft.print {
        frame(&draft, &mut figure)
    } else {
        let edge = 4.0_f64.min(size[0] / 4.0).min(size[1] / 4.0);
        Rect { x: edge, y: edge, width: size[0] - 2.0 * edge, height: size[1] - 2.0 * edge }
    };
    figure.panels = panels(&draft, kind, body);
    figure
}

fn panels(draft: &Draft<'_>, kind: FigureKind, body: Rect) -> Vec<Panel> {
    let market = |rect| market::panel(draft, rect, &captions::market_heading(draft));
    let moves = |rect| moves::panel(draft, rect, &captions::moves_heading(draft));
    let models = |rect| models::panels(draft, rect, &captions::models_heading(draft));
    match kind {
        FigureKind::Market => vec![market(body)],
        FigureKind::Moves => vec![moves(body)],
        FigureKind::Models => models(body),
        FigureKind::Pair => {
            let [over, under, beside] = pair(draft, body);
            let mut panels = match draft.event() {
                Some(_) => vec![market(over), moves(under)],
                // Nothing to rank: the lines take the room of the bars.
                None => vec![market(Rect { height: under.bottom() - over.y, ..over })],
            };
            panels.extend(models(beside));
            panels
        }
    }
}

/// The three parts of a pair: market over moves, models beside them or, in a tall figure, under.
fn pair(draft: &Draft<'_>, body: Rect) -> [Rect; 3] {
    let gap = draft.px(34.0).min(body.height * 0.05);
    if body.width > body.height * 1.15 {
        let between = draft.px(56.0).min(body.width * 0.06);
        // A square gives the scatter more, so that the names on its rail stay whole.
        let share = if body.width > body.height * 1.5 { 0.58 } else { 0.54 };
        let left = (body.width - between) * share;
        let top = (body.height - gap) * 0.56;
        return [
            Rect { width: left, height: top, ..body },
            Rect { y: body.y + top + gap, width: left, height: body.height - top - gap, ..body },
            Rect { x: body.x + left + between, width: body.width - left - between, ..body },
        ];
    }
    let room = (body.height - 2.0 * gap).max(1.0);
    let (market, moves) = (room * 0.36, room * 0.25);
    let below = body.y + market + gap;
    let last = below + moves + gap;
    [
        Rect { height: market, ..body },
        Rect { y: below, height: moves, ..body },
        Rect { y: last, height: (body.bottom() - last).max(1.0), ..body },
    ]
}

/// Lines of words with the distance between their baselines.
struct Block {
    lines: Vec<String>,
    hand: Hand,
    leading: f64,
}

impl Block {
    fn of(hand: Hand, leading: f64, text: &str, width: f64, at_most: usize) -> Self {
        Self { lines: hand.lines(text, width, at_most), hand, leading }
    }

    fn height(&self) -> f64 {
        self.lines.len() as f64 * self.hand.size * self.leading
    }

    /// Labels from that top edge down, and the edge under them.
    fn set(&self, x: f64, top: f64) -> (Vec<Label>, f64) {
        let step = self.hand.size * self.leading;
        let labels = self.lines.iter().enumerate().map(|(line, text)| {
            let baseline = top + line as f64 * step + self.hand.size * 0.95;
            self.hand.set(text, [x, baseline], Anchor::Left)
        });
        (labels.collect(), top + self.height())
    }
}

/// Title and subtitle, source and note, and the rule over the latter.
struct Frame {
    title: Block,
    subtitle: Block,
    note: Block,
    source: Block,
}

impl Frame {
    fn of(draft: &Draft<'_>, caption: &Caption, width: f64, lines: [usize; 4]) -> Self {
        let theme = draft.scene.theme;
        let title = Hand { size: draft.sizes.title, weight: Weight::Semibold, color: theme.ink };
        let subtitle = Hand::regular(draft.sizes.section, theme.muted);
        let small = draft.small();
        let brand = small.width(BRAND) + draft.px(24.0);
        let [title_lines, subtitle_lines, note_lines, source_lines] = lines;
        Self {
            title: Block::of(title, 1.2, &caption.title, width, title_lines),
            subtitle: Block::of(subtitle, 1.35, &caption.subtitle, width, subtitle_lines),
            note: Block::of(small, 1.42, &caption.note, width, note_lines),
            source: Block::of(small, 1.42, &caption.source, width - brand, source_lines),
        }
    }

    fn height(&self) -> f64 {
        self.title.height() + self.subtitle.height() + self.note.height() + self.source.height()
    }
}

/// The program's name, at the foot of a figure.
const BRAND: &str = "Richter";

/// Sets the words around the panels and gives the room between them. In a small figure the
/// note goes first, then the source and the subtitle.
fn frame(draft: &Draft<'_>, figure: &mut Figure) -> Rect {
    let [width, height] = figure.size;
    let margin = draft.px(64.0).min(width * 0.034).max(2.0_f64.min(width / 4.0));
    let inner = (width - 2.0 * margin).max(1.0);
    let choices =
        [[2, 2, 5, 3], [2, 2, 4, 2], [2, 2, 2, 1], [2, 1, 1, 1], [2, 1, 0, 0], [1, 0, 0, 0], [0; 4]];
    let most = height * MOST_WORDS;
    let caption = &figure.caption;
    let frames = choices.into_iter().map(|lines| Frame::of(draft, caption, inner, lines));
    let mut chosen = None;
    for frame in frames {
        let fits = frame.height() <= most;
        chosen = Some(frame);
        if fits {
            break;
        }
    }
    let Some(frame) = chosen else { return Rect { x: 0.0, y: 0.0, width, height } };
    let (title, below_title) = frame.title.set(margin, margin * 0.8);
    let gap = if frame.subtitle.lines.is_empty() { 0.0 } else { draft.px(4.0) };
    let (subtitle, below) = frame.subtitle.set(margin, below_title + gap);
    let foot = frame.note.height() + frame.source.height();
    let mut bottom = height - margin * 0.6;
    if foot > 0.0 {
        let top = bottom - foot;
        let (note, below_note) = frame.note.set(margin, top);
        let (source, _) = frame.source.set(margin, below_note);
        let rule = top - draft.px(12.0);
        figure.shapes.push(Shape::Path {
            points: vec![[margin, rule], [width - margin, rule]],
            stroke: draft.stroke(draft.scene.theme.rule, 1.3),
        });
        let hand = Hand::semibold(draft.sizes.small, draft.scene.theme.faint);
        let last = source.last().or(note.last()).map_or(bottom, |label| label.at[1]);
        figure.labels.extend(note);
        figure.labels.extend(source);
        figure.labels.push(hand.set(BRAND, [width - margin, last], Anchor::Right));
        bottom = rule - draft.px(18.0);
    }
    figure.labels.splice(0..0, title.into_iter().chain(subtitle));
    let top = below + draft.px(26.0).min(height * 0.04);
    Rect { x: margin, y: top, width: inner, height: (bottom - top).max(1.0) }
}
