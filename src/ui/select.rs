//! The browser's own select.

use super::field::Control;
use super::{Bound, Choice, Glyph, Icon};
use crate::prelude::*;

/// One of a few options. `placeholder` is shown, and can be gone back to, while nothing is picked (`""`).
#[component]
pub fn Select(
    #[prop(into)] value: Bound<String>,
    #[prop(into)] options: Signal<Vec<Choice>>,
    #[prop(optional, into)] label: Option<TextProp>,
    #[prop(optional, into)] placeholder: Option<TextProp>,
    #[prop(optional, into)] disabled: Signal<bool>,
) -> AnyView {
    let control = Control::new(label);
    let blur = control.clone();
    let placeholder = placeholder.map(|text| {
        view! { <option value="" selected=move || value.with(String::is_empty)>{move || text.get()}</option> }
    });
    let items = move || {
        let each = |choice: Choice| {
            let (own, name) = (choice.value.clone(), choice.label);
            let selected = move || value.with(|v| *v == own);
            view! {
                <option value=choice.value disabled=choice.disabled selected=selected>
                    {move || name.get()}
                </option>
            }
            .into_any()
        };
        options.get().into_iter().map(each).collect_view()
    };
    view! {
        <span class="input input-select">
            <select
                id=control.id()
                aria-label=control.aria_label()
                aria-describedby=control.described_by()
                aria-invalid=control.invalid()
                aria-required=control.required()
                disabled=move || disabled.get()
                prop:value=move || value.get()
                on:change:target=move |event| value.set(event.target().value())
                on:blur=move |_| blur.touch()
            >
                {placeholder}
                {items}
            </select>
            <Icon of=Glyph::ChevronDown/>
        </span>
    }
    .into_any()
}
