//! What the numbers of a series measure: prices, or the returns that came of them. Returns go to and
//! fro about zero from row to row, which no price, rate or spread does. They are compounded to a
//! level of 100 before the first, so that the move from row to row is the return as the file has it.

use super::values::median;
use crate::io::report::Report;
use crate::model::{Columns, Message, WarningKind};

/// What returns are, as they stand in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::io) enum Measure {
    Prices,
    /// Simple returns, as shares or in per cent.
    Returns {
        is_per_cent: bool,
    },
    /// Differences of natural logarithms, as shares or in per cent.
    LogReturns {
        is_per_cent: bool,
    },
}

/// Rows from which on returns are known by their values.
const LEAST_ROWS: usize = 5;
/// How many of the values lie on each side of zero at the least, as a share.
const EACH_SIDE: f64 = 0.15;
/// One value on the other side of zero is an exception, not a return.
const LEAST_ON_SIDE: usize = 2;
/// Mean step from row to row over mean size: about 1.4 where each row is by itself, near zero where a
/// level goes on.
const TO_AND_FRO: f64 = 0.7;
/// Middle size of returns at the most, as shares; those in per cent are a hundred times as large.
const MIDDLE: f64 = 0.25;
/// Middle size from which on returns are in per cent where none is beyond the whole.
const PER_CENT_FROM: f64 = 0.12;

impl Measure {
    /// Every measure, prices first.
    pub(in crate::io) const ALL: [Self; 5] = [
        Self::Prices,
        Self::Returns { is_per_cent: false },
        Self::Returns { is_per_cent: true },
        Self::LogReturns { is_per_cent: false },
        Self::LogReturns { is_per_cent: true },
    ];

    /// The value of the assumption `measure`.
    pub(in crate::io) fn name(self) -> &'static str {
        match self {
            Self::Prices => "prices",
            Self::Returns { is_per_cent: false } => "returns",
            Self::Returns { is_per_cent: true } => "returns_percent",
            Self::LogReturns { is_per_cent: false } => "log_returns",
            Self::LogReturns { is_per_cent: true } => "log_returns_percent",
        }
    }

    /// The measure of that name.
    pub(in crate::io) fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.name().eq_ignore_ascii_case(text.trim()))
    }

    /// The level after a return from one before it.
    fn compounded(self, level: f64, value: f64) -> f64 {
        match self {
            Self::Prices => value,
            Self::Returns { is_per_cent } => level * (1.0 + share(value, is_per_cent)),
            Self::LogReturns { is_per_cent } => level * share(value, is_per_cent).exp(),
        }
    }
}

fn share(value: f64, is_per_cent: bool) -> f64 {
    if is_per_cent { value / 100.0 } else { value }
}

/// Whether closes are returns by their values; a series with a price of its bar is none.
pub(super) fn are_returns(columns: &Columns) -> bool {
    let has_bar = [&columns.open, &columns.high, &columns.low].iter().any(|column| !column.is_empty());
    // Prices are told without a copy of them.
    if has_bar || !columns.close.iter().any(|value| *value < 0.0) {
        return false;
    }
    let values: Vec<f64> = columns.close.iter().copied().filter(|value| value.is_finite()).collect();
    if values.len() < LEAST_ROWS {
        return false;
    }
    let count = values.len() as f64;
    let has_side = |fits: fn(&&f64) -> bool| {
        let found = values.iter().filter(fits).count();
        found >= LEAST_ON_SIDE && found as f64 >= EACH_SIDE * count
    };
    let is_both = has_side(|value| **value > 0.0) && has_side(|value| **value < 0.0);
    let size = values.iter().map(|value| value.abs()).sum::<f64>() / count;
    let steps = values.windows(2).map(|pair| match pair {
        [a, b] => (b - a).abs(),
        _ => 0.0,
    });
    let step = steps.sum::<f64>() / (count - 1.0);
    let middle = median(values.iter().map(|value| value.abs()).collect());
    is_both && step >= TO_AND_FRO * size && middle <= MIDDLE * 100.0
}

/// The measure of series that are returns; `names` are theirs and that of what they stand in, `cells`
/// tells whether they are written with a per cent sign.
pub(super) fn of_returns<'a>(
    series: impl Iterator<Item = &'a Columns>,
    names: impl Iterator<Item = &'a str>,
    has_sign: bool,
) -> Measure {
    let values: Vec<f64> = series
        .flat_map(|columns| columns.close.iter().copied())
        .filter(|value| value.is_finite())
        .map(f64::abs)
        .collect();
    let most = values.iter().copied().fold(0.0, f64::max);
    let is_per_cent = has_sign || most > 1.0 || median(values) >= PER_CENT_FROM;
    let is_log = names.into_iter().any(|name| {
        let name = name.to_lowercase();
        name.split(|c: char| !c.is_alphanumeric())
            .any(|word| ["log", "ln", "logret", "lnret"].contains(&word))
    });
    if is_log { Measure::LogReturns { is_per_cent } } else { Measure::Returns { is_per_cent } }
}

