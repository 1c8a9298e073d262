//! The event study as data for other programs: JSON and CSV.
//!
//! The JSON is a contract: its keys change only by addition. All returns are shares of one, `move`
//! always the simple return from base close to event close; `t`, `df` and `p` belong to the sum over
//! the event window, `p_rank` to the abnormal return of the event's session. Money is in the
//! currency of the prices; what is lost is above zero.

mod audit;

use jiff::civil::Date;
use serde::Serialize;

use crate::chart::Scene;
use crate::chart::value_notes::{universe_notes, value_notes};
use crate::chart::verdict::{study_notes, verdict, withheld_text};
use crate::model::{Event, NormalModel, OffSession, Returns, Series};
use crate::study::universe::Universe;
use crate::study::{Across, Move, SeriesStudy, Tests, Verdict};

pub use audit::{AuditLine, OtherLine};

/// The event study of everything that is open.
#[derive(Debug, Serialize)]
pub struct StudyReport {
    /// The event; `null` where none is set.
    pub event: Option<EventLine>,
    /// Id of the index.
    pub index: Option<String>,
    /// Model of normal returns.
    pub model: NormalModel,
    /// How returns are taken.
    pub returns: Returns,
    /// Which session an event has on a day without one.
    pub off_session: OffSession,
    /// The estimation window.
    pub estimation: EstimationLine,
    /// First and last session of the event window, counted from the event's.
    pub window: [i32; 2],
    /// Level at which a move is called abnormal.
    pub level: f64,
    /// One entry a series, in the order of the files.
    pub series: Vec<SeriesLine>,
    /// Tests across stocks.
    pub across: AcrossLine,
    /// Market values of a whole market, where a file of them is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub values: Option<Universe>,
    /// Conditions of these numbers, in sentences.
    pub notes: Vec<String>,
}

/// The event of a report.
#[derive(Debug, Serialize)]
pub struct EventLine {
    name: String,
    date: Date,
    #[serde(skip_serializing_if = "Option::is_none")]
    time: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    zone: Option<String>,
}

impl EventLine {
    fn of(event: &Event) -> Self {
        let moment = event.moment.as_ref();
        Self {
            name: event.name.clone(),
            date: event.date,
            time: moment.map(|moment| moment.at.to_string()),
            zone: moment.map(|moment| moment.zone.clone()),
        }
    }
}

/// The estimation window of a report.
#[derive(Debug, Serialize)]
pub struct EstimationLine {
    sessions: usize,
    gap: usize,
    /// Its first session over all series.
    first: Option<Date>,
    /// Its last session over all series.
    last: Option<Date>,
}

/// One series of a report; what is not known is `null`.
#[derive(Debug, Serialize)]
pub struct SeriesLine {
    /// Its id.
    pub name: String,
    /// Name a reader knows.
    pub title: String,
    /// Part it plays.
    pub role: crate::model::Role,
    /// Industry.
    pub sector: Option<String>,
    /// Currency of its prices.
    pub currency: Option<String>,
    /// Date of the base.
    pub base_date: Option<Date>,
    /// Close of the base.
    pub base_close: Option<f64>,
    /// The event's session.
    pub event_date: Option<Date>,
    /// Its close.
    pub event_close: Option<f64>,
    /// Simple return from base close to event close.
    #[serde(rename = "move")]
    pub change: Option<f64>,
    /// The same as a logarithmic return.
    pub log_move: Option<f64>,
    /// Simple return from base close to the session's open.
    pub to_open: Option<f64>,
    /// Simple return from base close to the session's low.
    pub to_low: Option<f64>,
    /// Simple return of the session after.
    pub rebound: Option<f64>,
    /// Deepest close below the base before it came back.
    pub drawdown: Option<f64>,
    /// Sessions from the base to that close.
    pub drawdown_sessions: Option<usize>,
    /// Sessions from the base to the first close at or above it.
    pub recovered_after: Option<usize>,
    /// First session of its estimation window.
    pub estimation_first: Option<Date>,
    /// Last session of its estimation window.
    pub estimation_last: Option<Date>,
    /// Constant of the expected return.
    pub alpha: Option<f64>,
    /// Returns of the index that it takes on.
    pub beta: Option<f64>,
    /// Deviation about the expected return.
    pub sigma: Option<f64>,
    /// Share of the variance that the index explains.
    pub r2: Option<f64>,
    /// Dates of the event window.
    pub dates: Vec<Date>,
    /// Abnormal returns of the event window.
    pub ar: Vec<f64>,
    /// The same over their standard errors.
    pub sar: Vec<Option<f64>>,
    /// CAR over its standard error.
    pub t: Option<f64>,
    /// Degrees of freedom of `t`.
    pub df: Option<f64>,
    /// Two-sided p value of `t`.
    pub p: Option<f64>,
    /// Rank p value of the event's abnormal return.
    pub p_rank: Option<f64>,
    /// Place by size among the sessions compared.
    pub rank: Option<usize>,
    /// How many sessions are compared.
    pub compared: Option<usize>,
    /// Sum of abnormal returns over the event window.
    pub car: Option<f64>,
    /// Its standard error.
    pub car_se: Option<f64>,
    /// Its 95 % interval.
    pub car_ci: Option<[f64; 2]>,
    /// Buy-and-hold abnormal return over the event window.
    pub bhar: Option<f64>,
    /// Market value lost from base to event close.
    pub value_lost: Option<f64>,
    /// The part of it that the model does not expect.
    pub abnormal_value_lost: Option<f64>,
    /// Shares that it is counted with.
    pub shares: Option<f64>,
    /// The date of that count.
    pub shares_as_of: Option<Date>,
    /// Two-sided p value of the event's own abnormal return.
    pub p_event: Option<f64>,
    /// `abnormal`, `within` or `unclear`, of the event's session.
    pub verdict: Option<&'static str>,
    /// `abnormal` or `within`, of a window of other sessions than the event's alone.
    pub window_verdict: Option<&'static str>,
    /// How far apart its bars stand: `daily`, `weekly`, `monthly`, …
    pub step: &'static str,
    /// Its session, and its move under other rules.
    pub audit: AuditLine,
    /// The verdict as a sentence.
    pub sentence: Option<String>,
    /// Why it has no study.
    pub withheld: Option<String>,
}

