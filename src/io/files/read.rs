//! Bytes of a file in blocks into our own buffer, and the tables that lie in a folder.
//!
//! No file is mapped: one that shrinks meanwhile is an error that is said, never a crash.

use std::ffi::OsStr;
use std::fs::{self, File, Metadata};
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::io::control::Control;
use crate::io::error::{FileProblem, ReadError};

/// Largest file that is read, in bytes.
pub const MAX_FILE_BYTES: u64 = 2 << 30;
const BLOCK_BYTES: u64 = 1 << 20;
/// Endings of the files in a folder that are taken for tables. A file that is named itself is opened
/// whatever its ending.
pub const TABLE_ENDINGS: [&str; 21] = [
    "csv", "tsv", "txt", "tab", "gz", "zst", "zip", "xlsx", "xlsm", "xlsb", "xls", "ods", "parquet", "arrow",
    "ipc", "feather", "json", "jsonl", "ndjson", "html", "htm",
];

/// The whole file.
///
/// # Errors
/// [`ReadError::File`] when it is missing, a folder, not allowed, no regular file, larger than
/// [`MAX_FILE_BYTES`], or shorter at the end than at the start, or when another
/// program wrote to it meanwhile; [`ReadError::Cancelled`].
pub fn read(path: &Path, control: &Control) -> Result<Vec<u8>, ReadError> {
    let failed = |problem| ReadError::File { path: path.to_owned(), problem };
    let system = |error: std::io::Error| failed(FileProblem::from_system(&error));
    let about = fs::metadata(path).map_err(system)?;
    if about.is_dir() {
        return Err(failed(FileProblem::Folder));
    }
    if !about.is_file() {
        return Err(failed(FileProblem::Special));
    }
    let expected = about.len();
    if expected > MAX_FILE_BYTES {
        return Err(failed(FileProblem::TooLarge { bytes: expected, limit: MAX_FILE_BYTES }));
    }
    let mut file = File::open(path).map_err(system)?;
    let mut bytes = Vec::with_capacity(usize::try_from(expected).unwrap_or(0));
    loop {
        if control.is_cancelled() {
            return Err(ReadError::Cancelled);
        }
        let came = file.by_ref().take(BLOCK_BYTES).read_to_end(&mut bytes).map_err(system)?;
        if came == 0 {
            break;
        }
        if bytes.len() as u64 > MAX_FILE_BYTES {
            return Err(failed(FileProblem::TooLarge { bytes: bytes.len() as u64, limit: MAX_FILE_BYTES }));
        }
    }
    let found = bytes.len() as u64;
    if found < expected {
        return Err(failed(FileProblem::Shrank { expected, found }));
    }
    let after = file.metadata().map_err(system)?;
    if is_changed(&about, &after, found) {
        return Err(failed(FileProblem::Changed));
    }
    Ok(bytes)
}

/// Whether a file is another than before it was read, `found` bytes long.
fn is_changed(before: &Metadata, after: &Metadata, found: u64) -> bool {
    after.len() != found || after.modified().ok() != before.modified().ok()
}

/// Whether there is such a file or folder.
#[must_use]
pub fn exists(path: &Path) -> bool {
    path.exists()
}

/// Whether it is a folder.
#[must_use]
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// Whether both paths lead to one file that exists.
#[must_use]
pub fn is_same(one: &Path, other: &Path) -> bool {
    matches!((fs::canonicalize(one), fs::canonicalize(other)), (Ok(one), Ok(other)) if one == other)
}

/// How long the file is, for a progress over several; 0 where that cannot be told, which
/// [`read`] then says why.
#[must_use]
pub fn size_bytes(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |about| about.len())
}

/// Files to read: each folder stands for the tables that lie directly in it, by name.
///
/// Tables are files with an ending of [`TABLE_ENDINGS`]; hidden files and files that speak about
/// the tables (README, SOURCES) are left out.
///
/// # Errors
/// [`ReadError::File`] for a folder that cannot be listed or has no table in it.
pub fn expand(paths: &[PathBuf]) -> Result<Vec<PathBuf>, ReadError> {
    let mut files = Vec::with_capacity(paths.len());
    for path in paths {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let tables = tables_in(path).map_err(|error| ReadError::File {
            path: path.clone(),
            problem: FileProblem::from_system(&error),
        })?;
        if tables.is_empty() {
            return Err(ReadError::File { path: path.clone(), problem: FileProblem::EmptyFolder });
        }
        files.extend(tables);
    }
    Ok(files)
}

