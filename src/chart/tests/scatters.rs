//! Names of points on random and crowded scatters: each stands clear of everything, or its point
//! is told of in the key.

use super::*;
use crate::chart::sheet::{Preset, SheetSize};

/// Numbers that are random enough and the same every time.
struct Dice(u64);

impl Dice {
    /// Between 0 and 1.
    fn roll(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        f64::from(u32::try_from(self.0 >> 33).unwrap()) / f64::from(1_u32 << 31)
    }
}

/// So many models; `clusters` of them together where that is not zero, a tenth without a cost.
fn scatter(dice: &mut Dice, count: usize, clusters: usize) -> Case {
    let centres: Vec<[f64; 2]> = (0..clusters).map(|_| [dice.roll(), dice.roll()]).collect();
    let points: Vec<(f64, f64)> = (0..count)
        .map(|place| {
            let [mut x, mut y] = [dice.roll(), dice.roll()];
            if let Some([near_x, near_y]) = centres.get(place % clusters.max(1)) {
                [x, y] = [near_x + (x - 0.5) * 0.15, near_y + (y - 0.5) * 0.15];
            }
            let cost = if dice.roll() < 0.1 { f64::NAN } else { 10f64.powf(x * 3.0 - 1.0) };
            (cost, 20.0 + 70.0 * y)
        })
        .collect();
    Case::new("scatter", Data { models: Some(Arc::new(table(&points))), ..Data::default() }, Some(EVENT))
}

fn segments(panel: &Panel) -> Vec<[[f64; 2]; 2]> {
    let runs = panel.marks.iter().filter_map(|mark| match mark {
        Mark::Line { subject: None, runs, .. } => Some(runs),
        _ => None,
    });
    let pairs = runs.flatten().flat_map(|run| run.windows(2));
    pairs.map(|pair| [panel.place(pair[0]), panel.place(pair[1])]).collect()
}

fn point_boxes(panel: &Panel) -> Vec<(usize, Rect)> {
    let points = panel.marks.iter().filter_map(|mark| match mark {
        Mark::Point { subject: Subject::Model(row), at, radius, .. } => {
            let [x, y] = panel.place(*at);
            Some((*row, Rect { x: x - radius, y: y - radius, width: 2.0 * radius, height: 2.0 * radius }))
        }
        _ => None,
    });
    points.collect()
}

/// How many of the scatter's points have their names beside them, after checking that every name
/// stands clear and that every other point is in the key.
fn checked(figure: &Figure, case: &Case) -> [usize; 2] {
    let Some(panel) = figure.panels.first() else { return [0; 2] };
    let rail = figure.panels.get(1).map(|rail| rail.plot);
    let names: Vec<&Label> =
        panel.labels.iter().filter(|label| matches!(label.subject, Some(Subject::Model(_)))).collect();
    let (points, lines) = (point_boxes(panel), segments(panel));
    for (place, name) in names.iter().enumerate() {
        let own = ink(name);
        let plot = panel.plot;
        let inside = own.x >= plot.x - 0.01
            && own.right() <= plot.right() + 0.01
            && own.y >= plot.y - 0.01
            && own.bottom() <= plot.bottom() + 0.01;
        assert!(inside, "{} leaves the plot", name.text);
        assert!(rail.is_none_or(|rail| !rail.meets(&own)), "{} meets the rail", name.text);
        assert!(points.iter().all(|(_, point)| !point.meets(&own)), "{} covers a point", name.text);
        assert!(lines.iter().all(|line| !place::crosses(*line, &own)), "{} meets a line", name.text);
        for other in names.iter().skip(place + 1) {
            assert!(!own.meets(&ink(other)), "{} meets {}", name.text, other.text);
        }
    }
    let key: Vec<&str> = panel
        .labels
        .iter()
        .filter(|label| label.subject.is_none() && label.at[1] > panel.plot.bottom())
        .map(|label| label.text.as_str())
        .collect();
    let key = key.join(" ").replace('\u{A0}', " ");
    let models = case.data.models.as_deref().unwrap();
    let mut beside = 0;
    for (row, _) in &points {
        let label = &models.rows[*row].label;
        if names.iter().any(|name| name.subject == Some(Subject::Model(*row)) && name.text == *label) {
            beside += 1;
        } else {
            assert!(key.contains(label.as_str()) || key.contains(" more"), "{label} is not in: {key}");
        }
    }
    [beside, points.len()]
}

