//! Web pages in one file (MHTML, RFC 2557): what browsers save as a single file, and what some
//! programs hand out under the name of a workbook. The pages in it are decoded and read as others.

use encoding_rs::Encoding;

use super::markup::{self, Language};
use super::{Found, html, inside};
use crate::io::control::Control;
use crate::io::error::{ContentProblem, Stop};

/// Bytes in which the headers of such a file end.
const HEAD: usize = 1 << 14;
/// Parts in one another.
const DEPTH: usize = 4;

/// A part of a message: its headers, their names in lower case, and what follows the blank line.
struct Entity<'b> {
    headers: Vec<(String, String)>,
    body: &'b [u8],
}

impl<'b> Entity<'b> {
    fn of(bytes: &'b [u8]) -> Self {
        let mut headers: Vec<(String, String)> = Vec::new();
        let mut rest = bytes;
        while !rest.is_empty() {
            let end = rest.iter().position(|byte| *byte == b'\n').map_or(rest.len(), |at| at + 1);
            let Some((line, after)) = rest.split_at_checked(end) else { break };
            rest = after;
            let text = String::from_utf8_lossy(line);
            let is_continued = text.starts_with([' ', '\t']);
            match (text.trim(), headers.last_mut()) {
                ("", _) => break,
                (more, Some((_, value))) if is_continued => {
                    value.push(' ');
                    value.push_str(more);
                }
                (line, _) => {
                    let (name, value) = line.split_once(':').unwrap_or((line, ""));
                    headers.push((name.trim().to_lowercase(), value.trim().to_owned()));
                }
            }
        }
        Self { headers, body: rest }
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The type without what follows it, in lower case.
    fn kind(&self) -> String {
        let kind = self.header("content-type").unwrap_or_default();
        kind.split(';').next().unwrap_or_default().trim().to_lowercase()
    }

    /// A parameter of the type: its boundary, its character set.
    fn parameter(&self, name: &str) -> Option<String> {
        let mut parts = self.header("content-type")?.split(';').skip(1);
        parts.find_map(|part| {
            let (key, value) = part.split_once('=')?;
            let is_it = key.trim().eq_ignore_ascii_case(name);
            is_it.then(|| value.trim().trim_matches('"').to_owned())
        })
    }

    /// Every page in it, with the place that it names.
    fn pages(&self, depth: usize, found: &mut Vec<(Option<String>, String)>) {
        let kind = self.kind();
        if kind == "text/html" {
            found.push((self.header("content-location").map(str::to_owned), self.text()));
        } else if kind.starts_with("multipart/")
            && depth < DEPTH
            && let Some(boundary) = self.parameter("boundary").filter(|boundary| !boundary.is_empty())
        {
            for part in parts(self.body, &boundary) {
                Entity::of(part).pages(depth + 1, found);
            }
        }
    }

    fn text(&self) -> String {
        let how = self.header("content-transfer-encoding").unwrap_or_default().to_lowercase();
        let bytes = match how.as_str() {
            "quoted-printable" => quoted_printable(self.body),
            "base64" => base64(self.body),
            _ => self.body.to_vec(),
        };
        let named = self.parameter("charset").and_then(|label| Encoding::for_label(label.as_bytes()));
        match named {
            Some(encoding) => encoding.decode(&bytes).0.into_owned(),
            None => markup::decoded(&bytes, Language::Html).into_owned(),
        }
    }
}

/// What stands between the lines of a boundary; what is before the first and behind the last is no
/// part.
fn parts<'b>(body: &'b [u8], boundary: &str) -> Vec<&'b [u8]> {
    let mark = format!("--{boundary}");
    let (mut found, mut start, mut at) = (Vec::new(), None, 0);
    for line in body.split_inclusive(|byte| *byte == b'\n') {
        if let Some(rest) = line.strip_prefix(mark.as_bytes()) {
            if let Some(start) = start {
                found.extend(body.get(start..at));
            }
            start = Some(at + line.len());
            if rest.starts_with(b"--") {
                return found;
            }
        }
        at += line.len();
    }
    // A file that breaks off keeps its last part.
    found.extend(start.and_then(|start| body.get(start..)));
    found
}

/// RFC 2045, 6.7: "=3D" is a byte, "=" at the end of a line joins it with the next.
fn quoted_printable(bytes: &[u8]) -> Vec<u8> {
    let hex = |byte: &u8| char::from(*byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        match (first, after) {
            (b'=', [b'\r', b'\n', tail @ ..] | [b'\n', tail @ ..]) => rest = tail,
            (b'=', [high, low, tail @ ..]) => match (hex(high), hex(low)) {
                (Some(high), Some(low)) => {
                    decoded.push(high * 16 + low);
                    rest = tail;
                }
                _ => decoded.push(b'='),
            },
            (byte, _) => decoded.push(*byte),
        }
    }
    decoded
}

