//! The study as the user sets it: options, kept events, splits that are decided, and a study that
//! takes a job.

use std::fmt::Write as _;
use std::path::Path;

use jiff::civil::{Date, date};

use super::trips::{open, undo, write};
use crate::app::testing::{app, sample_app, settle};
use crate::app::{
    App, Command, EditCommand, EventCommand, ExportOptions, FigureCommand, Level, StudyCommand,
};
use crate::chart::FigureKind;
use crate::io::files::read;
use crate::model::{Event, NormalModel, SeriesId, Split, StudyOptions};
use crate::study::analyse;

fn set(app: &mut App, change: impl FnOnce(&mut StudyOptions)) {
    let mut options = app.document().study.clone();
    change(&mut options);
    app.apply(Command::Study(StudyCommand::Set(options)));
}

fn beta(app: &App, id: &str) -> Option<f64> {
    Some(app.analysis().study_of(&SeriesId::new(id))?.as_ref().ok()?.fit.beta)
}

/// Whether the study at hand is the one of what is decided.
fn is_of_document(app: &App) -> bool {
    **app.analysis() == analyse(app.data(), app.document())
}

fn event_date(app: &App) -> Option<Date> {
    app.document().event.as_ref().map(|event| event.date)
}

#[test]
fn what_is_typed_in_one_field_is_one_step() {
    let mut app = sample_app();
    let first = beta(&app, "NVDA");
    let typed = |estimation| StudyOptions { estimation, ..StudyOptions::default() };
    app.apply(Command::Study(StudyCommand::Begin(typed(60))));
    app.apply(Command::Study(StudyCommand::Continue(typed(61))));
    app.apply(Command::Study(StudyCommand::Continue(typed(62))));
    let long = beta(&app, "NVDA");
    assert!(long != first && is_of_document(&app));
    app.apply(Command::Study(StudyCommand::Begin(StudyOptions { gap: 5, ..typed(62) })));
    set(&mut app, |options| options.model = NormalModel::Mean);
    undo(&mut app);
    assert_eq!((app.document().study.gap, app.document().study.model), (5, NormalModel::Market));
    undo(&mut app);
    assert_eq!((app.document().study.gap, beta(&app, "NVDA")), (10, long), "each field is its own step");
    undo(&mut app);
    assert_eq!((app.document().study.estimation, beta(&app, "NVDA")), (120, first));
    app.apply(Command::Edit(EditCommand::Redo));
    assert_eq!(app.document().study.estimation, 62);
}

#[test]
fn what_cannot_be_studied_changes_nothing_and_is_told() {
    let mut app = sample_app();
    let before = (app.document().clone(), app.can_undo());
    set(&mut app, |options| options.window = [1, 0]);
    assert_eq!((app.document().clone(), app.can_undo()), before);
    let told = app.notices().last().unwrap();
    assert_eq!(told.level, Level::Warning);
    assert_eq!(told.text, "Nothing was changed. The event window ends before it starts.");
}

#[test]
fn the_index_is_chosen_and_follows_what_is_drawn() {
    let mut app = sample_app();
    let before = beta(&app, "NVDA");
    app.apply(Command::Study(StudyCommand::Index(Some(SeriesId::new("AMD")))));
    assert_eq!(app.analysis().study.index, Some(SeriesId::new("AMD")));
    assert!(beta(&app, "NVDA") != before && is_of_document(&app));
    undo(&mut app);
    assert_eq!(beta(&app, "NVDA"), before);
}

