//! The picture of a figure, rasterised from its SVG text, and its file.
//!
//! That SVG carries text as outlines, so no font is looked up. Sizes are checked before memory is
//! asked for. The file says its resolution, that its colours are sRGB, its title, its description
//! and the recipe.

use png::text_metadata::ITXtChunk;
use png::{BitDepth, ColorType, Compression, Encoder, Info, PixelDimensions, SrgbRenderingIntent, Unit};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use crate::chart::figure::Figure;
use crate::text::without_isolates;

use super::{Dress, ExportError, drawing, recipe, svg};

/// Largest width and height of a picture.
pub const MAX_SIDE_PX: u32 = 20_000;

/// Largest number of pixels of a picture: twice 600 MB of memory while it is packed.
pub const MAX_PIXELS: u64 = 150_000_000;

/// Metres an inch.
const METRES: f64 = 0.0254;

/// A picture as pixels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// Width and height.
    pub size: [usize; 2],
    /// Red, green, blue and alpha of each pixel, row by row from the top, not premultiplied.
    pub rgba: Vec<u8>,
}

/// The figure as a PNG file, `scale` pixels for each of its own.
///
/// # Errors
/// A scale that is no positive number, and a picture beyond [`MAX_SIDE_PX`] or [`MAX_PIXELS`].
pub fn png(figure: &Figure, scale: f64, dress: &Dress<'_>) -> Result<Vec<u8>, ExportError> {
    encode(&pixels(figure, scale)?, &text_chunks(figure, dress), dress.dpi)
}

/// The figure as pixels, `scale` for each of its own.
///
/// # Errors
/// As [`png`].
pub fn pixels(figure: &Figure, scale: f64) -> Result<Pixels, ExportError> {
    let [width, height] = figure.size;
    size_of([width, height], scale)?;
    let plain = svg::written(figure, &drawing::drawing(figure), &Dress::default());
    rasterise(&plain, scale)
}

/// Pixels of a drawing, `scale` for each unit of its size.
pub(super) fn rasterise(svg: &str, scale: f64) -> Result<Pixels, ExportError> {
    let options = Options { image_href_resolver: super::picture::inside_only(), ..Options::default() };
    let tree =
        Tree::from_str(svg, &options).map_err(|error| ExportError::Drawing { reason: error.to_string() })?;
    let (width, height) = (f64::from(tree.size().width()), f64::from(tree.size().height()));
    let [width_px, height_px] = size_of([width, height], scale)?;
    let too_large = || ExportError::TooLarge { width_px: width_px.into(), height_px: height_px.into() };
    let mut pixmap = Pixmap::new(width_px, height_px).ok_or_else(too_large)?;
    // The drawing fills the last row and column also where the size is no whole number.
    let (across, down) = (f64::from(width_px) / width, f64::from(height_px) / height);
    let transform = Transform::from_scale(across as f32, down as f32);
    resvg::render(&tree, transform, &mut pixmap.as_mut());
    Ok(Pixels { size: [width_px as usize, height_px as usize], rgba: pixmap.take_demultiplied() })
}

/// Width and height in pixels, at least one each, or why they cannot be.
fn size_of([width, height]: [f64; 2], scale: f64) -> Result<[u32; 2], ExportError> {
    if !(scale.is_finite() && scale > 0.0) {
        return Err(ExportError::Scale { scale });
    }
    let [width_px, height_px] = [width, height].map(|length| (length * scale).round().max(1.0) as u64);
    let most = u64::from(MAX_SIDE_PX);
    if width_px > most || height_px > most || width_px * height_px > MAX_PIXELS {
        return Err(ExportError::TooLarge { width_px, height_px });
    }
    Ok([width_px as u32, height_px as u32])
}

/// What the file says about itself in words.
fn text_chunks(figure: &Figure, dress: &Dress<'_>) -> Vec<ITXtChunk> {
    let mut chunks = Vec::new();
    for (keyword, words) in [("Title", &figure.caption.title), ("Description", &figure.caption.alt)] {
        if words.is_empty() {
            continue;
        }
        let mut chunk = ITXtChunk::new(keyword, without_isolates(words));
        if dress.language.is_ascii() {
            dress.language.clone_into(&mut chunk.language_tag);
        }
        chunks.push(chunk);
    }
    if let Some(words) = dress.recipe {
        let mut chunk = ITXtChunk::new(recipe::KEYWORD, words);
        chunk.compressed = true;
        chunks.push(chunk);
    }
    chunks
}

