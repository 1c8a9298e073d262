//! Tests over several series at once.
//!
//! All series here share one event, so their abnormal returns move together: the tests that assume
//! independence (cross-section, Patell, BMP) overstate, and stand beside those that do not (crude
//! dependence, and Patell and BMP as Kolari and Pynnönen adjust them). Sources: Brown and Warner
//! (1980, 1985); Patell (1976); Boehmer, Musumeci and Poulsen (Journal of Financial Economics 30,
//! 1991), on abnormal returns standardised with the error of the forecast; Kolari and Pynnönen
//! (Review of Financial Studies 23, 2010); Cowan (Review of Quantitative Finance and Accounting 2,
//! 1992); Corrado (Journal of Financial Economics 23, 1989) with Corrado and Zivney (1992) for gaps.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rayon::prelude::*;

use super::distribution::{p_of_t, p_of_z};
use super::normal::{deviation, mean};
use super::single::{AbnormalReturn, SeriesStudy};

/// A test's result.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Test {
    /// The statistic.
    pub statistic: f64,
    /// Degrees of freedom of Student's t; `None` where it is compared with the normal distribution.
    pub df: Option<f64>,
    /// Two-sided p value.
    pub p: f64,
}

/// The tests of one day or of a window; `None` where a test is not defined.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tests {
    /// Cross-sectional t.
    pub cross_section: Option<Test>,
    /// Crude dependence adjustment: the scatter of the average over the estimation window.
    pub crude: Option<Test>,
    /// Patell's z.
    pub patell: Option<Test>,
    /// Patell's z, adjusted for correlation.
    pub patell_adjusted: Option<Test>,
    /// Boehmer, Musumeci and Poulsen's t.
    pub bmp: Option<Test>,
    /// The same, adjusted for correlation.
    pub bmp_adjusted: Option<Test>,
    /// Generalized sign test.
    pub sign: Option<Test>,
    /// Corrado's rank test.
    pub rank: Option<Test>,
}

impl Tests {
    /// Every test with the name it has in tables and files, in their order.
    #[must_use]
    pub fn named(&self) -> [(&'static str, Option<Test>); 8] {
        [
            ("cs_t", self.cross_section),
            ("crude", self.crude),
            ("patell", self.patell),
            ("patell_adj", self.patell_adjusted),
            ("bmp", self.bmp),
            ("bmp_adj", self.bmp_adjusted),
            ("gsign", self.sign),
            ("corrado", self.rank),
        ]
    }
}

/// The study across series.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Across {
    /// How many series, N.
    pub count: usize,
    /// Average abnormal return of each session of the event window, ascending.
    pub aar: Vec<f64>,
    /// Average abnormal return of the event's session.
    pub aar_event: f64,
    /// Average cumulated abnormal return of the window.
    pub caar: f64,
    /// Mean correlation of the abnormal returns of the estimation window, over all pairs of series;
    /// `None` where no two share enough sessions.
    pub rbar: Option<f64>,
    /// Tests of the event's session.
    pub event: Tests,
    /// Tests of the whole event window.
    pub window: Tests,
}

impl Across {
    /// The study across those series; `None` of fewer than two.
    #[must_use]
    pub fn of(studies: &[&SeriesStudy]) -> Option<Self> {
        if studies.len() < 2 {
            return None;
        }
        let count = studies.len();
        let days = studies.iter().map(|study| study.window.len()).min().unwrap_or(0);
        let on = |place: usize| studies.iter().filter_map(move |study| study.window.get(place));
        let aar: Vec<f64> =
            (0..days).map(|place| on(place).map(|day| day.ar).sum::<f64>() / count as f64).collect();
        let event: Vec<f64> = studies.iter().map(|study| study.event.ar).collect();
        let cars: Vec<f64> = studies.iter().map(|study| study.car).collect();
        let mut across = Self {
            count,
            aar,
            aar_event: mean(&event),
            caar: mean(&cars),
            rbar: mean_correlation(studies),
            ..Self::default()
        };
        let by_date = by_date(studies);
        let crude = crude(&by_date);
        let ranks = Ranks::of(studies);
        across.event = across.tests(&Day { studies, values: &event, length: 1, crude, of_window: false });
        across.event.rank = ranks.as_ref().and_then(|ranks| ranks.test(|tau| tau == 0));
        across.window = across.tests(&Day { studies, values: &cars, length: days, crude, of_window: true });
        across.window.rank = ranks.as_ref().and_then(|ranks| ranks.test(|tau| is_within(studies, tau)));
        Some(across)
    }

