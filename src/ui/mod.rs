//! The window: egui panels over the application's state.
//!
//! Views read [`App`] and emit [`Command`]s; nothing here reads a file, computes a price or
//! starts a thread. Charts are figures from `chart`, shown by `egui_plot`.

mod bar;
mod bidi;
mod cards;
mod charts;
mod dialogs;
mod event;
mod export;
mod figures;
mod help;
mod keys;
mod lines;
mod market;
mod marks;
mod models;
mod names;
mod notices;
mod plot;
mod points;
mod preview;
mod rows;
mod scatter_cursor;
mod scatter_strip;
mod side;
mod strip;
mod study;
mod style;
mod table;
mod tables;
mod verdict;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::{self, CentralPanel, ColorImage, Frame, Margin, Panel, ViewportCommand, vec2};

use crate::app::export::Pixels;
use crate::app::{
    Action, App, Command, FigureCommand, Level, NoticeCommand, ScatterCommand, SettingCommand, Settings,
    SourceCommand, ViewCommand,
};
use crate::chart::figure::Subject;
use crate::chart::{FigureKind, Theme, ThemeName};
use crate::text::Words;
use charts::Stage;
pub use dialogs::Chooser;
use dialogs::{Dialogs, NativeChooser, Picked};
use figures::Figures;
use plot::Wheel;

/// Why the window did not open.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct RunError(String);

/// Key under which the settings are kept between starts.
const SETTINGS: &str = "settings";
/// Below this width the side panel folds away, and the models stand under the market.
const NARROW: f32 = 1000.0;

/// Opens the window on the files, or on the built-in sample when there are none, and returns when
/// it is closed.
///
/// # Errors
/// When the system gives no window or no drawing surface.
pub fn run(paths: Vec<PathBuf>) -> Result<(), RunError> {
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default()
            .with_app_id("richter")
            .with_title("Richter")
            .with_inner_size(vec2(1440.0, 900.0))
            .with_min_inner_size(vec2(360.0, 320.0))
            .with_icon(icon())
            .with_drag_and_drop(true),
        ..Default::default()
    };
    eframe::run_native(
        "richter",
        options,
        Box::new(move |creation| {
            let settings = creation
                .storage
                .and_then(|storage| eframe::get_value::<Settings>(storage, SETTINGS))
                .unwrap_or_default();
            let mut desk = Desk::new(&creation.egui_ctx, settings, Arc::new(NativeChooser));
            desk.start(paths);
            Ok(Box::new(desk))
        }),
    )
    .map_err(|error| RunError(error.to_string()))
}

/// The program's icon; egui's own where it cannot be read.
fn icon() -> egui::IconData {
    eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icon.png")).unwrap_or_default()
}

/// The window's state: the application and what only the screen knows.
pub struct Desk {
    app: App,
    figures: Figures,
    dialogs: Dialogs,
    export: export::ExportForm,
    event: event::EventForm,
    help: help::HelpState,
    side: side::SideState,
    models_table: tables::ModelsTableState,
    preview: preview::Preview,
    study: study::StudyForm,
    table: table::TableState,
    log: bool,
    theme: Option<ThemeName>,
    system: Option<ThemeName>,
    pointed: Option<Subject>,
    /// The chart under the pointer.
    over: Option<FigureKind>,
}

impl Desk {
    /// Prepares fonts and state; opens nothing yet.
    #[must_use]
    pub fn new(ctx: &egui::Context, settings: Settings, chooser: Arc<dyn Chooser>) -> Self {
        ctx.set_fonts(style::fonts());
        let waker = ctx.clone();
        let app = App::new(settings, Arc::new(move || waker.request_repaint()), Arc::new(Words::english()));
        Self {
            app,
            figures: Figures::default(),
            dialogs: Dialogs::new(chooser),
            export: export::ExportForm::default(),
            event: event::EventForm::default(),
            help: help::HelpState::default(),
            side: side::SideState::default(),
            models_table: tables::ModelsTableState::default(),
            preview: preview::Preview::default(),
            study: study::StudyForm::default(),
            table: table::TableState::default(),
            log: false,
            theme: None,
            system: None,
            pointed: None,
            over: None,
        }
    }

    /// Opens the files, or the sample when there are none.
    pub fn start(&mut self, paths: Vec<PathBuf>) {
        let command = if paths.is_empty() { SourceCommand::OpenSample } else { SourceCommand::Open(paths) };
        self.app.apply(Command::Source(command));
    }

    /// The application behind the window.
    #[must_use]
    pub fn app(&self) -> &App {
        &self.app
    }

    /// The application, for tests that open what no file gives.
    #[cfg(test)]
    pub(crate) fn app_mut(&mut self) -> &mut App {
        &mut self.app
    }

