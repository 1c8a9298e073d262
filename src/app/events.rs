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
            let shown = shown_sessions(&self.document, &self.analysis.sessions, &self.view);
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

    /// Sets the event. Picks that nobody chose go with it, unless the open files name an event:
    /// then they are about that one and keep their colours while others are looked at.
    fn set_event(&mut self, event: Event, gesture: Gesture) {
        let mut document = Document { event: Some(event), ..self.document.clone() };
        let analysis = self.studied(&document);
        if self.picks == Picks::Proposed && self.data.events.is_empty() {
            document.picks = picks::default_picks(&self.data, &analysis);
        }
        self.step(gesture, document, analysis);
    }

    /// The event at a date. The name belongs to its date: at another one the event has the name
    /// that is known for it, or none.
    fn event_at(&self, date: Date) -> Event {
        match &self.document.event {
            Some(event) if event.date == date => event.clone(),
            _ => event_on(&self.data, date),
        }
    }

    /// The session that many places from the event's, if there is an event and it would move that
    /// way: before the first session there is no earlier one, after the last no later one.
    pub(super) fn stepped(&self, sessions: i32) -> Option<Date> {
        let Event { date, .. } = self.document.event.as_ref()?;
        let axis = &self.analysis.sessions;
        let last = axis.len().checked_sub(1).filter(|_| !axis.are_rows())?;
        let here = axis.at_or_after(*date);
        // A date between sessions stands just before the next one: the first step on leads there.
        let ahead = sessions > 0 && axis.position(*date).is_none();
        let steps = isize::try_from(sessions).ok()? - isize::from(ahead);
        let to = here.saturating_add_signed(steps).min(last);
        axis.date(to).filter(|to| if sessions < 0 { to < date } else { to > date })
    }
}
