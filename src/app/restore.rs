//! A figure that is opened: what it was made from comes back, once its sources are there.

use std::sync::Arc;

use crate::chart::View;
use crate::io;
use crate::model::{Loaded, Message};
use crate::study;

use super::history::Gesture;
use super::notices::Level;
use super::open::{self, Figured, Place};
use super::{App, Columns, ExportOptions, Picks};

impl App {
    /// Restores the last of the figures that were opened, or the one that waited for its sources if
    /// none was. `wanted` is that one with what was read for it; what came while files were read is among
    /// `files`. Whether one was restored; each of the others is told.
    pub(super) fn take_figures(
        &mut self,
        mut figures: Vec<Figured>,
        wanted: Option<Box<Figured>>,
        files: &[Arc<Loaded>],
    ) -> bool {
        let Some(last) = figures.pop() else {
            let Some(waits) = self.wanted.take() else { return false };
            let figure = *wanted.filter(|figure| figure.recipe == waits.recipe).unwrap_or(waits);
            return self.take_figure(Box::new(figure.with_read(files)), true);
        };
        for figure in figures {
            let message = Message::new("app-figure-one")
                .with("file", figure.name.as_str())
                .with("other", last.name.as_str());
            self.tell(Level::Warning, &message);
        }
        self.take_figure(Box::new(last.with_read(files)), false)
    }

    /// Restores a figure if all its sources are there, as one undo step; else it stays wanted.
    /// Whether it was restored. What is not there is told when the figure itself was opened, and not
    /// again for files that were opened `since`.
    fn take_figure(&mut self, figure: Box<Figured>, since: bool) -> bool {
        let Some(loaded) = figure.loaded() else {
            let said = [("app-figure-wants", Place::Missing), ("app-figure-changed", Place::Changed)];
            for (key, place) in said {
                let names = figure.names(&place);
                if !since && !names.is_empty() {
                    let message = Message::new(key)
                        .with("figure", figure.name.as_str())
                        .with("count", names.len())
                        .with("files", names.join(", "));
                    self.tell(Level::Warning, &message);
                }
            }
            self.wanted = Some(figure);
            return false;
        };
        self.wanted = None;
        let Figured { recipe, name, .. } = *figure;
        let sources = open::number(loaded, self.next_source);
        self.next_source = sources.last().map_or(self.next_source, |(id, _)| id.0.saturating_add(1));
        if !self.sources.is_empty() || self.history.can_undo() {
            self.history.record(self.snapshot(), Gesture::Single);
        }
        let data = io::compose(&sources);
        let analysis = study::analyse(&data, &recipe.document);
        self.picks = Picks::Chosen;
        self.hold(sources, data, recipe.document.clone(), analysis);
        self.view = View::from(&recipe.view);
        self.take_table();
        let format = self.settings.export.format;
        self.settings.export = ExportOptions { format, ..recipe.export_options() };
        let message =
            Message::new("app-figure-restored").with("file", name).with("program", recipe.program.as_str());
        self.tell(Level::Info, &message);
        true
    }

    /// The columns and groups of a figure's table become the window's.
    fn take_table(&mut self) {
        let columns = std::mem::take(&mut self.view.columns);
        if !columns.is_empty() {
            self.settings.columns = Columns::listed(&columns);
        }
        self.settings.group = self.view.group.take();
        self.settings.study = self.view.study;
    }
}

#[cfg(test)]
mod tests {
    use crate::app::testing::{app, sample_app, settle};
    use crate::app::{Command, EventCommand, ExportOptions, FigureCommand, Level, SourceCommand};
    use crate::chart::FigureKind;
    use crate::io::files::write_atomic;
    use crate::model::Event;
    use jiff::civil::date;
    use std::path::Path;

    /// Writes a figure of what is open.
    fn export(app: &mut crate::app::App, path: &Path, kind: FigureKind) {
        let options = ExportOptions { kind, ..ExportOptions::default() };
        app.apply(Command::Figure(FigureCommand::ExportTo(path.to_owned(), options)));
        settle(app);
    }

