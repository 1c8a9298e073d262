//! Lays a figure out: the words around it, and its panels between them.
//!
//! The one entrance of this layer. A pure function: the same scene, view and medium give the
//! same figure.

use super::captions::{self, caption};
use super::draft::Draft;
use super::figure::{Figure, FigureKind, Panel, Rect};
use super::frame::frame;
use super::misfit::Check;
use super::{Medium, Scene, Sheet, View, abnormal, annotate, market, models, moves, study_view, table};

/// Smallest and largest side of a figure in pixels; what lies outside is drawn at the limit.
const SIDES: [f64; 2] = [1.0, 20_000.0];
/// Width over height of the room between the words from which a pair stands in three columns.
const THREE_COLUMNS: f64 = 4.0;
/// Width in labels from which the models stand beside market and moves.
pub(super) const TWO_COLUMNS: f64 = 56.0;

/// Builds a figure of that kind.
#[must_use]
pub fn build(kind: FigureKind, scene: &Scene<'_>, view: &View, medium: &Medium) -> Figure {
    let side = |length: f64| if length.is_finite() { length.clamp(SIDES[0], SIDES[1]) } else { SIDES[0] };
    let [width, height] = medium.size();
    let size = [side(width), side(height)];
    let medium = match medium {
        Medium::Print(sheet) => Medium::Print(Sheet { size, ..*sheet }),
        Medium::Window { .. } => Medium::Window { size },
    };
    let of_study = (kind == FigureKind::Study).then(|| study_view(scene, view));
    let view = of_study.as_ref().unwrap_or(view);
    scene.theme.fonts.scope(|| lay_out(kind, &Draft::new(scene, view, &medium), &medium, size))
}

fn lay_out(kind: FigureKind, draft: &Draft<'_>, medium: &Medium, size: [f64; 2]) -> Figure {
    let check = Check::new(medium);
    let headed = draft.print && kind == FigureKind::Pair;
    let logo = draft.scene.theme.logo.as_ref().filter(|_| draft.print);
    let logo = logo.map(|picture| picture.size[0] / picture.size[1].max(1e-6));
    let draft = Draft { headed, logo, check: Some(&check), ..*draft };
    let mut figure = Figure {
        kind,
        size,
        background: draft.scene.theme.backdrop,
        fonts: draft.scene.theme.fonts,
        panels: Vec::new(),
        shapes: Vec::new(),
        labels: Vec::new(),
        caption: caption(&draft, kind),
        misfit: None,
        left_out: Vec::new(),
    };
    let body = if draft.print {
        frame(&draft, &mut figure)
    } else {
        let edge = 4.0_f64.min(size[0] / 4.0).min(size[1] / 4.0);
        Rect { x: edge, y: edge, width: size[0] - 2.0 * edge, height: size[1] - 2.0 * edge }
    };
    let stacked = match medium {
        Medium::Print(sheet) => sheet.is_narrow() || size[1] > size[0],
        Medium::Window { .. } => size[1] > size[0],
    };
    figure.panels = panels(&draft, kind, body, stacked);
    figure.misfit = check.found();
    figure.left_out.extend(check.told());
    figure.left_out.extend(annotate::left_out(&draft, &figure.panels));
    figure
}

fn panels(draft: &Draft<'_>, kind: FigureKind, body: Rect, stacked: bool) -> Vec<Panel> {
    match kind {
        FigureKind::Market => part(draft, Part::Market, body),
        FigureKind::Moves => part(draft, Part::Moves, body),
        FigureKind::Models => part(draft, Part::Models, body),
        FigureKind::Table => vec![table::panel(draft, body)],
        FigureKind::Study => abnormal::panels(draft, body, &captions::market_heading(draft)),
        FigureKind::Pair => {
            pair(draft, body, stacked).into_iter().flat_map(|(what, rect)| part(draft, what, rect)).collect()
        }
    }
}

/// A part of a pair.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Market,
    Moves,
    Models,
}

