//! From what the layers below report to words: messages, and what import says of a source.

use crate::model::{Assumption, Fact, Kind, Message, Source};
use crate::text::{Arg, Words};

/// The sentence in the language of `words`.
#[must_use]
pub fn say(words: &Words, message: &Message) -> String {
    let args: Vec<(&str, Arg<'_>)> = message
        .facts
        .iter()
        .map(|(name, fact)| {
            let arg = match fact {
                Fact::Text(text) => Arg::Text(text),
                Fact::Count(count) => Arg::Count(*count),
            };
            (*name, arg)
        })
        .collect();
    words.say(message.key, &args)
}

/// What a source holds and the decisions that shape its numbers, in one line:
/// `209 rows · dates YMD · decimal ,`. Decisions that the file leaves open are marked.
#[must_use]
pub fn source_line(words: &Words, source: &Source) -> String {
    let rows = u64::try_from(source.rows).unwrap_or(u64::MAX);
    let mut parts = vec![words.say(rows_key(source.kind), &[("rows", Arg::Count(rows))])];
    for assumption in &source.assumptions {
        let telling = match assumption.key {
            "date_order" | "close_column" | "order" => true,
            "decimal" => assumption.value != ".",
            _ => !assumption.certain,
        };
        if telling {
            let key = if assumption.certain { "app-source-decided" } else { "app-source-assumed" };
            parts.push(decided(words, key, assumption));
        }
    }
    parts.join(" · ")
}

/// Everything import decided about a source, a line each, with what decided it.
#[must_use]
pub fn assumption_lines(words: &Words, source: &Source) -> Vec<String> {
    source.assumptions.iter().map(|assumption| assumption_line(words, assumption)).collect()
}

/// One decision of import in words, with what decided it.
#[must_use]
pub fn assumption_line(words: &Words, assumption: &Assumption) -> String {
    let key = if assumption.certain { "app-assumption-certain" } else { "app-assumption-open" };
    decided(words, key, assumption)
}

/// The warnings of a source, a line each, with the line of the file.
#[must_use]
pub fn warning_lines(words: &Words, source: &Source) -> Vec<String> {
    let warnings = source.warnings.iter();
    warnings
        .map(|warning| {
            let text = say(words, &warning.message);
            match warning.line {
                Some(line) => {
                    let line = line.to_string();
                    words.say("app-warning-line", &[("line", Arg::Text(&line)), ("text", Arg::Text(&text))])
                }
                None => text,
            }
        })
        .collect()
}

/// Key of what a source of that kind holds.
fn rows_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Prices => "app-rows-prices",
        Kind::Models => "app-rows-models",
        Kind::Events => "app-rows-events",
        Kind::Shares => "app-rows-shares",
        Kind::Reported => "app-rows-reported",
        Kind::Series => "app-rows-series",
        Kind::Values => "app-rows-values",
        Kind::Unreadable => "app-rows-unreadable",
    }
}

fn decided(words: &Words, key: &str, assumption: &Assumption) -> String {
    let name = words.text(assumption_name(assumption.key));
    let value = assumption_value(words, assumption);
    let evidence = say(words, &assumption.evidence);
    let facts = [
        ("name", Arg::Text(name.as_str())),
        ("value", Arg::Text(&value)),
        ("evidence", Arg::Text(&evidence)),
    ];
    words.say(key, &facts)
}

/// Key of what an assumption is about.
fn assumption_name(key: &str) -> &'static str {
    match key {
        "encoding" => "app-assumption-encoding",
        "delimiter" => "app-assumption-delimiter",
        "header_line" => "app-assumption-header-line",
        "decimal" => "app-assumption-decimal",
        "thousands" => "app-assumption-thousands",
        "date_order" => "app-assumption-date-order",
        "date_column" => "app-assumption-date-column",
        "close_column" => "app-assumption-close-column",
        "shape" => "app-assumption-shape",
        "order" => "app-assumption-order",
        "preamble_lines" => "app-assumption-preamble-lines",
        "ignored_columns" => "app-assumption-ignored-columns",
        "label_column" => "app-assumption-label-column",
        "undisclosed_cost" => "app-assumption-undisclosed-cost",
        "score_units" => "app-assumption-score-units",
        _ => "app-assumption-other",
    }
}

