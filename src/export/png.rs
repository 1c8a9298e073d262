//! The picture of a figure, rasterised from its SVG text.
//!
//! The SVG carries text as outlines, so no font is looked up. Sizes are checked before memory is
//! asked for.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use super::ExportError;

/// Largest width and height of a picture.
pub const MAX_SIDE_PX: u32 = 20_000;

/// Largest number of pixels of a picture: twice 600 MB of memory while it is packed.
pub const MAX_PIXELS: u64 = 150_000_000;

/// PNG bytes of a drawing, `scale` pixels for each unit of its size.
///
/// # Errors
/// A scale that is no positive number, a picture beyond [`MAX_SIDE_PX`] or [`MAX_PIXELS`], and a
/// text that is no drawing.
pub fn png(svg: &str, scale: f64) -> Result<Vec<u8>, ExportError> {
    if !(scale.is_finite() && scale > 0.0) {
        return Err(ExportError::Scale { scale });
    }
    let tree = Tree::from_str(svg, &Options::default())
        .map_err(|error| ExportError::Drawing { reason: error.to_string() })?;
    let (width, height) = (f64::from(tree.size().width()), f64::from(tree.size().height()));
    let (width_px, height_px) = (pixels(width * scale), pixels(height * scale));
    let most = u64::from(MAX_SIDE_PX);
    let too_large = ExportError::TooLarge { width_px, height_px };
    if width_px > most || height_px > most || width_px * height_px > MAX_PIXELS {
        return Err(too_large);
    }
    let Some(mut pixmap) = Pixmap::new(width_px as u32, height_px as u32) else {
        return Err(too_large);
    };
    // The drawing fills the last row and column also where the size is no whole number.
    let (across, down) = (width_px as f64 / width, height_px as f64 / height);
    let transform = Transform::from_scale(across as f32, down as f32);
    resvg::render(&tree, transform, &mut pixmap.as_mut());
    pixmap.encode_png().map_err(|error| ExportError::Packing { reason: error.to_string() })
}

/// Whole pixels of a length, at least one.
fn pixels(length: f64) -> u64 {
    length.round().max(1.0) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    const SQUARE: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20"><rect width="40" height="20" fill="#0B5FFF"/></svg>"##;

    #[test]
    fn a_picture_has_the_size_that_was_asked_for() {
        for (scale, width, height) in
            [(1.0, 40, 20), (2.0, 80, 40), (0.5, 20, 10), (1.03, 41, 21), (0.001, 1, 1)]
        {
            let picture = Pixmap::decode_png(&png(SQUARE, scale).unwrap()).unwrap();
            assert_eq!((picture.width(), picture.height()), (width, height), "{scale}");
            assert!(picture.pixels().iter().all(|pixel| pixel.alpha() == 255), "{scale}");
        }
    }

    #[test]
    fn what_cannot_be_drawn_is_said() {
        for scale in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert!(matches!(png(SQUARE, scale), Err(ExportError::Scale { .. })), "{scale}");
        }
        assert_eq!(png(SQUARE, 600.0), Err(ExportError::TooLarge { width_px: 24_000, height_px: 12_000 }));
        assert_eq!(png(SQUARE, 450.0), Err(ExportError::TooLarge { width_px: 18_000, height_px: 9_000 }));
        assert!(matches!(png(SQUARE, f64::MAX), Err(ExportError::TooLarge { .. })));
        assert!(matches!(png("<svg", 1.0), Err(ExportError::Drawing { .. })));
    }
}
