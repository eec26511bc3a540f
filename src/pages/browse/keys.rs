//! From message to message by keyboard.

use leptos::ev;

use super::neighbour::is_taken;
use crate::prelude::*;
use crate::ui::dom::takes_text;

/// j and k go from message to message wherever the focus is; the arrows do in the panel, while it is open. `go` gets how
/// many rows further down. Until the component goes.
pub fn listen_to_keys(is_open: impl Fn() -> bool + 'static, go: impl Fn(i32) + 'static) {
    let listener = window_event_listener(ev::keydown, move |event| {
        let target = event.target();
        if event.default_prevented() || event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let by = match event.key().as_str() {
            "j" if !takes_text(target.clone()) => 1,
            "k" if !takes_text(target.clone()) => -1,
            "ArrowDown" if is_open() && !is_taken(target.clone()) => 1,
            "ArrowUp" if is_open() && !is_taken(target) => -1,
            _ => return,
        };
        event.prevent_default();
        go(by);
    });
    on_cleanup(move || listener.remove());
}
