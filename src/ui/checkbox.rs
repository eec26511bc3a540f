//! Check boxes and switches.

use leptos::html;

use super::Bound;
use super::dom::{flag, next_id};
use crate::prelude::*;

/// A check box with its label at the right.
#[component]
pub fn Checkbox(
    #[prop(into)] checked: Bound<bool>,
    #[prop(into)] label: TextProp,
    #[prop(optional, into)] hint: Option<TextProp>,
    #[prop(optional, into)] disabled: Signal<bool>,
    /// Neither on nor off: some of the things it stands for are on.
    #[prop(optional, into)]
    mixed: Signal<bool>,
) -> AnyView {
    let hint_id = format!("f{}-hint", next_id());
    let described = hint.as_ref().map(|_| hint_id.clone());
    view! {
        <label class="check">
            <CheckboxBox checked disabled mixed described/>
            <span class="check-text">
                {move || label.get()}
                {hint.map(|hint| view! { <span class="field-hint" id=hint_id>{move || hint.get()}</span> })}
            </span>
        </label>
    }
    .into_any()
}

/// The box alone, inside a label of the caller's or with a name of its own.
#[component]
pub(crate) fn CheckboxBox(
    checked: Bound<bool>,
    #[prop(optional, into)] disabled: Signal<bool>,
    #[prop(optional, into)] mixed: Signal<bool>,
    #[prop(optional_no_strip)] described: Option<String>,
) -> AnyView {
    let node = NodeRef::<html::Input>::new();
    view! {
        <input
            type="checkbox"
            class="checkbox"
            node_ref=node
            aria-describedby=described
            disabled=move || disabled.get()
            prop:indeterminate=move || mixed.get()
            prop:checked=move || checked.get()
            on:change:target=move |event| checked.set(event.target().checked())
        />
    }
    .into_any()
}

/// On or off, taking effect at once.
#[component]
pub fn Switch(
    #[prop(into)] checked: Bound<bool>,
    #[prop(into)] label: TextProp,
    #[prop(optional, into)] hint: Option<TextProp>,
    #[prop(optional, into)] disabled: Signal<bool>,
    /// The change is on its way.
    #[prop(optional, into)]
    busy: Signal<bool>,
) -> AnyView {
    let hint_id = format!("f{}-hint", next_id());
    let described = hint.as_ref().map(|_| hint_id.clone());
    view! {
        <label class="check">
            <input
                type="checkbox"
                role="switch"
                class="switch"
                aria-describedby=described
                aria-busy=move || flag(busy.get())
                disabled=move || disabled.get() || busy.get()
                prop:checked=move || checked.get()
                on:change:target=move |event| checked.set(event.target().checked())
            />
            <span class="check-text">
                {move || label.get()}
                {hint.map(|hint| view! { <span class="field-hint" id=hint_id>{move || hint.get()}</span> })}
            </span>
        </label>
    }
    .into_any()
}
