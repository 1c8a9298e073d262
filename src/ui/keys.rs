//! Keys to actions, from the one table of actions.

use eframe::egui::{self, Event, Key, KeyboardShortcut, Modifiers, Popup};

use super::Asks;
use crate::app::{Action, App, Modifier, Shortcut};

/// Asks for every action whose keys were pressed; plain keys belong to a text field that has the
/// keyboard and to an open form.
pub fn listen(ctx: &egui::Context, app: &App, form_open: bool, asks: &mut Asks) {
    let typing = form_open || ctx.text_edit_focused() || Popup::is_any_open(ctx);
    for (shortcut, action) in listed() {
        if (typing && belongs_to_text(action, shortcut)) || !app.can(action) {
            continue;
        }
        let Some(key) = Key::from_name(shortcut.key) else { continue };
        let keys = KeyboardShortcut::new(modifiers(shortcut.modifier), key);
        // Systems turn the keys of the clipboard into events of their own.
        let copies = action == Action::CopyPicture && ctx.input(|input| input.events.contains(&Event::Copy));
        if ctx.input_mut(|input| input.consume_shortcut(&keys)) || copies {
            asks.action(action);
        }
    }
}

/// Every action with keys, those with Shift first: egui takes Control with Shift for Control too.
fn listed() -> Vec<(Shortcut, Action)> {
    let mut listed: Vec<(Shortcut, Action)> =
        Action::ALL.into_iter().filter_map(|action| Some((action.shortcut()?, action))).collect();
    listed.sort_by_key(|(shortcut, _)| std::cmp::Reverse(shortcut.modifier));
    listed
}

/// Whether a text field takes these keys while it has the keyboard.
fn belongs_to_text(action: Action, shortcut: Shortcut) -> bool {
    shortcut.modifier == Modifier::None || matches!(action, Action::Undo | Action::Redo | Action::CopyPicture)
}

fn modifiers(modifier: Modifier) -> Modifiers {
    match modifier {
        Modifier::None => Modifiers::NONE,
        Modifier::Control => Modifiers::COMMAND,
        Modifier::ControlShift => Modifiers::COMMAND | Modifiers::SHIFT,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shortcut_names_a_key_that_the_window_knows() {
        for shortcut in Action::ALL.into_iter().filter_map(Action::shortcut) {
            assert!(Key::from_name(shortcut.key).is_some(), "{shortcut}");
        }
    }
}
