//! Flags that decide how files are read, in place of what the files themselves say.
//!
//! Each value is checked here as far as that can be done without the file.

use clap::{Args, Command};

use crate::io;
use crate::model::{Decision, Overrides};
use crate::text::{Arg, Words};

/// The flags as they are typed.
#[derive(Args, Clone, Debug, Default, PartialEq)]
pub struct ReadFlags {
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    #[arg(long, value_name = "CHARACTER")]
    delimiter: Option<String>,
    #[arg(long, value_name = "LINE")]
    header_line: Option<String>,
    #[arg(long, value_name = "MARK")]
    decimal: Option<String>,
    #[arg(long, value_name = "FORMAT")]
    date_format: Option<String>,
    #[arg(long, value_name = "COLUMN")]
    close: Option<String>,
    #[arg(long, value_name = "MEASURE")]
    measure: Option<String>,
    #[arg(long, value_name = "SHEET")]
    sheet: Option<String>,
    #[arg(long, value_name = "SERIES")]
    name: Option<String>,
    #[arg(long, value_name = "SERIES=ROLE")]
    series_role: Vec<String>,
    #[arg(long, value_name = "SERIES=CURRENCY")]
    series_currency: Vec<String>,
    #[arg(long, value_name = "models")]
    content: Option<String>,
    #[arg(long, value_name = "COLUMN=ROLE")]
    role: Vec<String>,
    #[arg(long, value_name = "COLUMN=UNIT")]
    unit: Vec<String>,
    #[arg(long, value_name = "RATIO")]
    blend: Option<String>,
}

/// Every flag with the key of its help text.
const HELP: [(&str, &str); 15] = [
    ("encoding", "cli-read-encoding"),
    ("delimiter", "cli-read-delimiter"),
    ("header_line", "cli-read-header-line"),
    ("decimal", "cli-read-decimal"),
    ("date_format", "cli-read-date-format"),
    ("close", "cli-read-close"),
    ("measure", "cli-read-measure"),
    ("sheet", "cli-read-sheet"),
    ("name", "cli-read-name"),
    ("series_role", "cli-read-series-role"),
    ("series_currency", "cli-read-series-currency"),
    ("content", "cli-read-content"),
    ("role", "cli-read-role"),
    ("unit", "cli-read-unit"),
    ("blend", "cli-read-blend"),
];

/// Date formats that have a name.
const DATE_FORMATS: [&str; 25] = [
    "YMD",
    "MDY",
    "DMY",
    "epoch_s",
    "epoch_ms",
    "epoch_us",
    "epoch_ns",
    "excel",
    "ym",
    "quarter",
    "year",
    "yymmdd",
    "roc",
    "week",
    "swapped",
    "excel_1904",
    "stata",
    "unix_days",
    "matlab",
    "ordinal",
    "julian",
    "stata_m",
    "stata_q",
    "buddhist",
    "persian",
];

/// Names of characters that divide cells, with the value that import knows.
const DELIMITERS: [(&str, &str); 6] =
    [("tab", "tab"), ("comma", ","), ("semicolon", ";"), ("space", "space"), ("pipe", "|"), ("bar", "|")];

/// Says what each flag is for, under a heading of their own.
pub(super) fn described(command: Command, words: &Words) -> Command {
    // The parser keeps headings for as long as the program runs.
    let heading: &'static str = words.text("cli-read-heading").leak();
    HELP.iter().fold(command, |command, (flag, key)| {
        let help = words.text(key);
        command.mut_arg(*flag, |arg| arg.help(help).help_heading(heading))
    })
}

