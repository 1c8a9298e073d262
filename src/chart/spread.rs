//! Pushes a column of labels apart as little as possible, keeping their order.
//!
//! Shared by the names at line ends and the names on the rail, so that both behave alike.

/// Heights for labels that want to stand at `wanted` (ascending), at least `gap` apart and
/// inside `range`, with the least sum of squared shifts.
///
/// Subtracting each label's own share of the stack turns the task into isotonic regression,
/// solved by pooling adjacent violators (Ayer and others, Annals of Mathematical Statistics 26,
/// 1955). The caller sees to it that all labels fit: see [`fitting`].
pub(super) fn spread(wanted: &[f64], gap: f64, range: [f64; 2]) -> Vec<f64> {
    let mut pools: Vec<(f64, usize)> = Vec::new();
    for (place, height) in wanted.iter().enumerate() {
        pools.push((height - place as f64 * gap, 1));
        while let [.., (before, many), (after, few)] = pools.as_slice()
            && before > after
        {
            let count = many + few;
            let mean = (before * *many as f64 + after * *few as f64) / count as f64;
            pools.truncate(pools.len() - 2);
            pools.push((mean, count));
        }
    }
    let highest = (range[1] - gap * wanted.len().saturating_sub(1) as f64).max(range[0]);
    pools
        .into_iter()
        .flat_map(|(mean, count)| std::iter::repeat_n(mean, count))
        .enumerate()
        .map(|(place, height)| height.clamp(range[0], highest) + place as f64 * gap)
        .collect()
}

/// How many labels fit into the range when they stand `gap` apart.
pub(super) fn fitting(gap: f64, range: [f64; 2]) -> usize {
    if gap <= 0.0 || range[1] < range[0] { 0 } else { ((range[1] - range[0]) / gap) as usize + 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_order_distance_and_range() {
        let cases: &[&[f64]] = &[
            &[],
            &[50.0],
            &[10.0, 10.0, 10.0],
            &[0.0, 1.0, 2.0, 95.0, 99.0, 100.0],
            &[-50.0, 500.0],
            &[0.0, 50.0, 100.0],
        ];
        for wanted in cases {
            let placed = spread(wanted, 12.0, [0.0, 100.0]);
            assert_eq!(placed.len(), wanted.len());
            assert!(placed.windows(2).all(|pair| pair[1] - pair[0] >= 12.0 - 1e-9), "{wanted:?}: {placed:?}");
            assert!(placed.iter().all(|at| (0.0..=100.0).contains(at)), "{wanted:?}: {placed:?}");
        }
        assert_eq!(spread(&[0.0, 50.0, 100.0], 12.0, [0.0, 100.0]), vec![0.0, 50.0, 100.0]);
        assert_eq!(spread(&[50.0, 50.0, 50.0], 10.0, [0.0, 100.0]), vec![40.0, 50.0, 60.0]);
        assert_eq!((fitting(10.0, [0.0, 100.0]), fitting(10.0, [5.0, 4.0])), (11, 0));
    }
}
