//! The scatter of AI models: score by cost on a logarithmic axis, the cost frontier as of the
//! event and just before its newest member, every point named.
//!
//! Names stand beside their points; those that find no room are numbered and listed under the
//! chart. Models without a disclosed cost stand on the rail.

pub use super::scores::{cost_column, cost_key, score_column, score_name};

use super::annotate;
use super::draft::Draft;
use super::figure::{Anchor, Axis, AxisScale, Mark, Panel, PanelKind, Rect, Shape, Stroke, Subject, Tick};
use super::key::{Key, Keyed};
use super::legend::{Legend, frontier_strokes};
use super::market::{LEAST_PLOT, value_ticks};
use super::misfit::Part;
use super::model_points::{Field, ModelPoint};
use super::place::{Ground, Item, Placed, place};
use super::rail;
use super::scores::{axes_text, cost_axis_text};
use super::ticks::{Steps, checked, logarithmic, usable};
use super::typography::Hand;
use crate::model::{AnnotatedChart, Unit};
use crate::text::{Weight, measure};

/// How often names that find no room are moved to the key before giving up.
const ROUNDS: usize = 16;

/// Share of the height that the plot keeps before the legend is shortened.
const PLOT_SHARE: f64 = 0.6;
/// The same in a file, which has no pointer to ask for a name that is left out, and the share
/// that names in the key may push it to.
const PRINT_SHARES: [f64; 2] = [0.5, 0.42];
/// Area under which a scatter has a short key, in squares of its label size.
const SHORT_AREA: f64 = 1100.0;
/// Most lines of a key under a scatter with little room.
const SHORT_KEY: usize = 2;
/// Most that such a scatter gives for names before its points, as a share of its costs.
const MOST_BEFORE: f64 = 0.2;
/// Room above the plot for the topmost tick's text.
const TOP: f64 = 4.0;
/// Height in points from which the window says what the axes measure.
const CAPTIONED: f64 = 180.0;

/// The scatter in that rectangle and, if a cost is not disclosed, the rail beside it.
pub(super) fn panels(draft: &Draft<'_>, outer: Rect, heading: &str) -> Vec<Panel> {
    let heading_lines = draft.heading_lines(heading, outer.width);
    let rect = draft.under_heading(outer, heading_lines.len());
    let mut panels = match Field::of(draft) {
        Some(field) if !field.points.is_empty() => scatter(draft, &field, rect),
        _ => vec![empty(draft, rect)],
    };
    if let Some(panel) = panels.first_mut() {
        panel.labels.extend(draft.heading(&heading_lines, outer));
        annotate::draw(draft, panel, AnnotatedChart::Models);
    }
    panels
}

fn empty(draft: &Draft<'_>, rect: Rect) -> Panel {
    let axis = |scale| Axis { scale, range: [0.0, 1.0], ticks: Vec::new() };
    let mut panel = bare(rect, axis(AxisScale::Log10), axis(AxisScale::Linear));
    let open = draft.scene.data.models.is_some();
    say(draft, &mut panel, if open { "chart-models-no-score" } else { "chart-models-empty" });
    panel
}

fn bare(plot: Rect, x: Axis, y: Axis) -> Panel {
    let plot = Rect { width: plot.width.max(1.0), height: plot.height.max(1.0), ..plot };
    let kind = PanelKind::Models;
    Panel { kind, plot, x, y, under: Vec::new(), marks: Vec::new(), over: Vec::new(), labels: Vec::new() }
}

fn say(draft: &Draft<'_>, panel: &mut Panel, key: &str) {
    let hand = draft.quiet();
    let text = hand.fit(&draft.text(key), panel.plot.width);
    let middle = [panel.plot.x + panel.plot.width / 2.0, panel.plot.y + panel.plot.height / 2.0];
    panel.labels.push(hand.set(&text, middle, Anchor::Middle));
}

