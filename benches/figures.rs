//! How long each format of one figure takes, beside laying that figure out. Run with
//! `cargo bench --bench figures`: times are of this machine, ratios hold.

#![expect(clippy::print_stdout, reason = "a bench tells what it measured")]

use std::hint::black_box;
use std::time::Instant;

use richter::app::export::{ExportOptions, Order, Resources, Still};
use richter::app::jobs::Progress;
use richter::app::open;
use richter::chart::{FigureKind, SheetSize};
use richter::export::{Dress, TextMode, pdf, png, svg};
use richter::io;

const ROUNDS: usize = 20;

fn main() {
    let sources = open::number(open::read_sample(&Progress::unwatched()).loaded, 0);
    let data = io::compose(&sources);
    let options = ExportOptions {
        kind: FigureKind::Pair,
        size: SheetSize::pixels(1920.0, 1080.0),
        ..ExportOptions::default()
    };
    let order = Order { options: options.clone(), ..Order::default() };
    let (Ok(prepared), Ok(resources)) = (order.prepare(&data), Resources::load(&options)) else {
        println!("the sample cannot be prepared");
        return;
    };
    let still = Still {
        document: &prepared.document,
        data: &data,
        analysis: &prepared.analysis,
        view: &prepared.view,
        options: &options,
        resources: &resources,
    };
    let Ok(figure) = still.figure() else {
        println!("the sample cannot be drawn");
        return;
    };
    let dress = Dress::default();
    let live = Dress { text: TextMode::Live, ..dress };
    let base = best(|| svg(&figure, &dress).len());
    println!("{:<28} {:>10} {:>10}", "pair at 1920 x 1080", "ms", "of SVG");
    let tell =
        |name: &str, seconds: f64| println!("{name:<28} {:>10.2} {:>10.2}", seconds * 1e3, seconds / base);
    tell("figure, laid out", best(|| still.figure().map_or(0, |figure| figure.labels.len())));
    tell("SVG, words as outlines", base);
    tell("SVG, live words", best(|| svg(&figure, &live).len()));
    tell("PDF", best(|| pdf(&figure, &dress).map_or(0, |bytes| bytes.len())));
    tell("PNG", best(|| png(&figure, 1.0, &dress).map_or(0, |bytes| bytes.len())));
    tell("PNG at twice the size", best(|| png(&figure, 2.0, &dress).map_or(0, |bytes| bytes.len())));
}

/// Seconds of the fastest of several rounds.
fn best(mut work: impl FnMut() -> usize) -> f64 {
    let round = |_| {
        let start = Instant::now();
        black_box(work());
        start.elapsed().as_secs_f64()
    };
    (0..ROUNDS).map(round).fold(f64::MAX, f64::min)
}
