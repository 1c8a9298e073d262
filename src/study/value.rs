//! Market value gained or lost between base and event close.

use crate::model::SeriesId;

/// Market value change of the series whose shares are known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ValueChange {
    /// Change of each counted series in US dollars.
    pub lines: Vec<(SeriesId, f64)>,
    /// Sum over the lines in US dollars, each issuer once.
    pub total_usd: f64,
    /// How many stocks are counted.
    pub counted: usize,
    /// How many stocks there are.
    pub of: usize,
}
