//! The sample: real prices and models around 27 January 2025, embedded so that an installed
//! program opens it anywhere. It is read like any user's own files.

use std::path::Path;

use jiff::civil::date;

use super::control::Control;
use super::error::ReadError;
use crate::model::{Content, Event, Loaded, Overrides};

macro_rules! embedded {
    ($($name:literal),+ $(,)?) => {
        &[$(($name, include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/sample-data/", $name)))),+]
    };
}

/// Files of the sample, in the order in which they are opened; names are below `sample-data`.
static FILES: &[(&str, &[u8])] = embedded![
    "prices/NDX.csv",
    "prices/SPX.csv",
    "prices/NQ=F.csv",
    "prices/NVDA.csv",
    "prices/MU.csv",
    "prices/AMD.csv",
    "prices/ASML.AS.csv",
    "prices/ASML.csv",
    "prices/AVGO.csv",
    "prices/TSM.csv",
    "prices/ARM.csv",
    "prices/MSFT.csv",
    "prices/GOOGL.csv",
    "prices/META.csv",
    "prices/AAPL.csv",
    "prices/VRT.csv",
    "series.csv",
    "shares.csv",
    "reported.csv",
    "events.csv",
    "models.csv",
    "training_costs.csv",
];

/// Names below `sample-data` and bytes of every file of the sample.
#[must_use]
pub fn sample() -> &'static [(&'static str, &'static [u8])] {
    FILES
}

/// Reads the whole sample.
///
/// # Errors
/// [`ReadError::Cancelled`]; the files themselves are held to be readable by a test.
pub fn load_sample(control: &Control) -> Result<Vec<Loaded>, ReadError> {
    sample().iter().map(|(name, bytes)| load_one(name, bytes, control)).collect()
}

fn load_one(name: &str, bytes: &[u8], control: &Control) -> Result<Loaded, ReadError> {
    let bare = Path::new(name).file_name().map_or(Path::new(name), Path::new);
    let loaded = super::read_bytes(bare, bytes, &Overrides::default(), control)?;
    Ok(Loaded { sample: true, ..loaded })
}

/// The event that the sample brings.
#[must_use]
pub fn sample_event() -> Event {
    let events = sample().iter().find(|(name, _)| *name == "events.csv");
    let loaded = events.and_then(|(name, bytes)| load_one(name, bytes, &Control::unwatched()).ok());
    let first = loaded.and_then(|loaded| match loaded.content {
        Content::Events(events) => events.into_iter().next(),
        _ => None,
    });
    first.unwrap_or_else(|| Event::new("", date(2025, 1, 27)))
}

#[cfg(test)]
mod tests;
