//! What looks like a split of shares in a row of prices.
//!
//! A jump is suspected, never corrected: only the user knows whether a fall by half was one. Where a
//! second row of closes stands beside, adjusted for splits, it decides: a jump that both have is a
//! move, one that the other lacks is a split. Otherwise a split is suspected where it explains a jump
//! better than a move does. Moves from close to close have tails of the inverse cubic law
//! (Gopikrishnan, Meyer, Amaral and Stanley, European Physical Journal B 3, 1998), which are those of
//! Student's t with three degrees of freedom; its width is the usual move of the series about the
//! jump, so that what is a split of a quiet share is a day of March 2020.

use jiff::civil::Date;

/// Ratios in which shares are split, with how many of a hundred splits have each.
const SPLITS: [(f64, f64); 14] = [
    (1.5, 15.0),
    (2.0, 40.0),
    (3.0, 8.0),
    (4.0, 6.0),
    (5.0, 6.0),
    (6.0, 1.0),
    (7.0, 1.0),
    (8.0, 1.0),
    (10.0, 8.0),
    (15.0, 1.0),
    (20.0, 3.0),
    (25.0, 1.0),
    (30.0, 1.0),
    (50.0, 1.0),
];
/// A share whose prices do not know of its splits is split once in so many sessions.
const SESSIONS_A_SPLIT: f64 = 1000.0;
/// Natural logarithm of the smallest jump that may be a split by itself.
pub const LEAST_JUMP: f64 = 0.35;
/// The same where an adjusted close lacks it: 5:4.
const LEAST_LACKED: f64 = 0.2;
/// How far the factor between two rows of closes may be from a ratio of small numbers.
const FACTOR_WITHIN: f64 = 0.015;
/// Moves before and after a jump that tell the usual one about it.
const ABOUT: usize = 10;
/// The smallest usual move: prices that stand still for weeks still move some day.
const LEAST_USUAL: f64 = 0.005;
/// The middle of the sizes of Student's t with three degrees of freedom.
const T3_MEDIAN: f64 = 0.764_9;

/// The median of the moves from close to close, as natural logarithms; 0 without any.
#[must_use]
pub fn usual_move(closes: &[f64]) -> f64 {
    middle(closes.windows(2).filter_map(log_move).collect())
}

/// The size of a move, of positive prices.
fn log_move(pair: &[f64]) -> Option<f64> {
    match pair {
        [from, to] if *from > 0.0 && *to > 0.0 => Some((to / from).ln().abs()),
        _ => None,
    }
}

/// The lower of the two middle ones: a slip moves twice, there and back.
fn middle(mut moves: Vec<f64>) -> f64 {
    if moves.is_empty() {
        return 0.0;
    }
    let middle = (moves.len() - 1) / 2;
    *moves.select_nth_unstable_by(middle, f64::total_cmp).1
}

/// New shares and old ones of a ratio in the smallest whole numbers that say it: `[10, 1]`, `[3, 2]`,
/// `[1, 10]`; the ratio to one where no small numbers do.
#[must_use]
pub fn parts(ratio: f64) -> [f64; 2] {
    let whole = |value: f64| (value - value.round()).abs() < 0.005;
    let of = |ratio: f64| {
        (1..=4).map(f64::from).find(|old| whole(ratio * old)).map(|old| [(ratio * old).round(), old])
    };
    if ratio >= 1.0 {
        of(ratio).unwrap_or([ratio, 1.0])
    } else {
        of(1.0 / ratio).map_or([ratio, 1.0], |[old, new]| [new, old])
    }
}

/// A row of closes in which splits are looked for.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// The closes, one a session.
    pub closes: &'a [f64],
    /// The closes of another column of the same sessions, adjusted where these are not; or empty.
    pub beside: &'a [f64],
}