/// RFC 4648, 4: four characters are three bytes; line breaks say nothing.
fn base64(bytes: &[u8]) -> Vec<u8> {
    const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let value = |byte: &u8| ALPHABET.iter().position(|known| known == byte);
    let (mut decoded, mut bits, mut count) = (Vec::with_capacity(bytes.len() / 4 * 3), 0_usize, 0_u32);
    for six in bytes.iter().take_while(|byte| **byte != b'=').filter_map(value) {
        (bits, count) = ((bits << 6) | six, count + 6);
        if count >= 8 {
            count -= 8;
            decoded.push(((bits >> count) & 0xFF) as u8);
            bits &= (1 << count) - 1;
        }
    }
    decoded
}

/// Whether a text is a web page in one file: headers of mail whose type is one of pages.
pub(super) fn is_page(bytes: &[u8]) -> bool {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let Entity { headers, .. } = &Entity::of(head.trim_ascii_start());
    let is_named = |wanted: &str| headers.iter().any(|(name, _)| name == wanted);
    let kind = headers.iter().find(|(name, _)| name == "content-type").map(|(_, kind)| kind.to_lowercase());
    is_named("mime-version")
        && kind.is_some_and(|kind| kind.starts_with("multipart/") || kind.starts_with("text/html"))
}

/// The tables of every page in it; a page without one says nothing where another has some.
pub(super) fn read<'a>(bytes: &[u8], outer: Option<&str>, control: &Control) -> Result<Vec<Found<'a>>, Stop> {
    let mut pages = Vec::new();
    Entity::of(bytes.trim_ascii_start()).pages(0, &mut pages);
    let is_alone = pages.len() == 1;
    let (mut found, mut problem) = (Vec::new(), None);
    for (place, page) in &pages {
        let file = place.as_deref().and_then(|place| place.rsplit(['/', '\\']).next());
        let name = inside(outer, file.filter(|_| !is_alone));
        match html::read(page, name.as_deref(), control) {
            Ok(tables) => found.extend(tables),
            Err(Stop::Cancelled) => return Err(Stop::Cancelled),
            Err(Stop::Problem(other)) => problem = problem.or(Some(other)),
        }
    }
    if found.is_empty() {
        return Err(problem.unwrap_or(ContentProblem::WebArchive).into());
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::io::containers::tests::{grids, lines_of};

    const PAGE: &str = "<table><tr><td>Date<td>Schluß<tr><td>2025-01-27<td>118.42</table>";

    fn archive(how: &str, page: &str) -> String {
        format!(
            "MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related;\r\n\
             \tboundary=\"--=_B\"\r\n\r\nA web page.\r\n\r\n----=_B\r\nContent-Location: file:///C:/a/sheet1.htm\r\n\
             Content-Transfer-Encoding: {how}\r\nContent-Type: text/html; charset=\"utf-8\"\r\n\r\n{page}\r\n\
             ----=_B\r\nContent-Type: text/css\r\n\r\ntd {{}}\r\n----=_B--\r\n"
        )
    }

    #[test]
    fn pages_are_found_however_they_are_written() {
        let quoted: String = PAGE
            .bytes()
            .enumerate()
            .map(|(at, byte)| {
                let fold = if at % 40 == 39 { "=\r\n" } else { "" };
                let plain = byte.is_ascii_alphanumeric();
                if plain { format!("{fold}{}", char::from(byte)) } else { format!("{fold}={byte:02X}") }
            })
            .collect();
        let alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let coded: String = PAGE
            .as_bytes()
            .chunks(3)
            .map(|three| {
                let bits = three.iter().fold(0_usize, |bits, byte| (bits << 8) | usize::from(*byte));
                let bits = bits << (8 * (3 - three.len()));
                let sign = |at: usize| char::from(alphabet[(bits >> (18 - 6 * at)) & 63]);
                (0..4).map(|at| if at <= three.len() { sign(at) } else { '=' }).collect::<String>() + "\r\n"
            })
            .collect();
        for (how, page) in [("8bit", PAGE), ("quoted-printable", &quoted), ("Base64", &coded)] {
            let file = archive(how, page);
            assert!(is_page(file.as_bytes()), "{how}");
            let found = grids(read(file.as_bytes(), None, &Control::unwatched()).unwrap());
            assert_eq!(found.len(), 1, "{how}");
            assert_eq!(lines_of(&found[0].1), ["Date|Schluß", "2025-01-27|118.42"], "{how}");
        }
    }

    #[test]
    fn what_is_no_page_is_none() {
        for text in
            ["Date,Close\n2025-01-27,1\n", "MIME-Version: 1.0\nDate,Close\n", "Content-Type: text/html\n\n"]
        {
            assert!(!is_page(text.as_bytes()), "{text}");
        }
        let empty = archive("8bit", "no table here");
        assert!(matches!(
            read(empty.as_bytes(), None, &Control::unwatched()),
            Err(Stop::Problem(ContentProblem::HtmlPage { .. }))
        ));
        let none = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: image/png\n\n";
        assert!(matches!(
            read(none.as_bytes(), None, &Control::unwatched()),
            Err(Stop::Problem(ContentProblem::WebArchive))
        ));
    }
}
