//! The event in the bar: its name and date, steps to the sessions beside it, and the form in
//! which both are typed.

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::{self, Button, Id, Popup, PopupCloseBehavior, RichText, TextEdit, Ui, vec2};

use super::Asks;
use jiff::civil::Date;

use super::bar::note;
use super::style::{color32, font};
use crate::app::{Action, App, Command, EventCommand};
use crate::chart::Theme;
use crate::model::Event;
use crate::text::{Arg, DateStyle, Weight};

/// What is being typed.
#[derive(Default)]
pub struct EventForm {
    name: String,
    date: String,
    wrong: bool,
    /// Whether the form stood open in the last frame.
    shown: bool,
    popup: Option<Id>,
}

impl EventForm {
    /// The event with its steps; pressing it opens the form.
    pub fn chip(&mut self, ui: &mut Ui, app: &App, theme: &Theme, asks: &mut Asks) {
        let words = app.words();
        let event = app.document().event.as_ref();
        let mut job = egui::text::LayoutJob::default();
        let plain = |size, color| egui::TextFormat::simple(font(size, Weight::Regular), color);
        let bold = |color| egui::TextFormat::simple(font(13.0, Weight::Semibold), color);
        if let Some(event) = event {
            // Room for the event's dot, which is painted over the button.
            job.append(&event.name, 14.0, bold(color32(theme.ink)));
            let gap = if event.name.is_empty() { 14.0 } else { 7.0 };
            job.append(&words.date(event.date, DateStyle::Weekday), gap, plain(13.0, color32(theme.ink)));
        } else {
            job.append(&words.text("ui-event-none"), 0.0, plain(13.0, color32(theme.muted)));
        }
        ui.spacing_mut().item_spacing.x = 2.0;
        let button =
            ui.add(Button::new(job).min_size(vec2(150.0, 28.0))).on_hover_text(words.text("ui-event-hint"));
        if event.is_some() {
            let at = button.rect.left_center() + vec2(15.0, 0.0);
            ui.painter().circle_filled(at, 4.0, color32(theme.event));
        }
        for (action, sign) in [(Action::EventPrevious, "‹"), (Action::EventNext, "›")] {
            let name = words.text(action.label());
            let step = Button::new(RichText::new(sign).size(15.0)).frame(false).min_size(vec2(20.0, 26.0));
            let response = ui.add_enabled(app.can(action), step).on_hover_text(&name);
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name.clone()));
            if response.clicked() {
                asks.action(action);
            }
        }
        self.popup = Some(Popup::default_response_id(&button));
        let popup = Popup::from_toggle_button_response(&button)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .show(|ui| {
                ui.set_min_width(260.0);
                if !self.shown {
                    self.fill(event);
                }
                self.form(ui, app, theme, asks);
            });
        self.shown = popup.is_some();
    }

    /// Opens the form.
    pub fn open(&mut self, ctx: &egui::Context) {
        if let Some(id) = self.popup {
            Popup::open_id(ctx, id);
        }
    }

    fn fill(&mut self, event: Option<&Event>) {
        self.name = event.map(|event| event.name.clone()).unwrap_or_default();
        self.date = event.map(|event| event.date.to_string()).unwrap_or_default();
        self.wrong = false;
    }

    /// A name that nobody touched does not follow the date to another day.
    fn command(&self, app: &App, date: Date) -> EventCommand {
        let name = self.name.trim();
        match &app.document().event {
            Some(event) if event.name == name && event.date != date => EventCommand::SetDate(date),
            _ => EventCommand::Set(Event { name: name.to_owned(), date }),
        }
    }

    fn form(&mut self, ui: &mut Ui, app: &App, theme: &Theme, asks: &mut Asks) {
        let words = app.words();
        let mut entered = false;
        for (label, value, hint) in
            [("ui-event-name", &mut self.name, ""), ("ui-event-date", &mut self.date, "2025-01-27")]
        {
            let title = ui.label(words.text(label));
            let field = TextEdit::singleline(value).hint_text(hint).desired_width(240.0);
            let mut output = field.show(ui);
            let response = output.response.response.clone().labelled_by(title.id);
            if label == "ui-event-date" && !self.shown {
                // The date is what most come for: it can be typed over at once.
                response.request_focus();
                let end = CCursor::new(value.chars().count());
                output.state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(0), end)));
                output.state.store(ui.ctx(), response.id);
            }
            entered |= response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        }
        if self.wrong {
            let text = words.say("ui-event-wrong", &[("text", Arg::Text(&self.date))]);
            ui.label(RichText::new(text).text_style(egui::TextStyle::Small).color(color32(theme.event)));
        }
        ui.add_space(4.0);
        ui.horizontal(|ui| {
            if ui.button(words.text("ui-event-set")).clicked() || entered {
                match self.date.trim().parse::<Date>() {
                    Ok(date) => {
                        asks.command(Command::Event(self.command(app, date)));
                        self.wrong = false;
                        ui.close();
                    }
                    Err(_) => self.wrong = true,
                }
            }
            if ui
                .add_enabled(app.can(Action::EventClear), Button::new(words.text(Action::EventClear.label())))
                .clicked()
            {
                asks.action(Action::EventClear);
                ui.close();
            }
        });
        let known = &app.data().events;
        if known.len() > 1 {
            ui.separator();
            note(ui, &words.text("ui-event-known"));
            for event in known {
                let text = format!("{} · {}", words.date(event.date, DateStyle::Short), event.name);
                if ui.selectable_label(app.document().event.as_ref() == Some(event), text).clicked() {
                    asks.command(Command::Event(EventCommand::Set(event.clone())));
                    ui.close();
                }
            }
        }
    }
}
