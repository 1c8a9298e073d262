//! Bytes to text: what is no text is named for what it seems to be, what is UTF-8 is read as it
//! stands, and everything else is refused at its first wrong byte rather than guessed.

use super::error::{Binary, ContentProblem};
use super::report::Report;
use crate::model::Message;

const BYTE_ORDER_MARK: &[u8] = &[0xEF, 0xBB, 0xBF];

/// First bytes that give a kind of file away.
const SIGNATURES: &[(&[u8], Binary)] = &[
    (b"\x89PNG", Binary::Picture),
    (b"\xFF\xD8\xFF", Binary::Picture),
    (b"GIF8", Binary::Picture),
    (b"%PDF", Binary::Pdf),
    (b"\xD0\xCF\x11\xE0", Binary::Workbook),
    (b"\x1F\x8B", Binary::Archive),
    (b"7z\xBC\xAF", Binary::Archive),
    (b"PAR1", Binary::Parquet),
];

/// The text of a file, without its byte order mark.
pub(super) fn text<'a>(bytes: &'a [u8], report: &mut Report) -> Result<&'a str, ContentProblem> {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(ContentProblem::Utf16);
    }
    if let Some(binary) = binary(bytes) {
        return Err(ContentProblem::Binary(binary));
    }
    let (body, name, evidence) = match bytes.strip_prefix(BYTE_ORDER_MARK) {
        Some(rest) => (rest, "UTF-8 BOM", "io-evidence-bom"),
        None => (bytes, "UTF-8", "io-evidence-utf8"),
    };
    let text = std::str::from_utf8(body).map_err(|error| {
        let offset = error.valid_up_to();
        let before = body.get(..offset).unwrap_or_default();
        ContentProblem::NotUtf8 {
            byte: body.get(offset).copied().unwrap_or_default(),
            offset: offset + (bytes.len() - body.len()),
            line: before.split(|byte| *byte == b'\n').count() as u64,
        }
    })?;
    if text.trim().is_empty() {
        return Err(ContentProblem::Empty);
    }
    report.assume("encoding", name, Message::new(evidence), true);
    Ok(text)
}

fn binary(bytes: &[u8]) -> Option<Binary> {
    if bytes.starts_with(b"PK\x03\x04") {
        // A workbook is a zip whose first entry names its content types or its media type.
        let head = bytes.get(..4096).unwrap_or(bytes);
        let holds = |word: &[u8]| head.windows(word.len()).any(|window| window == word);
        let is_workbook =
            holds(b"[Content_Types].xml") || holds(b"xl/") || holds(b"opendocument.spreadsheet");
        return Some(if is_workbook { Binary::Workbook } else { Binary::Archive });
    }
    let known = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature));
    known.map(|(_, binary)| *binary).or_else(|| bytes.contains(&0).then_some(Binary::Unknown))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_text_from_what_is_none() {
        let cases: &[(&[u8], Result<&str, ContentProblem>)] = &[
            (b"a,b", Ok("a,b")),
            (b"\xEF\xBB\xBFa,b", Ok("a,b")),
            ("é".as_bytes(), Ok("é")),
            (b"", Err(ContentProblem::Empty)),
            (b"\xEF\xBB\xBF \r\n", Err(ContentProblem::Empty)),
            (b"a\nb\xE9c", Err(ContentProblem::NotUtf8 { byte: 0xE9, offset: 3, line: 2 })),
            (b"\xEF\xBB\xBFb\xE9c", Err(ContentProblem::NotUtf8 { byte: 0xE9, offset: 4, line: 1 })),
            (b"\xFF\xFEa\0", Err(ContentProblem::Utf16)),
            (b"\x89PNG\r\n", Err(ContentProblem::Binary(Binary::Picture))),
            (b"%PDF-1.7", Err(ContentProblem::Binary(Binary::Pdf))),
            (b"PK\x03\x04..[Content_Types].xml", Err(ContentProblem::Binary(Binary::Workbook))),
            (b"PK\x03\x04..prices.csv", Err(ContentProblem::Binary(Binary::Archive))),
            (b"a\0b", Err(ContentProblem::Binary(Binary::Unknown))),
        ];
        for (bytes, expected) in cases {
            assert_eq!(&text(bytes, &mut Report::default()), expected, "{bytes:?}");
        }
    }
}
