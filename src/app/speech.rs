//! From what the layers below report to words: messages, and what import says of a source.

use crate::model::{Assumption, Decision, Fact, Kind, Message, Source, Warning};
use crate::text::{Arg, Words};

use super::languages::language;

/// How many names of a list a sentence shows.
const MOST_NAMES: usize = 12;

/// The sentence in the language of `words`; of a long list it shows the first names.
#[must_use]
pub fn say(words: &Words, message: &Message) -> String {
    say_up_to(words, message, MOST_NAMES)
}

fn say_up_to(words: &Words, message: &Message, most: usize) -> String {
    let codes: Vec<Option<String>> = message
        .facts
        .iter()
        .map(|(name, fact)| match fact {
            Fact::Text(text) => code_in(message.key, name).map(|key| value(words, key, text)),
            Fact::Names(names) => Some(listed(names, most)),
            Fact::Count(_) => None,
        })
        .collect();
    let facts = message.facts.iter().zip(&codes);
    let args: Vec<(&str, Arg<'_>)> = facts
        .map(|((name, fact), code)| {
            let arg = match (fact, code) {
                (_, Some(code)) => Arg::Text(code),
                (Fact::Text(text), None) => Arg::Text(text),
                (Fact::Count(count), None) => Arg::Count(*count),
                (Fact::Names(_), None) => Arg::Text(""),
            };
            (*name, arg)
        })
        .collect();
    words.say(message.key, &args)
}

/// The first names of several, and a sign where there are more.
pub(super) fn listed<T: AsRef<str>>(names: &[T], most: usize) -> String {
    let mut first: Vec<&str> = names.iter().take(most).map(AsRef::as_ref).collect();
    first.extend((names.len() > most).then_some("…"));
    first.join(", ")
}

/// Key of the assumption whose code a fact of a sentence is, `None` where it stands for itself.
fn code_in(message: &str, fact: &str) -> Option<&'static str> {
    match (message, fact) {
        (
            "io-open-date-order"
            | "io-evidence-order"
            | "io-evidence-gaps"
            | "io-evidence-weekdays"
            | "io-counted-days"
            | "io-odd-days",
            "order" | "other",
        ) => Some("date_order"),
        _ => None,
    }
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
    source.warnings.iter().map(|warning| warning_line(words, warning)).collect()
}

/// One warning in words: what is said of its first line, and of how many others.
#[must_use]
pub fn warning_text(words: &Words, warning: &Warning) -> String {
    with_others(words, warning, say(words, &warning.message))
}

/// One warning in words, with the line of the file.
#[must_use]
pub fn warning_line(words: &Words, warning: &Warning) -> String {
    with_line(words, warning, say(words, &warning.message))
}

/// As [`warning_line`], with every name of a long list.
#[must_use]
pub fn whole_warning_line(words: &Words, warning: &Warning) -> String {
    with_line(words, warning, say_up_to(words, &warning.message, usize::MAX))
}

fn with_others(words: &Words, warning: &Warning, text: String) -> String {
    let lines: Vec<String> = warning.lines().iter().map(u64::to_string).collect();
    if warning.count() < 2 {
        return text;
    }
    let named =
        if warning.count() > lines.len() as u64 { "app-warning-alike-more" } else { "app-warning-alike" };
    let facts = [
        ("text", Arg::Text(text.as_str())),
        ("count", Arg::Count(warning.count())),
        ("lines", Arg::Text(&lines.join(", "))),
    ];
    words.say(named, &facts)
}

fn with_line(words: &Words, warning: &Warning, text: String) -> String {
    let text = with_others(words, warning, text);
    let Some(line) = warning.line else { return text };
    words.say("app-warning-line", &[("line", Arg::Text(&line.to_string())), ("text", Arg::Text(&text))])
}

/// Key of what a decision is about.
#[must_use]
pub fn decision_name(decision: Decision) -> &'static str {
    assumption_name(decision.key())
}

