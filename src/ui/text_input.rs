//! Single- and multi-line text.

use super::field::Control;
use super::{Bound, Glyph, Icon};
use crate::prelude::*;

/// A single line of text.
#[component]
pub fn TextInput(
    #[prop(into)] value: Bound<String>,
    /// Name of the control where no [`Field`](super::Field) stands around it.
    #[prop(optional, into)]
    label: Option<TextProp>,
    #[prop(optional, into)] placeholder: Option<TextProp>,
    #[prop(optional, into)] disabled: Signal<bool>,
    /// Shows the text in the monospace font: for ids, names, addresses.
    #[prop(optional)]
    mono: bool,
    #[prop(optional, into)] icon: Option<Glyph>,
    /// What browsers may fill in; `off` by default.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// `email`, `url`, `numeric`: the keyboard on a touch screen.
    #[prop(optional)]
    inputmode: Option<&'static str>,
    /// Focus of a dialog that opens goes here instead of to its first control.
    #[prop(optional)]
    autofocus: bool,
) -> AnyView {
    let control = Control::new(label);
    let blur = control.clone();
    view! {
        <span class="input" class:mono=mono>
            {icon.map(|of| view! { <Icon of/> })}
            <input
                type="text"
                id=control.id()
                autocomplete=autocomplete
                spellcheck="false"
                inputmode=inputmode
                autofocus=autofocus
                aria-label=control.aria_label()
                aria-describedby=control.described_by()
                aria-invalid=control.invalid()
                aria-required=control.required()
                placeholder=placeholder.map(|text| move || text.get())
                disabled=move || disabled.get()
                prop:value=move || value.get()
                on:input:target=move |event| value.set(event.target().value())
                on:blur=move |_| blur.touch()
            />
        </span>
    }
    .into_any()
}

/// Several lines of text.
#[component]
pub fn TextArea(
    #[prop(into)] value: Bound<String>,
    #[prop(optional, into)] label: Option<TextProp>,
    #[prop(optional, into)] placeholder: Option<TextProp>,
    #[prop(optional, into)] disabled: Signal<bool>,
    #[prop(optional)] mono: bool,
    #[prop(default = 3)] rows: u32,
    /// Shows "n / max" below; typing more stays possible, the check of the field says what is wrong.
    #[prop(optional)]
    max_chars: Option<u32>,
) -> AnyView {
    let control = Control::new(label);
    let blur = control.clone();
    let counter = max_chars.map(|max| {
        let used = move || value.with(|v| v.chars().count());
        let over = move || used() > max as usize;
        view! {
            <span class="input-counter" class:is-over=over aria-hidden="true">
                {move || used()} " / " {max}
            </span>
        }
    });
    view! {
        <span class="input input-area" class:mono=mono>
            <textarea
                id=control.id()
                rows=rows
                spellcheck="false"
                aria-label=control.aria_label()
                aria-describedby=control.described_by()
                aria-invalid=control.invalid()
                aria-required=control.required()
                placeholder=placeholder.map(|text| move || text.get())
                disabled=move || disabled.get()
                prop:value=move || value.get()
                on:input:target=move |event| value.set(event.target().value())
                on:blur=move |_| blur.touch()
            ></textarea>
            {counter}
        </span>
    }
    .into_any()
}
