//! Texts that stand in the place of a table: what version control left behind.

use crate::io::error::ContentProblem;

/// Refuses the pointer of a large file that was not fetched, and a file with two versions in it.
pub(super) fn refuse(bytes: &[u8]) -> Result<(), ContentProblem> {
    if bytes.starts_with(b"version https://git-lfs.github.com/spec/") {
        return Err(ContentProblem::LfsPointer);
    }
    match conflict(bytes) {
        Some(line) => Err(ContentProblem::MergeConflict { line }),
        None => Ok(()),
    }
}

/// The one-based line on which the first conflict opens: all three marks must follow one another.
fn conflict(bytes: &[u8]) -> Option<u64> {
    const MARKS: [&[u8]; 3] = [b"<<<<<<<", b"=======", b">>>>>>>"];
    let mut opened = None;
    let mut expected = MARKS.iter();
    let mut mark = expected.next()?;
    for (at, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
        if !line.starts_with(mark) {
            continue;
        }
        opened = opened.or(Some(at as u64 + 1));
        match expected.next() {
            Some(next) => mark = next,
            None => return opened,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conflicts_and_pointers_are_told_from_tables() {
        let conflict = "Date,Close\n<<<<<<< HEAD\n2025-01-27,1\n=======\n2025-01-27,2\n>>>>>>> other\n";
        let pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n";
        let cases = [
            (conflict, Err(ContentProblem::MergeConflict { line: 2 })),
            (pointer, Err(ContentProblem::LfsPointer)),
            ("Title\n=======\nDate,Close\n2025-01-27,1\n", Ok(())),
            (">>>>>>> a\n=======\n<<<<<<< b\n", Ok(())),
            ("", Ok(())),
        ];
        for (text, expected) in cases {
            assert_eq!(refuse(text.as_bytes()), expected, "{text}");
        }
    }
}
