//! Names and values at the line ends: a column right of the plot, in the order of the lines,
//! pushed apart with short leaders.
//!
//! Direct labels instead of a legend. Lines of unpicked series have none until pointed at.

use super::draft::Draft;
use super::figure::{Anchor, Label, Panel, Shape, Subject};
use super::lines::Line;
use super::looks::{Standing, label_of};
use super::misfit::Part;
use super::spread::{fitting, spread};
use crate::model::{Role, Scale};
use crate::text::{Arg, DateStyle};

/// How many sessions before the latest value a line may end without its date being said.
const CURRENT: f64 = 3.0;

/// Share of a file's width that the column of names may take, set with ease and closely.
const SHARES: [f64; 2] = [0.4, 0.5];
/// The same in the window, where names are cut instead.
const WINDOW_SHARE: f64 = 0.37;

/// The words at one line's end.
pub(super) struct Words<'a> {
    /// Which line.
    pub line: &'a Line<'a>,
    at: [f64; 2],
    /// Its name.
    pub name: String,
    /// Its ticker, where that is shorter.
    short: String,
    /// Its value at its end.
    pub value: String,
}

/// Widths of the column, in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Column {
    lead: f64,
    names: f64,
    gap: f64,
    values: f64,
}

impl Column {
    /// Width of the whole column.
    pub fn width(&self) -> f64 {
        self.lead + self.names + self.gap + self.values
    }
}

/// Names and values of the lines that have them.
pub(super) fn words<'a>(draft: &Draft<'_>, lines: &'a [Line<'a>]) -> Vec<Words<'a>> {
    let mut words: Vec<Words<'a>> = Vec::new();
    let latest = lines.iter().filter_map(|line| Some(line.end?[0])).fold(f64::MIN, f64::max);
    for line in lines {
        let Some(end) = line.end else { continue };
        if line.look.standing == Standing::Other && !line.highlighted {
            continue;
        }
        let name = label_of(draft.scene.data, line.series).to_owned();
        let is_stock = line.series.info.role == Role::Stock;
        // Where a line ends early its dot says so too.
        let short = if is_stock { line.series.id.as_str().to_owned() } else { name.clone() };
        let name = if latest - end[0] > CURRENT { dated(draft, name, end[0]) } else { name };
        words.push(Words { line, at: end, name, short, value: value_text(draft, line, end[1]) });
    }
    words
}

