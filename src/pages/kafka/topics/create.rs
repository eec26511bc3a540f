//! `/kafka/{instance}/topics/new`: creating a topic.

use dms_api::ops::kafka::{CreateTopic, ShowInstance};
use leptos::prelude::*;

use super::draft::TopicDraft;
use super::fields::TopicFields;
use super::form::{Facts, TopicForm};
use super::source::use_topics;
use crate::data::{Mutation, use_query};
use crate::i18n::{core, number, t, tf, topics as text};
use crate::pages::request_preview::{RequestPreview, request_of};
use crate::routes::{Link, Route, go, use_leave_guard};
use crate::shell::Failure;
use crate::ui::{Button, ButtonKind, Fact, Form, KeyValues, PageHeader, Section, use_toasts};

/// The form on the left, what will be made of it on the right.
#[component]
pub fn NewTopicPage(instance: String) -> AnyView {
    let topics = use_topics(&instance);
    let shown = ShowInstance { instance_id: instance.clone() };
    let details = use_query(move || Some(shown.clone()));
    let brokers = Signal::derive(move || details.data()?.broker_num.map(i64::from));
    let facts = Facts { topics, brokers };
    let form = TopicForm::creating(facts);
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
    let list = Route::Topics { instance };
    view! {
        <div class="page page-form">
            <PageHeader title=text::CREATE state=move || t(text::CREATE_INTRO)/>
            <Form of=form.state on_submit=submit>
                <TopicFields form/>
                {move || mutation.failure.get().map(|failure| view! { <Failure failure/> })}
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
        </div>
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
        Some(number(left))
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
