//! How far a text looks like writing: which letters stand in it, and whether they stand where
//! writing has them.
//!
//! A wrong encoding gives letters too, but rare ones, capitals inside words, signs among letters, a
//! mix of scripts. It judges decoded text and knows no bytes.

use encoding_rs::{BIG5, EUC_KR, Encoding, GBK, SHIFT_JIS};

use super::common::{HANGUL, KANJI, SIMPLIFIED, TRADITIONAL};

/// Characters beyond ASCII that are enough to judge a text.
const ENOUGH: usize = 4000;
/// What a character that no text has takes away.
const IMPOSSIBLE: f64 = -3.0;

/// Whose writing an encoding is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    Western,
    Central,
    Turkish,
    Cyrillic,
    Greek,
    Hebrew,
    Arabic,
    Simplified,
    Traditional,
    Japanese,
    Korean,
}

const WESTERN: &str = "éèêëàâäáãåöôòóõüûùúïîìíçñßøæœÉÈÊÀÂÄÁÃÅÖÔÓÜÚÍÇÑØÎŒ";
const CENTRAL: &str = "ąćęłńśźżóĄĆĘŁŃŚŹŻÓčďěňřšťůžýáéíúČŠŽŘÁÉÍÚöüőűäÖÜŐŰÄßđĐ";
const TURKISH: &str = "çğıöşüÇĞİÖŞÜâîé";
/// Signs that stand between words of any language.
const SIGNS: &str = "’‘“”„–—…€£¥°§©®™«»·•º²%、。・「」（）／：，％＋－～ー№،؛؟٪";

/// The mean over all characters beyond ASCII, from 1 (every one fits) down to below -1.
pub(super) fn plausibility(text: &str, script: Script) -> f64 {
    let (mut sum, mut count) = (0.0, 0_usize);
    let is_between = |c: char| c.is_whitespace() || c.is_ascii() && !c.is_ascii_alphanumeric();
    for word in text.split(is_between).filter(|word| !word.is_ascii()) {
        let chars: Vec<char> = word.chars().collect();
        sum += chars.iter().filter(|c| !c.is_ascii()).map(|c| letter(*c, script)).sum::<f64>();
        sum -= faults(&chars, script);
        count += chars.iter().filter(|c| !c.is_ascii()).count();
        if count >= ENOUGH {
            break;
        }
    }
    // Control characters of the second block divide words in no language but may look like blanks.
    let controls = text.chars().filter(|c| ('\u{80}'..='\u{9f}').contains(c)).count();
    sum += IMPOSSIBLE * controls as f64;
    if count + controls == 0 { 0.0 } else { sum / (count + controls) as f64 }
}

/// How well a character fits the script by itself.
fn letter(c: char, script: Script) -> f64 {
    if c == '\u{fffd}' || ('\u{e000}'..='\u{f8ff}').contains(&c) {
        return IMPOSSIBLE;
    }
    if SIGNS.contains(c) {
        return 0.2;
    }
    match script {
        Script::Western => latin(c, WESTERN),
        Script::Central => latin(c, CENTRAL),
        Script::Turkish => latin(c, TURKISH),
        Script::Cyrillic => match c {
            _ if "оеаинтсрвлкмдпуя".contains(c) => 1.0,
            'а'..='я' | 'А'..='Я' | 'ё' | 'Ё' => 0.8,
            '\u{400}'..='\u{4ff}' => 0.0,
            _ => -1.0,
        },
        Script::Greek => match c {
            'α'..='ω' | 'ά'..='ώ' => 0.9,
            'Α'..='Ω' | 'Ά'..='Ώ' => 0.6,
            _ => -1.0,
        },
        Script::Hebrew => match c {
            _ if "יוהלארמשתב".contains(c) => 1.0,
            'א'..='ת' => 0.6,
            '״' | '׳' => 0.2,
            _ => -1.0,
        },
        Script::Arabic => match c {
            'ء'..='ي' => 1.0,
            'پ' | 'چ' | 'ژ' | 'گ' | 'ک' | 'ی' | '\u{64b}'..='\u{652}' => -0.2,
            _ if WESTERN.contains(c) => -0.3,
            _ => -1.0,
        },
        Script::Simplified => {
            han(c, SIMPLIFIED, GBK, &|lead, trail| (0xB0..=0xD7).contains(&lead) && trail > 0xA0)
        }
        Script::Traditional => han(c, TRADITIONAL, BIG5, &|lead, _| (0xA4..=0xC6).contains(&lead)),
        Script::Japanese => match c {
            'ぁ'..='ん' | 'ァ'..='ヴ' | '々' => 1.0,
            '\u{ff61}'..='\u{ff9f}' => -0.7,
            _ => han(c, KANJI, SHIFT_JIS, &|lead, _| (0x88..=0x97).contains(&lead)),
        },
        Script::Korean => korean(c),
    }
}

