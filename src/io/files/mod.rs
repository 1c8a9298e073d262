//! The one folder of the package that touches the file system: reading into our own buffer,
//! listing a folder, and writing so that a file is either old or new, never half.
//!
//! Nothing here looks into the bytes.

mod read;
mod write;

pub use read::{
    MAX_FILE_BYTES, TABLE_ENDINGS, exists, expand, files_in, is_folder, is_same, read, size_bytes,
};
pub use write::{make_folder, write_atomic};
