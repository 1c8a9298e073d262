//! The user's words around a figure: names in braces give way to facts from the data, so that a
//! sentence stays true when the event or a series changes.
//!
//! `{index.name}`, `{worst.move}`, `{event.date}` and so on; `{{` and `}}` are braces. A name that
//! is not known, or that the data have no fact for, is a problem that is told before anything is
//! written, never a gap in a sentence.

use super::captions::{base_date, dates_in_view, moved, moves_session};
use super::draft::Draft;
use super::model_points::Field;
use super::{Medium, Scene, View};
use crate::model::{Annotation, Message, Role, Series, Wording};
use crate::study::main_index;
use crate::text::DateStyle;

/// Names of facts, beside `series.ID.name`, `.move`, `.moved` and `.percent` for any open series.
pub const FACTS: [&str; 22] = [
    "index.name",
    "index.move",
    "index.moved",
    "index.percent",
    "worst.name",
    "worst.move",
    "worst.moved",
    "worst.percent",
    "best.name",
    "best.move",
    "best.moved",
    "best.percent",
    "event.name",
    "event.date",
    "event.day",
    "base.date",
    "view.from",
    "view.to",
    "value.change",
    "series.count",
    "models.count",
    "models.frontier",
];

/// Why a text cannot be filled.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Gap {
    /// No fact has that name.
    Unknown(String),
    /// The fact exists, but these data do not have it.
    Missing(String),
    /// A brace without its other one.
    Brace,
}

impl Gap {
    fn message(self, text: &str) -> Message {
        match self {
            Self::Unknown(name) => Message::new("chart-words-unknown")
                .with("name", name)
                .with("known", FACTS.join(", "))
                .with("text", text),
            Self::Missing(name) => Message::new("chart-words-missing").with("name", name).with("text", text),
            Self::Brace => Message::new("chart-words-brace").with("text", text),
        }
    }
}

/// Checks the user's words against the data.
///
/// # Errors
/// What to tell: the first name in braces that no fact has or that these data lack.
pub fn check(scene: &Scene<'_>, view: &View) -> Result<(), Message> {
    let draft = Draft::new(scene, view, &Medium::Window { size: [0.0; 2] });
    let Wording { title, subtitle, source, note, byline } = &scene.document.wording;
    let notes = scene.document.annotations.iter().map(Annotation::text);
    for text in [title, subtitle, source, note, byline].into_iter().flatten().map(String::as_str).chain(notes)
    {
        fill(&draft, text).map_err(|gap| gap.message(text))?;
    }
    Ok(())
}

/// The user's text with its facts, or what is written without one. A text that cannot be filled
/// stays as it was typed: [`check`] says why.
pub(super) fn worded(draft: &Draft<'_>, own: Option<&String>, otherwise: impl FnOnce() -> String) -> String {
    own.map_or_else(otherwise, |text| fill(draft, text).unwrap_or_else(|_| text.clone()))
}

fn fill(draft: &Draft<'_>, text: &str) -> Result<String, Gap> {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let (before, from) = rest.split_at(at);
        filled.push_str(before);
        if let Some(after) = from.strip_prefix("{{").or_else(|| from.strip_prefix("}}")) {
            filled.push_str(from.get(..1).unwrap_or_default());
            rest = after;
            continue;
        }
        let inner = from.strip_prefix('{').ok_or(Gap::Brace)?;
        let (name, after) = inner.split_once('}').ok_or(Gap::Brace)?;
        // A name leaves the sentence its direction.
        filled.push_str(&draft.scene.words.isolated(&fact(draft, name.trim())?));
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled)
}

fn fact(draft: &Draft<'_>, name: &str) -> Result<String, Gap> {
    let scene = draft.scene;
    let words = scene.words;
    let date = |date| draft.date(date, DateStyle::Long);
    let view = |end: fn((jiff::civil::Date, jiff::civil::Date)) -> jiff::civil::Date| {
        dates_in_view(draft).map(|dates| date(end(dates)))
    };
    let found = match name {
        "event.name" => draft.event().map(|event| event.name.clone()).filter(|name| !name.is_empty()),
        "event.date" => draft.event().map(|event| date(moves_session(draft).unwrap_or(event.date))),
        "event.day" => draft.event().map(|event| draft.date(event.date, DateStyle::Full)),
        "base.date" => base_date(draft).map(date),
        "view.from" => view(|(from, _)| from),
        "view.to" => view(|(_, to)| to),
        "value.change" => draft
            .value()
            .filter(|value| value.counted > 0)
            .map(|value| words.money(value.total, value.currency.as_deref())),
        "series.count" => Some(words.number(draft.visible().count() as f64, 0)),
        "models.count" => Field::of(draft).map(|field| words.number(field.points.len() as f64, 0)),
        "models.frontier" => Field::of(draft)
            .filter(|field| !field.frontier.is_empty())
            .map(|field| draft.list(&field.labels(&field.frontier))),
        _ => return of_series(draft, name),
    };
    found.ok_or_else(|| Gap::Missing(name.to_owned()))
}