fn latin(c: char, common: &str) -> f64 {
    match c {
        _ if common.contains(c) => 1.0,
        'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ' => -0.3,
        _ => -1.0,
    }
}

/// A Chinese character: usual, one of those that the encoding has first, or another.
fn han(c: char, usual: &str, encoding: &'static Encoding, is_first: &dyn Fn(u8, u8) -> bool) -> f64 {
    let is_han = matches!(c, '\u{4e00}'..='\u{9fff}');
    match (is_han, usual.contains(c)) {
        (true, true) => 1.0,
        (true, false) if bytes(c, encoding).is_some_and(|(lead, trail)| is_first(lead, trail)) => 0.1,
        (true, false) => -0.5,
        // Full-width letters and digits.
        (false, _) if ('\u{ff01}'..='\u{ff5e}').contains(&c) => 0.2,
        (false, _) => -1.0,
    }
}

fn korean(c: char) -> f64 {
    // The rows that the standard gives to its 2350 syllables.
    let is_standard =
        || bytes(c, EUC_KR).is_some_and(|(lead, trail)| (0xB0..=0xC8).contains(&lead) && trail > 0xA0);
    match c {
        _ if HANGUL.contains(c) => 1.0,
        '가'..='힣' if is_standard() => 0.1,
        '\u{4e00}'..='\u{9fff}' => -0.5,
        '\u{ff01}'..='\u{ff5e}' => 0.2,
        _ => -1.0,
    }
}

/// The two bytes of a character.
fn bytes(c: char, encoding: &'static Encoding) -> Option<(u8, u8)> {
    let mut buffer = [0; 4];
    match *encoding.encode(c.encode_utf8(&mut buffer)).0 {
        [lead, trail] => Some((lead, trail)),
        _ => None,
    }
}

/// What is wrong with a word as a whole.
fn faults(word: &[char], script: Script) -> f64 {
    let pairs = || word.windows(2).filter_map(|pair| pair.first().zip(pair.get(1)));
    let count =
        |is_wrong: &dyn Fn(char, char) -> bool| pairs().filter(|(a, b)| is_wrong(**a, **b)).count() as f64;
    let is_foreign = |c: char| !c.is_ascii() && c.is_alphabetic();
    match script {
        Script::Western | Script::Central | Script::Turkish => {
            let jumps = count(&|a, b| a.is_lowercase() && b.is_uppercase() && !b.is_ascii());
            let signs = word.windows(3).filter(|three| match three {
                [a, sign, b] => {
                    a.is_alphabetic() && b.is_alphabetic() && !sign.is_alphanumeric() && *sign != '’'
                }
                _ => false,
            });
            // "Düşüş" has three in a row, and no word has many more.
            let longest = word.split(|c| !is_foreign(*c)).map(<[char]>::len).max().unwrap_or(0);
            let crowd = longest.saturating_sub(if script == Script::Turkish { 4 } else { 2 });
            0.7 * jumps + signs.count() as f64 + crowd as f64
        }
        Script::Cyrillic | Script::Greek => {
            let mixed = count(&|a, b| {
                a.is_ascii_alphabetic() && is_foreign(b) || is_foreign(a) && b.is_ascii_alphabetic()
            });
            let is_odd = script == Script::Cyrillic && is_no_russian_word(word);
            0.9 * odd_capitals(word) + mixed + if is_odd { 1.5 } else { 0.0 }
        }
        Script::Hebrew => {
            let finals = count(&|a, b| "ךםןףץ".contains(a) && ('א'..='ת').contains(&b));
            finals + count(&|a, b| a.is_ascii_alphabetic() && is_foreign(b))
        }
        Script::Arabic => arabic_faults(word, &count),
        Script::Simplified | Script::Traditional | Script::Japanese | Script::Korean => {
            let is_wide = |c: char| !c.is_ascii();
            // Half of a double byte that was a letter: "Soci駘駘".
            let torn =
                count(&|a, b| a.is_ascii_lowercase() && is_wide(b) || is_wide(a) && b.is_ascii_lowercase());
            let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
            let is_hangul = |c: char| ('가'..='힣').contains(&c);
            torn + count(&|a, b| is_han(a) && is_hangul(b) || is_hangul(a) && is_han(b))
        }
    }
}

