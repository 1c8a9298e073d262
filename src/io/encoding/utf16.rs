//! Text in units of 16 bits, told by its mark or by the zeros that every other byte is.

use encoding_rs::{UTF_16BE, UTF_16LE};

/// Bytes at the start that are looked at.
const HEAD: usize = 1 << 12;

/// Which byte of a unit comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    Little,
    Big,
}

impl Order {
    /// The name of the encoding.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Little => "UTF-16LE",
            Self::Big => "UTF-16BE",
        }
    }
}

/// The order that a mark at the start states.
pub(super) fn mark(bytes: &[u8]) -> Option<Order> {
    match bytes {
        [0xFF, 0xFE, ..] => Some(Order::Little),
        [0xFE, 0xFF, ..] => Some(Order::Big),
        _ => None,
    }
}

/// The order of bytes that are UTF-16, by their mark or else by their zeros: digits, blanks and
/// whatever divides cells have a zero as their upper half, and no character is a zero.
pub(super) fn order(bytes: &[u8]) -> Option<Order> {
    if let Some(order) = mark(bytes) {
        return Some(order);
    }
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let (units, _) = head.as_chunks::<2>();
    let [first, second] = [0, 1].map(|half| units.iter().filter(|unit| unit.get(half) == Some(&0)).count());
    let is_many = |zeros: usize| units.len() >= 4 && zeros * 4 >= units.len();
    match (first, second) {
        (0, zeros) if is_many(zeros) => Some(Order::Little),
        (zeros, 0) if is_many(zeros) => Some(Order::Big),
        _ => None,
    }
}

/// The text without its mark, and whether units were replaced. Half a unit at the end of a file that
/// was cut is left out.
pub(super) fn decode(bytes: &[u8], order: Order) -> (String, bool) {
    let body = if mark(bytes) == Some(order) { bytes.get(2..).unwrap_or_default() } else { bytes };
    let whole = body.get(..body.len() - body.len() % 2).unwrap_or_default();
    let encoding = match order {
        Order::Little => UTF_16LE,
        Order::Big => UTF_16BE,
    };
    let (text, is_damaged) = encoding.decode_without_bom_handling(whole);
    (text.into_owned(), is_damaged)
}
