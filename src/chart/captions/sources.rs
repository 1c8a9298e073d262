//! The source line: which files a figure shows, and who wrote them.

use super::some_of;
use crate::chart::draft::Draft;
use crate::chart::figure::FigureKind;
use crate::model::{Cost, Kind, Source};
use crate::text::Arg;

/// File names that a source line lists before it counts the rest.
const LISTED_FILES: usize = 8;

/// The files that a figure shows, by name.
pub(super) fn source(draft: &Draft<'_>, kind: FigureKind) -> String {
    let files = |wanted: &[Kind]| -> Vec<String> {
        let sources: Vec<&Source> =
            draft.scene.data.sources.iter().filter(|source| wanted.contains(&source.kind)).collect();
        named_files(draft, &sources)
    };
    let mut parts = Vec::new();
    let mut add = |key: &str, names: Vec<String>| {
        if !names.is_empty() {
            parts.push(draft.say(key, &[("files", Arg::Text(&some_of(draft, &names, LISTED_FILES)))]));
        }
    };
    if kind != FigureKind::Models {
        add("chart-source-prices", files(&[Kind::Prices]));
        add("chart-source-sides", files(&[Kind::Reported, Kind::Shares]));
    }
    if matches!(kind, FigureKind::Models | FigureKind::Pair) {
        let of_training = draft.scene.document.cost == Cost::Training;
        let kinds: &[Kind] = if of_training { &[Kind::Models, Kind::Values] } else { &[Kind::Models] };
        add("chart-source-models", files(kinds));
    }
    if draft.scene.data.sources.iter().any(|source| source.sample) {
        parts.push(draft.text("chart-source-sample"));
    }
    parts.join(" ")
}

/// Names of files, the vendor that wrote them before them where it is one of them all and behind each
/// where they are of several.
fn named_files(draft: &Draft<'_>, sources: &[&Source]) -> Vec<String> {
    let vendor = |source: &&Source| source.assumption("vendor").map(|made| made.value.clone());
    let vendors: Vec<Option<String>> = sources.iter().map(vendor).collect();
    let common = vendors
        .first()
        .cloned()
        .flatten()
        .filter(|_| vendors.windows(2).all(|two| matches!(two, [a, b] if a == b)));
    if common.is_some() {
        return common.into_iter().chain(sources.iter().map(|source| source.file_name())).collect();
    }
    let named = sources.iter().zip(vendors).map(|(source, vendor)| match vendor {
        Some(vendor) => {
            let file = source.file_name();
            draft.say("chart-source-file", &[("file", Arg::Text(&file)), ("vendor", Arg::Text(&vendor))])
        }
        None => source.file_name(),
    });
    named.collect()
}
