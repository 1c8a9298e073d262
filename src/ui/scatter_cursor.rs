//! The date under the pointer over the market chart, for a frontier that goes with it.

use eframe::egui::{Pos2, Rect};

use super::Asks;
use crate::app::{App, AsOfLink, Command, ScatterCommand};
use crate::chart::figure::Panel;

/// Asks for the frontier of the session under the pointer, where the two are linked.
pub fn follow(app: &App, region: Rect, panel: &Panel, pointer: Option<Pos2>, asks: &mut Asks) {
    let Some(pointer) = pointer.filter(|_| app.as_of_link() == AsOfLink::Cursor) else { return };
    let local = pointer - region.min;
    let [x, _] = panel.value_at([f64::from(local.x), f64::from(local.y)]);
    let sessions = &app.analysis().sessions;
    let date = sessions.nearest(x).filter(|_| !sessions.are_rows());
    if let Some(date) = date
        && app.as_of() != Some(date)
    {
        asks.command(Command::Scatter(ScatterCommand::Cursor(date)));
    }
}
