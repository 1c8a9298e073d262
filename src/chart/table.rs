//! The event's moves as a printed table: hairlines, numbers that end on one vertical, the index
//! first.
//!
//! Columns go in a fixed order where they find no room, then rows stand closer, then the smallest
//! moves are left out and counted.

use super::columns::StudyColumn as Column;
use super::draft::Draft;
use super::figure::{Anchor, Axis, AxisScale, Color, Panel, PanelKind, Rect, Shape, Subject};
use super::looks::Standing;
use super::misfit::Part;
use super::moves::chosen;
use super::moves_notes::table_notes;
use super::table_cells::{Contents, DROPPED, Entry, Filled};
use super::typography::Hand;

/// Size of the type in label sizes and height of a row in type sizes, the airiest first.
const SETTINGS: [[f64; 2]; 6] = [[1.5, 1.9], [1.25, 1.85], [1.0, 1.8], [1.0, 1.6], [1.0, 1.42], [0.88, 1.42]];
/// Settings in which no column may be missing.
const WHOLE: usize = 3;
/// Tallest row in type sizes.
const TALLEST: f64 = 3.0;
/// Widest and least width of a name in type sizes.
const NAMES: [f64; 2] = [24.0, 7.0];
/// Fewest rows, where there are so many series.
const LEAST_ROWS: usize = 3;
/// Height of a line under the table in small sizes.
const NOTE: f64 = 1.5;

/// The table in that rectangle.
pub(super) fn panel(draft: &Draft<'_>, rect: Rect) -> Panel {
    let mut contents = Contents::of(draft);
    let mut panel = empty(rect);
    if contents.rows.is_empty() {
        let hand = draft.quiet();
        let text = hand.fit(&draft.text("chart-market-empty"), rect.width);
        let at = [rect.x + rect.width / 2.0, rect.y + rect.height / 2.0];
        panel.labels.push(hand.set(&text, at, Anchor::Middle));
        return panel;
    }
    let all = contents.rows.len();
    let setting = Setting::of(draft, &contents, rect);
    let mut shown = None;
    if setting.rows < all {
        shown = Some([setting.rows, all]);
        let room = setting.rows;
        contents.cut(draft, |rows| chosen(rows, room));
    }
    let notes = table_notes(draft, shown, rect.width);
    let step = setting.size * setting.row;
    draft.need(Part::Rows, all.min(LEAST_ROWS) as f64 * step, setting.rows as f64 * step);
    let columns = setting.columns(draft, &contents, rect.width);
    let grid = Grid::of(draft, &setting, &contents, &columns, rect, notes.len());
    grid.set(&mut panel, &contents);
    let hand = draft.small();
    let first = grid.bottom(&contents) + draft.sizes.small * NOTE;
    for (line, text) in notes.iter().enumerate() {
        let baseline = first + line as f64 * draft.sizes.small * NOTE;
        panel.labels.push(hand.set(text, [draft.along(rect, 0.0), baseline], draft.start()));
    }
    panel
}

fn empty(rect: Rect) -> Panel {
    let axis = |scale| Axis { scale, range: [0.0, 1.0], ticks: Vec::new() };
    Panel {
        kind: PanelKind::Table,
        plot: Rect { width: rect.width.max(1.0), height: rect.height.max(1.0), ..rect },
        x: axis(AxisScale::Categories),
        y: axis(AxisScale::Categories),
        under: Vec::new(),
        marks: Vec::new(),
        over: Vec::new(),
        labels: Vec::new(),
    }
}

/// How the table is set.
#[derive(Clone, Copy)]
struct Setting {
    size: f64,
    row: f64,
    rows: usize,
}

impl Setting {
    /// The airiest setting in which all columns and rows have room, then the airiest in which all
    /// rows have, else the closest with as many rows as it holds.
    fn of(draft: &Draft<'_>, contents: &Contents<'_>, rect: Rect) -> Self {
        let all = contents.rows.len();
        let mut last = Self { size: draft.sizes.label, row: 1.4, rows: 0 };
        for (place, [size, row]) in SETTINGS.into_iter().enumerate() {
            let least = if draft.print { draft.sizes.least } else { 1.0 };
            let mut setting = Self { size: (draft.sizes.label * size).max(least), row, rows: 0 };
            setting.rows = setting.fitting(draft, contents, rect, None);
            let whole = place >= WHOLE || setting.width(draft, contents.columns.iter()) <= rect.width;
            if setting.rows >= all && whole {
                return Self { rows: all, ..setting };
            }
            last = setting;
        }
        // The rest is counted, which takes a line.
        last.rows = last.fitting(draft, contents, rect, Some([last.rows, all])).min(all);
        last
    }

    fn fitting(
        &self,
        draft: &Draft<'_>,
        contents: &Contents<'_>,
        rect: Rect,
        shown: Option<[usize; 2]>,
    ) -> usize {
        let notes = table_notes(draft, shown, rect.width).len() as f64 * draft.sizes.small * NOTE;
        let columns = self.columns(draft, contents, rect.width);
        let header = self.header_height(draft, &columns);
        let lines = ((rect.height - notes - header) / (self.size * self.row) + 1e-9).max(0.0) as usize;
        let headings = contents.entries(draft).len() - contents.rows.len();
        lines.saturating_sub(headings)
    }

