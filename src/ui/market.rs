//! The market chart with its crosshair, and the bars of the event's moves under it.

use eframe::egui::{self, Align, Button, Layout, Pos2, Rect, RichText, Sense, Ui, WidgetInfo, pos2, vec2};

use super::Asks;
use super::bar::keys_of;
use super::cards;
use super::charts::{Stage, heading};
use super::figures::Figures;
use super::marks::{paint_labels, paint_shapes, screen_rect};
use super::plot::{self, Gestures, Setup, at_least, differs, within};
use super::rows::link;
use super::scatter_cursor;
use super::style::{color32, font};
use crate::app::{Action, App, Command, EventCommand, SeriesCommand, ViewCommand};
use crate::chart::bands::studied;
use crate::chart::figure::{Mark, Panel, PanelKind, Subject};
use crate::chart::{Figure, FigureKind, Theme, View, captions, readout, study_view};
use crate::text::{Arg, DateStyle, Weight};

/// How near the pointer has to be to a line to mean it, in points.
const NEAR: f32 = 9.0;
/// The shortest stretch a zoom shows, in sessions.
const LEAST_SESSIONS: f64 = 4.0;
/// How near to the event's line the pointer takes it, in points.
const GRIP: f32 = 4.0;

/// Whether the study is shown on the chart.
pub fn is_studied(app: &App) -> bool {
    app.view().study && app.can(Action::Study)
}

/// Shows heading and lines, and under them the abnormal returns while the study is shown.
pub fn show(ui: &mut Ui, stage: Stage<'_>, figures: &mut Figures, asks: &mut Asks) {
    let Stage { app, theme, .. } = stage;
    let scene = app.scene();
    let title = app.words().text("ui-market");
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            switch(ui, app, theme, asks);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                heading(ui, &title, &captions::market_subtitle(&scene, app.view()));
            });
        });
    });
    let region = ui.available_rect_before_wrap();
    ui.expand_to_include_rect(region);
    if region.width() < 40.0 || region.height() < 40.0 {
        return;
    }
    let studied = is_studied(app);
    let kind = if studied { FigureKind::Study } else { FigureKind::Market };
    asks.over(ui, region, kind);
    let figure = figures.of(app, kind, region.size());
    let view = if studied { study_view(&scene, app.view()) } else { app.view().clone() };
    let (Some(panel), Some(last)) = (figure.panels.first(), figure.panels.last()) else {
        labels_only(ui, region, &figure);
        return;
    };
    let mut pointed = None;
    for (place, panel) in figure.panels.iter().enumerate() {
        if let Some(pointer) = plot_panel(ui, stage, region, (place, panel), &figure, asks) {
            pointed = Some((place, pointer));
        }
    }
    labels_only(ui, region, &figure);
    if let Some((place, pointer)) = pointed {
        for other in figure.panels.iter().skip(1) {
            session_line(ui, app, theme, region, other, pointer);
        }
        if place == 0 {
            crosshair(ui, app, &view, (theme, region, panel), pointer);
        } else {
            session_line(ui, app, theme, region, panel, pointer);
        }
    }
    scatter_cursor::follow(app, region, panel, pointed.map(|(_, pointer)| pointer), asks);
    drag_event(ui, app, region, [panel, last], asks);
    date_axis(ui, app, theme, region, last, asks);
}

/// Shows one panel and what was done on it; where the pointer is, while it points and does not drag.
fn plot_panel(
    ui: &mut Ui,
    stage: Stage<'_>,
    region: Rect,
    (place, panel): (usize, &Panel),
    figure: &Figure,
    asks: &mut Asks,
) -> Option<Pos2> {
    let Stage { app, wheel, .. } = stage;
    let is_market = panel.kind == PanelKind::Market;
    paint_shapes(ui.painter(), region.min, &panel.under);
    let free_y = is_market && app.view().market_y.is_some();
    let name = if is_market { figure.caption.alt.clone() } else { app.words().text("ui-study-panel") };
    let gestures = Gestures::Time { free_y };
    let setup =
        Setup { id: ui.scope_id().with(("market", place)), name: &name, gestures, wheel, triangles: None };
    let outcome = plot::show(ui, region.min, panel, &setup);
    paint_shapes(ui.painter(), region.min, &panel.over);
    paint_labels(ui.painter(), region.min, &panel.labels);
    if outcome.fit {
        asks.command(Command::View(ViewCommand::Fit));
        asks.command(Command::Series(SeriesCommand::Select(None)));
    } else if let Some([x, y]) = outcome.ranges {
        let last = app.analysis().sessions.len().saturating_sub(1) as f64;
        let limits = plot::limits([0.0, last].into_iter(), 0.05).unwrap_or(x);
        asks.command(Command::View(ViewCommand::Sessions(Some(at_least(within(x, limits), LEAST_SESSIONS)))));
        if is_market && (free_y || differs(y, panel.y.range)) {
            let limits = plot::limits(line_points(panel).map(|[_, value]| value), 1.0).unwrap_or(y);
            asks.command(Command::View(ViewCommand::MarketY(Some(within(y, limits)))));
        }
    }
    let pointer = outcome.pointer.filter(|_| !outcome.response.dragged());
    if is_market {
        let nearest = outcome.pointer.and_then(|pointer| nearest_line(panel, region.min, pointer));
        asks.point(nearest.clone());
        if outcome.response.clicked() {
            asks.command(Command::Series(SeriesCommand::Select(nearest)));
        }
    } else if let Some(text) = pointer.and_then(|pointer| day_of(app, region, panel, pointer)) {
        outcome.response.on_hover_text_at_pointer(text);
    }
    pointer
}