    fn tests(&self, day: &Day<'_>) -> Tests {
        let n = self.count as f64;
        let standardised = day.standardised();
        let patell = day.patell().map(normal);
        let bmp = standardised.as_ref().and_then(|values| {
            let spread = deviation(values).filter(|spread| *spread > 0.0)?;
            Some(student(n.sqrt() * mean(values) / spread, n - 1.0))
        });
        // Kolari and Pynnönen (2010), equations 12 and 14.
        let inflation = self.rbar.map(|rbar| 1.0 + (n - 1.0) * rbar).filter(|inflation| *inflation > 0.0);
        let adjust = |test: Option<Test>, factor: Option<f64>| {
            let statistic = test?.statistic * factor?;
            Some(test?.df.map_or_else(|| normal(statistic), |df| student(statistic, df)))
        };
        let uncorrelated = self.rbar.map(|rbar| 1.0 - rbar).filter(|share| *share >= 0.0);
        Tests {
            cross_section: deviation(day.values)
                .filter(|spread| *spread > 0.0)
                .map(|spread| student(n.sqrt() * mean(day.values) / spread, n - 1.0)),
            crude: day
                .crude
                .map(|(spread, df)| student(mean(day.values) / (spread * (day.length as f64).sqrt()), df)),
            patell,
            patell_adjusted: adjust(patell, inflation.map(|inflation| (1.0 / inflation).sqrt())),
            bmp,
            bmp_adjusted: adjust(
                bmp,
                inflation.zip(uncorrelated).map(|(inflation, share)| (share / inflation).sqrt()),
            ),
            sign: sign(day),
            rank: None,
        }
    }
}

fn student(statistic: f64, df: f64) -> Test {
    Test { statistic, df: Some(df), p: p_of_t(statistic, df).unwrap_or(f64::NAN) }
}

fn normal(statistic: f64) -> Test {
    Test { statistic, df: None, p: p_of_z(statistic).unwrap_or(f64::NAN) }
}

/// What one set of tests is about.
struct Day<'a> {
    studies: &'a [&'a SeriesStudy],
    /// AR of the event's session, or CAR of the window.
    values: &'a [f64],
    /// Sessions that each value is a sum over.
    length: usize,
    /// Scatter of the average over the estimation window, and its degrees of freedom.
    crude: Option<(f64, f64)>,
    of_window: bool,
}

impl Day<'_> {
    /// SAR of the event's session, or CAR over its standard error; `None` where one has no scatter.
    fn standardised(&self) -> Option<Vec<f64>> {
        let value = |study: &&SeriesStudy| if self.of_window { study.t } else { study.event.sar };
        self.studies.iter().map(value).collect()
    }

    /// Patell's z: the sum of standardised abnormal returns over the deviation that Student's t has
    /// for each; for a window each series' sum is first divided by its own.
    fn patell(&self) -> Option<f64> {
        let variance = |study: &SeriesStudy| {
            let df = study.fit.count as f64 - study.fit.model.parameters() as f64;
            (df > 2.0).then(|| df / (df - 2.0))
        };
        if self.of_window {
            let each = |study: &&SeriesStudy| {
                let sum = study.window.iter().map(|day| day.sar).sum::<Option<f64>>()?;
                Some(sum / (self.length as f64 * variance(study)?).sqrt())
            };
            let sum = self.studies.iter().map(each).sum::<Option<f64>>()?;
            Some(sum / (self.studies.len() as f64).sqrt())
        } else {
            let sum: f64 = self.standardised()?.iter().sum();
            let variances = self.studies.iter().map(|study| variance(study)).sum::<Option<f64>>()?;
            Some(sum / variances.sqrt())
        }
    }
}

/// The generalized sign test: how many values are above zero against the share of days that are in
/// the estimation window.
fn sign(day: &Day<'_>) -> Option<Test> {
    let n = day.studies.len() as f64;
    let share = |study: &&SeriesStudy| {
        let above = study.fit.residuals.iter().filter(|residual| **residual > 0.0).count();
        above as f64 / study.fit.residuals.len() as f64
    };
    let p = day.studies.iter().map(share).sum::<f64>() / n;
    let above = day.values.iter().filter(|value| **value > 0.0).count() as f64;
    let variance = n * p * (1.0 - p);
    (variance > 0.0).then(|| normal((above - n * p) / variance.sqrt()))
}

/// Whether a session counted from the event's is in the window.
fn is_within(studies: &[&SeriesStudy], tau: i32) -> bool {
    let window = studies.first().map(|study| study.window.as_slice()).unwrap_or_default();
    window.iter().any(|day| day.tau == tau)
}

/// Abnormal returns of the estimation windows by date.
fn by_date(studies: &[&SeriesStudy]) -> BTreeMap<Date, Vec<f64>> {
    let mut found: BTreeMap<Date, Vec<f64>> = BTreeMap::new();
    for study in studies {
        for (date, residual) in study.estimation_dates.iter().zip(&study.fit.residuals) {
            found.entry(*date).or_default().push(*residual);
        }
    }
    found
}

/// The deviation of the average abnormal return over the estimation window, with its degrees of
/// freedom.
fn crude(by_date: &BTreeMap<Date, Vec<f64>>) -> Option<(f64, f64)> {
    let averages: Vec<f64> = by_date.values().map(|values| mean(values)).collect();
    let spread = deviation(&averages).filter(|spread| *spread > 0.0)?;
    Some((spread, (averages.len() - 1) as f64))
}

