//! What was told to the user, newest last.

/// How serious a notice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Something went as asked.
    Info,
    /// It went, with something to know.
    Warning,
    /// It did not go.
    Error,
}

/// One outcome in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Grows with each notice.
    pub id: u64,
    /// How serious it is.
    pub level: Level,
    /// What happened, where, what to do.
    pub text: String,
}

/// How many notices are kept.
const KEPT: usize = 200;

/// The log of notices.
#[derive(Clone, Debug, Default)]
pub struct Notices {
    list: Vec<Notice>,
    told: u64,
}

impl Notices {
    /// Adds one at the end; the oldest goes when there are too many.
    pub fn tell(&mut self, level: Level, text: String) {
        if self.list.len() == KEPT {
            self.list.remove(0);
        }
        self.told += 1;
        self.list.push(Notice { id: self.told, level, text });
    }

    /// Takes one off the list.
    pub fn dismiss(&mut self, id: u64) {
        self.list.retain(|notice| notice.id != id);
    }

    /// All that are kept, newest last.
    #[must_use]
    pub fn list(&self) -> &[Notice] {
        &self.list
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_stay_unique_after_dismissals_and_the_list_stays_short() {
        let mut notices = Notices::default();
        notices.tell(Level::Info, "a".to_owned());
        notices.dismiss(1);
        for round in 0..KEPT + 3 {
            notices.tell(Level::Error, round.to_string());
        }
        assert_eq!(notices.list().len(), KEPT);
        assert!(notices.list().windows(2).all(|pair| pair[0].id < pair[1].id));
        assert!(notices.list().iter().all(|notice| notice.id != 1));
    }
}
