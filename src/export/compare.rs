//! A file held against the figure that it should show: are its words and its picture still those?
//!
//! What other programs do to a file without touching what it shows, writing the XML in another way,
//! packing pixels anew, makes no difference. The recipe in it is not compared.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use png::{ColorType, Transformations};
use resvg::usvg::roxmltree::{Document, Node, NodeType, ParsingOptions};

use crate::chart::figure::Figure;
use crate::text::without_isolates;

use super::recipe::PNG_SIGNATURE;
use super::{Dress, ExportError, Pixels, pixels, svg};

/// The most elements of an SVG that is looked through.
const MAX_NODES: u32 = 2_000_000;
/// Words of context on each side of those that differ.
const CONTEXT: usize = 2;
const SVG: &str = "http://www.w3.org/2000/svg";
const XLINK: &str = "http://www.w3.org/1999/xlink";

/// What a file shows otherwise than its figure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differences {
    /// Words of the file and those of the figure in their place, the one or the other empty where
    /// there are none; cut to what differs.
    pub words: Vec<[String; 2]>,
    /// Whether anything else differs.
    pub picture: bool,
}

/// What the SVG or PNG of these bytes shows otherwise than the figure, `scale` pixels of a PNG for
/// each of its own.
///
/// # Errors
/// [`ExportError`] where the figure or the file cannot be drawn.
pub fn differences(
    bytes: &[u8],
    figure: &Figure,
    scale: f64,
    dress: &Dress<'_>,
) -> Result<Differences, ExportError> {
    if bytes.starts_with(PNG_SIGNATURE) {
        return in_png(bytes, figure, scale);
    }
    let damaged = |reason: String| ExportError::Drawing { reason };
    let text = std::str::from_utf8(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes))
        .map_err(|error| damaged(error.to_string()))?;
    let redrawn = svg(figure, &Dress { recipe: None, ..*dress });
    let (file, redrawn) = (contents(text)?, contents(&redrawn)?);
    Ok(Differences { words: differing(&file.words, &redrawn.words), picture: file.marks != redrawn.marks })
}

/// The pictures that an SVG holds, such as its logo; none in bytes that are no SVG.
#[must_use]
pub fn pictures_in(bytes: &[u8]) -> Vec<Vec<u8>> {
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    let Ok(document) = parsed(text) else { return Vec::new() };
    let images = document.descendants().filter(|node| node.has_tag_name((SVG, "image")));
    let held = images.filter_map(|image| {
        let (_, data) = image.attribute((XLINK, "href"))?.split_once(";base64,")?;
        STANDARD.decode(data).ok()
    });
    held.collect()
}

fn parsed(svg: &str) -> Result<Document<'_>, ExportError> {
    let options = ParsingOptions { allow_dtd: true, nodes_limit: MAX_NODES, ..ParsingOptions::default() };
    Document::parse_with_options(svg, options)
        .map_err(|error| ExportError::Drawing { reason: error.to_string() })
}

/// What an SVG shows: its words, and everything else.
#[derive(Default)]
struct Contents {
    words: Vec<String>,
    marks: Vec<String>,
}

fn contents(svg: &str) -> Result<Contents, ExportError> {
    let document = parsed(svg)?;
    let mut contents = Contents::default();
    for node in document.root().children() {
        contents.take(node, 0);
    }
    Ok(contents)
}

impl Contents {
    fn take(&mut self, node: Node<'_, '_>, depth: usize) {
        match node.node_type() {
            NodeType::Element => {}
            // A style sheet may stand in one.
            NodeType::PI => return self.marks.push("?".to_owned()),
            _ => return,
        }
        let name = node.tag_name().name();
        if node.tag_name().namespace() != Some(SVG) || name == "metadata" {
            return;
        }
        let is_words = ["text", "title", "desc"].contains(&name);
        if is_words {
            let words: String =
                node.descendants().filter(Node::is_text).filter_map(|part| part.text()).collect();
            self.say(&words);
        }
        if name != "title" && name != "desc" {
            self.mark(node, depth);
        }
        if !is_words {
            // Rules of a style sheet and scripts show by what they say.
            let rules: String =
                node.children().filter_map(|part| part.is_text().then(|| part.text())?).collect();
            if !rules.trim().is_empty() {
                self.marks.push(rules);
            }
            for child in node.children() {
                self.take(child, depth + 1);
            }
        }
    }

    fn say(&mut self, words: &str) {
        let words = without_isolates(words).split_whitespace().collect::<Vec<_>>().join(" ");
        if !words.is_empty() {
            self.words.push(words);
        }
    }

