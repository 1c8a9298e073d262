//! The moves panel: ranked bars of the event's moves, the largest fall on top, with what was
//! reported before the open as hollow rings.
//!
//! Every row has its bar or says why it has none; a series left out for want of room is counted.

use super::draft::Draft;
use super::figure::{
    Anchor, Axis, AxisName, AxisScale, Color, Mark, Marker, Panel, PanelKind, Rect, Shape, Subject, Tick,
};
use super::looks::{Look, Standing, label_of, look};
use super::picks::is_subject;
use super::ticks::{Steps, usable};
use crate::model::{Bound, Quantity, Reported, Series};
use crate::text::Arg;

/// Share of a row that its bar fills.
const BAR_SHARE: f64 = 0.56;
/// Tallest row in the full-sized figure.
const TALLEST_ROW: f64 = 40.0;

/// Height of a line of notes in type sizes.
const LINE: f64 = 1.5;

/// One series with its move and what was reported of it.
struct Row<'a> {
    series: &'a Series,
    look: Look,
    change_pct: Option<f64>,
    reported: Option<&'a Reported>,
}

/// The moves panel in that rectangle, under its heading if the medium has headings.
pub(super) fn panel(draft: &Draft<'_>, outer: Rect, heading: &str) -> Panel {
    let rect = draft.under_heading(outer);
    let mut panel = empty(rect);
    if draft.headed {
        let hand = draft.section();
        let text = hand.fit(heading, outer.width);
        panel.labels.push(hand.set(&text, [outer.x, outer.y + hand.size], Anchor::Left));
    }
    if draft.event().is_none() {
        say(draft, &mut panel, "chart-moves-no-event");
        return panel;
    }
    let all = rows(draft);
    if all.is_empty() {
        say(draft, &mut panel, "chart-market-empty");
        return panel;
    }
    let total = all.len();
    let room = |feet: f64| ((rect.height - feet) / (draft.sizes.label * 1.2)).max(1.0) as usize;
    let mut notes = notes(draft, &all, None, rect.width);
    let mut feet = feet_height(draft, &notes, rect);
    if total > room(feet) {
        // The count may need a line of its own, which costs a row.
        let shown = |feet| Some([room(feet).min(total), total]);
        notes = self::notes(draft, &all, shown(feet), rect.width);
        feet = feet_height(draft, &notes, rect);
        notes = self::notes(draft, &all, shown(feet), rect.width);
    }
    let rows = chosen(all, room(feet));
    let height = (rect.height - feet).min(rows.len() as f64 * draft.px(TALLEST_ROW)).max(1.0);
    lay_out(draft, &mut panel, &rows, rect, height);
    bars(draft, &mut panel, &rows);
    names(draft, &mut panel, &rows, rect.x);
    axis_texts(draft, &mut panel);
    set_notes(draft, &mut panel, &notes, rect);
    panel
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
    let text = hand.fit(&draft.text(key), panel.plot.width);
    let middle = [panel.plot.x + panel.plot.width / 2.0, panel.plot.y + panel.plot.height / 2.0];
    panel.labels.push(hand.set(&text, middle, Anchor::Middle));
}

/// Every visible series, the largest fall first, those without a move last.
fn rows<'a>(draft: &Draft<'a>) -> Vec<Row<'a>> {
    let scene = draft.scene;
    let mut rows: Vec<Row<'a>> = draft
        .visible()
        .map(|series| Row {
            series,
            look: look(scene.document, scene.data, scene.theme, &series.id),
            change_pct: scene
                .analysis
                .move_of(&series.id)
                .and_then(|found| found.change)
                .map(|share| share * 100.0),
            reported: reported_moves(draft).find(|figure| is_subject(series, &figure.subject)),
        })
        .collect();
    rows.sort_by(|a, b| {
        let key = |row: &Row<'_>| row.change_pct.unwrap_or(f64::INFINITY);
        key(a).total_cmp(&key(b))
    });
    rows
}

fn reported_moves<'a>(draft: &Draft<'a>) -> impl Iterator<Item = &'a Reported> + use<'a> {
    let date = draft.event().map(|event| event.date);
    let reported = &draft.scene.data.reported;
    reported.iter().filter(move |figure| {
        Some(figure.date) == date && figure.quantity == Quantity::Move && figure.value.is_finite()
    })
}

