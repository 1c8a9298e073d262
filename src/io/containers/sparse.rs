//! Cells that come one by one with their place in a sheet, until they are rows.

use crate::io::grid::{Form, Grid};

/// Cells of a sheet in the order of their rows; empty ones are not kept.
#[derive(Debug, Default)]
pub(super) struct Sparse {
    text: String,
    cells: Vec<Cell>,
}

#[derive(Debug)]
struct Cell {
    row: u32,
    column: u32,
    /// Where its text begins and ends.
    start: usize,
    end: usize,
}

impl Sparse {
    /// Adds the cell at that zero-based place.
    pub(super) fn add(&mut self, row: u32, column: u32, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        let start = self.text.len();
        self.text.push_str(text);
        self.cells.push(Cell { row, column, start, end: self.text.len() });
    }

    /// The rows that hold something, each with its one-based number; columns that are empty all the
    /// way down are left out. `None` where nothing is.
    pub(super) fn into_grid(mut self) -> Option<Grid> {
        // Writers may give rows in any order, and cells of a row too.
        self.cells.sort_by_key(|cell| (cell.row, cell.column));
        let mut columns: Vec<u32> = self.cells.iter().map(|cell| cell.column).collect();
        columns.sort_unstable();
        columns.dedup();
        let mut grid = Grid::of(Form::Sheet);
        let mut cells = self.cells.iter().peekable();
        while let Some(row) = cells.peek().map(|cell| cell.row) {
            let mut width = 0;
            while let Some(cell) = cells.next_if(|cell| cell.row == row) {
                let place = columns.partition_point(|column| *column < cell.column);
                // Two cells in one place: the first one counts.
                if place < width {
                    continue;
                }
                for _ in width..place {
                    grid.push("");
                }
                grid.push(self.text.get(cell.start..cell.end).unwrap_or_default());
                width = place + 1;
            }
            grid.end_row(u64::from(row) + 1);
        }
        (grid.len() > 0).then_some(grid)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_become_rows_with_their_true_numbers() {
        let mut sparse = Sparse::default();
        for (row, column, text) in
            [(3, 5, "1.5"), (2, 3, "Date"), (2, 5, "Close"), (0, 3, "Title"), (3, 4, " "), (3, 3, "27")]
        {
            sparse.add(row, column, text);
        }
        let grid = sparse.into_grid().unwrap();
        let rows: Vec<(u64, Vec<&str>)> = grid.rows().map(|row| (row.line, row.cells().collect())).collect();
        assert_eq!(rows, [(1, vec!["Title"]), (3, vec!["Date", "Close"]), (4, vec!["27", "1.5"])]);
        assert!(Sparse::default().into_grid().is_none());
    }
}
