//! The scatter of models: its choices, the plot, the rail, and the card of the model under the
//! pointer.

use eframe::egui::{self, ComboBox, Pos2, Rect, RichText, Ui, vec2};

use super::Asks;
use super::cards;
use super::charts::Stage;
use super::figures::Figures;
use super::marks::{paint_labels, paint_shapes};
use super::plot::{self, Gestures, Setup, within};
use crate::app::{App, Command, SeriesCommand, ViewCommand};
use crate::chart::figure::{Mark, Panel, PanelKind, Subject};
use crate::chart::{Figure, FigureKind, Theme, card, models as model_chart};
use crate::model::Cost;

/// How near the pointer has to be to a point, in points.
const NEAR: f32 = 12.0;

/// Shows choices and chart.
pub fn show(ui: &mut Ui, stage: Stage<'_>, figures: &mut Figures, asks: &mut Asks) {
    let Stage { app, theme, wheel } = stage;
    choices(ui, app, asks);
    let region = ui.available_rect_before_wrap();
    ui.expand_to_include_rect(region);
    if region.width() < 60.0 || region.height() < 60.0 {
        return;
    }
    asks.over(ui, region, FigureKind::Models);
    let figure = figures.of(app, FigureKind::Models, region.size());
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
            if outcome.response.clicked() {
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
    if let Some((model, at)) = nearest {
        asks.point(Some(Subject::Model(model)));
        show_card(ui, app, theme, region, &figure, model, at);
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
        .filter_map(|mark| point_of(panel, origin, mark))
        .filter(|(_, at)| at.distance(pointer) <= NEAR)
        .min_by(|(_, a), (_, b)| a.distance(pointer).total_cmp(&b.distance(pointer)))
}

/// Which cost and which score.
fn choices(ui: &mut Ui, app: &App, asks: &mut Asks) {
    let words = app.words();
    ui.horizontal(|ui| {
        ui.label(RichText::new(words.text("ui-models")).text_style(egui::TextStyle::Heading));
        let Some(table) = app.data().models.as_deref() else { return };
        if table.scores().next().is_none() {
            // Nothing to choose among.
            return;
        }
        let cost = app.document().cost;
        let cost_name = words.text(model_chart::cost_key(cost));
        let narrow = ui.available_width() < 360.0;
        let width = if narrow { 96.0 } else { 150.0 };
        let combo = ComboBox::from_id_salt("cost").width(width).truncate().selected_text(&cost_name);
        let shown = combo.show_ui(ui, |ui| {
            for choice in Cost::ALL {
                let known = model_chart::cost_column(table, choice).is_some();
                let name = words.text(model_chart::cost_key(choice));
                if ui.add_enabled(known, egui::Button::selectable(choice == cost, name)).clicked() {
                    asks.command(Command::View(ViewCommand::Cost(choice)));
                }
            }
        });
        name_it(&shown.response, &words.text("ui-models-cost"));
        let chosen = model_chart::score_column(table, app.document()).map(|column| column.name.clone());
        let text = chosen.as_deref().map(model_chart::score_name).unwrap_or_default();
        let combo = ComboBox::from_id_salt("score").width(width).truncate().selected_text(text);
        let shown = combo.show_ui(ui, |ui| {
            for column in table.scores() {
                let selected = chosen.as_deref() == Some(&column.name);
                if ui.selectable_label(selected, model_chart::score_name(&column.name)).clicked() {
                    asks.command(Command::View(ViewCommand::Score(column.name.clone())));
                }
            }
        });
        name_it(&shown.response, &words.text("ui-models-score"));
    });
}

fn name_it(response: &egui::Response, name: &str) {
    let name = name.to_owned();
    response.widget_info(move || egui::WidgetInfo::labeled(egui::Role::ComboBox, true, name.clone()));
}
