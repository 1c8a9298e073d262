//! Which site or program wrote a table: by the exact names of its columns, or by a line or a file's
//! name that says so.
//!
//! Headers that several of them share name nobody, and neither does a word that is also part of the
//! name of an index.

use crate::io::cell;

/// The header of one vendor.
struct Form {
    vendor: &'static str,
    /// Names in their order, letter for letter.
    names: &'static [&'static str],
    /// Names that may stand anywhere among them.
    optional: &'static [&'static str],
    /// Whether anything may follow.
    is_open: bool,
}

const fn form(vendor: &'static str, names: &'static [&'static str]) -> Form {
    Form { vendor, names, optional: &[], is_open: false }
}

const fn with(
    vendor: &'static str,
    names: &'static [&'static str],
    optional: &'static [&'static str],
) -> Form {
    Form { vendor, names, optional, is_open: false }
}

const fn begins(vendor: &'static str, names: &'static [&'static str]) -> Form {
    Form { vendor, names, optional: &[], is_open: true }
}

const INVESTING: &str = "Investing.com";

const FORMS: &[Form] = &[
    with(INVESTING, &["Date", "Price", "Open", "High", "Low", "Change %"], &["Vol."]),
    with(INVESTING, &["Data", "Último", "Abertura", "Máxima", "Mínima", "Var%"], &["Vol."]),
    with(INVESTING, &["Tarih", "Şimdi", "Açılış", "Yüksek", "Düşük", "Fark %"], &["Hac."]),
    with(INVESTING, &["Дата", "Цена", "Откр.", "Макс.", "Мин.", "Изм. %"], &["Объём"]),
    with(INVESTING, &["Date", "Dernier", "Ouv.", "Plus Haut", "Plus Bas", "Variation %"], &["Vol."]),
    with(INVESTING, &["날짜", "종가", "오픈", "고가", "저가", "변동 %"], &["거래량"]),
    with(INVESTING, &["날짜", "종가", "시가", "고가", "저가", "변동 %"], &["거래량"]),
    with(INVESTING, &["日期", "收盘", "开盘", "高", "低", "涨跌幅"], &["交易量"]),
    with(INVESTING, &["Datum", "Zuletzt", "Eröffn.", "Hoch", "Tief", "+/- %"], &["Vol."]),
    with(INVESTING, &["Data", "Ultimo", "Apertura", "Massimo", "Minimo", "Var. %"], &["Vol."]),
    with(INVESTING, &["Fecha", "Último", "Apertura", "Máximo", "Mínimo", "% var."], &["Vol."]),
    with(INVESTING, &["日付け", "終値", "始値", "高値", "安値", "変化率 %"], &["出来高"]),
    with(INVESTING, &["Data", "Ostatnio", "Otwarcie", "Max.", "Min.", "Zmiana%"], &["Wol.", "Wolumen"]),
    with(INVESTING, &["التاريخ", "السعر", "الفتح", "الأعلى", "الأدنى", "التغير %"], &["الحجم"]),
    with(INVESTING, &["التاريخ", "آخر", "الافتتاح", "الأعلى", "الأدنى", "نسبة التغير"], &["الحجم"]),
    with(INVESTING, &["التاريخ", "السعر", "الافتتاح", "الأعلى", "الأدنى", "نسبة التغير"], &["الحجم"]),
    form("Yahoo Finance", &["Date", "Open", "High", "Low", "Close", "Adj Close", "Volume"]),
    form("Yahoo Finance", &["Date", "Open", "High", "Low", "Close", "Volume", "Adj Close"]),
    form("Yahoo Finance", &["Date", "Open", "High", "Low", "Close", "Volume", "Dividends", "Stock Splits"]),
    form("Nasdaq.com", &["Date", "Close/Last", "Volume", "Open", "High", "Low"]),
    form("Nasdaq.com", &["date", "close", "volume", "open", "high", "low"]),
    with("Stooq", &["Data", "Otwarcie", "Najwyzszy", "Najnizszy", "Zamkniecie"], &["Wolumen"]),
    form(
        "Stooq",
        &[
            "<TICKER>",
            "<PER>",
            "<DATE>",
            "<TIME>",
            "<OPEN>",
            "<HIGH>",
            "<LOW>",
            "<CLOSE>",
            "<VOL>",
            "<OPENINT>",
        ],
    ),
    with(
        "Finam",
        &["<TICKER>", "<PER>", "<DATE>", "<TIME>", "<OPEN>", "<HIGH>", "<LOW>", "<CLOSE>"],
        &["<VOL>"],
    ),
    with("Finam", &["<DATE>", "<TIME>", "<OPEN>", "<HIGH>", "<LOW>", "<CLOSE>"], &["<VOL>"]),
    with(
        "MetaTrader",
        &["<DATE>", "<OPEN>", "<HIGH>", "<LOW>", "<CLOSE>", "<TICKVOL>", "<VOL>", "<SPREAD>"],
        &["<TIME>"],
    ),
    form("MetaTrader", &["time", "open", "high", "low", "close", "tick_volume", "spread", "real_volume"]),
    begins("TradingView", &["time", "open", "high", "low", "close"]),
    form("Alpha Vantage", &["timestamp", "open", "high", "low", "close", "volume"]),
    form(
        "Alpha Vantage",
        &[
            "timestamp",
            "open",
            "high",
            "low",
            "close",
            "adjusted_close",
            "volume",
            "dividend_amount",
            "split_coefficient",
        ],
    ),
    form("Alpha Vantage", &["date", "1. open", "2. high", "3. low", "4. close", "5. volume"]),
    begins("Binance", &["open_time", "open", "high", "low", "close", "volume", "close_time"]),
    begins("CryptoDataDownload", &["unix", "date", "symbol", "open", "high", "low", "close"]),
    form("CoinGecko", &["snapped_at", "price", "market_cap", "total_volume"]),
    begins("CoinMarketCap", &["timeOpen", "timeClose", "timeHigh", "timeLow"]),
    begins("Databento", &["ts_event", "rtype", "publisher_id", "instrument_id"]),
    form("Polygon.io", &["ticker", "volume", "open", "close", "high", "low", "window_start", "transactions"]),
    form("ariva", &["Datum", "Erster", "Hoch", "Tief", "Schlusskurs", "Stuecke", "Volumen"]),
    form("ariva", &["Datum", "Erster", "Hoch", "Tief", "Schlusskurs", "Stücke", "Volumen"]),
    with(
        "Euronext",
        &["Date", "Open", "High", "Low", "Last", "Close", "Number of Shares", "Number of Trades", "Turnover"],
        &["vwap"],
    ),
    begins("Boursorama", &["date", "ouv", "haut", "bas", "clot", "vol", "devise"]),
    begins("NSE", &["Date", "series", "OPEN", "HIGH", "LOW", "PREV. CLOSE", "ltp", "close", "vwap"]),
    begins("NSE", &["SYMBOL", "SERIES", "DATE1", "PREV_CLOSE", "OPEN_PRICE"]),
    begins("NSE", &["Index Name", "Index Date", "Open Index Value", "High Index Value"]),
    begins("BSE", &["Date", "Open Price", "High Price", "Low Price", "Close Price", "WAP"]),
    form("Nikkei", &["データ日付", "終値", "始値", "高値", "安値"]),
    begins("Nikkei", &["データ日付", "始値", "高値", "安値", "終値"]),
    begins("NetEase", &["日期", "股票代码", "名称", "收盘价", "最高价", "最低价", "开盘价", "前收盘"]),
    begins("Tushare", &["ts_code", "trade_date", "open", "high", "low", "close", "pre_close"]),
    begins("akshare", &["日期", "开盘", "收盘", "最高", "最低", "成交量", "成交额", "振幅"]),
    begins("akshare", &["日期", "股票代码", "开盘", "收盘", "最高", "最低", "成交量", "成交额", "振幅"]),
    begins("TWSE", &["日期", "成交股數", "成交金額", "開盤價", "最高價", "最低價", "收盤價"]),
    begins("KRX", &["일자", "종가", "대비", "등락률", "시가", "고가", "저가"]),
    begins("B3", &["DATA", "ÚLTIMO"]),
    begins("B3", &["RptDt", "TckrSymb"]),
    begins("ECB", &["KEY", "FREQ", "CURRENCY", "CURRENCY_DENOM", "EXR_TYPE"]),
    begins("ECB", &["Date", "USD", "JPY", "BGN", "CYP", "CZK", "DKK"]),
    begins("Barchart", &["Time", "Open", "High", "Low", "Last", "Change"]),
    begins("Barchart", &["Time", "Open", "High", "Low", "Latest", "Change"]),
    form("Cboe", &["DATE", "OPEN", "HIGH", "LOW", "CLOSE"]),
    form("Bloomberg", &["Date", "PX_LAST"]),
    begins("Bloomberg", &["Date", "PX_OPEN", "PX_HIGH", "PX_LOW", "PX_LAST"]),
    begins("Bloomberg", &["Date", "OPEN", "HIGH", "LOW", "LAST_PRICE"]),
    begins("Quandl", &["Date", "Open", "High", "Low", "Close", "Volume", "Ex-Dividend", "Split Ratio"]),
    begins("Dukascopy", &["Gmt time", "Open", "High", "Low", "Close", "Volume"]),
    begins("Dukascopy", &["Local time", "Open", "High", "Low", "Close", "Volume"]),
    begins("Dukascopy", &["Time (EET)", "Open", "High", "Low", "Close", "Volume"]),
];

/// The site or program whose header this is, letter for letter.
pub(in crate::io) fn vendor(names: &[&str]) -> Option<&'static str> {
    let mut names: Vec<&str> = names.iter().map(|name| cell::trim(name)).collect();
    while names.last().is_some_and(|name| name.is_empty()) {
        names.pop();
    }
    let form = FORMS.iter().find(|form| fits(form, &names)).map(|form| form.vendor);
    form.or_else(|| is_fred(&names).then_some("FRED"))
}

