//! Notes in the charts as they are typed behind `--annotation` or stand in a spec file: the same
//! keys in both.
//!
//! `date=2025-01-20,text=R1 is released` is what `[[annotation]]` with the keys `date` and `text`
//! is. What is drawn follows from the keys; `mark` may say it too. A comma begins the next key
//! where a name and `=` follow it at once, so that words may hold commas.

use std::convert::Infallible;
use std::str::FromStr;

use jiff::civil::Date;
use toml::{Table, Value};

use crate::model::{AnnotatedChart, Annotation, Fact, Mark, Message, Spot, annotation_name};

/// A note as it was given.
#[derive(Clone, Debug, PartialEq)]
pub enum Given {
    /// One text.
    Typed(String),
    /// A value of a spec file.
    Read(Value),
}

impl FromStr for Given {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self::Typed(text.to_owned()))
    }
}

impl From<Value> for Given {
    fn from(value: Value) -> Self {
        match value {
            Value::String(text) => Self::Typed(text),
            other => Self::Read(other),
        }
    }
}

/// The notes that were given.
///
/// # Errors
/// What to tell about the first that cannot be meant: which it is, which key, what it can be.
pub(super) fn notes(given: &[Given]) -> Result<Vec<Annotation>, Message> {
    given
        .iter()
        .enumerate()
        .map(|(place, given)| match given {
            Given::Typed(text) => Keys::typed(place + 1, text)?.note(),
            Given::Read(Value::Table(table)) => Keys::new(place + 1, table.clone()).note(),
            Given::Read(other) => {
                Err(told("cli-annotation-syntax", &(place + 1).to_string()).with("given", other.to_string()))
            }
        })
        .collect()
}

/// A sentence about a note.
fn told(key: &'static str, which: &str) -> Message {
    Message::new(key).with("which", which)
}

/// Which note a sentence is about, counted from 0.
pub(super) fn place_of(told: &Message) -> Option<usize> {
    let which = told.facts.iter().find_map(|(name, fact)| match fact {
        Fact::Text(which) if *name == "which" => Some(which),
        _ => None,
    })?;
    which.split(' ').next()?.parse::<usize>().ok()?.checked_sub(1)
}

/// The keys of one note.
struct Keys {
    which: String,
    table: Table,
}

impl Keys {
    fn new(number: usize, table: Table) -> Self {
        let text = table.get("text").and_then(plain).unwrap_or_default();
        Self { which: annotation_name(number, &text), table }
    }

    /// The keys in a text such as `at.date=2025-01-16,at.value=12,text=Rumours`.
    fn typed(number: usize, text: &str) -> Result<Self, Message> {
        let mut table = Table::new();
        let wrong = |key: &'static str, given: &str| told(key, &number.to_string()).with("given", given);
        for part in parts(text) {
            let Some((key, value)) = part.split_once('=') else {
                return Err(wrong("cli-annotation-syntax", part));
            };
            let (key, value) = (key.trim(), Value::String(value.trim().to_owned()));
            let twice = match key.split_once('.') {
                None => table.insert(key.to_owned(), value).is_some(),
                Some((outer, inner)) => {
                    let place = table.entry(outer).or_insert_with(|| Value::Table(Table::new()));
                    let Value::Table(place) = place else { return Err(wrong("cli-annotation-twice", outer)) };
                    place.insert(inner.to_owned(), value).is_some()
                }
            };
            if twice {
                return Err(wrong("cli-annotation-twice", key));
            }
        }
        Ok(Self::new(number, table))
    }

