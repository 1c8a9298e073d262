//! Colours, dashes, markers, line weights and factors of type: what a figure looks like, by role.
//!
//! Three themes are built in ([`built_in`]); a newsroom writes its own as a small file ([`parse`]).
//! Series colours are told apart with the common colour vision deficiencies, and each comes with
//! a dash; rise and fall are blue and orange. Colour literals stand in this folder alone.

mod built_in;
pub mod contrast;
mod file;
mod keys;
mod reader;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use std::sync::Arc;

use super::figure::{Color, Marker, Picture};
use crate::text::Fonts;

pub use file::{FontFiles, ThemeFile, parse};
pub use reader::{ThemeError, ThemeFault};

/// Which built-in theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ThemeName {
    /// Dark on white.
    #[default]
    Light,
    /// Light on near black.
    Dark,
    /// Greys on white, for black ink on paper: files only.
    Print,
}

impl ThemeName {
    /// Every theme, in menu order.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Print];

    /// Name on the command line and in files.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Print => "print",
        }
    }
}

/// What lies behind a figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Background {
    /// The theme's own background.
    #[default]
    Theme,
    /// Nothing: the page shows through.
    Transparent,
}

impl Background {
    /// Every background, in menu order.
    pub const ALL: [Self; 2] = [Self::Theme, Self::Transparent];

    /// Name on the command line and in files.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Theme => "theme",
            Self::Transparent => "transparent",
        }
    }
}

/// A dash by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dash {
    /// No gaps.
    Solid,
    /// As long as the gaps.
    Dashes,
    /// Dots.
    Dots,
    /// Longer than the gaps.
    LongDashes,
    /// Shorter than the gaps.
    ShortDashes,
    /// Long and short in turn.
    DashDot,
}

impl Dash {
    /// Every dash, in the order in which the built-in themes use them.
    pub const ALL: [Self; 6] =
        [Self::Solid, Self::Dashes, Self::Dots, Self::LongDashes, Self::ShortDashes, Self::DashDot];

    /// Name in a theme file.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Solid => "solid",
            Self::Dashes => "dashes",
            Self::Dots => "dots",
            Self::LongDashes => "long-dashes",
            Self::ShortDashes => "short-dashes",
            Self::DashDot => "dash-dot",
        }
    }

    /// Lengths on, off, on, off at a line width of 1.5 pixels; empty for solid.
    #[must_use]
    pub fn lengths(self) -> &'static [f64] {
        match self {
            Self::Solid => &[],
            Self::Dashes => &[4.0, 4.0],
            Self::Dots => &[1.0, 3.0],
            Self::LongDashes => &[7.0, 3.0],
            Self::ShortDashes => &[2.0, 3.0],
            Self::DashDot => &[10.0, 3.0, 2.0, 3.0],
        }
    }
}

/// How a picked series is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SeriesStyle {
    /// Colour.
    pub color: Color,
    /// Dash lengths at a line width of 1.5 pixels; empty for solid.
    pub dash: &'static [f64],
    /// Marker: the theme's own for that place, else one once all colours are taken.
    pub marker: Option<Marker>,
}

/// Widths of lines, in pixels of a figure of 1920 by 1080.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lines {
    /// A pick.
    pub series: f64,
    /// The index.
    pub index: f64,
    /// A series that is not picked.
    pub other: f64,
    /// Grid lines, the rule over the foot, ticks.
    pub grid: f64,
    /// The event's rule.
    pub event: f64,
    /// The frontier of the models.
    pub frontier: f64,
}

impl Default for Lines {
    fn default() -> Self {
        Self { series: 2.3, index: 3.91, other: 1.265, grid: 1.3, event: 1.6, frontier: 2.2 }
    }
}

/// Type sizes by role, as factors of the built-in ones.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TypeFactors {
    /// Title.
    pub title: f64,
    /// Subtitle and headings of panels.
    pub section: f64,
    /// Ticks, names, values.
    pub label: f64,
    /// Source, note, keys.
    pub small: f64,
}

impl Default for TypeFactors {
    fn default() -> Self {
        Self { title: 1.0, section: 1.0, label: 1.0, small: 1.0 }
    }
}

