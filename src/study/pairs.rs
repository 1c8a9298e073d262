//! Returns of a series and the index over the same time.
//!
//! Both are taken between consecutive sessions that both have, as [`super::common`] finds them, so that
//! neither spans a night that the other does not. Missing sessions are missing: nothing is filled.

use jiff::civil::Date;

use super::common::Keys;
use super::prices::{Basis, Prices, Suspect};
use crate::model::{Returns, StudyOptions};

/// Returns over the sessions that a study needs, ascending.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pairs {
    /// The date on which each return ends.
    pub dates: Vec<Date>,
    /// Returns of the series, one a date, as shares.
    pub own: Vec<f64>,
    /// Returns of the index, one a date; equal to `own` where there is no index.
    pub index: Vec<f64>,
    /// Place of the event's session among the dates.
    pub event: usize,
}

/// Why returns cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NoPairs {
    /// The index has no session on the event's session.
    IndexGap {
        /// That session.
        date: Date,
    },
    /// The index has bars of a week or longer where the series has sessions of a shorter step.
    Coarser,
    /// Fewer common returns before the event than asked for.
    TooFew {
        /// How many there are that could stand in the estimation window.
        found: usize,
    },
    /// The data end before the event window does.
    Short {
        /// The last common session.
        last: Date,
    },
    /// A price that is zero or below has no return.
    NotPositive {
        /// Its session.
        date: Date,
        /// Whether it is the index's.
        of_index: bool,
    },
    /// A jump in a window looks like a split.
    Suspect {
        /// The jump.
        suspect: Suspect,
        /// Whether it is the index's.
        of_index: bool,
    },
}

/// Closes on the common sessions around the event, ascending.
struct Common {
    dates: Vec<Date>,
    own: Vec<f64>,
    index: Vec<f64>,
    event: usize,
}

/// Prices of a series and of the index, and the first and the last place around the event's session
/// of which a return is needed.
pub struct Request<'a> {
    /// Prices of the series.
    pub own: &'a Prices<'a>,
    /// Prices of the index, if the model takes one.
    pub index: Option<&'a Prices<'a>>,
    /// The event's session on the series.
    pub event: Date,
}

/// The returns that a study with those options takes.
///
/// # Errors
/// [`NoPairs`] says what is missing.
pub fn pairs(request: &Request<'_>, options: &StudyOptions) -> Result<Pairs, NoPairs> {
    let back = back(options);
    let ahead = usize::try_from(options.window[1].max(0)).unwrap_or(0);
    let common = common(request, back + 1, ahead)?;
    if common.event < back + 1 {
        let end = usize::try_from(options.estimation_end().unsigned_abs()).unwrap_or(usize::MAX);
        return Err(NoPairs::TooFew { found: common.event.saturating_sub(end) });
    }
    if common.dates.len() <= common.event + ahead {
        let last = common.dates.last().copied().unwrap_or(request.event);
        return Err(NoPairs::Short { last });
    }
    sure(request, &common)?;
    returns(request, &common, options.returns)
}

/// The prices again as other returns: of the dates of `pairs`.
///
/// # Errors
/// As [`pairs`].
pub fn retaken(request: &Request<'_>, options: &StudyOptions, returns: Returns) -> Result<Pairs, NoPairs> {
    pairs(request, &StudyOptions { returns, ..options.clone() })
}

/// Returns before the event's that a study needs.
fn back(options: &StudyOptions) -> usize {
    let end = usize::try_from(options.estimation_end().unsigned_abs()).unwrap_or(usize::MAX);
    end.saturating_add(options.estimation).saturating_sub(1)
}

