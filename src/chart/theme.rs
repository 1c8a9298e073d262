//! Colours, line weights and type sizes: the one file with colour literals.
//!
//! Two built-in themes. Series colours are told apart with the common colour vision
//! deficiencies, and each comes with a dash; rise and fall are blue and orange.

use serde::{Deserialize, Serialize};

use super::figure::{Color, Marker};

/// Which built-in theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ThemeName {
    /// Dark on white.
    #[default]
    Light,
    /// Light on near black.
    Dark,
}

impl ThemeName {
    /// Every theme, in menu order.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];
}

/// How a picked series is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SeriesStyle {
    /// Colour.
    pub color: Color,
    /// Dash lengths at a line width of 1.5 pixels; empty for solid.
    pub dash: &'static [f64],
    /// Marker, once all colours are taken.
    pub marker: Option<Marker>,
}

/// Colours of one theme by role.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// Its name.
    pub name: ThemeName,
    /// Behind figures.
    pub background: Color,
    /// Behind side panels.
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
    /// Text and lines that stand back.
    pub faint: Color,
    /// What can be pressed; the frontier.
    pub action: Color,
    /// Text on the action colour.
    pub on_action: Color,
    /// Behind a selected row.
    pub selected: Color,
    /// The event.
    pub event: Color,
    /// Falls.
    pub fall: Color,
    /// Rises.
    pub rise: Color,
    series: [Color; 6],
}

const fn rgb(hex: u32) -> Color {
    let [_, r, g, b] = hex.to_be_bytes();
    Color([r, g, b, 255])
}

const DASHES: [&[f64]; 6] = [&[], &[4.0, 4.0], &[1.0, 3.0], &[7.0, 3.0], &[2.0, 3.0], &[10.0, 3.0, 2.0, 3.0]];
const MARKERS: [Marker; 4] = [Marker::Circle, Marker::Square, Marker::Diamond, Marker::Triangle];

impl Theme {
    /// The built-in theme of that name.
    #[must_use]
    pub fn built_in(name: ThemeName) -> Self {
        match name {
            ThemeName::Light => Self {
                name,
                background: rgb(0xFF_FF_FF),
                panel: rgb(0xF6_F7_F8),
                raised: rgb(0xEC_EE_F0),
                rule: rgb(0xD9_DD_E1),
                grid: rgb(0xE8_EB_EE),
                ink: rgb(0x14_18_1D),
                muted: rgb(0x5B_65_70),
                faint: rgb(0x8B_94_9E),
                action: rgb(0x0B_5F_FF),
                on_action: rgb(0xFF_FF_FF),
                selected: rgb(0xE6_EE_FC),
                event: rgb(0xB4_23_1F),
                fall: rgb(0xC4_50_1B),
                rise: rgb(0x1B_6F_B3),
                series: [
                    rgb(0x002F_7D32),
                    rgb(0x7A_5C_00),
                    rgb(0x00_8C_95),
                    rgb(0xA2_40_7C),
                    rgb(0xC4_50_1B),
                    rgb(0x1B_6F_B3),
                ],
            },
            ThemeName::Dark => Self {
                name,
                background: rgb(0x12_16_1B),
                panel: rgb(0x18_1D_23),
                raised: rgb(0x20_26_2E),
                rule: rgb(0x2D_34_3D),
                grid: rgb(0x0023_2A32),
                ink: rgb(0xEE_F1_F4),
                muted: rgb(0xA3_AD_B8),
                faint: rgb(0x77_82_8E),
                action: rgb(0x6E_A8_FF),
                on_action: rgb(0x12_16_1B),
                selected: rgb(0x1E_2C_45),
                event: rgb(0xFF_7B_72),
                fall: rgb(0xF0_8A_4B),
                rise: rgb(0x6C_B6_FF),
                series: [
                    rgb(0x7B_C4_7F),
                    rgb(0xD9_B8_4A),
                    rgb(0x4F_D0_D6),
                    rgb(0xE3_8A_C0),
                    rgb(0xF3_9A_63),
                    rgb(0x6C_B6_FF),
                ],
            },
        }
    }

    /// Style of the pick at that place: six colours with their dashes, then the colours again
    /// with the next dash and a marker, so that no two picks share colour, dash and marker.
    #[must_use]
    pub fn pick(&self, place: usize) -> SeriesStyle {
        let round = place / self.series.len();
        let color = self.series.get(place % self.series.len()).copied().unwrap_or(self.ink);
        let dash = DASHES.get((place + round) % DASHES.len()).copied().unwrap_or(&[]);
        let marker = round.checked_sub(1).and_then(|round| MARKERS.get(round % MARKERS.len()).copied());
        SeriesStyle { color, dash, marker }
    }

    /// Colours for organisations of models, the most important first.
    #[must_use]
    pub fn groups(&self) -> [Color; 6] {
        let [green, _, teal, plum, orange, _] = self.series;
        [self.action, self.ink, orange, green, plum, teal]
    }
}
