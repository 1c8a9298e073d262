//! Everything that can happen, with its data, by subject.
//!
//! Views read the state and give commands; [`super::App::apply`] is the one place that takes them.
//! Nothing here acts.

use std::path::PathBuf;

use jiff::civil::Date;

use crate::chart::figure::Subject;
use crate::chart::{FigureKind, Grouping, Span, StudyColumn, ThemeName, View};
use crate::model::{
    Annotation, Cost, Decision, Event, Scale, ScatterChoices, SeriesId, SourceId, Split, StudyOptions,
    Wording,
};

use super::export::ExportOptions;
use super::scatter::ScatterCommand;
use super::settings::ThemeChoice;

/// Something that is to happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Files are opened and closed.
    Source(SourceCommand),
    /// The event is set and moved.
    Event(EventCommand),
    /// How the event is studied.
    Study(StudyCommand),
    /// Series are shown, hidden, picked.
    Series(SeriesCommand),
    /// What part of the data is in view and in which measure.
    View(ViewCommand),
    /// The chart of models and its table.
    Scatter(ScatterCommand),
    /// Figures go to files.
    Figure(FigureCommand),
    /// Steps are taken back and repeated.
    Edit(EditCommand),
    /// Choices that outlive the session.
    Setting(SettingCommand),
    /// What was told to the user.
    Notice(NoticeCommand),
}

/// Commands about opened files.
#[derive(Clone, Debug, PartialEq)]
pub enum SourceCommand {
    /// Adds files and folders; in place of the sample while only that is open.
    Open(Vec<PathBuf>),
    /// Opens the built-in sample in place of whatever is open.
    OpenSample,
    /// Reads a file again with a decision of the user's, or of import again when `None`.
    Decide(SourceId, Decision, Option<String>),
    /// As `Decide`, about one column of a table alone, by its name.
    DecideColumn(SourceId, Decision, String, Option<String>),
    /// Closes one file.
    Close(SourceId),
    /// Closes every file.
    CloseAll,
    /// Gives up the job in progress and those that wait.
    CancelJob,
}

/// Commands about the event.
#[derive(Clone, Debug, PartialEq)]
pub enum EventCommand {
    /// Sets name and date.
    Set(Event),
    /// Makes a known one the event; the one before it is kept, unless it is known from a file.
    Choose(Event),
    /// Keeps the event beside others, to come back to.
    Keep,
    /// Keeps an event no longer.
    Forget(Event),
    /// Sets the date, without a time; the name stays when the date is the same or the open files
    /// do not name another one. Ends a drag.
    SetDate(Date),
    /// Moves the date while the pointer is down: everything up to the next other command is one
    /// undo step.
    Drag(Date),
    /// Removes the event.
    Clear,
    /// Moves the event by that many sessions.
    Step(i32),
}

/// Commands about the study of the event. Options that cannot be studied change nothing and are told.
#[derive(Clone, Debug, PartialEq)]
pub enum StudyCommand {
    /// Sets how it is studied.
    Set(StudyOptions),
    /// The same, where typing into a field begins.
    Begin(StudyOptions),
    /// The same, where typing goes on: one step with what was typed just before.
    Continue(StudyOptions),
    /// Says what a jump that looks like a split is.
    Decide(Split),
    /// Leaves the jump of that session open again.
    Undecide(SeriesId, Date),
    /// Chooses the index, the first drawn one when `None`.
    Index(Option<SeriesId>),
    /// Writes the study; the path's ending decides between CSV and JSON.
    Save(PathBuf),
}

/// Commands about price series.
#[derive(Clone, Debug, PartialEq)]
pub enum SeriesCommand {
    /// Draws a series or not.
    SetVisible(SeriesId, bool),
    /// Gives a series a colour of its own or takes it away.
    TogglePick(SeriesId),
    /// Selects a row, line or point.
    Select(Option<Subject>),
}

/// Commands about what is in view. Scale, cost, score and the choices of the model chart are the
/// document's and can be undone.
#[derive(Clone, Debug, PartialEq)]
pub enum ViewCommand {
    /// Shows a stretch of sessions.
    Span(Span),
    /// Shows from one session position to another, the span when `None`.
    Sessions(Option<[f64; 2]>),
    /// Shows a range of the market chart's values, the automatic one when `None`.
    MarketY(Option<[f64; 2]>),
    /// Shows ranges of plot space, of cost and score, the automatic ones when `None`.
    Models(Option<[[f64; 2]; 2]>),
    /// Back to the span and the automatic ranges.
    Fit,
    /// Points at something.
    Highlight(Option<Subject>),
    /// Values of the market chart.
    Scale(Scale),
    /// Shows the study on the chart or not.
    Study(bool),
    /// Cost of the model chart.
    Cost(Cost),
    /// Score of the model chart, by its header.
    Score(String),
    /// Everything else that is decided about the model chart.
    Scatter(ScatterChoices),
    /// Moves the date of the frontier while the pointer is down: one undo step up to `DropAsOf`.
    DragAsOf(Date),
    /// Sets the date of the frontier, the event's or the newest model's when `None`; ends a drag.
    DropAsOf(Option<Date>),
}

/// Commands about figures.
#[derive(Clone, Debug, PartialEq)]
pub enum FigureCommand {
    /// Writes a figure; the path's ending decides the format.
    ExportTo(PathBuf, ExportOptions),
    /// Writes the last exported figure again, to the same place.
    ExportAgain,
    /// Sets the words around figures.
    Words(Wording),
    /// Sets the notes in the charts.
    Annotate(Vec<Annotation>, AnnotationEdit),
    /// Draws a figure with those words as it would be written, as large as it fits into that many
    /// pixels.
    Preview(ExportOptions, Wording, [u32; 2]),
    /// Lays the model chart out for a view and a region of the window, in a job.
    LayOut(View, [f64; 2]),
    /// No preview is looked at any more.
    EndPreview,
    /// Draws a figure of that kind for the clipboard, in the colours of the window.
    Picture(FigureKind),
    /// Draws a figure for the clipboard as it would be written.
    PictureOf(ExportOptions),
}

/// How notes are changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnnotationEdit {
    /// One is added, removed or made another: a step of its own.
    Step,
    /// Typing into one begins.
    Begin,
    /// Typing goes on: one step with what was typed just before.
    Continue,
}

/// Commands about the steps taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditCommand {
    /// Takes the last step back.
    Undo,
    /// Repeats the step taken back last.
    Redo,
}

/// Commands about choices that outlive the session.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SettingCommand {
    /// Chooses the theme.
    Theme(ThemeChoice),
    /// Says which theme the desktop prefers; it counts while the choice is the system's.
    SystemTheme(ThemeName),
    /// Sorts the table by a column, ascending or not.
    Sort(StudyColumn, bool),
    /// Shows a column of the table or not.
    ShowColumn(StudyColumn, bool),
    /// Shows the columns of the table that are shown at first.
    UsualColumns,
    /// Puts rows of the table together by something, or by nothing.
    Group(Option<Grouping>),
}

/// Commands about notices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeCommand {
    /// Takes one off the list.
    Dismiss(u64),
    /// Tells that the table of moves was put on the clipboard.
    TableCopied,
    /// Tells that a picture was put on the clipboard.
    PictureCopied,
}
