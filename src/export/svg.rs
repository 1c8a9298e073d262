//! The SVG text of a figure.
//!
//! Words are outlines of the bundled fonts, each glyph written once and used where it stands, so
//! that the file looks the same where those fonts are not installed; the words themselves stay in
//! `aria-label`, title and description. Ids are made from what they name, so that two figures on
//! one page cannot disturb each other. One element a line: a review reads the difference.

use std::collections::BTreeSet;

use crate::chart::figure::{
    Anchor, AxisName, Color, Figure, Label, Mark, Marker, Panel, PanelKind, Rect, Shape, Stroke, Subject,
};
use crate::text;

use super::xml::{Element, rounded};

/// How far marks may reach over the edge of the plot, so that a line along it shows its whole width.
const CLIP_MARGIN_PX: f64 = 2.0;

/// The figure as an SVG file.
#[must_use]
pub fn svg(figure: &Figure) -> String {
    let mut sheet = Sheet::default();
    let [width, height] = figure.size;
    sheet.shape(&Shape::Fill { rect: Rect { x: 0.0, y: 0.0, width, height }, color: figure.background });
    for shape in &figure.shapes {
        sheet.shape(shape);
    }
    for panel in &figure.panels {
        sheet.panel(panel);
    }
    for label in &figure.labels {
        sheet.label(label);
    }
    sheet.file(figure)
}

/// What has been drawn so far, and what it refers to.
#[derive(Default)]
struct Sheet {
    body: Vec<String>,
    /// Glyph outlines and clip rectangles, in the order of their first use.
    definitions: Vec<String>,
    defined: BTreeSet<String>,
    depth: usize,
}

impl Sheet {
    fn file(self, figure: &Figure) -> String {
        let [width, height] = figure.size;
        let root = Element::new("svg")
            .attribute("xmlns", "http://www.w3.org/2000/svg")
            // Readers older than SVG 2 know references by this name only.
            .attribute("xmlns:xlink", "http://www.w3.org/1999/xlink")
            .number("width", width)
            .number("height", height)
            .attribute("viewBox", &format!("0 0 {} {}", rounded(width, 2), rounded(height, 2)))
            .attribute("role", "img");
        let mut lines = vec![root.open()];
        for (name, words) in [("title", &figure.caption.title), ("desc", &figure.caption.alt)] {
            if !words.is_empty() {
                lines.push(Element::new(name).around(&text::without_isolates(words)));
            }
        }
        if !self.definitions.is_empty() {
            lines.push("<defs>".to_owned());
            lines.extend(self.definitions);
            lines.push("</defs>".to_owned());
        }
        lines.extend(self.body);
        lines.push("</svg>\n".to_owned());
        lines.join("\n")
    }

    fn line(&mut self, element: &str) {
        self.body.push(format!("{:indent$}{element}", "", indent = self.depth));
    }

    fn open(&mut self, group: Element) {
        self.line(&group.open());
        self.depth += 1;
    }

    fn close(&mut self) {
        self.depth -= 1;
        self.line("</g>");
    }

    /// Writes a definition at its first use.
    fn define(&mut self, id: &str, definition: impl FnOnce() -> String) {
        if !self.defined.contains(id) {
            self.defined.insert(id.to_owned());
            self.definitions.push(definition());
        }
    }

    fn panel(&mut self, panel: &Panel) {
        self.open(Element::new("g").attribute("data-panel", panel_name(panel.kind)));
        for shape in &panel.under {
            self.shape(shape);
        }
        self.marks(panel);
        for shape in &panel.over {
            self.shape(shape);
        }
        for label in &panel.labels {
            self.label(label);
        }
        self.close();
    }

    /// The marks in their order. Neighbours that are clipped share one clipped group.
    fn marks(&mut self, panel: &Panel) {
        let mut clipping = false;
        for drawn in panel.marks.iter().flat_map(|mark| drawn(panel, mark)) {
            if drawn.clipped && !clipping {
                let id = self.clip(panel.plot);
                self.open(Element::new("g").attribute("clip-path", &format!("url(#{id})")));
            } else if clipping && !drawn.clipped {
                self.close();
            }
            clipping = drawn.clipped;
            self.line(&drawn.element);
        }
        if clipping {
            self.close();
        }
    }

