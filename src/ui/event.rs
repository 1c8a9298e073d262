//! The event in the bar: its name and date, steps to the sessions beside it, and the form in
//! which both are typed, another known event is chosen, and events are kept and let go.

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::{self, Button, Id, Popup, PopupCloseBehavior, RichText, TextEdit, Ui, vec2};

use super::Asks;
use super::bar::note;
use super::rows::choice;
use super::style::{color32, font};
use crate::app::{Action, App, Command, EventCommand, KnownEvent, StudyCommand};
use crate::chart::Theme;
use crate::chart::verdict::no_session_text;
use crate::model::{Event, OffSession, StudyOptions, WhenError};
use crate::study::session::Found;
use crate::text::{Arg, DateStyle, Weight, elide, measure};

/// What stands around the event's name: its dot, gaps, the button's edges and the steps.
const AROUND_NAME: f32 = 100.0;
/// Least room for the name.
const LEAST_NAME: f32 = 40.0;

/// What is being typed.
#[derive(Default)]
pub struct EventForm {
    name: String,
    date: String,
    wrong: Option<WhenError>,
    /// Whether the form stood open in the last frame.
    shown: bool,
    popup: Option<Id>,
}

impl EventForm {
    /// The event with its steps, its name cut to that room; pressing it opens the form.
    pub fn chip(&mut self, ui: &mut Ui, app: &App, theme: &Theme, room: f32, asks: &mut Asks) {
        let words = app.words();
        let event = app.document().event.as_ref();
        let mut job = egui::text::LayoutJob::default();
        let plain = |size, color| egui::TextFormat::simple(font(size, Weight::Regular), color);
        let bold = |color| egui::TextFormat::simple(font(13.0, Weight::Semibold), color);
        if let Some(event) = event {
            // Room for the event's dot, which is painted over the button.
            let day = when(app, event, DateStyle::Weekday);
            let day_width = measure(&day, 13.0, Weight::Regular).width as f32;
            let room = (room - day_width - AROUND_NAME).max(LEAST_NAME);
            job.append(
                &elide(&event.name, f64::from(room), 13.0, Weight::Semibold),
                14.0,
                bold(color32(theme.ink)),
            );
            let gap = if event.name.is_empty() { 14.0 } else { 7.0 };
            job.append(&day, gap, plain(13.0, color32(theme.ink)));
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
                ui.set_max_width(320.0);
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
        self.date = event.map(written).unwrap_or_default();
        self.wrong = None;
    }

    /// A name that nobody touched does not follow the date to another day.
    fn command(&self, app: &App) -> Result<EventCommand, WhenError> {
        let (date, moment) = Event::when(&self.date)?;
        let name = self.name.trim();
        Ok(match &app.document().event {
            Some(event) if event.name == name && event.date != date && moment.is_none() => {
                EventCommand::SetDate(date)
            }
            Some(event) if event.name == name && event.date != date => {
                EventCommand::Set(Event { moment, ..Event::new("", date) })
            }
            _ => EventCommand::Set(Event { moment, ..Event::new(name, date) }),
        })
    }

    fn form(&mut self, ui: &mut Ui, app: &App, theme: &Theme, asks: &mut Asks) {
        let words = app.words();
        let entered = self.fields(ui, app);
        if let Some(why) = self.wrong {
            let text = words.say(wrong_key(why), &[("text", Arg::Text(&self.date))]);
            ui.label(RichText::new(text).text_style(egui::TextStyle::Small).color(color32(theme.event)));
        } else {
            for line in found(app) {
                note(ui, &line);
            }
        }
        off_session(ui, app, theme, asks);
        ui.add_space(4.0);
        ui.horizontal(|ui| {
            if ui.button(words.text("ui-event-set")).clicked() || entered {
                match self.command(app) {
                    Ok(command) => {
                        asks.command(Command::Event(command));
                        self.wrong = None;
                        ui.close();
                    }
                    Err(why) => self.wrong = Some(why),
                }
            }
            for action in [Action::EventKeep, Action::EventClear] {
                let button = Button::new(words.text(action.label()));
                if ui.add_enabled(app.can(action), button).clicked() {
                    asks.action(action);
                    if action == Action::EventClear {
                        ui.close();
                    }
                }
            }
        });
        known(ui, app, asks);
    }

    /// Name and date; whether they were entered.
    fn fields(&mut self, ui: &mut Ui, app: &App) -> bool {
        let words = app.words();
        let mut entered = false;
        for (label, value, hint) in
            [("ui-event-name", &mut self.name, ""), ("ui-event-date", &mut self.date, "2025-01-27")]
        {
            let title = ui.label(words.text(label));
            let field = TextEdit::singleline(value).hint_text(hint).desired_width(240.0);
            let mut output = field.show(ui);
            let response = output.response.response.clone().labelled_by(title.id);
            if label == "ui-event-date" {
                response.clone().on_hover_text(words.text("ui-event-date-hint"));
            }
            if label == "ui-event-date" && !self.shown {
                // The date is what most come for: it can be typed over at once.
                response.request_focus();
                let end = CCursor::new(value.chars().count());
                output.state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(0), end)));
                output.state.store(ui.ctx(), response.id);
            }
            entered |= response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        }
        entered
    }
}

