//! The notes in the charts as a list in the form: each is added, changed and removed here, and drawn
//! at once.
//!
//! The list is the document's; what is being typed and makes no note yet leaves the last one standing.

use eframe::egui::{
    self, Align2, Button, ComboBox, Id, Response, RichText, TextEdit, TextStyle, Ui, WidgetInfo, vec2,
};
use jiff::ToSpan as _;
use jiff::civil::Date;

use super::super::Asks;
use super::super::style::color32;
use crate::app::{AnnotationEdit, App, Command, FigureCommand};
use crate::chart::Theme;
use crate::model::{AnnotatedChart, Annotation, Mark, Spot};
use crate::text::{Arg, Words, is_right_to_left};

/// Width of a field for a date or a number.
const FIELD: f32 = 104.0;

/// A note as it is typed.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    mark: Mark,
    chart: AnnotatedChart,
    /// Its place: one or two ends, or two places of two parts each.
    fields: [String; 4],
    text: String,
    /// The last note that this was.
    note: Annotation,
}

/// A field that holds no date or no number.
#[derive(Clone, Debug, PartialEq)]
struct Wrong {
    key: &'static str,
    given: String,
}

impl Row {
    fn of(note: &Annotation) -> Self {
        let spot = |spot: &Spot| match spot {
            Spot::Market { date, value } => [date.to_string(), value.to_string()],
            Spot::Models { cost, score } => [cost.to_string(), score.to_string()],
        };
        let ends = |from: String, to: String| [from, to, String::new(), String::new()];
        let fields = match note {
            Annotation::Text { at, to, .. } => {
                let [x, y] = spot(at);
                let [to_x, to_y] = to.as_ref().map(spot).unwrap_or_default();
                [x, y, to_x, to_y]
            }
            Annotation::Date { date, .. } => ends(date.to_string(), String::new()),
            Annotation::Value { value, .. } => ends(value.to_string(), String::new()),
            Annotation::Dates { from, to, .. } => ends(from.to_string(), to.to_string()),
            Annotation::Values { from, to, .. } => ends(from.to_string(), to.to_string()),
        };
        let text = note.text().to_owned();
        Self { mark: note.mark(), chart: note.chart(), fields, text, note: note.clone() }
    }

    /// The note that is typed.
    fn note(&self) -> Result<Annotation, Wrong> {
        let [first, second, third, fourth] = &self.fields;
        let (text, chart) = (self.text.clone(), self.chart);
        let spot = |x: &str, y: &str| {
            Ok(match chart {
                AnnotatedChart::Market => Spot::Market { date: date(x)?, value: number(y)? },
                AnnotatedChart::Models => Spot::Models { cost: cost(x)?, score: number(y)? },
            })
        };
        Ok(match self.mark {
            Mark::Text => {
                let has_arrow = !third.trim().is_empty() || !fourth.trim().is_empty();
                let to = has_arrow.then(|| spot(third, fourth)).transpose()?;
                Annotation::Text { text, at: spot(first, second)?, to }
            }
            Mark::Date => Annotation::Date { date: date(first)?, text },
            Mark::Value => Annotation::Value { value: number(first)?, text, chart },
            Mark::Dates => Annotation::Dates { from: date(first)?, to: date(second)?, text },
            Mark::Values => Annotation::Values { from: number(first)?, to: number(second)?, text, chart },
        })
    }

    /// Names of its fields, in lines.
    fn names(&self) -> &'static [&'static [&'static str]] {
        match (self.mark, self.chart) {
            (Mark::Date, _) => &[&["ui-note-date"]],
            (Mark::Value, AnnotatedChart::Market) => &[&["ui-note-value"]],
            (Mark::Value, AnnotatedChart::Models) => &[&["ui-note-score"]],
            (Mark::Dates | Mark::Values, _) => &[&["ui-note-from", "ui-note-to"]],
            (Mark::Text, AnnotatedChart::Market) => {
                &[&["ui-note-date", "ui-note-value"], &["ui-note-arrow-date", "ui-note-arrow-value"]]
            }
            (Mark::Text, AnnotatedChart::Models) => {
                &[&["ui-note-cost", "ui-note-score"], &["ui-note-arrow-cost", "ui-note-arrow-score"]]
            }
        }
    }
}

