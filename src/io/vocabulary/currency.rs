//! The currency that a name or a remark states: by its code, its sign or its word.

/// Codes that are no usual word of a header in any language.
const CODES: &[&str] = &[
    "USD", "EUR", "GBP", "JPY", "CNY", "CNH", "CHF", "CAD", "AUD", "NZD", "HKD", "TWD", "KRW", "SGD", "INR",
    "IDR", "MYR", "THB", "PHP", "VND", "PKR", "LKR", "BDT", "RUB", "UAH", "KZT", "TRY", "PLN", "CZK", "HUF",
    "RON", "BGN", "SEK", "NOK", "DKK", "ISK", "BRL", "MXN", "ARS", "CLP", "COP", "PEN", "ZAR", "NGN", "KES",
    "GHS", "EGP", "MAD", "TND", "SAR", "AED", "QAR", "KWD", "BHD", "OMR", "JOD", "IQD", "LBP", "ILS", "GBX",
    "HRK", "RSD", "MKD", "BYN", "UZS", "IRR", "NPR", "MNT", "DZD", "UYU", "XOF", "XAF", "UGX", "TZS", "ZMW",
    "BWP",
];

/// Codes of coins, which stand for the unit of a volume only.
const COINS: &[&str] = &[
    "BTC", "ETH", "USDT", "USDC", "BUSD", "LTC", "XRP", "BNB", "SOL", "ADA", "DOGE", "DOT", "TRX", "LINK",
    "BCH", "EOS", "XLM", "XMR", "XBT", "NEO", "DASH", "ETC", "ZEC", "AVAX", "MATIC", "SHIB", "UNI", "FIL",
];

/// Signs and words, those that contain others first.
const SIGNS: &[(&str, &str)] = &[
    ("R$", "BRL"),
    ("HK$", "HKD"),
    ("NT$", "TWD"),
    ("US$", "USD"),
    ("A$", "AUD"),
    ("C$", "CAD"),
    ("S$", "SGD"),
    ("台幣", "TWD"),
    ("臺幣", "TWD"),
    ("台币", "TWD"),
    ("港元", "HKD"),
    ("港幣", "HKD"),
    ("港币", "HKD"),
    ("美元", "USD"),
    ("日元", "JPY"),
    ("日圓", "JPY"),
    ("欧元", "EUR"),
    ("歐元", "EUR"),
    ("韩元", "KRW"),
    ("韓元", "KRW"),
    ("澳元", "AUD"),
    ("加元", "CAD"),
    ("ドル", "USD"),
    ("달러", "USD"),
    ("人民币", "CNY"),
    ("人民幣", "CNY"),
    ("円", "JPY"),
    ("원", "KRW"),
    ("دولار", "USD"),
    ("ر.س", "SAR"),
    ("ريال", "SAR"),
    ("ریال", "IRR"),
    ("ج.م", "EGP"),
    ("جنيه", "EGP"),
    ("د.إ", "AED"),
    ("درهم", "AED"),
    ("د.ك", "KWD"),
    ("ر.ق", "QAR"),
    ("د.ب", "BHD"),
    ("ر.ع", "OMR"),
    ("د.أ", "JOD"),
    ("руб", "RUB"),
    ("грн", "UAH"),
    ("บาท", "THB"),
    ("đồng", "VND"),
    ("Kč", "CZK"),
    ("zł", "PLN"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("¥", "JPY"),
    ("￥", "JPY"),
    ("₹", "INR"),
    ("₩", "KRW"),
    ("₽", "RUB"),
    ("₺", "TRY"),
    ("₪", "ILS"),
    ("₴", "UAH"),
    ("฿", "THB"),
    ("₫", "VND"),
    ("৳", "BDT"),
    ("₱", "PHP"),
    ("₦", "NGN"),
    ("₸", "KZT"),
    ("$", "USD"),
];

/// Short words that are a currency in parentheses and anything elsewhere.
const SHORT: &[(&str, &str)] = &[("RM", "MYR"), ("Rp", "IDR"), ("Ft", "HUF"), ("lei", "RON")];

/// Characters that only the simplified writing has, of words that stand beside prices. The traditional
/// one writes 元 for the dollars of Taiwan and Hong Kong.
const SIMPLIFIED: &str = "盘价额业开总亿单币种货涨证时资产净称现结终报数点";

/// Words of a header or a line above it after which a currency follows.
const LABELS: &[&str] = &[
    "currency",
    "ccy",
    "currency code",
    "trading currency",
    "währung",
    "waehrung",
    "devise",
    "divisa",
    "moneda",
    "moeda",
    "valuta",
    "waluta",
    "para birimi",
    "валюта",
    "العملة",
    "מטבע",
    "通貨",
    "通货",
    "币种",
    "貨幣",
    "통화",
    "valuutta",
    "νόμισμα",
    "měna",
    "pénznem",
    "devizanem",
    "monedă",
    "munt",
    "ارز",
    "मुद्रा",
    "mata uang",
    "mata wang",
    "tiền tệ",
    "สกุลเงิน",
    "মুদ্রা",
];

/// The ISO code of the currency that a name or a remark states: "Close (USD)", "in EUR", "$",
/// "Currency: EUR". "GBX" stands for pence. The sign of the yen is taken for the yen.
pub(in crate::io) fn currency(text: &str) -> Option<&'static str> {
    let text = text.trim();
    let short = |inner| SHORT.iter().find(|(word, _)| *word == inner).map(|(_, code)| *code);
    if let Some(inner) = in_parentheses(text).and_then(|inner| stated(inner).or_else(|| short(inner.trim())))
    {
        return Some(inner);
    }
    if let Some((label, value)) = text.split_once([':', '=', '：'])
        && LABELS.contains(&super::plain(label).as_str())
    {
        return stated(value);
    }
    stated(text).or_else(|| last_word(text)).or_else(|| yuan(text))
}

