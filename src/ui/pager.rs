//! Leafing through something page by page.

use std::fmt::Display;

use super::{Bound, Glyph, IconButton};
use crate::i18n::{Msg, number, tf};
use crate::prelude::*;

/// What a pager says.
#[derive(Clone, Copy)]
pub struct PagerWords {
    /// With `{from}`, `{to}` and `{total}`.
    pub shown: Msg,
    pub earlier: Msg,
    pub later: Msg,
}

/// Which part is shown, and the way to the parts before and after it. `page` counts from 0.
#[component]
pub fn Pager(
    #[prop(into)] page: Bound<usize>,
    /// How many things there are.
    #[prop(into)]
    total: Signal<usize>,
    /// How many of them are on a page.
    per: usize,
    words: PagerWords,
) -> AnyView {
    let label = move || {
        let (total, from) = (total.get(), page.get() * per);
        let values: [(&str, &dyn Display); 3] = [
            ("from", &number((from + 1).min(total) as u64)),
            ("to", &number((from + per).min(total) as u64)),
            ("total", &number(total as u64)),
        ];
        tf(words.shown, &values)
    };
    let first = Signal::derive(move || page.get() == 0);
    let last = Signal::derive(move || (page.get() + 1) * per >= total.get());
    view! {
        <span class="row">
            <span role="status">{label}</span>
            <IconButton
                icon=Glyph::ChevronLeft
                label=words.earlier
                disabled=first
                on_click=move |()| page.set(page.peek().saturating_sub(1))
            />
            <IconButton
                icon=Glyph::ChevronRight
                label=words.later
                disabled=last
                on_click=move |()| page.set(page.peek() + 1)
            />
        </span>
    }
    .into_any()
}
