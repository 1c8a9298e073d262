//! What menus, the toolbar, the shortcut sheet and the README show: every action with its name,
//! its keys and its command.
//!
//! The matches are exhaustive, so that an action without a name does not compile; the tests find
//! keys that are given twice. How keys reach the program is the window's business.

use crate::chart::Span;
use crate::chart::figure::Subject;
use crate::model::{Scale, ScatterChoices, SeriesId};

use super::settings::ThemeChoice;
use super::{
    App, AsOfLink, Command, EditCommand, EventCommand, FigureCommand, ScatterCommand, SeriesCommand,
    SettingCommand, SourceCommand, ViewCommand,
};

/// Something a user can choose without giving anything further.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Action {
    /// Asks for files and opens them.
    Open,
    /// Opens the built-in sample.
    OpenSample,
    /// Closes every file.
    CloseAll,
    /// Asks how a figure is to be written, and writes it.
    Export,
    /// Writes the last exported figure again.
    ExportAgain,
    /// Copies the chart under the pointer as a picture.
    CopyPicture,
    /// Copies the table of moves.
    CopyTable,
    /// Takes the last step back.
    Undo,
    /// Repeats the step taken back last.
    Redo,
    /// Shows the span and the automatic ranges again.
    Fit,
    /// Values as per cent from the base.
    ScalePercent,
    /// Values as 100 at the base.
    ScaleHundred,
    /// Values as prices.
    ScalePrice,
    /// Shows the sessions around the event.
    SpanAround,
    /// Shows a month.
    SpanMonth,
    /// Shows three months.
    SpanQuarter,
    /// Shows the year so far.
    SpanYear,
    /// Shows every session.
    SpanAll,
    /// Moves the event one session back.
    EventPrevious,
    /// Moves the event one session on.
    EventNext,
    /// Keeps the event beside others.
    EventKeep,
    /// Removes the event.
    EventClear,
    /// Moves the date of the frontier to the release before it.
    AsOfPrevious,
    /// Moves the date of the frontier to the next release.
    AsOfNext,
    /// The date of the frontier goes with the pointer over the market chart, or not.
    FollowCursor,
    /// Turns the cost axis round.
    ReverseCosts,
    /// Shows the table of models or that of moves.
    ModelsTable,
    /// Asks where to save the table of models, and saves it.
    SaveModels,
    /// Shows the study on the chart or not.
    Study,
    /// Shows how the event is studied.
    StudyOptions,
    /// Writes the study to a file.
    SaveStudy,
    /// Gives the selected series a colour of its own or takes it away.
    TogglePick,
    /// Draws the selected series or not.
    ToggleVisible,
    /// Dark on white.
    ThemeLight,
    /// Light on near black.
    ThemeDark,
    /// The theme of the desktop.
    ThemeSystem,
    /// Shows the sheet of shortcuts.
    Shortcuts,
    /// Says what program this is.
    About,
    /// Ends the program.
    Quit,
}

/// Keys held while another is pressed. Control is Command on a Mac.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Modifier {
    /// None.
    None,
    /// Control.
    Control,
    /// Control and Shift.
    ControlShift,
}

/// A key, with what is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Shortcut {
    /// What is held.
    pub modifier: Modifier,
    /// The key's usual English name: `O`, `0`, `F1`, `ArrowLeft`.
    pub key: &'static str,
}

impl Shortcut {
    const fn plain(key: &'static str) -> Self {
        Self { modifier: Modifier::None, key }
    }

    const fn control(key: &'static str) -> Self {
        Self { modifier: Modifier::Control, key }
    }

    const fn control_shift(key: &'static str) -> Self {
        Self { modifier: Modifier::ControlShift, key }
    }
}

/// A kind of keyboard: what its keys are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keyboard {
    /// With a Control key.
    Control,
    /// With a Command key, as on a Mac.
    Command,
}

