//! The figure as a PDF of one page: vector marks, words as text in embedded subsets of the fonts.
//!
//! The page is as large as the figure on paper. Its whole content is one tagged figure with the
//! alt text, title and language stand in the document. There is no date in it, so that the same
//! figure gives the same bytes.

use std::collections::BTreeMap;

use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Point, Rect as Box, Size, Transform};
use krilla::image::Image;
use krilla::metadata::{Metadata, TextDirection};
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, LineJoin, Stroke as Pen, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{ContentTag, Tag, TagGroup, TagTree};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};

use crate::chart::figure::{Color, Figure, Picture, PictureKind, Rect, Stroke};
use crate::text::{Fonts, without_isolates};

use super::drawing::{self, Canvas, Form, Group, Line, Outline, Primitive};
use super::{Dress, ExportError, picture, runs};

/// Points a millimetre.
const POINTS_PER_MM: f64 = 72.0 / 25.4;
/// Points a figure pixel of 1/96 inch.
const POINTS_PER_PX: f64 = 0.75;
/// Pixels an inch of a vector picture, which a document holds as pixels.
const PICTURE_DPI: f64 = 600.0;
/// The most of them along a side.
const MAX_PICTURE_PX: f64 = 4096.0;

/// The figure as a PDF file.
///
/// # Errors
/// [`ExportError::Document`] where a font or a picture cannot be embedded, or the page has no size.
pub fn pdf(figure: &Figure, dress: &Dress<'_>) -> Result<Vec<u8>, ExportError> {
    written(figure, &drawing::drawing(figure), dress, &SerializeSettings::default())
}

/// The file of a figure whose primitives are known.
pub(super) fn written(
    figure: &Figure,
    primitives: &[Primitive],
    dress: &Dress<'_>,
    settings: &SerializeSettings,
) -> Result<Vec<u8>, ExportError> {
    let [width, height] = figure.size;
    let page_pt = match dress.physical_mm {
        Some(millimetres) => millimetres.map(|length| length * POINTS_PER_MM),
        None => [width * POINTS_PER_PX, height * POINTS_PER_PX],
    };
    let scale = [page_pt[0] / width, page_pt[1] / height];
    let page = PageSettings::from_wh(page_pt[0] as f32, page_pt[1] as f32);
    let page = page.filter(|_| scale.iter().all(|factor| factor.is_finite() && *factor > 0.0));
    let page = page.ok_or_else(|| failed(&"the page has no size"))?;

    let mut document = Document::new_with(settings.clone());
    document.set_metadata(metadata(figure, dress));
    let mut sheet = document.start_page_with(page);
    let mut surface = sheet.surface();
    let content = surface.start_tagged(ContentTag::Other);
    surface.push_transform(&Transform::from_scale(scale[0] as f32, scale[1] as f32));
    let mut canvas = Page {
        surface: &mut surface,
        fonts: figure.fonts,
        loaded: BTreeMap::new(),
        points_per_px: scale[0].max(scale[1]),
        problem: None,
    };
    drawing::draw(primitives, &mut canvas);
    let problem = canvas.problem.take();
    surface.pop();
    surface.end_tagged();
    surface.finish();
    sheet.finish();

    let alt = without_isolates(&figure.caption.alt).into_owned();
    let mut tree = TagTree::new().with_lang((!dress.language.is_empty()).then(|| dress.language.to_owned()));
    let tag = Tag::Figure(Some(alt)).with_bbox(
        Box::from_xywh(0.0, 0.0, page_pt[0] as f32, page_pt[1] as f32)
            .map(|rect| krilla::tagging::BBox::new(0, rect)),
    );
    tree.push(TagGroup::with_children(tag, vec![content.into()]));
    document.set_tag_tree(tree);
    let bytes = document.finish().map_err(|error| failed(&format!("{error:?}")))?;
    problem.map_or(Ok(bytes), Err)
}

fn metadata(figure: &Figure, dress: &Dress<'_>) -> Metadata {
    let direction = if dress.right_to_left { TextDirection::RightToLeft } else { TextDirection::LeftToRight };
    let metadata = Metadata::new()
        .title(without_isolates(&figure.caption.title).into_owned())
        .description(without_isolates(&figure.caption.alt).into_owned())
        .creator("Richter".to_owned())
        .text_direction(direction);
    if dress.language.is_empty() { metadata } else { metadata.language(dress.language.to_owned()) }
}

fn failed(reason: &impl ToString) -> ExportError {
    ExportError::Document { reason: reason.to_string() }
}

/// The page that is being drawn.
struct Page<'a, 'b> {
    surface: &'a mut Surface<'b>,
    fonts: Fonts,
    /// The faces used so far by their number.
    loaded: BTreeMap<u8, Font>,
    points_per_px: f64,
    /// The first thing that could not be drawn.
    problem: Option<ExportError>,
}

impl Page<'_, '_> {
    fn face(&mut self, number: u8) -> Option<Font> {
        if let Some(font) = self.loaded.get(&number) {
            return Some(font.clone());
        }
        let file = self.fonts.face_file(number)?;
        let font = Font::new(file.bytes.into(), 0)?;
        self.loaded.insert(number, font.clone());
        Some(font)
    }

    fn fill(&mut self, color: Option<Color>) {
        let fill = color.map(|color| Fill {
            paint: solid(color).into(),
            opacity: opacity(color),
            rule: FillRule::NonZero,
        });
        self.surface.set_fill(fill);
    }