/// 元 among simplified characters; by itself it is the money of several countries.
fn yuan(text: &str) -> Option<&'static str> {
    let is_stated = text.contains('元') && text.chars().count() <= 12;
    (is_stated && text.contains(|c| SIMPLIFIED.contains(c))).then_some("CNY")
}

/// Whether a word is the code of a currency.
pub(super) fn is_code(word: &str) -> bool {
    CODES.iter().any(|code| code.eq_ignore_ascii_case(word))
}

/// Whether a word is the code of a coin.
pub(super) fn is_coin(word: &str) -> bool {
    COINS.iter().any(|code| code.eq_ignore_ascii_case(word))
}

fn in_parentheses(text: &str) -> Option<&str> {
    let (_, rest) = text.split_once(['(', '[', '（'])?;
    rest.split([')', ']', '）']).next()
}

/// A currency and nothing but words around it that say so: "USD", "in EUR", "10^3 元".
fn stated(text: &str) -> Option<&'static str> {
    let text = text.trim();
    let word = text.strip_prefix("in ").or_else(|| text.strip_prefix("en ")).unwrap_or(text).trim();
    code(word).or_else(|| sign(text))
}

fn code(word: &str) -> Option<&'static str> {
    // "GBp" and "p" are pence where the pound has capitals.
    if word == "GBp" {
        return Some("GBX");
    }
    CODES.iter().find(|code| code.eq_ignore_ascii_case(word)).copied()
}

/// A sign that stands alone, beside digits or at an end; "$AAPL" is a ticker.
fn sign(text: &str) -> Option<&'static str> {
    let (sign, code) = SIGNS.iter().find(|(sign, _)| text.contains(sign))?;
    let is_apart = text.split_once(sign).is_some_and(|(before, after)| {
        let ends = |c: Option<char>| c.is_none_or(|c| !c.is_ascii_alphabetic());
        let is_word = sign.chars().all(char::is_alphabetic);
        let is_short = text.chars().count() <= 12;
        ends(before.chars().next_back()) && ends(after.chars().next()) && (!is_word || is_short)
    });
    is_apart.then_some(*code)
}

/// "Close USD", "`close_eur`", "price in SAR".
fn last_word(text: &str) -> Option<&'static str> {
    let (before, word) = text.rsplit_once([' ', '_', '/'])?;
    let is_written = word.chars().all(|c| c.is_ascii_uppercase()) || super::knows(before);
    if is_written || before.ends_with(" in") { code(word) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_currency_is_named_by_code_sign_or_word() {
        let cases = [
            ("Close (USD)", Some("USD")),
            ("in EUR", Some("EUR")),
            ("Value Traded (SAR)", Some("SAR")),
            ("$", Some("USD")),
            ("Price ($)", Some("USD")),
            ("€", Some("EUR")),
            ("ر.س", Some("SAR")),
            ("السعر (ر.س)", Some("SAR")),
            ("Currency: EUR", Some("EUR")),
            ("Währung: CHF", Some("CHF")),
            ("終値(円)", Some("JPY")),
            ("收盘价(元)", Some("CNY")),
            ("成交额(万元)", Some("CNY")),
            ("收盤價(元)", None),
            ("成交金額(元)", None),
            ("元", None),
            ("收盤價(新臺幣元)", Some("TWD")),
            ("收市價(港元)", Some("HKD")),
            ("收盤價(美元)", Some("USD")),
            ("收盤價(人民幣)", Some("CNY")),
            ("S&P 500 EUR", Some("EUR")),
            ("EUR 500", None),
            ("SSE50", None),
            ("MSCI ACWI", None),
            ("Záró ár (Ft)", Some("HUF")),
            ("Cena (Kč)", Some("CZK")),
            ("Harga (Rp)", Some("IDR")),
            ("Harga (RM)", Some("MYR")),
            ("Preț (lei)", Some("RON")),
            ("ราคาปิด (บาท)", Some("THB")),
            ("قیمت (ریال)", Some("IRR")),
            ("Ціна, грн", Some("UAH")),
            ("Mata Uang: IDR", Some("IDR")),
            ("Soft", None),
            ("lei", None),
            ("成交金額(新台幣)", Some("TWD")),
            ("Preço (R$)", Some("BRL")),
            ("$165.63", Some("USD")),
            ("close_eur", Some("EUR")),
            ("Price in SAR", Some("SAR")),
            ("Close (GBp)", Some("GBX")),
            ("$AAPL", None),
            ("AAPL", None),
            ("Close", None),
            ("Try again", None),
            ("Volume (K)", None),
            ("EURUSD", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(currency(text), expected, "{text}");
        }
    }
}
