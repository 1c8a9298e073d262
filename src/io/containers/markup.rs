//! Texts that are written in a language of their own: told apart, and decoded.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8};

/// A language that says by itself where its cells are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Language {
    Html,
    /// `SpreadsheetML`, which Excel 2003 and many exports since write.
    Sheets,
    /// Any other XML.
    Xml,
    Json,
    /// A list of records, an entry a dash.
    Yaml,
}

/// Bytes in which a language shows itself.
const HEAD: usize = 1 << 16;

/// The language of a text, `None` for one that is divided in some other way.
pub(super) fn language(bytes: &[u8]) -> Option<Language> {
    let blank = |byte: &u8| byte.is_ascii_whitespace() || [0xEF, 0xBB, 0xBF, 0xFF, 0xFE, 0].contains(byte);
    let first = bytes.iter().find(|byte| !blank(byte))?;
    if !b"<{[-#".contains(first) && !first.is_ascii_alphabetic() {
        return None;
    }
    let head = with_mark(bytes.get(..HEAD).unwrap_or(bytes));
    let head = head.trim_start();
    if !b"<{[".contains(first) {
        return is_records(head).then_some(Language::Yaml);
    }
    match first {
        b'<' => marked_up(&head.to_ascii_lowercase()),
        _ => is_json(head).then_some(Language::Json),
    }
}

fn marked_up(head: &str) -> Option<Language> {
    let holds = |words: &[&str]| words.iter().any(|word| head.contains(word));
    if holds(&["urn:schemas-microsoft-com:office:spreadsheet"]) && holds(&["<workbook", ":workbook"]) {
        Some(Language::Sheets)
    } else if holds(&["<!doctype html", "<html", "<head", "<body", "<table"]) {
        Some(Language::Html)
    } else if head.starts_with("<?xml") || head.starts_with("<!doctype") {
        Some(Language::Xml)
    } else {
        // Names of columns stand in angle brackets too.
        None
    }
}

/// Whether a text opens as JSON does; so do some texts that are none.
fn is_json(head: &str) -> bool {
    let Some(second) = head.get(1..).and_then(|rest| rest.trim_start().chars().next()) else { return false };
    if head.starts_with('{') {
        matches!(second, '"' | '}')
    } else {
        matches!(second, '{' | '[' | '"' | ']' | '-') || second.is_ascii_digit()
    }
}

/// Lines of keys with a value above the key of a list, at the most.
const MOST_KEYS: usize = 20;

/// Whether a text is a list of records: an entry "- key: value", and under it another key, set in
/// by two columns at least. The list may stand under a key of its own, behind others.
fn is_records(head: &str) -> bool {
    let is_aside = |line: &&str| {
        let line = line.trim();
        line.is_empty() || line.starts_with('#') || line == "---"
    };
    let mut lines = head.lines().filter(|line| !is_aside(line)).peekable();
    let is_key = |text: &str| {
        text.split_once(':').is_some_and(|(key, value)| {
            let is_plain = |c: char| c.is_alphanumeric() || "_-. \"'/%()$".contains(c);
            !key.is_empty() && key.chars().all(is_plain) && (value.is_empty() || value.starts_with(' '))
        })
    };
    for _ in 0..MOST_KEYS {
        if lines.next_if(|line| line.starts_with(char::is_alphabetic) && is_key(line)).is_none() {
            break;
        }
    }
    let (Some(first), Some(second)) = (lines.next(), lines.next()) else { return false };
    let column = first.len() - first.trim_start().len();
    let entry =
        first.trim_start().strip_prefix('-').filter(|rest| rest.starts_with(' ')).map(str::trim_start);
    let is_deeper = second.len() - second.trim_start().len() >= column + 2;
    entry.is_some_and(is_key) && is_deeper && is_key(second.trim_start())
}

/// The text, by its byte order mark, or by what it says of itself, or else as UTF-8.
pub(super) fn decoded(bytes: &[u8], language: Language) -> Cow<'_, str> {
    let named = match language {
        Language::Json | Language::Yaml => None,
        _ => declared(bytes.get(..1024).unwrap_or(bytes)),
    };
    match named.filter(|_| Encoding::for_bom(bytes).is_none()) {
        Some(encoding) => encoding.decode_without_bom_handling(bytes).0,
        None => with_mark(bytes),
    }
}

