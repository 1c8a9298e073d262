//! The figure of one series' event study: the market panel, and under it on the same axis of sessions
//! the abnormal return of every session from the estimation window to the event window, with what
//! they add up to.
//!
//! Every number is the study's. Bars of the estimation window are pale, those of the gap grey, those
//! of the event window full. Where there is no study the panel says why.

use super::bands::{Bands, studied};
use super::draft::Draft;
use super::figure::{
    Anchor, Axis, AxisName, AxisScale, Color, Label, Mark, Marker, Panel, PanelKind, Rect, Subject, Tick,
};
use super::looks::{Standing, label_of, look};
use super::market::{self, Frame, session_ticks, value_ticks};
use super::misfit::Part;
use super::study_words::{self, Facts};
use super::ticks::{Steps, usable};
use super::typography::Hand;
use crate::model::Series;
use crate::study::{AbnormalReturn, SeriesStudy};

/// Share of the height that the lower panel has.
const LOWER: f64 = 0.4;
/// Height under which that share grows to a half, in label sizes.
const LOW: f64 = 8.0;
/// Share of a session that a bar fills, and the least width of a bar of the event window in pixels
/// of the full-sized figure.
const BAR: [f64; 2] = [0.76, 8.0];
/// Opacity of the bars of the estimation window.
const PALE: f64 = 0.42;
/// Least height of a file's plot in label sizes.
const LEAST_HEIGHT: f64 = 3.6;
/// Distance of lines of words in their sizes.
pub(super) const LEADING: f64 = 1.35;

/// Market and abnormal returns in that rectangle; the market alone where nothing is open.
pub(super) fn panels(draft: &Draft<'_>, body: Rect, heading: &str) -> Vec<Panel> {
    let Some(series) = studied(&draft.scene, draft.view) else {
        return vec![market::panel(draft, body, heading)];
    };
    let gap = draft.px(16.0).min(body.height * 0.03);
    let most = body.height - gap;
    // A low sheet leaves both the same.
    let lower = (most * LOWER).max(draft.sizes.label * LOW).min(most * 0.5).max(1.0);
    let over = Rect { height: (body.height - gap - lower).max(1.0), ..body };
    let under = Rect { y: over.bottom() + gap, height: lower, ..body };
    let study = draft.scene.analysis.study_of(&series.id).and_then(|found| found.as_ref().ok());
    let study = study.filter(|_| draft.event().is_some());
    let sheet = Sheet { draft, series, color: color(draft, series) };
    let y = study.map_or_else(|| blank(AxisScale::Linear), |study| sheet.values(study, lower));
    let ticks = y.ticks.iter().map(|tick| draft.quiet().width(&tick.text)).fold(0.0, f64::max);
    let frame = Frame { least_left: ticks + draft.px(10.0), dates: false };
    let market = market::panel_in(draft, over, heading, &frame);
    if draft.scene.analysis.sessions.is_empty() {
        return vec![market::panel(draft, body, heading)];
    }
    let panel = sheet.panel(study, y, &market, under);
    vec![market, panel]
}

fn blank(scale: AxisScale) -> Axis {
    Axis { scale, range: [0.0, 1.0], ticks: Vec::new() }
}

/// The series' own colour; ink where it has none.
fn color(draft: &Draft<'_>, series: &Series) -> Color {
    let look = look(draft.scene.document, draft.scene.data, draft.scene.theme, &series.id);
    if look.standing == Standing::Other { draft.scene.theme.ink } else { look.color }
}

/// A study that is drawn.
struct Sheet<'d, 'a> {
    draft: &'d Draft<'a>,
    series: &'d Series,
    color: Color,
}

impl Sheet<'_, '_> {
    fn subject(&self) -> Subject {
        Subject::Series(self.series.id.clone())
    }

