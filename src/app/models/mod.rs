//! Models as an answer: cost, score and frontier of a table as of a date, with what a reader has to
//! know about them.
//!
//! The JSON of an answer is a contract with other programs: its keys change only by addition.

mod notes;

use std::borrow::Cow;

use jiff::civil::Date;
use serde::Serialize;

use crate::chart::models::score_column;
use crate::model::{ColumnRole, Cost, CostBasis, Data, Document, Message, ModelColumn, ModelTable, Unit};
use crate::study::models::is_alike;
use crate::study::{Prices, Scatter, ScatterPoint, cost_on};
use crate::text::Words;

use super::open::first_event;

pub use crate::model::BasisChoice;
pub use crate::study::Filter;

/// Which cost stands on the axis.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum CostChoice {
    /// The first that the table has: price of tokens, cost to run, training.
    #[default]
    First,
    /// One kind.
    Kind(Cost),
    /// One column, by its header.
    Column(String),
}

/// What is asked of a table of models.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Question {
    /// Cost.
    pub cost: CostChoice,
    /// Basis of training costs.
    pub basis: BasisChoice,
    /// Header of the score column; the one that most models share when `None`.
    pub score: Option<String>,
    /// Date of the frontier; that of the event, else of the newest model when `None`.
    pub as_of: Option<Date>,
    /// What models must be; the frontier is that of the ones that are left.
    pub filters: Vec<Filter>,
    /// The day on which it is asked, after which a release date is named as one to come.
    pub today: Option<Date>,
    /// Whether the notes name every model, where they else name the first of many.
    pub is_whole: bool,
}

/// A column of the axes or of the file.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CostLine {
    /// Header, `null` where the table has no such cost.
    pub column: Option<String>,
    /// Unit.
    pub unit: Unit,
    /// Basis of training costs, `mixed` for several; the mixture of a blended price.
    pub basis: Option<String>,
}

/// The column of the score axis.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ScoreLine {
    /// Header, `null` where the table has no score.
    pub column: Option<String>,
    /// Unit.
    pub unit: Unit,
}

/// One model.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PointLine {
    /// Name as it is drawn.
    pub label: String,
    /// Who made it.
    pub organization: Option<String>,
    /// Release date in ISO form.
    pub date: Option<String>,
    /// Cost in the unit of the column.
    pub cost: Option<f64>,
    /// Score in the unit of the column.
    pub score: Option<f64>,
    /// Lower end of the score's interval.
    pub low: Option<f64>,
    /// Upper end of the score's interval.
    pub high: Option<f64>,
    /// Whether no other model dominates it.
    pub frontier: bool,
    /// Whether its cost is not disclosed.
    pub undisclosed: bool,
    /// How its training cost was counted.
    pub basis: Option<CostBasis>,
}

/// A column of the file.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ColumnLine {
    /// Header.
    pub name: String,
    /// Meaning.
    pub role: ColumnRole,
    /// Unit.
    pub unit: Unit,
}

/// Models of cost and score as of a date.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// The cost axis.
    pub cost: CostLine,
    /// The score axis.
    pub score: ScoreLine,
    /// Date of the frontier in ISO form.
    pub as_of: Option<String>,
    /// Every model that was asked for, in file order.
    pub points: Vec<PointLine>,
    /// Labels of the models on the frontier, ascending by cost.
    pub frontier: Vec<String>,
    /// Every column of the files.
    pub columns: Vec<ColumnLine>,
    /// What a reader has to know, in sentences.
    pub notes: Vec<String>,
}

/// What the answer is made from, for the notes.
struct Found<'a> {
    data: &'a Data,
    table: &'a ModelTable,
    question: &'a Question,
    cost: Option<&'a ModelColumn>,
    score: Option<&'a ModelColumn>,
    as_of: Option<Date>,
    scatter: &'a Scatter,
}

