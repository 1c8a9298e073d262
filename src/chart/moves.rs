//! The moves panel: ranked bars of the event's moves, the largest fall on top, with what was
//! reported before the open as hollow rings.
//!
//! Every row has its bar or says why it has none; a series left out for want of room is counted.

use super::captions::titled;
use super::draft::Draft;
use super::figure::{
    Anchor, Axis, AxisName, AxisScale, Color, Mark, Marker, Panel, PanelKind, Rect, Shape, Stroke, Subject,
    Tick,
};
use super::looks::{Look, Standing, label_of, look};
use super::misfit::Part;
use super::moves_notes::{Amount, Note, feet_height, notes, set_notes};
use super::picks::is_subject;
use super::ticks::{Steps, usable};
use super::typography::Hand;
use crate::model::{Bound, Data, Quantity, Reported, Series};
use crate::text::Arg;
use jiff::civil::Date;

/// Share of a row that its bar fills.
const BAR_SHARE: f64 = 0.56;
/// Tallest row in label sizes, in a file that shows nothing else and elsewhere.
const TALLEST_ROWS: [f64; 2] = [3.2, 2.35];
/// Fewest bars of a file, where there are so many series.
const LEAST_BARS: usize = 3;
/// Least width of the bars in label sizes.
const LEAST_WIDTH: f64 = 5.0;
/// Smallest names beside low bars, in pixels.
const LEAST_NAME: f64 = 10.5;
/// Lowest row at all, in pixels.
const LEAST_ROW: f64 = 8.0;
/// One series with its move and what was reported of it.
pub(super) struct Row<'a> {
    /// The series.
    pub(super) series: &'a Series,
    /// Its look.
    pub(super) look: Look,
    /// Its move in per cent.
    pub(super) change_pct: Option<f64>,
    /// Base that is zero or negative and allows no per cent.
    bad_base: Option<f64>,
    /// What was reported of its move.
    pub(super) reported: Option<&'a Reported>,
    /// How long it stays where room is short.
    tier: Tier,
    /// Whether a jump between base and event looks like a split and is not decided.
    suspected: bool,
    /// Whether it has a base and a session, be its move a number or not.
    measured: bool,
}

/// Which rows stay the longest where room is short.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tier {
    /// The index and the stock of the title: never left out.
    Titled,
    /// What was reported, in the window, whose list beside the panel has the rest.
    Reported,
    /// The user's picks.
    Pick,
    /// The others, the smallest moves first to go.
    Other,
}

/// The tier of a series: a file without its largest moves would rank wrongly, so there what was
/// reported stands with the picks.
fn tier(draft: &Draft<'_>, titled: bool, standing: Standing, reported: bool) -> Tier {
    match (standing, titled, reported, draft.print) {
        (Standing::Index, ..) | (_, true, _, true) => Tier::Titled,
        (_, _, true, false) => Tier::Reported,
        (Standing::Pick, ..) | (_, _, true, true) => Tier::Pick,
        (Standing::Other, ..) => Tier::Other,
    }
}

/// The moves panel in that rectangle, under its heading if the medium has headings.
pub(super) fn panel(draft: &Draft<'_>, outer: Rect, heading: &str) -> Panel {
    let heading_lines = draft.heading_lines(heading, outer.width);
    let rect = draft.under_heading(outer, heading_lines.len());
    let mut panel = empty(rect);
    panel.labels.extend(draft.heading(&heading_lines, outer));
    if draft.event().is_none() {
        let rows = draft.scene.analysis.sessions.are_rows();
        say(
            draft,
            &mut panel,
            match (rows, draft.print) {
                (true, _) => "chart-moves-rows",
                (false, true) => "chart-moves-none",
                (false, false) => "chart-moves-no-event",
            },
        );
        return panel;
    }
    let all = rows(draft);
    if all.is_empty() {
        say(draft, &mut panel, "chart-market-empty");
        return panel;
    }
    let plan = Plan::of(draft, &all, rect);
    let least = all.len().min(LEAST_BARS);
    draft.need(
        Part::Bars,
        least as f64 * row_height(&plan.draft),
        plan.rows as f64 * row_height(&plan.draft),
    );
    let draft = &plan.draft;
    let rows = chosen(all, plan.rows.max(1));
    let feet = feet_height(draft, &plan.notes, rect, plan.axis);
    let height = (rect.height - feet).min(rows.len() as f64 * tallest_row(draft)).max(1.0);
    lay_out(draft, &mut panel, &rows, rect, height);
    if !plan.axis {
        panel.x.ticks.clear();
    }
    bars(draft, &mut panel, &rows);
    names(draft, &mut panel, &rows, rect);
    axis_texts(draft, &mut panel);
    set_notes(draft, &mut panel, &plan.notes, rect, plan.axis);
    panel
}

