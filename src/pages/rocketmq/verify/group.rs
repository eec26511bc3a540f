//! The group whose client is to get the messages, where the topic does not tell.

use crate::i18n::rocketmq::verify as text;
use crate::pages::rocketmq::topics::Subscriptions;
use crate::prelude::*;
use crate::shell::Failure;
use crate::ui::{Choice, Combobox, Field};

/// Name of the chosen group, `""` for none: chosen anew for each topic; one that consumes it alone is the one.
pub fn pick(topic: Signal<String>, groups: Subscriptions) -> RwSignal<String> {
    let group = RwSignal::new(String::new());
    Effect::new(move |before: Option<String>| {
        let (topic, items) = (topic.get(), groups.items());
        let stays = before.as_ref() == Some(&topic) && group.with_untracked(|group| !group.is_empty());
        if !stays {
            let only = if items.len() == 1 { items.first() } else { None };
            group.set(only.map(|name| (**name).clone()).unwrap_or_default());
        }
        topic
    });
    group
}

/// The field. Another group than those that the service knows for the topic can be typed.
pub fn field(group: RwSignal<String>, groups: Subscriptions) -> AnyView {
    let options = Signal::derive(move || {
        groups.items().iter().map(|name| Choice::plain((**name).clone())).collect::<Vec<_>>()
    });
    view! {
        {move || groups.error().map(|failure| {
            view! { <Failure failure retry=Callback::new(move |()| groups.refresh())/> }
        })}
        <Field label=text::GROUP hint=text::GROUP_HINT required=true>
            <Combobox value=group options free=true placeholder=text::GROUP_PLACEHOLDER/>
        </Field>
    }
    .into_any()
}
