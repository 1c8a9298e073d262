//! Rows of cells as they stand in a file, all their texts in one buffer.
//!
//! A grid knows no meaning: every way into a file (divided text, sheets, data frames, JSON, HTML)
//! ends in one, and everything that decides what a file means starts from one.

use super::cell;

/// What the form of a file says about its rows by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Form {
    /// Nothing: marks divide the cells, and a row may have lost some.
    #[default]
    Divided,
    /// Each cell has its place: a short row ends in blank cells.
    Sheet,
    /// Records under names: the first row names the columns, and no other does.
    Records,
}

/// Rows of cells, each row with the line it begins on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Grid {
    form: Form,
    text: String,
    /// End of each cell in `text`.
    ends: Vec<usize>,
    rows: Vec<Place>,
}

/// Where a row stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    /// One-based line on which it begins.
    line: u64,
    /// End of its cells among `ends`; they begin where those of the row before end.
    end: usize,
    /// Whether a blank line stands before it.
    is_after_gap: bool,
}

impl Grid {
    /// Adds a cell to the row in progress.
    pub(super) fn push(&mut self, cell: &str) {
        self.text.push_str(cell);
        self.ends.push(self.text.len());
    }

    /// An empty grid for about that many bytes of text.
    pub(super) fn with_room(bytes: usize) -> Self {
        Self { text: String::with_capacity(bytes), ..Self::default() }
    }

    /// An empty grid out of a file of that form.
    pub(super) fn of(form: Form) -> Self {
        Self { form, ..Self::default() }
    }

    /// What the form of its file says about its rows.
    pub(super) fn form(&self) -> Form {
        self.form
    }

    /// Ends the row in progress, which begins on that one-based line.
    pub(super) fn end_row(&mut self, line: u64) {
        self.end_row_after(line, false);
    }

    /// Ends the row in progress and tells whether a blank line stands before it.
    pub(super) fn end_row_after(&mut self, line: u64, is_after_gap: bool) {
        self.rows.push(Place { line, end: self.ends.len(), is_after_gap });
    }

    /// Whether a blank line stands before the row at that position.
    pub(super) fn is_after_gap(&self, at: usize) -> bool {
        self.rows.get(at).is_some_and(|place| place.is_after_gap)
    }

    /// Number of rows.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// The row at that position; an empty one beyond the end.
    pub(super) fn row(&self, at: usize) -> Row<'_> {
        let before = at.checked_sub(1).and_then(|before| self.rows.get(before));
        let first = before.map_or(0, |place| place.end);
        let place = self.rows.get(at);
        let ends = place.and_then(|place| self.ends.get(first..place.end)).unwrap_or_default();
        let start = first.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        Row { text: &self.text, start, ends, line: place.map_or(0, |place| place.line) }
    }

    /// Every row in order.
    pub(super) fn rows(&self) -> impl DoubleEndedIterator<Item = Row<'_>> + ExactSizeIterator {
        (0..self.len()).map(|at| self.row(at))
    }
}

/// One row of a grid.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row<'a> {
    text: &'a str,
    /// Where its first cell begins in `text`.
    start: usize,
    ends: &'a [usize],
    /// One-based line on which it begins.
    pub line: u64,
}

impl<'a> Row<'a> {
    /// Number of cells, empty ones too.
    pub(super) fn width(&self) -> usize {
        self.ends.len()
    }

    /// A cell as it stands; nothing beyond the row's end.
    pub(super) fn raw(&self, column: usize) -> &'a str {
        let before = column.checked_sub(1).map_or(Some(&self.start), |before| self.ends.get(before));
        match (before, self.ends.get(column)) {
            (Some(start), Some(end)) => self.text.get(*start..*end).unwrap_or_default(),
            _ => "",
        }
    }

    /// A cell without blanks and marks of writing direction around it.
    pub(super) fn cell(&self, column: usize) -> &'a str {
        cell::trim(self.raw(column))
    }

    /// Every cell, trimmed.
    pub(super) fn cells(self) -> impl DoubleEndedIterator<Item = &'a str> {
        (0..self.width()).map(move |column| self.cell(column))
    }

    /// Number of cells that hold something.
    pub(super) fn filled(&self) -> usize {
        self.cells().filter(|cell| !cell.is_empty()).count()
    }

    /// The first cell that holds something.
    pub(super) fn first_filled(&self) -> &'a str {
        self.cells().find(|cell| !cell.is_empty()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_give_back_their_cells_and_lines() {
        let mut grid = Grid::default();
        for (line, cells) in
            [(1, &["Date", " Close "][..]), (2, &[]), (4, &["", "\u{200f}118.42\u{200f}", "x"])]
        {
            for cell in cells {
                grid.push(cell);
            }
            grid.end_row(line);
        }
        let rows: Vec<(u64, Vec<&str>)> = grid.rows().map(|row| (row.line, row.cells().collect())).collect();
        assert_eq!(rows, [(1, vec!["Date", "Close"]), (2, vec![]), (4, vec!["", "118.42", "x"])]);
        assert_eq!((grid.row(0).raw(1), grid.row(0).raw(2), grid.row(9).width()), (" Close ", "", 0));
        assert_eq!((grid.row(2).filled(), grid.row(2).first_filled()), (2, "118.42"));
    }
}
