//! Names and values at the line ends: a column right of the plot, in the order of the lines,
//! pushed apart with short leaders.
//!
//! Direct labels instead of a legend. Lines of unpicked series have none until pointed at.

use super::draft::Draft;
use super::end_key::{EndKey, KeyStyle};
use super::figure::{Anchor, Label, Panel, Rect, Shape, Subject};
use super::lines::Line;
use super::looks::{Standing, label_of};
use super::market::LEAST_PLOT;
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
/// Distance of names at the ends in label sizes, set with ease and closely.
const GAPS: [f64; 2] = [1.18, 1.02];
/// Share of a panel's height that the key of its lines may take.
const KEY_SHARE: f64 = 0.45;

/// The words at one line's end.
pub(super) struct Words<'a> {
    /// Which line.
    pub line: &'a Line<'a>,
    at: [f64; 2],
    /// Its name.
    pub name: String,
    /// Its ticker, where that is shorter.
    pub short: String,
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

/// Names and values of the lines that have them, as far as they run through these ranges.
pub(super) fn words<'a>(
    draft: &Draft<'_>,
    lines: &'a [Line<'a>],
    x_range: [f64; 2],
    y_range: [f64; 2],
) -> Vec<Words<'a>> {
    let mut words: Vec<Words<'a>> = Vec::new();
    let latest = lines.iter().filter_map(|line| Some(line.end?[0])).fold(f64::MIN, f64::max);
    for line in lines {
        let Some(end) = line.end.or_else(|| leaves_at(line, x_range[1])) else { continue };
        let nameless = line.look.standing == Standing::Other && !line.highlighted;
        if nameless || !line.runs_through(x_range, y_range) {
            continue;
        }
        let name = label_of(draft.scene.data, line.series).to_owned();
        let is_stock = line.series.info.role == Role::Stock;
        // Where a line ends early its dot says so too.
        let short = if is_stock { line.series.id.as_str().to_owned() } else { name.clone() };
        let early = line.end.is_some() && latest - end[0] > CURRENT;
        let name = if early { dated(draft, name, end[0]) } else { name };
        // What only crosses the view has no close in it to tell.
        let value = line.end.map_or_else(String::new, |end| value_text(draft, line, end[1]));
        words.push(Words { line, at: end, name, short, value });
    }
    words
}

/// Where a line without a close in view leaves it: between the closes on either side.
fn leaves_at(line: &Line<'_>, right: f64) -> Option<[f64; 2]> {
    let pairs = line.runs.iter().flat_map(|run| run.windows(2));
    let mut pairs = pairs.filter_map(|pair| Some([*pair.first()?, *pair.last()?]));
    let [from, to] = pairs.find(|[from, to]| from[0] <= right && right <= to[0])?;
    let share = (right - from[0]) / (to[0] - from[0]).max(1e-9);
    Some([right, from[1] + (to[1] - from[1]) * share])
}

/// Where the names of a market's lines stand.
pub(super) enum Naming {
    /// At their ends, in a column of these widths, so far apart.
    Ends(Column, f64),
    /// In a key over the plot.
    Key(KeyStyle),
}

/// Names at the ends while all of them have room there, else in a key, ever more closely set. Where
/// a file has no room for all either way it says for which, and keeps what it can.
pub(super) fn naming(draft: &Draft<'_>, words: &mut Vec<Words<'_>>, rect: Rect, spare: f64) -> Naming {
    if !draft.print {
        return Naming::Ends(window_column(draft, words, rect.width), draft.sizes.label * GAPS[0]);
    }
    let found = column(draft, words, rect.width);
    if let Ok((column, short)) = &found {
        let gaps = GAPS.map(|gap| gap * draft.sizes.label);
        let holds = |gap: &f64| words.len() <= fitting(*gap, [gap / 2.0, spare - gap / 2.0]);
        if let Some(gap) = gaps.into_iter().find(holds) {
            shorten(words, *short);
            return Naming::Ends(*column, gap);
        }
    }
    let least = draft.sizes.label * LEAST_PLOT[1];
    let fits = |style: &KeyStyle| {
        let key = EndKey::of(draft, words, rect.width, *style);
        let height = key.height(draft);
        key.widest <= rect.width && height <= rect.height * KEY_SHARE && spare - height >= least
    };
    if let Some(style) = KeyStyle::ALL.into_iter().find(fits) {
        return Naming::Key(style);
    }
    let [_, closest] = GAPS.map(|gap| gap * draft.sizes.label);
    match found {
        Ok((column, short)) => {
            shorten(words, short);
            let needs = words.len() as f64 * closest;
            let rest = keep_fitting(draft, words, fitting(closest, [closest / 2.0, spare - closest / 2.0]));
            draft.lack(Part::EndNameRows, needs, spare, rest);
            Naming::Ends(column, closest)
        }
        Err(needs) => {
            let style = KeyStyle::LEAST;
            let wide = |entry: &&Words<'_>| EndKey::width(draft, entry, style) > rect.width;
            let names: Vec<String> = words.iter().filter(wide).map(|entry| entry.name.clone()).collect();
            if names.is_empty() {
                let height = EndKey::of(draft, words, rect.width, style).height(draft);
                let leaves = (spare - least).min(rect.height * KEY_SHARE).max(0.0);
                let rows = (leaves / (height / words.len().max(1) as f64).max(1.0)) as usize;
                let rest = keep_fitting(draft, words, rows);
                draft.lack(Part::EndNameRows, height, leaves, rest);
            } else {
                draft.lack(Part::EndNames, needs, rect.width * SHARES[1], names);
            }
            Naming::Key(style)
        }
    }
}

