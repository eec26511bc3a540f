//! Consumers that are connected; only the SDKs have the operation.

use crate::{open_enum, record};

record! {
    /// Answer of `rocketmq.ListClients`.
    pub struct ClientList {
        /// The consumer group.
        pub group_name: String,
        /// Whether any consumer is connected.
        pub online: bool,
        /// Whether all of them subscribe to the same. Where they do not, messages get lost.
        pub subscription_consistency: bool,
        /// How many consumers there are in all.
        pub total: u64,
        /// Where the next page begins, -1 for none.
        pub next_offset: i64,
        /// Where the previous page begins, -1 for none.
        pub previous_offset: i64,
        /// The page.
        pub clients: Vec<Client>,
    }
}

record! {
    /// A connected consumer.
    pub struct Client {
        /// `JAVA`, `GO`, `CPP` and so on.
        pub language: String,
        /// Version of the client: `V4_9_7`.
        pub version: String,
        /// Names the client: `192.168.0.66@4711#88213`.
        pub client_id: String,
        /// Its address with port.
        pub client_addr: String,
        /// How it consumes; newer editions only.
        pub consume_type: Option<ConsumeType>,
        /// What it subscribes to.
        pub subscriptions: Vec<Subscription>,
        ..rest
    }
}

open_enum! {
    /// How a client gets its messages.
    pub enum ConsumeType {
        /// It asks for them.
        Pull = "CONSUME_ACTIVELY",
        /// They are pushed to it.
        Push = "CONSUME_PASSIVELY",
        /// It takes them and answers for each.
        Pop = "CONSUME_POP",
    }
}

record! {
    /// One topic that a client subscribes to.
    pub struct Subscription {
        /// The topic.
        pub topic: String,
        /// `TAG` or `SQL92`.
        pub r#type: String as "type",
        /// Which of its messages: `*`, `TagA || TagB`, or a condition.
        pub expression: String,
    }
}
