//! Cards beside the pointer: the values at a session, and what is known of a model. A card sits
//! where it covers least.

use eframe::egui::{
    Align2, Color32, CornerRadius, FontId, Id, LayerId, Order, Painter, Pos2, Rect, Shape, Stroke,
    StrokeKind, Ui, pos2, vec2,
};

use super::bidi;
use super::marks::sample_line;
use super::points::Points;
use super::style::{color32, font};
use crate::chart::Theme;
use crate::chart::card::Card;
use crate::chart::readout::Readout;
use crate::text::Weight;

const PAD: f32 = 10.0;
const ROW: f32 = 16.5;
/// From so many rows on a card of a model is wider.
const MANY_ROWS: usize = 12;

/// The card of values at a session: beside the line, on the side and at the height where it
/// covers the fewest of the drawn points.
pub fn readout(ui: &Ui, theme: &Theme, plot: Rect, line_x: f32, drawn: &[Pos2], readout: &Readout) {
    let painter = ui.ctx().layer_painter(LayerId::new(Order::Tooltip, Id::unique("card")));
    if readout.rows.is_empty() {
        return;
    }
    let small = font(12.0, Weight::Regular);
    let width_of = |text: &str, font: FontId| bidi::line(&painter, text, font, Color32::PLACEHOLDER).size().x;
    let names = readout.rows.iter().map(|row| width_of(&row.name, small.clone())).fold(0.0, f32::max);
    let values = readout.rows.iter().map(|row| width_of(&row.text, small.clone())).fold(0.0, f32::max);
    let title = width_of(&readout.date, font(12.0, Weight::Semibold));
    let width = (30.0 + names + 18.0 + values).max(title) + 2.0 * PAD;
    let lines = readout.rows.len() + usize::from(!readout.more.is_empty());
    let height = 2.0 * PAD + 20.0 + lines as f32 * ROW;
    let screen = ui.ctx().content_rect();
    let sides = [line_x + 14.0, line_x - 14.0 - width];
    let tops = [plot.top() + 24.0, plot.center().y - height / 2.0, plot.bottom() - height - 6.0];
    let mut best: Option<(usize, Rect)> = None;
    for left in sides {
        for top in tops {
            let rect = Rect::from_min_size(pos2(left, top), vec2(width, height));
            let outside = rect.left() < plot.left() - 40.0 || rect.right() > plot.right() + 160.0;
            let covered = drawn.iter().filter(|at| rect.contains(**at)).count();
            let cost = covered + if outside { drawn.len() } else { 0 };
            if best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, rect));
            }
        }
    }
    let Some((_, rect)) = best else { return };
    let rect = inside(rect, screen);
    plate(&painter, theme, rect);
    let ink = color32(theme.ink);
    let left = rect.left() + PAD;
    text(
        &painter,
        pos2(left, rect.top() + PAD + 7.0),
        Align2::LEFT_CENTER,
        &readout.date,
        font(12.0, Weight::Semibold),
        ink,
    );
    for (place, row) in readout.rows.iter().enumerate() {
        let y = rect.top() + PAD + 20.0 + (place as f32 + 0.5) * ROW;
        let mut shapes = Vec::new();
        sample_line(pos2(left, y), pos2(left + 20.0, y), &row.style, &mut shapes);
        painter.extend(shapes);
        let weight = if row.strong { Weight::Semibold } else { Weight::Regular };
        text(&painter, pos2(left + 30.0, y), Align2::LEFT_CENTER, &row.name, font(12.0, weight), ink);
        text(&painter, pos2(rect.right() - PAD, y), Align2::RIGHT_CENTER, &row.text, font(12.0, weight), ink);
    }
    if !readout.more.is_empty() {
        let y = rect.bottom() - PAD - 0.5 * ROW;
        let muted = color32(theme.muted);
        text(&painter, pos2(left + 30.0, y), Align2::LEFT_CENTER, &readout.more, small, muted);
    }
}

/// How many rows a card of values has room for in a window of that height.
#[must_use]
pub fn rows_that_fit(height: f32) -> usize {
    ((height - 2.0 * PAD - 60.0) / ROW).max(3.0) as usize
}

