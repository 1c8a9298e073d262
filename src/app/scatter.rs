//! Commands about the chart of models and its table: the frontier's date, two models beside each
//! other, groups, filters, columns.

use std::path::PathBuf;

use jiff::civil::Date;

use crate::chart::figure::Subject;
use crate::chart::models::cost_column;
use crate::chart::scatter;
use crate::model::{Cost, Data, Message, ModelRow};
use crate::study::Filter;

use super::history::Gesture;
use super::notices::Level;
use super::{App, Command, FigureCommand, ViewCommand};

/// Commands about the chart of models that need to know the open table.
#[derive(Clone, Debug, PartialEq)]
pub enum ScatterCommand {
    /// The date of the frontier goes with the pointer over the market chart, or not.
    Follow(bool),
    /// The date under the pointer over the market chart.
    Cursor(Date),
    /// Compares the selected model with the one in that row; the same one ends the comparison.
    Compare(usize),
    /// Ends the comparison.
    CompareNone,
    /// Gives a group a colour however few its models are, or no longer.
    TogglePin(String),
    /// Marks the release of the model in that row in the market chart, or no longer.
    ToggleMark(usize),
    /// A field for words is entered: what is typed is one step.
    BeginSearch,
    /// Draws only models whose name or organisation holds the words.
    Search(String),
    /// Draws only models that pass a test, `field=value`.
    AddFilter(String),
    /// Takes a test away.
    DropFilter(String),
    /// Shows the table of models in place of the table of moves, or not.
    ShowTable(bool),
    /// Sorts the table of models by a column.
    Sort(String, bool),
    /// Shows a column of the table of models, or not.
    ShowColumn(String, bool),
    /// Writes the table of models as CSV.
    SaveTable(PathBuf),
    /// Tells that the table of models was put on the clipboard.
    TableCopied,
}

/// What decides the date of the frontier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AsOfLink {
    /// The event, or the newest model without one.
    Event,
    /// The pointer over the market chart.
    Cursor,
    /// A date of its own.
    Own,
}

/// Whether a command goes on with a gesture that is in progress.
pub(super) fn goes_on(command: &Command) -> bool {
    matches!(
        command,
        Command::Scatter(ScatterCommand::Cursor(_) | ScatterCommand::Search(_))
            | Command::Figure(FigureCommand::LayOut(..))
    )
}

impl App {
    pub(super) fn apply_scatter(&mut self, command: ScatterCommand) {
        match command {
            ScatterCommand::Follow(follows) => self.follow_cursor(follows),
            ScatterCommand::Cursor(date) => {
                if self.follows_cursor {
                    self.view.as_of = Some(date);
                }
            }
            ScatterCommand::Compare(row) => self.compare_with(row),
            ScatterCommand::CompareNone => {
                self.edit(Gesture::Single, |document| document.scatter.compare = None);
            }
            ScatterCommand::TogglePin(name) => {
                self.edit(Gesture::Single, |document| toggle(&mut document.scatter.pinned, name));
            }
            ScatterCommand::ToggleMark(row) => {
                if let Some(name) = self.model_row(row).map(|model| model.name.clone()) {
                    self.edit(Gesture::Single, |document| toggle(&mut document.scatter.marked, name));
                }
            }
            ScatterCommand::BeginSearch => {}
            ScatterCommand::Search(words) => {
                self.edit(Gesture::Typing, |document| document.scatter.search = words);
            }
            ScatterCommand::AddFilter(filter) => self.add_filter(filter),
            ScatterCommand::DropFilter(filter) => {
                self.edit(Gesture::Single, |document| document.scatter.filters.retain(|own| *own != filter));
            }
            ScatterCommand::ShowTable(shown) => self.settings.models_table.is_shown = shown,
            ScatterCommand::Sort(column, ascending) => {
                self.settings.models_table.sort = (column, ascending);
            }
            ScatterCommand::ShowColumn(column, shown) => {
                self.settings.models_table.columns.insert(column, shown);
            }
            ScatterCommand::SaveTable(path) => self.save_models(path),
            ScatterCommand::TableCopied => {
                let rows = self.listed_models().map_or(0, |listed| listed.rows().len());
                self.tell(Level::Info, &Message::new("app-models-copied").with("rows", rows));
            }
        }
    }

