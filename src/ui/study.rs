//! The form of the study: how the event is studied, what the study is conditioned on, what stands in
//! its way, and the tests across series.

use eframe::egui::{
    self, Align2, Button, ComboBox, Grid, Key, Popup, RichText, ScrollArea, TextEdit, Ui, WidgetInfo, Window,
    vec2,
};

use super::Asks;
use super::bar::note;
use super::event::off_keys;
use super::rows::{choice, group};
use super::style::{color32, font};
use crate::app::{Action, App, Command, StudyCommand};
use crate::chart::verdict::{p_text, ratio_text, refused_text, study_notes, suspect_text};
use crate::chart::{Theme, day_text};
use crate::model::{NormalModel, OffSession, Returns, Role, SeriesId, Split, StudyOptions};
use crate::study::{Across, Test, Tests, main_index};
use crate::text::{Arg, DateStyle, Weight, Words};

/// Width of the names before the choices.
const INDENT: f32 = 104.0;
/// Width of the form.
const WIDTH: f32 = 440.0;
/// Fields that are typed.
const FIELDS: [&str; 5] =
    ["ui-study-estimation", "ui-study-gap", "ui-study-from", "ui-study-to", "ui-study-level"];

/// What is being chosen.
#[derive(Default)]
pub struct StudyForm {
    open: bool,
    /// What stands in [`FIELDS`].
    texts: [String; 5],
    /// The options that the fields were filled from or gave last.
    of: Option<StudyOptions>,
    /// The field that was typed in last.
    typed: Option<usize>,
    /// Why what is typed is not taken.
    wrong: Option<String>,
}

impl StudyForm {
    /// Opens the form, or closes it.
    pub fn toggle(&mut self) {
        self.open = !self.open;
    }

