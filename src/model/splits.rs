//! What looks like a split of shares in a row of prices.
//!
//! A jump is suspected, never corrected: only the user knows whether a fall by half was one.

/// Ratios in which shares are split.
const SPLITS: [f64; 14] = [1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 10.0, 15.0, 20.0, 25.0, 30.0, 50.0];
/// How far a close may be from the ratio of a split, as a share of it: a day's own move.
const SPLIT_WITHIN: f64 = 0.04;
/// A jump that is larger than most days by this factor is no day's move.
const UNUSUAL: f64 = 8.0;
/// Natural logarithm of the smallest jump that may be a split.
pub const LEAST_JUMP: f64 = 0.35;

/// The median of the moves from close to close, as natural logarithms; 0 without any.
#[must_use]
pub fn usual_move(closes: &[f64]) -> f64 {
    let mut moves: Vec<f64> = closes
        .windows(2)
        .filter_map(|pair| match pair {
            [from, to] if *from > 0.0 && *to > 0.0 => Some((to / from).ln().abs()),
            _ => None,
        })
        .collect();
    if moves.is_empty() {
        return 0.0;
    }
    // The lower of two middle ones: a slip moves twice, there and back.
    let middle = (moves.len() - 1) / 2;
    *moves.select_nth_unstable_by(middle, f64::total_cmp).1
}

/// Whether a close is back where the one before the last was.
#[must_use]
pub fn is_way_back(closes: &[f64], row: usize) -> bool {
    let close = |at: Option<usize>| at.and_then(|at| closes.get(at)).copied().unwrap_or(f64::NAN);
    let (earlier, before, at) = (close(row.checked_sub(2)), close(row.checked_sub(1)), close(Some(row)));
    (at / earlier).ln().abs() < (at / before).ln().abs() / 2.0
}

/// The ratio of the split that a fall or a rise from one close to the next looks like: new shares
/// for an old one, above one for a fall. `after` is the close that follows, `usual` the series'
/// [`usual_move`].
#[must_use]
pub fn split_like(before: f64, at: f64, after: Option<f64>, usual: f64) -> Option<f64> {
    if before <= 0.0 || at <= 0.0 {
        return None;
    }
    let ratio = before / at;
    let is_unusual = ratio.ln().abs() > UNUSUAL * usual && ratio.ln().abs() > LEAST_JUMP;
    // A price that comes back the next day was no split.
    let stays = after.is_none_or(|after| after > 0.0 && (after / at).ln().abs() < ratio.ln().abs() / 2.0);
    let near = |split: &&f64| (ratio / **split - 1.0).abs() < SPLIT_WITHIN;
    let near_reverse = |split: &&f64| (ratio * **split - 1.0).abs() < SPLIT_WITHIN;
    if !is_unusual || !stays {
        return None;
    }
    let forward = SPLITS.iter().find(near).copied();
    forward.or_else(|| SPLITS.iter().find(near_reverse).map(|split| 1.0 / split))
}

/// Every place in a row of closes that looks like a split to the close before it, with the ratio.
#[must_use]
pub fn suspected(closes: &[f64]) -> Vec<(usize, f64)> {
    // Most rows have none: a quotient is told apart faster than its logarithm.
    let (least, most) = ((-LEAST_JUMP).exp(), LEAST_JUMP.exp());
    let jumps = |pair: &[f64]| match pair {
        [from, to] => {
            let ratio = to / from;
            ratio > most || (ratio > 0.0 && ratio < least)
        }
        _ => false,
    };
    if !closes.windows(2).any(jumps) {
        return Vec::new();
    }
    let usual = usual_move(closes);
    let judge = |(row, pair): (usize, &[f64])| match pair {
        [from, to] => {
            let after = closes.get(row + 2).copied();
            let ratio = split_like(*from, *to, after, usual).filter(|_| !is_way_back(closes, row + 1))?;
            Some((row + 1, ratio))
        }
        _ => None,
    };
    closes.windows(2).enumerate().filter_map(judge).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_split_is_suspected_and_a_bad_day_is_not() {
        let quiet = [100.0, 101.0, 100.5, 102.0, 101.0];
        let then = |last: &[f64]| suspected(&[&quiet[..], last].concat());
        assert_eq!(then(&[100.0, 10.05, 10.1]), [(6, 10.0)]);
        assert_eq!(then(&[100.0, 1005.0, 1001.0]), [(6, 0.1)]);
        assert_eq!(then(&[100.0, 66.0, 66.5]), [(6, 1.5)]);
        assert!(then(&[100.0, 83.0, 84.0]).is_empty(), "a fall by a sixth");
        assert!(then(&[100.0, 10.0, 100.0]).is_empty(), "a slip of the decimal mark");
        assert!(then(&[0.0, -1.0]).is_empty());
        assert!(suspected(&[]).is_empty());
        assert_eq!((usual_move(&[]), usual_move(&[1.0])), (0.0, 0.0));
    }
}