    /// The date of the frontier that is shown.
    #[must_use]
    pub fn as_of(&self) -> Option<Date> {
        scatter::as_of(&self.scene(), &self.view)
    }

    /// What decides the date of the frontier.
    #[must_use]
    pub fn as_of_link(&self) -> AsOfLink {
        match self.document.scatter.as_of {
            _ if self.follows_cursor => AsOfLink::Cursor,
            None => AsOfLink::Event,
            Some(_) => AsOfLink::Own,
        }
    }

    /// The next release date of a model after the frontier's date, or the last before it.
    #[must_use]
    pub fn as_of_stepped(&self, forth: bool) -> Option<Date> {
        let now = self.as_of()?;
        let dates = || self.data.models.as_deref().into_iter().flat_map(|table| &table.rows);
        let dates = dates().filter_map(|row| row.released);
        if forth { dates.filter(|date| *date > now).min() } else { dates.filter(|date| *date < now).max() }
    }

    /// The sentence that compares two models, if two are chosen.
    #[must_use]
    pub fn comparison(&self) -> Option<String> {
        scatter::compared(&self.scene(), &self.view)
    }

    /// Whether words are a test that models of the open table can be put to.
    #[must_use]
    pub fn is_model_filter(&self, words: &str) -> bool {
        let table = self.data.models.as_deref();
        table.zip(Filter::parse(words)).is_some_and(|(table, filter)| filter.is_known(table))
    }

    /// The row of the selected model.
    #[must_use]
    pub fn selected_model(&self) -> Option<usize> {
        match self.selection()? {
            Subject::Model(row) => Some(*row),
            _ => None,
        }
    }

    fn model_row(&self, row: usize) -> Option<&ModelRow> {
        self.data.models.as_deref()?.rows.get(row)
    }

    /// A date that was only looked at is let go; one that was chosen before counts again.
    fn follow_cursor(&mut self, follows: bool) {
        self.view.as_of = None;
        self.view.as_of = self.as_of().filter(|_| follows);
        self.follows_cursor = follows;
    }

    /// A date that is chosen ends the link with the pointer.
    pub(super) fn release_cursor(&mut self, command: &ViewCommand) {
        if matches!(command, ViewCommand::DragAsOf(_) | ViewCommand::DropAsOf(_)) {
            self.follow_cursor(false);
        }
    }

    fn compare_with(&mut self, row: usize) {
        let Some(second) = self.model_row(row).map(|model| model.name.clone()) else { return };
        let selected = self.selected_model().and_then(|row| self.model_row(row));
        let kept = self.document.scatter.compare.as_ref().map(|[first, _]| first.clone());
        let first = selected.map(|model| model.name.clone()).or(kept);
        match first {
            None => self.select(Some(Subject::Model(row))),
            Some(first) => {
                let pair = (first != second).then_some([first, second]);
                self.edit(Gesture::Single, |document| document.scatter.compare = pair);
            }
        }
    }

    fn add_filter(&mut self, filter: String) {
        if !self.is_model_filter(&filter) {
            return;
        }
        self.edit(Gesture::Single, |document| {
            let choices = &mut document.scatter;
            choices.search.clear();
            if !choices.filters.contains(&filter) {
                choices.filters.push(filter);
            }
        });
    }

    fn save_models(&mut self, path: PathBuf) {
        let Some(bytes) = self.listed_models().map(|listed| listed.csv()) else { return };
        self.save_bytes(path, bytes);
    }
}

