//! Which encoding bytes are in that are no UTF-8: each one is tried, and the one in which the text
//! says most is taken.
//!
//! That bytes decode proves nothing, as some encodings accept nearly anything. Known column names
//! count most, then usual words, then whether the letters stand where writing has them; the guess
//! of a statistical detector is one small vote.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};

use super::common::WORDS;
use super::labels::LEGACY;
use super::letters::{Script, plausibility};
use crate::io::report::short;
use crate::io::vocabulary;
use crate::model::Message;

/// Bytes at the start that are tried.
const HEAD: usize = 1 << 16;
/// Lines beyond the head that are tried too, if they hold more than ASCII, and bytes of each.
const LINES_BEYOND: usize = 64;
const LINE_BYTES: usize = 1024;
/// Lines at the start among whose cells column names are looked for.
const HEADER_WITHIN: usize = 60;
/// What a column name counts, a usual word, the letters at their best, the detector.
const NAME: f64 = 2.0;
const WORD: f64 = 1.0;
const LETTERS: f64 = 4.0;
const VOTE: f64 = 1.0;
/// Names and words beyond so many prove nothing more.
const MOST: usize = 8;
/// A lead below which the choice is left open.
const CLEAR: f64 = 1.5;

/// The encoding that fits best, and what speaks for it.
pub(super) struct Guess {
    pub name: &'static str,
    pub encoding: &'static Encoding,
    pub evidence: Message,
    pub certain: bool,
}

struct Tried<'a> {
    name: &'static str,
    encoding: &'static Encoding,
    text: Cow<'a, str>,
    score: f64,
    /// Line and text of the first column name.
    named: Option<(usize, String)>,
    letters: f64,
}

/// Tries every encoding.
pub(super) fn guess(bytes: &[u8]) -> Guess {
    let sample = sample(bytes);
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&sample, true);
    let vote = detector.guess(None, Utf8Detection::Deny);
    let mut tried: Vec<Tried> =
        LEGACY.iter().map(|(name, encoding)| attempt(&sample, name, encoding, vote)).collect();
    tried.sort_by(|a, b| b.score.total_cmp(&a.score));
    let Some(best) = tried.first() else {
        let evidence = Message::new("io-evidence-utf8");
        return Guess { name: "UTF-8", encoding: UTF_8, evidence, certain: false };
    };
    // Encodings that give the same text are no rivals.
    let rival = tried.iter().find(|other| other.text != best.text);
    let lead = rival.map_or(f64::INFINITY, |rival| best.score - rival.score);
    Guess {
        name: best.name,
        encoding: best.encoding,
        evidence: evidence(bytes, best),
        certain: lead >= CLEAR && best.letters > 0.0,
    }
}

/// The head of the bytes up to a line's end, and the first lines beyond it that are not ASCII.
fn sample(bytes: &[u8]) -> Cow<'_, [u8]> {
    let Some(head) = bytes.get(..HEAD).filter(|head| head.len() < bytes.len()) else {
        return Cow::Borrowed(bytes);
    };
    let end = head.iter().rposition(|byte| *byte == b'\n').map_or(head.len(), |at| at + 1);
    let (head, rest) = bytes.split_at(end);
    let mut sample = head.to_vec();
    let lines = rest.split_inclusive(|byte| *byte == b'\n').filter(|line| !line.is_ascii());
    for line in lines.take(LINES_BEYOND) {
        sample.extend_from_slice(line.get(..LINE_BYTES).unwrap_or(line));
    }
    Cow::Owned(sample)
}

fn attempt<'a>(
    sample: &'a [u8],
    name: &'static str,
    encoding: &'static Encoding,
    vote: &'static Encoding,
) -> Tried<'a> {
    let (text, _) = encoding.decode_without_bom_handling(sample);
    let names = names(&text);
    let words = words(&text);
    let letters = plausibility(&text, script(name));
    let voted = if vote == encoding { VOTE } else { 0.0 };
    // A single character is a name by chance more easily than a word is, and a wrong accent leaves a
    // word known: "dzieñ" in place of "dzień".
    let weight = |name: &str| match (name.chars().count() > 1, vocabulary::spells(name)) {
        (true, true) => NAME,
        (true, false) => NAME * 0.4,
        (false, _) => NAME * 0.25,
    };
    let named: f64 = names.iter().take(MOST).map(|(_, name)| weight(name)).sum();
    let score = named + WORD * words.min(MOST) as f64 + LETTERS * letters + voted;
    Tried { name, encoding, score, named: names.into_iter().next(), letters, text }
}

/// Whose writing an encoding is for.
fn script(name: &str) -> Script {
    match name {
        "windows-1250" => Script::Central,
        "windows-1254" => Script::Turkish,
        "windows-1251" | "KOI8-R" => Script::Cyrillic,
        "windows-1256" => Script::Arabic,
        "windows-1255" => Script::Hebrew,
        "windows-1253" => Script::Greek,
        "GBK" => Script::Simplified,
        "Big5" => Script::Traditional,
        "Shift-JIS" | "EUC-JP" => Script::Japanese,
        "EUC-KR" => Script::Korean,
        _ => Script::Western,
    }
}

/// Cells at the start that are known column names and hold more than ASCII, with their lines.
fn names(text: &str) -> Vec<(usize, String)> {
    let mut found: Vec<(usize, String)> = Vec::new();
    for (at, line) in text.lines().take(HEADER_WITHIN).enumerate() {
        for cell in line.split([',', ';', '\t', '|']) {
            let cell = cell.trim().trim_matches('"').trim();
            let is_new = || found.iter().all(|(_, name)| name != cell);
            if !cell.is_ascii() && cell.len() <= 120 && is_new() && vocabulary::knows(cell) {
                found.push((at + 1, cell.to_owned()));
            }
        }
    }
    found
}

/// How many usual words stand in the text.
fn words(text: &str) -> usize {
    let lowered = text.to_lowercase();
    let mut found: Vec<&str> = Vec::new();
    for word in lowered.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_ascii()) {
        if !found.contains(&word) && WORDS.contains(&word) {
            found.push(word);
        }
    }
    found.len()
}

/// The column name that decided, or else the first cell with a letter beyond ASCII.
fn evidence(bytes: &[u8], best: &Tried) -> Message {
    let said = |key: &'static str, line: usize, cell: &str| {
        Message::new(key).with("line", line.to_string()).with("cell", short(cell)).with("encoding", best.name)
    };
    if let Some((line, name)) = &best.named {
        return said("io-evidence-encoding-name", *line, name);
    }
    let mut lines = bytes.split(|byte| *byte == b'\n').enumerate();
    let (at, line) = lines.find(|(_, line)| !line.is_ascii()).unwrap_or_default();
    let (line, _) = best.encoding.decode_without_bom_handling(line);
    let cell = line.split([',', ';', '\t', '|']).find(|cell| !cell.is_ascii()).unwrap_or_default();
    said("io-evidence-encoding-letters", at + 1, cell.trim().trim_matches('"'))
}
