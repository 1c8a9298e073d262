//! The panel on the left: the series with their moves, and the files with what was assumed.

use eframe::egui::{self, Rect, RichText, ScrollArea, Sense, TextEdit, Ui, WidgetInfo, vec2};

use super::rows::{self, eye, group, link, swatch};
use super::style::{color32, font};
use super::{Asks, bidi, strip};
use crate::app::strip::line as strip_line;
use crate::app::{Action, App, Command, SeriesCommand, SourceCommand, speech};
use crate::chart::Theme;
use crate::chart::figure::Subject;
use crate::model::{Kind, Role, Series, Source};
use crate::text::{Arg, DateStyle, Weight, elide, measure};

/// Height of a row of the list.
const ROW: f32 = 25.0;
/// From so many rows on, only those in view are laid out.
const MANY: usize = 200;
/// How many remarks of a file are read out.
const MOST_REMARKS: usize = 12;

/// What the panel remembers on screen only.
#[derive(Default)]
pub struct SideState {
    filter: String,
}

impl SideState {
    /// Shows series above sources.
    pub fn show(&mut self, ui: &mut Ui, app: &App, theme: &Theme, asks: &mut Asks) {
        let words = app.words();
        ui.horizontal(|ui| {
            ui.add_space(6.0);
            ui.label(RichText::new(words.text("ui-series")).text_style(egui::TextStyle::Heading));
            if let Some(event) = &app.document().event {
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    ui.add_space(8.0);
                    let text = words.date(event.date, DateStyle::Day);
                    ui.label(RichText::new(text).text_style(egui::TextStyle::Small).weak());
                });
            }
        });
        let hint = words.text("ui-filter");
        let field =
            ui.add(TextEdit::singleline(&mut self.filter).hint_text(&hint).desired_width(f32::INFINITY));
        field.widget_info(|| WidgetInfo::labeled(egui::Role::TextInput, true, hint.clone()));
        let height = ui.available_height();
        ScrollArea::vertical()
            .id_salt("series")
            .max_height(height * 0.62)
            .auto_shrink([false, true])
            .show(ui, |ui| self.series(ui, app, theme, asks));
        ui.add_space(8.0);
        ui.separator();
        sources(ui, app, theme, asks);
    }

    fn series(&self, ui: &mut Ui, app: &App, theme: &Theme, asks: &mut Asks) {
        ui.spacing_mut().item_spacing.y = 0.0;
        let wanted = self.filter.to_lowercase();
        let mut shown = 0_usize;
        for (role, title) in [
            (Role::Index, "ui-group-index"),
            (Role::Future, "ui-group-future"),
            (Role::Stock, "ui-group-stock"),
        ] {
            let matches = |series: &&Series| {
                series.info.role == role
                    && (wanted.is_empty()
                        || series.id.as_str().to_lowercase().contains(&wanted)
                        || series.name().to_lowercase().contains(&wanted))
            };
            let members: Vec<&Series> = app.data().series.iter().filter(matches).collect();
            if members.is_empty() {
                continue;
            }
            group(ui, theme, &app.words().text(title));
            let many = members.len() > MANY;
            for series in members {
                let next = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), ROW));
                if many && !ui.is_rect_visible(next) {
                    ui.allocate_space(next.size());
                    // As many as a row takes, so that those in view keep theirs.
                    ui.skip_ahead_auto_ids(2);
                } else {
                    row(ui, app, theme, series, asks);
                }
                shown += 1;
            }
        }
        if shown == 0 && !app.data().series.is_empty() {
            ui.label(RichText::new(app.words().text("ui-filter-none")).weak());
        }
    }
}

