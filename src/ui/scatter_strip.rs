//! The strip over the scatter: cost, score, the frontier's date, a menu for the rest, and a field to
//! search and filter.

use eframe::egui::containers::menu::{MenuButton, MenuConfig, SubMenuButton};
use eframe::egui::{
    self, Button, ComboBox, DragValue, PopupCloseBehavior, RichText, Role, TextEdit, Ui, WidgetInfo,
};
use jiff::ToSpan;
use jiff::civil::Date;

use super::Asks;
use super::bar::hint;
use crate::app::{Action, App, AsOfLink, Command, ScatterCommand, ViewCommand};
use crate::chart::models as model_chart;
use crate::chart::scatter::basis_key;
use crate::model::{
    BasisChoice, ColorBy, ColumnRole, Cost, CostBasis, ModelTable, Prices, ScatterChoices, ScoreScale, SizeBy,
};
use crate::text::{Arg, DateStyle};

/// Ratios of input to output tokens that are offered.
const RATIOS: [f64; 5] = [1.0, 3.0, 4.0, 9.0, 20.0];
/// Where the field for a ratio of one's own begins, and between which bounds it stays.
const USUAL_RATIO: f64 = 3.0;
const LEAST_RATIO: f64 = 0.001;
const MOST_RATIO: f64 = 1000.0;

/// The least room for the search beside the date.
const SEARCH: f32 = 88.0;

/// Shows the strip; only the heading where there is nothing to choose among.
pub fn show(ui: &mut Ui, app: &App, asks: &mut Asks) {
    let words = app.words();
    let table = app.data().models.as_deref().filter(|table| table.scores().next().is_some());
    ui.horizontal(|ui| {
        ui.label(RichText::new(words.text("ui-models")).text_style(egui::TextStyle::Heading));
        let Some(table) = table else { return };
        let width = ((ui.available_width() - 120.0) / 2.0).clamp(72.0, 190.0);
        cost(ui, app, table, width, asks);
        score(ui, app, table, width, asks);
        menu(ui, app, table, asks);
    });
    if table.is_none() {
        return;
    }
    let mut narrow = false;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        as_of(ui, app, asks);
        if ui.available_width() >= SEARCH {
            search(ui, app, asks);
        } else {
            narrow = true;
        }
    });
    if narrow {
        search(ui, app, asks);
    }
    chips(ui, app, asks);
}

fn change(app: &App, asks: &mut Asks, change: impl FnOnce(&mut ScatterChoices)) {
    let mut choices = app.document().scatter.clone();
    change(&mut choices);
    asks.command(Command::View(ViewCommand::Scatter(choices)));
}

fn named(response: &egui::Response, role: Role, name: String) {
    response.widget_info(move || WidgetInfo::labeled(role, true, name.clone()));
}

fn cost(ui: &mut Ui, app: &App, table: &ModelTable, width: f32, asks: &mut Asks) {
    let words = app.words();
    let cost = app.document().cost;
    let shown = if cost == Cost::Training {
        training_name(app, table)
    } else {
        words.text(model_chart::cost_key(cost))
    };
    let combo = ComboBox::from_id_salt("cost").width(width).truncate().selected_text(shown);
    let shown = combo.show_ui(ui, |ui| {
        for choice in Cost::ALL {
            let known = model_chart::cost_column(table, choice).is_some();
            let name = words.text(model_chart::cost_key(choice));
            if ui.add_enabled(known, Button::selectable(choice == cost, name)).clicked() {
                asks.command(Command::View(ViewCommand::Cost(choice)));
            }
        }
    });
    named(&shown.response, Role::ComboBox, words.text("ui-models-cost"));
}

