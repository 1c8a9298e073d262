//! Names that say two things at once, what a column holds and of which instrument: "AAPL.Open",
//! "`Close_NVDA`", "('Close', 'AAPL')".

use super::{Role, known, plain, role, undotted};

/// Words beside a price that make another quantity of it, not its ticker.
const QUALIFIERS: &[&str] = &[
    "prev",
    "previous",
    "pre",
    "post",
    "adj",
    "adjusted",
    "avg",
    "average",
    "mean",
    "median",
    "max",
    "min",
    "total",
    "market",
    "typical",
    "quote",
    "base",
    "real",
    "net",
    "ex",
    "last",
    "first",
    "next",
    "day",
    "daily",
    "week",
    "weekly",
    "month",
    "monthly",
    "year",
    "yearly",
    "annual",
    "52w",
    "52wk",
    "upper",
    "lower",
    "bid",
    "ask",
    "best",
    "mid",
    "taker",
    "session",
    "index",
    "log",
    "rolling",
    "sma",
    "ema",
    "wma",
    "rsi",
    "std",
    "lag",
    "target",
    "signal",
    "pct",
    "change",
    "return",
    "returns",
    "book",
    "face",
    "nominal",
    "unit",
    "stock",
    "share",
    "spot",
    "strike",
    "fair",
    "par",
    "issue",
    "offer",
    "all",
    "time",
    "the",
    "of",
    "in",
    "no",
    "cum",
    "relative",
    "normalized",
    "scaled",
    "predicted",
    "forecast",
    "actual",
    "true",
    "ratio",
    "is",
    "block",
    "deliverable",
    "traded",
    "volume",
    "weighted",
    "opening",
    "closing",
    "official",
    "intraday",
    "estimated",
    "blended",
    "input",
    "output",
    "cache",
    "per",
    "training",
];

/// A column name taken apart into what the column holds and the ticker of its instrument; `None`
/// for a name that is a known word as a whole, or none of the two. A file is one of several
/// instruments when their closes are found so: a lone pair can be chance.
pub(in crate::io) fn split_ticker(name: &str) -> Option<(Role, String)> {
    let name = crate::io::cell::trim(name);
    if let Some(inner) = name.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')) {
        return of_tuple(inner);
    }
    if role(name) != Role::Other {
        return None;
    }
    at_end(name).or_else(|| at_start(name))
}

/// "'Close', 'AAPL'" in either order; where both words are prices ("'Low', 'LOW'") the ticker is the
/// one in capitals.
fn of_tuple(inner: &str) -> Option<(Role, String)> {
    let (first, second) = inner.split_once(',')?;
    let [first, second] = [first, second].map(|part| part.trim().trim_matches(['\'', '"']));
    let is_upper = |word: &str| !word.chars().any(char::is_lowercase);
    let pair = |word: &str, ticker: &str| {
        let role = price(word)?;
        (!ticker.is_empty() && ticker.chars().count() <= 20).then(|| (role, ticker.to_owned()))
    };
    let (forward, backward) = (pair(first, second), pair(second, first));
    match (forward, backward) {
        (Some(_), Some(backward)) if is_upper(first) && !is_upper(second) => Some(backward),
        (forward, backward) => forward.or(backward),
    }
}

/// "TASI.SR.Close", "AAPL Adj Close", "TRXKRW, UPBIT: Open": the longest price at the end.
fn at_end(name: &str) -> Option<(Role, String)> {
    joints(name).find_map(|(at, joint)| {
        let (ticker, word) = (name.get(..at)?, name.get(at + joint.len_utf8()..)?);
        pair(word, ticker, joint)
    })
}

/// "`Close_AAPL`", "Open TASI.SR": the longest price at the start.
fn at_start(name: &str) -> Option<(Role, String)> {
    let joints: Vec<(usize, char)> = joints(name).collect();
    joints.into_iter().rev().find_map(|(at, joint)| {
        let (word, ticker) = (name.get(..at)?, name.get(at + joint.len_utf8()..)?);
        pair(word, ticker, joint)
    })
}

/// Where a name can be taken apart, from its start.
fn joints(name: &str) -> impl Iterator<Item = (usize, char)> {
    name.char_indices().filter(|(_, c)| matches!(c, '.' | ' ' | '_' | ':' | '|' | '/'))
}

