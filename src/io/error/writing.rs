//! Why something could not be written.

use std::path::PathBuf;

use super::shown;
use crate::model::Message;

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
    /// The target is a device or a pipe.
    Special,
    /// A file has the name of a folder that should be made.
    NoFolder,
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
            Self::Special => Message::new("io-write-special"),
            Self::NoFolder => Message::new("io-write-not-a-folder"),
            Self::MissingFolder => Message::new("io-write-no-folder"),
            Self::Denied => Message::new("io-write-denied"),
            Self::ReadOnly => Message::new("io-write-read-only"),
            Self::Full => Message::new("io-write-full"),
            Self::Other(reason) => Message::new("io-write-other").with("reason", reason.as_str()),
        }
    }
}
