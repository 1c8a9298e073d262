//! Models that no other dominates: the Pareto frontier of cost against score.
//!
//! One model dominates another when it costs at most as much and scores at least as high, and
//! one of the two strictly (Borzsony, Kossmann, Stocker, "The Skyline Operator", ICDE 2001,
//! found here by their sort and one sweep). The frontier says what was on offer by a date; it
//! says nothing about why anything happened.

use std::cmp::Ordering;

use jiff::civil::Date;

/// A model as the frontier sees it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate {
    /// Its cost, in any one unit.
    pub cost: f64,
    /// Its score, higher is better.
    pub score: f64,
    /// When it was released; an undated model is never on the frontier.
    pub released: Option<Date>,
}

/// The places of the candidates that no other one released by `as_of` dominates, ascending by
/// cost; candidates that are equal in both stand together, in the order given. Candidates
/// without a finite cost and score take no part.
#[must_use]
pub fn frontier(points: &[Candidate], as_of: Date) -> Vec<usize> {
    let mut order: Vec<(usize, &Candidate)> = points
        .iter()
        .enumerate()
        .filter(|(_, point)| point.cost.is_finite() && point.score.is_finite())
        .filter(|(_, point)| point.released.is_some_and(|released| released <= as_of))
        .collect();
    order.sort_by(|(_, a), (_, b)| by_cost_then_best(a, b));
    let mut kept: Vec<(usize, &Candidate)> = Vec::new();
    for (place, point) in order {
        let stays = kept.last().is_none_or(|(_, best)| {
            // In this order a point that costs no more and scores no less is the best one's equal.
            point.score > best.score || (point.score >= best.score && point.cost <= best.cost)
        });
        if stays {
            kept.push((place, point));
        }
    }
    kept.into_iter().map(|(place, _)| place).collect()
}

fn by_cost_then_best(a: &Candidate, b: &Candidate) -> Ordering {
    a.cost.total_cmp(&b.cost).then(b.score.total_cmp(&a.score))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const AS_OF: Date = date(2025, 1, 27);

    fn brute_force(points: &[Candidate]) -> Vec<usize> {
        let takes_part = |p: &Candidate| {
            p.cost.is_finite() && p.score.is_finite() && p.released.is_some_and(|day| day <= AS_OF)
        };
        let dominates = |a: &Candidate, b: &Candidate| {
            a.cost <= b.cost && a.score >= b.score && (a.cost < b.cost || a.score > b.score)
        };
        (0..points.len())
            .filter(|at| takes_part(&points[*at]))
            .filter(|at| !points.iter().any(|other| takes_part(other) && dominates(other, &points[*at])))
            .collect()
    }

    /// Reproducible numbers without a clock (Knuth's multiplicative generator).
    fn generated(seed: u64, count: usize) -> Vec<Candidate> {
        let mut state = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let mut next = |below: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % below
        };
        (0..count)
            .map(|_| Candidate {
                cost: if next(12) == 0 { f64::NAN } else { next(9) as f64 },
                score: if next(12) == 0 { f64::NAN } else { next(9) as f64 },
                released: match next(6) {
                    0 => None,
                    1 => Some(date(2025, 1, 31)),
                    _ => Some(date(2024, 6, 1)),
                },
            })
            .collect()
    }

    #[test]
    fn agrees_with_comparing_every_pair() {
        for seed in 0..400 {
            let points = generated(seed, (seed % 17) as usize);
            let found = frontier(&points, AS_OF);
            assert!(found.windows(2).all(|pair| points[pair[0]].cost <= points[pair[1]].cost));
            let mut sorted = found.clone();
            sorted.sort_unstable();
            assert_eq!(sorted, brute_force(&points), "seed {seed}: {points:?}");
        }
    }

    #[test]
    fn the_order_of_the_file_does_not_matter() {
        for seed in 0..100 {
            let points = generated(seed, 12);
            let turned: Vec<Candidate> = points.iter().rev().copied().collect();
            let mut forth = frontier(&points, AS_OF);
            let mut back: Vec<usize> = frontier(&turned, AS_OF).into_iter().map(|at| 11 - at).collect();
            forth.sort_unstable();
            back.sort_unstable();
            assert_eq!(forth, back);
        }
    }

    #[test]
    fn later_and_undated_models_are_not_on_it() {
        let at = |cost, score, released| Candidate { cost, score, released };
        let points = [
            at(1.0, 50.0, Some(AS_OF)),
            at(0.5, 90.0, Some(date(2025, 1, 28))),
            at(0.1, 99.0, None),
            at(1.0, 50.0, Some(date(2024, 1, 1))),
        ];
        assert_eq!(frontier(&points, AS_OF), vec![0, 3]);
        assert!(frontier(&[], AS_OF).is_empty());
    }
}
