//! Kafka Manager, the vendor's own page of an instance: its user's password and its restart (K5.2.2, K6).

use dms_api::models::Instance;
use dms_api::ops::kafka::RestartManager;

use super::passwords::{Of, ask};
use super::{Settings, change};
use crate::data::use_mutation;
use crate::i18n::{settings as text, t};
use crate::prelude::*;
use crate::shell::Failure;
use crate::ui::{Bound, ConfirmDialog, Fact, KeyValues, Section, use_toasts};

/// Whether there is one.
fn is_on(instance: &Instance) -> bool {
    instance.kafka_manager_enable != Some(false)
        && instance.kafka_manager_user.as_ref().is_some_and(|user| !user.is_empty())
}

/// Where it is and what can be done with it.
pub fn section(settings: Settings, instance: &Instance) -> AnyView {
    if !is_on(instance) {
        return view! {
            <Section title=text::MANAGER><p class="muted">{move || t(text::MANAGER_OFF)}</p></Section>
        }
        .into_any();
    }
    let actions = move || {
        view! {
            {change(settings, text::RESET_PASSWORD, move || ask(settings, Of::Manager))}
            {change(settings, text::MANAGER_RESTART, move || settings.restart_manager.set(true))}
        }
    };
    let user = instance.kafka_manager_user.clone().unwrap_or_default();
    let address = instance.management_connect_address.clone().unwrap_or_default();
    view! {
        <Section title=text::MANAGER hint=text::MANAGER_HINT actions>
            <KeyValues>
                <Fact label=text::USER value=user mono=true/>
                <Fact label=text::MANAGER_ADDRESS value=address mono=true copy=true/>
            </KeyValues>
        </Section>
    }
    .into_any()
}

/// Asks before it is restarted.
#[component]
pub(super) fn RestartManagerDialog(id: String, settings: Settings) -> AnyView {
    let (mutation, toasts) = (use_mutation(), use_toasts());
    let open = Bound::new(settings.restart_manager, move |open: bool| {
        settings.restart_manager.set(open);
        mutation.failure.set(None);
    });
    let confirm = move |()| {
        mutation.run(RestartManager { instance_id: id.clone() }, move |_| {
            toasts.ok(text::MANAGER_RESTARTED);
            settings.restart_manager.set(false);
        });
    };
    view! {
        <ConfirmDialog
            open
            title=text::MANAGER_RESTART_TITLE
            action=text::MANAGER_RESTART
            harmless=true
            busy=mutation.pending
            on_confirm=Callback::new(confirm)
        >
            <p>{move || t(text::MANAGER_RESTART_TEXT)}</p>
            {move || mutation.failure.get().map(|failure| view! { <Failure failure of_change=true/> })}
        </ConfirmDialog>
    }
    .into_any()
}