/// What a source of that kind with that many records holds: "209 rows", "41 models".
pub(super) fn rows(words: &Words, kind: Kind, rows: usize) -> String {
    let key = match kind {
        Kind::Prices => "app-rows-prices",
        Kind::Models => "app-rows-models",
        Kind::Events => "app-rows-events",
        Kind::Shares => "app-rows-shares",
        Kind::Reported => "app-rows-reported",
        Kind::Series => "app-rows-series",
        Kind::Values => "app-rows-values",
        Kind::MarketValues => "app-rows-market-values",
        Kind::Unreadable => "app-rows-unreadable",
    };
    words.say(key, &[("rows", Arg::Count(u64::try_from(rows).unwrap_or(u64::MAX)))])
}

fn decided(words: &Words, key: &str, assumption: &Assumption) -> String {
    let name = words.text(assumption_name(assumption.key));
    let name = match &assumption.column {
        Some(column) => words
            .say("app-assumption-of-column", &[("name", Arg::Text(&name)), ("column", Arg::Text(column))]),
        None => name,
    };
    let value = value(words, assumption.key, &assumption.value);
    let evidence = say(words, &assumption.evidence);
    let facts = [
        ("name", Arg::Text(name.as_str())),
        ("value", Arg::Text(&value)),
        ("evidence", Arg::Text(&evidence)),
    ];
    words.say(key, &facts)
}

/// Key of what an assumption is about.
pub(super) fn assumption_name(key: &str) -> &'static str {
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
        "vendor" => "app-assumption-vendor",
        "language" => "app-assumption-language",
        "sheet" => "app-assumption-sheet",
        "zone" => "app-assumption-zone",
        "measure" => "app-assumption-measure",
        "week" => "app-assumption-week",
        "step" => "app-assumption-step",
        "quote" => "app-assumption-quote",
        "header_rows" => "app-assumption-header-rows",
        "name" => "app-assumption-name",
        "content" => "app-assumption-content",
        "column_role" => "app-assumption-column-role",
        "column_unit" => "app-assumption-column-unit",
        "blend" => "app-assumption-blend",
        "role" => "app-assumption-role",
        "currency" => "app-assumption-currency",
        "table" => "app-assumption-table",
        "footer_lines" => "app-assumption-footer-lines",
        "close_time" => "app-assumption-close-time",
        "members" => "app-assumption-members",
        _ => "app-assumption-other",
    }
}

/// A value of a decision, in words where import gives a code; names, patterns and numbers stay as
/// they are.
#[must_use]
pub fn value(words: &Words, key: &str, value: &str) -> String {
    let each = |of: fn(&Words, &str) -> String| {
        let parts: Vec<String> =
            value.lines().flat_map(|line| line.split("; ")).map(|part| of(words, part)).collect();
        parts.join(&words.text("app-value-separator"))
    };
    match key {
        "score_units" => each(score_unit),
        "role" => each(role),
        "language" => language(words, value),
        "column_role" | "column_unit" | "currency" if value.contains('=') => {
            let divided =
                |line| if key == "currency" { str::split(line, "; ").collect() } else { vec![line] };
            let lines = value.lines().flat_map(divided);
            let parts: Vec<String> = lines.map(|line| of_column(words, key, line)).collect();
            parts.join(&words.text("app-value-separator"))
        }
        "column_role" => words.text(role_key(value)),
        "column_unit" => words.text(unit_key(value)),
        "blend" => words.say("app-value-blend", &[("ratio", Arg::Text(value))]),
        _ => code_key(key, value).map_or_else(|| value.to_owned(), |key| words.text(key)),
    }
}