    fn note(&self) -> Result<Annotation, Message> {
        let mark = self.mark()?;
        let known = known(mark);
        if let Some(key) = self.table.keys().find(|key| !known.contains(&key.as_str())) {
            return Err(self.strange(key, mark.name(), &known));
        }
        let text = match self.table.get("text") {
            None => String::new(),
            Some(text) => plain(text).ok_or_else(|| self.wrong("cli-annotation-words", "text", text))?,
        };
        Ok(match mark {
            Mark::Text => {
                let at = self.spot("at")?.ok_or_else(|| self.lacks("at", mark))?;
                let to = self.spot("to")?;
                if text.trim().is_empty() {
                    return Err(self.lacks("text", mark));
                }
                if to.is_some_and(|to| to.chart() != at.chart()) {
                    let keys: &[&str] = match at.chart() {
                        AnnotatedChart::Market => &["to.date", "to.value"],
                        AnnotatedChart::Models => &["to.cost", "to.score"],
                    };
                    return Err(self.strange("to", mark.name(), keys));
                }
                Annotation::Text { text, at, to }
            }
            Mark::Date => Annotation::Date { date: self.needed_date("date", mark)?, text },
            Mark::Value => {
                Annotation::Value { value: self.needed_number("value", mark)?, text, chart: self.chart()? }
            }
            Mark::Dates => Annotation::Dates {
                from: self.needed_date("from", mark)?,
                to: self.needed_date("to", mark)?,
                text,
            },
            Mark::Values => Annotation::Values {
                from: self.needed_number("from", mark)?,
                to: self.needed_number("to", mark)?,
                text,
                chart: self.chart()?,
            },
        })
    }

    /// What is drawn: as it says itself, else by its keys.
    fn mark(&self) -> Result<Mark, Message> {
        if let Some(given) = self.table.get("mark") {
            let found = Mark::ALL.into_iter().find(|mark| given.as_str() == Some(mark.name()));
            return found.ok_or_else(|| {
                self.wrong("cli-annotation-choice", "mark", given)
                    .with("known", Mark::ALL.map(Mark::name).join(", "))
            });
        }
        let has = |key: &str| self.table.contains_key(key);
        let is_place = |key: &str| self.table.get(key).is_some_and(Value::is_table);
        if has("at") || is_place("to") {
            return Ok(Mark::Text);
        }
        if has("date") {
            return Ok(Mark::Date);
        }
        if has("value") {
            return Ok(Mark::Value);
        }
        match self.table.get("from").or_else(|| self.table.get("to")) {
            Some(end) if number(end).is_some() => Ok(Mark::Values),
            Some(_) if has("chart") => Ok(Mark::Values),
            Some(_) => Ok(Mark::Dates),
            None => Err(told("cli-annotation-kind", &self.which)),
        }
    }

    fn chart(&self) -> Result<AnnotatedChart, Message> {
        let Some(given) = self.table.get("chart") else { return Ok(AnnotatedChart::default()) };
        let found = AnnotatedChart::ALL.into_iter().find(|chart| given.as_str() == Some(chart.name()));
        found.ok_or_else(|| {
            let known = AnnotatedChart::ALL.map(AnnotatedChart::name).join(", ");
            self.wrong("cli-annotation-choice", "chart", given).with("known", known)
        })
    }

    /// A place of the data, `None` where the key is not given.
    fn spot(&self, key: &str) -> Result<Option<Spot>, Message> {
        let Some(given) = self.table.get(key) else { return Ok(None) };
        let Value::Table(place) = given else {
            return Err(self.wrong("cli-annotation-place", key, given));
        };
        let named = |inner: &str| format!("{key}.{inner}");
        let has = |inner: &str| place.contains_key(inner);
        let of_models = has("cost") || (has("score") && !has("date"));
        let keys = if of_models { ["cost", "score"] } else { ["date", "value"] };
        if let Some(other) = place.keys().find(|inner| !keys.contains(&inner.as_str())) {
            return Err(self.strange(&named(other), key, &keys.map(named)));
        }
        let inner = |inner: &str| {
            let lacking = || told("cli-annotation-place", &self.which).with("key", key).with("given", inner);
            place.get(inner).ok_or_else(lacking)
        };
        let value = |name: &str| {
            let given = inner(name)?;
            number(given).ok_or_else(|| self.wrong("cli-annotation-number", &named(name), given))
        };
        if of_models {
            let cost = value("cost")?;
            if cost <= 0.0 {
                return Err(self.wrong("cli-annotation-cost", &named("cost"), inner("cost")?));
            }
            return Ok(Some(Spot::Models { cost, score: value("score")? }));
        }
        let given = inner("date")?;
        let date = date(given).ok_or_else(|| self.wrong("cli-annotation-date", &named("date"), given))?;
        Ok(Some(Spot::Market { date, value: value("value")? }))
    }

