//! The picture of the figure in the export form: ordered when the choices have come to rest, shown
//! when it is there, the one before until then.

use std::time::Duration;

use eframe::egui::{
    self, Align2, ColorImage, FontId, Rect, Sense, TextureHandle, TextureOptions, Ui, Vec2, WidgetInfo, vec2,
};

use super::super::Asks;
use super::super::style::{color32, font};
use crate::app::export::{Pixels, Text};
use crate::app::{App, Command, ExportOptions, FigureCommand, Format};
use crate::chart::figure::Color;
use crate::chart::{Background, Theme};
use crate::model::Wording;
use crate::text::Weight;

/// How long choices have to rest before a picture is made of them, in seconds.
const REST: f64 = 0.12;
/// Side of a square of the pattern behind what is transparent, in points.
const SQUARE: f32 = 8.0;

/// What a picture is made of.
#[derive(Clone, Debug, PartialEq)]
struct Ordered {
    options: ExportOptions,
    wording: Wording,
    most_px: [u32; 2],
    revision: u64,
}

/// The shown picture and the one that is wanted.
#[derive(Default)]
pub(super) struct Picture {
    /// What is chosen, and since when.
    chosen: Option<(Ordered, f64)>,
    /// What was ordered last.
    ordered: Option<Ordered>,
    shown: Option<(u64, TextureHandle)>,
}

impl Picture {
    /// Whether what was chosen is not yet shown.
    pub(super) fn is_waiting(&self) -> bool {
        self.chosen.as_ref().map(|(chosen, _)| chosen) != self.ordered.as_ref()
    }

    /// The picture in that room, under it how large it becomes or why there is none.
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        app: &App,
        options: &ExportOptions,
        wording: &Wording,
        room: Vec2,
        asks: &mut Asks,
    ) {
        let (rect, response) = ui.allocate_exact_size(room, Sense::hover());
        self.order(ui.ctx(), app, options, wording, rect.shrink(1.0).size(), asks);
        ui.painter().rect_filled(rect, 4.0, color32(app.theme().panel));
        let Some(preview) = app.preview() else {
            say(ui, rect, app.theme(), &app.words().text("ui-export-drawing"));
            return;
        };
        let words = match &preview.outcome {
            Ok(pixels) => {
                let clear = options.background == Background::Transparent;
                let page = preview.page.filter(|_| clear);
                self.paint(ui, rect, app.theme(), preview.number, pixels, page);
                preview.automatic.as_ref().map_or_else(String::new, |caption| caption.alt.clone())
            }
            Err(why) => {
                say(ui, rect, app.theme(), why);
                why.clone()
            }
        };
        let name = format!("{} {words}", app.words().text("ui-export-preview"));
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, name.clone()));
    }

    /// Orders a picture of the choices once they have come to rest.
    fn order(
        &mut self,
        ctx: &egui::Context,
        app: &App,
        options: &ExportOptions,
        wording: &Wording,
        room: Vec2,
        asks: &mut Asks,
    ) {
        let most_px = [room.x, room.y].map(|side| (side * ctx.pixels_per_point()).max(16.0) as u32);
        // What does not change the picture makes no new one.
        let options = ExportOptions {
            text: Text::default(),
            format: Format::default(),
            scale: 1.0,
            dpi: None,
            recipe: false,
            ..options.clone()
        };
        let now = Ordered { options, wording: wording.clone(), most_px, revision: app.revision() };
        let time = ctx.input(|input| input.time);
        if self.chosen.as_ref().map(|(chosen, _)| chosen) != Some(&now) {
            self.chosen = Some((now, time));
        }
        let Some((chosen, since)) = &self.chosen else { return };
        if self.ordered.as_ref() == Some(chosen) {
            return;
        }
        let rested = time - since;
        if self.ordered.is_some() && rested < REST {
            ctx.request_repaint_after(Duration::from_secs_f64(REST - rested));
            return;
        }
        let Ordered { options, wording, most_px, .. } = chosen.clone();
        asks.command(Command::Figure(FigureCommand::Preview(options, wording, most_px)));
        self.ordered = Some(chosen.clone());
    }

    fn paint(
        &mut self,
        ui: &Ui,
        rect: Rect,
        theme: &Theme,
        number: u64,
        pixels: &Pixels,
        page: Option<Color>,
    ) {
        let [width, height] = pixels.size;
        if self.shown.as_ref().is_none_or(|(shown, _)| *shown != number) {
            let image = ColorImage::from_rgba_unmultiplied([width, height], &pixels.rgba);
            let texture = ui.ctx().load_texture("export preview", image, TextureOptions::LINEAR);
            self.shown = Some((number, texture));
        }
        let Some((_, texture)) = &self.shown else { return };
        // Never larger than its pixels, so that what is seen is what was drawn.
        let points = vec2(width as f32, height as f32) / ui.ctx().pixels_per_point();
        let room = rect.shrink(1.0).size();
        let size = points * (room.x / points.x).min(room.y / points.y).min(1.0);
        let at = Rect::from_center_size(rect.center(), size);
        if let Some(page) = page {
            squares(ui, at, [page, theme.muted.faded(0.15)]);
        }
        egui::Image::from_texture(texture).paint_at(ui, at);
    }
}

/// Squares of two tints of the page, as pictures show that they have nothing behind them.
fn squares(ui: &Ui, rect: Rect, [page, tint]: [Color; 2]) {
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    painter.rect_filled(rect, 0.0, color32(page));
    let across = (rect.width() / SQUARE).ceil() as usize;
    let down = (rect.height() / SQUARE).ceil() as usize;
    for row in 0..down {
        for column in (row % 2..across).step_by(2) {
            let at = rect.min + vec2(column as f32, row as f32) * SQUARE;
            painter.rect_filled(Rect::from_min_size(at, Vec2::splat(SQUARE)), 0.0, color32(tint));
        }
    }
}

/// A sentence in place of the picture.
fn say(ui: &Ui, rect: Rect, theme: &Theme, text: &str) {
    let font: FontId = font(13.0, Weight::Regular);
    let width = (rect.width() - 40.0).max(60.0);
    let galley = ui.painter().layout(text.to_owned(), font, color32(theme.muted), width);
    let at = Align2::CENTER_CENTER.align_size_within_rect(galley.size(), rect).min;
    ui.painter().galley(at, galley, color32(theme.muted));
}
