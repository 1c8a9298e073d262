//! The key of the lines where their names find no room at their ends: a piece of each line with
//! its name and value, in rows over the plot.
//!
//! Comes only after names at the ends were tried. Order and words are those of the line ends.

use super::draft::Draft;
use super::ends::{Words, text_color};
use super::figure::{Label, Rect, Shape, Stroke, Subject};
use super::market::line_stroke;

/// How closely a key is set.
#[derive(Clone, Copy)]
pub(super) struct KeyStyle {
    /// Height of a row in label sizes.
    row: f64,
    /// Whether stocks go by their tickers.
    short: bool,
    /// Whether the values stand behind the names.
    values: bool,
}

impl KeyStyle {
    /// Tickers alone, in low rows.
    pub const LEAST: Self = Self { row: 1.2, short: true, values: false };
    /// From the fullest to the least.
    pub const ALL: [Self; 4] = [
        Self { row: 1.45, short: false, values: true },
        Self { row: 1.45, short: true, values: true },
        Self { row: 1.2, short: true, values: true },
        Self::LEAST,
    ];

    fn name<'w>(self, entry: &'w Words<'_>) -> &'w str {
        if self.short { &entry.short } else { &entry.name }
    }
}

/// Rows of the key.
pub(super) struct EndKey<'w> {
    rows: Vec<Vec<(f64, &'w Words<'w>)>>,
    style: KeyStyle,
    /// Width of the widest entry.
    pub widest: f64,
}

impl<'w> EndKey<'w> {
    /// The words in rows of that width.
    pub fn of(draft: &Draft<'_>, words: &'w [Words<'w>], width: f64, style: KeyStyle) -> Self {
        let mut key = Self { rows: Vec::new(), style, widest: 0.0 };
        let mut x = 0.0;
        for entry in words {
            let own = Self::width(draft, entry, style);
            key.widest = key.widest.max(own);
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

    /// Width of an entry.
    pub fn width(draft: &Draft<'_>, entry: &Words<'_>, style: KeyStyle) -> f64 {
        let name = draft.strong(draft.scene.theme.ink).width(style.name(entry));
        let value = if style.values { gap(draft) + draft.quiet().width(&entry.value) } else { 0.0 };
        sign_width(draft) + gap(draft) + name + value
    }

    fn row_height(&self, draft: &Draft<'_>) -> f64 {
        draft.sizes.label * self.style.row
    }

    /// Height of all rows.
    pub fn height(&self, draft: &Draft<'_>) -> f64 {
        self.rows.len() as f64 * self.row_height(draft)
    }

    /// Signs and words from the top of that rectangle down.
    pub fn set(&self, draft: &Draft<'_>, rect: Rect) -> (Vec<Shape>, Vec<Label>) {
        let (mut shapes, mut labels) = (Vec::new(), Vec::new());
        for (place, row) in self.rows.iter().enumerate() {
            let middle = rect.y + (place as f64 + 0.5) * self.row_height(draft);
            for (x, entry) in row {
                let color = text_color(draft, entry.line);
                let stroke = Stroke { color, ..line_stroke(draft, entry.line) };
                let ends = [*x, x + sign_width(draft)].map(|x| [draft.along(rect, x), middle]);
                shapes.push(Shape::Path { points: ends.to_vec(), stroke });
                let subject = Subject::Series(entry.line.series.id.clone());
                let hand = draft.strong(color);
                let name_x = x + sign_width(draft) + gap(draft);
                let baseline = middle + hand.centre();
                let name = hand.fit(self.style.name(entry), rect.width - name_x);
                let at = [draft.along(rect, name_x), baseline];
                labels.push(hand.name(&name, at, draft.start(), subject.clone()));
                if !self.style.values || entry.value.is_empty() {
                    continue;
                }
                let value_x = name_x + hand.width(&name) + gap(draft);
                let at = [draft.along(rect, value_x), baseline];
                let value = draft.quiet().name(&entry.value, at, draft.start(), subject);
                labels.push(Label { color, ..value });
            }
        }
        (shapes, labels)
    }
}

/// Length of the piece of a line before its name.
fn sign_width(draft: &Draft<'_>) -> f64 {
    draft.sizes.label * 1.7
}

/// Distance of sign, name and value.
fn gap(draft: &Draft<'_>) -> f64 {
    draft.sizes.label * 0.4
}
