//! Arithmetic: the session calendar, moves, market value, the cost frontier.
//!
//! Pure functions from loaded columns and the user's decisions to numbers, so that table, chart
//! and command line cannot disagree. Nothing here draws, reads a file or says a word.

pub mod calendar;
pub mod frontier;
pub mod moves;
pub mod value;

pub use calendar::Sessions;
pub use frontier::{Candidate, frontier};
pub use moves::{Base, Move};
pub use value::ValueChange;

use std::collections::BTreeMap;

use crate::model::{Data, Document, SeriesId};

/// What was computed for one document and its data.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Analysis {
    /// Every date on which any open series has a session.
    pub sessions: Sessions,
    /// One entry a series, in the order of the data.
    pub moves: Vec<Move>,
    /// Market value between base and event close.
    pub value: Option<ValueChange>,
    /// Place of each series in the moves, so that hundreds of series are found at once.
    places: BTreeMap<SeriesId, usize>,
}

impl Analysis {
    /// The move of a series.
    #[must_use]
    pub fn move_of(&self, id: &SeriesId) -> Option<&Move> {
        self.moves.get(*self.places.get(id)?)
    }
}

/// Computes everything that table and charts show of one document and its data.
#[must_use]
pub fn analyse(data: &Data, document: &Document) -> Analysis {
    let event = document.event.as_ref().map(|event| event.date);
    let moves: Vec<Move> = data.series.iter().map(|series| Move::of(series, event)).collect();
    let value = value::value_change(data, &moves);
    let places = moves.iter().enumerate().map(|(place, found)| (found.id.clone(), place)).collect();
    Analysis { sessions: Sessions::of(data), moves, value, places }
}

#[cfg(test)]
pub(crate) mod samples {
    //! Small made-up series for the tests of this layer and the next.

    use std::sync::Arc;

    use jiff::civil::Date;

    use crate::model::{Bars, Columns, Data, Series, SeriesId, SeriesInfo, SourceId, Stamp, row_of};

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
mod tests {
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
        let event = Event { name: String::new(), date: day(27) };
        let found = analyse(&data, &Document { event: Some(event), ..Document::default() });
        let changes: Vec<_> = found.moves.iter().map(|found| (found.id.as_str(), found.change)).collect();
        assert_eq!(changes, vec![("B", Some(-0.5)), ("A", Some(1.0))]);
        assert_eq!(found.move_of(&SeriesId::new("A")).and_then(|found| found.change), Some(1.0));
        assert_eq!(found.sessions.len(), 2);
        let without = analyse(&data, &Document::default());
        assert!(without.moves.iter().all(|found| found.base.is_none()));
    }
}
