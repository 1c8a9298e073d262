//! Finds room for the labels of points: beside the point if possible, further out with a leader
//! if not, and nowhere rather than over anything else.
//!
//! The candidate positions around a point follow Imhof's order of preference ("Positioning Names
//! on Maps", The American Cartographer 2, 1975): right first, then left, above, below, the
//! corners. The search is greedy in a fixed order and starts again with the labels that found no
//! room in front (Christensen, Marks, Shieber, ACM Transactions on Graphics 14, 1995, compare
//! such searches). Same input, same places.

use super::figure::Rect;

/// A point whose label wants a place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Item {
    /// The point in pixels.
    pub at: [f64; 2],
    /// Half the point's width.
    pub radius: f64,
    /// Width and height of the label.
    pub size: [f64; 2],
    /// Whether it is placed before the others.
    pub first: bool,
}

/// What labels must keep away from.
pub(super) struct Ground<'a> {
    /// Labels stay inside.
    pub bounds: Rect,
    /// Boxes of all points.
    pub points: &'a [Rect],
    /// Lines that no label may cover.
    pub lines: &'a [[[f64; 2]; 2]],
    /// Distance between a point and its label.
    pub gap: f64,
}

/// Where a label went.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Placed {
    /// The label's box.
    pub rect: Rect,
    /// From the point to the label, where the label is not beside it.
    pub leader: Option<[[f64; 2]; 2]>,
}

/// How often the search starts again with the failures in front.
const ROUNDS: usize = 24;

/// One place an item, `None` where there is no room.
pub(super) fn place(items: &[Item], ground: &Ground<'_>) -> Vec<Option<Placed>> {
    let mut order: Vec<usize> = (0..items.len()).collect();
    let crowd: Vec<usize> = items.iter().map(|item| crowding(item, items)).collect();
    order.sort_by_key(|place| {
        let first = items.get(*place).is_some_and(|item| item.first);
        (!first, std::cmp::Reverse(crowd.get(*place).copied().unwrap_or(0)))
    });
    let mut best: Vec<Option<Placed>> = Vec::new();
    let mut least = f64::INFINITY;
    let rounds = if items.len() > 120 { 2 } else { ROUNDS };
    for _ in 0..rounds {
        let (placed, failed) = attempt(items, ground, &order);
        let leaders = placed.iter().flatten().filter(|placed| placed.leader.is_some()).count();
        let cost = failed.len() as f64 * 1000.0 + leaders as f64;
        if cost < least {
            least = cost;
            best = placed;
        }
        if failed.is_empty() {
            break;
        }
        order.retain(|place| !failed.contains(place));
        order.splice(0..0, failed);
    }
    best.resize(items.len(), None);
    best
}

fn crowding(item: &Item, items: &[Item]) -> usize {
    let near = item.size[0].max(item.size[1]) * 1.2;
    let distance = |other: &Item| (other.at[0] - item.at[0]).hypot(other.at[1] - item.at[1]);
    items.iter().filter(|other| distance(other) < near).count()
}

fn attempt(items: &[Item], ground: &Ground<'_>, order: &[usize]) -> (Vec<Option<Placed>>, Vec<usize>) {
    let mut placed: Vec<Option<Placed>> = vec![None; items.len()];
    let mut taken: Vec<Placed> = Vec::new();
    let mut failed = Vec::new();
    for place in order {
        let Some(item) = items.get(*place) else { continue };
        match candidates(item, ground.gap).find(|candidate| is_free(item, candidate, ground, &taken)) {
            Some(found) => {
                taken.push(found);
                if let Some(slot) = placed.get_mut(*place) {
                    *slot = Some(found);
                }
            }
            None => failed.push(*place),
        }
    }
    (placed, failed)
}

