//! Commands about the event.

use jiff::civil::Date;

use crate::model::Event;

use super::history::Gesture;
use super::open::event_on;
use super::{App, EventCommand};

impl App {
    pub(super) fn apply_event(&mut self, command: EventCommand) {
        match command {
            EventCommand::Set(event) => self.edit(Gesture::Single, |document| document.event = Some(event)),
            EventCommand::SetDate(date) => self.drop_event(date),
            EventCommand::Drag(date) => self.move_event(date, Gesture::Drag),
            EventCommand::Clear => self.edit(Gesture::Single, |document| document.event = None),
            EventCommand::Step(sessions) => self.step_event(sessions),
        }
    }

    /// Sets the date; after a drag it belongs to the drag's step and ends it.
    fn drop_event(&mut self, date: Date) {
        let gesture = if self.history.is_dragging() { Gesture::Drag } else { Gesture::Single };
        self.move_event(date, gesture);
        self.history.end_gesture();
    }

    /// Moves the event to a date. The name belongs to its date: at another one the event has the
    /// name that is known for it, or none.
    fn move_event(&mut self, date: Date, gesture: Gesture) {
        let event = match &self.document.event {
            Some(event) if event.date == date => event.clone(),
            _ => event_on(&self.data, date),
        };
        self.edit(gesture, |document| document.event = Some(event));
    }

    /// Moves the event by sessions of the axis, stopping at its ends.
    fn step_event(&mut self, sessions: i32) {
        let Some(date) = self.stepped(sessions) else { return };
        self.move_event(date, Gesture::Single);
    }

    /// The session that many places from the event's, if there is an event and it would move.
    pub(super) fn stepped(&self, sessions: i32) -> Option<Date> {
        let Event { date, .. } = self.document.event.as_ref()?;
        let axis = &self.analysis.sessions;
        let last = axis.len().checked_sub(1)?;
        let here = axis.at_or_after(*date);
        // A date between sessions stands just before the next one: the first step on leads there.
        let ahead = sessions > 0 && axis.position(*date).is_none();
        let steps = isize::try_from(sessions).ok()? - isize::from(ahead);
        let to = here.saturating_add_signed(steps).min(last);
        axis.date(to).filter(|to| to != date)
    }
}
