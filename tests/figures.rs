//! Figures from the command line: every format, many in one run, what they say of themselves, and
//! whether that still holds.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on has failed")]

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::{code, err, out, richter};

const ROWS: &str = "Date,Close\n2025-01-23,101\n2025-01-24,100\n2025-01-27,90\n2025-01-28,95\n";

fn text(path: &Path) -> String {
    path.display().to_string()
}

/// A folder with one price file.
fn desk() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("OWN.csv");
    fs::write(&path, ROWS).unwrap();
    (folder, path)
}

#[test]
fn each_format_is_what_its_name_says() {
    let (folder, source) = desk();
    let starts: [(&str, &[u8]); 4] = [
        ("a.svg", b"<svg"),
        ("a.png", b"\x89PNG"),
        ("a.pdf", b"%PDF-"),
        ("a.csv", b"chart,what,name,id,date,"),
    ];
    for (name, start) in starts {
        let path = folder.path().join(name);
        let output = richter(&["export", &text(&source), "--figure", "market", "-o", &text(&path)]);
        assert_eq!(code(&output), 0, "{}", err(&output));
        assert!(fs::read(&path).unwrap().starts_with(start), "{name}");
    }
    let table = fs::read_to_string(folder.path().join("a.csv")).unwrap();
    assert!(table.contains("market,line,OWN,OWN,2025-01-27,,-10,percent\r\n"), "{table}");
    assert!(table.contains("2025-01-24,,0,percent"), "{table}");
}

