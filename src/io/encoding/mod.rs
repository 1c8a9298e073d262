//! Bytes to text: what is no text is named for what it seems to be, what is UTF-8 or UTF-16 is read
//! as such, and every other encoding is decided by what the text would say.
//!
//! Single wrong bytes are no reason to refuse a file: they are replaced, and each line with one is
//! told.

mod common;
mod guess;
mod labels;
mod letters;
mod utf16;

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8};

use super::error::{Binary, ContentProblem};
use super::report::{Report, short};
use crate::model::{Message, WarningKind};
use labels::Utf16;
use utf16::Order;

const BYTE_ORDER_MARK: &[u8] = &[0xEF, 0xBB, 0xBF];
/// Bytes at the start that show whether a file is text.
const HEAD: usize = 1 << 16;

/// A text, what its encoding is called, what decided that, and whether nothing else is likely.
struct Decoded<'a> {
    text: Cow<'a, str>,
    name: &'static str,
    evidence: Message,
    certain: bool,
    /// Whether bytes were replaced that are no text in this encoding.
    is_damaged: bool,
}

/// The name under which an encoding is reported, by any of its labels; `None` for one that is not
/// known.
#[must_use]
pub fn encoding_name(label: &str) -> Option<&'static str> {
    match labels::utf16(label) {
        Some(Utf16::In(order)) => Some(order.name()),
        Some(Utf16::AsFound) => Some(Order::Little.name()),
        None => labels::find(label).map(|(name, _)| name),
    }
}

/// The text of a file, without its byte order mark. Reports `encoding`, and each line in which
/// bytes had to be replaced. `forced` is the name of an encoding that is used whatever the bytes.
pub(super) fn text<'a>(
    bytes: &'a [u8],
    forced: Option<&str>,
    report: &mut Report,
) -> Result<Cow<'a, str>, ContentProblem> {
    let decoded = match forced {
        Some(label) => chosen(bytes, label)?,
        None => found(bytes)?,
    };
    if decoded.text.trim().is_empty() {
        return Err(ContentProblem::Empty);
    }
    report.assume("encoding", decoded.name, decoded.evidence, decoded.certain);
    report.offer(labels::names(decoded.name).map(str::to_owned));
    if decoded.is_damaged {
        tell_damage(&decoded.text, decoded.name, report);
    }
    without_nul(decoded.text, report)
}

/// Whether as many control characters stand there as in no text. A few are damage: a text that was
/// cut, or copied from a terminal.
fn holds_controls(bytes: &[u8]) -> bool {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let is_control = |byte: &u8| *byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C | 0x1A);
    let controls = head.iter().filter(|byte| is_control(byte)).count();
    controls * 100 >= head.len() && controls > 0
}

/// The text under the encoding with that name.
fn chosen<'a>(bytes: &'a [u8], label: &str) -> Result<Decoded<'a>, ContentProblem> {
    let unknown = || ContentProblem::UnknownEncoding { label: short(label) };
    let evidence = Message::new("io-evidence-encoding-chosen");
    if let Some(said) = labels::utf16(label) {
        let order = match said {
            Utf16::In(order) => order,
            Utf16::AsFound => utf16::order(bytes).unwrap_or(Order::Little),
        };
        return Ok(Decoded { evidence, ..of_utf16(bytes, order) });
    }
    let (name, encoding) = labels::find(label).ok_or_else(unknown)?;
    if encoding == UTF_8 {
        return Ok(Decoded { evidence, ..of_utf8(bytes) });
    }
    let (text, is_damaged) = encoding.decode_without_bom_handling(bytes);
    Ok(Decoded { text, name, evidence, certain: true, is_damaged })
}

