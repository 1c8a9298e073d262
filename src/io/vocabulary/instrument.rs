//! Whether a name is that of a market index: by its ticker or by the words in it.
//!
//! A ticker that a company has too is no index here: the mistake would hide a stock.

use super::plain;

/// Tickers and short names, in capitals, without what stands before or after them.
const TICKERS: &[&str] = &[
    "SPX",
    "SP500",
    "S&P 500",
    "S&P500",
    "SPX500",
    "US500",
    "GSPC",
    "INX",
    "OEX",
    "NDX",
    "IXIC",
    "NAS100",
    "NASDAQ",
    "NASDAQ 100",
    "NASDAQ100",
    "NASDAQ COMPOSITE",
    "NASDAQCOM",
    "US100",
    "COMPX",
    "DJI",
    "DJIA",
    "US30",
    "DOW JONES",
    "DOW JONES INDUSTRIAL AVERAGE",
    "DJT",
    "RUT",
    "RUSSELL 2000",
    "RUSSELL 1000",
    "RUSSELL 3000",
    "VIX",
    "VXN",
    "VVIX",
    "NYA",
    "SOX",
    "WILSHIRE 5000",
    "SP100",
    "SPTR",
    "SP500TR",
    "DAX",
    "DAX 40",
    "DAX40",
    "GDAXI",
    "GER40",
    "DE40",
    "MDAX",
    "SDAX",
    "TECDAX",
    "FTSE",
    "FTSE 100",
    "FTSE100",
    "FTSE 250",
    "UKX",
    "UK100",
    "CAC 40",
    "CAC40",
    "FCHI",
    "FRA40",
    "SBF 120",
    "SBF120",
    "IBEX",
    "IBEX 35",
    "IBEX35",
    "FTSE MIB",
    "FTSEMIB",
    "FTMIB",
    "STOXX 50",
    "STOXX50",
    "STOXX50E",
    "STOXX 600",
    "STOXX600",
    "SX5E",
    "SXXP",
    "EURO STOXX 50",
    "EUROSTOXX50",
    "AEX",
    "BEL 20",
    "BEL20",
    "BFX",
    "SMI",
    "SSMI",
    "OMXS30",
    "OMXC25",
    "OMXH25",
    "OSEBX",
    "ATX",
    "PSI 20",
    "PSI20",
    "WIG",
    "WIG20",
    "WIG30",
    "MWIG40",
    "SWIG80",
    "BUX",
    "IMOEX",
    "RTSI",
    "MOEX RUSSIA",
    "XU100",
    "XU030",
    "XU050",
    "BIST100",
    "BIST 100",
    "BIST30",
    "BIST 30",
    "N225",
    "NI225",
    "NKY",
    "NIKKEI",
    "NIKKEI 225",
    "NIKKEI225",
    "JP225",
    "TOPIX",
    "TPX",
    "HSI",
    "HANG SENG",
    "HSCEI",
    "HSTECH",
    "HK50",
    "CSI300",
    "CSI 300",
    "CSI500",
    "SHCOMP",
    "SSEC",
    "SZCOMP",
    "KOSPI",
    "KOSPI200",
    "KOSPI 200",
    "KS11",
    "KS200",
    "KOSDAQ",
    "KQ11",
    "TWII",
    "TAIEX",
    "SENSEX",
    "BSESN",
    "BSE SENSEX",
    "BANKNIFTY",
    "NSEI",
    "NSEBANK",
    "KLCI",
    "FBMKLCI",
    "JKSE",
    "SET50",
    "PSEI",
    "VNINDEX",
    "VN30",
    "ASX200",
    "ASX 200",
    "AXJO",
    "XJO",
    "AORD",
    "NZ50",
    "GSPTSE",
    "SPTSX",
    "IBOV",
    "IBOVESPA",
    "BVSP",
    "IBRX",
    "IFIX",
    "MERVAL",
    "MXX",
    "IPSA",
    "TASI",
    "TADAWUL ALL SHARE",
    "MT30",
    "NOMUC",
    "NOMU",
    "EGX30",
    "EGX 30",
    "EGX70",
    "EGX 70",
    "EGX100",
    "EGX 100",
    "EGX10",
    "DFMGI",
    "FADGI",
    "QSI",
    "MSX30",
    "MASI",
    "TUNINDEX",
    "TA35",
    "TA 35",
    "TA-35",
    "TA125",
    "TA 125",
    "TA-125",
    "TA90",
    "MSCI WORLD",
    "DXY",
    "تاسي",
    "上证指数",
    "深证成指",
    "沪深300",
    "日経平均",
    "日経225",
    "日経平均株価",
    "코스피",
    "코스닥",
];

/// Codes by which exchanges of China list indexes; the same numbers elsewhere are companies.
const CODES: &[&str] =
    &["000001.SS", "000001.SH", "000300.SS", "000300.SH", "399001.SZ", "399006.SZ", "399300.SZ"];

/// Words that make the name of an index; those of scripts without blanks count anywhere.
const WORDS: &[&str] = &[
    "index",
    "indices",
    "composite",
    "indice",
    "índice",
    "indeks",
    "endeks",
    "endeksi",
    "индекс",
    "מדד",
    "مؤشر",
    "المؤشر",
];
const PARTS: &[&str] = &["指数", "指數", "지수"];