/// Cost of training with the basis it is counted on.
fn training_name(app: &App, table: &ModelTable) -> String {
    let words = app.words();
    let name = words.text(model_chart::cost_key(Cost::Training));
    let basis = match app.document().scatter.basis {
        BasisChoice::Usual => table.usual_basis().map(basis_key),
        BasisChoice::Only(basis) => Some(basis_key(basis)),
        BasisChoice::All => Some("ui-models-basis-all"),
    };
    let Some(basis) = basis.map(|key| words.text(key)) else { return name };
    words.say("ui-models-cost-basis", &[("cost", Arg::Text(&name)), ("basis", Arg::Text(&basis))])
}

fn score(ui: &mut Ui, app: &App, table: &ModelTable, width: f32, asks: &mut Asks) {
    let chosen = model_chart::score_column(table, app.document()).map(|column| column.name.clone());
    let text = chosen.as_deref().map(model_chart::score_name).unwrap_or_default();
    let combo = ComboBox::from_id_salt("score").width(width).truncate().selected_text(text);
    let shown = combo.show_ui(ui, |ui| {
        for column in table.scores() {
            let selected = chosen.as_deref() == Some(&column.name);
            if ui.selectable_label(selected, model_chart::score_name(&column.name)).clicked() {
                asks.command(Command::View(ViewCommand::Score(column.name.clone())));
            }
        }
    });
    named(&shown.response, Role::ComboBox, app.words().text("ui-models-score"));
}

/// The day that days are counted from in the field of the date.
const FIRST: Date = Date::constant(1970, 1, 1);

fn day_of(date: Date) -> i64 {
    i64::from(date.since(FIRST).map_or(0, |span| span.get_days()))
}

fn date_of(day: i64) -> Option<Date> {
    FIRST.checked_add(day.days()).ok()
}

/// The frontier's date: stepped from release to release, dragged, typed, or linked.
fn as_of(ui: &mut Ui, app: &App, asks: &mut Asks) {
    let words = app.words();
    let step = |ui: &mut Ui, text: &str, action: Action, asks: &mut Asks| {
        let button = Button::new(text).small();
        let response = ui.add_enabled(app.can(action), button).on_hover_text(hint(app, action));
        named(&response, Role::Button, words.text(action.label()));
        if response.clicked() {
            asks.action(action);
        }
    };
    step(ui, "‹", Action::AsOfPrevious, asks);
    if let Some(date) = app.as_of() {
        let mut day = day_of(date);
        let field = DragValue::new(&mut day)
            .speed(1.0)
            .update_while_editing(false)
            .custom_formatter(|day, _| date_of(day as i64).map_or_else(String::new, |date| date.to_string()))
            .custom_parser(|text| text.trim().parse::<Date>().ok().map(|date| day_of(date) as f64));
        let response = ui.add(field).on_hover_text(words.text("ui-as-of-hint"));
        let told = words.say("ui-as-of", &[("date", Arg::Text(&words.date(date, DateStyle::Short)))]);
        named(&response, Role::SpinButton, told);
        let chosen = date_of(day).filter(|chosen| *chosen != date);
        if response.drag_stopped() {
            asks.command(Command::View(ViewCommand::DropAsOf(Some(chosen.unwrap_or(date)))));
        } else if let Some(chosen) = chosen {
            let command = if response.dragged() {
                ViewCommand::DragAsOf(chosen)
            } else {
                ViewCommand::DropAsOf(Some(chosen))
            };
            asks.command(Command::View(command));
        }
    }
    step(ui, "›", Action::AsOfNext, asks);
    let link = app.as_of_link();
    if app.document().event.is_some() {
        let button = Button::selectable(link == AsOfLink::Event, words.text("ui-as-of-event")).small();
        if ui.add(button).on_hover_text(words.text("ui-as-of-event-hint")).clicked() {
            asks.command(Command::View(ViewCommand::DropAsOf(None)));
        }
    }
    if app.can(Action::FollowCursor) {
        let button = Button::selectable(link == AsOfLink::Cursor, words.text("ui-as-of-cursor")).small();
        if ui.add(button).on_hover_text(hint(app, Action::FollowCursor)).clicked() {
            asks.action(Action::FollowCursor);
        }
    }
}

