//! What is decided about the scatter: each choice changes what is drawn, and says so.

use super::*;
use crate::model::{BasisChoice, ColorBy, CostBasis, Prices, ScatterChoices, ScoreScale, SizeBy, Unit};

fn with(change: impl FnOnce(&mut ScatterChoices)) -> Case {
    let mut case = sample();
    change(&mut case.document.scatter);
    case
}

fn models(case: &Case) -> Figure {
    case.print(FigureKind::Models, [1600.0, 900.0])
}

/// Figure positions of the models' points with their labels, shapes and outlines.
fn points(case: &Case, figure: &Figure) -> Vec<(String, [f64; 2], figure::Marker, Mark)> {
    let rows = &case.data.models.as_deref().unwrap().rows;
    let panel = &figure.panels[0];
    let marks = panel.marks.iter().filter_map(|mark| match mark {
        Mark::Point { subject: Subject::Model(row), at, shape, .. } => {
            Some((rows[*row].label.clone(), panel.place(*at), *shape, mark.clone()))
        }
        _ => None,
    });
    marks.collect()
}

fn at(points: &[(String, [f64; 2], figure::Marker, Mark)], name: &str) -> [f64; 2] {
    points.iter().find(|(label, ..)| label == name).unwrap().1
}

fn title_and_note(case: &Case) -> (String, String) {
    let caption = models(case).caption;
    (caption.title, caption.note)
}

/// By hand from the sample's prices, 3 input to 1 output, of models out by the day.
///
/// GPQA Diamond: before 20 January Gemini 2.0 Flash (0.175, 62.1), Claude 3.5 Sonnet (6, 65) and
/// o1-1217 (26.25, 75.7); o1-preview costs what o1-1217 does and scores 73.3. DeepSeek-R1 (0.96, 71.5)
/// costs less than Sonnet and scores more, which leaves Flash, R1 and o1-1217.
/// AIME 2024: before that day DeepSeek-V3 (0.175, 39.2), o1-mini (5.25, 63.6) and o1-1217 (26.25,
/// 79.2). R1 scores 79.8 at 0.96: o1-mini and o1-1217 cost more and score less, V3 costs less.
#[test]
fn the_twentieth_of_january_changed_both_frontiers() {
    let case = |score: &str, day: Date| {
        let mut case = with(|choices| choices.as_of = Some(day));
        case.document.score = Some(score.to_owned());
        title_and_note(&case)
    };
    let [before, after] = [date(2025, 1, 19), date(2025, 1, 20)];
    for (score, day, names) in [
        ("gpqa_diamond", before, "Gemini 2.0 Flash, Claude 3.5 Sonnet, o1-1217"),
        ("gpqa_diamond", after, "Gemini 2.0 Flash, DeepSeek-R1, o1-1217"),
        ("aime_2024_pass1", before, "DeepSeek-V3, o1-mini, o1-1217"),
        ("aime_2024_pass1", after, "DeepSeek-V3, DeepSeek-R1"),
    ] {
        let (title, note) = case(score, day);
        assert!(title.ends_with(names), "{score} {day}: {title}");
        let is_new = note.contains("since 19 Jan 2025: DeepSeek-R1.");
        assert_eq!(is_new, day == after, "{note}");
    }
    assert!(case("gpqa_diamond", after).1.contains("No longer among them: Claude 3.5 Sonnet."));
}

#[test]
fn prices_of_later_dates_are_hollow_named_and_can_be_left_out() {
    let (_, note) = title_and_note(&sample());
    assert!(
        note.contains("Hollow: price of a later date than 27 Jan 2025 (GPT-4o (May 2024), Gemini"),
        "{note}"
    );
    assert!(note.contains("would be: DeepSeek-V3, DeepSeek-R1, o1-1217."), "{note}");
    let (title, note) = title_and_note(&with(|choices| choices.prices = Prices::InForce));
    assert!(
        title.ends_with("DeepSeek-V3, DeepSeek-R1, o1-1217") && !note.contains("would be"),
        "{title} {note}"
    );
}