/// How tightly the panel is set, how many bars it has, and what stands under them.
struct Plan<'a> {
    draft: Draft<'a>,
    rows: usize,
    axis: bool,
    notes: Vec<Note>,
}

impl<'a> Plan<'a> {
    /// The airiest plan that shows the index, what was reported and the picks, and as many others
    /// as then have room. Smaller names in lower rows, then no key and no values along the axis
    /// come before one of those is missing, because each bar has its value beside it.
    fn of(draft: &Draft<'a>, all: &[Row<'_>], rect: Rect) -> Self {
        let levels = [
            (*draft, true, Amount::All),
            (tight(draft), true, Amount::All),
            (tight(draft), true, Amount::Total),
            (tight(draft), false, Amount::Line),
        ];
        let shown = all.len();
        let count = |most: Tier| all.iter().filter(|row| row.tier <= most).count().max(1);
        let (kept, wanted) = (count(Tier::Reported), count(Tier::Pick));
        let mut last = None;
        for (draft, axis, amount) in levels {
            let whole = Self::with(&draft, all, rect, (axis, amount, None));
            if whole.rows >= shown {
                return whole;
            }
            // Not all fit, and a count says so, which takes room itself.
            let plan = Self::with(&draft, all, rect, (axis, amount, Some([shown, shown])));
            let counted = plan.rows.min(shown);
            let plan = Self::with(&draft, all, rect, (axis, amount, Some([counted, shown])));
            if plan.rows >= wanted {
                return plan;
            }
            last = Some(plan);
        }
        match last {
            // A file has no smaller type: what has no room is counted.
            Some(plan) if draft.print || plan.rows >= kept => plan,
            _ => Self::bare(draft, kept, rect),
        }
    }

    fn with(
        draft: &Draft<'a>,
        all: &[Row<'_>],
        rect: Rect,
        (axis, amount, shown): (bool, Amount, Option<[usize; 2]>),
    ) -> Self {
        let of = |reported: &[&Reported]| {
            let notes = notes(draft, reported, shown, rect.width, amount);
            let feet = feet_height(draft, &notes, rect, axis);
            let room = (rect.height - feet) / row_height(draft);
            Self { draft: *draft, rows: (room + 1e-9).max(0.0) as usize, axis, notes }
        };
        // What explains rings needs rows that have them.
        let has_ring = |row: &Row<'_>| row.reported.is_some();
        let without = of(&[]);
        let kept = ranked(all).into_iter().take(without.rows).filter_map(|place| all.get(place));
        let reported: Vec<&Reported> = kept.filter_map(|row| row.reported).collect();
        if reported.is_empty() {
            return without;
        }
        let ringed = of(&reported);
        let first = ranked(all).into_iter().position(|place| all.get(place).is_some_and(has_ring));
        match first {
            Some(first) if first >= ringed.rows => Self { rows: without.rows.min(first), ..without },
            _ => ringed,
        }
    }

    /// Bars alone, as low as it takes for the rows of the title and what was reported.
    fn bare(draft: &Draft<'a>, kept: usize, rect: Rect) -> Self {
        let rows = kept.min((rect.height / LEAST_ROW) as usize).max(1);
        let most = rect.height / rows as f64 * 0.95;
        let mut draft = tight(draft);
        draft.sizes.label = draft.sizes.label.min(most).max(LEAST_ROW * 0.9);
        Self { draft, rows, axis: false, notes: Vec::new() }
    }
}

/// The same draft with the smallest names that can be read with ease.
fn tight<'a>(draft: &Draft<'a>) -> Draft<'a> {
    let least = if draft.print { draft.sizes.least } else { LEAST_NAME };
    let label = (draft.sizes.label * 0.88).max(least).min(draft.sizes.label);
    Draft { sizes: super::typography::Sizes { label, ..draft.sizes }, dense: true, ..*draft }
}

