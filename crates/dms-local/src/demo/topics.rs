//! The demo's topics and the groups that read them.

use super::cast::{CLICKS, ORDERS, PAYMENTS};
use super::messages::Kind;

/// A topic.
#[derive(Debug)]
pub struct DemoTopic {
    /// Whose it is.
    pub instance: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Number of partitions.
    pub partitions: i32,
    /// How long messages are kept, hours.
    pub hours: i64,
    /// What it is for.
    pub description: &'static str,
    /// What is in it.
    pub kind: Kind,
    /// Messages it has from the start.
    pub seeds: u32,
    /// New messages a minute.
    pub per_minute: u32,
    /// Whether replication is synchronous.
    pub sync: bool,
}

/// A group.
#[derive(Debug)]
pub struct DemoGroup {
    /// Whose it is.
    pub instance: &'static str,
    /// Its id.
    pub id: &'static str,
    /// What it reads.
    pub topics: &'static [&'static str],
    /// How it behaves.
    pub habit: Habit,
}

/// How a group behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Habit {
    /// Members read everything at once.
    Follows,
    /// Members read slower than messages come.
    Lags,
    /// Members are there and read nothing more.
    Stuck,
    /// No members; it has read everything there was.
    Rests,
    /// No members; it stopped halfway.
    Left,
}

const fn topic(instance: &'static str, name: &'static str, partitions: i32, kind: Kind) -> DemoTopic {
    DemoTopic {
        instance,
        name,
        partitions,
        hours: 72,
        description: "",
        kind,
        seeds: 60,
        per_minute: 0,
        sync: false,
    }
}

/// All topics.
#[rustfmt::skip]
pub static TOPICS: &[DemoTopic] = &[
    DemoTopic { description: "Every order of the shop, as JSON", seeds: 400, per_minute: 60, sync: true, ..topic(ORDERS, "orders", 6, Kind::Order) },
    DemoTopic { description: "支付结果", seeds: 200, per_minute: 40, sync: true, ..topic(ORDERS, "order-payments", 6, Kind::Payment) },
    DemoTopic { description: "Parcels on their way", seeds: 150, per_minute: 20, ..topic(ORDERS, "shipments", 3, Kind::Shipment) },
    DemoTopic { description: "Stock after each change", hours: 24, seeds: 120, ..topic(ORDERS, "inventory-changes", 6, Kind::Stock) },
    DemoTopic { description: "Orders that could not be processed", hours: 720, seeds: 12, ..topic(ORDERS, "orders-dead-letter", 1, Kind::Order) },
    DemoTopic { description: "Who changed what", hours: 720, ..topic(ORDERS, "audit-log", 3, Kind::Log) },
    DemoTopic { seeds: 30, ..topic(ORDERS, "returns", 3, Kind::Order) },
    DemoTopic { seeds: 0, description: "Not used yet", ..topic(ORDERS, "loyalty-points", 3, Kind::Order) },
    DemoTopic { description: "页面点击事件", hours: 24, seeds: 500, per_minute: 90, ..topic(CLICKS, "clicks", 12, Kind::Click) },
    DemoTopic { hours: 24, seeds: 200, ..topic(CLICKS, "page-views", 12, Kind::Click) },
    DemoTopic { description: "What visitors search for", hours: 168, ..topic(CLICKS, "search-queries", 6, Kind::Click) },
    DemoTopic { description: "Logs of all services", hours: 12, seeds: 300, per_minute: 60, ..topic(CLICKS, "app-logs", 6, Kind::Log) },
    DemoTopic { hours: 12, ..topic(CLICKS, "nginx-access", 6, Kind::Log) },
    DemoTopic { description: "Settled payments", sync: true, seeds: 100, ..topic(PAYMENTS, "payments-settled", 6, Kind::Payment) },
    DemoTopic { description: "Scores of the fraud model", seeds: 80, ..topic(PAYMENTS, "fraud-scores", 3, Kind::Payment) },
];

/// All groups.
pub static GROUPS: &[DemoGroup] = &[
    DemoGroup { instance: ORDERS, id: "order-processor", topics: &["orders"], habit: Habit::Follows },
    DemoGroup { instance: ORDERS, id: "invoice-service", topics: &["orders"], habit: Habit::Lags },
    DemoGroup { instance: ORDERS, id: "warehouse-sync", topics: &["shipments"], habit: Habit::Stuck },
    DemoGroup { instance: ORDERS, id: "nightly-report", topics: &["orders", "returns"], habit: Habit::Rests },
    DemoGroup { instance: ORDERS, id: "migration-2025", topics: &["inventory-changes"], habit: Habit::Left },
    DemoGroup { instance: CLICKS, id: "click-aggregator", topics: &["clicks"], habit: Habit::Follows },
    DemoGroup { instance: CLICKS, id: "log-indexer", topics: &["app-logs"], habit: Habit::Follows },
    DemoGroup { instance: CLICKS, id: "ml-features", topics: &["page-views"], habit: Habit::Left },
];
