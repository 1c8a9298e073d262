//! Room for the words of the user's notes: how their lines may break, where each may stand, and
//! which of these places they take together.
//!
//! A place lies inside the plot and covers no words and no points; of those that are left, one on
//! little ink is better. The search among them is that of the points' labels.

use super::annotate::{Reach, least_arrow};
use super::draft::Draft;
use super::figure::{AxisName, Mark, Panel, Rect, Shape};
use super::place::{Placed, arrange, crosses};
use super::typography::{Hand, bounds};
use super::wording::worded;
use crate::text::without_isolates;

/// Widest words in label sizes with the share of the plot that they may take, the best first.
const WIDTHS: [[f64; 2]; 5] = [[17.0, 0.46], [12.0, 0.32], [24.0, 0.7], [9.0, 0.24], [40.0, 0.94]];
/// Most lines of one note.
const MOST_LINES: usize = 12;
/// Least width in label sizes of words that are fitted into a stretch.
const LEAST_STRETCH: f64 = 6.0;
/// Places along a line or a stretch, as shares of the room, the best first.
const SHARES: [f64; 15] =
    [0.0, 1.0, 0.25, 0.75, 0.5, 0.125, 0.875, 0.375, 0.625, 0.06, 0.94, 0.19, 0.81, 0.31, 0.69];
/// Directions from a place, and how far words stand from it: in steps, growing outwards.
const DIRECTIONS: u32 = 16;
const RINGS: usize = 16;
const GROWTH: f64 = 1.28;
/// How far words without an arrow may stand from their place, in label sizes.
const NEAR: f64 = 9.0;
/// What another break of the lines costs, in places further down the list, and what each cell of
/// ink costs where it matters.
const COSTS: [f64; 2] = [5.0, 0.35];
/// The same for a point under an arrow.
const OVER_POINT: f64 = 12.0;

/// Distance between words and what they belong to.
pub(super) fn gap(draft: &Draft<'_>) -> f64 {
    draft.sizes.label * 0.5
}

/// Lines of words with the size of their box.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Setting {
    pub lines: Vec<String>,
    pub hand: Hand,
    pub size: [f64; 2],
}

impl Setting {
    /// Distance of lines in their size.
    pub const LEADING: f64 = 1.25;
    /// Edge around the lines as a share of [`gap`].
    pub const PAD: f64 = 0.35;
}

/// Words with the places that they may take, the best first.
pub(super) struct Wish {
    /// How their lines may break.
    pub settings: Vec<Setting>,
    /// Whether they are too many for any.
    pub overfull: bool,
    choices: Vec<Choice>,
}

/// A place with the setting that stands there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice {
    pub placed: Placed,
    pub setting: usize,
}

/// How the words of a note may break, the best first; none for no words. The flag says whether
/// there are words that no setting holds.
pub(super) fn settings(draft: &Draft<'_>, plot: Rect, text: &str, reach: Reach) -> (Vec<Setting>, bool) {
    let text = worded(draft, Some(&text.to_owned()), String::new);
    let text = text.trim();
    if text.is_empty() {
        return (Vec::new(), false);
    }
    let hand = Hand::regular(draft.sizes.label, draft.scene.theme.ink);
    let mut all = broken(draft, plot, text, reach, hand);
    if draft.sizes.small < hand.size {
        all.extend(broken(draft, plot, text, reach, hand.sized(draft.sizes.small)));
    }
    let overfull = all.is_empty();
    (all, overfull)
}

/// The same in one size.
fn broken(draft: &Draft<'_>, plot: Rect, text: &str, reach: Reach, hand: Hand) -> Vec<Setting> {
    let pad = gap(draft) * Setting::PAD;
    let most = plot.width - 2.0 * pad - 0.5;
    let longest = text.split_whitespace().map(|word| hand.width(word)).fold(0.0, f64::max) + 0.5;
    let stretch = match reach {
        Reach::Dates(band) => Some(band.width - 2.0 * gap(draft)),
        _ => None,
    };
    let own = stretch.filter(|width| *width >= longest && *width >= hand.size * LEAST_STRETCH);
    let widths = WIDTHS.map(|[sizes, share]| (hand.size * sizes).min(plot.width * share));
    let mut settings: Vec<Setting> = Vec::new();
    for width in own.into_iter().chain(widths).map(|width| width.max(longest).min(most)) {
        let lines = hand.balanced(text, width, MOST_LINES);
        let widest = lines.iter().map(|line| hand.width(line)).fold(0.0, f64::max);
        let height = lines.len() as f64 * hand.size * Setting::LEADING;
        let size = [widest + 2.0 * pad, height + 2.0 * pad];
        let fits = size[0] <= plot.width && size[1] <= plot.height && is_whole(text, &lines);
        if fits && settings.iter().all(|known| known.lines != lines) {
            settings.push(Setting { lines, hand, size });
        }
    }
    settings
}

