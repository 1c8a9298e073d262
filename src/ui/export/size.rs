//! The size of a figure in the form: presets by name, or lengths in one of three units.

use eframe::egui::{self, ComboBox, DragValue, Ui, WidgetInfo};

use crate::app::export::{DPI, ExportOptions, PRINT_DPI};
use crate::chart::sheet::{Extent, LengthUnit, MM_PER_INCH, PX_PER_INCH};
use crate::chart::{FigureKind, Preset, SheetSize};
use crate::text::{Arg, Words};

/// Smallest and largest side in a unit.
fn limits(unit: LengthUnit) -> [f64; 2] {
    match unit {
        LengthUnit::Pixel => [160.0, 10_000.0],
        LengthUnit::Millimetre => [20.0, 2000.0],
        LengthUnit::Inch => [0.8, 78.0],
    }
}

/// Figure pixels of one of a unit.
fn pixels(unit: LengthUnit) -> f64 {
    match unit {
        LengthUnit::Pixel => 1.0,
        LengthUnit::Millimetre => PX_PER_INCH / MM_PER_INCH,
        LengthUnit::Inch => PX_PER_INCH,
    }
}

/// The lengths of a size for a kind of figure, the height its own where the size has none.
fn lengths(size: SheetSize, kind: FigureKind) -> (LengthUnit, [f64; 2]) {
    let Extent { unit, width, height } = size.extent();
    let own = size.sheet(kind).size[1] / pixels(unit);
    (unit, [width, height.unwrap_or(own)].map(|length| rounded(unit, length)))
}

/// A length to as many decimals as its unit is written with.
fn rounded(unit: LengthUnit, length: f64) -> f64 {
    let steps = 10.0_f64.powi(decimals(unit));
    (length * steps).round() / steps
}

fn decimals(unit: LengthUnit) -> i32 {
    match unit {
        LengthUnit::Pixel => 0,
        LengthUnit::Millimetre => 1,
        LengthUnit::Inch => 2,
    }
}

/// The same lengths in another unit.
fn converted((from, lengths): (LengthUnit, [f64; 2]), to: LengthUnit) -> SheetSize {
    let [width, height] = lengths.map(|length| {
        let [least, most] = limits(to);
        rounded(to, length * pixels(from) / pixels(to)).clamp(least, most)
    });
    SheetSize::Extent(Extent { unit: to, width, height: Some(height) })
}

fn preset_key(preset: Preset) -> &'static str {
    match preset {
        Preset::Post => "ui-size-post",
        Preset::Link => "ui-size-link",
        Preset::Square => "ui-size-square",
        Preset::Story => "ui-size-story",
        Preset::Slide => "ui-size-slide",
        Preset::Column => "ui-size-column",
        Preset::Columns => "ui-size-columns",
        Preset::A4 => "ui-size-a4",
    }
}

/// "180 × 108 mm".
pub(super) fn written(size: SheetSize, kind: FigureKind, words: &Words) -> String {
    let (unit, [width, height]) = lengths(size, kind);
    let number = |length: f64| {
        let text = words.number(length, decimals(unit).unsigned_abs() as usize);
        if decimals(unit) > 0 && length.fract().abs() < 1e-9 { words.number(length, 0) } else { text }
    };
    format!("{} × {} {}", number(width), number(height), unit.name())
}

/// The list of presets.
pub(super) fn presets(ui: &mut Ui, words: &Words, options: &mut ExportOptions) {
    let named = |preset: Preset| words.text(preset_key(preset));
    let chosen = match options.size {
        SheetSize::Preset(preset) => named(preset),
        SheetSize::Extent(_) => words.text("ui-size-own"),
    };
    let list = ComboBox::from_id_salt("preset").width(214.0).selected_text(chosen);
    let shown = list.show_ui(ui, |ui| {
        for preset in Preset::ALL {
            let size = SheetSize::Preset(preset);
            let text = format!("{}  {}", named(preset), written(size, options.kind, words));
            if ui.selectable_label(options.size == size, text).clicked() {
                options.size = size;
            }
        }
    });
    let name = words.text("ui-export-preset");
    shown.response.widget_info(|| WidgetInfo::labeled(egui::Role::ComboBox, true, name.clone()));
}