fn date(text: &str) -> Result<Date, Wrong> {
    text.trim().parse().map_err(|_| Wrong { key: "ui-note-no-date", given: text.to_owned() })
}

fn number(text: &str) -> Result<f64, Wrong> {
    let found = text.trim().replace('\u{2212}', "-").parse::<f64>().ok().filter(|number| number.is_finite());
    found.ok_or_else(|| Wrong { key: "ui-note-no-number", given: text.to_owned() })
}

fn cost(text: &str) -> Result<f64, Wrong> {
    let found = number(text)?;
    let wrong = || Wrong { key: "ui-note-no-cost", given: text.to_owned() };
    if found > 0.0 { Ok(found) } else { Err(wrong()) }
}

/// A note to begin with: about the event, or about the last session.
fn first(app: &App, mark: Mark, chart: AnnotatedChart, text: String) -> Annotation {
    let event = app.document().event.as_ref().map(|event| event.date);
    let last = || app.scene().analysis.sessions.dates().last().copied();
    let date = event.or_else(last).unwrap_or_else(|| jiff::civil::date(2025, 1, 27));
    match mark {
        Mark::Text => {
            let at = match chart {
                AnnotatedChart::Market => Spot::Market { date, value: 0.0 },
                AnnotatedChart::Models => Spot::Models { cost: 1.0, score: 50.0 },
            };
            Annotation::Text { text, at, to: Some(at) }
        }
        Mark::Date => Annotation::Date { date, text },
        Mark::Value => {
            let value = if chart == AnnotatedChart::Market { 0.0 } else { 50.0 };
            Annotation::Value { value, text, chart }
        }
        Mark::Dates => Annotation::Dates { from: date, to: date.saturating_add(7.days()), text },
        Mark::Values => {
            let [from, to] = if chart == AnnotatedChart::Market { [-5.0, 5.0] } else { [40.0, 60.0] };
            Annotation::Values { from, to, text, chart }
        }
    }
}

/// What was done to the list in a frame.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Done {
    Nothing,
    Chosen,
    /// Typed into that field of that row.
    Typed(usize, usize),
}

/// The list as it is typed.
#[derive(Debug, Default)]
pub(super) struct NotesForm {
    rows: Vec<Row>,
    /// The field that was typed in last.
    typed: Option<(usize, usize)>,
    /// The row that was added just now.
    fresh: Option<usize>,
}

impl NotesForm {
    /// The list, with what is told of the notes that the picture leaves out.
    pub(super) fn show(&mut self, ui: &mut Ui, app: &App, indent: f32, asks: &mut Asks) {
        let held = &app.document().annotations;
        if !self.rows.iter().map(|row| &row.note).eq(held) {
            self.rows = held.iter().map(Row::of).collect();
            self.typed = None;
        }
        let mut done = Done::Nothing;
        let mut removed = None;
        let fresh = self.fresh.take();
        for (place, row) in self.rows.iter_mut().enumerate() {
            let (did, remove) = ui
                .push_id(("note", place), |ui| row.show(ui, app, place, fresh == Some(place), indent))
                .inner;
            done = if did == Done::Nothing { done } else { did };
            removed = remove.then_some(place).or(removed);
        }
        if let Some(place) = removed {
            self.rows.remove(place);
            done = Done::Chosen;
        }
        ui.horizontal(|ui| {
            ui.add_space(indent);
            if let Some(note) = add(ui, app) {
                self.fresh = Some(self.rows.len());
                self.rows.push(Row::of(&note));
                done = Done::Chosen;
            }
        });
        for told in app.preview().map_or(&[][..], |preview| &preview.left_out) {
            remark(ui, app.theme(), told, indent);
        }
        self.keep(done, asks);
    }

