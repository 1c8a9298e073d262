//! The user's notes in a chart: words with an arrow, marked dates and values, shaded stretches.
//!
//! Each stands at a place of the data. What lies outside the view is left out and told; words
//! stand inside the plot and over no other words, and where no place is left for them the figure
//! does not fit its size.

use jiff::civil::Date;

use super::draft::Draft;
use super::figure::{Panel, PanelKind, Rect, Shape};
use super::misfit::Part;
use super::note_places::{Choice, Ink, Obstacles, Setting, Wish, gap, is_drawn_on, places, settings};
use super::place::Placed;
use crate::model::{AnnotatedChart, Annotation, Message, Spot, annotation_name};
use crate::study::models::row_named;
use crate::text::Arg;

/// Opacity of what stands behind words, and of a shaded stretch.
const VEILS: [f64; 2] = [0.82, 0.16];
/// Length of an arrow's head in pixels of the full-sized figure.
const HEAD: f64 = 9.0;

/// Where a note stands in a panel, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Reach {
    /// Words about a place, with an arrow to another.
    Point { at: [f64; 2], to: Option<[f64; 2]> },
    /// A vertical line.
    Down(f64),
    /// A horizontal line.
    Across(f64),
    /// A stretch of dates.
    Dates(Rect),
    /// A stretch of values.
    Values(Rect),
}

/// The user's notes, then the releases of chosen models: of each date one, with the names of its
/// models.
fn notes(draft: &Draft<'_>) -> Vec<Annotation> {
    let mut notes = draft.scene.document.annotations.clone();
    let Some(table) = draft.scene.data.models.as_deref() else { return notes };
    let mut releases: Vec<(Date, Vec<String>)> = Vec::new();
    for name in &draft.scene.document.scatter.marked {
        let row = row_named(table, name).and_then(|row| table.rows.get(row));
        let Some((date, row)) = row.and_then(|row| Some((row.released?, row))) else { continue };
        let label = if row.label.is_empty() { row.name.clone() } else { row.label.clone() };
        match releases.iter_mut().find(|(known, _)| *known == date) {
            Some((_, names)) if !names.contains(&label) => names.push(label),
            Some(_) => {}
            None => releases.push((date, vec![label])),
        }
    }
    notes.extend(releases.into_iter().map(|(date, names)| {
        let names = draft.list(&names);
        let text = draft.say("chart-release", &[("names", Arg::Text(&names))]);
        Annotation::Date { date, text }
    }));
    notes
}

/// The date of the frontier beside the prices, where it was chosen and is not the event's.
fn frontier_date(draft: &Draft<'_>) -> Option<Annotation> {
    let date = draft.scene.document.scatter.as_of?;
    let is_beside = draft.headed || !draft.print;
    let is_apart = draft.event().is_none_or(|event| event.date != date);
    draft.scene.data.models.as_ref().filter(|_| is_beside && is_apart)?;
    Some(Annotation::Date { date, text: draft.text("chart-frontier-date") })
}

/// Draws the notes of a chart into its finished panel.
pub(super) fn draw(draft: &Draft<'_>, panel: &mut Panel, chart: AnnotatedChart) {
    if panel.marks.is_empty() {
        return;
    }
    let mut annotations = notes(draft);
    annotations.extend(frontier_date(draft));
    let shown = annotations.iter().enumerate().filter(|(_, annotation)| annotation.chart() == chart);
    let shown: Vec<_> =
        shown.filter_map(|(place, note)| Some((place, note, reach(draft, panel, note)?))).collect();
    if shown.is_empty() {
        return;
    }
    let obstacles = Obstacles::of(panel);
    for (_, _, reach) in &shown {
        outline(draft, panel, *reach, obstacles.words());
    }
    let ink = Ink::of(panel, draft.sizes.label * 0.5);
    let wishes: Vec<Wish> = shown
        .iter()
        .map(|(_, note, reach)| {
            let settings = settings(draft, panel.plot, note.text(), *reach);
            Wish::new(draft, panel.plot, *reach, settings, &obstacles, &ink)
        })
        .collect();
    for (((place, note, _), wish), found) in shown.iter().zip(&wishes).zip(places(&wishes)) {
        match found {
            Some(choice) => set(draft, panel, wish, choice),
            None if wish.settings.is_empty() && !wish.overfull => {}
            // Nobody wrote it, so that nobody can shorten it.
            None if *place >= draft.scene.document.annotations.len() => {
                if let Some(check) = draft.check {
                    check.tell(Message::new("chart-release-unnamed").with("which", note.text()));
                }
            }
            None => {
                let which = annotation_name(place + 1, note.text());
                draft.need(Part::Annotation(which), draft.sizes.label, 0.0);
            }
        }
    }
}

