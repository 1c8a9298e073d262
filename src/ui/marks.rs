//! Marks of a figure as items of `egui_plot`, and its shapes and labels as paint.
//!
//! Everything that is drawn comes finished from the figure; this file only changes types.

use std::ops::RangeInclusive;
use std::sync::Arc;

use eframe::egui::epaint::{PathShape, TextShape};
use eframe::egui::{self, Align2, Color32, Mesh, Painter, Pos2, Rect, Shape, Stroke, Ui, Vec2, pos2, vec2};
use egui_plot::{PlotBounds, PlotGeometry, PlotItem, PlotItemBase, PlotPoint, PlotTransform};

use super::bidi;
use super::plot::differs;
use super::style::{color32, font, stroke32};
use crate::chart::figure::{self, Anchor, AxisName, Label, Mark, Marker, Panel};
use crate::chart::readout::LineStyle;

/// The marks of a panel as one item of a plot.
pub struct Marks<'a> {
    base: PlotItemBase,
    panel: &'a Panel,
    origin: Pos2,
    triangles: Option<&'a [Arc<Mesh>]>,
}

impl<'a> Marks<'a> {
    /// Wraps the marks of a panel, in a region that starts at `origin`, with the triangles that are
    /// kept of them, if any are.
    #[must_use]
    pub fn new(panel: &'a Panel, origin: Pos2, triangles: Option<&'a [Arc<Mesh>]>) -> Self {
        Self { base: PlotItemBase::new(String::new()), panel, origin, triangles }
    }
}

impl PlotItem for Marks<'_> {
    fn shapes(&self, _ui: &Ui, transform: &PlotTransform, shapes: &mut Vec<Shape>) {
        let Panel { x, y, marks, .. } = self.panel;
        let bounds = transform.bounds();
        let moved = (0..2).zip([x, y]).any(|(axis, own)| {
            let shown = [bounds.min(), bounds.max()].map(|ends| ends.get(axis).copied().unwrap_or(f64::NAN));
            differs(shown, own.range)
        });
        if let Some(triangles) = self.triangles.filter(|_| !moved) {
            shapes.extend(triangles.iter().cloned().map(Shape::Mesh));
            return;
        }
        let place = |at: [f64; 2]| transform.position_from_point(&PlotPoint::new(at[0], at[1]));
        for mark in marks {
            mark_shapes(mark, self.panel, self.origin, &place, shapes);
        }
    }

    fn initialize(&mut self, _x_range: RangeInclusive<f64>) {}

    fn color(&self) -> Color32 {
        Color32::TRANSPARENT
    }

    fn geometry(&self) -> PlotGeometry<'_> {
        PlotGeometry::None
    }

    fn bounds(&self) -> PlotBounds {
        PlotBounds::NOTHING
    }

    fn base(&self) -> &PlotItemBase {
        &self.base
    }

    fn base_mut(&mut self) -> &mut PlotItemBase {
        &mut self.base
    }
}

/// The shapes of one mark of a panel, in a region that starts at `origin`; `place` says where values
/// are on the screen.
pub fn mark_shapes(
    mark: &Mark,
    panel: &Panel,
    origin: Pos2,
    place: &dyn Fn([f64; 2]) -> Pos2,
    shapes: &mut Vec<Shape>,
) {
    match mark {
        Mark::Line { runs, stroke, marker, .. } => {
            for run in runs {
                let points: Vec<Pos2> = run.iter().copied().map(place).collect();
                path(points, stroke, shapes);
            }
            let Some(marker) = marker else { return };
            let (radius, fill) = (stroke.marker_radius() as f32, color32(stroke.color));
            for [x, y] in panel.marker_places(runs, stroke) {
                let at = origin + vec2(x as f32, y as f32);
                shapes.push(dot(at, *marker, radius, fill, Stroke::NONE));
            }
        }
        Mark::Bar { x, y, fill, .. } => {
            let rect = Rect::from_two_pos(place([x[0], y[0]]), place([x[1], y[1]]));
            shapes.push(Shape::rect_filled(rect, 1.0, color32(*fill)));
        }
        Mark::Point { at, .. } if !panel.shows(panel.place(*at)) => {}
        Mark::Point { at, shape, radius, fill, stroke, .. } => {
            let fill = fill.map_or(Color32::TRANSPARENT, color32);
            let stroke = stroke.as_ref().map_or(Stroke::NONE, stroke32);
            shapes.push(dot(place(*at), *shape, *radius as f32, fill, stroke));
        }
        Mark::Rule { axis, at, stroke, .. } => {
            let frame = screen_rect(origin, &panel.plot);
            let points = match axis {
                AxisName::X => {
                    let x = place([*at, panel.y.range[0]]).x;
                    vec![pos2(x, frame.top()), pos2(x, frame.bottom())]
                }
                AxisName::Y => {
                    let y = place([panel.x.range[0], *at]).y;
                    vec![pos2(frame.left(), y), pos2(frame.right(), y)]
                }
            };
            path(points, stroke, shapes);
        }
    }
}

