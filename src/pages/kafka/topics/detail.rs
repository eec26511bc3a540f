//! `/kafka/{instance}/topics/{topic}`: one topic.

use dms_api::models::kafka::TopicDetail;
use dms_api::operation::encode;
use dms_api::ops::kafka::ShowTopic;

use super::delete::DeleteTopicsDialog;
use super::form::Facts;
use super::grow::GrowDialog;
use super::partitions::Partitions;
use super::rights::Rights;
use super::settings::Settings;
use super::source::{Lookup, use_topic, use_topics};
use super::totals::Totals;
use super::writing::Writing;
use crate::data::{Query, use_query};
use crate::i18n::{
    TimeAgo, bytes, core, number, plural, shell, t, tf, topic_extras as extras, topics as text,
};
use crate::pages::kafka::messages::messages_href;
use crate::prelude::*;
use crate::routes::{Link, ManagePage, Route, go_replacing};
use crate::shell::Failure;
use crate::ui::{
    Button, ButtonKind, CopyButton, EmptyState, Fact, Glyph, Icon, IconButton, KeyValues, MenuButton,
    MenuItem, PageHeader, Section, Skeleton, Status, Tone,
};

/// Partitions, replicas, offsets, subscribing groups and settings of a topic.
#[component]
pub fn TopicPage(instance: String, topic: String) -> AnyView {
    let topics = use_topics(&instance);
    let op = ShowTopic { instance_id: instance.clone(), topic: topic.clone() };
    let detail = use_query(move || Some(op.clone()));
    let found = use_topic(topics, topic.clone());
    // The list knows better than the details' error code whether a topic exists.
    let missing = Memo::new(move |_| found.with(|f| *f == Lookup::Missing) && detail.data().is_none());
    let internal = Signal::derive(move || found.get().found().is_some_and(|t| t.is_internal()));
    let deleting = RwSignal::new(Vec::<String>::new());

    let edit = Route::EditTopic { instance: instance.clone(), topic: topic.clone() };
    let list = Route::Topics { instance: instance.clone() };
    let (title, copied, name) = (topic.clone(), topic.clone(), topic.clone());
    let messages = messages_href(&instance, &topic);
    let refresh = move || {
        detail.refresh();
        topics.refresh();
    };
    let growing = RwSignal::new(false);
    let more_items = {
        let (instance, topic) = (instance.clone(), topic.clone());
        move |()| {
            let internal = untrack(|| internal.get()).then(|| TextProp::from(text::INTERNAL_FIXED));
            let grow = MenuItem::new(extras::ADD_PARTITIONS, move || growing.set(true));
            let mut items = vec![grow.disabled(internal.clone())];
            items.extend(links(&instance, &topic, internal));
            items
        }
    };
    // What is not there can be neither changed nor deleted.
    let changes = move || {
        let (edit, name, more_items) = (edit.clone(), name.clone(), more_items.clone());
        (!missing.get()).then(|| {
            view! {
                <a class=ButtonKind::Secondary.class() href=messages.clone()>
                    <Icon of=Glyph::List/>
                    <span class="btn-label">{move || t(crate::i18n::messages::TITLE)}</span>
                </a>
                <MenuButton label=extras::MORE items=more_items.clone()/>
                <Button
                    label=text::DELETE_MENU
                    icon=Glyph::Trash
                    disabled=internal
                    on_click=move |()| deleting.set(vec![name.clone()])
                />
                {move || (!internal.get()).then(|| view! {
                    <Link to=edit.clone() class=ButtonKind::Primary.class()>
                        <Icon of=Glyph::Edit/>
                        <span class="btn-label">{move || t(core::EDIT)}</span>
                    </Link>
                })}
            }
        })
    };
    let actions = move || {
        view! {
            <IconButton icon=Glyph::Refresh label=core::REFRESH on_click=move |()| refresh()/>
            {changes.clone()}
        }
    };
    let body = {
        let (instance, topic) = (instance.clone(), topic.clone());
        move || {
            if missing.get() {
                return view! { <Missing instance=instance.clone() topic=topic.clone()/> }.into_any();
            }
            let of_groups = instance.clone();
            view! {
                {move || detail.error().map(|failure| {
                    view! { <Failure failure retry=Callback::new(move |()| detail.refresh())/> }
                })}
                <Numbers detail/>
                <Section title=text::PARTITIONS>
                    <div class="table-box"><Partitions detail/></div>
                </Section>
                <Section title=text::SUBSCRIBERS><Subscribers instance=of_groups detail/></Section>
                <Writing instance=instance.clone() topic=topic.clone()/>
                <Rights instance=instance.clone() topic=topic.clone()/>
                <Section title=text::SETTINGS>
                    {move || match found.get().found() {
                        Some(topic) => view! { <Settings topic/> }.into_any(),
                        None => view! { <Skeleton lines=4/> }.into_any(),
                    }}
                </Section>
            }
            .into_any()
        }
    };
    let internal_names = {
        let topic = topic.clone();
        Signal::derive(move || if internal.get() { vec![topic.clone()] } else { Vec::new() })
    };
    let grow = {
        let instance = instance.clone();
        let facts = Facts { topics, brokers: Signal::stored(None) };
        move || {
            let topic = found.get().found()?;
            Some(view! { <GrowDialog instance=instance.clone() topic open=growing facts/> })
        }
    };
    // A cancelled or failed deletion keeps the page.
    let left = move |gone: Vec<String>| {
        if gone.contains(&topic) {
            go_replacing(&list);
        }
    };
    view! {
        <div class="page">
            <PageHeader
                title=title
                beside=move || view! { <CopyButton text=copied.clone()/> }
                state=move || view! { <Health detail/> }
                actions
            />
            {body}
            {grow}
            <DeleteTopicsDialog instance names=deleting internal=internal_names on_done=left/>
        </div>
    }
    .into_any()
}

