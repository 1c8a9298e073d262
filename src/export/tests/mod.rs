//! What the writers draw is one list: each got it whole, and the numbers that stand in the files
//! are those of the list, so that a tick in a wrong place in one format fails here.

pub(super) mod sample;

use std::collections::BTreeSet;

use resvg::usvg::roxmltree::{Document, Node};

use super::drawing::{self, Canvas, Form, Group, Line, Outline, Primitive, drawing};
use super::{Dress, TextMode, pdf, recipe_in, svg};
use crate::chart::figure::{Anchor, Color, Figure, Picture, Rect, Shape};
use crate::text::{self, Weight};
use sample::{figure, label, stroke, with_logos};

/// Writes down what a canvas is told.
#[derive(Default)]
struct Recorder {
    told: Vec<String>,
}

impl Canvas for Recorder {
    fn open(&mut self, group: &Group) {
        self.told.push(format!("open {:?} {:?}", group.panel, group.clip));
    }
    fn close(&mut self, _: &Group) {
        self.told.push("close".to_owned());
    }
    fn outline(&mut self, outline: &Outline) {
        self.told.push(format!("{outline:?}"));
    }
    fn line(&mut self, line: &Line) {
        self.told.push(line.text.clone());
    }
    fn picture(&mut self, rect: Rect, picture: &Picture) {
        self.told.push(format!("{rect:?} {:?}", picture.kind));
    }
}

/// Attributes of that name, in the order of the file.
fn attributes<'d>(document: &'d Document<'_>, name: &str) -> Vec<&'d str> {
    document.descendants().filter_map(|node| node.attribute(name)).collect()
}

/// The outlines of a list in drawing order.
fn outlines(list: &[Primitive]) -> Vec<&Outline> {
    fn inside(primitive: &Primitive) -> Vec<&Outline> {
        match primitive {
            Primitive::Group(group) => outlines(&group.content),
            Primitive::Outline(outline) => vec![outline],
            Primitive::Line(_) | Primitive::Picture(..) => Vec::new(),
        }
    }
    list.iter().flat_map(inside).collect()
}

/// The lines of a list in drawing order.
fn lines(list: &[Primitive]) -> Vec<&Line> {
    fn inside(primitive: &Primitive) -> Vec<&Line> {
        match primitive {
            Primitive::Group(group) => lines(&group.content),
            Primitive::Line(line) => vec![line],
            Primitive::Outline(_) | Primitive::Picture(..) => Vec::new(),
        }
    }
    list.iter().flat_map(inside).collect()
}

/// The numbers of a form in the order in which files hold them.
fn numbers(form: &Form) -> Vec<f64> {
    match form {
        Form::Rect(rect) => vec![rect.x, rect.y, rect.width, rect.height],
        Form::Circle { center, radius } => vec![center[0], center[1], *radius],
        Form::Path { runs, .. } => runs.iter().flatten().flatten().copied().collect(),
    }
}

fn numbers_in(text: &str) -> Vec<f64> {
    let parts = text.split(|c: char| !(c.is_ascii_digit() || c == '.' || c == '-'));
    parts.filter(|part| !part.is_empty()).map(|part| part.parse().unwrap()).collect()
}

/// The numbers of an element of an SVG file.
fn numbers_of(node: Node<'_, '_>) -> Vec<f64> {
    let names: &[&str] = match node.tag_name().name() {
        "rect" => &["x", "y", "width", "height"],
        "circle" => &["cx", "cy", "r"],
        _ => &["d"],
    };
    names.iter().flat_map(|name| numbers_in(node.attribute(*name).unwrap())).collect()
}

#[test]
fn a_canvas_is_told_everything_in_order() {
    let list = drawing(&with_logos());
    let mut recorder = Recorder::default();
    drawing::draw(&list, &mut recorder);
    let count = |beginning: &str| recorder.told.iter().filter(|line| line.starts_with(beginning)).count();
    assert_eq!(count("Outline"), outlines(&list).len());
    assert_eq!(count("open"), count("close"));
    assert_eq!((count("open Some"), count("open None Some")), (1, 3));
    assert_eq!(count("Rect { x: 5"), 2, "{:?}", recorder.told);
    assert!(recorder.told[0].contains("width: 640.0, height: 360.0"), "{}", recorder.told[0]);
    assert!(recorder.told.last().unwrap().contains("NVDA"));
}

#[test]
fn a_background_that_shows_nothing_is_not_drawn() {
    let mut figure = figure();
    let before = outlines(&drawing(&figure)).len();
    figure.background = Color([255, 255, 255, 0]);
    assert_eq!(outlines(&drawing(&figure)).len(), before - 1);
}

