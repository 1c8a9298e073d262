//! Round values for axes: steps of 1, 2 and 5 times a power of ten.
//!
//! Gives numbers only; who asks for them puts them into words.

/// Evenly spaced round values.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Steps {
    /// Distance between two values.
    pub step: f64,
    /// Decimals that tell the values apart.
    pub decimals: usize,
}

impl Steps {
    /// The smallest round step that cuts the range into at most so many pieces.
    pub fn of(range: [f64; 2], at_most: usize) -> Self {
        let span = (range[1] - range[0]).abs();
        if !span.is_finite() || span <= 0.0 {
            return Self { step: 1.0, decimals: 0 };
        }
        let raw = span / at_most.max(1) as f64;
        let power = raw.log10().floor();
        let tenth = 10f64.powf(power);
        let step = [1.0, 2.0, 5.0, 10.0]
            .into_iter()
            .map(|factor| factor * tenth)
            .find(|step| *step >= raw * (1.0 - 1e-9))
            .unwrap_or(10.0 * tenth);
        let decimals = (-(step * (1.0 + 1e-9)).log10().floor()).clamp(0.0, 12.0) as usize;
        Self { step, decimals }
    }

    /// The values inside the range, ascending.
    pub fn within(&self, range: [f64; 2]) -> Vec<f64> {
        let first = (range[0] / self.step - 1e-6).ceil();
        let last = (range[1] / self.step + 1e-6).floor();
        if !first.is_finite() || !last.is_finite() || last < first || last - first > 1000.0 {
            return Vec::new();
        }
        // Multiples of the step, so that rounding errors do not add up; adding zero makes -0 a 0.
        (0..=(last - first) as usize).map(|place| (first + place as f64) * self.step + 0.0).collect()
    }

    /// The range widened to whole steps.
    pub fn around(&self, range: [f64; 2]) -> [f64; 2] {
        [(range[0] / self.step + 1e-6).floor() * self.step, (range[1] / self.step - 1e-6).ceil() * self.step]
    }
}

/// A range that can stand on an axis: finite, and widened where it has no extent.
pub(super) fn usable(values: impl Iterator<Item = f64>) -> Option<[f64; 2]> {
    let mut range: Option<[f64; 2]> = None;
    for value in values.filter(|value| value.is_finite()) {
        range = Some(match range {
            Some([low, high]) => [low.min(value), high.max(value)],
            None => [value, value],
        });
    }
    range.map(|[low, high]| {
        if high > low {
            return [low, high];
        }
        let half = if low == 0.0 { 1.0 } else { low.abs() * 0.05 };
        [low - half, high + half]
    })
}

/// The range where it is one: two finite ascending values.
pub(super) fn checked(range: [f64; 2]) -> Option<[f64; 2]> {
    (range[0].is_finite() && range[1].is_finite() && range[1] > range[0]).then_some(range)
}

/// Choices of round values for a logarithmic range in log10 space, each with its value, the
/// finest first: 1, 2 and 5 in each decade, then fewer, at last single powers of ten.
pub(super) fn logarithmic(range: [f64; 2]) -> Vec<Vec<(f64, f64)>> {
    let Some([low, high]) = checked(range) else { return Vec::new() };
    // No cost lies outside what a floating point number holds.
    let decades = (low.floor().max(-308.0) as i32)..=(high.ceil().min(308.0) as i32);
    let all = |factors: &[f64], every: i32, phase: i32| -> Vec<(f64, f64)> {
        decades
            .clone()
            .filter(|power| power.rem_euclid(every) == phase)
            .flat_map(|power| factors.iter().map(move |factor| factor * 10f64.powi(power)))
            .map(|value| (value.log10(), value))
            .filter(|(log, _)| *log >= low - 1e-9 && *log <= high + 1e-9)
            .collect()
    };
    let mut choices = vec![all(&[1.0, 2.0, 5.0], 1, 0), all(&[1.0, 3.0], 1, 0), all(&[1.0], 1, 0)];
    for every in [2, 3, 6, 12, 60] {
        choices.extend((0..every).map(|phase| all(&[1.0], every, phase)));
    }
    choices
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round_and_few() {
        /// Range, at most, step, decimals, values.
        type Case = ([f64; 2], usize, f64, usize, &'static [f64]);
        let cases: &[Case] = &[
            ([-18.0, 7.0], 6, 5.0, 0, &[-15.0, -10.0, -5.0, 0.0, 5.0]),
            ([0.0, 1.0], 5, 0.2, 1, &[0.0, 0.2, 0.4, 0.6, 0.8, 1.0]),
            ([0.0, 0.05], 3, 0.02, 2, &[0.0, 0.02, 0.04]),
            ([100.0, 25000.0], 5, 5000.0, 0, &[5000.0, 10000.0, 15000.0, 20000.0, 25000.0]),
        ];
        for (range, at_most, step, decimals, values) in cases {
            let steps = Steps::of(*range, *at_most);
            assert!((steps.step - step).abs() < 1e-9, "{range:?}: {steps:?}");
            assert_eq!(steps.decimals, *decimals, "{range:?}");
            let found = steps.within(*range);
            assert_eq!(found.len(), values.len(), "{range:?}: {found:?}");
            assert!(found.iter().zip(*values).all(|(a, b)| (a - b).abs() < 1e-9), "{found:?}");
        }
        assert_eq!(Steps::of([-18.0, 7.0], 6).around([-18.0, 7.0]), [-20.0, 10.0]);
    }

    #[test]
    fn odd_ranges_give_no_trouble() {
        for range in
            [[f64::NAN, 1.0], [1.0, 1.0], [0.0, f64::INFINITY], [3.0, -3.0], [0.0, 1e-300], [0.0, 1e300]]
        {
            let steps = Steps::of(range, 5);
            assert!(steps.step > 0.0 && steps.step.is_finite(), "{range:?}");
            assert!(steps.within(range).iter().all(|value| value.is_finite()));
            let _ = logarithmic(range);
        }
        assert_eq!(usable([f64::NAN].into_iter()), None);
        assert_eq!(usable([0.0].into_iter()), Some([-1.0, 1.0]));
        assert!(usable([5.0, 5.0].into_iter()).is_some_and(|[low, high]| low < 5.0 && high > 5.0));
    }

    #[test]
    fn logarithmic_ticks_stand_at_one_two_five() {
        let values = |choice: &Vec<(f64, f64)>| {
            choice.iter().map(|(_, value)| (value * 100.0).round() / 100.0).collect::<Vec<_>>()
        };
        let choices = logarithmic([-1.0, 0.5]);
        assert_eq!(values(&choices[0]), vec![0.1, 0.2, 0.5, 1.0, 2.0]);
        let choices = logarithmic([-1.0, 2.0]);
        assert_eq!(values(&choices[2]), vec![0.1, 1.0, 10.0, 100.0]);
        assert!(choices.iter().any(|choice| values(choice) == [0.1, 10.0]));
    }
}
