//! The window, driven by the names that a screen reader hears; no GPU and no display.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use eframe::egui::{self, Event, Key, Modifiers, MouseWheelUnit, Pos2, TouchPhase, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use jiff::civil::date;

use crate::app::{App, Settings};
use crate::chart::StudyColumn;
use crate::chart::ThemeName;
use crate::io::files::{read, write_atomic};
use crate::model::{Scale, SeriesId};
use crate::ui::{Chooser, Desk};

/// Answers every dialog with the same path, after as long as a human takes.
struct Answer(Mutex<Option<PathBuf>>);

impl Chooser for Answer {
    fn open(&self, _title: &str, _filter: &str) -> Option<Vec<PathBuf>> {
        self.0.lock().unwrap().clone().map(|path| vec![path])
    }

    fn file(&self, _title: &str, _filter: &str, _endings: &[&str]) -> Option<PathBuf> {
        self.0.lock().unwrap().clone()
    }

    fn save(&self, _title: &str, _name: &str) -> Option<PathBuf> {
        self.0.lock().unwrap().clone()
    }
}

pub(super) type Window = Harness<'static, Desk>;

pub(super) fn window_with(size: Vec2, answer: Option<PathBuf>, paths: Vec<PathBuf>) -> Window {
    let mut window =
        Harness::builder().with_size(size).with_max_steps(20).with_step_dt(1.0 / 60.0).build_eframe(
            |creation| {
                let chooser = Arc::new(Answer(Mutex::new(answer)));
                let mut desk = Desk::new(&creation.egui_ctx, Settings::default(), chooser);
                desk.start(paths);
                desk
            },
        );
    settle(&mut window);
    window
}

fn window() -> Window {
    window_with(vec2(1440.0, 900.0), None, Vec::new())
}

pub(super) fn app(window: &Window) -> &App {
    window.state().app()
}

/// Steps until no job runs, then lets the last frame be drawn.
pub(super) fn settle(window: &mut Window) {
    let start = Instant::now();
    window.run_steps(2);
    while window.state().is_busy() {
        assert!(start.elapsed() < Duration::from_secs(30), "a job does not end");
        std::thread::sleep(Duration::from_millis(2));
        window.step();
    }
    window.run_steps(3);
}

pub(super) fn press(window: &mut Window, label: &str) {
    window.get_by_label(label).click();
    settle(window);
}

pub(super) fn key(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    settle(window);
}

pub(super) fn write(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    write_atomic(&path, text.as_bytes()).unwrap();
    path
}

/// The middle of the market chart.
fn market_center(window: &Window) -> Pos2 {
    let alt = window.get_by_label_contains("16 series from");
    alt.rect().center()
}

#[test]
fn the_first_look_tells_the_story() {
    let window = window();
    for label in [
        "Series",
        "Sources",
        "Index and stocks",
        "Models",
        "Moves and study",
        "Built-in sample",
        "Open files…",
        "NVDA Nvidia −17.0%",
        "NDX Nasdaq 100 −3.0%",
        "ASML.AS ASML, Amsterdam −7.0%",
    ] {
        assert!(window.query_all_by_label(label).next().is_some(), "{label} is missing");
    }
    assert!(window.query_by_label_contains("Files never leave").is_none(), "no sheet stands open");
    assert!(app(&window).notices().iter().all(|notice| notice.level == crate::app::Level::Info));
}