/// Capitals beyond the first letter of a word that has small letters too.
fn odd_capitals(word: &[char]) -> f64 {
    let has_small = word.iter().any(|c| c.is_lowercase());
    if has_small { word.iter().skip(1).filter(|c| c.is_uppercase()).count() as f64 } else { 0.0 }
}

/// How many neighbouring letters of a word are so.
type CountPairs<'a> = &'a dyn Fn(&dyn Fn(char, char) -> bool) -> f64;

fn arabic_faults(word: &[char], count: CountPairs) -> f64 {
    let is_arabic = |c: char| ('ء'..='ي').contains(&c);
    let is_latin = |c: char| c.is_alphabetic() && !('\u{600}'..='\u{6ff}').contains(&c);
    let mixed = count(&|a, b| is_arabic(a) && is_latin(b) || is_latin(a) && is_arabic(b));
    // These two end a word.
    let inner = count(&|a, b| matches!(a, 'ة' | 'ى') && is_arabic(b));
    let is_odd_start = word.first().is_some_and(|c| matches!(c, 'ء' | 'ئ' | 'ؤ' | 'ة' | 'ى'));
    let has_article = word.starts_with(&['ا', 'ل']) && word.len() > 3;
    mixed + inner + if is_odd_start { 1.0 } else { 0.0 } - if has_article { 0.5 } else { 0.0 }
}

/// Whether letters of the Russian alphabet make no word: none begins with ъ, ы or ь, and a longer
/// one has a vowel.
fn is_no_russian_word(word: &[char]) -> bool {
    let is_vowel = |c: &char| "аеёиоуыэюяАЕЁИОУЫЭЮЯ".contains(*c);
    let starts = word.first().is_some_and(|c| "ъыьЪЫЬ".contains(*c));
    starts || word.len() > 4 && !word.iter().any(is_vowel)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writing_is_told_from_what_only_decodes() {
        let cases = [
            (Script::Japanese, "データ日付,終値,始値", "僨乕僞擔晅"),
            (Script::Simplified, "日期,收盘价,最高价", "僨乕僞擔晅,廔抣"),
            (Script::Traditional, "日期,成交股數,開盤價", "らら戳Θユ计"),
            (Script::Korean, "날짜,종가,시가,거래량", "휑퍅,澗탔"),
            (Script::Cyrillic, "Дата,Цена,Объём", "дЮРЮ,жЕМЮ"),
            (Script::Arabic, "التاريخ,الإغلاق", "ؤàٍà"),
            (Script::Western, "Ouvr\u{e9},Cl\u{f4}ture", "Äàòà,Öåíà"),
            (Script::Western, "Eröffnung", "Najwy¿szy"),
            (Script::Central, "Najwyższy,Zamknięcie", "Äŕňŕ,Öĺíŕ"),
            (Script::Turkish, "Açılış,Düşük", "Êàïàïûø"),
            (Script::Hebrew, "תאריך,שער", "םךתא"),
            (Script::Greek, "ημερομηνία", "ηΜΕρΟ"),
        ];
        for (script, right, wrong) in cases {
            let [right_fits, wrong_fits] = [right, wrong].map(|text| plausibility(text, script));
            assert!(right_fits > 0.5, "{script:?} {right} {right_fits}");
            assert!(right_fits > wrong_fits + 0.3, "{script:?} {right_fits} {wrong} {wrong_fits}");
        }
        assert_eq!(plausibility("Date,Close", Script::Western), 0.0);
        assert!(plausibility("\u{81}\u{e000}", Script::Simplified) < -2.0);
    }
}