    /// Shows the form while it is open.
    pub fn window(&mut self, ctx: &egui::Context, app: &App, theme: &Theme, asks: &mut Asks) {
        if !self.open {
            return;
        }
        // A list that stands open takes the key for itself.
        let closes = !Popup::is_any_open(ctx) && ctx.input(|input| input.key_pressed(Key::Escape));
        let mut open = true;
        let screen = ctx.content_rect().size();
        let width = WIDTH.min(screen.x - 40.0);
        Window::new(app.words().text("ui-study-title"))
            .open(&mut open)
            .collapsible(false)
            .resizable(false)
            .auto_sized()
            .pivot(Align2::RIGHT_TOP)
            .default_pos(egui::pos2(screen.x - 12.0, 56.0))
            .show(ctx, |ui| {
                ui.set_width(width);
                let height = (screen.y - 150.0).max(120.0);
                ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
                    ui.set_width(width - 8.0);
                    self.options(ui, app, theme, asks);
                    suspects(ui, app, theme, asks);
                    conditions(ui, app, theme);
                    // Its note on clustering is the last of the conditions.
                    across(ui, app, theme);
                });
            });
        self.open &= open && !closes;
    }

    fn options(&mut self, ui: &mut Ui, app: &App, theme: &Theme, asks: &mut Asks) {
        let words = app.words();
        let options = &app.document().study;
        if self.of.as_ref() != Some(options) {
            self.fill(options);
        }
        let mut set = |options: StudyOptions| asks.command(Command::Study(StudyCommand::Set(options)));
        line(ui, &words.text("ui-study-model"), |ui| {
            for model in NormalModel::ALL {
                let (text, hint) = model_keys(model);
                if choice(ui, theme, options.model == model, &words.text(text), &words.text(hint)) {
                    set(StudyOptions { model, ..options.clone() });
                }
            }
        });
        line(ui, &words.text("ui-study-returns"), |ui| {
            for returns in Returns::ALL {
                let (text, hint) = returns_keys(returns);
                if choice(ui, theme, options.returns == returns, &words.text(text), &words.text(hint)) {
                    set(StudyOptions { returns, ..options.clone() });
                }
            }
        });
        line(ui, &words.text("ui-study-off-session"), |ui| {
            for off_session in OffSession::ALL {
                let (text, hint) = off_keys(off_session);
                if choice(ui, theme, options.off_session == off_session, &words.text(text), &words.text(hint))
                {
                    set(StudyOptions { off_session, ..options.clone() });
                }
            }
        });
        line(ui, &words.text("ui-study-index"), |ui| index(ui, app, asks));
        self.fields(ui, app, asks);
        if let Some(wrong) = &self.wrong {
            let text = RichText::new(wrong).text_style(egui::TextStyle::Small).color(color32(theme.event));
            ui.add(egui::Label::new(text).wrap());
        }
        line(ui, "", |ui| {
            let mut shown = app.view().study;
            let name = app.words().text(Action::Study.label());
            if ui.add_enabled(app.can(Action::Study), egui::Checkbox::new(&mut shown, name)).clicked() {
                asks.action(Action::Study);
            }
        });
    }

    fn fields(&mut self, ui: &mut Ui, app: &App, asks: &mut Asks) {
        let words = app.words();
        let mut changed = None;
        let mut field = |ui: &mut Ui, place: usize, width: f32, text: &mut String| {
            let key = FIELDS.get(place).copied().unwrap_or_default();
            let name = words.text(key);
            let edit =
                TextEdit::singleline(text).desired_width(width).id(egui::Id::unique(("study field", place)));
            let response = ui.add(edit).on_hover_text(&name);
            response.widget_info(|| WidgetInfo::labeled(egui::Role::TextInput, true, name.clone()));
            if response.changed() {
                changed = Some(place);
            }
        };
        let [estimation, gap, from, to, level] = &mut self.texts;
        line(ui, &words.text("ui-study-estimation-label"), |ui| {
            field(ui, 0, 46.0, estimation);
            note(ui, &words.text("ui-study-estimation-unit"));
            field(ui, 1, 34.0, gap);
            note(ui, &words.text("ui-study-gap-unit"));
        });
        line(ui, &words.text("ui-study-window"), |ui| {
            field(ui, 2, 40.0, from);
            note(ui, &words.text("ui-study-window-to"));
            field(ui, 3, 40.0, to);
            note(ui, &words.text("ui-study-window-unit"));
        });
        line(ui, &words.text("ui-study-level-label"), |ui| {
            field(ui, 4, 46.0, level);
            note(ui, &words.text("ui-study-level-unit"));
        });
        if let Some(place) = changed {
            self.take(app, place, asks);
        }
    }

    fn fill(&mut self, options: &StudyOptions) {
        let [from, to] = options.window;
        self.texts = [
            options.estimation.to_string(),
            options.gap.to_string(),
            from.to_string(),
            to.to_string(),
            options.level.to_string(),
        ];
        self.of = Some(options.clone());
        self.typed = None;
        self.wrong = None;
    }

    /// What is typed becomes the document's where it can be studied; else it is said why not.
    fn take(&mut self, app: &App, place: usize, asks: &mut Asks) {
        let words = app.words();
        let options = match self.typed_options(&app.document().study) {
            Ok(options) => options,
            Err(given) => {
                self.wrong = Some(words.say("ui-study-no-number", &[("given", Arg::Text(&given))]));
                return;
            }
        };
        self.wrong = options.check().err().map(|why| refused_text(words, why));
        if self.wrong.is_some() || options == app.document().study {
            return;
        }
        let goes_on = self.typed == Some(place);
        self.typed = Some(place);
        self.of = Some(options.clone());
        let command = if goes_on { StudyCommand::Continue(options) } else { StudyCommand::Begin(options) };
        asks.command(Command::Study(command));
    }

    fn typed_options(&self, options: &StudyOptions) -> Result<StudyOptions, String> {
        fn number<T: std::str::FromStr>(text: &str) -> Result<T, String> {
            text.trim().replace('\u{2212}', "-").parse().map_err(|_| text.to_owned())
        }
        let [estimation, gap, from, to, level] = &self.texts;
        Ok(StudyOptions {
            estimation: number(estimation)?,
            gap: number(gap)?,
            window: [number(from)?, number(to)?],
            level: number(level)?,
            ..options.clone()
        })
    }
}

/// A line of the form: a name, and what is chosen.
fn line(ui: &mut Ui, name: &str, add: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let left = ui.cursor().left();
        ui.label(RichText::new(name).font(font(13.0, Weight::Regular)));
        ui.add_space((INDENT - (ui.cursor().left() - left)).max(0.0));
        ui.horizontal_wrapped(add);
    });
}