#[test]
fn the_text_for_readers_who_do_not_see_it_is_printed() {
    let (_folder, source) = desk();
    let output = richter(&["export", &text(&source), "--figure", "moves", "--alt"]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    assert!(out(&output).contains("OWN") && out(&output).contains("10.0%"), "{}", out(&output));
    let arabic = richter(&["export", &text(&source), "--figure", "moves", "--lang", "ar", "--alt"]);
    assert!(out(&arabic).contains("يناير"), "{}", out(&arabic));
}

#[test]
fn words_of_the_user_hold_facts_or_are_told() {
    let (folder, source) = desk();
    let path = folder.path().join("a.svg");
    let export = |title: &str| {
        richter(&["export", &text(&source), "--figure", "market", "--title", title, "-o", &text(&path)])
    };
    let output = export("Own paper: {series.OWN.move} on {event.date}");
    assert_eq!(code(&output), 0, "{}", err(&output));
    let svg = fs::read_to_string(&path).unwrap();
    assert!(svg.contains("Own paper: \u{2212}10.0% on 27 January 2025"), "the title is filled");
    for wrong in ["{series.OTHER.move}", "{index.move}", "{worst"] {
        let output = export(wrong);
        assert_eq!((code(&output), err(&output).contains(wrong)), (1, true), "{}", err(&output));
    }
}

#[test]
fn a_spec_file_writes_what_can_be_written_and_lists_the_rest() {
    let (folder, _) = desk();
    let spec = folder.path().join("figures.toml");
    let figures = "files = ['OWN.csv']\n\
        [[figures]]\nfigure = 'market'\nsize = ['post', '85mm']\nlang = ['en', 'ar']\n\
        [[figures]]\nfigure = 'models'\n\
        [[figures]]\nname = 'numbers'\nfigure = 'moves'\nformat = 'csv'\n";
    fs::write(&spec, figures).unwrap();
    let goal = folder.path().join("out");
    let output = richter(&["export", "--spec", &text(&spec), "-o", &text(&goal)]);
    assert_eq!(code(&output), 1, "{}", err(&output));
    let mut names: Vec<String> =
        fs::read_dir(&goal).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    let written = [
        "market-85mm-ar.png",
        "market-85mm-en.png",
        "market-post-ar.png",
        "market-post-en.png",
        "numbers.csv",
    ];
    assert_eq!(names, written);
    assert!(err(&output).contains("5 of 6") && err(&output).contains("models.png"), "{}", err(&output));
    // Each failure names its file once, also where the reason names it.
    fs::remove_file(goal.join("numbers.csv")).unwrap();
    fs::create_dir(goal.join("numbers.csv")).unwrap();
    let again = richter(&["export", "--spec", &text(&spec), "-o", &text(&goal)]);
    for name in ["models.png", "numbers.csv"] {
        assert_eq!(err(&again).matches(name).count(), 1, "{}", err(&again));
    }
    let refused = richter(&["export", "--spec", &text(&spec), "-o", &text(&folder.path().join("o.png"))]);
    assert_eq!((code(&refused), err(&refused).contains("is the folder")), (2, true), "{}", err(&refused));
    assert!(err(&refused).contains("Usage: richter export"), "{}", err(&refused));
    fs::write(&spec, "sizes = 'post'\n[[figures]]\n").unwrap();
    let told = richter(&["export", "--spec", &text(&spec), "-o", &text(&goal)]);
    assert!(err(&told).contains("line 1: Nothing is called sizes"), "{}", err(&told));
    fs::write(&spec, figures).unwrap();
    // One alone gives the same bytes.
    let alone = folder.path().join("alone.png");
    let source = text(&folder.path().join("OWN.csv"));
    let args = ["export", &source, "--figure", "market", "--size", "post", "-o", &text(&alone)];
    assert_eq!(code(&richter(&args)), 0);
    assert!(fs::read(alone).unwrap() == fs::read(goal.join("market-post-en.png")).unwrap(), "the same bytes");
}

#[test]
fn a_figure_is_held_against_its_sources() {
    let (folder, source) = desk();
    for name in ["a.svg", "a.png"] {
        let figure = text(&folder.path().join(name));
        fs::write(&source, ROWS).unwrap();
        richter(&["export", &text(&source), "--figure", "market", "-o", &figure]);
        let bytes = fs::read(&figure).unwrap();
        let path = text(folder.path());
        assert!(!bytes.windows(path.len()).any(|part| part == path.as_bytes()), "no path goes in");
        let same = richter(&["verify", &figure]);
        assert_eq!(code(&same), 0, "{}{}", out(&same), err(&same));
        fs::write(&source, ROWS.replace("90", "91")).unwrap();
        let changed = richter(&["verify", &figure]);
        assert_eq!(code(&changed), 1);
        let told = out(&changed);
        assert!(
            told.contains("OWN.csv") && told.contains("-10 percent") && told.contains("2025-01-27"),
            "{told}"
        );
        fs::remove_file(&source).unwrap();
        let missing = richter(&["verify", &figure]);
        assert_eq!((code(&missing), out(&missing).contains("OWN.csv")), (1, true));
        // Elsewhere it can be named, alone or by its folder.
        let shelf = tempfile::tempdir().unwrap();
        let there = shelf.path().join("OWN.csv");
        fs::write(&there, ROWS).unwrap();
        for place in [text(&there), text(shelf.path())] {
            let found = richter(&["verify", &figure, &place]);
            assert_eq!(code(&found), 0, "{}", out(&found));
        }
    }
}

#[test]
fn a_figure_of_the_sample_needs_no_files_and_one_without_a_recipe_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let figure = text(&folder.path().join("pair.png"));
    richter(&["export", "-o", &figure]);
    let output = richter(&["verify", &figure]);
    assert_eq!(code(&output), 0, "{}", out(&output));
    let whole = fs::read(&figure).unwrap();
    let mut flipped = whole.clone();
    flipped[whole.len() / 2] ^= 1;
    for damaged in [&whole[..whole.len() - 40], &flipped] {
        fs::write(&figure, damaged).unwrap();
        let output = richter(&["verify", &figure]);
        assert_eq!((code(&output), err(&output).contains("damaged")), (1, true), "{}", err(&output));
    }
    richter(&["export", "--no-recipe", "-o", &figure]);
    let output = richter(&["verify", &figure]);
    assert_eq!((code(&output), out(&output)), (1, ""));
    assert!(err(&output).contains("no recipe"), "{}", err(&output));
}

#[test]
fn a_source_is_never_written_over_and_an_empty_figure_is_told() {
    let (folder, source) = desk();
    let output = richter(&["export", &text(&source), "--figure", "market", "-o", &text(&source)]);
    assert_eq!(code(&output), 1);
    assert_eq!(fs::read_to_string(&source).unwrap(), ROWS, "the prices are still there");
    let figure = text(&folder.path().join("a.svg"));
    let output = richter(&["export", &text(&source), "--figure", "models", "-o", &figure]);
    assert_eq!((code(&output), Path::new(&figure).exists()), (1, false), "{}", err(&output));
    // A theme's type decides how many rows have room: it is held against the same.
    let theme = folder.path().join("large.toml");
    fs::write(&theme, "[type]\nlabel = 1.6\nsmall = 1.6\n").unwrap();
    let figure = text(&folder.path().join("large.png"));
    richter(&["export", "--figure", "moves", "--size", "post", "--theme", &text(&theme), "-o", &figure]);
    let output = richter(&["verify", &figure]);
    assert_eq!(code(&output), 0, "{}{}", out(&output), err(&output));
    let output = richter(&["verify", &figure, "no-such-folder"]);
    assert_eq!((code(&output), err(&output).contains("no-such-folder")), (1, true));
}

