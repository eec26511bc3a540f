//! What the queues of a topic hold, broker by broker.

use std::sync::Arc;

use dms_api::models::rocketmq::{TopicBroker, TopicStatus};

use crate::data::Query;
use crate::i18n::{
    Msg, TimeAgo, number,
    rocketmq::{self, topics as text},
    t,
};
use crate::prelude::*;
use crate::routes::use_query_signal;
use crate::ui::{
    Choice, Column, Count, DataTable, EmptyState, Fact, FilterMenu, KeyValues, Spacer, Table, Toolbar,
};

/// One queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueueRow {
    pub broker: String,
    pub id: u32,
    pub min: u64,
    pub max: u64,
    /// When its newest message was stored, epoch milliseconds; `None` for never.
    pub last: Option<i64>,
}

impl QueueRow {
    /// Messages that it holds.
    pub fn messages(&self) -> u64 {
        self.max.saturating_sub(self.min)
    }
}

/// Every queue, in the order of brokers and numbers.
pub fn rows(status: &TopicStatus) -> Vec<QueueRow> {
    let queues = status.brokers.iter().flat_map(|broker| {
        broker.queues.iter().map(|queue| QueueRow {
            broker: broker.broker_name.clone(),
            id: queue.id,
            min: queue.min_offset,
            max: queue.max_offset,
            last: queue.last_message().map(|at| at.ms()),
        })
    });
    let rows: Vec<QueueRow> = queues.collect();
    crate::order::in_order(&rows, |a, b| {
        crate::ui::natural_cmp(&a.broker, &b.broker).then_with(|| a.id.cmp(&b.id))
    })
}

/// Messages, queues and last message of the whole topic.
#[component]
pub fn Numbers(status: Query<TopicStatus>) -> AnyView {
    let rows = Memo::new(move |_| status.data().map(|status| rows(&status)));
    let sum =
        move || rows.with(|rows| Some(number(rows.as_ref()?.iter().map(QueueRow::messages).sum::<u64>())));
    let last = move || rows.with(|rows| rows.as_ref().map(|rows| rows.iter().filter_map(|r| r.last).max()));
    view! {
        <KeyValues>
            <Fact label=text::MESSAGES_KEPT>
                {move || sum().map(|sum| view! { <strong class="big">{sum}</strong> })}
            </Fact>
            <Fact label=text::LAST_MESSAGE>
                {move || match last() {
                    Some(Some(at)) => view! { <TimeAgo ms=Some(at)/> }.into_any(),
                    Some(None) => t(text::NEVER_WRITTEN).into_any(),
                    None => ().into_any(),
                }}
            </Fact>
        </KeyValues>
    }
    .into_any()
}

/// One row per queue; which broker's stands in the URL.
#[component]
pub fn Queues(status: Query<TopicStatus>) -> AnyView {
    let broker = use_query_signal("broker");
    let all = Memo::new(move |_| {
        let rows = status.data().map(|status| rows(&status)).unwrap_or_default();
        Arc::new(rows.into_iter().map(Arc::new).collect::<Vec<_>>())
    });
    let options = Signal::derive(move || {
        let mut names: Vec<String> = all.with(|rows| rows.iter().map(|row| row.broker.clone()).collect());
        names.dedup();
        names.into_iter().map(Choice::plain).collect::<Vec<_>>()
    });
    let table = Table::builder(|row: &QueueRow| format!("{}/{}", row.broker, row.id))
        .name(|row: &QueueRow| format!("{} {}", row.broker, row.id))
        .column(
            Column::text("broker", rocketmq::BROKER, |row: &QueueRow| row.broker.clone())
                .width(180)
                .required(),
        )
        .column(
            Column::new("queue", rocketmq::QUEUE, |row: &Arc<QueueRow>| row.id.to_string())
                .numeric()
                .width(90)
                .sort_by(|a, b| a.id.cmp(&b.id)),
        )
        .column(amount("min", text::MIN_OFFSET, |row| row.min))
        .column(amount("max", text::MAX_OFFSET, |row| row.max))
        .column(amount("messages", text::MESSAGES, QueueRow::messages))
        .column(
            Column::new("last", text::LAST_MESSAGE, |row: &Arc<QueueRow>| match row.last {
                Some(at) => view! { <TimeAgo ms=Some(at)/> }.into_any(),
                None => view! { <span class="muted">{move || t(text::NEVER_WRITTEN)}</span> }.into_any(),
            })
            .width(150)
            .sort_by(|a, b| a.last.cmp(&b.last)),
        )
        .filter(move || {
            let broker = broker.get();
            move |row: &QueueRow| broker.is_empty() || row.broker == broker
        })
        .sort(use_query_signal("sort"))
        .rows(move || all.get());
    view! {
        <Toolbar>
            <FilterMenu label=rocketmq::BROKER options value=broker/>
            <Spacer/>
            <Count shown=Signal::derive(move || table.shown()) total=Signal::derive(move || table.total())/>
        </Toolbar>
        <div class="table-box">
            <DataTable
                table
                label=text::QUEUES
                loading=Signal::derive(move || status.loading())
                empty=move || status.error().is_none().then(|| view! { <EmptyState title=text::NO_QUEUES/> })
                on_clear_filters=Callback::new(move |()| broker.set(""))
            />
        </div>
    }
    .into_any()
}

