//! Tables written in every combination of dialect, encoding, date and number style come back
//! equal. 500 of them here; `PROPTEST_CASES` asks for more.

use std::path::Path;

use encoding_rs::Encoding;
use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::io::{Control, ReadError, read_bytes};
use crate::model::{Content, Overrides};

/// Of all cases those that may be refused, as a share.
const REFUSED: f64 = 0.02;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Dates {
    Iso,
    IsoTime,
    Compact,
    DayMonthYear(char),
    MonthDayYear,
    ShortYear,
    Named,
    NamedFirst,
    Seconds,
    Milliseconds,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Grouping {
    None,
    Mark,
    NarrowBlank,
    Apostrophe,
}

#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
struct Style {
    delimiter: char,
    quoted: bool,
    ending: &'static str,
    ends: bool,
    language: usize,
    dates: Dates,
    comma: bool,
    grouping: Grouping,
    dollar: bool,
    newest_first: bool,
    preamble: usize,
    footer: bool,
    bar: bool,
    missing: &'static str,
    digits: Digits,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Digits {
    Western,
    Arabic,
}

/// Date, open, high, low, close, volume in a language, and the encoding such files come in.
const HEADERS: [([&str; 6], &str); 12] = [
    (["Date", "Open", "High", "Low", "Close", "Volume"], "UTF-8"),
    (["Datum", "Eröffnung", "Hoch", "Tief", "Schluss", "Volumen"], "windows-1252"),
    (["Data", "Otwarcie", "Najwyższy", "Najniższy", "Zamknięcie", "Wolumen"], "windows-1250"),
    (["Дата", "Открытие", "Максимум", "Минимум", "Закрытие", "Объём"], "windows-1251"),
    (["Tarih", "Açılış", "Yüksek", "Düşük", "Kapanış", "Hacim"], "windows-1254"),
    (["التاريخ", "الافتتاح", "الأعلى", "الأدنى", "الإغلاق", "الحجم"], "windows-1256"),
    (["日付", "始値", "高値", "安値", "終値", "出来高"], "Shift_JIS"),
    (["日期", "开盘", "最高", "最低", "收盘", "成交量"], "gb18030"),
    (["날짜", "시가", "고가", "저가", "종가", "거래량"], "EUC-KR"),
    (["Fecha", "Apertura", "Máximo", "Mínimo", "Cierre", "Volumen"], "UTF-8"),
    (["Date", "Ouverture", "Plus haut", "Plus bas", "Clôture", "Volume"], "UTF-16LE"),
    (["תאריך", "פתיחה", "גבוה", "נמוך", "נעילה", "מחזור"], "UTF-8"),
];

#[derive(Clone, Debug)]
struct Bar {
    date: Date,
    /// Open, high, low and close in hundredths.
    prices: [i64; 4],
    volume: i64,
}

fn styles() -> impl Strategy<Value = Style> {
    let dates = prop_oneof![
        Just(Dates::Iso),
        Just(Dates::IsoTime),
        Just(Dates::Compact),
        prop_oneof![Just('.'), Just('/'), Just('-')].prop_map(Dates::DayMonthYear),
        Just(Dates::MonthDayYear),
        Just(Dates::ShortYear),
        Just(Dates::Named),
        Just(Dates::NamedFirst),
        Just(Dates::Seconds),
        Just(Dates::Milliseconds),
    ];
    let grouping = prop_oneof![
        3 => Just(Grouping::None),
        2 => Just(Grouping::Mark),
        1 => Just(Grouping::NarrowBlank),
        1 => Just(Grouping::Apostrophe),
    ];
    let text = (
        prop_oneof![3 => Just(','), 2 => Just(';'), 2 => Just('\t'), 1 => Just('|')],
        any::<bool>(),
        prop_oneof![Just("\n"), Just("\r\n"), Just("\r")],
        any::<bool>(),
        0..HEADERS.len(),
        dates,
    );
    let numbers = (any::<bool>(), grouping, proptest::bool::weighted(0.2), any::<bool>());
    let around = (
        0..4_usize,
        proptest::bool::weighted(0.2),
        proptest::bool::weighted(0.8),
        prop_oneof![Just(""), Just("-"), Just("N/A"), Just("null")],
        prop_oneof![4 => Just(Digits::Western), 1 => Just(Digits::Arabic)],
    );
    (text, numbers, around).prop_map(|(text, numbers, around)| {
        let (delimiter, quoted, ending, ends, language, dates) = text;
        let (comma, grouping, dollar, newest_first) = numbers;
        let (preamble, footer, bar, missing, digits) = around;
        Style {
            delimiter,
            quoted,
            ending,
            ends,
            language,
            dates,
            comma,
            grouping,
            dollar,
            newest_first,
            preamble,
            footer,
            bar,
            missing,
            digits,
        }
    })
}

/// Sessions from Monday to Friday with prices that walk.
fn bars() -> impl Strategy<Value = Vec<Bar>> {
    let start = (1990_i16..2027, 1_i8..=12, 1_i8..=28);
    let scale = prop_oneof![Just(1_500_i64), Just(14_262), Just(2_177_401), Just(46_766_000)];
    (start, scale, proptest::collection::vec((-300_i64..300, 0_i64..200, 1_i64..90_000_000), 30..60))
        .prop_map(|((year, month, day), scale, steps)| {
            let mut date = jiff::civil::date(year, month, day);
            let mut last = scale;
            let step = scale / 10_000 + 1;
            steps
                .into_iter()
                .map(|(change, reach, volume)| {
                    while matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday) {
                        date = date.saturating_add(1.day());
                    }
                    let open = last;
                    let close = (last + change * step).max(100);
                    let high = open.max(close) + reach * step;
                    let low = (open.min(close) - reach * step).max(50);
                    last = close;
                    let bar = Bar { date, prices: [open, high, low, close], volume };
                    date = date.saturating_add(Span::new().days(1));
                    bar
                })
                .collect()
        })
}

impl Style {
    fn date(&self, date: Date) -> String {
        const MONTHS: [&str; 12] =
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let (year, month, day) = (date.year(), date.month(), date.day());
        let name = MONTHS[usize::try_from(month).unwrap() - 1];
        let seconds = || date.to_zoned_datetime(jiff::tz::TimeZone::UTC).unwrap().timestamp().as_second();
        match self.dates {
            Dates::Iso => format!("{year:04}-{month:02}-{day:02}"),
            Dates::IsoTime => format!("{year:04}-{month:02}-{day:02} 00:00:00"),
            Dates::Compact => format!("{year:04}{month:02}{day:02}"),
            Dates::DayMonthYear(mark) => format!("{day:02}{mark}{month:02}{mark}{year:04}"),
            Dates::MonthDayYear => format!("{month:02}/{day:02}/{year:04}"),
            Dates::ShortYear => format!("{day}/{month}/{:02}", year % 100),
            Dates::Named => format!("{day:02}-{name}-{year}"),
            Dates::NamedFirst => format!("{name} {day:02}, {year}"),
            Dates::Seconds => seconds().to_string(),
            Dates::Milliseconds => (seconds() * 1000).to_string(),
        }
    }

    fn grouped(&self, whole: i64) -> String {
        let digits = whole.to_string();
        let mark = match self.grouping {
            Grouping::None => return digits,
            Grouping::Mark => {
                if self.comma {
                    '.'
                } else {
                    ','
                }
            }
            Grouping::NarrowBlank => '\u{a0}',
            Grouping::Apostrophe => '\'',
        };
        let mut text = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push(mark);
            }
            text.push(digit);
        }
        text
    }

    fn price(&self, hundredths: i64) -> String {
        let mark = if self.comma { ',' } else { '.' };
        let sign = if self.dollar { "$" } else { "" };
        let text = format!("{sign}{}{mark}{:02}", self.grouped(hundredths / 100), hundredths % 100);
        self.in_digits(&text)
    }

    fn in_digits(&self, text: &str) -> String {
        if self.digits == Digits::Western || HEADERS[self.language].1 != "UTF-8" {
            return text.to_owned();
        }
        let digit = |c: char| match c.to_digit(10) {
            Some(digit) => char::from_u32(0x660 + digit).unwrap(),
            None => c,
        };
        text.chars().map(digit).collect()
    }

    fn cell(&self, text: &str) -> String {
        if self.quoted || text.contains(self.delimiter) { format!("\"{text}\"") } else { text.to_owned() }
    }

    fn write(&self, bars: &[Bar]) -> Vec<u8> {
        let (names, encoding) = HEADERS[self.language];
        let mut lines: Vec<String> = Vec::new();
        for line in ["Historical prices", "Downloaded for a test", "As of today"].iter().take(self.preamble) {
            lines.push((*line).to_owned());
        }
        let columns: Vec<usize> = if self.bar { (0..6).collect() } else { vec![0, 4] };
        let join = |cells: Vec<String>| {
            let cells: Vec<String> = cells.iter().map(|cell| self.cell(cell)).collect();
            cells.join(&self.delimiter.to_string())
        };
        lines.push(join(columns.iter().map(|column| names[*column].to_owned()).collect()));
        let mut rows: Vec<String> = bars
            .iter()
            .enumerate()
            .map(|(at, bar)| {
                let cell = |column: &usize| match column {
                    0 => self.in_digits(&self.date(bar.date)),
                    5 if at % 11 == 10 => self.missing.to_owned(),
                    5 => self.in_digits(&self.grouped(bar.volume)),
                    column => self.price(bar.prices[column - 1]),
                };
                join(columns.iter().map(cell).collect())
            })
            .collect();
        if self.newest_first {
            rows.reverse();
        }
        lines.extend(rows);
        if self.footer {
            lines.push("Source: made for a test".to_owned());
        }
        let mut text = lines.join(self.ending);
        if self.ends {
            text.push_str(self.ending);
        }
        encoded(&text, encoding)
    }

    /// Whether the letters of the encoding hold what the style writes.
    fn is_writable(&self) -> bool {
        let (_, encoding) = HEADERS[self.language];
        let has_blank = self.grouping == Grouping::NarrowBlank;
        !has_blank || !["Shift_JIS", "EUC-KR"].contains(&encoding)
    }
}

