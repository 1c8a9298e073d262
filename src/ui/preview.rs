//! The first, last and odd lines of a file beside what was read in them, under the decisions that
//! can be taken in another way.

use std::path::{Path, PathBuf};

use eframe::egui::{
    self, Align2, CollapsingHeader, ComboBox, Grid, Id, Key, Popup, RichText, ScrollArea, TextEdit, Ui,
    WidgetInfo, Window, vec2,
};

use super::Asks;
use super::lines;
use super::strip::{Choice, automatic, choice_for, choice_of, decide, decision_title, take};
use super::style::{color32, font};
use crate::app::{App, speech};
use crate::chart::Theme;
use crate::model::{Assumption, Decision, Kind, Role, Series, SeriesInfo, Source, Warning};
use crate::text::Weight;
use crate::text::bidi::visual_order;

/// From this width on two decisions stand beside each other.
const TWO_COLUMNS: f32 = 600.0;
/// Currencies that are offered for a series; any other can be given on the command line.
const CURRENCIES: [&str; 24] = [
    "USD", "EUR", "GBP", "JPY", "CNY", "HKD", "TWD", "KRW", "INR", "CHF", "SEK", "NOK", "DKK", "PLN", "CAD",
    "AUD", "SGD", "BRL", "MXN", "ZAR", "TRY", "ILS", "SAR", "AED",
];

/// Which file is shown, and the name that is being typed for its series.
#[derive(Default)]
pub struct Preview {
    path: Option<PathBuf>,
    name: String,
    /// The name that the field was filled with.
    filled: Option<String>,
}

impl Preview {
    /// Shows the lines of a file in place of those of another.
    pub fn open(&mut self, path: PathBuf) {
        self.path = Some(path);
        self.filled = None;
    }

    /// Shows the window while a file is chosen and open.
    pub fn window(&mut self, ctx: &egui::Context, app: &App, theme: &Theme, asks: &mut Asks) {
        let Some(path) = &self.path else { return };
        let found = app.data().sources.iter().find(|source| !source.sample && source.path == *path);
        let Some(source) = found else {
            self.path = None;
            return;
        };
        // A list that stands open takes the key for itself.
        let closes = !Popup::is_any_open(ctx) && ctx.input(|input| input.key_pressed(Key::Escape));
        let mut open = true;
        let screen = ctx.content_rect();
        let room = screen.size() - vec2(24.0, 80.0);
        // What is narrow has its decisions in one column, so it is higher.
        let height = if room.x < TWO_COLUMNS { 720.0_f32 } else { 560.0 };
        let size = vec2(780.0_f32.min(room.x), height.min(room.y));
        let title = app.words().say("ui-preview", &[("file", crate::text::Arg::Text(&source.file_name()))]);
        Window::new(RichText::new(visual_order(&title)))
            .id(Id::unique("preview"))
            .open(&mut open)
            .collapsible(false)
            .resizable(true)
            .default_size(size)
            .min_width(300.0_f32.min(size.x))
            .max_size(screen.size() - vec2(24.0, 40.0))
            .pivot(Align2::CENTER_CENTER)
            .default_pos(screen.center())
            .constrain_to(screen)
            .show(ctx, |ui| self.contents(ui, app, theme, source, asks));
        if !open || closes {
            self.path = None;
        }
    }

    fn contents(&mut self, ui: &mut Ui, app: &App, theme: &Theme, source: &Source, asks: &mut Asks) {
        let below = 150.0_f32.min(ui.available_height() * 0.3);
        self.decisions(ui, app, theme, source, asks);
        columns(ui, app, source, asks);
        identities(ui, app, source, asks);
        ui.add_space(6.0);
        let height = (ui.available_height() - below).max(120.0);
        if source.outline.lines.is_empty() {
            ui.label(RichText::new(app.words().text("ui-preview-empty")).weak());
        } else {
            lines::show(ui, app.words(), theme, source, height);
        }
        ui.add_space(6.0);
        ui.separator();
        ScrollArea::vertical().id_salt("read so").auto_shrink([false, false]).show(ui, |ui| {
            remarks(ui, app, source);
        });
    }

    /// Each decision with choices as a list, and the name as a field.
    fn decisions(&mut self, ui: &mut Ui, app: &App, theme: &Theme, source: &Source, asks: &mut Asks) {
        let lists = Decision::ALL.into_iter().filter(|decision| *decision != Decision::Name);
        let offered: Vec<Choice<'_>> = lists.filter_map(|decision| choice_of(source, decision)).collect();
        let columns = if ui.available_width() >= TWO_COLUMNS { 2 } else { 1 };
        let width = (ui.available_width() / columns as f32 - 130.0).clamp(120.0, 240.0);
        Grid::new("decisions").num_columns(2 * columns).spacing(vec2(10.0, 6.0)).show(ui, |ui| {
            let mut placed = 0;
            let mut next = |ui: &mut Ui| {
                placed += 1;
                if placed % columns == 0 {
                    ui.end_row();
                }
            };
            for choice in &offered {
                list(ui, app, theme, source, choice, width, asks);
                next(ui);
            }
            if has_name(app, source) {
                self.name_field(ui, app, theme, source, width, asks);
                next(ui);
            }
        });
    }

