//! Running the program with no display, and what it answered.

use std::process::{Command, Output};

/// Runs the program with no display.
pub fn richter(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_richter"))
        .args(args)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .output()
        .unwrap()
}

/// The exit code.
pub fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

/// What stands on stdout.
pub fn out(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

/// What stands on stderr.
pub fn err(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}
