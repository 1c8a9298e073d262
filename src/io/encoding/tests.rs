//! Texts of every language, encoded and found again; the near ties; damage.

use encoding_rs::{
    BIG5, EUC_JP, EUC_KR, Encoding, GBK, KOI8_R, SHIFT_JIS, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252,
    WINDOWS_1253, WINDOWS_1254, WINDOWS_1255, WINDOWS_1256,
};

use super::*;
use crate::model::{Assumption, Warning};

/// What was read, under which name, and what was said about it.
fn read(bytes: &[u8], forced: Option<&str>) -> Result<(String, Assumption, Vec<Warning>), ContentProblem> {
    let mut report = Report::default();
    let text = text(bytes, forced, &mut report)?.into_owned();
    let (assumptions, warnings) = report.finish();
    Ok((text, assumptions[0].clone(), warnings))
}

fn encoded(text: &str, encoding: &'static Encoding) -> Vec<u8> {
    let (bytes, _, has_unmappable) = encoding.encode(text);
    assert!(!has_unmappable, "{text} is not in {}", encoding.name());
    bytes.into_owned()
}

fn utf16(text: &str, order: Order, marked: bool) -> Vec<u8> {
    let marked = marked.then_some('\u{feff}');
    let text: String = marked.into_iter().chain(text.chars()).collect();
    let bytes = |unit: u16| match order {
        Order::Little => unit.to_le_bytes(),
        Order::Big => unit.to_be_bytes(),
    };
    text.encode_utf16().flat_map(bytes).collect()
}