/// Directions in order of preference: right, left, above, below, corners, and between them.
const DIRECTIONS: [[f64; 2]; 12] = [
    [1.0, 0.0],
    [-1.0, 0.0],
    [0.0, -1.0],
    [0.0, 1.0],
    [0.8, -0.8],
    [-0.8, -0.8],
    [0.8, 0.8],
    [-0.8, 0.8],
    [0.45, -1.0],
    [-0.45, -1.0],
    [0.45, 1.0],
    [-0.45, 1.0],
];

/// Distances of the label's box in label heights; beyond the first there is a leader.
const RINGS: [f64; 7] = [0.0, 0.7, 1.3, 2.0, 3.0, 4.2, 5.6];

fn candidates(item: &Item, gap: f64) -> impl Iterator<Item = Placed> + use<'_> {
    let [width, height] = item.size;
    RINGS.into_iter().flat_map(move |ring| {
        DIRECTIONS.into_iter().map(move |[dx, dy]| {
            let reach = item.radius + gap + ring * height;
            // The box touches the circle of that reach with its nearest side or corner.
            let centre = [
                item.at[0] + dx * reach + dx.signum() * pull(dx) * width / 2.0,
                item.at[1] + dy * reach + dy.signum() * pull(dy) * height / 2.0,
            ];
            let rect = Rect { x: centre[0] - width / 2.0, y: centre[1] - height / 2.0, width, height };
            let leader = (ring > 0.0).then(|| leader(item, &rect));
            Placed { rect, leader }
        })
    })
}

/// How far a box is shifted by its own half in a direction: fully for sides and corners.
fn pull(direction: f64) -> f64 {
    if direction.abs() < 0.1 { 0.0 } else { direction.abs().clamp(0.8, 1.0) }
}

/// From the edge of the point to the nearest place of the box.
fn leader(item: &Item, rect: &Rect) -> [[f64; 2]; 2] {
    let near = |at: f64, low: f64, high: f64| at.clamp(low.min(high), high.max(low));
    let to = [near(item.at[0], rect.x, rect.right()), near(item.at[1], rect.y, rect.bottom())];
    let length = (to[0] - item.at[0]).hypot(to[1] - item.at[1]).max(1e-9);
    let edge = item.radius / length;
    let from = [item.at[0] + (to[0] - item.at[0]) * edge, item.at[1] + (to[1] - item.at[1]) * edge];
    [from, to]
}

fn is_free(item: &Item, candidate: &Placed, ground: &Ground<'_>, taken: &[Placed]) -> bool {
    let rect = &candidate.rect;
    let bounds = &ground.bounds;
    let inside = rect.x >= bounds.x
        && rect.right() <= bounds.right()
        && rect.y >= bounds.y
        && rect.bottom() <= bounds.bottom();
    let clear_of_taken = |other: &Placed| {
        !other.rect.meets(rect)
            && other.leader.is_none_or(|leader| !crosses(leader, rect))
            && candidate.leader.is_none_or(|leader| {
                !crosses(leader, &other.rect) && other.leader.is_none_or(|other| !cuts(leader, other))
            })
    };
    let own = |point: &Rect| {
        let [x, y] = item.at;
        point.x <= x && x <= point.right() && point.y <= y && y <= point.bottom()
    };
    inside
        && !ground.points.iter().any(|point| point.meets(rect))
        && !ground.lines.iter().any(|line| crosses(*line, rect))
        && taken.iter().all(clear_of_taken)
        && candidate.leader.is_none_or(|leader| {
            !ground.points.iter().any(|point| !own(point) && crosses(leader, point))
                && !ground.lines.iter().any(|line| cuts(leader, *line) && !touches(*line, item.at))
        })
}

/// Whether a segment runs through a rectangle (Liang and Barsky's clipping).
pub(super) fn crosses(segment: [[f64; 2]; 2], rect: &Rect) -> bool {
    let [[x, y], [to_x, to_y]] = segment;
    let (dx, dy) = (to_x - x, to_y - y);
    let edges = [(-dx, x - rect.x), (dx, rect.right() - x), (-dy, y - rect.y), (dy, rect.bottom() - y)];
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    for (slope, room) in edges {
        if slope == 0.0 {
            if room <= 0.0 {
                return false;
            }
        } else if slope < 0.0 {
            enter = enter.max(room / slope);
        } else {
            leave = leave.min(room / slope);
        }
    }
    enter < leave
}

