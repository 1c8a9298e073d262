//! How the theme and the bundled fonts become egui's style. No colour is invented here.

use std::sync::Arc;

use eframe::egui::{
    self, Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, Shadow, Stroke,
    TextStyle, Visuals, vec2,
};

use crate::chart::figure::{self, Color};
use crate::chart::{Theme, ThemeName};
use crate::text::Weight;
use crate::text::fonts::face_bytes;

/// Body text and numbers, in points.
pub const BODY: f32 = 13.0;
/// Notes and ticks.
pub const NOTE: f32 = 12.0;
/// Headings of sections.
pub const SECTION: f32 = 15.0;
/// Small capitals over groups.
pub const GROUP: f32 = 10.5;

/// The egui colour of a figure colour.
#[must_use]
pub fn color32(color: Color) -> Color32 {
    let [r, g, b, a] = color.0;
    Color32::from_rgba_unmultiplied(r, g, b, a)
}

/// The egui stroke of a figure stroke, without its dash.
#[must_use]
pub fn stroke32(stroke: &figure::Stroke) -> Stroke {
    Stroke::new(stroke.width as f32, color32(stroke.color))
}

/// The bundled family in that weight and size.
#[must_use]
pub fn font(size: f32, weight: Weight) -> FontId {
    match weight {
        Weight::Regular => FontId::new(size, FontFamily::Proportional),
        Weight::Semibold => FontId::new(size, semibold()),
    }
}

fn semibold() -> FontFamily {
    FontFamily::Name("semibold".into())
}

/// The bundled fonts before egui's own: Latin first, then Arabic and Hebrew, then symbols.
#[must_use]
pub fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    let fallback = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    let (mut regular, mut bold) = (Vec::new(), Vec::new());
    for (name, bytes) in face_bytes() {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
        if name.ends_with("SemiBold") { bold.push(name.to_owned()) } else { regular.push(name.to_owned()) }
    }
    regular.extend(fallback.iter().cloned());
    bold.extend(fallback);
    fonts.families.insert(FontFamily::Proportional, regular);
    fonts.families.insert(semibold(), bold);
    fonts
}

/// Applies colours, type sizes and spacing of the theme.
pub fn apply(ctx: &egui::Context, theme: &Theme) {
    let dark = theme.name == ThemeName::Dark;
    ctx.set_theme(if dark { egui::Theme::Dark } else { egui::Theme::Light });
    ctx.all_styles_mut(|style| {
        style.visuals = visuals(theme, dark);
        style.text_styles = [
            (TextStyle::Small, font(NOTE, Weight::Regular)),
            (TextStyle::Body, font(BODY, Weight::Regular)),
            (TextStyle::Button, font(BODY, Weight::Regular)),
            (TextStyle::Heading, font(SECTION, Weight::Semibold)),
            (TextStyle::Monospace, font(BODY, Weight::Regular)),
        ]
        .into();
        style.spacing.item_spacing = vec2(8.0, 4.0);
        style.spacing.button_padding = vec2(10.0, 5.0);
        style.spacing.interact_size.y = 26.0;
        style.spacing.menu_margin = Margin::same(6);
        style.interaction.selectable_labels = false;
        style.interaction.tooltip_delay = 0.4;
    });
}

fn visuals(theme: &Theme, dark: bool) -> Visuals {
    let mut visuals = if dark { Visuals::dark() } else { Visuals::light() };
    let ink = color32(theme.ink);
    let rule = Stroke::new(1.0, color32(theme.rule));
    let radius = CornerRadius::same(4);
    visuals.panel_fill = color32(theme.background);
    visuals.window_fill = color32(theme.background);
    visuals.extreme_bg_color = color32(theme.background);
    visuals.faint_bg_color = color32(theme.panel);
    visuals.text_edit_bg_color = Some(color32(theme.background));
    visuals.window_stroke = rule;
    visuals.window_shadow = Shadow::NONE;
    visuals.popup_shadow = Shadow::NONE;
    visuals.hyperlink_color = color32(theme.action);
    visuals.warn_fg_color = color32(theme.fall);
    visuals.error_fg_color = color32(theme.event);
    visuals.weak_text_color = Some(color32(theme.muted));
    visuals.selection.bg_fill = color32(theme.selected);
    visuals.selection.stroke = Stroke::new(1.0, color32(theme.action));
    visuals.striped = false;
    for widget in [
        &mut visuals.widgets.noninteractive,
        &mut visuals.widgets.inactive,
        &mut visuals.widgets.hovered,
        &mut visuals.widgets.active,
        &mut visuals.widgets.open,
    ] {
        widget.fg_stroke = Stroke::new(1.0, ink);
        widget.corner_radius = radius;
        widget.expansion = 0.0;
    }
    visuals.widgets.noninteractive.bg_stroke = rule;
    visuals.widgets.inactive.bg_fill = color32(theme.background);
    visuals.widgets.inactive.weak_bg_fill = color32(theme.background);
    visuals.widgets.inactive.bg_stroke = rule;
    for widget in [&mut visuals.widgets.hovered, &mut visuals.widgets.active, &mut visuals.widgets.open] {
        widget.bg_fill = color32(theme.raised);
        widget.weak_bg_fill = color32(theme.raised);
        widget.bg_stroke = rule;
    }
    visuals
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use eframe::egui::{FallbackRequest, FontInsert};

    use super::*;
    use crate::text::testing::{SQUARE, font_file};

    #[test]
    fn what_the_bundled_fonts_lack_is_asked_of_the_system() {
        let asked: Arc<Mutex<Vec<String>>> = Arc::default();
        let heard = Arc::clone(&asked);
        // Stands in for the fonts of the system: one that has two signs.
        let provider = move |request: &FallbackRequest<'_>| {
            heard.lock().unwrap().push(request.cluster.to_owned());
            let data = FontData::from_owned(font_file(1000, &[('深', SQUARE), ('度', SQUARE)]));
            "深度".contains(request.cluster).then(|| FontInsert::new("system", data, Vec::new()))
        };
        let ctx = egui::Context::default();
        ctx.set_fonts(fonts());
        ctx.add_font_provider(Arc::new(provider));
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
            for weight in [Weight::Regular, Weight::Semibold] {
                let font = font(BODY, weight);
                ui.fonts_mut(|fonts| {
                    for c in ['A', 'ش', 'ש', '−'] {
                        assert!(fonts.has_glyph(&font, c), "{c}");
                    }
                    assert!(fonts.has_glyph(&font, '深') && fonts.has_glyph(&font, '度'));
                    assert!(!fonts.has_glyph(&font, '求'), "no font has it");
                });
            }
        });
        output.textures_delta.clear();
        let asked = asked.lock().unwrap();
        assert!(!asked.is_empty() && asked.iter().all(|cluster| !cluster.is_ascii()), "{asked:?}");
    }
}
