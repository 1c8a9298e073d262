//! Keys to actions, from the one table of actions.

use eframe::egui::{self, Key, KeyboardShortcut, Modifiers};

use super::Asks;
use crate::app::{Action, App, Modifier};

/// Asks for every action whose keys were pressed; plain keys belong to a text field that has the
/// keyboard.
pub fn listen(ctx: &egui::Context, app: &App, asks: &mut Asks) {
    let typing = ctx.text_edit_focused();
    for action in Action::ALL {
        let Some(shortcut) = action.shortcut() else { continue };
        if (typing && shortcut.modifier == Modifier::None) || !app.can(action) {
            continue;
        }
        let Some(key) = Key::from_name(shortcut.key) else { continue };
        let keys = KeyboardShortcut::new(modifiers(shortcut.modifier), key);
        if ctx.input_mut(|input| input.consume_shortcut(&keys)) {
            asks.action(action);
        }
    }
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