    /// The list becomes the document's, as a step that can be undone.
    fn keep(&mut self, done: Done, asks: &mut Asks) {
        let edit = match done {
            Done::Nothing => return,
            Done::Chosen => {
                self.typed = None;
                AnnotationEdit::Step
            }
            Done::Typed(row, field) if self.typed == Some((row, field)) => AnnotationEdit::Continue,
            Done::Typed(row, field) => {
                self.typed = Some((row, field));
                AnnotationEdit::Begin
            }
        };
        let notes = self.rows.iter().map(|row| row.note.clone()).collect();
        asks.command(Command::Figure(FigureCommand::Annotate(notes, edit)));
    }
}

/// The menu of kinds; the note of the one that was chosen.
fn add(ui: &mut Ui, app: &App) -> Option<Annotation> {
    let words = app.words();
    let chart = if app.data().series.is_empty() { AnnotatedChart::Models } else { AnnotatedChart::Market };
    let shown = ui.menu_button(words.text("ui-note-add"), |ui| {
        let mut chosen = None;
        for mark in Mark::ALL {
            if ui.button(words.text(mark_key(mark))).clicked() {
                chosen = Some(first(app, mark, chart, String::new()));
            }
        }
        chosen
    });
    shown.inner.flatten()
}

impl Row {
    /// The row's lines; what was done to it, and whether it is to go. A fresh one waits for its words.
    fn show(&mut self, ui: &mut Ui, app: &App, place: usize, fresh: bool, indent: f32) -> (Done, bool) {
        let words = app.words();
        let number = u64::try_from(place + 1).unwrap_or(u64::MAX);
        let mut done = Done::Nothing;
        let mut remove = false;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            let left = ui.cursor().left();
            ui.label(words.say("ui-note", &[("number", Arg::Count(number))]));
            ui.add_space((indent - (ui.cursor().left() - left)).max(0.0));
            if let Some(note) = self.kinds(ui, app, number) {
                *self = Self::of(&note);
                done = Done::Chosen;
            }
            let name = words.say("ui-note-remove", &[("number", Arg::Count(number))]);
            let button = ui.add(Button::new(RichText::new("×").size(15.0)).min_size(vec2(24.0, 0.0)));
            let button = button.on_hover_text(&name);
            button.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, name.clone()));
            remove = button.clicked();
        });
        let mut field = 0;
        for line in self.names() {
            ui.horizontal(|ui| {
                ui.add_space(indent);
                ui.spacing_mut().item_spacing.x = 4.0;
                for key in *line {
                    let Some(value) = self.fields.get_mut(field) else { continue };
                    if typed(ui, words, value, key, number, (field, FIELD)).changed() {
                        done = Done::Typed(place, field);
                    }
                    field += 1;
                }
            });
        }
        ui.horizontal(|ui| {
            ui.add_space(indent);
            let width = ui.available_width();
            let last = self.fields.len();
            let field = typed(ui, words, &mut self.text, "ui-note-words", number, (last, width));
            if fresh {
                field.request_focus();
                field.scroll_to_me(None);
            }
            if field.changed() {
                done = Done::Typed(place, last);
            }
        });
        match self.note() {
            Ok(note) => self.note = note,
            Err(Wrong { key, given }) => {
                let told = words.say(key, &[("given", Arg::Text(&given))]);
                remark(ui, app.theme(), &told, indent);
            }
        }
        (done, remove)
    }

    /// Kind and chart; the note that this becomes where another one is chosen.
    fn kinds(&self, ui: &mut Ui, app: &App, number: u64) -> Option<Annotation> {
        let words = app.words();
        let (mut mark, mut chart) = (self.mark, self.chart);
        let named = |key: &str| {
            let name = words.text(key);
            words.say("ui-note-field", &[("number", Arg::Count(number)), ("name", Arg::Text(&name))])
        };
        let list = ComboBox::from_id_salt("mark").width(118.0).selected_text(words.text(mark_key(mark)));
        let shown = list.show_ui(ui, |ui| {
            for kind in Mark::ALL {
                ui.selectable_value(&mut mark, kind, words.text(mark_key(kind)));
            }
        });
        let name = named("ui-note-kind");
        shown.response.widget_info(|| WidgetInfo::labeled(egui::Role::ComboBox, true, name.clone()));
        if matches!(mark, Mark::Date | Mark::Dates) {
            chart = AnnotatedChart::Market;
        } else {
            let list =
                ComboBox::from_id_salt("chart").width(84.0).selected_text(words.text(chart_key(chart)));
            let shown = list.show_ui(ui, |ui| {
                for other in AnnotatedChart::ALL {
                    ui.selectable_value(&mut chart, other, words.text(chart_key(other)));
                }
            });
            let name = named("ui-note-chart");
            shown.response.widget_info(|| WidgetInfo::labeled(egui::Role::ComboBox, true, name.clone()));
        }
        ((mark, chart) != (self.mark, self.chart)).then(|| first(app, mark, chart, self.text.clone()))
    }
}

