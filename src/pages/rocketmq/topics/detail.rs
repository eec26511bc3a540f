//! `/rocketmq/{instance}/topics/{topic}`: one topic.

use dms_api::ops::rocketmq::{ShowTopic, ShowTopicStatus};
use leptos::prelude::*;

use super::delete::DeleteTopicsDialog;
use super::edit::EditTopicDialog;
use super::queues::{Brokers, Numbers, Queues};
use super::subscribers::{Subscribers, use_subscribers};
use super::words::{Settings, kind_view, permission};
use crate::data::use_query;
use crate::i18n::{
    core, plural,
    rocketmq::{self as common, topics as text},
    t, tf, time,
};
use crate::pages::rocketmq::facts::{route, use_facts};
use crate::pages::rocketmq::links::messages_href;
use crate::pages::rocketmq::policies::{PolicyTable, use_topic_policies};
use crate::routes::{Link, RocketMqPage, go_replacing};
use crate::shell::Failure;
use crate::ui::{
    Button, ButtonKind, CopyButton, EmptyState, Glyph, Icon, IconButton, PageHeader, Section, Skeleton,
};

/// Settings, queues, subscribing groups and authorised users of a topic.
#[component]
pub fn TopicPage(instance: String, topic: String) -> AnyView {
    let facts = use_facts(&instance);
    let of_detail = ShowTopic { instance_id: instance.clone(), topic: topic.clone() };
    let detail = use_query(move || Some(of_detail.clone()));
    let of_status = ShowTopicStatus { instance_id: instance.clone(), topic: topic.clone() };
    let status = use_query(move || Some(of_status.clone()));
    let subscribed = (instance.clone(), topic.clone());
    let groups = use_subscribers(move || Some(subscribed.clone()));
    let policies = use_topic_policies(&instance, &topic, facts);
    let missing = Memo::new(move |_| detail.error().is_some_and(|failure| failure.is_not_found()));
    let (editing, deleting) = (RwSignal::new(String::new()), RwSignal::new(Vec::<String>::new()));

    let refresh = move |()| {
        detail.refresh();
        status.refresh();
        groups.refresh();
        if facts.is_controlled() == Some(true) {
            policies.refresh();
        }
    };
    let messages = messages_href(&instance, &topic);
    let name = StoredValue::new(topic.clone());
    // What is not there can be neither changed nor deleted.
    let changes = move || {
        let messages = messages.clone();
        (!missing.get()).then(|| {
            view! {
                <a class=ButtonKind::Secondary.class() href=messages>
                    <Icon of=Glyph::List/>
                    <span class="btn-label">{move || t(crate::i18n::messages::TITLE)}</span>
                </a>
                <Button
                    label=core::DELETE
                    icon=Glyph::Trash
                    on_click=move |()| deleting.set(vec![name.get_value()])
                />
                <Button
                    label=core::EDIT
                    icon=Glyph::Edit
                    kind=ButtonKind::Primary
                    on_click=move |()| editing.set(name.get_value())
                />
            }
        })
    };
    let actions = move || {
        view! {
            <IconButton icon=Glyph::Refresh label=core::REFRESH on_click=refresh/>
            {changes.clone()}
        }
    };
    let state = move || {
        let line = move || {
            let topic = detail.data()?;
            let queues = u64::from(topic.total_read_queue_num);
            let count = plural(queues, text::QUEUES_ONE, text::QUEUES_OTHER);
            Some(format!("{count} · {}", permission(&topic.permission)))
        };
        let at = move || status.loaded_at().map(|at| tf(common::AS_OF, &[("time", &time(at))]));
        view! { <span>{line}</span> <span>{at}</span> }
    };
    let body = {
        let (instance, topic) = (instance.clone(), topic.clone());
        move || {
            let (instance, topic) = (instance.clone(), topic.clone());
            if missing.get() {
                return view! { <Missing instance topic/> }.into_any();
            }
            let of_policies = instance.clone();
            let brokers =
                Signal::derive(move || detail.data().map(|t| t.brokers.clone()).unwrap_or_default());
            view! {
                {move || detail.error().map(|failure| {
                    view! { <Failure failure retry=Callback::new(move |()| detail.refresh())/> }
                })}
                <Numbers status/>
                <Section title=text::SETTINGS>
                    {move || match detail.data() {
                        Some(topic) => view! { <Settings topic/> }.into_any(),
                        None => view! { <Skeleton lines=3/> }.into_any(),
                    }}
                </Section>
                <Section title=text::ON_BROKERS><Brokers brokers status/></Section>
                <Section title=text::QUEUES>
                    {move || status.error().map(|failure| {
                        view! { <Failure failure retry=Callback::new(move |()| status.refresh())/> }
                    })}
                    <Queues status/>
                </Section>
                <Section title=text::SUBSCRIBERS><Subscribers instance groups/></Section>
                <Section title=common::POLICIES>
                    <PolicyTable instance=of_policies facts policies/>
                </Section>
            }
            .into_any()
        }
    };
    let list = route(&instance, RocketMqPage::Topics);
    // A cancelled or failed deletion keeps the page.
    let left = move |gone: Vec<String>| {
        if gone.contains(&name.get_value()) {
            go_replacing(&list);
        }
    };
    let (title, copied) = (topic.clone(), topic.clone());
    view! {
        <div class="page">
            <PageHeader
                title=title
                beside=move || view! { <CopyButton text=copied.clone()/> {kind_view(&copied)} }
                state
                actions
            />
            {body}
            <EditTopicDialog
                instance=instance.clone()
                topic=editing
                on_done=move |_| { detail.refresh(); status.refresh(); }
            />
            <DeleteTopicsDialog instance names=deleting on_done=left/>
        </div>
    }
    .into_any()
}

/// Says that there is no such topic.
#[component]
pub fn Missing(instance: String, topic: String) -> AnyView {
    let list = route(&instance, RocketMqPage::Topics);
    view! {
        <EmptyState title=text::NOT_FOUND_TITLE text=move || tf(text::NOT_FOUND_TEXT, &[("name", &topic)])>
            <Link to=list class=ButtonKind::Primary.class()>{move || t(text::BACK_TO_LIST)}</Link>
        </EmptyState>
    }
    .into_any()
}