/// Least height of a row.
fn row_height(draft: &Draft<'_>) -> f64 {
    draft.sizes.label * draft.row_leading()
}

fn tallest_row(draft: &Draft<'_>) -> f64 {
    let [alone, beside] = TALLEST_ROWS;
    draft.sizes.label * if draft.print && !draft.headed { alone } else { beside }
}

fn empty(rect: Rect) -> Panel {
    let axis = |scale| Axis { scale, range: [0.0, 1.0], ticks: Vec::new() };
    Panel {
        kind: PanelKind::Moves,
        plot: Rect { width: rect.width.max(1.0), height: rect.height.max(1.0), ..rect },
        x: axis(AxisScale::Linear),
        y: axis(AxisScale::Categories),
        under: Vec::new(),
        marks: Vec::new(),
        over: Vec::new(),
        labels: Vec::new(),
    }
}

fn say(draft: &Draft<'_>, panel: &mut Panel, key: &str) {
    let hand = draft.quiet();
    let lines = hand.lines(&draft.text(key), panel.plot.width, 4);
    let step = hand.size * 1.4;
    let top = panel.plot.y + (panel.plot.height - step * lines.len().saturating_sub(1) as f64) / 2.0;
    for (place, text) in lines.iter().enumerate() {
        let at = [panel.plot.x + panel.plot.width / 2.0, top + place as f64 * step];
        panel.labels.push(hand.set(text, at, Anchor::Middle));
    }
}

/// Every visible series, the largest fall first, those without a move last.
pub(super) fn rows<'a>(draft: &Draft<'a>) -> Vec<Row<'a>> {
    let scene = draft.scene;
    let titled = titled(draft).map(|found| found.map(|(series, _)| &series.id));
    let mut rows: Vec<Row<'a>> = draft
        .visible()
        .map(|series| {
            let found = scene.analysis.move_of(&series.id);
            let base = found.and_then(|found| found.base).map(|base| base.close);
            let look = look(scene.document, scene.data, scene.theme, &series.id);
            let reported = draft.event().and_then(|event| reported_of(scene.data, event.date, series));
            let is_titled = titled.contains(&Some(&series.id));
            Row {
                series,
                look,
                change_pct: found.and_then(|found| found.change).map(|share| share * 100.0),
                bad_base: base.filter(|close| *close <= 0.0),
                reported,
                tier: tier(draft, is_titled, look.standing, reported.is_some()),
                suspected: found.is_some_and(|found| found.suspect.is_some()),
                measured: found.is_some_and(|found| found.base.is_some() && found.event.is_some()),
            }
        })
        .collect();
    rows.sort_by(|a, b| {
        let key = |row: &Row<'_>| row.change_pct.unwrap_or(f64::INFINITY);
        key(a).total_cmp(&key(b))
    });
    rows
}

/// What was reported on that date of a series' move.
pub(super) fn reported_of<'a>(data: &'a Data, date: Date, series: &Series) -> Option<&'a Reported> {
    data.reported.iter().find(|figure| {
        figure.date == date
            && figure.quantity == Quantity::Move
            && figure.value.is_finite()
            && is_subject(series, &figure.subject)
    })
}

