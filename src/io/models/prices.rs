//! Prices of tokens written as sentences: `$2.50 / 1M input tokens,$10.00 / 1M output tokens`,
//! `Input: $2.50 / 1M tokens, Output: $10.00 / 1M tokens`, `$2.50/M input`.

/// Prices of a million tokens.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct TextPrice {
    pub input: Option<f64>,
    pub output: Option<f64>,
    /// Of tokens, and it is not said of which.
    pub either: Option<f64>,
}

impl TextPrice {
    /// Whether it says which tokens cost this.
    pub fn has_side(self) -> bool {
        self.input.is_some() || self.output.is_some()
    }
}

/// Whether a cell is a list of prices.
pub(super) fn looks_priced(cell: &str) -> bool {
    read(cell).is_some()
}

/// The prices of a cell, of each side the first; `None` where it tells none. Prices of cached
/// tokens, and those of pictures and sound, are not those of text.
pub(super) fn read(cell: &str) -> Option<TextPrice> {
    let lower = cell.to_lowercase();
    let mut found = TextPrice::default();
    for clause in clauses(&lower) {
        let Some((before, after)) = clause.split_once('/').or_else(|| clause.split_once(" per ")) else {
            continue;
        };
        let is_other = ["cach", "audio", "image", "batch", "fine-tun", "training"];
        if is_other.iter().any(|word| clause.contains(word)) {
            continue;
        }
        let (Some(dollars), Some(tokens)) = (dollars(before), tokens(after)) else { continue };
        let price = Some(dollars * (1e6 / tokens));
        if clause.contains("output") || clause.contains("completion") {
            found.output = found.output.or(price);
        } else if clause.contains("input") || clause.contains("prompt") {
            found.input = found.input.or(price);
        } else {
            found.either = found.either.or(price);
        }
    }
    (found != TextPrice::default()).then_some(found)
}

/// The parts between commas, semicolons and line breaks; a comma within digits divides nothing.
fn clauses(text: &str) -> Vec<&str> {
    let bytes = text.as_bytes();
    let is_digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    let (mut from, mut found) = (0, Vec::new());
    for (at, byte) in text.bytes().enumerate() {
        let divides = matches!(byte, b';' | b'\n')
            || byte == b',' && !(is_digit(at.checked_sub(1)) && is_digit(Some(at + 1)));
        if divides {
            found.extend(text.get(from..at));
            from = at + 1;
        }
    }
    found.extend(text.get(from..));
    found
}

fn dollars(text: &str) -> Option<f64> {
    let (_, digits) = text.rsplit_once('$')?;
    digits.trim().replace(',', "").parse().ok().filter(|price: &f64| price.is_finite() && *price >= 0.0)
}

/// How many tokens a price is for: `1m`, `1k`, `1 million`, one; `None` where it is for something
/// else.
fn tokens(text: &str) -> Option<f64> {
    let text = text.trim_start();
    let end = text.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    let count = if digits.is_empty() { 1.0 } else { digits.replace(',', "").parse::<f64>().ok()? };
    let word = rest.trim_start().split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let factor = match word {
        "million" | "m" | "mm" | "mtok" | "mtoks" | "mtoken" | "mtokens" => 1e6,
        "thousand" | "k" | "ktok" | "ktoks" | "ktoken" | "ktokens" => 1e3,
        _ if rest.contains("token") && !rest.contains("http") => 1.0,
        _ => return None,
    };
    Some(count * factor).filter(|tokens| *tokens > 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prices_in_words_are_prices_of_a_million() {
        let cases: &[(&str, Option<f64>, Option<f64>)] = &[
            (
                "$2.50 / 1M input tokens,$10.00 / 1M output tokens,$1.25 / 1M cached input tokens",
                Some(2.5),
                Some(10.0),
            ),
            (
                "$15.00 / 1M cached input tokens, $30.00 / 1M input tokens\n$60.00 / 1M output tokens",
                Some(30.0),
                Some(60.0),
            ),
            ("$0.03 / 1K input tokens, $0.06 / 1K output tokens", Some(30.0), Some(60.0)),
            ("$3 per million input tokens; $15 per million output tokens", Some(3.0), Some(15.0)),
            ("$1,000.50 / 1,000,000 output tokens", None, Some(1000.5)),
            ("Input: $2.50 / 1M tokens, Output: $10.00 / 1M tokens", Some(2.5), Some(10.0)),
            ("$2.50/M input, $10/M output", Some(2.5), Some(10.0)),
            ("$0.55 / 1M tokens", None, None),
        ];
        for (cell, input, output) in cases {
            let found = read(cell).unwrap();
            assert_eq!(found.either, (!found.has_side()).then_some(0.55), "{cell}");
            assert_eq!((found.input, found.output), (*input, *output), "{cell}");
        }
        for cell in ["", "n/a", "2.50", "$20 / month", "see https://x/y tokens", "$ / 1M input tokens"] {
            assert_eq!(read(cell), None, "{cell}");
        }
    }
}
