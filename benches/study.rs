//! How long a whole event study takes: moves, estimates, tests across series and market value of many
//! long series. Run with `cargo bench --bench study`: milliseconds are of this machine; the ratio is
//! to one pass that sums every close once.

#![expect(clippy::print_stdout, reason = "a bench tells what it measured")]

use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use richter::model::{
    Bars, Columns, Data, Document, Event, Role, Series, SeriesId, SeriesInfo, SourceId, Stamp,
};
use richter::study::analyse;

const ROUNDS: usize = 9;
const START: Date = date(2005, 1, 3);

fn main() {
    println!("{:<8} {:>9} {:>10} {:>10} {:>7}", "series", "sessions", "study ms", "pass ms", "ratio");
    for (count, sessions) in [(16, 209), (100, 1000), (500, 5000)] {
        let data = market(count, sessions);
        let event = START.saturating_add(i64::from(sessions - 20).days());
        let document = Document { event: Some(Event::new("", event)), ..Document::default() };
        let study = milliseconds(|| {
            black_box(analyse(&data, &document));
        });
        let pass = milliseconds(|| {
            let sum: f64 = data.series.iter().flat_map(|series| &series.bars.columns().close).sum();
            black_box(sum);
        });
        println!("{count:<8} {sessions:>9} {study:>10.2} {pass:>10.2} {:>7.1}", study / pass);
    }
}

/// Milliseconds of the fastest of several rounds.
fn milliseconds(work: impl Fn()) -> f64 {
    let round = |_| {
        let start = Instant::now();
        work();
        start.elapsed().as_secs_f64() * 1e3
    };
    (0..ROUNDS).map(round).fold(f64::MAX, f64::min)
}

/// An index and stocks, one session a day, without a pattern.
fn market(count: u32, sessions: u32) -> Data {
    let series = |name: u32| {
        let mut close = 100.0;
        let mut columns = Columns::default();
        for place in 0..sessions {
            let spread = f64::from((place * (name * 37 + 11) + name * 91) % 997) / 997.0 - 0.499;
            close *= 1.0 + 0.03 * spread;
            columns.stamps.push(Stamp::Day(START.saturating_add(i64::from(place).days())));
            columns.close.push(close);
        }
        let role = if name == 0 { Role::Index } else { Role::Stock };
        let info = SeriesInfo { series: name.to_string(), role, ..SeriesInfo::default() };
        let bars = Arc::new(Bars::new(columns).unwrap_or_default());
        Series { id: SeriesId::new(&name.to_string()), source: SourceId(0), info, bars }
    };
    Data { series: (0..count).map(series).collect(), ..Data::default() }
}
