//! How a source was read, in a line of small buttons: each opens the choice behind it, or the lines
//! that it speaks of.

use eframe::egui::{self, Button, Popup, RichText, Ui, WidgetInfo, vec2};

use super::Asks;
use super::style::{NOTE, color32, font};
use crate::app::strip::{StripPart, strip};
use crate::app::{App, Command, SourceCommand, speech};
use crate::chart::Theme;
use crate::model::{Assumption, Decision, Source};
use crate::text::bidi::visual_order;
use crate::text::{Arg, Weight, Words, elide};

/// Shows the strip of a source, wrapped within the width that there is.
pub fn show(ui: &mut Ui, app: &App, theme: &Theme, source: &Source, asks: &mut Asks) {
    let words = app.words();
    let parts = strip(words, source);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(10.0, 1.0);
        ui.spacing_mut().button_padding = vec2(0.0, 1.0);
        ui.spacing_mut().interact_size.y = 17.0;
        let room = ui.available_width();
        let told: Vec<Option<Decision>> = parts.iter().map(|part| part.decision).collect();
        for part in &parts {
            let response = button(ui, words, theme, part, room);
            let choice = part.decision.and_then(|decision| match &part.column {
                Some(column) => choice_for(source, decision, column),
                None => choice_of(source, decision),
            });
            match choice {
                Some(choice) => {
                    Popup::menu(&response).show(|ui| menu(ui, words, source, &choice, asks));
                }
                None if response.clicked() => asks.open_preview(&source.path),
                None => {}
            }
        }
        let hidden = |decision: &Decision| !told.contains(&Some(*decision));
        let mut others = Decision::ALL.into_iter().filter(hidden);
        let has_columns = source.assumptions.iter().any(|assumption| assumption.column.is_some());
        if has_columns || others.any(|decision| choice_of(source, decision).is_some()) {
            let more = link(ui, theme, &words.text("ui-strip-more"), &source.file_name());
            if more.on_hover_text(words.text("ui-strip-more-hint")).clicked() {
                asks.open_preview(&source.path);
            }
        }
    });
}

/// A decision that can be taken in another way.
pub struct Choice<'a> {
    /// Which one.
    pub decision: Decision,
    /// The column that it is about, where it is about one alone.
    pub column: Option<&'a str>,
    /// What it is now.
    pub value: &'a str,
    /// What it can be, the present value among it.
    pub values: Vec<&'a str>,
    /// What import has to say of it.
    pub assumption: Option<&'a Assumption>,
    /// Whether the user took it.
    pub is_overruled: bool,
}

/// What can be chosen for a decision; nothing where there is no choice.
pub fn choice_of(source: &Source, decision: Decision) -> Option<Choice<'_>> {
    if decision.is_by_column() {
        return None;
    }
    choice(decision, None, source.assumption(decision.key()), source.overrides.get(decision))
}

/// What can be chosen for one column.
pub fn choice_for<'a>(source: &'a Source, decision: Decision, column: &str) -> Option<Choice<'a>> {
    let is_it = |assumption: &&Assumption| {
        assumption.key == decision.key() && assumption.column.as_deref() == Some(column)
    };
    let assumption = source.assumptions.iter().find(is_it)?;
    let overruled = source.overrides.get_for(decision, column);
    choice(decision, assumption.column.as_deref(), Some(assumption), overruled)
}

fn choice<'a>(
    decision: Decision,
    column: Option<&'a str>,
    assumption: Option<&'a Assumption>,
    overruled: Option<&'a str>,
) -> Option<Choice<'a>> {
    let value = assumption.map(|assumption| assumption.value.as_str()).or(overruled)?;
    let offered = assumption.map_or(&[][..], |assumption| assumption.choices.as_slice());
    // What was typed as a flag or a pattern stands among the choices too.
    let typed = overruled.is_some() && !offered.iter().any(|choice| choice == value);
    let values: Vec<&str> =
        typed.then_some(value).into_iter().chain(offered.iter().map(String::as_str)).collect();
    let is_choice = values.len() > 1 || overruled.is_some();
    is_choice.then_some(Choice {
        decision,
        column,
        value,
        values,
        assumption,
        is_overruled: overruled.is_some(),
    })
}

/// A text that opens something about a source, told apart for a screen reader by the file's name.
pub fn link(ui: &mut Ui, theme: &Theme, text: &str, file: &str) -> egui::Response {
    let rich = RichText::new(text).font(font(NOTE, Weight::Regular)).color(color32(theme.action));
    let response = ui.add(Button::new(rich).frame(false));
    let name = format!("{text} {file}");
    response.widget_info(move || WidgetInfo::labeled(egui::Role::Button, true, name.clone()));
    response
}

