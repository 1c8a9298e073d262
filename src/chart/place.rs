//! Finds room for the labels of points: beside the point if possible, further out with a leader
//! if not, and nowhere rather than over anything else.
//!
//! The candidate positions around a point follow Imhof's order of preference ("Positioning Names
//! on Maps", The American Cartographer 2, 1975): right first, then left, above, below, and slid
//! along each side. What a label must not cover is sorted out first; then labels are set one by
//! one, the most constrained first, and one that finds its places taken moves others aside where
//! these have another place (ejection chains: Glover, Discrete Applied Mathematics 65, 1996;
//! Christensen, Marks, Shieber, ACM Transactions on Graphics 14, 1995, compare such searches).
//! Same input, same places.

use std::cell::Cell;

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
    /// Labels of a lower rank are placed before others.
    pub rank: usize,
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

/// Comparisons of two places in the whole search, so that a crowd still takes milliseconds.
const COMPARISONS: u32 = 1_500_000;
/// How many labels may move aside for one, and how many more for each of these.
const ASIDE: [usize; 2] = [2, 1];
/// How often labels with a leader look for a place beside their point.
const TIDYINGS: usize = 2;

/// One place an item, `None` where there is no room.
pub(super) fn place(items: &[Item], ground: &Ground<'_>) -> Vec<Option<Placed>> {
    let choices: Vec<Vec<Placed>> = items
        .iter()
        .map(|item| {
            let reach = reach(item, ground.gap);
            let points: Vec<Rect> =
                ground.points.iter().filter(|point| point.meets(&reach)).copied().collect();
            let lines: Vec<_> = ground.lines.iter().filter(|line| is_near(line, &reach)).copied().collect();
            let near = Ground { points: &points, lines: &lines, ..*ground };
            candidates(item, ground.gap).filter(|found| is_clear(item, found, &near)).collect()
        })
        .collect();
    let crowd: Vec<usize> = items.iter().map(|item| crowding(item, items)).collect();
    let mut order: Vec<usize> = (0..items.len()).collect();
    order.sort_by_key(|place| {
        let rank = items.get(*place).map_or(0, |item| item.rank);
        let free = choices.get(*place).map_or(0, |found| beside(found));
        (rank, free, std::cmp::Reverse(crowd.get(*place).copied().unwrap_or(0)))
    });
    let search = arranged(choices, &order);
    (0..items.len()).map(|item| search.at(item).copied()).collect()
}

/// Which of its choices each item takes, so that no two meet; `None` where there is no room. The
/// choices of an item stand the best first, those without a leader before those with one, and
/// items are set in that order.
pub(super) fn arrange(choices: Vec<Vec<Placed>>, order: &[usize]) -> Vec<Option<usize>> {
    arranged(choices, order).chosen
}

fn arranged(choices: Vec<Vec<Placed>>, order: &[usize]) -> Search {
    let chosen = vec![None; choices.len()];
    let mut search = Search { choices, chosen, left: Cell::new(COMPARISONS) };
    let mut without: Vec<usize> = order.iter().copied().filter(|item| !search.settle(*item, true)).collect();
    without.retain(|item| !search.settle(*item, false));
    for _ in 0..TIDYINGS {
        let led = |item: &usize| search.at(*item).is_some_and(|placed| placed.leader.is_some());
        for item in order.iter().copied().filter(led).collect::<Vec<_>>() {
            search.tidy(item);
        }
        without.retain(|item| !search.settle(*item, false));
    }
    search
}

/// What holds every place of an item and its leader.
fn reach(item: &Item, gap: f64) -> Rect {
    let [width, height] = item.size;
    let [_, .., ring] = RINGS;
    let around = item.radius + gap + ring * height;
    let [across, down] = [around + width, around + height];
    Rect { x: item.at[0] - across, y: item.at[1] - down, width: 2.0 * across, height: 2.0 * down }
}

/// Whether the box around a segment meets a rectangle.
fn is_near([from, to]: &[[f64; 2]; 2], rect: &Rect) -> bool {
    let [low, high] = [[from[0].min(to[0]), from[1].min(to[1])], [from[0].max(to[0]), from[1].max(to[1])]];
    low[0] <= rect.right() && rect.x <= high[0] && low[1] <= rect.bottom() && rect.y <= high[1]
}

/// How many of the places are beside the point.
fn beside(choices: &[Placed]) -> usize {
    choices.iter().filter(|placed| placed.leader.is_none()).count()
}

fn crowding(item: &Item, items: &[Item]) -> usize {
    let near = item.size[0].max(item.size[1]) * 1.2;
    let distance = |other: &Item| (other.at[0] - item.at[0]).hypot(other.at[1] - item.at[1]);
    items.iter().filter(|other| distance(other) < near).count()
}

/// Which of its places each label has so far.
struct Search {
    /// Places of each item that cover nothing but perhaps other labels, the best first.
    choices: Vec<Vec<Placed>>,
    chosen: Vec<Option<usize>>,
    /// Comparisons that are left.
    left: Cell<u32>,
}