fn common(request: &Request<'_>, back: usize, ahead: usize) -> Result<Common, NoPairs> {
    let own = request.own.bars();
    let days = own.days();
    let start = own.day_at_or_after(request.event);
    let index = match request.index {
        Some(index) => Some((index.bars(), Keys::of(own, index.bars()).ok_or(NoPairs::Coarser)?)),
        None => None,
    };
    let pair = |place: usize| {
        let (date, _) = days.get(place)?;
        let Some((bars, keys)) = index else { return Some((place, place)) };
        let key = keys.own(*date);
        // A bar of the days so far beside one of the whole week is no session of its own.
        let before = place.checked_sub(1).and_then(|before| days.get(before));
        let is_first = before.is_none_or(|(before, _)| keys.own(*before) != key);
        Some((place, keys.place(bars, key).filter(|_| is_first)?))
    };
    if pair(start).is_none() {
        return Err(NoPairs::IndexGap { date: request.event });
    }
    // Backwards from the event, as far as is needed.
    let mut places: Vec<(usize, usize)> = (0..=start).rev().filter_map(pair).take(back + 1).collect();
    places.reverse();
    let event = places.len().saturating_sub(1);
    places.extend((start + 1..days.len()).filter_map(pair).take(ahead));
    let date = |(own, _): &(usize, usize)| days.get(*own).map(|(day, _)| *day);
    let close = |prices: &Prices<'_>, place: usize| prices.close(place).unwrap_or(f64::NAN);
    Ok(Common {
        dates: places.iter().filter_map(date).collect(),
        own: places.iter().map(|(own, _)| close(request.own, *own)).collect(),
        index: match request.index {
            Some(prices) => places.iter().map(|(_, place)| close(prices, *place)).collect(),
            None => Vec::new(),
        },
        event,
    })
}

/// No jump in the windows may be a split.
fn sure(request: &Request<'_>, common: &Common) -> Result<(), NoPairs> {
    let (Some(first), Some(last)) = (common.dates.first(), common.dates.last()) else { return Ok(()) };
    for (prices, of_index) in [(Some(request.own), false), (request.index, true)] {
        if let Some(suspect) = prices.and_then(|prices| prices.suspect_between(*first, *last)) {
            return Err(NoPairs::Suspect { suspect, of_index });
        }
    }
    Ok(())
}

fn returns(request: &Request<'_>, common: &Common, kind: Returns) -> Result<Pairs, NoPairs> {
    let taken = |prices: &Prices<'_>, closes: &[f64], of_index: bool| -> Result<Vec<f64>, NoPairs> {
        let pairs = closes.windows(2).zip(common.dates.windows(2));
        pairs
            .map(|(closes, dates)| match (closes, dates) {
                ([from, to], [before, date]) => {
                    let from_basis = from / prices.split_between(*before, *date);
                    kind.between(from_basis, *to).ok_or(NoPairs::NotPositive {
                        date: if *from > 0.0 { *date } else { *before },
                        of_index,
                    })
                }
                _ => Err(NoPairs::NotPositive { date: request.event, of_index }),
            })
            .collect()
    };
    let own = taken(request.own, &common.own, false)?;
    let index = match request.index {
        Some(prices) => taken(prices, &common.index, true)?,
        None => own.clone(),
    };
    let dates = common.dates.get(1..).unwrap_or_default().to_vec();
    Ok(Pairs { dates, own, index, event: common.event.saturating_sub(1) })
}

