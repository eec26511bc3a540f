//! `/rocketmq/{instance}/topics/{topic}`: one topic.

use dms_api::models::rocketmq::{Topic, TopicStatus};
use dms_api::ops::rocketmq::{ShowTopic, ShowTopicStatus};

use super::delete::DeleteTopicsDialog;
use super::edit::EditTopicDialog;
use super::queues::{Brokers, Numbers, Queues};
use super::subscribers::{Subscribers, Subscriptions, use_subscribers};
use super::words::{Settings, kind_view, permission};
use crate::data::{Query, use_query};
use crate::i18n::{
    clock, core, plural,
    rocketmq::{self as common, topics as text},
    t, tf,
};
use crate::pages::rocketmq::facts::{Facts, route, use_facts};
use crate::pages::rocketmq::links::messages_href;
use crate::pages::rocketmq::policies::{Policies, PolicyTable, use_topic_policies};
use crate::prelude::*;
use crate::routes::{Link, RocketMqPage, go_replacing};
use crate::shell::Failure;
use crate::ui::{
    Button, ButtonKind, CopyButton, EmptyState, Glyph, Icon, IconButton, PageHeader, Section, Skeleton,
};

/// What the page asks for. Cheap to copy.
#[derive(Clone, Copy)]
struct Asked {
    facts: Facts,
    detail: Query<Topic>,
    status: Query<TopicStatus>,
    groups: Subscriptions,
    policies: Policies,
}

impl Asked {
    fn about(instance: &str, topic: &str) -> Self {
        let place = (instance.to_owned(), topic.to_owned());
        let (instance_id, topic) = place.clone();
        let of_detail = ShowTopic { instance_id: instance_id.clone(), topic: topic.clone() };
        let facts = use_facts(instance);
        let policies = use_topic_policies(instance, &topic, facts);
        let of_status = ShowTopicStatus { instance_id, topic };
        Self {
            facts,
            detail: use_query(move || Some(of_detail.clone())),
            status: use_query(move || Some(of_status.clone())),
            groups: use_subscribers(move || Some(place.clone())),
            policies,
        }
    }

    fn refresh(self) {
        self.detail.refresh();
        self.status.refresh();
        self.groups.refresh();
        if self.facts.is_controlled() == Some(true) {
            self.policies.refresh();
        }
    }
}

/// Settings, queues, subscribing groups and authorised users of a topic.
#[component]
pub fn TopicPage(instance: String, topic: String) -> AnyView {
    let asked = Asked::about(&instance, &topic);
    let Asked { detail, status, .. } = asked;
    let missing = Memo::new(move |_| detail.error().is_some_and(|failure| failure.is_not_found()));
    let (editing, deleting) = (RwSignal::new(String::new()), RwSignal::new(Vec::<String>::new()));
    let name = StoredValue::new(topic.clone());
    let messages = StoredValue::new(messages_href(&instance, &topic));
    let actions = move || {
        // What is not there can be neither changed nor deleted.
        let changes = move || {
            let edit = move |()| editing.set(name.get_value());
            let delete = move |()| deleting.set(vec![name.get_value()]);
            (!missing.get()).then(|| changes(messages.get_value(), edit, delete))
        };
        view! {
            <IconButton icon=Glyph::Refresh label=core::REFRESH on_click=move |()| asked.refresh()/>
            {changes}
        }
    };
    let state = move || {
        let line = move || {
            let topic = detail.data()?;
            let queues = u64::from(topic.total_read_queue_num);
            let count = plural(queues, text::QUEUES_ONE, text::QUEUES_OTHER);
            Some(format!("{count} · {}", permission(&topic.permission)))
        };
        let at = move || status.loaded_at().map(|at| tf(common::AS_OF, &[("time", &clock(at))]));
        view! { <span>{line}</span> <span>{at}</span> }
    };
    let place = instance.clone();
    let body = move || {
        if missing.get() {
            return view! { <Missing instance=place.clone() topic=name.get_value()/> }.into_any();
        }
        sections(&place, asked)
    };
    let list = route(&instance, RocketMqPage::Topics);
    // A cancelled or failed deletion keeps the page.
    let left = move |gone: Vec<String>| {
        if gone.contains(&name.get_value()) {
            go_replacing(&list);
        }
    };
    let title = topic.clone();
    view! {
        <div class="page">
            <PageHeader
                title
                beside=move || view! { <CopyButton text=topic.clone()/> {kind_view(&topic)} }
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

/// The ways to the messages, to delete and to edit.
fn changes(
    messages: String,
    edit: impl Fn(()) + Send + Sync + 'static,
    delete: impl Fn(()) + Send + Sync + 'static,
) -> AnyView {
    view! {
        <a class=ButtonKind::Secondary.class() href=messages>
            <Icon of=Glyph::List/>
            <span class="btn-label">{move || t(crate::i18n::messages::TITLE)}</span>
        </a>
        <Button label=core::DELETE icon=Glyph::Trash on_click=delete/>
        <Button label=core::EDIT icon=Glyph::Edit kind=ButtonKind::Primary on_click=edit/>
    }
    .into_any()
}

fn sections(instance: &str, asked: Asked) -> AnyView {
    let Asked { facts, detail, status, groups, policies } = asked;
    let (instance, of_policies) = (instance.to_owned(), instance.to_owned());
    let brokers = Signal::derive(move || detail.data().map(|t| t.brokers.clone()).unwrap_or_default());
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
        <Section title=common::POLICIES><PolicyTable instance=of_policies facts policies/></Section>
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
