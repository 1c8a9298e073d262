//! Figures in Arabic: everything that is not a name is said in Arabic, words begin on the right while
//! time and cost run from the left, and characters without a font are told.

use super::*;
use crate::text::testing::{SQUARE, font_file};
use crate::text::{Digits, Fonts, Language, is_right_to_left, load_font};

fn spoken(case: &Case, kind: FigureKind, size: [f64; 2], words: &Words, fonts: Fonts) -> Figure {
    let mut theme = Theme::built_in(ThemeName::Light);
    theme.fonts = fonts;
    let scene =
        Scene { document: &case.document, data: &case.data, analysis: &case.analysis, theme: &theme, words };
    build(kind, &scene, &View::default(), &Medium::Print(Sheet::pixels(size)))
}

fn arabic(case: &Case, kind: FigureKind, size: [f64; 2], digits: Digits) -> Figure {
    spoken(case, kind, size, &Words::of(Language::Arabic, digits), Fonts::bundled())
}

/// Runs of Latin letters.
fn latin(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() > 1)
}

/// Every name that the data hold, in one text.
fn names(data: &Data) -> String {
    let mut names: Vec<String> = data.sources.iter().map(crate::model::Source::file_name).collect();
    for series in &data.series {
        names.extend([series.id.as_str().to_owned(), series.name().to_owned()]);
    }
    if let Some(table) = &data.models {
        names.extend(table.columns.iter().map(|column| models::score_name(&column.name)));
        for row in &table.rows {
            names.extend([row.name.clone(), row.label.clone()]);
            names.extend(row.organization.clone());
        }
    }
    names.push("Richter DeepSeek-R1 SOURCES.md USD EUR".to_owned());
    names.join(" ")
}

#[test]
fn an_arabic_figure_says_nothing_in_english() {
    let mut case = sample();
    let names = names(&case.data);
    for cost in Cost::ALL {
        case.document.cost = cost;
        for kind in FigureKind::ALL {
            let figure = arabic(&case, kind, [1920.0, 1080.0], Digits::Western);
            let caption = &figure.caption;
            let sentences = [&caption.title, &caption.subtitle, &caption.source, &caption.note, &caption.alt];
            let labels = all_labels(&figure).into_iter().map(|label| &label.text);
            for text in labels.chain(sentences) {
                for word in latin(text) {
                    assert!(names.contains(word), "{kind:?} {cost:?}: {word} in {text}");
                }
            }
            for sentence in sentences.into_iter().filter(|sentence| !sentence.is_empty()) {
                assert!(is_right_to_left(sentence), "{kind:?}: {sentence}");
                assert!(!sentence.contains("chart-"), "{sentence}");
            }
        }
    }
}

#[test]
fn arabic_digits_leave_no_western_one_outside_of_names() {
    let case = sample();
    let names = names(&case.data);
    for kind in FigureKind::ALL {
        let figure = arabic(&case, kind, [1920.0, 1080.0], Digits::Arabic);
        for label in all_labels(&figure) {
            // Cut at spaces and list marks, so that a digit stands with the name it belongs to.
            for word in label.text.split([' ', '،', '\u{A0}', '\u{2068}', '\u{2069}', '؛', '(', ')']) {
                let digit = word.contains(|c: char| c.is_ascii_digit());
                assert!(!digit || names.contains(word.trim_end_matches('.')), "{kind:?}: {}", label.text);
            }
        }
    }
}

