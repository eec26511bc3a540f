//! One of a few options, all in sight.

use super::dom::next_id;
use super::field::Control;
use super::{Bound, Choice};
use crate::prelude::*;

/// How the options look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RadioLook {
    /// Buttons in one bar.
    #[default]
    Segments,
    /// One per line, with room for hints.
    List,
    /// Frames side by side, with room for hints.
    Cards,
}

/// Radio buttons. Inside a `Field group=true` the field's label names them; elsewhere give `label`.
#[component]
pub fn RadioGroup(
    #[prop(into)] value: Bound<String>,
    #[prop(into)] options: Signal<Vec<Choice>>,
    #[prop(optional, into)] label: Option<TextProp>,
    #[prop(optional, into)] disabled: Signal<bool>,
    #[prop(optional)] look: RadioLook,
) -> AnyView {
    let control = Control::new(label);
    let name = format!("r{}", next_id());
    let class = match look {
        RadioLook::Segments => "segments",
        RadioLook::List => "radio-list",
        RadioLook::Cards => "radio-cards",
    };
    let items = move || {
        options.get().into_iter().map(|choice| radio(choice, name.clone(), value, disabled)).collect_view()
    };
    view! {
        <div
            role="radiogroup"
            class=class
            aria-labelledby=control.labelled_by()
            aria-label=control.aria_label()
            aria-describedby=control.described_by()
            aria-invalid=control.invalid()
            aria-required=control.required()
        >
            {items}
        </div>
    }
    .into_any()
}

fn radio(choice: Choice, name: String, value: Bound<String>, disabled: Signal<bool>) -> AnyView {
    let Choice { value: own, label, hint, disabled: off, .. } = choice;
    let (is, set) = (own.clone(), own.clone());
    view! {
        <label class="radio">
            <input
                type="radio"
                name=name
                value=own
                disabled=move || off || disabled.get()
                prop:checked=move || value.with(|v| *v == is)
                on:change=move |_| value.set(set.clone())
            />
            <span class="radio-text">
                {move || label.get()}
                {hint.map(|hint| view! { <span class="field-hint">{move || hint.get()}</span> })}
            </span>
        </label>
    }
    .into_any()
}