fn row(ui: &mut Ui, app: &App, theme: &Theme, series: &Series, asks: &mut Asks) {
    let words = app.words();
    let id = &series.id;
    let subject = Subject::Series(id.clone());
    let visible = !app.document().hidden.contains(id);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let selected = app.selection() == Some(&subject);
    if selected {
        ui.painter().rect_filled(rect, 4.0, color32(theme.selected));
    } else if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, 4.0, color32(theme.raised));
    }
    let inner = rect.shrink2(vec2(8.0, 2.0));
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(inner).layout(*ui.layout()));
    child.horizontal_centered(|ui| {
        if swatch(ui, app, id).clicked() {
            asks.command(Command::Series(SeriesCommand::TogglePick(id.clone())));
        }
    });
    let change = app.analysis().move_of(id).and_then(|found| found.change);
    let move_text = change.map(|share| words.change(share, 1)).unwrap_or_default();
    let quiet = !visible || !(series.is_index() || app.document().picks.contains(id));
    let ink = color32(if quiet { theme.muted } else { theme.ink });
    let number = color32(if visible { rows::move_color(theme, change) } else { theme.muted });
    let show_eye = response.hovered() || !visible || ui.rect_contains_pointer(rect);
    let number_rect = Rect::from_min_max(inner.min, inner.max - vec2(22.0, 0.0));
    rows::right_text(ui, number_rect, &move_text, 13.0, Weight::Regular, number);
    let eye_rect = Rect::from_min_max(inner.right_top() - vec2(18.0, 0.0), inner.max);
    let mut corner = ui.new_child(egui::UiBuilder::new().max_rect(eye_rect));
    let key = if visible { "ui-series-hide" } else { "ui-series-show" };
    let told = words.say(key, &[("name", Arg::Text(id.as_str()))]);
    corner.set_opacity(if show_eye { 1.0 } else { 0.0 });
    if eye(&mut corner, theme, visible, &told).clicked() {
        asks.command(Command::Series(SeriesCommand::SetVisible(id.clone(), !visible)));
    }
    names(ui, inner, number_rect.right() - 54.0, series, ink, color32(theme.muted));
    let told = format!("{} {} {move_text}", id.as_str(), series.name());
    response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, selected, told.clone()));
    if response.clicked() {
        let select = (!selected).then(|| subject.clone());
        asks.command(Command::Series(SeriesCommand::Select(select)));
    }
    if response.hovered() {
        asks.point(Some(subject));
    }
    response.on_hover_text(series_hint(app, series));
}

/// Ticker in bold and name beside it, cut where the number begins.
fn names(ui: &Ui, inner: Rect, end: f32, series: &Series, ink: egui::Color32, muted: egui::Color32) {
    let start = inner.left_center() + vec2(32.0, 0.0);
    let painter = ui.painter();
    let room = f64::from(end - start.x);
    let id = elide(series.id.as_str(), room, 13.0, Weight::Semibold);
    let ticker = bidi::line(painter, &id, font(13.0, Weight::Semibold), ink);
    let width = ticker.size().x;
    let top = start.y - ticker.size().y / 2.0;
    painter.galley(egui::pos2(start.x, top), ticker, ink);
    if series.name() != series.id.as_str() {
        let room = end - start.x - width - 7.0;
        let name = elide(series.name(), f64::from(room), 12.0, Weight::Regular);
        let name = bidi::line(painter, &name, font(12.0, Weight::Regular), muted);
        let at = egui::pos2(start.x + width + 7.0, start.y - name.size().y / 2.0);
        painter.galley(at, name, muted);
    }
}

fn series_hint(app: &App, series: &Series) -> String {
    let file = app.data().source(series.source).map(Source::file_name).unwrap_or_default();
    let facts = [&series.info.exchange, &series.info.currency, &series.info.sector];
    let mut parts: Vec<String> = facts.into_iter().flatten().cloned().collect();
    parts.push(file);
    format!("{}\n{}", series.name(), parts.join(" · "))
}

fn sources(ui: &mut Ui, app: &App, theme: &Theme, asks: &mut Asks) {
    let words = app.words();
    ui.horizontal(|ui| {
        ui.add_space(6.0);
        ui.label(RichText::new(words.text("ui-sources")).text_style(egui::TextStyle::Heading));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.add_space(8.0);
            if link(ui, theme, &words.text(Action::Open.label())).clicked() {
                asks.action(Action::Open);
            }
        });
    });
    ScrollArea::vertical().id_salt("sources").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().interact_size.y = 16.0;
        ui.spacing_mut().item_spacing.y = 1.0;
        let sample: Vec<&Source> = app.data().sources.iter().filter(|source| source.sample).collect();
        if !sample.is_empty() {
            sample_entry(ui, app, theme, &sample);
        }
        for source in app.data().sources.iter().filter(|source| !source.sample) {
            title(ui, app, theme, &[source], &source.file_name(), Some(&mut *asks));
            ui.horizontal(|ui| {
                ui.add_space(6.0);
                ui.vertical(|ui| strip::show(ui, app, theme, source, asks));
            });
        }
    });
}