    /// Id of the clip for a plot. Along x it is exact, so that no line runs beyond the last session.
    fn clip(&mut self, plot: Rect) -> String {
        let [x, y] = [plot.x, plot.y - CLIP_MARGIN_PX];
        let [width, height] = [plot.width, plot.height + 2.0 * CLIP_MARGIN_PX];
        let id = format!("clip-{}", [x, y, width, height].map(|length| rounded(length, 2)).join("-"));
        self.define(&id, || {
            let rect = rectangle(Rect { x, y, width, height }).empty();
            format!("{}{rect}</clipPath>", Element::new("clipPath").attribute("id", &id).open())
        });
        id
    }

    /// Id of a glyph's outline, none for a glyph that shows nothing, such as a space.
    fn glyph(&mut self, face: u8, glyph: u16) -> Option<String> {
        let id = format!("g{face}-{glyph}");
        if !self.defined.contains(&id) {
            let outline = text::outline(face, glyph);
            if outline.is_empty() {
                return None;
            }
            self.define(&id, || Element::new("path").attribute("id", &id).attribute("d", &outline).empty());
        }
        Some(id)
    }

    fn shape(&mut self, shape: &Shape) {
        let element = match shape {
            Shape::Fill { rect, color } => filled(rectangle(*rect), Some(*color)).empty(),
            Shape::Path { points, stroke } => {
                let data = polyline(points.iter().copied());
                if data.is_empty() {
                    return;
                }
                stroked(filled(Element::new("path").attribute("d", &data), None), stroke).empty()
            }
            Shape::Dot { at, shape, radius, fill, stroke } => {
                outlined(filled(dot(*shape, *at, *radius), *fill), stroke.as_ref()).empty()
            }
        };
        self.line(&element);
    }

    fn label(&mut self, label: &Label) {
        let (glyphs, width_em) = text::shape(&label.text, label.weight);
        let [x, y] = label.at;
        let left = match label.anchor {
            Anchor::Left => x,
            Anchor::Middle => x - width_em * label.size / 2.0,
            Anchor::Right => x - width_em * label.size,
        };
        let scale = rounded(label.size / text::UNITS_PER_EM, 6);
        let place = format!("translate({} {}) scale({scale})", rounded(left, 2), rounded(y, 2));
        let group = Element::new("g").attribute("aria-label", &text::without_isolates(&label.text));
        let group = filled(identified(group, label.subject.as_ref()), Some(label.color));
        let mut uses = Vec::with_capacity(glyphs.len());
        for glyph in glyphs {
            let Some(id) = self.glyph(glyph.face, glyph.id) else { continue };
            let mut copy = Element::new("use").attribute("xlink:href", &format!("#{id}"));
            for (axis, units) in [("x", glyph.x * text::UNITS_PER_EM), ("y", -glyph.y * text::UNITS_PER_EM)] {
                let units = rounded(units, 0);
                if units != "0" {
                    copy = copy.attribute(axis, &units);
                }
            }
            uses.push(copy.empty());
        }
        if uses.is_empty() {
            return;
        }
        self.open(group.attribute("transform", &place));
        for copy in &uses {
            self.line(copy);
        }
        self.close();
    }
}

/// One element of a mark.
struct Drawn {
    element: String,
    /// Whether it ends at the edge of the plot. Points are drawn whole or not at all.
    clipped: bool,
}

impl Drawn {
    fn clipped(element: Element) -> Self {
        Self { element: element.empty(), clipped: true }
    }

    fn whole(element: Element) -> Self {
        Self { element: element.empty(), clipped: false }
    }
}

