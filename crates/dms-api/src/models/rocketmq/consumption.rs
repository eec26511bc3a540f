//! How far groups have consumed (R5.2.7, R5.2.8).

use crate::record;
use crate::record::Millis;

record! {
    /// Answer of `rocketmq.ShowConsumption` (R5.2.7). Without a topic in the question it has `topics` and `total`,
    /// with one it has the rest; the reference's example has everything.
    pub struct Consumption {
        /// The topics that the group consumes.
        pub topics: Option<Vec<String>>,
        /// How many topics there are in all.
        pub total: Option<u64>,
        /// Messages of the topic not yet consumed; newer editions only.
        pub lag: Option<i64>,
        /// Sum of the queues' ends; newer editions only.
        pub max_offset: Option<i64>,
        /// Sum of the group's positions; newer editions only.
        pub consumer_offset: Option<i64>,
        /// The topic's queues, broker by broker.
        pub brokers: Option<Vec<BrokerConsumption>>,
    }
}

record! {
    /// The queues of one broker.
    pub struct BrokerConsumption {
        /// The broker.
        pub broker_name: String,
        /// Its queues.
        pub queues: Vec<QueueConsumption>,
        ..rest
    }
}

record! {
    /// How far a group is in one queue.
    pub struct QueueConsumption {
        /// The queue's number, from 0.
        pub id: u32,
        /// Messages not yet consumed.
        pub lag: i64,
        /// Where the queue ends: the next message's offset.
        pub broker_offset: i64,
        /// Where the group is: the next message it gets.
        pub consumer_offset: i64,
        /// When the queue's newest message was stored; 0 for never, see [`Self::last_message`].
        pub last_message_time: Millis,
        /// The client that the queue is assigned to; newer editions only.
        pub client_id: Option<String>,
        ..rest
    }
}

impl QueueConsumption {
    /// When the queue's newest message was stored.
    pub fn last_message(&self) -> Option<Millis> {
        Some(self.last_message_time).filter(|at| at.ms() > 0)
    }
}

record! {
    /// Answer of `rocketmq.ResetOffset` (R5.2.8).
    pub struct ResetOffsets {
        /// One result per queue.
        pub queues: Vec<ResetQueue>,
    }
}

record! {
    /// Where a group is in one queue now.
    pub struct ResetQueue {
        /// The broker.
        pub broker_name: String,
        /// The queue's number, from 0.
        pub queue_id: u32,
        /// The new position. The table's name for it is a misprint.
        pub timestamp_offset: i64 as "timestamp_offset" | "timestamp_of_fset",
        ..rest
    }
}
