//! The models of a table as points: where each stands, how it is drawn, and the frontier.
//!
//! A model without a disclosed cost has no place on a cost axis: it keeps its score and goes to
//! the rail. A model without the score takes no part and is counted.

use jiff::ToSpan;
use jiff::civil::Date;

use super::draft::Draft;
use super::figure::{Color, Mark, Marker, Panel, Shape, Stroke, Subject};
use super::looks::organisations;
use super::scores::{cost_column, score_column};
use super::theme::Theme;
use crate::model::{Cost, ModelRow, ModelTable};
use crate::study::{Candidate, frontier};

/// One model with the chosen score.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ModelPoint {
    /// Its row in the table.
    pub row: usize,
    /// log10 of its cost in US dollars, if it is disclosed.
    pub cost: Option<f64>,
    /// Its score.
    pub score: f64,
    /// Its organisation's place among those with a colour.
    pub organisation: Option<usize>,
    /// Its organisation's colour.
    pub color: Color,
    /// Whether its weights are open.
    pub open: bool,
    /// The shape of its organisation, or circle for open weights and square otherwise.
    pub shape: Marker,
    /// Whether its cost is of another kind than the rest: estimated, or of a later date.
    pub hollow: bool,
    /// Whether it was released after the event.
    pub later: bool,
}

/// Every point of a table for the chosen cost and score.
pub(super) struct Field<'a> {
    /// The table.
    pub table: &'a ModelTable,
    /// Header of the score column.
    pub score: &'a str,
    /// Points, in file order.
    pub points: Vec<ModelPoint>,
    /// Organisations with a colour.
    pub organisations: Vec<(String, Color)>,
    /// Models without the score.
    pub without_score: usize,
    /// The date the frontier is of.
    pub as_of: Option<Date>,
    /// Places in `points` on the frontier, ascending by cost.
    pub frontier: Vec<usize>,
    /// Row of the model that the event is about.
    about: Option<usize>,
    /// The day before the frontier's newest member, and the frontier as of that day.
    pub before: Option<(Date, Vec<usize>)>,
}

impl<'a> Field<'a> {
    /// The points of the open model table; `None` without a table or a score.
    pub fn of(draft: &Draft<'a>) -> Option<Self> {
        let table = draft.scene.data.models.as_deref()?;
        let document = draft.scene.document;
        let score = score_column(table, document)?;
        let cost = cost_column(table, document.cost);
        let organisations = organisations(table, draft.scene.theme);
        let event = draft.scene.document.event.as_ref().map(|event| event.date);
        let points: Vec<ModelPoint> = table
            .rows
            .iter()
            .enumerate()
            .filter_map(|(place, row)| {
                let found = score.values.get(place).copied().filter(|value| value.is_finite())?;
                let cost = cost.and_then(|cost| cost.values.get(place)).copied();
                let organisation =
                    organisations.iter().position(|(name, _)| Some(name) == row.organization.as_ref());
                let group = organisation.and_then(|group| organisations.get(group));
                Some(ModelPoint {
                    row: place,
                    cost: cost.filter(|usd| usd.is_finite() && *usd > 0.0).map(f64::log10),
                    score: found,
                    organisation,
                    color: group.map_or(draft.scene.theme.faint, |(_, color)| *color),
                    open: row.open_weights == Some(true),
                    shape: shape(draft.scene.theme, organisation, row.open_weights == Some(true)),
                    hollow: is_other_kind(row, document.cost, event),
                    later: row.released.zip(event).is_some_and(|(released, event)| released > event),
                })
            })
            .collect();
        let mut field = Self {
            table,
            score: &score.name,
            without_score: table.rows.len() - points.len(),
            points,
            organisations,
            as_of: event.or_else(|| table.rows.iter().filter_map(|row| row.released).max()),
            frontier: Vec::new(),
            about: None,
            before: None,
        };
        field.find_frontiers();
        field.find_about(document.event.as_ref().map(|event| event.name.as_str()));
        Some(field)
    }

    fn find_frontiers(&mut self) {
        let Some(as_of) = self.as_of else { return };
        let candidates: Vec<Candidate> = self
            .points
            .iter()
            .map(|point| Candidate {
                cost: point.cost.unwrap_or(f64::NAN),
                score: point.score,
                released: self.row(point).and_then(|row| row.released),
            })
            .collect();
        self.frontier = frontier(&candidates, as_of);
        let released = |place: &usize| candidates.get(*place).and_then(|candidate| candidate.released);
        let newest = self.frontier.iter().filter_map(released).max();
        self.before = newest.and_then(|newest| newest.checked_sub(1.day()).ok()).and_then(|day| {
            let before = frontier(&candidates, day);
            (!before.is_empty()).then_some((day, before))
        });
    }

    /// How near a point is to what the scatter tells, the nearest first: the model that the event
    /// is about, others on the frontier, others of its organisation, those on the frontier before,
    /// any other.
    pub fn distance(&self, place: usize) -> usize {
        let row = self.points.get(place).map(|point| point.row);
        let organisation = |row: usize| self.table.rows.get(row).and_then(|row| row.organization.as_deref());
        let own = row.and_then(organisation);
        if row.is_some() && row == self.about {
            0
        } else if self.frontier.contains(&place) {
            1
        } else if own.is_some() && own == self.about.and_then(organisation) {
            2
        } else if self.before.as_ref().is_some_and(|(_, members)| members.contains(&place)) {
            3
        } else {
            4
        }
    }

