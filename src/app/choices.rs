//! Commands about series, the view, and settings.

use crate::chart::figure::Subject;
use crate::chart::{Theme, ThemeName, View};
use crate::model::{Cost, Scale, SeriesId};

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

    fn select(&mut self, subject: Option<Subject>) {
        self.selection = subject;
        self.highlight();
    }

    pub(super) fn apply_view(&mut self, command: ViewCommand) {
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
                self.view = self.fitted();
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
