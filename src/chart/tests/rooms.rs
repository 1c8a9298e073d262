//! Figures where room is short or something is missing: what gives way, what stays, and what is
//! said instead.

use super::*;
use crate::study::ValueChange;
use crate::study::value::ValueLine;

fn bars(panel: &Panel) -> Vec<&str> {
    let names = panel.marks.iter().filter_map(|mark| match mark {
        Mark::Bar { subject: Subject::Series(id), .. } => Some(id.as_str()),
        _ => None,
    });
    names.collect()
}

#[test]
fn the_index_and_what_was_reported_have_bars_in_the_lowest_panel() {
    let mut case = sample();
    case.document.picks.push(SeriesId::new("AAPL"));
    for (height, least) in [(60.0, 6), (90.0, 6), (115.0, 8), (300.0, 16)] {
        let figure =
            case.figure(FigureKind::Moves, &View::default(), &Medium::Window { size: [520.0, height] });
        let shown = bars(&figure.panels[0]);
        for name in ["NDX", "NQ=F", "NVDA", "MU", "AMD", "ASML.AS"] {
            assert!(shown.contains(&name), "{height}: {name} is not in {shown:?}");
        }
        assert!(shown.len() >= least, "{height}: {shown:?}");
        let smallest = figure.panels[0].labels.iter().map(|label| label.size).fold(f64::INFINITY, f64::min);
        assert!(smallest >= 7.0, "{height}: {smallest}");
    }
    let low = case.figure(FigureKind::Moves, &View::default(), &Medium::Window { size: [520.0, 115.0] });
    let says = |words: &str| low.panels[0].labels.iter().any(|label| label.text.contains(words));
    assert!(says("−$854bn") && says("of 16 series shown"), "the total stays: {:?}", low.panels[0].labels);
}

#[test]
fn moves_are_dated_by_their_session() {
    let mut case = sample();
    case.document.event = Some(Event::new("", date(2025, 4, 5)));
    case.analysis = analyse(&case.data, &case.document);
    let figure = case.print(FigureKind::Pair, [1600.0, 900.0]);
    assert!(figure.caption.title.contains("on 7 April 2025"), "{}", figure.caption.title);
    let heading = "Moves on 7 April 2025 (first session after 5 April)";
    assert!(all_labels(&figure).iter().any(|label| label.text == heading));
    assert!(figure.caption.alt.contains("Moves on 7 April 2025:"), "{}", figure.caption.alt);
}

#[test]
fn a_base_of_zero_is_said_and_a_gain_has_its_sign() {
    let zero = line("A", 60, |place| if place == 39 { 0.0 } else { 5.0 });
    let mut case = Case::new("zero", Data { series: vec![zero], ..Data::default() }, Some(days(41)[40]));
    let figure = case.print(FigureKind::Moves, [1200.0, 675.0]);
    let said =
        |figure: &Figure, words: &str| all_labels(figure).iter().any(|label| label.text.contains(words));
    assert!(said(&figure, "no per cent: base is 0"));
    let line = ValueLine {
        id: SeriesId::new("A"),
        shares: 1e9,
        as_of: days(1)[0],
        is_later: false,
        filing: None,
        others: Vec::new(),
        change: 2e9,
        abnormal: None,
        currency: Some("USD".to_owned()),
        is_counted: true,
    };
    let value = ValueChange { lines: vec![line], ..ValueChange::default() };
    case.analysis.value = Some(value);
    let figure = case.print(FigureKind::Moves, [1200.0, 675.0]);
    assert!(said(&figure, "Market value of 1 issuer with known shares: +$2bn"), "{:?}", all_labels(&figure));
}

#[test]
fn a_small_scatter_keeps_its_plot_and_every_name_of_the_rail() {
    let mut case = sample();
    for (size, cost) in
        [([430.0, 430.0], Cost::Api), ([350.0, 400.0], Cost::Api), ([350.0, 400.0], Cost::Training)]
    {
        case.document.cost = cost;
        let figure = case.figure(FigureKind::Models, &View::default(), &Medium::Window { size });
        let [scatter, rail] = figure.panels.as_slice() else { panic!("two panels") };
        assert!(scatter.plot.height >= (size[1] - 8.0) * 0.6 - 1.0, "{size:?}: {:?}", scatter.plot);
        let below: Vec<&str> = scatter
            .labels
            .iter()
            .filter(|label| label.at[1] > scatter.plot.bottom() + 1.0)
            .map(|label| label.text.as_str())
            .collect();
        assert!(below.iter().all(|text| !text.contains('…')), "{size:?}: {below:?}");
        assert!(below.iter().any(|text| text.contains("(log)")), "{size:?}: {below:?}");
        assert!(scatter.x.ticks.len() >= 3, "{size:?}: {:?}", scatter.x.ticks);
        let key = below.join(" ");
        let mut names: Vec<&str> = Vec::new();
        let models = case.data.models.as_deref().unwrap();
        for mark in &rail.marks {
            let Mark::Point { subject: Subject::Model(row), .. } = mark else { continue };
            let name = rail.labels.iter().find(|label| label.subject == Some(Subject::Model(*row)));
            let known =
                name.is_some() || key.contains(&models.rows[*row].label) || key.contains("more: point");
            assert!(known, "{size:?}: {} has no name", models.rows[*row].label);
            names.extend(name.map(|label| label.text.as_str()));
        }
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count, "{size:?}: two names were cut alike");
    }
}

