//! Words for series without dates: their rows are counted, and a row is never told as a date.
//!
//! Where no open series has dates the axis counts rows. Beside series with dates the others have
//! no place; that is said, and they are not drawn.

use jiff::civil::{Date, Weekday};

use super::draft::Draft;
use super::figure::{Anchor, Panel, Tick};
use super::ticks::Steps;
use crate::model::{Cadence, Step, row_of};
use crate::text::{Arg, DateStyle, Words};

/// A session in words: its date, or "row 12" where rows stand in the place of dates.
#[must_use]
pub fn day_text(words: &Words, date: Date, style: DateStyle) -> String {
    match row_of(date) {
        Some(row) => words.say("chart-row", &[("row", Arg::Count(u64::from(row)))]),
        None => words.date(date, style),
    }
}

/// The days of a bar in words: of a daily one its date, else "the week of 27 January 2025", "the month
/// of Oct 2008".
#[must_use]
pub fn bar_text(words: &Words, cadence: &Cadence, date: Date, style: DateStyle) -> String {
    let key = match cadence.step {
        Step::Daily | Step::Other => return day_text(words, date, style),
        Step::Weekly => "chart-week-of",
        Step::Monthly => "chart-month-of",
        Step::Quarterly => "chart-quarter-of",
        Step::HalfYearly => "chart-half-year-of",
        Step::Yearly => "chart-year-of",
    };
    let [mut first, last] = cadence.span(date);
    // A week that ends on Friday is called by its Monday, as it would be by others.
    while cadence.by_end && cadence.step == Step::Weekly && first.weekday() != Weekday::Monday {
        let Ok(next) = first.tomorrow() else { break };
        first = next;
    }
    let is_calendar_year = cadence.step == Step::Yearly && first.month() == 1;
    let style = match (cadence.step, style) {
        (Step::Weekly, DateStyle::Full) => DateStyle::Long,
        (Step::Weekly, style) => style,
        _ if is_calendar_year => DateStyle::Year,
        _ => DateStyle::Month,
    };
    let [first, last] = [first, last].map(|day| words.date(day, style));
    let key = if is_calendar_year { "chart-calendar-year" } else { key };
    words.say(key, &[("first", Arg::Text(&first)), ("last", Arg::Text(&last))])
}

/// Names of the series that are not drawn because they have no dates and others have.
pub(super) fn left_out(draft: &Draft<'_>) -> Vec<String> {
    let scene = draft.scene;
    let series = scene.data.series.iter().filter(|series| !scene.document.hidden.contains(&series.id));
    let left = series.filter(|series| !scene.analysis.sessions.hold(series));
    left.map(|series| series.name().to_owned()).collect()
}

/// Numbers of rows under an axis of rows: as many round ones as fit beside each other.
pub(super) fn row_ticks(draft: &Draft<'_>, shown: [f64; 2], width: f64) -> Vec<Tick> {
    let sessions = &draft.scene.analysis.sessions;
    let row_at = |place: f64| sessions.nearest(place).and_then(row_of).map_or(0.0, f64::from);
    let rows = [row_at(shown[0].ceil()), row_at(shown[1].floor())];
    let text = |row: f64| draft.scene.words.number(row, 0);
    let widest = draft.quiet().width(&text(rows[1])) + draft.sizes.label * 1.6;
    let steps = Steps::of(rows, (width / widest).clamp(1.0, 16.0) as usize);
    let step = steps.step.max(1.0);
    let mut round = Steps { step, decimals: 0 }.within(rows);
    // Counting begins at one, so a round axis would leave its first row without a number.
    if rows[0] <= 1.0 && step > 2.0 {
        round.insert(0, 1.0);
    }
    let place = |row: f64| {
        // Rows without a price have no place of their own.
        let found =
            sessions.dates().partition_point(|date| row_of(*date).is_some_and(|at| f64::from(at) < row));
        let exact = sessions.date(found).and_then(row_of).is_some_and(|at| (f64::from(at) - row).abs() < 0.5);
        exact.then_some(found as f64)
    };
    round.into_iter().filter_map(|row| Some(Tick { at: place(row)?, text: text(row) })).collect()
}

