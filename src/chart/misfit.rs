//! What keeps a figure from being readable at its size: which part, how much room it needs and
//! how much there is.
//!
//! Found while the figure is laid out, so that the refusal tells what the layout met. Nothing here
//! decides how anything is set.

use std::cell::RefCell;

use super::Medium;
use super::sheet::{MM_PER_INCH, PX_PER_INCH};
use crate::model::Message;

/// A part of a figure that can be short of room.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// Title, subtitle, note and source, in height.
    Words,
    /// The whole title, in height.
    Title,
    /// The whole heading of a panel, in height.
    Heading,
    /// The event's name over the market, in width.
    EventName,
    /// Names of lines at their ends or in the key, in width.
    EndNames,
    /// The same in height.
    EndNameRows,
    /// The plot of the market or of the models, in width.
    PlotWidth,
    /// The same in height.
    PlotHeight,
    /// Bars of the moves, in height.
    Bars,
    /// Names and values beside the bars, in width.
    BarNames,
    /// Rows of the table, in height.
    Rows,
    /// The least columns of the table, in width.
    Columns,
    /// The words of a note in a chart, in height, by the note's name; no place is left for them.
    Annotation(String),
}

/// A part with the room that it needs and the room that is left for it, in figure pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Misfit {
    /// Which part.
    pub part: Part,
    /// What of the part is left without room, by name; empty where it is the part itself.
    pub names: Vec<String>,
    /// Length that it needs.
    pub needs: f64,
    /// Length that there is.
    pub leaves: f64,
    /// Whether lengths are told in millimetres, because the sheet is paper.
    pub paper: bool,
}

impl Misfit {
    /// What to tell the user.
    #[must_use]
    pub fn message(&self) -> Message {
        let key = match &self.part {
            Part::Words => "chart-misfit-words",
            Part::Title => "chart-misfit-title",
            Part::Heading => "chart-misfit-heading",
            Part::EventName => "chart-misfit-event-name",
            Part::EndNames => "chart-misfit-end-names",
            Part::EndNameRows => "chart-misfit-end-name-rows",
            Part::PlotWidth => "chart-misfit-plot-width",
            Part::PlotHeight => "chart-misfit-plot-height",
            Part::Bars => "chart-misfit-bars",
            Part::BarNames => "chart-misfit-bar-names",
            Part::Rows => "chart-misfit-rows",
            Part::Columns => "chart-misfit-columns",
            Part::Annotation(which) => {
                return Message::new("chart-misfit-annotation").with("which", which.as_str());
            }
        };
        let (unit, length) = if self.paper { ("mm", MM_PER_INCH / PX_PER_INCH) } else { ("px", 1.0) };
        let leaves = (self.leaves * length).max(0.0).floor();
        // What is short by less than one still needs more than there is.
        let needs = (self.needs * length).ceil().max(leaves + 1.0);
        let told = |length: f64| format!("{length} {unit}");
        let message = Message::new(key).with("needs", told(needs)).with("leaves", told(leaves));
        if self.names.is_empty() { message } else { message.with("names", self.names.join(", ")) }
    }
}

/// Finds the first part of a file that has less room than it needs.
#[derive(Debug)]
pub(super) struct Check {
    print: bool,
    paper: bool,
    found: RefCell<Option<Misfit>>,
    told: RefCell<Vec<Message>>,
}

impl Check {
    /// Nothing found yet; in the window, which can be made larger, nothing ever is.
    pub fn new(medium: &Medium) -> Self {
        let (print, paper) = match medium {
            Medium::Print(sheet) => (true, sheet.physical_mm.is_some()),
            Medium::Window { .. } => (false, false),
        };
        Self { print, paper, found: RefCell::new(None), told: RefCell::default() }
    }

    /// Remembers the part when it needs more than there is.
    pub fn need(&self, part: Part, needs: f64, leaves: f64) {
        // Sums of lengths differ in their last digits.
        if needs > leaves + 0.01 {
            self.lack(part, needs, leaves, Vec::new());
        }
    }

    /// Remembers that something has no room, by name.
    pub fn lack(&self, part: Part, needs: f64, leaves: f64, names: Vec<String>) {
        let mut found = self.found.borrow_mut();
        if self.print && found.is_none() {
            *found = Some(Misfit { part, names, needs, leaves, paper: self.paper });
        }
    }

    /// Remembers what is to be told, though the figure is whole without it.
    pub fn tell(&self, message: Message) {
        self.told.borrow_mut().push(message);
    }

    /// What is to be told.
    pub fn told(&self) -> Vec<Message> {
        self.told.borrow().clone()
    }

    /// The first that was found.
    pub fn found(&self) -> Option<Misfit> {
        self.found.borrow().clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Sheet;

    #[test]
    fn the_first_shortage_of_a_file_is_told_in_its_own_unit() {
        let check = Check::new(&Medium::Print(Sheet::pixels([200.0, 100.0])));
        check.need(Part::Bars, 50.0, 50.0);
        assert_eq!(check.found(), None);
        check.need(Part::EndNames, 139.2, 90.7);
        check.need(Part::Bars, 500.0, 50.0);
        let message = check.found().unwrap().message();
        let words = crate::text::Words::english();
        let told = format!("{message:?}");
        assert!(told.contains("140 px") && told.contains("90 px"), "{told}");
        assert!(words.text("chart-misfit-words").len() > 10);
        let check = Check::new(&Medium::Print(Sheet::paper([20.0, 20.0])));
        check.need(Part::Rows, 96.0, 95.9);
        let told = format!("{:?}", check.found().unwrap().message());
        assert!(told.contains("26 mm") && told.contains("25 mm"), "{told}");
        let check = Check::new(&Medium::Print(Sheet::paper([20.0, 20.0])));
        check.need(Part::Annotation("2 “Rumours”".to_owned()), 10.0, 0.0);
        let told = format!("{:?}", check.found().unwrap().message());
        assert!(told.contains("2 “Rumours”"), "{told}");
        let check = Check::new(&Medium::Window { size: [1.0, 1.0] });
        check.need(Part::Rows, 2.0, 1.0);
        assert_eq!(check.found(), None);
    }
}
