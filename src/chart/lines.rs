//! The lines of the market chart: runs of true closes on the session axis, and their ends.
//!
//! A line joins neighbouring sessions of its own series. It runs straight over places at which
//! only others traded and breaks after more than [`LONGEST_BRIDGE`] of them. Nothing is smoothed
//! or filled in.

use super::Scene;
use super::draft::Draft;
use super::looks::{Look, look};
use super::session_axis::shown_dates;
use crate::model::{Scale, Series};
use crate::study::moves::{Base, base_without_event, change};

/// The most places without a session over which a line runs straight; of bars of a week or a month the
/// most such bars that are missing.
const LONGEST_BRIDGE: usize = 7;

/// One series as the market chart draws it.
pub(super) struct Line<'a> {
    /// The series.
    pub series: &'a Series,
    /// Its look.
    pub look: Look,
    /// Whether the pointer is on it.
    pub highlighted: bool,
    /// Runs in plot space, with one neighbour outside the view on each side.
    pub runs: Vec<Vec<[f64; 2]>>,
    /// The last point inside the view.
    pub end: Option<[f64; 2]>,
    /// Its base.
    pub base: Option<Base>,
}

impl Line<'_> {
    /// Whether any part of it lies in these ranges.
    pub fn runs_through(&self, x_range: [f64; 2], y_range: [f64; 2]) -> bool {
        let within = |range: [f64; 2], a: f64, b: f64| a.min(b) <= range[1] && a.max(b) >= range[0];
        self.runs.iter().any(|run| {
            let lone = run.first().filter(|_| run.len() == 1).map(|point| [*point, *point]);
            let pairs = run.windows(2).filter_map(|pair| Some([*pair.first()?, *pair.last()?]));
            pairs.chain(lone).any(|[a, b]| within(x_range, a[0], b[0]) && within(y_range, a[1], b[1]))
        })
    }
}

/// All visible series as lines; those without a value in view have no runs.
pub(super) fn lines<'a>(draft: &Draft<'a>, shown: [f64; 2], columns: usize) -> Vec<Line<'a>> {
    let scene = draft.scene;
    draft
        .visible()
        .map(|series| {
            let base = base_of(&scene, series, shown);
            let points = points(draft, series, base, shown);
            let end = points.iter().rev().find(|point| point[0] <= shown[1] && point[0] >= shown[0]).copied();
            Line {
                series,
                look: look(scene.document, scene.data, scene.theme, &series.id),
                highlighted: draft.points_at(&series.id),
                runs: runs(&points, series).into_iter().map(|run| thinned(run, shown, columns)).collect(),
                end,
                base,
            }
        })
        .collect()
}

/// How many series have a line in view.
pub(super) fn count_drawn(draft: &Draft<'_>, shown: [f64; 2]) -> usize {
    let Some((from, to)) = shown_dates(&draft.scene.analysis.sessions, shown) else { return 0 };
    let is_drawn = |series: &&Series| {
        let base = base_of(&draft.scene, series, shown);
        let from_first = series.bars.day_at_or_after(from)..;
        let days = from_first.map_while(|day| series.bars.day(day)).take_while(|(date, _)| *date <= to);
        let mut values = days.filter_map(|(_, close)| scaled(draft.scene.document.scale, base, close));
        // Without a close in view a line may still cross it.
        let crosses = |run: &Vec<[f64; 2]>| run.len() > 1;
        values.next().is_some() || runs(&points(draft, series, base, shown), series).iter().any(crosses)
    };
    draft.visible().filter(is_drawn).count()
}

/// What a series is measured from: its base before the event, or without an event its first
/// session of the shown stretch.
pub(super) fn base_of(scene: &Scene<'_>, series: &Series, shown: [f64; 2]) -> Option<Base> {
    if scene.event().is_some() {
        return scene.analysis.move_of(&series.id).and_then(|found| found.base);
    }
    let (first, _) = shown_dates(&scene.analysis.sessions, shown)?;
    base_without_event(series, first)
}

/// A close on the chart's scale; `None` where the base allows none.
pub(super) fn scaled(scale: Scale, base: Option<Base>, close: f64) -> Option<f64> {
    match scale {
        Scale::Percent => Some(change(base?.close, close)? * 100.0),
        Scale::Hundred => Some((change(base?.close, close)? + 1.0) * 100.0),
        Scale::Price => close.is_finite().then_some(close),
    }
}

/// The series' points in view and one on each side of it.
fn points(draft: &Draft<'_>, series: &Series, base: Option<Base>, shown: [f64; 2]) -> Vec<[f64; 2]> {
    let sessions = &draft.scene.analysis.sessions;
    let Some((from, to)) = shown_dates(sessions, shown) else { return Vec::new() };
    let first = series.bars.day_at_or_after(from).saturating_sub(1);
    let after = series.bars.days().partition_point(|(date, _)| *date <= to) + 1;
    (first..after)
        .filter_map(|day| series.bars.day(day))
        .filter_map(|(date, close)| {
            let value = scaled(draft.scene.document.scale, base, close)?;
            Some([sessions.position(date)? as f64, value])
        })
        .collect()
}