#[test]
fn words_of_an_arabic_figure_keep_apart_and_inside() {
    let mut case = sample();
    for digits in Digits::ALL {
        for cost in Cost::ALL {
            case.document.cost = cost;
            for kind in FigureKind::ALL {
                for size in SIZES {
                    let figure = arabic(&case, kind, size, digits);
                    if figure.misfit.is_some() {
                        // Not written at that size.
                        assert!(size != [1920.0, 1080.0], "{kind:?} {cost:?}: {:?}", figure.misfit);
                        continue;
                    }
                    let labels = all_labels(&figure);
                    for (place, label) in labels.iter().enumerate() {
                        let own = ink(label);
                        let within =
                            own.x >= 0.0 && own.right() <= size[0] && own.y >= 0.0 && own.bottom() <= size[1];
                        assert!(within, "{kind:?} {size:?}: {} at {own:?}", label.text);
                        for other in labels.iter().skip(place + 1) {
                            let meet = own.meets(&ink(other));
                            assert!(!meet, "{kind:?} {cost:?} {size:?}: {} meets {}", label.text, other.text);
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn columns_and_words_are_mirrored_and_plots_are_not() {
    let case = sample();
    let size = [1920.0, 1280.0];
    let english = spoken(&case, FigureKind::Pair, size, &Words::english(), Fonts::bundled());
    let arabic = arabic(&case, FigureKind::Pair, size, Digits::Western);
    let panel =
        |figure: &Figure, kind| figure.panels.iter().find(|panel| panel.kind == kind).unwrap().clone();
    let [first, models] = [PanelKind::Market, PanelKind::Models].map(|kind| panel(&english, kind).plot);
    assert!(first.right() < models.x);
    let [first, models] = [PanelKind::Market, PanelKind::Models].map(|kind| panel(&arabic, kind).plot);
    assert!(models.right() < first.x);
    for kind in [PanelKind::Market, PanelKind::Moves, PanelKind::Models] {
        let [english, arabic] = [&english, &arabic].map(|figure| panel(figure, kind));
        assert_eq!((english.x.range, english.y.range), (arabic.x.range, arabic.y.range), "{kind:?}");
        let at = |panel: &Panel, value| panel.place([value, 0.0])[0];
        assert!(at(&arabic, arabic.x.range[0]) < at(&arabic, arabic.x.range[1]), "{kind:?}");
    }
    let edge = |figure: &Figure, text: &str| {
        let label = all_labels(figure).into_iter().find(|label| label.text.contains(text)).unwrap().clone();
        (label.anchor, label.at[0])
    };
    let (anchor, right) = edge(&arabic, "تراجع");
    assert_eq!(anchor, Anchor::Right);
    assert!((right - (size[0] - edge(&english, "fell").1)).abs() < 1e-6);
    for text in ["المؤشر والأسهم", "تحركات 27 يناير 2025", "الأساس: آخر", "الأسعار: "]
    {
        let (anchor, at) = edge(&arabic, text);
        assert!(anchor == Anchor::Right && (at - right).abs() < 1e-6, "{text}: {at} {right}");
    }
    for (figure, anchor) in [(&arabic, Anchor::Left), (&english, Anchor::Right)] {
        let brand = figure.labels.iter().find(|label| label.text == "Richter").unwrap();
        assert_eq!(brand.anchor, anchor);
    }
    // The first word of a key stands at its right end.
    let keys = panel(&arabic, PanelKind::Models);
    let key = |text: &str| keys.labels.iter().find(|label| label.text == text).unwrap();
    assert!(key("OpenAI").at[0] > key("Anthropic").at[0] && key("OpenAI").anchor == Anchor::Right);
}

#[test]
fn a_character_without_a_font_is_told_with_its_words() {
    let mut case = sample();
    let place = case.data.series.iter().position(|series| series.id.as_str() == "NDX").unwrap();
    case.data.series[place].info.name = Some("指数 NDX".to_owned());
    let words = Words::english();
    let with = |fonts| spoken(&case, FigureKind::Market, [1600.0, 900.0], &words, fonts);
    let (missing, told) = with(Fonts::bundled()).unwritable().unwrap();
    assert!(missing == '指' && told.contains("指数 NDX"), "{told}");
    let half = load_font(font_file(1000, &[('指', SQUARE)])).unwrap();
    let whole = load_font(font_file(2048, &[('数', SQUARE), ('指', SQUARE)])).unwrap();
    let fonts = |font| Fonts::bundled().with_fallback(font).unwrap();
    assert_eq!(with(fonts(half)).unwritable().map(|(missing, _)| missing), Some('数'));
    let figure = with(fonts(whole));
    assert_eq!((figure.unwritable(), figure.fonts), (None, fonts(whole)));
    assert_eq!(sample().print(FigureKind::Pair, [1600.0, 900.0]).unwritable(), None);
}