/// Words to search for; a test such as `cost<10` becomes a filter with Enter.
fn search(ui: &mut Ui, app: &App, asks: &mut Asks) {
    let words = app.words();
    let mut text = app.document().scatter.search.clone();
    let field = TextEdit::singleline(&mut text)
        .hint_text(words.text("ui-models-search-hint"))
        .desired_width(ui.available_width().max(60.0));
    let response = ui.add(field).on_hover_text(words.text("ui-models-search-why"));
    let name = words.text("ui-models-search");
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, name.clone()));
    if response.gained_focus() {
        asks.command(Command::Scatter(ScatterCommand::BeginSearch));
    }
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    if entered && app.is_model_filter(&text) {
        asks.command(Command::Scatter(ScatterCommand::AddFilter(text.trim().to_owned())));
    } else if response.changed() {
        asks.command(Command::Scatter(ScatterCommand::Search(text)));
    }
}

/// The filters in force, each with a button that takes it away.
fn chips(ui: &mut Ui, app: &App, asks: &mut Asks) {
    let filters = &app.document().scatter.filters;
    if filters.is_empty() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for filter in filters {
            let response = ui.small_button(format!("{filter}  ×"));
            let told = app.words().say("ui-models-filter-drop", &[("filter", Arg::Text(filter))]);
            named(&response, Role::Button, told.clone());
            if response.on_hover_text(told).clicked() {
                asks.command(Command::Scatter(ScatterCommand::DropFilter(filter.clone())));
            }
        }
    });
}

/// Everything else that is decided about the chart.
fn menu(ui: &mut Ui, app: &App, table: &ModelTable, asks: &mut Asks) {
    let words = app.words();
    let config = MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let button = MenuButton::from_button(Button::new("…")).config(config.clone());
    let (response, _) = button.ui(ui, |ui| {
        ui.set_max_width(340.0);
        let choices = &app.document().scatter;
        let mut check = |ui: &mut Ui, on: bool, key: &str, set: fn(&mut ScatterChoices, bool)| {
            let mut now = on;
            if ui.checkbox(&mut now, words.text(key)).clicked() {
                change(app, asks, |choices| set(choices, now));
            }
        };
        check(ui, choices.reversed, "ui-models-reversed", |choices, on| choices.reversed = on);
        check(ui, choices.prices == Prices::All, "ui-models-later-prices", |choices, on| {
            choices.prices = if on { Prices::All } else { Prices::InForce };
        });
        check(ui, choices.fit, "ui-models-fit", |choices, on| choices.fit = on);
        if has_intervals(app, table) {
            check(ui, !choices.without_intervals, "ui-models-intervals", |choices, on| {
                choices.without_intervals = !on;
            });
        }
        ui.separator();
        let sub = |ui: &mut Ui, key: &str, add: &mut dyn FnMut(&mut Ui)| {
            SubMenuButton::new(words.text(key)).config(config.clone()).ui(ui, |ui| {
                egui::ScrollArea::vertical().max_height(360.0).show(ui, |ui| add(ui));
            });
        };
        if app.document().cost == Cost::Training {
            sub(ui, "ui-models-basis", &mut |ui| basis(ui, app, table, asks));
        }
        if app.document().cost == Cost::Api && can_blend(table) {
            sub(ui, "ui-models-blend", &mut |ui| blend(ui, app, asks));
        }
        sub(ui, "ui-models-color", &mut |ui| colors(ui, app, asks));
        sub(ui, "ui-models-size", &mut |ui| sizes(ui, app, asks));
        sub(ui, "ui-models-scale", &mut |ui| scales(ui, app, asks));
        sub(ui, "ui-models-pins", &mut |ui| pins(ui, app, table, asks));
        sub(ui, "ui-models-filter", &mut |ui| filters(ui, app, table, asks));
        ui.separator();
        selected(ui, app, table, asks);
    });
    let name = words.text("ui-models-more");
    named(&response, Role::Button, name.clone());
    response.on_hover_text(name);
}

