//! What the package promises beside its behaviour: files never leave the machine, one toolkit,
//! and a README that tells the keys as they are.

use std::process::Command;

use super::sources::package;
use crate::app::{Action, Keyboard};
use crate::text::Words;

/// Crates that speak HTTP or TLS.
const NETWORK: [&str; 14] = [
    "reqwest",
    "hyper",
    "hyper-util",
    "rustls",
    "native-tls",
    "openssl",
    "openssl-sys",
    "ureq",
    "h2",
    "http",
    "curl",
    "isahc",
    "object_store",
    "attohttpc",
];

/// Names of the crates that the program is built from, each once a version. The lock file lists
/// more: whatever any feature of any crate could ask for.
fn built_from(features: &[&str]) -> Vec<String> {
    let output = Command::new(env!("CARGO"))
        .current_dir(package())
        .args(["tree", "--offline", "--locked", "-e", "normal", "--prefix", "none", "--format", "{p}"])
        .args(features)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut crates: Vec<String> = String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(|line| line.split_whitespace().take(2).collect::<Vec<_>>().join(" "))
        .collect();
    crates.sort();
    crates.dedup();
    crates.iter().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect()
}

#[test]
fn nothing_in_the_program_speaks_to_a_network() {
    let crates = built_from(&[]);
    assert!(crates.contains(&"polars".to_owned()), "the crates were not listed");
    let found: Vec<&String> = crates.iter().filter(|name| NETWORK.contains(&name.as_str())).collect();
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn the_toolkit_is_there_once_and_without_the_window_not_at_all() {
    let count = |crates: &[String], name: &str| crates.iter().filter(|found| *found == name).count();
    let with = built_from(&[]);
    let without = built_from(&["--no-default-features"]);
    for name in ["egui", "epaint", "eframe", "egui_plot", "rfd"] {
        assert_eq!((count(&with, name), count(&without, name)), (1, 0), "{name}");
    }
}

#[test]
fn the_window_falls_back_on_fonts_of_the_system_and_files_never_do() {
    let provider = "egui_system_font_provider".to_owned();
    assert!(built_from(&[]).contains(&provider), "eframe's feature `system_fonts` brings it");
    assert!(!built_from(&["--no-default-features"]).contains(&provider));
}

#[test]
fn the_readme_tells_the_shortcuts_as_they_are() {
    let readme = std::fs::read_to_string(package().join("README.md")).unwrap();
    let (_, rest) = readme.split_once("<!-- shortcuts -->\n").unwrap();
    let (told, _) = rest.split_once("<!-- /shortcuts -->").unwrap();
    let table = shortcut_table(&Words::english());
    assert_eq!(told, table, "put this table between the marks of README.md:\n{table}");
}

#[test]
fn the_readme_names_the_command_that_runs_these_tests() {
    let readme = std::fs::read_to_string(package().join("README.md")).unwrap();
    assert!(readme.lines().any(|line| line.starts_with("cargo test --release")));
    assert!(readme.lines().any(|line| line.starts_with("cargo run --release")));
}

/// The keys as a table in Markdown.
fn shortcut_table(words: &Words) -> String {
    let row = |action: Action| {
        let name = words.text(action.label());
        let keys = action.shortcut()?.written_for(Keyboard::Control);
        Some(format!("| {keys} | {} |\n", name.trim_end_matches('…')))
    };
    let rows: String = Action::ALL.into_iter().filter_map(row).collect();
    format!("| key | action |\n|---|---|\n{rows}")
}
