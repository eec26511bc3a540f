//! Topics that come into being when a client first names them (K5.2.3).

use dms_api::models::Instance;
use dms_api::ops::kafka::{AutoTopicBody, SetAutoTopic};

use super::{Settings, change};
use crate::data::use_mutation;
use crate::i18n::{core, settings as text, t};
use crate::prelude::*;
use crate::shell::Failure;
use crate::ui::{Bound, Change, ConfirmDialog, DiffTable, Fact, KeyValues, Section, use_toasts};

/// The switch as it is.
pub fn section(settings: Settings, instance: &Instance) -> AnyView {
    let on = instance.enable_auto_topic;
    let label = if on == Some(true) { text::TURN_OFF } else { text::TURN_ON };
    let actions = move || change(settings, label, move || settings.auto_topics.set(true));
    let state = move || match on {
        Some(on) => t(if on { core::ON } else { core::OFF }),
        None => t(crate::i18n::instances::UNKNOWN),
    };
    view! {
        <Section title=text::AUTO hint=text::AUTO_HINT actions>
            <KeyValues><Fact label=text::AUTO_STATE value=state/></KeyValues>
        </Section>
    }
    .into_any()
}

/// Before, after, and what it means.
#[component]
pub(super) fn AutoTopicsDialog(id: String, settings: Settings) -> AnyView {
    let (mutation, toasts) = (use_mutation(), use_toasts());
    let open = Bound::new(settings.auto_topics, move |open: bool| {
        settings.auto_topics.set(open);
        mutation.failure.set(None);
    });
    let was = Memo::new(move |_| {
        settings.instance.with(|i| i.as_ref().and_then(|i| i.enable_auto_topic)).unwrap_or_default()
    });
    let title = move || t(if was.get() { text::AUTO_OFF_TITLE } else { text::AUTO_ON_TITLE });
    let action = move || t(if was.get() { text::TURN_OFF } else { text::TURN_ON });
    let meaning = move || t(if was.get() { text::AUTO_OFF_TEXT } else { text::AUTO_ON_TEXT });
    let changes = Signal::derive(move || {
        let word = |on: bool| t(if on { core::ON } else { core::OFF });
        vec![Change::new(text::AUTO_STATE, word(was.get()), word(!was.get()))]
    });
    let confirm = move |()| {
        let body = AutoTopicBody { enable_auto_topic: !was.get_untracked() };
        mutation.run(SetAutoTopic { instance_id: id.clone(), body }, move |_| {
            toasts.ok(text::AUTO_DONE);
            settings.auto_topics.set(false);
        });
    };
    view! {
        <ConfirmDialog
            open
            title
            action
            harmless=true
            busy=mutation.pending
            on_confirm=Callback::new(confirm)
        >
            <DiffTable changes/>
            <p>{meaning}</p>
            {move || mutation.failure.get().map(|failure| view! { <Failure failure of_change=true/> })}
        </ConfirmDialog>
    }
    .into_any()
}
