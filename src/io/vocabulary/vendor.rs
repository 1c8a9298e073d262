//! Which site or program wrote a table, by the exact names of its columns.
//!
//! Headers that several of them share name nobody.

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
    fn no_header_is_hidden_behind_another() {
        for form in FORMS {
            assert_eq!(vendor(form.names), Some(form.vendor), "{:?}", form.names);
        }
    }
}