/// Tables of one header and two rows: the encoding's name, the encoding, the text, whether nothing
/// else is likely.
const TABLES: &[(&str, &Encoding, &str)] = &[
    (
        "Shift-JIS",
        SHIFT_JIS,
        "データ日付,終値,始値,高値,安値\n\"2019/01/04\",\"19561.96\",\"1\",\"2\",\"3\"\n",
    ),
    ("Shift-JIS", SHIFT_JIS, "日付,始値,高値,安値,終値,出来高\n2024/1/4,1,2,3,4,5\n2024/1/5,1,2,3,4,5\n"),
    ("Shift-JIS", SHIFT_JIS, "日付,終値\n2024年1月4日,33288\n2024年1月5日,33377\n"),
    (
        "Shift-JIS",
        SHIFT_JIS,
        "コード,銘柄名,日付,終値\n7203,トヨタ自動車,2024/1/4,2591\n6758,ソニーグループ,2024/1/4,1\n",
    ),
    ("EUC-JP", EUC_JP, "日付,始値,高値,安値,終値,出来高\n2024/1/4,1,2,3,4,5\n"),
    ("EUC-JP", EUC_JP, "データ日付,終値\n2024/1/4,1\n"),
    (
        "GBK",
        GBK,
        "日期,股票代码,名称,收盘价,最高价,最低价,开盘价,前收盘\n2018-09-21,'600460,士兰微,10.06,1,2,3,4\n",
    ),
    ("GBK", GBK, "日期,收盘\n2011年5月19日,\"2,859.57\"\n2011年5月20日,\"2,858.46\"\n"),
    (
        "GBK",
        GBK,
        "时间\t开盘\t最高\t最低\t收盘\t成交量\t成交额\n2024/01/04\t1\t2\t3\t4\t5\t6\n#数据来源:通达信\n",
    ),
    (
        "Big5",
        BIG5,
        "日期,成交股數,成交金額,開盤價,最高價,最低價,收盤價,漲跌價差,成交筆數\n105/11/01,1,2,3,4,5,6,7,8\n",
    ),
    ("Big5", BIG5, "日期,收盤價\n105/11/01,9272.70\n105/11/02,9139.04\n"),
    ("EUC-KR", EUC_KR, "일자,종가,대비,등락률,시가,고가,저가,거래량\n2024/01/04,1,2,3,4,5,6,7\n"),
    ("EUC-KR", EUC_KR, "날짜,종가\n2012년 01월 27일,5.3\n2012년 01월 28일,5.6\n"),
    (
        "EUC-KR",
        EUC_KR,
        "종목코드,종목명,일자,종가\n005930,삼성전자,2024/01/04,76600\n000660,SK하이닉스,2024/01/04,1\n",
    ),
    (
        "windows-1256",
        WINDOWS_1256,
        "التاريخ,السعر,الفتح,الأعلى,الأدنى,الحجم,التغير %\n03/01/2024,1,2,3,4,5,6\n",
    ),
    ("windows-1256", WINDOWS_1256, "التاريخ;سعر الإغلاق\n03/01/2024;11,5\n04/01/2024;11,6\n"),
    (
        "windows-1256",
        WINDOWS_1256,
        "الكود,اسم الشركة,سعر الافتتاح,أعلى سعر,أدنى سعر,سعر الإغلاق,حجم التداول\nCOMI,البنك التجاري الدولي,1,2,3,4,5\n",
    ),
    ("windows-1251", WINDOWS_1251, "Дата;Цена;Откр.;Макс.;Мин.;Объём;Изм. %\n13.05.2022;64,5;1;2;3;4;5\n"),
    ("windows-1251", WINDOWS_1251, "дата,цена\n13.05.2022,1\n"),
    (
        "windows-1251",
        WINDOWS_1251,
        "Date,Name,Close\n2024-01-04,Сбербанк России,271\n2024-01-04,ПАО Газпром,1\n",
    ),
    ("KOI8-R", KOI8_R, "Дата;Цена;Откр.;Макс.;Мин.;Объём\n13.05.2022;64,5;1;2;3;4\n"),
    ("KOI8-R", KOI8_R, "дата,цена закрытия\n13.05.2022,1\n"),
    ("windows-1252", WINDOWS_1252, "Datum;Eröffnung;Hoch;Tief;Schluss;Volumen\n02.01.2024;1;2;3;4;5\n"),
    ("windows-1252", WINDOWS_1252, "DATA;ÚLTIMO;VARIAÇÃO\n02/01/2024;132.696;-1,11\n"),
    ("windows-1252", WINDOWS_1252, "Date;Clôture;Variation %\n2 févr. 2024;1;2\n2 août 2024;1;2\n"),
    ("windows-1252", WINDOWS_1252, "Fecha;Último;Apertura;Máximo;Mínimo\n02/01/2024;1;2;3;4\n"),
    (
        "windows-1250",
        WINDOWS_1250,
        "Data;Otwarcie;Najwyższy;Najniższy;Zamknięcie;Wolumen\n2024-01-02;1;2;3;4;5\n",
    ),
    ("windows-1250", WINDOWS_1250, "Data;Kurs zamknięcia\n2024-01-02;1\n"),
    ("windows-1254", WINDOWS_1254, "Tarih;Şimdi;Açılış;Yüksek;Düşük;Fark %\n18.03.2020;6,4;1;2;3;4\n"),
    ("windows-1254", WINDOWS_1254, "Tarih;Kapanış\n18.03.2020;6,4\n"),
    ("windows-1255", WINDOWS_1255, "תאריך,שער נעילה,שער פתיחה,שינוי\n02/01/2024,1,2,3\n"),
    ("windows-1255", WINDOWS_1255, "תאריך,שער\n02/01/2024,1\n"),
    ("windows-1253", WINDOWS_1253, "Ημερομηνία;Κλείσιμο;Άνοιγμα;Όγκος\n02/01/2024;1;2;3\n"),
];

#[test]
fn every_encoding_is_found_in_small_tables() {
    for (name, encoding, table) in TABLES {
        let (text, assumption, warnings) = read(&encoded(table, encoding), None).unwrap();
        assert_eq!((assumption.value.as_str(), text.as_str()), (*name, *table));
        assert!(warnings.is_empty(), "{table}");
        assert_eq!(assumption.choices.first().map(String::as_str), Some(*name));
    }
}