fn amount(id: &'static str, title: Msg, of: fn(&QueueRow) -> u64) -> Column<QueueRow> {
    Column::new(id, title, move |row: &Arc<QueueRow>| number(of(row)))
        .numeric()
        .width(140)
        .sort_by(move |a, b| of(a).cmp(&of(b)))
}

/// One row per broker: its queues for reading and writing, and what they hold.
#[component]
pub fn Brokers(#[prop(into)] brokers: Signal<Vec<TopicBroker>>, status: Query<TopicStatus>) -> AnyView {
    let held = Memo::new(move |_| status.data().map(|status| rows(&status)));
    let table = Table::builder(|broker: &TopicBroker| broker.broker_name.clone())
        .column(
            Column::text("broker", rocketmq::BROKER, |b: &TopicBroker| b.broker_name.clone())
                .width(180)
                .required(),
        )
        .column(queues("read", text::READ_QUEUES, |b| b.read_queue_num))
        .column(queues("write", text::WRITE_QUEUES, |b| b.write_queue_num))
        .column(
            Column::new("messages", text::MESSAGES, move |broker: &Arc<TopicBroker>| {
                let name = broker.broker_name.clone();
                move || {
                    let own = |rows: &Vec<QueueRow>| {
                        rows.iter().filter(|r| r.broker == name).map(QueueRow::messages).sum::<u64>()
                    };
                    held.with(|rows| rows.as_ref().map(own)).map(number)
                }
            })
            .numeric()
            .width(140),
        )
        .rows(move || Arc::new(brokers.get().into_iter().map(Arc::new).collect()));
    view! { <div class="table-box is-short"><DataTable table label=text::ON_BROKERS/></div> }.into_any()
}

fn queues(id: &'static str, title: Msg, of: fn(&TopicBroker) -> u32) -> Column<TopicBroker> {
    Column::new(id, title, move |broker: &Arc<TopicBroker>| number(of(broker)))
        .numeric()
        .width(140)
        .sort_by(move |a, b| of(a).cmp(&of(b)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use dms_api::record::FromAnswer;

    #[test]
    fn queues_are_in_order_whether_the_brokers_come_as_list_or_object() {
        let broker = |name: &str| {
            serde_json::json!({"broker_name": name, "queues": [
                {"id": 1, "min_offset": "5", "max_offset": 12, "last_message_time": 0},
                {"id": 0, "min_offset": 0, "max_offset": 3, "last_message_time": 1_571_477_180_985_i64},
            ]})
        };
        let one = TopicStatus::from_answer(&serde_json::json!({"brokers": broker("broker-0")}));
        let shown: Vec<_> = rows(&one).iter().map(|r| (r.id, r.messages(), r.last)).collect();
        assert_eq!(shown, [(0, 3, Some(1_571_477_180_985)), (1, 7, None)]);
        let list = [broker("broker-10"), broker("broker-2")];
        let many = TopicStatus::from_answer(&serde_json::json!({"brokers": list}));
        let names: Vec<_> = rows(&many).into_iter().map(|r| r.broker).collect();
        assert_eq!(names, ["broker-2", "broker-2", "broker-10", "broker-10"]);
    }
}
