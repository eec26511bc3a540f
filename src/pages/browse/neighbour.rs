//! Going from message to message.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::prelude::document;
use crate::ui::Table;
use crate::ui::dom::find;

/// Key of the row `by` rows further down in the list shown, stopping at its ends; the first where none is open.
pub fn neighbour(table: Table, open: &str, by: i32) -> Option<String> {
    let keys = table.keys();
    let to = match keys.iter().position(|key| key == open) {
        Some(here) if by < 0 => here.checked_sub(1)?,
        Some(here) => here + 1,
        None => 0,
    };
    let key = keys.get(to).cloned();
    if key.is_some() {
        reveal(to);
    }
    key
}

/// Scrolls the list so that a row is in sight.
fn reveal(position: usize) {
    let Some(body) = document().body() else { return };
    let Some(view) = find(&body, ".split .table-view") else { return };
    let height = find(&view, ".table-row").map_or(32, |row| row.offset_height());
    let top = i32::try_from(position).unwrap_or(i32::MAX).saturating_mul(height);
    let room = view.client_height() - 2 * height;
    if top < view.scroll_top() {
        view.set_scroll_top(top);
    } else if top > view.scroll_top() + room {
        view.set_scroll_top(top - room);
    }
}

/// Whether a key is meant for what has the focus: text, a tree, a list of lines, a menu, a table.
pub fn is_taken(target: Option<web_sys::EventTarget>) -> bool {
    let taken = "[role=tree], .lines, [role=menu], [role=grid], [role=tablist], [role=separator], dialog, input, select, textarea";
    target
        .and_then(|t| t.dyn_into::<HtmlElement>().ok())
        .is_some_and(|element| element.closest(taken).ok().flatten().is_some())
}
