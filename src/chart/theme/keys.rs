//! Every key of a theme file, with what it takes and the part of a theme that it sets.
//!
//! One table drives reading, the refusal of unknown keys, and the test of the README's table.

use super::{Color, Dash, FontFiles, Marker, Theme, ThemeFile};

/// Fewest colours of series: as many as are picked at first.
pub const LEAST_SERIES: usize = 6;
/// Fewest colours of organisations.
pub const LEAST_GROUPS: usize = 3;
/// Width of a line in pixels of a figure of 1920 by 1080.
pub const WIDTHS: [f64; 2] = [0.2, 20.0];
/// Factor of a type size.
pub const FACTORS: [f64; 2] = [0.7, 1.6];
/// Factor of the margin.
pub const MARGINS: [f64; 2] = [0.25, 3.0];

/// What a key takes, and where it goes.
pub(super) enum Slot {
    /// One colour.
    Color(fn(&mut Theme) -> &mut Color),
    /// Colours, at least so many.
    Colors(fn(&mut Theme) -> &mut Vec<Color>, usize),
    /// A number within limits.
    Number(fn(&mut Theme) -> &mut f64, [f64; 2]),
    /// One dash.
    Dash(fn(&mut Theme) -> &mut Dash),
    /// Dashes, at least one.
    Dashes(fn(&mut Theme) -> &mut Vec<Dash>),
    /// Markers or `none`, by place.
    Markers(fn(&mut Theme) -> &mut Vec<Option<Marker>>),
    /// Shapes by place.
    Shapes(fn(&mut Theme) -> &mut Vec<Marker>),
    /// The name of a file beside the theme.
    File(fn(&mut ThemeFile) -> &mut String),
}

/// One key.
pub(super) struct Key {
    /// The table that it stands in; empty for the top.
    pub section: &'static str,
    /// Its name there.
    pub name: &'static str,
    /// What it takes.
    pub slot: Slot,
}

impl Key {
    const fn new(section: &'static str, name: &'static str, slot: Slot) -> Self {
        Self { section, name, slot }
    }
}

/// The keys at the top that are read before all others.
pub(super) const TOP: [&str; 2] = ["name", "base"];

fn fonts(file: &mut ThemeFile) -> &mut FontFiles {
    file.fonts.get_or_insert_default()
}

/// Every other key, section by section.
pub(super) const KEYS: [Key; 31] = [
    Key::new("", "logo", Slot::File(|file| file.logo.get_or_insert_default())),
    Key::new("colours", "background", Slot::Color(|theme| &mut theme.background)),
    Key::new("colours", "panel", Slot::Color(|theme| &mut theme.panel)),
    Key::new("colours", "ink", Slot::Color(|theme| &mut theme.ink)),
    Key::new("colours", "muted", Slot::Color(|theme| &mut theme.muted)),
    Key::new("colours", "faint", Slot::Color(|theme| &mut theme.faint)),
    Key::new("colours", "rule", Slot::Color(|theme| &mut theme.rule)),
    Key::new("colours", "grid", Slot::Color(|theme| &mut theme.grid)),
    Key::new("colours", "event", Slot::Color(|theme| &mut theme.event)),
    Key::new("colours", "frontier", Slot::Color(|theme| &mut theme.action)),
    Key::new("colours", "fall", Slot::Color(|theme| &mut theme.fall)),
    Key::new("colours", "rise", Slot::Color(|theme| &mut theme.rise)),
    Key::new("colours", "series", Slot::Colors(|theme| &mut theme.series, LEAST_SERIES)),
    Key::new("colours", "groups", Slot::Colors(|theme| &mut theme.groups, LEAST_GROUPS)),
    Key::new("lines", "series", Slot::Number(|theme| &mut theme.lines.series, WIDTHS)),
    Key::new("lines", "index", Slot::Number(|theme| &mut theme.lines.index, WIDTHS)),
    Key::new("lines", "other", Slot::Number(|theme| &mut theme.lines.other, WIDTHS)),
    Key::new("lines", "grid", Slot::Number(|theme| &mut theme.lines.grid, WIDTHS)),
    Key::new("lines", "event", Slot::Number(|theme| &mut theme.lines.event, WIDTHS)),
    Key::new("lines", "frontier", Slot::Number(|theme| &mut theme.lines.frontier, WIDTHS)),
    Key::new("lines", "event_dash", Slot::Dash(|theme| &mut theme.event_dash)),
    Key::new("lines", "dashes", Slot::Dashes(|theme| &mut theme.dashes)),
    Key::new("lines", "markers", Slot::Markers(|theme| &mut theme.markers)),
    Key::new("points", "shapes", Slot::Shapes(|theme| &mut theme.group_markers)),
    Key::new("type", "title", Slot::Number(|theme| &mut theme.type_factors.title, FACTORS)),
    Key::new("type", "section", Slot::Number(|theme| &mut theme.type_factors.section, FACTORS)),
    Key::new("type", "label", Slot::Number(|theme| &mut theme.type_factors.label, FACTORS)),
    Key::new("type", "small", Slot::Number(|theme| &mut theme.type_factors.small, FACTORS)),
    Key::new("fonts", "regular", Slot::File(|file| &mut fonts(file).regular)),
    Key::new("fonts", "semibold", Slot::File(|file| &mut fonts(file).semibold)),
    Key::new("space", "margin", Slot::Number(|theme| &mut theme.margin, MARGINS)),
];

/// Names that may stand in a section, for an error; those of the top with the sections.
pub(super) fn known(section: &str) -> Vec<&'static str> {
    let mut names: Vec<&'static str> = if section.is_empty() { TOP.to_vec() } else { Vec::new() };
    names.extend(KEYS.iter().filter(|key| key.section == section).map(|key| key.name));
    if section.is_empty() {
        let mut sections: Vec<_> = KEYS.iter().map(|key| key.section).collect();
        sections.dedup();
        names.extend(sections.into_iter().filter(|name| !name.is_empty()));
    }
    names
}