fn pair(word: &str, ticker: &str, joint: char) -> Option<(Role, String)> {
    let role = price(word)?;
    let ticker = ticker.trim().trim_end_matches([':', ',']).trim();
    is_ticker(ticker, joint).then(|| (role, ticker.to_owned()))
}

/// The role of a word that is a price or a volume and longer than a letter.
fn price(word: &str) -> Option<Role> {
    let word = undotted(&plain(word));
    let role = known(&word).map(|entry| entry.role).filter(|_| word.len() > 1)?;
    let is_price =
        matches!(role, Role::Open | Role::High | Role::Low | Role::Close(_) | Role::AdjClose | Role::Volume);
    is_price.then_some(role)
}

/// Whether what stands beside a price can be a ticker: short, and no word that qualifies a price.
/// A blank joins words of prose as well, so that beside it only capitals are a ticker.
fn is_ticker(text: &str, joint: char) -> bool {
    let fits = |c: char| c.is_alphanumeric() || ".-^=/:&$#_, ".contains(c);
    let words = plain(text);
    let words = || words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_number = text.chars().all(|c| c.is_ascii_digit());
    let is_plain_word = joint == ' ' && (is_number || text.chars().any(char::is_lowercase));
    // Only a point, as R writes it, keeps "LOW.Close" a price of the company with that ticker.
    let is_price = joint != '.' && role(text) != Role::Other;
    (1..=24).contains(&text.chars().count())
        && text.chars().all(fits)
        && words().next().is_some()
        && !words().any(|word| QUALIFIERS.contains(&word))
        && !is_plain_word
        && !is_price
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_price_and_its_ticker_are_told_apart() {
        let cases = [
            ("AAPL.Open", Role::Open, "AAPL"),
            ("AAPL.Adjusted", Role::AdjClose, "AAPL"),
            ("TASI.SR.Close", Role::Close(0), "TASI.SR"),
            ("AAPL Close", Role::Close(0), "AAPL"),
            ("AAPL Adj Close", Role::AdjClose, "AAPL"),
            ("Open_AAPL", Role::Open, "AAPL"),
            ("Adj Close_MSFT", Role::AdjClose, "MSFT"),
            ("aapl_close", Role::Close(0), "aapl"),
            ("BRK-B_Volume", Role::Volume, "BRK-B"),
            ("('Close', 'AAPL')", Role::Close(0), "AAPL"),
            ("('AAPL', 'Adj Close')", Role::AdjClose, "AAPL"),
            ("('Low', 'LOW')", Role::Low, "LOW"),
            ("('LOW', 'Close')", Role::Close(0), "LOW"),
            ("TRXKRW, UPBIT: Open", Role::Open, "TRXKRW, UPBIT"),
            ("Close ^GSPC", Role::Close(0), "^GSPC"),
            ("2222.SR_Close", Role::Close(0), "2222.SR"),
            ("005930_종가", Role::Close(0), "005930"),
            ("LOW.Close", Role::Close(0), "LOW"),
            ("Close BTC", Role::Close(0), "BTC"),
            ("ED_Close", Role::Close(0), "ED"),
            ("VAR Close", Role::Close(0), "VAR"),
            ("ZM.Close", Role::Close(0), "ZM"),
        ];
        for (name, role, ticker) in cases {
            assert_eq!(split_ticker(name), Some((role, ticker.to_owned())), "{name}");
        }
    }

    #[test]
    fn other_names_are_not() {
        let names = [
            "Close",
            "Adj Close",
            "Close (USD)",
            "Close USD",
            "Volume BTC",
            "Prev Close",
            "PREV. CLOSE",
            "prev_close",
            "avg_price",
            "Typical Price",
            "52W HIGH",
            "Market Value",
            "quote_volume",
            "open_time",
            "AAPL",
            "BRK.B",
            "BF.C",
            "High-Low",
            "High_Low",
            "",
            "()",
            "('a', 'b')",
            "Total Volume",
            "close_sma_20",
            "Number of Shares",
            "Closing Index Value",
            "api_output_price",
            "USD (AM)",
            "Book Value",
        ];
        for name in names {
            assert_eq!(split_ticker(name), None, "{name}");
        }
    }
}