/// One test of a report.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct TestLine {
    statistic: f64,
    df: Option<f64>,
    p: f64,
}

/// Tests across stocks in a report; without two studied stocks every test is `null`.
#[derive(Debug, Serialize)]
pub struct AcrossLine {
    /// How many stocks.
    pub count: usize,
    /// Average abnormal return of each session of the event window.
    pub aar: Vec<f64>,
    /// Their sum.
    pub caar: Option<f64>,
    /// Tests of the event's session.
    pub event: TestLines,
    /// Tests of the event window.
    pub window: TestLines,
    /// Mean correlation of abnormal returns.
    pub rbar: Option<f64>,
    /// Sum of the market values lost, each issuer once, of one currency.
    pub value_lost_total: Option<f64>,
    /// Over how many issuers.
    pub value_lost_over: usize,
    /// Currency of that sum, where it is known.
    pub value_lost_currency: Option<String>,
}

/// Tests by name.
#[derive(Debug)]
pub struct TestLines(Vec<(&'static str, Option<TestLine>)>);

impl Serialize for TestLines {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().copied())
    }
}

impl TestLines {
    fn of(tests: &Tests) -> Self {
        let line = |(name, test): (&'static str, Option<crate::study::Test>)| {
            (name, test.map(|test| TestLine { statistic: test.statistic, df: test.df, p: test.p }))
        };
        Self(tests.named().into_iter().map(line).collect())
    }
}

impl StudyReport {
    /// The report of a scene; `members` are the symbols of which market values are summed by
    /// themselves.
    #[must_use]
    pub fn of(scene: &Scene<'_>, members: Option<&[String]>) -> Self {
        let analysis = scene.analysis;
        let values = scene.data.market_values.as_ref().map(|values| Universe::of(values, members));
        let options = &scene.document.study;
        let studies = || analysis.study.series.iter().filter_map(|found| found.as_ref().ok());
        let series = scene.data.series.iter().zip(&analysis.moves);
        let mut notes = study_notes(scene);
        notes.extend(value_notes(scene));
        if let (Some(sums), Some(values)) = (&values, &scene.data.market_values) {
            notes.extend(universe_notes(scene, &values.file, sums));
        }
        Self {
            event: scene.document.event.as_ref().map(EventLine::of),
            index: analysis.study.index.as_ref().map(|id| id.as_str().to_owned()),
            model: options.model,
            returns: options.returns,
            off_session: options.off_session,
            estimation: EstimationLine {
                sessions: options.estimation,
                gap: options.gap,
                first: studies().map(|study| study.estimation[0]).min(),
                last: studies().map(|study| study.estimation[1]).max(),
            },
            window: options.window,
            level: options.level,
            series: series.map(|(series, moved)| SeriesLine::of(scene, series, moved)).collect(),
            across: AcrossLine::of(scene, analysis.study.across.as_ref()),
            values,
            notes,
        }
    }

