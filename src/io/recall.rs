//! Files read as the user decided earlier, about them or about others with the same header: what was
//! decided once need not be decided again.

use std::path::Path;
use std::sync::Arc;

use super::control::Control;
use super::error::ReadError;
use super::files;
use super::reading::read_bytes;
use crate::model::{Loaded, Message, Overrides, Warning, WarningKind};

/// Reads and takes apart one file, its bytes once: as `recall` says of it, else as the file itself
/// decides. What was recalled and does not fit is left aside, with a warning.
///
/// # Errors
/// As [`read_file`].
pub fn read_file_recalling(
    path: &Path,
    recall: &dyn Fn(&Loaded) -> Overrides,
    control: &Control,
) -> Result<Loaded, ReadError> {
    let bytes = files::read(path, control)?;
    let plain = read_bytes(path, &bytes, &Overrides::default(), control)?;
    recalled(plain, recall, |overrides| read_bytes(path, &bytes, overrides, control))
}

/// The reading that `again` gives with what is recalled about `plain`, else `plain`.
fn recalled(
    plain: Loaded,
    recall: &dyn Fn(&Loaded) -> Overrides,
    again: impl Fn(&Overrides) -> Result<Loaded, ReadError>,
) -> Result<Loaded, ReadError> {
    let overrides = recall(&plain).recalled();
    if overrides.is_empty() {
        return Ok(plain);
    }
    let header = plain.outline.header.clone();
    let mut read = match again(&overrides) {
        Ok(read) => read,
        Err(ReadError::Cancelled) => return Err(ReadError::Cancelled),
        Err(_) => {
            // What a series is fits however the file is read.
            let own = overrides.of_the_series();
            let mut read = if own.is_empty() { plain } else { again(&own)? };
            let message = Message::new("io-recalled-misfit");
            read.warnings.push(Warning::new(None, WarningKind::Ambiguous, message));
            read
        }
    };
    // Another reading may find another header; the layout is known by the first.
    Arc::make_mut(&mut read.outline).header = header;
    Ok(read)
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

    /// Recalls what was decided about files with that header.
    fn about(known: &'static str) -> impl Fn(&Loaded) -> Overrides {
        move |file| {
            let is_known = file.outline.header.as_deref() == Some(known);
            if is_known { decided() } else { Overrides::default() }
        }
    }

    #[test]
    fn a_layout_that_is_known_is_read_as_before() {
        let recall = about("Date|Close");
        let again =
            |overrides: &Overrides| Ok(Loaded { overrides: overrides.clone(), ..file(Some("other")) });
        let read = recalled(file(Some("Date|Close")), &recall, again).unwrap();
        assert_eq!(read.overrides, decided().recalled());
        assert_eq!(read.outline.header.as_deref(), Some("Date|Close"), "it is known by its own header");
        for header in [None, Some("Date|Last")] {
            let read = recalled(file(header), &recall, |_| Err(ReadError::Cancelled)).unwrap();
            assert_eq!(read, file(header), "nothing is known about it, so it is read once");
        }
    }

    #[test]
    fn what_does_not_fit_is_left_aside_and_told() {
        let problem = ContentProblem::NoColumns;
        let misfit =
            |_: &Overrides| Err(ReadError::Content { path: "A.csv".into(), problem: problem.clone() });
        let read = recalled(file(Some("Date|Close")), &about("Date|Close"), misfit).unwrap();
        assert!(read.overrides.is_empty());
        assert_eq!(read.warnings.last().unwrap().message.key, "io-recalled-misfit");
        let cancelled = recalled(file(Some("A")), &about("A"), |_| Err(ReadError::Cancelled));
        assert_eq!(cancelled, Err(ReadError::Cancelled));
    }

    #[test]
    fn the_name_of_a_series_stays_where_the_layout_does_not_fit() {
        let named = |_: &Loaded| {
            let mut overrides = decided();
            overrides.set(Decision::Name, Some("ACME".to_owned()));
            overrides
        };
        let again = |overrides: &Overrides| match overrides.get(Decision::DateOrder) {
            Some(_) => Err(ReadError::Content { path: "A.csv".into(), problem: ContentProblem::NoDates }),
            None => Ok(Loaded { overrides: overrides.clone(), ..file(Some("A")) }),
        };
        let read = recalled(file(Some("A")), &named, again).unwrap();
        assert_eq!(read.overrides.get(Decision::Name), Some("ACME"));
        assert!(read.overrides.is_recalled());
        assert_eq!(read.warnings.last().unwrap().message.key, "io-recalled-misfit");
    }
}