    fn name_field(
        &mut self,
        ui: &mut Ui,
        app: &App,
        theme: &Theme,
        source: &Source,
        width: f32,
        asks: &mut Asks,
    ) {
        let current = current_name(app, source);
        if self.filled.as_deref() != Some(&current) {
            self.name.clone_from(&current);
            self.filled = Some(current.clone());
        }
        let overruled = source.overrides.get(Decision::Name).is_some();
        let title = app.words().text(decision_title(Decision::Name));
        let title = ui.label(decision_label(theme, &title, false, overruled));
        let response = ui
            .add(TextEdit::singleline(&mut self.name).desired_width(width))
            .labelled_by(title.id)
            .on_hover_text(app.words().text("ui-preview-name-hint"));
        if ui.input(|input| input.key_pressed(Key::Escape)) {
            // What was typed and given up is no decision.
            self.name = current;
        } else if response.lost_focus() {
            let typed = self.name.trim();
            if typed != current {
                let value = (!typed.is_empty()).then(|| typed.to_owned());
                decide(source, Decision::Name, value, asks);
            }
        }
    }
}

/// The role and the unit of each column of a model table, a line a column, folded away at first.
fn columns(ui: &mut Ui, app: &App, source: &Source, asks: &mut Asks) {
    let role = Decision::ColumnRole;
    let told = source.assumptions.iter().filter(|assumption| assumption.key == role.key());
    let names: Vec<&str> = told.filter_map(|assumption| assumption.column.as_deref()).collect();
    if names.is_empty() {
        return;
    }
    let words = app.words();
    let count = crate::text::Arg::Count(names.len() as u64);
    let title = RichText::new(words.say("ui-preview-columns", &[("count", count)]));
    CollapsingHeader::new(title).id_salt("columns").default_open(false).show(ui, |ui| {
        let height = (ui.available_height() * 0.5).max(120.0);
        let width = ((ui.available_width() - 220.0) / 2.0).clamp(90.0, 200.0);
        ScrollArea::vertical().id_salt("column list").max_height(height).show(ui, |ui| {
            Grid::new("columns").num_columns(3).spacing(vec2(10.0, 4.0)).show(ui, |ui| {
                for name in names {
                    let shown = visual_order(name).into_owned();
                    ui.add(egui::Label::new(RichText::new(shown)).truncate()).on_hover_text(name);
                    for decision in [role, Decision::ColumnUnit] {
                        match choice_for(source, decision, name) {
                            Some(choice) => choices(ui, app, source, &choice, width, asks),
                            None => drop(ui.label("")),
                        }
                    }
                    ui.end_row();
                }
            });
        });
    });
}

/// The role and the currency of each series of a price file, a line a series, folded away at first.
fn identities(ui: &mut Ui, app: &App, source: &Source, asks: &mut Asks) {
    let own: Vec<&Series> = app.data().series.iter().filter(|series| series.source == source.id).collect();
    if own.is_empty() {
        return;
    }
    let title = RichText::new(app.words().text("ui-preview-identities"));
    CollapsingHeader::new(title).id_salt("identities").default_open(false).show(ui, |ui| {
        let height = (ui.available_height() * 0.5).max(120.0);
        let width = ((ui.available_width() - 220.0) / 2.0).clamp(90.0, 200.0);
        let row = ui.spacing().interact_size.y;
        let area = ScrollArea::vertical().id_salt("series list").max_height(height);
        area.show_rows(ui, row, own.len(), |ui, rows| {
            let grid = Grid::new("series").num_columns(3).min_col_width(width).spacing(vec2(10.0, 4.0));
            grid.show(ui, |ui| {
                for series in own.get(rows).unwrap_or_default() {
                    let name = series.info.series.as_str();
                    let shown = visual_order(name).into_owned();
                    ui.add(egui::Label::new(RichText::new(shown)).truncate()).on_hover_text(name);
                    for choice in identity(source, &series.info) {
                        choices(ui, app, source, &choice, width, asks);
                    }
                    ui.end_row();
                }
            });
        });
    });
}

/// What a series can be in place of what it was taken for.
fn identity<'a>(source: &'a Source, info: &'a SeriesInfo) -> [Choice<'a>; 2] {
    let column = info.series.as_str();
    let currency = info.currency.as_deref().unwrap_or_default();
    let other = Some(currency).filter(|code| !code.is_empty() && !CURRENCIES.contains(code));
    let of = |decision: Decision, value: &'a str, values: Vec<&'a str>| {
        let key = decision.key();
        let told = |made: &&Assumption| made.key == key && made.column.as_deref() == Some(column);
        let assumption = source.assumptions.iter().find(told);
        let is_overruled = source.overrides.get_for(decision, column).is_some();
        Choice { decision, column: Some(column), value, values, assumption, is_overruled }
    };
    [
        of(Decision::SeriesRole, info.role.code(), Role::ALL.map(Role::code).to_vec()),
        of(Decision::SeriesCurrency, currency, other.into_iter().chain(CURRENCIES).collect()),
    ]
}

