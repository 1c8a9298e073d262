//! One panel of a figure in `egui_plot`: the figure gives rectangle, ranges and marks, `egui_plot`
//! gives the transform and the gestures.

use std::sync::Arc;

use eframe::egui::{self, Id, Mesh, PointerButton, Pos2, Response, Sense, Ui, UiBuilder, Vec2, Vec2b, vec2};
use egui_plot::{Plot, PlotBounds};

use super::marks::{Marks, screen_rect};
use crate::chart::figure::Panel;

/// What gestures a plot takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gestures {
    /// None: bars.
    Still,
    /// Along x only, until a box is drawn: time.
    Time {
        /// Whether the vertical range was chosen by hand and moves too.
        free_y: bool,
    },
    /// Both ways: scatter.
    Plane,
}

/// What the wheel does over a plot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wheel {
    /// It zooms.
    Zooms,
    /// It scrolls the page that the plot stands in; with Control it zooms.
    Scrolls,
}

/// What a plot is to egui.
pub struct Setup<'a> {
    /// Its id.
    pub id: Id,
    /// What a screen reader hears.
    pub name: &'a str,
    /// Which gestures it takes.
    pub gestures: Gestures,
    /// What the wheel does.
    pub wheel: Wheel,
    /// The triangles that are kept of the panel's marks, if any are.
    pub triangles: Option<&'a [Arc<Mesh>]>,
}

/// What a frame of gestures led to.
pub struct Outcome {
    /// The plot area.
    pub response: Response,
    /// New ranges of x and y in plot space, when a gesture changed them.
    pub ranges: Option<[[f64; 2]; 2]>,
    /// Whether the whole range was asked for.
    pub fit: bool,
    /// The pointer, when it is over the plot.
    pub pointer: Option<Pos2>,
}

/// Shows a panel at its rectangle inside the region that starts at `origin`.
pub fn show(ui: &mut Ui, origin: Pos2, panel: &Panel, setup: &Setup<'_>) -> Outcome {
    let Setup { id, name, gestures, wheel, triangles } = *setup;
    let rect = screen_rect(origin, &panel.plot);
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect).id_salt(id));
    let bounds =
        PlotBounds::from_min_max([panel.x.range[0], panel.y.range[0]], [panel.x.range[1], panel.y.range[1]]);
    let drag = match gestures {
        Gestures::Still => Vec2b::FALSE,
        Gestures::Time { free_y } => Vec2b::new(true, free_y),
        Gestures::Plane => Vec2b::TRUE,
    };
    let moving = gestures != Gestures::Still;
    let shown = Plot::new(id)
        .width(rect.width())
        .height(rect.height())
        .show_axes(false)
        .show_grid(false)
        .show_background(false)
        .show_x(false)
        .show_y(false)
        .show_crosshair(false)
        .auto_bounds(false)
        .set_margin_fraction(Vec2::ZERO)
        .allow_scroll(false)
        .allow_zoom(false)
        .allow_axis_zoom_drag(false)
        .allow_double_click_reset(false)
        .allow_drag(drag)
        .allow_boxed_zoom(moving)
        .boxed_zoom_pointer_button(PointerButton::Secondary)
        .sense(if moving { Sense::click_and_drag() } else { Sense::click() })
        .show(&mut child, |plot| {
            plot.set_plot_bounds(bounds);
            let (turned, command, pinch) = plot
                .ctx()
                .input(|input| (input.smooth_scroll_delta.y, input.modifiers.command, input.zoom_delta()));
            let turned = if wheel == Wheel::Zooms { turned } else { 0.0 };
            if moving && plot.response().hovered() {
                let factor = (turned / 240.0).exp() * pinch;
                let both = gestures == Gestures::Plane || command;
                if (factor - 1.0).abs() > 1e-4 {
                    plot.zoom_bounds_around_hovered(vec2(factor, if both { factor } else { 1.0 }));
                }
            }
            plot.add(Marks::new(panel, origin, triangles));
        });
    let response = shown.response;
    describe(&response, name);
    let after = shown.transform.bounds();
    let ranges = [[after.min()[0], after.max()[0]], [after.min()[1], after.max()[1]]];
    let changed = differs(ranges[0], panel.x.range) || differs(ranges[1], panel.y.range);
    let fit = moving && response.double_clicked();
    Outcome {
        ranges: (moving && !fit && changed).then_some(ranges),
        fit,
        pointer: response.hover_pos(),
        response,
    }
}

fn describe(response: &Response, name: &str) {
    let name = name.to_owned();
    response.widget_info(move || egui::WidgetInfo::labeled(egui::Role::Image, true, name.clone()));
}

/// Whether two ranges differ by more than rounding.
#[must_use]
pub fn differs(a: [f64; 2], b: [f64; 2]) -> bool {
    let span = (b[1] - b[0]).abs().max(f64::MIN_POSITIVE);
    a.iter().zip(&b).any(|(a, b)| (a - b).abs() / span > 1e-6)
}

/// A range moved and narrowed so that it stays within limits.
#[must_use]
pub fn within(range: [f64; 2], limits: [f64; 2]) -> [f64; 2] {
    let width = (range[1] - range[0]).min(limits[1] - limits[0]);
    let from = range[0].min(limits[1] - width).max(limits[0]);
    [from, from + width]
}

/// A range widened around its middle to at least that width.
#[must_use]
pub fn at_least(range: [f64; 2], width: f64) -> [f64; 2] {
    let short = (width - (range[1] - range[0])).max(0.0) / 2.0;
    [range[0] - short, range[1] + short]
}

/// Limits for a zoom: all values, and as much again of their spread on each side as `margin` says.
#[must_use]
pub fn limits(values: impl Iterator<Item = f64>, margin: f64) -> Option<[f64; 2]> {
    let (low, high) = values
        .filter(|value| value.is_finite())
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
    let spread = (high - low).max(f64::EPSILON) * margin;
    (low <= high).then_some([low - spread, high + spread])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zoom_never_leaves_the_data_far_behind() {
        let limits = limits([0.0, 10.0, f64::NAN].into_iter(), 0.1).unwrap();
        assert_eq!(limits, [-1.0, 11.0]);
        for (range, expected) in [
            ([2.0, 4.0], [2.0, 4.0]),
            ([-50.0, 900.0], [-1.0, 11.0]),
            ([20.0, 22.0], [9.0, 11.0]),
            ([-9.0, -7.0], [-1.0, 1.0]),
        ] {
            assert_eq!(within(range, limits), expected, "{range:?}");
        }
        assert_eq!(at_least([3.0, 4.0], 4.0), [1.5, 5.5]);
        assert_eq!(at_least([3.0, 9.0], 4.0), [3.0, 9.0]);
        assert_eq!(super::limits([f64::NAN].into_iter(), 0.1), None);
    }
}
