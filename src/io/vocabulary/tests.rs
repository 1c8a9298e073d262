//! Names of every language with their roles, and what the tables promise about each other.

use super::*;

/// Each line has names with bars between them and, behind an equals sign, their role in short.
fn check(cases: &str) {
    for case in cases.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (names, expected) = case.rsplit_once('=').unwrap();
        let expected = match expected.trim() {
            "date" => Role::Date,
            "end" => Role::EndDate,
            "time" => Role::Time,
            "open" => Role::Open,
            "high" => Role::High,
            "low" => Role::Low,
            "adjusted" => Role::AdjClose,
            "volume" => Role::Volume,
            "ignored" => Role::Ignored,
            "bid" => Role::Bid,
            "ask" => Role::Ask,
            "name" => Role::Symbol(3),
            "ticker" => Role::Symbol(0),
            "instrument" => Role::Symbol(1),
            "code" => Role::Symbol(2),
            "other" => Role::Other,
            close => Role::Close(close.strip_prefix("close").unwrap().parse().unwrap()),
        };
        for name in names.split('|') {
            assert_eq!(role(name), expected, "{name}");
        }
    }
}

#[test]
fn fields_of_vendors_and_libraries() {
    check(
        "Date|<DATE>|Datetime|\u{feff}date|trade_date|snapped_at|openTime|timeOpen|window_start|ts_event|unix = date
         observation_date|TIME_PERIOD|Date of Data|Gmt time|DATE1|Index Date|DlyCalDt|open_time = date
         close_time|timeClose|End Date = end
         Time|<TIME>|Time (EET) = time
         Open|1. open|PX_OPEN|OpenPrice|Open Price|OPEN_PRICE|Open Index Value|Open (USD)|first = open
         HIGH|PX_HIGH|highPrice|High Price|High* = high
         Low Price|PX_LOW|lowPrice = low
         Close|ClosePrice|Close Price|Closing Index Value|close*|Close (USD)|Close USD|CLOSE_PRICE = close0
         Close/Last = close1
         Settle = close2
         Last|LAST_PRICE|PX_LAST|ltp|Latest|lastPrice = close3
         Price|OBS_VALUE|VALUE = close4
         adjClose|Adj. Close|adjusted_close|Adj Close**|AdjClose|Adj.Close = adjusted
         Vol.|Volume BTC|Volume USD|<TICKVOL>|No.of Shares|No. of Shares|vol|Volume (K)|Shares Traded = volume
         PREV. CLOSE|pre_close|WAP|Change %|Change(%)|%Chg|pct_chg|Open Interest|<OPENINT>|market_cap = ignored
         Turnover|amount|Value Traded (SAR)|Adj. Open|Stock Splits|P/E|Turnover (Lacs)|Marketcap = ignored
         ticker|Symbol|<TICKER>|series = ticker
         ts_code = instrument
         Bid = bid
         Ask|ask_price = ask
         company_name|Name = name
         NVDA|2222.SR|BRK.B||GPQA (%)|Value of time|USD|BTC|SON|AD = other",
    );
}

#[test]
fn names_of_the_latin_script() {
    check(
        "Data|Tarih|Datum|Fecha|Séance|DATA|TARİH = date
         Uhrzeit|Heure|Hora|Saat = time
         Abertura|Açılış|AÇILIŞ|Acilis|Ouv.|Eröffn.|Eröffnung|Eroeffnung|Erster|Apertura|Otwarcie|ouv = open
         Máxima|Yüksek| Plus Haut|Hoch|Massimo|Máximo|Max.|Najwyższy|Najwyzszy|haut|Höchst = high
         Mínima|Düşük|Dusuk|Plus Bas|Tief|Minimo|Mínimo|Min.|Najniższy|Najnizszy|bas = low
         Schluss|Schluß|Schlusskurs|Clôture|cloture|clot|Cierre|Fechamento|Chiusura|Kapanış|Zamknięcie = close0
         Zamkniecie|Kapanış Fiyatı|Cours de clôture|Precio de cierre = close0
         Último|ÚLTIMO|Şimdi|Dernier|Zuletzt|Ultimo|U\u{301}ltimo|Ostatni = close3
         Kurs|Fiyat|Precio|Preço|Prix|Prezzo|Cena = close4
         Bereinigt|Clôture ajustée|Cierre ajustado = adjusted
         Hac.|Hacim|Volumen|Stuecke|Stücke|Wolumen|Quantidade|Volumi|Volume = volume
         Fark %|Var%|Var. %|% var.|Variation %|Veränderung|Zmiana|Variação|devise = ignored
         Geld = bid
         Brief = ask
         Symbole = instrument
         WKN|Código = code
         Nom|Nombre|Nome|Nazwa = name",
    );
}

