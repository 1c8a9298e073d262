//! Doors for fuzzing: any bytes through the import, and any texts through its parts. Built for the
//! fuzzer only.

use std::path::Path;

use super::containers;
use super::control::Control;
use super::dates::{self, Hints, Notation};
use super::numbers::{self, Mark, Survey};
use super::report::Report;
use super::{compose, read_bytes, write_long};
use crate::model::{Content, Overrides, SourceId};

/// The fuzzer ends at every panic; those that the program catches are no finds.
fn let_caught_panics_pass() {
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| {
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if !containers::is_guarded() {
                usual(panic);
            }
        }));
    });
}

/// The whole road of a file: read, composed, written again.
pub fn import(bytes: &[u8]) {
    let_caught_panics_pass();
    let Ok(loaded) = read_bytes(Path::new("probe.csv"), bytes, &Overrides::default(), &Control::unwatched())
    else {
        return;
    };
    if let Content::Prices(series) = &loaded.content {
        let named: Vec<_> = series.iter().map(|(info, bars)| (info.series.clone(), bars.as_ref())).collect();
        let _ = write_long(&named);
    }
    let _ = compose(&[(SourceId(0), std::sync::Arc::new(loaded))]);
}

/// Lines as the cells of a column of dates, under every notation.
pub fn dates(text: &str) {
    let cells: Vec<&str> = text.lines().collect();
    for cell in &cells {
        let _ = (dates::looks_like_date(cell), dates::is_meant_as_date(cell), dates::looks_hijri(cell));
    }
    let forced = Notation::ALL.into_iter().map(Some).chain([None]);
    for forced in forced {
        for is_named in [false, true] {
            let found = dates::read(&cells, &Hints { forced, is_named, ..Hints::default() });
            assert_eq!(found.stamps.len(), cells.len());
        }
    }
}

/// Lines as the cells of a column of numbers.
pub fn numbers(text: &str) {
    let mut survey = Survey::default();
    for (line, cell) in (1..).zip(text.lines()) {
        survey.look(line, cell);
        for mark in [Mark::Point, Mark::Comma] {
            if let numbers::Cell::Number(number) = numbers::parse(cell, mark) {
                assert!(number.is_finite(), "{cell}");
            }
        }
    }
    for forced in [None, Some(Mark::Point), Some(Mark::Comma)] {
        let _ = numbers::decide(&[("x", survey.clone())], true, forced, &mut Report::default());
    }
}

/// Bytes as what may lie inside a file.
pub fn containers(bytes: &[u8]) {
    let_caught_panics_pass();
    let _ = containers::unpack(bytes, &Overrides::default(), &mut Report::default(), &Control::unwatched());
}
