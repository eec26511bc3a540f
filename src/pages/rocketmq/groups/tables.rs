//! A group's topics and queues as tables.

use std::sync::Arc;

use super::consumption::Consumed;
use super::places::{Place, TopicPlace};
use crate::i18n::{
    Msg, TimeAgo, number,
    rocketmq::{self as common, groups as text},
    t,
};
use crate::pages::rocketmq::facts::route;
use crate::pages::rocketmq::links::messages_href;
use crate::pages::rocketmq::topics::kind_view;
use crate::prelude::*;
use crate::routes::{Link, RocketMqPage, use_query_signal};
use crate::shell::Failure;
use crate::ui::{
    Bound, Checkbox, Choice, Column, Count, DataTable, EmptyState, FilterMenu, MenuItem, Section, Skeleton,
    Spacer, Table, Toolbar,
};

/// A number, or the word for "not known" with the reason.
pub fn known(value: Option<i64>, otherwise: Msg, why: Option<String>) -> AnyView {
    match value {
        Some(n) => number(n).into_any(),
        None => view! { <span class="muted" data-tip=why>{move || t(otherwise)}</span> }.into_any(),
    }
}

fn topic_cell(instance: &str, topic: &str) -> AnyView {
    let to = route(instance, RocketMqPage::Topic(topic.to_owned()));
    view! { <a class="mono" href=to.href() title=topic.to_owned()>{topic.to_owned()}</a> }.into_any()
}

/// One row per topic.
#[component]
pub fn Topics(instance: String, group: String, consumed: Consumed) -> AnyView {
    let rows = Memo::new(move |_| {
        Arc::new(consumed.sums.with(|sums| sums.iter().cloned().map(Arc::new).collect::<Vec<_>>()))
    });
    let of_menu = instance.clone();
    let table = Table::builder(|place: &TopicPlace| place.topic.clone())
        .column(
            Column::new("topic", text::TOPIC, move |place: &Arc<TopicPlace>| {
                topic_cell(&instance, &place.topic)
            })
            .width(300)
            .sort_by(|a, b| crate::ui::natural_cmp(&a.topic, &b.topic))
            .required(),
        )
        .column(
            Column::new("kind", crate::i18n::rocketmq::topics::KIND, |place: &Arc<TopicPlace>| {
                kind_view(&place.topic)
            })
            .width(130),
        )
        .column(
            Column::new("queues", text::QUEUES, |place: &Arc<TopicPlace>| {
                place.queues.map(|n| number(n as u64))
            })
            .numeric()
            .width(100)
            .sort_by(|a, b| a.queues.cmp(&b.queues)),
        )
        .column(
            Column::new("lag", text::LAG, |place: &Arc<TopicPlace>| {
                known(place.lag, common::UNKNOWN, place.failure.clone())
            })
            .numeric()
            .width(130)
            .sort_by(|a, b| a.lag.cmp(&b.lag)),
        )
        .actions(move |place| {
            let reset = route(&of_menu, RocketMqPage::ResetGroup(group.clone())).href();
            let reset = format!("{reset}?topics={}", dms_api::operation::encode(&place.topic));
            vec![
                MenuItem::link(text::RESET_TOPIC, reset),
                MenuItem::link(crate::i18n::messages::TITLE, messages_href(&of_menu, &place.topic)),
            ]
        })
        .rows(move || rows.get());
    view! {
        {move || consumed.topics.error().map(|failure| {
            view! { <Failure failure retry=Callback::new(move |()| consumed.refresh())/> }
        })}
        <div class="table-box is-short">
            <DataTable
                table
                label=text::TOPICS
                loading=Signal::derive(move || consumed.topics.loading())
                empty=move || {
                    consumed.topics.error().is_none().then(|| view! { <EmptyState title=text::NO_TOPICS/> })
                }
            />
        </div>
    }
    .into_any()
}