fn drawn(panel: &Panel, mark: &Mark) -> Vec<Drawn> {
    match mark {
        Mark::Line { subject, runs, stroke, marker } => line(panel, subject.as_ref(), runs, stroke, *marker),
        Mark::Bar { subject, x: [from_x, to_x], y: [from_y, to_y], fill } => {
            let bar = between(panel.place([*from_x, *from_y]), panel.place([*to_x, *to_y]));
            vec![Drawn::clipped(filled(identified(rectangle(bar), Some(subject)), Some(*fill)))]
        }
        Mark::Point { subject, at, shape, radius, fill, stroke } => {
            let place = panel.place(*at);
            if !panel.shows(place) {
                return Vec::new();
            }
            let point = filled(identified(dot(*shape, place, *radius), Some(subject)), *fill);
            vec![Drawn::whole(outlined(point, stroke.as_ref()))]
        }
        Mark::Rule { subject, axis, at, stroke } => {
            let ends = match axis {
                AxisName::X => panel.y.range.map(|y| [*at, y]),
                AxisName::Y => panel.x.range.map(|x| [x, *at]),
            };
            let data = polyline(ends.into_iter().map(|end| panel.place(end)));
            let rule = identified(Element::new("path").attribute("d", &data), subject.as_ref());
            vec![Drawn::clipped(stroked(filled(rule, None), stroke))]
        }
    }
}

fn line(
    panel: &Panel,
    subject: Option<&Subject>,
    runs: &[Vec<[f64; 2]>],
    stroke: &Stroke,
    marker: Option<Marker>,
) -> Vec<Drawn> {
    let mut elements = Vec::new();
    let data: String = runs
        .iter()
        .filter(|run| run.len() > 1)
        .map(|run| polyline(run.iter().map(|point| panel.place(*point))))
        .collect();
    if !data.is_empty() {
        let path = identified(Element::new("path").attribute("d", &data), subject);
        elements.push(Drawn::clipped(stroked(filled(path, None), stroke)));
    }
    let point =
        |shape, place, radius| filled(identified(dot(shape, place, radius), subject), Some(stroke.color));
    // A value between two gaps has no neighbour to be joined to and would not be seen.
    for run in runs {
        if let [lone] = run.as_slice() {
            elements.push(Drawn::clipped(point(Marker::Circle, panel.place(*lone), stroke.width)));
        }
    }
    if let Some(marker) = marker {
        for place in panel.marker_places(runs, stroke) {
            elements.push(Drawn::whole(point(marker, place, stroke.marker_radius())));
        }
    }
    elements
}

/// Path data through points; a point that is no place ends the line there.
fn polyline(points: impl Iterator<Item = [f64; 2]>) -> String {
    let mut data = String::new();
    let mut command = 'M';
    for [x, y] in points {
        if !(x.is_finite() && y.is_finite()) {
            command = 'M';
            continue;
        }
        data.push(command);
        data.push_str(&rounded(x, 2));
        data.push(' ');
        data.push_str(&rounded(y, 2));
        command = 'L';
    }
    data
}

fn between(first: [f64; 2], second: [f64; 2]) -> Rect {
    let [left, top] = [first[0].min(second[0]), first[1].min(second[1])];
    Rect { x: left, y: top, width: (first[0] - second[0]).abs(), height: (first[1] - second[1]).abs() }
}

fn rectangle(rect: Rect) -> Element {
    Element::new("rect")
        .number("x", rect.x)
        .number("y", rect.y)
        .number("width", rect.width)
        .number("height", rect.height)
}

/// A point of one shape around its centre; `radius` is half its width.
fn dot(shape: Marker, at: [f64; 2], radius: f64) -> Element {
    let [x, y] = at;
    let corners = |corners: &[[f64; 2]]| {
        let data = polyline(corners.iter().map(|[right, down]| [x + right * radius, y + down * radius]));
        Element::new("path").attribute("d", &format!("{data}Z"))
    };
    match shape {
        Marker::Circle => Element::new("circle").number("cx", x).number("cy", y).number("r", radius),
        Marker::Square => {
            rectangle(Rect { x: x - radius, y: y - radius, width: 2.0 * radius, height: 2.0 * radius })
        }
        Marker::Diamond => corners(&[[0.0, -1.0], [1.0, 0.0], [0.0, 1.0], [-1.0, 0.0]]),
        // Equal sides around the centre of gravity.
        Marker::Triangle => {
            let third = 3.0_f64.sqrt() / 3.0;
            corners(&[[0.0, -2.0 * third], [1.0, third], [-1.0, third]])
        }
    }
}

