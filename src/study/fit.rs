//! A straight line through points by least squares, with the interval of its mean.
//!
//! Formulas: Draper and Smith, "Applied Regression Analysis", 3rd edition, chapters 1 and 3;
//! Abramowitz and Stegun, "Handbook of Mathematical Functions", 26.7.3 and 26.7.4, for Student's t.
//! A line says how values go together, not why.

/// Fewest points that a line with an interval needs.
const LEAST: usize = 3;

/// The line of least squares.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fit {
    /// Value at x = 0.
    pub intercept: f64,
    /// Change of the value for one of x.
    pub slope: f64,
    /// Share of the values' variance that the line explains, 0 to 1; 1 where all values are equal.
    pub r_squared: f64,
    /// How many points.
    pub count: usize,
    /// Lowest and highest x among the points.
    pub range: [f64; 2],
    mean: f64,
    /// Sum of squared distances of x from its mean.
    spread: f64,
    /// Standard deviation of the residuals, with count − 2 degrees of freedom, times the quantile
    /// of Student's t.
    reach: f64,
}

impl Fit {
    /// The line through points of x and value; those that are not finite take no part. `None` with
    /// fewer than three points, or where all have one x.
    #[must_use]
    pub fn of(points: &[[f64; 2]]) -> Option<Self> {
        let known = || points.iter().filter(|[x, y]| x.is_finite() && y.is_finite());
        let count = known().count();
        if count < LEAST {
            return None;
        }
        let mean = |of: fn(&[f64; 2]) -> f64| known().map(of).sum::<f64>() / count as f64;
        let (mean_x, mean_y) = (mean(|[x, _]| *x), mean(|[_, y]| *y));
        let sum =
            |of: &dyn Fn(f64, f64) -> f64| -> f64 { known().map(|[x, y]| of(x - mean_x, y - mean_y)).sum() };
        let (spread, across, total) = (sum(&|x, _| x * x), sum(&|x, y| x * y), sum(&|_, y| y * y));
        let low = known().map(|[x, _]| *x).fold(f64::INFINITY, f64::min);
        let high = known().map(|[x, _]| *x).fold(f64::NEG_INFINITY, f64::max);
        if high <= low || spread <= 0.0 {
            return None;
        }
        let slope = across / spread;
        let left = sum(&|x, y| (y - slope * x).powi(2));
        Some(Self {
            intercept: mean_y - slope * mean_x,
            slope,
            r_squared: if total > 0.0 { (1.0 - left / total).clamp(0.0, 1.0) } else { 1.0 },
            count,
            range: [low, high],
            mean: mean_x,
            spread,
            reach: (left / (count - 2) as f64).sqrt() * student_t(0.05, count - 2),
        })
    }

    /// The line's value.
    #[must_use]
    pub fn at(&self, x: f64) -> f64 {
        self.intercept + self.slope * x
    }

    /// Half the width of the 95 per cent interval of the mean there.
    #[must_use]
    pub fn half_width(&self, x: f64) -> f64 {
        let leverage = 1.0 / self.count as f64 + (x - self.mean).powi(2) / self.spread;
        self.reach * leverage.sqrt()
    }
}

/// The value that Student's t with so many degrees of freedom exceeds in size with probability
/// `p`, both sides together; NaN without any.
fn student_t(p: f64, degrees: usize) -> f64 {
    if degrees == 0 {
        return f64::NAN;
    }
    // Halved until it is known to the last digits; the angle's tangent is the value.
    let (mut low, mut high) = (0.0, std::f64::consts::FRAC_PI_2);
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if within(middle, degrees) < 1.0 - p { low = middle } else { high = middle }
    }
    low.tan() * (degrees as f64).sqrt()
}

/// Probability that Student's t lies within ±√degrees · tan(angle).
fn within(angle: f64, degrees: usize) -> f64 {
    let (sine, cosine) = angle.sin_cos();
    let is_even = degrees.is_multiple_of(2);
    let mut term = if is_even { 1.0 } else { cosine };
    let mut sum = if degrees == 1 { 0.0 } else { term };
    let mut power = if is_even { 2 } else { 3 };
    while power + 2 <= degrees {
        term *= cosine * cosine * (power - 1) as f64 / power as f64;
        sum += term;
        power += 2;
    }
    if is_even { sine * sum } else { (angle + sine * sum) * std::f64::consts::FRAC_2_PI }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn students_t_is_that_of_the_tables() {
        // Abramowitz and Stegun, table 26.10, both sides together.
        for (degrees, expected) in [
            (1, 12.706_2),
            (2, 4.302_65),
            (3, 3.182_45),
            (4, 2.776_45),
            (5, 2.570_58),
            (10, 2.228_14),
            (30, 2.042_27),
            (120, 1.979_93),
            (5000, 1.960_44),
        ] {
            assert!((student_t(0.05, degrees) / expected - 1.0).abs() < 1e-5, "{degrees}");
        }
        assert!((student_t(0.01, 3) - 5.840_91).abs() < 1e-4);
    }

    #[test]
    fn a_line_with_its_interval() {
        // By hand: x̄ = 3, ȳ = 4, Sxx = 10, Sxy = 6, Syy = 6; squared residuals 2.4.
        let points = [[1.0, 2.0], [2.0, 4.0], [3.0, 5.0], [4.0, 4.0], [5.0, 5.0], [f64::NAN, 9.0]];
        let fit = Fit::of(&points).unwrap();
        assert!((fit.slope - 0.6).abs() < 1e-12 && (fit.intercept - 2.2).abs() < 1e-12);
        assert!((fit.r_squared - 0.6).abs() < 1e-12);
        assert_eq!((fit.count, fit.range), (5, [1.0, 5.0]));
        // s² = 2.4 / 3; at the mean s / √5 times 3.18245.
        assert!((fit.half_width(3.0) - 3.182_446 * (0.8_f64 / 5.0).sqrt()).abs() < 1e-5);
        assert!(fit.half_width(5.0) > fit.half_width(3.0));
    }

    #[test]
    fn too_few_points_or_one_x_have_no_line() {
        let cases: [&[[f64; 2]]; 4] = [
            &[],
            &[[1.0, 1.0], [2.0, 2.0]],
            &[[1.0, 1.0], [1.0, 2.0], [1.0, 3.0]],
            &[[1.0, f64::INFINITY], [2.0, 1.0], [3.0, 1.0]],
        ];
        for points in cases {
            assert_eq!(Fit::of(points), None, "{points:?}");
        }
        let exact = Fit::of(&[[0.0, 1.0], [1.0, 3.0], [2.0, 5.0]]).unwrap();
        assert_eq!((exact.slope, exact.at(10.0)), (2.0, 21.0));
        assert!(exact.half_width(1.0) < 1e-9 && (exact.r_squared - 1.0).abs() < 1e-12);
        let flat = Fit::of(&[[0.0, 1.0], [1.0, 1.0], [2.0, 1.0]]).unwrap();
        assert_eq!((flat.slope, flat.r_squared), (0.0, 1.0));
    }
}
