//! A figure with one of everything that writers draw, for their tests.

use std::sync::Arc;

use crate::chart::figure::{
    Anchor, Axis, AxisName, AxisScale, Caption, Color, Figure, FigureKind, Label, Mark, Marker, Panel,
    PanelKind, Rect, Shape, Stroke, Subject, Tick,
};
use crate::model::SeriesId;
use crate::text::{self, Weight};

pub(in crate::export) const INK: Color = Color([20, 24, 29, 255]);
pub(in crate::export) const BLUE: Color = Color([27, 111, 179, 255]);
pub(in crate::export) const VEIL: Color = Color([196, 80, 27, 51]);

pub(in crate::export) fn stroke(color: Color, width: f64, dash: &[f64]) -> Stroke {
    Stroke { color, width, dash: dash.to_vec() }
}

pub(in crate::export) fn label(text: &str, at: [f64; 2], anchor: Anchor, size: f64, weight: Weight) -> Label {
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

pub(in crate::export) fn figure() -> Figure {
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
        fonts: text::Fonts::bundled(),
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
        misfit: None,
        left_out: Vec::new(),
    }
}

/// A vector logo of 40 by 20.
pub(in crate::export) const LOGO_SVG: &str = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 20' width='40' height='20'><rect width='20' height='20' fill='green'/><circle cx='30' cy='10' r='8'/></svg>";

/// A PNG of that size, its left half opaque.
pub(in crate::export) fn logo_png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgba);
    let mut writer = encoder.write_header().unwrap();
    let pixels = (0..height)
        .flat_map(|_| (0..width).flat_map(move |x| [0, 90, 200, if 2 * x < width { 255 } else { 0 }]));
    writer.write_image_data(&pixels.collect::<Vec<u8>>()).unwrap();
    writer.finish().unwrap();
    bytes
}

/// The figure with both logos in its upper right corner.
pub(in crate::export) fn with_logos() -> Figure {
    let mut figure = figure();
    let png = crate::export::picture(&logo_png(30, 20)).unwrap();
    let svg = crate::export::picture(LOGO_SVG.as_bytes()).unwrap();
    for (x, picture) in [(500.0, png), (570.0, svg)] {
        let rect = Rect { x, y: 8.0, width: 60.0, height: 40.0 };
        figure.shapes.push(Shape::Image { rect, picture: Arc::new(picture) });
    }
    figure
}