/// The files that lie directly in a folder, by name, whatever they are; none where it cannot be listed.
#[must_use]
pub fn files_in(folder: &Path) -> Vec<PathBuf> {
    let place = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let Ok(entries) = fs::read_dir(place) else { return Vec::new() };
    let paths = entries.flatten().map(|entry| folder.join(entry.file_name()));
    let mut files: Vec<PathBuf> = paths.filter(|path| path.is_file()).collect();
    files.sort();
    files
}

fn tables_in(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut tables = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_file() && is_table_name(&path) {
            tables.push(path);
        }
    }
    tables.sort();
    Ok(tables)
}

fn is_table_name(path: &Path) -> bool {
    let ending = path.extension().map(OsStr::to_ascii_lowercase);
    let is_table = ending.is_some_and(|ending| TABLE_ENDINGS.iter().any(|known| ending == *known));
    let name = path.file_stem().map(|stem| stem.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
    is_table && !name.starts_with('.') && !name.starts_with("readme") && !name.starts_with("sources")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicBool, AtomicU64};

    fn problem(path: &Path) -> FileProblem {
        match read(path, &Control::unwatched()) {
            Err(ReadError::File { problem, .. }) => problem,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_is_no_file_says_what_it_is() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(problem(folder.path()), FileProblem::Folder);
        assert_eq!(problem(&folder.path().join("none.csv")), FileProblem::Missing);
        #[cfg(unix)]
        assert_eq!(problem(Path::new("/dev/null")), FileProblem::Special);
    }

    #[test]
    fn a_file_larger_than_the_limit_is_not_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("large.csv");
        File::create(&path).unwrap().set_len(MAX_FILE_BYTES + 1).unwrap();
        assert!(matches!(problem(&path), FileProblem::TooLarge { .. }));
    }

    #[test]
    fn a_read_gives_every_byte_and_stops_when_asked() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("some.csv");
        let bytes: Vec<u8> = (0..3_000_000_u32).map(|i| (i % 251) as u8).collect();
        fs::write(&path, &bytes).unwrap();
        assert_eq!(read(&path, &Control::unwatched()).unwrap(), bytes);
        assert_eq!((size_bytes(&path), size_bytes(&folder.path().join("none.csv"))), (3_000_000, 0));
        let (cancel, bytes_done) = (AtomicBool::new(true), AtomicU64::new(0));
        let control = Control { cancel: &cancel, bytes_done: &bytes_done };
        assert_eq!(read(&path, &control), Err(ReadError::Cancelled));
    }

    #[test]
    fn a_file_that_another_program_wrote_to_is_known_as_changed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("growing.csv");
        fs::write(&path, "date,close\n").unwrap();
        let about = || fs::metadata(&path).unwrap();
        let before = about();
        assert!(!is_changed(&before, &about(), 11), "nobody wrote to it");
        let later = before.modified().unwrap() + std::time::Duration::from_secs(1);
        File::options().append(true).open(&path).unwrap().set_modified(later).unwrap();
        assert!(is_changed(&before, &about(), 11), "as long as before, and written later");
        fs::write(&path, "date,close\n2025-01-27,1\n").unwrap();
        assert!(is_changed(&before, &about(), 11), "longer than what was read");
    }

    #[test]
    fn a_folder_stands_for_its_tables_by_name() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b.csv", "a.TSV", "README.txt", "SOURCES.csv", "c.png", ".hidden.csv"] {
            fs::write(folder.path().join(name), "x").unwrap();
        }
        fs::create_dir(folder.path().join("inner")).unwrap();
        let one = PathBuf::from("one.csv");
        let found = expand(&[one.clone(), folder.path().to_owned()]).unwrap();
        assert_eq!(found, vec![one, folder.path().join("a.TSV"), folder.path().join("b.csv")]);
        let empty = folder.path().join("inner");
        assert_eq!(
            expand(std::slice::from_ref(&empty)),
            Err(ReadError::File { path: empty, problem: FileProblem::EmptyFolder })
        );
    }
}