/// Key of what a code of import means, `None` for a value that stands for itself.
fn code_key(key: &str, value: &str) -> Option<&'static str> {
    match key {
        "date_order" => date_key(value),
        "delimiter" | "quote" | "decimal" | "thousands" => mark_key(key, value),
        "order" => match value {
            "ascending" => Some("app-value-ascending"),
            "descending" => Some("app-value-descending"),
            "mixed" => Some("app-value-mixed"),
            _ => None,
        },
        "shape" => match value {
            "wide" => Some("app-value-wide"),
            "long" => Some("app-value-long"),
            "matrix" => Some("app-value-matrix"),
            "panel" => Some("app-value-panel"),
            "transposed" => Some("app-value-transposed"),
            "beside" => Some("app-value-beside"),
            "no_dates" | "index" => Some("app-value-no-dates"),
            _ => None,
        },
        "week" => match value {
            "mon-fri" => Some("app-value-monday-friday"),
            "sun-thu" => Some("app-value-sunday-thursday"),
            "daily" => Some("app-value-daily"),
            "other" => Some("app-value-other-days"),
            _ => None,
        },
        "measure" => match value {
            "prices" => Some("app-value-prices"),
            "returns" => Some("app-value-returns"),
            "returns_percent" => Some("app-value-returns-percent"),
            "log_returns" => Some("app-value-log-returns"),
            "log_returns_percent" => Some("app-value-log-returns-percent"),
            _ => None,
        },
        "step" => match value {
            "intraday" => Some("app-value-intraday"),
            "weekly" => Some("app-value-weekly"),
            "monthly" => Some("app-value-monthly"),
            "quarterly" => Some("app-value-quarterly"),
            "half-yearly" => Some("app-value-half-yearly"),
            "yearly" => Some("app-value-yearly"),
            _ => None,
        },
        "header_line" => (value == "none").then_some("app-value-none"),
        "currency" => value.is_empty().then_some("app-value-none"),
        "undisclosed_cost" => match value {
            "zero" => Some("app-value-zero"),
            "empty" => Some("app-value-empty"),
            "zero_and_empty" => Some("app-value-zero-or-empty"),
            _ => None,
        },
        _ => None,
    }
}

fn date_key(value: &str) -> Option<&'static str> {
    Some(match value {
        "YMD" => "app-value-ymd",
        "MDY" => "app-value-mdy",
        "DMY" => "app-value-dmy",
        "epoch_s" => "app-value-epoch-seconds",
        "epoch_ms" => "app-value-epoch-milliseconds",
        "epoch_us" => "app-value-epoch-microseconds",
        "epoch_ns" => "app-value-epoch-nanoseconds",
        "excel" => "app-value-excel",
        "ym" => "app-value-months",
        "quarter" => "app-value-quarters",
        "year" => "app-value-years",
        "yymmdd" => "app-value-yymmdd",
        "roc" => "app-value-roc",
        "week" => "app-value-weeks",
        "swapped" => "app-value-swapped",
        "excel_1904" => "app-value-excel-1904",
        "stata" => "app-value-stata-days",
        "unix_days" => "app-value-unix-days",
        "matlab" => "app-value-matlab",
        "ordinal" => "app-value-ordinal",
        "julian" => "app-value-julian",
        "stata_m" => "app-value-stata-months",
        "stata_q" => "app-value-stata-quarters",
        "buddhist" => "app-value-buddhist",
        "persian" => "app-value-persian",
        "index" => "app-value-row-numbers",
        _ => return None,
    })
}

fn mark_key(key: &str, value: &str) -> Option<&'static str> {
    Some(match value {
        "none" => "app-value-none",
        " " | "\u{a0}" | "\u{202f}" | "space" => "app-value-space",
        "tab" | "\t" => "app-value-tab",
        "," => "app-value-comma",
        "." => "app-value-point",
        ";" => "app-value-semicolon",
        "|" => "app-value-bar",
        "\"" => "app-value-double-quote",
        "'" | "’" if key == "thousands" => "app-value-apostrophe",
        "'" => "app-value-single-quote",
        _ => return None,
    })
}

