//! One line of mixed text as egui paints it.
//!
//! egui shapes words but does not order them, so a line with right-to-left letters is handed
//! over with its words in the order in which the eye meets them. The accessible name of a widget
//! keeps the logical text; only what is painted is reordered.

use std::sync::Arc;

use eframe::egui::{Color32, FontId, Galley, Painter};

use crate::text::bidi::visual_order;

/// Lays one line out.
#[must_use]
pub fn line(painter: &Painter, text: &str, font: FontId, color: Color32) -> Arc<Galley> {
    painter.layout_no_wrap(visual_order(text).into_owned(), font, color)
}
