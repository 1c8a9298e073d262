//! Writing in one step: a temporary file beside the target, flushed, synced, renamed over it.
//!
//! A full disk, a kill or a crash leaves the old file whole.

use std::fs::{self, File, Permissions};
use std::io::{Error, ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::io::error::{WriteError, WriteProblem};

/// Writes the file, or leaves what was there as it was.
///
/// A link is followed, so that it stays a link. An existing file keeps its permissions, a new one
/// gets those that the user's new files have.
///
/// # Errors
/// [`WriteError`] with the reason: the target is a folder, its folder is missing, not allowed,
/// read-only, no space left.
pub fn write_atomic(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    write(path, bytes).map_err(|problem| WriteError::File { path: path.to_owned(), problem })
}

/// Makes a folder, and those above it, where there is none.
///
/// # Errors
/// [`WriteError`] with the reason.
pub fn make_folder(path: &Path) -> Result<(), WriteError> {
    fs::create_dir_all(path)
        .map_err(|error| WriteError::File { path: path.to_owned(), problem: problem(&error) })
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), WriteProblem> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
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
    let old = fs::metadata(&target).ok().map(|about| about.permissions());
    if old.as_ref().is_some_and(Permissions::readonly) {
        return Err(WriteProblem::Denied);
    }
    let mut temporary = new_beside(&folder).map_err(|error| problem(&error))?;
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

fn new_beside(folder: &Path) -> Result<tempfile::NamedTempFile, Error> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".richter-").suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // The user's umask takes away what new files shall not allow.
        builder.permissions(Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
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
}
