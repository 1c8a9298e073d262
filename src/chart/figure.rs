//! A finished chart as data. The window and the file writers draw exactly this.
//!
//! Lengths are in pixels of the figure, y downwards, unless a name says otherwise. Marks are in
//! plot space: the values of the axes after their scale (a logarithmic axis holds log10 values),
//! y upwards. Texts are finished: nothing below formats a number.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use super::axis_scale::AxisScale;
pub use super::marker::Marker;

use super::misfit::Misfit;
use super::sheet::{MM_PER_INCH, PX_PER_INCH, Sheet};
use crate::model::{Message, SeriesId};
use crate::text::{Fonts, Weight, without_isolates};

/// A colour, straight (not premultiplied) red, green, blue, alpha.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Color(pub [u8; 4]);

impl Color {
    /// The same colour with that much of its opacity, 0 to 1.
    #[must_use]
    pub fn faded(self, opacity: f64) -> Self {
        let Self([red, green, blue, alpha]) = self;
        Self([red, green, blue, (f64::from(alpha) * opacity.clamp(0.0, 1.0)).round() as u8])
    }
}

/// One column of print, for which the proportions of narrow figures are given.
const COLUMN_MM: f64 = 85.0;

/// What a figure shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FigureKind {
    /// Lines from the base.
    Market,
    /// Ranked bars of the event's moves.
    Moves,
    /// Models, score by cost.
    Models,
    /// Market with moves under it, beside the models.
    Pair,
    /// The event's moves as a table.
    Table,
    /// Market with the abnormal returns of one series under it.
    Study,
}

impl FigureKind {
    /// Every kind, in menu order.
    pub const ALL: [Self; 6] =
        [Self::Market, Self::Moves, Self::Models, Self::Pair, Self::Table, Self::Study];

    /// Name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Market => "market",
            Self::Moves => "moves",
            Self::Models => "models",
            Self::Pair => "pair",
            Self::Table => "table",
            Self::Study => "study",
        }
    }

    /// Height over width that suits it on a sheet as wide as that one, where no height is given.
    #[must_use]
    pub fn proportion(self, sheet: &Sheet) -> f64 {
        let mm = sheet.size[0] / PX_PER_INCH * MM_PER_INCH;
        if !sheet.is_narrow() {
            return match self {
                Self::Market | Self::Models => 0.62,
                Self::Moves | Self::Pair | Self::Study => 0.7,
                Self::Table => 0.6,
            };
        }
        let column = match self {
            Self::Market => 1.0,
            Self::Moves => 1.3,
            Self::Models => 1.5,
            Self::Study => 1.75,
            Self::Pair => 2.6,
            Self::Table => 1.45,
        };
        // Words of one size need more lines in less width.
        column * (COLUMN_MM / mm.max(1.0)).max(1.0)
    }
}

/// A rectangle, x and y its top left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl Rect {
    /// Right edge.
    #[must_use]
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// Bottom edge.
    #[must_use]
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// Whether two rectangles share any area.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }
}

/// What a mark or a text stands for.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Subject {
    /// A price series.
    Series(SeriesId),
    /// A model, by its row in the model table.
    Model(usize),
    /// The event.
    Event,
    /// What was reported of a series before the open.
    Reported(SeriesId),
}

/// A stroke; dashes are lengths on, off, on, off, … and empty for a solid line.
#[derive(Clone, Debug, PartialEq)]
pub struct Stroke {
    /// Colour.
    pub color: Color,
    /// Width in pixels.
    pub width: f64,
    /// Dash lengths in pixels.
    pub dash: Vec<f64>,
}

impl Stroke {
    /// Half the width of a marker on a line of this stroke, in pixels.
    #[must_use]
    pub fn marker_radius(&self) -> f64 {
        2.2 * self.width
    }
}

