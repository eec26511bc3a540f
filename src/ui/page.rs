//! The top of a page and its sections.

use crate::prelude::*;

/// Title, one line of state, actions at the right. The title takes focus when the page opens.
#[component]
pub fn PageHeader(
    #[prop(into)] title: TextProp,
    /// One line of state under the title.
    #[prop(optional, into)]
    state: ViewFn,
    /// Buttons at the right, the primary one last.
    #[prop(optional, into)]
    actions: ViewFn,
    /// Beside the title: a copy button, a badge.
    #[prop(optional, into)]
    beside: ViewFn,
) -> AnyView {
    view! {
        <header class="page-header">
            <div class="page-header-text">
                <div class="page-title">
                    <h1 tabindex="-1">{move || title.get()}</h1>
                    {beside.run()}
                </div>
                <div class="page-state">{move || state.run()}</div>
            </div>
            <div class="page-actions">{actions.run()}</div>
        </header>
    }
    .into_any()
}

/// A titled group, set apart by a hairline rather than a frame.
#[component]
pub fn Section(
    #[prop(into)] title: TextProp,
    #[prop(optional, into)] hint: Option<TextProp>,
    /// Buttons at the right of the title.
    #[prop(optional, into)]
    actions: ViewFn,
    children: Children,
) -> AnyView {
    let id = format!("s{}", super::dom::next_id());
    let labelled_by = id.clone();
    view! {
        <section class="section" aria-labelledby=labelled_by>
            <header class="section-head">
                <h2 id=id>{move || title.get()}</h2>
                {hint.map(|hint| view! { <p class="section-hint">{move || hint.get()}</p> })}
                <div class="section-actions">{actions.run()}</div>
            </header>
            {children()}
        </section>
    }
    .into_any()
}
