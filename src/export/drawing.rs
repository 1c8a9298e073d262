//! A figure as a list of drawing primitives, the one thing that every writer of files draws.
//!
//! Marks become outlines in figure pixels, words become placed glyphs, clipped neighbours become
//! one group; every length is rounded to a hundredth of a pixel here, so that no two formats can
//! round differently. [`draw`] walks the list and tells a [`Canvas`] what to draw, in order. It must
//! not know any format.

use std::sync::Arc;

use crate::chart::figure::{
    Anchor, AxisName, Color, Figure, Label, Mark, Marker, Panel, PanelKind, Picture, Rect, Shape, Stroke,
    Subject,
};
use crate::text::{self, Glyph, Weight};

/// How far marks may reach over the edge of the plot, so that a line along it shows its whole width.
const CLIP_MARGIN_PX: f64 = 2.0;

/// One thing to draw. Lengths in figure pixels, y downwards.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Primitive {
    /// Things that belong together.
    Group(Group),
    /// An outline, filled, stroked or both.
    Outline(Outline),
    /// A line of text.
    Line(Line),
    /// A picture that fills its rectangle.
    Picture(Rect, Arc<Picture>),
}

/// Primitives of one panel, or those that end at the edge of a plot.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Group {
    /// The panel that they make up.
    pub(super) panel: Option<PanelKind>,
    /// Nothing of them shows outside of it.
    pub(super) clip: Option<Rect>,
    /// The primitives in order.
    pub(super) content: Vec<Primitive>,
}

/// A form with its paint.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Outline {
    /// Where its edge runs.
    pub(super) form: Form,
    /// What is inside, none for nothing.
    pub(super) fill: Option<Color>,
    /// What runs along the edge.
    pub(super) stroke: Option<Stroke>,
    /// What it shows.
    pub(super) subject: Option<Subject>,
}

/// Where an outline runs.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Form {
    /// An upright rectangle.
    Rect(Rect),
    /// A circle.
    Circle {
        /// Its centre.
        center: [f64; 2],
        /// Its radius.
        radius: f64,
    },
    /// Straight lines, one run after the other; no run is empty and every place is finite.
    Path {
        /// Corners of each run.
        runs: Vec<Vec<[f64; 2]>>,
        /// Whether the last corner is joined to the first.
        closed: bool,
    },
}

/// A line of text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    /// The words in logical order, without line breaks.
    pub(super) text: String,
    /// Left end of the baseline.
    pub(super) left: [f64; 2],
    /// Point on the baseline at which the line is anchored.
    pub(super) at: [f64; 2],
    /// What of the line is at that point.
    pub(super) anchor: Anchor,
    /// Font size.
    pub(super) size: f64,
    /// Font weight.
    pub(super) weight: Weight,
    /// Colour.
    pub(super) color: Color,
    /// What it names.
    pub(super) subject: Option<Subject>,
    /// Its glyphs in visual order, in em from the left end.
    pub(super) glyphs: Vec<Glyph>,
}

/// What draws primitives: a writer of one format.
pub(super) trait Canvas {
    /// Begins a group; what follows belongs to it.
    fn open(&mut self, group: &Group);
    /// Ends the group begun last.
    fn close(&mut self, group: &Group);
    /// Draws an outline.
    fn outline(&mut self, outline: &Outline);
    /// Draws a line of text.
    fn line(&mut self, line: &Line);
    /// Draws a picture over its rectangle.
    fn picture(&mut self, rect: Rect, picture: &Picture);
}

/// Draws primitives in their order.
pub(super) fn draw(primitives: &[Primitive], canvas: &mut impl Canvas) {
    for primitive in primitives {
        match primitive {
            Primitive::Group(group) => {
                canvas.open(group);
                draw(&group.content, canvas);
                canvas.close(group);
            }
            Primitive::Outline(outline) => canvas.outline(outline),
            Primitive::Line(line) => canvas.line(line),
            Primitive::Picture(rect, picture) => canvas.picture(*rect, picture),
        }
    }
}

/// The figure's primitives in drawing order. A background that shows nothing is left out.
pub(super) fn drawing(figure: &Figure) -> Vec<Primitive> {
    figure.fonts.scope(|| {
        let [width, height] = figure.size;
        let mut list = Vec::new();
        if figure.background.0[3] > 0 {
            let rect = Rect { x: 0.0, y: 0.0, width, height };
            list.push(outlined(Form::Rect(rounded(rect)), Some(figure.background), None, None));
        }
        list.extend(figure.shapes.iter().filter_map(shape));
        list.extend(figure.panels.iter().map(panel));
        list.extend(figure.labels.iter().map(line));
        list
    })
}