/// How far beyond the screen a dashed line is followed, in points: dashes are made one by one, and
/// in a chart that is enlarged a line may go on for ever.
const BEYOND: f32 = 16_000.0;

/// The part of a segment between two points inside a square around the origin.
fn within_reach(from: Pos2, to: Pos2) -> Option<[Pos2; 2]> {
    if !(from.is_finite() && to.is_finite()) {
        return None;
    }
    let beyond = f64::from(BEYOND);
    let [from, to] = [from, to].map(|at| [f64::from(at.x), f64::from(at.y)]);
    let steps = [to[0] - from[0], to[1] - from[1]];
    let mut shares = [0.0_f64, 1.0];
    for (start, step) in from.into_iter().zip(steps) {
        if step == 0.0 {
            if start.abs() > beyond {
                return None;
            }
            continue;
        }
        let ends = [(-beyond - start) / step, (beyond - start) / step];
        shares = [shares[0].max(ends[0].min(ends[1])), shares[1].min(ends[0].max(ends[1]))];
    }
    let at = |share: f64| pos2((from[0] + steps[0] * share) as f32, (from[1] + steps[1] * share) as f32);
    (shares[0] <= shares[1]).then(|| shares.map(at))
}

fn path(points: Vec<Pos2>, stroke: &figure::Stroke, shapes: &mut Vec<Shape>) {
    let pen = stroke32(stroke);
    if stroke.dash.is_empty() {
        shapes.push(Shape::line(points, pen));
        return;
    }
    let dashes: Vec<f32> = stroke.dash.iter().step_by(2).map(|length| *length as f32).collect();
    let gaps: Vec<f32> = stroke.dash.iter().skip(1).step_by(2).map(|length| *length as f32).collect();
    if dashes.len() == gaps.len() {
        let far = points.iter().any(|at| !at.is_finite() || at.x.abs().max(at.y.abs()) > BEYOND);
        if !far {
            Shape::dashed_line_many_with_offset(&points, pen, &dashes, &gaps, 0.0, shapes);
            return;
        }
        for pair in points.windows(2) {
            if let [from, to] = *pair
                && let Some(part) = within_reach(from, to)
            {
                Shape::dashed_line_many_with_offset(&part, pen, &dashes, &gaps, 0.0, shapes);
            }
        }
    } else {
        shapes.push(Shape::line(points, pen));
    }
}

fn dot(at: Pos2, marker: Marker, radius: f32, fill: Color32, stroke: Stroke) -> Shape {
    let corner = |x: f32, y: f32| at + vec2(x, y) * radius;
    let corners = match marker {
        Marker::Circle => {
            return Shape::Circle(egui::epaint::CircleShape { center: at, radius, fill, stroke });
        }
        Marker::Square => {
            vec![corner(-0.9, -0.9), corner(0.9, -0.9), corner(0.9, 0.9), corner(-0.9, 0.9)]
        }
        Marker::Diamond => vec![corner(0.0, -1.2), corner(1.2, 0.0), corner(0.0, 1.2), corner(-1.2, 0.0)],
        Marker::Triangle => vec![corner(0.0, -1.1), corner(1.1, 0.9), corner(-1.1, 0.9)],
        _ => marker.corners().iter().map(|[right, down]| corner(*right as f32, *down as f32)).collect(),
    };
    Shape::Path(PathShape::convex_polygon(corners, fill, stroke))
}

