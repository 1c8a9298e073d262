//! The names of the scatter's points: which are tried, where they stand, how they are set.

use std::collections::{BTreeMap, BTreeSet};

use super::draft::Draft;
use super::figure::{Anchor, Panel, Rect, Shape, Subject};
use super::key::Keyed;
use super::model_points::{Field, ModelPoint};
use super::place::{Ground, Item, Placed, place};
use super::typography::Hand;
use crate::text::{Weight, measure};

/// The names of the points in view, or their numbers in the key.
pub(super) struct Names<'f> {
    entries: Vec<(usize, &'f ModelPoint, String, Hand, bool)>,
    items: Vec<Item>,
    /// All points in view, named or not.
    points: Vec<([f64; 2], f64)>,
}

impl<'f> Names<'f> {
    /// The names of those points that are not in the key alone.
    pub fn of(
        draft: &Draft<'_>,
        field: &Field<'_>,
        panel: &Panel,
        shown: &[(usize, &'f ModelPoint)],
        keyed: &Keyed,
    ) -> Self {
        let points = shown
            .iter()
            .filter_map(|(_, point)| Some((panel.place([point.cost?, point.score]), draft.px(point.radius))));
        let mut names = Self { entries: Vec::new(), items: Vec::new(), points: points.collect() };
        for (place, point) in shown.iter().filter(|(place, _)| keyed.has_words(*place)) {
            let Some(cost) = point.cost else { continue };
            let number = keyed.numbered.iter().position(|other| other == place);
            let text = match number {
                Some(number) => draft.scene.words.number((number + 1) as f64, 0),
                None => field.label(point).to_owned(),
            };
            let near = field.distance(*place);
            let member = field.frontier.contains(place);
            let lit = draft.view.highlight == Some(Subject::Model(point.row));
            let faint = point.group.is_none() || point.later;
            let color = if faint { draft.scene.theme.muted } else { point.color };
            let weight = if member || lit { Weight::Semibold } else { Weight::Regular };
            let hand = Hand { size: draft.sizes.small, weight, color };
            let extent = measure(&text, hand.size, weight);
            names.items.push(Item {
                at: panel.place([cost, point.score]),
                radius: draft.px(point.radius),
                size: [extent.width + draft.px(6.0), hand.size * 1.2],
                // Where room is short what the scatter tells comes before what it shows besides.
                rank: match (lit, keyed.is_short()) {
                    (true, _) => 0,
                    (false, true) => near,
                    (false, false) => usize::from(!member),
                },
            });
            names.entries.push((*place, point, text, hand, number.is_some()));
        }
        names
    }

    /// Place in the field of each name, and whether it is a number.
    pub fn numbering(&self) -> Vec<(usize, bool)> {
        self.entries.iter().map(|entry| (entry.0, entry.4)).collect()
    }

    /// A place for each name, `None` where there is no room.
    pub fn place(&self, draft: &Draft<'_>, panel: &Panel, lines: &[[[f64; 2]; 2]]) -> Vec<Option<Placed>> {
        let boxes: Vec<Rect> = self
            .points
            .iter()
            .map(|([x, y], radius)| {
                let half = radius + draft.px(1.5);
                Rect { x: x - half, y: y - half, width: 2.0 * half, height: 2.0 * half }
            })
            .collect();
        let ground = Ground { bounds: panel.plot, points: &boxes, lines, gap: draft.px(2.0) };
        place(&self.items, &ground)
    }

    /// Sets the names where they were placed.
    pub fn set(&self, draft: &Draft<'_>, panel: &mut Panel, places: &[Option<Placed>]) {
        for ((_, point, text, hand, _), found) in self.entries.iter().zip(places) {
            let Some(found) = found else { continue };
            if let Some([from, to]) = found.leader {
                let stroke = draft.stroke(Field::ink(draft, point).faded(0.7), 1.1);
                panel.over.push(Shape::Path { points: vec![from, to], stroke });
            }
            let baseline = found.rect.y + found.rect.height / 2.0 + hand.centre();
            let subject = Subject::Model(point.row);
            let middle = found.rect.x + found.rect.width / 2.0;
            panel.labels.push(hand.name(text, [middle, baseline], Anchor::Middle, subject));
        }
    }
}

/// Most points whose names are all tried; of more only some are.
pub(super) const CROWD: usize = 150;
/// Most names that are tried in a crowd.
const MOST_TRIED: usize = 120;
/// Width and height of the room that a name of a crowd is given, in label sizes.
const CELL: [f64; 2] = [7.0, 1.6];

/// Of a crowd of points those whose names are not tried: the names of what the scatter tells come
/// first, then those that stand most alone, and no two from one spot.
pub(super) fn silent(
    draft: &Draft<'_>,
    field: &Field<'_>,
    panel: &Panel,
    shown: &[(usize, &ModelPoint)],
) -> BTreeSet<usize> {
    if shown.len() <= CROWD {
        return BTreeSet::new();
    }
    let [width, height] = CELL.map(|length| length * draft.sizes.label);
    let cells: Vec<(usize, [i64; 2], usize)> = shown
        .iter()
        .filter_map(|(place, point)| {
            let [x, y] = panel.place([point.cost?, point.score]);
            let lit = draft.view.highlight == Some(Subject::Model(point.row));
            let rank = if lit { 0 } else { 1 + field.distance(*place) };
            Some((*place, [(x / width).floor() as i64, (y / height).floor() as i64], rank))
        })
        .collect();
    let mut counts: BTreeMap<[i64; 2], usize> = BTreeMap::new();
    for (_, cell, _) in &cells {
        *counts.entry(*cell).or_default() += 1;
    }
    let around = |[x, y]: [i64; 2]| -> usize {
        let near = (-1..=1).flat_map(|dx| (-1..=1).map(move |dy| [x + dx, y + dy]));
        near.filter_map(|cell| counts.get(&cell)).sum()
    };
    let mut order: Vec<(usize, usize, usize, [i64; 2])> =
        cells.iter().map(|(place, cell, rank)| (*rank, around(*cell), *place, *cell)).collect();
    order.sort_unstable();
    let mut taken = BTreeSet::new();
    let mut tried = BTreeSet::new();
    for (_, _, place, cell) in order {
        if tried.len() < MOST_TRIED && taken.insert(cell) {
            tried.insert(place);
        }
    }
    shown.iter().map(|(place, _)| *place).filter(|place| !tried.contains(place)).collect()
}
