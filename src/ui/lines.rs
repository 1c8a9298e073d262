//! Lines of a file as a table: the cells as they stand, and at the right what was read in them.
//!
//! The cells scroll sideways, what was read does not. Header, date and close are told by their
//! weight, their ground and a word over their columns.

use std::collections::BTreeMap;

use eframe::egui::{self, Align2, Rect, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::bidi;
use super::strip::visual_lines;
use super::style::{NOTE, color32, font};
use crate::app::speech;
use crate::chart::Theme;
use crate::chart::figure::Color;
use crate::model::{LineKind, Outline, OutlineLine, Source};
use crate::text::{Weight, Words, elide, measure};

/// Height of a row.
const ROW: f32 = 20.0;
/// Room at both ends of a cell.
const PAD: f32 = 6.0;
/// Width of the line numbers.
const GUTTER: f32 = 58.0;
/// Width of a column of cells at the least and at the most.
const CELL: [f32; 2] = [36.0, 170.0];
/// Columns that are shown beside those of the date and the close.
const MOST_COLUMNS: usize = 24;

/// What stands in one row of the table.
enum Row<'a> {
    /// Words over the columns.
    Head,
    /// A line of the file.
    Line(&'a OutlineLine),
    /// Lines that are not shown.
    Gap,
}

/// A table of lines with the places of its columns.
struct Table<'a> {
    words: &'a Words,
    theme: &'a Theme,
    outline: &'a Outline,
    rows: Vec<Row<'a>>,
    /// Column of the file and its width.
    columns: Vec<(usize, f32)>,
    /// What there is to know, by line.
    warnings: BTreeMap<u64, String>,
}

/// Shows the lines of a source, as high as `height` at the most.
pub fn show(ui: &mut Ui, words: &Words, theme: &Theme, source: &Source, height: f32) {
    let outline = &source.outline;
    let table = Table {
        words,
        theme,
        outline,
        rows: rows(outline),
        columns: columns(outline),
        warnings: warnings(words, source),
    };
    let dates = table.read_width(|line| line.date.clone(), &words.text("ui-preview-date"));
    let closes =
        table.read_width(|line| line.close.map(|close| words.price(close)), &words.text("ui-preview-close"));
    // A table of models gives neither.
    let reads = outline.lines.iter().any(|line| line.date.is_some() || line.close.is_some());
    ScrollArea::vertical().id_salt("lines").max_height(height).auto_shrink([false, true]).show(ui, |ui| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            // Room for the scroll bar, which stands over the cells.
            let read = if reads { dates + closes + 2.0 * PAD } else { 0.0 } + 10.0;
            let room = (ui.available_width() - read - GUTTER).max(80.0);
            table.gutter(ui);
            ScrollArea::horizontal().id_salt("cells").max_width(room).auto_shrink([true, true]).show(
                ui,
                |ui| {
                    table.cells(ui);
                },
            );
            if reads {
                table.read(ui, dates, closes);
            }
        });
    });
}

/// Lines with a gap wherever the file has more between them.
fn rows(outline: &Outline) -> Vec<Row<'_>> {
    let mut rows = vec![Row::Head];
    let mut last = 0;
    for line in &outline.lines {
        if line.line > last + 1 {
            rows.push(Row::Gap);
        }
        last = line.line;
        rows.push(Row::Line(line));
    }
    rows
}

/// The first columns and those of the date and the close, as wide as what they hold.
fn columns(outline: &Outline) -> Vec<(usize, f32)> {
    let count = outline.lines.iter().map(|line| line.cells.len()).max().unwrap_or_default();
    let marked = [outline.date_column, outline.close_column];
    (0..count)
        .filter(|column| *column < MOST_COLUMNS || marked.contains(&Some(*column)))
        .map(|column| {
            let cells = outline.lines.iter().filter(|line| line.cells.len() > 1 || count == 1);
            let widths = cells.filter_map(|line| {
                let weight = if line.kind == LineKind::Header { Weight::Semibold } else { Weight::Regular };
                line.cells.get(column).map(|cell| measure(cell, f64::from(NOTE), weight).width as f32)
            });
            let widest = widths.fold(0.0, f32::max) + 2.0 * PAD;
            let [least, most] = if count == 1 { [CELL[0], 480.0] } else { CELL };
            (column, widest.clamp(least, most))
        })
        .collect()
}

fn warnings(words: &Words, source: &Source) -> BTreeMap<u64, String> {
    let mut told: BTreeMap<u64, String> = BTreeMap::new();
    let mut tell = |line: u64, said: &str| {
        let text = told.entry(line).or_default();
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(said);
    };
    for warning in &source.warnings {
        let Some(line) = warning.line else { continue };
        tell(line, &speech::warning_text(words, warning));
        // What is told in full is about the first line, so that is named at the others.
        for line in &warning.others.lines {
            tell(*line, &speech::warning_line(words, warning));
        }
    }
    told
}