/// The built-in sample, told as one: its name, what it is, and remarks.
fn sample_entry(ui: &mut Ui, app: &App, theme: &Theme, sources: &[&Source]) {
    let words = app.words();
    title(ui, app, theme, sources, &words.text("ui-sample-title"), None);
    let prices = sources.iter().filter(|source| source.kind == Kind::Prices).count();
    let detail = words.say("ui-sample-detail", &[("prices", Arg::Count(prices as u64))]);
    ui.horizontal(|ui| {
        ui.add_space(6.0);
        let text = RichText::new(detail).text_style(egui::TextStyle::Small).weak();
        let label = egui::Label::new(text).truncate().show_tooltip_when_elided(false);
        ui.add(label).on_hover_ui(|ui| assumptions(ui, app, sources));
    });
    let remarks: Vec<String> =
        sources.iter().flat_map(|source| speech::warning_lines(words, source)).collect();
    if !remarks.is_empty() {
        ui.horizontal(|ui| {
            ui.add_space(6.0);
            let text = words.say("ui-source-warnings", &[("count", Arg::Count(remarks.len() as u64))]);
            let (rect, _) = ui.allocate_exact_size(vec2(8.0, 14.0), Sense::hover());
            ui.painter().circle_filled(rect.center(), 3.0, color32(theme.fall));
            let label = ui.label(RichText::new(text).text_style(egui::TextStyle::Small));
            label.on_hover_ui(|ui| {
                ui.set_max_width(420.0);
                for line in remarks.iter().take(MOST_REMARKS) {
                    ui.label(line);
                }
                if remarks.len() > MOST_REMARKS {
                    let more = (remarks.len() - MOST_REMARKS) as u64;
                    ui.label(words.say("ui-source-more", &[("count", Arg::Count(more))]));
                }
            });
        });
    }
}

/// The name of a source or of several that are told as one; of one file also what closes it and
/// what shows its lines.
fn title(ui: &mut Ui, app: &App, theme: &Theme, sources: &[&Source], title: &str, asks: Option<&mut Asks>) {
    let words = app.words();
    let preview = words.text("ui-preview-open");
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        ui.add_space(6.0);
        let own = asks.is_some();
        let beside =
            if own { 30.0 + measure(&preview, 12.0, Weight::Regular).width as f32 + 12.0 } else { 0.0 };
        let room = (ui.available_width() - beside).max(20.0);
        let shown = elide(title, f64::from(room), 13.0, Weight::Semibold);
        let galley = bidi::line(ui.painter(), &shown, font(13.0, Weight::Semibold), color32(theme.ink));
        let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
        ui.painter().galley(rect.min, galley, color32(theme.ink));
        let told = title.to_owned();
        response.widget_info(move || WidgetInfo::labeled(egui::Role::Label, true, told.clone()));
        response.on_hover_ui(|ui| assumptions(ui, app, sources));
        let (Some(asks), [source]) = (asks, sources) else { return };
        let name = words.say("ui-source-close", &[("name", Arg::Text(title))]);
        let response = ui.add(egui::Button::new("×").frame(false)).on_hover_text(&name);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, name.clone()));
        if response.clicked() {
            asks.command(Command::Source(SourceCommand::Close(source.id)));
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.add_space(8.0);
            let link = strip::link(ui, theme, &preview, title);
            if link.on_hover_text(words.text("ui-preview-hint")).clicked() {
                asks.open_preview(&source.path);
            }
        });
    });
}

/// How a file was read, line by line; of several files, what each is.
fn assumptions(ui: &mut Ui, app: &App, sources: &[&Source]) {
    let words = app.words();
    ui.set_max_width(420.0);
    let small = |text: String| RichText::new(text).text_style(egui::TextStyle::Small);
    if let [source] = sources {
        for line in speech::assumption_lines(words, source) {
            ui.label(small(line));
        }
        ui.label(small(source.path.display().to_string()).weak());
        return;
    }
    for source in sources {
        ui.label(small(format!("{}: {}", source.file_name(), strip_line(words, source))));
    }
}