#[test]
fn dear_stands_on_the_left_when_reversed() {
    let (usual, reversed) = (sample(), with(|choices| choices.reversed = true));
    let x = |case: &Case, name: &str| at(&points(case, &models(case)), name)[0];
    assert!(x(&usual, "DeepSeek-R1") < x(&usual, "o1-1217"));
    assert!(x(&reversed, "DeepSeek-R1") > x(&reversed, "o1-1217"));
    let numbers = |case: &Case| {
        let (theme, words) = (Theme::built_in(ThemeName::Light), Words::english());
        let (document, data, analysis) = (&case.document, &case.data, &case.analysis);
        let scene = Scene { document, data, analysis, theme: &theme, words: &words };
        let mut drawn = drawn(&models(case), &scene, &View::default());
        drawn.sort_by(|a, b| a.name.cmp(&b.name));
        drawn
    };
    assert_eq!(numbers(&usual), numbers(&reversed));
    let scaled = with(|choices| choices.score_scale = ScoreScale::Logit);
    assert_eq!(numbers(&usual), numbers(&scaled));
}

#[test]
fn scores_stand_on_the_scale_that_is_asked_for_and_it_is_said() {
    for (scale, word) in [
        (ScoreScale::Log, "(per cent, log scale) against"),
        (ScoreScale::Logit, "(per cent, logit scale) against"),
    ] {
        let figure = models(&with(|choices| choices.score_scale = scale));
        assert!(figure.caption.subtitle.contains(word), "{}", figure.caption.subtitle);
        assert!(figure.panels[0].y.ticks.len() >= 3, "{scale:?}: {:?}", figure.panels[0].y.ticks);
    }
    let mut case = with(|choices| choices.score_scale = ScoreScale::Logit);
    let mut table = table(&[(1.0, 50.0), (2.0, 100.0), (4.0, 90.0)]);
    case.data.models = Some(Arc::new(table.clone()));
    assert!(title_and_note(&case).1.contains("A logit scale needs shares"));
    table.columns[1].unit = Unit::Percent;
    case.data.models = Some(Arc::new(table));
    let note = title_and_note(&case).1;
    assert!(note.contains("No place on this scale: Model 1."), "{note}");
    assert_eq!(points(&case, &models(&case)).len(), 2);
}

#[test]
fn training_costs_of_several_bases_have_markers_of_their_own_and_no_common_frontier() {
    let mut case = sample();
    assert!(!models(&case).caption.source.contains("training_costs.csv"));
    case.document.cost = Cost::Training;
    let one = models(&case);
    assert!(one.caption.source.contains("models.csv, training_costs.csv"), "{}", one.caption.source);
    assert!(one.caption.note.contains("Training costs: rent of the machines."), "{}", one.caption.note);
    assert!(one.caption.note.contains("With a cost on another basis only:"), "{}", one.caption.note);
    case.document.scatter.basis = BasisChoice::All;
    let all = models(&case);
    assert!(all.caption.note.contains("counted on different bases"), "{}", all.caption.note);
    let shapes: std::collections::BTreeSet<&str> =
        points(&case, &all).iter().map(|(_, _, shape, _)| shape.name()).collect();
    assert!(shapes.len() >= 3, "{shapes:?}");
    assert!(all.panels[0].marks.iter().all(|mark| !matches!(mark, Mark::Line { .. })), "no frontier");
    for key in ["Rent of the machines", "Estimated"] {
        assert!(all.panels[0].labels.iter().any(|label| label.text == key), "{key}");
    }
    case.document.scatter.basis = BasisChoice::Only(CostBasis::Amortised);
    assert!(models(&case).caption.note.contains("Training costs: share of the machines used up"));
}