fn encode(pixels: &Pixels, chunks: &[ITXtChunk], dpi: Option<f64>) -> Result<Vec<u8>, ExportError> {
    let [width, height] = pixels.size.map(|side| u32::try_from(side).unwrap_or(u32::MAX));
    // Whoever reads it need not ask whether something shows through.
    let opaque = pixels.rgba.chunks_exact(4).all(|pixel| pixel.last() == Some(&u8::MAX));
    let mut info = Info::with_size(width, height);
    info.bit_depth = BitDepth::Eight;
    info.color_type = if opaque { ColorType::Rgb } else { ColorType::Rgba };
    info.srgb = Some(SrgbRenderingIntent::Perceptual);
    info.pixel_dims = dpi.map(|dpi| {
        let per_metre = (dpi / METRES).round() as u32;
        PixelDimensions { xppu: per_metre, yppu: per_metre, unit: Unit::Meter }
    });
    info.utf8_text = chunks.to_vec();
    let data = if opaque { without_alpha(&pixels.rgba) } else { pixels.rgba.clone() };
    let write = || -> Result<Vec<u8>, png::EncodingError> {
        let mut bytes = Vec::new();
        let mut encoder = Encoder::with_info(&mut bytes, info)?;
        encoder.set_compression(Compression::Balanced);
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&data)?;
        writer.finish()?;
        Ok(bytes)
    };
    write().map_err(|error| ExportError::Packing { reason: error.to_string() })
}

fn without_alpha(rgba: &[u8]) -> Vec<u8> {
    let mut rgb = Vec::with_capacity(rgba.len() / 4 * 3);
    for pixel in rgba.chunks_exact(4) {
        rgb.extend(pixel.iter().take(3));
    }
    rgb
}

#[cfg(test)]
mod tests {
    use super::super::tests::sample as testing;
    use super::*;
    use crate::chart::figure::Color;

    const SQUARE: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20"><rect width="40" height="20" fill="#0B5FFF"/></svg>"##;

    #[test]
    fn a_picture_has_the_size_that_was_asked_for() {
        for (scale, width, height) in
            [(1.0, 40, 20), (2.0, 80, 40), (0.5, 20, 10), (1.03, 41, 21), (0.001, 1, 1)]
        {
            let picture = rasterise(SQUARE, scale).unwrap();
            assert_eq!(picture.size, [width, height], "{scale}");
            assert!(picture.rgba.chunks(4).all(|pixel| pixel[3] == 255), "{scale}");
        }
    }

    #[test]
    fn what_cannot_be_drawn_is_said() {
        let figure = testing::figure();
        for scale in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            let found = png(&figure, scale, &Dress::default());
            assert!(matches!(found, Err(ExportError::Scale { .. })), "{scale}");
        }
        let too_large = |width_px, height_px| Err(ExportError::TooLarge { width_px, height_px });
        assert_eq!(png(&figure, 40.0, &Dress::default()), too_large(25_600, 14_400));
        assert_eq!(png(&figure, 30.0, &Dress::default()), too_large(19_200, 10_800));
        assert!(matches!(pixels(&figure, f64::MAX), Err(ExportError::TooLarge { .. })));
        assert!(matches!(rasterise("<svg", 1.0), Err(ExportError::Drawing { .. })));
    }

    #[test]
    fn the_file_says_resolution_colours_and_words() {
        let figure = testing::figure();
        let dress =
            Dress { recipe: Some("{\"version\":1}"), dpi: Some(300.0), language: "ar", ..Dress::default() };
        let bytes = png(&figure, 1.0, &dress).unwrap();
        assert_eq!(bytes, png(&figure, 1.0, &dress).unwrap());
        let decoder = png::Decoder::new(std::io::Cursor::new(&bytes));
        let reader = decoder.read_info().unwrap();
        let info = reader.info();
        assert_eq!((info.width, info.height, info.color_type), (640, 360, ColorType::Rgb));
        let dims = info.pixel_dims.unwrap();
        assert_eq!((dims.xppu, dims.yppu, dims.unit), (11_811, 11_811, Unit::Meter));
        assert_eq!(info.srgb, Some(SrgbRenderingIntent::Perceptual));
        let said: Vec<(String, String, String)> = info
            .utf8_text
            .iter()
            .map(|chunk| (chunk.keyword.clone(), chunk.language_tag.clone(), chunk.get_text().unwrap()))
            .collect();
        let own = |keyword: &str, language: &str, text: &str| {
            (keyword.to_owned(), language.to_owned(), text.to_owned())
        };
        assert_eq!(
            said,
            [
                own("Title", "ar", &figure.caption.title),
                own("Description", "ar", &figure.caption.alt),
                own("richter-recipe", "", "{\"version\":1}"),
            ]
        );
        assert_eq!(super::super::recipe_in(&bytes).as_deref(), Some("{\"version\":1}"));
        let plain = png(&figure, 1.0, &Dress::default()).unwrap();
        assert_eq!(super::super::recipe_in(&plain), None);
    }

    #[test]
    fn what_is_behind_shows_through_a_transparent_background() {
        let mut figure = testing::figure();
        figure.background = Color([255, 255, 255, 0]);
        let pixels = pixels(&figure, 1.0).unwrap();
        assert_eq!(pixels.rgba[..4], [0, 0, 0, 0]);
        assert!(pixels.rgba.chunks(4).any(|pixel| pixel[3] == 255));
        let bytes = png(&figure, 1.0, &Dress::default()).unwrap();
        let mut reader = png::Decoder::new(std::io::Cursor::new(&bytes)).read_info().unwrap();
        assert_eq!(reader.info().color_type, ColorType::Rgba);
        let mut read = vec![0; pixels.rgba.len()];
        reader.next_frame(&mut read).unwrap();
        assert_eq!(read, pixels.rgba);
    }
}
