//! The signs of the scatter's legend and what they mean: groups, shapes, outlines, sizes, lines.

use super::draft::Draft;
use super::figure::{Color, Marker, Rect, Shape, Stroke};
use super::legend::Sentence;
use super::model_looks::{Certainty, RADIUS, WITHOUT_BASIS, access_shape, basis_key, basis_shape};
use super::model_points::{DOT, Field, ModelPoint, paint};
use crate::model::{Prices, SizeBy};
use crate::text::{Arg, DateStyle, Words};

/// What stands before the words of an entry.
pub(super) enum Sign {
    /// A point.
    Dot {
        /// Its shape.
        shape: Marker,
        /// Half its width in pixels of the full-sized figure.
        radius: f64,
        /// Its fill.
        fill: Color,
        /// Its outline.
        stroke: Option<Stroke>,
        /// Whether it has a dot within.
        dotted: bool,
    },
    /// A piece of a line.
    Line(Stroke),
    /// An upright bar.
    Bar(Stroke),
}

/// A sign and its words.
pub(super) struct Entry {
    /// What it looks like.
    pub sign: Sign,
    /// What it means.
    pub text: String,
}

/// The sign whose left end, or right end where words begin on the right, is so far from the
/// rectangle's edge, at that height.
pub(super) fn sign(draft: &Draft<'_>, sign: &Sign, rect: Rect, [x, y]: [f64; 2]) -> Vec<Shape> {
    match sign {
        Sign::Dot { shape, radius, fill, stroke, dotted } => {
            let radius = draft.px(*radius);
            let at = [draft.along(rect, x + radius.max(draft.px(RADIUS))), y];
            let stroke = stroke.clone();
            let point = Shape::Dot { at, shape: *shape, radius, fill: Some(*fill), stroke };
            let dot = dotted.then(|| Shape::Dot {
                at,
                shape: Marker::Circle,
                radius: draft.px(DOT),
                fill: Some(draft.scene.theme.background),
                stroke: None,
            });
            std::iter::once(point).chain(dot).collect()
        }
        Sign::Line(stroke) => {
            let ends = [x, x + draft.px(LINE_SIGN)].map(|x| [draft.along(rect, x), y]);
            vec![Shape::Path { points: ends.to_vec(), stroke: stroke.clone() }]
        }
        Sign::Bar(stroke) => {
            let middle = draft.along(rect, x + draft.px(RADIUS));
            let half = draft.px(7.0);
            let points = vec![[middle, y - half], [middle, y + half]];
            vec![Shape::Path { points, stroke: stroke.clone() }]
        }
    }
}

/// Length of a line's sign in the full-sized figure.
const LINE_SIGN: f64 = 24.0;

/// Width of a sign with the gap behind it.
pub(super) fn sign_width(draft: &Draft<'_>, sign: &Sign) -> f64 {
    match sign {
        Sign::Dot { radius, .. } => draft.px(6.0 + 2.0 * radius.max(RADIUS)),
        Sign::Bar(_) => draft.px(17.0),
        Sign::Line(_) => draft.px(LINE_SIGN + 7.0),
    }
}

