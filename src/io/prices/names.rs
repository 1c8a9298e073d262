//! What a series is called: by lines above its table, else by its file's name without what vendors
//! and browsers add to it.

use crate::io::dates;
use crate::io::table::Table;
use crate::model::Role;

/// Words that vendors put around a name, in lower case.
const AROUND: &[&str] = &[
    "historical data",
    "historical prices",
    "historical price data",
    "historicaldata",
    "historical quotes",
    "historicalquotes",
    "historicalprices",
    "historical",
    "macrotrends data download",
    "download data",
    "price history",
    "stock price history",
    "stock price",
    "prices",
    "dados históricos",
    "datos históricos",
    "données historiques",
    "dati storici",
    "historische kurse",
    "historische daten",
    "geçmiş verileri",
    "прошлые данные",
    "dane historyczne",
    "과거 데이터",
    "過去データ",
    "过往数据",
    "历史数据",
    "歷史數據",
    "نظرة عامة على البيانات التاريخية",
    "البيانات التاريخية",
    "بيانات تاريخية",
    "נתונים היסטוריים",
    "historiska data",
    "historisk data",
    "historiske data",
    "historiske kurser",
    "historialliset tiedot",
    "historiatiedot",
    "historische gegevens",
    "historische koersen",
    "ιστορικά δεδομένα",
    "ιστορικά στοιχεία",
    "історичні дані",
    "historická data",
    "múltbeli adatok",
    "historikus adatok",
    "date istorice",
    "povijesni podaci",
    "داده‌های تاریخی",
    "داده های تاریخی",
    "ऐतिहासिक डेटा",
    "data historis",
    "data sejarah",
    "dữ liệu lịch sử",
    "ข้อมูลย้อนหลัง",
    "ข้อมูลในอดีต",
    "ঐতিহাসিক ডেটা",
    "coinmarketcap",
    "dat ascii",
    "dat mt",
    "dat nt",
    "dat xlsx",
    "data",
    "daily",
    "weekly",
    "monthly",
    "quotes",
    "history",
];
/// Sites that name themselves at the end.
const SITES: &[&str] = &[
    "investing.com",
    "yahoo finance",
    "yahoo",
    "stooq",
    "nasdaq.com",
    "wsj",
    "marketwatch",
    "google finance",
];
/// Exchanges that trading programs put before a symbol.
const EXCHANGES: &[&str] = &[
    "binance", "bitstamp", "coinbase", "kraken", "bitfinex", "gemini", "nasdaq", "nyse", "amex", "cboe",
    "tvc", "sp", "dj", "fx", "oanda", "fxcm", "forexcom", "index", "cme", "comex", "nymex", "lse", "xetr",
    "tadawul", "bybit", "okx", "bse", "nse", "euronext", "tse", "hkex", "krx", "moex", "bist", "gpw", "egx",
    "dfm", "adx", "poloniex", "huobi", "kucoin",
];
/// Intervals that trading programs put behind a symbol.
const INTERVALS: &[&str] = &[
    "1m", "5m", "15m", "30m", "1h", "2h", "4h", "1d", "1w", "1mo", "d", "h", "m", "w", "m1", "m5", "m15",
    "m30", "h1", "h4", "d1", "w1", "mn1", "mn", "60", "240", "1440", "minute", "hour", "hourly", "day",
    "days", "eod", "utc", "bid", "ask", "sheet1", "tushare",
];

/// Where the name of a series comes from that its table does not name.
#[derive(Clone, Copy, Debug)]
pub(in crate::io) enum Naming<'a> {
    /// The name of the file, with what vendors and browsers add to it.
    File(&'a str),
    /// What stands over the table in a larger one, as it is.
    Given(&'a str),
}

impl Naming<'_> {
    /// The name of the series.
    pub(in crate::io) fn name(self, table: &Table) -> String {
        match self {
            Self::Given(name) => name.to_owned(),
            Self::File(stem) => of_table(table).unwrap_or_else(|| of_file(stem)),
        }
    }

    /// What the name of the file says of the series beside what it is called.
    pub(super) fn role(self) -> Option<Role> {
        match self {
            Self::Given(_) => None,
            Self::File(stem) => role_of_file(stem),
        }
    }

    /// The text as it stands.
    pub(in crate::io) fn text(&self) -> &str {
        match self {
            Self::File(text) | Self::Given(text) => text,
        }
    }
}

