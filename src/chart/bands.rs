//! The windows of the event study on the axis of sessions: whose they are, where they lie, the view
//! that holds them, and their shades and names in a chart.

use jiff::civil::Date;

use super::draft::Draft;
use super::figure::{Anchor, Panel, Rect, Shape, Subject};
use super::session_axis::shown_sessions;
use super::{Scene, View};
use crate::model::{Role, Series};
use crate::study::SeriesStudy;
use crate::text::{Arg, DateStyle};

/// Opacity of the shades of estimation and event window.
const VEILS: [f64; 2] = [0.12, 0.14];
/// Sessions before the estimation window and after the event window in the view of a study.
const AROUND: [f64; 2] = [3.0, 20.0];

/// The series that a study figure is of: the one that the view names or points at; else the first
/// pick with a study, else the first stock with one, else the first of all of them.
#[must_use]
pub fn studied<'a>(scene: &Scene<'a>, view: &View) -> Option<&'a Series> {
    let pointed = match &view.highlight {
        Some(Subject::Series(id) | Subject::Reported(id)) => Some(id),
        _ => None,
    };
    let asked = view.studied.as_ref().or(pointed);
    if let Some(series) = asked.and_then(|id| scene.data.series(id)) {
        return Some(series);
    }
    let Scene { document, data, analysis, .. } = *scene;
    let shown = |series: &&Series| !document.hidden.contains(&series.id) && analysis.sessions.hold(series);
    let picks = document.picks.iter().filter_map(|id| data.series(id)).filter(shown);
    let stocks = data.series.iter().filter(|series| series.info.role == Role::Stock).filter(shown);
    let all: Vec<&Series> = picks.chain(stocks).chain(data.series.iter().filter(shown)).collect();
    let has_study = |series: &&&Series| matches!(analysis.study_of(&series.id), Some(Ok(_)));
    all.iter().find(has_study).or(all.first()).copied()
}

/// The view of a study figure: it names its series, shades its windows, and shows the whole of them
/// unless a stretch of sessions is asked for.
#[must_use]
pub fn study_view(scene: &Scene<'_>, view: &View) -> View {
    let series = studied(scene, view);
    let id = series.map(|series| series.id.clone());
    let highlight = id.clone().map(Subject::Series);
    let sessions = view.sessions.or_else(|| {
        let bands = Bands::of(scene, series?)?;
        let [from, to] = shown_sessions(&scene.analysis.sessions, view);
        let last = scene.analysis.sessions.len().saturating_sub(1) as f64;
        let first = bands.estimation[0].ceil() - AROUND[0];
        Some([from.min(first).max(0.0), to.max((bands.event[1].floor() + AROUND[1]).min(last))])
    });
    View { sessions, highlight, studied: id, study: true, ..view.clone() }
}

/// Estimation and event window, each from half a session before its first to half a session after
/// its last.
pub(super) struct Bands {
    /// The estimation window.
    pub estimation: [f64; 2],
    /// The event window.
    pub event: [f64; 2],
    dates: [[Date; 2]; 2],
    count: usize,
    window: [i32; 2],
}

impl Bands {
    /// The windows of a series' study; `None` where it has none.
    pub fn of(scene: &Scene<'_>, series: &Series) -> Option<Self> {
        scene.event()?;
        let study: &SeriesStudy = scene.analysis.study_of(&series.id)?.as_ref().ok()?;
        let window = [study.window.first()?, study.window.last()?];
        let dates = [study.estimation, window.map(|day| day.date)];
        let place = |[first, last]: [Date; 2]| {
            let position = |date| scene.analysis.sessions.position(date);
            Some([position(first)? as f64 - 0.5, position(last)? as f64 + 0.5])
        };
        let [estimation, event] = dates;
        Some(Self {
            estimation: place(estimation)?,
            event: place(event)?,
            dates,
            count: study.fit.count,
            window: window.map(|day| day.tau),
        })
    }

    /// Whether any of both lies between two places of the axis.
    pub fn is_in(&self, shown: [f64; 2]) -> bool {
        [self.estimation, self.event].iter().any(|[from, to]| *from < shown[1] && *to > shown[0])
    }

    /// Left and right edge of a window in a panel's plot, where any of it is in view.
    fn edges(panel: &Panel, [from, to]: [f64; 2]) -> Option<[f64; 2]> {
        let x = |at: f64| panel.place([at, 0.0])[0].clamp(panel.plot.x, panel.plot.right());
        let edges = [x(from), x(to)];
        (edges[1] > edges[0]).then_some(edges)
    }

    /// Both shades of a panel, for under everything else.
    pub fn shades(&self, draft: &Draft<'_>, panel: &Panel) -> Vec<Shape> {
        let theme = draft.scene.theme;
        let [estimation, event] = VEILS;
        let both = [(self.estimation, theme.faint.faded(estimation)), (self.event, theme.event.faded(event))];
        let shade = |(window, color)| {
            let [left, right] = Self::edges(panel, window)?;
            let rect = Rect { x: left, width: right - left, ..panel.plot };
            Some(Shape::Fill { rect, color })
        };
        both.into_iter().filter_map(shade).collect()
    }

    /// Names both over the plot: the estimation window from its left edge to `free[0]` at most, the
    /// event window from `free[1]` to the right edge of the room. Gives the right end of the first.
    pub fn name(
        &self,
        draft: &Draft<'_>,
        panel: &mut Panel,
        free: [f64; 2],
        outer: Rect,
        baseline: f64,
    ) -> f64 {
        let hand = draft.small();
        let mut end = outer.x;
        if let Some([left, right]) = Self::edges(panel, self.estimation) {
            let [first, last] = self.words(draft, 0);
            let facts = [
                ("count", Arg::Count(self.count as u64)),
                ("first", Arg::Text(&first)),
                ("last", Arg::Text(&last)),
            ];
            let choices = [
                draft.say("chart-band-estimation", &facts),
                draft.text("chart-band-estimation-short"),
                draft.text("chart-band-estimation-word"),
            ];
            // What is wider than its band still begins at it.
            let room = right.max(free[0]).min(free[0]) - left;
            if let Some(text) = choices.into_iter().find(|text| hand.width(text) <= room) {
                panel.labels.push(hand.set(&text, [left, baseline], Anchor::Left));
                end = left + hand.width(&text);
            }
        }
        if Self::edges(panel, self.event).is_some() {
            let choices = [self.event_words(draft), draft.text("chart-band-event-short")];
            let room = outer.right() - free[1];
            if let Some(text) = choices.into_iter().find(|text| hand.width(text) <= room) {
                panel.labels.push(hand.set(&text, [free[1], baseline], Anchor::Left));
            }
        }
        end
    }

    fn event_words(&self, draft: &Draft<'_>) -> String {
        let [first, last] = self.words(draft, 1);
        if self.dates[1][0] == self.dates[1][1] {
            return draft.say("chart-band-event-one", &[("date", Arg::Text(&first))]);
        }
        let [from, to] = self.window.map(|tau| draft.scene.words.number(f64::from(tau), 0));
        let facts = [
            ("from", Arg::Text(&from)),
            ("to", Arg::Text(&to)),
            ("first", Arg::Text(&first)),
            ("last", Arg::Text(&last)),
        ];
        draft.say("chart-band-event", &facts)
    }

    fn words(&self, draft: &Draft<'_>, which: usize) -> [String; 2] {
        let dates = if which == 0 { self.dates[0] } else { self.dates[1] };
        dates.map(|date| draft.date(date, DateStyle::Day))
    }
}
