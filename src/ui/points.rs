//! The points of a scatter that stands still: where they are, for the pointer, and their triangles,
//! so that a frame in which only the pointer moves costs the same over five thousand models as over
//! twenty.

use std::sync::Arc;

use eframe::egui::epaint::{ClippedPrimitive, ClippedShape, FontsView, Primitive};
use eframe::egui::{Context, Mesh, Pos2, Rect, vec2};

use super::marks::{mark_shapes, screen_rect};
use crate::chart::Figure;
use crate::chart::figure::{Mark, Panel, Subject};

/// One point on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Its middle.
    pub at: Pos2,
    /// Row of its model.
    pub model: usize,
    /// Place of its panel in the figure.
    pub panel: usize,
}

/// What the points of a figure are to the screen.
#[derive(Default)]
pub struct Points {
    /// From left to right.
    spots: Vec<Spot>,
    /// Triangles of each panel's marks.
    triangles: Vec<Vec<Arc<Mesh>>>,
}

/// What triangles were made for; others need new ones.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Pixels {
    per_point: f32,
    /// Size of the picture that holds letters and small discs: where it grew, discs have moved in it.
    atlas: [usize; 2],
}

impl Pixels {
    fn of(ctx: &Context) -> Self {
        let atlas = ctx.fonts(|fonts: &FontsView<'_>| fonts.font_image_size());
        Self { per_point: ctx.pixels_per_point(), atlas }
    }
}

impl Points {
    fn new(figure: &Figure, origin: Pos2) -> Self {
        let of = |(place, panel): (usize, &'_ Panel)| -> Vec<Spot> {
            let spot = |mark: &Mark| {
                let Mark::Point { subject: Subject::Model(model), at, .. } = mark else { return None };
                let at = panel.place(*at);
                let shown = panel.shows(at).then(|| origin + vec2(at[0] as f32, at[1] as f32));
                shown.map(|at| Spot { at, model: *model, panel: place })
            };
            panel.marks.iter().filter_map(spot).collect()
        };
        let mut spots: Vec<Spot> = figure.panels.iter().enumerate().flat_map(of).collect();
        spots.sort_by(|a, b| a.at.x.total_cmp(&b.at.x));
        Self { spots, triangles: Vec::new() }
    }

    /// The points between two heights of x.
    fn between(&self, left: f32, right: f32) -> &[Spot] {
        let from = self.spots.partition_point(|spot| spot.at.x < left);
        let to = self.spots.partition_point(|spot| spot.at.x <= right);
        self.spots.get(from..to).unwrap_or_default()
    }

    /// The point of a panel that is nearest to a place, within a distance.
    #[must_use]
    pub fn nearest(&self, panel: usize, place: Pos2, within: f32) -> Option<Spot> {
        let near = self.between(place.x - within, place.x + within).iter().filter(|spot| spot.panel == panel);
        let near = near.filter(|spot| spot.at.distance(place) <= within);
        near.min_by(|a, b| a.at.distance(place).total_cmp(&b.at.distance(place))).copied()
    }

    /// Where the model of that row is drawn.
    #[must_use]
    pub fn of_model(&self, row: usize) -> Option<Pos2> {
        self.spots.iter().find(|spot| spot.model == row).map(|spot| spot.at)
    }

    /// How many points a rectangle covers.
    #[must_use]
    pub fn covered(&self, rect: Rect) -> usize {
        self.between(rect.left(), rect.right()).iter().filter(|spot| rect.contains(spot.at)).count()
    }

    /// The triangles of a panel's marks, if they are kept.
    #[must_use]
    pub fn triangles(&self, panel: usize) -> Option<&[Arc<Mesh>]> {
        self.triangles.get(panel).map(Vec::as_slice)
    }
}

/// The points of the figure that was shown last.
#[derive(Default)]
pub struct KeptPoints {
    kept: Option<(Arc<Figure>, Pos2, Arc<Points>)>,
    pixels: Option<Pixels>,
}

impl KeptPoints {
    /// The points of a figure in a region that starts at `origin`. Their triangles are made once the
    /// same figure is shown a second time: one that moves would not use them.
    pub fn of(&mut self, ctx: &Context, figure: &Arc<Figure>, origin: Pos2) -> Arc<Points> {
        let pixels = Pixels::of(ctx);
        let kept = self.kept.take();
        let stands = kept.filter(|(of, from, _)| Arc::ptr_eq(of, figure) && *from == origin);
        let points = match stands {
            None => {
                self.pixels = None;
                Arc::new(Points::new(figure, origin))
            }
            Some((.., points)) if self.pixels == Some(pixels) => points,
            Some((.., points)) => {
                self.pixels = Some(pixels);
                let triangles = figure.panels.iter().map(|panel| triangles(ctx, panel, origin)).collect();
                Arc::new(Points { spots: points.spots.clone(), triangles })
            }
        };
        self.kept = Some((Arc::clone(figure), origin, Arc::clone(&points)));
        points
    }