#[test]
fn the_scale_is_switched_in_the_bar_and_taken_back() {
    let mut window = window();
    press(&mut window, "100");
    assert_eq!(app(&window).document().scale, Scale::Hundred);
    key(&mut window, Modifiers::NONE, Key::Num3);
    assert_eq!(app(&window).document().scale, Scale::Price);
    key(&mut window, Modifiers::COMMAND, Key::Z);
    key(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(app(&window).document().scale, Scale::Percent);
    key(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(app(&window).document().scale, Scale::Hundred, "shift repeats the step");
}

#[test]
fn the_event_line_is_dragged_in_one_step() {
    let mut window = window();
    let line = window.get_by_label("Event: drag to another session").rect().center();
    window.drag_at(line);
    window.step();
    for step in 1..=4_u8 {
        window.hover_at(line + vec2(f32::from(step) * 30.0, 0.0));
        window.step();
    }
    window.drop_at(line + vec2(120.0, 0.0));
    window.run_steps(3);
    assert!(app(&window).document().event.as_ref().unwrap().date > date(2025, 1, 27));
    assert_eq!(app(&window).view().sessions, None, "the chart itself stays");
    key(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(app(&window).document().event.as_ref().unwrap().date, date(2025, 1, 27));
}

#[test]
fn a_series_is_hidden_picked_and_selected_in_the_list() {
    let mut window = window();
    let nvda = SeriesId::new("NVDA");
    press(&mut window, "Hide NVDA");
    assert!(app(&window).document().hidden.contains(&nvda));
    press(&mut window, "Show NVDA");
    assert!(!app(&window).document().hidden.contains(&nvda));
    let tsm = SeriesId::new("TSM");
    window.get_all_by_label("Draw TSM in colour").next().unwrap().click();
    settle(&mut window);
    assert_eq!(app(&window).document().picks.last(), Some(&tsm));
    press(&mut window, "NVDA Nvidia −17.0%");
    assert_eq!(app(&window).selection(), Some(&crate::chart::figure::Subject::Series(nvda)));
}

#[test]
fn the_event_is_stepped_typed_refused_and_set_on_the_axis() {
    let mut window = window();
    press(&mut window, "Event one session later");
    assert_eq!(app(&window).document().event.as_ref().unwrap().date, date(2025, 1, 28));
    key(&mut window, Modifiers::NONE, Key::ArrowLeft);
    assert_eq!(app(&window).document().event.as_ref().unwrap().date, date(2025, 1, 27));
    window.get_by_label_contains("Mon 27 Jan 2025").click();
    settle(&mut window);
    let field = window.get_by_role_and_label(egui::Role::TextInput, "Date (year-month-day)");
    field.focus();
    settle(&mut window);
    key(&mut window, Modifiers::COMMAND, Key::A);
    window.event(Event::Text("27th".to_owned()));
    settle(&mut window);
    press(&mut window, "Set event");
    assert!(window.query_by_label_contains("“27th” is no date").is_some());
    assert_eq!(app(&window).document().event.as_ref().unwrap().date, date(2025, 1, 27));
    window.get_by_role_and_label(egui::Role::TextInput, "Date (year-month-day)").focus();
    settle(&mut window);
    key(&mut window, Modifiers::COMMAND, Key::A);
    window.event(Event::Text("2025-02-03".to_owned()));
    settle(&mut window);
    press(&mut window, "Set event");
    assert_eq!(app(&window).document().event.as_ref().unwrap().date, date(2025, 2, 3));
    press(&mut window, "All");
    press(&mut window, "Date axis: click to set the event");
    let set = app(&window).document().event.as_ref().unwrap().date;
    assert_ne!(set, date(2025, 2, 3), "a click in the middle of the axis names another session");
    assert!(app(&window).analysis().sessions.position(set).is_some());
}

#[test]
fn the_wheel_zooms_a_drag_moves_and_a_double_click_fits() {
    let mut window = window();
    // Beside the event's line, which would be dragged instead.
    let middle = market_center(&window) + vec2(-60.0, 0.0);
    window.hover_at(middle);
    window.step();
    for _ in 0..3 {
        window.event(Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: vec2(0.0, 60.0),
            phase: TouchPhase::Move,
            source: egui::MouseWheelSource::Wheel,
            modifiers: Modifiers::NONE,
        });
        window.run_steps(20);
    }
    let zoomed = app(&window).view().sessions.expect("the wheel sets a range");
    assert!(zoomed[1] - zoomed[0] < 39.0, "{zoomed:?}");
    assert_eq!(app(&window).view().market_y, None, "the values stay automatic");
    window.drag_at(middle);
    window.step();
    window.hover_at(middle + vec2(120.0, 0.0));
    window.step();
    window.drop_at(middle + vec2(120.0, 0.0));
    window.run_steps(3);
    let moved = app(&window).view().sessions.unwrap();
    assert!(moved[0] < zoomed[0] - 1.0, "{zoomed:?} to {moved:?}");
    assert!(((moved[1] - moved[0]) - (zoomed[1] - zoomed[0])).abs() < 1e-3);
    for _ in 0..2 {
        window.drag_at(middle);
        window.drop_at(middle);
    }
    window.run_steps(4);
    assert_eq!(app(&window).view().sessions, None);
}

#[test]
fn a_file_is_opened_through_the_dialog_and_by_dropping_it() {
    let folder = tempfile::tempdir().unwrap();
    let own = write(folder.path(), "OWN.csv", "Date,Close\n2024-03-01,10\n2024-03-04,11\n");
    let mut window = window_with(vec2(1440.0, 900.0), Some(own), Vec::new());
    key(&mut window, Modifiers::COMMAND, Key::O);
    assert_eq!(app(&window).data().series.len(), 1);
    assert!(window.query_by_label_contains("No event").is_some(), "own files start without one");
    let more = write(folder.path(), "MORE.csv", "Date,Close\n2024-03-01,5\n2024-03-04,4\n");
    window.input_mut().dropped_files.push(Arc::new(Dropped(more)));
    settle(&mut window);
    assert_eq!(app(&window).data().series.len(), 2);
}

#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("the window takes the path".to_owned())
    }
}

