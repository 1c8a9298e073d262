//! A column name without what only decorates it, so that one word stands for all its spellings.
//!
//! It knows letters and marks, and no meaning.

/// A name in lower case, with blanks for underscores, without marks that only decorate it: angle
/// brackets, stars, a leading number ("1. open"), a trailing dot, marks of writing direction.
/// Full-width letters become usual ones, and Arabic letters lose what people write or leave out:
/// hamza on alef, the dots of a last yeh, vowel signs, stretching; letters of India lose the point
/// below them, which is written in two ways.
pub(in crate::io) fn plain(name: &str) -> String {
    let lowered: String = name.trim().chars().filter_map(usual).flat_map(char::to_lowercase).collect();
    // The capital dotted i of Turkish leaves its dot behind as a mark of its own.
    let lowered = lowered.replace('\u{307}', "");
    let bare = lowered.trim_matches(|c: char| c.is_whitespace() || "<>*\"'".contains(c));
    let counted = bare.split_once(". ").filter(|(number, _)| number.chars().all(|c| c.is_ascii_digit()));
    let bare = counted.map_or(bare, |(_, rest)| rest);
    bare.trim_end_matches('.').split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The character that stands for this one, `None` for one that is not seen.
fn usual(c: char) -> Option<char> {
    match c {
        '_' => Some(' '),
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xFEE0),
        'أ' | 'إ' | 'آ' | 'ٱ' => Some('ا'),
        'ى' | 'ی' => Some('ي'),
        'ک' => Some('ك'),
        '٪' => Some('%'),
        '’' | '´' | 'ʼ' => Some('\''),
        '\u{958}'..='\u{95f}' => "कखगजडढफय".chars().nth(c as usize - 0x958),
        '\u{9dc}' => Some('ড'),
        '\u{9dd}' => Some('ঢ'),
        '\u{9df}' => Some('য'),
        'ـ'
        | '\u{93c}'
        | '\u{9bc}'
        | '\u{64b}'..='\u{655}'
        | '\u{670}'
        | '\u{ad}'
        | '\u{feff}'
        | '\u{200b}'..='\u{200f}'
        | '\u{61c}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}' => None,
        _ => Some(c),
    }
}

/// A [`plain`] name with blanks for the dots in it: "adj. close", "no.of shares".
pub(super) fn undotted(plain: &str) -> String {
    plain.replace('.', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A name without accents: "último" and "ultimo" are one word, and so are "объём" and "объем".
pub(super) fn unaccented(name: &str) -> String {
    let mut bare = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            'à'..='å' | 'ā' | 'ă' | 'ą' | '\u{1ea0}'..='\u{1eb7}' => bare.push('a'),
            'ç' | 'ć' | 'č' => bare.push('c'),
            'è'..='ë' | 'ē' | 'ę' | 'ě' | '\u{1eb8}'..='\u{1ec7}' => bare.push('e'),
            'ì'..='ï' | 'ī' | 'ı' | 'ĩ' | '\u{1ec8}'..='\u{1ecb}' => bare.push('i'),
            'ñ' | 'ń' | 'ň' => bare.push('n'),
            'ò'..='ö' | 'ø' | 'ő' | 'ơ' | '\u{1ecc}'..='\u{1ee3}' => bare.push('o'),
            'ù'..='ü' | 'ū' | 'ů' | 'ű' | 'ũ' | 'ư' | '\u{1ee4}'..='\u{1ef1}' => bare.push('u'),
            'ý' | 'ÿ' | '\u{1ef2}'..='\u{1ef9}' => bare.push('y'),
            'š' | 'ś' | 'ş' | 'ș' => bare.push('s'),
            'ť' | 'ţ' | 'ț' => bare.push('t'),
            'ž' | 'ź' | 'ż' => bare.push('z'),
            'ğ' => bare.push('g'),
            'ł' => bare.push('l'),
            'ď' | 'đ' => bare.push('d'),
            'ř' => bare.push('r'),
            'ß' => bare.push_str("ss"),
            'æ' => bare.push_str("ae"),
            'œ' => bare.push_str("oe"),
            'ё' => bare.push('е'),
            'й' => bare.push('и'),
            'ά' => bare.push('α'),
            'έ' => bare.push('ε'),
            'ή' => bare.push('η'),
            'ί' | 'ϊ' | 'ΐ' => bare.push('ι'),
            'ό' => bare.push('ο'),
            'ύ' | 'ϋ' | 'ΰ' => bare.push('υ'),
            'ώ' => bare.push('ω'),
            // Capitals do not tell the sigma at a word's end.
            'ς' => bare.push('σ'),
            // Accents that stand apart from their letter.
            '\u{300}'..='\u{36f}' => {}
            _ => bare.push(c),
        }
    }
    bare
}

/// A name with blanks where one word meets the next in one: "`ClosePrice`", "`PXLast`", "openTime".
pub(super) fn uncamelled(name: &str) -> String {
    let mut apart = String::with_capacity(name.len() + 4);
    let mut chars = name.chars().peekable();
    let mut before: Option<char> = None;
    while let Some(c) = chars.next() {
        let starts = match before {
            Some(before) if before.is_lowercase() => c.is_uppercase(),
            Some(before) if before.is_uppercase() => {
                c.is_uppercase() && chars.peek().is_some_and(|next| next.is_lowercase())
            }
            _ => false,
        };
        if starts {
            apart.push(' ');
        }
        apart.push(c);
        before = Some(c);
    }
    apart
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_word_stands_for_its_spellings() {
        let cases = [
            ("  1. Open ", "open"),
            ("<CLOSE>", "close"),
            ("Adj_Close**", "adj close"),
            ("Vol.", "vol"),
            ("\u{200f}التاريخ\u{200e}", "التاريخ"),
            ("الإغلاق", "الاغلاق"),
            ("أعلى سعر", "اعلي سعر"),
            ("الإغـــلاق", "الاغلاق"),
            ("التَّاريخ", "التاريخ"),
            ("القيمة", "القيمة"),
            ("Ｃｌｏｓｅ（ＵＳＤ）", "close(usd)"),
            ("Cours\u{a0}d’ouverture", "cours d'ouverture"),
            ("İŞLEM", "işlem"),
            ("तारीख़", "तारीख"),
            ("সম\u{9df}", "সময"),
            ("об’єм", "об'єм"),
            ("12.5", "12.5"),
        ];
        for (name, expected) in cases {
            assert_eq!(plain(name), expected, "{name:?}");
            assert_eq!(plain(&plain(name)), expected, "{name:?}");
        }
    }

    #[test]
    fn accents_and_joints_come_off() {
        let cases = [
            ("najwyższy", "najwyzszy"),
            ("açılış", "acilis"),
            ("u\u{301}ltimo", "ultimo"),
            ("объём", "объем"),
            ("giá đóng cửa", "gia dong cua"),
            ("τελευταία", "τελευταια"),
            ("όγκος", "ογκοσ"),
            ("nejvyšší", "nejvyssi"),
        ];
        for (name, expected) in cases {
            assert_eq!(unaccented(name), expected);
        }
        let cases = [
            ("ClosePrice", "Close Price"),
            ("PXLast", "PX Last"),
            ("adjClose", "adj Close"),
            ("OPEN", "OPEN"),
        ];
        for (name, expected) in cases {
            assert_eq!(uncamelled(name), expected);
        }
        assert_eq!(undotted("no.of shares"), "no of shares");
    }
}
