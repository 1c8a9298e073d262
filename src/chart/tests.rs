//! Figures as a whole: they hold for odd data and tiny sizes, nothing of the sample covers
//! anything else, and their sentences say what the facts say.

use std::sync::Arc;

use jiff::civil::{Date, date};

use super::figure::{Anchor, Figure, Label, Mark, Panel, PanelKind, Rect, Shape, Subject};
use super::*;
use crate::io;
use crate::model::{
    ColumnRole, Cost, Event, ModelColumn, ModelRow, ModelTable, Role, Scale, Series, SeriesId, SourceId,
};
use crate::study::{analyse, samples};

mod agree;
mod annotations;
mod choices;
mod names;
mod rooms;
mod scatters;
mod sheets;
mod studies;
mod tables;
mod tongues;

const EVENT: Date = date(2025, 1, 27);

/// Data with a document, and what was computed of them.
struct Case {
    name: &'static str,
    data: Data,
    document: Document,
    analysis: Analysis,
}

impl Case {
    fn new(name: &'static str, data: Data, event: Option<Date>) -> Self {
        let event = event.map(|date| Event::new("DeepSeek-R1", date));
        let mut document = Document { event, ..Document::default() };
        document.picks = picks::default_picks(&data, &analyse(&data, &document));
        let analysis = analyse(&data, &document);
        Self { name, data, document, analysis }
    }

    fn figure(&self, kind: FigureKind, view: &View, medium: &Medium) -> Figure {
        let theme = Theme::built_in(ThemeName::Light);
        let words = Words::english();
        let scene = Scene {
            document: &self.document,
            data: &self.data,
            analysis: &self.analysis,
            theme: &theme,
            words: &words,
        };
        build(kind, &scene, view, medium)
    }

    fn print(&self, kind: FigureKind, size: [f64; 2]) -> Figure {
        self.figure(kind, &View::default(), &Medium::Print(Sheet::pixels(size)))
    }
}

fn sample() -> Case {
    let loaded: Vec<_> = io::load_sample(&io::Control::unwatched())
        .unwrap()
        .into_iter()
        .enumerate()
        .map(|(place, loaded)| (SourceId(u32::try_from(place).unwrap()), Arc::new(loaded)))
        .collect();
    Case::new("sample", io::compose(&loaded), Some(io::sample_event().date))
}

fn days(count: usize) -> Vec<Date> {
    let mut day = date(2024, 12, 2);
    let mut days = Vec::new();
    while days.len() < count {
        if !matches!(day.weekday(), jiff::civil::Weekday::Saturday | jiff::civil::Weekday::Sunday) {
            days.push(day);
        }
        day = day.tomorrow().unwrap();
    }
    days
}

fn line(name: &str, count: usize, close: impl Fn(usize) -> f64) -> Series {
    let closes: Vec<(Date, f64)> =
        days(count).into_iter().enumerate().map(|(place, day)| (day, close(place))).collect();
    samples::series(name, &closes)
}

fn table(points: &[(f64, f64)]) -> ModelTable {
    let column = |name: &str, role, values| ModelColumn {
        name: name.to_owned(),
        role,
        values,
        ..ModelColumn::default()
    };
    ModelTable {
        rows: points
            .iter()
            .enumerate()
            .map(|(place, _)| ModelRow {
                name: format!("Model number {place}"),
                label: format!("Model {place}"),
                organization: Some(format!("Organisation {}", place % 9)),
                released: (place % 4 != 3).then_some(date(2025, 1, 20)),
                ..ModelRow::default()
            })
            .collect(),
        columns: vec![
            column("price", ColumnRole::CostBlended, points.iter().map(|(cost, _)| *cost).collect()),
            column("score", ColumnRole::Score, points.iter().map(|(_, score)| *score).collect()),
        ],
        header: Vec::new(),
    }
}

