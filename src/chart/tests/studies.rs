//! The figure of an event study and the windows in the market chart: where they lie, what is drawn and
//! what is said; and the columns of a table that show the study.

use super::*;
use crate::chart::columns::StudyColumn;
use crate::study::SeriesStudy;
use crate::study::value::ValueLine;

const SIZE: [f64; 2] = [1600.0, 900.0];

fn with(change: impl FnOnce(&mut Document)) -> Case {
    let mut case = sample();
    change(&mut case.document);
    case.analysis = analyse(&case.data, &case.document);
    case
}

fn of(name: &str) -> View {
    View { studied: Some(SeriesId::new(name)), ..View::default() }
}

fn print(case: &Case, view: &View) -> Figure {
    case.figure(FigureKind::Study, view, &Medium::Print(Sheet::pixels(SIZE)))
}

fn study<'c>(case: &'c Case, name: &str) -> &'c SeriesStudy {
    case.analysis.study_of(&SeriesId::new(name)).unwrap().as_ref().unwrap()
}

fn fills(panel: &Panel) -> Vec<Rect> {
    let fill = |shape: &Shape| match shape {
        Shape::Fill { rect, .. } => Some(*rect),
        _ => None,
    };
    panel.under.iter().filter_map(fill).collect()
}

fn texts(panel: &Panel) -> Vec<&str> {
    panel.labels.iter().map(|label| label.text.as_str()).collect()
}

#[test]
fn both_windows_lie_at_their_dates_in_both_panels() {
    let case = with(|document| document.study.window = [-1, 1]);
    let figure = print(&case, &of("NVDA"));
    let [market, returns] = figure.panels.as_slice() else { panic!("two panels") };
    assert_eq!((market.kind, returns.kind), (PanelKind::Market, PanelKind::Study));
    assert_eq!((market.x.range, &market.x.ticks), (returns.x.range, &returns.x.ticks));
    assert_eq!((market.plot.x, market.plot.width), (returns.plot.x, returns.plot.width));
    assert!(returns.plot.y > market.plot.bottom());
    let place = |date: Date| case.analysis.sessions.position(date).unwrap() as f64;
    let (first, last) = (date(2024, 7, 18), date(2025, 1, 7));
    assert_eq!(study(&case, "NVDA").estimation, [first, last], "120 returns, 10 sessions left out");
    for panel in &figure.panels {
        let [estimation, event] = fills(panel)[..] else { panic!("two shades") };
        let expected = [(estimation, first, last), (event, date(2025, 1, 24), date(2025, 1, 28))];
        for (shade, first, last) in expected {
            let edges = [place(first) - 0.5, place(last) + 0.5].map(|at| panel.place([at, 0.0])[0]);
            assert!((shade.x - edges[0]).abs() < 1e-6 && (shade.right() - edges[1]).abs() < 1e-6);
            assert_eq!((shade.y, shade.height), (panel.plot.y, panel.plot.height));
        }
        assert!(panel.x.range[0] < place(first) && panel.x.range[1] > place(date(2025, 1, 28)));
    }
    let named = texts(market);
    for words in ["estimation window: 120 returns, 18 Jul to 7 Jan", "event window −1 to 1: 24 Jan to 28 Jan"]
    {
        assert!(named.contains(&words), "{words}: {named:?}");
    }
}

#[test]
fn the_market_chart_shows_the_windows_where_they_are_asked_for() {
    let case = sample();
    let plain = case.print(FigureKind::Market, SIZE);
    assert_eq!(fills(&plain.panels[0]), []);
    let sheet = Medium::Print(Sheet::pixels(SIZE));
    let asked = case.figure(FigureKind::Market, &View { study: true, ..View::default() }, &sheet);
    // Twenty sessions around the event reach into the estimation window.
    assert_eq!(fills(&asked.panels[0]).len(), 2);
    assert_eq!(asked.panels[0].x.range, plain.panels[0].x.range);
    let far = View { study: true, sessions: Some([0.0, 5.0]), ..View::default() };
    assert_eq!(fills(&case.figure(FigureKind::Market, &far, &sheet).panels[0]), []);
}