/// Where the words of a vendor say that the data are its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Says {
    /// Wherever they stand: they stand for nothing else.
    Always,
    /// Behind "Source:", or where they are all that the line holds.
    Alone,
    /// Behind "Source:": they are also part of other names, of an index or of a share.
    Source,
}

use Says::{Alone, Always, Source};

/// How vendors write themselves, in lower case, those that contain others first.
const VENDORS: &[(&str, &str, Says)] = &[
    ("investing.com", INVESTING, Always),
    ("yahoo finance", "Yahoo Finance", Always),
    ("finance.yahoo", "Yahoo Finance", Always),
    ("yahoo! finance", "Yahoo Finance", Always),
    ("yahoo", "Yahoo Finance", Source),
    ("macrotrends", "Macrotrends", Always),
    ("barchart", "Barchart", Always),
    ("stooq", "Stooq", Always),
    ("marketwatch", "MarketWatch", Always),
    ("wall street journal", "The Wall Street Journal", Source),
    ("wsj.com", "The Wall Street Journal", Always),
    ("wsj", "The Wall Street Journal", Source),
    ("bloomberg finance l.p", "Bloomberg", Always),
    ("bloomberg l.p", "Bloomberg", Always),
    ("bloomberg lp", "Bloomberg", Always),
    ("bloomberg terminal", "Bloomberg", Always),
    ("bloomberg", "Bloomberg", Alone),
    ("refinitiv datastream", "Refinitiv Datastream", Always),
    ("lseg datastream", "LSEG Datastream", Always),
    ("thomson reuters datastream", "Thomson Reuters Datastream", Always),
    ("datastream", "Datastream", Alone),
    ("refinitiv eikon", "Refinitiv", Always),
    ("refinitiv", "Refinitiv", Alone),
    ("thomson reuters", "Thomson Reuters", Alone),
    ("reuters", "Reuters", Alone),
    ("lseg", "LSEG", Source),
    ("factset", "FactSet", Source),
    ("s&p capital iq", "S&P Capital IQ", Always),
    ("capital iq", "S&P Capital IQ", Always),
    ("wind资讯", "Wind", Always),
    ("万得", "Wind", Always),
    ("wind", "Wind", Source),
    ("东方财富", "East Money", Always),
    ("eastmoney", "East Money", Always),
    ("同花顺", "iFinD", Always),
    ("csmar", "CSMAR", Always),
    ("resset", "RESSET", Always),
    ("tushare", "Tushare", Always),
    ("tej", "TEJ", Source),
    ("ceic", "CEIC", Source),
    ("crsp", "CRSP", Source),
    ("wharton research data services", "WRDS", Always),
    ("wrds", "WRDS", Always),
    ("morningstar", "Morningstar", Source),
    ("nasdaq.com", "Nasdaq.com", Always),
    ("nasdaq data link", "Nasdaq Data Link", Always),
    ("quandl", "Quandl", Always),
    ("nasdaq", "Nasdaq", Source),
    ("euronext", "Euronext", Source),
    ("deutsche bundesbank", "Deutsche Bundesbank", Always),
    ("bundesbank", "Deutsche Bundesbank", Always),
    ("european central bank", "European Central Bank", Source),
    ("ecb data portal", "European Central Bank", Always),
    ("ecb", "European Central Bank", Source),
    ("eurostat", "Eurostat", Always),
    ("office for national statistics", "Office for National Statistics", Always),
    ("ons", "Office for National Statistics", Source),
    ("federal reserve bank of st. louis", "FRED", Always),
    ("federal reserve economic data", "FRED", Always),
    ("fred", "FRED", Source),
    ("federal reserve", "Federal Reserve", Source),
    ("world bank", "World Bank", Source),
    ("international monetary fund", "IMF", Source),
    ("imf", "IMF", Source),
    ("bank for international settlements", "BIS", Source),
    ("oecd", "OECD", Source),
    ("bank of england", "Bank of England", Source),
    ("bank of japan", "Bank of Japan", Source),
    ("world gold council", "World Gold Council", Always),
    ("lbma", "LBMA", Source),
    ("msci", "MSCI", Source),
    ("stoxx", "STOXX", Source),
    ("s&p dow jones indices", "S&P Dow Jones Indices", Source),
    ("ftse russell", "FTSE Russell", Source),
    ("ice data services", "ICE Data Services", Always),
    ("tradingview", "TradingView", Always),
    ("coinmarketcap", "CoinMarketCap", Always),
    ("coingecko", "CoinGecko", Always),
    ("cryptodatadownload", "CryptoDataDownload", Always),
    ("binance", "Binance", Source),
    ("alpha vantage", "Alpha Vantage", Always),
    ("polygon.io", "Polygon.io", Always),
    ("tiingo", "Tiingo", Always),
    ("dukascopy", "Dukascopy", Always),
    ("histdata.com", "HistData.com", Always),
    ("finam", "Finam", Always),
    ("boursorama", "Boursorama", Always),
    ("onvista", "onvista", Always),
    ("finanzen.net", "finanzen.net", Always),
    ("ariva.de", "ariva", Always),
    ("google finance", "Google Finance", Always),
    ("tsetmc", "TSETMC", Always),
    ("mubasher", "Mubasher", Always),
    ("argaam", "Argaam", Always),
    ("saudi exchange", "Saudi Exchange", Source),
    ("portfolio performance", "Portfolio Performance", Always),
    ("compustat", "Compustat", Always),
    ("haver analytics", "Haver Analytics", Always),
    ("macrobond", "Macrobond", Always),
];