fn scatter(draft: &Draft<'_>, field: &Field<'_>, rect: Rect) -> Vec<Panel> {
    let y = score_axis(draft, field, [rect.width, rect.height]);
    let room = Room::of(draft, field, rect, &y);
    let x = cost_axis(draft, field, &room);
    let shown: Vec<(usize, &ModelPoint)> = field
        .points
        .iter()
        .enumerate()
        .filter(|(_, point)| {
            let inside = |range: [f64; 2], value: f64| value >= range[0] && value <= range[1];
            inside(y.range, point.score) && point.cost.is_some_and(|cost| inside(x.range, cost))
        })
        .collect();
    let mut keyed = Keyed::new(room.short);
    for round in 0..ROUNDS {
        let legend = room.legend(draft, field, &keyed.key(draft, field));
        if round + 1 < ROUNDS && keyed.thin(field, legend.listed) {
            continue;
        }
        let plot = room.plot(legend.height());
        let mut panel = bare(plot, x.clone(), y.clone());
        let rail = (room.rail > 0.0).then(|| rail::panel(draft, field, room.rail_plot(plot), &y));
        let names = Names::of(draft, field, &panel, &shown, &keyed);
        let places = names.place(draft, &panel, &staircases(field, &panel));
        let over = rail.as_ref().map(|(_, over)| over.clone()).unwrap_or_default();
        if round + 1 < ROUNDS && keyed.grow(&names.numbering(), &places, over) {
            continue;
        }
        draft.need(Part::PlotWidth, draft.sizes.label * LEAST_PLOT[0], plot.width);
        draft.need(Part::PlotHeight, draft.sizes.label * LEAST_PLOT[1], plot.height);
        draw(draft, field, &mut panel, &shown);
        names.set(draft, &mut panel, &places);
        let (shapes, labels) = legend.set(draft, room.legend_rect(plot));
        panel.over.extend(shapes);
        panel.labels.extend(labels);
        cost_ticks(draft, field, &mut panel, rect);
        return std::iter::once(panel).chain(rail.map(|(panel, _)| panel)).collect();
    }
    Vec::new()
}

/// Rectangles of the scatter's parts.
struct Room {
    rect: Rect,
    /// Whether it has little room, where a long key would take the plot's place.
    short: bool,
    left: f64,
    rail: f64,
    gap: f64,
    ticks: f64,
}

impl Room {
    fn of(draft: &Draft<'_>, field: &Field<'_>, rect: Rect, score: &Axis) -> Self {
        let widest = score.ticks.iter().map(|tick| draft.quiet().width(&tick.text)).fold(0.0, f64::max);
        let label = draft.sizes.label;
        Self {
            rect,
            short: is_short(draft, [rect.width, rect.height]),
            left: (widest + draft.px(10.0)).min(rect.width * 0.3),
            rail: rail::width(draft, field, rect.width),
            gap: draft.px(14.0),
            ticks: label * if draft.print || rect.height >= CAPTIONED { 3.7 } else { 2.0 },
        }
    }

    fn plot(&self, legend: f64) -> Rect {
        let top = self.rect.y + TOP;
        let rail = if self.rail > 0.0 { self.rail + self.gap } else { 0.0 };
        Rect {
            x: self.rect.x + self.left,
            y: top,
            width: (self.rect.width - self.left - rail).max(1.0),
            height: (self.rect.bottom() - top - self.ticks - legend).max(1.0),
        }
    }

    fn rail_plot(&self, plot: Rect) -> Rect {
        Rect { x: plot.right() + self.gap, width: self.rail, ..plot }
    }

    fn legend(&self, draft: &Draft<'_>, field: &Field<'_>, key: &Key) -> Legend {
        let all: Vec<&ModelPoint> = field.points.iter().collect();
        let shares = if draft.print { PRINT_SHARES } else { [PLOT_SHARE; 2] };
        let [room, most] = shares.map(|share| self.rect.height * (1.0 - share) - self.ticks - TOP);
        let lines = if self.short { SHORT_KEY } else { usize::MAX };
        Legend::of(draft, field, &all, (key, lines), [self.rect.width, room, most])
    }

