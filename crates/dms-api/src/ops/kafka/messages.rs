//! Messages (K5.6), and sending one.

use serde::{Deserialize, Serialize};

use crate::models::kafka::{
    DeletedMessages, MessageList, MessagePage, MessagePosition, PartitionMessages, SentMessage,
};
use crate::operation;

operation! {
    /// Finds messages of a topic: by time (`start_time` and `end_time`; without their content), by place
    /// (`partition` and `message_offset`; one message with its content), or by what is in them (10 at most).
    pub FindMessages -> MessageList = "kafka.FindMessages" "K5.6.1" "dms:instance:get" 200,
    Get "/v2/{project_id}/instances/{instance_id}/messages",
    path { instance_id: String }
    query {
        /// The topic.
        topic: String,
        /// Oldest first (`true`) or newest first.
        asc: Option<bool>,
        /// Earliest time wanted, milliseconds since 1970; together with `end_time`.
        start_time: Option<i64>,
        /// Latest time wanted, milliseconds since 1970.
        end_time: Option<i64>,
        /// Page size, 0-50; 10 if left out.
        limit: Option<u32>,
        /// Index of the first message wanted, from 0.
        offset: Option<u64>,
        /// Whether a content of more than 4 kB comes whole.
        download: Option<bool>,
        /// The message's offset; means nothing with times.
        message_offset: Option<u64>,
        /// The partition; means nothing with times.
        partition: Option<u32>,
        /// What the content contains, 0-50 characters.
        keyword: Option<String>,
        /// What the key contains.
        key: Option<String>,
        /// What the content contains, several separated by commas.
        include: Option<String>,
        /// What the content does not contain, several separated by commas.
        exclude: Option<String>,
    }
}

operation! {
    /// Shows the message at an offset, with its content.
    pub ShowMessage -> PartitionMessages = "kafka.ShowMessage" "K5.6.2" "" 200,
    Get "/v2/{project_id}/instances/{instance_id}/management/topics/{topic}/partitions/{partition}/message",
    path { instance_id: String, topic: String, partition: u32 }
    query {
        /// The message's offset.
        message_offset: u64,
    }
}

operation! {
    /// Lists a topic's messages of a time, without their content.
    pub ListMessages -> MessagePage = "kafka.ListMessages" "K5.6.3" "" 200,
    Get "/v2/{project_id}/instances/{instance_id}/management/topics/{topic}/messages",
    path { instance_id: String, topic: String }
    query {
        /// Earliest time wanted, milliseconds since 1970; 0 if left out.
        start_time: Option<i64>,
        /// Latest time wanted, milliseconds since 1970; now if left out.
        end_time: Option<i64>,
        /// Page size, 1-50; 10 if left out.
        limit: Option<u32>,
        /// Index of the first message wanted, from 0.
        offset: Option<u64>,
        /// Only this partition; all of them for -1.
        partition: Option<i64>,
    }
}

operation! {
    /// Where a partition's oldest message is.
    pub ShowFirstMessage -> MessagePosition = "kafka.ShowFirstMessage" "K5.6.4" "" 200,
    Get "/v2/{project_id}/instances/{instance_id}/management/topics/{topic}/partitions/{partition}/beginning-message",
    path { instance_id: String, topic: String, partition: u32 }
    query {}
}

operation! {
    /// Where a partition's newest message is.
    pub ShowLastMessage -> MessagePosition = "kafka.ShowLastMessage" "K5.6.5" "" 200,
    Get "/v2/{project_id}/instances/{instance_id}/management/topics/{topic}/partitions/{partition}/end-message",
    path { instance_id: String, topic: String, partition: u32 }
    query {}
}

operation! {
    /// Sends one message.
    pub SendMessage -> SentMessage = "kafka.SendMessage" "SDK" "" 200,
    Post "/v2/{project_id}/instances/{instance_id}/messages/action",
    path { instance_id: String }
    query {
        /// What to do.
        action_id: SendAction,
    }
    body: SendMessageBody
}

operation! {
    /// Deletes the oldest messages of partitions.
    pub DeleteMessages -> DeletedMessages = "kafka.DeleteMessages" "SDK" "" 200,
    Post "/v2/{project_id}/kafka/instances/{instance_id}/topics/{topic}/messages/delete",
    path { instance_id: String, topic: String }
    query {}
    body: DeleteMessagesBody
}

/// The one action there is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SendAction {
    /// Sends a message.
    #[default]
    Send,
}

impl SendAction {
    /// The word in the query.
    pub const WORD: &'static str = "send";
}

impl crate::operation::QueryValue for SendAction {
    fn query_value(&self) -> Option<String> {
        Some(Self::WORD.to_owned())
    }
}

/// Body of [`SendMessage`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SendMessageBody {
    /// The topic.
    pub topic: String,
    /// The content.
    pub body: String,
    /// Key and partition, each optional.
    pub property_list: Vec<MessageProperty>,
}

/// What comes with a message's content.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MessageProperty {
    /// [`KEY`](Self::KEY) or [`PARTITION`](Self::PARTITION).
    pub name: String,
    /// Its value.
    pub value: String,
}

impl MessageProperty {
    /// The key; equal keys go to the same partition.
    pub const KEY: &'static str = "KEY";
    /// The index of the partition; without it the key decides.
    pub const PARTITION: &'static str = "PARTITION";

    /// A property.
    pub fn new(name: &str, value: impl Into<String>) -> Self {
        Self { name: name.to_owned(), value: value.into() }
    }
}

/// Body of [`DeleteMessages`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteMessagesBody {
    /// Which partitions, and how far.
    pub partitions: Vec<DeleteBefore>,
}

/// Where a partition begins after the deletion.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteBefore {
    /// The partition's index.
    pub partition: u32,
    /// The first offset that stays; messages before it are deleted. -1 deletes all there are.
    pub offset: i64,
}
