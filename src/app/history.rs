//! Steps that can be taken back: snapshots, with a drag as one step.
//!
//! Knows nothing of what a snapshot holds and nothing of time: who records says where a gesture
//! goes on.

use std::collections::VecDeque;

/// How many steps are kept.
const STEPS: usize = 200;

/// Whether a change stands by itself or goes on from the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gesture {
    /// A step of its own.
    Single,
    /// Part of a movement: one step with the changes of the same gesture before it.
    Drag,
    /// Part of what is typed into one field: the same.
    Typing,
}

/// States before each step, and states taken back.
#[derive(Clone, Debug)]
pub struct History<T> {
    past: VecDeque<T>,
    future: Vec<T>,
    going_on: Gesture,
}

impl<T> Default for History<T> {
    fn default() -> Self {
        Self { past: VecDeque::new(), future: Vec::new(), going_on: Gesture::Single }
    }
}

impl<T> History<T> {
    /// Keeps the state `before` a change. What had been taken back is gone.
    pub fn record(&mut self, before: T, gesture: Gesture) {
        self.future.clear();
        if gesture != Gesture::Single && self.going_on == gesture {
            return;
        }
        self.going_on = gesture;
        if self.past.len() == STEPS {
            self.past.pop_front();
        }
        self.past.push_back(before);
    }

    /// The next change is a step of its own, whatever its gesture.
    pub fn end_gesture(&mut self) {
        self.going_on = Gesture::Single;
    }

    /// Whether a drag has begun and not ended.
    #[must_use]
    pub fn is_dragging(&self) -> bool {
        self.going_on == Gesture::Drag
    }

    /// The state before the last step, in exchange for the present one.
    pub fn undo(&mut self, now: impl FnOnce() -> T) -> Option<T> {
        let before = self.past.pop_back()?;
        self.future.push(now());
        self.going_on = Gesture::Single;
        Some(before)
    }

    /// The state taken back last, in exchange for the present one.
    pub fn redo(&mut self, now: impl FnOnce() -> T) -> Option<T> {
        let after = self.future.pop()?;
        self.past.push_back(now());
        self.going_on = Gesture::Single;
        Some(after)
    }

    /// Whether there is a step to take back.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a step to repeat.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A number with its history, changed as `App` changes its document.
    struct Counter(i32, History<i32>);

    impl Counter {
        fn set(&mut self, value: i32, gesture: Gesture) {
            self.1.record(self.0, gesture);
            self.0 = value;
        }

        fn undo(&mut self) -> bool {
            let now = self.0;
            self.1.undo(|| now).map(|before| self.0 = before).is_some()
        }

        fn redo(&mut self) -> bool {
            let now = self.0;
            self.1.redo(|| now).map(|after| self.0 = after).is_some()
        }
    }

    #[test]
    fn steps_go_back_and_forth() {
        let mut counter = Counter(0, History::default());
        assert!(!counter.undo() && !counter.redo());
        counter.set(1, Gesture::Single);
        counter.set(2, Gesture::Single);
        assert!(counter.undo() && counter.0 == 1);
        assert!(counter.undo() && counter.0 == 0);
        assert!(!counter.undo());
        assert!(counter.redo() && counter.redo() && counter.0 == 2);
        assert!(counter.undo());
        counter.set(7, Gesture::Single);
        assert!(!counter.1.can_redo(), "a new step ends what had been taken back");
    }

    #[test]
    fn a_drag_is_one_step_and_two_drags_are_two() {
        let mut counter = Counter(0, History::default());
        for value in 1..5 {
            counter.set(value, Gesture::Drag);
        }
        counter.1.end_gesture();
        for value in 5..9 {
            counter.set(value, Gesture::Drag);
        }
        assert!(counter.undo() && counter.0 == 4);
        assert!(counter.undo() && counter.0 == 0);
        assert!(!counter.1.can_undo());
    }

    #[test]
    fn old_steps_are_let_go() {
        let mut counter = Counter(0, History::default());
        for value in 1..=i32::try_from(STEPS).unwrap() + 5 {
            counter.set(value, Gesture::Single);
        }
        while counter.undo() {}
        assert_eq!(counter.0, 5);
    }
}
