//! The market chart with its crosshair, and the bars of the event's moves under it.

use eframe::egui::{self, Pos2, Rect, Sense, Ui, pos2, vec2};

use super::Asks;
use super::cards;
use super::charts::{Stage, heading};
use super::figures::Figures;
use super::marks::{paint_labels, paint_shapes, screen_rect};
use super::plot::{self, Gestures, Setup, at_least, differs, within};
use super::rows::link;
use super::style::color32;
use crate::app::{App, Command, EventCommand, SeriesCommand, ViewCommand};
use crate::chart::figure::{Mark, Panel, PanelKind, Subject};
use crate::chart::{Figure, FigureKind, Theme, captions, readout};
use crate::text::{Arg, DateStyle};

/// How near the pointer has to be to a line to mean it, in points.
const NEAR: f32 = 9.0;
/// The shortest stretch a zoom shows, in sessions.
const LEAST_SESSIONS: f64 = 4.0;
/// How near to the event's line the pointer takes it, in points.
const GRIP: f32 = 4.0;

/// Shows heading and lines.
pub fn show(ui: &mut Ui, stage: Stage<'_>, figures: &mut Figures, asks: &mut Asks) {
    let Stage { app, theme, wheel } = stage;
    let scene = app.scene();
    heading(ui, &app.words().text("ui-market"), &captions::market_subtitle(&scene, app.view()));
    let region = ui.available_rect_before_wrap();
    ui.expand_to_include_rect(region);
    if region.width() < 40.0 || region.height() < 40.0 {
        return;
    }
    asks.over(ui, region, FigureKind::Market);
    let figure = figures.of(app, FigureKind::Market, region.size());
    let Some(panel) = figure.panels.first() else {
        labels_only(ui, region, &figure);
        return;
    };
    paint_shapes(ui.painter(), region.min, &panel.under);
    let free_y = app.view().market_y.is_some();
    let name = &figure.caption.alt;
    let gestures = Gestures::Time { free_y };
    let setup = Setup { id: ui.scope_id().with("market"), name, gestures, wheel };
    let outcome = plot::show(ui, region.min, panel, &setup);
    paint_shapes(ui.painter(), region.min, &panel.over);
    paint_labels(ui.painter(), region.min, &panel.labels);
    labels_only(ui, region, &figure);
    if outcome.fit {
        asks.command(Command::View(ViewCommand::Fit));
        asks.command(Command::Series(SeriesCommand::Select(None)));
    } else if let Some([x, y]) = outcome.ranges {
        let last = app.analysis().sessions.len().saturating_sub(1) as f64;
        let limits = plot::limits([0.0, last].into_iter(), 0.05).unwrap_or(x);
        asks.command(Command::View(ViewCommand::Sessions(Some(at_least(within(x, limits), LEAST_SESSIONS)))));
        if free_y || differs(y, panel.y.range) {
            let limits = plot::limits(line_points(panel).map(|[_, value]| value), 1.0).unwrap_or(y);
            asks.command(Command::View(ViewCommand::MarketY(Some(within(y, limits)))));
        }
    }
    let nearest = outcome.pointer.and_then(|pointer| nearest_line(panel, region.min, pointer));
    asks.point(nearest.clone());
    if outcome.response.clicked() {
        asks.command(Command::Series(SeriesCommand::Select(nearest)));
    }
    if let Some(pointer) = outcome.pointer
        && !outcome.response.dragged()
    {
        crosshair(ui, app, theme, region, panel, pointer);
    }
    drag_event(ui, app, region, panel, asks);
    date_axis(ui, app, theme, region, panel, asks);
}

