//! The browser's Back and Forward while a form has unsaved changes: the browser goes first and asks nobody, so it is
//! sent back to where it was, and the user is asked then.
//!
//! For that each history entry carries its number. The router keeps the entry's state as it is given.

use std::cell::Cell;

use leptos_router::location::State;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::PopStateEvent;

use crate::prelude::*;

thread_local! {
    /// Number of the entry that is shown.
    static SHOWN: Cell<f64> = const { Cell::new(0.0) };
    /// Whether the next move of the browser's is our own.
    static OWN: Cell<Own> = const { Cell::new(Own::No) };
}

#[derive(Clone, Copy, PartialEq)]
enum Own {
    No,
    /// Back to the form: the page has not changed.
    Return,
    /// Away from it, as the user has confirmed.
    Leave,
}

/// Begins to number entries. `hold` is asked at each move how many entries it went; it says whether the page is to
/// stay.
pub(super) fn init(hold: impl Fn(i32) -> bool + 'static) {
    // After a reload the numbers are still there.
    if !arrived()
        && let Some(history) = history()
    {
        let _ = history.replace_state(&JsValue::from_f64(SHOWN.get()), "");
    }
    let on_move = Closure::<dyn FnMut(PopStateEvent)>::new(move |event: PopStateEvent| moved(&event, &hold));
    // The router must not hear of a move that is taken back. Browsers differ in who hears first of an event on the
    // window: listeners of the capturing phase, or simply the first.
    let callback = on_move.as_ref().unchecked_ref();
    let _ = window().add_event_listener_with_callback_and_bool("popstate", callback, true);
    // Lives as long as the page.
    on_move.into_js_value();
}

fn moved(event: &PopStateEvent, hold: &impl Fn(i32) -> bool) {
    // An entry without a number was not made by the console; it can only lie behind.
    let number = event.state().as_f64().unwrap_or(SHOWN.get() - 1.0);
    let steps = (number - SHOWN.get()) as i32;
    match OWN.replace(Own::No) {
        Own::Return => event.stop_immediate_propagation(),
        Own::No if steps != 0 && hold(steps) => {
            event.stop_immediate_propagation();
            go(-steps, Own::Return);
        }
        Own::No | Own::Leave => SHOWN.set(number),
    }
}

/// Goes the way that was held back.
pub(super) fn leave(steps: i32) {
    go(steps, Own::Leave);
}

fn go(steps: i32, own: Own) {
    if let Some(history) = history() {
        OWN.set(own);
        let _ = history.go_with_delta(steps);
    }
}

/// The state of the entry that is about to be made, or to take the place of the one shown.
pub(super) fn next(replace: bool) -> State {
    let number = if replace { SHOWN.get() } else { SHOWN.get() + 1.0 };
    State::new(Some(JsValue::from_f64(number)))
}

/// Reads the number of the entry shown, which the router may have made or not; whether it has one.
pub(super) fn arrived() -> bool {
    let number = history().and_then(|history| history.state().ok()?.as_f64());
    number.iter().for_each(|number| SHOWN.set(*number));
    number.is_some()
}

fn history() -> Option<web_sys::History> {
    window().history().ok()
}