/// The text under the encoding that fits it best.
fn found(bytes: &[u8]) -> Result<Decoded<'_>, ContentProblem> {
    if let Some(order) = utf16::order(bytes) {
        let decoded = of_utf16(bytes, order);
        let is_text = !holds_controls(decoded.text.as_bytes());
        return if is_text { Ok(decoded) } else { Err(ContentProblem::Binary(Binary::Unknown)) };
    }
    if holds_controls(bytes) {
        return Err(ContentProblem::Binary(Binary::Unknown));
    }
    let decoded = of_utf8(bytes);
    if !decoded.is_damaged || is_mostly_utf8(bytes) {
        return Ok(decoded);
    }
    let guess = guess::guess(bytes);
    let (text, is_damaged) = guess.encoding.decode_without_bom_handling(bytes);
    Ok(Decoded { text, name: guess.name, evidence: guess.evidence, certain: guess.certain, is_damaged })
}

fn of_utf16(bytes: &[u8], order: Order) -> Decoded<'_> {
    let (text, is_damaged) = utf16::decode(bytes, order);
    let evidence = match utf16::mark(bytes) {
        Some(_) => Message::new("io-evidence-bom"),
        None => Message::new("io-evidence-utf16"),
    };
    Decoded { text: Cow::Owned(text), name: order.name(), evidence, certain: true, is_damaged }
}

fn of_utf8(bytes: &[u8]) -> Decoded<'_> {
    let (body, name, key) = match bytes.strip_prefix(BYTE_ORDER_MARK) {
        Some(rest) => (rest, "UTF-8 BOM", "io-evidence-bom"),
        None => (bytes, "UTF-8", "io-evidence-utf8"),
    };
    let text = String::from_utf8_lossy(body);
    // Only a text that is wrong somewhere has to be put together anew.
    let is_damaged = matches!(text, Cow::Owned(_));
    let key = if is_damaged { "io-evidence-utf8-mostly" } else { key };
    Decoded { text, name, evidence: Message::new(key), certain: true, is_damaged }
}

/// Whether by far most of the characters beyond ASCII are whole in UTF-8: in no other encoding do
/// several of them come out so.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().bytes().filter(|byte| *byte >= 0xC0).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole >= 2 * broken
}

/// Says on which lines characters had to be replaced.
fn tell_damage(text: &str, name: &str, report: &mut Report) {
    let mut number = 0;
    for fed in text.split('\n') {
        if !fed.contains(['\u{fffd}', '\r']) {
            number += 1;
            continue;
        }
        for line in fed.strip_suffix('\r').unwrap_or(fed).split('\r') {
            number += 1;
            let mut cells = line.split([',', ';', '\t', '|']);
            let Some(cell) = cells.find(|cell| cell.contains('\u{fffd}')) else { continue };
            let message = Message::new("io-bad-bytes")
                .with("cell", short(cell.trim().trim_matches('"')))
                .with("encoding", name);
            report.warn(Some(number), WarningKind::Encoding, message);
        }
    }
}

/// A text without NUL characters, which some loggers leave in it.
fn without_nul<'a>(text: Cow<'a, str>, report: &mut Report) -> Result<Cow<'a, str>, ContentProblem> {
    let Some(first) = text.bytes().position(|byte| byte == 0) else { return Ok(text) };
    let count = text.bytes().filter(|byte| *byte == 0).count();
    if count * 100 >= text.len() {
        return Err(ContentProblem::Binary(Binary::Unknown));
    }
    let before = text.get(..first).unwrap_or_default();
    let line = 1 + before.bytes().filter(|byte| *byte == b'\n').count() as u64;
    let message = Message::new("io-nul-removed").with("count", count);
    report.warn(Some(line), WarningKind::Encoding, message);
    Ok(Cow::Owned(text.replace('\0', "")))
}

/// Every encoding that can be chosen by name, for a sentence.
pub(super) fn known_names() -> String {
    labels::names("UTF-8").collect::<Vec<_>>().join(", ")
}

/// An encoding that is not UTF-8, under the name by which it is shown.
type Named = (&'static str, &'static Encoding);

#[cfg(test)]
mod tests;
