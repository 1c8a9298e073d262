//! The package's own source files as text, for the tests that read them.

use std::path::{Path, PathBuf};

/// One source file.
pub struct SourceFile {
    /// Path below `src`, with slashes.
    pub path: String,
    /// Its lines without the part that starts at its own `#[cfg(test)]` module, and with comments
    /// blanked.
    pub code: Vec<String>,
    /// How many lines it has without that part, comments included.
    pub lines: usize,
}

impl SourceFile {
    /// First folder or file name below `src`, without ending.
    pub fn layer(&self) -> &str {
        self.path.split(['/', '.']).next().unwrap_or_default()
    }

    /// Whether the whole file is for tests.
    pub fn is_test(&self) -> bool {
        self.layer() == "tests" || self.path.ends_with("/tests.rs") || self.path.contains("/tests/")
    }
}

/// Folder of the package.
pub fn package() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below `src`, by path.
pub fn all() -> Vec<SourceFile> {
    let root = package().join("src");
    let mut paths = Vec::new();
    collect(&root, &mut paths);
    paths.sort();
    assert!(paths.len() > 20, "the sources were not found");
    paths.iter().map(|path| read(&root, path)).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            paths.push(path);
        }
    }
}

fn read(root: &Path, path: &Path) -> SourceFile {
    let text = std::fs::read_to_string(path).unwrap();
    let lines = text.lines().count();
    let all: Vec<&str> = text.lines().collect();
    let tests = all.windows(2).position(|pair| {
        pair[0].starts_with("#[cfg(test)]") && pair[1].contains("mod ") && pair[1].ends_with('{')
    });
    let own = tests.unwrap_or(lines);
    let path = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
    let code = all[..own].iter().map(|line| without_comment(line)).collect();
    SourceFile { path, code, lines: own }
}

/// The line up to a `//` that is not inside a string.
fn without_comment(line: &str) -> String {
    let mut in_string = false;
    let mut before = ' ';
    for (at, c) in line.char_indices() {
        match c {
            '"' if before != '\\' && before != '\'' => in_string = !in_string,
            '/' if before == '/' && !in_string => return line[..at - 1].to_owned(),
            _ => {}
        }
        before = c;
    }
    line.to_owned()
}

#[test]
fn comments_are_told_from_strings() {
    assert_eq!(without_comment("a // b"), "a ");
    assert_eq!(without_comment("/// [`crate::io`]"), "");
    assert_eq!(without_comment("let a = \"https://b\"; // c"), "let a = \"https://b\"; ");
    assert_eq!(without_comment("let quote = '\"'; // c"), "let quote = '\"'; ");
}
