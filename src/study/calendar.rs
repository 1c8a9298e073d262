//! The axis of sessions: every date on which any open series traded, ascending.
//!
//! The market chart counts along this axis, so weekends and holidays take no room and series of
//! different exchanges share one ruler. It knows nothing of which series are drawn: hiding one
//! must not move the others. Series without dates stand on it only where no other is open: a row
//! number is no date.

use jiff::civil::Date;

use crate::model::{Data, Series, row_of};

/// Every date on which any open series has a session, ascending; without any date the rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sessions {
    dates: Vec<Date>,
    event: Option<usize>,
}

impl Sessions {
    /// The union of the session dates of all open series, hidden ones too; of their rows where
    /// none has dates.
    #[must_use]
    pub fn of(data: &Data) -> Self {
        let filled = || data.series.iter().filter(|series| !series.bars.days().is_empty());
        let dated = filled().any(|series| series.bars.has_dates());
        let placed = filled().filter(|series| series.bars.has_dates() == dated);
        let mut dates: Vec<Date> = Vec::new();
        for series in placed {
            let own = series.bars.days();
            // Series of one exchange have the same dates.
            if own.len() != dates.len() || own.iter().zip(&dates).any(|((date, _), known)| date != known) {
                dates = united(&dates, own);
            }
        }
        Self { dates, event: None }
    }

    /// The axis with the event's session on it, none where it is not one of the dates.
    #[must_use]
    pub fn with_event(mut self, event: Option<Date>) -> Self {
        self.event = event.and_then(|date| self.position(date));
        self
    }

    /// Place of the event's session, counted from 0.
    #[must_use]
    pub fn event(&self) -> Option<usize> {
        self.event
    }

    /// The dates, ascending and each once.
    #[must_use]
    pub fn dates(&self) -> &[Date] {
        &self.dates
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.dates.len()
    }

    /// Whether no series has a session.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.dates.is_empty()
    }

    /// Whether its places are counted rows, because no open series has dates.
    #[must_use]
    pub fn are_rows(&self) -> bool {
        self.dates.first().is_some_and(|date| row_of(*date).is_some())
    }

    /// Whether a series has places here: one without dates has none beside series with dates.
    #[must_use]
    pub fn hold(&self, series: &Series) -> bool {
        series.bars.days().is_empty() || series.bars.has_dates() != self.are_rows()
    }

    /// Place of exactly that date, counted from 0.
    #[must_use]
    pub fn position(&self, date: Date) -> Option<usize> {
        self.dates.binary_search(&date).ok()
    }

    /// Place of the first session on or after `date`; the count of sessions when there is none.
    #[must_use]
    pub fn at_or_after(&self, date: Date) -> usize {
        self.dates.partition_point(|session| *session < date)
    }

    /// The date of the session nearest to a place on the axis.
    #[must_use]
    pub fn nearest(&self, place: f64) -> Option<Date> {
        let last = self.dates.len().checked_sub(1)?;
        self.date((place.round().max(0.0) as usize).min(last))
    }

    /// The date at that place.
    #[must_use]
    pub fn date(&self, position: usize) -> Option<Date> {
        self.dates.get(position).copied()
    }
}

/// The dates of both, ascending and each once; both ascend.
fn united(known: &[Date], own: &[(Date, usize)]) -> Vec<Date> {
    let mut dates = Vec::with_capacity(known.len().max(own.len()));
    let mut known = known.iter().copied().peekable();
    let mut own = own.iter().map(|(date, _)| *date).peekable();
    while let Some(next) = known.peek().into_iter().chain(own.peek()).min().copied() {
        known.next_if_eq(&next);
        own.next_if_eq(&next);
        dates.push(next);
    }
    dates
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Stamp;
    use crate::study::samples::{data_of, series};
    use jiff::civil::date;

    #[test]
    fn unites_exchanges_with_different_holidays() {
        let data = data_of(vec![
            series("A", &[(date(2025, 1, 17), 1.0), (date(2025, 1, 21), 1.0)]),
            series("B", &[(date(2025, 1, 17), 1.0), (date(2025, 1, 20), 1.0)]),
        ]);
        let sessions = Sessions::of(&data);
        assert_eq!(sessions.dates(), &[date(2025, 1, 17), date(2025, 1, 20), date(2025, 1, 21)]);
        assert_eq!(sessions.position(date(2025, 1, 20)), Some(1));
        assert_eq!(sessions.position(date(2025, 1, 18)), None);
        assert_eq!(sessions.at_or_after(date(2025, 1, 18)), 1);
        assert_eq!(sessions.at_or_after(date(2025, 2, 1)), 3);
        assert_eq!(sessions.date(3), None);
        assert_eq!(sessions.nearest(1.4), Some(date(2025, 1, 20)));
        assert_eq!((sessions.nearest(-9.0), sessions.nearest(99.0)), (sessions.date(0), sessions.date(2)));
        assert!(Sessions::of(&data_of(Vec::new())).is_empty());
        assert!(!sessions.are_rows());
    }

    #[test]
    fn rows_stand_on_the_axis_only_where_there_are_no_dates() {
        let dated = series("A", &[(date(2025, 1, 17), 1.0), (date(2025, 1, 21), 1.0)]);
        let rows = [Stamp::Row(1).date(), Stamp::Row(2).date()];
        let undated = series("B", &rows.map(|row| (row, 1.0)));
        let alone = Sessions::of(&data_of(vec![undated.clone(), series("C", &[])]));
        assert_eq!((alone.dates(), alone.are_rows(), alone.hold(&undated)), (&rows[..], true, true));
        let both = Sessions::of(&data_of(vec![undated.clone(), dated.clone()]));
        assert_eq!((both.len(), both.are_rows()), (2, false));
        assert_eq!((both.hold(&undated), both.hold(&dated)), (false, true));
    }
}