/// The name that lines above a table give its series: a label as "Symbol: NVDA" or the beginning of
/// a title as "NVDA - Historical …".
fn of_table(table: &Table) -> Option<String> {
    const LABELS: &[&str] = &[
        "symbol",
        "ticker",
        "security",
        "instrument",
        "security name",
        "name",
        "ric",
        "index name",
        "series id",
        "série",
        "titolo",
        "wertpapier",
        "valeur",
        "الرمز",
        "الورقة المالية",
        "اسم الشركة",
        "종목명",
        "銘柄",
        "名称",
        "证券代码",
    ];
    let labelled = |line: &String| {
        let (label, name) = line.split_once([':', ',', ';', '\t']).or_else(|| line.split_once(' '))?;
        let is_label = LABELS.contains(&label.trim().trim_matches('"').to_lowercase().as_str());
        let name = name.trim().trim_matches(['"', ',', ';', ' ']);
        (is_label && !name.is_empty() && name.chars().count() <= 40).then(|| name.to_owned())
    };
    let titled = |line: &String| {
        let (name, rest) = line.split_once(" - ")?;
        let rest = rest.to_lowercase();
        let is_title = ["historical", "price", "history"].iter().any(|word| rest.starts_with(word));
        (is_title && name.chars().count() <= 40).then(|| name.trim().to_owned())
    };
    table.title.iter().find_map(|line| labelled(line).or_else(|| titled(line)))
}

/// The name of a series after a file's name, cleaned as a person would.
fn of_file(stem: &str) -> String {
    let composed: String = stem.trim().to_owned();
    let mut name = without_copy_number(&composed).to_owned();
    if let Some((before, last)) = name.rsplit_once(" - ")
        && SITES.contains(&last.trim().to_lowercase().as_str())
    {
        name = before.trim().to_owned();
    }
    if let Some((_, symbol)) = market_code(&name) {
        return symbol;
    }
    if let Some((symbol, interval)) = name.split_once(',')
        && is_interval(interval.trim())
    {
        name = symbol.trim().to_owned();
    }
    loop {
        let shorter = without_words(&without_dates(&name));
        if shorter == name || shorter.is_empty() {
            break;
        }
        name = shorter;
    }
    let parts: Vec<&str> = name.split('_').filter(|part| !part.is_empty()).collect();
    let kept = match parts.as_slice() {
        [first, rest @ ..] if !rest.is_empty() && EXCHANGES.contains(&first.to_lowercase().as_str()) => rest,
        all => all,
    };
    let name = match kept {
        [a, b] if is_currency(a) && is_currency(b) => format!("{a}/{b}"),
        kept => kept.join("_"),
    };
    let name = name.trim_matches(|c: char| c.is_whitespace() || "-_,~".contains(c));
    let name = if let Some(symbol) = name.strip_suffix(".us").filter(|symbol| !symbol.is_empty()) {
        format!("{symbol}.us").to_uppercase()
    } else {
        name.to_owned()
    };
    if name.is_empty() { composed } else { name }
}

/// What a market site puts before country, exchange and ticker, and what it says of the series.
const KINDS: &[(&str, Role)] = &[
    ("INDEX", Role::Index),
    ("FUTURE", Role::Future),
    ("STOCK", Role::Stock),
    ("FUND", Role::Stock),
    ("ETF", Role::Stock),
    ("BOND", Role::Stock),
    ("CURRENCY", Role::Stock),
    ("CRYPTOCURRENCY", Role::Stock),
    ("CRYPTO", Role::Stock),
];

/// What the name of a file says of its series beside what it is called.
fn role_of_file(stem: &str) -> Option<Role> {
    market_code(without_copy_number(stem.trim())).map(|(role, _)| role)
}

