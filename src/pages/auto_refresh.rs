//! How often a page asks again by itself.

use crate::i18n::{core, groups as text, t, tf};
use crate::prelude::*;
use crate::routes::QueryText;
use crate::ui::{Glyph, IconButton, MenuButton, MenuItem};

/// Seconds to choose from; 0 is never.
const CHOICES: [u32; 5] = [0, 5, 10, 30, 60];

/// Milliseconds between two looks: what the URL says, else `usual` seconds; 0 for never.
pub fn pace(chosen: QueryText, usual: impl Fn() -> u32 + Send + Sync + 'static) -> Signal<u32> {
    Signal::derive(move || chosen.get().parse().unwrap_or_else(|_| usual()).min(3600) * 1000)
}

/// A button that asks now, and a menu of how often to ask.
#[component]
pub fn AutoRefresh(
    chosen: QueryText,
    every_ms: Signal<u32>,
    #[prop(into)] on_refresh: Callback<()>,
) -> AnyView {
    let label = move |seconds: u32| match seconds {
        0 => t(text::EVERY_OFF).to_owned(),
        n => tf(text::EVERY, &[("n", &n)]),
    };
    let now = move || every_ms.get() / 1000;
    let items = move |()| {
        let current = untrack(now);
        let item = |seconds: u32| {
            let set = move || chosen.set(seconds.to_string());
            MenuItem::new(move || label(seconds), set).checked(seconds == current)
        };
        CHOICES.into_iter().map(item).collect::<Vec<_>>()
    };
    view! {
        <IconButton icon=Glyph::Refresh label=core::REFRESH on_click=on_refresh/>
        <MenuButton
            label=text::AUTO_REFRESH
            items
            class="chip"
            face=move || view! { <span class="chip-value">{move || label(now())}</span> }
        />
    }
    .into_any()
}
