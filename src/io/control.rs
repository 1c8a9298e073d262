//! How a caller watches a read and stops it: a cancel flag and a byte count, both shared with
//! whoever shows the progress.
//!
//! It starts no thread and knows no job; checking often enough is the reader's duty.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use super::error::Stop;

/// Flag and counter that a reader and its caller share.
#[derive(Clone, Copy, Debug)]
pub struct Control<'a> {
    /// Set by the caller to stop the read soon.
    pub cancel: &'a AtomicBool,
    /// Bytes that were taken apart so far; a file that is read to its end adds its length.
    pub bytes_done: &'a AtomicU64,
}

static NEVER: AtomicBool = AtomicBool::new(false);
static UNSEEN: AtomicU64 = AtomicU64::new(0);

impl Control<'static> {
    /// A control that never cancels and that nobody watches.
    #[must_use]
    pub fn unwatched() -> Self {
        Self { cancel: &NEVER, bytes_done: &UNSEEN }
    }
}

impl Control<'_> {
    /// Whether the caller wants the read to stop.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.cancel.load(Ordering::Relaxed)
    }

    /// Counts bytes as taken apart.
    pub(super) fn advance(&self, bytes: u64) {
        self.bytes_done.fetch_add(bytes, Ordering::Relaxed);
    }

    /// Leaves the read when the caller wants it to stop.
    pub(super) fn check(&self) -> Result<(), Stop> {
        if self.is_cancelled() { Err(Stop::Cancelled) } else { Ok(()) }
    }
}
