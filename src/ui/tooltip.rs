//! Tooltips: any element with `data-tip` shows it on hover and focus.

use leptos::prelude::*;

/// The one bubble of the page. Once, in the shell. Any element with a `data-tip` attribute then has a tooltip.
#[component]
pub fn TooltipLayer() -> AnyView {
    ().into_any()
}

/// Text with an explanation on hover and focus.
#[component]
pub fn Tooltip(#[prop(into)] text: TextProp, children: Children) -> AnyView {
    view! { <span class="has-tip" tabindex="0" data-tip=move || text.get()>{children()}</span> }.into_any()
}