fn encoded(text: &str, name: &str) -> Vec<u8> {
    if name == "UTF-16LE" {
        let marked = std::iter::once('\u{feff}').chain(text.chars()).collect::<String>();
        return marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
    }
    let encoding = Encoding::for_label(name.as_bytes()).unwrap();
    let (bytes, _, has_errors) = encoding.encode(text);
    assert!(!has_errors, "{name}");
    bytes.into_owned()
}

#[test]
fn what_is_written_in_any_style_comes_back_equal() {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(500_u32);
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(config, rng);
    let refused = std::cell::Cell::new(0_u32);
    let result = runner.run(&(styles(), bars()), |(style, bars)| {
        prop_assume!(style.is_writable());
        let bytes = style.write(&bars);
        let read = read_bytes(Path::new("X.csv"), &bytes, &Overrides::default(), &Control::unwatched());
        let loaded = match read {
            Ok(loaded) => loaded,
            Err(ReadError::Content { .. }) if is_ambiguous(&style) => {
                refused.set(refused.get() + 1);
                return Ok(());
            }
            Err(error) => return Err(TestCaseError::fail(format!("{error}\n{}", shown(&bytes)))),
        };
        let Content::Prices(series) = &loaded.content else {
            return Err(TestCaseError::fail(format!("{:?}", loaded.content.kind())));
        };
        prop_assert_eq!(series.len(), 1, "{}", shown(&bytes));
        let columns = series[0].1.columns();
        let found: Vec<(String, f64)> =
            columns.stamps.iter().map(ToString::to_string).zip(columns.close.iter().copied()).collect();
        let expected: Vec<(String, f64)> =
            bars.iter().map(|bar| (bar.date.to_string(), bar.prices[3] as f64 / 100.0)).collect();
        prop_assert_eq!(found, expected, "{}", shown(&bytes));
        if style.bar {
            let highs: Vec<f64> = bars.iter().map(|bar| bar.prices[1] as f64 / 100.0).collect();
            prop_assert_eq!(&columns.high, &highs, "{}", shown(&bytes));
        }
        Ok(())
    });
    if let Err(error) = result {
        panic!("{error}");
    }
    assert!(f64::from(refused.get()) <= REFUSED * f64::from(cases), "{} refused", refused.get());
}

/// Which tables no reader could decide: none of those written here so far.
fn is_ambiguous(_: &Style) -> bool {
    false
}

fn shown(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).lines().take(8).collect::<Vec<_>>().join("\n")
}