impl Search {
    fn choice(&self, item: usize, choice: usize) -> Option<&Placed> {
        self.choices.get(item)?.get(choice)
    }

    fn at(&self, item: usize) -> Option<&Placed> {
        self.choice(item, (*self.chosen.get(item)?)?)
    }

    fn choose(&mut self, item: usize, choice: Option<usize>) {
        if let Some(slot) = self.chosen.get_mut(item) {
            *slot = choice;
        }
    }

    /// How many places of an item come into question.
    fn reach(&self, item: usize, only_beside: bool) -> usize {
        self.choices.get(item).map_or(0, |found| if only_beside { beside(found) } else { found.len() })
    }

    /// Labels that a place would meet; `None` where they are more than `most`.
    fn blockers(&self, item: usize, placed: &Placed, most: usize) -> Option<Vec<usize>> {
        let mut found = Vec::new();
        for other in 0..self.chosen.len() {
            let Some(taken) = self.at(other).filter(|_| other != item) else { continue };
            self.left.set(self.left.get().saturating_sub(1));
            if meet(placed, taken) {
                if found.len() == most {
                    return None;
                }
                found.push(other);
            }
        }
        Some(found)
    }

    /// Gives an item its best free place.
    fn take(&mut self, item: usize, only_beside: bool) -> bool {
        let free = (0..self.reach(item, only_beside)).find(|choice| {
            self.choice(item, *choice).is_some_and(|placed| self.blockers(item, placed, 0).is_some())
        });
        if free.is_some() {
            self.choose(item, free);
        }
        free.is_some()
    }

    /// Gives an item a place, moving others aside if need be; whether it has one now.
    fn settle(&mut self, item: usize, only_beside: bool) -> bool {
        self.take(item, only_beside) || self.push_in(item, only_beside, &ASIDE)
    }

    /// Takes a place whose labels all find another one.
    fn push_in(&mut self, item: usize, only_beside: bool, aside: &[usize]) -> bool {
        let Some((most, rest)) = aside.split_first() else { return false };
        for choice in 0..self.reach(item, only_beside) {
            if self.left.get() == 0 {
                return false;
            }
            let blockers = self.choice(item, choice).and_then(|placed| self.blockers(item, placed, *most));
            let Some(blockers) = blockers else { continue };
            let before = self.chosen.clone();
            for blocker in &blockers {
                self.choose(*blocker, None);
            }
            self.choose(item, Some(choice));
            let moved = blockers.iter().all(|blocker| {
                // One that stood beside its point stays beside it.
                let was = before.get(*blocker).copied().flatten().and_then(|at| self.choice(*blocker, at));
                let kept = was.is_some_and(|placed| placed.leader.is_none());
                self.take(*blocker, kept) || self.push_in(*blocker, kept, rest)
            });
            // A chain of moves may come back to the one that began it.
            if moved && self.at(item).is_some() {
                return true;
            }
            self.chosen = before;
        }
        false
    }

    /// Brings a label that has a leader nearer to its point.
    fn tidy(&mut self, item: usize) {
        let before = self.chosen.clone();
        self.choose(item, None);
        if !self.settle(item, true) {
            self.chosen = before;
            let old = self.chosen.get(item).copied().flatten();
            let nearer = (0..old.unwrap_or(0)).find(|choice| {
                self.choice(item, *choice).is_some_and(|placed| self.blockers(item, placed, 0).is_some())
            });
            self.choose(item, nearer.or(old));
        }
    }
}

/// Whether two labels or their leaders meet.
fn meet(a: &Placed, b: &Placed) -> bool {
    a.rect.meets(&b.rect)
        || b.leader.is_some_and(|leader| crosses(leader, &a.rect))
        || a.leader.is_some_and(|leader| {
            crosses(leader, &b.rect) || b.leader.is_some_and(|other| cuts(leader, other))
        })
}

/// Shares of its width by which a label above or below a point stands left of it.
const SLIDES: [f64; 6] = [0.5, 0.0, 1.0, 0.25, 0.75, 0.1];
/// Shares of its height by which a label right or left of a point stands higher or lower.
const SHIFTS: [f64; 5] = [0.0, -0.4, 0.4, -0.7, 0.7];
/// Directions of labels that stand away from their point.
const DIRECTIONS: usize = 16;
/// Distances of a label away from its point, in label heights.
const RINGS: [f64; 7] = [0.7, 1.2, 1.8, 2.6, 3.6, 4.8, 6.2];

