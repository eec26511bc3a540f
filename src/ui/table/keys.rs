//! What keys do in a table.

use leptos::ev::KeyboardEvent;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::grid::Grid;
use super::window::moved;
use crate::prelude::*;
use crate::ui::dom::{closest, find, takes_text};

impl Grid {
    /// Arrow keys, Home, End and Page move between rows (with Shift they pick on the way); Space picks, Enter
    /// opens, Ctrl-A picks all, Esc picks none, the menu key opens the row's menu.
    pub fn on_key(self, event: &KeyboardEvent) {
        let Some(row) = closest(event.target(), ".table-row") else { return };
        if event.alt_key() || takes_text(event.target()) {
            return;
        }
        let Some((position, key)) = self.row_of(&row) else { return };
        // Keys that an inner button or link wants for itself.
        let on_row = event.target().and_then(|t| t.dyn_into::<HtmlElement>().ok()).as_ref() == Some(&row);
        let selectable = self.table.selectable;
        let ctrl = event.ctrl_key() || event.meta_key();
        match event.key().as_str() {
            " " if on_row && selectable => {
                let picked = untrack(|| self.table.is_picked(&key));
                self.pick(&key, !picked, event.shift_key());
            }
            "Enter" if on_row => self.open(&row, &key),
            "a" | "A" if ctrl && selectable => self.table.pick(&untrack(|| self.table.keys()), true),
            "Escape" if selectable && self.table.selection.with(|s| !s.is_empty()) => {
                self.table.clear_selection();
            }
            "ContextMenu" => return self.open_menu(event, &row),
            "F10" if event.shift_key() => return self.open_menu(event, &row),
            name if !ctrl => {
                let page = self.height.get_untracked() / self.row_height.get_untracked().max(1);
                let count = untrack(|| self.table.shown());
                let page = usize::try_from(page).unwrap_or(1);
                let Some(to) = moved(name, Some(position), count, page) else { return };
                if event.shift_key() && selectable {
                    self.pick_on_the_way(&key, to);
                }
                self.go_to(to);
            }
            _ => return,
        }
        event.prevent_default();
    }

    fn pick_on_the_way(self, from: &str, to: usize) {
        if self.anchor.with_value(Option::is_none) {
            self.anchor.set_value(Some(from.to_owned()));
        }
        let anchor = self.anchor.get_value();
        if let Some(key) = untrack(|| self.table.key_at(to)) {
            self.pick(&key, true, true);
            // The range goes on from where it began.
            self.anchor.set_value(anchor);
        }
    }

    /// Opens the row: its panel where the table has one, else the page its first link leads to.
    fn open(self, row: &HtmlElement, key: &str) {
        match self.table.open {
            Some(open) => open.set(key.to_owned()),
            None => {
                if let Some(link) = find(row, "a[href]") {
                    link.click();
                }
            }
        }
    }

    fn open_menu(self, event: &KeyboardEvent, row: &HtmlElement) {
        if let Some(button) = find(row, ".table-menu") {
            event.prevent_default();
            button.click();
        }
    }
}