/// The card of a model beside its point, in the corner that covers the fewest other points.
pub fn model(ui: &Ui, theme: &Theme, region: Rect, at: Pos2, points: &Points, card: &Card) {
    let painter = ui.ctx().layer_painter(LayerId::new(Order::Tooltip, Id::unique("card")));
    let ink = color32(theme.ink);
    let muted = color32(theme.muted);
    let small = font(12.0, Weight::Regular);
    // What is known of a model is long: width for its words before height.
    let many = card.rows.len() > MANY_ROWS && ui.ctx().content_rect().width() > 1100.0;
    let wrap = if many { 420.0 } else { 300.0_f32.min(region.width() - 20.0).max(160.0) };
    let title = painter.layout(card.title.clone(), font(13.0, Weight::Semibold), ink, wrap);
    let under = painter.layout(card.subtitle.clone(), small.clone(), muted, wrap);
    let rows: Vec<_> = card
        .rows
        .iter()
        .map(|(name, value)| {
            let name =
                painter.layout(name.clone(), small.clone(), muted, wrap * if many { 0.68 } else { 0.5 });
            let room = (wrap - name.size().x - 14.0).max(60.0);
            (name, painter.layout(value.clone(), small.clone(), ink, room))
        })
        .collect();
    let notes: Vec<_> =
        card.notes.iter().map(|note| painter.layout(note.clone(), small.clone(), muted, wrap)).collect();
    let rows_height: f32 = rows.iter().map(|(name, value)| name.size().y.max(value.size().y) + 2.0).sum();
    let notes_height: f32 = notes.iter().map(|note| note.size().y + 6.0).sum();
    let height = 2.0 * PAD + title.size().y + under.size().y + 6.0 + rows_height + notes_height;
    let size = vec2(wrap + 2.0 * PAD, height);
    let offsets =
        [(14.0, 14.0), (14.0, -14.0 - size.y), (-14.0 - size.x, 14.0), (-14.0 - size.x, -14.0 - size.y)];
    let screen = ui.ctx().content_rect();
    let best = offsets
        .iter()
        .map(|(x, y)| inside(Rect::from_min_size(at + vec2(*x, *y), size), screen))
        .min_by_key(|rect| {
            let hides = usize::from(rect.contains(at)) * 1000;
            hides + points.covered(*rect)
        });
    let Some(rect) = best else { return };
    plate(&painter, theme, rect);
    let mut cursor = rect.min + vec2(PAD, PAD);
    for line in [title, under] {
        let height = line.size().y;
        painter.galley(cursor, line, ink);
        cursor.y += height;
    }
    cursor.y += 6.0;
    for (name, value) in rows {
        let height = name.size().y.max(value.size().y) + 2.0;
        let left = rect.right() - PAD - value.size().x;
        painter.galley(cursor, name, muted);
        painter.galley(pos2(left, cursor.y), value, ink);
        cursor.y += height;
    }
    for note in notes {
        cursor.y += 6.0;
        let height = note.size().y;
        painter.galley(cursor, note, muted);
        cursor.y += height;
    }
}

fn inside(rect: Rect, screen: Rect) -> Rect {
    let x = rect.left().min(screen.right() - rect.width() - 4.0).max(screen.left() + 4.0);
    let y = rect.top().min(screen.bottom() - rect.height() - 4.0).max(screen.top() + 4.0);
    Rect::from_min_size(pos2(x, y), rect.size())
}

fn plate(painter: &Painter, theme: &Theme, rect: Rect) {
    let radius = CornerRadius::same(4);
    painter.add(Shape::rect_filled(rect, radius, color32(theme.background)));
    painter.rect_stroke(rect, radius, Stroke::new(1.0, color32(theme.rule)), StrokeKind::Inside);
}

fn text(painter: &Painter, at: Pos2, align: Align2, text: &str, font: FontId, color: Color32) {
    let galley = bidi::line(painter, text, font, color);
    let rect = align.anchor_size(at, galley.size());
    painter.galley(rect.min, galley, color);
}