/// What was decided, in words where import gives a code; marks, names and numbers stay as they are.
fn assumption_value(words: &Words, assumption: &Assumption) -> String {
    let value = assumption.value.as_str();
    if assumption.key == "score_units" {
        let units: Vec<String> = value.split("; ").map(|part| score_unit(words, part)).collect();
        return units.join(&words.text("app-value-separator"));
    }
    let key = match (assumption.key, value) {
        ("date_order", "epoch_s") => "app-value-epoch-seconds",
        ("date_order", "epoch_ms") => "app-value-epoch-milliseconds",
        ("order", "ascending") => "app-value-ascending",
        ("order", "descending") => "app-value-descending",
        ("order", "mixed") => "app-value-mixed",
        ("shape", "wide") => "app-value-wide",
        ("shape", "long") => "app-value-long",
        ("header_line" | "thousands", "none") => "app-value-none",
        ("thousands", " " | "\u{a0}" | "\u{202f}") => "app-value-space",
        ("delimiter", "tab") => "app-value-tab",
        ("undisclosed_cost", "zero") => "app-value-zero",
        ("undisclosed_cost", "empty") => "app-value-empty",
        ("undisclosed_cost", "zero_and_empty") => "app-value-zero-or-empty",
        _ => return value.to_owned(),
    };
    words.text(key)
}

/// "MMLU from 0 to 100": a score column with its unit, which stands behind the last `=`.
fn score_unit(words: &Words, part: &str) -> String {
    let Some((column, unit)) = part.rsplit_once('=') else { return part.to_owned() };
    let key = match unit {
        "fraction" => "app-value-fraction",
        "percent" => "app-value-percent",
        "elo" => "app-value-elo",
        "minutes" => "app-value-minutes",
        "unknown" => "app-value-unknown",
        _ => return part.to_owned(),
    };
    words.say(key, &[("column", Arg::Text(column))])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::sample_app;
    use crate::tests::sources;

    fn assumption(key: &'static str, value: &str) -> Assumption {
        let evidence = Message::new("io-evidence-utf8");
        Assumption { key, value: value.to_owned(), evidence, certain: true }
    }

    #[test]
    fn every_decision_of_import_has_a_name() {
        let words = Words::english();
        let mut names = std::collections::BTreeSet::new();
        for file in sources::all().iter().filter(|file| file.layer() == "io" && !file.is_test()) {
            let code = file.code.join("\n");
            for call in ["assume(", "tell_column("] {
                let given = code.split(call).skip(1).filter_map(|rest| rest.trim_start().strip_prefix('"'));
                for key in given.filter_map(|rest| rest.split('"').next()) {
                    let name = assumption_name(key);
                    assert_ne!(name, "app-assumption-other", "{key} of {} has no name", file.path);
                    assert_ne!(words.text(name), name);
                    names.insert(name);
                }
            }
        }
        assert!(names.len() > 10, "the calls were not found");
        assert_eq!(assumption_name("date_order"), "app-assumption-date-order");
    }

    #[test]
    fn codes_are_told_in_words_and_names_as_they_are() {
        let words = Words::english();
        let cases = [
            ("order", "descending", "newest first"),
            ("order", "ascending", "oldest first"),
            ("order", "mixed", "mixed"),
            ("shape", "wide", "a column for each series"),
            ("shape", "long", "a column of series names"),
            ("header_line", "none", "none"),
            ("header_line", "3", "3"),
            ("thousands", "none", "none"),
            ("thousands", "\u{a0}", "space"),
            ("thousands", ",", ","),
            ("delimiter", "tab", "tab"),
            ("delimiter", ";", ";"),
            ("undisclosed_cost", "zero_and_empty", "zero or empty"),
            ("date_order", "YMD", "YMD"),
            ("date_order", "epoch_ms", "milliseconds since 1970"),
            ("score_units", "a_b=percent; c d=elo; e", "a_b from 0 to 100, c d in Elo points, e"),
            // A column may be called as a code is.
            ("close_column", "mixed", "mixed"),
            ("ignored_columns", "long, wide", "long, wide"),
            ("label_column", "none", "none"),
        ];
        for (key, value, told) in cases {
            assert_eq!(assumption_value(&words, &assumption(key, value)), told, "{key} {value}");
        }
        let line = assumption_line(&words, &assumption("date_order", "YMD"));
        assert_eq!(line, "date order YMD: Every byte of the file is valid UTF-8.");
    }

    #[test]
    fn every_source_of_the_sample_is_told_in_words() {
        let app = sample_app();
        let words = app.words();
        assert!(!app.data().sources.is_empty());
        for source in &app.data().sources {
            let mut lines = vec![source_line(words, source)];
            lines.extend(assumption_lines(words, source));
            lines.extend(warning_lines(words, source));
            for line in lines {
                assert!(!line.is_empty() && !line.contains('{'), "{line}");
                assert!(!line.contains("app-") && !line.contains("io-"), "{line}");
            }
        }
    }
}