impl Row<'_> {
    /// Every place that looks like a split to the close before it, with new shares for an old one:
    /// above one for a fall. `date` gives the date of a place.
    #[must_use]
    pub fn suspected(&self, date: impl Fn(usize) -> Option<Date>) -> Vec<(usize, f64)> {
        // Most rows have none: a quotient is told apart faster than its logarithm.
        let least = if self.beside.is_empty() { LEAST_JUMP } else { LEAST_LACKED };
        let (low, high) = ((-least).exp(), least.exp());
        let jumps = |(_, pair): &(usize, &[f64])| match pair {
            [from, to] => {
                let ratio = to / from;
                ratio.is_finite() && (ratio > high || (ratio > 0.0 && ratio < low))
            }
            _ => false,
        };
        let mut found = self.closes.windows(2).enumerate().filter(jumps).peekable();
        if found.peek().is_none() {
            return Vec::new();
        }
        let usual = usual_move(self.closes);
        let judge = |(row, _): (usize, &[f64])| {
            let at = row + 1;
            if let Some(move_beside) = self.move_beside(at) {
                return self.lacked(at, move_beside).map(|ratio| (at, ratio));
            }
            let gap = date(row)
                .zip(date(at))
                .and_then(|(from, to)| from.until(to).ok())
                .map_or(1, |s| s.get_days());
            let missed = f64::from(gap) / usual_days(self.closes.len(), gap, &date);
            // Over weeks without trade a price goes as far as on all of their days together.
            let width = self.usual_about(row).max(usual).max(LEAST_USUAL);
            let width = if missed > 3.0 { width * missed.sqrt() } else { width };
            self.likely(at, width).map(|ratio| (at, ratio))
        };
        found.filter_map(judge).collect()
    }

    fn close(&self, at: Option<usize>) -> f64 {
        at.and_then(|at| self.closes.get(at)).copied().unwrap_or(f64::NAN)
    }

    /// The move of the other column up to a place, as a quotient; `None` where it has no values there.
    fn move_beside(&self, at: usize) -> Option<f64> {
        let other =
            |at: Option<usize>| at.and_then(|at| self.beside.get(at)).copied().filter(|close| *close > 0.0);
        Some(other(Some(at))? / other(at.checked_sub(1))?)
    }

    /// The split of a jump that the other column lacks.
    fn lacked(&self, at: usize, move_beside: f64) -> Option<f64> {
        let moved = self.close(Some(at)) / self.close(at.checked_sub(1));
        let factor = move_beside / moved;
        let is_jump = factor.ln().abs() > LEAST_LACKED && move_beside.ln().abs() < moved.ln().abs();
        parts_near(factor).filter(|_| is_jump).map(|[new, old]| new / old)
    }

    /// The usual move of the sessions about a jump, without it.
    fn usual_about(&self, row: usize) -> f64 {
        let first = row.saturating_sub(ABOUT);
        let last = (row + ABOUT + 2).min(self.closes.len());
        let near = self.closes.get(first..last).unwrap_or_default();
        let moves = near.windows(2).enumerate().filter(|(place, _)| first + place != row);
        middle(moves.filter_map(|(_, pair)| log_move(pair)).collect())
    }

    /// The split that explains a jump better than a move of that usual width does.
    fn likely(&self, at: usize, width: f64) -> Option<f64> {
        let (before, close) = (self.close(at.checked_sub(1)), self.close(Some(at)));
        let jump = (before / close).ln();
        let after = self.closes.get(at + 1).copied();
        // A price that comes back the next day was no split, nor is the way back itself.
        let stays = after.is_none_or(|after| after > 0.0 && (after / close).ln().abs() < jump.abs() / 2.0);
        let is_way_back = (close / self.close(at.checked_sub(2))).ln().abs() < jump.abs() / 2.0;
        if jump.abs() <= LEAST_JUMP || !stays || is_way_back {
            return None;
        }
        let share = |(ratio, percent): (f64, f64)| {
            (ratio, density((jump.abs() - ratio.ln()) / width) * percent / 100.0 / SESSIONS_A_SPLIT)
        };
        let best = SPLITS.into_iter().map(share).max_by(|(_, a), (_, b)| a.total_cmp(b))?;
        let (ratio, likelihood) = best;
        (likelihood > density(jump / width)).then_some(if jump > 0.0 { ratio } else { 1.0 / ratio })
    }
}

/// Days between two sessions on average, a pause of so many days aside.
fn usual_days(sessions: usize, pause: i32, date: &impl Fn(usize) -> Option<Date>) -> f64 {
    let last = sessions.saturating_sub(1);
    let span = date(0).zip(date(last)).and_then(|(first, last)| first.until(last).ok());
    let steps = last.saturating_sub(1).max(1) as f64;
    span.map_or(1.0, |span| f64::from(span.get_days() - pause) / steps).max(1.0)
}

/// Density of Student's t with three degrees of freedom, up to a factor, of a number of usual moves.
fn density(moves: f64) -> f64 {
    (1.0 + (moves * T3_MEDIAN).powi(2) / 3.0).powi(-2)
}

