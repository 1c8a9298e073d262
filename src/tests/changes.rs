//! What stays and what goes when the event moves and files come and go: colours, the view, the
//! selection, the choices that come back.

use std::path::Path;
use std::sync::Arc;

use jiff::civil::{Date, date};

use super::trips::{open, undo, write};
use crate::app::testing::{app, sample_app};
use crate::app::{
    Action, App, Command, EditCommand, EventCommand, SeriesCommand, Settings, SourceCommand, ViewCommand,
};
use crate::chart::figure::Subject;
use crate::chart::{FigureKind, Medium, build};
use crate::model::{Cost, Event, Scale, SeriesId};
use crate::text::Words;

fn set_date(app: &mut App, day: Date) {
    app.apply(Command::Event(EventCommand::SetDate(day)));
}

fn event_date(app: &App) -> Option<Date> {
    app.document().event.as_ref().map(|event| event.date)
}

fn picks(app: &App) -> Vec<&str> {
    app.document().picks.iter().map(SeriesId::as_str).collect()
}

/// Eight stocks of March 2024 that name no event: on the 5th AA falls most and HH least, on the 6th
/// the other way round.
const EIGHT: &str = "Date,AA,BB,CC,DD,EE,FF,GG,HH
2024-03-04,100,100,100,100,100,100,100,100
2024-03-05,80,82,84,86,88,90,92,94
2024-03-06,79,80,81,82,81,80,79,78
2024-03-07,79,80,81,82,81,80,79,78
";

/// An app with those open.
fn eight(folder: &Path) -> App {
    let mut app = app();
    open(&mut app, &[&write(folder, "eight.csv", EIGHT)]);
    assert_eq!((app.data().series.len(), event_date(&app)), (8, None));
    app
}

#[test]
fn colours_that_nobody_chose_go_with_the_date() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = eight(folder.path());
    set_date(&mut app, date(2024, 3, 5));
    assert_eq!(picks(&app), ["AA", "BB", "CC", "DD", "EE", "FF"], "the largest falls");
    app.apply(Command::Event(EventCommand::Step(1)));
    assert_eq!(picks(&app), ["HH", "GG", "FF", "EE", "DD", "CC"]);
    undo(&mut app);
    assert_eq!((event_date(&app), picks(&app)[0]), (Some(date(2024, 3, 5)), "AA"), "in one step");
    app.apply(Command::Event(EventCommand::Drag(date(2024, 3, 6))));
    assert_eq!(picks(&app)[0], "AA", "nothing changes colour under the pointer");
    set_date(&mut app, date(2024, 3, 6));
    assert_eq!(picks(&app)[0], "HH");
    undo(&mut app);
    assert_eq!((event_date(&app), picks(&app)[0]), (Some(date(2024, 3, 5)), "AA"), "in one step");
    let event = Event::new("Named", date(2024, 3, 6));
    app.apply(Command::Event(EventCommand::Set(event)));
    assert_eq!(picks(&app)[0], "HH");
}

#[test]
fn colours_that_were_chosen_stay() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = eight(folder.path());
    set_date(&mut app, date(2024, 3, 5));
    for _ in 0..2 {
        app.apply(Command::Series(SeriesCommand::TogglePick(SeriesId::new("FF"))));
    }
    let chosen = ["AA", "BB", "CC", "DD", "EE", "FF"];
    assert_eq!(picks(&app), chosen, "the same as proposed, and yet chosen");
    set_date(&mut app, date(2024, 3, 6));
    assert_eq!(picks(&app), chosen);
    open(&mut app, &[&write(folder.path(), "I.csv", "Date,Close\n2024-03-05,10\n2024-03-06,1\n")]);
    assert_eq!(picks(&app), chosen, "also when a deeper fall is opened");
    for _ in 0..4 {
        undo(&mut app);
    }
    set_date(&mut app, date(2024, 3, 6));
    assert_eq!(picks(&app)[0], "HH", "once the choice is taken back they are proposed again");
}

#[test]
fn colours_of_files_that_name_an_event_stay_with_it() {
    let mut app = sample_app();
    let before = app.document().picks.clone();
    set_date(&mut app, date(2025, 4, 3));
    assert_eq!(app.document().picks, before);
}

