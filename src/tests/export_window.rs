//! The export form and the figures that leave the window, driven by the names that a screen reader
//! hears.

use std::path::PathBuf;

use eframe::egui::{self, Event, Key, Modifiers, Role, vec2};
use egui_kittest::kittest::Queryable as _;

use super::gui::{Window, app, key, press, settle, window_with};
use crate::app::export::{Pixels, ThemeRef};
use crate::chart::{FigureKind, Preset, SheetSize};
use crate::model::Annotation;

const SHIFTED: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

fn form_answering(answer: Option<PathBuf>) -> Window {
    let mut window = window_with(vec2(1440.0, 900.0), answer, Vec::new());
    key(&mut window, SHIFTED, Key::E);
    window
}

fn pixels(window: &Window) -> &Pixels {
    app(window).preview().unwrap().outcome.as_ref().unwrap()
}

/// Types into a field of the form in place of what stands there.
fn type_into(window: &mut Window, field: &str, text: &str) {
    window.get_by_role_and_label(Role::MultilineTextInput, field).focus();
    settle(window);
    key(window, Modifiers::COMMAND, Key::A);
    window.event(Event::Text(text.to_owned()));
    // Choices rest before a picture is made of them.
    window.run_steps(12);
    settle(window);
}

/// Chooses a preset by the beginning of its name.
fn choose_size(window: &mut Window, name: &str) {
    window.get_by_role_and_label(Role::ComboBox, "Presets").click();
    settle(window);
    window.get_by_label_contains(name).click();
    window.run_steps(12);
    settle(window);
}

#[test]
fn the_preview_is_the_figure_at_the_chosen_size() {
    let mut window = form_answering(None);
    let [width, height] = pixels(&window).size;
    assert!(width > height && width > 400, "{width} x {height}");
    choose_size(&mut window, "Square  ");
    let [width, height] = pixels(&window).size;
    assert_eq!(width, height);
    assert!(window.query_by_label_contains("Preview. ").is_some(), "it is told in words too");
    let number = app(&window).preview().unwrap().number;
    window.run_steps(30);
    assert_eq!(app(&window).preview().unwrap().number, number, "what rests is not drawn again");
    key(&mut window, Modifiers::NONE, Key::Escape);
    assert!(app(&window).preview().is_none(), "a closed form holds no picture");
}

#[test]
fn what_cannot_be_drawn_is_said_in_place_of_the_picture() {
    let mut window = form_answering(None);
    type_into(&mut window, "Title: words", "Stocks fell {index.mov}");
    let why = app(&window).preview().unwrap().outcome.as_ref().unwrap_err();
    assert!(why.contains("index.mov"), "{why}");
    assert!(app(&window).preview().unwrap().automatic.is_some(), "the hints stay");
    type_into(&mut window, "Title: words", "Stocks fell {index.percent}");
    assert!(app(&window).preview().unwrap().outcome.is_ok());
}

#[test]
fn words_and_choices_stay_and_are_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("figure.svg");
    let mut window = form_answering(Some(path.clone()));
    type_into(&mut window, "Title: words", "Look: {index.moved}");
    choose_size(&mut window, "Square  ");
    press(&mut window, "Save…");
    let title = app(&window).document().wording.title.clone();
    assert_eq!(title.as_deref(), Some("Look: {index.moved}"));
    assert_eq!(app(&window).settings().export.size, SheetSize::Preset(Preset::Square));
    let svg = std::fs::read_to_string(&path).unwrap();
    assert!(svg.contains("<title>Look: Nasdaq 100 fell 3.0%"));
    key(&mut window, SHIFTED, Key::E);
    window.run_steps(12);
    settle(&mut window);
    let [width, height] = pixels(&window).size;
    assert_eq!(width, height, "the last choice comes back");
    key(&mut window, Modifiers::NONE, Key::Escape);
    key(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(app(&window).document().wording.title, None);
}

#[test]
fn notes_are_added_typed_and_removed_as_steps_and_drawn_at_once() {
    let mut window = form_answering(None);
    let field = |window: &mut Window, name: &str, text: &str| {
        window.get_by_role_and_label(Role::TextInput, name).focus();
        settle(window);
        key(window, Modifiers::COMMAND, Key::A);
        for part in text.split_inclusive('-') {
            window.event(Event::Text(part.to_owned()));
            settle(window);
        }
        window.run_steps(12);
        settle(window);
    };
    let notes = |window: &Window| app(window).document().annotations.clone();
    let event = app(&window).document().event.clone().unwrap().date;
    let plain = pixels(&window).rgba.clone();
    let reach = |window: &mut Window, label: &str| {
        window.get_by_label(label).scroll_to_me();
        window.run_steps(20);
        press(window, label);
        window.run_steps(20);
        settle(window);
    };
    reach(&mut window, "Add a note to a chart");
    window.get_by_role_and_label(Role::Button, "Date").click();
    settle(&mut window);
    let empty = |date| Annotation::Date { date, text: String::new() };
    assert_eq!(notes(&window), [empty(event)]);
    field(&mut window, "Note 1: date", "2025-01-20");
    assert_eq!(notes(&window), [empty(jiff::civil::date(2025, 1, 20))]);
    assert_ne!(pixels(&window).rgba, plain, "it is drawn");
    field(&mut window, "Note 1: date", "2025-13");
    assert!(window.query_by_label_contains("is no date").is_some());
    assert_eq!(notes(&window), [empty(jiff::civil::date(2025, 1, 20))], "the last one stands");
    field(&mut window, "Note 1: date", "1999-01-04");
    field(&mut window, "Note 1: words", "R1 is released");
    field(&mut window, "Note 1: date", "2098-01-04");
    let told = app(&window).preview().unwrap().left_out.clone();
    assert!(told[0].contains("R1 is released"), "{told:?}");
    assert!(window.query_by_label_contains("lies outside").is_some(), "it is told");
    reach(&mut window, "Remove note 1");
    assert_eq!(notes(&window), []);
    key(&mut window, Modifiers::NONE, Key::Escape);
    let mut steps = 0;
    while !notes(&window).is_empty() || steps == 0 {
        key(&mut window, Modifiers::COMMAND, Key::Z);
        steps += 1;
        assert!(steps < 9, "typing into one field is one step");
    }
    assert!((4..=7).contains(&steps), "{steps}");
}