/// The mean of the correlations of all pairs of series over the sessions that both have; `None`
/// where a pair has no correlation.
fn mean_correlation(studies: &[&SeriesStudy]) -> Option<f64> {
    let count = studies.len();
    let pairs = count * (count - 1) / 2;
    let sums: Vec<Option<f64>> = studies
        .par_iter()
        .enumerate()
        .map(|(place, a)| studies.iter().skip(place + 1).map(|b| correlation(a, b)).sum::<Option<f64>>())
        .collect();
    let sum = sums.into_iter().sum::<Option<f64>>()?;
    Some(sum / pairs as f64)
}

fn correlation(a: &SeriesStudy, b: &SeriesStudy) -> Option<f64> {
    if a.estimation_dates == b.estimation_dates {
        return pearson(a.fit.residuals.iter().copied().zip(b.fit.residuals.iter().copied()));
    }
    let (mut i, mut j, mut both) = (0, 0, Vec::new());
    while let (Some(x), Some(y)) = (a.estimation_dates.get(i), b.estimation_dates.get(j)) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                both.extend(a.fit.residuals.get(i).copied().zip(b.fit.residuals.get(j).copied()));
                (i, j) = (i + 1, j + 1);
            }
        }
    }
    pearson(both.into_iter())
}

fn pearson(values: impl Iterator<Item = (f64, f64)> + Clone) -> Option<f64> {
    let mut n = 0.0;
    let (mut x, mut y) = (0.0, 0.0);
    for (a, b) in values.clone() {
        (n, x, y) = (n + 1.0, x + a, y + b);
    }
    let (x, y) = (x / n, y / n);
    let (mut xx, mut yy, mut xy) = (0.0, 0.0, 0.0);
    for (a, b) in values {
        xx += (a - x) * (a - x);
        yy += (b - y) * (b - y);
        xy += (a - x) * (b - y);
    }
    let scale = (xx * yy).sqrt();
    (n >= 3.0 && scale > 0.0).then(|| xy / scale)
}

/// The ranks of abnormal returns over estimation and event window, summed over series.
struct Ranks {
    /// For each session the sum of the series' ranks over the root of their number: of the event
    /// window by place counted from the event's session, of the estimation window without one.
    sums: Vec<(Option<i32>, f64)>,
    /// Root of the mean square of those sums.
    spread: f64,
}

impl Ranks {
    fn of(studies: &[&SeriesStudy]) -> Option<Self> {
        let mut sums: BTreeMap<(Option<i32>, Option<Date>), (f64, f64)> = BTreeMap::new();
        for study in studies {
            let residuals = study.fit.residuals.iter().copied();
            let estimation =
                study.estimation_dates.iter().zip(residuals).map(|(date, ar)| ((None, Some(*date)), ar));
            let window = days_ranked(study).map(|day| ((Some(day.tau), None), day.ar));
            let days: Vec<_> = estimation.chain(window).collect();
            let values: Vec<f64> = days.iter().map(|(_, ar)| *ar).collect();
            for ((day, _), rank) in days.iter().zip(average_ranks(&values)) {
                let sum = sums.entry(*day).or_default();
                *sum = (sum.0 + rank / (values.len() as f64 + 1.0) - 0.5, sum.1 + 1.0);
            }
        }
        let sums: Vec<(Option<i32>, f64)> =
            sums.into_iter().map(|((tau, _), (sum, count))| (tau, sum / count.sqrt())).collect();
        let spread = (sums.iter().map(|(_, sum)| sum * sum).sum::<f64>() / sums.len() as f64).sqrt();
        (spread > 0.0).then_some(Self { sums, spread })
    }

    /// The test of those sessions of the event window; of several their sum over the root of their
    /// number (Cowan 1992).
    fn test(&self, among: impl Fn(i32) -> bool) -> Option<Test> {
        let found = self.sums.iter().filter(|(tau, _)| tau.is_some_and(&among));
        let (sum, count) = found.fold((0.0, 0.0), |(sum, count), (_, value)| (sum + value, count + 1.0));
        (count > 0.0).then(|| normal(sum / (self.spread * f64::sqrt(count))))
    }
}

/// The sessions of the event window and the event's own.
fn days_ranked(study: &SeriesStudy) -> impl Iterator<Item = &AbnormalReturn> {
    let outside = (!study.window.iter().any(|day| day.tau == 0)).then_some(&study.event);
    study.window.iter().chain(outside)
}

/// Ranks from 1, equal values share the mean of theirs.
fn average_ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<(usize, f64)> = values.iter().copied().enumerate().collect();
    order.sort_by(|a, b| a.1.total_cmp(&b.1));
    let mut ranks = vec![0.0; values.len()];
    let mut before = 0;
    for group in order.chunk_by(|a, b| a.1.partial_cmp(&b.1).is_some_and(std::cmp::Ordering::is_eq)) {
        let rank = before as f64 + f64::midpoint(group.len() as f64, 1.0);
        for (place, _) in group {
            if let Some(slot) = ranks.get_mut(*place) {
                *slot = rank;
            }
        }
        before += group.len();
    }
    ranks
}
