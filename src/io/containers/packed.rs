//! Streams that are packed as a whole: gzip and Zstandard, each of one or several members.
//!
//! A stream that is cut or damaged gives its whole lines up to there. What is unpacked is counted
//! over the whole file, and what grows as no table does is stopped early.

use std::io::{ErrorKind, Read};

use flate2::bufread::MultiGzDecoder;

use super::Note;
use super::kind::{self, Kind};
use super::markup::breaks;
use crate::io::control::Control;
use crate::io::error::{ContentProblem, Stop};
use crate::io::report;
use crate::model::{Message, WarningKind};

/// How a stream is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    Gzip,
    Zstd,
}

/// How far unpacking goes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    /// Bytes of all that is unpacked from one file.
    pub total: u64,
    /// Bytes from which on the ratio counts.
    pub ratio_from: u64,
    /// Unpacked bytes for each packed one; tables stay far below.
    pub ratio: u64,
}

impl Limits {
    const STANDARD: Self = Self { total: 1 << 30, ratio_from: 64 << 20, ratio: 200 };
}

/// What was unpacked of a file so far.
#[derive(Debug)]
pub(super) struct Gauge {
    limits: Limits,
    unpacked: u64,
}

impl Default for Gauge {
    fn default() -> Self {
        Self::with(Limits::STANDARD)
    }
}

impl Gauge {
    pub(super) fn with(limits: Limits) -> Self {
        Self { limits, unpacked: 0 }
    }

    /// Adds bytes that were unpacked.
    fn add(&mut self, bytes: usize) -> Result<(), ContentProblem> {
        self.unpacked = self.unpacked.saturating_add(bytes as u64);
        self.total(0)
    }

    /// Whether so many bytes more can be unpacked.
    pub(super) fn total(&self, more: u64) -> Result<(), ContentProblem> {
        if self.unpacked.saturating_add(more) > self.limits.total {
            return Err(ContentProblem::UnpackedTooLarge { limit: self.limits.total });
        }
        Ok(())
    }

    /// Whether so many bytes can have come from so many packed ones.
    pub(super) fn ratio(&self, unpacked: u64, packed: u64) -> Result<(), ContentProblem> {
        let Limits { ratio_from, ratio, .. } = self.limits;
        if unpacked > ratio_from && unpacked > packed.saturating_mul(ratio) {
            return Err(ContentProblem::UnpackedTooDense { ratio });
        }
        Ok(())
    }
}

/// Unpacked bytes, and why they end before their end.
#[derive(Debug)]
pub(super) struct Unpacked {
    bytes: Vec<u8>,
    broken: Option<String>,
}

impl Unpacked {
    /// The bytes; those of a broken stream up to its last whole line, with a note.
    pub(super) fn whole(self, notes: &mut Vec<Note>) -> Result<Vec<u8>, ContentProblem> {
        let Self { mut bytes, broken } = self;
        let Some(reason) = broken else { return Ok(bytes) };
        let reason = report::short(&reason);
        let last = bytes.iter().rposition(|byte| *byte == b'\n');
        let Some(last) = last.filter(|_| kind::of(&bytes) == Kind::Text) else {
            return Err(ContentProblem::Damaged { reason });
        };
        bytes.truncate(last + 1);
        let lines = breaks(&bytes);
        let message = Message::new("io-packed-cut").with("reason", reason);
        notes.push(Note::new(Some(lines), WarningKind::Unreadable, message));
        Ok(bytes)
    }
}

/// The name inside a packed stream, if it has one, and its bytes.
pub(super) fn unpack(
    method: Method,
    bytes: &[u8],
    gauge: &mut Gauge,
    control: &Control,
) -> Result<(Option<String>, Unpacked), Stop> {
    let packed = bytes.len() as u64;
    match method {
        Method::Gzip => {
            let decoder = MultiGzDecoder::new(bytes);
            let name = decoder.header().and_then(|header| header.filename());
            let name = name.map(|name| String::from_utf8_lossy(name).into_owned());
            let name = name.filter(|name| !name.trim().is_empty());
            Ok((name, drain(decoder, packed, gauge, control)?))
        }
        Method::Zstd => {
            let decoder = zstd::stream::read::Decoder::with_buffer(bytes)
                .map_err(|error| ContentProblem::Damaged { reason: error.to_string() })?;
            Ok((None, drain(decoder, packed, gauge, control)?))
        }
    }
}

/// Reads a packed stream of so many bytes to its end or to where it breaks.
pub(super) fn drain(
    mut reader: impl Read,
    packed: u64,
    gauge: &mut Gauge,
    control: &Control,
) -> Result<Unpacked, Stop> {
    let mut bytes = Vec::new();
    let mut block = vec![0; 1 << 18];
    loop {
        control.check()?;
        match reader.read(&mut block) {
            Ok(0) => return Ok(Unpacked { bytes, broken: None }),
            Ok(count) => {
                gauge.add(count)?;
                gauge.ratio((bytes.len() + count) as u64, packed)?;
                bytes.extend_from_slice(block.get(..count).unwrap_or_default());
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Ok(Unpacked { bytes, broken: Some(error.to_string()) }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_is_unpacked_counts_together() {
        let mut gauge = Gauge::with(Limits { total: 1000, ratio_from: 1 << 20, ratio: 200 });
        let control = Control::unwatched();
        let text = vec![b'1'; 600];
        let packed = zstd::encode_all(text.as_slice(), 1).unwrap();
        let (_, first) = unpack(Method::Zstd, &packed, &mut gauge, &control).unwrap();
        assert_eq!(first.whole(&mut Vec::new()).unwrap(), text);
        let stop = unpack(Method::Zstd, &packed, &mut gauge, &control).unwrap_err();
        assert_eq!(stop, Stop::Problem(ContentProblem::UnpackedTooLarge { limit: 1000 }));
    }

    #[test]
    fn the_ratio_counts_only_from_some_size_on() {
        let gauge = Gauge::default();
        assert_eq!(gauge.ratio(64 << 20, 1), Ok(()));
        assert_eq!(gauge.ratio((64 << 20) + 1, 1 << 20), Ok(()));
        let dense = ContentProblem::UnpackedTooDense { ratio: 200 };
        assert_eq!(gauge.ratio((64 << 20) + 1, 1 << 18), Err(dense));
    }
}