/// The wanted cost where the models have it, else the first that they have: price of tokens, cost to
/// run, training. Training costs, which nothing opens on unasked, stay wanted.
pub(in crate::app) fn known_cost(data: &Data, wanted: Cost) -> Cost {
    let Some(table) = data.models.as_deref() else { return wanted };
    if wanted == Cost::Training {
        return wanted;
    }
    let has = |cost: &Cost| cost_column(table, *cost).is_some();
    let known = [wanted, Cost::Api, Cost::Run, Cost::Training].into_iter().find(has);
    known.unwrap_or(wanted)
}

/// Puts a name on a list, or takes it off.
fn toggle(list: &mut Vec<String>, name: String) {
    let before = list.len();
    list.retain(|own| *own != name);
    if list.len() == before {
        list.push(name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::EditCommand;
    use crate::app::testing::{sample_app, settle};
    use jiff::civil::date;

    fn row(app: &App, name: &str) -> usize {
        let table = app.data().models.as_deref().unwrap();
        crate::study::models::row_named(table, name).unwrap()
    }

    fn give(app: &mut App, command: ScatterCommand) {
        app.apply(Command::Scatter(command));
    }

    #[test]
    fn the_date_goes_with_the_pointer_without_steps_and_comes_back() {
        let mut app = sample_app();
        let event = app.document().event.clone().unwrap().date;
        assert_eq!((app.as_of(), app.as_of_link()), (Some(event), AsOfLink::Event));
        let (steps, revision) = (app.can_undo(), app.revision());
        give(&mut app, ScatterCommand::Cursor(date(2025, 1, 15)));
        assert_eq!(app.as_of(), Some(event), "no link, no effect");
        give(&mut app, ScatterCommand::Follow(true));
        give(&mut app, ScatterCommand::Cursor(date(2025, 1, 15)));
        assert_eq!((app.as_of(), app.as_of_link()), (Some(date(2025, 1, 15)), AsOfLink::Cursor));
        assert_eq!((app.can_undo(), app.revision()), (steps, revision), "the document is as it was");
        give(&mut app, ScatterCommand::Follow(false));
        assert_eq!(app.as_of(), Some(event));
        give(&mut app, ScatterCommand::Follow(true));
        give(&mut app, ScatterCommand::Cursor(date(2025, 1, 15)));
        app.apply(Command::View(ViewCommand::DropAsOf(Some(date(2025, 1, 10)))));
        assert_eq!((app.as_of(), app.as_of_link()), (Some(date(2025, 1, 10)), AsOfLink::Own));
        app.apply(Command::Edit(EditCommand::Undo));
        assert_eq!(app.as_of_link(), AsOfLink::Event);
    }

    #[test]
    fn a_drag_of_the_date_is_one_step() {
        let mut app = sample_app();
        for day in 1..9 {
            app.apply(Command::View(ViewCommand::DragAsOf(date(2025, 1, day))));
        }
        app.apply(Command::View(ViewCommand::DropAsOf(Some(date(2025, 1, 9)))));
        assert_eq!(app.as_of(), Some(date(2025, 1, 9)));
        app.apply(Command::Edit(EditCommand::Undo));
        assert_eq!(app.document().scatter.as_of, None);
    }

    #[test]
    fn steps_go_from_release_to_release() {
        let mut app = sample_app();
        app.apply(Command::View(ViewCommand::DropAsOf(Some(date(2025, 1, 19)))));
        assert_eq!(app.as_of_stepped(true), Some(date(2025, 1, 20)), "R1");
        let before = app.as_of_stepped(false).unwrap();
        assert!(before < date(2025, 1, 19));
        app.apply(Command::View(ViewCommand::DropAsOf(Some(date(2035, 1, 1)))));
        assert_eq!(app.as_of_stepped(true), None);
    }

    #[test]
    fn the_selected_model_is_compared_with_another_in_one_sentence() {
        let mut app = sample_app();
        let (one, other) = (row(&app, "DeepSeek-R1"), row(&app, "o1-1217"));
        give(&mut app, ScatterCommand::Compare(one));
        assert_eq!(app.selected_model(), Some(one), "the first is selected");
        assert_eq!(app.comparison(), None);
        give(&mut app, ScatterCommand::Compare(other));
        let sentence = app.comparison().unwrap();
        assert!(sentence.contains("1/27"), "{sentence}");
        app.apply(Command::Edit(EditCommand::Undo));
        assert_eq!(app.comparison(), None);
        give(&mut app, ScatterCommand::Compare(other));
        give(&mut app, ScatterCommand::CompareNone);
        assert_eq!(app.document().scatter.compare, None);
    }

    #[test]
    fn filters_are_tests_that_can_be_put_to_the_models() {
        let mut app = sample_app();
        give(&mut app, ScatterCommand::AddFilter("planet=Mars".to_owned()));
        assert!(app.document().scatter.filters.is_empty(), "models have no planet");
        give(&mut app, ScatterCommand::BeginSearch);
        for words in ["d", "de", "deep"] {
            give(&mut app, ScatterCommand::Search(words.to_owned()));
        }
        app.apply(Command::Edit(EditCommand::Undo));
        assert_eq!(app.document().scatter.search, "", "typing is one step");
        give(&mut app, ScatterCommand::AddFilter("organization=DeepSeek".to_owned()));
        let rows = app.listed_models().unwrap().rows();
        let table = app.data().models.clone().unwrap();
        let is_own = |row: usize| table.rows[row].organization.as_deref() == Some("DeepSeek");
        assert!(!rows.is_empty() && rows.iter().all(|row| is_own(*row)));
        give(&mut app, ScatterCommand::DropFilter("organization=DeepSeek".to_owned()));
        assert_eq!(app.listed_models().unwrap().rows().len(), table.rows.len());
    }

    #[test]
    fn a_table_opens_on_a_cost_that_it_has() {
        let mut table = crate::model::ModelTable::default();
        let column = |role, values: &[f64]| crate::model::ModelColumn {
            role,
            values: values.to_vec(),
            ..crate::model::ModelColumn::default()
        };
        table.columns = vec![
            column(crate::model::ColumnRole::CostApiOutput, &[f64::NAN]),
            column(crate::model::ColumnRole::CostRun, &[1.5]),
        ];
        let data = Data { models: Some(std::sync::Arc::new(table)), ..Data::default() };
        for wanted in Cost::ALL {
            let stays = wanted == Cost::Training;
            assert_eq!(known_cost(&data, wanted), if stays { wanted } else { Cost::Run }, "{wanted:?}");
            assert_eq!(known_cost(&Data::default(), wanted), wanted);
        }
    }

    #[test]
    fn pins_and_marks_are_put_and_taken() {
        let mut app = sample_app();
        let one = row(&app, "DeepSeek-R1");
        for expected in [1, 0] {
            give(&mut app, ScatterCommand::ToggleMark(one));
            give(&mut app, ScatterCommand::TogglePin("Cohere".to_owned()));
            let choices = &app.document().scatter;
            assert_eq!((choices.marked.len(), choices.pinned.len()), (expected, expected));
        }
    }

    #[test]
    fn the_table_is_saved_as_it_is_shown() {
        let mut app = sample_app();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("models.csv");
        give(&mut app, ScatterCommand::AddFilter("organization=DeepSeek".to_owned()));
        give(&mut app, ScatterCommand::SaveTable(path.clone()));
        settle(&mut app);
        let text =
            String::from_utf8(crate::io::files::read(&path, &crate::io::Control::unwatched()).unwrap())
                .unwrap();
        let rows = app.listed_models().unwrap().rows().len();
        assert_eq!(text.lines().count(), rows + 1);
        assert!(text.contains("DeepSeek"), "{text}");
    }
}
