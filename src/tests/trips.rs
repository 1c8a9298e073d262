//! The three trips through the program, with no window: open, move, export. And what can be taken
//! back.

use std::path::Path;

use jiff::civil::date;

use crate::app::testing::{app, sample_app, settle};
use crate::app::{
    App, Command, EditCommand, EventCommand, ExportOptions, FigureCommand, Format, Level, Notice,
    SeriesCommand, SourceCommand, ViewCommand,
};
use crate::chart::{FigureKind, Medium, SheetSize, build};
use crate::io::files::{read, write_atomic};
use crate::model::{Scale, SeriesId};

/// Opens files and waits until they are read.
pub(super) fn open(app: &mut App, paths: &[&Path]) {
    let paths = paths.iter().map(|path| path.to_path_buf()).collect();
    app.apply(Command::Source(SourceCommand::Open(paths)));
    settle(app);
}

/// Writes a file into a folder; its path.
pub(super) fn write(folder: &Path, name: &str, text: &str) -> std::path::PathBuf {
    let path = folder.join(name);
    write_atomic(&path, text.as_bytes()).unwrap();
    path
}

/// Takes a step back.
pub(super) fn undo(app: &mut App) {
    app.apply(Command::Edit(EditCommand::Undo));
}

#[test]
fn the_sample_opens_with_its_event_and_picks() {
    let app = sample_app();
    assert_eq!(app.document().event.as_ref().map(|event| event.date), Some(date(2025, 1, 27)));
    assert_eq!(app.data().series.len(), 16);
    assert!(app.data().models.is_some());
    assert_eq!(app.document().picks.len(), 6);
    assert!(app.document().picks.contains(&SeriesId::new("NVDA")));
    assert!(!app.can_undo(), "there is nothing before the first look");
    assert_eq!(app.notices().len(), 1);
}

#[test]
fn the_numbers_of_the_day_are_right() {
    let app = sample_app();
    let cases = [("NVDA", -16.97), ("NDX", -2.97), ("MU", -11.71), ("AMD", -6.37), ("ASML.AS", -7.01)];
    for (id, percent) in cases {
        let found = app.analysis().moves.iter().find(|found| found.id.as_str() == id).unwrap();
        let change = found.change.unwrap() * 100.0;
        assert!((change - percent).abs() < 0.006, "{id} {change}");
    }
}

#[test]
fn own_files_take_the_place_of_the_sample_and_undo_brings_it_back() {
    let folder = tempfile::tempdir().unwrap();
    let own = write(folder.path(), "OWN.csv", "Date,Close\n2024-03-01,10\n2024-03-04,11\n");
    let mut app = sample_app();
    open(&mut app, &[&own]);
    assert_eq!(app.data().series.len(), 1);
    assert_eq!(app.document().event, None, "the event lies outside of the file's range");
    let more = write(folder.path(), "MORE.csv", "Date,Close\n2025-01-24,5\n2025-01-27,4\n");
    open(&mut app, &[&more]);
    assert_eq!(app.data().series.len(), 2, "more files are added");
    assert_eq!(app.document().event, None, "and leave the event as it is");
    undo(&mut app);
    assert_eq!(app.data().series.len(), 1);
    undo(&mut app);
    assert_eq!(app.data().series.len(), 16);
    assert_eq!(app.document().event.as_ref().map(|event| event.date), Some(date(2025, 1, 27)));
    app.apply(Command::Edit(EditCommand::Redo));
    assert_eq!(app.data().series.len(), 1);
}

#[test]
fn own_files_over_the_day_start_with_its_event_and_event_files_set_another() {
    let folder = tempfile::tempdir().unwrap();
    let own = write(folder.path(), "OWN.csv", "Date,Close\n2025-01-24,10\n2025-01-27,11\n2025-01-28,12\n");
    let mut app = app();
    open(&mut app, &[&own]);
    assert_eq!(app.document().event.as_ref().map(|event| event.date), Some(date(2025, 1, 27)));
    let events = write(folder.path(), "events.csv", "date,name\n2025-01-28,Rebound\n");
    open(&mut app, &[&events]);
    let event = app.document().event.clone().unwrap();
    assert_eq!((event.name.as_str(), event.date), ("Rebound", date(2025, 1, 28)));
}

