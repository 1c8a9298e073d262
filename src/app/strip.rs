//! How a source was read, in parts: the decisions that tell most, what it holds, what was left out.
//!
//! Each part knows the decision behind it, so that a view can offer the choice in its place.

use crate::io;
use crate::model::{Assumption, Decision, Source};
use crate::text::{Arg, Words};

use super::remarks::remarks;
use super::speech::{self, say};

/// Keys of assumptions in the order in which they are told; all others follow as they come.
const ORDER: [&str; 15] = [
    "vendor",
    "language",
    "sheet",
    "table",
    "encoding",
    "order",
    "date_order",
    "decimal",
    "close_column",
    "zone",
    "shape",
    "label_column",
    "column_role",
    "column_unit",
    "blend",
];
/// How many parts stand for single columns; what is beyond is a step away, in the preview.
const MOST_COLUMNS: usize = 6;

/// One part of how a source was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StripPart {
    /// In a few words: "dates D/M/Y".
    pub text: String,
    /// What decided it, or the lines that it counts; empty where there is nothing to say.
    pub hint: String,
    /// The decision that can be taken instead.
    pub decision: Option<Decision>,
    /// The column that it is about, where it is about one alone.
    pub column: Option<String>,
    /// Whether the file leaves it open.
    pub is_open: bool,
    /// Whether the user decided it.
    pub is_overruled: bool,
    /// Whether it counts lines that were left out or mended.
    pub is_remark: bool,
}

impl StripPart {
    fn plain(text: String, hint: String) -> Self {
        Self {
            text,
            hint,
            decision: None,
            column: None,
            is_open: false,
            is_overruled: false,
            is_remark: false,
        }
    }

    /// The text with a mark where the file leaves it open.
    #[must_use]
    pub fn marked(&self, words: &Words) -> String {
        if self.is_open {
            words.say("app-strip-open", &[("part", Arg::Text(&self.text))])
        } else {
            self.text.clone()
        }
    }
}

/// The telling parts of how a source was read: "Investing.com", "Arabic", "newest first", "dates
/// D/M/Y", "209 rows", "2 lines skipped".
#[must_use]
pub fn strip(words: &Words, source: &Source) -> Vec<StripPart> {
    let place = |key: &str| ORDER.iter().position(|known| *known == key).unwrap_or(ORDER.len());
    let mut told: Vec<&Assumption> = source.assumptions.iter().collect();
    told.sort_by_key(|assumption| place(assumption.key));
    told.retain(|assumption| is_telling(assumption) || is_overruled(source, assumption));
    let mut columns = 0;
    told.retain(|assumption| {
        columns += usize::from(assumption.column.is_some());
        assumption.column.is_none() || columns <= MOST_COLUMNS
    });
    let mut parts: Vec<StripPart> =
        told.into_iter().map(|assumption| decided(words, source, assumption)).collect();
    // What the user decided is told even where import has nothing to say of it.
    for (decision, value) in source.overrides.iter() {
        if source.assumption(decision.key()).is_none() {
            parts.push(StripPart {
                decision: Some(decision),
                is_overruled: true,
                ..StripPart::plain(
                    part_text(words, decision.key(), value),
                    words.text("app-strip-decided-alone"),
                )
            });
        }
    }
    if source.overrides.is_recalled() {
        let text = words.text("app-strip-recalled");
        parts.push(StripPart::plain(text, words.text("app-strip-recalled-hint")));
    }
    let rows = speech::rows(words, source.kind, source.rows);
    parts.push(StripPart::plain(rows, source.path.display().to_string()));
    let remarks = remarks(words, source).into_iter();
    parts.extend(remarks.map(|(text, hint)| StripPart { is_remark: true, ..StripPart::plain(text, hint) }));
    parts
}

/// The parts in one line.
#[must_use]
pub fn line(words: &Words, source: &Source) -> String {
    let parts: Vec<String> = strip(words, source).iter().map(|part| part.marked(words)).collect();
    parts.join(&words.text("app-strip-separator"))
}

/// Whether an assumption says something that a reader would not take for granted: whose file it
/// is, in which language and order, how its dates are read, and which of several closes is drawn;
/// all else only where it is open, and decides what is drawn. The rest is a step away, in the preview.
fn is_telling(assumption: &Assumption) -> bool {
    match assumption.key {
        "vendor" | "language" | "sheet" | "order" | "date_order" | "measure" => true,
        "close_column" => !assumption.certain || several_closes(assumption),
        "encoding" | "decimal" | "table" | "zone" | "label_column" | "column_role" | "column_unit"
        | "blend" => !assumption.certain,
        _ => false,
    }
}

/// Whether more than one column is called as a close is.
fn several_closes(close: &Assumption) -> bool {
    close.choices.iter().filter(|name| io::is_close_name(name)).nth(1).is_some()
}

