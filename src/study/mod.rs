//! Arithmetic: the session calendar, moves, market value, the cost frontier.
//!
//! Pure functions from loaded columns and the user's decisions to numbers, so that table, chart
//! and command line cannot disagree. Nothing here draws, reads a file or says a word.

pub mod across;
pub mod audit;
pub mod calendar;
pub mod common;
pub mod compare;
pub mod distribution;
pub mod exchange;
pub mod filter;
pub mod fit;
pub mod frontier;
pub mod models;
pub mod moves;
pub mod normal;
pub mod pairs;
pub mod prices;
pub mod session;
pub mod single;
pub mod universe;
pub mod value;

pub use across::{Across, Test, Tests};
pub use calendar::Sessions;
pub use compare::{Comparison, ScoreDifference, compare};
pub use filter::Filter;
pub use fit::Fit;
pub use frontier::{Candidate, Prices, frontier, frontier_with};
pub use models::{Scatter, ScatterPoint, cost_of, cost_on};
pub use moves::{Base, Drawdown, Move};
pub use single::{AbnormalReturn, SeriesStudy, Verdict, Withheld};
pub use value::ValueChange;

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::model::{Cadence, Data, Document, NormalModel, OffSession, OptionsError, Role, Series, SeriesId};
use jiff::civil::Date;
use pairs::{Request, study_prices};
use prices::{Basis, has_adjusted};
use session::days_between;

/// What was computed for one document and its data.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Analysis {
    /// Every date on which any open series has a session.
    pub sessions: Sessions,
    /// One entry a series, in the order of the data.
    pub moves: Vec<Move>,
    /// The event study.
    pub study: Study,
    /// Market value between base and event close.
    pub value: Option<ValueChange>,
    /// Place of each series in the moves, so that hundreds of series are found at once.
    places: BTreeMap<SeriesId, usize>,
}

/// The event study of all series.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Study {
    /// The index that returns are held against.
    pub index: Option<SeriesId>,
    /// Why the study cannot be made as it is set.
    pub refused: Option<OptionsError>,
    /// One entry a series, in the order of the data; none without an event or where all is refused.
    pub series: Vec<Result<SeriesStudy, Withheld>>,
    /// The study across stocks, where there are two or more.
    pub across: Option<Across>,
}

impl Analysis {
    /// The move of a series.
    #[must_use]
    pub fn move_of(&self, id: &SeriesId) -> Option<&Move> {
        self.moves.get(*self.places.get(id)?)
    }

    /// The event study of a series, or why it has none; `None` where nothing was studied.
    #[must_use]
    pub fn study_of(&self, id: &SeriesId) -> Option<&Result<SeriesStudy, Withheld>> {
        self.study.series.get(*self.places.get(id)?)
    }
}

/// Computes everything that table and charts show of one document and its data.
#[must_use]
pub fn analyse(data: &Data, document: &Document) -> Analysis {
    let event = document.event.as_ref();
    let index = main_index(document, data);
    let moved = |series| Move::of(series, event, index, &document.study);
    let moves: Vec<Move> = data.series.par_iter().map(moved).collect();
    let places: BTreeMap<SeriesId, usize> =
        moves.iter().enumerate().map(|(place, found)| (found.id.clone(), place)).collect();
    let study = Study::of(data, document, &moves);
    let car = |id: &SeriesId| {
        let found = study.series.get(*places.get(id)?)?;
        found.as_ref().ok().map(|study| study.car)
    };
    let value = value::value_change(data, &moves, &document.study, car);
    let sessions = Sessions::of(data);
    let event = axis_event(&study, &moves, &sessions, document);
    Analysis { sessions: sessions.with_event(event), moves, study, value, places }
}

/// The event's session on the common axis: that of the index, else of the first series that has one,
/// else by the rule for days without one.
fn axis_event(study: &Study, moves: &[Move], sessions: &Sessions, document: &Document) -> Option<Date> {
    let on = |found: &Move| found.session.ok().map(|session| session.date);
    let index = moves.iter().find(|found| study.index.as_ref() == Some(&found.id)).and_then(on);
    let ruled = || {
        let date = document.event.as_ref()?.date;
        let next = sessions.at_or_after(date);
        let place = match document.study.off_session {
            OffSession::Before if sessions.position(date).is_none() => next.checked_sub(1)?,
            _ => next,
        };
        let reach = Cadence::default().event_reach_days();
        sessions.date(place).filter(|found| days_between(date, *found).abs() <= reach)
    };
    index.or_else(|| moves.iter().find_map(on)).or_else(ruled)
}