/// All rows if they fit; else the index, the reported and the picks first, each by the size
/// of its move, then the others likewise.
fn chosen(mut rows: Vec<Row<'_>>, room: usize) -> Vec<Row<'_>> {
    if rows.len() <= room {
        return rows;
    }
    let mut order: Vec<(u8, f64, usize)> = rows
        .iter()
        .enumerate()
        .map(|(place, row)| {
            let tier = match (row.look.standing, row.reported) {
                (Standing::Other, None) => 1,
                _ => 0,
            };
            (tier, -row.change_pct.map_or(-1.0, f64::abs), place)
        })
        .collect();
    order.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let kept: Vec<usize> = order.into_iter().take(room).map(|(_, _, place)| place).collect();
    let mut place = 0;
    rows.retain(|_| {
        place += 1;
        kept.contains(&(place - 1))
    });
    rows
}

/// Fixes the plot rectangle and both axes.
fn lay_out(draft: &Draft<'_>, panel: &mut Panel, rows: &[Row<'_>], rect: Rect, height: f64) {
    let strong = draft.strong(draft.scene.theme.ink);
    let widest = |width: &dyn Fn(&Row<'_>) -> f64| rows.iter().map(width).fold(0.0, f64::max);
    let names = widest(&|row| strong.width(label_of(draft.scene.data, row.series))).min(rect.width * 0.32);
    let values = widest(&|row| strong.width(&value_text(draft, row))).min(rect.width * 0.3);
    let gap = draft.px(12.0);
    let width = (rect.width - names - values - 2.5 * gap).max(1.0);
    panel.plot = Rect { x: rect.x + names + gap, y: rect.y, width, height };
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
            panel.over.push(arrow(draft, [from[0] + direction * radius, from[1]], direction));
        }
    }
}

fn ring_radius(draft: &Draft<'_>) -> f64 {
    draft.px(6.5)
}

/// Direction in which the truth may lie beyond a reported bound: -1 left, 1 right.
fn tail(figure: &Reported) -> Option<f64> {
    match figure.bound {
        Bound::About => None,
        Bound::AtLeast => Some(if figure.value < 0.0 { -1.0 } else { 1.0 }),
        Bound::AtMost => Some(if figure.value < 0.0 { 1.0 } else { -1.0 }),
    }
}

/// A short arrow from the ring's edge, drawn in one stroke.
fn arrow(draft: &Draft<'_>, from: [f64; 2], direction: f64) -> Shape {
    let tip = [from[0] + direction * draft.px(15.0), from[1]];
    let barb = |side: f64| [tip[0] - direction * draft.px(4.5), tip[1] + side * draft.px(4.0)];
    let points = vec![from, tip, barb(-1.0), tip, barb(1.0)];
    Shape::Path { points, stroke: draft.stroke(draft.scene.theme.ink, 1.8) }
}

fn value_text(draft: &Draft<'_>, row: &Row<'_>) -> String {
    match row.change_pct {
        Some(change) => draft.scene.words.change(change / 100.0, 1),
        None => draft.text("chart-moves-missing"),
    }
}

/// Names left of the bars, and values right of them or of the zero line.
fn names(draft: &Draft<'_>, panel: &mut Panel, rows: &[Row<'_>], left: f64) {
    let theme = draft.scene.theme;
    let gap = draft.px(12.0);
    let name_width = (panel.plot.x - gap - left).max(0.0);
    for (place, row) in rows.iter().enumerate() {
        let y = panel.place([0.0, height_of(rows.len(), place)])[1];
        let subject = Subject::Series(row.series.id.clone());
        let faint = row.look.standing == Standing::Other && row.reported.is_none();
        let hand = draft.strong(if faint { theme.muted } else { color(draft, row) });
        let name = hand.fit(label_of(draft.scene.data, row.series), name_width);
        let at = [panel.plot.x - gap, y + hand.centre()];
        panel.labels.push(hand.name(&name, at, Anchor::Right, subject.clone()));
        let hand = if row.change_pct.is_some() { draft.strong(theme.ink) } else { draft.quiet() };
        let text = value_text(draft, row);
        let end =
            row.change_pct.into_iter().chain(row.reported.map(|figure| figure.value)).fold(0.0, f64::max);
        let at = [panel.place([end, 0.0])[0] + gap, y + hand.centre()];
        panel.labels.push(hand.name(&text, at, Anchor::Left, subject));
    }
}

fn axis_texts(draft: &Draft<'_>, panel: &mut Panel) {
    let hand = draft.quiet();
    for tick in panel.x.ticks.clone() {
        let x = panel.place([tick.at, 0.0])[0];
        let at = [x, panel.plot.bottom() + hand.size * 1.3];
        panel.labels.push(hand.set(&tick.text, at, Anchor::Middle));
    }
}

/// A line under the bars, with the sign it explains before it.
struct Note {
    ring: Option<bool>,
    text: String,
}

