//! Figures on every sheet: readable, inside, nothing over anything else; and what is said where
//! that cannot be.

use super::*;
use crate::chart::sheet::{Preset, SheetSize};
use crate::model::Wording;

/// Presets, and sizes that nobody has named.
fn sizes() -> Vec<SheetSize> {
    let odd = ["1600x900", "900x700", "640x480", "3000x800", "1080x1350", "600x800", "60mm"]
        .map(|text| text.parse().unwrap());
    Preset::ALL.into_iter().map(SheetSize::Preset).chain(odd).collect()
}

fn on(case: &Case, kind: FigureKind, size: SheetSize) -> (Sheet, Figure) {
    let sheet = size.sheet(kind);
    (sheet, case.figure(kind, &View::default(), &Medium::Print(sheet)))
}

/// What is wrong with a figure: words too small, outside, or over others.
fn faults(sheet: &Sheet, figure: &Figure) -> Vec<String> {
    let mut faults = Vec::new();
    let labels = all_labels(figure);
    let [width, height] = sheet.size;
    for (place, label) in labels.iter().enumerate() {
        let own = ink(label);
        if label.size < sheet.least_type() - 1e-6 {
            faults.push(format!("{} has {} px", label.text, label.size));
        }
        if own.x < -0.5 || own.right() > width + 0.5 || own.y < -0.5 || own.bottom() > height + 0.5 {
            faults.push(format!("{} at {own:?} is outside", label.text));
        }
        for other in labels.iter().skip(place + 1).filter(|other| own.meets(&ink(other))) {
            faults.push(format!("{} meets {}", label.text, other.text));
        }
    }
    faults
}

/// What is wrong with a figure of each kind on each sheet.
fn all_faults(case: &Case, kinds: &[FigureKind], sizes: &[SheetSize]) -> Vec<String> {
    let mut found = Vec::new();
    for kind in kinds {
        for size in sizes {
            let (sheet, figure) = on(case, *kind, *size);
            let misfit = figure.misfit.as_ref().map(|misfit| format!("{misfit:?}"));
            let faults = faults(&sheet, &figure).into_iter().chain(misfit);
            found.extend(faults.map(|fault| format!("{} {size}: {fault}", kind.name())));
        }
    }
    found
}

