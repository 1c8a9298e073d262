//! The numbers that a figure draws, read back from its marks: what a CSV beside it holds and what
//! a later check compares.
//!
//! A date is the session at a mark's place, a value the mark's own; a table, which has words in
//! place of marks, gives the closes and moves that its rows are written from.

use serde::{Deserialize, Serialize};

use super::columns::{Measure, cells};
use super::figure::{Figure, Mark, Panel, PanelKind, Subject};
use super::session_axis::{shown_dates, shown_sessions};
use super::{Scene, View};
use crate::model::{Scale, SeriesId};
use crate::study::moves::{base_without_event, change_to};
use jiff::civil::Date;

/// One number of a figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Drawn {
    /// The chart: `market`, `moves`, `models`, `table`, `study`.
    pub chart: String,
    /// What it is: `line`, `bar`, `reported`, `model`; of a table `base`, `close`, `move`, or the
    /// ids of the columns asked for; of a study `ar`, `car`, `car_low`, `car_high`.
    pub what: String,
    /// Name of the series or model.
    pub name: String,
    /// Id of the series; empty for a model.
    pub id: String,
    /// The session's date, or the row that stands in its place; empty where there is none.
    pub date: String,
    /// Cost in US dollars of a model whose cost is disclosed.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub cost_usd: Option<f64>,
    /// The value.
    pub value: f64,
    /// Its unit: `percent`, `base 100`, `points` of an index, a currency, or the score's name.
    pub unit: String,
}

impl Drawn {
    /// Names of the columns of [`Drawn::cells`].
    pub const COLUMNS: [&'static str; 8] =
        ["chart", "what", "name", "id", "date", "cost_usd", "value", "unit"];

    /// Its cells, one a column.
    #[must_use]
    pub fn cells(&self) -> [String; 8] {
        let Self { chart, what, name, id, date, cost_usd, value, unit } = self;
        let cost = cost_usd.map(|cost| cost.to_string()).unwrap_or_default();
        [chart, what, name, id, date, &cost, &value.to_string(), unit].map(Clone::clone)
    }

    /// What it is the value of, apart from the value.
    #[must_use]
    pub fn place(&self) -> [&str; 5] {
        [&self.chart, &self.what, &self.name, &self.id, &self.date]
    }
}

/// Every number that the figure draws, panel by panel in the order of drawing.
#[must_use]
pub fn drawn(figure: &Figure, scene: &Scene<'_>, view: &View) -> Vec<Drawn> {
    figure
        .panels
        .iter()
        .flat_map(|panel| match panel.kind {
            PanelKind::Table => table_numbers(panel, scene, view),
            PanelKind::Study => study_numbers(panel, scene),
            _ => panel_numbers(panel, scene),
        })
        .collect()
}

/// The numbers of a table, which has words in place of marks: of every series with a row its base,
/// its close and the move between them; without an event those of the sessions in view.
fn table_numbers(panel: &Panel, scene: &Scene<'_>, view: &View) -> Vec<Drawn> {
    let mut ids: Vec<&SeriesId> = Vec::new();
    for label in &panel.labels {
        if let Some(Subject::Series(id)) = &label.subject
            && !ids.contains(&id)
        {
            ids.push(id);
        }
    }
    let sessions = &scene.analysis.sessions;
    let shown = shown_dates(sessions, shown_sessions(sessions, view));
    let mut numbers = Vec::new();
    for id in ids {
        let Some(series) = scene.data.series(id) else { continue };
        if !view.columns.is_empty() {
            numbers.extend(column_numbers(panel, scene, view, id));
            continue;
        }
        let found = if scene.event().is_some() {
            let found = scene.analysis.move_of(id);
            found.and_then(|found| Some((found.base?, found.event?, found.change)))
        } else {
            shown.and_then(|(from, to)| {
                let base = base_without_event(series, from)?;
                let (date, change) = change_to(series, &base, to)?;
                Some((base, (date, base.close * (1.0 + change)), Some(change)))
            })
        };
        let Some((base, (date, close), change)) = found else { continue };
        let points = || "points".to_owned();
        let currency = || series.info.currency.clone().unwrap_or_default();
        let currency = || if series.is_index() { points() } else { currency() };
        let mut add = |what: &str, date: Date, value: f64, unit: String| {
            let drawn = of_series(panel, scene, what, id, day(date), value);
            numbers.extend(drawn.map(|drawn| Drawn { unit, ..drawn }));
        };
        add("base", base.date, base.close, currency());
        add("close", date, close, currency());
        if let Some(change) = change {
            add("move", date, change * 100.0, "percent".to_owned());
        }
    }
    numbers
}

/// The numbers of the abnormal returns: each bar, each point of the sum, and the ends of its interval.
fn study_numbers(panel: &Panel, scene: &Scene<'_>) -> Vec<Drawn> {
    let inside = |x: f64| panel.x.range[0] <= x && x <= panel.x.range[1];
    let mut numbers = Vec::new();
    let mut add = |what: &str, id: &SeriesId, at: [f64; 2]| {
        if inside(at[0])
            && let Some(date) = session(scene, at[0])
        {
            numbers.extend(of_series(panel, scene, what, id, date, at[1]));
        }
    };
    for mark in &panel.marks {
        match mark {
            Mark::Bar { subject: Subject::Series(id), x, y: [low, high], .. } => {
                let value = if low.abs() > high.abs() { *low } else { *high };
                add("ar", id, [f64::midpoint(x[0], x[1]), value]);
            }
            Mark::Line { subject: Some(Subject::Series(id)), runs, .. } => {
                for run in runs {
                    match run.as_slice() {
                        [low, high] if (low[0] - high[0]).abs() < 1e-9 => {
                            add("car_low", id, *low);
                            add("car_high", id, *high);
                        }
                        points => points.iter().for_each(|at| add("car", id, *at)),
                    }
                }
            }
            _ => {}
        }
    }
    numbers
}

/// The numbers of the columns that were asked for, in the units of their cells, returns in per cent.
fn column_numbers(panel: &Panel, scene: &Scene<'_>, view: &View, id: &SeriesId) -> Vec<Drawn> {
    let Some(series) = scene.data.series(id) else { return Vec::new() };
    let cells = cells(&view.columns, scene, view, series, 2);
    let drawn = view.columns.iter().zip(cells).filter_map(|(column, cell)| {
        let measure = column.measure();
        let unit = match measure {
            Measure::Share => "percent".to_owned(),
            Measure::Price if series.is_index() => "points".to_owned(),
            Measure::Price | Measure::Money => series.info.currency.clone().unwrap_or_default(),
            Measure::Sessions => "sessions".to_owned(),
            Measure::Words | Measure::Date | Measure::Plain => String::new(),
        };
        let value = cell.number? * if measure == Measure::Share { 100.0 } else { 1.0 };
        let drawn = of_series(panel, scene, column.id(), id, event_date(scene, id), value)?;
        Some(Drawn { unit, ..drawn })
    });
    drawn.collect()
}

/// A date, or the number of the row that stands in its place.
fn day(date: Date) -> String {
    crate::model::row_of(date).map_or_else(|| date.to_string(), |row| row.to_string())
}

fn panel_numbers(panel: &Panel, scene: &Scene<'_>) -> Vec<Drawn> {
    let mut numbers = Vec::new();
    for mark in &panel.marks {
        match mark {
            Mark::Line { subject: Some(Subject::Series(id)), runs, .. } => {
                let inside = |at: &&[f64; 2]| panel.x.range[0] <= at[0] && at[0] <= panel.x.range[1];
                let points = runs.iter().flatten().filter(inside);
                numbers.extend(points.filter_map(|at| {
                    let date = session(scene, at[0])?;
                    of_series(panel, scene, "line", id, date, at[1])
                }));
            }
            Mark::Bar { subject: Subject::Series(id), x: [from, to], .. } => {
                let value = if from.abs() > to.abs() { *from } else { *to };
                numbers.extend(of_series(panel, scene, "bar", id, event_date(scene, id), value));
            }
            Mark::Point { subject: Subject::Reported(id), at, .. } if panel.shows(panel.place(*at)) => {
                numbers.extend(of_series(panel, scene, "reported", id, event_date(scene, id), at[0]));
            }
            Mark::Point { subject: Subject::Model(row), at, .. } if panel.shows(panel.place(*at)) => {
                numbers.extend(of_model(panel, scene, *row, *at));
            }
            _ => {}
        }
    }
    numbers
}

fn chart_name(kind: PanelKind) -> &'static str {
    match kind {
        PanelKind::Market => "market",
        PanelKind::Moves => "moves",
        PanelKind::Models | PanelKind::Rail => "models",
        PanelKind::Table => "table",
        PanelKind::Study => "study",
    }
}

