//! Tables of models in full: from bytes to roles, units, rows and remarks.

mod amounts;
mod headers;
mod odd;
mod sparse;
mod whole;

use std::path::Path;

use crate::io::{Control, read_bytes};
use crate::model::{ColumnRole, Content, Decision, Loaded, ModelTable, Overrides, Unit};

/// A file as it is read by itself.
fn read(text: &str) -> Loaded {
    read_as(text, &Overrides::default())
}

fn read_as(text: &str, overrides: &Overrides) -> Loaded {
    read_bytes(Path::new("models"), text.as_bytes(), overrides, &Control::unwatched())
        .unwrap_or_else(|error| panic!("{error:?}: {text}"))
}

/// A file whose names do not tell what it holds, read as a table of models.
fn forced(text: &str) -> Loaded {
    let mut overrides = Overrides::default();
    overrides.set(Decision::Content, Some("models".to_owned()));
    read_as(text, &overrides)
}

fn table(loaded: &Loaded) -> &ModelTable {
    let Content::Models(table) = &loaded.content else { panic!("{:?}", loaded.content.kind()) };
    table
}

/// Every column that means something, with its role and its unit: `GPQA=score/percent`.
fn told(loaded: &Loaded) -> String {
    let columns = table(loaded).header.iter().filter(|column| column.role != ColumnRole::Other);
    let one = |column: &crate::model::ColumnInfo| match column.unit {
        Unit::None => format!("{}={}", column.name, column.role.code()),
        unit => format!("{}={}/{}", column.name, column.role.code(), code(unit)),
    };
    columns.map(one).collect::<Vec<_>>().join("; ")
}

fn code(unit: Unit) -> String {
    serde_json::to_value(unit).unwrap().as_str().unwrap().to_owned()
}

fn keys(loaded: &Loaded) -> Vec<(Option<u64>, &'static str)> {
    loaded.warnings.iter().map(|warning| (warning.line, warning.message.key)).collect()
}
