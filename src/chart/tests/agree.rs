//! The window and a file show the same: marks, colours, names and values; and a title says what
//! the data say, whatever the event.

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::chart::figure::{Color, Tick};

/// Colour and points, in plot space, of every mark that stands for something.
fn marks(figure: &Figure) -> BTreeMap<String, (Color, Vec<[f64; 2]>)> {
    let mut marks = BTreeMap::new();
    for panel in &figure.panels {
        for mark in &panel.marks {
            let (subject, color, points) = match mark {
                Mark::Line { subject: Some(subject), runs, stroke, .. } => {
                    (subject, stroke.color, runs.iter().flatten().copied().collect())
                }
                Mark::Bar { subject, x, fill, .. } => (subject, *fill, vec![*x]),
                Mark::Point { subject, at, fill, stroke, .. } => {
                    let color = stroke.as_ref().map(|stroke| stroke.color).or(*fill).unwrap();
                    // A ring's row counts from the panel's last one; its value is what it says.
                    let at = if panel.kind == PanelKind::Moves { [at[0], 0.0] } else { *at };
                    // Along the rail a place means nothing.
                    let at = if panel.kind == PanelKind::Rail { [0.0, at[1]] } else { at };
                    (subject, color, vec![at])
                }
                Mark::Rule { subject: Some(subject), at, stroke, .. } => {
                    (subject, stroke.color, vec![[*at, 0.0]])
                }
                Mark::Line { .. } | Mark::Rule { .. } => continue,
            };
            marks.insert(format!("{:?} {subject:?}", panel.kind), (color, points));
        }
    }
    marks
}

/// Texts of the names and values that stand for something.
fn said(figure: &Figure) -> BTreeSet<String> {
    let subjects = all_labels(figure).into_iter().filter(|label| label.subject.is_some());
    subjects.map(|label| label.text.clone()).collect()
}

#[test]
fn the_window_and_a_file_draw_the_same() {
    let case = sample();
    for kind in [FigureKind::Market, FigureKind::Moves, FigureKind::Models, FigureKind::Study] {
        let size = [1400.0, 900.0];
        let file = case.print(kind, size);
        let window = case.figure(kind, &View::default(), &Medium::Window { size });
        let (in_file, in_window) = (marks(&file), marks(&window));
        assert!(in_file.len() > 15, "{kind:?}");
        for (subject, mark) in &in_file {
            assert_eq!(in_window.get(subject), Some(mark), "{subject}");
        }
        assert_eq!(in_file.len(), in_window.len(), "{kind:?}");
        assert_eq!(said(&file), said(&window), "{kind:?}");
        for (one, other) in file.panels.iter().zip(&window.panels) {
            for (axis, same) in [(&one.x, &other.x), (&one.y, &other.y)] {
                assert_eq!(axis.scale, same.scale);
                let texts: BTreeMap<String, &String> =
                    same.ticks.iter().map(|Tick { at, text }| (format!("{at:.6}"), text)).collect();
                // Smaller type has room for more ticks; where both have one they say the same.
                let both =
                    axis.ticks.iter().filter_map(|tick| Some((tick, texts.get(&format!("{:.6}", tick.at))?)));
                let both: Vec<_> = both.collect();
                assert!(axis.ticks.is_empty() || both.len() >= 2, "{kind:?} {:?}", one.kind);
                assert!(both.iter().all(|(tick, text)| tick.text == ***text), "{kind:?}");
            }
        }
    }
}

/// The title of a market figure of an index and two stocks with these closes around an event.
fn title(event: Option<(&str, Date)>, closes: [[f64; 3]; 3]) -> String {
    let day = |place: usize| [date(2024, 6, 6), date(2024, 6, 7), date(2024, 6, 10)][place];
    let names =
        [("IDX", "All shares", Role::Index), ("AAA", "Alpha", Role::Stock), ("BBB", "Beta", Role::Stock)];
    let series = names.into_iter().zip(closes).map(|((id, name, role), closes)| {
        let rows: Vec<(Date, f64)> =
            closes.into_iter().enumerate().map(|(at, close)| (day(at), close)).collect();
        let mut series = samples::series(id, &rows);
        series.info.name = Some(name.to_owned());
        series.info.role = role;
        series
    });
    let mut case = Case::new("title", samples::data_of(series.collect()), event.map(|(_, date)| date));
    if let (Some(found), Some((name, _))) = (&mut case.document.event, event) {
        name.clone_into(&mut found.name);
    }
    case.print(FigureKind::Market, [1200.0, 675.0]).caption.title
}

#[test]
fn one_template_says_what_any_event_did() {
    let fall = [[50.0, 100.0, 96.0], [50.0, 10.0, 9.0], [50.0, 20.0, 19.0]];
    let rise = [[50.0, 100.0, 102.5], [50.0, 10.0, 11.0], [50.0, 20.0, 20.2]];
    let flat = [[50.0, 100.0, 100.0], [50.0, 10.0, 10.0], [50.0, 20.0, 20.0]];
    let monday = date(2024, 6, 10);
    for (event, closes, expected) in [
        (
            Some(("Chip rules", monday)),
            fall,
            "All shares fell 4.0% on 10 June 2024 (Chip rules); Alpha fell 10.0%",
        ),
        (
            Some(("Rate cut", monday)),
            rise,
            "All shares rose 2.5% on 10 June 2024 (Rate cut); Alpha rose 10.0%",
        ),
        (Some(("", monday)), flat, "All shares did not move on 10 June 2024; Alpha did not move"),
        // A Saturday: the session of Monday is the event's.
        (
            Some(("Leak", date(2024, 6, 8))),
            fall,
            "All shares fell 4.0% on 10 June 2024 (Leak); Alpha fell 10.0%",
        ),
        (None, fall, "All shares rose 92.0% from 6 June 2024 to 10 June 2024"),
    ] {
        assert_eq!(title(event, closes), expected);
    }
}