/// Groups with a point in view and the rest, then what shapes, outlines and sizes mean.
pub(super) fn entries(draft: &Draft<'_>, field: &Field<'_>, shown: &[&ModelPoint]) -> Vec<Entry> {
    let theme = draft.scene.theme;
    let mut entries = group_entries(draft, field, shown);
    let any = |wanted: &dyn Fn(&ModelPoint) -> bool| shown.iter().any(|point| wanted(point));
    let dot = |shape, dotted| Sign::Dot { shape, radius: RADIUS, fill: theme.muted, stroke: None, dotted };
    let mut say = |sign: Sign, key: &str| entries.push(Entry { sign, text: begun(&draft.text(key)) });
    let by_dot = field.is_mixed() || theme.marks_groups();
    let is_told = field.table.rows.iter().any(|row| row.open_weights.is_some());
    for (open, key) in [
        (Some(true), "chart-key-open"),
        (Some(false), "chart-key-closed"),
        (None, "chart-key-access-unknown"),
    ] {
        let is_odd = open == Some(true) || !(by_dot || draft.headed);
        // Where all are alike there is nothing to tell apart, but that they are open.
        let differs = open == Some(true) || shown.iter().any(|point| point.open != open);
        if is_told && is_odd && differs && any(&|point| point.open == open) {
            say(dot(if by_dot { Marker::Circle } else { access_shape(open, true) }, by_dot), key);
        }
    }
    if field.is_mixed() {
        for basis in field.bases.iter().filter(|basis| any(&|point| point.basis == Some(**basis))) {
            say(dot(basis_shape(*basis), false), basis_key(*basis));
        }
        if any(&|point| point.basis.is_none()) {
            let (shape, radius) = (Marker::Circle, RADIUS * WITHOUT_BASIS);
            let sign = Sign::Dot { shape, radius, fill: theme.muted, stroke: None, dotted: false };
            say(sign, "chart-rail-training");
        }
    }
    let painted = |color: Color, hollow: bool, certainty: Certainty| {
        let (fill, stroke) = paint(draft, color, hollow, certainty);
        Sign::Dot { shape: Marker::Square, radius: RADIUS, fill, stroke, dotted: false }
    };
    for (certainty, key) in [(Certainty::Likely, "chart-key-likely"), (Certainty::Unsure, "chart-key-unsure")]
    {
        if any(&|point| point.certainty == certainty) {
            say(painted(theme.muted, false, certainty), key);
        }
    }
    if any(&|point| point.hollow && point.cost.is_some()) {
        say(painted(theme.muted, true, Certainty::Sure), "chart-key-later-price");
    }
    if any(&|point| point.later) {
        say(painted(theme.faint, false, Certainty::Sure), "chart-key-later");
    }
    if any(&|point| point.interval.is_some()) {
        say(Sign::Bar(draft.stroke(theme.muted, 1.6)), "chart-key-interval");
    }
    entries.extend(size_entries(draft, field));
    entries
}