/// The event's line can be taken and moved from session to session; one undo step a drag.
fn drag_event(ui: &Ui, app: &App, region: Rect, panel: &Panel, asks: &mut Asks) {
    let rule = panel.marks.iter().find_map(|mark| match mark {
        Mark::Rule { subject: Some(Subject::Event), at, .. } => Some(*at),
        _ => None,
    });
    let Some(at) = rule else { return };
    let plot = screen_rect(region.min, &panel.plot);
    let line_x = region.min.x + panel.place([at, 0.0])[0] as f32;
    let handle = Rect::from_x_y_ranges(line_x - GRIP..=line_x + GRIP, plot.y_range());
    let response = ui
        .interact(handle, ui.scope_id().with("event line"), Sense::drag())
        .on_hover_cursor(egui::CursorIcon::ResizeHorizontal);
    let name = app.words().text("ui-event-line");
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Slider, true, name.clone()));
    let Some(pointer) = response.interact_pointer_pos() else { return };
    let [x, _] = panel.value_at([f64::from((pointer - region.min).x), 0.0]);
    let [first, last] = panel.x.range;
    let Some(date) = app.analysis().sessions.nearest(x.clamp(first, last)) else { return };
    if response.drag_stopped() {
        asks.command(Command::Event(EventCommand::SetDate(date)));
    } else if response.dragged() && app.document().event.as_ref().map(|event| event.date) != Some(date) {
        asks.command(Command::Event(EventCommand::Drag(date)));
    }
}

fn labels_only(ui: &Ui, region: Rect, figure: &Figure) {
    paint_shapes(ui.painter(), region.min, &figure.shapes);
    paint_labels(ui.painter(), region.min, &figure.labels);
}

/// The series whose line runs nearest to the pointer, if any does within reach.
fn nearest_line(panel: &Panel, origin: Pos2, pointer: Pos2) -> Option<Subject> {
    let place = |at: [f64; 2]| {
        let [x, y] = panel.place(at);
        origin + vec2(x as f32, y as f32)
    };
    let mut best: Option<(f32, &Subject)> = None;
    for mark in &panel.marks {
        let Mark::Line { subject: Some(subject), runs, .. } = mark else { continue };
        for pair in runs.iter().flat_map(|run| run.windows(2)) {
            let [from, to] = pair else { continue };
            let distance = distance_to_segment(pointer, place(*from), place(*to));
            if distance <= NEAR && best.is_none_or(|(least, _)| distance < least) {
                best = Some((distance, subject));
            }
        }
    }
    best.map(|(_, subject)| subject.clone())
}

fn distance_to_segment(point: Pos2, from: Pos2, to: Pos2) -> f32 {
    let along = to - from;
    let share = if along.length_sq() > 0.0 {
        ((point - from).dot(along) / along.length_sq()).clamp(0.0, 1.0)
    } else {
        0.0
    };
    point.distance(from + along * share)
}

/// A line at the session under the pointer, a dot on every line there, and the card of values.
fn crosshair(ui: &mut Ui, app: &App, theme: &Theme, region: Rect, panel: &Panel, pointer: Pos2) {
    let local = pointer - region.min;
    let [x, _] = panel.value_at([f64::from(local.x), f64::from(local.y)]);
    let most = cards::rows_that_fit(ui.ctx().content_rect().height());
    let Some(readout) = readout::at(&app.scene(), app.view(), x, most) else { return };
    let plot = screen_rect(region.min, &panel.plot);
    let [screen_x, _] = panel.place([readout.position, 0.0]);
    let line_x = region.min.x + screen_x as f32;
    let stroke = egui::Stroke::new(1.0, color32(theme.faint));
    let painter = ui.painter().with_clip_rect(plot);
    painter.line_segment([pos2(line_x, plot.top()), pos2(line_x, plot.bottom())], stroke);
    let place = |at: [f64; 2]| {
        let [x, y] = panel.place(at);
        region.min + vec2(x as f32, y as f32)
    };
    for row in &readout.rows {
        let at = place([readout.position, row.value]);
        painter.circle_filled(at, 3.0, color32(row.style.stroke.color));
    }
    let drawn: Vec<Pos2> = line_points(panel).map(place).chain(label_points(region, panel)).collect();
    cards::readout(ui, theme, plot, line_x, &drawn, &readout);
}

/// Every point of the lines, in plot space.
fn line_points(panel: &Panel) -> impl Iterator<Item = [f64; 2]> + '_ {
    let runs = panel.marks.iter().filter_map(|mark| match mark {
        Mark::Line { runs, .. } => Some(runs),
        _ => None,
    });
    runs.flatten().flatten().copied()
}