fn is_overruled(source: &Source, assumption: &Assumption) -> bool {
    Decision::of_key(assumption.key).is_some_and(|decision| match &assumption.column {
        Some(column) => source.overrides.get_for(decision, column).is_some(),
        None => !decision.is_by_column() && source.overrides.get(decision).is_some(),
    })
}

fn decided(words: &Words, source: &Source, assumption: &Assumption) -> StripPart {
    let is_overruled = is_overruled(source, assumption);
    let is_open = !assumption.certain && !is_overruled;
    let evidence = say(words, &assumption.evidence);
    let key = match (is_overruled, is_open) {
        (true, _) => Some("app-strip-decided"),
        (false, true) => Some("app-strip-assumed"),
        (false, false) => None,
    };
    let hint = match key {
        Some(key) => words.say(key, &[("evidence", Arg::Text(&evidence))]),
        None => evidence,
    };
    let text = match &assumption.column {
        Some(column) => part_text(words, assumption.key, &format!("{column}={}", assumption.value)),
        None => part_text(words, assumption.key, &assumption.value),
    };
    let decision = Decision::of_key(assumption.key);
    let column = assumption.column.clone();
    StripPart { decision, column, is_open, is_overruled, ..StripPart::plain(text, hint) }
}

/// A decision in as few words as can be understood by themselves.
fn part_text(words: &Words, key: &'static str, value: &str) -> String {
    let spoken = speech::value(words, key, value);
    let with = |key: &str| words.say(key, &[("value", Arg::Text(&spoken))]);
    match (key, value) {
        ("order", "mixed") => words.text("app-strip-mixed"),
        (
            "vendor" | "language" | "encoding" | "order" | "shape" | "role" | "column_role" | "column_unit"
            | "measure",
            _,
        ) => spoken,
        ("sheet", _) => with("app-strip-sheet"),
        ("date_order", "YMD") => words.text("app-strip-dates-ymd"),
        ("date_order", "MDY") => words.text("app-strip-dates-mdy"),
        ("date_order", "DMY") => words.text("app-strip-dates-dmy"),
        ("date_order", "index") => words.text("app-strip-dates-none"),
        ("date_order", _) => with("app-strip-dates"),
        ("decimal", ",") => words.text("app-strip-decimal-comma"),
        ("decimal", ".") => words.text("app-strip-decimal-point"),
        ("close_column", _) => with("app-strip-close"),
        ("zone", _) => with("app-strip-zone"),
        ("name", _) => with("app-strip-name"),
        _ => {
            let name = words.text(speech::assumption_name(key));
            words.say("app-source-decided", &[("name", Arg::Text(&name)), ("value", Arg::Text(&spoken))])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Kind, Message, Outline, Overrides, SourceId, Warning, WarningKind};
    use std::sync::Arc;

    fn assumption(key: &'static str, value: &str, certain: bool) -> Assumption {
        let evidence = Message::new("io-evidence-utf8");
        Assumption { key, column: None, value: value.to_owned(), evidence, certain, choices: Vec::new() }
    }

    fn source(assumptions: Vec<Assumption>) -> Source {
        Source {
            id: SourceId(0),
            path: "NVDA.csv".into(),
            sample: false,
            kind: Kind::Prices,
            fingerprint: crate::model::Fingerprint::default(),
            rows: 209,
            assumptions,
            warnings: Vec::new(),
            overrides: Overrides::default(),
            outline: Arc::new(Outline::default()),
        }
    }

    #[test]
    fn the_telling_parts_stand_in_one_order() {
        let words = Words::english();
        let mut source = source(vec![
            assumption("encoding", "windows-1256", true),
            assumption("delimiter", ";", true),
            assumption("header_line", "1", true),
            assumption("decimal", ",", true),
            assumption("date_order", "DMY", true),
            assumption("close_column", "Last", false),
            assumption("order", "descending", true),
            assumption("zone", "Asia/Tokyo", true),
            assumption("language", "ar", true),
            assumption("vendor", "Investing.com", true),
            assumption("name", "NVDA", false),
            assumption("quote", "'", false),
        ]);
        let skipped = |line| {
            let message = Message::new("io-skipped-footer").with("cell", "Total");
            Warning::new(Some(line), WarningKind::Skipped, message)
        };
        source.warnings = vec![skipped(212), skipped(213)];
        let told = "Investing.com · Arabic · newest first · dates D/M/Y · close “Last”? · 209 rows · \
                    2 lines skipped";
        assert_eq!(line(&words, &source), told);
        let parts = strip(&words, &source);
        let last = parts.last().unwrap();
        assert!(last.is_remark && last.hint.contains("Line 212: ") && last.hint.contains("Line 213: "));
        let dates = parts.iter().find(|part| part.text == "dates D/M/Y").unwrap();
        assert_eq!(
            (dates.decision, dates.is_open, dates.is_overruled),
            (Some(Decision::DateOrder), false, false)
        );
        assert_eq!(dates.hint, "Every byte of the file is valid UTF-8.");
        assert!(parts.iter().any(|part| part.is_open && part.hint.starts_with("Not certain. ")));
    }

    #[test]
    fn what_everyone_expects_is_left_out() {
        let plain = source(vec![
            assumption("encoding", "UTF-8", true),
            assumption("delimiter", ",", true),
            assumption("decimal", ".", true),
            assumption("close_column", "Close", true),
            assumption("date_order", "YMD", true),
        ]);
        assert_eq!(line(&Words::english(), &plain), "dates Y-M-D · 209 rows");
    }

    #[test]
    fn a_close_is_offered_wherever_another_column_could_be_it() {
        let words = Words::english();
        let read = |header: &str| {
            let row = "1,".repeat(header.matches(',').count());
            let row = row.trim_end_matches(',');
            let text = format!("{header}\n2025-01-24,{row}\n2025-01-27,{row}\n");
            let (overrides, control) = (Overrides::default(), io::Control::unwatched());
            let read = io::read_bytes(std::path::Path::new("A.csv"), text.as_bytes(), &overrides, &control);
            Source::new(SourceId(0), &read.unwrap())
        };
        for (header, told) in [
            ("Date,Open,Close", None),
            ("Date,Open,High,Low,Close,Adj Close,Volume", None),
            ("Date,Last,Close", Some("close “Close”")),
            ("Date,Last,Settle", Some("close “Settle”")),
        ] {
            let source = read(header);
            let close = source.assumption("close_column").unwrap();
            assert!(close.choices.len() > 1 && close.choices.contains(&close.value), "{header}");
            let parts = strip(&words, &source);
            let part = parts.iter().find(|part| part.decision == Some(Decision::CloseColumn));
            assert_eq!(part.map(|part| part.text.as_str()), told, "{header}");
        }
    }

    #[test]
    fn each_value_is_told_in_a_few_words() {
        let words = Words::english();
        let cases = [
            ("date_order", "MDY", "dates M/D/Y"),
            ("date_order", "index", "no dates, rows counted"),
            ("date_order", "epoch_ms", "dates milliseconds since 1970"),
            ("date_order", "DD.MM.YYYY", "dates DD.MM.YYYY"),
            ("decimal", "٫", "decimal mark ٫"),
            ("sheet", "Prices", "from “Prices”"),
            ("shape", "wide", "a column for each series"),
            ("order", "mixed", "rows in mixed order"),
        ];
        for (key, value, told) in cases {
            assert_eq!(part_text(&words, key, value), told);
        }
    }

    #[test]
    fn open_columns_are_told_one_by_one_and_only_some_of_them() {
        let words = Words::english();
        let of = |key, column: &str, value: &str, certain| Assumption {
            column: Some(column.to_owned()),
            ..assumption(key, value, certain)
        };
        let mut source = source(vec![
            of("column_unit", "my test", "percent", false),
            of("column_role", "my test", "score", false),
            of("column_role", "GPQA", "score", true),
            assumption("blend", "3", false),
        ]);
        source.overrides.set(Decision::ColumnRole, Some("gpqa=score".to_owned()));
        let told = "my test: score? · GPQA: score · my test: per cent? · 3 input tokens to 1 output token? · 209 rows";
        assert_eq!(line(&words, &source).replace("blended price ", ""), told);
        let parts = strip(&words, &source);
        assert_eq!(parts[1].column.as_deref(), Some("GPQA"));
        assert!(parts[1].is_overruled && !parts[0].is_overruled);
        source.assumptions = (0..30).map(|at| of("column_role", &format!("c{at}"), "score", false)).collect();
        assert_eq!(strip(&words, &source).iter().filter(|part| part.column.is_some()).count(), MOST_COLUMNS);
    }

    #[test]
    fn what_the_user_decided_is_always_told() {
        let words = Words::english();
        let mut source = source(vec![assumption("date_order", "MDY", false)]);
        source.overrides.set(Decision::DateOrder, Some("MDY".to_owned()));
        source.overrides.set(Decision::Delimiter, Some(";".to_owned()));
        let parts = strip(&words, &source);
        let dates = parts.first().unwrap();
        assert!(dates.is_overruled && !dates.is_open, "what was decided is open no more");
        assert!(dates.hint.starts_with("You decided this. "));
        assert!(parts.iter().any(|part| part.text == "delimiter semicolon" && part.is_overruled));
        assert!(!line(&words, &source).contains("as last time"));
        source.overrides = source.overrides.recalled();
        assert!(line(&words, &source).contains("as last time"));
    }
}
