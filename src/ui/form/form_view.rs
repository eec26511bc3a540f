//! The `<form>` element.

use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::FormState;

/// A form: checks on submit, moves focus to the first error, calls `on_submit` only when all is right and
/// nothing is being sent already.
#[component]
pub fn Form(of: FormState, #[prop(into)] on_submit: Callback<()>, children: Children) -> AnyView {
    let node = NodeRef::<html::Form>::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        event.stop_propagation();
        if of.sending.get_untracked() {
            return;
        }
        if of.submit() {
            on_submit.run(());
        } else if let Some(form) = node.get_untracked() {
            focus_first_error(form.into());
        }
    };
    view! { <form class="form" novalidate node_ref=node on:submit=submit>{children()}</form> }.into_any()
}

/// The errors appear after this event: wait for them.
fn focus_first_error(form: web_sys::Element) {
    request_animation_frame(move || {
        let wrong = form.query_selector("[aria-invalid=true]").ok().flatten();
        let Some(wrong) = wrong.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) else { return };
        // A group is not focusable itself.
        let inner = wrong.query_selector("input, button, select, textarea").ok().flatten();
        let target = match inner.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
            Some(inner) => inner,
            None => wrong,
        };
        let _ = target.focus();
    });
}