fn shorten(words: &mut [Words<'_>], short: bool) {
    for entry in words.iter_mut().filter(|_| short) {
        entry.name = std::mem::take(&mut entry.short);
    }
}

/// The column beside a plot that the words of a file need in a panel of that width, and whether
/// it is that of the short names. `Err` gives the least width of a column that is too wide.
fn column(draft: &Draft<'_>, words: &[Words<'_>], width: f64) -> Result<(Column, bool), f64> {
    if words.is_empty() {
        return Ok((Column::default(), false));
    }
    let (strong, quiet) = (draft.strong(draft.scene.theme.ink), draft.quiet());
    let widest = |width: &dyn Fn(&Words<'_>) -> f64| words.iter().map(width).fold(0.0, f64::max);
    let column = Column {
        lead: draft.px(24.0),
        names: widest(&|words| strong.width(&words.name)),
        gap: draft.px(18.0),
        values: widest(&|words| quiet.width(&words.value)),
    };
    if column.width() <= width * SHARES[0] {
        return Ok((column, false));
    }
    let close = Column { lead: draft.px(16.0), gap: draft.px(9.0), ..column };
    let short = Column { names: widest(&|words| strong.width(&words.short)), ..close };
    // What a column takes from a narrow plot.
    let leaves = |column: &Column| column.width() <= width * SHARES[1];
    if leaves(&close) {
        return Ok((close, false));
    }
    if leaves(&short) { Ok((short, true)) } else { Err(short.width().min(close.width())) }
}

/// The column in the window: names are cut until they fit.
fn window_column(draft: &Draft<'_>, words: &mut Vec<Words<'_>>, width: f64) -> Column {
    let (strong, quiet) = (draft.strong(draft.scene.theme.ink), draft.quiet());
    let widest = |width: &dyn Fn(&Words<'_>) -> f64| words.iter().map(width).fold(0.0, f64::max);
    let mut column = Column {
        lead: draft.px(24.0),
        names: widest(&|words| strong.width(&words.name)),
        gap: draft.px(18.0),
        values: widest(&|words| quiet.width(&words.value)),
    };
    let over = column.width() - width * WINDOW_SHARE;
    if words.is_empty() || over <= 0.0 {
        return if words.is_empty() { Column::default() } else { column };
    }
    column.names -= over;
    if column.names < draft.sizes.label * 2.0 {
        words.clear();
        return Column::default();
    }
    for entry in words {
        entry.name = strong.fit(&entry.name, column.names);
    }
    column
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

/// Sets the column beside the panel's plot, names at least so far apart.
pub(super) fn set(draft: &Draft<'_>, panel: &mut Panel, mut words: Vec<Words<'_>>, column: Column, gap: f64) {
    let heights = [panel.plot.y + gap / 2.0, panel.plot.bottom() - gap / 2.0];
    keep_fitting(draft, &mut words, fitting(gap, heights));
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

/// Keeps the first so many: what is pointed at, the index, then the picks that ended farthest from
/// where they set out. The names of the others.
fn keep_fitting(draft: &Draft<'_>, words: &mut Vec<Words<'_>>, room: usize) -> Vec<String> {
    let level = if draft.scene.document.scale == Scale::Hundred { 100.0 } else { 0.0 };
    let rank = |entry: &Words<'_>| match (entry.line.highlighted, entry.line.look.standing) {
        (true, _) => 0,
        (false, Standing::Index) => 1,
        (false, _) => 2,
    };
    let distance = |entry: &Words<'_>| (entry.at[1] - level).abs();
    words.sort_by(|a, b| rank(a).cmp(&rank(b)).then(distance(b).total_cmp(&distance(a))));
    words.split_off(room.min(words.len())).into_iter().map(|entry| entry.name).collect()
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