#[test]
fn the_svg_holds_the_numbers_of_the_list() {
    let figure = figure();
    let list = drawing(&figure);
    let text = svg(&figure, &Dress::default());
    let document = Document::parse(&text).unwrap();
    let drawn: Vec<Vec<f64>> = document
        .descendants()
        .filter(|node| ["rect", "circle", "path"].contains(&node.tag_name().name()))
        .filter(|node| !node.ancestors().any(|above| above.has_tag_name("defs")))
        .map(numbers_of)
        .collect();
    let expected: Vec<Vec<f64>> = outlines(&list).iter().map(|outline| numbers(&outline.form)).collect();
    assert_eq!(drawn, expected);
    let places: Vec<Vec<f64>> =
        attributes(&document, "transform").iter().map(|place| numbers_in(place)[..2].to_vec()).collect();
    let shown = lines(&list).into_iter().filter(|line| !line.text.is_empty());
    assert_eq!(places, shown.map(|line| line.left.to_vec()).collect::<Vec<_>>());
}

/// Operators of the page's content with their numbers, from a document that is not compressed.
fn operators(figure: &Figure) -> Vec<(String, Vec<f64>)> {
    let settings =
        krilla::SerializeSettings { compress_content_streams: false, ..krilla::SerializeSettings::default() };
    let bytes = pdf::written(figure, &drawing(figure), &Dress::default(), &settings).unwrap();
    let text = String::from_utf8_lossy(&bytes);
    let start = text.find("/P <</MCID 0>> BDC").or_else(|| text.find("BDC")).unwrap();
    let content = &text[start..start + text[start..].find("endstream").unwrap()];
    let mut found = Vec::new();
    let mut held = Vec::new();
    for word in content.split_whitespace() {
        match word.parse::<f64>() {
            Ok(number) => held.push(number),
            Err(_) => found.push((word.to_owned(), std::mem::take(&mut held))),
        }
    }
    found
}

#[test]
fn the_pdf_holds_the_numbers_of_the_list() {
    let figure = figure();
    let list = drawing(&figure);
    let found = operators(&figure);
    // Straight paths and rectangles: what a tick, a bar, a grid line is.
    let mut corners: Vec<[f64; 2]> = Vec::new();
    for outline in outlines(&list) {
        if outline.fill.is_none() && outline.stroke.is_none() {
            continue;
        }
        if let Form::Path { runs, .. } = &outline.form {
            corners.extend(runs.iter().flatten());
        }
    }
    let drawn: Vec<&Vec<f64>> =
        found.iter().filter(|(name, _)| ["m", "l"].contains(&name.as_str())).map(|(_, at)| at).collect();
    let mut rest = drawn.iter();
    for [x, y] in &corners {
        let near = |at: &&&Vec<f64>| (at[0] - x).abs() < 0.006 && (at[1] - y).abs() < 0.006;
        assert!(rest.any(|at| near(&at)), "{x} {y} is not drawn, or not in its order: {found:?}");
    }
    assert!(corners.len() > 20);
}

#[test]
fn the_same_figure_gives_the_same_bytes() {
    let figure = with_logos();
    let dress = Dress { recipe: Some("{}"), language: "en", ..Dress::default() };
    assert_eq!(svg(&figure, &dress), svg(&figure, &dress));
    assert_eq!(super::png(&figure, 1.5, &dress).unwrap(), super::png(&figure, 1.5, &dress).unwrap());
    assert_eq!(pdf(&figure, &dress).unwrap(), pdf(&figure, &dress).unwrap());
}

#[test]
fn every_reference_in_an_svg_has_its_one_definition() {
    let text = svg(&figure(), &Dress::default());
    let document = Document::parse(&text).unwrap();
    let ids = attributes(&document, "id");
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "an id stands twice");
    let uses: Vec<&str> = document
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
    assert!(attributes(&document, "clip-path").iter().all(|clip| *clip == format!("url(#{})", ids[0])));
}

#[test]
fn words_stay_readable() {
    let figure = figure();
    let text = svg(&figure, &Dress { language: "en", ..Dress::default() });
    assert!(text.ends_with("</svg>\n") && !text.contains("NaN") && !text.contains("inf"));
    let document = Document::parse(&text).unwrap();
    let said: Vec<&str> =
        figure.all_labels().map(|label| label.text.as_str()).filter(|text| !text.is_empty()).collect();
    assert_eq!(attributes(&document, "aria-label"), said);
    for (name, words) in [("title", "A & B"), ("desc", "What it \"shows\"")] {
        let element = document.descendants().find(|node| node.has_tag_name(name)).unwrap();
        assert_eq!(element.text(), Some(words));
    }
    let language = document.root_element().attribute(("http://www.w3.org/XML/1998/namespace", "lang"));
    assert_eq!(language, Some("en"));
}

#[test]
fn marks_say_what_they_show_and_points_are_whole() {
    let text = svg(&figure(), &Dress::default());
    let document = Document::parse(&text).unwrap();
    let shown =
        |id: &str| document.descendants().filter(|node| node.attribute("data-id") == Some(id)).count();
    // The line, its lone point and its four markers; the point beyond the axis is left out.
    assert_eq!((shown("series:AT&T"), shown("series:NVDA"), shown("model:7"), shown("event")), (6, 1, 4, 1));
    for node in document.descendants().filter(|node| node.attribute("data-id") == Some("model:7")) {
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
        let left = super::xml::rounded(300.0 - share * width, 2);
        let place = format!("transform=\"translate({left} 100) scale(0.02)\"");
        assert!(svg(&figure, &Dress::default()).contains(&place), "{anchor:?}: {place}");
    }
}

