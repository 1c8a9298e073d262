//! The program: arguments to a task on the command line or to a window.
//!
//! Reads the environment, which nothing below may, and starts one of the two. No more than that.

use std::path::PathBuf;
use std::process::ExitCode;

use richter::cli::{self, Invocation};
use richter::text::Words;

fn main() -> ExitCode {
    keep_caught_panics_quiet();
    let words = Words::english();
    let invocation = match cli::parse(std::env::args_os(), &words) {
        Ok(invocation) => invocation,
        Err(code) => return code,
    };
    limit_threads(matches!(invocation, Invocation::Window(_)));
    match invocation {
        Invocation::Task(task) => cli::run(&task, &words),
        Invocation::Window(paths) => open_window(paths, &words),
    }
}

/// A library that stumbles over a damaged file is caught, and the file is named as damaged: the
/// library's own words about itself would only hide that.
fn keep_caught_panics_quiet() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if !richter::io::is_guarded() {
            usual(panic);
        }
    }));
}

/// Gives the data frames every core on the command line. From three cores on a window keeps
/// one for itself, so that it does not stutter while files load. Whoever sets the variable knows
/// better.
fn limit_threads(window: bool) {
    const THREADS: &str = "POLARS_MAX_THREADS";
    if std::env::var_os(THREADS).is_some() {
        return;
    }
    let cores = std::thread::available_parallelism().map_or(2, usize::from);
    let threads = if window { cores.saturating_sub(1).max(2) } else { cores };
    #[expect(unsafe_code, reason = "no other thread has been started yet that could read the environment")]
    // SAFETY: the first lines of `main`, before any thread.
    unsafe {
        std::env::set_var(THREADS, threads.to_string());
    }
}

#[cfg(feature = "gui")]
fn open_window(paths: Vec<PathBuf>, words: &Words) -> ExitCode {
    if !has_display() {
        return cli::refuse_window(words);
    }
    match richter::ui::run(paths) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => cli::report_window(&error.to_string(), words),
    }
}

#[cfg(not(feature = "gui"))]
fn open_window(_: Vec<PathBuf>, words: &Words) -> ExitCode {
    cli::refuse_window(words)
}

/// Whether a display server is named; other systems than Linux always have one.
#[cfg(feature = "gui")]
fn has_display() -> bool {
    let named = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(not(target_os = "linux")) || named("DISPLAY") || named("WAYLAND_DISPLAY") || named("WAYLAND_SOCKET")
}