/// Whether the file tells an interval of any score that is shown.
fn has_intervals(app: &App, table: &ModelTable) -> bool {
    let column = model_chart::score_column(table, app.document());
    column.is_some_and(|column| (0..table.rows.len()).any(|row| column.interval(row).is_some()))
}

fn can_blend(table: &ModelTable) -> bool {
    [ColumnRole::CostApiInput, ColumnRole::CostApiOutput].iter().all(|role| table.first_of(*role).is_some())
}

fn pick(ui: &mut Ui, chosen: bool, text: String) -> bool {
    ui.radio(chosen, text).clicked()
}

fn basis(ui: &mut Ui, app: &App, table: &ModelTable, asks: &mut Asks) {
    let words = app.words();
    let now = app.document().scatter.basis;
    let known = CostBasis::ALL.into_iter().filter(|basis| table.training_costs(*basis).is_some());
    let choices = std::iter::once(BasisChoice::Usual)
        .chain(known.map(BasisChoice::Only))
        .chain(std::iter::once(BasisChoice::All));
    for choice in choices {
        let text = words.text(match choice {
            BasisChoice::Usual => "ui-models-basis-usual",
            BasisChoice::Only(basis) => basis_key(basis),
            BasisChoice::All => "ui-models-basis-all",
        });
        if pick(ui, choice == now, text) {
            change(app, asks, |choices| choices.basis = choice);
        }
    }
}

fn blend(ui: &mut Ui, app: &App, asks: &mut Asks) {
    let words = app.words();
    let now = app.document().scatter.blend;
    let choices = std::iter::once(None).chain(RATIOS.into_iter().map(Some));
    for choice in choices {
        let text = match choice {
            None => words.text("ui-models-blend-file"),
            Some(ratio) => {
                let ratio = words.number(ratio, 0);
                words.say("ui-models-blend-ratio", &[("ratio", Arg::Text(&ratio))])
            }
        };
        if pick(ui, choice == now, text) {
            change(app, asks, |choices| choices.blend = choice);
        }
    }
    own_ratio(ui, app, asks);
}

/// A ratio of one's own: taken once it is typed or let go, so that no step of a drag is an undo step.
fn own_ratio(ui: &mut Ui, app: &App, asks: &mut Asks) {
    let words = app.words();
    let now = app.document().scatter.blend;
    let (id, label) = (ui.scope_id().with("own ratio"), words.text("ui-models-blend-own"));
    ui.horizontal(|ui| {
        // In a menu a field has no frame, and would look like words.
        ui.reset_style();
        let mut ratio = ui.data(|data| data.get_temp(id)).or(now).unwrap_or(USUAL_RATIO);
        let field = DragValue::new(&mut ratio).range(LEAST_RATIO..=MOST_RATIO).speed(0.1).max_decimals(3);
        let response = ui.add(field.update_while_editing(false));
        named(&response, Role::SpinButton, label.clone());
        ui.label(&label);
        if response.dragged() {
            ui.data_mut(|data| data.insert_temp(id, ratio));
        } else {
            ui.data_mut(|data| data.remove_temp::<f64>(id));
            if response.drag_stopped() || response.changed() {
                change(app, asks, |choices| choices.blend = Some(ratio));
            }
        }
    });
}

fn colors(ui: &mut Ui, app: &App, asks: &mut Asks) {
    for choice in ColorBy::ALL {
        let key = match choice {
            ColorBy::Organization => "ui-models-color-organization",
            ColorBy::Country => "ui-models-color-country",
        };
        if pick(ui, app.document().scatter.color_by == choice, app.words().text(key)) {
            change(app, asks, |choices| choices.color_by = choice);
        }
    }
}