/// Words that make a name that of something traded: a contract, a fund, a company.
const TRADED: &[&str] = &[
    "future",
    "futures",
    "fut",
    "mini",
    "e-mini",
    "contract",
    "etf",
    "etfs",
    "etn",
    "fund",
    "funds",
    "trust",
    "ucits",
    "ishares",
    "spdr",
    "bees",
    "inc",
    "corp",
    "ltd",
    "plc",
    "llc",
    "holdings",
    "group",
    "living",
    "option",
    "options",
    "фьючерс",
    "фонд",
    "חוזה",
    "קרן",
    "عقود",
    "صندوق",
    "vadeli",
    "fon",
];
const TRADED_PARTS: &[&str] = &["先物", "期货", "期貨", "선물", "기금", "基金", "上場投信", "bees"];

/// Words that a file of prices has after the name of what it is about.
const TRAILING: &[&str] = &[
    "historical",
    "history",
    "data",
    "daily",
    "weekly",
    "monthly",
    "d",
    "w",
    "m",
    "d1",
    "1d",
    "prices",
    "price",
    "eod",
    "ohlc",
    "close",
    "csv",
    "dados",
    "históricos",
    "historicos",
];

/// Whether a ticker or a name is that of an index.
pub(in crate::io) fn is_index_name(name: &str) -> bool {
    let name = name.trim();
    let words = plain(name);
    let parts: Vec<&str> =
        words.split([' ', ',', '-', '/', '(', ')']).filter(|word| !word.is_empty()).collect();
    let is_traded = parts.iter().any(|word| TRADED.contains(word))
        || TRADED_PARTS.iter().any(|part| words.contains(part))
        || words.ends_with("=f");
    if is_traded || parts.is_empty() {
        return false;
    }
    // Yahoo and Stooq mark every index so, and so does Refinitiv.
    let marked = name.strip_prefix(['^', '.']).filter(|rest| rest.starts_with(char::is_alphanumeric));
    let worded =
        parts.iter().any(|word| WORDS.contains(word)) || PARTS.iter().any(|part| words.contains(part));
    marked.is_some() || worded || is_ticker(&words) || is_ticker(&bare(&words))
}

fn is_ticker(words: &str) -> bool {
    let upper = words.to_uppercase();
    let upper = upper.strip_prefix('$').unwrap_or(&upper);
    let listed = |name: &str| TICKERS.contains(&name) || name.strip_prefix("NIFTY").is_some_and(is_nifty);
    let stem = upper.split_once('.').filter(|(_, rest)| rest.chars().all(|c| c.is_ascii_alphabetic()));
    let exchange = upper.split_once(':').map(|(_, ticker)| ticker);
    CODES.contains(&upper)
        || listed(upper)
        || stem.is_some_and(|(stem, _)| listed(stem))
        || exchange.is_some_and(listed)
}

/// What follows "NIFTY" in the name of an index: nothing, a number, a field of business.
fn is_nifty(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(' ') || rest.chars().all(|c| c.is_ascii_digit())
}

/// A name without the words and dates that files have behind it.
fn bare(words: &str) -> String {
    let is_date = |word: &str| word.len() > 3 && word.chars().all(|c| c.is_ascii_digit() || c == '-');
    let parts: Vec<&str> = words.split_whitespace().collect();
    let behind = parts.iter().rev().take_while(|word| TRAILING.contains(word) || is_date(word)).count();
    let kept = parts.len() - behind;
    parts.iter().take(kept.max(1)).copied().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const INDEXES: &[&str] = &[
        "SPX",
        "^GSPC",
        "^spx_d",
        "NDX",
        "^IXIC",
        ".SPX",
        "DJI",
        "VIX",
        "DAX",
        "^FTSE",
        "N225",
        "NIKKEI",
        "HSI",
        "SENSEX",
        "NIFTY 50",
        "NIFTY50",
        "Nifty Bank",
        "TASI",
        "TASI.SR",
        "^TASI.SR",
        "EGX30",
        "EGX 30",
        "KOSPI",
        "IBOV",
        "Ibovespa",
        "BIST100",
        "XU100",
        "XU100.IS",
        "WIG20",
        "wig20_d",
        "CAC40",
        "IBEX",
        "FTSE MIB",
        "IMOEX",
        "TA35",
        "Dollar Index",
        "S&P 500",
        "S&P 500 Historical Data",
        "DAX Historical Data",
        "مؤشر تاسي",
        "上证指数",
        "코스피 지수",
        "Индекс МосБиржи",
        "מדד ת״א 35",
        "KOSDAQ",
        "TVC:DXY",
        "SP:SPX",
        "000300.SS",
        "Nasdaq Composite",
        "BIST 100 endeksi",
        "Ibovespa Dados Históricos",
    ];

    const OTHERS: &[&str] = &[
        "",
        "AAPL",
        "NVDA",
        "MSFT.O",
        "COMP",
        "CAC",
        "JCI",
        "MSI",
        "ADI",
        "MOEX",
        "S&P 500 Futures",
        "DAX ETF",
        "Crude Oil WTI Futures",
        "NIFTYBEES",
        "Nifty Bees",
        "ES=F",
        "日経225先物",
        "코스피200 선물",
        "Index Living Mall",
        "Vanguard Index Fund",
        "Nasdaq Inc",
        "BTCUSDT",
        "EURUSD",
        "2222.SR",
        "7203",
        "000001.SZ",
        "HSBC",
        "SPXC",
        "VIXY",
        "Bitcoin",
        "NIFTYIETF",
        "price",
        ".",
        "^",
        "DAXX",
        "NASDAQ:AAPL",
    ];

    #[test]
    fn indexes_are_told_from_what_is_traded() {
        for name in INDEXES {
            assert!(is_index_name(name), "{name}");
        }
        for name in OTHERS {
            assert!(!is_index_name(name), "{name}");
        }
    }
}
