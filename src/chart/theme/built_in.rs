//! The three built-in themes, colour by colour.
//!
//! Every text role reaches 4.5:1 on background and panel, every mark 3:1, and the tests beside
//! this file keep it so.

use crate::text::Fonts;

use super::{Color, Dash, Lines, Marker, Theme, ThemeName, TypeFactors};

const fn rgb(hex: u32) -> Color {
    let [_, r, g, b] = hex.to_be_bytes();
    Color([r, g, b, 255])
}

/// Dark on white.
pub(super) fn light() -> Theme {
    let [green, teal, plum, orange] = [rgb(0x4D_79_27), rgb(0x20_70_7A), rgb(0xA4_42_6B), rgb(0xBC_4E_2C)];
    let blue = rgb(0x18_72_C4);
    Theme {
        name: ThemeName::Light,
        backdrop: rgb(0xFF_FF_FF),
        background: rgb(0xFF_FF_FF),
        panel: rgb(0xF6_F7_F8),
        raised: rgb(0xEC_EE_F0),
        rule: rgb(0xD9_DD_E1),
        grid: rgb(0xE8_EB_EE),
        ink: rgb(0x14_18_1D),
        muted: rgb(0x5B_65_70),
        faint: rgb(0x85_8E_98),
        action: rgb(0x0B_5F_FF),
        on_action: rgb(0xFF_FF_FF),
        selected: rgb(0xE6_EE_FC),
        event: rgb(0xB4_23_1F),
        event_dash: Dash::Dashes,
        fall: orange,
        rise: blue,
        lines: Lines::default(),
        type_factors: TypeFactors::default(),
        margin: 1.0,
        fonts: Fonts::bundled(),
        logo: None,
        series: vec![green, rgb(0x76_53_04), teal, plum, orange, blue],
        dashes: Dash::ALL.to_vec(),
        markers: Vec::new(),
        groups: vec![rgb(0x0B_5F_FF), rgb(0x14_18_1D), orange, green, plum, teal],
        group_markers: Vec::new(),
    }
}

/// Light on near black.
pub(super) fn dark() -> Theme {
    let [green, teal, plum, orange] = [rgb(0x89_C1_8D), rgb(0x55_D7_D7), rgb(0xD3_8A_C4), rgb(0xF0_90_4B)];
    let blue = rgb(0x6D_AD_F7);
    Theme {
        name: ThemeName::Dark,
        backdrop: rgb(0x12_16_1B),
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
        fall: orange,
        rise: blue,
        series: vec![green, rgb(0xE4_C0_4E), teal, plum, orange, blue],
        groups: vec![rgb(0x6E_A8_FF), rgb(0xEE_F1_F4), orange, green, plum, teal],
        ..light()
    }
}

/// Greys on white. What colour says elsewhere is said by lightness with dash, marker and shape.
pub(super) fn print() -> Theme {
    let [deep, pale] = [rgb(0x26_26_26), rgb(0x6E_6E_6E)];
    Theme {
        name: ThemeName::Print,
        backdrop: rgb(0xFF_FF_FF),
        background: rgb(0xFF_FF_FF),
        panel: rgb(0xF4_F4_F4),
        raised: rgb(0xEC_EC_EC),
        rule: rgb(0xC8_C8_C8),
        grid: rgb(0xE2_E2_E2),
        ink: rgb(0x00_00_00),
        muted: rgb(0x4A_4A_4A),
        faint: rgb(0x8A_8A_8A),
        action: rgb(0x1A_1A_1A),
        on_action: rgb(0xFF_FF_FF),
        selected: rgb(0xE6_E6_E6),
        event: rgb(0x1A_1A_1A),
        event_dash: Dash::ShortDashes,
        fall: deep,
        rise: pale,
        // One lightness and its dash for each; a marker where both are near another's.
        series: vec![pale, deep, deep, pale, pale, deep],
        markers: vec![
            Some(Marker::Circle),
            None,
            Some(Marker::Triangle),
            None,
            Some(Marker::Square),
            Some(Marker::Diamond),
        ],
        groups: vec![deep, pale, deep, pale, deep, pale],
        group_markers: vec![
            Marker::Circle,
            Marker::Square,
            Marker::Triangle,
            Marker::Diamond,
            Marker::Square,
            Marker::Circle,
            Marker::Triangle,
        ],
        ..light()
    }
}
