//! The key of the lines where their names find no room at their ends: a piece of each line with
//! its name and value, in rows over the plot.
//!
//! Comes only after names at the ends were tried. Order and words are those of the line ends.

use super::draft::Draft;
use super::ends::{Words, text_color};
use super::figure::{Label, Rect, Shape, Stroke, Subject};
use super::market::line_stroke;

/// Height of a row in label sizes.
const ROW: f64 = 1.45;

/// Rows of the key.
pub(super) struct EndKey<'w> {
    rows: Vec<Vec<(f64, &'w Words<'w>)>>,
    sign: f64,
    gap: f64,
}

impl<'w> EndKey<'w> {
    /// The words in rows of that width.
    pub fn of(draft: &Draft<'_>, words: &'w [Words<'w>], width: f64) -> Self {
        let mut key = Self { rows: Vec::new(), sign: draft.sizes.label * 1.7, gap: draft.sizes.label * 0.4 };
        let mut x = 0.0;
        for entry in words {
            let own = key.width(draft, entry);
            if key.rows.is_empty() || x + own > width {
                key.rows.push(Vec::new());
                x = 0.0;
            }
            if let Some(row) = key.rows.last_mut() {
                row.push((x, entry));
            }
            x += own + draft.sizes.label * 1.2;
        }
        key
    }

    fn width(&self, draft: &Draft<'_>, entry: &Words<'_>) -> f64 {
        let name = draft.strong(draft.scene.theme.ink).width(&entry.name);
        self.sign + self.gap + name + self.gap + draft.quiet().width(&entry.value)
    }

    /// Height of all rows.
    pub fn height(&self, draft: &Draft<'_>) -> f64 {
        self.rows.len() as f64 * draft.sizes.label * ROW
    }

    /// Width of the widest entry.
    pub fn widest(draft: &Draft<'_>, words: &'w [Words<'w>]) -> f64 {
        let key = Self::of(draft, words, f64::INFINITY);
        words.iter().map(|entry| key.width(draft, entry)).fold(0.0, f64::max)
    }

    /// Signs and words from the top of that rectangle down.
    pub fn set(&self, draft: &Draft<'_>, rect: Rect) -> (Vec<Shape>, Vec<Label>) {
        let (mut shapes, mut labels) = (Vec::new(), Vec::new());
        for (place, row) in self.rows.iter().enumerate() {
            let middle = rect.y + (place as f64 + 0.5) * draft.sizes.label * ROW;
            for (x, entry) in row {
                let color = text_color(draft, entry.line);
                let stroke = Stroke { color, ..line_stroke(draft, entry.line) };
                let ends = [*x, x + self.sign].map(|x| [draft.along(rect, x), middle]);
                shapes.push(Shape::Path { points: ends.to_vec(), stroke });
                let subject = Subject::Series(entry.line.series.id.clone());
                let hand = draft.strong(color);
                let name_x = x + self.sign + self.gap;
                let baseline = middle + hand.centre();
                let name = hand.fit(&entry.name, rect.width - name_x);
                let at = [draft.along(rect, name_x), baseline];
                labels.push(hand.name(&name, at, draft.start(), subject.clone()));
                let value_x = name_x + hand.width(&name) + self.gap;
                let at = [draft.along(rect, value_x), baseline];
                let value = draft.quiet().name(&entry.value, at, draft.start(), subject);
                labels.push(Label { color, ..value });
            }
        }
        (shapes, labels)
    }
}