/// "`STOCK_US_XNAS_AAPL`", "`INDEX_US_S&P US_SPX`": kind, country, exchange in any form, ticker.
fn market_code(name: &str) -> Option<(Role, String)> {
    let code = name.rsplit(" - ").next()?;
    let (kind, rest) = code.split_once('_')?;
    let (country, rest) = rest.split_once('_')?;
    let (_, symbol) = rest.rsplit_once('_')?;
    let is_country = country.len() <= 3 && country.bytes().all(|byte| byte.is_ascii_uppercase());
    let (_, role) = KINDS.iter().find(|(known, _)| *known == kind)?;
    (is_country && !symbol.is_empty()).then(|| (*role, symbol.to_owned()))
}

/// A name without the "(1)" of a second download.
fn without_copy_number(name: &str) -> &str {
    let Some((before, number)) = name.rsplit_once('(') else { return name };
    let is_number =
        number.strip_suffix(')').is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
    if is_number { before.trim_end() } else { name }
}

/// A name without the dates at its end: "-2021-11-27", "_20250127", " 01.01.20-31.12.20".
fn without_dates(name: &str) -> String {
    let mut kept = name;
    while let Some(at) = kept.rfind(['_', ' ', '-']) {
        let (before, last) = (kept.get(..at).unwrap_or_default(), kept.get(at + 1..).unwrap_or_default());
        // "2025-01-27" and "2025-01".
        let iso = [10, 7].into_iter().find_map(|len| {
            let (rest, date) = kept.split_at_checked(kept.len().checked_sub(len)?)?;
            let is_apart = rest.ends_with(['_', ' ', '-']) && rest.len() > 1;
            let is_date = date.starts_with(|c: char| c.is_ascii_digit()) && dates::looks_like_date(date);
            (is_apart && is_date).then(|| rest.get(..rest.len() - 1)).flatten()
        });
        if let Some(rest) = iso {
            kept = rest;
        } else if !before.is_empty() && dates::looks_like_date(last) {
            kept = before;
        } else {
            break;
        }
    }
    kept.to_owned()
}

fn is_interval(word: &str) -> bool {
    INTERVALS.contains(&word.to_lowercase().as_str())
}

/// A name without one of the words that vendors put before or behind it.
fn without_words(name: &str) -> String {
    let lowered = name.to_lowercase();
    let is_mark = |c: char| c.is_whitespace() || "-_,".contains(c);
    // Lower case can be longer than the name; then nothing is cut.
    if lowered.len() != name.len() {
        return name.to_owned();
    }
    let plain = lowered.replace('_', " ");
    for word in AROUND {
        if let Some(rest) = plain.strip_suffix(word)
            && let Some(kept) = name.get(..rest.len())
            && (kept.ends_with(is_mark) || !word.is_ascii() && !kept.is_empty())
        {
            return kept.trim_end_matches(is_mark).to_owned();
        }
        if let Some(rest) = plain.strip_prefix(word)
            && let Some(kept) = name.get(name.len() - rest.len()..)
            && kept.starts_with(is_mark)
        {
            return kept.trim_start_matches(is_mark).to_owned();
        }
    }
    if let Some(pair) = without_minutes(name) {
        return pair.to_owned();
    }
    if let Some(before) = without_year(name) {
        return before.to_owned();
    }
    if let Some((before, last)) = name.rsplit_once(['_', '-', ' '])
        && is_interval(last)
        && !before.trim().is_empty()
    {
        return before.trim_end_matches(is_mark).to_owned();
    }
    name.to_owned()
}

/// A pair of currencies without the minutes of a bar directly behind it: `EURUSD1440`.
fn without_minutes(name: &str) -> Option<&str> {
    const MINUTES: [&str; 8] = ["5", "15", "30", "60", "240", "1440", "10080", "43200"];
    let (pair, minutes) = name.split_at_checked(6)?;
    (pair.bytes().all(|byte| byte.is_ascii_uppercase()) && MINUTES.contains(&minutes)).then_some(pair)
}

/// A name without the year or the month behind an interval: `EURUSD_M1_2011`, `EURUSD_T_202001`.
fn without_year(name: &str) -> Option<&str> {
    let (before, last) = name.rsplit_once('_')?;
    let (_, interval) = before.rsplit_once('_')?;
    let is_year = matches!(last.len(), 4 | 6)
        && last.bytes().all(|byte| byte.is_ascii_digit())
        && last
            .get(..4)
            .and_then(|year| year.parse().ok())
            .is_some_and(|year: i16| (1900..2200).contains(&year));
    (is_year && (is_interval(interval) || interval == "T")).then_some(before)
}

