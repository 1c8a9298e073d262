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
fn what_is_outside_the_view_is_left_out_and_told() {
    let mut case = sample();
    let figure =
        |case: &Case, kind| case.figure(kind, &View::default(), &Medium::Window { size: [760.0, 420.0] });
    let before = figure(&case, FigureKind::Market);
    assert_eq!(before.left_out, Vec::new());
    let text = "Nowhere".to_owned();
    let chart = AnnotatedChart::Market;
    let elsewhere = Annotation::Value { value: 50.0, text: text.clone(), chart: AnnotatedChart::Models };
    case.document.annotations = vec![
        Annotation::Text { text: text.clone(), at: market(date(1999, 1, 1), 0.0), to: None },
        Annotation::Text { text: text.clone(), at: market(EVENT, 900.0), to: Some(market(EVENT, 0.0)) },
        Annotation::Date { date: date(2090, 1, 1), text: text.clone() },
        Annotation::Value { value: 900.0, text: text.clone(), chart },
        Annotation::Dates { from: date(1999, 1, 1), to: date(1999, 2, 1), text: text.clone() },
        Annotation::Dates { from: date(2025, 2, 8), to: date(2025, 2, 9), text: text.clone() },
        Annotation::Values { from: 900.0, to: 910.0, text: text.clone(), chart },
        elsewhere.clone(),
    ];
    let after = figure(&case, FigureKind::Market);
    let keys: Vec<&str> = after.left_out.iter().map(|message| message.key).collect();
    assert_eq!(keys, [["chart-annotation-outside"; 7].as_slice(), &["chart-annotation-elsewhere"]].concat());
    let said = format!("{:?}", after.left_out[2]);
    assert!(said.contains("3 “Nowhere”"), "{said}");
    assert_eq!(Figure { left_out: Vec::new(), ..after }, before);
    let text = "Half".to_owned();
    case.document.annotations =
        vec![elsewhere, Annotation::Text { text, at: market(EVENT, 0.0), to: Some(market(EVENT, 900.0)) }];
    let after = figure(&case, FigureKind::Market);
    assert_eq!(after.left_out[1].key, "chart-annotation-arrow-outside");
    assert!(words(&after).contains("Half"));
    assert_eq!(figure(&case, FigureKind::Pair).left_out.len(), 1);
    assert_eq!(figure(&case, FigureKind::Table).left_out.len(), 2);
}

/// Numbers below a limit, the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }

    fn words(&mut self) -> String {
        let all =
            ["the", "first", "session", "after", "Washington", "export", "controls", "and", "a", "week"];
        let count = 1 + self.below(9);
        let words: Vec<&str> = (0..count).map(|_| all[self.below(10) as usize]).collect();
        words.join(" ")
    }

    fn spot(&mut self, chart: AnnotatedChart) -> Spot {
        match chart {
            AnnotatedChart::Market => market(self.day(), self.below(40) as f64 - 28.0),
            AnnotatedChart::Models => Spot::Models {
                cost: 0.1 * 10.0_f64.powf(self.below(200) as f64 / 100.0),
                score: 20.0 + self.below(60) as f64,
            },
        }
    }

    fn day(&mut self) -> Date {
        date(2025, 1, 2) + jiff::Span::new().days(i64::try_from(self.below(50)).unwrap())
    }

    fn note(&mut self) -> Annotation {
        let text = self.words();
        let chart = AnnotatedChart::ALL[self.below(2) as usize];
        match self.below(6) {
            0 => Annotation::Date { date: self.day(), text },
            1 => Annotation::Value { value: self.below(30) as f64 - 20.0, text, chart },
            2 => Annotation::Dates { from: self.day(), to: self.day(), text },
            3 => Annotation::Values { from: self.below(9) as f64, to: -(self.below(20) as f64), text, chart },
            _ => Annotation::Text { text, at: self.spot(chart), to: Some(self.spot(chart)) },
        }
    }
}

