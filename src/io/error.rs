//! Why a file gave nothing at all, and why one could not be written.
//!
//! Anything less than that is a warning in the report of the file. The words stand in the locale
//! table; the `Display` texts here are for logs.

mod writing;

use std::path::{Path, PathBuf};

use super::encoding;
use crate::model::Message;

pub use writing::{WriteError, WriteProblem};

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
    /// Another program wrote to it while it was read.
    #[error("changed during the read")]
    Changed,
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
    /// A text document or a presentation.
    Document,
    /// A document of Apple Numbers.
    Numbers,
    /// A 7z archive.
    SevenZip,
    /// A RAR archive.
    Rar,
    /// An xz stream.
    Xz,
    /// A bzip2 stream.
    Bzip2,
    /// A tar archive.
    Tar,
    /// An `SQLite` database.
    Database,
    /// An HDF5 file.
    Hdf,
    /// An object that Python stored.
    Pickle,
    /// A Feather file of the first version.
    OldFeather,
    /// XML that holds no sheet.
    Xml,
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
    /// A file that is encrypted as a whole.
    #[error("protected by a password")]
    LockedFile,
    /// An archive member that is encrypted.
    #[error("the member {name} is protected by a password")]
    LockedMember {
        /// Its path in the archive.
        name: String,
    },
    /// A web page in one file that holds no page.
    #[error("a web archive without a page")]
    WebArchive,
    /// A workbook that holds formulas whose results were never stored.
    #[error("formulas without results")]
    NeverCalculated,
    /// An archive without a member that can hold a table.
    #[error("an archive without a table")]
    EmptyArchive,
    /// A workbook all of whose sheets are empty.
    #[error("a workbook without a cell")]
    EmptyWorkbook,
    /// Archives in archives in archives.
    #[error("packed more than twice")]
    TooNested,
    /// More than is held at once when it is unpacked.
    #[error("more than {limit} bytes when unpacked")]
    UnpackedTooLarge {
        /// The limit in bytes.
        limit: u64,
    },
    /// It grows as no table does when it is unpacked.
    #[error("more than {ratio} times its size when unpacked")]
    UnpackedTooDense {
        /// The limit, in unpacked bytes for each packed one.
        ratio: u64,
    },
    /// Bytes that their own format does not allow.
    #[error("damaged: {reason}")]
    Damaged {
        /// Words of the library that reads the format.
        reason: String,
    },
    /// The sheet or member that was decided on is not there.
    #[error("no part named {choice} among {names}")]
    NoSuchPart {
        /// What was decided on.
        choice: String,
        /// What is there.
        names: String,
    },
    /// A web page without a table.
    #[error("a web page titled {title}")]
    HtmlPage {
        /// Its title, or its first words.
        title: String,
    },
    /// JSON that no parser reads.
    #[error("a mistake in JSON on line {line}")]
    BrokenJson {
        /// The line of the mistake.
        line: u64,
    },
    /// JSON without rows.
    #[error("JSON without a table")]
    NoTableInJson,
    /// Two versions of a text in one file, as version control leaves them.
    #[error("an open merge conflict on line {line}")]
    MergeConflict {
        /// The line on which the first version begins.
        line: u64,
    },
    /// A note by version control where a large file should be.
    #[error("a pointer to a large file")]
    LfsPointer,
    /// An encoding was asked for that has no such name.
    #[error("no encoding is called {label}")]
    UnknownEncoding {
        /// The name that was given.
        label: String,
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
    /// Dates in years of the Islamic calendar.
    #[error("dates of the Islamic calendar: {cell}")]
    Hijri {
        /// One of them.
        cell: String,
    },
    /// Days by months, and no year anywhere.
    #[error("days by months without a year")]
    MatrixWithoutYear,
    /// The close that the user named is no column of numbers.
    #[error("no column of numbers {name} among {columns}")]
    NoSuchClose {
        /// What was asked for.
        name: String,
        /// Names of the columns of numbers.
        columns: String,
    },
    /// The header line that the user named is not in the file.
    #[error("no line {line}")]
    NoSuchLine {
        /// What was asked for.
        line: String,
    },
    /// What the user named for a choice is none of its values.
    #[error("{given} is no {choice}")]
    NoSuchValue {
        /// Key of the choice.
        choice: &'static str,
        /// What was asked for.
        given: String,
    },
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
    /// Most rows have more cells than there are names.
    #[error("{bad} of {rows} rows have more cells than the {names} names, first line {line}")]
    TornRows {
        /// Rows that have.
        bad: usize,
        /// Rows in all.
        rows: usize,
        /// Names of columns.
        names: usize,
        /// Line of the first one.
        line: u64,
    },
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
            Self::Changed => Message::new("io-file-changed"),
            Self::Other { reason } => Message::new("io-file-other").with("reason", reason.as_str()),
        }
    }
}

const MEGABYTE: u64 = 1 << 20;

