//! What is doubtful about prices once they are in order: a high that is not highest, a jump that
//! looks like a missed split, a price that looks like one with its decimal mark in another place.
//!
//! Nothing is changed: a doubt is told with its line.

use crate::io::report::Report;
use crate::model::splits::{self, usual_move};
use crate::model::{Columns, Message, WarningKind};

/// How far a price may be from its neighbours once its decimal mark is put back.
const SLIP_WITHIN: f64 = 0.15;
/// Places by which a decimal mark, or a factor that is none, moves a price at the most.
const MOST_PLACES: i32 = 12;
/// One value in so many may be at or below zero where values are prices.
const FEW_IN: usize = 10;
/// Half of the moves are at most that large where values are prices.
const LIVELY: f64 = 0.06;

/// Looks at the prices of one series; `lines` are those of its rows. An index is not split.
pub(super) fn look(name: &str, columns: &Columns, is_index: bool, lines: &[u64], report: &mut Report) {
    warn_inconsistent(name, columns, lines, report);
    warn_fixed_point(name, columns, lines, report);
    let rows: Vec<usize> = (0..columns.close.len())
        .filter(|row| columns.close.get(*row).is_some_and(|close| *close > 0.0))
        .collect();
    let of =
        |column: &[f64]| -> Vec<f64> { rows.iter().filter_map(|row| column.get(*row).copied()).collect() };
    let (closes, beside) = (of(&columns.close), of(&columns.adj_close));
    let at = |place: usize| rows.get(place).copied().unwrap_or(usize::MAX);
    let close = |place: usize| closes.get(place).copied().unwrap_or(f64::NAN);
    // Rates, spreads and returns go to and fro as no price does; one value below zero is no reason to
    // leave the others unseen.
    let others = columns.close.iter().filter(|close| **close <= 0.0).count();
    let is_price = usual_move(&closes) <= LIVELY && others * FEW_IN <= closes.len();
    let slips: Vec<usize> = (1..closes.len())
        .filter(|place| is_price && slipped(close(place - 1), close(*place), closes.get(place + 1).copied()))
        .collect();
    let date = |place: usize| columns.stamps.get(at(place)).map(|stamp| stamp.date());
    let splits =
        if is_index { Vec::new() } else { splits::Row { closes: &closes, beside: &beside }.suspected(date) };
    let mut doubts: Vec<(usize, Option<f64>)> = slips.iter().map(|place| (*place, None)).collect();
    // The way back from a slip is no jump of its own.
    let is_slip = |place: &usize| slips.contains(place) || slips.contains(&(place - 1));
    let splits = splits.into_iter().filter(|(place, _)| !is_slip(place));
    doubts.extend(splits.map(|(place, ratio)| (place, Some(ratio))));
    doubts.sort_by_key(|(place, _)| *place);
    for (place, ratio) in doubts {
        warn(name, columns, lines, (at(place), close(place)), ratio, report);
    }
}

/// Whether a price is its neighbours' times or by a power of ten, and the next one is not.
fn slipped(before: f64, at: f64, after: Option<f64>) -> bool {
    let Some(after) = after.filter(|_| before > 0.0 && at > 0.0) else { return false };
    let near = |a: f64, b: f64| (a / b - 1.0).abs() < SLIP_WITHIN;
    let is_back = near(after, before);
    let is_slipped = |power: i32| {
        let power = 10_f64.powi(power);
        near(at, before * power) || near(at * power, before)
    };
    is_back && (1..=MOST_PLACES).any(is_slipped)
}

/// Warns of a price in a row: of a split of that ratio, else of a slipped decimal mark.
fn warn(
    name: &str,
    columns: &Columns,
    lines: &[u64],
    (row, close): (usize, f64),
    ratio: Option<f64>,
    report: &mut Report,
) {
    let date = columns.stamps.get(row).map(ToString::to_string).unwrap_or_default();
    let key = if ratio.is_some() { "io-missed-split" } else { "io-slipped-decimal" };
    let mut message =
        Message::new(key).with("series", name).with("date", date).with("close", close.to_string());
    if let Some(ratio) = ratio {
        let [new, old] = splits::parts(ratio);
        message = message.with("ratio", format!("{new}:{old}"));
    }
    report.warn(lines.get(row).copied(), WarningKind::Inconsistent, message);
}