#[test]
fn words_of_any_notes_meet_no_other_words_and_stay_in_the_plot() {
    let mut case = sample();
    let media = [
        (FigureKind::Market, Medium::Print(Sheet::paper([85.0, 85.0]))),
        (FigureKind::Market, Medium::Print(Sheet::pixels([600.0, 400.0]))),
        (FigureKind::Market, Medium::Window { size: [420.0, 260.0] }),
        (FigureKind::Pair, Medium::Print(Sheet::pixels([1080.0, 1080.0]))),
        (FigureKind::Pair, Medium::Print(Sheet::pixels([1600.0, 900.0]))),
        (FigureKind::Models, Medium::Print(Sheet::paper([85.0, 127.0]))),
    ];
    let plain: Vec<Figure> =
        media.iter().map(|(kind, medium)| case.figure(*kind, &View::default(), medium)).collect();
    let mut chance = Chance(7);
    let mut fitting = 0;
    let rounds = 14;
    for _ in 0..rounds {
        let count = 1 + chance.below(4);
        case.document.annotations = (0..count).map(|_| chance.note()).collect();
        for ((kind, medium), before) in media.iter().zip(&plain) {
            let figure = case.figure(*kind, &View::default(), medium);
            for (panel, before) in figure.panels.iter().zip(&before.panels) {
                let own = |label: &&Label| !before.labels.contains(label);
                for label in panel.labels.iter().filter(own) {
                    let (rect, plot) = (ink(label), panel.plot);
                    assert!(rect.x >= plot.x - 0.5 && rect.right() <= plot.right() + 0.5, "{}", label.text);
                    assert!(rect.y >= plot.y - 0.5 && rect.bottom() <= plot.bottom() + 0.5, "{}", label.text);
                    let others = panel.labels.iter().filter(|other| *other != label);
                    for other in others {
                        assert!(!rect.meets(&ink(other)), "{} meets {}", label.text, other.text);
                    }
                }
            }
            if figure.misfit.is_none() && matches!(medium, Medium::Print(_)) {
                fitting += 1;
                holds_all(&case, &figure, before);
            } else if let Some(misfit) = &figure.misfit {
                assert_eq!(misfit.message().key, "chart-misfit-annotation");
            }
        }
    }
    assert!(fitting * 10 >= rounds * 5 * 7, "{fitting} of {} figures hold their notes", rounds * 5);
}

/// Every note that is in view is drawn with all its words and its arrow.
fn holds_all(case: &Case, figure: &Figure, before: &Figure) {
    let left_out = format!("{:?}", figure.left_out);
    let mut arrows = 0;
    for (place, note) in case.document.annotations.iter().enumerate() {
        if left_out.contains(&crate::model::annotation_name(place + 1, note.text())) {
            continue;
        }
        arrows += usize::from(matches!(note, Annotation::Text { .. }));
        let joined = words(figure);
        for word in note.text().split(' ') {
            assert!(joined.contains(word), "{word} of {note:?}");
        }
    }
    let drawn = |figure: &Figure| {
        let shapes = figure.panels.iter().flat_map(|panel| &panel.over);
        shapes.filter(|shape| matches!(shape, Shape::Path { points, .. } if points.len() == 5)).count()
    };
    assert_eq!(drawn(figure) - drawn(before), arrows, "{left_out}");
}

#[test]
fn a_note_without_room_is_a_misfit_that_names_it() {
    let mut case = sample();
    let text = "Words that go on and on about everything that happened. ".repeat(12);
    case.document.annotations = vec![
        Annotation::Date { date: EVENT, text: "Short".to_owned() },
        Annotation::Date { date: date(2025, 2, 3), text: text.clone() },
    ];
    let size = "85mm".parse::<SheetSize>().unwrap();
    let figure =
        case.figure(FigureKind::Market, &View::default(), &Medium::Print(size.sheet(FigureKind::Market)));
    let message = figure.misfit.clone().unwrap().message();
    let said = format!("{message:?}");
    assert!(message.key == "chart-misfit-annotation" && said.contains("2 “Words that go on"), "{said}");
    assert!(words(&figure).contains("Short") && !words(&figure).contains("Words that"), "it is not drawn");
    let window = case.figure(FigureKind::Market, &View::default(), &Medium::Window { size: [300.0, 200.0] });
    assert_eq!(window.misfit, None);
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
