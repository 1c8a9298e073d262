//! How the reading of a file is told and overruled, with no window.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::trips::{undo, write};
use crate::app::testing::{app, app_with, give, sample_app, settle};
use crate::app::{App, Command, EditCommand, Level, Settings, SourceCommand};
use crate::io::{Control, read_file};
use crate::model::{
    Assumption, Decision, LineKind, Loaded, Message, Outline, OutlineLine, Overrides, Role, Source, Warning,
    WarningKind,
};

/// Header by which the files of these tests are known.
const HEADER: &str = "Date|Close";

/// A file whose days and months cannot be told apart, with a line of words above its header and a
/// row that is skipped.
pub(super) fn ambiguous(folder: &Path, name: &str) -> PathBuf {
    write(folder, name, "Date,Close\n01/02/2025,10\n02/02/2025,11\nTotal,\n03/02/2025,12.5\n")
}

/// That file as import reads it, with choices for every decision and with its lines.
pub(super) fn offered(path: &Path) -> Loaded {
    let mut file = read_file(path, &Overrides::default(), &Control::unwatched()).unwrap();
    let evidence = || Message::new("io-evidence-cell").with("line", "2").with("cell", "01/02/2025");
    let decided = |key, value: &str, certain, choices: &[&str]| Assumption {
        key,
        column: None,
        value: value.to_owned(),
        evidence: evidence(),
        certain,
        choices: choices.iter().map(|choice| (*choice).to_owned()).collect(),
    };
    file.assumptions = vec![
        decided("encoding", "UTF-8", true, &["UTF-8", "windows-1256"]),
        decided("delimiter", ",", true, &[",", ";", "tab"]),
        decided("date_order", "MDY", false, &["MDY", "DMY"]),
        decided("close_column", "Close", true, &["Close"]),
    ];
    let text = Message::new("io-skipped-footer").with("cell", "Total");
    file.warnings = vec![Warning::new(Some(4), WarningKind::Skipped, text)];
    let line = |line, kind, cells: [&str; 2], date: Option<&str>, close| OutlineLine {
        line,
        kind,
        cells: cells.map(str::to_owned).into(),
        date: date.map(str::to_owned),
        close,
    };
    file.outline = Arc::new(Outline {
        lines: vec![
            line(1, LineKind::Header, ["Date", "Close"], None, None),
            line(2, LineKind::Row, ["01/02/2025", "10"], Some("2025-01-02"), Some(10.0)),
            line(4, LineKind::Odd, ["Total", ""], None, None),
            line(5, LineKind::Row, ["03/02/2025", "12.5"], Some("2025-03-02"), Some(12.5)),
        ],
        date_column: Some(0),
        close_column: Some(1),
        header: Some(HEADER.to_owned()),
    });
    file
}

fn opened(path: &Path) -> App {
    let mut app = app();
    give(&mut app, vec![offered(path)]);
    app
}

fn source(app: &App) -> &Source {
    app.data().sources.first().unwrap()
}

fn decide(app: &mut App, decision: Decision, value: Option<&str>) {
    let id = source(app).id;
    app.apply(Command::Source(SourceCommand::Decide(id, decision, value.map(str::to_owned))));
}

fn order(app: &App) -> Option<&str> {
    source(app).overrides.get(Decision::DateOrder)
}

fn remembered(app: &App) -> Option<&str> {
    app.settings().readings.recall(HEADER)?.get(Decision::DateOrder)
}

