//! Zip archives: every member that may hold a table.

use std::borrow::Cow;
use std::io::Cursor;

use zip::ZipArchive;

use super::{Found, Note, Opener, inside, packed};
use crate::io::error::{ContentProblem, Stop};
use crate::model::{Message, WarningKind};

/// Names, without their ending, of files that lie beside the tables of an archive.
const BESIDE: &[&str] =
    &["readme", "license", "licence", "copying", "notice", "changelog", "changes", "desktop", "thumbs"];

/// The parts of all members of an archive.
pub(super) fn read<'a>(
    opener: &mut Opener<'_>,
    bytes: &[u8],
    outer: Option<&str>,
    depth: usize,
) -> Result<Vec<Found<'a>>, Stop> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let members = members(&archive);
    let mut found: Vec<Found<'a>> = Vec::new();
    let mut refused = Vec::new();
    for (at, path) in &members {
        let file = file_name(path);
        let is_unique = members.iter().filter(|(_, other)| file_name(other) == file).count() == 1;
        let name = inside(outer, Some(if is_unique { file } else { path }));
        match member(opener, &mut archive, *at, path, name, depth) {
            Ok(parts) => found.extend(parts),
            Err(Stop::Problem(problem)) if !ends_everything(&problem) => refused.push((path, problem)),
            Err(stop) => return Err(stop),
        }
    }
    let Some(first) = found.first_mut() else {
        let reason = refused.into_iter().next().map(|(_, problem)| problem);
        return Err(reason.unwrap_or(ContentProblem::EmptyArchive).into());
    };
    for (path, problem) in refused {
        let key = match problem {
            ContentProblem::LockedMember { .. } => "io-member-locked",
            _ => "io-member-left",
        };
        let message = Message::new(key).with("name", path.as_str());
        first.notes.push(Note::new(None, WarningKind::Unreadable, message));
    }
    Ok(found)
}

fn member<'a>(
    opener: &mut Opener<'_>,
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    at: usize,
    path: &str,
    name: Option<String>,
    depth: usize,
) -> Result<Vec<Found<'a>>, Stop> {
    if archive.by_index_data(at).map_err(damaged)?.encrypted() {
        return Err(ContentProblem::LockedMember { name: path.to_owned() }.into());
    }
    let file = archive.by_index(at).map_err(damaged)?;
    let packed = file.compressed_size();
    let unpacked = packed::drain(file, packed, &mut opener.gauge, opener.control)?;
    let mut notes = Vec::new();
    let bytes = unpacked.whole(&mut notes)?;
    let mut found = opener.open(Cow::Owned(bytes), name, depth + 1)?;
    if let Some(first) = found.first_mut() {
        first.notes.splice(0..0, notes);
    }
    Ok(found)
}

/// Places and paths of the members that may hold a table, in the order of the archive.
fn members(archive: &ZipArchive<Cursor<&[u8]>>) -> Vec<(usize, String)> {
    let names = archive.file_names_raw().map(|name| String::from_utf8_lossy(name).replace('\\', "/"));
    names.enumerate().filter(|(_, path)| may_hold_table(path)).collect()
}

fn may_hold_table(path: &str) -> bool {
    let is_hidden = path.split('/').any(|part| part == "__MACOSX" || part.starts_with('.'));
    let file = file_name(path).to_lowercase();
    let stem = file.split('.').next().unwrap_or_default();
    !file.is_empty() && !is_hidden && !BESIDE.contains(&stem)
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

/// Whether a problem of one member is one of the whole archive.
fn ends_everything(problem: &ContentProblem) -> bool {
    matches!(problem, ContentProblem::UnpackedTooLarge { .. } | ContentProblem::UnpackedTooDense { .. })
}

#[expect(clippy::needless_pass_by_value, reason = "it is what `map_err` hands over")]
fn damaged(error: zip::result::ZipError) -> ContentProblem {
    ContentProblem::Damaged { reason: crate::io::report::short(&error.to_string()) }
}
