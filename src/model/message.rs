//! A sentence that is yet to be said: the key of a locale table and the facts that go into it.
//!
//! The layers below the window know what happened but not in which language it is told.

/// A fact that a sentence names.
#[derive(Clone, Debug, PartialEq)]
pub enum Fact {
    /// Words taken over as they are: a file name, a cell, a date in ISO form.
    Text(String),
    /// A count, which decides the plural.
    Count(u64),
    /// Names, of which a sentence shows as many as it has room for.
    Names(Vec<String>),
}

impl From<Vec<String>> for Fact {
    fn from(names: Vec<String>) -> Self {
        Self::Names(names)
    }
}

impl From<&str> for Fact {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Fact {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u64> for Fact {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

impl From<usize> for Fact {
    fn from(count: usize) -> Self {
        Self::Count(u64::try_from(count).unwrap_or(u64::MAX))
    }
}

/// Key and facts of one sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// Key in the locale tables.
    pub key: &'static str,
    /// Named facts, in the order given.
    pub facts: Vec<(&'static str, Fact)>,
}

impl Message {
    /// A sentence without facts.
    #[must_use]
    pub fn new(key: &'static str) -> Self {
        Self { key, facts: Vec::new() }
    }

    /// Adds a named fact.
    #[must_use]
    pub fn with(mut self, name: &'static str, fact: impl Into<Fact>) -> Self {
        self.facts.push((name, fact.into()));
        self
    }
}