fn runs(points: &[[f64; 2]], series: &Series) -> Vec<Vec<[f64; 2]>> {
    // On an axis of days the bars of months stand far apart.
    let places = if series.bars.cadence().step.is_coarse() { usual_distance(points) } else { 1.0 };
    let longest = (LONGEST_BRIDGE + 1) as f64 * places;
    points.chunk_by(|left, right| right[0] - left[0] <= longest).map(<[[f64; 2]]>::to_vec).collect()
}

/// How many places of the axis the points of a series usually stand apart.
fn usual_distance(points: &[[f64; 2]]) -> f64 {
    let mut apart: Vec<f64> =
        points.windows(2).filter_map(|pair| Some(pair.last()?[0] - pair.first()?[0])).collect();
    apart.sort_by(f64::total_cmp);
    apart.get(apart.len() / 2).copied().unwrap_or(1.0).max(1.0)
}

/// Keeps of each pixel column the first, last, lowest and highest point, so that a thinned line
/// covers the same ink. Short runs stay as they are.
fn thinned(run: Vec<[f64; 2]>, shown: [f64; 2], columns: usize) -> Vec<[f64; 2]> {
    let columns = columns.max(1);
    if run.len() <= columns * 4 {
        return run;
    }
    let width = (shown[1] - shown[0]).max(1e-9) / columns as f64;
    let column = |point: &[f64; 2]| ((point[0] - shown[0]) / width).floor() as i64;
    run.chunk_by(|left, right| column(left) == column(right)).flat_map(extremes).collect()
}

fn extremes(column: &[[f64; 2]]) -> Vec<[f64; 2]> {
    let by_height = |a: &&[f64; 2], b: &&[f64; 2]| a[1].total_cmp(&b[1]);
    let kept =
        [column.first(), column.iter().min_by(by_height), column.iter().max_by(by_height), column.last()];
    let mut kept: Vec<[f64; 2]> = kept.into_iter().flatten().copied().collect();
    kept.sort_by(|a, b| a[0].total_cmp(&b[0]));
    kept.dedup();
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::samples::series;
    use jiff::civil::date;

    #[test]
    fn a_line_breaks_after_more_than_seven_places_without_a_session() {
        let bridged = [[0.0, 1.0], [8.0, 2.0]];
        let broken = [[0.0, 1.0], [9.0, 2.0], [10.0, 3.0]];
        let daily = series("D", &[]);
        assert_eq!(runs(&bridged, &daily).len(), 1);
        assert_eq!(runs(&broken, &daily), vec![vec![[0.0, 1.0]], vec![[9.0, 2.0], [10.0, 3.0]]]);
        assert!(runs(&[], &daily).is_empty());
        let months = [1, 2, 3, 4, 5].map(|month| (date(2025, month, 1), 1.0));
        let far = [[0.0, 1.0], [21.0, 2.0], [42.0, 3.0], [300.0, 4.0]];
        let lengths: Vec<usize> = runs(&far, &series("M", &months)).iter().map(Vec::len).collect();
        assert_eq!(lengths, [3, 1]);
    }

    #[test]
    fn thinning_keeps_first_last_lowest_and_highest_of_every_column() {
        let run: Vec<[f64; 2]> =
            (0..1000u32).map(|place| [f64::from(place), f64::from(place * 7919 % 1009)]).collect();
        let thin = thinned(run.clone(), [0.0, 999.0], 10);
        assert!(thin.len() <= 44 && thin.len() >= 30);
        assert!(thin.iter().all(|point| run.contains(point)));
        assert_eq!((thin.first(), thin.last()), (run.first(), run.last()));
        let highest = |run: &[[f64; 2]]| run.iter().map(|point| point[1]).fold(f64::MIN, f64::max);
        assert_eq!(highest(&thin), highest(&run));
        assert_eq!(thinned(run.clone(), [0.0, 999.0], 500), run);
    }

    #[test]
    fn scales_need_a_positive_base_unless_they_show_prices() {
        let base = |close| Some(Base { date: date(2025, 1, 24), close });
        assert_eq!(scaled(Scale::Percent, base(100.0), 83.0).map(f64::round), Some(-17.0));
        assert_eq!(scaled(Scale::Hundred, base(50.0), 100.0), Some(200.0));
        assert_eq!(scaled(Scale::Percent, base(-37.0), 10.0), None);
        assert_eq!(scaled(Scale::Hundred, None, 10.0), None);
        assert_eq!(scaled(Scale::Price, None, -37.0), Some(-37.0));
    }
}