impl Keyboard {
    /// The keyboard of the system that this program was built for.
    pub const HERE: Self = if cfg!(target_os = "macos") { Self::Command } else { Self::Control };
}

impl Shortcut {
    /// How it is written for a keyboard: `Ctrl+Shift+Z` or `⇧⌘Z`; arrows as arrows.
    #[must_use]
    pub fn written_for(self, keyboard: Keyboard) -> String {
        let held = match (self.modifier, keyboard) {
            (Modifier::None, _) => "",
            (Modifier::Control, Keyboard::Control) => "Ctrl+",
            (Modifier::ControlShift, Keyboard::Control) => "Ctrl+Shift+",
            (Modifier::Control, Keyboard::Command) => "⌘",
            (Modifier::ControlShift, Keyboard::Command) => "⇧⌘",
        };
        let key = match self.key {
            "ArrowLeft" => "←",
            "ArrowRight" => "→",
            key => key,
        };
        format!("{held}{key}")
    }
}

impl std::fmt::Display for Shortcut {
    /// As on the keyboard of this system.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.written_for(Keyboard::HERE))
    }
}

impl Action {
    /// Every action, in menu order.
    pub const ALL: [Self; 39] = [
        Self::Open,
        Self::OpenSample,
        Self::CloseAll,
        Self::Export,
        Self::ExportAgain,
        Self::CopyPicture,
        Self::CopyTable,
        Self::Undo,
        Self::Redo,
        Self::Fit,
        Self::ScalePercent,
        Self::ScaleHundred,
        Self::ScalePrice,
        Self::SpanAround,
        Self::SpanMonth,
        Self::SpanQuarter,
        Self::SpanYear,
        Self::SpanAll,
        Self::EventPrevious,
        Self::EventNext,
        Self::EventKeep,
        Self::EventClear,
        Self::AsOfPrevious,
        Self::AsOfNext,
        Self::FollowCursor,
        Self::ReverseCosts,
        Self::ModelsTable,
        Self::SaveModels,
        Self::Study,
        Self::StudyOptions,
        Self::SaveStudy,
        Self::TogglePick,
        Self::ToggleVisible,
        Self::ThemeLight,
        Self::ThemeDark,
        Self::ThemeSystem,
        Self::Shortcuts,
        Self::About,
        Self::Quit,
    ];