#[test]
fn two_models_are_compared_in_one_sentence() {
    let pair = |one: &str, other: &str| Some([one.to_owned(), other.to_owned()]);
    let mut case = with(|choices| choices.compare = pair("deepseek-r1", "o1-1217"));
    let subtitle = models(&case).caption.subtitle;
    let told =
        "DeepSeek-R1 against o1-1217: 1/27 of the blended price, −4.2 on GPQA Diamond, +0.6 on AIME 2024";
    assert!(subtitle.contains(told), "{subtitle}");
    let figure = case.print(FigureKind::Pair, [1600.0, 900.0]);
    assert!(figure.caption.note.contains(told), "{}", figure.caption.note);
    case.document.scatter.compare = pair("o1-1217", "DeepSeek-R1");
    assert!(models(&case).caption.subtitle.contains("27 times the blended price, +4.2 on GPQA Diamond"));
    for odd in [pair("o1-1217", "HAL 9000"), pair("o1-1217", "o1-1217"), None] {
        case.document.scatter.compare = odd;
        assert!(!models(&case).caption.subtitle.contains("against o1"));
    }
}

#[test]
fn intervals_are_bars_and_tell_whether_they_overlap() {
    let mut case = with(|choices| choices.compare = Some(["Model 0".to_owned(), "Model 1".to_owned()]));
    let mut table = table(&[(1.0, 50.0), (2.0, 60.0), (4.0, 90.0)]);
    table.columns[1].low = vec![45.0, 58.0, f64::NAN];
    table.columns[1].high = vec![59.0, 62.0, f64::NAN];
    case.data.models = Some(Arc::new(table));
    let figure = models(&case);
    let bars = figure.panels[0].marks.iter().filter_map(|mark| match mark {
        Mark::Line { subject: Some(Subject::Model(row)), runs, .. } => {
            Some((*row, runs[0][0][1], runs[0][1][1]))
        }
        _ => None,
    });
    assert_eq!(bars.collect::<Vec<_>>(), [(0, 45.0, 59.0), (1, 58.0, 62.0)]);
    assert!(
        figure.caption.subtitle.contains("1/2.0 of the blended price, −10.0 on score (intervals overlap)")
    );
    assert!(figure.panels[0].labels.iter().any(|label| label.text == "Interval of the score"));
}

#[test]
fn a_fit_is_marked_as_one() {
    let figure = models(&with(|choices| choices.fit = true));
    assert!(figure.caption.note.contains("a fit, not a forecast."), "{}", figure.caption.note);
    for key in ["Fitted line", "95% interval of its mean"] {
        assert!(figure.panels[0].labels.iter().any(|label| label.text == key), "{key}");
    }
    let mut case = with(|choices| choices.fit = true);
    case.data.models = Some(Arc::new(table(&[(1.0, 50.0), (2.0, 60.0)])));
    assert!(title_and_note(&case).1.contains("No line can be fitted"));
}

#[test]
fn filters_sizes_and_groups_change_what_is_drawn() {
    let count = |change: &dyn Fn(&mut ScatterChoices)| {
        let case = with(change);
        points(&case, &models(&case)).len()
    };
    let all = count(&|_| {});
    let deepseek = count(&|choices| choices.filters = vec!["organization=DeepSeek".to_owned()]);
    assert!(deepseek > 0 && deepseek < all);
    assert_eq!(count(&|choices| choices.search = "deepseek".to_owned()), deepseek);
    let sized = with(|choices| (choices.size_by, choices.color_by) = (SizeBy::Compute, ColorBy::Country));
    let figure = models(&sized);
    let radii: std::collections::BTreeSet<i64> = points(&sized, &figure)
        .iter()
        .filter_map(|(_, _, _, mark)| match mark {
            Mark::Point { radius, .. } => Some((radius * 100.0) as i64),
            _ => None,
        })
        .collect();
    assert!(radii.len() > 3, "{radii:?}");
    for key in ["China", "United States", "Size not known"] {
        assert!(figure.panels[0].labels.iter().any(|label| label.text == key), "{key}");
    }
}

