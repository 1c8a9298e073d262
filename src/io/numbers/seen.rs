//! What is kept of the cells of a column: the ones that decided something, and the span of values.

/// A cell that decided something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::io) struct Seen {
    pub(super) line: u64,
    pub(super) cell: String,
}

/// Least and greatest of values above zero.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    pub low: f64,
    pub high: f64,
}

impl Default for Span {
    fn default() -> Self {
        Self { low: f64::INFINITY, high: 0.0 }
    }
}

impl Span {
    pub(super) fn take(&mut self, value: f64) {
        if value > 0.0 {
            self.low = self.low.min(value);
            self.high = self.high.max(value);
        }
    }

    pub(super) fn is_empty(self) -> bool {
        self.high <= 0.0
    }

    /// Whether no value is more than so many times beyond those of another span.
    pub(super) fn is_within(self, other: Self, times: f64) -> bool {
        self.low * times >= other.low && self.high <= other.high * times
    }

    /// Whether all values are more than so many times those of another span.
    pub(super) fn is_above(self, other: Self, times: f64) -> bool {
        self.low > other.high * times
    }

    /// How many times the least is in the greatest, both spans taken together.
    pub(super) fn ratio_with(self, other: Self, times: f64) -> f64 {
        self.high.max(other.high * times) / self.low.min(other.low * times)
    }
}