    /// An element with its attributes in an order of their own.
    fn mark(&mut self, node: Node<'_, '_>, depth: usize) {
        let mut attributes = Vec::new();
        for attribute in node.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            match attribute.namespace() {
                // Words of their own where letters are outlines.
                None if name == "aria-label" => self.say(value),
                // How large a page shows the whole is the page's.
                None if depth == 0 && ["width", "height"].contains(&name) => {}
                None | Some(XLINK) => attributes.push(format!("{name}={value:?}")),
                Some(_) => {}
            }
        }
        attributes.sort();
        self.marks.push(format!("{depth} {} {}", node.tag_name().name(), attributes.join(" ")));
    }
}

fn in_png(bytes: &[u8], figure: &Figure, scale: f64) -> Result<Differences, ExportError> {
    let (file, said) = read(bytes)?;
    let redrawn = pixels(figure, scale)?;
    let mut words = Vec::new();
    for (keyword, drawn) in [("Title", &figure.caption.title), ("Description", &figure.caption.alt)] {
        let drawn = without_isolates(drawn);
        let found = said.iter().find(|(own, _)| own == keyword).map_or("", |(_, text)| text.as_str());
        if found != drawn {
            words.push(narrowed(found, &drawn));
        }
    }
    Ok(Differences { words, picture: !are_alike(&file, &redrawn) })
}