/// Whether lines hold all words, none of them broken.
fn is_whole(text: &str, lines: &[String]) -> bool {
    let set = lines.join(" ");
    let [text, set] = [text, set.as_str()].map(without_isolates);
    text.split_whitespace().eq(set.split_whitespace())
}

/// Whether a line of a panel, its grid among them, runs under a rectangle.
pub(super) fn is_drawn_on(panel: &Panel, rect: &Rect) -> bool {
    let grid = panel.under.iter().filter_map(|shape| match shape {
        Shape::Path { points, .. } => Some(points.iter().zip(points.iter().skip(1))),
        _ => None,
    });
    grid.flatten().any(|(from, to)| crosses([*from, *to], rect))
        || pieces(panel).iter().any(|(piece, _)| crosses(*piece, rect))
}

/// What words must not cover.
pub(super) struct Obstacles {
    words: Vec<Rect>,
    points: Vec<Rect>,
}

impl Obstacles {
    /// Words, points and keys of a panel.
    pub fn of(panel: &Panel) -> Self {
        let square = |[x, y]: [f64; 2], radius: f64| Rect {
            x: x - radius,
            y: y - radius,
            width: 2.0 * radius,
            height: 2.0 * radius,
        };
        let points = panel.marks.iter().filter_map(|mark| match mark {
            Mark::Point { at, radius, .. } => Some(square(panel.place(*at), *radius)),
            _ => None,
        });
        let keys = panel.over.iter().filter_map(|shape| match shape {
            Shape::Dot { at, radius, .. } => Some(square(*at, *radius)),
            Shape::Fill { rect, .. } | Shape::Image { rect, .. } => Some(*rect),
            Shape::Path { .. } => None,
        });
        let within = |rect: &Rect| rect.meets(&panel.plot);
        Self {
            words: panel.labels.iter().map(bounds).filter(within).collect(),
            points: points.chain(keys).filter(within).collect(),
        }
    }

    /// The words among them.
    pub fn words(&self) -> &[Rect] {
        &self.words
    }

    fn clear_of(&self, rect: &Rect) -> bool {
        !self.words.iter().chain(&self.points).any(|taken| taken.meets(rect))
    }

    /// How many points an arrow runs over beside the one that it ends at; `None` where it runs over
    /// words that it does not end at.
    fn run_over(&self, arrow: [[f64; 2]; 2]) -> Option<usize> {
        let [_, [x, y]] = arrow;
        let ends_in = |rect: &Rect| rect.x <= x && x <= rect.right() && rect.y <= y && y <= rect.bottom();
        let over = |rect: &Rect| crosses(arrow, rect) && !ends_in(rect);
        (!self.words.iter().any(over)).then(|| self.points.iter().copied().filter(over).count())
    }
}

/// Where a plot is drawn on: weights of drawn cells, summed from the top left corner, so that those
/// under any rectangle are four look-ups. Words across a rule seem to belong to it, so that it weighs
/// more than a line of the data.
pub(super) struct Ink {
    plot: Rect,
    cell: f64,
    columns: usize,
    sums: Vec<f64>,
}

impl Ink {
    /// The lines of a panel in square cells.
    pub fn of(panel: &Panel, cell: f64) -> Self {
        let plot = panel.plot;
        let count = |length: f64| ((length / cell).ceil() as usize).clamp(1, 400);
        let (columns, rows) = (count(plot.width), count(plot.height));
        let mut drawn = vec![0.0_f64; columns * rows];
        for ([from, to], weight) in pieces(panel) {
            let steps = ((to[0] - from[0]).hypot(to[1] - from[1]) / (cell * 0.5)).ceil().clamp(1.0, 2000.0);
            for step in 0..=steps as usize {
                let share = step as f64 / steps;
                let [x, y] = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
                if !panel.shows([x, y]) {
                    continue;
                }
                let column = (((x - plot.x) / cell) as usize).min(columns - 1);
                let row = (((y - plot.y) / cell) as usize).min(rows - 1);
                if let Some(slot) = drawn.get_mut(row * columns + column) {
                    *slot = slot.max(weight);
                }
            }
        }
        let width = columns + 1;
        let mut sums = vec![0.0; width * (rows + 1)];
        for (row, cells) in drawn.chunks(columns).enumerate() {
            let mut along = 0.0;
            for (column, weight) in cells.iter().enumerate() {
                along += weight;
                let above = sums.get(row * width + column + 1).copied().unwrap_or(0.0);
                if let Some(sum) = sums.get_mut((row + 1) * width + column + 1) {
                    *sum = above + along;
                }
            }
        }
        Self { plot, cell, columns, sums }
    }