    fn needed_date(&self, key: &str, mark: Mark) -> Result<Date, Message> {
        let given = self.table.get(key).ok_or_else(|| self.lacks(key, mark))?;
        date(given).ok_or_else(|| self.wrong("cli-annotation-date", key, given))
    }

    fn needed_number(&self, key: &str, mark: Mark) -> Result<f64, Message> {
        let given = self.table.get(key).ok_or_else(|| self.lacks(key, mark))?;
        number(given).ok_or_else(|| self.wrong("cli-annotation-number", key, given))
    }

    fn lacks(&self, key: &str, mark: Mark) -> Message {
        told("cli-annotation-lacks", &self.which).with("key", key).with("mark", mark.name())
    }

    fn strange(&self, key: &str, of: &str, known: &[impl AsRef<str>]) -> Message {
        let known: Vec<&str> = known.iter().map(AsRef::as_ref).collect();
        told("cli-annotation-key", &self.which)
            .with("key", key)
            .with("mark", of)
            .with("known", known.join(", "))
    }

    fn wrong(&self, message: &'static str, key: &str, given: &Value) -> Message {
        let given = given.as_str().map_or_else(|| given.to_string(), str::to_owned);
        told(message, &self.which).with("key", key).with("given", given)
    }
}

/// Keys that a note of that kind can have.
fn known(mark: Mark) -> Vec<&'static str> {
    let own: &[&str] = match mark {
        Mark::Text => &["at", "to"],
        Mark::Date => &["date"],
        Mark::Value => &["value", "chart"],
        Mark::Dates => &["from", "to"],
        Mark::Values => &["from", "to", "chart"],
    };
    own.iter().copied().chain(["text", "mark"]).collect()
}

/// The parts of a typed note: each begins with a key.
fn parts(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (comma, _) in text.match_indices(',') {
        let after = text.get(comma + 1..).unwrap_or_default();
        let name = after.split_once('=').map_or("", |(name, _)| name);
        if !name.is_empty() && name.chars().all(|c| c.is_ascii_alphabetic() || c == '.' || c == '_') {
            parts.extend(text.get(start..comma));
            start = comma + 1;
        }
    }
    parts.extend(text.get(start..));
    parts
}

/// A value as text.
fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Integer(_) | Value::Float(_) | Value::Datetime(_) => Some(value.to_string()),
        Value::Boolean(_) | Value::Array(_) | Value::Table(_) => None,
    }
}

fn number(value: &Value) -> Option<f64> {
    let text = plain(value)?;
    text.trim().replace('\u{2212}', "-").parse::<f64>().ok().filter(|number| number.is_finite())
}