#[test]
fn failures_are_one_notice_and_good_files_open() {
    let folder = tempfile::tempdir().unwrap();
    let good = write(folder.path(), "GOOD.csv", "Date,Close\n2025-01-24,10\n2025-01-27,11\n");
    let empty = write(folder.path(), "empty.csv", "");
    let missing = folder.path().join("missing.csv");
    let mut app = app();
    open(&mut app, &[&missing, &good, &empty]);
    assert_eq!(app.data().series.len(), 1);
    let errors: Vec<&Notice> = app.notices().iter().filter(|notice| notice.level == Level::Error).collect();
    assert_eq!((errors.len(), app.notices().len()), (1, 2));
    let told = &errors[0].text;
    assert!(told.starts_with("2 files could not be opened: missing.csv, empty.csv. The first: "), "{told}");
    assert!(told.ends_with(&missing.display().to_string()), "{told}");
    open(&mut app, &[&empty]);
    let told = &app.notices().last().unwrap().text;
    assert!(told.starts_with("The file is empty") && told.ends_with(&empty.display().to_string()), "{told}");
}

#[test]
fn a_file_that_is_opened_again_is_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = write(folder.path(), "OWN.csv", "Date,Close\n2025-01-24,10\n2025-01-27,11\n");
    let mut app = app();
    open(&mut app, &[&path]);
    write(folder.path(), "OWN.csv", "Date,Close\n2025-01-24,10\n2025-01-27,12\n");
    open(&mut app, &[&path]);
    assert_eq!(app.data().series.len(), 1);
    assert_eq!(app.data().series[0].bars.close_on(date(2025, 1, 27)), Some(12.0));
    undo(&mut app);
    assert_eq!(app.data().series[0].bars.close_on(date(2025, 1, 27)), Some(11.0));
}

#[test]
fn closing_can_be_taken_back() {
    let mut app = sample_app();
    let source = app.data().series(&SeriesId::new("NVDA")).unwrap().source;
    app.apply(Command::Source(SourceCommand::Close(source)));
    assert!(app.data().series(&SeriesId::new("NVDA")).is_none());
    assert!(!app.document().picks.contains(&SeriesId::new("NVDA")));
    undo(&mut app);
    assert!(app.data().series(&SeriesId::new("NVDA")).is_some());
    assert!(app.document().picks.contains(&SeriesId::new("NVDA")));
    app.apply(Command::Source(SourceCommand::CloseAll));
    assert!(app.data().sources.is_empty() && app.table().is_empty());
}

#[test]
fn a_cancelled_job_changes_nothing() {
    let mut app = sample_app();
    let revision = app.revision();
    app.apply(Command::Source(SourceCommand::OpenSample));
    app.apply(Command::Source(SourceCommand::CancelJob));
    settle(&mut app);
    assert_eq!(app.revision(), revision);
    assert_eq!(app.job(), None);
}

#[test]
fn a_drag_of_the_event_is_one_step() {
    let mut app = sample_app();
    let steps = [date(2025, 1, 28), date(2025, 1, 29), date(2025, 1, 30)];
    for step in steps {
        app.apply(Command::Event(EventCommand::Drag(step)));
        let found = app.analysis().moves.iter().find(|found| found.id.as_str() == "NVDA").unwrap();
        assert_eq!(found.event.map(|(date, _)| date), Some(step), "the study goes with the event");
    }
    app.apply(Command::Event(EventCommand::SetDate(date(2025, 1, 31))));
    app.apply(Command::Event(EventCommand::SetDate(date(2025, 2, 3))));
    undo(&mut app);
    assert_eq!(app.document().event.as_ref().map(|event| event.date), Some(date(2025, 1, 31)));
    undo(&mut app);
    let event = app.document().event.clone().unwrap();
    assert_eq!(event.date, date(2025, 1, 27));
    assert!(!event.name.is_empty(), "the name belongs to its date");
    assert!(!app.can_undo());
}

#[test]
fn steps_of_the_event_follow_the_sessions() {
    let mut app = sample_app();
    let mut step = |sessions, expected| {
        app.apply(Command::Event(EventCommand::Step(sessions)));
        assert_eq!(app.document().event.as_ref().map(|event| event.date), Some(expected));
    };
    step(-1, date(2025, 1, 24));
    step(1, date(2025, 1, 27));
    step(-1000, date(2024, 7, 1));
    step(1000, date(2025, 4, 30));
    app.apply(Command::Event(EventCommand::SetDate(date(2025, 2, 1))));
    let mut step = |sessions, expected| {
        app.apply(Command::Event(EventCommand::Step(sessions)));
        assert_eq!(app.document().event.as_ref().map(|event| event.date), Some(expected));
        undo(&mut app);
    };
    step(1, date(2025, 2, 3));
    step(-1, date(2025, 1, 31));
}

