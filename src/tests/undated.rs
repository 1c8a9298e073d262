//! Files that hold less than a chart wants: prices without dates, models without scores.

use eframe::egui::vec2;
use egui_kittest::kittest::Queryable as _;

use super::gui::{app, window_with, write};
use crate::chart::StudyColumn;

/// Twelve rows of prices and no dates.
fn undated() -> String {
    let rows: Vec<String> = (1..=12).map(|row| format!("{row}0,{row}2,{row}0,{row}1\n")).collect();
    format!("Open,High,Low,Close\n{}", rows.concat())
}

#[test]
fn a_window_with_prices_without_dates_counts_rows() {
    let folder = tempfile::tempdir().unwrap();
    let path = write(folder.path(), "undated.csv", &undated());
    let window = window_with(vec2(1440.0, 900.0), None, vec![path]);
    let desk = app(&window);
    assert!(desk.analysis().sessions.are_rows());
    let table = desk.table();
    assert_eq!(table.first().map(|row| row.cell(StudyColumn::BaseDate).text).as_deref(), Some("row 1"));
    assert!(desk.table_text().contains("\trow 1\t") && !desk.table_text().contains("999"));
    assert!(window.query_by_label("no dates, rows counted").is_some());
    assert!(window.query_by_label_contains("from row 1 to row 12").is_some());
    assert!(window.query_by_label_contains("-9999").is_none());
    assert!(window.query_by_label("Date axis: click to set the event").is_none(), "a row is no date");
    assert!(window.query_by_label("1M").is_none(), "rows have no months");
}

#[test]
fn beside_dates_a_series_without_them_is_listed_and_not_drawn() {
    let folder = tempfile::tempdir().unwrap();
    let undated = write(folder.path(), "undated.csv", &undated());
    let dated = write(folder.path(), "A.csv", "Date,Close\n2025-01-24,10\n2025-01-27,9\n");
    let window = window_with(vec2(1440.0, 900.0), None, vec![undated, dated]);
    assert_eq!(app(&window).data().series.len(), 2);
    assert!(window.query_by_label_contains("Not drawn, having no dates: undated.").is_some());
    assert!(window.query_by_label_contains("Line chart of 1 series").is_some());
}

#[test]
fn a_window_with_models_without_scores_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let text = "Model,Version release date,Link\nA-1,2024-01-02,https://a.example\nB-2,2024-02-03,https://b.example\n";
    let path = write(folder.path(), "models.csv", text);
    let window = window_with(vec2(1440.0, 900.0), None, vec![path]);
    assert!(app(&window).data().models.is_some());
    assert!(window.query_by_label_contains("This table has no column of scores").is_some());
    assert!(window.query_by_label("no costs or scores").is_some());
}
