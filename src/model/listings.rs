//! Market values of many listings before and after an event, as a screener's file gives them.

use jiff::civil::Date;

/// One listing.
#[derive(Clone, Debug, PartialEq)]
pub struct MarketValue {
    /// Its symbol.
    pub symbol: String,
    /// Exchange it is listed on.
    pub exchange: Option<String>,
    /// Industry.
    pub sector: Option<String>,
    /// Market value before, NaN where there is none.
    pub before: f64,
    /// Market value after, NaN where there is none.
    pub after: f64,
    /// Whether the file says that it is a second line of an issuer that is listed too.
    pub is_duplicate: bool,
}

/// A file of market values.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MarketValues {
    /// The file's name.
    pub file: String,
    /// Dates of the values before and after, where the columns' names say them.
    pub dates: [Option<Date>; 2],
    /// Currency of the values, where the columns' names say it.
    pub currency: Option<String>,
    /// One entry a listing, in file order.
    pub rows: Vec<MarketValue>,
}
