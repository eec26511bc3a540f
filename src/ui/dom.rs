//! Small helpers around the browser's DOM.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use leptos::ev;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlElement};

use super::place::{Rect, Side, place};
use crate::prelude::{WindowListenerHandle, document, set_timeout, window, window_event_listener};

/// A number no other element of this page load has; ids are made from it.
pub(crate) fn next_id() -> u32 {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

/// An ARIA flag: "true" or no attribute at all.
pub(crate) fn flag(on: bool) -> Option<&'static str> {
    on.then_some("true")
}

/// An ARIA state that must always be spelled out.
pub(crate) fn truth(on: bool) -> &'static str {
    if on { "true" } else { "false" }
}

/// The element that has focus; `None` where it is the page itself.
pub(crate) fn focused() -> Option<HtmlElement> {
    let element = document().active_element()?.dyn_into::<HtmlElement>().ok()?;
    (element.tag_name() != "BODY").then_some(element)
}

/// Moves focus. An element that cannot have it is no mistake worth telling the user.
pub(crate) fn focus(element: &HtmlElement) {
    let _ = element.focus();
}

/// Moves focus without scrolling.
pub(crate) fn focus_in_place(element: &HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// The first element below `root` that matches.
pub(crate) fn find(root: &Element, selector: &str) -> Option<HtmlElement> {
    root.query_selector(selector).ok().flatten()?.dyn_into().ok()
}

/// All elements below `root` that match.
pub(crate) fn find_all(root: &Element, selector: &str) -> Vec<HtmlElement> {
    let Ok(list) = root.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|i| list.get(i)?.dyn_into().ok()).collect()
}

/// Scrolls an element into sight, no further than needed.
pub(crate) fn reveal(element: &Element) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// The nearest element at or above the target of an event that matches.
pub(crate) fn closest(target: Option<EventTarget>, selector: &str) -> Option<HtmlElement> {
    target?.dyn_into::<Element>().ok()?.closest(selector).ok().flatten()?.dyn_into().ok()
}

/// Whether keys pressed in the target belong to it: text fields, selects, editable content.
pub(crate) fn takes_text(target: Option<EventTarget>) -> bool {
    const TEXT: &str = "textarea, select, [contenteditable], \
                        input:not([type=checkbox], [type=radio], [type=button], [type=submit])";
    closest(target, TEXT).is_some()
}

/// Runs `then` now, or once the mouse button is up again if it is down. What appears while it is down moves the
/// button under the pointer away, and the click is lost.
pub(crate) fn after_press(then: impl Fn() + 'static) {
    let then = Rc::new(then);
    if document().query_selector(":active").ok().flatten().is_none() {
        then();
        return;
    }
    let listener = Rc::new(Cell::new(None::<WindowListenerHandle>));
    let own = Rc::clone(&listener);
    listener.set(Some(window_event_listener(ev::pointerup, move |_| {
        if let Some(handle) = own.take() {
            handle.remove();
        }
        let then = Rc::clone(&then);
        // After the click that follows.
        set_timeout(move || then(), Duration::ZERO);
    })));
}

/// The box of an element in the window.
pub(crate) fn rect(element: &Element) -> Rect {
    let rect = element.get_bounding_client_rect();
    Rect {
        left: rect.left() as i32,
        top: rect.top() as i32,
        right: rect.right() as i32,
        bottom: rect.bottom() as i32,
    }
}

/// Puts a floating element beside its anchor, inside the window.
pub(crate) fn float(element: &HtmlElement, anchor: Rect, side: Side) {
    let size = (element.offset_width(), element.offset_height());
    let length = |value: Result<wasm_bindgen::JsValue, _>| {
        value.ok().and_then(|v: wasm_bindgen::JsValue| v.as_f64()).unwrap_or(0.0) as i32
    };
    let view = (length(window().inner_width()), length(window().inner_height()));
    let (left, top) = place(anchor, size, view, side);
    set_style(element, "left", &format!("{left}px"));
    set_style(element, "top", &format!("{top}px"));
}

/// Sets one style property, the way the content security policy allows.
pub(crate) fn set_style(element: &HtmlElement, name: &str, value: &str) {
    let _ = element.style().set_property(name, value);
}

/// Shows a `popover` element; harmless where it is shown already.
pub(crate) fn show_popover(element: &HtmlElement) {
    let _ = element.show_popover();
}

/// Hides a `popover` element; harmless where it is hidden already.
pub(crate) fn hide_popover(element: &HtmlElement) {
    let _ = element.hide_popover();
}
