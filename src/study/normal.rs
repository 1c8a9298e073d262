//! Normal returns: what a return is expected to be without the event, and how far off it usually is.
//!
//! Market model by ordinary least squares (Fama, Fisher, Jensen and Roll, International Economic
//! Review 10, 1969; `MacKinlay` 1997), market adjusted and constant mean returns (Brown and Warner,
//! Journal of Financial Economics 14, 1985).

use crate::model::NormalModel;

/// Residuals smaller than that share of the returns are rounding, not scatter.
const ROUNDING: f64 = 1e-10;

/// A model of normal returns, estimated on the returns of the estimation window.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// Which model.
    pub model: NormalModel,
    /// Constant of the expected return, as a share.
    pub alpha: f64,
    /// Returns of the index that it takes on, 1 for 1.
    pub beta: f64,
    /// Standard deviation of a return about the expected one, with the model's own degrees of
    /// freedom; 0 where the returns have no scatter about it.
    pub sigma: f64,
    /// Share of the variance of the returns that the index explains; of the market model alone.
    pub r2: Option<f64>,
    /// Degrees of freedom of sigma.
    pub df: f64,
    /// Number of returns, L1.
    pub count: usize,
    /// Mean return of the index over them.
    pub index_mean: f64,
    /// Sum of squared deviations of the index from its mean.
    pub sxx: f64,
    /// Abnormal returns of the estimation window, in its order.
    pub residuals: Vec<f64>,
}

/// Why a model cannot be estimated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoFit {
    /// The index has the same return throughout: there is no slope.
    FlatIndex,
    /// Too few returns for the model.
    TooFew,
}

impl Fit {
    /// Estimates a model on returns of a series and of the index, one pair a session.
    ///
    /// # Errors
    /// [`NoFit`] says why there is no estimate.
    pub fn of(model: NormalModel, own: &[f64], index: &[f64]) -> Result<Self, NoFit> {
        let count = own.len().min(index.len());
        if count <= model.parameters().max(model.lost_freedom()) {
            return Err(NoFit::TooFew);
        }
        let n = count as f64;
        let (own_mean, index_mean) = (mean(own), mean(index));
        let sxx: f64 = index.iter().map(|x| (x - index_mean).powi(2)).sum();
        let sxy: f64 = index.iter().zip(own).map(|(x, y)| (x - index_mean) * (y - own_mean)).sum();
        let (alpha, beta) = match model {
            NormalModel::Market => {
                if sxx <= ROUNDING * ROUNDING * index.iter().map(|x| x * x).sum::<f64>() {
                    return Err(NoFit::FlatIndex);
                }
                let beta = sxy / sxx;
                (own_mean - beta * index_mean, beta)
            }
            NormalModel::Adjusted => (0.0, 1.0),
            NormalModel::Mean => (own_mean, 0.0),
        };
        let residuals: Vec<f64> = own.iter().zip(index).map(|(y, x)| y - (alpha + beta * x)).collect();
        // The market adjusted return is not centred by its model: its variance is about its mean.
        let centre = if model == NormalModel::Adjusted { mean(&residuals) } else { 0.0 };
        let sse: f64 = residuals.iter().map(|residual| (residual - centre).powi(2)).sum();
        let sst: f64 = own.iter().map(|y| (y - own_mean).powi(2)).sum();
        let df = n - model.lost_freedom() as f64;
        let scale: f64 = own.iter().chain(index).map(|value| value * value).sum();
        let sigma = if sse <= ROUNDING * ROUNDING * scale { 0.0 } else { (sse / df).sqrt() };
        let r2 = (model == NormalModel::Market && sst > 0.0).then(|| 1.0 - sse / sst);
        Ok(Self { model, alpha, beta, sigma, r2, df, count, index_mean, sxx, residuals })
    }

    /// The return that is expected where the index returns `index`.
    #[must_use]
    pub fn expected(&self, index: f64) -> f64 {
        self.alpha + self.beta * index
    }

    /// The variance of a single abnormal return over that of the estimate: 1, the returns that the
    /// parameters come from, and how far the index is from its mean (Patell, Journal of Accounting
    /// Research 14, 1976).
    #[must_use]
    pub fn forecast_factor(&self, index: f64) -> f64 {
        self.cumulated_factor(&[index])
    }