    fn legend_rect(&self, plot: Rect) -> Rect {
        let y = plot.bottom() + self.ticks;
        Rect { x: self.rect.x, y, width: self.rect.width, height: (self.rect.bottom() - y).max(0.0) }
    }
}

/// Whether a pair leaves a scatter of that width and height little room.
fn is_short(draft: &Draft<'_>, [width, height]: [f64; 2]) -> bool {
    draft.headed && width * height < draft.sizes.label.powi(2) * SHORT_AREA
}

fn score_axis(draft: &Draft<'_>, field: &Field<'_>, [width, height]: [f64; 2]) -> Axis {
    let wanted = draft.view.models.and_then(|[_, score]| checked(score));
    let range = wanted.unwrap_or_else(|| {
        let scores = field.points.iter().map(|point| point.score);
        let [low, high] = usable(scores).unwrap_or([0.0, 1.0]);
        // Room for a line of words over the topmost point and under the lowest.
        let words = draft.sizes.small * 2.2 / height.max(1.0);
        let span = high - low;
        let pad = span * if draft.print { words.clamp(0.07, 0.16) } else { 0.07 };
        // A low plot needs a larger share for that line.
        let over =
            if is_short(draft, [width, height]) { span * (words / PRINT_SHARES[1]).min(0.24) } else { pad };
        [low - pad, high + over.max(pad)]
    });
    let steps = Steps::of(range, (height / (draft.sizes.label * 4.5)).clamp(2.0, 8.0) as usize);
    let unit = field.table.column(field.score).map_or(Unit::None, |column| column.unit);
    let words = draft.scene.words;
    let text = |value: f64| match unit {
        Unit::Fraction => words.percent(value, steps.decimals.saturating_sub(2)),
        _ => words.number(value, steps.decimals),
    };
    let ticks = steps.within(range).into_iter().map(|at| Tick { at, text: text(at) }).collect();
    Axis { scale: AxisScale::Linear, range, ticks }
}

fn cost_axis(draft: &Draft<'_>, field: &Field<'_>, room: &Room) -> Axis {
    let wanted = draft.view.models.and_then(|[cost, _]| checked(cost));
    let found = usable(field.points.iter().filter_map(|point| point.cost));
    let range = wanted.unwrap_or_else(|| {
        let [low, high] = found.unwrap_or([-1.0, 1.0]);
        let pad = ((high - low) * 0.07).max(0.12);
        let range = [low - pad, high + pad];
        if room.short { with_room_before(draft, field, room, range) } else { range }
    });
    let ticks = if found.is_some() { dollar_ticks(draft, range, room) } else { Vec::new() };
    Axis { scale: AxisScale::Log10, range, ticks }
}

/// The range with room left of the frontier's members for their names, as far as that costs the
/// other points little: on the right of a member runs its line.
fn with_room_before(draft: &Draft<'_>, field: &Field<'_>, room: &Room, range: [f64; 2]) -> [f64; 2] {
    let [low, high] = range;
    let width = room.plot(0.0).width;
    let hand = Hand::semibold(draft.sizes.small, draft.scene.theme.ink);
    let members = field.frontier.iter().filter_map(|place| field.points.get(*place));
    let lows = members.filter_map(|point| {
        let needs = hand.width(field.label(point)) + draft.px(5.5 + 2.0 + 6.0 + 2.0);
        let from = (point.cost? * width - needs * high) / (width - needs);
        (needs < width && low - from <= (high - low) * MOST_BEFORE).then_some(from)
    });
    [lows.fold(low, f64::min), high]
}