#[test]
fn a_theme_a_logo_and_a_font_are_used_or_told() {
    let (folder, source) = desk();
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path
    };
    let theme = text(&file("house.toml", "base = 'light'\nlogo = 'logo.svg'\n[colours]\nink = '#102A43'\n"));
    file(
        "logo.svg",
        "<svg xmlns='http://www.w3.org/2000/svg' width='80' height='20'><rect width='80' height='20'/></svg>",
    );
    let figure = folder.path().join("a.svg");
    let export = |extra: &[&str]| {
        let (source, figure) = (text(&source), text(&figure));
        let mut args = vec!["export", &source, "--figure", "market", "-o", &figure];
        args.extend(extra);
        richter(&args)
    };
    let output = export(&["--theme", &theme]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    let svg = fs::read_to_string(&figure).unwrap();
    assert!(svg.contains("#102A43") && svg.contains("data:image/svg+xml"), "colour and logo are there");
    let wrong = text(&file("wrong.toml", "base = 'light'\n[colours]\nink = 'navy'\n"));
    let output = export(&["--theme", &wrong]);
    assert_eq!(code(&output), 1);
    assert!(err(&output).contains("wrong.toml") && err(&output).contains("line 3"), "{}", err(&output));
    let output = export(&["--title", "深度求索"]);
    assert_eq!(code(&output), 1);
    assert!(err(&output).contains("U+6DF1") && err(&output).contains("--font"), "{}", err(&output));
    let output = export(&["--font", &wrong]);
    assert_eq!((code(&output), err(&output).contains("wrong.toml")), (1, true), "{}", err(&output));
}

#[test]
fn sources_are_found_by_their_bytes_whatever_they_are_called() {
    let (folder, source) = desk();
    let figure = text(&folder.path().join("a.svg"));
    richter(&["export", &text(&source), "--figure", "market", "-o", &figure]);
    fs::rename(&source, folder.path().join("renamed.csv")).unwrap();
    let output = richter(&["verify", &figure]);
    assert_eq!(code(&output), 0, "{}{}", out(&output), err(&output));
    assert!(out(&output).contains("1 of 1 sources unchanged"), "{}", out(&output));
    // Of two with the name and other bytes the nearer one is meant, in whatever order they are named.
    fs::remove_file(folder.path().join("renamed.csv")).unwrap();
    let shelves = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let near = ROWS.replace("90", "91");
    let far = "Time,Last\n2024-01-23,1\n2024-01-24,2\n2024-01-25,3\n2024-01-26,4\n2024-01-29,5\n";
    let named: Vec<String> = shelves
        .iter()
        .zip([near.as_str(), far])
        .map(|(shelf, rows)| {
            let path = shelf.path().join("OWN.csv");
            fs::write(&path, rows).unwrap();
            text(&path)
        })
        .collect();
    let one = richter(&["verify", &figure, &named[0], &named[1]]);
    let other = richter(&["verify", &figure, &named[1], &named[0]]);
    assert_eq!((code(&one), out(&one)), (1, out(&other)));
    assert!(out(&one).contains("files give -9."), "{}", out(&one));
    // The one that is the same comes before both.
    let shelf = tempfile::tempdir().unwrap();
    fs::write(shelf.path().join("same.txt"), ROWS).unwrap();
    let found = richter(&["verify", &figure, &named[1], &text(shelf.path()), &named[0]]);
    assert_eq!(code(&found), 0, "{}", out(&found));
}

