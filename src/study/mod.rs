//! Arithmetic: the session calendar, moves, market value, the cost frontier.

pub mod calendar;
pub mod frontier;
pub mod moves;
pub mod value;

pub use calendar::Sessions;
pub use moves::{Base, Move};
pub use value::ValueChange;

/// What was computed for one document and its data.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Analysis {
    /// Every date on which any open series has a session.
    pub sessions: Sessions,
    /// One entry a series, in the order of the data.
    pub moves: Vec<Move>,
    /// Market value between base and event close.
    pub value: Option<ValueChange>,
}