/// Width, height and unit; a change of one makes the size one's own.
pub(super) fn sides(ui: &mut Ui, words: &Words, options: &mut ExportOptions) {
    let (unit, [mut width, mut height]) = lengths(options.size, options.kind);
    let [least, most] = limits(unit);
    let side = |ui: &mut Ui, length: &mut f64, key: &str| {
        let value = DragValue::new(length)
            .range(least..=most)
            .speed(if unit == LengthUnit::Pixel { 2.0 } else { 0.5 })
            .max_decimals(decimals(unit).unsigned_abs() as usize);
        let response = ui.add(value);
        let name = words.text(key);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::SpinButton, true, name.clone()));
        response.changed()
    };
    let wider = side(ui, &mut width, "ui-export-width");
    ui.label("×");
    let higher = side(ui, &mut height, "ui-export-height");
    if wider || higher {
        // A preset without a height keeps the proportion of its kind until one is given.
        let open = options.size.extent().height.is_none() && !higher;
        options.size = SheetSize::Extent(Extent { unit, width, height: (!open).then_some(height) });
    }
    for other in LengthUnit::ALL {
        if ui.selectable_label(unit == other, other.name()).clicked() && unit != other {
            options.size = converted((unit, [width, height]), other);
        }
    }
}

/// How many pixels a picture gets: a factor for a screen, dots an inch for paper.
pub(super) fn resolution(ui: &mut Ui, words: &Words, options: &mut ExportOptions) {
    let sheet = options.size.sheet(options.kind);
    let factor = if sheet.physical_mm.is_some() {
        let label = ui.label(words.text("ui-export-dpi"));
        let mut dpi = options.dpi.unwrap_or(PRINT_DPI);
        let value = DragValue::new(&mut dpi).range(DPI[0]..=DPI[1]).max_decimals(0);
        if ui.add(value).labelled_by(label.id).changed() {
            options.dpi = Some(dpi);
        }
        dpi / PX_PER_INCH
    } else {
        let label = ui.label(words.text("ui-export-scale"));
        let [least, most] = crate::app::export::SCALES;
        let value = DragValue::new(&mut options.scale).range(least..=most).speed(0.1).max_decimals(1);
        ui.add(value).labelled_by(label.id);
        options.scale
    };
    let [width, height] = sheet.size.map(|side| words.number((side * factor).round().max(1.0), 0));
    let facts = [("width", Arg::Text(&width)), ("height", Arg::Text(&height))];
    ui.label(egui::RichText::new(words.say("ui-export-pixels", &facts)).weak());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_go_over_into_every_unit_and_back() {
        for unit in LengthUnit::ALL {
            let size = SheetSize::Extent(Extent { unit, width: 120.0, height: Some(60.0) });
            let size = if unit == LengthUnit::Pixel { SheetSize::pixels(1200.0, 600.0) } else { size };
            if unit == LengthUnit::Inch {
                continue;
            }
            for other in LengthUnit::ALL {
                let there = converted(lengths(size, FigureKind::Pair), other);
                let back = converted(lengths(there, FigureKind::Pair), unit);
                let [was, is] = [size, back].map(|size| size.sheet(FigureKind::Pair).size);
                assert!((was[0] - is[0]).abs() < 1.0 && (was[1] - is[1]).abs() < 1.0, "{was:?} {is:?}");
            }
        }
    }

    #[test]
    fn sizes_are_written_with_their_unit() {
        let words = Words::english();
        let size = |text: &str| written(text.parse().unwrap(), FigureKind::Pair, &words);
        assert_eq!(size("post"), "1,200 × 675 px");
        assert_eq!(size("180x100.5mm"), "180 × 100.5 mm");
        assert!(size("column").starts_with("85 × ") && size("column").ends_with(" mm"));
    }
}
