//! The study as a whole: a vector of known numbers, properties, and inputs that have none.

use super::samples::{data_of, draws, series};
use super::*;
use crate::model::{Event, Returns, StudyOptions};
use jiff::ToSpan;
use jiff::civil::{Date, date};

const MARKET: [f64; 12] =
    [0.004, -0.006, 0.010, -0.002, 0.007, -0.009, 0.003, 0.001, -0.005, 0.008, -0.003, 0.002];
const MARKET_EVENT: [f64; 3] = [-0.004, -0.030, 0.009];
const A: [f64; 12] = [0.010, -0.013, 0.019, 0.006, 0.011, -0.019, 0.008, 0.000, -0.009, 0.016, -0.009, 0.002];
const A_EVENT: [f64; 3] = [-0.010, -0.170, 0.088];
const B: [f64; 12] =
    [0.005, -0.008, 0.012, 0.000, 0.007, -0.011, 0.006, -0.003, -0.002, 0.009, -0.006, 0.001];
const B_EVENT: [f64; 3] = [-0.002, -0.117, 0.010];
const C: [f64; 12] =
    [0.007, -0.011, 0.012, 0.004, 0.005, -0.013, 0.005, -0.002, -0.006, 0.010, -0.006, 0.003];
const C_EVENT: [f64; 3] = [0.001, -0.064, -0.005];

const START: Date = date(2025, 1, 1);

fn day(place: usize) -> Date {
    START.saturating_add(i64::try_from(place).unwrap().days())
}

/// Prices with those simple returns, one a day.
fn prices(name: &str, returns: impl IntoIterator<Item = f64>) -> Series {
    let mut close = 100.0;
    let mut closes = vec![(START, close)];
    for (place, share) in returns.into_iter().enumerate() {
        close *= 1.0 + share;
        closes.push((day(place + 1), close));
    }
    series(name, &closes)
}

fn index(name: &str, returns: impl IntoIterator<Item = f64>) -> Series {
    let mut index = prices(name, returns);
    index.info.role = Role::Index;
    index
}

/// The vector of `study_vector`: an estimation window of 12 returns, and -1..1 around the event.
fn vector() -> (Data, Document) {
    let joined = |estimation: [f64; 12], event: [f64; 3]| estimation.into_iter().chain(event);
    let data = data_of(vec![
        index("M", joined(MARKET, MARKET_EVENT)),
        prices("A", joined(A, A_EVENT)),
        prices("B", joined(B, B_EVENT)),
        prices("C", joined(C, C_EVENT)),
    ]);
    let study = StudyOptions { estimation: 12, gap: 0, window: [-1, 1], ..StudyOptions::default() };
    let document = Document { event: Some(Event::new("", day(14))), study, ..Document::default() };
    (data, document)
}

fn studied<'a>(analysis: &'a Analysis, name: &str) -> &'a SeriesStudy {
    analysis.study_of(&SeriesId::new(name)).unwrap().as_ref().unwrap()
}

/// Equal to half a unit of the last digit of `printed`.
#[track_caller]
fn agrees(found: f64, printed: &str) {
    let decimals = printed.split_once('.').map_or(0, |(_, digits)| digits.len());
    let expected: f64 = printed.parse().unwrap();
    let half = 0.5 * 10_f64.powi(-i32::try_from(decimals).unwrap());
    assert!((found - expected).abs() <= half * (1.0 + 1e-6), "{found} is not {printed}");
}

