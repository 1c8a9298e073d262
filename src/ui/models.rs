//! The scatter of models: the strip over it, the plot, the rail, the card of the model under the
//! pointer, and the sentence that compares two.

use std::sync::Arc;

use eframe::egui::{self, Align2, Pos2, Rect, Ui, vec2};

use super::Asks;
use super::bidi;
use super::cards;
use super::charts::Stage;
use super::figures::Figures;
use super::marks::{paint_labels, paint_shapes};
use super::plot::{self, Gestures, Setup, within};
use super::scatter_strip;
use super::style::{color32, font};
use crate::app::{App, Command, ScatterCommand, SeriesCommand, ViewCommand};
use crate::chart::figure::{Mark, Panel, PanelKind, Subject};
use crate::chart::{Figure, FigureKind, Theme, card};
use crate::text::Weight;

/// How near the pointer has to be to a point, in points.
const NEAR: f32 = 12.0;

/// Shows choices and chart.
pub fn show(ui: &mut Ui, stage: Stage<'_>, figures: &mut Figures, asks: &mut Asks) {
    let Stage { app, theme, wheel } = stage;
    scatter_strip::show(ui, app, asks);
    let mut region = ui.available_rect_before_wrap();
    let sentence = figures.comparison(app).map(|text| comparison(ui, theme, region, text));
    if let Some(galley) = &sentence {
        region.max.y -= galley.size().y + 4.0;
    }
    ui.expand_to_include_rect(region);
    if let Some(galley) = sentence {
        ui.painter().galley(region.left_bottom() + vec2(4.0, 2.0), galley, color32(theme.ink));
    }
    if region.width() < 60.0 || region.height() < 60.0 {
        return;
    }
    asks.over(ui, region, FigureKind::Models);
    let (figure, names) = figures.models(ui.ctx(), app, region.size(), asks);
    paint_shapes(ui.painter(), region.min, &figure.shapes);
    let mut nearest: Option<(usize, Pos2)> = None;
    for panel in &figure.panels {
        paint_shapes(ui.painter(), region.min, &panel.under);
        let rail = panel.kind == PanelKind::Rail;
        let gestures = if rail { Gestures::Still } else { Gestures::Plane };
        let id = ui.scope_id().with(("models", rail));
        let name = if rail { app.words().text("ui-rail") } else { figure.caption.alt.clone() };
        let outcome = plot::show(ui, region.min, panel, &Setup { id, name: &name, gestures, wheel });
        if outcome.fit {
            asks.command(Command::View(ViewCommand::Models(None)));
        } else if let Some(ranges) = outcome.ranges {
            asks.command(Command::View(ViewCommand::Models(Some(kept_near(&figure, ranges)))));
        }
        if let Some(pointer) = outcome.pointer {
            nearest = nearest_point(panel, region.min, pointer);
            let pairs = ui.input(|input| input.modifiers.shift);
            let second = outcome.response.secondary_clicked() || (outcome.response.clicked() && pairs);
            if let Some((model, _)) = nearest.filter(|_| second) {
                asks.command(Command::Scatter(ScatterCommand::Compare(model)));
            } else if outcome.response.clicked() {
                let subject = nearest.map(|(model, _)| Subject::Model(model));
                asks.command(Command::Series(SeriesCommand::Select(subject)));
            }
        }
    }
    for panel in &figure.panels {
        paint_shapes(ui.painter(), region.min, &panel.over);
        paint_labels(ui.painter(), region.min, &panel.labels);
    }
    paint_labels(ui.painter(), region.min, &figure.labels);
    paint_labels(ui.painter(), region.min, &names);
    lit(ui, app, theme, region, &figure);
    if let Some((model, at)) = nearest {
        asks.point(Some(Subject::Model(model)));
        show_card(ui, app, theme, region, &figure, model, at);
    }
}

/// A sentence as wide as the chart.
fn comparison(ui: &Ui, theme: &Theme, region: Rect, text: String) -> Arc<egui::Galley> {
    let wrap = (region.width() - 8.0).max(40.0);
    ui.painter().layout(text, font(12.0, Weight::Regular), color32(theme.ink), wrap)
}

