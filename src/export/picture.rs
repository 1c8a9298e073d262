//! Pictures inside a figure, such as a logo: what is taken and what is refused.
//!
//! A picture goes into files that others open, so it is recognised by its content and refused
//! unless it is a sound PNG, or an SVG that shows the same everywhere: nothing that it would load,
//! run or look up.

use std::io::Cursor;

use png::{Decoder, Limits};
use resvg::usvg::roxmltree::{Document, Node, ParsingOptions};
use resvg::usvg::{ImageHrefResolver, ImageKind, Options, Tree};

use crate::chart::figure::{Picture, PictureKind};

use super::recipe::PNG_SIGNATURE;

/// The most bytes of a picture.
pub const MAX_PICTURE_BYTES: usize = 2 << 20;

/// The most pixels along a side of a PNG.
const MAX_SIDE_PX: u32 = 4096;
/// The most elements of an SVG.
const MAX_NODES: u32 = 50_000;
/// What a reader may take in memory for one picture.
const MAX_MEMORY: usize = 256 << 20;

/// Why a file is not taken as a picture.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// More bytes than [`MAX_PICTURE_BYTES`].
    #[error("it has {bytes} bytes, more than {MAX_PICTURE_BYTES}")]
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// A PNG with more pixels than a figure needs.
    #[error("it has {width} by {height} pixels, more than {MAX_SIDE_PX} along a side")]
    TooManyPixels {
        /// Its width.
        width: u32,
        /// Its height.
        height: u32,
    },
    /// Neither PNG nor SVG.
    #[error("it is neither PNG nor SVG")]
    Unknown,
    /// A PNG or SVG that its reader does not take.
    #[error("it is damaged: {reason}")]
    Damaged {
        /// What the reader said.
        reason: String,
    },
    /// An SVG that would load, run or look up something.
    #[error("it holds <{element}>, which does not look the same everywhere")]
    Forbidden {
        /// Name of the element.
        element: String,
    },
    /// An SVG that refers to something outside of itself.
    #[error("it refers to another file: {reference}")]
    Reference {
        /// What it refers to.
        reference: String,
    },
}

/// Takes the bytes of a PNG or SVG file as a picture for a figure.
///
/// # Errors
/// [`PictureError`] for what is too large, damaged, of another kind, or an SVG with scripts, words
/// or references to other files.
pub fn picture(bytes: &[u8]) -> Result<Picture, PictureError> {
    if bytes.len() > MAX_PICTURE_BYTES {
        return Err(PictureError::TooLarge { bytes: bytes.len() });
    }
    let (kind, size) = if bytes.starts_with(PNG_SIGNATURE) {
        (PictureKind::Png, png_size(bytes)?)
    } else {
        (PictureKind::Svg, svg_size(bytes)?)
    };
    Ok(Picture { bytes: bytes.to_vec(), kind, size })
}

/// A resolver that looks at no file, whatever an SVG asks for.
pub(super) fn inside_only() -> ImageHrefResolver<'static> {
    ImageHrefResolver {
        resolve_string: Box::new(|_: &str, _: &Options| None::<ImageKind>),
        ..ImageHrefResolver::default()
    }
}

fn png_size(bytes: &[u8]) -> Result<[f64; 2], PictureError> {
    let damaged = |error: png::DecodingError| PictureError::Damaged { reason: error.to_string() };
    let mut decoder = Decoder::new_with_limits(Cursor::new(bytes), Limits { bytes: MAX_MEMORY });
    let header = decoder.read_header_info().map_err(damaged)?;
    let (width, height) = (header.width, header.height);
    if width.max(height) > MAX_SIDE_PX {
        return Err(PictureError::TooManyPixels { width, height });
    }
    let mut reader = decoder.read_info().map_err(damaged)?;
    let length = reader.output_buffer_size().filter(|length| *length <= MAX_MEMORY);
    let length = length.ok_or(PictureError::TooManyPixels { width, height })?;
    reader.next_frame(&mut vec![0; length]).map_err(damaged)?;
    Ok([f64::from(width), f64::from(height)])
}

fn svg_size(bytes: &[u8]) -> Result<[f64; 2], PictureError> {
    let damaged = |reason: String| PictureError::Damaged { reason };
    let text = std::str::from_utf8(bytes).map_err(|_| PictureError::Unknown)?;
    if !text.contains("<svg") {
        return Err(PictureError::Unknown);
    }
    let options = ParsingOptions { allow_dtd: true, nodes_limit: MAX_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).map_err(|error| damaged(error.to_string()))?;
    if document.root_element().tag_name().name() != "svg" {
        return Err(PictureError::Unknown);
    }
    document.descendants().filter(Node::is_element).try_for_each(check)?;
    let options = Options { image_href_resolver: inside_only(), ..Options::default() };
    let tree = Tree::from_xmltree(&document, &options).map_err(|error| damaged(error.to_string()))?;
    Ok([f64::from(tree.size().width()), f64::from(tree.size().height())])
}

