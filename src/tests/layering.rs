//! The layers, kept by reading the sources: who may name whom, and what stands in one place only.

use super::sources::{SourceFile, all};

const LAYERS: [&str; 9] = ["model", "text", "io", "study", "chart", "export", "app", "cli", "ui"];

/// Each layer with those it may name beside itself.
const MAY_USE: [(&str, &[&str]); 9] = [
    ("model", &[]),
    ("text", &[]),
    ("io", &["model"]),
    ("study", &["model"]),
    ("chart", &["model", "study", "text"]),
    // `model` for the message of an error.
    ("export", &["model", "chart", "text"]),
    ("app", &["model", "text", "io", "study", "chart", "export"]),
    ("cli", &["model", "text", "io", "study", "chart", "export", "app"]),
    ("ui", &["model", "text", "study", "chart", "app"]),
];

/// Something that may be written in some places only.
struct Rule {
    what: &'static str,
    words: &'static [&'static str],
    /// Beginnings of the paths in which it may stand.
    places: &'static [&'static str],
}

const RULES: [Rule; 8] = [
    Rule { what: "file access", words: &["std::fs", "File::open", "File::create"], places: &["io/files/"] },
    Rule {
        what: "threads",
        words: &["thread::Builder", "thread::spawn", "thread::scope", "rayon::spawn"],
        places: &["app/jobs.rs"],
    },
    Rule {
        what: "the toolkit",
        words: &["egui::", "eframe::", "egui_plot::", "egui_extras::"],
        places: &["ui/"],
    },
    Rule { what: "data frames", words: &["polars::"], places: &["io/"] },
    Rule {
        what: "printing",
        words: &["println!", "print!", "eprintln!", "eprint!", "io::stdout", "io::stderr"],
        places: &["cli/"],
    },
    Rule {
        what: "the clock",
        words: &["SystemTime::now", "Timestamp::now", "Zoned::now"],
        places: &["app/", "ui/"],
    },
    Rule {
        what: "the environment",
        words: &["env::var", "env::args", "env::set_var"],
        places: &["main.rs", "app/", "ui/"],
    },
    Rule {
        what: "colour literals",
        words: &[
            "rgb(0x",
            "Color([0",
            "Color([1",
            "Color([2",
            "from_rgb(0",
            "from_rgb(1",
            "from_rgb(2",
            "from_gray(",
            "Color32::WHITE",
            "Color32::BLACK",
            "Color32::RED",
            "Color32::GRAY",
        ],
        places: &["chart/theme/"],
    },
];

#[test]
fn every_layer_names_only_those_it_may() {
    for file in all().iter().filter(|file| !file.is_test()) {
        let layer = file.layer();
        let Some((_, may)) = MAY_USE.iter().find(|(name, _)| *name == layer) else {
            assert!(["lib", "main"].contains(&layer), "{} belongs to no layer", file.path);
            continue;
        };
        for named in named_layers(file) {
            assert!(named == layer || may.contains(&named.as_str()), "{} names {named}", file.path);
        }
    }
}

#[test]
fn what_belongs_in_one_place_stands_there_alone() {
    for rule in RULES {
        let mut found = 0;
        for file in all().iter().filter(|file| !file.is_test()) {
            for (number, line) in file.code.iter().enumerate() {
                if !rule.words.iter().any(|word| line.contains(word)) {
                    continue;
                }
                found += 1;
                let allowed = rule.places.iter().any(|place| file.path.starts_with(place));
                assert!(allowed, "{} in {} line {}: {}", rule.what, file.path, number + 1, line.trim());
            }
        }
        assert!(found > 0 || rule.what == "the clock", "no {} found: does the rule still fit?", rule.what);
    }
}

#[test]
fn one_file_knows_the_system_dialogs() {
    let with = |file: &&SourceFile| !file.is_test() && file.code.iter().any(|line| line.contains("rfd::"));
    let paths: Vec<String> = all().iter().filter(with).map(|file| file.path.clone()).collect();
    assert_eq!(paths.len(), 1, "{paths:?}");
    assert!(paths[0].starts_with("ui/"));
}

#[test]
fn colours_are_not_written_as_text() {
    for file in all().iter().filter(|file| !file.is_test()) {
        for line in &file.code {
            for (at, _) in line.match_indices("\"#") {
                let digits = line[at + 2..].chars().take_while(char::is_ascii_hexdigit).count();
                assert!(digits < 3, "{}: {}", file.path, line.trim());
            }
        }
    }
}

#[test]
fn the_toolkit_comes_with_the_window_alone() {
    let lib = all().into_iter().find(|file| file.path == "lib.rs").unwrap();
    let ui = lib.code.iter().position(|line| line.contains("pub mod ui;")).unwrap();
    assert_eq!(lib.code[ui - 1], "#[cfg(feature = \"gui\")]");
}

/// Layers that a file names by `crate::` or by as many `super::` as lead out of its layer.
fn named_layers(file: &SourceFile) -> Vec<String> {
    let text = file.code.join("\n");
    let depth = file.path.trim_end_matches("mod.rs").matches('/').count()
        + usize::from(!file.path.ends_with("mod.rs"));
    let up = "super::".repeat(depth);
    let mut found = Vec::new();
    for start in ["crate::".to_owned(), up] {
        for (at, _) in text.match_indices(&start) {
            found.extend(first_names(&text[at + start.len()..]));
        }
    }
    found.retain(|name| LAYERS.contains(&name.as_str()));
    found.sort();
    found.dedup();
    found
}

/// The name at the start of a path, or those of a group in braces.
fn first_names(path: &str) -> Vec<String> {
    let name = |text: &str| text.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    let Some(group) = path.strip_prefix('{') else { return vec![name(path)] };
    let mut depth = 0;
    let mut names = Vec::new();
    let mut start = 0;
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                names.push(name(&group[start..at]));
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                names.push(name(&group[start..at]));
                start = at + 1;
            }
            _ => {}
        }
    }
    names
}

#[test]
fn names_are_found_in_paths_and_groups() {
    assert_eq!(first_names("io::files;"), ["io"]);
    assert_eq!(first_names("{chart::{self, View}, io, model::Data};"), ["chart", "io", "model"]);
    let file =
        |path: &str, code: &str| SourceFile { path: path.to_owned(), code: vec![code.to_owned()], lines: 1 };
    assert_eq!(named_layers(&file("chart/ticks.rs", "use super::super::io::read;")), ["io"]);
    assert_eq!(named_layers(&file("chart/mod.rs", "use super::io;")), ["io"]);
    assert_eq!(named_layers(&file("io/files/read.rs", "let x = crate::app::App;")), ["app"]);
    assert!(named_layers(&file("app/open.rs", "use super::export::saved;")).is_empty());
}