/// All places around a point, the best first.
fn candidates(item: &Item, gap: f64) -> impl Iterator<Item = Placed> + use<'_> {
    let [width, height] = item.size;
    let [x, y] = item.at;
    let reach = item.radius + gap;
    let side = move |shift: f64| {
        let top = y - height / 2.0 + shift * height;
        [[x + reach, top], [x - reach - width, top]]
    };
    let level = move |slide: f64| {
        let left = x - slide * width;
        [[left, y - reach - height], [left, y + reach]]
    };
    let [middle, shifts @ ..] = SHIFTS;
    let [centred, slides @ ..] = SLIDES;
    let near = side(middle)
        .into_iter()
        .chain(level(centred))
        .chain(shifts.into_iter().flat_map(side))
        .chain(slides.into_iter().flat_map(level));
    let far = RINGS.into_iter().flat_map(move |ring| {
        (0..DIRECTIONS).map(move |step| {
            let angle = step as f64 / DIRECTIONS as f64 * std::f64::consts::TAU;
            let (down, right) = angle.sin_cos();
            // The box touches the circle of that distance with its nearest side or corner.
            let distance = reach + ring * height;
            let centre = [
                x + right * distance + soft(right) * width / 2.0,
                y + down * distance + soft(down) * height / 2.0,
            ];
            [centre[0] - width / 2.0, centre[1] - height / 2.0]
        })
    });
    let boxed = move |[x, y]: [f64; 2]| Rect { x, y, width, height };
    let near = near.map(move |at| Placed { rect: boxed(at), leader: None });
    near.chain(far.map(move |at| {
        let rect = boxed(at);
        Placed { rect, leader: Some(leader(item, &rect)) }
    }))
}

/// How far a box is shifted by its own half in a direction: fully for most, not at all across it.
fn soft(direction: f64) -> f64 {
    (direction * 2.0).clamp(-1.0, 1.0)
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

/// Whether a place lies inside and covers no point and no line, nor its leader.
fn is_clear(item: &Item, candidate: &Placed, ground: &Ground<'_>) -> bool {
    let rect = &candidate.rect;
    let bounds = &ground.bounds;
    let inside = rect.x >= bounds.x
        && rect.right() <= bounds.right()
        && rect.y >= bounds.y
        && rect.bottom() <= bounds.bottom();
    let own = |point: &Rect| {
        let [x, y] = item.at;
        point.x <= x && x <= point.right() && point.y <= y && y <= point.bottom()
    };
    inside
        && !ground.points.iter().any(|point| point.meets(rect))
        && !ground.lines.iter().any(|line| crosses(*line, rect))
        && candidate.leader.is_none_or(|leader| {
            !ground.points.iter().any(|point| !own(point) && crosses(leader, point))
                && !ground.lines.iter().any(|line| cuts(leader, *line) && !touches(*line, item.at))
        })
        && (candidate.leader.is_some() || {
            // Without a leader a label is read as that of the point it stands nearest to.
            let apart = distance(item.at, rect) - NEARER;
            let middle = |point: &Rect| [point.x + point.width / 2.0, point.y + point.height / 2.0];
            !ground.points.iter().any(|point| !own(point) && distance(middle(point), rect) < apart)
        })
}

/// How much nearer, in pixels, another point has to be to a label to be taken for its own.
const NEARER: f64 = 0.5;

/// From a place to the nearest place of a rectangle.
fn distance([x, y]: [f64; 2], rect: &Rect) -> f64 {
    let beyond = |at: f64, low: f64, high: f64| (low - at).max(at - high).max(0.0);
    beyond(x, rect.x, rect.right()).hypot(beyond(y, rect.y, rect.bottom()))
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
        Item { at: [x, y], radius: 4.0, size: [60.0, 14.0], rank: 0 }
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

    #[test]
    fn a_label_stands_nearest_to_its_own_point() {
        // The place right of the upper point is taken, and left of it is shifted towards the lower.
        let upper = item(100.0, 50.0);
        let points = [
            Rect { x: 95.0, y: 45.0, width: 10.0, height: 10.0 },
            Rect { x: 95.0, y: 58.0, width: 10.0, height: 10.0 },
        ];
        let bounds = Rect { x: 0.0, y: 0.0, width: 400.0, height: 400.0 };
        let ground = Ground { bounds, points: &points, lines: &[], gap: 4.0 };
        let [width, height] = upper.size;
        let lower =
            Placed { rect: Rect { x: 91.0 - width, y: 63.0 - height / 2.0, width, height }, leader: None };
        assert!(!is_clear(&upper, &lower, &ground), "it is level with the lower point");
        let level =
            Placed { rect: Rect { x: 91.0 - width, y: 50.0 - height / 2.0, width, height }, leader: None };
        assert!(is_clear(&upper, &level, &ground));
    }

    #[test]
    fn a_label_moves_aside_for_one_that_has_no_other_place() {
        // The second fits beside its point on the left alone, where the first would stand too.
        let items = [item(200.0, 150.0), item(330.0, 150.0)];
        let bounds = Rect { x: 130.0, y: 140.0, width: 205.0, height: 20.0 };
        let points = boxes(&items);
        let placed = place(&items, &Ground { bounds, points: &points, lines: &[], gap: 3.0 });
        assert!(placed.iter().all(Option::is_some), "{placed:?}");
        let [first, second] = [placed[0].unwrap(), placed[1].unwrap()];
        assert!(first.rect.right() < 200.0 || second.rect.x > first.rect.right());
        assert!(!first.rect.meets(&second.rect));
    }
}
