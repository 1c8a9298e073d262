//! Marks in place of prices: a minus before a price that is the mean of bid and ask because nothing
//! was traded, as CRSP writes it, and a zero where there was no trade. They are told by the values:
//! the price goes on at the size that it had, as if the sign were not there.

use crate::io::report::Report;
use crate::model::splits::usual_move;
use crate::model::{Columns, Message, WarningKind};

/// Half of the moves are at most that large where values are prices, as natural logarithms.
const LIVELY: f64 = 0.06;
/// A price that goes on moves by no more than that, or by so many usual moves.
const GOES_ON: f64 = 0.15;
const USUAL_MOVES: f64 = 8.0;
/// The least size of a series that has no reason to reach zero, as a share of its middle.
const FAR_FROM_ZERO: f64 = 0.2;

/// Takes the marks out of one series and tells them; `lines` are those of its rows.
pub(super) fn settle(name: &str, columns: &mut Columns, lines: &[u64], report: &mut Report) {
    // Most series hold nothing to look at.
    if columns.close.iter().all(|close| *close > 0.0 || close.is_nan()) {
        return;
    }
    let sizes: Vec<f64> = columns.close.iter().map(|close| close.abs()).filter(|size| *size > 0.0).collect();
    let usual = usual_move(&sizes);
    if sizes.len() < 3 || usual > LIVELY {
        return;
    }
    let goes_on = |from: f64, to: f64| (to / from).ln().abs() <= GOES_ON.max(USUAL_MOVES * usual);
    let told = |key, rows: &[usize], value: f64| {
        let row = rows.first().copied().unwrap_or_default();
        let date = columns.stamps.get(row).map(ToString::to_string).unwrap_or_default();
        let message = Message::new(key)
            .with("series", name)
            .with("date", date)
            .with("close", value.to_string())
            .with("count", rows.len());
        (lines.get(row).copied(), message)
    };
    let signed: Vec<usize> = places(&columns.close, |close| close < 0.0);
    let zeros: Vec<usize> = places(&columns.close, |close| close == 0.0);
    let has_positive = columns.close.iter().any(|close| *close > 0.0);
    let is_flag = !signed.is_empty() && has_positive && flips_go_on(&columns.close, &goes_on);
    let is_gap = !zeros.is_empty() && is_far_from_zero(&sizes) && (is_flag || signed.is_empty());
    let mut found = Vec::new();
    if is_flag {
        let first = signed.first().and_then(|row| columns.close.get(*row)).copied().unwrap_or_default();
        found.push(told("io-sign-flag", &signed, first));
    }
    if is_gap {
        found.push(told("io-zero-flag", &zeros, 0.0));
    }
    for (line, message) in found {
        report.warn(line, WarningKind::Ambiguous, message);
    }
    if is_flag {
        let prices = [&mut columns.open, &mut columns.high, &mut columns.low, &mut columns.close];
        for value in prices.into_iter().flatten().chain(&mut columns.adj_close) {
            *value = value.abs();
        }
    }
    if is_gap {
        for value in columns.close.iter_mut().filter(|close| **close == 0.0) {
            *value = f64::NAN;
        }
    }
}

fn places(values: &[f64], fits: impl Fn(f64) -> bool) -> Vec<usize> {
    values.iter().enumerate().filter(|(_, value)| fits(**value)).map(|(row, _)| row).collect()
}

/// Whether the price goes on at its size wherever the sign changes.
fn flips_go_on(closes: &[f64], goes_on: &impl Fn(f64, f64) -> bool) -> bool {
    let known: Vec<f64> = closes.iter().copied().filter(|close| close.is_finite() && *close != 0.0).collect();
    let flips = known.windows(2).filter_map(|pair| match pair {
        [a, b] if a * b < 0.0 => Some((a.abs(), b.abs())),
        _ => None,
    });
    flips.fold((0, true), |(count, all), (from, to)| (count + 1, all && goes_on(from, to))) >= (1, true)
}