    /// Key of its name.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Open => "app-action-open",
            Self::OpenSample => "app-action-open-sample",
            Self::CloseAll => "app-action-close-all",
            Self::Export => "app-action-export",
            Self::ExportAgain => "app-action-export-again",
            Self::CopyPicture => "app-action-copy-picture",
            Self::CopyTable => "app-action-copy-table",
            Self::Undo => "app-action-undo",
            Self::Redo => "app-action-redo",
            Self::Fit => "app-action-fit",
            Self::ScalePercent => "app-action-scale-percent",
            Self::ScaleHundred => "app-action-scale-hundred",
            Self::ScalePrice => "app-action-scale-price",
            Self::SpanAround => "app-action-span-around",
            Self::SpanMonth => "app-action-span-month",
            Self::SpanQuarter => "app-action-span-quarter",
            Self::SpanYear => "app-action-span-year",
            Self::SpanAll => "app-action-span-all",
            Self::EventPrevious => "app-action-event-previous",
            Self::EventNext => "app-action-event-next",
            Self::EventKeep => "app-action-event-keep",
            Self::EventClear => "app-action-event-clear",
            Self::AsOfPrevious => "app-action-as-of-previous",
            Self::AsOfNext => "app-action-as-of-next",
            Self::FollowCursor => "app-action-follow-cursor",
            Self::ReverseCosts => "app-action-reverse-costs",
            Self::ModelsTable => "app-action-models-table",
            Self::SaveModels => "app-action-save-models",
            Self::Study => "app-action-study",
            Self::StudyOptions => "app-action-study-options",
            Self::SaveStudy => "app-action-save-study",
            Self::TogglePick => "app-action-toggle-pick",
            Self::ToggleVisible => "app-action-toggle-visible",
            Self::ThemeLight => "app-action-theme-light",
            Self::ThemeDark => "app-action-theme-dark",
            Self::ThemeSystem => "app-action-theme-system",
            Self::Shortcuts => "app-action-shortcuts",
            Self::About => "app-action-about",
            Self::Quit => "app-action-quit",
        }
    }

    /// Its keys, if it has any.
    #[must_use]
    pub fn shortcut(self) -> Option<Shortcut> {
        Some(match self {
            Self::Open => Shortcut::control("O"),
            Self::Export => Shortcut::control_shift("E"),
            Self::ExportAgain => Shortcut::control("E"),
            Self::CopyPicture => Shortcut::control("C"),
            Self::CopyTable => Shortcut::control_shift("C"),
            Self::CloseAll => Shortcut::control("W"),
            Self::Undo => Shortcut::control("Z"),
            Self::Redo => Shortcut::control_shift("Z"),
            Self::Quit => Shortcut::control("Q"),
            Self::Shortcuts => Shortcut::plain("F1"),
            Self::Fit => Shortcut::plain("0"),
            Self::ScalePercent => Shortcut::plain("1"),
            Self::ScaleHundred => Shortcut::plain("2"),
            Self::ScalePrice => Shortcut::plain("3"),
            Self::SpanAround => Shortcut::plain("A"),
            Self::SpanMonth => Shortcut::plain("M"),
            Self::SpanQuarter => Shortcut::plain("Q"),
            Self::SpanYear => Shortcut::plain("Y"),
            Self::SpanAll => Shortcut::plain("L"),
            Self::EventPrevious => Shortcut::plain("ArrowLeft"),
            Self::EventNext => Shortcut::plain("ArrowRight"),
            Self::AsOfPrevious => Shortcut::plain(","),
            Self::AsOfNext => Shortcut::plain("."),
            Self::FollowCursor => Shortcut::plain("F"),
            Self::ReverseCosts => Shortcut::plain("R"),
            Self::ModelsTable => Shortcut::plain("T"),
            Self::EventKeep => Shortcut::plain("K"),
            Self::Study => Shortcut::plain("S"),
            Self::StudyOptions => Shortcut::plain("O"),
            Self::SaveStudy => Shortcut::control("S"),
            Self::TogglePick => Shortcut::plain("P"),
            Self::ToggleVisible => Shortcut::plain("H"),
            Self::ThemeLight => Shortcut::control_shift("L"),
            Self::ThemeDark => Shortcut::control_shift("D"),
            Self::OpenSample | Self::EventClear | Self::SaveModels | Self::ThemeSystem | Self::About => {
                return None;
            }
        })
    }

    /// What it makes happen. `None` while it is not possible, and always for those that the
    /// window itself carries out: dialogs, the clipboard, its own sheets, its end.
    #[must_use]
    pub fn command(self, app: &App) -> Option<Command> {
        if !app.can(self) {
            return None;
        }
        Some(match self {
            Self::Open
            | Self::Export
            | Self::CopyPicture
            | Self::CopyTable
            | Self::SaveModels
            | Self::StudyOptions
            | Self::SaveStudy
            | Self::Shortcuts
            | Self::About
            | Self::Quit => return None,
            Self::ExportAgain => {
                app.last_export()?;
                Command::Figure(FigureCommand::ExportAgain)
            }
            Self::OpenSample => Command::Source(SourceCommand::OpenSample),
            Self::CloseAll => Command::Source(SourceCommand::CloseAll),
            Self::Undo => Command::Edit(EditCommand::Undo),
            Self::Redo => Command::Edit(EditCommand::Redo),
            Self::Fit => Command::View(ViewCommand::Fit),
            Self::ScalePercent => Command::View(ViewCommand::Scale(Scale::Percent)),
            Self::ScaleHundred => Command::View(ViewCommand::Scale(Scale::Hundred)),
            Self::ScalePrice => Command::View(ViewCommand::Scale(Scale::Price)),
            Self::SpanAround => Command::View(ViewCommand::Span(Span::Around)),
            Self::SpanMonth => Command::View(ViewCommand::Span(Span::Month)),
            Self::SpanQuarter => Command::View(ViewCommand::Span(Span::Quarter)),
            Self::SpanYear => Command::View(ViewCommand::Span(Span::Year)),
            Self::SpanAll => Command::View(ViewCommand::Span(Span::All)),
            Self::EventPrevious => Command::Event(EventCommand::Step(-1)),
            Self::EventNext => Command::Event(EventCommand::Step(1)),
            Self::EventKeep => Command::Event(EventCommand::Keep),
            Self::EventClear => Command::Event(EventCommand::Clear),
            Self::AsOfPrevious => Command::View(ViewCommand::DropAsOf(app.as_of_stepped(false))),
            Self::AsOfNext => Command::View(ViewCommand::DropAsOf(app.as_of_stepped(true))),
            Self::FollowCursor => {
                Command::Scatter(ScatterCommand::Follow(app.as_of_link() != AsOfLink::Cursor))
            }
            Self::ReverseCosts => {
                let choices = app.document().scatter.clone();
                let reversed = !choices.reversed;
                Command::View(ViewCommand::Scatter(ScatterChoices { reversed, ..choices }))
            }
            Self::ModelsTable => {
                Command::Scatter(ScatterCommand::ShowTable(!app.settings().models_table.is_shown))
            }
            Self::Study => Command::View(ViewCommand::Study(!app.view().study)),
            Self::TogglePick => Command::Series(SeriesCommand::TogglePick(selected(app)?.clone())),
            Self::ToggleVisible => {
                let id = selected(app)?.clone();
                let hidden = app.document().hidden.contains(&id);
                Command::Series(SeriesCommand::SetVisible(id, hidden))
            }
            Self::ThemeLight => Command::Setting(SettingCommand::Theme(ThemeChoice::Light)),
            Self::ThemeDark => Command::Setting(SettingCommand::Theme(ThemeChoice::Dark)),
            Self::ThemeSystem => Command::Setting(SettingCommand::Theme(ThemeChoice::System)),
        })
    }

    /// Whether it can be taken in the state the program is in.
    pub(super) fn is_possible(self, app: &App) -> bool {
        let data = app.data();
        match self {
            Self::Open
            | Self::OpenSample
            | Self::Shortcuts
            | Self::About
            | Self::Quit
            | Self::ThemeLight
            | Self::ThemeDark
            | Self::ThemeSystem => true,
            Self::CloseAll => !data.sources.is_empty(),
            Self::Export | Self::ExportAgain | Self::CopyPicture | Self::Fit => {
                !data.series.is_empty() || data.models.is_some()
            }
            Self::Undo => app.can_undo(),
            Self::Redo => app.can_redo(),
            Self::AsOfPrevious => app.as_of_stepped(false).is_some(),
            Self::AsOfNext => app.as_of_stepped(true).is_some(),
            Self::FollowCursor => !data.series.is_empty() && data.models.is_some(),
            Self::ReverseCosts | Self::ModelsTable | Self::SaveModels => data.models.is_some(),
            Self::ScalePercent | Self::ScaleHundred | Self::ScalePrice | Self::StudyOptions => {
                !data.series.is_empty()
            }
            // What waits for its study has the numbers of what was decided before.
            Self::CopyTable => {
                let of_models =
                    data.models.is_some() && (app.settings().models_table.is_shown || data.series.is_empty());
                of_models || (!data.series.is_empty() && !app.is_studying())
            }
            Self::SaveStudy => app.scene().event().is_some() && !data.series.is_empty() && !app.is_studying(),
            Self::Study => app.scene().event().is_some() && !data.series.is_empty(),
            Self::EventKeep => app.can_keep_event(),
            Self::SpanAround | Self::SpanMonth | Self::SpanQuarter | Self::SpanYear | Self::SpanAll => {
                !data.series.is_empty() && !app.analysis().sessions.are_rows()
            }
            Self::EventPrevious => app.stepped(-1).is_some(),
            Self::EventNext => app.stepped(1).is_some(),
            Self::EventClear => app.document().event.is_some(),
            Self::TogglePick | Self::ToggleVisible => selected(app).is_some(),
        }
    }
}

