//! The `<form>` element.

use leptos::ev::SubmitEvent;
use leptos::html;
use wasm_bindgen::JsCast;

use super::FormState;
use crate::prelude::*;

/// A form: checks on submit, moves focus to the first error, calls `on_submit` only when all is right and
/// nothing is being sent already. When sending failed, focus goes to the field that was refused, or to what explains
/// the failure.
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
    Effect::new(move |was: Option<bool>| {
        let sending = of.sending.get();
        if was == Some(true)
            && !sending
            && let Some(form) = node.get_untracked()
        {
            focus_refusal(form.into());
        }
        sending
    });
    view! { <form class="form" novalidate node_ref=node on:submit=submit>{children()}</form> }.into_any()
}

/// The errors appear after this event: wait for them.
fn focus_first_error(form: web_sys::Element) {
    request_animation_frame(move || {
        focus_field(&form);
    });
}

/// Brings what the service said into view, which may be far from the button; nothing where all went well.
fn focus_refusal(form: web_sys::Element) {
    request_animation_frame(move || {
        if form.is_connected()
            && !focus_field(&form)
            && let Some(said) = find(&form, ".error-state")
        {
            let _ = said.set_attribute("tabindex", "-1");
            let _ = said.focus();
        }
    });
}

/// Focuses the first field with an error; whether there is one.
fn focus_field(form: &web_sys::Element) -> bool {
    let Some(wrong) = find(form, "[aria-invalid=true]") else { return false };
    // A group is not focusable itself.
    let inner = find(&wrong, "input, button, select, textarea");
    let _ = inner.unwrap_or(wrong).focus();
    true
}

fn find(inside: &web_sys::Element, selector: &str) -> Option<web_sys::HtmlElement> {
    inside.query_selector(selector).ok().flatten()?.dyn_into().ok()
}