impl ContentProblem {
    fn message(&self) -> Message {
        match self {
            Self::Empty => Message::new("io-content-empty"),
            Self::Binary(binary) => binary.message(),
            Self::LockedFile
            | Self::LockedMember { .. }
            | Self::EmptyArchive
            | Self::EmptyWorkbook
            | Self::WebArchive
            | Self::NeverCalculated
            | Self::TooNested
            | Self::UnpackedTooLarge { .. }
            | Self::UnpackedTooDense { .. }
            | Self::Damaged { .. }
            | Self::NoSuchPart { .. } => self.container(),
            Self::UnknownEncoding { label } => Message::new("io-encoding-unknown")
                .with("label", label.as_str())
                .with("known", encoding::known_names()),
            Self::NoColumns => Message::new("io-no-columns"),
            Self::HeaderOnly { line } => Message::new("io-header-only").with("line", line.to_string()),
            Self::NoDates => Message::new("io-no-dates"),
            Self::Hijri { cell } => Message::new("io-hijri").with("cell", cell.as_str()),
            Self::MatrixWithoutYear => Message::new("io-matrix-without-year"),
            Self::NoSuchClose { name, columns } => {
                Message::new("io-no-such-close").with("name", name.as_str()).with("columns", columns.as_str())
            }
            Self::NoSuchLine { line } => Message::new("io-no-such-line").with("line", line.as_str()),
            Self::NoSuchValue { choice, given } => {
                let key = match *choice {
                    "delimiter" => "io-no-such-delimiter",
                    "decimal" => "io-no-such-decimal",
                    "content" => "io-no-such-content",
                    "measure" => "io-no-such-measure",
                    "column_role" => "io-no-such-role",
                    "column_unit" => "io-no-such-unit",
                    "role" => "io-no-such-series-role",
                    "currency" => "io-no-such-currency",
                    "blend" => "io-no-such-blend",
                    _ => "io-no-such-date-order",
                };
                Message::new(key).with("given", given.as_str())
            }
            Self::NoNumbers => Message::new("io-no-numbers"),
            Self::NoClose => Message::new("io-no-close"),
            Self::UnnamedClose { columns } => {
                Message::new("io-unnamed-close").with("columns", columns.as_str())
            }
            Self::NoHeader => Message::new("io-no-header"),
            Self::TornRows { bad, rows, names, line } => Message::new("io-torn-rows")
                .with("bad", *bad)
                .with("rows", *rows)
                .with("names", names.to_string())
                .with("line", line.to_string()),
            Self::MostlyBroken { bad, rows, line, cell } => Message::new("io-mostly-broken")
                .with("bad", *bad)
                .with("rows", *rows)
                .with("line", line.to_string())
                .with("cell", cell.as_str()),
            Self::HtmlPage { title } => Message::new("io-web-page").with("title", title.as_str()),
            Self::BrokenJson { line } => Message::new("io-json-broken").with("line", line.to_string()),
            Self::NoTableInJson => Message::new("io-json-no-table"),
            Self::MergeConflict { line } => Message::new("io-merge-conflict").with("line", line.to_string()),
            Self::LfsPointer => Message::new("io-lfs-pointer"),
            Self::Arrange { reason } => Message::new("io-arrange").with("reason", reason.as_str()),
        }
    }

    /// What stands between a file and what is packed in it.
    fn container(&self) -> Message {
        match self {
            Self::LockedMember { name } => Message::new("io-locked-member").with("name", name.as_str()),
            Self::EmptyArchive => Message::new("io-archive-empty"),
            Self::EmptyWorkbook => Message::new("io-workbook-empty"),
            Self::WebArchive => Message::new("io-web-archive"),
            Self::NeverCalculated => Message::new("io-never-calculated"),
            Self::TooNested => Message::new("io-too-nested"),
            Self::UnpackedTooLarge { limit } => {
                Message::new("io-unpacked-too-large").with("limit", limit / MEGABYTE)
            }
            Self::UnpackedTooDense { ratio } => Message::new("io-unpacked-too-dense").with("ratio", *ratio),
            Self::Damaged { reason } => Message::new("io-damaged").with("reason", reason.as_str()),
            Self::NoSuchPart { choice, names } => {
                Message::new("io-no-such-part").with("choice", choice.as_str()).with("names", names.as_str())
            }
            _ => Message::new("io-locked-file"),
        }
    }
}

impl Binary {
    fn message(self) -> Message {
        let archive = |format: &str| Message::new("io-binary-archive").with("format", format);
        match self {
            Self::Picture => Message::new("io-binary-picture"),
            Self::Pdf => Message::new("io-binary-pdf"),
            Self::Document => Message::new("io-binary-document"),
            Self::Numbers => Message::new("io-binary-numbers"),
            Self::SevenZip => archive("7z"),
            Self::Rar => archive("RAR"),
            Self::Xz => archive("xz"),
            Self::Bzip2 => archive("bzip2"),
            Self::Tar => archive("tar"),
            Self::Database => Message::new("io-binary-database"),
            Self::Hdf => Message::new("io-binary-hdf"),
            Self::Pickle => Message::new("io-binary-pickle"),
            Self::OldFeather => Message::new("io-binary-old-feather"),
            Self::Xml => Message::new("io-binary-xml"),
            Self::Unknown => Message::new("io-binary-unknown"),
        }
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