/// A decision's name and the list of its choices.
fn list(
    ui: &mut Ui,
    app: &App,
    theme: &Theme,
    source: &Source,
    choice: &Choice<'_>,
    width: f32,
    asks: &mut Asks,
) {
    let words = app.words();
    let Choice { decision, is_overruled, .. } = *choice;
    let is_open = !is_overruled && choice.assumption.is_some_and(|assumption| !assumption.certain);
    let name = words.text(decision_title(decision));
    let label = if is_open {
        words.say("ui-decision-open", &[("name", crate::text::Arg::Text(&name))])
    } else {
        name.clone()
    };
    ui.label(decision_label(theme, &label, is_open, is_overruled));
    choices(ui, app, source, choice, width, asks);
}

/// The list of the choices of a decision.
fn choices(ui: &mut Ui, app: &App, source: &Source, choice: &Choice<'_>, width: f32, asks: &mut Asks) {
    let words = app.words();
    let Choice { decision, is_overruled, .. } = *choice;
    let name = words.text(decision_title(decision));
    let name = match choice.column {
        Some(column) => {
            let facts =
                [("name", crate::text::Arg::Text(name.as_str())), ("column", crate::text::Arg::Text(column))];
            words.say("ui-preview-of-column", &facts)
        }
        None => name,
    };
    let shown_value = speech::value(words, decision.key(), choice.value);
    let combo = ComboBox::from_id_salt((decision.key(), choice.column))
        .width(width)
        .truncate()
        .selected_text(visual_order(&shown_value).into_owned());
    let shown = combo.show_ui(ui, |ui| {
        for value in &choice.values {
            let text = speech::value(words, decision.key(), value);
            let chosen = *value == choice.value;
            let response = ui.selectable_label(chosen, visual_order(&text).into_owned());
            response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, chosen, text.clone()));
            if response.clicked() {
                take(source, choice, Some((*value).to_owned()), asks);
            }
        }
        ui.separator();
        if ui.add_enabled(is_overruled, automatic(words)).clicked() {
            take(source, choice, None, asks);
        }
    });
    shown.response.widget_info(|| {
        let mut info = WidgetInfo::labeled(egui::Role::ComboBox, true, name.clone());
        info.current_text_value = Some(shown_value.clone());
        info
    });
    if let Some(assumption) = choice.assumption {
        let told = speech::assumption_line(words, assumption);
        shown.response.on_hover_text(visual_order(&told).into_owned());
    }
}

/// What is open or decided by the user has ink, and what the user decided is heavier.
fn decision_label(theme: &Theme, text: &str, is_open: bool, is_overruled: bool) -> RichText {
    let weight = if is_overruled { Weight::Semibold } else { Weight::Regular };
    let ink = if is_open || is_overruled { theme.ink } else { theme.muted };
    RichText::new(text).font(font(13.0, weight)).color(color32(ink))
}

/// Whether a name can be given: to one series, or to a file that says so.
fn has_name(app: &App, source: &Source) -> bool {
    let series = app.data().series.iter().filter(|series| series.source == source.id).count();
    let told = source.assumption(Decision::Name.key()).is_some();
    source.kind == Kind::Prices && (series == 1 || told || source.overrides.get(Decision::Name).is_some())
}

fn current_name(app: &App, source: &Source) -> String {
    let series = app.data().series.iter().find(|series| series.source == source.id);
    let given = source.overrides.get(Decision::Name).map(str::to_owned);
    given.or_else(|| series.map(|series| series.info.series.clone())).unwrap_or_default()
}

/// Every warning, and every decision with what decided it.
fn remarks(ui: &mut Ui, app: &App, source: &Source) {
    let words = app.words();
    let small = |text: &str| RichText::new(visual_order(text)).text_style(egui::TextStyle::Small);
    let mut warnings: Vec<&Warning> = source.warnings.iter().collect();
    warnings.sort_by_key(|warning| warning.line);
    for warning in warnings {
        let line = speech::warning_line(words, warning);
        ui.add(egui::Label::new(small(&line)).wrap());
    }
    let decided = speech::assumption_lines(words, source);
    let title = words.say("ui-preview-decided", &[("count", crate::text::Arg::Count(decided.len() as u64))]);
    CollapsingHeader::new(RichText::new(title).text_style(egui::TextStyle::Small)).default_open(false).show(
        ui,
        |ui| {
            for line in decided {
                ui.add(egui::Label::new(small(&line)).wrap());
            }
            ui.add(egui::Label::new(small(&shown_path(&source.path)).weak()).wrap());
        },
    );
}

fn shown_path(path: &Path) -> String {
    path.display().to_string()
}