    /// Weight of what is drawn under a rectangle.
    fn under(&self, rect: &Rect) -> f64 {
        let rows = self.sums.len() / (self.columns + 1) - 1;
        let place =
            |length: f64, most: usize| (length / self.cell).max(0.0).round().min(most as f64) as usize;
        let columns = [rect.x, rect.right()].map(|x| place(x - self.plot.x, self.columns));
        let rows = [rect.y, rect.bottom()].map(|y| place(y - self.plot.y, rows));
        let sum = |row: usize, column: usize| {
            self.sums.get(row * (self.columns + 1) + column).copied().unwrap_or(0.0)
        };
        sum(rows[1], columns[1]) - sum(rows[0], columns[1]) - sum(rows[1], columns[0])
            + sum(rows[0], columns[0])
    }
}

/// Weight of a rule beside that of a line of the data.
const RULE: f64 = 3.0;

/// Pieces of the panel's lines in pixels, each with its weight: those of the data, rules, and what is
/// drawn over them.
fn pieces(panel: &Panel) -> Vec<([[f64; 2]; 2], f64)> {
    let plot = panel.plot;
    let mut found = Vec::new();
    for mark in &panel.marks {
        match mark {
            Mark::Line { runs, .. } => {
                let pairs = runs.iter().flat_map(|run| run.iter().zip(run.iter().skip(1)));
                found.extend(pairs.map(|(from, to)| ([panel.place(*from), panel.place(*to)], 1.0)));
            }
            Mark::Rule { axis: AxisName::X, at, .. } => {
                let [x, _] = panel.place([*at, 0.0]);
                found.push(([[x, plot.y], [x, plot.bottom()]], RULE));
            }
            Mark::Rule { axis: AxisName::Y, at, .. } => {
                let [_, y] = panel.place([0.0, *at]);
                found.push(([[plot.x, y], [plot.right(), y]], 1.0));
            }
            Mark::Bar { .. } | Mark::Point { .. } => {}
        }
    }
    for shape in &panel.over {
        if let Shape::Path { points, .. } = shape {
            found.extend(points.iter().zip(points.iter().skip(1)).map(|(from, to)| ([*from, *to], RULE)));
        }
    }
    found
}

impl Wish {
    /// The clear places of a note's words.
    pub fn new(
        draft: &Draft<'_>,
        plot: Rect,
        reach: Reach,
        (settings, overfull): (Vec<Setting>, bool),
        obstacles: &Obstacles,
        ink: &Ink,
    ) -> Self {
        let field = Field { plot, gap: gap(draft), step: draft.sizes.label * 0.7 };
        // Where the user put words counts more than what lines run under them.
        let [other, inked] = COSTS;
        let inked = if matches!(reach, Reach::Point { .. }) { inked * 0.2 } else { inked };
        let mut found: Vec<(f64, Choice)> = Vec::new();
        for (place, setting) in settings.iter().enumerate() {
            for (order, rect) in field.boxes(reach, setting.size).into_iter().enumerate() {
                if !field.holds(&rect) || !obstacles.clear_of(&rect) {
                    continue;
                }
                let (leader, over) = match reach {
                    Reach::Point { to: Some(to), .. } => {
                        let arrow = Field::arrow(&rect, to, least_arrow(draft));
                        let run = arrow.and_then(|arrow| Some((arrow, obstacles.run_over(arrow)?)));
                        let Some((arrow, over)) = run else { continue };
                        (Some(arrow), over as f64 * OVER_POINT)
                    }
                    _ => (None, 0.0),
                };
                let order = if matches!(reach, Reach::Point { .. }) { order / 4 } else { order };
                let cost = place as f64 * other + order as f64 + over + ink.under(&rect) * inked;
                found.push((cost, Choice { placed: Placed { rect, leader }, setting: place }));
            }
        }
        found.sort_by(|(a, _), (b, _)| a.total_cmp(b));
        Self { settings, overfull, choices: found.into_iter().map(|(_, choice)| choice).collect() }
    }
}

/// The place that each takes, so that no two meet.
pub(super) fn places(wishes: &[Wish]) -> Vec<Option<Choice>> {
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    order.sort_by_key(|place| wishes.get(*place).map_or(0, |wish| wish.choices.len()));
    let choices = wishes.iter().map(|wish| wish.choices.iter().map(|choice| choice.placed).collect());
    let chosen = arrange(choices.collect(), &order);
    wishes.iter().zip(chosen).map(|(wish, chosen)| wish.choices.get(chosen?).copied()).collect()
}