#[test]
fn known_names_leave_no_doubt() {
    for (name, encoding, table) in TABLES.iter().filter(|(name, ..)| *name != "windows-1253") {
        let (_, assumption, _) = read(&encoded(table, encoding), None).unwrap();
        let doubtful = ["дата,цена\n", "Date,Name", "Tarih;Kapanış", "תאריך,שער\n", "Data;Kurs"];
        let is_open = doubtful.iter().any(|start| table.starts_with(start));
        assert!(assumption.certain || is_open, "{name} {table}");
        assert_eq!(assumption.key, "encoding");
        let is_named = assumption.evidence.key == "io-evidence-encoding-name";
        assert!(is_named || table.starts_with("Date,"), "{table} {:?}", assumption.evidence);
    }
}

#[test]
fn a_text_that_says_the_same_in_several_is_the_western_one() {
    let table = "Date,Name,Close\n2024-01-04,Société Générale,24\n2024-01-04,Münchener Rück,1\n";
    for encoding in [WINDOWS_1252, WINDOWS_1254, WINDOWS_1250] {
        let (text, assumption, _) = read(&encoded(table, encoding), None).unwrap();
        assert_eq!((text.as_str(), assumption.value.as_str()), (table, "windows-1252"));
        assert!(assumption.certain);
    }
    let (text, ..) = read(b"Date;Close\n2024-01-04;\x8024,5\n", None).unwrap();
    assert_eq!(text, "Date;Close\n2024-01-04;€24,5\n");
    let (text, ..) = read(b"Date;Close\n2024-01-04;1\xA0024,5\n", None).unwrap();
    assert_eq!(text, "Date;Close\n2024-01-04;1\u{a0}024,5\n");
}

#[test]
fn what_decides_may_stand_far_down() {
    let rows = "2024-01-04,1.5\n".repeat(20_000);
    for (name, encoding, tail) in [
        ("Shift-JIS", SHIFT_JIS, "このデータの著作権は日本経済新聞社にあります\n"),
        ("windows-1252", WINDOWS_1252, "Quelle: Börse München\n"),
        ("windows-1256", WINDOWS_1256, "المصدر: السوق المالية السعودية\n"),
    ] {
        let table = format!("date,close\n{rows}{tail}");
        let (text, assumption, _) = read(&encoded(&table, encoding), None).unwrap();
        assert_eq!((assumption.value.as_str(), text.ends_with(tail)), (name, true));
    }
}

#[test]
fn utf8_is_taken_as_it_stands() {
    let cases: &[(&[u8], &str, &str)] =
        &[(b"a,b", "a,b", "UTF-8"), (b"\xEF\xBB\xBFa,b", "a,b", "UTF-8 BOM"), ("é".as_bytes(), "é", "UTF-8")];
    for (bytes, expected, name) in cases {
        let mut report = Report::default();
        let text = text(bytes, None, &mut report).unwrap();
        assert!(matches!(text, Cow::Borrowed(_)), "{bytes:?} was copied");
        assert_eq!(text, *expected);
        let (assumptions, warnings) = report.finish();
        assert_eq!((assumptions[0].value.as_str(), assumptions[0].certain), (*name, true));
        assert_eq!((assumptions[0].choices[0].as_str(), warnings.len()), (*name, 0));
    }
}

#[test]
fn utf16_is_read_in_both_orders_with_and_without_its_mark() {
    for text in
        ["<DATE>\t<CLOSE>\r\n2025.11.03\t1,5\r\n", "日付,終値\n2024/1/4,33288\n", "Tarih;Kapanış\n1;2\n"]
    {
        for order in [Order::Little, Order::Big] {
            for marked in [true, false] {
                let bytes = utf16(text, order, marked);
                let (found, assumption, warnings) = read(&bytes, None).unwrap();
                assert_eq!((found.as_str(), assumption.value.as_str()), (text, order.name()));
                assert!(warnings.is_empty());
                let cut = read(&bytes[..bytes.len() - 1], None).unwrap().0;
                assert_eq!(cut, text[..text.len() - 1], "half a unit at the end is left out");
                let forced = read(&bytes, Some("utf-16")).unwrap();
                assert_eq!((forced.0.as_str(), forced.1.value.as_str()), (text, order.name()));
            }
        }
    }
    let sheet = read(b"\xFF\xFEa\0", None).unwrap();
    assert_eq!((sheet.0.as_str(), sheet.1.value.as_str()), ("a", "UTF-16LE"));
}

