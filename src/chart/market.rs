//! The market panel: index and stocks on the axis of sessions, from the base.
//!
//! Puts lines, axes, the event's rule and the line ends together. What a value is comes from
//! [`super::lines`], what it looks like from [`super::looks`].

use super::annotate;
use super::bands::{Bands, studied};
use super::draft::Draft;
use super::end_key::EndKey;
use super::ends::{self, Naming};
use super::figure::{
    Anchor, Axis, AxisName, AxisScale, Mark, Panel, PanelKind, Rect, Shape, Stroke, Subject, Tick,
};
use super::lines::{Line, lines};
use super::looks::Standing;
use super::misfit::Part;
use super::session_axis::{shown_sessions, ticks};
use super::ticks::{Steps, checked, usable};
use super::typography::Hand;
use super::undated::{axis_title, row_ticks};
use crate::model::{AnnotatedChart, Scale};
use crate::text::Arg;
use crate::text::{DateStyle, Weight};

/// Least width and height of a file's plot in label sizes.
pub(super) const LEAST_PLOT: [f64; 2] = [7.5, 5.0];

/// What a panel shares with one under it.
pub(super) struct Frame {
    /// Least distance of the plot from the left edge.
    pub least_left: f64,
    /// Whether the dates stand under the plot.
    pub dates: bool,
}

/// The market panel in that rectangle, under its heading if the medium has headings.
pub(super) fn panel(draft: &Draft<'_>, outer: Rect, heading: &str) -> Panel {
    panel_in(draft, outer, heading, &Frame { least_left: 0.0, dates: true })
}

/// The same over another panel.
pub(super) fn panel_in(draft: &Draft<'_>, outer: Rect, heading: &str, frame: &Frame) -> Panel {
    let scene = draft.scene;
    let sessions = &scene.analysis.sessions;
    let event = sessions.event();
    let shown = shown_sessions(sessions, draft.view);
    let bands = draft.view.study.then(|| Bands::of(&scene, studied(&scene, draft.view)?)).flatten();
    let bands = bands.filter(|bands| bands.is_in(shown));
    let event = event.filter(|at| (shown[0]..=shown[1]).contains(&(*at as f64)));
    let lines = lines(draft, shown, outer.width.clamp(1.0, 20_000.0) as usize);
    let heading_lines = draft.heading_lines(heading, outer.width);
    let rect = draft.under_heading(outer, heading_lines.len());
    let label = draft.sizes.label;
    let [head, foot] = edges(draft, frame, event.is_some() || bands.is_some());
    let spare = (rect.height - head - foot).max(1.0);
    let x_range = if shown[1] > shown[0] { shown } else { [shown[0] - 0.5, shown[0] + 0.5] };
    let y_range = value_axis(draft, &lines, shown, spare).range;
    // A plot that is too low has no use for names.
    draft.need(Part::PlotHeight, label * LEAST_PLOT[1], spare);
    let mut words = ends::words(draft, &lines, x_range, y_range);
    let naming = ends::naming(draft, &mut words, rect, spare);
    let (key, column) = match &naming {
        Naming::Ends(column, _) => (None, column.width()),
        Naming::Key(style) => (Some(EndKey::of(draft, &words, rect.width, *style)), 0.0),
    };
    let key_height = key.as_ref().map_or(0.0, |key| key.height(draft));
    let height = (spare - key_height).max(1.0);
    let y = value_axis(draft, &lines, shown, height);
    let tick_width = y.ticks.iter().map(|tick| draft.quiet().width(&tick.text)).fold(0.0, f64::max);
    let left = (tick_width + draft.px(10.0)).max(frame.least_left).min(rect.width * 0.4);
    let width = (rect.width - left - column).max(1.0);
    let plot = Rect { x: rect.x + left, y: rect.y + key_height + head, width, height };
    draft.need(Part::PlotWidth, label * LEAST_PLOT[0], width);
    draft.need(Part::PlotHeight, label * LEAST_PLOT[1], height);
    let ticks = if sessions.are_rows() {
        row_ticks(draft, x_range, width)
    } else {
        ticks(draft, x_range, event, width)
    };
    let x = Axis { scale: AxisScale::Sessions, range: x_range, ticks };
    let mut panel = empty(plot, x, y);
    panel.labels.extend(draft.heading(&heading_lines, outer));
    if lines.iter().all(|line| line.runs.is_empty()) {
        say_empty(draft, &mut panel);
        return panel;
    }
    value_ticks(draft, &mut panel);
    if frame.dates {
        session_ticks(draft, &mut panel, outer, event);
    }
    if sessions.are_rows() && frame.dates {
        axis_title(draft, &mut panel);
    }
    if let Some(bands) = &bands {
        panel.under.splice(0..0, bands.shades(draft, &panel));
    }
    base_rule(draft, &mut panel);
    panel.marks.extend(line_marks(draft, &lines));
    name_row(draft, &mut panel, outer, event, bands.as_ref(), &lines);
    if let Some(key) = key {
        let (shapes, labels) = key.set(draft, Rect { height: key_height, ..rect });
        panel.over.extend(shapes);
        panel.labels.extend(labels);
    } else if let Naming::Ends(column, gap) = naming {
        ends::set(draft, &mut panel, words, column, gap);
    }
    annotate::draw(draft, &mut panel, AnnotatedChart::Market);
    panel
}