#[test]
fn moving_the_view_is_no_step_and_another_scale_is_one() {
    let mut app = sample_app();
    let revision = app.revision();
    app.apply(Command::View(ViewCommand::Sessions(Some([100.0, 150.0]))));
    app.apply(Command::View(ViewCommand::MarketY(Some([-20.0, 5.0]))));
    app.apply(Command::View(ViewCommand::MarketY(Some([5.0, 5.0]))));
    assert_eq!(app.view().market_y, None, "an empty range is none");
    app.apply(Command::View(ViewCommand::MarketY(Some([-20.0, 5.0]))));
    assert!(!app.can_undo() && app.revision() == revision);
    let size = [900.0, 600.0];
    let figure = build(FigureKind::Market, &app.scene(), app.view(), &Medium::Window { size });
    let [first, last] = figure.panels[0].x.range;
    assert!((first - 100.0).abs() < 1e-9 && (last - 150.0).abs() < 1e-9);
    app.apply(Command::View(ViewCommand::Scale(Scale::Hundred)));
    assert_eq!(app.view().market_y, None, "per cents are no hundreds");
    assert_eq!(app.settings().scale, Scale::Hundred);
    undo(&mut app);
    assert_eq!(app.document().scale, Scale::Percent);
}

#[test]
fn picks_take_colours_in_turn() {
    let mut app = sample_app();
    let id = SeriesId::new("AAPL");
    app.apply(Command::Series(SeriesCommand::SetVisible(id.clone(), false)));
    app.apply(Command::Series(SeriesCommand::TogglePick(id.clone())));
    assert_eq!(app.document().picks.last(), Some(&id));
    assert!(!app.document().hidden.contains(&id), "what is picked is seen");
    app.apply(Command::Series(SeriesCommand::TogglePick(id.clone())));
    assert!(!app.document().picks.contains(&id));
}

#[test]
fn a_figure_goes_to_a_file_and_a_bad_place_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = sample_app();
    let options =
        ExportOptions { size: SheetSize::pixels(800.0, 600.0), scale: 1.0, ..ExportOptions::default() };
    let mut export = |name: &str| {
        let path = folder.path().join(name);
        app.apply(Command::Figure(FigureCommand::ExportTo(path.clone(), options.clone())));
        settle(&mut app);
        (path.clone(), app.notices().last().cloned().unwrap())
    };
    for (name, magic) in [
        ("a.csv", b"chart,what,".as_slice()),
        ("a.pdf", b"%PDF-".as_slice()),
        ("a.png", b"\x89PNG".as_slice()),
        ("a.svg", b"<svg".as_slice()),
    ] {
        let (path, notice) = export(name);
        assert_eq!(notice.level, Level::Info);
        assert!(notice.text.ends_with(&path.display().to_string()), "the path comes last: {}", notice.text);
        let bytes = read(&path, &crate::io::Control::unwatched()).unwrap();
        assert!(bytes.windows(magic.len()).take(200).any(|window| window == magic), "{name}");
    }
    for name in ["a.jpg", "no/such/folder/a.svg"] {
        let (path, notice) = export(name);
        assert_eq!(notice.level, Level::Error, "{name}");
        assert!(notice.text.contains(&path.display().to_string()));
    }
    let remembered = ExportOptions { format: Format::Svg, ..options };
    assert_eq!(app.settings().export, remembered, "the choices and the last format are remembered");
}

#[test]
fn a_figure_too_small_to_read_is_refused_and_says_what_finds_no_room() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = sample_app();
    let path = folder.path().join("a.svg");
    for (size, refused) in [([300.0, 200.0], true), ([640.0, 480.0], false), ([600.0, 800.0], false)] {
        let size = SheetSize::pixels(size[0], size[1]);
        let options = ExportOptions { size, scale: 1.0, ..ExportOptions::default() };
        app.apply(Command::Figure(FigureCommand::ExportTo(path.clone(), options)));
        settle(&mut app);
        let notice = app.notices().last().cloned().unwrap();
        if refused {
            let told = notice.level == Level::Error && notice.text.contains("the size leaves");
            assert!(told && notice.text.contains(" px"), "{}", notice.text);
        } else {
            assert_ne!(notice.level, Level::Error, "{}", notice.text);
            assert!(path.exists());
        }
    }
}
