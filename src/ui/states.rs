//! What stands where content is not: nothing yet, nothing at all, nothing because of an error.

use super::{Button, CopyButton, Glyph, Icon};
use crate::i18n::{Msg, t, ui as text};
use crate::prelude::*;

/// Nothing there: says so and what to do next.
#[component]
pub fn EmptyState(
    #[prop(into)] title: TextProp,
    #[prop(optional, into)] text: Option<TextProp>,
    #[prop(default = Glyph::List)] icon: Glyph,
    /// Buttons or links for what to do next.
    #[prop(optional)]
    children: Option<Children>,
) -> AnyView {
    view! {
        <div class="empty">
            <span class="empty-icon"><Icon of=icon/></span>
            <p class="empty-title">{move || title.get()}</p>
            {text.map(|text| view! { <p class="empty-text">{move || text.get()}</p> })}
            {children.map(|children| view! { <div class="empty-actions">{children()}</div> })}
        </div>
    }
    .into_any()
}

/// Grey bars while content is on its way for the first time.
#[component]
pub fn Skeleton(#[prop(default = 3)] lines: u32) -> AnyView {
    let bars = (0..lines).map(|_| view! { <span class="skeleton-bar"></span> }).collect_view();
    view! { <div class="skeleton" role="status"><span class="sr-only">{move || t(text::LOADING)}</span>{bars}</div> }
        .into_any()
}

/// Something failed: what, why, what to do, and a way to try again.
#[component]
pub fn ErrorState(
    #[prop(into)] title: TextProp,
    #[prop(optional, into)] message: Option<TextProp>,
    /// Error code, shown in monospace and copyable.
    #[prop(optional, into)]
    code: Option<String>,
    #[prop(optional, into)] request_id: Option<String>,
    #[prop(optional, into)] retry: Option<Callback<()>>,
    /// What to do about it.
    #[prop(optional)]
    children: Option<Children>,
) -> AnyView {
    let fact = |label: Msg, fact: Option<String>| {
        let fact = fact.filter(|fact| !fact.is_empty())?;
        let text = fact.clone();
        Some(view! {
            <span class="error-state-fact">
                {move || t(label)} <code>{fact}</code> <CopyButton text/>
            </span>
        })
    };
    view! {
        <div class="error-state" role="alert">
            <span class="error-state-icon"><Icon of=Glyph::Warning/></span>
            <p class="error-state-title">{move || title.get()}</p>
            {message.map(|message| view! { <p class="error-state-text">{move || message.get()}</p> })}
            {children.map(|children| view! { <div class="error-state-remedy">{children()}</div> })}
            <div class="error-state-facts">
                {fact(text::ERROR_CODE, code)} {fact(text::REQUEST_ID, request_id)}
            </div>
            {retry.map(|retry| view! { <Button label=text::RETRY icon=Glyph::Refresh on_click=retry/> })}
        </div>
    }
    .into_any()
}