/// The date of an event as it is typed, with the time in its own zone where it has one.
fn written(event: &Event) -> String {
    let Some(moment) = &event.moment else { return event.date.to_string() };
    let civil = moment.civil().strftime("%Y-%m-%dT%H:%M").to_string();
    match moment.zone.as_str() {
        "UTC" => format!("{civil}Z"),
        offset if offset.starts_with(['+', '-']) => format!("{civil}{offset}"),
        zone => format!("{} {zone}", civil.replace('T', " ")),
    }
}

/// The date of an event for reading, with its time where it has one.
fn when(app: &App, event: &Event, style: DateStyle) -> String {
    let date = app.words().date(event.date, style);
    let Some(moment) = &event.moment else { return date };
    let time = moment.civil().strftime("%H:%M").to_string();
    let facts = [("date", Arg::Text(&date)), ("time", Arg::Text(&time)), ("zone", Arg::Text(&moment.zone))];
    app.words().say("ui-event-when", &facts)
}

fn wrong_key(why: WhenError) -> &'static str {
    match why {
        WhenError::Date => "ui-event-wrong",
        WhenError::Zone => "ui-event-no-zone",
        WhenError::UnknownZone => "ui-event-unknown-zone",
    }
}

/// Which session the event was found to have, of the index, else of the first series that has one; why
/// no series has one.
fn found(app: &App) -> Vec<String> {
    let Some(event) = &app.document().event else { return Vec::new() };
    let words = app.words();
    if app.is_studying() {
        return vec![words.text("ui-study-waits")];
    }
    let analysis = app.analysis();
    let index = analysis.study.index.as_ref().and_then(|id| analysis.move_of(id));
    let session = index.into_iter().chain(&analysis.moves).find_map(|found| found.session.ok());
    let Some(session) = session else {
        let why = analysis.moves.iter().find_map(|found| found.session.err());
        return why.map(|why| no_session_text(&app.scene(), &why)).into_iter().collect();
    };
    let key = match session.found {
        Found::OnDate => "ui-event-session",
        Found::After => "ui-event-session-after",
        Found::Before => "ui-event-session-before",
        Found::AfterClose => "ui-event-session-closed",
        Found::Common => "ui-event-session-common",
    };
    let [session_date, date] = [session.date, event.date].map(|date| words.date(date, DateStyle::Weekday));
    let facts = [("session", Arg::Text(&session_date)), ("date", Arg::Text(&date))];
    let mut lines = vec![words.say(key, &facts)];
    if session.date_only {
        lines.push(words.text("ui-event-date-only"));
    }
    lines
}

/// Which session an event has on a day without one.
fn off_session(ui: &mut Ui, app: &App, theme: &Theme, asks: &mut Asks) {
    let words = app.words();
    ui.horizontal(|ui| {
        note(ui, &words.text("ui-event-off-session"));
        let options = &app.document().study;
        for off in OffSession::ALL {
            let (text, hint) = off_keys(off);
            let chosen = options.off_session == off;
            if choice(ui, theme, chosen, &words.text(text), &words.text(hint)) && !chosen {
                let options = StudyOptions { off_session: off, ..options.clone() };
                asks.command(Command::Study(StudyCommand::Set(options)));
            }
        }
    });
}

/// Keys of the name of such a choice and of what it does.
pub(super) fn off_keys(off: OffSession) -> (&'static str, &'static str) {
    match off {
        OffSession::After => ("ui-off-after", "ui-off-after-hint"),
        OffSession::Before => ("ui-off-before", "ui-off-before-hint"),
    }
}

/// Every known event: one press makes it the event, another lets a kept one go.
fn known(ui: &mut Ui, app: &App, asks: &mut Asks) {
    let events = app.known_events();
    if events.is_empty()
        || (events.len() == 1 && events.iter().all(|known| known.is_current && !known.is_kept))
    {
        return;
    }
    let words = app.words();
    ui.separator();
    note(ui, &words.text("ui-event-known"));
    egui::ScrollArea::vertical().max_height(220.0).show(ui, |ui| {
        for (place, KnownEvent { event, is_current, is_kept }) in events.into_iter().enumerate() {
            ui.push_id(place, |ui| {
                ui.horizontal(|ui| {
                    let named = if event.name.is_empty() {
                        words.text("ui-event-unnamed")
                    } else {
                        event.name.clone()
                    };
                    let text = format!("{} · {named}", when(app, &event, DateStyle::Short));
                    if ui.selectable_label(is_current, text).clicked() {
                        asks.command(Command::Event(EventCommand::Choose(event.clone())));
                        ui.close();
                    }
                    if is_kept {
                        let name = words.say("ui-event-forget", &[("name", Arg::Text(&named))]);
                        let button = ui.add(Button::new("×").frame(false)).on_hover_text(&name);
                        button.widget_info(|| {
                            egui::WidgetInfo::labeled(egui::Role::Button, true, name.clone())
                        });
                        if button.clicked() {
                            asks.command(Command::Event(EventCommand::Forget(event)));
                        }
                    } else {
                        note(ui, &words.text("ui-event-of-file"));
                    }
                });
            });
        }
    });
}
