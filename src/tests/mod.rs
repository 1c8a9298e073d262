//! Tests over the whole package: its layers and limits, the trips through it, what stays when
//! something changes, how the reading of a file is overruled, files of every style that come back
//! equal, which tables of a file are read, its figures as text, and what the README promises.

mod changes;
#[cfg(feature = "gui")]
mod export_window;
mod goldens;
#[cfg(feature = "gui")]
mod gui;
mod layering;
mod limits;
mod promises;
mod raw;
mod readings;
#[cfg(feature = "gui")]
mod readings_window;
mod roundtrip;
#[cfg(feature = "gui")]
mod scatter_window;
pub mod sources;
mod studies;
#[cfg(feature = "gui")]
mod study_window;
mod tables;
mod tongues;
mod trips;
#[cfg(feature = "gui")]
mod undated;