/// What is open has a question mark and ink, what the user decided is heavier, and what can be
/// chosen stands on a line.
fn button(ui: &mut Ui, words: &Words, theme: &Theme, part: &StripPart, room: f32) -> egui::Response {
    let weight = if part.is_overruled { Weight::Semibold } else { Weight::Regular };
    let marked = part.marked(words);
    let text = elide(&marked, f64::from(room - 12.0), f64::from(NOTE), weight);
    let ink = if part.is_open || part.is_overruled { theme.ink } else { theme.muted };
    let rich = RichText::new(visual_order(&text)).font(font(NOTE, weight)).color(color32(ink));
    let dot = if part.is_remark { 11.0 } else { 0.0 };
    let mut job = egui::text::LayoutJob::default();
    rich.append_to(&mut job, ui.style(), egui::FontSelection::Default, egui::Align::Center);
    if let Some(section) = job.sections.first_mut() {
        section.leading_space = dot;
    }
    let response = ui.add(Button::new(job).frame(false).wrap_mode(egui::TextWrapMode::Extend));
    let told = if part.is_overruled {
        words.say("ui-strip-decided", &[("part", Arg::Text(&marked))])
    } else {
        marked
    };
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, told.clone()));
    let rect = response.rect;
    if part.is_remark {
        ui.painter().circle_filled(rect.left_center() + vec2(3.5, 0.5), 3.0, color32(theme.fall));
    }
    let lit = response.hovered() || response.has_focus();
    if part.decision.is_some() || lit {
        let color = if part.is_open || lit { ink } else { theme.rule };
        let from = rect.left() + dot;
        ui.painter().hline(from..=rect.right(), rect.bottom(), egui::Stroke::new(1.0, color32(color)));
    }
    if part.hint.is_empty() { response } else { response.on_hover_text(visual_lines(&part.hint)) }
}

/// Several lines, each in reading order.
pub fn visual_lines(text: &str) -> String {
    text.lines().map(visual_order).collect::<Vec<_>>().join("\n")
}

fn menu(ui: &mut Ui, words: &Words, source: &Source, choice: &Choice<'_>, asks: &mut Asks) {
    ui.set_min_width(180.0);
    let title = RichText::new(words.text(decision_title(choice.decision)));
    ui.label(title.text_style(egui::TextStyle::Small).weak());
    ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Extend);
    // Menus take the rings off the radio buttons.
    let ring = egui::Stroke::new(1.0, ui.visuals().weak_text_color());
    ui.visuals_mut().widgets.inactive.bg_stroke = ring;
    for value in &choice.values {
        let chosen = *value == choice.value;
        let text = speech::value(words, choice.decision.key(), value);
        let response = ui.radio(chosen, visual_order(&text).into_owned());
        response.widget_info(|| WidgetInfo::selected(egui::Role::RadioButton, true, chosen, text.clone()));
        if response.clicked() {
            take(source, choice, Some((*value).to_owned()), asks);
        }
    }
    ui.separator();
    if ui.add_enabled(choice.is_overruled, automatic(words)).clicked() {
        take(source, choice, None, asks);
    }
}

/// Asks for a value of a choice, or leaves it to import.
pub fn take(source: &Source, choice: &Choice<'_>, value: Option<String>, asks: &mut Asks) {
    match choice.column {
        Some(column) => {
            let command = SourceCommand::DecideColumn(source.id, choice.decision, column.to_owned(), value);
            asks.command(Command::Source(command));
        }
        None => decide(source, choice.decision, value, asks),
    }
}

/// The button that leaves a decision to import again.
pub fn automatic(words: &Words) -> Button<'static> {
    Button::selectable(false, words.text("ui-strip-automatic"))
}

/// Asks for a decision about a source.
pub fn decide(source: &Source, decision: Decision, value: Option<String>, asks: &mut Asks) {
    asks.command(Command::Source(SourceCommand::Decide(source.id, decision, value)));
}

/// Key of the heading over the choices of a decision.
pub fn decision_title(decision: Decision) -> &'static str {
    match decision {
        Decision::Sheet => "ui-decision-sheet",
        Decision::Encoding => "ui-decision-encoding",
        Decision::Delimiter => "ui-decision-delimiter",
        Decision::HeaderLine => "ui-decision-header-line",
        Decision::Decimal => "ui-decision-decimal",
        Decision::DateOrder => "ui-decision-dates",
        Decision::CloseColumn => "ui-decision-close",
        Decision::Measure => "ui-decision-measure",
        Decision::Name => "ui-decision-name",
        Decision::SeriesCurrency => "ui-decision-currency",
        Decision::Content => "ui-decision-content",
        Decision::SeriesRole | Decision::ColumnRole => "ui-decision-role",
        Decision::ColumnUnit => "ui-decision-unit",
        Decision::Blend => "ui-decision-blend",
    }
}