#[test]
fn every_number_of_the_study_is_drawn_and_told() {
    let case = with(|document| document.study.window = [-1, 1]);
    let (words, theme) = (Words::english(), Theme::built_in(ThemeName::Light));
    let Case { document, data, analysis, .. } = &case;
    let scene = Scene { document, data, analysis, theme: &theme, words: &words };
    let figure = print(&case, &of("NVDA"));
    let rows = drawn(&figure, &scene, &of("NVDA"));
    let of_what = |what: &str| -> Vec<(String, f64)> {
        let wanted = rows.iter().filter(|row| row.chart == "study" && row.what == what && row.id == "NVDA");
        wanted.map(|row| (row.date.clone(), row.value / 100.0)).collect()
    };
    let near = |drawn: Vec<(String, f64)>, expected: Vec<(Date, f64)>| {
        assert_eq!(drawn.len(), expected.len());
        for ((date, value), (day, number)) in drawn.iter().zip(expected) {
            assert!(*date == day.to_string() && (value - number).abs() < 1e-10, "{date} {value} {number}");
        }
    };
    let found = study(&case, "NVDA");
    near(of_what("ar"), found.days.iter().map(|day| (day.date, day.ar)).collect());
    near(of_what("car"), found.window.iter().map(|day| (day.date, day.car)).collect());
    let end =
        |end: usize| found.window.iter().map(|day| (day.date, day.car_interval.unwrap()[end])).collect();
    near(of_what("car_low"), end(0));
    near(of_what("car_high"), end(1));
    assert!(rows.iter().any(|row| row.chart == "market" && row.what == "line"));
}

#[test]
fn the_study_is_that_of_the_named_the_pointed_at_or_the_first_pick() {
    let mut case = sample();
    let title = |case: &Case, view: &View| print(case, view).caption.title;
    case.document.picks = ["ASML.AS", "AVGO", "NVDA"].map(SeriesId::new).to_vec();
    let pointed = View { highlight: Some(Subject::Series(SeriesId::new("AMD"))), ..View::default() };
    assert!(title(&case, &View::default()).starts_with("Broadcom fell"), "Amsterdam has no study");
    assert!(title(&case, &pointed).starts_with("AMD fell"));
    let both = View { studied: Some(SeriesId::new("MU")), ..pointed };
    assert!(title(&case, &both).starts_with("Micron fell"));
    case.document.picks.clear();
    assert!(title(&case, &View::default()).starts_with("Nvidia fell"), "the first stock");
}

#[test]
fn the_title_and_the_alternative_text_say_what_was_found() {
    let case = sample();
    let caption = print(&case, &of("NVDA")).caption;
    assert_eq!(
        caption.title,
        "Nvidia fell 17.0% on 27 January 2025 (DeepSeek-R1): abnormal −11.0%, the largest of the 121 \
         sessions compared"
    );
    for fact in ["abnormal returns of Nvidia", "with a beta of 2.01", "rank p 0.008"] {
        assert!(caption.alt.contains(fact), "{fact}: {}", caption.alt);
    }
    assert!(caption.note.starts_with("Market model on Nasdaq 100: 120 simple returns"), "{}", caption.note);
    let within = print(&case, &of("AMD")).caption.title;
    assert!(within.ends_with(": within what the market explains"), "{within}");
    let index = print(&case, &of("NDX")).caption.title;
    assert_eq!(index, "Nasdaq 100 fell 3.0% on 27 January 2025 (DeepSeek-R1)");
    let panel = &print(&case, &of("NVDA")).panels[1];
    for words in ["NVDA", "abnormal −11.0%", "largest of 121 sessions", "95% interval −15.3% to −6.8%"]
    {
        assert!(texts(panel).contains(&words), "{words}: {:?}", texts(panel));
    }
}

