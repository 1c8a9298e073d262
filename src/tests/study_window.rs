//! The study through the window: its form, the event's form, the columns of the table, the verdict.

use std::fmt::Write as _;

use eframe::egui::{self, Event as Input, Key, Modifiers, vec2};
use egui_kittest::kittest::Queryable as _;
use jiff::civil::date;

use super::gui::{Window, app, key, press, settle, window_with, write};
use crate::app::Columns;
use crate::chart::StudyColumn;
use crate::chart::figure::Subject;
use crate::model::{Event, NormalModel, OffSession, SeriesId};

fn window() -> Window {
    window_with(vec2(1440.0, 900.0), None, Vec::new())
}

/// Types over what stands in a field.
fn type_over(window: &mut Window, field: &str, text: &str) {
    window.get_by_role_and_label(egui::Role::TextInput, field).focus();
    settle(window);
    key(window, Modifiers::COMMAND, Key::A);
    window.event(Input::Text(text.to_owned()));
    settle(window);
}

const ESTIMATION: &str = "Returns in the estimation window";

#[test]
fn the_form_sets_the_study_and_says_what_it_refuses() {
    let mut window = window();
    key(&mut window, Modifiers::NONE, Key::O);
    type_over(&mut window, ESTIMATION, "60");
    assert_eq!(app(&window).document().study.estimation, 60);
    assert!(window.query_by_label_contains("60 simple returns from").is_some(), "its conditions follow");
    type_over(&mut window, ESTIMATION, "2");
    assert!(window.query_by_label_contains("needs 3 returns or more").is_some());
    assert_eq!(app(&window).document().study.estimation, 60, "what is refused changes nothing");
    type_over(&mut window, ESTIMATION, "many");
    assert!(window.query_by_label_contains("“many” is no number").is_some());
    type_over(&mut window, ESTIMATION, "80");
    assert!(window.query_by_label_contains("is no number").is_none());
    type_over(&mut window, "Last session of the event window", "3");
    assert_eq!(app(&window).document().study.window, [0, 3]);
    press(&mut window, "Mean");
    assert_eq!(app(&window).document().study.model, NormalModel::Mean);
    assert!(window.query_by_label_contains("Constant mean model").is_some());
    window.get_by_role_and_label(egui::Role::TextInput, ESTIMATION).focus();
    key(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.query_by_label(ESTIMATION).is_none(), "the form is closed");
    for _ in 0..2 {
        key(&mut window, Modifiers::COMMAND, Key::Z);
    }
    let study = &app(&window).document().study;
    assert_eq!((study.model, study.window, study.estimation), (NormalModel::Market, [0, 0], 80));
    key(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(app(&window).document().study.estimation, 120, "one field is one step");
}

#[test]
fn tests_across_stocks_stand_with_their_note_and_patell_never_alone() {
    let mut window = window();
    key(&mut window, Modifiers::NONE, Key::O);
    for label in ["Crude dependence", "Patell, adjusted", "Patell, unadjusted", "BMP, adjusted"] {
        assert!(window.query_by_label(label).is_some(), "{label}");
    }
    assert!(window.query_by_label_contains("stocks share one date and move together").is_some());
}

#[test]
fn the_verdict_is_of_the_selected_series_else_of_the_first_pick() {
    let mut window = window();
    assert!(window.query_by_label_contains("NVDA fell 17.0%; with a beta of 2.01").is_some());
    window.get_by_label("AMD −6.37%").click();
    settle(&mut window);
    assert_eq!(app(&window).selection(), Some(&Subject::Series(SeriesId::new("AMD"))));
    assert!(window.query_by_label_contains("AMD fell 6.4%, which is within what the market").is_some());
    window.get_by_label("ASML.AS ASML, Amsterdam −7.0%").click();
    settle(&mut window);
    assert!(window.query_by_label_contains("ASML, Amsterdam has no study: ").is_some());
    window.set_size(vec2(400.0, 700.0));
    settle(&mut window);
    assert!(window.query_by_label_contains("ASML, Amsterdam has no study: ").is_some());
}

#[test]
fn columns_are_chosen_in_a_menu_and_remembered() {
    let mut window = window();
    assert!(window.query_by_label("Abnormal return").is_some());
    press(&mut window, "Columns…");
    window.get_by_role_and_label(egui::Role::CheckBox, "BHAR").click_accesskit();
    settle(&mut window);
    window.get_by_role_and_label(egui::Role::CheckBox, "Beta").click_accesskit();
    settle(&mut window);
    window.get_by_role_and_label(egui::Role::RadioButton, "Grouped by role").click();
    settle(&mut window);
    let shown = app(&window).settings().columns.shown().to_vec();
    assert!(shown.contains(&StudyColumn::Bhar) && !shown.contains(&StudyColumn::Beta), "{shown:?}");
    key(&mut window, Modifiers::NONE, Key::Escape);
    for label in ["BHAR", "INDICES", "FUTURES"] {
        assert!(window.query_all_by_label(label).next().is_some(), "{label}");
    }
    let stored = serde_json::to_string(app(&window).settings()).unwrap();
    let again: crate::app::Settings = serde_json::from_str(&stored).unwrap();
    assert_eq!(again.columns.shown(), shown);
    press(&mut window, "Columns…");
    window.get_by_label("The usual columns").click_accesskit();
    settle(&mut window);
    assert_eq!(app(&window).settings().columns, Columns::default());
}

#[test]
fn a_time_is_typed_and_what_was_found_is_said() {
    let mut window = window();
    let open = |window: &mut Window, label: &str| {
        window.get_by_label_contains(label).click();
        settle(window);
    };
    let field = "Date (year-month-day)";
    open(&mut window, "Mon 27 Jan 2025");
    assert!(window.query_by_label("Its session is Mon 27 Jan 2025.").is_some());
    for (text, told) in [
        ("2025-01-27 16:30", "has a time without a zone"),
        ("2025-01-27 16:30 Mars/Olympus", "has a zone that is not known"),
        ("2025-02-30", "is no date"),
    ] {
        type_over(&mut window, field, text);
        press(&mut window, "Set event");
        assert!(window.query_by_label_contains(told).is_some(), "{text}");
    }
    type_over(&mut window, field, "2025-01-27 16:30 America/New_York");
    press(&mut window, "Set event");
    let event = app(&window).document().event.clone().unwrap();
    assert_eq!((event.date, event.name.as_str()), (date(2025, 1, 27), "DeepSeek-R1"));
    assert!(event.moment.is_some());
    open(&mut window, "Mon 27 Jan 2025, 16:30 America/New_York");
    let told = "The session of Mon 27 Jan 2025 had closed: the next is Tue 28 Jan 2025.";
    assert!(window.query_by_label(told).is_some());
    type_over(&mut window, field, "2025-01-25");
    press(&mut window, "Set event");
    open(&mut window, "Sat 25 Jan 2025");
    assert!(window.query_by_label("First session after Sat 25 Jan 2025: Mon 27 Jan 2025.").is_some());
    press(&mut window, "the one before");
    assert_eq!(app(&window).document().study.off_session, OffSession::Before);
    assert!(window.query_by_label("Last session before Sat 25 Jan 2025: Fri 24 Jan 2025.").is_some());
    press(&mut window, "Keep the event");
    assert_eq!(app(&window).document().events, [Event::new("", date(2025, 1, 25))]);
    press(&mut window, "Keep without a name no longer");
    assert!(app(&window).document().events.is_empty());
}

#[test]
fn a_press_on_the_events_line_leaves_its_date_and_time() {
    let mut window = window();
    window.get_by_label_contains("Mon 27 Jan 2025").click();
    settle(&mut window);
    type_over(&mut window, "Date (year-month-day)", "2025-01-25");
    press(&mut window, "Set event");
    let before = app(&window).document().event.clone();
    let line = window.get_by_label("Event: drag to another session").rect().center();
    window.drag_at(line);
    window.step();
    window.hover_at(line + vec2(1.0, 0.0));
    window.step();
    window.drop_at(line + vec2(1.0, 0.0));
    window.run_steps(3);
    assert_eq!(app(&window).document().event, before);
}

#[test]
fn a_jump_that_looks_like_a_split_is_decided_in_the_form() {
    let folder = tempfile::tempdir().unwrap();
    let mut rows = String::from("Date,Close\n");
    for day in 1..=28_i8 {
        let price = 100.0 + f64::from(day % 4);
        let price = if day >= 15 { price / 10.0 } else { price };
        writeln!(rows, "{},{price}", date(2024, 3, day)).unwrap();
    }
    let path = write(folder.path(), "Split.csv", &rows);
    let mut window = window_with(vec2(1440.0, 900.0), None, vec![path]);
    press(&mut window, "Date axis: click to set the event");
    key(&mut window, Modifiers::NONE, Key::O);
    type_over(&mut window, ESTIMATION, "5");
    type_over(&mut window, "Sessions left out before the event window", "0");
    press(&mut window, "Mean");
    while app(&window).event_session() != Some(date(2024, 3, 17)) {
        let next = if app(&window).event_session() < Some(date(2024, 3, 17)) { "later" } else { "earlier" };
        press(&mut window, &format!("Event one session {next}"));
    }
    assert_eq!(app(&window).suspects().len(), 1);
    press(&mut window, "Split: It is a split 10:1");
    assert!(app(&window).suspects().is_empty());
    assert!(app(&window).analysis().study_of(&SeriesId::new("Split")).unwrap().is_ok());
    assert!(window.query_all_by_label_contains("a split 10:1").next().is_some());
}
