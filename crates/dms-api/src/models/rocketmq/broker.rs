//! Brokers (R5.1.7).

use crate::record;

record! {
    /// Answer of `rocketmq.ListBrokers` (R5.1.7).
    pub struct BrokerList {
        /// The brokers; all of them in the older edition, the page in the newer one.
        pub brokers: Vec<BrokerSummary>,
        /// How many there are in all; newer editions only.
        pub total: Option<u64>,
        /// Where the next page begins, -1 for none; newer editions only.
        pub next_offset: Option<i64>,
        /// Where the previous page begins, -1 for none; newer editions only.
        pub previous_offset: Option<i64>,
    }
}

record! {
    /// A broker with its replicas.
    pub struct BrokerSummary {
        /// Its name: `broker-0`.
        pub broker_name: String,
        /// Ids of its replicas, 0 being the master.
        pub ids: Vec<u32>,
        ..rest
    }
}