    /// Round values around everything that is drawn, in per cent.
    fn values(&self, study: &SeriesStudy, height: f64) -> Axis {
        let label = self.draft.sizes.label;
        let bars = study.days.iter().map(|day| day.ar);
        let sums = study.window.iter().flat_map(|day| {
            let [low, high] = day.car_interval.unwrap_or([day.car; 2]);
            [day.ar, day.car, low, high]
        });
        let rank = study.p_rank.map_or([0.0; 2], |_| [study.event.ar, -study.event.ar]);
        let data = usable(bars.chain(sums).chain(rank).chain([0.0]).map(|share| share * 100.0));
        let data = data.unwrap_or([-1.0, 1.0]);
        let at_most = ((height - label * 5.0) / (label * 1.7)).clamp(3.0, 6.0) as usize;
        let steps = Steps::of(data, at_most);
        let pad = (data[1] - data[0]) * 0.04;
        let range = [data[0] - pad, data[1] + pad];
        let text = |value: f64| self.draft.scene.words.change(value / 100.0, steps.decimals);
        let ticks = steps.within(range).into_iter().map(|at| Tick { at, text: text(at) }).collect();
        Axis { scale: AxisScale::Linear, range, ticks }
    }

    fn panel(&self, study: Option<&SeriesStudy>, y: Axis, market: &Panel, outer: Rect) -> Panel {
        let draft = self.draft;
        let label = draft.sizes.label;
        let bands = Bands::of(&draft.scene, self.series).filter(|bands| bands.is_in(market.x.range));
        let mut panel = Panel {
            kind: PanelKind::Study,
            plot: Rect { y: outer.y, height: 1.0, ..market.plot },
            x: market.x.clone(),
            y,
            under: Vec::new(),
            marks: Vec::new(),
            over: Vec::new(),
            labels: Vec::new(),
        };
        let facts = study.map(|study| study_words::facts(draft, study));
        let place = self.beside(&panel, bands.as_ref(), outer);
        let room = [outer.right() - place, outer.height - label * 3.75];
        let beside = facts.as_ref().filter(|facts| facts.fits(draft, room));
        let above = if beside.is_none() { facts.as_ref() } else { None };
        let lines = above.map_or_else(Vec::new, |facts| facts.lines(draft, outer.width));
        self.heading(&mut panel, outer, study.is_some());
        let small = draft.small();
        let head = label * 1.75 + lines.len() as f64 * small.size * LEADING;
        for (line, text) in lines.iter().enumerate() {
            let baseline = outer.y + label * 1.2 + (line + 1) as f64 * small.size * LEADING;
            panel.labels.push(small.set(text, [draft.along(outer, 0.0), baseline], draft.start()));
        }
        let height = (outer.height - head - label * 2.0).max(1.0);
        panel.plot = Rect { y: outer.y + head, height, ..market.plot };
        draft.need(Part::PlotHeight, label * LEAST_HEIGHT, height);
        let event = draft.scene.analysis.sessions.event();
        session_ticks(draft, &mut panel, outer, event);
        match study {
            Some(study) => {
                value_ticks(draft, &mut panel);
                if let Some(bands) = &bands {
                    panel.under.splice(0..0, bands.shades(draft, &panel));
                }
                let window_end = bands.as_ref().map(|bands| bands.event[1]);
                self.marks(&mut panel, study, event, window_end.filter(|_| beside.is_some()));
                if let Some(facts) = beside {
                    self.set_beside(&mut panel, study, facts, place);
                }
            }
            None => self.say_why(&mut panel),
        }
        panel
    }

    /// Where words right of the event window begin.
    fn beside(&self, panel: &Panel, bands: Option<&Bands>, outer: Rect) -> f64 {
        let end = bands.map_or(panel.x.range[1], |bands| bands.event[1]);
        (panel.place([end, 0.0])[0] + self.draft.px(10.0)).clamp(panel.plot.x, outer.right())
    }

