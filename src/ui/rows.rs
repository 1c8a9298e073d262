//! Small things that several panels draw alike: a series' line sample, small buttons, group
//! headings, number cells.

use eframe::egui::{
    self, Align2, Button, Color32, Response, RichText, Role, Sense, Shape, Ui, WidgetInfo, pos2, vec2,
};

use super::bidi;
use super::marks::sample_line;
use super::style::{GROUP, color32, font};
use crate::app::App;
use crate::chart::figure::Color;
use crate::chart::{Theme, readout};
use crate::model::SeriesId;
use crate::text::{Weight, elide};

/// Width of a line sample.
const SAMPLE: f32 = 22.0;

/// A series' line as it is drawn in the chart, that can be pressed to pick it or to drop it.
pub fn swatch(ui: &mut Ui, app: &App, id: &SeriesId) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(SAMPLE, 18.0), Sense::click());
    let style = readout::line_style(&app.scene(), id);
    let mut shapes = Vec::new();
    sample_line(rect.left_center(), rect.right_center(), &style, &mut shapes);
    ui.painter().extend(shapes);
    let words = app.words();
    let picked = app.document().picks.contains(id);
    let name = words.say(
        if picked { "ui-series-unpick" } else { "ui-series-pick" },
        &[("name", crate::text::Arg::Text(id.as_str()))],
    );
    let told = name.clone();
    response.widget_info(move || WidgetInfo::selected(Role::CheckBox, true, picked, told.clone()));
    response.on_hover_text(name)
}

/// What rounds to nothing at one decimal of a per cent.
const FLAT: f64 = 0.000_5;

/// Colour of a move: by its sign, ink where there is none.
pub fn move_color(theme: &Theme, change: Option<f64>) -> Color {
    match change {
        Some(share) if share <= -FLAT => theme.fall,
        Some(share) if share >= FLAT => theme.rise,
        _ => theme.ink,
    }
}

/// A heading of a group in small capitals.
pub fn group(ui: &mut Ui, theme: &Theme, text: &str) {
    ui.add_space(10.0);
    ui.label(
        RichText::new(text.to_uppercase()).font(font(GROUP, Weight::Semibold)).color(color32(theme.muted)),
    );
    ui.add_space(2.0);
}

/// A button of a switch: filled while it is the choice.
pub fn choice(ui: &mut Ui, theme: &Theme, chosen: bool, text: &str, hint: &str) -> bool {
    let (fill, ink) = if chosen {
        (color32(theme.action), color32(theme.on_action))
    } else {
        (color32(theme.background), color32(theme.ink))
    };
    let weight = if chosen { Weight::Semibold } else { Weight::Regular };
    let button = Button::new(RichText::new(text).font(font(13.0, weight)).color(ink))
        .fill(fill)
        .selected(chosen)
        .min_size(vec2(30.0, 26.0));
    ui.add(button).on_hover_text(hint).clicked()
}

/// A text without a frame that can be pressed.
pub fn link(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    let rich = RichText::new(text).font(font(12.0, Weight::Semibold)).color(color32(theme.action));
    ui.add(Button::new(rich).frame(false))
}

/// A text with its words in reading order, cut to `room`; a screen reader hears the whole text.
pub fn words(ui: &mut Ui, text: &str, room: f32, size: f32, weight: Weight, color: Color32) {
    let shown = elide(text, f64::from(room.max(8.0)), f64::from(size), weight);
    let galley = bidi::line(ui.painter(), &shown, font(size, weight), color);
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    ui.painter().galley(rect.min, galley, color);
    let told = text.to_owned();
    response.widget_info(move || WidgetInfo::labeled(Role::Label, true, told.clone()));
}

/// Paints a text at the right end of a rectangle.
pub fn right_text(ui: &Ui, rect: egui::Rect, text: &str, size: f32, weight: Weight, color: Color32) {
    ui.painter().text(rect.right_center(), Align2::RIGHT_CENTER, text, font(size, weight), color);
}

/// The sign that shows or hides a series: an eye, struck through while hidden.
pub fn eye(ui: &mut Ui, theme: &Theme, visible: bool, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(18.0, 18.0), Sense::click());
    let lit = response.hovered() || response.has_focus();
    let color = color32(if lit { theme.ink } else { theme.faint });
    let stroke = egui::Stroke::new(1.2, color);
    let center = rect.center();
    let lid = |sign: f32| -> Vec<egui::Pos2> {
        (0..=8)
            .map(|step| {
                let share = step as f32 / 8.0;
                let height = (share * std::f32::consts::PI).sin() * 4.2 * sign;
                pos2(center.x - 6.5 + 13.0 * share, center.y + height)
            })
            .collect()
    };
    let painter = ui.painter();
    painter.add(Shape::line(lid(-1.0), stroke));
    painter.add(Shape::line(lid(1.0), stroke));
    painter.circle_stroke(center, 1.8, stroke);
    if !visible {
        painter.line_segment([center + vec2(-6.0, 5.0), center + vec2(6.0, -5.0)], stroke);
    }
    let told = name.to_owned();
    response.widget_info(move || WidgetInfo::selected(Role::CheckBox, true, visible, told.clone()));
    response.on_hover_text(name)
}
