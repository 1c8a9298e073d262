//! Elements of an SVG file as text: attributes in the order given, escaped words, rounded numbers.
//!
//! Writing is by hand because the order of attributes and the digits of a coordinate must never
//! change by themselves: two exports of one figure are compared byte by byte. It knows nothing of
//! figures.

use std::fmt::Write;

/// One element under construction.
#[must_use]
pub(super) struct Element {
    name: &'static str,
    text: String,
}

impl Element {
    pub(super) fn new(name: &'static str) -> Self {
        Self { name, text: format!("<{name}") }
    }

    /// Adds an attribute with its words escaped.
    pub(super) fn attribute(mut self, name: &str, value: &str) -> Self {
        // Writing to a string cannot fail.
        let _ = write!(self.text, " {name}=\"{}\"", escaped(value));
        self
    }

    /// Adds an attribute whose value is a coordinate or a length.
    pub(super) fn number(self, name: &str, value: f64) -> Self {
        self.attribute(name, &rounded(value, 2))
    }

    /// The element without content.
    pub(super) fn empty(self) -> String {
        self.text + "/>"
    }

    /// The element around words.
    pub(super) fn around(self, words: &str) -> String {
        format!("{}>{}</{}>", self.text, escaped(words), self.name)
    }

    /// Its opening tag alone; the caller writes the closing one.
    pub(super) fn open(self) -> String {
        self.text + ">"
    }
}

/// A number with at most that many decimals and none that is idle. What is no number becomes 0,
/// which at the worst is a mark in the wrong place rather than a file that nothing opens.
pub(super) fn rounded(value: f64, decimals: usize) -> String {
    if !value.is_finite() {
        return "0".to_owned();
    }
    let text = format!("{value:.decimals$}");
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// Words with those characters escaped that content cannot hold as they are; quotes stay.
pub(super) fn content(words: &str) -> String {
    let text = words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    text.replace('\r', "&#13;")
}

/// Words with the characters escaped that XML keeps for itself, for content and attributes alike;
/// what XML 1.0 cannot hold at all becomes U+FFFD.
pub(super) fn escaped(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => text.push_str("&amp;"),
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '"' => text.push_str("&quot;"),
            // An attribute's white space would come back as plain spaces.
            '\n' => text.push_str("&#10;"),
            '\r' => text.push_str("&#13;"),
            '\t' => text.push_str("&#9;"),
            '\0'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => text.push('\u{FFFD}'),
            _ => text.push(c),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_escaped() {
        for (words, expected) in [
            ("AT&T <\"S&P 500\">", "AT&amp;T &lt;&quot;S&amp;P 500&quot;&gt;"),
            ("it's −3%", "it's −3%"),
            ("a\tb\r\nc", "a&#9;b&#13;&#10;c"),
            ("\u{0}\u{1B}\u{FFFF}", "\u{FFFD}\u{FFFD}\u{FFFD}"),
            ("لا \u{200F}", "لا \u{200F}"),
        ] {
            assert_eq!(escaped(words), expected);
        }
    }

    #[test]
    fn numbers_have_no_idle_digits() {
        for (value, expected) in [
            (0.0, "0"),
            (-0.001, "0"),
            (100.0, "100"),
            (0.1 + 0.2, "0.3"),
            (1.005_1, "1.01"),
            (-12.5, "-12.5"),
            (1_234_567.891, "1234567.89"),
            (f64::NAN, "0"),
            (f64::INFINITY, "0"),
        ] {
            assert_eq!(rounded(value, 2), expected);
        }
        assert_eq!(rounded(0.013, 6), "0.013");
        assert_eq!(rounded(1500.4, 0), "1500");
    }

    #[test]
    fn attributes_keep_their_order() {
        let element = || Element::new("g").attribute("b", "\"").number("a", 1.50);
        assert_eq!(element().empty(), "<g b=\"&quot;\" a=\"1.5\"/>");
        assert_eq!(element().around("<"), "<g b=\"&quot;\" a=\"1.5\">&lt;</g>");
        assert_eq!(element().open(), "<g b=\"&quot;\" a=\"1.5\">");
    }
}
