//! The user's notes: each at its place of the data, inside the plot, over no words of the chart.

use super::*;
use crate::model::{AnnotatedChart, Annotation, Spot};

fn market(date: Date, value: f64) -> Spot {
    Spot::Market { date, value }
}

fn all() -> Vec<Annotation> {
    let text = |text: &str| text.to_owned();
    vec![
        Annotation::Text {
            text: text("The first session after the weekend, when everybody had read the paper"),
            at: market(date(2025, 2, 10), -30.0),
            to: Some(market(date(2025, 1, 28), -20.0)),
        },
        Annotation::Date { date: date(2025, 2, 8), text: text("A Saturday") },
        Annotation::Value { value: -25.0, text: text("A bear market"), chart: AnnotatedChart::Market },
        Annotation::Dates { from: date(2025, 1, 11), to: date(2025, 1, 17), text: text("A quiet week") },
        Annotation::Values { from: 0.0, to: 5.0, text: text("Up"), chart: AnnotatedChart::Market },
        Annotation::Text {
            text: text("Cheap and good"),
            at: Spot::Models { cost: 1.0, score: 71.5 },
            to: Some(Spot::Models { cost: 0.3, score: 50.0 }),
        },
        Annotation::Value { value: 69.7, text: text("Experts"), chart: AnnotatedChart::Models },
        Annotation::Values { from: 40.0, to: 45.0, text: text("Band"), chart: AnnotatedChart::Models },
    ]
}

fn words(figure: &Figure) -> String {
    let labels: Vec<&str> = all_labels(figure).iter().map(|label| label.text.as_str()).collect();
    labels.join(" ")
}

fn shapes(figure: &Figure) -> usize {
    figure.panels.iter().map(|panel| panel.under.len() + panel.over.len()).sum()
}

#[test]
fn notes_stand_inside_and_over_no_other_words_in_window_and_file() {
    let plain = sample();
    let mut case = sample();
    case.document.annotations = all();
    let media = [
        (FigureKind::Pair, Medium::Print(Sheet::pixels([1600.0, 900.0]))),
        (FigureKind::Pair, Medium::Print(Sheet::paper([85.0, 221.0]))),
        (FigureKind::Market, Medium::Print(Sheet::pixels([1080.0, 1080.0]))),
        (FigureKind::Market, Medium::Window { size: [760.0, 420.0] }),
        (FigureKind::Models, Medium::Window { size: [700.0, 500.0] }),
    ];
    for (kind, medium) in media {
        let before = plain.figure(kind, &View::default(), &medium);
        let figure = case.figure(kind, &View::default(), &medium);
        assert!(shapes(&figure) > shapes(&before));
        for (panel, before) in figure.panels.iter().zip(&before.panels) {
            assert_eq!((panel.plot, &panel.marks), (before.plot, &before.marks));
            let own = |label: &&Label| !before.labels.contains(label);
            for label in panel.labels.iter().filter(own) {
                let rect = ink(label);
                let plot = panel.plot;
                assert!(rect.x >= plot.x - 0.5 && rect.right() <= plot.right() + 0.5, "{}", label.text);
                assert!(rect.y >= plot.y - 0.5 && rect.bottom() <= plot.bottom() + 0.5, "{}", label.text);
            }
        }
        let said = words(&figure);
        if kind == FigureKind::Market {
            for text in ["The first session", "A Saturday", "A bear market", "A quiet week", "Up"] {
                assert!(said.contains(text), "{medium:?}: {text}");
            }
            let labels = all_labels(&figure);
            for (place, label) in labels.iter().enumerate() {
                for other in labels.iter().skip(place + 1) {
                    assert!(!ink(label).meets(&ink(other)), "{} meets {}", label.text, other.text);
                }
            }
        }
        if kind == FigureKind::Models {
            for text in ["Cheap and good", "Experts", "Band"] {
                assert!(said.contains(text), "{text}");
            }
        }
    }
}

#[test]
fn what_is_outside_the_view_is_left_out() {
    let mut case = sample();
    let figure = |case: &Case| {
        case.figure(FigureKind::Market, &View::default(), &Medium::Window { size: [760.0, 420.0] })
    };
    let before = figure(&case);
    let text = "Nowhere".to_owned();
    let chart = AnnotatedChart::Market;
    case.document.annotations = vec![
        Annotation::Text { text: text.clone(), at: market(date(1999, 1, 1), 0.0), to: None },
        Annotation::Text { text: text.clone(), at: market(EVENT, 900.0), to: Some(market(EVENT, 0.0)) },
        Annotation::Date { date: date(2090, 1, 1), text: text.clone() },
        Annotation::Value { value: 900.0, text: text.clone(), chart },
        Annotation::Dates { from: date(1999, 1, 1), to: date(1999, 2, 1), text: text.clone() },
        Annotation::Dates { from: date(2025, 2, 8), to: date(2025, 2, 9), text: text.clone() },
        Annotation::Values { from: 900.0, to: 910.0, text: text.clone(), chart },
        Annotation::Value { value: 50.0, text, chart: AnnotatedChart::Models },
    ];
    assert_eq!(figure(&case), before);
}

#[test]
fn an_arrow_ends_at_its_place_and_a_date_at_its_session() {
    let mut case = sample();
    case.document.annotations = vec![
        Annotation::Text {
            text: "Look".to_owned(),
            at: market(date(2025, 2, 10), -30.0),
            to: Some(market(date(2025, 1, 28), -20.0)),
        },
        Annotation::Date { date: date(2025, 2, 8), text: String::new() },
    ];
    let figure = case.print(FigureKind::Market, [1200.0, 675.0]);
    let panel = &figure.panels[0];
    let place = |day| case.analysis.sessions.position(day).unwrap() as f64;
    let tip = panel.place([place(date(2025, 1, 28)), -20.0]);
    let x = panel.place([place(date(2025, 2, 10)), 0.0])[0];
    let paths = || {
        panel.over.iter().filter_map(|shape| match shape {
            Shape::Path { points, .. } => Some(points),
            _ => None,
        })
    };
    assert!(paths().any(|points| points.len() == 5 && points[1] == tip && points[3] == tip));
    assert!(paths().any(|points| *points == [[x, panel.plot.y], [x, panel.plot.bottom()]]));
}
