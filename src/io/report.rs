//! What import decided and noticed while it read one file.
//!
//! It keeps a flood of alike warnings short: the first ones stand in full, the rest as a count.

use crate::model::{Assumption, Message, Warning, WarningKind};

/// Warnings of one sort that stand in full.
const SHOWN: usize = 20;

/// Assumptions and warnings of one file, in the order in which they arose.
#[derive(Clone, Debug, Default)]
pub(super) struct Report {
    assumptions: Vec<Assumption>,
    warnings: Vec<Warning>,
    /// Kind and sentence, how many of them, and the line of the first that is not shown.
    counts: Vec<(WarningKind, &'static str, usize, Option<u64>)>,
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

    /// Names what the user can choose instead of the decision that was noted last.
    pub(super) fn offer(&mut self, choices: impl IntoIterator<Item = String>) {
        if let Some(assumption) = self.assumptions.last_mut() {
            assumption.choices = choices.into_iter().collect();
        }
    }

    /// Notes something that a reader should know.
    pub(super) fn warn(&mut self, line: Option<u64>, kind: WarningKind, message: Message) {
        let place = self.counts.iter().position(|(k, key, ..)| *k == kind && *key == message.key);
        let place = place.unwrap_or(self.counts.len());
        if place == self.counts.len() {
            self.counts.push((kind, message.key, 0, None));
        }
        let Some((_, _, count, first_hidden)) = self.counts.get_mut(place) else { return };
        *count += 1;
        if *count == SHOWN + 1 {
            *first_hidden = line;
        }
        if *count <= SHOWN {
            self.warnings.push(Warning { line, kind, message });
        }
    }

    /// Lines about which there is a warning, in the order in which they arose.
    pub(super) fn lines(&self) -> impl Iterator<Item = u64> {
        self.warnings.iter().filter_map(|warning| warning.line)
    }

    /// Takes over all that another report holds.
    pub(super) fn take(&mut self, other: Self) {
        self.assumptions.extend(other.assumptions);
        self.warnings.extend(other.warnings);
        self.counts.extend(other.counts);
    }

    /// Everything, with a line that counts what was too much to show.
    pub(super) fn finish(mut self) -> (Vec<Assumption>, Vec<Warning>) {
        for (kind, key, count, line) in self.counts {
            if count > SHOWN {
                let message = Message::new("io-and-more").with("count", count - SHOWN).with("of", key);
                self.warnings.push(Warning { line, kind, message });
            }
        }
        (self.assumptions, self.warnings)
    }
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

    #[test]
    fn a_flood_is_counted_after_the_first_twenty() {
        let mut report = Report::default();
        for line in 1..=25 {
            report.warn(Some(line), WarningKind::Number, Message::new("io-bad-number"));
        }
        report.warn(Some(9), WarningKind::Date, Message::new("io-bad-date"));
        let (_, warnings) = report.finish();
        assert_eq!(warnings.len(), 22);
        let last = warnings.last().unwrap();
        assert_eq!((last.line, last.message.key), (Some(21), "io-and-more"));
        assert_eq!(last.message.facts, vec![("count", 5_usize.into()), ("of", "io-bad-number".into())]);
    }

    #[test]
    fn a_long_cell_is_quoted_short_and_on_one_line() {
        assert_eq!(short("a\nb"), "a b");
        assert_eq!(short(&"x".repeat(41)).chars().count(), 41);
    }
}
