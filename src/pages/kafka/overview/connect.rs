//! How to connect a client.

use std::sync::Arc;

use dms_api::models::Instance;

use super::snippet::{Access, Client};
use crate::i18n::instances::detail as text;
use crate::i18n::t;
use crate::prelude::*;
use crate::session;
use crate::ui::{Banner, Choice, CopyButton, RadioGroup, Section, Tone};

/// Settings for a client, to be copied.
#[component]
pub(super) fn ConnectSection(instance: Arc<Instance>) -> AnyView {
    let (private, public) = (Access::of(&instance, false), Access::of(&instance, true));
    let differs = [&private, &public].into_iter().flatten().any(|access| access.at_local_dms().is_some());
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
        let Some(access) = access.as_ref() else { return String::new() };
        let spoken = access.at_local_dms().filter(|_| session::at_local_dms());
        spoken.as_ref().unwrap_or(access).snippet(client)
    });
    let local = move || {
        (differs && session::at_local_dms())
            .then(|| view! { <Banner tone=Tone::Info title=text::CONNECT_LOCAL/> })
    };
    let replace = move || if snippet.with(|s| s.contains('<')) { t(text::CONNECT_HINT) } else { "" };
    let clients = vec![
        Choice::new("java", text::JAVA),
        Choice::new("kcat", text::KCAT),
        Choice::new("python", text::PYTHON),
    ];
    let sides = vec![Choice::new("private", text::PRIVATE), Choice::new("public", text::PUBLIC)];
    view! {
        <Section title=text::CONNECT hint=replace>
            <div class="row-wrap">
                <RadioGroup value=client options=Signal::stored(clients) label=text::CLIENT/>
                {both.then(|| {
                    view! {
                        <RadioGroup value=side options=Signal::stored(sides) label=text::ADDRESS_CHOICE/>
                    }
                })}
            </div>
            {local}
            <div class="preview-code">
                <pre class="mono" tabindex="0" role="group" aria-label=move || t(text::CONNECT)>{snippet}</pre>
                <CopyButton text=move || snippet.get()/>
            </div>
        </Section>
    }
    .into_any()
}
