//! What a model is called without what tells its versions apart, so that files join: maker, date
//! and effort are kept beside the name.

use jiff::civil::Date;

use crate::model::ModelName;

/// Makers that some files put before the names of their models.
const MAKERS: &[&str] = &["openai", "anthropic", "google", "meta", "mistralai", "mistral ai", "x-ai", "xai"];
/// How hard a model is told to think.
const EFFORTS: &[&str] = &["none", "minimal", "low", "medium", "high", "xhigh", "max"];
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const LONG_MONTHS: [&str; 11] = [
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Takes a name apart: `o1-2024-12-17_high` is o1 of 17 December 2024, told to think hard.
pub(super) fn identity(name: &str) -> ModelName {
    let mut rest = name.trim().to_lowercase();
    let bare = rest.rsplit_once('/').map(|(_, model)| model.to_owned());
    rest = bare.filter(|model| !model.trim().is_empty()).unwrap_or(rest);
    let maker = MAKERS.iter().find_map(|maker| {
        let after = rest.strip_prefix(maker)?;
        let model = after.trim_start_matches([' ', '-', ':', '_']);
        (model.len() < after.len() && !model.is_empty()).then(|| model.to_owned())
    });
    rest = maker.unwrap_or(rest);
    let (mut version, mut effort) = (None, None);
    // Each round takes one thing from the end, in whichever order they stand.
    for _ in 0..4 {
        if let Some((before, inner)) = bracketed(&rest) {
            if effort.is_none() && is_effort(inner) {
                effort = Some(inner.to_owned());
            } else if version.is_none()
                && let Some(found) = written_date(inner)
            {
                version = Some(found);
            } else {
                break;
            }
            rest = before;
        } else if let Some((before, tail)) = effort_behind(&rest).filter(|_| effort.is_none()) {
            effort = Some(tail);
            rest = before;
        } else if let Some((before, found)) = date_behind(&rest).filter(|_| version.is_none()) {
            version = Some(found);
            rest = before;
        } else {
            break;
        }
    }
    let bare = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let key = bare(&rest);
    let key = if key.is_empty() { bare(&name.to_lowercase()) } else { key };
    ModelName { key, version, effort }
}

/// What stands before brackets at the end, and in them.
fn bracketed(text: &str) -> Option<(String, &str)> {
    let (before, inner) = text.trim_end().strip_suffix(')')?.rsplit_once('(')?;
    (!before.trim().is_empty()).then(|| (before.trim_end().to_owned(), inner.trim()))
}

fn is_effort(text: &str) -> bool {
    let is_budget = text.strip_suffix('k').is_some_and(|digits| is_digits(digits) && digits.len() <= 3);
    let word = text.strip_suffix(" effort").or_else(|| text.strip_suffix(" reasoning")).unwrap_or(text);
    EFFORTS.contains(&word) || is_budget
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `…_high`; with a hyphen only behind names that are known to have efforts, for "medium" is a
/// model of others.
fn effort_behind(text: &str) -> Option<(String, String)> {
    let (before, tail) = text.rsplit_once(['_', '-', ' '])?;
    let is_own = text.as_bytes().get(before.len()) == Some(&b'_');
    let has_efforts = ["o1", "o3", "o4", "gpt-5", "gpt5"].iter().any(|name| before.starts_with(name));
    (!before.is_empty() && is_effort(tail) && (is_own || has_efforts))
        .then(|| (before.to_owned(), tail.to_owned()))
}

/// `…-2024-12-17`, `…-20241217`, `…-1217`, `…-2407` (year and month), `… Mar 2025`.
fn date_behind(text: &str) -> Option<(String, String)> {
    let parts: Vec<&str> = text.rsplitn(4, ['-', ' ', '_', '@']).collect();
    if let [day, month, year, before] = parts.as_slice()
        && let Some(date) = digits_date(&[year, month, day].map(|part| (*part).to_owned()).concat())
        && year.len() == 4
    {
        return Some(((*before).to_owned(), date));
    }
    if let [year, month, _, ..] = parts.as_slice()
        && (month.len() == 3 || LONG_MONTHS.contains(month))
        && let Some(date) = written_date(&format!("{month} {year}"))
        && let Some(before) = text.get(..text.len().saturating_sub(month.len() + year.len() + 2))
        && !before.is_empty()
    {
        return Some((before.to_owned(), date));
    }
    let (before, tail) = text.rsplit_once(['-', ' ', '_', '@'])?;
    let date = digits_date(tail)?;
    (!before.is_empty()).then(|| (before.to_owned(), date))
}

/// Digits that are a date: eight, or four of month and day or year and month.
fn digits_date(text: &str) -> Option<String> {
    if !is_digits(text) {
        return None;
    }
    let number = |from: usize, to: usize| text.get(from..to).and_then(|part| part.parse::<u32>().ok());
    let is =
        |value: Option<u32>, low: u32, high: u32| value.is_some_and(|value| (low..=high).contains(&value));
    match text.len() {
        8 if is(number(0, 4), 2015, 2099) && is(number(4, 6), 1, 12) && is(number(6, 8), 1, 31) => {
            Some(text.to_owned())
        }
        4 if is(number(0, 2), 1, 12) && is(number(2, 4), 1, 31) => Some(text.to_owned()),
        4 if is(number(0, 2), 20, 39) && is(number(2, 4), 1, 12) => Some(format!("20{text}")),
        _ => None,
    }
}

/// A date in words within brackets: "2025-03-26", "March 2023", "Oct 2024", "2407".
fn written_date(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(|c| *c != '-').collect();
    if let Some(date) = digits_date(&digits) {
        return Some(date);
    }
    let is_year = |part: &str| part.len() == 4 && is_digits(part) && part.starts_with("20");
    if is_year(text) {
        return Some(text.to_owned());
    }
    let (first, last) = text.rsplit_once([' ', '\''])?;
    let month = MONTHS.iter().position(|month| first.trim().starts_with(month))? + 1;
    is_year(last).then(|| format!("{last}{month:02}"))
}

/// Whether two dates behind names can be one: they are, or one says less than the other.
pub(super) fn may_be_same(one: &str, other: &str) -> bool {
    let (long, short) = if one.len() >= other.len() { (one, other) } else { (other, one) };
    // Month and day alone end a date, year and month begin one.
    long.starts_with(short) || short.len() == 4 && long.len() == 8 && long.ends_with(short)
}

/// Days between two dates that may still be those of one release: it is told of on one day and can
/// be bought on another.
const NEAR: i64 = 14;

fn days_between(one: Date, other: Date) -> i64 {
    one.duration_until(other).as_hours().abs() / 24
}

/// Whether two releases may be one, as far as their dates are known.
pub(super) fn are_near(one: Option<Date>, other: Option<Date>) -> bool {
    one.zip(other).is_none_or(|(one, other)| days_between(one, other) <= NEAR)
}

/// Whether the date behind a name is that of a release; `own` is the release of the model of that
/// name where it is known, which tells the year of a month and a day.
pub(super) fn agrees(version: &str, own: Option<Date>, released: Date) -> bool {
    let number = |from: usize, to: usize| version.get(from..to).and_then(|part| part.parse::<i16>().ok());
    let day = |year: i16, month: Option<i16>, day: Option<i16>| {
        Date::new(year, i8::try_from(month?).ok()?, i8::try_from(day?).ok()?).ok()
    };
    let (Some(first), Some(last)) = (number(0, 4), number(version.len().saturating_sub(2), version.len()))
    else {
        return false;
    };
    match version.len() {
        8 => day(first, number(4, 6), Some(last)).is_some_and(|date| days_between(date, released) <= NEAR),
        6 => released.year() == first && i16::from(released.month()) == last,
        4 if version.starts_with("20") => released.year() == first && are_near(own, Some(released)),
        4 => {
            let near = own.unwrap_or(released);
            let years = [near.year() - 1, near.year(), near.year() + 1];
            let dates = years.into_iter().filter_map(|year| day(year, number(0, 2), Some(last)));
            let date = dates.min_by_key(|date| days_between(*date, near));
            date.is_some_and(|date| days_between(date, released) <= NEAR)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn date_and_effort_stand_apart_from_the_name() {
        let cases = [
            ("o1-2024-12-17_high", "o1", Some("20241217"), Some("high")),
            ("OpenAI o1-1217", "o1", Some("1217"), None),
            ("o3-mini (high)", "o3mini", None, Some("high")),
            ("o3-mini-2025-01-31-medium", "o3mini", Some("20250131"), Some("medium")),
            ("mistral-medium", "mistralmedium", None, None),
            ("GPT-4 (March 2023)", "gpt4", Some("202303"), None),
            ("DeepSeek V3 Mar 2025", "deepseekv3", Some("202503"), None),
            ("mar 2025", "mar2025", None, None),
            ("gpt-4o-2024-08-06", "gpt4o", Some("20240806"), None),
            ("GPT-4o-0513", "gpt4o", Some("0513"), None),
            ("claude-3-5-sonnet-20241022", "claude35sonnet", Some("20241022"), None),
            ("claude-3-7-sonnet-20250219_16K", "claude37sonnet", Some("20250219"), Some("16k")),
            ("Mistral Large 2 (2407)", "mistrallarge2", Some("202407"), None),
            ("deepseek/deepseek-r1", "deepseekr1", None, None),
            ("DeepSeek-R1", "deepseekr1", None, None),
            ("Llama 3.1 405B", "llama31405b", None, None),
            ("gemini-1.5-pro-002", "gemini15pro002", None, None),
            ("ChatGPT-4o-latest (2025-03-26)", "chatgpt4olatest", Some("20250326"), None),
            ("DeepSeek-R1 (post-training only)", "deepseekr1posttrainingonly", None, None),
            ("(x)", "x", None, None),
        ];
        for (name, key, version, effort) in cases {
            let found = identity(name);
            assert_eq!(
                (found.key.as_str(), found.version.as_deref(), found.effort.as_deref()),
                (key, version, effort),
                "{name}"
            );
        }
    }

    #[test]
    fn dates_that_say_less_may_be_the_same() {
        let cases = [
            ("20241217", "1217", true),
            ("20241217", "202412", true),
            ("20241217", "2024", true),
            ("20241217", "1216", false),
            ("20241217", "20240806", false),
        ];
        for (one, other, expected) in cases {
            assert_eq!(
                (may_be_same(one, other), may_be_same(other, one)),
                (expected, expected),
                "{one:?} {other:?}"
            );
        }
    }

    #[test]
    fn a_date_behind_a_name_is_compared_with_a_release() {
        let cases = [
            ("20241217", None, "2024-12-17", true),
            ("20241217", None, "2024-12-05", true),
            ("20241217", None, "2024-09-12", false),
            ("202503", None, "2025-03-24", true),
            ("202503", None, "2024-12-26", false),
            ("0324", None, "2025-03-24", true),
            ("0324", None, "2024-12-26", false),
            ("0324", Some("2025-03-24"), "2024-03-24", false),
            ("0101", None, "2024-12-30", true),
            ("2024", None, "2024-03-24", true),
            ("2024", Some("2024-09-01"), "2024-03-24", false),
        ];
        for (version, own, released, expected) in cases {
            let own = own.map(|day: &str| day.parse().unwrap());
            assert_eq!(agrees(version, own, released.parse().unwrap()), expected, "{version} {released}");
        }
    }
}