/// Words after which a vendor is named.
const SOURCES: &[&str] = &[
    "data source",
    "data sources",
    "source",
    "sources",
    "data provided by",
    "provided by",
    "data provider",
    "provider",
    "vendor",
    "powered by",
    "downloaded from",
    "download from",
    "data from",
    "retrieved from",
    "exported from",
    "courtesy of",
    "copyright",
    "(c)",
    "©",
    "quelle",
    "quellen",
    "datenquelle",
    "fuente",
    "fonte",
    "kilde",
    "källa",
    "lähde",
    "bron",
    "πηγή",
    "źródło",
    "zdroj",
    "forrás",
    "sursa",
    "sursă",
    "izvor",
    "kaynak",
    "источник",
    "джерело",
    "المصدر",
    "מקור",
    "منبع",
    "स्रोत",
    "sumber",
    "nguồn",
    "แหล่งที่มา",
    "แหล่งข้อมูล",
    "উৎস",
    "数据来源",
    "資料來源",
    "来源",
    "來源",
    "出典",
    "出所",
    "출처",
    "자료",
];

/// Longest line in which a vendor is looked for, in characters.
const LONGEST: usize = 200;

/// The vendor that a line around a table or the name of a file tells: "Source: Bundesbank",
/// "Macrotrends Data Download", "Data provided by Refinitiv". A name that is a word or part of other
/// names too counts where it stands alone or is said to be the source.
pub(in crate::io) fn vendor_in(text: &str) -> Option<&'static str> {
    if text.chars().count() > LONGEST {
        return None;
    }
    let words = text.to_lowercase().replace('_', " ");
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let named = SOURCES.iter().filter_map(|source| behind(&words, source)).min_by_key(|rest| rest.len());
    let is_alone = |name: &str| words.trim_matches(|c: char| !c.is_alphanumeric()) == name;
    let tells = |(name, _, says): &&(&str, &'static str, Says)| {
        *says == Always && holds(&words, name)
            || named.is_some_and(|rest| starts(rest, name))
            || *says == Alone && is_alone(name)
    };
    let found = VENDORS.iter().find(tells).map(|(_, vendor, _)| *vendor);
    found.or_else(|| is_market_code(text).then_some("MarketWatch"))
}

