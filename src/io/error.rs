//! Why a file gave nothing at all, and why one could not be written.
//!
//! Anything less than that is a warning in the report of the file. The words stand in the locale
//! table; the `Display` texts here are for logs.

use std::path::{Path, PathBuf};

use crate::model::Message;

/// Why a file gave nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// The caller stopped the read.
    #[error("reading was cancelled")]
    Cancelled,
    /// The bytes could not be had.
    #[error("{problem}: {}", path.display())]
    File {
        /// Which file.
        path: PathBuf,
        /// What stood in the way.
        problem: FileProblem,
    },
    /// The bytes hold no table that Richter can use.
    #[error("{problem}: {}", path.display())]
    Content {
        /// Which file.
        path: PathBuf,
        /// What is wrong with it.
        problem: ContentProblem,
    },
}

/// What stands between a path and its bytes.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileProblem {
    /// Nothing is there.
    #[error("no such file")]
    Missing,
    /// The system does not allow it.
    #[error("not allowed to read")]
    Denied,
    /// It is a folder.
    #[error("a folder, not a file")]
    Folder,
    /// It is a device, a pipe or a socket.
    #[error("no regular file")]
    Special,
    /// It is a folder in which no table lies.
    #[error("no table in the folder")]
    EmptyFolder,
    /// It is larger than what is read.
    #[error("{bytes} bytes, the limit is {limit}")]
    TooLarge {
        /// Its size in bytes.
        bytes: u64,
        /// The limit in bytes.
        limit: u64,
    },
    /// It became shorter while it was read.
    #[error("shrank from {expected} to {found} bytes during the read")]
    Shrank {
        /// Bytes at the start.
        expected: u64,
        /// Bytes that came.
        found: u64,
    },
    /// Anything else, in the words of the operating system.
    #[error("{reason}")]
    Other {
        /// The system's own words.
        reason: String,
    },
}

/// What a file turned out to be when it is no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Binary {
    /// A picture.
    Picture,
    /// A PDF document.
    Pdf,
    /// A spreadsheet workbook.
    Workbook,
    /// A compressed archive.
    Archive,
    /// A Parquet file.
    Parquet,
    /// Some other kind of bytes.
    Unknown,
}

/// Why the bytes of a file hold nothing usable.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ContentProblem {
    /// No bytes, or nothing but white space.
    #[error("the file is empty")]
    Empty,
    /// No text.
    #[error("no text but {0:?}")]
    Binary(Binary),
    /// Text in 16-bit units.
    #[error("text in UTF-16")]
    Utf16,
    /// Text in another encoding than UTF-8.
    #[error("byte {byte:#04x} at offset {offset} on line {line} is no UTF-8")]
    NotUtf8 {
        /// The byte that UTF-8 does not allow there.
        byte: u8,
        /// Its zero-based offset in the file.
        offset: usize,
        /// Its one-based line.
        line: u64,
    },
    /// No line divides into at least two columns alike.
    #[error("no columns")]
    NoColumns,
    /// A header with nothing under it.
    #[error("a header on line {line} and nothing under it")]
    HeaderOnly {
        /// The header's line.
        line: u64,
    },
    /// Nothing that reads as dates.
    #[error("no column of dates")]
    NoDates,
    /// Nothing that reads as numbers.
    #[error("no column of numbers")]
    NoNumbers,
    /// Opening or highest prices, and no closing price.
    #[error("no column of closing prices")]
    NoClose,
    /// Tickers and several columns of numbers, none of them named as the close.
    #[error("none of the columns {columns} is named as the close")]
    UnnamedClose {
        /// Names of the columns of numbers.
        columns: String,
    },
    /// No header, and columns whose meaning their values do not show.
    #[error("no header, and the values do not tell which column is which")]
    NoHeader,
    /// More rows fail than are read.
    #[error("{bad} of {rows} rows fail, first line {line}: {cell}")]
    MostlyBroken {
        /// Rows that fail.
        bad: usize,
        /// Rows in all.
        rows: usize,
        /// Line of the first one.
        line: u64,
        /// What stands there.
        cell: String,
    },
    /// The typed columns could not be arranged.
    #[error("the columns could not be arranged: {reason}")]
    Arrange {
        /// Words of the library that arranges them.
        reason: String,
    },
}

/// Why reading stops inside this layer, before the path is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    Cancelled,
    Problem(ContentProblem),
}

impl From<ContentProblem> for Stop {
    fn from(problem: ContentProblem) -> Self {
        Self::Problem(problem)
    }
}

impl Stop {
    /// The error of that file.
    pub(super) fn at(self, path: &Path) -> ReadError {
        match self {
            Self::Cancelled => ReadError::Cancelled,
            Self::Problem(problem) => ReadError::Content { path: path.to_owned(), problem },
        }
    }
}

