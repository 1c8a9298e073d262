//! What the package promises beside its behaviour: files never leave the machine, one toolkit,
//! and a README that tells the keys as they are.

use super::sources::package;
use crate::app::Action;
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

fn locked() -> Vec<String> {
    let lock = std::fs::read_to_string(package().join("Cargo.lock")).unwrap();
    let name = |line: &str| Some(line.strip_prefix("name = \"")?.strip_suffix('"')?.to_owned());
    lock.lines().filter_map(name).collect()
}

#[test]
fn no_crate_of_the_lock_file_speaks_to_a_network() {
    let locked = locked();
    assert!(locked.contains(&"polars".to_owned()), "the lock file was not read");
    let found: Vec<&String> = locked.iter().filter(|name| NETWORK.contains(&name.as_str())).collect();
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn one_version_of_the_toolkit_is_locked() {
    for name in ["egui", "epaint", "eframe", "egui_plot"] {
        assert_eq!(locked().iter().filter(|locked| *locked == name).count(), 1, "{name}");
    }
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
    let mut table = "| key | action |\n|---|---|\n".to_owned();
    for action in Action::ALL {
        if let Some(shortcut) = action.shortcut() {
            let name = words.text(action.label());
            table.push_str(&format!("| {shortcut} | {} |\n", name.trim_end_matches('…')));
        }
    }
    table
}
