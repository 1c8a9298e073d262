//! Commands about series, the view, and settings.

use jiff::civil::Date;

use crate::chart::figure::Subject;
use crate::chart::{Theme, ThemeName, View};
use crate::model::{Cost, Scale, ScatterChoices, SeriesId};

use super::history::Gesture;
use super::settings::{Columns, Sort, ThemeChoice};
use super::{App, Picks, SeriesCommand, SettingCommand, ViewCommand};

impl App {
    pub(super) fn apply_series(&mut self, command: SeriesCommand) {
        match command {
            SeriesCommand::SetVisible(id, visible) => self.set_visible(id, visible),
            SeriesCommand::TogglePick(id) => self.toggle_pick(&id),
            SeriesCommand::Select(subject) => self.select(subject),
        }
    }

    fn set_visible(&mut self, id: SeriesId, visible: bool) {
        self.edit(Gesture::Single, |document| {
            if visible {
                document.hidden.remove(&id);
            } else {
                document.hidden.insert(id);
            }
        });
    }

    /// A new pick takes the place, and with it the colour, after the last; a hidden series that
    /// is picked is shown.
    fn toggle_pick(&mut self, id: &SeriesId) {
        self.edit(Gesture::Single, |document| {
            let picks = document.picks.len();
            document.picks.retain(|pick| pick != id);
            if document.picks.len() == picks {
                document.picks.push(id.clone());
                document.hidden.remove(id);
            }
        });
        self.picks = Picks::Chosen;
    }

    pub(super) fn select(&mut self, subject: Option<Subject>) {
        self.selection = subject;
        self.highlight();
    }

    pub(super) fn apply_view(&mut self, command: ViewCommand) {
        self.release_cursor(&command);
        match command {
            ViewCommand::Span(span) => {
                self.settings.span = span;
                self.view = View { span, sessions: None, market_y: None, ..self.view.clone() };
            }
            ViewCommand::Sessions(range) => self.view.sessions = range.filter(ascends),
            ViewCommand::MarketY(range) => self.view.market_y = range.filter(ascends),
            ViewCommand::Models(ranges) => {
                self.view.models = ranges.filter(|ranges| ranges.iter().all(ascends));
            }
            ViewCommand::Fit => {
                self.view = View { as_of: self.view.as_of, ..self.fitted() };
                self.highlight();
            }
            ViewCommand::Highlight(subject) => {
                self.pointed = subject;
                self.highlight();
            }
            ViewCommand::Scale(scale) => self.set_scale(scale),
            ViewCommand::Study(shown) => {
                self.view.study = shown;
                self.settings.study = shown;
            }
            ViewCommand::Cost(cost) => self.set_cost(cost),
            ViewCommand::Score(score) => self.set_score(score),
            ViewCommand::Scatter(choices) => self.set_scatter(choices),
            ViewCommand::DragAsOf(date) => self.set_as_of(Some(date), Gesture::Drag),
            ViewCommand::DropAsOf(date) => self.drop_as_of(date),
        }
    }

    /// A range of another scale's values means nothing on this one.
    fn set_scale(&mut self, scale: Scale) {
        if scale != self.document.scale {
            self.view.market_y = None;
        }
        self.edit(Gesture::Single, |document| document.scale = scale);
    }

    fn set_cost(&mut self, cost: Cost) {
        if cost != self.document.cost {
            self.view.models = None;
        }
        self.edit(Gesture::Single, |document| document.cost = cost);
    }

    fn set_score(&mut self, score: String) {
        if self.document.score.as_ref() != Some(&score) {
            self.view.models = None;
        }
        self.edit(Gesture::Single, |document| document.score = Some(score));
    }

    /// Ranges of another scale, basis or ratio mean nothing any more.
    fn set_scatter(&mut self, choices: ScatterChoices) {
        let axes = |of: &ScatterChoices| (of.basis, of.blend, of.score_scale, of.reversed);
        if axes(&choices) != axes(&self.document.scatter) {
            self.view.models = None;
        }
        self.edit(Gesture::Single, |document| document.scatter = choices);
    }

    fn set_as_of(&mut self, date: Option<Date>, gesture: Gesture) {
        self.edit(gesture, |document| document.scatter.as_of = date);
    }

    /// Sets the date of the frontier; after a drag it belongs to the drag's step and ends it.
    fn drop_as_of(&mut self, date: Option<Date>) {
        let gesture = if self.history.is_dragging() { Gesture::Drag } else { Gesture::Single };
        self.set_as_of(date, gesture);
        self.end_drag();
    }

    pub(super) fn apply_setting(&mut self, command: SettingCommand) {
        match command {
            SettingCommand::Theme(choice) => self.settings.theme = choice,
            SettingCommand::SystemTheme(name) => self.system_theme = name,
            SettingCommand::Sort(column, ascending) => self.settings.sort = Sort { column, ascending },
            SettingCommand::ShowColumn(column, shown) => self.settings.columns.set(column, shown),
            SettingCommand::UsualColumns => self.settings.columns = Columns::default(),
            SettingCommand::Group(group) => self.settings.group = group,
        }
        self.choose_theme();
    }

    /// Takes the colours that settings and desktop ask for.
    pub(super) fn choose_theme(&mut self) {
        let name = match self.settings.theme {
            ThemeChoice::Light => ThemeName::Light,
            ThemeChoice::Dark => ThemeName::Dark,
            ThemeChoice::System => self.system_theme,
        };
        if name != self.theme.name {
            self.theme = Theme::built_in(name);
        }
    }
}

/// Whether a range holds something: no empty, reversed or unknown one may reach an axis.
pub(super) fn ascends(range: &[f64; 2]) -> bool {
    let [low, high] = range;
    low.is_finite() && high.is_finite() && low < high
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::sample_app;
    use crate::app::{Command, EditCommand};
    use jiff::civil::date;

    #[test]
    fn choices_of_the_scatter_are_steps_and_a_dragged_date_is_one() {
        let mut app = sample_app();
        let view = |app: &mut App, command| app.apply(Command::View(command));
        let ranges = Some([[-1.0, 1.0], [40.0, 80.0]]);
        view(&mut app, ViewCommand::Models(ranges));
        let pinned = ScatterChoices { pinned: vec!["xAI".to_owned()], ..ScatterChoices::default() };
        view(&mut app, ViewCommand::Scatter(pinned.clone()));
        assert_eq!((app.view().models, &app.document().scatter), (ranges, &pinned));
        let reversed = ScatterChoices { reversed: true, ..pinned.clone() };
        view(&mut app, ViewCommand::Scatter(reversed));
        assert_eq!(app.view().models, None, "ranges of the other direction mean nothing");
        for day in 10..20 {
            view(&mut app, ViewCommand::DragAsOf(date(2025, 1, day)));
        }
        view(&mut app, ViewCommand::DropAsOf(Some(date(2025, 1, 20))));
        assert_eq!(app.document().scatter.as_of, Some(date(2025, 1, 20)));
        app.apply(Command::Edit(EditCommand::Undo));
        assert_eq!(app.document().scatter.as_of, None);
        app.apply(Command::Edit(EditCommand::Undo));
        assert_eq!(app.document().scatter, pinned);
    }
}
