//! Small tables beside the prices: who a series is, its shares, what was reported, what
//! training cost. Each is a file any user may supply.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What part a series plays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// A market index, drawn heavier.
    Index,
    /// A future on an index.
    Future,
    /// A single stock.
    #[default]
    Stock,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 3] = [Self::Index, Self::Future, Self::Stock];

    /// The name that files and flags have for it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Index => "index",
            Self::Future => "future",
            Self::Stock => "stock",
        }
    }

    /// The role of that name.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// One row of a series file: `series,name,role,exchange,currency,issuer,sector`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SeriesInfo {
    /// Ticker as it names the price series.
    pub series: String,
    /// Name a reader knows.
    pub name: Option<String>,
    /// Part it plays.
    pub role: Role,
    /// Exchange it trades on.
    pub exchange: Option<String>,
    /// Currency of its prices, ISO 4217.
    pub currency: Option<String>,
    /// Company behind it, so that two lines of one company count once.
    pub issuer: Option<String>,
    /// Industry.
    pub sector: Option<String>,
}

/// Shares outstanding of one series as of a date.
#[derive(Clone, Debug, PartialEq)]
pub struct ShareCount {
    /// Ticker.
    pub series: String,
    /// Shares, in units.
    pub shares: f64,
    /// The date the count is of.
    pub as_of: Date,
    /// Where the count was published.
    pub filing: Option<String>,
}

/// What a reported value measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quantity {
    /// A price move, in per cent.
    Move,
    /// Market value, in the unit's currency.
    MarketValue,
    /// Cost of training a model.
    TrainingCost,
    /// Number of chips a model was trained on.
    Chips,
}

/// How a reported value bounds the truth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// About that much.
    About,
    /// That much or more, in the value's own direction.
    AtLeast,
    /// At most that much.
    AtMost,
}

/// One figure that was reported about an event before its outcome was known.
#[derive(Clone, Debug, PartialEq)]
pub struct Reported {
    /// The event's date.
    pub date: Date,
    /// Series or model it speaks of, or a group such as a market.
    pub subject: String,
    /// What is measured.
    pub quantity: Quantity,
    /// The value, in `unit`.
    pub value: f64,
    /// `percent`, `USD`, `chips`.
    pub unit: String,
    /// How sure.
    pub bound: Bound,
    /// Anything else that was said.
    pub note: Option<String>,
}

/// One published training cost of a model by one method.
#[derive(Clone, Debug, PartialEq)]
pub struct TrainingCost {
    /// Model as named in the models file.
    pub model: String,
    /// Cost in US dollars.
    pub cost_usd: f64,
    /// Price level the dollars are of, as written.
    pub dollar_year: Option<String>,
    /// How the cost was counted.
    pub method: String,
    /// Reported, derived or estimated.
    pub basis: String,
}