#[test]
fn releases_of_chosen_models_stand_in_the_market_chart() {
    let case = with(|choices| choices.marked = vec!["DeepSeek-R1".to_owned(), "R1-Zero".to_owned()]);
    let figure = case.print(FigureKind::Market, [1600.0, 900.0]);
    let told = figure.panels[0].labels.iter().any(|label| label.text == "DeepSeek-R1, R1-Zero released");
    assert!(told && figure.left_out.is_empty());
    let early = with(|choices| choices.marked = vec!["DeepSeek-V2".to_owned()]);
    let keys =
        |kind| early.print(kind, [1600.0, 900.0]).left_out.iter().map(|told| told.key).collect::<Vec<_>>();
    assert_eq!(keys(FigureKind::Market), ["chart-release-outside"]);
    assert!(keys(FigureKind::Models).is_empty());
}

#[test]
fn a_chosen_date_of_the_frontier_stands_among_the_prices_beside_the_models() {
    let told = |chosen: Option<Date>, kind| {
        let case = with(|choices| choices.as_of = chosen);
        let figure = case.print(kind, [1600.0, 900.0]);
        let mut labels = figure.panels.iter().flat_map(|panel| &panel.labels);
        (labels.any(|label| label.text == "Models as of this day"), figure.left_out.len())
    };
    let day = Some(date(2025, 1, 20));
    assert_eq!(told(day, FigureKind::Pair), (true, 0));
    assert_eq!(told(day, FigureKind::Market), (false, 0), "no models stand beside it");
    assert_eq!(told(None, FigureKind::Pair), (false, 0));
    assert_eq!(told(Some(date(2025, 1, 27)), FigureKind::Pair), (false, 0), "the event's line is there");
    assert_eq!(told(Some(date(2023, 3, 1)), FigureKind::Pair), (false, 0), "out of view");
}

#[test]
fn intervals_can_be_left_out() {
    let mut case = sample();
    let mut table = table(&[(1.0, 50.0), (2.0, 60.0)]);
    for column in table.columns.iter_mut().filter(|column| column.role == ColumnRole::Score) {
        (column.low, column.high) = (vec![45.0, 55.0], vec![55.0, 65.0]);
    }
    case.data.models = Some(Arc::new(table));
    let bars = |case: &Case| {
        let figure = models(case);
        figure.panels[0].labels.iter().any(|label| label.text == "Interval of the score")
    };
    assert!(bars(&case));
    case.document.scatter.without_intervals = true;
    assert!(!bars(&case));
}

#[test]
fn less_sure_figures_are_paler_and_outlined() {
    let mut case = sample();
    let mut table = table(&[(1.0, 50.0), (2.0, 60.0), (4.0, 90.0)]);
    for (row, words) in table.rows.iter_mut().zip(["Confident", "Likely", "Speculative"]) {
        row.certainty = Some(words.to_owned());
    }
    case.data.models = Some(Arc::new(table));
    let figure = models(&case);
    let outlines: Vec<Option<bool>> = points(&case, &figure)
        .into_iter()
        .map(|(_, _, _, mark)| match mark {
            Mark::Point { stroke, .. } => stroke.map(|stroke| stroke.dash.is_empty()),
            _ => None,
        })
        .collect();
    assert_eq!(outlines, [None, Some(true), Some(false)]);
    for key in ["Likely figures", "Speculative figures"] {
        assert!(figure.panels[0].labels.iter().any(|label| label.text == key), "{key}");
    }
}

#[test]
fn models_without_dates_have_no_frontier() {
    let mut case = sample();
    case.document.event = None;
    let mut table = table(&[(1.0, 50.0), (2.0, 60.0)]);
    table.rows.iter_mut().for_each(|row| row.released = None);
    case.data.models = Some(Arc::new(table));
    assert!(title_and_note(&case).1.contains("No model has a release date"));
    assert!(models(&case).panels[0].marks.iter().all(|mark| !matches!(mark, Mark::Line { .. })));
}
