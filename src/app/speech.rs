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
    let line = |assumption: &Assumption| {
        let key = if assumption.certain { "app-assumption-certain" } else { "app-assumption-open" };
        decided(words, key, assumption)
    };
    source.assumptions.iter().map(line).collect()
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
    let name = assumption_name(words, assumption.key);
    let evidence = say(words, &assumption.evidence);
    let facts = [
        ("name", Arg::Text(name.as_str())),
        ("value", Arg::Text(&assumption.value)),
        ("evidence", Arg::Text(&evidence)),
    ];
    words.say(key, &facts)
}

/// What an assumption is about; its own key where there is no word for it.
fn assumption_name(words: &Words, key: &str) -> String {
    words.text(match key {
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
        other => return other.replace('_', " "),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::sample_app;

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