    /// The picture's pixels, none if they cannot be made.
    fn pixels(&self, rect: Rect, picture: &Picture) -> Option<Image> {
        match picture.kind {
            PictureKind::Png => Image::from_png(picture.bytes.clone().into(), true).ok(),
            PictureKind::Svg => {
                let inches = rect.width.max(rect.height) * self.points_per_px / 72.0;
                let most_px = (inches * PICTURE_DPI).clamp(1.0, MAX_PICTURE_PX);
                let pixels = picture::raster(picture, most_px)?;
                let [width, height] = pixels.size.map(|side| side as u32);
                Some(Image::from_rgba8(pixels.rgba, width, height))
            }
        }
    }
}

impl Canvas for Page<'_, '_> {
    fn open(&mut self, group: &Group) {
        if let Some(clip) = group.clip.and_then(|rect| path(&Form::Rect(rect))) {
            self.surface.push_clip_path(&clip, &FillRule::NonZero);
        }
    }

    fn close(&mut self, group: &Group) {
        if group.clip.and_then(|rect| path(&Form::Rect(rect))).is_some() {
            self.surface.pop();
        }
    }

    fn outline(&mut self, outline: &Outline) {
        // A surface without fill and stroke would draw in black.
        if outline.fill.is_none() && outline.stroke.is_none() {
            return;
        }
        let Some(path) = path(&outline.form) else { return };
        self.fill(outline.fill);
        self.surface.set_stroke(outline.stroke.as_ref().map(pen));
        self.surface.draw_path(&path);
    }

    fn line(&mut self, line: &Line) {
        self.fill(Some(line.color));
        self.surface.set_stroke(None);
        for run in runs::runs(line) {
            let Some(font) = self.face(run.face) else {
                let problem = failed(&format!("the font of \"{}\" cannot be embedded", run.text));
                self.problem.get_or_insert(problem);
                continue;
            };
            let Some(first) = run.glyphs.first() else { continue };
            let [left, y] = line.left;
            let start = Point::from_xy((left + first.x * line.size) as f32, y as f32);
            self.surface.draw_glyphs(start, &glyphs(&run), font, &run.text, line.size as f32, false);
        }
    }

    fn picture(&mut self, rect: Rect, picture: &Picture) {
        let size = Size::from_wh(rect.width as f32, rect.height as f32);
        let (Some(image), Some(size)) = (self.pixels(rect, picture), size) else {
            self.problem.get_or_insert(failed(&"a picture cannot be embedded"));
            return;
        };
        self.surface.push_transform(&Transform::from_translate(rect.x as f32, rect.y as f32));
        self.surface.draw_image(image, size);
        self.surface.pop();
    }
}

/// The run's glyphs, each as wide as it is far to the next: where they stand was decided before.
fn glyphs(run: &runs::Run) -> Vec<KrillaGlyph> {
    let next = run.glyphs.iter().skip(1).map(|glyph| Some(glyph.x)).chain([None]);
    let placed = run.glyphs.iter().zip(next).map(|(glyph, next)| {
        let advance = next.map_or(0.0, |next| next - glyph.x);
        let id = GlyphId::new(glyph.id.into());
        KrillaGlyph::new(id, advance as f32, 0.0, glyph.y as f32, 0.0, glyph.bytes.clone(), None)
    });
    placed.collect()
}

fn solid(Color([red, green, blue, _]): Color) -> rgb::Color {
    rgb::Color::new(red, green, blue)
}

fn opacity(Color([_, _, _, alpha]): Color) -> NormalizedF32 {
    NormalizedF32::new(f32::from(alpha) / 255.0).unwrap_or(NormalizedF32::ONE)
}

fn pen(stroke: &Stroke) -> Pen {
    let dash = (!stroke.dash.is_empty()).then(|| StrokeDash {
        array: stroke.dash.iter().map(|length| *length as f32).collect(),
        offset: 0.0,
    });
    Pen {
        paint: solid(stroke.color).into(),
        width: stroke.width as f32,
        line_join: LineJoin::Round,
        opacity: opacity(stroke.color),
        dash,
        ..Pen::default()
    }
}

/// The form as a path, none where it has no extent.
fn path(form: &Form) -> Option<Path> {
    let mut builder = PathBuilder::new();
    match form {
        Form::Rect(rect) => {
            let [x, y, width, height] = [rect.x, rect.y, rect.width, rect.height].map(|length| length as f32);
            builder.push_rect(Box::from_xywh(x, y, width, height)?);
        }
        Form::Circle { center, radius } => circle(&mut builder, *center, *radius),
        Form::Path { runs, closed } => {
            for run in runs {
                for (place, [x, y]) in run.iter().enumerate() {
                    let (x, y) = (*x as f32, *y as f32);
                    if place == 0 { builder.move_to(x, y) } else { builder.line_to(x, y) }
                }
                if *closed {
                    builder.close();
                }
            }
        }
    }
    builder.finish()
}

/// Four cubic curves, each a quarter; the share of the radius at which their handles stand leaves
/// them within 0.03 % of it.
fn circle(builder: &mut PathBuilder, center: [f64; 2], radius: f64) {
    let handle = 4.0 / 3.0 * (2.0_f64.sqrt() - 1.0);
    let at =
        |right: f64, down: f64| ((center[0] + right * radius) as f32, (center[1] + down * radius) as f32);
    let (x, y) = at(1.0, 0.0);
    builder.move_to(x, y);
    for [right, down] in [[1.0, 0.0], [0.0, 1.0], [-1.0, 0.0], [0.0, -1.0]] {
        // The quarter from here to the place a right angle further on.
        let (first_x, first_y) = at(right - handle * down, down + handle * right);
        let (second_x, second_y) = at(handle * right - down, handle * down + right);
        let (x, y) = at(-down, right);
        builder.cubic_to(first_x, first_y, second_x, second_y, x, y);
    }
    builder.close();
}