/// A field with its name as a hint.
fn typed(
    ui: &mut Ui,
    words: &Words,
    value: &mut String,
    key: &str,
    number: u64,
    (place, width): (usize, f32),
) -> Response {
    let hint = words.text(key);
    let name = words.say("ui-note-field", &[("number", Arg::Count(number)), ("name", Arg::Text(&hint))]);
    let align = if is_right_to_left(value) { Align2::RIGHT_TOP } else { Align2::LEFT_TOP };
    let edit = TextEdit::singleline(value)
        .id(Id::unique(("note field", number, place)))
        .desired_width(width)
        .align(align)
        .hint_text(RichText::new(hint).weak());
    let response = ui.add(edit).on_hover_text(&name);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::TextInput, true, name.clone()));
    response
}

fn remark(ui: &mut Ui, theme: &Theme, text: &str, indent: f32) {
    ui.horizontal_top(|ui| {
        ui.add_space(indent);
        let text = RichText::new(text).text_style(TextStyle::Small).color(color32(theme.event));
        ui.add(egui::Label::new(text).wrap());
    });
}

fn mark_key(mark: Mark) -> &'static str {
    match mark {
        Mark::Text => "ui-note-mark-text",
        Mark::Date => "ui-note-mark-date",
        Mark::Value => "ui-note-mark-value",
        Mark::Dates => "ui-note-mark-dates",
        Mark::Values => "ui-note-mark-values",
    }
}

fn chart_key(chart: AnnotatedChart) -> &'static str {
    match chart {
        AnnotatedChart::Market => "ui-kind-market",
        AnnotatedChart::Models => "ui-kind-models",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_come_back_from_their_fields() {
        let text = || "Look".to_owned();
        let date = jiff::civil::date(2025, 1, 27);
        let at = Spot::Market { date, value: -2.5 };
        let among = Spot::Models { cost: 0.3, score: 50.0 };
        let chart = AnnotatedChart::Models;
        for note in [
            Annotation::Text { text: text(), at, to: Some(at) },
            Annotation::Text { text: text(), at: among, to: None },
            Annotation::Date { date, text: text() },
            Annotation::Value { value: 1.0, text: text(), chart },
            Annotation::Dates { from: date, to: date, text: text() },
            Annotation::Values { from: 0.0, to: 5.0, text: text(), chart },
        ] {
            assert_eq!(Row::of(&note).note(), Ok(note));
        }
        let mut row = Row::of(&Annotation::Date { date, text: text() });
        row.fields[0] = "27.1.2025".to_owned();
        assert_eq!(row.note().map_err(|wrong| wrong.key), Err("ui-note-no-date"));
        let mut row = Row::of(&Annotation::Text { text: text(), at: among, to: Some(among) });
        row.fields[2] = "0".to_owned();
        assert_eq!(row.note().map_err(|wrong| wrong.key), Err("ui-note-no-cost"));
    }
}