/// Data that charts stumble over.
fn odd_cases() -> Vec<Case> {
    let wave = |place: usize| 100.0 + f64::from(u32::try_from(place * 37 % 23).unwrap());
    let with = |series: Vec<Series>, points: &[(f64, f64)]| Data {
        series,
        models: Some(Arc::new(table(points))),
        ..Data::default()
    };
    let gap = |place: usize| if (20..45).contains(&place) { f64::NAN } else { 50.0 };
    let forty = (0..40).map(|n| line(&format!("Series number {n}"), 60, move |at| wave(at + n))).collect();
    let crowd: Vec<(f64, f64)> =
        (0..90).map(|n| (1.0 + f64::from(n % 7) * 0.01, 50.0 + f64::from(n % 5))).collect();
    let spread: Vec<(f64, f64)> = (0..30).map(|n| (0.01 * 1.7f64.powi(n), f64::from(n * 31 % 17))).collect();
    let other = line("Other", 60, wave);
    vec![
        Case::new("no data", Data::default(), None),
        Case::new("no data, an event", Data::default(), Some(EVENT)),
        Case::new("one point", with(vec![line("A", 1, |_| 5.0)], &[(1.0, 2.0)]), Some(EVENT)),
        Case::new(
            "all missing",
            with(vec![line("A", 60, |_| f64::NAN)], &[(f64::NAN, f64::NAN)]),
            Some(EVENT),
        ),
        Case::new("a gap", with(vec![line("A", 60, gap), other], &spread), Some(EVENT)),
        Case::new("equal values", with(vec![line("A", 60, |_| 7.0)], &[(3.0, 3.0); 12]), Some(EVENT)),
        Case::new("zero base", with(vec![line("A", 60, |_| 0.0)], &[(0.0, 3.0), (-1.0, 4.0)]), Some(EVENT)),
        Case::new(
            "negative",
            with(vec![line("A", 60, |at| -wave(at))], &[(1e-300, -1e9), (1e300, 1e9)]),
            Some(EVENT),
        ),
        Case::new("event before", with(vec![line("A", 60, wave)], &spread), Some(date(1990, 1, 1))),
        Case::new("event after", with(vec![line("A", 60, wave)], &spread), Some(date(2090, 1, 1))),
        Case::new("no event", with(vec![line("A", 60, wave)], &crowd), None),
        Case::new("forty series", with(forty, &crowd), Some(EVENT)),
        Case::new("huge", with(vec![line("A", 60, |at| 1e300 * wave(at))], &spread), Some(EVENT)),
    ]
}

fn label_numbers(label: &Label) -> [f64; 3] {
    [label.at[0], label.at[1], label.size]
}

fn shape_numbers(shape: &Shape) -> Vec<f64> {
    match shape {
        Shape::Fill { rect, .. } | Shape::Image { rect, .. } => vec![rect.x, rect.y, rect.width, rect.height],
        Shape::Path { points, stroke } => points.iter().flatten().copied().chain([stroke.width]).collect(),
        Shape::Dot { at, radius, .. } => vec![at[0], at[1], *radius],
    }
}

fn mark_numbers(panel: &Panel, mark: &Mark) -> Vec<f64> {
    let placed = |at: [f64; 2]| panel.place(at).to_vec();
    match mark {
        Mark::Line { runs, .. } => runs.iter().flatten().flat_map(|at| placed(*at)).collect(),
        Mark::Bar { x, y, .. } => [placed([x[0], y[0]]), placed([x[1], y[1]])].concat(),
        Mark::Point { at, radius, .. } => [placed(*at), vec![*radius]].concat(),
        Mark::Rule { at, .. } => placed([*at, *at]),
    }
}

fn numbers(figure: &Figure) -> Vec<f64> {
    let mut all: Vec<f64> = figure.labels.iter().flat_map(label_numbers).collect();
    all.extend(figure.shapes.iter().flat_map(shape_numbers));
    for panel in &figure.panels {
        all.extend([panel.plot.x, panel.plot.y, panel.plot.width, panel.plot.height]);
        for axis in [&panel.x, &panel.y] {
            all.extend(axis.range);
            all.extend(axis.ticks.iter().map(|tick| tick.at));
            assert!(axis.range[1] > axis.range[0], "{:?}", panel.kind);
            assert!(axis.ticks.windows(2).all(|pair| pair[0].at < pair[1].at), "{:?}", axis.ticks);
        }
        all.extend(panel.under.iter().chain(&panel.over).flat_map(shape_numbers));
        all.extend(panel.marks.iter().flat_map(|mark| mark_numbers(panel, mark)));
        all.extend(panel.labels.iter().flat_map(label_numbers));
    }
    all
}