fn outlined(element: Element, stroke: Option<&Stroke>) -> Element {
    match stroke {
        Some(stroke) => stroked(element, stroke),
        None => element,
    }
}

fn filled(element: Element, fill: Option<Color>) -> Element {
    match fill {
        Some(color) => painted(element, "fill", "fill-opacity", color),
        None => element.attribute("fill", "none"),
    }
}

fn stroked(element: Element, stroke: &Stroke) -> Element {
    let element = painted(element, "stroke", "stroke-opacity", stroke.color)
        .number("stroke-width", stroke.width)
        .attribute("stroke-linejoin", "round");
    if stroke.dash.is_empty() {
        return element;
    }
    let lengths: Vec<String> = stroke.dash.iter().map(|length| rounded(*length, 2)).collect();
    element.attribute("stroke-dasharray", &lengths.join(" "))
}

fn painted(element: Element, paint: &str, opacity: &str, color: Color) -> Element {
    let Color([red, green, blue, alpha]) = color;
    let element = element.attribute(paint, &format!("#{red:02X}{green:02X}{blue:02X}"));
    if alpha == u8::MAX { element } else { element.attribute(opacity, &rounded(f64::from(alpha) / 255.0, 3)) }
}

/// Says what an element stands for, so that a page or a test can find it.
fn identified(element: Element, subject: Option<&Subject>) -> Element {
    match subject {
        None => element,
        Some(Subject::Series(id)) => element.attribute("data-id", &format!("series:{}", id.0)),
        Some(Subject::Model(row)) => element.attribute("data-id", &format!("model:{row}")),
        Some(Subject::Event) => element.attribute("data-id", "event"),
        Some(Subject::Reported(id)) => element.attribute("data-id", &format!("reported:{}", id.0)),
    }
}

fn panel_name(kind: PanelKind) -> &'static str {
    match kind {
        PanelKind::Market => "market",
        PanelKind::Moves => "moves",
        PanelKind::Models => "models",
        PanelKind::Rail => "rail",
    }
}

#[cfg(test)]
mod tests {
    use resvg::usvg::roxmltree::Document;

    use super::*;
    use crate::chart::figure::{Axis, AxisScale, Caption, FigureKind, Tick};
    use crate::model::SeriesId;
    use crate::text::Weight;

    const INK: Color = Color([20, 24, 29, 255]);
    const BLUE: Color = Color([27, 111, 179, 255]);
    const VEIL: Color = Color([196, 80, 27, 51]);

    fn stroke(color: Color, width: f64, dash: &[f64]) -> Stroke {
        Stroke { color, width, dash: dash.to_vec() }
    }

    fn label(text: &str, at: [f64; 2], anchor: Anchor, size: f64, weight: Weight) -> Label {
        Label { text: text.to_owned(), at, anchor, size, weight, color: INK, subject: None }
    }

    fn axis(low: f64, high: f64) -> Axis {
        let ticks = vec![Tick { at: low, text: low.to_string() }];
        Axis { scale: AxisScale::Linear, range: [low, high], ticks }
    }

    fn subject(name: &str) -> Subject {
        Subject::Series(SeriesId::new(name))
    }