/// The finest round costs whose texts stand well apart; where those are fewer than three, the
/// most that have room at all.
fn dollar_ticks(draft: &Draft<'_>, range: [f64; 2], room: &Room) -> Vec<Tick> {
    let hand = draft.quiet();
    let width = room.plot(0.0).width;
    let words = draft.scene.words;
    let labelled = |choice: &[(f64, f64)], gap: f64| -> (Vec<Tick>, bool) {
        let (mut kept, mut taken, mut all) = (Vec::new(), f64::NEG_INFINITY, true);
        for (at, usd) in choice {
            let tick = Tick { at: *at, text: words.dollars(*usd) };
            let x = (at - range[0]) / (range[1] - range[0]) * width;
            let half = hand.width(&tick.text) / 2.0;
            if x - half < -room.left || x + half > width + draft.px(6.0) {
                continue;
            }
            if x - half <= taken {
                all = false;
                continue;
            }
            taken = x + half + gap;
            kept.push(tick);
        }
        (kept, all)
    };
    let choices = logarithmic(range);
    let airy = choices.iter().map(|choice| labelled(choice, draft.sizes.label * 1.6)).find(|(_, all)| *all);
    let airy = airy.map(|(ticks, _)| ticks).unwrap_or_default();
    if airy.len() >= 3 {
        return airy;
    }
    let close = choices.iter().map(|choice| labelled(choice, draft.px(6.0)));
    let even = close.filter(|(_, all)| *all).map(|(ticks, _)| ticks);
    // The first of the longest: the finer one.
    let most = even.reduce(|best, next| if next.len() > best.len() { next } else { best });
    most.filter(|ticks| ticks.len() > airy.len()).unwrap_or(airy)
}

/// Vertical grid lines, costs under them, and what they measure.
fn cost_ticks(draft: &Draft<'_>, field: &Field<'_>, panel: &mut Panel, rect: Rect) {
    let hand = draft.quiet();
    let baseline = panel.plot.bottom() + draft.px(5.0) + hand.size * 1.1;
    for tick in panel.x.ticks.clone() {
        let x = panel.place([tick.at, 0.0])[0];
        let points = vec![[x, panel.plot.y], [x, panel.plot.bottom()]];
        panel.under.push(Shape::Path { points, stroke: draft.grid() });
        panel.labels.push(hand.set(&tick.text, [x, baseline], Anchor::Middle));
    }
    value_ticks(draft, panel);
    if !draft.print && rect.height < CAPTIONED {
        return;
    }
    let hand = draft.small();
    // From where the plot begins to the far edge.
    let [from, room] = if draft.mirrored {
        [panel.plot.right(), panel.plot.right() - rect.x]
    } else {
        [panel.plot.x, rect.right() - panel.plot.x]
    };
    let at = [from, baseline + draft.sizes.label * 1.45];
    let fits = |text: &str| hand.width(text) <= room;
    let text = Some(cost_axis_text(draft, field.table)).filter(|text| draft.print && fits(text));
    let text = text.unwrap_or_else(|| axes_text(draft, field.table, field.score, fits));
    panel.labels.push(hand.set(&hand.fit(&text, room), at, draft.start()));
}

/// Segments of both frontiers in pixels.
fn staircases(field: &Field<'_>, panel: &Panel) -> Vec<[[f64; 2]; 2]> {
    let members = field.before.iter().map(|(_, members)| members).chain([&field.frontier]);
    members
        .flat_map(|members| {
            let corners = field.stairs(members, panel.x.range[1]);
            let corners: Vec<[f64; 2]> = corners.into_iter().map(|at| panel.place(at)).collect();
            corners.windows(2).filter_map(|pair| Some([*pair.first()?, *pair.last()?])).collect::<Vec<_>>()
        })
        .collect()
}

/// Frontiers, then points: those after the event first, what is pointed at last.
fn draw(draft: &Draft<'_>, field: &Field<'_>, panel: &mut Panel, shown: &[(usize, &ModelPoint)]) {
    let [solid, dashed] = frontier_strokes(draft);
    let to = panel.x.range[1];
    let line = |runs: Vec<[f64; 2]>, stroke: Stroke| Mark::Line {
        subject: None,
        runs: vec![runs],
        stroke,
        marker: None,
    };
    if let Some((_, members)) = &field.before {
        panel.marks.push(line(field.stairs(members, to), dashed));
    }
    if !field.frontier.is_empty() {
        panel.marks.push(line(field.stairs(&field.frontier, to), solid));
    }
    let mut order: Vec<&ModelPoint> = shown.iter().map(|(_, point)| *point).collect();
    order.sort_by_key(|point| (draft.view.highlight == Some(Subject::Model(point.row)), !point.later));
    for point in order {
        if let Some(cost) = point.cost {
            panel.marks.push(Field::mark(draft, point, cost));
            panel.over.extend(Field::dot(draft, panel, point, cost));
        }
    }
    if field.points.iter().all(|point| point.cost.is_none()) {
        say(draft, panel, "chart-models-no-cost");
    }
}

