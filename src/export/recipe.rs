//! The recipe inside a file: where SVG and PNG carry it, and finding it again in any bytes.
//!
//! A recipe is JSON text. In an SVG it is the content of an element of its own in `<metadata>`, in
//! a PNG a compressed `iTXt` chunk. What other programs do to such a file, moving the chunk behind
//! the image, rewriting the XML, leaves it readable. It must not know what a recipe says.

use std::io::Read;

use flate2::read::ZlibDecoder;
use resvg::usvg::roxmltree::{Document, ParsingOptions};

use super::xml::{Element, content};

/// Name of the element in an SVG.
const ELEMENT: &str = "recipe";
/// Its namespace.
const NAMESPACE: &str = "urn:richter:recipe";
/// Keyword of the chunk in a PNG.
pub(super) const KEYWORD: &str = "richter-recipe";

/// The most bytes of a recipe, so that a small file cannot fill the memory.
const MAX_BYTES: u64 = 64 << 20;
/// The most elements of an SVG that is looked through.
const MAX_NODES: u32 = 2_000_000;

pub(super) const PNG_SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Whether a PNG can be decoded to its last pixel with every checksum right. Any other bytes are taken
/// as they are: a cut SVG is no XML and gives no recipe.
#[must_use]
pub fn is_whole(bytes: &[u8]) -> bool {
    if !bytes.starts_with(PNG_SIGNATURE) {
        return true;
    }
    let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    decoder.ignore_checksums(false);
    let Ok(mut reader) = decoder.read_info() else { return false };
    let Some(size) = reader.output_buffer_size().filter(|size| *size as u64 <= 4 * super::MAX_PIXELS) else {
        return false;
    };
    let mut pixels = vec![0; size];
    reader.next_frame(&mut pixels).is_ok() && reader.finish().is_ok() && bytes.ends_with(b"IEND\xaeB`\x82")
}

/// The recipe that an SVG or PNG file carries; none in bytes that carry none, whatever they are.
#[must_use]
pub fn recipe_in(bytes: &[u8]) -> Option<String> {
    match bytes.strip_prefix(PNG_SIGNATURE) {
        Some(chunks) => in_png(chunks),
        None => in_svg(bytes),
    }
}

/// The element that carries a recipe in an SVG.
pub(super) fn metadata(recipe: &str) -> String {
    let element = Element::new(ELEMENT).attribute("xmlns", NAMESPACE).open();
    format!("<metadata>{element}{}</{ELEMENT}></metadata>", content(&writable(recipe)))
}

/// The same JSON without the two characters that XML cannot hold; in JSON they can only be inside
/// of a text, where an escape says the same.
fn writable(recipe: &str) -> String {
    recipe.replace('\u{FFFE}', "\\ufffe").replace('\u{FFFF}', "\\uffff")
}

fn in_svg(bytes: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)).ok()?;
    // Most bytes that are asked about are no SVG with a recipe, and parsing is dear.
    if !text.contains(NAMESPACE) {
        return None;
    }
    let options = ParsingOptions { allow_dtd: true, nodes_limit: MAX_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).ok()?;
    let element = document.descendants().find(|node| node.has_tag_name((NAMESPACE, ELEMENT)))?;
    let recipe: String = element.children().filter_map(|part| part.text()).collect();
    (!recipe.is_empty()).then_some(recipe)
}

/// Looks through the chunks after the signature: length, name, data, checksum each (PNG, 5.3).
fn in_png(mut rest: &[u8]) -> Option<String> {
    loop {
        let (length, after) = rest.split_first_chunk::<4>()?;
        let (name, after) = after.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let data = after.get(..length)?;
        if name == b"iTXt"
            && let Some(recipe) = text_of(data)
        {
            return Some(recipe);
        }
        rest = after.get(length..)?.get(4..)?;
    }
}