#[test]
fn every_kind_of_the_sample_is_readable_on_every_sheet() {
    let mut faults = all_faults(&sample(), &FigureKind::ALL, &sizes());
    // Two panels over each other have no room for the names of all lines on the lowest sheet, and say so.
    faults.retain(|fault| !fault.starts_with("study 3000x800: Misfit"));
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn every_cost_and_no_event_are_readable_too() {
    let mut case = sample();
    case.document.event = None;
    case.analysis = analyse(&case.data, &case.document);
    let presets = Preset::ALL.map(SheetSize::Preset);
    let kinds = [FigureKind::Pair, FigureKind::Models, FigureKind::Table, FigureKind::Market];
    for cost in Cost::ALL {
        case.document.cost = cost;
        assert_eq!(all_faults(&case, &kinds, &presets), Vec::<String>::new(), "{cost:?}");
    }
}

#[test]
fn a_study_is_readable_whatever_its_windows_and_whether_there_is_one() {
    let presets: Vec<SheetSize> = Preset::ALL.into_iter().map(SheetSize::Preset).collect();
    let with = |change: fn(&mut Document)| {
        let mut case = sample();
        change(&mut case.document);
        case.analysis = analyse(&case.data, &case.document);
        all_faults(&case, &[FigureKind::Study], &presets)
    };
    let none = Vec::<String>::new();
    assert_eq!(with(|document| document.study.window = [-5, 10]), none, "a long window");
    assert_eq!(with(|document| document.study.window = [3, 3]), none, "a window after the event");
    assert_eq!(with(|document| document.study.estimation = 5000), none, "too few returns");
    assert_eq!(with(|document| document.study.window = [1, 0]), none, "refused");
    assert_eq!(with(|document| document.event = None), none, "no event");
    assert_eq!(with(|document| document.event.as_mut().unwrap().name.clear()), none, "no name");
    let name = |document: &mut Document| {
        document.event.as_mut().unwrap().name = "A name of an event that is rather long".to_owned();
    };
    assert_eq!(with(name), none, "a long name");
}

#[test]
fn long_words_of_the_user_stay_inside() {
    let mut case = sample();
    let title = "A title that goes on and on about what happened and to whom. ".repeat(5);
    let note = (1..=20).map(|line| format!("Line {line} of a long note that says this and that."));
    let byline = "Somebody With A Long Name, Somebody Else With A Longer One, The Desk".to_owned();
    case.document.wording = Wording {
        title: Some(title.chars().take(300).collect()),
        subtitle: Some("A subtitle of some length, which takes more than one line as well. ".repeat(3)),
        source: Some("Sources: exchanges, companies, newspapers and what they said. ".repeat(4)),
        note: Some(note.collect::<Vec<_>>().join("\n")),
        byline: Some(byline),
    };
    // What is too much for a sheet is refused; it stays inside all the same.
    let outside = |fault: &String| fault.contains("outside");
    let found: Vec<String> =
        all_faults(&case, &FigureKind::ALL, &sizes()).into_iter().filter(outside).collect();
    assert_eq!(found, Vec::<String>::new());
    let (_, figure) = on(&case, FigureKind::Market, SheetSize::Preset(Preset::Slide));
    let whole: Vec<&str> = figure.labels.iter().map(|label| label.text.as_str()).collect();
    let title = case.document.wording.title.unwrap();
    assert!(whole.join(" ").contains(title.trim()), "the whole title stands on a slide: {whole:?}");
}

#[test]
fn a_pair_stands_in_one_column_where_it_is_high_or_narrow() {
    let case = sample();
    let top = |panel: &Panel| panel.plot.y;
    for (size, stacked) in [
        ("story", true),
        ("column", true),
        ("60mm", true),
        ("100x100mm", true),
        ("900x1000", true),
        ("post", false),
        ("square", false),
        ("columns", false),
        ("a4", false),
        ("640x480", false),
        ("3000x800", false),
    ] {
        let (_, figure) = on(&case, FigureKind::Pair, size.parse().unwrap());
        let [market, moves, models, rail] = figure.panels.as_slice() else { panic!("{size}") };
        let below = top(moves) > market.plot.bottom() && top(models) > moves.plot.bottom();
        assert_eq!(below, stacked, "{size}");
        assert_eq!(rail.kind, PanelKind::Rail);
    }
}

/// Share of a figure's width over which its panels and their words reach.
fn reach(figure: &Figure) -> f64 {
    let boxes = figure
        .panels
        .iter()
        .flat_map(|panel| std::iter::once(panel.plot).chain(panel.labels.iter().map(typography::bounds)));
    let (left, right) =
        boxes.fold((f64::MAX, f64::MIN), |(left, right), rect| (left.min(rect.x), right.max(rect.right())));
    (right - left) / figure.size[0]
}

#[test]
fn a_pair_without_one_of_its_parts_fills_its_room() {
    let whole = sample();
    for (models, prices, event) in
        [(false, true, true), (true, false, false), (true, true, false), (false, true, false)]
    {
        let mut case = Case::new("part", whole.data.clone(), event.then_some(EVENT));
        if !models {
            case.data.models = None;
        }
        if !prices {
            case.data.series.clear();
        }
        case.analysis = analyse(&case.data, &case.document);
        for preset in Preset::ALL {
            let (sheet, figure) = on(&case, FigureKind::Pair, SheetSize::Preset(preset));
            let told = format!("{preset:?}, models {models}, prices {prices}, event {event}");
            assert_eq!((figure.misfit.as_ref(), faults(&sheet, &figure)), (None, Vec::new()), "{told}");
            assert!(reach(&figure) > 0.85, "{told}: {}", reach(&figure));
        }
    }
}

#[test]
fn what_finds_no_room_is_said() {
    let case = sample();
    let told = |kind, size: &str| {
        let (_, figure) = on(&case, kind, size.parse().unwrap());
        figure.misfit.map(|misfit| (misfit.needs > misfit.leaves, misfit.message().key))
    };
    assert!(told(FigureKind::Pair, "300x200").is_some_and(|(short, _)| short));
    assert!(told(FigureKind::Models, "400x120").is_some_and(|(short, _)| short));
    assert_eq!(told(FigureKind::Moves, "500x110"), Some((true, "chart-misfit-bars")));
    assert_eq!(told(FigureKind::Table, "120x400"), Some((true, "chart-misfit-columns")));
    assert_eq!(told(FigureKind::Market, "160x160").map(|(short, _)| short), Some(true));
    assert_eq!(told(FigureKind::Pair, "1200x675"), None);
    let mut case = sample();
    for series in &mut case.data.series {
        series.info.name = Some("A name that is far too long to stand beside any line ".repeat(2));
        series.info.role = Role::Future;
    }
    case.analysis = analyse(&case.data, &case.document);
    let (_, figure) = on(&case, FigureKind::Market, "500x400".parse().unwrap());
    assert_eq!(figure.misfit.map(|misfit| misfit.message().key), Some("chart-misfit-end-names"));
}

#[test]
fn names_that_are_too_wide_for_the_line_ends_stand_in_a_key() {
    let mut case = sample();
    for series in &mut case.data.series {
        series.info.name = Some(format!(
            "{} with a name of such a length that it cannot stand at the end",
            series.id.as_str()
        ));
        series.info.role = Role::Future;
    }
    case.analysis = analyse(&case.data, &case.document);
    let (sheet, figure) = on(&case, FigureKind::Market, "700x600".parse().unwrap());
    assert_eq!((figure.misfit.as_ref(), faults(&sheet, &figure)), (None, Vec::new()));
    let panel = &figure.panels[0];
    let named = |label: &&Label| matches!(label.subject, Some(Subject::Series(_)));
    assert!(panel.labels.iter().filter(named).count() >= 12, "six picks with names and values");
    assert!(panel.labels.iter().filter(named).all(|label| ink(label).bottom() < panel.plot.y + 1.0));
}
