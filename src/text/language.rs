//! The languages of the locale tables, and the digits in which numbers are written.

use serde::{Deserialize, Serialize};

/// A language that a figure can speak.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    /// English.
    #[default]
    #[serde(rename = "en")]
    English,
    /// Modern Standard Arabic as newspapers write it, with the months of Egypt and the Gulf.
    #[serde(rename = "ar")]
    Arabic,
}

impl Language {
    /// Every language, in menu order.
    pub const ALL: [Self; 2] = [Self::English, Self::Arabic];

    /// Its tag (BCP 47).
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Arabic => "ar",
        }
    }

    /// Whether its lines begin on the right.
    #[must_use]
    pub fn is_right_to_left(self) -> bool {
        match self {
            Self::English => false,
            Self::Arabic => true,
        }
    }
}

/// The digits of numbers, with the marks that belong to them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Digits {
    /// `1,234.5` and `%`.
    #[default]
    Western,
    /// Arabic-Indic: `١٬٢٣٤٫٥` and `٪`.
    Arabic,
}

impl Digits {
    /// Both, in menu order.
    pub const ALL: [Self; 2] = [Self::Western, Self::Arabic];

    /// Its name on the command line and in files.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Western => "western",
            Self::Arabic => "arabic",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_what_files_hold() {
        for language in Language::ALL {
            assert_eq!(serde_json::to_string(&language).unwrap(), format!("\"{}\"", language.tag()));
        }
        for digits in Digits::ALL {
            assert_eq!(serde_json::to_string(&digits).unwrap(), format!("\"{}\"", digits.tag()));
        }
    }
}
