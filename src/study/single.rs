//! The event study of one series: what of its return was abnormal, and how rare that is.
//!
//! Formulas as `MacKinlay` (1997) and Campbell, Lo and `MacKinlay` (1997) give them, with the error
//! of the forecast in every variance; the rank p value after Gelbach, Helland and Klick (American
//! Law and Economics Review 15, 2013), buy-and-hold abnormal returns after Barber and Lyon (Journal
//! of Financial Economics 43, 1997).

use jiff::civil::Date;

use super::distribution::{p_of_t, t_within};
use super::normal::{Fit, NoFit};
use super::pairs::{NoPairs, Pairs, Request, pairs, retaken};
use super::prices::Prices;
use super::session::NoSession;
use crate::model::{Returns, SeriesId, StudyOptions};

/// Probability that an interval covers what it is of.
pub const COVERAGE: f64 = 0.95;

/// Why a series has no study.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Withheld {
    /// It has no session near the event.
    NoSession(NoSession),
    /// There is no index and the model takes one.
    NoIndex,
    /// Its returns cannot be taken.
    Returns(NoPairs),
    /// The model cannot be estimated.
    Fit(NoFit),
}

/// One session of the event window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AbnormalReturn {
    /// Place counted from the event's session.
    pub tau: i32,
    /// Its date.
    pub date: Date,
    /// Return of the series, as a share.
    pub own: f64,
    /// Return of the index, as a share.
    pub index: f64,
    /// Abnormal return AR, as a share.
    pub ar: f64,
    /// AR over its standard error, with the error of the forecast; `None` without scatter.
    pub sar: Option<f64>,
    /// Sum of AR from the window's first session on.
    pub car: f64,
    /// Interval of that sum.
    pub car_interval: Option<[f64; 2]>,
}

/// The event study of one series.
#[derive(Clone, Debug, PartialEq)]
pub struct SeriesStudy {
    /// Which series.
    pub id: SeriesId,
    /// The event's session.
    pub tau0: Date,
    /// First and last session of the estimation window.
    pub estimation: [Date; 2],
    /// The model of normal returns.
    pub fit: Fit,
    /// Dates of the estimation window's returns, as many as the fit's residuals.
    pub estimation_dates: Vec<Date>,
    /// Every session from the estimation window's first to the event window's last, ascending: AR
    /// with the model of the estimation window, each by itself.
    pub days: Vec<AbnormalReturn>,
    /// The event window, ascending.
    pub window: Vec<AbnormalReturn>,
    /// The event's session, whether or not it is in the window.
    pub event: AbnormalReturn,
    /// Sum of AR over the window, CAR.
    pub car: f64,
    /// Its standard error; `None` without scatter.
    pub car_se: Option<f64>,
    /// CAR's interval that covers with probability [`COVERAGE`].
    pub car_interval: Option<[f64; 2]>,
    /// CAR over its standard error.
    pub t: Option<f64>,
    /// Two-sided p value of `t`.
    pub p: Option<f64>,
    /// Two-sided p value of the event's own standardised abnormal return.
    pub p_event: Option<f64>,
    /// Abnormal returns of the estimation window at least as large as the event's, that one among
    /// them: 1 when it is the largest.
    pub rank: usize,
    /// The rank over the number of sessions compared; `None` without scatter.
    pub p_rank: Option<f64>,
    /// Buy-and-hold abnormal return over the window, of simple returns; `None` where the simple
    /// returns have no model.
    pub bhar: Option<f64>,
    /// Sessions of the window, and the event's, on which the return of the closes as traded is
    /// another than that of the adjusted closes: a dividend or a split stands between.
    pub unadjusted: Vec<Unadjusted>,
}

/// A session whose return depends on the adjustment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unadjusted {
    /// Its date.
    pub date: Date,
    /// Return of the closes as traded, as a share.
    pub raw: f64,
    /// Return of the adjusted closes, as a share.
    pub adjusted: f64,
}

/// Returns nearer to each other than that are the same but for rounding in the file.
const SAME_RETURN: f64 = 5e-5;

/// What the p values say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Both are at most the level.
    Abnormal,
    /// Neither is: the market explains the move.
    Within,
    /// One is and one is not.
    Unclear,
}

impl SeriesStudy {
    /// Studies one series; `raw` are its closes as traded where the request has adjusted ones.
    ///
    /// # Errors
    /// [`Withheld`] says why there is no study.
    pub fn of(
        id: &SeriesId,
        request: &Request<'_>,
        raw: Option<&Prices<'_>>,
        options: &StudyOptions,
    ) -> Result<Self, Withheld> {
        let pairs = pairs(request, options).map_err(Withheld::Returns)?;
        let estimation = estimation_of(&pairs, options);
        let part = |values: &'_ [f64]| values.get(estimation.clone()).unwrap_or_default().to_vec();
        let fit = Fit::of(options.model, &part(&pairs.own), &part(&pairs.index)).map_err(Withheld::Fit)?;
        let estimation_dates = pairs.dates.get(estimation.clone()).unwrap_or_default().to_vec();
        let (Some(first), Some(last)) = (estimation_dates.first(), estimation_dates.last()) else {
            return Err(Withheld::Fit(NoFit::TooFew));
        };
        let window = window_of(&pairs, options, &fit);
        let event = at(&pairs, 0, &fit).ok_or(Withheld::Fit(NoFit::TooFew))?;
        let within = window.iter().map(|day| day.index).collect::<Vec<f64>>();
        let car = window.last().map_or(0.0, |day| day.car);
        let car_se = scattered(&fit).map(|sigma| sigma * fit.cumulated_factor(&within).sqrt());
        let t = car_se.map(|se| car / se);
        let compared = fit.residuals.iter().filter(|residual| residual.abs() >= event.ar.abs()).count();
        let p_rank = scattered(&fit).map(|_| (compared + 1) as f64 / (fit.count + 1) as f64);
        Ok(Self {
            id: id.clone(),
            tau0: request.event,
            estimation: [*first, *last],
            car,
            car_se,
            car_interval: window.last().and_then(|day| day.car_interval),
            p: t.and_then(|t| p_of_t(t, fit.df)),
            p_event: event.sar.and_then(|sar| p_of_t(sar, fit.df)),
            t,
            rank: compared + 1,
            p_rank,
            bhar: bhar(request, options, &fit, &pairs),
            unadjusted: raw.map_or_else(Vec::new, |raw| unadjusted(request, raw, options, &pairs)),
            days: (-i32::try_from(pairs.event).unwrap_or(0)..)
                .map_while(|tau| at(&pairs, tau, &fit))
                .collect(),
            estimation_dates,
            window,
            event,
            fit,
        })
    }