#[test]
fn a_decision_reads_again_in_one_step_and_is_remembered() {
    let folder = tempfile::tempdir().unwrap();
    let path = ambiguous(folder.path(), "OWN.csv");
    let mut app = opened(&path);
    decide(&mut app, Decision::DateOrder, Some("DMY"));
    assert_eq!(order(&app), None, "nobody waits for the file");
    assert!(app.job().is_some_and(|job| job.label.contains("OWN.csv")));
    settle(&mut app);
    assert_eq!((order(&app), remembered(&app)), (Some("DMY"), Some("DMY")));
    assert_eq!((app.data().sources.len(), app.data().series.len()), (1, 1), "it stands where it stood");
    assert_eq!(source(&app).outline.header.as_deref(), Some(HEADER));
    let told = app.notices().last().unwrap();
    assert_eq!((told.level, app.notices().len()), (Level::Info, 2));
    assert!(told.text.contains("D/M/Y") && told.text.ends_with(&path.display().to_string()), "{}", told.text);
    undo(&mut app);
    assert_eq!((order(&app), remembered(&app)), (None, None), "what is taken back is not remembered");
    app.apply(Command::Edit(EditCommand::Redo));
    assert_eq!((order(&app), remembered(&app)), (Some("DMY"), Some("DMY")));
    decide(&mut app, Decision::DateOrder, None);
    settle(&mut app);
    assert_eq!((order(&app), remembered(&app)), (None, None), "left to import, it is forgotten");
    assert!(app.notices().last().unwrap().text.contains("left to Richter"));
}

/// Days of the first series of a source.
fn days(app: &App, at: usize) -> Vec<String> {
    let id = app.data().sources[at].id;
    let series = app.data().series.iter().find(|series| series.source == id).unwrap();
    series.bars.columns().stamps.iter().map(ToString::to_string).collect()
}

#[test]
fn what_was_decided_about_one_file_holds_for_the_next_of_its_header() {
    let folder = tempfile::tempdir().unwrap();
    let text =
        |closes: [&str; 2]| format!("Date,Close\n03/04/2025,{}\n05/06/2025,{}\n", closes[0], closes[1]);
    let [first, second, other] = [
        write(folder.path(), "A.csv", &text(["10", "11"])),
        write(folder.path(), "B.csv", &text(["20", "21"])),
        write(folder.path(), "C.csv", &text(["30", "31"]).replace("Close", "Last")),
    ];
    let mut app = app();
    let open = |app: &mut App, path: &Path| {
        app.apply(Command::Source(SourceCommand::Open(vec![path.to_owned()])));
        settle(app);
    };
    open(&mut app, &first);
    let as_found = ["2025-03-04", "2025-05-06"];
    assert_eq!(days(&app, 0), as_found, "months come first in an English file that leaves it open");
    let choices = &source(&app).assumption("date_order").unwrap().choices;
    assert!(choices.iter().any(|choice| choice == "DMY"), "{choices:?}");
    decide(&mut app, Decision::DateOrder, Some("DMY"));
    settle(&mut app);
    let decided = ["2025-04-03", "2025-06-05"];
    assert_eq!(days(&app, 0), decided);
    open(&mut app, &second);
    assert_eq!(days(&app, 1), decided);
    assert!(app.data().sources[1].overrides.is_recalled());
    open(&mut app, &other);
    assert_eq!(days(&app, 2), as_found, "another header is another layout");
    undo(&mut app);
    undo(&mut app);
    undo(&mut app);
    assert_eq!(days(&app, 0), as_found);
}

#[test]
fn decisions_that_follow_each_other_are_kept_together() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = opened(&ambiguous(folder.path(), "OWN.csv"));
    decide(&mut app, Decision::DateOrder, Some("DMY"));
    decide(&mut app, Decision::Name, Some("ACME"));
    settle(&mut app);
    assert_eq!((order(&app), source(&app).overrides.get(Decision::Name)), (Some("DMY"), Some("ACME")));
    undo(&mut app);
    assert_eq!((order(&app), source(&app).overrides.get(Decision::Name)), (Some("DMY"), None));
    let notices = app.notices().len();
    decide(&mut app, Decision::DateOrder, Some("DMY"));
    assert!(app.job().is_none() && app.notices().len() == notices, "nothing changes");
}

