//! What the rows of a table are grouped by, and the heading of a series' group.

use serde::{Deserialize, Serialize};

use crate::model::{Role, Series};
use crate::text::Words;

/// What the rows of a table are grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Grouping {
    /// Indices, futures and stocks.
    Role,
    /// The sector that a file of series gives.
    Sector,
}

impl Grouping {
    /// Every one, in menu order.
    pub const ALL: [Self; 2] = [Self::Role, Self::Sector];

    /// Name on the command line and in files.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::Sector => "sector",
        }
    }

    /// The heading of a series' group, with what groups are ordered by before their headings: market
    /// measures first, what no file tells last.
    #[must_use]
    pub fn of(self, words: &Words, series: &Series) -> (u8, String) {
        let role = series.info.role;
        let by_role = || match role {
            Role::Index => (0, words.text("chart-group-index")),
            Role::Future => (1, words.text("chart-group-future")),
            Role::Stock => (2, words.text("chart-group-stock")),
        };
        match (self, &series.info.sector) {
            (Self::Role, _) => by_role(),
            (Self::Sector, Some(sector)) => (2, sector.clone()),
            (Self::Sector, None) if role != Role::Stock => by_role(),
            (Self::Sector, None) => (3, words.text("chart-group-other")),
        }
    }

    /// Whether it tells any of those series apart.
    pub fn tells<'s>(self, series: impl Iterator<Item = &'s Series>) -> bool {
        let mut series = series;
        match self {
            Self::Role => {
                let first = series.next().map(|series| series.info.role);
                series.any(|other| Some(other.info.role) != first)
            }
            Self::Sector => series.any(|series| series.info.sector.is_some()),
        }
    }
}
