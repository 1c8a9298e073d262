//! Keys to actions, from the one table of actions.

use eframe::egui::{self, Key, KeyboardShortcut, Modifiers};

use super::Asks;
use crate::app::{Action, App, Shortcut};

/// Asks for every action whose keys were pressed, unless a text field has the keyboard.
pub fn listen(ctx: &egui::Context, app: &App, asks: &mut Asks) {
    let typing = ctx.text_edit_focused();
    for action in Action::ALL {
        let Some(shortcut) = action.shortcut() else { continue };
        if (typing && !shortcut.ctrl) || !app.can(action) {
            continue;
        }
        if copies(action) {
            // The window system turns the copy keys into an event of their own.
            if !typing && ctx.input(|input| input.events.contains(&egui::Event::Copy)) {
                asks.action(action);
            }
            continue;
        }
        let Some(key) = Key::from_name(shortcut.key) else { continue };
        if ctx.input_mut(|input| input.consume_shortcut(&KeyboardShortcut::new(modifiers(shortcut), key))) {
            asks.action(action);
        }
    }
}

fn copies(action: Action) -> bool {
    matches!(action, Action::CopyTable)
}

fn modifiers(shortcut: Shortcut) -> Modifiers {
    let mut modifiers = Modifiers::NONE;
    if shortcut.ctrl {
        modifiers = modifiers | Modifiers::COMMAND;
    }
    if shortcut.shift {
        modifiers = modifiers | Modifiers::SHIFT;
    }
    if shortcut.alt {
        modifiers = modifiers | Modifiers::ALT;
    }
    modifiers
}
