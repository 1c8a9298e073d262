//! What import decided and noticed while it read one file.
//!
//! It keeps a flood of alike warnings short: what is said of several lines alike stands once, with
//! their number and the first of them. Of one sentence about many columns or series the first ones
//! stand, the rest as a count.

use crate::model::{Assumption, Fact, Message, Warning, WarningKind};

/// Warnings of one sort that stand by themselves.
const SHOWN: usize = 20;
/// Lines of one sort that a preview may mark.
const MARKED: usize = 20;
/// Facts that are those of a line: where nothing but they differ, the same is said.
const OF_A_LINE: [&str; 7] = ["cell", "cells", "close", "date", "kept", "line", "name"];

/// Assumptions and warnings of one file, in the order in which they arose.
#[derive(Clone, Debug, Default)]
pub(super) struct Report {
    assumptions: Vec<Assumption>,
    warnings: Vec<Warning>,
    sorts: Vec<Sort>,
    /// How many warnings are about a line.
    warned: usize,
    /// The first lines of each sort, in the order in which they arose.
    lines: Vec<u64>,
}

/// Warnings of one kind and sentence.
#[derive(Clone, Debug)]
struct Sort {
    kind: WarningKind,
    key: &'static str,
    /// How many arose.
    count: usize,
    /// How many stand by themselves.
    shown: usize,
    /// How many are too much to show, and the line of the first.
    rest: usize,
    rest_line: Option<u64>,
}

impl Report {
    /// Notes a decision, and what decided it.
    pub(super) fn assume(
        &mut self,
        key: &'static str,
        value: impl Into<String>,
        evidence: Message,
        certain: bool,
    ) {
        let choices = Vec::new();
        self.assumptions.push(Assumption {
            key,
            column: None,
            value: value.into(),
            evidence,
            certain,
            choices,
        });
    }

    /// Says that the decision noted last is about that column alone.
    pub(super) fn of_column(&mut self, name: &str) {
        if let Some(assumption) = self.assumptions.last_mut() {
            assumption.column = Some(name.to_owned());
        }
    }

    /// Notes what the user decided about one series, in place of what was told of it. Of a list of
    /// several only its part goes.
    pub(super) fn decide(&mut self, key: &'static str, series: &str, value: &str, is_alone: bool) {
        self.assumptions.retain_mut(|made| {
            if made.key != key || made.column.as_deref().is_some_and(|column| column != series) {
                return true;
            }
            let is_other = |part: &&str| part.rsplit_once('=').is_none_or(|(name, _)| name != series);
            let others: Vec<&str> = made.value.split("; ").filter(is_other).collect();
            made.value = others.join("; ");
            !is_alone && made.column.is_none() && !made.value.is_empty()
        });
        self.assume(key, value, Message::new("io-evidence-chosen"), true);
        self.of_column(series);
    }

    /// Names what the user can choose instead of the decision that was noted last.
    pub(super) fn offer(&mut self, choices: impl IntoIterator<Item = String>) {
        if let Some(assumption) = self.assumptions.last_mut() {
            assumption.choices = choices.into_iter().collect();
        }
    }

    /// Notes something that a reader should know.
    pub(super) fn warn(&mut self, line: Option<u64>, kind: WarningKind, message: Message) {
        let place = self.sorts.iter().position(|sort| sort.kind == kind && sort.key == message.key);
        let place = place.unwrap_or(self.sorts.len());
        if place == self.sorts.len() {
            let key = message.key;
            self.sorts.push(Sort { kind, key, count: 0, shown: 0, rest: 0, rest_line: None });
        }
        let Some(sort) = self.sorts.get_mut(place) else { return };
        sort.count += 1;
        self.warned += usize::from(line.is_some());
        if sort.count <= MARKED {
            self.lines.extend(line);
        }
        // The last ones first: a flood goes on as it began.
        let alike = |told: &&mut Warning| told.kind == kind && is_alike(told, line, &message);
        if let (Some(line), Some(told)) = (line, self.warnings.iter_mut().rev().find(alike)) {
            told.add(line);
        } else if sort.shown < SHOWN {
            sort.shown += 1;
            self.warnings.push(Warning::new(line, kind, message));
        } else {
            sort.rest += 1;
            sort.rest_line = sort.rest_line.or(line);
        }
    }

    /// Whether there is a warning with that sentence.
    pub(super) fn warns(&self, key: &str) -> bool {
        self.warnings.iter().any(|warning| warning.message.key == key)
    }

    /// The first lines about which there is a warning, in the order in which they arose.
    pub(super) fn lines(&self) -> impl Iterator<Item = u64> {
        self.lines.iter().copied()
    }

    /// How many warnings are about a line.
    pub(super) fn warned(&self) -> usize {
        self.warned
    }

    /// What was decided under that key.
    pub(super) fn decided(&self, key: &str) -> Option<&Assumption> {
        self.assumptions.iter().find(|assumption| assumption.key == key)
    }

    /// Drops decisions that no longer hold for all that is reported.
    pub(super) fn forget(&mut self, is_void: impl Fn(&Assumption) -> bool) {
        self.assumptions.retain(|assumption| !is_void(assumption));
    }

    /// Takes over what another report says about lines.
    pub(super) fn take_warnings(&mut self, other: Self) {
        self.take(Self { assumptions: Vec::new(), ..other });
    }