/// Pixels of a PNG, and what it says of itself in words.
fn read(bytes: &[u8]) -> Result<(Pixels, Vec<(String, String)>), ExportError> {
    let damaged = |error: png::DecodingError| ExportError::Drawing { reason: error.to_string() };
    let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    decoder.set_transformations(Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().map_err(damaged)?;
    let too_large = || ExportError::TooLarge { width_px: 0, height_px: 0 };
    let length = reader.output_buffer_size().filter(|size| *size as u64 <= 4 * super::MAX_PIXELS);
    let mut data = vec![0; length.ok_or_else(too_large)?];
    let frame = reader.next_frame(&mut data).map_err(damaged)?;
    data.truncate(frame.buffer_size());
    // Words may stand behind the pixels.
    reader.finish().map_err(damaged)?;
    let rgba = match frame.color_type {
        ColorType::Grayscale => data.iter().flat_map(|grey| [*grey, *grey, *grey, u8::MAX]).collect(),
        ColorType::GrayscaleAlpha => {
            data.as_chunks().0.iter().flat_map(|[grey, alpha]| [*grey, *grey, *grey, *alpha]).collect()
        }
        ColorType::Rgb => {
            data.as_chunks().0.iter().flat_map(|[red, green, blue]| [*red, *green, *blue, u8::MAX]).collect()
        }
        ColorType::Rgba | ColorType::Indexed => data,
    };
    let info = reader.info();
    let own = info.utf8_text.iter().filter_map(|chunk| Some((chunk.keyword.clone(), chunk.get_text().ok()?)));
    let packed = info
        .compressed_latin1_text
        .iter()
        .filter_map(|chunk| Some((chunk.keyword.clone(), chunk.get_text().ok()?)));
    let plain = info.uncompressed_latin1_text.iter().map(|chunk| (chunk.keyword.clone(), chunk.text.clone()));
    let said = own.chain(packed).chain(plain).collect();
    Ok((Pixels { size: [frame.width as usize, frame.height as usize], rgba }, said))
}

/// Whether two pictures look the same: what cannot be seen has no colour.
fn are_alike(one: &Pixels, other: &Pixels) -> bool {
    let (a, b) = (one.rgba.as_chunks::<4>().0, other.rgba.as_chunks::<4>().0);
    one.size == other.size
        && a.len() == b.len()
        && a.iter().zip(b).all(|(a, b)| a == b || (a[3] == 0 && b[3] == 0))
}

/// Words of which one of two has more than the other, in their order; those of the file beside those
/// of the figure.
fn differing(file: &[String], figure: &[String]) -> Vec<[String; 2]> {
    let missing_in = |from: &[String], other: &[String]| {
        let mut left: Vec<&String> = other.iter().collect();
        let mut extra = Vec::new();
        for words in from {
            match left.iter().position(|found| *found == words) {
                Some(place) => drop(left.swap_remove(place)),
                None => extra.push(words.clone()),
            }
        }
        extra
    };
    let (own, drawn) = (missing_in(file, figure), missing_in(figure, file));
    if own.len() == drawn.len() {
        return own.iter().zip(&drawn).map(|(own, drawn)| narrowed(own, drawn)).collect();
    }
    let own = own.into_iter().map(|words| [words, String::new()]);
    own.chain(drawn.into_iter().map(|words| [String::new(), words])).collect()
}

/// The words of two texts that differ, with a little of what stands around them.
fn narrowed(one: &str, other: &str) -> [String; 2] {
    let texts = [one, other].map(|text| text.split_whitespace().collect::<Vec<_>>());
    let [one, other] = &texts;
    let first = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let most = one.len().min(other.len()) - first;
    let last = one.iter().rev().zip(other.iter().rev()).take(most).take_while(|(a, b)| a == b).count();
    texts.each_ref().map(|text| {
        let (from, to) = (first.saturating_sub(CONTEXT), (text.len() - last + CONTEXT).min(text.len()));
        let part = text.get(from..to).unwrap_or_default().join(" ");
        let mark = |is_cut: bool| if is_cut && !part.is_empty() { "…" } else { "" };
        format!("{}{part}{}", mark(from > 0), mark(to < text.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::sample as testing;
    use super::super::{TextMode, png};
    use super::*;

    fn found(bytes: &[u8], dress: &Dress<'_>) -> Differences {
        differences(bytes, &testing::figure(), 1.0, dress).unwrap()
    }

    #[test]
    fn a_file_as_it_was_written_has_no_differences() {
        let figure = testing::figure();
        for text in [TextMode::Outlines, TextMode::Live] {
            let dress = Dress { text, recipe: Some("{}"), language: "en", ..Dress::default() };
            let file = svg(&figure, &dress);
            assert_eq!(found(file.as_bytes(), &dress), Differences::default(), "{text:?}");
            // As another program may write it: a declaration, a note, a name of its own.
            let again = file.replacen(
                "<svg ",
                "<?xml version=\"1.0\"?>\n<!-- saved --><svg xmlns:e='urn:e' e:a='1' ",
                1,
            );
            assert_eq!(found(again.as_bytes(), &dress), Differences::default(), "{text:?}");
            let larger = again.replacen("height=\"360\"", "height=\"100%\"", 1);
            assert_eq!(found(larger.as_bytes(), &dress), Differences::default(), "{text:?}");
        }
        let file = png(&figure, 1.0, &Dress::default()).unwrap();
        assert_eq!(found(&file, &Dress::default()), Differences::default());
    }

    #[test]
    fn words_and_marks_that_were_changed_are_found() {
        let figure = testing::figure();
        let dress = Dress { text: TextMode::Live, ..Dress::default() };
        let file = svg(&figure, &dress);
        let is_plain = |text: &str| file.contains(&format!(">{text}</text>"));
        let label = &figure.labels.iter().find(|label| is_plain(&label.text)).unwrap().text;
        let edited = file.replacen(&format!(">{label}</text>"), ">Forged</text>", 1);
        let told = found(edited.as_bytes(), &dress);
        assert_eq!((told.words.len(), told.picture), (1, false), "{told:?}");
        assert_eq!(told.words[0][0], "Forged");
        let moved = file.replacen(" d=\"M", " d=\"M1 1L", 1);
        let told = found(moved.as_bytes(), &dress);
        assert_eq!((told.words.len(), told.picture), (0, true), "{told:?}");
        for added in ["<rect width='9' height='9'/>", "<style>rect { fill: red }</style>"] {
            let told = found(file.replacen("</svg>", &format!("{added}</svg>"), 1).as_bytes(), &dress);
            assert_eq!((told.words.len(), told.picture), (0, true), "{added}");
        }
        let (mut other, dress) = (figure.clone(), Dress::default());
        other.caption.alt.push_str(" And more.");
        let told = found(&png(&other, 1.0, &dress).unwrap(), &dress);
        assert_eq!((told.words.len(), told.picture), (1, false), "{told:?}");
        let told = found(&png(&figure, 0.5, &dress).unwrap(), &dress);
        assert_eq!((told.words.len(), told.picture), (0, true), "{told:?}");
    }

    #[test]
    fn long_words_are_cut_to_what_differs() {
        let cases = [
            ("a b c d e f g", "a b c X e f g", ["…b c d e f…", "…b c X e f…"]),
            ("a b", "a b c", ["a b", "a b c"]),
            ("", "a", ["", "a"]),
            ("a a", "a a a", ["a a", "a a a"]),
        ];
        for (one, other, expected) in cases {
            assert_eq!(narrowed(one, other), expected.map(str::to_owned), "{one} {other}");
        }
    }
}