/// What the axis of rows counts, under its numbers.
pub(super) fn axis_title(draft: &Draft<'_>, panel: &mut Panel) {
    let hand = draft.quiet();
    let text = draft.text("chart-axis-row");
    let baseline = panel.plot.bottom() + draft.px(5.0) + hand.size * 2.4;
    let middle = panel.plot.x + panel.plot.width / 2.0;
    panel.labels.push(hand.set(&text, [middle, baseline], Anchor::Middle));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::figure::{Figure, FigureKind};
    use crate::chart::{Medium, Scene, Sheet, Theme, ThemeName, View, build, captions, readout};
    use crate::model::{Data, Document, Event, Role, Scale, Series, Stamp};
    use crate::study::{analyse, samples};
    use jiff::civil::date;

    fn rows(name: &str, count: u32) -> Series {
        let closes: Vec<(Date, f64)> =
            (1..=count).map(|row| (Stamp::Row(row).date(), 100.0 + f64::from(row % 17))).collect();
        samples::series(name, &closes)
    }

    fn with_scene<T>(series: Vec<Series>, document: &Document, ask: impl FnOnce(&Scene<'_>) -> T) -> T {
        let data = Data { series, ..Data::default() };
        let analysis = analyse(&data, document);
        let (words, theme) = (Words::english(), Theme::built_in(ThemeName::Light));
        ask(&Scene { document, data: &data, analysis: &analysis, theme: &theme, words: &words })
    }

    /// All words of a figure in one text.
    fn words_of(figure: &Figure) -> String {
        let caption = &figure.caption;
        let labels = figure.panels.iter().flat_map(|panel| &panel.labels).chain(&figure.labels);
        let labels: Vec<&str> = labels.map(|label| label.text.as_str()).collect();
        [&caption.title, &caption.subtitle, &caption.note, &caption.alt, &labels.join("\n")]
            .map(String::as_str)
            .join("\n")
    }

    #[test]
    fn a_row_is_never_told_as_a_date() {
        let event = Some(Event::new("Event", date(2025, 1, 27)));
        for event in [None, event] {
            for scale in [Scale::Percent, Scale::Hundred, Scale::Price] {
                for kind in [FigureKind::Market, FigureKind::Moves, FigureKind::Pair] {
                    let document = Document { event: event.clone(), scale, ..Document::default() };
                    let medium = Medium::Print(Sheet::pixels([1600.0, 900.0]));
                    let series = vec![rows("A", 2140), rows("B", 300)];
                    let figure =
                        with_scene(series, &document, |scene| build(kind, scene, &View::default(), &medium));
                    let told = words_of(&figure);
                    assert!(!told.contains("999") && !told.contains("session"), "{kind:?} {scale:?}: {told}");
                    assert!(kind == FigureKind::Moves || told.contains("row"), "{told}");
                }
            }
        }
    }

    #[test]
    fn the_axis_counts_rows_and_says_so() {
        let document = Document::default();
        let medium = Medium::Print(Sheet::pixels([1600.0, 900.0]));
        let figure = with_scene(vec![rows("A", 2140)], &document, |scene| {
            build(FigureKind::Market, scene, &View::default(), &medium)
        });
        let panel = figure.panels.first().unwrap();
        let ticks: Vec<(f64, &str)> =
            panel.x.ticks.iter().map(|tick| (tick.at, tick.text.as_str())).collect();
        assert_eq!(ticks.first(), Some(&(0.0, "1")));
        assert!(ticks.contains(&(1999.0, "2,000")), "{ticks:?}");
        assert!(panel.labels.iter().any(|label| label.text == "Row"));
        for (count, shown) in [(1, None), (2, None), (2140, Some([2100.4, 2108.9])), (5, Some([-3.0, 40.0]))]
        {
            let view = View { sessions: shown, ..View::default() };
            let figure = with_scene(vec![rows("A", count)], &document, |scene| {
                build(FigureKind::Market, scene, &view, &Medium::Window { size: [600.0, 300.0] })
            });
            let panel = figure.panels.first().unwrap();
            assert!(!panel.x.ticks.is_empty(), "{count}");
            let last = f64::from(count) - 1.0;
            assert!(panel.x.ticks.iter().all(|tick| (0.0..=last).contains(&tick.at)), "{count}");
        }
    }

    #[test]
    fn beside_dates_they_are_not_drawn_and_that_is_said() {
        let mut index = rows("Undated", 40);
        index.info.role = Role::Index;
        let dated = samples::series("Dated", &[(date(2025, 1, 24), 10.0), (date(2025, 1, 27), 9.0)]);
        let (document, view) = (Document::default(), View::default());
        with_scene(vec![index, dated], &document, |scene| {
            let figure =
                build(FigureKind::Market, scene, &view, &Medium::Print(Sheet::pixels([1600.0, 900.0])));
            let caption = &figure.caption;
            assert!(caption.note.contains("Not drawn, having no dates: Undated."), "{}", caption.note);
            assert!(caption.title.starts_with("Dated fell 10.0%"), "{}", caption.title);
            assert!(caption.alt.starts_with("Line chart of 1 series"), "{}", caption.alt);
            assert!(captions::market_subtitle(scene, &view).contains("Not drawn, having no dates: Undated."));
            let at = readout::at(scene, &view, 0.0, 9).unwrap();
            assert_eq!(at.rows.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["Dated"]);
            assert_eq!(at.date, "Fri 24 Jan 2025");
        });
    }

    #[test]
    fn the_crosshair_names_the_row() {
        let told = with_scene(vec![rows("A", 40)], &Document::default(), |scene| {
            readout::at(scene, &View::default(), 11.2, 9).unwrap().date
        });
        assert_eq!(told, "row 12");
    }
}
