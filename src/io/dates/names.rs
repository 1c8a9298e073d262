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
    /// "W" of "2024-W03".
    Week,
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
    ("sv", "januari februari mars april maj juni juli augusti september oktober november december"),
    (
        "fi",
        "tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu",
    ),
    (
        "fi-of",
        "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta \
         lokakuuta marraskuuta joulukuuta",
    ),
    (
        "hu",
        "január február március április május június július augusztus szeptember október november december",
    ),
    (
        "ro",
        "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    ),
    ("id", "januari februari maret april mei juni juli agustus september oktober november desember"),
    ("ms", "januari februari mac april mei jun julai ogos september oktober november disember"),
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
    ("uk", "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень"),
    ("uk-of", "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня"),
    (
        "el",
        "ιανουάριος φεβρουάριος μάρτιος απρίλιος μάιος ιούνιος ιούλιος αύγουστος σεπτέμβριος οκτώβριος \
         νοέμβριος δεκέμβριος",
    ),
    (
        "el-of",
        "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου \
         νοεμβρίου δεκεμβρίου",
    ),
    ("he", "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר"),
    ("he-in", "בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר"),
];

/// Months that stand in full, `_` where the language has no word of its own. The Croatian ones are
/// left out: "listopad" is October there and November in Polish and Czech.
const FULL: &[(&str, &str)] = &[
    ("cs", "leden únor březen duben květen červen červenec srpen září říjen listopad prosinec"),
    ("cs-of", "ledna února března dubna května června července srpna září října listopadu prosince"),
    ("hi", "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर"),
    ("hi-m", "_ फ़रवरी _ _ _ _ _ _ सितम्बर अक्तूबर नवम्बर दिसम्बर"),
    ("bn", "জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর"),
    ("bn-long", "জানুয়ারী ফেব্রুয়ারী _ _ _ _ _ _ _ _ _ _"),
    ("th", "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม"),
    ("short-id", "_ _ _ _ _ _ _ ags _ _ _ _"),
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
    水曜日 木曜日 金曜日 土曜日 日曜日 월요일 화요일 수요일 목요일 금요일 토요일 일요일 måndag tisdag onsdag torsdag \
    fredag lördag söndag mån tis ons tors tor fre lör sön mandag tirsdag lørdag søndag tir lør søn maanantai \
    tiistai keskiviikko torstai perjantai lauantai sunnuntai ma ti ke to pe la su di wo vr za zo Δευτέρα Τρίτη \
    Τετάρτη Πέμπτη Παρασκευή Σάββατο Κυριακή Δευ Τρι Τετ Πεμ Παρ Σαβ Κυρ понеділок вівторок середа четвер \
    п'ятниця субота неділя нд pondělí úterý středa čtvrtek pátek neděle po út st čt pá ne hétfő kedd szerda \
    csütörtök péntek szombat vasárnap sze szo luni miercuri joi vineri sâmbătă duminică mie vin sâm ponedjeljak \
    utorak srijeda četvrtak petak subota nedjelja senin selasa rabu kamis jumat sabtu minggu isnin khamis jumaat \
    ahad جمعه شنبه یکشنبه دوشنبه سه‌شنبه چهارشنبه پنج‌شنبه सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार \
    সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার শনিবার রবিবার จันทร์ อังคาร พุธ พฤหัสบดี ศุกร์ เสาร์ อาทิตย์ \
    วันจันทร์ วันอังคาร วันพุธ วันพฤหัสบดี วันศุกร์ วันเสาร์ วันอาทิตย์ hai tư năm sáu bảy chủ nhật";

const FILLERS: &str = "de del di do da of the den st nd rd th er º ª r roku г год года рік р يوم من วันที่ thứ";

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
    // "Marți" is a Tuesday and the beginning of the Romanian March.
    for name in ["mar", "marti"] {
        words.insert(name.to_owned(), Word::MarchOrTuesday);
    }
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
    ("w", Word::Week),
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
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ą' | 'ă' | 'ả' | 'ậ' => 'a',
            'ç' | 'ć' | 'č' => 'c',
            'ď' => 'd',
            'è' | 'é' | 'ê' | 'ë' | 'ę' | 'ě' => 'e',
            'ì' | 'í' | 'î' | 'ï' | 'ı' => 'i',
            'ñ' | 'ń' | 'ň' => 'n',
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ő' => 'o',
            'ř' => 'r',
            'ù' | 'ú' | 'û' | 'ü' | 'ů' | 'ű' | 'ứ' | 'ư' | 'ủ' => 'u',
            'ş' | 'ś' | 'ș' | 'š' => 's',
            'ť' | 'ț' | 'ţ' => 't',
            'ý' => 'y',
            'ź' | 'ż' | 'ž' => 'z',
            'ά' => 'α',
            'έ' => 'ε',
            'ή' => 'η',
            'ί' | 'ϊ' | 'ΐ' => 'ι',
            'ό' => 'ο',
            'ύ' | 'ϋ' | 'ΰ' => 'υ',
            'ώ' => 'ω',
            // Capitals do not tell the sigma at a word's end.
            'ς' => 'σ',
            '\u{9df}' => '\u{9af}',
            'ğ' => 'g',
            'ł' => 'l',
            'ё' => 'е',
            'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
            'ى' | 'ی' => 'ي',
            'ة' => 'ه',
            'ک' => 'ك',
            // Combining accents, Arabic vowel marks, the stretcher of Arabic words, the point below
            // letters of India, the sign of abbreviation in Hebrew.
            '\u{93c}'
            | '\u{9bc}'
            | '\u{300}'..='\u{36f}'
            | '\u{64b}'..='\u{652}'
            | '\u{640}'
            | '׳'
            | '\''
            | '.' => continue,
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