/// Points along every text, so that a card knows what it would cover.
fn label_points(region: Rect, panel: &Panel) -> impl Iterator<Item = Pos2> + '_ {
    panel.labels.iter().flat_map(move |label| {
        let bounds = crate::chart::typography::bounds(label);
        (0..4_u8).map(move |step| {
            let share = f64::from(step) / 3.0;
            let at = vec2((bounds.x + share * bounds.width) as f32, (bounds.y + bounds.height / 2.0) as f32);
            region.min + at
        })
    })
}

/// Under the plot a click on the axis sets the event's date.
fn date_axis(ui: &mut Ui, app: &App, theme: &Theme, region: Rect, panel: &Panel, asks: &mut Asks) {
    let plot = screen_rect(region.min, &panel.plot);
    let axis = Rect::from_min_max(pos2(plot.left(), plot.bottom()), pos2(plot.right(), region.bottom()));
    if axis.height() < 4.0 || app.analysis().sessions.are_rows() {
        return;
    }
    let response = ui.interact(axis, ui.scope_id().with("date axis"), Sense::click());
    let name = app.words().text("ui-date-axis");
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name.clone()));
    let Some(pointer) = response.hover_pos() else { return };
    let local = pointer - region.min;
    let [x, _] = panel.value_at([f64::from(local.x), f64::from(local.y)]);
    let Some(date) = app.analysis().sessions.nearest(x) else { return };
    if response.clicked() {
        asks.command(Command::Event(EventCommand::SetDate(date)));
    }
    let [at, _] = panel.place([app.analysis().sessions.position(date).unwrap_or_default() as f64, 0.0]);
    let top = pos2(region.min.x + at as f32, plot.bottom());
    ui.painter().line_segment([top, top + vec2(0.0, 7.0)], egui::Stroke::new(2.0, color32(theme.event)));
    let text = app.words().date(date, DateStyle::Weekday);
    let hint = app.words().say("ui-date-axis-set", &[("date", Arg::Text(&text))]);
    response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_text_at_pointer(hint);
}

/// Shows the bars of the event's moves.
pub fn moves(ui: &mut Ui, stage: Stage<'_>, figures: &mut Figures, asks: &mut Asks) {
    let Stage { app, theme, wheel } = stage;
    let scene = app.scene();
    heading(ui, &captions::moves_title(&scene), &captions::moves_key(&scene));
    if app.document().event.is_none() && !app.analysis().sessions.are_rows() {
        let pressed = link(ui, theme, &app.words().text("ui-event-choose")).clicked();
        asks.open_event(pressed);
    }
    let region = ui.available_rect_before_wrap();
    ui.expand_to_include_rect(region);
    if region.width() < 40.0 || region.height() < 24.0 {
        return;
    }
    asks.over(ui, region, FigureKind::Moves);
    let figure = figures.of(app, FigureKind::Moves, region.size());
    for panel in figure.panels.iter().filter(|panel| panel.kind == PanelKind::Moves) {
        paint_shapes(ui.painter(), region.min, &panel.under);
        let (id, name) = (ui.scope_id().with("moves"), figure.caption.alt.as_str());
        let setup = Setup { id, name, gestures: Gestures::Still, wheel };
        let outcome = plot::show(ui, region.min, panel, &setup);
        paint_shapes(ui.painter(), region.min, &panel.over);
        paint_labels(ui.painter(), region.min, &panel.labels);
        if let Some(pointer) = outcome.pointer {
            let local = pointer - region.min;
            let [_, y] = panel.value_at([f64::from(local.x), f64::from(local.y)]);
            let bar = panel.marks.iter().find_map(|mark| match mark {
                Mark::Bar { subject, y: [from, to], .. } if (from.min(*to)..=from.max(*to)).contains(&y) => {
                    Some(subject.clone())
                }
                _ => None,
            });
            asks.point(bar.clone());
            if outcome.response.clicked() && bar.is_some() {
                asks.command(Command::Series(SeriesCommand::Select(bar)));
            }
        }
    }
    labels_only(ui, region, &figure);
}
