//! Bytes in and out: a file's bytes become typed columns with everything that was decided on the
//! way, and series become a clean table again.
//!
//! Reading is pure: bytes in, [`Loaded`] out. The file system is touched in `files` alone, and no
//! type of a data frame leaves this layer. A file either gives what holds in it, with a warning
//! for each line that does not, or one [`ReadError`] that says why there is nothing.
//!
//! The stages: `containers` (archives, sheets, data frames, JSON, HTML to texts and grids),
//! `encoding`, `dialect`, `split` and `divide` (bytes to text to a grid of cells), `region` and `table`
//! (where the table stands and what its columns are called), `vocabulary` and `header` (names to
//! roles), `columns`, `dates` and `numbers` (a column's cells to values), `prices`, `models` and
//! `sides` (roles and values to content), `frame` (rows sorted and divided by series), `compose`
//! (all open files to what is known). `reading` walks a file through them, `candidates` tells which of
//! several tables it takes, `choices` knows what can be decided on the way, `recall` reads it as others
//! of its header were, and `outline` keeps what a preview shows.

mod candidates;
mod cell;
mod choices;
mod columns;
mod compose;
mod containers;
mod control;
mod dates;
mod dialect;
mod divide;
mod encoding;
mod error;
pub mod files;
mod frame;
mod grid;
mod header;
mod listings;
mod models;
mod numbers;
mod outline;
mod prices;
#[cfg(fuzzing)]
pub mod probe;
mod raw;
mod reading;
mod recall;
mod region;
mod report;
mod sample;
mod sides;
mod source;
mod split;
mod table;
mod vocabulary;
mod write;

pub use choices::{is_close_name, is_column_role, is_column_unit, is_currency, is_measure, is_series_role};
pub use compose::compose;
pub use containers::is_guarded;
pub use control::Control;
pub use encoding::encoding_name;
pub use error::{Binary, ContentProblem, FileProblem, ReadError, WriteError, WriteProblem};
pub use models::ratio as blend_ratio;
pub use reading::{fingerprint, raw, read_bytes, read_file};
pub use recall::read_file_recalling;
pub use sample::{load_sample, sample, sample_event};
pub use write::write_long;