#[test]
fn words_and_picture_of_a_figure_are_held_against_its_files() {
    let (folder, source) = desk();
    let figure = folder.path().join("a.svg");
    let path = text(&figure);
    richter(&["export", &text(&source), "--figure", "moves", "--text", "live", "-o", &path]);
    let whole = fs::read_to_string(&figure).unwrap();
    let output = richter(&["verify", &path]);
    assert_eq!(code(&output), 0, "{}{}", out(&output), err(&output));
    assert!(out(&output).contains("words and picture as drawn"), "{}", out(&output));
    let in_text = |from: &str, to: &str| {
        let start = whole.find("<text").unwrap();
        let place = start + whole[start..].find(from).unwrap();
        format!("{}{to}{}", &whole[..place], &whole[place + from.len()..])
    };
    let in_description = whole.replacen("10.0%", "20.0%", 1);
    assert!(in_description.find("20.0%") < in_description.find("<metadata"));
    let cases = [
        (in_text("10.0%", "12.0%"), "12.0%"),
        (in_description, "20.0%"),
        (whole.replace("</svg>", "<rect width='900' height='90' fill='#FFF'/></svg>"), "Picture"),
    ];
    for (edited, told) in cases {
        fs::write(&figure, edited).unwrap();
        let output = richter(&["verify", &path]);
        assert_eq!((code(&output), out(&output).contains(told)), (1, true), "{}", out(&output));
        assert!(out(&output).contains("words or picture changed"), "{}", out(&output));
    }
    // Another version may draw otherwise, which says nothing against the figure.
    let older = whole.replace(concat!("Richter ", env!("CARGO_PKG_VERSION")), "Richter 0.0.9");
    fs::write(&figure, older).unwrap();
    let output = richter(&["verify", &path]);
    assert_eq!((code(&output), out(&output).contains("0.0.9")), (0, true), "{}", out(&output));
    // A PNG whose pixels were painted over, and one that was packed anew.
    let png = folder.path().join("a.png");
    richter(&["export", &text(&source), "--figure", "moves", "--size", "post", "-o", &text(&png)]);
    let other = folder.path().join("b.png");
    let title = ["--title", "Another"];
    let args = ["export", &text(&source), "--figure", "moves", "--size", "post", title[0], title[1], "-o"];
    richter(&[&args[..], &[&text(&other)]].concat());
    assert_eq!(code(&richter(&["verify", &text(&png)])), 0);
    fs::write(&png, with_pixels_of(&fs::read(&png).unwrap(), &fs::read(&other).unwrap())).unwrap();
    let output = richter(&["verify", &text(&png)]);
    assert_eq!((code(&output), out(&output).contains("Picture")), (1, true), "{}", out(&output));
}

/// A PNG with the pixels of another; both have one size.
fn with_pixels_of(png: &[u8], other: &[u8]) -> Vec<u8> {
    let chunks = |bytes: &[u8]| {
        let mut rest = bytes[8..].to_vec();
        let mut chunks = Vec::new();
        while rest.len() >= 12 {
            let length = u32::from_be_bytes(rest[..4].try_into().unwrap()) as usize + 12;
            let chunk: Vec<u8> = rest.drain(..length).collect();
            chunks.push(chunk);
        }
        chunks
    };
    let is_pixels = |chunk: &Vec<u8>| &chunk[4..8] == b"IDAT";
    let mut parts: Vec<Vec<u8>> = chunks(png).into_iter().filter(|chunk| !is_pixels(chunk)).collect();
    let end = parts.pop().unwrap();
    parts.extend(chunks(other).into_iter().filter(is_pixels));
    parts.push(end);
    [&png[..8], &parts.concat()].concat()
}

#[test]
fn a_logo_is_held_against_the_one_that_the_figure_was_drawn_with() {
    const LOGO: &str =
        "<svg xmlns='http://www.w3.org/2000/svg' width='80' height='20'><rect width='80' height='20'/></svg>";
    let (folder, source) = desk();
    let shelf = tempfile::tempdir().unwrap();
    let logo = shelf.path().join("logo.svg");
    fs::write(&logo, LOGO).unwrap();
    let figure = text(&folder.path().join("a.png"));
    richter(&["export", &text(&source), "--figure", "market", "--logo", &text(&logo), "-o", &figure]);
    let without = richter(&["verify", &figure]);
    assert_eq!(code(&without), 0, "{}", out(&without));
    assert!(out(&without).contains("Not checked: logo.svg"), "{}", out(&without));
    // An SVG holds it itself.
    let drawing = text(&folder.path().join("a.svg"));
    richter(&["export", &text(&source), "--figure", "market", "--logo", &text(&logo), "-o", &drawing]);
    let held = richter(&["verify", &drawing]);
    assert_eq!((code(&held), out(&held).contains("as drawn")), (0, true), "{}", out(&held));
    let renamed = shelf.path().join("brand.svg");
    fs::rename(&logo, &renamed).unwrap();
    let with = richter(&["verify", &figure, &text(&renamed)]);
    assert_eq!(code(&with), 0, "{}", out(&with));
    assert!(out(&with).contains("as drawn") && out(&with).contains(", 0 not checked"), "{}", out(&with));
    fs::write(&logo, LOGO.replace("80", "90")).unwrap();
    fs::remove_file(&renamed).unwrap();
    let changed = richter(&["verify", &figure, &text(shelf.path())]);
    assert_eq!((code(&changed), out(&changed).contains("Changed: logo.svg")), (1, true), "{}", out(&changed));
}
