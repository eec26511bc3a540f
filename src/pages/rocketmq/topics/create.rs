//! `/rocketmq/{instance}/topics/new`: creating a topic.

use dms_api::ops::rocketmq::{CreateTopic, CreateTopicBody};
use dms_api::rules;

use super::new_draft::{NewDraft, Spread};
use super::new_form::NewForm;
use super::source::{Topics, use_topics};
use super::words::{message_type, permission_choices};
use crate::data::Mutation;
use crate::i18n::{
    core, number,
    rocketmq::{self as common, topics as text},
    t, tf,
};
use crate::pages::request_preview::{RequestPreview, request_of};
use crate::pages::rocketmq::facts::{BrokerBoxes, Facts, route, use_facts};
use crate::prelude::*;
use crate::routes::{Link, RocketMqPage, go, use_leave_guard};
use crate::shell::Failure;
use crate::ui::{
    Banner, Bound, Button, ButtonKind, Choice, Fact, Field, Form, KeyValues, NumberInput, PageHeader,
    RadioGroup, RadioLook, Section, Select, TextInput, Tone, use_toasts,
};

/// The form on the left, what will be made of it on the right.
#[component]
pub fn NewTopicPage(instance: String) -> AnyView {
    let (topics, facts) = (use_topics(&instance), use_facts(&instance));
    let form = NewForm::new(facts, topics);
    let mutation = Mutation::pending_in(form.state.sending);
    let toasts = use_toasts();
    let op = {
        let instance = instance.clone();
        move |draft: &NewDraft| CreateTopic { instance_id: instance.clone(), body: draft.body() }
    };
    let (preview_op, after) = (op.clone(), instance.clone());
    let submit = move |()| {
        let draft = untrack(|| form.draft());
        let (name, instance) = (draft.name.trim().to_owned(), after.clone());
        mutation.run(op(&draft), move |_| {
            toasts.ok(tf(text::CREATED_TOAST, &[("name", &name)]));
            go(&route(&instance, RocketMqPage::Topic(name)));
        });
    };
    Effect::new(move || {
        if let Some(failure) = mutation.failure.get() {
            form.reject(&failure);
        }
    });
    use_leave_guard(Signal::derive(move || form.state.is_dirty() && !form.state.sending.get()));
    let list = route(&instance, RocketMqPage::Topics);
    view! {
        <div class="page page-form">
            <PageHeader title=text::CREATE state=move || t(text::CREATE_INTRO)/>
            <Form of=form.state on_submit=submit>
                <Section title=text::SECTION_BASICS>
                    <Field label=text::NAME of=form.name hint=text::NAME_HINT required=true>
                        <TextInput value=form.name mono=true/>
                    </Field>
                    <Field label=text::PERMISSION required=true group=true>
                        <RadioGroup
                            value=form.permission
                            options=Signal::derive(permission_choices)
                            look=RadioLook::List
                        />
                    </Field>
                    <MessageType form/>
                </Section>
                <Placement form/>
                {move || mutation.failure.get().map(|failure| view! { <Failure failure of_change=true/> })}
                <div class="form-foot">
                    <Link to=list.clone() class=ButtonKind::Secondary.class()>{move || t(core::CANCEL)}</Link>
                    <Button label=text::CREATE kind=ButtonKind::Primary submit=true busy=form.state.sending/>
                </div>
            </Form>
            <aside class="page-aside" aria-label=move || t(text::SUMMARY)>
                <Section title=text::SUMMARY><Summary form topics/></Section>
                <Section title=core::REQUEST>
                    <RequestPreview request=Signal::derive(move || request_of(&preview_op(&form.draft())))/>
                </Section>
            </aside>
        </div>
    }
    .into_any()
}

/// What kind of messages the topic is for. Version 4.8.0 has no kinds.
#[component]
fn MessageType(form: NewForm) -> AnyView {
    let options = Signal::derive(|| {
        let choice = |kind: &&'static str| {
            let kind = *kind;
            Choice::new(kind, move || message_type(kind))
        };
        CreateTopicBody::MESSAGE_TYPES.iter().map(choice).collect::<Vec<_>>()
    });
    let old = Signal::derive(move || form.facts.is_five() == Some(false));
    view! {
        <Field label=text::MESSAGE_TYPE hint=common::VERSION_FIVE_ONLY>
            <Select value=form.message_type options placeholder=text::TYPE_DEFAULT disabled=old/>
        </Field>
    }
    .into_any()
}

