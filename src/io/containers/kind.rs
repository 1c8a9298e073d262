//! What a file is by its first bytes, whatever its name says.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use super::packed::Method;
use crate::io::error::Binary;

/// What to do with some bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Packed(Method),
    Zip,
    /// xlsx, xlsb, xls or ods.
    Workbook,
    Parquet,
    /// Arrow IPC with a footer, which Feather is too.
    ArrowFile,
    ArrowStream,
    /// Encrypted as a whole.
    Locked,
    /// Known, and nothing that holds a readable table.
    Refused(Binary),
}

/// First bytes that give a kind of file away.
const SIGNATURES: &[(&[u8], Kind)] = &[
    (b"\x1F\x8B\x08", Kind::Packed(Method::Gzip)),
    (b"\x28\xB5\x2F\xFD", Kind::Packed(Method::Zstd)),
    (b"PAR1", Kind::Parquet),
    (b"PARE", Kind::Locked),
    (b"ARROW1\0\0", Kind::ArrowFile),
    (b"FEA1", Kind::Refused(Binary::OldFeather)),
    (b"\x89PNG", Kind::Refused(Binary::Picture)),
    (b"\xFF\xD8\xFF", Kind::Refused(Binary::Picture)),
    (b"GIF8", Kind::Refused(Binary::Picture)),
    (b"II*\0", Kind::Refused(Binary::Picture)),
    (b"MM\0*", Kind::Refused(Binary::Picture)),
    (b"%PDF", Kind::Refused(Binary::Pdf)),
    (b"{\\rtf", Kind::Refused(Binary::Document)),
    (b"7z\xBC\xAF\x27\x1C", Kind::Refused(Binary::SevenZip)),
    (b"Rar!\x1A\x07", Kind::Refused(Binary::Rar)),
    (b"\xFD7zXZ\0", Kind::Refused(Binary::Xz)),
    (b"SQLite format 3\0", Kind::Refused(Binary::Database)),
    (b"\x89HDF\r\n", Kind::Refused(Binary::Hdf)),
    (b"\x80\x04\x95", Kind::Refused(Binary::Pickle)),
    (b"\x80\x05\x95", Kind::Refused(Binary::Pickle)),
];

/// The kind of those bytes.
pub(super) fn of(bytes: &[u8]) -> Kind {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return zip(bytes);
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return compound(bytes);
    }
    if let Some((_, kind)) = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)) {
        return *kind;
    }
    let word = |at: usize, word: &[u8]| bytes.get(at..).is_some_and(|rest| rest.starts_with(word));
    if bytes.starts_with(b"BZh") && word(4, b"1AY&SY") {
        return Kind::Refused(Binary::Bzip2);
    }
    if word(257, b"ustar") {
        return Kind::Refused(Binary::Tar);
    }
    if bytes.starts_with(b"RIFF") && word(8, b"WEBP") {
        return Kind::Refused(Binary::Picture);
    }
    if is_arrow_stream(bytes) { Kind::ArrowStream } else { Kind::Text }
}

/// A stream begins with a marker and the length of its first message, which is never long.
fn is_arrow_stream(bytes: &[u8]) -> bool {
    let Some(length) = bytes.strip_prefix(&[0xFF; 4]).and_then(|rest| rest.first_chunk()) else {
        return false;
    };
    let length = u32::from_le_bytes(*length) as usize;
    length > 0 && length.is_multiple_of(8) && length < bytes.len()
}

/// Workbooks and documents are zip archives that hold members of certain names.
fn zip(bytes: &[u8]) -> Kind {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return Kind::Zip };
    if let Some(kind) = media_type(&mut archive) {
        return kind;
    }
    let holds = |name: &str| archive.index_for_name(name).is_some();
    if holds("xl/workbook.xml") || holds("xl/workbook.bin") {
        return Kind::Workbook;
    }
    if holds("word/document.xml") || holds("ppt/presentation.xml") {
        return Kind::Refused(Binary::Document);
    }
    if holds("Index/Document.iwa") || holds("Index.zip") {
        return Kind::Refused(Binary::Numbers);
    }
    Kind::Zip
}

/// Open documents name what they are in a member of its own.
fn media_type(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Option<Kind> {
    let member = archive.by_name("mimetype").ok()?;
    let mut name = String::new();
    member.take(256).read_to_string(&mut name).ok()?;
    let rest = name.strip_prefix("application/vnd.oasis.opendocument.")?;
    Some(if rest.starts_with("spreadsheet") { Kind::Workbook } else { Kind::Refused(Binary::Document) })
}

/// Old Office files and encrypted new ones are told apart by the names of their streams.
fn compound(bytes: &[u8]) -> Kind {
    let holds = |name: &str| holds_stream(bytes, name);
    if holds("EncryptedPackage") {
        Kind::Locked
    } else if holds("WordDocument") || holds("PowerPoint Document") {
        Kind::Refused(Binary::Document)
    } else if holds("Workbook") || holds("Book") {
        Kind::Workbook
    } else {
        Kind::Refused(Binary::Unknown)
    }
}

/// Whether an old Office file has a stream of that name.
pub(super) fn holds_stream(bytes: &[u8], name: &str) -> bool {
    let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    contains(bytes, &wide)
}

/// Whether a word stands somewhere in those bytes.
fn contains(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|window| window == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_bytes_tell_the_kind() {
        let tar: Vec<u8> = [vec![b'a'; 257], b"ustar\x0000".to_vec()].concat();
        let word = [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), wide("WordDocument")].concat();
        let locked = [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), wide("EncryptedPackage")].concat();
        let cases: &[(&[u8], Kind)] = &[
            (b"Date,Close\n", Kind::Text),
            (b"BZh,1,2\n", Kind::Text),
            (b"PKG,2025-01-27\n", Kind::Text),
            (b"\xFF\xFEa\0", Kind::Text),
            (b"", Kind::Text),
            (b"\x1F\x8B\x08\0", Kind::Packed(Method::Gzip)),
            (b"\x89PNG\r\n", Kind::Refused(Binary::Picture)),
            (b"%PDF-1.7", Kind::Refused(Binary::Pdf)),
            (b"BZh91AY&SY", Kind::Refused(Binary::Bzip2)),
            (b"PK\x03\x04 cut short", Kind::Zip),
            (&tar, Kind::Refused(Binary::Tar)),
            (&word, Kind::Refused(Binary::Document)),
            (&locked, Kind::Locked),
        ];
        for (bytes, kind) in cases {
            assert_eq!(of(bytes), *kind, "{bytes:?}");
        }
    }

    fn wide(name: &str) -> Vec<u8> {
        name.encode_utf16().flat_map(u16::to_le_bytes).collect()
    }
}
