//! Buttons.

use super::dom::flag;
use super::{Glyph, Icon};
use crate::prelude::*;

/// How much a button stands out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one thing to do on the page.
    Primary,
    #[default]
    Secondary,
    /// Destroys something.
    Danger,
    /// No frame until hovered.
    Ghost,
}

impl ButtonKind {
    /// The classes, for links that look like buttons.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Primary => "btn btn-primary",
            Self::Secondary => "btn",
            Self::Danger => "btn btn-danger",
            Self::Ghost => "btn btn-ghost",
        }
    }
}

/// A button with a label. While `busy` it shows a spinner and ignores clicks but keeps focus and size.
#[component]
pub fn Button(
    #[prop(into)] label: TextProp,
    #[prop(optional)] kind: ButtonKind,
    #[prop(optional)] icon: Option<Glyph>,
    #[prop(optional, into)] busy: Signal<bool>,
    #[prop(optional, into)] disabled: Signal<bool>,
    /// Why it is disabled or what it does: shown on hover and focus.
    #[prop(optional, into)]
    tip: Option<TextProp>,
    /// Sends the form it stands in.
    #[prop(optional)]
    submit: bool,
    #[prop(optional, into)] on_click: Option<Callback<()>>,
) -> AnyView {
    let blocked = move || busy.get() || disabled.get();
    let click = move |event: web_sys::MouseEvent| {
        if busy.get_untracked() || disabled.get_untracked() {
            event.prevent_default();
        } else if let Some(on_click) = on_click {
            on_click.run(());
        }
    };
    // aria-disabled instead of disabled: the button stays reachable and can say why.
    view! {
        <button
            type=if submit { "submit" } else { "button" }
            class=kind.class()
            class:is-busy=busy
            aria-disabled=move || flag(blocked())
            aria-busy=move || flag(busy.get())
            data-tip=tip.map(|tip| move || tip.get())
            on:click=click
        >
            {icon.map(|glyph| view! { <Icon of=glyph/> })}
            <span class="btn-label">{move || label.get()}</span>
        </button>
    }
    .into_any()
}

/// A square button with an icon only; the label is its name and its tooltip.
#[component]
pub fn IconButton(
    icon: Glyph,
    #[prop(into)] label: TextProp,
    #[prop(optional, into)] disabled: Signal<bool>,
    /// For toggles: whether it is on.
    #[prop(optional, into)]
    pressed: Option<Signal<bool>>,
    #[prop(optional, into)] on_click: Option<Callback<()>>,
) -> AnyView {
    let name = label.clone();
    let click = move |_| {
        if let (Some(on_click), false) = (on_click, disabled.get_untracked()) {
            on_click.run(());
        }
    };
    view! {
        <button
            type="button"
            class="icon-btn"
            aria-label=move || name.get()
            aria-disabled=move || flag(disabled.get())
            aria-pressed=pressed.map(|on| move || super::dom::truth(on.get()))
            data-tip=move || label.get()
            on:click=click
        >
            <Icon of=icon/>
        </button>
    }
    .into_any()
}
