//! A group page by page, as the service searches and sorts it: for groups that are too large for one answer.

use std::sync::Arc;

use dms_api::Engine;
use dms_api::models::kafka::{
    GroupMemberPage, GroupOffsetPage, GroupPosition, GroupTopic, GroupTopicPage, MemberName,
};
use dms_api::ops::kafka::{ListGroupMembers, ListGroupOffsets, ListGroupTopics};

use super::tables::{known, topic_cell};
use crate::data::{Query, use_query};
use crate::i18n::{groups as text, number, t};
use crate::prelude::*;
use crate::shell::Failure;
use crate::ui::{
    Bound, Choice, Column, DataTable, EmptyState, Pager, PagerWords, SearchBox, Section, Select, Spacer,
    Table, TextInput, Toolbar,
};

/// Entries on a page.
const PER: u32 = 20;

const WORDS: PagerWords =
    PagerWords { shown: text::PAGE_SHOWN, earlier: text::PAGE_EARLIER, later: text::PAGE_LATER };

/// What is asked for of one list: a search changes the page back to the first.
#[derive(Clone, Copy)]
struct Ask {
    page: RwSignal<usize>,
    search: RwSignal<String>,
    /// Another search or an order.
    other: RwSignal<String>,
}

impl Ask {
    fn new(other: &str) -> Self {
        let (page, search) = (RwSignal::new(0), RwSignal::new(String::new()));
        Self { page, search, other: RwSignal::new(other.to_owned()) }
    }

    fn bound(self, signal: RwSignal<String>) -> Bound<String> {
        Bound::new(signal, move |value| {
            signal.set(value);
            self.page.set(0);
        })
    }

    fn offset(self) -> Option<u64> {
        Some(self.page.get() as u64 * u64::from(PER))
    }

    fn search(self) -> Option<String> {
        Some(self.search.get().trim().to_owned()).filter(|text| !text.is_empty())
    }

    fn other(self) -> Option<String> {
        Some(self.other.get().trim().to_owned()).filter(|text| !text.is_empty())
    }
}

/// Topics, positions and members, each with its own page.
#[component]
pub fn Pages(instance: String, group: String) -> AnyView {
    // The topic whose positions are shown; a click in the list of topics picks it.
    let topic = RwSignal::new(String::new());
    view! {
        <p class="muted">{move || t(text::PAGES_INTRO)}</p>
        <Topics instance=instance.clone() group=group.clone() topic/>
        <Positions instance=instance.clone() group=group.clone() topic/>
        <Members instance group/>
    }
    .into_any()
}

#[component]
fn Topics(instance: String, group: String, topic: RwSignal<String>) -> AnyView {
    let ask = Ask::new("messages");
    let answer: Query<GroupTopicPage> = use_query(move || {
        let key = ask.other.get();
        let dir = if key == "topic" { "asc" } else { "desc" };
        Some(ListGroupTopics {
            engine: Engine::Kafka,
            instance_id: instance.clone(),
            group: group.clone(),
            offset: ask.offset(),
            limit: Some(PER),
            sort_key: Some(key),
            sort_dir: Some(dir.to_owned()),
            topic: ask.search(),
        })
    });
    let rows = Memo::new(move |_| {
        Arc::new(answer.data().iter().flat_map(|a| &a.topics).cloned().map(Arc::new).collect::<Vec<_>>())
    });
    let total = Signal::derive(move || answer.data().map_or(0, |a| a.total as usize));
    let orders = Signal::derive(|| {
        vec![
            Choice::new("messages", text::BY_LAG),
            Choice::new("partition", text::BY_PARTITIONS),
            Choice::new("topic", text::BY_NAME),
        ]
    });
    let pick = move |row: &Arc<GroupTopic>| {
        let (name, label) = (row.topic.clone(), row.topic.clone());
        view! {
            <button type="button" class="text-link mono" on:click=move |_| topic.set(name.clone())>{label}</button>
        }
    };
    let table = Table::builder(|row: &GroupTopic| row.topic.clone())
        .column(Column::new("topic", text::TOPIC, pick).width(320).required())
        .column(
            Column::new("partitions", text::PARTITIONS, |row: &Arc<GroupTopic>| number(row.partitions))
                .numeric()
                .width(120),
        )
        .column(
            Column::new("lag", text::PARTITION_LAG, |row: &Arc<GroupTopic>| number(row.lag))
                .numeric()
                .width(140),
        )
        .rows(move || rows.get());
    view! {
        <Section title=text::TOPICS_TITLE>
            <Toolbar>
                <SearchBox value=ask.bound(ask.search) label=text::TOPIC_PART placeholder=text::TOPIC_PART/>
                <Select value=ask.bound(ask.other) options=orders label=text::SORT/>
                <Spacer/>
                <Pager page=ask.page total per=PER as usize words=WORDS/>
            </Toolbar>
            <Answered answer=Signal::derive(move || answer.error()) again=move |()| answer.refresh()/>
            <div class="table-box is-short">
                <DataTable
                    table
                    label=text::TOPICS_TITLE
                    loading=Signal::derive(move || answer.loading())
                    empty=move || view! { <EmptyState title=text::NONE_FITS/> }
                />
            </div>
        </Section>
    }
    .into_any()
}

