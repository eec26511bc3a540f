//! Topics (R5.3).

use crate::record::Millis;
use crate::{open_enum, record};

record! {
    /// Answer of `rocketmq.ListTopics`; only the SDKs have it.
    pub struct TopicList {
        /// How many topics the instance has.
        pub total: u64,
        /// Most topics that it can have.
        pub max: u64,
        /// Topics that can still be made.
        pub remaining: u64,
        /// Where the next page begins, -1 for none.
        pub next_offset: i64,
        /// Where the previous page begins, -1 for none.
        pub previous_offset: i64,
        /// The page.
        pub topics: Vec<Topic>,
    }
}

record! {
    /// A topic, as the list and `rocketmq.ShowTopic` (R5.3.3) have it. The reference's example has no name.
    pub struct Topic {
        /// Its name.
        pub name: String,
        /// Queues of all brokers that can be read.
        pub total_read_queue_num: u32,
        /// Queues of all brokers that can be written.
        pub total_write_queue_num: u32,
        /// Who may use it.
        pub permission: TopicPermission,
        /// Its queues, broker by broker.
        pub brokers: Vec<TopicBroker>,
        /// When it was created; newer editions only.
        pub created_at: Option<Millis>,
        /// `NORMAL`, `FIFO`, `DELAY`, `TRANSACTION`; version 5 only.
        pub message_type: Option<String>,
        /// What it is for; newer editions only.
        pub topic_desc: Option<String>,
        ..rest
    }
}

open_enum! {
    /// What clients may do with a topic.
    pub enum TopicPermission {
        /// Produce and consume.
        All = "all" | "PUB|SUB" | "SUB|PUB",
        /// Produce only.
        Pub = "pub",
        /// Consume only.
        Sub = "sub",
    }
}

record! {
    /// A topic's queues on one broker.
    pub struct TopicBroker {
        /// The broker.
        pub broker_name: String,
        /// Queues that can be read.
        pub read_queue_num: u32,
        /// Queues that can be written.
        pub write_queue_num: u32,
    }
}

record! {
    /// Answer of `rocketmq.CreateTopic` (R5.3.1).
    pub struct CreatedTopic {
        /// The topic's name.
        pub id: String as "id" | "name",
    }
}

record! {
    /// Answer of `rocketmq.ListTopicGroups` (R5.3.5).
    pub struct TopicGroups {
        /// Groups that consume the topic.
        pub groups: Vec<String>,
        /// How many there are in all; newer editions only.
        pub total: Option<u64>,
    }
}

record! {
    /// Answer of `rocketmq.ShowTopicStatus` (R5.3.6).
    pub struct TopicStatus {
        /// Sum of the queues' ends; newer editions only.
        pub max_offset: Option<u64>,
        /// Sum of the queues' beginnings; newer editions only.
        pub min_offset: Option<u64>,
        /// The queues, broker by broker. The reference's example has one object instead of a list.
        pub brokers: Vec<BrokerStatus>,
    }
}

impl TopicStatus {
    /// Messages that the topic holds.
    pub fn messages(&self) -> u64 {
        let queues = self.brokers.iter().flat_map(|broker| &broker.queues);
        queues.map(|queue| queue.max_offset.saturating_sub(queue.min_offset)).sum()
    }
}

record! {
    /// The queues of one broker.
    pub struct BrokerStatus {
        /// Its queues.
        pub queues: Vec<QueueStatus>,
        /// The broker.
        pub broker_name: String,
        ..rest
    }
}

record! {
    /// What one queue holds.
    pub struct QueueStatus {
        /// The queue's number, from 0.
        pub id: u32,
        /// Offset of the oldest message.
        pub min_offset: u64,
        /// Offset of the next message.
        pub max_offset: u64,
        /// When the newest message was stored; 0 for never, see [`Self::last_message`].
        pub last_message_time: Millis,
        ..rest
    }
}

impl QueueStatus {
    /// When the newest message was stored.
    pub fn last_message(&self) -> Option<Millis> {
        Some(self.last_message_time).filter(|at| at.ms() > 0)
    }
}