    /// Hand of the headers.
    fn header_hand(&self, draft: &Draft<'_>) -> Hand {
        let size = (self.size * 0.88).max(draft.sizes.least.min(self.size));
        Hand::regular(size, draft.scene.theme.muted)
    }

    fn header_height(&self, draft: &Draft<'_>, columns: &[&Filled]) -> f64 {
        let lines = columns.iter().map(|filled| self.header_lines(draft, filled).len()).max().unwrap_or(1);
        self.header_hand(draft).size * (1.25 * lines as f64 + 0.5)
    }

    /// The header in as many lines as the cells' width asks for, two at the most.
    fn header_lines(&self, draft: &Draft<'_>, filled: &Filled) -> Vec<String> {
        self.header_hand(draft).balanced(&filled.header, self.column_width(draft, filled), 2)
    }

    fn gap(&self) -> f64 {
        self.size * 1.3
    }

    fn hand(&self, draft: &Draft<'_>, strong: bool) -> Hand {
        let ink = draft.scene.theme.ink;
        if strong { Hand::semibold(self.size, ink) } else { Hand::regular(self.size, ink) }
    }

    /// Widths of a column's words and of the units behind them.
    fn parts(&self, draft: &Draft<'_>, filled: &Filled) -> [f64; 2] {
        let widest = |widths: &mut dyn Iterator<Item = f64>| widths.fold(0.0, f64::max);
        let hand = self.hand(draft, true);
        let texts = widest(&mut filled.cells.iter().map(|cell| hand.width(&cell.text)));
        let unit = self.header_hand(draft);
        let units = widest(&mut filled.cells.iter().map(|cell| unit.width(&cell.unit)));
        [texts, if units > 0.0 { units + self.size * 0.35 } else { 0.0 }]
    }

    fn column_width(&self, draft: &Draft<'_>, filled: &Filled) -> f64 {
        let [texts, units] = self.parts(draft, filled);
        if filled.column == Column::Name {
            return texts.min(self.size * NAMES[0]);
        }
        (texts + units).max(self.least_header(draft, &filled.header))
    }

    /// Width of a header in two lines.
    fn least_header(&self, draft: &Draft<'_>, header: &str) -> f64 {
        let hand = self.header_hand(draft);
        // Two lines hold it when both parts at some space do; dates stay whole.
        let halves = header.match_indices(' ').filter_map(|(place, _)| header.split_at_checked(place));
        let whole = |(first, _): &(&str, &str)| !first.ends_with(|c: char| c.is_ascii_digit());
        let widths = halves
            .filter(whole)
            .map(|(first, second)| hand.width(first).max(hand.width(second.trim_start())));
        // Lines are held to their width to a fraction of a pixel.
        widths.fold(hand.width(header), f64::min) + 0.5
    }

    fn width<'f>(&self, draft: &Draft<'_>, columns: impl Iterator<Item = &'f Filled>) -> f64 {
        let (mut width, mut count) = (0.0, 0);
        for filled in columns {
            width += self.column_width(draft, filled);
            count += 1;
        }
        width + self.gap() * f64::from((count - 1).max(0))
    }

    /// Columns that fit into a width, by the order in which they go.
    fn columns<'c>(&self, draft: &Draft<'_>, contents: &'c Contents<'_>, width: f64) -> Vec<&'c Filled> {
        let mut columns: Vec<&Filled> = contents.columns.iter().collect();
        for dropped in DROPPED {
            if contents.asked || self.width(draft, columns.iter().copied()) <= width {
                break;
            }
            columns.retain(|filled| filled.column != dropped);
        }
        columns
    }
}

/// Where cells stand.
struct Grid<'d, 'a, 'c> {
    draft: &'d Draft<'a>,
    setting: Setting,
    columns: Vec<(&'c Filled, f64, f64)>,
    rect: Rect,
    header: f64,
    row: f64,
}