#[component]
fn Positions(instance: String, group: String, topic: RwSignal<String>) -> AnyView {
    let ask = Ask::new("");
    let of_links = instance.clone();
    let answer: Query<GroupOffsetPage> = use_query(move || {
        let topic = topic.get().trim().to_owned();
        Some(ListGroupOffsets {
            engine: Engine::Kafka,
            instance_id: instance.clone(),
            group: group.clone(),
            topic: Some(topic).filter(|topic| !topic.is_empty()),
            partition: None,
            offset: ask.offset(),
            limit: Some(PER),
        })
    });
    Effect::new(move |_| {
        topic.track();
        ask.page.set(0);
    });
    let rows = Memo::new(move |_| {
        let all = answer.data();
        Arc::new(all.iter().flat_map(|a| &a.group_message_offsets).cloned().map(Arc::new).collect::<Vec<_>>())
    });
    let total = Signal::derive(move || answer.data().map_or(0, |a| a.total as usize));
    let number_of = |id: &'static str, title, of: fn(&GroupPosition) -> u64| {
        Column::new(id, title, move |row: &Arc<GroupPosition>| known(Some(of(row)), text::UNKNOWN))
            .numeric()
            .width(130)
    };
    let table = Table::builder(|row: &GroupPosition| format!("{}/{}", row.topic, row.partition))
        .column(
            Column::new("topic", text::TOPIC, move |row: &Arc<GroupPosition>| {
                topic_cell(&of_links, &row.topic)
            })
            .width(240)
            .required(),
        )
        .column(
            Column::new("partition", text::PARTITION, |row: &Arc<GroupPosition>| row.partition.to_string())
                .numeric()
                .width(92),
        )
        .column(number_of("start", text::START, |row| row.message_log_start_offset))
        .column(Column::new("committed", text::COMMITTED, committed_cell).numeric().width(160))
        .column(number_of("end", text::END, |row| row.message_log_end_offset))
        .column(number_of("lag", text::PARTITION_LAG, |row| row.lag))
        .column(Column::new("member", text::MEMBER, reader_cell).width(240))
        .rows(move || rows.get());
    view! {
        <Section title=text::OFFSETS>
            <Toolbar>
                <TextInput value=topic label=text::ONE_TOPIC placeholder=text::ONE_TOPIC mono=true/>
                <Spacer/>
                <Pager page=ask.page total per=PER as usize words=WORDS/>
            </Toolbar>
            <Answered answer=Signal::derive(move || answer.error()) again=move |()| answer.refresh()/>
            <div class="table-box is-short">
                <DataTable
                    table
                    label=text::OFFSETS
                    loading=Signal::derive(move || answer.loading())
                    empty=move || view! { <EmptyState title=text::NONE_FITS/> }
                />
            </div>
        </Section>
    }
    .into_any()
}

/// The committed offset; one before the oldest message that is kept says so: what lay between is lost to the group.
fn committed_cell(row: &Arc<GroupPosition>) -> AnyView {
    let behind = row.message_current_offset < row.message_log_start_offset;
    let note = behind.then(|| view! { <span class="change-warning">{move || t(text::BEHIND_START)}</span> });
    view! { {number(row.message_current_offset)} " " {note} }.into_any()
}

fn reader_cell(row: &Arc<GroupPosition>) -> AnyView {
    if row.consumer_id.is_empty() {
        return view! { <span class="muted">{move || t(text::NOBODY)}</span> }.into_any();
    }
    let words = format!("{} · {}", row.client_id, row.host.trim_start_matches('/'));
    view! { <span class="mono" title=row.consumer_id.clone()>{words}</span> }.into_any()
}

#[component]
fn Members(instance: String, group: String) -> AnyView {
    let ask = Ask::new("");
    let answer: Query<GroupMemberPage> = use_query(move || {
        Some(ListGroupMembers {
            engine: Engine::Kafka,
            instance_id: instance.clone(),
            group: group.clone(),
            offset: ask.offset(),
            limit: Some(PER),
            host: ask.search(),
            member_id: ask.other(),
        })
    });
    let rows = Memo::new(move |_| {
        Arc::new(answer.data().iter().flat_map(|a| &a.members).cloned().map(Arc::new).collect::<Vec<_>>())
    });
    let total = Signal::derive(move || answer.data().map_or(0, |a| a.total as usize));
    let mono = |text: String| view! { <span class="mono" title=text.clone()>{text.clone()}</span> };
    let table = Table::builder(|row: &MemberName| row.member_id.clone())
        .column(
            Column::new("client", text::CLIENT, move |row: &Arc<MemberName>| mono(row.client_id.clone()))
                .width(240)
                .required(),
        )
        .column(
            Column::new("id", text::MEMBER_ID, move |row: &Arc<MemberName>| mono(row.member_id.clone()))
                .width(420),
        )
        .rows(move || rows.get());
    view! {
        <Section title=text::MEMBERS_TITLE>
            <Toolbar>
                <TextInput value=ask.bound(ask.search) label=text::HOST_PART placeholder=text::HOST_PART mono=true/>
                <TextInput value=ask.bound(ask.other) label=text::ID_PART placeholder=text::ID_PART mono=true/>
                <Spacer/>
                <Pager page=ask.page total per=PER as usize words=WORDS/>
            </Toolbar>
            <Answered answer=Signal::derive(move || answer.error()) again=move |()| answer.refresh()/>
            <div class="table-box is-short">
                <DataTable
                    table
                    label=text::MEMBERS_TITLE
                    loading=Signal::derive(move || answer.loading())
                    empty=move || view! { <EmptyState title=text::NO_MEMBERS/> }
                />
            </div>
        </Section>
    }
    .into_any()
}

/// Why a list cannot be read.
#[component]
fn Answered(answer: Signal<Option<crate::data::ApiFailure>>, #[prop(into)] again: Callback<()>) -> AnyView {
    (move || answer.get().map(|failure| view! { <Failure failure retry=again/> })).into_any()
}