    /// The report as indented JSON, with a line end.
    ///
    /// # Errors
    /// What the serializer says; numbers that are no numbers are `null`.
    pub fn json(&self) -> serde_json::Result<String> {
        serde_json::to_string_pretty(self).map(|json| json + "\n")
    }

    /// The series as a table of RFC 4180, a row each; windows of several sessions have one column a
    /// session for AR and SAR.
    #[must_use]
    pub fn csv(&self) -> Vec<u8> {
        let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        let [from, to] = self.window;
        let taus: Vec<i32> = if self.series.iter().any(|line| !line.ar.is_empty()) {
            (from..=to).collect()
        } else {
            Vec::new()
        };
        let mut header: Vec<String> = SeriesLine::COLUMNS.iter().map(|name| (*name).to_owned()).collect();
        for name in ["ar", "sar"] {
            header.extend(taus.iter().map(|tau| format!("{name}({tau})")));
        }
        // Writing into memory has nothing to fail on.
        let _ = writer.write_record(&header);
        for line in &self.series {
            let mut cells = line.cells();
            let number = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
            cells.extend((0..taus.len()).map(|place| number(line.ar.get(place).copied())));
            cells.extend((0..taus.len()).map(|place| number(line.sar.get(place).copied().flatten())));
            let _ = writer.write_record(&cells);
        }
        writer.into_inner().unwrap_or_default()
    }
}

impl SeriesLine {
    /// Columns of the CSV beside those of the sessions.
    const COLUMNS: [&'static str; 35] = [
        "name",
        "title",
        "role",
        "sector",
        "currency",
        "base_date",
        "base_close",
        "event_date",
        "event_close",
        "move",
        "log_move",
        "to_open",
        "to_low",
        "rebound",
        "drawdown",
        "drawdown_sessions",
        "recovered_after",
        "alpha",
        "beta",
        "sigma",
        "r2",
        "t",
        "df",
        "p",
        "p_rank",
        "car",
        "car_se",
        "car_low",
        "car_high",
        "bhar",
        "value_lost",
        "abnormal_value_lost",
        "shares_as_of",
        "verdict",
        "withheld",
    ];

    fn of(scene: &Scene<'_>, series: &Series, moved: &Move) -> Self {
        let found = scene.analysis.study_of(&series.id);
        let study = found.and_then(|found| found.as_ref().ok());
        let value = scene.analysis.value.as_ref().and_then(|value| value.line(&series.id));
        let of = |read: fn(&SeriesStudy) -> f64| study.map(read);
        let scatter = study.filter(|study| study.fit.sigma > 0.0);
        let options = &scene.document.study;
        let level = options.level;
        Self {
            name: series.id.as_str().to_owned(),
            title: series.name().to_owned(),
            role: series.info.role,
            sector: series.info.sector.clone(),
            currency: series.info.currency.clone(),
            base_date: moved.base.map(|base| base.date),
            base_close: moved.base.map(|base| base.close),
            event_date: moved.event.map(|(date, _)| date),
            event_close: moved.event.map(|(_, close)| close),
            change: moved.change,
            log_move: moved.log,
            to_open: moved.to_open,
            to_low: moved.to_low,
            rebound: moved.rebound,
            drawdown: moved.drawdown.map(|fall| fall.depth),
            drawdown_sessions: moved.drawdown.map(|fall| fall.sessions),
            recovered_after: moved.recovered_after,
            estimation_first: study.map(|study| study.estimation[0]),
            estimation_last: study.map(|study| study.estimation[1]),
            alpha: of(|study| study.fit.alpha),
            beta: of(|study| study.fit.beta),
            sigma: of(|study| study.fit.sigma),
            r2: study.and_then(|study| study.fit.r2),
            dates: study.map_or_else(Vec::new, |study| study.window.iter().map(|day| day.date).collect()),
            ar: study.map_or_else(Vec::new, |study| study.window.iter().map(|day| day.ar).collect()),
            sar: study.map_or_else(Vec::new, |study| study.window.iter().map(|day| day.sar).collect()),
            t: study.and_then(|study| study.t),
            df: of(|study| study.fit.df),
            p: study.and_then(|study| study.p),
            p_rank: study.and_then(|study| study.p_rank),
            rank: scatter.map(|study| study.rank),
            compared: scatter.map(SeriesStudy::compared),
            car: of(|study| study.car),
            car_se: study.and_then(|study| study.car_se),
            car_ci: study.and_then(|study| study.car_interval),
            bhar: study.and_then(|study| study.bhar),
            // A loss is above zero; a change of nothing has no sign.
            value_lost: value.map(|value| 0.0 - value.change),
            abnormal_value_lost: value.and_then(|value| value.abnormal).map(|change| 0.0 - change),
            shares: value.map(|value| value.shares),
            shares_as_of: value.map(|value| value.as_of),
            p_event: study.and_then(|study| study.p_event),
            verdict: study.and_then(|study| study.verdict(level)).map(verdict_name),
            window_verdict: study
                .filter(|_| options.window != [0, 0])
                .and_then(|study| study.window_verdict(level))
                .map(verdict_name),
            step: series.bars.cadence().step.name(),
            audit: AuditLine::of(scene, series, moved),
            sentence: verdict(scene, &series.id),
            withheld: found.and_then(|found| found.as_ref().err()).map(|why| withheld_text(scene, why)),
        }
    }

