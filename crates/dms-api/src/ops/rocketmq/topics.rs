//! Topics (R5.3).

use serde::{Deserialize, Serialize};

use super::DeleteAction;
use crate::models::rocketmq::{CreatedTopic, JobAnswer, Topic, TopicGroups, TopicList, TopicStatus};
use crate::operation;
use crate::ops::shared::whole_number;

operation! {
    /// Lists an instance's topics; the reference has forgotten it, the SDKs have not.
    pub ListTopics -> TopicList = "rocketmq.ListTopics" "SDK" "" 200,
    Get "/v2/{project_id}/instances/{instance_id}/topics",
    path { instance_id: String }
    query {
        /// Page size, 1-50; 10 if left out.
        limit: Option<u32>,
        /// Index of the first topic wanted, from 0.
        offset: Option<u64>,
    }
}

operation! {
    /// Creates a topic.
    pub CreateTopic -> CreatedTopic = "rocketmq.CreateTopic" "R5.3.1" "" 200,
    Post "/v2/{project_id}/instances/{instance_id}/topics",
    path { instance_id: String }
    query {}
    body: CreateTopicBody
}

operation! {
    /// Deletes topics with all their messages; a task does it.
    pub DeleteTopics -> JobAnswer = "rocketmq.DeleteTopics" "R5.3.1" "" 200,
    Post "/v2/{project_id}/instances/{instance_id}/topics",
    path { instance_id: String }
    query { action: DeleteAction }
    body: DeleteTopicsBody
}

operation! {
    /// Deletes a topic with all its messages.
    pub DeleteTopic -> () = "rocketmq.DeleteTopic" "R5.3.2" "" 204,
    Delete "/v2/{project_id}/instances/{instance_id}/topics/{topic}",
    path { instance_id: String, topic: String }
    query {}
}

operation! {
    /// Shows a topic.
    pub ShowTopic -> Topic = "rocketmq.ShowTopic" "R5.3.3" "" 200,
    Get "/v2/{project_id}/instances/{instance_id}/topics/{topic}",
    path { instance_id: String, topic: String }
    query {}
}

operation! {
    /// Changes a topic's queues and permission.
    pub ModifyTopic -> () = "rocketmq.ModifyTopic" "R5.3.4" "dms:instance:modify" 204,
    Put "/v2/{project_id}/instances/{instance_id}/topics/{topic}",
    path { instance_id: String, topic: String }
    query {}
    body: ModifyTopicBody
}

operation! {
    /// Lists the groups that consume a topic.
    pub ListTopicGroups -> TopicGroups = "rocketmq.ListTopicGroups" "R5.3.5" "dms:instance:get" 200,
    Get "/v2/{project_id}/instances/{instance_id}/topics/{topic}/groups",
    path { instance_id: String, topic: String }
    query {
        /// Page size, 1-50; 10 if left out.
        limit: Option<u32>,
        /// Index of the first group wanted, from 0.
        offset: Option<u64>,
    }
}

operation! {
    /// Shows what each queue of a topic holds.
    pub ShowTopicStatus -> TopicStatus = "rocketmq.ShowTopicStatus" "R5.3.6" "dms:instance:get" 200,
    Get "/v2/{project_id}/instances/{instance_id}/topics/{topic}/status",
    path { instance_id: String, topic: String }
    query {}
}

/// Body of [`CreateTopic`]. The rules are in [`crate::rules`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreateTopicBody {
    /// The topic's name, 3-64 characters.
    pub name: String,
    /// The brokers that hold it; all of them if left out. Version 4.8.0 only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub brokers: Option<Vec<String>>,
    /// Queues on each of the brokers, 1-50; 3 if left out.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "whole_number")]
    pub queue_num: Option<i64>,
    /// `all`, `pub` or `sub`; `all` if left out. See [`TopicPermission`](crate::models::rocketmq::TopicPermission).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub permission: Option<String>,
    /// Queues broker by broker, instead of `brokers` and `queue_num`. Newer editions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub queues: Option<Vec<NewQueues>>,
    /// `NORMAL`, `FIFO`, `DELAY` or `TRANSACTION`. Newer editions, version 5.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message_type: Option<String>,
}

impl CreateTopicBody {
    /// Kinds of messages that a topic can be for.
    pub const MESSAGE_TYPES: &'static [&'static str] = &["NORMAL", "FIFO", "DELAY", "TRANSACTION"];
}

/// A new topic's queues on one broker.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewQueues {
    /// The broker.
    pub broker: String,
    /// Queues there, 1-50.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "whole_number")]
    pub queue_num: Option<i64>,
}

/// Body of [`DeleteTopics`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteTopicsBody {
    /// Names of the topics.
    pub topics: Vec<String>,
}

/// Body of [`ModifyTopic`]: what is left out stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ModifyTopicBody {
    /// Queues of all brokers together that can be read. Each broker gets the same.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "whole_number")]
    pub read_queue_num: Option<i64>,
    /// Queues of all brokers together that can be written. Each broker gets the same.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "whole_number")]
    pub write_queue_num: Option<i64>,
    /// `all`, `pub` or `sub`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub permission: Option<String>,
    /// Queues broker by broker, instead of the two numbers. Newer editions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub queues: Option<Vec<ModifyQueues>>,
    /// What it is for, 0-200 characters. Newer editions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub topic_desc: Option<String>,
}

/// A topic's queues on one broker.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ModifyQueues {
    /// The broker.
    pub broker: String,
    /// Queues that can be read, 1-50.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "whole_number")]
    pub read_queue_num: Option<i64>,
    /// Queues that can be written, 1-50.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "whole_number")]
    pub write_queue_num: Option<i64>,
}
