//! The SVG text of a figure.
//!
//! Words are outlines of the figure's fonts, each glyph written once and used where it stands, so
//! that the file looks the same where those fonts are not installed; the words themselves stay in
//! `aria-label`, title and description. Live words are text in named fonts instead. Ids are made
//! from what they name, so that two figures on one page cannot disturb each other. One element a
//! line: a review reads the difference.

use std::collections::BTreeSet;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::chart::figure::{Anchor, Color, Figure, PanelKind, Picture, PictureKind, Rect, Stroke, Subject};
use crate::text::{self, Fonts, Weight};

use super::drawing::{self, Canvas, Form, Group, Line, Outline, Primitive};
use super::xml::{Element, rounded};
use super::{Dress, TextMode, recipe};

/// The figure as an SVG file. Its unit is the figure pixel; its size is in millimetres where the
/// figure has one on paper, else in pixels of 1/96 inch.
#[must_use]
pub fn svg(figure: &Figure, dress: &Dress<'_>) -> String {
    written(figure, &drawing::drawing(figure), dress)
}

/// The file of a figure whose primitives are known.
pub(super) fn written(figure: &Figure, primitives: &[Primitive], dress: &Dress<'_>) -> String {
    figure.fonts.scope(|| {
        let mut sheet = Sheet::new(dress.text);
        drawing::draw(primitives, &mut sheet);
        sheet.file(figure, dress)
    })
}

/// What has been drawn so far, and what it refers to.
struct Sheet {
    body: Vec<String>,
    /// Glyph outlines and clip rectangles, in the order of their first use.
    definitions: Vec<String>,
    defined: BTreeSet<String>,
    depth: usize,
    /// Names of the fonts for live words, none for outlines.
    families: Option<String>,
}

impl Sheet {
    fn new(text: TextMode) -> Self {
        Self {
            body: Vec::new(),
            definitions: Vec::new(),
            defined: BTreeSet::new(),
            depth: 0,
            families: (text == TextMode::Live).then(families),
        }
    }

    fn file(self, figure: &Figure, dress: &Dress<'_>) -> String {
        let [width, height] = figure.size;
        let root = Element::new("svg")
            .attribute("xmlns", "http://www.w3.org/2000/svg")
            // Readers older than SVG 2 know references by this name only.
            .attribute("xmlns:xlink", "http://www.w3.org/1999/xlink");
        let root = match dress.physical_mm {
            None => root.number("width", width).number("height", height),
            Some([width, height]) => root
                .attribute("width", &format!("{}mm", rounded(width, 3)))
                .attribute("height", &format!("{}mm", rounded(height, 3))),
        };
        let root = root
            .attribute("viewBox", &format!("0 0 {} {}", rounded(width, 2), rounded(height, 2)))
            .attribute("role", "img");
        let root = if dress.language.is_empty() { root } else { root.attribute("xml:lang", dress.language) };
        let mut lines = vec![root.open()];
        for (name, words) in [("title", &figure.caption.title), ("desc", &figure.caption.alt)] {
            if !words.is_empty() {
                lines.push(Element::new(name).around(&text::without_isolates(words)));
            }
        }
        lines.extend(dress.recipe.map(recipe::metadata));
        if !self.definitions.is_empty() {
            lines.push("<defs>".to_owned());
            lines.extend(self.definitions);
            lines.push("</defs>".to_owned());
        }
        lines.extend(self.body);
        lines.push("</svg>\n".to_owned());
        lines.join("\n")
    }

    fn push(&mut self, element: &str) {
        self.body.push(format!("{:indent$}{element}", "", indent = self.depth));
    }

    /// Writes a definition at its first use.
    fn define(&mut self, id: &str, definition: impl FnOnce() -> String) {
        if !self.defined.contains(id) {
            self.defined.insert(id.to_owned());
            self.definitions.push(definition());
        }
    }