/// What a line says behind such a word, which is one by itself and has a mark or a blank behind it.
fn behind<'t>(words: &'t str, source: &str) -> Option<&'t str> {
    let at = words.find(source)?;
    let (before, rest) = (words.get(..at)?, words.get(at + source.len()..)?);
    let is_phrase = source.contains(' ') || !source.is_ascii() || source == "(c)" || source == "copyright";
    let rest_of = rest.trim_start().strip_prefix([':', '：', '=', '-']);
    let is_apart = !before.ends_with(char::is_alphanumeric) && !rest.starts_with(char::is_alphanumeric);
    let rest = if is_phrase { rest_of.unwrap_or(rest) } else { rest_of? };
    let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
    let rest = rest.strip_prefix("the ").unwrap_or(rest);
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-' || c == ' ');
    (is_apart && !rest.is_empty()).then_some(rest)
}

/// Whether a text has the words as words of their own.
fn holds(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let is_start = !words.is_ascii() || before.is_none_or(|c| !c.is_alphanumeric());
        is_start && text.get(at..).is_some_and(|rest| starts(rest, words))
    })
}

/// Whether a text begins with the words as words of their own.
fn starts(text: &str, words: &str) -> bool {
    let rest = text.strip_prefix(words);
    rest.is_some_and(|rest| !words.is_ascii() || !rest.starts_with(char::is_alphanumeric))
}

