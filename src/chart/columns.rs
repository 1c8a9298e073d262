//! Columns of the table of moves and of the study: which there are, what stands over them, what
//! explains them, and the cell of a series.
//!
//! The window's table, the printed one and the command line ask here, so that a figure has one
//! meaning and one form everywhere. All numbers are the study's; nothing is computed but how they
//! are rounded for reading.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::column_cells::Row;
use super::{Scene, View};
use crate::model::Series;

pub use super::column_cells::{Cell, cells, gain_text};

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StudyColumn {
    /// Name of the series.
    Name,
    /// Its ticker where that is not its name.
    Ticker,
    /// Date of the base.
    BaseDate,
    /// Close of the base.
    BaseClose,
    /// Close of the event's session.
    EventClose,
    /// Event close over base, simple return.
    #[serde(alias = "change")]
    Move,
    /// The same as a logarithmic return.
    Log,
    /// Open of the event's session over base.
    ToOpen,
    /// Low of the event's session over base.
    ToLow,
    /// Last shown close over base.
    ToEnd,
    /// Close of the next session over the event close.
    Rebound,
    /// Lowest close over base before the base was reached again.
    Drawdown,
    /// Sessions until the base was reached again.
    Recovered,
    /// Constant of the model of normal returns.
    Alpha,
    /// Slope of the market model.
    Beta,
    /// Standard deviation about the model.
    Sigma,
    /// Share of the variance that the index explains.
    R2,
    /// Abnormal return of the event's session.
    Ar,
    /// That over its standard error.
    Sar,
    /// Abnormal returns of the event window, added up.
    Car,
    /// Low end of CAR's interval.
    CarLow,
    /// High end of CAR's interval.
    CarHigh,
    /// CAR over its standard error.
    T,
    /// Two-sided p value of that.
    P,
    /// Rank p value of the event's abnormal return.
    PRank,
    /// Buy-and-hold abnormal return of the event window.
    Bhar,
    /// Change in market value, below zero for a loss.
    ValueLost,
    /// The part of it that the model does not expect.
    AbnormalValue,
    /// What was reported of the move.
    Reported,
}

/// What the numbers of a column measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Words instead of numbers.
    Words,
    /// A date.
    Date,
    /// A price, in the series' currency or in points.
    Price,
    /// A return or a part of one, as a share.
    Share,
    /// A number without a unit.
    Plain,
    /// A count of sessions.
    Sessions,
    /// A sum of money.
    Money,
}

/// A column of that id is not known.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no column is named {0:?}")]
pub struct UnknownColumn(pub String);

impl FromStr for StudyColumn {
    type Err = UnknownColumn;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wanted = text.trim().to_lowercase().replace('-', "_");
        let found = Self::ALL.into_iter().find(|column| column.id() == wanted);
        found.ok_or_else(|| UnknownColumn(text.trim().to_owned()))
    }
}

impl StudyColumn {
    /// Every column, in menu order.
    pub const ALL: [Self; 29] = [
        Self::Name,
        Self::Ticker,
        Self::BaseDate,
        Self::BaseClose,
        Self::EventClose,
        Self::Move,
        Self::Log,
        Self::ToOpen,
        Self::ToLow,
        Self::ToEnd,
        Self::Rebound,
        Self::Drawdown,
        Self::Recovered,
        Self::Alpha,
        Self::Beta,
        Self::Sigma,
        Self::R2,
        Self::Ar,
        Self::Sar,
        Self::Car,
        Self::CarLow,
        Self::CarHigh,
        Self::T,
        Self::P,
        Self::PRank,
        Self::Bhar,
        Self::ValueLost,
        Self::AbnormalValue,
        Self::Reported,
    ];

