//! Commands about the event.

use jiff::civil::Date;

use crate::chart::picks;
use crate::chart::session_axis::shown_sessions;
use crate::model::{Document, Event};

use super::choices::ascends;
use super::history::Gesture;
use super::open::event_on;
use super::{App, EventCommand, Picks};

impl App {
    pub(super) fn apply_event(&mut self, command: EventCommand) {
        match command {
            EventCommand::Set(event) => self.set_event(event, Gesture::Single),
            EventCommand::Choose(event) => self.choose_event(event),
            EventCommand::Keep => self.edit(Gesture::Single, keep),
            EventCommand::Forget(event) => self.edit(Gesture::Single, |document| {
                document.events.retain(|kept| *kept != event);
            }),
            EventCommand::SetDate(date) => self.drop_event(date),
            EventCommand::Drag(date) => self.drag_event(date),
            EventCommand::Clear => self.edit(Gesture::Single, |document| document.event = None),
            EventCommand::Step(sessions) => self.step_event(sessions),
        }
    }

    /// Moves the event under the pointer. Colours, and the sessions in view, stay as they are until
    /// it is let go: a stretch around the event would move away under the pointer.
    fn drag_event(&mut self, date: Date) {
        if self.view.sessions.is_none() {
            let shown = shown_sessions(&self.analysis.sessions, &self.view);
            self.held = Some(shown).filter(ascends);
            self.view.sessions = self.held;
        }
        let event = self.event_at(date);
        self.edit(Gesture::Drag, |document| document.event = Some(event));
    }

    /// Sets the date; after a drag it belongs to the drag's step and ends it.
    fn drop_event(&mut self, date: Date) {
        let gesture = if self.history.is_dragging() { Gesture::Drag } else { Gesture::Single };
        self.set_event(self.event_at(date), gesture);
        self.end_drag();
    }

    /// Ends a drag, if one goes on: the next change is a step of its own, and the view follows its
    /// span again unless it was moved meanwhile.
    pub(super) fn end_drag(&mut self) {
        self.history.end_gesture();
        let held = self.held.take();
        if held.is_some() && self.view.sessions == held {
            self.view.sessions = None;
        }
    }

    /// Moves the event by sessions of the axis, stopping at its ends.
    fn step_event(&mut self, sessions: i32) {
        let Some(date) = self.stepped(sessions) else { return };
        self.set_event(self.event_at(date), Gesture::Single);
    }

    /// Makes another event the one that is looked at. The one before it stays at hand: of the file that
    /// names it, else as a kept one.
    fn choose_event(&mut self, event: Event) {
        let mut document = self.document.clone();
        let before = document.event.as_ref();
        if before.is_some_and(|before| *before != event && !self.data.events.contains(before)) {
            keep(&mut document);
        }
        self.set_event_of(document, event, Gesture::Single);
    }

    /// Sets the event. Picks that nobody chose go with it, unless the open files name an event:
    /// then they are about that one and keep their colours while others are looked at.
    fn set_event(&mut self, event: Event, gesture: Gesture) {
        self.set_event_of(self.document.clone(), event, gesture);
    }

    fn set_event_of(&mut self, mut document: Document, event: Event, gesture: Gesture) {
        document.event = Some(event);
        let analysis = self.studied(&document);
        if self.picks == Picks::Proposed && self.data.events.is_empty() && !self.is_studying() {
            document.picks = picks::default_picks(&self.data, &analysis);
        }
        self.step(gesture, document, analysis);
    }

    /// The event at a date, without a time. The name belongs to its date: at another one the event has
    /// the name that is known for it, or none.
    fn event_at(&self, date: Date) -> Event {
        let of_date = |event: &&Event| event.date == date;
        let named = self.document.event.iter().chain(&self.document.events).find(of_date);
        let named = named.cloned().unwrap_or_else(|| event_on(&self.data, date));
        Event::new(named.name, date)
    }

    /// Where the event stands on the axis of sessions: the date of its session, its own date where no
    /// open series has a session for it.
    #[must_use]
    pub fn event_session(&self) -> Option<Date> {
        let event = self.document.event.as_ref()?;
        let sessions = &self.analysis.sessions;
        let on_axis = sessions.event().and_then(|place| sessions.date(place));
        Some(on_axis.filter(|_| !self.is_studying()).unwrap_or(event.date))
    }

    /// The event, those of the open files and those that are kept, each once, by date; the event itself
    /// only where it is one of the others.
    #[must_use]
    pub fn known_events(&self) -> Vec<KnownEvent> {
        let kept = &self.document.events;
        let mut known: Vec<KnownEvent> = Vec::new();
        for event in self.data.events.iter().chain(kept) {
            if known.iter().all(|other| other.event != *event) {
                known.push(KnownEvent {
                    event: event.clone(),
                    is_current: self.document.event.as_ref() == Some(event),
                    is_kept: kept.contains(event),
                });
            }
        }
        known.sort_by(|a, b| (a.event.date, &a.event.name).cmp(&(b.event.date, &b.event.name)));
        known
    }

    /// Whether the event is there and neither kept nor named by an open file.
    #[must_use]
    pub fn can_keep_event(&self) -> bool {
        let event = self.document.event.as_ref();
        event.is_some_and(|event| !self.document.events.contains(event) && !self.data.events.contains(event))
    }

    /// The session that many places from the event's, if there is an event and it would move that
    /// way: before the first session there is no earlier one, after the last no later one.
    pub(super) fn stepped(&self, sessions: i32) -> Option<Date> {
        let event = self.document.event.as_ref()?;
        // With a time the session may be a later one than that of the date.
        let from = if event.moment.is_some() { self.event_session()? } else { event.date };
        let axis = &self.analysis.sessions;
        let last = axis.len().checked_sub(1).filter(|_| !axis.are_rows())?;
        let here = axis.at_or_after(from);
        // A date between sessions stands just before the next one: the first step on leads there.
        let ahead = sessions > 0 && axis.position(from).is_none();
        let steps = isize::try_from(sessions).ok()? - isize::from(ahead);
        let to = here.saturating_add_signed(steps).min(last);
        axis.date(to).filter(|to| if sessions < 0 { *to < from } else { *to > from })
    }
}

/// Keeps the event of a document beside others.
fn keep(document: &mut Document) {
    if let Some(event) = document.event.clone()
        && !document.events.contains(&event)
    {
        document.events.push(event);
    }
}

/// An event that can be made the one that is looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct KnownEvent {
    /// Its name, date and time.
    pub event: Event,
    /// Whether it is looked at.
    pub is_current: bool,
    /// Whether the user keeps it, so that it can be let go.
    pub is_kept: bool,
}