    fn open(app: &mut crate::app::App, path: &Path) {
        app.apply(Command::Source(SourceCommand::Open(vec![path.to_owned()])));
        settle(app);
    }

    #[test]
    fn a_figure_of_the_sample_brings_its_document_back() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["a.png", "a.svg"] {
            let path = folder.path().join(name);
            let mut first = sample_app();
            let event = Event::new("Chip rules", date(2025, 1, 13));
            first.apply(Command::Event(EventCommand::Set(event)));
            export(&mut first, &path, FigureKind::Moves);
            let mut second = app();
            open(&mut second, &path);
            assert_eq!(second.document(), first.document(), "{name}");
            assert_eq!(second.data().series.len(), first.data().series.len());
            assert_eq!(second.settings().export.kind, FigureKind::Moves);
        }
    }

    #[test]
    fn a_figure_waits_for_its_sources() {
        let (desk, shelf) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let rows = b"Date,Close\n2025-01-24,100\n2025-01-27,90\n2025-01-28,95\n";
        let source = shelf.path().join("OWN.csv");
        write_atomic(&source, rows).unwrap();
        let mut first = app();
        open(&mut first, &source);
        let figure = desk.path().join("own.png");
        export(&mut first, &figure, FigureKind::Market);
        let mut second = app();
        open(&mut second, &figure);
        let told = second.notices().last().unwrap();
        assert!(told.level == Level::Warning && told.text.contains("OWN.csv"), "{}", told.text);
        assert!(second.data().series.is_empty());
        open(&mut second, &source);
        assert_eq!(second.document(), first.document());
        let told = second.notices().last().unwrap();
        assert_eq!(told.level, Level::Info, "{}", told.text);
        // Both asked for at once, the source while the figure is still being read.
        let mut hasty = app();
        for path in [&figure, &source] {
            hasty.apply(Command::Source(SourceCommand::Open(vec![path.clone()])));
        }
        settle(&mut hasty);
        assert_eq!(hasty.document(), first.document());
        // Beside its source it needs no asking.
        write_atomic(&desk.path().join("OWN.csv"), rows).unwrap();
        let mut third = app();
        open(&mut third, &figure);
        assert_eq!(third.document(), first.document());
    }

    #[test]
    fn sources_that_are_open_or_come_with_a_figure_are_its_own() {
        let (desk, shelf) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let rows = "Date,Close\n2025-01-24,100\n2025-01-27,90\n2025-01-28,95\n";
        let [own, other] = ["OWN.csv", "OTHER.csv"].map(|name| shelf.path().join(name));
        write_atomic(&own, rows.as_bytes()).unwrap();
        write_atomic(&other, rows.replace("90", "80").as_bytes()).unwrap();
        let mut first = app();
        open(&mut first, &own);
        let figure = desk.path().join("own.png");
        export(&mut first, &figure, FigureKind::Market);
        let restored =
            |app: &crate::app::App| app.notices().iter().any(|notice| notice.text.starts_with("Restored"));
        let mut together = app();
        let paths = vec![figure.clone(), own.clone(), other];
        together.apply(Command::Source(SourceCommand::Open(paths)));
        settle(&mut together);
        assert!(restored(&together));
        assert_eq!(together.document(), first.document());
        assert_eq!(together.data().series.len(), 2, "what else came is open beside it");
        let mut before = app();
        open(&mut before, &own);
        open(&mut before, &figure);
        assert!(restored(&before));
        assert_eq!(before.data().series.len(), 1);
    }

    fn told(app: &crate::app::App) -> String {
        app.notices().iter().map(|notice| notice.text.as_str()).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn a_source_that_has_changed_is_told_as_such() {
        let desk = tempfile::tempdir().unwrap();
        let source = desk.path().join("OWN.csv");
        let rows = "Date,Close\n2025-01-24,100\n2025-01-27,90\n2025-01-28,95\n";
        write_atomic(&source, rows.as_bytes()).unwrap();
        let mut first = app();
        open(&mut first, &source);
        let figure = desk.path().join("own.png");
        export(&mut first, &figure, FigureKind::Market);
        write_atomic(&source, rows.replace("90", "91").as_bytes()).unwrap();
        let mut second = app();
        open(&mut second, &figure);
        let text = told(&second);
        assert!(text.contains("OWN.csv") && text.contains("has changed since"), "{text}");
        assert!(!text.contains("not beside it"), "{text}");
        // Renamed and as it was, it is found by its bytes, and its series has its name.
        write_atomic(&desk.path().join("renamed.csv"), rows.as_bytes()).unwrap();
        let mut third = app();
        open(&mut third, &figure);
        assert_eq!(third.document(), first.document(), "{}", told(&third));
        assert_eq!(third.data().series[0].id, first.data().series[0].id);
    }

    #[test]
    fn a_source_that_is_open_in_another_reading_is_read_as_the_figure_had_it() {
        use crate::model::Decision;
        let (desk, shelf) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let source = shelf.path().join("OWN.csv");
        let rows = b"Date,Close\n03/02/2025,100\n04/02/2025,90\n05/02/2025,95\n";
        write_atomic(&source, rows).unwrap();
        let mut first = app();
        open(&mut first, &source);
        let id = first.data().sources[0].id;
        first.apply(Command::Source(SourceCommand::Decide(id, Decision::DateOrder, Some("MDY".to_owned()))));
        settle(&mut first);
        let dates = |app: &crate::app::App| app.data().series[0].bars.days().to_vec();
        let figure = desk.path().join("own.png");
        export(&mut first, &figure, FigureKind::Market);
        let mut second = app();
        open(&mut second, &source);
        let id = second.data().sources[0].id;
        second.apply(Command::Source(SourceCommand::Decide(id, Decision::DateOrder, Some("DMY".to_owned()))));
        settle(&mut second);
        assert_ne!(dates(&second), dates(&first));
        open(&mut second, &figure);
        assert_eq!(dates(&second), dates(&first), "{}", told(&second));
        assert_eq!(second.data().series.len(), 1);
        // Named together they are one file too.
        let mut third = app();
        third.apply(Command::Source(SourceCommand::Open(vec![source, figure])));
        settle(&mut third);
        assert_eq!((dates(&third), third.data().series.len()), (dates(&first), 1), "{}", told(&third));
    }

    #[test]
    fn of_two_figures_the_last_comes_back_and_both_are_told() {
        let desk = tempfile::tempdir().unwrap();
        let paths = ["a.png", "b.svg"].map(|name| desk.path().join(name));
        let mut first = sample_app();
        export(&mut first, &paths[0], FigureKind::Moves);
        first.apply(Command::Event(EventCommand::Set(Event::new("Chip rules", date(2025, 1, 13)))));
        export(&mut first, &paths[1], FigureKind::Models);
        let mut second = app();
        second.apply(Command::Source(SourceCommand::Open(paths.to_vec())));
        settle(&mut second);
        assert_eq!(second.document(), first.document());
        let text = told(&second);
        assert!(text.contains("a.png") && text.contains("Restored") && text.contains("b.svg"), "{text}");
        // A figure of the sample and own files: both are there.
        let own = desk.path().join("OWN.csv");
        write_atomic(&own, b"Date,Close\n2025-01-24,100\n2025-01-27,90\n2025-01-28,95\n").unwrap();
        let mut third = app();
        third.apply(Command::Source(SourceCommand::Open(vec![paths[1].clone(), own])));
        settle(&mut third);
        assert_eq!(third.data().series.len(), first.data().series.len() + 1, "{}", told(&third));
        assert_eq!(third.document().event, first.document().event);
    }
}