/// One row per queue, filtered by topic, broker and lag; all three stand in the URL.
#[component]
pub fn Queues(instance: String, consumed: Consumed) -> AnyView {
    let (topic, broker, lagging) =
        (use_query_signal("topic"), use_query_signal("broker"), use_query_signal("lagging"));
    let names = move |of: fn(&Place) -> &String| {
        Signal::derive(move || {
            let mut names: Vec<String> =
                consumed.places.with(|all| all.iter().map(|p| of(p).clone()).collect());
            names = crate::order::in_order(&names, |a, b| crate::ui::natural_cmp(a, b));
            names.dedup();
            names.into_iter().map(Choice::plain).collect::<Vec<_>>()
        })
    };
    let only = Bound::new(Signal::derive(move || lagging.get() == "1"), move |on: bool| {
        lagging.set(if on { "1" } else { "" });
    });
    let filter = move || {
        let (topic, broker, lagging) = (topic.get(), broker.get(), lagging.get() == "1");
        move |place: &Place| {
            (topic.is_empty() || place.topic == topic)
                && (broker.is_empty() || place.broker == broker)
                && (!lagging || place.lag.is_none_or(|lag| lag > 0))
        }
    };
    let rows = Memo::new(move |_| {
        Arc::new(consumed.places.with(|places| places.iter().cloned().map(Arc::new).collect::<Vec<_>>()))
    });
    let table = Table::builder(Place::key)
        .name(|place: &Place| format!("{} {} {}", place.topic, place.broker, place.queue))
        .column(
            Column::new("topic", text::TOPIC, move |place: &Arc<Place>| topic_cell(&instance, &place.topic))
                .width(220)
                .sort_by(|a, b| crate::ui::natural_cmp(&a.topic, &b.topic))
                .required(),
        )
        .column(Column::text("broker", common::BROKER, |place: &Place| place.broker.clone()).width(110))
        .column(
            Column::new("queue", common::QUEUE, |place: &Arc<Place>| place.queue.to_string())
                .numeric()
                .width(80)
                .sort_by(|a, b| a.queue.cmp(&b.queue)),
        )
        .column(offset("position", text::POSITION, text::NEVER, |place| place.position))
        .column(offset("end", text::END, common::UNKNOWN, |place| Some(place.end)))
        .column(offset("lag", text::LAG, common::UNKNOWN, |place| place.lag))
        .column(
            Column::new("last", text::LAST_MESSAGE, |place: &Arc<Place>| match place.last {
                Some(at) => view! { <TimeAgo ms=Some(at)/> }.into_any(),
                None => view! { <span class="muted">{move || t(text::NEVER)}</span> }.into_any(),
            })
            .width(130)
            .sort_by(|a, b| a.last.cmp(&b.last)),
        )
        .column(
            Column::new("client", text::CLIENT, |place: &Arc<Place>| match place.client.clone() {
                Some(id) => view! { <span class="mono" title=id.clone()>{id.clone()}</span> }.into_any(),
                None => view! { <span class="muted">"\u{2013}"</span> }.into_any(),
            })
            .width(220)
            .sort_by(|a, b| a.client.cmp(&b.client)),
        )
        .filter(filter)
        .sort(use_query_signal("sort"))
        .rows(move || rows.get());
    let clear = move |()| {
        topic.set("");
        broker.set("");
        lagging.set("");
    };
    view! {
        <Section title=text::QUEUES_TITLE>
            <Toolbar>
                <FilterMenu label=text::TOPIC options=names(|p| &p.topic) value=topic/>
                <FilterMenu label=common::BROKER options=names(|p| &p.broker) value=broker/>
                <Checkbox checked=only label=text::ONLY_LAGGING/>
                <Spacer/>
                <Count
                    shown=Signal::derive(move || table.shown())
                    total=Signal::derive(move || table.total())
                />
            </Toolbar>
            <div class="table-box">
                <DataTable
                    table
                    label=text::QUEUES_TITLE
                    loading=Signal::derive(move || consumed.topics.loading() || consumed.waiting() > 0)
                    empty=move || {
                        consumed.topics.error().is_none().then(|| view! { <EmptyState title=text::NO_QUEUES/> })
                    }
                    on_clear_filters=Callback::new(clear)
                />
            </div>
        </Section>
    }
    .into_any()
}

fn offset(id: &'static str, title: Msg, none: Msg, of: fn(&Place) -> Option<i64>) -> Column<Place> {
    Column::new(id, title, move |place: &Arc<Place>| known(of(place), none, None))
        .numeric()
        .width(120)
        .sort_by(move |a, b| of(a).cmp(&of(b)))
}

/// The topics of a group as links with their lag, for the side panel.
#[component]
pub fn TopicLinks(instance: String, consumed: Consumed) -> AnyView {
    let list = move || {
        let sums = consumed.sums.get();
        let item = |place: &TopicPlace| {
            let to = route(&instance, RocketMqPage::Topic(place.topic.clone()));
            let name = place.topic.clone();
            view! {
                <li class="name-count">
                    <Link to class="mono">{name}</Link>
                    <span class="num">{known(place.lag, common::UNKNOWN, place.failure.clone())}</span>
                </li>
            }
        };
        match (sums.is_empty(), consumed.topics.error()) {
            (true, Some(failure)) => view! { <Failure failure/> }.into_any(),
            (true, None) if consumed.topics.loading() => view! { <Skeleton lines=2/> }.into_any(),
            (true, None) => view! { <p class="muted">{t(text::NO_TOPICS)}</p> }.into_any(),
            (false, _) => {
                view! { <ul class="name-list">{sums.iter().map(item).collect_view()}</ul> }.into_any()
            }
        }
    };
    list.into_any()
}