fn part(draft: &Draft<'_>, what: Part, rect: Rect) -> Vec<Panel> {
    match what {
        Part::Market => vec![market::panel(draft, rect, &captions::market_heading(draft))],
        Part::Moves => vec![moves::panel(draft, rect, &captions::moves_heading(draft))],
        Part::Models => models::panels(draft, rect, &captions::models_heading(draft)),
    }
}

/// The parts of a pair that have something to show, each with its room. Without any the market
/// says so.
fn pair(draft: &Draft<'_>, body: Rect, stacked: bool) -> Vec<(Part, Rect)> {
    let data = draft.scene.data;
    let mut parts = Vec::new();
    if !data.series.is_empty() || data.models.is_none() {
        parts.push(Part::Market);
    }
    if !data.series.is_empty() && draft.event().is_some() {
        parts.push(Part::Moves);
    }
    if data.models.is_some() {
        parts.push(Part::Models);
    }
    let rects = match (parts.as_slice(), stacked) {
        ([_], _) => vec![body],
        (_, true) => rows(draft, &parts, body),
        // A scatter with its rail needs the width.
        ([_, Part::Models], false) if body.width < draft.sizes.label * TWO_COLUMNS => {
            rows(draft, &parts, body)
        }
        ([_, _], false) => columns(draft, body, &[0.56, 0.44]),
        (_, false) if body.width > body.height * THREE_COLUMNS => columns(draft, body, &[0.38, 0.27, 0.35]),
        (_, false) => two_columns(draft, body),
    };
    let mirrored = |rect: Rect| Rect { x: body.x + body.right() - rect.right(), ..rect };
    let placed = rects.into_iter().map(|rect| if draft.mirrored { mirrored(rect) } else { rect });
    parts.into_iter().zip(placed).collect()
}

/// One under the other, each as high as it needs beside the others.
fn rows(draft: &Draft<'_>, parts: &[Part], body: Rect) -> Vec<Rect> {
    let gap = draft.px(34.0).min(body.height * 0.04);
    let weight = |part: &Part| match part {
        Part::Market => 0.34,
        Part::Moves => 0.22,
        Part::Models => 0.44,
    };
    let all: f64 = parts.iter().map(weight).sum();
    let room = (body.height - gap * parts.len().saturating_sub(1) as f64).max(1.0);
    let mut y = body.y;
    let mut rects = Vec::new();
    for part in parts {
        let height = room * weight(part) / all;
        rects.push(Rect { y, height, ..body });
        y += height + gap;
    }
    rects
}

/// Side by side, each with its share of the width.
fn columns(draft: &Draft<'_>, body: Rect, shares: &[f64]) -> Vec<Rect> {
    let between = draft.px(56.0).min(body.width * 0.06);
    let room = (body.width - between * shares.len().saturating_sub(1) as f64).max(1.0);
    let mut x = body.x;
    let mut rects = Vec::new();
    for share in shares {
        rects.push(Rect { x, width: room * share, ..body });
        x += room * share + between;
    }
    rects
}

/// Market over moves and the models beside them; where lines are short of room for two columns of
/// plots, market and moves beside each other and the models under both.
fn two_columns(draft: &Draft<'_>, body: Rect) -> Vec<Rect> {
    let gap = draft.px(34.0).min(body.height * 0.05);
    if body.width < draft.sizes.label * TWO_COLUMNS {
        let top = (body.height - gap) * 0.44;
        let over = Rect { height: top, ..body };
        let below = Rect { y: body.y + top + gap, height: body.height - top - gap, ..body };
        return columns(draft, over, &[0.6, 0.4]).into_iter().chain([below]).collect();
    }
    // Near a square the scatter gets more, so that the names on its rail stay whole.
    let share = if body.width > body.height * 1.5 { 0.58 } else { 0.54 };
    let [left, right] = [share, 1.0 - share];
    let mut rects = Vec::new();
    if let [left, right] = columns(draft, body, &[left, right]).as_slice() {
        let top = (body.height - gap) * 0.53;
        rects.push(Rect { height: top, ..*left });
        rects.push(Rect { y: body.y + top + gap, height: body.height - top - gap, ..*left });
        rects.push(*right);
    }
    rects
}