impl ReadFlags {
    /// What the flags decide.
    ///
    /// # Errors
    /// The sentence about the first value that cannot be meant.
    pub fn overrides(&self, words: &Words) -> Result<Overrides, String> {
        let mut overrides = Overrides::default();
        let flags: [(Decision, &Option<String>, Meaning, &str); 11] = [
            (Decision::Sheet, &self.sheet, named, "cli-wrong-empty"),
            (Decision::Encoding, &self.encoding, encoding, "cli-wrong-encoding"),
            (Decision::Delimiter, &self.delimiter, delimiter, "cli-wrong-delimiter"),
            (Decision::HeaderLine, &self.header_line, header_line, "cli-wrong-header-line"),
            (Decision::Decimal, &self.decimal, decimal, "cli-wrong-decimal"),
            (Decision::DateOrder, &self.date_format, date_format, "cli-wrong-date-format"),
            (Decision::CloseColumn, &self.close, named, "cli-wrong-empty"),
            (Decision::Measure, &self.measure, measure, "cli-wrong-measure"),
            (Decision::Name, &self.name, named, "cli-wrong-empty"),
            (Decision::Content, &self.content, content, "cli-wrong-content"),
            (Decision::Blend, &self.blend, blend, "cli-wrong-blend"),
        ];
        for (decision, given, meaning, wrong) in flags {
            let Some(given) = given else { continue };
            match meaning(given) {
                Some(value) => overrides.set(decision, Some(value)),
                None => return Err(words.say(wrong, &[("given", Arg::Text(given))])),
            }
        }
        let by_column: [ByColumn<'_>; 4] = [
            (Decision::SeriesRole, &self.series_role, io::is_series_role, "cli-wrong-series-role"),
            (Decision::SeriesCurrency, &self.series_currency, io::is_currency, "cli-wrong-series-currency"),
            (Decision::ColumnRole, &self.role, io::is_column_role, "cli-wrong-role"),
            (Decision::ColumnUnit, &self.unit, io::is_column_unit, "cli-wrong-unit"),
        ];
        for (decision, given, is_known, wrong) in by_column {
            for given in given {
                let found = given.rsplit_once('=').map(|(column, code)| (column.trim(), code.trim()));
                let Some((column, code)) =
                    found.filter(|(column, code)| !column.is_empty() && is_known(code))
                else {
                    return Err(words.say(wrong, &[("given", Arg::Text(given))]));
                };
                let value = overrides.with_column(decision, column, Some(code));
                overrides.set(decision, value);
            }
        }
        Ok(overrides)
    }
}

/// A decision by column, what was typed for it, which codes it has, and the sentence about others.
type ByColumn<'a> = (Decision, &'a [String], fn(&str) -> bool, &'static str);

/// The value that import knows for what was typed, `None` for what cannot be meant.
type Meaning = fn(&str) -> Option<String>;

fn named(text: &str) -> Option<String> {
    (!text.trim().is_empty()).then(|| text.trim().to_owned())
}

fn content(text: &str) -> Option<String> {
    text.trim().eq_ignore_ascii_case("models").then(|| "models".to_owned())
}

fn measure(text: &str) -> Option<String> {
    io::is_measure(text).then(|| text.trim().to_lowercase())
}

/// A ratio of input to output tokens: `3`, `3:1`.
fn blend(text: &str) -> Option<String> {
    io::blend_ratio(text).map(|_| text.trim().to_owned())
}

fn encoding(text: &str) -> Option<String> {
    io::encoding_name(text.trim()).map(str::to_owned)
}

fn delimiter(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let known = DELIMITERS.iter().find(|(name, _)| *name == lower).map(|(_, value)| (*value).to_owned());
    known.or_else(|| match text {
        "\t" | "\\t" => Some("tab".to_owned()),
        " " => Some("space".to_owned()),
        _ => {
            let mut characters = text.chars();
            let mark = characters.next().filter(|c| !c.is_alphanumeric() && !"\"'.-+\n\r".contains(*c))?;
            characters.next().is_none().then(|| mark.to_string())
        }
    })
}

fn header_line(text: &str) -> Option<String> {
    if text.eq_ignore_ascii_case("none") {
        return Some("none".to_owned());
    }
    text.trim().parse::<u64>().ok().filter(|line| *line > 0).map(|line| line.to_string())
}

fn decimal(text: &str) -> Option<String> {
    match text.to_ascii_lowercase().as_str() {
        "," | "comma" => Some(",".to_owned()),
        "." | "point" => Some(".".to_owned()),
        _ => None,
    }
}