/// A mark in plot space.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// Straight lines between true values, one run a gapless stretch.
    Line {
        /// What it shows, none for a helper line such as a frontier.
        subject: Option<Subject>,
        /// Runs of points.
        runs: Vec<Vec<[f64; 2]>>,
        /// How it is drawn.
        stroke: Stroke,
        /// Shape on some of its points, where dash and colour are not enough.
        marker: Option<Marker>,
    },
    /// A filled rectangle.
    Bar {
        /// What it shows.
        subject: Subject,
        /// From and to along x.
        x: [f64; 2],
        /// From and to along y.
        y: [f64; 2],
        /// Fill.
        fill: Color,
    },
    /// A point with a size in pixels.
    Point {
        /// What it shows.
        subject: Subject,
        /// Where.
        at: [f64; 2],
        /// Shape.
        shape: Marker,
        /// Half its width in pixels.
        radius: f64,
        /// Fill, none for a hollow mark.
        fill: Option<Color>,
        /// Outline.
        stroke: Option<Stroke>,
    },
    /// A line across the plot at one value.
    Rule {
        /// What it shows, none for a zero line.
        subject: Option<Subject>,
        /// The axis on which `at` lies.
        axis: AxisName,
        /// The value.
        at: f64,
        /// How it is drawn.
        stroke: Stroke,
    },
}

/// One of the two axes of a panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AxisName {
    /// Left to right.
    X,
    /// Bottom to top.
    Y,
}

/// A labelled place on an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Where, in plot space.
    pub at: f64,
    /// Its finished text; empty for a minor tick.
    pub text: String,
}

/// An axis of a panel.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// Scale.
    pub scale: AxisScale,
    /// Lowest and highest shown value, in plot space.
    pub range: [f64; 2],
    /// Ticks inside the range, ascending.
    pub ticks: Vec<Tick>,
}

impl Axis {
    /// Share of the axis' length at which a value of plot space lies, 0 at the low end.
    #[must_use]
    pub fn share(&self, value: f64) -> f64 {
        let [low, high] = self.range;
        if high > low { (value - low) / (high - low) } else { 0.5 }
    }
}

/// Which end of a text stands at its position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Left end.
    Left,
    /// Middle.
    Middle,
    /// Right end.
    Right,
}

/// One line of text at a place of the figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The words in logical order.
    pub text: String,
    /// Anchor point on the baseline.
    pub at: [f64; 2],
    /// What of the text is at that point.
    pub anchor: Anchor,
    /// Font size.
    pub size: f64,
    /// Font weight.
    pub weight: Weight,
    /// Colour.
    pub color: Color,
    /// What it names.
    pub subject: Option<Subject>,
}

/// A picture that a figure shows, such as a logo; it was checked when it was taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// The whole file.
    pub bytes: Vec<u8>,
    /// What the file is.
    pub kind: PictureKind,
    /// Its own width and height; only their ratio matters.
    pub size: [f64; 2],
}

/// A format of pictures inside a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureKind {
    /// Portable network graphics.
    Png,
    /// Scalable vector graphics without scripts, words and references to other files.
    Svg,
}

/// A shape in figure pixels.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A filled rectangle.
    Fill {
        /// Where.
        rect: Rect,
        /// Fill.
        color: Color,
    },
    /// A polyline: grid line, tick, leader.
    Path {
        /// Corners.
        points: Vec<[f64; 2]>,
        /// How it is drawn.
        stroke: Stroke,
    },
    /// A point of a key.
    Dot {
        /// Centre.
        at: [f64; 2],
        /// Shape.
        shape: Marker,
        /// Half its width.
        radius: f64,
        /// Fill, none for a hollow mark.
        fill: Option<Color>,
        /// Outline.
        stroke: Option<Stroke>,
    },
    /// A picture as large as it fits, in the middle.
    Image {
        /// The room that it has.
        rect: Rect,
        /// What is shown.
        picture: Arc<Picture>,
    },
}

/// What a panel shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PanelKind {
    /// Market lines.
    Market,
    /// Ranked bars.
    Moves,
    /// Model scatter without the rail.
    Models,
    /// Models whose cost is not disclosed: its y axis is the scatter's.
    Rail,
    /// Rows and columns of words; its axes measure nothing.
    Table,
    /// Abnormal returns of one series, on the market's axis of sessions.
    Study,
}