    /// Asks for one more frame where the kept triangles no longer fit what was drawn after them.
    pub fn check(&self, ctx: &Context) {
        if self.pixels.is_some_and(|pixels| pixels != Pixels::of(ctx)) {
            ctx.request_repaint();
        }
    }
}

/// What the marks of a panel are to the graphics card.
fn triangles(ctx: &Context, panel: &Panel, origin: Pos2) -> Vec<Arc<Mesh>> {
    let clip_rect = screen_rect(origin, &panel.plot);
    let mut shapes = Vec::new();
    for mark in &panel.marks {
        let place = |at: [f64; 2]| {
            let [x, y] = panel.place(at);
            origin + vec2(x as f32, y as f32)
        };
        mark_shapes(mark, panel, origin, &place, &mut shapes);
    }
    let shapes = shapes.into_iter().map(|shape| ClippedShape::new(clip_rect, shape)).collect();
    let mesh = |primitive: ClippedPrimitive| match primitive.primitive {
        Primitive::Mesh(mesh) => Some(Arc::new(mesh)),
        Primitive::Callback(_) => None,
    };
    ctx.tessellate(shapes, ctx.pixels_per_point()).into_iter().filter_map(mesh).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::sample_app;
    use crate::chart::{FigureKind, Medium, build};
    use eframe::egui::{RawInput, pos2};

    fn figure() -> Arc<Figure> {
        let app = sample_app();
        Arc::new(build(
            FigureKind::Models,
            &app.scene(),
            app.view(),
            &Medium::Window { size: [700.0, 500.0] },
        ))
    }

    /// Works inside a frame, where fonts and input are there.
    fn in_a_frame<T>(ctx: &Context, work: impl FnOnce() -> T) -> T {
        let mut work = Some(work);
        let mut out = None;
        ctx.run_ui(RawInput::default(), |_| out = work.take().map(|work| work()))
            .drop_without_applying_deltas();
        out.unwrap()
    }

    #[test]
    fn every_drawn_point_is_found_and_what_a_rectangle_covers_is_counted() {
        let (figure, origin) = (figure(), pos2(30.0, 40.0));
        let points = Points::new(&figure, origin);
        assert!(points.spots.len() > 10, "{}", points.spots.len());
        let far = |a: Pos2, b: Pos2| a.distance(b);
        for panel in 0..figure.panels.len() {
            for step in 0..200u16 {
                let place = pos2(f32::from(step * 37 % 760), f32::from(step * 61 % 560));
                let all = points.spots.iter().filter(|spot| spot.panel == panel);
                let near = all.filter(|spot| far(spot.at, place) <= 60.0);
                let brute = near.min_by(|a, b| far(a.at, place).total_cmp(&far(b.at, place)));
                let found = points.nearest(panel, place, 60.0);
                assert_eq!(found.map(|spot| far(spot.at, place)), brute.map(|spot| far(spot.at, place)));
                let rect = Rect::from_center_size(place, vec2(120.0, 80.0));
                let inside = points.spots.iter().filter(|spot| rect.contains(spot.at)).count();
                assert_eq!(points.covered(rect), inside, "{rect:?}");
            }
        }
        for spot in &points.spots {
            assert!(points.of_model(spot.model).is_some());
            assert_eq!(points.nearest(spot.panel, spot.at, 0.5).map(|found| found.at), Some(spot.at));
        }
        assert_eq!(points.of_model(usize::MAX), None);
    }

    #[test]
    fn triangles_are_kept_for_the_same_figure_at_the_same_place_and_scale() {
        let (ctx, figure) = (Context::default(), figure());
        let mut kept = KeptPoints::default();
        let mut show = |figure: &Arc<Figure>, origin: Pos2| {
            in_a_frame(&ctx, || {
                let points = kept.of(&ctx, figure, origin);
                points.triangles(0).map(|meshes| meshes.first().cloned())
            })
        };
        assert_eq!(show(&figure, Pos2::ZERO), None, "it may move on");
        let first = show(&figure, Pos2::ZERO).expect("it stands").expect("something is drawn");
        assert!(first.vertices.len() > 40 && first.is_valid());
        let again = show(&figure, Pos2::ZERO).flatten().unwrap();
        assert!(Arc::ptr_eq(&first, &again), "kept, not made anew");
        assert_eq!(show(&figure, pos2(1.0, 0.0)), None, "it moved");
        ctx.set_pixels_per_point(2.0);
        show(&figure, pos2(1.0, 0.0));
        let sharper = show(&figure, pos2(1.0, 0.0)).flatten().unwrap();
        assert!(!Arc::ptr_eq(&first, &sharper));
        let copy = Arc::new(Figure::clone(&figure));
        assert_eq!(show(&copy, pos2(1.0, 0.0)), None, "another figure");
    }
}