    /// Id of a clip.
    fn clip(&mut self, rect: Rect) -> String {
        let sides = [rect.x, rect.y, rect.width, rect.height];
        let id = format!("clip-{}", sides.map(|length| rounded(length, 2)).join("-"));
        self.define(&id, || {
            let rect = rectangle(rect).empty();
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

    fn outlines(&mut self, line: &Line) {
        let mut uses = Vec::with_capacity(line.glyphs.len());
        for glyph in &line.glyphs {
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
        let [x, y] = line.left.map(|length| rounded(length, 2));
        let scale = rounded(line.size / text::UNITS_PER_EM, 6);
        let group = Element::new("g").attribute("aria-label", &text::without_isolates(&line.text));
        let group = filled(identified(group, line.subject.as_ref()), Some(line.color));
        self.push(&group.attribute("transform", &format!("translate({x} {y}) scale({scale})")).open());
        self.depth += 1;
        for copy in &uses {
            self.push(copy);
        }
        self.depth -= 1;
        self.push("</g>");
    }

    fn live(&mut self, line: &Line, families: &str) {
        if line.text.trim().is_empty() {
            return;
        }
        let right_to_left = text::is_right_to_left(&line.text);
        // The ends of a line are named by its own direction.
        let anchor = match (line.anchor, right_to_left) {
            (Anchor::Middle, _) => "middle",
            (Anchor::Left, false) | (Anchor::Right, true) => "start",
            (Anchor::Right, false) | (Anchor::Left, true) => "end",
        };
        let weight = match line.weight {
            Weight::Regular => "400",
            Weight::Semibold => "600",
        };
        let [x, y] = line.at;
        let element = identified(Element::new("text").number("x", x).number("y", y), line.subject.as_ref());
        let element = filled(element, Some(line.color))
            .attribute("font-family", families)
            .number("font-size", line.size)
            .attribute("font-weight", weight)
            // Taken apart, because a word that begins so would be a key of the locale tables.
            .attribute(concat!("text", "-anchor"), anchor);
        let element = if right_to_left {
            element.attribute("direction", "rtl").attribute("unicode-bidi", "embed")
        } else {
            element
        };
        self.push(&element.attribute("xml:space", "preserve").around(&line.text));
    }
}

impl Canvas for Sheet {
    fn open(&mut self, group: &Group) {
        let mut element = Element::new("g");
        if let Some(kind) = group.panel {
            element = element.attribute("data-panel", panel_name(kind));
        }
        if let Some(rect) = group.clip {
            let id = self.clip(rect);
            element = element.attribute("clip-path", &format!("url(#{id})"));
        }
        self.push(&element.open());
        self.depth += 1;
    }

    fn close(&mut self, _: &Group) {
        self.depth -= 1;
        self.push("</g>");
    }

    fn outline(&mut self, outline: &Outline) {
        let element = filled(identified(form(&outline.form), outline.subject.as_ref()), outline.fill);
        let element = match &outline.stroke {
            Some(stroke) => stroked(element, stroke),
            None => element,
        };
        self.push(&element.empty());
    }

    fn line(&mut self, line: &Line) {
        match self.families.clone() {
            None => self.outlines(line),
            Some(families) => self.live(line, &families),
        }
    }

    fn picture(&mut self, rect: Rect, picture: &Picture) {
        let kind = match picture.kind {
            PictureKind::Png => "image/png",
            PictureKind::Svg => "image/svg+xml",
        };
        let data = format!("data:{kind};base64,{}", STANDARD.encode(&picture.bytes));
        self.push(&placed(Element::new("image"), rect).attribute("xlink:href", &data).empty());
    }
}

/// Names of the figure's fonts as CSS takes them: the theme's own family, the bundled ones, those
/// to fall back on, and at last whatever the reader has.
fn families() -> String {
    let fonts = Fonts::current();
    let (probe, _) = text::shape("n", Weight::Regular);
    let first = probe.first().and_then(|glyph| fonts.face_file(glyph.face)).map(|file| file.name);
    let bundled = (0..3).filter_map(|number| fonts.face_file(number)).map(|file| file.name);
    let own = fonts.own().iter().map(|font| font.name());
    let mut names: Vec<String> = Vec::new();
    for name in first.into_iter().chain(bundled).chain(own) {
        let name = family(name).replace(['\'', '"', '\\'], "");
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    let mut list: Vec<String> = names.into_iter().map(|name| format!("'{name}'")).collect();
    list.push("sans-serif".to_owned());
    list.join(", ")
}

/// The family of a font's full name: without the word for its weight.
fn family(name: &str) -> &str {
    let styles = [" Regular", " SemiBold", " Semibold", " Semi Bold", " Bold", " Medium", " Light"];
    styles.iter().find_map(|style| name.strip_suffix(style)).unwrap_or(name)
}

fn form(form: &Form) -> Element {
    match form {
        Form::Rect(rect) => rectangle(*rect),
        Form::Circle { center: [x, y], radius } => {
            Element::new("circle").number("cx", *x).number("cy", *y).number("r", *radius)
        }
        Form::Path { runs, closed } => {
            let mut data = String::new();
            for run in runs {
                for (place, [x, y]) in run.iter().enumerate() {
                    data.push(if place == 0 { 'M' } else { 'L' });
                    data.push_str(&rounded(*x, 2));
                    data.push(' ');
                    data.push_str(&rounded(*y, 2));
                }
                if *closed {
                    data.push('Z');
                }
            }
            Element::new("path").attribute("d", &data)
        }
    }
}

fn rectangle(rect: Rect) -> Element {
    placed(Element::new("rect"), rect)
}

fn placed(element: Element, rect: Rect) -> Element {
    element.number("x", rect.x).number("y", rect.y).number("width", rect.width).number("height", rect.height)
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
        PanelKind::Table => "table",
        PanelKind::Study => "study",
    }
}
