//! The text of one cell without what surrounds it: blanks, and marks that only steer the writing
//! direction; and the same text in the digits and marks that the readers of dates and numbers know.

use std::borrow::Cow;

/// A cell without white space, quotation marks left over by a blank before them, and marks of
/// writing direction.
pub(super) fn trim(cell: &str) -> &str {
    if let [first, .., last] = cell.as_bytes()
        && is_solid(*first)
        && is_solid(*last)
    {
        // The usual cell, found without decoding it.
        return cell;
    }
    let bare = cell.trim_matches(|c: char| c.is_whitespace() || is_invisible(c));
    let Some(inner) = bare.strip_prefix('"') else { return bare };
    // A mark that never closes is no part of what it opens.
    inner
        .strip_suffix('"')
        .or_else(|| (!inner.is_empty() && !inner.contains('"')).then_some(inner))
        .unwrap_or(bare)
}

/// Whether a byte is an ASCII character that is never trimmed.
fn is_solid(byte: u8) -> bool {
    byte.is_ascii_graphic() && byte != b'"'
}

/// A cell with ASCII digits for those of Arabic, Persian, Indian, Thai and full-width writing, ASCII
/// marks for their usual kin (minus and dash, apostrophes, per cent, comma, full-width marks), a
/// plain blank for every blank, and without marks of writing direction inside.
///
/// The Arabic marks of decimals and thousands (U+066B, U+066C) stay: unlike point and comma they
/// have one meaning each, and `numbers` makes use of it.
pub(super) fn western(cell: &str) -> Cow<'_, str> {
    if cell.is_ascii() {
        return Cow::Borrowed(cell);
    }
    let mut text = String::with_capacity(cell.len());
    for c in cell.chars() {
        // Letters of Latin, Greek, Cyrillic and Hebrew words stay, as ASCII does.
        if c.is_ascii() || matches!(c, '\u{c0}'..='\u{2bb}' | '\u{370}'..='\u{5ff}') {
            text.push(c);
        } else if !is_invisible(c) {
            text.push(western_character(c));
        }
    }
    Cow::Owned(text)
}

fn western_character(c: char) -> char {
    let digit = |zero: char| char::from_digit(u32::from(c) - u32::from(zero), 10).unwrap_or(c);
    match c {
        '\u{660}'..='\u{669}' => digit('\u{660}'),
        '\u{6f0}'..='\u{6f9}' => digit('\u{6f0}'),
        '\u{966}'..='\u{96f}' => digit('\u{966}'),
        '\u{9e6}'..='\u{9ef}' => digit('\u{9e6}'),
        '\u{e50}'..='\u{e59}' => digit('\u{e50}'),
        // Full-width forms repeat ASCII at a fixed distance.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' => '-',
        '‘' | '’' | 'ʼ' | '′' => '\'',
        '\u{66a}' => '%',
        '،' | '、' => ',',
        '。' => '.',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

/// Marks of writing direction, characters without width, and the byte order mark.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{feff}'
            | '\u{200b}'..='\u{200f}'
            | '\u{61c}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{ad}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_surrounds_a_cell_is_taken_off() {
        let cases = [
            ("118.42", "118.42"),
            (" 118.42\t", "118.42"),
            ("\u{a0}118.42\u{200f}", "118.42"),
            ("\u{feff}\"118.42\"", "118.42"),
            (" \"a\"", "a"),
            ("\"", "\""),
            ("x", "x"),
            ("", ""),
        ];
        for (cell, expected) in cases {
            assert_eq!(trim(cell), expected, "{cell:?}");
        }
    }

    #[test]
    fn digits_and_marks_of_other_scripts_become_ascii() {
        let cases = [
            ("٠١٢٣٤٥٦٧٨٩", "0123456789"),
            ("۰۱۲۳۴۵۶۷۸۹", "0123456789"),
            ("०१२३४५६७८९", "0123456789"),
            ("০১২৩৪৫৬৭৮৯", "0123456789"),
            ("๐๑๒๓๔๕๖๗๘๙", "0123456789"),
            ("\u{200f}٢٧\u{200f}/\u{200f}٠١\u{200f}/\u{200f}٢٠٢٥", "27/01/2025"),
            ("６１．８０％", "61.80%"),
            ("−1\u{202f}234", "-1 234"),
            ("1’234", "1'234"),
            ("٦١٫٨٠", "61٫80"),
            ("١٬٢٣٤", "1٬234"),
            ("٥٪", "5%"),
            ("plain", "plain"),
        ];
        for (cell, expected) in cases {
            assert_eq!(western(cell), expected, "{cell:?}");
        }
    }
}