#[test]
fn wrong_bytes_in_utf8_are_told_by_line() {
    let table = "日付,銘柄,終値\n2024-01-04,トヨタ自動車,1\n2024-01-05,トヨタ自動車,2\n2024-01-06,ソニー,3\n";
    let mut bytes = table.as_bytes().to_vec();
    let at = table.match_indices("トヨタ").nth(1).unwrap().0;
    bytes[at + 1] = b'?';
    let (text, assumption, warnings) = read(&bytes, None).unwrap();
    assert_eq!((assumption.value.as_str(), assumption.evidence.key), ("UTF-8", "io-evidence-utf8-mostly"));
    assert_eq!(text.lines().count(), 4);
    assert!(text.contains('\u{fffd}') && text.contains("トヨタ自動車,1"));
    let found: Vec<_> = warnings.iter().map(|w| (w.line, w.kind, w.message.key)).collect();
    assert_eq!(found, [(Some(3), WarningKind::Encoding, "io-bad-bytes")]);
}

#[test]
fn lines_of_damage_are_counted_as_a_table_counts_them() {
    for (text, expected) in [
        ("a\nb\u{fffd}\nc", vec![2]),
        ("a\r\nb\r\n\u{fffd}", vec![3]),
        ("a\r\u{fffd}\rc\r\u{fffd}", vec![2, 4]),
    ] {
        let mut report = Report::default();
        tell_damage(text, "UTF-8", &mut report);
        let lines: Vec<u64> = report.finish().1.iter().flat_map(Warning::lines).collect();
        assert_eq!(lines, expected, "{text:?}");
    }
}

#[test]
fn a_chosen_encoding_is_used_whatever_the_bytes() {
    let bytes = encoded("日付,終値\n", SHIFT_JIS);
    for (label, name) in
        [("gbk", "GBK"), ("cp1256", "windows-1256"), ("sjis", "Shift-JIS"), ("utf-8", "UTF-8")]
    {
        let (_, assumption, _) = read(&bytes, Some(label)).unwrap();
        assert_eq!((assumption.value.as_str(), assumption.certain), (name, true));
        assert_eq!(assumption.evidence.key, "io-evidence-encoding-chosen");
    }
    assert_eq!(read(&bytes, Some("Shift-JIS")).unwrap().0, "日付,終値\n");
    assert!(!read(&bytes, Some("utf-8")).unwrap().2.is_empty(), "wrong bytes are told");
    let unknown = ContentProblem::UnknownEncoding { label: "klingon".to_owned() };
    assert_eq!(read(&bytes, Some("klingon")), Err(unknown.clone()));
    assert!(known_names().contains("windows-1256") && known_names().starts_with("UTF-8, "));
}

#[test]
fn what_is_no_text_is_named() {
    let noise: Vec<u8> = (0..4096_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let cases: &[(&[u8], ContentProblem)] = &[
        (b"", ContentProblem::Empty),
        (b"\xEF\xBB\xBF \r\n", ContentProblem::Empty),
        (b"\xFF\xFE\n\0", ContentProblem::Empty),
        (b"a\0b", ContentProblem::Binary(Binary::Unknown)),
        (&noise, ContentProblem::Binary(Binary::Unknown)),
    ];
    for (bytes, expected) in cases {
        assert_eq!(read(bytes, None).as_ref(), Err(expected), "{bytes:?}");
    }
}

#[test]
fn a_few_nul_characters_are_left_out_and_told() {
    let rows = "2024-01-04,1.5\n".repeat(40);
    let (text, _, warnings) =
        read(format!("date,close\n{rows}2024-01-05,\01\0.5\n").as_bytes(), None).unwrap();
    assert_eq!(text, format!("date,close\n{rows}2024-01-05,1.5\n"));
    let found: Vec<_> = warnings.iter().map(|w| (w.line, w.kind, w.message.key)).collect();
    assert_eq!(found, [(Some(42), WarningKind::Encoding, "io-nul-removed")]);
}
