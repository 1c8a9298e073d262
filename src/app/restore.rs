//! A figure that is opened: what it was made from comes back, once its sources are there.

use crate::chart::View;
use crate::io;
use crate::model::Message;
use crate::study;

use super::history::Gesture;
use super::notices::Level;
use super::open::{self, Figured};
use super::{App, ExportOptions, Picks};

impl App {
    /// Restores a figure if all its sources are there, as one undo step; else it stays wanted.
    /// Whether it was restored. What is missing is told when the figure itself was opened, and not
    /// again for files that were opened `since`.
    pub(super) fn take_figure(&mut self, figure: Box<Figured>, since: bool) -> bool {
        if !figure.missing.is_empty() {
            if !since {
                let message = Message::new("app-figure-wants")
                    .with("count", figure.missing.len())
                    .with("files", figure.missing.join(", "));
                self.tell(Level::Warning, &message);
            }
            self.wanted = Some(figure);
            return false;
        }
        self.wanted = None;
        let Figured { recipe, loaded, .. } = *figure;
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
        let format = self.settings.export.format;
        self.settings.export = ExportOptions { format, ..recipe.export_options() };
        let message = Message::new("app-figure-restored").with("program", recipe.program.as_str());
        self.tell(Level::Info, &message);
        true
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
            let event = Event { name: "Chip rules".to_owned(), date: date(2025, 1, 13) };
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
}