    fn marks() -> Vec<Mark> {
        let runs =
            vec![vec![[0.0, 0.0], [2.0, 8.0], [4.0, -3.0]], vec![[5.0, 1.0]], vec![[6.0, 2.0], [30.0, 9.0]]];
        let point = |at, shape, fill, stroke| Mark::Point {
            subject: Subject::Model(7),
            at,
            shape,
            radius: 6.0,
            fill,
            stroke,
        };
        let ring = || Some(stroke(INK, 1.5, &[]));
        vec![
            Mark::Rule { subject: None, axis: AxisName::Y, at: 0.0, stroke: stroke(INK, 1.0, &[]) },
            Mark::Line {
                subject: Some(subject("AT&T")),
                runs: runs.clone(),
                stroke: stroke(BLUE, 2.0, &[7.0, 3.0]),
                marker: Some(Marker::Diamond),
            },
            Mark::Bar { subject: subject("NVDA"), x: [7.0, 8.0], y: [0.0, -4.0], fill: VEIL },
            point([1.0, 6.0], Marker::Circle, Some(BLUE), None),
            point([3.0, 6.0], Marker::Square, None, ring()),
            point([5.0, 6.0], Marker::Triangle, Some(VEIL), ring()),
            point([7.0, 6.0], Marker::Diamond, Some(INK), None),
            point([11.0, 6.0], Marker::Circle, Some(INK), None),
            Mark::Rule {
                subject: Some(Subject::Event),
                axis: AxisName::X,
                at: 5.5,
                stroke: stroke(VEIL, 1.5, &[4.0, 2.0]),
            },
        ]
    }

    fn figure() -> Figure {
        let plot = Rect { x: 60.0, y: 110.0, width: 520.0, height: 200.0 };
        let panel = Panel {
            kind: PanelKind::Market,
            plot,
            x: axis(0.0, 10.0),
            y: axis(-5.0, 10.0),
            under: vec![Shape::Path {
                points: vec![[60.0, 160.0], [580.0, 160.0]],
                stroke: stroke(VEIL, 0.5, &[]),
            }],
            marks: marks(),
            over: vec![Shape::Dot {
                at: [70.0, 100.0],
                shape: Marker::Circle,
                radius: 4.0,
                fill: None,
                stroke: None,
            }],
            labels: vec![
                label("−17.0%", [52.0, 200.0], Anchor::Right, 14.0, Weight::Regular),
                label("27 Jan", [320.0, 330.0], Anchor::Middle, 14.0, Weight::Regular),
                label("", [0.0, 0.0], Anchor::Left, 14.0, Weight::Regular),
            ],
        };
        let arabic = "العقود الآجلة لمؤشر \"ناسداك 100\" تراجعت نحو 4% بعد إطلاق DeepSeek-R1";
        Figure {
            kind: FigureKind::Market,
            size: [640.0, 360.0],
            background: Color([255, 255, 255, 255]),
            panels: vec![panel],
            shapes: Vec::new(),
            labels: vec![
                label("Nvidia fell 17.0% & <AMD> 6.4%", [20.0, 40.0], Anchor::Left, 28.0, Weight::Semibold),
                label(arabic, [620.0, 80.0], Anchor::Right, 20.0, Weight::Regular),
                label("שָׁלוֹם (NVDA)", [620.0, 350.0], Anchor::Right, 14.0, Weight::Regular),
            ],
            caption: Caption {
                title: "A & B".to_owned(),
                alt: "What it \"shows\"".to_owned(),
                ..Caption::default()
            },
        }
    }

    /// Attributes of that name, in the order of the file.
    fn attributes<'d>(drawing: &'d Document<'_>, name: &str) -> Vec<&'d str> {
        drawing.descendants().filter_map(|node| node.attribute(name)).collect()
    }

    #[test]
    fn one_figure_gives_the_same_bytes_twice() {
        let text = svg(&figure());
        assert_eq!(text, svg(&figure()));
        assert!(text.ends_with("</svg>\n"));
        assert!(!text.contains("NaN") && !text.contains("inf"));
    }

