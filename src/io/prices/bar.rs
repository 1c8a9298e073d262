//! Which of four columns is which price of a bar, by their values alone: the highest is above all
//! others of its row and the lowest below, and a bar opens near the close of the one before it in
//! time.

use super::values::{Direction, Values, median};

/// Share of the rows in which the high is highest and the low is lowest.
const ENCLOSED: f64 = 0.95;
/// How much nearer opens are to the close before than closes to the open before, as a share.
const NEARER: f64 = 0.1;
/// Rows from which on four columns of unknown names can be known for a bar.
const LEAST_ROWS: usize = 5;
/// Width of a bar, as a share of its low, that half of the rows have at the most.
const WIDTH: f64 = 0.25;
/// Share of the rows in which the close is above the open, and below it, at the least.
const CROSSES: f64 = 0.1;

/// Four columns as the prices of a bar.
pub(super) struct Bar<'a> {
    pub open: &'a Values,
    pub high: &'a Values,
    pub low: &'a Values,
    pub close: &'a Values,
    /// Whether the rows tell the open from the close, or stand in the order of nearly all files; where
    /// not, a usual order decides.
    pub is_settled: bool,
}

impl<'a> Bar<'a> {
    /// The four columns as a bar, `None` where none of them encloses the others.
    pub(super) fn of(all: [&'a Values; 4], direction: Option<Direction>) -> Option<Self> {
        // Of several that fit alike, as where prices hardly move, the usual place.
        let highest = best(&[1, 2, 0, 3], |place| {
            all.get(place).map_or(0.0, |high| share(all, |row| at(high, row) >= row_max(all, row)))
        })?;
        let lowest = best(&[2, 3, 1, 0], |place| {
            let low = all.get(place).filter(|_| place != highest);
            low.map_or(0.0, |low| share(all, |row| at(low, row) <= row_min(all, row)))
        })?;
        let mut others = (0..4).filter(|place| *place != highest && *place != lowest);
        let [first, last] = [all.get(others.next()?)?, all.get(others.next()?)?];
        // The usual orders: the open before the close, but the close before the three others.
        let usual = (highest, lowest) != (2, 3);
        let is_most_usual = (highest, lowest) == (1, 2);
        let told = opens(first, last, direction);
        let (open, close) = if told.unwrap_or(usual) { (first, last) } else { (last, first) };
        let (high, low) = (all.get(highest)?, all.get(lowest)?);
        Some(Self { open, high, low, close, is_settled: told.is_some() || is_most_usual })
    }

    /// Whether the rows show that it is a bar and not four series of different size: it is narrow,
    /// and its close is now above and now below its open.
    pub(super) fn is_shown(&self) -> bool {
        self.is_narrow() && self.crosses()
    }

    /// Whether there are enough rows, and half of them are no wider than a bar usually is.
    pub(super) fn is_narrow(&self) -> bool {
        let widths: Vec<f64> = self
            .high
            .values
            .iter()
            .zip(&self.low.values)
            .map(|(high, low)| high / low - 1.0)
            .filter(|width| width.is_finite())
            .collect();
        widths.len() >= LEAST_ROWS && median(widths) <= WIDTH
    }

    fn crosses(&self) -> bool {
        let all = [self.open, self.high, self.low, self.close];
        let above = share(all, |row| at(self.close, row) > at(self.open, row));
        let below = share(all, |row| at(self.close, row) < at(self.open, row));
        above >= CROSSES && below >= CROSSES
    }
}

/// The first of the places whose share is the greatest, if that encloses.
fn best(places: &[usize], share: impl Fn(usize) -> f64) -> Option<usize> {
    let shares = places.iter().map(|place| (*place, share(*place)));
    let best = shares.reduce(|best, next| if next.1 > best.1 { next } else { best });
    best.filter(|(_, share)| *share >= ENCLOSED).map(|(place, _)| place)
}

/// Whether the first of two columns is the open: opens are nearer to the close before in time than
/// closes are to the open before. `None` where that does not tell, or the rows run in no known
/// direction: what opens in one direction closes in the other.
fn opens(first: &Values, last: &Values, direction: Option<Direction>) -> Option<bool> {
    let direction = direction?;
    let gap = |open: &Values, close: &Values| {
        let (later, earlier) = match direction {
            Direction::OldestFirst => (open.values.get(1..), close.values.as_slice()),
            Direction::NewestFirst => {
                (Some(open.values.as_slice()), close.values.get(1..).unwrap_or_default())
            }
        };
        let pairs = later.unwrap_or_default().iter().zip(earlier);
        pairs.map(|(open, close)| (open - close).abs()).filter(|gap| gap.is_finite()).sum::<f64>()
    };
    let (as_first, as_last) = (gap(first, last), gap(last, first));
    let wider = as_first.max(as_last);
    (wider > 0.0 && (as_first - as_last).abs() > NEARER * wider).then_some(as_first < as_last)
}

fn at(values: &Values, row: usize) -> f64 {
    values.values.get(row).copied().unwrap_or(f64::NAN)
}

fn row_max(all: [&Values; 4], row: usize) -> f64 {
    all.into_iter().map(|values| at(values, row)).fold(f64::MIN, f64::max)
}

fn row_min(all: [&Values; 4], row: usize) -> f64 {
    all.into_iter().map(|values| at(values, row)).fold(f64::MAX, f64::min)
}

/// Share of the rows with all four values that fit.
fn share(all: [&Values; 4], fits: impl Fn(usize) -> bool) -> f64 {
    let rows = all.first().map_or(0, |values| values.values.len());
    let full = (0..rows).filter(|row| all.iter().all(|values| at(values, *row).is_finite()));
    let (mut count, mut fitting) = (0_usize, 0_usize);
    for row in full {
        count += 1;
        fitting += usize::from(fits(row));
    }
    if count == 0 { 0.0 } else { fitting as f64 / count as f64 }
}