/// Looks of one theme by role.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// Its name, or that of the built-in theme on which it stands.
    pub name: ThemeName,
    /// Behind everything: the background, or nothing.
    pub backdrop: Color,
    /// The colour of the page, in which hollow points are filled.
    pub background: Color,
    /// Behind side panels and the rail.
    pub panel: Color,
    /// Behind buttons and the status line.
    pub raised: Color,
    /// Lines between parts.
    pub rule: Color,
    /// Grid lines.
    pub grid: Color,
    /// Main text, the index.
    pub ink: Color,
    /// Secondary text.
    pub muted: Color,
    /// Lines and points that stand back; never text.
    pub faint: Color,
    /// What can be pressed; the frontier.
    pub action: Color,
    /// Text on the action colour.
    pub on_action: Color,
    /// Behind a selected row.
    pub selected: Color,
    /// The event.
    pub event: Color,
    /// Dash of the event's rule.
    pub event_dash: Dash,
    /// Falls.
    pub fall: Color,
    /// Rises.
    pub rise: Color,
    /// Widths of lines.
    pub lines: Lines,
    /// Sizes of type.
    pub type_factors: TypeFactors,
    /// Margin around a figure, as a factor of the built-in one.
    pub margin: f64,
    /// Faces of all words: a family of the theme's own if it names one, and what it falls back on.
    pub fonts: Fonts,
    /// The picture for the corner of a file, once it is loaded.
    pub logo: Option<Arc<Picture>>,
    series: Vec<Color>,
    dashes: Vec<Dash>,
    markers: Vec<Option<Marker>>,
    groups: Vec<Color>,
    group_markers: Vec<Marker>,
}

/// Markers of the rounds after the first.
const MARKERS: [Marker; 4] = [Marker::Circle, Marker::Square, Marker::Diamond, Marker::Triangle];

/// How opaque a panel's tint is on a page that shows through.
const TINT: f64 = 0.045;

impl Theme {
    /// The built-in theme of that name.
    #[must_use]
    pub fn built_in(name: ThemeName) -> Self {
        match name {
            ThemeName::Light => built_in::light(),
            ThemeName::Dark => built_in::dark(),
            ThemeName::Print => built_in::print(),
        }
    }

    /// The same theme on that background. On a transparent one panels become a breath of ink;
    /// hollow points keep the colour of the page.
    #[must_use]
    pub fn with_background(self, background: Background) -> Self {
        match background {
            Background::Theme => Self { backdrop: self.background, ..self },
            Background::Transparent => {
                Self { backdrop: self.background.faded(0.0), panel: self.ink.faded(TINT), ..self }
            }
        }
    }

    /// Style of the pick at that place: the colours with their dashes, then the colours again
    /// with the next dash and a marker, so that no two picks share colour, dash and marker: of six colours 60,
    /// of the greys of print 18.
    #[must_use]
    pub fn pick(&self, place: usize) -> SeriesStyle {
        let colors = self.series.len().max(1);
        let (round, own) = (place / colors, place % colors);
        let color = self.series.get(own).copied().unwrap_or(self.ink);
        let dash = self.dashes.get((place + round) % self.dashes.len().max(1));
        let marker = match round.checked_sub(1) {
            None => self.markers.get(own).copied().flatten(),
            Some(round) => MARKERS.get(round % MARKERS.len()).copied(),
        };
        SeriesStyle { color, dash: dash.map_or(&[], |dash| dash.lengths()), marker }
    }

    /// Colours for organisations of models, the most important first.
    #[must_use]
    pub fn groups(&self) -> &[Color] {
        &self.groups
    }

    /// Shape for the models of the organisation at that place, or of all others, where the theme
    /// tells them by shape; open weights are then told by a dot within.
    #[must_use]
    pub fn group_marker(&self, place: Option<usize>) -> Option<Marker> {
        let shapes = &self.group_markers;
        shapes.get(place.unwrap_or(self.groups.len())).or(shapes.last()).copied()
    }

    /// Whether organisations are told by shape as well as by colour.
    #[must_use]
    pub fn marks_groups(&self) -> bool {
        !self.group_markers.is_empty()
    }
}
