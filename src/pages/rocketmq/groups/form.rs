//! The fields of a group, for making one and for changing one.

use std::sync::Arc;

use dms_api::models::rocketmq::Group;
use dms_api::rules::{self, Problem};

use super::draft::{Change, GroupDraft, Value, What};
use super::source::Groups;
use super::words::{of_word, word, yes_no, yes_no_choices};
use crate::data::ApiFailure;
use crate::i18n::problems::complaint;
use crate::i18n::{
    Msg, core,
    rocketmq::{self as common, groups as text},
    t,
};
use crate::pages::rocketmq::facts::{BrokerBoxes, Facts, some_broker};
use crate::prelude::*;
use crate::shell::brief;
use crate::ui::{
    Choice, Field, FieldState, FormState, NumberInput, RadioGroup, RadioLook, Select, Switch, TextArea,
    TextInput,
};

/// The state of the fields.
#[derive(Clone, Copy)]
pub struct GroupForm {
    pub state: FormState,
    facts: Facts,
    pub name: FieldState,
    enabled: FieldState<bool>,
    broadcast: FieldState<bool>,
    retries: FieldState,
    /// `all` or `some`.
    spread: FieldState,
    brokers: FieldState<Vec<String>>,
    /// See [`word`].
    from_beginning: FieldState,
    orderly: FieldState,
    description: FieldState,
}

impl GroupForm {
    /// A form that makes a group beside `groups`.
    pub fn creating(facts: Facts, groups: Groups) -> Self {
        let state = FormState::new();
        let name = state.text("", move |raw| complaint(check_name(raw.trim(), groups)));
        Self::with(state, facts, name, &GroupDraft::default())
    }

    /// A form that changes a group.
    pub fn editing(facts: Facts, start: &GroupDraft) -> Self {
        let state = FormState::new();
        let name = state.free(start.name.clone());
        Self::with(state, facts, name, start)
    }

    fn with(state: FormState, facts: Facts, name: FieldState, start: &GroupDraft) -> Self {
        let spread = state.free(if start.some_brokers { "some" } else { "all" }.to_owned());
        Self {
            state,
            facts,
            name,
            spread,
            enabled: state.free(start.enabled),
            broadcast: state.free(start.broadcast),
            retries: state.text(start.retries.clone(), |raw| {
                complaint(rules::number(raw).and_then(|n| rules::RETRY_MAX.check(n)))
            }),
            brokers: state.field(start.brokers.clone(), move |chosen: &Vec<String>| {
                (spread.value.with(|s| s == "some")).then(|| some_broker(chosen)).flatten()
            }),
            from_beginning: state.free(word(start.from_beginning).to_owned()),
            orderly: state.free(word(start.orderly).to_owned()),
            description: state.text(start.description.clone(), |raw| complaint(rules::GROUP_DESC.check(raw))),
        }
    }

    /// What the form holds now. Tracked.
    pub fn draft(self) -> GroupDraft {
        GroupDraft {
            name: self.name.get(),
            enabled: self.enabled.get(),
            broadcast: self.broadcast.get(),
            retries: self.retries.get(),
            some_brokers: self.spread.value.with(|s| s == "some"),
            brokers: self.brokers.get(),
            from_beginning: of_word(&self.from_beginning.get()),
            orderly: of_word(&self.orderly.get()),
            description: self.description.get(),
        }
    }

    /// Shows a refusal by the service beside the field that it is about, if it is about one.
    pub fn reject(self, failure: &ApiFailure) {
        match failure.field() {
            Some("id" | "name" | "group" | "group_name") => self.name.reject(brief(failure)),
            Some("retry_max_time") => self.retries.reject(brief(failure)),
            Some("brokers") => self.brokers.reject(brief(failure)),
            Some("group_desc") => self.description.reject(brief(failure)),
            _ => {}
        }
    }
}

fn check_name(name: &str, groups: Groups) -> Result<(), Problem> {
    let items = groups.items();
    let names: Vec<&str> = items.iter().map(|group: &Arc<Group>| group.name.as_str()).collect();
    rules::rocketmq_group_name(name, &names)?;
    match groups.head() {
        // Where the quota is not told, the service decides.
        Some(head) if head.max > 0 && head.remaining == 0 => {
            Err(Problem::TooMany { max: usize::try_from(head.max).unwrap_or(usize::MAX) })
        }
        _ => Ok(()),
    }
}