    fn cells(&self) -> Vec<String> {
        let number = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
        let count = |value: Option<usize>| value.map(|value| value.to_string()).unwrap_or_default();
        let date = |value: Option<Date>| value.map(|value| value.to_string()).unwrap_or_default();
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let role = serde_json::to_value(self.role).ok();
        let role = role.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default();
        vec![
            self.name.clone(),
            self.title.clone(),
            role.to_owned(),
            text(&self.sector),
            text(&self.currency),
            date(self.base_date),
            number(self.base_close),
            date(self.event_date),
            number(self.event_close),
            number(self.change),
            number(self.log_move),
            number(self.to_open),
            number(self.to_low),
            number(self.rebound),
            number(self.drawdown),
            count(self.drawdown_sessions),
            count(self.recovered_after),
            number(self.alpha),
            number(self.beta),
            number(self.sigma),
            number(self.r2),
            number(self.t),
            number(self.df),
            number(self.p),
            number(self.p_rank),
            number(self.car),
            number(self.car_se),
            number(self.car_ci.map(|[low, _]| low)),
            number(self.car_ci.map(|[_, high]| high)),
            number(self.bhar),
            number(self.value_lost),
            number(self.abnormal_value_lost),
            date(self.shares_as_of),
            self.verdict.unwrap_or_default().to_owned(),
            text(&self.withheld),
        ]
    }
}

fn verdict_name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Abnormal => "abnormal",
        Verdict::Within => "within",
        Verdict::Unclear => "unclear",
    }
}

impl AcrossLine {
    fn of(scene: &Scene<'_>, across: Option<&Across>) -> Self {
        let none = Tests::default();
        let value = scene.analysis.value.as_ref().filter(|value| value.counted > 0);
        Self {
            count: across.map_or(0, |across| across.count),
            aar: across.map_or_else(Vec::new, |across| across.aar.clone()),
            caar: across.map(|across| across.caar),
            event: TestLines::of(across.map_or(&none, |across| &across.event)),
            window: TestLines::of(across.map_or(&none, |across| &across.window)),
            rbar: across.and_then(|across| across.rbar),
            value_lost_total: value.map(|value| 0.0 - value.total),
            value_lost_over: value.map_or(0, |value| value.counted),
            value_lost_currency: value.and_then(|value| value.currency.clone()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::sample_app;

    #[test]
    fn the_sample_has_the_known_moves_and_every_row_as_many_cells_as_the_header() {
        let app = sample_app();
        let report = StudyReport::of(&app.scene(), None);
        let of = |name: &str| report.series.iter().find(|line| line.name == name).unwrap();
        let near = |found: Option<f64>, expected: f64, within: f64| {
            assert!((found.unwrap() - expected).abs() < within, "{found:?} {expected}");
        };
        near(of("NVDA").change, -0.169_681_7, 1e-6);
        near(of("NDX").change, -0.029_701_9, 1e-6);
        // 24.49bn shares of 15 November 2024 times $24.20.
        near(of("NVDA").value_lost, 592.658e9, 1e6);
        assert_eq!(
            (of("NVDA").rank, of("NVDA").compared, of("NVDA").verdict),
            (Some(1), Some(121), Some("abnormal"))
        );
        assert_eq!(of("AMD").verdict, Some("within"));
        assert!(of("ASML.AS").withheld.is_some() && of("ASML.AS").change.is_some());
        assert_eq!(of("NDX").ar, [0.0]);
        let csv = String::from_utf8(report.csv()).unwrap();
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        assert_eq!(reader.headers().unwrap().len(), SeriesLine::COLUMNS.len() + 2);
        assert_eq!(reader.records().map(|record| record.unwrap().len()).max(), Some(37));
        let json: serde_json::Value = serde_json::from_str(&report.json().unwrap()).unwrap();
        assert_eq!(json["across"]["event"].as_object().unwrap().len(), 8);
        assert_eq!(json["series"].as_array().unwrap().len(), 16);
        assert_eq!(json["index"], "NDX");
    }
}