/// One warning a series for rows whose high is below the low, or whose open or close lies outside.
fn warn_inconsistent(name: &str, columns: &Columns, lines: &[u64], report: &mut Report) {
    let at = |values: &[f64], row: usize| values.get(row).copied().unwrap_or(f64::NAN);
    let mut wrong = lines.iter().enumerate().filter(|(row, _)| {
        let (high, low) = (at(&columns.high, *row), at(&columns.low, *row));
        let outside = |value: f64| value > high || value < low;
        low > high || outside(at(&columns.open, *row)) || outside(at(&columns.close, *row))
    });
    let Some((row, line)) = wrong.next() else { return };
    let date = columns.stamps.get(row).map(ToString::to_string).unwrap_or_default();
    let message = Message::new("io-inconsistent")
        .with("series", name)
        .with("date", date)
        .with("count", 1 + wrong.count());
    report.warn(Some(*line), WarningKind::Inconsistent, message);
}

/// Prices from here on are more likely integers of a price times a power of ten.
const FIXED_POINT_FROM: f64 = 1e9;

/// Says that prices are whole numbers of a size that no price has: data services write them times
/// 10⁹ to do without a decimal mark. The values stay as they are.
fn warn_fixed_point(name: &str, columns: &Columns, lines: &[u64], report: &mut Report) {
    let prices = || columns.close.iter().copied().filter(|close| close.is_finite());
    let is_scaled = |close: f64| close >= FIXED_POINT_FROM && close % 1e4 == 0.0;
    let first = prices().next().filter(|_| prices().all(is_scaled));
    let Some(close) = first else { return };
    let message = Message::new("io-fixed-point").with("series", name).with("close", close.to_string());
    report.warn(lines.first().copied(), WarningKind::Ambiguous, message);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Stamp;
    use jiff::ToSpan;
    use jiff::civil::date;

    fn doubts(closes: &[f64]) -> Vec<(&'static str, Option<u64>)> {
        let day =
            |row: usize| Stamp::Day(date(2025, 1, 1).saturating_add(i32::try_from(row).unwrap().days()));
        let columns = Columns {
            stamps: (0..closes.len()).map(day).collect(),
            close: closes.to_vec(),
            ..Columns::default()
        };
        let lines: Vec<u64> = (2..).take(closes.len()).collect();
        let mut report = Report::default();
        look("X", &columns, false, &lines, &mut report);
        report.finish().1.iter().map(|warning| (warning.message.key, warning.line)).collect()
    }

    #[test]
    fn jumps_that_no_market_makes_are_told() {
        type Case<'a> = (&'a [f64], &'a [(&'a str, Option<u64>)]);
        let cases: &[Case] = &[
            (&[100.0, 101.0, 100.0, 99.0, 101.0], &[]),
            (&[1200.0, 1208.9, 120.9, 121.8, 120.0], &[("io-missed-split", Some(4))]),
            (&[1.0, 1.01, 10.2, 10.1, 10.3], &[("io-missed-split", Some(4))]),
            (&[118.42, 119.0, 1190.0, 118.0, 117.0], &[("io-slipped-decimal", Some(4))]),
            (&[118.42, 119.0, 1.19, 118.0, 117.0], &[("io-slipped-decimal", Some(4))]),
            (&[118.42, 119.0, 119.4e9, 118.0, 117.0], &[("io-slipped-decimal", Some(4))]),
            // The fall of 27 January 2025 is no split, nor is a fall by half that comes back.
            (&[147.22, 142.62, 118.42, 128.99, 123.7], &[]),
            (&[100.0, 101.0, 50.0, 99.0, 100.0], &[]),
            (&[-37.63, 10.01, 13.78, 12.9], &[]),
            // Rates jump by halves all the time.
            (&[0.01, 0.03, 0.01, 0.02, 0.01, 0.03], &[]),
        ];
        for (closes, expected) in cases {
            assert_eq!(doubts(closes), *expected, "{closes:?}");
        }
    }
}