#[test]
fn what_cannot_be_read_again_leaves_all_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let path = ambiguous(folder.path(), "OWN.csv");
    let mut app = opened(&path);
    write(folder.path(), "OWN.csv", "");
    let before = (app.revision(), app.data().clone());
    decide(&mut app, Decision::DateOrder, Some("DMY"));
    settle(&mut app);
    assert_eq!((app.revision(), app.data().clone()), before);
    assert!(!app.can_undo() && remembered(&app).is_none());
    let told = app.notices().last().unwrap();
    assert_eq!((told.level, app.notices().len()), (Level::Error, 2));
    assert!(told.text.starts_with("Nothing was changed. "), "{}", told.text);
    assert!(told.text.ends_with(&path.display().to_string()), "{}", told.text);
}

#[test]
fn a_decision_that_comes_too_late_is_dropped() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = opened(&ambiguous(folder.path(), "OWN.csv"));
    decide(&mut app, Decision::DateOrder, Some("DMY"));
    app.apply(Command::Source(SourceCommand::CancelJob));
    settle(&mut app);
    assert_eq!((order(&app), remembered(&app)), (None, None), "it was given up");
    decide(&mut app, Decision::Delimiter, Some(";"));
    app.apply(Command::Source(SourceCommand::CancelJob));
    decide(&mut app, Decision::DateOrder, Some("DMY"));
    app.apply(Command::Source(SourceCommand::CloseAll));
    settle(&mut app);
    assert!(app.data().sources.is_empty(), "it was closed in the meantime");
    undo(&mut app);
    assert_eq!((order(&app), source(&app).overrides.get(Decision::Delimiter)), (None, None));
}

#[test]
fn the_sample_is_read_as_it_is() {
    let mut app = sample_app();
    let revision = app.revision();
    decide(&mut app, Decision::DateOrder, Some("DMY"));
    settle(&mut app);
    assert_eq!((app.revision(), app.notices().len()), (revision, 1));
}

#[test]
fn columns_are_decided_one_by_one_and_hold_for_the_next_file_of_their_header() {
    let folder = tempfile::tempdir().unwrap();
    let names = ["one.csv", "two.csv"];
    let [first, second] = names.map(|name| write(folder.path(), name, "model,foo,bar\nA,60,0.5\nB,70,0.6\n"));
    let mut app = app();
    let open = |app: &mut App, path: &Path| {
        app.apply(Command::Source(SourceCommand::Open(vec![path.to_owned()])));
        settle(app);
    };
    open(&mut app, &first);
    let decide = |app: &mut App, decision, column: &str, value: Option<&str>| {
        let id = source(app).id;
        let value = value.map(str::to_owned);
        app.apply(Command::Source(SourceCommand::DecideColumn(id, decision, column.to_owned(), value)));
    };
    decide(&mut app, Decision::ColumnRole, "foo", Some("cost_run"));
    decide(&mut app, Decision::ColumnRole, "bar", Some("size"));
    settle(&mut app);
    let roles = |app: &App, at: usize| {
        let overrides = &app.data().sources[at].overrides;
        overrides.get(Decision::ColumnRole).map(str::to_owned)
    };
    assert_eq!(roles(&app, 0).as_deref(), Some("foo=cost_run\nbar=size"));
    let models = app.data().models.clone().unwrap();
    assert_eq!(models.column("foo").unwrap().role, crate::model::ColumnRole::CostRun);
    assert!(app.notices().last().unwrap().text.contains("bar: size"), "{:?}", app.notices().last());
    open(&mut app, &second);
    assert_eq!(roles(&app, 1), roles(&app, 0), "files of one header are read alike");
    decide(&mut app, Decision::ColumnRole, "foo", None);
    settle(&mut app);
    assert_eq!(roles(&app, 0).as_deref(), Some("bar=size"));
}

fn open(app: &mut App, paths: &[&Path]) {
    let paths = paths.iter().map(|path| path.to_path_buf()).collect();
    app.apply(Command::Source(SourceCommand::Open(paths)));
    settle(app);
}