fn is_currency(code: &str) -> bool {
    code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_market_site_says_what_a_series_is() {
        let cases = [
            ("Download Data - INDEX_US_S&P US_SPX", Some(Role::Index)),
            ("Download Data - INDEX_XX__OWN", Some(Role::Index)),
            ("Download Data - FUTURE_US_XNYM_CL.1", Some(Role::Future)),
            ("Download Data - FUND_US_XNAS_DAX", Some(Role::Stock)),
            ("Download Data - CRYPTOCURRENCY_US_COINDESK_BTCUSD (1)", Some(Role::Stock)),
            ("INDEX_US_500", None),
            ("index_us_a_b", None),
            ("NVDA", None),
        ];
        for (stem, expected) in cases {
            assert_eq!(role_of_file(stem), expected, "{stem}");
        }
    }

    #[test]
    fn file_names_are_cleaned_as_a_person_would() {
        let cases = [
            ("NVDA", "NVDA"),
            ("HistoricalData_AAPL", "AAPL"),
            ("HistoricalData_BRK-A", "BRK-A"),
            ("BINANCE_BTCUSDT, 1D", "BTCUSDT"),
            ("BINANCE_BTCUSDT, 60", "BTCUSDT"),
            ("سابك", "سابك"),
            ("Download Data - STOCK_US_XNAS_AAPL", "AAPL"),
            ("Download Data - STOCK_US_XNAS_AAPL (2)", "AAPL"),
            ("STOCK_US_XNAS_AAPL", "AAPL"),
            ("Download Data - INDEX_US_S&P US_SPX", "SPX"),
            ("Download Data - INDEX_US_DOW JONES GLOBAL_DJIA", "DJIA"),
            ("Download Data - INDEX_DE_XETR_DAX", "DAX"),
            ("Download Data - CURRENCY_US__EURUSD", "EURUSD"),
            ("Download Data - FUTURE_US_NEW YORK_MERC_CL.1", "CL.1"),
            ("INDEX_US_500", "US_500"),
            ("OMXS30 historiska data", "OMXS30"),
            ("Vingroup Dữ liệu Lịch sử", "Vingroup"),
            ("OTE ιστορικά δεδομένα", "OTE"),
            ("AAPL - Sheet1", "AAPL"),
            ("Bitcoin Historical Data - Investing.com", "Bitcoin"),
            ("Crude Oil WTI Futures Historical Data", "Crude Oil WTI Futures"),
            ("USD_TRY Geçmiş Verileri", "USD/TRY"),
            ("Ibovespa Dados Históricos", "Ibovespa"),
            ("MacroTrends_Data_Download_NVDA", "NVDA"),
            ("NIFTY 50_Data", "NIFTY 50"),
            ("Bitstamp_BTCUSD_d", "BTCUSD"),
            ("ADABTC-1m-2021-11-27", "ADABTC"),
            ("XAUUSD_H1", "XAUUSD"),
            ("XBTUSD_1440", "XBTUSD"),
            ("aapg.us", "AAPG.US"),
            ("NVDA (1)", "NVDA"),
            ("NVDA_daily", "NVDA"),
            ("^GSPC", "^GSPC"),
            ("005930", "005930"),
            ("7203_20250127", "7203"),
            ("data", "data"),
            ("ASML.AS", "ASML.AS"),
            ("EUR-USD_Minute_2026-02-23_UTC", "EUR-USD"),
            ("XAUUSD1440", "XAUUSD"),
            ("BTCUSDT-1h-2024-12", "BTCUSDT"),
            ("DAT_NT_EURUSD_M1_2011", "EURUSD"),
            ("上证指数历史数据", "上证指数"),
            ("Bitcoin_historical_data_coinmarketcap", "Bitcoin"),
        ];
        for (stem, expected) in cases {
            assert_eq!(of_file(stem), expected, "{stem}");
        }
    }
}
