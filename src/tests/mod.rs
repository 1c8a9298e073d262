//! Tests over the whole package: its layers and limits, the trips through it, what stays when
//! something changes, its figures as text, and what the README promises.

mod changes;
mod goldens;
#[cfg(feature = "gui")]
mod gui;
mod layering;
mod limits;
mod promises;
pub mod sources;
mod trips;
