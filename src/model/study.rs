//! What the user decides about the event study.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::data::SeriesId;

/// What a return is expected to be without the event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NormalModel {
    /// Market model: a line through the returns of stock and index, by least squares.
    #[default]
    Market,
    /// Market adjusted: the return of the index.
    Adjusted,
    /// Constant mean: the series' own mean return.
    Mean,
}

impl NormalModel {
    /// Every model, in menu order.
    pub const ALL: [Self; 3] = [Self::Market, Self::Adjusted, Self::Mean];

    /// Parameters that are estimated: k of Patell's correction.
    #[must_use]
    pub fn parameters(self) -> usize {
        match self {
            Self::Market => 2,
            Self::Adjusted => 0,
            Self::Mean => 1,
        }
    }

    /// What an estimate of sigma takes from the number of returns.
    #[must_use]
    pub fn lost_freedom(self) -> usize {
        match self {
            Self::Market => 2,
            Self::Adjusted | Self::Mean => 1,
        }
    }
}

/// How a return is taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Returns {
    /// `P1 / P0 - 1`.
    #[default]
    Simple,
    /// `ln(P1 / P0)`.
    Log,
}

impl Returns {
    /// Both, in menu order.
    pub const ALL: [Self; 2] = [Self::Simple, Self::Log];

    /// The return from one price to the next; `None` unless both are positive.
    #[must_use]
    pub fn between(self, from: f64, to: f64) -> Option<f64> {
        let ratio = (from > 0.0 && to > 0.0).then(|| to / from).filter(|ratio| ratio.is_finite())?;
        Some(match self {
            Self::Simple => ratio - 1.0,
            Self::Log => ratio.ln(),
        })
    }
}

/// Which session an event has on a day without one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OffSession {
    /// The next one.
    #[default]
    After,
    /// The one before.
    Before,
}

impl OffSession {
    /// Both, in menu order.
    pub const ALL: [Self; 2] = [Self::After, Self::Before];
}

/// What the user says about a jump that looks like a split.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Split {
    /// Which series.
    pub series: SeriesId,
    /// The first session at the new price.
    pub date: Date,
    /// New shares for an old one: 10 for a split 10:1, 0.1 for a reverse split 1:10, 1 where the
    /// jump is no split.
    pub ratio: f64,
}

/// How the event is studied.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct StudyOptions {
    /// What a return is expected to be.
    pub model: NormalModel,
    /// How returns are taken.
    pub returns: Returns,
    /// Returns in the estimation window, L1.
    pub estimation: usize,
    /// Sessions left out between the estimation window's last and the event window's first.
    pub gap: usize,
    /// First and last session of the event window, counted from the event's: tau1 and tau2.
    pub window: [i32; 2],
    /// Which session an event has on a day without one.
    pub off_session: OffSession,
    /// Both p values are at most that for a move to be called abnormal.
    pub level: f64,
    /// What is decided about jumps that look like splits.
    pub splits: Vec<Split>,
}

impl Default for StudyOptions {
    fn default() -> Self {
        Self {
            model: NormalModel::default(),
            returns: Returns::default(),
            estimation: 120,
            gap: 10,
            window: [0, 0],
            off_session: OffSession::default(),
            level: 0.05,
            splits: Vec::new(),
        }
    }
}

/// Fewer returns than that in the estimation window are warned of.
pub const FEW_RETURNS: usize = 30;
/// The longest estimation window, gap and distance of the event window from the event, in sessions.
pub const LONGEST_WINDOW: usize = 5000;

/// Why a study cannot be made as it is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OptionsError {
    /// The event window ends before it starts.
    Window,
    /// The estimation window would reach the event's session.
    Gap,
    /// Fewer returns than the model has parameters, and one.
    Estimation {
        /// The least that can be asked for.
        least: usize,
    },
    /// A window longer than [`LONGEST_WINDOW`].
    Long,
    /// The level is no probability above 0 and below 1.
    Level,
}

impl StudyOptions {
    /// The least number of returns that gives a variance and Patell's correction.
    #[must_use]
    pub fn least_estimation(&self) -> usize {
        self.model.parameters().max(self.model.lost_freedom()) + 1
    }

    /// Place of the estimation window's last session, counted from the event's.
    #[must_use]
    pub fn estimation_end(&self) -> i32 {
        let [from, _] = self.window;
        from.saturating_sub(i32::try_from(self.gap).unwrap_or(i32::MAX)).saturating_sub(1)
    }

    /// Checks what is set.
    ///
    /// # Errors
    /// The first thing that cannot be.
    pub fn check(&self) -> Result<(), OptionsError> {
        let [from, to] = self.window;
        let reach = |tau: i32| tau.unsigned_abs() as usize > LONGEST_WINDOW;
        let least = self.least_estimation();
        if from > to {
            Err(OptionsError::Window)
        } else if self.estimation > LONGEST_WINDOW || self.gap > LONGEST_WINDOW || reach(from) || reach(to) {
            Err(OptionsError::Long)
        } else if self.estimation < least {
            Err(OptionsError::Estimation { least })
        } else if self.estimation_end() >= 0 {
            Err(OptionsError::Gap)
        } else if !(self.level > 0.0 && self.level < 1.0) {
            Err(OptionsError::Level)
        } else {
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_studied_is_refused() {
        let with = |change: fn(&mut StudyOptions)| {
            let mut options = StudyOptions::default();
            change(&mut options);
            options.check()
        };
        assert_eq!(with(|_| ()), Ok(()));
        assert_eq!(with(|o| o.window = [1, 0]), Err(OptionsError::Window));
        assert_eq!(with(|o| o.window = [-10, 10]), Ok(()));
        assert_eq!(with(|o| (o.window, o.gap) = ([1, 3], 0)), Err(OptionsError::Gap));
        assert_eq!(with(|o| (o.window, o.gap) = ([1, 3], 1)), Ok(()));
        assert_eq!(with(|o| o.estimation = 2), Err(OptionsError::Estimation { least: 3 }));
        assert_eq!(with(|o| (o.estimation, o.model) = (2, NormalModel::Mean)), Ok(()));
        assert_eq!(with(|o| o.window = [0, i32::MAX]), Err(OptionsError::Long));
        assert_eq!(with(|o| o.window = [i32::MIN, 0]), Err(OptionsError::Long));
        for level in [0.0, 1.0, f64::NAN, -0.1] {
            let options = StudyOptions { level, ..StudyOptions::default() };
            assert_eq!(options.check(), Err(OptionsError::Level));
        }
        assert_eq!(StudyOptions::default().estimation_end(), -11);
    }

    #[test]
    fn returns_are_taken_of_positive_prices_only() {
        assert_eq!(Returns::Simple.between(100.0, 75.0), Some(-0.25));
        assert_eq!(Returns::Log.between(1.0, std::f64::consts::E), Some(1.0));
        for (from, to) in [(0.0, 1.0), (1.0, 0.0), (-1.0, -2.0), (f64::NAN, 1.0), (1.0, f64::INFINITY)] {
            assert_eq!(Returns::Simple.between(from, to), None);
        }
    }
}