fn sizes(ui: &mut Ui, app: &App, asks: &mut Asks) {
    for choice in SizeBy::ALL {
        let key = match choice {
            SizeBy::None => "ui-models-size-none",
            SizeBy::Compute => "ui-models-size-compute",
            SizeBy::Chips => "ui-models-size-chips",
        };
        if pick(ui, app.document().scatter.size_by == choice, app.words().text(key)) {
            change(app, asks, |choices| choices.size_by = choice);
        }
    }
}

fn scales(ui: &mut Ui, app: &App, asks: &mut Asks) {
    for choice in ScoreScale::ALL {
        let key = match choice {
            ScoreScale::Linear => "ui-models-scale-linear",
            ScoreScale::Log => "ui-models-scale-log",
            ScoreScale::Logit => "ui-models-scale-logit",
        };
        if pick(ui, app.document().scatter.score_scale == choice, app.words().text(key)) {
            change(app, asks, |choices| choices.score_scale = choice);
        }
    }
}

/// Names of organisations or countries, whichever colours tell, in the order of the alphabet.
fn groups(app: &App, table: &ModelTable) -> Vec<String> {
    let mut names: Vec<String> = match app.document().scatter.color_by {
        ColorBy::Organization => {
            table.rows.iter().filter_map(|row| row.organizations().next()).map(str::to_owned).collect()
        }
        ColorBy::Country => table.rows.iter().filter_map(|row| row.country.clone()).collect(),
    };
    names.sort_unstable_by_key(|name| name.to_lowercase());
    names.dedup();
    names
}

fn pins(ui: &mut Ui, app: &App, table: &ModelTable, asks: &mut Asks) {
    for name in groups(app, table) {
        let mut pinned = app.document().scatter.pinned.contains(&name);
        if ui.checkbox(&mut pinned, &name).clicked() {
            asks.command(Command::Scatter(ScatterCommand::TogglePin(name)));
        }
    }
}

/// Filters that need no typing.
fn filters(ui: &mut Ui, app: &App, table: &ModelTable, asks: &mut Asks) {
    let own = &app.document().scatter.filters;
    let mut offer = |ui: &mut Ui, text: &str, filter: String| {
        let mut on = own.contains(&filter);
        if ui.checkbox(&mut on, text).clicked() {
            let command =
                if on { ScatterCommand::AddFilter(filter) } else { ScatterCommand::DropFilter(filter) };
            asks.command(Command::Scatter(command));
        }
    };
    for (value, key) in [("open", "ui-models-open"), ("closed", "ui-models-closed")] {
        offer(ui, &app.words().text(key), format!("accessibility={value}"));
    }
    if let Some(date) = app.as_of() {
        offer(ui, &app.words().text("ui-models-released"), format!("date<={date}"));
    }
    ui.separator();
    let mut names: Vec<&str> = table.rows.iter().flat_map(crate::model::ModelRow::organizations).collect();
    names.sort_unstable_by_key(|name| name.to_lowercase());
    names.dedup();
    for name in names {
        offer(ui, name, format!("organization={name}"));
    }
}

/// What can be done with the selected model.
fn selected(ui: &mut Ui, app: &App, table: &ModelTable, asks: &mut Asks) {
    let words = app.words();
    let choices = &app.document().scatter;
    let row = app.selected_model().and_then(|place| Some((place, table.rows.get(place)?)));
    match row {
        Some((place, row)) => {
            let mut marked = choices.marked.contains(&row.name);
            let text = words.say("ui-models-mark", &[("name", Arg::Text(&row.label))]);
            if ui.add_enabled(row.released.is_some(), egui::Checkbox::new(&mut marked, text)).clicked() {
                asks.command(Command::Scatter(ScatterCommand::ToggleMark(place)));
            }
        }
        None => {
            ui.label(RichText::new(words.text("ui-models-mark-none")).weak());
        }
    }
    if choices.compare.is_some() {
        if ui.button(words.text("ui-models-compare-end")).clicked() {
            asks.command(Command::Scatter(ScatterCommand::CompareNone));
        }
    } else {
        ui.label(RichText::new(words.text("ui-models-compare-hint")).weak());
    }
}