/// The small whole numbers near whose ratio a factor is.
fn parts_near(factor: f64) -> Option<[f64; 2]> {
    let near = |ratio: f64| {
        let of = |old: f64| [(ratio * old).round(), old];
        let fits = |[new, old]: &[f64; 2]| (new / old / ratio - 1.0).abs() < FACTOR_WITHIN;
        (1..=4).map(f64::from).map(of).find(fits)
    };
    if factor >= 1.0 { near(factor) } else { near(1.0 / factor).map(|[old, new]| [new, old]) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::ToSpan;
    use jiff::civil::date;

    fn day(place: usize) -> Date {
        date(2024, 1, 1).saturating_add(i64::try_from(place).unwrap().days())
    }

    fn found(closes: &[f64], beside: &[f64]) -> Vec<(usize, f64)> {
        Row { closes, beside }.suspected(|place| Some(day(place)))
    }

    /// Closes that go to and fro by about that share.
    fn wave(size: f64, count: usize) -> Vec<f64> {
        let step = |place: usize| ((place * 7 % 11) as f64 - 5.0) / 3.0 * size;
        (0..count)
            .scan(100.0, |close, place| {
                *close *= 1.0 + step(place);
                Some(*close)
            })
            .collect()
    }

    /// The same with all closes from a place on times a factor.
    fn jumped(mut closes: Vec<f64>, at: usize, factor: f64) -> Vec<f64> {
        closes.iter_mut().skip(at).for_each(|close| *close *= factor);
        closes
    }

    #[test]
    fn a_split_is_suspected_and_a_bad_day_is_not() {
        let quiet = [100.0, 101.0, 100.5, 102.0, 101.0];
        let then = |last: &[f64]| found(&[&quiet[..], last].concat(), &[]);
        assert_eq!(then(&[100.0, 10.05, 10.1]), [(6, 10.0)]);
        assert_eq!(then(&[100.0, 1005.0, 1001.0]), [(6, 0.1)]);
        assert_eq!(then(&[100.0, 66.0, 66.5]), [(6, 1.5)]);
        assert!(then(&[100.0, 83.0, 84.0]).is_empty(), "a fall by a sixth");
        assert!(then(&[100.0, 10.0, 100.0]).is_empty(), "a slip of the decimal mark");
        assert!(then(&[0.0, -1.0]).is_empty());
        assert!(found(&[], &[]).is_empty());
        assert_eq!((usual_move(&[]), usual_move(&[1.0])), (0.0, 0.0));
    }

    #[test]
    fn the_width_about_a_ratio_is_the_usual_move() {
        // Usual move, jump as a share, the split that it looks like.
        let cases = [
            (0.01, 0.5 * 0.95, Some(2.0)),
            (0.01, 0.5 * 1.05, Some(2.0)),
            (0.01, 0.664, Some(1.5)),
            (0.05, 0.664, None),
            (0.05, 0.50, None),
            (0.01, 0.29, None),
            (0.01, 2.0, Some(0.5)),
            (0.10, 1.5, None),
        ];
        for (size, factor, split) in cases {
            let seen = found(&jumped(wave(size, 60), 30, factor), &[]);
            assert_eq!(
                seen,
                split.map(|split| (30, split)).into_iter().collect::<Vec<_>>(),
                "{size} {factor}"
            );
        }
    }

    #[test]
    fn weeks_without_trade_make_any_price_a_price() {
        let closes = jumped(wave(0.01, 60), 30, 0.21);
        let after = |pause: usize| {
            Row { closes: &closes, beside: &[] }
                .suspected(|place| Some(day(place + if place < 30 { 0 } else { pause })))
        };
        assert!(after(60).is_empty());
        let split = jumped(wave(0.01, 60), 30, 0.2);
        assert_eq!(Row { closes: &split, beside: &[] }.suspected(|place| Some(day(place))), [(30, 5.0)]);
    }

    #[test]
    fn what_a_ratio_is_called() {
        let cases = [
            (10.0, [10.0, 1.0]),
            (1.5, [3.0, 2.0]),
            (0.1, [1.0, 10.0]),
            (1.25, [5.0, 4.0]),
            (2.0 / 3.0, [2.0, 3.0]),
            (7.37, [7.37, 1.0]),
        ];
        for (ratio, expected) in cases {
            assert_eq!(parts(ratio), expected);
        }
    }

    proptest::proptest! {
        #![proptest_config(proptest::test_runner::Config::with_cases(300))]
        #[test]
        fn splits_with_noise_are_found_and_what_an_adjusted_close_has_too_is_a_move(
            which in 0..SPLITS.len(), reverse: bool, noise in -1.0..1.0_f64, at in 5..55_usize,
            size in 0.004..0.010_f64, fall in 0.2..0.9_f64, dividend in 0.9..1.0_f64,
        ) {
            let split = if reverse { 1.0 / SPLITS[which].0 } else { SPLITS[which].0 };
            let calm = wave(size, 60);
            let moved = jumped(calm.clone(), at, 1.0 + noise * size);
            let traded = jumped(moved.clone(), at, 1.0 / split);
            let seen = found(&traded, &[]);
            proptest::prop_assert!(seen.len() == 1 && seen[0].0 == at && (seen[0].1 / split - 1.0).abs() < 1e-9, "{seen:?} {split}");
            // The same with the adjusted close beside, which has dividends in it as well.
            let adjusted: Vec<f64> = moved.iter().map(|close| close * dividend).collect();
            let seen = found(&traded, &adjusted);
            proptest::prop_assert!(seen.len() == 1 && (seen[0].1 / split - 1.0).abs() < 0.02, "{seen:?}");
            let fell = jumped(calm, at, 1.0 - fall);
            let adjusted: Vec<f64> = fell.iter().map(|close| close * dividend).collect();
            proptest::prop_assert!(found(&fell, &adjusted).is_empty() && found(&adjusted, &fell).is_empty());
        }
    }
}
