//! Changing a topic's queues, permission and description.

mod fields;

use std::sync::Arc;

use dms_api::models::rocketmq::{Topic, TopicPermission};
use dms_api::ops::rocketmq::{ModifyTopic, ShowTopic};

use super::draft::{Change, TopicDraft, What};
use super::words::{permission, permission_choices};
use crate::data::{Mutation, use_mutation, use_query};
use crate::i18n::{
    core,
    rocketmq::{self as common, topics as text},
    t, tf,
};
use crate::pages::rocketmq::fresh;
use crate::prelude::*;
use crate::shell::Failure;
use crate::ui::{
    Banner, Bound, Button, ButtonKind, Dialog, DiffTable, Field, Form, FormState, RadioGroup, RadioLook,
    Skeleton, TextArea, Tone, use_toasts,
};

use fields::{EditFields, Numbers};

/// Open while `topic` is not empty.
#[component]
pub fn EditTopicDialog(
    instance: String,
    topic: RwSignal<String>,
    /// The topic has been changed.
    #[prop(into)]
    on_done: Callback<()>,
) -> AnyView {
    let mutation = use_mutation();
    let open = Bound::new(Signal::derive(move || topic.with(|name| !name.is_empty())), move |on: bool| {
        if !on {
            topic.set(String::new());
            mutation.failure.set(None);
        }
    });
    let title = move || tf(text::EDIT_TITLE, &[("name", &topic.get())]);
    view! {
        <Dialog open title busy=mutation.pending wide=true>
            <Loaded
                instance=instance.clone()
                name=topic.get_untracked()
                mutation
                on_done
                close=move |()| open.set(false)
            />
        </Dialog>
    }
    .into_any()
}

/// The form starts from what the service says now, not from what a list said a while ago.
#[component]
fn Loaded(
    instance: String,
    name: String,
    mutation: Mutation,
    on_done: Callback<()>,
    #[prop(into)] close: Callback<()>,
) -> AnyView {
    let op = ShowTopic { instance_id: instance.clone(), topic: name.clone() };
    let detail = use_query(move || Some(op.clone()));
    let start = fresh(detail);
    // Once the form is there, what becomes of the query does not touch it.
    let failed = Memo::new(move |_| start.with(Option::is_none).then(|| detail.error()).flatten());
    (move || match (start.get(), failed.get()) {
        (Some(topic), _) => {
            let (instance, name) = (instance.clone(), name.clone());
            view! { <EditForm instance name topic mutation on_done close/> }.into_any()
        }
        (None, Some(failure)) => {
            view! { <Failure failure retry=Callback::new(move |()| detail.refresh())/> }.into_any()
        }
        (None, None) => view! { <Skeleton lines=6/> }.into_any(),
    })
    .into_any()
}

#[component]
fn EditForm(
    instance: String,
    name: String,
    topic: Arc<Topic>,
    mutation: Mutation,
    on_done: Callback<()>,
    close: Callback<()>,
) -> AnyView {
    let before = Arc::new(TopicDraft::of(&topic));
    let state = FormState::new();
    let fields = EditFields::new(state, &before);
    let toasts = use_toasts();
    let changes = {
        let before = Arc::clone(&before);
        Memo::new(move |_| fields.draft().changes(&before))
    };
    let submit = {
        let before = Arc::clone(&before);
        move |()| {
            let body = untrack(|| fields.draft().body(&before));
            let shown = name.clone();
            let op = ModifyTopic { instance_id: instance.clone(), topic: name.clone(), body };
            mutation.run(op, move |_| {
                toasts.ok(tf(text::SAVED_TOAST, &[("name", &shown)]));
                close.run(());
                on_done.run(());
            });
        }
    };
    Effect::new(move || {
        if let Some(failure) = mutation.failure.get() {
            fields.reject(&failure);
        }
    });
    view! {
        <Form of=state on_submit=submit>
            <Numbers fields brokers=before.each.len()/>
            <Field label=text::PERMISSION of=fields.permission required=true group=true>
                <RadioGroup value=fields.permission options=Signal::derive(permission_choices) look=RadioLook::List/>
            </Field>
            <Field label=core::DESCRIPTION of=fields.description hint=common::NEWER_ONLY>
                <TextArea value=fields.description rows=2 max_chars=200/>
            </Field>
            <section class="stack-small" aria-label=move || t(text::REVIEW)>
                <h3>{move || t(text::REVIEW)}</h3>
                <DiffTable changes=Signal::derive(move || changes.get().into_iter().map(line).collect())/>
                <Warnings fields before/>
            </section>
            {move || mutation.failure.get().map(|failure| view! { <Failure failure of_change=true/> })}
            <div class="dialog-foot">
                <Button label=core::CANCEL disabled=mutation.pending on_click=close/>
                <Button
                    label=text::SUBMIT_EDIT
                    kind=ButtonKind::Primary
                    submit=true
                    busy=mutation.pending
                    disabled=Signal::derive(move || changes.with(Vec::is_empty))
                    tip=text::NO_CHANGES_TIP
                />
            </div>
        </Form>
    }
    .into_any()
}

/// What a change does that its numbers do not say.
#[component]
fn Warnings(fields: EditFields, before: Arc<TopicDraft>) -> AnyView {
    let old_read = before.totals().0;
    let fewer = Memo::new(move |_| match (fields.draft().totals().0, old_read) {
        (Some(now), Some(old)) => now < old,
        _ => false,
    });
    let unread = Memo::new(move |_| match fields.draft().totals() {
        (Some(read), Some(write)) => read < write,
        _ => false,
    });
    let started = before.permission.clone();
    let narrower = Memo::new(move |_| {
        let now = fields.permission.get();
        now != "all" && now != started
    });
    view! {
        {move || fewer.get().then(|| view! { <Banner tone=Tone::Warn title=text::FEWER_READ_WARNING/> })}
        {move || unread.get().then(|| view! { <Banner tone=Tone::Warn title=text::READ_BELOW_WRITE_WARNING/> })}
        {move || narrower.get().then(|| view! { <Banner tone=Tone::Warn title=text::PERMISSION_WARNING/> })}
    }
    .into_any()
}

fn line(change: Change) -> crate::ui::Change {
    let label = {
        let what = change.what.clone();
        move || match &what {
            What::Read(None) => t(text::READ_QUEUES).to_owned(),
            What::Write(None) => t(text::WRITE_QUEUES).to_owned(),
            What::Read(Some(broker)) => tf(text::READ_QUEUES_OF, &[("broker", broker)]),
            What::Write(Some(broker)) => tf(text::WRITE_QUEUES_OF, &[("broker", broker)]),
            What::Permission => t(text::PERMISSION).to_owned(),
            What::Description => t(core::DESCRIPTION).to_owned(),
        }
    };
    let shown = |value: String| match change.what {
        What::Permission => permission(&TopicPermission::from_word(&value)),
        _ => value,
    };
    crate::ui::Change::new(label, shown(change.before), shown(change.after))
}
