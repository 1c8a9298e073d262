//! The surface that a figure is made for: how large it is, in which unit, and how small its type
//! may get there.
//!
//! A figure pixel is 1/96 inch on a sheet with a physical size. Nothing here lays anything out.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::FigureKind;

/// Figure pixels an inch, as CSS counts them.
pub const PX_PER_INCH: f64 = 96.0;
/// Millimetres an inch.
pub const MM_PER_INCH: f64 = 25.4;
/// Smallest type of a printed figure, in points of 1/72 inch.
const LEAST_PRINTED_PT: f64 = 6.5;

/// Paper from this width on holds two columns, in millimetres.
const NARROW_MM: f64 = 120.0;

/// The surface of one figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sheet {
    /// Width and height in figure pixels.
    pub size: [f64; 2],
    /// Width and height in millimetres, where it has a physical size.
    pub physical_mm: Option<[f64; 2]>,
}

impl Sheet {
    /// A sheet for a screen, in pixels.
    #[must_use]
    pub fn pixels(size: [f64; 2]) -> Self {
        Self { size, physical_mm: None }
    }

    /// A sheet for paper, in millimetres.
    #[must_use]
    pub fn paper(size_mm: [f64; 2]) -> Self {
        Self { size: size_mm.map(|mm| mm / MM_PER_INCH * PX_PER_INCH), physical_mm: Some(size_mm) }
    }

    /// Whether it is one column of print: paper under 120 mm wide.
    #[must_use]
    pub fn is_narrow(&self) -> bool {
        self.physical_mm.is_some_and(|[width, _]| width < NARROW_MM)
    }

    /// The smallest type that can be read on it, in figure pixels: 6.5 points on paper; on a
    /// square or standing picture, which is looked at on a phone, 22 pixels of 1080; else 15
    /// pixels of 1920, and never under 10.
    #[must_use]
    pub fn least_type(&self) -> f64 {
        if self.physical_mm.is_some() {
            return LEAST_PRINTED_PT / 72.0 * PX_PER_INCH;
        }
        let [width, height] = self.size;
        let share = if width <= height { 22.0 / 1080.0 } else { 15.0 / 1920.0 };
        (width * share).max(10.0)
    }
}

/// A size that has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Preset {
    /// A wide post, 1200 by 675 pixels.
    Post,
    /// The preview of a link, 1200 by 628 pixels.
    Link,
    /// A square post, 1080 by 1080 pixels.
    Square,
    /// A story, 1080 by 1920 pixels.
    Story,
    /// A slide, 1920 by 1080 pixels.
    Slide,
    /// One column of print, 85 mm wide.
    Column,
    /// Two columns of print, 180 mm wide.
    Columns,
    /// A sheet of A4, lying.
    A4,
}

impl Preset {
    /// Every preset, in menu order.
    pub const ALL: [Self; 8] = [
        Self::Post,
        Self::Link,
        Self::Square,
        Self::Story,
        Self::Slide,
        Self::Column,
        Self::Columns,
        Self::A4,
    ];

    /// Name on the command line and in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Post => "post",
            Self::Link => "link",
            Self::Square => "square",
            Self::Story => "story",
            Self::Slide => "slide",
            Self::Column => "column",
            Self::Columns => "columns",
            Self::A4 => "a4",
        }
    }

    /// Its lengths.
    #[must_use]
    pub fn extent(self) -> Extent {
        let pixels = |width, height| Extent { unit: LengthUnit::Pixel, width, height: Some(height) };
        let paper = |width, height| Extent { unit: LengthUnit::Millimetre, width, height };
        match self {
            Self::Post => pixels(1200.0, 675.0),
            Self::Link => pixels(1200.0, 628.0),
            Self::Square => pixels(1080.0, 1080.0),
            Self::Story => pixels(1080.0, 1920.0),
            Self::Slide => pixels(1920.0, 1080.0),
            Self::Column => paper(85.0, None),
            Self::Columns => paper(180.0, None),
            Self::A4 => paper(297.0, Some(210.0)),
        }
    }
}

/// A unit of length on a sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum LengthUnit {
    /// Figure pixels.
    #[default]
    Pixel,
    /// Millimetres.
    Millimetre,
    /// Inches of 25.4 mm.
    Inch,
}

impl LengthUnit {
    /// Every unit, in menu order.
    pub const ALL: [Self; 3] = [Self::Pixel, Self::Millimetre, Self::Inch];

    /// What stands behind a number of it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Pixel => "px",
            Self::Millimetre => "mm",
            Self::Inch => "in",
        }
    }
}

/// Width and height in one unit; without a height the kind of figure gives its own proportion.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// Unit of both.
    pub unit: LengthUnit,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: Option<f64>,
}

/// The size that was asked for. Read from and written as `1600x900`, `180x100mm`, `85mm`,
/// `7x4in` or the name of a preset.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum SheetSize {
    /// A size with a name.
    Preset(Preset),
    /// Lengths.
    Extent(Extent),
}

impl SheetSize {
    /// Longest side in pixels, millimetres and inches.
    const MOST: [f64; 3] = [10_000.0, 2_000.0, 78.0];

    /// A size in pixels.
    #[must_use]
    pub fn pixels(width: f64, height: f64) -> Self {
        Self::Extent(Extent { unit: LengthUnit::Pixel, width, height: Some(height) })
    }

