//! What was left out of a source or is in doubt, counted by what it means for a reader.
//!
//! Only lines that are missing from the series are counted as skipped; a doubt about a price and a
//! note about the file are told as what they are.

use std::collections::BTreeMap;

use crate::model::{Fact, Source, Warning, WarningKind};
use crate::text::{Arg, Words};

use super::speech;

/// Warnings that a hint reads out.
const READ_OUT: usize = 12;

/// How many remarks stand by themselves; the rest are one.
const MOST: usize = 3;

/// What warnings are counted as, in the order in which they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Remark {
    Unreadable,
    Cut,
    NoScores,
    Skipped,
    Date,
    Ragged,
    Duplicate,
    Table,
    Part,
    Column,
    Ambiguous,
    NoHeader,
    Doubt,
    NoPrice,
    Zero,
    Number,
    Inconsistent,
    Encoding,
    Mended,
    Twice,
    Unmatched,
    Mixed,
    Conflict,
}

impl Remark {
    /// What a warning is counted as; nothing for what a decision of the file already says.
    fn of(warning: &Warning) -> Option<Self> {
        // What was too much to show belongs to the sentence that it is more of.
        let more_of = warning.message.facts.iter().find_map(|(name, fact)| match fact {
            Fact::Text(text) if *name == "of" => Some(text.as_str()),
            Fact::Text(_) | Fact::Count(_) | Fact::Names(_) => None,
        });
        Some(match more_of.unwrap_or(warning.message.key) {
            "io-rows-numbered" => return None,
            "io-packed-cut" | "io-json-cut" | "io-yaml-cut" => Self::Cut,
            "io-models-without-scores" => Self::NoScores,
            "io-other-table" => Self::Table,
            "io-member-left" | "io-member-locked" | "io-member-unreadable" => Self::Part,
            "io-nested-column" => Self::Column,
            "io-no-header-assumed" => Self::NoHeader,
            "io-missed-split" | "io-slipped-decimal" => Self::Doubt,
            "io-rows-without-value" => Self::NoPrice,
            "io-zeros-missing" => Self::Zero,
            "io-torn-dates" | "io-other-delimiter" | "io-stray-quote" | "io-member-warnings" => Self::Mended,
            "io-duplicate-model" => Self::Twice,
            "io-models-unmatched" | "io-models-unmatched-before" | "io-models-none-shared" => Self::Unmatched,
            "io-mixed-column" => Self::Mixed,
            _ => match warning.kind {
                WarningKind::Date => Self::Date,
                WarningKind::Number => Self::Number,
                WarningKind::Ragged => Self::Ragged,
                WarningKind::Duplicate => Self::Duplicate,
                WarningKind::Inconsistent => Self::Inconsistent,
                WarningKind::Encoding => Self::Encoding,
                WarningKind::Ambiguous => Self::Ambiguous,
                WarningKind::Skipped => Self::Skipped,
                WarningKind::Unreadable => Self::Unreadable,
                WarningKind::Conflict => Self::Conflict,
            },
        })
    }

    fn key(self) -> &'static str {
        match self {
            Self::Unreadable => "app-strip-unreadable",
            Self::Cut => "app-strip-cut",
            Self::NoScores => "app-strip-no-scores",
            Self::Skipped => "app-strip-skipped",
            Self::Date => "app-strip-date",
            Self::Ragged => "app-strip-ragged",
            Self::Duplicate => "app-strip-duplicate",
            Self::Table => "app-strip-table",
            Self::Part => "app-strip-part",
            Self::Column => "app-strip-column",
            Self::Ambiguous => "app-strip-ambiguous",
            Self::NoHeader => "app-strip-no-header",
            Self::Doubt => "app-strip-doubt",
            Self::NoPrice => "app-strip-no-price",
            Self::Zero => "app-strip-zero",
            Self::Number => "app-strip-number",
            Self::Inconsistent => "app-strip-inconsistent",
            Self::Encoding => "app-strip-encoding",
            Self::Mended => "app-strip-mended",
            Self::Twice => "app-strip-twice",
            Self::Unmatched => "app-strip-unmatched",
            Self::Mixed => "app-strip-mixed-units",
            Self::Conflict => "app-strip-conflict",
        }
    }
}

/// The remarks about a source: in a few words, and the sentences behind them.
pub(super) fn remarks(words: &Words, source: &Source) -> Vec<(String, String)> {
    let mut found: BTreeMap<Remark, Vec<&Warning>> = BTreeMap::new();
    for warning in &source.warnings {
        if let Some(remark) = Remark::of(warning) {
            found.entry(remark).or_default().push(warning);
        }
    }
    let alone = if found.len() > MOST { MOST - 1 } else { MOST };
    let mut told: Vec<(String, String)> = Vec::new();
    let mut rest: Vec<String> = Vec::new();
    for (remark, warnings) in found {
        let count: u64 = warnings.iter().map(|warning| lines_of(warning)).sum();
        let text = words.say(remark.key(), &[("count", Arg::Count(count))]);
        if told.len() < alone {
            told.push((text, hint(words, &warnings)));
        } else {
            rest.push(text);
        }
    }
    if !rest.is_empty() {
        let text = words.say("app-strip-others", &[("count", Arg::Count(rest.len() as u64))]);
        told.push((text, rest.join("\n")));
    }
    told
}

