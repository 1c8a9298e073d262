//! The models of a table as points: where each stands, how it is drawn, and the frontier.
//!
//! A model without a disclosed cost has no place on a cost axis: it keeps its score and goes to
//! the rail. A model without the score takes no part and is counted.

use std::borrow::Cow;

use jiff::ToSpan;
use jiff::civil::Date;

use super::draft::Draft;
use super::figure::{AxisScale, Color, Mark, Marker, Panel, Shape, Stroke, Subject};
use super::model_looks::{
    Certainty, Group, RADIUS, Sizes, WITHOUT_BASIS, access_shape, basis_shape, certainty, group_of, groups,
    size_column,
};
use super::scores::{score_column, score_scale};
use crate::model::{ColumnRole, CostBasis, ModelColumn, ModelRow, ModelTable, Prices};
use crate::study::models::{row_named, rows_taken};
use crate::study::{Fit, Scatter, cost_on};

/// One model with the chosen score.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ModelPoint {
    /// Its row in the table.
    pub row: usize,
    /// Its place on the cost axis in plot space, if its cost is disclosed.
    pub cost: Option<f64>,
    /// Its place on the score axis in plot space; NaN where the scale has none.
    pub score: f64,
    /// Its score in the unit of the column.
    pub value: f64,
    /// Ends of the interval around its score in plot space.
    pub interval: Option<[f64; 2]>,
    /// Its group's place among those with a colour.
    pub group: Option<usize>,
    /// Its group's colour.
    pub color: Color,
    /// Whether its weights are open.
    pub open: Option<bool>,
    /// Its shape.
    pub shape: Marker,
    /// Whether it has a dot within.
    pub dotted: bool,
    /// Half its width in pixels of the full-sized figure.
    pub radius: f64,
    /// Whether its price is of a later date than the frontier.
    pub hollow: bool,
    /// How sure its figures are.
    pub certainty: Certainty,
    /// How its training cost was counted.
    pub basis: Option<CostBasis>,
    /// Whether it was released after the frontier's date.
    pub later: bool,
}

/// Every point of a table for the chosen cost and score.
pub(super) struct Field<'a> {
    /// The table.
    pub table: &'a ModelTable,
    /// Header of the score column.
    pub score: &'a str,
    /// The column of the cost.
    pub cost: Option<Cow<'a, ModelColumn>>,
    /// Scale of the score axis.
    pub score_scale: AxisScale,
    /// Scale of the cost axis.
    pub cost_scale: AxisScale,
    /// Points, in file order.
    pub points: Vec<ModelPoint>,
    /// Groups with a colour.
    pub groups: Vec<Group>,
    /// Sizes, where they are shown.
    pub sizes: Option<Sizes>,
    /// Bases of the training costs that are drawn, in their order.
    pub bases: Vec<CostBasis>,
    /// Models without the score.
    pub without_score: usize,
    /// The date the frontier is of.
    pub as_of: Option<Date>,
    /// Places in `points` on the frontier, ascending by cost.
    pub frontier: Vec<usize>,
    /// Places in `points` that would be on it without prices of a later date, where that differs.
    pub in_force: Option<Vec<usize>>,
    /// Rows of the model that the event is about, and of the two that are compared.
    about: Vec<usize>,
    /// The day before the frontier's newest member, and the frontier as of that day.
    pub before: Option<(Date, Vec<usize>)>,
}

impl<'a> Field<'a> {
    /// The points of the open model table; `None` without a table or a score.
    pub fn of(draft: &Draft<'a>) -> Option<Self> {
        let table = draft.scene.data.models.as_deref()?;
        let document = draft.scene.document;
        let choices = &document.scatter;
        let score = score_column(table, document)?;
        let cost = cost_on(table, document.cost, choices.basis, choices.blend);
        let event = document.event.as_ref().map(|event| event.date);
        let newest = || table.rows.iter().filter_map(|row| row.released).max();
        let as_of = draft.view.as_of.or(choices.as_of).or(event).or_else(newest);
        let taken = rows_taken(table, cost.as_deref(), Some(score), choices);
        let rows: Vec<usize> = taken.iter().copied().filter(|row| score.value(*row).is_some()).collect();
        let without_score = taken.len() - rows.len();
        let of = |day, prices| Scatter::of(table, &rows, cost.as_deref(), Some(score), day, prices);
        let scatter = of(as_of, choices.prices);
        let in_force = (choices.prices == Prices::All).then(|| of(as_of, Prices::InForce).frontier);
        let newest = |members: &[usize]| {
            let row = |place: &usize| table.rows.get(scatter.points.get(*place)?.row)?.released;
            members.iter().filter_map(row).max()
        };
        let before =
            newest(&scatter.frontier).and_then(|day| day.checked_sub(1.day()).ok()).and_then(|day| {
                let before = of(Some(day), choices.prices).frontier;
                (!before.is_empty()).then_some((day, before))
            });
        let cost_scale = if choices.reversed { AxisScale::Log10Down } else { AxisScale::Log10 };
        let mut field = Self {
            table,
            score: &score.name,
            score_scale: score_scale(score, choices.score_scale),
            cost_scale,
            points: Vec::new(),
            groups: Vec::new(),
            sizes: size_column(table, choices.size_by).and_then(|column| Sizes::of(column, &rows)),
            bases: bases(&scatter),
            without_score,
            as_of,
            in_force: in_force.filter(|members| *members != scatter.frontier),
            about: Vec::new(),
            before,
            cost,
            frontier: Vec::new(),
        };
        if field.is_mixed() {
            // What is counted in different ways cannot dominate or be dominated.
            (field.before, field.in_force) = (None, None);
        } else {
            field.frontier.clone_from(&scatter.frontier);
        }
        // A scatter among other charts has room for the key of fewer groups.
        let with_dots = !field.is_mixed() && !draft.headed;
        field.groups = groups(table, draft.scene.theme, choices.color_by, &choices.pinned, with_dots);
        field.points = field.looks(draft, &scatter);
        field.find_about(draft);
        Some(field)
    }

