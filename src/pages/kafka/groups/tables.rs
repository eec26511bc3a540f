//! A group's topics, partitions and members as tables.

use std::sync::Arc;

use dms_api::models::kafka::GroupMember;

use super::detail::Shown;
use super::places::{Place, TopicPlace, assignment_text, topics};
use crate::i18n::{Msg, groups as text, number, t};
use crate::prelude::*;
use crate::routes::{Link, Route, use_query_signal};
use crate::ui::{
    Checkbox, Choice, Column, DataTable, EmptyState, FilterMenu, MenuItem, Section, Skeleton, Spacer, Table,
    Toolbar,
};

/// A number, or the word for "not known".
pub fn known(value: Option<u64>, otherwise: Msg) -> AnyView {
    match value {
        Some(n) => number(n).into_any(),
        None => view! { <span class="muted">{move || t(otherwise)}</span> }.into_any(),
    }
}

/// A topic's name as a link to its page.
pub fn topic_cell(instance: &str, topic: &str) -> AnyView {
    let to = Route::Topic { instance: instance.to_owned(), topic: topic.to_owned() };
    view! { <a class="mono" href=to.href() title=topic.to_owned()>{topic.to_owned()}</a> }.into_any()
}

/// One row per topic.
#[component]
pub fn Topics(instance: String, shown: Shown, #[prop(into)] on_forget: Callback<String>) -> AnyView {
    let rows = Memo::new(move |_| {
        let topics = shown.places.with(|places| topics(places));
        Arc::new(topics.into_iter().map(Arc::new).collect::<Vec<_>>())
    });
    // Offsets cannot be taken away while somebody commits new ones.
    let live = move || shown.group().is_some_and(|group| !group.members.is_empty());
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
            Column::new("partitions", text::PARTITIONS, |place: &Arc<TopicPlace>| number(place.partitions))
                .numeric()
                .width(110)
                .sort_by(|a, b| a.partitions.cmp(&b.partitions)),
        )
        .column(
            Column::new("lag", text::PARTITION_LAG, |place: &Arc<TopicPlace>| {
                known(place.lag, text::UNKNOWN)
            })
            .numeric()
            .width(130)
            .sort_by(|a, b| a.lag.cmp(&b.lag)),
        )
        .actions(move |place| {
            let topic = place.topic.clone();
            let item = MenuItem::new(text::FORGET, move || on_forget.run(topic.clone())).danger();
            vec![item.disabled(untrack(live).then(|| TextProp::from(text::FORGET_LIVE)))]
        })
        .rows(move || rows.get());
    view! {
        <div class="table-box is-short">
            <DataTable
                table
                label=text::TOPICS_TITLE
                loading=Signal::derive(move || shown.detail.loading())
                empty=move || view! { <EmptyState title=text::NO_OFFSETS/> }
            />
        </div>
    }
    .into_any()
}

/// One row per partition, filtered by topic and lag; both stand in the URL.
#[component]
pub fn Partitions(instance: String, shown: Shown) -> AnyView {
    let (topic, lagging) = (use_query_signal("topic"), use_query_signal("lagging"));
    let options = Signal::derive(move || {
        let topics = shown.places.with(|places| topics(places));
        topics.into_iter().map(|place| Choice::plain(place.topic)).collect::<Vec<_>>()
    });
    let only = crate::ui::Bound::new(Signal::derive(move || lagging.get() == "1"), move |on: bool| {
        lagging.set(if on { "1" } else { "" });
    });
    let filter = move || {
        let (topic, lagging) = (topic.get(), lagging.get() == "1");
        move |place: &Place| {
            (topic.is_empty() || place.topic == topic) && (!lagging || place.lag.is_none_or(|lag| lag > 0))
        }
    };
    let rows = Memo::new(move |_| {
        Arc::new(shown.places.with(|places| places.iter().cloned().map(Arc::new).collect::<Vec<_>>()))
    });
    let table = Table::builder(|place: &Place| format!("{}/{}", place.topic, place.partition))
        .column(
            Column::new("topic", text::TOPIC, move |place: &Arc<Place>| topic_cell(&instance, &place.topic))
                .width(260)
                .sort_by(|a, b| crate::ui::natural_cmp(&a.topic, &b.topic))
                .required(),
        )
        .column(
            Column::new("partition", text::PARTITION, |place: &Arc<Place>| place.partition.to_string())
                .numeric()
                .width(92)
                .sort_by(|a, b| (&a.topic, a.partition).cmp(&(&b.topic, b.partition))),
        )
        .column(offset("committed", text::COMMITTED, text::NEVER_COMMITTED, |place| place.committed))
        .column(offset("end", text::END, text::UNKNOWN, |place| place.end))
        .column(offset("lag", text::PARTITION_LAG, text::UNKNOWN, |place| place.lag))
        .column(
            Column::new("member", text::MEMBER, member_cell)
                .width(280)
                .sort_by(|a, b| a.member.cmp(&b.member)),
        )
        .filter(filter)
        .sort(use_query_signal("sort"))
        .rows(move || rows.get());
    let clear = move |()| {
        topic.set("");
        lagging.set("");
    };
    view! {
        <Section title=text::OFFSETS>
            <Toolbar>
                <FilterMenu label=text::TOPIC options value=topic/>
                <Checkbox checked=only label=text::ONLY_LAGGING/>
                <Spacer/>
                <crate::ui::Count
                    shown=Signal::derive(move || table.shown())
                    total=Signal::derive(move || table.total())
                />
            </Toolbar>
            <div class="table-box">
                <DataTable
                    table
                    label=text::OFFSETS
                    loading=Signal::derive(move || shown.detail.loading())
                    empty=move || view! { <EmptyState title=text::NO_OFFSETS/> }
                    on_clear_filters=Callback::new(clear)
                />
            </div>
        </Section>
    }
    .into_any()
}