/// The plot that words are placed in.
struct Field {
    plot: Rect,
    gap: f64,
    step: f64,
}

impl Field {
    fn holds(&self, rect: &Rect) -> bool {
        let plot = self.plot;
        // Sums of lengths differ in their last digits.
        let slack = 0.01;
        rect.x >= plot.x - slack
            && rect.right() <= plot.right() + slack
            && rect.y >= plot.y - slack
            && rect.bottom() <= plot.bottom() + slack
    }

    /// Boxes of that size for a note, the best first; not all of them are free.
    fn boxes(&self, reach: Reach, [width, height]: [f64; 2]) -> Vec<Rect> {
        let boxed = |[x, y]: [f64; 2]| Rect { x, y, width, height };
        let gap = self.gap;
        let levels = Self::along(self.plot.y, self.plot.height, height, gap * 0.3);
        let columns = Self::along(self.plot.x, self.plot.width, width, gap * 0.5);
        let places: Vec<[f64; 2]> = match reach {
            Reach::Point { at, to } => self.around(at, [width, height], to.is_some()),
            Reach::Down(x) => {
                let sides = [x + gap * 0.6, x - gap * 0.6 - width];
                levels.into_iter().flat_map(|y| sides.map(|x| [x, y])).collect()
            }
            Reach::Across(y) => {
                let sides = [y - gap * 0.3 - height, y + gap * 0.3, y - gap * 1.6 - height, y + gap * 1.6];
                sides.into_iter().flat_map(|y| columns.map(|x| [x, y])).collect()
            }
            Reach::Dates(band) => {
                let middle = band.x + (band.width - width) / 2.0;
                let middle = middle.clamp(self.plot.x, (self.plot.right() - width).max(self.plot.x));
                let beside = [band.right() + gap * 0.4, band.x - gap * 0.4 - width];
                // Wider words begin or end with the stretch before they stand beside it.
                let inside = [middle, band.x + gap * 0.5, band.right() - gap * 0.5 - width];
                let sides = [inside.as_slice(), &beside].concat();
                levels.into_iter().flat_map(|y| sides.iter().map(move |x| [*x, y])).collect()
            }
            Reach::Values(band) => {
                let inside = [band.y + gap * 0.3, band.bottom() - gap * 0.3 - height];
                let beside = [band.y - gap * 0.3 - height, band.bottom() + gap * 0.3];
                let rows = if height + gap * 0.6 <= band.height {
                    [inside, beside].concat()
                } else {
                    [beside, inside].concat()
                };
                rows.into_iter().flat_map(|y| columns.map(|x| [x, y])).collect()
            }
        };
        places.into_iter().map(boxed).collect()
    }

    /// Places of a length inside a longer one.
    fn along(from: f64, room: f64, length: f64, edge: f64) -> [f64; SHARES.len()] {
        let room = (room - length).max(0.0);
        let edge = edge.min(room / 2.0);
        SHARES.map(|share| from + edge + (room - 2.0 * edge) * share)
    }

    /// Corners of boxes whose middle is a place, then of those further and further from it, moved
    /// into the plot.
    fn around(&self, at: [f64; 2], [width, height]: [f64; 2], far: bool) -> Vec<[f64; 2]> {
        let plot = self.plot;
        let inside = |[x, y]: [f64; 2]| {
            [x.min(plot.right() - width).max(plot.x), y.min(plot.bottom() - height).max(plot.y)]
        };
        let mut places = vec![inside([at[0] - width / 2.0, at[1] - height / 2.0])];
        let mut distance = self.step;
        for _ in 0..RINGS {
            if !far && distance > NEAR * self.step {
                break;
            }
            for turn in 0..DIRECTIONS {
                let (down, right) =
                    (f64::from(turn) / f64::from(DIRECTIONS) * std::f64::consts::TAU).sin_cos();
                let middle = [at[0] + right * distance * 1.4, at[1] + down * distance];
                places.push(inside([middle[0] - width / 2.0, middle[1] - height / 2.0]));
            }
            distance = (distance * GROWTH).max(distance + self.step * 0.5);
        }
        places
    }

    /// From the edge of a box to a place outside it, where that is far enough for an arrow.
    fn arrow(rect: &Rect, to: [f64; 2], least: f64) -> Option<[[f64; 2]; 2]> {
        let from = [to[0].clamp(rect.x, rect.right()), to[1].clamp(rect.y, rect.bottom())];
        let length = (to[0] - from[0]).hypot(to[1] - from[1]);
        (length >= least).then_some([from, to])
    }
}