impl ReadError {
    /// What happened, where, and what to do, as a sentence to be said.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Cancelled => Message::new("io-cancelled"),
            Self::File { path, problem } => problem.message().with("path", shown(path)),
            Self::Content { path, problem } => problem.message().with("path", shown(path)),
        }
    }
}

impl FileProblem {
    /// The problem of an operating system error.
    pub(super) fn from_system(error: &std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory => Self::Missing,
            std::io::ErrorKind::PermissionDenied => Self::Denied,
            std::io::ErrorKind::IsADirectory => Self::Folder,
            _ => Self::Other { reason: error.to_string() },
        }
    }

    fn message(&self) -> Message {
        match self {
            Self::Missing => Message::new("io-file-missing"),
            Self::Denied => Message::new("io-file-denied"),
            Self::Folder => Message::new("io-file-is-folder"),
            Self::Special => Message::new("io-file-special"),
            Self::EmptyFolder => Message::new("io-folder-empty"),
            Self::TooLarge { bytes, limit } => Message::new("io-file-too-large")
                .with("megabytes", bytes.div_ceil(MEGABYTE))
                .with("limit", limit / MEGABYTE),
            Self::Shrank { expected, found } => {
                Message::new("io-file-shrank").with("expected", *expected).with("found", *found)
            }
            Self::Other { reason } => Message::new("io-file-other").with("reason", reason.as_str()),
        }
    }
}

const MEGABYTE: u64 = 1 << 20;

impl ContentProblem {
    fn message(&self) -> Message {
        match self {
            Self::Empty => Message::new("io-content-empty"),
            Self::Binary(Binary::Picture) => Message::new("io-binary-picture"),
            Self::Binary(Binary::Pdf) => Message::new("io-binary-pdf"),
            Self::Binary(Binary::Workbook) => Message::new("io-binary-workbook"),
            Self::Binary(Binary::Archive) => Message::new("io-binary-archive"),
            Self::Binary(Binary::Parquet) => Message::new("io-binary-parquet"),
            Self::Binary(Binary::Unknown) => Message::new("io-binary-unknown"),
            Self::Utf16 => Message::new("io-encoding-utf16"),
            Self::NotUtf8 { byte, offset, line } => Message::new("io-encoding-other")
                .with("byte", format!("0x{byte:02X}"))
                .with("offset", offset.to_string())
                .with("line", line.to_string()),
            Self::NoColumns => Message::new("io-no-columns"),
            Self::HeaderOnly { line } => Message::new("io-header-only").with("line", line.to_string()),
            Self::NoDates => Message::new("io-no-dates"),
            Self::NoNumbers => Message::new("io-no-numbers"),
            Self::NoClose => Message::new("io-no-close"),
            Self::UnnamedClose { columns } => {
                Message::new("io-unnamed-close").with("columns", columns.as_str())
            }
            Self::NoHeader => Message::new("io-no-header"),
            Self::MostlyBroken { bad, rows, line, cell } => Message::new("io-mostly-broken")
                .with("bad", *bad)
                .with("rows", *rows)
                .with("line", line.to_string())
                .with("cell", cell.as_str()),
            Self::Arrange { reason } => Message::new("io-arrange").with("reason", reason.as_str()),
        }
    }
}

/// Why something was not written. A file that stood there before is whole.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WriteError {
    /// The bytes could not be put in their place.
    #[error("{problem:?}: {}", path.display())]
    File {
        /// Where it should have gone.
        path: PathBuf,
        /// What stood in the way.
        problem: WriteProblem,
    },
    /// Series could not be put together as a table.
    #[error("the table could not be put together: {reason}")]
    Table {
        /// Words of the library that writes tables.
        reason: String,
    },
}

/// What stands between bytes and their place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WriteProblem {
    /// The target is a folder.
    Folder,
    /// The folder that should hold it does not exist.
    MissingFolder,
    /// The system does not allow it.
    Denied,
    /// The volume cannot be written to.
    ReadOnly,
    /// No space is left.
    Full,
    /// Anything else, in the words of the operating system.
    Other(String),
}

impl WriteError {
    /// What happened, where, and what to do, as a sentence to be said.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::File { path, problem } => problem.message().with("path", shown(path)),
            Self::Table { reason } => Message::new("io-table-not-written").with("reason", reason.as_str()),
        }
    }
}

impl WriteProblem {
    fn message(&self) -> Message {
        match self {
            Self::Folder => Message::new("io-write-folder"),
            Self::MissingFolder => Message::new("io-write-no-folder"),
            Self::Denied => Message::new("io-write-denied"),
            Self::ReadOnly => Message::new("io-write-read-only"),
            Self::Full => Message::new("io-write-full"),
            Self::Other(reason) => Message::new("io-write-other").with("reason", reason.as_str()),
        }
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
