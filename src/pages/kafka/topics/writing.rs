//! Who produces to a topic, and how its partitions grow: by the newer calls, page by page.

use std::collections::BTreeMap;
use std::sync::Arc;

use dms_api::models::kafka::{PartitionRange, TopicPartitionPage, TopicProducer, TopicProducerPage};
use dms_api::ops::kafka::{ListTopicPartitions, ListTopicProducers};

use crate::data::{ApiFailure, use_query};
use crate::i18n::{Msg, TimeAgo, groups, number, t, tf, topic_extras as text, topics};
use crate::prelude::*;
use crate::shell::Failure;
use crate::ui::{Button, Column, DataTable, EmptyState, Pager, PagerWords, Section, Spacer, Table, Toolbar};

/// Entries on a page.
const PER: u32 = 20;
/// Milliseconds between two looks.
const EVERY_MS: u32 = 5_000;

const WORDS: PagerWords =
    PagerWords { shown: groups::PAGE_SHOWN, earlier: groups::PAGE_EARLIER, later: groups::PAGE_LATER };

/// Nothing is asked before somebody wants to know: it takes two more calls every few seconds.
#[component]
pub fn Writing(instance: String, topic: String) -> AnyView {
    let open = RwSignal::new(false);
    let body = move || {
        if !open.get() {
            return view! { <Button label=text::WRITING_SHOW on_click=move |()| open.set(true)/> }.into_any();
        }
        view! {
            <Producers instance=instance.clone() topic=topic.clone()/>
            <Ranges instance=instance.clone() topic=topic.clone()/>
        }
        .into_any()
    };
    view! { <Section title=text::WRITING hint=text::WRITING_HINT>{body}</Section> }.into_any()
}

fn offset(page: RwSignal<usize>) -> Option<u64> {
    Some(page.get() as u64 * u64::from(PER))
}

fn mono(text: &str) -> AnyView {
    view! { <span class="mono" title=text.to_owned()>{text.to_owned()}</span> }.into_any()
}

#[component]
fn Producers(instance: String, topic: String) -> AnyView {
    let page = RwSignal::new(0_usize);
    let answer = use_query(move || {
        Some(ListTopicProducers {
            instance_id: instance.clone(),
            topic: topic.clone(),
            offset: offset(page),
            limit: Some(PER),
        })
    })
    .poll_every(Signal::stored(EVERY_MS));
    let rows = Memo::new(move |_| {
        let all: Option<Arc<TopicProducerPage>> = answer.data();
        Arc::new(all.iter().flat_map(|a| &a.producers).cloned().map(Arc::new).collect::<Vec<_>>())
    });
    let total = Signal::derive(move || answer.data().map_or(0, |a| a.total as usize));
    let table = Table::builder(|p: &TopicProducer| format!("{} {}", p.producer_address, p.broker_address))
        .column(
            Column::new("producer", text::PRODUCER, |p: &Arc<TopicProducer>| {
                mono(p.producer_address.trim_start_matches('/'))
            })
            .width(260)
            .required(),
        )
        .column(
            Column::new("broker", text::THROUGH, |p: &Arc<TopicProducer>| {
                mono(p.broker_address.trim_start_matches('/'))
            })
            .width(260),
        )
        .column(
            Column::new("since", text::SINCE, |p: &Arc<TopicProducer>| {
                let at = p.join_time.map(|at| at.ms());
                view! { <TimeAgo ms=at/> }
            })
            .width(160),
        )
        .rows(move || rows.get());
    let none = move || view! { <EmptyState title=text::NO_PRODUCERS/> };
    let loading = Signal::derive(move || answer.loading());
    framed(text::PRODUCERS, page, total, Signal::derive(move || answer.error()), move || {
        view! { <DataTable table label=text::PRODUCERS loading empty=none/> }.into_any()
    })
}

#[component]
fn Ranges(instance: String, topic: String) -> AnyView {
    let page = RwSignal::new(0_usize);
    let answer = use_query(move || {
        Some(ListTopicPartitions {
            instance_id: instance.clone(),
            topic: topic.clone(),
            offset: offset(page),
            limit: Some(PER),
        })
    })
    .poll_every(Signal::stored(EVERY_MS));
    // The ends as they were when first seen here.
    let first = RwSignal::new(BTreeMap::<u32, u64>::new());
    let rows = Memo::new(move |_| {
        let all: Option<Arc<TopicPartitionPage>> = answer.data();
        let rows: Vec<Arc<PartitionRange>> =
            all.iter().flat_map(|a| &a.partitions).cloned().map(Arc::new).collect();
        first.update_untracked(|first| {
            for row in &rows {
                first.entry(row.partition).or_insert(row.last_offset);
            }
        });
        Arc::new(rows)
    });
    let total = Signal::derive(move || answer.data().map_or(0, |a| a.total as usize));
    let amount = |id: &'static str, title: Msg, of: fn(&PartitionRange) -> u64| {
        Column::new(id, title, move |p: &Arc<PartitionRange>| number(of(p))).numeric().width(132)
    };
    let grown = move |p: &Arc<PartitionRange>| {
        let before = first.with_untracked(|first| first.get(&p.partition).copied());
        let by = p.last_offset.saturating_sub(before.unwrap_or(p.last_offset));
        tf(text::GROWN_BY, &[("n", &number(by))])
    };
    let table = Table::builder(|p: &PartitionRange| p.partition.to_string())
        .column(
            Column::new("partition", topics::PARTITION, |p: &Arc<PartitionRange>| number(p.partition))
                .numeric()
                .width(92)
                .required(),
        )
        .column(amount("start", topics::START_OFFSET, |p| p.start_offset))
        .column(amount("end", topics::END_OFFSET, |p| p.last_offset))
        .column(amount("messages", topics::MESSAGES, |p| p.message_count))
        .column(Column::new("grown", text::GROWN, grown).numeric().width(132))
        .column(
            Column::new("last_write", topics::LAST_WRITE, |p: &Arc<PartitionRange>| {
                match p.last_update_time.map(|at| at.ms()).filter(|ms| *ms > 0) {
                    Some(at) => view! { <TimeAgo ms=Some(at)/> }.into_any(),
                    None => {
                        view! { <span class="muted">{move || t(topics::NEVER_WRITTEN)}</span> }.into_any()
                    }
                }
            })
            .width(150),
        )
        .rows(move || rows.get());
    let loading = Signal::derive(move || answer.loading());
    framed(text::RANGES, page, total, Signal::derive(move || answer.error()), move || {
        view! { <DataTable table label=text::RANGES loading/> }.into_any()
    })
}

/// A title, a pager, why it cannot be read, and the table.
fn framed(
    title: Msg,
    page: RwSignal<usize>,
    total: Signal<usize>,
    failed: Signal<Option<ApiFailure>>,
    table: impl Fn() -> AnyView,
) -> AnyView {
    view! {
        <Toolbar>
            <h3>{move || t(title)}</h3>
            <Spacer/>
            <Pager page total per=PER as usize words=WORDS/>
        </Toolbar>
        {move || failed.get().map(|failure| view! { <Failure failure/> })}
        <div class="table-box is-short">{table()}</div>
    }
    .into_any()
}