    /// Name in an order, a spec file and a file of settings.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Ticker => "ticker",
            Self::BaseDate => "base_date",
            Self::BaseClose => "base_close",
            Self::EventClose => "event_close",
            Self::Move => "move",
            Self::Log => "log",
            Self::ToOpen => "to_open",
            Self::ToLow => "to_low",
            Self::ToEnd => "to_end",
            Self::Rebound => "rebound",
            Self::Drawdown => "drawdown",
            Self::Recovered => "recovered",
            Self::Alpha => "alpha",
            Self::Beta => "beta",
            Self::Sigma => "sigma",
            Self::R2 => "r2",
            Self::Ar => "ar",
            Self::Sar => "sar",
            Self::Car => "car",
            Self::CarLow => "car_low",
            Self::CarHigh => "car_high",
            Self::T => "t",
            Self::P => "p",
            Self::PRank => "p_rank",
            Self::Bhar => "bhar",
            Self::ValueLost => "value_lost",
            Self::AbnormalValue => "abnormal_value",
            Self::Reported => "reported",
        }
    }

    /// Key of its header.
    #[must_use]
    pub fn header(self) -> &'static str {
        match self {
            Self::Name => "chart-table-name",
            Self::Ticker => "chart-table-ticker",
            Self::BaseDate => "chart-table-base-date",
            Self::BaseClose => "chart-table-base-close",
            Self::EventClose => "chart-table-event-close",
            Self::Move => "chart-table-move",
            Self::Log => "chart-column-log",
            Self::ToOpen => "chart-column-to-open",
            Self::ToLow => "chart-column-to-low",
            Self::ToEnd => "chart-column-to-end",
            Self::Rebound => "chart-column-rebound",
            Self::Drawdown => "chart-column-drawdown",
            Self::Recovered => "chart-column-recovered",
            Self::Alpha => "chart-column-alpha",
            Self::Beta => "chart-column-beta",
            Self::Sigma => "chart-column-sigma",
            Self::R2 => "chart-column-r2",
            Self::Ar => "chart-column-ar",
            Self::Sar => "chart-column-sar",
            Self::Car => "chart-column-car",
            Self::CarLow => "chart-column-car-low",
            Self::CarHigh => "chart-column-car-high",
            Self::T => "chart-column-t",
            Self::P => "chart-column-p",
            Self::PRank => "chart-column-p-rank",
            Self::Bhar => "chart-column-bhar",
            Self::ValueLost => "chart-table-value",
            Self::AbnormalValue => "chart-column-abnormal-value",
            Self::Reported => "chart-table-reported",
        }
    }

    /// Key of the sentence that explains the figure and gives its formula.
    #[must_use]
    pub fn explain(self) -> &'static str {
        match self {
            Self::Name => "chart-explain-name",
            Self::Ticker => "chart-explain-ticker",
            Self::BaseDate => "chart-explain-base-date",
            Self::BaseClose => "chart-explain-base-close",
            Self::EventClose => "chart-explain-event-close",
            Self::Move => "chart-explain-move",
            Self::Log => "chart-explain-log",
            Self::ToOpen => "chart-explain-to-open",
            Self::ToLow => "chart-explain-to-low",
            Self::ToEnd => "chart-explain-to-end",
            Self::Rebound => "chart-explain-rebound",
            Self::Drawdown => "chart-explain-drawdown",
            Self::Recovered => "chart-explain-recovered",
            Self::Alpha => "chart-explain-alpha",
            Self::Beta => "chart-explain-beta",
            Self::Sigma => "chart-explain-sigma",
            Self::R2 => "chart-explain-r2",
            Self::Ar => "chart-explain-ar",
            Self::Sar => "chart-explain-sar",
            Self::Car => "chart-explain-car",
            Self::CarLow => "chart-explain-car-low",
            Self::CarHigh => "chart-explain-car-high",
            Self::T => "chart-explain-t",
            Self::P => "chart-explain-p",
            Self::PRank => "chart-explain-p-rank",
            Self::Bhar => "chart-explain-bhar",
            Self::ValueLost => "chart-explain-value-lost",
            Self::AbnormalValue => "chart-explain-abnormal-value",
            Self::Reported => "chart-explain-reported",
        }
    }

    /// What its numbers measure.
    #[must_use]
    pub fn measure(self) -> Measure {
        match self {
            Self::Name | Self::Ticker => Measure::Words,
            Self::BaseDate => Measure::Date,
            Self::BaseClose | Self::EventClose => Measure::Price,
            Self::Recovered => Measure::Sessions,
            Self::Beta | Self::R2 | Self::Sar | Self::T | Self::P | Self::PRank => Measure::Plain,
            Self::ValueLost | Self::AbnormalValue => Measure::Money,
            _ => Measure::Share,
        }
    }

    /// Whether its cells end on one vertical, as numbers and dates do.
    #[must_use]
    pub fn is_number(self) -> bool {
        self.measure() != Measure::Words
    }

    /// The cell of a series; `decimals` are those of a return in per cent. Without an event the base
    /// is the first shown session, and what an event is needed for is empty.
    #[must_use]
    pub fn cell(self, scene: &Scene<'_>, view: &View, series: &Series, decimals: usize) -> Cell {
        Row::of(scene, view, series, decimals).cell(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Words;

    #[test]
    fn every_column_is_found_by_its_id_and_says_what_it_is() {
        let words = Words::english();
        for column in StudyColumn::ALL {
            assert_eq!(column.id().parse(), Ok(column));
            assert_eq!(format!("\"{}\"", column.id()), serde_json::to_string(&column).unwrap());
            for key in [column.header(), column.explain()] {
                assert_ne!(words.text(key), key);
            }
        }
        assert_eq!(" P-Rank".parse(), Ok(StudyColumn::PRank));
        assert_eq!("moves".parse::<StudyColumn>(), Err(UnknownColumn("moves".to_owned())));
    }
}
