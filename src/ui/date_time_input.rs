//! A moment, picked with the browser's own control.

use super::Bound;
use super::field::Control;
use crate::prelude::*;

/// Date and time as `YYYY-MM-DDTHH:MM[:SS]` (the browser's format, in the zone the caller means); `""` for none.
#[component]
pub fn DateTimeInput(
    #[prop(into)] value: Bound<String>,
    #[prop(optional, into)] label: Option<TextProp>,
    #[prop(optional, into)] disabled: Signal<bool>,
    #[prop(optional, into)] min: Option<String>,
    #[prop(optional, into)] max: Option<String>,
    /// The zone, shown as a unit ("UTC").
    #[prop(optional, into)]
    zone: Option<TextProp>,
    /// Asks for seconds too.
    #[prop(optional)]
    seconds: bool,
) -> AnyView {
    let control = Control::new(label);
    let blur = control.clone();
    view! {
        <span class="input input-datetime">
            <input
                type="datetime-local"
                id=control.id()
                min=min
                max=max
                step=if seconds { "1" } else { "60" }
                aria-label=control.aria_label()
                aria-describedby=control.described_by()
                aria-invalid=control.invalid()
                aria-required=control.required()
                disabled=move || disabled.get()
                prop:value=move || value.get()
                on:input:target=move |event| value.set(event.target().value())
                on:blur=move |_| blur.touch()
            />
            {zone.map(|zone| view! { <span class="input-unit">{move || zone.get()}</span> })}
        </span>
    }
    .into_any()
}