/// All rows if they fit; else those of the title first, then the picks, then the others, each by
/// the size of its move.
pub(super) fn chosen(mut rows: Vec<Row<'_>>, room: usize) -> Vec<Row<'_>> {
    if rows.len() <= room {
        return rows;
    }
    let kept: Vec<usize> = ranked(&rows).into_iter().take(room).collect();
    let mut place = 0;
    rows.retain(|_| {
        place += 1;
        kept.contains(&(place - 1))
    });
    rows
}

/// Places of the rows, those that stay the longest first.
fn ranked(rows: &[Row<'_>]) -> Vec<usize> {
    let mut order: Vec<(Tier, f64, usize)> = rows
        .iter()
        .enumerate()
        .map(|(place, row)| (row.tier, -row.change_pct.map_or(-1.0, f64::abs), place))
        .collect();
    order.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    order.into_iter().map(|(_, _, place)| place).collect()
}

/// Fixes the plot rectangle and both axes.
fn lay_out(draft: &Draft<'_>, panel: &mut Panel, rows: &[Row<'_>], rect: Rect, height: f64) {
    let strong = draft.strong(draft.scene.theme.ink);
    let widest = |width: &dyn Fn(&Row<'_>) -> f64| rows.iter().map(width).fold(0.0, f64::max);
    let names = widest(&|row| strong.width(label_of(draft.scene.data, row.series)))
        .min(rect.width * if draft.print { 0.38 } else { 0.32 });
    let values = widest(&|row| strong.width(&value_text(draft, row))).min(rect.width * 0.3);
    let gap = draft.px(12.0);
    let width = (rect.width - names - values - 2.5 * gap).max(1.0);
    panel.plot = Rect { x: rect.x + names + gap, y: rect.y, width, height };
    let beside = rect.width - width;
    draft.need(Part::BarNames, beside + draft.sizes.label * LEAST_WIDTH, rect.width);
    let reported = rows.iter().filter_map(|row| row.reported).map(|figure| figure.value);
    let values = rows.iter().filter_map(|row| row.change_pct).chain(reported).chain([0.0]);
    let [low, high] = usable(values).unwrap_or([-1.0, 1.0]);
    let pad = (high - low) * 0.04;
    let range = [if low < 0.0 { low - pad } else { low }, if high > 0.0 { high + pad } else { high }];
    let steps = Steps::of(range, (width / (draft.sizes.label * 5.5)).clamp(1.0, 8.0) as usize);
    let words = draft.scene.words;
    let text = |value: f64| words.change(value / 100.0, steps.decimals);
    panel.x.range = range;
    panel.x.ticks = steps.within(range).into_iter().map(|at| Tick { at, text: text(at) }).collect();
    panel.y.range = [-0.5, rows.len() as f64 - 0.5];
    panel.y.ticks = rows
        .iter()
        .enumerate()
        .map(|(place, row)| Tick {
            at: height_of(rows.len(), place),
            text: label_of(draft.scene.data, row.series).to_owned(),
        })
        .collect();
    panel.y.ticks.reverse();
}

/// Place on the axis of categories of the row counted from the top.
fn height_of(rows: usize, place: usize) -> f64 {
    (rows - 1 - place.min(rows - 1)) as f64
}

fn color(draft: &Draft<'_>, row: &Row<'_>) -> Color {
    match (row.look.standing, row.reported) {
        // What was reported stands out: ink for a future on the index as for the index.
        (Standing::Other, Some(_)) => draft.scene.theme.ink,
        _ => row.look.color,
    }
}

fn bars(draft: &Draft<'_>, panel: &mut Panel, rows: &[Row<'_>]) {
    let theme = draft.scene.theme;
    for tick in &panel.x.ticks {
        let x = panel.place([tick.at, 0.0])[0];
        let points = vec![[x, panel.plot.y], [x, panel.plot.bottom()]];
        panel.under.push(Shape::Path { points, stroke: draft.grid() });
    }
    for (place, row) in rows.iter().enumerate() {
        let at = height_of(rows.len(), place);
        let y = [at - BAR_SHARE / 2.0, at + BAR_SHARE / 2.0];
        let id = &row.series.id;
        if let Some(change) = row.change_pct {
            let fill = color(draft, row).faded(if row.look.standing == Standing::Other { 0.75 } else { 1.0 });
            let subject = Subject::Series(id.clone());
            panel.marks.push(Mark::Bar { subject, x: [change.min(0.0), change.max(0.0)], y, fill });
        }
    }
    let stroke = draft.stroke(theme.muted, 1.3);
    panel.marks.push(Mark::Rule { subject: None, axis: AxisName::X, at: 0.0, stroke });
    for (place, row) in rows.iter().enumerate() {
        let Some(figure) = row.reported else { continue };
        let at = [figure.value, height_of(rows.len(), place)];
        let radius = ring_radius(draft).min(panel.plot.height / rows.len() as f64 * 0.4);
        panel.marks.push(Mark::Point {
            subject: Subject::Reported(row.series.id.clone()),
            at,
            shape: Marker::Circle,
            radius,
            fill: Some(theme.background),
            stroke: Some(draft.stroke(theme.ink, 2.0)),
        });
        if let Some(direction) = tail(figure) {
            let from = panel.place(at);
            let arrow = arrow(draft, [from[0] + direction * radius, from[1]], direction);
            panel.over.extend(haloed(draft, arrow));
        }
    }
}

fn ring_radius(draft: &Draft<'_>) -> f64 {
    draft.px(6.5)
}

/// Direction in which the truth may lie beyond a reported bound: -1 left, 1 right.
pub(super) fn tail(figure: &Reported) -> Option<f64> {
    match figure.bound {
        Bound::About => None,
        Bound::AtLeast => Some(if figure.value < 0.0 { -1.0 } else { 1.0 }),
        Bound::AtMost => Some(if figure.value < 0.0 { 1.0 } else { -1.0 }),
    }
}

/// A line with the colour of the page around it, so that it is seen on a dark bar too.
fn haloed(draft: &Draft<'_>, line: Shape) -> Vec<Shape> {
    let Shape::Path { points, stroke } = &line else { return vec![line] };
    let stroke =
        Stroke { color: draft.scene.theme.background, width: stroke.width + draft.px(3.0), dash: Vec::new() };
    vec![Shape::Path { points: points.clone(), stroke }, line]
}

/// A short arrow from the ring's edge, drawn in one stroke.
pub(super) fn arrow(draft: &Draft<'_>, from: [f64; 2], direction: f64) -> Shape {
    let tip = [from[0] + direction * draft.px(15.0), from[1]];
    let barb = |side: f64| [tip[0] - direction * draft.px(4.5), tip[1] + side * draft.px(4.0)];
    let points = vec![from, tip, barb(-1.0), tip, barb(1.0)];
    Shape::Path { points, stroke: draft.stroke(draft.scene.theme.ink, 1.8) }
}

pub(super) fn value_text(draft: &Draft<'_>, row: &Row<'_>) -> String {
    let words = draft.scene.words;
    match (row.change_pct, row.bad_base) {
        (Some(change), _) => words.change(change / 100.0, 1),
        (None, Some(base)) => {
            let base = if base < 0.0 { words.price(base) } else { words.number(0.0, 0) };
            draft.say("chart-moves-no-percent", &[("base", Arg::Text(&base))])
        }
        (None, None) if row.suspected => draft.text("chart-moves-suspect"),
        (None, None) if row.measured => words.change(f64::NAN, 1),
        (None, None) => draft.text("chart-moves-missing"),
    }
}

/// Names left of the bars, and values right of them or of the zero line.
fn names(draft: &Draft<'_>, panel: &mut Panel, rows: &[Row<'_>], rect: Rect) {
    let theme = draft.scene.theme;
    let gap = draft.px(12.0);
    let name_width = (panel.plot.x - gap - rect.x).max(0.0);
    for (place, row) in rows.iter().enumerate() {
        let y = panel.place([0.0, height_of(rows.len(), place)])[1];
        let subject = Subject::Series(row.series.id.clone());
        let faint = row.look.standing == Standing::Other && row.reported.is_none();
        let hand = draft.strong(if faint { theme.muted } else { color(draft, row) });
        let name = hand.fit(name_within(draft, row, hand, name_width), name_width);
        let at = [panel.plot.x - gap, y + hand.centre()];
        panel.labels.push(hand.name(&name, at, Anchor::Right, subject.clone()));
        let hand = if row.change_pct.is_some() { draft.strong(theme.ink) } else { draft.quiet() };
        let text = value_text(draft, row);
        let end =
            row.change_pct.into_iter().chain(row.reported.map(|figure| figure.value)).fold(0.0, f64::max);
        let at = [panel.place([end, 0.0])[0] + gap, y + hand.centre()];
        let text = hand.fit(&text, rect.right() - at[0]);
        panel.labels.push(hand.name(&text, at, Anchor::Left, subject));
    }
}

/// The name beside a bar: the ticker where the name is too wide.
fn name_within<'a>(draft: &Draft<'a>, row: &Row<'a>, hand: Hand, width: f64) -> &'a str {
    let name = label_of(draft.scene.data, row.series);
    let ticker = row.series.id.as_str();
    let cut = draft.print && hand.width(name) > width + 0.5;
    if cut && hand.width(ticker) < hand.width(name) { ticker } else { name }
}

fn axis_texts(draft: &Draft<'_>, panel: &mut Panel) {
    let hand = draft.quiet();
    for tick in panel.x.ticks.clone() {
        let x = panel.place([tick.at, 0.0])[0];
        let at = [x, panel.plot.bottom() + hand.size * 1.3];
        panel.labels.push(hand.set(&tick.text, at, Anchor::Middle));
    }
}
