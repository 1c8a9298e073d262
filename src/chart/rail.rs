//! The rail: models whose cost is not disclosed, in a shaded strip at the scatter's edge.
//!
//! They share the score axis and have no place along the cost axis, so they are never drawn at
//! zero and never left out. Names stand right of the points, pushed apart with leaders.

use std::collections::{BTreeMap, BTreeSet};

use super::draft::Draft;
use super::figure::{Anchor, Axis, AxisScale, Panel, PanelKind, Rect, Shape, Subject};
use super::model_points::{Field, ModelPoint};
use super::point_names::CROWD;
use super::scores::rail_text;
use super::spread::{fitting, spread};
use super::typography::Hand;

/// Largest share of the panel's width that the rail takes, in a file and in the window.
const WIDEST: [f64; 2] = [0.44, 0.4];
/// How many names of a crowd are measured.
const MEASURED: usize = 24;
/// Columns into which points of nearly one score are moved aside.
const COLUMNS: usize = 4;
/// Fewest letters, with the ellipsis, by which a cut name is still known.
const LEAST_LETTERS: usize = 6;

/// The points of the rail: undisclosed cost, score in view, highest first.
fn points<'f>(field: &'f Field<'_>, range: [f64; 2]) -> Vec<&'f ModelPoint> {
    let mut points: Vec<&ModelPoint> = field
        .points
        .iter()
        .filter(|point| point.cost.is_none() && point.score >= range[0] && point.score <= range[1])
        .collect();
    points.sort_by(|a, b| b.score.total_cmp(&a.score));
    points
}

fn hand(draft: &Draft<'_>, point: &ModelPoint, size: f64) -> Hand {
    let faint = point.group.is_none() || point.later;
    let color = if faint { draft.scene.theme.muted } else { Field::ink(draft, point) };
    Hand::regular(size, color)
}

/// Left part of the rail that holds the points.
fn point_room(draft: &Draft<'_>) -> f64 {
    draft.px(24.0 + 13.0 * 2.0)
}

/// Width that the rail needs for its names and its word, within its share of the panel; zero
/// when every model has a cost.
pub(super) fn width(draft: &Draft<'_>, field: &Field<'_>, panel_width: f64) -> f64 {
    let mut undisclosed: Vec<&ModelPoint> =
        field.points.iter().filter(|point| point.cost.is_none()).collect();
    if undisclosed.len() > CROWD {
        // Measuring words takes long; the longest are among those of the most letters.
        undisclosed.sort_by_key(|point| std::cmp::Reverse(field.label(point).len()));
        undisclosed.truncate(MEASURED);
    }
    let widest = undisclosed
        .iter()
        .map(|point| hand(draft, point, draft.sizes.small).width(field.label(point)))
        .reduce(f64::max);
    let Some(widest) = widest else { return 0.0 };
    let names = point_room(draft) + draft.px(22.0) + widest;
    let word = draft.quiet().width(&rail_text(draft, field)) + draft.px(12.0);
    let [file, window] = WIDEST;
    names.max(word).min(panel_width * if draft.print { file } else { window })
}

/// The rail beside a scatter with that score axis, and the names that found no room.
pub(super) fn panel(draft: &Draft<'_>, field: &Field<'_>, plot: Rect, score: &Axis) -> (Panel, Vec<String>) {
    let points = points(field, score.range);
    let mut panel = Panel {
        kind: PanelKind::Rail,
        plot,
        x: Axis { scale: AxisScale::Categories, range: [0.0, 1.0], ticks: Vec::new() },
        y: Axis { ticks: Vec::new(), ..score.clone() },
        under: vec![Shape::Fill { rect: plot, color: draft.scene.theme.panel }],
        marks: Vec::new(),
        over: Vec::new(),
        labels: Vec::new(),
    };
    let word = draft.quiet();
    let text = word.fit(&rail_text(draft, field), plot.width);
    let at = [plot.x + plot.width / 2.0, plot.bottom() + draft.px(5.0) + word.size * 1.1];
    panel.labels.push(word.set(&text, at, Anchor::Middle));
    let aside = columns(draft, &panel, &points);
    for (point, x) in points.iter().zip(&aside) {
        let x = x / plot.width.max(1.0);
        panel.marks.extend(Field::bar(draft, point, x));
        panel.marks.push(field.mark(draft, point, x));
        panel.over.extend(Field::dot(draft, &panel, point, x));
    }
    let text_x = plot.x + point_room(draft) + draft.px(16.0);
    let width = plot.right() - text_x - draft.px(4.0);
    let (size, gap, heights) = line_size(draft, plot, points.len());
    let mut room = fitting(gap, heights);
    let crowd = chosen(field, &points, room);
    let (mut named, mut unnamed) = (Vec::new(), Vec::new());
    for (name, (point, x)) in cut_names(draft, field, &points, crowd.as_ref(), size, width)
        .into_iter()
        .zip(points.iter().zip(aside))
    {
        match name.filter(|_| room > 0) {
            Some(name) => {
                room -= 1;
                named.push((name, *point, x));
            }
            None => unnamed.push(field.label(point).to_owned()),
        }
    }
    let wanted: Vec<f64> = named.iter().map(|(_, point, _)| panel.place([0.0, point.score])[1]).collect();
    let placed = spread(&wanted, gap, heights);
    for (((text, point, x), from), to) in named.iter().zip(wanted).zip(placed) {
        let hand = hand(draft, point, size);
        let at = [text_x, to + hand.centre()];
        panel.labels.push(hand.name(text, at, Anchor::Left, Subject::Model(point.row)));
        let start = plot.x + x + draft.px(7.0);
        let knee = plot.x + point_room(draft);
        let end = text_x - draft.px(4.0);
        let stroke = draft.stroke(hand.color.faded(0.6), 1.1);
        // Under the points, so that it does not run over its neighbours.
        panel.under.push(Shape::Path { points: vec![[start, from], [knee, from], [end, to]], stroke });
    }
    (panel, unnamed)
}