#[test]
fn names_in_cyrillic_arabic_and_hebrew() {
    check(
        "Дата|ДАТА|التاريخ|\u{200f}التاريخ\u{200e}|תאריך = date
         Откр.|Открытие|الافتتاح|الفتح|سعر الافتتاح|שער פתיחה = open
         Макс.|الأعلى|الاعلى|أعلى سعر|اعلى سعر|גבוה = high
         Мин.|الأدنى|أدنى سعر|الأدنـى|נמוך = low
         Закрытие|Цена закрытия|الإغلاق|الاغلاق|سعر الإغلاق|سعر الإغلاق (ر.س)|الإقفال|שער נעילה = close0
         Последняя|آخر|آخر سعر|אחרון = close3
         Цена|السعر|שער = close4
         القيمة = close5
         الإغلاق المعدل = adjusted
         Объём|Объем|الحجم|حجم التداول|الكمية|כמות = volume
         Изм. %|نسبة التغير|التغير %|التغير ٪|قيمة التداول|عدد الصفقات|שינוי|מחזור = ignored
         Тикер|الرمز = ticker
         الكود = code
         اسم الشركة|Название|שם = name",
    );
}

#[test]
fn names_of_east_asia() {
    check(
        "日期|日付|日付け|データ日付|날짜|일자|交易日期 = date
         开盘|开盘价|開盤價|始値|시가|오픈 = open
         高|最高|最高价|最高價|高値|고가 = high
         低|最低|最低价|最低價|安値|저가 = low
         收盘|收盘价|收盤價|收盘价(元)|終値|終値（円）|종가 = close0
         最新价|終值|终值(元)|現在値|현재가 = close3
         价格|価格|가격 = close4
         調整後終値|调整后收盘价|수정종가 = adjusted
         成交量|成交股數|交易量|出来高|거래량|거래량(주) = volume
         涨跌幅|漲跌價差|成交额|成交金額|换手率|前收盘|変化率 %|前日比|변동 %|등락률|거래대금 = ignored
         股票代码|종목코드|銘柄コード = ticker
         名称|종목명|銘柄名 = name",
    );
}

/// Every name with its role and its language.
fn all() -> Vec<(Role, &'static str, &'static str)> {
    let of = |edition: &'static Edition| {
        let names = edition.names.iter();
        names.flat_map(|(role, names)| names.iter().map(|name| (*role, *name, edition.language)))
    };
    EDITIONS.iter().flat_map(of).collect()
}

#[test]
fn names_stand_under_one_role_only() {
    let mut roles: HashMap<String, (Role, &str)> = HashMap::new();
    let mut places: Vec<(&str, &str)> = Vec::new();
    for (role, name, language) in all() {
        assert_eq!(undotted(&plain(name)), name, "{language}");
        let (known, other) = *roles.entry(unaccented(name)).or_insert((role, language));
        assert_eq!(known, role, "{name} in {language} and {other}");
        assert!(!places.contains(&(name, language)), "{name} stands twice in {language}");
        places.push((name, language));
    }
    assert!(places.len() > 900, "{}", places.len());
}

#[test]
fn every_language_has_every_role_that_files_have() {
    for edition in &EDITIONS {
        let has = |wanted: fn(&Role) -> bool| edition.names.iter().any(|(role, _)| wanted(role));
        let wanted: [fn(&Role) -> bool; 9] = [
            |role| *role == Role::Date,
            |role| *role == Role::Open,
            |role| *role == Role::High,
            |role| *role == Role::Low,
            |role| *role == Role::Close(0),
            |role| *role == Role::Close(3),
            |role| *role == Role::AdjClose,
            |role| *role == Role::Volume,
            |role| *role == Role::Symbol(3),
        ];
        for (at, wanted) in wanted.into_iter().enumerate() {
            assert!(has(wanted), "{} {at}", edition.language);
        }
    }
}