#[test]
fn single_series_agree_with_the_vector() {
    let (data, document) = vector();
    let analysis = analyse(&data, &document);
    // alpha, beta, sigma, AR(-1), AR(0), AR(1), SAR(0), CAR, se(CAR), SCAR
    let expected = [
        (
            "A",
            [
                "0.0002215569",
                "1.9341317365",
                "0.0036874930",
                "-0.0024850299",
                "-0.1121976048",
                "0.0703712575",
                "-16.21026441",
                "-0.0443113772",
                "0.0087966314",
                "-5.03731205",
            ],
        ),
        (
            "B",
            [
                "-0.0001176219",
                "1.1411462789",
                "0.0023288829",
                "0.0026822070",
                "-0.0826479897",
                "-0.0001526946",
                "-18.90698879",
                "-0.0801184773",
                "0.0055556239",
                "-14.42114862",
            ],
        ),
        (
            "C",
            [
                "-0.0003990590",
                "1.2788708298",
                "0.0030226264",
                "0.0065145423",
                "-0.0252348161",
                "-0.0161107784",
                "-4.44788340",
                "-0.0348310522",
                "0.0072105710",
                "-4.83055396",
            ],
        ),
    ];
    for (name, printed) in expected {
        let study = studied(&analysis, name);
        let ar = |place: usize| study.window[place].ar;
        let found = [
            study.fit.alpha,
            study.fit.beta,
            study.fit.sigma,
            ar(0),
            ar(1),
            ar(2),
            study.event.sar.unwrap(),
            study.car,
            study.car_se.unwrap(),
            study.t.unwrap(),
        ];
        for (found, printed) in found.into_iter().zip(printed) {
            agrees(found, printed);
        }
        assert_eq!((study.fit.df, study.rank, study.compared()), (10.0, 1, 13));
        assert_eq!(study.p_rank, Some(1.0 / 13.0));
        assert_eq!(study.estimation, [day(1), day(12)]);
        assert_eq!((study.tau0, study.window.len(), study.event.tau), (day(14), 3, 0));
    }
}

#[test]
fn tests_across_series_agree_with_the_vector() {
    let (data, document) = vector();
    let analysis = analyse(&data, &document);
    let across = analysis.study.across.unwrap();
    agrees(across.aar_event, "-0.0733601369");
    agrees(across.rbar.unwrap(), "0.74337147");
    agrees(across.caar, "-0.0530869689");
    let event = [
        ("cs_t", "-2.87349701", Some(2.0)),
        ("crude", "-27.76506254", Some(11.0)),
        ("patell", "-20.43134869", None),
        ("patell_adj", "-12.95631769", None),
        ("bmp", "-2.97099677", Some(2.0)),
        ("bmp_adj", "-0.95441927", Some(2.0)),
        ("gsign", "-1.54919334", None),
        ("corrado", "-1.90646673", None),
    ];
    for ((name, test), (expected, printed, df)) in across.event.named().into_iter().zip(event) {
        assert_eq!(name, expected);
        let test = test.unwrap();
        agrees(test.statistic, printed);
        assert_eq!(test.df, df, "{name}");
        assert!(test.p > 0.0 && test.p < 1.0, "{name}");
    }
    let window = [
        ("cs_t", "-3.84965902"),
        ("patell", "-7.41822366"),
        ("bmp", "-2.55972782"),
        ("crude", "-11.60020930"),
    ];
    for (name, printed) in window {
        let named = across.window.named();
        let (_, test) = named.iter().find(|(found, _)| *found == name).unwrap();
        agrees(test.unwrap().statistic, printed);
    }
    // The adjusted ones are the unadjusted by the same factors as on the day.
    let factor = |tests: &Tests| tests.bmp_adjusted.unwrap().statistic / tests.bmp.unwrap().statistic;
    agrees(factor(&across.event), "0.32124547");
    agrees(factor(&across.window), "0.32124547");
    let factor = |tests: &Tests| tests.patell_adjusted.unwrap().statistic / tests.patell.unwrap().statistic;
    agrees(factor(&across.window), "0.63413913");
}

