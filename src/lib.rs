//! Richter measures how hard an event shook the market, beside what caused it.
pub mod app;
pub mod chart;
pub mod cli;
pub mod export;
pub mod io;
pub mod model;
pub mod study;
pub mod text;
#[cfg(feature = "gui")]
pub mod ui;
