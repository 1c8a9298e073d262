//! Files read as others with the same header were: what the user decided once need not be decided
//! again.

use std::path::Path;
use std::sync::Arc;

use super::control::Control;
use super::error::ReadError;
use super::files;
use super::reading::read_bytes;
use crate::model::{Loaded, Message, Overrides, Warning, WarningKind};

/// Reads and takes apart one file, its bytes once: as `recall` says of files with its header, else
/// as the file itself decides. What was recalled and does not fit is left aside, with a warning.
///
/// # Errors
/// As [`read_file`].
pub fn read_file_recalling(
    path: &Path,
    recall: &dyn Fn(&str) -> Option<Overrides>,
    control: &Control,
) -> Result<Loaded, ReadError> {
    let bytes = files::read(path, control)?;
    let plain = read_bytes(path, &bytes, &Overrides::default(), control)?;
    recalled(plain, recall, |overrides| read_bytes(path, &bytes, overrides, control))
}

/// The reading that `again` gives with what is recalled about the header of `plain`, else `plain`.
fn recalled(
    mut plain: Loaded,
    recall: &dyn Fn(&str) -> Option<Overrides>,
    again: impl FnOnce(&Overrides) -> Result<Loaded, ReadError>,
) -> Result<Loaded, ReadError> {
    let header = plain.outline.header.clone();
    let known = header.as_deref().and_then(recall).filter(|overrides| !overrides.is_empty());
    let Some(overrides) = known else { return Ok(plain) };
    match again(&overrides.recalled()) {
        Ok(mut read) => {
            // Another reading may find another header; the layout is known by the first.
            Arc::make_mut(&mut read.outline).header = header;
            Ok(read)
        }
        Err(ReadError::Cancelled) => Err(ReadError::Cancelled),
        Err(_) => {
            let message = Message::new("io-recalled-misfit");
            plain.warnings.push(Warning { line: None, kind: WarningKind::Ambiguous, message });
            Ok(plain)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::io::ContentProblem;
    use crate::model::{Decision, Outline};

    fn file(header: Option<&str>) -> Loaded {
        let text = b"Date,Close\n2025-01-24,1\n2025-01-27,2\n";
        let read = read_bytes(Path::new("A.csv"), text, &Overrides::default(), &Control::unwatched());
        let outline = Outline { header: header.map(str::to_owned), ..Outline::default() };
        Loaded { outline: Arc::new(outline), ..read.unwrap() }
    }

    fn decided() -> Overrides {
        let mut overrides = Overrides::default();
        overrides.set(Decision::DateOrder, Some("DMY".to_owned()));
        overrides
    }

    #[test]
    fn a_layout_that_is_known_is_read_as_before() {
        let recall = |header: &str| (header == "Date|Close").then(decided);
        let again =
            |overrides: &Overrides| Ok(Loaded { overrides: overrides.clone(), ..file(Some("other")) });
        let read = recalled(file(Some("Date|Close")), &recall, again).unwrap();
        assert_eq!(read.overrides, decided().recalled());
        assert_eq!(read.outline.header.as_deref(), Some("Date|Close"), "it is known by its own header");
        for header in [None, Some("Date|Last")] {
            let read = recalled(file(header), &recall, |_| Err(ReadError::Cancelled)).unwrap();
            assert_eq!(read, file(header), "nothing is known about it, so it is read once");
        }
        let nothing = |_: &str| Some(Overrides::default());
        let read = recalled(file(Some("Date|Close")), &nothing, |_| Err(ReadError::Cancelled)).unwrap();
        assert!(read.overrides.is_empty());
    }

    #[test]
    fn what_does_not_fit_is_left_aside_and_told() {
        let problem = ContentProblem::NoColumns;
        let misfit = |_: &Overrides| Err(ReadError::Content { path: "A.csv".into(), problem });
        let read = recalled(file(Some("Date|Close")), &|_| Some(decided()), misfit).unwrap();
        assert!(read.overrides.is_empty());
        assert_eq!(read.warnings.last().unwrap().message.key, "io-recalled-misfit");
        let cancelled = recalled(file(Some("A")), &|_| Some(decided()), |_| Err(ReadError::Cancelled));
        assert_eq!(cancelled, Err(ReadError::Cancelled));
    }
}
