//! Topics (K5.4).

use crate::record;
use crate::record::{Json, Millis};

record! {
    /// Answer of `kafka.ListTopics` (K5.4.2).
    pub struct TopicList {
        /// Number of topics of the instance.
        pub total: u64 as "total" | "count",
        /// Page size; 0 where the service answered with all topics.
        pub size: u64,
        /// Partitions that can still be made.
        pub remain_partitions: u64,
        /// Most partitions that all topics can have together.
        pub max_partitions: u64,
        /// Most partitions of one topic; newer editions only.
        pub topic_max_partitions: Option<u64>,
        /// The page.
        pub topics: Vec<Topic>,
    }
}

record! {
    /// A topic as the list has it.
    pub struct Topic {
        /// Its name; some answers call it `id`.
        pub name: String as "name" | "id",
        /// Number of partitions.
        pub partition: u32,
        /// Number of replicas.
        pub replication: u32,
        /// How long messages are kept, hours.
        pub retention_time: u32,
        /// Whether a message counts as written only when all replicas in sync have it (with acks=-1).
        pub sync_replication: bool,
        /// Whether a message counts as written only when it is on disk.
        pub sync_message_flush: bool,
        /// Kafka's own configuration, as far as it can be changed.
        pub topic_other_configs: Vec<TopicConfig>,
        /// What it is for, 0-200 characters.
        pub topic_desc: Option<String>,
        /// 0 for a topic of the user, 1 for one of Kafka itself.
        pub topic_type: i32,
        /// Whether only the default policy is meant.
        pub policies_only: Option<bool> as "policiesOnly" | "policies_only",
        /// Extensions; no edition says which.
        pub external_configs: Option<Json>,
        /// When it was created.
        pub created_at: Option<Millis>,
        ..rest
    }
}

impl Topic {
    /// Whether the topic belongs to Kafka itself.
    pub const fn is_internal(&self) -> bool {
        self.topic_type == 1
    }

    /// The value of one entry of `topic_other_configs`, such as `max.message.bytes`.
    pub fn config(&self, name: &str) -> Option<&str> {
        self.topic_other_configs.iter().find(|c| c.name == name).map(|c| c.value.as_str())
    }
}

record! {
    /// One entry of a topic's configuration.
    pub struct TopicConfig {
        /// `max.message.bytes`, `message.timestamp.type`.
        pub name: String,
        /// Its value.
        pub value: String,
        /// Its value if nobody sets it.
        pub default_value: String,
        /// What it can be: `[0...10485760]`, `[CreateTime, LogAppendTime]`.
        pub valid_values: String,
        /// `int`, `string`.
        pub value_type: String,
        /// `dynamic` takes effect at once, `static` after a restart.
        pub config_type: String,
    }
}

record! {
    /// Answer of `kafka.CreateTopic` (K5.4.1).
    pub struct CreatedTopic {
        /// The topic's name.
        pub name: String as "name" | "id",
        /// The topic's name again, as version 1 of the API answers.
        pub id: Option<String>,
    }
}

record! {
    /// Answer of `kafka.DeleteTopics` (K5.4.4).
    pub struct DeletedTopics {
        /// One result per topic.
        pub topics: Vec<DeletedTopic>,
    }
}

record! {
    /// What became of one topic that was to be deleted.
    pub struct DeletedTopic {
        /// The topic's name.
        pub id: String as "id" | "name",
        /// Whether it is gone.
        pub success: bool,
    }
}

record! {
    /// Answer of `kafka.ShowTopic` (K5.4.5).
    pub struct TopicDetail {
        /// The topic's name.
        pub topic: String as "topic" | "name",
        /// Its partitions, in no particular order.
        pub partitions: Vec<Partition>,
        /// Groups that have consumed it.
        pub group_subscribed: Vec<String>,
        ..rest
    }
}

record! {
    /// A partition.
    pub struct Partition {
        /// Its index, from 0.
        pub partition: u32,
        /// Broker that leads it, -1 for none.
        pub leader: i32,
        /// Log end offset: the next message's.
        pub leo: u64,
        /// High watermark: consumers see messages below it.
        pub hw: u64,
        /// Log start offset: the oldest message's.
        pub lso: u64,
        /// When it was last written to.
        pub last_update_timestamp: Option<Millis>,
        /// Its replicas.
        pub replicas: Vec<Replica>,
        ..rest
    }
}

record! {
    /// A replica of a partition.
    pub struct Replica {
        /// Broker that holds it.
        pub broker: i32,
        /// Whether it leads.
        pub leader: bool,
        /// Whether it has all that the leader has.
        pub in_sync: bool,
        /// Bytes on disk.
        pub size: u64,
        /// How many messages it is behind.
        pub lag: u64,
        ..rest
    }
}

record! {
    /// Answer of `kafka.ShowTopicReplicas`: a list of one.
    pub struct TopicReplicas {
        /// The topic.
        pub topics: Vec<TopicPlacement> as "" | "topics",
    }
}

record! {
    /// Where a topic's partitions are.
    pub struct TopicPlacement {
        /// The topic.
        pub topic: String,
        /// When it was created.
        pub create_time: Option<Millis>,
        /// Its partitions.
        pub partitions: Vec<PartitionPlacement>,
    }
}

record! {
    /// Where a partition is.
    pub struct PartitionPlacement {
        /// Its index, from 0.
        pub partition: u32,
        /// Broker that leads it, -1 for none.
        pub leader: i32,
        /// Brokers that hold it, the preferred leader first.
        pub replicas: Vec<i32>,
    }
}

record! {
    /// Answer of `kafka.ListTopicPartitions`.
    pub struct TopicPartitionPage {
        /// Number of partitions.
        pub total: u64,
        /// The page.
        pub partitions: Vec<PartitionRange>,
    }
}

record! {
    /// Where a partition begins and ends.
    pub struct PartitionRange {
        /// Its index, from 0.
        pub partition: u32,
        /// The oldest message's offset.
        pub start_offset: u64,
        /// The next message's offset.
        pub last_offset: u64,
        /// How many messages it has.
        pub message_count: u64,
        /// When it was last written to.
        pub last_update_time: Option<Millis>,
        ..rest
    }
}

record! {
    /// Answer of `kafka.ListTopicProducers`.
    pub struct TopicProducerPage {
        /// Number of producers.
        pub total: u64,
        /// The page.
        pub producers: Vec<TopicProducer>,
    }
}

record! {
    /// A client that produces to a topic.
    pub struct TopicProducer {
        /// Its address.
        pub producer_address: String,
        /// The broker that it produces through.
        pub broker_address: String,
        /// Since when.
        pub join_time: Option<Millis>,
        ..rest
    }
}