    /// The name of the series in its colour, and what the bars are.
    fn heading(&self, panel: &mut Panel, outer: Rect, has_study: bool) {
        let draft = self.draft;
        let baseline = outer.y + draft.sizes.label * 1.05;
        let strong = draft.strong(self.color);
        let name = strong.fit(label_of(draft.scene.data, self.series), outer.width * 0.5);
        let at = [draft.along(outer, 0.0), baseline];
        let subject = has_study.then(|| self.subject());
        panel.labels.push(Label { subject, ..strong.set(&name, at, draft.start()) });
        let from = strong.width(&name) + draft.sizes.label * 0.5;
        let quiet = draft.quiet();
        let room = outer.width - from;
        let choices = study_words::headings(draft);
        let text = choices.iter().find(|text| quiet.width(text) <= room).or(choices.last());
        let text = quiet.fit(text.map_or("", String::as_str), room);
        panel.labels.push(quiet.set(&text, [draft.along(outer, from), baseline], draft.start()));
    }

    /// Bars, zero and lines. Zero ends at `end`, if there is one: words stand behind it, and nothing
    /// is drawn there that it would be needed for.
    fn marks(&self, panel: &mut Panel, study: &SeriesStudy, event: Option<usize>, end: Option<f64>) {
        let draft = self.draft;
        let theme = draft.scene.theme;
        let shown = panel.x.range;
        let in_view = |at: f64| at >= shown[0] - 1.0 && at <= shown[1] + 1.0;
        let session = panel.plot.width / (shown[1] - shown[0]).max(1e-9);
        let widest = (draft.px(BAR[1]) / session.max(1e-9)).max(BAR[0]);
        if let Some(event) = event {
            let stroke = draft.dashed(theme.event, theme.lines.event, theme.event_dash.lengths());
            let at = event as f64;
            panel.marks.push(Mark::Rule { subject: Some(Subject::Event), axis: AxisName::X, at, stroke });
        }
        for day in &study.days {
            let Some(at) = self.place(day).filter(|at| in_view(*at)) else { continue };
            let (fill, width) = if study.window.iter().any(|inside| inside.tau == day.tau) {
                (self.color, if study.window.len() == 1 { widest } else { BAR[0] })
            } else if day.date <= study.estimation[1] {
                (self.color.faded(PALE), BAR[0])
            } else {
                (theme.faint.faded(PALE), BAR[0])
            };
            let (x, value) = ([at - width / 2.0, at + width / 2.0], day.ar * 100.0);
            panel.marks.push(Mark::Bar {
                subject: self.subject(),
                x,
                y: [value.min(0.0), value.max(0.0)],
                fill,
            });
        }
        let stroke = draft.stroke(theme.muted, 1.3);
        panel.marks.push(match end {
            Some(end) => {
                let runs = vec![vec![[shown[0], 0.0], [end.min(shown[1]), 0.0]]];
                Mark::Line { subject: None, runs, stroke, marker: None }
            }
            None => Mark::Rule { subject: None, axis: AxisName::Y, at: 0.0, stroke },
        });
        self.rank_lines(panel, study, event);
        self.sums(panel, study);
    }

    fn place(&self, day: &AbnormalReturn) -> Option<f64> {
        self.draft.scene.analysis.sessions.position(day.date).map(|place| place as f64)
    }

    /// Light lines at the size of the event's abnormal return, on either side, over the sessions that
    /// it is compared with.
    fn rank_lines(&self, panel: &mut Panel, study: &SeriesStudy, event: Option<usize>) {
        let draft = self.draft;
        let sessions = &draft.scene.analysis.sessions;
        let (Some(_), Some(event), Some(first)) =
            (study.p_rank, event, sessions.position(study.estimation[0]))
        else {
            return;
        };
        let size = study.event.ar * 100.0;
        let run = |value: f64| vec![[first as f64 - 0.5, value], [event as f64, value]];
        let stroke = draft.dashed(draft.scene.theme.muted, draft.scene.theme.lines.grid, &[2.0, 4.0]);
        panel.marks.push(Mark::Line {
            subject: None,
            runs: vec![run(size), run(-size)],
            stroke,
            marker: None,
        });
    }

