//! Every figure of the sample as text, in both themes: a change of a figure is a change of these
//! files, so that a review can read it. After an intended change, accept them with
//! `INSTA_UPDATE=always cargo test --release goldens` and look at the figures.

use crate::app::export::{ExportOptions, Format, Resources, Still, ThemeRef};
use crate::app::testing::sample_app;
use crate::chart::{FigureKind, SheetSize, ThemeName, View};

fn svg(kind: FigureKind, name: ThemeName) -> String {
    let app = sample_app();
    let options = ExportOptions {
        kind,
        theme: ThemeRef::BuiltIn(name),
        size: SheetSize::pixels(1200.0, 675.0),
        recipe: false,
        ..ExportOptions::default()
    };
    let resources = Resources::load(&options).unwrap();
    let still = Still {
        document: app.document(),
        data: app.data(),
        analysis: app.analysis(),
        view: &View::default(),
        options: &options,
        resources: &resources,
    };
    String::from_utf8(still.render(Format::Svg).unwrap()).unwrap()
}

fn compare(kind: FigureKind) {
    for name in ThemeName::ALL {
        let svg = svg(kind, name);
        assert!(!svg.contains("NaN") && !svg.contains("inf"), "{kind:?}");
        let file = format!("{}-{name:?}", kind.name()).to_lowercase();
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(file, svg);
        });
    }
}

#[test]
fn market() {
    compare(FigureKind::Market);
}

#[test]
fn moves() {
    compare(FigureKind::Moves);
}

#[test]
fn models() {
    compare(FigureKind::Models);
}

#[test]
fn pair() {
    compare(FigureKind::Pair);
}

#[test]
fn table() {
    compare(FigureKind::Table);
}

#[test]
fn study() {
    compare(FigureKind::Study);
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for kind in FigureKind::ALL {
        assert_eq!(svg(kind, ThemeName::Light), svg(kind, ThemeName::Light), "{kind:?}");
    }
}
