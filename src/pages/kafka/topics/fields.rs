//! The fields of a topic form on the page.

use dms_api::rules;

use super::draft::TIMESTAMP_TYPES;
use super::form::{Facts, TopicForm};
use crate::i18n::{core, tf, topics as text};
use crate::prelude::*;
use crate::ui::{Choice, Field, NumberInput, RadioGroup, Section, Switch, TextArea, TextInput};

/// Every setting of a topic. `present` is the number of partitions of a topic that exists already; its name and
/// replicas cannot be changed.
#[component]
pub fn TopicFields(form: TopicForm, facts: Facts, #[prop(optional)] present: Option<u32>) -> AnyView {
    view! {
        <Section title=text::SECTION_BASICS>
            {present.is_none().then(|| view! {
                <Field label=text::NAME of=form.name hint=text::NAME_HINT required=true>
                    <TextInput value=form.name mono=true/>
                </Field>
            })}
            <Partitions form facts present/>
            {present.is_none().then(|| view! {
                <Field label=text::REPLICAS of=form.replicas hint=text::REPLICAS_HINT required=true>
                    <NumberInput
                        value=form.replicas
                        min=Signal::stored(rules::REPLICAS.min)
                        max=Signal::stored(rules::REPLICAS.max)
                    />
                </Field>
            })}
            <Field label=core::DESCRIPTION of=form.description hint=text::DESCRIPTION_HINT>
                <TextArea value=form.description rows=2 max_chars=200/>
            </Field>
        </Section>
        <Durability form/>
        <Messages form/>
    }
    .into_any()
}

#[component]
fn Partitions(form: TopicForm, facts: Facts, present: Option<u32>) -> AnyView {
    let min = present.map_or(rules::PARTITIONS.min, i64::from);
    let hint = move || {
        let range = match present {
            Some(now) => tf(text::PARTITIONS_EDIT_HINT, &[("min", &now)]),
            None => tf(text::PARTITIONS_HINT, &[("max", &rules::PARTITIONS.max)]),
        };
        format!("{range} {}", facts.room())
    };
    view! {
        <Field label=text::PARTITIONS of=form.partitions hint=hint required=true>
            <NumberInput
                value=form.partitions
                min=Signal::stored(min)
                max=Signal::stored(rules::PARTITIONS.max.max(min))
            />
        </Field>
    }
    .into_any()
}

#[component]
fn Durability(form: TopicForm) -> AnyView {
    let sync_error = move || {
        form.sync_replication
            .problem()
            .map(|problem| view! { <p class="field-error" role="alert">{problem}</p> })
    };
    view! {
        <Section title=text::SECTION_DURABILITY>
            <Field label=text::RETENTION of=form.retention hint=text::RETENTION_HINT required=true>
                <NumberInput
                    value=form.retention
                    unit=text::HOURS
                    min=Signal::stored(rules::RETENTION_HOURS.min)
                    max=Signal::stored(rules::RETENTION_HOURS.max)
                />
            </Field>
            <Switch checked=form.sync_replication label=text::SYNC_REPLICATION hint=text::SYNC_REPLICATION_HINT/>
            {sync_error}
            <Switch checked=form.sync_flush label=text::SYNC_FLUSH hint=text::SYNC_FLUSH_HINT/>
        </Section>
    }
    .into_any()
}

#[component]
fn Messages(form: TopicForm) -> AnyView {
    let types = Signal::stored(TIMESTAMP_TYPES.map(Choice::plain).to_vec());
    view! {
        <Section title=text::SECTION_MESSAGES>
            <Field label=text::TIMESTAMP_TYPE hint=text::TIMESTAMP_HINT required=true group=true>
                <RadioGroup value=form.timestamp_type options=types/>
            </Field>
            <Field label=text::MAX_MESSAGE of=form.max_message hint=text::MAX_MESSAGE_HINT required=true>
                <NumberInput
                    value=form.max_message
                    unit=text::BYTES
                    min=Signal::stored(rules::MAX_MESSAGE_BYTES.min)
                    max=Signal::stored(rules::MAX_MESSAGE_BYTES.max)
                    step=1024
                />
            </Field>
        </Section>
    }
    .into_any()
}