fn offset(id: &'static str, title: Msg, none: Msg, of: fn(&Place) -> Option<u64>) -> Column<Place> {
    Column::new(id, title, move |place: &Arc<Place>| known(of(place), none))
        .numeric()
        .width(140)
        .sort_by(move |a, b| of(a).cmp(&of(b)))
}

fn member_cell(place: &Arc<Place>) -> AnyView {
    match place.member.clone() {
        Some((client, id)) => view! { <span class="mono" title=id>{client}</span> }.into_any(),
        None => view! { <span class="muted">{move || t(text::NOBODY)}</span> }.into_any(),
    }
}

/// One row per member.
#[component]
pub fn Members(shown: Shown) -> AnyView {
    let rows = Memo::new(move |_| {
        let members = shown.group().map(|group| group.members).unwrap_or_default();
        Arc::new(members.into_iter().map(Arc::new).collect::<Vec<_>>())
    });
    let table = Table::builder(|member: &GroupMember| member.member_id.clone())
        .column(
            Column::new("client", text::CLIENT, |member: &Arc<GroupMember>| {
                view! { <span class="mono">{member.client_id.clone()}</span> }
            })
            .width(220)
            .sort_by(|a, b| crate::ui::natural_cmp(&a.client_id, &b.client_id))
            .required(),
        )
        .column(
            Column::new("host", text::HOST, |member: &Arc<GroupMember>| {
                view! { <span class="mono">{member.address().to_owned()}</span> }
            })
            .width(140)
            .sort_by(|a, b| a.host.cmp(&b.host)),
        )
        .column(Column::new("assigned", text::ASSIGNED, assigned_cell).width(320))
        .column(
            Column::new("id", text::MEMBER_ID, |member: &Arc<GroupMember>| {
                let (id, title) = (member.member_id.clone(), member.member_id.clone());
                view! { <span class="mono" title=title>{id}</span> }
            })
            .width(320),
        )
        .rows(move || rows.get());
    view! {
        <div class="table-box is-short">
            <DataTable
                table
                label=text::MEMBERS_TITLE
                loading=Signal::derive(move || shown.detail.loading())
                empty=move || view! { <EmptyState title=text::NO_MEMBERS/> }
            />
        </div>
    }
    .into_any()
}

fn assigned_cell(member: &Arc<GroupMember>) -> AnyView {
    match assignment_text(member) {
        text if text.is_empty() => {
            view! { <span class="muted">{move || t(text::IDLE_MEMBER)}</span> }.into_any()
        }
        text => {
            let title = text.clone();
            view! { <span title=title>{text}</span> }.into_any()
        }
    }
}

/// The topics of a group as links, for the side panel.
#[component]
pub fn TopicLinks(instance: String, shown: Shown) -> AnyView {
    let list = move || {
        let topics = shown.places.with(|places| topics(places));
        let item = |place: TopicPlace| {
            let to = Route::Topic { instance: instance.clone(), topic: place.topic.clone() };
            view! {
                <li class="name-count">
                    <Link to=to class="mono">{place.topic}</Link>
                    <span class="num">{known(place.lag, text::UNKNOWN)}</span>
                </li>
            }
        };
        match topics.is_empty() {
            true if shown.detail.loading() => view! { <Skeleton lines=2/> }.into_any(),
            true => view! { <p class="muted">{t(text::NO_OFFSETS)}</p> }.into_any(),
            false => {
                view! { <ul class="name-list">{topics.into_iter().map(item).collect_view()}</ul> }.into_any()
            }
        }
    };
    list.into_any()
}
