//! Messages, traces, dead letters (R5.4).

use serde::{Deserialize, Serialize};

use super::Reliability;
use crate::models::rocketmq::{
    ExportedMessages, MessageList, MessageProperty, ResendResults, SentMessage, TraceList,
};
use crate::operation;

operation! {
    /// Finds messages of a topic: by time, by key and time, or by id. `start_time` and `end_time` are needed unless
    /// `msg_id` is given. Topics such as `%DLQ%group` and `%RETRY%group` work, too.
    pub ListMessages -> MessageList = "rocketmq.ListMessages" "R5.4.1" "dms:instance:get" 200,
    Get "/v2/{engine}/{project_id}/instances/{instance_id}/messages",
    path { engine: Reliability, instance_id: String }
    query {
        topic: String,
        /// Page size, 1-50; 10 if left out.
        limit: Option<u32>,
        /// Index of the first message wanted, from 0.
        offset: Option<u64>,
        /// Stored at this time or later, milliseconds since 1970.
        start_time: Option<i64>,
        /// Stored at this time or earlier, milliseconds since 1970.
        end_time: Option<i64>,
        /// The broker's or the producer's id.
        msg_id: Option<String>,
        /// One of the message's keys. Newer editions.
        key: Option<String>,
        /// Only this queue. Newer editions.
        queue: Option<u32>,
    }
}

operation! {
    /// Shows what happened to a message. Needs a producer that traces.
    pub ShowTrace -> TraceList = "rocketmq.ShowTrace" "R5.4.2" "" 200,
    Get "/v2/{engine}/{project_id}/instances/{instance_id}/trace",
    path { engine: Reliability, instance_id: String }
    query {
        /// The broker's or the producer's id.
        msg_id: Option<String>,
        /// Page size, 1-50; all if left out. Newer editions.
        limit: Option<u32>,
        /// Index of the first entry wanted, from 0. Newer editions.
        offset: Option<u64>,
    }
}

operation! {
    /// Answers dead letters in full, to be kept elsewhere. Newer editions have left it out.
    pub ExportDeadLetters -> ExportedMessages = "rocketmq.ExportDeadLetters" "R5.4.3" "" 200,
    Post "/v2/{project_id}/instances/{instance_id}/messages/export",
    path { instance_id: String }
    query {}
    body: ExportBody
}

operation! {
    /// Gives dead letters to their group once more. They stay where they are.
    pub ResendDeadLetters -> ResendResults = "rocketmq.ResendDeadLetters" "R5.4.4" "" 200,
    Post "/v2/{engine}/{project_id}/instances/{instance_id}/messages/deadletter-resend",
    path { engine: Reliability, instance_id: String }
    query {}
    body: ResendBody
}

operation! {
    /// Gives messages to one connected consumer, to see whether it can deal with them. Positions do not move.
    pub VerifyConsumption -> ResendResults = "rocketmq.VerifyConsumption" "R5.4.5" "" 200,
    Post "/v2/{engine}/{project_id}/instances/{instance_id}/messages/resend",
    path { engine: Reliability, instance_id: String }
    query {}
    body: VerifyBody
}

operation! {
    /// Sends a message; only the SDKs have it.
    pub SendMessage -> SentMessage = "rocketmq.SendMessage" "SDK" "" 200,
    Post "/v2/{engine}/{project_id}/instances/{instance_id}/messages",
    path { engine: Reliability, instance_id: String }
    query {}
    body: SendBody
}

/// Body of [`ExportDeadLetters`]. Without ids all of the topic's messages are meant.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ExportBody {
    /// `%DLQ%` and the group's name.
    pub topic: String,
    /// Ids that the broker gave.
    pub msg_id_list: Vec<String>,
    /// Ids that producers gave.
    pub uniq_key_list: Vec<String>,
}

/// Body of [`ResendDeadLetters`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ResendBody {
    /// `%DLQ%` and the group's name.
    pub topic: String,
    /// Ids of the dead letters.
    pub msg_id_list: Vec<String>,
}

/// Body of [`VerifyConsumption`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct VerifyBody {
    /// The consumer group.
    pub group: String,
    /// The messages' topic. Newer editions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub topic: Option<String>,
    /// One of its connected consumers.
    pub client_id: String,
    /// Ids of the messages.
    pub msg_id_list: Vec<String>,
}

/// Body of [`SendMessage`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SendBody {
    /// The topic.
    pub topic: String,
    /// What it says, up to 4 MiB.
    pub body: String,
    /// Its properties: `KEYS` and `TAGS` are known to the broker, the rest are the producer's own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub property_list: Vec<MessageProperty>,
}