/// The series that is selected.
fn selected(app: &App) -> Option<&SeriesId> {
    match app.selection()? {
        Subject::Series(id) | Subject::Reported(id) => Some(id),
        Subject::Model(_) | Subject::Event => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::{app, sample_app};
    use std::collections::BTreeMap;

    #[test]
    fn every_action_is_listed_once() {
        let mut all = Action::ALL.to_vec();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), Action::ALL.len());
    }

    #[test]
    fn no_two_actions_share_keys_and_every_action_has_a_name() {
        let mut taken = BTreeMap::new();
        let app = app();
        for action in Action::ALL {
            assert_ne!(app.words().text(action.label()), action.label());
            if let Some(shortcut) = action.shortcut() {
                assert_eq!(taken.insert(shortcut, action), None, "{shortcut}");
            }
        }
    }

    #[test]
    fn keys_are_written_as_each_keyboard_names_them() {
        let cases = [
            (Action::Open, "Ctrl+O", "⌘O"),
            (Action::Redo, "Ctrl+Shift+Z", "⇧⌘Z"),
            (Action::EventNext, "→", "→"),
            (Action::Fit, "0", "0"),
        ];
        for (action, control, command) in cases {
            let shortcut = action.shortcut().unwrap();
            assert_eq!(shortcut.written_for(Keyboard::Control), control);
            assert_eq!(shortcut.written_for(Keyboard::Command), command);
        }
    }

    #[test]
    fn what_is_impossible_gives_no_command() {
        let empty = app();
        for action in Action::ALL {
            if !empty.can(action) {
                assert_eq!(action.command(&empty), None, "{action:?}");
            }
        }
        assert!(!empty.can(Action::Export) && !empty.can(Action::EventNext) && !empty.can(Action::Undo));
        let mut full = sample_app();
        assert!(full.can(Action::Export) && full.can(Action::EventNext) && !full.can(Action::TogglePick));
        let id = SeriesId::new("AAPL");
        full.apply(Command::Series(SeriesCommand::Select(Some(Subject::Series(id.clone())))));
        assert_eq!(
            Action::ToggleVisible.command(&full),
            Some(Command::Series(SeriesCommand::SetVisible(id, false)))
        );
    }

    #[test]
    fn every_command_of_an_action_does_something() {
        for action in Action::ALL {
            let mut app = sample_app();
            let id = SeriesId::new("AAPL");
            app.apply(Command::Series(SeriesCommand::Select(Some(Subject::Series(id)))));
            app.apply(Command::View(ViewCommand::Sessions(Some([1.0, 20.0]))));
            app.apply(Command::View(ViewCommand::Scale(Scale::Hundred)));
            app.apply(Command::Event(EventCommand::Step(1)));
            app.apply(Command::Setting(SettingCommand::Theme(ThemeChoice::Light)));
            if matches!(action, Action::Redo) {
                app.apply(Command::Edit(EditCommand::Undo));
            }
            if matches!(action, Action::ScaleHundred | Action::ThemeLight) {
                continue;
            }
            let Some(command) = action.command(&app) else { continue };
            let before = (app.revision(), app.view().clone(), app.settings().clone());
            app.apply(command);
            crate::app::testing::settle(&mut app);
            assert_ne!(before, (app.revision(), app.view().clone(), app.settings().clone()), "{action:?}");
        }
    }
}