fn panel(panel: &Panel) -> Primitive {
    let mut content: Vec<Primitive> = panel.under.iter().filter_map(shape).collect();
    content.extend(marks(panel));
    content.extend(panel.over.iter().filter_map(shape));
    content.extend(panel.labels.iter().map(line));
    Primitive::Group(Group { panel: Some(panel.kind), clip: None, content })
}

/// The marks in their order. Neighbours that are clipped share one clipped group.
fn marks(panel: &Panel) -> Vec<Primitive> {
    let mut list: Vec<Primitive> = Vec::new();
    for (primitive, clipped) in panel.marks.iter().flat_map(|mark| drawn(panel, mark)) {
        if !clipped {
            list.push(primitive);
            continue;
        }
        match list.last_mut() {
            Some(Primitive::Group(group)) => group.content.push(primitive),
            _ => list.push(Primitive::Group(Group {
                panel: None,
                clip: Some(clip(panel.plot)),
                content: vec![primitive],
            })),
        }
    }
    list
}

/// Where marks of a plot show. Along x it is exact, so that no line runs beyond the last session.
fn clip(plot: Rect) -> Rect {
    rounded(Rect { y: plot.y - CLIP_MARGIN_PX, height: plot.height + 2.0 * CLIP_MARGIN_PX, ..plot })
}

/// The primitives of a mark, each with whether it ends at the edge of the plot. Points are drawn
/// whole or not at all.
fn drawn(panel: &Panel, mark: &Mark) -> Vec<(Primitive, bool)> {
    match mark {
        Mark::Line { subject, runs, stroke, marker } => {
            line_marks(panel, subject.as_ref(), runs, stroke, *marker)
        }
        Mark::Bar { subject, x: [from_x, to_x], y: [from_y, to_y], fill } => {
            let bar = between(panel.place([*from_x, *from_y]), panel.place([*to_x, *to_y]));
            vec![(outlined(Form::Rect(rounded(bar)), Some(*fill), None, Some(subject)), true)]
        }
        Mark::Point { subject, at, shape, radius, fill, stroke } => {
            let place = panel.place(*at);
            if !panel.shows(place) {
                return Vec::new();
            }
            vec![(outlined(dot(*shape, place, *radius), *fill, stroke.as_ref(), Some(subject)), false)]
        }
        Mark::Rule { subject, axis, at, stroke } => {
            let ends = match axis {
                AxisName::X => panel.y.range.map(|y| [*at, y]),
                AxisName::Y => panel.x.range.map(|x| [x, *at]),
            };
            let rule = path(ends.into_iter().map(|end| panel.place(end)));
            let rule = rule.map(|form| (outlined(form, None, Some(stroke), subject.as_ref()), true));
            rule.into_iter().collect()
        }
    }
}

fn line_marks(
    panel: &Panel,
    subject: Option<&Subject>,
    runs: &[Vec<[f64; 2]>],
    stroke: &Stroke,
    marker: Option<Marker>,
) -> Vec<(Primitive, bool)> {
    let mut list = Vec::new();
    let joined = runs.iter().filter(|run| run.len() > 1);
    let joined: Vec<Vec<[f64; 2]>> =
        joined.flat_map(|run| stretches(run.iter().map(|point| panel.place(*point)))).collect();
    if !joined.is_empty() {
        let form = Form::Path { runs: joined, closed: false };
        list.push((outlined(form, None, Some(stroke), subject), true));
    }
    let point = |shape, place, radius| outlined(dot(shape, place, radius), Some(stroke.color), None, subject);
    // A value between two gaps has no neighbour to be joined to and would not be seen.
    for run in runs {
        if let [lone] = run.as_slice() {
            list.push((point(Marker::Circle, panel.place(*lone), stroke.width), true));
        }
    }
    if let Some(marker) = marker {
        let places = panel.marker_places(runs, stroke);
        list.extend(places.into_iter().map(|place| (point(marker, place, stroke.marker_radius()), false)));
    }
    list
}

fn shape(shape: &Shape) -> Option<Primitive> {
    match shape {
        Shape::Fill { rect, color } => Some(outlined(Form::Rect(rounded(*rect)), Some(*color), None, None)),
        Shape::Path { points, stroke } => {
            Some(outlined(path(points.iter().copied())?, None, Some(stroke), None))
        }
        Shape::Dot { at, shape, radius, fill, stroke } => {
            Some(outlined(dot(*shape, *at, *radius), *fill, stroke.as_ref(), None))
        }
        Shape::Image { rect, picture } => {
            Some(Primitive::Picture(rounded(fitted(*rect, picture.size)), Arc::clone(picture)))
        }
    }
}

/// The largest rectangle of a picture's proportions in the middle of another.
fn fitted(rect: Rect, [width, height]: [f64; 2]) -> Rect {
    let scale = (rect.width / width).min(rect.height / height);
    let [width, height] = [width * scale, height * scale];
    Rect { x: rect.x + (rect.width - width) / 2.0, y: rect.y + (rect.height - height) / 2.0, width, height }
}