/// What the study says of the session under the pointer.
fn day_of(app: &App, region: Rect, panel: &Panel, pointer: Pos2) -> Option<String> {
    let series = studied(&app.scene(), app.view())?;
    let study = app.analysis().study_of(&series.id)?.as_ref().ok()?;
    let [x, _] = panel.value_at([f64::from((pointer - region.min).x), 0.0]);
    let date = app.analysis().sessions.nearest(x)?;
    let words = app.words();
    let in_window = study.window.iter().find(|day| day.date == date);
    let day = in_window.or_else(|| study.days.iter().find(|day| day.date == date))?;
    let [own, ar, car] = [day.own, day.ar, day.car].map(|share| words.change(share, 2));
    let date = words.date(date, DateStyle::Weekday);
    let facts = [
        ("name", Arg::Text(series.id.as_str())),
        ("date", Arg::Text(&date)),
        ("own", Arg::Text(&own)),
        ("ar", Arg::Text(&ar)),
        ("car", Arg::Text(&car)),
    ];
    Some(words.say(if in_window.is_some() { "ui-study-day-window" } else { "ui-study-day" }, &facts))
}

/// A line at the session under the pointer.
fn session_line(ui: &Ui, app: &App, theme: &Theme, region: Rect, panel: &Panel, pointer: Pos2) {
    let [x, _] = panel.value_at([f64::from((pointer - region.min).x), 0.0]);
    let sessions = &app.analysis().sessions;
    let Some(position) = sessions.nearest(x).and_then(|date| sessions.position(date)) else { return };
    let plot = screen_rect(region.min, &panel.plot);
    let [screen_x, _] = panel.place([position as f64, 0.0]);
    let line_x = region.min.x + screen_x as f32;
    let stroke = egui::Stroke::new(1.0, color32(theme.faint));
    let painter = ui.painter().with_clip_rect(plot);
    painter.line_segment([pos2(line_x, plot.top()), pos2(line_x, plot.bottom())], stroke);
}

/// Shows the study on the chart or not, and opens its form.
fn switch(ui: &mut Ui, app: &App, theme: &Theme, asks: &mut Asks) {
    let hint = |action: Action| format!("{} ({})", app.words().text(action.label()), keys_of(action));
    for (key, action, lit) in [
        ("ui-study-options", Action::StudyOptions, false),
        ("ui-study-shown", Action::Study, app.view().study),
    ] {
        if !app.can(action) {
            continue;
        }
        let text = app.words().text(key);
        let rich = RichText::new(&text).font(font(12.0, Weight::Semibold)).color(color32(theme.action));
        let button = Button::selectable(lit, rich).min_size(vec2(0.0, 20.0));
        let response = ui.add(button).on_hover_text(hint(action));
        let told = app.words().text(action.label());
        response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, lit, told.clone()));
        if response.clicked() {
            asks.action(action);
        }
    }
}

/// The event's line can be taken and moved from session to session; one undo step a drag.
fn drag_event(ui: &Ui, app: &App, region: Rect, [panel, last]: [&Panel; 2], asks: &mut Asks) {
    let rule = panel.marks.iter().find_map(|mark| match mark {
        Mark::Rule { subject: Some(Subject::Event), at, .. } => Some(*at),
        _ => None,
    });
    let Some(at) = rule else { return };
    let [plot, lowest] = [panel, last].map(|panel| screen_rect(region.min, &panel.plot));
    let line_x = region.min.x + panel.place([at, 0.0])[0] as f32;
    let handle = Rect::from_x_y_ranges(line_x - GRIP..=line_x + GRIP, plot.top()..=lowest.bottom());
    let response = ui
        .interact(handle, ui.scope_id().with("event line"), Sense::drag())
        .on_hover_cursor(egui::CursorIcon::ResizeHorizontal);
    let name = app.words().text("ui-event-line");
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Slider, true, name.clone()));
    let Some(pointer) = response.interact_pointer_pos() else { return };
    let [x, _] = panel.value_at([f64::from((pointer - region.min).x), 0.0]);
    let [first, last] = panel.x.range;
    let Some(date) = app.analysis().sessions.nearest(x.clamp(first, last)) else { return };
    // A press that moves to no other session leaves the event's own date and time as they are.
    let moves = app.event_session() != Some(date);
    let event = app.document().event.as_ref();
    let is_dated = event.is_some_and(|event| event.date == date && event.moment.is_none());
    if response.drag_stopped() && (moves || is_dated) {
        asks.command(Command::Event(EventCommand::SetDate(date)));
    } else if response.dragged() && moves {
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
fn crosshair(
    ui: &mut Ui,
    app: &App,
    view: &View,
    (theme, region, panel): (&Theme, Rect, &Panel),
    pointer: Pos2,
) {
    let local = pointer - region.min;
    let [x, _] = panel.value_at([f64::from(local.x), f64::from(local.y)]);
    let most = cards::rows_that_fit(ui.ctx().content_rect().height());
    let Some(readout) = readout::at(&app.scene(), view, x, most) else { return };
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
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, name.clone()));
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
        let setup = Setup { id, name, gestures: Gestures::Still, wheel, triangles: None };
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