/// The list of series that returns are held against.
fn index(ui: &mut Ui, app: &App, asks: &mut Asks) {
    let words = app.words();
    let chosen = app.document().index.as_ref();
    let used = main_index(app.document(), app.data());
    let automatic = words.text("ui-study-index-automatic");
    let shown = match (chosen, used) {
        (_, None) => words.text("ui-study-index-none"),
        (Some(_), Some(used)) => used.name().to_owned(),
        (None, Some(used)) => format!("{} · {automatic}", used.name()),
    };
    let list = ComboBox::from_id_salt("study index").width(240.0).selected_text(shown).show_ui(ui, |ui| {
        let mut item = |ui: &mut Ui, id: Option<&SeriesId>, name: &str| {
            if ui.selectable_label(chosen == id, name).clicked() {
                asks.command(Command::Study(StudyCommand::Index(id.cloned())));
            }
        };
        item(ui, None, &automatic);
        for role in [Role::Index, Role::Future, Role::Stock] {
            for series in app.data().series.iter().filter(|series| series.info.role == role) {
                item(ui, Some(&series.id), series.name());
            }
        }
    });
    let name = words.text("ui-study-index");
    list.response.widget_info(|| WidgetInfo::labeled(egui::Role::ComboBox, true, name.clone()));
}

/// Jumps that look like splits, each to be decided, and those that are.
fn suspects(ui: &mut Ui, app: &App, theme: &Theme, asks: &mut Asks) {
    let words = app.words();
    let (open, decided) = (app.suspects(), &app.document().study.splits);
    if open.is_empty() && decided.is_empty() {
        return;
    }
    group(ui, theme, &words.text("ui-study-splits"));
    for (id, suspect) in open {
        let text = suspect_text(&app.scene(), &suspect, false);
        let facts = [("name", Arg::Text(id.as_str())), ("text", Arg::Text(&text))];
        ui.add(egui::Label::new(words.say("ui-study-suspect", &facts)).wrap());
        ui.horizontal(|ui| {
            let ratio = ratio_text(words, suspect.ratio);
            let split = words.say("ui-study-is-split", &[("ratio", Arg::Text(&ratio))]);
            for (text, ratio) in [(split, suspect.ratio), (words.text("ui-study-is-move"), 1.0)] {
                let facts = [("name", Arg::Text(id.as_str())), ("text", Arg::Text(&text))];
                let told = words.say("ui-study-of-series", &facts);
                let button = ui.button(&text);
                button.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, told.clone()));
                if button.clicked() {
                    let split = Split { series: id.clone(), date: suspect.date, ratio };
                    asks.command(Command::Study(StudyCommand::Decide(split)));
                }
            }
        });
    }
    for split in decided {
        ui.horizontal(|ui| {
            let date = day_text(words, split.date, DateStyle::Day);
            let ratio = ratio_text(words, split.ratio);
            let is_move = (split.ratio - 1.0).abs() < f64::EPSILON;
            let key = if is_move { "ui-study-decided-move" } else { "ui-study-decided-split" };
            let facts = [
                ("name", Arg::Text(split.series.as_str())),
                ("date", Arg::Text(&date)),
                ("ratio", Arg::Text(&ratio)),
            ];
            let text = words.say(key, &facts);
            ui.label(&text);
            let name = words.say("ui-study-undecide", &[("text", Arg::Text(&text))]);
            let button = ui.add(Button::new("×").frame(false)).on_hover_text(&name);
            button.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, name.clone()));
            if button.clicked() {
                let undecide = StudyCommand::Undecide(split.series.clone(), split.date);
                asks.command(Command::Study(undecide));
            }
        });
    }
}

