//! Languages by their ISO 639 codes, in words.

use crate::text::Words;

/// Name of the language of that code, whatever region stands behind it; the code itself for one
/// that has no name here.
pub(super) fn language(words: &Words, code: &str) -> String {
    let (bare, _) = code.split_once(['-', '_']).unwrap_or((code, ""));
    language_key(&bare.to_ascii_lowercase()).map_or_else(|| code.to_owned(), |key| words.text(key))
}

fn language_key(code: &str) -> Option<&'static str> {
    Some(match code {
        "ar" => "app-language-arabic",
        "az" => "app-language-azerbaijani",
        "bg" => "app-language-bulgarian",
        "bn" => "app-language-bengali",
        "bs" => "app-language-bosnian",
        "ca" => "app-language-catalan",
        "cs" => "app-language-czech",
        "da" => "app-language-danish",
        "de" => "app-language-german",
        "el" => "app-language-greek",
        "en" => "app-language-english",
        "es" => "app-language-spanish",
        "et" => "app-language-estonian",
        "fa" => "app-language-persian",
        "fi" => "app-language-finnish",
        "fil" => "app-language-filipino",
        "fr" => "app-language-french",
        "he" | "iw" => "app-language-hebrew",
        "hi" => "app-language-hindi",
        "hr" => "app-language-croatian",
        "hu" => "app-language-hungarian",
        "id" | "in" => "app-language-indonesian",
        "is" => "app-language-icelandic",
        "it" => "app-language-italian",
        "ja" => "app-language-japanese",
        "ka" => "app-language-georgian",
        "kk" => "app-language-kazakh",
        "ko" => "app-language-korean",
        "lt" => "app-language-lithuanian",
        "lv" => "app-language-latvian",
        "ms" => "app-language-malay",
        "nl" => "app-language-dutch",
        "no" | "nb" | "nn" => "app-language-norwegian",
        "pl" => "app-language-polish",
        "pt" => "app-language-portuguese",
        "ro" => "app-language-romanian",
        "ru" => "app-language-russian",
        "sk" => "app-language-slovak",
        "sl" => "app-language-slovenian",
        "sq" => "app-language-albanian",
        "sr" => "app-language-serbian",
        "sv" => "app-language-swedish",
        "sw" => "app-language-swahili",
        "th" => "app-language-thai",
        "tr" => "app-language-turkish",
        "uk" => "app-language-ukrainian",
        "ur" => "app-language-urdu",
        "vi" => "app-language-vietnamese",
        "zh" => "app-language-chinese",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_told_by_its_name() {
        let words = Words::english();
        let cases = [
            ("ar", "Arabic"),
            ("DE", "German"),
            ("zh-Hant", "Chinese"),
            ("pt_BR", "Portuguese"),
            ("nb", "Norwegian"),
            ("xx", "xx"),
            ("", ""),
        ];
        for (code, name) in cases {
            assert_eq!(language(&words, code), name);
        }
    }
}
