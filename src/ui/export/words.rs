//! The words around a figure: each as it is written from the data, in the user's own words, or not
//! at all.

use eframe::egui::{self, Align2, Id, TextEdit, Ui, WidgetInfo, vec2};

use super::super::style::BODY;
use crate::chart::figure::Caption;
use crate::chart::wording::FACTS;
use crate::model::Wording;
use crate::text::bidi::visual_order;
use crate::text::{Arg, Weight, Words, is_right_to_left, wrap};

/// One of the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Title,
    Subtitle,
    Source,
    Note,
    Byline,
}

impl Part {
    const ALL: [Self; 5] = [Self::Title, Self::Subtitle, Self::Source, Self::Note, Self::Byline];

    fn key(self) -> &'static str {
        match self {
            Self::Title => "ui-words-title",
            Self::Subtitle => "ui-words-subtitle",
            Self::Source => "ui-words-source",
            Self::Note => "ui-words-note",
            Self::Byline => "ui-words-byline",
        }
    }

    /// Lines of its field.
    fn rows(self) -> usize {
        match self {
            Self::Title | Self::Subtitle | Self::Note => 2,
            Self::Source | Self::Byline => 1,
        }
    }

    fn of(self, wording: &mut Wording) -> &mut Option<String> {
        match self {
            Self::Title => &mut wording.title,
            Self::Subtitle => &mut wording.subtitle,
            Self::Source => &mut wording.source,
            Self::Note => &mut wording.note,
            Self::Byline => &mut wording.byline,
        }
    }

    /// What stands there when nothing is typed.
    fn automatic(self, caption: &Caption) -> &str {
        match self {
            Self::Title => &caption.title,
            Self::Subtitle => &caption.subtitle,
            Self::Source => &caption.source,
            Self::Note => &caption.note,
            Self::Byline => &caption.byline,
        }
    }
}

/// The beginning of a long hint.
fn short(hint: &str) -> String {
    const MOST: usize = 96;
    let mut whole = hint.chars();
    let begin: String = whole.by_ref().take(MOST).collect();
    if whole.next().is_none() {
        return begin;
    }
    let end = begin.rfind(' ').unwrap_or(begin.len());
    format!("{}…", begin.get(..end).unwrap_or(&begin))
}

/// A hint in lines of that width, each in the order in which it is read.
fn in_lines(hint: &str, width: f32) -> String {
    let lines = wrap(hint, f64::from(width.max(40.0)), f64::from(BODY), Weight::Regular);
    let lines: Vec<_> = lines.iter().map(|line| visual_order(line).into_owned()).collect();
    lines.join("\n")
}

/// A field and whether its words are drawn at all.
#[derive(Clone, Debug, PartialEq)]
struct Field {
    shown: bool,
    text: String,
}

/// The fields of all words.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct WordsForm {
    fields: Vec<Field>,
    /// Place of the field that was typed in last.
    last: usize,
}

impl WordsForm {
    /// The fields filled with those words.
    pub(super) fn of(wording: &Wording) -> Self {
        let mut wording = wording.clone();
        let field = |part: Part| match part.of(&mut wording).take() {
            Some(text) => Field { shown: !text.is_empty(), text },
            None => Field { shown: true, text: String::new() },
        };
        Self { fields: Part::ALL.map(field).to_vec(), last: 0 }
    }

    /// What the fields say.
    pub(super) fn wording(&self) -> Wording {
        let mut wording = Wording::default();
        for (part, field) in Part::ALL.into_iter().zip(&self.fields) {
            *part.of(&mut wording) = match (field.shown, field.text.trim().is_empty()) {
                (false, _) => Some(String::new()),
                (true, true) => None,
                (true, false) => Some(field.text.clone()),
            };
        }
        wording
    }

    /// The fields, with the words that stand where nothing is typed.
    pub(super) fn show(&mut self, ui: &mut Ui, words: &Words, automatic: Option<&Caption>, indent: f32) {
        for (place, (part, field)) in Part::ALL.into_iter().zip(&mut self.fields).enumerate() {
            let name = words.text(part.key());
            let field_name = words.say("ui-words-field", &[("name", Arg::Text(&name))]);
            ui.horizontal_top(|ui| {
                let rect = ui.available_rect_before_wrap();
                let check = ui.checkbox(&mut field.shown, &name);
                check.on_hover_text(words.text("ui-words-shown"));
                ui.add_space((indent - (ui.cursor().left() - rect.left())).max(0.0));
                let logical = automatic.map_or("", |caption| part.automatic(caption));
                let hint = match part {
                    Part::Byline if logical.is_empty() => words.text("ui-words-byline-hint"),
                    _ => in_lines(&short(logical), ui.available_width() - 24.0),
                };
                let words_of = if field.text.is_empty() { logical } else { field.text.as_str() };
                let align = if is_right_to_left(words_of) { Align2::RIGHT_TOP } else { Align2::LEFT_TOP };
                let edit = TextEdit::multiline(&mut field.text)
                    .id(Id::unique(("words", place)))
                    .desired_rows(part.rows())
                    .desired_width(ui.available_width())
                    .align(align)
                    .hint_text(egui::RichText::new(hint).weak());
                let response = ui.add_enabled(field.shown, edit);
                response.widget_info(|| {
                    WidgetInfo::labeled(egui::Role::MultilineTextInput, true, field_name.clone())
                });
                if response.has_focus() {
                    self.last = place;
                }
            });
        }
        ui.horizontal(|ui| {
            ui.add_space(indent);
            self.facts(ui, words);
        });
    }

    /// The facts that can stand in braces, put at the end of the field that was typed in last.
    fn facts(&mut self, ui: &mut Ui, words: &Words) {
        let Some(field) = self.fields.get_mut(self.last) else { return };
        ui.menu_button(words.text("ui-words-insert"), |ui| {
            egui::ScrollArea::vertical().max_height(260.0).show(ui, |ui| {
                ui.set_min_size(vec2(150.0, 0.0));
                for fact in FACTS {
                    if ui.button(format!("{{{fact}}}")).clicked() {
                        if !field.text.is_empty() && !field.text.ends_with(' ') {
                            field.text.push(' ');
                        }
                        field.text.extend(["{", fact, "}"]);
                        field.shown = true;
                    }
                }
            });
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_back_from_their_fields() {
        let own = Some("Stocks fell {index.move}".to_owned());
        for wording in [
            Wording::default(),
            Wording { title: own.clone(), note: Some(String::new()), ..Wording::default() },
            Wording { byline: own, ..Wording::default() },
        ] {
            assert_eq!(WordsForm::of(&wording).wording(), wording);
        }
    }
}