    /// Its lengths.
    #[must_use]
    pub fn extent(self) -> Extent {
        match self {
            Self::Preset(preset) => preset.extent(),
            Self::Extent(extent) => extent,
        }
    }

    /// The sheet for a figure of that kind.
    #[must_use]
    pub fn sheet(self, kind: FigureKind) -> Sheet {
        let Extent { unit, width, height } = self.extent();
        match unit {
            LengthUnit::Pixel => {
                let width = width.round();
                Sheet::pixels([
                    width,
                    height.unwrap_or_else(|| width * kind.proportion(&Sheet::pixels([width; 2]))).round(),
                ])
            }
            LengthUnit::Millimetre | LengthUnit::Inch => {
                let mm = if unit == LengthUnit::Inch { MM_PER_INCH } else { 1.0 };
                let width = width * mm;
                let own = || (width * kind.proportion(&Sheet::paper([width; 2]))).round();
                Sheet::paper([width, height.map_or_else(own, |height| height * mm)])
            }
        }
    }
}

/// A text that is no size.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} is no size")]
pub struct SizeError(pub String);

impl FromStr for SheetSize {
    type Err = SizeError;

    fn from_str(text: &str) -> Result<Self, SizeError> {
        let wrong = || SizeError(text.to_owned());
        let plain = text.trim().to_lowercase();
        if let Some(preset) = Preset::ALL.into_iter().find(|preset| preset.name() == plain) {
            return Ok(Self::Preset(preset));
        }
        let with_unit = |unit: LengthUnit| plain.strip_suffix(unit.name()).map(|lengths| (unit, lengths));
        let found = LengthUnit::ALL.into_iter().find_map(with_unit);
        let (unit, lengths) = found.unwrap_or((LengthUnit::Pixel, plain.as_str()));
        let (width, height) = match lengths.split_once(['x', '×']) {
            Some((width, height)) => (width, Some(height)),
            // A width alone in pixels is more likely a slip than a wish.
            None if found.is_none() => return Err(wrong()),
            None => (lengths, None),
        };
        let most = Self::MOST.get(unit as usize).copied().unwrap_or(f64::MAX);
        let length = |text: &str| {
            let length = text.trim().parse::<f64>().ok();
            length.filter(|length| *length > 0.0 && *length <= most).ok_or_else(wrong)
        };
        Ok(Self::Extent(Extent { unit, width: length(width)?, height: height.map(length).transpose()? }))
    }
}

impl fmt::Display for SheetSize {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Preset(preset) => out.write_str(preset.name()),
            Self::Extent(Extent { unit, width, height }) => {
                write!(out, "{width}")?;
                if let Some(height) = height {
                    write!(out, "x{height}")?;
                }
                let bare = *unit == LengthUnit::Pixel && height.is_some();
                out.write_str(if bare { "" } else { unit.name() })
            }
        }
    }
}

impl TryFrom<String> for SheetSize {
    type Error = SizeError;

    fn try_from(text: String) -> Result<Self, SizeError> {
        text.parse()
    }
}

impl From<SheetSize> for String {
    fn from(size: SheetSize) -> Self {
        size.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_as_they_are_written() {
        for text in ["1600x900", "180x100mm", "85mm", "7x4in", "3.5in", "900px", "square", "a4"] {
            assert_eq!(text.parse::<SheetSize>().unwrap().to_string(), text);
        }
        assert_eq!(" 1600 × 900 ".parse::<SheetSize>().unwrap(), SheetSize::pixels(1600.0, 900.0));
        assert_eq!("180 x 100 MM".parse::<SheetSize>().unwrap().to_string(), "180x100mm");
        for text in
            ["", "1600", "0x0", "-1x5", "99999x900", "nan", "infmm", "1x", "x1", "3000mm", "80in", "oval"]
        {
            assert_eq!(text.parse::<SheetSize>(), Err(SizeError(text.to_owned())));
        }
    }

    #[test]
    fn a_sheet_of_paper_is_exact_and_its_type_is_readable() {
        let sheet = "180x100mm".parse::<SheetSize>().unwrap().sheet(FigureKind::Pair);
        assert_eq!(sheet.physical_mm, Some([180.0, 100.0]));
        assert!((sheet.size[0] - 680.314_96).abs() < 1e-4);
        assert!((sheet.least_type() - 8.666_67).abs() < 1e-4);
        let inches = "7x4in".parse::<SheetSize>().unwrap().sheet(FigureKind::Pair);
        assert_eq!(inches.size, [672.0, 384.0]);
        let square = SheetSize::Preset(Preset::Square).sheet(FigureKind::Pair);
        assert_eq!((square.size, square.least_type()), ([1080.0, 1080.0], 22.0));
        assert_eq!(SheetSize::Preset(Preset::Slide).sheet(FigureKind::Pair).least_type(), 15.0);
    }

    #[test]
    fn a_width_alone_takes_the_proportion_of_the_kind() {
        for kind in FigureKind::ALL {
            for preset in [Preset::Column, Preset::Columns] {
                let sheet = SheetSize::Preset(preset).sheet(kind);
                let [width, height] = sheet.physical_mm.unwrap();
                assert_eq!(width, preset.extent().width);
                assert!(height > 20.0 && height < 300.0, "{kind:?} {preset:?} {height}");
            }
        }
    }
}