/// A ring around the model that is pointed at or selected, and its name where it stands without one.
fn lit(ui: &Ui, app: &App, theme: &Theme, region: Rect, figure: &Figure) {
    let Some(Subject::Model(model)) = app.view().highlight else { return };
    let found = figure.panels.iter().find_map(|panel| {
        let points = panel.marks.iter().filter(|mark| is_shown(panel, mark));
        points.filter_map(|mark| point_of(panel, region.min, mark)).find(|(row, _)| *row == model)
    });
    let Some((_, at)) = found else { return };
    let ink = color32(theme.ink);
    ui.painter().circle_stroke(at, 9.0, egui::Stroke::new(1.6, ink));
    let subject = Some(Subject::Model(model));
    let mut labels = figure.panels.iter().flat_map(|panel| &panel.labels);
    let name = app.data().models.as_deref().and_then(|table| table.rows.get(model));
    if let Some(row) = name.filter(|_| !labels.any(|label| label.subject == subject)) {
        let text = if row.label.is_empty() { &row.name } else { &row.label };
        let is_left = at.x < region.center().x;
        let (side, align) = if is_left { (12.0, Align2::LEFT_CENTER) } else { (-12.0, Align2::RIGHT_CENTER) };
        let galley = bidi::line(ui.painter(), text, font(12.0, Weight::Semibold), ink);
        let rect = align.anchor_size(at + vec2(side, 0.0), galley.size());
        ui.painter().rect_filled(rect.expand(2.0), 2.0, color32(theme.background));
        ui.painter().galley(rect.min, galley, ink);
    }
}

fn is_shown(panel: &Panel, mark: &Mark) -> bool {
    matches!(mark, Mark::Point { at, .. } if panel.shows(panel.place(*at)))
}

/// Ranges of cost and score that do not leave the points far behind.
fn kept_near(figure: &Figure, [x, y]: [[f64; 2]; 2]) -> [[f64; 2]; 2] {
    let points = |kinds: &'static [PanelKind], axis: usize| {
        let marks =
            figure.panels.iter().filter(|panel| kinds.contains(&panel.kind)).flat_map(|panel| &panel.marks);
        marks.filter_map(move |mark| match mark {
            Mark::Point { at, .. } => at.get(axis).copied(),
            _ => None,
        })
    };
    let costs = plot::limits(points(&[PanelKind::Models], 0), 0.5).unwrap_or(x);
    let scores = plot::limits(points(&[PanelKind::Models, PanelKind::Rail], 1), 0.5).unwrap_or(y);
    [within(x, costs), within(y, scores)]
}

fn show_card(ui: &Ui, app: &App, theme: &Theme, region: Rect, figure: &Figure, model: usize, at: Pos2) {
    let Some(card) = card::model(&app.scene(), model) else { return };
    let points: Vec<Pos2> = figure
        .panels
        .iter()
        .flat_map(|panel| panel.marks.iter().filter_map(move |mark| point_of(panel, region.min, mark)))
        .map(|(_, at)| at)
        .collect();
    cards::model(ui, theme, region, at, &points, &card);
}

fn point_of(panel: &Panel, origin: Pos2, mark: &Mark) -> Option<(usize, Pos2)> {
    let Mark::Point { subject: Subject::Model(model), at, .. } = mark else { return None };
    let [x, y] = panel.place(*at);
    Some((*model, origin + vec2(x as f32, y as f32)))
}

fn nearest_point(panel: &Panel, origin: Pos2, pointer: Pos2) -> Option<(usize, Pos2)> {
    panel
        .marks
        .iter()
        .filter(|mark| is_shown(panel, mark))
        .filter_map(|mark| point_of(panel, origin, mark))
        .filter(|(_, at)| at.distance(pointer) <= NEAR)
        .min_by(|(_, a), (_, b)| a.distance(pointer).total_cmp(&b.distance(pointer)))
}