/// The key of the rings and the market value, as far as there are any.
fn notes(draft: &Draft<'_>, rows: &[Row<'_>], shown: Option<[usize; 2]>, width: f64) -> Vec<Note> {
    let mut notes = Vec::new();
    let mut figures = rows.iter().filter_map(|row| row.reported);
    // In the window the heading says it.
    if draft.print && figures.clone().next().is_some() {
        notes.push(Note { ring: Some(false), text: draft.text("chart-moves-ring") });
        if figures.any(|figure| tail(figure).is_some()) {
            notes.push(Note { ring: Some(true), text: draft.text("chart-moves-bound") });
        }
    }
    let mut total = total_text(draft);
    if let Some([shown, all]) = shown {
        let facts = [("shown", Arg::Count(shown as u64)), ("all", Arg::Count(all as u64))];
        let count = draft.say("chart-moves-shown", &facts);
        total = if total.is_empty() { count } else { joined(draft, &total, &count) };
    }
    notes.extend(draft.small().lines(&total, width, 2).into_iter().map(|text| Note { ring: None, text }));
    notes
}

/// Height of everything under the bars: tick texts and notes.
fn feet_height(draft: &Draft<'_>, notes: &[Note], rect: Rect) -> f64 {
    let lines = flow(draft, notes, rect).last().map_or(0, |(_, line)| line + 1);
    draft.sizes.label * 1.9 + draft.sizes.small * LINE * lines as f64
}

/// Room that a note's sign takes before its words.
fn sign_width(draft: &Draft<'_>, note: &Note) -> f64 {
    match note.ring {
        Some(true) => draft.px(36.0),
        Some(false) => draft.px(21.0),
        None => 0.0,
    }
}

/// Left end and line number of each note: the keys of the rings share a line if they fit side by
/// side, every other note has its own.
fn flow(draft: &Draft<'_>, notes: &[Note], rect: Rect) -> Vec<(f64, usize)> {
    let hand = draft.small();
    let (mut x, mut line, mut open) = (rect.x, 0, true);
    let mut places = Vec::new();
    for note in notes {
        let width = sign_width(draft, note) + hand.width(&note.text);
        let beside = open && note.ring.is_some() && x + width <= rect.right();
        if !places.is_empty() && !beside {
            x = rect.x;
            line += 1;
        }
        places.push((x, line));
        x += width + draft.px(26.0);
        open = note.ring.is_some();
    }
    places
}

fn set_notes(draft: &Draft<'_>, panel: &mut Panel, notes: &[Note], rect: Rect) {
    let hand = draft.small();
    let first = panel.plot.bottom() + draft.sizes.label * 1.9 + draft.sizes.small;
    for (note, (x, line)) in notes.iter().zip(flow(draft, notes, rect)) {
        let y = first + line as f64 * draft.sizes.small * LINE;
        if let Some(arrowed) = note.ring {
            let centre = [x + draft.px(7.0), y - hand.centre()];
            panel.over.push(Shape::Dot {
                at: centre,
                shape: Marker::Circle,
                radius: draft.px(5.5),
                fill: Some(draft.scene.theme.background),
                stroke: Some(draft.stroke(draft.scene.theme.ink, 2.0)),
            });
            if arrowed {
                panel.over.push(arrow(draft, [centre[0] + draft.px(5.5), centre[1]], 1.0));
            }
        }
        let left = x + sign_width(draft, note);
        let text = hand.fit(&note.text, rect.right() - left);
        panel.labels.push(hand.set(&text, [left, y], Anchor::Left));
    }
}

fn joined(draft: &Draft<'_>, first: &str, second: &str) -> String {
    draft.say("chart-moves-both", &[("first", Arg::Text(first)), ("second", Arg::Text(second))])
}

/// The market value gained or lost, and what was reported to be at stake.
pub(super) fn total_text(draft: &Draft<'_>) -> String {
    let words = draft.scene.words;
    let value = draft.scene.analysis.value.as_ref().map(|value| {
        let sum = words.dollars(value.total_usd);
        let facts = [("stocks", Arg::Count(value.counted as u64)), ("sum", Arg::Text(&sum))];
        draft.say("chart-moves-value", &facts)
    });
    let date = draft.event().map(|event| event.date);
    let stake = draft
        .scene
        .data
        .reported
        .iter()
        .find(|figure| Some(figure.date) == date && figure.quantity == Quantity::MarketValue)
        .map(|figure| {
            let sum = words.dollars(figure.value.abs());
            let key = match figure.bound {
                Bound::About => "chart-moves-stake-about",
                Bound::AtLeast => "chart-moves-stake-at-least",
                Bound::AtMost => "chart-moves-stake-at-most",
            };
            draft.say(key, &[("sum", Arg::Text(&sum))])
        });
    match (value, stake) {
        (Some(value), Some(stake)) => joined(draft, &value, &stake),
        (Some(only), None) | (None, Some(only)) => only,
        (None, None) => String::new(),
    }
}