impl<'d, 'a, 'c> Grid<'d, 'a, 'c> {
    fn of(
        draft: &'d Draft<'a>,
        setting: &Setting,
        contents: &Contents<'_>,
        columns: &[&'c Filled],
        rect: Rect,
        notes: usize,
    ) -> Self {
        let wanted = setting.width(draft, columns.iter().copied());
        let others = columns.iter().copied().filter(|filled| filled.column != Column::Name);
        let beside: f64 = others.map(|filled| setting.column_width(draft, filled) + setting.gap()).sum();
        draft.need(Part::Columns, beside + setting.size * NAMES[1], rect.width);
        // What is left over stands between the columns, as far as a row is still read as one.
        let spare = (rect.width - wanted).max(0.0) / columns.len().saturating_sub(1).max(1) as f64;
        let gap = setting.gap() + spare.min(setting.size * 4.0);
        let mut x = 0.0;
        let mut placed = Vec::new();
        for filled in columns {
            let own = setting.column_width(draft, filled);
            let own = if filled.column == Column::Name { own.min(rect.width - beside).max(1.0) } else { own };
            placed.push((*filled, x, own));
            x += own + gap;
        }
        let header = setting.header_height(draft, columns);
        let feet = notes as f64 * draft.sizes.small * NOTE;
        let rows = contents.entries(draft).len().max(1) as f64;
        let row = ((rect.height - header - feet) / rows).clamp(1.0, setting.size * TALLEST);
        let used = (x - gap).clamp(1.0, rect.width.max(1.0));
        let left = if draft.mirrored { rect.right() - used } else { rect.x };
        let rect = Rect { x: left, width: used, ..rect };
        Self { draft, setting: *setting, columns: placed, rect, header, row }
    }

    fn bottom(&self, contents: &Contents<'_>) -> f64 {
        self.rect.y + self.header + contents.entries(self.draft).len() as f64 * self.row
    }

    fn rule(&self, y: f64, color: Color, width: f64) -> Shape {
        let points = vec![[self.rect.x, y], [self.rect.right(), y]];
        Shape::Path { points, stroke: self.draft.stroke(color, width) }
    }

    fn set(&self, panel: &mut Panel, contents: &Contents<'_>) {
        let theme = self.draft.scene.theme;
        let top = self.rect.y + self.header;
        self.set_headers(panel);
        panel.under.push(self.rule(top, theme.muted, 1.3));
        for (line, entry) in contents.entries(self.draft).into_iter().enumerate() {
            let y = top + line as f64 * self.row;
            let place = match entry {
                Entry::Heading(text) => {
                    self.set_heading(panel, &text, y);
                    continue;
                }
                Entry::Row(place) => place,
            };
            let Some(row) = contents.rows.get(place) else { continue };
            let index = row.look.standing == Standing::Index;
            panel.under.push(self.rule(y + self.row, if index { theme.rule } else { theme.grid }, 1.3));
            let subject = Subject::Series(row.series.id.clone());
            for (filled, x, width) in &self.columns {
                let Some(cell) = filled.cells.get(place).filter(|cell| !cell.text.is_empty()) else {
                    continue;
                };
                let strong = index || filled.column == Column::Move;
                let mut hand = self.setting.hand(self.draft, strong);
                if filled.column == Column::Move {
                    hand.color = match row.change_pct {
                        Some(change) if change < 0.0 => theme.fall,
                        Some(change) if change > 0.0 => theme.rise,
                        _ => hand.color,
                    };
                }
                if filled.column == Column::Ticker
                    || (filled.column == Column::Move && row.change_pct.is_none())
                {
                    hand = Hand { color: theme.muted, ..self.setting.hand(self.draft, false) };
                }
                let baseline = y + self.row / 2.0 + hand.centre();
                let unit = self.setting.header_hand(self.draft);
                let [_, units] = self.setting.parts(self.draft, filled);
                let text = hand.fit(&cell.text, *width);
                let (at, anchor) = self.anchored(filled, *x, *width, units);
                panel.labels.push(hand.name(&text, [at, baseline], anchor, subject.clone()));
                if !cell.unit.is_empty() {
                    let at = self.draft.along(self.rect, x + width - units + self.setting.size * 0.35);
                    panel.labels.push(unit.set(&cell.unit, [at, baseline], self.draft.start()));
                }
            }
        }
    }

    /// The name of a group, over its rows.
    fn set_heading(&self, panel: &mut Panel, text: &str, y: f64) {
        let hand = Hand { color: self.draft.scene.theme.muted, ..self.setting.hand(self.draft, true) };
        let baseline = y + self.row * 0.62 + hand.centre();
        let text = hand.fit(text, self.rect.width);
        panel.labels.push(hand.set(&text, [self.draft.along(self.rect, 0.0), baseline], self.draft.start()));
        panel.under.push(self.rule(y + self.row, self.draft.scene.theme.rule, 1.3));
    }

    /// Where the words of a column are held, and by which end; numbers end before their unit.
    fn anchored(&self, filled: &Filled, x: f64, width: f64, units: f64) -> (f64, Anchor) {
        if filled.column.is_number() {
            (self.draft.along(self.rect, x + width - units), self.draft.end())
        } else {
            (self.draft.along(self.rect, x), self.draft.start())
        }
    }

    fn set_headers(&self, panel: &mut Panel) {
        let hand = self.setting.header_hand(self.draft);
        for (filled, x, width) in &self.columns {
            let lines = self.setting.header_lines(self.draft, filled);
            let (at, anchor) = self.anchored(filled, *x, *width, 0.0);
            for (line, text) in lines.iter().enumerate() {
                let above = (lines.len() - 1 - line) as f64;
                let baseline = self.rect.y + self.header - hand.size * (0.55 + 1.25 * above);
                panel.labels.push(hand.set(text, [at, baseline], anchor));
            }
        }
    }
}