    /// The line of cumulated abnormal returns with the interval at each session.
    fn sums(&self, panel: &mut Panel, study: &SeriesStudy) {
        let draft = self.draft;
        let theme = draft.scene.theme;
        let days: Vec<(f64, &AbnormalReturn)> =
            study.window.iter().filter_map(|day| Some((self.place(day)?, day))).collect();
        let interval = |(at, day): &(f64, &AbnormalReturn)| {
            let [low, high] = day.car_interval?;
            Some(vec![[*at, low * 100.0], [*at, high * 100.0]])
        };
        let whiskers: Vec<Vec<[f64; 2]>> = days.iter().filter_map(interval).collect();
        let line = |runs, width| Mark::Line {
            subject: Some(self.subject()),
            runs,
            stroke: draft.stroke(theme.ink, width),
            marker: None,
        };
        if !whiskers.is_empty() {
            panel.marks.push(line(whiskers, 1.6));
        }
        let points: Vec<[f64; 2]> = days.iter().map(|(at, day)| [*at, day.car * 100.0]).collect();
        panel.marks.push(line(vec![points.clone()], 2.0));
        let radius = if points.len() > 30 { 0.0 } else { draft.px(4.0) };
        let dot = |at: [f64; 2]| Mark::Point {
            subject: self.subject(),
            at,
            shape: Marker::Circle,
            radius,
            fill: Some(theme.ink),
            stroke: Some(draft.stroke(theme.background, 1.3)),
        };
        panel.marks.extend(points.into_iter().filter(|_| radius > 0.0).map(dot));
    }

    /// What the event's bar and the sum are, right of them at their height.
    fn set_beside(&self, panel: &mut Panel, study: &SeriesStudy, facts: &Facts, x: f64) {
        let draft = self.draft;
        let small = draft.small();
        let step = small.size * LEADING;
        let strong = |color| Hand::semibold(draft.sizes.label, color);
        let bar = [(facts.ar.as_str(), strong(self.color)), (facts.rank.as_str(), small)];
        let sum_hand = if facts.apart { strong(draft.scene.theme.ink) } else { small };
        let sum = [(facts.sum.as_str(), sum_hand), (facts.interval.as_str(), small)];
        let lines = |lines: &[(&str, Hand)]| -> Vec<(String, Hand)> {
            lines
                .iter()
                .filter(|(text, _)| !text.is_empty())
                .map(|(text, hand)| ((*text).to_owned(), *hand))
                .collect()
        };
        let (bar, sum) = (lines(&bar), lines(&sum));
        let centre = |value: f64| panel.place([panel.x.range[0], value * 100.0])[1];
        let mut blocks = vec![(centre(study.event.ar), bar)];
        if facts.apart {
            blocks.push((centre(study.car), sum));
            blocks.sort_by(|(a, _), (b, _)| a.total_cmp(b));
        } else if let Some((_, bar)) = blocks.first_mut() {
            bar.extend(sum);
        }
        let heights: Vec<f64> = blocks.iter().map(|(_, lines)| lines.len() as f64 * step).collect();
        let all: f64 = heights.iter().sum();
        let (top, bottom) = (panel.plot.y, panel.plot.bottom());
        let mut least = top;
        let mut after = all;
        let mut labels: Vec<Label> = Vec::new();
        for ((middle, lines), height) in blocks.into_iter().zip(heights) {
            let most = (bottom - after).max(least);
            let mut y = (middle - height / 2.0).clamp(least, most);
            after -= height;
            least = y + height;
            for (text, hand) in lines {
                let baseline = y + step / 2.0 + hand.centre();
                labels.push(hand.name(&text, [x, baseline], Anchor::Left, self.subject()));
                y += step;
            }
        }
        panel.labels.extend(labels);
    }

    /// Why there is no study, in the middle of the plot.
    fn say_why(&self, panel: &mut Panel) {
        let draft = self.draft;
        let hand = draft.quiet();
        let lines = hand.lines(&study_words::why_none(draft, self.series), panel.plot.width * 0.9, 4);
        let step = hand.size * 1.4;
        let top = panel.plot.y + (panel.plot.height - step * lines.len().saturating_sub(1) as f64) / 2.0;
        for (place, text) in lines.iter().enumerate() {
            let at = [panel.plot.x + panel.plot.width / 2.0, top + place as f64 * step];
            panel.labels.push(hand.set(text, at, Anchor::Middle));
        }
    }
}
