//! `/kafka/{instance}/topics/{topic}/edit`: changing a topic's settings.

use std::sync::Arc;

use dms_api::models::kafka::Topic;
use dms_api::ops::kafka::{ModifyTopics, ModifyTopicsBody};

use super::detail::Missing;
use super::draft::{self, Setting, TopicDraft, Value};
use super::fields::TopicFields;
use super::form::{Facts, TopicForm};
use super::settings::on_off;
use super::source::{Lookup, Topics, use_topic, use_topics};
use crate::data::Mutation;
use crate::i18n::{Msg, core, t, tf, topics as text};
use crate::pages::request_preview::{RequestPreview, request_of};
use crate::prelude::*;
use crate::routes::{Link, Route, go, use_leave_guard};
use crate::shell::Failure;
use crate::ui::{
    Banner, Button, ButtonKind, Change, DiffTable, Form, PageHeader, Section, Skeleton, Tone, use_toasts,
};

/// The form starts from the topic as it was when the page opened; later changes by others are not overwritten,
/// because only what differs is sent.
#[component]
pub fn EditTopicPage(instance: String, topic: String) -> AnyView {
    let topics = use_topics(&instance);
    let found = use_topic(topics, topic.clone());
    let start = Memo::new(move |earlier: Option<&Lookup>| match earlier {
        Some(Lookup::Found(topic)) => Lookup::Found(Arc::clone(topic)),
        _ => found.get(),
    });
    let title_topic = topic.clone();
    view! {
        <div class="page page-form">
            <PageHeader title=move || tf(text::EDIT_TITLE, &[("name", &title_topic)])/>
            {move || match start.get() {
                Lookup::Found(topic) => {
                    view! { <EditForm instance=instance.clone() topic topics/> }.into_any()
                }
                Lookup::Missing => {
                    view! { <Missing instance=instance.clone() topic=topic.clone()/> }.into_any()
                }
                Lookup::Searching => match topics.error() {
                    Some(failure) => {
                        view! { <Failure failure retry=Callback::new(move |()| topics.refresh())/> }.into_any()
                    }
                    None => view! { <Skeleton lines=8/> }.into_any(),
                },
            }}
        </div>
    }
    .into_any()
}

#[component]
fn EditForm(instance: String, topic: Arc<Topic>, topics: Topics) -> AnyView {
    let facts = Facts { topics, brokers: Signal::stored(None) };
    let form = TopicForm::editing(&topic, facts);
    let before = Arc::new(TopicDraft::of(&topic));
    let mutation = Mutation::pending_in(form.state.sending);
    let toasts = use_toasts();

    let changes = {
        let before = Arc::clone(&before);
        Memo::new(move |_| form.draft().changes(&before))
    };
    let op = {
        let (before, instance) = (Arc::clone(&before), instance.clone());
        move || ModifyTopics {
            instance_id: instance.clone(),
            body: ModifyTopicsBody { topics: vec![form.draft().modify_body(&before)] },
        }
    };
    let page = Route::Topic { instance, topic: topic.name.clone() };
    let (preview_op, after, name) = (op.clone(), page.clone(), topic.name.clone());
    let submit = move |()| {
        if changes.with_untracked(Vec::is_empty) {
            toasts.info(text::NO_CHANGES);
            return;
        }
        let (after, name) = (after.clone(), name.clone());
        mutation.run(untrack(&op), move |_| {
            toasts.ok(tf(text::SAVED_TOAST, &[("name", &name)]));
            go(&after);
        });
    };
    Effect::new(move || {
        if let Some(failure) = mutation.failure.get() {
            form.reject(&failure);
        }
    });
    use_leave_guard(Signal::derive(move || !changes.with(Vec::is_empty) && !form.state.sending.get()));
    view! {
        <Form of=form.state on_submit=submit>
            <TopicFields form facts present=topic.partition/>
            {move || mutation.failure.get().map(|failure| view! { <Failure failure of_change=true/> })}
            <div class="form-foot">
                <Link to=page.clone() class=ButtonKind::Secondary.class()>{move || t(core::CANCEL)}</Link>
                <Button
                    label=text::SUBMIT_EDIT
                    kind=ButtonKind::Primary
                    submit=true
                    busy=form.state.sending
                    disabled=Signal::derive(move || changes.with(Vec::is_empty))
                    tip=text::NO_CHANGES_TIP
                />
            </div>
        </Form>
        <aside class="page-aside" aria-label=move || t(text::REVIEW)>
            <Section title=text::REVIEW>
                <DiffTable changes=Signal::derive(move || changes.get().into_iter().map(line).collect())/>
                <Warnings changes before/>
            </Section>
            <Section title=core::REQUEST>
                <RequestPreview request=Signal::derive(move || request_of(&preview_op()))/>
            </Section>
        </aside>
    }
    .into_any()
}

/// What a change does that its numbers do not say.
#[component]
fn Warnings(changes: Memo<Vec<draft::Change>>, before: Arc<TopicDraft>) -> AnyView {
    let changed = move |setting| changes.with(|all| all.iter().any(|c| c.setting == setting));
    let hours = move || {
        let after = changes.with(|all| {
            all.iter().find(|c| c.setting == Setting::Retention).and_then(|c| match &c.after {
                Value::Text(hours) => draft::number(hours),
                Value::Switch(_) => None,
            })
        })?;
        (after < draft::number(&before.retention)?).then_some(after)
    };
    view! {
        {move || changed(Setting::Partitions).then(|| view! {
            <Banner tone=Tone::Warn title=text::MORE_PARTITIONS_WARNING/>
        })}
        {move || hours().map(|hours| view! {
            <Banner tone=Tone::Warn title=move || tf(text::SHORTER_RETENTION_WARNING, &[("n", &hours)])/>
        })}
    }
    .into_any()
}

fn line(change: draft::Change) -> Change {
    let shown = |value: Value| match value {
        Value::Text(text) => text,
        Value::Switch(on) => on_off(on).to_owned(),
    };
    Change::new(label(change.setting), shown(change.before), shown(change.after))
}

fn label(setting: Setting) -> Msg {
    match setting {
        Setting::Partitions => text::PARTITIONS,
        Setting::Retention => text::RETENTION_HOURS,
        Setting::SyncReplication => text::SYNC_REPLICATION,
        Setting::SyncFlush => text::SYNC_FLUSH,
        Setting::TimestampType => text::TIMESTAMP_TYPE,
        Setting::MaxMessage => text::MAX_MESSAGE_BYTES,
        Setting::Description => core::DESCRIPTION,
    }
}