/// Tests across stocks, of the event's session and of the event window.
fn across(ui: &mut Ui, app: &App, theme: &Theme) {
    let words = app.words();
    let Some(across) = &app.analysis().study.across else { return };
    group(ui, theme, &words.text("ui-study-across"));
    ui.add(egui::Label::new(average_text(words, across)).wrap());
    let small = |text: String| RichText::new(text).font(font(12.0, Weight::Regular));
    let [from, to] = app.document().study.window.map(|tau| words.number(f64::from(tau), 0));
    let window = words.say("ui-test-window", &[("from", Arg::Text(&from)), ("to", Arg::Text(&to))]);
    ui.spacing_mut().interact_size.y = 16.0;
    Grid::new("tests across").num_columns(3).spacing(vec2(18.0, 3.0)).show(ui, |ui| {
        for head in [String::new(), words.text("ui-test-event"), window] {
            ui.label(small(head).weak());
        }
        ui.end_row();
        for (key, of) in rows() {
            ui.label(small(words.text(key))).on_hover_text(words.text(hint_of(key)));
            for tests in [&across.event, &across.window] {
                ui.label(small(test_text(words, of(tests))));
            }
            ui.end_row();
        }
    });
}

fn average_text(words: &Words, across: &Across) -> String {
    let [aar, caar] = [across.aar_event, across.caar].map(|share| words.change(share, 1));
    let facts =
        [("count", Arg::Count(across.count as u64)), ("aar", Arg::Text(&aar)), ("caar", Arg::Text(&caar))];
    words.say("ui-study-average", &facts)
}

/// Which test a row shows.
type Row = (&'static str, fn(&Tests) -> Option<Test>);

/// The tests in their order: those that hold on one date first. What assumes independence stands
/// beside its adjusted form, and where that is not defined it is not shown either.
fn rows() -> [Row; 8] {
    [
        ("ui-test-crude", |tests| tests.crude),
        ("ui-test-patell-adjusted", |tests| tests.patell_adjusted),
        ("ui-test-patell", |tests| tests.patell_adjusted.and(tests.patell)),
        ("ui-test-bmp-adjusted", |tests| tests.bmp_adjusted),
        ("ui-test-bmp", |tests| tests.bmp_adjusted.and(tests.bmp)),
        ("ui-test-cross", |tests| tests.cross_section),
        ("ui-test-sign", |tests| tests.sign),
        ("ui-test-rank", |tests| tests.rank),
    ]
}

fn hint_of(key: &str) -> &'static str {
    match key {
        "ui-test-crude" => "ui-test-crude-hint",
        "ui-test-patell-adjusted" | "ui-test-bmp-adjusted" => "ui-test-adjusted-hint",
        "ui-test-patell" => "ui-test-patell-hint",
        "ui-test-bmp" => "ui-test-bmp-hint",
        "ui-test-cross" => "ui-test-cross-hint",
        "ui-test-sign" => "ui-test-sign-hint",
        _ => "ui-test-rank-hint",
    }
}

fn test_text(words: &Words, test: Option<Test>) -> String {
    let Some(test) = test else { return words.text("text-not-available") };
    let statistic = words.number(test.statistic, 2);
    let facts = [("statistic", Arg::Text(&statistic)), ("p", Arg::Text(&p_text(words, test.p)))];
    words.say(if test.df.is_some() { "ui-test-t" } else { "ui-test-z" }, &facts)
}

/// What every number stands under, a sentence each.
fn conditions(ui: &mut Ui, app: &App, theme: &Theme) {
    let notes = study_notes(&app.scene());
    if app.is_studying() {
        group(ui, theme, &app.words().text("ui-study-notes"));
        note(ui, &app.words().text("ui-study-waits"));
    } else if !notes.is_empty() {
        group(ui, theme, &app.words().text("ui-study-notes"));
        for text in notes {
            let text = RichText::new(text).text_style(egui::TextStyle::Small);
            ui.add(egui::Label::new(text).wrap());
            ui.add_space(3.0);
        }
    }
}

/// Keys of a model's name and of what it is.
fn model_keys(model: NormalModel) -> (&'static str, &'static str) {
    match model {
        NormalModel::Market => ("ui-model-market", "ui-model-market-hint"),
        NormalModel::Adjusted => ("ui-model-adjusted", "ui-model-adjusted-hint"),
        NormalModel::Mean => ("ui-model-mean", "ui-model-mean-hint"),
    }
}

fn returns_keys(returns: Returns) -> (&'static str, &'static str) {
    match returns {
        Returns::Simple => ("ui-returns-simple", "ui-returns-simple-hint"),
        Returns::Log => ("ui-returns-log", "ui-returns-log-hint"),
    }
}
