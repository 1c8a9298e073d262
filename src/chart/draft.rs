//! What every panel is drawn from: the scene, the view, the sizes of the medium; and the few
//! strokes and words that panels share.

use super::figure::{Anchor, Color, Label, Rect, Stroke, Subject};
use super::misfit::{Check, Part};
use super::typography::{Hand, Sizes};
use super::undated::bar_text;
use super::{Medium, Scene, View, day_text};
use crate::model::{Event, Series, SeriesId};
use crate::study::ValueChange;
use crate::text::{Arg, DateStyle};
use jiff::civil::Date;

/// Scene, view and sizes of one figure.
#[derive(Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub(super) struct Draft<'a> {
    /// Document, data, analysis, theme and words.
    pub scene: Scene<'a>,
    /// What is in view.
    pub view: &'a View,
    /// Type sizes and the unit of length.
    pub sizes: Sizes,
    /// Whether it becomes a file, with words around the panels.
    pub print: bool,
    /// Whether panels have headings: in a file that shows several.
    pub headed: bool,
    /// Whether rows stand as close as they can.
    pub dense: bool,
    /// Whether words begin on the right: columns, headings and keys are mirrored then; plots are
    /// not, because time and cost run from the left in right-to-left print too.
    pub mirrored: bool,
    /// Width over height of a logo that stands beside the title.
    pub logo: Option<f64>,
    /// Where parts say that they find no room.
    pub check: Option<&'a Check>,
}

impl<'a> Draft<'a> {
    /// The draft for a medium.
    pub fn new(scene: &Scene<'a>, view: &'a View, medium: &Medium) -> Self {
        let print = matches!(medium, Medium::Print(_));
        let sizes = Sizes::of(medium).scaled(&scene.theme.type_factors);
        let mirrored = scene.words.is_right_to_left();
        Self {
            scene: *scene,
            view,
            sizes,
            print,
            headed: false,
            dense: false,
            mirrored,
            logo: None,
            check: None,
        }
    }

    /// The place so far from the edge of a rectangle at which reading begins.
    pub fn along(&self, rect: Rect, from_start: f64) -> f64 {
        if self.mirrored { rect.right() - from_start } else { rect.x + from_start }
    }

    /// What of a text stands at the place where it begins.
    pub fn start(&self) -> Anchor {
        if self.mirrored { Anchor::Right } else { Anchor::Left }
    }

    /// -1 where reading goes to the left, 1 where it goes to the right.
    pub fn forward(&self) -> f64 {
        if self.mirrored { -1.0 } else { 1.0 }
    }

    /// What of a text stands at the place where it ends.
    pub fn end(&self) -> Anchor {
        if self.mirrored { Anchor::Left } else { Anchor::Right }
    }

    /// Says how much room a part needs of how much there is.
    pub fn need(&self, part: Part, needs: f64, leaves: f64) {
        if let Some(check) = self.check {
            check.need(part, needs, leaves);
        }
    }

    /// Says what has no room, by name.
    pub fn lack(&self, part: Part, needs: f64, leaves: f64, names: Vec<String>) {
        if let Some(check) = self.check {
            check.lack(part, needs, leaves, names);
        }
    }

    /// A length of the full-sized figure in pixels of this one.
    pub fn px(&self, full: f64) -> f64 {
        full * self.sizes.unit
    }

    /// Tick texts and secondary words.
    pub fn quiet(&self) -> Hand {
        Hand::regular(self.sizes.label, self.scene.theme.muted)
    }

    /// Keys, source, note.
    pub fn small(&self) -> Hand {
        Hand::regular(self.sizes.small, self.scene.theme.muted)
    }

    /// A name or a value that matters.
    pub fn strong(&self, color: Color) -> Hand {
        Hand::semibold(self.sizes.label, color)
    }

    /// Heading of a panel.
    pub fn section(&self) -> Hand {
        Hand::semibold(self.sizes.section, self.scene.theme.ink)
    }

    /// A solid line that many full-size pixels wide.
    pub fn stroke(&self, color: Color, full_width: f64) -> Stroke {
        Stroke { color, width: self.px(full_width), dash: Vec::new() }
    }