/// A format by its name, or a pattern that names at least the year, such as `DD.MM.YYYY`.
fn date_format(text: &str) -> Option<String> {
    let text = text.trim();
    if let Some(name) = DATE_FORMATS.iter().find(|name| name.eq_ignore_ascii_case(text)) {
        return Some((*name).to_owned());
    }
    let letters = |c: char| !c.is_alphabetic() || "YMDHhmsSaTZ".contains(c);
    (text.contains('Y') && text.contains(['M', 'D']) && text.chars().all(letters)).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flags(set: impl FnOnce(&mut ReadFlags)) -> Result<Overrides, String> {
        let mut flags = ReadFlags::default();
        set(&mut flags);
        flags.overrides(&Words::english())
    }

    #[test]
    fn what_is_typed_becomes_what_import_knows() {
        let cases: [(Meaning, &str, Option<&str>); 34] = [
            (encoding, "cp1256", Some("windows-1256")),
            (encoding, "UTF-16le", Some("UTF-16LE")),
            (encoding, "shift-jis", Some("Shift-JIS")),
            (encoding, "klingon", None),
            (delimiter, "TAB", Some("tab")),
            (delimiter, "\\t", Some("tab")),
            (delimiter, "comma", Some(",")),
            (delimiter, ";", Some(";")),
            (delimiter, "space", Some("space")),
            (delimiter, "pipe", Some("|")),
            (delimiter, "^", Some("^")),
            (delimiter, ";;", None),
            (delimiter, "x", None),
            (delimiter, ".", None),
            (delimiter, "", None),
            (header_line, "3", Some("3")),
            (header_line, "None", Some("none")),
            (header_line, "0", None),
            (header_line, "first", None),
            (decimal, "comma", Some(",")),
            (decimal, ".", Some(".")),
            (decimal, "'", None),
            (date_format, "dmy", Some("DMY")),
            (date_format, "EPOCH_MS", Some("epoch_ms")),
            (date_format, "DD.MM.YYYY", Some("DD.MM.YYYY")),
            (date_format, "YYYY-MM-DD HH:mm:ss", Some("YYYY-MM-DD HH:mm:ss")),
            (date_format, "day first", None),
            (date_format, "DM", None),
            (date_format, "", None),
            (named, "Last", Some("Last")),
            (named, " 4 ", Some("4")),
            (named, "年", Some("年")),
            (named, " ", None),
            (named, "", None),
        ];
        for (meaning, typed, value) in cases {
            assert_eq!(meaning(typed).as_deref(), value, "{typed}");
        }
    }

    #[test]
    fn every_flag_decides_one_thing_and_is_explained() {
        let words = Words::english();
        let all = ReadFlags {
            encoding: Some("utf-8".to_owned()),
            delimiter: Some(";".to_owned()),
            header_line: Some("2".to_owned()),
            decimal: Some("comma".to_owned()),
            date_format: Some("DMY".to_owned()),
            close: Some("Last".to_owned()),
            measure: Some("Returns".to_owned()),
            sheet: Some("Prices".to_owned()),
            name: Some("NVDA".to_owned()),
            series_role: vec!["NQ=F=future".to_owned()],
            series_currency: vec!["ASML = EUR".to_owned()],
            content: Some("Models".to_owned()),
            role: vec!["GPQA = score".to_owned(), "my cost=cost_run".to_owned()],
            unit: vec!["a=b=percent".to_owned()],
            blend: Some("3:1".to_owned()),
        };
        let overrides = all.overrides(&words).unwrap();
        assert_eq!(overrides.iter().map(|(decision, _)| decision).collect::<Vec<_>>(), Decision::ALL);
        let roles: Vec<_> = overrides.columns(Decision::ColumnRole).collect();
        assert_eq!(roles, [("GPQA", "score"), ("my cost", "cost_run")]);
        assert_eq!(overrides.columns(Decision::ColumnUnit).collect::<Vec<_>>(), [("a=b", "percent")]);
        assert_eq!(overrides.get_for(Decision::SeriesRole, "nq=f"), Some("future"));
        assert_eq!(overrides.get_for(Decision::SeriesCurrency, "ASML"), Some("EUR"));
        assert!(ReadFlags::default().overrides(&words).unwrap().is_empty());
        for (flag, key) in HELP {
            assert_ne!(words.text(key), key, "{flag}");
        }
    }

    #[test]
    fn a_wrong_value_is_named_with_what_is_right() {
        let wrong = [
            flags(|flags| flags.encoding = Some("klingon".to_owned())),
            flags(|flags| flags.delimiter = Some("klingon".to_owned())),
            flags(|flags| flags.header_line = Some("klingon".to_owned())),
            flags(|flags| flags.decimal = Some("klingon".to_owned())),
            flags(|flags| flags.date_format = Some("klingon".to_owned())),
        ];
        for told in wrong {
            let told = told.unwrap_err();
            assert!(told.contains("klingon") && told.contains(". "), "{told}");
        }
        for told in [
            flags(|flags| flags.series_role = vec!["NDX=klingon".to_owned()]),
            flags(|flags| flags.series_currency = vec!["NDX=klingon".to_owned()]),
        ] {
            assert!(told.unwrap_err().contains("klingon"));
        }
        assert!(flags(|flags| flags.sheet = Some(String::new())).is_err());
    }
}