/// Whether two segments cross.
fn cuts(a: [[f64; 2]; 2], b: [[f64; 2]; 2]) -> bool {
    let side = |from: [f64; 2], to: [f64; 2], at: [f64; 2]| {
        (to[0] - from[0]) * (at[1] - from[1]) - (to[1] - from[1]) * (at[0] - from[0])
    };
    side(a[0], a[1], b[0]) * side(a[0], a[1], b[1]) < 0.0
        && side(b[0], b[1], a[0]) * side(b[0], b[1], a[1]) < 0.0
}

/// Whether a point lies on an axis-parallel segment, as frontier members do on the frontier.
fn touches(segment: [[f64; 2]; 2], at: [f64; 2]) -> bool {
    let near = 0.5;
    let [from, to] = segment;
    let within = |value: f64, a: f64, b: f64| value >= a.min(b) - near && value <= a.max(b) + near;
    within(at[0], from[0], to[0]) && within(at[1], from[1], to[1])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(x: f64, y: f64) -> Item {
        Item { at: [x, y], radius: 4.0, size: [60.0, 14.0], first: false }
    }

    fn boxes(items: &[Item]) -> Vec<Rect> {
        items
            .iter()
            .map(|item| Rect { x: item.at[0] - 4.0, y: item.at[1] - 4.0, width: 8.0, height: 8.0 })
            .collect()
    }

    #[test]
    fn labels_keep_clear_of_everything() {
        let sets: [Vec<Item>; 4] = [
            Vec::new(),
            vec![item(200.0, 150.0)],
            (0..20).map(|n| item(40.0 + f64::from(n * 83 % 320), 30.0 + f64::from(n * 61 % 240))).collect(),
            (0..12).map(|n| item(200.0 + f64::from(n), 150.0)).collect(),
        ];
        let bounds = Rect { x: 0.0, y: 0.0, width: 400.0, height: 300.0 };
        let lines = [[[0.0, 100.0], [300.0, 100.0]], [[300.0, 100.0], [300.0, 20.0]]];
        for items in sets {
            let points = boxes(&items);
            let placed = place(&items, &Ground { bounds, points: &points, lines: &lines, gap: 3.0 });
            assert_eq!(placed.len(), items.len());
            let found: Vec<Placed> = placed.into_iter().flatten().collect();
            for (at, one) in found.iter().enumerate() {
                assert!(one.rect.x >= 0.0 && one.rect.right() <= 400.0);
                assert!(points.iter().all(|point| !point.meets(&one.rect)));
                assert!(lines.iter().all(|line| !crosses(*line, &one.rect)));
                assert!(found[at + 1..].iter().all(|other| !other.rect.meets(&one.rect)));
            }
        }
    }

    #[test]
    fn a_lonely_point_has_its_label_on_the_right() {
        let items = [item(200.0, 150.0)];
        let bounds = Rect { x: 0.0, y: 0.0, width: 400.0, height: 300.0 };
        let points = boxes(&items);
        let placed = place(&items, &Ground { bounds, points: &points, lines: &[], gap: 3.0 });
        let rect = placed[0].map(|placed| placed.rect).unwrap();
        assert_eq!((rect.x, rect.y + rect.height / 2.0), (207.0, 150.0));
        let edge = [item(390.0, 150.0)];
        let placed = place(&edge, &Ground { bounds, points: &boxes(&edge), lines: &[], gap: 3.0 });
        assert!(placed[0].is_some_and(|placed| placed.rect.right() < 390.0));
        let nowhere = Rect { width: 20.0, ..bounds };
        let placed = place(&items, &Ground { bounds: nowhere, points: &points, lines: &[], gap: 3.0 });
        assert_eq!(placed, vec![None]);
    }
}