/// The words with a capital letter at their start, where their script has any.
pub(super) fn begun(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn group_entries(draft: &Draft<'_>, field: &Field<'_>, shown: &[&ModelPoint]) -> Vec<Entry> {
    let theme = draft.scene.theme;
    if field.is_mixed() && theme.marks_groups() {
        // Shapes tell bases there, and greys alone tell no groups.
        return Vec::new();
    }
    let shape = |place: Option<usize>| {
        let plain = if field.is_mixed() { Marker::Circle } else { Marker::Square };
        theme.group_marker(place).filter(|_| !field.is_mixed()).unwrap_or(plain)
    };
    let sign = |place: Option<usize>, fill: Color, dotted: bool| Sign::Dot {
        shape: shape(place),
        radius: RADIUS,
        fill,
        stroke: None,
        dotted,
    };
    let is_shown = |group: Option<usize>| shown.iter().any(|point| point.group == group);
    let own = field.groups.iter().enumerate().filter(|(place, _)| is_shown(Some(*place)));
    let mut entries: Vec<Entry> = own
        .map(|(place, group)| Entry {
            sign: sign(Some(place), group.color, group.dotted),
            text: group.name.clone(),
        })
        .collect();
    // Where no group has a name there are no others either.
    if is_shown(None) && !entries.is_empty() {
        entries.push(Entry { sign: sign(None, theme.faint, false), text: draft.text("chart-key-others") });
    }
    entries
}

/// The smallest and the largest size, and one that is not known.
fn size_entries(draft: &Draft<'_>, field: &Field<'_>) -> Vec<Entry> {
    let Some(sizes) = field.sizes else { return Vec::new() };
    let key = match draft.scene.document.scatter.size_by {
        SizeBy::None => return Vec::new(),
        SizeBy::Compute => "chart-key-compute",
        SizeBy::Chips => "chart-key-chips",
    };
    let theme = draft.scene.theme;
    let entry = |size: Option<f64>, text: String| {
        let sign = Sign::Dot {
            shape: Marker::Circle,
            radius: sizes.radius(size),
            fill: theme.muted,
            stroke: None,
            dotted: false,
        };
        Entry { sign, text }
    };
    let mut ends = sizes.range.to_vec();
    ends.dedup();
    let known = ends.into_iter().map(|size| {
        let value = size_text(draft.scene.words, size);
        entry(Some(size), draft.say(key, &[("value", Arg::Text(&value))]))
    });
    let mut entries: Vec<Entry> = known.collect();
    if sizes.lacking {
        entries.push(entry(None, draft.text("chart-key-size-unknown")));
    }
    entries
}

/// A number as it is, or a huge one as a power of ten.
pub(super) fn size_text(words: &Words, size: f64) -> String {
    if size < 1e7 {
        return words.number(size, 0);
    }
    let power = size.log10().floor();
    let mantissa = words.number(size / 10_f64.powf(power), 1);
    let raised: String = words
        .number(power, 0)
        .chars()
        .map(|digit| {
            let place = "0123456789".find(digit);
            place.and_then(|place| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(place)).unwrap_or(digit)
        })
        .collect();
    words.say("chart-number-power", &[("number", Arg::Text(&mantissa)), ("power", Arg::Text(&raised))])
}

/// What the lines mean, each beside a piece of it.
pub(super) fn line_entries(draft: &Draft<'_>, field: &Field<'_>, sentence: Sentence) -> Vec<Entry> {
    let in_force = draft.scene.document.scatter.prices == Prices::InForce;
    let [now, before] = match sentence {
        Sentence::Whole if in_force => ["chart-key-frontier-in-force", "chart-key-frontier-before"],
        Sentence::Whole => ["chart-key-frontier", "chart-key-frontier-before"],
        Sentence::Short if in_force => {
            ["chart-key-frontier-in-force-short", "chart-key-frontier-before-short"]
        }
        Sentence::Short => ["chart-key-frontier-short", "chart-key-frontier-before-short"],
        Sentence::None => return Vec::new(),
    };
    let said = |key: &str, date| {
        let date = draft.date(date, DateStyle::Short);
        draft.say(key, &[("date", Arg::Text(&date))])
    };
    let [solid, dashed] = frontier_strokes(draft);
    let mut entries = Vec::new();
    if let Some(as_of) = field.as_of.filter(|_| !field.frontier.is_empty()) {
        entries.push(Entry { sign: Sign::Line(solid), text: said(now, as_of) });
        if let Some((day, _)) = &field.before {
            entries.push(Entry { sign: Sign::Line(dashed), text: said(before, *day) });
        }
    }
    if field.fit(draft).is_some() {
        let [line, ends] = fit_strokes(draft);
        entries.push(Entry { sign: Sign::Line(line), text: draft.text("chart-key-fit") });
        entries.push(Entry { sign: Sign::Line(ends), text: draft.text("chart-key-fit-interval") });
    }
    entries
}

/// How the frontier is drawn, and the one before its newest member.
pub(super) fn frontier_strokes(draft: &Draft<'_>) -> [Stroke; 2] {
    let theme = draft.scene.theme;
    [draft.stroke(theme.action, 2.2), draft.dashed(theme.faint, 1.6, &[5.0, 4.0])]
}

/// How the fitted line is drawn, and the ends of its interval.
pub(super) fn fit_strokes(draft: &Draft<'_>) -> [Stroke; 2] {
    let theme = draft.scene.theme;
    [draft.dashed(theme.muted, 2.0, &[9.0, 4.0]), draft.dashed(theme.faint, 1.3, &[1.5, 3.0])]
}
