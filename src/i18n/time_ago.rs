//! A relative time with the exact one on hover.

use crate::i18n::{date_time_exact, relative};
use crate::prelude::*;

/// "5 min ago" in a `<time>` whose title is the exact time. `None` or 0 shows a dash.
#[component]
pub fn TimeAgo(
    /// Epoch milliseconds.
    #[prop(into)]
    ms: Signal<Option<i64>>,
) -> impl IntoView {
    move || match ms.get().filter(|ms| *ms > 0) {
        Some(ms) => {
            view! { <time title=move || date_time_exact(ms)>{move || relative(ms)}</time> }.into_any()
        }
        None => view! { <span class="muted">"–"</span> }.into_any(),
    }
}
