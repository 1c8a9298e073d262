//! The chart of models in the window: its strip, its table, clicks on points, the linked date.

use eframe::egui::{self, Event, Key, Modifiers, MouseWheelUnit, Pos2, TouchPhase, vec2};
use egui_kittest::kittest::Queryable as _;
use jiff::civil::date;

use super::gui::{Window, app, key, press, settle, window_with, write};
use crate::app::AsOfLink;
use crate::chart::figure::Subject;
use crate::io::Control;

fn window() -> Window {
    window_with(vec2(1440.0, 900.0), None, Vec::new())
}

fn hover(window: &mut Window, at: Pos2) {
    window.hover_at(at);
    settle(window);
}

#[test]
fn the_date_is_stepped_from_release_to_release_and_goes_back_to_the_event() {
    let mut window = window();
    let event = app(&window).as_of().unwrap();
    key(&mut window, Modifiers::NONE, Key::Comma);
    let before = app(&window).as_of().unwrap();
    assert!(before < event && app(&window).as_of_link() == AsOfLink::Own);
    key(&mut window, Modifiers::NONE, Key::Period);
    assert!(app(&window).as_of().unwrap() > before);
    press(&mut window, "event");
    assert_eq!((app(&window).as_of(), app(&window).as_of_link()), (Some(event), AsOfLink::Event));
}

#[test]
fn a_linked_date_follows_the_pointer_over_the_market() {
    let mut window = window();
    press(&mut window, "cursor");
    assert_eq!(app(&window).as_of_link(), AsOfLink::Cursor);
    let chart = window.get_by_label_contains("16 series from").rect();
    hover(&mut window, chart.left_center() + vec2(30.0, 0.0));
    let early = app(&window).as_of().unwrap();
    // Beside the event’s line, which takes the pointer.
    hover(&mut window, chart.center() + vec2(60.0, 0.0));
    let late = app(&window).as_of().unwrap();
    assert!(early < late, "{early} {late}");
    assert!(!app(&window).can_undo(), "looking is no step");
    press(&mut window, "cursor");
    assert_eq!(app(&window).as_of(), Some(date(2025, 1, 27)));
}

#[test]
fn models_stand_in_a_table_that_goes_with_the_chart() {
    let mut window = window();
    press(&mut window, "Models table");
    let row = window.get_all_by_label("o1-0912").next().unwrap().rect().center();
    window.hover_at(row);
    window.drag_at(row);
    window.drop_at(row);
    settle(&mut window);
    let table = app(&window).data().models.clone().unwrap();
    let place = crate::study::models::row_named(&table, "o1-0912").unwrap();
    assert_eq!(app(&window).selection(), Some(&Subject::Model(place)));
    key(&mut window, Modifiers::NONE, Key::T);
    assert!(!app(&window).settings().models_table.is_shown);
    assert_eq!(app(&window).selection(), Some(&Subject::Model(place)), "the selection stays");
}

#[test]
fn the_table_of_models_is_saved_where_the_dialog_says() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("table.csv");
    let models = write(
        folder.path(),
        "models.csv",
        "Model,Organization,Release date,Input price,Output price,GPQA\n\
         A,One,2025-01-01,1,2,50\nB,Two,2025-01-02,2,4,60\nC,Two,2025-01-03,,,70\n",
    );
    let mut window = window_with(vec2(1440.0, 900.0), Some(path.clone()), vec![models]);
    assert!(window.query_by_label("Moves and study").is_none(), "there is nothing that moved");
    press(&mut window, "Save as CSV…");
    settle(&mut window);
    let text = String::from_utf8(crate::io::files::read(&path, &Control::unwatched()).unwrap()).unwrap();
    assert_eq!(text.lines().count(), 4, "{text}");
}

#[test]
fn after_a_zoom_that_rests_the_names_find_their_places_in_a_job() {
    let mut window = window();
    let chart = window.get_by_label_contains("Scatter of").rect();
    window.hover_at(chart.center());
    window.step();
    assert!(app(&window).laid_out().is_none(), "the first look is laid out at once");
    window.event(Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, 60.0),
        phase: TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    });
    window.run_steps(2);
    assert!(app(&window).view().models.is_some() && app(&window).laid_out().is_none(), "it still moves");
    window.run_steps(60);
    settle(&mut window);
    let laid_out = app(&window).laid_out().expect("it rested");
    assert_eq!(laid_out.view.models, app(&window).view().models, "of the ranges at rest");
    assert_eq!(laid_out.revision, app(&window).revision());
}

#[test]
fn intervals_are_switched_off_in_the_menu_and_a_ratio_of_prices_is_dragged() {
    let folder = tempfile::tempdir().unwrap();
    let models = write(
        folder.path(),
        "models.csv",
        "Model,Organization,Release date,Input price,Output price,Accuracy,Accuracy SE\n\
         A,One,2025-01-01,1,2,0.50,0.02\nB,Two,2025-01-02,2,4,0.60,0.03\n",
    );
    let mut window = window_with(vec2(1440.0, 900.0), None, vec![models]);
    press(&mut window, "More choices for the chart of models");
    press(&mut window, "Intervals of the scores");
    assert!(app(&window).document().scatter.without_intervals);
    press(&mut window, "Blended price");
    window.run_steps(20);
    let name = "input tokens to 1 output token";
    let field = window.get_by_role_and_label(egui::accesskit::Role::SpinButton, name).rect().center();
    window.hover_at(field);
    window.drag_at(field);
    window.run_steps(2);
    window.hover_at(field + vec2(40.0, 0.0));
    window.run_steps(2);
    assert_eq!(app(&window).document().scatter.blend, None, "it still moves");
    window.drop_at(field + vec2(40.0, 0.0));
    settle(&mut window);
    let ratio = app(&window).document().scatter.blend.expect("it was let go");
    assert!(ratio > 3.0 && ratio < 100.0, "{ratio}");
}

#[test]
fn the_bar_has_room_for_its_last_button_at_every_width() {
    for width in [1000.0, 1060.0, 1130.0, 1440.0] {
        let window = window_with(vec2(width, 700.0), None, Vec::new());
        let export = window.get_by_label("Export figure…").rect();
        assert!(export.right() <= width, "{width}");
        let of_span = |label| window.query_by_label(label).map(|node| node.rect());
        let others =
            [of_span("±20"), of_span("Stretch of time"), of_span("Price"), of_span("Scale of the prices")];
        assert!(others.iter().flatten().count() >= 2, "{width}");
        for other in others.into_iter().flatten() {
            assert!(!other.intersects(export), "{width}: {other:?} {export:?}");
        }
        let models = window.get_by_label_contains("Scatter of").rect();
        assert!(models.left() > 268.0 && models.right() <= width, "{width}: {models:?}");
    }
}
