//! The closes of a series as a study takes them: raw or adjusted, on one split basis.
//!
//! A jump that looks like a split and of which the user has said nothing is a suspect: whatever
//! spans it is withheld. What the user said about it is applied, backwards from the jump.

use std::borrow::Cow;

use jiff::civil::Date;

use crate::model::{Bars, Series, Split, StudyOptions, splits};

/// Which closes are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// As traded: what the press quotes.
    Raw,
    /// Adjusted for splits and dividends where the file has such a column.
    Adjusted,
}

/// A jump that looks like a split.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Suspect {
    /// The first session at the new price.
    pub date: Date,
    /// New shares for an old one.
    pub ratio: f64,
}

/// Closes of one series, one a session of [`Bars::days`].
#[derive(Clone, Debug)]
pub struct Prices<'a> {
    series: &'a Series,
    closes: Cow<'a, [f64]>,
    splits: Vec<&'a Split>,
    suspects: Vec<Suspect>,
}

impl<'a> Prices<'a> {
    /// The closes of a series with what is decided about its splits.
    #[must_use]
    pub fn of(series: &'a Series, options: &'a StudyOptions, basis: Basis) -> Self {
        let bars = &series.bars;
        let columns = bars.columns();
        let adjusted = basis == Basis::Adjusted && has_adjusted(bars);
        let (column, other) = if adjusted {
            (&columns.adj_close, &columns.close)
        } else {
            (&columns.close, &columns.adj_close)
        };
        let (closes, beside) = (by_session(bars, column), by_session(bars, other));
        let own = |split: &&Split| split.series == series.id;
        let decided: Vec<&Split> = options.splits.iter().filter(own).collect();
        let is_open = |date: Date| decided.iter().all(|split| split.date != date);
        let date = |place: usize| bars.days().get(place).map(|(date, _)| *date);
        // An index is not split.
        let found = if series.is_index() {
            Vec::new()
        } else {
            splits::Row { closes: &closes, beside: &beside }.suspected(date)
        };
        let suspect = |(place, ratio)| Some(Suspect { date: date(place)?, ratio });
        let suspects =
            found.into_iter().filter_map(suspect).filter(|suspect| is_open(suspect.date)).collect();
        // An adjusted column has the splits in it.
        let splits = if adjusted { Vec::new() } else { decided };
        Self { series, closes, splits, suspects }
    }

    /// The bars that they are of.
    #[must_use]
    pub fn bars(&self) -> &'a Bars {
        &self.series.bars
    }

    /// The close of a session by its place in [`Bars::days`], as the file has it.
    #[must_use]
    pub fn close(&self, position: usize) -> Option<f64> {
        self.closes.get(position).copied().filter(|close| close.is_finite())
    }

    /// What an earlier price has to be divided by to stand beside a later one: the product of the
    /// splits after the first date, up to the second.
    #[must_use]
    pub fn split_between(&self, from: Date, to: Date) -> f64 {
        let within = self.splits.iter().filter(|split| from < split.date && split.date <= to);
        within.map(|split| split.ratio).product()
    }

    /// The first undecided jump after one date and up to another.
    #[must_use]
    pub fn suspect_between(&self, from: Date, to: Date) -> Option<Suspect> {
        self.suspects.iter().find(|suspect| from < suspect.date && suspect.date <= to).copied()
    }
}

/// The values of a column, one a session; none where the file has no such column.
fn by_session<'a>(bars: &Bars, column: &'a [f64]) -> Cow<'a, [f64]> {
    // A session a row is the usual file: nothing to copy then.
    if column.is_empty() || bars.days().len() == column.len() {
        return Cow::Borrowed(column);
    }
    bars.days().iter().map(|(_, row)| column.get(*row).copied().unwrap_or(f64::NAN)).collect()
}

/// Whether a series has a close adjusted for dividends wherever it has one as traded.
#[must_use]
pub fn has_adjusted(bars: &Bars) -> bool {
    let adjusted = &bars.columns().adj_close;
    let known = |(_, row): &(Date, usize)| adjusted.get(*row).is_some_and(|close| close.is_finite());
    !adjusted.is_empty() && bars.days().iter().all(known)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SeriesId;
    use crate::study::samples::series;
    use jiff::civil::date;

    #[test]
    fn a_split_is_suspected_until_it_is_decided() {
        let closes: Vec<(Date, f64)> =
            (1..=8).map(|day| (date(2024, 6, day), if day < 6 { 1200.0 } else { 121.0 })).collect();
        let series = series("NVDA", &closes);
        let mut options = StudyOptions::default();
        let (before, on) = (date(2024, 6, 5), date(2024, 6, 6));
        let prices = Prices::of(&series, &options, Basis::Raw);
        assert_eq!(prices.suspect_between(before, on), Some(Suspect { date: on, ratio: 10.0 }));
        assert_eq!(prices.suspect_between(on, date(2024, 6, 8)), None);
        assert_eq!(prices.split_between(before, on), 1.0);
        options.splits.push(Split { series: SeriesId::new("NVDA"), date: on, ratio: 10.0 });
        let prices = Prices::of(&series, &options, Basis::Raw);
        assert_eq!((prices.suspect_between(before, on), prices.split_between(before, on)), (None, 10.0));
        options.splits[0].ratio = 1.0;
        let prices = Prices::of(&series, &options, Basis::Raw);
        assert_eq!((prices.suspect_between(before, on), prices.split_between(before, on)), (None, 1.0));
        options.splits[0].series = SeriesId::new("AMD");
        assert!(Prices::of(&series, &options, Basis::Raw).suspect_between(before, on).is_some());
    }

    #[test]
    fn an_index_is_never_split() {
        let closes: Vec<(Date, f64)> =
            (1..=8).map(|day| (date(2024, 6, day), if day < 6 { 1200.0 } else { 121.0 })).collect();
        let mut index = series("I", &closes);
        index.info.role = crate::model::Role::Index;
        let options = StudyOptions::default();
        let prices = Prices::of(&index, &options, Basis::Raw);
        assert_eq!(prices.suspect_between(date(2024, 6, 1), date(2024, 6, 8)), None);
    }
}
