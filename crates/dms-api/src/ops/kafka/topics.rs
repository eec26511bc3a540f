//! Topics (K5.4).

use serde::{Deserialize, Serialize};

use crate::models::kafka::{
    CreatedTopic, DeletedTopics, TopicDetail, TopicList, TopicPartitionPage, TopicProducerPage, TopicReplicas,
};
use crate::operation;
use crate::ops::shared::{bool_or_text, text_or_number};

operation! {
    /// Creates a topic.
    pub CreateTopic -> CreatedTopic = "kafka.CreateTopic" "K5.4.1" "dms:instance:modify" 200,
    Post "/v2/{project_id}/instances/{instance_id}/topics",
    path { instance_id: String }
    query {}
    body: CreateTopicBody
}

operation! {
    /// Lists an instance's topics. Without `limit` the service answers with all of them.
    pub ListTopics -> TopicList = "kafka.ListTopics" "K5.4.2" "dms:instance:get" 200,
    Get "/v2/{project_id}/instances/{instance_id}/topics",
    path { instance_id: String }
    query {
        /// Page size, 1-50.
        limit: Option<u32>,
        /// Index of the first topic wanted, from 0.
        offset: Option<u64>,
    }
}

operation! {
    /// Changes topics.
    pub ModifyTopics -> () = "kafka.ModifyTopics" "K5.4.3" "dms:instance:modify" 204,
    Put "/v2/{project_id}/instances/{instance_id}/topics",
    path { instance_id: String }
    query {}
    body: ModifyTopicsBody
}

operation! {
    /// Deletes topics with all their messages. Some may fail: the answer says which.
    pub DeleteTopics -> DeletedTopics = "kafka.DeleteTopics" "K5.4.4" "dms:instance:modify" 200,
    Post "/v2/{project_id}/instances/{instance_id}/topics/delete",
    path { instance_id: String }
    query {}
    body: DeleteTopicsBody
}

operation! {
    /// Shows a topic's partitions and replicas. At most one call a second per instance.
    pub ShowTopic -> TopicDetail = "kafka.ShowTopic" "K5.4.5" "" 200,
    Get "/v2/{project_id}/instances/{instance_id}/management/topics/{topic}",
    path { instance_id: String, topic: String }
    query {}
}

operation! {
    /// Shows which brokers hold a topic's partitions, without asking the logs.
    pub ShowTopicReplicas -> TopicReplicas = "kafka.ShowTopicReplicas" "SDK" "" 200,
    Get "/v2/kafka/{project_id}/instances/{instance_id}/topics-detail/{topic}",
    path { instance_id: String, topic: String }
    query {}
}

operation! {
    /// Lists a topic's partitions with their first and last offsets, page by page.
    pub ListTopicPartitions -> TopicPartitionPage = "kafka.ListTopicPartitions" "SDK" "" 200,
    Get "/v2/{project_id}/kafka/instances/{instance_id}/topics/{topic}/partitions",
    path { instance_id: String, topic: String }
    query {
        /// Index of the first partition wanted, from 0.
        offset: Option<u64>,
        /// Page size, 1-50; 10 if left out.
        limit: Option<u32>,
    }
}

operation! {
    /// Lists the clients that produce to a topic, page by page.
    pub ListTopicProducers -> TopicProducerPage = "kafka.ListTopicProducers" "SDK" "" 200,
    Get "/v2/{project_id}/kafka/instances/{instance_id}/topics/{topic}/producers",
    path { instance_id: String, topic: String }
    query {
        /// Index of the first producer wanted, from 0.
        offset: Option<u64>,
        /// Page size, 1-50; 10 if left out.
        limit: Option<u32>,
    }
}

/// Body of [`CreateTopic`]. The rules are in [`crate::rules`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreateTopicBody {
    /// The topic's name, 3-200 characters.
    pub id: String,
    /// Replicas, 1-3; 3 if left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replication: Option<i64>,
    /// Partitions, 1-100; 3 if left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub partition: Option<i64>,
    /// How long messages are kept, 1-720 hours; 72 if left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retention_time: Option<i64>,
    /// Whether a message counts as written only when all replicas in sync have it (with acks=-1).
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "bool_or_text")]
    pub sync_replication: Option<bool>,
    /// Whether a message counts as written only when it is on disk; slow.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "bool_or_text")]
    pub sync_message_flush: Option<bool>,
    /// Kafka's own configuration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub topic_other_configs: Option<Vec<ConfigEntry>>,
    /// What it is for, 0-200 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub topic_desc: Option<String>,
}

/// One entry of a topic's configuration.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ConfigEntry {
    /// [`TIMESTAMP_TYPE`](Self::TIMESTAMP_TYPE) or [`MAX_MESSAGE_BYTES`](Self::MAX_MESSAGE_BYTES).
    pub name: String,
    /// Its value.
    #[serde(deserialize_with = "text_or_number")]
    pub value: String,
}

impl ConfigEntry {
    /// Who stamps messages: the producer (`CreateTime`) or the broker (`LogAppendTime`).
    pub const TIMESTAMP_TYPE: &'static str = "message.timestamp.type";
    /// Largest batch of messages, 0-10485760 bytes.
    pub const MAX_MESSAGE_BYTES: &'static str = "max.message.bytes";
}

/// Body of [`ModifyTopics`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ModifyTopicsBody {
    /// The changes, one entry per topic.
    pub topics: Vec<ModifyTopic>,
}

/// Changes of one topic: what is left out stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ModifyTopic {
    /// The topic's name, which cannot be changed.
    pub id: String,
    /// How long messages are kept, 1-720 hours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retention_time: Option<i64>,
    /// See [`CreateTopicBody::sync_replication`].
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "bool_or_text")]
    pub sync_replication: Option<bool>,
    /// See [`CreateTopicBody::sync_message_flush`].
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "bool_or_text")]
    pub sync_message_flush: Option<bool>,
    /// Partitions wanted in all; they can only grow.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_partition_numbers: Option<i64>,
    /// Brokers that the new partitions are put on; newer editions only, the service chooses if left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_partition_brokers: Option<Vec<i32>>,
    /// Kafka's own configuration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub topic_other_configs: Option<Vec<ConfigEntry>>,
    /// What it is for, 0-200 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub topic_desc: Option<String>,
}

/// Body of [`DeleteTopics`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteTopicsBody {
    /// Names of the topics.
    pub topics: Vec<String>,
}