/// "GPQA: score": a column with what was decided about it, which stands behind the last `=`.
fn of_column(words: &Words, key: &str, line: &str) -> String {
    let Some((column, code)) = line.rsplit_once('=') else { return line.to_owned() };
    let spoken = value(words, key, code);
    words.say("app-value-of-column", &[("column", Arg::Text(column)), ("value", Arg::Text(&spoken))])
}

/// Key of what a role of a column is called.
fn role_key(code: &str) -> &'static str {
    match code {
        "label" => "app-value-role-label",
        "organization" => "app-value-role-organization",
        "country" => "app-value-role-country",
        "date" => "app-value-role-date",
        "cost_training" => "app-value-role-training",
        "cost_api_input" => "app-value-role-input",
        "cost_api_output" => "app-value-role-output",
        "cost_blended" => "app-value-role-blended",
        "cost_run" => "app-value-role-run",
        "score" => "app-value-role-score",
        "error" => "app-value-role-error",
        "size" => "app-value-role-size",
        "certainty" => "app-value-role-certainty",
        "accessibility" => "app-value-role-accessibility",
        _ => "app-value-role-other",
    }
}

/// Key of what a unit of a column is called.
fn unit_key(code: &str) -> &'static str {
    match code {
        "fraction" => "app-value-unit-fraction",
        "percent" => "app-value-unit-percent",
        "elo" => "app-value-unit-elo",
        "minutes" => "app-value-unit-minutes",
        "hours" => "app-value-unit-hours",
        "usd" => "app-value-unit-usd",
        "usd_cents" => "app-value-unit-cents",
        "usd_cents_per_mtok" => "app-value-unit-cents-mtok",
        "usd_per_case" => "app-value-unit-case",
        "usd_millions" => "app-value-unit-millions",
        "usd_billions" => "app-value-unit-billions",
        "usd_per_mtok" => "app-value-unit-mtok",
        "usd_per_ktok" => "app-value-unit-ktok",
        "usd_per_token" => "app-value-unit-token",
        _ => "app-value-unit-none",
    }
}