fn views() -> Vec<View> {
    let base = View::default();
    let mut views: Vec<View> = [Span::Around, Span::Month, Span::Quarter, Span::Year, Span::All]
        .map(|span| View { span, ..base.clone() })
        .to_vec();
    let id = SeriesId::new("Series number 30");
    views.extend([
        View { sessions: Some([10.3, 12.7]), market_y: Some([-3.0, 3.0]), ..base.clone() },
        View { sessions: Some([-500.0, -400.0]), models: Some([[5.0, 6.0], [900.0, 901.0]]), ..base.clone() },
        View { sessions: Some([10.2, 10.4]), models: Some([[-1.0, 1.0], [0.0, 60.0]]), ..base.clone() },
        View { sessions: Some([f64::NAN, 3.0]), market_y: Some([2.0, 1.0]), ..base.clone() },
        View { highlight: Some(Subject::Series(id)), ..base.clone() },
        View { highlight: Some(Subject::Model(3)), ..base },
    ]);
    views
}

/// Media to try with a view: all sizes with the first view, three with the others.
fn media(view: usize) -> Vec<Medium> {
    let small = [200.0, 150.0];
    let mut media = vec![
        Medium::Print(Sheet::pixels([1200.0, 675.0])),
        Medium::Print(Sheet::pixels(small)),
        Medium::Window { size: small },
    ];
    if view == 0 {
        let sizes = [[0.0, 0.0], [f64::NAN, 90.0], [90.0, f64::INFINITY], [3000.0, 60.0], [60.0, 3000.0]];
        media.extend(sizes.map(|size| Medium::Print(Sheet::pixels(size))));
        media.extend(sizes.map(|size| Medium::Window { size }));
    }
    media
}

#[test]
fn every_number_is_finite_whatever_the_data_the_view_and_the_size() {
    for mut case in odd_cases() {
        for (place, view) in views().iter().enumerate() {
            case.document.scale = Scale::ALL[place % 3];
            case.document.cost = if place % 5 == 4 { Cost::Training } else { Cost::Api };
            for (kind, medium) in FigureKind::ALL
                .into_iter()
                .flat_map(|kind| media(place).into_iter().map(move |medium| (kind, medium)))
            {
                let figure = case.figure(kind, view, &medium);
                let finite = numbers(&figure).iter().all(|number| number.is_finite());
                assert!(finite, "{} {kind:?} {view:?} {medium:?}", case.name);
                assert!(!figure.caption.alt.is_empty() && !figure.caption.title.is_empty());
            }
        }
    }
}

#[test]
fn the_same_input_gives_the_same_figure() {
    let case = sample();
    for kind in FigureKind::ALL {
        assert_eq!(case.print(kind, [1600.0, 900.0]), case.print(kind, [1600.0, 900.0]));
    }
}

/// Where a label's letters are: from the top of capitals to the bottom of descenders.
fn ink(label: &Label) -> Rect {
    let line = typography::bounds(label);
    Rect { y: label.at[1] - label.size * 0.7, height: label.size * 0.9, ..line }
}

fn all_labels(figure: &Figure) -> Vec<&Label> {
    figure.labels.iter().chain(figure.panels.iter().flat_map(|panel| &panel.labels)).collect()
}

const SIZES: [[f64; 2]; 5] =
    [[1200.0, 675.0], [1600.0, 900.0], [1920.0, 1080.0], [1080.0, 1080.0], [1080.0, 1920.0]];

#[test]
fn no_words_of_the_sample_meet_or_leave_the_figure() {
    let mut case = sample();
    for cost in Cost::ALL {
        case.document.cost = cost;
        for kind in FigureKind::ALL {
            for size in SIZES {
                let figure = case.print(kind, size);
                let labels = all_labels(&figure);
                for (place, label) in labels.iter().enumerate() {
                    let own = ink(label);
                    let within =
                        own.x >= 0.0 && own.right() <= size[0] && own.y >= 0.0 && own.bottom() <= size[1];
                    assert!(within, "{kind:?} {size:?}: {} at {own:?}", label.text);
                    for other in labels.iter().skip(place + 1) {
                        let meet = own.meets(&ink(other));
                        assert!(!meet, "{kind:?} {cost:?} {size:?}: {} meets {}", label.text, other.text);
                    }
                }
            }
        }
    }
}

