//! Values of a spec file as the texts that flags would hold.

use std::path::PathBuf;

use serde::{Deserialize, Deserializer};

use super::notes::Given;

/// A value of a spec file that a flag would hold as text.
#[derive(Deserialize)]
#[serde(untagged)]
enum Plain {
    Text(String),
    Whole(i64),
    Number(f64),
    Date(toml::value::Datetime),
}

impl Plain {
    fn text(self) -> String {
        match self {
            Self::Text(text) => text,
            Self::Whole(number) => number.to_string(),
            Self::Number(number) => number.to_string(),
            Self::Date(date) => date.to_string(),
        }
    }
}

/// One value, as text.
pub(super) fn text<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    Ok(Some(Plain::deserialize(from)?.text()))
}

/// One text, its parts divided by commas, or a list of them.
pub(super) fn texts<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Some {
        One(Plain),
        Many(Vec<Plain>),
    }
    Ok(match Some::deserialize(from)? {
        Some::One(one) => one.text().split(',').map(|part| part.trim().to_owned()).collect(),
        Some::Many(many) => many.into_iter().map(Plain::text).collect(),
    })
}

/// One text, or a list of them; a comma may be part of one.
pub(super) fn wholes<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<String>, D::Error> {
    Ok(paths(from)?.into_iter().map(|text| text.to_string_lossy().into_owned()).collect())
}

/// One path, or a list of them; a comma may be part of one.
pub(super) fn paths<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<PathBuf>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Some {
        One(PathBuf),
        Many(Vec<PathBuf>),
    }
    Ok(match Some::deserialize(from)? {
        Some::One(one) => vec![one],
        Some::Many(many) => many,
    })
}

/// Notes as they stand; [`super::notes::notes`] says what is wrong with them.
pub(super) fn given<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Given>, D::Error> {
    Ok(match toml::Value::deserialize(from)? {
        toml::Value::Array(all) => all.into_iter().map(Given::from).collect(),
        one => vec![Given::from(one)],
    })
}
