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
    /// What it is for.
    pub description: &'static str,
    /// As whom its members log in; nobody where nobody has to.
    pub user: &'static str,
}

/// A user of an instance whose clients log in, with the demo's password.
#[derive(Debug)]
pub struct DemoUser {
    /// Whose it is.
    pub instance: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What it is for.
    pub description: &'static str,
    /// Topics it was granted, each with `all`, `pub` or `sub`.
    pub granted: &'static [(&'static str, &'static str)],
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
    DemoTopic { description: "What scanners read: keys and contents that are no text", seeds: 40, ..topic(CLICKS, "label-scans", 3, Kind::Scan) },
    DemoTopic { description: "Settled payments", sync: true, seeds: 100, per_minute: 12, ..topic(PAYMENTS, "payments-settled", 6, Kind::Payment) },
    DemoTopic { description: "Scores of the fraud model", seeds: 80, ..topic(PAYMENTS, "fraud-scores", 3, Kind::Payment) },
];

const fn group(
    instance: &'static str,
    id: &'static str,
    topics: &'static [&'static str],
    habit: Habit,
    description: &'static str,
) -> DemoGroup {
    DemoGroup { instance, id, topics, habit, description, user: "" }
}

/// All groups.
#[rustfmt::skip]
pub static GROUPS: &[DemoGroup] = &[
    group(ORDERS, "order-processor", &["orders"], Habit::Follows, "Books every order"),
    group(ORDERS, "invoice-service", &["orders"], Habit::Lags, "开具发票"),
    group(ORDERS, "warehouse-sync", &["shipments"], Habit::Stuck, "Tells the warehouse what to pack"),
    group(ORDERS, "nightly-report", &["orders", "returns"], Habit::Rests, "Runs at two in the morning"),
    group(ORDERS, "migration-2025", &["inventory-changes"], Habit::Left, ""),
    group(CLICKS, "click-aggregator", &["clicks"], Habit::Follows, "Counts clicks by the minute"),
    group(CLICKS, "log-indexer", &["app-logs"], Habit::Follows, "Fills the search of the logs"),
    group(CLICKS, "ml-features", &["page-views"], Habit::Left, ""),
    group(CLICKS, "%DLQ%label-scans", &["label-scans"], Habit::Left, "A name that needs care in paths"),
    DemoGroup { user: "fraud-model", ..group(PAYMENTS, "fraud-scoring", &["payments-settled"], Habit::Follows, "Scores each payment") },
];

/// Groups that were created and that nobody has joined yet: instance, name, description.
pub static UNUSED_GROUPS: &[(&str, &str, &str)] =
    &[(ORDERS, "loyalty-importer", "Starts with the loyalty programme")];

/// All users beside those that instances were ordered with.
#[rustfmt::skip]
pub static USERS: &[DemoUser] = &[
    DemoUser { instance: PAYMENTS, name: "settlement", description: "Settles payments at the end of the day", granted: &[("payments-settled", "pub")] },
    DemoUser { instance: PAYMENTS, name: "fraud-model", description: "反欺诈模型", granted: &[("payments-settled", "sub"), ("fraud-scores", "all")] },
    DemoUser { instance: PAYMENTS, name: "auditor", description: "Reads everything", granted: &[("payments-settled", "sub"), ("fraud-scores", "sub")] },
];