#[test]
fn where_there_is_no_study_the_panel_says_why() {
    let said = |case: &Case, name: &str| {
        let figure = print(case, &of(name));
        let [_, panel] = figure.panels.as_slice() else { panic!("two panels") };
        assert_eq!((panel.marks.len(), fills(panel).len(), panel.y.ticks.len()), (0, 0, 0));
        (texts(panel).join(" "), figure.caption)
    };
    let (text, caption) = said(&sample(), "ASML.AS");
    assert!(text.contains("No event study of ASML, Amsterdam: only 4 of 120 returns"), "{text}");
    assert!(caption.title.starts_with("Nasdaq 100 fell") && caption.alt.contains("only 4 of 120"));
    let (text, _) = said(&with(|document| document.study.window = [2, 1]), "NVDA");
    assert!(text.contains("The event window ends before it starts."), "{text}");
    let (text, _) = said(&with(|document| document.event = None), "NVDA");
    assert!(text.contains("No event study of Nvidia: no event is set."), "{text}");
    let (text, _) = said(&with(|document| document.event.as_mut().unwrap().date = date(2031, 1, 6)), "NVDA");
    assert!(text.contains("its last session is"), "{text}");
}

#[test]
fn in_arabic_words_begin_on_the_right_and_time_does_not() {
    let case = sample();
    let theme = Theme::built_in(ThemeName::Light);
    let words = Words::of(crate::text::Language::Arabic, crate::text::Digits::Western);
    let Case { document, data, analysis, .. } = &case;
    let scene = Scene { document, data, analysis, theme: &theme, words: &words };
    let figure = build(FigureKind::Study, &scene, &of("NVDA"), &Medium::Print(Sheet::pixels(SIZE)));
    let english = print(&case, &of("NVDA"));
    let [_, panel] = figure.panels.as_slice() else { panic!("two panels") };
    assert_eq!(panel.x.range, english.panels[1].x.range);
    let heading = |panel: &Panel| panel.labels.iter().find(|label| label.text == "NVDA").unwrap().clone();
    assert_eq!((heading(panel).anchor, heading(&english.panels[1]).anchor), (Anchor::Right, Anchor::Left));
    assert!(heading(panel).at[0] > panel.plot.right() && heading(&english.panels[1]).at[0] <= panel.plot.x);
    assert!(figure.caption.title.contains("غير الطبيعي"), "{}", figure.caption.title);
}

/// Texts of the table with those columns, as they stand.
fn table(case: &Case, columns: &[StudyColumn], group: Option<Grouping>, size: [f64; 2]) -> Figure {
    let view = View { columns: columns.to_vec(), group, ..View::default() };
    case.figure(FigureKind::Table, &view, &Medium::Print(Sheet::pixels(size)))
}

#[test]
fn a_table_has_the_columns_that_are_asked_for_in_their_order() {
    use StudyColumn::{Ar, BaseDate, Beta, Move, PRank, Recovered};
    let case = sample();
    let figure = table(&case, &[PRank, Beta, Move, Ar, Beta], None, SIZE);
    let said = texts(&figure.panels[0]).join(" ");
    assert!(
        said.starts_with("Name Rank\u{a0}p Beta Move Abnormal return Nasdaq 100 1.00 −3.0% 0.0%"),
        "{said}"
    );
    assert!(said.contains("Nvidia 0.008 2.01 −17.0% −11.0%"), "{said}");
    assert!(said.contains("ASML, Amsterdam −7.0% AMD"), "what is withheld is empty: {said}");
    let dated = table(&case, &[BaseDate, Recovered], None, SIZE);
    let said = texts(&dated.panels[0]).join(" ");
    assert!(
        said.contains("Nvidia 24 Jan 2025 not yet") && said.contains("Microsoft 24 Jan 2025 2"),
        "{said}"
    );
    // What is asked for is never dropped: it is said that there is no room.
    let narrow = table(&case, &StudyColumn::ALL, None, [600.0, 600.0]);
    assert_eq!(narrow.misfit.map(|misfit| misfit.message().key), Some("chart-misfit-columns"));
}