fn hint(words: &Words, warnings: &[&Warning]) -> String {
    let read = warnings.iter().take(READ_OUT);
    let mut lines: Vec<String> = read.map(|warning| speech::warning_line(words, warning)).collect();
    if let Some(more) = warnings.len().checked_sub(READ_OUT + 1) {
        lines.push(words.say("app-strip-more", &[("count", Arg::Count(more as u64 + 1))]));
    }
    lines.join("\n")
}

/// How many lines a warning is about: as many as it counts, else one; times those of which the same
/// is said.
fn lines_of(warning: &Warning) -> u64 {
    let counts = warning.message.facts.iter().find_map(|(name, fact)| match fact {
        Fact::Count(count) if *name == "count" => Some(*count),
        Fact::Count(_) | Fact::Text(_) | Fact::Names(_) => None,
    });
    counts.unwrap_or(1).saturating_mul(warning.count())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Kind, Message, Outline, Overrides, SourceId};
    use std::sync::Arc;

    fn source(warnings: Vec<Warning>) -> Source {
        Source {
            id: SourceId(0),
            path: "NVDA.csv".into(),
            sample: false,
            kind: Kind::Prices,
            fingerprint: crate::model::Fingerprint::default(),
            rows: 209,
            assumptions: Vec::new(),
            warnings,
            overrides: Overrides::default(),
            outline: Arc::new(Outline::default()),
        }
    }

    fn told(warnings: &[(WarningKind, Message)]) -> Vec<String> {
        let warnings = warnings.iter().cloned();
        let warnings = warnings.map(|(kind, message)| Warning::new(Some(7), kind, message)).collect();
        remarks(&Words::english(), &source(warnings)).into_iter().map(|(text, _)| text).collect()
    }

    #[test]
    fn what_skipped_no_line_is_not_counted_as_skipped() {
        use WarningKind as Kind;
        let of = |key| Message::new(key);
        let cases = [
            (Kind::Skipped, of("io-skipped-footer"), "1 line skipped"),
            (Kind::Skipped, of("io-rows-without-value").with("count", 81_u64), "81 days without a price"),
            (Kind::Skipped, of("io-other-table"), "1 other table not read"),
            (Kind::Skipped, of("io-member-unreadable"), "1 part not read"),
            (Kind::Unreadable, of("io-member-left"), "1 part not read"),
            (Kind::Skipped, of("io-nested-column"), "1 column left out"),
            (Kind::Skipped, of("io-member-warnings").with("count", 4_u64), "4 lines repaired"),
            (Kind::Unreadable, of("io-packed-cut"), "breaks off"),
            (Kind::Inconsistent, of("io-missed-split"), "1 price in doubt"),
            (
                Kind::Inconsistent,
                of("io-inconsistent").with("count", 7_u64),
                "7 days with a high or low that cannot be",
            ),
            (Kind::Ambiguous, of("io-zeros-missing").with("count", 2_u64), "2 zeros taken for missing"),
            (Kind::Ambiguous, of("io-no-header-assumed"), "no column names"),
            (Kind::Ambiguous, of("io-duplicate-model"), "1 model listed twice"),
            (Kind::Ambiguous, of("io-models-unmatched").with("count", 7_u64), "7 models in one file alone"),
            (Kind::Ambiguous, of("io-mixed-column").with("count", 2_u64), "2 values in another unit"),
        ];
        for (kind, message, expected) in cases {
            assert_eq!(told(&[(kind, message)]), [expected]);
        }
        assert!(told(&[(Kind::Ambiguous, of("io-rows-numbered"))]).is_empty(), "its dates say so");
    }

    #[test]
    fn more_of_a_sentence_is_counted_with_it() {
        let more = Message::new("io-and-more").with("count", 62_u64).with("of", "io-duplicate-model");
        let twice = (WarningKind::Ambiguous, Message::new("io-duplicate-model"));
        let lone = (WarningKind::Ambiguous, Message::new("io-unknown-role"));
        assert_eq!(
            told(&[twice, lone, (WarningKind::Ambiguous, more)]),
            ["1 reading to check", "63 models listed twice"]
        );
    }

    #[test]
    fn few_remarks_stand_by_themselves() {
        let of = |kind, key| (kind, Message::new(key));
        let mut all = vec![
            of(WarningKind::Inconsistent, "io-missed-split"),
            of(WarningKind::Skipped, "io-skipped-footer"),
            of(WarningKind::Ambiguous, "io-zeros-missing"),
        ];
        assert_eq!(told(&all), ["1 line skipped", "1 price in doubt", "1 zero taken for missing"]);
        all.push(of(WarningKind::Skipped, "io-rows-without-value"));
        assert_eq!(told(&all), ["1 line skipped", "1 price in doubt", "2 more remarks"]);
    }

    #[test]
    fn every_remark_counts_in_full_and_reads_out_the_first() {
        let words = Words::english();
        for kind in [WarningKind::Skipped, WarningKind::Date, WarningKind::Ragged, WarningKind::Duplicate] {
            let warning = |count: u64| {
                let message = Message::new("io-and-more").with("count", count);
                Warning::new(None, kind, message)
            };
            let warnings = (0..20).map(|_| warning(1)).chain([warning(1300)]).collect();
            let told = remarks(&words, &source(warnings));
            let [(text, hint)] = told.as_slice() else { panic!("one remark of {kind:?}") };
            assert!(text.starts_with("1,320 "), "{text}");
            assert!(hint.ends_with("and 9 more"), "{hint}");
        }
    }
}
