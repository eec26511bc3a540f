//! The DMS on the user's own machine.

use dms_api::LocalDms;
use leptos::task::spawn_local;

use crate::data::ApiFailure;
use crate::i18n::{sign_in as text, t};
use crate::prelude::*;
use crate::session::{self, sign_in};
use crate::shell::Failure;
use crate::ui::{Button, ButtonKind, Glyph, Icon};

/// Offers the local DMS: one click.
#[component]
pub fn LocalCard(local: LocalDms) -> AnyView {
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<ApiFailure>));
    let open = move |()| {
        let local = local.clone();
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            match sign_in::as_local(&local).await {
                Ok(session) => session::begin(session),
                Err(problem) => drop(failure.try_set(Some(problem))),
            }
            busy.try_set(false);
        });
    };
    view! {
        <section class="local-card">
            <h2><Icon of=Glyph::Instance/> {move || t(text::LOCAL_TITLE)}</h2>
            <p>{move || t(text::LOCAL_TEXT)}</p>
            <Button label=text::LOCAL_OPEN kind=ButtonKind::Primary busy on_click=open/>
            {move || failure.get().map(|failure| view! { <Failure failure/> })}
        </section>
        <p class="sign-in-or"><span>{move || t(text::OR_CLOUD)}</span></p>
    }
    .into_any()
}