#[test]
fn one_key_writes_the_last_figure_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("figure.svg");
    let mut window = window_with(vec2(1440.0, 900.0), Some(path.clone()), Vec::new());
    key(&mut window, Modifiers::COMMAND, Key::E);
    assert!(window.query_by_label("Save…").is_some(), "before there was one it asks");
    press(&mut window, "Save…");
    std::fs::remove_file(&path).unwrap();
    key(&mut window, Modifiers::COMMAND, Key::E);
    assert!(path.exists() && window.query_by_label("Save…").is_none());
}

#[test]
fn a_theme_file_is_chosen_in_the_form() {
    let theme = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/themes/broadsheet.toml"));
    let mut window = form_answering(Some(theme.clone()));
    let before = pixels(&window).rgba[..4].to_vec();
    press(&mut window, "From a file…");
    window.run_steps(12);
    settle(&mut window);
    assert!(window.query_by_label("broadsheet.toml").is_some());
    assert_ne!(pixels(&window).rgba[..4], before, "the page has another colour");
    press(&mut window, "Copy image");
    assert_ne!(app(&window).settings().export.theme, ThemeRef::File(theme), "nothing was exported yet");
}

#[test]
fn a_font_is_added_in_the_form_and_taken_out_again() {
    let folder = tempfile::tempdir().unwrap();
    let font = folder.path().join("own.ttf");
    std::fs::write(&font, crate::text::testing::font_file(1000, &[])).unwrap();
    let mut window = form_answering(Some(font));
    window.get_by_label("Add a font…").scroll_to_me();
    for label in ["Add a font…", "Add a font…"] {
        press(&mut window, label);
        window.run_steps(12);
        settle(&mut window);
    }
    assert_eq!(window.query_all_by_label("Take own.ttf out").count(), 1, "one font stands there once");
    let why = app(&window).preview().unwrap().outcome.as_ref().unwrap_err();
    assert!(why.contains("own.ttf") && why.contains("outlines"), "the figure is drawn with it: {why}");
    press(&mut window, "Take own.ttf out");
    window.run_steps(12);
    settle(&mut window);
    assert!(window.query_by_label("Take own.ttf out").is_none());
    assert!(app(&window).preview().unwrap().outcome.is_ok());
}

/// The picture that went to the clipboard in one of the next steps.
fn copied(window: &mut Window) -> egui::ColorImage {
    for _ in 0..4000 {
        window.step();
        let image = window.output().platform_output.commands.iter().find_map(|command| match command {
            egui::OutputCommand::CopyImage(image) => Some(image.clone()),
            _ => None,
        });
        if let Some(image) = image {
            return image;
        }
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    panic!("no picture came");
}

#[test]
fn the_chart_under_the_pointer_is_copied_as_a_picture() {
    let mut window = window_with(vec2(1440.0, 900.0), None, Vec::new());
    let models = window.get_by_label_contains("Scatter of").rect().center();
    window.hover_at(models);
    window.run_steps(3);
    window.event(Event::Copy);
    let [width, height] = copied(&mut window).size;
    let options = &app(&window).settings().export;
    let sheet = options.size.sheet(FigureKind::Models).size;
    assert_eq!([width as f64, height as f64], sheet.map(|side| side * options.scale));
    settle(&mut window);
    assert!(window.query_all_by_label_contains("on the clipboard").next().is_some(), "it is told");
}

#[test]
fn every_size_of_window_has_room_for_the_form() {
    for size in [vec2(1600.0, 1000.0), vec2(1024.0, 768.0), vec2(420.0, 900.0)] {
        let mut window = window_with(size, None, Vec::new());
        key(&mut window, SHIFTED, Key::E);
        for label in ["Save…", "Copy image", "Cancel"] {
            let rect = window.get_by_label(label).rect();
            assert!(rect.min.x >= 0.0 && rect.max.x <= size.x && rect.max.y <= size.y, "{label} {rect}");
        }
        assert!(app(&window).preview().unwrap().outcome.is_ok());
    }
}
