//! Fonts of the user's, from the file to the figure.

use crate::app::export::{ExportOptions, Format, RenderError, Resources, Still};
use crate::app::testing::sample_app;
use crate::chart::{FigureKind, View};
use crate::text::testing::{SQUARE, font_file};

/// A square of a quarter of an em.
const LOW: &[[i16; 2]] = &[[0, 0], [0, 250], [250, 250], [250, 0]];

/// The market figure with that title and these fonts beside the bundled ones, as SVG.
fn svg(title: &str, fonts: &[Vec<u8>]) -> Result<String, RenderError> {
    let folder = tempfile::tempdir().unwrap();
    let mut options = ExportOptions { kind: FigureKind::Market, recipe: false, ..ExportOptions::default() };
    for (place, bytes) in fonts.iter().enumerate() {
        let path = folder.path().join(format!("{place}.ttf"));
        std::fs::write(&path, bytes).unwrap();
        options.fonts.push(path);
    }
    let resources = Resources::load(&options).unwrap();
    let app = sample_app();
    let mut document = app.document().clone();
    document.wording.title = Some(title.to_owned());
    let still = Still {
        document: &document,
        data: app.data(),
        analysis: app.analysis(),
        view: &View::default(),
        options: &options,
        resources: &resources,
    };
    still.render(Format::Svg).map(|bytes| String::from_utf8(bytes).unwrap())
}

#[test]
fn a_font_given_with_a_figure_draws_what_the_bundled_ones_lack() {
    let (han, kana) = (font_file(2048, &[('深', SQUARE)]), font_file(1000, &[('か', SQUARE)]));
    let message = svg("深か", &[]).unwrap_err().message();
    assert_eq!(message.key, "app-export-character");
    assert!(matches!(
        svg("深か", std::slice::from_ref(&kana)),
        Err(RenderError::Unwritable { character: '深', .. })
    ));
    let drawn = svg("深か", &[han.clone(), kana.clone()]).unwrap();
    // Faces are numbered by their place in the figure, not by when they were loaded.
    for face in [6, 7] {
        let definition = format!("<path id=\"g{face}-1\" d=\"M0 0L0-500L500-500L500 0Z\"/>");
        assert!(drawn.contains(&definition), "{definition}");
    }
    let turned = svg("深か", &[kana, han.clone()]).unwrap();
    assert!(drawn != turned && drawn.len() == turned.len());
    assert_eq!(svg("深か", &[han.clone(), font_file(1000, &[('か', SQUARE)])]).unwrap(), drawn);
    // What is not asked for changes nothing.
    assert_eq!(svg("Nasdaq", &[han]).unwrap(), svg("Nasdaq", &[]).unwrap());
}

#[test]
fn figures_with_different_fonts_are_made_at_once() {
    let fonts = [Vec::new(), vec![font_file(1000, &[('度', SQUARE)])], vec![font_file(1000, &[('度', LOW)])]];
    let told = |place: usize| svg("度", &fonts[place % 3]).map_err(|error| error.to_string());
    let expected: Vec<_> = (0..3).map(told).collect();
    assert!(expected[0].is_err() && expected[1] != expected[2]);
    let found: Vec<_> = std::thread::scope(|threads| {
        let started: Vec<_> = (0..6).map(|place| threads.spawn(move || told(place))).collect();
        started.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    for (place, found) in found.iter().enumerate() {
        assert!(*found == expected[place % 3], "{place}");
    }
}