#[test]
fn no_name_of_five_hundred_scatters_covers_anything() {
    let sizes = ["1200x675", "1600x900", "1920x1080", "square", "story", "column", "columns", "900x700"];
    let mut dice = Dice(7);
    for round in 0..500 {
        let count = 5 + (round * 37) % 76;
        let case = scatter(&mut dice, count, if round % 3 == 0 { 1 + round % 5 } else { 0 });
        let sheet = sizes[round % sizes.len()].parse::<SheetSize>().unwrap().sheet(FigureKind::Models);
        let figure = case.figure(FigureKind::Models, &View::default(), &Medium::Print(sheet));
        checked(&figure, &case);
    }
}

#[test]
fn names_of_the_sample_stand_clear_on_every_preset() {
    let mut case = sample();
    for cost in Cost::ALL {
        case.document.cost = cost;
        for preset in Preset::ALL {
            let sheet = SheetSize::Preset(preset).sheet(FigureKind::Models);
            checked(&case.figure(FigureKind::Models, &View::default(), &Medium::Print(sheet)), &case);
        }
    }
}

#[test]
fn every_point_of_the_sample_has_its_name_beside_it_from_a_post_on() {
    let case = sample();
    for size in ["post", "1600x900", "slide", "2400x1350"] {
        let sheet = size.parse::<SheetSize>().unwrap().sheet(FigureKind::Models);
        let figure = case.figure(FigureKind::Models, &View::default(), &Medium::Print(sheet));
        let [beside, all] = checked(&figure, &case);
        assert_eq!((beside, all), (16, 16), "{size}");
    }
}

#[test]
fn of_forty_random_points_at_most_a_tenth_goes_to_the_key() {
    let mut dice = Dice(11);
    for round in 0..10 {
        let case = scatter(&mut dice, 40, 0);
        let figure = case.print(FigureKind::Models, [1600.0, 900.0]);
        let [beside, all] = checked(&figure, &case);
        assert!((all - beside) * 10 <= all, "round {round}: {beside} of {all}");
    }
}

#[test]
fn the_key_shows_what_each_line_is() {
    let case = sample();
    for size in ["post", "column", "square"] {
        let sheet = size.parse::<SheetSize>().unwrap().sheet(FigureKind::Models);
        let figure = case.figure(FigureKind::Models, &View::default(), &Medium::Print(sheet));
        let panel = &figure.panels[0];
        let strokes = panel.marks.iter().filter_map(|mark| match mark {
            Mark::Line { subject: None, stroke, .. } => Some(stroke),
            _ => None,
        });
        for stroke in strokes {
            let shown = panel.over.iter().any(
                |shape| matches!(shape, Shape::Path { stroke: own, points } if own == stroke && points.len() == 2),
            );
            assert!(shown, "{size}: {stroke:?}");
        }
        let dated = panel.labels.iter().filter(|label| label.text.contains("Jan 2025")).count();
        assert_eq!(dated, 2, "{size}");
    }
}

#[test]
fn a_crowd_of_five_thousand_has_names_where_they_fit_and_counts_the_rest() {
    let mut dice = Dice(23);
    for clusters in [0, 5] {
        let case = scatter(&mut dice, 5000, clusters);
        for medium in [
            Medium::Print("1600x900".parse::<SheetSize>().unwrap().sheet(FigureKind::Models)),
            Medium::Window { size: [900.0, 500.0] },
        ] {
            let figure = case.figure(FigureKind::Models, &View::default(), &medium);
            let [panel, rail] = figure.panels.as_slice() else { panic!("no rail") };
            let names = |panel: &Panel| {
                let labels = panel.labels.iter();
                labels.filter(|label| matches!(label.subject, Some(Subject::Model(_)))).count()
            };
            let points =
                |panel: &Panel| panel.marks.iter().filter(|mark| matches!(mark, Mark::Point { .. })).count();
            assert_eq!(points(panel) + points(rail), 5000);
            let named = names(panel) + names(rail);
            assert!(names(panel) > 5 && names(rail) > 5, "{named}");
            let own: Vec<Rect> = panel
                .labels
                .iter()
                .filter(|label| matches!(label.subject, Some(Subject::Model(_))))
                .map(ink)
                .collect();
            let boxes = point_boxes(panel);
            for (place, name) in own.iter().enumerate() {
                assert!(own.iter().skip(place + 1).all(|other| !other.meets(name)));
                assert!(boxes.iter().all(|(_, point)| !point.meets(name)));
            }
            let counted =
                format!("{} models without their names", Words::english().number((5000 - named) as f64, 0));
            assert!(panel.labels.iter().any(|label| label.text.contains(&counted)), "{counted}");
        }
    }
}