#[test]
fn every_model_of_the_sample_is_named_or_numbered() {
    let case = sample();
    for size in SIZES {
        let figure = case.print(FigureKind::Models, size);
        let unnamed = |label: &&&Label| label.subject.is_none();
        let key: Vec<&str> =
            all_labels(&figure).iter().filter(unnamed).map(|label| label.text.as_str()).collect();
        let key = key.join(" ").replace('\u{A0}', " ");
        for panel in &figure.panels {
            for mark in &panel.marks {
                let Mark::Point { subject, at, radius, .. } = mark else { continue };
                let Subject::Model(row) = subject else { panic!("a point of no model") };
                let label = &case.data.models.as_deref().unwrap().rows[*row].label;
                let named = panel.labels.iter().any(|label| label.subject.as_ref() == Some(subject))
                    || key.contains(label.as_str());
                assert!(named, "{size:?}: {subject:?} has no name");
                let [x, y] = panel.place(*at);
                let point = Rect { x: x - radius, y: y - radius, width: 2.0 * radius, height: 2.0 * radius };
                let covered = panel.labels.iter().find(|label| ink(label).meets(&point));
                assert!(
                    covered.is_none(),
                    "{size:?}: {:?} covers {subject:?}",
                    covered.map(|label| &label.text)
                );
            }
        }
        let [scatter, rail] = figure.panels.as_slice() else { panic!("two panels") };
        assert_eq!((scatter.kind, rail.kind), (PanelKind::Models, PanelKind::Rail));
        assert!(!scatter.plot.meets(&rail.plot) && scatter.y.range == rail.y.range);
        let points =
            |panel: &Panel| panel.marks.iter().filter(|mark| matches!(mark, Mark::Point { .. })).count();
        assert_eq!((points(scatter), points(rail)), (16, 16));
    }
}

#[test]
fn line_ends_keep_the_order_of_the_lines() {
    let figure = sample().print(FigureKind::Market, [1600.0, 900.0]);
    let panel = &figure.panels[0];
    let names: Vec<&Label> = panel
        .labels
        .iter()
        .filter(|label| label.anchor == Anchor::Left && matches!(label.subject, Some(Subject::Series(_))))
        .collect();
    assert_eq!(names.len(), 7);
    let end = |label: &&Label| {
        panel.marks.iter().find_map(|mark| match mark {
            Mark::Line { subject, runs, .. } if *subject == label.subject => {
                let mut shown = runs.iter().flatten().filter(|point| point[0] <= panel.x.range[1]);
                shown.next_back().map(|point| point[1])
            }
            _ => None,
        })
    };
    assert!(names.windows(2).all(|pair| pair[0].at[1] < pair[1].at[1] && end(&pair[0]) > end(&pair[1])));
}

#[test]
fn sentences_state_the_facts_and_no_cause() {
    let case = sample();
    let caption = case.print(FigureKind::Pair, [1920.0, 1080.0]).caption;
    assert_eq!(caption.title, "Nasdaq 100 fell 3.0% on 27 January 2025 (DeepSeek-R1); Vertiv fell 29.9%");
    let alt = &caption.alt;
    for fact in ["NVDA", "−17.0%", "Nasdaq 100 −3.0%", "Micron −11.7%", "ASML, Amsterdam −7.0%", "$1.24tn"]
    {
        assert!(alt.contains(fact) || fact == "NVDA", "{fact} is not in: {alt}");
    }
    for sentence in [&caption.title, &caption.subtitle, &caption.source, &caption.note, alt] {
        assert!(
            !sentence.is_empty() && !sentence.contains("chart-") && !sentence.contains("because"),
            "{sentence}"
        );
    }
    let models = case.print(FigureKind::Models, [1920.0, 1080.0]).caption;
    assert_eq!(
        models.title,
        "Best GPQA Diamond score for the API price on 27 January 2025: Gemini 2.0 Flash, DeepSeek-R1, o1-1217"
    );
}

#[test]
fn picks_of_the_sample_are_the_reported_stocks_and_the_largest_falls() {
    let names: Vec<String> = sample().document.picks.iter().map(|pick| pick.as_str().to_owned()).collect();
    assert_eq!(names, ["NVDA", "MU", "AMD", "ASML.AS", "VRT", "AVGO"]);
}