    /// Whether a model has a training cost on any basis.
    pub fn has_training_cost(&self, row: usize) -> bool {
        let mut columns = self.table.columns.iter().filter(|column| column.role == ColumnRole::CostTraining);
        columns.any(|column| column.value(row).is_some())
    }

    /// Whether training costs of several bases are drawn, which shapes tell apart.
    pub fn is_mixed(&self) -> bool {
        self.bases.len() > 1
    }

    fn looks(&self, draft: &Draft<'_>, scatter: &Scatter) -> Vec<ModelPoint> {
        let theme = draft.scene.theme;
        let choices = &draft.scene.document.scatter;
        let is_told = self.table.rows.iter().any(|row| row.open_weights.is_some());
        let sizes = size_column(self.table, choices.size_by).zip(self.sizes.as_ref());
        let look = |found: &crate::study::ScatterPoint| {
            let row = self.table.rows.get(found.row)?;
            let value = found.score?;
            let name = group_of(row, choices.color_by);
            let group = self.groups.iter().position(|group| Some(group.name.as_str()) == name);
            let own = group.and_then(|group| self.groups.get(group));
            let by_group = theme.group_marker(group);
            let open = row.open_weights;
            let shape = match found.basis.filter(|_| self.is_mixed()) {
                Some(basis) => basis_shape(basis),
                None if self.is_mixed() => Marker::Circle,
                None => by_group.unwrap_or_else(|| access_shape(open, is_told)),
            };
            let marks_open = (self.is_mixed() || by_group.is_some()) && open == Some(true);
            let place = |value: f64| self.score_scale.place(value);
            Some(ModelPoint {
                row: found.row,
                cost: found.cost.and_then(|cost| self.cost_scale.place(cost)),
                score: place(value).unwrap_or(f64::NAN),
                value,
                interval: found
                    .interval
                    .filter(|_| !choices.without_intervals)
                    .and_then(|[low, high]| Some([place(low)?, place(high)?])),
                group,
                color: own.map_or(theme.faint, |group| group.color),
                open,
                shape,
                dotted: marks_open || own.is_some_and(|group| group.dotted),
                radius: match sizes {
                    Some((column, sizes)) => sizes.radius(column.value(found.row)),
                    // No shape of a basis is its own.
                    None if self.is_mixed() && found.basis.is_none() => RADIUS * WITHOUT_BASIS,
                    None => RADIUS,
                },
                hollow: found.is_priced_later,
                certainty: certainty(row.certainty.as_deref()),
                basis: found.basis,
                later: found.is_later,
            })
        };
        scatter.points.iter().filter_map(look).collect()
    }

    /// The fitted line of plot-space score by plot-space cost through the models that are out,
    /// where one is asked for.
    pub fn fit(&self, draft: &Draft<'_>) -> Option<Fit> {
        if !draft.scene.document.scatter.fit {
            return None;
        }
        let known = self.points.iter().filter(|point| !point.later);
        let places: Vec<[f64; 2]> = known.filter_map(|point| Some([point.cost?, point.score])).collect();
        Fit::of(&places)
    }

    /// How near a point is to what the scatter tells, the nearest first: the model that the event
    /// is about, others on the frontier, others of its organisation, those on the frontier before,
    /// any other.
    pub fn distance(&self, place: usize) -> usize {
        let row = self.points.get(place).map(|point| point.row);
        let organisation = |row: usize| self.table.rows.get(row).and_then(|row| row.organization.as_deref());
        let own = row.and_then(organisation);
        if row.is_some_and(|row| self.about.contains(&row)) {
            0
        } else if self.frontier.contains(&place) {
            1
        } else if own.is_some() && self.about.iter().any(|about| organisation(*about) == own) {
            2
        } else if self.before.as_ref().is_some_and(|(_, members)| members.contains(&place)) {
            3
        } else {
            4
        }
    }

