//! How long files and functions may be, and how every file begins.

use super::sources::all;

/// Lines of a file without its own tests.
const FILE_LINES: usize = 500;
/// Lines of a function, from its name to its closing brace.
const FUNCTION_LINES: usize = 80;
/// Lines of the program's entry.
const MAIN_LINES: usize = 100;

#[test]
fn files_are_short() {
    for file in all() {
        let limit = if file.path == "main.rs" { MAIN_LINES } else { FILE_LINES };
        assert!(file.lines <= limit, "{} has {} lines, {limit} are allowed", file.path, file.lines);
    }
}

#[test]
fn functions_fit_on_a_screen() {
    for file in all() {
        for (name, lines) in functions(&file.code) {
            assert!(lines <= FUNCTION_LINES, "{}: {name} has {lines} lines", file.path);
        }
    }
}

#[test]
fn every_file_says_what_it_holds() {
    let root = super::sources::package().join("src");
    for file in all() {
        let text = std::fs::read_to_string(root.join(&file.path)).unwrap();
        let first = text.lines().next().unwrap_or_default();
        assert!(first.starts_with("//! ") && first.len() > 12, "{} begins with {first:?}", file.path);
    }
}

/// Functions with their length in lines, found by the indent of the closing brace.
fn functions(code: &[String]) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    for (start, line) in code.iter().enumerate() {
        let Some((before, after)) = line.split_once("fn ") else { continue };
        let named = after.starts_with(|c: char| c.is_alphabetic() || c == '_');
        let declares = before
            .split_whitespace()
            .all(|word| ["pub", "pub(super)", "pub(crate)", "const", "unsafe", "async"].contains(&word));
        if !named || !declares {
            continue;
        }
        let indent = line.len() - line.trim_start().len();
        let close = format!("{}}}", " ".repeat(indent));
        let Some(length) = code[start..].iter().position(|line| line.trim_end() == close) else { continue };
        let name = after.split(['(', '<']).next().unwrap_or_default().to_owned();
        found.push((name, length + 1));
    }
    found
}

#[test]
fn functions_are_found_and_measured() {
    let code = "impl A {\n    pub fn a(&self) {\n        b();\n    }\n}\n\nfn c<T>() {\n}\n";
    let code: Vec<String> = code.lines().map(str::to_owned).collect();
    assert_eq!(functions(&code), [("a".to_owned(), 3), ("c".to_owned(), 2)]);
}