/// Heights over and under the plot, with a row of names over it or without.
fn edges(draft: &Draft<'_>, frame: &Frame, named: bool) -> [f64; 2] {
    let label = draft.sizes.label;
    // A row needs a word for what is counted; a date does not.
    let foot = match (frame.dates, draft.scene.analysis.sessions.are_rows()) {
        (true, true) => 3.4,
        (true, false) => 2.0,
        (false, _) => 0.4,
    };
    [label * if named { 1.7 } else { 0.6 }, label * foot]
}

fn empty(plot: Rect, x: Axis, y: Axis) -> Panel {
    Panel {
        kind: PanelKind::Market,
        plot,
        x,
        y,
        under: Vec::new(),
        marks: Vec::new(),
        over: Vec::new(),
        labels: Vec::new(),
    }
}

fn say_empty(draft: &Draft<'_>, panel: &mut Panel) {
    let hand = draft.quiet();
    let text = hand.fit(&draft.text("chart-market-empty"), panel.plot.width);
    let middle = [panel.plot.x + panel.plot.width / 2.0, panel.plot.y + panel.plot.height / 2.0];
    panel.labels.push(hand.set(&text, middle, Anchor::Middle));
    panel.x.ticks.clear();
    panel.y.ticks.clear();
}

/// The y axis: what the view asks for, or round values around everything in view.
fn value_axis(draft: &Draft<'_>, lines: &[Line<'_>], shown: [f64; 2], height: f64) -> Axis {
    let at_most = (height / (draft.sizes.label * 2.5)).clamp(2.0, 9.0) as usize;
    let scale = draft.scene.document.scale;
    let wanted = draft.view.market_y.and_then(checked);
    let values = lines
        .iter()
        .flat_map(|line| line.runs.iter().flatten())
        .filter(|point| point[0] >= shown[0] && point[0] <= shown[1])
        .map(|point| point[1]);
    let zero = match scale {
        Scale::Percent => Some(0.0),
        Scale::Hundred => Some(100.0),
        Scale::Price => None,
    };
    let data = wanted.or_else(|| usable(values.chain(zero))).unwrap_or([0.0, 1.0]);
    let steps = Steps::of(data, at_most);
    let range = wanted.unwrap_or_else(|| steps.around(data));
    let words = draft.scene.words;
    let text = |value: f64| match scale {
        Scale::Percent => words.change(value / 100.0, steps.decimals),
        Scale::Hundred | Scale::Price => words.number(value, steps.decimals),
    };
    let ticks = steps.within(range).into_iter().map(|at| Tick { at, text: text(at) }).collect();
    Axis { scale: AxisScale::Linear, range, ticks }
}

/// Horizontal grid lines and the values beside them.
pub(super) fn value_ticks(draft: &Draft<'_>, panel: &mut Panel) {
    let hand = draft.quiet();
    for tick in panel.y.ticks.clone() {
        let y = panel.plot.bottom() - panel.y.share(tick.at) * panel.plot.height;
        let points = vec![[panel.plot.x, y], [panel.plot.right(), y]];
        panel.under.push(Shape::Path { points, stroke: draft.grid() });
        let at = [panel.plot.x - draft.px(10.0), y + hand.centre()];
        panel.labels.push(hand.set(&tick.text, at, Anchor::Right));
    }
}