    /// A dashed line; lengths in pixels of the full-sized figure.
    pub fn dashed(&self, color: Color, full_width: f64, dash: &[f64]) -> Stroke {
        let dash = dash.iter().map(|length| self.px(*length)).collect();
        Stroke { color, width: self.px(full_width), dash }
    }

    /// A grid line's stroke.
    pub fn grid(&self) -> Stroke {
        self.stroke(self.scene.theme.grid, self.scene.theme.lines.grid)
    }

    /// Words of a key.
    pub fn text(&self, key: &str) -> String {
        self.scene.words.text(key)
    }

    /// A sentence with facts.
    pub fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.scene.words.say(key, args)
    }

    /// Words in a row, with the language's separator between them.
    pub fn list(&self, words: &[String]) -> String {
        let isolated: Vec<_> = words.iter().map(|word| self.scene.words.isolated(word)).collect();
        self.scene.words.directed(isolated.join(&self.text("chart-list-separator")))
    }

    /// A date in words, or the row that stands in its place.
    pub fn date(&self, date: Date, style: DateStyle) -> String {
        day_text(self.scene.words, date, style)
    }

    /// The days of a series' bar of that date in words, and whether they are more than one.
    pub fn bar(&self, series: Option<&Series>, date: Date, style: DateStyle) -> (String, bool) {
        let cadence = series.map(|series| *series.bars.cadence()).unwrap_or_default();
        (bar_text(self.scene.words, &cadence, date, style), cadence.step.is_coarse())
    }

    /// The event that prices are measured by.
    pub fn event(&self) -> Option<&'a Event> {
        self.scene.event()
    }

    /// Series that are not hidden and have places on the axis, in the order of the data.
    pub fn visible(&self) -> impl Iterator<Item = &'a Series> + use<'a> {
        let Scene { document, data, analysis, .. } = self.scene;
        data.series
            .iter()
            .filter(move |series| !document.hidden.contains(&series.id) && analysis.sessions.hold(series))
    }

    /// Market value between base and event close of the series that are drawn; `None` when not one
    /// of them can be counted.
    pub fn value(&self) -> Option<ValueChange> {
        let Scene { document, data, analysis, .. } = self.scene;
        analysis.value.as_ref()?.among(data, |id| !document.hidden.contains(id))
    }

    /// Whether the pointer is on that series.
    pub fn points_at(&self, id: &SeriesId) -> bool {
        match &self.view.highlight {
            Some(Subject::Series(shown) | Subject::Reported(shown)) => shown == id,
            _ => false,
        }
    }

    /// Distance between the rows of a list in label sizes.
    pub fn row_leading(&self) -> f64 {
        if self.dense { 1.05 } else { 1.2 }
    }

    /// The lines of a panel's heading where the medium has headings.
    pub fn heading_lines(&self, heading: &str, width: f64) -> Vec<String> {
        if !self.headed {
            return Vec::new();
        }
        let hand = self.section();
        let whole = hand.lines(heading, width, usize::MAX).len();
        let step = hand.size * HEADING;
        self.need(Part::Heading, whole as f64 * step, HEADING_LINES as f64 * step);
        hand.balanced(heading, width, HEADING_LINES)
    }

    /// The labels of a panel's heading.
    pub fn heading(&self, lines: &[String], outer: Rect) -> Vec<Label> {
        let hand = self.section();
        let set = lines.iter().enumerate().map(|(line, text)| {
            let baseline = outer.y + hand.size * (1.0 + HEADING * line as f64);
            hand.set(text, [self.along(outer, 0.0), baseline], self.start())
        });
        set.collect()
    }

    /// The part of a panel's rectangle under its heading of so many lines.
    pub fn under_heading(&self, rect: Rect, lines: usize) -> Rect {
        if lines == 0 {
            return rect;
        }
        let height = self.sizes.section * (1.75 + HEADING * (lines - 1) as f64);
        Rect { y: rect.y + height, height: (rect.height - height).max(1.0), ..rect }
    }
}

/// Most lines of a panel's heading.
const HEADING_LINES: usize = 3;
/// Distance of a heading's lines in its sizes.
const HEADING: f64 = 1.2;
