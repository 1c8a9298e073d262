//! The printed table: its order, its columns, and what is said of rows that are left out.

use super::*;
use crate::chart::sheet::{Preset, SheetSize};

/// Words of the table's panel.
fn words(figure: &Figure) -> Vec<&str> {
    figure.panels[0].labels.iter().map(|label| label.text.as_str()).collect()
}

/// Where a word stands.
fn at<'f>(figure: &'f Figure, text: &str) -> &'f Label {
    let found = figure.panels[0].labels.iter().find(|label| label.text == text);
    found.unwrap_or_else(|| panic!("{text} is not in {:?}", words(figure)))
}

#[test]
fn the_index_stands_first_and_numbers_end_on_one_vertical() {
    let figure = sample().print(FigureKind::Table, [1200.0, 675.0]);
    assert_eq!(figure.panels[0].kind, PanelKind::Table);
    for text in ["NVDA", "142.62", "118.42", "−17.0%", "−11.2%", "−$593bn", "−10% or more", "EUR"] {
        at(&figure, text);
    }
    let headers = "Name Ticker Close 24 Jan Close 27 Jan Move To 25 Feb Market value change Reported";
    assert!(words(&figure).join(" ").starts_with(headers), "{:?}", words(&figure));
    let index = at(&figure, "Nasdaq 100");
    assert_eq!(index.weight, crate::text::Weight::Semibold);
    let order = ["Nasdaq 100", "Vertiv", "Broadcom", "Nvidia", "Apple"].map(|name| at(&figure, name).at[1]);
    assert!(order.windows(2).all(|pair| pair[0] < pair[1]), "{order:?}");
    let [long, short] = ["21,774.01", "91.11"].map(|text| at(&figure, text));
    let closes = ["21,127.28", "91.11"].map(|text| at(&figure, text));
    assert_eq!((long.anchor, short.anchor), (Anchor::Right, Anchor::Right));
    assert!((closes[0].at[0] - closes[1].at[0]).abs() < 1e-9);
    let moves = ["−29.9%", "+3.2%"].map(|text| at(&figure, text));
    assert!((moves[0].at[0] - moves[1].at[0]).abs() < 1e-9);
}

#[test]
fn columns_go_in_order_and_rows_that_are_left_out_are_counted() {
    let case = sample();
    let narrow = case.figure(
        FigureKind::Table,
        &View::default(),
        &Medium::Print(SheetSize::Preset(Preset::Column).sheet(FigureKind::Table)),
    );
    let told = words(&narrow);
    assert!(told.contains(&"Move") && told.contains(&"Name"), "{told:?}");
    assert!(!told.contains(&"Ticker") && !told.contains(&"118.42"), "{told:?}");
    let low = case.print(FigureKind::Table, [1200.0, 400.0]);
    assert_eq!(low.misfit, None);
    let told = words(&low);
    assert!(told.iter().any(|text| text.contains("of 16 series shown")), "{told:?}");
    assert!(told.contains(&"Nasdaq 100") && told.contains(&"Nvidia"), "{told:?}");
    let rows = low.panels[0].labels.iter().filter(|label| label.text.starts_with("Nasdaq 100")).count();
    assert!(rows >= 1 && told.len() < words(&case.print(FigureKind::Table, [1200.0, 675.0])).len());
}

#[test]
fn without_an_event_changes_are_those_of_the_stretch_shown() {
    let mut case = sample();
    case.document.event = None;
    case.analysis = analyse(&case.data, &case.document);
    let figure = case.print(FigureKind::Table, [1200.0, 675.0]);
    let told = words(&figure);
    assert!(told.contains(&"Change") && !told.contains(&"Move"), "{told:?}");
    assert!(figure.caption.subtitle.starts_with("Change since"), "{}", figure.caption.subtitle);
    assert!(figure.caption.note.contains("no event is set"), "{}", figure.caption.note);
    assert!(figure.caption.alt.starts_with("Table of 16 series from"), "{}", figure.caption.alt);
}

#[test]
fn rows_without_dates_are_told_as_rows() {
    let closes: Vec<(Date, f64)> =
        (1..=40).map(|row| (crate::model::Stamp::Row(row).date(), 100.0 + f64::from(row))).collect();
    let mut case =
        Case::new("rows", Data { series: vec![samples::series("A", &closes)], ..Data::default() }, None);
    case.analysis = analyse(&case.data, &case.document);
    let figure = case.print(FigureKind::Table, [1200.0, 675.0]);
    let told = words(&figure).join(" ");
    assert!(told.contains("row 40") && told.contains("+38.6%"), "{told}");
    assert!(figure.caption.note.contains("the rows have no dates"), "{}", figure.caption.note);
}
