//! The form of [`Edit`]: what both engines' APIs take, and what only one does.

use dms_api::operation::Engine;
use dms_api::ops::kafka::ListMaintainWindows;

use super::Edit;
use crate::data::use_query;
use crate::i18n::instances::create as create_text;
use crate::i18n::instances::{detail as text, fact};
use crate::i18n::{core, t};
use crate::pages::instances::detail::changes::POLICIES;
use crate::prelude::*;
use crate::ui::{Checkbox, Choice, Field, RadioGroup, Select, TextArea, TextInput};

/// The fields of the engine.
#[component]
pub(super) fn Fields(edit: Edit) -> AnyView {
    let own = match edit.engine {
        Engine::Kafka => view! { <KafkaFields edit/> }.into_any(),
        Engine::RocketMq => view! { <RocketMqFields edit/> }.into_any(),
    };
    view! {
        <Field label=core::NAME of=edit.name hint=create_text::NAME_HINT required=true>
            <TextInput value=edit.name/>
        </Field>
        <Field label=core::DESCRIPTION of=edit.description>
            <TextArea value=edit.description rows=2 max_chars=1024/>
        </Field>
        <Field label=create_text::GROUP of=edit.security_group hint=text::GROUP_WARNING required=true>
            <TextInput value=edit.security_group mono=true/>
        </Field>
        {own}
        <p class="field-hint">{move || t(text::READ_ONLY_FIELDS)}</p>
    }
    .into_any()
}

#[component]
fn KafkaFields(edit: Edit) -> AnyView {
    let windows = use_query(|| Some(ListMaintainWindows {}));
    let current = edit.window.value.get_untracked();
    let options = Signal::derive(move || {
        let list = windows.data();
        let all = list.iter().flat_map(|list| list.maintain_windows.iter());
        let hours = all.filter_map(|w| Some((w.begin_hour()?, w.end_hour()?)));
        let mut choices: Vec<Choice> = hours
            .map(|(b, e)| Choice::new(format!("{b:02}:00:00-{e:02}:00:00"), format!("{b:02}:00 – {e:02}:00")))
            .collect();
        // What the instance has stays a choice even if the service no longer lists it.
        if !choices.iter().any(|c| c.value == current) {
            choices.insert(0, Choice::new(current.clone(), text::WINDOW_KEEP));
        }
        choices
    });
    let policies = POLICIES.map(|(code, words)| Choice::new(code, words)).to_vec();
    view! {
        <Field label=fact::WINDOW of=edit.window hint=create_text::WINDOW_HINT required=true>
            <Select value=edit.window options/>
        </Field>
        <Field label=fact::RETENTION_POLICY of=edit.retention group=true required=true>
            <RadioGroup value=edit.retention options=Signal::stored(policies)/>
        </Field>
        <Field label=fact::ENTERPRISE_PROJECT of=edit.enterprise_project hint=create_text::PROJECT_HINT>
            <TextInput value=edit.enterprise_project mono=true/>
        </Field>
    }
    .into_any()
}

#[component]
fn RocketMqFields(edit: Edit) -> AnyView {
    view! {
        <Checkbox checked=edit.acl label=fact::ACL/>
        <Checkbox checked=edit.public label=fact::PUBLIC_ACCESS/>
        <Show when=move || edit.public.get()>
            <Field label=fact::PUBLIC_IP_IDS of=edit.public_ips required=true hint=text::PUBLIC_IPS_HINT>
                <TextArea value=edit.public_ips mono=true rows=3/>
            </Field>
        </Show>
    }
    .into_any()
}