/// The date of a session, or the number of a row.
fn session(scene: &Scene<'_>, place: f64) -> Option<String> {
    scene.analysis.sessions.date(place.round().max(0.0) as usize).map(day)
}

/// The date of the event's session on the series' own exchange.
fn event_date(scene: &Scene<'_>, id: &SeriesId) -> String {
    let found = scene.analysis.move_of(id).and_then(|found| found.event);
    found.map(|(date, _)| date.to_string()).unwrap_or_default()
}

fn of_series(
    panel: &Panel,
    scene: &Scene<'_>,
    what: &str,
    id: &SeriesId,
    date: String,
    value: f64,
) -> Option<Drawn> {
    let series = scene.data.series.iter().find(|series| series.id == *id)?;
    let unit = match (panel.kind, scene.document.scale) {
        (PanelKind::Market, Scale::Hundred) => "base 100".to_owned(),
        (PanelKind::Market, Scale::Price) if series.is_index() => "points".to_owned(),
        (PanelKind::Market, Scale::Price) => series.info.currency.clone().unwrap_or_default(),
        _ => "percent".to_owned(),
    };
    Some(Drawn {
        chart: chart_name(panel.kind).to_owned(),
        what: what.to_owned(),
        name: series.name().to_owned(),
        id: id.as_str().to_owned(),
        date,
        cost_usd: None,
        value: rounded(value),
        unit,
    })
}

fn of_model(panel: &Panel, scene: &Scene<'_>, row: usize, at: [f64; 2]) -> Option<Drawn> {
    let table = scene.data.models.as_deref()?;
    let model = table.rows.get(row)?;
    let score = super::models::score_column(table, scene.document);
    Some(Drawn {
        chart: chart_name(panel.kind).to_owned(),
        what: "model".to_owned(),
        name: model.name.clone(),
        id: String::new(),
        date: model.released.map(|date| date.to_string()).unwrap_or_default(),
        // Plot space holds the logarithm; twelve digits are more than any price list has.
        cost_usd: (panel.kind == PanelKind::Models).then(|| rounded(panel.x.scale.value(at[0]))),
        value: rounded(panel.y.scale.value(at[1])),
        unit: score.map(|column| column.name.clone()).unwrap_or_default(),
    })
}

/// The number at twelve significant digits: what arithmetic added at the end goes, and the power of
/// a logarithm gives back what it was of.
fn rounded(value: f64) -> f64 {
    format!("{value:.11e}").parse().unwrap_or(value)
}
