//! The usual moments in the past, beside a field for a moment.

use leptos::prelude::*;

use crate::i18n::{Msg, messages as text, now, t};
use crate::pages::time_field::to_field;
use crate::ui::{Bound, Button, ButtonKind};

/// How long ago, in milliseconds.
const SPANS: [(i64, Msg); 3] =
    [(900_000, text::MINUTES_15_AGO), (3_600_000, text::HOUR_1_AGO), (86_400_000, text::HOURS_24_AGO)];

/// Buttons that put a moment into `field`, which holds what the browser's own control does.
#[component]
pub fn TimeShortcuts(#[prop(into)] field: Bound<String>) -> AnyView {
    let button = |(span, label): (i64, Msg)| {
        let pick = move |()| field.set(to_field(&(now() - span).to_string()));
        view! { <Button label kind=ButtonKind::Ghost on_click=pick/> }
    };
    view! {
        <div class="row-wrap" role="group" aria-label=move || t(text::SHORTCUTS)>{SPANS.map(button)}</div>
    }
    .into_any()
}