#[test]
fn the_constant_mean_and_the_market_adjusted_model_have_their_own_variance() {
    let (data, mut document) = vector();
    for (model, factor) in [(NormalModel::Mean, 3.0 + 9.0 / 12.0), (NormalModel::Adjusted, 3.0)] {
        document.study.model = model;
        let analysis = analyse(&data, &document);
        let study = studied(&analysis, "A");
        let estimated: Vec<f64> = match model {
            NormalModel::Mean => A.to_vec(),
            _ => A.iter().zip(MARKET).map(|(own, market)| own - market).collect(),
        };
        let sigma = normal::deviation(&estimated).unwrap();
        assert!((study.fit.sigma - sigma).abs() < 1e-15, "{model:?}");
        assert_eq!(study.fit.df, 11.0);
        let se = sigma * f64::sqrt(factor);
        assert!((study.car_se.unwrap() - se).abs() < 1e-15, "{model:?}");
        let expected = |place: usize| match model {
            NormalModel::Mean => normal::mean(&A),
            _ => MARKET_EVENT[place],
        };
        let car: f64 = (0..3).map(|place| A_EVENT[place] - expected(place)).sum();
        assert!((study.car - car).abs() < 1e-14, "{model:?}");
        let [own, normal] = (0..3).fold([1.0, 1.0], |[own, normal], place| {
            [own * (1.0 + A_EVENT[place]), normal * (1.0 + expected(place))]
        });
        assert!((study.bhar.unwrap() - (own - normal)).abs() < 1e-14, "{model:?}");
    }
}

fn drawn(count: usize) -> (Data, Document) {
    let mut all = vec![index("M", draws(1, 80))];
    all.extend((0..count).map(|place| prices(&format!("S{place}"), draws(place as u64 + 2, 80))));
    let study = StudyOptions { estimation: 40, gap: 5, window: [-2, 2], ..StudyOptions::default() };
    let document = Document { event: Some(Event::new("", day(70))), study, ..Document::default() };
    (data_of(all), document)
}

#[test]
fn what_lies_outside_the_windows_changes_nothing() {
    let (data, document) = drawn(3);
    let longer: Vec<Series> = data
        .series
        .iter()
        .map(|series| {
            let mut closes: Vec<(Date, f64)> =
                (0..series.bars.days().len()).filter_map(|d| series.bars.day(d)).collect();
            // A session without a move, before all and after all others.
            closes.insert(0, (START.saturating_sub(1.days()), closes[0].1));
            let (last, close) = closes[closes.len() - 1];
            closes.push((last.saturating_add(1.days()), close));
            let mut longer = samples::series(series.id.as_str(), &closes);
            longer.info = series.info.clone();
            longer
        })
        .collect();
    let (before, after) = (analyse(&data, &document), analyse(&data_of(longer), &document));
    assert_eq!(before.study, after.study);
}

#[test]
fn the_order_of_series_changes_nothing() {
    let (data, document) = drawn(6);
    let mut turned = data.clone();
    turned.series.reverse();
    let (forth, back) = (analyse(&data, &document), analyse(&turned, &document));
    for series in &data.series {
        assert_eq!(forth.study_of(&series.id), back.study_of(&series.id));
    }
    let (a, b) = (forth.study.across.unwrap(), back.study.across.unwrap());
    let near = |a: f64, b: f64| (a - b).abs() <= 1e-12 * a.abs().max(1.0);
    assert!(near(a.rbar.unwrap(), b.rbar.unwrap()) && near(a.caar, b.caar));
    for (a, b) in [(a.event, b.event), (a.window, b.window)] {
        for ((name, a), (_, b)) in a.named().into_iter().zip(b.named()) {
            assert!(near(a.unwrap().statistic, b.unwrap().statistic), "{name}");
        }
    }
}

#[test]
fn a_price_times_ten_has_the_same_returns() {
    let (data, document) = drawn(2);
    let scaled: Vec<Series> = data
        .series
        .iter()
        .map(|series| {
            let closes: Vec<(Date, f64)> = (0..series.bars.days().len())
                .filter_map(|d| series.bars.day(d))
                .map(|(d, c)| (d, c * 10.0))
                .collect();
            let mut scaled = samples::series(series.id.as_str(), &closes);
            scaled.info = series.info.clone();
            scaled
        })
        .collect();
    let (plain, scaled) = (analyse(&data, &document), analyse(&data_of(scaled), &document));
    for name in ["S0", "S1"] {
        let (a, b) = (studied(&plain, name), studied(&scaled, name));
        for (a, b) in [(a.car, b.car), (a.fit.beta, b.fit.beta), (a.t.unwrap(), b.t.unwrap())] {
            assert!((a - b).abs() < 1e-11, "{name}: {a} {b}");
        }
    }
}