/// Name, role and currency of each series that is open.
fn series(app: &App) -> Vec<(&str, Role, Option<&str>)> {
    let told = app.data().series.iter();
    told.map(|series| (series.info.series.as_str(), series.info.role, series.info.currency.as_deref()))
        .collect()
}

#[test]
fn a_name_given_to_one_file_is_not_the_next_ones() {
    let folder = tempfile::tempdir().unwrap();
    let rows = |last: u32| format!("Date,Close\n24/01/2025,10\n27/01/2025,{last}\n");
    let [first, next] =
        [("A.csv", 9), ("B.csv", 8)].map(|(name, last)| write(folder.path(), name, &rows(last)));
    let own = |name| (name, Role::Stock, None);
    let given = ("ACME", Role::Index, Some("EUR"));
    let mut app = app();
    open(&mut app, &[&first]);
    assert_eq!(series(&app), [own("A")]);
    decide(&mut app, Decision::Name, Some("ACME"));
    settle(&mut app);
    let id = source(&app).id;
    for (decision, value) in [(Decision::SeriesRole, "index"), (Decision::SeriesCurrency, "EUR")] {
        let value = Some(value.to_owned());
        app.apply(Command::Source(SourceCommand::DecideColumn(id, decision, "ACME".to_owned(), value)));
    }
    settle(&mut app);
    assert_eq!(series(&app), [given]);
    open(&mut app, &[&next]);
    assert_eq!(series(&app), [given, own("B")], "the same names of columns, another company");

    // After a restart, and where the file lies elsewhere by then.
    let stored = serde_json::to_string(app.settings()).unwrap();
    let settings: Settings = serde_json::from_str(&stored).unwrap();
    let moved = write(folder.path(), "moved.csv", &rows(9));
    let mut later = app_with(settings.clone());
    open(&mut later, &[&next, &moved]);
    assert_eq!(series(&later), [own("B"), given]);
    assert!(later.data().sources[1].overrides.is_recalled());
    // The place of the first file now holds another one.
    write(folder.path(), "A.csv", &rows(7));
    let mut replaced = app_with(settings);
    open(&mut replaced, &[&first]);
    assert_eq!(series(&replaced), [own("A")]);

    // What else is said of the series stays with it under any name.
    for (name, shown) in [(Some("Acme Inc."), "Acme Inc."), (None, "moved")] {
        let (id, name) = (later.data().sources[1].id, name.map(str::to_owned));
        later.apply(Command::Source(SourceCommand::Decide(id, Decision::Name, name)));
        settle(&mut later);
        assert_eq!(series(&later), [own("B"), (shown, Role::Index, Some("EUR"))]);
    }
}

#[test]
fn how_a_file_is_read_and_what_its_series_is_are_remembered_apart() {
    let folder = tempfile::tempdir().unwrap();
    let text = |last: u32| format!("Date,Close\n03/04/2025,10\n05/06/2025,{last}\n");
    let [first, next] =
        [("A.csv", 9), ("B.csv", 8)].map(|(name, last)| write(folder.path(), name, &text(last)));
    let mut app = app();
    open(&mut app, &[&first]);
    decide(&mut app, Decision::DateOrder, Some("DMY"));
    decide(&mut app, Decision::Name, Some("ACME"));
    settle(&mut app);
    open(&mut app, &[&next]);
    assert_eq!(days(&app, 1), ["2025-04-03", "2025-06-05"]);
    assert_eq!(series(&app).iter().map(|(name, ..)| *name).collect::<Vec<_>>(), ["ACME", "B"]);
    undo(&mut app);
    undo(&mut app);
    assert_eq!(series(&app).iter().map(|(name, ..)| *name).collect::<Vec<_>>(), ["A"]);
    let fingerprint = source(&app).fingerprint.clone();
    assert!(app.settings().identities.recall(&fingerprint).is_none(), "what is taken back is forgotten");
    assert_eq!(order(&app), Some("DMY"));
}