/// A fact about one series: `index.name`, `worst.move`, `series.NVDA.percent`.
fn of_series(draft: &Draft<'_>, name: &str) -> Result<String, Gap> {
    let unknown = || Gap::Unknown(name.to_owned());
    let (who, what) = name.rsplit_once('.').ok_or_else(unknown)?;
    let session = moves_session(draft);
    // The facts of one sentence are of one day.
    let change = |series: &Series| {
        let found = draft.scene.analysis.move_of(&series.id)?;
        found.change.filter(|_| found.event.map(|(date, _)| date) == session)
    };
    let stocks = || {
        let stocks = draft.visible().filter(|series| series.info.role == Role::Stock);
        stocks.filter_map(|series| Some((series, change(series)?)))
    };
    let series = match who {
        "index" => main_index(draft.scene.document, draft.scene.data),
        "worst" => stocks().min_by(|(_, a), (_, b)| a.total_cmp(b)).map(|(series, _)| series),
        "best" => stocks().max_by(|(_, a), (_, b)| a.total_cmp(b)).map(|(series, _)| series),
        _ => {
            let id = who.strip_prefix("series.").ok_or_else(unknown)?;
            let all = &draft.scene.data.series;
            Some(all.iter().find(|series| series.id.as_str() == id).ok_or_else(unknown)?)
        }
    };
    let words = draft.scene.words;
    let share = series.and_then(change);
    let found = match what {
        "name" => series.map(|series| series.name().to_owned()),
        "move" => share.map(|share| words.change(share, 1)),
        "percent" => share.map(|share| words.percent(share.abs(), 1)),
        "moved" => series.zip(share).map(|(series, share)| moved(draft, series.name(), share)),
        _ => return Err(unknown()),
    };
    found.ok_or_else(|| Gap::Missing(name.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::sample_app;
    use crate::model::Document;

    /// The title of the sample's market figure, or why it cannot be written.
    fn title(text: &str, change: impl FnOnce(&mut Document)) -> Result<String, String> {
        let app = sample_app();
        let mut document = app.document().clone();
        document.wording.title = Some(text.to_owned());
        change(&mut document);
        let analysis = crate::study::analyse(app.data(), &document);
        let scene = Scene { document: &document, analysis: &analysis, ..app.scene() };
        check(&scene, &View::default()).map_err(|message| message.key.to_owned())?;
        let draft = Draft::new(&scene, app.view(), &Medium::Window { size: [0.0; 2] });
        Ok(worded(&draft, document.wording.title.as_ref(), String::new))
    }

    #[test]
    fn facts_stand_where_their_names_stood() {
        let said = title("{index.name} {index.move} on {event.date}; {worst.moved}, {best.percent}", |_| {});
        assert_eq!(said.unwrap(), "Nasdaq 100 \u{2212}3.0% on 27 January 2025; Vertiv fell 29.9%, 3.2%");
        let said = title("{{as it is}} {series.NVDA.name} {series.NVDA.move} {value.change}", |_| {});
        assert_eq!(said.unwrap(), "{as it is} Nvidia \u{2212}17.0% \u{2212}$854bn");
    }

    #[test]
    fn every_fact_of_the_list_is_known() {
        for name in FACTS {
            let said = title(&format!("{{{name}}}"), |_| {});
            assert!(
                said.as_ref().is_ok_and(|said| !said.is_empty() && !said.contains('{')),
                "{name} {said:?}"
            );
        }
    }

    #[test]
    fn what_cannot_be_filled_is_told() {
        for (text, key) in [
            ("{indx.move}", "chart-words-unknown"),
            ("{index.colour}", "chart-words-unknown"),
            ("{series.NONE.move}", "chart-words-unknown"),
            ("{}", "chart-words-unknown"),
            ("{index.name", "chart-words-brace"),
            ("index.name}", "chart-words-brace"),
        ] {
            assert_eq!(title(text, |_| {}), Err(key.to_owned()), "{text}");
        }
        let without = title("{index.move}", |document| document.event = None);
        assert_eq!(without, Err("chart-words-missing".to_owned()));
    }
}