impl Study {
    fn of(data: &Data, document: &Document, moves: &[Move]) -> Self {
        let options = &document.study;
        let index = main_index(document, data);
        let mut study = Self { index: index.map(|index| index.id.clone()), ..Self::default() };
        if document.event.is_none() {
            return study;
        }
        study.refused = options.check().err();
        if study.refused.is_some() {
            return study;
        }
        let index_prices = index.map(|index| study_prices(index, options));
        let needs_index = options.model != NormalModel::Mean;
        let studied = |(series, moved): (&Series, &Move)| {
            let session = moved.session.map_err(Withheld::NoSession)?;
            if index_prices.is_none() && needs_index {
                return Err(Withheld::NoIndex);
            }
            let own = study_prices(series, options);
            let request = Request { own: &own, index: index_prices.as_ref(), event: session.date };
            let raw = has_adjusted(&series.bars).then(|| prices::Prices::of(series, options, Basis::Raw));
            SeriesStudy::of(&series.id, &request, raw.as_ref(), options)
        };
        study.series = data.series.par_iter().zip(moves).map(studied).collect();
        let stocks = data.series.iter().zip(&study.series).filter(|(series, _)| {
            series.info.role == Role::Stock && study.index.as_ref() != Some(&series.id)
        });
        let stocks: Vec<&SeriesStudy> = stocks.filter_map(|(_, found)| found.as_ref().ok()).collect();
        study.across = Across::of(&stocks);
        study
    }
}

/// The index that the others are compared with: the chosen one while it is drawn, else the first
/// visible one.
#[must_use]
pub fn main_index<'a>(document: &Document, data: &'a Data) -> Option<&'a Series> {
    // Beside series with dates those without are not drawn.
    let dated = data.series.iter().any(|series| !series.bars.is_empty() && series.bars.has_dates());
    let drawn =
        |series: &&Series| (series.bars.has_dates() || !dated) && !document.hidden.contains(&series.id);
    let chosen = data.series.iter().find(|series| document.index.as_ref() == Some(&series.id));
    chosen.filter(drawn).or_else(|| data.series.iter().filter(drawn).find(|series| series.is_index()))
}

#[cfg(test)]
pub(crate) mod samples {
    //! Small made-up series for the tests of this layer and the next.

    use std::sync::Arc;

    use jiff::civil::Date;

    use crate::model::{Bars, Columns, Data, Series, SeriesId, SeriesInfo, SourceId, Stamp, row_of};

    /// Returns of a generator, between -3 % and 3 %.
    pub(crate) fn draws(seed: u64, count: usize) -> Vec<f64> {
        let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
        let mut next = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state >> 11) as f64 / (1_u64 << 53) as f64 * 0.06 - 0.03
        };
        (0..count).map(|_| next()).collect()
    }

    pub(crate) fn series(name: &str, closes: &[(Date, f64)]) -> Series {
        let columns = Columns {
            stamps: closes
                .iter()
                .map(|(date, _)| row_of(*date).map_or(Stamp::Day(*date), Stamp::Row))
                .collect(),
            close: closes.iter().map(|(_, close)| *close).collect(),
            ..Columns::default()
        };
        Series {
            id: SeriesId::new(name),
            source: SourceId(0),
            info: SeriesInfo { series: name.to_owned(), ..SeriesInfo::default() },
            bars: Arc::new(Bars::new(columns).unwrap()),
        }
    }

    pub(crate) fn data_of(series: Vec<Series>) -> Data {
        Data { series, ..Data::default() }
    }
}

#[cfg(test)]
mod tests;

#[cfg(test)]
mod basics {
    use super::samples::{data_of, series};
    use super::*;
    use crate::model::Event;
    use jiff::civil::date;

    #[test]
    fn one_move_a_series_in_the_order_of_the_data() {
        let day = |d| date(2025, 1, d);
        let data = data_of(vec![
            series("B", &[(day(24), 2.0), (day(27), 1.0)]),
            series("A", &[(day(24), 1.0), (day(27), 2.0)]),
        ]);
        let event = Event::new("", day(27));
        let found = analyse(&data, &Document { event: Some(event), ..Document::default() });
        let changes: Vec<_> = found.moves.iter().map(|found| (found.id.as_str(), found.change)).collect();
        assert_eq!(changes, vec![("B", Some(-0.5)), ("A", Some(1.0))]);
        assert_eq!(found.move_of(&SeriesId::new("A")).and_then(|found| found.change), Some(1.0));
        assert_eq!(found.sessions.len(), 2);
        let without = analyse(&data, &Document::default());
        assert!(without.moves.iter().all(|found| found.base.is_none()));
    }
}
