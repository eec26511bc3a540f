//! Says so while the browser has no network, and asks again for what failed once it is back.

use leptos::ev;

use crate::data;
use crate::i18n::shell as text;
use crate::prelude::*;
use crate::ui::{Banner, Tone};

/// The banner, shown while offline.
#[component]
pub fn OfflineBanner() -> AnyView {
    let online = RwSignal::new(window().navigator().on_line());
    let on = window_event_listener(ev::online, move |_| {
        online.set(true);
        data::resume();
    });
    let off = window_event_listener(ev::offline, move |_| online.set(false));
    on_cleanup(move || {
        on.remove();
        off.remove();
    });
    view! { {move || (!online.get()).then(|| view! { <Banner tone=Tone::Warn title=text::OFFLINE/> })} }
        .into_any()
}
