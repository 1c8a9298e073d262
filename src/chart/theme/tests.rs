//! What every theme keeps: contrast, colours and greys that can be told apart; and what a theme
//! file may say.

use super::contrast::{MARK, TEXT, linear, luminance, ratio};
use super::keys::{KEYS, Slot, TOP, known};
use super::reader::hex;
use super::*;
use crate::model::Fact;
use crate::text::Words;

/// Least distance of two colours in `OKLab`. About 0.02 is just noticeable side by side; signs of a
/// figure stand apart, so twice as much and a little more is asked for.
const APART: f64 = 0.045;

/// Severe deficiencies of colour vision, as matrices for linear RGB: protan, deutan, tritan.
/// Machado, Oliveira and Fernandes 2009, "A physiologically-based model for simulation of color
/// vision deficiency", table for severity 1.0. The first stands for common vision.
const VISIONS: [(&str, [[f64; 3]; 3]); 4] = [
    ("common", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protan",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "deutan",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "tritan",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
];

fn times(matrix: &[[f64; 3]; 3], vector: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row.iter().zip(vector).map(|(a, b)| a * b).sum())
}

/// `OKLab` of linear sRGB. Ottosson 2020, <https://bottosson.github.io/posts/oklab/>.
fn oklab(rgb: [f64; 3]) -> [f64; 3] {
    const LMS: [[f64; 3]; 3] = [
        [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
        [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
        [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
    ];
    const LAB: [[f64; 3]; 3] = [
        [0.210_454_255_3, 0.793_617_785_0, -0.004_072_046_8],
        [1.977_998_495_1, -2.428_592_205_0, 0.450_593_709_9],
        [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766_0],
    ];
    times(&LAB, times(&LMS, rgb).map(f64::cbrt))
}

fn distance(vision: &[[f64; 3]; 3], one: Color, other: Color) -> f64 {
    let seen = |color| oklab(times(vision, linear(color)).map(|channel| channel.clamp(0.0, 1.0)));
    let squares = seen(one).into_iter().zip(seen(other)).map(|(a, b)| (a - b).powi(2));
    squares.sum::<f64>().sqrt()
}

fn themes() -> [Theme; 3] {
    ThemeName::ALL.map(Theme::built_in)
}

fn pairs<T: Clone>(items: &[T]) -> Vec<(T, T)> {
    let after = |place: usize| items[place + 1..].iter().cloned();
    (0..items.len()).flat_map(|one| after(one).map(move |other| (items[one].clone(), other))).collect()
}

#[test]
fn contrast_is_that_of_the_standard() {
    let [black, white] = [Color([0, 0, 0, 255]), Color([255, 255, 255, 255])];
    assert!((ratio(black, white) - 21.0).abs() < 1e-9);
    assert!((ratio(white, Color([119, 119, 119, 255])) - 4.478).abs() < 1e-3);
}

#[test]
fn every_text_can_be_read_on_its_ground() {
    for theme in themes() {
        let plain = [("ink", theme.ink), ("muted", theme.muted), ("event", theme.event)];
        let signs = [("action", theme.action), ("fall", theme.fall), ("rise", theme.rise)];
        let series = theme.series.iter().chain(&theme.groups).map(|color| ("series", *color));
        for (role, color) in plain.into_iter().chain(signs).chain(series) {
            for ground in [theme.background, theme.panel] {
                let ratio = ratio(color, ground);
                assert!(ratio >= TEXT, "{:?}: {role} {} {ratio:.2}", theme.name, hex(color));
            }
        }
        for ground in [theme.raised, theme.selected] {
            for color in [theme.ink, theme.muted] {
                assert!(ratio(color, ground) >= TEXT, "{:?} {}", theme.name, hex(color));
            }
        }
        assert!(ratio(theme.on_action, theme.action) >= TEXT, "{:?}", theme.name);
    }
}

/// Grid, rules, and the lines of series that are not picked stand back on purpose and carry nothing
/// that is not said elsewhere.
#[test]
fn every_mark_stands_out_from_its_ground() {
    for theme in themes() {
        let marks = [theme.faint, theme.action, theme.event, theme.ink, theme.fall, theme.rise];
        for color in marks.into_iter().chain(theme.series.clone()).chain(theme.groups.clone()) {
            for ground in [theme.background, theme.panel] {
                assert!(ratio(color, ground) >= MARK, "{:?} {}", theme.name, hex(color));
            }
        }
    }
}

#[test]
fn colours_are_told_apart_with_every_vision() {
    for theme in themes().into_iter().filter(|theme| theme.name != ThemeName::Print) {
        for (vision, matrix) in &VISIONS {
            let signs = vec![(theme.fall, theme.rise), (theme.event, theme.ink)];
            for (one, other) in [pairs(&theme.series), pairs(&theme.groups), signs].concat() {
                let found = distance(matrix, one, other);
                let names = [one, other].map(hex);
                assert!(found >= APART, "{:?} {vision}: {names:?} {found:.3}", theme.name);
            }
        }
    }
}

/// What tells two picks apart without colour: lightness, dash and marker.
#[test]
fn picks_differ_in_more_than_colour() {
    for theme in themes() {
        // Two greys leave fewer ways than six colours.
        let told = if theme.name == ThemeName::Print { 18 } else { 60 };
        let picks: Vec<SeriesStyle> = (0..told).map(|place| theme.pick(place)).collect();
        for (one, other) in pairs(&picks) {
            assert_ne!(one, other, "{:?}", theme.name);
        }
        for (one, other) in pairs(&picks[..6]) {
            assert!(one.dash != other.dash || one.marker != other.marker, "{:?}", theme.name);
        }
    }
}

/// CIE lightness, 0 to 100, of a colour's luminance (CIE 15:2018, 8.2.1.1).
fn lightness(color: Color) -> f64 {
    let luminance = luminance(color);
    let root = if luminance > 0.008_856 { luminance.cbrt() } else { 7.787 * luminance + 16.0 / 116.0 };
    116.0 * root - 16.0
}

#[test]
fn print_needs_no_colour() {
    let theme = Theme::built_in(ThemeName::Print);
    let series = theme.series.iter().chain(&theme.groups).copied();
    let all = [theme.background, theme.panel, theme.ink, theme.event, theme.fall, theme.rise, theme.grid];
    for Color([red, green, blue, _]) in all.into_iter().chain(series) {
        assert!(red == green && green == blue);
    }
    let apart = |one, other| (lightness(one) - lightness(other)).abs() >= 20.0;
    assert!(apart(theme.fall, theme.rise));
    let picks: Vec<SeriesStyle> = (0..6).map(|place| theme.pick(place)).collect();
    for (one, other) in pairs(&picks) {
        let differ = [apart(one.color, other.color), one.dash != other.dash, one.marker != other.marker];
        assert!(differ.into_iter().filter(|differs| *differs).count() >= 2, "{one:?} {other:?}");
    }
    let groups: Vec<_> = (0..theme.groups().len())
        .map(|place| (theme.groups()[place], theme.group_marker(Some(place))))
        .chain([(theme.faint, theme.group_marker(None))])
        .collect();
    for (one, other) in pairs(&groups) {
        assert!(one.1 != other.1 || apart(one.0, other.0), "{one:?} {other:?}");
    }
}

#[test]
fn a_transparent_background_has_nothing_behind_the_figure() {
    for theme in themes() {
        let clear = theme.clone().with_background(Background::Transparent);
        assert_eq!(clear.backdrop.0[3], 0);
        assert!(clear.panel.0[3] > 0 && clear.panel.0[3] < 40);
        assert_eq!((clear.ink, clear.background), (theme.ink, theme.background));
        assert_eq!(theme.clone().with_background(Background::Theme), theme);
    }
}

fn error(text: &str) -> ThemeError {
    parse(text).unwrap_err()
}

/// The sentence of an error, as a reader sees it.
fn told(text: &str) -> String {
    let message = error(text).message("a.toml");
    let args: Vec<_> = message
        .facts
        .iter()
        .map(|(name, fact)| match fact {
            Fact::Text(text) => (*name, crate::text::Arg::Text(text)),
            Fact::Count(count) => (*name, crate::text::Arg::Count(*count)),
            Fact::Names(_) => (*name, crate::text::Arg::Text("")),
        })
        .collect();
    crate::text::without_isolates(&Words::english().say(message.key, &args)).into_owned()
}

#[test]
fn an_empty_file_is_its_base() {
    assert_eq!(parse("").unwrap().theme, Theme::built_in(ThemeName::Light));
    for name in ThemeName::ALL {
        let file = parse(&format!("\u{FEFF}name = \"N\"\nbase = \"{}\"\n", name.tag())).unwrap();
        assert_eq!((file.name.as_deref(), file.theme), (Some("N"), Theme::built_in(name)));
    }
}

#[test]
fn every_key_reaches_the_theme() {
    for key in KEYS {
        let value = match key.slot {
            Slot::Color(_) if ["background", "panel"].contains(&key.name) => "\"#FFFEFD\"",
            Slot::Color(_) => "\"#123\"",
            Slot::Colors(..) => "[\"#111\", \"#222\", \"#333\", \"#444\", \"#555\", \"#123456\"]",
            Slot::Number(..) => "1.25",
            Slot::Dash(_) => "\"dots\"",
            Slot::Dashes(_) => "[\"dots\", \"solid\"]",
            Slot::Markers(_) => "[\"none\", \"circle\"]",
            Slot::Shapes(_) => "[\"diamond\"]",
            Slot::File(_) => "\"parts/a.svg\"",
        };
        let head = if key.section.is_empty() { String::new() } else { format!("[{}]\n", key.section) };
        let file = parse(&format!("{head}{} = {value}\n", key.name)).unwrap();
        assert_ne!(file, parse("").unwrap(), "{}.{}", key.section, key.name);
    }
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    let cases = [
        ("base = \"sepia\"", "line 1, column 8: “base” is \"sepia\", but takes one of: light, dark, print"),
        ("\n[colours]\nink = \"black\"", "line 3, column 7: “colours.ink” is \"black\", but takes a colour"),
        ("[colours]\nink = 5", "line 2, column 7: “colours.ink” is 5, but takes a colour"),
        (
            "[colours]\nikn = \"#000\"",
            "line 2, column 1: there is no key “colours.ikn”; known here: background,",
        ),
        ("colors = 1", "line 1, column 1: there is no key “colors”; known here: name, base, logo, colours,"),
        ("colours = 1", "line 1, column 1: “colours” is a section, written [colours]"),
        ("[type]\ntitle = 9", "line 2, column 9: “type.title” is 9, but takes a number from 0.7 to 1.6"),
        ("[type]\ntitle = nan", "line 2, column 9: “type.title” is nan, but takes a number"),
        (
            "[colours]\nseries = [\"#000\"]",
            "line 2, column 10: “colours.series” has 1 entry, but needs at least 6",
        ),
        (
            "[colours]\nseries = [\"#000\", 7]",
            "line 2, column 19: “colours.series[2]” is 7, but takes a colour",
        ),
        ("[lines]\ndashes = \"dots\"", "line 2, column 10: “lines.dashes” is \"dots\", but takes a list"),
        (
            "[lines]\nevent_dash = \"wavy\"",
            "line 2, column 14: “lines.event_dash” is \"wavy\", but takes one of: solid,",
        ),
        ("logo = \"../a.svg\"", "line 1, column 8: “logo” is \"../a.svg\", but takes the name of a file"),
        ("logo = \"/etc/a.svg\"", "line 1, column 8: “logo” is"),
        ("name = 3", "line 1, column 8: “name” is 3, but takes a text in quotes"),
        (
            "[colours]\nmuted = \"#999999\"",
            "line 2, column 1: “colours.muted” #999999 stands out from “colours.background” #FFFFFF by 2.84:1 only, but needs 4.5:1",
        ),
        // Organisations take them for their names: they are named as they are written.
        (
            "[type]\nlabel = 1.1\n[colours]\nfrontier = \"#3B82F6\"",
            "line 4, column 1: “colours.frontier” #3B82F6 stands out from “colours.background” #FFFFFF by 3.67:1",
        ),
        ("[type]\nlabel = 1.1\n[colours]\nink = \"#999999\"", "line 4, column 1: “colours.ink” #999999"),
        ("[colours]\nbackground = \"#12161B\"", "line 2, column 1: “colours.ink” #14181D stands out"),
        ("a = ", "line 1, column 5: this is no TOML:"),
        ("[colours\nink", "line 1, column 9: this is no TOML:"),
    ];
    for (text, expected) in cases {
        let told = told(text);
        assert!(
            told.strip_prefix("a.toml, ").unwrap().starts_with(expected),
            "{text:?}\n  told     {told}\n  expected {expected}"
        );
    }
}

#[test]
fn the_first_of_several_errors_is_told() {
    let error = error("[type]\ntitle = 9\n[colours]\nink = 3\nbad = 1");
    assert_eq!((error.line, error.key.as_str()), (2, "type.title"));
}

#[test]
fn one_font_serves_for_both_weights() {
    for given in ["regular", "semibold"] {
        let fonts = parse(&format!("[fonts]\n{given} = \"a.ttf\"\n")).unwrap().fonts.unwrap();
        assert_eq!((fonts.regular.as_str(), fonts.semibold.as_str()), ("a.ttf", "a.ttf"));
    }
}

#[test]
fn groups_follow_the_series_unless_they_are_given() {
    let series = "series = [\"#111\", \"#222\", \"#333\", \"#444\", \"#555\", \"#123456\"]";
    let theme = parse(&format!("[colours]\n{series}\n")).unwrap().theme;
    assert_eq!(theme.groups[2..], [4, 0, 3, 2].map(|place: usize| theme.series[place]));
    assert_eq!(theme.groups[..2], [theme.action, theme.ink]);
}

#[test]
fn any_text_is_read_or_refused() {
    let pieces = ["[colours]\n", "ink", " = ", "\"#", "123", "\"", "[", "]", "\n", "=", "{", "é", "'''", "."];
    for seed in 0..4000_usize {
        let mut state = seed;
        let mut text = String::new();
        for _ in 0..8 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text.push_str(pieces[(state >> 33) % pieces.len()]);
        }
        if let Err(error) = parse(&text) {
            assert!(error.line >= 1 && error.column >= 1, "{text:?}");
        }
    }
}

#[test]
fn the_example_is_a_theme() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/themes/broadsheet.toml");
    let file = parse(&std::fs::read_to_string(path).unwrap()).unwrap();
    assert_eq!((file.name.as_deref(), file.theme.margin), (Some("Broadsheet"), 1.2));
    assert_eq!(file.theme.backdrop, file.theme.background);
}

/// The example between the marks of the README is read, and its table names every key.
#[test]
fn the_readme_tells_the_keys_as_they_are() {
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let (_, rest) = readme.split_once("## Themes\n").unwrap();
    let (section, _) = rest.split_once("\n## ").unwrap();
    let (_, example) = section.split_once("```toml\n").unwrap();
    let (example, _) = example.split_once("```").unwrap();
    assert_ne!(parse(example).unwrap().theme, Theme::built_in(ThemeName::Light));
    for key in KEYS.iter().map(|key| key.name).chain(TOP) {
        assert!(section.contains(&format!("`{key}`")), "{key} is not told");
    }
    assert_eq!(known("").last(), Some(&"space"));
}