    /// Whether a job or a dialog is still going on.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        let figures = self.app.previewing() || self.app.is_laying_out() || self.export.is_waiting();
        self.app.job().is_some() || self.app.is_studying() || self.dialogs.is_open() || figures
    }

    /// Carries out what a menu, a button or a key asked for.
    fn act(&mut self, ctx: &egui::Context, action: Action) {
        match action {
            Action::Open => self.dialogs.open(ctx, self.app.words()),
            Action::Export => self.export.show(&self.app),
            Action::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
            Action::Shortcuts | Action::About => self.help.toggle(action),
            Action::CopyTable if tables::are_models(&self.app) => {
                if let Some(listed) = self.app.listed_models() {
                    ctx.copy_text(listed.tab_separated());
                }
                self.app.apply(Command::Scatter(ScatterCommand::TableCopied));
            }
            Action::SaveModels => self.dialogs.save_models(ctx, self.app.words()),
            Action::StudyOptions => self.study.toggle(),
            Action::SaveStudy => self.dialogs.save_study(ctx, self.app.words()),
            Action::CopyTable => {
                ctx.copy_text(self.app.table_text());
                self.app.apply(Command::Notice(NoticeCommand::TableCopied));
            }
            Action::ExportAgain if self.app.last_export().is_none() => self.export.show(&self.app),
            Action::CopyPicture => {
                let kind = self.over.unwrap_or(FigureKind::Pair);
                self.app.apply(Command::Figure(FigureCommand::Picture(kind)));
            }
            _ => {
                if let Some(command) = action.command(&self.app) {
                    self.app.apply(command);
                }
            }
        }
    }

    /// One frame.
    pub fn frame(&mut self, ui: &mut egui::Ui) {
        let ctx = ui.ctx().clone();
        self.app.poll();
        self.follow_system_theme(&ctx);
        let mut asks = Asks::default();
        self.take_drops(&ctx, &mut asks);
        let form_open = self.export.is_open() || self.dialogs.is_typing();
        keys::listen(&ctx, &self.app, form_open, &mut asks);
        self.dialogs.poll(&mut asks);
        let theme = self.app.theme().clone();
        self.panels(ui, &theme, &mut asks);
        if let Some((picked, path)) = asks.picked.take() {
            self.export.take(picked, path);
        }
        self.export.window(&ctx, &self.app, &mut self.dialogs, &mut asks);
        self.help.window(&ctx, &self.app);
        self.study.window(&ctx, &self.app, &theme, &mut asks);
        if let Some(path) = asks.preview.take() {
            self.preview.open(path);
        }
        self.preview.window(&ctx, &self.app, &theme, &mut asks);
        self.dialogs.path_field(&ctx, &self.app, &mut asks);
        notices::toasts(&ctx, &self.app, &theme, &mut asks);
        self.log |= asks.log;
        notices::log(&ctx, &self.app, &theme, &mut self.log);
        if asks.event {
            self.event.open(&ctx);
        }
        if asks.pointed != self.pointed {
            self.pointed = asks.pointed;
            self.app.apply(Command::View(ViewCommand::Highlight(self.pointed.clone())));
        }
        self.figures.check(&ctx);
        self.over = asks.over;
        for command in asks.commands {
            self.app.apply(command);
        }
        for action in asks.actions {
            self.act(&ctx, action);
        }
        if let Some(Pixels { size, rgba }) = self.app.take_picture() {
            ctx.copy_image(ColorImage::from_rgba_unmultiplied(size, &rgba));
            self.app.apply(Command::Notice(NoticeCommand::PictureCopied));
        }
        if self.app.job().is_some() || self.app.is_studying() {
            ctx.request_repaint_after(std::time::Duration::from_millis(50));
        }
    }

    fn panels(&mut self, ui: &mut egui::Ui, theme: &Theme, asks: &mut Asks) {
        let wide = ui.available_width() >= NARROW;
        let fill = |color, margin| Frame::new().fill(style::color32(color)).inner_margin(margin);
        Panel::top("bar")
            .exact_size(44.0)
            .frame(fill(theme.panel, Margin::symmetric(14, 6)))
            .show(ui, |ui| bar::show(ui, &self.app, wide.then_some(&mut self.event), theme, asks));
        Panel::bottom("status")
            .exact_size(26.0)
            .frame(fill(theme.raised, Margin::symmetric(14, 4)))
            .show(ui, |ui| notices::status(ui, &self.app, asks));
        if wide {
            Panel::left("side")
                .default_size(268.0)
                .size_range(200.0..=420.0)
                .frame(fill(theme.panel, Margin::symmetric(8, 12)))
                .show(ui, |ui| self.side.show(ui, &self.app, theme, asks));
        }
        if self.app.data().series.is_empty() && self.app.data().models.is_none() {
            CentralPanel::default().frame(fill(theme.background, Margin::same(20))).show(ui, |ui| {
                charts::empty(ui, &self.app, asks);
            });
            return;
        }
        if wide && ui.available_height() >= 480.0 {
            Panel::bottom("table")
                .resizable(true)
                .default_size((ui.available_height() * 0.32).clamp(110.0, 280.0))
                .size_range(96.0..=420.0)
                .frame(fill(theme.panel, Margin { left: 20, right: 14, top: 10, bottom: 4 }))
                .show(ui, |ui| {
                    if tables::are_models(&self.app) {
                        self.models_table.show(ui, &self.app, theme, asks);
                    } else {
                        self.table.show(ui, &self.app, theme, true, asks);
                    }
                });
        }
        CentralPanel::default().frame(fill(theme.background, Margin::ZERO)).show(ui, |ui| {
            let wheel = if wide { Wheel::Zooms } else { Wheel::Scrolls };
            let stage = Stage { app: &self.app, theme, wheel };
            if wide {
                charts::side_by_side(ui, stage, &mut self.figures, asks);
            } else {
                let parts = charts::Parts {
                    figures: &mut self.figures,
                    side: &mut self.side,
                    event: &mut self.event,
                    table: &mut self.table,
                    listed: &mut self.models_table,
                };
                charts::stacked(ui, stage, parts, asks);
            }
        });
    }

    fn follow_system_theme(&mut self, ctx: &egui::Context) {
        let system = match ctx.input(|input| input.raw.system_theme) {
            Some(egui::Theme::Dark) => ThemeName::Dark,
            Some(egui::Theme::Light) | None => ThemeName::Light,
        };
        if self.system != Some(system) {
            self.system = Some(system);
            self.app.apply(Command::Setting(SettingCommand::SystemTheme(system)));
        }
        let name = self.app.theme().name;
        if self.theme != Some(name) {
            style::apply(ctx, self.app.theme());
            self.theme = Some(name);
        }
    }

    fn take_drops(&self, ctx: &egui::Context, asks: &mut Asks) {
        let paths: Vec<PathBuf> =
            ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_path_buf()).collect());
        if !paths.is_empty() {
            asks.command(Command::Source(SourceCommand::Open(paths)));
        }
        if ctx.input(|input| !input.raw.hovered_files.is_empty()) {
            notices::drop_hint(ctx, &self.app);
        }
    }
}