#[test]
fn the_view_keeps_its_dates_when_files_come_and_go() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = eight(folder.path());
    app.apply(Command::View(ViewCommand::Sessions(Some([1.0, 2.0]))));
    app.apply(Command::View(ViewCommand::Scale(Scale::Price)));
    app.apply(Command::View(ViewCommand::MarketY(Some([70.0, 90.0]))));
    let older = "Date,Close\n2024-02-28,5\n2024-02-29,5\n2024-03-01,5\n2024-03-04,5\n";
    open(&mut app, &[&write(folder.path(), "OLD.csv", older)]);
    assert_eq!(app.view().sessions, Some([4.0, 5.0]), "5 and 6 March");
    assert_eq!(app.view().market_y, Some([70.0, 90.0]), "a price stays a price");
    undo(&mut app);
    assert_eq!(app.view().sessions, Some([1.0, 2.0]));
    app.apply(Command::Edit(EditCommand::Redo));
    let eight = app.data().series(&SeriesId::new("AA")).unwrap().source;
    app.apply(Command::Source(SourceCommand::Close(eight)));
    assert_eq!(app.view().sessions, None, "no session of them is left");
    assert_eq!(app.view().market_y, None);
}

#[test]
fn a_range_of_values_goes_with_their_base() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = eight(folder.path());
    set_date(&mut app, date(2024, 3, 5));
    app.apply(Command::View(ViewCommand::MarketY(Some([-20.0, 5.0]))));
    open(&mut app, &[&write(folder.path(), "I.csv", "Date,Close\n2024-03-05,10\n2024-03-06,9\n")]);
    assert_eq!(app.view().market_y, Some([-20.0, 5.0]), "the base is the same");
    open(&mut app, &[&write(folder.path(), "events.csv", "date,name\n2024-03-06,Other\n")]);
    assert_eq!(event_date(&app), Some(date(2024, 3, 6)));
    assert_eq!(app.view().market_y, None, "these per cents are from another base");
}

#[test]
fn what_was_about_a_model_table_goes_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let table = |score: &str| format!("model,api_output_usd_per_mtok,{score}\nOne,1,50\nTwo,2,60\n");
    let mut app = app();
    open(&mut app, &[&write(folder.path(), "first.csv", &table("mmlu"))]);
    let look = |app: &mut App| {
        app.apply(Command::View(ViewCommand::Models(Some([[0.0, 1.0], [40.0, 70.0]]))));
        app.apply(Command::Series(SeriesCommand::Select(Some(Subject::Model(1)))));
        assert!(app.view().models.is_some() && app.view().highlight.is_some());
    };
    look(&mut app);
    open(&mut app, &[&write(folder.path(), "P.csv", "Date,Close\n2024-03-05,10\n2024-03-06,9\n")]);
    assert!(app.view().models.is_some() && app.selection().is_some(), "the table is the same");
    open(&mut app, &[&write(folder.path(), "second.csv", &table("gpqa"))]);
    assert_eq!((app.view().models, app.selection(), &app.view().highlight), (None, None, &None));
    look(&mut app);
    undo(&mut app);
    assert_eq!((app.view().models, app.selection(), &app.view().highlight), (None, None, &None));
    look(&mut app);
    app.apply(Command::Source(SourceCommand::CloseAll));
    assert_eq!((app.view().models, app.selection(), &app.view().highlight), (None, None, &None));
}

#[test]
fn a_score_comes_back_for_tables_that_have_it() {
    let folder = tempfile::tempdir().unwrap();
    let table = "model,api_output_usd_per_mtok,mmlu,gpqa_diamond\nOne,1,50,40\nTwo,2,60,\n";
    let other = "model,api_output_usd_per_mtok,math_500\nOne,1,50\nTwo,2,60\n";
    let (table, other) = (write(folder.path(), "m.csv", table), write(folder.path(), "o.csv", other));
    let mut first = app();
    open(&mut first, &[&table]);
    let shown = |app: &App| {
        let column = crate::chart::models::score_column(app.data().models.as_ref().unwrap(), app.document());
        column.unwrap().name.clone()
    };
    assert_eq!((shown(&first).as_str(), &first.settings().score), ("mmlu", &None));
    first.apply(Command::View(ViewCommand::Score("gpqa_diamond".to_owned())));
    first.apply(Command::View(ViewCommand::Cost(Cost::Training)));
    let stored = serde_json::to_string(first.settings()).unwrap();
    let settings: Settings = serde_json::from_str(&stored).unwrap();
    let mut next = App::new(settings, Arc::new(|| {}), Arc::new(Words::english()));
    open(&mut next, &[&other]);
    assert_eq!(shown(&next), "math_500");
    open(&mut next, &[&table]);
    assert_eq!((shown(&next).as_str(), next.document().cost), ("gpqa_diamond", Cost::Training));
    undo(&mut first);
    undo(&mut first);
    assert_eq!(first.settings().score, None, "a choice that was taken back does not");
}