/// Whether a name says that returns stand under it.
pub(super) fn is_name_of_returns(name: &str) -> bool {
    const WORDS: [&str; 12] = [
        "return",
        "returns",
        "ret",
        "rets",
        "logret",
        "lnret",
        "rendite",
        "renditen",
        "rendement",
        "rendements",
        "retorno",
        "retornos",
    ];
    let name = name.to_lowercase();
    let mut words = name.split(|c: char| !c.is_alphanumeric());
    !name.contains("total") && words.any(|word| WORDS.contains(&word))
}

/// Compounds the returns of a series to a level of 100 before the first, and keeps them beside it.
pub(super) fn compound(measure: Measure, columns: &mut Columns) {
    columns.returns.clone_from(&columns.close);
    let mut level = 100.0;
    for value in columns.close.iter_mut().filter(|value| value.is_finite()) {
        level = measure.compounded(level, *value);
        *value = level;
    }
}

/// Says that a file gives returns, and which of its series do where not all.
pub(super) fn tell(measure: Measure, names: &[String], is_certain: bool, line: u64, report: &mut Report) {
    let evidence =
        Message::new("io-evidence-measure").with("series", names.first().cloned().unwrap_or_default());
    report.assume("measure", measure.name(), evidence, is_certain);
    report.offer(Measure::ALL.map(|measure| measure.name().to_owned()));
    let message = Message::new("io-returns").with("count", names.len()).with("names", names.to_vec());
    report.warn(Some(line), WarningKind::Ambiguous, message);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(closes: &[f64]) -> Columns {
        Columns { close: closes.to_vec(), ..Columns::default() }
    }

    #[test]
    fn returns_are_told_from_levels_by_how_they_go() {
        let cases: &[(&[f64], bool)] = &[
            (&[0.0031, -0.0102, 0.0007, 0.0214, -0.012], true),
            (&[1.2, -0.8, 0.4, -2.3, 0.9, 0.1], true),
            (&[100.0, 101.0, 99.5, 102.0], false),
            // Yields that fall below zero, a spread that stays for a while, oil for one day.
            (&[0.3, 0.2, 0.1, -0.05, -0.1, -0.2, -0.3], false),
            (&[18.27, -37.63, 10.01, 13.78, 15.0, 16.0, 16.5, 17.0], false),
            (&[120.0, -90.0, 60.0, -150.0], false),
            (&[0.1, -0.1, 0.1], false),
        ];
        for (closes, expected) in cases {
            assert_eq!(are_returns(&of(closes)), *expected, "{closes:?}");
        }
    }

    #[test]
    fn the_unit_follows_from_size_sign_and_name() {
        let cases: &[(&[f64], &str, bool, Measure)] = &[
            (&[0.01, -0.02], "A", false, Measure::Returns { is_per_cent: false }),
            (&[0.01, -0.02], "A", true, Measure::Returns { is_per_cent: true }),
            (&[1.2, -0.3], "A", false, Measure::Returns { is_per_cent: true }),
            (&[0.4, -0.3], "A", false, Measure::Returns { is_per_cent: true }),
            (&[0.01, -0.02], "log return A", false, Measure::LogReturns { is_per_cent: false }),
            (&[0.01, -0.02], "LOGIC", false, Measure::Returns { is_per_cent: false }),
        ];
        for (closes, name, has_sign, expected) in cases {
            let found = of_returns(std::iter::once(&of(closes)), std::iter::once(*name), *has_sign);
            assert_eq!(found, *expected, "{closes:?} {name}");
        }
        for measure in Measure::ALL {
            assert_eq!(Measure::parse(measure.name()), Some(measure));
        }
        for (name, expected) in [
            ("Return", true),
            ("A_ret", true),
            ("Total Return Index", false),
            ("Retail", false),
            ("A", false),
        ] {
            assert_eq!(is_name_of_returns(name), expected, "{name}");
        }
    }

    proptest! {
        #[test]
        fn the_move_from_row_to_row_is_the_return(values in prop::collection::vec(-0.09..0.09_f64, 2..50)) {
            for measure in Measure::ALL.into_iter().skip(1) {
                let mut columns = of(&values);
                compound(measure, &mut columns);
                let levels = std::iter::once(&100.0).chain(&columns.close);
                for ((before, at), value) in levels.zip(&columns.close).zip(&values) {
                    let given = match measure {
                        Measure::Returns { is_per_cent } => share(*value, is_per_cent),
                        Measure::LogReturns { is_per_cent } => share(*value, is_per_cent).exp_m1(),
                        Measure::Prices => unreachable!(),
                    };
                    prop_assert!((at / before - 1.0 - given).abs() < 1e-12);
                }
            }
        }
    }
}