/// Prices on the basis that a study of returns takes.
#[must_use]
pub fn study_prices<'a>(series: &'a crate::model::Series, options: &'a StudyOptions) -> Prices<'a> {
    Prices::of(series, options, Basis::Adjusted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Series;
    use crate::study::samples::series;
    use jiff::civil::date;

    fn days(days: &[i8], close: impl Fn(i8) -> f64) -> Vec<(Date, f64)> {
        days.iter().map(|day| (date(2025, 1, *day), close(*day))).collect()
    }

    fn taken(own: &Series, index: Option<&Series>, options: &StudyOptions) -> Result<Pairs, NoPairs> {
        let own = study_prices(own, options);
        let index = index.map(|index| study_prices(index, options));
        pairs(&Request { own: &own, index: index.as_ref(), event: date(2025, 1, 10) }, options)
    }

    #[test]
    fn weeks_are_held_against_weeks_and_days_of_the_index_against_their_last() {
        use jiff::ToSpan;
        let options = StudyOptions { estimation: 3, gap: 0, ..StudyOptions::default() };
        let line = |name: &str, first: Date, step: jiff::Span, count: i64| {
            let dates = (0..count).map(|place| first.saturating_add(step.checked_mul(place).unwrap()));
            series(name, &dates.zip(1..).map(|(date, place)| (date, f64::from(place))).collect::<Vec<_>>())
        };
        let own = line("A", date(2024, 11, 4), 1.week(), 10);
        let fridays = line("F", date(2024, 11, 8), 1.week(), 10);
        let daily = line("D", date(2024, 11, 4), 1.day(), 70);
        let event = date(2024, 12, 16);
        let taken = |own: &Series, index: &Series| {
            let (own, index) = (study_prices(own, &options), study_prices(index, &options));
            pairs(&Request { own: &own, index: Some(&index), event }, &options)
        };
        let weeks = taken(&own, &fridays).unwrap();
        assert_eq!((weeks.dates.last(), weeks.own == weeks.index), (Some(&event), true));
        let days = taken(&own, &daily).unwrap();
        // Sundays, the last days of the weeks from Monday on.
        assert_eq!(days.index.last(), Some(&(49.0 / 42.0 - 1.0)));
        assert_eq!(taken(&daily, &fridays), Err(NoPairs::Coarser));
    }

    #[test]
    fn returns_span_the_same_dates_on_both_sides() {
        let options = StudyOptions { estimation: 3, gap: 1, ..StudyOptions::default() };
        // The stock has no 6th, the index no 4th: both are spanned by longer returns.
        let own = series("A", &days(&[1, 2, 3, 4, 5, 7, 8, 9, 10, 11], |day| 100.0 + f64::from(day)));
        let index = series("M", &days(&[1, 2, 3, 5, 6, 7, 8, 9, 10], |day| 50.0 + f64::from(day)));
        let pairs = taken(&own, Some(&index), &options).unwrap();
        let dates: Vec<i8> = pairs.dates.iter().map(|date| date.day()).collect();
        assert_eq!((dates, pairs.event), (vec![5, 7, 8, 9, 10], 4));
        assert_eq!(pairs.own[0], 105.0 / 103.0 - 1.0);
        assert_eq!(pairs.index[0], 55.0 / 53.0 - 1.0);
        let alone = taken(&own, None, &options).unwrap();
        assert_eq!(alone.dates.iter().map(|date| date.day()).collect::<Vec<_>>(), [5, 7, 8, 9, 10]);
        assert_eq!(alone.own, alone.index);
    }

    #[test]
    fn what_is_missing_is_said() {
        let options = StudyOptions { estimation: 3, gap: 1, window: [-1, 1], ..StudyOptions::default() };
        let long = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
        let rising = |day: i8| 100.0 + f64::from(day);
        let own = series("A", &days(&long, rising));
        let ok = taken(&own, Some(&own), &options).unwrap();
        assert_eq!((ok.dates.len(), ok.event), (7, 5));
        let gap = series("M", &days(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 11], rising));
        assert_eq!(taken(&own, Some(&gap), &options), Err(NoPairs::IndexGap { date: date(2025, 1, 10) }));
        let short = series("B", &days(&[5, 6, 7, 8, 9, 10, 11], rising));
        assert_eq!(taken(&short, Some(&own), &options), Err(NoPairs::TooFew { found: 2 }));
        let ends = series("C", &days(&long[..10], rising));
        assert_eq!(taken(&ends, Some(&own), &options), Err(NoPairs::Short { last: date(2025, 1, 10) }));
        let zero = series("D", &days(&long, |day| if day == 6 { 0.0 } else { 9.0 }));
        let place = |of_index| Err(NoPairs::NotPositive { date: date(2025, 1, 6), of_index });
        assert_eq!(taken(&zero, Some(&own), &options), place(false));
        assert_eq!(taken(&own, Some(&zero), &options), place(true));
        let split = series("E", &days(&long, |day| if day < 9 { 100.0 } else { 10.0 }));
        let suspect = Suspect { date: date(2025, 1, 9), ratio: 10.0 };
        assert_eq!(taken(&split, Some(&own), &options), Err(NoPairs::Suspect { suspect, of_index: false }));
    }
}
