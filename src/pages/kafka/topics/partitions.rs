//! The partitions of a topic as a table.

use std::sync::Arc;

use dms_api::models::kafka::{Partition, TopicDetail};

use super::totals::{last_write, leader_bytes, messages, out_of_sync};
use crate::data::Query;
use crate::i18n::{Msg, TimeAgo, bytes, number, t, topics as text};
use crate::prelude::*;
use crate::ui::{Column, DataTable, Status, Table, Tone};

/// One row per partition.
#[component]
pub fn Partitions(detail: Query<TopicDetail>) -> AnyView {
    let rows = Memo::new(move |_| {
        let detail = detail.data().unwrap_or_default();
        let mut rows: Vec<Arc<Partition>> = detail.partitions.iter().cloned().map(Arc::new).collect();
        rows.sort_by_key(|p| p.partition);
        Arc::new(rows)
    });
    let table = Table::builder(|p: &Partition| p.partition.to_string())
        .column(
            Column::new("partition", text::PARTITION, |p: &Arc<Partition>| number(p.partition))
                .numeric()
                .width(88)
                .sort_by(|a, b| a.partition.cmp(&b.partition))
                .required(),
        )
        .column(
            Column::new("leader", text::LEADER, leader_cell)
                .width(110)
                .sort_by(|a, b| a.leader.cmp(&b.leader)),
        )
        .column(Column::text("replicas", text::REPLICA_BROKERS, replicas).width(120))
        .column(Column::new("isr", text::ISR, isr_cell).width(210))
        .column(amount("start", text::START_OFFSET, |p| p.lso, number))
        .column(amount("end", text::END_OFFSET, |p| p.leo, number))
        .column(amount("hw", text::HIGH_WATERMARK, |p| p.hw, number).hidden())
        .column(amount("messages", text::MESSAGES, messages, number))
        .column(amount("size", text::SIZE, leader_bytes, bytes))
        .column(
            Column::new("last_write", text::LAST_WRITE, |p: &Arc<Partition>| match last_write(p) {
                Some(at) => view! { <TimeAgo ms=Some(at)/> }.into_any(),
                None => view! { <span class="muted">{move || t(text::NEVER_WRITTEN)}</span> }.into_any(),
            })
            .width(140)
            .sort_by(|a, b| last_write(a).cmp(&last_write(b))),
        )
        .rows(move || rows.get());
    view! { <DataTable table label=text::PARTITIONS loading=Signal::derive(move || detail.loading())/> }
        .into_any()
}

fn amount(
    id: &'static str,
    title: Msg,
    of: fn(&Partition) -> u64,
    show: fn(u64) -> String,
) -> Column<Partition> {
    Column::new(id, title, move |p: &Arc<Partition>| show(of(p)))
        .numeric()
        .width(124)
        .sort_by(move |a, b| of(a).cmp(&of(b)))
}

/// The brokers with a replica, the leader's first.
fn replicas(partition: &Partition) -> String {
    let mut brokers: Vec<i32> = partition.replicas.iter().map(|r| r.broker).collect();
    brokers.sort_by_key(|broker| (*broker != partition.leader, *broker));
    list(&brokers)
}

fn list(brokers: &[i32]) -> String {
    brokers.iter().map(i32::to_string).collect::<Vec<_>>().join(", ")
}

fn leader_cell(partition: &Arc<Partition>) -> AnyView {
    match partition.leader {
        ..0 => view! { <Status tone=Signal::stored(Tone::Bad) label=text::NO_LEADER/> }.into_any(),
        leader => leader.to_string().into_any(),
    }
}

fn isr_cell(partition: &Arc<Partition>) -> AnyView {
    let mut in_sync: Vec<i32> = partition.replicas.iter().filter(|r| r.in_sync).map(|r| r.broker).collect();
    in_sync.sort_unstable();
    let behind = out_of_sync(partition);
    if behind.is_empty() {
        return list(&in_sync).into_any();
    }
    let label = move || format!("{} · {} {}", list(&in_sync), list(&behind), t(text::OUT_OF_SYNC));
    view! { <Status tone=Signal::stored(Tone::Warn) label/> }.into_any()
}
