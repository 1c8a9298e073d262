//! The strip over a source and the lines of its file, driven by the names that a screen reader hears.

use std::collections::HashMap;

use eframe::egui::{self, Key, Modifiers, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::gui::{Window, app, key, press, settle, window_with};
use super::readings::{ambiguous, offered};
use crate::app::testing::give;
use crate::app::{Readings, Settings};
use crate::model::{Decision, Loaded, Overrides};

/// A window with that file open.
fn window_on(size: egui::Vec2, file: Loaded) -> Window {
    let mut window = window_with(size, None, Vec::new());
    give(window.state_mut().app_mut(), vec![file]);
    settle(&mut window);
    window
}

fn decided(window: &Window, decision: Decision) -> Option<&str> {
    app(window).data().sources.first().unwrap().overrides.get(decision)
}

#[test]
fn a_part_of_the_strip_opens_its_choices_and_one_is_taken() {
    let folder = tempfile::tempdir().unwrap();
    let path = ambiguous(folder.path(), "OWN.csv");
    let mut window = window_on(vec2(1440.0, 900.0), offered(&path));
    assert!(window.query_by_label("1 line skipped").is_some());
    press(&mut window, "dates M/D/Y?");
    let radio = |window: &Window, label: &str| {
        window.query_by_role_and_label(egui::Role::RadioButton, label).is_some()
    };
    assert!(radio(&window, "M/D/Y (month first)") && radio(&window, "D/M/Y (day first)"));
    assert!(window.get_by_label("Let Richter decide").accesskit_node().is_disabled(), "it does so already");
    press(&mut window, "D/M/Y (day first)");
    assert_eq!(decided(&window, Decision::DateOrder), Some("DMY"));
    assert!(window.query_by_label_contains("(decided by you)").is_some());
    key(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(decided(&window, Decision::DateOrder), None);
    assert!(window.query_by_label("dates M/D/Y?").is_some());
}

#[test]
fn what_was_decided_is_left_to_import_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut file = offered(&ambiguous(folder.path(), "OWN.csv"));
    file.overrides.set(Decision::DateOrder, Some("MDY".to_owned()));
    file.overrides = file.overrides.recalled();
    let mut window = window_on(vec2(1440.0, 900.0), file);
    assert!(window.query_by_label("as last time").is_some());
    press(&mut window, "dates M/D/Y (decided by you)");
    press(&mut window, "Let Richter decide");
    assert_eq!(decided(&window, Decision::DateOrder), None);
    assert!(window.query_by_label("as last time").is_none());
}

#[test]
fn a_part_is_pressed_by_key() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window_on(vec2(1440.0, 900.0), offered(&ambiguous(folder.path(), "OWN.csv")));
    window.get_by_label("dates M/D/Y?").focus();
    settle(&mut window);
    key(&mut window, Modifiers::NONE, Key::Space);
    assert!(window.query_by_label("D/M/Y (day first)").is_some());
    key(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.query_by_label("D/M/Y (day first)").is_none());
}

#[test]
fn the_preview_shows_lines_beside_what_was_read() {
    let folder = tempfile::tempdir().unwrap();
    for size in [vec2(1440.0, 900.0), vec2(1024.0, 768.0)] {
        let mut window = window_on(size, offered(&ambiguous(folder.path(), "OWN.csv")));
        press(&mut window, "Preview OWN.csv");
        for label in [
            "Line 1, names of the columns; Date, Close",
            "Line 2; 01/02/2025, 10; 2025-01-02; 10.00",
            "Line 4: Line below the data, left out: “Total”.",
        ] {
            assert!(window.query_by_label(label).is_some(), "{label} at {size}");
        }
        assert!(window.query_by_label_contains("Line 4, with a warning; Total").is_some());
        key(&mut window, Modifiers::NONE, Key::Escape);
        assert!(window.query_by_label_contains("names of the columns").is_none());
    }
}

#[test]
fn what_is_not_told_in_the_strip_is_decided_in_the_preview() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window_on(vec2(1440.0, 900.0), offered(&ambiguous(folder.path(), "OWN.csv")));
    press(&mut window, "More… OWN.csv");
    window.get_by_role_and_label(egui::Role::ComboBox, "Encoding").click();
    settle(&mut window);
    press(&mut window, "windows-1256");
    assert_eq!(decided(&window, Decision::Encoding), Some("windows-1256"));
}

