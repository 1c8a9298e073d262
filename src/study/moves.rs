//! Base, event close and the move between them.

use jiff::civil::Date;

use crate::model::SeriesId;

/// Last close before the event's session.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Base {
    /// Its date.
    pub date: Date,
    /// Its close, unadjusted.
    pub close: f64,
}

/// A series' move on the event.
#[derive(Clone, Debug, PartialEq)]
pub struct Move {
    /// Which series.
    pub id: SeriesId,
    /// Last close before the event's session; `None` without an event or a session near it.
    pub base: Option<Base>,
    /// Date and close of the event's session.
    pub event: Option<(Date, f64)>,
    /// Event close over base minus one, as a share; `None` for a base that is not positive.
    pub change: Option<f64>,
}