impl Table<'_> {
    /// Width of a column of what was read.
    fn read_width(&self, text: impl Fn(&OutlineLine) -> Option<String>, title: &str) -> f32 {
        let texts = self.outline.lines.iter().filter_map(text);
        let widths = texts.map(|text| measure(&text, f64::from(NOTE), Weight::Regular).width);
        let title = measure(title, f64::from(NOTE), Weight::Regular).width;
        widths.fold(title, f64::max) as f32 + 2.0 * PAD
    }

    /// Line numbers, with a mark where there is something to know.
    fn gutter(&self, ui: &mut Ui) {
        let rect = self.allocate(ui, GUTTER);
        for (row, place) in self.placed(rect) {
            match row {
                Row::Head => paint(ui, place, &self.words.text("ui-preview-line"), Look::note(self.theme)),
                Row::Gap => paint(ui, place, "…", Look::note(self.theme)),
                Row::Line(line) => self.number(ui, place, line),
            }
        }
    }

    fn number(&self, ui: &mut Ui, place: Rect, line: &OutlineLine) {
        let number = line.line.to_string();
        let warning = self.warnings.get(&line.line);
        let is_odd = line.kind == LineKind::Odd || warning.is_some();
        let color = if is_odd { self.theme.ink } else { self.theme.muted };
        paint(ui, place, &number, Look { color, ..Look::note(self.theme) });
        if is_odd {
            let mark = Look { color: self.theme.fall, weight: Weight::Semibold, align: Align2::RIGHT_CENTER };
            paint(ui, place, "!", mark);
        }
        let response = ui.interact(place, ui.scope_id().with(("line", line.line)), Sense::hover());
        let told = self.told(line, warning);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, told.clone()));
        if let Some(warning) = warning {
            response.on_hover_text(visual_lines(warning));
        }
    }

    /// A line as a screen reader says it.
    fn told(&self, line: &OutlineLine, warning: Option<&String>) -> String {
        let key = match line.kind {
            LineKind::Left => "ui-preview-left",
            LineKind::Header => "ui-preview-header",
            LineKind::Row => "ui-preview-row",
            LineKind::Odd => "ui-preview-odd",
        };
        let kind = self.words.say(key, &[("line", crate::text::Arg::Text(&line.line.to_string()))]);
        let mut parts = vec![kind, line.cells.join(", ")];
        parts.extend(line.date.clone());
        parts.extend(line.close.map(|close| self.words.price(close)));
        parts.extend(warning.cloned());
        parts.join("; ")
    }

    /// The cells as they stand.
    fn cells(&self, ui: &mut Ui) {
        let width: f32 = self.columns.iter().map(|(_, width)| width).sum();
        let rect = self.allocate(ui, width);
        self.grounds(ui, rect);
        for (row, place) in self.placed(rect) {
            let mut left = place.left();
            match row {
                Row::Gap => {}
                // A line without columns is a sentence above or below the table.
                Row::Line(line) if line.cells.len() == 1 && self.columns.len() > 1 => {
                    if let Some(cell) = line.cells.first() {
                        paint(ui, place, cell, self.look(line, 0));
                    }
                }
                Row::Head | Row::Line(_) => {
                    for (column, width) in &self.columns {
                        let cell = Rect::from_min_size(pos2(left, place.top()), vec2(*width, ROW));
                        left += width;
                        match row {
                            Row::Head => {
                                let title = self.title(*column);
                                paint(ui, cell, &title, Look::note(self.theme));
                            }
                            Row::Line(line) => {
                                let text = line.cells.get(*column).map_or("", String::as_str);
                                paint(ui, cell, text, self.look(line, *column));
                            }
                            Row::Gap => {}
                        }
                    }
                }
            }
        }
    }

    /// Grounds of the header and of the columns that were taken for date and close.
    fn grounds(&self, ui: &Ui, rect: Rect) {
        let painter = ui.painter();
        let mut left = rect.left();
        for (column, width) in &self.columns {
            let mut strip = Rect::from_min_size(pos2(left, rect.top()), vec2(*width, rect.height()));
            strip.max.x -= 1.0;
            left += width;
            if self.is_marked(*column) {
                painter.rect_filled(strip, 0.0, color32(self.theme.selected));
            }
        }
        for (row, place) in self.placed(rect) {
            let Row::Line(line) = row else { continue };
            if line.kind == LineKind::Header {
                painter.rect_filled(place, 0.0, color32(self.theme.raised));
                let stroke = egui::Stroke::new(1.0, color32(self.theme.muted));
                painter.hline(place.x_range(), place.bottom() - 0.5, stroke);
            }
        }
    }

    /// The date and the close that were read.
    fn read(&self, ui: &mut Ui, dates: f32, closes: f32) {
        let rect = self.allocate(ui, dates + closes + PAD);
        let stroke = egui::Stroke::new(1.0, color32(self.theme.rule));
        ui.painter().vline(rect.left() + 0.5, rect.y_range(), stroke);
        for (row, place) in self.placed(rect) {
            let (date, close, look) = match row {
                Row::Gap => continue,
                Row::Head => {
                    let title = |key: &str| Some(self.words.text(key));
                    (title("ui-preview-date"), title("ui-preview-close"), Look::note(self.theme))
                }
                Row::Line(line) => {
                    let close = line.close.map(|close| self.words.price(close));
                    let look = Look { color: self.theme.ink, ..Look::note(self.theme) };
                    (line.date.clone(), close, look)
                }
            };
            let at = |left: f32, width: f32| {
                Rect::from_min_size(pos2(place.left() + PAD + left, place.top()), vec2(width, ROW))
            };
            paint(ui, at(0.0, dates), &date.unwrap_or_default(), look);
            let right = Look { align: Align2::RIGHT_CENTER, ..look };
            paint(ui, at(dates, closes), &close.unwrap_or_default(), right);
        }
    }

    fn is_marked(&self, column: usize) -> bool {
        [self.outline.date_column, self.outline.close_column].contains(&Some(column))
    }

    /// The word over a column that was taken for date or close.
    fn title(&self, column: usize) -> String {
        if self.outline.date_column == Some(column) {
            self.words.text("ui-preview-date-column")
        } else if self.outline.close_column == Some(column) {
            self.words.text("ui-preview-close-column")
        } else {
            String::new()
        }
    }

    fn look(&self, line: &OutlineLine, column: usize) -> Look {
        let (weight, color) = match line.kind {
            LineKind::Header => (Weight::Semibold, self.theme.ink),
            LineKind::Row | LineKind::Odd if self.is_marked(column) => (Weight::Regular, self.theme.ink),
            LineKind::Left | LineKind::Row | LineKind::Odd => (Weight::Regular, self.theme.muted),
        };
        Look { weight, color, align: Align2::LEFT_CENTER }
    }

    fn allocate(&self, ui: &mut Ui, width: f32) -> Rect {
        ui.allocate_exact_size(vec2(width, self.rows.len() as f32 * ROW), Sense::hover()).0
    }

    /// Every row with its place.
    fn placed(&self, rect: Rect) -> impl Iterator<Item = (&Row<'_>, Rect)> {
        self.rows.iter().enumerate().map(move |(place, row)| {
            let top = rect.top() + place as f32 * ROW;
            (row, Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), ROW)))
        })
    }
}