#[test]
fn an_index_is_never_abnormal_to_itself() {
    let (data, mut document) = drawn(1);
    for model in [NormalModel::Market, NormalModel::Adjusted] {
        document.study.model = model;
        let analysis = analyse(&data, &document);
        let own = studied(&analysis, "M");
        assert!(own.window.iter().all(|day| day.ar == 0.0), "{model:?}");
        assert_eq!((own.car, own.t, own.p, own.p_rank, own.car_interval), (0.0, None, None, None, None));
        assert_eq!(own.verdict(0.05), None);
    }
}

#[test]
fn logarithmic_and_simple_returns_are_near_each_other() {
    for seed in 1..20 {
        for simple in draws(seed, 50).into_iter().map(|share| share * 16.0) {
            let log = Returns::Log.between(100.0, 100.0 * (1.0 + simple)).unwrap();
            assert!((log - simple).abs() <= simple * simple + 1e-15, "{simple}");
        }
    }
}

#[test]
fn buy_and_hold_is_of_simple_returns_whatever_the_study_takes() {
    let (data, mut document) = drawn(2);
    let simple = analyse(&data, &document);
    document.study.returns = Returns::Log;
    let log = analyse(&data, &document);
    for name in ["S0", "S1"] {
        assert_eq!(studied(&simple, name).bhar, studied(&log, name).bhar);
        assert_ne!(studied(&simple, name).car, studied(&log, name).car);
    }
}

#[test]
fn what_cannot_be_studied_says_why() {
    let (data, mut document) = drawn(1);
    let withheld = |data: &Data, document: &Document, name: &str| {
        *analyse(data, document).study_of(&SeriesId::new(name)).unwrap().as_ref().unwrap_err()
    };
    // Listed in the estimation window.
    let mut late = data.clone();
    let closes: Vec<(Date, f64)> = (40..=80).map(|place| (day(place), 50.0 + place as f64)).collect();
    late.series.push(series("L", &closes));
    let why = withheld(&late, &document, "L");
    assert!(matches!(why, Withheld::Returns(pairs::NoPairs::TooFew { found: 22 })), "{why:?}");
    // No prices that move.
    let mut flat = data.clone();
    flat.series.push(series("F", &(0..=80).map(|place| (day(place), 7.0)).collect::<Vec<_>>()));
    let analysis = analyse(&flat, &document);
    let study = studied(&analysis, "F");
    assert_eq!((study.t, study.p, study.p_rank, study.car_se), (None, None, None, None));
    // A flat index.
    flat.series.remove(0);
    flat.series.last_mut().unwrap().info.role = Role::Index;
    assert_eq!(withheld(&flat, &document, "S0"), Withheld::Fit(normal::NoFit::FlatIndex));
    // No index at all, but for the model that takes none.
    let mut alone = data.clone();
    alone.series.remove(0);
    assert_eq!(withheld(&alone, &document, "S0"), Withheld::NoIndex);
    document.study.model = NormalModel::Mean;
    assert!(analyse(&alone, &document).study_of(&SeriesId::new("S0")).unwrap().is_ok());
    document.study.model = NormalModel::Market;
    // An event before and after all data, one session only.
    let one = data_of(vec![data.series[0].clone(), series("O", &[(day(70), 1.0)])]);
    assert!(matches!(withheld(&one, &document, "O"), Withheld::Returns(pairs::NoPairs::TooFew { found: 0 })));
    for (event, before) in [(date(2020, 1, 1), true), (date(2030, 1, 1), false)] {
        document.event = Some(Event::new("", event));
        let why = withheld(&data, &document, "S0");
        assert_eq!(matches!(why, Withheld::NoSession(session::NoSession::BeforeAll { .. })), before);
        assert_eq!(matches!(why, Withheld::NoSession(session::NoSession::AfterAll { .. })), !before);
    }
    // Options that cannot be.
    document.event = Some(Event::new("", day(70)));
    document.study.window = [2, 1];
    let refused = analyse(&data, &document).study;
    assert_eq!((refused.refused, refused.series.len()), (Some(OptionsError::Window), 0));
}