#[test]
fn colours_carry_their_opacity_apart() {
    let mut figure = figure();
    figure.panels.clear();
    let points = vec![[1.0, 2.0], [3.0, 4.0]];
    figure.shapes = vec![Shape::Path { points, stroke: stroke(Color([196, 80, 27, 51]), 2.0, &[3.0, 1.5]) }];
    let path = "<path d=\"M1 2L3 4\" fill=\"none\" stroke=\"#C4501B\" stroke-opacity=\"0.2\" stroke-width=\"2\" stroke-linejoin=\"round\" stroke-dasharray=\"3 1.5\"/>";
    assert!(svg(&figure, &Dress::default()).contains(path));
}

#[test]
fn live_words_are_text_in_named_fonts() {
    let figure = figure();
    let file = svg(&figure, &Dress { text: TextMode::Live, ..Dress::default() });
    let document = Document::parse(&file).unwrap();
    let texts: Vec<Node<'_, '_>> = document.descendants().filter(|node| node.has_tag_name("text")).collect();
    let said: Vec<&str> = texts.iter().filter_map(Node::text).collect();
    let labels: Vec<_> = figure.all_labels().filter(|label| !label.text.is_empty()).collect();
    assert_eq!(said, labels.iter().map(|label| label.text.as_str()).collect::<Vec<_>>());
    for (node, label) in texts.iter().zip(&labels) {
        assert_eq!(numbers_in(node.attribute("x").unwrap()), [label.at[0]]);
        assert_eq!(numbers_in(node.attribute("y").unwrap()), [label.at[1]]);
        assert!(node.attribute("font-family").unwrap().starts_with("'IBM Plex Sans', "));
        let right = text::is_right_to_left(&label.text);
        assert_eq!(node.attribute("direction"), right.then_some("rtl"));
        let anchor = match (label.anchor, right) {
            (Anchor::Middle, _) => "middle",
            (Anchor::Left, false) | (Anchor::Right, true) => "start",
            (Anchor::Left, true) | (Anchor::Right, false) => "end",
        };
        assert_eq!(node.attribute("text-anchor"), Some(anchor), "{}", label.text);
    }
    assert!(!file.contains("<use"));
}

#[test]
fn an_svg_has_its_size_on_paper_and_its_recipe() {
    let recipe = "{\"name\":\"a ]]> <b> & \\\"c\\\"\"}";
    let dress = Dress { recipe: Some(recipe), physical_mm: Some([180.0, 101.25]), ..Dress::default() };
    let text = svg(&figure(), &dress);
    let document = Document::parse(&text).unwrap();
    let root = document.root_element();
    assert_eq!((root.attribute("width"), root.attribute("height")), (Some("180mm"), Some("101.25mm")));
    assert_eq!(root.attribute("viewBox"), Some("0 0 640 360"));
    assert_eq!(recipe_in(text.as_bytes()).as_deref(), Some(recipe));
    assert_eq!(recipe_in(svg(&figure(), &Dress::default()).as_bytes()), None);
}

#[test]
fn the_file_becomes_a_picture() {
    let pixels = super::pixels(&figure(), 1.0).unwrap();
    let dark = |left: usize, top: usize, width: usize, height: usize| {
        let places = (left..left + width).flat_map(|x| (top..top + height).map(move |y| (x, y)));
        places.filter(|(x, y)| pixels.rgba[4 * (y * pixels.size[0] + x) + 1] < 100).count()
    };
    assert!(dark(20, 15, 420, 30) > 500, "the title is drawn");
    assert!(dark(20, 55, 600, 35) > 500, "the Arabic line is drawn");
    assert_eq!(dark(0, 0, 640, 10), 0, "the margin is empty");
    assert_eq!(dark(590, 115, 50, 190), 0, "lines end at the plot's edge");
}

#[test]
fn pictures_are_in_every_format() {
    let figure = with_logos();
    let file = svg(&figure, &Dress::default());
    let document = Document::parse(&file).unwrap();
    let images: Vec<Node<'_, '_>> =
        document.descendants().filter(|node| node.has_tag_name("image")).collect();
    assert_eq!(images.len(), 2);
    let pixels = super::pixels(&figure, 1.0).unwrap();
    let at = |x: usize, y: usize| pixels.rgba[4 * (y * pixels.size[0] + x)..][..3].to_vec();
    // Left halves of both; the right half of the PNG is transparent.
    assert_eq!((at(510, 20), at(550, 20), at(580, 28)), (vec![0, 90, 200], vec![255; 3], vec![0, 128, 0]));
    let bytes = pdf(&figure, &Dress::default()).unwrap();
    let count =
        String::from_utf8_lossy(&bytes).replace("Subtype /", "Subtype/").matches("/Subtype/Image").count();
    assert_eq!(count, 4, "two pictures, each with its mask");
}
