//! The values at one session, for the crosshair: the same base and scale as the lines have.

use std::cmp::Ordering;

use super::figure::{Marker, Stroke};
use super::lines::{base_of, scaled};
use super::looks::{self, Standing};
use super::session_axis::shown_sessions;
use super::{Scene, View, day_text};
use crate::model::{Scale, SeriesId};
use crate::text::{Arg, DateStyle};

/// Width of a sample of a pick's line, in points.
const SAMPLE_WIDTH: f64 = 1.6;

/// A series' line as a short sample beside its name.
#[derive(Clone, Debug, PartialEq)]
pub struct LineStyle {
    /// Colour, width and dash.
    pub stroke: Stroke,
    /// Marker on the line, if it has one.
    pub marker: Option<Marker>,
}

/// One series at the session.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Which series.
    pub id: SeriesId,
    /// Its name as at the line's end.
    pub name: String,
    /// Its value in plot space.
    pub value: f64,
    /// Its value in words.
    pub text: String,
    /// Its line.
    pub style: LineStyle,
    /// Whether it stands out: index or pick.
    pub strong: bool,
}

/// Every visible series' value at one session, the highest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Readout {
    /// The session's date in words.
    pub date: String,
    /// Its place on the axis.
    pub position: f64,
    /// The series that have a close on that date, as many as were asked for.
    pub rows: Vec<Row>,
    /// How many more there are, in words; empty when all are named.
    pub more: String,
}

/// The sample of a series' line.
#[must_use]
pub fn line_style(scene: &Scene<'_>, id: &SeriesId) -> LineStyle {
    let look = looks::look(scene.document, scene.data, scene.theme, id);
    let width = SAMPLE_WIDTH * look.heaviness.max(0.7);
    let dash = look.dash_at(SAMPLE_WIDTH);
    LineStyle { stroke: Stroke { color: look.color, width, dash }, marker: look.marker }
}

/// The values at the session nearest to a place on the axis, inside the shown stretch; `None`
/// where nothing is shown. Of more than `most` series those that stand out are named first, then
/// those farthest from the base.
#[must_use]
pub fn at(scene: &Scene<'_>, view: &View, place: f64, most: usize) -> Option<Readout> {
    let sessions = &scene.analysis.sessions;
    let shown = shown_sessions(sessions, view);
    let last = sessions.len().checked_sub(1)? as f64;
    let position =
        place.clamp(shown[0].ceil(), shown[1].floor().max(shown[0].ceil())).round().clamp(0.0, last);
    let date = sessions.date(position as usize)?;
    let scale = scene.document.scale;
    let mut rows: Vec<Row> = scene
        .data
        .series
        .iter()
        .filter(|series| !scene.document.hidden.contains(&series.id))
        .filter_map(|series| {
            let base = base_of(scene, series, shown);
            let value = scaled(scale, base, series.bars.close_on(date)?)?;
            let look = looks::look(scene.document, scene.data, scene.theme, &series.id);
            Some(Row {
                id: series.id.clone(),
                name: looks::label_of(scene.data, series).to_owned(),
                value,
                text: value_text(scene, scale, value),
                style: line_style(scene, &series.id),
                strong: look.standing != Standing::Other,
            })
        })
        .collect();
    let more = rows.len().saturating_sub(most);
    if more > 0 {
        rows.sort_by(|a, b| {
            (b.strong, b.value.abs()).partial_cmp(&(a.strong, a.value.abs())).unwrap_or(Ordering::Equal)
        });
        rows.truncate(most);
    }
    rows.sort_by(|a, b| b.value.total_cmp(&a.value));
    let more = match more {
        0 => String::new(),
        more => scene.words.say("chart-readout-more", &[("count", Arg::Count(more as u64))]),
    };
    Some(Readout { date: day_text(scene.words, date, DateStyle::Weekday), position, rows, more })
}

fn value_text(scene: &Scene<'_>, scale: Scale, value: f64) -> String {
    match scale {
        Scale::Percent => scene.words.change(value / 100.0, 1),
        Scale::Hundred => scene.words.number(value, 1),
        Scale::Price => scene.words.price(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{Theme, ThemeName};
    use crate::model::{Document, Event};
    use crate::study::{analyse, samples};
    use crate::text::Words;
    use jiff::civil::date;

    #[test]
    fn values_stand_highest_first_and_missing_sessions_are_left_out() {
        let days = [date(2025, 1, 24), date(2025, 1, 27), date(2025, 1, 28)];
        let data = samples::data_of(vec![
            samples::series("A", &[(days[0], 100.0), (days[1], 90.0), (days[2], 95.0)]),
            samples::series("B", &[(days[0], 10.0), (days[1], 11.0)]),
        ]);
        let event = Event::new("", days[1]);
        let document = Document { event: Some(event), ..Document::default() };
        let (words, theme) = (Words::english(), Theme::built_in(ThemeName::Light));
        let analysis = analyse(&data, &document);
        let scene =
            Scene { document: &document, data: &data, analysis: &analysis, theme: &theme, words: &words };
        let texts = |place: f64, most: usize| {
            let readout = at(&scene, &View::default(), place, most).unwrap();
            readout.rows.iter().map(|row| format!("{} {}", row.name, row.text)).collect::<Vec<_>>()
        };
        assert_eq!(texts(1.2, 9), ["B +10.0%", "A −10.0%"]);
        assert_eq!(texts(1.2, 1).len(), 1);
        assert_eq!(texts(1.9, 9), ["A −5.0%"]);
        assert_eq!(texts(99.0, 9), ["A −5.0%"]);
    }
}