#[test]
fn a_series_is_named_in_the_preview() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window_on(vec2(1440.0, 900.0), offered(&ambiguous(folder.path(), "OWN.csv")));
    press(&mut window, "Preview OWN.csv");
    let field = |window: &Window| window.get_by_role_and_label(egui::Role::TextInput, "Name").focus();
    field(&window);
    settle(&mut window);
    key(&mut window, Modifiers::COMMAND, Key::A);
    window.event(egui::Event::Text("ACME".to_owned()));
    settle(&mut window);
    key(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(decided(&window, Decision::Name), Some("ACME"));
}

#[test]
fn role_and_currency_of_a_series_are_chosen_in_the_preview() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window_on(vec2(1440.0, 900.0), offered(&ambiguous(folder.path(), "OWN.csv")));
    press(&mut window, "Preview OWN.csv");
    press(&mut window, "Role and currency");
    for (list, value) in [("Role of OWN", "index"), ("Currency of OWN", "EUR")] {
        window.get_by_role_and_label(egui::Role::ComboBox, list).click();
        settle(&mut window);
        press(&mut window, value);
    }
    assert_eq!(decided(&window, Decision::SeriesRole), Some("OWN=index"));
    assert_eq!(decided(&window, Decision::SeriesCurrency), Some("OWN=EUR"));
    let info = &app(&window).data().series.first().unwrap().info;
    assert_eq!((info.role, info.currency.as_deref()), (crate::model::Role::Index, Some("EUR")));
    assert!(window.query_by_label_contains("OWN is an index").is_some(), "the strip tells it");
}

#[test]
fn a_narrow_window_shows_the_strip_and_the_preview() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window_on(vec2(400.0, 1600.0), offered(&ambiguous(folder.path(), "OWN.csv")));
    press(&mut window, "Preview OWN.csv");
    let line = window.get_by_label_contains("names of the columns").rect();
    assert!(line.left() >= 0.0 && line.right() <= 400.0, "{line}");
    let combo = window.get_by_role_and_label(egui::Role::ComboBox, "Dates").rect();
    assert!(combo.left() >= 0.0 && combo.right() <= 400.0, "{combo}");
}

/// Storage that forgets everything with the test.
#[derive(Default)]
struct Memory(HashMap<String, String>);

impl eframe::Storage for Memory {
    fn get_string(&self, key: &str) -> Option<String> {
        self.0.get(key).cloned()
    }

    fn set_string(&mut self, key: &str, value: String) {
        self.0.insert(key.to_owned(), value);
    }

    fn remove_string(&mut self, key: &str) {
        self.0.remove(key);
    }

    fn flush(&mut self) {}
}

#[test]
fn what_is_remembered_survives_the_window() {
    let mut overrides = Overrides::default();
    overrides.set(Decision::DateOrder, Some("DMY".to_owned()));
    overrides.set(Decision::CloseColumn, Some("الأخير".to_owned()));
    let mut readings = Readings::default();
    readings.remember("التاريخ|الأخير", &overrides);
    let settings = Settings { readings, ..Settings::default() };
    let mut memory = Memory::default();
    eframe::set_value(&mut memory, "settings", &settings);
    let read: Settings = eframe::get_value(&memory, "settings").unwrap();
    assert_eq!(read, settings);
    assert_eq!(read.readings.recall("التاريخ|الأخير"), Some(&overrides));
}

#[test]
fn what_an_older_version_remembered_is_read() {
    let older = "(theme:dark,sort:(column:change,ascending:false),scale:hundred)";
    let mut memory = Memory::default();
    eframe::Storage::set_string(&mut memory, "settings", older.to_owned());
    let read: Settings = eframe::get_value(&memory, "settings").unwrap();
    assert_eq!(read.sort, crate::app::Sort { column: crate::chart::StudyColumn::Move, ascending: false });
    assert_eq!(read.columns, crate::app::Columns::default());
    assert_eq!(read.scale, crate::model::Scale::Hundred);
}