    /// How many abnormal returns the event's is compared with, itself among them.
    #[must_use]
    pub fn compared(&self) -> usize {
        self.fit.count + 1
    }

    /// What the two p values of the event's session say of it, `None` without them. The event window
    /// is judged by itself, by [`Self::window_verdict`].
    #[must_use]
    pub fn verdict(&self, level: f64) -> Option<Verdict> {
        Some(match (self.p_rank? <= level, self.p_event? <= level) {
            (true, true) => Verdict::Abnormal,
            (false, false) => Verdict::Within,
            _ => Verdict::Unclear,
        })
    }

    /// What the p value of the sum over the event window says, `None` without it.
    #[must_use]
    pub fn window_verdict(&self, level: f64) -> Option<Verdict> {
        Some(if self.p? <= level { Verdict::Abnormal } else { Verdict::Within })
    }
}

/// Sigma where the returns scatter about the model.
fn scattered(fit: &Fit) -> Option<f64> {
    (fit.sigma > 0.0).then_some(fit.sigma)
}

fn estimation_of(pairs: &Pairs, options: &StudyOptions) -> std::ops::Range<usize> {
    let end = pairs.event.saturating_add_signed(options.estimation_end() as isize) + 1;
    end.saturating_sub(options.estimation)..end
}

/// The session at a place counted from the event's, without its sum.
fn at(pairs: &Pairs, tau: i32, fit: &Fit) -> Option<AbnormalReturn> {
    let place = pairs.event.checked_add_signed(tau as isize)?;
    let (own, index) = (*pairs.own.get(place)?, *pairs.index.get(place)?);
    let ar = own - fit.expected(index);
    let sar = scattered(fit).map(|sigma| ar / (sigma * fit.forecast_factor(index).sqrt()));
    let date = *pairs.dates.get(place)?;
    Some(AbnormalReturn { tau, date, own, index, ar, sar, car: ar, car_interval: None })
}

fn window_of(pairs: &Pairs, options: &StudyOptions, fit: &Fit) -> Vec<AbnormalReturn> {
    let [from, to] = options.window;
    let mut days: Vec<AbnormalReturn> = (from..=to).filter_map(|tau| at(pairs, tau, fit)).collect();
    let half = t_within(COVERAGE, fit.df).zip(scattered(fit));
    let (mut car, mut index) = (0.0, Vec::with_capacity(days.len()));
    for day in &mut days {
        car += day.ar;
        index.push(day.index);
        day.car = car;
        day.car_interval = half.map(|(within, sigma)| {
            let half = within * sigma * fit.cumulated_factor(&index).sqrt();
            [car - half, car + half]
        });
    }
    days
}

/// Sessions on which closes as traded and adjusted ones have other returns.
fn unadjusted(
    request: &Request<'_>,
    raw: &Prices<'_>,
    options: &StudyOptions,
    pairs: &Pairs,
) -> Vec<Unadjusted> {
    let as_traded = Request { own: raw, index: request.index, event: request.event };
    let Ok(other) = self::pairs(&as_traded, options) else { return Vec::new() };
    let [from, to] = options.window;
    let of_interest = |tau: i32| tau == 0 || (from..=to).contains(&tau);
    let day = |tau: i32| {
        let place = pairs.event.checked_add_signed(tau as isize)?;
        let (raw, adjusted) = (*other.own.get(place)?, *pairs.own.get(place)?);
        let differs = (raw - adjusted).abs() > SAME_RETURN;
        differs.then_some(Unadjusted { date: *pairs.dates.get(place)?, raw, adjusted })
    };
    (from.min(0)..=to.max(0)).filter(|tau| of_interest(*tau)).filter_map(day).collect()
}

/// Product of the returns less product of the expected ones, on simple returns: those of a study of
/// log returns are taken anew and their model with them.
fn bhar(request: &Request<'_>, options: &StudyOptions, fit: &Fit, pairs: &Pairs) -> Option<f64> {
    let simple;
    let (fit, pairs) = match options.returns {
        Returns::Simple => (fit, pairs),
        Returns::Log => {
            let pairs = retaken(request, options, Returns::Simple).ok()?;
            let part = estimation_of(&pairs, options);
            let fit = Fit::of(options.model, pairs.own.get(part.clone())?, pairs.index.get(part)?).ok()?;
            simple = (fit, pairs);
            (&simple.0, &simple.1)
        }
    };
    let [from, to] = options.window;
    let days = (from..=to).filter_map(|tau| at(pairs, tau, fit));
    let [own, expected] = days.fold([1.0, 1.0], |[own, expected], day| {
        [own * (1.0 + day.own), expected * (1.0 + fit.expected(day.index))]
    });
    Some(own - expected)
}
