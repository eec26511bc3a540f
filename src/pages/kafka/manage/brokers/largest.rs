//! The largest partitions or topics, above a size and a share.

use std::sync::Arc;

use dms_api::models::kafka::DiskUsage;

use super::usage::{self, Row};
use crate::data::Query;
use crate::i18n::{brokers as text, bytes, number, t, tf};
use crate::pages::search::Words;
use crate::prelude::*;
use crate::routes::{QueryText, Route, use_query_signal};
use crate::ui::{
    Choice, Column, Count, DataTable, EmptyState, FilterMenu, Glyph, SearchBox, Section, Spacer, Table,
    Toolbar,
};

/// Partitions of each broker to ask for, unless the URL says otherwise. The service takes 1-1000.
const TOP: u32 = 100;
/// The smallest size that can be asked for.
const SMALLEST: &str = "1K";
const BY_PARTITION: &str = "partition";

/// What the URL asks for.
#[derive(Clone, Copy)]
pub struct Wanted {
    min: QueryText,
    top: QueryText,
    over: QueryText,
    view: QueryText,
    search: QueryText,
}

impl Wanted {
    pub fn in_url() -> Self {
        Self {
            min: use_query_signal("min"),
            top: use_query_signal("top"),
            over: use_query_signal("over"),
            view: use_query_signal("by"),
            search: use_query_signal("q"),
        }
    }

    /// The smallest partition, as the operation wants it. Tracked.
    pub fn min_size(self) -> String {
        let min = self.min.get();
        if min.is_empty() { SMALLEST.to_owned() } else { min }
    }

    /// How many of each broker. Tracked.
    pub fn top(self) -> u32 {
        self.top.get().parse().ok().filter(|n| (1..=1000).contains(n)).unwrap_or(TOP)
    }

    /// The share of the disk to be exceeded, percent. Tracked.
    pub fn percentage(self) -> Option<String> {
        Some(self.over.get()).filter(|over| !over.is_empty())
    }

    fn by_partition(self) -> bool {
        self.view.get() == BY_PARTITION
    }
}

/// The list with its thresholds.
#[component]
pub fn Largest(instance: String, usage: Query<DiskUsage>, wanted: Wanted) -> AnyView {
    let by_partition = Memo::new(move |_| wanted.by_partition());
    let rows = Memo::new(move |_| {
        let usage = usage.data().unwrap_or_default();
        let rows = if by_partition.get() { usage::partitions(&usage) } else { usage::topics(&usage) };
        Arc::new(rows.into_iter().map(Arc::new).collect::<Vec<_>>())
    });
    let of_topics = table(&instance, rows, wanted, false);
    let of_partitions = table(&instance, rows, wanted, true);
    let list = move || {
        let table = if by_partition.get() { of_partitions } else { of_topics };
        view! { <List table usage wanted/> }
    };
    let capped = move || {
        let top = wanted.top();
        let full = usage.data().is_some_and(|usage| {
            usage.broker_list.iter().any(|broker| broker.topic_list.len() as u64 >= u64::from(top))
        });
        (full && !by_partition.get()).then(|| {
            view! { <p class="muted">{move || tf(text::CAPPED, &[("n", &number(top))])}</p> }
        })
    };
    view! {
        <Section title=text::LARGEST hint=text::LARGEST_HINT>
            {list}
            {capped}
        </Section>
    }
    .into_any()
}

#[component]
fn List(table: Table, usage: Query<DiskUsage>, wanted: Wanted) -> AnyView {
    view! {
        <Toolbar>
            <SearchBox value=wanted.search label=text::SEARCH placeholder=text::SEARCH/>
            <FilterMenu label=text::VIEW options=Signal::derive(views) value=wanted.view/>
            <FilterMenu label=text::MIN_SIZE options=Signal::derive(sizes) value=wanted.min/>
            <FilterMenu label=text::MORE_THAN options=Signal::derive(shares) value=wanted.over/>
            <FilterMenu label=text::TOP options=Signal::derive(tops) value=wanted.top/>
            <Spacer/>
            <Count shown=Signal::derive(move || table.shown()) total=Signal::derive(move || table.total())/>
        </Toolbar>
        <div class="table-box">
            <DataTable
                table
                label=text::LIST
                loading=Signal::derive(move || usage.loading())
                empty=move || view! { <EmptyState title=text::NOTHING icon=Glyph::Instance/> }
                on_clear_filters=Callback::new(move |()| wanted.search.set(""))
            />
        </div>
    }
    .into_any()
}

fn table(instance: &str, rows: Memo<Arc<Vec<Arc<Row>>>>, wanted: Wanted, partitions: bool) -> Table {
    let instance = instance.to_owned();
    let topic = Column::new("topic", text::TOPIC, move |row: &Arc<Row>| {
        let to = Route::Topic { instance: instance.clone(), topic: row.topic.clone() };
        view! { <a class="mono" href=to.href()>{row.topic.clone()}</a> }
    })
    .width(320)
    .sort_by(|a, b| crate::ui::natural_cmp(&a.topic, &b.topic))
    .required();
    let builder = Table::builder(Row::key).name(|row: &Row| row.topic.clone()).column(topic);
    let builder = if partitions {
        let partition = Column::new("partition", text::PARTITION, |row: &Arc<Row>| {
            row.partition.map_or_else(|| "–".to_owned(), number)
        });
        builder
            .column(partition.numeric().width(100).sort_by(|a, b| a.partition.cmp(&b.partition)))
            .column(Column::text("broker", text::BROKER, |row: &Row| row.broker.clone()).width(130))
    } else {
        let replicas = Column::new("replicas", text::REPLICAS, |row: &Arc<Row>| number(row.replicas));
        builder.column(replicas.numeric().width(100).sort_by(|a, b| a.replicas.cmp(&b.replicas)))
    };
    let share = if partitions { text::SHARE } else { text::SHARE_ALL };
    builder
        .column(
            Column::new("size", text::SIZE, |row: &Arc<Row>| bytes(row.bytes))
                .numeric()
                .width(120)
                .sort_by(|a, b| a.bytes.cmp(&b.bytes)),
        )
        .column(
            Column::new("share", share, |row: &Arc<Row>| usage::share_text(row.share, row.bytes))
                .numeric()
                .width(150)
                .sort_by(|a, b| (a.share, a.bytes).cmp(&(b.share, b.bytes))),
        )
        .filter(move || {
            let words = Words::of(&wanted.search.get());
            move |row: &Row| words.are_in(&[&row.topic, &row.broker])
        })
        .sort(use_query_signal("sort"))
        .rows(move || rows.get())
}

fn views() -> Vec<Choice> {
    vec![Choice::new(BY_PARTITION, move || t(text::BY_PARTITION))]
}

fn sizes() -> Vec<Choice> {
    [("1M", "1 MB"), ("100M", "100 MB"), ("1G", "1 GB"), ("10G", "10 GB"), ("100G", "100 GB")]
        .map(|(value, name)| Choice::new(value, name))
        .to_vec()
}

fn shares() -> Vec<Choice> {
    let share = |n: u32| Choice::new(n.to_string(), move || tf(text::PERCENT, &[("n", &n)]));
    [1, 5, 10, 25].map(share).to_vec()
}

fn tops() -> Vec<Choice> {
    let top = |n: u32| Choice::new(n.to_string(), move || tf(text::TOP_N, &[("n", &n)]));
    [10, 50, 500, 1000].map(top).to_vec()
}