/// Ticks and dates under the plot.
pub(super) fn session_ticks(draft: &Draft<'_>, panel: &mut Panel, outer: Rect, event: Option<usize>) {
    let theme = draft.scene.theme;
    let bottom = panel.plot.bottom();
    for tick in panel.x.ticks.clone() {
        let is_event = event.is_some_and(|event| (event as f64 - tick.at).abs() < 0.5);
        let hand = if is_event { draft.strong(theme.event) } else { draft.quiet() };
        let x = panel.place([tick.at, 0.0])[0];
        let stroke = draft.stroke(if is_event { theme.event } else { theme.faint }, theme.lines.grid);
        let points = vec![[x, bottom], [x, bottom + draft.px(5.0)]];
        panel.over.push(Shape::Path { points, stroke });
        let half = hand.width(&tick.text) / 2.0;
        let middle = x.max(outer.x + half).min((outer.right() - half).max(outer.x + half));
        let at = [middle, bottom + draft.px(5.0) + hand.size * 1.1];
        let mut label = hand.set(&tick.text, at, Anchor::Middle);
        label.subject = is_event.then_some(Subject::Event);
        panel.labels.push(label);
    }
}

fn base_rule(draft: &Draft<'_>, panel: &mut Panel) {
    let at = match draft.scene.document.scale {
        Scale::Percent => 0.0,
        Scale::Hundred => 100.0,
        Scale::Price => return,
    };
    let stroke = draft.stroke(draft.scene.theme.muted, 1.3);
    panel.marks.push(Mark::Rule { subject: None, axis: AxisName::Y, at, stroke });
}

/// Faint lines first, then picks from the last to the first, the index, and what is pointed at.
fn line_marks(draft: &Draft<'_>, lines: &[Line<'_>]) -> Vec<Mark> {
    let mut order: Vec<&Line<'_>> = lines.iter().filter(|line| !line.runs.is_empty()).collect();
    let picks = &draft.scene.document.picks;
    order.sort_by_key(|line| {
        let place = picks.iter().position(|pick| *pick == line.series.id).unwrap_or(usize::MAX);
        let layer = match line.look.standing {
            Standing::Other => 0,
            Standing::Pick => 1,
            Standing::Index => 2,
        };
        (line.highlighted, layer, std::cmp::Reverse(place))
    });
    order.into_iter().map(|line| line_mark(draft, line)).collect()
}

fn line_mark(draft: &Draft<'_>, line: &Line<'_>) -> Mark {
    Mark::Line {
        subject: Some(Subject::Series(line.series.id.clone())),
        runs: line.runs.clone(),
        stroke: line_stroke(draft, line),
        marker: line.look.marker,
    }
}

/// How a line is drawn.
pub(super) fn line_stroke(draft: &Draft<'_>, line: &Line<'_>) -> Stroke {
    let (heaviness, color) = match (line.look.standing, line.highlighted) {
        // Not as heavy as the index, nor its ink: it is one of the grey ones.
        (Standing::Other, true) => (1.0, draft.scene.theme.muted),
        (Standing::Other, false) => (line.look.heaviness, line.look.color.faded(0.55)),
        (_, true) => (line.look.heaviness.max(1.5), line.look.color),
        (_, false) => (line.look.heaviness, line.look.color),
    };
    let width = draft.px(draft.scene.theme.lines.series * heaviness);
    // Dashes keep their proportion to a pick's line in every medium.
    let dash = line.look.dash_at(draft.px(draft.scene.theme.lines.series));
    Stroke { color, width, dash }
}

