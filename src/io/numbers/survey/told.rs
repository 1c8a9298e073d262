//! What is said about letters and fractions among the numbers of a file.

use super::Survey;
use crate::io::cell::western;
use crate::io::numbers::Format;
use crate::io::numbers::flags::{Flags, Letters, Noted};
use crate::io::numbers::fractions::{Fraction, read};
use crate::io::numbers::seen::Seen;
use crate::io::report::{Report, short};
use crate::model::{Message, WarningKind};

/// Lines that are named at the most.
const LINES: usize = 3;

/// Says once which values were read without the letter beside them, and which with it although it
/// makes them far greater than the others.
pub(super) fn letters(columns: &[(&str, Survey)], formats: &[Format], report: &mut Report) {
    let mut flagged: Vec<(&str, &Noted)> = Vec::new();
    let mut scaled: Vec<(&str, &Noted)> = Vec::new();
    for ((name, survey), format) in columns.iter().zip(formats).filter(|((_, survey), _)| !survey.is_aside) {
        let Letters { flagged: flags, factors, .. } = &survey.letters;
        flagged.extend((flags.count > 0).then_some((*name, flags)));
        match format.flags {
            Flags::Letters => flagged.push((*name, factors)),
            _ if survey.letters.leaves_size(survey.cells, survey.is_count) => scaled.push((*name, factors)),
            _ => {}
        }
    }
    for (key, noted) in [("io-flags", flagged), ("io-odd-factor", scaled)] {
        let count: usize = noted.iter().map(|(_, noted)| noted.count).sum();
        let mut first: Vec<(&str, &Seen)> =
            noted.iter().flat_map(|(name, noted)| noted.first.iter().map(|seen| (*name, seen))).collect();
        first.sort_by_key(|(_, seen)| seen.line);
        let Some((column, seen)) = first.first() else { continue };
        let mut lines: Vec<String> = first.iter().map(|(_, seen)| seen.line.to_string()).collect();
        lines.dedup();
        lines.truncate(LINES);
        let message = Message::new(key)
            .with("count", count)
            .with("cell", short(&seen.cell))
            .with("column", *column)
            .with("lines", lines.join(", "));
        report.warn(Some(seen.line), WarningKind::Ambiguous, message);
    }
}

/// Says that prices are written in parts of a whole, with the first cell and what it was read as.
pub(super) fn fractions(columns: &[(&str, Survey)], formats: &[Format], report: &mut Report) {
    let seen = |survey: &Survey| survey.ticks.fraction(survey.cells).map(|(_, seen)| seen.clone());
    let mut read_ones = columns.iter().zip(formats).filter(|((_, survey), _)| !survey.is_aside);
    let found = read_ones.find_map(|((name, survey), format)| {
        let (fraction, seen) = format.fraction.zip(seen(survey))?;
        let value = read(&western(&seen.cell), fraction)?;
        Some((*name, fraction, seen, value))
    });
    let Some((column, fraction, seen, value)) = found else { return };
    let key = match fraction {
        Fraction::ThirtySeconds(_) => "io-thirty-seconds",
        Fraction::Eighths => "io-eighths",
        Fraction::Common => "io-common-fractions",
    };
    let message = Message::new(key)
        .with("cell", short(&seen.cell))
        .with("column", column)
        .with("value", value.to_string());
    report.warn(Some(seen.line), WarningKind::Ambiguous, message);
}