    #[test]
    fn every_reference_has_its_one_definition() {
        let text = svg(&figure());
        let drawing = Document::parse(&text).unwrap();
        let ids = attributes(&drawing, "id");
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "an id stands twice");
        let uses: Vec<&str> = drawing
            .descendants()
            .filter_map(|node| node.attribute(("http://www.w3.org/1999/xlink", "href")))
            .filter_map(|reference| reference.strip_prefix('#'))
            .collect();
        assert!(!uses.is_empty() && uses.iter().all(|id| ids.contains(id)));
        let mut first_uses: Vec<&str> = Vec::new();
        for id in uses {
            if !first_uses.contains(&id) {
                first_uses.push(id);
            }
        }
        assert_eq!(ids[1..], first_uses, "glyphs stand in the order of their first use");
        assert!(attributes(&drawing, "clip-path").iter().all(|clip| *clip == format!("url(#{})", ids[0])));
    }

    #[test]
    fn words_stay_readable() {
        let figure = figure();
        let text = svg(&figure);
        let drawing = Document::parse(&text).unwrap();
        let labels = figure.panels.iter().flat_map(|panel| &panel.labels).chain(&figure.labels);
        let said: Vec<&str> =
            labels.map(|label| label.text.as_str()).filter(|text| !text.is_empty()).collect();
        assert_eq!(attributes(&drawing, "aria-label"), said);
        for (name, words) in [("title", "A & B"), ("desc", "What it \"shows\"")] {
            let element = drawing.descendants().find(|node| node.has_tag_name(name)).unwrap();
            assert_eq!(element.text(), Some(words));
        }
    }

    #[test]
    fn marks_say_what_they_show_and_points_are_whole() {
        let text = svg(&figure());
        let drawing = Document::parse(&text).unwrap();
        let shown =
            |id: &str| drawing.descendants().filter(|node| node.attribute("data-id") == Some(id)).count();
        // The line, its lone point and its four markers; the point beyond the axis is left out.
        assert_eq!(
            (shown("series:AT&T"), shown("series:NVDA"), shown("model:7"), shown("event")),
            (6, 1, 4, 1)
        );
        for node in drawing.descendants().filter(|node| node.attribute("data-id") == Some("model:7")) {
            assert!(node.ancestors().all(|above| above.attribute("clip-path").is_none()));
        }
    }

    #[test]
    fn labels_stand_at_their_anchor() {
        for (anchor, share) in [(Anchor::Left, 0.0), (Anchor::Middle, 0.5), (Anchor::Right, 1.0)] {
            let mut figure = figure();
            figure.panels.clear();
            figure.labels = vec![label("Nasdaq-100", [300.0, 100.0], anchor, 20.0, Weight::Semibold)];
            let width = text::measure("Nasdaq-100", 20.0, Weight::Semibold).width;
            let left = rounded(300.0 - share * width, 2);
            let place = format!("transform=\"translate({left} 100) scale(0.02)\"");
            assert!(svg(&figure).contains(&place), "{anchor:?}: {place}");
        }
    }

    #[test]
    fn a_place_that_is_none_breaks_the_line() {
        for (points, expected) in [
            (vec![], ""),
            (vec![[1.0, 2.0], [3.0, 4.0]], "M1 2L3 4"),
            (vec![[1.0, 2.0], [3.0, f64::NAN], [5.0, 6.0], [7.0, 8.0]], "M1 2M5 6L7 8"),
            (vec![[f64::INFINITY, 2.0]], ""),
        ] {
            assert_eq!(polyline(points.into_iter()), expected);
        }
    }

    #[test]
    fn colours_carry_their_opacity_apart() {
        let paint = |color| painted(Element::new("rect"), "fill", "fill-opacity", color).empty();
        assert_eq!(paint(INK), "<rect fill=\"#14181D\"/>");
        assert_eq!(paint(VEIL), "<rect fill=\"#C4501B\" fill-opacity=\"0.2\"/>");
    }

    #[test]
    fn the_file_becomes_a_picture() {
        let picture = crate::export::png(&svg(&figure()), 1.0).unwrap();
        let picture = resvg::tiny_skia::Pixmap::decode_png(&picture).unwrap();
        let dark = |left: u32, top: u32, width: u32, height: u32| {
            let places = (left..left + width).flat_map(|x| (top..top + height).map(move |y| (x, y)));
            places.filter(|&(x, y)| picture.pixel(x, y).is_some_and(|pixel| pixel.green() < 100)).count()
        };
        assert!(dark(20, 15, 420, 30) > 500, "the title is drawn");
        assert!(dark(20, 55, 600, 35) > 500, "the Arabic line is drawn");
        assert_eq!(dark(0, 0, 640, 10), 0, "the margin is empty");
        assert_eq!(dark(590, 115, 50, 190), 0, "lines end at the plot's edge");
    }
}