/// The event's rule, and the names of event, base and windows over the plot.
fn name_row(
    draft: &Draft<'_>,
    panel: &mut Panel,
    outer: Rect,
    event: Option<usize>,
    bands: Option<&Bands>,
    lines: &[Line<'_>],
) {
    let names = match event {
        Some(event) => mark_event(draft, panel, event, outer),
        None => Names::of(draft, panel),
    };
    // Right of the event stands the name of its window.
    let side = names.base.filter(|side| bands.is_none() || *side == Anchor::Right);
    let from = bands.map_or(outer.x, |bands| bands.name(draft, panel, names.free, outer, names.baseline));
    if let Some(anchor) = side {
        mark_base(draft, panel, &names, anchor, [from, outer.right()], &base_words(draft, lines));
    }
}

/// The row of names over the plot.
struct Names {
    /// Where the room left of the event's words ends, and where that right of them begins.
    free: [f64; 2],
    /// The baseline of the row.
    baseline: f64,
    /// On which side of the event the base stands, if there is an event.
    base: Option<Anchor>,
}

impl Names {
    /// The whole row.
    fn of(draft: &Draft<'_>, panel: &Panel) -> Self {
        let [left, right] = [panel.plot.x, panel.plot.right()];
        // Both windows may be in view: the first has its band, the other what is right of the plot.
        let baseline = panel.plot.y - draft.sizes.label * 0.62;
        Self { free: [right, right.max(left)], baseline, base: None }
    }
}

/// The event's rule, and its name above the plot on one side.
fn mark_event(draft: &Draft<'_>, panel: &mut Panel, event: usize, outer: Rect) -> Names {
    let theme = draft.scene.theme;
    let stroke = draft.dashed(theme.event, theme.lines.event, theme.event_dash.lengths());
    let at = event as f64;
    panel.marks.push(Mark::Rule {
        subject: Some(Subject::Event),
        axis: AxisName::X,
        at,
        stroke: stroke.clone(),
    });
    let x = panel.place([at, 0.0])[0];
    let baseline = panel.plot.y - draft.sizes.label * 0.62;
    let top = baseline - draft.sizes.label * 0.78;
    panel.over.push(Shape::Path { points: vec![[x, panel.plot.y], [x, top]], stroke });
    let gap = draft.px(8.0);
    let name = draft.event().map(|event| event.name.clone()).unwrap_or_default();
    let strong = Hand { weight: Weight::Semibold, ..draft.strong(theme.event) };
    let rooms = [x - gap - outer.x, outer.right() - gap - x];
    let fits_right = strong.width(&name) <= rooms[1] || rooms[1] >= rooms[0];
    let (side, anchor) = if fits_right { (1.0, Anchor::Left) } else { (-1.0, Anchor::Right) };
    let room = if fits_right { rooms[1] } else { rooms[0] };
    draft.need(Part::EventName, strong.width(&name), room + 0.5);
    let name = strong.fit(&name, room);
    let mut free = [x - gap, x + gap];
    if !name.is_empty() {
        panel.labels.push(strong.name(&name, [x + side * gap, baseline], anchor, Subject::Event));
        let reach = strong.width(&name) + 1.5 * gap;
        if fits_right { free[1] += reach } else { free[0] -= reach }
    }
    Names { free, baseline, base: Some(if fits_right { Anchor::Right } else { Anchor::Left }) }
}

/// The base in words on the other side of the event, where the row between two places has room.
fn mark_base(
    draft: &Draft<'_>,
    panel: &mut Panel,
    names: &Names,
    anchor: Anchor,
    [from, to]: [f64; 2],
    base: &str,
) {
    let quiet = draft.quiet();
    let (at, room) = match anchor {
        Anchor::Right => (names.free[0], names.free[0] - from),
        _ => (names.free[1], to - names.free[1]),
    };
    let apart = if from > panel.plot.x && anchor == Anchor::Right { draft.px(14.0) } else { 0.0 };
    if !base.is_empty() && quiet.width(base) + apart <= room {
        panel.labels.push(quiet.set(base, [at, names.baseline], anchor));
    }
}

/// "base: close of 24 Jan", the base that most shown series have.
fn base_words(draft: &Draft<'_>, lines: &[Line<'_>]) -> String {
    if draft.scene.document.scale == Scale::Price {
        return String::new();
    }
    let based = lines.iter().filter_map(|line| Some((line.base?.date, line.series)));
    let mut dates: Vec<_> = based.collect();
    dates.sort_by_key(|(date, _)| *date);
    let most = dates.chunk_by(|a, b| a.0 == b.0).max_by_key(|run| run.len()).and_then(|run| run.first());
    let Some((date, series)) = most else { return String::new() };
    let (date, _) = draft.bar(Some(*series), *date, DateStyle::Day);
    draft.say("chart-base-close", &[("date", Arg::Text(&date))])
}