#[test]
fn rows_stand_under_the_heading_of_their_group_where_files_tell_it() {
    let mut case = sample();
    let order = |case: &Case, group, names: &[&str]| {
        let figure = table(case, &[StudyColumn::Move], group, SIZE);
        let said = texts(&figure.panels[0]).iter().map(ToString::to_string).collect::<Vec<_>>();
        let places: Vec<_> = names.iter().map(|name| said.iter().position(|text| text == name)).collect();
        assert!(
            places.windows(2).all(|pair| pair[0].is_some() && pair[0] < pair[1]),
            "{names:?} in {said:?}"
        );
        said
    };
    let names = ["Indices", "Nasdaq 100", "S&P 500", "Futures", "Nasdaq 100 futures", "Stocks", "Vertiv"];
    order(&case, Some(Grouping::Role), &names);
    let vertiv = case.data.series.iter_mut().find(|found| found.id.as_str() == "VRT").unwrap();
    vertiv.info.sector = None;
    let names = [
        "Indices",
        "Futures",
        "Internet",
        "Alphabet",
        "Semiconductors",
        "Arm",
        "Software",
        "Other",
        "Vertiv",
    ];
    order(&case, Some(Grouping::Sector), &names);
    for series in &mut case.data.series {
        series.info.sector = None;
    }
    let said = order(&case, Some(Grouping::Sector), &["Nasdaq 100", "Vertiv", "Apple"]);
    assert!(!said.iter().any(|text| text == "Other"), "no file tells a sector");
}

#[test]
fn numbers_of_chosen_columns_are_those_of_the_study() {
    let case = sample();
    let (words, theme) = (Words::english(), Theme::built_in(ThemeName::Light));
    let Case { document, data, analysis, .. } = &case;
    let scene = Scene { document, data, analysis, theme: &theme, words: &words };
    let columns = [StudyColumn::Beta, StudyColumn::Ar, StudyColumn::ValueLost, StudyColumn::Ticker];
    let view = View { columns: columns.to_vec(), ..View::default() };
    let figure = case.figure(FigureKind::Table, &view, &Medium::Print(Sheet::pixels(SIZE)));
    let rows = drawn(&figure, &scene, &view);
    let found = |what: &str| rows.iter().find(|row| row.id == "NVDA" && row.what == what).unwrap();
    let study = study(&case, "NVDA");
    let value = case.analysis.value.as_ref().unwrap().line(&SeriesId::new("NVDA")).unwrap();
    for (what, unit, number) in [
        ("beta", "", study.fit.beta),
        ("ar", "percent", study.event.ar * 100.0),
        ("value_lost", "USD", value.change),
    ] {
        let row = found(what);
        assert!((row.value / number - 1.0).abs() < 1e-10 && row.unit == unit, "{row:?}");
    }
    assert_eq!(rows.iter().filter(|row| row.id == "NVDA").count(), 3);
}

#[test]
fn market_value_names_its_currency_and_what_it_stands_on() {
    let mut case = sample();
    let said = |case: &Case| {
        let figure = case.print(FigureKind::Moves, SIZE);
        (texts(&figure.panels[0]).join(" "), figure.caption.note)
    };
    let (text, note) = said(&case);
    assert!(text.contains("Market value of 8 issuers with known shares: −$854bn"), "{text}");
    assert!(
        note.contains("counts of shares dated after the base (*): AMD, 30 Jan, GOOGL, 28 Jan."),
        "{note}"
    );
    let value = case.analysis.value.as_mut().unwrap();
    let lines: &mut Vec<ValueLine> = &mut value.lines;
    lines.truncate(2);
    (lines[0].currency, lines[1].currency) = (Some("EUR".to_owned()), None);
    let named = case.data.series(&lines[1].id).unwrap().id.as_str().to_owned();
    let (text, note) = said(&case);
    assert!(
        text.contains("of 1 issuer with known shares: −EUR\u{a0}593bn") && !text.contains("−$"),
        "{text}"
    );
    assert!(note.contains(&format!("adds up EUR alone, without {named}.")), "{note}");
    case.analysis.value.as_mut().unwrap().lines[0].currency = None;
    let (text, _) = said(&case);
    assert!(text.contains("known shares: −") && !text.contains("−$"), "{text}");
}
