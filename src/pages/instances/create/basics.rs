//! Name, description, version, tags.

use super::form::{KafkaForm, tag_problem};
use crate::i18n::core;
use crate::i18n::instances::create as text;
use crate::i18n::instances::fact;
use crate::prelude::*;
use crate::ui::{Choice, Field, RadioGroup, Section, TagPair, TagsInput, TextArea, TextInput};

/// What the instance is called and which Kafka it runs.
#[component]
pub fn Basics(form: KafkaForm) -> AnyView {
    let versions =
        Signal::derive(move || form.offer.versions().into_iter().map(Choice::plain).collect::<Vec<_>>());
    let check = |(all, index): (Vec<TagPair>, usize)| tag_problem(&all, index);
    view! {
        <Section title=text::BASICS>
            <Field label=core::NAME of=form.name hint=text::NAME_HINT required=true>
                <TextInput value=form.name/>
            </Field>
            <Field label=core::DESCRIPTION of=form.description>
                <TextArea value=form.description rows=2 max_chars=1024/>
            </Field>
            <Field label=text::VERSION of=form.version hint=text::VERSION_HINT required=true group=true>
                <RadioGroup value=form.version options=versions/>
            </Field>
            <Field label=core::TAGS of=form.tags hint=text::TAGS_HINT group=true>
                <TagsInput value=form.tags check/>
            </Field>
            <Field label=fact::ENTERPRISE_PROJECT of=form.enterprise_project hint=text::PROJECT_HINT>
                <TextInput value=form.enterprise_project mono=true/>
            </Field>
        </Section>
    }
    .into_any()
}
