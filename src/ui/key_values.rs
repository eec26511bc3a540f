//! Facts about one thing, as name and value.

use super::CopyButton;
use crate::prelude::*;

/// A list of [`Fact`]s, in as many columns as fit.
#[component]
pub fn KeyValues(children: Children) -> AnyView {
    view! { <dl class="facts">{children()}</dl> }.into_any()
}

/// One name and its value.
#[component]
pub fn Fact(
    #[prop(into)] label: TextProp,
    /// The value as text, shown where there are no children; empty shows a dash.
    #[prop(optional, into)]
    value: Option<TextProp>,
    /// In the monospace font: ids, addresses.
    #[prop(optional)]
    mono: bool,
    /// With a button that copies `value`.
    #[prop(optional)]
    copy: bool,
    /// Over the whole width.
    #[prop(optional)]
    wide: bool,
    #[prop(optional)] children: Option<Children>,
) -> AnyView {
    let shown = match (children, value.clone()) {
        (Some(children), _) => children(),
        (None, Some(value)) => view! { <span>{move || dash(value.get().as_str())}</span> }.into_any(),
        (None, None) => "–".into_any(),
    };
    let copy = value.filter(|_| copy).map(|value| {
        let has_text = {
            let value = value.clone();
            move || !value.get().is_empty()
        };
        move || has_text().then(|| view! { <CopyButton text=value.clone()/> })
    });
    view! {
        <div class="fact" class:is-wide=wide>
            <dt>{move || label.get()}</dt>
            <dd class:mono=mono>{shown} {copy}</dd>
        </div>
    }
    .into_any()
}

fn dash(text: &str) -> String {
    if text.is_empty() { "–".to_owned() } else { text.to_owned() }
}
