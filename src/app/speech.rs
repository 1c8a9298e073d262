//! From messages of the layers below, and from what import decided, to words.

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

/// The assumptions of a source in one line: what it is, how many rows, and whatever is not as
/// everywhere.
#[must_use]
pub fn source_line(words: &Words, source: &Source) -> String {
    let rows = u64::try_from(source.rows).unwrap_or(u64::MAX);
    let mut parts = vec![words.say(rows_key(source.kind), &[("rows", Arg::Count(rows))])];
    let wanted = ["date_order", "close_column", "decimal", "order"];
    for assumption in source.assumptions.iter().filter(|assumption| wanted.contains(&assumption.key)) {
        if assumption.key != "decimal" || assumption.value != "." {
            parts.push(plain(words, assumption));
        }
    }
    parts.join(" · ")
}

/// Every assumption of a source with its evidence, a line each.
#[must_use]
pub fn assumption_lines(words: &Words, source: &Source) -> Vec<String> {
    let line = |assumption: &Assumption| format!("{}: {}", plain(words, assumption), say(words, &assumption.evidence));
    source.assumptions.iter().map(line).collect()
}

/// Every warning of a source, with its line in the file.
#[must_use]
pub fn warning_lines(words: &Words, source: &Source) -> Vec<String> {
    let lines = source.warnings.iter().map(|warning| {
        let text = say(words, &warning.message);
        match warning.line {
            Some(line) => words.say("app-warning-line", &[("line", Arg::Count(line)), ("text", Arg::Text(&text))]),
            None => text,
        }
    });
    lines.collect()
}

/// An assumption by its name and value, with a question mark while another reading is possible.
fn plain(words: &Words, assumption: &Assumption) -> String {
    let key = assumption.key.replace('_', " ");
    let facts = [("name", Arg::Text(&key)), ("value", Arg::Text(&assumption.value))];
    words.say(if assumption.certain { "app-assumption" } else { "app-assumption-open" }, &facts)
}

fn rows_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Prices => "app-rows-prices",
        Kind::Models => "app-rows-models",
        Kind::Events => "app-rows-events",
        Kind::Shares => "app-rows-shares",
        Kind::Reported => "app-rows-reported",
        Kind::Series => "app-rows-series",
        Kind::Values | Kind::Unreadable => "app-rows-values",
    }
}