/// What to tell of the notes that the finished panels do not show.
pub(super) fn left_out(draft: &Draft<'_>, panels: &[Panel]) -> Vec<Message> {
    let annotations = notes(draft);
    let told = annotations.iter().enumerate().filter_map(|(place, note)| {
        // Releases are marked wherever prices are drawn.
        let is_release = place >= draft.scene.document.annotations.len();
        if is_release && panels.iter().all(|panel| panel.kind != PanelKind::Market) {
            return None;
        }
        let kind = match note.chart() {
            AnnotatedChart::Market => PanelKind::Market,
            AnnotatedChart::Models => PanelKind::Models,
        };
        let panel = panels.iter().find(|panel| panel.kind == kind && !panel.marks.is_empty());
        let has_arrow = matches!(note, Annotation::Text { to: Some(_), .. });
        let key = match panel.map(|panel| reach(draft, panel, note)) {
            _ if is_release => match panel.and_then(|panel| reach(draft, panel, note)) {
                None => return Some(Message::new("chart-release-outside").with("which", note.text())),
                Some(_) => return None,
            },
            None => "chart-annotation-elsewhere",
            Some(None) => "chart-annotation-outside",
            Some(Some(Reach::Point { to: None, .. })) if has_arrow => "chart-annotation-arrow-outside",
            Some(Some(_)) => return None,
        };
        Some(Message::new(key).with("which", annotation_name(place + 1, note.text())))
    });
    told.collect()
}

/// Where a note of the panel's chart stands, `None` where that is out of view.
fn reach(draft: &Draft<'_>, panel: &Panel, note: &Annotation) -> Option<Reach> {
    let plot = panel.plot;
    let height = |value: f64| Some(plot.bottom() - panel.y.share(panel.y.scale.place(value)?) * plot.height);
    // What a scale has no place for lies beyond its ends.
    let clamped = |value: f64| {
        let beyond = if value > 0.0 { plot.y } else { plot.bottom() };
        height(value).unwrap_or(beyond).clamp(plot.y, plot.bottom())
    };
    match note {
        Annotation::Text { at, to, .. } => {
            let to = to.and_then(|to| spot(draft, panel, to));
            Some(Reach::Point { at: spot(draft, panel, *at)?, to })
        }
        Annotation::Date { date, .. } => {
            let [x, _] = panel.place([session(draft, *date)?, 0.0]);
            panel.shows([x, plot.y]).then_some(Reach::Down(x))
        }
        Annotation::Value { value, .. } => {
            let y = height(*value)?;
            panel.shows([plot.x, y]).then_some(Reach::Across(y))
        }
        Annotation::Dates { from, to, .. } => {
            let sessions = &draft.scene.analysis.sessions;
            let first = sessions.at_or_after(*from.min(to));
            let last = sessions.dates().partition_point(|date| date <= from.max(to)).checked_sub(1)?;
            if sessions.are_rows() || first > last {
                return None;
            }
            let [left, right] = [first as f64 - 0.5, last as f64 + 0.5]
                .map(|place| panel.place([place, 0.0])[0].clamp(plot.x, plot.right()));
            let band = Rect { x: left, width: right - left, ..plot };
            (band.width > 0.0).then_some(Reach::Dates(band))
        }
        Annotation::Values { from, to, .. } => {
            let [low, high] = [from.min(*to), from.max(*to)].map(clamped);
            let band = Rect { y: high, height: low - high, ..plot };
            (band.height > 0.0).then_some(Reach::Values(band))
        }
    }
}

