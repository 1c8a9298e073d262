//! The scatter of AI models: score by cost on a logarithmic axis, the cost frontier as of the
//! event and just before its newest member, every point named.
//!
//! Names stand beside their points; those that find no room are numbered and listed under the
//! chart. Models without a disclosed cost stand on the rail.

pub use super::scores::{cost_column, cost_key, score_column, score_name};

use super::annotate;
use super::draft::Draft;
use super::figure::{Anchor, Axis, AxisScale, Mark, Panel, PanelKind, Rect, Shape, Stroke, Subject};
use super::key::{Key, Keyed};
use super::legend::Legend;
use super::legend_signs::{fit_strokes, frontier_strokes};
use super::market::{LEAST_PLOT, value_ticks};
use super::misfit::Part;
use super::model_points::{Field, ModelPoint};
use super::point_names::{CROWD, Names, silent};
use super::rail;
use super::scatter_axes::{cost_axis, score_axis};
use super::scores::{axes_text, cost_axis_text};
use crate::model::AnnotatedChart;

/// How often names that find no room are moved to the key before giving up.
const ROUNDS: usize = 16;

/// Share of the height that the plot keeps before the legend is shortened.
const PLOT_SHARE: f64 = 0.6;
/// The same in a file, which has no pointer to ask for a name that is left out, and the share
/// that names in the key may push it to.
pub(super) const PRINT_SHARES: [f64; 2] = [0.5, 0.42];
/// Area under which a scatter has a short key, in squares of its label size.
const SHORT_AREA: f64 = 1100.0;
/// Most lines of a key under a scatter with little room.
const SHORT_KEY: usize = 2;
/// Most that such a scatter gives for names before its points, as a share of its costs.
pub(super) const MOST_BEFORE: f64 = 0.2;
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
    if let Some(height) = draft.view.moving {
        return moving(draft, field, &room, (x, y), (&shown, height));
    }
    let probe = bare(room.plot(0.0), x.clone(), y.clone());
    let is_crowd = field.points.len() > CROWD;
    let mut keyed = Keyed::new(room.short, is_crowd.then(|| silent(draft, field, &probe, &shown)));
    for round in 0..ROUNDS {
        let mut legend = room.legend(draft, field, &keyed.key(draft, field));
        if round + 1 < ROUNDS && keyed.thin(field, legend.listed) {
            continue;
        }
        let plot = room.plot(legend.height());
        let mut panel = bare(plot, x.clone(), y.clone());
        let rail = (room.rail > 0.0).then(|| rail::panel(draft, field, room.rail_plot(plot), &y));
        let names = Names::of(draft, field, &panel, &shown, &keyed);
        let places = names.place(draft, &panel, &obstacles(draft, field, &panel, &shown));
        let over = rail.as_ref().map(|(_, over)| over.clone()).unwrap_or_default();
        if is_crowd {
            // Names without room are only counted, which changes no height.
            keyed.count(&names.numbering(), &places, over.len());
            legend = room.legend(draft, field, &keyed.key(draft, field));
        } else if round + 1 < ROUNDS && keyed.grow(&names.numbering(), &places, over) {
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

/// The scatter while its ranges move: the plot as high as it was, and no names, whose places take a
/// search.
fn moving(
    draft: &Draft<'_>,
    field: &Field<'_>,
    room: &Room,
    (x, y): (Axis, Axis),
    (shown, height): (&[(usize, &ModelPoint)], f64),
) -> Vec<Panel> {
    let legend = room.legend(draft, field, &Key { names: Vec::new(), more: 0 });
    let plot = Rect { height: height.max(1.0), ..room.plot(0.0) };
    let rail = (room.rail > 0.0).then(|| rail::panel(draft, field, room.rail_plot(plot), &y));
    let mut panel = bare(plot, x, y);
    draw(draft, field, &mut panel, shown);
    let (shapes, labels) = legend.set(draft, room.legend_rect(plot));
    panel.over.extend(shapes);
    panel.labels.extend(labels);
    cost_ticks(draft, field, &mut panel, room.rect);
    std::iter::once(panel).chain(rail.map(|(panel, _)| panel)).collect()
}

/// Rectangles of the scatter's parts.
pub(super) struct Room {
    rect: Rect,
    /// Whether it has little room, where a long key would take the plot's place.
    pub short: bool,
    /// Room left of the plot for scores.
    pub left: f64,
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

    /// The plot over a legend of that height.
    pub fn plot(&self, legend: f64) -> Rect {
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
pub(super) fn is_short(draft: &Draft<'_>, [width, height]: [f64; 2]) -> bool {
    draft.headed && width * height < draft.sizes.label.powi(2) * SHORT_AREA
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
    let text = Some(cost_axis_text(draft, field)).filter(|text| draft.print && fits(text));
    let text = text.unwrap_or_else(|| axes_text(draft, field, fits));
    panel.labels.push(hand.set(&hand.fit(&text, room), at, draft.start()));
}

/// Segments in pixels that names keep away from: both frontiers, the fitted line, intervals.
fn obstacles(
    draft: &Draft<'_>,
    field: &Field<'_>,
    panel: &Panel,
    shown: &[(usize, &ModelPoint)],
) -> Vec<[[f64; 2]; 2]> {
    let members = field.before.iter().map(|(_, members)| members).chain([&field.frontier]);
    let stairs = members.map(|members| field.stairs(members, panel.x.range));
    let fitted = fit_runs(draft, field).into_iter().flatten();
    let bars = shown.iter().filter_map(|(_, point)| {
        let ([low, high], x) = (point.interval?, point.cost?);
        Some(vec![[x, low], [x, high]])
    });
    stairs
        .chain(fitted)
        .chain(bars)
        .flat_map(|corners| {
            let corners: Vec<[f64; 2]> = corners.into_iter().map(|at| panel.place(at)).collect();
            corners.windows(2).filter_map(|pair| Some([*pair.first()?, *pair.last()?])).collect::<Vec<_>>()
        })
        .collect()
}

/// Pieces of the ends of the fitted line's interval.
const FIT_PIECES: usize = 24;

/// The fitted line, then the ends of its interval, in plot space.
fn fit_runs(draft: &Draft<'_>, field: &Field<'_>) -> Option<[Vec<[f64; 2]>; 3]> {
    let fit = field.fit(draft)?;
    let [low, high] = fit.range;
    let at = |side: f64, pieces: usize| -> Vec<[f64; 2]> {
        let x = |piece: usize| low + (high - low) * piece as f64 / pieces as f64;
        (0..=pieces).map(|piece| [x(piece), fit.at(x(piece)) + side * fit.half_width(x(piece))]).collect()
    };
    Some([at(0.0, 1), at(-1.0, FIT_PIECES), at(1.0, FIT_PIECES)])
}

/// Frontiers and fitted line, then points: those after the date first, what is pointed at last.
fn draw(draft: &Draft<'_>, field: &Field<'_>, panel: &mut Panel, shown: &[(usize, &ModelPoint)]) {
    let [solid, dashed] = frontier_strokes(draft);
    let line = |runs: Vec<[f64; 2]>, stroke: Stroke| Mark::Line {
        subject: None,
        runs: vec![runs],
        stroke,
        marker: None,
    };
    if let Some([middle, lower, upper]) = fit_runs(draft, field) {
        let [stroke, ends] = fit_strokes(draft);
        panel.marks.push(line(lower, ends.clone()));
        panel.marks.push(line(upper, ends));
        panel.marks.push(line(middle, stroke));
    }
    if let Some((_, members)) = &field.before {
        panel.marks.push(line(field.stairs(members, panel.x.range), dashed));
    }
    if !field.frontier.is_empty() {
        panel.marks.push(line(field.stairs(&field.frontier, panel.x.range), solid));
    }
    let mut order: Vec<&ModelPoint> = shown.iter().map(|(_, point)| *point).collect();
    order.sort_by_key(|point| (draft.view.highlight == Some(Subject::Model(point.row)), !point.later));
    for point in order {
        if let Some(cost) = point.cost {
            panel.marks.extend(Field::bar(draft, point, cost));
            panel.marks.push(field.mark(draft, point, cost));
            panel.over.extend(Field::dot(draft, panel, point, cost));
        }
    }
    if field.points.iter().all(|point| point.cost.is_none()) {
        say(draft, panel, "chart-models-no-cost");
    }
}
