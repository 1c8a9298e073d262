//! Which series have a colour before anybody has chosen.
//!
//! A proposal for a document, made once when data arrive; afterwards the document decides.

pub use super::readout::{LineStyle, line_style};

use crate::model::{Data, Quantity, Role, Series, SeriesId};
use crate::study::Analysis;

/// How many series have a colour at first.
pub const DEFAULT_PICKS: usize = 6;

/// The stocks with a reported move first, then the largest moves on the event, up or down, then by
/// place in the files; never an index or a future, which are always ink.
#[must_use]
pub fn default_picks(data: &Data, analysis: &Analysis) -> Vec<SeriesId> {
    let stocks = || {
        data.series.iter().filter(|series| series.info.role == Role::Stock && analysis.sessions.hold(series))
    };
    let reported = data
        .reported
        .iter()
        .filter(|figure| figure.quantity == Quantity::Move)
        .filter_map(|figure| stocks().find(|series| is_subject(series, &figure.subject)));
    let mut moves: Vec<(&Series, f64)> =
        stocks().filter_map(|series| Some((series, analysis.move_of(&series.id)?.change?))).collect();
    moves.sort_by(|(_, a), (_, b)| b.abs().total_cmp(&a.abs()));
    let mut picks: Vec<SeriesId> = Vec::new();
    for series in reported.chain(moves.into_iter().map(|(series, _)| series)).chain(stocks()) {
        if picks.len() == DEFAULT_PICKS {
            break;
        }
        if !picks.contains(&series.id) {
            picks.push(series.id.clone());
        }
    }
    picks
}

/// Whether a reported figure speaks of that series.
pub(super) fn is_subject(series: &Series, subject: &str) -> bool {
    series.id.as_str() == subject || series.info.series == subject
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Bound, Document, Event, Reported};
    use crate::study::{analyse, samples};
    use jiff::civil::date;

    #[test]
    fn reported_first_then_the_largest_moves_and_never_a_measure_of_the_market() {
        let closes = |fall: f64| vec![(date(2025, 1, 24), 100.0), (date(2025, 1, 27), 100.0 - fall)];
        let names = [
            ("NDX", 3.0),
            ("A", 1.0),
            ("B", 2.0),
            ("C", -30.0),
            ("D", 4.0),
            ("E", 5.0),
            ("F", 6.0),
            ("G", 0.0),
        ];
        let mut data =
            samples::data_of(names.map(|(name, fall)| samples::series(name, &closes(fall))).to_vec());
        data.series[0].info.role = Role::Index;
        data.reported = ["NDX", "B", "absent", "A"]
            .map(|subject| Reported {
                date: date(2025, 1, 27),
                subject: subject.to_owned(),
                quantity: Quantity::Move,
                value: -4.0,
                unit: "percent".to_owned(),
                bound: Bound::About,
                note: None,
            })
            .to_vec();
        let event = Event::new("", date(2025, 1, 27));
        let document = Document { event: Some(event), ..Document::default() };
        let picks = default_picks(&data, &analyse(&data, &document));
        let names: Vec<&str> = picks.iter().map(SeriesId::as_str).collect();
        assert_eq!(names, ["B", "A", "C", "F", "E", "D"]);
        let without = default_picks(&data, &analyse(&data, &Document::default()));
        assert_eq!(without.len(), 6);
    }
}