impl eframe::App for Desk {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.frame(ui);
    }

    fn save(&mut self, storage: &mut dyn eframe::Storage) {
        eframe::set_value(storage, SETTINGS, self.app.settings());
    }
}

/// What views ask for during a frame; carried out after it.
#[derive(Default)]
pub struct Asks {
    commands: Vec<Command>,
    actions: Vec<Action>,
    pointed: Option<Subject>,
    event: bool,
    log: bool,
    preview: Option<PathBuf>,
    picked: Option<(Picked, PathBuf)>,
    over: Option<FigureKind>,
}

impl Asks {
    /// Asks for the event's form, if `wanted`.
    pub fn open_event(&mut self, wanted: bool) {
        self.event |= wanted;
    }

    /// Asks for the lines of an open file.
    pub fn open_preview(&mut self, path: &Path) {
        self.preview = Some(path.to_path_buf());
    }

    /// Asks for the list of all messages.
    pub fn open_log(&mut self) {
        self.log = true;
    }

    /// Asks for a command.
    pub fn command(&mut self, command: Command) {
        self.commands.push(command);
    }

    /// Asks for an action.
    pub fn action(&mut self, action: Action) {
        self.actions.push(action);
    }

    /// Hands over a file that was picked for the export form.
    pub fn pick(&mut self, picked: Picked, path: PathBuf) {
        self.picked = Some((picked, path));
    }

    /// Says which chart the pointer is over in this frame, if it is over that region.
    pub fn over(&mut self, ui: &egui::Ui, region: egui::Rect, kind: FigureKind) {
        if ui.rect_contains_pointer(region) {
            self.over = Some(kind);
        }
    }

    /// Says what the pointer is on in this frame.
    pub fn point(&mut self, subject: Option<Subject>) {
        if subject.is_some() {
            self.pointed = subject;
        }
    }
}

/// Colour of a notice's level.
fn level_color(theme: &Theme, level: Level) -> egui::Color32 {
    style::color32(match level {
        Level::Info => theme.muted,
        Level::Warning => theme.fall,
        Level::Error => theme.event,
    })
}
