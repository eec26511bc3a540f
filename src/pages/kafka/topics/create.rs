//! `/kafka/{instance}/topics/new`: creating a topic.

use dms_api::operation::encode;
use dms_api::ops::kafka::{CreateTopic, ShowInstance};

use super::draft::TopicDraft;
use super::fields::TopicFields;
use super::form::{Facts, TopicForm};
use super::source::{Lookup, use_kafka_choices, use_topic, use_topics};
use crate::data::{Mutation, use_query};
use crate::i18n::{core, number, t, tf, topic_extras as extras, topics as text};
use crate::pages::request_preview::{RequestPreview, request_of};
use crate::prelude::*;
use crate::routes::{Link, Route, go, go_to_href, use_leave_guard, use_query_signal};
use crate::shell::Failure;
use crate::ui::{
    Banner, Bound, Button, ButtonKind, Fact, Field, Form, KeyValues, PageHeader, Section, Select, Skeleton,
    Tone, use_toasts,
};

/// A new topic, or one with the settings of another: of which stands in the query (`like`, `of` which instance).
#[component]
pub fn NewTopicPage(instance: String) -> AnyView {
    let (like, of) = (use_query_signal("like").get_untracked(), use_query_signal("of").get_untracked());
    let source = if of.is_empty() { instance.clone() } else { of };
    view! {
        <div class="page page-form">
            <PageHeader title=text::CREATE state=move || t(text::CREATE_INTRO)/>
            {match like.is_empty() {
                true => view! { <NewTopic instance start=TopicDraft::default()/> }.into_any(),
                false => view! { <Copying instance source topic=like/> }.into_any(),
            }}
        </div>
    }
    .into_any()
}

/// Waits for the settings of `topic` on `source`; the form starts with them as they are then.
#[component]
fn Copying(instance: String, source: String, topic: String) -> AnyView {
    let topics = use_topics(&source);
    let found = use_topic(topics, topic.clone());
    let start = Memo::new(move |earlier: Option<&Lookup>| match earlier {
        Some(settled @ (Lookup::Found(_) | Lookup::Missing)) => settled.clone(),
        _ => found.get(),
    });
    let form = move || {
        let (instance, source, topic) = (instance.clone(), source.clone(), topic.clone());
        match start.get() {
            Lookup::Found(model) => {
                // On another instance the name is free as a rule.
                let name = if source == instance { "" } else { topic.as_str() };
                let start = TopicDraft::copy_of(&model, name);
                view! { <NewTopic instance start copied=(source, topic)/> }.into_any()
            }
            Lookup::Missing => {
                let title = move || tf(extras::COPY_MISSING, &[("name", &topic)]);
                view! {
                    <Banner tone=Tone::Warn title/>
                    <NewTopic instance start=TopicDraft::default()/>
                }
                .into_any()
            }
            Lookup::Searching => match topics.error() {
                Some(failure) => {
                    view! { <Failure failure retry=Callback::new(move |()| topics.refresh())/> }.into_any()
                }
                None => view! { <Skeleton lines=8/> }.into_any(),
            },
        }
    };
    form.into_any()
}

/// The form on the left, what will be made of it on the right.
#[component]
fn NewTopic(
    instance: String,
    start: TopicDraft,
    /// Instance and name of the topic whose settings these are.
    #[prop(optional)]
    copied: Option<(String, String)>,
) -> AnyView {
    let topics = use_topics(&instance);
    let shown = ShowInstance { instance_id: instance.clone() };
    let details = use_query(move || Some(shown.clone()));
    let brokers = Signal::derive(move || details.data()?.broker_num.map(i64::from));
    let facts = Facts { topics, brokers };
    let form = TopicForm::creating(facts, &start);
    let mutation = Mutation::pending_in(form.state.sending);
    let toasts = use_toasts();

    let op = {
        let instance = instance.clone();
        move |draft: &TopicDraft| CreateTopic { instance_id: instance.clone(), body: draft.create_body() }
    };
    let preview_op = op.clone();
    let after = instance.clone();
    let submit = move |()| {
        let draft = untrack(|| form.draft());
        let (name, instance) = (draft.name.trim().to_owned(), after.clone());
        mutation.run(op(&draft), move |_| {
            toasts.ok(tf(text::CREATED_TOAST, &[("name", &name)]));
            go(&Route::Topic { instance, topic: name });
        });
    };
    Effect::new(move || {
        if let Some(failure) = mutation.failure.get() {
            form.reject(&failure);
        }
    });
    use_leave_guard(Signal::derive(move || form.state.is_dirty() && !form.state.sending.get()));
    let list = Route::Topics { instance: instance.clone() };
    let target = copied.map(|(source, topic)| view! { <Target instance source topic/> });
    view! {
        <Form of=form.state on_submit=submit>
            {target}
            <TopicFields form facts/>
            {move || mutation.failure.get().map(|failure| view! { <Failure failure of_change=true/> })}
            <div class="form-foot">
                <Link to=list.clone() class=ButtonKind::Secondary.class()>{move || t(core::CANCEL)}</Link>
                <Button label=text::CREATE kind=ButtonKind::Primary submit=true busy=form.state.sending/>
            </div>
        </Form>
        <aside class="page-aside" aria-label=move || t(text::SUMMARY)>
            <Section title=text::SUMMARY><Summary form facts/></Section>
            <Section title=core::REQUEST>
                <RequestPreview request=Signal::derive(move || request_of(&preview_op(&form.draft())))/>
            </Section>
        </aside>
    }
    .into_any()
}

/// Whose settings these are, and the instance that the copy is made on; another one is another page.
#[component]
fn Target(instance: String, source: String, topic: String) -> AnyView {
    let value = Bound::new(Signal::stored(instance), {
        let (source, topic) = (source.clone(), topic.clone());
        move |target: String| {
            let page = Route::NewTopic { instance: target }.href();
            go_to_href(format!("{page}?like={}&of={}", encode(&topic), encode(&source)));
        }
    });
    view! {
        <Banner tone=Tone::Info title=move || tf(extras::COPY_OF, &[("name", &topic)])/>
        <Field label=extras::COPY_TO required=true>
            <Select value options=use_kafka_choices()/>
        </Field>
    }
    .into_any()
}

/// What the numbers typed so far mean.
#[component]
fn Summary(form: TopicForm, facts: Facts) -> AnyView {
    let copies = move || {
        let draft = form.draft();
        let product = draft.partition_count()?.checked_mul(draft.replica_count()?)?;
        Some(number(product))
    };
    let left = move || {
        let left = facts.remaining()?.checked_sub(form.draft().partition_count()?)?;
        // Less than none cannot be left: the field says so.
        (left >= 0).then(|| number(left))
    };
    let known = |value: Option<String>| value.unwrap_or_else(|| "\u{2013}".to_owned());
    view! {
        <KeyValues>
            <Fact label=text::NAME value=move || form.name.get() mono=true wide=true/>
            <Fact label=text::STORED_COPIES value=move || known(copies())/>
            <Fact label=text::PARTITIONS_AFTER value=move || known(left())/>
        </KeyValues>
    }
    .into_any()
}