/// The names of files that one site gives away: `Download Data - STOCK_US_XNAS_AAPL`.
fn is_market_code(text: &str) -> bool {
    let code = text.trim().strip_prefix("Download Data - ");
    code.and_then(|code| code.split_once('_')).is_some_and(|(kind, rest)| {
        kind.len() >= 4 && kind.bytes().all(|byte| byte.is_ascii_uppercase()) && rest.contains('_')
    })
}

fn fits(form: &Form, names: &[&str]) -> bool {
    let mut left = names.iter().filter(|name| !form.optional.contains(name));
    let begins = form.names.iter().all(|wanted| left.next() == Some(wanted));
    begins && (form.is_open || left.next().is_none())
}

/// One series of the St. Louis Fed, whose name is the second column's.
fn is_fred(names: &[&str]) -> bool {
    let is_code = |name: &str| name.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_');
    match names {
        ["observation_date", rest @ ..] => !rest.is_empty(),
        ["DATE", code] => is_code(code) && super::role(code) == super::Role::Other,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vendors_are_told_by_their_exact_headers() {
        let cases = [
            ("Date|Price|Open|High|Low|Vol.|Change %", Some(INVESTING)),
            ("Date|Price|Open|High|Low|Change %", Some(INVESTING)),
            ("\u{feff}Date|Dernier|Ouv.| Plus Haut|Plus Bas|Vol.|Variation %", Some(INVESTING)),
            ("Date|Open|High|Low|Close|Adj Close|Volume", Some("Yahoo Finance")),
            ("Data|Otwarcie|Najwyzszy|Najnizszy|Zamkniecie|Wolumen", Some("Stooq")),
            ("<TICKER>|<PER>|<DATE>|<TIME>|<OPEN>|<HIGH>|<LOW>|<CLOSE>|<VOL>|<OPENINT>", Some("Stooq")),
            ("<TICKER>|<PER>|<DATE>|<TIME>|<OPEN>|<HIGH>|<LOW>|<CLOSE>|<VOL>", Some("Finam")),
            ("<DATE>|<OPEN>|<HIGH>|<LOW>|<CLOSE>|<TICKVOL>|<VOL>|<SPREAD>", Some("MetaTrader")),
            ("time|open|high|low|close|Plot|Volume", Some("TradingView")),
            ("time|open|high|low|close|tick_volume|spread|real_volume", Some("MetaTrader")),
            ("Datum|Erster|Hoch|Tief|Schlusskurs|Stuecke|Volumen", Some("ariva")),
            ("date|ouv|haut|bas|clot|vol|devise|", Some("Boursorama")),
            ("データ日付|終値|始値|高値|安値", Some("Nikkei")),
            ("日期|开盘|收盘|最高|最低|成交量|成交额|振幅|涨跌幅|涨跌额|换手率", Some("akshare")),
            ("Date |series |OPEN |HIGH |LOW |PREV. CLOSE |ltp |close |vwap |52W H ", Some("NSE")),
            ("DATE|DGS10", Some("FRED")),
            ("observation_date|SP500", Some("FRED")),
            ("DATE|OPEN|HIGH|LOW|CLOSE", Some("Cboe")),
            ("DATE|CLOSE", None),
            ("Date|Open|High|Low|Close|Volume", None),
            ("Date|Close", None),
            ("time|open|high|low", None),
            ("", None),
        ];
        for (names, expected) in cases {
            assert_eq!(vendor(&names.split('|').collect::<Vec<_>>()), expected, "{names}");
        }
    }

    #[test]
    fn vendors_are_told_by_lines_and_names_of_files() {
        let cases = [
            ("Source: Bundesbank", Some("Deutsche Bundesbank")),
            ("Quelle: Deutsche Bundesbank", Some("Deutsche Bundesbank")),
            ("Data provided by Refinitiv", Some("Refinitiv")),
            ("Source: LSEG", Some("LSEG")),
            ("Source: Refinitiv Datastream", Some("Refinitiv Datastream")),
            ("MacroTrends_Data_Download_NVDA", Some("Macrotrends")),
            ("Macrotrends LLC", Some("Macrotrends")),
            ("Downloaded from Barchart.com as of 01-27-2025 05:00pm CST", Some("Barchart")),
            ("Bitcoin Historical Data - Investing.com", Some(INVESTING)),
            ("Download Data - INDEX_US_S&P US_SPX", Some("MarketWatch")),
            ("Download Data - STOCK_US_XNAS_AAPL", Some("MarketWatch")),
            ("Source: Bloomberg", Some("Bloomberg")),
            ("Bloomberg", Some("Bloomberg")),
            ("Bloomberg Finance L.P.", Some("Bloomberg")),
            ("Source = FactSet", Some("FactSet")),
            ("数据来源：Wind", Some("Wind")),
            ("数据来源:东方财富Choice数据", Some("East Money")),
            ("Fuente: Yahoo Finance", Some("Yahoo Finance")),
            ("Fonte: ECB", Some("European Central Bank")),
            ("Source: FRED, Federal Reserve Bank of St. Louis", Some("FRED")),
            ("Copyright 2025 FactSet Research Systems Inc.", Some("FactSet")),
            ("© Morningstar 2025", Some("Morningstar")),
            ("stooq", Some("Stooq")),
            ("Source: Office for National Statistics", Some("Office for National Statistics")),
            ("DAT_ASCII_EURUSD_M1_2011", None),
            ("Bloomberg Commodity Index", None),
            ("Bloomberg US Aggregate", None),
            ("Wind Energy", None),
            ("Wind", None),
            ("FactSet", None),
            ("STOXX", None),
            ("NASDAQ 100", None),
            ("Nasdaq Composite", None),
            ("MSCI World", None),
            ("FTSE Russell 1000", None),
            ("STOXX Europe 600", None),
            ("Open source software index", None),
            ("Source of growth", None),
            ("Source: own calculations", None),
            ("Resource: wind", None),
            ("Fred. Olsen Energy", None),
            ("ECB", None),
            ("Windsor", None),
            ("Finamex", None),
            ("AAPL", None),
            ("Download Data - report", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(vendor_in(text), expected, "{text}");
        }
    }

    #[test]
    fn no_vendor_is_hidden_behind_another() {
        for (name, vendor, says) in VENDORS {
            assert_eq!(vendor_in(&format!("Source: {name}")), Some(*vendor), "{name}");
            let inside = vendor_in(&format!("Prices ({name})"));
            assert_eq!(inside, (*says == Always).then_some(*vendor), "{name}");
        }
    }

    #[test]
    fn no_header_is_hidden_behind_another() {
        for form in FORMS {
            assert_eq!(vendor(form.names), Some(form.vendor), "{:?}", form.names);
        }
    }
}