/// Answers a question about the open model tables.
///
/// # Errors
/// The sentence about what is not there: a table of models, a column, a field of a filter.
pub fn answer(data: &Data, question: &Question, words: &Words) -> Result<Answer, Message> {
    let table = data.models.as_deref().ok_or(Message::new("app-models-none"))?;
    let cost = cost_column(table, question)?;
    let cost = cost.as_deref();
    let score = match &question.score {
        Some(name) => Some(column_named(table, name)?),
        None => score_column(table, &Document::default()),
    };
    if let Some(unknown) = question.filters.iter().find(|filter| !filter.is_known(table)) {
        return Err(Message::new("app-models-no-field").with("field", unknown.field()));
    }
    let as_of = question.as_of.or_else(|| usual_date(data, table, question.today));
    let all: Vec<usize> = (0..table.rows.len()).collect();
    let of = |rows: &[usize]| Scatter::of(table, rows, cost, score, as_of, Prices::All);
    let takes = |point: &&ScatterPoint| question.filters.iter().all(|filter| filter.takes(table, point));
    let rows = || of(&all).points.iter().filter(takes).map(|point| point.row).collect::<Vec<_>>();
    let scatter = if question.filters.is_empty() { of(&all) } else { of(&rows()) };
    let points: Vec<PointLine> = scatter.points.iter().map(|point| point_line(table, point)).collect();
    let label = |place: &usize| points.get(*place).map(|point| point.label.clone());
    let found = Found { data, table, question, cost, score, as_of, scatter: &scatter };
    Ok(Answer {
        cost: cost_line(cost, &scatter),
        score: ScoreLine {
            column: score.map(|column| column.name.clone()),
            unit: score.map_or(Unit::None, |column| column.unit),
        },
        as_of: as_of.map(|date| date.to_string()),
        frontier: scatter.frontier.iter().filter_map(label).collect(),
        columns: table
            .header
            .iter()
            .map(|column| ColumnLine { name: column.name.clone(), role: column.role, unit: column.unit })
            .collect(),
        notes: notes::notes(&found, words),
        points,
    })
}

/// The day on which it is asked, in UTC.
#[must_use]
pub fn today() -> Date {
    jiff::tz::TimeZone::UTC.to_datetime(jiff::Timestamp::now()).date()
}

fn cost_column<'a>(
    table: &'a ModelTable,
    question: &Question,
) -> Result<Option<Cow<'a, ModelColumn>>, Message> {
    let of = |cost: Cost| cost_on(table, cost, question.basis, None);
    Ok(match &question.cost {
        CostChoice::Kind(cost) => of(*cost),
        CostChoice::First => {
            let all = || [Cost::Api, Cost::Run, Cost::Training].into_iter().filter_map(of);
            all().find(|column| column.filled() > 0).or_else(|| all().next())
        }
        CostChoice::Column(name) => Some(Cow::Borrowed(column_named(table, name)?)),
    })
}

/// The column of numbers of that header.
fn column_named<'a>(table: &'a ModelTable, name: &str) -> Result<&'a ModelColumn, Message> {
    table.columns.iter().find(|column| is_alike(&column.name, name)).ok_or_else(|| {
        let names: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
        Message::new("app-models-no-column").with("column", name).with("columns", names.join(", "))
    })
}

/// The event's date, else that of the newest model that is out.
fn usual_date(data: &Data, table: &ModelTable, today: Option<Date>) -> Option<Date> {
    let released = || table.rows.iter().filter_map(|row| row.released);
    let is_out = |date: &Date| today.is_none_or(|today| *date <= today);
    let newest = || released().filter(is_out).max().or_else(|| released().max());
    first_event(data).map(|event| event.date).or_else(newest)
}

fn cost_line(cost: Option<&ModelColumn>, scatter: &Scatter) -> CostLine {
    let mut bases: Vec<CostBasis> = scatter.points.iter().filter_map(|point| point.basis).collect();
    bases.sort_unstable();
    bases.dedup();
    let blend = cost.and_then(|column| column.blend).map(|ratio| format!("blended_{ratio}_to_1"));
    let basis = match bases.as_slice() {
        [] => blend,
        [only] => Some(only.code().to_owned()),
        _ => Some("mixed".to_owned()),
    };
    CostLine {
        column: cost.map(|column| column.name.clone()),
        unit: cost.map_or(Unit::None, |column| column.unit),
        basis,
    }
}

fn point_line(table: &ModelTable, point: &ScatterPoint) -> PointLine {
    let row = table.rows.get(point.row);
    PointLine {
        label: row.map(|row| row.label.clone()).unwrap_or_default(),
        organization: row.and_then(|row| row.organization.clone()),
        date: row.and_then(|row| row.released).map(|date| date.to_string()),
        cost: point.cost,
        score: point.score,
        low: point.interval.map(|[low, _]| low),
        high: point.interval.map(|[_, high]| high),
        frontier: point.on_frontier,
        undisclosed: point.cost.is_none(),
        basis: point.basis,
    }
}

#[cfg(test)]
mod tests;