fn line(label: &Label) -> Primitive {
    // Offsets of glyphs count bytes of this text, and a line break would count as one space.
    let text = label.text.replace(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'), " ");
    let (glyphs, width_em) = text::shape(&text, label.weight);
    let [x, y] = label.at;
    let left = match label.anchor {
        Anchor::Left => x,
        Anchor::Middle => x - width_em * label.size / 2.0,
        Anchor::Right => x - width_em * label.size,
    };
    Primitive::Line(Line {
        text,
        left: hundredths([left, y]),
        at: hundredths([x, y]),
        anchor: label.anchor,
        size: hundredth(label.size),
        weight: label.weight,
        color: label.color,
        subject: label.subject.clone(),
        glyphs,
    })
}

fn outlined(
    form: Form,
    fill: Option<Color>,
    stroke: Option<&Stroke>,
    subject: Option<&Subject>,
) -> Primitive {
    let stroke = stroke.map(|stroke| Stroke {
        color: stroke.color,
        width: hundredth(stroke.width),
        dash: stroke.dash.iter().map(|length| hundredth(*length)).collect(),
    });
    Primitive::Outline(Outline { form, fill, stroke, subject: subject.cloned() })
}

/// The form through points, none if no point is a place.
fn path(points: impl Iterator<Item = [f64; 2]>) -> Option<Form> {
    let runs = stretches(points);
    (!runs.is_empty()).then_some(Form::Path { runs, closed: false })
}

/// Points in runs; one that is no place ends the run there.
fn stretches(points: impl Iterator<Item = [f64; 2]>) -> Vec<Vec<[f64; 2]>> {
    let mut runs: Vec<Vec<[f64; 2]>> = Vec::new();
    let mut begins = true;
    for point in points {
        if !point.iter().all(|length| length.is_finite()) {
            begins = true;
            continue;
        }
        match runs.last_mut() {
            Some(run) if !begins => run.push(hundredths(point)),
            _ => runs.push(vec![hundredths(point)]),
        }
        begins = false;
    }
    runs
}

fn between(first: [f64; 2], second: [f64; 2]) -> Rect {
    let [left, top] = [first[0].min(second[0]), first[1].min(second[1])];
    Rect { x: left, y: top, width: (first[0] - second[0]).abs(), height: (first[1] - second[1]).abs() }
}

/// A point of one shape around its centre; `radius` is half its width.
fn dot(shape: Marker, at: [f64; 2], radius: f64) -> Form {
    let [x, y] = at;
    let corners = |corners: &[[f64; 2]]| {
        let run = corners.iter().map(|[right, down]| hundredths([x + right * radius, y + down * radius]));
        Form::Path { runs: vec![run.collect()], closed: true }
    };
    match shape {
        Marker::Circle => Form::Circle { center: hundredths(at), radius: hundredth(radius) },
        Marker::Square => Form::Rect(rounded(Rect {
            x: x - radius,
            y: y - radius,
            width: 2.0 * radius,
            height: 2.0 * radius,
        })),
        _ => corners(shape.corners()),
    }
}

/// A length to a hundredth of a pixel. What is no number becomes 0, which at the worst is a mark in
/// the wrong place rather than a file that nothing opens.
fn hundredth(length: f64) -> f64 {
    if length.is_finite() { (length * 100.0).round() / 100.0 } else { 0.0 }
}

fn hundredths(place: [f64; 2]) -> [f64; 2] {
    place.map(hundredth)
}

fn rounded(rect: Rect) -> Rect {
    let [x, y, width, height] = [rect.x, rect.y, rect.width, rect.height].map(hundredth);
    Rect { x, y, width, height }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_that_is_none_breaks_the_line() {
        for (points, expected) in [
            (vec![], vec![]),
            (vec![[1.0, 2.0], [3.004, 4.0]], vec![vec![[1.0, 2.0], [3.0, 4.0]]]),
            (
                vec![[1.0, 2.0], [3.0, f64::NAN], [5.0, 6.0], [7.0, 8.0]],
                vec![vec![[1.0, 2.0]], vec![[5.0, 6.0], [7.0, 8.0]]],
            ),
            (vec![[f64::INFINITY, 2.0]], vec![]),
        ] {
            assert_eq!(stretches(points.into_iter()), expected);
        }
    }

    #[test]
    fn a_picture_keeps_its_proportions() {
        let room = Rect { x: 10.0, y: 20.0, width: 100.0, height: 40.0 };
        assert_eq!(fitted(room, [50.0, 20.0]), room);
        assert_eq!(fitted(room, [20.0, 20.0]), Rect { x: 40.0, y: 20.0, width: 40.0, height: 40.0 });
        assert_eq!(fitted(room, [400.0, 20.0]), Rect { x: 10.0, y: 37.5, width: 100.0, height: 5.0 });
    }
}