/// Where else one can go with a topic.
fn links(instance: &str, topic: &str, internal: Option<TextProp>) -> Vec<MenuItem> {
    let name = encode(topic);
    let page = |page: ManagePage| Route::Manage { instance: instance.to_owned(), page }.href();
    let copy = Route::NewTopic { instance: instance.to_owned() }.href();
    vec![
        MenuItem::link(shell::REASSIGN, format!("{}?topics={name}", page(ManagePage::Reassign)))
            .disabled(internal),
        MenuItem::link(extras::COMPARE, format!("{}?a={name}", page(ManagePage::CompareTopics))),
        MenuItem::link(extras::COPY, format!("{copy}?like={name}&of={}", encode(instance))),
    ]
}

/// Says that there is no such topic.
#[component]
pub fn Missing(instance: String, topic: String) -> AnyView {
    let list = Route::Topics { instance };
    view! {
        <EmptyState
            title=text::NOT_FOUND_TITLE
            text=move || tf(text::NOT_FOUND_TEXT, &[("name", &topic)])
        >
            <Link to=list class=ButtonKind::Primary.class()>{move || t(text::BACK_TO_LIST)}</Link>
        </EmptyState>
    }
    .into_any()
}

/// One line: is anything wrong with the replicas.
#[component]
fn Health(detail: Query<TopicDetail>) -> AnyView {
    let line = move || {
        let detail = detail.data()?;
        let totals = Totals::of(&detail);
        let count = plural(detail.partitions.len() as u64, text::PARTITION_ONE, text::PARTITION_OTHER);
        let (tone, word) = match (totals.leaderless, totals.under_replicated) {
            (0, 0) => (Tone::Ok, t(text::ALL_IN_SYNC).to_owned()),
            (0, n) => (Tone::Warn, plural(n, text::UNDER_REPLICATED_ONE, text::UNDER_REPLICATED_OTHER)),
            (n, _) => (Tone::Bad, plural(n, text::LEADERLESS_ONE, text::LEADERLESS_OTHER)),
        };
        Some(view! { <span>{count}</span> <Status tone=Signal::stored(tone) label=word/> })
    };
    view! { <span class="row">{line}</span> }.into_any()
}

/// Messages, size and last write of the whole topic.
#[component]
pub fn Numbers(detail: Query<TopicDetail>) -> AnyView {
    let totals = Memo::new(move |_| detail.data().map(|d| Totals::of(&d)));
    let shown =
        move |show: fn(&Totals) -> String| move || totals.get().as_ref().map(show).unwrap_or_default();
    view! {
        <KeyValues>
            <Fact label=text::MESSAGES_TOTAL value=shown(|t| number(t.messages))/>
            <Fact label=text::SIZE_TOTAL value=shown(|t| bytes(t.bytes))/>
            <Fact label=text::LAST_WRITE>
                {move || match totals.get() {
                    Some(Totals { last_write: Some(at), .. }) => view! { <TimeAgo ms=Some(at)/> }.into_any(),
                    Some(_) => t(text::NEVER_WRITTEN).into_any(),
                    None => ().into_any(),
                }}
            </Fact>
        </KeyValues>
    }
    .into_any()
}

/// The groups that have consumed the topic, each with a link to its page.
#[component]
pub fn Subscribers(instance: String, detail: Query<TopicDetail>) -> AnyView {
    let groups = move || match detail.data() {
        None => view! { <Skeleton lines=1/> }.into_any(),
        Some(detail) if detail.group_subscribed.is_empty() => {
            view! { <p class="muted">{t(text::NO_SUBSCRIBERS)}</p> }.into_any()
        }
        Some(detail) => {
            let item = |group: &String| {
                let (group, instance) = (group.clone(), instance.clone());
                let to = Route::Group { instance, group: group.clone() };
                view! { <li><Link to>{group}</Link></li> }
            };
            view! { <ul class="name-list mono">{detail.group_subscribed.iter().map(item).collect_view()}</ul> }
                .into_any()
        }
    };
    groups.into_any()
}
