//! Models that no other dominates: the Pareto frontier of cost against score.
//!
//! One model dominates another when it costs at most as much and scores at least as high, and
//! one of the two strictly (Borzsony, Kossmann, Stocker, "The Skyline Operator", ICDE 2001,
//! found here by their sort and one sweep). The frontier says what was on offer by a date; it
//! says nothing about why anything happened.

use std::cmp::Ordering;

use jiff::ToSpan;
use jiff::civil::Date;

pub use crate::model::Prices;

/// A model as the frontier sees it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate {
    /// Its cost, in any one unit.
    pub cost: f64,
    /// Its score, higher is better.
    pub score: f64,
    /// When it was released; an undated model is never on the frontier.
    pub released: Option<Date>,
    /// The date its cost is of, where that is known.
    pub priced: Option<Date>,
}

/// What a day made of the frontier.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// Its members the day before, ascending by cost.
    pub before: Vec<usize>,
    /// Its members at the end of the day, ascending by cost.
    pub after: Vec<usize>,
    /// Those that came, ascending by cost.
    pub joined: Vec<usize>,
    /// Those that went, ascending by cost.
    pub left: Vec<usize>,
}

/// The frontier before a day and after it.
#[must_use]
pub fn change(points: &[Candidate], day: Date, prices: Prices) -> Change {
    let before = day.checked_sub(1.day()).map(|day| frontier_with(points, day, prices)).unwrap_or_default();
    let after = frontier_with(points, day, prices);
    let lacking = |these: &[usize], those: &[usize]| {
        let known: std::collections::BTreeSet<usize> = those.iter().copied().collect();
        these.iter().copied().filter(|place| !known.contains(place)).collect()
    };
    Change { joined: lacking(&after, &before), left: lacking(&before, &after), before, after }
}

/// The places of the candidates that no other one released by `as_of` dominates, ascending by
/// cost; candidates that are equal in both stand together, in the order given. Candidates
/// without a finite cost and score take no part.
#[must_use]
pub fn frontier(points: &[Candidate], as_of: Date) -> Vec<usize> {
    frontier_with(points, as_of, Prices::All)
}

/// As [`frontier`], of the costs that were known by `as_of` if it is so asked. One sort and one
/// sweep: O(n log n).
#[must_use]
pub fn frontier_with(points: &[Candidate], as_of: Date, prices: Prices) -> Vec<usize> {
    let is_known = |point: &Candidate| match prices {
        Prices::All => true,
        Prices::InForce => point.priced.is_none_or(|priced| priced <= as_of),
    };
    let mut order: Vec<(usize, &Candidate)> = points
        .iter()
        .enumerate()
        .filter(|(_, point)| point.cost.is_finite() && point.score.is_finite())
        .filter(|(_, point)| point.released.is_some_and(|released| released <= as_of) && is_known(point))
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

    fn brute_force(points: &[Candidate], as_of: Date, prices: Prices) -> Vec<usize> {
        let takes_part = |p: &Candidate| {
            let is_late = prices == Prices::InForce && p.priced.is_some_and(|day| day > as_of);
            p.cost.is_finite()
                && p.score.is_finite()
                && p.released.is_some_and(|day| day <= as_of)
                && !is_late
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
                    2 => Some(date(2025, 1, 20)),
                    _ => Some(date(2024, 6, 1)),
                },
                priced: match next(4) {
                    0 => Some(date(2025, 2, 8)),
                    1 => Some(date(2025, 1, 21)),
                    _ => None,
                },
            })
            .collect()
    }

    #[test]
    fn agrees_with_comparing_every_pair() {
        for seed in 0..400 {
            let points = generated(seed, (seed % 17) as usize);
            for prices in [Prices::All, Prices::InForce] {
                for as_of in DAYS {
                    let found = frontier_with(&points, as_of, prices);
                    assert!(found.windows(2).all(|pair| points[pair[0]].cost <= points[pair[1]].cost));
                    let mut sorted = found.clone();
                    sorted.sort_unstable();
                    assert_eq!(sorted, brute_force(&points, as_of, prices), "seed {seed}: {points:?}");
                }
            }
            assert_eq!(frontier(&points, AS_OF), frontier_with(&points, AS_OF, Prices::All));
        }
    }

    const DAYS: [Date; 4] = [date(2024, 5, 1), date(2025, 1, 19), AS_OF, date(2025, 3, 1)];

    #[test]
    fn a_dominated_model_changes_nothing() {
        for seed in 0..200 {
            let mut points = generated(seed, 10);
            let found = frontier(&points, AS_OF);
            let Some(member) = found.first().map(|place| points[*place]) else { continue };
            let worse = [
                Candidate { cost: member.cost + 1.0, ..member },
                Candidate { score: member.score - 1.0, ..member },
                Candidate { cost: member.cost + 2.0, score: member.score - 2.0, ..member },
            ];
            points.extend(worse);
            assert_eq!(frontier(&points, AS_OF), found, "seed {seed}");
        }
    }

    #[test]
    fn no_later_frontier_is_worse_anywhere() {
        for seed in 0..200 {
            let points = generated(seed, 14);
            for days in DAYS.windows(2) {
                let (early, late) = (frontier(&points, days[0]), frontier(&points, days[1]));
                for old in &early {
                    let reaches = |new: &usize| {
                        points[*new].cost <= points[*old].cost && points[*new].score >= points[*old].score
                    };
                    assert!(late.iter().any(reaches), "seed {seed}: {points:?}");
                }
            }
        }
    }

    #[test]
    fn a_day_names_who_came_and_who_went() {
        for seed in 0..200 {
            let points = generated(seed, 12);
            let change = change(&points, date(2025, 1, 20), Prices::All);
            assert_eq!(change.before, frontier(&points, date(2025, 1, 19)));
            assert_eq!(change.after, frontier(&points, date(2025, 1, 20)));
            assert!(change.joined.iter().all(|place| points[*place].released == Some(date(2025, 1, 20))));
            let stayed = change.before.len() - change.left.len();
            assert_eq!(stayed + change.joined.len(), change.after.len(), "seed {seed}");
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
        let at = |cost, score, released| Candidate { cost, score, released, priced: None };
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