    /// The model that the event names, else the newest on the frontier.
    fn find_about(&mut self, event: Option<&str>) {
        let is_named = |row: &ModelRow| {
            !row.label.is_empty() && event.is_some_and(|event| event.contains(row.label.as_str()))
        };
        let rows = self.table.rows.iter().enumerate();
        // The longest name, which may begin with that of another.
        let named = rows.filter(|(_, row)| is_named(row)).max_by_key(|(_, row)| row.label.len());
        let members = self.frontier.iter().filter_map(|place| {
            let point = self.points.get(*place)?;
            Some((point.row, self.row(point)?))
        });
        let newest = || members.max_by_key(|(_, row)| row.released);
        self.about = named.or_else(newest).map(|(place, _)| place);
    }

    /// The table's row of a point.
    pub fn row(&self, point: &ModelPoint) -> Option<&'a ModelRow> {
        self.table.rows.get(point.row)
    }

    /// The name to draw at a point.
    pub fn label(&self, point: &ModelPoint) -> &'a str {
        self.row(point).map_or("", |row| if row.label.is_empty() { &row.name } else { &row.label })
    }

    /// Names of the points at those places.
    pub fn labels(&self, places: &[usize]) -> Vec<String> {
        places
            .iter()
            .filter_map(|place| self.points.get(*place))
            .map(|point| self.label(point).to_owned())
            .collect()
    }

    /// Corners of the frontier's staircase, out to that cost: a better score from each member's
    /// cost on.
    pub fn stairs(&self, members: &[usize], to_cost: f64) -> Vec<[f64; 2]> {
        let mut corners: Vec<[f64; 2]> = Vec::new();
        for point in members.iter().filter_map(|place| self.points.get(*place)) {
            let Some(cost) = point.cost else { continue };
            if let Some([_, score]) = corners.last().copied() {
                corners.push([cost, score]);
            }
            corners.push([cost, point.score]);
        }
        if let Some([cost, score]) = corners.last().copied()
            && to_cost > cost
        {
            corners.push([to_cost, score]);
        }
        corners.dedup();
        corners
    }

    /// The mark of a point.
    pub fn mark(draft: &Draft<'_>, point: &ModelPoint, x: f64) -> Mark {
        let lit = draft.view.highlight == Some(Subject::Model(point.row));
        let color = Self::ink(draft, point);
        let radius = draft.px(if lit { 8.0 } else { 5.5 });
        Mark::Point {
            subject: Subject::Model(point.row),
            at: [x, point.score],
            shape: point.shape,
            radius: if point.hollow { radius - draft.px(0.8) } else { radius },
            fill: Some(if point.hollow { draft.scene.theme.background } else { color }),
            stroke: point.hollow.then(|| Stroke { color, width: draft.px(2.0), dash: Vec::new() }),
        }
    }

    /// The dot within a point of open weights, where shapes tell organisations.
    pub fn dot(draft: &Draft<'_>, panel: &Panel, point: &ModelPoint, x: f64) -> Option<Shape> {
        let theme = draft.scene.theme;
        let at = panel.place([x, point.score]);
        (point.open && theme.marks_groups() && panel.shows(at)).then(|| Shape::Dot {
            at,
            shape: Marker::Circle,
            radius: draft.px(DOT),
            fill: Some(if point.hollow { Self::ink(draft, point) } else { theme.background }),
            stroke: None,
        })
    }

    /// The colour of a point and its name: faint after the event.
    pub fn ink(draft: &Draft<'_>, point: &ModelPoint) -> Color {
        if point.later { draft.scene.theme.faint } else { point.color }
    }
}

/// Radius of the dot of open weights.
pub(super) const DOT: f64 = 1.9;

fn shape(theme: &Theme, organisation: Option<usize>, open: bool) -> Marker {
    let plain = if open { Marker::Circle } else { Marker::Square };
    theme.group_marker(organisation).unwrap_or(plain)
}

/// Estimates among training costs, and API prices of a day after the event.
fn is_other_kind(row: &ModelRow, cost: Cost, event: Option<Date>) -> bool {
    match cost {
        Cost::Training => row.cost_basis.as_deref().is_some_and(is_estimate),
        Cost::Api => row.price_date.zip(event).is_some_and(|(price, event)| price > event),
        Cost::Run => false,
    }
}

fn is_estimate(basis: &str) -> bool {
    let basis = basis.trim_start().to_lowercase();
    basis.starts_with("epoch") || basis.starts_with("estimate")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn estimates_are_told_by_their_basis() {
        let cases = [
            ("Epoch estimate (speculative)", true),
            ("estimated from chips", true),
            ("reported: final run", false),
            ("derived: V3 base; Epoch estimate differs", false),
            ("", false),
        ];
        for (basis, estimate) in cases {
            assert_eq!(is_estimate(basis), estimate, "{basis}");
        }
    }
}