/// Paints shapes in figure pixels, moved by the region's corner.
pub fn paint_shapes(painter: &Painter, origin: Pos2, shapes: &[figure::Shape]) {
    let place = |at: [f64; 2]| origin + vec2(at[0] as f32, at[1] as f32);
    let mut out = Vec::with_capacity(shapes.len());
    for shape in shapes {
        match shape {
            figure::Shape::Fill { rect, color } => {
                out.push(Shape::rect_filled(screen_rect(origin, rect), 0.0, color32(*color)));
            }
            figure::Shape::Path { points, stroke } => {
                path(points.iter().copied().map(place).collect(), stroke, &mut out);
            }
            figure::Shape::Dot { at, shape, radius, fill, stroke } => {
                let fill = fill.map_or(Color32::TRANSPARENT, color32);
                let stroke = stroke.as_ref().map_or(Stroke::NONE, stroke32);
                out.push(dot(place(*at), *shape, *radius as f32, fill, stroke));
            }
            // A logo belongs to sheets that leave the house; a figure for the window has none.
            figure::Shape::Image { .. } => {}
        }
    }
    painter.extend(out);
}

/// Paints texts at their baselines.
pub fn paint_labels(painter: &Painter, origin: Pos2, labels: &[Label]) {
    for label in labels {
        let color = color32(label.color);
        let galley = bidi::line(painter, &label.text, font(label.size as f32, label.weight), color);
        let baseline = galley
            .rows
            .first()
            .map_or(0.0, |row| row.pos.y + row.glyphs.first().map_or(row.size.y * 0.8, |glyph| glyph.pos.y));
        let align = match label.anchor {
            Anchor::Left => Align2::LEFT_TOP,
            Anchor::Middle => Align2::CENTER_TOP,
            Anchor::Right => Align2::RIGHT_TOP,
        };
        let at = origin + vec2(label.at[0] as f32, label.at[1] as f32 - baseline);
        let rect = align.anchor_size(at, Vec2::new(galley.size().x, 0.0));
        painter.add(TextShape::new(rect.min, galley, color));
    }
}

/// A figure rectangle on the screen.
#[must_use]
pub fn screen_rect(origin: Pos2, rect: &figure::Rect) -> Rect {
    Rect::from_min_size(
        origin + vec2(rect.x as f32, rect.y as f32),
        vec2(rect.width as f32, rect.height as f32),
    )
}

/// A short sample of a line as the chart draws it, with its marker in the middle.
pub fn sample_line(from: Pos2, to: Pos2, style: &LineStyle, shapes: &mut Vec<Shape>) {
    path(vec![from, to], &style.stroke, shapes);
    if let Some(marker) = style.marker {
        let radius = (2.0 * style.stroke.width) as f32;
        shapes.push(dot(from.lerp(to, 0.5), marker, radius, color32(style.stroke.color), Stroke::NONE));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dashed_line_that_goes_far_is_followed_only_as_far_as_it_is_seen() {
        let color = crate::chart::Theme::built_in(crate::chart::ThemeName::Light).ink;
        let stroke = figure::Stroke { color, width: 1.0, dash: vec![4.0, 3.0] };
        for far in [1e5, 1e12, 1e30, f32::INFINITY, f32::NAN] {
            let mut shapes = Vec::new();
            path(vec![pos2(-far, 50.0), pos2(100.0, 50.0), pos2(100.0, far)], &stroke, &mut shapes);
            assert!(shapes.len() < 6 * BEYOND as usize / 7, "{far}: {}", shapes.len());
            assert_eq!(shapes.is_empty(), !far.is_finite(), "{far}: nothing is guessed of no place");
        }
        let inside = within_reach(pos2(-1e12, 50.0), pos2(100.0, 50.0)).unwrap();
        assert!((inside[0].x + BEYOND).abs() < 2.0 && inside[1] == pos2(100.0, 50.0), "{inside:?}");
        assert_eq!(within_reach(pos2(0.0, 1e6), pos2(10.0, 1e6)), None);
        let mut near = Vec::new();
        path(vec![pos2(0.0, 0.0), pos2(70.0, 0.0)], &stroke, &mut near);
        assert_eq!(near.len(), 10);
    }
}