/// The text by its byte order mark, or else as UTF-8.
fn with_mark(bytes: &[u8]) -> Cow<'_, str> {
    let encoding = Encoding::for_bom(bytes).map_or(UTF_8, |(encoding, _)| encoding);
    encoding.decode_with_bom_removal(bytes).0
}

/// The encoding that a text of one byte a sign names for itself.
fn declared(head: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let (_, after) = head.split_once("charset=").or_else(|| head.split_once("encoding="))?;
    let label = after.trim_start_matches(['"', '\'', ' ']);
    let label = label.split(['"', '\'', ' ', ';', '>', '?', '/']).next()?;
    // Whoever can read this line does not read two bytes at a time.
    Encoding::for_label(label.as_bytes()).filter(|encoding| encoding.is_ascii_compatible())
}

/// Line breaks among those bytes.
#[expect(clippy::naive_bytecount, reason = "a crate for one count is too much, and the loop is vectorised")]
pub(super) fn breaks(bytes: &[u8]) -> u64 {
    bytes.iter().filter(|byte| **byte == b'\n').count() as u64
}

/// Counts lines up to offsets that only grow.
#[derive(Debug)]
pub(super) struct Lines<'a> {
    text: &'a [u8],
    at: usize,
    line: u64,
}

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text: text.as_bytes(), at: 0, line: 1 }
    }

    /// The one-based line of an offset that is not before the one asked for last.
    pub(super) fn at(&mut self, offset: usize) -> u64 {
        let passed = self.text.get(self.at..offset).unwrap_or_default();
        self.line += breaks(passed);
        self.at = self.at.max(offset);
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told_apart() {
        let wide: Vec<u8> = [0xFF, 0xFE]
            .into_iter()
            .chain("<html><table>".encode_utf16().flat_map(u16::to_le_bytes))
            .collect();
        let cases: &[(&[u8], Option<Language>)] = &[
            (b"<!DOCTYPE html><p>", Some(Language::Html)),
            (b"\xEF\xBB\xBF \n<TABLE border=1>", Some(Language::Html)),
            (&wide, Some(Language::Html)),
            (b"<?xml version=\"1.0\"?><!DOCTYPE html><html>", Some(Language::Html)),
            (
                b"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">",
                Some(Language::Sheets),
            ),
            (b"<?xml version=\"1.0\"?><rates/>", Some(Language::Xml)),
            (b"<DATE>\t<TIME>\t<OPEN>", None),
            (b"<TICKER>,<PER>,<DATE>", None),
            (b" {\"a\":1}", Some(Language::Json)),
            (b"[[1,2]]", Some(Language::Json)),
            (b"[Header]\nDate,Close", None),
            (b"{1}", None),
            (b"Date,<table>", None),
            (b"# runs\n---\n- dirname: x\n  model: o1\n", Some(Language::Yaml)),
            (b"models:\n  - model: o1\n    cost: 1\n", Some(Language::Yaml)),
            (b"version: 2\nmodels:\n- model: o1\n  cost: 1\n", Some(Language::Yaml)),
            (b"Security: NVDA\nCurrency: USD\nDate,Close\n", None),
            (b"- one: 1\n- two: 2\n", None),
            (b"-1.5,2\n-2.5,3\n", None),
            (b"# Date,Close\n2025-01-24,1\n", None),
            (b"", None),
        ];
        for (bytes, expected) in cases {
            assert_eq!(language(bytes), *expected, "{}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn a_page_is_decoded_as_it_says() {
        let arabic = b"<meta charset=\"windows-1256\"><td>\xC7\xE1\xD3\xE5\xE3";
        assert!(decoded(arabic, Language::Html).ends_with("السهم"));
        assert!(decoded(b"<meta charset=utf-16><td>\xC3\xA9", Language::Html).ends_with('é'));
        assert!(decoded(b"<td>\xE9", Language::Html).ends_with('\u{fffd}'));
        assert_eq!(decoded(b"\xEF\xBB\xBF{}", Language::Json), "{}");
    }
}