/// "NDX is an index": a series with its role, which stands behind the last `=`, or a role alone.
fn role(words: &Words, part: &str) -> String {
    let (series, role) = part.rsplit_once('=').map_or((None, part), |(series, role)| (Some(series), role));
    let key = match role {
        "index" => "app-value-index",
        "future" => "app-value-future",
        "stock" => "app-value-stock",
        _ => return part.to_owned(),
    };
    let role = words.text(key);
    match series {
        Some(series) => {
            words.say("app-value-role", &[("series", Arg::Text(series)), ("role", Arg::Text(&role))])
        }
        None => role,
    }
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
        Assumption {
            key,
            column: None,
            value: value.to_owned(),
            evidence,
            certain: true,
            choices: Vec::new(),
        }
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
    fn every_decision_that_can_be_overruled_has_a_name_of_its_own() {
        let names: std::collections::BTreeSet<&str> = Decision::ALL.into_iter().map(decision_name).collect();
        assert_eq!(names.len(), Decision::ALL.len());
        assert!(!names.contains("app-assumption-other"));
        let more = ["vendor", "language", "zone", "week", "quote", "header_rows", "role", "currency"];
        for key in more.into_iter().chain(["table", "footer_lines", "close_time"]) {
            assert_ne!(assumption_name(key), "app-assumption-other", "{key}");
        }
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
            ("thousands", ",", "comma"),
            ("thousands", "’", "apostrophe"),
            ("decimal", ".", "point"),
            ("decimal", "٫", "٫"),
            ("delimiter", "tab", "tab"),
            ("delimiter", ";", "semicolon"),
            ("delimiter", "|", "vertical bar"),
            ("delimiter", "^", "^"),
            ("quote", "\"", "double"),
            ("quote", "'", "single"),
            ("shape", "matrix", "months across"),
            ("shape", "no_dates", "no dates"),
            ("week", "sun-thu", "Sunday to Thursday"),
            ("step", "weekly", "a week"),
            ("step", "half-yearly", "half a year"),
            ("week", "mon-fri", "Monday to Friday"),
            ("week", "daily", "every day"),
            ("week", "other", "other days"),
            ("language", "ar", "Arabic"),
            ("language", "pt-BR", "Portuguese"),
            ("language", "tlh", "tlh"),
            ("role", "index", "index"),
            ("role", "NDX=index; A=B=stock", "NDX is an index, A=B is a stock"),
            ("role", "other", "other"),
            ("sheet", "none", "none"),
            ("currency", "EUR", "EUR"),
            ("currency", "", "none"),
            ("currency", "A=EUR\nB=USD", "A: EUR, B: USD"),
            ("currency", "A=EUR; B=USD", "A: EUR, B: USD"),
            ("role", "A=index\nNQ=F=future", "A is an index, NQ=F is a future"),
            ("undisclosed_cost", "zero_and_empty", "zero or empty"),
            ("date_order", "YMD", "Y-M-D (year first)"),
            ("date_order", "MDY", "M/D/Y (month first)"),
            ("date_order", "DMY", "D/M/Y (day first)"),
            ("date_order", "epoch_s", "seconds since 1970"),
            ("date_order", "epoch_ms", "milliseconds since 1970"),
            ("date_order", "epoch_us", "microseconds since 1970"),
            ("date_order", "epoch_ns", "nanoseconds since 1970"),
            ("date_order", "excel", "day numbers of a spreadsheet"),
            ("date_order", "ym", "year and month"),
            ("date_order", "quarter", "year and quarter"),
            ("date_order", "year", "years"),
            ("date_order", "yymmdd", "YYMMDD"),
            ("date_order", "roc", "years of the Republic of China"),
            ("date_order", "index", "row numbers"),
            ("date_order", "DD.MM.YYYY", "DD.MM.YYYY"),
            ("score_units", "a_b=percent; c d=elo; e", "a_b from 0 to 100, c d in Elo points, e"),
            ("column_role", "cost_run", "cost to run"),
            ("column_role", "A=b=score\nC=other", "A=b: score, C: not used"),
            ("column_unit", "usd_per_mtok", "dollars per million tokens"),
            ("column_unit", "none", "no known unit"),
            ("blend", "3", "3 input tokens to 1 output token"),
            // A column may be called as a code is.
            ("close_column", "mixed", "mixed"),
            ("ignored_columns", "long, wide", "long, wide"),
            ("label_column", "none", "none"),
        ];
        for (key, value, told) in cases {
            assert_eq!(super::value(&words, key, value), told, "{key} {value}");
        }
        let line = assumption_line(&words, &assumption("date_order", "YMD"));
        assert_eq!(line, "date order Y-M-D (year first): Every byte of the file is valid UTF-8.");
    }

    #[test]
    fn a_code_inside_a_sentence_is_told_in_words() {
        let words = Words::english();
        let open = Message::new("io-open-date-order")
            .with("cell", "03/04/2025")
            .with("order", "MDY")
            .with("other", "DMY");
        let told = "“03/04/2025” could be M/D/Y (month first) or D/M/Y (day first). It was read as \
                    M/D/Y (month first).";
        assert_eq!(say(&words, &open), told);
        for key in ["io-evidence-order", "io-evidence-gaps", "io-evidence-weekdays"] {
            let told = say(&words, &Message::new(key).with("order", "DMY"));
            assert!(told.contains("D/M/Y") && !told.contains("DMY"), "{told}");
        }
    }

    #[test]
    fn every_source_of_the_sample_is_told_in_words() {
        let app = sample_app();
        let words = app.words();
        assert!(!app.data().sources.is_empty());
        for source in &app.data().sources {
            let mut lines = assumption_lines(words, source);
            lines.push(crate::app::strip::line(words, source));
            lines.extend(warning_lines(words, source));
            for line in lines {
                assert!(!line.is_empty() && !line.contains('{'), "{line}");
                assert!(!line.contains("app-") && !line.contains("io-"), "{line}");
            }
        }
    }
}
