//! One export in every language that has a file of words, with the dates and numbers that are usual
//! there: one series of open, high, low and close, and nothing else.

use std::fmt::Write as _;
use std::path::Path;

use super::value;
use crate::io::{Control, read_bytes};
use crate::model::{Content, Overrides};

/// How a country writes.
struct Country {
    language: &'static str,
    /// Date, close, open, high, low, volume, change.
    names: [&'static str; 7],
    /// Form of a date, with Y, M and D for its parts.
    date: &'static str,
    decimal: char,
    thousands: &'static str,
    /// The digit zero.
    zero: char,
}

const fn country(
    language: &'static str,
    names: [&'static str; 7],
    date: &'static str,
    (decimal, thousands): (char, &'static str),
    zero: char,
) -> Country {
    Country { language, names, date, decimal, thousands, zero }
}

const COMMA: (char, &str) = (',', ".");
const BLANK: (char, &str) = (',', " ");
const POINT: (char, &str) = ('.', ",");
const DOTS: &str = "D.M.Y";
const STROKES: &str = "D/M/Y";

const COUNTRIES: &[Country] = &[
    country(
        "sv",
        ["Datum", "Senast", "Öppning", "Högst", "Lägst", "Vol.", "Förändring %"],
        "Y-M-D",
        BLANK,
        '0',
    ),
    country("da", ["Dato", "Seneste", "Åbning", "Høj", "Lav", "Vol.", "Ændring %"], DOTS, COMMA, '0'),
    country("nb", ["Dato", "Siste", "Åpning", "Høy", "Lav", "Vol.", "Endring %"], DOTS, BLANK, '0'),
    country("fi", ["Päivämäärä", "Viimeisin", "Avaus", "Ylin", "Alin", "Vol.", "Muutos %"], DOTS, BLANK, '0'),
    country("nl", ["Datum", "Laatste", "Open", "Hoog", "Laag", "Vol.", "Verschil %"], "D-M-Y", COMMA, '0'),
    country(
        "el",
        ["Ημερομηνία", "Τελευταία", "Άνοιγμα", "Υψηλό", "Χαμηλό", "Όγκος", "Μεταβολή %"],
        DOTS,
        COMMA,
        '0',
    ),
    country("uk", ["Дата", "Ціна", "Відкр.", "Макс.", "Мін.", "Обсяг", "Зміна %"], DOTS, BLANK, '0'),
    country(
        "cs",
        ["Datum", "Poslední", "Otevření", "Nejvyšší", "Nejnižší", "Objem", "Změna %"],
        DOTS,
        BLANK,
        '0',
    ),
    country("hu", ["Dátum", "Utolsó", "Nyitó", "Max", "Min", "Forg.", "Vált. %"], "Y.M.D", BLANK, '0'),
    country(
        "ro",
        ["Dată", "Ultimul", "Deschidere", "Maxim", "Minim", "Vol.", "Variație %"],
        DOTS,
        COMMA,
        '0',
    ),
    country(
        "hr",
        ["Datum", "Zadnja", "Otvaranje", "Najviša", "Najniža", "Količina", "Promjena %"],
        DOTS,
        COMMA,
        '0',
    ),
    country(
        "fa",
        ["تاریخ", "آخرین", "باز", "بالاترین", "پایین‌ترین", "حجم", "تغییر ٪"],
        "Y/M/D",
        ('٫', "٬"),
        '۰',
    ),
    country("hi", ["तिथि", "अंतिम", "खुला", "उच्च", "निम्न", "मात्रा", "परिवर्तन %"], STROKES, POINT, '०'),
    country(
        "id",
        ["Tanggal", "Terakhir", "Pembukaan", "Tertinggi", "Terendah", "Vol.", "Perubahan%"],
        STROKES,
        COMMA,
        '0',
    ),
    country(
        "ms",
        ["Tarikh", "Harga", "Pembukaan", "Tertinggi", "Terendah", "Volum", "Perubahan %"],
        STROKES,
        POINT,
        '0',
    ),
    country("vi", ["Ngày", "Lần cuối", "Mở", "Cao", "Thấp", "KL", "% Thay đổi"], STROKES, COMMA, '0'),
    country("th", ["วันที่", "ล่าสุด", "เปิด", "สูงสุด", "ต่ำสุด", "ปริมาณ", "% เปลี่ยนแปลง"], STROKES, POINT, '๐'),
    country("bn", ["তারিখ", "সর্বশেষ", "খোলা", "সর্বোচ্চ", "সর্বনিম্ন", "পরিমাণ", "পরিবর্তন %"], STROKES, POINT, '০'),
];

/// Days of January 2025 with their closes, in hundredths.
const DAYS: [(u8, i64); 8] = [
    (20, 228_714),
    (21, 229_105),
    (22, 230_060),
    (23, 229_544),
    (24, 233_262),
    (27, 231_018),
    (28, 231_975),
    (29, 230_509),
];

impl Country {
    /// Text in the digits of the country.
    fn digits(&self, text: &str) -> String {
        let own =
            |c: char| c.to_digit(10).and_then(|digit| char::from_u32(self.zero as u32 + digit)).unwrap_or(c);
        text.chars().map(own).collect()
    }

    fn number(&self, hundredths: i64) -> String {
        let (whole, part) = (hundredths / 100, hundredths % 100);
        let text = format!("{}{}{:03}{}{part:02}", whole / 1000, self.thousands, whole % 1000, self.decimal);
        self.digits(&text)
    }

    fn date(&self, day: u8) -> String {
        let text = self.date.replace('Y', "2025").replace('M', "01").replace('D', &format!("{day:02}"));
        self.digits(&text)
    }

    /// The export, the newest row first.
    fn text(&self) -> String {
        let quoted = |cells: &[String]| format!("\"{}\"\n", cells.join("\",\""));
        let mut text = quoted(&self.names.map(str::to_owned));
        for (day, close) in DAYS.iter().rev() {
            let volume = self.digits(&format!("1{}25M", self.decimal));
            let change = self.digits(&format!("-0{}25%", self.decimal));
            let prices = [*close, close + 120, close + 480, close - 510].map(|price| self.number(price));
            let [close, open, high, low] = prices;
            text += &quoted(&[self.date(*day), close, open, high, low, volume, change]);
        }
        text
    }
}

#[test]
fn an_export_of_every_country_is_one_series_of_bars() {
    let mut wrong = String::new();
    for country in COUNTRIES {
        let text = country.text();
        let read =
            read_bytes(Path::new("ACME.csv"), text.as_bytes(), &Overrides::default(), &Control::unwatched());
        let loaded = read.unwrap_or_else(|error| panic!("{}: {error:?}\n{text}", country.language));
        let Content::Prices(series) = &loaded.content else { panic!("{}", country.language) };
        let [(info, bars)] = series.as_slice() else { panic!("{}: {series:?}", country.language) };
        let columns = bars.columns();
        let shifted = |by: i64| DAYS.map(|(_, close)| (close + by) as f64 / 100.0).to_vec();
        let same = |found: &[f64], by: i64| {
            let wanted = shifted(by);
            found.len() == wanted.len() && found.iter().zip(&wanted).all(|(a, b)| (a - b).abs() < 1e-9)
        };
        let stamps: Vec<String> = columns.stamps.iter().map(ToString::to_string).collect();
        let fits = [
            info.series == "ACME",
            stamps == DAYS.map(|(day, _)| format!("2025-01-{day}")),
            same(&columns.close, 0),
            same(&columns.open, 120),
            same(&columns.high, 480),
            same(&columns.low, -510),
            value(&loaded, "language") == Some((country.language.to_owned(), true)),
            loaded.warnings.is_empty(),
        ];
        if fits.contains(&false) {
            let warned: Vec<_> = loaded.warnings.iter().map(|warning| warning.message.key).collect();
            let _ = writeln!(wrong, "{}: {fits:?} {warned:?}\n{text}", country.language);
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}