/// A place in pixels, where it is in view and of the panel's chart.
fn spot(draft: &Draft<'_>, panel: &Panel, spot: Spot) -> Option<[f64; 2]> {
    let at = match (spot, panel.kind) {
        (Spot::Market { date, value }, PanelKind::Market) => [session(draft, date)?, value],
        (Spot::Models { cost, score }, PanelKind::Models) => {
            [panel.x.scale.place(cost)?, panel.y.scale.place(score)?]
        }
        _ => return None,
    };
    let place = panel.place(at);
    panel.shows(place).then_some(place)
}

/// Place on the axis of the first session on or after a date.
fn session(draft: &Draft<'_>, date: Date) -> Option<f64> {
    let sessions = &draft.scene.analysis.sessions;
    let place = sessions.at_or_after(date);
    (!sessions.are_rows() && place < sessions.len()).then_some(place as f64)
}

/// Draws the line or the stretch of a note: lines over the marks but not over words, stretches under
/// everything.
fn outline(draft: &Draft<'_>, panel: &mut Panel, reach: Reach, words: &[Rect]) {
    let plot = panel.plot;
    let theme = draft.scene.theme;
    let (across, at) = match reach {
        Reach::Point { .. } => return,
        Reach::Dates(rect) | Reach::Values(rect) => {
            panel.under.insert(0, Shape::Fill { rect, color: theme.faint.faded(VEILS[1]) });
            return;
        }
        Reach::Down(x) => (false, x),
        Reach::Across(y) => (true, y),
    };
    let edge = draft.px(3.0);
    let along = |rect: &Rect| if across { [rect.x, rect.right()] } else { [rect.y, rect.bottom()] };
    let beside = |rect: &Rect| if across { [rect.y, rect.bottom()] } else { [rect.x, rect.right()] };
    let met = words.iter().filter(|rect| {
        let [low, high] = beside(rect);
        (low..=high).contains(&at)
    });
    let mut gaps: Vec<[f64; 2]> = met.map(along).collect();
    gaps.sort_by(|a, b| a[0].total_cmp(&b[0]));
    let [mut from, end] = along(&plot);
    let mut pieces = Vec::new();
    for [low, high] in gaps {
        pieces.push([from, (low - edge).min(end)]);
        from = from.max(high + edge);
    }
    pieces.push([from, end]);
    for [from, to] in pieces.into_iter().filter(|[from, to]| to > from) {
        let points = if across { vec![[from, at], [to, at]] } else { vec![[at, from], [at, to]] };
        panel.over.push(Shape::Path { points, stroke: draft.stroke(theme.muted, 1.4) });
    }
}

/// Draws the words where they were placed, and their arrow.
fn set(draft: &Draft<'_>, panel: &mut Panel, wish: &Wish, choice: Choice) {
    let Some(setting) = wish.settings.get(choice.setting) else { return };
    let Placed { rect, leader } = choice.placed;
    if is_drawn_on(panel, &rect) {
        let color = draft.scene.theme.background.faded(VEILS[0]);
        panel.over.push(Shape::Fill { rect, color });
    }
    if let Some(leader) = leader {
        panel.over.push(arrow(draft, leader));
    }
    let Setting { lines, hand, .. } = setting;
    let pad = gap(draft) * Setting::PAD;
    for (line, text) in lines.iter().enumerate() {
        let baseline = rect.y + pad + line as f64 * hand.size * Setting::LEADING + hand.size * 0.97;
        panel.labels.push(hand.set(text, [draft.along(rect, pad), baseline], draft.start()));
    }
}

/// How long an arrow is at the least.
pub(super) fn least_arrow(draft: &Draft<'_>) -> f64 {
    draft.px(HEAD * 1.6)
}

fn arrow(draft: &Draft<'_>, [from, to]: [[f64; 2]; 2]) -> Shape {
    let (dx, dy) = (to[0] - from[0], to[1] - from[1]);
    let length = dx.hypot(dy).max(1e-9);
    let head = draft.px(HEAD);
    let (right, down) = (dx / length, dy / length);
    let barb = |side: f64| {
        [to[0] - right * head - side * down * head * 0.5, to[1] - down * head + side * right * head * 0.5]
    };
    let points = vec![from, to, barb(1.0), to, barb(-1.0)];
    Shape::Path { points, stroke: draft.stroke(draft.scene.theme.ink, 1.6) }
}