#[test]
fn events_are_kept_chosen_and_let_go() {
    let mut app = sample_app();
    let known = |app: &App| -> Vec<(String, bool, bool)> {
        let each = app.known_events().into_iter();
        each.map(|known| (known.event.date.to_string(), known.is_current, known.is_kept)).collect()
    };
    let of_files = known(&app).len();
    let (first, second) = (Event::new("Rules", date(2025, 1, 13)), Event::new("Fed", date(2025, 1, 29)));
    app.apply(Command::Event(EventCommand::Set(first.clone())));
    assert_eq!(known(&app).len(), of_files, "what nobody keeps goes with the next one");
    app.apply(Command::Event(EventCommand::Keep));
    assert!(known(&app).contains(&("2025-01-13".to_owned(), true, true)));
    assert!(!app.can_keep_event(), "it is kept already");
    app.apply(Command::Event(EventCommand::Set(second.clone())));
    // Choosing another keeps the one before it, which no file names.
    app.apply(Command::Event(EventCommand::Choose(first.clone())));
    assert_eq!(app.document().events, [first.clone(), second.clone()]);
    assert_eq!(app.document().event, Some(first.clone()));
    assert!(is_of_document(&app));
    undo(&mut app);
    assert_eq!(app.document().events, std::slice::from_ref(&first), "in one step");
    assert_eq!(app.document().event, Some(second));
    app.apply(Command::Event(EventCommand::Forget(first)));
    assert!(app.document().events.is_empty());
    undo(&mut app);
    assert_eq!(app.document().events.len(), 1);
}

#[test]
fn a_time_decides_the_session_and_goes_with_a_step_or_a_drag() {
    let mut app = sample_app();
    let (day, moment) = Event::when("2025-01-27T22:30Z").unwrap();
    let timed = Event { moment, ..Event::new("Late", day) };
    app.apply(Command::Event(EventCommand::Set(timed.clone())));
    assert_eq!(event_date(&app), Some(date(2025, 1, 27)));
    assert_eq!(app.event_session(), Some(date(2025, 1, 28)), "New York had closed");
    app.apply(Command::Event(EventCommand::Step(1)));
    assert_eq!((event_date(&app), app.event_session()), (Some(date(2025, 1, 29)), Some(date(2025, 1, 29))));
    assert_eq!(app.document().event.as_ref().unwrap().moment, None);
    undo(&mut app);
    assert_eq!(app.document().event, Some(timed.clone()));
    app.apply(Command::Event(EventCommand::Step(-1)));
    assert_eq!(app.event_session(), Some(date(2025, 1, 27)), "the session before the event's");
    assert_eq!(app.document().event, Some(Event::new("Late", date(2025, 1, 27))));
    undo(&mut app);
    for day in [date(2025, 1, 29), date(2025, 1, 30)] {
        app.apply(Command::Event(EventCommand::Drag(day)));
    }
    app.apply(Command::Event(EventCommand::SetDate(date(2025, 1, 30))));
    assert_eq!(app.event_session(), Some(date(2025, 1, 30)));
    undo(&mut app);
    assert_eq!(app.document().event, Some(timed), "a drag is one step");
}

/// An index and a stock that is split 10:1 in the middle of its estimation window.
fn split_files(folder: &Path) -> App {
    let mut rows = String::from("Date,MKT,SPL\n");
    let mut day = date(2024, 3, 1);
    for place in 0..60_i32 {
        while matches!(day.weekday(), jiff::civil::Weekday::Saturday | jiff::civil::Weekday::Sunday) {
            day = day.tomorrow().unwrap();
        }
        let swing = f64::from(place % 5) - 2.0;
        let market = 1000.0 + 4.0 * swing;
        let price = 200.0 + 0.6 * swing + 0.3 * f64::from(place % 3);
        let price = if place >= 30 { price / 10.0 } else { price };
        writeln!(rows, "{day},{market},{price:.4}").unwrap();
        day = day.tomorrow().unwrap();
    }
    let last = rows.lines().last().unwrap().split(',').next().unwrap().to_owned();
    let mut app = app();
    open(&mut app, &[&write(folder, "split.csv", &rows)]);
    app.apply(Command::Event(EventCommand::SetDate(last.parse().unwrap())));
    app.apply(Command::Study(StudyCommand::Index(Some(SeriesId::new("MKT")))));
    let options = StudyOptions { estimation: 40, gap: 2, ..StudyOptions::default() };
    app.apply(Command::Study(StudyCommand::Set(options)));
    app
}