/// Writes a text into its place, cut where it is too long.
fn paint(ui: &Ui, place: Rect, text: &str, look: Look) {
    if text.is_empty() || !ui.is_rect_visible(place) {
        return;
    }
    let inner = place.shrink2(vec2(PAD, 0.0));
    let room = f64::from(inner.width() + PAD);
    let shown = elide(text, room, f64::from(NOTE), look.weight);
    let color = color32(look.color);
    let galley = bidi::line(ui.painter(), &shown, font(NOTE, look.weight), color);
    let at = look.align.align_size_within_rect(galley.size(), inner).min;
    ui.painter().galley(at, galley, color);
}

/// How a cell is written.
#[derive(Clone, Copy)]
struct Look {
    weight: Weight,
    color: Color,
    align: Align2,
}

impl Look {
    fn note(theme: &Theme) -> Self {
        Self { weight: Weight::Regular, color: theme.muted, align: Align2::LEFT_CENTER }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(line: u64, cells: &[&str]) -> OutlineLine {
        let cells = cells.iter().map(|cell| (*cell).to_owned()).collect();
        OutlineLine { line, kind: LineKind::Row, cells, date: None, close: None }
    }

    #[test]
    fn a_gap_stands_where_the_file_has_more_lines() {
        let outline = Outline {
            lines: vec![line(1, &["a"]), line(2, &["b"]), line(5, &["c"]), line(6, &["d"])],
            ..Outline::default()
        };
        let told: Vec<String> = rows(&outline)
            .iter()
            .map(|row| match row {
                Row::Head => "head".to_owned(),
                Row::Gap => "…".to_owned(),
                Row::Line(line) => line.line.to_string(),
            })
            .collect();
        assert_eq!(told, ["head", "1", "2", "…", "5", "6"]);
    }

    #[test]
    fn wide_files_show_the_first_columns_and_those_that_were_read() {
        let cells: Vec<String> = (0..200).map(|column| format!("cell {column}")).collect();
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        let outline = Outline {
            lines: vec![
                line(1, &cells),
                line(2, &["a note that is longer than any cell of the table is wide"]),
            ],
            date_column: Some(0),
            close_column: Some(150),
            ..Outline::default()
        };
        let shown = columns(&outline);
        assert_eq!(shown.len(), MOST_COLUMNS + 1);
        assert_eq!(shown.last().map(|(column, _)| *column), Some(150));
        assert!(shown.iter().all(|(_, width)| *width < 80.0), "a sentence is no column");
        assert!(columns(&Outline::default()).is_empty());
    }
}
