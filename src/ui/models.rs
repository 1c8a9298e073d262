//! The scatter of models: the strip over it, the plot, the rail, the card of the model under the
//! pointer, and the sentence that compares two.

use std::sync::Arc;

use eframe::egui::{self, Align2, Rect, Ui, vec2};

use super::Asks;
use super::bidi;
use super::cards;
use super::charts::Stage;
use super::figures::Figures;
use super::marks::{paint_labels, paint_shapes};
use super::plot::{self, Gestures, Setup, at_least, within};
use super::points::{Points, Spot};
use super::scatter_strip;
use super::style::{color32, font};
use crate::app::{App, Command, ScatterCommand, SeriesCommand, ViewCommand};
use crate::chart::figure::{Mark, PanelKind, Subject};
use crate::chart::{Figure, FigureKind, Theme, card};
use crate::text::Weight;

/// How many times the chart can be enlarged.
const MOST_ZOOM: f64 = 200.0;
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
    let points = figures.points(ui.ctx(), &figure, region.min);
    paint_shapes(ui.painter(), region.min, &figure.shapes);
    let mut nearest: Option<Spot> = None;
    for (place, panel) in figure.panels.iter().enumerate() {
        paint_shapes(ui.painter(), region.min, &panel.under);
        let rail = panel.kind == PanelKind::Rail;
        let gestures = if rail { Gestures::Still } else { Gestures::Plane };
        let id = ui.scope_id().with(("models", rail));
        let name = if rail { app.words().text("ui-rail") } else { figure.caption.alt.clone() };
        let setup = Setup { id, name: &name, gestures, wheel, triangles: points.triangles(place) };
        let outcome = plot::show(ui, region.min, panel, &setup);
        if outcome.fit {
            asks.command(Command::View(ViewCommand::Models(None)));
        } else if let Some(ranges) = outcome.ranges {
            asks.command(Command::View(ViewCommand::Models(Some(kept_near(&figure, ranges)))));
        }
        if let Some(pointer) = outcome.pointer {
            nearest = points.nearest(place, pointer, NEAR);
            let pairs = ui.input(|input| input.modifiers.shift);
            let second = outcome.response.secondary_clicked() || (outcome.response.clicked() && pairs);
            if let Some(spot) = nearest.filter(|_| second) {
                asks.command(Command::Scatter(ScatterCommand::Compare(spot.model)));
            } else if outcome.response.clicked() {
                let subject = nearest.map(|spot| Subject::Model(spot.model));
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
    lit(ui, app, theme, region, &figure, &points);
    if let Some(Spot { model, at, .. }) = nearest {
        asks.point(Some(Subject::Model(model)));
        if let Some(card) = card::model(&app.scene(), model) {
            cards::model(ui, theme, region, at, &points, &card);
        }
    }
}

/// A sentence as wide as the chart.
fn comparison(ui: &Ui, theme: &Theme, region: Rect, text: String) -> Arc<egui::Galley> {
    let wrap = (region.width() - 8.0).max(40.0);
    ui.painter().layout(text, font(12.0, Weight::Regular), color32(theme.ink), wrap)
}

/// A ring around the model that is pointed at or selected, and its name where it stands without one.
fn lit(ui: &Ui, app: &App, theme: &Theme, region: Rect, figure: &Figure, points: &Points) {
    let Some(Subject::Model(model)) = app.view().highlight else { return };
    let Some(at) = points.of_model(model) else { return };
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
    let kept = |range: [f64; 2], limits: [f64; 2]| {
        // Where all points are at one place, there is room around it all the same.
        let least = (limits[0].abs().max(limits[1].abs()) * 0.1).max(1e-3);
        let limits = at_least(limits, least);
        at_least(within(range, limits), (limits[1] - limits[0]) / MOST_ZOOM)
    };
    [kept(x, costs), kept(y, scores)]
}