    /// The two models that are compared; else the one that the event names; else the newest on the
    /// frontier.
    fn find_about(&mut self, draft: &Draft<'_>) {
        let document = draft.scene.document;
        self.about = self.compared(draft).map_or_else(Vec::new, |rows| rows.to_vec());
        let event = document.event.as_ref().map(|event| event.name.as_str());
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
        if self.about.is_empty() {
            self.about.extend(named.or_else(newest).map(|(place, _)| place));
        }
    }

    /// Rows of the two models that are compared.
    pub fn compared(&self, draft: &Draft<'_>) -> Option<[usize; 2]> {
        let [one, other] = draft.scene.document.scatter.compare.as_ref()?;
        let rows = [row_named(self.table, one)?, row_named(self.table, other)?];
        (rows[0] != rows[1]).then_some(rows)
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

    /// Corners of the frontier's staircase, out to the dear end of that range: a better
    /// score from each member's cost on.
    pub fn stairs(&self, members: &[usize], range: [f64; 2]) -> Vec<[f64; 2]> {
        let mut corners: Vec<[f64; 2]> = Vec::new();
        let known = members.iter().filter_map(|place| self.points.get(*place));
        for point in known.filter(|point| point.score.is_finite()) {
            let Some(cost) = point.cost else { continue };
            if let Some([_, score]) = corners.last().copied() {
                corners.push([cost, score]);
            }
            corners.push([cost, point.score]);
        }
        let [low, high] = range;
        let is_down = self.cost_scale == AxisScale::Log10Down;
        if let Some([cost, score]) = corners.last().copied()
            && if is_down { low < cost } else { high > cost }
        {
            corners.push([if is_down { low } else { high }, score]);
        }
        corners.dedup();
        corners
    }

    /// The mark of a point.
    pub fn mark(&self, draft: &Draft<'_>, point: &ModelPoint, x: f64) -> Mark {
        let lit = draft.view.highlight == Some(Subject::Model(point.row));
        let color = Self::ink(draft, point);
        let radius = draft.px(if lit { point.radius + 2.5 } else { point.radius });
        let paired = self.compared(draft).is_some_and(|rows| rows.contains(&point.row));
        let (fill, stroke) = paint(draft, color, point.hollow, point.certainty);
        let ring = paired.then(|| draft.stroke(draft.scene.theme.ink, 2.0));
        let stroke = stroke.or(ring);
        Mark::Point {
            subject: Subject::Model(point.row),
            at: [x, point.score],
            shape: point.shape,
            radius: if stroke.is_some() { radius - draft.px(0.8) } else { radius },
            fill: Some(fill),
            stroke,
        }
    }

    /// The bar of the interval around a score.
    pub fn bar(draft: &Draft<'_>, point: &ModelPoint, x: f64) -> Option<Mark> {
        let [low, high] = point.interval?;
        Some(Mark::Line {
            subject: Some(Subject::Model(point.row)),
            runs: vec![vec![[x, low], [x, high]]],
            stroke: draft.stroke(Self::ink(draft, point).faded(0.6), 1.6),
            marker: None,
        })
    }

    /// The dot within a point.
    pub fn dot(draft: &Draft<'_>, panel: &Panel, point: &ModelPoint, x: f64) -> Option<Shape> {
        let theme = draft.scene.theme;
        let at = panel.place([x, point.score]);
        (point.dotted && panel.shows(at)).then(|| Shape::Dot {
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

/// Bases of the costs that stand on the axis, in their order.
fn bases(scatter: &Scatter) -> Vec<CostBasis> {
    let drawn = scatter.points.iter().filter(|point| point.score.is_some());
    let mut bases: Vec<CostBasis> = drawn.filter_map(|point| point.basis).collect();
    bases.sort_unstable();
    bases.dedup();
    bases
}

/// Fill and outline of a point: hollow for a later price, paler and outlined the less sure it is.
pub(super) fn paint(
    draft: &Draft<'_>,
    color: Color,
    hollow: bool,
    certainty: Certainty,
) -> (Color, Option<Stroke>) {
    let fill = match certainty {
        _ if hollow => draft.scene.theme.background,
        Certainty::Sure => color,
        Certainty::Likely => color.faded(0.45),
        Certainty::Unsure => color.faded(0.15),
    };
    let outline = match certainty {
        Certainty::Sure if !hollow => None,
        Certainty::Unsure => Some(draft.dashed(color, 1.8, &[2.5, 2.0])),
        Certainty::Sure | Certainty::Likely => Some(draft.stroke(color, 2.0)),
    };
    (fill, outline)
}
