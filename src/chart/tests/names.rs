//! What is drawn has its name, or is told of: lines, rows of the title, points, and words that
//! would be cut.

use super::*;
use crate::chart::looks::{Standing, look};
use crate::chart::sheet::SheetSize;
use crate::text::{Digits, Language};

/// The coloured lines of a figure that have no label.
fn unnamed(case: &Case, theme: &Theme, figure: &Figure) -> Vec<String> {
    let panel = &figure.panels[0];
    assert_eq!(panel.kind, PanelKind::Market);
    let lines = panel.marks.iter().filter_map(|mark| match mark {
        Mark::Line { subject: Some(Subject::Series(id)), .. } => Some(id),
        _ => None,
    });
    let coloured = lines.filter(|id| look(&case.document, &case.data, theme, id).standing != Standing::Other);
    let without = |id: &&SeriesId| {
        !panel.labels.iter().any(|label| label.subject == Some(Subject::Series((*id).clone())))
    };
    coloured.filter(without).map(|id| id.as_str().to_owned()).collect()
}

fn large(factor: f64) -> Theme {
    let mut theme = Theme::built_in(ThemeName::Light);
    let factors = &mut theme.type_factors;
    (factors.title, factors.section, factors.label, factors.small) = (factor, factor, factor, factor);
    theme
}

#[test]
fn every_coloured_line_has_its_name_or_is_told_of_on_any_sheet() {
    let mut long = sample();
    long.document.wording.title = Some("A title that goes on about what happened. ".repeat(7));
    let widths = [110.0, 150.0, 200.0, 227.0, 300.0, 420.0, 640.0, 1000.0];
    let heights = [110.0, 150.0, 200.0, 260.0, 340.0, 480.0, 700.0];
    let (mut named, mut told) = (0, 0);
    for (case, factor, language) in [
        (&sample(), 1.0, Language::English),
        (&sample(), 1.6, Language::English),
        (&long, 1.0, Language::English),
        (&sample(), 1.0, Language::Arabic),
    ] {
        let (theme, words) = (large(factor), Words::of(language, Digits::Western));
        let scene = Scene {
            document: &case.document,
            data: &case.data,
            analysis: &case.analysis,
            theme: &theme,
            words: &words,
        };
        for size in widths.into_iter().flat_map(|width| heights.map(|height| [width, height])) {
            for kind in [FigureKind::Market, FigureKind::Pair] {
                let figure = build(kind, &scene, &View::default(), &Medium::Print(Sheet::pixels(size)));
                let without = unnamed(case, &theme, &figure);
                match &figure.misfit {
                    None => assert_eq!(without, Vec::<String>::new(), "{kind:?} {size:?} {factor}"),
                    Some(misfit) if misfit.message().key.contains("end-name") => {
                        assert!(misfit.names.len() >= without.len(), "{kind:?} {size:?}: {misfit:?}");
                        assert!(!misfit.names.is_empty() && misfit.needs > misfit.leaves, "{misfit:?}");
                        told += 1;
                    }
                    Some(_) => {}
                }
                named += usize::from(figure.misfit.is_none());
            }
        }
    }
    assert!(named > 60 && told > 5, "{named} figures with all names, {told} that tell of some");
}

#[test]
fn a_line_that_only_crosses_the_view_has_its_name() {
    // The second has no session between the first and the last day.
    let sparse = line("B", 9, |place| if place == 0 || place == 8 { 7.0 } else { f64::NAN });
    let mut case = Case::new(
        "crossing",
        Data { series: vec![line("A", 9, |_| 7.0), sparse], ..Data::default() },
        Some(days(2)[1]),
    );
    case.document.scale = Scale::Price;
    let view = View { sessions: Some([3.0, 5.0]), ..View::default() };
    let figure = case.figure(FigureKind::Market, &view, &Medium::Print(Sheet::pixels([800.0, 600.0])));
    assert_eq!(unnamed(&case, &Theme::built_in(ThemeName::Light), &figure), Vec::<String>::new());
    let name = |label: &&&Label| label.subject == Some(Subject::Series(SeriesId::new("B")));
    let said: Vec<&str> = all_labels(&figure).iter().filter(name).map(|label| label.text.as_str()).collect();
    assert!(said.contains(&"B") && !said.contains(&"7.00"), "no close is told where there is none: {said:?}");
}