fn date(value: &Value) -> Option<Date> {
    plain(value)?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date as day;

    fn typed(text: &str) -> Result<Annotation, Message> {
        notes(&[Given::Typed(text.to_owned())]).map(|mut found| found.remove(0))
    }

    fn read(text: &str) -> Result<Annotation, Message> {
        let table: Table = text.parse().unwrap();
        notes(&[Given::from(Value::Table(table))]).map(|mut found| found.remove(0))
    }

    #[test]
    fn flags_and_files_say_the_same() {
        let text = || "Up, down".to_owned();
        let market = |day, value| Spot::Market { date: day, value };
        let (first, second) = (day(2025, 1, 20), day(2025, 1, 27));
        for (flag, file, note) in [
            (
                "date=2025-01-20,text=Up, down",
                "date = 2025-01-20\ntext = 'Up, down'",
                Annotation::Date { date: first, text: text() },
            ),
            (
                "text=Up, down,value=-12.5",
                "mark = 'value'\nvalue = -12.5\ntext = 'Up, down'",
                Annotation::Value { value: -12.5, text: text(), chart: AnnotatedChart::Market },
            ),
            (
                "value=70,chart=models",
                "value = 70\nchart = 'models'",
                Annotation::Value { value: 70.0, text: String::new(), chart: AnnotatedChart::Models },
            ),
            (
                "from=2025-01-20,to=2025-01-27,text=Up, down",
                "from = '2025-01-20'\nto = 2025-01-27\ntext = 'Up, down'",
                Annotation::Dates { from: first, to: second, text: text() },
            ),
            (
                "from=0,to=5",
                "from = 0\nto = 5.0",
                Annotation::Values { from: 0.0, to: 5.0, text: String::new(), chart: AnnotatedChart::Market },
            ),
            (
                "at.date=2025-01-20,at.value=12,to.date=2025-01-27,to.value=0,text=Up, down",
                "at = { date = 2025-01-20, value = 12 }\nto = { date = '2025-01-27', value = 0 }\ntext = 'Up, down'",
                Annotation::Text { text: text(), at: market(first, 12.0), to: Some(market(second, 0.0)) },
            ),
            (
                "at.cost=0.5,at.score=50,text=Up, down",
                "mark = 'text'\nat.cost = 0.5\nat.score = 50\ntext = 'Up, down'",
                Annotation::Text { text: text(), at: Spot::Models { cost: 0.5, score: 50.0 }, to: None },
            ),
        ] {
            assert_eq!(typed(flag), Ok(note.clone()), "{flag}");
            assert_eq!(read(file), Ok(note), "{file}");
        }
    }

    #[test]
    fn what_cannot_be_meant_names_note_key_and_choices() {
        for (text, key, says) in [
            ("hello", "cli-annotation-syntax", "hello"),
            ("", "cli-annotation-syntax", "date="),
            ("text=Alone", "cli-annotation-kind", "1 “Alone”"),
            ("date=2025-01-20,colour=red,text=Hi", "cli-annotation-key", "colour"),
            ("date=20.1.2025,text=Hi", "cli-annotation-date", "20.1.2025"),
            ("value=ten,text=Hi", "cli-annotation-number", "ten"),
            ("value=inf", "cli-annotation-number", "inf"),
            ("value=1,chart=pie", "cli-annotation-choice", "market, models"),
            ("mark=star,date=2025-01-20", "cli-annotation-choice", "date, value, text, dates, values"),
            ("from=2025-01-20,text=Hi", "cli-annotation-lacks", "“to”"),
            ("from=2025-01-20,to=3", "cli-annotation-date", "“to”"),
            ("at.date=2025-01-20,at.value=1", "cli-annotation-lacks", "“text”"),
            ("at.date=2025-01-20,text=Hi", "cli-annotation-place", "at.value"),
            ("at=3,text=Hi", "cli-annotation-place", "at.date"),
            ("at.cost=0,at.score=1,text=Hi", "cli-annotation-cost", "at.cost"),
            ("at.cost=1,at.score=1,at.day=1,text=Hi", "cli-annotation-key", "at.day"),
            ("at.cost=1,at.score=1,to.date=2025-01-20,to.value=1,text=Hi", "cli-annotation-key", "to.cost"),
            ("date=2025-01-20,date=2025-01-21", "cli-annotation-twice", "date"),
        ] {
            let message = typed(text).unwrap_err();
            let said = crate::app::speech::say(&crate::text::Words::english(), &message);
            assert_eq!(message.key, key, "{text}: {said}");
            assert!(said.contains(says) && said.starts_with("Annotation 1"), "{text}: {said}");
            assert!(!said.contains("{$") && !said.contains(" of ,"), "{said}");
        }
        for (text, key) in [
            ("date = 2025-01-20\ntext = []", "cli-annotation-words"),
            ("date = true", "cli-annotation-date"),
            ("at = { x = 1 }\ntext = 'Hi'", "cli-annotation-key"),
        ] {
            assert_eq!(read(text).map_err(|message| message.key), Err(key), "{text}");
        }
        let other = notes(&[Given::from(Value::Integer(3))]);
        assert_eq!(other.map_err(|message| message.key), Err("cli-annotation-syntax"));
    }
}
