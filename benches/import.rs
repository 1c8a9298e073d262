//! How fast the careful road from bytes to prices is, beside a plain pass of the csv crate over the
//! same bytes. Run with `cargo bench --bench import`: rates are of this machine, ratios hold.

#![expect(clippy::print_stdout, reason = "a bench tells what it measured")]

use std::fmt::Write as _;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use richter::io::{Control, read_bytes};
use richter::model::Overrides;

const ROWS: u32 = 400_000;
const ROUNDS: usize = 5;

fn main() {
    println!("{:<24} {:>8} {:>12} {:>12} {:>7}", "file", "MB", "import MB/s", "csv MB/s", "ratio");
    for (name, text) in [("plain", plain()), ("quoted, D/M/Y, commas", quoted())] {
        let megabytes = text.len() as f64 / 1e6;
        let import = best(|| {
            let read = read_bytes(
                Path::new("bench.csv"),
                text.as_bytes(),
                &Overrides::default(),
                &Control::unwatched(),
            );
            black_box(read.is_ok());
        });
        let baseline = best(|| {
            let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
            black_box(reader.byte_records().filter_map(Result::ok).map(|record| record.len()).sum::<usize>());
        });
        println!(
            "{name:<24} {megabytes:>8.1} {:>12.1} {:>12.1} {:>7.2}",
            megabytes / import,
            megabytes / baseline,
            import / baseline
        );
    }
}

/// Seconds of the fastest of several rounds.
fn best(mut work: impl FnMut()) -> f64 {
    let round = |_| {
        let start = Instant::now();
        work();
        start.elapsed().as_secs_f64()
    };
    (0..ROUNDS).map(round).fold(f64::MAX, f64::min)
}

/// Bars of thirty minutes whose prices go up and down a little.
fn bars() -> impl Iterator<Item = (jiff::civil::DateTime, [f64; 4], u32)> {
    let start = jiff::civil::date(2000, 1, 3).at(0, 0, 0, 0);
    (0..ROWS).map(move |row| {
        let wave = |shift: u32| f64::from((row + shift) % 997) / 100.0;
        let (open, close) = (100.0 + wave(0), 100.0 + wave(1));
        let at = start.saturating_add(jiff::Span::new().minutes(i64::from(row) * 30));
        (at, [open, open.max(close) + 0.3, open.min(close) - 0.3, close], 1000 + row % 90_000)
    })
}

fn plain() -> String {
    let mut text = String::from("Date,Open,High,Low,Close,Volume\n");
    for (at, [open, high, low, close], volume) in bars() {
        let at = at.strftime("%Y-%m-%d %H:%M:%S");
        let _ = writeln!(text, "{at},{open:.2},{high:.2},{low:.2},{close:.2},{volume}");
    }
    text
}

fn quoted() -> String {
    let comma = |value: f64| format!("{value:.2}").replace('.', ",");
    let mut text = String::from("\"Datum\";\"Eröffnung\";\"Hoch\";\"Tief\";\"Schluss\";\"Volumen\"\n");
    for (at, prices, volume) in bars() {
        let [open, high, low, close] = prices.map(comma);
        let at = at.strftime("%d.%m.%Y %H:%M");
        let _ = writeln!(text, "\"{at}\";\"{open}\";\"{high}\";\"{low}\";\"{close}\";\"{volume}\"");
    }
    text
}