#[test]
fn the_rows_of_the_title_stay_and_what_is_left_out_is_counted() {
    let case = sample();
    for size in ["60x40mm", "60x45mm", "60x50mm", "85x50mm", "640x240", "square"] {
        let sheet = size.parse::<SheetSize>().unwrap().sheet(FigureKind::Moves);
        let figure = case.figure(FigureKind::Moves, &View::default(), &Medium::Print(sheet));
        assert_eq!(figure.misfit, None, "{size}");
        let panel = &figure.panels[0];
        let bars: Vec<(&str, f64)> = panel
            .marks
            .iter()
            .filter_map(|mark| match mark {
                Mark::Bar { subject: Subject::Series(id), x, .. } => {
                    Some((id.as_str(), x[0].abs().max(x[1])))
                }
                _ => None,
            })
            .collect();
        let has = |name: &str| bars.iter().any(|(shown, _)| *shown == name);
        assert!(has("NDX") && has("VRT"), "{size}: {bars:?}");
        let said: Vec<&str> = panel.labels.iter().map(|label| label.text.as_str()).collect();
        let said = said.join(" ");
        let count = format!("{} of 16 series shown", bars.len());
        assert_eq!(said.contains(&count), bars.len() < 16, "{size}: {said}");
        let rings = panel.marks.iter().any(|mark| matches!(mark, Mark::Point { .. }));
        assert_eq!(said.contains("reported before the open"), rings, "{size}: {said}");
        if bars.len() < 6 {
            // Beside the index only large moves are left, and Micron's, of which was reported.
            let is_large = |(name, size): &(&str, f64)| ["NDX", "MU"].contains(name) || *size > 13.0;
            assert!(has("AVGO") && bars.iter().all(is_large), "{bars:?}");
        }
    }
}

#[test]
fn the_models_of_the_story_have_their_names_beside_them_and_every_number_is_explained() {
    let case = sample();
    for (size, beside) in [
        ("square", &["DeepSeek-R1", "Gemini 2.0 Flash", "o1-1217"][..]),
        ("column", &["DeepSeek-R1", "o1-1217"]),
        ("640x480", &["DeepSeek-R1", "Gemini 2.0 Flash"]),
        ("60mm", &[]),
    ] {
        let sheet = size.parse::<SheetSize>().unwrap().sheet(FigureKind::Pair);
        let figure = case.figure(FigureKind::Pair, &View::default(), &Medium::Print(sheet));
        assert_eq!(figure.misfit, None, "{size}");
        let scatter = figure.panels.iter().find(|panel| panel.kind == PanelKind::Models).unwrap();
        let names: Vec<&str> = scatter
            .labels
            .iter()
            .filter(|label| matches!(label.subject, Some(Subject::Model(_))))
            .map(|label| label.text.as_str())
            .collect();
        for name in beside {
            assert!(names.contains(name), "{size}: {name} is not in {names:?}");
        }
        let key: Vec<&str> = scatter
            .labels
            .iter()
            .filter(|label| label.subject.is_none() && label.at[1] > scatter.plot.bottom())
            .map(|label| label.text.as_str())
            .collect();
        let key = key.join(" ");
        for number in names.iter().filter(|name| name.parse::<u32>().is_ok()) {
            assert!(key.contains(&format!("{number}\u{A0}")), "{size}: nothing explains {number}: {key}");
        }
        let rail = figure.panels.iter().find(|panel| panel.kind == PanelKind::Rail).unwrap();
        let named = |panel: &Panel| {
            let is_name = |label: &&Label| matches!(label.subject, Some(Subject::Model(_)));
            panel.labels.iter().filter(is_name).count()
        };
        let more = 32 - named(scatter) - named(rail);
        assert!(more == 0 || key.contains(&format!("and {more} m")), "{size}: {more} have no name: {key}");
    }
}