/// Whether the values stay away from zero and move at all: rates that a bank sets stand still, and
/// may be none.
fn is_far_from_zero(sizes: &[f64]) -> bool {
    let least = sizes.iter().copied().fold(f64::INFINITY, f64::min);
    let moved = sizes.windows(2).filter(|pair| matches!(pair, [a, b] if (a - b).abs() > 0.0)).count();
    let middle = super::values::median(sizes.to_vec());
    least >= FAR_FROM_ZERO * middle && moved * 2 >= sizes.len().saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Stamp;
    use jiff::ToSpan;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn settled(closes: &[f64]) -> (Vec<f64>, Vec<&'static str>) {
        let day =
            |row: usize| Stamp::Day(date(2025, 1, 1).saturating_add(i32::try_from(row).unwrap().days()));
        let mut columns = Columns {
            stamps: (0..closes.len()).map(day).collect(),
            close: closes.to_vec(),
            ..Columns::default()
        };
        let lines: Vec<u64> = (2..).take(closes.len()).collect();
        let mut report = Report::default();
        settle("X", &mut columns, &lines, &mut report);
        (columns.close, report.finish().1.iter().map(|warning| warning.message.key).collect())
    }

    #[test]
    fn signs_and_zeros_that_are_no_prices_are_taken_out_and_told() {
        type Case<'a> = (&'a [f64], &'a [f64], &'a [&'a str]);
        let nan = f64::NAN;
        let cases: &[Case] = &[
            (&[18.0, 18.5, -18.25, 18.0], &[18.0, 18.5, 18.25, 18.0], &["io-sign-flag"]),
            (&[-18.0, -18.5, -18.25, 18.0], &[18.0, 18.5, 18.25, 18.0], &["io-sign-flag"]),
            (&[50.0, 0.0, 51.0, 50.5], &[50.0, nan, 51.0, 50.5], &["io-zero-flag"]),
            (
                &[50.0, -50.5, 0.0, 51.0, 50.2],
                &[50.0, 50.5, nan, 51.0, 50.2],
                &["io-sign-flag", "io-zero-flag"],
            ),
            // Oil in April 2020, a spread about zero, yields below it, and a rate that a bank sets.
            (&[18.27, -37.63, 10.01, 13.78], &[18.27, -37.63, 10.01, 13.78], &[]),
            (&[0.2, -0.1, 0.15, -0.3, 0.1], &[0.2, -0.1, 0.15, -0.3, 0.1], &[]),
            (&[-0.35, -0.36, -0.34, -0.35], &[-0.35, -0.36, -0.34, -0.35], &[]),
            (&[0.25, 0.25, 0.0, 0.0, 0.25], &[0.25, 0.25, 0.0, 0.0, 0.25], &[]),
            (&[1.0, 0.3, 0.0, 0.1, 0.5, 2.0], &[1.0, 0.3, 0.0, 0.1, 0.5, 2.0], &[]),
            (&[50.0, 51.0, 50.5], &[50.0, 51.0, 50.5], &[]),
        ];
        for (closes, meant, told) in cases {
            let (found, keys) = settled(closes);
            let same = found.iter().zip(*meant).all(|(a, b)| a == b || a.is_nan() && b.is_nan());
            assert!(same && keys == *told, "{closes:?}: {found:?} {keys:?}");
        }
    }

    proptest! {
        #[test]
        fn a_price_with_flags_comes_back_as_it_was(
            moves in prop::collection::vec(-0.03..0.03_f64, 8..60),
            flags in prop::collection::vec(0..10_u8, 60),
        ) {
            let mut price = 50.0;
            let closes: Vec<f64> = moves.iter().map(|share| { price *= 1.0 + share; price }).collect();
            let flagged: Vec<f64> = closes
                .iter()
                .zip(&flags)
                .map(|(close, flag)| match flag { 0 => 0.0, 1 | 2 => -close, _ => *close })
                .collect();
            let (found, told) = settled(&flagged);
            for ((found, close), given) in found.iter().zip(&closes).zip(&flagged) {
                if *given == 0.0 {
                    prop_assert!(found.is_nan());
                } else {
                    prop_assert_eq!(found, close);
                }
            }
            let is_whole = flagged.iter().all(|close| *close > 0.0);
            prop_assert_eq!(told.is_empty(), is_whole);
        }
    }
}