/// The text of an international text chunk with our keyword (PNG, 11.3.3.4): keyword, a zero, a
/// byte for compressed, a byte for the method, language, a zero, translated keyword, a zero, text.
fn text_of(chunk: &[u8]) -> Option<String> {
    let (keyword, rest) = until_zero(chunk)?;
    if keyword != KEYWORD.as_bytes() {
        return None;
    }
    let (&[compressed, method], rest) = rest.split_first_chunk::<2>()?;
    let (_, rest) = until_zero(rest)?;
    let (_, text) = until_zero(rest)?;
    let bytes = match (compressed, method) {
        (0, _) => text.to_vec(),
        (1, 0) => {
            let mut bytes = Vec::new();
            ZlibDecoder::new(text).take(MAX_BYTES + 1).read_to_end(&mut bytes).ok()?;
            bytes
        }
        _ => return None,
    };
    if bytes.len() as u64 > MAX_BYTES {
        return None;
    }
    String::from_utf8(bytes).ok()
}

fn until_zero(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let place = memchr::memchr(0, bytes)?;
    Some((bytes.get(..place)?, bytes.get(place + 1..)?))
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::ZlibEncoder;

    use super::*;

    fn chunk(name: [u8; 4], data: &[u8]) -> Vec<u8> {
        [&(data.len() as u32).to_be_bytes()[..], &name, data, &[0; 4]].concat()
    }

    fn chunk_of(text: &[u8], compressed: u8) -> Vec<u8> {
        let text = if compressed == 1 {
            let mut packed = ZlibEncoder::new(Vec::new(), Compression::fast());
            packed.write_all(text).unwrap();
            packed.finish().unwrap()
        } else {
            text.to_vec()
        };
        let head = [KEYWORD.as_bytes(), &[0, compressed, 0, b'e', b'n', 0, 0]].concat();
        chunk(*b"iTXt", &[&head[..], &text].concat())
    }

    fn png(chunks: &[Vec<u8>]) -> Vec<u8> {
        [PNG_SIGNATURE.to_vec(), chunks.concat()].concat()
    }

    const RECIPE: &str = r#"{"title":"a ]]> b & <c> \"d\" مؤشر","version":1}"#;

    #[test]
    fn an_svg_gives_its_recipe_back() {
        let svg = format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{}</svg>", metadata(RECIPE));
        assert_eq!(recipe_in(svg.as_bytes()).as_deref(), Some(RECIPE));
        assert_eq!(recipe_in(format!("\u{FEFF}{svg}").as_bytes()).as_deref(), Some(RECIPE));
        // As an editor may write it again.
        let edited = format!(
            "<?xml version=\"1.0\"?><!DOCTYPE svg><svg xmlns:r=\"{NAMESPACE}\"><g><r:recipe>{}<![CDATA[<&]]></r:recipe></g></svg>",
            content("{\"a\":")
        );
        assert_eq!(recipe_in(edited.as_bytes()).as_deref(), Some("{\"a\":<&"));
        assert_eq!(writable("\"\u{FFFE}\u{FFFF}\""), "\"\\ufffe\\uffff\"");
    }

    #[test]
    fn a_png_gives_its_recipe_back_wherever_it_stands() {
        let header = chunk(*b"IHDR", &[0; 13]);
        let other = chunk(*b"iTXt", b"Title\0\0\0\0\0words");
        for recipe in [chunk_of(RECIPE.as_bytes(), 0), chunk_of(RECIPE.as_bytes(), 1)] {
            for order in [[&header, &other, &recipe], [&header, &recipe, &other]] {
                let file = png(&order.map(Clone::clone));
                assert_eq!(recipe_in(&file).as_deref(), Some(RECIPE));
            }
        }
    }

    #[test]
    fn bytes_without_a_recipe_give_none() {
        let whole = png(&[chunk_of(RECIPE.as_bytes(), 1)]);
        for end in 0..whole.len() - 4 {
            assert_eq!(recipe_in(&whole[..end]), None, "cut at {end}");
        }
        for place in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[place] ^= 0xFF;
            // Any answer will do, as long as there is one.
            let _ = recipe_in(&damaged);
        }
        for bytes in [
            &b""[..],
            b"<svg",
            b"<svg/>",
            b"%PDF-1.7",
            b"\xFF\xFE<",
            b"<svg xmlns='urn:richter:recipe'><recipe/></svg>",
            b"<svg xmlns='urn:richter:recipe'>",
        ] {
            assert_eq!(recipe_in(bytes), None, "{}", String::from_utf8_lossy(bytes));
        }
        let endless = vec![b' '; MAX_BYTES as usize + 1];
        assert_eq!(recipe_in(&png(&[chunk_of(&endless, 1)])), None, "a small file fills the memory");
    }
}
