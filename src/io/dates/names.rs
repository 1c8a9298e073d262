//! Words of dates in the languages that price files are written in: months, days of the week, the
//! units 年 月 日, and the small words between.
//!
//! Words are compared without case, accents and the spelling variants of Arabic letters.

use std::collections::HashMap;
use std::sync::LazyLock;

/// What a word of a date says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// A month from 1 to 12.
    Month(i8),
    /// March, and Tuesday in French, Italian and Spanish.
    MarchOrTuesday,
    Weekday,
    /// "de", "of", "r.", "th": says nothing.
    Filler,
    YearUnit,
    MonthUnit,
    DayUnit,
    /// "Q" of "2024-Q1".
    Quarter,
    /// "M" of "2024M01".
    MonthMark,
    /// Months of two words in the Levant: كانون is December or January, تشرين October or November.
    Kanun,
    Tishrin,
    First,
    Second,
    /// 民國: years count from 1912.
    Roc,
    Morning,
    Afternoon,
}

/// Months whose first three or more letters stand for them.
const SHORTENED: &[(&str, &str)] = &[
    ("en", "january february march april may june july august september october november december"),
    ("de", "januar februar märz april mai juni juli august september oktober november dezember"),
    ("de-at", "jänner feber märz april mai juni juli august september oktober november dezember"),
    ("fr", "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    ("es", "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
    ("es-pe", "enero febrero marzo abril mayo junio julio agosto setiembre octubre noviembre diciembre"),
    ("pt", "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"),
    ("it", "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"),
    ("nl", "januari februari maart april mei juni juli augustus september oktober november december"),
    ("da", "januar februar marts april maj juni juli august september oktober november december"),
    ("nb", "januar februar mars april mai juni juli august september oktober november desember"),
    ("tr", "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık"),
    (
        "pl",
        "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
    ),
    (
        "pl-of",
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    ),
    ("ru", "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"),
    ("ru-of", "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
    ("he", "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר"),
    ("he-in", "בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר"),
];

/// Months that stand in full, `_` where the language has no word of its own.
const FULL: &[(&str, &str)] = &[
    ("ar", "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"),
    ("ar-eg", "_ _ _ _ _ يونيه يوليه _ _ _ _ _"),
    ("ar-ma", "_ _ _ _ ماي _ يوليوز غشت شتنبر _ نونبر دجنبر"),
    ("ar-dz", "جانفي فيفري _ أفريل _ جوان جويلية أوت _ _ _ _"),
    ("ar-sy", "_ شباط آذار نيسان أيار حزيران تموز آب أيلول _ _ _"),
    ("fa", "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر"),
    ("zh", "一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月"),
    ("short", "_ fév mrz _ _ _ juil _ sept _ _ _"),
    ("short-nl", "_ _ mrt _ _ _ _ _ _ _ _ _"),
    ("short-tr", "oca şub _ nis _ haz tem ağu eyl eki kas ara"),
    ("he-mars", "_ _ מרס _ _ _ _ _ _ _ _ _"),
    ("he-in-mars", "_ _ במרס _ _ _ _ _ _ _ _ _"),
];

const WEEKDAYS: &str = "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur \
    thurs fri sat sun montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa \
    so lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim lunes martes miércoles \
    jueves viernes sábado domingo mié jue vie sáb dom segunda terça quarta quinta sexta feira seg ter qua qui \
    sex lunedì martedì mercoledì giovedì venerdì sabato domenica gio pazartesi salı çarşamba perşembe cuma \
    cumartesi pazar pzt sal çar per cum cmt paz понедельник вторник среда четверг пятница суббота воскресенье \
    пн вт ср чт пт сб вс poniedziałek wtorek środa czwartek piątek sobota niedziela pon pn wt śr czw pt sob \
    niedz nd maandag dinsdag woensdag donderdag vrijdag zaterdag zondag الاثنين الإثنين الثلاثاء الأربعاء \
    الخميس الجمعة السبت الأحد ראשון שני שלישי רביעי חמישי שישי שבת יום 星期一 星期二 星期三 星期四 星期五 \
    星期六 星期日 星期天 周一 周二 周三 周四 周五 周六 周日 週一 週二 週三 週四 週五 週六 週日 月曜日 火曜日 \
    水曜日 木曜日 金曜日 土曜日 日曜日 월요일 화요일 수요일 목요일 금요일 토요일 일요일";

const FILLERS: &str = "de del di do da of the st nd rd th er º ª r roku г год года يوم من";

/// Every word but the English months, which [`word`] finds without it.
static WORDS: LazyLock<HashMap<String, Word>> = LazyLock::new(|| {
    let mut words: HashMap<String, Word> = HashMap::new();
    let mut torn: Vec<String> = Vec::new();
    for (_, names) in SHORTENED {
        for (month, name) in (1_i8..).zip(names.split(' ')) {
            let name = fold(name);
            for end in name.char_indices().map(|(at, c)| at + c.len_utf8()).skip(2) {
                let Some(start) = name.get(..end) else { continue };
                // "jui" begins two months: it is neither.
                match words.insert(start.to_owned(), Word::Month(month)) {
                    Some(known) if known != Word::Month(month) => torn.push(start.to_owned()),
                    _ => {}
                }
            }
        }
    }
    for start in torn {
        words.remove(&start);
    }
    let full = FULL.iter().chain(SHORTENED).flat_map(|(_, names)| (1_i8..).zip(names.split(' ')));
    for (month, name) in full.filter(|(_, name)| *name != "_") {
        words.insert(fold(name), Word::Month(month));
    }
    for (text, word) in [(WEEKDAYS, Word::Weekday), (FILLERS, Word::Filler)] {
        for name in text.split_whitespace() {
            words.entry(fold(name)).or_insert(word);
        }
    }
    words.insert("mar".to_owned(), Word::MarchOrTuesday);
    for (name, word) in SINGLES {
        words.insert(fold(name), *word);
    }
    add_spellings(&mut words);
    words
});

/// Adds the words as they are usually spelled, with their accents, small and capitalised: most are
/// then found without being folded.
fn add_spellings(words: &mut HashMap<String, Word>) {
    let lists = SHORTENED.iter().chain(FULL).map(|(_, names)| *names).chain([WEEKDAYS, FILLERS]);
    for name in lists.flat_map(str::split_whitespace) {
        for end in name.char_indices().map(|(at, c)| at + c.len_utf8()).skip(2) {
            let Some(start) = name.get(..end) else { continue };
            let Some(word) = words.get(&fold(start)).copied() else { continue };
            let mut letters = start.chars();
            let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
            words.entry(start.to_owned()).or_insert(word);
            words.entry(first + letters.as_str()).or_insert(word);
        }
    }
}

const SINGLES: &[(&str, Word)] = &[
    ("q", Word::Quarter),
    ("m", Word::MonthMark),
    ("年", Word::YearUnit),
    ("년", Word::YearUnit),
    ("月", Word::MonthUnit),
    ("월", Word::MonthUnit),
    ("日", Word::DayUnit),
    ("일", Word::DayUnit),
    ("كانون", Word::Kanun),
    ("تشرين", Word::Tishrin),
    ("الأول", Word::First),
    ("اول", Word::First),
    ("الثاني", Word::Second),
    ("ثاني", Word::Second),
    ("民國", Word::Roc),
    ("民国", Word::Roc),
    ("上午", Word::Morning),
    ("午前", Word::Morning),
    ("오전", Word::Morning),
    ("下午", Word::Afternoon),
    ("午後", Word::Afternoon),
    ("오후", Word::Afternoon),
];

/// What a word says, `None` where it is no word of dates.
pub(super) fn word(text: &str) -> Option<Word> {
    if let Some(month) = english(text.as_bytes()) {
        return Some(Word::Month(month));
    }
    WORDS.get(text).or_else(|| WORDS.get(&fold(text))).copied()
}

/// The month of an English name or its first three letters, found without a search. "Mar" is left
/// to the search because it is a Tuesday elsewhere.
fn english(text: &[u8]) -> Option<i8> {
    let (head, rest) = text.split_first_chunk::<3>()?;
    let (month, tail): (i8, &[u8]) = match &head.map(|byte| byte | 0x20) {
        b"jan" => (1, b"uary"),
        b"feb" => (2, b"ruary"),
        b"apr" => (4, b"il"),
        b"may" => (5, b""),
        b"jun" => (6, b"e"),
        b"jul" => (7, b"y"),
        b"aug" => (8, b"ust"),
        b"sep" => (9, b"tember"),
        b"oct" => (10, b"ober"),
        b"nov" => (11, b"ember"),
        b"dec" => (12, b"ember"),
        _ => return None,
    };
    (rest.is_empty() || rest.eq_ignore_ascii_case(tail)).then_some(month)
}

/// Whether a character stands alone as a unit when it follows a digit: 年, 월.
pub(super) fn is_unit(c: char) -> bool {
    matches!(c, '年' | '月' | '日' | '년' | '월' | '일')
}

/// A word without case, accents, signs of abbreviation and variants of Arabic letters.
pub(super) fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for c in word.chars().flat_map(char::to_lowercase) {
        let plain = match c {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ą' => 'a',
            'ç' | 'ć' | 'č' => 'c',
            'è' | 'é' | 'ê' | 'ë' | 'ę' => 'e',
            'ì' | 'í' | 'î' | 'ï' | 'ı' => 'i',
            'ñ' | 'ń' => 'n',
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' => 'o',
            'ù' | 'ú' | 'û' | 'ü' => 'u',
            'ş' | 'ś' | 'ș' => 's',
            'ź' | 'ż' => 'z',
            'ğ' => 'g',
            'ł' => 'l',
            'ё' => 'е',
            'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
            'ى' | 'ی' => 'ي',
            'ة' => 'ه',
            'ک' => 'ك',
            // Combining accents, Arabic vowel marks, the stretcher of Arabic words, the sign of
            // abbreviation in Hebrew.
            '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{652}' | '\u{640}' | '׳' | '\'' | '.' => continue,
            c => c,
        };
        folded.push(plain);
    }
    folded
}

#[cfg(test)]
pub(super) fn languages() -> impl Iterator<Item = (&'static str, Vec<(i8, &'static str)>)> {
    SHORTENED.iter().chain(FULL).map(|(language, names)| {
        let months = (1_i8..).zip(names.split(' ')).filter(|(_, name)| *name != "_");
        (*language, months.collect())
    })
}