#[test]
fn the_language_is_that_of_most_names() {
    let cases = [
        ("Date|Open|High|Low|Close|Volume", Some("en")),
        ("Datum|Erster|Hoch|Tief|Schlusskurs|Stuecke|Volumen", Some("de")),
        ("Date|Dernier|Ouv.|Plus Haut|Plus Bas|Vol.|Variation %", Some("fr")),
        ("Fecha|Último|Apertura|Máximo|Mínimo|Vol.|% var.", Some("es")),
        ("Data|Último|Abertura|Máxima|Mínima|Vol.|Var%", Some("pt")),
        ("Data|Ultimo|Apertura|Massimo|Minimo|Vol.|Var. %", Some("it")),
        ("Tarih|Şimdi|Açılış|Yüksek|Düşük|Hac.|Fark %", Some("tr")),
        ("Data|Otwarcie|Najwyzszy|Najnizszy|Zamkniecie|Wolumen", Some("pl")),
        ("Дата|Цена|Откр.|Макс.|Мин.|Объём|Изм. %", Some("ru")),
        ("التاريخ|السعر|الفتح|الأعلى|الأدنى|الحجم", Some("ar")),
        ("תאריך|שער נעילה|שער פתיחה", Some("he")),
        ("日期|开盘|收盘|最高|最低", Some("zh")),
        ("日付け|終値|始値|高値|安値|出来高", Some("ja")),
        ("날짜|종가|시가|고가|저가|거래량", Some("ko")),
        ("Data", None),
        ("NVDA|MU", None),
        ("", None),
    ];
    for (names, expected) in cases {
        assert_eq!(language(&names.split('|').collect::<Vec<_>>()), expected, "{names}");
    }
}

#[test]
fn known_words_are_told_from_others() {
    for word in ["日付", "Дата", "Close (USD)", "التاريخ", "Najwyższy"] {
        assert!(knows(word), "{word}");
    }
    assert!(spells("dzień") && spells("Kapanış") && spells("終値（円）"));
    assert!(!spells("dzieñ") && knows("dzieñ") && !spells("NVDA"));
    for word in ["", "NVDA", "日", "ج", "12.5", "2025-01-27"] {
        assert!(!knows(word), "{word}");
    }
}

#[test]
fn names_come_back_from_the_encodings_of_their_language() {
    let encodings: [(&str, &[&encoding_rs::Encoding]); 13] = [
        ("de", &[encoding_rs::WINDOWS_1252]),
        ("fr", &[encoding_rs::WINDOWS_1252]),
        ("es", &[encoding_rs::WINDOWS_1252]),
        ("pt", &[encoding_rs::WINDOWS_1252]),
        ("it", &[encoding_rs::WINDOWS_1252]),
        ("tr", &[encoding_rs::WINDOWS_1254]),
        ("pl", &[encoding_rs::WINDOWS_1250]),
        ("ru", &[encoding_rs::WINDOWS_1251, encoding_rs::KOI8_R]),
        ("ar", &[encoding_rs::WINDOWS_1256]),
        ("he", &[encoding_rs::WINDOWS_1255]),
        ("zh", &[encoding_rs::GBK, encoding_rs::BIG5]),
        ("ja", &[encoding_rs::SHIFT_JIS, encoding_rs::EUC_JP]),
        ("ko", &[encoding_rs::EUC_KR]),
    ];
    let mut wrong = Vec::new();
    let mut count = 0;
    for (language, encodings) in encodings {
        let names = || all().into_iter().filter(|(.., of)| *of == language).map(|(_, name, _)| name);
        let date = names().next().unwrap();
        for (name, encoding) in
            names().flat_map(|name| encodings.iter().map(move |encoding| (name, encoding)))
        {
            let table = format!("{date};{name}\n2024-01-04;1,5\n2024-01-05;1,6\n");
            let (bytes, _, is_foreign) = encoding.encode(&table);
            if is_foreign {
                continue;
            }
            count += 1;
            let found = crate::io::encoding::text(&bytes, None, &mut crate::io::report::Report::default());
            if found.as_deref() != Ok(table.as_str()) {
                wrong.push(format!("{} {name}: {found:?}", encoding.name()));
            }
        }
    }
    assert!(count > 600, "{count}");
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n"));
}
