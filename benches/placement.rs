//! How long a scatter of models takes to lay out with a name beside each point that has room for
//! one: the whole figure, of which the search for places is the largest part. Run with `cargo bench
//! --bench placement`: milliseconds are of this machine; the ratio is to the same points without
//! a cost, whose names stand in a column and need no search.

#![expect(clippy::print_stdout, reason = "a bench tells what it measured")]

use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

use richter::chart::{FigureKind, Medium, Scene, Sheet, Theme, ThemeName, View, build};
use richter::model::{ColumnRole, Data, Document, ModelColumn, ModelRow, ModelTable};
use richter::study::analyse;
use richter::text::Words;

const ROUNDS: usize = 9;

fn main() {
    println!("{:<8} {:>10} {:>14} {:>7}", "points", "ms", "unsearched ms", "ratio");
    // From a hundred and fifty on only some names are tried.
    for count in [20, 40, 80, 5000] {
        let sheet = Medium::Print(Sheet::pixels([1600.0, 900.0]));
        let searched = milliseconds(&models(count, true), &sheet);
        let plain = milliseconds(&models(count, false), &sheet);
        println!("{count:<8} {searched:>10.2} {plain:>14.2} {:>7.2}", searched / plain);
    }
    let window = Medium::Window { size: [900.0, 600.0] };
    println!("5000 in a window: {:.2} ms", milliseconds(&models(5000, true), &window));
}

/// Milliseconds of the fastest of several rounds.
fn milliseconds(table: &ModelTable, medium: &Medium) -> f64 {
    let data = Data { models: Some(Arc::new(table.clone())), ..Data::default() };
    let document = Document::default();
    let analysis = analyse(&data, &document);
    let (theme, words) = (Theme::built_in(ThemeName::Light), Words::english());
    let scene = Scene { document: &document, data: &data, analysis: &analysis, theme: &theme, words: &words };
    let round = |_| {
        let start = Instant::now();
        black_box(build(FigureKind::Models, &scene, &View::default(), medium));
        start.elapsed().as_secs_f64() * 1e3
    };
    (0..ROUNDS).map(round).fold(f64::MAX, f64::min)
}

/// So many models, spread over costs and scores without a pattern.
fn models(count: u32, priced: bool) -> ModelTable {
    let many = if count < 997 { 997 } else { 9973 };
    let spread = |place: u32, step: u32| f64::from(place * step % many) / f64::from(many);
    let column = |name: &str, role, values| ModelColumn {
        name: name.to_owned(),
        role,
        values,
        ..ModelColumn::default()
    };
    let places = || 1..=count;
    let cost = |place| if priced { 10f64.powf(spread(place, 617) * 3.0 - 1.0) } else { f64::NAN };
    let row = |place| ModelRow {
        name: format!("Model number {place}"),
        label: format!("Model {place}"),
        organization: Some(format!("Organisation {}", place % 9)),
        released: Some(jiff::civil::date(2025, 1, 20)),
        ..ModelRow::default()
    };
    ModelTable {
        rows: places().map(row).collect(),
        columns: vec![
            column("price", ColumnRole::CostBlended, places().map(cost).collect()),
            column(
                "score",
                ColumnRole::Score,
                places().map(|place| 20.0 + 70.0 * spread(place, 389)).collect(),
            ),
        ],
        header: Vec::new(),
    }
}
