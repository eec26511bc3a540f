//! How to connect a client.

use std::sync::Arc;

use dms_api::models::Instance;
use leptos::prelude::*;

use super::snippet::{Access, Client};
use crate::i18n::instances::detail as text;
use crate::i18n::t;
use crate::ui::{Choice, CopyButton, RadioGroup, Section};

/// Settings for a client, to be copied.
#[component]
pub(super) fn ConnectSection(instance: Arc<Instance>) -> AnyView {
    let (private, public) = (Access::of(&instance, false), Access::of(&instance, true));
    if private.is_none() && public.is_none() {
        return view! {
            <Section title=text::CONNECT>
                <p class="muted">{move || t(text::NO_ADDRESS)}</p>
            </Section>
        }
        .into_any();
    }
    let both = private.is_some() && public.is_some();
    let client = RwSignal::new("java".to_owned());
    let side = RwSignal::new(if private.is_some() { "private" } else { "public" }.to_owned());
    let snippet = Memo::new(move |_| {
        let access = if side.with(|s| s == "public") { &public } else { &private };
        let client = match client.get().as_str() {
            "kcat" => Client::Kcat,
            "python" => Client::Python,
            _ => Client::Java,
        };
        access.as_ref().map(|a| a.snippet(client)).unwrap_or_default()
    });
    let clients = vec![
        Choice::new("java", text::JAVA),
        Choice::new("kcat", text::KCAT),
        Choice::new("python", text::PYTHON),
    ];
    let sides = vec![Choice::new("private", text::PRIVATE), Choice::new("public", text::PUBLIC)];
    view! {
        <Section title=text::CONNECT hint=text::CONNECT_HINT>
            <div class="row-wrap">
                <RadioGroup value=client options=Signal::stored(clients) label=text::CLIENT/>
                {both.then(|| {
                    view! {
                        <RadioGroup value=side options=Signal::stored(sides) label=text::ADDRESS_CHOICE/>
                    }
                })}
            </div>
            <div class="preview-code">
                <pre class="mono" tabindex="0" role="group" aria-label=move || t(text::CONNECT)>{snippet}</pre>
                <CopyButton text=move || snippet.get()/>
            </div>
        </Section>
    }
    .into_any()
}
