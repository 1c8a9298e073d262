//! Families of market indexes by the words that all their names share, wherever these stand:
//! "MSCI World Large Cap NTR USD", "S&P 500 EUR", "STOXX Europe 600 Banks".
//!
//! It is asked only about names in which nothing speaks of a fund, a contract or a company.

use super::currency;

/// What must stand beside the words of a family.
#[derive(Clone, Copy)]
enum Beside {
    Nothing,
    /// Any other word: the words alone are those of a company.
    Word,
    /// A number behind them: "Russell 2000", "TA 35".
    Number,
    /// Anything but this word behind them, with which they are a company: "Hang Seng Bank".
    Not(&'static str),
}

use Beside::{Not, Nothing, Number, Word};

/// The words of each family, in lower case.
const FAMILIES: &[(&str, Beside)] = &[
    ("s&p", Number),
    ("s & p", Number),
    ("sp", Number),
    ("s&p global", Number),
    ("s&p tsx", Nothing),
    ("s&p asx", Nothing),
    ("s&p bmv", Nothing),
    ("s&p gsci", Nothing),
    ("s&p midcap", Nothing),
    ("s&p smallcap", Nothing),
    ("s&p composite", Nothing),
    ("s&p case shiller", Nothing),
    ("standard & poor's", Nothing),
    ("standard & poors", Nothing),
    ("standard and poor's", Nothing),
    ("standard and poors", Nothing),
    ("msci", Word),
    ("ftse", Nothing),
    ("stoxx", Nothing),
    ("eurostoxx", Nothing),
    ("v2tx", Nothing),
    ("vstoxx", Nothing),
    ("topix", Nothing),
    ("nikkei", Nothing),
    ("jpx nikkei", Nothing),
    ("jpx", Number),
    ("tadawul", Nothing),
    ("tasi", Nothing),
    ("russell", Number),
    ("russell midcap", Nothing),
    ("russell microcap", Nothing),
    ("dow jones", Not("co")),
    ("djia", Nothing),
    ("dow", Number),
    ("nasdaq", Number),
    ("nasdaq comp", Nothing),
    ("nasdaq biotechnology", Nothing),
    ("nasdaq bank", Nothing),
    ("nyse fang", Nothing),
    ("nyse arca", Word),
    ("phlx", Nothing),
    ("kbw", Nothing),
    ("cboe volatility", Nothing),
    ("wilshire", Number),
    ("value line arithmetic", Nothing),
    ("philadelphia semiconductor", Nothing),
    ("hang seng", Not("bank")),
    ("sse", Number),
    ("szse", Number),
    ("csi", Number),
    ("ftse china", Nothing),
    ("shenzhen component", Nothing),
    ("shanghai a share", Nothing),
    ("shanghai b share", Nothing),
    ("chinext price", Nothing),
    ("star", Number),
    ("taiex", Nothing),
    ("kospi", Nothing),
    ("kosdaq", Nothing),
    ("krx", Number),
    ("sensex", Nothing),
    ("bankex", Nothing),
    ("straits times", Nothing),
    ("ftse bursa", Nothing),
    ("set", Number),
    ("lq45", Nothing),
    ("idx", Number),
    ("vn", Number),
    ("psei", Nothing),
    ("asx", Number),
    ("all ordinaries", Nothing),
    ("nzx", Number),
    ("dax", Nothing),
    ("cdax", Nothing),
    ("mdax", Nothing),
    ("sdax", Nothing),
    ("tecdax", Nothing),
    ("divdax", Nothing),
    ("cac", Number),
    ("cac all tradable", Nothing),
    ("cac mid", Nothing),
    ("cac small", Nothing),
    ("sbf", Number),
    ("ibex", Nothing),
    ("aex", Not("inc")),
    ("bel", Number),
    ("psi", Number),
    ("iseq", Nothing),
    ("smi mid", Nothing),
    ("swiss market", Nothing),
    ("swiss performance", Nothing),
    ("omx", Nothing),
    ("omxs30", Nothing),
    ("omxc", Number),
    ("omxh", Number),
    ("oseax", Nothing),
    ("wig", Nothing),
    ("wig20", Nothing),
    ("austrian traded", Nothing),
    ("bux", Word),
    ("bet fi", Nothing),
    ("sofix", Nothing),
    ("crobex", Nothing),
    ("sbi top", Nothing),
    ("athex", Nothing),
    ("moex russia", Nothing),
    ("imoex", Nothing),
    ("bist", Word),
    ("ta", Number),
    ("egx", Number),
    ("dfm general", Nothing),
    ("adx general", Nothing),
    ("qe", Number),
    ("qatar all share", Nothing),
    ("bahrain all share", Nothing),
    ("msx", Number),
    ("premier market", Nothing),
    ("tunindex", Nothing),
    ("jse top", Nothing),
    ("jse all share", Nothing),
    ("nse all share", Nothing),
    ("nse", Number),
    ("kse", Number),
    ("dse", Number),
    ("dsex", Nothing),
    ("ibovespa", Nothing),
    ("bovespa", Nothing),
    ("ibrx", Nothing),
    ("merval", Nothing),
    ("ipsa", Nothing),
    ("colcap", Nothing),
    ("tsx", Number),
    ("tsx composite", Nothing),
    ("iboxx", Nothing),
    ("gsci", Nothing),
    ("bcom", Nothing),
    ("ice bofa", Nothing),
    ("bofa merrill lynch", Nothing),
    ("bloomberg barclays", Nothing),
    ("bloomberg commodity", Nothing),
    ("bloomberg us aggregate", Nothing),
    ("bloomberg global aggregate", Nothing),
    ("solactive", Word),
    ("embi", Nothing),
];

/// Words that tell a variant of an index behind its name or ticker: "SPX NTR", "DAX Kursindex".
const VARIANTS: &[&str] = &[
    "ntr",
    "gtr",
    "tr",
    "pr",
    "gr",
    "nr",
    "tri",
    "pri",
    "net",
    "gross",
    "total",
    "return",
    "returns",
    "price",
    "perf",
    "performance",
    "hedged",
    "unhedged",
    "local",
    "currency",
    "large",
    "mid",
    "small",
    "cap",
    "midcap",
    "smallcap",
    "largecap",
    "growth",
    "value",
    "excess",
    "daily",
    "kursindex",
    "performanceindex",
    "gi",
    "pi",
    "kurs",
];

/// Whether words of a name, in lower case, are those of a family of indexes.
pub(super) fn is_family(parts: &[&str]) -> bool {
    let is_joined = |part: &&str| {
        let family = part.trim_end_matches(|c: char| c.is_ascii_digit());
        let is_numbered =
            || FAMILIES.iter().any(|(name, beside)| *name == family && matches!(beside, Number));
        (family.len() + 2..=family.len() + 5).contains(&part.len()) && is_numbered()
    };
    if parts.iter().any(is_joined) {
        return true;
    }
    FAMILIES.iter().any(|(family, beside)| {
        let words = || family.split(' ');
        let count = words().count();
        parts.windows(count).enumerate().any(|(at, window)| {
            let next = parts.get(at + count);
            window.iter().copied().eq(words())
                && match beside {
                    Nothing => true,
                    Word => parts.len() > count,
                    Number => next.is_some_and(|next| is_number(next)),
                    Not(company) => next != Some(company),
                }
        })
    })
}

/// A name without the words behind it that tell a variant or a currency, none where it has none.
pub(super) fn without_variant<'p>(parts: &'p [&'p str]) -> Option<&'p [&'p str]> {
    let is_variant = |word: &&&str| VARIANTS.contains(*word) || currency::is_code(word);
    let behind = parts.iter().rev().take_while(is_variant).count();
    parts.get(..parts.len() - behind).filter(|kept| behind > 0 && !kept.is_empty())
}

fn is_number(word: &str) -> bool {
    word.len() <= 5 && word.bytes().all(|byte| byte.is_ascii_digit())
}