/// The column beside a plot that the words need in a panel of that width. In the window names are
/// cut until they fit; in a file `Err` gives the least width of a column that is too wide.
pub(super) fn column(draft: &Draft<'_>, words: &mut Vec<Words<'_>>, width: f64) -> Result<Column, f64> {
    if words.is_empty() {
        return Ok(Column::default());
    }
    let (strong, quiet) = (draft.strong(draft.scene.theme.ink), draft.quiet());
    let widest = |width: &dyn Fn(&Words<'_>) -> f64| words.iter().map(width).fold(0.0, f64::max);
    let mut column = Column {
        lead: draft.px(24.0),
        names: widest(&|words| strong.width(&words.name)),
        gap: draft.px(18.0),
        values: widest(&|words| quiet.width(&words.value)),
    };
    if draft.print {
        if column.width() <= width * SHARES[0] {
            return Ok(column);
        }
        let close = Column { lead: draft.px(16.0), gap: draft.px(9.0), ..column };
        if close.width() <= width * SHARES[1] {
            return Ok(close);
        }
        let short = Column { names: widest(&|words| strong.width(&words.short)), ..close };
        if short.width() <= width * SHARES[1] {
            for entry in words {
                entry.name = std::mem::take(&mut entry.short);
            }
            return Ok(short);
        }
        return Err(short.width().min(close.width()));
    }
    let over = column.width() - width * WINDOW_SHARE;
    if over > 0.0 {
        column.names -= over;
        if column.names < draft.sizes.label * 2.0 {
            words.clear();
            return Ok(Column::default());
        }
        for entry in words {
            entry.name = strong.fit(&entry.name, column.names);
        }
    }
    Ok(column)
}

/// Share of a panel's width that names at the line ends of a file may take.
pub(super) fn most_width(width: f64) -> f64 {
    width * SHARES[1]
}

/// The name with the date of its value, where that is older than the others'.
fn dated(draft: &Draft<'_>, name: String, place: f64) -> String {
    let Some(date) = draft.scene.analysis.sessions.date(place as usize) else { return name };
    let date = draft.date(date, DateStyle::Day);
    draft.say("chart-end-dated", &[("name", Arg::Text(&name)), ("date", Arg::Text(&date))])
}

fn value_text(draft: &Draft<'_>, line: &Line<'_>, value: f64) -> String {
    let words = draft.scene.words;
    match (draft.scene.document.scale, line.base) {
        (Scale::Percent, _) => words.change(value / 100.0, 1),
        (Scale::Hundred, _) => words.number(value, 1),
        (Scale::Price, _) => words.price(value),
    }
}

/// How many names of a file stand at line ends at the least, where there are so many.
const LEAST_NAMES: usize = 3;

/// Sets the column beside the panel's plot.
pub(super) fn set(draft: &Draft<'_>, panel: &mut Panel, words: Vec<Words<'_>>, column: Column) {
    let gap = draft.sizes.label * if draft.print { 1.18 } else { 1.25 };
    let half = gap / 2.0;
    let heights = [panel.plot.y + half, panel.plot.bottom() - half];
    let words: Vec<Words<'_>> = words.into_iter().filter(|entry| runs_through(panel, entry.line)).collect();
    let least = words.len().min(LEAST_NAMES) as f64 * gap;
    draft.need(Part::EndNameRows, least, panel.plot.height);
    let level = if draft.scene.document.scale == Scale::Hundred { 100.0 } else { 0.0 };
    let mut words = fitting_words(words, fitting(gap, heights), level);
    words.sort_by(|a, b| panel.place(a.at)[1].total_cmp(&panel.place(b.at)[1]));
    let wanted: Vec<f64> =
        words.iter().map(|entry| panel.place(entry.at)[1].clamp(panel.plot.y, panel.plot.bottom())).collect();
    let placed = spread(&wanted, gap, heights);
    let right = panel.plot.right();
    for ((entry, from), to) in words.iter().zip(wanted).zip(placed) {
        let color = text_color(draft, entry.line);
        let subject = Subject::Series(entry.line.series.id.clone());
        let hand = draft.strong(color);
        let baseline = to + hand.centre();
        let name_x = right + column.lead;
        let value_x = name_x + column.names + column.gap + column.values;
        let end_x = panel.place(entry.at)[0].min(right);
        // A line that ends above or below the view has no end to lead from.
        if panel.y.range[0] <= entry.at[1] && entry.at[1] <= panel.y.range[1] {
            panel.over.extend(leader(draft, entry, [end_x, from], [right, name_x], to));
        }
        panel.labels.push(hand.name(&entry.name, [name_x, baseline], Anchor::Left, subject.clone()));
        let value = draft.quiet().name(&entry.value, [value_x, baseline], Anchor::Right, subject);
        panel.labels.push(Label { color, ..value });
    }
}

/// Whether any part of a line lies in the panel's ranges.
fn runs_through(panel: &Panel, line: &Line<'_>) -> bool {
    let within = |range: [f64; 2], a: f64, b: f64| a.min(b) <= range[1] && a.max(b) >= range[0];
    line.runs.iter().any(|run| {
        let lone = run.first().filter(|_| run.len() == 1).map(|point| [*point, *point]);
        let pairs = run.windows(2).filter_map(|pair| Some([*pair.first()?, *pair.last()?]));
        pairs.chain(lone).any(|[a, b]| within(panel.x.range, a[0], b[0]) && within(panel.y.range, a[1], b[1]))
    })
}

/// The first so many: what is pointed at, the index, then the picks that ended farthest from
/// `level`, where they set out.
fn fitting_words(mut words: Vec<Words<'_>>, room: usize, level: f64) -> Vec<Words<'_>> {
    let rank = |entry: &Words<'_>| match (entry.line.highlighted, entry.line.look.standing) {
        (true, _) => 0,
        (false, Standing::Index) => 1,
        (false, _) => 2,
    };
    let distance = |entry: &Words<'_>| (entry.at[1] - level).abs();
    words.sort_by(|a, b| rank(a).cmp(&rank(b)).then(distance(b).total_cmp(&distance(a))));
    words.truncate(room);
    words
}

/// A darker grey for names of faint lines: what is pointed at must be read.
pub(super) fn text_color(draft: &Draft<'_>, line: &Line<'_>) -> super::figure::Color {
    if line.look.standing == Standing::Other { draft.scene.theme.muted } else { line.look.color }
}

/// A short elbow from the plot's edge to the name, and, where the line ends inside the plot, a
/// dot at its end with a dotted thread to the edge.
fn leader(draft: &Draft<'_>, entry: &Words<'_>, from: [f64; 2], x: [f64; 2], to: f64) -> Vec<Shape> {
    let color = text_color(draft, entry.line);
    let [edge, name_x] = x;
    let knee = [edge + (name_x - edge) * 0.2, edge + (name_x - edge) * 0.62];
    let last = name_x - draft.px(6.0);
    let points = vec![[edge, from[1]], [knee[0], from[1]], [knee[1], to], [last, to]];
    let mut shapes = vec![Shape::Path { points, stroke: draft.stroke(color.faded(0.75), 1.4) }];
    if edge - from[0] > draft.px(10.0) {
        shapes.push(Shape::Path {
            points: vec![from, [edge, from[1]]],
            stroke: draft.dashed(color.faded(0.6), 1.2, &[1.5, 5.0]),
        });
        shapes.push(Shape::Dot {
            at: from,
            shape: super::figure::Marker::Circle,
            radius: draft.px(4.0),
            fill: Some(color),
            stroke: None,
        });
    }
    shapes
}