    /// The variance of the sum of abnormal returns over that of the estimate, for the index's returns
    /// on those sessions (Campbell, Lo and `MacKinlay`, The Econometrics of Financial Markets, 1997,
    /// equation 4.4.11).
    #[must_use]
    pub fn cumulated_factor(&self, index: &[f64]) -> f64 {
        let (n, days) = (self.count as f64, index.len() as f64);
        match self.model {
            NormalModel::Market => {
                let off: f64 = index.iter().map(|x| x - self.index_mean).sum();
                days + days * days / n + off * off / self.sxx
            }
            NormalModel::Adjusted => days,
            NormalModel::Mean => days + days * days / n,
        }
    }
}

/// The arithmetic mean; NaN of nothing.
#[must_use]
pub fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// The standard deviation of a sample (divided by n - 1); `None` of fewer than two values.
#[must_use]
pub fn deviation(values: &[f64]) -> Option<f64> {
    if values.len() < 2 {
        return None;
    }
    let centre = mean(values);
    let squares: f64 = values.iter().map(|value| (value - centre).powi(2)).sum();
    Some((squares / (values.len() - 1) as f64).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::samples::draws;

    /// The variance of a sum of forecasts in matrix form: 1' (I + X* (X'X)^-1 X*') 1.
    fn matrix_factor(estimation: &[f64], window: &[f64]) -> f64 {
        let n = estimation.len() as f64;
        let (sum, squares): (f64, f64) = (estimation.iter().sum(), estimation.iter().map(|x| x * x).sum());
        let determinant = n * squares - sum * sum;
        // (X'X)^-1 of a column of ones and one of the index.
        let inverse = [[squares / determinant, -sum / determinant], [-sum / determinant, n / determinant]];
        let total: f64 = window
            .iter()
            .flat_map(|a| window.iter().map(move |b| ([1.0, *a], [1.0, *b])))
            .map(|(a, b)| {
                (0..2)
                    .flat_map(|i| (0..2).map(move |j| (i, j)))
                    .map(|(i, j)| a[i] * inverse[i][j] * b[j])
                    .sum::<f64>()
            })
            .sum();
        window.len() as f64 + total
    }

    #[test]
    fn closed_and_matrix_form_of_the_variance_agree() {
        for seed in 1..50 {
            let market = draws(seed, 40 + seed as usize);
            let own = draws(seed + 100, 40 + seed as usize);
            let fit = Fit::of(NormalModel::Market, &own, &market).unwrap();
            for days in [1, 2, 5, 21] {
                let window = draws(seed + 200, days);
                let (closed, matrix) = (fit.cumulated_factor(&window), matrix_factor(&market, &window));
                assert!((closed - matrix).abs() < 1e-12 * matrix.max(1.0), "{closed} {matrix}");
            }
        }
    }

    #[test]
    fn returns_without_scatter_have_no_sigma_and_a_flat_index_no_slope() {
        let market = draws(3, 50);
        let index = Fit::of(NormalModel::Market, &market, &market).unwrap();
        assert_eq!((index.alpha, index.beta, index.sigma), (0.0, 1.0, 0.0));
        assert_eq!(index.r2, Some(1.0));
        let twice: Vec<f64> = market.iter().map(|x| 2.0 * x).collect();
        assert_eq!(Fit::of(NormalModel::Market, &twice, &market).unwrap().sigma, 0.0);
        let flat = vec![0.0; 50];
        let none = Fit::of(NormalModel::Market, &flat, &market).unwrap();
        assert_eq!((none.sigma, none.r2), (0.0, None));
        for flat in [flat, vec![0.001; 50]] {
            assert_eq!(Fit::of(NormalModel::Market, &market, &flat), Err(NoFit::FlatIndex));
            assert!(Fit::of(NormalModel::Adjusted, &market, &flat).is_ok());
            assert!(Fit::of(NormalModel::Mean, &market, &flat).is_ok());
        }
        assert_eq!(Fit::of(NormalModel::Market, &market[..2], &market[..2]), Err(NoFit::TooFew));
        assert_eq!(Fit::of(NormalModel::Mean, &market[..1], &market[..1]), Err(NoFit::TooFew));
    }
}