/// The names of the points in view, or their numbers in the key.
struct Names<'f> {
    entries: Vec<(usize, &'f ModelPoint, String, Hand, bool)>,
    items: Vec<Item>,
    /// All points in view, named or not.
    points: Vec<[f64; 2]>,
}

impl<'f> Names<'f> {
    fn of(
        draft: &Draft<'_>,
        field: &Field<'_>,
        panel: &Panel,
        shown: &[(usize, &'f ModelPoint)],
        keyed: &Keyed,
    ) -> Self {
        let points = shown.iter().filter_map(|(_, point)| Some(panel.place([point.cost?, point.score])));
        let mut names = Self { entries: Vec::new(), items: Vec::new(), points: points.collect() };
        for (place, point) in shown.iter().filter(|(place, _)| !keyed.bare.contains(place)) {
            let Some(cost) = point.cost else { continue };
            let number = keyed.numbered.iter().position(|other| other == place);
            let text = match number {
                Some(number) => draft.scene.words.number((number + 1) as f64, 0),
                None => field.label(point).to_owned(),
            };
            let near = field.distance(*place);
            let member = field.frontier.contains(place);
            let lit = draft.view.highlight == Some(Subject::Model(point.row));
            let faint = point.organisation.is_none() || point.later;
            let color = if faint { draft.scene.theme.muted } else { point.color };
            let weight = if member || lit { Weight::Semibold } else { Weight::Regular };
            let hand = Hand { size: draft.sizes.small, weight, color };
            let extent = measure(&text, hand.size, weight);
            names.items.push(Item {
                at: panel.place([cost, point.score]),
                radius: draft.px(5.5),
                size: [extent.width + draft.px(6.0), hand.size * 1.2],
                // Where room is short what the scatter tells comes before what it shows besides.
                rank: match (lit, keyed.is_short()) {
                    (true, _) => 0,
                    (false, true) => near,
                    (false, false) => usize::from(!member),
                },
            });
            names.entries.push((*place, point, text, hand, number.is_some()));
        }
        names
    }

    /// Place in the field of each name, and whether it is a number.
    fn numbering(&self) -> Vec<(usize, bool)> {
        self.entries.iter().map(|entry| (entry.0, entry.4)).collect()
    }

    fn place(&self, draft: &Draft<'_>, panel: &Panel, lines: &[[[f64; 2]; 2]]) -> Vec<Option<Placed>> {
        let half = draft.px(5.5 + 1.5);
        let points = self.points.iter();
        let boxes: Vec<Rect> = points
            .map(|[x, y]| Rect { x: x - half, y: y - half, width: 2.0 * half, height: 2.0 * half })
            .collect();
        let ground = Ground { bounds: panel.plot, points: &boxes, lines, gap: draft.px(2.0) };
        place(&self.items, &ground)
    }

    fn set(&self, draft: &Draft<'_>, panel: &mut Panel, places: &[Option<Placed>]) {
        for ((_, point, text, hand, _), found) in self.entries.iter().zip(places) {
            let Some(found) = found else { continue };
            if let Some([from, to]) = found.leader {
                let stroke = draft.stroke(Field::ink(draft, point).faded(0.7), 1.1);
                panel.over.push(Shape::Path { points: vec![from, to], stroke });
            }
            let baseline = found.rect.y + found.rect.height / 2.0 + hand.centre();
            let subject = Subject::Model(point.row);
            let middle = found.rect.x + found.rect.width / 2.0;
            panel.labels.push(hand.name(text, [middle, baseline], Anchor::Middle, subject));
        }
    }
}