#[test]
fn what_cannot_be_read_is_said_and_nothing_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let picture = folder.path().join("photo.csv");
    write_atomic(&picture, b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR").unwrap();
    let mut window = window_with(vec2(1440.0, 900.0), Some(picture), Vec::new());
    key(&mut window, Modifiers::COMMAND, Key::O);
    assert_eq!(app(&window).data().series.len(), 16);
    let told = |window: &Window| window.query_all_by_label_contains("photo.csv").count();
    assert_eq!(told(&window), 2, "the notice names the file, in the corner and in the status line");
    press(&mut window, "Close this message");
    assert_eq!(told(&window), 0);
}

#[test]
fn a_figure_is_exported_to_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("figure.svg");
    let mut window = window_with(vec2(1440.0, 900.0), Some(path.clone()), Vec::new());
    key(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::E);
    press(&mut window, "Save…");
    let control = crate::io::Control { cancel: &false.into(), bytes_done: &0.into() };
    let svg = String::from_utf8(read(&path, &control).unwrap()).unwrap();
    assert!(svg.contains("<title>Nasdaq 100 fell 3.0%"), "{}", &svg[..300]);
}

#[test]
fn the_table_is_sorted_and_copied_with_one_key() {
    let mut window = window();
    press(&mut window, "To end");
    let ends: Vec<Option<f64>> =
        app(&window).table().iter().map(|row| row.cell(StudyColumn::ToEnd).number).collect();
    assert!(ends.windows(2).all(|pair| pair[0] <= pair[1]), "{ends:?}");
    // Given by hand, so that the step's own output holds what went to the clipboard.
    let modifiers = Modifiers::COMMAND | Modifiers::SHIFT;
    window.input_mut().events.push(Event::ModifiersChanged(modifiers));
    window.input_mut().events.push(Event::Key {
        key: Key::C,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers,
    });
    window.step();
    let copied = window.output().platform_output.commands.iter().find_map(|command| match command {
        egui::OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    let text = copied.expect("the table is on the clipboard");
    assert_eq!(text.lines().count(), 17, "a header and 16 series");
    assert!(text.lines().any(|line| line.contains("142.62") && line.contains("118.42")), "{text}");
    settle(&mut window);
    assert!(window.query_by_label_contains("Copied the table: 16 rows").is_some());
}

#[test]
fn a_dialog_that_never_shows_leaves_a_field_for_the_path() {
    let mut window = window();
    key(&mut window, Modifiers::COMMAND, Key::O);
    assert!(window.query_by_label_contains("shows no file dialog").is_some());
}

#[test]
fn themes_change_by_key_and_every_size_draws() {
    let mut window = window();
    key(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::D);
    assert_eq!(app(&window).theme().name, ThemeName::Dark);
    for size in [vec2(400.0, 700.0), vec2(360.0, 320.0), vec2(800.0, 600.0), vec2(1920.0, 1080.0)] {
        window.set_size(size);
        settle(&mut window);
        assert!(window.query_by_label("Export figure…").is_some(), "{size}");
    }
}

#[test]
fn the_crosshair_and_the_rows_point_at_one_series() {
    let mut window = window();
    let row = window.get_by_label("NVDA Nvidia −17.0%").rect().center();
    window.hover_at(row);
    window.run_steps(3);
    let wanted = crate::chart::figure::Subject::Series(SeriesId::new("NVDA"));
    assert_eq!(app(&window).view().highlight, Some(wanted));
    let middle = market_center(&window);
    window.hover_at(middle);
    window.run_steps(3);
    window.hover_at(Pos2::new(5.0, 5.0));
    window.run_steps(3);
    assert_eq!(app(&window).view().highlight, None);
}

#[test]
fn the_models_choices_change_cost_and_score() {
    let mut window = window();
    press(&mut window, "Cost on the horizontal axis");
    press(&mut window, "Training cost");
    assert_eq!(app(&window).document().cost, crate::model::Cost::Training);
    assert!(window.root().accesskit_node().is_root());
}