/// One plot with its surroundings.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// What it shows.
    pub kind: PanelKind,
    /// The plot rectangle: marks are clipped to it.
    pub plot: Rect,
    /// Horizontal axis.
    pub x: Axis,
    /// Vertical axis.
    pub y: Axis,
    /// Shapes under the marks: grid, rail strip.
    pub under: Vec<Shape>,
    /// Marks in plot space, drawn in order.
    pub marks: Vec<Mark>,
    /// Shapes over the marks: leaders, keys.
    pub over: Vec<Shape>,
    /// Tick texts, names at line ends, labels of points, the panel's own heading.
    pub labels: Vec<Label>,
}

impl Panel {
    /// Figure position of a point in plot space.
    #[must_use]
    pub fn place(&self, at: [f64; 2]) -> [f64; 2] {
        [
            self.plot.x + self.x.share(at[0]) * self.plot.width,
            self.plot.bottom() - self.y.share(at[1]) * self.plot.height,
        ]
    }

    /// Whether a place of the figure lies in the plot, its edges included.
    #[must_use]
    pub fn shows(&self, place: [f64; 2]) -> bool {
        let [x, y] = place;
        (self.plot.x..=self.plot.right()).contains(&x) && (self.plot.y..=self.plot.bottom()).contains(&y)
    }

    /// Figure positions of the markers on a line: each on a true point of it inside the plot, with
    /// room for the dashes in between.
    #[must_use]
    pub fn marker_places(&self, runs: &[Vec<[f64; 2]>], stroke: &Stroke) -> Vec<[f64; 2]> {
        let gap = 40.0 * stroke.width;
        let mut places: Vec<[f64; 2]> = Vec::new();
        for point in runs.iter().flatten() {
            let place = self.place(*point);
            if self.shows(place) && places.last().is_none_or(|last| place[0] - last[0] >= gap) {
                places.push(place);
            }
        }
        places
    }

    /// Plot space value under a point of the figure.
    #[must_use]
    pub fn value_at(&self, at: [f64; 2]) -> [f64; 2] {
        let along = |axis: &Axis, share: f64| axis.range[0] + share * (axis.range[1] - axis.range[0]);
        [
            along(&self.x, (at[0] - self.plot.x) / self.plot.width.max(1.0)),
            along(&self.y, (self.plot.bottom() - at[1]) / self.plot.height.max(1.0)),
        ]
    }
}

/// The sentences around and about a figure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Caption {
    /// What was found.
    pub title: String,
    /// What is shown, in which unit.
    pub subtitle: String,
    /// Where the data come from.
    pub source: String,
    /// How it was computed and what was assumed.
    pub note: String,
    /// Who made it; empty unless the user said so.
    pub byline: String,
    /// What a reader who does not see it needs.
    pub alt: String,
}

/// A chart as data.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What it shows.
    pub kind: FigureKind,
    /// Width and height.
    pub size: [f64; 2],
    /// Colour behind everything.
    pub background: Color,
    /// What the words are set in; whoever measures or draws them does so in [`Fonts::scope`].
    pub fonts: Fonts,
    /// Plots, in reading order.
    pub panels: Vec<Panel>,
    /// Shapes that belong to no panel.
    pub shapes: Vec<Shape>,
    /// Laid-out words that belong to no panel.
    pub labels: Vec<Label>,
    /// The same words as sentences.
    pub caption: Caption,
    /// What finds no room, where the figure cannot be read at its size.
    pub misfit: Option<Misfit>,
    /// The user's notes that are not drawn because they lie outside what is shown, in sentences.
    pub left_out: Vec<Message>,
}

impl Figure {
    /// Every line of text: those of the panels, then those around them.
    pub fn all_labels(&self) -> impl Iterator<Item = &Label> {
        self.panels.iter().flat_map(|panel| &panel.labels).chain(&self.labels)
    }

    /// The first character that none of the figure's fonts can draw, and the words it stands in.
    #[must_use]
    pub fn unwritable(&self) -> Option<(char, String)> {
        self.all_labels().find_map(|label| {
            let missing = self.fonts.missing(&label.text, label.weight)?;
            Some((missing, without_isolates(&label.text).into_owned()))
        })
    }
}
