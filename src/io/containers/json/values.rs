//! Values of JSON as they are written: members in their order, numbers as text.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// What a value is by its first sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Scalar,
    List,
    Object,
}

/// A key and what it leads to.
pub(super) type Member<'t> = (Cow<'t, str>, &'t RawValue);

/// The values that follow one another in a text, and the mistake that ends them before its end.
pub(super) fn parse(text: &str) -> (Vec<&RawValue>, Option<serde_json::Error>) {
    let mut values = Vec::new();
    for value in serde_json::Deserializer::from_str(text).into_iter() {
        match value {
            Ok(value) => values.push(value),
            Err(error) => return (values, Some(error)),
        }
    }
    (values, None)
}

/// The text with empty values for the words that some writers leave bare: NaN and Infinity. `None`
/// where there are none. Every offset stays what it was.
pub(super) fn without_bare_words(text: &str) -> Option<String> {
    const WORDS: [&[u8]; 3] = [b"NaN", b"-Infinity", b"Infinity"];
    let mut bytes = text.as_bytes().to_vec();
    let (mut at, mut in_text, mut found) = (0, false, false);
    while let Some(rest) = bytes.get_mut(at..).filter(|rest| !rest.is_empty()) {
        let word = WORDS.iter().find(|word| !in_text && rest.starts_with(word)).map_or(0, |word| word.len());
        if word > 0 {
            found = true;
            let sign = |place| if place < 2 { b'"' } else { b' ' };
            rest.iter_mut().take(word).enumerate().for_each(|(place, byte)| *byte = sign(place));
            at += word;
            continue;
        }
        match rest.first() {
            Some(b'"') => in_text = !in_text,
            Some(b'\\') if in_text => at += 1,
            _ => {}
        }
        at += 1;
    }
    String::from_utf8(bytes).ok().filter(|_| found)
}

/// Whether a text opens with a number in brackets, as titles and logs do too.
pub(super) fn opens_as_list_of_numbers(text: &str) -> bool {
    let inner = text.trim_start().strip_prefix('[').unwrap_or_default().trim_start();
    inner.starts_with(|c: char| c.is_ascii_digit() || c == '-')
}

pub(super) fn sort(value: &RawValue) -> Sort {
    match value.get().as_bytes().first() {
        Some(b'{') => Sort::Object,
        Some(b'[') => Sort::List,
        _ => Sort::Scalar,
    }
}

/// The values of a list; none where the value is no list.
pub(super) fn items(value: &RawValue) -> Vec<&RawValue> {
    serde_json::from_str(value.get()).unwrap_or_default()
}

/// The members of an object in their order; none where the value is no object.
pub(super) fn members(value: &RawValue) -> Vec<Member<'_>> {
    struct InOrder;
    impl<'de> Visitor<'de> for InOrder {
        type Value = Vec<Member<'de>>;

        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut members = Vec::new();
            while let Some((Text(key), value)) = map.next_entry()? {
                members.push((key, value));
            }
            Ok(members)
        }
    }
    serde_json::Deserializer::from_str(value.get()).deserialize_map(InOrder).unwrap_or_default()
}

/// A text without a copy where it holds no escapes.
#[derive(Deserialize)]
struct Text<'t>(#[serde(borrow)] Cow<'t, str>);

/// A scalar as a cell: a text without its marks, a number as it is written, nothing for null.
/// `None` for lists and objects.
pub(super) fn cell(value: &RawValue) -> Option<Cow<'_, str>> {
    match value.get().as_bytes().first() {
        Some(b'{' | b'[') => None,
        Some(b'"') => Some(serde_json::from_str(value.get()).map_or_else(
            // An escape that stands for no character.
            |_| Cow::Borrowed(value.get().trim_matches('"')),
            |Text(text)| text,
        )),
        Some(b'n') => Some(Cow::Borrowed("")),
        _ => Some(Cow::Borrowed(value.get())),
    }
}

/// The member of that name.
pub(super) fn member<'t>(members: &[Member<'t>], name: &str) -> Option<&'t RawValue> {
    members.iter().find(|(key, _)| key == name).map(|(_, value)| *value)
}

/// Where a value stands in the text that it was parsed from.
pub(super) fn offset(text: &str, value: &RawValue) -> usize {
    (value.get().as_ptr() as usize).saturating_sub(text.as_ptr() as usize)
}
