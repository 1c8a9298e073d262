//! Writing in one step: a temporary file beside the target, flushed, synced, renamed over it.
//!
//! A full disk, a kill or a crash leaves the old file whole. What a kill leaves beside it goes with the
//! next write of the same file: a temporary file is locked for as long as somebody writes it.

use std::fs::{self, File, Permissions, TryLockError};
use std::io::{Error, ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::io::error::{WriteError, WriteProblem};

/// Begin and end of the names of temporary files.
const PREFIX: &str = ".richter-";
const SUFFIX: &str = ".tmp";
/// Digits of the hash of the target's name in them.
const HASH_DIGITS: usize = 12;
/// The most links that are followed one after the other.
const MOST_LINKS: usize = 40;

/// Writes the file, or leaves what was there as it was.
///
/// A link is followed, so that it stays a link, also where nothing is at its end yet. An existing file keeps its permissions, a new one
/// gets those that the user's new files have.
///
/// # Errors
/// [`WriteError`] with the reason: the target is a folder, a device or a pipe, its folder is missing,
/// not allowed, read-only, no space left.
pub fn write_atomic(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    write(path, bytes).map_err(|problem| WriteError::File { path: path.to_owned(), problem })
}

/// Makes a folder, and those above it, where there is none.
///
/// # Errors
/// [`WriteError`] with the reason.
pub fn make_folder(path: &Path) -> Result<(), WriteError> {
    if path.is_file() {
        return Err(WriteError::File { path: path.to_owned(), problem: WriteProblem::NoFolder });
    }
    fs::create_dir_all(path)
        .map_err(|error| WriteError::File { path: path.to_owned(), problem: problem(&error) })
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), WriteProblem> {
    let target = followed(path).map_err(|error| problem(&error))?;
    if target.is_dir() {
        return Err(WriteProblem::Folder);
    }
    let folder = match target.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    };
    if !folder.is_dir() {
        return Err(WriteProblem::MissingFolder);
    }
    let old = fs::metadata(&target).ok();
    if old.as_ref().is_some_and(|about| !about.is_file()) {
        return Err(WriteProblem::Special);
    }
    let old = old.map(|about| about.permissions());
    if old.as_ref().is_some_and(Permissions::readonly) {
        return Err(WriteProblem::Denied);
    }
    let prefix = prefix(&target);
    remove_stale(&folder, &prefix);
    let mut temporary = new_beside(&folder, &prefix).map_err(|error| problem(&error))?;
    temporary.write_all(bytes).map_err(|error| problem(&error))?;
    temporary.flush().map_err(|error| problem(&error))?;
    if let Some(old) = old {
        temporary.as_file().set_permissions(old).map_err(|error| problem(&error))?;
    }
    temporary.as_file().sync_all().map_err(|error| problem(&error))?;
    temporary.persist(&target).map_err(|error| problem(&error.error))?;
    // The rename itself reaches the disk with the folder; where folders cannot be synced, the
    // system does that in its own time and the file is still whole.
    if let Ok(folder) = File::open(&folder) {
        folder.sync_all().ok();
    }
    Ok(())
}

/// Where a path leads over all links, the last of which may lead to nothing yet.
fn followed(path: &Path) -> Result<PathBuf, Error> {
    let mut target = path.to_owned();
    for _ in 0..MOST_LINKS {
        if let Ok(whole) = fs::canonicalize(&target) {
            return Ok(whole);
        }
        // No link, or nothing at all: that is where the file goes.
        let Ok(next) = fs::read_link(&target) else { return Ok(target) };
        target = target.parent().unwrap_or(Path::new("")).join(next);
    }
    Err(Error::from(ErrorKind::NotFound))
}

/// How the temporary files of a target begin.
fn prefix(target: &Path) -> String {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let hash = blake3::hash(name.as_bytes()).to_hex();
    format!("{PREFIX}{}-", hash.get(..HASH_DIGITS).unwrap_or_default())
}

/// Removes temporary files that a program left behind which was killed while it wrote the same target.
fn remove_stale(folder: &Path, prefix: &str) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if !name.starts_with(prefix) || !name.ends_with(SUFFIX) {
            continue;
        }
        // The lock of a program that still writes it would be held.
        if entry.file_type().is_ok_and(|kind| kind.is_file())
            && let Ok(file) = File::open(entry.path())
            && file.try_lock().is_ok()
        {
            fs::remove_file(entry.path()).ok();
        }
    }
}