    /// Takes over all that another report holds.
    pub(super) fn take(&mut self, other: Self) {
        self.assumptions.extend(other.assumptions);
        self.warnings.extend(other.warnings);
        self.sorts.extend(other.sorts);
        self.warned += other.warned;
        self.lines.extend(other.lines);
    }

    /// Takes over the warnings of another report, and of its decisions those of these keys: once where
    /// they are the same, and no longer as certain where they are not.
    pub(super) fn join(&mut self, mut other: Self, keys: &[&str]) {
        for assumption in
            std::mem::take(&mut other.assumptions).into_iter().filter(|made| keys.contains(&made.key))
        {
            match self.assumptions.iter_mut().find(|made| made.key == assumption.key) {
                None => self.assumptions.push(assumption),
                Some(known) if known.value == assumption.value => known.certain &= assumption.certain,
                Some(known) => known.certain = false,
            }
        }
        self.take_warnings(other);
    }

    /// Everything, with a line that counts what was too much to show.
    pub(super) fn finish(mut self) -> (Vec<Assumption>, Vec<Warning>) {
        for sort in self.sorts.into_iter().filter(|sort| sort.rest > 0) {
            let message = Message::new("io-and-more").with("count", sort.rest).with("of", sort.key);
            self.warnings.push(Warning::new(sort.rest_line, sort.kind, message));
        }
        (self.assumptions, self.warnings)
    }
}

/// Whether a message says of a line what a warning says of another.
fn is_alike(told: &Warning, line: Option<u64>, message: &Message) -> bool {
    let are_lines = told.line.is_some() && line.is_some();
    are_lines && told.message.key == message.key && said(&told.message).eq(said(message))
}

/// The facts of a message that are not those of its line.
fn said(message: &Message) -> impl Iterator<Item = &(&'static str, Fact)> {
    message.facts.iter().filter(|(name, _)| !OF_A_LINE.contains(name))
}

/// The sentence "line 3 reads …".
pub(super) fn cell_evidence(line: u64, cell: &str) -> Message {
    Message::new("io-evidence-cell").with("line", line.to_string()).with("cell", short(cell))
}

/// A cell as it is quoted in a sentence: one line, forty characters at the most.
pub(super) fn short(cell: &str) -> String {
    let mut kept: String = cell.chars().map(|c| if c.is_control() { ' ' } else { c }).take(40).collect();
    if cell.chars().nth(40).is_some() {
        kept.push('…');
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finished(warned: impl IntoIterator<Item = (Option<u64>, WarningKind, Message)>) -> Vec<Warning> {
        let mut report = Report::default();
        for (line, kind, message) in warned {
            report.warn(line, kind, message);
        }
        report.finish().1
    }

    #[test]
    fn what_is_said_of_several_lines_stands_once_with_their_number() {
        let of = |column: &str, cell: u64| {
            Message::new("io-bad-number").with("cell", cell.to_string()).with("column", column)
        };
        let columns = [("Close", 25_u64), ("Open", 1), ("High", 2)];
        let each = columns.iter().flat_map(|(column, count)| {
            (1..=*count).map(move |line| (Some(line), WarningKind::Number, of(column, line)))
        });
        let date = (Some(9), WarningKind::Date, Message::new("io-bad-date").with("cell", "x"));
        let told = finished(each.chain([date]));
        let seen: Vec<_> = told.iter().map(|warning| (warning.count(), warning.lines())).collect();
        assert_eq!(seen, [(25, vec![1, 2, 3]), (1, vec![1]), (2, vec![1, 2]), (1, vec![9])]);
        assert_eq!(told[0].message, of("Close", 1), "the first is told in full");
    }

    #[test]
    fn what_is_said_of_a_whole_file_stands_by_itself() {
        let part = |name: &str| Message::new("io-member-unreadable").with("name", name);
        let told = finished(["a", "b"].map(|name| (None, WarningKind::Skipped, part(name))));
        assert_eq!(told.iter().map(Warning::count).collect::<Vec<_>>(), [1, 1]);
    }

    #[test]
    fn a_flood_of_different_things_is_counted_after_the_first_twenty() {
        let of = |column: u64| Message::new("io-bad-number").with("column", column.to_string());
        let each = (1..=25).flat_map(|column| {
            [column, column + 100].map(|line| (Some(line), WarningKind::Number, of(column)))
        });
        let told = finished(each);
        assert_eq!(told.len(), 21);
        assert!(told[..20].iter().all(|warning| warning.count() == 2));
        let last = told.last().unwrap();
        assert_eq!((last.line, last.message.key), (Some(21), "io-and-more"));
        assert_eq!(last.message.facts, vec![("count", 10_usize.into()), ("of", "io-bad-number".into())]);
    }

    #[test]
    fn lines_that_are_told_together_can_be_marked_one_by_one() {
        let mut report = Report::default();
        for line in 1..=25 {
            report.warn(Some(line), WarningKind::Number, Message::new("io-bad-number"));
        }
        assert_eq!(report.lines().collect::<Vec<_>>(), (1..=20).collect::<Vec<_>>());
        assert_eq!(report.warned(), 25);
    }

    #[test]
    fn a_long_cell_is_quoted_short_and_on_one_line() {
        assert_eq!(short("a\nb"), "a b");
        assert_eq!(short(&"x".repeat(41)).chars().count(), 41);
    }
}