/// Which brokers get how many queues.
#[component]
fn Placement(form: NewForm) -> AnyView {
    let facts = form.facts;
    let options = Signal::derive(move || {
        let choice = |spread: Spread| {
            let (label, hint) = match spread {
                Spread::All => (text::SPREAD_ALL, text::SPREAD_ALL_HINT),
                Spread::Some => (text::SPREAD_SOME, common::BROKERS_HINT),
                Spread::Each => (text::SPREAD_EACH, common::NEWER_ONLY),
            };
            let impossible = spread == Spread::Some && facts.is_five() == Some(true);
            Choice::new(spread.word(), label).hint(hint).disabled(impossible)
        };
        Spread::ALL.into_iter().map(choice).collect::<Vec<_>>()
    });
    let spread = Memo::new(move |_| form.spread());
    let numbers = move || {
        let same = (spread.get() != Spread::Each).then(|| {
            view! {
                <Field label=text::QUEUES_EACH of=form.queues hint=text::QUEUES_HINT required=true>
                    <NumberInput
                        value=form.queues
                        min=Signal::stored(rules::QUEUES.min)
                        max=Signal::stored(rules::QUEUES.max)
                    />
                </Field>
            }
        });
        let some = (spread.get() == Spread::Some).then(|| view! { <BrokerBoxes field=form.brokers facts/> });
        let each = (spread.get() == Spread::Each).then(|| view! { <EachBroker form facts/> });
        view! { {some} {same} {each} }
    };
    view! {
        <Section title=text::SECTION_QUEUES>
            <RadioGroup value=form.spread options label=text::SPREAD look=RadioLook::List/>
            {move || facts.brokers_query().error().map(|_| view! {
                <Banner tone=Tone::Warn title=text::BROKERS_UNKNOWN>
                    <Button
                        label=core::RETRY
                        on_click=move |()| facts.brokers_query().refresh()
                    />
                </Banner>
            })}
            {numbers}
        </Section>
    }
    .into_any()
}

/// A number for each broker.
#[component]
fn EachBroker(form: NewForm, facts: Facts) -> AnyView {
    let inputs = move || {
        let each = facts.brokers().into_iter().map(|broker| {
            let (label, shown) = (broker.clone(), broker.clone());
            let now = Signal::derive(move || {
                let own = |all: &Vec<(String, String)>| {
                    all.iter().find(|(name, _)| *name == shown).map(|(_, n)| n.clone()).unwrap_or_default()
                };
                form.each.value.with(own)
            });
            let value = Bound::new(now, move |typed: String| {
                form.each.value.update(|all| match all.iter_mut().find(|(name, _)| *name == broker) {
                    Some((_, n)) => *n = typed,
                    None => all.push((broker.clone(), typed)),
                });
            });
            view! {
                <span class="row broker-queues">
                    <span class="mono" aria-hidden="true">{label.clone()}</span>
                    <NumberInput
                        value
                        label=move || tf(text::QUEUES_OF, &[("broker", &label)])
                        min=Signal::stored(rules::QUEUES.min)
                        max=Signal::stored(rules::QUEUES.max)
                    />
                </span>
            }
        });
        each.collect_view()
    };
    let invalid = move || form.each.error().with(Option::is_some).then_some("true");
    view! {
        <Field label=text::QUEUES_BY_BROKER of=form.each hint=text::EACH_HINT required=true group=true>
            <div
                class="stack-small"
                role="group"
                aria-label=move || t(text::QUEUES_BY_BROKER)
                aria-invalid=invalid
                on:focusout=move |_| form.each.touched.set(true)
            >
                {inputs}
            </div>
        </Field>
    }
    .into_any()
}

/// What the numbers typed so far mean.
#[component]
fn Summary(form: NewForm, topics: Topics) -> AnyView {
    let total = move || form.draft().total(form.facts.brokers().len()).filter(|n| *n > 0).map(number);
    let left = move || {
        let head = topics.head().filter(|head| head.max > 0)?;
        Some(number(head.remaining.saturating_sub(1)))
    };
    let known = |value: Option<String>| value.unwrap_or_else(|| "\u{2013}".to_owned());
    view! {
        <KeyValues>
            <Fact label=text::NAME value=move || form.name.get() mono=true wide=true/>
            <Fact label=text::QUEUES_TOTAL value=move || known(total())/>
            <Fact label=text::TOPICS_AFTER value=move || known(left())/>
        </KeyValues>
        {move || (super::words::Kind::of(form.name.get().trim()) != super::words::Kind::Normal).then(|| view! {
            <Banner tone=Tone::Warn title=text::OWN_NAME_WARNING/>
        })}
    }
    .into_any()
}
