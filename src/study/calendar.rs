//! The axis of sessions.

use jiff::civil::Date;

/// Every date on which any open series has a session, ascending.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sessions {
    dates: Vec<Date>,
}