#[test]
fn words_that_would_be_cut_are_told() {
    let told = |case: &Case, kind, size: &str| {
        let sheet = size.parse::<SheetSize>().unwrap().sheet(kind);
        let figure = case.figure(kind, &View::default(), &Medium::Print(sheet));
        figure.misfit.map(|misfit| misfit.message().key)
    };
    let mut case = sample();
    case.document.wording.title = Some("Word after word after word. ".repeat(30));
    assert_eq!(told(&case, FigureKind::Models, "400x400"), Some("chart-misfit-title"));
    case.document.wording.title = None;
    assert_eq!(told(&case, FigureKind::Market, "400x400"), None);
    let event = case.document.event.as_mut().unwrap();
    event.name = "An event whose name is far too long to stand on either side of its line".to_owned();
    assert_eq!(told(&case, FigureKind::Market, "400x500"), Some("chart-misfit-event-name"));
    assert_eq!(told(&case, FigureKind::Market, "slide"), None);
}

#[test]
fn market_value_is_that_of_the_series_shown() {
    let note = |case: &Case| {
        let figure = case.print(FigureKind::Moves, [1200.0, 675.0]);
        let said: Vec<String> = all_labels(&figure).iter().map(|label| label.text.clone()).collect();
        (said.join(" "), figure.caption.alt)
    };
    let mut case = sample();
    assert!(note(&case).0.contains("Market value of 8 issuers"));
    let all: Vec<SeriesId> = case.data.series.iter().map(|series| series.id.clone()).collect();
    let only = |case: &mut Case, shown: &[&str]| {
        case.document.hidden = all.iter().filter(|id| !shown.contains(&id.as_str())).cloned().collect();
    };
    only(&mut case, &["NDX", "NVDA"]);
    let (said, alt) = note(&case);
    assert!(said.contains("of 1 issuer with known shares: −$593bn"), "{said}");
    assert!(alt.contains("1 issuer"), "{alt}");
    only(&mut case, &["NDX"]);
    let (said, alt) = note(&case);
    assert!(!said.contains("known shares") && !alt.contains("known shares"), "{said} {alt}");
}

#[test]
fn a_move_beyond_all_news_is_in_no_title() {
    let title = |closes: [f64; 2], event: Option<Date>| {
        let odd = line("A", 60, |place| if place < 39 { closes[0] } else { closes[1] });
        let case = Case::new("odd", Data { series: vec![odd], ..Data::default() }, event);
        let view = View { span: Span::All, ..View::default() };
        case.figure(FigureKind::Market, &view, &Medium::Print(Sheet::pixels([1200.0, 675.0]))).caption.title
    };
    for closes in [[1e-300, 1e300], [1e-9, 1e9]] {
        let said = title(closes, Some(days(40)[39]));
        assert!(said.starts_with("No move can be measured on"), "{said}");
        let said = title(closes, None);
        assert!(said.starts_with("Prices from"), "{said}");
    }
    assert!(title([10.0, 11.0], Some(days(40)[39])).contains("rose 10.0%"));
}

#[test]
fn the_text_for_those_who_do_not_see_counts_the_lines_in_view() {
    let late = line("B", 60, |place| if place < 50 { f64::NAN } else { 5.0 });
    let mut case =
        Case::new("late", Data { series: vec![line("A", 60, |_| 7.0), late], ..Data::default() }, None);
    case.document.scale = Scale::Price;
    let alt = |sessions| {
        let view = View { sessions, ..View::default() };
        case.figure(FigureKind::Market, &view, &Medium::Print(Sheet::pixels([1200.0, 675.0]))).caption.alt
    };
    assert!(alt(Some([0.0, 20.0])).starts_with("Line chart of 1 series"), "{}", alt(Some([0.0, 20.0])));
    assert!(alt(Some([0.0, 59.0])).starts_with("Line chart of 2 series"));
}