/// Type size of the names, their distance and the heights between which they stand: one step
/// smaller where that makes room for more.
fn line_size(draft: &Draft<'_>, plot: Rect, names: usize) -> (f64, f64, [f64; 2]) {
    let of = |size: f64| {
        let gap = size * 1.22;
        (size, gap, [plot.y + gap / 2.0, plot.bottom() - gap / 2.0])
    };
    let (size, gap, heights) = of(draft.sizes.small);
    if fitting(gap, heights) >= names {
        (size, gap, heights)
    } else {
        of((size * 0.88).max(draft.sizes.least).min(size))
    }
}

/// The names as far as that width allows; `None` for a name that would be too short to know, or
/// that cutting makes equal to another.
fn cut_names(
    draft: &Draft<'_>,
    field: &Field<'_>,
    points: &[&ModelPoint],
    named: Option<&BTreeSet<usize>>,
    size: f64,
    width: f64,
) -> Vec<Option<String>> {
    let is_named = |place: usize| named.is_none_or(|named| named.contains(&place));
    let cut: Vec<String> = points
        .iter()
        .enumerate()
        .map(|(place, point)| {
            let fit = || hand(draft, point, size).fit_middle(field.label(point), width);
            if is_named(place) { fit() } else { String::new() }
        })
        .collect();
    let whole = |place: usize, name: &str| points.get(place).is_some_and(|point| field.label(point) == name);
    let known = |place: usize, name: &str| {
        let twice = cut.iter().filter(|other| *other == name).count() > 1;
        whole(place, name) || (!twice && name.chars().count() >= LEAST_LETTERS)
    };
    let told = |place: usize, name: &str| is_named(place) && known(place, name);
    cut.iter().enumerate().map(|(place, name)| told(place, name).then(|| name.clone())).collect()
}

/// Of more points than there is room for names those that are named: what the scatter tells first,
/// then evenly down the rail. `None` for all.
fn chosen(field: &Field<'_>, points: &[&ModelPoint], room: usize) -> Option<BTreeSet<usize>> {
    if points.len() <= CROWD {
        return None;
    }
    let places: BTreeMap<usize, usize> =
        field.points.iter().enumerate().map(|(place, point)| (point.row, place)).collect();
    let step = points.len().div_ceil(room.max(1));
    let mut order: Vec<(usize, bool, usize)> = points
        .iter()
        .enumerate()
        .map(|(at, point)| {
            let distance = places.get(&point.row).map_or(usize::MAX, |place| field.distance(*place));
            (distance.min(3), at % step != 0, at)
        })
        .collect();
    order.sort_unstable();
    Some(order.into_iter().take(room).map(|(_, _, at)| at).collect())
}

/// Distance of each point from the rail's left edge: points that would cover one another stand
/// side by side.
fn columns(draft: &Draft<'_>, panel: &Panel, points: &[&ModelPoint]) -> Vec<f64> {
    let mut lowest = [f64::NEG_INFINITY; COLUMNS];
    points
        .iter()
        .map(|point| {
            let y = panel.place([0.0, point.score])[1];
            let free = lowest.iter().position(|last| y - last >= draft.px(12.0)).unwrap_or(COLUMNS - 1);
            if let Some(last) = lowest.get_mut(free) {
                *last = y;
            }
            draft.px(13.0 + 13.0 * free as f64)
        })
        .collect()
}