#[test]
fn a_key_without_room_counts_the_rest() {
    let crowd: Vec<(f64, f64)> =
        (0..90).map(|n| (1.0 + f64::from(n % 7) * 0.01, 50.0 + f64::from(n % 5))).collect();
    let case = Case::new("crowd", Data { models: Some(Arc::new(table(&crowd))), ..Data::default() }, None);
    let figure = case.figure(FigureKind::Models, &View::default(), &Medium::Window { size: [350.0, 400.0] });
    let said: Vec<&str> = all_labels(&figure).iter().map(|label| label.text.as_str()).collect();
    let whole = said.join(" ");
    assert!(whole.contains("more: point at them") && !whole.contains('…'), "{said:?}");
}

#[test]
fn a_pointed_at_line_stays_grey_and_lighter_than_the_index() {
    let case = sample();
    let id = SeriesId::new("TSM");
    let view = View { highlight: Some(Subject::Series(id.clone())), ..View::default() };
    let figure = case.figure(FigureKind::Market, &view, &Medium::Window { size: [700.0, 400.0] });
    let stroke = |name: &str| {
        figure.panels[0].marks.iter().find_map(|mark| match mark {
            Mark::Line { subject: Some(Subject::Series(id)), stroke, .. } if id.as_str() == name => {
                Some(stroke.clone())
            }
            _ => None,
        })
    };
    let [lit, pick, index] = ["TSM", "NVDA", "NDX"].map(|name| stroke(name).unwrap());
    let theme = Theme::built_in(ThemeName::Light);
    assert_eq!((lit.color, lit.width), (theme.muted, pick.width));
    assert!(lit.width < index.width);
    let name =
        figure.panels[0].labels.iter().find(|label| label.subject == Some(Subject::Series(id.clone())));
    assert_eq!(name.map(|label| label.color), Some(theme.muted));
}

#[test]
fn lines_outside_the_view_leave_nothing_along_its_edge() {
    let case = sample();
    let view = View { market_y: Some([-50.0, -20.0]), ..View::default() };
    let figure = case.figure(FigureKind::Market, &view, &Medium::Window { size: [700.0, 400.0] });
    let panel = &figure.panels[0];
    let names: Vec<&str> = panel
        .labels
        .iter()
        .filter(|label| label.anchor == Anchor::Left && matches!(label.subject, Some(Subject::Series(_))))
        .map(|label| label.text.as_str())
        .collect();
    assert!(names.contains(&"VRT") && !names.contains(&"Nasdaq 100"), "{names:?}");
    let along = |shape: &&Shape| match shape {
        Shape::Path { points, .. } => {
            points.windows(2).any(|pair| pair.iter().all(|at| (at[1] - panel.plot.y).abs() < 0.5))
        }
        _ => false,
    };
    assert_eq!(panel.over.iter().find(along), None);
}

#[test]
fn a_name_in_arabic_letters_leaves_the_title_its_direction() {
    let mut case = sample();
    let place = case.data.series.iter().position(|series| series.id.as_str() == "NDX").unwrap();
    case.data.series[place].info.name = Some("مؤشر ناسداك".to_owned());
    let caption = case.print(FigureKind::Pair, [1600.0, 900.0]).caption;
    let seen = crate::text::bidi::visual_order(&caption.title).replace('\u{200B}', "");
    assert!(seen.starts_with("ناسداك مؤشر fell 3.0% on 27 January 2025"), "{seen}");
    assert!(!caption.alt.contains('\u{2068}') && caption.alt.contains("مؤشر ناسداك"));
}

#[test]
fn around_no_event_is_everything() {
    let mut case = sample();
    case.document.event = None;
    case.analysis = analyse(&case.data, &case.document);
    let range = |span| {
        let view = View { span, ..View::default() };
        case.figure(FigureKind::Market, &view, &Medium::Print(Sheet::pixels([1200.0, 675.0]))).panels[0]
            .x
            .range
    };
    assert_eq!(range(Span::Around), range(Span::All));
    let figure = case.figure(FigureKind::Moves, &View::default(), &Medium::Window { size: [300.0, 120.0] });
    let said: Vec<&str> = all_labels(&figure).iter().map(|label| label.text.as_str()).collect();
    assert_eq!(said.join(" "), "Choose a date: click on the dates under the chart, or type it above.");
}

#[test]
fn a_low_chart_names_the_line_that_went_farthest() {
    let case = sample();
    let figure = case.print(FigureKind::Pair, [640.0, 480.0]);
    let named = |name: &str| {
        let series = Some(Subject::Series(SeriesId::new(name)));
        figure.panels[0].labels.iter().any(|label| label.subject == series)
    };
    assert!(named("VRT") && named("NDX"), "the largest fall and the index keep their names");
}