#[test]
fn a_split_that_is_decided_gives_numbers() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = split_files(folder.path());
    let id = SeriesId::new("SPL");
    let suspects = app.suspects();
    assert_eq!(suspects.len(), 1, "{suspects:?}");
    let (of, suspect) = suspects[0].clone();
    assert_eq!((&of, suspect.ratio), (&id, 10.0));
    assert_eq!(beta(&app, "SPL"), None);
    assert!(app.verdict_of(&id).unwrap().contains("looks like a split of 10:1"), "{:?}", app.verdict_of(&id));
    let decide = |ratio| {
        let split = Split { series: id.clone(), date: suspect.date, ratio };
        Command::Study(StudyCommand::Decide(split))
    };
    app.apply(decide(10.0));
    assert!(app.suspects().is_empty());
    let as_split = app.analysis().study_of(&id).unwrap().as_ref().unwrap().fit.sigma;
    app.apply(decide(1.0));
    let as_move = app.analysis().study_of(&id).unwrap().as_ref().unwrap().fit.sigma;
    assert!(as_move > 5.0 * as_split, "{as_move} {as_split}: a fall by nine tenths scatters");
    assert_eq!(app.document().study.splits.len(), 1, "the later word counts");
    app.apply(Command::Study(StudyCommand::Undecide(id.clone(), suspect.date)));
    assert_eq!((app.suspects().len(), beta(&app, "SPL")), (1, None));
    undo(&mut app);
    undo(&mut app);
    assert_eq!(app.analysis().study_of(&id).unwrap().as_ref().unwrap().fit.sigma, as_split);
    app.apply(decide(f64::NAN));
    assert_eq!(app.document().study.splits.len(), 1, "no ratio is no decision");
}

#[test]
fn a_study_that_takes_a_job_comes_later_and_a_stale_one_never() {
    let mut app = sample_app();
    app.study_at_once(0);
    let before = app.analysis().clone();
    for _ in 0..3 {
        app.apply(Command::Event(EventCommand::Step(1)));
    }
    assert!(app.is_studying());
    assert_eq!(*app.analysis(), before, "the one before it stays until then");
    assert!(!app.can(crate::app::Action::CopyTable), "its numbers are of another event");
    settle(&mut app);
    assert!(!app.is_studying() && is_of_document(&app));
    assert_eq!(event_date(&app), Some(date(2025, 1, 30)));
    // What is set back before the job ends is studied as it is then.
    app.apply(Command::Event(EventCommand::Step(1)));
    undo(&mut app);
    settle(&mut app);
    assert!(is_of_document(&app));
    // Other files come while a study is in the making.
    app.apply(Command::Event(EventCommand::Step(-1)));
    let folder = tempfile::tempdir().unwrap();
    open(&mut app, &[&write(folder.path(), "OWN.csv", "Date,Close\n2025-01-24,10\n2025-01-27,9\n")]);
    settle(&mut app);
    assert!(!app.is_studying() && is_of_document(&app));
    assert_eq!(app.analysis().moves.len(), app.data().series.len());
}

#[test]
fn a_figure_that_is_written_while_the_study_is_in_the_making_is_of_the_event() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = sample_app();
    app.study_at_once(0);
    let options = ExportOptions { kind: FigureKind::Moves, ..ExportOptions::default() };
    let export = |app: &mut App, name: &str| {
        let path = folder.path().join(name);
        app.apply(Command::Figure(FigureCommand::ExportTo(path.clone(), options.clone())));
        settle(app);
        read(&path, &crate::io::Control { cancel: &false.into(), bytes_done: &0.into() }).unwrap()
    };
    let first = export(&mut app, "first.svg");
    app.apply(Command::Event(EventCommand::Step(1)));
    assert!(app.is_studying());
    let hasty = export(&mut app, "hasty.svg");
    assert!(!app.is_studying());
    assert_eq!(hasty, export(&mut app, "later.svg"));
    assert_ne!(hasty, first);
}