/// Name and description of a new group.
#[component]
pub fn NameFields(form: GroupForm) -> AnyView {
    view! {
        <Field label=text::NAME of=form.name hint=text::NAME_HINT required=true>
            <TextInput value=form.name mono=true/>
        </Field>
        <Description form/>
    }
    .into_any()
}

/// What a group is for.
#[component]
pub fn Description(form: GroupForm) -> AnyView {
    view! {
        <Field label=core::DESCRIPTION of=form.description hint=common::NEWER_ONLY>
            <TextArea value=form.description rows=2 max_chars=200/>
        </Field>
    }
    .into_any()
}

/// How a group consumes. `present`: it exists already.
#[component]
pub fn ConsumeFields(form: GroupForm, present: bool) -> AnyView {
    let old = Signal::derive(move || form.facts.is_five() == Some(false));
    let options = Signal::derive(yes_no_choices);
    let unset = if present { text::AS_IT_IS } else { text::SERVICE_DECIDES };
    view! {
        <Switch checked=form.enabled label=text::ENABLED_SWITCH hint=text::ENABLED_HINT/>
        <Switch checked=form.broadcast label=text::BROADCAST_SWITCH hint=text::BROADCAST_HINT/>
        <Field label=text::RETRIES of=form.retries hint=text::RETRIES_HINT required=true>
            <NumberInput
                value=form.retries
                min=Signal::stored(rules::RETRY_MAX.min)
                max=Signal::stored(rules::RETRY_MAX.max)
            />
        </Field>
        <Field label=text::FROM_BEGINNING hint=text::FROM_BEGINNING_HINT>
            <Select value=form.from_beginning options placeholder=unset/>
        </Field>
        <Field label=text::ORDERLY hint=common::VERSION_FIVE_ONLY>
            <Select value=form.orderly options placeholder=unset disabled=old/>
        </Field>
    }
    .into_any()
}

/// Which brokers know the group. A group that exists has a list, a new one usually gets them all.
#[component]
pub fn BrokerFields(form: GroupForm, present: bool) -> AnyView {
    let five = move || form.facts.is_five() == Some(true);
    let options = Signal::derive(move || {
        vec![
            Choice::new("all", text::ALL_BROKERS),
            Choice::new("some", text::SOME_BROKERS).hint(common::BROKERS_HINT).disabled(five()),
        ]
    });
    let chosen = Memo::new(move |_| form.spread.value.with(|s| s == "some") && !(present && five()));
    view! {
        {(!present).then(|| view! {
            <RadioGroup value=form.spread options label=common::BROKERS look=RadioLook::List/>
        })}
        {move || chosen.get().then(|| view! { <BrokerBoxes field=form.brokers facts=form.facts/> })}
    }
    .into_any()
}

/// A setting's name.
pub fn label(what: What) -> Msg {
    match what {
        What::Enabled => text::STATE,
        What::Broadcast => text::MODE,
        What::Retries => text::RETRIES,
        What::Brokers => common::BROKERS,
        What::FromBeginning => text::FROM_BEGINNING,
        What::Orderly => text::ORDERLY,
        What::Description => core::DESCRIPTION,
    }
}

/// A value before or after a change, in words. Tracks the language.
pub fn shown(what: What, value: Value) -> String {
    match (what, value) {
        (_, Value::Text(text)) => text,
        (What::Enabled, Value::Switch(Some(on))) => {
            t(if on { text::ENABLED } else { text::DISABLED }).to_owned()
        }
        (What::Broadcast, Value::Switch(Some(on))) => super::words::mode(on).to_owned(),
        (_, Value::Switch(value)) => yes_no(value).to_owned(),
    }
}

/// A line of the review.
pub fn line(change: Change) -> crate::ui::Change {
    let Change { what, before, after } = change;
    crate::ui::Change::new(label(what), shown(what, before), shown(what, after))
}