#[test]
fn an_event_outside_every_series_is_stepped_inwards_only() {
    let mut app = sample_app();
    set_date(&mut app, date(2020, 1, 1));
    assert!(app.analysis().moves.iter().all(|found| found.event.is_none()));
    assert!(!app.can(Action::EventPrevious) && app.can(Action::EventNext));
    app.apply(Command::Event(EventCommand::Step(-1)));
    assert_eq!(event_date(&app), Some(date(2020, 1, 1)), "there is nothing before");
    app.apply(Command::Event(EventCommand::Step(1)));
    assert_eq!(event_date(&app), Some(date(2024, 7, 1)), "the first session");
    assert!(!app.can(Action::EventPrevious));
    set_date(&mut app, date(2030, 1, 1));
    assert!(app.can(Action::EventPrevious) && !app.can(Action::EventNext));
    app.apply(Command::Event(EventCommand::Step(1)));
    assert_eq!(event_date(&app), Some(date(2030, 1, 1)), "there is nothing after");
    app.apply(Command::Event(EventCommand::Step(-1)));
    assert_eq!(event_date(&app), Some(date(2025, 4, 30)), "the last session");
    assert!(!app.can(Action::EventNext));
    for kind in FigureKind::ALL {
        set_date(&mut app, date(2030, 1, 1));
        let figure = build(kind, &app.scene(), app.view(), &Medium::Window { size: [900.0, 600.0] });
        assert!(!figure.caption.alt.is_empty(), "{kind:?}");
    }
}

#[test]
fn nothing_stays_selected_that_is_not_there() {
    let mut app = sample_app();
    let select = |app: &mut App, subject: Subject| {
        app.apply(Command::Series(SeriesCommand::Select(Some(subject))));
        assert!(app.selection().is_some() && app.view().highlight.is_some());
    };
    let gone = |app: &App| app.selection().is_none() && app.view().highlight.is_none();
    select(&mut app, Subject::Event);
    app.apply(Command::Event(EventCommand::Clear));
    assert!(gone(&app), "the event was removed");
    undo(&mut app);
    assert!(gone(&app));
    app.apply(Command::View(ViewCommand::Highlight(Some(Subject::Event))));
    app.apply(Command::Event(EventCommand::Clear));
    assert!(gone(&app), "what is pointed at goes too");
    undo(&mut app);
    let nvda = SeriesId::new("NVDA");
    select(&mut app, Subject::Series(nvda.clone()));
    let source = app.data().series(&nvda).unwrap().source;
    app.apply(Command::Source(SourceCommand::Close(source)));
    assert!(gone(&app), "its file was closed");
    undo(&mut app);
    assert!(gone(&app), "what comes back is not selected");
    select(&mut app, Subject::Series(nvda));
    app.apply(Command::Edit(EditCommand::Redo));
    assert!(gone(&app));
}

#[test]
fn closing_the_last_file_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = eight(folder.path());
    app.apply(Command::View(ViewCommand::Sessions(Some([1.0, 2.0]))));
    app.apply(Command::View(ViewCommand::MarketY(Some([-20.0, 5.0]))));
    app.apply(Command::Series(SeriesCommand::Select(Some(Subject::Series(SeriesId::new("AA"))))));
    let source = app.data().sources[0].id;
    app.apply(Command::Source(SourceCommand::Close(source)));
    assert!(app.data().sources.is_empty() && app.document().picks.is_empty());
    assert_eq!((app.view().sessions, app.view().market_y, &app.view().highlight), (None, None, &None));
    assert!(!app.can(Action::CloseAll) && !app.can(Action::EventNext) && !app.can(Action::Export));
    undo(&mut app);
    assert_eq!((app.data().series.len(), app.selection()), (8, None));
}

#[test]
fn the_sessions_in_view_stand_still_while_the_event_is_dragged() {
    let mut app = sample_app();
    let shown = |app: &App| {
        let figure =
            build(FigureKind::Market, &app.scene(), app.view(), &Medium::Window { size: [900.0, 600.0] });
        figure.panels[0].x.range
    };
    let before = shown(&app);
    for day in [date(2025, 1, 28), date(2025, 2, 3), date(2025, 2, 10)] {
        app.apply(Command::Event(EventCommand::Drag(day)));
        assert_eq!(shown(&app), before);
    }
    set_date(&mut app, date(2025, 2, 10));
    assert_eq!(app.view().sessions, None, "around the event again");
    assert_ne!(shown(&app), before);
    app.apply(Command::Event(EventCommand::Drag(date(2025, 2, 11))));
    app.apply(Command::View(ViewCommand::Sessions(Some([100.0, 130.0]))));
    set_date(&mut app, date(2025, 2, 12));
    assert_eq!(app.view().sessions, Some([100.0, 130.0]), "a range of the user's own stays");
}
