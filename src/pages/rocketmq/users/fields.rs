//! The form about a user on the page.

use super::form::UserForm;
use super::lines::{LinesField, rights_with};
use super::rights::Kind;
use super::source::Things;
use crate::i18n::{rocketmq::users as text, t, users as shared};
use crate::pages::new_password::NewPasswordFields;
use crate::prelude::*;
use crate::ui::{Checkbox, Field, Section, Select, TextInput};

/// Every field; the name only of a new user.
#[component]
pub fn UserFields(form: UserForm, things: Things, editing: bool) -> AnyView {
    let name = (!editing).then(|| {
        view! {
            <Field label=shared::NAME of=form.name hint=text::NAME_HINT required=true>
                <TextInput value=form.name mono=true/>
            </Field>
        }
    });
    let note = if editing { text::KEY_KEPT } else { text::KEY_NOTE };
    let topics = Signal::derive(move || things.topics.progress().done.then(|| things.topic_names()));
    let groups = Signal::derive(move || things.groups.progress().done.then(|| things.group_names()));
    view! {
        {name}
        <NewPasswordFields
            of=form.key
            label=text::KEY
            again=text::KEY_AGAIN
            name_rule=text::KEY_RULE
        />
        <p class="field-hint">{move || t(note)}</p>
        <Field label=text::WHITE_LIST of=form.white_list hint=text::WHITE_LIST_HINT>
            <TextInput value=form.white_list mono=true/>
        </Field>
        <Section title=text::SECTION_RIGHTS hint=text::DEFAULTS_HINT>
            <Checkbox checked=form.admin label=text::ADMIN hint=text::ADMIN_TIP/>
            <div class="field-pair">
                <Field label=text::DEFAULT_TOPIC of=form.topic_default required=true>
                    <Select
                        value=form.topic_default
                        options=rights_with(Kind::Topic, form.topic_default.into())
                    />
                </Field>
                <Field label=text::DEFAULT_GROUP of=form.group_default required=true>
                    <Select
                        value=form.group_default
                        options=rights_with(Kind::Group, form.group_default.into())
                    />
                </Field>
            </div>
            <LinesField kind=Kind::Topic of=form.topics label=text::SPECIAL_TOPICS names=topics/>
            <LinesField kind=Kind::Group of=form.groups label=text::SPECIAL_GROUPS names=groups/>
        </Section>
    }
    .into_any()
}