/// A temporary file that is locked for as long as it is open.
fn new_beside(folder: &Path, prefix: &str) -> Result<tempfile::NamedTempFile, Error> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(prefix).suffix(SUFFIX);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // The user's umask takes away what new files shall not allow.
        builder.permissions(Permissions::from_mode(0o666));
    }
    loop {
        let temporary = builder.tempfile_in(folder)?;
        // Between its making and its lock another program may have taken it for left behind.
        let is_taken = matches!(temporary.as_file().try_lock(), Err(TryLockError::WouldBlock));
        if !is_taken && temporary.path().exists() {
            return Ok(temporary);
        }
    }
}

fn problem(error: &Error) -> WriteProblem {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => WriteProblem::Full,
        ErrorKind::ReadOnlyFilesystem => WriteProblem::ReadOnly,
        ErrorKind::PermissionDenied => WriteProblem::Denied,
        ErrorKind::IsADirectory => WriteProblem::Folder,
        ErrorKind::NotFound => WriteProblem::MissingFolder,
        _ => WriteProblem::Other(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replaces_the_whole_file_and_leaves_nothing_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.csv");
        write_atomic(&path, b"old and long").unwrap();
        write_atomic(&path, b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn says_what_stands_in_the_way() {
        let folder = tempfile::tempdir().unwrap();
        let cases = [
            (folder.path().to_owned(), WriteProblem::Folder),
            (folder.path().join("none/out.csv"), WriteProblem::MissingFolder),
        ];
        for (path, problem) in cases {
            assert_eq!(write_atomic(&path, b"x"), Err(WriteError::File { path, problem }));
        }
        for (kind, expected) in [
            (ErrorKind::StorageFull, WriteProblem::Full),
            (ErrorKind::ReadOnlyFilesystem, WriteProblem::ReadOnly),
            (ErrorKind::PermissionDenied, WriteProblem::Denied),
        ] {
            assert_eq!(problem(&Error::from(kind)), expected);
        }
    }

    #[cfg(unix)]
    #[test]
    fn keeps_permissions_links_and_files_that_may_not_be_written() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.csv");
        write_atomic(&path, b"1").unwrap();
        let plain = folder.path().join("plain.csv");
        fs::write(&plain, "1").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&path), mode(&plain));

        fs::set_permissions(&path, Permissions::from_mode(0o640)).unwrap();
        let link = folder.path().join("link.csv");
        symlink(&path, &link).unwrap();
        write_atomic(&link, b"2").unwrap();
        assert_eq!((fs::read(&path).unwrap(), mode(&path)), (b"2".to_vec(), 0o640));
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());

        fs::set_permissions(&path, Permissions::from_mode(0o444)).unwrap();
        let error = write_atomic(&path, b"3").unwrap_err();
        assert_eq!(error, WriteError::File { path: path.clone(), problem: WriteProblem::Denied });
        assert_eq!(fs::read(&path).unwrap(), b"2");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_nothing_stays_one_and_a_pipe_is_refused() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().unwrap();
        let [first, second, end] =
            ["first.csv", "second.csv", "end.csv"].map(|name| folder.path().join(name));
        symlink("second.csv", &first).unwrap();
        symlink(&end, &second).unwrap();
        write_atomic(&first, b"1").unwrap();
        assert_eq!(fs::read(&end).unwrap(), b"1");
        assert!([&first, &second].iter().all(|path| fs::symlink_metadata(path).unwrap().is_symlink()));
        let ring = folder.path().join("ring.csv");
        symlink("ring.csv", &ring).unwrap();
        assert!(write_atomic(&ring, b"1").is_err() && fs::symlink_metadata(&ring).unwrap().is_symlink());
        let socket = folder.path().join("socket.csv");
        let _listener = std::os::unix::net::UnixListener::bind(&socket).unwrap();
        let error = write_atomic(&socket, b"1").unwrap_err();
        assert_eq!(error, WriteError::File { path: socket.clone(), problem: WriteProblem::Special });
        assert!(!fs::metadata(&socket).unwrap().is_file());
        assert_eq!(make_folder(&end), Err(WriteError::File { path: end, problem: WriteProblem::NoFolder }));
    }

    #[test]
    fn what_a_killed_program_left_goes_with_the_next_write() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.csv");
        let left = |target: &str| {
            let prefix = prefix(&folder.path().join(target));
            let path = folder.path().join(format!("{prefix}abc{SUFFIX}"));
            fs::write(&path, "half").unwrap();
            path
        };
        let (own, other) = (left("out.csv"), left("other.csv"));
        // One that is still written is locked.
        let busy = new_beside(folder.path(), &prefix(&path)).unwrap();
        write_atomic(&path, b"whole").unwrap();
        assert!(!own.exists() && other.exists() && busy.path().exists());
    }
}