/// Whether an element shows the same everywhere by itself.
fn check(element: Node<'_, '_>) -> Result<(), PictureError> {
    let name = element.tag_name().name();
    let runs = element.attributes().any(|attribute| attribute.name().starts_with("on"));
    let elements = ["script", "foreignObject", "text", "image", "feImage", "set", "handler", "iframe"];
    if runs || elements.contains(&name) || name.starts_with("animate") {
        return Err(PictureError::Forbidden { element: name.to_owned() });
    }
    let outside =
        |reference: &str| PictureError::Reference { reference: reference.chars().take(80).collect() };
    for attribute in element.attributes() {
        let value = attribute.value().trim();
        if ["href", "src"].contains(&attribute.name()) && !value.starts_with('#') {
            return Err(outside(value));
        }
        if let Some(reference) = loaded(value) {
            return Err(outside(reference));
        }
    }
    if name == "style" {
        let rules: String = element.children().filter_map(|part| part.text()).collect();
        if rules.contains("@import") || rules.contains("@font-face") {
            return Err(PictureError::Forbidden { element: name.to_owned() });
        }
        if let Some(reference) = loaded(&rules) {
            return Err(outside(reference));
        }
    }
    Ok(())
}

/// The first `url(…)` of a style that leads out of the file.
fn loaded(style: &str) -> Option<&str> {
    style.match_indices("url(").find_map(|(place, found)| {
        let target = style.get(place + found.len()..)?;
        let target = target.split(')').next()?.trim().trim_matches(['"', '\'']);
        (!target.starts_with('#')).then_some(target)
    })
}

/// The picture as pixels no more than `most_px` along its longer side; none if it cannot be drawn.
pub(super) fn raster(picture: &Picture, most_px: f64) -> Option<super::Pixels> {
    let text = std::str::from_utf8(&picture.bytes).ok()?;
    let [width, height] = picture.size;
    super::png::rasterise(text, most_px / width.max(height)).ok()
}

#[cfg(test)]
mod tests {
    use super::super::tests::sample::{LOGO_SVG, logo_png};
    use super::*;

    #[test]
    fn pictures_are_known_by_their_content() {
        let png = picture(&logo_png(30, 20)).unwrap();
        assert_eq!((png.kind, png.size), (PictureKind::Png, [30.0, 20.0]));
        let svg = picture(LOGO_SVG.as_bytes()).unwrap();
        assert_eq!((svg.kind, svg.size), (PictureKind::Svg, [40.0, 20.0]));
        for bytes in [&b""[..], b"GIF89a", b"\xFF\xD8\xFF\xE0", b"<html></html>", b"%PDF-1.7", b"<svgx/>"] {
            assert!(picture(bytes).is_err(), "{}", String::from_utf8_lossy(bytes));
        }
        assert_eq!(picture(b"GIF89a"), Err(PictureError::Unknown));
    }

    #[test]
    fn what_is_too_large_or_damaged_is_refused() {
        let bytes = MAX_PICTURE_BYTES + 1;
        assert_eq!(picture(&vec![b' '; bytes]), Err(PictureError::TooLarge { bytes }));
        let wide = logo_png(4097, 1);
        assert_eq!(picture(&wide), Err(PictureError::TooManyPixels { width: 4097, height: 1 }));
        let whole = logo_png(30, 20);
        for end in [8, 20, whole.len() / 2, whole.len() - 20] {
            assert!(matches!(picture(&whole[..end]), Err(PictureError::Damaged { .. })), "cut at {end}");
        }
        assert!(matches!(
            picture(b"<svg xmlns='http://www.w3.org/2000/svg'>"),
            Err(PictureError::Damaged { .. })
        ));
    }

    #[test]
    fn an_svg_that_needs_something_else_is_refused() {
        let with = |inside: &str| {
            let head = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='4' height='4'>";
            picture(format!("{head}{inside}</svg>").as_bytes())
        };
        let forbidden = |element: &str| Err(PictureError::Forbidden { element: element.to_owned() });
        let reference = |reference: &str| Err(PictureError::Reference { reference: reference.to_owned() });
        for (inside, expected) in [
            ("<script>1</script>", forbidden("script")),
            ("<rect onclick='x()'/>", forbidden("rect")),
            ("<text>Richter</text>", forbidden("text")),
            ("<g><foreignObject/></g>", forbidden("foreignObject")),
            ("<image xlink:href='/etc/passwd'/>", forbidden("image")),
            ("<animateTransform/>", forbidden("animateTransform")),
            ("<style>@import 'a.css'</style>", forbidden("style")),
            ("<use href='other.svg#a'/>", reference("other.svg#a")),
            ("<rect style='fill:url(http://a.b/c#d)'/>", reference("http://a.b/c#d")),
            ("<style>rect { fill: url( \"x.svg#a\" ) }</style>", reference("x.svg#a")),
        ] {
            assert_eq!(with(inside), expected, "{inside}");
        }
        for inside in ["<rect width='2' height='2' fill='url(#a)'/>", "<style>rect { fill: red }</style>"] {
            assert!(with(inside).is_ok(), "{inside}");
        }
    }
}
