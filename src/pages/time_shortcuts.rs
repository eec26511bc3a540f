//! Moments that are often wanted, beside a field for one.

use crate::i18n::{Msg, groups as text, now, t};
use crate::pages::time_field::to_field;
use crate::prelude::*;
use crate::ui::{Bound, Button};

/// Milliseconds before now.
const AGO: [(i64, Msg); 4] = [
    (900_000, text::AGO_15_MIN),
    (3_600_000, text::AGO_1_H),
    (21_600_000, text::AGO_6_H),
    (86_400_000, text::AGO_24_H),
];

/// Buttons that put a moment into `field`, which holds what the browser's own control does, in the zone that the page
/// shows.
#[component]
pub fn TimeShortcuts(#[prop(into)] field: Bound<String>) -> AnyView {
    let ago = |(ms, label): (i64, Msg)| {
        view! { <Button label on_click=move |()| field.set(to_field(&(now() - ms).to_string()))/> }
    };
    let today = move |()| {
        let day: String = to_field(&now().to_string()).chars().take(10).collect();
        field.set(format!("{day}T00:00:00"));
    };
    view! {
        <div class="usual-times" role="group" aria-label=move || t(text::USUAL_TIMES)>
            {AGO.map(ago).into_iter().collect_view()}
            <Button label=text::TODAY on_click=today/>
        </div>
    }
    .into_any()
}
