//! Names of encodings, as they are shown and as people write them.

use encoding_rs::{
    BIG5, EUC_JP, EUC_KR, Encoding, GBK, KOI8_R, REPLACEMENT, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE,
    WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1253, WINDOWS_1254, WINDOWS_1255, WINDOWS_1256,
    X_USER_DEFINED,
};

use super::Named;
use super::utf16::Order;

/// Encodings of bytes beside UTF-8, the likelier first.
pub(super) static LEGACY: [Named; 13] = [
    ("windows-1252", WINDOWS_1252),
    ("windows-1250", WINDOWS_1250),
    ("windows-1254", WINDOWS_1254),
    ("windows-1251", WINDOWS_1251),
    ("windows-1256", WINDOWS_1256),
    ("GBK", GBK),
    ("Shift-JIS", SHIFT_JIS),
    ("EUC-KR", EUC_KR),
    ("Big5", BIG5),
    ("windows-1255", WINDOWS_1255),
    ("windows-1253", WINDOWS_1253),
    ("KOI8-R", KOI8_R),
    ("EUC-JP", EUC_JP),
];

/// Names that the list of standard labels lacks, without marks between their parts.
const ALIASES: &[(&str, &str)] = &[
    ("utf8bom", "UTF-8"),
    ("utf8sig", "UTF-8"),
    ("ansi", "windows-1252"),
    ("cp936", "GBK"),
    ("gb18030", "GBK"),
    ("cp949", "EUC-KR"),
    ("uhc", "EUC-KR"),
    ("ms949", "EUC-KR"),
    ("cp950", "Big5"),
    ("cp932", "Shift-JIS"),
    ("ms932", "Shift-JIS"),
    ("eucjp", "EUC-JP"),
    ("euckr", "EUC-KR"),
];

/// The name shown and the encoding behind a label.
pub(super) fn find(label: &str) -> Option<Named> {
    let folded = folded(label);
    let shown = |name: &str| LEGACY.iter().find(|(shown, _)| *shown == name).copied();
    if let Some((_, name)) = ALIASES.iter().find(|(alias, _)| *alias == folded) {
        return shown(name).or(Some(("UTF-8", UTF_8)));
    }
    // "cp1256", "win1256", "1256" and "windows1256" are one.
    let digits = folded.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let page = format!("windows-{digits}");
    if let Some(named) = shown(&page).filter(|_| digits.len() == 4) {
        return Some(named);
    }
    let standard = |label: &str| Encoding::for_label(label.as_bytes());
    let encoding = standard(label.trim()).or_else(|| standard(&label.trim().replace(['_', ' '], "-")));
    let encoding = encoding.or_else(|| standard(&folded))?;
    if [REPLACEMENT, X_USER_DEFINED, UTF_16LE, UTF_16BE].contains(&encoding) {
        return None;
    }
    let named = LEGACY.iter().find(|(_, known)| *known == encoding).copied();
    // GB18030 is GBK with more characters.
    Some(named.unwrap_or((encoding.name(), encoding)))
}

/// What a label says of UTF-16.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Utf16 {
    /// It is UTF-16, in the order of its bytes.
    AsFound,
    /// It is UTF-16 in that order.
    In(Order),
}

/// Whether a label is UTF-16, and in which order if it says so.
pub(super) fn utf16(label: &str) -> Option<Utf16> {
    match folded(label).as_str() {
        "utf16" | "unicode" => Some(Utf16::AsFound),
        "utf16le" => Some(Utf16::In(Order::Little)),
        "utf16be" => Some(Utf16::In(Order::Big)),
        _ => None,
    }
}

/// Names of all encodings, that one first.
pub(super) fn names(first: &'static str) -> impl Iterator<Item = &'static str> {
    let utf8 = if first == "UTF-8 BOM" { first } else { "UTF-8" };
    let others = [utf8, "UTF-16LE", "UTF-16BE"].into_iter().chain(LEGACY.iter().map(|(name, _)| *name));
    std::iter::once(first).chain(others.filter(move |name| *name != first))
}

fn folded(label: &str) -> String {
    label.trim().to_lowercase().chars().filter(|c| !matches!(c, '-' | '_' | ' ')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_found_under_the_names_that_people_write() {
        let cases = [
            ("windows-1256", Some("windows-1256")),
            ("cp1256", Some("windows-1256")),
            ("CP-1256", Some("windows-1256")),
            ("1251", Some("windows-1251")),
            ("Shift-JIS", Some("Shift-JIS")),
            ("shift_jis", Some("Shift-JIS")),
            ("sjis", Some("Shift-JIS")),
            ("cp932", Some("Shift-JIS")),
            ("gbk", Some("GBK")),
            ("GB2312", Some("GBK")),
            ("gb18030", Some("GBK")),
            ("cp949", Some("EUC-KR")),
            ("euc_kr", Some("EUC-KR")),
            ("big5", Some("Big5")),
            ("latin1", Some("windows-1252")),
            ("iso-8859-1", Some("windows-1252")),
            ("iso-8859-9", Some("windows-1254")),
            ("koi8-r", Some("KOI8-R")),
            ("UTF-8 BOM", Some("UTF-8")),
            ("utf8", Some("UTF-8")),
            ("iso-8859-2", Some("ISO-8859-2")),
            ("utf-16", None),
            ("iso-2022-kr", None),
            ("klingon", None),
            ("", None),
            ("9999", None),
        ];
        for (label, expected) in cases {
            assert_eq!(find(label).map(|(name, _)| name), expected, "{label}");
        }
        assert_eq!(utf16("utf-16le"), Some(Utf16::In(Order::Little)));
        assert_eq!(utf16("UTF_16 BE"), Some(Utf16::In(Order::Big)));
        assert_eq!(utf16("utf-16"), Some(Utf16::AsFound));
        assert_eq!(utf16("utf-8"), None);
    }

    #[test]
    fn every_name_that_is_offered_can_be_chosen() {
        for name in names("UTF-8 BOM").chain(["UTF-8"]) {
            let found = find(name).map(|(name, _)| name);
            let is_same = found == Some(name)
                || [Order::Little, Order::Big]
                    .iter()
                    .any(|order| utf16(name) == Some(Utf16::In(*order)) && order.name() == name);
            assert!(is_same || name == "UTF-8 BOM", "{name}");
        }
        let offered: Vec<&str> = names("GBK").collect();
        assert_eq!((offered.first(), offered.len()), (Some(&"GBK"), 16));
    }
}
