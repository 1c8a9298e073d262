//! Richter measures how hard an event shook the market, beside what caused it.
//!
//! An analyst opens the price files at hand and names an event date; Richter shows the index and
//! every stock from the last close before the event, the moves of that day as ranked bars, what
//! they cost in market value, and AI models as cost against score. The same picture goes to a
//! file. Nothing leaves the machine.
//!
//! # The map
//!
//! Each layer knows those named behind it and no other; a test reads the sources and keeps it so.
//!
//! | layer | holds | may use |
//! |---|---|---|
//! | [`model`] | what is known: price columns, model tables, side tables, the document | nothing |
//! | [`text`] | words and numbers by locale, order of mixed scripts, fonts, shaping, measuring | nothing |
//! | [`io`] | bytes in and out: what a file means, the built-in sample, atomic writes | `model` |
//! | [`study`] | arithmetic: session calendar, tau 0, base and moves, the event study, market value, frontier | `model` |
//! | [`chart`] | data to [`chart::Figure`]: axes, ticks, marks, places of labels, captions | `model`, `study`, `text` |
//! | [`export`] | figure to bytes: SVG and PDF from one list of primitives, PNG from the SVG | `model`, `chart`, `text` |
//! | [`app`] | what happens: commands, jobs, undo, notices | all of the above |
//! | [`cli`] | the command line without a window | `app` and below |
//! | `ui` | panels, plots, dialogs (feature `gui`) | `app`, `chart`, `text`; reads `model`, `study` |
//!
//! # What always holds
//!
//! 1. `std::fs` stands in `io::files` alone, threads start in `app::jobs` alone (loops of rayon stand
//!    in `io`, `study` and `app::export`), `rfd` and egui stand in `ui` alone, colours in `chart::theme` alone. Without the
//!    feature `gui` no toolkit is in the graph of dependencies, and no HTTP or TLS crate ever is.
//! 2. A figure is data. [`chart::build`] is a pure function; the window and the SVG writer draw
//!    the same [`chart::Figure`], so a file cannot disagree with the screen, and no renderer
//!    computes a price.
//! 3. Lines are straight between true values; a gap is a gap.
//! 4. Reading a file never fails half-way: it gives content, assumptions and warnings, each with
//!    its line, or one error that says why. What is ambiguous is told, never guessed in silence, and
//!    what is decided can be overruled. Nothing is judged by a file's name, nothing cell by cell.
//! 5. [`app::Command`] is everything that can happen, [`app::App::apply`] the one door;
//!    [`app::Action`] is what menus, shortcuts and the README show.
//!    What import decided can be overruled: the file is read again in a job, the decision travels
//!    with it, is one undo step, and counts for later files with the same header.
//! 6. [`model::Document`] holds only decisions. Undo keeps documents and shares columns.
//! 7. Every outcome is one [`app::Notice`]: a toast and a log line in the window, stderr and the
//!    exit code on the command line.
//! 8. Writes are atomic: a full disk or a kill leaves the old file whole.
//! 9. No clock, locale or environment below `app`: the same input gives the same bytes.
//!
//! # The trips
//!
//! - *Open*: paths → [`app::App::apply`] → a job reads and decides → [`app::App::poll`] takes the
//!   result, one undo step, one notice → figures are built anew.
//! - *Overrule*: a part of a source's strip → the same file is read again with the decision → it
//!   takes the earlier reading's place, or one notice says why all stays.
//! - *Move*: pointer → view → the same frame builds the figure for the visible range.
//! - *Export*: options → a job builds the figure at the file's own size → SVG, PNG, PDF, CSV with the
//!   recipe inside → atomic write. Without a window an order or a spec file walks the same road.
//! - *Verify*: recipe → its files are found by their bytes and read again as it says → the same figure →
//!   numbers, words and picture compared.
//!
//! # Words
//!
//! *source* an opened file · *series* one price line · *event* a named date · *tau 0* the event's
//! session on a series' own exchange · *base* the last close before it · *session* a trading day
//! · *move* close over base minus one · *abnormal return* a return less the one that a model of normal
//! returns expects · *estimation window* the sessions that the model is estimated on · *frontier* the models that no other dominates · *rail* the
//! strip for models whose cost is not disclosed · *figure* a chart as data · *assumption* what
//! import decided by itself · *recipe* what a figure was made from, inside its file · *order* a figure as it is
//! asked for without a window · *sheet* the surface of a figure and its unit · *misfit* what finds no
//! room on it · *override* what the user decided in its place · *strip* how a source
//! was read, in parts.

#![cfg_attr(test, allow(clippy::float_cmp, reason = "tests compare with values that are exact"))]

pub mod app;
pub mod chart;
pub mod cli;
pub mod export;
pub mod io;
pub mod model;
pub mod study;
pub mod text;
#[cfg(feature = "gui")]
pub mod ui;

#[cfg(test)]
mod tests;
